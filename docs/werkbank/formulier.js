// The form of a record, made of the tree of fields of its kind: it shows a value, tells each change, and
// shows what the checks say at its field. A value is never changed in its place, so who keeps one can.
//
//   const form = maakFormulier({ veld, waarde, vraag, verander, nummers, adres });
//   form.element, form.zet(waarde), form.meldingen(list), form.toon(loc)
//
// Not here: which fields there are (macros/werkbank/formulier.py), keeping drafts, the list of problems.

import { el, once } from "./dom.js";
import { Searches } from "./gezocht.js";
import { Group, isGroup } from "./groep.js";
import { Provenance } from "./herkomst.js";
import { Checks, List } from "./lijst.js";
import { Scalar, UNKNOWN } from "./veld.js";

const SHOWN_ELSEWHERE = ["id", "status"]; // of the record as a whole: its address, and whether it counts

const WAITS = "niet-vertaald"; // each new text does, and that is told once for the whole record

export function maakFormulier(given) {
  const form = new Form(given);
  return {
    element: form.element,
    zet: (waarde) => form.set(waarde),
    meldingen: (list) => form.tell(list),
    toon: (loc) => form.show(loc),
  };
}

/** What a field asks of the record that it is in: the value, and what can be referred to. */
export class Fields {
  #vraag;
  #verander;
  #options = new Map();
  #searched = new Map(); // the dates that went because something became known, for when it does not

  /** `adres(loc)` is where a field of it is, for who goes away and comes back. */
  constructor({ waarde, vraag, verander, adres }) {
    this.adres = adres;
    this.#vraag = vraag;
    this.#verander = verander;
    this.value = isGroup(waarde) ? waarde : {};
  }

  /** The field of a sort, with a value in it. */
  make(veld, parent, key, value, options) {
    return new (kinds[veld.soort === "lijst" && veld.item.keuzes ? "vinkjes" : veld.soort] ?? Scalar)(this, veld, parent, key, value, options);
  }

  // ---- the value ----

  at(loc) {
    return loc.reduce((value, key) => value?.[key], this.value);
  }

  change(loc, value) {
    const date = [...loc.slice(0, -1), "gezocht_op", loc.at(-1)];
    const part = JSON.stringify(date.map((key, i) => this.at(date.slice(0, i + 1))?.id ?? key));
    const before = this.at(date);
    this.value = put(this.value, loc, value) ?? {};
    if (before !== undefined && this.at(date) === undefined) this.#searched.set(part, before);
    if (value === UNKNOWN && this.#searched.has(part)) {
      this.value = put(this.value, date, this.#searched.get(part));
      this.#searched.delete(part);
    }
    this.#verander(this.value, loc);
  }

  // ---- what can be referred to ----

  /** Not the record itself: nothing refers to itself. */
  async options(soorten) {
    const found = await once(this.#options, soorten.join(), () => this.#vraag("keuzes", { soorten }));
    return found.filter(({ waarde, soort }) => soort !== this.kind || waarde !== this.value.id);
  }

  /** The title of a record, or its id when there is no such record. */
  async name(soorten, id) {
    const found = await this.options(soorten).catch(() => []);
    return found.find(({ waarde }) => waarde === id)?.label ?? id;
  }

  /** Every id in the record. */
  *ids(value = this.value) {
    if (Array.isArray(value)) for (const one of value) yield* this.ids(one);
    else if (isGroup(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === "id" && value !== this.value && typeof inner === "string") yield inner;
        else yield* this.ids(inner);
      }
    }
  }

  /** A short name made of a title, that no part of the record has. */
  freeId(title) {
    const words = title.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
    let wanted = "";
    for (const word of words) {
      if (`${wanted}-${word}`.length > LONGEST) break;
      wanted = wanted ? `${wanted}-${word}` : word;
    }
    const taken = new Set(this.ids());
    let found = wanted;
    for (let number = 2; wanted && taken.has(found); number += 1) found = `${wanted}-${number}`;
    return found;
  }

}

const LONGEST = 60; // of a short name that is proposed; a longer one may be typed

class Form extends Fields {
  constructor({ veld, nummers = null, ...given }) {
    super(given);
    this.kind = veld.naam;
    this.numbers = nummers;
    this.findings = [];
    this.root = new Group(this, veld, null, null, this.value, { bare: true, hidden: SHOWN_ELSEWHERE });
    this.element = el("form", { class: "formulier", novalidate: true, tabindex: "-1", on: { submit: (event) => event.preventDefault() } }, this.root.element);
  }

  /** Show a value that did not come from here; the focus stays where it was. */
  set(value) {
    const at = document.activeElement?.closest?.("[id^='veld-']")?.id;
    this.value = isGroup(value) ? value : {};
    this.root.set(this.value);
    this.tell(this.findings);
    if (at && !this.element.contains(document.activeElement)) {
      (document.getElementById(at)?.querySelector("input, textarea, select, button") ?? this.element).focus();
    }
  }

  // ---- what the checks say ----

  tell(findings) {
    this.findings = findings;
    const here = findings.filter(({ code }) => code !== WAITS);
    this.root.tell(here.map((finding) => ({ finding, rest: finding.loc })));
  }

  /** Bring somebody to a field; whether it is there. */
  show(loc) {
    let field = this.root;
    let whole = true;
    for (const key of loc) {
      const below = field.child(key);
      whole = Boolean(below);
      if (!whole) break;
      field = below;
    }
    const element = field === this.root ? this.element : field.element;
    element.scrollIntoView({ block: field === this.root ? "start" : "nearest" });
    if (field === this.root) this.element.focus();
    else field.focus();
    return whole;
  }
}

const kinds = { gezocht: Searches, groep: Group, herkomst: Provenance, lijst: List, vinkjes: Checks };

/** The value with another one at a place. A group in which nothing is left is not there, but an item of
 *  a list keeps its place. What is filled in was not looked for in vain any longer: that date goes. */
export function put(value, [key, ...rest], next) {
  const copy = Array.isArray(value) ? [...value] : isGroup(value) ? { ...value } : typeof key === "number" ? [] : {};
  const below = rest.length ? put(copy[key], rest, next) : next;
  if (below !== undefined) copy[key] = below;
  else if (Array.isArray(copy)) copy[key] = {};
  else delete copy[key];
  if (copy.gezocht_op?.[key] !== undefined && copy[key] !== UNKNOWN) return put(copy, ["gezocht_op", key]);
  return Object.keys(copy).length ? copy : undefined;
}
