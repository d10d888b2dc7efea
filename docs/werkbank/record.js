// The page of one record: its form, what is wrong, what changes, how the page will look, and what can
// be done with it.
// Not here: the fields (formulier.js), the list of problems (fouten.js), the preview (voorbeeld.js).

import { actions } from "./balk.js";
import { announce, el, fill, plural } from "./dom.js";
import { elsewhereList, problemList, summary } from "./fouten.js";
import { maakFormulier } from "./formulier.js";
import { locOf, to, toRecord } from "./route.js";
import { called, unchoose } from "./terug.js";
import { verschilLijst } from "./verschil.js";
import { preview } from "./voorbeeld.js";
import { isError } from "./werk.js";

const NEVER = "Beschrijf nooit een kind, ook niet zonder naam.";
export const ELSEWHERE =
  "Dit staat al open in een ander tabblad. Werk daar verder, of sluit dat tabblad en laad deze pagina opnieuw.";
const VIEWS = [
  ["invullen", "Invullen"],
  ["voorbeeld", "Voorbeeld"],
  ["verschil", "Dit verandert er"],
];

export async function recordPage({ werk, rest: pad, params, go, retitle }) {
  const [record, veld] = await Promise.all([werk.open(pad), werk.form(pad)]);
  const { kind } = record;
  let mine = await werk.hold(pad); // no other tab has it
  const page = new AbortController();
  const on = (event, listener) => werk.addEventListener(event, listener, { signal: page.signal });
  let waarde = record.waarde;

  const voor = record.nieuw ? params.get("voor") : ""; // the field that it was made for
  const adres = (loc) => toRecord(pad, loc, voor);

  const form = maakFormulier({ veld, waarde, adres, nummers: werk.numbers.get(pad), vraag: (name, args) => werk.ask(name, args), verander });
  const problems = problemList({ fresh: record.nieuw, form: veld, languages: werk.talen });
  const elsewhere = el("div");
  const difference = el("div", { class: "wb-naast__deel" });
  const view = preview({ ask: (name, args) => werk.ask(name, args), root: werk.root, languages: werk.talen });
  const propose = el("button", { type: "button", class: "knop", on: { click: voor ? back : offer } }, voor ? called(werk, voor) : "Voorstellen");
  const bar = actions({ step, can: () => werk.steps(pad), onward: propose });

  function verander(now) {
    waarde = now;
    bar.keeping(werk.change(pad, waarde, record.basis));
  }

  /** Show a value that did not come from the form. */
  function put(now, sentence) {
    waarde = structuredClone(now);
    form.zet(waarde);
    bar.steps();
    announce(sentence);
  }

  async function step(which) {
    if (!werk.steps(pad)[which]) return;
    const now = await werk.step(pad, which);
    if (now === null) go(to(["soort", kind.naam])); // it was new, and is no more
    else if (now !== undefined) put(now, which === "ongedaan" ? "Ongedaan gemaakt" : "Opnieuw gedaan");
  }

  // ---- what the checks say ----

  function told() {
    const own = werk.about(pad);
    form.meldingen(own);
    problems.show(own);
    const others = werk.elsewhere(pad);
    fill(elsewhere, elsewhereList(werk, others));
    if (!werk.findings) bar.say("Nog niet nagekeken");
    else bar.told(own.filter(isError).length, summary(own) + also(others), others.some(isError));
    retitle(titled());
  }
  function also(others) {
    const wrong = others.filter(isError).length;
    if (wrong) return `; door deze wijziging ${plural(wrong, "fout", "fouten")} op een andere plek`;
    return others.length ? `; ${others.length} keer let op elders` : "";
  }
  const titled = () => (werk.about(pad).some(isError) ? `Fout: ${werk.title(pad)}` : werk.title(pad));

  let looked = 0;
  async function look() {
    if (chosen === "voorbeeld" || wide.matches) view.show(pad);
    const turn = ++looked;
    try {
      const found = await werk.ask("verschil");
      if (turn !== looked) return;
      const own = found.filter((one) => one.pad === pad);
      fill(difference, verschilLijst(own, { head: false }), others(found.length - own.length));
    } catch (error) {
      if (turn === looked) fill(difference, el("p", { class: "wb-leeg" }, error.message));
    }
  }
  /** The engine does not come: nobody waits for what it would have shown. */
  function without({ message }) {
    view.fail(`Er is nu geen voorbeeld. ${message}`);
    fill(difference, el("p", { class: "wb-leeg" }, "Wat er verandert, is nu niet te zien: ook daar is het nakijken voor nodig."));
  }
  const others = (number) =>
    number > 0 && el("p", {}, el("a", { href: to(["concepten"]) }, `Ook nog ${plural(number, "andere wijziging", "andere wijzigingen")}`));

  function checked() {
    told();
    look();
  }
  on("meldingen", checked);
  on("storing", (event) => {
    bar.say(event.detail);
    look();
  });
  on("elders", ({ detail }) => {
    if (detail.pad !== pad) return;
    if (detail.free) own(true);
    werk.open(pad).then((now) => put(now.waarde, detail.free ? "Je kunt dit nu hier wijzigen" : "Dit is bijgewerkt"), () => go(to([])));
  });

  // ---- propose ----

  /** To the field that this was made for: there it is known by its name then. */
  async function back() {
    propose.setAttribute("aria-busy", "true");
    await werk.settled().catch(() => {});
    go(voor);
  }

  /** To the ways to propose; an error in this record comes first. */
  async function offer() {
    propose.setAttribute("aria-busy", "true");
    await werk.settled().catch(() => {}); // without checks the next page says what can be done
    propose.removeAttribute("aria-busy");
    if (werk.about(pad).some(isError)) {
      choose("invullen");
      problems.focus();
      return;
    }
    go(to(["opslaan"]));
  }

  // ---- what is beside the form ----

  const wide = matchMedia("(min-width: 1100px)");
  let chosen = "invullen";
  const keys = VIEWS.map(([name, label]) =>
    el("button", { type: "button", class: "wb-keus", data: { name }, on: { click: () => choose(name) } }, label),
  );
  const body = el("div", { class: "wb-twee" });
  function choose(name) {
    chosen = wide.matches && name === "invullen" ? "voorbeeld" : name;
    body.dataset.toont = chosen;
    for (const key of keys) key.setAttribute("aria-pressed", String(key.dataset.name === chosen));
    if (chosen === "voorbeeld" && werk.findings) view.show(pad);
  }
  wide.addEventListener("change", () => choose("invullen"), { signal: page.signal });

  const taken = el("p", { class: "let-op" }, ELSEWHERE);
  const acts = [!record.nieuw && veld.velden.some((one) => one.naam === "status") && archive(), discard()].filter(Boolean);
  /** Whether this tab may change it; the other one shows what that makes of it. */
  function own(yes) {
    mine = yes;
    taken.hidden = yes;
    for (const part of [form.element, ...acts]) part.inert = !yes;
    bar.mine(yes);
  }
  own(mine);

  // The whole page in the preview can be walked through; who does not want that goes past it.
  const past = el("button", { type: "button", class: "wb-voorbij", on: { click: () => propose.focus() } }, "Sla het voorbeeld over");
  const beside = el("section", { class: "wb-naast", "aria-label": "Wat er verandert" }, past, view.element, difference);
  const writing = el(
    "section",
    { class: "wb-invullen", "aria-label": "Invullen" },
    el("p", { class: "wb-kind" }, NEVER),
    taken,
    problems.element,
    form.element,
    elsewhere,
    ...acts,
  );
  fill(body, writing, beside);

  /** Archive, or bring back; where it is used comes first. */
  function archive() {
    const used = el("div");
    const act = el("button", { type: "button", class: "knop knop--stil" });
    const box = el("details", { class: "wb-meer" }, el("summary", {}, "Archiveren"), used, el("p", { class: "knoppen" }, act));
    const old = () => waarde.status === "gearchiveerd";
    const label = () => { act.textContent = old() ? "Haal terug uit het archief" : "Archiveer"; };
    act.addEventListener("click", () => {
      const now = { ...waarde, status: "gearchiveerd" };
      if (old()) delete now.status;
      verander(now);
      put(now, old() ? "Gearchiveerd" : "Teruggehaald uit het archief");
      label();
    });
    box.addEventListener("toggle", async () => {
      if (!box.open) return;
      label();
      fill(used, el("p", {}, "Wat je archiveert telt niet meer mee, maar houdt zijn adres. Even kijken waar het wordt gebruikt…"));
      try {
        const places = await werk.ask("gebruikt", { pad });
        fill(used, usedIn(places));
      } catch (error) {
        fill(used, el("p", {}, error.message));
      }
    });
    return box;
  }

  function usedIn(places) {
    const kept = "Wat je archiveert telt niet meer mee, maar houdt zijn adres.";
    if (!places.length) return el("p", {}, `${kept} Dit wordt nergens anders gebruikt.`);
    return [
      el("p", {}, `${kept} Dit wordt nog gebruikt in ${plural(places.length, "ander onderdeel", "andere onderdelen")}. Pas die eerst aan:`),
      el("ul", { class: "wb-gebruikt" }, places.map((one) => el("li", {}, el("a", { href: toRecord(one.pad) }, werk.title(one.pad)), one.veld && el("small", {}, ` ${one.veld}`)))),
    ];
  }

  /** Throw a draft away: asked once more, in its place. */
  function discard() {
    const box = el("details", { class: "wb-meer" });
    const word = record.nieuw ? "Gooi dit weg" : "Gooi mijn wijziging weg";
    const sure = el("button", { type: "button", class: "knop knop--stil" }, `Ja, ${word.toLowerCase()}`);
    sure.addEventListener("click", async () => {
      const before = await werk.forget(pad);
      box.open = false;
      if (before === null && voor) await unchoose(werk, voor, record.waarde.id);
      if (before === null) go(voor || to(["soort", kind.naam]));
      else put(before, "Je wijziging is weg");
    });
    fill(
      box,
      el("summary", {}, word),
      el("p", {}, record.nieuw ? "Je raakt alles kwijt wat je hier invulde." : "Alles wordt weer zoals het nu op de site staat."),
      el("p", { class: "knoppen" }, sure),
    );
    const show = () => { box.hidden = !werk.drafts.has(pad); };
    on("concepten", show);
    show();
    return box;
  }

  const element = el(
    "div",
    { class: "wb-record" },
    el("h1", {}, werk.title(pad)),
    el("p", { class: "wb-zacht" }, record.adres && !record.nieuw && el("a", { href: new URL(record.adres, werk.root).href, target: "_blank", rel: "noopener" }, "Bekijk op de site", el("span", { class: "onzichtbaar" }, " (nieuw tabblad)"))),
    el("div", { class: "wb-schakel", role: "group", "aria-label": "Wat je ziet" }, keys),
    body,
    bar.element,
  );

  choose("invullen");
  bar.steps();
  told();
  if (werk.findings) look();
  else werk.settled().catch((error) => !page.signal.aborted && without(error));

  return {
    title: titled(),
    path: [[to([]), "Overzicht"], kind.is_map && [to(["soort", kind.naam]), kind.kop]].filter(Boolean),
    element,
    enter: (asked) => asked.get("veld") && (choose("invullen"), form.toon(locOf(asked.get("veld")))),
    leave: () => {
      page.abort();
      werk.release(pad);
    },
  };
}
