// What is wrong with a record, above its form and with a link to each field; and what a change makes
// wrong elsewhere.
// Not here: the same words at the field itself (formulier.js), finding them (the checks).

import { el, fill, plural, uid } from "./dom.js";
import { to, toRecord } from "./route.js";
import { isError } from "./werk.js";

const FEW = 5; // records that are told at once

/** "2 fouten", "Geen fouten", "Geen fouten, 3 keer let op". */
export function summary(findings) {
  const errors = findings.filter(isError).length;
  const notes = findings.filter((one) => !isError(one) && !waits(one)).length;
  const first = errors ? plural(errors, "fout", "fouten") : "Geen fouten";
  return notes ? `${first}, ${notes} keer let op` : first;
}

/** "Er zit nog 1 fout in.", "Er zitten nog 2 fouten in." */
export const remaining = (number) => `Er ${number === 1 ? "zit" : "zitten"} nog ${plural(number, "fout", "fouten")} in.`;

/** Whether a text waits for a translation: told once for all, not at each. */
const waits = (one) => one.code === "niet-vertaald";

/** The list above a form. `show(findings)` fills it, `focus()` brings who asked for it there. What is
 *  missing in a `fresh` record is no mistake yet. */
export function problemList({ fresh, form, languages }) {
  const errors = el("section", { class: "wb-fouten", tabindex: "-1", hidden: true });
  const notes = el("details", { class: "wb-letop", hidden: true });
  const waiting = el("div");
  return {
    element: el("div", {}, errors, notes, waiting),
    show(findings) {
      const ordered = [...findings].sort((a, b) => compare(placeIn(form, a.loc), placeIn(form, b.loc)));
      const wrong = ordered.filter(isError);
      const rest = ordered.filter((one) => !isError(one) && !waits(one));
      fill(waiting, languages.map((one) => waitingFor(one, findings)));
      keepFocus(errors, () => fillErrors(errors, wrong, fresh));
      keepFocus(notes, () => {
        fill(notes, el("summary", {}, `${rest.length} keer let op`), items(rest));
        notes.hidden = !rest.length;
      });
    },
    focus: () => errors.focus(),
  };
}

/** "7 teksten wachten op een vertaling", with the way there. */
function waitingFor(language, findings) {
  const number = findings.filter((one) => waits(one) && one.message.includes(`(${language})`)).length;
  const link = el("a", { href: to(["vertalen", language]) }, `${plural(number, "tekst wacht", "teksten wachten")} op een vertaling`);
  return number > 0 && el("p", { class: "wb-zacht" }, link);
}

/** Where a field stands in its form, from the top: a number for each step of the way there. */
function placeIn(field, loc) {
  const place = [];
  let now = field;
  for (const step of loc) {
    place.push(typeof step === "number" ? step : (now?.velden?.findIndex((one) => one.naam === step) ?? -1));
    now = typeof step === "number" ? now?.item : now?.velden?.find((one) => one.naam === step);
  }
  return place;
}

function compare(one, other) {
  const at = one.findIndex((step, i) => step !== other[i]);
  return at < 0 ? one.length - other.length : one[at] - (other[at] ?? -1);
}

function fillErrors(section, wrong, fresh) {
  const id = uid("fouten");
  const few = wrong.length === 1 ? "Eén ding klopt nog niet" : `${wrong.length} dingen kloppen nog niet`;
  const title = fresh ? `Nog ${plural(wrong.length, "ding", "dingen")} te doen` : few;
  fill(section, el("h2", { id }, title), items(wrong));
  section.setAttribute("aria-labelledby", id);
  section.hidden = !wrong.length;
}

/** Problems in other records, by record; nothing when there are none. */
export function elsewhereList(werk, findings) {
  if (!findings.length) return null;
  return el(
    "section",
    { class: "wb-elders" },
    el("h2", {}, "Dit raakt ook"),
    el("p", {}, "Door wat je wijzigde, klopt ergens anders iets niet meer:"),
    perRecord(werk, findings),
  );
}

/** Problems below the name of their record, the first few at once. */
export function perRecord(werk, findings) {
  const records = [...grouped(findings)].map(([pad, found]) => [el("h3", {}, werk.title(pad)), items(found)]);
  const rest = records.slice(FEW);
  const folded = () => el("details", { class: "wb-letop" }, el("summary", {}, `Nog ${plural(rest.length, "plek", "plekken")}`), rest);
  return [records.slice(0, FEW), rest.length > 0 && folded()];
}

/** Problems by their record. */
function grouped(findings) {
  const found = new Map();
  for (const one of findings) found.set(one.pad, [...(found.get(one.pad) ?? []), one]);
  return found;
}

/** Problems as links to their fields, with what to do below each. */
export function items(findings) {
  return el(
    "ul",
    {},
    findings.map((one) =>
      el(
        "li",
        {},
        one.pad ? el("a", { href: toRecord(one.pad, one.loc) }, one.veld ? `${one.veld}: ${one.message}` : one.message) : one.message,
        one.tip && el("p", {}, one.tip),
        one.naar?.length > 0 && el("p", {}, one.naar.map(wayTo)),
      ),
    ),
  );
}

/** The record that a message names, or where one can be begun. */
const wayTo = ({ pad, soort, titel }) => [
  " ",
  pad ? el("a", { href: toRecord(pad) }, `Open ${titel}`) : el("a", { href: to(["nieuw", soort]) }, titel ? `Begin ${titel}` : "Begin een nieuw record"),
];

/** Fill a list again under the focus: it stays on the same link, or on the list. */
function keepFocus(element, change) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (!focused || focused === element || element.contains(document.activeElement)) return;
  const again = [...element.querySelectorAll("a")].find((link) => link.hash === focused.hash);
  (again ?? (element.hidden ? document.getElementById("inhoud") : element)).focus();
}
