"""Texts of an editor are no leak, whatever stands in them: the check on the built site looks at figures.

Not here: planted leaks (``test_lekken``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.lekken.controle import Lekken
from macros.bescherming.lekken.vakken import eigen_teksten, verborgen
from macros.engine.bijbestanden import bijbestanden
from macros.issue import Level
from macros.load import Loaded
from macros.render.figuur.insluiten import paginabestand
from macros.render.figuur.pagina import teken
from macros.render.weergave import Weergave
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren
from macros.views.monitor.basis import bronzinnen
from tests.gebouwd import TALEN
from tests.unit.mini import DAG, Mini, kopie

WORTEL = "https://voorbeeld.test/"

LASTIG = (
    "{} 2030",
    "{}",
    "=1+1 {}",
    "{} | in 2021 waren het er 12; 0-14 jaar, artikel 2.3",
    "-3% \"{}\" en 'zo'",
    "{} 🙂 15 tot 25 jaar",
    "{} · 7 & <8> 1.234,5",
    "@{} %7C 10%",
    "{} " + "over 2021-2023, " * 19,
)
"""What an editor may write around a text."""

REGIO = "regio.yml"
TWEEDE = """\
id: dorp-hulp-2
gemeente: gemeente-dorp
indicator: hulp-per-honderd
tekst: Nog iets.
herkomst:
  bron: verslag
  peildatum: 2022
  zekerheid: voorbeeld
"""
"""A second remark on one figure."""

DELEN = (
    "figuren",
    "figuurpaginas",
    "monitor.waarnemingen",
    "monitor.toelichtingen",
    "monitor.per_figuur",
    "monitor.per_gemeente",
    "regio.bronnen",
)
"""The files in which figures stand, and those that these are held against."""


_GEEN_TEKST = re.compile(r"[a-z]+(?:_[a-z]+)+|telefoon|voorzitter|eigenaar|nummer")
"""Names that a file takes from the model, in a place where a name may stand."""


def lastig(mini: Mini) -> Loaded:
    """A region of which almost every text has something around it that looks like a figure."""
    regio = mini.load().regio
    assert regio is not None
    places: dict[str, set[tuple[str, ...]]] = {}
    for path, leaf in regio.waarden(lambda leaf: leaf.tekst is not None):
        if not leaf.onbekend and "uitgave" not in leaf.loc:
            places.setdefault(path, set()).add(tuple(map(str, leaf.loc)))
    shapes = cycle(LASTIG)
    for path, locs in sorted(places.items()):
        source = mini.lees(path)
        top = yaml.compose(source)
        assert top is not None
        nodes = dict(_woorden(top, ()))
        found = [nodes[one] for one in locs & nodes.keys()]
        for node in sorted(found, key=lambda one: one.start_mark.index, reverse=True):
            text = node.value.strip()
            if _GEEN_TEKST.fullmatch(text):
                continue
            begin, end = node.start_mark.index, node.end_mark.index
            tail = "\n" if source[begin:end].endswith("\n") else ""
            new = json.dumps(next(shapes).format(text), ensure_ascii=False)
            source = f"{source[:begin]}{new}{tail}{source[end:]}"
        mini.schrijf(path, source)
    return mini.load()


def _woorden(
    node: yaml.Node, plaats: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    """The values of a file with the place of each, from top to bottom."""
    match node:
        case yaml.ScalarNode():
            yield plaats, node
        case yaml.SequenceNode():
            for number, one in enumerate(node.value):
                yield from _woorden(one, (*plaats, str(number)))
        case yaml.MappingNode():
            for key, one in node.value:
                yield from _woorden(one, (*plaats, key.value))


def test_whatever_an_editor_writes_is_no_leak(tmp_path: Path) -> None:
    mini = kopie(tmp_path)
    mini.vervang(REGIO, "licentie_teksten: onbekend", "licentie_teksten: Vrij te gebruiken")
    mini.schrijf("monitor/toelichtingen/dorp-hulp-2.yml", TWEEDE)
    loaded = lastig(mini)
    assert [one for one in loaded.issues if one.level is Level.FOUT] == []
    regio, site = loaded.regio, tmp_path / "site"
    assert regio is not None
    languages = {key: one.vertaler() for key, one in loaded.catalogi.items()}
    drawn = {key: Weergave(Blik(regio, v, DAG)) for key, v in languages.items()}
    for key, weergave in drawn.items():
        for name, part in bijbestanden(weergave, f"{WORTEL}{TALEN[key]}").items():
            if name in DELEN:
                part(site / TALEN[key])
    lekken = Lekken(site, verborgen(regio), eigen_teksten(regio, languages.values()))
    found: list[object] = []
    for key, weergave in drawn.items():
        for figuur in alle_figuren(weergave.blik).values():
            page = figuur.pad.partition("#")[0]
            alone = site / TALEN[key] / paginabestand(figuur)
            for pad, html in (
                (f"{page}index.html", teken(weergave.pagina(page), figuur)),
                (paginabestand(figuur), alone.read_text(encoding="utf-8")),
            ):
                found += lekken.pagina(f"{TALEN[key]}{pad}", html, LexborHTMLParser(html))
    assert [*found, *lekken.bestanden()] == []


def test_a_source_is_said_as_it_may_be_said(tmp_path: Path) -> None:
    mini = kopie(tmp_path)
    mini.vervang("bronnen/verslag.yml", "uitgever: onbekend", "uitgever: Bureau 2025")
    loaded = mini.load()
    assert loaded.regio is not None
    for catalogus in loaded.catalogi.values():
        v = catalogus.vertaler()
        said = {*bronzinnen(Blik(loaded.regio, v, DAG), ["verslag"])}
        assert any(one.startswith("Bureau 2025: ") for one in said)
        assert said <= eigen_teksten(loaded.regio, [v])
