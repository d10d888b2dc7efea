// What is being worked on: the records, your drafts of them, and what the checks say. Everything on
// the page asks this and hears of changes from it:
//
//   "concepten"   a draft was made, changed or forgotten
//   "meldingen"   the checks have looked at what you typed last
//   "bezig"       they have begun to look
//   "storing"     they could not; `detail` is a sentence
//   "elders"      another tab changed the draft `detail.pad`, or let go of it (`detail.free`)
//
// Not here: the page (app.js and what it shows), how checks are made (motor.js), how drafts are kept
// (concept.js).

import { debounce } from "./dom.js";
import { isCatalogus, taalVan, titelVanCatalogus } from "./pad.js";

const PAUSE = 50; // ms without a key before the checks look: one look at a time, so typing never waits

/** Fields by which people know a record, when nothing else says what it is called. */
const NAMES = ["titel", "naam", "term", "onderwerp", "ecli", "nummer", "id"];

export class Werk extends EventTarget {
  #motor;
  #concept;
  #commit;
  #published = new Map(); // pad -> value as published, null when there is none
  #waiting = new Map(); // pad -> value that the checks have not seen, null to take it back
  #refused = new Map(); // pad -> why a value can be no file at all
  #lost = new Map(); // pad -> comments in its file that had to go
  #known = null; // problems there were before any draft
  #running = null;
  #begun; // call it with the first look
  #readiness = new Promise((resolve) => { this.#begun = resolve; }); // that look
  #trouble = null; // why the last look failed
  #later = debounce(() => this.check(), PAUSE);

  constructor(motor, concept, commit) {
    super();
    this.#motor = motor;
    this.#concept = concept;
    this.#commit = commit;
    this.drafts = new Map();
    this.numbers = new Map();
    this.findings = null;
  }

  /** Read what there is. Typing can begin after this; the checks follow when the engine is there. */
  async start() {
    const [begin, drafts] = await Promise.all([this.#motor.vraag("begin"), this.#concept.alle()]);
    Object.assign(this, begin);
    this.#index();
    for (const draft of drafts) this.drafts.set(draft.pad, draft);
    this.#concept.luister(({ pad, vrij }) => pad && this.#fromElsewhere(pad, vrij));
  }

  /** The engine is there: look at all as published, then put the drafts in and look again. */
  ready() {
    const look = this.#begin();
    this.#begun(look);
    return look;
  }

  async #begin() {
    await this.refresh();
    this.#waiting.clear();
    const { meldingen } = await this.ask("controleer");
    for (const pad of [...this.drafts.keys()]) await this.published(pad);
    this.#known = meldingen;
    for (const [pad, { waarde }] of this.drafts) this.#waiting.set(pad, waarde); // as typed by now
    await this.check();
  }

  /** Put a question to the engine. */
  ask(name, args = {}) {
    return this.#motor.vraag(name, args);
  }

  #index() {
    this.cards = new Map();
    for (const kind of this.soorten) for (const card of kind.records) if (!card.loc) this.cards.set(card.pad, { ...card, kind });
  }

  kind(name) {
    return this.soorten.find((kind) => kind.naam === name);
  }

  /** The kind of the record at a path, also of one that is not there yet. */
  kindOf(pad) {
    const folder = pad.slice(0, pad.lastIndexOf("/"));
    return this.soorten.find((kind) => !kind.deel_van && kind.pad === (kind.is_map ? folder : pad));
  }

  /** What people call the record at a path. */
  title(pad) {
    const card = this.cards.get(pad);
    if (card) return nameOf(card, card.kind);
    if (isCatalogus(pad)) return titelVanCatalogus(pad);
    return titleIn(this.drafts.get(pad)?.waarde ?? {}) ?? pad;
  }

  /** The value of a record as the site has it now, null when it has none. */
  async published(pad) {
    if (!this.#published.has(pad)) this.#published.set(pad, (await this.#record(pad)).waarde ?? null);
    return this.#published.get(pad);
  }

  /** The record at a path, with your draft of it. */
  async open(pad) {
    const kind = this.kindOf(pad);
    if (!kind) throw new Error("Dit adres hoort bij geen enkel soort gegevens. Begin opnieuw bij het overzicht.");
    const found = await this.#record(pad);
    const draft = this.drafts.get(pad);
    if (!this.#published.has(pad) && !draft) this.#published.set(pad, found.waarde ?? null);
    if (!draft && !found.waarde) {
      throw new Error("Dit staat er niet, of niet meer. Zoek het op in het overzicht.");
    }
    return {
      pad,
      kind,
      titel: this.title(pad),
      nieuw: !this.cards.has(pad),
      adres: found.adres ?? this.cards.get(pad)?.adres ?? "",
      basis: found.basis ?? null,
      waarde: structuredClone(draft?.waarde ?? found.waarde),
    };
  }

  /** The form of the record at a path; none where no record can be. */
  async form(pad) {
    const kind = this.kindOf(pad);
    return kind && this.ask("formulier", { soort: kind.naam });
  }

  async #record(pad) {
    try {
      return await this.#motor.vraag("record", { pad });
    } catch (error) {
      if (this.cards.has(pad)) throw error;
      return { waarde: null, basis: null }; // only a draft
    }
  }

  /** What you typed: keep it at once, check it after a pause. `numbers` comes with a new record: the
   *  next number of each sort of it. */
  change(pad, waarde, basis, numbers) {
    if (numbers) this.numbers.set(pad, numbers);
    const draft = { ...this.drafts.get(pad), pad, waarde, tijd: Date.now() };
    if (draft.voorstel) draft.voorstel = { ...draft.voorstel, bij: false }; // it says more than what was proposed
    if (draft.basis === undefined) Object.assign(draft, { basis: basis ?? null, commit: this.#commit });
    this.drafts.set(pad, draft);
    const kept = this.#concept.bewaar(pad, { waarde, basis: draft.basis, commit: draft.commit });
    this.#put(pad, waarde);
    return kept;
  }

  /** Forget a draft: the record is as published. */
  async forget(pad) {
    this.drafts.delete(pad);
    this.#put(pad, null);
    await this.#concept.vergeet(pad);
    if (!this.#published.has(pad)) await this.check(); // then the engine has it as published again
    return this.published(pad);
  }

  /** One step back or forth; gives the value to show, or undefined when there is no step. */
  async step(pad, which) {
    const done = await this.#concept[which](pad);
    if (!done) return undefined;
    const { waarde } = done;
    if (waarde === null) this.drafts.delete(pad);
    else this.drafts.set(pad, { ...this.drafts.get(pad), pad, waarde });
    this.#put(pad, waarde);
    return waarde ?? (await this.published(pad));
  }

  /** Whether this tab may change a record; no other may meanwhile. */
  hold(pad) {
    return this.#concept.grendel(pad);
  }

  release(pad) {
    this.#concept.ontgrendel(pad);
  }

  steps(pad) {
    return this.#concept.stappen(pad);
  }

  /** Another tab changed a draft, or let go of it: it is ours too. */
  async #fromElsewhere(pad, free) {
    const changed = (await this.refresh()).includes(pad);
    this.dispatchEvent(new Event("concepten"));
    if (changed || free) this.dispatchEvent(new CustomEvent("elders", { detail: { pad, free } }));
  }

  /** Look again at what drafts there are; gives the paths of those that were changed elsewhere. */
  async refresh() {
    const drafts = new Map((await this.#concept.alle()).map((draft) => [draft.pad, draft]));
    const valueIn = (some, pad) => some.get(pad)?.waarde ?? null;
    const paths = new Set([...drafts.keys(), ...this.drafts.keys()]);
    const changed = [...paths].filter((pad) => !same(valueIn(drafts, pad), valueIn(this.drafts, pad)));
    this.drafts = drafts;
    for (const pad of changed) this.#put(pad, valueIn(drafts, pad));
    return changed;
  }

  #put(pad, waarde) {
    this.#waiting.set(pad, waarde);
    this.dispatchEvent(new Event("concepten"));
    if (this.#known) this.#later();
  }

  /** The drafts that differ from what is published: a change that was typed back is none. */
  get changed() {
    return [...this.drafts.values()].filter(
      ({ pad, waarde }) => !this.#published.has(pad) || !same(waarde, this.#published.get(pad)),
    );
  }

  /** Those that were not proposed, or changed since. */
  get unproposed() {
    return this.changed.filter((draft) => !draft.voorstel?.bij);
  }

  /** Have the checks look at all that was typed. One look at a time; what was typed meanwhile is
   *  looked at next, and an answer about older text is not told. */
  check() {
    if (!this.#known) return Promise.resolve(); // ready() looks
    this.#later.stop();
    this.#running ??= this.#look().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #look() {
    this.dispatchEvent(new Event("bezig"));
    this.#trouble = null;
    try {
      let found;
      do {
        for (const [pad, waarde] of [...this.#waiting]) {
          this.#waiting.delete(pad);
          this.#refused.delete(pad);
          await this.#send(pad, waarde);
        }
        found = await this.ask("controleer");
      } while (this.#waiting.size);
      this.findings = found.meldingen;
      this.dispatchEvent(new Event("meldingen"));
    } catch (error) {
      this.#trouble = error;
      this.dispatchEvent(new CustomEvent("storing", { detail: error.message }));
    }
  }

  /** Give the engine a value. One that can be no file at all is an error of the record. */
  async #send(pad, waarde) {
    try {
      await this.complete(pad);
      const question = isCatalogus(pad) ? ["vertaal", { taal: taalVan(pad), vertalingen: waarde ?? {} }] : ["zet", { pad, waarde }];
      const { kwijt } = await this.ask(...question);
      this.#lost.set(pad, kwijt ?? []);
    } catch (error) {
      if (error.oorzaak !== "afgewezen") {
        if (!this.#waiting.has(pad)) this.#waiting.set(pad, waarde);
        throw error;
      }
      this.#refused.set(pad, error.message);
    }
  }

  /** A draft that began before the engine was there gets the text of the file that it began from. */
  async complete(pad) {
    const draft = this.drafts.get(pad);
    if (!draft || draft.basis || draft.commit !== this.#commit || !this.cards.has(pad)) return;
    draft.basis = (await this.#record(pad)).basis ?? null;
    if (draft.basis) await this.#concept.merk(pad, { basis: draft.basis });
  }

  /** Wait until they have seen all that was typed; rejected when they cannot. */
  async settled() {
    await this.#motor.klaar;
    while (!this.checked) {
      await (this.#known ? this.check() : this.#readiness);
      if (this.#trouble) throw this.#trouble;
    }
  }

  /** Whether the checks have seen all that was typed. */
  get checked() {
    return this.findings !== null && !this.#waiting.size && !this.#running;
  }

  /** What is wrong, or worth a look, in one record. */
  about(pad) {
    const refused = this.#refused.get(pad);
    const own = (this.findings ?? []).filter((one) => one.pad === pad);
    const said = (level, message) => ({ level, pad, loc: [], message, tip: "" });
    const lost = (this.#lost.get(pad) ?? []).map((text) => said("let op", `Dit commentaar verdwijnt uit het bestand: ${text}`));
    return [...(refused ? [said("fout", refused)] : []), ...own, ...lost];
  }

  /** What your drafts make wrong in other records: it was not so before. */
  elsewhere(pad) {
    const before = new Set((this.#known ?? []).map(key));
    return (this.findings ?? []).filter(
      (one) => one.pad !== pad && !this.drafts.has(one.pad) && !before.has(key(one)),
    );
  }

  /** How many errors stand in the way of a proposal. */
  get errors() {
    return (this.findings ?? []).filter(isError).length + this.#refused.size;
  }
}

/** What people call a record: a file that is the only one of its kind by the name of that. */
export const nameOf = (card, kind) => (kind.is_map || kind.deel_van ? card.titel : kind.kop);

/** The same of a value that is no record yet. */
export const titleIn = (value) => NAMES.map((name) => value[name]).find((one) => typeof one === "string" && one);

export const isError = (finding) => finding.level === "fout";

/** A problem, wherever in its file the line has moved to. */
const key = ({ code, pad, message }) => JSON.stringify([code, pad, message]);

/** Whether two values say the same, whatever the order of their fields. */
export function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((name) => name in other && same(one[name], other[name]))
  );
}
