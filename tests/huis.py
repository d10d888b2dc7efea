"""A copy of the house to change: the code with its catalogues, the prose and the settings of MkDocs.

What a command makes of another language, or writes into the code, is seen in the copy; the commands
are run there (``cwd``). Not here: regions, which a command gets as its data folder.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from macros.taal.catalogus import als_po, pad
from macros.taal.proza import stempel

ROOT = Path(__file__).parents[1]
MAPPEN = ("macros", "scripts", "docs")


def verbouw(folder: Path) -> Path:
    """Copy the house into ``folder``, which need not be there."""
    for name in MAPPEN:
        shutil.copytree(ROOT / name, folder / name)
    for file in ROOT.glob("mkdocs*.yml"):
        shutil.copy2(file, folder)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in ("node_modules", ".cache"):  # what is kept is found by the code it is of
        (folder / name).symlink_to(ROOT / name)
    return folder


_ARABISCH = str.maketrans("abcdefghijklmnopqrstuvwxyz" * 2, "ابثدجفغهيزكلمنحبقرستأوخطعص" * 2)


def arabisch(tekst: str) -> str:
    """No Arabic, but written in its letters: an Arabic one for each of ours, whatever its sound."""
    parts = re.split(r"(\{[^}]*\})", tekst)  # what is filled in later keeps its name
    return "".join(
        part.lower().translate(_ARABISCH) if n % 2 == 0 else part for n, part in enumerate(parts)
    )


VERTAALDE_PAGINA = "privacy.md"


def leer_arabisch(huis: Path) -> None:
    """All that a language takes, and no code: a catalogue, settings of MkDocs, a page of prose."""
    with pad(huis / "macros", "en").open("rb") as stream:
        english = read_po(stream, locale="en")
    catalog = Catalog(locale="ar", charset="utf-8")
    for message in english:
        if message.id:
            catalog.add(message.id, arabisch(str(message.id)))
    pad(huis / "macros", "ar").write_text(als_po(catalog, "ar"), encoding="utf-8")
    settings = {"INHERIT": "mkdocs.yml", "docs_dir": "docs/ar", "theme": {"language": "ar"}}
    (huis / "mkdocs.ar.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    dutch = (huis / "docs" / "nl" / VERTAALDE_PAGINA).read_text(encoding="utf-8")
    title = arabisch("privacy")
    page = f"---\ntitle: {title}\ndescription: {arabisch('wat er staat')}\n---\n\n# {title}\n\n{arabisch('Lees dit.')}\n"
    (huis / "docs" / "ar").mkdir()
    (huis / "docs" / "ar" / VERTAALDE_PAGINA).write_text(stempel(dutch, page), encoding="utf-8")
