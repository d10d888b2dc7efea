"""Tests that take long and say more of the same: they run with ``TRAAG=1``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

TRAAG = "TRAAG" in os.environ
traag = pytest.mark.skipif(not TRAAG, reason="slow: set TRAAG=1")

T = TypeVar("T")


def en_traag(altijd: Sequence[T], traag: Sequence[T]) -> list[T]:
    """Cases for every run, and with ``TRAAG=1`` the others too."""
    return [*altijd, *(traag if TRAAG else ())]
