"""The rules of bodies: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import (
    Slecht,
    een_fout,
    gecontroleerd,
    gemeld,
    gemeld_als_rondje,
    genummerd,
)
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

RAAD = "overleg/overleggen/raad.yml"
KRING = "overleg/overleggen/kring.yml"
AMBTENAREN = "overleg/overleggen/ambtenaren.yml"
TAFEL = "overleg/overleggen/tafel.yml"
BUURT = "overleg/overleggen/buurt-dorp.yml"
VROEGER = "overleg/overleggen/vroeger.yml"
REGISSEUR = "overleg/functies/regisseur.yml"
KORT = "overleg/spelregels/kort.yml"
TRAAG = "overleg/spelregels/traag.yml"
IDEE = "overleg/routes/idee-uit-de-buurt.yml"

VERVANGT = "vervangt:\n  - ambtenaren\n  - tafel\n"
STRUCTUURTIP = "Kies de andere structuur, of vul 'structuren' aan."
VRIJ = "Kies een nummer dat nog vrij is."


EERLIJK = "overleg/spelregels/eerlijk.yml"
AFGESPROKEN = "afspraak: afgesproken\n"


def vervangt(pad: str, *wie: str) -> Breek:
    """A body that replaces others."""
    names = "".join(f"  - {one}\n" for one in wie)
    return bewerk(pad, "sinds: ", f"vervangt:\n{names}sinds: ")


SLECHT: dict[str, list[Slecht]] = {
    "voorstel-of-afspraak": [
        Slecht(
            bewerk(EERLIJK, "soort: gedragsregel", "soort: ‸gedragsregel", (AFGESPROKEN, "")),
            "Bij deze gedragsregel staat niet of hij is voorgesteld of afgesproken.",
            "Schrijf bij 'afspraak': voorstel of afgesproken.",
        ),
        Slecht(
            bewerk(EERLIJK, "soort: gedragsregel", "soort: analyse", ("k: afg", "k: ‸afg")),
            "'afspraak' hoort alleen bij een gedragsregel.",
            "Haal dit veld weg.",
        ),
    ],
    "deelnemer-is-partij-of-overleg": [
        Slecht(
            bewerk(
                KRING,
                "- overleg: raad\n",
                "- partij: swv-mini\n    overleg: ‸raad\n",
            ),
            "Een deelnemer is een partij of een overleg, niet allebei.",
            "Maak er twee deelnemers van.",
        ),
        Slecht(
            bewerk(AMBTENAREN, "- partij: regisseur\n    functie", "- ‸functie"),
            "Bij deze deelnemer staat niet wie het is.",
            "Vul 'partij' in, of 'overleg'.",
        ),
    ],
    "adres-van-een-pagina": [
        Slecht(
            nog_een(KRING, "kring", "‸regie", (VERVANGT, "")),
            "De id 'regie' kan niet: dat adres is van een andere pagina.",
            "Kies een andere id, en noem het bestand net zo.",
        ),
    ],
    "gemeente-bij-lokaal": [
        Slecht(
            bewerk(BUURT, "gemeente: gemeente-dorp\n", "", ("soort: ", "soort: ‸")),
            "Bij een lokaal overleg hoort een gemeente.",
            "Vul 'gemeente' in, of kies een andere soort.",
        ),
        Slecht(
            bewerk(RAAD, "onderwerpen:\n", "gemeente: ‸gemeente-stad\nonderwerpen:\n"),
            "Alleen een lokaal overleg heeft een gemeente.",
            "Haal dit veld weg, of maak de soort 'lokaal'.",
        ),
    ],
    "vervangen-en-toch-nieuw": [
        Slecht(
            bewerk(KRING, VERVANGT, f"{VERVANGT}  - ‸raad\n"),
            "'raad' staat zelf ook in de nieuwe structuur.",
            "Haal 'nieuw' weg bij raad.yml, of haal deze regel weg.",
        ),
        Slecht(
            samen(
                vervangt(TAFEL, "ambtenaren"),
                bewerk(TAFEL, "structuren:\n  - oud", "structuren:\n  ‸- oud"),
            ),
            "Dit overleg vervangt een ander, maar staat niet in de nieuwe structuur.",
            "Voeg 'nieuw' toe, of haal 'vervangt' weg.",
        ),
    ],
    "relatie-binnen-structuur": [
        Slecht(
            bewerk(KRING, "structuur: nieuw", "structuur: ‸oud"),
            "'kring' staat niet in de structuur 'oud'.",
            STRUCTUURTIP,
        ),
        Slecht(
            bewerk(RAAD, "naar: buurt-dorp", "naar: tafel", ("structuur: ", "structuur: ‸")),
            "'tafel' staat niet in de structuur 'nieuw'.",
            STRUCTUURTIP,
        ),
        Slecht(
            samen(
                nog_een(KRING, "kring", "kern", (VERVANGT, "")),
                bewerk(KRING, "naar: raad", "naar: kern", ("structuur: ", "structuur: ‸")),
                bewerk(KRING, "structuur: nieuw", "structuur: oud"),
            ),
            "'kring' staat niet in de structuur 'oud'.",
            STRUCTUURTIP,
        ),
    ],
    "dubbel-nummer": [
        Slecht(
            nog_een(pad, oud, nieuw, ("nummer: 1", "nummer: ‸1")),
            f"Nummer 1 is al van '{oud}'.",
            VRIJ,
        )
        for pad, oud, nieuw in (
            (TRAAG, "traag", "trager"),
            (REGISSEUR, "regisseur", "schrijver"),
            (IDEE, "idee-uit-de-buurt", "idee-van-de-kring"),
        )
    ],
    "verwijzing": [
        Slecht(
            bewerk(RAAD, "- partij: swv-mini", "- partij: ‸swv-mni"),
            "Er is geen partij of gemeente met de id 'swv-mni'.",
            "Bedoel je 'swv-mini'?",
        ),
        Slecht(
            bewerk(RAAD, "naar: buurt-dorp", "naar: ‸buurt-drop"),
            "Er is geen overleg met de id 'buurt-drop'.",
            "Bedoel je 'buurt-dorp'?",
        ),
        Slecht(
            bewerk(KRING, "- tafel", "- ‸vroeger"),
            "'vroeger' is gearchiveerd en staat dus niet meer op de site.",
            "Kies een andere, of haal daar 'gearchiveerd' weg.",
        ),
    ],
    "verwijst-naar-zichzelf": [
        Slecht(
            bewerk(KRING, "- tafel", "- ‸kring"),
            "Dit verwijst naar zichzelf.",
            "Haal deze regel weg, of kies een andere.",
        ),
    ],
}

RONDJES: dict[str, list[tuple[Breek, dict[str, str]]]] = {
    "vervangt-in-een-rondje": [
        (vervangt(TAFEL, "kring"), {"kring": "tafel", "tafel": "kring"}),
        (
            samen(vervangt(TAFEL, "raad"), vervangt(RAAD, "kring")),
            {"kring": "tafel", "raad": "kring", "tafel": "raad"},
        ),
    ],
}
"""What more than one body has a part in: in which file something is said about which other."""

GOED: dict[str, Breek] = {
    "voorstel-of-afspraak": bewerk(
        EERLIJK, "soort: gedragsregel", "soort: analyse", (AFGESPROKEN, "")
    ),
    "deelnemer-is-partij-of-overleg": bewerk(
        KRING, "- overleg: raad\n    functie: voorzitter\n", "- overleg: raad\n"
    ),
    "adres-van-een-pagina": nog_een(KRING, "kring", "regie-groep", (VERVANGT, "")),
    "gemeente-bij-lokaal": bewerk(BUURT, "gemeente: gemeente-dorp", "gemeente: gemeente-stad"),
    "vervangt-in-een-rondje": samen(vervangt(RAAD, "ambtenaren"), vervangt(AMBTENAREN, "tafel")),
    "vervangen-en-toch-nieuw": bewerk(KRING, VERVANGT, ""),
    "relatie-binnen-structuur": bewerk(RAAD, "structuur: nieuw", "structuur: oud"),
    "dubbel-nummer": samen(
        nog_een(REGISSEUR, "regisseur", "schrijver", ("nummer: 1", "nummer: 2")),
        nog_een(TRAAG, "traag", "trager", ("nummer: 1", "nummer: 2")),
        bewerk(KORT, "nummer: 1", "nummer: 2"),
        nog_een(IDEE, "idee-uit-de-buurt", "idee-van-de-kring", ("nummer: 1", "nummer: 3")),
    ),
    "verwijzing": bewerk(VROEGER, "onderwerpen:\n", "vervangt:\n  - tafel\nonderwerpen:\n"),
    "verwijst-naar-zichzelf": bewerk(KRING, "- overleg: raad", "- overleg: buurt-dorp"),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.FOUT)]


@pytest.mark.parametrize(
    ("code", "breek", "wie"), [(code, *case) for code, cases in RONDJES.items() for case in cases]
)
def test_every_body_that_is_replaced_by_a_detour_is_reported(
    mini: Mini, code: str, breek: Breek, wie: dict[str, str]
) -> None:
    breek(mini)
    gemeld_als_rondje(mini, code, "overleg/overleggen", wie)


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


def test_an_editor_hears_once_of_an_unknown_party(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT["verwijzing"][0]
    case.breek(mini)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("soort: bestuurlijk", "soort: ‸bestuur", "keuze"),
        ("sinds: 2020-09", "sinds: ‸2020-02-30", "datum-bestaat-niet"),
        ("  - beslist\n  - informeert\n", "  - ‸besluit\n", "keuze"),
        ("taak: >-", "‸tijdzone: Amsterdam\ntaak: >-", "onbekend-veld"),
    ],
)
def test_a_broken_field_is_told_at_its_place(mini: Mini, oud: str, nieuw: str, code: str) -> None:
    mini.vervang(RAAD, oud, nieuw)
    [issue] = mini.issues(level=Level.FOUT)
    assert issue.code == code
    assert mini.waar(issue) == mini.plaats
