"""What is noted of what is read, and what has to be read again when it changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from macros.model import walk
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.volgen import Sleutel, Volger, gevolgd, veranderd
from macros.render.weergave import Weergave
from macros.taal.proza import Prozapagina, Toestand
from macros.taal.vertaler import Vertaler
from macros.views.agenda.editie import van
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.cijfers import cijferboek
from macros.wijziging.geschiedenis import (
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Recordwijziging,
)

OVER = Prozapagina("over.md", "Over", Toestand.ACTUEEL)


def verleden(*paden: str, dag: int = 1) -> Geschiedenis:
    """One day, on which these records were new."""
    rows = (Recordwijziging(pad, Gebeurtenis.NIEUW, Gewicht.BETEKENIS, "") for pad in paden)
    return Geschiedenis((Dag(datetime.date(2022, 1, dag), tuple(rows)),))


@pytest.fixture
def plat(regio: Regio) -> Weergave:
    v = Vertaler("en", MappingProxyType({"Terug": "Back"}), MappingProxyType({"Kind": "Child"}))
    blik = Blik(regio, v, Datum(2022), verleden("a.yml", "b.yml"))
    return Weergave(blik, frozenset({"Oud"}), {"over.md": OVER})


LEZINGEN: list[tuple[Callable[[Weergave], object], set[Sleutel]]] = [
    (lambda w: w.blik.regio.bronnen["plan"], {("bronnen", "plan")}),
    (lambda w: w.blik.regio.bronnen.get("niets"), {("bronnen", "niets")}),
    (lambda w: "plan" in w.blik.regio.bronnen, {("bronnen", "plan")}),
    (lambda w: "plan" in w.blik.regio.bronnen.keys(), {("bronnen", "plan")}),  # noqa: SIM118
    (lambda w: bool(w.blik.regio.bronnen), {("bronnen", "")}),
    (lambda w: next(iter(w.blik.regio.bronnen)), {("bronnen", "")}),
    (lambda w: [*w.blik.regio.bronnen.values()], {("bronnen", None)}),
    (lambda w: dict(w.blik.regio.bronnen.items()), {("bronnen", None)}),
    (lambda w: w.blik.regio.agenda, {("agendas", "plan-2021-2023"), ("editie", None)}),
    (lambda w: w.blik.regio.uitgaven, {("uitgaven", None)}),
    (lambda w: w.blik.regio.actieve_themas, {("themas", None)}),
    (lambda w: replace(w.blik.regio).agenda, {("agendas", "plan-2021-2023")}),
    (lambda w: w.blik.v.tekst("Kind"), {("teksten", "Kind")}),
    (lambda w: w.blik.v.ui("Terug"), set()),
    (lambda w: "Oud" in w.verouderd, {("verouderd", "Oud")}),
    (lambda w: w.proza.get("over.md"), {("proza", "over.md")}),
    (lambda w: w.blik.geschiedenis.van("a.yml"), {("verleden", "a.yml")}),
    (lambda w: w.blik.geschiedenis.dagen, {("verleden", None)}),
    (lambda w: w.blik.geschiedenis.waarom_niet, {("verleden", None)}),
    (lambda w: w.blik.vandaag, set()),
]


def test_everything_that_is_read_is_noted(plat: Weergave) -> None:
    for number, (lees, noted) in enumerate(LEZINGEN):
        volger = Volger()
        followed = gevolgd(plat, volger)
        first, volger.nu = lees(followed), set()
        assert lees(followed) == first == lees(plat)
        assert noted <= volger.nu, number
        if noted:
            assert {name for name, _ in volger.nu} >= {name for name, _ in noted}
        else:
            assert volger.nu == set(), number


@eenmaal
def _bronnen(blik: Blik, waar: str) -> tuple[str, str]:
    return blik.regio.bronnen["plan"].id, waar


def test_who_asks_later_has_read_as_much_as_who_asked_first(plat: Weergave) -> None:
    volger = Volger()
    followed = gevolgd(plat, volger)
    for _ in range(2):
        volger.nu = set()
        assert _bronnen(followed.blik, "hier") == ("plan", "hier")
        assert volger.nu == {("bronnen", "plan")}
    outside = volger.nu = set()
    assert volger.apart(lambda: _bronnen(followed.blik, "daar"))[1] == {("bronnen", "plan")}
    assert volger.nu is outside
    assert outside == set()


def test_a_look_at_another_edition_is_worked_out_apart(plat: Weergave) -> None:
    first = plat.blik.regio.agenda
    assert first is not None
    both = {first.id: first, "leeg": first.model_copy(update={"id": "leeg"})}
    followed = gevolgd(_met(plat, agendas=both), Volger()).blik
    assert followed.regio.actieve_speerpunten
    assert van(followed, "leeg").regio.actieve_speerpunten == ()
    assert van(followed, "leeg").regio.agenda == both["leeg"]


def test_who_asks_for_a_figure_again_has_read_what_it_is_made_of(plat: Weergave) -> None:
    volger = Volger()
    regio = (followed := gevolgd(plat, volger)).blik.regio
    aandeel = next(key for key, one in plat.blik.regio.indicatoren.items() if one.afleiding)
    for _ in range(2):
        volger.nu = set()
        boek, indicator = cijferboek(followed.blik), regio.indicatoren[aandeel]
        assert boek.perioden(indicator, boek.gemeenten)
        assert indicator.afleiding is not None
        parts = (*indicator.afleiding.teller, *indicator.afleiding.noemer)
        assert {("indicatoren", one.indicator) for one in parts} <= volger.nu


def _met(plat: Weergave, **velden: Any) -> Weergave:
    return replace(plat, blik=replace(plat.blik, regio=replace(plat.blik.regio, **velden)))


def test_what_changed_is_named_and_the_rest_is_not(plat: Weergave) -> None:
    regio, v = plat.blik.regio, plat.blik.v
    plan, other = regio.bronnen["plan"], dict(regio.bronnen)
    again = plan.model_copy()
    del other["plan"]
    english = replace(plat.blik, v=replace(v, gegevens={"Kind": "Kid"}))
    newer = {"over.md": replace(OVER, toestand=Toestand.VEROUDERD)}
    assert veranderd(plat, _met(plat)) == set()
    assert veranderd(plat, _met(plat, bronnen={**regio.bronnen, "plan": again})) == {
        ("bronnen", "plan"),
        ("bronnen", None),
    }
    gone = {("bronnen", "plan"), ("bronnen", ""), ("bronnen", None)}
    assert veranderd(plat, _met(plat, bronnen=other)) == gone
    assert veranderd(_met(plat, bronnen=other), plat) == gone
    turned = dict(reversed([*regio.bronnen.items()]))
    assert veranderd(plat, _met(plat, bronnen=turned)) == {("bronnen", ""), ("bronnen", None)}
    assert veranderd(plat, _met(plat, thuis=regio.thuis.model_copy())) == {("thuis", None)}
    assert veranderd(plat, replace(plat, blik=english)) == {("teksten", "Kind"), ("teksten", None)}
    assert veranderd(plat, replace(plat, proza=newer)) == {("proza", "over.md"), ("proza", None)}
    assert ("verouderd", "Oud") in veranderd(plat, replace(plat, verouderd=frozenset()))


def test_who_shows_what_happened_to_a_record_reads_that_alone(plat: Weergave) -> None:
    volger = Volger()
    gevolgd(plat, volger).blik.geschiedenis.van("a.yml")
    assert volger.nu == {("verleden", "a.yml")}
    same = replace(plat, blik=replace(plat.blik, geschiedenis=verleden("a.yml", "b.yml")))
    assert veranderd(plat, same) == set()
    more = replace(plat, blik=replace(plat.blik, geschiedenis=verleden("a.yml", "c.yml")))
    changed = veranderd(plat, more)
    assert {key for _, key in changed} >= {"b.yml", "c.yml", None}
    assert changed.isdisjoint(volger.nu)
    unread = replace(plat.blik.geschiedenis, waarom_niet="Geen git.")
    changed = veranderd(plat, replace(plat, blik=replace(plat.blik, geschiedenis=unread)))
    assert ("verleden", None) in changed
    assert changed.isdisjoint(volger.nu)


def test_a_record_is_walked_once_and_no_other_is_taken_for_it(regio: Regio) -> None:
    bron = regio.bronnen["plan"]
    assert walk.gelopen(bron) is walk.gelopen(bron)
    same = bron.model_copy()
    assert same == bron
    assert walk.gelopen(same) is not walk.gelopen(bron)
    other = bron.model_copy(update={"titel": "Anders"})
    assert "Anders" in [leaf.value for leaf in walk.gelopen(other)]
    known = len(walk._GELOPEN)
    del same, other
    assert len(walk._GELOPEN) == known - 2
