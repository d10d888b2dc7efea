// Filter, sort and download for rows that are complete in the page without this script.
// Not here: any text (it comes from data- attributes), any choice of what is shown at first.
//
//   <form data-filter="acties" data-telling="{zichtbaar} van {totaal}" data-geen="Geen" hidden>
//     <select name="jaar"> with a first option value="", <button type="reset">, <p role="status">
//   <a data-download="acties.csv" href="full csv">  anywhere; named after the filter. With a choice
//                            only the lines of the rows that are shown are saved.
//   [data-rij="acties"]      a row, anywhere on the page; data-jaar="2021 2022" holds its ids.
//                            Without data-jaar it does not know that filter and always matches.
//   [data-telt]              the row counts in the status
//   [data-sleutel]           on a row: the first field of its line in the full csv
//   th[data-sorteer]         sorts; data-waarde on a cell wins from its text, "" is unknown

const language = document.documentElement.lang || "nl";
const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
const count = new Intl.NumberFormat(language);

const SILENCE = 400; // ms without a change before the count is said: once, not per key

// --- filter ---------------------------------------------------------------------------------

function startFilter(form) {
  const name = form.dataset.filter;
  const controls = [...form.querySelectorAll("select[name]")];
  const status = form.querySelector('[role="status"]');
  const rows = [...document.querySelectorAll(`[data-rij="${CSS.escape(name)}"]`)];
  const total = rows.filter((row) => "telt" in row.dataset).length;
  let timer = 0;

  const matches = (row) =>
    controls.every(({ name: key, value }) => !value || (row.dataset[key]?.split(" ").includes(value) ?? true));

  const say = (shown) => {
    const template = shown || !total ? form.dataset.telling : form.dataset.geen;
    const numbers = { zichtbaar: count.format(shown), totaal: count.format(total) };
    const text = template.replace(/\{(\w+)\}/g, (whole, key) => numbers[key] ?? whole);
    if (status.textContent !== text) status.textContent = text;
  };

  const apply = (wait) => {
    let shown = 0;
    for (const row of rows) {
      const match = matches(row);
      if (match && "telt" in row.dataset) shown += 1;
      row.toggleAttribute("hidden", !match);
    }
    clearTimeout(timer);
    if (wait) timer = setTimeout(say, SILENCE, shown);
    else say(shown);
  };

  const read = () => {
    const state = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = state.get(control.name) ?? "";
      if (control.selectedIndex === -1) control.value = ""; // an address with an unknown id
    }
  };

  const write = () => {
    const url = new URL(location);
    for (const control of controls) {
      if (control.value) url.searchParams.set(control.name, control.value);
      else url.searchParams.delete(control.name);
    }
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  };

  const changed = () => {
    apply(true);
    write();
  };

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of controls) control.value = "";
    changed();
  });
  document.querySelector(`a[data-download="${CSS.escape(name)}.csv"]`)?.addEventListener("click", (event) => {
    if (!controls.some((control) => control.value)) return;
    event.preventDefault();
    const shown = rows.filter((row) => !row.hidden && row.dataset.sleutel);
    saveLines(event.currentTarget, new Set(shown.map((row) => row.dataset.sleutel)));
  });

  read();
  apply(false);
  form.hidden = false;
}

// --- download -------------------------------------------------------------------------------

/** Save the head of the full csv and the lines that begin with one of the keys; the lines stay as
 *  they were written, so sources and dates come along. */
async function saveLines(link, keys) {
  try {
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(response.statusText);
    const [head, ...lines] = (await response.text()).split("\r\n");
    const wanted = lines.filter((line) => keys.has(line.split(";", 1)[0].replaceAll('"', "")));
    save(`\uFEFF${[head.replace(/^\uFEFF/, ""), ...wanted].join("\r\n")}\r\n`, link.dataset.download);
  } catch {
    location.href = link.href; // all lines are better than none
  }
}

function save(text, filename) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
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
