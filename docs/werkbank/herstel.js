// Drafts of an older version of the site brought up to the one that was opened.
// Not here: how two changes are put together (the engine), drafts themselves (concept.js).

import * as concept from "./concept.js";
import { MAIN } from "./eigen.js";
import { isCatalogus } from "./pad.js";

/** Bring drafts up to the version of the site that was opened, `commit`: what others published in
 *  other fields is taken over, and a draft that the site says already is let go. Gives {samengevoegd, vervallen,
 *  botsingen}, each a list of paths; of the last ones the draft is as it was. The engine then has no
 *  drafts yet. */
export async function herstel(motor, commit) {
  const uit = { samengevoegd: [], vervallen: [], botsingen: [] };
  for (const one of await concept.alle()) {
    if (isCatalogus(one.pad)) continue;
    try {
      const wat = await hersteld(one, commit, (naam, argumenten) => motor.vraag(naam, argumenten));
      if (wat) uit[wat].push(one.pad);
    } catch {
      // A value that can be no file: the checks say so when it is opened.
    }
  }
  return uit;
}

async function hersteld({ pad, basis: toen, commit: begonnen, waarde, gezien }, commit, vraag) {
  const { basis: nu } = await vraag("record", { pad });
  // What began before the engine was there did not know its text.
  const basis = toen === null && begonnen === commit ? nu : toen;
  if (basis !== toen) await concept.merk(pad, { basis });
  await vraag("zet", { pad, waarde });
  const { tekst: mijn } = await vraag("record", { pad });
  const boven = nu === basis ? gezien?.[MAIN] : undefined; // newer than this site
  await vraag("zet", { pad, waarde: null, ...(boven !== undefined && { basis: boven }) });
  if (mijn === nu) {
    await concept.vergeet(pad);
    return "vervallen";
  }
  if (nu === basis || nu === null) return "";
  const samen = await vraag("samenvoegen", { pad, basis, mijn, hun: nu });
  if (samen.botsingen.length) return "botsingen";
  await concept.merk(pad, { waarde: samen.waarde, basis: nu });
  return "samengevoegd";
}
