// A list: add, remove, and move up or down with buttons that name what they move. The focus stays with
// what was moved; what happened is said. Of a long list a part is shown at first, and of groups their
// names, until somebody opens one.
// Not here: what stands in a list (veld.js, groep.js).

import { announce, capital, el, fieldId, fill, uid } from "./dom.js";
import { UNKNOWN, Field, Frame, Instead, attributes } from "./veld.js";
import { counted, divide } from "./groep.js";
import { makeOne, option } from "./keuze.js";

const PAGE = 50; // so many at first, and with each "toon meer"
const NAME = 80; // signs of a name on a button

const asList = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === UNKNOWN ? [] : [value]);

// ---- choices of which more than one can be ----

/** A list of choices: boxes to tick. The order is that of the choices. */
export class Checks extends Field {
  constructor(form, veld, parent, key, value) {
    super(form, veld, parent, key);
    this.frame = new Frame(veld);
    this.body = el("div", { class: "keuzes" });
    this.instead = new Instead(veld, this.body, (word) => this.replaced(word));
    this.element = el(
      "fieldset",
      { class: "veld veld--vinkjes", id: fieldId(this.loc) },
      el("legend", {}, this.frame.label),
      this.frame.help,
      this.frame.messages,
      this.body,
      this.instead.element,
    );
    this.set(value);
  }

  set(value) {
    this.value = asList(value);
    this.instead.show(value);
    const { keuzes } = this.veld.item;
    const strange = this.value.filter((one) => !keuzes.some(({ waarde }) => waarde === one));
    const choices = [...keuzes, ...strange.map((waarde) => ({ waarde, label: String(waarde), uitleg: "" }))];
    this.boxes = choices.map(({ waarde }) =>
      el("input", { type: "checkbox", checked: this.value.includes(waarde), on: { change: (event) => this.ticked(waarde, event.target.checked) } }),
    );
    this.order = choices.map(({ waarde }) => waarde);
    fill(this.body, choices.map((one, i) => option(this.boxes[i], one)));
  }

  ticked(waarde, on) {
    const rest = this.value.filter((one) => one !== waarde);
    const place = rest.findIndex((one) => this.order.indexOf(one) > this.order.indexOf(waarde));
    if (on) rest.splice(place < 0 ? rest.length : place, 0, waarde);
    this.value = rest;
    this.change(rest.length ? rest : undefined);
  }

  replaced(word) {
    this.change(word ?? (this.value.length ? this.value : undefined));
    this.instead.show(word ?? this.value);
    if (!word) this.focus();
  }

  tell(found) {
    const findings = found.map(({ finding }) => finding);
    if (!this.frame.tell(findings)) return;
    attributes(this.element, { "aria-describedby": this.frame.description() });
    this.element.classList.toggle("veld--fout", findings.some(({ level }) => level === "fout"));
  }

  focus() {
    if (this.body.hidden) this.instead.focus();
    else this.boxes[0].focus();
  }
}

// ---- a list of anything ----

export class List extends Field {
  constructor(form, veld, parent, key, value) {
    super(form, veld, parent, key);
    this.groups = Boolean(veld.item.velden);
    this.frame = new Frame(veld);
    this.items = [];
    this.findings = [];
    this.list = el("ol", { class: `lijst${this.groups ? " lijst--groepen" : ""}` });
    this.rest = el("button", { type: "button", class: "knop knop--stil", hidden: true, on: { click: () => this.showMore() } });
    this.adder = el(
      "button",
      { type: "button", class: "knop knop--stil lijst__erbij", on: { click: () => this.add() } },
      `${capital(veld.item.label)} toevoegen`,
      el("span", { class: "onzichtbaar" }, ` aan ${veld.label}`),
    );
    this.body = el("div", {}, this.list, this.rest, el("p", {}, this.adder), veld.item.soorten && makeOne(veld.item.soorten, () => form.adres?.([...this.loc, this.value.length])));
    this.instead = new Instead(veld, this.body, (word) => this.replaced(word));
    this.element = el(
      "fieldset",
      { class: "groep groep--lijst", id: fieldId(this.loc) },
      el("legend", {}, this.frame.label),
      this.frame.help,
      this.frame.messages,
      this.instead.element,
      this.body,
    );
    this.shown = PAGE;
    this.set(value);
  }

  get value() {
    return asList(this.form.at(this.loc));
  }

  set(value) {
    this.instead.show(value);
    const given = asList(value);
    const opened = new Set(this.items.filter((item) => item.open).map((item) => item.key));
    if (given === this.given) return;
    // What stayed the same stays as it is, with the focus in it.
    const kept = given.length === this.items.length && this.items.length > 0;
    if (kept) this.items.forEach((item, i) => item.set(given[i]));
    else this.items = given.map((one, i) => new Item(this, i, one));
    this.given = given;
    this.draw();
    if (kept) return;
    for (const item of this.items) if (item.row && opened.has(item.key)) item.toggle(true);
    this.tell(this.findings);
  }

  /** Put the items in the page that are shown. */
  draw() {
    const shown = this.items.slice(0, this.shown);
    for (const item of shown) item.build();
    fill(this.list, shown.map((item) => item.row));
    const more = this.items.length - shown.length;
    this.rest.hidden = more <= 0;
    this.rest.textContent = more > 0 ? `Toon meer (nog ${more})` : "";
    this.renumber();
  }

  /** Names, places and ends are those of the order there is now. */
  renumber() {
    this.items.forEach((item, i) => {
      item.key = i;
      if (item.row) item.place(i, this.items.length);
    });
  }

  showMore() {
    const first = this.shown;
    this.shown += PAGE;
    this.draw();
    this.tell(this.findings);
    this.items[first]?.focus();
  }

  replaced(word) {
    if (word) this.before = this.form.at(this.loc);
    const value = word ?? this.before;
    this.change(value);
    this.set(value);
    if (!word) (this.items[0] ?? this).focus();
  }

  add() {
    const { item } = this.veld;
    const blank = !item.velden ? "" : this.veld.tabel ? Object.fromEntries(item.velden.map(({ naam }) => [naam, ""])) : {};
    this.put([...this.value, blank]);
    const made = new Item(this, this.items.length, blank);
    this.items.push(made);
    this.shown = Math.max(this.shown, this.items.length);
    this.draw();
    made.toggle(true);
    made.field.focus();
    announce(`${capital(made.name)} toegevoegd`);
  }

  remove(item) {
    const { name, key } = item;
    this.put(this.value.filter((_, i) => i !== key));
    this.items.splice(key, 1);
    item.row.remove();
    this.draw();
    (this.items[key] ?? this.items[key - 1] ?? this).focus();
    announce(`${capital(name)} verwijderd. Nog ${this.items.length}.`);
  }

  move(item, to, button) {
    if (to < 0 || to >= this.items.length) return;
    const from = item.key;
    const order = [...this.value];
    order.splice(to, 0, ...order.splice(from, 1));
    this.items.splice(to, 0, ...this.items.splice(from, 1));
    this.put(order);
    this.shown = Math.max(this.shown, to + 1);
    this.draw();
    button.focus();
    announce(`${capital(item.name)} staat nu op plaats ${to + 1} van ${this.items.length}`);
  }

  put(value) {
    this.given = value;
    this.change(value.length || this.keeps ? value : undefined);
  }

  below(field) {
    this.given = this.value;
    const item = this.items[field.key];
    if (item) item.value = this.given[field.key];
    item?.retitle();
  }

  tell(findings) {
    this.findings = findings;
    const [own, below] = divide(findings, new Map(this.items.map((item, i) => [i, item])));
    if (this.frame.tell(own.map(({ finding }) => finding))) attributes(this.element, { "aria-describedby": this.frame.description() });
    this.items.forEach((item, i) => item.tell(below.get(i) ?? []));
    const hidden = this.items.slice(this.shown).flatMap((_, i) => below.get(i + this.shown) ?? []);
    const said = counted(hidden);
    if (!this.rest.hidden) this.rest.textContent = `Toon meer (nog ${this.items.length - this.shown}${said && `, ${said}`})`;
  }

  child(key) {
    const item = this.items[key];
    if (!item) return undefined;
    if (key >= this.shown) {
      this.shown = key + 1;
      this.draw();
      this.tell(this.findings);
    }
    item.toggle(true);
    return item.field;
  }

  rename() {
    super.rename();
    for (const item of this.items) item.field?.rename();
  }

  focus() {
    if (this.body.hidden) this.instead.focus();
    else this.adder.focus();
  }
}

/** One of a list: its field, or the name of its group with the fields below it; and its buttons. */
class Item {
  constructor(list, key, value) {
    Object.assign(this, { list, key, value, open: false, findings: [] });
  }

  /** What it is called, on a button and aloud. */
  get name() {
    const { label } = this.list.veld.item;
    return this.text ? `${label} ${this.key + 1}, ${this.text}` : `${label} ${this.key + 1}`;
  }

  build() {
    if (this.row) return;
    const { list } = this;
    this.up = this.button("op", () => list.move(this, this.key - 1, this.up));
    this.down = this.button("neer", () => list.move(this, this.key + 1, this.down));
    this.away = this.button("weg", () => list.remove(this));
    this.buttons = el("div", { class: "lijst__knoppen" }, this.up, this.down, this.away);
    if (list.groups) this.buildGroup();
    else {
      this.buildField();
      this.row = el("li", { class: "lijst__een" }, this.field.element, this.buttons);
    }
    this.retitle();
  }

  button(which, act) {
    return el("button", { type: "button", class: `lijst__knop lijst__knop--${which}`, on: { click: act } });
  }

  buildGroup() {
    this.title = el("span", { class: "lijst__naam" });
    this.count = el("span", { class: "telling" });
    this.space = el("div", { class: "lijst__vlak", id: uid("vlak"), hidden: true });
    this.opener = el(
      "button",
      { type: "button", class: "lijst__open", "aria-expanded": "false", "aria-controls": this.space.id, on: { click: () => this.toggle(!this.open) } },
      this.title,
      this.count,
    );
    this.row = el("li", { class: "lijst__een" }, el("div", { class: "lijst__kop" }, this.opener, this.buttons), this.space);
  }

  buildField() {
    const { list } = this;
    this.field = list.form.make(list.veld.item, list, this.key, this.value, {
      compact: this.numbered,
      bare: true,
    });
  }

  get numbered() {
    return `${this.list.veld.label}: ${this.list.veld.item.label} ${this.key + 1}`;
  }

  /** Show or hide the fields of a group; they are made when they are first asked for. */
  toggle(open) {
    if (!this.list.groups || open === this.open) return;
    this.open = open;
    if (!this.field) {
      this.buildField();
      fill(this.space, this.field.element);
      this.field.tell(this.findings);
    }
    this.space.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
  }

  set(value) {
    if (value === this.value) return;
    this.value = value;
    this.field?.set(value);
    this.retitle();
  }

  /** Its name comes from what is filled in. */
  async retitle() {
    const { item, tabel } = this.list.veld;
    const value = this.value ?? "";
    const filled = (naam) => typeof value[naam] === "string" && value[naam];
    const other = item.velden?.find(({ naam }) => naam !== "id" && filled(naam))?.naam;
    const names = tabel ? item.velden.slice(0, 5).map(({ naam }) => naam) : [filled(item.titel) ? item.titel : other];
    const write = (words) => {
      const text = words.filter(Boolean).join(", ").trim();
      this.text = text.length > NAME ? `${text.slice(0, NAME)}…` : text;
      if (this.title) this.title.textContent = `${this.key + 1}. ${this.text || capital(item.label)}`;
      this.label();
    };
    const still = () => (this.value ?? "") === value;
    if (!this.list.groups) {
      write([typeof value === "string" ? value : ""]);
      const name = item.soorten && value && (await this.list.form.name(item.soorten, value));
      if (name && still()) write([name]);
      return;
    }
    const fields = names.map((naam) => item.velden.find((one) => one.naam === naam)).filter(Boolean);
    const plain = fields.map(({ naam }) => (typeof value[naam] === "string" ? value[naam] : ""));
    write(plain);
    const named = await Promise.all(fields.map((one, i) => (one.soorten && plain[i] ? this.list.form.name(one.soorten, plain[i]) : plain[i])));
    if (still()) write(named);
  }

  label() {
    if (!this.up) return;
    for (const [button, what] of [[this.up, "omhoog"], [this.down, "omlaag"], [this.away, "verwijderen"]]) {
      attributes(button, { "aria-label": `${capital(this.name)} ${what}`, title: capital(what) });
    }
  }

  /** It stands here now, of so many. */
  place(key, total) {
    this.key = key;
    if (this.field) {
      this.field.key = key;
      this.field.rename();
      if (!this.list.groups) this.field.relabel?.(this.numbered);
    }
    attributes(this.up, { "aria-disabled": String(key === 0) });
    attributes(this.down, { "aria-disabled": String(key === total - 1) });
    this.up.hidden = this.down.hidden = total < 2;
    if (this.title) this.title.textContent = `${key + 1}. ${this.text || capital(this.list.veld.item.label)}`;
    this.label();
  }

  tell(findings) {
    this.findings = findings;
    this.field?.tell(findings);
    if (!this.count) return;
    const said = counted(findings);
    this.count.textContent = said && ` ${said}`;
    this.row.classList.toggle("lijst__een--fout", findings.some(({ finding }) => finding.level === "fout"));
  }

  focus() {
    if (this.opener) this.opener.focus();
    else this.field.focus();
  }
}
