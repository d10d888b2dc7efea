"""All mistakes, in the order in which they are tried; importing this is what registers them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.fouten import fouten_bytes, fouten_po, fouten_tabel, fouten_yaml
from tests.fouten.werk import VERGISSINGEN, Ingreep, Vergissing, Werk

LIJSTEN = (fouten_yaml, fouten_bytes, fouten_tabel, fouten_po)


def pogingen(werk: Werk, zaad: int, per_soort: int) -> Iterator[tuple[Vergissing, str, Ingreep]]:
    """Each mistake in so many files, other ones for another seed, with what it makes of them."""
    for number, soort in enumerate(VERGISSINGEN.values()):
        paden = werk.paden(soort.waar)
        start, made = zaad * per_soort + number * 7, 0
        for n in range(start, start + max(len(paden), per_soort)):
            pad = paden[n % len(paden)]
            ingreep = soort.maak(Random(f"{zaad} {soort.naam} {n}"), werk, pad)
            if ingreep and any(
                werk.inhoud.get(one) != raw for one, raw in ingreep.bestanden.items()
            ):
                yield soort, pad, ingreep
                made += 1
            if made == per_soort:
                break
