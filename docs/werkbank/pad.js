// Which files the workbench may write, and line ends.
// Not here: writing them.

import { capital } from "./dom.js";

// Names that Windows keeps for itself, with any ending.
const BEZET = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const NAAM = "[a-z0-9]+(?:-[a-z0-9]+)*";

/** Whether a path below the folder of data is a file of one of the kinds (the `soorten` of `begin`) or
 *  a catalogue. Anything else is never written, wherever it would be. */
export function magPad(pad, soorten) {
  const naam = pad.split("/").at(-1).split(".")[0];
  if (BEZET.test(naam)) return false;
  if (/^vertaling\/[a-z]{2,3}\.po$/.test(pad)) return true;
  return soorten.some((soort) => {
    if (!soort.is_map) return pad === soort.pad;
    const rest = pad.startsWith(`${soort.pad}/`) ? pad.slice(soort.pad.length + 1) : "";
    return new RegExp(`^${NAAM}\\.${soort.tabel ? "csv" : "yml"}$`).test(rest);
  });
}

/** Whether a file holds translations, and is no record. */
export const isCatalogus = (pad) => pad.endsWith(".po");

/** The catalogue of a language, and the language of a catalogue. */
export const catalogus = (taal) => `vertaling/${taal}.po`;
export const taalVan = (pad) => pad.slice(pad.lastIndexOf("/") + 1, -3);

const talen = new Intl.DisplayNames("nl", { type: "language" });
/** What a language is called. */
export const taalnaam = (taal) => talen.of(taal);

/** What a catalogue is called among records. */
export const titelVanCatalogus = (pad) => `Vertaling: ${capital(taalnaam(taalVan(pad)))}`;

/** The text with one kind of line end and no mark of its coding: how texts are compared. */
export const effen = (tekst) => tekst.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");

/** The text with the line ends (and the mark) that the file has where it is going. */
export function zoals(tekst, bestaand) {
  const merk = bestaand.startsWith("\uFEFF") ? "\uFEFF" : "";
  const regels = bestaand.split("\n").length - 1;
  const windows = bestaand.split("\r\n").length - 1;
  const plat = effen(tekst);
  return merk + (windows * 2 > regels ? plat.replaceAll("\n", "\r\n") : plat);
}
