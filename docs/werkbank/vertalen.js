// The texts to translate, the Dutch beside its translation. What waits comes first; each text says
// where it stands. What you type is a draft of the catalogue: {nederlands: vertaling}.
// Not here: writing the catalogue (the engine does, as `make vertaal`), and which texts there are.

import { actions } from "./balk.js";
import { announce, capital, debounce, el, fill, folded, plural, uid } from "./dom.js";
import { catalogus, taalnaam } from "./pad.js";
import { ELSEWHERE } from "./record.js";
import { to, toRecord } from "./route.js";
import { Frame } from "./veld.js";
import { isError } from "./werk.js";

const PART = 40; // texts that are shown at once, and with each "toon meer"
const PLACES = 3; // where a text stands, named at once
const DUTCH = "nl";

/** The languages that the site is translated into. */
const translated = (werk) => werk.talen.filter((taal) => taal !== DUTCH);

/** On the overview: the way to each language, with how many texts wait there. */
export function translateTasks(werk) {
  const tasks = translated(werk).map((taal) => {
    const count = el("p", { class: "wb-zacht" });
    waiting(werk, taal).then((number) => fill(count, number ? `${plural(number, "tekst wacht", "teksten wachten")} op vertaling.` : "Alles is vertaald."), () => {});
    return el("li", {}, el("p", {}, el("a", { href: to(["vertalen", taal]) }, `Vertalen naar het ${capital(taalnaam(taal))}`)), count);
  });
  return tasks.length > 0 && el("details", { class: "wb-gebied", open: true }, el("summary", {}, el("h2", {}, "Vertalen")), el("ul", { class: "wb-taken" }, tasks));
}

/** How many texts wait in a language; rejected when nobody knows now. */
async function waiting(werk, taal) {
  await werk.settled();
  return (await werk.ask("vertalingen", { taal })).filter((row) => row.staat !== "klaar").length;
}

const STATES = { ontbreekt: "wacht op vertaling", verouderd: "het Nederlands is gewijzigd", klaar: "vertaald" };
const VIEWS = [
  ["wacht", "Wacht op vertaling", (row) => row.staat !== "klaar"],
  ["verouderd", "Verouderd", (row) => row.staat === "verouderd"],
  ["mijn", "Door jou vertaald", (row, typed) => row.nederlands in typed],
  ["alles", "Alles", () => true],
];

export async function translatePage({ werk, rest, params }) {
  const talen = translated(werk);
  const taal = rest || talen[0];
  if (!talen.includes(taal)) throw new Error("In die taal is de site er niet.");
  const pad = catalogus(taal);
  const language = capital(taalnaam(taal));
  const page = new AbortController();
  const on = (event, listener) => werk.addEventListener(event, listener, { signal: page.signal });

  let rows = [];
  let typed = werk.drafts.get(pad)?.waarde ?? {};
  let view = params.get("toon") ?? "";
  let only = params.get("tekst"); // one text that somebody came for
  let shown = [];
  let texts = new Map(); // Dutch -> what shows it

  const list = el("ol", { class: "wb-vertalingen" });
  const count = el("p", { class: "wb-gevonden__telling" });
  const more = el("button", { type: "button", class: "knop knop--stil", hidden: true, on: { click: showMore } });
  const problems = el("section", { class: "wb-fouten", hidden: true });
  const search = el("input", { type: "search", id: "zoek-tekst", value: params.get("zoek") ?? "", autocomplete: "off" });
  const keys = VIEWS.map(([name]) => el("button", { type: "button", class: "wb-keus", data: { name }, on: { click: () => choose(name) } }));
  const taken = el("p", { class: "let-op", hidden: true }, ELSEWHERE);
  const body = el("div", { class: "formulier", hidden: true });
  let failed = false; // whether the texts could not be had
  const pending = el("p", {}, "De teksten komen zodra het nakijken klaarstaat.");
  const bar = actions({ step, can: () => werk.steps(pad) });

  // ---- which texts ----

  const words = new Map();
  const wordsOf = (row) => {
    if (!words.has(row)) words.set(row, folded([row.nederlands, row.vertaling, ...row.plaatsen.map((one) => werk.title(one.pad))].join(" ")));
    return words.get(row);
  };

  function choose(name) {
    view = name;
    only = null;
    find();
  }

  /** What is asked for now. It stays as it is while one types: a text does not go away under the hands. */
  function find() {
    const [, , fits] = VIEWS.find(([name]) => name === view) ?? VIEWS.at(-1);
    const asked = folded(search.value).split(/\s+/).filter(Boolean);
    shown = rows.filter((row) => (only ? row.nederlands === only : fits(row, typed) && asked.every((word) => wordsOf(row).includes(word))));
    for (const key of keys) key.setAttribute("aria-pressed", String(!only && key.dataset.name === view));
    history.replaceState(history.state, "", to(["vertalen", taal], { toon: view, zoek: search.value, tekst: only ?? "" }));
    texts = new Map();
    fill(list);
    showPart();
    fill(count, found());
    say(count.textContent);
  }
  const say = debounce(announce, 600);

  const found = () => {
    if (only) return shown.length ? "Eén tekst." : "Deze tekst is er niet meer: het Nederlands is gewijzigd.";
    if (shown.length) return plural(shown.length, "tekst", "teksten");
    if (search.value.trim()) return "Niets gevonden. Probeer een ander woord, of zoek in alle teksten.";
    if (view === "wacht") return `Alles is vertaald. Er wacht geen enkele tekst op ${language}.`;
    return "Hier staat nu niets.";
  };

  function showPart() {
    const part = shown.slice(texts.size, texts.size + PART).map((row) => new Text(row, { taal, language, change, titleOf: (one) => werk.title(one) }));
    for (const text of part) texts.set(text.row.nederlands, text);
    list.append(...part.map((text) => text.element));
    const left = shown.length - texts.size;
    more.hidden = left <= 0;
    more.textContent = left > PART ? `Toon de volgende ${PART} (nog ${left.toLocaleString("nl")})` : `Toon de rest (${left})`;
    tell();
    return part;
  }

  function showMore() {
    showPart()[0]?.focus();
  }

  function counts() {
    keys.forEach((key, i) => {
      const [, label, fits] = VIEWS[i];
      key.textContent = `${label} (${rows.filter((row) => fits(row, typed)).length.toLocaleString("nl")})`;
    });
  }

  // ---- what you type ----

  /** What is published already is no change. */
  function change(row, text) {
    const { [row.nederlands]: before, ...others } = typed;
    const same = text === row.base.vertaling && row.base.staat !== "verouderd";
    typed = same ? others : { ...others, [row.nederlands]: text };
    settle(row);
    bar.keeping(werk.change(pad, Object.keys(typed).length ? typed : null, ""));
    counts();
  }

  /** How a text stands, with what you typed. */
  function settle(row) {
    const own = typed[row.nederlands];
    row.vertaling = own ?? row.base.vertaling;
    row.staat = own === undefined ? row.base.staat : own ? "klaar" : "ontbreekt";
    words.delete(row);
    texts.get(row.nederlands)?.state();
  }

  /** Show what did not come from here. */
  function put(value) {
    typed = value ?? {};
    for (const row of rows) settle(row);
    for (const text of texts.values()) text.set();
    counts();
    bar.steps();
  }

  async function step(which) {
    if (!werk.steps(pad)[which]) return;
    const now = await werk.step(pad, which);
    if (now === undefined) return;
    put(now);
    announce(which === "ongedaan" ? "Ongedaan gemaakt" : "Opnieuw gedaan");
  }

  function tell() {
    const about = werk.about(pad);
    for (const [dutch, text] of texts) text.tell(about.filter((one) => one.loc[0] === dutch));
    const wrong = about.filter(isError);
    fill(
      problems,
      el("h2", {}, plural(wrong.length, "vertaling klopt nog niet", "vertalingen kloppen nog niet")),
      el("ul", {}, wrong.map((one) => el("li", {}, el("a", { href: toRecord(pad, one.loc), on: { click: (event) => reach(event, one.loc[0]) } }, brief(one.loc[0] ?? "")), el("p", {}, `${one.message} ${one.tip}`)))),
    );
    problems.hidden = !wrong.length;
    bar.told(wrong.length);
  }

  /** To a text that is on the screen; else its address leads to it. */
  function reach(event, dutch) {
    const text = texts.get(dutch);
    if (!text) return;
    event.preventDefault();
    text.focus();
  }

  // ---- start ----

  async function load() {
    try {
      await werk.settled();
      rows = await werk.ask("vertalingen", { taal });
    } catch (error) {
      failed = true;
      if (!page.signal.aborted) fill(pending, error.message);
      return;
    }
    failed = false;
    if (page.signal.aborted) return;
    typed = werk.drafts.get(pad)?.waarde ?? {};
    for (const row of rows) {
      const { vertaling, staat, was } = row;
      row.base = row.nederlands in typed ? was : { vertaling, staat };
    }
    if (only || !VIEWS.some(([name]) => name === view)) view = !only && rows.some((row) => row.staat !== "klaar") ? "wacht" : "alles";
    pending.remove();
    body.hidden = false;
    counts();
    find();
    bar.steps();
    if (only) texts.get(only)?.focus();
  }

  function own(yes) {
    taken.hidden = yes;
    body.inert = !yes;
    bar.element.inert = !yes;
  }
  own(await werk.hold(pad));
  on("meldingen", () => (failed ? load() : tell()));
  on("storing", (event) => bar.say(event.detail));
  on("elders", ({ detail }) => {
    if (detail.pad !== pad) return;
    if (detail.free) own(true);
    put(werk.drafts.get(pad)?.waarde);
  });
  search.addEventListener("input", debounce(() => { only = null; find(); }, 150));
  load();

  const title = `Vertalen naar het ${language}`;
  return {
    title,
    path: [[to([]), "Overzicht"]],
    element: el(
      "div",
      { class: "wb-wijd" },
      el("h1", {}, title),
      el("p", { class: "inleiding" }, `Bij elke tekst zie je het Nederlands en schrijf je het ${language}. Zolang er niets staat, toont de site daar het Nederlands. Met Ctrl+Enter ga je naar de volgende tekst.`),
      talen.length > 1 && el("p", { class: "wb-ook" }, talen.filter((one) => one !== taal).map((one) => el("a", { href: to(["vertalen", one]) }, `Naar het ${capital(taalnaam(one))}`))),
      taken,
      pending,
      fill(
        body,
        el("form", { class: "wb-zoek", role: "search", on: { submit: (event) => event.preventDefault() } }, el("label", { for: "zoek-tekst" }, `Zoek in het Nederlands en het ${language}`), search),
        el("div", { class: "wb-schakel", role: "group", "aria-label": "Welke teksten" }, keys),
        problems,
        count,
        list,
        el("p", {}, more),
      ),
      bar.element,
    ),
    leave: () => {
      page.abort();
      werk.release(pad);
    },
  };
}

const brief = (text, most = 60) => (text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, "")}…` : text);

/** What must come back in the translation as it is: {naam}. */
const placesIn = (text) => [...new Set(text.match(/\{[^{}\n]*\}/g) ?? [])];

/** One text: its Dutch, where it stands, and the field for its translation. */
class Text {
  constructor(row, { taal, language, change, titleOf }) {
    this.row = row;
    const id = uid("vertaling");
    const dutchId = uid("nederlands");
    const marksId = uid("invulplaatsen");
    const marks = placesIn(row.nederlands);
    this.area = el("textarea", {
      id,
      lang: taal,
      class: `invoer invoer--${row.nederlands.includes("\n") ? "lang" : "tekst"}`,
      rows: Math.min(6, Math.ceil(row.nederlands.length / 70)),
      autocomplete: "off",
      spellcheck: "true",
      on: { input: () => this.type(change), keydown: (event) => this.key(event) },
    });
    this.stand = el("span", { class: "wb-vertaling__stand" });
    this.frame = new Frame({ label: language, uitleg: "", verplicht: true }, { forId: id });
    this.frame.label.append(el("span", { class: "onzichtbaar" }, ` van: ${brief(row.nederlands)}`));
    this.still = el("button", { type: "button", class: "knop knop--stil", on: { click: () => { change(row, this.area.value); this.area.focus(); } } }, "Deze vertaling klopt nog");
    this.described = [dutchId, marks.length > 0 && marksId].filter(Boolean);
    this.element = el(
      "li",
      { class: "wb-vertaling" },
      el(
        "div",
        { class: "wb-vertaling__nl" },
        el("div", { id: dutchId, lang: "nl" }, row.nederlands.split(/\n{2,}/).filter((part) => part.trim()).map((part) => el("p", {}, part.trim()))),
        el("p", { class: "wb-zacht" }, "Staat in: ", places(row, titleOf)),
      ),
      el(
        "div",
        { class: "wb-vertaling__naar veld" },
        el("div", { class: "wb-vertaling__kop" }, this.frame.label, this.stand),
        marks.length > 0 && el("p", { class: "wb-zacht", id: marksId }, "Neem dit over zoals het er staat: ", marks.map((mark, i) => [i ? " " : "", el("code", {}, mark)])),
        this.frame.messages,
        el("div", { class: "veld__invoer" }, this.area),
        this.still,
      ),
    );
    this.set();
    this.describe();
  }

  type(change) {
    this.grow();
    change(this.row, this.area.value);
  }

  /** Ctrl+Enter: on to the next text. */
  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.element.nextElementSibling?.querySelector("textarea").focus();
    }
  }

  grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.area.style.height = "auto";
    if (this.area.scrollHeight) this.area.style.height = `${this.area.scrollHeight + 4}px`;
  }

  set() {
    if (this.area.value !== this.row.vertaling) this.area.value = this.row.vertaling;
    requestAnimationFrame(() => this.grow());
    this.state();
  }

  state() {
    this.stand.textContent = STATES[this.row.staat];
    this.stand.classList.toggle("wb-vertaling__stand--open", this.row.staat !== "klaar");
    this.still.hidden = this.row.staat !== "verouderd";
  }

  tell(findings) {
    if (this.frame.tell(findings)) this.describe(findings.some(isError));
  }

  describe(wrong = false) {
    this.area.setAttribute("aria-describedby", this.frame.description(...this.described));
    if (wrong) this.area.setAttribute("aria-invalid", "true");
    else this.area.removeAttribute("aria-invalid");
    this.element.classList.toggle("veld--fout", wrong);
  }

  focus() {
    this.element.scrollIntoView({ block: "center" });
    this.area.focus({ preventScroll: true });
  }
}

/** The first places where a text stands, as links to their fields; the rest folded. */
function places({ plaatsen }, titleOf) {
  const link = (one) => el("a", { href: toRecord(one.pad, one.loc) }, titleOf(one.pad));
  const several = (some) => some.map((one, i) => [i ? ", " : "", link(one)]);
  const rest = plaatsen.slice(PLACES);
  return [several(plaatsen.slice(0, PLACES)), rest.length > 0 && el("details", { class: "wb-meer" }, el("summary", {}, `Nog ${plural(rest.length, "plek", "plekken")}`), several(rest))];
}
