// The page of the tests of saving: the modules of the workbench on an engine of the tests.

import * as concept from "./concept.js";
import { Motor } from "./proefmotor.js";
import { herstel } from "./herstel.js";
import { openOpslaan } from "./opslaan.js";

const manifest = JSON.parse(document.getElementById("manifest").textContent);
const motor = new Motor(manifest.data);
const commit = manifest.commit;

Object.assign(window, {
  concept,
  motor,
  herstel: () => herstel(motor, commit),
  async wijzig(pad, velden) {
    const { basis, tekst } = await motor.vraag("record", { pad });
    const oud = Object.fromEntries((tekst ?? "").split("\n").filter(Boolean).map((regel) => regel.split(": ")));
    const waarde = Object.fromEntries(Object.entries({ ...oud, ...velden }).filter(([, deel]) => deel !== null));
    await motor.vraag("zet", { pad, waarde });
    await Promise.race([concept.bewaar(pad, { waarde, basis, commit }), concept.alle()]); // stored in a moment
  },
  async speelAf() {
    for (const { pad, waarde } of await concept.alle()) await motor.vraag("zet", { pad, waarde });
  },
  async open(extra = {}) {
    const uit = manifest.uitgevallen;
    await openOpslaan({
      in: document.getElementById("plek"),
      bestanden: uit ? null : await motor.vraag("bestanden"),
      samenvatting: uit ? [] : await motor.vraag("verschil"),
      fouten: uit ? null : (await motor.vraag("controleer")).fouten,
      commit,
      motor,
      manifest,
      ...extra,
    });
  },
});
document.title = "klaar";
