"""Which licence a text names, and what is said of one that nobody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.model.basis.licentie import LICENTIES, bedoelde_licentie, licentie_van
from macros.model.geheel import Regio
from macros.render.blokken import regio as blokken
from macros.render.weergave import Weergave
from macros.taal.catalogus import data_texts
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.licentie import licentie
from tests.unit.mini import DAG


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("CC BY 4.0", "CC BY 4.0"),
        ("cc-by-4.0", "CC BY 4.0"),
        ("Creative Commons Naamsvermelding 4.0 Internationaal", "CC BY 4.0"),
        ("Creative Commons Naamsvermelding-Gelijk delen 4.0 (CC BY-SA 4.0)", "CC BY-SA 4.0"),
        ("Creative Commons Attribution-NonCommercial 3.0", "CC BY-NC 3.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.nl", "CC BY 4.0"),
        ("http://www.creativecommons.org/licenses/by-nc-sa/4.0", "CC BY-NC-SA 4.0"),
        ("CC0", "CC0 1.0"),
        ("cc zero", "CC0 1.0"),
        ("publiek domein", "Public Domain Mark 1.0"),
    ],
)
def test_a_licence_is_known_by_its_names_however_they_are_written(tekst: str, naam: str) -> None:
    found = licentie_van(tekst)
    assert found is not None
    assert found.naam == naam


@pytest.mark.parametrize(
    ("tekst", "tip"),
    [
        ("cc by", "Bedoel je 'CC BY 4.0'?"),
        ("CC BY 4.O", "Bedoel je 'CC BY 4.0'?"),
        ("CC BY-SA 2.5", "Bedoel je 'CC BY-SA 4.0'?"),
        ("Naamsvermeldign 4.0", "Bedoel je 'CC BY 4.0'?"),
        ("CC0 2.0", "Bedoel je 'CC0 1.0'?"),
        ("Vrij te gebruiken", "Kies uit: CC BY 4.0, CC BY-NC 4.0,"),
        ("Teksten CC BY 4.0, cijfers niet", "Bedoel je 'CC BY 4.0'?"),
    ],
)
def test_what_is_no_licence_gets_the_nearest(tekst: str, tip: str) -> None:
    assert licentie_van(tekst) is None
    assert bedoelde_licentie(tekst).startswith(tip)


def test_no_two_licences_share_a_name_or_an_address() -> None:
    names = [
        name for one in LICENTIES for name in (one.naam, one.code, one.adres, one.begrip, *one.ook)
    ]
    assert len(names) == len(set(names))
    assert [
        one
        for one in LICENTIES
        for name in (one.naam, one.code, one.adres, *one.ook)
        if licentie_van(name) is not one
    ] == []


def met_licentie(regio: Regio, tekst: str) -> Regio:
    settings = regio.instellingen.model_copy(update={"licentie_teksten": tekst})
    return replace(regio, instellingen=settings)


def test_a_known_licence_has_its_name_in_every_language_and_other_terms_stay_as_written(
    regio: Regio,
) -> None:
    english = Vertaler("en")
    assert licentie(Blik(regio, english, DAG)) is None
    known = licentie(Blik(met_licentie(regio, "cc by 4.0"), english, DAG))
    assert known is not None
    assert (str(known.naam), known.naam.taal) == ("CC BY 4.0", "en")
    assert known.adres == "https://creativecommons.org/licenses/by/4.0/"
    own = licentie(Blik(met_licentie(regio, "Vraag het ons eerst."), english, DAG))
    assert own is not None
    assert (str(own.naam), own.naam.taal, own.adres) == ("Vraag het ons eerst.", "nl", None)


def test_the_page_about_the_site_leads_to_a_known_licence_and_shows_other_terms_as_they_are(
    regio: Regio,
) -> None:
    def beheer(region: Regio) -> str:
        return str(blokken.beheer(Weergave(Blik(region, Vertaler("nl"), DAG)).pagina("colofon/")))

    address = "https://creativecommons.org/licenses/by/4.0/"
    assert f'<a rel="license" href="{address}">CC BY 4.0</a>' in beheer(
        met_licentie(regio, address)
    )
    own = beheer(met_licentie(regio, "Vraag het <ons>."))
    assert "Vraag het &lt;ons&gt;." in own
    assert 'rel="license"' not in own
    assert 'rel="license"' not in beheer(regio)


def test_the_page_about_open_data_leads_to_a_known_licence_and_shows_other_terms_as_they_are(
    regio: Regio,
) -> None:
    def terms(region: Regio, taal: str) -> str:
        page = Weergave(Blik(region, Vertaler(taal), DAG)).pagina("open-data/")
        return str(blokken.opendata_licentie(page))

    for taal in ("nl", "en"):
        address = "https://creativecommons.org/licenses/by/4.0/"
        known = terms(met_licentie(regio, "cc-by 4.0"), taal)
        assert f'<a rel="license" href="{address}">CC BY 4.0</a>.' in known
        own = terms(met_licentie(regio, "Vraag het <ons>."), taal)
        assert "Vraag het &lt;ons&gt;." in own
        assert ('lang="nl"' in own) is (taal == "en")
        assert 'rel="license"' not in own + terms(regio, taal)


@pytest.mark.parametrize(
    ("tekst", "vertaald"), [("CC BY 4.0", False), ("cc0", False), ("Vraag het ons eerst.", True)]
)
def test_a_known_licence_needs_no_translation_and_terms_of_the_region_do(
    regio: Regio, tekst: str, vertaald: bool
) -> None:
    texts = {one.tekst for one in data_texts(met_licentie(regio, tekst))}
    assert (tekst in texts) is vertaald
