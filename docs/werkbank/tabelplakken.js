// Paste into a table: where it begins, the preview, and taking it over.
// Not here: what the cells mean (plakken.js), the table (tabel.js).

import { el, fill } from "./dom.js";
import { overname, taken } from "./overname.js";
import { pasted, pastedCells } from "./plakken.js";

/** Both ways to paste. `shown()` is what the table shows: {table, seen, columns}; `place(element)` where
 *  an element is in it; `scroller()` the table itself. `hide(yes)` makes room for the preview,
 *  `changed(paths)` hears what was taken over, and `undo()` takes that back. */
export function pasting({ werk, soort, steps, shown, place, scroller, hide, changed, undo }) {
  const plan = el("div");
  const wrong = el("p", { class: "wb-fout", role: "alert" });

  function paste(event) {
    const tekst = pastedCells(event);
    if (!tekst) return;
    event.preventDefault();
    const at = place(event.target);
    look(tekst, at ? { rij: at.at, eerste: at.column } : { rij: shown().seen.length, eerste: 0 });
  }

  /** Show what becomes of it. Below the last row come new records, which begin with their name. */
  async function look(tekst, { rij, eerste }) {
    const { table, seen, columns } = shown();
    const below = rij >= seen.length;
    wrong.textContent = "";
    try {
      await werk.settled();
      const found = await pasted({
        werk,
        soort,
        tekst,
        rij,
        rijen: seen,
        kolommen: below ? table.kolommen.map(({ sleutel }) => sleutel) : columns.map(({ sleutel }) => sleutel),
        eerste,
        hidden: below ? 0 : table.rijen.length - seen.length,
      });
      const back = document.activeElement;
      const close = () => {
        fill(plan);
        hide(false);
      };
      const preview = await overname({
        werk,
        ...found,
        take: async (rest) => {
          const left = await steps.take(found.waarden);
          close();
          await changed(Object.keys(found.waarden).filter((pad) => !left.includes(pad)));
          taken(plan, { count: Object.keys(found.waarden).length - left.length, left, rest, titleOf: (pad) => werk.title(pad), undo: async () => { fill(plan); await undo(); scroller().focus(); } });
        },
        cancel: () => {
          close();
          (back?.isConnected ? back : scroller()).focus();
        },
      });
      hide(true);
      fill(plan, preview.element);
      preview.focus();
    } catch (error) {
      wrong.textContent = error.message;
    }
  }

  const here = el("textarea", {
    id: "plak-hier",
    class: "invoer",
    rows: 3,
    on: {
      paste: (event) => {
        const tekst = event.clipboardData?.getData("text/plain") ?? "";
        if (!tekst.trim()) return;
        event.preventDefault();
        look(tekst, { rij: shown().seen.length, eerste: 0 });
      },
    },
  });
  const below = el(
    "details",
    { class: "wb-meer" },
    el("summary", {}, "Nieuwe rijen plakken"),
    el("p", {}, "Kopieer rijen in Excel of LibreOffice en plak ze hier. Kopieer de koppen mee: dan zoekt elke kolom haar eigen plek. Je ziet eerst wat ervan wordt."),
    el("label", { for: "plak-hier", class: "veld__label" }, "Plak hier"),
    here,
  );
  return { paste, plan, wrong, below };
}
