"""What git keeps: every version of every file that any branch, tag or other ref can reach.

The only module that knows git. It starts a fixed number of processes, whatever the history holds.
Not here: what such a version may hold.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, NamedTuple


class GitError(Exception):
    """Git could not do it; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Versie:
    """A commit that gave the file at ``pad`` this content (``blob``, the id git has for it).

    ``commit`` is empty when no commit has the content: then a tag points straight at it.
    """

    pad: str
    blob: str
    commit: str


class Object(NamedTuple):
    """A thing that git keeps: its id, what sort of thing it is, how many bytes it has."""

    naam: str
    soort: str
    omvang: int


class Wissel(NamedTuple):
    """A path with the content it had in one tree and has in the other; None where there is no file.
    ``vreemd``: what it became is no file, but a link or a repository inside this one.
    """

    pad: str
    oud: str | None
    nieuw: str | None
    vreemd: bool


@dataclass(frozen=True, slots=True)
class Opslag:
    """The git repository of which ``map`` is the top."""

    map: Path

    def is_ondiep(self) -> bool:
        """Whether git fetched the newest commits only."""
        return self._git("rev-parse", "--is-shallow-repository").strip() == b"true"

    def stand(self) -> bytes:
        """What decides which versions there are: where every ref and every checkout points to.

        In a shallow clone also where it ends; a worktree has that file in the folder of its clone.
        """
        shallow = Path(self._git("rev-parse", "--git-path", "shallow").decode().strip())
        refs = self._git("for-each-ref", "--format=%(objectname) %(refname)")
        heads = self._git("rev-list", "--no-walk", "--all")
        return b"\0".join([refs, heads, shallow.read_bytes() if shallow.is_file() else b""])

    def versies(self) -> list[Versie]:
        """Every change of every file but its end, oldest commit first."""
        commits = self._git("rev-list", "--all", "--topo-order", "--reverse")
        # -m: what a merge itself adds is a change too
        tree = ("diff-tree", "--stdin", "-r", "-m", "--root", "-z", "--no-abbrev")
        found = list(_versies(self._git(*tree, stdin=commits)))
        known = {one.blob for one in found}
        listed = self._git("rev-list", "--objects", "--all").decode("utf-8", "replace")
        for line in listed.split("\n")[:-1]:
            name, _, path = line.partition(" ")
            if name not in known:  # a commit, a folder, or what only a tag points at
                found.append(Versie(path, name, ""))
        return found

    def inhoud(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The id and the content of each of these objects that is a file, in this order."""
        with tempfile.TemporaryFile() as names, tempfile.TemporaryFile() as said:
            names.write("".join(f"{one}\n" for one in blobs).encode())
            names.seek(0)
            command = self._command("cat-file", "--batch", "--buffer")
            with subprocess.Popen(
                command, stdin=names, stdout=subprocess.PIPE, stderr=said
            ) as process:
                assert process.stdout is not None
                yield from _inhoud(process.stdout)
            if process.returncode:
                said.seek(0)
                raise GitError(said.read().decode("utf-8", "replace").strip())

    def kop(self) -> bytes:
        """Which commit is checked out; empty before the first."""
        return self._git("rev-parse", "--revs-only", "HEAD").strip()

    def bijgehouden(self, onder: str) -> list[str]:
        """The paths below a folder that git keeps an eye on now."""
        return _paden(self._git("ls-files", "-z", "--", f":(top){onder}"))

    def gewist(self, onder: str) -> dict[str, tuple[str, str]]:
        """Each path below a folder that a commit took away, and did not only move: with that commit
        and its day (the newest of them). A merge takes away what the line it was made on had; what
        only a branch ever had was never there.
        """
        line = ("log", "--first-parent", "-m")
        said = self._git(
            *(*line, "--no-renames", "--diff-filter=D", "--name-only", "-z"),
            *("--format=%x01%H %as", "HEAD", "--", f":(top){onder}"),
        ).decode("utf-8", "replace")
        moved = self._git(
            *(*line, "--find-renames", "--diff-filter=R", "--name-status", "-z", "--format="),
            *("HEAD", "--", f":(top){onder}"),
        ).decode("utf-8", "replace")
        names = moved.split("\0")
        away = {old for mark, old in pairwise(names) if _VERPLAATST.match(mark)}
        found: dict[str, tuple[str, str]] = {}
        for one in said.split("\x01")[1:]:
            head, *paths = one.split("\0")
            commit, _, day = head.strip().partition(" ")
            for path in map(str.strip, paths):
                if path and path not in away:
                    found.setdefault(path, (commit, day))
        return found

    def eerste_lijn(self) -> list[tuple[str, int]]:
        """The states of this branch, oldest first, without what its merges bring along: the tree of
        each and when it was committed, in seconds; 0 when it does not say. Of who and why nothing
        is asked.
        """
        if not self.kop():
            return []
        said = self._git("log", "--first-parent", "--reverse", "--format=%T %ct", "HEAD").decode()
        lines = (line.partition(" ") for line in said.splitlines())
        return [(tree, int(when) if _TIJD.fullmatch(when) else 0) for tree, _, when in lines]

    def objecten(self, namen: Iterable[str]) -> list[Object | None]:
        """What each of these names is; None where there is no such thing."""
        asked = [*namen]
        if not asked:
            return []
        lines = "".join(f"{one}\n" for one in asked).encode()
        said = self._git("cat-file", "--batch-check", stdin=lines).decode("utf-8", "replace")
        return [_object(line) for line in said.splitlines()]

    def wissels(self, paren: Iterable[tuple[str, str]]) -> list[list[Wissel]]:
        """Of each pair of trees the files that are not the same in both."""
        asked = "".join(f"{one} {other}\n" for one, other in paren).encode()
        if not asked:
            return []
        tree = ("diff-tree", "--stdin", "-r", "-z", "--no-renames", "--no-abbrev")
        return _wissels(self._git(*tree, stdin=asked).decode("utf-8", "replace"))

    def dag(self, onder: str) -> int | None:
        """When the newest commit that touched a folder was made, in seconds; None without one."""
        said = self._git("log", "-1", "--format=%ct", "--end-of-options", "HEAD", "--", _top(onder))
        return int(said) if said.strip() else None

    def is_los(self, onder: str) -> bool:
        """Whether a folder holds anything that no commit has, or lacks what the newest has."""
        tree = ("--no-optional-locks", f"--work-tree={self.map}", "status", "--porcelain")
        return bool(self._git(*tree, "--untracked-files=all", "--", _top(onder)).strip())

    def tags(self, begin: str, *opties: str) -> dict[str, str]:
        """The commit of each tag whose name begins so, by the rest of its name."""
        form = "--format=%(objectname) %(*objectname) %(objecttype) %(*objecttype) %(refname)"
        found = {}
        said = self._git("for-each-ref", form, *opties, f"refs/tags/{begin}")
        for line in said.decode("utf-8", "replace").splitlines():
            own, of, kind, of_kind, name = line.split(" ", 4)
            if "commit" in (kind, of_kind):
                found[name.removeprefix(f"refs/tags/{begin}")] = of or own
        return found

    def bestanden(self, commit: str, onder: str) -> dict[str, str]:
        """What git calls the content of each file below a folder in a commit, by its path there;
        below no folder those of all.
        """
        where = ("--", f"{onder}/") if onder else ()
        said = self._git("ls-tree", "-r", "-z", "--full-tree", commit, *where)
        found = {}
        for one in said.decode("utf-8", "replace").split("\0")[:-1]:
            head, _, path = one.partition("\t")
            found[path.removeprefix(f"{onder}/")] = head.split(" ")[2]
        return found

    def begonnen(self, patroon: str) -> dict[str, list[str]]:
        """Of each path of this form the commits behind this one that added it, newest first."""
        said = self._git(
            *("log", "--no-renames", "--diff-filter=A", "--name-only", "-z", "--format=%x01%H"),
            *("HEAD", "--", f":(top,glob){patroon}"),
        ).decode("utf-8", "replace")
        found: dict[str, list[str]] = {}
        for one in said.split("\x01")[1:]:
            commit, *paths = one.split("\0")
            for path in filter(None, map(str.strip, paths)):
                found.setdefault(path, []).append(commit.strip())
        return found

    def _command(self, *arguments: str) -> list[str]:
        start = ("git", f"--git-dir={self.map / '.git'}", "--no-replace-objects")
        return [*start, "-c", "log.showSignature=false", *arguments]

    def _git(self, *arguments: str, stdin: bytes = b"") -> bytes:
        done = subprocess.run(self._command(*arguments), input=stdin, capture_output=True)
        if done.returncode:
            raise GitError(done.stderr.decode("utf-8", "replace").strip())
        return done.stdout


def _top(onder: str) -> str:
    """A folder, seen from the top of the repository; its name is no pattern."""
    return f":(top,literal){onder}"


_TIJD = re.compile(r"-?\d{1,15}", re.ASCII)
_VERPLAATST = re.compile(r"\n?R\d+$")


def _paden(said: bytes) -> list[str]:
    return said.decode("utf-8", "replace").split("\0")[:-1]


def opslag(map_: Path) -> Opslag | str:
    """The repository of ``map_``, or the reason in Dutch why there is none to look at."""
    if not (map_ / ".git").exists():
        return "deze map heeft geen git-geschiedenis (gedownload als archief?)."
    if shutil.which("git") is None:
        return "het programma git is niet geïnstalleerd."
    return Opslag(map_)


def opslag_van(folder: Path) -> tuple[Opslag, str] | str:
    """The repository that a folder is in and the path of the folder there, empty for the top of it;
    or the reason in Dutch why there is none to look at.
    """
    here = folder.resolve()
    top = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
    found = opslag(top)
    inside = here.relative_to(top).as_posix()
    return found if isinstance(found, str) else (found, "" if inside == "." else inside)


def _object(line: str) -> Object | None:
    """From ``git cat-file --batch-check``: 'id kind size', or a name and why it is nothing."""
    parts = line.split(" ")
    known = len(parts) == 3 and parts[2].isdigit()
    return Object(parts[0], parts[1], int(parts[2])) if known else None


_LINK = "120000"
_MODULE = "160000"
_NIETS = "000000"


def _wissels(said: str) -> list[list[Wissel]]:
    """From ``git diff-tree --stdin -z``: before the changes of a pair a line with that pair."""
    found: list[list[Wissel]] = []
    fields = iter(said.split("\0"))
    for one in fields:
        *pairs, change = one.split("\n")
        found += ([] for _ in pairs)
        if not change:
            continue
        path = next(fields)
        before, after, old, new, _ = change[1:].split(" ")
        strange = after in (_LINK, _MODULE)
        found[-1].append(Wissel(path, _blob(before, old), _blob(after, new), strange))
    return found


def _blob(mode: str, blob: str) -> str | None:
    return None if mode in (_NIETS, _LINK, _MODULE) else blob


_GEEN_BESTAND = (_NIETS, _MODULE)
"""The modes of what is deleted, and of a repository inside this one, which is not kept here."""


def _versies(changes: bytes) -> Iterator[Versie]:
    """From ``git diff-tree -z``: the id of a commit, then a line and a path for each change."""
    commit = ""
    fields = iter(changes.decode("utf-8", "replace").split("\0")[:-1])
    for one in fields:
        if not one.startswith(":"):
            commit = one
            continue
        path = next(fields)
        _, mode, _, blob, _ = one.split(" ")
        if mode not in _GEEN_BESTAND:
            yield Versie(path, blob, commit)


def _inhoud(stream: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """From ``git cat-file --batch``: a line 'id kind size' and the content, or 'id missing'."""
    for line in stream:
        name, kind, *size = line.decode().split()
        if not size:
            raise GitError(line.decode().strip())
        raw = stream.read(int(size[0]))
        stream.read(1)
        if kind == "blob":
            yield name, raw
