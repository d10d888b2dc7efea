"""What an editor gets to read of the mistakes that editors made: the place, the cause, the tip, plain
Dutch, and no error besides.

``TRAAG=1 pytest tests/fouten/test_vergissingen.py -s`` prints the score of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fouten.vergissingen import VARIANTEN, Variant, punten, stand
from tests.langzaam import traag
from tests.unit.conftest import mini, onthouden, vast
from tests.unit.mini import Mini, Vast

__all__ = ["mini", "onthouden", "vast"]


@pytest.mark.parametrize("variant", VARIANTEN, ids=lambda one: one.naam)
def test_a_mistake_is_told_as_it_should_be(variant: Variant, mini: Mini) -> None:
    found = punten(mini, variant)
    assert found.goed, stand([(variant, found)])


def test_each_variant_is_another_one() -> None:
    assert len({one.naam for one in VARIANTEN}) == len(VARIANTEN)


@traag
def test_the_score_is_printed(vast: Vast) -> None:
    def rows() -> Iterator[tuple[Variant, object]]:
        for one in VARIANTEN:
            yield one, punten(Mini(vast.map), one)
            vast.herstel()

    print(f"\n{stand(rows())}")  # type: ignore[arg-type]
