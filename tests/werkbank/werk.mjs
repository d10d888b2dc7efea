// What is being worked on, while the engine is still on its way: with an engine of ours.
// Also what its parts do that ask for no page: the rows of a table, the way back from a new record.
// Given the folder of the scripts, writes {name of the case: "" or what went wrong}. Not here: the
// engine itself, a browser.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

globalThis.CSS = { supports: () => false }; // the one thing they ask before they are used
const script = (name) => import(pathToFileURL(join(process.argv[2], name)));
const { once } = await script("dom.js");
const { to, toRecord } = await script("route.js");
const { Rijen } = await script("tabelrijen.js");
const { choose, unchoose } = await script("terug.js");
const { Werk } = await script("werk.js");

const PAD = "begrippen/x.yml";
const SOORTEN = [{ naam: "begrip", pad: "begrippen", is_map: true, records: [{ pad: PAD, titel: "X" }] }];

/** An engine that keeps what it is told; `bij(naam, argumenten)` is called before it answers. */
function motor(bij = () => {}) {
  const nu = new Map([[PAD, { titel: "was" }]]);
  const gezet = [];
  return {
    gezet,
    klaar: Promise.resolve(),
    async vraag(naam, argumenten = {}) {
      await bij(naam, argumenten);
      if (naam === "begin") return { soorten: SOORTEN };
      if (naam === "record") return { waarde: nu.get(argumenten.pad) ?? null };
      if (naam === "controleer") return { meldingen: [] };
      gezet.push(argumenten.waarde.titel);
      nu.set(argumenten.pad, argumenten.waarde);
      return { pad: argumenten.pad };
    },
  };
}

/** Drafts in memory. */
function concepten(...begin) {
  const all = new Map(begin.map((one) => [one.pad, one]));
  return {
    alle: async () => [...all.values()],
    luister() {},
    async bewaar(pad, draft) { all.set(pad, { pad, ...draft }); },
    async grendel() { return true; },
    ontgrendel() {},
  };
}

const CASES = {
  async "what is typed while the engine starts is what is checked, and is a change"() {
    let werk;
    const engine = motor(async (naam) => {
      if (naam === "record" && werk?.drafts.get(PAD)?.waarde.titel === "eerst") werk.change(PAD, { titel: "straks" });
    });
    werk = new Werk(engine, concepten({ pad: PAD, waarde: { titel: "eerst" }, basis: "titel: was\n" }), "c1");
    await werk.start();
    await werk.ready();
    await werk.settled();
    assert.deepEqual(engine.gezet, ["straks"]);
    assert.deepEqual(werk.changed.map((one) => one.waarde.titel), ["straks"]);
  },
  async "what is published is asked before a draft is put over it"() {
    let werk;
    const tweede = "begrippen/y.yml";
    const engine = motor(async (naam, { pad }) => {
      if (naam !== "record" || pad !== PAD) return;
      werk.change(tweede, { titel: "nog anders" });
      await werk.check(); // as it looks by itself after a pause
    });
    const begin = [PAD, tweede].map((pad) => ({ pad, waarde: { titel: "mijn" }, basis: null }));
    werk = new Werk(engine, concepten(...begin), "c1");
    await werk.start();
    await werk.ready();
    await werk.settled();
    assert.deepEqual(werk.changed.map((one) => one.pad), [PAD, tweede]);
    assert.equal(await werk.published(tweede), null);
  },
  async "every script finds what it asks of another"() {
    const needsPage = /^(window|document|onmessage) is not defined$/; // by then all it imports was there
    for (const name of readdirSync(process.argv[2]).filter((one) => one.endsWith(".js"))) {
      await script(name).catch((error) => { if (!needsPage.test(error.message)) throw error; });
    }
  },
  async "what failed is asked again and what came is kept"() {
    const kept = new Map();
    await assert.rejects(once(kept, "a", async () => { throw new Error("weg"); }));
    await Promise.resolve();
    assert.equal(await once(kept, "a", async () => 1), 1);
    assert.equal(await once(kept, "a", async () => 2), 1);
  },
  async "a new record is chosen in the field that asked for it, and goes out of it when it is thrown away"() {
    const werk = new Werk(motor(), concepten(), "c1");
    await werk.start();
    for (const [loc, made] of [
      [["herkomst", "bron"], { titel: "was", herkomst: { bron: "n" } }],
      [["bewijs", 0], { titel: "was", bewijs: ["n"] }],
    ]) {
      const field = toRecord(PAD, loc, toRecord("begrippen/y.yml", ["titel"]));
      await choose(werk, field, "n");
      assert.deepEqual(werk.drafts.get(PAD).waarde, made);
      await unchoose(werk, field, "other");
      assert.deepEqual(werk.drafts.get(PAD).waarde, made);
      await unchoose(werk, field, "n");
      assert.deepEqual(werk.drafts.get(PAD).waarde, { titel: "was" });
    }
    await choose(werk, to(["concepten"]), "n"); // an address that is no field
    assert.deepEqual([...werk.drafts.keys()], [PAD]);
  },
  async "a row of a table is changed when it says something else, wherever it stands"() {
    const acties = [{ id: "a" }, { id: "b" }, { id: "c" }];
    const table = { kolommen: [], rijen: acties.map((_, i) => ({ pad: PAD, loc: ["acties", i] })) };
    const drafts = new Map();
    const rijen = new Rijen({ drafts }, { table, names: new Map(), published: new Map([[PAD, { titel: "was", acties }]]) });
    const changed = (waarde) => {
      drafts.set(PAD, { waarde });
      return table.rijen.map(rijen.fits.gewijzigd);
    };
    assert.deepEqual(changed({ titel: "anders", acties }), [false, false, false]);
    assert.deepEqual(changed({ titel: "was", acties: [acties[1], acties[0], acties[2]] }), [false, false, false]);
    assert.deepEqual(changed({ titel: "was", acties: [{ id: "nieuw" }, ...acties.slice(0, 2)] }), [true, false, false]);
    assert.deepEqual(changed({ titel: "was", acties: [acties[0], { id: "b", stand: "loopt" }, acties[2]] }), [false, true, false]);
  },
};

const found = {};
for (const [name, run] of Object.entries(CASES)) {
  found[name] = await run().then(() => "", (error) => String(error?.stack ?? error));
}
process.stdout.write(JSON.stringify(found));
process.exit(0); // clocks may still run
