"""A copy of ``tests/data_mini`` that a test may break, and what the code under test says about it.

A test writes ``‸`` in a text it puts into a file: the sign is taken out again, and ``mini.plaats`` is
where it stood (``pad:line:column``). So no test counts lines by hand.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.issue import Issue, Level
from macros.load import Loaded, load
from macros.model.basis.datum import Datum
from macros.model.basis.record import Record
from macros.model.geheel import Regio

ROOT = Path(__file__).parents[2]
DATA_MINI = ROOT / "tests" / "data_mini"
DAG = Datum(2026, 11, 2)
"""The day on which all tests run."""
HIER = "‸"


@dataclass
class Mini:
    """The smallest complete region, in a folder of its own."""

    map: Path
    plaats: str = ""

    def vervang(self, pad: str, oud: str, nieuw: str) -> None:
        """Replace ``oud``, which must stand in the file exactly once."""
        text = (self.map / pad).read_text(encoding="utf-8")
        assert text.count(oud) == 1, f"{oud!r} staat {text.count(oud)} keer in {pad}"
        self.schrijf(pad, text.replace(oud, nieuw))

    def schrijf(self, pad: str, inhoud: str | bytes) -> None:
        """Write a whole file; bytes go in as they are."""
        if isinstance(inhoud, str):
            before, sign, after = inhoud.partition(HIER)
            if sign:
                line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
                self.plaats = f"{pad}:{line}:{column}"
            inhoud = (before + after).encode("utf-8")
        (self.map / pad).parent.mkdir(exist_ok=True)
        (self.map / pad).write_bytes(inhoud)

    def lees(self, pad: str) -> str:
        return (self.map / pad).read_text(encoding="utf-8")

    def load(self) -> Loaded:
        return load(self.map, DAG)

    def issues(self, code: str = "", level: Level | None = None) -> list[Issue]:
        """Every problem, or those of one code or level."""
        found = (issue for issue in self.load().issues if level in (None, issue.level))
        return [issue for issue in found if code in ("", issue.code)]

    def waar(self, issue: Issue) -> str:
        """The place of a problem, with its file below the data folder."""
        return f"{issue.path.removeprefix(f'{self.map.as_posix()}/')}:{issue.line}:{issue.column}"


def met(regio: Regio, veld: str, *records: Record) -> Regio:
    """The region with these records in one of its groups, added or in the place of others."""
    new: dict[str, Record] = {**getattr(regio, veld), **{one.id: one for one in records}}
    group: Any = MappingProxyType(dict(sorted(new.items())))
    return replace(regio, **{veld: group})


Breek = Callable[[Mini], object]


def kopie(folder: Path) -> Mini:
    """A fresh copy of data_mini in ``folder``."""
    shutil.copytree(DATA_MINI, folder / "data", copy_function=shutil.copyfile)
    return Mini(folder / "data")


class Vast:
    """One copy of a folder for many tests, each of which finds it, and all beside it, as it was made.

    Making one for each test costs more than what the test looks at. Every file is dated 1970, so what
    a test wrote, renamed, added or took away is seen from the folder itself, whoever did it and how.
    """

    def __init__(self, bron: Path, folder: Path) -> None:
        """A copy of ``bron`` in ``folder``, which is there and empty."""
        self.bron, self.folder, self.map = bron, folder, folder / "data"
        shutil.copytree(bron, self.map, copy_function=shutil.copyfile)
        for path in folder.rglob("*"):
            os.utime(path, (0, 0))
        self.gemaakt = dict(self._nu())

    def _nu(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every file and folder with what changes when it does; of a folder only that it is one."""
        below = [str(self.folder)]
        while below:
            for entry in os.scandir(below.pop()):
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
                    yield entry.path, ()
                else:
                    yield entry.path, _kenmerk(entry.stat(follow_symlinks=False))

    def herstel(self) -> None:
        """Put back what is no longer as it was made."""
        now = dict(self._nu())
        if now == self.gemaakt:
            return
        for path in sorted(one for one, what in now.items() if self.gemaakt.get(one) != what):
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            elif os.path.lexists(path):
                os.unlink(path)
        for path, what in sorted(self.gemaakt.items()):
            if now.get(path) == what and os.path.lexists(path):
                continue
            if not what:
                os.mkdir(path)
                continue
            shutil.copyfile(self.bron / Path(path).relative_to(self.map), path)
            os.utime(path, (0, 0))
            self.gemaakt[path] = _kenmerk(os.stat(path))


def _kenmerk(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_ino, stat.st_mode, stat.st_size, stat.st_mtime_ns


def bewerk(pad: str, oud: str, nieuw: str, *meer: tuple[str, str]) -> Breek:
    """A test case as one or more small edits of one file."""

    def doe(mini: Mini) -> None:
        for before, after in ((oud, nieuw), *meer):
            mini.vervang(pad, before, after)

    return doe


def nog_een(pad: str, oud: str, nieuw: str, *meer: tuple[str, str]) -> Breek:
    """One more record like another, with these changes."""

    def doe(mini: Mini) -> None:
        text = mini.lees(pad).replace(f"id: {oud}\n", f"id: {nieuw}\n")
        for before, after in meer:
            assert text.count(before) == 1
            text = text.replace(before, after)
        mini.schrijf(f"{pad.rpartition('/')[0]}/{nieuw.lstrip('‸')}.yml", text)

    return doe


def samen(*cases: Breek) -> Breek:
    """A test case as edits of more than one file."""

    def doe(mini: Mini) -> None:
        for case in cases:
            case(mini)

    return doe
