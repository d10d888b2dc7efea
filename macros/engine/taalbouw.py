"""One language through MkDocs, in this process. Any warning is a failure."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.utils
import mkdocs_macros.context
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from macros import bestand
from macros.load import without_collector
from macros.opendata.contract import alle_tabellen
from macros.render.blokken import all_blokken
from macros.render.tekening.basis import TekeningFout
from macros.source.samen import waarom_niet
from macros.taal.talen import mkdocs_yml


def laad(taal: str, out: Path, **settings: Any) -> MkDocsConfig:
    """The configuration that builds a language into ``out``, with all modules that a build takes.

    Ends the process with a message when that fails.
    """
    all_blokken()
    alle_tabellen()
    with _gemeld(taal):
        config = load_config(mkdocs_yml(taal), site_dir=str(out), strict=True, **settings)
        said = config.theme["language"]
        if said != taal:
            tip = f"Schrijf onder theme: language: {taal}"
            raise ConfigurationError(f"{mkdocs_yml(taal)} noemt de taal {said}. {tip}")
        _zonder_omwegen(config)
        return config


def _zonder_omwegen(config: MkDocsConfig) -> None:
    """mkdocs-macros asks git twelve things, and writes all it knows as JSON, for its own debugging.

    No page uses either, and the second takes longer with every record.
    """
    mkdocs_macros.context.get_git_info = dict
    events = config.plugins.events["pre_build"]
    macros = config.plugins.get("macros")
    events[:] = [one for one in events if macros is None or getattr(one, "__self__", 0) != macros]


def bouw(taal: str, config: MkDocsConfig, vorige: Path | None = None) -> None:
    """Build a language; ends the process with a message when that fails.

    ``vorige`` is the folder of this language in the site that this one takes the place of.
    """
    if vorige is not None:
        bestand.volgt_op(Path(config.site_dir), vorige)
        mkdocs.utils.write_file = _write_file
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format=f"{taal}: %(message)s")
    with _gemeld(taal), without_collector():
        run(config)


def _write_file(content: bytes, output_path: str) -> None:
    """As MkDocs writes a page, but not when the site before has the same."""
    bestand.schrijf(Path(output_path), content)


def bouw_taal(taal: str, out: Path, vorige: Path | None = None) -> None:
    """Both, in this process."""
    bouw(taal, laad(taal, out), vorige)


@contextmanager
def _gemeld(taal: str) -> Iterator[None]:
    try:
        yield
    except (Abort, ConfigurationError, TekeningFout) as error:
        sys.exit(f"{taal}: {error}")
    except OSError as error:
        if why := waarom_niet(error):
            sys.exit(f"{taal}: {why}")
        raise


def run(config: MkDocsConfig) -> None:
    """One build by MkDocs, as its own command does it."""
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
