// A file with some of the rows of the one behind a link, in an order of its own. filter.js loads this,
// and what a spreadsheet takes, when a visitor asks for a selection, and not before.
// Not here: which rows (filter.js), how a spreadsheet is put together (ods.js).

/** Save the file of the link with, of its rows, those with these keys, in this order. They stay as they
 *  were written, so sources and dates come along. */
export async function saveRows(link, keys, choice) {
  const [stem, kind] = link.dataset.download.split(".");
  const { type, select } = KINDS[kind];
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(response.statusText);
    const blob = new Blob([await select(response, new Set(keys), choice)], { type });
    save(blob, `${stem}-${link.closest("[data-keuze]").dataset.keuze}.${kind}`);
  } catch {
    link.cloneNode().click(); // all rows are better than none
  }
}

const KINDS = {
  csv: { type: "text/csv;charset=utf-8", select: async (response, keys) => selectLines(await response.text(), keys) },
  json: {
    type: "application/json",
    select: async (response, keys, choice) => selectRows(await response.json(), keys, choice),
  },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", select: selectSheet("./ods.js") },
};

/** The rows with these keys, in the order of the keys. */
function pick(rows, keys, keyOf) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const found = [...keys].filter((key) => byKey.has(key)).map((key) => byKey.get(key));
  if (keys.size && !found.length) throw new Error("another table");
  return found;
}

function selectLines(text, keys) {
  const [head, ...lines] = records(text.replace(/^\uFEFF/, ""));
  const cell = head.includes(";") ? /^(?:"((?:[^"]|"")*)"|[^;]*)/ : /^(?:"((?:[^"]|"")*)"|[^,]*)/;
  const keyOf = (line) => {
    const [whole, quoted] = cell.exec(line);
    return (quoted?.replaceAll('""', '"') ?? whole).replace(/^'/, ""); // the mark of what is no formula
  };
  return `\uFEFF${[head, ...pick(lines, keys, keyOf)].join("\r\n")}\r\n`;
}

/** The lines of a CSV file: an end of a line between quotes is part of a cell. */
function records(text) {
  const found = [];
  let open = "";
  for (const line of text.split("\r\n")) {
    open += line;
    if (open.split('"').length % 2) {
      if (open) found.push(open);
      open = "";
    } else open += "\r\n";
  }
  return found;
}

function selectRows({ rijen, ...rest }, keys, choice) {
  const [key] = rest.velden;
  const filter = { adres: location.href, keuze: choice };
  return `${JSON.stringify({ ...rest, filter, rijen: pick(rijen, keys, (row) => row[key]) }, null, 1)}\n`;
}

function selectSheet(script) {
  return async (response, keys) => {
    const { selectRows } = await import(script);
    return selectRows(new Uint8Array(await response.arrayBuffer()), (rows, keyOf) => pick(rows, keys, keyOf));
  };
}

function save(blob, filename) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
