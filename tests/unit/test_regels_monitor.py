"""The rules of the monitor: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from macros.issue import Level
from tests.unit.gevallen import TODAY, Slecht, een_fout, gecontroleerd, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

MONITOR = "monitor/monitor.yml"
HULP = "monitor/indicatoren/hulp.yml"
AANDEEL = "monitor/indicatoren/hulp-per-honderd.yml"
INWONERS = "monitor/indicatoren/inwoners.yml"
EIGEN = "monitor/indicatoren/eigen-telling.yml"
VERSLAG = "monitor/waarnemingen/verslag.csv"
LATER = "monitor/waarnemingen/voorlopig.csv"
DPIA = "monitor/dpia/gemeente-stad.yml"
DUIDING = "monitor/duidingen/duiding-2022.yml"
UITLEG = "monitor/toelichtingen/dorp-hulp.yml"
NIET_NAAST = """niet_naast:
  - indicator: hulp-per-honderd
    reden: Het ene is een aantal.
"""
KOP = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid\n"

EINDE = ";definitief;2022-11-01;verslag;afgeleid"
KLEIN = "hulp;gemeente-dorp;2021;klein;"
GROOT = "hulp;gemeente-dorp;2021;groot;"
TOTAAL = "hulp;gemeente-dorp;2021;totaal;"
STAD = "hulp;gemeente-stad;2021;totaal;"
DORP = "inwoners;gemeente-dorp;2021;totaal;"

VOLGT = "Een verborgen cijfer volgt uit het totaal en de andere delen."
VOLGTIP = "Verberg nog een deel of het totaal. Eigen telling? Draai make bescherm."
KLEINTIP = (
    "Schrijf x. Is het een eigen telling? Bescherm dan de hele tabel: make bescherm. "
    "Staat het al in een commit? Zie de methodepagina."
)
NATIP = "Kijk de regels van dit gebied en deze periode na in de bron."
DELEN = "De delen van 'leeftijd' zijn samen meer dan dit totaal."
GEARCHIVEERD = ("herkomst:\n", "status: gearchiveerd\nherkomst:\n")


def waarde(rij: str, oud: str, nieuw: str, einde: str = EINDE) -> Breek:
    """Another value in one row."""
    return bewerk(VERSLAG, f"{rij}{oud}{einde}", f"{rij}{nieuw}{einde}")


def tabel(*rijen: str) -> Breek:
    """A second table, which is read after the first."""

    def doe(mini: Mini) -> None:
        mini.schrijf(LATER, KOP + "".join(f"{rij}\n" for rij in rijen))

    return doe


SCHOOL = nog_een(
    INWONERS,
    "inwoners",
    "naar-school",
    ("nummer: 3", "nummer: 9"),
    ("eenheid: aantal", "eenheid: procent"),
    ("populatie: ", "noemer: onbekend\npopulatie: "),
)
"""A percentage that comes from a source."""


def pagina(key: str) -> Breek:
    """One more indicator, with this address."""
    return nog_een(INWONERS, "inwoners", key, ("nummer: 3", "nummer: 9"))


def naar_school(waarde: str) -> Breek:
    return samen(SCHOOL, tabel(f"naar-school;gemeente-dorp;2021;totaal;{waarde}{EINDE}"))


def reeks(*perioden: str) -> Breek:
    return bewerk(
        HULP,
        "  - perioden:\n      - 2021\n      - 2022\n",
        "".join(["  - perioden:\n", *(f"      {one}\n" for one in perioden)]),
    )


def tweede_split(*ids: str) -> Breek:
    delen = "".join(f"      - id: {one}\n        naam: deel {one}\n" for one in ids)
    return bewerk(
        HULP, "reeksen:\n", f"  - id: soort\n    naam: soort\n    delen:\n{delen}reeksen:\n"
    )


def land(key: str, *meer: tuple[str, str]) -> Breek:
    """One more area to hold figures against."""
    return nog_een("monitor/referentiegebieden/land.yml", "land", key, *meer)


SLECHT: dict[str, list[Slecht]] = {
    "deel-van-indicator": [
        Slecht(
            bewerk(VERSLAG, KLEIN, "hulp;gemeente-dorp;2021;‸kleinn;"),
            "De indicator 'hulp' kent geen deel 'kleinn'.",
            "Bedoel je 'klein'?",
        ),
        Slecht(
            bewerk(VERSLAG, DORP, "inwoners;gemeente-dorp;2021;‸groot;"),
            "De indicator 'inwoners' kent geen deel 'groot'.",
            "Kies uit: totaal.",
        ),
    ],
    "gebied-zonder-pagina": [
        Slecht(
            tabel(f"inwoners;‸klein-mini;2021;totaal;4000{EINDE}"),
            "Cijfers van het gebied 'klein-mini' laat de site nergens zien.",
            "Kies een gemeente, een referentiegebied of 'heel-mini'.",
        ),
    ],
    "uit-te-rekenen": [
        Slecht(
            tabel(
                f"hulp;gemeente-dorp;2020;groot;‸x{EINDE}",
                f"hulp;gemeente-dorp;2020;klein;15{EINDE}",
                f"hulp;gemeente-dorp;2020;totaal;40{EINDE}",
            ),
            VOLGT,
            VOLGTIP,
        ),
        Slecht(
            tabel(
                f"hulp;gemeente-dorp;2020;totaal;40{EINDE}",
                f"hulp;gemeente-eiland;2020;totaal;‸.{EINDE}",
                f"hulp;gemeente-stad;2020;totaal;1200{EINDE}",
                f"hulp;heel-mini;2020;totaal;1300{EINDE}",
            ),
            VOLGT,
            VOLGTIP,
        ),
    ],
    "uitgave-is-aantal": [
        Slecht(
            bewerk(EIGEN, "eenheid: aantal", "eenheid: ‸procent\nnoemer: onbekend"),
            "Eigen tellingen zijn aantallen, geen percentages.",
            "Zet 'eenheid' op aantal.",
        ),
    ],
    "te-veel-referentiegebieden": [
        Slecht(
            samen(
                land("streek-1"),
                land("streek-2"),
                land("streek-3", ("id: streek-3", "id: ‸streek-3")),
            ),
            "Een figuur heeft hooguit 3 gebieden om naast te leggen.",
            "Zet er een op gearchiveerd.",
        ),
    ],
    "dubbel-cijfer": [
        Slecht(
            waarde(KLEIN, f"15{EINDE}\n", f"15{EINDE}\n‸{GROOT}30{EINDE}\n", ""),
            "Dit cijfer staat er twee keer: ook op regel 2 van verslag.csv.",
            "Houd de nieuwste over en haal de andere weg.",
        ),
        Slecht(
            tabel(f"hulp;gemeente-dorp;2020;totaal;40{EINDE}", f"‸{KLEIN}15{EINDE}"),
            "Dit cijfer staat er twee keer: ook op regel 3 van verslag.csv.",
            "Houd de nieuwste over en haal de andere weg.",
        ),
    ],
    "klein-cijfer": [
        *(
            Slecht(
                waarde(KLEIN, "15", f"‸{aantal}"),
                "Dit aantal is kleiner dan 10 en kan naar een kind wijzen.",
                KLEINTIP,
            )
            for aantal in ("9", "1")
        ),
        Slecht(
            samen(bewerk("regio.yml", "drempel: 10", "drempel: 11"), waarde(KLEIN, "15", "‸10")),
            "Dit aantal is kleiner dan 11 en kan naar een kind wijzen.",
            KLEINTIP,
        ),
    ],
    "cijfer-dat-niet-kan": [
        *(
            Slecht(
                waarde(KLEIN, "15", f"‸{aantal}"),
                "Een aantal is een heel getal.",
                "Kijk het na in de bron. Is het een percentage?",
            )
            for aantal in ("15,5", "10,000")
        ),
        Slecht(
            naar_school("‸100,1"),
            "100,1 procent kan niet: 100 is het hoogste.",
            "Kijk het na in de bron. Is het een aantal?",
        ),
    ],
    "delen-boven-het-totaal": [
        Slecht(waarde(STAD, "1200", "‸1180"), DELEN, NATIP),
        Slecht(waarde(TOTAAL, "40", "‸25"), DELEN, NATIP),
        Slecht(
            samen(waarde(KLEIN, "15", "16"), waarde(TOTAAL, "40", "‸38")),
            DELEN,
            NATIP,
        ),
        Slecht(
            samen(
                bewerk(VERSLAG, f"{TOTAAL}40{EINDE}\n", ""),
                tabel(f"{TOTAAL}‸25{EINDE}"),
            ),
            DELEN,
            NATIP,
        ),
    ],
    "ontbrekend-totaal": [
        Slecht(
            bewerk(
                VERSLAG,
                f"{TOTAAL}40{EINDE}\n",
                "",
                (GROOT, "hulp;gemeente-dorp;2021;‸groot;"),
            ),
            "Voor gemeente-dorp en 2021 is er geen regel met het totaal.",
            "Voeg die toe. Geeft de bron het niet? Schrijf dan een punt als waarde.",
        )
    ],
    "periode-in-toekomst": [
        Slecht(
            bewerk(VERSLAG, f"{DORP}", "inwoners;gemeente-dorp;‸2099;totaal;"),
            "De periode 2099 moet nog komen.",
            "Kijk het jaar na.",
        ),
        Slecht(
            waarde(DORP, f"4000{EINDE}", "4000;definitief;‸2020-12-31;verslag;afgeleid", ""),
            "Opgehaald in 2020-12-31: toen was 2021 er nog niet.",
            "Kijk de datum en de periode na.",
        ),
        Slecht(
            tabel("inwoners;gemeente-dorp;2021-2022;totaal;4000;definitief;‸2020;verslag;afgeleid"),
            "Opgehaald in 2020: toen was 2021-2022 er nog niet.",
            "Kijk de datum en de periode na.",
        ),
    ],
    "cijfer-op-twee-plaatsen": [
        Slecht(
            tabel(f"‸hulp-per-honderd;gemeente-dorp;2021;totaal;1,0{EINDE}"),
            "'hulp-per-honderd' rekenen we zelf uit; het kan hier niet staan.",
            "Haal deze regel weg.",
        ),
        Slecht(
            tabel(f"‸eigen-telling;gemeente-dorp;2021;totaal;x{EINDE}"),
            "'eigen-telling' komt uit de eigen uitgaven; het kan hier niet staan.",
            "Haal deze regel weg.",
        ),
    ],
    "berekening": [
        Slecht(
            bewerk(AANDEEL, "eenheid: procent", "eenheid: aantal", ("  teller:", "  ‸teller:")),
            "Een berekening geeft een percentage, en vervangt elke andere bron.",
            "Zet 'eenheid' op procent en haal 'uitgave' weg.",
        ),
        Slecht(
            bewerk(
                AANDEEL,
                "afleiding:\n  teller:",
                "uitgave:\n  domein: zorgklas\n  gebied: gebied\n  periode: jaar\n  bron: verslag\n"
                "  opgehaald: 2022-10-01\nafleiding:\n  ‸teller:",
            ),
            "Een berekening geeft een percentage, en vervangt elke andere bron.",
            "Zet 'eenheid' op procent en haal 'uitgave' weg.",
        ),
        Slecht(
            samen(SCHOOL, bewerk(AANDEEL, "indicator: inwoners", "indicator: ‸naar-school")),
            "'naar-school' is geen aantal dat een bron geeft.",
            "Reken met aantallen.",
        ),
        Slecht(
            bewerk(AANDEEL, "indicator: hulp\n", "indicator: ‸hulp-per-honderd\n"),
            "'hulp-per-honderd' is geen aantal dat een bron geeft.",
            "Reken met aantallen.",
        ),
        Slecht(
            bewerk(
                AANDEEL,
                "indicator: hulp\n      uitsplitsing: totaal",
                "indicator: hulp\n      uitsplitsing: ‸groott",
            ),
            "'hulp' kent geen deel 'groott'.",
            "Bedoel je 'groot'?",
        ),
    ],
    "noemer-bij-aandeel": [
        Slecht(
            bewerk(AANDEEL, "noemer: Inwoners op 1 januari\n", "", ("procent", "‸procent")),
            "Een percentage heeft een noemer: waarvan is het een deel?",
            "Vul 'noemer' in, of schrijf: onbekend",
        ),
        *(
            Slecht(
                bewerk(HULP, "populatie:", f"noemer: ‸{noemer}\npopulatie:"),
                "Een aantal heeft geen noemer.",
                "Haal 'noemer' weg, of zet 'eenheid' op procent.",
            )
            for noemer in ("Alle kinderen", "onbekend")
        ),
    ],
    "dubbel-deel": [
        Slecht(
            tweede_split("licht", "‸klein"),
            "De id 'klein' is in deze indicator al in gebruik.",
            "Kies een andere id.",
        ),
        Slecht(
            tweede_split("licht", "‸licht"),
            "De id 'licht' is in deze indicator al in gebruik.",
            "Kies een andere id.",
        ),
        Slecht(
            tweede_split("‸totaal"),
            "De id 'totaal' is in deze indicator al in gebruik.",
            "Kies een andere id.",
        ),
    ],
    "vergelijkbare-perioden": [
        Slecht(
            reeks("‸- 2021"),
            "Eén periode valt niet te vergelijken.",
            "Noem er twee of meer, of haal de reeks weg.",
        ),
        *(
            Slecht(
                reeks("‸- 2021", f"- {other}"),
                "Een jaar, een half jaar en een schooljaar kun je niet vergelijken.",
                "Maak er verschillende reeksen van.",
            )
            for other in ("2022-h1", "2021-2022")
        ),
        *(
            Slecht(
                reeks(f"‸- {first}", f"- {last}"),
                "De perioden staan niet van oud naar nieuw, elk één keer.",
                "Zet ze op volgorde.",
            )
            for first, last in (("2022", "2021"), ("2021-h2", "2021-h1"), ("2021", "2021"))
        ),
    ],
    "vergelijken-met-aandelen": [
        Slecht(
            bewerk(MONITOR, "omvang:", "  - ‸hulp\nomvang:"),
            "'hulp' is een aantal. Dan lijkt een grote gemeente altijd meer te hebben.",
            "Kies indicatoren met 'eenheid: procent'.",
        ),
        Slecht(
            bewerk(MONITOR, "omvang: inwoners", "omvang: ‸hulp-per-honderd"),
            "'hulp-per-honderd' is een percentage en zegt niet hoe groot een gemeente is.",
            "Kies een indicator met 'eenheid: aantal'.",
        ),
    ],
    "niet-naast-elkaar": [
        Slecht(
            samen(
                bewerk(HULP, "uitsplitsingen:", f"{NIET_NAAST}uitsplitsingen:"),
                bewerk(
                    MONITOR, "  - hulp-per-honderd\n  - hulp\n", "  - hulp-per-honderd\n  - ‸hulp\n"
                ),
            ),
            "'hulp' mag niet naast 'hulp-per-honderd' staan: zie 'niet_naast'.",
            "Houd er één van de twee over. De andere houdt een eigen pagina.",
        ),
    ],
    "toelichting-bij-een-cijfer": [
        Slecht(
            nog_een(UITLEG, "dorp-hulp", "nog-eens", ("indicator: hulp", "indicator: ‸hulp")),
            "Bij dit cijfer van 'gemeente-dorp' is er al een toelichting: dorp-hulp.yml.",
            "Voeg de twee samen.",
        ),
        Slecht(
            samen(
                nog_een(INWONERS, "inwoners", "kaal", ("nummer: 3", "nummer: 8")),
                bewerk(UITLEG, "indicator: hulp-per-honderd", "indicator: ‸kaal"),
            ),
            "Van 'gemeente-dorp' is er bij 'kaal' geen cijfer.",
            "Kies het cijfer waar de toelichting bij hoort.",
        ),
        Slecht(
            bewerk(UITLEG, "periode: 2022", "periode: ‸2019"),
            "Van 'gemeente-dorp' is er over 2019 geen cijfer.",
            "Er is een cijfer over 2021, 2022.",
        ),
    ],
    "toelichting-in-eigen-woorden": [
        Slecht(
            bewerk(UITLEG, "zekerheid: voorbeeld", f"zekerheid: ‸{zekerheid}"),
            f"Een toelichting is wat de gemeente zelf zegt. Dat kan niet '{zekerheid}' zijn.",
            "Noem waar de gemeente dit zegt, met 'bevestigd', of haal dit bestand weg.",
        )
        for zekerheid in ("afgeleid", "onbekend")
    ],
    "cijfers-zonder-gebied": [
        Slecht(
            bewerk("regio.yml", "gebied: heel-mini\n", "", ("id: mini", "‸id: mini")),
            "Het veld 'gebied' ontbreekt, en er zijn cijfers. Van welk gebied zijn zij?",
            "Noem bij 'gebied' de id van het werkingsgebied van deze site.",
        )
    ],
    "plaats-op-de-kaart": [
        Slecht(
            bewerk(MONITOR, "kolom: 2", "kolom: ‸1"),
            "Op deze plaats ligt 'gemeente-stad' al.",
            "Kies een andere plaats.",
        ),
        Slecht(
            bewerk(MONITOR, "- gemeente: gemeente-dorp", "- gemeente: ‸gemeente-stad"),
            "'gemeente-stad' staat al op de kaart.",
            "Houd er één over.",
        ),
        Slecht(
            bewerk(MONITOR, "kolom: 2", "kolom: ‸9"),
            "De kaart heeft 8 rijen en 8 kolommen; 9 ligt erbuiten.",
            "Kies 1 tot en met 8.",
        ),
        Slecht(
            bewerk(MONITOR, "rij: 2", "rij: ‸12"),
            "De kaart heeft 8 rijen en 8 kolommen; 12 ligt erbuiten.",
            "Kies 1 tot en met 8.",
        ),
    ],
    "gemeente-niet-op-de-kaart": [
        Slecht(
            bewerk(
                MONITOR,
                "  - gemeente: gemeente-dorp\n    rij: 1\n    kolom: 2\n",
                "",
                ("kaart:\n  - ", "kaart:\n  ‸- "),
            ),
            "Niet op de kaart: gemeente-dorp.",
            "Geef elke gemeente een plaats, of laat 'kaart' weg.",
        ),
    ],
    "dpia-per-gemeente": [
        Slecht(
            bewerk(DPIA, "gemeente: gemeente-stad", "gemeente: ‸gemeente-eiland"),
            "De DPIA van 'gemeente-eiland' staat al in gemeente-eiland.yml.",
            "Houd er één over.",
        ),
        *(
            Slecht(
                bewerk(DPIA, "stand: loopt\ndatum: onbekend", f"stand: {stand}\ndatum: ‸2021"),
                "Er is een datum, maar de stand is niet 'afgerond'.",
                "Schrijf: onbekend, of pas de stand aan.",
            )
            for stand in ("loopt", "onbekend")
        ),
    ],
    "een-duiding-per-jaar": [
        Slecht(
            nog_een(DUIDING, "duiding-2022", "nog-eens", ("jaar: 2022", "jaar: ‸2022")),
            "Over 2022 is er al een duiding: duiding-2022.yml.",
            "Voeg de twee samen.",
        )
    ],
    "adres-van-een-pagina": [
        Slecht(
            pagina("‸index"),
            "De id 'index' kan niet: dat adres is van een andere pagina.",
            "Kies een andere id, en noem het bestand net zo.",
        )
    ],
    "dubbel-nummer": [
        Slecht(
            bewerk(HULP, "nummer: 1", "nummer: ‸2"),
            "Nummer 2 is al van 'hulp-per-honderd'.",
            "Kies een nummer dat nog vrij is.",
        ),
    ],
    "verwijzing": [
        Slecht(
            bewerk(VERSLAG, DORP, "inwoners;‸gemeente-drop;2021;totaal;"),
            "Er is geen gemeente of referentiegebied of werkingsgebied of partij of school of wijk met de "
            "id 'gemeente-drop'.",
            "Bedoel je 'gemeente-dorp'?",
        ),
        Slecht(
            bewerk(VERSLAG, DORP, "‸inwonrs;gemeente-dorp;2021;totaal;"),
            "Er is geen indicator met de id 'inwonrs'.",
            "Bedoel je 'inwoners'?",
        ),
        Slecht(
            waarde(DORP, f"4000{EINDE}", "4000;definitief;2022-11-01;‸verslg;afgeleid", ""),
            "Er is geen bron met de id 'verslg'.",
            "Bedoel je 'verslag'?",
        ),
    ],
    "dubbel-in-lijst": [
        Slecht(
            bewerk(MONITOR, "  - hulp\n", "  - hulp\n  - ‸hulp\n"),
            "'hulp' staat er twee keer.",
            "Haal er één weg.",
        )
    ],
    "bevestigd-zonder-datum": [
        Slecht(
            waarde(DORP, f"4000{EINDE}", "4000;definitief;2022-11-01;verslag;‸bevestigd", ""),
            "'bevestigd' kan niet: van bron 'verslag' is niet bekend wanneer die is gelezen.",
            "Vul 'geraadpleegd' in bij bronnen/verslag.yml, of kies 'afgeleid'.",
        )
    ],
}


def zonder_cijfers_en_gebied(mini: Mini) -> None:
    shutil.rmtree(mini.map / "monitor")
    mini.vervang("regio.yml", "gebied: heel-mini\n", "")


GOED: dict[str, Breek] = {
    "gebied-zonder-pagina": tabel(f"inwoners;heel-mini;2021;totaal;25000{EINDE}"),
    "uit-te-rekenen": samen(
        waarde(KLEIN, "15", "x"),  # every count of this file is a multiple of five
        tabel(
            f"hulp;gemeente-dorp;2020;groot;x{EINDE}",
            f"hulp;gemeente-dorp;2020;klein;x{EINDE}",
            f"hulp;gemeente-dorp;2020;totaal;40{EINDE}",
        ),
    ),
    "uitgave-is-aantal": bewerk(EIGEN, "nummer: 4", "nummer: 14"),
    "te-veel-referentiegebieden": samen(land("streek-1"), land("streek-2")),
    "deel-van-indicator": samen(
        bewerk(
            HULP,
            "      - id: groot",
            "      - id: zonder-leeftijd\n        naam: leeftijd onbekend\n      - id: groot",
        ),
        tabel(f"hulp;gemeente-dorp;2021;zonder-leeftijd;.{EINDE}"),
    ),
    "dubbel-cijfer": tabel(
        f"hulp;gemeente-dorp;2020;totaal;40{EINDE}",
        f"hulp;gemeente-dorp;2021-2022;totaal;40{EINDE}",
        f"hulp;heel-mini;2021;totaal;.{EINDE}",
    ),
    "klein-cijfer": samen(
        SCHOOL,
        tabel(
            f"hulp;gemeente-dorp;2020;groot;x{EINDE}",
            f"hulp;gemeente-dorp;2020;klein;x{EINDE}",
            f"inwoners;gemeente-stad;2020;totaal;0{EINDE}",
            f"hulp;gemeente-dorp;2020;totaal;10{EINDE}",
            f"hulp;gemeente-stad;2020;totaal;-{EINDE}",
            f"naar-school;gemeente-dorp;2020;totaal;0,5{EINDE}",
            f"naar-school;gemeente-stad;2020;totaal;9{EINDE}",
        ),
    ),
    "cijfer-dat-niet-kan": samen(
        SCHOOL,
        tabel(
            f"naar-school;gemeente-dorp;2020;totaal;100{EINDE}",
            f"naar-school;gemeente-dorp;2021;totaal;99,9{EINDE}",
            f"naar-school;gemeente-dorp;2022;totaal;100,0{EINDE}",
            f"inwoners;gemeente-dorp;2020;totaal;101{EINDE}",
        ),
    ),
    "delen-boven-het-totaal": samen(
        waarde(STAD, "1200", "1190"),
        waarde(TOTAAL, "40", "35"),
        tabel(
            f"hulp;gemeente-dorp;2020;groot;500{EINDE}",
            f"hulp;gemeente-dorp;2020;klein;600{EINDE}",
            f"hulp;gemeente-dorp;2020;totaal;x{EINDE}",
        ),
    ),
    "ontbrekend-totaal": samen(
        waarde(TOTAAL, "40", "."),
        nog_een(HULP, "hulp", "los", ("nummer: 1", "nummer: 9")),
        tabel(f"los;gemeente-dorp;2021;klein;15{EINDE}"),
    ),
    "periode-in-toekomst": tabel(
        f"inwoners;gemeente-dorp;{TODAY[:4]};totaal;4000;voorlopig;{TODAY};verslag;afgeleid",
        "inwoners;gemeente-dorp;2019-2020;totaal;4000;voorlopig;2019;verslag;afgeleid",
    ),
    "cijfer-op-twee-plaatsen": samen(
        bewerk(
            AANDEEL,
            "afleiding:\n  teller:\n    - indicator: hulp\n      uitsplitsing: totaal\n"
            "  noemer:\n    - indicator: inwoners\n      uitsplitsing: totaal\n"
            "  formule: 100 x kinderen met hulp / inwoners\n",
            "",
        ),
        tabel(
            f"hulp-per-honderd;gemeente-dorp;2021;totaal;1,0{EINDE}",
            f"hulp-per-honderd;gemeente-dorp;2022;totaal;1,0{EINDE}",
        ),
    ),
    "berekening": bewerk(
        AANDEEL,
        "    - indicator: hulp\n      uitsplitsing: totaal\n",
        "    - indicator: hulp\n      uitsplitsing: klein\n"
        "    - indicator: eigen-telling\n      uitsplitsing: totaal\n",
    ),
    "noemer-bij-aandeel": bewerk(AANDEEL, "noemer: Inwoners op 1 januari", "noemer: onbekend"),
    "dubbel-deel": tweede_split("licht", "zwaar", "leeftijd"),
    "vergelijkbare-perioden": reeks("- 2020-h2", "- 2021-h1", "- 2021-h2"),
    "vergelijken-met-aandelen": samen(
        SCHOOL, bewerk(MONITOR, "omvang: inwoners", "  - naar-school\nomvang: hulp")
    ),
    "niet-naast-elkaar": samen(
        bewerk(HULP, "uitsplitsingen:", f"{NIET_NAAST}uitsplitsingen:"),
        bewerk(MONITOR, "  - hulp-per-honderd\n  - hulp\n", "  - hulp-per-honderd\n"),
    ),
    "toelichting-bij-een-cijfer": nog_een(
        UITLEG, "dorp-hulp", "ander-jaar", ("periode: 2022", "periode: 2021")
    ),
    "toelichting-in-eigen-woorden": bewerk(
        UITLEG, "bron: verslag", "bron: plan", ("zekerheid: voorbeeld", "zekerheid: bevestigd")
    ),
    "cijfers-zonder-gebied": zonder_cijfers_en_gebied,
    "plaats-op-de-kaart": bewerk(
        MONITOR, "    rij: 2\n    kolom: 1\n", "    rij: 8\n    kolom: 8\n"
    ),
    "gemeente-niet-op-de-kaart": bewerk(
        MONITOR,
        "kaart:\n  - gemeente: gemeente-stad\n    rij: 1\n    kolom: 1\n"
        "  - gemeente: gemeente-dorp\n    rij: 1\n    kolom: 2\n"
        "  - gemeente: gemeente-eiland\n    rij: 2\n    kolom: 1\n",
        "",
    ),
    "dpia-per-gemeente": samen(
        bewerk(DPIA, "stand: loopt\ndatum: onbekend", "stand: afgerond\ndatum: 2021"),
        bewerk("monitor/dpia/gemeente-dorp.yml", "datum: 2021-05", "datum: onbekend"),
    ),
    "een-duiding-per-jaar": nog_een(
        DUIDING, "duiding-2022", "duiding-2021", ("jaar: 2022", "jaar: 2021")
    ),
    "adres-van-een-pagina": samen(
        nog_een(INWONERS, "inwoners", "gemeenten", ("nummer: 3", "nummer: 8")),
        nog_een(INWONERS, "inwoners", "duiding-2022", ("nummer: 3", "nummer: 9")),
    ),
    "dubbel-nummer": bewerk(AANDEEL, "nummer: 2", "nummer: 12"),
    "verwijzing": tabel(
        f"inwoners;heel-mini;2021;totaal;25000{EINDE}", f"inwoners;land;2020;totaal;4100{EINDE}"
    ),
    "dubbel-in-lijst": bewerk(MONITOR, "  - hulp\n", "  - hulp\n  - inwoners\n"),
    "bevestigd-zonder-datum": waarde(
        DORP, f"4000{EINDE}", "4000;definitief;2022-11-01;plan;bevestigd", ""
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


def test_every_bad_case_has_a_near_miss() -> None:
    assert set(SLECHT) == set(GOED)


def test_no_message_repeats_a_small_count(mini: Mini) -> None:
    """What the check prints may stand in a public log."""
    wrong = (
        *("hulp;gemeente-dorp;2020;groot", "hulp;gemeente-dorp;2020;klein"),
        *["hulp;gemeente-dorp;2020;totaal"] * 2,
        "hulp;gemeente-eiland;2020;klein",
        "inwoners;gemeente-dorp;2020;klein",
        "inwoners;gemeente-dorp;2099;totaal",
        "eigen-telling;gemeente-dorp;2020;totaal",
        "hulp;gemeente-stad;2020;totaal",
    )
    values = (*["7"] * (len(wrong) - 1), "7,000")
    rows = [f"{row};{value}{EINDE}" for row, value in zip(wrong, values, strict=True)]
    tabel(*rows)(mini)
    found = mini.issues(level=Level.FOUT)
    told = Counter(one.code for one in found)
    assert told.pop("klein-cijfer") == len(wrong)
    assert set(told) == {
        "delen-boven-het-totaal",
        "dubbel-cijfer",
        "ontbrekend-totaal",
        "deel-van-indicator",
        "periode-in-toekomst",
        "cijfer-op-twee-plaatsen",
        "cijfer-dat-niet-kan",
    }
    assert [one for one in found if "7" in f"{one.message} {one.tip}"] == []


def test_no_indicator_has_the_address_of_another_page(mini: Mini) -> None:
    """These are files and folders in the same folder of the site."""
    pages = ["bescherming", "duiding", "gemeente", "hoe-lees-je-dit", "methode", "vergelijken"]
    for key in pages:
        pagina(key)(mini)
    told = gemeld(mini, "adres-van-een-pagina")
    assert sorted(message.split("'")[1] for _, message, *_ in told) == pages


def test_a_missing_total_is_told_once_however_many_parts_there_are(mini: Mini) -> None:
    mini.vervang(VERSLAG, f"{TOTAAL}40{EINDE}\n", "")
    mini.vervang(VERSLAG, f"{STAD}1200{EINDE}\n", "")
    assert len(gemeld(mini, "ontbrekend-totaal")) == 2


def test_a_figure_that_is_there_three_times_names_the_first_each_time(mini: Mini) -> None:
    tabel(f"{GROOT}25{EINDE}", f"{GROOT}25{EINDE}")(mini)
    said = {message for _, message, _, _ in gemeld(mini, "dubbel-cijfer")}
    assert said == {"Dit cijfer staat er twee keer: ook op regel 2 van verslag.csv."}
    assert len(gemeld(mini, "dubbel-cijfer")) == 2


def test_an_invented_figure_cannot_stand_in_a_real_region(mini: Mini) -> None:
    bewerk("regio.yml", "soort: voorbeeld", "soort: echt")(mini)
    waarde(DORP, f"4000{EINDE}", "4000;definitief;2022-11-01;verslag;‸voorbeeld", "")(mini)
    assert mini.plaats in [place for place, *_ in gemeld(mini, "voorbeeld-in-echte-regio")]


def test_an_editor_hears_once_of_an_unknown_indicator(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is nobody's indicator is not said to have no such part as well."""
    case = Slecht(
        tabel(f"‸hlup;gemeente-dorp;2020;kleinn;3{EINDE}"),
        "Er is geen indicator met de id 'hlup'.",
        "Bedoel je 'hulp'?",
    )
    case.breek(mini)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)
