// The search page: asks Pagefind, also for words that mean the same, and lists what it found.
// Not here: any text (it comes from data- attributes); the index (macros/site/zoekindex.py).
//
// Nothing is fetched before the first search. The addresses of Pagefind and of the list of
// equivalent words are relative to the page, so that the site works under any path.

import { inAddress, toAddress } from "./adres.js";

const language = document.documentElement.lang || "nl";
const count = new Intl.NumberFormat(language, { numberingSystem: "latn" }); // as the page writes them

const PAUSE = 250; // ms without a key before a typed word is searched
const PAGE = 10; // results at a time
const PARTS = 3; // sections shown under a result
const MAX_QUERIES = 12;

// --- words that mean the same ---------------------------------------------------------------

const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();

class Equivalents {
  constructor(list) {
    this.words = new Map(Object.entries(list).map(([word, others]) => [plain(word), others]));
    this.longest = Math.max(1, ...[...this.words.keys()].map((word) => word.split(" ").length));
  }

  /** The equivalents of a word or phrase; a simple plural has its singular and those of it. */
  of(phrase) {
    if (this.words.has(phrase)) return this.words.get(phrase);
    const singular = phrase.replace(/('s|en|s)$/, "");
    return this.words.has(singular) ? [singular, ...this.words.get(singular)] : [];
  }

  /** All ways to ask the same question, the question itself first. */
  queries(words) {
    if (!words.length) return [[]];
    const found = this.queries(words.slice(1)).map((rest) => [words[0], ...rest]);
    for (let length = Math.min(this.longest, words.length); length > 0; length -= 1) {
      const others = this.of(words.slice(0, length).join(" "));
      if (!others.length) continue;
      const rests = this.queries(words.slice(length));
      found.push(...others.flatMap((other) => rests.map((rest) => [other, ...rest])));
    }
    return found.slice(0, MAX_QUERIES);
  }
}

/** Loads both files, once; forgets a failure, so that the next search tries again. */
function loader(form) {
  let loading = null;
  const load = async () => {
    const address = (name) => new URL(form.dataset[name], document.baseURI).href;
    const [pagefind, list] = await Promise.all([
      import(address("pagefind")),
      fetch(address("synoniemen")).then((answer) => (answer.ok ? answer.json() : {})),
    ]);
    await pagefind.options({ noWorker: true, excerptEllipsis: "…" });
    return { pagefind, equivalents: new Equivalents(list) };
  };
  return () => {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
  };
}

const letters = (text) => plain(text).replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether a result is about the words asked for. Pagefind cuts an unknown word shorter until
 * something begins with it ("xylofoon" finds "xtc"); a shared beginning of two fifths is taken as
 * a form of the same word (scholen, school). What is true of one result is true of the query.
 */
async function isAbout(query, result) {
  const all = (await result.data()).content.split(/\s+/);
  const found = result.words.map((place) => all[place] ?? "").flatMap((word) => [word, ...plain(word).split(" ")]);
  const beginnings = found.map(letters);
  return query.split(/\s+/).map(letters).every((word) => {
    const needed = word.slice(0, word.length <= 3 ? word.length : Math.ceil(word.length * 0.4));
    return !beginnings.length || beginnings.some((beginning) => beginning.startsWith(needed));
  });
}

/** One list of pages from all queries: each page once, with its best score. */
async function search({ pagefind, equivalents }, text) {
  const exact = /^".+"$/.test(text);
  const others = exact ? [] : equivalents.queries(plain(text).split(" ")).slice(1);
  const queries = [text, ...others.map((words) => words.join(" "))];
  const answers = await Promise.all(
    queries.map(async (query) => {
      const { results } = await pagefind.search(query);
      return results.length && (await isAbout(query, results[0])) ? results : [];
    }),
  );
  const best = new Map();
  for (const result of answers.flat()) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return {
    results: [...best.values()].sort((a, b) => b.score - a.score),
    also: queries.slice(1).filter((_, index) => answers[index + 1].length),
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

function start(form) {
  const input = form.elements.q;
  const page = form.closest("[data-zoekpagina]");
  const part = (name) => page.querySelector(`[data-zoek="${name}"]`);
  const [status, list, more, also, help] = ["status", "resultaten", "meer", "ook", "niets"].map(part);
  const load = loader(form);
  let latest = 0; // the number of the newest search: the answer to an older one is dropped
  let timer = 0;
  let rest = []; // what was found and is not yet in the list

  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const say = (name, values = {}) => {
    status.textContent = name ? fill(form.dataset[name], values) : "";
  };

  const items = async (results) => (await Promise.all(results.map((result) => result.data()))).map(item);

  const show = (first, found = { results: [], also: [] }) => {
    list.replaceChildren(...first);
    rest = found.results.slice(first.length);
    more.hidden = !rest.length;
    also.hidden = !found.also.length;
    also.textContent = also.hidden ? "" : fill(also.dataset.tekst, { woorden: found.also.join(", ") });
    help.hidden = true;
  };

  const run = async () => {
    clearTimeout(timer);
    const q = input.value.trim();
    const number = (latest += 1);
    toAddress({ q });
    if (!q) {
      show([]);
      say();
      return;
    }
    const waiting = setTimeout(say, PAUSE, "bezig");
    try {
      const found = await search(await load(), q);
      const first = await items(found.results.slice(0, PAGE));
      if (number !== latest) return;
      const total = found.results.length;
      show(first, found);
      help.hidden = total > 0;
      if (!total) document.documentElement.classList.remove("met-vraag"); // no answer, so no room for one
      say(["geen", "een"][total] ?? "telling", { n: count.format(total), q });
    } catch (error) {
      console.error(error);
      if (number !== latest) return;
      show([]);
      say("fout");
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

document.querySelectorAll("form[data-pagefind]").forEach(start);
