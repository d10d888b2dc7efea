"""The beginning of a record that is not there yet: its id, its number, and nothing invented.

Not here: writing it (``werkbank``), or the rest of its fields, which are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.issue import gevouwen
from macros.model.agenda import Agenda
from macros.model.basis.record import Status
from macros.model.basis.verwijzing import LANGSTE_ID, id_zoals, kan_id_zijn
from macros.model.geheel import SOORT, soort_van
from macros.model.soort import Nummering, Soort
from macros.model.veld import waarde
from macros.model.walk import verwijzing_in
from macros.rules.elk.kenmerk import samen
from macros.source.nodes import Value
from macros.source.tabel import RIJEN
from macros.werkbank.werkbank import Afgewezen, Werkbank


def nieuw(bank: Werkbank, soort: str, titel: str) -> dict[str, Any]:
    """``{pad, waarde}``; or why not, ``{melding, pad}``, with the record that is there already.

    Where records are numbered by their ``soort`` or agenda, ``nummers`` has the next of each.
    """
    kind, titel = SOORT[soort], titel.strip()
    try:
        return _begin(bank, kind, titel)
    except _Bestaat as error:
        return {"melding": str(error), "pad": error.pad}
    except Afgewezen as error:
        return {"melding": str(error), "pad": ""}


class _Bestaat(Afgewezen):
    def __init__(self, message: str, pad: str) -> None:
        super().__init__(message)
        self.pad = pad


def _begin(bank: Werkbank, kind: Soort, titel: str) -> dict[str, Any]:
    if not kind.is_map:
        if bank.tekst(kind.pad) is not None:
            raise _Bestaat("Dit is er al, en er kan er maar één van zijn.", kind.pad)
        return {"pad": kind.pad, "waarde": _met_titel(kind, titel)}
    if not titel:
        raise Afgewezen("Geef het eerst een naam: daar maken we het adres van.")
    fields: dict[str, Value] = {}
    naam = titel
    if kind.titel in kind.type.model_fields and (target := verwijzing_in(kind.type, kind.titel)):
        naam, fields[kind.titel] = _genoemd(bank, target.soorten, titel)
    else:
        fields = {RIJEN: []} if kind.tabellen else _met_titel(kind, titel)
    key = _vrij(bank, kind, naam)
    there = [*map(bank.waarde, bank.paden(kind))]
    kind.genummerd(fields, there)
    result: dict[str, Any] = {"pad": kind.bestand(key), "waarde": {"id": key, **fields}}
    if kind.nummering.veld:
        parts = _delen(bank, kind)
        result["nummers"] = {one: kind.volgend_nummer(there, one) for one in parts}
    return result


def _delen(bank: Werkbank, kind: Soort) -> list[str]:
    """What records of a kind can be numbered within: a sort, or an agenda."""
    if kind.nummering is Nummering.PER_SOORT:
        return [one.value for one in waarde(kind.type.model_fields["soort"]).type]
    return [PurePosixPath(path).stem for path in bank.paden(soort_van(Agenda))]


def _met_titel(kind: Soort, titel: str) -> dict[str, Value]:
    return {kind.titel: titel} if titel and kind.titel in kind.type.model_fields else {}


def _genoemd(bank: Werkbank, soorten: tuple[str, ...], titel: str) -> tuple[str, str]:
    """The record by which another is known: its id, twice."""
    for soort in soorten:
        for path in bank.paden(SOORT[soort]):
            key = PurePosixPath(path).stem
            if gevouwen(titel) in (gevouwen(key), gevouwen(bank.titel(path))):
                return key, key
    raise Afgewezen(f"Kies een {' of '.join(soorten)} die er is: '{titel[:60]}' is er niet.")


def _vrij(bank: Werkbank, kind: Soort, titel: str) -> str:
    """An id that no record has or had, and no page."""
    titles = {PurePosixPath(path).stem: _op(bank, path, kind.titel) for path in bank.paden(kind)}
    wanted = id_zoals(titel, titles)
    if wanted.isdigit():
        wanted = f"{kind.naam}-{wanted}"
    if not wanted:
        raise Afgewezen("Van deze naam kan geen adres worden gemaakt. Gebruik letters of cijfers.")
    _niet_nog_eens(bank, kind, titel)
    for other in {one.naam: one for group in samen() if kind in group for one in group}.values():
        path = other.bestand(wanted)
        if other is not kind and path in bank.paden(other):
            message = f"'{bank.titel(path)}' is er al, als {other.naam}. Kies een andere naam."
            raise _Bestaat(message, path)
    taken = {PurePosixPath(path).stem for path in bank.paden(kind)}
    for key in _kandidaten(wanted, kind):
        if key not in taken and key not in (*kind.bezet, "index") and kan_id_zijn(key):
            return key
    raise AssertionError


def _niet_nog_eens(bank: Werkbank, kind: Soort, titel: str) -> None:
    """A second of a kind with the same name is a mistake."""
    wanted = gevouwen(titel)
    names = {path: _op(bank, path, kind.titel) for path in bank.paden(kind)}
    named = [gevouwen(one) for one in names.values() if one]
    if len({*named}) < len(named):  # each law has an article 4
        return
    for path, name in names.items():
        if gevouwen(name or PurePosixPath(path).stem) != wanted:
            continue
        if _op(bank, path, "status") == Status.GEARCHIVEERD.value:
            message = f"'{bank.titel(path)}' is er al, maar telt niet meer mee (gearchiveerd)."
            raise _Bestaat(f"{message} Open het, en zet de status op actief.", path)
        raise _Bestaat(f"'{bank.titel(path)}' is er al. Open het, of kies een andere naam.", path)


def _op(bank: Werkbank, path: str, veld: str) -> str:
    """What a file says in a field, when that is one value."""
    document = bank.gelezen.documents.get(path)
    found = document.op((veld,)) if document else None
    return found if isinstance(found, str) else ""


def _kandidaten(wanted: str, kind: Soort) -> Iterator[str]:
    yield wanted
    if wanted in (*kind.bezet, "index") or not kan_id_zijn(wanted):
        yield f"{wanted}-{kind.naam}"
    number = 2
    while True:
        tail = f"-{number}"
        yield wanted[: LANGSTE_ID - len(tail)].rstrip("-") + tail
        number += 1
