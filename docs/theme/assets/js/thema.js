/*
 * Light or dark, the small menu, folds, and printing. Nothing here is needed to read
 * the site: without JavaScript the scheme follows the system.
 *
 * Runs in <head>, so after the stylesheets and before the first paint. The dark
 * colours are one media rule of site.css; choosing a scheme is rewriting its
 * condition. That way the colours are written once and nothing flashes.
 */
(() => {
  "use strict";

  const KEY = "regioagenda.weergave"; // "donker", "licht" or absent: follow the system
  const CONDITION = { donker: "screen", licht: "not all", null: "screen and (prefers-color-scheme: dark)" };
  const rules = document.querySelector("link[rel=stylesheet]").sheet?.cssRules ?? []; // none when it failed to load
  const dark = [...rules].find((rule) => rule.media?.mediaText.includes("prefers-color-scheme"));
  const system = matchMedia("(prefers-color-scheme: dark)");

  // Storage can be refused (private window, blocked cookies): then do without.
  const chosen = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const remember = (choice) => {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch { /* the choice then lasts for this page */ }
  };

  let choice = chosen();
  if (!(choice in CONDITION)) choice = null;
  const isDark = () => (choice ? choice === "donker" : system.matches);

  const show = () => {
    if (dark) dark.media.mediaText = CONDITION[choice];
    document.querySelector(".kop__schema")?.setAttribute("aria-pressed", String(isDark()));
  };

  document.documentElement.classList.replace("no-js", "js");
  document.documentElement.classList.toggle("met-vraag", /[?&]q=[^&]/.test(location.search)); // room for the answer
  show();
  document.addEventListener("DOMContentLoaded", show);
  system.addEventListener("change", show);

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".kop__schema")) return;
    const wanted = isDark() ? "licht" : "donker";
    // Back to what the system says: follow it again from now on.
    choice = (wanted === "donker") === system.matches ? null : wanted;
    remember(choice);
    show();
  });

  // Escape closes the small menu and gives the focus back to its button.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector(".kop__smal[open]");
    if (!menu || !menu.contains(document.activeElement)) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // What a link leads to may be folded away: not every browser opens it by itself.
  const reveal = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* an address by hand: as it stands */ }
    const target = id && document.getElementById(id);
    if (!target) return;
    let moved = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      moved ||= !fold.open;
      fold.open = true;
    }
    if (moved) target.scrollIntoView();
  };
  document.addEventListener("DOMContentLoaded", reveal);
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { // to where the address already is: no hashchange
    if (event.target.closest("a[href]")?.href === location.href) reveal();
  });

  // Paper cannot be unfolded: open what is closed, and close it again after.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("#inhoud details:not([open])")];
    opened.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach((details) => { details.open = false; });
    opened = [];
  });
})();
