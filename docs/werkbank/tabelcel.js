// One row of a table and its cells: each is a field of the form, small.
// Not here: which rows there are (tabelrijen.js), what is done with all of them (tabel.js).

import { el, fill, plural, uid } from "./dom.js";
import { ELSEWHERE } from "./record.js";
import { toRecord } from "./route.js";
import { Frame, UNKNOWN } from "./veld.js";
import { isError } from "./werk.js";

/** One row: its name, which leads to the form, and its cells. */
export class Row {
  constructor(row, { columns, fields, words, werk }) {
    this.row = row;
    this.cells = columns.map((column) => new (column.veld.soort === "lijst" ? ListCell : Cell)(row, column, fields, words));
    this.note = el("small", { class: "wb-rij__fout" });
    const changed = werk.drafts.has(row.pad) && !row.loc.length;
    this.head = el(
      "th",
      { scope: "row", role: "rowheader" },
      el("a", { href: toRecord(row.pad, row.loc) }, row.titel || row.id || "(zonder naam)"),
      row.van && row.van !== row.titel && el("small", {}, row.van),
      row.gearchiveerd && el("small", {}, "gearchiveerd"),
      changed && !werk.cards.has(row.pad) && el("small", {}, "nieuw"),
      this.note,
    );
    this.element = el("tr", { role: "row" }, this.head, this.cells.map((cell) => cell.element));
  }

  tell(findings) {
    const rest = new Set(findings);
    for (const cell of this.cells) {
      const own = findings.filter((one) => cell.loc.every((key, i) => one.loc[i] === key));
      for (const one of own) rest.delete(one);
      cell.tell(own);
    }
    const errors = [...rest].filter(isError).length;
    this.note.textContent = errors ? `${plural(errors, "fout", "fouten")} in een ander veld` : "";
  }

  /** Another tab has it. */
  lock() {
    for (const cell of this.cells) cell.element.inert = true;
    this.note.textContent = ELSEWHERE;
  }

  summaries() {
    for (const cell of this.cells) cell.summary?.();
  }

  focus() {
    this.head.querySelector("a").focus();
  }
}

/** The place of a field that stands in a cell, where the fields of a form have the one around them. */
const around = (loc) => ({ loc, parent: null, below() {} });

/** A cell with one value. */
class Cell {
  constructor(row, column, fields) {
    this.loc = [...row.loc, ...column.loc];
    const { veld } = column;
    // "onbekend" is typed or chosen like any other value: a box beside each cell would fill the screen.
    const plain = veld.keuzes ? { ...veld, cel: true } : { ...veld, mag_onbekend: false };
    if (veld.soorten && veld.mag_onbekend) plain.soorten = [...veld.soorten, UNKNOWN];
    this.field = fields.make(plain, around(this.loc.slice(0, -1)), this.loc.at(-1), fields.at(this.loc), { compact: `${column.kop}: ${row.titel}` });
    this.field.element.id = uid("cel");
    this.element = el("td", { role: "cell", class: `wb-cel wb-cel--${veld.soort}` }, el("span", { class: "wb-cel__kop", "aria-hidden": "true" }, column.kop), this.field.element);
  }

  tell(findings) {
    this.field.tell(findings.map((finding) => ({ finding, rest: [] })));
  }

  focus({ select = false } = {}) {
    this.field.focus();
    const input = document.activeElement;
    if (select && input.matches("input[type='text'], textarea")) input.select();
  }
}

/** A cell with a list: what is in it in words; its field when somebody opens it. One is open at a time. */
class ListCell {
  constructor(row, column, fields, words) {
    this.loc = [...row.loc, ...column.loc];
    const { veld } = column;
    const frame = new Frame(veld, { compact: `${column.kop}: ${row.titel}` });
    const said = el("span");
    const space = el("div");
    this.summary = () => {
      said.textContent = words(column, fields.at(this.loc)) || "niet ingevuld";
    };
    this.summary();
    this.head = el("summary", {}, el("span", { class: "onzichtbaar" }, `${column.kop}: `), said);
    const details = el("details", { class: "wb-cel__lijst", name: "wb-cel" }, this.head, space);
    details.addEventListener("toggle", () => {
      if (!details.open) return fill(space);
      return fill(space, fields.make(veld, around(this.loc.slice(0, -1)), this.loc.at(-1), fields.at(this.loc)).element);
    });
    this.frame = frame;
    this.element = el("td", { role: "cell", class: "wb-cel wb-cel--lijst" }, el("span", { class: "wb-cel__kop", "aria-hidden": "true" }, column.kop), details, frame.messages);
  }

  tell(findings) {
    if (!this.frame.tell(findings)) return;
    if (findings.length) this.head.setAttribute("aria-describedby", this.frame.messagesId);
    else this.head.removeAttribute("aria-describedby");
    this.element.classList.toggle("veld--fout", findings.some(isError));
  }

  focus() {
    this.head.focus();
  }
}
