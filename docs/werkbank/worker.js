// The worker that runs Python: it is asked one thing at a time and answers (motor.js asks).
// It never gets a token, and asks for nothing but the files of the manifest.

import { bewaarGeheugen, haalGeheugen, plek, vergeetGeheugen } from "./geheugen.js";
import { Storing, haal, isFataal, start } from "./python.js";

const EVEN = 500; // ms after which the page has asked what it shows first

let python = null;
const later = new Map(); // beginning of a question -> what it takes, fetched the first time

onmessage = async ({ data }) => {
  try {
    if (data.soort === "start") {
      python = await begin(data);
      postMessage({ soort: "klaar", weer: !python.bewaar });
      python.bewaar?.();
      setTimeout(python.vast, EVEN);
    } else {
      for (const [begin, haalErbij] of later) {
        if (!data.naam.startsWith(begin)) continue;
        await haalErbij();
        later.delete(begin);
      }
      postMessage({ soort: "antwoord", id: data.id, ...python.vraag(data.naam, data.argumenten) });
    }
  } catch (error) {
    const { oorzaak = "fout", bestand = "", status = 0 } = error instanceof Storing ? error : {};
    const vast = isFataal(error);
    const detail = String(error?.message ?? error).slice(-4000);
    const fataal = vast || data.soort === "start";
    postMessage({ soort: "storing", id: data.id, oorzaak: vast ? "vol" : oorzaak, bestand, status, detail, fataal });
  }
};

/** Get every file, look at it, and start Python with what was found right; `vers`: and nothing else. */
async function begin({ manifest, basis, vandaag, vers }) {
  const first = manifest.bestanden.filter((one) => !one.later);
  const totaal = first.reduce((sum, one) => sum + one.bytes, 0);
  let bytes = 0;
  const tel = (more) => {
    bytes += more;
    postMessage({ soort: "laden", bytes, totaal });
  };
  // Where nothing can be kept, each start is a whole one.
  const kast = vers ? vergeetGeheugen().catch(() => null) : plek(manifest).then(haalGeheugen).catch(() => null);
  const bestanden = new Map(await Promise.all(first.map(async (one) => [one.naam, await haal(one, basis, tel)])));
  const bestand = (naam) => manifest.bestanden.find((one) => one.naam === naam);
  const adres = (naam) => new URL(bestand(naam).pad, basis).href;
  // Pyodide asks for its files itself: it gets those that were looked at, and nothing else.
  const types = { "pyodide.asm.wasm": "application/wasm", "python_stdlib.zip": "application/zip" };
  const given = new Map(Object.keys(types).map((naam) => [adres(naam), naam]));
  globalThis.fetch = async (what) => {
    const naam = given.get(String(what?.url ?? what));
    if (!naam) throw new TypeError(`not ours: ${what}`);
    return new Response(bestanden.get(naam), { headers: { "Content-Type": types[naam] } });
  };
  later.set("pagina", async () => {
    const [packages, code] = await Promise.all(["opmaak.json", "paginas.json"].map((naam) => haal(bestand(naam), basis)));
    python.huis(code);
    python.erbij(packages);
    try { // without it, a page says that its drawing is not there
      await haal(bestand("graphviz.mjs"), basis);
      const { instance } = await import(adres("graphviz.mjs"));
      python.teken(await instance());
    } catch (error) {
      console.warn(error);
    }
  });
  later.set("blad", async () => python.erbij(await haal(bestand("bladen.json"), basis)));
  const { loadPyodide } = await import(adres("pyodide.mjs"));
  const { default: maak } = await import(adres("pyodide.asm.mjs"));
  const indexURL = adres("pyodide.mjs").replace(/[^/]*$/, "");
  const of = { bestanden, loadPyodide, maak, indexURL, vandaag, plek: manifest };
  const bewaard = await kast;
  if (bewaard) {
    try {
      return await start({ ...of, bewaard });
    } catch (error) {
      console.debug(error); // the whole of it, then
    }
  }
  const begun = await start(of);
  const bewaar = async () => {
    const stand = begun.stand(); // now: what is asked next is somebody's work
    await bewaarGeheugen(await plek(manifest), stand);
  };
  return { ...begun, bewaar: () => bewaar().catch(console.debug) };
}
