// A form on a page of its own, with the engine's answers in a file. The test asks what was told.
import { inWords, readDate } from "./datum.js";
import { maakFormulier } from "./formulier.js";

const given = await (await fetch("alles.json")).json();

Object.assign(window, {
  inWords,
  readDate,
  gegeven: given,
  toon(soort, waarde = {}, nummers = null) {
    const keuzes = Object.assign({}, given.keuzes);
    window.gemeld = [];
    window.begin = waarde;
    window.waarde = waarde;
    window.form = maakFormulier({
      veld: given.formulieren[soort],
      waarde,
      pad: "",
      nummers,
      vraag: async (naam, { soorten }) => soorten.flatMap((one) => keuzes[one] ?? []),
      verander: (now, loc) => {
        window.waarde = now;
        window.gemeld.push([loc.join("."), loc.reduce((value, key) => value?.[key], now) ?? null]);
      },
    });
    document.getElementById("inhoud").replaceChildren(window.form.element);
  },
});
document.title = "klaar";
