"""Where the words of a finding stand in a file, and what else people write in it: comments.

A text reads otherwise in its file: folded over lines, between quotes, with escapes. Not here: what
is wrong with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.source.nodes import place, regelbegin

_TUSSEN = r"(?:\s|\\n|[\"\\#~])+"
"""What may stand between two words of a text in YAML or PO: a fold, quotes, a mark of a comment."""


def zoek(raw: str, vanaf: int, tekst: str, begin: int, eind: int) -> int:
    """The offset in ``raw`` of these words of a text that begins at ``vanaf``.

    When they are written otherwise there, it is the beginning of the text.
    """
    words = tekst[begin:eind].split() or [tekst[begin:eind]]
    form = re.compile(_TUSSEN.join(map(re.escape, words)))
    earlier = len(form.findall(tekst, 0, begin))
    for number, found in enumerate(form.finditer(raw, vanaf)):
        if found.start() - vanaf > 3 * len(tekst) + 400:
            break
        if number == earlier:
            return found.start()
    return vanaf


def plek(raw: str, vanaf: tuple[int, int], tekst: str, begin: int, eind: int) -> tuple[int, int]:
    """The line and column of these words of a text that begins at line and column ``vanaf``."""
    if not raw:
        return vanaf
    line, column = vanaf
    start = regelbegin(raw)[line - 1] + column - 1
    return place(raw, zoek(raw, start, tekst, begin, eind))


def commentaar_po(raw: str) -> Iterator[tuple[int, str]]:
    """Each comment in a catalogue, and each former text; not its places and flags."""
    for found in _VAN_MENSEN.finditer(raw):
        yield found.start(1), found[1]


_VAN_MENSEN = re.compile(r"^[ \t]*(?:#(?![:,~])|#~[ \t]*(?=\|))[.|]?[ \t]*(.*)$", re.MULTILINE)
