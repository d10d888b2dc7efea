"""``python -m scripts.versie``: the site of a named state of the data, built again.

    python -m scripts.versie 2026-1 --out DIR [--data DIR]

From the repository: with the code and the data of its tag, as on the day of that state, in a
worktree that is gone when it is done. What that code needs is used from here when it needs the
same, and fetched when it needs something else.

Not here: giving a state its name (``uitgave``).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.bescherming.historie.opslag import GitError, opslag
from macros.issue import nearest
from macros.model.basis.verwijzing import kan_id_zijn
from macros.model.geheel import pad_van
from macros.model.regio import Instellingen
from macros.wijziging.stand import TAG
from scripts.uitgave import git, omgeving

VAST = ("requirements.txt", "requirements-werkbank.txt", "package-lock.json")
"""What says which packages a build takes."""

OUD = "Deze stand is van voor de bouw zoals die nu is: haar site is niet te maken."

_KLAAR = (".venv", "node_modules")


class VersieFout(Exception):
    """The site is not built. The message is for the person at the keyboard."""


def bouw(naam: str, out: Path, data: Path) -> None:
    """Build the site of a named state into ``out``. Raises VersieFout; nothing else is left."""
    commit = _commit(naam.removeprefix(TAG))
    if data.is_absolute() or ".." in data.parts:
        raise VersieFout("Noem de map met gegevens zoals zij in git heet, zoals data.")
    with _uitgepakt(commit) as house:
        if not (house / data / pad_van(Instellingen)).is_file():
            raise VersieFout(
                f"In deze stand is er geen map {data} met gegevens. Heette zij anders? "
                "Noem haar: DATA=MAP"
            )
        if not (house / "scripts/build.py").is_file():
            raise VersieFout(OUD)
        env = omgeving() | {"SOURCE_DATE_EPOCH": git("show", "-s", "--format=%ct", commit)}
        command = _opdracht(house, data, out.resolve())
        done = subprocess.run(command, cwd=house, env=env, check=False)
    if done.returncode:
        raise VersieFout(f"De site van versie {naam} is niet gebouwd: zie hierboven.")


def _commit(naam: str) -> str:
    bron = opslag(Path.cwd())
    if isinstance(bron, str):
        raise VersieFout(f"Een versie komt uit git: {bron}")
    tags = bron.tags(TAG)
    if naam in tags:
        return tags[naam]
    near = nearest(naam, tags)
    tip = near or "Haal de tags op: git fetch --tags"
    what = f"de tag {TAG}{naam} is er niet." if kan_id_zijn(naam) else f"'{naam}' is geen naam."
    raise VersieFout(f"Deze versie is hier niet: {what} {tip}")


@contextmanager
def _uitgepakt(commit: str) -> Iterator[Path]:
    """A worktree of a commit, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="versie-") as scratch:
        house = Path(scratch) / "huis"
        try:
            git("-c", "core.hooksPath=/dev/null", "worktree", "add", "--quiet", "--detach",
                str(house), commit)  # fmt: skip
            yield house
        finally:
            with suppress(GitError):
                git("worktree", "remove", "--force", "--force", str(house))


def _opdracht(house: Path, data: Path, out: Path) -> list[str]:
    """What builds the site there: with what is ready here, or by its own set-up."""
    here = Path.cwd()
    if all(_zelfde(here / name, house / name) for name in VAST):
        for name in _KLAAR:
            if (here / name).exists() and not (house / name).exists():
                (house / name).symlink_to((here / name).resolve())
        return [sys.executable, "-m", "scripts.build", "--data", str(data), "--out", str(out)]
    if not (house / "Makefile").is_file():
        raise VersieFout(OUD)
    print("Deze stand heeft andere pakketten nodig: die worden opgehaald.", file=sys.stderr)
    return ["make", "--no-print-directory", "build", f"DATA={data}", f"OUT={out}"]


def _zelfde(one: Path, other: Path) -> bool:
    return one.is_file() == other.is_file() and (
        not one.is_file() or one.read_bytes() == other.read_bytes()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the site is there."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.versie", description="Bouw de site van een benoemde stand opnieuw."
    )
    parser.add_argument("naam", help="de naam van de stand, zoals 2026-1")
    parser.add_argument("--out", type=Path, required=True, help="map voor de site")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    options = parser.parse_args(arguments)
    try:
        bouw(options.naam, options.out, options.data)
    except (VersieFout, GitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
