// "Dit verandert er": each field that differs from what is published, with what it was and becomes.
// Not here: finding the differences and their words (the call `verschil`).

import { el, plural } from "./dom.js";
import { toRecord } from "./route.js";

const GLANCE = 12; // fields in all that are shown at once; of more than that each record is folded

/** The changes of some records; with `head` false without the name of the record above them, with
 *  `links` false without the way to it: what is not made yet is nowhere. */
export function verschilLijst(records, { head = true, links = true } = {}) {
  if (!records.length) return el("p", { class: "wb-leeg" }, "Er verandert nog niets.");
  const many = head && records.reduce((sum, one) => sum + one.velden.length, 0) > GLANCE;
  return el("div", { class: "wb-verschil" }, records.map((record) => (many ? folded : whole)(record, head, links)));
}

function whole(record, head, links) {
  return el("section", {}, head && el("h2", {}, links ? open(record, record.titel) : record.titel, sort(record)), fields(record));
}

function folded(record, head, links) {
  const number = el("small", {}, ` ${plural(record.velden.length, "veld", "velden")}`);
  return el(
    "details",
    { class: "wb-meer" },
    el("summary", {}, el("h2", {}, record.titel, sort(record), number)),
    links && el("p", {}, open(record, `Open ${record.titel}`)),
    fields(record),
  );
}

const open = ({ pad }, text) => el("a", { href: toRecord(pad) }, text);

const sort = ({ nieuw, weg }) => [nieuw && el("small", {}, " nieuw"), weg && el("small", {}, " weg")];

const fields = ({ velden }) => el("dl", {}, velden.map((field) => [el("dt", {}, field.label), el("dd", {}, change(field))]));

/** What it was and what it becomes; of two long texts, what differs is marked. */
function change({ oud, nieuw, stukken }) {
  const one = (word, name, text) => line(word, el(name, {}, text));
  if (oud === null) return one("Nieuw", "ins", nieuw);
  if (nieuw === null) return one("Weg", "del", oud);
  if (!stukken?.length) return [one("Was", "del", oud), one("Wordt", "ins", nieuw)];
  const pieces = (kind, name) =>
    stukken
      .filter(([what]) => !what || what === kind)
      .map(([what, words], i, all) => (what ? el(name, {}, words) : short(words, i > 0, i < all.length - 1)));
  return [line("Was", pieces("weg", "del")), line("Wordt", pieces("erbij", "ins"))];
}

const line = (word, content) => el("p", {}, el("span", { class: "wb-was" }, `${word}: `), content);

const CONTEXT = 80; // signs beside a change that are enough to know where it is

/** What stays the same, cut where it is long: kept at the side of a change before or after it. */
function short(text, after, before) {
  if (text.length <= 2.5 * CONTEXT) return text;
  const head = after ? text.slice(0, CONTEXT).replace(/\S*$/, "") : "";
  const tail = before ? text.slice(-CONTEXT).replace(/^\S*/, "") : "";
  return `${head}…${tail}`;
}
