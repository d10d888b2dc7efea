"""The rules of routes: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``; that a mistake is told once, in
``test_slechte_invoer_overleg.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, samen

IDEE = "overleg/routes/idee-uit-de-buurt.yml"
NIEUWS = "overleg/routes/nieuws-van-de-raad.yml"

NAAR_ADVIES = "    daarna:\n      - advies\n"
NAAR_BESLUIT = "    daarna:\n      - besluit\n"
NAAR_HOREN = "    daarna:\n      - horen\n"
HOREN = "  - id: horen\n    overleggen:\n      - buurt-dorp\n      - kring\n    taak: informeren\n"
LAATSTE_TAAK = "taak: informeren\nherkomst"
RONDJE = "Haal deze regel weg, of kies een latere stap."


def anders(overleg: str) -> str:
    return f"Kies een ander overleg of een andere taak, of vul {overleg}.yml aan."


def na_het_horen(stap: str) -> Breek:
    """The last step is followed by another."""
    return bewerk(IDEE, HOREN, f"{HOREN}    daarna:\n      - {stap}\n")


SLECHT: dict[str, list[Slecht]] = {
    "dubbele-stap": [
        Slecht(
            bewerk(IDEE, "- id: horen", "- id: ‸advies"),
            "De id 'advies' staat twee keer in deze route.",
            "Geef een van de twee een andere id.",
        )
    ],
    "stap-van-de-route": [
        Slecht(
            bewerk(IDEE, "- besluit\n", "- ‸beslut\n"),
            "Deze route heeft geen stap 'beslut'.",
            "Bedoel je 'besluit'?",
        ),
        Slecht(
            bewerk(NIEUWS, "- kring\n    taak", "- kring\n    daarna:\n      - ‸x\n    taak"),
            "Deze route heeft geen stap 'x'.",
            "Kies uit: buurt, kring.",
        ),
        Slecht(
            bewerk(IDEE, NAAR_ADVIES, "", ("- id: advies", "- id: ‸advies")),
            "Geen stap leidt naar 'advies'.",
            "Zet deze id bij 'daarna' van de stap ervoor, of haal de stap weg.",
        ),
    ],
    "route-in-een-rondje": [
        Slecht(
            na_het_horen("‸advies"), "Zo komt het voorstel weer bij 'advies': een rondje.", RONDJE
        ),
        Slecht(
            na_het_horen("‸horen"), "Zo komt het voorstel weer bij 'horen': een rondje.", RONDJE
        ),
    ],
    "nieuws-zonder-besluit": [
        Slecht(
            bewerk(NIEUWS, LAATSTE_TAAK, "taak: ‸voorbereiden\nherkomst"),
            "De taak 'voorbereiden' past niet in een route voor nieuws.",
            "Kies 'informeren', of maak de soort van de route 'besluit'.",
        )
    ],
    "route-zonder-einde": [
        Slecht(
            bewerk(
                IDEE,
                NAAR_BESLUIT,
                "",
                (NAAR_ADVIES, f"{NAAR_ADVIES}      - besluit\n"),
                ("- id: advies", "- id: ‸advies"),
            ),
            "De route eindigt bij 'advies', en daar wordt niet besloten.",
            "Zet bij 'daarna' de stap die volgt, tot en met het overleg dat beslist.",
        ),
        Slecht(
            bewerk(IDEE, "taak: informeren", "taak: ‸adviseren"),
            "De taak 'adviseren' kan niet na het besluit.",
            "Kies 'informeren', of zet deze stap voor het besluit.",
        ),
    ],
    "stap-zonder-bevoegdheid": [
        Slecht(
            bewerk(IDEE, "- raad\n", "- ‸kring\n"),
            "Bij 'kring' staat geen 'beslist'. Dat is nodig voor 'besluiten'.",
            anders("kring"),
        ),
        Slecht(
            bewerk(IDEE, "- raad\n", "- ‸tafel\n"),
            "Bij 'tafel' staat geen 'beslist'. Dat is nodig voor 'besluiten'.",
            anders("tafel"),
        ),
        Slecht(
            bewerk(
                IDEE,
                "- kring\n    taak: adviseren",
                "- kring\n      - ‸raad\n    taak: agenderen",
            ),
            "Bij 'raad' staat geen 'stelt-agenda-vast'. Dat is nodig voor 'agenderen'.",
            anders("raad"),
        ),
    ],
    "een-besluit-per-route": [
        Slecht(
            bewerk(
                IDEE, "taak: besluiten", "taak: ‸besluiten", ("taak: adviseren", "taak: besluiten")
            ),
            "Bij de stap 'advies' wordt al besloten.",
            "Laat één stap besluiten. Kies hier een andere taak.",
        ),
        Slecht(
            bewerk(IDEE, "- raad\n", "- raad\n      - ‸kring\n"),
            "In deze stap beslist meer dan één overleg.",
            "Laat één overleg besluiten.",
        ),
    ],
}

BESLIST_OOK = bewerk(
    NIEUWS, "soort: nieuws", "soort: besluit", (LAATSTE_TAAK, "taak: besluiten\nherkomst")
)
"""The route for news becomes one that ends in a decision."""

GOED: dict[str, Breek] = {
    "dubbele-stap": bewerk(NIEUWS, "- id: buurt\n", "- id: idee\n"),
    "stap-van-de-route": bewerk(IDEE, NAAR_ADVIES, f"{NAAR_ADVIES}      - besluit\n"),
    "route-in-een-rondje": samen(
        bewerk(IDEE, NAAR_BESLUIT, "", ("- advies\n", "- besluit\n")), na_het_horen("advies")
    ),
    "nieuws-zonder-besluit": BESLIST_OOK,
    "route-zonder-einde": bewerk(IDEE, NAAR_HOREN + HOREN, ""),
    "stap-zonder-bevoegdheid": bewerk(IDEE, "- kring\n    taak: adv", "- tafel\n    taak: adv"),
    "een-besluit-per-route": BESLIST_OOK,
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.FOUT)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []
