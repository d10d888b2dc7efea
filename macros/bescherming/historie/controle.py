"""The whole history, read once: what should never have been committed, and how it came there.

A problem says where, never which number: what is printed here may stand in a public log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from macros import kast
from macros.bescherming.historie.opslag import GitError, Opslag, Versie, opslag
from macros.bescherming.historie.soort import TABEL, soort_van_inhoud, soort_van_naam
from macros.bescherming.historie.tabel import kleine_aantallen, lees, persoonskolommen
from macros.drempel import DREMPEL
from macros.issue import Issue, Level
from macros.source.nodes import parse

PLAATSEN = (
    r"data/monitor/waarnemingen/[^/]+\.csv",  # published figures, looked into for small counts
    r"data/monitor/uitgaven/[^/]+/[^/]+\.csv",  # protected releases, looked into as well
    r"tests/data_mini/monitor/.+\.csv",  # the invented region
    r"tests/golden/[^/]+/[^/]+\.csv",  # downloads that the tests make of the invented region
)
"""Where a table in text may be. No other kind of file with raw data may be anywhere.

The only exceptions there are: each one is a change of code, with its reason, that somebody reads.
"""
_INDICATOR = re.compile(r"data/monitor/indicatoren/([^/]+)\.yml")
_LOSSE_TEKST = (".txt", ".dat", ".asc", ".prn")
"""Other names under which a table in text goes about."""

_TIP = (
    "Verwijderen is niet genoeg: de oude versie blijft leesbaar. Staat het nog niet op GitHub, zet "
    "het er dan niet op. Staat het er al, meld het dan als mogelijk datalek. Laat het in beide "
    "gevallen uit de hele geschiedenis halen (git filter-repo)."
)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What was found in how many versions of files; ``niet_gekeken`` says why nothing was read."""

    issues: tuple[Issue, ...]
    versies: int = 0
    niet_gekeken: str = ""


def controleer(map_: Path, drempel: int = DREMPEL, data: str = "data") -> Uitslag:
    """Every problem in the history of the repository of which ``map_`` is the top.

    ``data`` is where the data of the region lie in it; what once lay in ``data`` counts as well.
    """
    bron = opslag(map_)
    if isinstance(bron, str):
        return Uitslag((), niet_gekeken=bron)
    try:
        what = (kast.code("bescherming/historie", "source", "issue.py"), bron.stand())
        settings = f"{drempel} {data}".encode()
        kept = kast.bewaard(
            "historie", (*what, settings), lambda: _als_tekst(_controleer(bron, drempel, data))
        )
    except GitError as error:
        message = f"Git kan de geschiedenis niet lezen: {error}"
        tip = "Haal het project opnieuw op (git clone) en controleer dat."
        return Uitslag((Issue(".git", 1, 1, "git", message, tip),))
    return _uit_tekst(kept)


def _controleer(bron: Opslag, drempel: int, data: str) -> Uitslag:
    """Raises GitError."""
    issues = [_onvolledig()] if bron.is_ondiep() else []
    seen = 0
    versies = bron.versies()
    eenheden = _eenheden(bron, versies, data)
    per_blob = _per_blob(versies)
    for blob, raw in bron.inhoud(per_blob):
        for versie in per_blob[blob].values():
            seen += 1
            issues += _van_versie(versie, raw, drempel, eenheden, data)
    return Uitslag(tuple(sorted(issues)), seen)


def _als_tekst(uitslag: Uitslag) -> str:
    return json.dumps([uitslag.versies, *(asdict(issue) for issue in uitslag.issues)])


def _uit_tekst(text: str) -> Uitslag:
    versies, *issues = json.loads(text)
    found = (Issue(**{**one, "level": Level(one["level"])}) for one in issues)
    return Uitslag(tuple(found), versies)


def _onvolledig() -> Issue:
    message = "De geschiedenis is hier niet volledig: alleen de nieuwste versies zijn nagekeken."
    tip = "Wil je alles nakijken? Haal het op: git fetch --unshallow"
    return Issue(".git", 1, 1, "geschiedenis-onvolledig", message, tip, Level.LET_OP)


def _per_blob(versies: list[Versie]) -> dict[str, dict[str, Versie]]:
    """Of each content the paths it ever had, each with the first commit that put it there."""
    found: dict[str, dict[str, Versie]] = {}
    for one in versies:
        found.setdefault(one.blob, {}).setdefault(one.pad, one)
    return found


def _eenheden(bron: Opslag, versies: list[Versie], data: str) -> dict[str, str]:
    """The unit of each indicator, from the newest version of its file, deleted or not.

    Not from the commit of the figures: a unit that was wrong is put right for all of them.
    """
    newest = {
        match.group(1): one.blob
        for one in versies
        if (match := _INDICATOR.fullmatch(_bij_data(one.pad, data)))
    }
    text = {blob: raw.decode("utf-8", "replace") for blob, raw in bron.inhoud(newest.values())}
    units = {}
    for indicator, blob in newest.items():
        document, _ = parse(text[blob], indicator)
        value = document.value if document else None
        unit = value.get("eenheid") if isinstance(value, dict) else None
        units[indicator] = unit if isinstance(unit, str) else ""
    return units


def _van_versie(
    versie: Versie, raw: bytes, drempel: int, eenheden: Mapping[str, str], data: str
) -> Iterator[Issue]:
    pad = versie.pad or versie.blob[:10]
    hoe = f"Het kwam erin met commit {versie.commit[:10]}."
    if not versie.commit:
        hoe = "Het zit niet in een commit; een tag wijst ernaar."
    naam, inhoud = soort_van_naam(pad), soort_van_inhoud(raw)
    soort = inhoud or (None if naam == TABEL and _mag_tabel_zijn(_bij_data(pad, data)) else naam)
    if soort:
        message = f"Dit is {soort}. Zo'n bestand kan ruwe gegevens bevatten en hoort hier niet."
        yield Issue(pad, 1, 1, "ruw-bestand", f"{message} {hoe}", _TIP)
    if inhoud or not (naam == TABEL or PurePosixPath(pad).suffix.casefold() in _LOSSE_TEKST):
        return
    tabel = lees(raw)
    for column, word in persoonskolommen(tabel):
        message = f"Deze kolom ('{word}') wijst naar één persoon."
        yield Issue(pad, tabel.kop_regel, column, "persoon", f"{message} {hoe}", _TIP)
    if _bij_data(pad, data).startswith("data/"):
        lines: dict[int, list[int]] = {}
        for line, column in kleine_aantallen(tabel, drempel, eenheden):
            lines.setdefault(column, []).append(line)
        for column, (first, *more) in lines.items():
            message = f"Hier staat een aantal van 1 tot en met {drempel - 1}"
            message += f", en in deze kolom nog {len(more)} keer." if more else "."
            yield Issue(pad, first, column, "klein-aantal", f"{message} {hoe}", _TIP)


def _bij_data(pad: str, data: str) -> str:
    """The path as it would be if the data of the region lay in ``data``."""
    return f"data/{pad[len(data) + 1 :]}" if pad.startswith(f"{data}/") else pad


def _mag_tabel_zijn(pad: str) -> bool:
    return any(re.fullmatch(one, pad) for one in PLAATSEN)
