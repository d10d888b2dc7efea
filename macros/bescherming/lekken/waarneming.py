"""The table with every figure as the site publishes it: its columns, and what each of them may say.

A number that is hidden must not stand in another column either: what a column says follows from
what the row is of, or has a form in which no number fits. Not here: reading the file
(``tabelbestand``), or files with some of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from macros.bescherming.lekken.verborgen import TEKENS, Vak, Verborgen, kenmerk

TABEL = "waarnemingen"
"""What its files are called."""

KOLOMMEN = (
    "id",
    "indicator_titel",
    "gebied_naam",
    "periode_naam",
    "deel_naam",
    "waarde",
    "teken",
    "waarde_soort",
    "eenheid",
    "indicator",
    "gebied",
    "gebied_code",
    "gebied_soort",
    "periode",
    "periode_van",
    "periode_tot",
    "periode_interval",
    "uitsplitsing",
    "deel",
    "deel_van",
    "status",
    "berekend",
    "opgehaald",
    "bron",
    "zekerheid",
    "toelichting",
    "onbekend",
    "onvertaald",
)
"""With any other it could say more than is looked at here."""

ROL = "rol"
FIGUURKOLOMMEN = (*KOLOMMEN[:-2], ROL, *KOLOMMEN[-2:])
"""Those of a figure: what a row is in it stands before what follows from the rest."""

_PLAATS = {name: at for at, name in enumerate(KOLOMMEN)}
_WAARDE, _TEKEN, _SOORT = (_PLAATS[one] for one in ("waarde", "teken", "waarde_soort"))
_GETAL = "getal"
_VERBORGEN = ("afgeschermd", "onbekend-of-geheim", "niet-te-berekenen")
"""What a hidden figure is called."""

_VOLGT = (
    (("indicator",), ("indicator_titel", "eenheid", "deel_van")),
    (("gebied",), ("gebied_code", "gebied_naam", "gebied_soort")),
    (("periode",), ("periode_naam", "periode_van", "periode_tot", "periode_interval")),
    (("indicator", "deel"), ("uitsplitsing", "deel_naam")),
)
"""What is the same in every row with the same of these."""

_DAG = r"\d{4}-\d\d-\d\d"
_VORMEN = {
    name: re.compile(form, re.ASCII)
    for name, form in {
        "gebied_code": r"(?:[A-Z]{2}\d{2,6})?",
        "gebied_soort": r"[a-z-]+",
        "periode": r"\d{4}(?:-h[12]|-\d{4})?",
        "periode_van": _DAG,
        "periode_tot": _DAG,
        "periode_interval": f"{_DAG}/{_DAG}",
        "waarde": r"(?:\d+(?:[.,]\d+)?)?",
        "teken": r"[.x-]?",
        "waarde_soort": "|".join((_GETAL, *_VERBORGEN, "niet-van-toepassing")),
        "status": r"[a-z-]*",
        "berekend": r"true|false",
        "opgehaald": r"\d{4}(?:-\d\d){0,2}",
        "zekerheid": r"[a-z]*",
        "onbekend": r"[a-z_|]*",
        "onvertaald": r"[a-z_|]*",
    }.items()
}

GENOEMD = {"bronnen": ("id", "bron"), "toelichtingen": ("tekst", "toelichting")}
"""Tables of which a row names some: which field of them stands in which column."""

Rijen = Sequence[Sequence[str]]


def uit_tabel(rijen: Rijen, vakken: Iterable[Vak]) -> tuple[tuple[Verborgen, ...], list[str]]:
    """The hidden figures of the table, and what is wrong with it; what a row names of another table
    is looked at apart (``gebreken_genoemd``).
    """
    hidden = {kenmerk(vak): vak for vak in vakken}
    if rijen and tuple(rijen[0]) != KOLOMMEN:
        return (), [f"de kolommen zijn niet die van {TABEL}: zie KOLOMMEN in {__name__}"]
    found: list[Verborgen] = []
    rows, problems = _hele(rijen[1:])
    problems += [*_vormen(rows), *_volgend(rows)]
    for row in rows:
        vak = hidden.get(row[0])
        if vak is not None:
            _, title, area, period, part, *_ = row
            found.append(Verborgen(vak, title, area, period, part))
        has_none = row[_TEKEN] in TEKENS or row[_SOORT] != _GETAL
        if row[_WAARDE] and (vak is not None or has_none):
            problems.append(f"rij {row[0]}: dit cijfer is verborgen, en hier staat een getal")
        elif vak is not None and row[_SOORT] not in _VERBORGEN:
            problems.append(f"rij {row[0]}: dit cijfer is verborgen, en de soort zegt dat niet")
    if hidden and not found:
        problems.append(
            "hierin hoort elk cijfer te staan, en geen enkel verborgen cijfer staat erin"
        )
    return tuple(found), problems


def _hele(rijen: Rijen) -> tuple[Rijen, list[str]]:
    """The rows with every column, each called as what it is of."""
    rows, problems = [], []
    for row in rijen:
        if len(row) != len(KOLOMMEN):
            problems.append(
                f"rij {row[:1]}: {len(row)} kolommen, en {len(KOLOMMEN)} worden verwacht"
            )
        elif row[0] != "/".join(
            row[_PLAATS[one]] for one in ("indicator", "gebied", "periode", "deel")
        ):
            problems.append(f"rij {row[0]}: het kenmerk past niet bij de rest van de rij")
        else:
            rows.append(row)
    return rows, problems


def _vormen(rijen: Rijen) -> Iterator[str]:
    """Values that have not the form of their column; each is looked at once."""
    for name, form in _VORMEN.items():
        at = _PLAATS[name]
        wrong = {one for one in {row[at] for row in rijen} if not form.fullmatch(one)}
        yield from (_anders(row[0], name) for row in rijen if wrong and row[at] in wrong)


def _volgend(rijen: Rijen) -> Iterator[str]:
    for keys, names in _VOLGT:
        by = [_PLAATS[one] for one in keys]
        places = [_PLAATS[one] for one in names]
        first: dict[tuple[str, ...], list[str]] = {}
        for row in rijen:
            said = [row[at] for at in places]
            if first.setdefault(tuple([row[at] for at in by]), said) != said:
                yield _anders(row[0], ", ".join(names))


def gebreken_genoemd(
    rijen: Iterable[Mapping[str, Any]], tabellen: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Iterator[str]:
    """Values that do not stand in the table that their column is of (``GENOEMD``): whole values, as
    programs read them, for a text may hold any sign. ``tabellen`` are the rows of those tables.
    """
    known = {
        name: {row.get(field) for row in tabellen.get(table, ())}
        for table, (field, name) in GENOEMD.items()
    }
    for row in rijen:
        for name, values in known.items():
            said = row.get(name)
            if type(said) is not list or not all(
                type(one) is str and one in values for one in said
            ):
                yield _anders(row["id"], name)


def _anders(rij: str, name: str) -> str:
    return f"rij {rij}: in {name} staat iets anders dan daar hoort"


def gebreken_deel(rijen: Rijen, alle: Container[tuple[str, ...]]) -> Iterator[str]:
    """What a table with some of the rows says that the whole table does not: ``alle`` are its
    rows. That of a figure says what each row is, too.
    """
    heads = tuple(rijen[0]) if rijen else ()
    if heads not in (KOLOMMEN, FIGUURKOLOMMEN):
        yield f"de kolommen zijn niet die van {TABEL}: zie KOLOMMEN in {__name__}"
        return
    own = heads == FIGUURKOLOMMEN
    for row in rijen[1:]:
        same = (*row[:-3], *row[-2:]) if own else tuple(row)
        if same not in alle or (own and row[-3] not in ("rij", "lijn")):
            yield f"rij {''.join(row[:1])}: in de tabel met alle cijfers staat hier iets anders"
