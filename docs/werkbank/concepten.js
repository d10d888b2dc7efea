// What you changed and did not propose yet, and the page with the ways to do that.
// Not here: those ways themselves (opslaan.js).

import { opslag } from "./concept.js";
import { el, fill, plural } from "./dom.js";
import { elsewhereList, perRecord } from "./fouten.js";
import { to, toRecord } from "./route.js";
import { verschilLijst } from "./verschil.js";
import { isError } from "./werk.js";

/** Every draft with its changes, to look through once more. */
export function draftsPage({ werk, openPacket }) {
  const page = new AbortController();
  const list = el("div");
  const packet = el("div");
  const count = el("p", {});
  const offer = el("div", { class: "wb-balk" }, count, el("p", { class: "knoppen" }, el("a", { class: "knop", href: to(["opslaan"]) }, "Voorstellen")));
  openPacket(packet);
  const show = async () => {
    const drafts = werk.changed;
    offer.hidden = !drafts.length;
    count.textContent = plural(drafts.length, "wijziging", "wijzigingen");
    if (!drafts.length) return fill(list, el("p", { class: "wb-leeg" }, "Je hebt niets gewijzigd."));
    const plain = el("ul", { class: "wb-rijen" }, drafts.map((draft) => el("li", {}, el("a", { href: toRecord(draft.pad) }, werk.title(draft.pad)), proposal(draft))));
    if (!werk.findings) return fill(list, plain);
    try {
      return fill(list, drafts.some((draft) => draft.voorstel) && plain, verschilLijst(await werk.ask("verschil")), wrong(werk));
    } catch (error) {
      return fill(list, plain, el("p", {}, error.message));
    }
  };
  for (const event of ["concepten", "meldingen"]) werk.addEventListener(event, show, { signal: page.signal });
  show();
  return {
    title: "Wat je hebt gewijzigd",
    path: [[to([]), "Overzicht"]],
    element: el(
      "div",
      {},
      el("h1", {}, "Wat je hebt gewijzigd"),
      el("p", { class: "inleiding" }, `Dit staat alleen in ${opslag() === "geheugen" ? "dit tabblad" : "deze browser"}. Op de site verandert pas iets als je het voorstelt.`),
      list,
      packet,
      offer,
    ),
    leave: () => page.abort(),
  };
}

/** Where a draft was proposed. */
function proposal({ voorstel }) {
  if (!voorstel?.nummer) return null;
  const link = el("a", { href: voorstel.adres, target: "_blank", rel: "noopener" }, `voorstel ${voorstel.nummer}`);
  return el("small", {}, link, !voorstel.bij && ", daarna nog gewijzigd");
}

/** What stands in the way of a proposal, nothing when all is well. */
function wrong(werk) {
  const errors = (werk.findings ?? []).filter(isError);
  if (!errors.length) return null;
  const own = errors.filter((one) => werk.drafts.has(one.pad));
  return [
    own.length > 0 && el("section", { class: "wb-fouten" }, el("h2", {}, `Eerst nog ${plural(own.length, "fout", "fouten")} verbeteren`), perRecord(werk, own)),
    elsewhereList(werk, errors.filter((one) => !werk.drafts.has(one.pad))),
  ];
}

/** The ways to propose or publish; with an error the proposal waits. */
export async function savePage({ werk, openSave }) {
  const place = el("div", { class: "wb-opslaan" });
  const head = el("div");
  const page = {
    title: "Voorstellen",
    path: [[to([]), "Overzicht"], [to(["concepten"]), "Wat je hebt gewijzigd"]],
    element: el("div", {}, el("h1", {}, "Voorstellen"), head, place),
  };
  if (!werk.changed.length) {
    fill(head, el("p", { class: "wb-leeg" }, "Je hebt niets gewijzigd, dus er is niets voor te stellen."));
    return page;
  }
  fill(head, el("p", {}, "Even kijken of alles klopt…"));
  (async () => {
    try {
      await werk.settled();
      const [bestanden, samenvatting] = await Promise.all([werk.ask("bestanden"), werk.ask("verschil")]);
      fill(
        head,
        wrong(werk),
        el("details", { class: "wb-meer" }, el("summary", {}, "Wat hier niet wordt nagekeken"), el("ul", {}, werk.niet_hier.map((one) => el("li", {}, one)))),
      );
      await openSave({ bestanden, samenvatting, fouten: werk.errors, in: place });
    } catch {
      fill(head, el("p", { class: "let-op" }, "Nakijken lukt nu niet, en dat moet voordat je iets voorstelt. Wat je invulde, kun je wel bewaren."));
      await openSave({ bestanden: null, samenvatting: [], fouten: null, in: place });
    }
  })();
  return page;
}
