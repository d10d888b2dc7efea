// To GitHub: a proposal, or at once on the site. What is ours goes the same round in both: look what
// stands there now, bring it together, ask where that cannot be done, write, and remember with each
// draft what became of it.
// Not here: what is asked of GitHub (github.js), the key (sleutelveld.js).

import { titel, voorsteltekst } from "./bericht.js";
import { hex } from "./bytes.js";
import * as concept from "./concept.js";
import { el, uid } from "./dom.js";
import { MAIN } from "./eigen.js";
import { GitHub, nietsVeranderd, repository } from "./github.js";
import { effen, magPad } from "./pad.js";
import { Sleutelveld } from "./sleutelveld.js";

const RONDES = 3;

export class NaarGitHub {
  #pagina;
  #eigen;
  #direct;
  #datamap;
  #veld = null;
  #toelichting = null;

  /** `pagina` is the page of the ways (opslaan.js); `direct` is without a proposal. */
  constructor(pagina, direct) {
    this.#pagina = pagina;
    this.#eigen = pagina.eigen;
    this.#direct = direct;
    this.#datamap = pagina.datamap;
  }

  paneel() {
    const { sleutel, manifest, knop } = this.#pagina;
    this.#veld = new Sleutelveld(sleutel, repository(manifest.repo));
    const id = uid("toelichting");
    this.#toelichting = el("textarea", { id, rows: "3", maxlength: "2000", "aria-describedby": `${id}-zin` });
    return [
      this.#veld.element,
      el(
        "div",
        { class: "veld" },
        el("label", { for: id }, "Wat wil je erbij zeggen? (mag leeg blijven)"),
        el("p", { id: `${id}-zin`, class: "wb-zacht" }, "Iedereen kan dit lezen. Schrijf nooit iets over een kind of een persoon."),
        this.#toelichting,
      ),
      el("p", { class: "knoppen" }, knop(this.#direct ? "Zet het nu op de site" : "Doe het voorstel", () => this.#via(this.#direct))),
    ];
  }

  /** What else can be done about what went wrong. */
  bijFout(fout) {
    if (fout.soort === "sleutel") this.#veld.toon();
    return fout.soort === "regels" && this.#direct && el("p", {}, this.#pagina.knop("Maak er een voorstel van", () => this.#via(false)));
  }

  async #via(direct, akkoord = false) {
    const { sleutel, meld, manifest } = this.#pagina;
    if (!sleutel.is()) {
      this.#veld.toon();
      this.#veld.neem();
      if (!sleutel.is()) return;
    }
    meld("Even kijken wat er nu op GitHub staat.");
    await this.#eigen.klopt();
    const github = new GitHub({ api: this.#pagina.api, repo: manifest.repo, sleutel, meld, pauze: manifest.pauze });
    for (let ronde = 1; ; ronde += 1) {
      try {
        await this.#ronde(github, direct, akkoord);
        return;
      } catch (fout) {
        if (fout.soort === "voorstel") await this.#merkVoorstel({ tak: fout.tak, nummer: null, adres: fout.adres, bij: false });
        if (fout.soort !== "verouderd" || ronde === RONDES) throw fout;
        meld("Een collega was je net voor. Het wordt samengevoegd.");
      }
    }
  }

  async #ronde(github, direct, akkoord) {
    const open = direct ? null : await github.voorstellen();
    const lopend = direct ? null : await this.#lopend(github, open);
    const stand = lopend?.stand ?? (await github.stand());
    const doel = lopend ? lopend.tak : MAIN;
    const eigen = await this.#eigen.alles();
    const hun = async (pad) => {
      const sha = stand.bestanden.get(`${this.#datamap}/${pad}`);
      return sha ? github.inhoud(sha) : null;
    };
    const plan = await this.#eigen.plan(eigen, doel, hun, (basis, pad) => this.#verhuisd(stand, basis, pad));
    if (!(await this.#eigen.neemOver(plan, doel, () => this.#via(direct, akkoord)))) return;
    if (plan.samengevoegd.length) {
      // From the start: what is ours has changed.
      await this.#eigen.klopt();
      await this.#ronde(github, direct, akkoord);
      return;
    }
    if (!plan.schrijf.length && !(lopend && lopend.nummer === null)) throw nietsVeranderd();
    const ook = akkoord || direct ? [] : this.#ookOpen(open ?? [], plan.schrijf, lopend);
    if (ook.length) {
      this.#vraagDoorgaan(ook);
      return;
    }
    const bestanden = plan.schrijf.map(({ pad, tekst }) => ({ pad: `${this.#datamap}/${pad}`, tekst }));
    const boodschap = { titel: titel(this.#pagina.samenvatting), tekst: voorsteltekst(this.#pagina.samenvatting, this.#toelichting.value) };
    const voorstel = direct ? null : await github.stelVoor({ stand, bestanden, ...boodschap, tak: lopend?.tak });
    if (direct) await github.legVast({ stand, bestanden, ...boodschap });
    const waar = direct ? MAIN : voorstel.tak;
    await Promise.all(eigen.map(({ pad, mijn }) => this.#eigen.onthoudTekst(pad, waar, effen(mijn), voorstel ? { voorstel: { ...voorstel, bij: true } } : {})));
    if (direct) this.#zegGepubliceerd();
    else this.#zegVoorstel(voorstel);
  }

  #zegGepubliceerd() {
    this.#pagina.zeg(
      "Het is gelukt",
      el("p", {}, "Je wijzigingen staan vast. Na een paar minuten staan ze op de site: eerst kijkt een computer alles nog eens na."),
      el("p", {}, "Tot dan blijven ze hier als concept staan. Ze verdwijnen daar vanzelf."),
    );
  }

  #zegVoorstel({ nummer, adres, bestond }) {
    this.#pagina.zeg(
      bestond ? `Je wijzigingen zitten nu in voorstel ${nummer}` : `Je voorstel staat klaar: nummer ${nummer}`,
      el("p", {}, el("a", { href: adres, target: "_blank", rel: "noopener noreferrer" }, "Bekijk je voorstel op GitHub")),
      el("p", {}, "Wie de site beheert kijkt ernaar. Zodra het is goedgekeurd, staat het op de site. Tot dan blijven je wijzigingen hier als concept staan; wijzig je nog iets, dan kun je dat aan hetzelfde voorstel toevoegen."),
    );
  }

  async #merkVoorstel(voorstel) {
    await Promise.all((await this.#eigen.alles()).map(({ pad }) => concept.merk(pad, { voorstel })));
  }

  /** The proposal of these drafts that is still open: {tak, nummer, stand}, or null. */
  async #lopend(github, open) {
    const gedaan = (await concept.alle()).map((one) => one.voorstel).find(Boolean);
    if (!gedaan) return null;
    const nog = gedaan.nummer === null || !open || open.some((one) => one.nummer === gedaan.nummer);
    if (!nog) return null;
    try {
      return { ...gedaan, stand: await github.stand(gedaan.tak) };
    } catch (fout) {
      if (fout.soort === "tak-weg") return null;
      throw fout;
    }
  }

  /** Where a file went that is no longer where it was: a file with the same text beside it, or "". */
  async #verhuisd(stand, basis, pad) {
    const bytes = new TextEncoder().encode(basis);
    const blob = new Blob([`blob ${bytes.length}\0`, bytes]);
    const sha = hex(await crypto.subtle.digest("SHA-1", await blob.arrayBuffer()));
    const map = `${this.#datamap}/${pad.slice(0, pad.lastIndexOf("/") + 1)}`;
    const gevonden = [...stand.bestanden].find(([plek, blob]) => blob === sha && plek.startsWith(map));
    const naar = gevonden?.[0].slice(this.#datamap.length + 1) ?? "";
    return naar && magPad(naar, this.#eigen.soorten) ? naar : "";
  }

  /** Open proposals of others on the same files. */
  #ookOpen(open, schrijf, lopend) {
    const paden = new Set(schrijf.map(({ pad }) => `${this.#datamap}/${pad}`));
    return open.filter((one) => one.nummer !== lopend?.nummer && one.paden.some((pad) => paden.has(pad)));
  }

  #vraagDoorgaan(ook) {
    const hoofd = el("h2", { tabindex: "-1" }, "Er staat al een voorstel open over hetzelfde");
    this.#pagina.vraagKeuze(
      el(
        "div",
        { class: "let-op" },
        hoofd,
        el("ul", {}, ook.map((one) => el("li", {}, el("a", { href: one.adres, target: "_blank", rel: "noopener noreferrer" }, `Voorstel ${one.nummer}: ${one.titel}`)))),
        el("p", {}, "Ga je door, dan moet wie de site beheert de twee straks samenvoegen. Overleg bij twijfel eerst."),
        el("p", { class: "knoppen" }, this.#pagina.knop("Doe het voorstel toch", () => this.#via(false, true))),
      ),
    );
  }
}
