// A field to open the package of a colleague: its drafts become drafts here.
// Not here: what is in a package (pakket.js).

import * as concept from "./concept.js";
import { announce, el, plural, uid } from "./dom.js";
import { magPad } from "./pad.js";
import { leesPakket } from "./pakket.js";

/** The field; `klaar(paths)` hears which drafts came. */
export function pakketOpener({ soorten, klaar = () => location.reload() }) {
  const id = uid("pakket");
  const zin = el("p", { class: "wb-zacht" });
  const invoer = el("input", { id, type: "file", accept: ".zip,.json" });
  invoer.addEventListener("change", async () => {
    const [bestand] = invoer.files;
    if (!bestand) return;
    try {
      const al = new Set((await concept.alle()).map((one) => one.pad));
      const paden = await concept.uitBestand(await leesPakket(bestand), (pad) => magPad(pad, soorten));
      const ook = paden.filter((pad) => al.has(pad));
      zin.textContent = `${plural(paden.length, "concept staat", "concepten staan")} klaar.${ook.length ? ` Van ${ook.length} had je zelf al een concept: met 'Ongedaan maken' krijg je dat terug.` : ""}`;
      announce(zin.textContent);
      klaar(paden);
    } catch (fout) {
      zin.textContent = fout.message;
      announce(fout.message);
    } finally {
      invoer.value = "";
    }
  });
  return el(
    "details",
    { class: "wb-meer" },
    el("summary", {}, "Open een pakket van een collega"),
    el("label", { for: id }, "Het pakket (zip)"),
    invoer,
    zin,
  );
}
