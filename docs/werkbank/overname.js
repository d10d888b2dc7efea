// What will change, before it does: what was pasted or stands in a workbook, what was not understood,
// and the choice to take it over.
// Not here: reading it (plakken.js, werkmap.js, nieuweagenda.js; the engine), or how more records are one
// step (stappen.js).

import { announce, el, fill, plural } from "./dom.js";
import { Stappen } from "./stappen.js";
import { verschilLijst } from "./verschil.js";
import { titleIn } from "./werk.js";

const MOST = 40; // records that are shown; of the rest the number is told

/** The preview. `waarden` are the records as they would be ({pad: value}), `zinnen` what there is to
 *  say of it, `meldingen` are [{plek, message, tip, level, tekst, mee}]: what is wrong and does not go
 *  along (`mee`) stays in sight after `take(rest)`. */
export async function overname({ werk, waarden, zinnen, meldingen, take, cancel }) {
  const found = Object.keys(waarden).length ? await werk.ask("verschil", { waarden }) : [];
  for (const one of found) if (one.nieuw) one.titel = titleIn(waarden[one.pad]) ?? one.titel;
  const changed = found.filter((one) => one.nieuw || one.velden.length);
  const wrong = meldingen.filter((one) => one.level === "fout");
  const notes = meldingen.filter((one) => one.level !== "fout");
  const left = wrong.filter((one) => !one.mee);
  const along = wrong.filter((one) => one.mee);
  const head = el("h2", { tabindex: "-1" }, changed.length ? "Dit verandert er als je het overneemt" : wrong.length ? "Er kan nog niets mee" : "Er verandert niets");
  const rest = () => left.length > 0 && problems("Dit gaat niet mee", `Verbeter ${left.length === 1 ? "dit" : "deze dingen"} waar je het vandaan haalde en neem het dan opnieuw over.`, left);
  const yes = el("button", { type: "button", class: "knop", on: { click: busy(() => take(rest())) } }, left.length ? "Neem de rest over" : "Overnemen");
  const no = el("button", { type: "button", class: "knop knop--stil", on: { click: cancel } }, changed.length ? "Neem niets over" : "Sluit");
  const buttons = () => el("p", { class: "knoppen" }, changed.length > 0 && yes, no);
  const element = el(
    "section",
    { class: "wb-overname" },
    head,
    el("ul", {}, [...zinnen, counted(changed)].filter(Boolean).map((one) => el("li", {}, one))),
    rest(),
    along.length > 0 && problems("Dit gaat mee, maar klopt nog niet", `Je kunt ${along.length === 1 ? "het" : "dat"} daarna hier verbeteren.`, along),
    notes.length > 0 && el("details", { class: "wb-letop", open: notes.length < 6 }, el("summary", {}, `${notes.length} keer let op`), list(notes)),
    verschil(changed),
    buttons(),
  );
  return { element, focus: () => head.focus() };
}

/** Once at a time; what goes wrong is said below the button. */
function busy(act) {
  return async ({ currentTarget }) => {
    if (currentTarget.getAttribute("aria-busy")) return;
    currentTarget.setAttribute("aria-busy", "true");
    try {
      await act();
    } catch (error) {
      currentTarget.parentElement.after(el("p", { class: "melding", role: "alert" }, error.message));
    } finally {
      currentTarget.removeAttribute("aria-busy");
    }
  };
}

function verschil(changed) {
  if (!changed.length) return null;
  const rest = changed.length - MOST;
  return [verschilLijst(changed.slice(0, MOST), { links: false }), rest > 0 && el("p", {}, `En nog ${plural(rest, "ander", "andere")}.`)];
}

function counted(changed) {
  const fresh = changed.filter((one) => one.nieuw).length;
  const old = changed.filter((one) => !one.nieuw);
  const fields = old.reduce((sum, one) => sum + one.velden.length, 0);
  return [
    fields && `Er ${fields === 1 ? "verandert" : "veranderen"} ${plural(fields, "veld", "velden")}, in ${plural(old.length, "onderdeel", "onderdelen")}.`,
    fresh && `${plural(fresh, "onderdeel is", "onderdelen zijn")} nieuw.`,
  ].filter(Boolean).join(" ");
}

const problems = (head, what, some) => el("section", { class: "wb-fouten" }, el("h3", {}, `${head} (${some.length.toLocaleString("nl")})`), el("p", {}, what), list(some));

const list = (some) =>
  el("ul", {}, some.map((one) => el("li", {}, el("strong", {}, one.plek), ` ${one.message}`, one.tekst && [" Er staat: ", el("q", {}, one.tekst.slice(0, 80))], one.tip && el("p", {}, one.tip))));

/** What was taken over is said here, with a way back; and the `rest` that was not. */
export function taken(place, { count, left, titleOf, undo, rest }) {
  const back = undo && el("button", { type: "button", class: "knop knop--stil", on: { click: undo } }, "Maak dit ongedaan");
  const sentence = `Overgenomen: ${plural(count, "onderdeel", "onderdelen")}. Het staat bij je wijzigingen; op de site verandert nog niets.`;
  const box = el("div", { class: "melding", tabindex: "-1" }, el("p", {}, sentence), left.length > 0 && el("p", {}, `Niet overgenomen, want open in een ander tabblad: ${left.map(titleOf).join(", ")}.`), back && el("p", { class: "knoppen" }, back));
  fill(place, box, rest);
  box.focus();
}

/** The preview in its `place`, and what comes of it. `steps` are those of the page, if it has them; `back()`
 *  gives the focus back to where this began, `changed()` hears that something was taken over. */
export async function bied({ werk, place, steps = null, waarden, zinnen, meldingen, back, changed = () => {} }) {
  const own = steps ?? new Stappen(werk);
  const undo = async () => {
    await own.go("ongedaan");
    fill(place, el("p", { class: "melding" }, "Het is weer zoals het was."));
    announce("Het is weer zoals het was");
    back();
    changed();
  };
  const take = async (rest) => {
    const left = await own.take(waarden);
    taken(place, { count: Object.keys(waarden).length - left.length, left, rest, titleOf: (pad) => werk.title(pad), undo: !steps && undo });
    changed();
  };
  const cancel = () => {
    fill(place);
    back();
  };
  const shown = await overname({ werk, waarden, zinnen, meldingen, take, cancel });
  fill(place, shown.element);
  shown.focus();
}
