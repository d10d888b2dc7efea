"""The lists of the site beside the files they can be downloaded as.

Not here: what the files hold (``tests/unit``), or the file of a choice (``tests/browser``).
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from tests.gebouwd import TALEN, Bestand
from tests.site.lezen import leads_to


def sleutel(row: LexborNode) -> str | None:
    """The key of a row, as ``filter.js`` finds it."""
    inside = (one.id for one in row.css("[id]") if one.mem_id != row.mem_id)
    return row.attributes.get("data-sleutel") or next(inside)


@pytest.mark.parametrize("taal", TALEN)
def test_every_row_of_a_list_is_in_its_file_by_its_key(
    paginas: list[Bestand], site: Path, taal: str
) -> None:
    seen: Counter[str] = Counter()
    for page in (one for one in paginas if one.taal == taal):
        for line in page.boom.css("p.bestanden"):
            links = [link.attributes["data-download"] or "" for link in line.css("a[download]")]
            (name,) = {link.rpartition(".")[0] for link in links}
            assert [f"data/v1/{link}" for link in links] == leads_to(page, line)
            table = json.loads((site / TALEN[taal] / f"data/v1/{name}.json").read_text("utf-8"))
            known = {row[table["velden"][0]] for row in table["rijen"]}
            rows = page.boom.css(f"[data-rij='{name}'][data-telt]")
            keys = [sleutel(row) for row in rows]
            assert len({*keys}) == len(keys), page.pad
            assert {*keys} <= known, page.pad
            seen[name] += len(keys)
    assert {name for name, count in seen.items() if count > 1} >= {
        "acties",
        "arrangementen",
        "begrippen",
        "besluiten",
        "bronnen",
        "hulp",
        "lessen",
        "onderdelen",
        "uitspraken",
        "vergaderingen",
    }
