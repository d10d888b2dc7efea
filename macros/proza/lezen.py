"""The pages read as the data are: for what no text may hold, and for their form.

What was found right is kept, so that only what changed is looked at again. Not here: what can be
wrong with the form of a page (``pagina``), or the words that are wrong (``lezing``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros import kast
from macros.issue import Issue
from macros.load import nalezer
from macros.model.geheel import SOORTEN, Regio, pad_van
from macros.model.regio import Uitzonderingen
from macros.nalezen import Nalezer, Schoon
from macros.source.bytes import read_text

_CODE = ("issue.py", "lezing", "model", "proza", "render/blokken", "source", "taal", "views")


def gebreken(data: Path, regio: Regio | None) -> Iterator[Issue]:
    """Everything that is wrong with the pages beside ``data``, when there are any.

    Where the data make no region, neither its exceptions nor its threshold are known: then nothing
    is said of small counts.
    """
    docs = data.parent / "docs"
    talen = [str(taal) for taal in regio.instellingen.talen] if regio else _talen(docs)
    files = [file for taal in talen for file in sorted((docs / taal).rglob("*.md"))]
    if not files:
        return
    for taal in talen:
        yield from _vreemd(docs / taal)
    with Schoon.onthouden(docs) as schoon:
        lezer = nalezer(regio, schoon)
        for file in files:
            waar = f"{docs.name}/{file.relative_to(docs).as_posix()}"
            text = read_text(file, file.as_posix()).text
            found = [*lezer.pagina(waar, file.as_posix(), text)] if text is not None else []
            found += lezer.naam(waar, file.as_posix())
            yield from (one for one in found if regio or one.code != "klein-aantal")
    yield from _leeg(lezer, f"{data.as_posix()}/{pad_van(Uitzonderingen)}")
    key = _kenmerk(docs, files, regio)
    if kast.lees("proza", key) is None:
        from macros.proza import pagina  # with all that makes HTML: only when it is needed

        found = pagina.gebreken(docs, talen, regio)
        if not found:
            kast.schrijf("proza", key, "")
        yield from found


_BEELD = frozenset([".svg", ".png", ".jpg", ".jpeg", ".webp"])


def _vreemd(folder: Path) -> Iterator[Issue]:
    """Files that MkDocs would publish as they are, while they are no page and no picture."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in {".md", *_BEELD} and file.name[0] not in "._":
            message = "Dit bestand is geen pagina, en komt zo op de site."
            tip = "Een pagina eindigt op .md, in kleine letters. Is het iets anders, haal het weg."
            yield Issue(file.as_posix(), 1, 1, "vreemd-bestand", message, tip)


def _talen(docs: Path) -> list[str]:
    return sorted(file.parent.name for file in docs.glob("*/index.md"))


def _kenmerk(docs: Path, files: list[Path], regio: Regio | None) -> str:
    """All that decides what is found."""
    records = [getattr(regio, soort.veld) for soort in SOORTEN] if regio else []
    known = [sorted(one) if isinstance(one, Mapping) else bool(one) for one in records]
    scripts = sorted(one.name for one in docs.glob("theme/assets/js/*.js"))
    parts = [kast.code(*_CODE), repr((str(docs.resolve()), known, scripts)).encode()]
    for file in files:
        parts += [file.as_posix().encode(), file.read_bytes()]
    return kast.sleutel(parts)


def _leeg(lezer: Nalezer, naam: str) -> Iterator[Issue]:
    """Exceptions about pages that found nothing."""
    for index, waar in lezer.uitzonderingen.ongebruikt():
        if waar.endswith(".md"):
            message = f"Uitzondering {index + 1} vindt niets (meer) in {waar}."
            tip = "Haal haar weg, of neem de woorden precies over zoals ze er staan."
            yield Issue(naam, 1, 1, "lege-uitzondering", message, tip)
