// Two people changed the same: both beside each other, to choose. And what a colleague took away.
// Not here: finding it (samenvoegen.js), and what is done with the choice.

import { el, uid } from "./dom.js";

/** A value of the data as people read it. */
function inWoorden(waarde) {
  if (waarde === null || waarde === undefined || waarde === "") return "(leeg)";
  if (Array.isArray(waarde)) return waarde.map(inWoorden).join("; ");
  if (typeof waarde === "object") return Object.entries(waarde).map(([naam, deel]) => `${naam.replaceAll("_", " ")}: ${inWoorden(deel)}`).join(", ");
  return String(waarde);
}

/** A form with a choice for each clash; `klaar` gets a list of [path, clash, "mijn" or "hun"]. */
export function botsingVragen(bestanden, titelVan, klaar) {
  const vragen = bestanden.flatMap(({ pad, botsingen }) => botsingen.map((botsing) => ({ pad, botsing, naam: uid("botsing") })));
  return keuzeformulier(
    "Jij en een collega wijzigden hetzelfde",
    "Kies bij elk veld welke tekst blijft. Wat jullie verder wijzigden, is al samengevoegd.",
    vragen.map(({ pad, botsing, naam }) =>
      keuze(naam, `${titelVan(pad)}: ${botsing.label}`, [
        ["mijn", "Die van jou", inWoorden(botsing.mijn)],
        ["hun", "Die van je collega", inWoorden(botsing.hun)],
      ]),
    ),
    (gekozen) => klaar(vragen.map(({ pad, botsing, naam }) => [pad, botsing, gekozen.get(naam)])),
  );
}

/** A form for records that are gone; `klaar(keuzes)` gets, by path, "mee", "terug" or "laat". */
export function wegVragen(bestanden, titelVan, klaar) {
  const vragen = bestanden.map((one) => ({ ...one, naam: uid("weg") }));
  return keuzeformulier(
    "Een collega haalde weg wat jij wijzigde",
    "Overleg bij twijfel eerst met wie dat deed.",
    vragen.map(({ pad, naar, naam }) =>
      keuze(naam, `${titelVan(pad)} (${pad}) ${naar ? `heet nu ${naar}` : "staat er niet meer"}`, [
        naar && ["mee", "Mijn wijziging verhuist mee", `Zij komt in ${naar}.`],
        ["terug", "Zet het terug, met mijn wijziging", `Er komt weer een bestand ${pad}.`],
        ["laat", "Laat mijn wijziging vervallen", "Je concept hiervan wordt weggegooid."],
      ]),
    ),
    (gekozen) => klaar(new Map(vragen.map(({ pad, naar, naam }) => [pad, { keuze: gekozen.get(naam), naar }]))),
  );
}

function keuzeformulier(kop, uitleg, keuzes, klaar) {
  return el(
    "form",
    {
      class: "wb-botsing",
      on: {
        submit: (event) => {
          event.preventDefault();
          klaar(new Map(new FormData(event.currentTarget)));
        },
      },
    },
    el("h2", { tabindex: "-1" }, kop),
    el("p", {}, uitleg),
    keuzes,
    el("p", { class: "knoppen" }, el("button", { class: "knop", type: "submit" }, "Verder met deze keuze")),
  );
}

const keuze = (naam, kop, wegen) =>
  el(
    "fieldset",
    {},
    el("legend", {}, kop),
    wegen.filter(Boolean).map(([waarde, label, tekst]) => {
      const id = uid("kies");
      return el(
        "div",
        { class: "wb-kies" },
        el("input", { type: "radio", required: true, name: naam, id, value: waarde }),
        el("label", { for: id }, el("strong", {}, label), el("span", {}, tekst)),
      );
    }),
  );
