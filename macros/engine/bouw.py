"""What one build of one language is made from; shared by the macros and the hooks of MkDocs.

The data folder is read once per process. ``scripts.build`` reads it before it starts a process per
language, so that these inherit it.
"""

from __future__ import annotations

import gc
import os
from functools import cache
from pathlib import Path
from typing import Any

from macros.engine.weglaten import weggelaten
from macros.issue import as_text
from macros.klok import vandaag
from macros.load import Loaded, load
from macros.render.weergave import Weergave
from macros.taal.proza import paginas
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik

DATA = "SITE_DATA"
"""Environment variable: the data folder, when it is not ``data``."""

PREVIEW = "SITE_VOORBEELD"
"""Environment variable: ``1`` for the preview that reloads itself."""


def is_voorbeeld() -> bool:
    """Whether this is a preview: it has no content security policy."""
    return os.environ.get(PREVIEW) == "1"


def data_folder() -> Path:
    """The folder the site is built from."""
    return Path(os.environ.get(DATA, "data"))


@cache
def gelezen(folder: Path) -> Loaded:
    """The data folder, read once; the collector need never look at it again."""
    loaded = load(folder, vandaag())
    gc.freeze()
    return loaded


def vertalers() -> list[Vertaler]:
    """Every language of the site, the first one first."""
    return [one.vertaler() for one in gelezen(data_folder()).catalogi.values()]


def meldingen() -> str:
    """Where issues are reported, when the site knows its repository."""
    repository = os.environ.get("REPO_URL", "")
    return f"{repository.rstrip('/')}/issues" if repository else ""


def _in_repository(folder: Path) -> str:
    """Where the data lie below here; what lies elsewhere is published from ``data``."""
    here = Path.cwd()
    found = folder.resolve()
    return found.relative_to(here).as_posix() if here in found.parents else "data"


@cache
def weergave(folder: Path, taal: str, docs: Path) -> Weergave:
    """The region in one language; ``docs`` has a folder of prose per language.

    Ends the process with every problem when the data has errors.
    """
    loaded = gelezen(folder)
    if not loaded.ok or loaded.regio is None:
        raise SystemExit(as_text(loaded.issues))
    catalogus = loaded.catalogi[taal]
    weg = weggelaten(docs / BRONTAAL, loaded.regio)
    proza = () if taal == BRONTAAL else paginas(docs / BRONTAAL, docs / taal)
    proza = tuple(page for page in proza if page.pad not in weg)
    blik = Blik(loaded.regio, catalogus.vertaler(), loaded.vandaag)
    return Weergave(blik, catalogus.verouderd, proza, meldingen(), weg, _in_repository(folder))


def weergave_van(config: Any) -> Weergave:
    """The same, for a MkDocs configuration: its language is ``theme.language``."""
    docs = Path(config["docs_dir"])
    return weergave(data_folder(), str(config["theme"]["language"]), docs.parent)
