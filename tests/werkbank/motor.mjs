// What the page does when its worker answers, breaks, hangs or does not come: with a worker of ours.
// Writes {name of the case: "" or what went wrong}. Not here: Python (draai.mjs), a browser.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const WERKBANK = new URL("../../docs/werkbank/", import.meta.url);
const module = async (name) => import(`data:text/javascript;base64,${(await readFile(new URL(name, WERKBANK))).toString("base64")}`);

const answers = new Map(); // address -> [status, type, body]
const asked = [];
globalThis.fetch = async (address, options) => {
  asked.push([String(address), options?.cache]);
  const known = answers.get(String(address));
  if (!known) throw new TypeError("no network");
  const [status, type, body] = known;
  return new Response(body, { status, headers: { "Content-Type": type } });
};
console.error = () => {};

const { Motor } = await module("motor.js");
const { haal } = await module("python.js");

const BASIS = "https://site.test/beheer/";
const MANIFEST = { bestanden: [{ naam: "a", pad: "a", bytes: 10 }, { naam: "b", pad: "b", bytes: 5, later: true }], formulieren: "forms.json" };
const FORMS = {
  begin: { soorten: [{ naam: "bron", records: [{ pad: "bronnen/x.yml", id: "x", titel: "X", gearchiveerd: false, adres: "bronnen/#x" }] }] },
  formulieren: { bron: { naam: "bron" } },
  waarden: { "bronnen/x.yml": { id: "x" } },
};

/** Workers that do as they are told: `doe(message, say)`; every message is kept. */
function workers(doe) {
  const made = [];
  return {
    made,
    maak() {
      const worker = { heard: [], ended: false, terminate() { this.ended = true; } };
      worker.postMessage = (data) => {
        worker.heard.push(data);
        queueMicrotask(() => worker.ended || doe(data, (said) => worker.ended || worker.onmessage({ data: said }), made.length));
      };
      made.push(worker);
      return worker;
    },
  };
}
const goed = (data, say) => {
  if (data.soort === "start") say({ soort: "klaar" });
  else say({ soort: "antwoord", id: data.id, antwoord: [data.naam, data.argumenten] });
};
const breekt = (id) => ({ soort: "storing", id, oorzaak: "vol", fataal: true });
const motor = (how, manifest = MANIFEST) => new Motor(manifest, { basis: BASIS, maak: how.maak });
const afwijzing = async (promise) => promise.then(() => assert.fail("not rejected"), (error) => error);
const zonder = ({ soort, naam, argumenten }) => (soort === "start" ? soort : [naam, argumenten]);

const CASES = {
  async "a question is answered, and questions wait for each other"() {
    const how = workers(goed);
    const it = motor(how);
    await it.klaar;
    const found = await Promise.all([it.vraag("controleer"), it.vraag("pagina", { adres: "x" })]);
    assert.deepEqual(found, [["controleer", {}], ["pagina", { adres: "x" }]]);
    assert.equal(it.stand.stand, "klaar");
  },
  async "what Python refuses is told in its own words"() {
    const it = motor(workers((data, say) => (data.soort === "start" ? say({ soort: "klaar" }) : say({ soort: "antwoord", id: data.id, afgewezen: "Dat kan niet." }))));
    await it.klaar;
    const error = await afwijzing(it.vraag("nieuw", {}));
    assert.deepEqual([error.message, error.oorzaak], ["Dat kan niet.", "afgewezen"]);
  },
  async "a fault of ours rejects the question and nothing else"() {
    const it = motor(workers((data, say) => (data.naam === "stuk" ? say({ soort: "storing", id: data.id, oorzaak: "fout", detail: "Traceback", fataal: false }) : goed(data, say))));
    await it.klaar;
    assert.match((await afwijzing(it.vraag("stuk"))).message, /In de werkbank zelf ging iets mis/);
    assert.deepEqual(await it.vraag("controleer"), ["controleer", {}]);
  },
  async "a worker that breaks is followed by one that knows every draft, and the question is asked once more"() {
    let broke = false;
    const how = workers((data, say) => {
      if (data.naam !== "controleer" || broke) return goed(data, say);
      broke = true;
      say(breekt(data.id));
    });
    const it = motor(how);
    const told = [];
    it.addEventListener("stand", ({ detail }) => told.push([detail.stand, detail.zin]));
    await it.klaar;
    await it.vraag("zet", { pad: "a", waarde: { id: "a" } });
    await it.vraag("zet", { pad: "b", waarde: { id: "b" } });
    await it.vraag("zet", { pad: "b", waarde: null });
    await it.vraag("zet", { pad: "c", waarde: { id: "c" }, basis: "id: c\n" });
    await it.vraag("zet", { pad: "c", waarde: { id: "c", titel: "C" } });
    await it.vraag("zet", { pad: "d", waarde: { id: "d" }, basis: "id: d\n" });
    await it.vraag("zet", { pad: "d", waarde: null });
    await it.vraag("vertaal", { taal: "en", vertalingen: { ja: "yes" } });
    assert.deepEqual(await it.vraag("controleer"), ["controleer", {}]);
    assert.equal(how.made[0].ended, true);
    assert.deepEqual(how.made[1].heard.map(zonder), [
      "start",
      ["zet", { pad: "a", waarde: { id: "a" } }],
      ["zet", { pad: "c", waarde: { id: "c", titel: "C" }, basis: "id: c\n" }],
      ["zet", { pad: "d", waarde: null, basis: "id: d\n" }],
      ["vertaal", { taal: "en", vertalingen: { ja: "yes" } }],
      ["controleer", {}],
    ]);
    assert.deepEqual(told.map(([stand]) => stand), ["klaar", "herstart", "klaar"]);
    assert.match(told.at(-1)[1], /opnieuw gestart\. Er is niets kwijt/);
  },
  async "a question that breaks two workers is not asked a third time; drafts go on and one may try again"() {
    answers.set(`${BASIS}forms.json`, [200, "application/json", JSON.stringify(FORMS)]);
    let stuk = true;
    const how = workers((data, say) => (data.naam === "controleer" && stuk ? say(breekt(data.id)) : goed(data, say)));
    const it = motor(how);
    await it.klaar;
    const error = await afwijzing(it.vraag("controleer"));
    assert.match(error.message, /liep vast.*Je kunt wel gewoon verder met invullen/s);
    assert.deepEqual([it.stand.stand, it.stand.oorzaak, how.made.length], ["uitgevallen", "vol", 2]);
    assert.deepEqual(await it.vraag("zet", { pad: "bronnen/x.yml", waarde: { id: "x", titel: "Y" } }), { pad: "bronnen/x.yml" });
    assert.equal((await it.vraag("record", { pad: "bronnen/x.yml" })).waarde.titel, "Y");
    assert.equal((await afwijzing(it.vraag("pagina", {}))).oorzaak, "vol");
    stuk = false;
    it.opnieuw();
    await it.klaar;
    assert.deepEqual(await it.vraag("controleer"), ["controleer", {}]);
    assert.deepEqual(how.made[2].heard.map(zonder)[1], ["zet", { pad: "bronnen/x.yml", waarde: { id: "x", titel: "Y" } }]);
  },
  async "what Python refuses while it starts anew is refused to who asked"() {
    let broke = false;
    const it = motor(workers((data, say) => {
      if (data.naam === "controleer" && !broke) {
        broke = true;
        return say(breekt(data.id));
      }
      if (data.naam === "zet") return say({ soort: "antwoord", id: data.id, afgewezen: "Dat is geen bestand." });
      goed(data, say);
    }));
    await it.klaar;
    const checked = it.vraag("controleer");
    while (it.stand.stand !== "herstart") await null;
    assert.equal((await afwijzing(it.vraag("zet", { pad: "x", waarde: {} }))).message, "Dat is geen bestand.");
    await checked;
  },
  async "a question that takes too long ends its worker"() {
    const how = workers((data, say) => (data.naam === "traag" ? null : goed(data, say)));
    const it = motor(how);
    await it.klaar;
    const error = await afwijzing(it.vraag("traag", {}, { geduld: 20 }));
    assert.match(error.message, /duurde te lang/);
    assert.deepEqual(how.made.map((one) => one.ended), [true, true]);
  },
  async "without WebAssembly the setting is named and the form goes on"() {
    const kept = globalThis.WebAssembly;
    delete globalThis.WebAssembly;
    try {
      const how = workers(goed);
      const it = motor(how);
      assert.equal(it.stand.oorzaak, "geen-wasm");
      assert.match(it.stand.zin, /Verbeterde beveiligingsmodus/);
      assert.match((await afwijzing(it.klaar)).message, /WebAssembly/);
      assert.deepEqual(await it.vraag("begin"), FORMS.begin);
      assert.deepEqual(await it.vraag("formulier", { soort: "bron" }), { naam: "bron" });
      assert.deepEqual(await it.vraag("keuzes", { soorten: ["bron"] }), [{ waarde: "x", label: "X", soort: "bron", gearchiveerd: false }]);
      assert.equal(how.made.length, 0);
    } finally {
      globalThis.WebAssembly = kept;
    }
  },
  async "a browser without such workers is told so"() {
    const it = motor({ maak() { throw new TypeError("module workers"); } });
    assert.match(it.stand.zin, /te oud/);
  },
  async "while Python is on its way the form is answered from what was made before"() {
    const it = motor(workers(() => {}));
    assert.deepEqual([it.stand.stand, it.stand.totaal], ["laden", 10]);
    assert.deepEqual(await it.vraag("begin"), FORMS.begin);
    assert.equal((await it.vraag("record", { pad: "bronnen/x.yml" })).titel, "X");
  },
};

const hash = (text) => createHash("sha256").update(text).digest("hex");
const FILE = { naam: "een.wasm", pad: "een-1.wasm", bytes: 5, sha256: hash("goed!") };
const HAAL = {
  "403 is told with its file": [[403, "text/plain", "no"], ["geweigerd", "een.wasm", 403]],
  "451 is told with its file": [[451, "text/plain", "no"], ["geweigerd", "een.wasm", 451]],
  "404 is a newer site": [[404, "text/html", "no"], ["weg", "een.wasm", 404]],
  "a web page in its place": [[200, "text/html; charset=utf-8", "<html>"], ["pagina", "een.wasm", 200]],
  "other bytes of the same size": [[200, "application/wasm", "fout!"], ["anders", "een.wasm", 200]],
  "half of it": [[200, "application/wasm", "goe"], ["anders", "een.wasm", 200]],
  "more of it": [[200, "application/wasm", "goed!!"], ["anders", "een.wasm", 200]],
  "no network": [null, ["netwerk", "een.wasm", 0]],
};
for (const [name, [answer, expected]] of Object.entries(HAAL)) {
  CASES[`a file: ${name}`] = async () => {
    answers.delete(`${BASIS}een-1.wasm`);
    if (answer) answers.set(`${BASIS}een-1.wasm`, answer);
    const error = await afwijzing(haal(FILE, BASIS));
    assert.deepEqual([error.oorzaak, error.bestand, error.status], expected);
    const it = motor(workers((data, say) => say({ soort: "storing", fataal: true, oorzaak: error.oorzaak, bestand: error.bestand, status: error.status })));
    const told = await afwijzing(it.klaar);
    assert.ok(told.message.includes("een.wasm"), told.message);
    assert.ok(told.message.includes("Je kunt wel gewoon verder"), told.message);
  };
}
CASES["a file that is right is taken, from what the browser has kept if it can"] = async () => {
  answers.set(`${BASIS}een-1.wasm`, [200, "application/octet-stream", "goed!"]);
  let counted = 0;
  const found = await haal(FILE, BASIS, (more) => { counted += more; });
  assert.deepEqual([new TextDecoder().decode(found), counted, asked.at(-1)], ["goed!", 5, [`${BASIS}een-1.wasm`, "force-cache"]]);
};

const found = {};
for (const [name, run] of Object.entries(CASES)) {
  found[name] = await run().then(() => "", (error) => String(error?.stack ?? error));
}
process.stdout.write(JSON.stringify(found));
process.exit(0); // clocks may still run
