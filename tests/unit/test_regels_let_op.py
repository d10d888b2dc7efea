"""The rules that only warn: what may well be right, and is worth a second look all the same.

The warnings about plain language are in ``test_regels.py``, and so is the test that every rule has a
case.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

STAD = "gemeenten/gemeente-stad.yml"
EILAND = "gemeenten/gemeente-eiland.yml"
HEEL = "werkingsgebieden/heel-mini.yml"
BEKEND = "speerpunten/alles-bekend.yml"
BUURT = "overleg/overleggen/buurt-dorp.yml"
KLAS = "samenwerking/onderdelen/1a-hulp-in-de-klas.yml"
THUIS = "samenwerking/onderdelen/1b-hulp-thuis.yml"
PROEF = "arrangement/arrangementen/proef-stad.yml"
WEGWIJZER = "samenwerking/wegwijzer.yml"
THUISROUTE = "samenwerking/thuis.yml"
VERSLAG = "monitor/waarnemingen/verslag.csv"
DPIA = "monitor/dpia/gemeente-eiland.yml"
HULP = "monitor/indicatoren/hulp.yml"
AANDEEL = "monitor/indicatoren/hulp-per-honderd.yml"

LICENTIE = ("licentie_teksten: onbekend", "licentie_teksten: ")
GEARCHIVEERD = ("id: gemeente-eiland\n", "id: gemeente-eiland\nstatus: gearchiveerd\n")


def buurt_in_stad(mini: Mini) -> None:
    """Two of the three municipalities have a local body."""
    text = mini.lees(BUURT).replace("id: buurt-dorp", "id: buurt-stad")
    mini.schrijf(
        "overleg/overleggen/buurt-stad.yml",
        text.replace("gemeente: gemeente-dorp", "gemeente: gemeente-stad"),
    )


def zonder(pad: str) -> Breek:
    """A file is gone."""
    return lambda mini: (mini.map / pad).unlink()


def ouders(tekst: str) -> Breek:
    return bewerk(BEKEND, "voor_ouders: >-\n  Zit", f"voor_ouders: >-\n  {tekst} Zit")


def plaats(pad: str, tekst: str) -> Breek:
    """Nothing changes; this is only where the message must point."""
    return bewerk(pad, tekst, f"‸{tekst}")


def begrip(uitleg: str) -> Breek:
    """The glossary explains the first direction."""
    return nog_een(
        "begrippen/swv.yml",
        "swv",
        "samen-doen",
        ("term: SWV", "term: samen doen"),
        ("voor_ouders: ", f"voor_ouders: {uitleg} "),
    )


SLECHT: dict[str, list[Slecht]] = {
    "hulp-ontbreekt": [
        Slecht(
            bewerk(WEGWIJZER, "- steunpunt\n    gesprek", "- ‸inspectie\n    gesprek"),
            "Er is geen hulp van de soort 'inspectie': lezers zien hier geen nummer.",
            "Maak die in de map hulp (een signaal over een school), of haal 'inspectie' hier weg.",
        ),
        Slecht(
            bewerk(THUISROUTE, "hulp:\n  - luisterlijn-kind", "hulp:\n  - ‸nood"),
            "Er is geen hulp van de soort 'nood': lezers zien hier geen nummer.",
            "Maak die in de map hulp (direct gevaar), of haal 'nood' hier weg.",
        ),
    ],
    "uitkomst-loopt-dood": [
        Slecht(
            bewerk(
                WEGWIJZER,
                "    hulp:\n      - steunpunt\n    herkomst:",
                "    herkomst:",
                ("- id: anders\n    titel", "- id: ‸anders\n    titel"),
            ),
            "De uitkomst 'anders' leidt nergens heen: wie hier komt, kan niet verder.",
            "Noem bij 'hulp' wie je kunt bellen, of noem een onderdeel of een kader.",
        ),
    ],
    "zelfde-woorden": [
        Slecht(
            bewerk(
                WEGWIJZER,
                "voor_professionals: Bel de ouders en de gemeente.",
                "voor_professionals: ‸Bel  elkaar.",
            ),
            "Deze tekst is dezelfde als die voor ouders.",
            "Schrijf wat iemand doet die met het kind werkt: die is zelf de school.",
        ),
    ],
    "woord-met-twee-uitleggen": [
        Slecht(
            samen(
                begrip("Wie samen iets doet, helpt elkaar."),
                plaats("principes/samen-doen.yml", "We doen het samen."),
            ),
            "'Samen doen' is bij de begrippen anders uitgelegd.",
            "Begin met dezelfde zin als 'voor_ouders' in begrippen/samen-doen.yml.",
        ),
    ],
    "leeg-zonder-matrix": [
        Slecht(
            bewerk(
                KLAS,
                "waarde: leeg\n    herkomst:\n      bron: plan",
                "waarde: ‸leeg\n    herkomst:\n      bron: verslag",
            ),
            "'leeg' zegt dat de matrix dit vak leeg laat, en bron 'verslag' is de matrix niet.",
            "Niet in de matrix zelf gezien? Maak er 'onbekend' van, met een toelichting.",
        ),
    ],
    "zelfde-titel": [
        Slecht(
            bewerk(STAD, "naam: '''s-Stad'", "naam: ‸dorp"),
            "'dorp' is ook de naam van 'gemeente-dorp'.",
            "Geef een van beide een andere naam: zo houden lezers ze uit elkaar.",
        ),
        Slecht(
            nog_een(PROEF, "proef-stad", "proef-x", ("titel: ", "titel: ‸")),
            "'Proef: \"Eerst de klas\"' is ook de titel van 'proef-stad'.",
            "Geef een van beide een andere titel: zo houden lezers ze uit elkaar.",
        ),
    ],
    "nummer-overgeslagen": [
        Slecht(
            bewerk("speerpunten/oud-punt.yml", "nummer: 3", "nummer: ‸4"),
            "Nummer 4 volgt op 2: er is een nummer overgeslagen.",
            "Is er een bestand weg? Zet het terug met status: gearchiveerd.",
        ),
        Slecht(
            bewerk("overleg/spelregels/kort.yml", "nummer: 1", "nummer: ‸2"),
            "Nummer 2 is het eerste: er is een nummer overgeslagen.",
            "Is er een bestand weg? Zet het terug met status: gearchiveerd.",
        ),
    ],
    "ouders-weten-het-niet": [
        Slecht(
            ouders("Ze maken een lijst. ‸Of dat is\n  gebeurd, weten we niet."),
            "Hier staat 'Of dat is gebeurd, weten we niet', maar van de actie 'lijst-maken' is de "
            "stand bekend.",
            "Lees deze tekst na: klopt zij nog?",
        ),
        *(
            Slecht(
                ouders(f"Ze maken een lijst. ‸Of dat is gebeurd, {woorden}."),
                f"Hier staat 'Of dat is gebeurd, {woorden}', maar van de actie 'lijst-maken' is de "
                "stand bekend.",
                "Lees deze tekst na: klopt zij nog?",
            )
            for woorden in (
                "is niet bekend",
                "is nog niet bekend",
                "is onbekend",
                "staat niet in onze bronnen",
                "staat in geen bron",
            )
        ),
    ],
    "gemeente-buiten-het-gebied": [
        Slecht(
            samen(bewerk(HEEL, "  - gemeente-stad\n", ""), plaats(STAD, "gemeente-stad")),
            "'s-Stad hoort niet bij het gebied van deze site: 'heel-mini'.",
            "Zonder dat staat de gemeente niet op elke pagina. "
            "Zet 'gemeente-stad' bij 'gemeenten' in werkingsgebieden/heel-mini.yml.",
        ),
    ],
    "bron-zonder-uitleg": [
        Slecht(
            bewerk(
                "bronnen/plan.yml",
                "toelichting: Het hele plan, gelezen op papier.",
                "toelichting: ‸Het plan.",
            ),
            "Deze toelichting is te kort om er iets aan te hebben.",
            "Vertel in een zin wat erin staat en hoe je de bron las.",
        ),
    ],
    "onbekende-licentie": [
        Slecht(
            bewerk("regio.yml", *LICENTIE, ("licentie_teksten: ", "licentie_teksten: ‸CC BY 4.O")),
            "'CC BY 4.O' is geen licentie die programma's kennen.",
            "Bedoel je 'CC BY 4.0'? Een zin mag ook: die staat dan op de site, maar zonder bekende "
            "licentie is er geen beschrijving voor catalogi (DCAT).",
        ),
    ],
    "gemeente-zonder-lokaal-overleg": [
        Slecht(
            samen(buurt_in_stad, plaats(EILAND, "gemeente-eiland")),
            "Eiland & Wad heeft geen lokaal overleg; de meeste gemeenten wel.",
            "Maak het aan in overleg/overleggen. Is het er niet? Dan hoef je niets te doen.",
        ),
    ],
    "niet-in-de-wegwijzer": [
        Slecht(
            samen(
                bewerk(WEGWIJZER, "- 1b-hulp-thuis", "- 1a-hulp-in-de-klas"),
                plaats(THUIS, "1b-hulp-thuis"),
            ),
            "Geen uitkomst van de wegwijzer noemt dit. Ouders vinden het zo niet.",
            "Zet '1b-hulp-thuis' bij een uitkomst in samenwerking/wegwijzer.yml.",
        ),
    ],
    "gemeente-zonder-dpia": [
        Slecht(
            samen(zonder(DPIA), plaats(EILAND, "gemeente-eiland")),
            "Eiland & Wad staat niet in het register van DPIA's.",
            "Maak monitor/dpia/gemeente-eiland.yml. Weet niemand het? Schrijf: stand: onbekend",
        ),
    ],
    "niet-afgerond": [
        Slecht(
            bewerk(VERSLAG, "2021;totaal;1200;", "2021;totaal;‸1201;"),
            "De andere aantallen van 'hulp' in dit bestand zijn veelvouden van vijf.",
            "Kijk dit aantal na in de bron.",
        ),
    ],
    "vraag-past-bij-cijfer": [
        Slecht(
            bewerk(AANDEEL, "vraag: Welk deel van de inwoners krijgt hulp?", f"vraag: ‸{vraag}"),
            "Het cijfer is een percentage, en deze vraag gaat over iets anders.",
            "Vraag naar het deel: 'Welk deel van de ...?'",
        )
        for vraag in ("Hoeveel inwoners krijgen hulp?", "Hoe vaak krijgt een onderdeel hulp?")
    ]
    + [
        Slecht(
            bewerk(HULP, "vraag: Hoeveel kinderen krijgen hulp?", "vraag: ‸Welk deel krijgt hulp?"),
            "Het cijfer is een aantal, en deze vraag gaat over een deel.",
            "Vraag naar het aantal: 'Hoeveel ...?'",
        )
    ],
    "periode-zonder-cijfers": [
        Slecht(
            bewerk(
                VERSLAG,
                "inwoners;land;2022;totaal;1510000;definitief;2022-11-01;verslag;afgeleid\n",
                "inwoners;land;2022;totaal;1510000;definitief;2022-11-01;verslag;afgeleid\n"
                "inwoners;gemeente-dorp;2023;totaal;‸.;voorlopig;2023-11-01;verslag;afgeleid\n"
                "inwoners;land;2023;totaal;x;voorlopig;2023-11-01;verslag;afgeleid\n",
            ),
            "Van 'inwoners' is over 2023 nergens een getal. De site laat daarom 2022 zien.",
            "Komen de cijfers nog? Haal deze regels dan weg tot zij er zijn.",
        ),
    ],
}

GOED: dict[str, Breek] = {
    "hulp-ontbreekt": bewerk(
        WEGWIJZER, "- steunpunt\n    gesprek", "- luisterlijn-kind\n    gesprek"
    ),
    "uitkomst-loopt-dood": samen(
        bewerk(WEGWIJZER, "    hulp:\n      - steunpunt\n    herkomst:", "    herkomst:"),
        bewerk(THUISROUTE, "uitkomsten:\n  - thuis", "uitkomsten:\n  - anders"),
    ),
    "zelfde-woorden": bewerk(
        WEGWIJZER,
        "voor_professionals: Bel de ouders en de gemeente.",
        "voor_professionals: Bel samen.",
    ),
    "woord-met-twee-uitleggen": begrip("We doen het samen. Zo leer je van elkaar."),
    "leeg-zonder-matrix": bewerk(
        KLAS,
        "    toelichting: Ook bij het SBO, denken we.\n    herkomst:\n      bron: plan",
        "    herkomst:\n      bron: verslag",
    ),
    "zelfde-titel": nog_een(
        PROEF, "proef-stad", "proef-x", ("id: proef-x\n", "id: proef-x\nstatus: gearchiveerd\n")
    ),
    "nummer-overgeslagen": nog_een(
        "principes/samen-doen.yml", "samen-doen", "samen-gaan", ("nummer: 1", "nummer: 2")
    ),
    "ouders-weten-het-niet": ouders("Of het nu klaar is, lees je hieronder. Meer weten we niet."),
    "gemeente-buiten-het-gebied": samen(
        bewerk(HEEL, "  - gemeente-eiland\n", ""), bewerk(EILAND, *GEARCHIVEERD)
    ),
    "bron-zonder-uitleg": bewerk(
        "bronnen/plan.yml", "Het hele plan, gelezen op papier.", "Het hele plan."
    ),
    "onbekende-licentie": bewerk("regio.yml", LICENTIE[0], "licentie_teksten: cc-by 4.0"),
    "gemeente-zonder-lokaal-overleg": samen(buurt_in_stad, bewerk(EILAND, *GEARCHIVEERD)),
    "niet-in-de-wegwijzer": bewerk(
        WEGWIJZER, "    kaders:\n      - vervoer\n  - id: vervoer\n", "  - id: vervoer\n"
    ),
    "gemeente-zonder-dpia": samen(zonder(DPIA), bewerk(EILAND, *GEARCHIVEERD)),
    "vraag-past-bij-cijfer": bewerk(
        AANDEEL, "Welk deel van de inwoners krijgt hulp?", "Hoeveel procent krijgt hulp?"
    ),
    "niet-afgerond": bewerk(
        VERSLAG,
        "2021;totaal;1200;",
        "2021;totaal;1201;",
        ("2021;groot;700;", "2021;groot;701;"),
        ("2022;totaal;1210;", "2022;totaal;1211;"),
    ),
    "periode-zonder-cijfers": bewerk(
        VERSLAG,
        "inwoners;gemeente-stad;2022;totaal;20100;",
        "inwoners;gemeente-stad;2022;totaal;x;",
    ),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_tells_what_is_worth_a_second_look(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.LET_OP)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_says_nothing_of_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []
