// The next agenda, begun from what is unfinished in the one of now: a few questions, what goes along and what
// does not, and the choice to take it over.
// Not here: what goes along (the engine: `nieuwe_agenda`), the preview (overname.js).

import { el } from "./dom.js";
import { bied } from "./overname.js";
import { vraag } from "./vragen.js";

/** The button with what comes of it. */
export function nextAgenda({ werk }) {
  const place = el("div", { class: "wb-werkmap__plek" });
  const button = el("button", { type: "button", class: "knop knop--stil", on: { click: () => begin() } }, "Begin de volgende agenda");

  async function begin() {
    const { velden } = await werk.ask("formulier", { soort: "agenda" });
    const field = (naam, all = velden) => ({ ...all.find((one) => one.naam === naam), verplicht: true, mag_onbekend: false });
    const bron = field("bron", field("herkomst").velden);
    vraag({
      werk,
      place,
      kop: "De volgende agenda",
      uitleg: "Wat nog niet af is in de agenda van nu, gaat mee als begin. Je ziet eerst wat dat is. Zolang je niet invult wanneer de agenda is vastgesteld, blijft de oude gelden.",
      vragen: [field("titel"), field("looptijd"), { ...bron, uitleg: "Het stuk waarin de nieuwe agenda staat, ook als dat nog een opzet is." }],
      answered: show,
    });
  }

  async function show({ titel = "", looptijd = {}, bron = "" }) {
    await werk.settled();
    const found = await werk.ask("nieuwe_agenda", { naam: titel, van: looptijd.van ?? "", tot: looptijd.tot_en_met ?? "", bron });
    await bied({
      werk,
      place,
      waarden: Object.fromEntries(found.gewijzigd.map(({ pad, waarde }) => [pad, waarde])),
      zinnen: found.zinnen,
      meldingen: found.meldingen.map((one) => ({ ...one, plek: `${werk.title(one.pad)}:`, mee: true })),
      back: () => button.focus(),
    });
  }

  return el("div", { class: "wb-werkmap" }, el("p", { class: "knoppen" }, button), place);
}
