"""The pages of the agenda for regions of another size: no speerpunt, one, thirty; a title without end;
nothing known at all. What they show holds, and no list, column or heading stands there empty.

Not here: how it looks (``tests/browser``), or what each page says (``test_views_agenda``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model.agenda import Speerpunt
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken import agenda as blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik

LANG = " ".join(["woord"] * 33) + " eind"
OVERZICHT = (
    blokken.agenda_inleiding,
    blokken.agendafeiten,
    blokken.speerpuntrijen,
    blokken.routekaart,
    blokken.tijdlijn,
    blokken.agendafilter,
    blokken.actielijst,
    blokken.bestuur,
    blokken.stand_van_zaken,
    blokken.koers,
    blokken.mijlpalen,
)


def getoond(regio: Regio) -> dict[str, LexborHTMLParser]:
    """Every block of the agenda, and the page of each speerpunt."""
    weergave = Weergave(Blik(regio, Vertaler("nl"), Datum(2030)))
    found = {
        block.__name__: LexborHTMLParser(f"<main>{block(weergave.pagina('agenda/'))}</main>")
        for block in OVERZICHT
    }
    for key in regio.speerpunten:
        html = blokken.speerpunt(weergave.pagina(f"agenda/{key}/"), key)
        found[key] = LexborHTMLParser(f"<main>{html}</main>")
    return found


def veel(regio: Regio, hoeveel: int) -> Regio:
    """The region with so many speerpunten, each with a title without end."""
    one = regio.speerpunten["alles-bekend"]
    made = {
        f"punt-{n}": one.model_copy(
            update={
                "id": f"punt-{n}",
                "nummer": n,
                "titel": LANG,
                "acties": tuple(
                    actie.model_copy(update={"id": f"{actie.id}-{n}", "wat": LANG})
                    for actie in one.acties
                ),
            }
        )
        for n in range(1, hoeveel + 1)
    }
    return replace(regio, speerpunten=MappingProxyType(made))


def niets(regio: Regio) -> Regio:
    """A region that has an agenda and a speerpunt, and knows nothing of either."""
    one = regio.speerpunten["veel-onbekend"]
    agenda = regio.agenda
    assert agenda is not None
    nothing: dict[str, Any] = dict.fromkeys(
        (
            "looptijd",
            "samen",
            "voor_ouders",
            "vastgesteld_op",
            "vastgesteld_door",
            "leidende_principes",
            "actielijnen",
        ),
        ONBEKEND,
    )
    return Regio(
        instellingen=regio.instellingen,
        bronnen=regio.bronnen,
        gemeenten=regio.gemeenten,
        werkingsgebieden=regio.werkingsgebieden,
        agendas=MappingProxyType(
            {agenda.id: agenda.model_copy(update={**nothing, "vastgesteld": None, "motto": None})}
        ),
        editie=agenda.id,
        speerpunten=MappingProxyType({one.id: zonder_kennis(one)}),
    )


def zonder_kennis(one: Speerpunt) -> Speerpunt:
    actie = one.acties[0].model_copy(update={"waar": ONBEKEND})
    return one.model_copy(
        update={"conclusie": ONBEKEND, "opdracht": ONBEKEND, "planning": (), "acties": (actie,)}
    )


GEVALLEN: dict[str, Callable[[Regio], Regio]] = {
    "none": lambda regio: replace(regio, speerpunten=MappingProxyType({})),
    "one": lambda regio: veel(regio, 1),
    "thirty": lambda regio: veel(regio, 30),
    "nothing known": niets,
    "no agenda": lambda regio: replace(
        niets(regio), agendas=MappingProxyType({}), editie="", speerpunten=MappingProxyType({})
    ),
    "nothing at all": lambda regio: Regio(instellingen=regio.instellingen),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_nothing_stands_there_empty(regio: Regio, geval: str) -> None:
    for name, boom in getoond(GEVALLEN[geval](regio)).items():
        empty = [
            node.html
            for node in boom.css("ul, ol, dl, table, tbody, details, aside, h2, p, summary, select")
            if not node.text(strip=True)
        ]
        # What a script says to who hears the page is empty until it says it.
        assert [html for html in empty if html and 'role="status"' not in html] == [], name
        assert [node.html for node in boom.css("h2:last-child")] == [], name


@pytest.mark.parametrize("hoeveel", [1, 30])
def test_each_speerpunt_has_its_row_and_each_action_its_place(regio: Regio, hoeveel: int) -> None:
    found = getoond(veel(regio, hoeveel))
    rows = found["speerpuntrijen"].css(".rijen > li > a")
    assert [row.text() for row in rows] == [f"{n}. {LANG}" for n in range(1, hoeveel + 1)]
    assert len(found["actielijst"].css("tbody tr")) == 2 * hoeveel
    for year in found["routekaart"].css("details"):
        assert len(year.css("li")) == hoeveel
    places = [node.attributes["id"] for node in found["punt-1"].css(".rijen > li[id]")]
    assert places == ["actie-lijst-maken-1", "actie-lijst-delen-1"]
    assert (found["punt-1"].css_first("[rel=prev]"), hoeveel) in ((None, 1), (None, 30))
    assert bool(found["punt-1"].css("[rel=next]")) is (hoeveel > 1)


def test_of_what_nobody_knows_one_sentence_is_left(regio: Regio) -> None:
    found = getoond(niets(regio))
    [said] = found["veel-onbekend"].css("p.niet-bekend")
    assert said.text() == (
        "Niet bekend: wie bestuurlijk en ambtelijk trekt, wat de opdracht is, waarom dit "
        "speerpunt is gekozen, wie de actie doet, wanneer, waar en waaraan je ziet dat de actie "
        "klaar is. Ook niet bekend: hoe ver de actie is (laatste bron: 15 juni 2021). "
        "Gezocht in februari 2022, niets gevonden."
    )
    assert found["veel-onbekend"].css(".onbekend") == []
    assert [node.text() for node in found["veel-onbekend"].css("h2")] == [
        "Acties",
        "Voor ouders en jongeren",
    ]
    [facts] = found["agendafeiten"].css("p.niet-bekend")
    assert facts.text() == (
        "Niet bekend: wat de partijen met haar willen, voor welke jaren zij is, wanneer zij is vastgesteld en wie haar vaststelde."
    )
    assert found["agendafeiten"].css("dl") == []
    assert found["tijdlijn"].css("figure") == []


def test_of_a_region_without_an_agenda_a_board_is_asked_nothing(regio: Regio) -> None:
    found = getoond(GEVALLEN["nothing at all"](regio))["bestuur"]
    assert found.css("ul") == []
    assert [p.text() for p in found.css("p")] == [
        "In onze bronnen staat geen agendapunt waarover je nu moet besluiten."
    ]
