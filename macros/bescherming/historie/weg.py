"""Records that git had and that are not there any more: their page is gone from its address.

A record that no longer counts is archived, so that its address and its name stay. It is told, and
stops nothing: what should never have been on the site must be able to go. Not here: what should
never have been committed (``controle``).
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros import kast
from macros.bescherming.historie.opslag import GitError, Opslag, opslag
from macros.issue import Issue, Level

CODE = "bestand-weg"
_GEARCHIVEERD = " met status: gearchiveerd"
"""A table has no state of its own."""
SAME = 0.6
"""A new file that is so much like the one that went is that one, under another name."""


def verdwenen(map_: Path, data: Path, mappen: Mapping[str, str]) -> tuple[Issue, ...]:
    """A warning for each record below ``data`` that the branch of ``map_`` had, and has no more.

    ``mappen`` has the folders of records, each with how the name of a file there ends, and files
    that stand by themselves (with nothing). Nothing when
    ``data`` is elsewhere, or when there is no history to look at.
    """
    bron = opslag(map_)
    try:
        onder = data.resolve().relative_to(map_.resolve()).as_posix()
        if isinstance(bron, str) or not (kop := bron.kop()):
            return ()
        what = (kast.code("bescherming/historie"), kop, onder.encode())
        gone = json.loads(kast.bewaard("weg", what, lambda: json.dumps(bron.gewist(onder))))
        return tuple(_weg(bron, map_, onder, gone, data, mappen))
    except (GitError, ValueError):
        return ()


def _weg(
    bron: Opslag,
    map_: Path,
    onder: str,
    gone: Mapping[str, tuple[str, str]],
    data: Path,
    mappen: Mapping[str, str],
) -> Iterator[Issue]:
    kept = bron.bijgehouden(onder)
    lost = {path: ("HEAD", "") for path in kept if not (map_ / path).is_file()}
    known = {(map_ / path).resolve() for path in kept}
    new = [one for one in data.rglob("*.yml") if one.resolve() not in known] if lost else []
    found: dict[tuple[str, str, str], list[str]] = {}
    for path, (commit, day) in sorted({**gone, **lost}.items()):
        own = path.removeprefix(f"{onder}/")
        if (map_ / path).is_file() or not _is_record(own, mappen):
            continue
        if commit == "HEAD" and _heet_anders(bron, path, new):
            continue
        folder = path.rpartition("/")[0]
        whole = own not in mappen and not any((map_ / folder).glob(f"*{Path(path).suffix}"))
        found.setdefault((folder if whole else path, commit, day), []).append(path)
    for (path, commit, day), files in found.items():
        since = f"sinds {day} " if day else ""
        source = f"{commit[:10]}~1" if day else commit
        message = f"Dit bestand is {since}weg, en zo ook het adres van de pagina."
        own = files[0].removeprefix(f"{onder}/")
        if own in mappen:
            message = f"Dit bestand is {since}weg, en zo ook wat de site eruit liet zien."
        archives = files[0].endswith(".yml") and own not in mappen
        tip = f"Zet het terug{_GEARCHIVEERD if archives else ''}"
        if len(files) == 1:
            path = files[0]
        else:
            message = f"Deze map is {since}weg, met {len(files)} bestanden en hun pagina's."
            tip = "Zet haar terug"
        tip += (
            f". Terugzetten: git restore --source={source} -- {path} (op GitHub: zie "
            "CONTRIBUTING.md, 'Terugdraaien en terugkijken')."
        )
        name = f"{data.as_posix()}/{path.removeprefix(f'{onder}/')}"
        yield Issue(name, 1, 1, CODE, message, tip, Level.LET_OP)


def _is_record(name: str, mappen: Mapping[str, str]) -> bool:
    file = Path(name)
    return mappen.get(name) == "" or mappen.get(file.parent.as_posix()) == file.suffix


def _heet_anders(bron: Opslag, path: str, new: list[Path]) -> bool:
    """Whether the file stands there under a name that git does not know yet."""
    [(_, raw)] = bron.inhoud([f"HEAD:{path}"])
    old = raw.decode("utf-8", "replace").splitlines()
    return any(
        difflib.SequenceMatcher(None, old, _regels(one), autojunk=False).ratio() >= SAME
        for one in new
    )


def _regels(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines()
