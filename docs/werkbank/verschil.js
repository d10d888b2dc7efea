// "Dit verandert er": each field that differs from what is published, with what it was and becomes.
// Not here: finding the differences and their words (the call `verschil`).

import { el } from "./dom.js";
import { toRecord } from "./route.js";

/** The changes of some records; with `head` false without the name of the record above them. */
export function verschilLijst(records, { head = true } = {}) {
  if (!records.length) return el("p", { class: "wb-leeg" }, "Er verandert nog niets.");
  return el(
    "div",
    { class: "wb-verschil" },
    records.map((record) =>
      el(
        "section",
        {},
        head && el("h2", {}, el("a", { href: toRecord(record.pad) }, record.titel), record.nieuw && el("small", {}, " nieuw")),
        el("dl", {}, record.velden.map((field) => [el("dt", {}, field.label), el("dd", {}, change(field.oud, field.nieuw))])),
      ),
    ),
  );
}

/** What it was and what it becomes; of two long texts, what differs is marked. */
function change(old, now) {
  const nothing = (text) => text === null || text === undefined || text === "";
  if (nothing(old)) return line("Nieuw", "ins", [now]);
  if (nothing(now)) return line("Weg", "del", [old]);
  const [start, was, becomes, end] = apart(String(old), String(now));
  const marked = (part, name) => [short(start, "start"), part && el(name, {}, part), short(end, "end")];
  return [
    el("p", {}, el("span", { class: "wb-was" }, "Was: "), marked(was, "del")),
    el("p", {}, el("span", { class: "wb-was" }, "Wordt: "), marked(becomes, "ins")),
  ];
}

const line = (word, name, content) => el("p", {}, el("span", { class: "wb-was" }, `${word}: `), el(name, {}, content));

/** Two texts as what both begin with, the two middles, and what both end with, in whole words. */
export function apart(old, now) {
  const one = old.split(/(\s+)/);
  const other = now.split(/(\s+)/);
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const middle = (words) => words.slice(start, words.length - end).join("");
  return [one.slice(0, start).join(""), middle(one), middle(other), one.slice(one.length - end).join("")];
}

const CONTEXT = 80; // signs around a change that are enough to know where it is

/** What stays the same, cut where it is long. */
function short(text, where) {
  if (text.length <= CONTEXT * 1.5) return text;
  if (where === "start") return `… ${text.slice(-CONTEXT).replace(/^\S*\s/, "")}`;
  return `${text.slice(0, CONTEXT).replace(/\s\S*$/, "")} …`;
}
