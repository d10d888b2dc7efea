"""``python -m scripts.effect``: what does my change do to the site? Says it as the comment on a
pull request does.

    python -m scripts.effect [--basis COMMIT] [--data DIR] [--site DIR] [--json FILE]

The change is all that is otherwise here than in COMMIT (the last one), or than where this branch
left it, committed or not. The site
of before is built by the code of then, so what a change of the code does to the pages is seen too,
and the pages are compared as they were built: nothing has to guess what depends on what. ``--site``
is the site as it becomes, when that was built already; with ``--json`` the pieces are written for
``scripts.effectbericht``. Not here: what is told (``macros.effect``).
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from macros import kast
from macros.bescherming.historie.weg import CODE as WEG
from macros.effect.maken import Bestanden, Bevonden, Stand, effect
from macros.effect.stukken import Effect, als_json
from macros.effect.tekst import als_tekst, verteld
from macros.issue import has_errors
from macros.klok import vandaag
from macros.load import load, without_collector
from macros.site.verschil import vergeleken
from scripts.build import DOCS, NODE_MODULES
from scripts.check import bevonden
from scripts.publicatie import alleen_inhoud

WERK = "effect"
"""Where the state of before is put for a while: always in one place of what is kept, so that what
is kept of what was read there is found again.
"""
_KAST = ".cache"


NIETS = Effect()
"""What a change does that is none."""


class EffectFout(Exception):
    """It cannot be told; the message is for the person at the keyboard."""


def vertel(basis: str, data: Path, site: Path | None) -> Effect:
    """What changed since a commit. Raises EffectFout."""
    try:
        data = data.resolve().relative_to(Path.cwd())
    except ValueError as error:
        raise EffectFout(
            "De gegevens liggen buiten deze map: git weet niet hoe zij waren."
        ) from error
    if not _git("rev-parse", "--git-dir"):
        raise EffectFout("Deze map heeft geen git-geschiedenis: er is niets om mee te vergelijken.")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{basis}^{{commit}}")
    if not commit:
        raise EffectFout(
            f"Er is geen commit '{basis}'. Noem er een die er is: make effect BASIS=main"
        )
    commit = _git("merge-base", "HEAD", commit) or commit  # what came there later is no change here
    paths = gewijzigd(commit)
    if not paths:
        return NIETS
    with _als_toen(commit) as toen, without_collector():
        now, before = load(data, vandaag()), load(toen / data, vandaag())
        # What was taken away before is no part of this change.
        found = bevonden(now, historie=True)
        issues = [one for one in found if one.code != WEG or (toen / one.path).exists()]
        lines: list[str] = []
        both = None
        if not has_errors(issues) and now.regio:
            old = toen / "site"
            new = site if site and site.is_dir() else toen / "straks"
            _meld("De site van voor de wijziging maken ...")
            failed = _bouw(toen, data, old)
            if new is not site:
                _meld("De site met de wijziging maken ...")
                lines = _bouw(Path.cwd(), data, new)
            if not failed and not lines:
                both = vergeleken(old, new)
        return effect(
            Stand(before, toen / DOCS),
            Stand(now, DOCS),
            Bevonden(issues, _eerder(toen, data), lines),
            _per_soort(paths, data),
            both,
            data.as_posix(),
        )


def gewijzigd(commit: str) -> list[str]:
    """Every file that is otherwise here than in a commit; also one that git does not know yet."""
    changed = _git("diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = _git("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({*f"{changed}{new}".split("\0")} - {""})


def _per_soort(paden: Sequence[str], data: Path) -> Bestanden:
    content = [pad for pad in paden if alleen_inhoud([pad], data.as_posix())]
    records = [pad for pad in content if pad.startswith(f"{data.as_posix()}/")]
    return Bestanden(len(records), len(content) - len(records), len(paden) - len(content))


@contextmanager
def _als_toen(commit: str) -> Iterator[Path]:
    """The project as it was in a commit, with its history and with what is installed here."""
    there = kast.MAP / WERK
    kast.MAP.mkdir(exist_ok=True)
    with _alleen(kast.MAP):
        shutil.rmtree(there, ignore_errors=True)
        try:
            yield _klaargezet(commit, there)
        finally:
            shutil.rmtree(there, ignore_errors=True)


@contextmanager
def _alleen(folder: Path) -> Iterator[None]:
    """Nobody else works there meanwhile; a run that was killed holds nothing."""
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EffectFout(
                "Er loopt al een 'make effect' in deze map. Wacht tot die klaar is."
            ) from error
        yield
    finally:
        os.close(held)


def _klaargezet(commit: str, there: Path) -> Path:
    _git("clone", "--quiet", "--shared", "--no-checkout", ".", str(there))
    _git("-C", str(there), "checkout", "--quiet", "--detach", commit)
    if _git("-C", str(there), "rev-parse", "HEAD") != commit:
        raise EffectFout("Git kan de bestanden van voor de wijziging niet klaarzetten.")
    # What is kept is found by the code that made it, so both may use it.
    for name, shared in ((NODE_MODULES.name, NODE_MODULES), (_KAST, kast.MAP)):
        (there / name).symlink_to(shared.resolve(), target_is_directory=True)
    return there


def _bouw(project: Path, data: Path, out: Path) -> list[str]:
    """Build the site of a project with its own code; the lines of what went wrong."""
    command = [sys.executable, "-m", "scripts.build", "--data", str(data), "--out", str(out)]
    done = subprocess.run(
        command, cwd=project, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return done.stderr.strip().splitlines() or ["?"] if done.returncode else []


def _eerder(project: Path, data: Path) -> frozenset[tuple[str, str, str]]:
    """What its own checks said of a project: its path, code and message."""
    command = [sys.executable, "-m", "scripts.check", "--data", str(data), "--format", "json"]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    try:
        found = json.loads(done.stdout)
        return frozenset((one["path"], one["code"], one["message"]) for one in found)
    except (ValueError, TypeError, KeyError):
        return frozenset()


def _git(*arguments: str) -> str:
    """What git says; nothing when it cannot."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise EffectFout("Hiervoor is het programma git nodig.") from error
    return done.stdout.decode("utf-8", "replace").rstrip("\n") if done.returncode == 0 else ""


def _meld(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when it could be told, also when something is wrong with the change."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.effect", description="Wat doet mijn wijziging?"
    )
    parser.add_argument("--basis", default="HEAD", help="vergelijk met deze commit")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--site", type=Path, help="de site met de wijziging, als die er al is")
    parser.add_argument("--json", type=Path, help="schrijf hier de stukken voor het bericht")
    options = parser.parse_args(arguments)
    try:
        found = vertel(options.basis, options.data, options.site)
    except EffectFout as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        options.json.write_text(als_json(found), encoding="utf-8")
    elif found == NIETS:
        print(f"Er is niets gewijzigd sinds {options.basis}. Kies een eerdere: BASIS=main")
    else:
        print(als_tekst(verteld(found)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
