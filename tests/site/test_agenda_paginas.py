"""The pages of the agenda on the built site: what stands on all of them, and where they lead.

Not here: what their blocks show (``unit/test_views_agenda.py`` and the golden files).
"""

from __future__ import annotations

from tests.gebouwd import TALEN, Bestand, bestand, woord
from tests.site.lezen import text

EROMHEEN = ("stand-van-zaken/", "leidende-principes/", "totstandkoming/")
"""Pages of the agenda that stand beside its folder."""


def van_de_agenda(paginas: list[Bestand]) -> list[Bestand]:
    """Every page of the agenda, in both languages."""
    return [page for page in paginas if pad(page).startswith(("agenda/", *EROMHEEN))]


def pad(page: Bestand) -> str:
    """The address of a page in its language."""
    return page.pad.removeprefix(TALEN[page.taal])


def test_every_page_of_an_agenda_that_is_over_says_so(paginas: list[Bestand]) -> None:
    last = bestand("agendas/plan-2021-2023")["looptijd"]["tot_en_met"]
    pages = van_de_agenda(paginas)
    assert {pad(page) for page in pages} >= {"agenda/", *EROMHEEN}
    silent = [
        page.url
        for page in pages
        if woord(page.taal, "De agenda liep tot en met {jaar}.").format(jaar=last)
        not in text(page.boom.css_first("main"))
    ]
    assert silent == []
