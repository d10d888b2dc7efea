"""``python -m scripts.bench_historie``: how long the history of the data takes to come out of git.

    python -m scripts.bench_historie [--data DIR] [--staten N]

On a repository that is made for it: the data, and after that so many states, each of which changes
two records; once with four states a day, once with a day for each. Cold is with nothing kept, one
more is after one more state, warm is the next run. The clock runs from an imported program on.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros import kast
from macros.klok import vandaag
from macros.load import load
from macros.model.geheel import Regio
from macros.wijziging import gitdagen
from macros.wijziging.geschiedenis import Geschiedenis

KOUD, WARM = 2.0, 0.1
"""Seconds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print it; 1 when it is slower than it may be."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench_historie")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--staten", type=int, default=1000, help="zoveel keer vastgelegd")
    options = parser.parse_args(arguments)
    regio = load(options.data, vandaag()).regio
    if regio is None:
        raise SystemExit("De gegevens hebben fouten; draai eerst: make check")
    slow = False
    for per_dag in (4, 1):
        with tempfile.TemporaryDirectory() as scratch:
            for what, seconds, most in meet(options.data, regio, options.staten, per_dag, scratch):
                verdict = "ja" if seconds <= most else "nee"
                slow |= seconds > most
                print(f"{what}: {seconds:.3f} s; doel: hooguit {most} s: {verdict}")
    return int(slow)


def meet(
    data: Path, regio: Regio, staten: int, per_dag: int, scratch: str
) -> Iterator[tuple[str, float, float]]:
    """What was measured, in seconds, and what it may be."""
    folder = Path(scratch)
    kast.MAP = folder / "kast"
    files = {
        f"data/{file.relative_to(data).as_posix()}": file.read_bytes()
        for file in sorted(data.rglob("*"))
        if file.is_file()
    }
    (folder / "data").mkdir()
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    stroom = [*_stroom(files, staten + 1, per_dag)]
    git(folder, "fast-import", "--quiet", stdin=b"".join(stroom[:-1]))
    name = f"{staten} staten, {per_dag} per dag"
    found, seconds = _gemeten(folder, regio)
    yield f"{name} ({len(found.dagen)} dagen), koud", seconds, KOUD
    yield f"{name}, warm", min(_gemeten(folder, regio)[1] for _ in range(3)), WARM
    tip = "from refs/heads/main^0\n"
    head, _, rest = stroom[-1].partition(b"M 100644")
    git(folder, "fast-import", "--quiet", stdin=head + tip.encode() + b"M 100644" + rest)
    yield f"{name}, nog een staat erbij", _gemeten(folder, regio)[1], KOUD / 4


def _gemeten(folder: Path, regio: Regio) -> tuple[Geschiedenis, float]:
    gitdagen._LAATST.clear()
    day = datetime.date(*vandaag().begin)
    begin = time.perf_counter()
    found = gitdagen.geschiedenis(folder / "data", regio, day)
    return found, time.perf_counter() - begin


def _stroom(files: dict[str, bytes], aantal: int, per_dag: int) -> Iterator[bytes]:
    """The states as ``git fast-import`` takes them, the last one today."""
    keuze = random.Random(1)
    end = datetime.datetime(*vandaag().begin, 12, tzinfo=datetime.UTC)
    records = [name for name, raw in files.items() if _KORT.search(raw) and name.count("/") > 1]
    for number in range(aantal + 1):
        moment = end - datetime.timedelta(days=(aantal - number) / per_dag)
        chosen = files if number == 0 else keuze.sample(records, 2)
        lines = [
            f"commit refs/heads/main\ncommitter X <x> {int(moment.timestamp())} +0000\n".encode(),
            b"data 0\n",
        ]
        for name in chosen:
            if number:
                files[name] = _anders(files[name], number)
            raw = files[name]
            lines.append(f"M 100644 inline {name}\ndata {len(raw)}\n".encode() + raw + b"\n")
        yield b"".join(lines)


_KORT = re.compile(rb"^(titel|naam): ([A-Z][\w ]+)$", re.MULTILINE)
"""A short name on one line."""


def _anders(raw: bytes, number: int) -> bytes:
    """A record with another name."""
    return _KORT.sub(rb"\1: Naam nummer %d" % number, raw, count=1)


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> None:
    """Run a command in the repository of a folder."""
    command = ["git", f"--git-dir={folder / '.git'}", *arguments]
    subprocess.run(command, input=stdin, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
