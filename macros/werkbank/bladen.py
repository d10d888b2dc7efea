"""A workbook or CSV of many records into the data: what it changes, what is wrong by cell.

A record that cannot be read whole is not taken over at all; the others are set, and then checked
as any other change. Everything that is wrong is told at once. Not here: what the cells of a sheet
mean (``invoer.blad``), or who asks (``deur``, and ``scripts.neem_over``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath

from macros.bescherming.historie.tabel import Tabel, persoonskolommen
from macros.invoer.blad.gelezen import Gelezen
from macros.invoer.blad.herkennen import herken, herken_koppen
from macros.invoer.blad.indeling import indeling
from macros.invoer.blad.lezen import lees_bladen, lees_werkmap
from macros.invoer.blad.toen import lees_toen
from macros.invoer.cijferblad import Cijfers, is_cijferblad, lees_cijfers
from macros.invoer.inzending.melden import opgeschoond
from macros.issue import NIET_VERTAALD, Issue, Level, nearest
from macros.load import zonder_persoon
from macros.model.geheel import SOORT, SOORTEN, Regio
from macros.model.geheel import soort_van as soort_van_type
from macros.model.monitor.indicator import Waarnemingen
from macros.model.soort import Soort
from macros.source.nodes import Loc, Value
from macros.source.tabel import RIJEN
from macros.source.werkmap import (
    EIGEN_BLADEN,
    Blad,
    Werkmap,
    blad_van_csv,
    kolomletter,
    open_werkmap,
)
from macros.werkbank.overzicht import delen
from macros.werkbank.werkbank import Afgewezen, Melding, Werkbank


@dataclass(frozen=True, slots=True)
class Celmelding:
    """A problem at a cell: of ``issue`` the path is the sheet, the line the row. ``kop`` stands
    above it; ``pad`` and ``loc`` say which value it is about, when it is about one. ``mee``: that
    is taken over all the same.
    """

    issue: Issue
    kop: str = ""
    pad: str = ""
    loc: Loc = ()
    mee: bool = True


@dataclass
class Overname:
    """What was taken over, by the paths of the files, and what there is to say of it."""

    gewijzigd: dict[str, Value] = field(default_factory=dict)
    meldingen: list[Celmelding] = field(default_factory=list)
    opgeschoond: list[str] = field(default_factory=list)
    niet_gelezen: list[str] = field(default_factory=list)
    vragen: list[str] = field(default_factory=list)
    """Fields of figures that nobody can tell from the file: nothing was set until they are told."""

    @property
    def ok(self) -> bool:
        """Whether there is no error in it, and nothing to ask."""
        return not self.vragen and all(one.issue.level is not Level.FOUT for one in self.meldingen)


def soort_van(naam: str) -> tuple[Soort, str]:
    """The kind of a name, and the field of its parts when that is what is named (``actie``); one
    may be named as more of them, too (``acties``).
    """
    known = _namen()
    if naam not in known:
        tip = nearest(naam, known)
        raise Afgewezen(f"'{naam}' is geen soort gegevens. {tip}".strip())
    return known[naam]


@cache
def _namen() -> dict[str, tuple[Soort, str]]:
    known: dict[str, tuple[Soort, str]] = {one.naam: (one, "") for one in SOORTEN}
    for soort in SOORTEN:
        for veld, part in delen(soort.type):
            known.setdefault(part.__name__.lower(), (soort, veld))
    for soort, veld in list(known.values()):
        known.setdefault(veld or soort.veld, (soort, veld))
    return known


def regio_van(bank: Werkbank) -> Regio:
    """The region as it is now. Raises Afgewezen when too little can be read."""
    regio = bank.lees().regio
    if regio is None:
        raise Afgewezen("De gegevens zijn niet te lezen. Herstel eerst de fouten.")
    return regio


def waarden(bank: Werkbank, soort: Soort) -> dict[str, Value]:
    """Every record of a kind as its file says, by id; without those that cannot be read."""
    found: dict[str, Value] = {}
    for pad in bank.paden(soort):
        value = bank.waarde(pad)
        if value is not None:
            found[PurePosixPath(pad).stem if soort.is_map else ""] = value
    return found


def maak(bank: Werkbank, naam: str) -> tuple[str, bytes]:
    """The workbook of a kind, or of the kind that a part is of: its name and what is in it."""
    from macros.invoer.blad.werkmap import werkmap  # a browser fetches what it needs only now

    soort, _ = soort_van(naam)
    return f"{soort.veld}.xlsx", werkmap(soort.naam, regio_van(bank), waarden(bank, soort))


def neem_over(
    bank: Werkbank,
    bestand: str,
    raw: bytes,
    naam: str = "",
    antwoorden: Mapping[str, str] | None = None,
) -> Overname:
    """Read a file of records, or of figures, and set what it changes; ``antwoorden`` are what was
    asked about figures (``vragen``). Raises Afgewezen when nobody can tell what it is of, or when
    it must not be read.
    """
    regio = regio_van(bank)
    soort = soort_van(naam)[0] if naam else None
    found = _gelezen(bank, regio, bestand, raw, soort, antwoorden or {})
    if isinstance(found, Overname):
        return found
    if isinstance(found, Gelezen):
        return zet(bank, SOORT[found.soort], found)
    result = zet(bank, SOORT[found.gelezen.soort], found.gelezen)
    result.vragen = list(found.vragen)
    return result


def _gelezen(
    bank: Werkbank,
    regio: Regio,
    bestand: str,
    raw: bytes,
    soort: Soort | None,
    antwoorden: Mapping[str, str],
) -> Gelezen | Cijfers | Overname:
    book, issues = open_werkmap(raw, bestand)
    csv = bestand.lower().endswith((".csv", ".txt", ".tsv")) and not raw.startswith(b"PK")
    if book is None and not csv:
        return Overname(meldingen=[Celmelding(one) for one in issues])
    if book is not None:
        kind = soort or SOORT.get(herken(book))
        ours = [one.naam for one in indeling(kind.naam)] if kind else []
        geen_personen(_andere(book, ours))
        if kind and lees_toen(book):
            return lees_werkmap(book, kind.naam, regio, waarden(bank, kind))
        title = next((one.titel for one in book.bladen if one.zichtbaar and one.deel), "")
        blad, issues = book.lees(title)
        where = f"blad {title}"
    else:
        kind = soort
        blad, issues = blad_van_csv(raw, bestand)
        where = bestand
        if blad is not None:
            geen_personen([("", blad)])
    if blad is not None and kind in (None, _CIJFERS):
        known = kind is None and book is None and herken_koppen(blad, SOORT) != ("", "")
        if is_cijferblad(blad, regio, zeker=known):
            return lees_cijfers(blad, regio, where, waarden(bank, _CIJFERS), antwoorden)
    if book is not None:
        if kind is None:
            there = ", ".join(f"'{one.titel}'" for one in book.bladen)
            message = f"Van welke soort deze werkmap is, is niet te zien. De bladen: {there}."
            raise Afgewezen(f"{message} Kies de soort, of begin met een werkmap van deze site.")
        return lees_werkmap(book, kind.naam, regio, waarden(bank, kind))
    if blad is None:
        return Overname(meldingen=[Celmelding(one) for one in issues])
    name, sheet = herken_koppen(blad, [kind.naam] if kind else SOORT)
    if not name:
        message = "Van welke soort dit bestand is, is niet te zien aan de koppen."
        raise Afgewezen(f"{message} Kies de soort, en neem de koppen van haar werkmap over.")
    return lees_bladen({sheet: blad}, name, regio, waarden(bank, SOORT[name]))


_CIJFERS = soort_van_type(Waarnemingen)


def _andere(book: Werkmap, ours: Iterable[str]) -> Iterator[tuple[str, Blad]]:
    """The sheets of a workbook that are not of ours, hidden ones too."""
    known = {one.casefold() for one in (*ours, *EIGEN_BLADEN)}
    for one in book.bladen:
        if one.titel.casefold() not in known and one.deel:
            blad, _ = book.lees(one.titel, ook_verborgen=True)
            if blad is not None:
                yield one.titel, blad


_KOP_BINNEN = 10
"""In so many rows headings are looked for."""


def geen_personen(bladen: Iterable[tuple[str, Blad]]) -> None:
    """Raises Afgewezen when a sheet (by its name) has a column that points to one person."""
    for titel, blad in bladen:
        for row, cells in sorted(blad.rijen.items())[:_KOP_BINNEN]:
            heads = [cells[at].waarde if at in cells else "" for at in range(1, max(cells) + 1)]
            geen_persoon(row, heads, f" van het blad '{titel}'" if titel else "")


def geen_persoon(row: int, heads: list[str], waar: str = "") -> None:
    """The same of one row of headings."""
    for column, word in persoonskolommen(Tabel(((row, heads),))):
        message = f"Kolom {kolomletter(column)}{waar} ('{word}') wijst naar één persoon."
        why = "Gegevens over kinderen of andere personen horen hier niet, ook niet even."
        tip = "Er is niets overgenomen. Tel eerst, en bescherm de tellingen (make bescherm)."
        raise Afgewezen(f"{message} {why} {tip}")


def zet(bank: Werkbank, soort: Soort, found: Gelezen) -> Overname:
    """Set the records of which all could be read; what the checks say of these, and of the others
    too.
    """
    for path, heads in found.koppen.items():
        geen_persoon(
            1, [heads.get(at, "") for at in range(1, max(heads, default=0) + 1)], f" ({path})"
        )
    result = Overname(
        opgeschoond=[
            f"{where}: {line}"
            for where, rules in found.opgeschoond.items()
            for line in opgeschoond(rules)
        ],
        niet_gelezen=found.niet_gelezen,
    )
    keys = {soort.bestand(key): key for key in found.waarden}
    new = {
        pad: value
        for pad, key in keys.items()
        if (value := found.waarden[key]) is not None and value != bank.waarde(pad)
    }
    before = {pad: bank.tekst(pad) for pad in new}
    known = {kenmerk(one) for one in bank.meldingen()}
    refused, lost = schrijf(bank, new)
    half = found.mis
    left = {pad for pad in new if keys[pad] in half} | refused.keys()
    told = [
        _bij_cel(
            found,
            one,
            mee=one.level is not Level.FOUT
            and soort.bestand(found.van.get((one.path, one.line), "")) not in left,
        )
        for one in sorted(found.issues)
    ]
    cells = {(one.path, one.line, one.column) for one in found.issues if one.level is Level.FOUT}
    for pad, why in refused.items():
        at = found.plek(keys[pad], ()) or ("werkmap", 0, 0)
        told.append(_bij_cel(found, Issue(*at, "schrijven", why), pad, mee=False))
    if left:
        bank.lees()
        checked = _nagekeken(bank, found, {pad: keys[pad] for pad in left - refused.keys()}, known)
        told += (
            replace(one, mee=False)
            for one in checked
            if (one.issue.path, one.issue.line, one.issue.column) not in cells
        )
        for pad in left:
            bank.schrijf(pad, before[pad])
    bank.lees()
    result.gewijzigd = {pad: value for pad, value in new.items() if pad not in left}
    told += _nagekeken(bank, found, {pad: keys[pad] for pad in result.gewijzigd}, known)
    result.opgeschoond += (
        f"Dit commentaar verdwijnt: {one}" for pad in result.gewijzigd for one in lost.get(pad, ())
    )
    result.meldingen = sorted(
        dict.fromkeys(told), key=lambda one: (one.issue.level is not Level.FOUT, one.mee, one.issue)
    )
    return result


def _nagekeken(
    bank: Werkbank, found: Gelezen, keys: Mapping[str, str], known: Set[tuple[str, str, Loc, str]]
) -> Iterator[Celmelding]:
    """What the checks say of these records, at their cells; without what they said before."""
    for one in bank.meldingen():
        told = one.issue.code == NIET_VERTAALD or kenmerk(one) in known
        if one.pad in keys and (one.issue.level is Level.FOUT or not told):
            key = keys[one.pad]
            loc = in_de_rijen(bank.waarde(one.pad), found.waarden[key], one.loc)
            path, row, column = found.plek(key, loc) or ("werkmap", 0, 0)
            issue = replace(one.issue, path=path, line=row, column=column)
            yield _bij_cel(found, issue, one.pad, one.loc)


def in_de_rijen(there: Value, given: Value, loc: Loc) -> Loc:
    """A place in a table as it was given: its file has the rows in an order of their own."""
    if loc[:1] != (RIJEN,) or len(loc) < 2 or not isinstance(loc[1], int):
        return loc
    theirs, ours = (one.get(RIJEN) if isinstance(one, dict) else None for one in (there, given))
    if not isinstance(theirs, list) or not isinstance(ours, list) or theirs[loc[1]] not in ours:
        return loc
    return (RIJEN, ours.index(theirs[loc[1]]), *loc[2:])


def kenmerk(one: Melding) -> tuple[str, str, Loc, str]:
    """By which a problem is the same one as before."""
    return one.pad, one.issue.code, one.loc, one.issue.message


def schrijf(
    bank: Werkbank, new: Mapping[str, Value]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Set these files: why not, by path, of those that can be none; the comments that had to go."""
    refused: dict[str, str] = {}
    lost: dict[str, tuple[str, ...]] = {}
    for pad, value in new.items():
        try:
            lost[pad] = bank.zet(pad, value)
        except Afgewezen as error:
            refused[pad] = str(error)
    return refused, lost


def _bij_cel(
    found: Gelezen, issue: Issue, pad: str = "", loc: Loc = (), *, mee: bool = True
) -> Celmelding:
    kop = found.koppen.get(issue.path, {}).get(issue.column, "")
    return Celmelding(zonder_persoon(issue), kop, pad, loc, mee)
