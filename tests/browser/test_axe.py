"""axe on what opens on a page; the pages themselves: ``test_alle_paginas.py``."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.meten import TAGS, haal_axe, violations
from tests.browser.paden import WOORD
from tests.gebouwd import SPEERPUNTEN

pytestmark = pytest.mark.chromium

SMAL = {"width": 360, "height": 740}


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_no_violation_in_what_opens(
    open_pagina: Callable[..., Page], site_url: str, schema: str
) -> None:
    """The small menu, an explained term, every fold, and the answers of the search."""
    pagina = open_pagina(viewport=SMAL, color_scheme=schema)
    pagina.goto(site_url)
    pagina.locator(".kop__smal summary").click()
    found = violations(pagina)
    pagina.goto(site_url + SPEERPUNTEN[0])
    pagina.locator("main .begrip").first.click()
    found += violations(pagina)
    pagina.goto(f"{site_url}nog-niet-bekend/")
    for fold in pagina.locator("main summary").all():
        fold.click()
    found += violations(pagina)
    pagina.goto(f"{site_url}zoeken/?q={WOORD['nl']}")
    expect(pagina.locator("[data-zoek=resultaten] > li").first).to_be_visible()
    found += violations(pagina)
    assert found == []


def test_size_of_targets_is_among_what_is_looked_at(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url)
    haal_axe(pagina)
    rules = pagina.evaluate("tags => axe.getRules(tags).map(rule => rule.ruleId)", TAGS)
    assert {"target-size", "color-contrast", "region", "html-has-lang"} <= set(rules)
