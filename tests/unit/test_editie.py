"""Agendas that follow each other: which one counts on a day, and what each page says of that."""

from __future__ import annotations

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.issue import Level
from macros.load import load
from macros.model.agenda import Agenda, Looptijd, eerdere, geldend
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.agenda.editie import Toestand, toestand
from macros.views.agenda.stand import stand_van_zaken
from macros.views.blik import Blik
from macros.views.naam import naar
from macros.views.overleg.besluit import besluitenpagina
from macros.views.regio.leemten import leemten
from macros.views.regio.zoeken import antwoorden
from tests import opvolger
from tests.opvolger import ACTIE, DAARNA, EERST, MIJLPAAL, PRINCIPE, PUNT
from tests.unit.mini import DAG, Mini

BLOKKEN = {one.__name__: one for one in all_blokken()}


def agenda(regio: Regio, key: str, **values: Any) -> Agenda:
    """An agenda like the first one, adopted, with other values."""
    first = regio.agendas[EERST]
    return first.model_copy(update={"id": key, "vervangt": None, **values})


def jaren(van: int, tot: int) -> Looptijd:
    return Looptijd.model_validate({"van": str(van), "tot_en_met": str(tot)})


EEN = {"looptijd": jaren(2021, 2025)}
TWEE = {"looptijd": jaren(2026, 2030), "vervangt": "een"}
DRIE = {"looptijd": jaren(2031, 2034), "vervangt": "twee"}
OPEN: dict[str, Any] = {"vastgesteld_op": None, "vastgesteld_door": None}


@pytest.mark.parametrize(
    ("jaar", "beschreven", "geldt"),
    [
        (2025, {}, ""),
        (2019, {"een": EEN}, "een"),
        (2040, {"een": EEN}, "een"),
        (2026, {"een": {**EEN, **OPEN}}, "een"),
        (2025, {"een": EEN, "twee": TWEE}, "een"),
        (2026, {"een": EEN, "twee": TWEE}, "twee"),
        (2026, {"een": EEN, "twee": {**TWEE, **OPEN}}, "een"),
        (2026, {"een": {**EEN, **OPEN}, "twee": TWEE}, "twee"),
        (2026, {"een": EEN, "twee": {**TWEE, "vastgesteld_op": ONBEKEND}}, "twee"),
        (2026, {"een": EEN, "twee": {**TWEE, "looptijd": ONBEKEND}}, "twee"),
        (2026, {"een": EEN, "twee": {**TWEE, "looptijd": ONBEKEND, **OPEN}}, "een"),
        (2032, {"een": EEN, "twee": TWEE, "drie": DRIE}, "drie"),
        (2032, {"een": EEN, "twee": {**TWEE, **OPEN}, "drie": DRIE}, "drie"),
        (2032, {"een": EEN, "twee": TWEE, "drie": {**DRIE, **OPEN}}, "twee"),
        (2030, {"een": EEN, "twee": TWEE, "drie": DRIE}, "twee"),
    ],
)
def test_the_agenda_that_counts_is_adopted_has_begun_and_was_not_replaced(
    regio: Regio, jaar: int, beschreven: dict[str, dict[str, Any]], geldt: str
) -> None:
    every = {key: agenda(regio, key, **values) for key, values in beschreven.items()}
    assert geldend(every, Datum(jaar, 7, 1)) == geldt
    assert geldend(dict(reversed(every.items())), Datum(jaar, 7, 1)) == geldt


def test_agendas_in_a_circle_end_nowhere(regio: Regio) -> None:
    every = {key: agenda(regio, key, vervangt=before) for key, before in ("ab", "bc", "ca")}
    assert [*eerdere(every, every["a"])] == ["b", "c"]
    assert geldend(every, Datum(2025)) == ""


def blik_van(mini: Mini, vandaag: Datum = DAG) -> Blik:
    loaded = load(mini.map, vandaag)
    assert loaded.regio is not None
    assert [one for one in loaded.issues if one.level is Level.FOUT] == []
    return Blik(loaded.regio, Vertaler("nl"), vandaag)


@pytest.fixture
def na(mini: Mini) -> Blik:
    """A look at the region in which the successor counts."""
    opvolger.schrijf(mini.map)
    return blik_van(mini)


@pytest.fixture
def voor(mini: Mini) -> Blik:
    """A look at the region in which it is only being prepared."""
    opvolger.schrijf(mini.map, van=2027, tot=2030, vastgesteld="")
    return blik_van(mini)


def html(blik: Blik, blok: str, *args: Any, url: str = "agenda/") -> LexborHTMLParser:
    return LexborHTMLParser(str(BLOKKEN[blok](Weergave(blik).pagina(url), *args)))


def tekst(blik: Blik, blok: str, *args: Any) -> str:
    body = html(blik, blok, *args).body
    return " ".join(body.text(separator=" ").split()) if body else ""


def koppen(blik: Blik) -> dict[str, dict[str, Any]]:
    """What each page of the agenda says of itself."""
    return {one.pad: one.kop for one in recordpaginas(blik) if one.pad.startswith("agenda/")}


def test_each_edition_has_its_pages_and_the_one_that_counts_stands_at_the_root(na: Blik) -> None:
    heads = koppen(na)
    assert [*heads] == [
        f"agenda/{EERST}.md",
        f"agenda/{DAARNA}.md",
        f"agenda/{EERST}/acties.md",
        f"agenda/{EERST}/leidende-principes.md",
        f"agenda/{EERST}/totstandkoming.md",
        "agenda/alles-bekend.md",
        "agenda/oud-punt.md",
        "agenda/veel-onbekend.md",
        f"agenda/{PUNT}.md",
    ]
    here = heads[f"agenda/{DAARNA}.md"]
    assert (here["verwijst"], here["niet_zoeken"], here["niet_vinden"]) == ("agenda/", True, True)
    assert not {"zoekgewicht", "niet_vinden", "verwijst"} & heads[f"agenda/{PUNT}.md"].keys()
    for pad in (f"agenda/{EERST}.md", f"agenda/{EERST}/acties.md", "agenda/alles-bekend.md"):
        assert (heads[pad]["zoekgewicht"], "niet_vinden" in heads[pad]) == (0.3, False)
    assert heads["agenda/alles-bekend.md"]["title"].endswith(" (2021–2023)")
    assert heads[f"agenda/{EERST}/acties.md"]["title"] == "Acties (2021–2023)"
    for pad in ("agenda/alles-bekend.md", f"agenda/{EERST}/acties.md"):
        assert [(one["titel"], one["pad"]) for one in heads[pad]["kruimels"]] == [
            ("Plan twee", "agenda/"),
            ("2021–2023", f"agenda/{EERST}/"),
        ]
    assert [one["pad"] for one in heads[f"agenda/{EERST}.md"]["kruimels"]] == ["agenda/"]
    assert [one["pad"] for one in heads[f"agenda/{PUNT}.md"]["kruimels"]] == ["agenda/"]


def test_a_page_of_an_earlier_edition_says_so_and_which_one_counts(na: Blik) -> None:
    said = {
        "speerpunt": (
            "alles-bekend",
            "Dit speerpunt hoort bij de agenda van 2021 tot en met 2023.",
        ),
        "editie": (EERST, "Dit is de agenda van 2021 tot en met 2023."),
        "editie_acties": (EERST, "Deze acties horen bij de agenda van 2021 tot en met 2023."),
        "editie_koers": (EERST, "Deze principes horen bij de agenda van 2021 tot en met 2023."),
        "editie_mijlpalen": (EERST, "Zo kwam de agenda van 2021 tot en met 2023 tot stand."),
    }
    for blok, (key, zin) in said.items():
        page = html(na, blok, key)
        [mark] = page.css("p.melding")
        assert mark.text() == f"{zin} Die is afgelopen. Nu geldt: Agenda van Mini 2024-2027."
        assert [one.attributes["href"] for one in mark.css("a")] == ["../agenda/"]
    assert not html(na, "speerpunt", PUNT).css("p.melding")


def test_what_counts_is_of_the_edition_that_counts_alone(na: Blik) -> None:
    assert [one.id for one in na.regio.actieve_speerpunten] == [PUNT]
    assert "De lijst bewaren" in tekst(na, "actielijst")
    assert "Uitzoeken wat er is" not in tekst(na, "actielijst")
    assert stand_van_zaken(na).acties == 1
    for blok in ("regie", "bestuur", "speerpuntrijen", "tijdlijn", "routekaart", "agendafilter"):
        page = html(na, blok)
        every = " ".join(one.attributes.get("href") or "" for one in page.css("a"))
        assert "agenda/veel-onbekend/" not in every, blok
    found = {one.pad for _, rows in leemten(na) for one in rows if one.pad.startswith("agenda/")}
    assert found <= {"agenda/", f"agenda/{PUNT}/", f"agenda/{PUNT}/#actie-{ACTIE}"}
    assert found
    pages = {one.pad for one in antwoorden(na)}
    assert f"agenda/{PUNT}/" in pages
    assert "agenda/alles-bekend/" not in pages


def test_an_earlier_edition_is_whole_at_its_own_address(na: Blik) -> None:
    page = html(na, "editie", EERST)
    there = [one.attributes["href"] for one in page.css("ul.rijen a")]
    assert there[:2] == ["../agenda/alles-bekend/", "../agenda/veel-onbekend/"]
    assert f"../agenda/{EERST}/acties/" in there
    assert "2021–2023 (voorbij)" in tekst(na, "editie", EERST)
    assert "Uitzoeken wat er is" in tekst(na, "editie_acties", EERST)
    assert "De lijst bewaren" not in tekst(na, "editie_acties", EERST)
    assert not html(na, "editie_acties", EERST).css("[data-download]")
    assert html(na, "editie_koers", EERST).css_first("#samen-doen")
    assert html(na, "editie_mijlpalen", EERST).css_first("#begin")
    [vorige] = html(na, "speerpunt", "veel-onbekend").css("nav.buren a")
    assert vorige.attributes["href"] == "../agenda/alles-bekend/"


def test_what_stood_on_a_page_leads_to_where_it_stands_now(na: Blik) -> None:
    for blok, old, new, part in (
        ("koers", "samen-doen", PRINCIPE, "leidende-principes"),
        ("mijlpalen", "begin", MIJLPAAL, "totstandkoming"),
    ):
        page = html(na, blok)
        assert page.css_first(f"#{new}")
        link = page.css_first(f"li#{old} a")
        assert link
        assert link.attributes["href"] == f"../agenda/{EERST}/{part}/#{old}"


def test_a_direction_of_before_is_not_taken_for_one_of_the_agenda_that_counts(mini: Mini) -> None:
    opvolger.schrijf(mini.map)
    (mini.map / "principes" / f"{PRINCIPE}.yml").unlink()
    said = tekst(blik_van(mini), "koers")
    assert said.startswith("Hier staat nog niets. Van een eerdere agenda 1")


def test_a_decision_names_an_earlier_speerpunt_with_its_years(na: Blik) -> None:
    page = html(na, "besluit", "twee-lijsten", url="overleg/besluiten/twee-lijsten/")
    links = [one.text() for one in page.css("a[href*='agenda/']")]
    assert [one for one in links if one.endswith(" (2021–2023)")]
    chosen = besluitenpagina(na).filter.speerpunt
    assert chosen
    assert all(str(one.label).endswith(" (2021–2023)") for one in chosen)


def test_the_page_of_the_agenda_names_the_others_that_were_adopted(na: Blik) -> None:
    [link] = html(na, "agendafeiten").css("#andere-agendas + ul a")
    assert link.attributes["href"] == f"../agenda/{EERST}/"


def test_what_is_being_prepared_is_at_its_own_address_and_nowhere_else(voor: Blik) -> None:
    heads = koppen(voor)
    for pad in (f"agenda/{DAARNA}.md", f"agenda/{DAARNA}/acties.md", f"agenda/{PUNT}.md"):
        assert heads[pad]["niet_vinden"] is heads[pad]["niet_zoeken"] is True
    mark = html(voor, "speerpunt", PUNT).css_first("p.melding")
    assert mark
    assert mark.text() == (
        "Dit speerpunt hoort bij de agenda van 2027 tot en met 2030. Die is in voorbereiding en nog "
        "niet vastgesteld. Nu geldt: Agenda van Mini 2021-2023."
    )
    assert tekst(voor, "agenda_voorbij") == (
        "De agenda liep tot en met 2023. De opvolger heet Agenda van Mini 2024-2027 . Die is in "
        "voorbereiding en nog niet vastgesteld."
    )
    named = {name for name in BLOKKEN if _noemt(voor, name)}
    assert named == {"agenda_voorbij"}


def _noemt(blik: Blik, naam: str) -> bool:
    """Whether a block that any page may call leads to something of the successor."""
    if naam in ("vertaalstand", "beheer") or BLOKKEN[naam].__code__.co_argcount > 1:
        return False
    page = html(blik, naam)
    every = [one.attributes.get("href") or "" for one in page.css("a")]
    return any(f"agenda/{key}/" in one for one in every for key in (DAARNA, PUNT))


def test_an_agenda_that_never_came_to_be_keeps_its_page_and_says_that_it_does_not_count(
    mini: Mini,
) -> None:
    opvolger.schrijf(mini.map, van=2027, tot=2030, vastgesteld="status: gearchiveerd\n")
    for folder, key in (("speerpunten", PUNT), ("principes", PRINCIPE), ("mijlpalen", MIJLPAAL)):
        mini.vervang(f"{folder}/{key}.yml", "agenda: plan", "status: gearchiveerd\nagenda: plan")
    blik = blik_van(mini)
    head = koppen(blik)[f"agenda/{DAARNA}.md"]
    assert (head["niet_zoeken"], head["niet_vinden"]) == (True, True)
    assert head["melding"] == "Deze agenda is gearchiveerd: zij telt niet meer mee."
    said = tekst(blik, "editie", DAARNA)
    assert "Dit is de agenda van 2027 tot en met 2030. Die telt niet mee." in said
    assert "opvolger heet" not in tekst(blik, "agenda_voorbij")
    assert not html(blik, "agendafeiten").css("#andere-agendas")


def test_an_agenda_that_is_adopted_and_has_to_begin_is_found_and_does_not_count(mini: Mini) -> None:
    opvolger.schrijf(mini.map, van=2027, tot=2030)
    blik = blik_van(mini)
    assert toestand(blik.regio, DAARNA) is Toestand.KOMT
    assert "niet_vinden" not in koppen(blik)[f"agenda/{DAARNA}.md"]
    assert "Die begint in 2027." in tekst(blik, "editie", DAARNA)
    assert [one.text() for one in html(blik, "agendafeiten").css("#andere-agendas + ul a")] == [
        "Agenda van Mini 2024-2027"
    ]
    later = blik_van(mini, Datum(2027, 1, 1))
    assert toestand(later.regio, EERST) is Toestand.EERDER
    assert naar(later, Agenda, DAARNA).pad == "agenda/"
    assert naar(blik, Agenda, DAARNA).pad == f"agenda/{DAARNA}/"
