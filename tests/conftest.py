"""The one option all tests share: ``pytest --bless`` accepts what is rendered as what is expected."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="write tests/golden from what the code renders now; read the diff before committing",
    )
