"""Words that fill a place and say nothing: ``nog onbekend``, ``TODO``, ``lorem ipsum``, ``?``.

Whoever reads the page would take them for its text, and nobody would count them as unknown. Not
here: the value ``onbekend`` itself, which a field holds by its type (``onbekend``).
"""

from __future__ import annotations

import re

_WORDS = """
    onbekend|nog onbekend|is onbekend|is nog onbekend|dit is nog onbekend|onbekend nog
    niet bekend|nog niet bekend|is nog niet bekend|nog te bepalen|nader te bepalen|te bepalen
    weet ik niet|weten we niet|weten we nog niet|geen idee|geen informatie|niet ingevuld
    nog niet ingevuld
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

_MARK = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\blorem ipsum\b|\bn\.n\.b\.", re.ASCII)
"""What says anywhere in a text that it is not finished."""

_SAME = re.compile(r"([^\W\d_])\1+", re.ASCII | re.IGNORECASE)
"""One letter, again and again."""

_LANGSTE = max(map(len, _LEFT)) + 8
"""A text that is longer can only hold a mark."""


def is_invultekst(value: str) -> bool:
    """Whether a text stands there to be replaced by another."""
    if _MARK.search(value) or value.strip().lower().startswith("lorem ipsum"):
        return True
    if len(value) > _LANGSTE:
        return False
    bare = re.sub(r"[^\w/ ]+", "", value.replace("_", " ").replace("-", " ")).casefold()
    bare = " ".join(bare.split()).strip("/ ")
    return not bare or bare in _LEFT or (len(bare) > 2 and bool(_SAME.fullmatch(bare)))
