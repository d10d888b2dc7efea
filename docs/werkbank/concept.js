// Drafts: what somebody changed and did not publish yet, kept in this browser, with undo.
// Not here: what a value may be, files (the engine writes those), and any way out of the browser.
//
// A draft is {pad, waarde, basis, commit, tijd, gezien, voorstel}: `basis` is the text of the file that
// it began from, `commit` the version of the site that this was; `gezien` are the texts that it took in
// or became since, by the place where they stand (a branch, the folder), `voorstel` is {tak, nummer,
// adres, bij} when it was proposed (`bij`: as it is now).
//
// What was changed is kept in memory at once and in IndexedDB a moment later; a page that is hidden or
// goes away writes at once. Where the browser stores nothing, memory is all there is: opslag() and
// uitleg() say so, and alsBestand() is the way to keep it.

const PLEK = new URL("..", import.meta.url).pathname; // several sites may share one origin
const NAAM = `werkbank ${PLEK}`;
const VERSIE = 1;
const CONCEPTEN = "concepten";
const DINGEN = "dingen";

const RUST = 150; // ms without a change before it is written
const EEN_STAP = 1000; // ms in which changes of one field are one step back
const STAPPEN = 100;
const STAPPEN_TEKENS = 5_000_000; // what all steps back of one record may hold together
const GEDULD = 4000; // ms for the store to open
const PAKKET_TEKENS = 30_000_000;

const concepten = new Map(); // pad -> draft, with its steps
const vuil = new Set(); // what is not in the store yet
const dingen = new Map();
const luisteraars = new Set();
const grendels = new Map(); // pad -> what lets go of it, or stops waiting for it
const geweigerd = new Set(); // what another tab is editing

let bank = null; // the promise of the store, or of null
let toestand = "los";
let zin = "";
let gevraagd = false; // whether we asked to be kept
let wachten = 0;
let beurt = null; // the write that is to come: {klaar, belofte}
let schrijven = Promise.resolve();

// --- the store -----------------------------------------------------------------------------------

const WAARSCHUWING = "Je wijzigingen blijven alleen zolang dit tabblad open is.";
const BEWAAR_ZELF = "Download ze voor je het sluit, of maak er een voorstel of pakket van.";

function zeg(nieuw, uitleg) {
  if (toestand === nieuw && zin === uitleg) return;
  toestand = nieuw;
  zin = uitleg;
  vertel({ soort: "opslag" });
}

const geheugen = (reden) => zeg("geheugen", `${reden} ${WAARSCHUWING} ${BEWAAR_ZELF}`);

const vertel = (wat) => luisteraars.forEach((luisteraar) => luisteraar(wat));

/** The open store, or null where there is none (yet). */
function winkel() {
  bank ??= new Promise((klaar) => {
    let verzoek;
    try {
      verzoek = indexedDB.open(NAAM, VERSIE);
    } catch (fout) {
      geheugen(`Deze browser bewaart hier niets (${fout.name}).`);
      klaar(null);
      return;
    }
    const opgeven = (reden) => {
      geheugen(reden);
      klaar(null);
    };
    const klok = setTimeout(opgeven, GEDULD, "Deze browser doet er te lang over om zijn opslag te openen.");
    verzoek.onupgradeneeded = () => {
      for (const naam of [CONCEPTEN, DINGEN]) {
        if (!verzoek.result.objectStoreNames.contains(naam)) verzoek.result.createObjectStore(naam);
      }
    };
    verzoek.onblocked = () => {
      clearTimeout(klok);
      opgeven("Een ouder tabblad van deze pagina houdt de opslag bezet: sluit dat tabblad.");
    };
    verzoek.onerror = (event) => {
      event.preventDefault();
      clearTimeout(klok);
      opgeven(
        verzoek.error.name === "VersionError"
          ? "In een ander tabblad staat een nieuwere versie van deze pagina: herlaad haar."
          : `Deze browser bewaart hier niets (${verzoek.error.name}).`,
      );
    };
    verzoek.onsuccess = () => {
      clearTimeout(klok);
      const db = verzoek.result;
      db.onversionchange = () => {
        spoel(); // closing waits for what is being written
        db.close();
        bank = Promise.resolve(null);
        geheugen("In een ander tabblad is een nieuwere versie van deze pagina geopend: herlaad haar.");
      };
      db.onclose = () => {
        // Somebody wiped the data of this site: what we have in memory goes into a new store.
        bank = null;
        for (const [pad, one] of concepten) if (one.stap) vuil.add(pad);
        spoel();
      };
      klaar(db);
      bank = Promise.resolve(db); // also when it came after we had given up
      if (toestand === "geheugen") {
        zeg("los", "");
        gelezen = null; // what it holds was not read before
        lees().then(spoel);
      }
    };
  });
  return bank;
}

/** The answer to one request, or undefined where there is no store. */
async function vraag(naam, wijze, maak) {
  const db = await winkel();
  if (!db) return undefined;
  return new Promise((klaar, mis) => {
    const opties = wijze === "readwrite" ? { durability: "strict" } : {};
    let verzoek;
    const taak = db.transaction(naam, wijze, opties);
    taak.oncomplete = () => klaar(verzoek?.result);
    taak.onabort = () => mis(taak.error ?? new DOMException("", "AbortError"));
    taak.onerror = (event) => event.preventDefault();
    verzoek = maak(taak.objectStore(naam));
    taak.commit?.(); // a page that goes away hears no answer, and what waits for one is given up
  });
}

/** Write what is not in the store yet, now. */
function spoel() {
  clearTimeout(wachten);
  const mijn = beurt;
  beurt = null;
  schrijven = schrijven.then(schrijf).then(() => mijn?.klaar());
  return schrijven;
}

async function schrijf() {
  const paden = [...vuil];
  if (!paden.length) return;
  const zet = (metStappen) =>
    vraag(CONCEPTEN, "readwrite", (winkel) => {
      for (const pad of paden) {
        const one = concepten.get(pad);
        if (one) winkel.put(metStappen ? one : { ...one, verleden: [], toekomst: [] }, pad);
        else winkel.delete(pad);
        vuil.delete(pad);
      }
    });
  try {
    if (!(await winkel())) return;
    await zet(true).catch((fout) => {
      if (fout.name !== "QuotaExceededError") throw fout;
      return zet(false); // the steps back are worth less than the draft
    });
    if (toestand === "geheugen") zeg("los", "");
    kanaal?.postMessage(paden);
  } catch (fout) {
    for (const pad of paden) vuil.add(pad);
    geheugen(
      fout.name === "QuotaExceededError"
        ? "De opslag van deze browser is vol: je laatste wijzigingen passen er niet meer bij."
        : `Deze browser kon je laatste wijzigingen niet bewaren (${fout.name}).`,
    );
  }
}

/** Write soon; the promise is there when it is done. */
function straks() {
  if (!beurt) {
    beurt = {};
    beurt.belofte = new Promise((klaar) => (beurt.klaar = klaar));
  }
  clearTimeout(wachten);
  wachten = setTimeout(spoel, RUST);
  return beurt.belofte;
}

/** Ask the browser once never to throw this away by itself. */
async function blijf() {
  if (gevraagd) return;
  gevraagd = true;
  window.addEventListener("pagehide", spoel);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && spoel());
  window.addEventListener("beforeunload", (event) => {
    if (toestand === "geheugen" && vuil.size) event.preventDefault();
  });
  const blijvend = await navigator.storage?.persist?.().catch(() => false);
  if (blijvend && toestand === "los") zeg("blijvend", "");
}

// --- drafts --------------------------------------------------------------------------------------

let gelezen = null;
const lees = () =>
  (gelezen ??= vraag(CONCEPTEN, "readonly", (winkel) => winkel.getAll())
    .catch(() => [])
    .then((alles) => {
      for (const one of alles ?? []) if (!concepten.has(one.pad)) concepten.set(one.pad, one);
    }));

const openbaar = ({ verleden, toekomst, stap, ...one }) => one;

/** Every draft, the one that was changed last first. */
export async function alle() {
  await lees();
  const echt = [...concepten.values()].filter((one) => one.waarde !== null);
  return echt.sort((a, b) => b.tijd - a.tijd).map(openbaar);
}

/** Keep a value of a record. The promise is there when it is stored; the value is kept at once. */
export async function bewaar(pad, { waarde, basis = null, commit = "" }) {
  await lees();
  if (geweigerd.has(pad)) throw new Error("Dit record is open in een ander tabblad: daar kun je het wijzigen.");
  blijf();
  const oud = concepten.get(pad);
  const nu = Date.now();
  const one = oud ?? { pad, waarde: null, basis, commit, verleden: [], toekomst: [], stap: null };
  // What it began from stays what it was: what we took over of others since is in `gezien`.
  const plaats = one.waarde && JSON.stringify(verschilplek(one.waarde, waarde)); // null: somewhere
  const zelfde = one.stap && nu - one.stap.tijd < EEN_STAP && [null, plaats].includes(one.stap.plaats);
  if (!zelfde && (oud || basis !== null)) stapTerug(one);
  concepten.set(pad, { ...one, waarde, tijd: nu, toekomst: [], stap: { plaats, tijd: nu }, voorstel: achter(one) });
  vuil.add(pad);
  return straks();
}

/** Remember of a draft what became of it: {voorstel, gezien, basis, commit}, and a `waarde` in which
 *  changes of others were taken over, which is a step that can be undone. */
export async function merk(pad, velden) {
  await lees();
  const one = concepten.get(pad);
  if (!one) return undefined;
  const nieuw = "waarde" in velden;
  if (nieuw) stapTerug(one);
  concepten.set(pad, { ...one, ...velden, ...(nieuw && { toekomst: [] }), stap: null });
  vuil.add(pad);
  if (nieuw || "voorstel" in velden) vertel({ pad });
  return straks();
}

/** Let go of a draft. */
export async function vergeet(pad) {
  await lees();
  concepten.delete(pad);
  vuil.add(pad);
  vertel({ pad });
  return straks();
}

/** A proposal that does not say what the draft says now. */
const achter = ({ voorstel }) => voorstel && { ...voorstel, bij: false };

function stapTerug(one) {
  const maat = JSON.stringify(one.waarde).length;
  const verleden = [...one.verleden, { waarde: one.waarde, maat }];
  let samen = verleden.reduce((som, stap) => som + stap.maat, 0);
  while (verleden.length > STAPPEN || (samen > STAPPEN_TEKENS && verleden.length > 1)) samen -= verleden.shift().maat;
  one.verleden = verleden;
}

/** Where two values differ, as deep as that is one place. */
function verschilplek(a, b, plek = []) {
  const soort = (waarde) => (Array.isArray(waarde) ? "lijst" : waarde && typeof waarde);
  if (soort(a) !== soort(b) || typeof a !== "object" || !a) return plek;
  if (Array.isArray(a) && a.length !== b.length) return plek;
  const namen = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const anders = namen.filter((naam) => a[naam] !== b[naam] && JSON.stringify(a[naam]) !== JSON.stringify(b[naam]));
  return anders.length === 1 ? verschilplek(a[anders[0]], b[anders[0]], [...plek, anders[0]]) : plek;
}

async function verplaats(pad, van, naar) {
  await lees();
  const one = concepten.get(pad);
  if (!one?.[van].length || geweigerd.has(pad)) return null;
  const stappen = [...one[van]];
  const { waarde } = stappen.pop();
  const terug = { waarde: one.waarde, maat: JSON.stringify(one.waarde).length };
  concepten.set(pad, { ...one, waarde, [van]: stappen, [naar]: [...one[naar], terug], tijd: Date.now(), stap: null, voorstel: achter(one) });
  vuil.add(pad);
  straks();
  return { waarde };
}

/** One step back: {waarde}, null where there is none. The value null is the record as published. */
export const ongedaan = (pad) => verplaats(pad, "verleden", "toekomst");

/** One step forward again: {waarde}, null where there is none. */
export const opnieuw = (pad) => verplaats(pad, "toekomst", "verleden");

/** Which steps there are: {ongedaan, opnieuw}. */
export function stappen(pad) {
  const one = concepten.get(pad);
  return { ongedaan: !!one?.verleden.length, opnieuw: !!one?.toekomst.length };
}

/** How drafts are kept: "blijvend", "los" (the browser may clear them when it needs room) or "geheugen". */
export const opslag = () => toestand;

/** What an editor must know of that, in Dutch; empty when all is well. */
export const uitleg = () => zin;

/** Hear of {pad} when a draft changed otherwise than by bewaar() and a step (another tab, a merge),
 *  {pad, vrij: true} when the other tab let go of a record, and {soort: "opslag"} when opslag()
 *  changed. Gives what stops it. */
export function luister(luisteraar) {
  luisteraars.add(luisteraar);
  return () => luisteraars.delete(luisteraar);
}

// --- other tabs ----------------------------------------------------------------------------------

const kanaal = "BroadcastChannel" in window ? new BroadcastChannel(NAAM) : null;
kanaal?.addEventListener("message", ({ data: paden }) => haalOp(paden));

async function haalOp(paden) {
  for (const pad of paden) {
    if (vuil.has(pad)) continue;
    const one = await vraag(CONCEPTEN, "readonly", (winkel) => winkel.get(pad)).catch(() => undefined);
    if (one) concepten.set(pad, one);
    else concepten.delete(pad);
    vertel({ pad });
  }
}

/** Have a record for this tab alone: true, or false when another tab has it. It is then ours as soon
 *  as that one lets go (`luister`), unless ontgrendel() comes first. */
export async function grendel(pad) {
  if (!navigator.locks) return true;
  if (grendels.has(pad)) return !geweigerd.has(pad);
  return new Promise((klaar) => {
    const stop = new AbortController();
    grendels.set(pad, () => stop.abort());
    const houd = () => new Promise((los) => grendels.set(pad, los));
    const slot = `${NAAM} ${pad}`;
    const wacht = async () => {
      geweigerd.delete(pad);
      await haalOp([pad]); // what the other tab wrote last
      vertel({ pad, vrij: true });
    };
    navigator.locks
      .request(slot, { ifAvailable: true }, (gekregen) => {
        if (gekregen) {
          klaar(true);
          return houd();
        }
        geweigerd.add(pad);
        klaar(false);
        const later = navigator.locks.request(slot, { signal: stop.signal }, () => (wacht(), houd()));
        later.catch(() => {}); // let go before it was ours
        return undefined;
      })
      .catch(() => klaar(true)); // refused by the browser: then there is no other tab to tell of
  });
}

/** Let go of a record. */
export function ontgrendel(pad) {
  spoel();
  grendels.get(pad)?.();
  grendels.delete(pad);
  geweigerd.delete(pad);
}

// --- small things, and drafts as a file ----------------------------------------------------------

/** Keep a thing by name (a folder on disk, the way that was used last). */
export async function onthoud(naam, ding) {
  dingen.set(naam, ding);
  await vraag(DINGEN, "readwrite", (winkel) => winkel.put(ding, naam)).catch(() => {});
}

/** What was kept by that name, or undefined. */
export async function onthouden(naam) {
  if (dingen.has(naam)) return dingen.get(naam);
  return vraag(DINGEN, "readonly", (winkel) => winkel.get(naam)).catch(() => undefined);
}

const SOORT = "concepten";

/** All drafts as the text of a file that uitBestand() reads. */
export const alsBestand = async () =>
  `${JSON.stringify({ soort: SOORT, versie: 1, concepten: (await alle()).map(({ voorstel, gezien, ...one }) => one) }, null, 1)}\n`;

/** Take over the drafts of such a file: the paths. Those that `mag(pad)` refuses are an Error. */
export async function uitBestand(tekst, mag) {
  const inhoud = leesBestand(tekst);
  const vreemd = inhoud.find((one) => !mag(one.pad));
  if (vreemd) throw new Error(`Hierin zit iets dat geen bestand van deze site is: ${vreemd.pad}.`);
  await Promise.all(inhoud.map(({ pad, waarde, basis, commit }) => bewaar(pad, { waarde, basis, commit })));
  return inhoud.map((one) => one.pad);
}

function leesBestand(tekst) {
  if (tekst.length > PAKKET_TEKENS) throw new Error("Dit bestand is te groot om concepten te kunnen zijn.");
  let inhoud;
  try {
    inhoud = JSON.parse(tekst);
  } catch {
    inhoud = null;
  }
  const goed = (one) =>
    typeof one?.pad === "string" &&
    one.waarde !== null &&
    typeof one.waarde === "object" &&
    (one.basis === null || typeof one.basis === "string") &&
    typeof one.commit === "string";
  if (inhoud?.soort !== SOORT || !Array.isArray(inhoud.concepten) || !inhoud.concepten.every(goed)) {
    throw new Error("Dit is geen bestand met concepten van deze pagina.");
  }
  return inhoud.concepten;
}
