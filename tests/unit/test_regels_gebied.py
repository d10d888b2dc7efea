"""The rules of schools, wijken, boards and samenwerkingsverbanden, and of the figures of these.

Not here: what a release says of them (``test_scholen``).
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, samen
from tests.unit.test_regels_monitor import EINDE, tabel

INWONERS = "monitor/indicatoren/inwoners.yml"
AANDEEL = "monitor/indicatoren/hulp-per-honderd.yml"
EIK, LINDE = "monitor/scholen/de-eik.yml", "monitor/scholen/de-linde.yml"
MARKT, HAVEN = "monitor/wijken/markt.yml", "monitor/wijken/haven.yml"
HERKOMST = "herkomst:\n  bron: plan\n  peildatum: 2021\n  zekerheid: voorbeeld\n"


def school(pad: str, brin: str, **anders: str) -> Breek:
    fields = {
        "bestuur": "schoolbestuur-mini",
        "gemeente": "gemeente-dorp",
        "samenwerkingsverband": "swv-mini",
    } | anders
    key = pad.rpartition("/")[2].removesuffix(".yml")
    text = f"id: {fields.pop('id', key)}\nnaam: {key.title()}\nbrin: {brin}\nsector: PO\n"
    text += "".join(f"{name}: {value}\n" for name, value in fields.items())
    return lambda mini: mini.schrijf(pad, text + HERKOMST)


def wijk(pad: str, code: str, gemeente: str = "gemeente-dorp") -> Breek:
    key = pad.rpartition("/")[2].removesuffix(".yml")
    text = f"id: {key}\nnaam: {key.title()}\ncbs_code: {code}\ngemeente: {gemeente}\n"
    return lambda mini: mini.schrijf(pad, text + HERKOMST)


def ook_per(pad: str, *soorten: str) -> Breek:
    rows = "".join(f"  - {one}\n" for one in soorten)
    return bewerk(pad, "brontabel:", f"ook_per:\n{rows}brontabel:")


EEN_SCHOOL = samen(school(EIK, "01XX"), ook_per(INWONERS, "school"))
GEARCHIVEERD = ("naam: De-Eik", "status: gearchiveerd\nnaam: De-Eik")
GEEN_BESTUUR = bewerk(
    "partijen/schoolbestuur-mini.yml",
    "id: schoolbestuur-mini\n",
    "id: schoolbestuur-mini\nstatus: gearchiveerd\n",
)
CIJFER = f"inwoners;de-eik;2022;totaal;120{EINDE}"

SLECHT: dict[str, list[Slecht]] = {
    "dubbele-gebiedscode": [
        Slecht(
            samen(school(EIK, "01XX"), school(LINDE, "‸01XX")),
            "De code 01XX is al van 'de-eik'.",
            "Is het een andere vestiging? Zet haar twee cijfers erachter, zoals 00AA01.",
        ),
        Slecht(
            samen(wijk(HAVEN, "WK900101"), wijk(MARKT, "‸WK900101")),
            "De code WK900101 is al van 'haven'.",
            "Zoek de code op bij het CBS.",
        ),
    ],
    "id-van-twee-gebieden": [
        Slecht(
            school("monitor/scholen/gemeente-dorp.yml", "01XX", id="‸gemeente-dorp"),
            "De id 'gemeente-dorp' is al van een gemeente: gemeenten/gemeente-dorp.yml.",
            "Noem dit bestand anders, bijvoorbeeld school-gemeente-dorp.",
        ),
        Slecht(
            samen(
                wijk("monitor/wijken/de-eik.yml", "WK900101"),
                school(EIK, "01XX"),
                bewerk("monitor/wijken/de-eik.yml", "id: de-eik", "id: ‸de-eik"),
            ),
            "De id 'de-eik' is al van een school: monitor/scholen/de-eik.yml.",
            "Noem dit bestand anders, bijvoorbeeld wijk-de-eik.",
        ),
    ],
    "school-bij-de-goede-partij": [
        Slecht(
            school(EIK, "01XX", bestuur="‸swv-mini"),
            "'swv-mini' is een samenwerkingsverband, geen schoolbestuur.",
            "Kies een partij met 'soort: schoolbestuur', of schrijf: bestuur: onbekend",
        ),
        Slecht(
            school(EIK, "01XX", samenwerkingsverband="‸gemeente-dorp"),
            "'gemeente-dorp' is een gemeente, geen samenwerkingsverband.",
            "Kies een partij met 'soort: samenwerkingsverband', of schrijf: "
            "samenwerkingsverband: onbekend",
        ),
    ],
    "school-buiten-haar-samenwerkingsverband": [
        Slecht(
            school(EIK, "01XX", gemeente="gemeente-stad", samenwerkingsverband="‸swv-mini"),
            "Volgens partijen/swv-mini.yml werkt 'swv-mini' niet in 'gemeente-stad'.",
            "Klopt de gemeente van de school, en haar samenwerkingsverband?",
        ),
    ],
    "deel-van-gearchiveerd-gebied": [
        Slecht(
            samen(school(EIK, "01XX", bestuur="‸schoolbestuur-mini"), GEEN_BESTUUR),
            "'schoolbestuur-mini' is gearchiveerd.",
            "Bij welk ander bestuur hoort dit nu? Of schrijf: bestuur: onbekend",
        ),
        Slecht(
            samen(
                wijk(MARKT, "WK900301", "‸gemeente-eiland"),
                bewerk(
                    "gemeenten/gemeente-eiland.yml",
                    "id: gemeente-eiland\n",
                    "id: gemeente-eiland\nstatus: gearchiveerd\n",
                ),
            ),
            "'gemeente-eiland' is gearchiveerd.",
            "In welke gemeente ligt dit nu?",
        ),
    ],
    "wijk-van-een-andere-gemeente": [
        Slecht(
            wijk(MARKT, "WK900201", "‸gemeente-dorp"),
            "Een wijk van Dorp heeft een code die begint met WK9001.",
            "Bedoel je 'gemeente-stad'?",
        ),
        Slecht(
            wijk(MARKT, "WK912301", "‸gemeente-dorp"),
            "Een wijk van Dorp heeft een code die begint met WK9001.",
            "Zoek de code op bij het CBS.",
        ),
    ],
    "gebied-zonder-soort": [
        Slecht(
            tabel(f"inwoners;‸regisseur;2022;totaal;120{EINDE}"),
            "'regisseur' is een functie: daar zijn geen cijfers van.",
            "Van een partij kan het een samenwerkingsverband of een schoolbestuur zijn.",
        ),
    ],
    "gebied-past-niet-bij-indicator": [
        Slecht(
            samen(school(EIK, "01XX"), tabel(f"inwoners;‸de-eik;2022;totaal;120{EINDE}")),
            "Deze indicator heeft geen cijfers per school.",
            "Mag dat wel? Zet dan bij 'ook_per' van de indicator: school.",
        ),
        Slecht(
            samen(
                ook_per(INWONERS, "school"),
                tabel(f"inwoners;‸schoolbestuur-mini;2022;totaal;120{EINDE}"),
            ),
            "Deze indicator heeft geen cijfers per schoolbestuur.",
            "Mag dat wel? Zet dan bij 'ook_per' van de indicator: schoolbestuur.",
        ),
    ],
    "percentage-van-een-school": [
        Slecht(
            samen(
                bewerk(
                    INWONERS,
                    "eenheid: aantal",
                    "eenheid: procent\nnoemer: onbekend\nook_per:\n  - wijk\n  - ‸school",
                ),
            ),
            "Een percentage van een school verraadt een klein aantal: 2 procent van 200 leerlingen "
            "zijn er 4.",
            "Geef teller en noemer als aantallen, en de berekening bij 'afleiding'.",
        ),
    ],
    "cijfers-van-gearchiveerd-gebied": [
        Slecht(
            samen(
                EEN_SCHOOL,
                bewerk(EIK, *GEARCHIVEERD),
                tabel(f"inwoners;‸de-eik;2022;totaal;120{EINDE}"),
            ),
            "'de-eik' is gearchiveerd, en hier staan cijfers over 2022.",
            "Klopt de id, of telt dit gebied weer mee?",
        ),
    ],
}

GOED: dict[str, Breek] = {
    "dubbele-gebiedscode": samen(school(EIK, "01XX"), school(LINDE, "01XX01")),
    "id-van-twee-gebieden": school(EIK, "01XX"),
    "school-bij-de-goede-partij": school(EIK, "01XX", bestuur="onbekend"),
    "school-buiten-haar-samenwerkingsverband": school(
        EIK, "01XX", gemeente="gemeente-stad", samenwerkingsverband="onbekend"
    ),
    "deel-van-gearchiveerd-gebied": samen(
        school(EIK, "01XX"), bewerk(EIK, *GEARCHIVEERD), GEEN_BESTUUR
    ),
    "wijk-van-een-andere-gemeente": wijk(MARKT, "WK900101"),
    "gebied-zonder-soort": samen(
        ook_per(INWONERS, "schoolbestuur"),
        tabel(f"inwoners;schoolbestuur-mini;2022;totaal;120{EINDE}"),
    ),
    "gebied-past-niet-bij-indicator": samen(EEN_SCHOOL, tabel(CIJFER)),
    "percentage-van-een-school": ook_per(AANDEEL, "school"),
    "cijfers-van-gearchiveerd-gebied": samen(
        EEN_SCHOOL, bewerk(EIK, *GEARCHIVEERD), tabel(CIJFER.replace("2022;totaal", "2020;totaal"))
    ),
}

LET_OP = {
    "school-buiten-haar-samenwerkingsverband",
    "deel-van-gearchiveerd-gebied",
    "cijfers-van-gearchiveerd-gebied",
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_tells_what_is_wrong_with_an_area(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    level = Level.LET_OP if code in LET_OP else Level.FOUT
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, level)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_says_nothing_of_an_area_that_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


@pytest.mark.parametrize(
    ("pad", "edit", "message"),
    [
        (EIK, ("bestuur: schoolbestuur-mini", "bestuur: [schoolbestuur-mini, swv-mini]"), "lijst"),
        (EIK, ("brin: 01XX", "brin: 1XX"), "geen BRIN-nummer"),
        (EIK, ("sector: PO\n", ""), "sector"),
    ],
    ids=["two boards", "a code of another form", "no kind"],
)
def test_a_school_has_one_board_one_kind_and_a_real_code(
    mini: Mini, pad: str, edit: tuple[str, str], message: str
) -> None:
    school(EIK, "01XX")(mini)
    mini.vervang(pad, *edit)
    [told] = mini.issues(level=Level.FOUT)
    assert told.path.endswith(pad)
    assert message in told.message


@pytest.mark.parametrize("typed", ["de-eiek", "De Eik", "01XX", "01xx"])
def test_an_unknown_school_is_told_with_the_one_that_is_meant(mini: Mini, typed: str) -> None:
    samen(EEN_SCHOOL, tabel(CIJFER.replace("de-eik", f"‸{typed}")))(mini)
    [one] = mini.issues(level=Level.FOUT)
    assert (mini.waar(one), one.tip) == (mini.plaats, "Bedoel je 'de-eik'?")


def test_a_school_that_is_called_otherwise_than_its_file_is_no_reason_to_stop(mini: Mini) -> None:
    """The other checks go on with the name of the file, also those of the ledger."""
    EEN_SCHOOL(mini)
    mini.vervang(EIK, "id: de-eik", "id: ‸de-eikk")
    wijk(MARKT, "WK900101")(mini)
    mini.vervang(MARKT, "id: markt", "id: marktt")
    first, second = mini.issues(level=Level.FOUT)
    assert (first.code, mini.waar(first)) == (second.code, mini.plaats)


def test_what_is_hidden_of_one_school_does_not_follow_from_its_board(mini: Mini) -> None:
    samen(
        school(EIK, "01XX"),
        school(LINDE, "02XX"),
        ook_per(INWONERS, "school", "schoolbestuur"),
        tabel(
            f"inwoners;schoolbestuur-mini;2022;totaal;151{EINDE}",
            f"inwoners;de-eik;2022;totaal;144{EINDE}",
            f"inwoners;de-linde;2022;totaal;‸x{EINDE}",
        ),
    )(mini)
    [(place, message, _, _)] = gemeld(mini, "uit-te-rekenen")
    assert place == mini.plaats
    assert message == "Een verborgen cijfer volgt uit het totaal en de andere delen."


def test_a_school_of_which_there_is_no_figure_at_all_hides_none(mini: Mini) -> None:
    """Nor does it follow from its board when another school of it is in no table."""
    EEN_SCHOOL(mini)
    assert gemeld(mini, "uit-te-rekenen") == []
    samen(
        school(LINDE, "02XX"),
        bewerk(INWONERS, "  - school\n", "  - school\n  - schoolbestuur\n"),
        tabel(
            f"inwoners;schoolbestuur-mini;2022;totaal;151{EINDE}",
            f"inwoners;de-linde;2022;totaal;x{EINDE}",
        ),
    )(mini)
    assert gemeld(mini, "uit-te-rekenen") == []
