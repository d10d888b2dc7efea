"""Mistakes in pages and in workbooks: each is told at its line or cell, and nothing breaks.

Not here: files of data and catalogues (``test_fouten``).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.issue import Issue, has_errors
from macros.model.geheel import Regio
from tests.langzaam import TRAAG
from tests.unit.conftest import geladen, regio
from tests.unit.invulling import boek, goed, ingelezen
from tests.unit.test_proza import KOP, gelezen

__all__ = ["geladen", "regio"]

BLADZIJDE = {
    "een nummer van een mens": "Bel gerust 06 – 12.34.56.78 in de week.",
    "een adres van een mens": "Mail naar jan (at) voorbeeld.nl voor vragen.",
    "een volgadres uit Outlook": "Lees [dit](https://eur02.safelinks.protection.outlook.com/?url=x).",
    "een klein aantal": "Vorig jaar zaten 4 leerlingen thuis.",
    "een klein aantal in woorden": "Het ging om een drietal thuiszitters.",
    "een burgerservicenummer": "Zijn BSN is 111222333.",
    "een geboortedatum": "Zij is geboren op 3 maart 2014.",
    "een onzichtbaar teken uit Word": "Samen\u200bwerken is het doel.",
    "een teken dat de leesrichting keert": "Samen\u202ewerken is het doel.",
    "een conflict van git": "<<<<<<< HEAD",
    "een element dat open blijft": "<div>Een kader.",
    "een script": "<script>alert(1)</script>",
    "een adres dat iets uitvoert": "[klik](javascript:alert(1))",
    "een kop zonder spatie": "##Wat we doen",
    "uitleg die open blijft": "<!-- hier nog iets",
    "een codeblok dat open blijft": "```",
    "een blok met een typefout": "{{ kalendr(page) }}",
    "een blok zonder haakjes": "{{ kalender }}",
    "een blok dat open blijft": "{{ kalender(page) }",
    "een voorwaarde die open blijft": "{% if page %}",
    "kromme aanhalingstekens in een blok": "{{ inleiding(page, “overleg”) }}",
    "een verwijzing naar een pagina die er niet is": "Zie [hier](bestaat-niet.md).",
}
"""What somebody types on a line of a page."""

TEKST = [
    "Dit is een gewone zin.",
    "",
    "Nog een zin, met **nadruk**.",
    "",
    "- een punt",
    "- en nog een",
]


@pytest.mark.parametrize("fout", BLADZIJDE)
def test_a_mistake_in_a_page_is_told_at_its_line(fout: str, tmp_path: Path, regio: Regio) -> None:
    assert gelezen(tmp_path, regio, KOP + "\n".join(TEKST) + "\n") == []
    place = random.Random(fout).choice([0, 2, 6])
    lines = [*TEKST[:place], "", BLADZIJDE[fout], "", *TEKST[place:]]
    found = gelezen(tmp_path, regio, KOP + "\n".join(lines) + "\n")
    line = KOP.count("\n") + place + 2
    assert {one.line for one in found if one.path == "docs/nl/over.md"} == {line}
    assert all(one.message.endswith((".", "?")) and one.tip for one in found)


CEL: dict[str, tuple[str, object]] = {
    "een nummer van een mens": ("Contact", "bel 06\u00a012\u00a034\u00a056\u00a078"),
    "een adres van een mens": ("Contact", "jan@voorbeeld.nl"),
    "een klein aantal": ("Inhoud", "Nu doen 3 kinderen mee."),
    "een gemeente met een typefout": ("Gemeenten", "Dorpp"),
    "komma's in een lijst": ("Sectoren", "PO, VO"),
    "een keuze die er niet is": ("Soort", "ozaa"),
    "een datum die niet bestaat": ("Peildatum", "2021-02-30"),
    "een formule": ("Titel", "=A1&B1"),
    "een fout van het rekenblad": ("Titel", "#N/B"),
    "waar of onwaar": ("Experiment", True),
    "een bron die er niet is": ("Bron", "plann"),
    "een zin in een getal": ("Capaciteit", "ongeveer dertig"),
    "HTML": ("Inhoud", "Een <b>klas</b> met zorg."),
    "een onzichtbaar teken": ("Titel", "Klas\u202e aan zee"),
    "een tekst die nog moet komen": ("Samen", "volgt nog"),
    "een lege cel die moet": ("Titel", None),
}
"""A column of the sheet for arrangements, and what somebody types in it."""


def in_kolom(kop: str, waarde: object, plaats: int) -> bytes:
    rows = [goed(Titel=f"Een klas {woord}") for woord in ("aan zee", "in het bos", "op de hei")]
    rows[plaats] = rows[plaats] | {kop: waarde}
    return boek(*rows)


@pytest.mark.parametrize("fout", CEL)
def test_a_mistake_in_a_sheet_is_told_at_its_cell_and_nothing_is_taken_over(
    fout: str, regio: Regio
) -> None:
    kop, waarde = CEL[fout]
    place = random.Random(fout).choice([0, 1, 2])
    found = ingelezen(in_kolom(kop, waarde, place), regio)
    wrong = [one for one in found.issues if has_errors([one])]
    assert not found.ok
    assert {one.line for one in wrong} == {place + 2}
    assert len({one.column for one in wrong}) == 1
    assert all(one.message.endswith((".", "?")) for one in wrong)


BYTES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "een byte anders": lambda raw, dice: _anders(raw, dice, 1),
    "tien bytes anders": lambda raw, dice: _anders(raw, dice, 10),
    "afgebroken": lambda raw, dice: raw[: dice.randrange(len(raw))],
    "een stuk weg": lambda raw, dice: (
        raw[: (at := dice.randrange(len(raw)))] + raw[at + dice.randrange(1, 400) :]
    ),
    "twee keer achter elkaar": lambda raw, dice: raw + raw[dice.randrange(len(raw)) :],
}


def _anders(raw: bytes, dice: random.Random, aantal: int) -> bytes:
    typed = bytearray(raw)
    for _ in range(aantal):
        typed[dice.randrange(len(typed))] = dice.randrange(256)
    return bytes(typed)


@pytest.mark.parametrize("fout", BYTES)
def test_a_damaged_workbook_is_read_as_it_was_or_told_and_never_breaks(
    fout: str, regio: Regio
) -> None:
    raw = in_kolom("Inhoud", "Les en zorg.", 1)
    whole = {path: one.value for path, one in ingelezen(raw, regio).documenten.items()}
    for seed in range(400 if TRAAG else 12):
        found = ingelezen(BYTES[fout](raw, random.Random(seed)), regio)
        same = {path: one.value for path, one in found.documenten.items()} == whole
        assert same or _gezegd(found.issues), (fout, seed)


def _gezegd(issues: tuple[Issue, ...] | list[Issue]) -> bool:
    return any(issue.message for issue in issues)
