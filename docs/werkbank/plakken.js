// Paste from a spreadsheet program. The browser gives what is pasted with the event; nothing is ever
// read from the clipboard by ourselves.
// Not here: what the cells mean (the engine: `plak`), the preview (overname.js).

import { plural } from "./dom.js";

/** What is pasted here as cells; nothing when it is text for the field that has the focus. */
export function pastedCells(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const tabs = text.includes("\t");
  const lines = /[\r\n]+[^\r\n]/.test(text);
  if (!tabs && (!lines || event.target.matches?.(".invoer--lang"))) return "";
  return text;
}

/** What becomes of it: the records as they would be, and what there is to say. `rijen` are the rows that
 *  are seen, `rij` and `eerste` where it begins among these and the `kolommen`; `hidden` rows are not seen. */
export async function pasted({ werk, soort, tekst, rij, rijen, kolommen, eerste, hidden }) {
  const found = await werk.ask("plak", { soort, tekst, rij, rijen: rijen.map(({ pad, loc }) => ({ pad, loc })), kolommen, eerste });
  return {
    waarden: found.waarden,
    zinnen: [
      `Je plakte ${plural(found.rijen, "rij", "rijen")}${found.koppen ? " met koppen: elke kolom zocht haar eigen plek" : ""}.`,
      "Klopt dat aantal? Rijen die in je rekenblad verborgen zijn, komen soms mee.",
      hidden && !found.koppen && `In deze tabel zie je nu ${plural(hidden, "rij", "rijen")} niet; daar wordt niets geplakt.`,
    ].filter(Boolean),
    meldingen: found.meldingen.map((one) => ({ ...one, plek: [`Rij ${one.rij}`, one.kolom && `kolom ${one.kolom}`, one.kop].filter(Boolean).join(", ") + ":" })),
  };
}
