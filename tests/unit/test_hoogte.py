"""How long a page may be on a phone, and which pages are told to be longer."""

from __future__ import annotations

from macros.engine.hoogte import MATEN, MIDDEN, OVERIG, maat_van, te_hoog

TALEN = ("en",)


def test_a_page_is_of_the_first_kind_that_fits_in_every_language() -> None:
    kinds = {
        "": "start",
        "en/": "start",
        "agenda/": "agenda",
        "agenda/acties/": "acties",
        "agenda/leren/": "speerpunt",
        "en/agenda/leren/": "speerpunt",
        "samenwerking/1a-hulp/": "onderdeel van het model",
        "monitor/gemeente/ede/": "alle cijfers van een gemeente",
    }
    found = {pad: maat_van(pad, TALEN) for pad in kinds}
    assert {pad: maat and maat.soort for pad, maat in found.items()} == kinds


def test_a_page_of_no_kind_has_the_room_of_any_page() -> None:
    assert maat_van("samenwerking/wetten/", TALEN) is None
    assert list(te_hoog({"over/": OVERIG}, TALEN)) == [
        f"De helft van de pagina's is hoger dan {OVERIG} px; het streven is {MIDDEN}"
    ]
    [told, _] = te_hoog({"over/": OVERIG + 1}, TALEN)
    assert told == f"/over/: {OVERIG + 1} px, het streven is {OVERIG}"


def test_what_is_most_over_its_measure_is_told_first() -> None:
    heights = {"agenda/": 3_300, "en/ouders/": 9_600, "over/": 400, "regio/": 400, "a/": 400}
    assert [one.split(":")[0] for one in te_hoog(heights, TALEN)] == [
        "/en/ouders/ (voor ouders)",
        "/agenda/ (agenda)",
    ]


def test_a_page_as_high_as_it_may_be_is_not_told() -> None:
    assert not list(te_hoog({"agenda/": 3_200, "": 2_400}, TALEN))


def test_no_kind_is_hidden_behind_one_before_it() -> None:
    """A pattern that takes everything of a later one makes that one's measure a dead letter."""
    examples = {
        "start": "", "voor ouders": "ouders", "wegwijzer": "samenwerking/wegwijzer",
        "uitkomst van de wegwijzer": "samenwerking/wegwijzer/x", "het model": "samenwerking",
        "onderdeel van het model": "samenwerking/2c-x", "agenda": "agenda",
        "acties": "agenda/acties", "speerpunt": "agenda/x", "stand van zaken": "stand-van-zaken",
        "gemeente": "gemeente/x", "cijfers": "monitor",
        "alle cijfers van een gemeente": "monitor/gemeente/x", "cijfer": "monitor/x",
        "besluiten": "overleg/besluiten", "kalender": "overleg/kalender", "overleg": "overleg/x",
        "arrangementen": "arrangementen", "wat is er nieuw": "nieuw", "begrippen": "begrippen", "bronnen": "bronnen",
        "open data": "open-data", "velden van de open data": "open-data/velden",
    }  # fmt: skip
    assert list(examples) == [maat.soort for maat in MATEN]
    for soort, pad in examples.items():
        maat = maat_van(f"{pad}/".lstrip("/"), TALEN)
        assert maat is not None
        assert maat.soort == soort
