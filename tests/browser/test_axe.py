"""axe on one page of each kind, in each scheme, width and language; and on what opens on a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.gebouwd import GEEN_PAGINA, PAGINAS, ROOT, TALEN

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"],
  });
  return {
    rules: found.passes.length,
    violations: found.violations.flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`)),
  };
}"""

SMAL = {"width": 360, "height": 740}
BREED = {"width": 1280, "height": 900}


def violations(pagina: Page) -> list[str]:
    """What axe finds on the page as it is now, with its address."""
    pagina.evaluate(AXE)  # by the debugger, so the policy of the page is untouched
    found: dict[str, Any] = pagina.evaluate(RUN, TAGS)
    assert found["rules"] > 20
    return [f"{pagina.url}: {one}" for one in found["violations"]]


VORMEN = [
    pytest.param("nl", SMAL, "light", 0, id="nl-360-light"),
    pytest.param("en", BREED, "dark", 0, id="en-1280-dark"),
    pytest.param("en", SMAL, "dark", 1, id="en-360-dark"),
    pytest.param("nl", BREED, "light", 1, id="nl-1280-light"),
]
"""Every page in both languages, widths and schemes, in two visits: all eight would take minutes."""


@pytest.mark.parametrize(("taal", "scherm", "schema", "eerste"), VORMEN)
def test_no_violation_on_any_kind_of_page(
    open_pagina: Callable[..., Page],
    site_url: str,
    taal: str,
    scherm: Any,
    schema: str,
    eerste: int,
) -> None:
    pagina = open_pagina(viewport=scherm, color_scheme=schema)
    found = []
    for pad in [*PAGINAS, GEEN_PAGINA][eerste::2]:
        pagina.goto(site_url + TALEN[taal] + pad)
        found += violations(pagina)
    assert found == []


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_no_violation_in_what_opens(
    open_pagina: Callable[..., Page], site_url: str, schema: str
) -> None:
    """The small menu, an explained term, every fold, and the answers of the search."""
    pagina = open_pagina(viewport=SMAL, color_scheme=schema)
    pagina.goto(site_url)
    pagina.locator(".kop__smal summary").click()
    found = violations(pagina)
    pagina.goto(f"{site_url}agenda/")
    pagina.locator("main .begrip").first.click()
    found += violations(pagina)
    pagina.goto(f"{site_url}nog-niet-bekend/")
    for fold in pagina.locator("main summary").all():
        fold.click()
    found += violations(pagina)
    pagina.goto(f"{site_url}zoeken/?q=onderwijs")
    expect(pagina.locator("[data-zoek=resultaten] > li").first).to_be_visible()
    found += violations(pagina)
    assert found == []


def test_size_of_targets_is_among_what_is_looked_at(pagina: Page, site_url: str) -> None:
    pagina.goto(site_url)
    pagina.evaluate(AXE)
    rules = pagina.evaluate("tags => axe.getRules(tags).map(rule => rule.ruleId)", TAGS)
    assert {"target-size", "color-contrast", "region", "html-has-lang"} <= set(rules)
