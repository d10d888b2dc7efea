// What a change is called: the title and the text of a proposal, a commit, a package.
// Not here: what changed (the engine says so, in words: `verschil`).

const TITEL = 70;
const WAARDE = 300;
const TEKST = 30_000;

const kort = (tekst, maat) => (tekst.length > maat ? `${tekst.slice(0, maat - 1).trimEnd()}…` : tekst);
const vlak = (tekst) => String(tekst ?? "").replace(/\s+/g, " ").trim();

/** A text as GitHub shows it, without calling people or closing issues. */
const mak = (tekst) => vlak(tekst).replace(/@(?=\w)/g, "(at)").replace(/#(?=\d)/g, "nr. ");

/** One line: what changes. `samenvatting` is the answer of `verschil`. */
export function titel(samenvatting) {
  const namen = samenvatting.map((one) => mak(one.titel));
  if (namen.length === 0) return "Wijziging in de gegevens";
  if (namen.length > 1) return kort(`${namen.length} wijzigingen: ${namen.join(", ")}`, TITEL);
  const [{ nieuw, velden }] = samenvatting;
  const wat = nieuw ? "nieuw" : [...new Set(velden.map((veld) => mak(veld.label)))].join(", ");
  return kort(wat ? `${kort(namen[0], TITEL - 20)}: ${wat}` : namen[0], TITEL);
}

/** Lines of text that say what changes, for people who read no files. */
export function regels(samenvatting, toon = (waarde) => `"${kort(vlak(waarde), WAARDE)}"`) {
  return samenvatting.flatMap(({ titel: naam, nieuw, velden }) => [
    `${vlak(naam)}${nieuw ? " (nieuw)" : ""}`,
    ...velden.map(({ label, oud, nieuw: nu }) => {
      const was = oud === null || oud === undefined || oud === "";
      const weg = nu === null || nu === undefined || nu === "";
      if (was) return `- ${vlak(label)}: ${toon(nu)}`;
      return weg ? `- ${vlak(label)}: weggehaald (was ${toon(oud)})` : `- ${vlak(label)}: was ${toon(oud)}, wordt ${toon(nu)}`;
    }),
    "",
  ]);
}

/** A value as it is, whatever Markdown would make of it: a code span with a longer fence. */
function letterlijk(waarde) {
  const tekst = kort(vlak(waarde), WAARDE);
  const langste = Math.max(0, ...(tekst.match(/`+/g) ?? []).map((rij) => rij.length));
  const hek = "`".repeat(langste + 1);
  return `${hek}${tekst.startsWith("`") || tekst.endsWith("`") ? ` ${tekst} ` : tekst}${hek}`;
}

/** The text of a proposal, in Markdown. */
export function voorsteltekst(samenvatting, toelichting = "") {
  const delen = regels(
    samenvatting.map((one) => ({ ...one, titel: mak(one.titel), velden: one.velden.map((veld) => ({ ...veld, label: mak(veld.label) })) })),
    letterlijk,
  ).map((regel) => (regel && !regel.startsWith("- ") ? `**${regel.replace(/[*_<>[\]`\\]/g, "\\$&")}**\n` : regel));
  const woord = toelichting.trim() ? `${kort(mak(toelichting), 2000).replace(/[*_<>[\]`\\]/g, "\\$&")}\n\n` : "";
  return kort(`${woord}Dit verandert er:\n\n${delen.join("\n")}\nGemaakt op de beheerpagina van de site.`, TEKST);
}
