"""What holds for the views and blocks of every area: a region that has only begun can be shown."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken.registry import all_blokken
from macros.render.recordpaginas import PAGINAS
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.test_golden import AANROEPEN

NL = Vertaler("nl")


def kaal(regio: Regio) -> Regio:
    """The region on its first day: an agenda and a model, one area, one municipality, one source."""
    dorp, klein = regio.gemeenten["gemeente-dorp"], regio.werkingsgebieden["klein-mini"]
    plan = regio.bronnen["plan"].model_copy(update={"ontbreekt": ()})
    klein = klein.model_copy(update={"herkomst": dorp.herkomst})
    model = regio.samenwerking.model_copy(update={"eigenaar": ONBEKEND, "oude_woorden": ()})
    wegwijzer = regio.wegwijzer
    anders = wegwijzer.uitkomsten[-1].model_copy(update={"arrangementen": ()})
    vraag = wegwijzer.vragen[0]
    nergens = vraag.antwoorden[0].model_copy(update={"naar": anders.id})
    vraag = vraag.model_copy(update={"antwoorden": (nergens, nergens)})
    return Regio(
        instellingen=regio.instellingen.model_copy(update={"gebied": klein.id}),
        agendas=regio.agendas,
        editie=regio.editie,
        samenwerking=model,
        wegwijzer=wegwijzer.model_copy(update={"vragen": (vraag,), "uitkomsten": (anders,)}),
        inventaris=regio.inventaris.model_copy(update={"speerpunten": ()}),
        monitor=regio.monitor.model_copy(
            update={
                "speerpunten": (),
                "dashboard": (),
                "vergelijken": (),
                "omvang": None,
                "kaart": (),
                "herkomst": dorp.herkomst,
            }
        ),
        gemeenten=MappingProxyType({dorp.id: dorp}),
        werkingsgebieden=MappingProxyType({klein.id: klein}),
        bronnen=MappingProxyType({plan.id: plan}),
    )


HEEFT = {"vraag": ("waar",), "uitkomst": ("anders",), "gebiedcijfers": ("gemeente-dorp",)}
"""Of what has a page, all that a region has that has only begun."""


@pytest.fixture(scope="module")
def begonnen(regio: Regio) -> Weergave:
    return Weergave(Blik(kaal(regio), NL, Datum(2023)))


def test_every_block_can_be_shown_for_a_region_that_has_only_begun(begonnen: Weergave) -> None:
    pages = {one.blok for one in PAGINAS} - HEEFT.keys()
    wrong = {}
    for block in all_blokken():
        name = block.__name__
        if name not in pages:
            arguments = HEEFT.get(name) or AANROEPEN.get(name, [()])[0]
            try:
                html = block(begonnen.pagina("agenda/"), *arguments)
            except Exception as error:
                wrong[name] = repr(error)
            else:
                wrong |= {name: html} if "None" in html else {}
    assert wrong == {}


def test_an_anchor_on_the_page_of_gaps_is_there_when_another_page_links_to_it(
    begonnen: Weergave,
) -> None:
    blocks = {block.__name__: block for block in all_blokken()}
    linked = re.findall(r'nog-niet-bekend/#([\w-]+)"', blocks["koers"](begonnen.pagina("x/")))
    ids = re.findall(r' id="([\w-]+)"', blocks["leemten"](begonnen.pagina("nog-niet-bekend/")))
    assert set(linked) <= set(ids)
