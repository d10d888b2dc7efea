"""The pictures that are made of the site: one for a shared link in each language, and its icons.

All of them come from the sign of the site (``docs/theme/assets/img/merk.svg``) and its own face; no
picture is kept in the repository. Not here: how shapes become dots (``raster``).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.kast import bewaard, code
from macros.render import raster
from macros.render.letter import PAKKET, letterbestand, letterbreedten, regels
from macros.render.raster import Vorm, kleur

MERK = Path(__file__).parents[2] / "docs/theme/assets/img/merk.svg"
BREED, HOOG = 1200, 630
"""The size that every platform shows whole."""
DEELBEELD = "assets/img/deelbeeld.png"
ICOON = "assets/img/icoon-{maat}.png"
MATEN = (180, 192, 512)
"""The first is for a phone of Apple, the others are what a manifest asks for."""

MERKKLEUR = "#0b4644"
GROND, STREEP, WIT, ZACHT = (kleur(one) for one in (MERKKLEUR, "#e58a3c", "#ffffff", "#d3e8e3"))
IN_KOP = {
    "pad": DEELBEELD,
    "breed": BREED,
    "hoog": HOOG,
    "icoon": ICOON.format(maat=MATEN[0]),
    "kleur": MERKKLEUR,
}
"""What the head of a page says of them."""
_RAND = 80
_SVG = "{http://www.w3.org/2000/svg}"


def beelden(titel: str, ondertitel: str) -> Iterator[tuple[str, bytes]]:
    """Every picture of one language, by its path below the site."""
    yield DEELBEELD, _bewaard(f"{titel}\n{ondertitel}", partial(deelbeeld, titel, ondertitel))
    for maat in MATEN:
        yield ICOON.format(maat=maat), _bewaard(str(maat), partial(icoon, maat))


def _bewaard(wat: str, maak: Callable[[], bytes]) -> bytes:
    font = MERK.parents[4] / "node_modules" / PAKKET / letterbestand(700, "woff")
    made_of = [
        code("render/raster.py", "render/letter.py", "render/deelbeeld.py"),
        MERK.read_bytes(),
        wat.encode(),
    ]
    made_of += [font.read_bytes()] if font.is_file() else []
    kept = bewaard("beeld", made_of, lambda: base64.b64encode(maak()).decode())
    return base64.b64decode(kept)


def icoon(maat: int) -> bytes:
    """The sign of the site, to the edges: a phone cuts its own corners."""
    return raster.teken(maat, maat, _grond(), _merk(maat / 48, 0, 0, met_grond=False))


def deelbeeld(titel: str, ondertitel: str) -> bytes:
    """What is shown beside a shared link: sign, title and subtitle."""
    shapes = [
        Vorm((raster.rechthoek(0, HOOG - 16, BREED, 16),), STREEP),
        *_merk(3, _RAND, 72, met_grond=True),
    ]
    baseline = 72 + 3 * 48 + 40.0
    room = HOOG - 16 - 48
    for text, colour, bold, sizes, part in (
        (titel, WIT, True, (84, 72, 60, 50, 42), 0.68),
        (ondertitel, ZACHT, False, (40, 36, 32, 28), 1.0),
    ):
        lines, size = _passend(text, sizes, (room - baseline) * part, vet=bold)
        for line in lines:
            baseline += size * 1.2
            outline = raster.tekst(line, _RAND, baseline - size * 0.25, size, vet=bold)
            shapes.append(Vorm(outline, colour))
        baseline += 20
    return raster.teken(BREED, HOOG, GROND, shapes)


def _merk(schaal: float, x: float, y: float, *, met_grond: bool) -> Iterator[Vorm]:
    """The shapes of the sign, so many times as large."""
    for node in ET.parse(MERK).getroot():
        shape = kleur(node.attrib["fill"]), float(node.get("fill-opacity", 1))
        if node.tag == f"{_SVG}path":
            yield Vorm(raster.pad(node.attrib["d"], schaal, x, y), *shape)
        elif met_grond:
            side, corner = (schaal * float(node.attrib[name]) for name in ("width", "rx"))
            yield Vorm((raster.rechthoek(x, y, side, side, corner),), *shape)


def _grond() -> raster.Kleur:
    return next(kleur(one.attrib["fill"]) for one in ET.parse(MERK).getroot() if "rx" in one.attrib)


def _passend(text: str, sizes: tuple[int, ...], room: float, *, vet: bool) -> tuple[list[str], int]:
    """The lines of a text in the largest size that fits; what does not fit in the smallest is cut.

    Nothing when the face lacks a letter: half a word is worse than the sign alone.
    """
    known = letterbreedten(700 if vet else 400)
    if any(letter not in known and not letter.isspace() for letter in text):
        return [], sizes[-1]
    for size in sizes:
        lines = regels(text, (BREED - 2 * _RAND) / size, vet=vet)
        if len(lines) * size * 1.2 <= room:
            return lines, size
    fit = max(1, int(room / (sizes[-1] * 1.2)))
    return [*lines[: fit - 1], f"{lines[fit - 1].rstrip(' .,:;')}…"], size
