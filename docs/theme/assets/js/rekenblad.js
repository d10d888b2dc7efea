// Takes rows out of a spreadsheet that macros/opendata/vorm made, or puts them in another order: what
// stays is to the letter as it was. bestand.js loads this, and with it fflate, when a visitor asks for
// a selection as ODS or XLSX. The explanation on the second sheet stays.
// Not here: which rows, fetching and saving. Only the functions of fflate that start no worker.

import { strFromU8, strToU8, unzipSync, zipSync } from "./fflate.js";

/** The same ODS (a Uint8Array) with, of the rows below the head, those that picked(rows, keyOf) gives. */
export function selectOds(spreadsheet, picked) {
  const files = unzipSync(spreadsheet);
  edit(files, "content.xml", (content) => {
    const { made, last } = withRows(content, ["</table:table-header-rows>", "</table:table>"], "table:table-row", picked);
    return made.replace(/(table:target-range-address="[^"]*[A-Z])\d+"/, `$1${last}"`);
  });
  files.mimetype = [files.mimetype, { level: 0 }]; // the first file, and readable as it is
  return zipSync(files);
}

/** The same of an XLSX: there a row and each of its cells say where they stand. */
export function selectXlsx(spreadsheet, picked) {
  const files = unzipSync(spreadsheet);
  const place = (row, i) => row.replace(/(<row r="|<c r="[A-Z]+)\d+"/g, `$1${i + 2}"`);
  let rows = 0;
  edit(files, "xl/worksheets/sheet1.xml", (sheet) => {
    const { made, last } = withRows(sheet, ["</row>", "</sheetData>"], "row", (...all) => picked(...all).map(place));
    rows = last;
    return made.replace(/(ref="A1:[A-Z]+)\d+"/g, `$1${last}"`);
  });
  edit(files, "xl/workbook.xml", (book) => book.replace(/(!\$A\$1:\$[A-Z]+\$)\d+</, `$1${rows}<`));
  return zipSync(files);
}

function edit(files, name, change) {
  files[name] = strToU8(change(strFromU8(files[name])));
}

/** The text with, of the rows between two marks, those that are picked; and which row is the last. */
function withRows(xml, [after, before], tag, picked) {
  const begin = xml.indexOf(after) + after.length;
  const end = xml.indexOf(before, begin);
  if (begin < after.length || end < 0) throw new Error(after);
  const rows = xml.slice(begin, end).match(new RegExp(`<${tag}[ >].*?</${tag}>`, "gs")) ?? [];
  const kept = picked(rows, keyOf);
  return { made: xml.slice(0, begin) + kept.join("") + xml.slice(end), last: kept.length + 1 };
}

/** The text of the first cell of a row. */
function keyOf(row) {
  const [, text] = /<(?:text:p|t)(?: [^>]*)?>([^<]*)</.exec(row);
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
