"""The rules of arrangements: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import Slecht, een_fout, gecontroleerd, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

KLAS = "arrangement/arrangementen/klas-en-kliniek.yml"
ERGENS = "arrangement/arrangementen/ergens-iets.yml"
EILAND = "arrangement/arrangementen/oude-zorgklas.yml"
WEG = "arrangement/bevindingen/niets-op-het-eiland.yml"
LIJST = "arrangement/bevindingen/geen-lijst.yml"
STAPPEN = "arrangement/handvatten/drie-stappen.yml"
PRAATKAART = "arrangement/handvatten/praatkaart.yml"
GELDKRING = "arrangement/leergroepen/geldkring.yml"
KOSTEN = "arrangement/lessen/deel-de-kosten.yml"
INVENTARIS = "arrangement/inventaris.yml"

JEUGDWET = "  - stroom: jeugdwet\n"
AFWIJKTIP = "Zet 'experiment' op ja, of haal 'afwijkingen' weg."
VERBANDTIP = "Kies een ander, of zet de organisatie bij 'aanbieders'."
GEARCHIVEERD = ("herkomst:\n", "status: gearchiveerd\nherkomst:\n")


def inhoud(text: str) -> Breek:
    """What children do in the arrangement of which else nothing is known."""
    return bewerk(ERGENS, "inhoud: onbekend", f'inhoud: "{text}"')


SLECHT: dict[str, list[Slecht]] = {
    "dubbele-geldstroom": [
        Slecht(
            bewerk(KLAS, JEUGDWET, f"{JEUGDWET}  - stroom: ‸onderwijs\n"),
            "De geldstroom 'onderwijs' staat er twee keer.",
            "Voeg de twee samen.",
        ),
        Slecht(
            bewerk(
                KLAS,
                JEUGDWET,
                f"{JEUGDWET}    aandeel: ‸41\n  - stroom: wlz\n    aandeel: 5\n",
            ),
            "De aandelen tellen op tot 101 procent.",
            "Samen kunnen ze niet meer zijn dan 100. Kijk ze na in de bron.",
        ),
    ],
    "afwijking-zonder-experiment": [
        Slecht(
            bewerk(
                KLAS, "experiment: ja", f"experiment: {deelname}", ("  - locatie", "  ‸- locatie")
            ),
            "Afwijken van de wet kan alleen binnen het experiment.",
            AFWIJKTIP,
        )
        for deelname in ("nee", "onbekend")
    ],
    "geen-samenwerkingsverband": [
        Slecht(
            bewerk(KLAS, "- swv-mini", "- swv-mini\n  - ‸schoolbestuur-mini"),
            "'schoolbestuur-mini' is geen samenwerkingsverband.",
            VERBANDTIP,
        ),
        Slecht(
            bewerk(KLAS, "- swv-mini", "- ‸gemeente-dorp"),
            "'gemeente-dorp' is geen samenwerkingsverband.",
            VERBANDTIP,
        ),
    ],
    "handvat-in-volgorde": [
        Slecht(
            bewerk(STAPPEN, "eindigt: onbekend", "eindigt: ‸2021-06-14"),
            "Het einde (2021-06-14) ligt voor het begin (2021-06-15).",
            "Verbeter een van de twee datums.",
        ),
    ],
    "adres-van-een-pagina": [
        Slecht(
            nog_een(ERGENS, "ergens-iets", f"‸{key}"),
            f"De id '{key}' kan niet: dat adres is van een andere pagina.",
            "Kies een andere id, en noem het bestand net zo.",
        )
        for key in ("index", "dekking", "handvatten", "leren", "aanmelden")
    ],
    "dubbele-id": [  # both stand on one page
        Slecht(
            nog_een("arrangement/leergroepen/geldkring.yml", "geldkring", "‸geen-nul"),
            "De id 'geen-nul' bestaat al in de map arrangement/lessen.",
            "Geef dit een andere id.",
        )
    ],
    "dubbel-nummer": [
        Slecht(
            nog_een(pad, oud, nieuw, (f"nummer: {nummer}", f"nummer: ‸{nummer}")),
            f"Nummer {nummer} is al van '{oud}'.",
            "Kies een nummer dat nog vrij is.",
        )
        for pad, oud, nieuw, nummer in (
            (LIJST, "geen-lijst", "geen-overzicht", 2),
            (PRAATKAART, "praatkaart", "praatposter", 2),
            (GELDKRING, "geldkring", "geldrondje", 1),
        )
    ],
    "verwijzing": [
        Slecht(
            bewerk(KOSTEN, "- klas-en-kliniek", "- ‸klas-en-klinik"),
            "Er is geen arrangement met de id 'klas-en-klinik'.",
            "Bedoel je 'klas-en-kliniek'?",
        ),
        Slecht(
            samen(
                bewerk(EILAND, *GEARCHIVEERD),
                bewerk(WEG, "- oude-zorgklas", "- ‸oude-zorgklas"),
            ),
            "'oude-zorgklas' is gearchiveerd en staat dus niet meer op de site.",
            "Kies een andere, of haal daar 'gearchiveerd' weg.",
        ),
        Slecht(
            samen(
                bewerk(WEG, *GEARCHIVEERD),
                bewerk(EILAND, *GEARCHIVEERD, ("- veel-onbekend", "- ‸oud-punt")),
            ),
            "'oud-punt' is gearchiveerd en staat dus niet meer op de site.",
            "Kies een andere, of haal daar 'gearchiveerd' weg.",
        ),
    ],
}

GOED: dict[str, Breek] = {
    "dubbele-geldstroom": bewerk(
        KLAS, JEUGDWET, f"{JEUGDWET}    aandeel: 40\n  - stroom: wlz\n    toelichting: de hulp\n"
    ),
    "afwijking-zonder-experiment": bewerk(
        KLAS, "experiment: ja\nafwijkingen:\n  - locatie\n  - tijd\n", "experiment: nee\n"
    ),
    "geen-samenwerkingsverband": nog_een(KLAS, "klas-en-kliniek", "nog-een-klas"),
    "handvat-in-volgorde": samen(
        bewerk(STAPPEN, "eindigt: onbekend", "eindigt: 2021-06"),
        bewerk(PRAATKAART, "adres: onbekend", "begint: onbekend\neindigt: 2001\nadres: onbekend"),
    ),
    "adres-van-een-pagina": samen(
        nog_een(ERGENS, "ergens-iets", "deelnemers"), nog_een(ERGENS, "ergens-iets", "leren-leren")
    ),
    "dubbele-id": nog_een("arrangement/lessen/geen-nul.yml", "geen-nul", "klas-en-kliniek"),
    "dubbel-nummer": samen(
        bewerk(LIJST, "nummer: 2", "nummer: 1", ("soort: mist", "soort: hebben")),
        bewerk("arrangement/bevindingen/een-klas.yml", "soort: hebben", "soort: mist"),
        bewerk(WEG, "nummer: 1", "nummer: 2"),
    ),
    "verwijzing": samen(
        bewerk(EILAND, *GEARCHIVEERD),
        bewerk(WEG, *GEARCHIVEERD),
    ),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.FOUT)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    """And so do all others."""
    GOED[code](mini)
    assert mini.issues(level=Level.FOUT) == []


def test_an_editor_hears_once_of_an_unknown_school_partnership(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is nobody's id is not said to be no school partnership as well."""
    case = Slecht(
        bewerk(KLAS, "- swv-mini", "- ‸swv-mni"),
        "Er is geen partij of gemeente met de id 'swv-mni'.",
        "Bedoel je 'swv-mini'?",
    )
    case.breek(mini)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


def test_a_small_number_is_told_in_each_file_of_the_area(mini: Mini) -> None:
    begin = {
        INVENTARIS: "samen: >-\n  ",
        LIJST: "tekst: ",
        PRAATKAART: "uitleg: >-\n  ",
        KOSTEN: "dus: =",
        "arrangement/leergroepen/stille-groep.yml": "titel: ",
    }
    for pad, text in begin.items():
        mini.vervang(pad, text, f"{text}Zes kinderen. ")
    told = [one.path.removeprefix(f"{mini.map}/") for one in mini.issues("klein-aantal")]
    assert sorted(told) == sorted(begin)


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "code"),
    [
        (KLAS, "toestand: lopend", "toestand: ‸loopt", "keuze"),
        (KLAS, "capaciteit: 10-24", "capaciteit: ‸12", "keuze"),
        (KLAS, "aandeel: 60", "aandeel: ‸101", "percentage"),
        (KLAS, "contact: het zorgteam", "‸email: ja\ncontact: het zorgteam", "onbekend-veld"),
        (PRAATKAART, "adres: onbekend", "adres: ‸voorbeeld.example", "webadres"),
        (INVENTARIS, "  - alles-bekend\n  - veel-onbekend\n", "  ‸alles-bekend\n", "vorm"),
    ],
)  # fmt: skip
def test_a_broken_field_is_told_at_its_place(
    mini: Mini, pad: str, oud: str, nieuw: str, code: str
) -> None:
    mini.vervang(pad, oud, nieuw)
    [issue] = mini.issues(level=Level.FOUT)
    assert issue.code == code
    assert mini.waar(issue) == mini.plaats
