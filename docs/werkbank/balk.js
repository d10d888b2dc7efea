// The bar below a page on which something is changed: how it stands, a step back or forth, and the way
// to the proposal.
// Not here: what a step is, and what is wrong.

import { opslag } from "./concept.js";
import { announce, debounce, el, fill, plural } from "./dom.js";
import { to } from "./route.js";

const REST = 700; // ms without a change before the count is said: once, not per key

const LOOK = () => el("a", { class: "knop", href: to(["concepten"]) }, "Bekijk en stel voor");

/** `step(which)` takes a step "ongedaan" or "opnieuw"; `can()` says which there are. The way to the
 *  proposal is `onward`. */
export function actions({ step, can, onward = LOOK() }) {
  const state = el("span", { class: "wb-balk__stand" });
  const kept = el("span", { class: "wb-balk__bewaard" });
  const long = (text) => el("span", { class: "wb-lang" }, text);
  const undo = el("button", { type: "button", class: "knop knop--stil", on: { click: () => step("ongedaan") } }, "Ongedaan", long(" maken"));
  const redo = el("button", { type: "button", class: "knop knop--stil", on: { click: () => step("opnieuw") } }, "Opnieuw");
  const tell = debounce(announce, REST);
  const bar = {
    element: el("div", { class: "wb-balk" }, el("p", {}, state, kept), el("div", { class: "knoppen" }, undo, redo, onward)),
    mine: (yes) => { undo.inert = redo.inert = !yes; },
    steps() {
      const there = can();
      undo.setAttribute("aria-disabled", String(!there.ongedaan));
      redo.setAttribute("aria-disabled", String(!there.opnieuw));
    },
    keeping(promise) {
      Promise.resolve(promise).then(
        () => fill(kept, opslag() === "geheugen" ? "Alleen in dit tabblad" : ["Bewaard", long(" in deze browser")]),
        () => fill(kept, "Niet bewaard", long(" in deze browser")),
      ).then(bar.steps);
      bar.steps(); // and those of this page are there at once
    },
    say: (sentence) => { state.textContent = sentence; },
    /** How many errors there are here, and whether there are elsewhere. */
    told(errors, text = errors ? plural(errors, "fout", "fouten") : "Geen fouten", elsewhere = false) {
      if (state.textContent !== text) tell(text);
      state.textContent = text;
      state.classList.toggle("wb-balk__stand--goed", !errors && !elsewhere);
      state.classList.toggle("wb-balk__stand--fout", errors > 0);
    },
  };
  return bar;
}
