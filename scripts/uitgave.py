"""``python -m scripts.uitgave``: give the state of the data a name, so that it can be cited.

    python -m scripts.uitgave 2026-1 --titel "Voor de raad" [--waarom ZIN] [--data DIR] [--proef]

Writes a record (``versies/2026-1.yml``), commits it alone and tags that commit ``data/2026-1``. All
of it or nothing: when anything refuses, a hook too, all is as it was. Who commits is who git says.

Not here: what a page shows of it (``views.regio.versies``), or building it again (``versie``).
"""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.bescherming.historie.opslag import GitError, Opslag, opslag_van
from macros.invoer.bezwaar import bezwaren
from macros.issue import as_text
from macros.klok import vandaag
from macros.model.geheel import pad_van
from macros.model.regio import Versie
from macros.model.validate import validate
from macros.source.nodes import Loc, parse
from macros.source.samen import waarom
from macros.source.writer import canonical
from macros.wijziging.gitstand import GEEN_COMMIT
from macros.wijziging.stand import TAG
from scripts.check import main as check

NIETS = "Er is niets veranderd."

_GIT = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
)
"""What a hook sets, and what would have another repository asked."""

_BEZIG = {
    "MERGE_HEAD": "een samenvoeging (git merge)",
    "CHERRY_PICK_HEAD": "een overname (git cherry-pick)",
    "REVERT_HEAD": "een terugdraaiing (git revert)",
    "rebase-merge": "een rebase",
    "rebase-apply": "een rebase",
}
"""What git has begun and not ended, by the file it keeps of it."""


_VELDEN: Mapping[Loc, str] = {("id",): "NAAM: ", ("titel",): "TITEL: ", ("waarom",): "WAAROM: "}
"""What somebody typed, by the field it became."""


class UitgaveFout(Exception):
    """There is no named state. The message is for the person at the keyboard."""


def omgeving() -> dict[str, str]:
    """The environment, but for what would have git look elsewhere."""
    return {name: one for name, one in os.environ.items() if name not in _GIT}


def git(*arguments: str, stdin: str = "", map_: Path | None = None) -> str:
    """What git says in a folder, or here. Raises GitError with what it says against it."""
    with subprocess.Popen(
        ["git", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=omgeving() | {"GIT_LITERAL_PATHSPECS": "1"},
        cwd=map_,
    ) as process:
        try:
            out, err = process.communicate(stdin)
        except BaseException:
            process.terminate()  # and not killed: it takes its locks away
            process.wait()
            raise
    if process.returncode:
        raise GitError("\n".join(filter(None, map(str.strip, (err, out)))))
    return out.strip()


def _breek_af(*_: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def _bij_signaal(doe: Callable[..., None] | signal.Handlers) -> Iterator[None]:
    """What happens when somebody ends the command or closes its window."""
    told = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {one: now for one in told if (now := signal.getsignal(one)) is not signal.SIG_IGN}
    for one in before:
        signal.signal(one, doe)
    try:
        yield
    finally:
        for one, now in before.items():
            signal.signal(one, now)


def record(naam: str, titel: str, doel: str) -> str:
    """The file of a named state of today. Raises UitgaveFout when a field cannot be so."""
    fields = {"id": naam, "titel": titel, "datum": str(vandaag()), "waarom": doel}
    text = canonical({name: one for name, one in fields.items() if one})
    document, wrong = parse(text, pad_van(Versie, naam))
    if document is not None and not wrong:
        _, wrong = validate(document, Versie)
    if wrong:
        said = [f"{_VELDEN.get(one.loc, '')}{one.message} {one.tip}".strip() for one in wrong]
        raise UitgaveFout("\n".join(said))
    return text


@dataclass(frozen=True)
class Uitgave:
    """One state that gets a name: ``onder`` is where ``data`` lie in the repository ``bron``."""

    bron: Opslag
    onder: str
    data: Path
    naam: str

    @property
    def tag(self) -> str:
        """What git calls it."""
        return f"{TAG}{self.naam}"

    @property
    def file(self) -> Path:
        """Its record."""
        return self.data / pad_van(Versie, self.naam)

    @property
    def pad(self) -> str:
        """The same, as git knows it."""
        return (PurePosixPath(self.onder) / pad_van(Versie, self.naam)).as_posix()

    def git(self, *arguments: str, stdin: str = "") -> str:
        """What git says there. Raises GitError."""
        return git(*arguments, stdin=stdin, map_=self.bron.map)

    def tak(self) -> str:
        """The branch that is checked out, when git can go on from there. Raises UitgaveFout."""
        if not self.bron.kop():
            raise UitgaveFout(f"Een stand krijgt haar naam in git: {GEEN_COMMIT}")
        if self.bron.is_ondiep():
            raise UitgaveFout(
                "Hier staan alleen de nieuwste commits. Haal eerst alles op: git fetch --unshallow"
            )
        for name, what in _BEZIG.items():
            if (self.bron.map / self.git("rev-parse", "--git-path", name)).exists():
                raise UitgaveFout(f"Git is nog bezig met {what}. Maak dat eerst af.")
        try:
            return self.git("symbolic-ref", "--quiet", "--short", "HEAD")
        except GitError:
            raise UitgaveFout(
                "Je staat op een losse commit, niet op een tak. Ga eerst naar je tak: "
                "git switch main"
            ) from None

    def kan(self) -> None:
        """Nothing has this name, or had it, and all data are committed. Raises UitgaveFout."""
        if self.file.exists():
            raise UitgaveFout(f"De naam is al gebruikt: {self.file} is er al. Kies een andere.")
        if self.bron.begonnen(self.pad):
            raise UitgaveFout(
                f"De naam is eerder gebruikt: {self.file} was er al eens. Kies een andere."
            )
        for other in (TAG.rstrip("/"), *(f"{TAG}{one}" for one in self.bron.tags(TAG))):
            taken = f"{other}/".startswith(f"{self.tag}/") or self.tag.startswith(f"{other}/")
            if taken and self._is_er(other):
                raise UitgaveFout(
                    f"De naam kan niet: de tag {other} is er al. Kies een andere, of haal die tag "
                    "weg als hij een vergissing was."
                )
        if self.bron.is_los(self.onder):
            raise UitgaveFout(
                f"In {self.data} staan wijzigingen die nog niet zijn vastgelegd. Leg ze eerst "
                "vast, of zet ze terug. Welke het zijn, zegt: git status"
            )

    def _is_er(self, tag: str) -> bool:
        with suppress(GitError):
            return bool(self.git("rev-parse", "--verify", "--quiet", f"refs/tags/{tag}"))
        return False

    def leg_vast(self, text: str, waarover: str) -> None:
        """Write, commit and tag; when that fails all is as it was. Raises UitgaveFout."""
        file = str(self.file.resolve())
        before = self.git("rev-parse", "HEAD")
        new_folder = not self.file.parent.exists()
        try:
            self.file.parent.mkdir(exist_ok=True)
            with self.file.open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
            said = f"The data have a name: {self.naam}\n\n{waarover}\n"
            self.git("add", "--", file)
            meant = self.git("rev-parse", f":{self.pad}")
            self.git(*_COMMIT, "--only", "--", file, stdin=said)
            self._is_alleen(before, meant)
            self.git(*_TAG, self.tag, self.git("rev-parse", "HEAD"), stdin=f"{waarover}\n")
        except BaseException as error:
            with _bij_signaal(signal.SIG_IGN):
                self._terug(before, new_folder=new_folder)
            if isinstance(error, GitError):
                raise UitgaveFout(f"Git weigerde. Git zegt:\n{error}") from error
            raise

    def _is_alleen(self, before: str, meant: str) -> None:
        """The commit is this one file, as it was meant. Raises UitgaveFout."""
        changed = self.git("diff-tree", "-r", "-z", "--name-only", before, "HEAD").split("\0")
        wrong = [one for one in changed if one not in ("", self.pad)]
        if self.pad not in changed or self.git("rev-parse", f"HEAD:{self.pad}") != meant:
            wrong.insert(0, self.pad)
        if wrong:
            raise UitgaveFout(
                "Een naam komt in een commit van zichzelf, maar een haak van git (zoals "
                f"pre-commit) veranderde daar iets in: {', '.join(wrong)}. Zet die haak uit, of "
                "leg eerst vast wat hij verandert."
            )

    def _terug(self, before: str, *, new_folder: bool) -> None:
        """Take away what was made, and nothing else: what was staged beside it stays so.

        Raises GitError when git keeps a commit that was made.
        """
        now = self.git("rev-parse", "HEAD")
        with suppress(GitError):
            if self.git("rev-parse", f"refs/tags/{self.tag}^{{commit}}") == now != before:
                self.git("update-ref", "-d", f"refs/tags/{self.tag}")
        if now != before:
            self.git("update-ref", "-m", f"uitgave: {self.tag} ging niet", "HEAD", before, now)
        with suppress(GitError):
            file = str(self.file.resolve())
            self.git("rm", "--quiet", "--cached", "--force", "--ignore-unmatch", "--", file)
        self.file.unlink(missing_ok=True)
        if new_folder:
            with suppress(OSError):
                self.file.parent.rmdir()

    def nog_te_doen(self, tak: str) -> str:
        """What sends it on."""
        remote = "origin"
        for asked in (("remote",), ("config", f"branch.{tak}.remote")):
            with suppress(GitError):
                known = self.git(*asked).splitlines()
                remote = known[0] if known and "origin" not in known else remote
        where = "" if self.bron.map == Path.cwd() else f"-C {shlex.quote(str(self.bron.map))} "
        return f"git {where}push --atomic {remote} {tak} {self.tag}"


_COMMIT = ("commit", "--quiet", "--cleanup=whitespace", "-F", "-")
_TAG = ("tag", "-a", "--cleanup=whitespace", "-F", "-")


def geef_naam(naam: str, titel: str, doel: str, data: Path, *, proef: bool) -> str:
    """Name the state of ``data``; gives what is still to be done. Raises UitgaveFout."""
    text = record(naam, titel, doel)
    found = opslag_van(data)
    if isinstance(found, str):
        raise UitgaveFout(f"Een stand krijgt haar naam in git: {found}")
    one = Uitgave(*found, data, naam)
    tak = one.tak()
    one.kan()
    history = ["--historie"] if one.bron.map == Path.cwd() else []
    if check(["--data", str(data), *history]):
        raise UitgaveFout("De gegevens hebben fouten. Verbeter ze eerst, en leg dat vast.")
    if wrong := bezwaren(data, {pad_van(Versie, naam): text}, vandaag()):
        raise UitgaveFout(as_text(wrong))
    if proef:
        print(f"Zo komt {one.file} eruit te zien:\n{text}", end="")
        return f"Proef: de tag zou {one.tag} heten. {NIETS}"
    one.leg_vast(text, f"{titel}\n\n{doel}".strip())
    return f"Nog te doen: {one.nog_te_doen(tak)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the state has its name."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.uitgave", description="Geef de stand van de gegevens een naam."
    )
    parser.add_argument("naam", help="kleine letters, cijfers en streepjes, zoals 2026-1")
    parser.add_argument("--titel", required=True, help="hoe de stand heet")
    parser.add_argument("--waarom", default="", help="waar de stand voor is, in één zin")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--proef", action="store_true", help="laat alleen zien wat er zou gebeuren")
    options = parser.parse_args(arguments)
    try:
        with _bij_signaal(_breek_af):
            todo = geef_naam(
                options.naam, options.titel, options.waarom, options.data, proef=options.proef
            )
    except KeyboardInterrupt:
        print(f"Afgebroken.\n{NIETS}", file=sys.stderr)
        return 1
    except GitError as error:
        print(f"Git weigerde. Git zegt:\n{error}", file=sys.stderr)
        return 1
    except (UitgaveFout, OSError) as error:
        why = waarom(error) if isinstance(error, OSError) else error
        print(f"{why}\n{NIETS}", file=sys.stderr)
        return 1
    if not options.proef:
        print(f"De gegevens hebben een naam: versie {options.naam} (tag {TAG}{options.naam}).")
    print(todo)
    return 0


if __name__ == "__main__":
    sys.exit(main())
