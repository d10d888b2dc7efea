"""The rules of proposals, and of who is at a table: what breaks each, and what comes near.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from macros.rules.registry import all_rules
from tests.unit.gevallen import TODAY, Slecht, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

LIJST = "overleg/voorstellen/lijst-per-sector.yml"
IDEE = "overleg/routes/idee-uit-de-buurt.yml"
EERSTE = "overleg/vergaderingen/raad-2021.yml"
TWEEDE = "overleg/vergaderingen/raad-2022.yml"
LIJSTEN = "overleg/besluiten/twee-lijsten.yml"
KRING = "overleg/overleggen/kring.yml"

HERKOMST = "    herkomst:\n      bron: verslag\n      peildatum: 2022\n      zekerheid: voorbeeld\n"
BUURT_DEED = (
    f"  - overleg: buurt-dorp\n    datum: 2021-10-04\n    handeling: bereidde-voor\n{HERKOMST}"
)
RAAD = f"  - overleg: raad\n    vergadering: raad-2022\n    handeling: besloot\n{HERKOMST}"
KRING_OVERLEG = "overleg: kring\n"
KRING_DEED = "handeling: adviseerde-met-vragen"
BESLUIT = "besluit: twee-lijsten\n"
OPEN = bewerk(LIJST, RAAD, "", (BESLUIT, ""))
"""Nobody decided yet."""
VANDAAG = f"Verbeter de datum. Vandaag is het {TODAY}."


def stap(overleg: str, handeling: str, wanneer: str = "datum: 2022-01-10", meer: str = "") -> str:
    rest = f"    {meer}\n" if meer else ""
    return f"  - overleg: {overleg}\n    {wanneer}\n    handeling: {handeling}\n{rest}{HERKOMST}"


def erna(*stappen: str) -> Breek:
    """Steps after those of the neighbourhood and the circle, and nobody decided yet."""
    return bewerk(LIJST, RAAD, "".join(stappen), (BESLUIT, ""))


def ingetrokken(op: str) -> tuple[str, str]:
    part = f"ingetrokken:\n  op: {op}\n  waarom: Het geld is op.\n"
    origin = "  herkomst:\n    bron: verslag\n    peildatum: 2022\n    zekerheid: voorbeeld\n"
    return "documenten:\n", f"{part}{origin}documenten:\n"


def agenda(*regels: str) -> Breek:
    """What is added to a meeting below its agenda."""
    lines = "".join(f"{one}\n" for one in regels)
    return bewerk(EERSTE, "mijlpaal: begin\n", f"{lines}mijlpaal: begin\n")


def afgemeld(partij: str, op: str = "2021-03-01", *meer: str, merk: str = "") -> str:
    lines = "".join(f"    {one}\n" for one in meer)
    return f"  - partij: {partij}\n{lines}    gemeld_op: {merk}{op}"


def haalbaar(*regels: str) -> Breek:
    lines = "".join(f"  {one}\n" for one in regels)
    return bewerk(LIJSTEN, "speerpunten:\n", f"haalbaarheid:\n{lines}speerpunten:\n")


NIET_OP_ROUTE = "Het overleg '{}' staat niet op de route 'idee-uit-de-buurt'."
OP_ROUTE = "Kies uit: buurt-dorp, kring, raad."
AL_KLAAR = "Haal deze stap weg. Is het voorstel teruggestuurd? Zet dan die stap hier nog voor."
EERST = "Zet daarvoor eerst een stap, of kijk de volgorde na."

SLECHT: dict[str, list[Slecht]] = {
    "voorstel-op-een-nieuwsroute": [
        Slecht(
            bewerk(LIJST, "route: idee-uit-de-buurt", "route: ‸nieuws-van-de-raad"),
            "De route 'nieuws-van-de-raad' is voor nieuws: daar wordt niets besloten.",
            "Kies uit: idee-uit-de-buurt.",
        ),
    ],
    "stap-naast-de-route": [
        Slecht(
            bewerk(LIJST, KRING_OVERLEG, "overleg: ‸tafel\n"),
            NIET_OP_ROUTE.format("tafel"),
            OP_ROUTE,
        ),
        Slecht(  # one that is archived was there once, but not on this route
            bewerk(LIJST, KRING_OVERLEG, "overleg: ‸vroeger\n"),
            NIET_OP_ROUTE.format("vroeger"),
            OP_ROUTE,
        ),
    ],
    "handeling-zonder-taak": [
        Slecht(
            bewerk(LIJST, "handeling: besloot", "handeling: ‸adviseerde-positief"),
            "Op deze route is de taak van 'raad': besluiten. Daar past 'adviseerde-positief' niet bij.",
            "Kies uit: besloot, wees-af, hield-aan, stuurde-terug.",
        ),
        Slecht(
            bewerk(LIJST, KRING_DEED, "handeling: ‸besloot"),
            "Op deze route is de taak van 'kring': adviseren en informeren. "
            "Daar past 'besloot' niet bij.",
            "Kies uit: adviseerde-positief, adviseerde-negatief, adviseerde-met-vragen, hield-aan, "
            "stuurde-terug, hoorde.",
        ),
    ],
    "stap-buiten-de-volgorde": [
        Slecht(
            bewerk(LIJST, BUURT_DEED, "", (KRING_OVERLEG, "overleg: ‸kring\n")),
            "'kring' is nog niet aan de beurt: eerst komt 'buurt-dorp' (voorbereiden).",
            EERST,
        ),
        Slecht(
            erna(stap("‸kring", "hoorde")),
            "'kring' is nog niet aan de beurt: eerst komt 'raad' (besluiten).",
            EERST,
        ),
        Slecht(
            erna(stap("‸buurt-dorp", "bereidde-voor")),
            "'buurt-dorp' was al klaar met deze stap.",
            AL_KLAAR,
        ),
        Slecht(  # what was sent back to the beginning begins there
            erna(
                stap("raad", "stuurde-terug", meer="terug_naar: idee"),
                stap("‸raad", "besloot"),
            ),
            "'raad' is nog niet aan de beurt: eerst komt 'kring' (adviseren).",
            EERST,
        ),
    ],
    "terug-naar-een-stap": [
        Slecht(
            erna(stap("raad", "‸stuurde-terug")),
            "Het voorstel is teruggestuurd, maar er staat niet bij waarheen.",
            "Vul 'terug_naar' in: idee of advies.",
        ),
        Slecht(
            erna(stap("raad", "stuurde-terug", meer="terug_naar: ‸besluit")),
            "'besluit' is geen eerdere stap van de route 'idee-uit-de-buurt'.",
            "Kies uit: advies, idee.",
        ),
        Slecht(  # people think of the body, and of what it does
            erna(stap("raad", "stuurde-terug", meer="terug_naar: ‸kring")),
            "'kring' is geen eerdere stap van de route 'idee-uit-de-buurt'.",
            "Bedoel je 'advies'?",
        ),
        Slecht(
            erna(stap("raad", "stuurde-terug", meer="terug_naar: ‸advis")),
            "'advis' is geen eerdere stap van de route 'idee-uit-de-buurt'.",
            "Bedoel je 'advies'?",
        ),
        Slecht(
            erna(stap("raad", "hield-aan", meer="terug_naar: ‸advies")),
            "Bij 'hield-aan' gaat een voorstel niet terug.",
            "Haal 'terug_naar' weg, of kies als handeling 'stuurde-terug'.",
        ),
        Slecht(
            samen(OPEN, bewerk(LIJST, "handeling: bereidde-voor", "handeling: ‸stuurde-terug")),
            "Dit is de eerste stap: verder terug kan een voorstel niet.",
            "Kies 'hield-aan', of laat het voorstel intrekken.",
        ),
    ],
    "dag-van-een-stap": [
        Slecht(
            bewerk(
                LIJST, "vergadering: raad-2022", "vergadering: raad-2022\n    datum: ‸2022-03-10"
            ),
            "De vergadering geeft de dag al.",
            "Haal 'datum' weg.",
        ),
        Slecht(
            bewerk(LIJST, "overleg: buurt-dorp\n    datum: 2021-10-04", "overleg: ‸buurt-dorp"),
            "Bij deze stap staat niet wanneer het was.",
            "Noem de vergadering, of vul 'datum' in (desnoods: onbekend).",
        ),
    ],
    "stap-in-een-vergadering": [
        Slecht(
            bewerk(LIJST, "datum: 2021-10-04", "vergadering: ‸raad-2021"),
            "'raad-2021' is van 'raad', niet van 'buurt-dorp'.",
            "Kies uit: buurt-2089-11-10, buurt-2090-06-01.",
        ),
        Slecht(
            bewerk(LIJST, "datum: 2021-10-04", "vergadering: ‸feest"),
            "'feest' is van geen overleg, niet van 'buurt-dorp'.",
            "Kies uit: buurt-2089-11-10, buurt-2090-06-01.",
        ),
        Slecht(
            bewerk(LIJST, "vergadering: raad-2022", "vergadering: ‸raad-2090"),
            "De vergadering van 2090-03-15 moet nog komen.",
            f"Kies een andere vergadering. Vandaag is het {TODAY}.",
        ),
        Slecht(
            samen(
                nog_een(
                    EERSTE,
                    "raad-2021",
                    "raad-uit",
                    ("datum: 2021-03-04", "datum: 2022-02-02"),
                    ("stand: gehouden", "stand: afgelast"),
                    ("mijlpaal: begin\n", ""),
                ),
                erna(stap("raad", "hield-aan", "vergadering: ‸raad-uit")),
            ),
            "'raad-uit' heeft de stand 'afgelast', niet 'gehouden'.",
            "Kies een andere vergadering, of verbeter daar de stand.",
        ),
    ],
    "voorstel-in-de-tijd": [
        Slecht(
            bewerk(LIJST, "ingediend_op: 2021-09-01", "ingediend_op: ‸2027"),
            "2027 moet nog komen.",
            VANDAAG,
        ),
        Slecht(
            bewerk(LIJST, "datum: 2021-10-04", "datum: ‸2021-08-31"),
            "Deze stap is van 2021-08-31, en dat is voor het indienen (2021-09-01).",
            "Verbeter een van de datums, of de volgorde van de stappen.",
        ),
        Slecht(
            bewerk(LIJST, "datum: 2021-11\n", "datum: ‸2021-10-03\n"),
            "Deze stap is van 2021-10-03, en dat is voor de stap ervoor (2021-10-04).",
            "Verbeter een van de datums, of de volgorde van de stappen.",
        ),
        Slecht(
            bewerk(LIJST, "datum: 2021-11\n", "datum: ‸2026-12\n"),
            "2026-12 moet nog komen.",
            VANDAAG,
        ),
        Slecht(
            samen(OPEN, bewerk(LIJST, *ingetrokken("‸2027-01-01"))),
            "2027-01-01 moet nog komen.",
            VANDAAG,
        ),
        Slecht(
            samen(OPEN, bewerk(LIJST, *ingetrokken("‸2021-08"))),
            "Ingetrokken op 2021-08: toen was het nog niet ingediend (2021-09-01).",
            "Verbeter een van de datums.",
        ),
    ],
    "stap-na-het-intrekken": [
        Slecht(
            samen(
                OPEN,
                bewerk(LIJST, *ingetrokken("2021-10"), (KRING_DEED, "handeling: ‸hield-aan")),
            ),
            "Deze stap is van 2021-11. Toen was het voorstel al ingetrokken (2021-10).",
            "Haal deze stap weg, of verbeter een van de datums.",
        ),
        Slecht(
            bewerk(LIJST, *ingetrokken("onbekend"), ("handeling: besloot", "handeling: ‸besloot")),
            "Dit voorstel is ingetrokken, en toch is er over beslist.",
            "Haal deze stap weg, of haal 'ingetrokken' weg.",
        ),
    ],
    "uitkomst-met-besluit": [
        Slecht(
            bewerk(LIJST, RAAD, "", (BESLUIT, "besluit: ‸twee-lijsten\n")),
            "Er staat een besluit bij, maar geen stap waarin het viel.",
            "Zet bij 'stappen' dat 'raad' besloot, of haal 'besluit' weg.",
        ),
        Slecht(
            bewerk(LIJST, BESLUIT, "", ("handeling: besloot", "handeling: ‸besloot")),
            "Het voorstel is aangenomen, maar er staat geen besluit bij.",
            "Vul 'besluit' in: twee-lijsten.",
        ),
        Slecht(
            bewerk(LIJST, RAAD, stap("raad", "‸besloot"), (BESLUIT, "")),
            "Het voorstel is aangenomen, maar er staat geen besluit bij.",
            "Vul 'besluit' in. Maak het eerst aan.",
        ),
    ],
    "besluit-uit-dezelfde-vergadering": [
        Slecht(
            bewerk(LIJST, "besluit: twee-lijsten", "besluit: ‸lijst-maken"),
            "'lijst-maken' is een besluit van 'raad-2021', niet van hier.",
            "Kies uit: twee-lijsten.",
        ),
        Slecht(
            bewerk(
                LIJST,
                "overleg: raad\n    vergadering: raad-2022",
                "overleg: ‸raad\n    datum: 2022-03-10",
            ),
            "Het besluit 'twee-lijsten' viel in een vergadering; noem die ook hier.",
            "Schrijf 'vergadering: raad-2022' in plaats van 'datum'.",
        ),
    ],
    "twee-voorstellen-een-besluit": [
        Slecht(
            nog_een(
                LIJST, "lijst-per-sector", "nog-een-lijst", (BESLUIT, "besluit: ‸twee-lijsten\n")
            ),
            "Dit besluit is al de uitkomst van het voorstel 'lijst-per-sector'.",
            "Kies een ander besluit. Is het één voorstel? Maak er dan één van.",
        ),
    ],
    "voorstel-ligt-nergens": [
        Slecht(
            samen(
                bewerk(IDEE, "nummer: 1\n", "status: gearchiveerd\nnummer: 1\n"),
                bewerk(KRING, "toestand: voorstel", "toestand: vervallen"),
                bewerk(
                    LIJST,
                    RAAD,
                    "",
                    (BESLUIT, ""),
                    ("route: idee", "route: ‸idee"),
                    (
                        "  - overleg: kring\n    datum: 2021-11\n    handeling: adviseerde-met-vragen\n"
                        '    advies: Vraag eerst wie de lijst "bijhoudt" & betaalt.\n'
                        "    herkomst:\n      bron: verslag\n      vindplaats: blz. 2\n"
                        "      peildatum: 2022\n      zekerheid: voorbeeld\n",
                        "",
                    ),
                ),
            ),
            "Dit voorstel wacht op 'kring', en dat overleg is er niet meer.",
            "Kies een andere route, of vul in dat het voorstel is ingetrokken.",
        ),
    ],
    "afmelding-voor-een-agendapunt": [
        Slecht(
            agenda(
                "afmeldingen:", afgemeld("swv-mini", "onbekend", "agendapunten:", "  - ‸lijsten")
            ),
            "Op de agenda van deze vergadering staat geen punt 'lijsten'.",
            "Bedoel je 'lijst'?",
        ),
        Slecht(
            bewerk(
                TWEEDE,
                "agenda: onbekend\n",
                "agenda: onbekend\nafmeldingen:\n"
                f"{afgemeld('swv-mini', 'onbekend', 'agendapunten:', '  - ‸lijst')}\n",
            ),
            "Op de agenda van deze vergadering staat geen punt 'lijst'.",
            "Laat dit weg: dan geldt het voor alles.",
        ),
    ],
    "afmelding-achteraf": [
        Slecht(
            agenda("afmeldingen:", afgemeld("swv-mini", "2021-03-05", merk="‸")),
            "Gemeld op 2021-03-05: dat is na de vergadering (2021-03-04).",
            "Verbeter de datum. Meldde zij het pas later? Dan is dit geen afmelding.",
        ),
    ],
    "afmelding-nog-niet-gedaan": [
        Slecht(
            bewerk(
                "overleg/vergaderingen/kring-2090-02-01.yml",
                "agenda: onbekend\n",
                f"agenda: onbekend\nafmeldingen:\n{afgemeld('swv-mini', '2090-01-02', merk='‸')}\n",
            ),
            "2090-01-02 moet nog komen.",
            VANDAAG,
        ),
    ],
    "dubbele-afmelding": [
        Slecht(
            agenda("afmeldingen:", afgemeld("swv-mini"), afgemeld("‸swv-mini", "2021-03-02")),
            "'swv-mini' meldde zich hier al voor af.",
            "Voeg de twee samen.",
        ),
        Slecht(
            agenda(
                "afmeldingen:",
                afgemeld("swv-mini", "2021-03-01", "agendapunten:", "  - lijst"),
                afgemeld("‸swv-mini", "2021-03-02"),
            ),
            "'swv-mini' meldde zich hier al voor af.",
            "Voeg de twee samen.",
        ),
    ],
    "vertegenwoordigd-door-een-ander": [
        Slecht(
            agenda(
                "afmeldingen:",
                afgemeld("swv-mini", "onbekend", "vertegenwoordigd_door: ‸swv-mini"),
            ),
            "Een partij treedt niet namens zichzelf op als zij er niet is.",
            "Kies een andere partij, of haal deze regel weg.",
        ),
        Slecht(
            agenda(
                "afmeldingen:",
                afgemeld("swv-mini", "onbekend", "vertegenwoordigd_door: ‸gemeente-dorp"),
                afgemeld("gemeente-dorp"),
            ),
            "'gemeente-dorp' meldde zich zelf ook af.",
            "Kies een andere partij, of haal een van de twee weg.",
        ),
    ],
    "aanwezig-en-afgemeld": [
        Slecht(
            agenda("afmeldingen:", afgemeld("swv-mini"), "aanwezig:", "  - ‸swv-mini"),
            "'swv-mini' staat ook bij 'afmeldingen'.",
            "Haal een van de twee weg. Was het voor één punt? Noem dat bij de afmelding.",
        ),
    ],
    "aanwezig-waar-niets-was": [
        Slecht(
            bewerk(
                "overleg/vergaderingen/kring-2090-02-01.yml",
                "stand: gepland\nagenda: onbekend\n",
                "stand: ‸gepland\nagenda: onbekend\naanwezig:\n  - swv-mini\n",
            ),
            "De stand is 'gepland', en toch staat er wie er waren.",
            "Kies als stand 'gehouden', of haal 'aanwezig' weg.",
        ),
    ],
    "haalbaarheid-van-een-partij": [
        Slecht(
            haalbaar("- partij: swv-mini", "  haalbaar: ‸nee"),
            "Er staat 'nee', maar niet wat wel kan.",
            "Schrijf bij 'wat_wel' wat de partij wel kan, of wat er nodig is.",
        ),
        Slecht(
            haalbaar("- partij: swv-mini", "  haalbaar: ‸onder-voorwaarde"),
            "Er staat 'onder-voorwaarde', maar niet wat wel kan.",
            "Schrijf bij 'wat_wel' wat de partij wel kan, of wat er nodig is.",
        ),
        Slecht(
            haalbaar("- partij: swv-mini", "  haalbaar: ja", "  wat_wel: ‸Alleen in Dorp."),
            "De partij kan het waarmaken. Dan staat er niets bij 'wat_wel'.",
            "Haal 'wat_wel' weg, of kies 'onder-voorwaarde'.",
        ),
        Slecht(
            haalbaar(
                "- partij: swv-mini",
                "  haalbaar: ja",
                "- partij: ‸swv-mini",
                "  haalbaar: onbekend",
            ),
            "'swv-mini' staat er twee keer.",
            "Haal er één weg.",
        ),
    ],
}

TWEE_KEER_TERUG = erna(
    stap("raad", "stuurde-terug", meer="terug_naar: advies"),
    stap("kring", "adviseerde-positief", "datum: onbekend"),
    stap("raad", "hield-aan", "datum: 2022-02"),
    stap("raad", "stuurde-terug", "datum: 2022-02-20", "terug_naar: idee"),
    stap("buurt-dorp", "bereidde-voor", "datum: 2022-02-20"),
    stap("kring", "adviseerde-negatief", "datum: 2022-03"),
    stap("raad", "wees-af", "vergadering: raad-2022"),
    stap("kring", "hoorde", "datum: 2022-04"),
)
"""Held over, sent back twice, once to the very beginning, and then rejected: no decision is needed."""

GOED: dict[str, Breek] = {
    "voorstel-op-een-nieuwsroute": bewerk(IDEE, "nummer: 1\n", "status: gearchiveerd\nnummer: 1\n"),
    "stap-naast-de-route": TWEE_KEER_TERUG,
    "handeling-zonder-taak": TWEE_KEER_TERUG,
    "stap-buiten-de-volgorde": TWEE_KEER_TERUG,
    "terug-naar-een-stap": TWEE_KEER_TERUG,
    "dag-van-een-stap": TWEE_KEER_TERUG,
    "stap-in-een-vergadering": bewerk(LIJST, "datum: 2021-11\n", "datum: onbekend\n"),
    "voorstel-in-de-tijd": samen(
        OPEN,
        bewerk(
            LIJST,
            "ingediend_op: 2021-09-01",
            "ingediend_op: 2021-10",
            ("datum: 2021-11\n", "datum: 2021\n"),
            ingetrokken(TODAY),
        ),
    ),
    "stap-na-het-intrekken": samen(OPEN, bewerk(LIJST, *ingetrokken("2021-11"))),
    "uitkomst-met-besluit": TWEE_KEER_TERUG,
    "besluit-uit-dezelfde-vergadering": TWEE_KEER_TERUG,
    "twee-voorstellen-een-besluit": nog_een(
        LIJST, "lijst-per-sector", "nog-een-lijst", (RAAD, ""), (BESLUIT, "")
    ),
    "voorstel-ligt-nergens": bewerk(KRING, "toestand: voorstel", "toestand: vervallen"),
    "afmelding-voor-een-agendapunt": agenda(
        "afmeldingen:", afgemeld("swv-mini", "onbekend", "agendapunten:", "  - lijst")
    ),
    "afmelding-achteraf": agenda("afmeldingen:", afgemeld("swv-mini", "2021-03")),
    "afmelding-nog-niet-gedaan": bewerk(
        "overleg/vergaderingen/kring-2090-02-01.yml",
        "agenda: onbekend\n",
        f"agenda: onbekend\nafmeldingen:\n{afgemeld('swv-mini', TODAY)}\n",
    ),
    "dubbele-afmelding": agenda(
        "afmeldingen:",
        afgemeld("swv-mini", "2021-03-01", "agendapunten:", "  - lijst"),
        afgemeld("swv-mini", "2021-03-02", "agendapunten:", "  - rondvraag"),
        afgemeld("gemeente-dorp"),
    ),
    "vertegenwoordigd-door-een-ander": agenda(
        "afmeldingen:",
        afgemeld("swv-mini", "onbekend", "vertegenwoordigd_door: gemeente-dorp"),
        afgemeld("gemeente-dorp", "onbekend", "agendapunten:", "  - rondvraag"),
    ),
    "aanwezig-en-afgemeld": agenda(
        "afmeldingen:",
        afgemeld("swv-mini", "onbekend", "agendapunten:", "  - lijst"),
        "aanwezig:",
        "  - swv-mini",
    ),
    "aanwezig-waar-niets-was": agenda("aanwezig:", "  - swv-mini"),
    "haalbaarheid-van-een-partij": haalbaar(
        "- partij: swv-mini",
        "  haalbaar: nee",
        "  wat_wel: De lijst van één school.",
        "- partij: gemeente-dorp",
        "  haalbaar: onbekend",
    ),
}

RULES = {rule.code: rule for rule in all_rules()}
LET_OP = {"voorstel-ligt-nergens"}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it_and_no_other_does(
    mini: Mini, code: str, case: Slecht
) -> None:
    case.breek(mini)
    told = [one for one in mini.issues() if one.code in SLECHT]
    assert [(mini.waar(one), one.code, one.message, one.tip, one.level) for one in told] == [
        (mini.plaats, code, case.melding, case.tip, RULES[code].level)
    ]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert [one.message for one in mini.issues() if one.code in SLECHT] == []


VERWEZEN = {
    "no such body": (
        bewerk(LIJST, KRING_OVERLEG, "overleg: ‸krign\n"),
        "Er is geen overleg met de id 'krign'.",
    ),
    "no such meeting": (
        bewerk(LIJST, "vergadering: raad-2022", "vergadering: ‸raad-2023"),
        "Er is geen vergadering met de id 'raad-2023'.",
    ),
    "no such route": (
        bewerk(LIJST, "route: idee-uit-de-buurt", "route: ‸idee-uit-buurt"),
        "Er is geen voorstelroute met de id 'idee-uit-buurt'.",
    ),
    "a meeting that no longer counts": (
        samen(
            nog_een(
                EERSTE,
                "raad-2021",
                "raad-oud",
                ("titel: 'Raad van maart", "status: gearchiveerd\ntitel: 'Raad van maart"),
                ("datum: 2021-03-04", "datum: 2022-02-02"),
                ("mijlpaal: begin\n", ""),
            ),
            erna(stap("raad", "hield-aan", "vergadering: ‸raad-oud")),
        ),
        "'raad-oud' is gearchiveerd en staat dus niet meer op de site.",
    ),
}


@pytest.mark.parametrize("wat", VERWEZEN)
def test_what_is_not_there_is_told_where_it_is_named_and_nothing_else(mini: Mini, wat: str) -> None:
    breek, message = VERWEZEN[wat]
    breek(mini)
    wrong = mini.issues(level=Level.FOUT)
    assert [(mini.waar(one), one.code, one.message) for one in wrong] == [
        (mini.plaats, "verwijzing", message)
    ]


def test_a_body_that_is_archived_keeps_what_it_did(mini: Mini) -> None:
    """A proposal that passed it is told as it went; so is its route, which nobody takes any more."""
    bewerk(IDEE, "nummer: 1\n", "status: gearchiveerd\nnummer: 1\n")(mini)
    bewerk(KRING, "naam: Kring", "status: gearchiveerd\nnaam: Kring")(mini)
    wrong = {one.path.partition("data/")[2] for one in mini.issues(level=Level.FOUT)}
    assert LIJST not in wrong
    assert IDEE not in wrong


@pytest.mark.parametrize(
    "breek",
    [
        bewerk(LIJST, "advies: Vraag", "advies: Mevrouw Janssen vraagt"),
        samen(
            OPEN,
            bewerk(
                LIJST, *ingetrokken("2022"), ("Het geld is op", "Mevrouw De Vries wil niet meer")
            ),
        ),
        haalbaar("- partij: swv-mini", "  haalbaar: nee", "  wat_wel: Dhr. Bakker kan het doen."),
    ],
    ids=["advice", "withdrawal", "feasibility"],
)
def test_no_new_text_takes_the_name_of_a_person(mini: Mini, breek: Breek) -> None:
    breek(mini)
    assert [one.code for one in mini.issues() if "persoon" in one.code] != []


@pytest.mark.parametrize("veld", ["partij: ‸jan-de-vries", "partij: ‸Jan de Vries"])
def test_who_cannot_come_is_a_party(mini: Mini, veld: str) -> None:
    agenda("afmeldingen:", f"  - {veld}", "    gemeld_op: onbekend")(mini)
    assert [mini.waar(one) for one in mini.issues(level=Level.FOUT)] == [mini.plaats]


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("goedgekeurd", "besloot"),
        ("afgewezen", "wees-af"),
        ("teruggestuurd", "stuurde-terug"),
        ("uitgesteld", "hield-aan"),
        ("positief advies", "adviseerde-positief"),
    ],
)
def test_what_people_call_it_leads_to_what_it_is_called_here(
    mini: Mini, getypt: str, bedoeld: str
) -> None:
    bewerk(LIJST, "handeling: besloot", f"handeling: ‸{getypt}")(mini)
    [told] = [one for one in mini.issues(level=Level.FOUT) if one.code == "keuze"]
    assert (mini.waar(told), told.tip) == (mini.plaats, f"Bedoel je '{bedoeld}'?")
