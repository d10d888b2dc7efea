"""Where the words of a finding stand in a file, and what else people write in it: comments.

A text reads otherwise in its file: folded over lines, between quotes, with escapes. Not here: what
is wrong with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

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


def commentaar(raw: str) -> Iterator[tuple[int, str]]:
    """Each comment in a YAML file that can be read, with its offset."""
    if "#" not in raw:
        return
    end = 0
    for token in yaml.scan(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        yield from _tussen(raw, end, token.start_mark.index)
        end = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            yield from _tussen(raw, token.start_mark.index, raw.find("\n", token.start_mark.index))
    yield from _tussen(raw, end, len(raw))


def _tussen(raw: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"#+ ?(.*)", raw[begin:end]):
        yield begin + found.start(1), found.group(1)


def commentaar_po(raw: str) -> Iterator[tuple[int, str]]:
    """Each comment in a catalogue, and each former text; not its places and flags."""
    for found in _VAN_MENSEN.finditer(raw):
        yield found.start(1), found[1]


_VAN_MENSEN = re.compile(r"^[ \t]*(?:#(?![:,~])|#~[ \t]*(?=\|))[.|]?[ \t]*(.*)$", re.MULTILINE)
