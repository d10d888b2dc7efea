"""The built site as files, read once per worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gebouwd import WERKBANK, Bestand, Gedeeld, gedeeld


@pytest.fixture(scope="session")
def alles(tmp_path_factory: pytest.TempPathFactory) -> Gedeeld:
    """The invented region and its site."""
    return gedeeld(tmp_path_factory)


@pytest.fixture(scope="session")
def data(alles: Gedeeld) -> Path:
    """The folder with the data of the invented region."""
    return alles.data


@pytest.fixture(scope="session")
def site(alles: Gedeeld) -> Path:
    """The folder with the built site."""
    return alles.site


@pytest.fixture(scope="session")
def alle(site: Path) -> list[Bestand]:
    """Every HTML file of the site for its readers, the page for unknown addresses too."""
    found = (Bestand(site, file) for file in sorted(site.rglob("*.html")))
    return [page for page in found if page.pad != WERKBANK and not page.is_los]


@pytest.fixture(scope="session")
def figuurpaginas(site: Path) -> list[Bestand]:
    """Every page of a figure alone, which stands in pages of others: without menu or footer."""
    found = (Bestand(site, file) for file in sorted(site.rglob("*.html")))
    return [page for page in found if page.is_los]


@pytest.fixture(scope="session")
def werkbank(site: Path) -> Bestand:
    """The page of the workbench, which is no part of what readers get."""
    return Bestand(site, site / WERKBANK / "index.html")


@pytest.fixture(scope="session")
def paginas(alle: list[Bestand]) -> list[Bestand]:
    """Every page that a reader stays on: it has an address, and does not lead to another."""
    return [page for page in alle if page.pad != "404.html" and not page.leidt_door]


@pytest.fixture(scope="session")
def per_pad(alle: list[Bestand]) -> dict[str, Bestand]:
    """Every page by its address, also what leads to another."""
    return {page.pad: page for page in alle if page.pad != "404.html"}
