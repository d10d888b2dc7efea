"""Made-up regions of any size, for benchmarks and tests: many of one kind, or of every kind."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from macros.klok import vandaag
from macros.load import load
from macros.model.agenda import Agenda, Speerpunt
from macros.model.arrangement import Arrangement, Inventaris, Les
from macros.model.basis.record import Deel
from macros.model.geheel import soort_van
from macros.model.monitor.indicator import Indicator, Waarnemingen
from macros.model.monitor.inrichting import Monitor
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit, Vergadering
from macros.model.regio import (
    Begrip,
    Bron,
    Gemeente,
    Instellingen,
    Partij,
    Uitzonderingen,
    Werkingsgebied,
)
from macros.model.samenwerking.onderdeel import Onderdeel, Thema
from macros.model.samenwerking.recht import Uitspraak
from macros.model.samenwerking.thuis import Thuis
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.source.nodes import parse
from macros.source.tabel import als_tabel
from macros.source.writer import canonical
from macros.taal.catalogus import als_po, data_texts, pad, read

KEEP = (Instellingen, Agenda, Gemeente, Werkingsgebied, Partij, Bron, Begrip, Uitzonderingen)
"""What a made-up region takes over as it is, beside the whole of ``samenwerking``."""
MODEL = "samenwerking"
SECTOREN = ("PO", "SBO", "SO", "VO", "VSO", "MBO")

WORDS = (
    "samen school gemeente ouders hulp leren begeleiding afspraak jeugdhulp kind OOGO plan team "
    "SWV leraar steun aanpak thuis onderzoek TLV groep jaar vraag zorg OZA klas bestuur stap"
)

AGENDA = "focusagenda-2021-2025"
HERKOMST = {"bron": "focusagenda-2021", "peildatum": "2021", "zekerheid": "afgeleid"}


def maak(bron: Path, folder: Path, aantal: int) -> None:
    """Write into ``folder`` a region with ``aantal`` speerpunten, each a page, and an English
    catalogue in which every text is translated; the rest is that of ``bron``.
    """
    _begin(bron, folder)
    _write(_map(folder, Speerpunt), (_speerpunt(number) for number in range(1, aantal + 1)))
    _translate(bron, folder)


def maak_matrix(bron: Path, folder: Path, aantal: int) -> None:
    """Write into ``folder`` a region with ``aantal`` onderdelen, 25 to a theme, in Dutch alone."""
    _begin(bron, folder)
    _in_dutch(folder)
    for kind in (Thema, Onderdeel, Uitspraak):
        shutil.rmtree(_map(folder, kind), ignore_errors=True)
    themas = -(-aantal // 25)
    _write(_map(folder, Thema), (_thema(number) for number in range(1, themas + 1)))
    _write(_map(folder, Onderdeel), map(_onderdeel, range(aantal)))
    _map(folder, Wegwijzer).write_text(canonical(_wegwijzer()), encoding="utf-8")


def maak_arrangementen(bron: Path, folder: Path, aantal: int) -> None:
    """Write into ``folder`` a region with ``aantal`` arrangements, in Dutch alone."""
    maak_matrix(bron, folder, 1)
    words = _woorden(_map(bron, Speerpunt))
    places = sorted(file.stem for file in (_map(folder, Gemeente)).glob("*.yml"))
    made = (_arrangement(number, words, places) for number in range(1, aantal + 1))
    _write(_map(folder, Arrangement), made)


def maak_groot(bron: Path, folder: Path, aantal: int, gemeenten: int = 40) -> None:
    """Write into ``folder`` a region with so many municipalities, and ``aantal`` records of each
    kind that readers see in a list, in Dutch alone. In ``bron`` a body may decide.
    """
    maak_matrix(bron, folder, aantal)
    for copied in (Overleg, Indicator):
        shutil.copytree(_map(bron, copied), _map(folder, copied))
    shutil.copy2(_map(bron, Monitor), _map(folder, Monitor))
    places = sorted(file.stem for file in _map(folder, Gemeente).glob("*.yml"))
    extra = list(map(_gemeente, range(1, gemeenten - len(places) + 1)))
    places += [str(one["id"]) for one in extra]
    _write(_map(folder, Gemeente), extra)
    for area in _map(folder, Werkingsgebied).glob("*.yml"):
        found: Any = parse(area.read_text(encoding="utf-8"), area.name)[0]
        found.value["gemeenten"] = places
        area.write_text(canonical(found.value), encoding="utf-8")
    words = _woorden(_map(bron, Speerpunt))
    numbers = range(1, aantal + 1)
    _write(_map(folder, Speerpunt), map(_speerpunt, numbers))
    _write(_map(folder, Arrangement), (_arrangement(n, words, places) for n in numbers))
    _write(_map(folder, Les), map(_les, numbers))
    few: tuple[tuple[type[Deel], Callable[[int], dict[str, Any]]], ...] = (
        (Begrip, _begrip),
        (Bron, _bron),
        (Partij, _partij),
    )
    for kind, make in few:
        had = len(list(_map(folder, kind).glob("*.yml")))
        _write(_map(folder, kind), map(make, range(1, aantal - had + 1)))
    bodies = sorted(_map(folder, Overleg).glob("*.yml"))
    body = next(file.stem for file in bodies if "- beslist" in file.read_text(encoding="utf-8"))
    _write(_map(folder, Vergadering), (_vergadering(n, body) for n in numbers))
    held = [n for n in numbers if n % 2]
    _write(_map(folder, Besluit), (_besluit(n, held[n % len(held)]) for n in numbers))
    indicator = min(file.stem for file in _map(folder, Indicator).glob("*.yml"))
    file = _map(folder, Waarnemingen) / f"{HERKOMST['bron']}.csv"
    file.parent.mkdir()
    rows = [_waarneming(indicator, place, year) for place in places for year in JAREN]
    file.write_text(als_tabel(rows, list(rows[0])), encoding="utf-8")


def _begin(bron: Path, folder: Path) -> None:
    """What every region needs, with an empty inventory and no figures."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in (*(soort_van(kind).pad for kind in KEEP), MODEL):
        source = bron / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            shutil.copy2(source, folder / name)
    _map(folder, Thuis).unlink(missing_ok=True)  # it leads to what is not there
    monitor = {name: text for name, text in _inventaris().items() if name != "titel"}
    for kind, values in ((Inventaris, _inventaris()), (Monitor, monitor)):
        file = _map(folder, kind)
        file.parent.mkdir()
        file.write_text(canonical(values), "utf-8")


def _map(folder: Path, kind: type[Deel]) -> Path:
    """Where the records of a kind are, or the one file of it."""
    return folder / soort_van(kind).pad


def _in_dutch(folder: Path) -> None:
    file = _map(folder, Instellingen)
    file.write_text(file.read_text(encoding="utf-8").replace("  - en\n", ""), encoding="utf-8")


def _write(folder: Path, records: Iterable[dict[str, Any]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        (folder / f"{record['id']}.yml").write_text(canonical(record), encoding="utf-8")


def _speerpunt(number: int) -> dict[str, Any]:
    key = f"speerpunt-{number}"
    origin = {**HERKOMST, "vindplaats": f"deel 1, speerpunt {number}"}
    return {
        "id": key,
        "agenda": AGENDA,
        "nummer": str(number),
        "titel": f"Speerpunt {number}: {_text(number, 5)}",
        "samen": _text(number + 1, 16),
        "voor_ouders": " ".join(_text(number + i, 12) for i in range(5)),
        "conclusie": " ".join(_text(number + i, 15) for i in range(5)),
        "opdracht": " ".join(_text(number + i, 15) for i in range(3)),
        "bestuurlijk_trekker": "onbekend",
        "ambtelijk_trekker": "onbekend",
        "acties": [
            {
                "id": f"actie-{number}-{index}",
                "wat": f"{_text(number * 3 + index, 9)[:-1]} {number}-{index}",
                "resultaat": _text(number + index, 7),
                "door": ["gemeenten"],
                "wanneer": [str(2021 + index)],
                "waar": ["regio-foodvalley"],
                "stand": "onbekend",
                "stand_peildatum": "2021-07-01",
                "bewijs": "onbekend",
                "herkomst": origin,
            }
            for index in range(3)
        ],
        "planning": [
            {"jaar": str(jaar), "wat": _text(number + jaar, 4)[:-1], "fasen": ["uitvoeren"]}
            for jaar in range(2021, 2025)
        ],
        "herkomst": origin,
    }


def _thema(number: int) -> dict[str, Any]:
    return {
        "id": f"thema-{number}",
        "nummer": str(number),
        "titel": _text(number, 4),
        "voor_ouders": _text(number, 3),
        "herkomst": HERKOMST,
    }


def _onderdeel(index: int) -> dict[str, Any]:
    """An onderdeel whose squares hold, by turns, a cross, sectors, nothing, and what is unknown."""
    thema, letter = index // 25 + 1, "abcdefghijklmnopqrstuvwxyz"[index % 25]
    code = f"{thema}{letter}"
    first, second = SECTOREN[index % 5], SECTOREN[index % 5 + 1]
    kinds: tuple[dict[str, Any], ...] = (
        {"waarde": "ja", "sectoren": [first], "herkomst": HERKOMST},
        {"waarde": "leeg", "herkomst": {**HERKOMST, "zekerheid": "bevestigd"}},
        {"waarde": "onbekend"},
    )
    columns = ("jeugdwet", "overige-wetten", "basis", "extra", "poreus")
    unknown = ("waar_gaat_het_over", "gemeente", "wet")
    dates = ("vastgesteld_op", "gecontroleerd_op", "geldig_tot")
    return {
        "id": f"{code}-onderdeel",
        "code": code,
        "thema": f"thema-{thema}",
        "titel": _text(index, 6)[:-1],
        "titel_voor_ouders": _text(index + 3, 6)[:-1],
        "toestand": ("vastgesteld", "grijs-gebied", "onbekend")[index % 3],
        "sectoren": [first, second],
        "samen": _text(index + 1, 12),
        "eerste_stap": {"wie": "De school", "wat": _text(index, 9)[:-1], "herkomst": HERKOMST},
        "voor_ouders": _text(index + 2, 14),
        **dict.fromkeys(unknown, "onbekend"),
        "routes": [{"sectoren": [first], "stappen": list(_stappen(index)), "herkomst": HERKOMST}],
        "cellen": [
            {"kolom": column, **kinds[(index + at) % 3]} for at, column in enumerate(columns)
        ],
        **dict.fromkeys(dates, "onbekend"),
        "herkomst": HERKOMST,
    }


def _stappen(index: int) -> Iterator[dict[str, str]]:
    """Four steps, the last on another branch."""
    for at in range(4):
        yield {
            "id": f"stap-{at}",
            "als": _text(index + at, 5)[:-1] + "?",
            "wie": "De school",
            "wat": _text(index + 3 * at, 9)[:-1],
            **({"na": "stap-0"} if at == 3 else {}),
        }


def _wegwijzer() -> dict[str, Any]:
    """The smallest that is allowed."""
    return {
        "titel": _text(1, 4),
        "uitleg": _text(2, 9),
        "begin": "vraag",
        "vragen": [
            {
                "id": "vraag",
                "vraag": _text(3, 5),
                "antwoorden": [
                    {"tekst": _text(4, 3), "naar": "eerste"},
                    {"tekst": _text(5, 3), "naar": "geen"},
                ],
            }
        ],
        "uitkomsten": [
            {
                "id": "eerste",
                "titel": _text(6, 4),
                "soort": "afspraak",
                "tekst": _text(7, 9),
                "voor_professionals": _text(10, 9),
                "onderdelen": ["1a-onderdeel"],
            },
            {
                "id": "geen",
                "titel": _text(8, 4),
                "soort": "geen-afspraak",
                "tekst": _text(9, 9),
                "voor_professionals": _text(11, 9),
            },
        ],
        "herkomst": HERKOMST,
    }


def _inventaris() -> dict[str, Any]:
    return {
        "titel": _text(1, 4),
        "samen": _text(2, 12),
        "voor_ouders": _text(3, 12),
        "herkomst": HERKOMST,
    }


ONBEKEND_ARRANGEMENT = (
    *("eerste_stap", "gemeente_locatie", "doelstelling", "inhoud", "expertise", "opbrengsten"),
    *("samenwerkingsverbanden", "aanbieders", "inschrijving", "experiment", "capaciteit"),
    *("contact", "leeftijd"),
)
"""What is unknown of every one."""


def _arrangement(number: int, words: list[str], places: list[str]) -> dict[str, Any]:
    """An arrangement whose row says much: of what can be filtered, each is unknown now and then."""
    chance = random.Random(number)

    def text(length: int) -> str:
        return " ".join(chance.choice(words) for _ in range(length)).capitalize()

    def some(values: Sequence[str]) -> Any:
        chosen = chance.sample(values, chance.randint(1, 3))
        return chosen if chance.random() < 0.8 else "onbekend"

    streams = some(("onderwijs", "swv", "jeugdwet", "wlz", "zvw", "overig"))
    return {
        "id": f"arrangement-{number}",
        "titel": text(6),
        "soort": "oza",
        "samen": text(12),
        "voor_ouders": f"{text(12)}.",
        "toestand": chance.choice(("idee", "gepland", "lopend", "gestopt", "onbekend")),
        "vorm": chance.choice(("zorg-op-school", "onderwijs-in-zorg", "collectief", "onbekend")),
        "sectoren": some(SECTOREN),
        "gemeenten": some(places),
        "locatie": text(6),
        "doelgroep": f"{text(20)}.",
        "doelgroepen": some(("autisme", "gedrag", "psychisch", "verstandelijk", "thuiszittend")),
        "financiering": streams
        if streams == "onbekend"
        else [{"stroom": stream} for stream in streams],
        **dict.fromkeys(ONBEKEND_ARRANGEMENT, "onbekend"),
        "herkomst": HERKOMST,
    }


def _gemeente(number: int) -> dict[str, Any]:
    return {
        "id": f"gemeente-{number}",
        "naam": f"Aan de Lange Vaart {number}",
        "cbs_code": f"GM{8000 + number}",
        "provincie": "Gelderland",
        "herkomst": HERKOMST,
    }


def _les(number: int) -> dict[str, Any]:
    return {
        "id": f"les-{number}",
        "thema": "geld",
        "titel": _text(number, 5)[:-1],
        "waar": "Een andere regio",
        "datum": "2021",
        "wat": _text(number, 14),
        "dus": _text(number + 1, 12),
        "herkomst": HERKOMST,
    }


def _begrip(number: int) -> dict[str, Any]:
    return {
        "id": f"begrip-{number}",
        "term": f"{'abcdefghijklmnopqrstuvwxyz'[number % 26]}woord {number}",
        "uitleg": _text(number, 12),
        "voor_ouders": _text(number + 1, 9),
        "herkomst": HERKOMST,
    }


def _bron(number: int) -> dict[str, Any]:
    return {
        "id": f"bron-{number}",
        "titel": _text(number, 6)[:-1],
        "soort": "verslag",
        **dict.fromkeys(("uitgever", "datum", "adres", "geraadpleegd"), "onbekend"),
        "toelichting": _text(number, 12),
    }


def _partij(number: int) -> dict[str, Any]:
    return {
        "id": f"partij-{number}",
        "naam": f"Partij {number}",
        "soort": ("groep", "functie")[number % 2],
        "uitleg": _text(number, 9),
        "herkomst": HERKOMST,
    }


def _vergadering(number: int, body: str) -> dict[str, Any]:
    """An odd one was held, some years back; an even one is to come in the years after."""
    past = number % 2
    year, day = divmod(number // 2, 50)
    return {
        "id": f"vergadering-{number}",
        "titel": f"Vergadering {number}",
        "overleg": body,
        "datum": f"{2022 - year if past else 2031 + year}-{1 + day // 5:02d}-{1 + day % 5:02d}",
        **dict.fromkeys(("begin", "einde", "plaats"), "onbekend"),
        "stand": "gehouden" if past else "gepland",
        "agenda": [
            {"id": "opening", "titel": "Opening", "doel": "vast-punt"},
            {
                "id": "plan",
                "titel": _text(number, 6)[:-1],
                "partijen": ["gemeenten"],
                "doel": "ter-bespreking",
            },
        ],
        "herkomst": HERKOMST,
    }


def _besluit(number: int, vergadering: int) -> dict[str, Any]:
    return {
        "id": f"besluit-{number}",
        "titel": _text(number, 6)[:-1],
        "vergadering": f"vergadering-{vergadering}",
        "tekst": _text(number, 14),
        "voor_ouders": _text(number + 1, 9),
        "eigenaar": "onbekend",
        "vervolg": "onbekend",
        "herkomst": HERKOMST,
    }


JAREN = range(2014, 2022)


def _waarneming(indicator: str, gebied: str, jaar: int) -> dict[str, str]:
    return {
        "indicator": indicator,
        "gebied": gebied,
        "periode": str(jaar),
        "uitsplitsing": "totaal",
        "waarde": f"{1 + (len(gebied) + jaar) % 5},{jaar % 10}",
        "status": "definitief",
        "opgehaald": "2022-06-24",
        "bron": HERKOMST["bron"],
        "zekerheid": "bevestigd",
    }


def _woorden(folder: Path) -> list[str]:
    """The words of real texts: made-up rows of these are as hard to compress as real ones."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yml")))
    return sorted({word for text in texts for word in re.findall(r"\b[a-z]{2,}\b", text)})


def _text(seed: int, words: int) -> str:
    """A sentence; the number in it makes it the only one of its kind."""
    vocabulary = WORDS.split()
    chosen = [vocabulary[(seed * 7 + step * step) % len(vocabulary)] for step in range(words)]
    return f"{' '.join(chosen).capitalize()} {seed}."


def _translate(bron: Path, folder: Path) -> None:
    """The catalogue of ``bron`` and, for every new text, a translation of the same length."""
    regio = load(folder, vandaag()).regio
    known, _ = read(bron, "en")
    assert regio is not None
    assert known is not None
    texts = {
        **{bericht.tekst: bericht.tekst[::-1] for bericht in data_texts(regio)},
        **known.vertaald,
    }
    catalog = Catalog(locale="en", charset="utf-8")
    for dutch, english in texts.items():
        catalog.add(dutch, english)
    file = pad(folder, "en")
    file.parent.mkdir()
    file.write_text(als_po(catalog, "en"), encoding="utf-8")
