"""The same data on the same day make the same site, to the byte."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from tests.gebouwd import DATA, bouw


def test_second_build_is_the_same(site: Path, tmp_path: Path) -> None:
    """Another folder and another order of sets; the search index is Pagefind's own affair."""
    again = tmp_path / "nog-eens" / "site"
    bouw(DATA, again, PYTHONHASHSEED="1")
    files = {
        one: {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
        for one in (site, again)
    }
    assert {file.parts[0] for file in files[site]} >= {"index.html", "en", "pagefind"}
    own = {
        one: sorted(file for file in found if file.parts[0] != "pagefind")
        for one, found in files.items()
    }
    assert own[site] == own[again]
    _, different, unread = filecmp.cmpfiles(site, again, map(str, own[site]), shallow=False)
    assert (different, unread) == ([], [])


@pytest.mark.parametrize("part", ["pagefind/pagefind.js", "pagefind/pagefind-entry.json"])
def test_search_index_is_part_of_the_site(site: Path, part: str) -> None:
    assert (site / part).stat().st_size > 0
