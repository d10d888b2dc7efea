// Changes of more than one record that are one step: what was pasted, a workbook that was taken over.
// Not here: the steps of one record (concept.js).

const MERGE = 1000; // ms in which changes of one place are one step

/** A value, or that a draft is forgotten. Gives what it was: null as published. */
async function set(werk, pad, waarde) {
  const before = werk.drafts.get(pad)?.waarde ?? null;
  const { basis } = werk.drafts.get(pad) ?? (werk.cards.has(pad) ? await werk.open(pad) : { basis: null });
  if (waarde === null) await werk.forget(pad);
  else await werk.change(pad, waarde, basis);
  return before;
}

export class Stappen {
  #werk;
  #lists = { ongedaan: [], opnieuw: [] };
  #last = null; // {place, time} of what was typed last

  constructor(werk) {
    this.#werk = werk;
  }

  can = () => ({ ongedaan: this.#lists.ongedaan.length > 0, opnieuw: this.#lists.opnieuw.length > 0 });

  /** Remember that a record was `before` (null: as published); what follows at one place is one step. */
  note(pad, before, place) {
    const now = Date.now();
    const more = this.#last?.place === place && now - this.#last.time < MERGE;
    this.#last = { place, time: now };
    if (!more) this.#lists.ongedaan.push([[pad, before]]);
    this.#lists.opnieuw = [];
  }

  /** Change these records ({pad: value}) in one step. Those that another tab has are left, and given. */
  async take(waarden) {
    const done = [];
    const left = [];
    for (const [pad, waarde] of Object.entries(waarden)) {
      if (await this.#werk.hold(pad)) done.push([pad, await set(this.#werk, pad, waarde)]);
      else left.push(pad);
    }
    this.#last = null;
    if (done.length) this.#lists.ongedaan.push(done);
    this.#lists.opnieuw = [];
    return left;
  }

  /** One step back ("ongedaan") or forth; gives the paths of what changed. */
  async go(which) {
    const step = this.#lists[which].pop();
    if (!step) return [];
    const back = [];
    for (const [pad, waarde] of step) back.push([pad, await set(this.#werk, pad, waarde)]);
    this.#lists[which === "ongedaan" ? "opnieuw" : "ongedaan"].push(back);
    this.#last = null;
    return step.map(([pad]) => pad);
  }
}
