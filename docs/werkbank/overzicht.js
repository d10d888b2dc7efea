// Where one begins: what can be done here, by area; the records of one kind; a new record.
// Not here: a record itself (record.js).

import { capital, debounce, el, fill, folded, plural, announce } from "./dom.js";
import { nextAgenda } from "./nieuweagenda.js";
import { to, toRecord } from "./route.js";
import { choose } from "./terug.js";
import { translateTasks } from "./vertalen.js";
import { nameOf } from "./werk.js";
import { workbook } from "./werkmap.js";

/** The areas in the order of somebody's week; one that is not named here comes last. */
const AREAS = {
  agenda: "Agenda",
  overleg: "Overleg",
  arrangement: "Arrangementen",
  samenwerking: "Wie doet wat",
  hulp: "Wie je kunt bellen",
  monitor: "Cijfers",
  regio: "Regio, bronnen en begrippen",
};
const MOST = 30; // results that one looks through
const FEW = 8; // records that need no search of their own

/** The overview. */
export function overview({ werk, params }) {
  const search = finder(werk, params.get("zoek") ?? "");
  return {
    title: "Wat wil je bijwerken?",
    element: el(
      "div",
      { class: "wb-overzicht" },
      el("h1", {}, "Wat wil je bijwerken?"),
      el(
        "p",
        { class: "inleiding" },
        `Hier pas je de gegevens van ${werk.site} aan. Je ziet meteen of alles klopt en hoe de pagina wordt. Op de site verandert pas iets als je het voorstelt.`,
      ),
      draftsBox(werk),
      search.element,
      search.rest([areas(werk), translateTasks(werk), el("p", {}, el("a", { href: to(["concepten"]) }, "Open een pakket van een collega"))]),
    ),
  };
}

/** "2 wijzigingen nog niet voorgesteld", with the way to each. */
function draftsBox(werk) {
  const box = el("section", { class: "wb-concepten", "aria-labelledby": "concepten-kop" });
  const show = () => {
    const open = werk.unproposed;
    const proposed = werk.changed.length - open.length;
    const count = plural(open.length || proposed, "wijziging", "wijzigingen");
    box.hidden = !open.length && !proposed;
    fill(
      box,
      el("h2", { id: "concepten-kop" }, open.length ? `${count} nog niet voorgesteld` : `${count} voorgesteld, nog niet op de site`),
      el("ul", {}, open.slice(0, FEW).map(({ pad }) => el("li", {}, el("a", { href: toRecord(pad) }, werk.title(pad))))),
      el("p", { class: "knoppen" }, el("a", { class: open.length ? "knop" : "knop knop--stil", href: to(["concepten"]) }, open.length ? "Bekijk en stel voor" : "Bekijk")),
    );
  };
  werk.addEventListener("concepten", show);
  show();
  return box;
}

/** Search over the titles of all records; while there is a question, the rest of the page is away. */
function finder(werk, asked) {
  const input = el("input", { type: "search", id: "zoek", value: asked, autocomplete: "off" });
  const found = el("div", { class: "wb-gevonden" });
  const rest = el("div");
  const tell = debounce(announce, 600);

  const show = () => {
    const question = input.value.trim();
    rest.hidden = Boolean(question);
    history.replaceState(history.state, "", to([], { zoek: question }));
    const hits = question ? findAll(werk, question) : [];
    const count = question && (hits.length ? plural(hits.length, "gevonden", "gevonden") : "Niets gevonden. Probeer een ander woord, of een deel ervan.");
    fill(
      found,
      question && el("p", { class: "wb-gevonden__telling" }, count),
      hits.length > 0 && el("ul", { class: "wb-rijen" }, hits.slice(0, MOST).map((hit) => row(hit, capital(hit.kind.naam)))),
      hits.length > MOST && el("p", {}, `Dit zijn de eerste ${MOST}. Typ een woord meer om de rest te zien.`),
    );
    if (question) tell(count);
  };
  input.addEventListener("input", show);
  const element = el(
    "div",
    {},
    el(
      "form",
      { class: "wb-zoek", role: "search", on: { submit: (event) => event.preventDefault() } },
      el("label", { for: "zoek" }, "Zoek op titel"),
      input,
    ),
    found,
  );
  return {
    element,
    rest: (content) => {
      fill(rest, content);
      show();
      return rest;
    },
  };
}

/** Every record and part that has all the words in its title or id; archived ones last. */
function findAll(werk, question) {
  const words = folded(question).split(/\s+/);
  const hits = [];
  for (const kind of werk.soorten) {
    for (const card of kind.records) {
      const title = folded(`${nameOf(card, kind)} ${kind.is_map ? card.id : kind.uitleg}`);
      if (words.every((word) => title.includes(word))) hits.push({ ...card, kind, first: title.startsWith(words[0]) });
    }
  }
  for (const { pad } of werk.drafts.values()) {
    const kind = werk.kindOf(pad);
    const titel = werk.title(pad);
    if (kind && !werk.cards.has(pad) && words.every((word) => folded(titel).includes(word))) hits.push({ pad, titel, kind, first: true });
  }
  return hits.sort((a, b) => !!a.gearchiveerd - !!b.gearchiveerd || b.first - a.first);
}

/** One record in a list: its name, and what else helps to choose. */
function row(card, note) {
  return el(
    "li",
    {},
    el("a", { href: toRecord(card.pad, card.loc && [...card.loc, ...(card.kind.veld ? [card.kind.veld] : [])]) }, nameOf(card, card.kind)),
    note && el("small", {}, note),
    card.gearchiveerd && el("small", { class: "wb-merk" }, "gearchiveerd"),
  );
}

const areaOf = (kind) => kind.gebied;

function areas(werk) {
  const known = Object.keys(AREAS);
  const all = [...new Set([...known, ...werk.soorten.map(areaOf)])];
  const wide = matchMedia("(min-width: 48em)").matches;
  return all.map((area) => {
    const kinds = werk.soorten
      .filter((kind) => areaOf(kind) === area && !kind.deel_van)
      .sort((a, b) => b.is_map - a.is_map); // the one file "als geheel" is seldom changed
    return (
      kinds.length > 0 &&
      el(
        "details",
        { class: "wb-gebied", open: wide },
        el("summary", {}, el("h2", {}, AREAS[area] ?? capital(area))),
        el("ul", { class: "wb-taken" }, kinds.map((kind) => tasks(werk, kind))),
      )
    );
  });
}

/** What can be done with a kind and its parts, in words of who does it. */
function tasks(werk, kind) {
  const parts = werk.soorten.filter((one) => one.deel_van === kind.naam && one.records.length);
  const change = kind.is_map ? `${capital(kind.naam)} aanpassen` : `${kind.kop} aanpassen`;
  const address = kind.is_map ? to(["soort", kind.naam]) : toRecord(kind.pad);
  return el(
    "li",
    {},
    el("p", {}, el("a", { href: address }, change)),
    el("p", { class: "wb-zacht" }, kind.uitleg),
    el(
      "p",
      { class: "wb-ook" },
      parts.map((part) => el("a", { href: to(["soort", part.naam]) }, partTask(part))),
      kind.is_map && !kind.tabel && el("a", { href: to(["nieuw", kind.naam]) }, `${capital(kind.naam)} toevoegen`),
    ),
  );
}

const partTask = (part) =>
  part.keuze ? `${part.keuze} van een ${part.naam} bijwerken` : `${capital(part.naam)} aanpassen`;

/** The records of one kind, those that count first. */
export function kindPage({ werk, rest }) {
  const kind = werk.kind(rest);
  if (!kind) throw new Error("Zo'n soort gegevens is er niet. Kies er een in het overzicht.");
  const fresh = [...werk.drafts.values()]
    .filter(({ pad }) => !werk.cards.has(pad) && !kind.deel_van && werk.kindOf(pad) === kind)
    .map(({ pad }) => ({ pad, titel: werk.title(pad), kind, note: "nieuw" }));
  const cards = [...fresh, ...kind.records.map((card) => ({ ...card, kind, note: noteOf(werk, kind, card) }))];
  const lists = el("div");
  const show = (question = "") => {
    const words = folded(question).split(/\s+/);
    const hits = cards.filter((card) => words.every((word) => folded(`${card.titel} ${card.note ?? ""}`).includes(word)));
    const now = hits.filter((card) => !card.gearchiveerd);
    const old = hits.filter((card) => card.gearchiveerd);
    fill(
      lists,
      now.length > 0 && el("ul", { class: "wb-rijen" }, now.map((card) => row(card, card.note))),
      old.length > 0 && [el("h2", {}, "Gearchiveerd"), el("ul", { class: "wb-rijen" }, old.map((card) => row(card, card.note)))],
      !hits.length && el("p", { class: "wb-leeg" }, question ? "Niets gevonden." : "Hier staat nog niets."),
    );
    return hits.length;
  };
  show();
  const title = kind.deel_van && kind.keuze ? partTask(kind) : kind.kop;
  const tell = debounce(announce, 600);
  const narrow = (event) => {
    const number = show(event.target.value);
    tell(`${number} van ${cards.length}`);
  };
  return {
    title,
    path: [[to([]), "Overzicht"]],
    element: el(
      "div",
      {},
      el("h1", {}, title),
      !kind.deel_van && el("p", { class: "inleiding" }, kind.uitleg),
      el(
        "p",
        { class: "knoppen" },
        kind.is_map && !kind.tabel && !kind.deel_van && el("a", { class: "knop", href: to(["nieuw", kind.naam]) }, `${capital(kind.naam)} toevoegen`),
        el("a", { class: "knop knop--stil", href: to(["tabel", kind.naam]) }, "Alles in één tabel"),
      ),
      workbook({ werk, soort: kind.naam }),
      kind.naam === "agenda" && kind.records.length > 0 && nextAgenda({ werk }),
      cards.length > FEW &&
        el(
          "form",
          { class: "wb-zoek", role: "search", on: { submit: (event) => event.preventDefault() } },
          el("label", { for: "kies" }, "Zoek in deze lijst"),
          el("input", { type: "search", id: "kies", autocomplete: "off", on: { input: narrow } }),
        ),
      lists,
    ),
  };
}

/** What else is known of a record in a list: of a part what it is a part of, and how it stands. */
function noteOf(werk, kind, card) {
  const changed = werk.changed.some((draft) => draft.pad === card.pad);
  const notes = kind.deel_van ? [card.nu && `nu: ${card.nu}`, werk.cards.get(card.pad)?.kind.is_map && werk.title(card.pad)] : [];
  return [...notes, changed && "gewijzigd"].filter(Boolean).join(" · ");
}

/** Begin a record: its title is all that is asked; the id follows from that. */
export async function newPage({ werk, rest, params, go }) {
  const kind = werk.kind(rest);
  if (!kind?.is_map || kind.tabel || kind.deel_van) throw new Error("Hiervan kun je er geen toevoegen. Kies iets in het overzicht.");
  const title = `${capital(kind.naam)} toevoegen`;
  const wrong = el("p", { class: "wb-fout", id: "nieuw-fout", hidden: true });
  const form = await werk.ask("formulier", { soort: kind.naam });
  const field = form.velden.find((one) => one.naam === form.titel);
  const known = { id: "nieuw-titel", required: true, "aria-describedby": "nieuw-uitleg nieuw-fout" };
  const input = field?.soort === "verwijzing" ? await chooser(werk, field, known) : el("input", { ...known, autocomplete: "off" });
  const button = el("button", { class: "knop" }, "Verder");

  const voor = params.get("voor"); // the field that it is made for
  const use = (pad, id) => el("button", { type: "button", class: "knop knop--stil", on: { click: () => choose(werk, voor, id).then(() => go(voor)) } }, `Kies '${werk.title(pad)}'`);
  const refuse = (sentence, pad) => {
    wrong.hidden = false;
    fill(wrong, sentence, pad && [" ", el("a", { href: toRecord(pad) }, "Open die."), voor && werk.kindOf(pad) === kind && [" ", use(pad, idOf(pad))]]);
    input.setAttribute("aria-invalid", "true");
    input.focus();
  };
  const submit = async (event) => {
    event.preventDefault();
    const titel = input.value.trim();
    if (!titel) return refuse("Vul dit eerst in.");
    if (button.getAttribute("aria-disabled")) return undefined;
    button.setAttribute("aria-disabled", "true");
    button.textContent = "Even wachten op het nakijken…";
    try {
      const made = await werk.ask("nieuw", { soort: kind.naam, titel });
      if (made.melding) return refuse(made.melding, made.pad);
      if (!werk.drafts.has(made.pad)) await werk.change(made.pad, made.waarde, null, made.nummers);
      if (voor) await choose(werk, voor, made.waarde.id);
      return go(toRecord(made.pad, [], voor), { replace: true });
    } catch (error) {
      return refuse(error.message);
    } finally {
      button.removeAttribute("aria-disabled");
      button.textContent = "Verder";
    }
  };
  return {
    title,
    path: [[to([]), "Overzicht"], [to(["soort", kind.naam]), kind.kop]],
    element: el(
      "div",
      {},
      el("h1", {}, title),
      el("p", { class: "inleiding" }, kind.uitleg),
      el(
        "form",
        { class: "wb-begin", novalidate: true, on: { submit } },
        el("label", { for: "nieuw-titel" }, field?.label ?? "Titel of naam"),
        el("p", { id: "nieuw-uitleg", class: "wb-zacht" }, field?.uitleg ?? "Zo heet het op de site."),
        wrong,
        input,
        el("p", { class: "knoppen" }, button),
      ),
    ),
  };
}

const idOf = (pad) => pad.slice(pad.lastIndexOf("/") + 1, pad.lastIndexOf("."));

/** A record that is known by another one, such as a post by who holds it: choose that. */
async function chooser(werk, field, attributes) {
  const choices = await werk.ask("keuzes", { soorten: field.soorten });
  const now = choices.filter((one) => !one.gearchiveerd);
  return el("select", attributes, el("option", { value: "" }, "Kies"), now.map((one) => el("option", { value: one.waarde }, one.label)));
}
