// When what is unknown was looked for: a date beside each field of a group that is "onbekend".
// Not here: that the date goes when the field is filled in (formulier.js).

import { el, fill } from "./dom.js";
import { Group, empty } from "./groep.js";
import { UNKNOWN } from "./veld.js";

export class Searches extends Group {
  constructor(form, veld, parent, key, value) {
    const velden = veld.velden.map((one) => ({ ...one, label: `${veld.label}: ${one.label}`, uitleg: "" }));
    super(form, { ...veld, velden }, parent, key, value, { bare: true });
    this.element.hidden = true;
  }

  /** Each stands behind the field that it is about. */
  arrange() {
    this.spare = new Set();
    for (const [naam, field] of this.fields) {
      field.element.classList.add("veld--gezocht");
      const about = field.veld.label.slice(this.veld.label.length);
      fill(field.frame.label, this.veld.label, el("span", { class: "onzichtbaar" }, about));
      this.parent.fields.get(naam)?.element.after(field.element);
    }
    this.show();
  }

  /** Only what is unknown is looked for; a date that should not be there is seen, so that it can go. */
  show() {
    const around = this.parent.loc;
    for (const [naam, field] of this.fields) {
      field.element.hidden = this.form.at([...around, naam]) !== UNKNOWN && empty(this.form.at(field.loc));
    }
  }

  set(value) {
    super.set(value);
    this.show();
  }

  tell(findings) {
    super.tell(findings);
    this.element.hidden = this.frame.messages.hidden;
  }

  child(key) {
    this.parent.child(key);
    return super.child(key);
  }

  focus() {
    ([...this.fields.values()].find(({ element }) => !element.hidden) ?? this.parent).focus();
  }
}
