// Asks the search of a built site: its own script, its answers and its index, in Node as in a browser.
// Not here: the questions, and what is right (`zoekproef.py`).
//
// From standard input {site, talen: {nl: {map: "", vragen: ["..."]}}}; to standard output
// {nl: ["hulp/#school", ""]}: for each question what comes first, empty when nothing does.

import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";

const { site, talen } = JSON.parse(await text(process.stdin));
const root = pathToFileURL(`${site}/`).href;
const read = (path) => readFile(fileURLToPath(new URL(path, root)));
const json = async (path) => JSON.parse(await read(path));

// A script of the site says nowhere that it is a module; this way it need not.
const module = async (path) => import(`data:text/javascript;base64,${(await read(path)).toString("base64")}`);

globalThis.fetch = async (address) => new Response(await readFile(fileURLToPath(String(address))));

let language = "";
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };

const { Motor } = await module("assets/js/zoekmotor.js");
const pagefind = await module("pagefind/pagefind.js");

async function first(motor, question, folder) {
  const { answers, results } = await motor.search(question);
  if (answers.length) return answers[0].pad;
  return results.length ? (await results[0].data()).url.replace(/^\//, "").slice(folder.length) : "";
}

const found = {};
for (const [taal, { map, vragen }] of Object.entries(talen)) {
  language = taal;
  const instance = pagefind.createInstance({ basePath: `${root}pagefind/`, baseUrl: "/", noWorker: true });
  const data = await json(`pagefind/antwoorden.${taal}.json`);
  const spelling = () => json(`pagefind/woorden.${taal}.json`);
  const motor = new Motor({ data, pagefind: async () => instance, spelling, language });
  found[taal] = [];
  for (const vraag of vragen) found[taal].push(await first(motor, vraag, map));
  await instance.destroy();
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));
