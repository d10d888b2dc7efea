"""What follows from what, however far: for rules that allow no circle."""

from __future__ import annotations

from collections.abc import Mapping


def keten(volgt: Mapping[str, tuple[str, ...]], key: str) -> set[str]:
    """Everything that can be reached from ``key``; with ``key`` itself if there is a circle."""
    found: set[str] = set()
    ahead = [key]
    while ahead:
        new = set(volgt.get(ahead.pop(), ())) - found
        found |= new
        ahead += new
    return found
