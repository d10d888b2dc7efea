"""How much a change matters: every field has a place, and a text one by what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from macros.model.basis.record import Deel
from macros.model.geheel import SOORTEN
from macros.model.walk import nested
from macros.wijziging.geschiedenis import Gewicht
from macros.wijziging.gewicht import KLEINE_TYPEN, VELDEN, gewicht, is_spelling, weging
from macros.wijziging.samenvoegen import NIETS
from macros.wijziging.verschil import soort_van_pad


def typen(kind: type[Deel]) -> Iterator[type[Deel]]:
    """A type and those of the groups in it, as far as a change in them can matter."""
    if not issubclass(kind, KLEINE_TYPEN):
        yield kind
        for field in kind.model_fields.values():
            if inner := nested(field.annotation):
                yield from typen(inner)


ALLE = {kind for soort in SOORTEN for kind in typen(soort.type)}


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.naam)
def test_of_every_field_somebody_said_whether_a_change_of_it_matters(soort: Any) -> None:
    """Say so of a new field in ``VELDEN`` (``macros/wijziging/gewicht.py``)."""
    assert [
        f"{kind.__name__}.{name}"
        for kind in typen(soort.type)
        for name in kind.model_fields
        if weging(kind, name) is None
    ] == []


def test_the_table_names_fields_that_there_are_and_each_once() -> None:
    for kind, (matters, small) in VELDEN.items():
        names = [*matters.split(), *small.split()]
        assert kind in ALLE
        assert {*names} <= kind.model_fields.keys(), kind.__name__
        assert len(names) == len({*names}), kind.__name__


@pytest.mark.parametrize(
    ("pad", "loc", "oud", "nieuw", "telt"),
    [
        ("speerpunten/a.yml", ("acties", 0, "stand"), "onbekend", "loopt", True),
        ("speerpunten/a.yml", ("acties", 0, "stand_peildatum"), "2025", "2026", False),
        ("speerpunten/a.yml", ("acties", 0, "herkomst", "bron"), "x", "y", False),
        ("speerpunten/a.yml", ("acties",), NIETS, [{"id": "a", "wat": "Doe iets"}], True),
        ("speerpunten/a.yml", ("herkomst",), NIETS, {"bron": "x", "peildatum": "2025"}, False),
        ("speerpunten/a.yml", ("gezocht_op",), NIETS, {"opdracht": "2025"}, False),
        ("speerpunten/a.yml", ("later_ingevuld",), NIETS, [{"veld": "opdracht"}], False),
        ("speerpunten/a.yml", ("bestuurlijk_trekker",), "onbekend", "ede", True),
        ("speerpunten/a.yml", ("bestuurlijk_trekker",), "ede", "onbekend", True),
        ("speerpunten/a.yml", ("bestuurlijk_trekker",), NIETS, "onbekend", False),
        ("speerpunten/a.yml", ("bestuurlijk_trekker",), "onbekend", NIETS, False),
        ("speerpunten/a.yml", ("bestuurlijk_trekker",), None, "onbekend", False),
        ("speerpunten/a.yml", ("acties", 0, "door"), NIETS, "onbekend", False),
        ("speerpunten/a.yml", ("acties",), NIETS, [{"id": "a", "stand": "onbekend"}], False),
        ("agendas/a.yml", ("looptijd",), NIETS, "onbekend", False),
        ("agendas/a.yml", ("looptijd",), "onbekend", {"van": "2021"}, True),
        ("speerpunten/a.yml", ("nummer",), "1", "2", False),
        ("speerpunten/a.yml", ("status",), "actief", "gearchiveerd", True),
        ("samenwerking/onderdelen/a.yml", ("eerste_stap", "wie"), "de school", "De school", True),
        ("samenwerking/onderdelen/a.yml", ("synoniemen",), ["a"], ["een heel ander woord"], False),
        ("overleg/overleggen/a.yml", ("in_zin",), "de raad", "het overleg van de raad", False),
        ("overleg/overleggen/a.yml", ("afkorting",), "RAAD", "OOGO", False),
        ("agendas/a.yml", ("korte_naam",), NIETS, "Agenda", False),
        ("samenwerking/model.yml", ("kolommen", 0, "kort"), "SWV", "Samenwerking", False),
        ("overleg/besluiten/a.yml", ("tekst",), "We gaan door.", "We gaan door!", True),
        ("hulp/a.yml", ("telefoon",), "0318 111111", "0318 222222", True),
        ("hulp/a.yml", ("gezien_op",), "2025", "2026", False),
        ("overleg/vergaderingen/a.yml", ("plaats",), "onbekend", "Ede", True),
        ("bronnen/a.yml", ("titel",), "Een bron", "Een heel andere naam", False),
        ("arrangement/arrangementen/a.yml", ("gemeenten",), ["a"], ["a", "b"], True),
        ("speerpunten/a.yml", ("bestaat_niet",), "a", "b", True),
        ("nergens/a.yml", ("titel",), "a", "b", True),
    ],
)
def test_a_field_weighs_as_much_as_it_means_to_a_reader(
    pad: str, loc: Any, oud: Any, nieuw: Any, telt: bool
) -> None:
    kind = soort_van_pad(pad)
    found = gewicht(kind.type if kind else None, loc, oud, nieuw)
    assert found is (Gewicht.BETEKENIS if telt else Gewicht.KLEIN)


LANG = "Het kind gaat naar een school in de buurt, en krijgt daar de hulp die het nodig heeft."


@pytest.mark.parametrize(
    ("oud", "nieuw", "zelfde"),
    [
        ("Wat we doen", "wat we doen.", True),
        ("Ondersteunign voor kinderen", "Ondersteuning voor kinderen", True),
        ("Onderwijs-zorgarrangementen", "Onderwijszorgarrangementen", True),
        ("Hulp voor kinderen", "Hulp voor ouders", False),
        (LANG, LANG.replace("in de buurt", "dicht bij huis"), False),
        (LANG, LANG.replace("hulp", "steun"), True),
        (LANG, LANG.replace("hulp die", "hulp niet die"), False),
        (f"{LANG} Binnen 6 weken.", f"{LANG} Binnen 8 weken.", False),
        ("de bal", "de val", False),
        (["Een zin.", "Nog een zin."], ["Nog een zin.", "Een zin."], True),
        (["Een zin."], ["Een zin.", "Een tweede zin die erbij komt."], False),
        (NIETS, LANG, False),
        (LANG, "onbekend", False),
    ],
)
def test_a_text_that_is_spelled_otherwise_says_the_same(oud: Any, nieuw: Any, zelfde: bool) -> None:
    assert is_spelling(oud, nieuw) is zelfde
    assert is_spelling(nieuw, oud) is zelfde
