"""The rules of figures that are off, and of what has to follow when a new year comes in."""

from __future__ import annotations

import pytest

from tests.unit.gevallen import Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen
from tests.unit.test_regels_monitor import (
    AANDEEL,
    DUIDING,
    EINDE,
    HULP,
    INWONERS,
    SCHOOL,
    VERSLAG,
    tabel,
)

NA = (
    "Kijk in de bron: staat de komma goed, en is er geen cijfer te veel of te weinig? "
    "Klopt het? Dan hoef je niets te doen."
)
STAD = "inwoners;gemeente-stad;2022;totaal;"
OUDER = "inwoners;gemeente-stad;2021;totaal;"
PLAATSEN = ("gemeente-dorp", "gemeente-eiland", "gemeente-stad", "land")
LATER = ";voorlopig;2024-06-01;verslag;afgeleid"


def plaatsen(*waarden: str) -> Breek:
    """A percentage of one year, in four places."""
    return samen(
        SCHOOL,
        tabel(
            *(
                f"naar-school;{plaats};2021;totaal;{waarde}{EINDE}"
                for plaats, waarde in zip(PLAATSEN, waarden, strict=True)
            )
        ),
    )


def studenten(*waarden: str) -> Breek:
    """A count of one year, in four places of very different size."""
    return samen(
        nog_een(INWONERS, "inwoners", "studenten", ("nummer: 3", "nummer: 9")),
        tabel(
            *(
                f"studenten;{plaats};2021;totaal;{waarde}{EINDE}"
                for plaats, waarde in zip(PLAATSEN, waarden, strict=True)
            )
        ),
    )


def delen(klein: str, groot: str, *geheel: str) -> Breek:
    """A percentage of which there are two parts."""
    split = (
        "uitsplitsingen:\n  - id: leeftijd\n    naam: leeftijd\n    delen:\n"
        "      - id: klein\n        naam: jong\n      - id: groot\n        naam: oud\nherkomst:\n"
    )
    rows = (("klein", klein), ("groot", groot), *(("totaal", one) for one in geheel))
    return samen(
        SCHOOL,
        bewerk("monitor/indicatoren/naar-school.yml", "herkomst:\n", split),
        tabel(*(f"naar-school;land;2021;{deel};{waarde}{EINDE}" for deel, waarde in rows)),
    )


def jaar(*indicatoren: str) -> Breek:
    """Figures of a new year, of each municipality."""
    return tabel(
        *(
            f"{key};{plaats};2023;totaal;{waarde}{LATER}"
            for key in indicatoren
            for plaats, waarde in zip(PLAATSEN[:3], ("60", "x", "1220"), strict=True)
        )
    )


SLECHT: dict[str, list[Slecht]] = {
    "cijfer-valt-op": [
        Slecht(
            bewerk(VERSLAG, f"{STAD}20100", f"{STAD}‸201000"),
            "Dit is 10 keer zo hoog als in 2021.",
            NA,
        ),
        Slecht(
            samen(
                bewerk(VERSLAG, f"{STAD}20100", f"{STAD}‸2010"),
                tabel(f"inwoners;gemeente-stad;2023;totaal;20300{LATER}"),
            ),
            "Dit is 10 keer zo laag als in 2021.",
            NA,
        ),
        Slecht(
            plaatsen("1,2", "1,1", "1,3", "‸12,0"),
            "Dit is 10 keer zo hoog als in andere plaatsen.",
            NA,
        ),
        Slecht(
            studenten("‸4060", "90", "2000", "150000"),
            "Dit is 10 keer zo hoog als in andere plaatsen, naar grootte gerekend.",
            NA,
        ),
    ],
    "aandeel-boven-honderd": [
        Slecht(
            bewerk(
                VERSLAG,
                "hulp;gemeente-dorp;2021;totaal;40;",
                "hulp;gemeente-dorp;2021;totaal;‸4001;",
            ),
            "Dit is meer dan het geheel waarvan het een deel is.",
            "Kijk beide na in de bron: een aandeel kan niet boven 100 procent zijn.",
        ),
    ],
    "procenten-en-geheel": [
        Slecht(
            delen("60", "‸60"),
            "De delen van 'leeftijd' zijn samen meer dan 100 procent.",
            "Kijk ze na in de bron. Is elk deel een aandeel van iets anders? Dan kan het.",
        ),
        Slecht(
            delen("60", "‸70", "20"),
            "De delen van 'leeftijd' zijn samen meer dan 100 procent.",
            "Kijk ze na in de bron. Is elk deel een aandeel van iets anders? Dan kan het.",
        ),
    ],
    "reeks-loopt-achter": [
        Slecht(
            samen(
                jaar("hulp"),
                bewerk(HULP, "      - 2021\n      - 2022\n", "      ‸- 2021\n      - 2022\n"),
            ),
            "Er zijn cijfers over 2023, en de reeks stopt bij 2022.",
            "Zet 2023 erbij, als je het met 2022 mag vergelijken: zonder dat blijft "
            "'Wat veranderde er' bij de oude jaren.",
        ),
    ],
    "aandeel-loopt-achter": [
        Slecht(
            samen(
                jaar("hulp"),
                bewerk(AANDEEL, "    - indicator: inwoners", "    ‸- indicator: inwoners"),
            ),
            "Van 2023 is er een teller, en nog geen noemer: het aandeel ontbreekt dus.",
            "Voeg cijfers over 2023 toe van: inwoners.",
        ),
    ],
    "reeks-zonder-cijfers": [
        Slecht(
            bewerk(HULP, "      - 2021\n      - 2022\n", "      - 2021\n      - ‸2032\n"),
            "Over 2032 zijn er geen cijfers.",
            "Kijk het jaar na. Er zijn cijfers over 2021, 2022.",
        ),
    ],
    "duiding-loopt-achter": [
        Slecht(
            samen(jaar("hulp"), bewerk(DUIDING, "- indicator: hulp", "- indicator: ‸hulp")),
            "Er zijn cijfers over 2023; deze duiding gaat tot en met 2022.",
            "Lees na of de tekst nog klopt, of maak een nieuwe duiding.",
        ),
    ],
}

GOED: dict[str, list[Breek]] = {
    "cijfer-valt-op": [
        bewerk(VERSLAG, f"{STAD}20100", f"{STAD}80100"),  # four times as many is growth
        plaatsen("0,1", "0,8", "0,4", "0,2"),  # small
        plaatsen("11", "12", "13", "35"),  # not ten times
        studenten("20", "5", "2600", "9000"),  # a university: with its comma moved it still is far
        tabel(f"inwoners;land;2023;totaal;.{LATER}"),
        bewerk(VERSLAG, f"{STAD}20100", f"{STAD}7"),  # too small to be there at all
    ],
    "aandeel-boven-honderd": [
        bewerk(
            VERSLAG,
            "inwoners;gemeente-dorp;2021;totaal;4000;",
            "inwoners;gemeente-dorp;2021;totaal;40;",
        )
    ],
    "procenten-en-geheel": [delen("60", "40,5"), delen("98", "99", "98,5")],
    "reeks-loopt-achter": [
        samen(
            jaar("hulp"),
            bewerk(
                HULP, "      - 2021\n      - 2022\n", "      - 2021\n      - 2022\n      - 2023\n"
            ),
        ),
        tabel(f"hulp;gemeente-stad;2023;totaal;1220{LATER}"),  # of one municipality
    ],
    "aandeel-loopt-achter": [jaar("hulp", "inwoners"), jaar("inwoners")],
    "reeks-zonder-cijfers": [bewerk(VERSLAG, OUDER, "inwoners;gemeente-stad;2020;totaal;")],
    "duiding-loopt-achter": [jaar("inwoners")],
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_tells_of_a_figure_or_a_year_that_needs_a_look(
    mini: Mini, code: str, case: Slecht
) -> None:
    case.breek(mini)
    found = [(place, message, tip) for place, message, tip, _ in gemeld(mini, code)]
    assert found == [(mini.plaats, case.melding, case.tip)]


@pytest.mark.parametrize(
    ("code", "breek"), [(code, one) for code, some in GOED.items() for one in some]
)
def test_a_rule_lets_what_can_be_so_pass(mini: Mini, code: str, breek: Breek) -> None:
    breek(mini)
    loaded = mini.load()
    assert loaded.regio is not None
    assert gemeld(mini, code) == []
