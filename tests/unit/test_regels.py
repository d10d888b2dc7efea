"""Every rule: one small edit that breaks it, with message and place, and one near miss it allows.

The cases of the model of cooperation are in ``test_regels_samenwerking.py``; those of bodies, of
meetings and decisions, of routes and of proposals in ``test_regels_overleg.py``,
``test_regels_vergadering.py``, ``test_regels_voorstelroute.py`` and ``test_regels_voorstel.py``;
those of arrangements in ``test_regels_arrangement.py``; those of figures in
``test_regels_monitor.py`` and ``test_regels_gebied.py``; those of agendas in
``test_regels_editie.py``; those of rules that only warn in ``test_regels_let_op.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from macros.rules.registry import all_rules
from tests.unit import test_regels_arrangement as arrangement
from tests.unit import test_regels_cijfers as cijfers
from tests.unit import test_regels_datum as datum
from tests.unit import test_regels_editie as editie
from tests.unit import test_regels_gebied as gebied
from tests.unit import test_regels_hulp as hulp
from tests.unit import test_regels_let_op as let_op
from tests.unit import test_regels_monitor as monitor
from tests.unit import test_regels_overleg as overleg
from tests.unit import test_regels_samenwerking as samenwerking
from tests.unit import test_regels_vergadering as vergadering
from tests.unit import test_regels_voorstel as voorstel
from tests.unit import test_regels_voorstelroute as voorstelroute
from tests.unit.gevallen import TODAY, Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

RULES = {rule.code: rule for rule in all_rules()}

DORP = "gemeenten/gemeente-dorp.yml"
STAD = "gemeenten/gemeente-stad.yml"
BRUG = "partijen/schoolbestuur-mini.yml"
KLEIN = "werkingsgebieden/klein-mini.yml"
BEKEND = "speerpunten/alles-bekend.yml"
ONBEKEND = "speerpunten/veel-onbekend.yml"
SBO = "begrippen/sbo.yml"
VRAGEN = "zoekvragen.yml"
WOORDEN_BIJ = "zoekwoorden.yml"
WEBSITE = "website: https://swv-mini.example/\n"
EIGEN_BRON = """  - veld: ‸ambtelijk_trekker
    herkomst:
      bron: plan
      peildatum: 2022
      zekerheid: afgeleid
"""
GEEN_BRON = "herkomst:\n  bron: plan\n  vindplaats: blz. 4\n"
DOOR = (
    "resultaat: onbekend\n    door: onbekend\n    wanneer: onbekend",
    "resultaat: onbekend\n    door:\n      - swv-mini\n    wanneer: onbekend",
)
WOORDEN = "een twee drie vier vijf zes " + " ".join(["woord"] * 12)


def partij_met_id(key: str) -> Breek:
    def doe(mini: Mini) -> None:
        text = mini.lees("partijen/regisseur.yml").replace("id: regisseur", f"id: ‸{key}")
        mini.schrijf(f"partijen/{key.lstrip('‸')}.yml", text)

    return doe


def echte_regio(zekerheid: str) -> Breek:
    """A real region without any example, apart from one value."""

    def doe(mini: Mini) -> None:
        for file in mini.map.rglob("*.yml"):
            text = file.read_text(encoding="utf-8")
            text = text.replace("zekerheid: voorbeeld", "zekerheid: afgeleid")
            file.write_text(text.replace("soort: voorbeeld", "soort: echt"), encoding="utf-8")
        mini.vervang(DORP, "zekerheid: afgeleid", f"zekerheid: ‸{zekerheid}")

    return doe


def nieuwe_mijlpaal(nummer: str, datum: str) -> Breek:
    def doe(mini: Mini) -> None:
        text = mini.lees("mijlpalen/daarna.yml").replace("id: daarna", "id: later")
        text = text.replace("nummer: 2", f"nummer: {nummer}").replace(
            "datum: 2021", f"datum: {datum}"
        )
        mini.schrijf("mijlpalen/later.yml", text)

    return doe


def tweede_principe(nummer: str) -> Breek:
    def doe(mini: Mini) -> None:
        text = mini.lees("principes/samen-doen.yml").replace("id: samen-doen", "id: samen-gaan")
        mini.schrijf("principes/samen-gaan.yml", text.replace("nummer: 1", f"nummer: {nummer}"))

    return doe


SLECHT: dict[str, list[Slecht]] = {
    "versie-op-een-dag": [
        Slecht(
            bewerk("versies/2022-1.yml", "datum: 2022-06-01", "datum: ‸2022-06"),
            "'2022-06' zegt niet op welke dag deze stand haar naam kreeg.",
            "Schrijf jaar, maand en dag.",
        ),
    ],
    "verwijzing": [
        Slecht(
            bewerk(DORP, "bron: plan", "bron: ‸pla"),
            "Er is geen bron met de id 'pla'.",
            "Bedoel je 'plan'?",
        ),
        Slecht(
            bewerk(BEKEND, "- swv-mini", "- ‸samenwerking"),
            "Er is geen partij of gemeente met de id 'samenwerking'.",
            "Noem een functie of organisatie, geen persoon. "
            "Kies uit: gemeente-dorp, gemeente-eiland, gemeente-stad, regisseur,"
            " schoolbestuur-mini, swv-mini, swv-overal.",
        ),
    ],
    "dubbele-id": [
        Slecht(
            partij_met_id("gemeente-dorp"),
            "De id 'gemeente-dorp' bestaat al in de map gemeenten.",
            "Geef dit een andere id.",
        ),
        Slecht(
            nog_een("monitor/referentiegebieden/land.yml", "land", "‸gemeente-dorp"),
            "De id 'gemeente-dorp' bestaat al in de map gemeenten.",
            "Geef dit een andere id.",
        ),
    ],
    "adres-van-een-pagina": [
        Slecht(
            nog_een(ONBEKEND, "veel-onbekend", "‸index"),
            "De id 'index' kan niet: dat adres is van een andere pagina.",
            "Kies een andere id, en noem het bestand net zo.",
        ),
        Slecht(
            nog_een(STAD, "gemeente-stad", "‸stad", ("GM9002", "GM9004")),
            "De id 'stad' kan niet: dat adres is van 'gemeente-stad'.",
            "Kies een andere id, en noem het bestand net zo.",
        ),
        Slecht(
            nog_een("partijen/swv-overal.yml", "swv-overal", "‸swv-index"),
            "De id 'swv-index' kan niet: dat adres is van een andere pagina.",
            "Kies een andere id, en noem het bestand net zo.",
        ),
    ],
    "veld-van-een-samenwerkingsverband": [
        Slecht(
            bewerk(BRUG, "gemeenten: onbekend", "nummer: ‸onbekend\ngemeenten: onbekend"),
            "Het veld 'nummer' hoort alleen bij een samenwerkingsverband.",
            "Haal het weg, of pas de soort aan.",
        ),
        Slecht(
            bewerk(
                BRUG, "gemeenten: onbekend", "landelijk_voor: ‸kleine scholen\ngemeenten: onbekend"
            ),
            "Het veld 'landelijk_voor' hoort alleen bij een samenwerkingsverband.",
            "Haal het weg, of pas de soort aan.",
        ),
    ],
    "dubbel-verbandnummer": [
        Slecht(
            nog_een("partijen/swv-mini.yml", "swv-mini", "swv-twee", ("nummer: PO", "nummer: ‸PO")),
            "Het nummer PO9001 is al van 'swv-mini'.",
            "Zoek het nummer op in de regeling.",
        ),
        Slecht(
            samen(
                bewerk("partijen/swv-mini.yml", "  - PO\n", ""),
                bewerk("partijen/swv-mini.yml", "nummer: PO9001", "nummer: ‸PO9001"),
            ),
            "Een nummer met PO is niet van een verband voor VO.",
            "Zoek het nummer op in de regeling, of pas de sectoren aan.",
        ),
    ],
    "dubbele-cbs-code": [
        Slecht(
            bewerk(STAD, "GM9002", "‸GM9001"),
            "De code GM9001 is al van Dorp.",
            "Zoek de code op bij het CBS.",
        )
    ],
    "eigen-bron": [
        Slecht(
            bewerk(BEKEND, "veld: ambtelijk_trekker", "veld: ‸ambtelijke_trekker"),
            "'ambtelijke_trekker' is geen veld dat hier een eigen bron kan hebben.",
            "Bedoel je 'ambtelijk_trekker'?",
        ),
        Slecht(
            bewerk(BEKEND, "veld: ambtelijk_trekker", "veld: ‸titel"),
            "'titel' is geen veld dat hier een eigen bron kan hebben.",
            "Kies uit: ambtelijk_trekker, bestuurlijk_trekker, conclusie, opdracht.",
        ),
        Slecht(
            bewerk(
                "samenwerking/onderdelen/1a-hulp-in-de-klas.yml",
                "veld: gecontroleerd_op",
                "veld: ‸eerste_stap",
            ),
            "'eerste_stap' is geen veld dat hier een eigen bron kan hebben.",
            "Kies uit: gecontroleerd_op, geldig_tot, samen, sectoren, toestand, vastgesteld_op,"
            " waar_gaat_het_over, wet.",
        ),
        Slecht(
            bewerk(
                BEKEND,
                "ambtelijk_trekker: regisseur",
                "ambtelijk_trekker: onbekend",
                ("veld: ambtelijk", "veld: ‸ambtelijk"),
            ),
            "De waarde van 'ambtelijk_trekker' is onbekend: daar hoort geen bron bij.",
            "Vul de waarde in, of haal deze bron weg.",
        ),
        Slecht(
            bewerk(BEKEND, "wijzigingen:\n", f"{EIGEN_BRON}wijzigingen:\n"),
            "'ambtelijk_trekker' staat er twee keer.",
            "Haal er één weg.",
        ),
    ],
    "dubbel-in-lijst": [
        Slecht(
            bewerk(KLEIN, "  - gemeente-dorp\n", "  - gemeente-dorp\n  - ‸gemeente-dorp\n"),
            "'gemeente-dorp' staat er twee keer.",
            "Haal er één weg.",
        ),
        Slecht(
            bewerk("regio.yml", "  - en\n", "  - en\n  - ‸en\n"),
            "'en' staat er twee keer.",
            "Haal er één weg.",
        ),
    ],
    "datum-in-toekomst": [
        Slecht(
            bewerk(DORP, "peildatum: 2021", "peildatum: ‸2099-01-01"),
            "De datum 2099-01-01 ligt in de toekomst.",
            f"Vandaag is het {TODAY}.",
        ),
        Slecht(
            bewerk("begrippen/swv.yml", "datum: 2022-01-05", "datum: ‸2099"),
            "De datum 2099 ligt in de toekomst.",
            f"Vandaag is het {TODAY}.",
        ),
        Slecht(
            bewerk(ONBEKEND, "stand: 2022-02", "stand: ‸2099-01"),
            "De datum 2099-01 ligt in de toekomst.",
            f"Vandaag is het {TODAY}.",
        ),
    ],
    "gezocht-en-gevonden": [
        Slecht(
            bewerk(BEKEND, GEEN_BRON, f"gezocht_op:\n  ambtelijk_trekker: ‸2022\n{GEEN_BRON}"),
            "'ambtelijk_trekker' is niet onbekend: dan hoort hier geen datum.",
            "Haal deze regel weg.",
        ),
        Slecht(
            bewerk(ONBEKEND, *DOOR, ("stand: 2022-02", "stand: 2022-02\n      door: ‸2022")),
            "'door' is niet onbekend: dan hoort hier geen datum.",
            "Haal deze regel weg.",
        ),
    ],
    "voorbeeld-in-echte-regio": [
        Slecht(
            echte_regio("voorbeeld"),
            "Een voorbeeld kan niet tussen echte gegevens staan.",
            "Zoek een bron, of zet de waarde op onbekend.",
        )
    ],
    "bevestigd-zonder-datum": [
        Slecht(
            bewerk(KLEIN, "zekerheid: afgeleid", "zekerheid: ‸bevestigd"),
            "'bevestigd' kan niet: van bron 'verslag' is niet bekend wanneer die is gelezen.",
            "Vul 'geraadpleegd' in bij bronnen/verslag.yml, of kies 'afgeleid'.",
        ),
        Slecht(
            bewerk(
                BEKEND,
                "      peildatum: 2022\n      zekerheid: afgeleid",
                "      peildatum: 2022\n      zekerheid: ‸bevestigd",
            ),
            "'bevestigd' kan niet: van bron 'verslag' is niet bekend wanneer die is gelezen.",
            "Vul 'geraadpleegd' in bij bronnen/verslag.yml, of kies 'afgeleid'.",
        ),
    ],
    "dubbel-begrip": [
        Slecht(
            bewerk(
                "begrippen/thuiszitter.yml",
                "  - thuiszitters\n",
                "  - thuiszitters\n  - ‸Speciaal basisonderwijs\n",
            ),
            "'Speciaal basisonderwijs' wordt al uitgelegd bij 'sbo'.",
            "Haal het op een van de twee plaatsen weg.",
        )
    ],
    "verwijst-naar-zichzelf": [
        Slecht(
            bewerk("begrippen/so-en-sbo.yml", "  - sbo\n", "  - ‸so-en-sbo\n"),
            "Dit verwijst naar zichzelf.",
            "Haal deze regel weg, of kies een andere.",
        )
    ],
    "nederlands-eerst": [
        Slecht(
            bewerk("regio.yml", "  - nl\n  - en\n", "  - ‸en\n  - nl\n"),
            "De eerste taal moet nl zijn: de gegevens zijn in het Nederlands.",
            "Zet nl bovenaan.",
        )
    ],
    "opvolger-is-een-andere": [
        Slecht(
            bewerk("agendas/plan-2021-2023.yml", "samen: De", "opvolger: ‸plan\nsamen: De"),
            "Dit is de bron van deze agenda zelf, en niet van een opvolger.",
            "Noem de bron van de volgende agenda, of zet 'opvolger' op onbekend.",
        )
    ],
    "looptijd-in-volgorde": [
        Slecht(
            bewerk("agendas/plan-2021-2023.yml", "tot_en_met: 2023", "tot_en_met: ‸2020"),
            "De looptijd eindigt (2020) voordat zij begint (2021).",
            "Draai de jaren om.",
        )
    ],
    "dubbel-nummer": [
        Slecht(
            bewerk(ONBEKEND, "nummer: 2", "nummer: ‸1"),
            "Nummer 1 is al van 'alles-bekend'.",
            "Kies een nummer dat nog vrij is.",
        ),
        Slecht(
            nieuwe_mijlpaal("‸2", "2021"),
            "Nummer 2 is al van 'daarna'.",
            "Kies een nummer dat nog vrij is.",
        ),
        Slecht(
            tweede_principe("‸1"),
            "Nummer 1 is al van 'samen-doen'.",
            "Kies een nummer dat nog vrij is.",
        ),
    ],
    "mijlpaal-op-volgorde": [
        Slecht(
            nieuwe_mijlpaal("3", "‸2020-12-31"),
            "2020-12-31 ligt voor 2021 van 'daarna'.",
            "Pas de datum of het nummer aan.",
        )
    ],
    "organisatie-zonder-gegevens": [
        Slecht(
            bewerk("partijen/swv-mini.yml", "soort: samen", "soort: ‸samen", (WEBSITE, "")),
            "Bij een samenwerkingsverband hoort het veld 'website'.",
            "Vul het in, of schrijf: website: onbekend",
        ),
        Slecht(
            bewerk(
                "partijen/schoolbestuur-mini.yml",
                "soort: school",
                "soort: ‸school",
                ("gemeenten: onbekend\n", ""),
            ),
            "Bij een schoolbestuur hoort het veld 'gemeenten'.",
            "Vul het in, of schrijf: gemeenten: onbekend",
        ),
    ],
    "dubbele-actie": [
        Slecht(
            bewerk(ONBEKEND, "id: uitzoeken", "id: ‸lijst-maken"),
            "De actie-id 'lijst-maken' is al gebruikt bij 'alles-bekend'.",
            "Kies een andere id.",
        ),
        Slecht(
            bewerk(BEKEND, "id: lijst-delen", "id: ‸lijst-maken"),
            "De actie-id 'lijst-maken' is al gebruikt bij 'alles-bekend'.",
            "Kies een andere id.",
        ),
    ],
    "planjaar-in-looptijd": [
        Slecht(
            bewerk(BEKEND, "jaar: 2022", "jaar: ‸2024"),
            "2024 ligt buiten de looptijd (2021-2023).",
            "Verander het jaar, of de looptijd in agendas/plan-2021-2023.yml.",
        ),
        Slecht(
            bewerk(BEKEND, "jaar: 2022", "jaar: ‸2021"),
            "2021 staat er twee keer.",
            "Voeg de twee samen.",
        ),
        Slecht(
            bewerk(BEKEND, "jaar: 2021", "jaar: 2023", ("jaar: 2022", "jaar: ‸2022")),
            "2022 staat na 2023.",
            "Zet de jaren op volgorde.",
        ),
    ],
    "actie-in-looptijd": [
        Slecht(
            bewerk(BEKEND, "- 2022-03-01", "- ‸2024-01"),
            "2024-01 ligt buiten de looptijd (2021-2023).",
            "Verander de datum, of de looptijd in agendas/plan-2021-2023.yml.",
        )
    ],
    "stand-zonder-bewijs": [
        Slecht(
            bewerk(
                BEKEND,
                "    bewijs:\n      - plan\n      - verslag\n",
                "    bewijs: onbekend\n",
                ("stand: loopt", "stand: ‸loopt"),
            ),
            "De stand is 'loopt', maar het bewijs is onbekend.",
            "Noem bij 'bewijs' de bron waaruit dit blijkt, of zet de stand op onbekend.",
        )
    ],
    "fase-geen-alleen": [
        Slecht(
            bewerk(ONBEKEND, "      - geen\n", "      ‸- geen\n      - uitvoeren\n"),
            "'geen' kan niet samen met een andere fase.",
            "Haal 'geen' weg, of de andere.",
        )
    ],
    "lange-zin": [
        Slecht(
            bewerk(SBO, "ouders: Dit is", f"ouders: Kort. ‸{WOORDEN} laatste. Dit is"),
            "Deze zin heeft 19 woorden: 'een twee drie vier vijf zes …'",
            "Maak er twee zinnen van (hooguit 18 woorden).",
        )
    ],
    "een-spelling": [
        Slecht(
            bewerk(SBO, "ouders: Dit is", "ouders: In ‸Mini & CO is dit"),
            "'Mini & CO' staat op de site als 'Mini & Co'.",
            "Schrijf het overal zo. Zijn het woorden van een ander? "
            "Zet die tussen aanhalingstekens.",
        ),
        Slecht(
            bewerk(
                SBO,
                "ouders: Dit is",
                "ouders: Het ‸speciaal-basisonderwijs is",
                ("  - speciaal basisonderwijs\n", "  - speciaal-basisonderwijs\n"),
            ),
            "'speciaal-basisonderwijs' staat op de site als 'speciaal basisonderwijs'.",
            "Schrijf het overal zo. Zijn het woorden van een ander? "
            "Zet die tussen aanhalingstekens.",
        ),
    ],
    "onverklaarde-afkorting": [
        Slecht(
            bewerk(SBO, "ouders: Dit is", "ouders: De ‸VSO is"),
            "De afkorting 'VSO' wordt nergens uitgelegd.",
            "Schrijf het uit, of maak er een begrip van.",
        )
    ],
    "zoekadres": [
        Slecht(
            bewerk(WOORDEN_BIJ, "naar: overleg/kalender/", "naar: ‸overleg/kalnder/"),
            "Op de site is geen pagina 'overleg/kalnder/'.",
            "Bedoel je 'overleg/kalender/'?",
        ),
        Slecht(
            bewerk(WOORDEN_BIJ, "naar: hulp/#consulent", "naar: ‸hulp/#consulnt"),
            "Op de pagina 'hulp/' staat geen 'consulnt'.",
            "Bedoel je 'consulent'?",
        ),
        Slecht(
            bewerk(VRAGEN, "- begrippen/#swv", "- ‸begrippen/#klassenboek"),
            "Op de pagina 'begrippen/' staat geen 'klassenboek'.",
            "Kies uit: sbo, so-en-sbo, swv, thuiszitter.",
        ),
    ],
    "zoekvraag-twee-keer": [
        Slecht(
            bewerk(VRAGEN, "vraag: samenwerkngsverband", "vraag: ‸Wanneer is het volgende overleg"),
            "De vraag 'Wanneer is het volgende overleg' staat er al: het is vraag 2.",
            "Haal een van de twee weg.",
        ),
    ],
    "zoekplek-twee-keer": [
        Slecht(
            bewerk(WOORDEN_BIJ, "naar: hulp/#consulent", "naar: ‸thuis/"),
            "'thuis/' heeft al woorden: dat is rij 1.",
            "Zet ze bij elkaar in één rij.",
        ),
    ],
    "zoekwoord-twee-keer": [
        Slecht(
            bewerk(WOORDEN_BIJ, "- OCO\n", "- OCO\n      - ‸oco\n"),
            "'oco' staat hier al: 'OCO'.",
            "Haal een van de twee weg.",
        ),
    ],
}

GOED: dict[str, Breek] = {
    "versie-op-een-dag": bewerk("versies/2022-1.yml", "datum: 2022-06-01", "datum: 2022-06-30"),
    "verwijzing": bewerk(BEKEND, "- swv-mini", "- gemeente-eiland"),
    "dubbele-id": partij_met_id("gemeente-ver-weg"),
    "dubbele-cbs-code": bewerk(STAD, "GM9002", "GM9004"),
    "veld-van-een-samenwerkingsverband": bewerk(
        "partijen/swv-mini.yml", "nummer: PO9001", "nummer: onbekend\nlandelijk_voor: elke school"
    ),
    "dubbel-verbandnummer": nog_een(
        "partijen/swv-mini.yml", "swv-mini", "swv-twee", ("PO9001", "VO9001")
    ),
    "eigen-bron": bewerk(BEKEND, "veld: ambtelijk_trekker", "veld: bestuurlijk_trekker"),
    "dubbel-in-lijst": bewerk(KLEIN, "  - gemeente-dorp", "  - gemeente-dorp\n  - gemeente-stad"),
    "datum-in-toekomst": bewerk(DORP, "peildatum: 2021", f"peildatum: {TODAY}"),
    "gezocht-en-gevonden": bewerk(ONBEKEND, "stand: 2022-02", "stand: 2022\n      door: 2021"),
    "voorbeeld-in-echte-regio": echte_regio("onbekend"),
    "bevestigd-zonder-datum": bewerk(
        "werkingsgebieden/heel-mini.yml", "zekerheid: voorbeeld", "zekerheid: bevestigd"
    ),
    "dubbel-begrip": bewerk(
        "begrippen/thuiszitter.yml", "  - thuiszitters\n", "  - thuiszitters\n  - Thuiszitters\n"
    ),
    "verwijst-naar-zichzelf": bewerk("begrippen/so-en-sbo.yml", "  - sbo\n", "  - swv\n"),
    "nederlands-eerst": bewerk("regio.yml", "  - nl\n  - en\n", "  - nl\n"),
    "opvolger-is-een-andere": bewerk(
        "agendas/plan-2021-2023.yml", "samen: De", "opvolger: verslag\nsamen: De"
    ),
    "looptijd-in-volgorde": bewerk(
        "agendas/plan-2021-2023.yml", "tot_en_met: 2023", "tot_en_met: 2021"
    ),
    "dubbel-nummer": tweede_principe("2"),
    "mijlpaal-op-volgorde": nieuwe_mijlpaal("3", "2021-01"),
    "organisatie-zonder-gegevens": bewerk("partijen/swv-mini.yml", WEBSITE, "website: onbekend\n"),
    "dubbele-actie": bewerk(ONBEKEND, "id: uitzoeken", "id: alles-bekend"),
    "planjaar-in-looptijd": bewerk(BEKEND, "jaar: 2022", "jaar: 2023"),
    "actie-in-looptijd": bewerk(BEKEND, "- 2022-03-01", "- 2023-12-31"),
    "stand-zonder-bewijs": bewerk(BEKEND, "stand: loopt", "stand: onbekend"),
    "fase-geen-alleen": bewerk(
        ONBEKEND, "      - geen\n", "      - uitvoeren\n      - evalueren\n"
    ),
    "lange-zin": bewerk(SBO, "ouders: Dit is", f"ouders: {WOORDEN}. Dit is"),
    "een-spelling": bewerk(SBO, "ouders: Dit is", "ouders: Op de deur staat ‘MINI & CO’. Dit is"),
    "onverklaarde-afkorting": bewerk(
        SBO, "ouders: Dit is", "ouders: Op tv zegt het SWV dat dit is"
    ),
    "zoekadres": bewerk(WOORDEN_BIJ, "naar: overleg/kalender/", "naar: ouders/#kop"),
    "zoekvraag-twee-keer": bewerk(
        VRAGEN, "vraag: next meeting", "vraag: wanneer is het volgende overleg"
    ),
    "zoekplek-twee-keer": bewerk(WOORDEN_BIJ, "naar: hulp/#consulent", "naar: hulp/#school"),
    "zoekwoord-twee-keer": bewerk(WOORDEN_BIJ, "- OCO\n", "- OCO\n      - next meeting\n"),
}


def test_every_rule_has_a_bad_case_and_a_good_one() -> None:
    areas = (
        samenwerking,
        overleg,
        vergadering,
        voorstelroute,
        voorstel,
        arrangement,
        monitor,
        cijfers,
        datum,
        hulp,
        gebied,
        let_op,
        editie,
    )
    circles = (editie.RONDJES, overleg.RONDJES, vergadering.RONDJES)
    assert set(SLECHT).union(*(area.SLECHT for area in areas), *circles) == set(RULES)
    assert set(GOED).union(*(area.GOED for area in areas)) == set(RULES)


def test_the_mini_region_breaks_no_rule(mini: Mini) -> None:
    assert [issue for issue in mini.issues() if issue.code in RULES] == []


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, RULES[code].level)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


def test_only_what_can_be_right_after_all_is_a_warning() -> None:
    warnings = {code for code, rule in RULES.items() if rule.level is Level.LET_OP}
    figures = cijfers.SLECHT.keys() - {"aandeel-boven-honderd"}
    assert warnings == {
        "lange-zin",
        "een-spelling",
        "onverklaarde-afkorting",
        *figures,
        *datum.LET_OP,
        *editie.LET_OP,
        *hulp.LET_OP,
        *gebied.LET_OP,
        *voorstel.LET_OP,
        *let_op.SLECHT,
    }


def test_every_rule_says_in_one_sentence_what_must_hold() -> None:
    for rule in RULES.values():
        assert rule.check.__doc__
        assert rule.check.__doc__.strip().endswith(".")


@pytest.mark.parametrize(
    "edit",
    [
        bewerk("principes/samen-doen.yml", "bron: plan", "bron: ‸oude-brief"),
        bewerk("begrippen/so-en-sbo.yml", "  - sbo\n", "  - ‸klassenboek\n"),
    ],
    ids=["source", "term"],
)
def test_a_reference_to_an_archived_record_is_reported(mini: Mini, edit: Breek) -> None:
    """Archived sources and terms are on no page, so a link to them leads nowhere."""
    edit(mini)
    assert [mini.waar(issue) for issue in mini.issues("verwijzing")] == [mini.plaats]


def test_a_copied_municipality_with_its_old_code_is_reported(mini: Mini) -> None:
    text = mini.lees(DORP).replace("id: gemeente-dorp", "id: gemeente-nieuw")
    mini.schrijf("gemeenten/gemeente-nieuw.yml", text.replace("GM9001", "‸GM9001"))
    assert [mini.waar(issue) for issue in mini.issues("dubbele-cbs-code")] == [mini.plaats]


def test_an_unreadable_record_is_reported_once_and_not_where_it_is_used(mini: Mini) -> None:
    mini.vervang("bronnen/plan.yml", "datum: 2021-06-15", "datum: ‸gisteren")
    assert [mini.waar(issue) for issue in mini.issues(level=Level.FOUT)] == [mini.plaats]
