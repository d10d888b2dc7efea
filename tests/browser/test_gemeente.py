"""The page of a municipality: the numbers to call on the first screen of a phone, two sheets of paper,
and the first that is found by its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.papier import is_a4, paper
from tests.browser.test_zoek import answers, ask, zoekpagina
from tests.gebouwd import TALEN

TELEFOON = {"width": 360, "height": 740}
GEMEENTEN = ("dorp", "eiland", "stad")


@pytest.mark.parametrize("taal", TALEN)
def test_a_number_for_each_kind_of_school_is_on_the_first_screen_of_a_phone(
    open_pagina: Callable[..., Page], site_url: str, taal: str
) -> None:
    pagina = open_pagina(viewport=TELEFOON)
    for key in GEMEENTEN:
        pagina.goto(f"{site_url}{TALEN[taal]}gemeente/{key}/")
        cards = pagina.locator(".belkaart").all()
        assert len(cards) == 2
        for card in cards:
            number = card.locator('a[href^="tel:"]').first
            box = number.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["y"] + box["height"] <= TELEFOON["height"], key
            assert re.fullmatch(r"tel:\+?\d+", number.get_attribute("href") or "")


@pytest.mark.chromium
def test_a_municipality_prints_on_two_sheets_at_most(pagina: Page, site_url: str) -> None:
    for pad in [folder + f"gemeente/{key}/" for folder in TALEN.values() for key in GEMEENTEN[:2]]:
        pagina.goto(site_url + pad)
        sheets = paper(pagina)
        assert all(map(is_a4, sheets))
        assert len(sheets) <= 2, pad


@pytest.mark.parametrize("taal", TALEN)
def test_the_name_of_a_municipality_finds_its_page_first(
    pagina: Page, site_url: str, taal: str
) -> None:
    pagina.goto(zoekpagina(site_url, taal))
    for naam, key in (("Dorp", "dorp"), ("Eiland", "eiland"), ("Stad", "stad")):
        ask(pagina, naam)
        assert answers(pagina)[0] == f"{TALEN[taal]}gemeente/{key}/"
