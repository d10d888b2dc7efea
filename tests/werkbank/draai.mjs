// The Python of the workbench under Node: the same start, the same files, no browser.
//
//   node draai.mjs FOLDER DAY    FOLDER is beheer/ of a site. Reads a line of JSON {naam, argumenten}
//                                at a time and writes one: {antwoord}, {afgewezen} or {fout, fataal}.
//                                {python, argument} calls that Python with a text, for one.
//                                {elders: true} goes on from what was kept as if it stood elsewhere.
//
// It is a second visit: one Python starts long ago, the one that answers goes on from what that kept.

import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";

const map = resolve(process.argv[2]);
const vandaag = process.argv[3];
const page = await readFile(join(map, "index.html"), "utf8");
const manifest = JSON.parse(page.match(/<script type="application\/json" id="manifest">(.*?)<\/script>/s)[1]);
const app = page.match(/src="(app-\w+)\/app\.js"/)[1];
const code = await readFile(join(map, app, "python.js"));
const { start, isFataal } = await import(`data:text/javascript;base64,${code.toString("base64")}`);

const plek = (naam) => join(map, manifest.bestanden.find((one) => one.naam === naam).pad);
const bestanden = new Map();
for (const { naam } of manifest.bestanden) bestanden.set(naam, new Uint8Array(await readFile(plek(naam))));

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const begin = performance.now();
const indexURL = dirname(plek("pyodide.mjs"));
const stdout = (line) => process.stderr.write(`${line}\n`);
const { loadPyodide } = await import(plek("pyodide.mjs"));
const { default: maak } = await import(plek("pyodide.asm.mjs"));
const of = { bestanden, loadPyodide, maak, indexURL, vandaag, plek: manifest, stdout };
let bewaard;
const { python, vraag, teken, erbij, huis } = await (async () => {
  bewaard = (await start({ ...of, vandaag: "2000-01-01" })).stand();
  return start({ ...of, bewaard });
})().catch((error) => {
  say({ fout: error.message, fataal: true }); // its stack quotes the whole of Pyodide
  process.exit(1);
});
say({ klaar: (performance.now() - begin) / 1000, cpu: process.cpuUsage() });

const later = new Map([
  ["pagina", async () => {
    huis(bestanden.get("paginas.json"));
    erbij(bestanden.get("opmaak.json"));
    teken(await (await import(plek("graphviz.mjs"))).instance());
  }],
  ["blad", async () => erbij(bestanden.get("bladen.json"))],
]);

for await (const line of createInterface({ input: process.stdin })) {
  const { naam, argumenten, ...asked } = JSON.parse(line);
  try {
    if (asked.elders) {
      await start({ ...of, bewaard: { ...bewaard, plaats: "1 1" } });
      continue;
    }
    if (asked.python) {
      say(JSON.parse(python.runPython(asked.python)(asked.argument)));
      continue;
    }
    for (const [begin, haal] of later) {
      if (naam.startsWith(begin)) await haal();
      if (naam.startsWith(begin)) later.delete(begin);
    }
    say(vraag(naam, argumenten));
  } catch (error) {
    say({ fout: String(error.message).slice(-4000), fataal: isFataal(error) });
  }
}
