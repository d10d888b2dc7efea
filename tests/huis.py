"""A copy of the house to change: the code with its catalogues, the prose and the settings of MkDocs.

What a command makes of another language, or writes into the code, is seen in the copy; the commands
are run there (``cwd``). Not here: regions, which a command gets as its data folder.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAPPEN = ("macros", "scripts", "docs")


def verbouw(folder: Path) -> Path:
    """Copy the house into ``folder``, which need not be there."""
    for name in MAPPEN:
        shutil.copytree(ROOT / name, folder / name)
    for file in ROOT.glob("mkdocs*.yml"):
        shutil.copy2(file, folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder
