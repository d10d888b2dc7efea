// Leaves rows out of a spreadsheet that macros/opendata/vorm/ods.py made. filter.js loads this, and with it
// fflate, when a visitor asks for a selection as ODS, and not before.
// Not here: fetching and saving (filter.js). Only the functions of fflate that start no worker.

import { strFromU8, strToU8, unzipSync, zipSync } from "./fflate.js";

export const type = "application/vnd.oasis.opendocument.spreadsheet";

/** The same spreadsheet (a Uint8Array) with, of the rows below the head, those whose first cell is
 *  one of the keys (a Set). */
export function selectRows(spreadsheet, keys) {
  const files = unzipSync(spreadsheet);
  const content = new DOMParser().parseFromString(strFromU8(files["content.xml"]), "application/xml");
  if (content.querySelector("parsererror")) throw new Error("content.xml");
  for (const row of content.querySelectorAll("table > table-row")) {
    if (!keys.has(row.firstElementChild.textContent)) row.remove();
  }
  files["content.xml"] = strToU8(new XMLSerializer().serializeToString(content));
  files.mimetype = [files.mimetype, { level: 0 }]; // the first file, and readable as it is
  return zipSync(files);
}
