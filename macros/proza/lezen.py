"""The pages read as the data are: for what no text may hold, and for their form.

What was found right is kept, so that only what changed is looked at again. Not here: what can be
wrong with the form of a page (``pagina``), or the words that are wrong (``lezing``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros import kast
from macros.issue import Issue
from macros.lezing import Lezing
from macros.load import nalezer
from macros.model.geheel import SOORTEN, Regio, pad_van
from macros.model.regio import Uitzondering, Uitzonderingen
from macros.model.validate import validate
from macros.nalezen import Lezingen, Nalezer
from macros.source.bytes import read_text
from macros.source.nodes import Document, parse

EIGEN = pad_van(Uitzonderingen)
"""Words in pages that may stand there, with the reason, in a file beside them."""

_CODE = ("issue.py", "lezing", "model", "proza", "render/blokken", "source", "taal", "views")


def gebreken(data: Path, regio: Regio | None) -> list[Issue]:
    """Everything that is wrong with the pages beside ``data``; each thing of a line once."""
    found = {(one.path, one.line, one.code, one.column): one for one in _gevonden(data, regio)}
    return sorted(found.values())


def _gevonden(data: Path, regio: Regio | None) -> Iterator[Issue]:
    """Everything that is wrong with the pages beside ``data``, when there are any.

    They belong to the site and not to a region, and so do their exceptions (``EIGEN``).
    """
    docs = data.parent / "docs"
    talen = [str(taal) for taal in regio.instellingen.talen] if regio else _talen(docs)
    files = [file for taal in talen for file in sorted((docs / taal).rglob("*.md"))]
    if not files:
        return
    for taal in talen:
        yield from _vreemd(docs / taal)
    with Lezingen.onthouden(docs) as lezingen:
        exceptions, document, issues = _uitzonderingen(docs / EIGEN)
        yield from issues
        places = nalezer(regio).lezing.plaatsen
        lezer = Nalezer(Lezing(plaatsen=places), exceptions, lezingen)
        for file in files:
            waar = f"{docs.name}/{file.relative_to(docs).as_posix()}"
            text = read_text(file, file.as_posix()).text
            found = [*lezer.pagina(waar, file.as_posix(), text)] if text is not None else []
            yield from (*found, *lezer.naam(waar, file.as_posix()))
    yield from lezer.lege(document) if document else ()
    yield from vormgebreken(docs, talen, regio)


def vormgebreken(docs: Path, talen: Sequence[str], regio: Regio | None = None) -> list[Issue]:
    """What is wrong with the form of the pages (``pagina.gebreken``); what was right is known."""
    files = [file for taal in talen for file in sorted((docs / taal).rglob("*.md"))]
    key = _kenmerk(docs, files, regio)
    if kast.lees("proza", key) is not None:
        return []
    from macros.proza import pagina  # with all that makes HTML: only when it is needed

    found = pagina.gebreken(docs, talen, regio)
    if not found:
        kast.schrijf("proza", key, "")
    return found


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


def _uitzonderingen(
    file: Path,
) -> tuple[tuple[Uitzondering, ...], Document | None, list[Issue]]:
    """The exceptions of the pages, in the form that those of a region have."""
    if not file.is_file():
        return (), None, []
    text = read_text(file, file.as_posix())
    document, issues = parse(text.text or "", file.as_posix())
    if document is None:
        return (), None, [*text.issues, *issues]
    found, wrong = validate(document, Uitzonderingen)
    return found.uitzonderingen if found else (), document, [*text.issues, *issues, *wrong]
