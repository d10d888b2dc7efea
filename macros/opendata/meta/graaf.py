"""A small graph of things and what is said of them, written as JSON-LD and as Turtle.

Only what a catalogue needs: each thing has an address; of it a kind, texts in a language, values of
a type, and other things. Not here: which things (``dcat``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.opendata.meta.basis import als_json


@dataclass(frozen=True, slots=True)
class Ding:
    """Something with an address. ``soort`` and the names of what is said are ``prefix:name``."""

    adres: str
    soort: str
    gezegd: tuple[tuple[str, Adres | Letter], ...]


@dataclass(frozen=True, slots=True)
class Adres:
    """Another thing, by its address."""

    adres: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A text in a language, or a value of a type (``xsd:date``)."""

    tekst: str
    taal: str = ""
    soort: str = ""


def als_jsonld(ruimten: Mapping[str, str], dingen: Iterable[Ding]) -> bytes:
    """The graph as JSON-LD; ``ruimten`` are the prefixes."""
    return als_json({"@context": dict(ruimten), "@graph": [_knoop(one) for one in dingen]})


def _knoop(ding: Ding) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _adres(ding.adres), "@type": ding.soort}
    for name, value in ding.gezegd:
        found.setdefault(name, []).append(_waarde(value))
    return found


def _waarde(waarde: Adres | Letter) -> dict[str, str]:
    match waarde:
        case Adres(adres):
            return {"@id": _adres(adres)}
        case Letter(tekst, taal, ""):
            return {"@value": tekst, "@language": taal} if taal else {"@value": tekst}
    return {"@value": waarde.tekst, "@type": waarde.soort}


def als_turtle(ruimten: Mapping[str, str], dingen: Iterable[Ding]) -> bytes:
    """The same as Turtle."""
    lines = [f"@prefix {name}: {_iri(to)} .\n" for name, to in ruimten.items()]
    return "".join([*lines, *map(_blok, dingen)]).encode()


def _blok(ding: Ding) -> str:
    said = "".join(f" ;\n    {name} {one}" for name, one in _regels(ding))
    return f"\n{_iri(ding.adres)} a {ding.soort}{said} .\n"


def _regels(ding: Ding) -> Iterator[tuple[str, str]]:
    for name, value in ding.gezegd:
        yield name, _iri(value.adres) if isinstance(value, Adres) else _letter(value)


_GEEN_ADRES = re.compile(r'[\x00-\x20<>"{}|^`\\]')
"""Signs that no address may hold (IRIREF of Turtle)."""


def _adres(adres: str) -> str:
    return _GEEN_ADRES.sub(lambda sign: f"%{ord(sign[0]):02X}", adres)


def _iri(adres: str) -> str:
    return f"<{_adres(adres)}>"


_ONTSNAPT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}


def _letter(letter: Letter) -> str:
    text = "".join(_ONTSNAPT.get(sign, sign) for sign in letter.tekst)
    if letter.soort:
        return f'"{text}"^^{letter.soort}'
    return f'"{text}"@{letter.taal}' if letter.taal else f'"{text}"'
