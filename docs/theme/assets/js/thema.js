/*
 * Light or dark, the small menu, and printing. Nothing here is needed to read
 * the site: without JavaScript the scheme follows the system.
 *
 * Runs in <head>, so after the stylesheets and before the first paint. donker.css
 * is one media rule with the dark colours; choosing a scheme is rewriting its
 * condition. That way the colours are written once and nothing flashes.
 */
(() => {
  "use strict";

  const SLEUTEL = "regioagenda.weergave"; // "donker", "licht" or absent: follow the system
  const VOORWAARDE = { donker: "screen", licht: "not all", null: "screen and (prefers-color-scheme: dark)" };
  const donker = document.getElementById("donker").sheet?.cssRules[0]; // none when it failed to load
  const systeem = matchMedia("(prefers-color-scheme: dark)");

  // Storage can be refused (private window, blocked cookies): then do without.
  const gekozen = () => {
    try { return localStorage.getItem(SLEUTEL); } catch { return null; }
  };
  const onthoud = (keuze) => {
    try {
      if (keuze) localStorage.setItem(SLEUTEL, keuze);
      else localStorage.removeItem(SLEUTEL);
    } catch { /* the choice then lasts for this page */ }
  };

  let keuze = gekozen();
  if (!(keuze in VOORWAARDE)) keuze = null;
  const isDonker = () => (keuze ? keuze === "donker" : systeem.matches);

  const toon = () => {
    if (donker) donker.media.mediaText = VOORWAARDE[keuze];
    document.querySelector(".kop__schema")?.setAttribute("aria-pressed", String(isDonker()));
  };

  document.documentElement.classList.replace("no-js", "js");
  toon();
  document.addEventListener("DOMContentLoaded", toon);
  systeem.addEventListener("change", toon);

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".kop__schema")) return;
    const nieuw = isDonker() ? "licht" : "donker";
    // Back to what the system says: follow it again from now on.
    keuze = (nieuw === "donker") === systeem.matches ? null : nieuw;
    onthoud(keuze);
    toon();
  });

  // Escape closes the small menu and gives the focus back to its button.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector(".kop__smal[open]");
    if (!menu || !menu.contains(document.activeElement)) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Paper cannot be unfolded: open what is closed, and close it again after.
  let geopend = [];
  addEventListener("beforeprint", () => {
    geopend = [...document.querySelectorAll("#inhoud details:not([open])")];
    geopend.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    geopend.forEach((details) => { details.open = false; });
    geopend = [];
  });
})();
