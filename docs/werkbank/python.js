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
export async function sha256(bytes) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Start Python and open the door of the workbench.
 *
 * What it holds then can be kept (`stand`), and a later start can go on from there: that takes a
 * fraction of the time. Pyodide keeps memory, and nothing that was linked to it. So the one compiled
 * package is linked before Python begins, which puts it at the same place each time; where it did not
 * end up there, what was kept is refused.
 * @param bestanden the content of each file of the manifest, by its name
 * @param loadPyodide of pyodide.mjs
 * @param maak of pyodide.asm.mjs
 * @param indexURL where the files of Pyodide itself are
 * @param vandaag the day: 2026-11-30
 * @param plek of the manifest: `repo`, `datamap`, `adres` and `stand`
 * @param bewaard what `stand` gave after a start with the same files
 * @returns `python`, which is Pyodide; `vraag(naam, argumenten)`, which gives {antwoord} or {afgewezen}; `teken(viz)` lets it
 *   draw, and `erbij(bytes)` gives it more packages, `huis(bytes)` more code; `stand()`, before anything was asked;
 *   `vast()` brings in what the first change takes
 */
export async function start({ bestanden, loadPyodide, maak, indexURL, vandaag, plek, bewaard = null, ...more }) {
  const lees = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
  const pakketten = lees(bestanden.get("pakketten.json"));
  const gecompileerd = await WebAssembly.compile(bestanden.get("pydantic_core.wasm"));
  const file = `${SITE_PACKAGES}/${pakketten.gecompileerd}`;
  let module;
  let plaats;
  const python = await loadPyodide({
    indexURL,
    lockFileContents: LOCK,
    checkAPIVersion: false,
    env: { PYDANTIC_DISABLE_PLUGINS: "__all__", PYTHONTZPATH: "" }, // looking for what is not there takes time
    ...more,
    ...(bewaard ? { _loadSnapshot: bewaard.geheugen } : { _makeSnapshot: true }),
    createPyodideModule: async (made) => {
      module = made;
      let fault;
      module.onRuntimeInitialized = () => {
        try {
          const flags = { loadAsync: false, global: false, nodelete: true, allowUndefined: true };
          module.preloadedWasm[file] = module.loadWebAssemblyModule(gecompileerd, flags, file, {}, 0);
          const next = module._malloc(16);
          module._free(next);
          plaats = `${module.wasmTable.length} ${next}`;
        } catch (error) {
          fault = error; // nobody hears what is thrown here
        }
      };
      await maak(module);
      if (fault) throw fault;
      if (bewaard && plaats !== bewaard.plaats) throw new Error(`linked at ${plaats}, kept with ${bewaard.plaats}`);
      if (bewaard) module.growMemory(bewaard.geheugen.length);
      return module;
    },
  });
  const { FS } = python;
  const made = new Set();
  const encoder = new TextEncoder();
  const write = (map, files, encode = (text) => encoder.encode(text)) => {
    for (const [path, content] of Object.entries(files)) {
      const file = `${map}/${path}`;
      const folder = file.slice(0, file.lastIndexOf("/"));
      if (!made.has(folder)) FS.mkdirTree(folder);
      made.add(folder);
      FS.writeFile(file, encode(content), { canOwn: true });
    }
  };
  const same = (bytes) => bytes;
  const erbij = ({ tekst, binair, zelfde }) => {
    write(SITE_PACKAGES, tekst);
    for (const [path, other] of Object.entries(zelfde)) binair[path] = binair[other];
    write(SITE_PACKAGES, binair, (text) => {
      const bytes = new Uint8Array(text.length);
      for (let n = 0; n < bytes.length; n += 1) bytes[n] = text.charCodeAt(n);
      return bytes;
    });
  };
  erbij(pakketten);
  write(SITE_PACKAGES, { [pakketten.gecompileerd]: bestanden.get("pydantic_core.wasm") }, same);
  write(HUIS, lees(bestanden.get("code.json")));
  write(`${HUIS}/data`, lees(bestanden.get("gegevens.json")));
  write(HUIS, { "formulieren.json": bestanden.get("formulieren.json") }, same);
  FS.chdir(HUIS);
  const open = python.runPython(bewaard ? "op_dag" : `
import gc, json, sys
from pathlib import Path
gc.disable() # all of it stays
sys.path.insert(0, "${HUIS}")
sys.dont_write_bytecode = True
from macros import nalezen
from macros.source import nodes
from macros.werkbank.deur import Deur

def begin(vandaag, *plek):
    global deur
    forms = json.loads(Path("formulieren.json").read_bytes())
    for pad, places in forms["plaatsen"].items():
        nodes.eerder[Path("data", pad).read_bytes().decode()] = forms["waarden"][pad], places
    nalezen.eerder = forms["lezingen"]
    deur = Deur(Path("data"), vandaag, Path("docs"), *plek)
    gc.freeze()
    gc.enable()
    return deur.vraag

def op_dag(vandaag, *_):
    deur.op_dag(vandaag)
    return deur.vraag

begin
`);
  const meldingen = plek.repo ? `${plek.repo}/issues` : "";
  const vraag = open(vandaag, meldingen, plek.datamap, plek.adres, plek.stand);
  return {
    python,
    vraag: (naam, argumenten) => JSON.parse(vraag(naam, JSON.stringify(argumenten))),
    stand: () => {
      if (!plaats.startsWith(`${module.wasmTable.length} `)) throw new Error(`linked more than at ${plaats}`);
      return { geheugen: python.makeMemorySnapshot(), plaats };
    },
    vast: () => python.runPython("from macros.lezing import aantal, kind, opmaak, persoon, verwijzing"),
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
