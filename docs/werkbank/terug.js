// Back to the field for which somebody began a new record, with that record chosen in it. The way back
// is the address of the field; it goes along in the address of what is made (`voor`), so that a new
// record within a new record leads back in two steps.
// Not here: making a record (overzicht.js), choosing one that is there (keuze.js).

import { put } from "./formulier.js";
import { locOf, read } from "./route.js";

/** Change what a field refers to, as `change(value)` says. Nothing happens when another tab has it. */
async function refer(werk, address, change) {
  const { rest: pad, params } = read(address);
  const loc = locOf(params.get("veld"));
  if (!loc.length) return;
  try {
    if (!(await werk.hold(pad))) return;
    const { waarde, basis } = await werk.open(pad);
    const now = change(waarde, loc);
    if (now) await werk.change(pad, now, basis);
  } finally {
    werk.release(pad);
  }
}

/** Choose a record in the field at an address. */
export const choose = (werk, address, id) => refer(werk, address, (waarde, loc) => put(waarde, loc, id));

/** The record is no more: the field is as it was before it was chosen there. */
export const unchoose = (werk, address, id) =>
  refer(werk, address, (waarde, loc) => {
    const inside = (way) => way.reduce((value, key) => value?.[key], waarde);
    if (inside(loc) !== id) return null;
    const list = loc.slice(0, -1);
    if (!Array.isArray(inside(list))) return put(waarde, loc, undefined) ?? {};
    const rest = inside(list).filter((one) => one !== id);
    return put(waarde, list, rest.length ? rest : undefined) ?? {};
  });

/** What the way back is called. */
export const called = (werk, address) => `Terug naar '${werk.title(read(address).rest)}'`;
