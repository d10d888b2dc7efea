"""What one build of one language is made from; shared by the macros and the hooks of MkDocs.

The data folder is read once per process. ``scripts.build`` reads it before it starts a process per
language, so that these inherit it.
"""

from __future__ import annotations

import datetime
import gc
import os
from functools import cache
from pathlib import Path
from typing import Any

from macros.issue import as_text
from macros.klok import vandaag
from macros.load import Loaded, load
from macros.model.geheel import Regio
from macros.proza.weergave import Taalproza
from macros.render.weergave import MELDINGEN, Weergave
from macros.taal.vertaler import Vertaler
from macros.wijziging import gitstand
from macros.wijziging.geschiedenis import Geschiedenis
from macros.wijziging.gitdagen import geschiedenis
from macros.wijziging.stand import ONBEKEND, Stand

DATA = "SITE_DATA"
"""Environment variable: the data folder, when it is not ``data``."""

VOORBEELD = "voorbeeld"
"""The plugin of the preview: it hands over what the pages are made of, and writes fewer files."""


def is_voorbeeld(config: Any) -> bool:
    """Whether this is the preview: it reloads itself, so it has no content security policy."""
    return VOORBEELD in config["plugins"]


def data_folder() -> Path:
    """The folder the site is built from."""
    return Path(os.environ.get(DATA, "data"))


@cache
def gelezen(folder: Path) -> Loaded:
    """The data folder, read once; the collector need never look at it again."""
    loaded = load(folder, vandaag())
    gc.freeze()
    return loaded


def vertalers(config: Any) -> list[Vertaler]:
    """Every language of the site, the first one first."""
    if is_voorbeeld(config):
        loaded: Loaded = config["plugins"][VOORBEELD].loaded
    else:
        loaded = gelezen(data_folder())
    return [one.vertaler() for one in loaded.catalogi.values()]


def meldingen() -> str:
    """Where issues are reported, when the site knows its repository."""
    repository = os.environ.get("REPO_URL", "")
    return f"{repository.rstrip('/')}{MELDINGEN}" if repository else ""


def adres() -> str:
    """The root of the site; empty when nobody said where it will stand."""
    return os.environ.get("SITE_URL", "")


def in_repository(folder: Path) -> str:
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
    return getoond(loaded, loaded.regio, taal, docs)


def getoond(loaded: Loaded, regio: Regio, taal: str, docs: Path) -> Weergave:
    """The same of a region that was read, and has no errors."""
    here = in_repository(loaded.folder)
    past, now = verleden(loaded, regio), stand_van(loaded)
    return Taalproza(docs, taal).weergave(
        *(loaded, regio, meldingen(), here, past), adres=adres(), stand=now
    )


def verleden(loaded: Loaded, regio: Regio) -> Geschiedenis:
    """What changed in the data before, as git has it; uncommitted changes are not in it."""
    return geschiedenis(loaded.folder, regio, datetime.date(*loaded.vandaag.begin))


def stand_van(loaded: Loaded) -> Stand:
    """Which state of the data this is; git is asked once in a process."""
    if loaded.regio is None:
        return ONBEKEND
    return _stand(loaded.folder, loaded.regio.instellingen.tijdzone, tuple(loaded.regio.versies))


@cache
def _stand(folder: Path, tijdzone: str, versies: tuple[str, ...]) -> Stand:
    return gitstand.stand(folder, tijdzone, versies)


def weergave_van(config: Any) -> Weergave:
    """What the pages of a MkDocs configuration are made of; its language is ``theme.language``."""
    if is_voorbeeld(config):
        found: Weergave = config["plugins"][VOORBEELD].weergave
        return found
    docs = Path(config["docs_dir"])
    return weergave(data_folder(), str(config["theme"]["language"]), docs.parent)
