// The search page: asks the search, and shows answers first, then pages, and a word that was meant.
// Not here: any text (it comes from data- attributes); what is found (zoekmotor.js).
//
// Nothing is fetched before the first search. All addresses are relative to the page, so that the
// site works under any path.

import { inAddress, toAddress } from "./adres.js";
import { Motor } from "./zoekmotor.js";

const language = document.documentElement.lang || "nl";
const count = new Intl.NumberFormat(language, { numberingSystem: "latn" }); // as the page writes them

const PAUSE = 250; // ms without a key before a typed word is searched
const PAGE = 10; // results at a time
const PARTS = 3; // sections shown under a result
const SHOWN = 80; // signs of a question that are repeated

/** Loads everything, once; forgets a failure, so that the next search tries again. */
function loader(form) {
  let loading = null;
  const load = async () => {
    const address = (name) => new URL(name, new URL(form.dataset.map, document.baseURI)).href;
    const json = (name) =>
      fetch(address(`${name}.${language}.json`)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
    const index = import(address("pagefind.js")).then(async (pagefind) => {
      await pagefind.options({ noWorker: true, excerptEllipsis: "…" });
      pagefind.init();
      return pagefind;
    });
    index.catch(() => (loading = null));
    return new Motor({ data: await json("antwoorden"), pagefind: () => index, spelling: () => json("woorden"), language });
  };
  return () => {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
  };
}

// --- the page -------------------------------------------------------------------------------

/** Pagefind's excerpt is text with <mark>, in which only < and > are escaped. */
function marked(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/su).map((part) => {
    const inner = part.match(/^<mark>(.*)<\/mark>$/su);
    const text = (inner ? inner[1] : part).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (!inner) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

function link(url, title) {
  const made = element("a", title);
  made.href = url;
  return made;
}

function item(page) {
  const excerpt = element("p", ...marked(page.excerpt));
  const made = element("li", link(page.url, page.meta.title), excerpt);
  const parts = page.sub_results.filter((part) => part.anchor && part.anchor.element !== "h1").slice(0, PARTS);
  if (parts.length) made.append(element("ul", ...parts.map((part) => element("li", link(part.url, part.title)))));
  return made;
}

/** An answer: what it is called, of which kind it is, and its first sentence. */
function answerItem(answer, root) {
  const title = link(new URL(answer.pad, root).href, answer.titel);
  const kind = element("p", answer.soort);
  const text = element("p", answer.tekst);
  if (answer.titeltaal) title.lang = answer.titeltaal;
  if (answer.teksttaal) text.lang = answer.teksttaal;
  kind.className = "rij-bij";
  return element("li", title, kind, ...(answer.tekst ? [text] : []));
}

/** ``{n} pages for ‘{q}’`` with what is known filled in; an element takes the place of its name. */
function filled(template, values) {
  return template.split(/(\{\w+\})/).map((part) => values[part.slice(1, -1)] ?? part);
}

function start(form) {
  const input = form.elements.q;
  const page = form.closest("[data-zoekpagina]");
  const part = (name) => page.querySelector(`[data-zoek="${name}"]`);
  const [status, answers, list, more, also, meant, help] = [
    "status", "antwoorden", "resultaten", "meer", "ook", "bedoeld", "niets",
  ].map(part);
  const load = loader(form);
  const root = new URL(form.dataset.wortel, document.baseURI);
  let latest = 0; // the number of the newest search: the answer to an older one is dropped
  let timer = 0;
  let rest = []; // what was found and is not yet in the list

  const say = (name, values = {}) => {
    status.textContent = name ? filled(form.dataset[name], values).join("") : "";
  };

  const items = async (results) => (await Promise.all(results.map((result) => result.data()))).map(item);

  /** What stands among the answers is not shown again among the pages. */
  const beside = async (results, found) => {
    const there = new Set(found.map((answer) => new URL(answer.pad, root).href));
    const pages = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
    return results.filter((_, at) => !pages[at] || !there.has(new URL(pages[at].url, document.baseURI).href));
  };

  let shown = []; // the answers that are there, which may have the focus
  const showAnswers = (found) => {
    if (found.length === shown.length && found.every((answer, at) => answer === shown[at])) return;
    shown = found;
    answers.replaceChildren(...found.map((answer) => answerItem(answer, root)));
  };

  const show = (found, first) => {
    showAnswers(found.answers);
    list.replaceChildren(...first);
    rest = found.results.slice(first.length);
    more.hidden = !rest.length;
    also.hidden = !found.also.length;
    also.textContent = also.hidden ? "" : filled(also.dataset.tekst, { woorden: found.also.join(", ") }).join("");
    meant.hidden = !found.meant;
    const other = link(`?q=${encodeURIComponent(found.meant)}`, found.meant);
    meant.replaceChildren(
      ...(found.meant ? filled(meant.dataset[found.corrected ? "toch" : "tekst"], { woord: other }) : []),
    );
    help.hidden = true;
  };
  const NOTHING = { answers: [], results: [], also: [], meant: "", corrected: false, nothing: false };

  const run = async () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    const number = (latest += 1);
    toAddress({ q: typed });
    document.documentElement.classList.toggle("met-vraag", Boolean(typed)); // the doors make room
    if (!typed) {
      show(NOTHING, []);
      say();
      return;
    }
    const q = typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed;
    const waiting = setTimeout(say, PAUSE, "bezig");
    try {
      const motor = await load();
      const early = motor.atOnce(typed);
      if (number !== latest) return;
      if (early.length) showAnswers(early);
      const found = await motor.search(typed);
      found.results = await beside(found.results, found.answers);
      const first = await items(found.results.slice(0, PAGE));
      if (number !== latest) return;
      const total = found.results.length;
      show(found, first);
      const none = !total && !found.answers.length;
      help.hidden = !none;
      if (none) document.documentElement.classList.remove("met-vraag"); // no answer, so no room for one
      if (found.nothing || none) say("geen", { q });
      else say(["antwoord", "een"][total] ?? "telling", { n: count.format(total), q: found.corrected ? found.meant : q });
    } catch (error) {
      console.error(error);
      if (number !== latest) return;
      show(NOTHING, []);
      say("fout");
      document.documentElement.classList.remove("met-vraag");
    } finally {
      clearTimeout(waiting);
    }
  };

  const read = () => {
    input.value = inAddress("q");
    run();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  more.addEventListener("click", async () => {
    const number = latest;
    const batch = rest.slice(0, PAGE);
    rest = rest.slice(PAGE);
    const next = await items(batch);
    if (number !== latest) return;
    list.append(...next);
    more.hidden = !rest.length;
    next[0]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", read);
  read();
}

document.querySelectorAll("form[data-map]").forEach(start);
