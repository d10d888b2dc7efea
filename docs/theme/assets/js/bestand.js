// A file with some of the rows of the one behind a link, in an order of its own. filter.js loads this,
// and what a spreadsheet takes, when a visitor asks for a selection, and not before.
// Not here: which rows (filter.js), how a spreadsheet is put together (rekenblad.js).

import { save } from "./opslaan.js";

/** Save the file of the link with, of its rows, those with these keys, in this order. They stay as they
 *  were written, so sources and dates come along. */
export async function saveRows(link, keys, choice) {
  const [stem, kind] = link.dataset.download.split(".");
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(response.statusText);
    const type = response.headers.get("Content-Type") ?? "";
    const file = await select(kind, response, (rows, keyOf) => pick(rows, new Set(keys), keyOf), choice);
    save(new Blob([file], { type }), `${stem}-${link.closest("[data-keuze]").dataset.keuze}.${kind}`);
  } catch {
    link.cloneNode().click(); // all rows are better than none
  }
}

async function select(kind, response, picked, choice) {
  if (kind === "csv") return selectLines(await response.text(), picked);
  if (kind === "json") return selectObjects(await response.text(), picked, choice);
  const { selectOds, selectXlsx } = await import("./rekenblad.js");
  const bytes = new Uint8Array(await response.arrayBuffer());
  return kind === "ods" ? selectOds(bytes, picked) : selectXlsx(bytes, picked);
}

/** The rows with these keys, in the order of the keys. */
function pick(rows, keys, keyOf) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const found = [...keys].filter((key) => byKey.has(key)).map((key) => byKey.get(key));
  if (keys.size && !found.length) throw new Error("another table");
  return found;
}

function selectLines(text, picked) {
  const [head, ...lines] = text.replace(/^\uFEFF|\r\n$/g, "").split("\r\n"); // in a cell a line ends in \n
  const cell = head.includes(";") ? /^(?:"((?:[^"]|"")*)"|[^;]*)/ : /^(?:"((?:[^"]|"")*)"|[^,]*)/;
  const keyOf = (line) => {
    const [whole, quoted] = cell.exec(line);
    return (quoted?.replaceAll('""', '"') ?? whole).replace(/^'/, ""); // the mark of what is no formula
  };
  return `\uFEFF${[head, ...picked(lines, keyOf)].join("\r\n")}\r\n`;
}

/** In JSON each row is a line: so a number keeps the decimals it has. What was chosen stands before it. */
function selectObjects(text, picked, choice) {
  const [, head, rows] = /^(.*\n)"rijen": \[\n(.*)\n\]\n\}\n$/s.exec(text);
  const key = JSON.parse(`${head}"rijen": []}`).velden[0];
  const kept = picked(rows.split(",\n"), (row) => JSON.parse(row)[key]);
  const filter = JSON.stringify({ adres: location.href, keuze: choice });
  return `${head}"filter": ${filter},\n"rijen": ${kept.length ? `[\n${kept.join(",\n")}\n]` : "[]"}\n}\n`;
}
