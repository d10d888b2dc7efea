"""Words that fill a place and say nothing: ``nog onbekend``, ``TODO``, ``null``, ``?``.

Whoever reads the page would take them for its text, and nobody would count them as unknown. Not
here: the value ``onbekend`` itself, which a field holds by its type (``onbekend``).
"""

from __future__ import annotations

import re

_WORDS = """
    onbekend|nog onbekend|is onbekend|is nog onbekend|dit is nog onbekend|onbekend nog
    niet bekend|nog niet bekend|is nog niet bekend|nog te bepalen|nader te bepalen|te bepalen
    weet ik niet|weten we niet|weten we nog niet|geen idee|geen informatie|niet ingevuld
    nog niet ingevuld|null|nan|undefined|leeg|leeg laten|blanco|x|xx|na te vragen
    nog navragen|nog uitzoeken|nog aanvullen|nog te schrijven
    nnb|nntb|ntb|nvt|niet van toepassing|volgt nog|volgt later|komt nog|komt later
    invullen|in te vullen|nog invullen|nog in te vullen|hier invullen|vul in|vul hier in
    hier komt tekst|hier komt de tekst|tekst volgt|tekst hier|voorbeeldtekst|plaatshouder
    todo|to do|tbd|tba|tbc|fixme|placeholder|text here|asdf|qwerty|blabla|bla bla
    unknown|not known|not yet known|to be determined|to be decided|to be announced|to follow|n/a
    not applicable|fill in|fill me in
    unbekannt|noch unbekannt|nicht bekannt|noch nicht bekannt|inconnu|inconnue|encore inconnu
    à déterminer|desconocido|por determinar|sconosciuto|desconhecido|nieznany|nieznane
    bilinmiyor|belirsiz
    неизвестно|невідомо|غير معروف|غير معلوم|مجهول
    """
_LEFT = {word.strip() for word in _WORDS.replace("\n", "|").split("|")} - {""}

MARK = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\blorem ipsum\b|\bn\.n\.b\.", re.ASCII)
"""What says anywhere in a text that it is not finished."""

_SAME = re.compile(r"([^\W\d_])\1+", re.ASCII | re.IGNORECASE)
"""One letter, again and again."""

_LANGSTE = max(map(len, _LEFT)) + 8
"""A text that is longer can only hold a mark."""


_ANDERE_TAAL = {"none", "nil"}
"""Of a program where Dutch is written; words like any other in English."""
_NIEMAND = {"geen", "niemand", "niets", "nee", "false"}
"""What people write for it where no text stands."""


def zegt_niets(value: str) -> bool:
    """Whether a value that is no text, an id say, only says that there is none."""
    return value.strip().casefold() in _NIEMAND or is_invultekst(value)


def is_invultekst(value: str, *, vertaling: bool = False) -> bool:
    """Whether a text stands there to be replaced by another."""
    if not vertaling and value.strip().casefold() in _ANDERE_TAAL:
        return True
    if MARK.search(value) or value.strip().lower().startswith("lorem ipsum"):
        return True
    if len(value) > _LANGSTE:
        return False
    bare = re.sub(r"[^\w/ ]+", "", value.replace("_", " ").replace("-", " ")).casefold()
    bare = " ".join(bare.split()).strip("/ ")
    return not bare or bare in _LEFT or (len(bare) > 2 and bool(_SAME.fullmatch(bare)))
