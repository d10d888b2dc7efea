// The package: a zip with the changed files at their places, what changes in words, and the drafts
// themselves, which another workbench opens. For who has no key and no folder.
// Not here: sending it. A mail with an attachment cannot be made from a page: mailtekst() is to copy.

import { regels, titel } from "./bericht.js";
import { remaining } from "./fouten.js";

const CONCEPTEN = "concepten.json";
const GROOTST = 30_000_000; // bytes of what is opened

const fflate = () => import("../../assets/js/fflate.js");

const dag = (nu) => nu.toLocaleDateString("nl", { day: "numeric", month: "long", year: "numeric" });

/** {naam, blob}: the package. `bestanden` are texts by path in the repository (none where the checks
 *  do not run), `concepten` the text of alsBestand(), `fouten` a list of sentences. */
export async function maakPakket({ bestanden, concepten, samenvatting, fouten, site, adres, nu = new Date() }) {
  const { strToU8, zipSync } = await fflate();
  const inhoud = { "LEESMIJ.txt": strToU8(leesmij({ bestanden, samenvatting, fouten, site, adres, nu })), [CONCEPTEN]: strToU8(concepten) };
  for (const [pad, tekst] of Object.entries(bestanden)) inhoud[pad] = strToU8(tekst);
  return {
    naam: `wijzigingen-${nu.toLocaleDateString("sv")}.zip`,
    blob: new Blob([zipSync(inhoud)], { type: "application/zip" }),
  };
}

function leesmij({ bestanden, samenvatting, fouten, site, adres, nu }) {
  const paden = Object.keys(bestanden).sort();
  const deel = [
    `Wijzigingen voor ${site}`,
    `Gemaakt op ${dag(nu)} met ${adres}`,
    "",
    "DIT VERANDERT ER",
    "",
    ...regels(samenvatting),
  ];
  if (fouten.length) {
    deel.push("LET OP: HIER ZITTEN NOG FOUTEN IN", "", ...fouten.map((zin) => `- ${zin}`), "");
  }
  if (!paden.length) {
    deel.push("LET OP: NIET NAGEKEKEN", "", "In deze browser kon niets worden nagekeken. De bestanden zelf zitten er daarom niet bij,", "alleen de concepten. In een andere browser worden daar bestanden van gemaakt.", "");
  }
  deel.push(
    "WAT DOE JE ERMEE",
    "",
    `Open ${adres} en kies daar 'Open een pakket van een`,
    "collega'. De wijzigingen staan dan als concept klaar: kijk ze na en doe een voorstel.",
    "",
  );
  if (paden.length) {
    deel.push(
      "Heb je de bestanden van de site op je computer? Pak het pakket uit in de hoofdmap daarvan en",
      "draai make check. Let op: wat een ander intussen in deze bestanden wijzigde, gaat dan verloren.",
      "Met een pakket dat je op de site opent, gebeurt dat niet.",
      "",
      "DE BESTANDEN",
      "",
      ...paden,
      "",
    );
  }
  return deel.join("\r\n");
}

/** The text of a mail that goes with the package. */
export function mailtekst({ samenvatting, fouten, naam, adres }) {
  return [
    `Onderwerp: ${titel(samenvatting)}`,
    "",
    "Beste collega,",
    "",
    `In de bijlage (${naam}) zitten wijzigingen voor de site. Open ${adres} en kies daar "Open een pakket van een collega". Kijk ze na en doe een voorstel.`,
    ...(fouten.length ? ["", `Let op. ${remaining(fouten.length)} Wat er nog niet klopt, staat in LEESMIJ.txt.`] : []),
    "",
    "Dit verandert er:",
    "",
    ...regels(samenvatting),
    "Met vriendelijke groet,",
  ].join("\n");
}

/** The drafts in a package, or in a file of drafts alone, as the text that uitBestand() reads. */
export async function leesPakket(bestand) {
  if (bestand.size > GROOTST) throw new Error("Dit bestand is te groot om zo'n pakket te zijn.");
  const bytes = new Uint8Array(await bestand.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  const { strFromU8, unzipSync } = await fflate();
  let inhoud;
  try {
    inhoud = unzipSync(bytes, { filter: (one) => one.name === CONCEPTEN && one.originalSize <= GROOTST });
  } catch {
    throw new Error("Dit pakket is beschadigd: het gaat niet open. Vraag of het nog eens gestuurd kan worden.");
  }
  if (!inhoud[CONCEPTEN]) throw new Error("Dit pakket is niet met deze pagina gemaakt: er zitten geen concepten in.");
  return strFromU8(inhoud[CONCEPTEN]);
}
