"""A table as JSON: each row on a line of its own.

Not here: what stands before the rows (``bestanden``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from macros.opendata.contract import Veld, Veldsoort
from macros.opendata.gevuld import Gevuld, Waarde
from macros.opendata.vorm.plat import getal, schoon, woord

RIJEN = "rijen"


def als_json(kop: Mapping[str, Any], gevuld: Gevuld, rijen: str = RIJEN) -> bytes:
    """What ``kop`` says, and then the rows below the key ``rijen``, each by the names of its
    fields.

    A number is a number with the decimals it has, more than one value is a list, what is empty is
    null.
    """
    columns = [
        map(_schrijver(veld), values)
        for veld, values in zip(
            gevuld.velden, zip(*gevuld.rijen, strict=True), strict=bool(gevuld.rijen)
        )
    ]
    lines = ",\n".join(f"{{{','.join(row)}}}" for row in zip(*columns, strict=True))
    head = "".join(f"{tekst(key)}: {schoon(_json(value))},\n" for key, value in kop.items())
    body = f"[\n{lines}\n]" if lines else "[]"
    return f"{{\n{head}{tekst(rijen)}: {body}\n}}\n".encode()


def _schrijver(veld: Veld) -> Callable[[Any], str]:
    """What writes a cell of a field, behind the name of that field."""
    if veld.lijst:
        return partial(_lijst, veld.naam)
    match veld.soort:
        case Veldsoort.GETAL:
            return partial(_getal, getal, veld.naam)
        case Veldsoort.GEHEEL | Veldsoort.JANEE:
            return partial(_getal, woord, veld.naam)
    return partial(_cel, veld.naam)


def _getal(schrijf: Callable[[Any], str], naam: str, waarde: Waarde) -> str:
    return f'"{naam}":{schrijf(waarde) or "null"}'


@cache
def _cel(naam: str, waarde: str | None) -> str:
    return f'"{naam}":{tekst(waarde) if waarde else "null"}'


@cache
def _lijst(naam: str, waarden: tuple[str, ...] | None) -> str:
    found = "null" if waarden is None else f"[{','.join(map(tekst, waarden))}]"
    return f'"{naam}":{found}'


def tekst(text: str) -> str:
    """A text between quotes."""
    return _json(schoon(text))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
