"""What messages say in the workbench, where there are no files and no commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from macros.issue import Issue
from macros.werkbank.spraak import gezegd
from macros.werkbank.werkbank import Werkbank
from tests.unit.mini import DAG, DATA_MINI, ROOT

KRING = "overleg/overleggen/kring.yml"


@pytest.fixture(scope="module")
def bank() -> Werkbank:
    return Werkbank(DATA_MINI, DAG)


def zeg(bank: Werkbank, tip: str, pad: str = KRING) -> tuple[str, list[dict[str, str]]]:
    found = gezegd(bank, Issue(pad, 1, 1, "code", "Er is iets.", tip), pad)
    assert found.message == "Er is iets."
    return found.tip, list(found.naar)


@pytest.mark.parametrize(
    ("tip", "here", "naar"),
    [
        (
            "Vul 'geraadpleegd' in bij bronnen/verslag.yml, of kies 'afgeleid'.",
            "Vul 'geraadpleegd' in bij 'Verslag van de proef', of kies 'afgeleid'.",
            [{"pad": "bronnen/verslag.yml", "titel": "Verslag van de proef"}],
        ),
        (
            "Verbeter deze datum, of 'sinds' in raad.yml.",
            "Verbeter deze datum, of 'sinds' in 'Raad van Mini: \"samen\" & verder (RvM)'.",
            [
                {
                    "pad": "overleg/overleggen/raad.yml",
                    "titel": 'Raad van Mini: "samen" & verder (RvM)',
                }
            ],
        ),
        (
            "Maak monitor/dpia/gemeente-dorp-2.yml. Weet niemand het? Schrijf: stand: onbekend",
            "Maak een nieuw record bij 'DPIA's' voor 'gemeente-dorp-2'. Weet niemand het? "
            "Kies 'onbekend' bij 'Stand'",
            [{"soort": "dpia", "titel": "gemeente-dorp-2"}],
        ),
        (
            "Maak het aan in overleg/overleggen.",
            "Maak het aan bij 'Overleggen'.",
            [{"soort": "overleg", "titel": ""}],
        ),
        (
            "Verander het jaar, of de looptijd in agendas/plan-2021-2023.yml.",
            "Verander het jaar, of de looptijd in 'Agenda van Mini 2021-2023'.",
            [{"pad": "agendas/plan-2021-2023.yml", "titel": "Agenda van Mini 2021-2023"}],
        ),
        ("Vul het in, of schrijf: onbekend", "Vul het in, of kies 'onbekend'", []),
        ("Haal deze regel weg, of kies een andere.", "Haal dit weg, of kies een andere.", []),
        ("Kies uit: geldig_tot, samen.", "Kies uit: Geldig tot, samen.", []),
        ("Kijk in w3.org/index.html.", "Kijk in w3.org/index.html.", []),
    ],
)
def test_a_file_is_a_record_with_a_way_there_and_a_line_is_a_choice(
    bank: Werkbank, tip: str, here: str, naar: list[dict[str, str]]
) -> None:
    assert zeg(bank, tip) == (here, naar)


def zinnen() -> Iterator[str]:
    """Every sentence of the checks on data that tells of a command."""
    folder = ROOT / "macros"
    files = [*folder.glob("rules/**/*.py"), *folder.glob("source/*.py"), *folder.glob("*.py")]
    files += [folder / "model" / "validate.py", folder / "taal" / "catalogus.py"]
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docs = {
            id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)
        }  # docstrings are for who reads code
        for one in ast.walk(tree):
            said = one.value if isinstance(one, ast.Constant) and id(one) not in docs else None
            if isinstance(said, str) and re.search(r"\bmake [a-z]", said):
                yield said


def test_no_message_asks_for_a_command(bank: Werkbank) -> None:
    found = [*zinnen()]
    assert len(found) > 5
    assert [said for one in found if "make " in (said := zeg(bank, one)[0])] == []
