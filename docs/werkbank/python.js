// Starts Python with our code and data in it, from files that are looked at first.
// The same in the worker of the page and under Node, where the tests run it. Not here: messages.

const SITE_PACKAGES = "/lib/python3.14/site-packages";
const HUIS = "/huis";
const LOCK = { // no package is ever loaded by name, so none is asked of another host
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14.2", version: "314.0.7" },
  packages: {},
};

const ophalen = globalThis.fetch; // the worker hides it from everything else

/** Why something cannot go on: `oorzaak` is a word for the page, `bestand` the file it is about. */
export class Storing extends Error {
  constructor(oorzaak, { bestand = "", status = 0, detail = "" } = {}) {
    super(`${oorzaak} ${bestand} ${status || ""} ${detail}`.trim());
    Object.assign(this, { oorzaak, bestand, status, detail });
  }
}

/**
 * Get a file that is exactly the one of the manifest; `tel` hears of each piece that came in.
 * @throws {Storing} when it did not come, or is another
 */
export async function haal(bestand, basis, tel = () => {}) {
  const naam = bestand.naam;
  let answer;
  try {
    // The name holds the content: what the browser has under it is never old.
    answer = await ophalen(new URL(bestand.pad, basis), { cache: "force-cache" });
  } catch (error) {
    throw new Storing("netwerk", { bestand: naam, detail: String(error) });
  }
  if (!answer.ok) {
    const oorzaak = answer.status === 404 || answer.status === 410 ? "weg" : "geweigerd";
    throw new Storing(oorzaak, { bestand: naam, status: answer.status });
  }
  const bytes = new Uint8Array(bestand.bytes);
  let size = 0;
  try {
    const reader = answer.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (size + piece.value.length <= bytes.length) bytes.set(piece.value, size);
      size += piece.value.length;
      tel(piece.value.length);
    }
  } catch (error) {
    throw new Storing("netwerk", { bestand: naam, detail: String(error) });
  }
  const html = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  if (html || size !== bytes.length || (await sha256(bytes)) !== bestand.sha256) {
    const detail = html ? "text/html" : `${size} van ${bestand.bytes} bytes`;
    throw new Storing(html ? "pagina" : "anders", { bestand: naam, status: answer.status, detail });
  }
  return bytes;
}

/** The hash as the manifest writes it. */
async function sha256(bytes) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Start Python and open the door of the workbench.
 * @param bestanden the content of each file of the manifest, by its name
 * @param indexURL where the files of Pyodide itself are
 * @param vandaag the day: 2026-11-30
 * @param plek of the manifest: `repo` and `datamap`
 * @returns `python`, which is Pyodide; `vraag(naam, argumenten)`, which gives {antwoord} or {afgewezen}; `teken(viz)` lets it
 *   draw, and `erbij(bytes)` gives it more packages, `huis(bytes)` more code
 */
export async function start({ bestanden, loadPyodide, indexURL, vandaag, plek, ...more }) {
  const python = await loadPyodide({ indexURL, lockFileContents: LOCK, checkAPIVersion: false, ...more });
  const { FS } = python;
  const write = (map, files, encode = (text) => text) => {
    for (const [path, content] of Object.entries(files)) {
      const file = `${map}/${path}`;
      FS.mkdirTree(file.slice(0, file.lastIndexOf("/")));
      FS.writeFile(file, encode(content));
    }
  };
  const lees = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
  const erbij = (pakketten) => {
    write(SITE_PACKAGES, pakketten.tekst);
    for (const [path, other] of Object.entries(pakketten.zelfde)) pakketten.binair[path] = pakketten.binair[other];
    write(SITE_PACKAGES, pakketten.binair, (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  };
  const pakketten = lees(bestanden.get("pakketten.json"));
  erbij(pakketten);
  write(SITE_PACKAGES, { [pakketten.gecompileerd]: bestanden.get("pydantic_core.wasm") });
  write(HUIS, lees(bestanden.get("code.json")));
  write(`${HUIS}/data`, lees(bestanden.get("gegevens.json")));
  write(HUIS, { "formulieren.json": bestanden.get("formulieren.json") });
  python.runPython(`
import os, sys
os.chdir("${HUIS}")
sys.path.insert(0, "${HUIS}")
sys.dont_write_bytecode = True
`);
  const make = python.runPython(`
import json
from pathlib import Path
from macros.source import nodes
from macros.werkbank.deur import Deur
forms = json.loads(Path("formulieren.json").read_bytes())
for pad, places in forms["plaatsen"].items():
    nodes.eerder[Path("data", pad).read_bytes().decode()] = forms["waarden"][pad], places
del forms
lambda vandaag, meldingen, datamap: Deur(Path("data"), vandaag, Path("docs"), meldingen, datamap).vraag
`);
  const meldingen = plek.repo ? `${plek.repo}/issues` : "";
  const vraag = make(vandaag, meldingen, plek.datamap);
  return {
    python,
    vraag: (naam, argumenten) => JSON.parse(vraag(naam, JSON.stringify(argumenten))),
    erbij: (bytes) => {
      erbij(lees(bytes));
      python.runPython("import importlib; importlib.invalidate_caches()");
    },
    huis: (bytes) => write(HUIS, lees(bytes)),
    teken: (viz) => python.runPython(`
import json
from macros.render import letter
from macros.render.tekening import graphviz
letter.overgenomen.update({int(one): widths for one, widths in json.loads(Path("letterbreedten.json").read_text()).items()})
lambda draw: setattr(graphviz, "hier", draw)
`)((dot) => viz.renderString(dot, { format: "json0", yInvert: true })),
  };
}

/** Whether an error means that this Python can do nothing any more. */
export function isFataal(error) {
  return Boolean(error?.pyodide_fatal_error)
    || error instanceof RangeError
    || (typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError)
    || error?.name === "InternalError" // Firefox: too much recursion
    || /MemoryError/.test(error?.type ?? "");
}
