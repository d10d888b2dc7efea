// A date, as precise as its source: 2021, 2021-07 or 2021-07-05. It may be typed as people do, and is
// shown in words below.
// Not here: whether such a day may stand there, which the checks say.

import { el, uid } from "./dom.js";
import { attributes } from "./veld.js";

const MONTHS = [
  "januari jan january",
  "februari feb february",
  "maart mrt march mar",
  "april apr",
  "mei may",
  "juni jun june",
  "juli jul july",
  "augustus aug august",
  "september sep sept",
  "oktober okt october oct",
  "november nov",
  "december dec",
].map((names) => names.split(" "));

const CANONICAL = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/. ]{1,2}(\d{1,2})(?:[-/. ]{1,2}(\d{1,2}))?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const WORDS = /^(?:[a-z]+dag )?(?:(\d{1,2})(?:e|ste|de)?[-. ]{1,2})?([a-z]+)[-. ]{1,2}(\d{4})$/;

/** The date that was typed, as the data have it; the text itself when it can be none or more than one. */
export function readDate(text) {
  if (text.length > 60) return text;
  const typed = text.replaceAll(",", " ").toLowerCase().trim().replace(/\s+/g, " ");
  if (CANONICAL.test(typed)) return typed;
  const [year, month, day] = parts(typed);
  if (!year || !month || month > 12) return text;
  return [year, two(month), day && two(day)].filter(Boolean).join("-");
}

const two = (number) => String(number).padStart(2, "0");

function parts(typed) {
  let found = DAY_FIRST.exec(typed);
  if (found) return [found[3], Number(found[2]), found[1]];
  found = YEAR_FIRST.exec(typed) ?? DIGITS.exec(typed);
  if (found) return [found[1], Number(found[2]), found[3]];
  found = WORDS.exec(typed);
  if (!found) return [];
  return [found[3], MONTHS.findIndex((names) => names.includes(found[2])) + 1, found[1]];
}

const formats = {
  2: new Intl.DateTimeFormat("nl", { month: "long", year: "numeric", timeZone: "UTC" }),
  3: new Intl.DateTimeFormat("nl", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
};

/** "het jaar 2021", "juli 2021", "maandag 5 juli 2021"; nothing for what is no date. */
export function inWords(text) {
  if (!CANONICAL.test(text)) return "";
  const numbers = text.split("-").map(Number);
  if (numbers.length === 1) return `het jaar ${text}`;
  const [year, month, day = 1] = numbers;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? formats[numbers.length].format(date) : "";
}

/** The control: text, with the date in words below it. */
export function date({ id, change }) {
  const noteId = uid("woorden");
  const note = el("p", { class: "veld__na", id: noteId });
  const input = el("input", {
    id,
    type: "text",
    class: "invoer invoer--datum",
    autocomplete: "off",
    on: {
      input: () => {
        const value = readDate(input.value);
        say(value);
        change(value);
      },
      // Only when somebody is done: what is being typed is left alone.
      change: () => {
        input.value = readDate(input.value);
      },
    },
  });
  function say(value) {
    note.textContent = inWords(value) || (value ? "" : "Een jaar, maand of dag: 2021, juli 2021 of 5-7-2021.");
  }
  return {
    element: el("div", {}, input, note),
    noteId,
    set(value) {
      if (readDate(input.value) !== value) input.value = value;
      say(value);
    },
    focus: () => input.focus(),
    aria: (found) => attributes(input, found),
  };
}
