// Filter, sort and download for rows that are complete in the page without this script.
// Not here: any text (it comes from data- attributes), any choice of what is shown at first.
//
//   <form data-filter="acties" data-telling="{zichtbaar} van {totaal}" data-geen="Geen" hidden>
//     <select name="jaar"> with a first option value="", <button type="reset">, <p role="status">
//     <input type="search" name="zoek">  shows rows in which each word that is typed stands, data-zoek included
//   form[data-stil]          says nothing while nothing is chosen
//   <a data-download="acties.csv" href="the full file">  anywhere, csv or ods; named after the filter.
//                            With a choice only its lines of the rows that are shown are saved.
//   [data-rij="acties"]      a row, anywhere on the page; data-jaar="2021 2022" holds its ids.
//                            Without data-jaar it leaves that filter to its parts.
//   [data-deel]              a part of a row, with ids of its own. At least one part must match all
//                            choices that were left to them; without parts there is nothing to match.
//                            The other parts of a row that is shown get data-buiten. A part without
//                            data-jaar matches any year.
//   details[data-groep]      rows that are folded away: open while a choice shows some of them
//   [data-telt]              the row counts in the status
//   [data-sleutel]           on a row: the first field of its line in the full file
//   th[data-sorteer]         sorts; data-waarde on a cell wins from its text, "" is unknown

import { controlsFromAddress, controlsToAddress } from "./adres.js";

const language = document.documentElement.lang || "nl";
const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
const count = new Intl.NumberFormat(language, { numberingSystem: "latn" }); // as the page writes them

const SILENCE = 400; // ms without a change before the count is said: once, not per key

// --- filter ---------------------------------------------------------------------------------

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The words to look for in a row: those it shows, without explanations of terms, and those of data-zoek. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll("[popover]")) part.remove();
  return plain(`${copy.textContent} ${element.dataset.zoek ?? ""}`);
}

/** Whether each value that is chosen is among the ids of its control; no ids at all match any. */
const fits = (ids, values) => values.every((value, i) => !value || (ids[i]?.includes(value) ?? true));

function startFilter(form) {
  const name = form.dataset.filter;
  const search = form.querySelector('input[type="search"]');
  const controls = [...form.querySelectorAll("select[name]"), ...(search ? [search] : [])];
  const status = form.querySelector('[role="status"]');
  // What the page says of a row is read once: a choice then only compares.
  const idsOf = (element) =>
    controls.map((control) => (control === search ? undefined : element.dataset[control.name]?.split(" ")));
  const rows = [...document.querySelectorAll(`[data-rij="${CSS.escape(name)}"]`)].map((element) => ({
    element,
    ids: idsOf(element),
    parts: [...element.querySelectorAll("[data-deel]")].map((part) => ({ element: part, ids: idsOf(part) })),
    words: search && wordsOf(element),
    counts: "telt" in element.dataset,
    key: element.dataset.sleutel,
  }));
  const groups = [...document.querySelectorAll("details[data-groep]")].map((element) => ({
    element,
    rows: rows.filter((row) => element.contains(row.element)),
    open: element.open,
  }));
  const total = rows.filter((row) => row.counts).length;
  let timer = 0;

  const say = (shown) => {
    const silent = "stil" in form.dataset && !controls.some((control) => control.value);
    const template = silent ? "" : shown || !total ? form.dataset.telling : form.dataset.geen;
    const numbers = { zichtbaar: count.format(shown), totaal: count.format(total) };
    const text = template.replace(/\{(\w+)\}/g, (whole, key) => numbers[key] ?? whole);
    if (status.textContent !== text) status.textContent = text;
  };

  /** Show or hide a row and mark its parts; whether it is shown. */
  const show = ({ element, ids, parts, words }, values, typed) => {
    const left = values.map((value, i) => (ids[i] ? "" : value));
    const inside = parts.map((part) => fits(part.ids, left));
    const match =
      fits(ids, values) && (!parts.length || inside.includes(true)) && typed.every((word) => words.includes(word));
    element.toggleAttribute("hidden", !match);
    if (match) parts.forEach((part, i) => part.element.toggleAttribute("data-buiten", !inside[i]));
    return match;
  };

  const apply = (wait) => {
    const values = controls.map((control) => control.value);
    const typed = search ? plain(search.value).split(/\s+/).filter(Boolean) : [];
    let shown = 0;
    for (const row of rows) {
      if (show(row, values, typed) && row.counts) shown += 1;
    }
    for (const group of groups) {
      const some = group.rows.some((row) => !row.element.hidden);
      group.element.hidden = group.rows.length > 0 && !some;
      if (group.rows.length) group.element.open = values.some(Boolean) ? some : group.open;
    }
    clearTimeout(timer);
    if (wait) timer = setTimeout(say, SILENCE, shown);
    else say(shown);
  };

  const changed = () => {
    apply(true);
    controlsToAddress(controls);
  };

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of controls) control.value = "";
    changed();
  });
  for (const link of document.querySelectorAll(`a[data-download^="${CSS.escape(name)}."]`)) {
    link.addEventListener("click", (event) => {
      if (!controls.some((control) => control.value)) return;
      event.preventDefault();
      const shown = rows.filter((row) => row.key && !row.element.hidden);
      saveRows(link, new Set(shown.map((row) => row.key)));
    });
  }

  controlsFromAddress(controls);
  for (const control of controls) {
    const fold = control.closest("details");
    if (fold && control.value) fold.open = true; // what was chosen can be seen, and undone
  }
  apply(false);
  form.hidden = false;
}

// --- download -------------------------------------------------------------------------------

/** Save the file of the link with, of the rows below its head, those that begin with one of the keys;
 *  these stay as they were written, so sources and dates come along. */
async function saveRows(link, keys) {
  const select = link.dataset.download.endsWith(".ods") ? selectSheetRows : selectLines;
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(response.statusText);
    save(await select(response, keys), link.dataset.download);
  } catch {
    location.href = link.href; // all rows are better than none
  }
}

async function selectLines(response, keys) {
  const [head, ...lines] = (await response.text()).split("\r\n");
  const wanted = lines.filter((line) => keys.has(line.split(/[;,]/, 1)[0].replaceAll('"', "")));
  const text = `\uFEFF${[head.replace(/^\uFEFF/, ""), ...wanted].join("\r\n")}\r\n`;
  return new Blob([text], { type: "text/csv;charset=utf-8" });
}

async function selectSheetRows(response, keys) {
  const { selectRows, type } = await import("./ods.js");
  return new Blob([selectRows(new Uint8Array(await response.arrayBuffer()), keys)], { type });
}

function save(blob, filename) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// --- sort -----------------------------------------------------------------------------------

const valueOf = (cell) => cell.dataset.waarde ?? cell.textContent.replace(/\s+/g, " ").trim();

function startSort(header) {
  const table = header.closest("table");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sorteer";
  button.append(...header.childNodes);
  header.append(button);

  button.addEventListener("click", () => {
    const up = header.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    for (const body of table.tBodies) {
      const keyed = [...body.rows].map((row) => ({ row, value: valueOf(row.cells[header.cellIndex]) }));
      keyed.sort((a, b) => {
        const last = !a.value - !b.value; // unknown is last, whichever way round
        return last || (up ? collator.compare(a.value, b.value) : collator.compare(b.value, a.value));
      });
      body.append(...keyed.map((item) => item.row));
    }
  });
}

document.querySelectorAll("th[data-sorteer]").forEach(startSort);
document.querySelectorAll("form[data-filter]").forEach(startFilter);

// --- what an address points to, also where it is folded away --------------------------------

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details[data-groep]:not([open])");
  for (let part = folded; part; part = part.parentElement.closest("details")) part.open = true;
  if (folded) target.scrollIntoView();
}

window.addEventListener("hashchange", reveal);
reveal();
