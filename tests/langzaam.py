"""How much is tried: a little of every kind in every run, a lot with ``TRAAG=1``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import settings

TRAAG = "TRAAG" in os.environ
traag = pytest.mark.skipif(not TRAAG, reason="slow: set TRAAG=1")

T = TypeVar("T")


def en_traag(altijd: Sequence[T], traag: Sequence[T]) -> list[T]:
    """Cases for every run, and with ``TRAAG=1`` the others too."""
    return [*altijd, *(traag if TRAAG else ())]


def voorbeelden(aantal: int, **anders: Any) -> settings:
    """So many examples of a property, always the same ones; with ``TRAAG=1`` ten times as many."""
    more = {"deadline": None, "derandomize": True, "database": None} | anders
    return settings(max_examples=aantal * (10 if TRAAG else 1), **more)
