"""Hundreds of kinds of mistakes, each told at its place in Dutch, or nothing is lost by it.

With ``TRAAG=1`` each kind is made in many files, and mistakes are made together.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from macros import load
from macros.issue import Issue
from macros.source.nodes import Document, parse
from tests.fouten import oordeel as blik
from tests.fouten.alle import pogingen
from tests.fouten.oordeel import Oordeel, Soort, oordeel
from tests.fouten.werk import VERGISSINGEN, Ingreep, Vergissing, Verwacht, Waar, Werk
from tests.langzaam import TRAAG

ZAAD = 14
PER_SOORT = 12 if TRAAG else 1
"""In so many files each kind is made."""
STAP = 1 if TRAAG else 9
"""One in so many kinds is tried in every run."""
SBO = "begrippen/sbo.yml"


def _beoordeeld(werk: Werk, tries: list[tuple[Vergissing, str, Ingreep]]) -> list[str]:
    wrong = []
    for soort, pad, ingreep in tries:
        found = oordeel(werk, soort, ingreep)
        wrong += [
            f"{one.name}: {soort.naam}, in {pad}: {why}"
            for one, why in found.fouten
            if one is not Soort.BIJZAAK
        ]
    return wrong


def test_there_are_many_kinds_of_mistakes_in_every_sort_of_file(werk: Werk) -> None:
    counted = Counter(soort.waar for soort in VERGISSINGEN.values())
    assert set(counted) == set(Waar)
    assert min(counted.values()) >= 30
    made = {soort.naam for soort, _, _ in pogingen(werk, ZAAD, 1)}
    assert made == set(VERGISSINGEN), "each of them can be made in the invented region"


def test_every_mistake_is_told_at_its_place_or_nothing_is_lost_by_it(werk: Werk) -> None:
    tries = [*pogingen(werk, ZAAD, PER_SOORT)][::STAP]
    assert _beoordeeld(werk, tries) == []
    assert werk.lees().issues == werk.goed.issues, "the region is as it was"


@pytest.mark.parametrize("zaad", range(400 if TRAAG else 1))
def test_mistakes_made_together_are_told_too(zaad: int, werk: Werk) -> None:
    """Two or three at once, in different files: at least one of each sort that is told is told."""
    r = Random(zaad)
    some: dict[str, tuple[Vergissing, Ingreep]] = {}
    for soort, pad, ingreep in r.sample([*pogingen(werk, zaad, 1)], 40):
        if not set(ingreep.bestanden) & {one for _, i in some.values() for one in i.bestanden}:
            some[pad] = soort, ingreep
        if len(some) == 3:
            break
    apart = [oordeel(werk, soort, ingreep) for soort, ingreep in some.values()]
    together = Ingreep(
        {pad: raw for _, ingreep in some.values() for pad, raw in ingreep.bestanden.items()},
        ook=tuple(pad for _, ingreep in some.values() for pad in ingreep.ook),
    )
    told = any(one.gezegd for one in apart)
    verwacht = Verwacht.GEZEGD if told else Verwacht.VRIJ
    found = oordeel(werk, Vergissing("samen", Waar.MAP, verwacht, lambda *_: None), together)
    bad = (Soort.TRACEBACK, Soort.NERGENS, Soort.TAAL, Soort.STIL)
    assert [one for one in found.fouten if one[0] in bad] == []


# ---------------------------------------------------------------- the judge sees what is wrong


def _poging(werk: Werk, verwacht: Verwacht, oud: str, nieuw: str) -> Oordeel:
    text = werk.tekst(SBO)
    assert text.count(oud) == 1
    ingreep = Ingreep({SBO: text.replace(oud, nieuw).encode()}, (nieuw,))
    werk.geheugen.bestanden.pop(SBO, None)
    try:
        return oordeel(werk, Vergissing("x", Waar.YAML, verwacht, lambda *_: None), ingreep)
    finally:
        werk.geheugen.bestanden.pop(SBO, None)


TEKST = ("Een vorm van basisonderwijs.", "Een vorm van onderwijs, ook in de buurt.")
FOUT = ("zekerheid: voorbeeld", "zekerheid: misschien")


def _soorten(found: Oordeel) -> set[Soort]:
    return {one for one, _ in found.fouten}


def test_a_good_change_and_a_good_message_are_right(werk: Werk) -> None:
    assert _poging(werk, Verwacht.VRIJ, *TEKST).goed
    found = _poging(werk, Verwacht.GEZEGD, *FOUT)
    assert found.goed
    assert [one.code for one in found.gezegd] == ["keuze"]


def test_a_traceback_is_seen(werk: Werk, monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(text: str, path: str) -> Any:
        raise ValueError(path)

    monkeypatch.setattr(load, "parse", kapot)
    assert _soorten(_poging(werk, Verwacht.VRIJ, *TEKST)) == {Soort.TRACEBACK}


def test_a_message_at_another_line_is_seen(werk: Werk, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Document.where
    monkeypatch.setattr(Document, "where", lambda self, loc: (right(self, loc)[0] + 1, 1))
    nooit_gelezen = "zekerheid: voorbeeld", "zekerheid: ergens"  # what was read is remembered
    assert _soorten(_poging(werk, Verwacht.GEZEGD, *nooit_gelezen)) == {Soort.NERGENS}


@pytest.mark.parametrize("weg", [" ook in de buurt.", "ook ", ","])
def test_a_part_of_a_text_that_gets_lost_is_seen(
    weg: str, werk: Werk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "parse", lambda text, path: parse(text.replace(weg, ""), path))
    assert _soorten(_poging(werk, Verwacht.VRIJ, *TEKST)) == {Soort.STIL}


def test_what_should_have_been_told_is_missed(werk: Werk) -> None:
    assert _soorten(_poging(werk, Verwacht.GEZEGD, *TEKST)) == {Soort.STIL}
    assert _soorten(_poging(werk, Verwacht.GELIJK, *TEKST)) == {Soort.STIL}


def test_what_fix_would_lose_is_seen(werk: Werk, monkeypatch: pytest.MonkeyPatch) -> None:
    def zonder(loaded: Any) -> Any:
        yield werk.map / SBO, werk.tekst(SBO)

    monkeypatch.setattr(blik, "canonical_files", zonder)
    assert _soorten(_poging(werk, Verwacht.VRIJ, *TEKST)) == {Soort.STIL}


@pytest.mark.parametrize(
    "message",
    ["mapping values are not allowed here", "Value error.", "het veld", "Field 'x' required."],
)
def test_a_message_that_is_no_dutch_sentence_is_seen(message: str) -> None:
    assert blik.gewoon(Issue("a.yml", 1, 1, "x", message, "Doe dit."))
    assert not blik.gewoon(Issue("a.yml", 1, 1, "x", "'x' kan hier niet.", "Kies uit: a, b."))


def test_a_message_about_another_file_is_seen(werk: Werk, tmp_path: Path) -> None:
    text = werk.tekst(SBO)
    both = Ingreep({SBO: text.replace(*FOUT).encode()})
    other = Issue(f"{werk.map}/begrippen/swv.yml", 3, 1, "x", "Dit klopt niet.", "Doe dit.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blik, "form_issues", lambda _: [other])
        found = oordeel(werk, Vergissing("x", Waar.YAML, Verwacht.VRIJ, lambda *_: None), both)
    assert _soorten(found) == {Soort.BIJZAAK}
