"""Shapes to a PNG, for what can show no SVG: a shared link, the icon on a phone.

A shape is closed lines; where its lines cross a row of dots is exact across, and looked at several
times down. Text is the outlines of the site's own face, so no font of a machine is asked for. numpy
and fontTools do the work (why not a library for pictures: docs/adr/0022). Not here: what is drawn.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.render.letter import lettertype

Lijn = tuple[tuple[float, float], ...]
"""Corners of a closed line."""
Kleur = tuple[int, int, int]

FIJN = 8
"""So many times each row of dots is looked at."""
BOCHT = 12
"""A curve is so many straight pieces."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """Lines filled with a colour; a line within another that runs the other way is a hole."""

    lijnen: tuple[Lijn, ...]
    kleur: Kleur
    dekking: float = 1.0


def kleur(hex: str) -> Kleur:
    """``#0b4644`` as red, green and blue."""
    red, green, blue = bytes.fromhex(hex.removeprefix("#"))
    return red, green, blue


def rechthoek(x: float, y: float, breed: float, hoog: float, hoek: float = 0) -> Lijn:
    """A rectangle, with round corners when ``hoek`` says how round."""
    if not hoek:
        return ((x, y), (x + breed, y), (x + breed, y + hoog), (x, y + hoog))
    d = f"M{x + hoek} {y}h{breed - 2 * hoek}q{hoek} 0 {hoek} {hoek}v{hoog - 2 * hoek}"
    d += f"q0 {hoek} {-hoek} {hoek}h{2 * hoek - breed}q{-hoek} 0 {-hoek} {-hoek}v{2 * hoek - hoog}"
    return pad(f"{d}q0 {-hoek} {hoek} {-hoek}z")[0]


def pad(d: str, schaal: float = 1, x: float = 0, y: float = 0) -> tuple[Lijn, ...]:
    """The ``d`` of a path of an SVG, so many times as large and moved."""
    from fontTools.svgLib.path import parse_path  # type: ignore[import-untyped]

    return _omtrek(lambda pen: parse_path(d, pen), (schaal, 0, 0, schaal, x, y))


def tekst(regel: str, x: float, basislijn: float, grootte: float, *, vet: bool) -> tuple[Lijn, ...]:
    """A line of text in the face of the site; a letter that it lacks is left out."""
    font = lettertype(vet)
    em, known, glyphs = font["head"].unitsPerEm, font.getBestCmap(), font.getGlyphSet()
    found: list[Lijn] = []
    for letter in regel:
        if (name := known.get(ord(letter))) is not None:
            scale = grootte / em
            found += _omtrek(glyphs[name].draw, (scale, 0, 0, -scale, x, basislijn), glyphs)
            x += glyphs[name].width * scale
    return tuple(found)


def _omtrek(
    teken: Callable[[Any], None], plaatsing: Sequence[float], letters: Any = None
) -> tuple[Lijn, ...]:
    """What is drawn with a pen of fontTools, as straight lines; a letter may be made of others."""
    from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]

    lines: list[list[tuple[float, float]]] = []

    class Pen(BasePen):  # type: ignore[misc]
        def _moveTo(self, pt: tuple[float, float]) -> None:
            lines.append([pt])

        def _lineTo(self, pt: tuple[float, float]) -> None:
            lines[-1].append(pt)

        def _curveToOne(self, *bend: tuple[float, float]) -> None:
            points = (lines[-1][-1], *bend)
            for step in range(1, BOCHT + 1):
                t = step / BOCHT
                parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                x, y = (
                    sum(part * point[axis] for part, point in zip(parts, points, strict=True))
                    for axis in (0, 1)
                )
                lines[-1].append((x, y))

    teken(TransformPen(Pen(letters), tuple(plaatsing)))
    return tuple(map(tuple, lines))


def teken(breed: int, hoog: int, grond: Kleur, vormen: Iterable[Vorm]) -> bytes:
    """All shapes, in their order, on one colour: a PNG."""
    import numpy as np

    picture = np.empty((hoog, breed, 3))
    picture[:] = grond
    for vorm in vormen:
        high = [y for lijn in vorm.lijnen for _, y in lijn]
        if not high:
            continue
        top, end = max(0, int(min(high))), min(hoog, int(max(high)) + 1)
        share = (_dekking(vorm.lijnen, breed, top, end) * vorm.dekking)[:, :, None]
        picture[top:end] += share * (np.array(vorm.kleur) - picture[top:end])
    return _png(breed, hoog, np.rint(picture).astype(np.uint8))


def _dekking(lijnen: Iterable[Lijn], breed: int, boven: int, onder: int) -> Any:
    """How much of each dot of these rows the shape covers, from 0 to 1.

    Each crossing of a line with a row changes all dots to the right of it, so it is noted where it
    is and added up along the row.
    """
    import numpy as np

    change = np.zeros(((onder - boven) * FIJN, breed + 2))
    for (x0, y0), (x1, y1) in _randen(lijnen):
        low, high = sorted((y0, y1))
        first = max(boven * FIJN, int(np.ceil(low * FIJN - 0.5)))
        rows = np.arange(first, min(onder * FIJN, int(np.ceil(high * FIJN - 0.5))))
        if not rows.size:
            continue
        x = np.clip(x0 + ((rows + 0.5) / FIJN - y0) * (x1 - x0) / (y1 - y0), 0, breed)
        at, way = x.astype(int), 1 if y1 > y0 else -1
        np.add.at(change, (rows - boven * FIJN, at), way * (1 - (x - at)))
        np.add.at(change, (rows - boven * FIJN, at + 1), way * (x - at))
    covered = np.clip(np.abs(np.cumsum(change, axis=1)), 0, 1)[:, :breed]
    return covered.reshape(onder - boven, FIJN, breed).mean(axis=1)


def _randen(lijnen: Iterable[Lijn]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for lijn in lijnen:
        yield from zip(lijn, (*lijn[1:], lijn[0]), strict=True)


def _png(breed: int, hoog: int, dots: Any) -> bytes:
    rows = b"".join(b"\0" + row.tobytes() for row in dots)

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
