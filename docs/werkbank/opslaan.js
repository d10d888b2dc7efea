// The page with the four ways to save: a proposal, at once on the site, a folder, a package.
// Not here: how each of them works (github.js, map.js, pakket.js), drafts (concept.js), and what
// changes (the engine).
//
// Every way that meets others' work goes the same round: look what stands there now, bring it together
// with ours, ask where that cannot be done, write, and remember with each draft what became of it. A
// choice is kept in the drafts, so that the round can begin again from the start at any time.

import { titel, voorsteltekst } from "./bericht.js";
import { botsingVragen, wegVragen } from "./botsing.js";
import { hex } from "./bytes.js";
import * as concept from "./concept.js";
import { announce, download, el, fill, plural, uid } from "./dom.js";
import { Opslagfout, VEILIG } from "./fout.js";
import { remaining } from "./fouten.js";
import { GitHub, nietsVeranderd, repository } from "./github.js";
import * as schijf from "./map.js";
import { effen, isCatalogus, magPad } from "./pad.js";
import { leesPakket, mailtekst, maakPakket } from "./pakket.js";
import { verenig } from "./samenvoegen.js";
import { maakSleutel } from "./sleutel.js";

const IN_MANIFEST = "data/"; // how the engine calls the folder of data, whatever its name
const RONDES = 3;
const MAIN = "site"; // the published branch, as a place that texts were seen in
const SCHIJF = "map";
const LAATST = "opslaan";

let sleutel = null; // one for the page, as long as it is open

/** Show the ways in `in`. `bestanden` and `samenvatting` are the engine's answers, `bestanden` null
 *  when it cannot answer; `fouten` is how many errors there are, null when nobody knows. */
export async function openOpslaan({ in: plek, bestanden, samenvatting, fouten, commit, motor, manifest }) {
  const { soorten } = await motor.vraag("begin");
  const api = manifest.api ?? "https://api.github.com";
  sleutel ??= maakSleutel(api);
  const werk = new Opslaan({ plek, samenvatting, fouten, commit, motor, manifest, soorten, api, gecontroleerd: bestanden !== null });
  await werk.toon();
}

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

class Opslaan {
  constructor(alles) {
    Object.assign(this, alles);
    this.datamap = this.manifest.datamap ?? "data";
    this.uitkomst = el("div", { class: "wb-uitkomst" });
    this.bezig = false;
    this.kanten = new Map(); // what was chosen where two changed the same
  }

  kant = (pad, botsing) => this.kanten.get(botsingnaam(pad, botsing)) ?? null;

  vraag = (naam, argumenten = {}) => this.motor.vraag(naam, argumenten);

  titelVan = (pad) =>
    this.samenvatting.find((one) => one.pad === pad)?.titel ??
    this.soorten.flatMap((soort) => soort.records).find((one) => one.pad === pad)?.titel ??
    pad;

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
        bouw: () => this.githubPaneel("Doe het voorstel", false),
      },
      {
        id: "direct",
        kop: "Zet het meteen op de site",
        zin: "Niemand kijkt vooraf mee; na een paar minuten staat het er. Alleen voor wie dat recht heeft, met een sleutel van GitHub.",
        reden: geenGitHub || geenControle || fouten,
        bouw: () => this.githubPaneel("Zet het nu op de site", true),
      },
      {
        id: "map",
        kop: "Schrijf het in een map op je computer",
        zin: "Voor wie alle bestanden van de site op de computer heeft staan.",
        reden: schijf.waaromNiet() || geenControle,
        bouw: () => this.mapPaneel(),
      },
      {
        id: "pakket",
        kop: "Maak een pakket om te mailen",
        zin: "Je krijgt één bestand (zip) en een tekst voor een mail. Een collega opent het pakket op deze pagina. Je hebt er niets voor nodig.",
        reden: "",
        bouw: () => this.pakketPaneel(),
      },
    ];
  }

  async kies(weg) {
    this.weg = weg.id;
    fill(this.uitkomst);
    fill(this.paneel);
    const inhoud = await weg.bouw();
    if (this.weg === weg.id) fill(this.paneel, inhoud);
  }

  /** Do something for a press of a button, one thing at a time, and tell how it went. */
  async doe(wat) {
    if (this.bezig) return;
    this.bezig = true;
    this.paneel.setAttribute("aria-busy", "true");
    try {
      concept.onthoud(LAATST, this.weg);
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

  zeg(kop, ...rest) {
    const hoofd = el("h3", { tabindex: "-1" }, kop);
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
        fout.soort === "regels" && this.weg === "direct" && el("p", {}, this.knop("Maak er een voorstel van", () => this.viaGitHub(false))),
      ),
    );
    hoofd.focus();
    if (fout.soort === "sleutel") this.toonSleutel();
  }

  knop = (tekst, wat) => el("button", { type: "button", class: "knop", on: { click: () => this.doe(wat) } }, tekst);

  // --- what is ours ------------------------------------------------------------------------------

  /** Our files as they are now: [{pad, basis, gezien, mijn}]. */
  async eigen() {
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
      uit.push({ pad, basis: bekend, gezien: await this.gezien(pad, one), mijn });
    }
    return uit;
  }

  /** Take over in our drafts what was merged, or stop to ask. Whether the round can go on. */
  async neemOver(plan, doel, opnieuw) {
    await Promise.all(plan.samengevoegd.map(({ pad, waarde, hun }) => this.zetSamen(pad, waarde, hun, doel)));
    if (plan.botsingen.length) {
      this.vraagKeuze(
        botsingVragen(plan.botsingen, this.titelVan, (keuzes) => {
          for (const [pad, botsing, kant] of keuzes) this.kanten.set(botsingnaam(pad, botsing), kant);
          this.doe(opnieuw);
        }),
      );
      return false;
    }
    if (plan.weg.length) {
      this.vraagKeuze(
        wegVragen(plan.weg, this.titelVan, (keuzes) =>
          this.doe(async () => {
            await Promise.all([...keuzes].map(([pad, { keuze, naar }]) => this.zetWeg(pad, keuze, naar, doel)));
            await opnieuw();
          }),
        ),
      );
      return false;
    }
    return true;
  }

  vraagKeuze(formulier) {
    fill(this.uitkomst, formulier);
    formulier.querySelector("h3").focus();
  }

  async zetSamen(pad, waarde, hun, doel) {
    await this.vraag("zet", doel === MAIN ? { pad, waarde, basis: hun } : { pad, waarde });
    await this.onthoudTekst(pad, doel, hun, { waarde });
  }

  async zetWeg(pad, keuze, naar, doel) {
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
  async gezien(pad, one) {
    if (one) return one.gezien;
    const bewaard = await concept.onthouden(`gezien ${pad}`);
    return bewaard?.commit === this.commit ? bewaard.gezien : undefined;
  }

  async onthoudTekst(pad, doel, tekst, velden = {}) {
    const one = (await concept.alle()).find((draft) => draft.pad === pad);
    const gezien = { ...(await this.gezien(pad, one)), [doel]: tekst };
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

  // --- GitHub ------------------------------------------------------------------------------------

  githubPaneel(opschrift, direct) {
    this.sleutelplek = el("div", { class: "wb-sleutel" });
    this.toonSleutel();
    const id = uid("toelichting");
    this.toelichting = el("textarea", { id, rows: "3", maxlength: "2000", "aria-describedby": `${id}-zin` });
    return [
      this.sleutelplek,
      el(
        "div",
        { class: "veld" },
        el("label", { for: id }, "Wat wil je erbij zeggen? (mag leeg blijven)"),
        el("p", { id: `${id}-zin`, class: "wb-zacht" }, "Iedereen kan dit lezen. Schrijf nooit iets over een kind of een persoon."),
        this.toelichting,
      ),
      el("p", { class: "knoppen" }, this.knop(opschrift, () => this.viaGitHub(direct))),
    ];
  }

  toonSleutel() {
    if (!this.sleutelplek) return;
    if (sleutel.is()) {
      const vergeet = el("button", { type: "button", class: "knop knop--stil", on: { click: () => this.vergeetSleutel() } }, "Vergeet sleutel");
      fill(this.sleutelplek, el("p", {}, "Je sleutel is er: alleen in dit tabblad, tot je het sluit. "), vergeet);
      return;
    }
    // No form: a browser offers to keep what was typed in one.
    const id = uid("sleutel");
    const mis = el("p", { id: `${id}-mis`, class: "wb-fout", hidden: true });
    this.invoer = el("input", { id, type: "password", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-zin ${id}-mis` });
    this.invoer.addEventListener("paste", () => setTimeout(() => this.neemSleutel(mis)));
    this.sleutelmis = mis;
    fill(
      this.sleutelplek,
      el("label", { for: id }, "Plak je sleutel van GitHub"),
      el("p", { id: `${id}-zin`, class: "wb-zacht" }, "De sleutel blijft in dit tabblad: hij wordt nergens bewaard en gaat alleen naar GitHub."),
      mis,
      this.invoer,
      el("button", { type: "button", class: "knop", on: { click: () => this.neemSleutel(mis) } }, "Gebruik deze sleutel"),
      this.sleuteluitleg(),
    );
  }

  sleuteluitleg() {
    const { owner, naam } = repository(this.manifest.repo);
    return el(
      "details",
      { class: "wb-meer" },
      el("summary", {}, "Hoe kom je aan een sleutel?"),
      el(
        "ol",
        {},
        el("li", {}, "Maak een account op GitHub als je dat nog niet hebt, en vraag wie de site beheert om schrijfrecht."),
        el("li", {}, "Open ", el("a", { href: "https://github.com/settings/personal-access-tokens/new", target: "_blank", rel: "noopener noreferrer" }, "de pagina voor een nieuwe sleutel"), " (‘fine-grained personal access token’)."),
        el("li", {}, `Kies bij 'Resource owner': ${owner}. Staat ${owner} er niet bij, dan hoort je account er niet bij: maak een pakket.`),
        el("li", {}, "Kies bij 'Expiration' een korte tijd, zoals 7 dagen."),
        el("li", {}, `Kies bij 'Repository access': 'Only select repositories', en daarin ${naam}.`),
        el("li", {}, "Zet bij 'Permissions' twee rechten op 'Read and write': 'Contents' en 'Pull requests'."),
        el("li", {}, "Kies 'Generate token', kopieer de sleutel (hij begint met github_pat_) en plak hem hier."),
      ),
    );
  }

  neemSleutel(mis) {
    const { value } = this.invoer;
    this.invoer.value = "";
    const bezwaar = sleutel.neem(value);
    mis.textContent = bezwaar;
    mis.hidden = !bezwaar;
    this.invoer.setAttribute("aria-invalid", String(!!bezwaar));
    if (bezwaar) {
      this.invoer.focus();
      return;
    }
    this.toonSleutel();
    announce("Je sleutel is er.");
    this.sleutelplek.querySelector("button").focus();
  }

  vergeetSleutel() {
    sleutel.vergeet();
    this.toonSleutel();
    this.invoer.focus();
    announce("Je sleutel is vergeten.");
  }

  async viaGitHub(direct, akkoord = false) {
    if (!sleutel.is()) {
      this.toonSleutel();
      this.neemSleutel(this.sleutelmis);
      if (!sleutel.is()) return;
    }
    this.meld("Even kijken wat er nu op GitHub staat.");
    await this.klopt();
    const github = new GitHub({ api: this.api, repo: this.manifest.repo, sleutel, meld: this.meld, pauze: this.manifest.pauze });
    for (let ronde = 1; ; ronde += 1) {
      try {
        await this.ronde(github, direct, akkoord);
        return;
      } catch (fout) {
        if (fout.soort === "voorstel") await this.merkVoorstel({ tak: fout.tak, nummer: null, adres: fout.adres, bij: false });
        if (fout.soort !== "verouderd" || ronde === RONDES) throw fout;
        this.meld("Een collega was je net voor. Het wordt samengevoegd.");
      }
    }
  }

  async ronde(github, direct, akkoord) {
    const open = direct ? null : await github.voorstellen();
    const lopend = direct ? null : await this.lopend(github, open);
    const stand = lopend?.stand ?? (await github.stand());
    const doel = lopend ? lopend.tak : MAIN;
    const eigen = await this.eigen();
    const plan = await verenig({
      eigen,
      doel,
      hun: async (pad) => {
        const sha = stand.bestanden.get(`${this.datamap}/${pad}`);
        return sha ? github.inhoud(sha) : null;
      },
      naar: (basis, pad) => this.verhuisd(stand, basis, pad),
      kant: this.kant,
      vraag: this.vraag,
    });
    if (!(await this.neemOver(plan, doel, () => this.viaGitHub(direct, akkoord)))) return;
    if (plan.samengevoegd.length) {
      // From the start: what is ours has changed.
      await this.klopt();
      await this.ronde(github, direct, akkoord);
      return;
    }
    if (!plan.schrijf.length && !(lopend && lopend.nummer === null)) throw nietsVeranderd();
    const ook = akkoord || direct ? [] : this.ookOpen(open ?? [], plan.schrijf, lopend);
    if (ook.length) {
      this.vraagDoorgaan(ook);
      return;
    }
    const bestanden = plan.schrijf.map(({ pad, tekst }) => ({ pad: `${this.datamap}/${pad}`, tekst }));
    const boodschap = { titel: titel(this.samenvatting), tekst: voorsteltekst(this.samenvatting, this.toelichting.value) };
    const voorstel = direct ? null : await github.stelVoor({ stand, bestanden, ...boodschap, tak: lopend?.tak });
    if (direct) await github.legVast({ stand, bestanden, ...boodschap });
    const waar = direct ? MAIN : voorstel.tak;
    await Promise.all(eigen.map(({ pad, mijn }) => this.onthoudTekst(pad, waar, effen(mijn), voorstel ? { voorstel: { ...voorstel, bij: true } } : {})));
    if (direct) this.zegGepubliceerd();
    else this.zegVoorstel(voorstel);
  }

  zegGepubliceerd() {
    this.zeg(
      "Het is gelukt",
      el("p", {}, "Je wijzigingen staan vast. Na een paar minuten staan ze op de site: eerst kijkt een computer alles nog eens na."),
      el("p", {}, "Tot dan blijven ze hier als concept staan. Ze verdwijnen daar vanzelf."),
    );
  }

  zegVoorstel({ nummer, adres, bestond }) {
    this.zeg(
      bestond ? `Je wijzigingen zitten nu in voorstel ${nummer}` : `Je voorstel staat klaar: nummer ${nummer}`,
      el("p", {}, el("a", { href: adres, target: "_blank", rel: "noopener noreferrer" }, "Bekijk je voorstel op GitHub")),
      el("p", {}, "Wie de site beheert kijkt ernaar. Zodra het is goedgekeurd, staat het op de site. Tot dan blijven je wijzigingen hier als concept staan; wijzig je nog iets, dan kun je dat aan hetzelfde voorstel toevoegen."),
    );
  }

  async merkVoorstel(voorstel) {
    await Promise.all((await this.eigen()).map(({ pad }) => concept.merk(pad, { voorstel })));
  }

  /** The proposal of these drafts that is still open: {tak, nummer, stand}, or null. */
  async lopend(github, open) {
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
  async verhuisd(stand, basis, pad) {
    const bytes = new TextEncoder().encode(basis);
    const blob = new Blob([`blob ${bytes.length}\0`, bytes]);
    const sha = hex(await crypto.subtle.digest("SHA-1", await blob.arrayBuffer()));
    const map = `${this.datamap}/${pad.slice(0, pad.lastIndexOf("/") + 1)}`;
    const gevonden = [...stand.bestanden].find(([plek, blob]) => blob === sha && plek.startsWith(map));
    const naar = gevonden?.[0].slice(this.datamap.length + 1) ?? "";
    return naar && magPad(naar, this.soorten) ? naar : "";
  }

  /** Open proposals of others on the same files. */
  ookOpen(open, schrijf, lopend) {
    const paden = new Set(schrijf.map(({ pad }) => `${this.datamap}/${pad}`));
    return open.filter((one) => one.nummer !== lopend?.nummer && one.paden.some((pad) => paden.has(pad)));
  }

  vraagDoorgaan(ook) {
    const hoofd = el("h3", { tabindex: "-1" }, "Er staat al een voorstel open over hetzelfde");
    fill(
      this.uitkomst,
      el(
        "div",
        { class: "let-op" },
        hoofd,
        el("ul", {}, ook.map((one) => el("li", {}, el("a", { href: one.adres, target: "_blank", rel: "noopener noreferrer" }, `Voorstel ${one.nummer}: ${one.titel}`)))),
        el("p", {}, "Ga je door, dan moet wie de site beheert de twee straks samenvoegen. Overleg bij twijfel eerst."),
        el("p", { class: "knoppen" }, this.knop("Doe het voorstel toch", () => this.viaGitHub(false, true))),
      ),
    );
    hoofd.focus();
  }

  // --- a folder ----------------------------------------------------------------------------------

  async mapPaneel() {
    const er = await schijf.eerdere();
    const kies = this.knop(er ? "Kies een andere map" : "Kies de map", () => this.kiesMap());
    if (!er) return el("p", { class: "knoppen" }, kies);
    const doe = er.mag
      ? this.knop(`Schrijf in de map '${er.map.name}'`, () => this.inMap(er.map))
      : this.knop(`Verbind opnieuw met de map '${er.map.name}'`, () => this.verbindMap(er.map));
    return el("p", { class: "knoppen" }, doe, kies);
  }

  async kiesMap() {
    const instellingen = (await this.vraag("record", { pad: "regio.yml" })).basis;
    const map = await schijf.kies(this.datamap, instellingen);
    if (map) await this.inMap(map);
    else this.meld("Er is geen map gekozen. Weigerde de browser je map? Kies dan de hoofdmap van de site zelf, niet je bureaublad of een map van Windows.");
    fill(this.paneel, await this.mapPaneel());
  }

  async verbindMap(map) {
    if (!(await schijf.verbind(map))) {
      throw new Opslagfout("map", "De browser mag nu niet bij deze map.", "Probeer het opnieuw en kies dan 'Toestaan'.");
    }
    fill(this.paneel, await this.mapPaneel());
    await this.inMap(map);
  }

  async inMap(map) {
    const schijfmap = new schijf.Schijf(map, this.datamap);
    this.meld("De bestanden in de map worden vergeleken.");
    const eigen = await this.eigen();
    const plan = await verenig({ eigen, doel: SCHIJF, hun: (pad) => schijfmap.lees(pad), kant: this.kant, vraag: this.vraag });
    if (!(await this.neemOver(plan, SCHIJF, () => this.inMap(map)))) return;
    if (plan.samengevoegd.length) {
      await this.inMap(map);
      return;
    }
    const verslag = plan.gelijk.map((pad) => [pad, "stond er al zo"]);
    const onthouden = [];
    let mis = 0;
    for (const { pad, tekst } of plan.schrijf) {
      try {
        await schijfmap.schrijf(pad, tekst);
        verslag.push([pad, "geschreven"]);
        onthouden.push(this.onthoudTekst(pad, SCHIJF, effen(tekst)));
      } catch (fout) {
        mis += 1;
        verslag.push([pad, `NIET geschreven. ${fout.wat ?? fout.message} ${fout.doe ?? ""} Wat er stond, staat er nog.`]);
      }
    }
    await Promise.all(onthouden);
    this.zeg(
      mis ? `${plural(mis, "bestand is", "bestanden zijn")} niet geschreven` : "Het staat in de map",
      el("ul", {}, verslag.sort().map(([pad, zin]) => el("li", {}, el("code", {}, `${this.datamap}/${pad}`), `: ${zin}`))),
      this.fouten > 0 && el("p", {}, `${remaining(this.fouten)} Met make check zie je ${this.fouten === 1 ? "die" : "ze"} ook.`),
      el("p", {}, VEILIG),
    );
  }

  // --- a package ---------------------------------------------------------------------------------

  pakketPaneel() {
    return el("p", { class: "knoppen" }, this.knop("Maak het pakket", () => this.pakket()));
  }

  async pakket() {
    const ruw = this.gecontroleerd ? await this.vraag("bestanden") : {};
    const bestanden = Object.fromEntries(Object.entries(ruw).map(([pad, tekst]) => [pad.replace(IN_MANIFEST, `${this.datamap}/`), tekst]));
    const fouten = this.fouten ? (await this.vraag("controleer")).meldingen.filter((one) => one.level === "fout").map((one) => `${this.titelVan(one.pad)}: ${one.message}`) : [];
    const samenvatting = this.samenvatting.length ? this.samenvatting : (await concept.alle()).map(({ pad, basis }) => ({ pad, titel: this.titelVan(pad), nieuw: basis === null, velden: [] }));
    const { naam, blob } = await maakPakket({ bestanden, concepten: await concept.alsBestand(), samenvatting, fouten, site: this.manifest.site, adres: hier() });
    download(naam, blob);
    const tekst = mailtekst({ samenvatting, fouten, naam, adres: hier() });
    const id = uid("mail");
    const veld = el("textarea", { id, rows: "12", readonly: true, value: tekst });
    const kopieer = el("button", { type: "button", class: "knop", on: { click: () => this.kopieer(veld) } }, "Kopieer de tekst");
    this.zeg(
      `Het pakket ${naam} is gedownload`,
      fouten.length > 0 && el("p", { class: "let-op" }, `${remaining(fouten.length)} Dat staat ook in het pakket.`),
      el("p", {}, "Mail het aan wie de site beheert, met deze tekst:"),
      el("label", { for: id }, "Tekst voor de mail"),
      veld,
      el("p", { class: "knoppen" }, kopieer),
      el("p", {}, VEILIG),
    );
  }

  async kopieer(veld) {
    veld.select();
    try {
      await navigator.clipboard.writeText(veld.value);
      announce("De tekst is gekopieerd.");
    } catch {
      announce("De tekst is geselecteerd: kopieer hem met Ctrl en C.");
    }
  }

  async downloadConcepten() {
    download("concepten.json", new Blob([await concept.alsBestand()], { type: "application/json" }));
  }

  opener() {
    return pakketOpener({ soorten: this.soorten });
  }
}

/** Where this page is, for somebody else to open. */
const hier = () => location.origin + location.pathname;

/** A clash with the very words that were shown: when these change, it is asked again. */
const botsingnaam = (pad, { loc, mijn, hun }) => JSON.stringify([pad, loc, mijn, hun]);

/** A field to open the package of a colleague. */
export function pakketOpener({ soorten, klaar = () => location.reload() }) {
  const id = uid("pakket");
  const zin = el("p", { class: "wb-zacht" });
  const invoer = el("input", { id, type: "file", accept: ".zip,.json" });
  invoer.addEventListener("change", async () => {
    const [bestand] = invoer.files;
    if (!bestand) return;
    try {
      const al = new Set((await concept.alle()).map((one) => one.pad));
      const paden = await concept.uitBestand(await leesPakket(bestand), (pad) => magPad(pad, soorten));
      const ook = paden.filter((pad) => al.has(pad));
      zin.textContent = `${plural(paden.length, "concept staat", "concepten staan")} klaar.${ook.length ? ` Van ${ook.length} had je zelf al een concept: met 'Ongedaan maken' krijg je dat terug.` : ""}`;
      announce(zin.textContent);
      klaar(paden);
    } catch (fout) {
      zin.textContent = fout.message;
      announce(fout.message);
    } finally {
      invoer.value = "";
    }
  });
  return el(
    "details",
    { class: "wb-meer" },
    el("summary", {}, "Open een pakket van een collega"),
    el("label", { for: id }, "Het pakket (zip)"),
    invoer,
    zin,
  );
}

/** Save in one tab at a time. */
async function alleen(wat) {
  if (!navigator.locks) return wat();
  return navigator.locks.request(`opslaan ${new URL("..", import.meta.url).pathname}`, { ifAvailable: true }, (slot) => {
    if (!slot) throw new Opslagfout("bezig", "In een ander tabblad wordt al opgeslagen.", "Wacht tot dat klaar is.");
    return wat();
  });
}
