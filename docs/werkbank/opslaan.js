// The page with the four ways to save: a proposal, at once on the site, a folder, a package.
// Not here: how each of them works (naargithub.js, naarmap.js, naarpakket.js), what is ours (eigen.js),
// drafts (concept.js), and what changes (the engine).

import * as concept from "./concept.js";
import { announce, download, el, fill, uid } from "./dom.js";
import { Eigen } from "./eigen.js";
import { Opslagfout, VEILIG } from "./fout.js";
import { remaining } from "./fouten.js";
import { repository } from "./github.js";
import { waaromNiet } from "./map.js";
import { NaarGitHub } from "./naargithub.js";
import { NaarMap } from "./naarmap.js";
import { NaarPakket } from "./naarpakket.js";
import { isCatalogus, titelVanCatalogus } from "./pad.js";
import { pakketOpener } from "./pakketopener.js";
import { maakSleutel } from "./sleutel.js";

const LAATST = "opslaan";

let sleutel = null; // one for the page, as long as it is open

/** Show the ways in `in`. `bestanden` and `samenvatting` are the engine's answers, `bestanden` null
 *  when it cannot answer; `fouten` is how many errors there are, null when nobody knows. */
export async function openOpslaan({ in: plek, bestanden, samenvatting, fouten, commit, motor, manifest }) {
  const { soorten } = await motor.vraag("begin");
  const api = manifest.api ?? "https://api.github.com";
  sleutel ??= maakSleutel(api);
  const werk = new Opslaan({ plek, samenvatting, fouten, commit, motor, manifest, soorten, api, sleutel, gecontroleerd: bestanden !== null });
  await werk.toon();
}

class Opslaan {
  constructor(alles) {
    Object.assign(this, alles);
    this.datamap = this.manifest.datamap ?? "data";
    this.uitkomst = el("div", { class: "wb-uitkomst" });
    this.bezig = false;
    this.eigen = new Eigen({ ...this, doe: (wat) => this.doe(wat) });
  }

  vraag = (naam, argumenten = {}) => this.motor.vraag(naam, argumenten);

  titelVan = (pad) =>
    this.samenvatting.find((one) => one.pad === pad)?.titel ??
    this.soorten.flatMap((soort) => soort.records).find((one) => one.pad === pad)?.titel ??
    (isCatalogus(pad) ? titelVanCatalogus(pad) : pad);

  // --- the page ----------------------------------------------------------------------------------

  async toon() {
    const laatst = await concept.onthouden(LAATST);
    const wegen = this.wegen().sort((a, b) => (b.id === laatst) - (a.id === laatst));
    const eerste = wegen.find((weg) => !weg.reden);
    this.paneel = el("div", { class: "wb-weg" });
    const groep = uid("weg");
    const keuzes = wegen.map((weg) => {
      const id = uid("weg");
      const knop = el("input", { type: "radio", name: groep, id, value: weg.id, disabled: !!weg.reden, checked: weg === eerste, "aria-describedby": `${id}-zin`, on: { change: () => this.kies(weg) } });
      return el(
        "div",
        { class: "wb-kies" },
        knop,
        el("label", { for: id }, el("strong", {}, weg.kop), el("span", { id: `${id}-zin` }, weg.reden ? `${weg.zin} ${weg.reden}` : weg.zin)),
      );
    });
    fill(
      this.plek,
      this.opslagzin(),
      el("fieldset", { class: "wb-wegen" }, el("legend", {}, "Hoe wil je dit bewaren?"), keuzes),
      this.paneel,
      this.uitkomst,
      this.opener(),
    );
    await this.kies(eerste);
  }

  opslagzin() {
    const zin = concept.uitleg();
    return zin && el("p", { class: "let-op" }, `${zin} `, el("button", { type: "button", class: "knop", on: { click: () => this.downloadConcepten() } }, "Download je concepten"));
  }

  wegen() {
    const geenControle = this.gecontroleerd ? "" : "Dat kan nu niet: in deze browser kan niets worden nagekeken.";
    const geenGitHub = repository(this.manifest.repo) ? "" : "Dat kan hier niet: deze site weet niet waar haar bestanden op GitHub staan.";
    const fouten = this.fouten ? `Dat kan nog niet. ${remaining(this.fouten)} Verbeter ${this.fouten === 1 ? "die" : "ze"} eerst.` : "";
    return [
      {
        id: "voorstel",
        kop: "Doe een voorstel",
        zin: "Je wijzigingen gaan naar wie de site beheert. Na goedkeuring staan ze op de site. Je hebt er een sleutel van GitHub voor nodig.",
        reden: geenGitHub || geenControle || fouten,
        weg: new NaarGitHub(this, false),
      },
      {
        id: "direct",
        kop: "Zet het meteen op de site",
        zin: "Niemand kijkt vooraf mee; na een paar minuten staat het er. Alleen voor wie dat recht heeft, met een sleutel van GitHub.",
        reden: geenGitHub || geenControle || fouten,
        weg: new NaarGitHub(this, true),
      },
      {
        id: "map",
        kop: "Schrijf het in een map op je computer",
        zin: "Voor wie alle bestanden van de site op de computer heeft staan.",
        reden: waaromNiet() || geenControle,
        weg: new NaarMap(this),
      },
      {
        id: "pakket",
        kop: "Maak een pakket om te mailen",
        zin: "Je krijgt één bestand (zip) en een tekst voor een mail. Een collega opent het pakket op deze pagina. Je hebt er niets voor nodig.",
        reden: "",
        weg: new NaarPakket(this),
      },
    ];
  }

  async kies(weg) {
    this.gekozen = weg;
    fill(this.uitkomst);
    fill(this.paneel);
    const inhoud = await weg.weg.paneel();
    if (this.gekozen === weg) fill(this.paneel, inhoud);
  }

  /** Do something for a press of a button, one thing at a time, and tell how it went. */
  async doe(wat) {
    if (this.bezig) return;
    this.bezig = true;
    this.paneel.setAttribute("aria-busy", "true");
    try {
      concept.onthoud(LAATST, this.gekozen.id);
      await alleen(wat);
    } catch (fout) {
      this.zegFout(fout);
    } finally {
      this.bezig = false;
      this.paneel.removeAttribute("aria-busy");
    }
  }

  meld = (zin) => {
    fill(this.uitkomst, el("p", { class: "wb-bezig" }, zin));
    announce(zin);
  };

  /** Ask something in the place of an outcome. */
  vraagKeuze = (formulier) => {
    fill(this.uitkomst, formulier);
    formulier.querySelector("h2").focus();
  };

  zeg(kop, ...rest) {
    const hoofd = el("h2", { tabindex: "-1" }, kop);
    fill(this.uitkomst, el("div", { class: "wb-gelukt" }, hoofd, rest));
    hoofd.focus();
  }

  zegFout(fout) {
    const eigen = fout instanceof Opslagfout;
    const wat = eigen || fout.oorzaak === "afgewezen" ? (fout.wat ?? fout.message) : `Er ging iets mis. ${fout.message}`;
    const hoofd = el("p", { tabindex: "-1" }, el("strong", {}, wat));
    fill(
      this.uitkomst,
      el(
        "div",
        { class: "let-op", data: { fout: eigen ? fout.soort : "anders" } },
        hoofd,
        eigen && fout.oorzaken.length > 0 && el("ul", {}, fout.oorzaken.map((one) => el("li", {}, one))),
        eigen && fout.doe && el("p", {}, fout.doe),
        eigen && fout.adres && el("p", {}, el("a", { href: fout.adres, target: "_blank", rel: "noopener noreferrer" }, "Open de pagina op GitHub")),
        el("p", {}, eigen ? fout.veilig : VEILIG),
        this.gekozen.weg.bijFout?.(fout),
      ),
    );
    hoofd.focus();
  }

  knop = (tekst, wat) => el("button", { type: "button", class: "knop", on: { click: () => this.doe(wat) } }, tekst);

  async downloadConcepten() {
    download("concepten.json", new Blob([await concept.alsBestand()], { type: "application/json" }));
  }

  opener() {
    return pakketOpener({ soorten: this.soorten });
  }
}

/** Save in one tab at a time. */
async function alleen(wat) {
  if (!navigator.locks) return wat();
  return navigator.locks.request(`opslaan ${new URL("..", import.meta.url).pathname}`, { ifAvailable: true }, (slot) => {
    if (!slot) throw new Opslagfout("bezig", "In een ander tabblad wordt al opgeslagen.", "Wacht tot dat klaar is.");
    return wat();
  });
}
