"""The ledger of protected counts, ``monitor/uitgaven/``: audited, its newest release as figures.

Not here: the audit itself (``audit``), or protecting counts, which happens before they get in
(``disclosure``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from pydantic_core import PydanticCustomError

from macros.bescherming.audit.definitie import lees_definitie
from macros.bescherming.audit.uitgaven import DEFINITIE, PUBLICATIE, Uitgave, lees_uitgaven
from macros.issue import Issue, Level, nearest
from macros.model.basis.record import Zekerheid
from macros.model.geheel import pad_van
from macros.model.monitor.cijfer import Afgeschermd, Cijferstatus, Getal, Periode
from macros.model.monitor.gebied import Cijfergebied, School
from macros.model.monitor.indicator import TOTAAL, Indicator, Uitgavekoppeling, Waarneming
from macros.source.nodes import Loc, Value, op

MAP = "monitor/uitgaven"
"""The ledger, below the data folder: every release that was ever published stays in it."""


_BESTANDEN = {DEFINITIE, PUBLICATIE, "publicatie-rapport.md", "manifest.json"}
"""What a release consists of, beside the file with the population that its definition may name."""


_GEEN: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def domein(pad: str, waarde: Value) -> str | None:
    """The domain of a release by the file of it that says what it counts, at a path below the data
    folder; None of any other file.
    """
    folder, _, name = pad.removeprefix(f"{MAP}/").partition("/")
    found = (
        op(waarde, ("id",)) if pad.startswith(f"{MAP}/") and folder and name == DEFINITIE else ""
    )
    return found if isinstance(found, str) and found else None


_OPLOSSER = ("numpy", "scipy")
"""What the audit counts with; the workbench in a browser does without."""


Ligging = Mapping[str, tuple[str, ...]]
"""Of each area that figures can be of the areas that it lies in."""


def ligging(gebieden: Mapping[str, Cijfergebied]) -> Ligging:
    """What protector and auditor need to know of the areas. One that names an area which is not
    there has a mistake of its own, and says nothing of the releases.
    """
    return {
        key: one.ligt_in
        for key, one in gebieden.items()
        if all(around in gebieden for around in one.ligt_in)
    }


def gecontroleerd(folder: Path, drempel: int, gebieden: Ligging = _GEEN) -> list[Issue]:
    """What an outsider could work out from all releases together; nothing without a ledger."""
    if not (folder / MAP).is_dir():
        return []
    ledger = folder / MAP
    try:
        # Not above: its solver takes half a second to load, and most regions have no ledger.
        from macros.bescherming.audit.controle import controleer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OPLOSSER:
            raise
        message = "De eigen tellingen zijn hier niet nagerekend."
        tip = "Of er iets over een kind uit volgt, rekent de controle van je voorstel na."
        untold = Issue(ledger.as_posix(), 1, 1, "niet-nagerekend", message, tip, Level.LET_OP)
        return [*_vreemden(ledger), untold]
    return [*_vreemden(ledger), *controleer(ledger, drempel, gebieden)]


def _vreemden(ledger: Path) -> Iterator[Issue]:
    """What is no release: the raw counts may have been put beside what was made of them."""
    tip = "Zijn het ruwe aantallen? Haal het dan weg voordat je iets vastlegt."
    for entry in sorted(ledger.iterdir()):
        if entry.name.startswith("."):
            continue
        if not entry.is_dir() or not re.fullmatch(r"\d{3}", entry.name):
            message = "Hier horen alleen mappen met een nummer van drie cijfers, zoals 001."
            yield Issue(entry.as_posix(), 1, 1, "vreemd-bestand", message, tip)
            continue
        known = set(_BESTANDEN)
        if (entry / DEFINITIE).is_file():
            definitie, _ = lees_definitie(entry / DEFINITIE, "")
            if definitie is not None and definitie.noemers:
                known.add(definitie.noemers.bestand)
        for file in sorted(entry.iterdir()):
            if file.name not in known and not file.name.startswith("."):
                message = "Dit bestand hoort niet bij een uitgave."
                yield Issue(file.as_posix(), 1, 1, "vreemd-bestand", message, tip)


Waar = Callable[[str, Loc], tuple[int, int]]
"""Where a value stands in a file below the data folder: line and column."""


def waarnemingen(
    folder: Path,
    indicatoren: Iterable[Indicator],
    gebieden: Mapping[str, Cijfergebied | None],
    waar: Waar,
) -> tuple[tuple[Waarneming, ...], list[Issue]]:
    """The newest release of each domain as figures of the indicator that shows it.

    ``gebieden`` are the areas by id; None is one of which the file could not be read. Only for a
    ledger that passed the audit.
    """
    ledger = {} if not (folder / MAP).is_dir() else _nieuwste(folder / MAP)
    found: list[Waarneming] = []
    issues: list[Issue] = []
    for indicator in indicatoren:
        if indicator.uitgave is None:
            continue
        uitgave = ledger.get(indicator.uitgave.domein)
        if uitgave is None:
            path = pad_van(Indicator, indicator.id)
            line, column = waar(path, ("uitgave", "domein"))
            message = f"Er is geen uitgave van het domein '{indicator.uitgave.domein}'."
            tip = nearest(indicator.uitgave.domein, ledger) or f"Zet de uitgave in {MAP}."
            name = f"{folder.as_posix()}/{path}"
            issues.append(Issue(name, line, column, "geen-uitgave", message, tip))
            continue
        rows, more = _rijen(indicator, indicator.uitgave, uitgave, gebieden)
        found += rows
        issues += more
    return tuple(found), issues


def _nieuwste(folder: Path) -> dict[str, Uitgave]:
    """The last release of our own, by domain; others in the ledger are for the audit only."""
    uitgaven, _ = lees_uitgaven(folder)
    return {one.definitie.id: one for one in uitgaven if not one.definitie.elders}


def _rijen(
    indicator: Indicator,
    koppeling: Uitgavekoppeling,
    uitgave: Uitgave,
    gebieden: Mapping[str, Cijfergebied | None],
) -> tuple[list[Waarneming], list[Issue]]:
    namen = [one.id for one in uitgave.definitie.dimensies]
    shown = (koppeling.gebied, koppeling.periode, koppeling.uitsplitsing)
    for name in shown:
        if name is not None and name not in namen:
            message = f"De uitgave heeft geen dimensie '{name}', die {indicator.id}.yml noemt."
            return [], [Issue(uitgave.pad, 1, 1, "uitgave-dimensie", message, nearest(name, namen))]
    totaal = {one.id: one.totaal for one in uitgave.definitie.dimensies}
    for one in uitgave.definitie.dimensies:
        if one.apart and one.id not in shown:
            message = (
                f"De indicator {indicator.id} laat de dimensie '{one.id}' weg, en die telt niet op."
            )
            tip = "Koppel haar bij 'uitgave', of maak een tabel zonder haar."
            return [], [Issue(uitgave.pad, 1, 1, "uitgave-dimensie", message, tip)]
    delen = {TOTAAL, *(deel.id for deel in indicator.delen())}
    rows: dict[tuple[str, str, str], Waarneming] = {}
    issues: list[Issue] = []
    for regel in uitgave.regels:
        codes = dict(zip(namen, regel.codes, strict=True))
        if any(code != totaal[name] for name, code in codes.items() if name not in shown):
            continue
        deel = codes.get(koppeling.uitsplitsing or "", TOTAAL)
        if koppeling.uitsplitsing and deel == totaal[koppeling.uitsplitsing]:
            deel = TOTAAL
        gebied, periode = codes[koppeling.gebied], codes[koppeling.periode]
        problems = list(_vreemd(gebied, gebieden, indicator, deel, delen))
        tijd: Periode | None = None
        try:
            tijd = Periode.parse(periode)
        except PydanticCustomError as error:
            problems.append((error.message(), (error.context or {})["tip"]))
        if problems or tijd is None:
            issues += [
                Issue(uitgave.pad, regel.regel, 1, "uitgave-code", message, tip)
                for message, tip in problems
            ]
            continue
        rows[gebied, periode, deel] = Waarneming.model_construct(
            indicator=indicator.id,
            gebied=gebied,
            periode=tijd,
            uitsplitsing=deel,
            waarde=Afgeschermd() if regel.aantal is None else Getal(Decimal(regel.aantal)),
            status=Cijferstatus.DEFINITIEF,
            opgehaald=koppeling.opgehaald,
            bron=koppeling.bron,
            zekerheid=Zekerheid.BEVESTIGD,
        )
    issues += _gearchiveerd(uitgave, list(rows.values()), gebieden)
    return list(rows.values()), issues


def _gearchiveerd(
    uitgave: Uitgave, rows: list[Waarneming], gebieden: Mapping[str, Cijfergebied | None]
) -> Iterator[Issue]:
    """Areas that no longer count and have figures of the newest period all the same."""
    newest = max((one.periode for one in rows), default=None)
    for key in dict.fromkeys(one.gebied for one in rows if one.periode == newest):
        found = gebieden.get(key)
        if found is not None and not found.telt:
            line = next(one.regel for one in uitgave.regels if key in one.codes)
            message = f"'{key}' is gearchiveerd, en hier staan cijfers over {newest}."
            tip = "Klopt de code, of telt dit gebied weer mee?"
            yield Issue(uitgave.pad, line, 1, "uitgave-gebied", message, tip, Level.LET_OP)


def _vreemd(
    gebied: str,
    gebieden: Mapping[str, Cijfergebied | None],
    indicator: Indicator,
    deel: str,
    delen: set[str],
) -> Iterator[tuple[str, str]]:
    """Codes that the site does not know, or that this indicator does not show: (message, tip)."""
    if gebied not in gebieden:
        message = f"De site kent geen gebied '{gebied}'. Is het samengevoegd of hernoemd?"
        other = "Gebruik de id van een gemeente of gebied, of maak het bestand van de school of "
        other += f"wijk: {pad_van(School, gebied)}."
        namen = {key: one.namen for key, one in gebieden.items() if one}
        yield message, nearest(gebied, gebieden, namen) or other
    elif (found := gebieden[gebied]) and found.soort and found.soort not in indicator.ook_per:
        message = f"De indicator '{indicator.id}' heeft geen cijfers per {found.soort}, en dit is "
        message += f"er een: '{gebied}'."
        yield message, f"Mag dat wel? Zet dan bij 'ook_per' van de indicator: {found.soort}."
    if deel not in delen:
        yield f"De indicator kent geen deel '{deel}'.", nearest(deel, delen)
