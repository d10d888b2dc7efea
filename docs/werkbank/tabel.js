// All records of a kind on one screen, each field that fits a cell in one: choose columns, sort, filter,
// fill in, paste. The fields are those of the form.
// Not here: which columns there are (macros/werkbank/tabel.py), what is pasted (plakken.js).

import { actions } from "./balk.js";
import { announce, debounce, el, fill, folded, once, plural, uid } from "./dom.js";
import { elsewhereList } from "./fouten.js";
import { Fields } from "./formulier.js";
import { overname, taken } from "./overname.js";
import { pasted, pastedCells } from "./plakken.js";
import { ELSEWHERE } from "./record.js";
import { to, toRecord } from "./route.js";
import { Stappen } from "./stappen.js";
import { Frame, UNKNOWN } from "./veld.js";
import { isError, same } from "./werk.js";
import { workbook } from "./werkmap.js";

const PART = 40; // rows that are shown at once, and with each "toon meer"
const FEW = 4; // problems that are told at once
const FIRST = 5; // columns that are shown until somebody chooses
const LATER = ["herkomst", "status", "id"]; // not among those

const VIEWS = [
  ["alles", "Alles"],
  ["onbekend", "Iets onbekend"],
  ["fout", "Met fouten"],
  ["gewijzigd", "Gewijzigd"],
];

export async function tablePage({ werk, rest: soort, params }) {
  const kind = werk.kind(soort);
  if (!kind) throw new Error("Zo'n soort gegevens is er niet. Kies er een in het overzicht.");
  const page = new AbortController();
  const on = (event, listener) => werk.addEventListener(event, listener, { signal: page.signal });
  const steps = new Stappen(werk);
  const names = new Map(); // kind of record -> id -> title
  const published = new Map(); // pad -> value, of what was changed or may be
  const records = new Map(); // pad -> the promise of its fields
  const keeping = new Set(); // records that this tab has

  let table = null; // the answer of `tabel`
  let failed = false; // whether it could not be had
  let columns = []; // those that are shown
  let seen = []; // rows that are asked for, in the order they are shown
  let shown = []; // those of them that are in the page
  let view = params.get("toon") ?? "alles";
  let sorted = { key: params.get("sorteer")?.replace(/^-/, "") ?? "", down: params.get("sorteer")?.startsWith("-") ?? false };
  let archived = false;

  const title = `${kind.kop} in één tabel`;
  const count = el("p", { class: "wb-gevonden__telling" });
  const head = el("thead", { role: "rowgroup" });
  const rows = el("tbody", { role: "rowgroup", on: { keydown, focusin } });
  const heading = uid("tabel");
  const scroller = el(
    "div",
    { class: "wb-tabel", role: "region", tabindex: "0", "aria-labelledby": heading, on: { paste } },
    el("table", { role: "table", "aria-labelledby": heading }, head, rows),
  );
  const more = el("button", { type: "button", class: "knop knop--stil", hidden: true, on: { click: () => showPart()[0]?.focus() } });
  const search = el("input", { type: "search", id: "zoek-rij", autocomplete: "off", value: params.get("zoek") ?? "" });
  const keys = VIEWS.map(([name]) => el("button", { type: "button", class: "wb-keus", data: { name }, on: { click: () => { view = name; find(); } } }));
  const order = el("select", { id: "sorteer", on: { change: () => sort(order.value) } });
  const chooser = el("details", { class: "wb-meer" });
  const old = el("input", { type: "checkbox", on: { change: () => { archived = old.checked; find(); } } });
  const oldLabel = el("label", { class: "vink" }, old, el("span", {}));
  const problems = el("section", { class: "wb-fouten", tabindex: "-1", hidden: true });
  const elsewhere = el("div");
  const plan = el("div");
  const pending = el("p", {}, "De tabel komt zodra het nakijken klaarstaat.");
  const body = el("div", { class: "formulier", hidden: true });
  const bar = actions({ step, can: steps.can });
  const wrong = el("p", { class: "wb-fout", role: "alert" });

  // ---- what there is ----

  async function load() {
    try {
      await werk.settled();
      const next = await werk.ask("tabel", { soort });
      for (const kept of [asked, names]) kept.clear(); // there may be new ones
      await named(next.kolommen);
      for (const pad of werk.drafts.keys()) published.set(pad, await werk.published(pad));
      if (page.signal.aborted) return;
      table = next;
    } catch (error) {
      failed = true;
      pending.hidden = false;
      if (!page.signal.aborted) fill(pending, error.message);
      return;
    }
    failed = false;
    records.clear();
    chosenColumns();
    pending.hidden = true;
    body.hidden = false;
    await find();
    bar.steps();
  }

  /** The titles of what the cells refer to. */
  async function named(kolommen) {
    const soorten = new Set(kolommen.flatMap(({ veld }) => veld.soorten ?? veld.item?.soorten ?? []));
    for (const one of soorten) {
      if (names.has(one)) continue;
      names.set(one, new Map((await options([one])).map(({ waarde, label }) => [waarde, label])));
    }
  }

  const asked = new Map();
  const options = (soorten) => once(asked, soorten.join(), () => werk.ask("keuzes", { soorten }));

  /** A record of which cells are shown. */
  function record(pad) {
    return once(records, pad, async () => {
      const { waarde, basis } = await werk.open(pad);
      published.set(pad, await werk.published(pad));
      const fields = new Fields({ waarde, vraag: choices, verander: (now, loc) => typed(pad, now, loc) });
      fields.basis = basis;
      return fields;
    });
  }

  /** What a cell can refer to; "onbekend" is asked for as if it were a kind. */
  async function choices(name, args) {
    if (name !== "keuzes") return werk.ask(name, args);
    const soorten = args.soorten.filter((one) => one !== UNKNOWN);
    const found = await options(soorten);
    return soorten.length < args.soorten.length ? [...found, { waarde: UNKNOWN, label: UNKNOWN, soort: UNKNOWN, gearchiveerd: false }] : found;
  }

  const valueOf = (row, column) => row.waarden[column.sleutel];

  /** The value of a cell in words. */
  function words(column, value) {
    if (value === undefined || value === null || value === "") return "";
    if (Array.isArray(value)) return value.map((one) => words({ veld: column.veld.item ?? column.veld }, one)).join("; ");
    const { veld } = column;
    const choice = veld.keuzes?.find(({ waarde }) => waarde === value)?.label;
    const reference = (veld.soorten ?? veld.item?.soorten ?? []).map((one) => names.get(one)?.get(value)).find(Boolean);
    return choice ?? reference ?? String(value);
  }

  // ---- which columns and rows ----

  function chosenColumns() {
    const wanted = params.get("kolommen")?.split(",");
    const all = table.kolommen;
    const usual = all.filter((one) => !LATER.includes(one.loc[0]) && !isTitle(one)).slice(0, FIRST);
    columns = wanted ? all.filter((one) => wanted.includes(one.sleutel)) : usual;
    const boxes = all.map((one) => el("input", { type: "checkbox", value: one.sleutel, checked: columns.includes(one), on: { change: choose } }));
    fill(
      chooser,
      el("summary", {}, "Kolommen kiezen"),
      el("fieldset", {}, el("legend", { class: "onzichtbaar" }, "Kolommen"), el("div", { class: "wb-kolommen" }, all.map((one, i) => el("label", { class: "vink" }, boxes[i], el("span", {}, one.kop))))),
    );
    fill(order, el("option", { value: "" }, "zoals ze staan"), el("option", { value: "titel" }, "Naam"), all.map((one) => el("option", { value: one.sleutel }, one.kop)));
    order.value = sorted.key;

    function choose() {
      const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
      columns = all.filter((one) => ticked.includes(one.sleutel));
      params.set("kolommen", ticked.join());
      find();
    }
  }

  /** The column whose value is the name of the row already. */
  const isTitle = (column) => table.rijen.length > 0 && table.rijen.every((row) => valueOf(row, column) === row.titel);

  function sort(key) {
    sorted = { key, down: key !== "" && sorted.key === key && !sorted.down };
    order.value = key;
    find();
  }

  const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });
  function compare(one, other) {
    const column = table.kolommen.find(({ sleutel }) => sleutel === sorted.key);
    const place = (row) => column?.veld.keuzes?.findIndex(({ waarde }) => waarde === valueOf(row, column)) ?? 0;
    const text = (row) => (column ? words(column, valueOf(row, column)) : row.titel);
    const found = place(one) - place(other) || collator.compare(text(one), text(other));
    return sorted.down ? -found : found;
  }

  const fits = {
    alles: () => true,
    onbekend: (row) => columns.some((column) => [valueOf(row, column)].flat().includes(UNKNOWN)),
    fout: (row) => about(row).some(isError),
    gewijzigd: ({ pad, loc }) => werk.drafts.has(pad) && !wasThere(at(werk.drafts.get(pad).waarde, loc), at(published.get(pad), loc), loc.length > 0 && at(published.get(pad), loc.slice(0, -1))),
  };

  /** What the checks say of a row. */
  const about = (row) => werk.about(row.pad).filter(({ loc }) => row.loc.every((key, i) => loc[i] === key));

  const textOf = (row) => folded([row.titel, row.van, row.id, ...columns.map((column) => words(column, valueOf(row, column)))].join(" "));

  /** What is asked for now. It stays while one types: a row does not go away under the hands. */
  async function find() {
    if (!fits[view]) view = "alles";
    const asked = folded(search.value).split(/\s+/).filter(Boolean);
    const counted = table.rijen.filter((row) => archived || !row.gearchiveerd);
    seen = counted.filter((row) => fits[view](row) && (!asked.length || asked.every((word) => textOf(row).includes(word))));
    if (sorted.key) seen.sort(compare);
    const gone = table.rijen.length - table.rijen.filter((row) => !row.gearchiveerd).length;
    fill(oldLabel.querySelector("span"), `Ook gearchiveerde (${gone})`);
    oldLabel.hidden = !gone;
    tally();
    const address = { toon: view === "alles" ? "" : view, zoek: search.value, sorteer: `${sorted.down ? "-" : ""}${sorted.key}`, kolommen: params.get("kolommen") ?? "" };
    history.replaceState(history.state, "", to(["tabel", soort], address));
    fill(head, headRow());
    shown = [];
    fill(rows);
    await ready(PART);
    showPart();
    const hidden = table.rijen.length - seen.length;
    count.textContent = seen.length ? `${plural(seen.length, "rij", "rijen")}${hidden ? ` van ${table.rijen.length}` : ""}` : "Geen rijen. Kies 'Alles', of zoek iets anders.";
    say(count.textContent);
  }
  const say = debounce(announce, 600);

  function tally() {
    const counted = table.rijen.filter((row) => archived || !row.gearchiveerd);
    keys.forEach((key, i) => {
      const [name, label] = VIEWS[i];
      key.textContent = `${label} (${counted.filter(fits[name]).length.toLocaleString("nl")})`;
      key.setAttribute("aria-pressed", String(name === view));
    });
  }

  function headRow() {
    const one = (key, label, props = {}) => {
      const state = sorted.key !== key ? null : sorted.down ? "descending" : "ascending";
      return el("th", { scope: "col", role: "columnheader", "aria-sort": state, ...props }, el("button", { type: "button", class: "wb-sorteer", on: { click: () => { sort(key); head.querySelector(`[data-key="${CSS.escape(key)}"] button`)?.focus(); } } }, label), null);
    };
    return el("tr", { role: "row" }, one("titel", "Naam", { data: { key: "titel" } }), columns.map((column) => one(column.sleutel, column.kop, { data: { key: column.sleutel }, title: column.uitleg })));
  }

  // ---- rows in the page ----

  /** Have the records of the next rows. */
  const ready = (number) => Promise.all([...new Set(seen.slice(shown.length, shown.length + number).map((row) => row.pad))].map(async (pad) => loaded.set(pad, await record(pad))));
  const loaded = new Map();

  function showPart() {
    const part = seen.slice(shown.length, shown.length + PART).filter((row) => loaded.has(row.pad)).map((row) => new Row(row, { columns, fields: loaded.get(row.pad), words, werk }));
    shown.push(...part);
    rows.append(...part.map((row) => row.element));
    const left = seen.length - shown.length;
    more.hidden = left <= 0;
    more.textContent = `Toon de volgende ${Math.min(left, PART)} (nog ${left.toLocaleString("nl")})`;
    if (left > 0) ready(PART);
    tell();
    return part;
  }

  // ---- what you type ----

  function typed(pad, now, loc) {
    const fields = loaded.get(pad);
    steps.note(pad, werk.drafts.get(pad)?.waarde ?? null, `${pad} ${loc.join(".")}`);
    bar.keeping(werk.change(pad, now, fields.basis));
    for (const row of table.rijen) if (row.pad === pad) refreshValues(row, fields);
    for (const row of shown) if (row.row.pad === pad) row.summaries();
    tally();
  }

  /** What is filtered and sorted on is what is in the cells. */
  function refreshValues(row, fields) {
    row.waarden = {};
    for (const column of table.kolommen) {
      const value = fields.at([...row.loc, ...column.loc]);
      if (value !== undefined) row.waarden[column.sleutel] = value;
    }
  }

  async function focusin(event) {
    const row = shown.find((one) => one.element.contains(event.target));
    if (!row || keeping.has(row.row.pad)) return;
    const { pad } = row.row;
    if (await werk.hold(pad)) keeping.add(pad);
    else for (const one of shown) if (one.row.pad === pad) one.lock();
  }

  let stepping = Promise.resolve();
  /** One step at a time: the next begins from what this one made. */
  function step(which) {
    scroller.setAttribute("aria-busy", "true");
    stepping = stepping.then(() => oneStep(which)).finally(() => scroller.removeAttribute("aria-busy"));
    return stepping;
  }

  async function oneStep(which) {
    const at = place(document.activeElement);
    const changed = await steps.go(which);
    if (!changed.length) return;
    await load();
    if (at) shown.find(({ row }) => row.pad === at.row.pad && row.loc.join() === at.row.loc.join())?.cells[at.column]?.focus();
    announce(which === "ongedaan" ? "Ongedaan gemaakt" : "Opnieuw gedaan");
  }

  /** The row and column of an element in the table. */
  function place(element) {
    const row = shown.find((one) => one.element.contains(element));
    const column = row?.cells.findIndex((cell) => cell.element.contains(element)) ?? -1;
    return column < 0 ? null : { row: row.row, at: shown.indexOf(row), column };
  }

  // ---- keyboard ----

  /** Enter goes to the next row, and so do the arrows where they have nothing to do in the field. */
  function keydown(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { target, key } = event;
    const at = place(target);
    if (!at || target.closest(".wb-cel__lijst") || !target.matches("input, textarea, select")) return;
    const line = target.matches(".invoer--tekst");
    if (event.defaultPrevented && !(line && key === "Enter")) return;
    const typing = target.matches("input.invoer:not([role='combobox']), textarea.invoer--tekst");
    const start = typing && !event.shiftKey && target.selectionEnd === 0;
    const end = typing && !event.shiftKey && target.selectionStart === target.value.length;
    const whole = typing && !event.shiftKey && target.selectionStart === 0 && target.selectionEnd === target.value.length;
    const lang = target.matches(".invoer--lang");
    const down = (key === "Enter" && !event.shiftKey && !lang) || (key === "ArrowDown" && (end || whole));
    const up = (key === "Enter" && event.shiftKey && !lang) || (key === "ArrowUp" && (start || whole));
    if (!down && !up) return;
    const next = shown[at.at + (down ? 1 : -1)]?.cells[at.column];
    if (!next) return;
    event.preventDefault();
    next.focus({ select: true });
  }

  // ---- paste ----

  function paste(event) {
    const tekst = pastedCells(event);
    if (!tekst) return;
    event.preventDefault();
    const at = place(event.target);
    look(tekst, at ? { rij: at.at, eerste: at.column } : { rij: seen.length, eerste: 0 });
  }

  /** Show what becomes of it. Below the last row come new records, which begin with their name. */
  async function look(tekst, { rij, eerste }) {
    const keysThere = columns.map(({ sleutel }) => sleutel);
    const below = rij >= seen.length;
    wrong.textContent = "";
    try {
      await werk.settled();
      const found = await pasted({
        werk,
        soort,
        tekst,
        rij,
        rijen: seen,
        kolommen: below ? table.kolommen.map(({ sleutel }) => sleutel) : keysThere,
        eerste,
        hidden: below ? 0 : table.rijen.length - seen.length,
      });
      const back = document.activeElement;
      const close = () => {
        fill(plan);
        body.hidden = false;
      };
      const preview = await overname({
        werk,
        ...found,
        take: async (rest) => {
          const left = await steps.take(found.waarden);
          for (const pad of Object.keys(found.waarden)) if (!left.includes(pad)) keeping.add(pad);
          close();
          await load();
          taken(plan, { count: Object.keys(found.waarden).length - left.length, left, rest, titleOf: (pad) => werk.title(pad), undo: async () => { fill(plan); await step("ongedaan"); scroller.focus(); } });
        },
        cancel: () => {
          close();
          (back?.isConnected ? back : scroller).focus();
        },
      });
      body.hidden = true;
      fill(plan, preview.element);
      preview.focus();
    } catch (error) {
      wrong.textContent = error.message;
    }
  }

  const pasteHere = el("textarea", {
    id: "plak-hier",
    class: "invoer",
    rows: 3,
    on: {
      paste: (event) => {
        const tekst = event.clipboardData?.getData("text/plain") ?? "";
        if (!tekst.trim()) return;
        event.preventDefault();
        look(tekst, { rij: seen.length, eerste: 0 });
      },
    },
  });

  // ---- what the checks say ----

  function tell() {
    if (!table) return;
    for (const row of shown) row.tell(about(row.row));
    const pads = new Set(table.rijen.map(({ pad }) => pad));
    const errors = [...pads].flatMap((pad) => werk.about(pad)).filter(isError);
    const rest = errors.slice(FEW, PART);
    fill(
      problems,
      el("h2", {}, errors.length === 1 ? "Eén ding klopt nog niet" : `${errors.length} dingen kloppen nog niet`),
      el("ul", {}, errors.slice(0, FEW).map(problem)),
      rest.length > 0 && el("details", { class: "wb-letop" }, el("summary", {}, `Nog ${errors.length - FEW}`), el("ul", {}, rest.map(problem))),
    );
    problems.hidden = !errors.length;
    fill(elsewhere, elsewhereList(werk, werk.elsewhere("").filter(({ pad }) => !pads.has(pad))));
    bar.told(errors.length);
    tally();
  }

  /** A problem as a link to its cell, or to its field in the form. */
  function problem(one) {
    const row = table.rijen.find(({ pad, loc }) => pad === one.pad && loc.every((key, i) => one.loc[i] === key));
    const column = table.kolommen.find(({ loc }) => row && loc.every((key, i) => one.loc[row.loc.length + i] === key));
    const reach = (event) => {
      const cell = shown.find((found) => found.row === row)?.cells[columns.indexOf(column)];
      if (!cell) return;
      event.preventDefault();
      cell.focus();
    };
    const name = [row?.titel ?? werk.title(one.pad), column?.kop].filter(Boolean).join(", ");
    return el("li", {}, el("a", { href: toRecord(one.pad, one.loc), on: { click: reach } }, `${name}: ${one.message}`), one.tip && el("p", {}, one.tip));
  }

  on("meldingen", () => (failed ? load() : tell()));
  on("storing", (event) => bar.say(event.detail));
  on("elders", ({ detail }) => table?.rijen.some(({ pad }) => pad === detail.pad) && load());
  search.addEventListener("input", debounce(() => find(), 150));
  load();

  fill(
    body,
    el(
      "div",
      { class: "wb-tabelkop" },
      el("form", { class: "wb-zoek", role: "search", on: { submit: (event) => event.preventDefault() } }, el("label", { for: "zoek-rij" }, "Zoek in deze tabel"), search),
      el("div", { class: "wb-sorteren" }, el("label", { for: "sorteer" }, "Sorteer op"), order),
    ),
    el("div", { class: "wb-schakel", role: "group", "aria-label": "Welke rijen" }, keys),
    el("div", { class: "wb-tabelkeuzes" }, chooser, oldLabel),
    problems,
    count,
    scroller,
    el("p", {}, more),
    elsewhere,
    !kind.deel_van &&
      el(
        "details",
        { class: "wb-meer" },
        el("summary", {}, "Nieuwe rijen plakken"),
        el("p", {}, "Kopieer rijen in Excel of LibreOffice en plak ze hier. Kopieer de koppen mee: dan zoekt elke kolom haar eigen plek. Je ziet eerst wat ervan wordt."),
        el("label", { for: "plak-hier", class: "veld__label" }, "Plak hier"),
        pasteHere,
      ),
  );

  return {
    title,
    path: [[to([]), "Overzicht"], [to(["soort", soort]), kind.kop]],
    element: el(
      "div",
      { class: "wb-wijd" },
      el("h1", { id: heading }, title),
      el("p", { class: "inleiding" }, "Vul in wat je weet. Weet niemand het, typ dan 'onbekend'. Met Enter ga je naar de rij eronder. Plakken uit Excel of LibreOffice kan ook: je ziet eerst wat er verandert."),
      workbook({ werk, soort, steps, changed: load }),
      wrong,
      pending,
      plan,
      body,
      bar.element,
    ),
    leave: () => {
      page.abort();
      for (const pad of keeping) werk.release(pad);
    },
  };
}

/** One row: its name, which leads to the form, and its cells. */
class Row {
  constructor(row, { columns, fields, words, werk }) {
    this.row = row;
    this.cells = columns.map((column) => new (column.veld.soort === "lijst" ? ListCell : Cell)(row, column, fields, words));
    this.note = el("small", { class: "wb-rij__fout" });
    const changed = werk.drafts.has(row.pad) && !row.loc.length;
    this.head = el(
      "th",
      { scope: "row", role: "rowheader" },
      el("a", { href: toRecord(row.pad, row.loc) }, row.titel || row.id || "(zonder naam)"),
      row.van && row.van !== row.titel && el("small", {}, row.van),
      row.gearchiveerd && el("small", {}, "gearchiveerd"),
      changed && !werk.cards.has(row.pad) && el("small", {}, "nieuw"),
      this.note,
    );
    this.element = el("tr", { role: "row" }, this.head, this.cells.map((cell) => cell.element));
  }

  tell(findings) {
    const rest = new Set(findings);
    for (const cell of this.cells) {
      const own = findings.filter((one) => cell.loc.every((key, i) => one.loc[i] === key));
      for (const one of own) rest.delete(one);
      cell.tell(own);
    }
    const errors = [...rest].filter(isError).length;
    this.note.textContent = errors ? `${plural(errors, "fout", "fouten")} in een ander veld` : "";
  }

  /** Another tab has it. */
  lock() {
    for (const cell of this.cells) cell.element.inert = true;
    this.note.textContent = ELSEWHERE;
  }

  summaries() {
    for (const cell of this.cells) cell.summary?.();
  }

  focus() {
    this.head.querySelector("a").focus();
  }
}

const at = (value, loc) => loc.reduce((inner, key) => inner?.[key], value);

/** Whether a row says what it said: in its own place, or in another one of its list. */
const wasThere = (now, before, list) => same(now, before) || (Array.isArray(list) && list.some((one) => same(now, one)));

/** The place of a field that stands in a cell, where the fields of a form have the one around them. */
const around = (loc) => ({ loc, parent: null, below() {} });

/** A cell with one value. */
class Cell {
  constructor(row, column, fields) {
    this.loc = [...row.loc, ...column.loc];
    const { veld } = column;
    // "onbekend" is typed or chosen like any other value: a box beside each cell would fill the screen.
    const plain = veld.keuzes ? { ...veld, cel: true } : { ...veld, mag_onbekend: false };
    if (veld.soorten && veld.mag_onbekend) plain.soorten = [...veld.soorten, UNKNOWN];
    this.field = fields.make(plain, around(this.loc.slice(0, -1)), this.loc.at(-1), fields.at(this.loc), { compact: `${column.kop}: ${row.titel}` });
    this.field.element.id = uid("cel");
    this.element = el("td", { role: "cell", class: `wb-cel wb-cel--${veld.soort}` }, el("span", { class: "wb-cel__kop", "aria-hidden": "true" }, column.kop), this.field.element);
  }

  tell(findings) {
    this.field.tell(findings.map((finding) => ({ finding, rest: [] })));
  }

  focus({ select = false } = {}) {
    this.field.focus();
    const input = document.activeElement;
    if (select && input.matches("input[type='text'], textarea")) input.select();
  }
}

/** A cell with a list: what is in it in words; its field when somebody opens it. One is open at a time. */
class ListCell {
  constructor(row, column, fields, words) {
    this.loc = [...row.loc, ...column.loc];
    const { veld } = column;
    const frame = new Frame(veld, { compact: `${column.kop}: ${row.titel}` });
    const said = el("span");
    const space = el("div");
    this.summary = () => {
      said.textContent = words(column, fields.at(this.loc)) || "niet ingevuld";
    };
    this.summary();
    this.head = el("summary", {}, el("span", { class: "onzichtbaar" }, `${column.kop}: `), said);
    const details = el("details", { class: "wb-cel__lijst", name: "wb-cel" }, this.head, space);
    details.addEventListener("toggle", () => {
      if (!details.open) return fill(space);
      return fill(space, fields.make(veld, around(this.loc.slice(0, -1)), this.loc.at(-1), fields.at(this.loc)).element);
    });
    this.frame = frame;
    this.element = el("td", { role: "cell", class: "wb-cel wb-cel--lijst" }, el("span", { class: "wb-cel__kop", "aria-hidden": "true" }, column.kop), details, frame.messages);
  }

  tell(findings) {
    if (!this.frame.tell(findings)) return;
    if (findings.length) this.head.setAttribute("aria-describedby", this.frame.messagesId);
    else this.head.removeAttribute("aria-describedby");
    this.element.classList.toggle("veld--fout", findings.some(isError));
  }

  focus() {
    this.head.focus();
  }
}
