"""A value that became known later than its record has a source of its own, beside it on the page."""

from __future__ import annotations

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.record import Herkomst, LaterIngevuld, Record
from macros.model.geheel import Regio
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.rules.elk.herkomst import later_in_te_vullen
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import met

PAGINAS = {
    "speerpunten": ("alles-bekend", "speerpunt", True),
    "overleggen": ("raad", "overleg", True),
    "onderdelen": ("1a-hulp-in-de-klas", "onderdeel", True),
    "partijen": ("swv-mini", "partijen", False),
    "besluiten": ("twee-lijsten", "besluit", True),
    "voorstellen": ("lijst-per-sector", "voorstel", True),
    "hulp": ("steunpunt-dorp", "hulplijst", False),
}
"""Of each kind: a record of which everything is known, the block of its page, and its argument."""


def pagina(regio: Regio, soort: str) -> str:
    key, name, has_own_page = PAGINAS[soort]
    [block] = [one for one in all_blokken() if one.__name__ == name]
    page = Weergave(Blik(regio, Vertaler("nl"), Datum(2022, 9, 15))).pagina("ergens/")
    return str(block(page, *([key] if has_own_page else [])))


def test_every_kind_of_record_with_such_values_has_a_page_here(regio: Regio) -> None:
    found = {
        soort.veld for soort, _, _ in regio.records() if "later_ingevuld" in soort.type.model_fields
    }
    assert found == set(PAGINAS)


@pytest.mark.parametrize("soort", PAGINAS)
def test_a_page_shows_the_source_of_every_value_that_may_have_one(regio: Regio, soort: str) -> None:
    key, *_ = PAGINAS[soort]
    record: Record = getattr(regio, soort)[key]
    velden = list(later_in_te_vullen(type(record)))
    assert velden
    items = tuple(
        LaterIngevuld(
            veld=veld,
            herkomst=Herkomst.model_validate(
                {
                    "bron": "verslag",
                    "vindplaats": f"onder {veld}",
                    "peildatum": "2022-02",
                    "zekerheid": "afgeleid",
                }
            ),
        )
        for veld in velden
    )
    changed = record.model_copy(update={"later_ingevuld": items})
    html = pagina(met(regio, soort, changed), soort)
    assert {veld: html.count(f", onder {veld} ") for veld in velden} == dict.fromkeys(velden, 1)


def test_a_step_shows_its_own_source_and_no_other_step_does(regio: Regio) -> None:
    html = pagina(regio, "onderdelen")
    steps = html.partition('<ol class="tijdpad route__stappen">')[2].partition("</ol>")[0]
    before, own, after = steps.partition("maken een plan")
    assert own
    assert 'class="herkomst"' not in before
    assert "Verslag van de proef" in after.partition("</li>")[0]
    assert 'class="herkomst"' not in after.partition("</li>")[2]
