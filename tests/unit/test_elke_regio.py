"""Code and prose are there for every region: what is true of one stands in its data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.model.regio import Inleidingplek
from tests.unit.mini import ROOT

EIGEN = (
    *("foodvalley", "food valley", "gelderse vallei", "veluwe"),
    *("barneveld", "ede", "nijkerk", "renswoude", "rhenen", "scherpenzeel", "veenendaal"),
    *("wageningen", "berséba", "berseba", "refsvo", "skovv", "zeeluwe", "samen voor het kind"),
    *("focusagenda", "focus agenda", "netwerkregisseur", "network coordinator", "povo", "fat"),
    *("passende samenwerking", "appropriate cooperation", "lappendeken", "poreuze randen"),
    *("porous edges", "puzzelkinderen", "schoolpilots", "regiegroep", "voorzittersoverleg"),
)
"""What only the regions that this site was made for and tried with have: places, bodies, their words."""
_EIGEN = re.compile(rf"(?<![\w])(?:{'|'.join(EIGEN)})(?![\w])", re.IGNORECASE)


def bestanden() -> list[Path]:
    """Everything a site of another region is made of, apart from its data. What can be read in a
    picture stands in a text beside it."""
    found = [*ROOT.glob("mkdocs*.yml")]
    for folder in (ROOT / "macros", ROOT / "docs"):
        found += (file for file in folder.rglob("*") if file.is_file())
    return sorted(
        file for file in found if "__pycache__" not in file.parts and file.suffix != ".png"
    )


def eigen_woorden(text: str) -> list[tuple[int, str]]:
    """The line and the word of each thing that only one region has."""
    return [(text.count("\n", 0, one.start()) + 1, one.group()) for one in _EIGEN.finditer(text)]


def test_a_word_of_one_region_is_found_and_no_other() -> None:
    text = "In Ede\nen regio-foodvalley; in de vrede\nvan de Focusagenda, edele heer."
    assert eigen_woorden(text) == [(1, "Ede"), (2, "foodvalley"), (3, "Focusagenda")]


def test_code_and_prose_have_no_word_of_one_region() -> None:
    found = []
    for file in bestanden():
        text = file.read_bytes().decode("utf-8", errors="ignore")
        name = file.relative_to(ROOT)
        found += [f"{name}:{line}: {word}" for line, word in eigen_woorden(text)]
    assert not found, "only one region has this:\n" + "\n".join(found)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_each_place_for_the_words_of_a_region_is_on_one_page(taal: str) -> None:
    pages = "".join(one.read_text(encoding="utf-8") for one in (ROOT / "docs" / taal).rglob("*.md"))
    called = re.findall(r'\{\{ inleiding\(page, "(\S+)"\) \}\}', pages)
    assert sorted(called) == sorted(Inleidingplek)
