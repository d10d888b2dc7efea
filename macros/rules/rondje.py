"""What follows from what, however far: for rules that allow no circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def keten(volgt: Mapping[str, tuple[str, ...]], key: str) -> set[str]:
    """Everything that can be reached from ``key``; with ``key`` itself if there is a circle."""
    found: set[str] = set()
    ahead = [key]
    while ahead:
        new = set(volgt.get(ahead.pop(), ())) - found
        found |= new
        ahead += new
    return found


def rondjes(vervangt: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int, str, str]]:
    """Who replaces what replaces it, by whatever detour: (key, place in list, message, tip)."""
    for key, others in vervangt.items():
        for index, other in enumerate(others):
            if other != key and key in keten(vervangt, other):
                message = f"'{other}' vervangt zelf '{key}', al dan niet via een omweg."
                yield key, index, message, "Haal een van de twee weg."
