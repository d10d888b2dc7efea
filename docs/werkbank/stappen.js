// Changes of more than one record that are one step: what was pasted, a workbook that was taken over.
// Not here: the steps of one record (concept.js).

const MERGE = 1000; // ms in which changes of one place are one step

/** Give records a value, or (null) forget their drafts. Gives what each was. They are kept together: a
 *  draft is written only when nothing follows for a moment. */
async function set(werk, changes) {
  const before = [];
  const kept = [];
  for (const [pad, waarde] of changes) {
    const draft = werk.drafts.get(pad);
    before.push([pad, draft?.waarde ?? null]);
    const { basis } = draft ?? (werk.cards.has(pad) ? await werk.open(pad) : { basis: null });
    kept.push(waarde === null ? werk.forget(pad) : werk.change(pad, waarde, basis));
  }
  await Promise.all(kept);
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
    const ours = [];
    const left = [];
    for (const one of Object.entries(waarden)) {
      if (await this.#werk.hold(one[0])) ours.push(one);
      else left.push(one[0]);
    }
    const done = await set(this.#werk, ours);
    this.#last = null;
    if (done.length) this.#lists.ongedaan.push(done);
    this.#lists.opnieuw = [];
    return left;
  }

  /** One step back ("ongedaan") or forth; gives the paths of what changed. */
  async go(which) {
    const step = this.#lists[which].pop();
    if (!step) return [];
    this.#lists[which === "ongedaan" ? "opnieuw" : "ongedaan"].push(await set(this.#werk, step));
    this.#last = null;
    return step.map(([pad]) => pad);
  }
}
