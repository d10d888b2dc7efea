// All records of a kind on one screen, each field that fits a cell in one: choose columns, sort, filter,
// fill in, paste. The fields are those of the form.
// Not here: which columns there are (macros/werkbank/tabel.py), which rows (tabelrijen.js), one row
// (tabelcel.js), what is pasted (tabelplakken.js).

import { actions } from "./balk.js";
import { announce, debounce, el, fill, folded, once, plural, uid } from "./dom.js";
import { elsewhereList } from "./fouten.js";
import { Fields } from "./formulier.js";
import { ELSEWHERE } from "./record.js";
import { to, toRecord } from "./route.js";
import { Stappen } from "./stappen.js";
import { Row } from "./tabelcel.js";
import { pasting } from "./tabelplakken.js";
import { Rijen } from "./tabelrijen.js";
import { UNKNOWN } from "./veld.js";
import { isError } from "./werk.js";
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
  let rijen = null; // the same, to ask for rows
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
    { class: "wb-tabel", role: "region", tabindex: "0", "aria-labelledby": heading, on: { paste: (event) => pastes.paste(event) } },
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
  const pastes = pasting({
    werk,
    soort,
    steps,
    shown: () => ({ table, seen, columns: rijen.columns }),
    place,
    scroller: () => scroller,
    hide: (yes) => { body.hidden = yes; },
    changed: (pads) => {
      for (const pad of pads) keeping.add(pad);
      return load();
    },
    undo: () => step("ongedaan"),
  });
  const pending = el("p", {}, "De tabel komt zodra het nakijken klaarstaat.");
  const body = el("div", { class: "formulier", hidden: true });
  const bar = actions({ step, can: steps.can });

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
      rijen = new Rijen(werk, { table, names, published });
    } catch (error) {
      failed = true;
      pending.hidden = false;
      if (!page.signal.aborted) fill(pending, error.message);
      return;
    }
    failed = false;
    for (const kept of [records, loaded]) kept.clear();
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
      const fields = new Fields({ waarde, vraag: choices, verander: (now, loc) => typed(pad, fields, now, loc), adres: (loc) => toRecord(pad, loc) });
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

  // ---- which columns and rows ----

  function chosenColumns() {
    const wanted = params.get("kolommen")?.split(",");
    const all = table.kolommen;
    const usual = all.filter((one) => !LATER.includes(one.loc[0]) && !rijen.isTitle(one)).slice(0, FIRST);
    rijen.columns = wanted ? all.filter((one) => wanted.includes(one.sleutel)) : usual;
    const boxes = all.map((one) => el("input", { type: "checkbox", value: one.sleutel, checked: rijen.columns.includes(one), on: { change: choose } }));
    fill(
      chooser,
      el("summary", {}, "Kolommen kiezen"),
      el("fieldset", {}, el("legend", { class: "onzichtbaar" }, "Kolommen"), el("div", { class: "wb-kolommen" }, all.map((one, i) => el("label", { class: "vink" }, boxes[i], el("span", {}, one.kop))))),
    );
    fill(order, el("option", { value: "" }, "zoals ze staan"), el("option", { value: "titel" }, "Naam"), all.map((one) => el("option", { value: one.sleutel }, one.kop)));
    order.value = sorted.key;

    function choose() {
      const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
      rijen.columns = all.filter((one) => ticked.includes(one.sleutel));
      params.set("kolommen", ticked.join());
      find();
    }
  }

  function sort(key) {
    sorted = { key, down: key !== "" && sorted.key === key && !sorted.down };
    order.value = key;
    find();
  }

  /** What is asked for now. It stays while one types: a row does not go away under the hands. */
  async function find() {
    if (!rijen.fits[view]) view = "alles";
    seen = rijen.asked({ view, words: folded(search.value).split(/\s+/).filter(Boolean), sorted, archived });
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
    const counted = rijen.counted(archived);
    keys.forEach((key, i) => {
      const [name, label] = VIEWS[i];
      key.textContent = `${label} (${counted.filter(rijen.fits[name]).length.toLocaleString("nl")})`;
      key.setAttribute("aria-pressed", String(name === view));
    });
  }

  function headRow() {
    const one = (key, label, props = {}) => {
      const state = sorted.key !== key ? null : sorted.down ? "descending" : "ascending";
      return el("th", { scope: "col", role: "columnheader", "aria-sort": state, ...props }, el("button", { type: "button", class: "wb-sorteer", on: { click: () => { sort(key); head.querySelector(`[data-key="${CSS.escape(key)}"] button`)?.focus(); } } }, label), null);
    };
    return el("tr", { role: "row" }, one("titel", "Naam", { data: { key: "titel" } }), rijen.columns.map((column) => one(column.sleutel, column.kop, { data: { key: column.sleutel }, title: column.uitleg })));
  }

  // ---- rows in the page ----

  /** Have the records of the next rows. */
  const ready = (number) => Promise.all([...new Set(seen.slice(shown.length, shown.length + number).map((row) => row.pad))].map(async (pad) => loaded.set(pad, await record(pad))));
  const loaded = new Map();

  function showPart() {
    const part = seen.slice(shown.length, shown.length + PART).filter((row) => loaded.has(row.pad)).map((row) => new Row(row, { columns: rijen.columns, fields: loaded.get(row.pad), words: rijen.words, werk }));
    shown.push(...part);
    rows.append(...part.map((row) => row.element));
    const left = seen.length - shown.length;
    more.hidden = left <= 0;
    more.textContent = left > PART ? `Toon de volgende ${PART} (nog ${left.toLocaleString("nl")})` : `Toon de rest (${left})`;
    if (left > 0) ready(PART);
    tell();
    return part;
  }

  // ---- what you type ----

  function typed(pad, fields, now, loc) {
    steps.note(pad, werk.drafts.get(pad)?.waarde ?? null, `${pad} ${loc.join(".")}`);
    bar.keeping(werk.change(pad, now, fields.basis));
    rijen.refresh(pad, fields);
    for (const row of shown) if (row.row.pad === pad) row.summaries();
    tally();
  }

  async function focusin(event) {
    const row = shown.find((one) => one.element.contains(event.target));
    if (!row || keeping.has(row.row.pad)) return;
    const { pad } = row.row;
    if (await werk.hold(pad)) {
      keeping.add(pad);
      return;
    }
    for (const one of shown) if (one.row.pad === pad) one.lock();
    row.focus(); // the cell cannot have it any more
    announce(ELSEWHERE);
  }

  let stepping = Promise.resolve();
  /** One step at a time: the next begins from what this one made. */
  function step(which) {
    scroller.setAttribute("aria-busy", "true");
    stepping = stepping.then(() => oneStep(which)).finally(() => scroller.removeAttribute("aria-busy"));
    return stepping;
  }

  async function oneStep(which) {
    const back = here();
    const changed = await steps.go(which);
    if (!changed.length) return;
    await load();
    back();
    announce(which === "ongedaan" ? "Ongedaan gemaakt" : "Opnieuw gedaan");
  }

  /** Remember the cell that has the focus; what it gives brings one back there. */
  function here() {
    const element = document.activeElement;
    const at = place(element);
    const caret = element.selectionStart ?? null;
    return () => {
      const cell = at && shown.find(({ row }) => row.pad === at.row.pad && row.loc.join() === at.row.loc.join())?.cells[at.column];
      cell?.focus();
      if (cell && caret !== null && document.activeElement.matches("input[type='text'], textarea")) document.activeElement.setSelectionRange(caret, caret);
    };
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

  // ---- what the checks say ----

  function tell() {
    if (!table) return;
    for (const row of shown) row.tell(rijen.about(row.row));
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
      const cell = shown.find((found) => found.row === row)?.cells[rijen.columns.indexOf(column)];
      if (!cell) return;
      event.preventDefault();
      cell.focus();
    };
    const name = [row?.titel ?? werk.title(one.pad), column?.kop].filter(Boolean).join(", ");
    return el("li", {}, el("a", { href: toRecord(one.pad, one.loc), on: { click: reach } }, `${name}: ${one.message}`), one.tip && el("p", {}, one.tip));
  }

  on("meldingen", () => (failed ? load() : tell()));
  on("storing", (event) => bar.say(event.detail));
  on("elders", async ({ detail }) => {
    if (!table?.rijen.some(({ pad }) => pad === detail.pad)) return;
    const back = here();
    await load();
    back();
  });
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
    !kind.deel_van && pastes.below,
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
      pastes.wrong,
      pending,
      pastes.plan,
      body,
      bar.element,
    ),
    leave: () => {
      page.abort();
      for (const pad of keeping) werk.release(pad);
    },
  };
}
