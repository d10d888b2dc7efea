"""An invented region with forty schools of three boards, their counts, and the release of these.

Made of ``data_mini`` in a folder of its own. Nothing here is real: the counts come from a fixed
sequence of numbers. Not here: what must be true of it, which the tests say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.bescherm import voer_uit

BESTUREN = ("bestuur-noord", "bestuur-zuid", "schoolbestuur-mini")
GEMEENTEN = ("gemeente-dorp", "gemeente-eiland", "gemeente-stad")
VERBAND = {
    "gemeente-dorp": "swv-mini",
    "gemeente-eiland": "swv-water",
    "gemeente-stad": "swv-water",
}
JAREN = ("2024", "2025")
DELEN = ("kort", "lang")
SCHOLEN = tuple(f"school-{number:02}" for number in range(1, 41))
UITGAVE = "monitor/uitgaven/002"
WIJKEN = ("wijk-haven", "wijk-markt")

_HERKOMST = "herkomst:\n  bron: verslag\n  peildatum: 2025\n  zekerheid: voorbeeld\n"


def bestuur_van(school: str) -> str:
    """Boards of 20, 15 and 5 schools."""
    number = SCHOLEN.index(school)
    return BESTUREN[0 if number < 20 else 1 if number < 35 else 2]


def gemeente_van(school: str) -> str:
    return GEMEENTEN[SCHOLEN.index(school) % 3]


def naam_van(school: str) -> str:
    return f"De {'ABCDEFGHIJKLMNOPQRST'[SCHOLEN.index(school) % 20]}{school[-2:]}-school"


def telling(school: str, jaar: str, deel: str) -> int:
    """How many pupils of a school were at home, short or long: often small, sometimes none."""
    seed = (SCHOLEN.index(school) + 1) * (7 if deel == "kort" else 11) + int(jaar) * 13
    return (seed * 37 % 41) if deel == "kort" else (seed * 17 % 23)


def leerlingen(school: str, jaar: str) -> int:
    """How many pupils there are: that is public, and never small."""
    return 120 + (SCHOLEN.index(school) * 29 + int(jaar)) % 300


def _partij(key: str, naam: str, soort: str, gemeenten: str) -> str:
    return (
        f"id: {key}\nnaam: {naam}\nsoort: {soort}\nuitleg: Verzonnen, om mee te oefenen.\n"
        f"gemeenten: {gemeenten}\nwebsite: onbekend\n{_HERKOMST}"
    )


def _school(key: str) -> str:
    gemeente = gemeente_van(key)
    return (
        f"id: {key}\nnaam: {naam_van(key)}\nbrin: {int(key[-2:]):02}XX\nsector: PO\n"
        f"bestuur: {bestuur_van(key)}\ngemeente: {gemeente}\n"
        f"samenwerkingsverband: {VERBAND[gemeente]}\n{_HERKOMST}"
    )


def _indicator(key: str, nummer: int, eenheid: str, titel: str, vraag: str, rest: str) -> str:
    noemer = "noemer: Leerlingen\n" if eenheid == "procent" else ""
    return (
        f"id: {key}\nnummer: {nummer}\ntitel: {titel}\nvraag: {vraag}\ngroep: onderwijs\n"
        f"telt: leerlingen\neenheid: {eenheid}\ndefinitie: Verzonnen telling.\n"
        f"teller: {titel}\n{noemer}populatie: Leerlingen\nniveau: School en schoolbestuur.\n"
        "ook_per:\n  - samenwerkingsverband\n  - schoolbestuur\n  - school\n"
        "brontabel: onbekend\npublicatieregel: onbekend\nleeswijzer: Verzonnen.\n"
        f"niet_uit_op_te_maken:\n  - Hoe goed een school is.\n{rest}{_HERKOMST}"
    )


THUIS = _indicator(
    "thuis",
    5,
    "aantal",
    "Leerlingen die thuis zaten",
    "Hoeveel leerlingen zaten thuis?",
    "uitsplitsingen:\n  - id: duur\n    naam: duur\n    delen:\n"
    "      - id: kort\n        naam: kort\n      - id: lang\n        naam: lang\n"
    "uitgave:\n  domein: thuis\n  gebied: gebied\n  periode: jaar\n  uitsplitsing: duur\n"
    "  bron: verslag\n  opgehaald: 2025-12-01\n",
)
LEERLINGEN = _indicator("leerlingen", 6, "aantal", "Leerlingen", "Hoeveel leerlingen zijn er?", "")
AANDEEL = _indicator(
    "thuis-per-honderd",
    7,
    "procent",
    "Aandeel leerlingen dat thuis zat",
    "Welk deel van de leerlingen zat thuis?",
    "afleiding:\n  teller:\n    - indicator: thuis\n      uitsplitsing: totaal\n"
    "  noemer:\n    - indicator: leerlingen\n      uitsplitsing: totaal\n"
    "  formule: 100 x leerlingen die thuis zaten / leerlingen\n",
)


def _boom(koppen: tuple[str, ...]) -> Iterator[str]:
    yield f"      heel-mini: [{', '.join(koppen)}]"
    for bestuur in koppen:
        scholen = [one for one in SCHOLEN if bestuur_van(one) == bestuur]
        yield f"      {bestuur}: [{', '.join(scholen)}]"


def definitie() -> str:
    """Schools to boards to the region; municipalities and samenwerkingsverbanden lie across."""
    groepen = []
    for key, hoort in (
        *((one, gemeente_van) for one in GEMEENTEN),
        *((one, lambda school: VERBAND[gemeente_van(school)]) for one in ("swv-mini", "swv-water")),
    ):
        van = ", ".join(one for one in SCHOLEN if hoort(one) == key)
        groepen.append(f"  - dimensie: gebied\n    id: {key}\n    van: [{van}]")
    return "\n".join(
        [
            "id: thuis",
            "naam: Leerlingen die thuis zaten",
            "aantal: leerlingen",
            "dimensies:",
            "  - id: gebied",
            "    totaal: heel-mini",
            "    boom:",
            *_boom(BESTUREN),
            "  - id: duur",
            "    totaal: totaal",
            "    boom:",
            f"      totaal: [{', '.join(DELEN)}]",
            "  - id: jaar",
            "    apart: ja",
            "groepen:",
            *groepen,
            "tabellen:",
            "  - [gebied, duur, jaar]",
            "nullen: tonen",
            "",
        ]
    )


def ruw() -> str:
    """The raw counts, as the one who protects has them."""
    rows = (
        f"{school};{deel};{jaar};{telling(school, jaar, deel)}"
        for jaar in JAREN
        for school in SCHOLEN
        for deel in DELEN
    )
    return "\n".join(["gebied;duur;jaar;leerlingen", *rows, ""])


def publicatie(folder: Path) -> str:
    """What may be published of them, made with the command in an empty ``folder``."""
    for name, text in (("definitie.yml", definitie()), ("ruw.csv", ruw())):
        (folder / name).write_text(text, encoding="utf-8")
    out = folder / "publicatie.csv"
    assert voer_uit(folder / "ruw.csv", folder / "definitie.yml", out, None, 10) == []
    return out.read_text(encoding="utf-8")


def bestanden(gepubliceerd: str) -> Iterator[tuple[str, str]]:
    """The files to put beside those of ``data_mini``: (path below the data folder, text)."""
    for key, naam in (("bestuur-noord", "Stichting Noord"), ("bestuur-zuid", "Stichting Zuid")):
        yield f"partijen/{key}.yml", _partij(key, naam, "schoolbestuur", "onbekend")
    water = "\n  - gemeente-eiland\n  - gemeente-stad"
    yield (
        "partijen/swv-water.yml",
        _partij("swv-water", "Samenwerkingsverband Water", "samenwerkingsverband", water),
    )
    for school in SCHOLEN:
        yield f"monitor/scholen/{school}.yml", _school(school)
    for number, wijk in enumerate(WIJKEN, 1):
        yield (
            f"monitor/wijken/{wijk}.yml",
            f"id: {wijk}\nnaam: {wijk.removeprefix('wijk-').capitalize()}\n"
            f"cbs_code: WK9002{number:02}\ngemeente: gemeente-stad\n{_HERKOMST}",
        )
    for key, text in (
        ("thuis", THUIS),
        ("leerlingen", LEERLINGEN),
        ("thuis-per-honderd", AANDEEL),
    ):
        yield f"monitor/indicatoren/{key}.yml", text
    rows = [
        f"leerlingen;{school};{jaar};totaal;{leerlingen(school, jaar)};"
        "definitief;2025-12-01;verslag;afgeleid"
        for jaar in JAREN
        for school in SCHOLEN
    ]
    kop = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid"
    yield "monitor/waarnemingen/leerlingen.csv", "\n".join([kop, *rows, ""])
    yield f"{UITGAVE}/definitie.yml", definitie()
    yield f"{UITGAVE}/publicatie.csv", gepubliceerd


def maak(folder: Path, gepubliceerd: str) -> None:
    """Put these files in ``folder``, a copy of ``data_mini``."""
    for pad, text in bestanden(gepubliceerd):
        (folder / pad).parent.mkdir(parents=True, exist_ok=True)
        (folder / pad).write_text(text, encoding="utf-8")
