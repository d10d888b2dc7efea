"""The pictures that are made of the site, dot by dot."""

from __future__ import annotations

import struct
import zlib

import pytest

from macros.render import raster
from macros.render.deelbeeld import BREED, DEELBEELD, GROND, HOOG, MATEN, beelden, deelbeeld, icoon
from macros.render.raster import Vorm

WIT, ZWART = (255, 255, 255), (0, 0, 0)
LANG = "Een titel van tweehonderd tekens " * 6


def dots(png: bytes) -> list[list[tuple[int, int, int]]]:
    """The dots of a PNG as we write them."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 2)
    at, data = 8, b""
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        part = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            name + part
        )
        data += part if name == b"IDAT" else b""
        at += 12 + length
    raw = zlib.decompress(data)
    rows = [raw[n * (3 * width + 1) + 1 : (n + 1) * (3 * width + 1)] for n in range(height)]
    return [[(row[x], row[x + 1], row[x + 2]) for x in range(0, 3 * width, 3)] for row in rows]


def grijs(vorm: Vorm, breed: int = 8, hoog: int = 8) -> list[list[int]]:
    return [[dot[0] for dot in row] for row in dots(raster.teken(breed, hoog, ZWART, [vorm]))]


def test_a_shape_covers_its_dots_and_the_edge_half() -> None:
    found = grijs(Vorm((raster.rechthoek(2, 2, 3.5, 4),), WIT))
    assert found[2] == [0, 0, 255, 255, 255, 128, 0, 0]
    assert found[1] == found[6] == [0] * 8


def test_a_line_the_other_way_is_a_hole_and_what_lies_outside_is_cut() -> None:
    hole = tuple(reversed(raster.rechthoek(2, 2, 4, 4)))
    found = grijs(Vorm((raster.rechthoek(-5, -5, 30, 30), hole), WIT))
    assert found[0] == [255] * 8
    assert found[3] == [255, 255, 0, 0, 0, 0, 255, 255]


def test_what_shines_through_is_mixed() -> None:
    assert grijs(Vorm((raster.rechthoek(0, 0, 8, 8),), WIT, 0.5))[0] == [128] * 8


def test_a_curve_is_round() -> None:
    found = grijs(Vorm(raster.pad("M4 0a4 4 0 0 1 0 8a4 4 0 0 1 0-8z"), WIT))
    assert found[0][0] < 40
    assert found[4][1:7] == [255] * 6
    assert sum(map(sum, found)) / 255 == pytest.approx(50.3, abs=0.5)


def test_letters_are_those_of_the_face_and_one_it_lacks_is_left_out() -> None:
    assert raster.tekst("ij", 0, 10, 10, vet=False)
    assert raster.tekst("\u0627", 0, 10, 10, vet=True) == ()
    assert len(raster.tekst("é", 0, 10, 10, vet=True)) > len(raster.tekst("e", 0, 10, 10, vet=True))


@pytest.mark.parametrize("titel", ["Samen", LANG, "Onderwijszorgarrangementen" * 8])
def test_a_title_of_any_length_stands_within_the_picture(titel: str) -> None:
    found = dots(deelbeeld(titel, LANG))
    assert (len(found[0]), len(found)) == (BREED, HOOG)
    used = [x for row in found[240:600] for x, dot in enumerate(row) if dot != GROND]
    assert min(used) >= 70
    assert max(used) <= BREED - 40
    assert all(dot == GROND for row in found[600:613] for dot in row)


def test_a_title_in_letters_that_the_face_lacks_leaves_the_sign_alone() -> None:
    assert deelbeeld("معا", "x") == deelbeeld("\u4e00", "x")


def test_an_icon_is_filled_to_its_edges() -> None:
    found = dots(icoon(180))
    assert (len(found[0]), len(found)) == (180, 180)
    assert found[0][0] == found[0][179] == found[179][0] == (255, 248, 236)
    assert len({dot for row in found for dot in row}) > 3


def test_there_is_one_picture_and_each_icon() -> None:
    names = [path for path, _ in beelden("Samen", "x")]
    assert names == [DEELBEELD, *(f"assets/img/icoon-{maat}.png" for maat in MATEN)]
