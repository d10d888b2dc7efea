"""The rules of meetings and decisions: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from tests.unit.gevallen import TODAY, Slecht, gemeld, gemeld_als_rondje, genummerd
from tests.unit.mini import Breek, Mini, bewerk, nog_een, samen

FEEST = "overleg/vergaderingen/feest.yml"
EERSTE = "overleg/vergaderingen/raad-2021.yml"
TWEEDE = "overleg/vergaderingen/raad-2022.yml"
LAATSTE = "overleg/vergaderingen/raad-2090.yml"
LIJST = "overleg/besluiten/lijst-maken.yml"
LIJSTEN = "overleg/besluiten/twee-lijsten.yml"
RAAD = "overleg/overleggen/raad.yml"
KRING = "overleg/overleggen/kring.yml"

IDEE = "overleg/routes/idee-uit-de-buurt.yml"

LEEFT = "Kies een ander overleg, of verbeter daar de toestand."
ERGENS_IN_MAART = (
    ("datum: 2090-03-15", "datum: 2090-03"),
    ("stand: gepland", "stand: aangekondigd"),
)
BESLUIT = ("vergadering: raad-2022", "vergadering: ‸raad-2022")


def van(overleg: str) -> Breek:
    """The second meeting is of another body, and the decision that fell in it as well."""
    return samen(bewerk(TWEEDE, "overleg: raad", f"overleg: {overleg}"), bewerk(LIJSTEN, *BESLUIT))


def vervangt(pad: str, *wat: str) -> Breek:
    """A decision that replaced nothing, and now does."""
    names = "".join(f"  - {one}\n" for one in wat)
    return bewerk(pad, "herkomst:\n", f"vervangt:\n{names}herkomst:\n")


def derde(*meer: tuple[str, str]) -> Breek:
    """One more decision, like the second."""
    return nog_een(LIJSTEN, "twee-lijsten", "vele-lijsten", *meer)


SLECHT: dict[str, list[Slecht]] = {
    "besluit-zonder-bevoegdheid": [
        Slecht(
            van("kring"),
            "Bij het overleg 'kring' staat niet dat het mag beslissen.",
            "Kies een andere vergadering, of zet 'beslist' erbij in kring.yml.",
        ),
        Slecht(
            van("tafel"),
            "Bij het overleg 'tafel' staat niet dat het mag beslissen.",
            "Kies een andere vergadering, of zet 'beslist' erbij in tafel.yml.",
        ),
    ],
    "besluit-voor-de-vergadering": [
        Slecht(
            bewerk(LIJSTEN, "vergadering: raad-2022", "vergadering: ‸raad-2090"),
            "'raad-2090' heeft de stand 'gepland', niet 'gehouden'.",
            "Kies een andere vergadering, of verbeter daar de stand.",
        ),
    ],
    "vervangt-een-later-besluit": [
        Slecht(
            derde(
                ("vergadering: raad-2022", "vergadering: raad-2021"),
                ("- lijst-maken", "- ‸twee-lijsten"),
            ),
            "'twee-lijsten' is van 2022-03-10, dus van na dit besluit (2021-03-04).",
            "Zet 'vervangt' bij het latere besluit, of verbeter een van de datums.",
        ),
    ],
    "vergadering-voor-het-begin": [
        Slecht(
            bewerk(EERSTE, "datum: 2021-03-04", "datum: ‸2020-08-31"),
            "Het overleg 'raad' bestaat pas sinds 2020-09.",
            "Verbeter deze datum, of 'sinds' in raad.yml.",
        ),
    ],
    "stand-en-datum": [
        Slecht(
            bewerk(TWEEDE, "datum: 2022-03-10", "datum: 2099", ("stand: ", "stand: ‸")),
            "Deze vergadering is 'gehouden', maar 2099 moet nog komen.",
            f"Kies een andere stand, of verbeter de datum. Vandaag is het {TODAY}.",
        ),
        Slecht(
            bewerk(LAATSTE, "datum: 2090-03-15", "datum: ‸2090-03"),
            "Een geplande vergadering heeft een hele datum nodig.",
            "Schrijf een dag, zoals 2027-03-18. Nog geen dag? Kies de stand 'aangekondigd'.",
        ),
    ],
    "einde-voor-begin": [
        Slecht(
            bewerk(LAATSTE, "einde: 21:05", "einde: ‸19:30"),
            "Het einde (19:30) ligt niet na het begin (19:30).",
            "Verbeter een van de twee tijden.",
        ),
        Slecht(
            bewerk(LAATSTE, "begin: 19:30", "begin: ‸onbekend"),
            "Het einde is bekend, maar het begin niet.",
            "Vul het begin in, of maak het einde ook onbekend.",
        ),
    ],
    "agendapunt-compleet": [
        Slecht(
            bewerk(LAATSTE, "partijen:\n      - regisseur\n", "partijen: ‸onbekend\n"),
            "De vergadering is gepland, maar 'partijen' is hier nog onbekend.",
            "Noem de partijen die het betreft.",
        ),
        Slecht(
            bewerk(LAATSTE, "doel: ter-vaststelling", "doel: ‸onbekend"),
            "De vergadering is gepland, maar 'doel' is hier nog onbekend.",
            "Kies uit: oogo-besluit, ter-vaststelling, ter-bespreking, ter-informatie, vast-punt.",
        ),
        Slecht(
            bewerk(
                LAATSTE,
                "    partijen:\n      - regisseur\n",
                "",
                ("id: terugblik", "‸id: terugblik"),
            ),
            "Bij dit agendapunt staat niet voor wie het is.",
            "Noem de partijen bij 'partijen', of kies als doel 'vast-punt'.",
        ),
    ],
    "vervolg-zonder-bewijs": [
        *(
            Slecht(
                bewerk(
                    LIJSTEN,
                    "stand: loopt\n    bewijs:\n      - verslag\n",
                    f"stand: ‸{stand}\n",
                ),
                f"De stand is '{stand}', maar er staat geen bewijs bij.",
                "Noem bij 'bewijs' de bron waaruit dit blijkt, of zet de stand op onbekend.",
            )
            for stand in ("afgerond", "gestopt")
        ),
    ],
    "mijlpaal-van-dezelfde-dag": [
        Slecht(
            bewerk(EERSTE, "datum: 2021-03-04", "datum: 2021-01-01", ("begin\n", "‸daarna\n")),
            "De mijlpaal is van 2021, de vergadering van 2021-01-01.",
            "Kies een andere mijlpaal, of verbeter een van de twee datums.",
        ),
    ],
    "twee-op-een-dag": [
        Slecht(
            nog_een(LAATSTE, "raad-2090", "raad-nog-eens", ("2090-03-15", "‸2090-03-15")),
            "Op deze dag vergadert 'raad' al: 'raad-2090'.",
            "Verbeter de datum, of voeg de twee samen.",
        ),
    ],
    "gepland-en-vervallen": [
        Slecht(
            bewerk(LAATSTE, "overleg: raad", "overleg: ‸ambtenaren"),
            "Het overleg 'ambtenaren' is vervallen en vergadert niet meer.",
            LEEFT,
        ),
        Slecht(
            bewerk(IDEE, "- kring\n    taak: adviseren", "- ‸ambtenaren\n    taak: adviseren"),
            "Het overleg 'ambtenaren' is vervallen en kan geen stap zetten.",
            LEEFT,
        ),
    ],
    "klaar-voor-het-besluit": [
        Slecht(
            bewerk(LIJSTEN, "uiterlijk: 2022-06", "uiterlijk: ‸2022-02"),
            "2022-02 ligt voor het besluit zelf (2022-03-10).",
            "Verbeter een van de datums.",
        ),
    ],
    "dubbel-agendapunt": [
        Slecht(
            bewerk(LAATSTE, "- id: verder", "- id: ‸terugblik"),
            "De id 'terugblik' staat twee keer op deze agenda.",
            "Geef een van de twee een andere id.",
        )
    ],
}

RONDJES: dict[str, list[tuple[Breek, dict[str, str]]]] = {
    "besluiten-in-een-rondje": [
        (
            vervangt(LIJST, "twee-lijsten"),
            {"lijst-maken": "twee-lijsten", "twee-lijsten": "lijst-maken"},
        ),
        (
            samen(derde(("- lijst-maken", "- twee-lijsten")), vervangt(LIJST, "vele-lijsten")),
            {
                "lijst-maken": "vele-lijsten",
                "twee-lijsten": "lijst-maken",
                "vele-lijsten": "twee-lijsten",
            },
        ),
    ],
}
"""What more than one decision has a part in: in which file something is said about which other."""

GOED: dict[str, Breek] = {
    "besluit-zonder-bevoegdheid": samen(
        van("kring"), bewerk(KRING, "- stelt-agenda-vast\n", "- beslist\n")
    ),
    "besluit-voor-de-vergadering": bewerk(TWEEDE, "datum: 2022-03-10", f"datum: {TODAY}"),
    "besluiten-in-een-rondje": derde(("- lijst-maken", "- lijst-maken\n  - twee-lijsten")),
    "vervangt-een-later-besluit": samen(
        bewerk(EERSTE, "datum: 2021-03-04", "datum: 2022"),
        bewerk(TWEEDE, "datum: 2022-03-10", "datum: 2022-12-31"),
        derde(
            ("vergadering: raad-2022", "vergadering: raad-2021"),
            ("- lijst-maken", "- twee-lijsten"),
        ),
    ),
    "vergadering-voor-het-begin": samen(
        bewerk(RAAD, "sinds: 2020-09", "sinds: 2020-12-31"),
        bewerk(EERSTE, "datum: 2021-03-04", "datum: 2020"),
    ),
    "stand-en-datum": samen(
        bewerk(TWEEDE, "datum: 2022-03-10", f"datum: {TODAY}"),
        bewerk(EERSTE, "datum: 2021-03-04", f"datum: {TODAY[:4]}"),
        bewerk(LAATSTE, "datum: 2090-03-15", "datum: 2090", ("gepland", "aangekondigd")),
    ),
    "einde-voor-begin": samen(
        bewerk(LAATSTE, "einde: 21:05", "einde: 19:31"),
        bewerk(TWEEDE, "einde: onbekend", "einde: 09:01"),
    ),
    "agendapunt-compleet": samen(
        nog_een(
            LAATSTE,
            "raad-2090",
            "raad-2091",
            ("datum: 2090", "datum: 2091"),
            (
                "    partijen:\n      - regisseur\n    doel: ter-informatie\n",
                "    doel: vast-punt\n",
            ),
        ),
        bewerk(LAATSTE, "doel: ter-informatie", "doel: onbekend", ("gepland", "aangekondigd")),
        bewerk(FEEST, "stand: aangekondigd", "stand: gepland"),
    ),
    "vervolg-zonder-bewijs": bewerk(LIJSTEN, "stand: loopt", "stand: afgerond"),
    "mijlpaal-van-dezelfde-dag": bewerk(
        EERSTE, "datum: 2021-03-04", "datum: 2021", ("mijlpaal: begin", "mijlpaal: daarna")
    ),
    "twee-op-een-dag": samen(
        nog_een(LAATSTE, "raad-2090", "kring-ook", ("overleg: raad", "overleg: kring")),
        nog_een(LAATSTE, "raad-2090", "feest-ook", ("overleg: raad\n", "")),
        nog_een(LAATSTE, "raad-2090", "feest-weer", ("overleg: raad\n", "")),
        nog_een(LAATSTE, "raad-2090", "raad-eens", *ERGENS_IN_MAART),
        nog_een(LAATSTE, "raad-2090", "raad-nog-eens", *ERGENS_IN_MAART),
    ),
    "gepland-en-vervallen": samen(
        bewerk(LAATSTE, "overleg: raad", "overleg: tafel"),
        bewerk(EERSTE, "overleg: raad", "overleg: ambtenaren"),
    ),
    "klaar-voor-het-besluit": bewerk(LIJSTEN, "uiterlijk: 2022-06", "uiterlijk: 2022-03"),
    "dubbel-agendapunt": bewerk(LAATSTE, "- id: verder", "- id: lijst"),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_reports_what_breaks_it(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, Level.FOUT)]


@pytest.mark.parametrize(
    ("code", "breek", "wie"), [(code, *case) for code, cases in RONDJES.items() for case in cases]
)
def test_every_decision_that_is_replaced_by_a_detour_is_reported(
    mini: Mini, code: str, breek: Breek, wie: dict[str, str]
) -> None:
    breek(mini)
    gemeld_als_rondje(mini, code, "overleg/besluiten", wie)


@pytest.mark.parametrize("code", GOED)
def test_a_rule_allows_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


def test_what_is_referred_to_and_is_not_there_is_called_by_its_kind(mini: Mini) -> None:
    samen(
        bewerk(LIJST, "vergadering: raad-2021", "vergadering: raad-2020"),
        bewerk(LIJSTEN, "- werkplan", "- plan", ("- lijst-maken", "- lijsten")),
        bewerk(EERSTE, "- alles-bekend", "- niets-bekend", ("mijlpaal: begin", "mijlpaal: einde")),
    )(mini)
    assert [said for _, said, *_ in gemeld(mini, "verwijzing")] == [
        "Er is geen vergadering met de id 'raad-2020'.",
        "Er is geen document met de id 'plan'.",
        "Er is geen besluit met de id 'lijsten'.",
        "Er is geen speerpunt met de id 'niets-bekend'.",
        "Er is geen mijlpaal met de id 'einde'.",
    ]
