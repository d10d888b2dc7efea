"""The preview of the workbench shows what MkDocs builds: every page, in both languages."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from macros.load import load
from macros.werkbank.bundel import MAP
from macros.werkbank.voorbeeld import Voorbeeld
from tests.gebouwd import REPO_URL, ROOT, TALEN, Bestand, woord
from tests.unit.mini import DAG

_ARTIKEL = re.compile(r'<article class="tekst"[^>]*>(.*)</article>', re.DOTALL)
_MELDING = re.compile(r'<p class="melding">([^<]*)</p>\s*<article')
_REGIO = "Dit is een voorbeeld: de regio en alle feiten zijn verzonnen."


def artikel(page: Bestand) -> str:
    """What stands in the article, without how the frame indents it."""
    [found] = _ARTIKEL.findall(page.tekst)
    return str(found).strip().replace("</h1>\n            ", "</h1>\n")


def test_every_page_of_the_workbench_is_to_the_letter_that_of_the_site(
    data: Path, per_pad: dict[str, Bestand]
) -> None:
    loaded = load(data, DAG)
    voorbeeld = Voorbeeld(ROOT / "docs", f"{REPO_URL}/issues")
    other, seen = [], set()
    for taal, folder in TALEN.items():
        for adres in voorbeeld.adressen(loaded, taal):
            page = per_pad[f"{folder}{adres}"]
            seen.add(page.pad)
            found, frame = voorbeeld.pagina(loaded, loaded, adres, taal)
            above = {unescape(one) for one in _MELDING.findall(page.tekst)} - {woord(taal, _REGIO)}
            same = (artikel(page), frame) == (found.html.strip(), adres) and not found.gemist
            if not same or above != {found.melding} - {""}:
                other.append(page.pad)
    assert other == []
    assert seen == {pad for pad in per_pad if not pad.startswith(f"{MAP}/")}
