"""The comparison of two built sites, and how it is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.controle import Gebrek
from scripts.canary import vergelijk, verslag

PAGINA = """<!doctype html><html lang="nl"><head><title>Start</title>{extra}
<link rel="canonical" href="https://voorbeeld.test/"></head><body>
<header class="kop"><a href="./"{hier}>Start</a></header>
<div class="inhoud"><h1>Kop</h1><p>{tekst}</p><img src="{beeld}" alt=""></div>
<footer class="voet"><a href="{link}">Over</a></footer></body></html>
"""
GEWOON = {"tekst": "een twee", "link": "over/", "beeld": "a.svg", "hier": "", "extra": ""}


def site(map_: Path, **paginas: dict[str, str]) -> Path:
    """A site of a page per name; what is given differs from the ordinary page."""
    for naam, anders in paginas.items():
        file = map_ / naam / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGINA.format(**(GEWOON | anders)), encoding="utf-8")
    return map_


@pytest.mark.parametrize(
    "anders",
    [
        {"tekst": "een  \n  twee"},
        {"link": "./over/"},
        {"link": "../a/over/"},
        {"extra": '<link rel="stylesheet" href="anders.css">'},
    ],
    ids=["witruimte", "punt", "omweg", "opmaak"],
)
def test_zelfde_inhoud_is_geen_verschil(tmp_path: Path, anders: dict[str, str]) -> None:
    nu, straks = site(tmp_path / "nu", a={}), site(tmp_path / "straks", a=anders)
    assert list(vergelijk(nu, straks)) == []


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"tekst": "een drie"}, "'drie Over"),
        ({"link": "elders/"}, "'/a/elders/ "),
        ({"beeld": "b.svg"}, "'/a/b.svg "),
        ({"hier": ' aria-current="page"'}, "'/a/ page "),
        ({"extra": '<link rel="alternate" hreflang="en" href="en/">'}, "'/a/en/ "),
    ],
    ids=["woord", "link", "beeld", "aria-current", "hreflang"],
)
def test_ander_woord_of_adres_wordt_genoemd(
    tmp_path: Path, anders: dict[str, str], wat: str
) -> None:
    nu, straks = site(tmp_path / "nu", a={}), site(tmp_path / "straks", a=anders)
    (gebrek,) = vergelijk(nu, straks)
    assert gebrek.pagina == "a/index.html"
    assert gebrek.wat.startswith(f"de inhoud is anders: {wat}")


def test_pagina_te_veel_en_te_weinig(tmp_path: Path) -> None:
    nu, straks = site(tmp_path / "nu", a={}, b={}), site(tmp_path / "straks", a={}, c={})
    assert sorted(vergelijk(nu, straks)) == [
        Gebrek("b/index.html", "deze pagina ontbreekt"),
        Gebrek("c/index.html", "deze pagina is er nu niet"),
    ]


def test_verslag_telt_per_soort_en_toont_er_enkele() -> None:
    ankers = [Gebrek(f"{n}.html", f"dit anker bestaat niet: #{n}") for n in range(5)]
    dubbel = Gebrek("a.html", "de id 'x' staat er twee keer")
    assert verslag([dubbel, *ankers]).splitlines() == [
        "  5x dit anker bestaat niet…",
        "      0.html: dit anker bestaat niet: #0",
        "      1.html: dit anker bestaat niet: #1",
        "      2.html: dit anker bestaat niet: #2",
        "  1x de id … staat er twee keer",
        "      a.html: de id 'x' staat er twee keer",
    ]
