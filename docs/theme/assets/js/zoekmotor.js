// What a question to the search finds: answers first, then pages, and a word that was meant.
//
// The search page and the build run this very file: the page in a browser, the build in Node, on the
// same answers and the same index (`macros/site/zoekproef.mjs`). So what the build says is found, is
// found. Not here: anything of a page (`zoek.js`), or what the answers are (`views/regio/zoeken.py`).

const MAX_SIGNS = 200; // of a question: what comes after that changes nothing
const MAX_WORDS = 12;
const MAX_QUERIES = 8;
const MAX_ANSWERS = 3;
const ENOUGH = 0.5; // an answer that fits less is none
const NEXT = 0.8; // ... and what fits so much less than the best one is no answer beside it
const WITHOUT_CORE = 0.8; // what is left of a fit without the word that says most: "gemeente" is no town
const FEW = 2; // words of a question of which it helps to be told what else was looked for
const LONG = 5; // letters from which a beginning says which word it is
const UNKNOWN = 0.5; // how much a word counts that no answer has: it is often the story around it

const STOP = {
  nl:
    "de het een en of is zijn was ben bent in op van voor met naar bij aan te dat die dit deze er om als dan " +
    "wat hoe wie waar welke wanneer ik je jij jou jouw u uw hij zij ze we wij ons onze mijn m'n zijn haar hun " +
    "kan kun kunnen moet moeten mag mogen wil willen wordt worden heeft hebben heb heet betekent over door uit " +
    "nog al wel ook maar tot per iets iemand gaan gaat doen doe doet krijg krijgt krijgen vind vinden zoek",
  en:
    "the a an and or is are was be been in on of for with to at by that this these those it as if then what how " +
    "who where which when why i you he she they we us our my your his her their can could must may will would " +
    "do does did has have had about from out still also but not any some get find means mean someone something",
};

/** Lower case, without accents and apostrophes; what is no letter or digit only parts words. */
export const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const words = (text) => plain(text).split(" ").filter(Boolean);

/** What the forms of a word have in common, near enough: schools and school, kinderen and kind. */
export function stem(word, language) {
  let short = word;
  if (language === "en") {
    short = word.replace(/ies$/, "y").replace(/(?<=..[a-z])(?:ing|ed|es|s)$/, "").replace(/(?<=...)e$/, "");
  } else if (word.length > 3) {
    short = word.replace(/(?<=...)(?:eren|en|tje|je|s|e)$/, "").replace(/(?<=...)t$/, "");
    short = short.replace(/z$/, "s").replace(/v$/, "f");
  }
  return short.replace(/(\p{L})\1/gu, "$1");
}

/** The changes of one letter that make one word of the other, two letters that changed places included. */
export function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = one[i - 1] === two[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[two.length];
}

// --- words that mean the same ---------------------------------------------------------------

class Equivalents {
  constructor(list) {
    this.words = new Map(Object.entries(list).map(([word, others]) => [plain(word), others]));
    this.longest = Math.max(1, ...[...this.words.keys()].map((word) => word.split(" ").length));
  }

  /** The equivalents of a word or phrase; a simple plural has its singular and those of it. */
  of(phrase) {
    if (this.words.has(phrase)) return this.words.get(phrase);
    const singular = phrase.replace(/(s|en)$/, "");
    return singular !== phrase && this.words.has(singular) ? [singular, ...this.words.get(singular)] : [];
  }

  /** All ways to ask the same question, the question itself first. */
  queries(asked) {
    if (!asked.length) return [[]];
    const found = this.queries(asked.slice(1)).map((rest) => [asked[0], ...rest]);
    for (let length = Math.min(this.longest, asked.length); length > 0; length -= 1) {
      const others = this.of(asked.slice(0, length).join(" "));
      if (!others.length) continue;
      const rests = this.queries(asked.slice(length));
      found.push(...others.flatMap((other) => rests.map((rest) => [other, ...rest])));
    }
    return found.slice(0, MAX_QUERIES);
  }
}

// --- answers --------------------------------------------------------------------------------

/** How much of another word a word is: all of it, most of its beginning, or a part of a compound. */
function likeness(one, two) {
  if (one === two) return 1;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (short.length < LONG) return 0;
  if (long.startsWith(short)) return short.length >= 0.6 * long.length ? 0.8 : 0.4;
  return long.endsWith(short) ? 0.6 : 0;
}

class Answers {
  constructor(list, language) {
    this.stop = new Set(words(STOP[language] ?? ""));
    this.language = language;
    this.list = list;
    this.phrases = list.flatMap((answer) =>
      answer.woorden.map((text) => ({ answer, joined: plain(text).replaceAll(" ", ""), stems: this.stems(text) })),
    );
    this.counts = new Map();
    for (const { stems } of this.phrases) {
      for (const one of new Set(stems)) this.counts.set(one, (this.counts.get(one) ?? 0) + 1);
    }
    for (const phrase of this.phrases) {
      phrase.core = phrase.stems.reduce((one, other) => (this.weight(other) > this.weight(one) ? other : one), "");
    }
  }

  /** The words that say what a text is about; all of them when none does. */
  stems(text) {
    const all = words(text).slice(0, MAX_WORDS);
    const telling = all.filter((word) => !this.stop.has(word));
    return (telling.length ? telling : all).map((word) => stem(word, this.language));
  }

  /** A word counts for more the fewer phrases have it. */
  weight(one) {
    if (!one) return 0;
    const count = this.counts.get(one);
    return Math.log(1 + this.phrases.length / (count ?? 3)) * (count ? 1 : UNKNOWN);
  }

  part(from, to) {
    const best = (one) => Math.max(0, ...to.map((other) => likeness(one, other)));
    const total = from.reduce((sum, one) => sum + this.weight(one), 0);
    return total ? from.reduce((sum, one) => sum + this.weight(one) * best(one), 0) / total : 0;
  }

  /** The answers that fit a question, the best one first. */
  to(question) {
    const asked = this.stems(question);
    const joined = plain(question).replaceAll(" ", "");
    if (!asked.length) return [];
    const best = new Map();
    for (const phrase of this.phrases) {
      const covered = this.part(asked, phrase.stems);
      const used = covered && this.part(phrase.stems, asked);
      let score = covered && used ? (2 * covered * used) / (covered + used) : 0;
      if (!asked.some((one) => likeness(one, phrase.core))) score *= WITHOUT_CORE;
      if (phrase.joined === joined) score = 1.2; // to the letter, however it is parted
      score *= phrase.answer.gewicht;
      if (score >= ENOUGH && score > (best.get(phrase.answer) ?? 0)) best.set(phrase.answer, score);
    }
    const sorted = [...best].sort((a, b) => b[1] - a[1]);
    return sorted
      .filter(([, score]) => score >= sorted[0][1] * NEXT)
      .slice(0, MAX_ANSWERS)
      .map(([answer]) => answer);
  }
}

// --- spelling -------------------------------------------------------------------------------

class Spelling {
  /** ``list`` are the words of the site, the most used one first. */
  constructor(list, language) {
    this.list = list;
    this.known = new Set(list);
    this.stems = new Set(list.map((word) => stem(word, language)));
    this.language = language;
  }

  knows(word) {
    if (word.length < 4 || /\d/.test(word) || this.known.has(word)) return true;
    if (this.stems.has(stem(word, this.language))) return true;
    for (let at = 4; at <= word.length - 4; at += 1) {
      if (this.known.has(word.slice(0, at)) && this.known.has(word.slice(at))) return true; // a compound
    }
    return false;
  }

  nearest(word) {
    let most = word.length > 7 ? 2 : 1;
    let found = null;
    for (const other of this.list) {
      const steps = distance(word, other, most);
      if (steps > most) continue;
      found = other;
      most = steps - 1; // of two that are as near, the one that is used most
      if (most < 1) break;
    }
    return found;
  }

  /** The question as it may have been meant; empty when nothing looks like a slip. */
  of(question) {
    const asked = words(question);
    const meant = asked.map((word) => (this.knows(word) ? word : (this.nearest(word) ?? word)));
    return meant.join(" ") === asked.join(" ") ? "" : meant.join(" ");
  }
}

// --- all of it ------------------------------------------------------------------------------

const letters = (text) => plain(text).replace(/ /g, "");

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

export class Motor {
  /**
   * ``data`` are the answers and the words that mean the same; ``pagefind`` brings what is asked for
   * pages, ``spelling`` the words of the site.
   */
  constructor({ data, pagefind, spelling, language }) {
    this.pagefind = pagefind;
    this.answers = new Answers(data.antwoorden, language);
    this.equivalents = new Equivalents(data.synoniemen);
    this.short = new Set(data.afkortingen);
    this.bring = spelling;
    this.language = language;
  }

  async spelling() {
    this.loaded ??= this.bring().then((list) => new Spelling(list, this.language));
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }

  /** Pages for one way to ask. An abbreviation is no beginning of another word: "so" is not Soest. */
  async pages(query) {
    const alone = this.short.has(query) || query.length < 3;
    const { results } = await (await this.pagefind()).search(alone ? `"${query}"` : query);
    return results.length && (alone || (await isAbout(query, results[0]))) ? results : [];
  }

  /** One list of pages from all queries: each page once, with its best score. */
  async all(queries) {
    const lists = await Promise.all(queries.map((query) => this.pages(query)));
    const best = new Map();
    for (const result of lists.flat()) {
      if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
    }
    return { results: [...best.values()].sort((a, b) => b.score - a.score), lists };
  }

  /** What can be said at once, before the index of pages is there. */
  atOnce(typed) {
    return this.answers.to(typed.slice(0, MAX_SIGNS));
  }

  /** Answers and pages for these very words, and with which other words they were found. */
  async find(question) {
    const asked = words(question).slice(0, MAX_WORDS);
    if (!asked.length) return { answers: [], results: [], also: [] };
    if (/^".+"$/.test(question)) {
      const { results } = await (await this.pagefind()).search(question);
      return { answers: [], results, also: [] };
    }
    const answers = this.answers.to(question);
    const usable = (others) => !others.some((other, at) => other !== asked[at] && this.short.has(other) && others.length > 1);
    const queries = this.equivalents.queries(asked).filter((one, at) => !at || usable(one)).map((one) => one.join(" "));
    let { results, lists } = await this.all(queries);
    const also = asked.length > FEW ? [] : queries.slice(1).filter((_, index) => lists[index + 1].length);
    const telling = asked.filter((word) => !this.answers.stop.has(word));
    if (!results.length && telling.length < asked.length && telling.length) {
      ({ results } = await this.all([telling.join(" ")]));
    }
    if (!results.length && telling.length > 1) ({ results } = await this.all(telling));
    return { answers, results, also };
  }

  /**
   * All that is found. ``meant`` is the question as it may have been meant; ``corrected`` says that
   * this is what was found for that: what was typed has no answer, or (``nothing``) no page either.
   */
  async search(typed) {
    const question = typed.slice(0, MAX_SIGNS).trim();
    const found = { ...(await this.find(question)), meant: "", corrected: false, nothing: false };
    if (!words(question).length || /^".+"$/.test(question)) return found;
    const meant = (await this.spelling()).of(question);
    if (!meant) return found;
    const nothing = !found.answers.length && !found.results.length;
    if (found.answers.length) return { ...found, meant };
    const other = await this.find(meant);
    if (other.answers.length || (nothing && other.results.length)) return { ...other, meant, corrected: true, nothing };
    return nothing ? found : { ...found, meant };
  }
}
