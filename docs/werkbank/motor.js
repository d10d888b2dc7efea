// The engine of the workbench as the page sees it: questions, and how things stand.
//
//   const motor = new Motor(manifest);     manifest: the JSON in the page
//   motor.addEventListener("stand", ({ detail }) => ...)
//       detail: { stand: "laden" | "klaar" | "herstart" | "uitgevallen", bytes, totaal, zin, oorzaak }
//       the last one is motor.stand; zin is Dutch, to show as it is, and may be empty
//   await motor.klaar                      Python is there; rejected when it will not come
//   await motor.vraag("record", { pad })   rejected with a Dutch sentence when it cannot be answered
//   motor.opnieuw()                        try once more after "uitgevallen"
//
// Python lives in a worker. It gets one question at a time, so that one that takes too long or breaks
// the worker is known: then a new worker is told all drafts again and asked once more, and no more
// than once. What the form needs to be filled in is in formulieren.json, so that much can be done
// while Python is not there yet, or cannot come. Not here: tokens, and what is kept of drafts.

const GEDULD = 20_000; // ms that a question may take once Python has it
const STARTGEDULD = 60_000; // ms without any sign of life while it starts
const ZELF = new Set(["begin", "formulier", "record", "keuzes", "zet"]); // what can be answered without Python

/** Something that did not work, with a sentence for the person at the screen; `oorzaak` is
 * "afgewezen" when it is about what was asked, and else what happened to the engine. */
class MotorFout extends Error {
  constructor(zin, oorzaak, detail = "") {
    super(zin);
    Object.assign(this, { oorzaak, detail });
  }
}

const VERDER = "Je kunt wel gewoon verder met invullen: wat je typt, blijft bewaard. Alleen nakijken en het voorbeeld doen het nu niet.";

/** What went wrong and what can be done about it. */
const ZINNEN = {
  "geen-wasm": () => "Deze browser staat WebAssembly niet toe, en dat is nodig om je werk na te kijken. Gebruik je Edge? Zet dan voor deze site 'Verbeterde beveiligingsmodus' uit: klik op het slotje in de adresbalk. Lukt dat niet, vraag het je beheerder of neem een andere browser.",
  "geen-worker": () => "Deze browser is te oud om je werk na te kijken. Werk haar bij, of neem een andere.",
  netwerk: ({ bestand }) => `Het bestand ${bestand} kwam niet helemaal binnen. Is er internet? Probeer het dan opnieuw.`,
  geweigerd: ({ bestand, status }) => `Het bestand ${bestand} werd geweigerd (${status}). Waarschijnlijk houdt een filter in je netwerk het tegen. Vraag je beheerder om dit bestand van deze site toe te laten.`,
  weg: ({ bestand }) => `Het bestand ${bestand} is er niet meer: er staat intussen een nieuwere versie van de site. Bewaar wat je hebt en laad deze pagina dan opnieuw; je concepten blijven staan.`,
  pagina: ({ bestand }) => `In plaats van het bestand ${bestand} kwam er een webpagina. Vaak is dat een melding van je netwerk: moet je inloggen, of houdt een filter het tegen? Vraag je beheerder om dit bestand van deze site toe te laten.`,
  anders: ({ bestand }) => `Het bestand ${bestand} is onderweg veranderd of niet heel aangekomen. Daarom is het niet gebruikt. Probeer het opnieuw; blijft het zo, vraag dan je beheerder of een filter of virusscanner dit bestand van deze site aanpast.`,
  vol: () => "Het nakijken liep vast: er was niet genoeg geheugen, of iets zit te diep in elkaar. Sluit andere tabbladen en probeer het opnieuw.",
  traag: () => "Het nakijken duurde te lang en is gestopt. Probeer het opnieuw.",
  stil: () => "Het klaarzetten van het nakijken duurt te lang en is gestopt. Probeer het opnieuw.",
  fout: () => "In de werkbank zelf ging iets mis. Probeer het opnieuw; blijft het zo, meld het dan.",
};

export class Motor extends EventTarget {
  #manifest;
  #basis;
  #maak;
  #worker = null;
  #clock = 0;
  #next = 1;
  #queue = []; // { naam, argumenten, geduld, resolve, reject, draft }
  #busy = null;
  #drafts = new Map(); // pad -> { naam, argumenten } that brings a draft back
  #forms = null;
  #again = 0; // new starts since the last answer
  #settle;

  /** `maak` makes a worker; tests hand over one of their own. */
  constructor(manifest, { basis = document.baseURI, maak = maakWorker } = {}) {
    super();
    this.#manifest = manifest;
    this.#basis = basis;
    this.#maak = maak;
    this.opnieuw();
  }

  /** Start (again). What was asked meanwhile stays asked. */
  opnieuw() {
    this.#again = 0;
    this.klaar = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.klaar.catch(() => {}); // whoever waits for it hears it all the same
    this.#start("laden");
  }

  /** Let go of Python and its memory. */
  stop() {
    this.#stop();
  }

  /** Ask Python something; see the contract of each question in macros/werkbank/deur.py. */
  async vraag(naam, argumenten = {}, { geduld = GEDULD } = {}) {
    if (naam === "zet" || naam === "vertaal") this.#onthoud(naam, argumenten);
    // While it starts anew, Python is to hear a change itself: it may refuse it.
    const zelf = ZELF.has(naam) && !(naam === "zet" && this.stand.stand === "herstart");
    if (this.stand.stand !== "klaar" && zelf) {
      const answer = await this.#zelf(naam, argumenten);
      if (answer !== undefined) return answer;
    }
    if (this.stand.stand === "uitgevallen") throw this.#uitgevallen();
    return new Promise((resolve, reject) => {
      this.#queue.push({ naam, argumenten, geduld, resolve, reject });
      this.#verder();
    });
  }

  // --- the worker ---------------------------------------------------------------------------

  #start(stand, zin = "") {
    const totaal = this.#manifest.bestanden.reduce((sum, one) => sum + (one.later ? 0 : one.bytes), 0);
    this.#zeg({ stand, bytes: 0, totaal, zin });
    this.ready = false;
    if (typeof WebAssembly === "undefined") {
      this.#valUit({ oorzaak: "geen-wasm" });
      return;
    }
    try {
      this.#worker = this.#maak();
    } catch (error) {
      this.#valUit({ oorzaak: "geen-worker", detail: String(error) });
      return;
    }
    const worker = this.#worker;
    worker.onmessage = ({ data }) => worker === this.#worker && this.#hoor(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      // A worker that cannot even be read: an old browser, or a script that did not come.
      if (worker === this.#worker) this.#hoor({ soort: "storing", oorzaak: this.ready ? "fout" : "netwerk", bestand: "worker.js", detail: event.message, fataal: true });
    };
    worker.postMessage({ soort: "start", manifest: this.#manifest, basis: this.#basis, vandaag: vandaag(), vers: stand === "herstart" });
    this.#wacht(STARTGEDULD, "stil");
  }

  #stop() {
    clearTimeout(this.#clock);
    this.#worker?.terminate();
    this.#worker = null;
    this.ready = false;
  }

  #wacht(ms, oorzaak) {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => this.#hoor({ soort: "storing", oorzaak, fataal: true }), ms);
  }

  #hoor(data) {
    if (data.soort === "laden") {
      this.#wacht(STARTGEDULD, "stil");
      this.#zeg({ stand: this.stand.stand, bytes: data.bytes, totaal: data.totaal, zin: this.stand.zin });
    } else if (data.soort === "klaar") {
      clearTimeout(this.#clock);
      this.ready = true;
      this.weer = data.weer; // it went on from what an earlier visit kept
      // Its drafts come first: whatever is asked is asked of these.
      const drafts = [...this.#drafts.values()].map((one) => ({ ...one, geduld: GEDULD, resolve() {}, reject() {}, draft: true }));
      this.#queue = [...drafts, ...this.#queue.filter((one) => !one.draft)];
      this.#zeg({ stand: "klaar", bytes: this.stand.totaal, totaal: this.stand.totaal, zin: this.#again ? "Het nakijken is opnieuw gestart. Er is niets kwijt." : "" });
      this.#settle.resolve();
      this.#verder();
    } else if (data.soort === "antwoord") {
      const busy = this.#klaarMet(data.id);
      if (!busy) return;
      if (!busy.draft) this.#again = 0;
      if ("afgewezen" in data) busy.reject(new MotorFout(data.afgewezen, "afgewezen"));
      else busy.resolve(data.antwoord);
      this.#verder();
    } else if (!data.fataal) {
      const busy = this.#klaarMet(data.id);
      console.error(data.detail);
      busy?.reject(new MotorFout((ZINNEN[data.oorzaak] ?? ZINNEN.fout)(data), data.oorzaak, data.detail));
      this.#verder();
    } else {
      this.#breek(data);
    }
  }

  /** This worker can do nothing any more. */
  #breek(data) {
    const wasReady = this.ready;
    this.#stop();
    if (data.detail) console.error(data.detail);
    const busy = this.#busy;
    this.#busy = null;
    if (busy && !busy.draft) this.#queue.unshift(busy);
    if (!wasReady || this.#again > 0) this.#valUit(data);
    else {
      this.#again += 1;
      this.#start("herstart", "Het nakijken liep vast en start opnieuw. Er is niets kwijt.");
    }
  }

  #valUit(data) {
    this.#stop();
    const zin = `${(ZINNEN[data.oorzaak] ?? ZINNEN.fout)(data)} ${VERDER}`;
    this.#zeg({ stand: "uitgevallen", bytes: 0, totaal: 0, zin, oorzaak: data.oorzaak, bestand: data.bestand ?? "" });
    const error = this.#uitgevallen();
    this.#settle.reject(error);
    for (const one of this.#queue.splice(0)) {
      if (ZELF.has(one.naam)) this.#zelf(one.naam, one.argumenten).then((answer) => (answer === undefined ? one.reject(error) : one.resolve(answer)), one.reject);
      else one.reject(error);
    }
  }

  #uitgevallen() {
    return new MotorFout(this.stand.zin, this.stand.oorzaak);
  }

  #klaarMet(id) {
    if (this.#busy?.id !== id) return null;
    clearTimeout(this.#clock);
    const busy = this.#busy;
    this.#busy = null;
    return busy;
  }

  #verder() {
    if (!this.ready || this.#busy || !this.#queue.length) return;
    const one = this.#queue.shift();
    this.#busy = { ...one, id: this.#next++ };
    this.#worker.postMessage({ soort: "vraag", id: this.#busy.id, naam: one.naam, argumenten: one.argumenten });
    this.#wacht(one.geduld, "traag");
  }

  #zeg(detail) {
    this.stand = { oorzaak: "", ...detail };
    this.dispatchEvent(new CustomEvent("stand", { detail: this.stand }));
  }

  // --- without Python -----------------------------------------------------------------------

  #onthoud(naam, argumenten) {
    const { pad, waarde = null, taal } = argumenten;
    if (naam === "vertaal") {
      this.#drafts.set(taal, { naam, argumenten }); // always all of that language
      return;
    }
    // What was published since this site was made stays so, whoever changes the record next.
    const known = "basis" in argumenten ? argumenten : this.#drafts.get(pad)?.argumenten ?? {};
    const basis = "basis" in known ? { basis: known.basis } : {};
    if (waarde === null && !("basis" in known)) this.#drafts.delete(pad);
    else this.#drafts.set(pad, { naam, argumenten: { pad, waarde, ...basis } });
  }

  /** What is known without Python; undefined when it is not. */
  async #zelf(naam, argumenten) {
    if (naam === "zet") return { pad: argumenten.pad };
    if (!this.#manifest.formulieren) return undefined;
    this.#forms ??= this.#haalFormulieren();
    const forms = await this.#forms.catch(() => null);
    if (!forms) {
      this.#forms = null;
      return undefined;
    }
    if (naam === "begin") return forms.begin;
    if (naam === "formulier") return forms.formulieren?.[argumenten.soort];
    if (naam === "keuzes") return keuzes(forms, argumenten.soorten);
    return this.#record(forms, argumenten.pad);
  }

  async #haalFormulieren() {
    const answer = await fetch(new URL(this.#manifest.formulieren, this.#basis), { cache: "force-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  #record(forms, pad) {
    const soort = forms.begin.soorten.find((one) => !one.deel_van && one.records.some((record) => record.pad === pad));
    const record = soort?.records.find((one) => one.pad === pad);
    const published = forms.waarden?.[pad] ?? null;
    const waarde = this.#drafts.get(pad)?.argumenten.waarde ?? published;
    if (!record || waarde === null) return undefined;
    return { pad, soort: soort.naam, titel: record.titel, waarde, nieuw: published === null, adres: record.adres };
  }
}

/** The records of these kinds to choose from. */
function keuzes(forms, soorten) {
  return forms.begin.soorten
    .filter((one) => soorten.includes(one.naam))
    .flatMap((one) => one.records.map((record) => ({ waarde: record.id, label: record.titel, soort: one.naam, gearchiveerd: record.gearchiveerd })));
}

function maakWorker() {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/** The day in the Netherlands: 2026-11-30. */
function vandaag() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());
}
