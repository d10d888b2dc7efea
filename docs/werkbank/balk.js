// The bar below a page on which more than one thing is changed: how it stands, a step back or forth,
// and the way to the proposal.
// Not here: the bar of one record (record.js), which proposes it at once.

import { announce, el, fill, plural } from "./dom.js";
import { to } from "./route.js";

/** `step(which)` takes a step "ongedaan" or "opnieuw"; `can()` says which there are. */
export function actions({ step, can }) {
  const state = el("span", { class: "wb-balk__stand" });
  const kept = el("span", { class: "wb-balk__bewaard" });
  const long = (text) => el("span", { class: "wb-lang" }, text);
  const undo = el("button", { type: "button", class: "knop knop--stil", on: { click: () => step("ongedaan") } }, "Ongedaan", long(" maken"));
  const redo = el("button", { type: "button", class: "knop knop--stil", on: { click: () => step("opnieuw") } }, "Opnieuw");
  const bar = {
    element: el("div", { class: "wb-balk" }, el("p", {}, state, kept), el("div", { class: "knoppen" }, undo, redo, el("a", { class: "knop", href: to(["concepten"]) }, "Bekijk en stel voor"))),
    steps() {
      const there = can();
      undo.setAttribute("aria-disabled", String(!there.ongedaan));
      redo.setAttribute("aria-disabled", String(!there.opnieuw));
    },
    keeping(promise) {
      Promise.resolve(promise).then(
        () => fill(kept, "Bewaard", long(" in deze browser")),
        () => fill(kept, "Niet bewaard", long(" in deze browser")),
      ).then(bar.steps);
    },
    say: (sentence) => { state.textContent = sentence; },
    told(errors) {
      const text = errors ? plural(errors, "fout", "fouten") : "Geen fouten";
      if (state.textContent !== text) announce(text);
      state.textContent = text;
      state.classList.toggle("wb-balk__stand--goed", !errors);
      state.classList.toggle("wb-balk__stand--fout", errors > 0);
    },
  };
  return bar;
}
