// Filter, sort and download for rows that are complete in the page without this script.
// Not here: any text (it comes from data- attributes), any choice of what is shown at first, what a
// file with some of its rows looks like (bestand.js, when somebody asks for one).
//
//   <form data-filter="acties" data-telling="{zichtbaar} van {totaal}" data-geen="Geen"
//         data-weg="Said first when a choice in the address is not there" hidden>
//     <select name="jaar"> with a first option value="", <button type="reset">, <p role="status">
//     <input type="search" name="zoek">  shows rows in which each word that is typed stands, data-zoek included
//   form[data-stil]          says nothing and has nothing to reset while nothing is chosen
//   <a data-download="acties.csv" href="the full file">  anywhere; named after the filter. Once
//                            something is chosen or sorted, only the rows that are shown are saved, as
//                            they stand on the page
//   [data-rij="acties"]      a row, anywhere on the page; data-jaar="2021 2022" holds its ids.
//                            Without data-jaar it leaves that filter to its parts.
//   [data-deel]              a part of a row, with ids of its own. At least one part must match all
//                            choices that were left to them; without parts there is nothing to match.
//                            The other parts of a row that is shown get data-buiten. A part without
//                            data-jaar matches any year.
//   details[data-groep]      rows that are folded away: open while a choice shows some of them
//   [data-telt]              the row counts in the status
//   [data-sleutel]           on a row that counts: its key in the full file; without it the id of the first
//                            element in it that has one is its key
//   th[data-sorteer="naam"]  sorts, by a name that no other column of the page has; data-waarde on a
//                            cell wins from its text, "" is unknown
//   [role=status][data-op="By {kolom}"][data-af]  beside the table
//
// The address has each choice by its name, and sorteer=naam or sorteer=naam-af.

import { controlsFromAddress, controlsToAddress, inAddress, toAddress } from "./adres.js";

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
  }));
  const groups = [...document.querySelectorAll("details[data-groep]")].map((element) => ({
    element,
    rows: rows.filter((row) => element.contains(row.element)),
    open: element.open,
  }));
  const total = rows.filter((row) => row.counts).length;
  const quiet = "stil" in form.dataset;
  let timer = 0;
  let gone = false;

  const say = (shown) => {
    const chosen = controls.some((control) => control.value);
    const silent = quiet && !chosen && !gone;
    const template = silent ? "" : shown || !total ? form.dataset.telling : form.dataset.geen;
    const numbers = { zichtbaar: count.format(shown), totaal: count.format(total) };
    const counted = template.replace(/\{(\w+)\}/g, (whole, key) => numbers[key] ?? whole);
    const text = gone ? `${form.dataset.weg} ${counted}` : counted;
    if (status.textContent !== text) status.textContent = text;
    if (quiet) form.querySelector('[type="reset"]').hidden = !chosen;
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

  const changed = (wait) => {
    gone = false;
    apply(wait);
    controlsToAddress(controls);
  };

  form.addEventListener("input", () => changed(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of controls) control.value = "";
    const pressed = form.querySelector("button:focus-visible");
    changed(false);
    if (pressed?.hidden) form.elements[0].focus();
  });

  const fromAddress = () => {
    const before = controls.map((control) => control.value);
    gone = controlsFromAddress(controls);
    for (const control of controls) {
      const fold = control.closest("details");
      if (fold && control.value) fold.open = true; // what was chosen can be seen, and undone
    }
    return gone || controls.some((control, i) => control.value !== before[i]);
  };

  fromAddress();
  apply(false);
  form.hidden = false;
  window.addEventListener("popstate", () => fromAddress() && apply(true));

  // On paper there is no form: what was chosen stands after the count, with the address that has it.
  window.addEventListener("beforeprint", () => {
    const chosen = controls.filter((control) => control.value);
    const words = chosen.map((control) => {
      const label = control.labels[0].firstChild.textContent.trim();
      return `${label}: ${control.selectedOptions?.[0].text ?? control.value}`;
    });
    form.toggleAttribute("data-gekozen", chosen.length > 0);
    status.dataset.druk = [...words, location.href].join(" · ");
  });
}

// --- sort -----------------------------------------------------------------------------------

const valueOf = (cell) => cell.dataset.waarde ?? cell.textContent.replace(/\s+/g, " ").trim();

function startSort(table) {
  const headers = [...table.querySelectorAll("th[data-sorteer]")];
  const status = table.parentElement.querySelector("[role=status][data-op]");
  const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));

  /** Sort by this header, or without one put all rows back; equals stay as they were at first. */
  const sort = (header, up) => {
    for (const one of headers) one.removeAttribute("aria-sort");
    header?.setAttribute("aria-sort", up ? "ascending" : "descending");
    for (const { body, rows } of bodies) {
      const keyed = rows.map((row) => ({ row, value: header ? valueOf(row.cells[header.cellIndex]) : "" }));
      keyed.sort((a, b) => {
        const last = !a.value - !b.value; // unknown is last, whichever way round
        return last || (up ? collator.compare(a.value, b.value) : collator.compare(b.value, a.value));
      });
      body.append(...keyed.map((item) => item.row));
    }
  };

  const fromAddress = () => {
    const [, name, down] = /^(.*?)(-af)?$/s.exec(inAddress("sorteer"));
    const header = headers.find((one) => one.dataset.sorteer === name);
    if (header || table.querySelector("th[aria-sort]")) sort(header, !down);
    if (!document.querySelector(`th[data-sorteer="${CSS.escape(name)}"]`)) toAddress({ sorteer: "" });
  };

  for (const header of headers) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorteer";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const up = header.getAttribute("aria-sort") !== "ascending";
      sort(header, up);
      toAddress({ sorteer: sortedBy(table) });
      if (status) status.textContent = status.dataset[up ? "op" : "af"].replace("{kolom}", () => button.textContent);
    });
  }
  fromAddress();
  window.addEventListener("popstate", fromAddress);
}

/** How a table is sorted, as the address says it; "" when it is as it was. */
function sortedBy(table) {
  const header = table?.querySelector("th[data-sorteer][aria-sort]");
  if (!header) return "";
  return header.dataset.sorteer + (header.getAttribute("aria-sort") === "ascending" ? "" : "-af");
}

// --- download -------------------------------------------------------------------------------

const keyOf = (row) => row.dataset.sleutel ?? row.querySelector("[id]")?.id;

function startDownload(link) {
  const name = CSS.escape(link.dataset.download.split(".")[0]);
  link.addEventListener("click", (event) => {
    const controls = document.querySelectorAll(`form[data-filter="${name}"] :is(select, input)[name]`);
    const rows = [...document.querySelectorAll(`[data-rij="${name}"][data-telt]`)];
    const choice = [...controls].map((control) => [control.name, control.value]);
    choice.push(["sorteer", sortedBy(rows[0]?.closest("table"))]);
    const chosen = choice.filter(([, value]) => value);
    if (!chosen.length) return;
    event.preventDefault();
    const shown = rows.filter((row) => !row.hidden).map(keyOf);
    import("./bestand.js")
      .then(({ saveRows }) => saveRows(link, shown, Object.fromEntries(chosen)))
      .catch(() => location.assign(link.href));
  });
}

const sorted = [...document.querySelectorAll("th[data-sorteer]")].map((header) => header.closest("table"));
new Set(sorted).forEach(startSort);
document.querySelectorAll("form[data-filter]").forEach(startFilter);
document.querySelectorAll("a[data-download]").forEach(startDownload);
if (document.querySelector("[data-kopieer]")) import("./kopieer.js");

// --- what an address points to, also where it is folded away --------------------------------

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details[data-groep]:not([open])");
  for (let part = folded; part; part = part.parentElement.closest("details")) part.open = true;
  if (folded) target.scrollIntoView();
}

window.addEventListener("hashchange", reveal);
reveal();
