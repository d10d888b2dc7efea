// What we changed, beside what others changed meanwhile in the same files.
// Not here: how two values of a record are merged (the engine), where theirs comes from (github.js,
// map.js), and asking an editor to choose (botsing.js).

import { effen, isCatalogus, zoals } from "./pad.js";

/** What to write. `eigen` are [{pad, basis, gezien, mijn}]: the text we began from, the texts of others
 *  that ours took in since by the place where they stood, and our text. `hun(pad)` is what stands
 *  there now, or null; `naar(basis, pad)` is where that file went, or "". `kant(pad, botsing)` is what was
 *  chosen before where two changed the same: "mijn", "hun" or null. Gives
 *
 *    schrijf       [{pad, tekst}]            what is to be written, with the line ends of the place
 *    gelijk        [pad]                     what says there what we say
 *    samengevoegd  [{pad, waarde, hun}]      what others changed too
 *    botsingen     [{pad, botsingen}]        what has to be chosen first
 *    weg           [{pad, naar}]             what is no longer there
 *
 *  A catalogue that was merged is written at once: it is no draft. */
export async function verenig({ eigen, doel, hun, naar, kant, vraag }) {
  const uit = { schrijf: [], gelijk: [], samengevoegd: [], botsingen: [], weg: [] };
  for (const { pad, basis, gezien = {}, mijn } of eigen) {
    const ruw = await hun(pad);
    const zij = ruw === null ? null : effen(ruw);
    const vanaf = doel in gezien ? gezien[doel] : basis;
    const bekend = [vanaf, basis, ...Object.values(gezien)].map((tekst) => (tekst === null ? null : effen(tekst)));
    if (zij === effen(mijn)) uit.gelijk.push(pad);
    else if (zij === null && vanaf !== null) uit.weg.push({ pad, naar: naar ? await naar(effen(vanaf), pad) : "" });
    else if (bekend.includes(zij)) uit.schrijf.push({ pad, tekst: zoals(mijn, ruw ?? "") });
    else {
      const teksten = { pad, basis: vanaf === null ? null : effen(vanaf), mijn: effen(mijn), hun: zij };
      let samen = await vraag("samenvoegen", teksten);
      if (samen.botsingen.length) {
        const keuzen = samen.botsingen.map((botsing) => kant(pad, botsing));
        if (keuzen.includes(null)) {
          uit.botsingen.push({ pad, botsingen: samen.botsingen });
          continue;
        }
        samen = await vraag("samenvoegen", { ...teksten, keuzen });
      }
      if (isCatalogus(pad)) uit.schrijf.push({ pad, tekst: zoals(samen.tekst, ruw) });
      else uit.samengevoegd.push({ pad, hun: zij, waarde: samen.waarde });
    }
  }
  return uit;
}
