// Choose: one of a few words with what they mean, or a record by its title.
// A short list is the browser's own; in a long one you search. Also a value that is no choice is shown
// and kept: the checks say what is wrong with it.
// Not here: a list of choices (lijst.js), which records there are (asked of the engine).

import { announce, debounce, el, fill, folded, uid } from "./dom.js";
import { to } from "./route.js";
import { UNKNOWN, attributes } from "./veld.js";

const AT_A_GLANCE = 7; // so many choices are all shown, with what they mean
const SHORT = 12; // so many records fit in the browser's own list
const SHOWN = 50; // of a long list; who wants another types more of it
const SILENCE = 400; // ms without a key before the number that was found is said

// ---- a few words ----

/** Radio buttons with what each means, or (also in the cell of a table) a list with the meaning of what
 *  was chosen below it. */
export function choice(given) {
  const { veld } = given;
  const choices = [...veld.keuzes];
  if (veld.mag_onbekend) choices.push({ waarde: UNKNOWN, label: UNKNOWN, uitleg: "niemand weet het (nog)" });
  return { ...(choices.length <= AT_A_GLANCE && !veld.cel ? radios : select)({ ...given, choices }), knowsUnknown: true };
}

function radios({ veld, choices, change }) {
  const name = uid("keuze");
  const box = el("div", { class: `keuzes${veld.soort === "ja_nee" ? " keuzes--naast" : ""}` });
  let buttons = [];
  let aria = {};

  function build(shown) {
    buttons = shown.map(({ waarde }) =>
      el("input", { type: "radio", name, value: waarde, on: { change: () => change(waarde === veld.standaard ? "" : waarde) } }),
    );
    fill(box, shown.map((one, i) => option(buttons[i], one)));
    attributes(box, aria);
  }
  const extra = veld.verplicht || veld.standaard ? [] : [{ waarde: "", label: "niet ingevuld", uitleg: "" }];
  build([...choices, ...extra]);

  return {
    element: box,
    group: "radiogroup",
    set(value) {
      const shown = value || veld.standaard || "";
      if (shown && !choices.some(({ waarde }) => waarde === shown)) {
        build([...choices, { waarde: shown, label: shown, uitleg: "" }, ...extra]);
      }
      for (const button of buttons) button.checked = button.value === shown;
    },
    focus: () => (buttons.find((button) => button.checked) ?? buttons[0]).focus(),
    aria(found) {
      aria = found;
      attributes(box, found);
    },
  };
}

/** A box or button with its word, and what that means. */
export function option(input, { label, uitleg }) {
  return el("label", { class: "vink" }, input, el("span", {}, label, uitleg && [" ", el("span", { class: "vink__uitleg" }, uitleg)]));
}

function select({ id, veld, choices, change }) {
  const noteId = uid("betekenis");
  const note = el("p", { class: "veld__na", id: noteId });
  const list = el("select", { id, class: "invoer invoer--keuze", on: { change: () => { say(); change(list.value === veld.standaard ? "" : list.value); } } });
  const meaning = new Map(choices.map(({ waarde, uitleg }) => [waarde, uitleg]));
  const say = () => {
    note.textContent = meaning.get(list.value) ?? "";
  };
  fill(list, el("option", { value: "" }, "Kies …"), choices.map(({ waarde, label }) => el("option", { value: waarde }, label)));
  return {
    element: el("div", {}, list, note),
    noteId,
    set(value) {
      put(list, value || veld.standaard || "");
      say();
    },
    focus: () => list.focus(),
    aria: (found) => attributes(list, found),
  };
}

/** Choose a value in a list; one that is not in it is added. */
function put(list, value, label = value) {
  if (![...list.options].some((one) => one.value === value)) list.append(el("option", { value }, label));
  list.value = value;
}

// ---- a record by its title ----

const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });

/** The control for a reference. What can be chosen comes from the engine, so a little later. */
export function reference({ id, veld, form, label, compact, change, at }) {
  const box = el("div", {});
  const pending = el("input", { id, type: "text", class: "invoer", autocomplete: "off", on: { input: () => change(pending.value) } });
  let inner = { set: (value) => { pending.value = value; }, focus: () => pending.focus(), aria: (found) => attributes(pending, found) };
  let value = "";
  let aria = {};
  fill(box, pending);

  form.options(veld.soorten).then(
    (options) => {
      const focused = document.activeElement === pending;
      const sorted = [...options].sort((one, other) => collator.compare(one.label, other.label));
      const given = { id, veld, label, makes: compact || veld.deel_van ? null : makeOne(veld.soorten, () => form.adres?.(at())), options: sorted, change: (now) => { value = now; change(now); } };
      inner = (options.length <= SHORT ? shortList : combobox)(given);
      fill(box, inner.element);
      inner.set(value);
      inner.aria(aria);
      if (focused) inner.focus();
    },
    () => box.append(el("p", { class: "veld__na" }, "De lijst is er nu niet. Typ de korte naam (id).")),
  );

  return {
    element: box,
    set(now) {
      value = now;
      inner.set(now);
    },
    focus: () => inner.focus(),
    aria(found) {
      aria = found;
      inner.aria(found);
    },
  };
}

const title = ({ label, gearchiveerd }) => (gearchiveerd ? `${label} (gearchiveerd)` : label);

/** What one can choose: what is archived only where it stands already. */
const current = (options) => options.filter(({ gearchiveerd }) => !gearchiveerd);

function shortList({ id, veld, makes, options, change }) {
  const list = el("select", { id, class: "invoer invoer--keuze", on: { change: () => change(list.value) } });
  const one = (option) => el("option", { value: option.waarde }, title(option));
  const rest = current(options);
  const groups =
    veld.soorten.length === 1
      ? rest.map(one)
      : veld.soorten.map((soort) => el("optgroup", { label: soort }, rest.filter((option) => option.soort === soort).map(one)));
  fill(list, el("option", { value: "" }, "Kies …"), groups);
  return {
    element: el("div", {}, list, makes),
    set(value) {
      const found = options.find(({ waarde }) => waarde === value);
      put(list, value, found ? title(found) : value);
    },
    focus: () => list.focus(),
    aria: (found) => attributes(list, found),
  };
}

/** Where to go when it is not there; `back()` is the address of the field, as it is by then. */
export function makeOne(soorten, back) {
  const link = (soort) => {
    const found = el("a", { href: to(["nieuw", soort]), on: { click: () => { found.href = to(["nieuw", soort], { voor: back() }); } } }, `Nieuw: ${soort}`);
    return found;
  };
  return el("p", { class: "veld__na veld__nieuw" }, "Niet in de lijst? ", soorten.map((soort, i) => [i ? ", " : "", link(soort)]));
}

/** Type a part of a title, and choose with the arrows or the mouse. */
function combobox({ id, veld, label, makes, options, change }) {
  const listId = uid("lijst");
  const noteId = uid("gevonden");
  const list = el("ul", { id: listId, class: "kieslijst", role: "listbox", "aria-label": label, hidden: true });
  const more = el("p", { class: "veld__na", id: noteId, hidden: true });
  const input = el("input", {
    id,
    type: "text",
    class: "invoer invoer--zoek",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    on: { input: () => open(input.value), keydown, click: () => list.hidden && open(""), blur: commit },
  });
  const known = options.map((one) => ({ ...one, words: folded(`${one.label} ${one.waarde}`) }));
  let value = "";
  let found = [];
  let active = -1;

  const chosen = () => known.find(({ waarde }) => waarde === value);
  const shownText = () => (chosen() ? title(chosen()) : value);
  const sayCount = debounce(() => {
    if (!list.hidden || !more.hidden) announce(found.length ? `${found.length} gevonden` : "Niets gevonden");
  }, SILENCE);

  function open(typed) {
    const asked = folded(typed).split(/\s+/).filter(Boolean);
    found = current(known).filter(({ words }) => asked.every((word) => words.includes(word)));
    active = -1;
    fill(list, found.slice(0, SHOWN).map((one, i) => item(one, i)));
    list.hidden = !found.length;
    const rest = found.length - SHOWN;
    more.textContent = found.length ? (rest > 0 ? `En nog ${rest}: typ verder om te zoeken.` : "") : "Niets gevonden.";
    more.hidden = !more.textContent;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    list.scrollIntoView({ block: "nearest" });
    sayCount();
  }

  function item(one, i) {
    return el(
      "li",
      {
        id: `${listId}-${i}`,
        class: "kieslijst__een",
        role: "option",
        "aria-selected": String(one.waarde === value),
        on: { mousedown: (event) => event.preventDefault(), click: () => choose(one) },
      },
      one.label,
      veld.soorten.length > 1 && el("small", {}, ` ${one.soort}`),
    );
  }

  function close() {
    list.hidden = true;
    more.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(one) {
    value = one.waarde;
    input.value = title(one);
    close();
    change(value);
  }

  function move(to) {
    const items = [...list.children];
    if (!items.length) return;
    items[active]?.classList.remove("kieslijst__een--nu");
    active = (to + items.length) % items.length;
    items[active].classList.add("kieslijst__een--nu");
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  function keydown(event) {
    const opened = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!opened) open(input.value === shownText() ? "" : input.value);
      move(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && opened) {
      event.preventDefault();
      const one = found[active] ?? (found.length === 1 ? found[0] : null);
      if (one) choose(one);
    } else if (event.key === "Escape" && (opened || input.value !== shownText())) {
      event.preventDefault();
      input.value = shownText();
      close();
    }
  }

  /** Leaving it: a title that was typed out is a choice, and other words stay for the checks to judge. */
  function commit() {
    close();
    const typed = input.value;
    if (typed === shownText()) return;
    const same = known.filter((one) => [one.label, one.waarde].some((name) => folded(name) === folded(typed.trim())));
    if (same.length === 1) {
      choose(same[0]);
      return;
    }
    value = typed;
    change(typed);
  }

  return {
    element: el("div", { class: "zoekkeuze" }, input, list, more, makes),
    set(now) {
      value = now;
      if (document.activeElement !== input || list.hidden) input.value = shownText();
    },
    focus: () => input.focus(),
    aria: (found) => attributes(input, found),
  };
}
