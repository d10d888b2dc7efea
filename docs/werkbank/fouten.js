// What is wrong with a record, above its form and with a link to each field; and what a change makes
// wrong elsewhere.
// Not here: the same words at the field itself (formulier.js), finding them (the checks).

import { el, fill, plural, uid } from "./dom.js";
import { toRecord } from "./route.js";
import { isError } from "./werk.js";

const FEW = 5; // records that are told at once

/** "2 fouten", "Geen fouten", "Geen fouten, 3 keer let op". */
export function summary(findings) {
  const errors = findings.filter(isError).length;
  const notes = findings.length - errors;
  const first = errors ? plural(errors, "fout", "fouten") : "Geen fouten";
  return notes ? `${first}, ${notes} keer let op` : first;
}

/** The list above a form. `show(findings)` fills it, `focus()` brings who asked for it there. What is
 *  missing in a `fresh` record is no mistake yet. */
export function problemList({ fresh }) {
  const errors = el("section", { class: "wb-fouten", tabindex: "-1", hidden: true });
  const notes = el("details", { class: "wb-letop", hidden: true });
  return {
    element: el("div", {}, errors, notes),
    show(findings) {
      const wrong = findings.filter(isError);
      const rest = findings.filter((one) => !isError(one));
      keepFocus(errors, () => fillErrors(errors, wrong, fresh));
      keepFocus(notes, () => {
        fill(notes, el("summary", {}, `${rest.length} keer let op`), items(rest));
        notes.hidden = !rest.length;
      });
    },
    focus: () => errors.focus(),
  };
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
      ),
    ),
  );
}

/** Fill a list again under the focus: it stays on the same link, or on the list. */
function keepFocus(element, change) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (!focused || focused === element || element.contains(document.activeElement)) return;
  const again = [...element.querySelectorAll("a")].find((link) => link.hash === focused.hash);
  (again ?? (element.hidden ? document.getElementById("inhoud") : element)).focus();
}
