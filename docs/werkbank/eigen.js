// What is ours when it is saved: the files, the texts that were seen where they go, and what was
// chosen where two changed the same. A choice is kept in the drafts, so that the round can begin again
// from the start at any time.
// Not here: the ways to save and what each of them writes, how others' changes are merged
// (samenvoegen.js), the questions (botsing.js).

import { botsingVragen, wegVragen } from "./botsing.js";
import * as concept from "./concept.js";
import { Opslagfout } from "./fout.js";
import { remaining } from "./fouten.js";
import { isCatalogus, magPad } from "./pad.js";
import { verenig } from "./samenvoegen.js";

const IN_MANIFEST = "data/"; // how the engine calls the folder of data, whatever its name
export const MAIN = "site"; // the published branch, as a place that texts were seen in

export class Eigen {
  #doe;
  #vraagKeuze;
  #kanten = new Map(); // what was chosen where two changed the same

  /** `titelVan(pad)` names a record, `doe(what)` does something for a press of a button, and
   *  `vraagKeuze(form)` shows a question. */
  constructor({ vraag, commit, soorten, datamap, titelVan, doe, vraagKeuze }) {
    Object.assign(this, { vraag, commit, soorten, datamap, titelVan });
    this.#doe = doe;
    this.#vraagKeuze = vraagKeuze;
  }

  /** Ours beside what stands where it goes: see `verenig`. */
  async plan(eigen, doel, hun, naar) {
    const kant = (pad, botsing) => this.#kanten.get(botsingnaam(pad, botsing)) ?? null;
    return verenig({ eigen, doel, hun, naar, kant, vraag: this.vraag });
  }

  /** Our files by their path in the repository, as the engine has them. */
  async bestanden() {
    const ruw = await this.vraag("bestanden");
    return Object.fromEntries(Object.entries(ruw).map(([pad, tekst]) => [pad.replace(IN_MANIFEST, `${this.datamap}/`), tekst]));
  }

  /** Our files as they are now: [{pad, basis, gezien, mijn}]. */
  async alles() {
    const concepten = new Map((await concept.alle()).map((one) => [one.pad, one]));
    const uit = [];
    for (const [vol, mijn] of Object.entries(await this.vraag("bestanden"))) {
      const pad = vol.slice(IN_MANIFEST.length);
      if (!vol.startsWith(IN_MANIFEST) || !magPad(pad, this.soorten) || mijn === null) {
        throw new Opslagfout("pad", `Dit bestand wordt hier niet geschreven: ${vol}.`, "Alleen de gegevens van de site kunnen hier veranderen. Geef het record zo nodig een andere naam.");
      }
      const one = concepten.get(pad);
      const basis = isCatalogus(pad) ? undefined : one?.basis;
      // A draft that began before the engine was there does not know its text.
      const bekend = basis ?? (!one || one.commit === this.commit || isCatalogus(pad) ? await this.vraag("basis", { pad }) : null);
      uit.push({ pad, basis: bekend, gezien: await this.#gezien(pad, one), mijn });
    }
    return uit;
  }

  /** Take over in our drafts what was merged, or stop to ask. Whether the round can go on. */
  async neemOver(plan, doel, opnieuw) {
    await Promise.all(plan.samengevoegd.map(({ pad, waarde, hun }) => this.#zetSamen(pad, waarde, hun, doel)));
    if (plan.botsingen.length) {
      this.#vraagKeuze(
        botsingVragen(plan.botsingen, this.titelVan, (keuzes) => {
          for (const [pad, botsing, kant] of keuzes) this.#kanten.set(botsingnaam(pad, botsing), kant);
          this.#doe(opnieuw);
        }),
      );
      return false;
    }
    if (plan.weg.length) {
      this.#vraagKeuze(
        wegVragen(plan.weg, this.titelVan, (keuzes) =>
          this.#doe(async () => {
            await Promise.all([...keuzes].map(([pad, { keuze, naar }]) => this.#zetWeg(pad, keuze, naar, doel)));
            await opnieuw();
          }),
        ),
      );
      return false;
    }
    return true;
  }

  async #zetSamen(pad, waarde, hun, doel) {
    await this.vraag("zet", doel === MAIN ? { pad, waarde, basis: hun } : { pad, waarde });
    await this.onthoudTekst(pad, doel, hun, { waarde });
  }

  async #zetWeg(pad, keuze, naar, doel) {
    const one = (await concept.alle()).find((draft) => draft.pad === pad);
    if (keuze === "terug") {
      await this.onthoudTekst(pad, doel, null);
      return;
    }
    await concept.vergeet(pad);
    await this.vraag("zet", { pad, waarde: null });
    if (keuze === "mee" && one) {
      await concept.bewaar(naar, { waarde: one.waarde, basis: one.basis, commit: one.commit });
      await this.vraag("zet", { pad: naar, waarde: one.waarde });
    }
  }

  /** The texts that ours took in or became, by place. A catalogue that follows its records is no
   *  draft: of it they are kept as long as this version of the site. */
  async #gezien(pad, one) {
    if (one) return one.gezien;
    const bewaard = await concept.onthouden(`gezien ${pad}`);
    return bewaard?.commit === this.commit ? bewaard.gezien : undefined;
  }

  async onthoudTekst(pad, doel, tekst, velden = {}) {
    const one = (await concept.alle()).find((draft) => draft.pad === pad);
    const gezien = { ...(await this.#gezien(pad, one)), [doel]: tekst };
    if (one) await concept.merk(pad, { ...velden, gezien });
    else await concept.onthoud(`gezien ${pad}`, { commit: this.commit, gezien });
  }

  /** After others' changes came in: whether all is still right. */
  async klopt() {
    const { fouten, meldingen } = await this.vraag("controleer");
    if (!fouten) return;
    const eerste = meldingen.find((one) => one.level === "fout");
    throw new Opslagfout("fouten", `${remaining(fouten)} ${fouten === 1 ? "In" : "De eerste, in"} ${this.titelVan(eerste.pad)}: ${eerste.message}`, "Verbeter die en probeer het dan opnieuw.");
  }
}

/** A clash with the very words that were shown: when these change, it is asked again. */
const botsingnaam = (pad, { loc, mijn, hun }) => JSON.stringify([pad, loc, mijn, hun]);
