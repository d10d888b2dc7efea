// A few fields to fill in before something can begin: what a file of figures is about, what the next agenda
// is called.
// Not here: what is done with the answers.

import { el, fill } from "./dom.js";
import { maakFormulier } from "./formulier.js";

/** Ask at a `place`; `vragen` are fields as a form has them. What `answered(answers)` throws is said there. */
export function vraag({ werk, place, kop, uitleg, vragen, answered }) {
  let answers = {};
  const wrong = el("p", { class: "wb-fout", role: "alert" });
  const form = maakFormulier({
    veld: { naam: "", label: "", uitleg: "", soort: "groep", titel: "", verplicht: true, mag_onbekend: false, velden: vragen },
    waarde: {},
    vraag: (name, args) => werk.ask(name, args),
    verander: (value) => { answers = value; },
  });
  const next = async () => {
    wrong.textContent = "";
    go.setAttribute("aria-busy", "true");
    try {
      await answered(answers);
    } catch (error) {
      wrong.textContent = error.message;
    } finally {
      go.removeAttribute("aria-busy");
    }
  };
  const go = el("button", { type: "button", class: "knop", on: { click: next } }, "Verder");
  const head = el("h2", { tabindex: "-1" }, kop);
  fill(place, el("section", { class: "wb-overname" }, head, el("p", {}, uitleg), form.element, wrong, el("p", { class: "knoppen" }, go)));
  head.focus();
}
