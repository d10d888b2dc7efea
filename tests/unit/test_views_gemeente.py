"""The page of a municipality and of a samenwerkingsverband: what is on it, and what is not when the
region has none of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.issue import Level
from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.opendata.figuur import TABEL, gemeentetabellen
from macros.opendata.overzicht import gevulde
from macros.render.blokken import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.gemeente import gemeente
from macros.views.regio.samenwerkingsverband import samenwerkingsverband
from tests.unit.mini import HIER, Mini, met
from tests.unit.opendata import WORTEL

NL = Vertaler("nl")
VANDAAG = Datum(2022, 9, 15)
LEEG = MappingProxyType[str, object]({})
BLOKKEN = {one.__name__: one for one in all_blokken()}


def pagina(regio: Regio, key: str, blok: str = "gemeente") -> LexborHTMLParser:
    page = Weergave(Blik(regio, NL, VANDAAG)).pagina("gemeente/x/")
    return LexborHTMLParser(str(BLOKKEN[blok](page, key)))


def koppen(boom: LexborHTMLParser) -> list[str]:
    return [one.text(strip=True) for one in boom.css("h2")]


def test_a_page_has_its_parts_in_one_order_whatever_the_municipality(regio: Regio) -> None:
    order = koppen(pagina(regio, "gemeente-dorp"))
    assert order[:3] == ["Wie bel je?", "Cijfers", "Onderwijs en zorg tegelijk"]
    for key in regio.gemeenten:
        found = koppen(pagina(regio, key))
        assert found == [one for one in order if one in found]


def test_who_is_to_be_called_comes_first_by_kind_of_school_and_can_be_tapped(regio: Regio) -> None:
    page = pagina(regio, "gemeente-dorp")
    assert [one.text(strip=True) for one in page.css(".belkaart h3")] == [
        "Basisschool (po)",
        "Middelbare school (vo)",
    ]
    for card in page.css(".belkaart"):
        assert card.css_first('a[href^="tel:"]') is not None


def test_where_no_number_is_near_a_national_one_stands_there(regio: Regio) -> None:
    far = {key: one for key, one in regio.hulp.items() if one.landelijk}
    page = gemeente(Blik(replace(regio, hulp=MappingProxyType(far)), NL, VANDAAG), "gemeente-dorp")
    assert page.bellen is not None
    for _, rows in page.bellen.school:
        assert [row.landelijk for row in rows if row.telefoon] == [True]


def test_a_national_number_does_not_pass_for_one_of_a_kind_of_school(regio: Regio) -> None:
    far = {key: one for key, one in regio.hulp.items() if one.landelijk}
    for card in pagina(replace(regio, hulp=MappingProxyType(far)), "gemeente-dorp").css(
        ".belkaart"
    ):
        [row] = card.css("li")
        assert "088" in row.text()
        assert "Voor elke school; een nummer van dichterbij is niet bekend." in row.text()
    [near, *_] = pagina(regio, "gemeente-dorp").css(".belkaart")
    assert "elke school" not in near.text()


@pytest.mark.parametrize(
    ("veld", "kop"),
    [
        ("hulp", "Wie bel je?"),
        ("waarnemingen", "Cijfers"),
        ("arrangementen", "Onderwijs en zorg tegelijk"),
        ("overleggen", "Overleg"),
        ("dpias", "Privacy: de DPIA"),
    ],
)
def test_a_region_without_something_has_no_empty_part_for_it(
    regio: Regio, veld: str, kop: str
) -> None:
    gone = {veld: LEEG} | ({"uitgaven": ()} if veld == "waarnemingen" else {})
    gone |= {"besluiten": LEEG, "vergaderingen": LEEG} if veld == "overleggen" else {}
    without: Regio = replace(regio, **gone)  # type: ignore[arg-type]
    with_it = {kop for key in regio.gemeenten for kop in koppen(pagina(regio, key))}
    assert kop in with_it
    for key in regio.gemeenten:
        page = pagina(without, key)
        assert kop not in koppen(page)
        assert not [one for one in page.css("section") if len(one.text(strip=True)) < 20]


def test_what_nobody_knows_is_said_once(regio: Regio) -> None:
    for key in regio.gemeenten:
        page = gemeente(Blik(regio, NL, VANDAAG), key)
        assert len(set(page.onbekend)) == len(page.onbekend)
    stad = gemeente(Blik(regio, NL, VANDAAG), "gemeente-stad")
    assert "welk samenwerkingsverband hier werkt" in stad.onbekend
    assert "wat de gemeente zelf over deze cijfers zegt" in stad.onbekend
    dorp = gemeente(Blik(regio, NL, VANDAAG), "gemeente-dorp")
    assert "wat de gemeente zelf over deze cijfers zegt" not in dorp.onbekend


def test_every_share_says_of_whom_it_is_one(regio: Regio) -> None:
    for key in regio.gemeenten:
        for row in gemeente(Blik(regio, NL, VANDAAG), key).kern:
            assert row.is_aandeel == row.punt.tekst.endswith("%") or row.punt.waarde is None
    page = pagina(regio, "gemeente-dorp")
    [share, _] = page.css(".kerncijfers > div")
    assert "Deel van: Inwoners op 1 januari" in share.text()


def test_of_whom_a_share_is_one_is_told_once_when_nobody_knows(regio: Regio) -> None:
    share = regio.indicatoren["hulp-per-honderd"]
    other = share.model_copy(update={"noemer": ONBEKEND, "populatie": ONBEKEND})
    page = pagina(met(regio, "indicatoren", other), "gemeente-dorp")
    assert "Deel van" not in page.css_first(".kerncijfers").text()
    assert page.body.text().count(f"waarvan '{share.titel}") == 1


def test_what_the_municipality_says_stands_beside_its_figure_with_its_source(regio: Regio) -> None:
    page = pagina(regio, "gemeente-dorp")
    [said] = page.css(".toelichting")
    assert "De gemeente zegt zelf (2022):" in said.text()
    assert "Verslag van de proef" in said.text()
    assert pagina(regio, "gemeente-stad").css_first(".toelichting") is None


def test_an_explanation_of_another_year_does_not_stand_beside_this_one(regio: Regio) -> None:
    one = regio.toelichtingen["dorp-hulp"]
    assert one.periode is not None
    other = one.model_copy(update={"periode": replace(one.periode, jaar=2021)})
    changed = met(regio, "toelichtingen", other)
    assert pagina(changed, "gemeente-dorp").css_first(".toelichting") is None


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("In 2022 waren er ‸3 kinderen bij.", "klein-aantal"),
        ("Bel ‸06-12345678 met een vraag.", "telefoonnummer"),
        ("Vraag het aan ‸mevrouw Jansen.", "persoonsnaam"),
        ("Dit klopt niet, ‸volgens Jan de Vries.", "persoonsnaam"),
    ],
    ids=["small count", "number", "name", "name of who said so"],
)
def test_an_explanation_with_a_small_count_or_a_person_is_refused_at_its_words(
    mini: Mini, tekst: str, code: str
) -> None:
    assert HIER in tekst
    pad = "monitor/toelichtingen/dorp-hulp.yml"
    lines = mini.lees(pad).splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if line.startswith("tekst:"))
    lines[at : at + 2] = [f"tekst: {tekst}\n"]
    mini.schrijf(pad, "".join(lines))
    found = mini.issues(level=Level.FOUT)
    assert [(mini.waar(one), one.code) for one in found] == [(mini.plaats, code)]


def test_what_holds_for_the_whole_country_is_told_apart_on_every_page(regio: Regio) -> None:
    for key in regio.gemeenten:
        text = pagina(regio, key).text()
        assert "Los van de gemeente" in text
        assert "Vraag de school bij welk verband zij hoort." in text
        assert "samenwerkingsverband/overal/" in (pagina(regio, key).html or "")
    page = pagina(regio, "swv-overal", "samenwerkingsverband")
    assert "Dit samenwerkingsverband staat los van de gemeente." in page.text()
    assert "los van de gemeente" not in pagina(regio, "swv-mini", "samenwerkingsverband").text()


def test_a_number_has_the_certainty_of_its_own_source(regio: Regio) -> None:
    page = samenwerkingsverband(Blik(regio, NL, VANDAAG), "swv-mini")
    assert page.verband.nummer == "PO9001"
    assert page.verband.nummer_herkomst is not None
    assert str(page.verband.nummer_herkomst.zekerheid) == "afgeleid"
    assert str(page.verband.herkomst.zekerheid) == "voorbeeld"
    assert samenwerkingsverband(Blik(regio, NL, VANDAAG), "swv-overal").onbekend == (
        "het nummer om te bellen",
        "het officiële nummer",
        "in welke gemeenten van de regio scholen meedoen",
    )


def test_the_table_of_a_municipality_has_its_rows_and_no_other(regio: Regio) -> None:
    look = Blik(regio, NL, VANDAAG)
    whole = gevulde(look, TABEL, WORTEL)
    names = [one.naam for one in whole.velden]
    every = {row[0]: row for row in whole.rijen}
    tables = {one.naam: one for one in gemeentetabellen(look, whole)}
    assert set(tables) == {"gemeente/dorp", "gemeente/eiland", "gemeente/stad"}
    for naam, table in tables.items():
        key = f"gemeente-{naam.partition('/')[2]}"
        assert table.rijen
        for row in table.rijen:
            assert str(row[0]).split("/")[1] == key
            assert row == every[row[0]]
    rows = [dict(zip(names, row, strict=True)) for row in tables["gemeente/dorp"].rijen]
    shares = [row for row in rows if row["eenheid"] == "%"]
    assert {row["deel_van"] for row in shares} == {"Inwoners op 1 januari"}
    assert [bool(row["toelichting"]) for row in shares] == [False, True]


def test_every_municipality_and_samenwerkingsverband_has_its_page(geladen: Loaded) -> None:
    assert geladen.regio is not None
    pages = {one.pad for one in recordpaginas(Blik(geladen.regio, NL, VANDAAG))}
    assert {f"gemeente/{key.removeprefix('gemeente-')}.md" for key in geladen.regio.gemeenten} == {
        one for one in pages if one.startswith("gemeente/")
    }
    assert {one for one in pages if one.startswith("samenwerkingsverband/")} == {
        "samenwerkingsverband/mini.md",
        "samenwerkingsverband/overal.md",
    }


def test_no_page_compares_or_ranks(regio: Regio) -> None:
    """Of the other municipalities there is no figure on a page, nor a place in a row."""
    names = {key: one.naam for key, one in regio.gemeenten.items()}
    for key in regio.gemeenten:
        page = pagina(regio, key)
        figures = page.css_first(".kerncijfers")
        assert figures is not None
        others = [naam for other, naam in names.items() if other != key]
        assert not [naam for naam in others if naam in figures.text()]
        assert not re.search(r"\b(hoogste|laagste|plaats \d|rang)", page.text())
