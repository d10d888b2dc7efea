"""A repository of git with days that do not change: made of values, without a folder to work in.

Not here: what is in it.
"""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Inhoud = Mapping[str, str | bytes | None]
"""Files by their path; None is one that goes."""

NAAM, POST = "Karin Vermeulen", "karin.vermeulen@voorbeeld.test"
BERICHT = "Wat de maker erbij schreef"
"""Who made every state, and what was said of it: no page may ever show it."""


@dataclass(frozen=True)
class Staat:
    """What becomes of the files at a moment (``2026-11-01T12:00+01:00``). ``tak`` is the branch,
    ``met`` one that is merged into it; a branch that is not there yet begins where ``main`` is.
    ``soort`` is the mode of each file: 120000 is a link, 160000 a repository.
    """

    wanneer: str
    inhoud: Inhoud = field(default_factory=dict)
    tak: str = "main"
    met: str = ""
    soort: str = "100644"


def git(map_: Path, *arguments: str, stdin: bytes = b"") -> str:
    """What a command says; fails with what went wrong."""
    command = ["git", f"--git-dir={map_ / '.git'}", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    assert not done.returncode, done.stderr.decode()
    return done.stdout.decode().strip()


def leg_vast(map_: Path, staten: Iterable[Staat]) -> Path:
    """These states, one after the other, in the repository of ``map_``; it is made when there is none."""
    if not (map_ / ".git").exists():
        map_.mkdir(parents=True, exist_ok=True)
        git(map_, "init", "--quiet", "--bare", "--initial-branch=main")
    before = git(map_, "for-each-ref", "--format=%(refname:short)").split()
    begun: set[str] = set()
    stream = []
    for one in staten:
        begin = "" if one.tak in begun or one.tak == "main" else "refs/heads/main"
        if one.tak in before and one.tak not in begun:
            begin = f"refs/heads/{one.tak}^0"
        stream.append(_vastlegging(one, begin))
        begun.add(one.tak)
    dates = "--date-format=raw-permissive"
    git(map_, "fast-import", "--quiet", "--force", dates, stdin=b"".join(stream))
    return map_


def _vastlegging(staat: Staat, begin: str) -> bytes:
    moment = datetime.datetime.fromisoformat(staat.wanneer)
    when = f"{int(moment.timestamp())} {moment:%z}"
    said = BERICHT.encode()
    lines = [
        f"commit refs/heads/{staat.tak}\nauthor {NAAM} <{POST}> 1000000000 +0000\n".encode(),
        f"committer {NAAM} <{POST}> {when}\ndata {len(said)}\n".encode() + said + b"\n",
    ]
    if begin:
        lines.append(f"from {begin}\n".encode())
    if staat.met:
        lines.append(f"merge refs/heads/{staat.met}\n".encode())
    for pad, new in staat.inhoud.items():
        if new is None:
            lines.append(f'D "{pad}"\n'.encode())
        elif staat.soort == "160000":
            lines.append(f'M 160000 {"a" * 40} "{pad}"\n'.encode())
        else:
            raw = new.encode() if isinstance(new, str) else new
            head = f'M {staat.soort} inline "{pad}"\ndata {len(raw)}\n'
            lines.append(head.encode() + raw + b"\n")
    return b"".join(lines)
