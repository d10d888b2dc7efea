// The folder with the files of the site on this computer, for who has a clone of it.
// Not here: which files and texts (opslaan.js), and anything of git: a folder is a folder.

import { onthoud, onthouden } from "./concept.js";
import { Opslagfout } from "./fout.js";
import { effen } from "./pad.js";

const DING = "map";
const INSTELLINGEN = "regio.yml";

/** Why a folder cannot be used in this browser, in Dutch; empty when it can. */
export const waaromNiet = () =>
  "showDirectoryPicker" in window
    ? ""
    : "Deze browser (zoals Firefox en Safari) laat een webpagina geen map op je computer gebruiken. Het kan in Edge en Chrome; of kies het pakket (zip).";

/** The folder that was used before: {map, mag}, or null. After a reload `mag` is false until
 *  verbind() was called by a click. */
export async function eerdere() {
  const map = waaromNiet() ? undefined : await onthouden(DING);
  if (!map) return null;
  return { map, mag: (await map.queryPermission({ mode: "readwrite" })) === "granted" };
}

/** Ask for the folder again; true when it may be used. Only from a click. */
export const verbind = async (map) => (await map.requestPermission({ mode: "readwrite" })) === "granted";

/** Let the editor choose the folder; null when there was none chosen. `datamap` is where the data are
 *  in it, `instellingen` what regio.yml says in the site. */
export async function kies(datamap, instellingen) {
  let map;
  try {
    map = await window.showDirectoryPicker({ id: "samen-voor-het-kind", mode: "readwrite" });
  } catch (fout) {
    if (fout.name === "AbortError") return null;
    throw new Opslagfout("map", "De browser gaf geen toegang tot een map.", "Probeer het opnieuw, of kies het pakket (zip).");
  }
  const schijf = new Schijf(map, datamap);
  const er = await schijf.lees(INSTELLINGEN);
  if (er === null) {
    throw new Opslagfout("map", `In de map '${map.name}' staat geen ${datamap}/${INSTELLINGEN}: dit is niet de map van de site.`, "Kies de hoofdmap van de site, waar ook README.md staat.");
  }
  const naam = (tekst) => /^id: *(.*)$/m.exec(effen(tekst))?.[1].trim();
  if (instellingen && naam(er) !== naam(instellingen)) {
    throw new Opslagfout("map", `De map '${map.name}' is van een andere regio${naam(er) ? ` (${naam(er)})` : ""}.`, "Kies de map van deze site.");
  }
  await onthoud(DING, map);
  return map;
}

/** The data in a folder: read and written by path below `datamap`. */
export class Schijf {
  #map;
  #datamap;

  constructor(map, datamap) {
    this.#map = map;
    this.#datamap = datamap;
  }

  /** The text of a file to the letter, null when it is not there. */
  async lees(pad) {
    try {
      const [map, naam] = await this.#plek(pad, false);
      const bestand = await (await map.getFileHandle(naam)).getFile();
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await bestand.arrayBuffer());
    } catch (fout) {
      if (fout.name === "NotFoundError") return null;
      throw dezeFout(fout, pad);
    }
  }

  /** Write a file and read it again. What stood there stays whole when that fails. */
  async schrijf(pad, tekst) {
    try {
      const [map, naam] = await this.#plek(pad, true);
      for await (const ander of map.keys()) {
        if (ander !== naam && ander.toLowerCase() === naam.toLowerCase()) {
          throw new Opslagfout("map", `Naast ${pad} staat er al een bestand '${ander}': op veel computers is dat hetzelfde bestand.`, "Geef een van de twee een andere naam.");
        }
      }
      const stroom = await (await map.getFileHandle(naam, { create: true })).createWritable();
      try {
        await stroom.write(tekst);
        await stroom.close();
      } catch (fout) {
        await stroom.abort().catch(() => {});
        throw fout;
      }
    } catch (fout) {
      throw dezeFout(fout, pad);
    }
    if ((await this.lees(pad)) !== tekst) {
      throw new Opslagfout("map", `${pad} is niet goed op schijf gekomen.`, "Misschien is de schijf vol, of schreef een ander programma tegelijk. Probeer het opnieuw.");
    }
  }

  async #plek(pad, maak) {
    const delen = `${this.#datamap}/${pad}`.split("/");
    const naam = delen.pop();
    let map = this.#map;
    for (const deel of delen) map = await map.getDirectoryHandle(deel, { create: maak });
    return [map, naam];
  }
}

function dezeFout(fout, pad) {
  if (fout instanceof Opslagfout) return fout;
  const wat = {
    NotAllowedError: ["De map mag niet meer gebruikt worden.", "Kies 'Verbind opnieuw'."],
    NoModificationAllowedError: [`${pad} is op slot: een ander programma heeft het open.`, "Sluit dat programma en probeer het opnieuw."],
    QuotaExceededError: [`${pad} past niet meer op de schijf.`, "Maak ruimte en probeer het opnieuw."],
    NotFoundError: ["De map is er niet meer, of heet nu anders.", "Kies de map opnieuw."],
    TypeMismatchError: [`Op de plek van ${pad} staat iets anders dan een bestand.`, "Kijk in de map wat daar staat."],
  }[fout.name] ?? [`${pad} kon niet worden gelezen of geschreven (${fout.name}).`, "Probeer het opnieuw, of kies het pakket (zip)."];
  return new Opslagfout("map", ...wat);
}
