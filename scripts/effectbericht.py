"""``python3 -m scripts.effectbericht``: what a change does, as a comment on its pull request.

Runs on ``workflow_run``, with the right to write that comment, when the checks of a pull request
are done; it runs the code of the default branch and nothing of the change. What the checks left
may be made by whoever sent the pull request: of its archive one file is read, in memory and within
a bound, and of that file only what ``macros.effect.stukken`` takes. Which pull request it is, and
which commit, GitHub itself says. What is printed is ours alone, for a log is read as commands too.

Uses nothing but Python and gh. Environment: GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GH_TOKEN,
GITHUB_SERVER_URL, DATA (the folder of data). Not here: the words (``macros.effect.tekst``).
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from macros.effect import stukken
from macros.effect.tekst import Plek, als_markdown, niet_te_zeggen, verteld
from scripts.publicatie import alleen_inhoud

ARTEFACT, BESTAND = "effect", "effect.json"
"""What ``test.yml`` calls the archive, and the one file in it."""
SITE = "site"
WERKSTROOM = ".github/workflows/test.yml"
SCHRIJVER = "github-actions[bot]"
_ZIP = stukken.MEEST + 4096
"""An archive of that file is not larger: what does not shrink grows by its names alone."""
_NAAM = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+", re.ASCII)
_SHA = re.compile(r"[0-9a-f]{40}", re.ASCII)
_KENMERK = re.compile(r"<!-- wat deze wijziging doet: (\d{1,20})\.(\d{1,9}) -->")
"""The first line of our comment: the run and the attempt that it tells of."""


class GhFout(Exception):
    """GitHub did not do what was asked; the text is ours."""


@dataclass(frozen=True, slots=True)
class Run:
    """The checks that ended, as GitHub tells of them. ``kop_repo`` is empty when it is gone."""

    repo: str
    id: int
    poging: int
    uitkomst: str
    kop_repo: str
    kop_tak: str
    kop: str

    @property
    def kenmerk(self) -> str:
        """The first line of the comment about it."""
        return f"<!-- wat deze wijziging doet: {self.id}.{self.poging} -->"


def gelezen_run(event: Mapping[str, Any], repo: str) -> Run | None:
    """The run of an event, when it is that of a pull request."""
    run = event["workflow_run"]
    if run["event"] != "pull_request" or str(run["path"]).partition("@")[0] != WERKSTROOM:
        return None
    head = (run.get("head_repository") or {}).get("full_name") or ""
    found = Run(
        repo,
        int(run["id"]),
        int(run["run_attempt"]),
        str(run["conclusion"]),
        head if _NAAM.fullmatch(head) else "",
        str(run["head_branch"] or ""),
        str(run["head_sha"]),
    )
    return found if _NAAM.fullmatch(repo) and _SHA.fullmatch(found.kop) else None


def gh(*arguments: str, body: Mapping[str, Any] | None = None) -> Any:
    """What the API answers, as JSON; with ``body`` something is written."""
    more = ["--input", "-"] if body is not None else []
    done = subprocess.run(
        ["gh", "api", *arguments, *more],
        input=None if body is None else json.dumps(body).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise GhFout("GitHub gaf geen antwoord, of weigerde.")
    return json.loads(done.stdout or b"null")


def voorstel(run: Run, standaardtak: str) -> int | None:
    """The number of the pull request that these checks were about, as long as it is open and no
    newer commit was pushed to it.

    GitHub does not say it of one from another repository, so the branch is asked for.
    """
    if not run.kop_repo:
        return None
    head = quote(f"{run.kop_repo.partition('/')[0]}:{run.kop_tak}", safe="")
    asked = gh(f"repos/{run.repo}/pulls?state=open&per_page=100&head={head}")
    there = [
        one
        for one in asked
        if one["head"]["sha"] == run.kop
        and (one["head"]["repo"] or {}).get("full_name") == run.kop_repo
        and one["base"]["repo"]["full_name"] == run.repo
    ]
    if len(there) > 1:
        there = [one for one in there if one["base"]["ref"] == standaardtak]
    return int(there[0]["number"]) if len(there) == 1 else None


def verandert_code(run: Run, nummer: int, data: str) -> bool:
    """Whether more than data and prose changes, as GitHub tells it; also when it does not tell all
    (it stops at 3,000 files).
    """
    paths: list[str] = []
    for one in _alle(f"repos/{run.repo}/pulls/{nummer}/files"):
        paths += [str(one[name]) for name in ("filename", "previous_filename") if one.get(name)]
    return len(paths) >= _MEESTE_BESTANDEN or not alleen_inhoud(paths, data)


_MEESTE_BESTANDEN = 3000


def _alle(vraag: str) -> Iterator[Mapping[str, Any]]:
    """Each of a list of the API, which gives a hundred at a time."""
    page = 1
    while True:
        asked = gh(f"{vraag}?per_page=100&page={page}")
        yield from asked
        if len(asked) < 100:
            return
        page += 1


def artefact(run: Run, naam: str) -> Mapping[str, Any] | None:
    """The newest of that name that the checks left; None when there is none any more."""
    asked = gh(f"repos/{run.repo}/actions/runs/{run.id}/artifacts?per_page=100&name={naam}")
    there = [one for one in asked["artifacts"] if one["name"] == naam and not one["expired"]]
    found: Mapping[str, Any] | None = max(there, key=lambda one: int(one["id"]), default=None)
    return found


def opgehaald(run: Run) -> stukken.Effect | None:
    """What the checks say of the change; None when that is nothing, or nothing to be trusted."""
    there = artefact(run, ARTEFACT)
    if there is None or int(there["size_in_bytes"]) > _ZIP:
        return None
    with subprocess.Popen(
        ["gh", "api", f"repos/{run.repo}/actions/artifacts/{int(there['id'])}/zip"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        raw = process.stdout.read(_ZIP + 1)
        if len(raw) > _ZIP:
            process.kill()
    if len(raw) > _ZIP or process.returncode:
        return None
    try:
        return stukken.uit_json(uitgepakt(raw))
    except stukken.Geweigerd as error:
        print(f"Wat de controle achterliet, is niet te gebruiken: {error}.")
        return None


def uitgepakt(raw: bytes) -> bytes:
    """The one file in an archive; nothing is written anywhere. Raises Geweigerd.

    What the archive says of its size is not believed: no more is unpacked than there may be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            (one,) = archive.infolist()
            if one.filename != BESTAND or one.flag_bits & 0x1:
                raise stukken.Geweigerd("een ander bestand")
            if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise stukken.Geweigerd("een ander soort zip")
            with archive.open(one) as file:
                found = file.read(stukken.MEEST + 1)
    except (ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise stukken.Geweigerd("geen zip met één bestand") from error
    except (OSError, RuntimeError) as error:
        raise stukken.Geweigerd("een zip die niet te lezen is") from error
    return found


@dataclass(frozen=True, slots=True)
class Eerder:
    """Our comment as it is: its number, what it says, and of which run it tells."""

    id: int
    tekst: str
    run: tuple[int, int]


def eerdere(repo: str, nummer: int) -> Iterator[Eerder]:
    """Our own comments, the oldest first. Anybody can write our first line; nobody can be us."""
    for one in _alle(f"repos/{repo}/issues/{nummer}/comments"):
        user, text = one["user"] or {}, one["body"] or ""
        mark = _KENMERK.match(text)
        if mark and user.get("login") == SCHRIJVER and user.get("type") == "Bot":
            yield Eerder(int(one["id"]), text, (int(mark[1]), int(mark[2])))


def schrijf(run: Run, nummer: int, tekst: str) -> str:
    """Write or renew the comment, unless it tells of a later run already; says what was done."""
    old = next(eerdere(run.repo, nummer), None)
    if old is None:
        gh(f"repos/{run.repo}/issues/{nummer}/comments", "--method", "POST", body={"body": tekst})
        return "Het bericht staat er."
    if old.run > (run.id, run.poging):
        return "Er staat al een bericht over een nieuwere controle."
    if old.tekst.strip() != tekst.strip():
        there = f"repos/{run.repo}/issues/comments/{old.id}"
        gh(there, "--method", "PATCH", body={"body": tekst})
    return "Het bericht is bijgewerkt."


def bericht(run: Run, nummer: int, server: str, data: str) -> str | None:
    """The comment about a run; None when it ended before it could say anything."""
    if run.uitkomst not in ("success", "failure", "timed_out"):
        return None
    effect = opgehaald(run)
    site = artefact(run, SITE) if effect else None
    plek = Plek(
        server,
        run.repo,
        run.kop_repo,
        run.kop,
        run.id,
        run.uitkomst == "success",
        int(site["id"]) if site else None,
        verandert_code(run, nummer, data),
    )
    return als_markdown(verteld(effect, plek) if effect else niet_te_zeggen(plek), run.kenmerk)


def main() -> int:
    """Run the command; what it prints holds nothing that others wrote."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    run = gelezen_run(event, os.environ["GITHUB_REPOSITORY"])
    branch = str(event["repository"]["default_branch"])
    try:
        if run is None or (nummer := voorstel(run, branch)) is None:
            print("Er is geen open voorstel met deze commit; er wordt niets geschreven.")
            return 0
        text = bericht(run, nummer, os.environ["GITHUB_SERVER_URL"], os.environ["DATA"])
        if text is None:
            print("De controle is afgebroken; er wordt niets geschreven.")
        elif voorstel(run, branch) != nummer:
            print("Er kwam intussen een nieuwere commit; die krijgt haar eigen bericht.")
        else:
            print(schrijf(run, nummer, text))
    except GhFout as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
