"""The lists of packages that ``make`` installs side by side, into one folder. What is in them, and why:
docs/adr/0004."""

from __future__ import annotations

import re
from itertools import combinations

from tests.unit.mini import ROOT

LIJSTEN = ("requirements.txt", "requirements-test.txt", "requirements-node.txt")


def pakketten(lijst: str) -> set[str]:
    """The names in a list."""
    text = (ROOT / lijst).read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE))


def test_no_package_is_in_two_lists() -> None:
    """Two that write the same files at the same time leave half of each."""
    lists = {one: pakketten(one) for one in LIJSTEN}
    assert all(lists.values())
    for one, other in combinations(LIJSTEN, 2):
        assert not lists[one] & lists[other], f"make lock: {one}, {other}"
