// Where a fact comes from: one block, closed when it is complete. It remembers the source that was used
// last, for the next fact from it.
// Not here: the fields in it (groep.js), which sources there are.

import { announce, el, fieldId } from "./dom.js";
import { inWords } from "./datum.js";
import { Group, counted, empty } from "./groep.js";

const SAME = ["bron", "peildatum", "zekerheid"]; // where it stands in the source is another place each time

let last = null; // what was filled in last, in any record

export class Provenance extends Group {
  get folds() {
    return false;
  }

  /** What it has besides its fields. */
  parts() {
    this.line = el("span", { class: "herkomst__kort" });
    this.count = el("span", { class: "telling" });
    this.again = el("button", { type: "button", class: "knop knop--stil", on: { click: () => this.same() } }, "Zelfde bron als net");
    return el("p", { class: "herkomst__zelfde" }, this.again);
  }

  /** In a list the item itself is closed and has its name. */
  bare() {
    const again = this.parts();
    const element = el("div", { class: "groep groep--kaal", id: fieldId(this.loc) }, this.frame.messages, again, this.body);
    this.summary();
    return element;
  }

  framed() {
    const again = this.parts();
    this.fold = el(
      "details",
      { class: "herkomst", id: fieldId(this.loc) },
      el("summary", {}, this.frame.label, this.line, this.count),
      this.frame.help,
      this.frame.messages,
      this.instead.element,
      again,
      this.body,
    );
    this.fold.addEventListener("toggle", () => this.summary());
    this.summary();
    this.fold.open = !this.complete && (this.veld.verplicht || !empty(this.value));
    return this.fold;
  }

  get value() {
    return this.form.at(this.loc) ?? {};
  }

  get complete() {
    return SAME.every((naam) => this.value[naam]);
  }

  /** What it says, in a line; and whether there is a source to use again. */
  summary() {
    const { bron, peildatum, zekerheid } = this.value;
    const write = (title) => {
      this.line.textContent = [title, peildatum && (inWords(peildatum) || peildatum), zekerheid].filter(Boolean).join(", ");
    };
    write(bron);
    if (bron) this.form.name(["bron"], bron).then((title) => this.value.bron === bron && write(title));
    this.again.parentElement.hidden = !last || SAME.every((naam) => last[naam] === this.value[naam]);
  }

  below(field) {
    super.below(field);
    if (this.complete) last = Object.fromEntries(SAME.map((naam) => [naam, this.value[naam]]));
    this.summary();
  }

  same() {
    const now = { ...this.value, ...last };
    this.change(now);
    this.set(now);
    this.fields.get("vindplaats")?.focus();
    announce("Bron, peildatum en zekerheid overgenomen");
  }

  set(value) {
    super.set(value);
    this.summary();
  }

  tell(findings) {
    super.tell(findings);
    const said = counted(findings);
    this.count.textContent = said && ` ${said}`;
    if (this.fold && findings.some(({ finding }) => finding.level === "fout") && !this.shown) this.fold.open = this.shown = true;
  }

  child(key) {
    if (this.fold) this.fold.open = true;
    return super.child(key);
  }

  focus() {
    if (this.fold) this.fold.open = true;
    super.focus();
  }
}
