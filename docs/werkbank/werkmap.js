// A workbook of a kind: download it, change it in Excel or LibreOffice, and take it over again.
// Not here: what stands in it (the engine: `blad`, `neem_over`), the preview (overname.js).

import { base64 } from "./bytes.js";
import { announce, download, el, fill, uid } from "./dom.js";
import { bied } from "./overname.js";
import { vraag } from "./vragen.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LARGEST = 20_000_000; // bytes of a file that is read

/** Both buttons with what comes of them. `steps` are those of the page, if it has them; `changed()` hears
 *  that something was taken over. */
export function workbook({ werk, soort, steps = null, changed = () => {} }) {
  const place = el("div", { class: "wb-werkmap__plek" });
  const wrong = el("p", { class: "wb-fout", role: "alert" });
  const down = el("button", { type: "button", class: "knop knop--stil", on: { click: fetchIt } }, "Download als werkmap");
  const id = uid("werkmap");
  const file = el("input", { type: "file", id, class: "onzichtbaar", accept: ".xlsx,.csv,.tsv,.txt", on: { change: chosen } });
  const up = el("label", { for: id, class: "knop knop--stil" }, "Neem werkmap over");

  async function fetchIt() {
    wrong.textContent = "";
    down.setAttribute("aria-busy", "true");
    try {
      await werk.settled();
      const { naam, inhoud } = await werk.ask("blad", { soort });
      download(naam, new Blob([Uint8Array.from(atob(inhoud), (sign) => sign.charCodeAt(0))], { type: XLSX }));
      announce(`${naam} is gedownload`);
    } catch (error) {
      wrong.textContent = error.message;
    }
    down.removeAttribute("aria-busy");
  }

  async function chosen() {
    const [one] = file.files;
    if (!one) return;
    wrong.textContent = "";
    fill(place, el("p", {}, `Even kijken wat er in ${one.name} staat…`));
    try {
      if (one.size > LARGEST) throw new Error("Dit bestand is groter dan 20 MB; dat kan geen werkmap van deze site zijn.");
      const inhoud = base64(new Uint8Array(await one.arrayBuffer()));
      await werk.settled();
      await read(one.name, inhoud);
    } catch (error) {
      fill(place);
      wrong.textContent = error.message;
    }
    file.value = ""; // the same file may be chosen again
  }

  async function read(naam, inhoud, antwoorden) {
    const found = await werk.ask("neem_over", { soort, naam, inhoud, ...(antwoorden && { antwoorden }) });
    wrong.textContent = "";
    if (found.vragen?.length) return ask(found.vragen, (answers) => read(naam, inhoud, answers));
    const waarden = Object.fromEntries(found.gewijzigd.map(({ pad, waarde }) => [pad, waarde]));
    await bied({
      werk,
      place,
      steps,
      waarden,
      zinnen: [`Uit ${naam}.`, ...found.opgeschoond, ...found.niet_gelezen.map((one) => `Niet gelezen: ${one}`)],
      meldingen: found.meldingen.map((one) => ({ ...one, plek: placeOf(one) })),
      back: () => file.focus(),
      changed,
    });
    return undefined;
  }

  /** What the file does not say: of which indicator and source it is. */
  const ask = (vragen, answered) =>
    vraag({ werk, place, kop: "Waar gaan deze cijfers over?", uitleg: "Dat staat niet in het bestand. Vul het hier in.", vragen, answered });

  return el("div", { class: "wb-werkmap" }, el("p", { class: "knoppen" }, down, file, up), wrong, place);
}

const placeOf = ({ blad, rij, letter, kop }) =>
  [blad && `Blad ${blad}`, rij && `rij ${rij}`, rij && letter && `kolom ${letter}${kop ? ` (${kop})` : ""}`].filter(Boolean).join(", ") + ":";
