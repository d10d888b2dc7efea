// One field of a form: its label and explanation, what somebody types, "onbekend" beside it, and what
// the checks say of it. What is typed stays as it is typed.
// Not here: choices (keuze.js), dates (datum.js), groups (groep.js), lists (lijst.js).

import { capital, el, fieldId, fill, uid } from "./dom.js";
import { date } from "./datum.js";
import { choice, reference } from "./keuze.js";

export const UNKNOWN = "onbekend";

/** What every field knows: where it is in the record, what it is called. */
export class Field {
  constructor(form, veld, parent, key) {
    Object.assign(this, { form, veld, parent, key });
  }

  /** The way to its value. It changes when a list is put in another order. */
  get loc() {
    return this.parent ? [...this.parent.loc, this.key] : [];
  }

  /** Whether a value that is taken away leaves an empty place, and not nothing. */
  get keeps() {
    return typeof this.key === "number" || Boolean(this.parent?.inTable);
  }

  /** Tell a new value, and the fields around this one that something in them changed. */
  change(value) {
    this.form.change(this.loc, value);
    for (let field = this; field.parent; field = field.parent) field.parent.below(field);
  }

  /** Its place has changed, so its id in the page does. */
  rename() {
    this.element.id = fieldId(this.loc);
  }

  /** A field in it has another value. */
  below() {}

  /** The field below it at a key, made visible; nothing when there is none. */
  child() {
    return undefined;
  }
}

/** Label, explanation and messages around something to fill in; the same for a field and a group. */
export class Frame {
  constructor(veld, { compact = "", forId = null } = {}) {
    this.labelId = uid("label");
    this.helpId = uid("uitleg");
    this.messagesId = uid("meldingen");
    const optional = !veld.verplicht && !compact && el("span", { class: "veld__mag" }, " (niet verplicht)");
    this.label = el(
      forId ? "label" : "span",
      { id: this.labelId, class: compact ? "onzichtbaar" : "veld__label", for: forId },
      compact || veld.label,
      optional,
    );
    const help = compact ? "" : withoutLabel(veld);
    this.help = help ? el("p", { class: "veld__uitleg", id: this.helpId }, help) : null;
    this.messages = el("ul", { class: "veld__meldingen", id: this.messagesId, hidden: true });
    this.told = "";
  }

  /** Show what the checks say; whether that is anything new. */
  tell(findings) {
    const told = JSON.stringify(findings.map(({ level, message, tip }) => [level, message, tip]));
    if (told === this.told) return false;
    this.told = told;
    fill(this.messages, findings.map(message));
    this.messages.hidden = !findings.length;
    return true;
  }

  /** The ids of what describes the field, for aria-describedby. */
  description(...more) {
    return [this.help && this.helpId, !this.messages.hidden && this.messagesId, ...more].filter(Boolean).join(" ") || null;
  }
}

/** An explanation, without the sentence that only repeats the label. */
function withoutLabel({ label, uitleg }) {
  const [first, ...rest] = uitleg.split(/(?<=\.) /);
  return first.replace(/\.$/, "").toLowerCase() === label.toLowerCase() ? rest.join(" ") : uitleg;
}

function message({ level, message, tip }) {
  const wrong = level === "fout";
  return el(
    "li",
    { class: `veld__melding veld__melding--${wrong ? "fout" : "letop"}` },
    el("strong", {}, wrong ? "Fout: " : "Let op: "),
    message,
    tip && ` ${tip}`,
  );
}

/** Set or take away attributes. */
export function attributes(element, found) {
  for (const [name, value] of Object.entries(found)) {
    if (value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** A box to tick in place of filling in: "onbekend", or another word that may stand there.
 *  `show(value)` says whether the value is that word; `hides` is what is not to be filled in then. */
export class Instead {
  constructor(veld, hides, change) {
    this.hides = hides;
    this.words = [veld.mag_onbekend && UNKNOWN, veld.ook].filter(Boolean);
    this.boxes = this.words.map((word) =>
      el("input", { type: "checkbox", on: { change: (event) => change(event.target.checked ? word : null) } }),
    );
    this.element = this.words.length
      ? el(
          "div",
          { class: "veld__anders" },
          this.words.map((word, i) =>
            el("label", { class: "vink" }, this.boxes[i], el("span", {}, capital(word), el("span", { class: "onzichtbaar" }, `: ${veld.label}`))),
          ),
        )
      : null;
  }

  show(value) {
    const which = typeof value === "string" ? this.words.indexOf(value) : -1;
    this.boxes.forEach((box, i) => {
      box.checked = i === which;
    });
    this.hides.hidden = which >= 0;
    return which >= 0;
  }

  focus() {
    (this.boxes.find((box) => box.checked) ?? this.boxes[0]).focus();
  }
}

// ---- one value ----

/** A field with one value, which is text. */
export class Scalar extends Field {
  constructor(form, veld, parent, key, value, { compact = "" } = {}) {
    super(form, veld, parent, key);
    const id = uid("invoer");
    const make = CONTROLS[veld.soort] ?? text;
    this.control = make({ id, veld, form, compact, label: compact || veld.label, at: () => this.loc, change: (typed) => this.typed(typed) });
    this.frame = new Frame(veld, { compact, forId: this.control.group ? null : id });
    this.body = el("div", { class: "veld__invoer" }, this.control.element);
    this.instead = new Instead(this.control.knowsUnknown ? { ...veld, mag_onbekend: false } : veld, this.body, (word) => this.replaced(word));
    this.element = el(
      "div",
      { class: `veld veld--${veld.soort}`, id: fieldId(this.loc) },
      this.frame.label,
      this.frame.help,
      this.frame.messages,
      this.body,
      this.instead.element,
    );
    this.control.element.addEventListener("focusout", () => this.parent?.named?.(this));
    if (this.control.group) attributes(this.control.element, { role: this.control.group, "aria-labelledby": this.frame.labelId });
    this.describe(false);
    this.set(value);
  }

  typed(value) {
    this.before = value;
    this.change(value === "" && !this.keeps ? undefined : value);
  }

  /** Fill it in for somebody. */
  put(value) {
    this.typed(value);
    this.set(value);
  }

  /** "Onbekend" was ticked, or no longer. What was typed comes back. */
  replaced(word) {
    const value = word ?? this.before ?? "";
    this.change(value === "" && !this.keeps ? undefined : value);
    if (word === null) this.control.set(value);
    this.instead.show(value);
    if (word === null) this.control.focus();
  }

  /** Show a value that did not come from here. */
  set(value) {
    const shown = typeof value === "string" ? value : "";
    if (!this.instead.show(value)) {
      this.before = shown;
      this.control.set(shown);
    }
  }

  tell(found) {
    const findings = found.map(({ finding }) => finding);
    if (this.frame.tell(findings)) this.describe(findings.some(({ level }) => level === "fout"));
  }

  relabel(words) {
    this.frame.label.textContent = words;
  }

  describe(wrong) {
    this.control.aria({ "aria-invalid": wrong ? "true" : null, "aria-describedby": this.frame.description(this.control.noteId) });
    this.element.classList.toggle("veld--fout", wrong);
  }

  focus() {
    if (this.body.hidden) this.instead.focus();
    else this.control.focus();
  }
}

// ---- text ----

const TALL = 20000; // signs; a longer text does not grow with what is typed, which would cost too much
const ALMOST = 0.75; // of the room: from here on the signs are counted

const GROWS = CSS.supports("field-sizing", "content");

/** One line or paragraphs. Both are text areas: a sentence is seen whole, also on a phone. */
function text({ id, veld, change }) {
  const lines = veld.soort === "lang";
  const noteId = uid("telling");
  const note = el("p", { class: "veld__na", id: noteId });
  const area = el("textarea", {
    id,
    class: `invoer invoer--${veld.soort}`,
    rows: lines ? 3 : 1,
    autocomplete: "off",
    on: {
      input: () => {
        show();
        change(area.value);
      },
      keydown: (event) => {
        if (event.key === "Enter" && !lines) event.preventDefault();
      },
    },
  });
  const room = veld.liefst ?? veld.langst ?? 0;

  function show() {
    const length = area.value.length;
    const full = room && length >= room * ALMOST;
    const said = full ? `${length.toLocaleString("nl")} tekens; ${veld.liefst ? "liefst hooguit" : "er is plaats voor"} ${room}` : "";
    if (note.textContent !== said) note.textContent = said;
    area.classList.toggle("invoer--hoog", length > TALL);
    if (GROWS || length > TALL) return;
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }
  if (!GROWS) requestAnimationFrame(show);

  return {
    element: el("div", {}, area, note),
    noteId: room ? noteId : null,
    set(value) {
      if (area.value !== value) area.value = value;
      show();
    },
    focus: () => area.focus(),
    aria: (found) => attributes(area, found),
  };
}

/** A few signs of a fixed form: a number, a time, an address, an id. */
function short(props, read = (typed) => typed) {
  return ({ id, veld, form, change }) => {
    const input = el("input", {
      id,
      type: "text",
      class: `invoer invoer--${veld.soort}`,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      ...props,
      on: {
        input: () => change(read(input.value)),
        // Only when somebody is done: what is being typed is left alone.
        change: () => {
          input.value = read(input.value);
        },
      },
    });
    const known = veld.soort === "id" && !veld.vast ? idsOf(form, input) : null;
    return {
      element: el("div", {}, input, known),
      set(value) {
        if (read(input.value) !== value) input.value = value;
      },
      focus: () => input.focus(),
      aria: (found) => attributes(input, found),
    };
  };
}

/** A time as the data have it, of 14.00, 14u30 or "9 uur"; the text itself when it is none. */
export function readTime(text) {
  const found = /^(?:om )?(\d{1,2})(?:[.:uh, ]{1,2}(\d{2}))?[ .]?(?:u|h|uur)?$/.exec(text.toLowerCase().trim());
  if (!found || found[1] > 23 || (found[2] ?? 0) > 59) return text;
  return `${found[1].padStart(2, "0")}:${found[2] ?? "00"}`;
}

/** The ids in the record itself, of which one may be meant. */
function idsOf(form, input) {
  const list = el("datalist", { id: uid("ids") });
  input.setAttribute("list", list.id);
  input.addEventListener("focus", () => fill(list, [...new Set(form.ids())].map((value) => el("option", { value }))));
  return list;
}

const CONTROLS = {
  tekst: text,
  lang: text,
  getal: short({ inputmode: "numeric" }),
  tijd: short({}, readTime),
  adres: short({ inputmode: "url" }),
  id: short({}),
  datum: date,
  keuze: choice,
  ja_nee: choice,
  verwijzing: reference,
};
