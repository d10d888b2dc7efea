"""Help for whom: near before national, honest about what nobody knows, never nothing at all."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.hulp import Hulpsoort, Hulpvrager, Landelijk
from macros.model.regio import Sector
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.hulp.hulp import LOKAAL, alle_hulp, hulp_voor
from macros.views.hulp.pagina import (
    andere_vragen,
    belkaart,
    gemeentekeuze,
    hulp_bij,
    hulplijst,
    kind_thuis,
)
from macros.views.regio.bellen import DAARNA
from tests.unit.mini import met


@pytest.fixture
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2026, 11, 2))


def zonder(blik: Blik, *weg: str) -> Blik:
    kept = {key: one for key, one in blik.regio.hulp.items() if key not in weg}
    return Blik(replace(blik.regio, hulp=MappingProxyType(kept)), blik.v, blik.vandaag)


def test_help_stands_in_the_order_in_which_somebody_tries_it(blik: Blik) -> None:
    assert [row.id for row in hulp_voor(blik)] == [
        "school",
        "steunpunt-dorp",
        "steunpunt-mini",
        "leerplicht-overal",
        "leerplicht-stad",
        "consulent",
        "luisterlijn",
    ]


def test_a_municipality_gets_its_own_help_and_the_national(blik: Blik) -> None:
    stad = [row.id for row in hulp_voor(blik, gemeente="gemeente-stad")]
    assert stad == ["school", "leerplicht-stad", "consulent", "luisterlijn"]
    eiland = [row.id for row in hulp_voor(blik, gemeente="gemeente-eiland")]
    assert eiland == ["school", "leerplicht-overal", "consulent", "luisterlijn"]


def test_help_of_which_nobody_knows_where_gives_way_to_what_is_known_to_be_there(
    blik: Blik,
) -> None:
    found = hulp_voor(blik, gemeente="gemeente-dorp", soorten=(Hulpsoort.LEERPLICHT,))
    assert [row.id for row in found] == ["leerplicht-overal"]
    assert found[0].waar == "in welke gemeenten: onbekend"
    found = hulp_voor(blik, gemeente="gemeente-stad", soorten=(Hulpsoort.LEERPLICHT,))
    assert [row.id for row in found] == ["leerplicht-stad"]


def test_help_of_a_samenwerkingsverband_is_for_its_schools_and_municipalities(blik: Blik) -> None:
    def steunpunten(sector: Sector) -> list[str]:
        rows = hulp_voor(
            blik, gemeente="gemeente-dorp", sector=sector, soorten=[Hulpsoort.STEUNPUNT]
        )
        return [row.id for row in rows]

    assert steunpunten(Sector.PO) == ["steunpunt-dorp", "steunpunt-mini"]
    assert steunpunten(Sector.VO) == ["steunpunt-mini"]


def test_without_help_of_the_kind_asked_there_is_the_national_net(blik: Blik) -> None:
    found = hulp_voor(blik, gemeente="gemeente-stad", soorten=(Hulpsoort.DYSLEXIE,))
    assert [row.id for row in found] == ["consulent"]


def test_who_asks_is_answered(blik: Blik) -> None:
    assert [row.id for row in hulp_voor(blik, voor_wie=Hulpvrager.JONGEREN)] == ["luisterlijn"]


def test_a_row_says_what_is_known_and_where_its_number_comes_from(blik: Blik) -> None:
    rows = {row.id: row for row in alle_hulp(blik)}
    dorp, consulent = rows["steunpunt-dorp"], rows["consulent"]
    assert (dorp.telefoon, dorp.bel, dorp.website_label) == (
        "088-000 00 01",
        "+31880000001",
        "steunpunt.example",
    )
    assert (dorp.talen, dorp.waar, dorp.pad) == (
        "Nederlands en Engels",
        "Dorp",
        "hulp/#steunpunt-dorp",
    )
    assert consulent.zekerheid_telefoon.bron_pad == "bronnen/#verslag"
    assert consulent.herkomst.bron_pad == "bronnen/#plan"
    assert (consulent.kosten, consulent.talen) == (None, None)
    assert rows["leerplicht-overal"].website_label == "leerplicht.example"


def test_help_says_that_nobody_looked_again(blik: Blik) -> None:
    late = Blik(blik.regio, blik.v, Datum(2030, 1, 1))
    assert not any(row.controle_voorbij for row in alle_hulp(blik))
    assert all(row.controle_voorbij for row in alle_hulp(late))


def test_parents_of_a_child_at_home_get_an_order_and_a_choice(blik: Blik) -> None:
    found = kind_thuis(blik)
    assert [row.id for row in found.eerst] == ["school"]
    assert [row.id for row in found.daarna] == ["consulent"]
    assert [link.titel.tekst for link in found.gemeenten] == ["'s-Stad", "Dorp", "Eiland & Wad"]
    assert [row.id for row in found.meteen] == ["luisterlijn"]
    assert found.dichtbij == "het steunpunt en leerplicht"


def test_the_other_questions_leave_out_whom_the_page_names_above(blik: Blik) -> None:
    assert andere_vragen(blik) == ()
    dyslexie = {"id": "dyslexie-land", "soort": Hulpsoort.DYSLEXIE}
    other = blik.regio.hulp["consulent"].model_copy(update=dyslexie)
    scholen = {"id": "voor-scholen", "voor_wie": (Hulpvrager.PROFESSIONALS,)}
    staff = other.model_copy(update=scholen | {"soort": Hulpsoort.STEUNPUNT_SCHOLEN})
    more = met(met(blik.regio, "hulp", other), "hulp", staff)
    [question] = andere_vragen(replace(blik, regio=more))
    assert (str(question.titel), question.pad) == ("Ernstige dyslexie", "hulp/#dyslexie-land")


def test_help_that_depends_on_the_place_leads_to_the_municipalities(blik: Blik) -> None:
    soorten = (Hulpsoort.LUISTERLIJN_KIND, Hulpsoort.STEUNPUNT, Hulpsoort.NOOD)
    found = hulp_bij(blik, soorten)
    assert [row.id for row in found.rijen] == ["luisterlijn"]
    assert (found.dichtbij, len(found.gemeenten), found.keus) == ("het steunpunt", 3, ())
    land = {"id": "steunpunt-land", "gemeenten": (), "landelijk": Landelijk.JA}
    more = met(blik.regio, "hulp", blik.regio.hulp["steunpunt-dorp"].model_copy(update=land))
    both = hulp_bij(replace(blik, regio=more), (Hulpsoort.STEUNPUNT,))
    assert ([row.id for row in both.rijen], both.dichtbij) == (["steunpunt-land"], "het steunpunt")


def test_help_at_one_place_only_stands_there_itself(blik: Blik) -> None:
    few = zonder(blik, *(key for key in blik.regio.hulp if key != "steunpunt-dorp"))
    found = hulp_bij(few, (Hulpsoort.STEUNPUNT,))
    assert ([row.id for row in found.rijen], found.dichtbij) == (["steunpunt-dorp"], "")
    assert not hulp_bij(few, (Hulpsoort.NOOD,))


def test_help_that_no_page_of_a_municipality_has_is_a_choice(blik: Blik) -> None:
    odd = blik.regio
    for key in ("steunpunt-dorp", "steunpunt-mini"):
        odd = met(odd, "hulp", odd.hulp[key].model_copy(update={"soort": Hulpsoort.DYSLEXIE}))
    found = hulp_bij(replace(blik, regio=odd), (Hulpsoort.DYSLEXIE,))
    [(soort, rows)] = found.keus
    assert (soort, [row.id for row in rows]) == (
        "Ernstige dyslexie",
        ["steunpunt-dorp", "steunpunt-mini"],
    )
    assert (found.rijen, found.dichtbij) == ((), "")


def test_help_for_another_kind_of_asker_is_not_shown_to_the_young(blik: Blik) -> None:
    soorten = (Hulpsoort.STEUNPUNT, Hulpsoort.LUISTERLIJN_KIND)
    found = hulp_bij(blik, soorten, Hulpvrager.JONGEREN)
    assert ([row.id for row in found.rijen], found.dichtbij) == (["luisterlijn"], "")


def test_what_each_municipality_has_is_on_its_page() -> None:
    assert set(LOKAAL) <= {Hulpsoort.STEUNPUNT, *DAARNA}


def test_a_region_without_help_asks_nobody_to_choose(blik: Blik) -> None:
    none = zonder(blik, *blik.regio.hulp)
    assert gemeentekeuze(none) == ()
    assert belkaart(none).gemeenten == ()
    assert hulp_voor(none, gemeente="gemeente-dorp") == ()


def test_the_card_has_a_line_for_each_municipality_and_says_who_is_only_for_some(
    blik: Blik,
) -> None:
    found = belkaart(blik)
    dorp = next(row for row in found.gemeenten if row.id == "gemeente-dorp")
    assert [[row.id for row in cell] for cell in dorp.cellen] == [
        ["steunpunt-dorp"],
        [],
        ["leerplicht-overal"],
        [],
    ]
    assert [row.id for row in found.alleen_voor] == ["steunpunt-mini"]
    assert [row.id for row in found.landelijk] == ["luisterlijn", "consulent"]


def test_what_is_for_everybody_stays_with_every_choice(blik: Blik) -> None:
    kenmerken = {row.id: facts for _, rows in hulplijst(blik).groepen for row, facts in rows}
    assert kenmerken["consulent"] == {"wie": "ouders"}
    assert kenmerken["leerplicht-overal"] == {
        "wie": "ouders",
        "gemeente": "gemeente-dorp gemeente-eiland",
    }
    assert kenmerken["steunpunt-dorp"] == {
        "wie": "ouders professionals",
        "gemeente": "gemeente-dorp",
        "sector": "PO",
    }
