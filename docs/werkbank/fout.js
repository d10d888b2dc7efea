// What could not be saved, for people: what happened, what to do, and what is safe.
// Not here: how it is shown (opslaan.js).

export const VEILIG = "Je concept staat nog hier.";

/** `soort` is for the program; the rest is Dutch. `oorzaken` are sentences of which one may be true,
 *  `adres` is a page that helps, `tak` the branch where it got stuck. */
export class Opslagfout extends Error {
  constructor(soort, wat, doe, { oorzaken = [], adres = "", tak = "", veilig = VEILIG } = {}) {
    super([wat, ...oorzaken, doe, veilig].filter(Boolean).join(" "));
    this.name = "Opslagfout";
    Object.assign(this, { soort, wat, doe, oorzaken, adres, tak, veilig });
  }
}
