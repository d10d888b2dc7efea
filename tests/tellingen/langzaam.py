"""The mark of tests that take long and say more of the same: they run with ``TRAAG=1``."""

from __future__ import annotations

import os

import pytest

traag = pytest.mark.skipif("TRAAG" not in os.environ, reason="slow: set TRAAG=1")
