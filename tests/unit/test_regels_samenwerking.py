"""The rules of the model of cooperation: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.issue import Level
from macros.model.geheel import Regio
from macros.model.samenwerking.wegwijzer import Antwoord, Uitkomst, Vraag, Wegwijzer
from macros.rules.samenwerking import wegwijzer as regels
from tests.langzaam import voorbeelden
from tests.unit.gevallen import TODAY, Slecht, gemeld, genummerd
from tests.unit.mini import HIER, Breek, Mini, bewerk, samen

KLAS = "samenwerking/onderdelen/1a-hulp-in-de-klas.yml"
THUIS = "samenwerking/onderdelen/1b-hulp-thuis.yml"
VROEGER = "samenwerking/onderdelen/2b-vroeger.yml"
MODEL = "samenwerking/model.yml"
WEGWIJZER = "samenwerking/wegwijzer.yml"
THUISROUTE = "samenwerking/thuis.yml"
LEREN = "samenwerking/themas/thema-1.yml"
THEMA = "samenwerking/themas/thema-2.yml"
WET = "samenwerking/wetten/zorgwet.yml"
ARTIKEL = "samenwerking/artikelen/zorgwet-1.yml"
CRVB = "samenwerking/uitspraken/crvb-2022-1.yml"
RBGEL = "samenwerking/uitspraken/rbgel-2020-7.yml"

PLAN = "    herkomst:\n      bron: plan\n      peildatum: 2021-06-15\n      zekerheid: "
DOKTER = "    wie: de dokter & co\n"
SCHOOL = "waarde: ja\n    sectoren:\n      - PO\n"
ONBEKEND = "  - kolom: school\n    waarde: onbekend\n"
ZEKERHEID = "Vul bij 'herkomst' de bron, peildatum en zekerheid in, of maak de waarde onbekend."
ALLEEN_JA = "Maak de waarde 'ja', of haal dit veld weg."
VOLGORDE = "Zet de stappen in de volgorde waarin ze gebeuren."
RONDJE = "Zo kan iemand in een rondje lopen."
VERDER = "Laat het antwoord naar een andere vraag of naar een uitkomst gaan."
LOS = """  - id: ‸los
    vraag: Nog iets?
    antwoorden:
      - tekst: Ja
        naar: los
      - tekst: Nee
        naar: anders
uitkomsten:
"""
SOORT = "Noem onderdelen bij 'afspraak', alleen kaders bij 'alleen-wet', anders niets."
NIET_OP_SITE = "is gearchiveerd en staat dus niet meer op de site."
ANDERE = "Kies een andere, of haal daar 'gearchiveerd' weg."


EERSTE = "vindplaats: blz. 8\n    peildatum: 2021-06-15\n    zekerheid: voorbeeld\nvoor_ouders"
WETTEKST = ("soort: beleidsdocument", "soort: wet")
ARTIKEL_ONZEKER = bewerk(ARTIKEL, "zekerheid: voorbeeld", "zekerheid: afgeleid")
ARTIKEL_ZEKER = bewerk(ARTIKEL, "zekerheid: voorbeeld", "zekerheid: bevestigd")


def nieuw_onderdeel(key: str, code: str) -> Breek:
    """One more onderdeel, like 1b."""

    def doe(mini: Mini) -> None:
        text = mini.lees(THUIS).replace("id: 1b-hulp-thuis", f"id: {key}")
        text = text.replace("code: 1b", f"code: {code}")
        mini.schrijf(f"samenwerking/onderdelen/{key.lstrip(HIER)}.yml", text)

    return doe


def met_id(pad: str, oud: str, nieuw: str) -> Breek:
    """One more record with the id of another, beside it."""

    def doe(mini: Mini) -> None:
        folder = pad.rpartition("/")[0]
        text = mini.lees(pad).replace(f"id: {oud}\n", f"id: ‸{nieuw}\n")
        mini.schrijf(f"{folder}/{nieuw}.yml", text)

    return doe


def gearchiveerd(pad: str, oud: str, nieuw: str) -> Breek:
    """One more record like another, that no longer counts."""

    def doe(mini: Mini) -> None:
        text = mini.lees(pad).replace("status: gearchiveerd\n", "")
        text = text.replace(f"id: {oud}\n", f"id: {nieuw}\nstatus: gearchiveerd\n")
        mini.schrijf(f"{pad.rpartition('/')[0]}/{nieuw}.yml", text)

    return doe


def in_toekomst(pad: str, veld: str, oud: str) -> Slecht:
    return Slecht(
        bewerk(pad, f"{veld}: {oud}", f"{veld}: ‸2099-01-31"),
        "De datum 2099-01-31 ligt in de toekomst.",
        f"Vandaag is het {TODAY}.",
    )


def tweede_termijn(key: str) -> Breek:
    """One more time that counts, with this id."""

    def doe(mini: Mini) -> None:
        text = mini.lees(THUISROUTE)
        first = text[text.index("  - id: beslissen") : text.index("plichten:")]
        again = first.replace("id: beslissen", f"id: {key}")
        mini.schrijf(THUISROUTE, text.replace("plichten:", f"{again}plichten:"))

    return doe


def zonder_model(mini: Mini) -> None:
    (mini.map / MODEL).unlink()
    mini.plaats = f"{MODEL}:1:1"


def zonder_matrix(mini: Mini) -> None:
    """Nothing stands in a square, so that nobody misses the columns."""
    zonder_model(mini)
    for file in (mini.map / "samenwerking" / "onderdelen").glob("*.yml"):
        before, _, after = file.read_text(encoding="utf-8").partition("cellen:\n")
        file.write_text(before + after[after.index("wet:") :], encoding="utf-8")


SLECHT: dict[str, list[Slecht]] = {
    "zelfde-stap-even-zeker": [
        Slecht(
            samen(
                bewerk(KLAS, EERSTE, EERSTE.replace("voorbeeld", "afgeleid")),
                bewerk(KLAS, "- id: praten\n", "- ‸id: praten\n"),
            ),
            "Deze stap heet hier 'voorbeeld', en dezelfde stap heet 'afgeleid' als eerste stap.",
            "Geef deze stap een eigen herkomst, of verander die van de eerste stap.",
        ),
    ],
    "wettekst-even-zeker": [
        Slecht(
            samen(
                bewerk("bronnen/plan.yml", *WETTEKST),
                ARTIKEL_ONZEKER,
                bewerk(KLAS, "zekerheid: bevestigd", "zekerheid: ‸bevestigd"),
            ),
            "Dit heet 'bevestigd', en artikelen uit wettekst 'plan' heten 'afgeleid'.",
            "Kies voor dezelfde wettekst hetzelfde.",
        ),
    ],
    "geen-bestand": [
        Slecht(
            zonder_model,
            "Dit bestand ontbreekt.",
            "Het hoort te bevatten: de kolommen van de matrix, en wat het model is.",
        )
    ],
    "dubbele-kolom": [
        Slecht(
            bewerk(MODEL, "- id: school", "- id: ‸zorgwet"),
            "De kolom 'zorgwet' is er al.",
            "Geef deze kolom een andere id.",
        )
    ],
    "kolom-bestaat": [
        Slecht(
            bewerk(KLAS, "kolom: school", "kolom: ‸schol"),
            "De kolom 'schol' bestaat niet.",
            "Bedoel je 'school'?",
        ),
        Slecht(
            bewerk(VROEGER, "kolom: school", "kolom: ‸jeugd"),
            "De kolom 'jeugd' bestaat niet.",
            "Kies uit: school, zorgwet.",
        ),
    ],
    "elke-kolom-een-keer": [
        Slecht(
            bewerk(THUIS, "- kolom: zorgwet", "‸- kolom: zorgwet", (ONBEKEND, "")),
            "Het vak voor de kolom 'school' ontbreekt.",
            "Voeg het toe. Weet niemand het? Schrijf dan: waarde: onbekend",
        ),
        Slecht(
            bewerk(THUIS, ONBEKEND, ONBEKEND + ONBEKEND.replace(": school", ": ‸school")),
            "Het vak voor de kolom 'school' staat er twee keer.",
            "Haal er één weg.",
        ),
    ],
    "cel-zonder-zekerheid": [
        Slecht(
            bewerk(THUIS, "waarde: onbekend", "waarde: ‸leeg"),
            "Dit vak heeft een waarde ('leeg'), maar geen zekerheid.",
            ZEKERHEID,
        ),
        Slecht(
            bewerk(
                THUIS,
                "waarde: ja",
                "waarde: ‸ja",
                (f"{PLAN}voorbeeld", f"{PLAN}onbekend"),
            ),
            "Dit vak heeft een waarde ('ja'), maar geen zekerheid.",
            ZEKERHEID,
        ),
        Slecht(
            bewerk(THUIS, f"waarde: ja\n{DOKTER}", "waarde: ‸onbekend\n"),
            "De waarde is onbekend, maar bij 'herkomst' staat een zekerheid.",
            "Vul de waarde in, of haal 'herkomst' weg.",
        ),
    ],
    "alleen-bij-ja": [
        Slecht(
            bewerk(KLAS, SCHOOL, "waarde: leeg\n    sectoren:\n      ‸- PO\n"),
            "'sectoren' kan alleen als de waarde 'ja' is.",
            ALLEEN_JA,
        ),
        Slecht(
            bewerk(THUIS, "waarde: ja\n    wie: ", "waarde: leeg\n    wie: ‸"),
            "'wie' kan alleen als de waarde 'ja' is.",
            ALLEEN_JA,
        ),
        Slecht(
            bewerk(THUIS, "waarde: onbekend\n", "waarde: onbekend\n    wie: ‸de juf\n"),
            "'wie' kan alleen als de waarde 'ja' is.",
            ALLEEN_JA,
        ),
    ],
    "sector-van-onderdeel": [
        Slecht(
            bewerk(KLAS, SCHOOL, f"{SCHOOL}      - ‸SO\n"),
            "'SO' staat niet bij de sectoren van dit onderdeel.",
            "Bedoel je 'SBO'?",
        ),
        Slecht(
            bewerk(KLAS, "  - sectoren:\n      - PO\n", "  - sectoren:\n      - ‸MBO\n"),
            "'MBO' staat niet bij de sectoren van dit onderdeel.",
            "Kies uit: PO, SBO.",
        ),
    ],
    "code-past-bij-thema": [
        Slecht(
            bewerk(THUIS, "code: 1b", "code: ‸1b", ("thema: thema-1", "thema: thema-2")),
            "De code '1b' past niet bij thema 2.",
            "Verander de code of het thema.",
        ),
        Slecht(
            bewerk(THUIS, "id: 1b-hulp-thuis", "id: ‸1b-hulp-thuis", ("code: 1b", "code: 1c")),
            "De id '1b-hulp-thuis' begint niet met de code '1c'.",
            "Begin de id met '1c-'.",
        ),
        Slecht(
            nieuw_onderdeel("‸1cc-hulp", "1c"),
            "De id '1cc-hulp' begint niet met de code '1c'.",
            "Begin de id met '1c-'.",
        ),
    ],
    "dubbele-code": [
        Slecht(
            nieuw_onderdeel("1b-nog-een", "‸1b"),
            "De code '1b' is al van '1b-hulp-thuis'.",
            "Kies een code die nog vrij is.",
        ),
        Slecht(
            bewerk(LEREN, "herkomst:", "onbekende_onderdelen:\n  - ‸1b\nherkomst:"),
            "'1b' heet hier onbekend, maar het onderdeel '1b-hulp-thuis' is er.",
            "Haal deze regel weg.",
        ),
        Slecht(
            bewerk(THEMA, "- 2a\n", "- ‸3a\n"),
            "De code '3a' past niet bij thema 2.",
            "Zet de code bij het goede thema.",
        ),
    ],
    "dubbel-in-lijst": [
        Slecht(
            bewerk(THEMA, "- 2a\n", "- 2a\n  - ‸2a\n"),
            "'2a' staat er twee keer.",
            "Haal er één weg.",
        ),
        Slecht(
            bewerk(KLAS, SCHOOL, f"{SCHOOL}      - ‸PO\n"),
            "'PO' staat er twee keer.",
            "Haal er één weg.",
        ),
    ],
    "dubbele-id": [
        Slecht(
            met_id(ARTIKEL, "zorgwet-1", "zorgwet"),
            "De id 'zorgwet' bestaat al in de map samenwerking/wetten.",
            "Geef dit een andere id.",
        ),
        Slecht(
            met_id("samenwerking/kaders/vervoer.yml", "vervoer", "1b-hulp-thuis"),
            "De id '1b-hulp-thuis' bestaat al in de map samenwerking/onderdelen.",
            "Geef dit een andere id.",
        ),
    ],
    "verwijst-naar-zichzelf": [
        Slecht(
            bewerk(KLAS, "verwant:\n  - 1b-hulp-thuis", "verwant:\n  - ‸1a-hulp-in-de-klas"),
            "Dit verwijst naar zichzelf.",
            "Haal deze regel weg, of kies een andere.",
        ),
        Slecht(
            bewerk(RBGEL, "_door: crvb-2022-1", "_door: ‸rbgel-2020-7"),
            "Dit verwijst naar zichzelf.",
            "Haal deze regel weg, of kies een andere.",
        ),
    ],
    "stappen-op-volgorde": [
        Slecht(
            bewerk(KLAS, "- id: plan", "- id: ‸praten"),
            "De stap 'praten' is er al in deze route.",
            "Geef de stap een andere id.",
        ),
        Slecht(
            bewerk(KLAS, "- id: praten\n", "- id: praten\n        na: ‸gemeente\n"),
            "De stap 'gemeente' staat niet boven deze stap.",
            VOLGORDE,
        ),
        Slecht(
            bewerk(KLAS, "- id: meedenken\n", "- id: meedenken\n      na: ‸meedenken\n"),
            "De stap 'meedenken' staat niet boven deze stap.",
            VOLGORDE,
        ),
        Slecht(
            bewerk(KLAS, "na: praten", "na: ‸prate"),
            "De stap 'prate' is er niet in deze route.",
            "Bedoel je 'praten'?",
        ),
        Slecht(
            bewerk(KLAS, "- id: meedenken\n", "- id: meedenken\n      na: ‸praten\n"),
            "De stap 'praten' is er niet in deze route.",
            "",
        ),
    ],
    "datums-in-volgorde": [
        Slecht(
            bewerk(KLAS, "gecontroleerd_op: 2021-12", "gecontroleerd_op: ‸2021-05"),
            "2021-05 ligt voor de datum van vaststelling (2021-06).",
            "Kijk beide datums na.",
        ),
        Slecht(
            bewerk(KLAS, "geldig_tot: 2022-01", "geldig_tot: ‸2020"),
            "2020 ligt voor de datum van vaststelling (2021-06).",
            "Kijk beide datums na.",
        ),
    ],
    "ecli-en-datum": [
        Slecht(
            bewerk(CRVB, "ecli: E", "ecli: ‸E", ("op: 2022-04-01", "op: 2021-12-31")),
            "Het jaar in de ECLI (2022) is een ander dan dat van de uitspraak (2021).",
            "Kijk beide na.",
        )
    ],
    "dubbele-ecli": [
        Slecht(
            bewerk(RBGEL, "ECLI:NL:RBGEL:2020:7", "‸ECLI:NL:CRVB:2022:1"),
            "Deze uitspraak staat ook in 'crvb-2022-1'.",
            "Houd er één over.",
        )
    ],
    "achterhaald-door-latere": [
        Slecht(
            bewerk(RBGEL, "_door: crvb", "_door: ‸crvb", ("op: 2020-05", "op: 2022-04-01")),
            "'crvb-2022-1' is niet later dan deze uitspraak.",
            "Kijk de datums na, of haal dit veld weg.",
        ),
    ],
    "dubbel-adres": [
        Slecht(
            bewerk(WEGWIJZER, "- id: thuis", "- id: ‸school"),
            "De id 'school' is al van een andere vraag of uitkomst.",
            "Kies een andere id.",
        ),
        Slecht(
            bewerk(WEGWIJZER, "- id: school", "- id: ‸waar"),
            "De id 'waar' is al van een andere vraag of uitkomst.",
            "Kies een andere id.",
        ),
        Slecht(
            bewerk(WEGWIJZER, "- id: thuis", "- id: ‸index", ("naar: thuis", "naar: index")),
            "De id 'index' kan niet: dat adres is van de wegwijzer zelf.",
            "Kies een andere id.",
        ),
    ],
    "antwoord-loopt-dood": [
        Slecht(
            bewerk(WEGWIJZER, "begin: waar", "begin: ‸waer"),
            "Er is geen vraag met de id 'waer'.",
            "Bedoel je 'waar'?",
        ),
        Slecht(
            bewerk(WEGWIJZER, "begin: waar", "begin: ‸leren"),
            "Er is geen vraag met de id 'leren'.",
            "Kies uit: school, waar.",
        ),
        Slecht(
            bewerk(WEGWIJZER, "naar: leren", "naar: ‸lerem"),
            "Dit antwoord loopt dood: er is geen vraag of uitkomst 'lerem'.",
            "Bedoel je 'leren'?",
        ),
    ],
    "vraag-twee-keer": [
        Slecht(
            bewerk(WEGWIJZER, "naar: vervoer", "naar: ‸waar"),
            f"De vraag 'waar' wordt al gesteld na het begin. {RONDJE}",
            VERDER,
        ),
        Slecht(
            bewerk(WEGWIJZER, "naar: vervoer", "naar: ‸school"),
            f"De vraag 'school' wordt al gesteld na 'waar'. {RONDJE}",
            VERDER,
        ),
        Slecht(
            bewerk(WEGWIJZER, "naar: thuis", "naar: ‸school"),
            f"De vraag 'school' wordt al gesteld na 'waar'. {RONDJE}",
            VERDER,
        ),
    ],
    "onbereikbaar": [
        Slecht(
            bewerk(WEGWIJZER, "naar: leren", "naar: anders", ("- id: leren", "- id: ‸leren")),
            "Vanaf de eerste vraag kom je nooit bij 'leren'.",
            "Laat een antwoord naar 'leren' gaan, of haal het weg.",
        ),
        Slecht(
            bewerk(WEGWIJZER, "uitkomsten:\n", LOS),
            "Vanaf de eerste vraag kom je nooit bij 'los'.",
            "Laat een antwoord naar 'los' gaan, of haal het weg.",
        ),
    ],
    "uitkomst-zegt-waarop": [
        Slecht(
            bewerk(WEGWIJZER, "soort: geen-afspraak", "soort: ‸afspraak"),
            "De soort is 'afspraak', maar wat eronder staat past bij 'geen-afspraak'.",
            SOORT,
        ),
        Slecht(
            bewerk(WEGWIJZER, "soort: alleen-wet", "soort: ‸geen-afspraak"),
            "De soort is 'geen-afspraak', maar wat eronder staat past bij 'alleen-wet'.",
            SOORT,
        ),
        Slecht(
            bewerk(
                WEGWIJZER,
                "soort: afspraak\n    tekst: Bel de gemeente.",
                "soort: ‸alleen-wet\n    tekst: Bel de gemeente.",
            ),
            "De soort is 'alleen-wet', maar wat eronder staat past bij 'afspraak'.",
            SOORT,
        ),
    ],
    "thuis-kent-de-uitkomst": [
        Slecht(
            bewerk(THUISROUTE, "uitkomsten:\n  - thuis", "uitkomsten:\n  - ‸thuiz"),
            "De wegwijzer heeft geen uitkomst 'thuiz'.",
            "Bedoel je 'thuis'?",
        ),
        Slecht(
            bewerk(THUISROUTE, "uitkomsten:\n  - thuis", "uitkomsten:\n  - ‸school"),
            "De wegwijzer heeft geen uitkomst 'school'.",
            "Kies uit: anders, leren, thuis, vervoer.",
        ),
    ],
    "stap-twee-keer": [
        Slecht(
            tweede_termijn("‸beslissen"),
            "De id 'beslissen' staat er twee keer.",
            "Kies een andere id.",
        ),
    ],
    "kader-op-twee-plekken": [
        Slecht(
            bewerk(
                THUISROUTE,
                "plichten:\n  - vervoer\n",
                "plichten:\n  - vervoer\nmogelijkheden:\n  - ‸vervoer\n",
            ),
            "'vervoer' staat ook bij 'plichten'.",
            "Houd er één over.",
        ),
    ],
    "datum-in-toekomst": [
        in_toekomst(CRVB, "uitgesproken_op", "2022-04-01"),
        in_toekomst(KLAS, "gecontroleerd_op", "2021-12"),
        in_toekomst(KLAS, "vastgesteld_op", "2021-06"),
        in_toekomst(KLAS, "datum", "2022-02-01"),
        in_toekomst(MODEL, "vastgesteld_op", "2021-06"),
        in_toekomst(MODEL, "sinds", "2022"),
        in_toekomst(WET, "tekst_van", "2021"),
        in_toekomst(WET, "gewijzigd_op", "2022-03"),
        in_toekomst(ARTIKEL, "peildatum", "2021"),
    ],
    "dubbel-nummer": [
        Slecht(
            bewerk(THEMA, "nummer: 2", "nummer: ‸1"),
            "Nummer 1 is al van 'thema-1'.",
            "Kies een nummer dat nog vrij is.",
        )
    ],
    "verwijzing": [
        Slecht(
            bewerk(KLAS, "verwant:\n  - 1b-hulp-thuis", "verwant:\n  - ‸2b-vroeger"),
            f"'2b-vroeger' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            bewerk(WEGWIJZER, "- 1b-hulp-thuis", "- ‸2b-vroeger"),
            f"'2b-vroeger' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            bewerk(CRVB, "voor: vervoer", "voor: ‸2b-vroeger"),
            f"'2b-vroeger' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            bewerk(VROEGER, "gemeente: on", "verwant:\n  - ‸2b-oud\ngemeente: on"),
            "Er is geen onderdeel met de id '2b-oud'.",
            "Kies uit: 1a-hulp-in-de-klas, 1b-hulp-thuis, 2b-vroeger.",
        ),
        Slecht(
            samen(
                gearchiveerd(THEMA, "thema-2", "thema-9"),
                bewerk(THUIS, "thema: thema-1", "thema: ‸thema-9"),
            ),
            f"'thema-9' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            samen(
                gearchiveerd(VROEGER, "2b-vroeger", "2b-ouder"),
                bewerk(VROEGER, "gemeente: on", "verwant:\n  - ‸2b-ouder\ngemeente: on"),
            ),
            f"'2b-ouder' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            samen(
                bewerk(ARTIKEL, "id: zorgwet-1\n", "id: zorgwet-1\nstatus: gearchiveerd\n"),
                bewerk(CRVB, "artikelen:\n  - zorgwet-1\n", ""),
                bewerk(KLAS, "- zorgwet-1\n", "- ‸zorgwet-1\n"),
            ),
            f"'zorgwet-1' {NIET_OP_SITE}",
            ANDERE,
        ),
        Slecht(
            bewerk(KLAS, "- zorgwet-1\n", "- ‸zorgwett-1\n"),
            "Er is geen artikel met de id 'zorgwett-1'.",
            "Bedoel je 'zorgwet-1'?",
        ),
        Slecht(
            bewerk(CRVB, "voor: vervoer", "voor: ‸vervoren"),
            "Er is geen onderdeel of kader met de id 'vervoren'.",
            "Bedoel je 'vervoer'?",
        ),
        Slecht(
            bewerk(MODEL, "gebied: klein-mini", "gebied: ‸mini-klein"),
            "Er is geen werkingsgebied met de id 'mini-klein'.",
            "Kies uit: heel-mini, klein-mini.",
        ),
    ],
    "bevestigd-zonder-datum": [
        Slecht(
            bewerk(
                KLAS,
                f"{PLAN}bevestigd",
                f"{PLAN}‸bevestigd".replace("bron: plan", "bron: verslag"),
            ),
            "'bevestigd' kan niet: van bron 'verslag' is niet bekend wanneer die is gelezen.",
            "Vul 'geraadpleegd' in bij bronnen/verslag.yml, of kies 'afgeleid'.",
        )
    ],
}

ANDERE_VOLGORDE = bewerk(
    THUIS,
    "kolom: zorgwet",
    "kolom: x",
    ("kolom: school", "kolom: zorgwet"),
    ("kolom: x", "kolom: school"),
)
GOED: dict[str, Breek] = {
    "zelfde-stap-even-zeker": bewerk(
        KLAS,
        EERSTE,
        EERSTE.replace("voorbeeld", "afgeleid"),
        ("wat: praat met de ouders\n  wanneer", "wat: belt de ouders\n  wanneer"),
    ),
    "wettekst-even-zeker": samen(bewerk("bronnen/plan.yml", *WETTEKST), ARTIKEL_ZEKER),
    "geen-bestand": zonder_matrix,
    "dubbele-kolom": bewerk(MODEL, "titel: School", "titel: Zorgwet & zorg"),
    "kolom-bestaat": ANDERE_VOLGORDE,
    "elke-kolom-een-keer": ANDERE_VOLGORDE,
    "cel-zonder-zekerheid": bewerk(
        THUIS,
        f"waarde: ja\n{DOKTER}{PLAN}voorbeeld",
        f"waarde: onbekend\n{PLAN}onbekend",
    ),
    "alleen-bij-ja": bewerk(KLAS, SCHOOL, f"{SCHOOL}    wie: de juf\n"),
    "code-past-bij-thema": nieuw_onderdeel("1c", "1c"),
    "dubbele-code": bewerk(THEMA, "- 2a\n", "- 2b\n  - 2a\n"),
    "dubbel-in-lijst": bewerk(LEREN, "herkomst:", "onbekende_onderdelen:\n  - 2a\nherkomst:"),
    "dubbele-id": met_id("samenwerking/kaders/vervoer.yml", "vervoer", "thema-1"),
    "verwijst-naar-zichzelf": samen(
        bewerk(THUIS, "wet: ", "verwant:\n  - 1a-hulp-in-de-klas\nwet: "),
        bewerk(LEREN, "bron: plan", "bron: thema-1"),
    ),
    "sector-van-onderdeel": bewerk(THUIS, DOKTER, f"{DOKTER}    sectoren:\n      - VO\n"),
    "stappen-op-volgorde": bewerk(KLAS, "- id: meedenken", "- id: praten"),
    "datums-in-volgorde": bewerk(
        KLAS,
        "gecontroleerd_op: 2021-12",
        "gecontroleerd_op: 2021",
        ("geldig_tot: 2022-01", "geldig_tot: 2021-06-01"),
    ),
    "ecli-en-datum": bewerk(CRVB, "op: 2022-04-01", "op: 2022"),
    "dubbele-ecli": bewerk(RBGEL, "ECLI:NL:RBGEL:2020:7", "ECLI:NL:CRVB:2020:1"),
    "achterhaald-door-latere": bewerk(RBGEL, "op: 2020-05", "op: 2022"),
    "dubbel-adres": bewerk(
        WEGWIJZER,
        "naar: leren",
        "naar: 1a-hulp-in-de-klas",
        ("id: leren", "id: 1a-hulp-in-de-klas"),
    ),
    "antwoord-loopt-dood": bewerk(WEGWIJZER, "begin: waar", "begin: school"),
    "vraag-twee-keer": bewerk(WEGWIJZER, "naar: thuis", "naar: anders"),
    "onbereikbaar": bewerk(WEGWIJZER, "naar: leren", "naar: lerem"),
    "thuis-kent-de-uitkomst": bewerk(
        THUISROUTE, "uitkomsten:\n  - thuis", "uitkomsten:\n  - thuis\n  - anders"
    ),
    "stap-twee-keer": tweede_termijn("praten"),  # the id of a step, in another list
    "kader-op-twee-plekken": samen(
        met_id("samenwerking/kaders/vervoer.yml", "vervoer", "taxi"),
        bewerk(
            THUISROUTE,
            "plichten:\n  - vervoer\n",
            "plichten:\n  - vervoer\nmogelijkheden:\n  - taxi\n",
        ),
    ),
    "uitkomst-zegt-waarop": bewerk(
        WEGWIJZER,
        "      - 1a-hulp-in-de-klas\n",
        "      - 1a-hulp-in-de-klas\n    kaders:\n      - vervoer\n",
    ),
    "datum-in-toekomst": bewerk(
        KLAS,
        "geldig_tot: 2022-01",
        "geldig_tot: 2099",
        ("gecontroleerd_op: 2021-12", f"gecontroleerd_op: {TODAY}"),
    ),
    "dubbel-nummer": bewerk(THEMA, "nummer: 2", "nummer: 3"),
    "verwijzing": samen(
        bewerk(VROEGER, "gemeente: on", "verwant:\n  - 1b-hulp-thuis\ngemeente: on"),
        gearchiveerd(THEMA, "thema-2", "thema-9"),
        bewerk(VROEGER, "thema: thema-2", "thema: thema-9"),
        gearchiveerd(RBGEL, "rbgel-2020-7", "oud"),
        bewerk("samenwerking/uitspraken/oud.yml", "voor: 1a-hulp-in-de-klas", "voor: 2b-vroeger"),
    ),
    "bevestigd-zonder-datum": samen(
        bewerk(KLAS, "15\n      zekerheid: afgeleid", "15\n      zekerheid: bevestigd"),
        bewerk(THUIS, f"{PLAN}voorbeeld", f"{PLAN}bevestigd"),
    ),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.FOUT)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


def test_an_unreadable_ruling_is_reported_once_and_not_where_it_is_used(mini: Mini) -> None:
    mini.vervang(CRVB, "ecli: ECLI", "ecli: ‸EKLI")
    assert [mini.waar(issue) for issue in mini.issues(level=Level.FOUT)] == [mini.plaats]


def test_an_answer_to_nowhere_has_a_tip_also_among_more_ids_than_fit_in_a_line(mini: Mini) -> None:
    more = "".join(
        f"  - id: plek-{n}\n    titel: Plek {n}\n    soort: geen-afspraak\n"
        "    tekst: Bel elkaar.\n    voor_professionals: Bel samen.\n"
        for n in range(12)
    )
    mini.vervang(WEGWIJZER, "\nherkomst:\n", f"\n{more}herkomst:\n")
    mini.vervang(WEGWIJZER, "naar: leren", "naar: een-heel-ander-woord")
    (tip,) = (one.tip for one in mini.issues() if one.code == "antwoord-loopt-dood")
    assert tip == "Kies de id van een vraag of uitkomst, of maak die lager in dit bestand."


def test_two_questions_that_only_lead_to_each_other_are_both_reported(mini: Mini) -> None:
    mini.vervang(WEGWIJZER, "uitkomsten:\n", LOS.replace("naar: los", "naar: ver"))
    mini.vervang(WEGWIJZER, "uitkomsten:\n", LOS.replace("‸los", "ver"))
    assert [issue.message for issue in mini.issues(level=Level.FOUT)] == [
        "Vanaf de eerste vraag kom je nooit bij 'los'.",
        "Vanaf de eerste vraag kom je nooit bij 'ver'.",
    ]


# ---------------------------------------------------------------- any wegwijzer

REGELS = (
    regels.dubbel_adres,
    regels.antwoord_loopt_dood,
    regels.vraag_twee_keer,
    regels.onbereikbaar,
)
PLEKKEN = [*(f"q{n}" for n in range(5)), *(f"u{n}" for n in range(3))]


@st.composite
def wegwijzers(draw: st.DrawFn) -> tuple[str, list[tuple[str, list[str]]], list[str]]:
    """Questions with where their answers lead, and outcomes: a tree, then changed at random."""
    count = draw(st.integers(1, 5))
    answers: list[list[str]] = [[] for _ in range(count)]
    for number in range(1, count):
        answers[draw(st.integers(0, number - 1))].append(f"q{number}")
    for one in answers:
        one += draw(
            st.lists(st.sampled_from(PLEKKEN[5:]), min_size=2 - min(len(one), 1), max_size=3)
        )
    ids = [f"q{number}" for number in range(count)]
    outcomes = sorted({place for one in answers for place in one if place.startswith("u")})
    begin = "q0"
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.sampled_from([*PLEKKEN, "nergens"]))
        what = draw(st.sampled_from(["answer", "answer", "answer", "begin", "id", "outcome"]))
        if what == "answer":
            one = draw(st.sampled_from(answers))
            one[draw(st.integers(0, len(one) - 1))] = place
        elif what == "begin":
            begin = place
        elif what == "id":
            ids[draw(st.integers(0, count - 1))] = place
        else:
            outcomes.append(place)
    return begin, list(zip(ids, answers, strict=True)), outcomes


def is_boom(begin: str, questions: list[tuple[str, list[str]]], outcomes: list[str]) -> bool:
    """Whether every walk ends in an outcome, and walks pass each question once and miss nothing."""
    to = dict(questions)
    if begin not in to or len({*to, *outcomes}) < len(questions) + len(outcomes):
        return False
    seen: Counter[str] = Counter()
    ahead = [begin]
    while ahead:
        here = ahead.pop()
        seen[here] += 1
        if here in to:
            if seen[here] > 1:
                return False
            ahead += to[here]
        elif here not in outcomes:
            return False
    return seen.keys() == {*to, *outcomes}


@voorbeelden(100)
@given(wegwijzers())
@example(("q0", [("q0", ["q0", "u0"])], ["u0"]))
@example(("q0", [("q0", ["u0", "u0"]), ("q1", ["q2", "u0"]), ("q2", ["q1", "u0"])], ["u0"]))
@example(("u0", [("q0", ["u0", "u0"])], ["u0"]))
def test_the_rules_allow_a_wegwijzer_only_and_always_when_it_is_a_tree_that_ends(
    regio: Regio, drawn: tuple[str, list[tuple[str, list[str]]], list[str]]
) -> None:
    begin, questions, outcomes = drawn
    wegwijzer: Any = Wegwijzer.model_construct
    vraag: Any = Vraag.model_construct
    antwoord: Any = Antwoord.model_construct
    uitkomst: Any = Uitkomst.model_construct
    made = wegwijzer(
        begin=begin,
        vragen=tuple(
            vraag(id=key, antwoorden=tuple(antwoord(naar=place) for place in to))
            for key, to in questions
        ),
        uitkomsten=tuple(uitkomst(id=key) for key in outcomes),
    )
    other = replace(regio, wegwijzer=made)
    problems = [problem for rule in REGELS for problem in rule(other)]
    assert (problems == []) is is_boom(begin, questions, outcomes)
