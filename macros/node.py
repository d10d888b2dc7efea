"""Where Node is. Not here: what it is asked (``render.tekening``, ``site.zoekproef``)."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def programma() -> str | None:
    """Node from the virtual environment, if that carries one, or else the computer's own."""
    folders = (str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))
    return shutil.which("node", path=os.pathsep.join(folders))
