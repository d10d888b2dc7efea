// What is being worked on, while the engine is still on its way: with an engine of ours.
// Given the folder of the scripts, writes {name of the case: "" or what went wrong}. Not here: the
// engine itself, a browser.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { Werk } = await import(pathToFileURL(join(process.argv[2], "werk.js")));

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
};

const found = {};
for (const [name, run] of Object.entries(CASES)) {
  found[name] = await run().then(() => "", (error) => String(error?.stack ?? error));
}
process.stdout.write(JSON.stringify(found));
process.exit(0); // clocks may still run
