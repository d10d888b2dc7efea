// To a package: one file (zip) and a text to mail.
// Not here: what is in it (pakket.js), opening one (pakketopener.js).

import * as concept from "./concept.js";
import { announce, download, el, uid } from "./dom.js";
import { VEILIG } from "./fout.js";
import { remaining } from "./fouten.js";
import { mailtekst, maakPakket } from "./pakket.js";

export class NaarPakket {
  #pagina;

  /** `pagina` is the page of the ways (opslaan.js). */
  constructor(pagina) {
    this.#pagina = pagina;
  }

  paneel() {
    return el("p", { class: "knoppen" }, this.#pagina.knop("Maak het pakket", () => this.#maak()));
  }

  async #maak() {
    const { eigen, titelVan, manifest, gecontroleerd } = this.#pagina;
    const bestanden = gecontroleerd ? await eigen.bestanden() : {};
    const fouten = this.#pagina.fouten ? (await eigen.vraag("controleer")).meldingen.filter((one) => one.level === "fout").map((one) => `${titelVan(one.pad)}: ${one.message}`) : [];
    const samenvatting = this.#pagina.samenvatting.length ? this.#pagina.samenvatting : (await concept.alle()).map(({ pad, basis }) => ({ pad, titel: titelVan(pad), nieuw: basis === null, velden: [] }));
    const { naam, blob } = await maakPakket({ bestanden, concepten: await concept.alsBestand(), samenvatting, fouten, site: manifest.site, adres: hier() });
    download(naam, blob);
    const tekst = mailtekst({ samenvatting, fouten, naam, adres: hier() });
    const id = uid("mail");
    const veld = el("textarea", { id, rows: "12", readonly: true, value: tekst });
    const kopieer = el("button", { type: "button", class: "knop", on: { click: () => this.#kopieer(veld) } }, "Kopieer de tekst");
    this.#pagina.zeg(
      `Het pakket ${naam} is gedownload`,
      fouten.length > 0 && el("p", { class: "let-op" }, `${remaining(fouten.length)} Dat staat ook in het pakket.`),
      el("p", {}, "Mail het aan wie de site beheert, met deze tekst:"),
      el("label", { for: id }, "Tekst voor de mail"),
      veld,
      el("p", { class: "knoppen" }, kopieer),
      el("p", {}, VEILIG),
    );
  }

  async #kopieer(veld) {
    veld.select();
    try {
      await navigator.clipboard.writeText(veld.value);
      announce("De tekst is gekopieerd.");
    } catch {
      announce("De tekst is geselecteerd: kopieer hem met Ctrl en C.");
    }
  }
}

/** Where this page is, for somebody else to open. */
const hier = () => location.origin + location.pathname;
