"""The answers kept in ``tests/statline``, taken over by an invented region that is linked to them."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from macros.invoer.statline.client import DIENST
from scripts.importeer_cbs import importeer
from tests.unit.gevallen import foto
from tests.unit.mini import ROOT, Mini

OPNAMEN = ROOT / "tests" / "statline"
TABELLEN = sorted(
    folder.name for folder in OPNAMEN.iterdir() if (folder / "TableInfos.json").is_file()
)


class Afspeler:
    """Gives the kept answers, in the order in which they were kept."""

    def __init__(self) -> None:
        self.keren: Counter[str] = Counter()

    def haal(self, url: str) -> bytes:
        table, part = urlsplit(url).path.strip("/").split("/")[-2:]
        name = f"{table.lower()}/{part}"
        self.keren[name] += 1
        number = "" if self.keren[name] == 1 else f"-{self.keren[name]}"
        return (OPNAMEN / f"{name}{number}.json").read_bytes()


INDICATOR = "monitor/indicatoren/aandeel.yml"
GEMEENTEN = {
    "dorp": ("GM9001", "GM0203"),
    "stad": ("GM9002", "GM0228"),
    "eiland": ("GM9003", "GM0267"),
}
"""Our invented municipalities with the codes of three that are in the answers."""


def koppeling(tabel: str, gebieden: str, land: str, *regels: str) -> str:
    """How one of the tables is linked; ``regels`` are about its periods and columns."""
    return "\n".join(
        (
            *(f"id: {tabel}", f"tabel: {tabel.upper()}", "bron: verslag", f"gebieden: {gebieden}"),
            *("referentiegebieden:", "  - gebied: land", f"    code: {land}", *regels),
            *("gezien: Voor deze tests.", "herkomst:", "  bron: verslag", "  peildatum: 2022"),
            "  zekerheid: voorbeeld\n",
        )
    )


def kolom(naam: str, indicator: str) -> tuple[str, str, str]:
    return f"  - kolom: {naam}", f"    indicator: {indicator}", "    uitsplitsing: totaal"


KOPPELINGEN = {
    "85984ned": koppeling(
        *("85984ned", "WijkenEnBuurten", "NL00", "periode: 2024", "kolommen:"),
        *kolom("AantalInwoners_5", "inwoners"),
        *kolom("JongerenMetJeugdzorgInNatura_91", "hulp"),
    ),
    "85098ned": koppeling(
        *("85098ned", "RegioS", "NL01", "perioden:", "  dimensie: Perioden", "  soorten:"),
        *("    - jaar", "  vanaf: 2022", "kolommen:"),
        *kolom("JongerenMetJeugdhulpInNatura_1", "aandeel"),
    ),
}
OVERGENOMEN = {
    "85984ned": (
        "inwoners;gemeente-dorp;2024;totaal;62592;definitief;",
        "inwoners;land;2024;totaal;17942942;definitief;",
    ),
    "85098ned": (
        "aandeel;gemeente-dorp;2022;totaal;10,2;voorlopig;",
        "aandeel;land;2022;totaal;13,2;voorlopig;",
    ),
}
"""Some of what each table says; of help in 2024 it says nothing yet."""


@pytest.fixture
def gekoppeld(mini: Mini) -> Mini:
    """The invented region, linked to both tables."""
    for name, (ours, theirs) in GEMEENTEN.items():
        mini.vervang(f"gemeenten/gemeente-{name}.yml", ours, theirs)
    mini.vervang("bronnen/verslag.yml", "geraadpleegd: onbekend", "geraadpleegd: 2022-11-01")
    share = mini.lees("monitor/indicatoren/hulp-per-honderd.yml")
    without = re.sub(r"(?ms)^(reeksen|afleiding):\n(  .*?\n)+(?=\w)", "", share)
    for old, new in (("id: hulp-per-honderd", "id: aandeel"), ("nummer: 2", "nummer: 5")):
        assert without.count(old) == 1
        without = without.replace(old, new)
    mini.schrijf(INDICATOR, without)
    for tabel, text in KOPPELINGEN.items():
        mini.schrijf(f"monitor/statline/{tabel}.yml", text)
    return mini


def test_a_link_is_tried_for_every_table_that_was_kept() -> None:
    assert sorted(KOPPELINGEN) == TABELLEN


@pytest.mark.parametrize("tabel", TABELLEN)
def test_a_kept_table_is_taken_over_and_then_brings_no_news(
    tabel: str, gekoppeld: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    data = gekoppeld.map
    assert importeer(data, [tabel], Afspeler().haal, DIENST, schrijven=True) == 0
    text = gekoppeld.lees("monitor/waarnemingen/verslag.csv")
    assert [one for one in OVERGENOMEN[tabel] if text.count(f"\n{one}") != 1] == []
    assert "\nhulp;gemeente-dorp;2024" not in text
    capsys.readouterr()
    after = foto(data)
    assert importeer(data, [tabel], Afspeler().haal, DIENST, schrijven=True) == 0
    assert capsys.readouterr().err == "Geen nieuws bij het CBS.\nEr is niets geschreven.\n"
    assert foto(data) == after
