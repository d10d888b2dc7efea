"""What a region has nothing of is left out: no page of prose leads to a page that is not there.

Not here: a site that was built of such a region (``tests/site/test_andere_regio.py``).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Template

from macros.load import Loaded
from macros.model.geheel import SOORTEN, Regio
from macros.proza.weglaten import menu_zonder, weggelaten
from macros.render.blokken import all_blokken
from macros.taal.proza import lees
from macros.views.aanwezig import heeft
from tests.unit.mini import ROOT

NL = ROOT / "docs" / "nl"
GEBIEDEN = sorted({soort.gebied for soort in SOORTEN} - {"regio"})
_LINK = re.compile(r"\]\(([^)#:]+\.md)")


def met_alleen(regio: Regio, *gebieden: str) -> Regio:
    """The region without any file of another area, but for its settings."""
    empty = Regio(instellingen=regio.instellingen)
    kept = [soort.veld for soort in SOORTEN if soort.gebied in gebieden]
    return replace(empty, **{veld: getattr(regio, veld) for veld in kept})


def links(docs: Path, pad: str, regio: Regio) -> Iterator[str]:
    """Where a page of prose leads when the region has no more than this."""
    blocks = {block.__name__: lambda *_: "" for block in all_blokken()}
    text = Template((docs / pad).read_text(encoding="utf-8")).render(
        blocks, heeft=lambda *names: heeft(regio, *names)
    )
    for target in _LINK.findall(text):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(pad), target))


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_prose_leads_only_to_pages_that_are_there_whatever_else_is_missing(
    taal: str, geladen: Loaded
) -> None:
    assert geladen.regio is not None
    dead = []
    for gebied in ("", *GEBIEDEN):
        regio = met_alleen(geladen.regio, gebied)
        away = weggelaten(lees(NL), regio, NL)
        docs = ROOT / "docs" / taal
        pages = {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")} - away
        dead += [(gebied, one, to) for one in pages for to in links(docs, one, regio) if to in away]
    assert dead == []


OVERLEG = {
    "overleggen": {"index", "deelnemers", "regie"},
    "vergaderingen": {"index", "kalender", "regie"},
    "besluiten": {"index", "besluiten", "regie"},
    "voorstellen": {"index", "voorstellen"},
    "routes": {"index", "routes", "voorstellen", "doorlooptijd", "regie"},
    "functies": {"index", "deelnemers", "regie"},
    "documenten": {"index", "documenten"},
    "onderwerpen": {"index", "onderwerpen"},
    "spelregels": {"index", "spelregels"},
    "buurnetwerken": {"index"},
}


@pytest.mark.parametrize("veld", OVERLEG)
def test_one_kind_of_the_bodies_brings_its_own_pages_and_those_lead_to_no_other(
    regio: Regio, veld: str
) -> None:
    only = replace(Regio(instellingen=regio.instellingen), **{veld: getattr(regio, veld)})
    away = weggelaten(lees(NL), only, NL)
    left = {pad for pad in lees(NL) if pad.startswith("overleg/")} - away
    assert left == {f"overleg/{name}.md" for name in OVERLEG[veld]}
    for taal in ("nl", "en"):
        dead = [to for pad in left for to in links(ROOT / "docs" / taal, pad, only) if to in away]
        assert dead == []


def test_every_kind_of_the_bodies_is_tried_alone() -> None:
    assert OVERLEG.keys() == {soort.veld for soort in SOORTEN if soort.gebied == "overleg"}


def test_of_a_region_with_everything_nothing_is_left_out(geladen: Loaded) -> None:
    assert geladen.regio is not None
    assert weggelaten(lees(NL), geladen.regio, NL) == frozenset()


def test_of_a_region_with_nothing_only_what_is_of_every_site_is_left(geladen: Loaded) -> None:
    assert geladen.regio is not None
    away = weggelaten(lees(NL), met_alleen(geladen.regio), NL)
    kept = {file.relative_to(NL).as_posix() for file in NL.rglob("*.md")} - away
    assert {page for page in kept if "/" in page} == {"open-data/index.md", "open-data/velden.md"}
    assert {"index.md", "ouders.md", "over.md", "nog-niet-bekend.md", "zoeken.md"} <= kept


def test_a_menu_loses_pages_and_then_parts_that_have_none_left() -> None:
    menu = [
        "a.md",
        {"B": ["b/1.md", {"Twee": "b/2.md"}]},
        {"C": [{"Een": "c/1.md"}]},
        {"D": "d.md"},
    ]
    assert menu_zonder(menu, frozenset({"a.md", "b/2.md", "c/1.md"})) == [
        {"B": ["b/1.md"]},
        {"D": "d.md"},
    ]


def test_every_page_that_names_what_there_is_not_is_told_at_its_line(
    regio: Regio, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ngebied: overleg, monitr\n---\n\ngebied: x\n")
    (tmp_path / "b.md").write_text("---\ngebied: bronn\n---\n")
    (tmp_path / "c.md").write_text("# C\n\ngebied: geen\n")
    with pytest.raises(SystemExit) as found:
        weggelaten(lees(tmp_path), regio, tmp_path)
    assert str(found.value).splitlines()[:2] == [
        f"{tmp_path}/a.md:3:1: fout: 'monitr' is geen gebied of soort. Bedoel je 'monitor'?",
        f"{tmp_path}/b.md:2:1: fout: 'bronn' is geen gebied of soort. Bedoel je 'bron'?",
    ]
