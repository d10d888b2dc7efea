// Takes rows out of a spreadsheet that macros/opendata/vorm/ods.py made, or puts them in another order.
// bestand.js loads this, and with it fflate, when a visitor asks for a selection as ODS.
// Not here: which rows, fetching and saving. Only the functions of fflate that start no worker.

import { strFromU8, strToU8, unzipSync, zipSync } from "./fflate.js";

/** The same spreadsheet (a Uint8Array) with, of the rows below the head of its first sheet, those that
 *  pick(rows, keyOf) gives, in that order. */
export function selectRows(spreadsheet, pick) {
  const files = unzipSync(spreadsheet);
  const content = new DOMParser().parseFromString(strFromU8(files["content.xml"]), "application/xml");
  if (content.querySelector("parsererror")) throw new Error("content.xml");
  const sheet = content.querySelector("table");
  const rows = [...sheet.children].filter((child) => child.localName === "table-row");
  const picked = pick(rows, (row) => row.firstElementChild.textContent);
  for (const row of rows) row.remove();
  sheet.append(...picked);
  files["content.xml"] = strToU8(new XMLSerializer().serializeToString(content));
  files.mimetype = [files.mimetype, { level: 0 }]; // the first file, and readable as it is
  return zipSync(files);
}
