"""One language through MkDocs, in this process. Any warning is a failure."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from macros.taal.vertaler import BRONTAAL


def config_file(taal: str) -> str:
    """The MkDocs configuration of a language."""
    return "mkdocs.yml" if taal == BRONTAAL else f"mkdocs.{taal}.yml"


def bouw_taal(taal: str, out: Path) -> None:
    """Build one language into ``out``; ends the process with a message when that fails."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format=f"{taal}: %(message)s")
    try:
        config = load_config(config_file(taal), site_dir=str(out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        sys.exit(f"{taal}: {error}")
