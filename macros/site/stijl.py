"""The style sheets: parts that people read, joined to one sheet for all media and one for paper.

``site.css`` names the parts in their order with ``@import``, as CSS itself has it. A part may hold
rules for paper beside those for the screen: its ``@media print``, at the start of a line, goes to
``druk.css``, before what that sheet says for all pages.

Not here: any rule (``docs/theme/assets/css/``).
"""

from __future__ import annotations

import re
from pathlib import Path

SITE = "site.css"
DRUK = "druk.css"

_OPMERKING = re.compile(r"/\*.*?\*/", re.DOTALL)
_DEEL = re.compile(r'@import "([a-z-]+\.css)";')
_PAPIER = re.compile(r"^@media print \{\n(.*?)^\}\n", re.DOTALL | re.MULTILINE)
_RUIMTE = re.compile(r'("[^"]*")|\s*([{};,])\s*')
_NAAM = re.compile(r"(?<=[{;])([\w-]+): ")


def stijlbladen(folder: Path) -> dict[str, str]:
    """The two sheets, by name. Raises FileNotFoundError for a part that is not there."""
    screen = _DEEL.sub(lambda part: _gelezen(folder / part[1]), _gelezen(folder / SITE))
    paper = [*_PAPIER.findall(screen), _gelezen(folder / DRUK)]
    return {SITE: _kort(_PAPIER.sub("", screen)), DRUK: _kort("".join(paper))}


def _gelezen(file: Path) -> str:
    return _OPMERKING.sub("", file.read_text(encoding="utf-8"))


def _kort(css: str) -> str:
    """Without room between the signs, a rule on each line; what is quoted is left alone."""
    css = _RUIMTE.sub(lambda found: found[1] or found[2], css.strip())
    return _NAAM.sub(r"\1:", css).replace(";}", "}").replace("}", "}\n")
