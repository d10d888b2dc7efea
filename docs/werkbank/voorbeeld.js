// The preview: a page as it will be, in the frame of the published one, with the site's own styles.
// Scripts of the page do not run here, and a link opens the real page in a new tab.
// Not here: which pages a change touches and what stands on them (the calls `paginas` and `pagina`).

import { el, fill, plural } from "./dom.js";

const PHONE = 360;
const WIDE = 1280;
const REST = 200; // ms between questions for more pages, so that what one types comes first
const FOLLOWED = ["http:", "https:", "mailto:", "tel:"];

/** The panel. `show(pad)` draws the pages of a record, now and after each check; `fail(sentence)` says
 *  why there is none. `root` is the address of the site, `languages` those it has. */
export function preview({ ask, root, languages }) {
  const frames = new Map(); // address -> text of a published page
  const names = new Intl.DisplayNames("nl", { type: "language" });
  let pages = [];
  let language = languages[0];
  let chosen = null; // the home page has the address ""
  let width = PHONE;
  let drawn = ""; // the page that is in the frame
  let there = false; // whether all of it is
  let latest = null; // what came for it meanwhile
  let turn = 0; // of the list of pages
  let stroke = 0; // of the page that is drawn
  let pad = "";

  const page = el("select", { on: { change: () => choose(page.value) } });
  const count = el("p", { class: "wb-voorbeeld__telling" });
  const inLanguage = languages.map((code) =>
    el("button", { type: "button", class: "wb-keus", data: { code }, on: { click: () => speak(code) } }, names.of(code)),
  );
  const widths = [
    [PHONE, "Telefoon"],
    [WIDE, "Breed"],
  ].map(([size, label]) => el("button", { type: "button", class: "wb-keus", data: { size }, on: { click: () => resize(size) } }, label));
  const missed = el("ul", { class: "wb-voorbeeld__gemist", hidden: true });
  const trouble = el("p", { class: "wb-leeg" }, "Het voorbeeld komt zodra het nakijken klaarstaat.");
  const frame = el("iframe", {
    title: "Voorbeeld van de pagina",
    sandbox: "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    on: { load: () => loaded() },
  });
  const stage = el("div", { class: "wb-voorbeeld__vlak", hidden: true }, frame);
  const choices = el(
    "div",
    { class: "wb-voorbeeld__keuzes", hidden: true },
    el("label", {}, "Pagina", page),
    languages.length > 1 && el("div", { role: "group", "aria-label": "Taal van het voorbeeld" }, inLanguage),
    el("div", { role: "group", "aria-label": "Breedte van het voorbeeld" }, widths),
  );
  const element = el("div", { class: "wb-voorbeeld" }, choices, count, trouble, missed, stage);
  new ResizeObserver(() => fit()).observe(stage);

  const press = (buttons, is) => buttons.forEach((button) => button.setAttribute("aria-pressed", String(is(button.dataset))));
  const speak = (code) => {
    language = code;
    draw();
  };
  const choose = (adres) => {
    chosen = adres;
    draw();
  };
  const resize = (size) => {
    width = size;
    fit();
  };

  /** As wide as a phone, or a wide screen made to fit. */
  function fit() {
    press(widths, (data) => Number(data.size) === width);
    const room = stage.clientWidth;
    if (!room) return;
    const scale = Math.min(1, room / width);
    frame.style.width = `${width === PHONE ? Math.min(PHONE, room) : width}px`;
    frame.style.transform = width === PHONE ? "" : `scale(${scale})`;
    frame.style.height = width === PHONE ? "" : `${stage.clientHeight / scale}px`;
    stage.classList.toggle("wb-voorbeeld__vlak--telefoon", width === PHONE);
  }

  /** Draw the pages of this record as they are now. */
  async function show(record) {
    if (record !== pad) {
      chosen = null;
      drawn = "";
      pages = [];
    }
    pad = record;
    const mine = ++turn;
    if (pages.length) await draw(); // what you look at comes first
    try {
      for (let whole = false; !whole; ) {
        const found = await ask("paginas", { pad });
        if (mine !== turn) return;
        const before = chosen;
        pages = found.paginas;
        whole = found.klaar;
        list(whole);
        if (chosen !== before || !pages.length) await draw();
        if (!whole) await new Promise((done) => setTimeout(done, REST));
        if (mine !== turn) return;
      }
    } catch (error) {
      if (mine === turn) fail(error.message);
    }
  }

  /** The choice of pages: each once, in whichever languages it has. */
  function list(whole) {
    const unique = new Map();
    for (const one of pages) {
      if (!unique.has(one.adres) || one.taal === language) unique.set(one.adres, one);
    }
    if (!unique.has(chosen)) chosen = pages[0]?.adres ?? null;
    fill(page, [...unique.values()].map((one) => el("option", { value: one.adres }, one.nieuw ? `${one.titel} (nieuw)` : one.titel)));
    page.value = chosen;
    const number = plural(unique.size, "pagina", "pagina's");
    if (whole) count.textContent = unique.size > 1 ? `Je ziet dit terug op ${number}.` : "";
    else count.textContent = `Je ziet dit terug op ${number}; de rest wordt nog gezocht.`;
  }

  async function draw() {
    const mine = ++stroke;
    if (!pages.length) return fail("Dit staat op geen enkele pagina van de site.");
    if (!pages.some((one) => one.adres === chosen)) chosen = pages[0].adres;
    const spoken = pages.filter((one) => one.adres === chosen).map((one) => one.taal);
    const taal = spoken.includes(language) ? language : spoken[0];
    press(inLanguage, ({ code }) => code === taal);
    inLanguage.forEach((button) => button.setAttribute("aria-disabled", String(!spoken.includes(button.dataset.code))));
    try {
      const answer = await ask("pagina", { adres: chosen, taal });
      const url = new URL((taal === languages[0] ? "" : `${taal}/`) + answer.frame, root);
      const around = await frameOf(url);
      if (mine !== stroke) return;
      put(answer, around, url, `${url} ${chosen} ${answer.melding}`);
    } catch (error) {
      if (mine === stroke) fail(error.message);
    }
  }

  function fail(sentence) {
    drawn = "";
    stage.hidden = true;
    trouble.hidden = false;
    trouble.textContent = sentence;
    choices.hidden = !pages.length;
  }

  /** The text of a published page; asked once. */
  async function frameOf(url) {
    if (!frames.has(url.href)) {
      const answer = await fetch(url).catch(() => ({ ok: false }));
      if (!answer.ok) throw new Error("De pagina van nu is niet gevonden, dus het voorbeeld heeft geen lijst om in te staan.");
      frames.set(url.href, await answer.text());
    }
    return frames.get(url.href);
  }

  function put(answer, around, url, name) {
    fill(missed, answer.gemist.map((sentence) => el("li", {}, sentence)));
    missed.hidden = !answer.gemist.length;
    trouble.hidden = true;
    choices.hidden = false;
    stage.hidden = false;
    const content = new DOMParser().parseFromString(answer.html, "text/html");
    toRealPages(content, url);
    if (name === drawn) {
      latest = content;
      if (there) renew();
    } else {
      drawn = name;
      there = false;
      latest = null;
      frame.srcdoc = dressed(around, answer, content, url);
    }
    fit();
  }

  /** In the place of what was there: nothing flashes or scrolls. */
  function renew() {
    frame.contentDocument.querySelector("article")?.replaceChildren(...latest.body.childNodes);
    latest = null;
  }

  /** A page is in the frame, whole. */
  function loaded() {
    if (!drawn || frame.contentDocument?.URL !== "about:srcdoc") return; // nothing yet
    there = true;
    settle();
    if (latest) renew();
  }

  /** A new page is in the frame: the colours that were chosen, and the place it is about. */
  function settle() {
    const inside = frame.contentDocument;
    const dark = darkRule(inside);
    const own = darkRule(document);
    if (dark && own) dark.media.mediaText = own.media.mediaText;
    const place = decodeURIComponent(chosen?.split("#")[1] ?? "");
    if (place) inside?.getElementById(place)?.scrollIntoView();
  }
  new MutationObserver(() => settle()).observe(document.querySelector(".kop__schema") ?? element, { attributes: true });

  fit();
  return { element, show, fail };
}

/** The one rule with the dark colours, which thema.js rewrites when a reader chooses. */
function darkRule(page) {
  const rules = page?.querySelector("link[rel=stylesheet]")?.sheet?.cssRules ?? [];
  return [...rules].find((rule) => rule.media && rule.cssText.includes("color-scheme: dark"));
}

/** What a frame has no use for. It has the policy of this page; one of its own would have to name the
 *  site, since a frame without an address is no "self" everywhere. */
const LEFT = "script, link[rel=preload], link[rel=modulepreload], link[rel=alternate], meta[http-equiv]";

/** The published page with other content, as text for a frame. */
function dressed(around, { titel, taal, melding }, content, url) {
  const page = new DOMParser().parseFromString(around, "text/html");
  page.documentElement.lang = taal;
  page.documentElement.classList.replace("no-js", "js");
  page.title = titel;
  for (const one of page.querySelectorAll(LEFT)) one.remove();
  toRealPages(page, url);
  const article = page.querySelector("article");
  article?.replaceChildren(...content.body.childNodes);
  const said = [...page.querySelectorAll(".melding")].some((one) => one.textContent === melding);
  if (melding && !said) article?.before(el("p", { class: "melding" }, melding));
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** Addresses as they are from the page itself; what is followed opens beside. */
function toRealPages(page, url) {
  for (const element of page.querySelectorAll("[href], [src]")) {
    for (const name of ["href", "src"]) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      if (element.localName !== "a") {
        if (!value.startsWith("#") && URL.canParse(value, url)) element.setAttribute(name, new URL(value, url).href);
      } else if (value.startsWith("#")) {
        element.setAttribute(name, `about:srcdoc${value}`); // a frame without an address of its own
      } else {
        follow(element, value, url);
      }
    }
  }
}

function follow(link, value, url) {
  if (!URL.canParse(value, url) || !FOLLOWED.includes(new URL(value, url).protocol)) {
    link.removeAttribute("href");
    return;
  }
  link.setAttribute("href", new URL(value, url).href);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
}
