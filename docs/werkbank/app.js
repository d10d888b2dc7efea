// The workbench: starts the engine and shows the page that the address names. One can begin to type
// while the engine is still being fetched; its checks follow.
// Not here: what stands on a page (overzicht.js, record.js, concepten.js), or where drafts are kept.

import * as concept from "./concept.js";
import { draftsPage, savePage } from "./concepten.js";
import { announce, el, fill, plural } from "./dom.js";
import { herstel } from "./herstel.js";
import { Motor } from "./motor.js";
import { openOpslaan } from "./opslaan.js";
import { kindPage, newPage, overview } from "./overzicht.js";
import { pakketOpener } from "./pakketopener.js";
import { recordPage } from "./record.js";
import { read, to } from "./route.js";
import { tablePage } from "./tabel.js";
import { translatePage } from "./vertalen.js";
import { Werk } from "./werk.js";

const PAGES = {
  "": overview,
  soort: kindPage,
  nieuw: newPage,
  pad: recordPage,
  tabel: tablePage,
  vertalen: translatePage,
  concepten: draftsPage,
  opslaan: savePage,
};

const manifest = JSON.parse(document.getElementById("manifest").textContent);
const content = document.getElementById("inhoud");
const bar = el("div", { class: "wb-motor tekst", hidden: true });
content.before(bar);

const motor = new Motor(manifest);
const werk = new Werk(motor, concept, manifest.commit);
werk.root = new URL(manifest.wortel ?? "../", document.baseURI);
werk.site = manifest.site;

// ---- the engine, in words ----

const megabytes = (bytes) => (bytes / 1e6).toLocaleString("nl", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function engine({ stand, bytes, totaal, zin }) {
  bar.dataset.stand = stand;
  bar.hidden = false;
  bar.classList.toggle("let-op", stand === "uitgevallen" || stand === "herstart");
  if (stand === "laden") {
    const what = bytes < totaal
      ? `Het nakijken wordt opgehaald: ${megabytes(bytes)} van ${megabytes(totaal)} MB, uitgepakt.`
      : "Het nakijken is opgehaald en begint zo.";
    fill(
      bar,
      el("p", {}, `${what} Je kunt al beginnen: wat je typt wordt bewaard, en straks nagekeken.`),
      el("progress", { max: totaal || 1, value: bytes, "aria-label": "Ophalen van het nakijken" }),
    );
    return;
  }
  if (stand === "klaar") {
    bar.style.minHeight = `${bar.offsetHeight}px`; // nothing jumps under who is typing
    fill(bar, el("p", {}, zin || "Het nakijken staat klaar."));
  } else if (stand === "herstart") {
    fill(bar, el("p", {}, zin));
  } else {
    const again = el("button", { type: "button", class: "knop knop--stil", on: { click: restart } }, "Probeer het opnieuw");
    fill(
      bar,
      el("p", {}, "Nakijken en het voorbeeld doen het nu niet. Invullen en bewaren wel."),
      el("details", {}, el("summary", {}, "Waarom, en wat je kunt doen"), el("p", {}, zin), el("p", { class: "knoppen" }, again)),
    );
  }
  announce(zin || "Het nakijken staat klaar");
}
motor.addEventListener("stand", (event) => engine(event.detail));
engine(motor.stand);

function restart() {
  if (!werk.soorten) {
    location.reload(); // there is nothing to lose yet
    return;
  }
  motor.opnieuw();
  join();
}

// ---- the page that the address names ----

let current = null;
let turn = 0;

/** To another page; with `replace` the way back does not lead here. */
function go(address, { replace = false } = {}) {
  if (replace) location.replace(address);
  else location.hash = address;
}

const retitle = (title) => {
  document.title = `${title} - Beheer - ${werk.site}`;
};

async function show({ first = false } = {}) {
  if (!werk.soorten) return; // nothing could be opened; the page says why
  const { page, rest, params } = read(location.hash);
  const name = `${page}/${rest}`;
  if (current?.name === name && page === "pad") {
    current.enter?.(params);
    return;
  }
  const mine = ++turn;
  current?.leave?.();
  current = null;
  if (motor.stand.stand === "klaar" && !first) bar.hidden = true; // what it said was read
  let made;
  try {
    await werk.refresh();
    const make = PAGES[page];
    if (!make) throw new Error("Deze pagina is er niet.");
    made = await make({ werk, rest, params, go, retitle: (title) => mine === turn && retitle(title), openSave, openPacket });
  } catch (error) {
    made = lost(error);
  }
  if (mine !== turn) {
    made.leave?.();
    return;
  }
  current = { ...made, name };
  retitle(made.title);
  fill(content, made.path?.length && crumbs(made.path), made.element);
  scrollTo(0, 0);
  if (made.enter?.(params)) return;
  if (!first) {
    const heading = content.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

const crumbs = (path) =>
  el("nav", { class: "kruimels", "aria-label": "Kruimelpad" }, el("ol", {}, path.map(([address, label]) => el("li", {}, el("a", { href: address }, label)))));

function lost(error) {
  if (!(error instanceof Error) || error instanceof TypeError) console.error(error);
  return {
    title: "Niet gevonden",
    element: el("div", {}, el("h1", {}, "Hier is niets te vinden"), el("p", {}, error.message), el("p", {}, el("a", { href: to([]) }, "Naar het overzicht"))),
  };
}

// Saving is loaded with the page: of a site that was built anew meanwhile its script would be gone.
const openSave = (what) =>
  openOpslaan({ ...what, commit: manifest.commit, manifest, motor });

const openPacket = (place) =>
  fill(place, pakketOpener({ soorten: werk.soorten, klaar: () => werk.refresh().then(() => werk.check()) }));

// A link to the page one is on already: the address does not change, the field is wanted all the same.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#/']");
  if (link && link.hash === location.hash) {
    event.preventDefault();
    show();
  }
});
addEventListener("hashchange", () => show());

// ---- start ----

const note = el("p", { class: "let-op", hidden: true });
content.before(note);
/** How drafts are kept, when somebody must know that. */
function storage() {
  const sentence = concept.uitleg();
  note.hidden = !sentence;
  note.textContent = sentence;
}
concept.luister(({ soort }) => soort === "opslag" && storage());

fill(content, el("h1", {}, "Beheer"), el("p", {}, "De gegevens worden geopend…"));
try {
  await werk.start();
  await show({ first: true });
  storage();
} catch (error) {
  fill(content, el("h1", {}, "Beheer"), el("p", { class: "let-op" }, `De gegevens konden niet worden geopend. ${error.message}`));
  throw error;
}

/** Once the engine is there: drafts of an older site become drafts of this one, and all is checked. */
async function join() {
  try {
    await motor.klaar;
    for (const pad of [...werk.drafts.keys()]) await werk.complete(pad);
    if (werk.drafts.size) told(await herstel(motor, manifest.commit));
    await werk.ready();
  } catch (error) {
    if (motor.stand.stand !== "uitgevallen") throw error; // else the bar says what is wrong
  }
}
join();

/** What became of drafts since the site changed. */
function told({ samengevoegd, vervallen, botsingen }) {
  const lines = [
    vervallen.length && `${plural(vervallen.length, "wijziging staat", "wijzigingen staan")} intussen op de site.`,
    samengevoegd.length && `De site is intussen bijgewerkt; ${plural(samengevoegd.length, "wijziging is", "wijzigingen zijn")} daarmee samengevoegd.`,
    botsingen.length && `Bij ${plural(botsingen.length, "wijziging", "wijzigingen")} veranderde een ander hetzelfde. Je kiest bij het voorstellen wat blijft.`,
  ].filter(Boolean);
  if (!lines.length) return;
  content.before(el("p", { class: "melding" }, lines.join(" ")));
  announce(lines.join(" "));
}
