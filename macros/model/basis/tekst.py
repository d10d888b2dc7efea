"""Texts: for whom each is written, whether it is translated, one line or more.

Not here: what no text may hold (``macros.lezing``), and the translating (``macros.taal``).
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from macros.model.basis.invultekst import MARK, is_invultekst
from macros.model.basis.vorm import Invoer, Vorm, fout


class Tekstsoort(Enum):
    """Marker on a text field: is it translated, and for whom is it written?"""

    VAKTAAL = "vertaald, voor professionals"
    GEWONE_TAAL = "vertaald, voor iedereen: B1"
    NAAM = "niet vertaald"


class Letterlijk:
    """Marker on a field that repeats words of another file: they are judged there."""


_LOS = 4
"""With so few signs around it a mark is all there is: ``[TODO]``."""


def _text(value: str) -> str:
    mark = MARK.search(value)
    if mark and len(value.strip()) > len(mark.group()) + _LOS:
        message = "In deze tekst staat nog '{waarde}'."
        tip = "Maak de tekst af, en haal dat weg."
        raise fout("invultekst", message, tip, waarde=mark.group(), woorden=mark.span())
    if is_invultekst(value):
        raise fout("invultekst", "'{waarde}' is geen tekst voor lezers.", waarde=value.strip()[:40])
    return value.strip()


LANGSTE_REGEL = 400
"""The longest there is (what a source calls a column) has 375; those for readers stay below 160."""


def _line(value: str) -> str:
    if "\n" in value.strip():
        raise fout("een-regel", "Dit veld is één regel.", "Haal de nieuwe regels weg.")
    if len(value.strip()) > LANGSTE_REGEL:
        message = "Deze regel is te lang: {lengte} tekens, en er is plaats voor {plaats}."
        tip = "Maak hem korter. Is het een heel verhaal? Dan hoort het in een ander veld."
        raise fout("te-lang", message, tip, lengte=len(value.strip()), plaats=LANGSTE_REGEL)
    return _text(value)


TEXT_SCHEMA = {"type": "string", "minLength": 1}

_ALINEAS = Vorm(_text, TEXT_SCHEMA, invoer=Invoer.ALINEAS)
_REGEL = Vorm(_line, TEXT_SCHEMA, langst=LANGSTE_REGEL)

Vaktekst = Annotated[str, _ALINEAS, Tekstsoort.VAKTAAL]
"""One or more paragraphs (an empty line between them) for professionals."""

Oudertekst = Annotated[str, _ALINEAS, Tekstsoort.GEWONE_TAAL]
"""One or more paragraphs in plain Dutch (B1), for parents and young people."""

Oudertitel = Annotated[str, _REGEL, Tekstsoort.GEWONE_TAAL]
"""One line in plain Dutch."""

Titel = Annotated[str, _REGEL, Tekstsoort.VAKTAAL]
"""One line that is translated."""

Naam = Annotated[str, _REGEL, Tekstsoort.NAAM]
"""One line that is not translated: a proper name, a spelling, a title as published."""

Woorden = Annotated[str, _ALINEAS, Letterlijk()]
"""Words that stand in another file, exactly as they stand there."""
