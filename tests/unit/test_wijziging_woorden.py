"""A difference in the words of people, and as the workbench tells it."""

from __future__ import annotations

import json
import re
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.agenda import Speerpunt
from macros.source.nodes import Loc, Value
from macros.taal.vertaler import Tekst, Vertaler
from macros.werkbank.deur import Deur
from macros.wijziging.catalogus import als_tekst, berichten
from macros.wijziging.geschiedenis import Gewicht, Itemnaam, Veldwijziging
from macros.wijziging.samenvoegen import NIETS
from macros.wijziging.verschil import Aard, Staat, verschillen
from macros.wijziging.woorden import Stuk, Woorden, pad_in_woorden, regels, stukken, veldregel
from tests.langzaam import voorbeelden
from tests.unit.mini import DAG, Mini
from tests.unit.waarden import STAAT

PAD = "speerpunten/a.yml"
EDE: Staat = {"gemeenten/ede.yml": {"id": "ede", "naam": "Gemeente Ede"}}


def zeg(oud: Any, nieuw: Any) -> list[tuple[str, str | None, str | None]]:
    """The changes of one speerpunt: label, old and new value."""
    before, after = ({**EDE, PAD: one} for one in (oud, nieuw))
    found = regels(before, after, verschillen(before, after))
    return [(one.label, woorden(one.oud), woorden(one.nieuw)) for one in found]


def woorden(side: Woorden | None) -> str | None:
    """What a page would say; None where nothing is."""
    return None if side is None else str(side)


@pytest.mark.parametrize(
    ("oud", "nieuw", "expected"),
    [
        ({"titel": "Oud"}, {"titel": "Nieuw"}, ("Titel", "Oud", "Nieuw")),
        ({}, {"bestuurlijk_trekker": "ede"}, ("Bestuurlijk trekker", None, "Gemeente Ede")),
        ({"bestuurlijk_trekker": "weg"}, {}, ("Bestuurlijk trekker", "weg", None)),
        ({"status": "actief"}, {"status": "gearchiveerd"}, ("Status", "actief", "gearchiveerd")),
        ({"samen": None}, {"samen": "x"}, ("Wat we samen doen", "leeg", "x")),
        (
            {},
            {"later_ingevuld": [{"veld": "ambtelijk_trekker"}, {"veld": "opdracht"}]},
            ("Later ingevuld", None, "Veld: Ambtelijk trekker · Veld: Opdracht"),
        ),
        ({"vroeger_veld": "a"}, {"vroeger_veld": ["a", "b"]}, ("Vroeger veld", "a", "a, b")),
        (
            {"acties": [{"id": "a", "wat": "Doe a", "stand": "onbekend"}]},
            {"acties": [{"id": "a", "wat": "Doe a", "stand": "niet-gestart"}]},
            ("Acties: Doe a: Stand", "onbekend", "niet gestart"),
        ),
        (
            {"acties": [{"id": "a", "wat": "Doe a", "wanneer": ["2021", "2022-07"]}]},
            {"acties": [{"id": "a", "wat": "Doe a", "wanneer": ["2022-07-01"]}]},
            ("Acties: Doe a: Wanneer het gepland is", "2021, juli 2022", "1 juli 2022"),
        ),
        (
            {"acties": [{"id": "a", "wat": "Doe a"}, {"id": "b", "wat": "Doe b"}]},
            {"acties": [{"id": "b", "wat": "Doe b"}, {"id": "a", "wat": "Doe a"}]},
            ("Acties: Doe a", "plaats 1", "plaats 2"),
        ),
        (
            {"planning": [{"jaar": "2021", "wat": "x"}]},
            {"planning": [{"jaar": "2021", "wat": "x"}, {"jaar": "2022", "wat": "y"}]},
            ("Planning: y", None, "Jaar: 2022; Wat er voor dit jaar gepland staat: y"),
        ),
        (
            {"acties": [{"id": "a", "wat": "Doe a"}]},
            {"acties": "onbekend"},
            ("Acties", "Wat er gebeurt: Doe a", "onbekend"),
        ),
        (
            {"herkomst": {"bron": "x", "peildatum": "2021-07-99"}},
            {"herkomst": {"bron": "x", "peildatum": "2021-07-09"}},
            ("Herkomst: Peildatum", "2021-07-99", "9 juli 2021"),
        ),
    ],
)
def test_a_change_is_told_as_people_say_it(oud: Any, nieuw: Any, expected: Any) -> None:
    assert zeg(oud, nieuw) == [expected]


def test_what_comes_and_what_goes_is_told_field_by_field() -> None:
    record: Value = {"titel": "Titel", "id": "a"}
    fields = [("Korte naam (id)", "a"), ("Titel", "Titel")]
    found = regels({}, {PAD: record}, verschillen({}, {PAD: record}))
    assert [(one.label, woorden(one.nieuw)) for one in found if one.oud is None] == fields
    found = regels({PAD: record}, {}, verschillen({PAD: record}, {}))
    assert [(one.label, woorden(one.oud)) for one in found if one.nieuw is None] == fields


def test_a_field_that_is_gone_has_the_place_where_it_would_be() -> None:
    oud: Staat = {PAD: {"acties": [{"id": "a"}, {"id": "b", "wat": "x", "stand": "loopt"}]}}
    nieuw: Staat = {PAD: {"acties": [{"id": "b", "wat": "x"}]}}
    found = regels(oud, nieuw, verschillen(oud, nieuw))
    assert [(one.loc, one.nieuw) for one in found] == [
        (("acties",), None),
        (("acties", 0, "stand"), None),
    ]


def test_a_long_text_tells_which_words_are_otherwise() -> None:
    oud: Value = {
        "conclusie": "Alle partners willen de ondersteuning van kinderen in de regio verbeteren."
    }
    nieuw: Value = {
        "conclusie": "Alle partners willen de hulp aan kinderen in de regio verbeteren."
    }
    [found] = regels({PAD: oud}, {PAD: nieuw}, verschillen({PAD: oud}, {PAD: nieuw}))
    assert found.stukken == (
        Stuk(None, "Alle partners willen de "),
        Stuk(Aard.WEG, "ondersteuning"),
        Stuk(Aard.ERBIJ, "hulp"),
        Stuk(None, " "),
        Stuk(Aard.WEG, "van"),
        Stuk(Aard.ERBIJ, "aan"),
        Stuk(None, " kinderen in de regio verbeteren."),
    )


TEKST = st.text("ab \n", max_size=30)


@voorbeelden(30)
@given(TEKST, TEKST)
def test_the_pieces_of_two_texts_are_these_texts(oud: str, nieuw: str) -> None:
    found = list(stukken(oud, nieuw))
    assert "".join(one.tekst for one in found if one.aard is not Aard.ERBIJ) == oud
    assert "".join(one.tekst for one in found if one.aard is not Aard.WEG) == nieuw
    assert any(one.aard for one in found) == (oud != nieuw)


def test_two_long_texts_are_compared_without_end() -> None:
    words = [" ".join(f"{a}{n}" for n in range(50_000)) for a in "ab"]
    assert [one.aard for one in stukken(*words)] == [Aard.WEG, Aard.ERBIJ]


@voorbeelden(30)
@given(STAAT, STAAT)
def test_whatever_states_have_can_be_told(oud: Staat, nieuw: Staat) -> None:
    found = list(regels(oud, nieuw, verschillen(oud, nieuw)))
    assert all(one.label for one in found if any(isinstance(part, str) for part in one.loc))


def test_the_way_to_a_value_is_told_in_words() -> None:
    value: Value = {"acties": [{"wat": "lang " * 40}, "x"]}
    way = pad_in_woorden(Speerpunt, value, ("acties", 0, "stand"))
    assert way == f"Acties: {'lang ' * 11}lang …: Stand"
    assert pad_in_woorden(Speerpunt, value, ("acties", 3, "stand")) == "Acties: Stand"
    assert pad_in_woorden(Speerpunt, None, ()) == ""


# ---------------------------------------------------------------- in a language

ENGELS = Vertaler(
    "en",
    {"Acties": "Actions", "Stand": "Progress", "loopt": "under way", "onbekend": "unknown"}
    | {"Planning": "Schedule", "Jaar": "Year", "nummer {n}": "number {n}", "niets": "nothing"}
    | {"plaats {n}": "place {n}", "Titel": "Title"},
    {"Doe dit": "Do this", "Nieuw": "New"},
)


def in_het_engels(
    loc: Loc, oud: Any, nieuw: Any, namen: Any = MappingProxyType({}), **rest: Any
) -> tuple[list[str], Any, Any]:
    """The way to a field of a speerpunt and both values, each word with its language when that is
    not English.
    """

    def merk(words: Woorden | None) -> str | None:
        parts = words.delen if words else ()
        said = "".join(
            part.tekst if part.taal == "en" else f"<{part.taal}>{part.tekst}</>" for part in parts
        )
        return said if words else None

    change = Veldwijziging(loc, namen, oud, nieuw, Gewicht.BETEKENIS, **rest)
    found = veldregel(ENGELS, PAD, change, {"gemeenten/ede.yml": Tekst("Ede", "en")}.get)
    return [merk(one) or "" for one in found.stappen], merk(found.oud), merk(found.nieuw)


@pytest.mark.parametrize(
    ("loc", "oud", "nieuw", "naam", "expected"),
    [
        (("titel",), "Oud", "Nieuw", (), (["Title"], "<nl>Oud</>", "New")),
        (
            ("acties", 0, "stand"),
            "onbekend",
            "loopt",
            ("doe", "wat", "Doe dit"),
            (["Actions", "Do this", "Progress"], "unknown", "under way"),
        ),
        (
            ("acties", 0, "stand"),
            NIETS,
            "loopt",
            ("doe", "wat", "Doe dat"),
            (["Actions", "<nl>Doe dat</>", "Progress"], None, "under way"),
        ),
        (
            ("acties", 0, "wanneer"),
            ["2021"],
            ["2022-07-01"],
            (),
            (["Actions", "number 1", "Wanneer het gepland is"], "2021", "1 July 2022"),
        ),
        (("bestuurlijk_trekker",), NIETS, "ede", (), (["Bestuurlijk trekker"], None, "Ede")),
        (("bestuurlijk_trekker",), "weg", NIETS, (), (["Bestuurlijk trekker"], "weg", None)),
        (
            ("planning",),
            NIETS,
            [{"jaar": "2021", "wat": "x"}],
            (),
            (["Schedule"], None, "Year: 2021; Wat er voor dit jaar gepland staat: <nl>x</>"),
        ),
        (
            ("acties", 0, "door"),
            [],
            "onbekend",
            (),
            (["Actions", "number 1", "Wie het doen"], "nothing", "unknown"),
        ),
    ],
)
def test_a_change_is_told_in_the_language_of_the_page(
    loc: Loc, oud: Any, nieuw: Any, naam: tuple[str, ...], expected: Any
) -> None:
    names = {1: Itemnaam(*naam)} if len(loc) > 1 else {}
    assert in_het_engels(loc, oud, nieuw, names) == expected


def test_of_an_item_that_moved_it_is_told_where_it_stands_now() -> None:
    names = {1: Itemnaam("a", "wat", "Doe dit")}
    found = in_het_engels(("acties", 1), NIETS, NIETS, names, verplaatst=True)
    assert found == (["Actions", "Do this"], None, "place 2")


def test_a_value_that_may_not_be_shown_is_told_without_it() -> None:
    assert in_het_engels(("titel",), NIETS, NIETS, verborgen=True) == (["Title"], None, None)


def test_two_texts_in_two_languages_have_no_words_in_common() -> None:
    lang = "Alle partners willen de hulp aan kinderen in de regio verbeteren, en samen werken."
    v = Vertaler("en", {}, {lang: "All partners want to improve help to children in the region."})
    for old, new, some in ((lang, lang + " Nu.", False), (lang + " Ja.", lang + " Nu.", True)):
        change = Veldwijziging(("conclusie",), {}, old, new, Gewicht.KLEIN)
        assert bool(veldregel(v, PAD, change, lambda pad: None).stukken) is some


# ---------------------------------------------------------------- by the door

PUNT = "speerpunten/alles-bekend.yml"


def vraag(deur: Deur, naam: str, **argumenten: Any) -> Any:
    answer = json.loads(deur.vraag(naam, json.dumps(argumenten)))
    return answer["afgewezen"] if "afgewezen" in answer else answer["antwoord"]


def test_the_workbench_tells_what_is_not_as_published(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG))
    assert vraag(deur, "verschil") == []
    value = vraag(deur, "record", pad=PUNT)["waarde"]
    vraag(deur, "zet", pad=PUNT, waarde=value | {"titel": "Nieuw"})
    vraag(deur, "zet", pad="bronnen/nieuwe-bron.yml", waarde={"id": "nieuwe-bron", "titel": "Bron"})
    found = vraag(deur, "verschil")
    assert [(one["pad"], one["titel"], one["soort"], one["nieuw"]) for one in found] == [
        ("bronnen/nieuwe-bron.yml", "Bron", "bron", True),
        (PUNT, "Nieuw", "speerpunt", False),
    ]
    [field] = found[1]["velden"]
    assert (field["loc"], field["label"], field["nieuw"]) == (["titel"], "Titel", "Nieuw")


def test_the_workbench_puts_two_changes_together(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG))
    basis = mini.lees(PUNT)
    mijn = basis.replace("titel: ", "titel: Mijn ", 1)
    hun = basis.replace("nummer: ", "# let op\nnummer: ", 1).replace("titel: ", "titel: Hun ", 1)
    found = vraag(deur, "samenvoegen", pad=PUNT, basis=basis, mijn=mijn, hun=hun)
    [botsing] = found["botsingen"]
    assert (botsing["loc"], botsing["label"]) == (["titel"], "Titel")
    assert (botsing["mijn"][:5], botsing["hun"][:4]) == ("Mijn ", "Hun ")
    solved = vraag(deur, "samenvoegen", pad=PUNT, basis=basis, mijn=mijn, hun=hun, keuzen=["hun"])
    assert (solved["tekst"], solved["botsingen"]) == (hun, [])
    gone = vraag(deur, "samenvoegen", pad=PUNT, basis=basis, mijn=mijn, hun=None)
    assert [(one["loc"], one["hun"]) for one in gone["botsingen"]] == [([], None)]
    broken = vraag(deur, "samenvoegen", pad=PUNT, basis=basis, mijn=mijn, hun="- a\nb: c\n")
    assert broken.startswith("Een van de versies is niet te lezen")


# ---------------------------------------------------------------- catalogues

PO = "vertaling/en.po"


def test_a_catalogue_is_written_as_it_was_read(mini: Mini) -> None:
    text = mini.lees(PO)
    found, issues = berichten("\ufeff" + text.replace("\n", "\r\n"), "en", PO)
    assert found
    assert issues == []
    assert als_tekst(found, "en") == text


def test_two_people_translate_one_catalogue(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG))
    basis = mini.lees(PO)
    dutch = list(dict.fromkeys(re.findall('^msgid "(.+)"\nmsgstr ".+"$', basis, re.MULTILINE)))
    a, b, c = [one for one in dutch if "\\" not in one][:3]

    def vertaald(**texts: str) -> str:
        found = basis
        for nl, text in texts.items():
            found = re.sub(f'(msgid "{re.escape(nl)}"\nmsgstr )".*"', rf'\1"{text}"', found)
        return found

    mijn, hun = vertaald(**{a: "Mine", b: "Mine too"}), vertaald(**{b: "Theirs", c: "Also"})
    found = vraag(deur, "samenvoegen", pad=PO, basis=basis, mijn=mijn, hun=hun)
    assert found["botsingen"] == [{"loc": [b], "label": b, "mijn": "Mine too", "hun": "Theirs"}]
    assert found["waarde"] == {a: "Mine", b: "Mine too"}
    assert found["tekst"] == vertaald(**{a: "Mine", b: "Mine too", c: "Also"})
    solved = vraag(deur, "samenvoegen", pad=PO, basis=basis, mijn=mijn, hun=hun, keuzen=["hun"])
    assert solved["tekst"] == vertaald(**{a: "Mine", b: "Theirs", c: "Also"})
    broken = vraag(deur, "samenvoegen", pad=PO, basis=basis, mijn=mijn, hun="<<<<<<< HEAD")
    assert broken.startswith("Een van de versies is niet te lezen")


def test_a_translation_is_told_by_its_dutch(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG))
    dutch = vraag(deur, "vertalingen", taal="en")[0]["nederlands"]
    vraag(deur, "vertaal", taal="en", vertalingen={dutch: "In English"})
    [found] = vraag(deur, "verschil")
    assert (found["pad"], found["titel"], found["soort"]) == (PO, "Vertaling: Engels", "vertaling")
    [field] = found["velden"]
    assert (field["loc"], field["nieuw"]) == ([dutch], "In English")


def test_a_translation_that_waits_since_its_dutch_changed_is_no_news(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG))
    value = vraag(deur, "record", pad=PUNT)["waarde"]
    vraag(deur, "zet", pad=PUNT, waarde=value | {"titel": f"{value['titel']} nu"})
    assert f"data/{PO}" in vraag(deur, "bestanden")
    assert [one["pad"] for one in vraag(deur, "verschil")] == [PUNT]
