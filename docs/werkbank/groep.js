// A group of fields. What may be left out and is not filled in is folded away at its end.
// Not here: one field (veld.js), where a fact comes from (herkomst.js), lists (lijst.js).

import { el, fieldId, plural } from "./dom.js";
import { Field, Frame, Instead, attributes } from "./veld.js";

/** Whether nothing was filled in. */
export const empty = (value) =>
  value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** "2 fouten", "1 keer let op"; nothing when there is nothing. */
export function counted(findings) {
  const wrong = findings.filter(({ finding }) => finding.level === "fout").length;
  if (wrong) return plural(wrong, "fout", "fouten");
  return findings.length ? `${findings.length} keer let op` : "";
}

/** Messages by the field they are in; what is in none of them is of the group itself. */
export function divide(findings, keys) {
  const own = [];
  const below = new Map();
  for (const found of findings) {
    const [key, ...rest] = found.rest;
    if (!keys.has(key)) own.push(found);
    else below.set(key, [...(below.get(key) ?? []), { ...found, rest }]);
  }
  return [own, below];
}

/** The id of a part comes after its name, of which it is made. */
const idLast = (fields) => [...fields].sort((one, other) => (one.naam === "id") - (other.naam === "id"));

/** Fields in a group. `bare` is one without a frame: the whole record, or one of a list. */
export class Group extends Field {
  constructor(form, veld, parent, key, value, { bare = false, hidden = [] } = {}) {
    super(form, veld, parent, key);
    this.inTable = Boolean(parent?.veld.tabel);
    this.frame = new Frame(veld);
    this.fields = new Map();
    this.body = el("div", { class: "groep__velden" });
    const given = isGroup(value) ? value : {};
    const shown = idLast(veld.velden.filter(({ naam, soort }) => !hidden.includes(naam) && soort !== "gezocht"));
    for (const one of shown) this.fields.set(one.naam, form.make(one, this, one.naam, given[one.naam]));
    this.arrange(shown, given);
    const asked = veld.velden.find(({ soort }) => soort === "gezocht");
    if (asked) {
      this.searches = form.make(asked, this, asked.naam, given[asked.naam]);
      this.fields.set(asked.naam, this.searches);
      this.body.append(this.searches.element);
    }
    this.instead = bare ? null : new Instead(veld, this.body, (word) => this.replaced(word));
    this.element = bare ? this.bare() : this.framed();
    this.instead?.show(value);
  }

  /** What is filled in, or has to be, in its order; then the rest. One value among fields that have to
   *  be filled in keeps its place, and one field is not worth a fold. */
  arrange(shown, given) {
    const last = shown.findLastIndex(({ verplicht, naam }) => verplicht && naam !== "id");
    const among = (one, i) => i < last && !one.item && !one.velden;
    const spare = shown.filter((one, i) => !one.verplicht && empty(given[one.naam]) && !among(one, i));
    const folded = spare.length > 1 && this.folds ? spare : [];
    this.body.append(...shown.filter((one) => !folded.includes(one)).map(({ naam }) => this.fields.get(naam).element));
    this.spare = new Set(folded.map(({ naam }) => naam));
    if (!folded.length) return;
    this.spareCount = el("span", { class: "telling" });
    this.more = el(
      "details",
      { class: "meer" },
      el("summary", {}, `Meer velden (${folded.length}): `, el("span", { class: "meer__namen" }, folded.map(({ label }) => label).join(", ")), this.spareCount),
      ...folded.map(({ naam }) => this.fields.get(naam).element),
    );
    this.body.append(this.more);
  }

  get folds() {
    return true;
  }

  bare() {
    return el("div", { class: "groep groep--kaal", id: fieldId(this.loc) }, this.frame.messages, this.body);
  }

  framed() {
    this.label = el("legend", {}, this.frame.label);
    return el("fieldset", { class: "groep", id: fieldId(this.loc) }, this.label, this.frame.help, this.frame.messages, this.instead.element, this.body);
  }

  /** The whole group is "onbekend", or no longer: what was filled in comes back. */
  replaced(word) {
    if (word) this.before = this.form.at(this.loc);
    const value = word ?? this.before;
    this.change(value);
    this.instead.show(value);
    if (!word) this.focus();
  }

  set(value) {
    const given = isGroup(value) ? value : {};
    this.instead?.show(value);
    for (const [naam, field] of this.fields) field.set(given[naam]);
  }

  tell(findings) {
    const [own, below] = divide(findings, this.fields);
    if (this.frame.tell(own.map(({ finding }) => finding))) {
      attributes(this.element, { "aria-describedby": this.element.localName === "fieldset" ? this.frame.description() : null });
    }
    for (const [naam, field] of this.fields) field.tell(below.get(naam) ?? []);
    if (this.more) {
      const said = counted([...this.spare].flatMap((naam) => below.get(naam) ?? []));
      this.spareCount.textContent = said && ` ${said}`;
    }
  }

  child(key) {
    const field = this.fields.get(key);
    if (field && this.spare.has(key)) this.more.open = true;
    return field;
  }

  rename() {
    super.rename();
    for (const field of this.fields.values()) field.rename();
  }

  focus() {
    if (this.body.hidden) this.instead.focus();
    else [...this.fields.values()].find((field) => !this.spare.has(field.key))?.focus();
  }

  /** Where each sort is numbered by itself, a new record gets the next number of its sort. */
  below(field) {
    if (field === this.searches) field.show();
    else this.searches?.set(this.form.at(this.searches.loc));
    const { numbers } = this.form;
    const number = this.fields.get("nummer");
    if (!numbers || this.parent || !["soort", "agenda"].includes(field.key) || !number) return;
    const now = this.form.at(["nummer"]);
    const next = numbers[this.form.at([field.key])];
    if (next && next !== now && (!now || Object.values(numbers).includes(now))) number.put(next);
  }

  /** A part without an id gets one from its name, once that was typed. */
  named(field) {
    const id = this.fields.get("id");
    if (!id || field.key !== this.veld.titel || this.form.at(id.loc)) return;
    const proposed = this.form.freeId(this.form.at(field.loc) ?? "");
    if (proposed) id.put(proposed);
  }
}
