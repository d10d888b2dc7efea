"""A small region in a git repository of its own, as an editor has it: for what asks git and what
commits. Nobody's settings of git count.

Not here: what is checked, or histories that are only looked through (``test_historie``).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from macros.invoer.nieuwe_regio import nieuwe_regio

MIDDAG = "2026-11-01T12:00:00+0000"

_WIE = {
    f"GIT_{role}_{what}": "x@voorbeeld.test"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def omgeving(op: str = MIDDAG) -> dict[str, str]:
    """What git sees when it is ``op``."""
    own = {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_DATE": op,
        "GIT_COMMITTER_DATE": op,
        "LC_ALL": "C",
    }
    return {**os.environ, **_WIE, **own}


def git(map_: Path, *arguments: str, op: str = MIDDAG) -> str:
    """What git says in a folder."""
    done = subprocess.run(
        ["git", *arguments], cwd=map_, env=omgeving(op), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stdout.strip()


def leg_vast(map_: Path, bestanden: Mapping[str, str | None], op: str = MIDDAG) -> str:
    """Commit these files as they now are; None takes one away. Gives the commit."""
    for pad, tekst in bestanden.items():
        file = map_ / pad
        file.parent.mkdir(parents=True, exist_ok=True)
        if tekst is None:
            file.unlink()
        else:
            file.write_text(tekst, encoding="utf-8")
    git(map_, "add", "--all")
    git(map_, "commit", "--quiet", "-m", "Een stap", op=op)
    return git(map_, "rev-parse", "HEAD")


def kleine_regio(map_: Path) -> Path:
    """A repository with the smallest region that builds, in one commit."""
    map_.mkdir(parents=True, exist_ok=True)
    git(map_, "init", "--quiet", "--initial-branch=main")
    files, wrong = nieuwe_regio("Klein")
    assert not wrong
    leg_vast(map_, {f"data/{pad}": text for pad, text in files.items()})
    return map_
