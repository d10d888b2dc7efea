// A workbook of a kind: download it, change it in Excel or LibreOffice, and take it over again.
// Not here: what stands in it (the engine: `blad`, `neem_over`), the preview (overname.js).

import { base64 } from "./bytes.js";
import { announce, download, el, fill, uid } from "./dom.js";
import { maakFormulier } from "./formulier.js";
import { overname, taken } from "./overname.js";
import { Stappen } from "./stappen.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LARGEST = 20_000_000; // bytes of a file that is read

/** Both buttons with what comes of them. `steps` are those of the page, if it has them; `changed()` hears
 *  that something was taken over. */
export function workbook({ werk, soort, steps = null, changed = () => {} }) {
  const own = new Stappen(werk);
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
    const shown = await overname({
      werk,
      waarden,
      zinnen: [`Uit ${naam}.`, ...found.opgeschoond, ...found.niet_gelezen.map((one) => `Niet gelezen: ${one}`)],
      meldingen: found.meldingen.map((one) => ({ ...one, plek: placeOf(one) })),
      take: (rest) => take(waarden, rest),
      cancel: () => {
        fill(place);
        file.focus();
      },
    });
    fill(place, shown.element);
    shown.focus();
    return undefined;
  }

  /** What the file does not say: of which indicator and source it is. */
  function ask(vragen, answered) {
    let answers = {};
    const form = maakFormulier({
      veld: { naam: "", label: "", uitleg: "", soort: "groep", titel: "", verplicht: true, mag_onbekend: false, velden: vragen },
      waarde: {},
      vraag: (name, args) => werk.ask(name, args),
      verander: (value) => { answers = value; },
    });
    const go = el("button", { type: "button", class: "knop", on: { click: () => answered(answers).catch((error) => { wrong.textContent = error.message; }) } }, "Verder");
    const head = el("h2", { tabindex: "-1" }, "Waar gaan deze cijfers over?");
    fill(place, el("section", { class: "wb-overname" }, head, el("p", {}, "Dat staat niet in het bestand. Vul het hier in."), form.element, el("p", { class: "knoppen" }, go)));
    head.focus();
  }

  async function take(waarden, rest) {
    const list = steps ?? own;
    const left = await list.take(waarden);
    taken(place, {
      count: Object.keys(waarden).length - left.length,
      left,
      rest,
      titleOf: (pad) => werk.title(pad),
      undo: !steps && (async () => {
        await own.go("ongedaan");
        fill(place, el("p", { class: "melding" }, "Het is weer zoals het was."));
        announce("Het is weer zoals het was");
        file.focus();
        changed();
      }),
    });
    changed();
  }

  return el("div", { class: "wb-werkmap" }, el("p", { class: "knoppen" }, down, file, up), wrong, place);
}

const placeOf = ({ blad, rij, letter, kop }) =>
  [blad && `Blad ${blad}`, rij && `rij ${rij}`, rij && letter && `kolom ${letter}${kop ? ` (${kop})` : ""}`].filter(Boolean).join(", ") + ":";
