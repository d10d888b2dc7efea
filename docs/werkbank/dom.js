// The few things every part of the workbench does with the page: make an element, fill one, name a
// field, wait for a pause.
// Not here: any text, anything about records. Text is text: there is no way in for HTML.

/** An element. Of `props`: `class`, `data` (an object), `on` (listeners by event); `true` is an
 *  attribute without a value, `false` and `null` are none; the rest are attributes. Children are
 *  elements, texts, lists of these, or nothing. */
export function el(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...nodes(children));
  return element;
}

/** Put these children in the place of what an element has. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

/** What can be appended: without what is not there. */
const nodes = (children) =>
  children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** The id of a field in the page: `veld-acties.3.stand`. */
export const fieldId = (loc) => `veld-${loc.join(".")}`;

let last = 0;
/** An id that no other element has. */
export const uid = (prefix) => `${prefix}-${++last}`;

/** "1 fout", "2 fouten": a number with its word. */
export const plural = (number, one, many) => `${number.toLocaleString("nl")} ${number === 1 ? one : many}`;

/** With a capital. */
export const capital = (text) => text.charAt(0).toLocaleUpperCase("nl") + text.slice(1);

/** Without case and accents: what people take for the same. */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");

/** What `make` gives for a key, asked once; what failed is asked again. `kept` is a Map of promises. */
export function once(kept, key, make) {
  if (!kept.has(key)) {
    const asked = make();
    kept.set(key, asked);
    asked.catch(() => kept.get(key) === asked && kept.delete(key));
  }
  return kept.get(key);
}

/** Call `act` once after `pause` ms without a new call; `now()` does not wait, `stop()` forgets it. */
export function debounce(act, pause) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  const later = (...args) => {
    stop();
    timer = setTimeout(act, pause, ...args);
  };
  later.stop = stop;
  later.now = (...args) => {
    stop();
    return act(...args);
  };
  return later;
}

/** Give somebody a file. */
export function download(naam, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

let region = null;
/** Say a sentence to who does not see the page. One region for all, final states only. */
export function announce(sentence) {
  region ??= document.body.appendChild(el("p", { class: "onzichtbaar", role: "status" }));
  if (region.textContent !== sentence) region.textContent = sentence;
}
