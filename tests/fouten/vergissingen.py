"""Mistakes that editors made, and what an editor must get to read of each: where, why, what to do.

``‸`` in what is typed is where the message must point. ``oorzaak`` must stand in the message and
``tip`` in the tip, whatever the other words; a part between slashes means one of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.issue import Issue, Level
from tests.fouten.oordeel import ACHTERGROND, gewoon
from tests.unit.mini import Breek, Mini, bewerk

SBO = "begrippen/sbo.yml"
DORP = "gemeenten/gemeente-dorp.yml"
BEKEND = "speerpunten/alles-bekend.yml"
KLAS = "arrangement/arrangementen/klas-en-kliniek.yml"
CIJFERS = "monitor/waarnemingen/verslag.csv"
PO = "vertaling/en.po"
UITLEG = "uitleg: Een vorm van basisonderwijs."
TITEL = "term: SBO"
SWV_UITLEG = 9
"""The line of ``uitleg`` in begrippen/swv.yml."""
RIJ = "hulp;gemeente-dorp;2021;groot;25;definitief;2022-11-01;verslag;afgeleid"


@dataclass(frozen=True)
class Variant:
    """One mistake and the words of its message; ``niveau`` is how bad it is."""

    naam: str
    breek: Breek
    oorzaak: tuple[str, ...]
    tip: tuple[str, ...]
    niveau: Level = Level.FOUT


@dataclass(frozen=True)
class Punten:
    """What is right of what was said."""

    plaats: bool
    oorzaak: bool
    tip: bool
    nederlands: bool
    alleen: bool
    gezegd: tuple[Issue, ...]

    @property
    def goed(self) -> bool:
        return self.plaats and self.oorzaak and self.tip and self.nederlands and self.alleen


def _heeft(text: str, wanted: Iterable[str]) -> bool:
    return all(
        any(one in text for one in part.strip("/").split("/"))
        if part.startswith("/")
        else part in text
        for part in wanted
    )


def punten(mini: Mini, variant: Variant) -> Punten:
    """Make the mistake, and look at what is said first and what else."""
    variant.breek(mini)
    pad, line, _ = mini.plaats.split(":")
    said = [one for one in mini.issues() if one.code not in ACHTERGROND]
    there = [one for one in said if mini.waar(one).startswith(f"{pad}:{line}:")]
    right = [one for one in there if one.level is variant.niveau]
    why = [one for one in right if _heeft(f"{one.message} {one.tip}", variant.oorzaak)]
    return Punten(
        bool(right),
        bool(why),
        any(_heeft(f"{one.tip} {one.message}", variant.tip) for one in why or right),
        not any(map(gewoon, said)),
        all(one in there for one in said if one.level is Level.FOUT),
        tuple(said),
    )


def _in(
    pad: str, oud: str, nieuw: str, naam: str, oorzaak: str, tip: str, niveau: Level = Level.FOUT
) -> Variant:
    """An edit of one file; several words that must be said are parted by ``&``."""
    parts = [tuple(one.strip() for one in text.split(" & ") if one) for text in (oorzaak, tip)]
    return Variant(naam, bewerk(pad, oud, nieuw), parts[0], parts[1], niveau)


def _uitleg(nieuw: str, naam: str, oorzaak: str, tip: str) -> Variant:
    """Another text behind ``uitleg``."""
    return _in(SBO, UITLEG, f"‸uitleg: {nieuw}", naam, oorzaak, tip)


def _bestand(
    pad: str, inhoud: str | bytes | None, naam: str, oorzaak: str, tip: str, van: str = ""
) -> Variant:
    """A file added; the message is about the file. ``van``: from where it came, and is gone."""

    def doe(mini: Mini) -> None:
        raw = (mini.map / van).read_bytes() if inhoud is None else inhoud
        if van and not naam.startswith("kopie"):
            (mini.map / van).unlink()
        mini.schrijf(pad, raw)
        mini.plaats = f"{pad}:1:1"

    return Variant(naam, doe, tuple(oorzaak.split(" & ")), tuple(tip.split(" & ")))


def _bytes(
    pad: str, oud: bytes, nieuw: bytes, regel: int, naam: str, oorzaak: str, tip: str
) -> Variant:
    def doe(mini: Mini) -> None:
        raw = (mini.map / pad).read_bytes()
        assert oud in raw
        mini.schrijf(pad, raw.replace(oud, nieuw))
        mini.plaats = f"{pad}:{regel}:1"

    return Variant(naam, doe, tuple(oorzaak.split(" & ")), tuple(tip.split(" & ")))


CON = """id: con
term: con
uitleg: Een verzonnen woord.
voor_ouders: Dit woord is verzonnen.
herkomst:
  bron: plan
  peildatum: 2021-06-15
  zekerheid: voorbeeld
"""
DUBBEL = "dubbele aanhalingstekens"
CONFLICT = "Twee mensen wijzigden"
VARIANTEN: tuple[Variant, ...] = (
    # what YAML makes of a text
    _uitleg("''s Ochtends naar school'", "'s- in enkele aanhalingstekens", "apostrof", DUBBEL),
    _uitleg("''s-Gravenhage'", "'s-Gravenhage in enkele aanhalingstekens", "apostrof", DUBBEL),
    _uitleg("'t Is een school", "'t zonder aanhalingstekens", "/aanhalingsteken/apostrof/", DUBBEL),
    _uitleg(
        "'Foto's: van de klas'",
        "Foto's tussen enkele aanhalingstekens",
        "/aanhalingstekens/apostrof/",
        DUBBEL,
    ),
    _uitleg(
        "'DPIA's maken'",
        "DPIA's tussen enkele aanhalingstekens",
        "/aanhalingstekens/apostrof/",
        DUBBEL,
    ),
    _uitleg("[concept] Een vorm", "[concept] vooraan", "[", "aanhalingstekens"),
    _uitleg("{naam} is een vorm", "een accolade vooraan", "{", "aanhalingstekens"),
    _uitleg("* een vorm", "een sterretje vooraan", "/*/sterretje/", "aanhalingstekens"),
    _uitleg("& een vorm", "een en-teken vooraan", "&", "aanhalingstekens"),
    _uitleg("@school een vorm", "een apenstaartje vooraan", "/@/dit teken/", "aanhalingstekens"),
    _uitleg("%een vorm", "een procentteken vooraan", "/%/dit teken/", "aanhalingstekens"),
    _uitleg("!een vorm", "een uitroepteken vooraan", "uitroepteken", "aanhalingstekens"),
    _uitleg("bij thema #2 van het model", "# na een spatie", "#", "aanhalingstekens"),
    _uitleg("#2 van het model", "# vooraan", "#", "aanhalingstekens"),
    _uitleg("Een vorm # nakijken", "een opmerking achter een tekst", "#", "aanhalingstekens"),
    _uitleg(
        "Let op: een vorm", "een dubbele punt in een tekst", "dubbele punt", "aanhalingstekens"
    ),
    _uitleg(
        "“Let op: een vorm”", "krullende aanhalingstekens en een dubbele punt", "krom", "rechte"
    ),
    _uitleg(
        "‘Let op: een vorm’",
        "krullende enkele aanhalingstekens en een dubbele punt",
        "krom",
        "rechte",
    ),
    _uitleg("„Let op: een vorm”", "lage aanhalingstekens en een dubbele punt", "krom", "rechte"),
    _uitleg(
        '"Een vorm',
        "een aanhalingsteken dat niet sluit",
        "niet gesloten",
        "Sluit het aanhalingsteken",
    ),
    _uitleg(
        '"Een vorm" van onderwijs',
        "tekst na het sluitende aanhalingsteken",
        "aanhalingsteken",
        "aanhalingsteken",
    ),
    _uitleg('"C:\\school"', "een schuine streep", "schuine streep", "enkele aanhalingstekens"),
    _uitleg("{{ naam }}", "dubbele accolades", "accolades", "Haal ze weg"),
    _in(SBO, TITEL, "‸term:SBO", "geen spatie na de dubbele punt", "dubbele punt", "spatie"),
    _in(
        SBO,
        "id: sbo\n",
        "‸id:sbo\n",
        "geen spatie na de eerste dubbele punt",
        "dubbele punt",
        "spatie",
    ),
    _in(
        BEKEND,
        "      bron: verslag\n      vindplaats: blz. 4",
        "      bron: verslag\n      ‸vindplaats:blz. 4",
        "geen spatie na een dubbele punt in een groep",
        "dubbele punt",
        "spatie",
    ),
    _in(SBO, TITEL, "‸term SBO", "geen dubbele punt", "dubbele punt", "dubbele punt"),
    _in(SBO, TITEL, "‸term = SBO", "een is-teken", "dubbele punt", "dubbele punt"),
    _in(SBO, TITEL, "‸term\uff1b SBO", "een brede puntkomma", "dubbele punt", "dubbele punt"),
    _in(SBO, TITEL, f"‸nog nakijken\n{TITEL}", "een losse regel", "dubbele punt", "/spring/Haal/"),
    _in(
        SBO,
        UITLEG,
        "uitleg: Een vorm\n‸van basisonderwijs.",
        "een enter in een tekst",
        "dubbele punt",
        "inspringen",
    ),
    _in(
        SBO,
        TITEL,
        f"{TITEL}\n‸term: SO",
        "een veld twee keer",
        "term & twee keer",
        "Houd er één over",
    ),
    _in(
        SBO,
        TITEL,
        f"‸<<<<<<< HEAD\n{TITEL}\n=======\nterm: SO\n>>>>>>> main",
        "een conflict",
        CONFLICT,
        "één versie",
    ),
    _in(SBO, TITEL, f"{TITEL}\n‸=======", "een streep van een conflict", CONFLICT, "één versie"),
    _in(
        CIJFERS,
        RIJ,
        f"‸<<<<<<< HEAD\n{RIJ}\n=======\n{RIJ}\n>>>>>>> main",
        "een conflict in een tabel",
        CONFLICT,
        "één versie",
    ),
    _in(SBO, TITEL, f"‸\t{TITEL}", "een tab", "tab", "spaties"),
    _in(SBO, TITEL, f"‸\u00a0{TITEL}", "een harde spatie vooraan", "harde spatie", "spatie"),
    _in(
        SBO,
        "  - speciaal",
        "  ‸– speciaal",
        "een gedachtestreepje voor een lijst",
        "streepje",
        "streepje",
    ),
    _in(SBO, TITEL, f"{TITEL}\n‸---", "drie streepjes", "twee stukken", "twee bestanden"),
    _in(SBO, UITLEG, "‸uitleg: &punt Een vorm", "een anker", "&", "aanhalingstekens"),
    _in(
        SBO,
        "id: sbo\n",
        "‸id; sbo\n",
        "een puntkomma op de eerste regel",
        "dubbele punt",
        "/spring/dubbele punt/",
    ),
    _in(
        SBO,
        TITEL,
        f"‸+{TITEL}",
        "een plus van een overzicht van wijzigingen",
        "plus",
        "Haal de plus weg",
    ),
    # fields
    _in(SBO, UITLEG, "‸uitleg:", "een leeg veld", "leeg", "Vul het in"),
    _in(
        SBO,
        "id: sbo\n",
        "id: sbo\n‸engels: special primary school\n",
        "een veld dat er niet is",
        "engels & bestaat niet",
        "",
    ),
    _in(
        SBO,
        "  bron: plan\n",
        "  ‸bron: plen\n",
        "een bron met een typefout",
        "plen",
        "Bedoel je 'plan'",
    ),
    _in(
        SBO,
        "  bron: plan\n",
        "  ‸bron: Plan\n",
        "een bron met een hoofdletter",
        "Plan",
        "Bedoel je 'plan'",
    ),
    _in(
        SBO,
        "zekerheid: voorbeeld",
        "‸zekerheid: Voorbeeld",
        "een keuze met een hoofdletter",
        "Voorbeeld",
        "Bedoel je 'voorbeeld'",
    ),
    _in(SBO, "zekerheid: voorbeeld", "‸zekerheid: zeker", "een andere keuze", "zeker", "bevestigd"),
    _in(
        SBO,
        "zekerheid: voorbeeld",
        "‸zekerheid: vorbeeld",
        "een typefout in een keuze",
        "vorbeeld",
        "Bedoel je 'voorbeeld'",
    ),
    _in(
        BEKEND,
        "  - id: lijst-maken",
        "  - ‸id: Lijst maken",
        "een id met een spatie",
        "Lijst maken",
        "kleine letters",
    ),
    _in(
        KLAS,
        "  - PO\n  - SBO",
        "  - ‸po\n  - SBO",
        "een keuze in kleine letters",
        "po",
        "Bedoel je 'PO'",
    ),
    _in(
        KLAS, "experiment: ja", "‸experiment: Ja", "Ja met een hoofdletter", "Ja", "Bedoel je 'ja'"
    ),
    _in(KLAS, "aandeel: 60", "‸aandeel: 60%", "een procentteken", "60%", "/cijfers/getal/60/"),
    _in(
        KLAS,
        "capaciteit: 10-24",
        "‸capaciteit: 15",
        "een aantal waar een klasse hoort",
        "15",
        "10-24",
    ),
    # values that say nothing, and fields on another level
    _uitleg("null", "null als tekst", "null", "Vul het in"),
    _uitleg("-", "een streepje als tekst", "-", "Vul het in"),
    _uitleg("?", "een vraagteken als tekst", "?", "Vul het in"),
    _uitleg("\u200b", "een onzichtbaar teken als tekst", "leeg", "Vul het in"),
    _in(
        SBO,
        "  bron: plan\n",
        "  bron: plan\n  ‸status: gearchiveerd\n",
        "een veld een niveau te laag",
        "niveau hoger & 'herkomst'",
        "even ver",
    ),
    _in(
        SBO,
        "herkomst:\n  bron: plan\n",
        "‸bron: plan\nherkomst:\n",
        "een veld een niveau te hoog",
        "niveau lager & 'herkomst'",
        "verder inspringen",
    ),
    _in(
        BEKEND,
        "bestuurlijk_trekker: gemeente-stad",
        "bestuurlijk_trekker: ‸null",
        "null als trekker",
        "null",
        "Schrijf dan: onbekend",
    ),
    _in(
        BEKEND,
        "bestuurlijk_trekker: gemeente-stad",
        "bestuurlijk_trekker: ‸Jan de Vries",
        "een persoon als trekker",
        "Jan de Vries",
        "geen persoon",
    ),
    _in(
        SBO,
        UITLEG,
        "uitleg: Een\u00a0‸vorm",
        "een harde spatie in een tekst",
        "harde spatie",
        "gewone spatie",
        Level.LET_OP,
    ),
    _in(
        SBO,
        UITLEG,
        "uitleg: >-\n  Een vorm van onderwijs.\n  ‸TODO: meer",
        "TODO midden in een tekst",
        "TODO",
        "Maak de tekst af",
    ),
    _in(
        SBO,
        "  peildatum: 2021",
        "  ‸- peildatum: 2021",
        "een streepje voor een veld",
        "streepje",
        "Haal het streepje weg",
    ),
    # dates and numbers
    _in(
        SBO,
        "peildatum: 2021-06-15",
        "‸peildatum: 15 juni 2021",
        "een datum in woorden",
        "15 juni 2021 & datum",
        "2021-06-15",
    ),
    _in(
        SBO,
        "peildatum: 2021-06-15",
        "‸peildatum: 15-06-2021",
        "een datum met de dag voorop",
        "15-06-2021 & datum",
        "2021-06-15",
    ),
    _in(
        SBO,
        "peildatum: 2021-06-15",
        "‸peildatum: 2021-13-01",
        "een maand die niet bestaat",
        "13",
        "",
    ),
    _in(
        SBO, "peildatum: 2021-06-15", "‸peildatum: 2021-02-30", "een dag die niet bestaat", "30", ""
    ),
    _in(
        SBO, "peildatum: 2021-06-15", "‸peildatum: 2O21", "een letter O in een jaar", "2O21", "2021"
    ),
    _in(BEKEND, "nummer: 1\n", "‸nummer: een\n", "een getal in letters", "een", "/getal/cijfers/"),
    _in(
        BEKEND, "nummer: 1\n", "‸nummer: 1,5\n", "een komma in een getal", "1,5", "/getal/cijfers/"
    ),
    _in(DORP, "GM9001", "‸9001", "een code zonder letters", "9001", "GM"),
    # what may not be in a text
    _uitleg("Een vorm, vraag jan@voorbeeld.example", "een e-mailadres", "e-mailadres", "functie"),
    _uitleg(
        "Een vorm, vraag jan (at) voorbeeld.nl", "een verhuld e-mailadres", "e-mailadres", "functie"
    ),
    _uitleg(
        "Een vorm, bel 06 - 12 34 56 78",
        "een telefoonnummer met spaties en een streepje",
        "telefoonnummer",
        "functie",
    ),
    _uitleg(
        "Een vorm, bel 06\u201112345678",
        "een telefoonnummer met een streepje van Word",
        "telefoonnummer",
        "functie",
    ),
    _uitleg(
        "Een vorm, bel tel:0612345678", "een telefoonnummer met tel:", "telefoonnummer", "functie"
    ),
    _uitleg("Er zitten 3 kinderen thuis.", "een klein aantal", "klein aantal", ""),
    _uitleg("Er zitten 3-4 leerlingen thuis.", "een klein aantal als grens", "klein aantal", ""),
    _uitleg("Er zitten drie jongeren thuis.", "een klein aantal in woorden", "klein aantal", ""),
    _uitleg("Een <b>vorm</b> van onderwijs", "HTML", "HTML", "gewone tekst"),
    _uitleg("Een [vorm](https://voorbeeld.example)", "een link van Markdown", "verwijzing", ""),
    _uitleg("Een **vorm** van onderwijs", "nadruk van Markdown", "/Markdown/sterretjes/**/", ""),
    _uitleg(
        "Een vo\u00adrm van onderwijs",
        "een zacht afbreekstreepje",
        "/niet ziet/onzichtbaar/",
        "/opnieuw/Haal/",
    ),
    _uitleg(
        "Een\u200b vorm van onderwijs",
        "een onzichtbaar teken",
        "/niet ziet/onzichtbaar/",
        "/opnieuw/Haal/",
    ),
    _uitleg("onbekend", "onbekend als tekst", "onbekend", ""),
    _uitleg("Een vorm, BSN 111222333", "een burgerservicenummer", "burgerservicenummer", ""),
    # tables
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace(";25;", ";25.000;"),
        "een punt tussen duizendtallen",
        "geen cijfer",
        "25000",
    ),
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace(";25;", ";25.5;"),
        "een punt in plaats van een komma",
        "geen cijfer",
        "25,5",
    ),
    _in(CIJFERS, RIJ, "‸" + RIJ.replace(";25;", ";<10;"), "een grens", "geen cijfer", "x"),
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace(";25;", ";25*;"),
        "een sterretje",
        "geen cijfer",
        "voorlopig",
    ),
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace("definitief", "Definitief"),
        "een status met een hoofdletter",
        "Definitief",
        "Bedoel je 'definitief'",
    ),
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace("2022-11-01", "1-11-2022"),
        "een datum van Excel",
        "1-11-2022",
        "2022-11-01",
    ),
    _in(
        CIJFERS,
        RIJ,
        "‸" + RIJ.replace(";", ";;", 1),
        "een puntkomma te veel",
        "waarden",
        "één puntkomma",
    ),
    _in(
        CIJFERS,
        RIJ,
        '‸"' + RIJ.replace(";", '";', 1),
        "aanhalingstekens in een tabel",
        "aanhalingsteken",
        "Haal de aanhalingstekens weg",
    ),
    _in(
        CIJFERS,
        "indicator;gebied",
        "‸Indicator;Gebied",
        "een kop met hoofdletters",
        "Indicator",
        "Bedoel je 'indicator'",
    ),
    _in(CIJFERS, "indicator;gebied", "‸sep=;\nindicator;gebied", "sep= bovenaan", "Excel", "Haal"),
    # catalogues
    _in(
        PO,
        'msgid "Klein maar ‘fijn’"',
        'msgid "Klein maar ‘fijn’"\nmsgstr "Tiny"\n\n‸msgid "Klein maar ‘fijn’"',
        "een tekst twee keer",
        "twee keer & op regel",
        "Houd er één over",
    ),
    _in(
        PO,
        'msgstr "Coordinator"',
        '‸msgstr "Coor"dinator"',
        "een aanhalingsteken in een vertaling",
        "aanhalingstekens",
        "Schrijf",
    ),
    # files
    _bestand("begrippen/leeg.yml", "", "een leeg bestand", "leeg", "Vul het in"),
    _in(SBO, TITEL, "‸**term**: SBO", "opmaak om een veldnaam", "tekens van opmaak", "term:"),
    _in(SBO, TITEL, "‸`term`: SBO", "code om een veldnaam", "tekens van opmaak", "term:"),
    _in(
        SBO,
        TITEL,
        "term: ‸SBO, status: actief",
        "twee velden op één regel",
        "nog een veldnaam",
        "eigen regel",
    ),
    _bestand(
        "begrippen/lijst.xlsx",
        b"PK",
        "een rekenblad tussen de gegevens",
        "eindigen",
        "neem-over",
    ),
    _bytes(
        "begrippen/swv.yml",
        b"Verband van",
        "Verbänd van".encode("cp1252"),
        SWV_UITLEG,
        "bewaard als cp1252",
        "UTF-8",
        "UTF-8",
    ),
)


def stand(rows: Iterable[tuple[Variant, Punten]]) -> str:
    """The score, as a table for people."""
    lines, total = [], [0, 0, 0, 0, 0]
    for variant, found in rows:
        each = (found.plaats, found.oorzaak, found.tip, found.nederlands, found.alleen)
        total = [was + one for was, one in zip(total, each, strict=True)]
        signs = " ".join("x" if one else "-" for one in each)
        lines.append(f"{signs}  {variant.naam}")
        if not found.goed:
            lines += [
                f"             {Path(one.path).name}:{one.line}: {one.message} | {one.tip}"
                for one in found.gezegd[:3]
            ]
    count = max(sum("  " in line and not line.startswith(" ") for line in lines), 1)
    names = ("plaats", "oorzaak", "tip", "nederlands", "alleen")
    percents = ", ".join(
        f"{name} {100 * one / count:.0f}%" for name, one in zip(names, total, strict=True)
    )
    return "\n".join([*lines, f"{count} varianten: {percents}"])
