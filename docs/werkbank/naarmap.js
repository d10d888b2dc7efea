// To a folder on the computer, for who has a clone of the site.
// Not here: reading and writing in it (map.js).

import { el, fill, plural } from "./dom.js";
import { Opslagfout, VEILIG } from "./fout.js";
import { remaining } from "./fouten.js";
import * as schijf from "./map.js";
import { effen } from "./pad.js";

const SCHIJF = "map"; // as a place that texts were seen in

export class NaarMap {
  #pagina;
  #eigen;

  /** `pagina` is the page of the ways (opslaan.js). */
  constructor(pagina) {
    this.#pagina = pagina;
    this.#eigen = pagina.eigen;
  }

  async paneel() {
    const er = await schijf.eerdere();
    const kies = this.#pagina.knop(er ? "Kies een andere map" : "Kies de map", () => this.#kiesMap());
    if (!er) return el("p", { class: "knoppen" }, kies);
    const doe = er.mag
      ? this.#pagina.knop(`Schrijf in de map '${er.map.name}'`, () => this.#inMap(er.map))
      : this.#pagina.knop(`Verbind opnieuw met de map '${er.map.name}'`, () => this.#verbindMap(er.map));
    return el("p", { class: "knoppen" }, doe, kies);
  }

  /** What can be done now; who had the focus in it keeps a place there. */
  async #toon() {
    const { paneel } = this.#pagina;
    fill(paneel, await this.paneel());
    if (document.activeElement === document.body) paneel.querySelector("button").focus();
  }

  async #kiesMap() {
    const instellingen = (await this.#eigen.vraag("record", { pad: "regio.yml" })).basis;
    const map = await schijf.kies(this.#pagina.datamap, instellingen);
    if (map) await this.#inMap(map);
    else this.#pagina.meld("Er is geen map gekozen. Weigerde de browser je map? Kies dan de hoofdmap van de site zelf, niet je bureaublad of een map van Windows.");
    await this.#toon();
  }

  async #verbindMap(map) {
    if (!(await schijf.verbind(map))) {
      throw new Opslagfout("map", "De browser mag nu niet bij deze map.", "Probeer het opnieuw en kies dan 'Toestaan'.");
    }
    await this.#toon();
    await this.#inMap(map);
  }

  async #inMap(map) {
    const schijfmap = new schijf.Schijf(map, this.#pagina.datamap);
    this.#pagina.meld("De bestanden in de map worden vergeleken.");
    const eigen = await this.#eigen.alles();
    const plan = await this.#eigen.plan(eigen, SCHIJF, (pad) => schijfmap.lees(pad));
    if (!(await this.#eigen.neemOver(plan, SCHIJF, () => this.#inMap(map)))) return;
    if (plan.samengevoegd.length) {
      await this.#inMap(map);
      return;
    }
    const { fouten } = this.#pagina;
    const verslag = plan.gelijk.map((pad) => [pad, "stond er al zo"]);
    const onthouden = [];
    let mis = 0;
    for (const { pad, tekst } of plan.schrijf) {
      try {
        await schijfmap.schrijf(pad, tekst);
        verslag.push([pad, "geschreven"]);
        onthouden.push(this.#eigen.onthoudTekst(pad, SCHIJF, effen(tekst)));
      } catch (fout) {
        mis += 1;
        verslag.push([pad, `NIET geschreven. ${fout.wat ?? fout.message} ${fout.doe ?? ""} Wat er stond, staat er nog.`]);
      }
    }
    await Promise.all(onthouden);
    this.#pagina.zeg(
      mis ? `${plural(mis, "bestand is", "bestanden zijn")} niet geschreven` : "Het staat in de map",
      el("ul", {}, verslag.sort().map(([pad, zin]) => el("li", {}, el("code", {}, `${this.#pagina.datamap}/${pad}`), `: ${zin}`))),
      fouten > 0 && el("p", {}, `${remaining(fouten)} Met make check zie je ${fouten === 1 ? "die" : "ze"} ook.`),
      el("p", {}, VEILIG),
    );
  }
}
