"""Mistakes in a table, most of them what Excel makes of it when it opens and saves a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.fouten.werk import Ingreep, Verwacht, Waar, Werk, vergissing

GEZEGD, GELIJK, VRIJ = Verwacht.GEZEGD, Verwacht.GELIJK, Verwacht.VRIJ
GETAL = ("waarde", "aantal")


def _tabel(naam: str, verwacht: Verwacht, doe: Callable[[Random, list[str], int], object]) -> None:
    """The lines, and one of those below the head."""

    @vergissing(naam, Waar.TABEL, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        at = r.randrange(1, w.tekst(pad).count("\n"))
        made = w.bewerkt(pad, lambda lines: doe(r, lines, at))
        if made.bestanden[pad] == w.inhoud[pad]:
            return None
        return replace(made, ook=(pad,)) if "weggevallen" in naam else made


def _cel(
    naam: str,
    verwacht: Verwacht,
    kolom: tuple[str, ...],
    doe: Callable[[Random, str], str],
    *,
    samen: bool = False,
) -> None:
    """A cell of a column, in a row where there is something in it; ``samen``: rows tell of it together."""

    @vergissing(naam, Waar.TABEL, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        head, *rows = w.tekst(pad).splitlines()
        at = next((n for n, name in enumerate(head.split(";")) if name in kolom), None)
        if at is None:
            return None
        some = [n for n, row in enumerate(rows, start=1) if row.split(";")[at].strip(".x")]
        number = r.choice(some)

        def zet(lines: list[str]) -> None:
            cells = lines[number].split(";")
            cells[at] = doe(r, cells[at])
            lines[number] = ";".join(cells)

        return replace(w.bewerkt(pad, zet), ook=(pad,) if samen else ())


def _alle(doe: Callable[[str], str]) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[:] = [doe(line) for line in lines]

    return maak


def _regel(doe: Callable[[Random, str], str]) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[at] = doe(r, lines[at])

    return maak


def _kop(doe: Callable[[Random, str], str]) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[0] = doe(r, lines[0])

    return maak


_tabel("Excel scheidt met komma's", GEZEGD, _alle(lambda line: line.replace(";", ",")))
_tabel("Excel scheidt met tabs", GEZEGD, _alle(lambda line: line.replace(";", "\t")))
_tabel(
    "Excel zet aanhalingstekens om cellen",
    GEZEGD,
    _alle(lambda line: ";".join(f'"{one}"' for one in line.split(";"))),
)
_tabel(
    "Excel zet aanhalingstekens om één cel",
    GEZEGD,
    _regel(lambda r, line: '"' + line.replace(";", '";', 1)),
)
_tabel(
    "Excel zet sep= bovenaan",
    GEZEGD,
    lambda r, lines, at: lines.insert(0, r.choice(["sep=;", "sep=,", "SEP=;"])),
)
_tabel("Excel bewaart lege kolommen", GEZEGD, _alle(lambda line: line + ";;"))
_tabel(
    "Excel bewaart lege rijen",
    GELIJK,
    lambda r, lines, at: lines.extend([";" * lines[0].count(";")] * 3),
)
_tabel(
    "een lege rij ertussen",
    GELIJK,
    lambda r, lines, at: lines.insert(at, r.choice(["", ";" * lines[0].count(";"), "  "])),
)
_tabel(
    "anders gesorteerd",
    VRIJ,
    lambda r, lines, at: lines.__setitem__(slice(1, None), sorted(lines[1:], reverse=True)),
)
_tabel("een rij dubbel geplakt", GEZEGD, lambda r, lines, at: lines.insert(at, lines[at]))
_tabel("een rij weggevallen", VRIJ, lambda r, lines, at: lines.pop(at))
_tabel("een cel weggevallen", GEZEGD, _regel(lambda r, line: line.partition(";")[2]))
_tabel("een cel te veel", GEZEGD, _regel(lambda r, line: f"{line};extra"))
_tabel("een puntkomma te veel", GEZEGD, _regel(lambda r, line: line.replace(";", ";;", 1)))
_tabel("een opmerking onder de tabel", GEZEGD, lambda r, lines, at: lines.append("Bron: het CBS"))
_tabel(
    "een titel boven de tabel",
    GEZEGD,
    lambda r, lines, at: lines.insert(0, "Cijfers van de regio;;"),
)
_tabel("een tweede kop onderaan", GEZEGD, lambda r, lines, at: lines.append(lines[0]))
_tabel(
    "een rij met het totaal",
    GEZEGD,
    lambda r, lines, at: lines.append("Totaal" + ";" * lines[0].count(";")),
)
_tabel(
    "een uitleg met # tussen de rijen",
    GEZEGD,
    lambda r, lines, at: lines.insert(at, "# nog nakijken"),
)
_tabel("de kop weggevallen", GEZEGD, lambda r, lines, at: lines.pop(0))
_tabel(
    "een kolom hernoemd",
    GEZEGD,
    _kop(lambda r, line: line.replace("jaar", "Jaren").replace("periode", "jaar")),
)
_tabel("een kop met hoofdletters", GEZEGD, _kop(lambda r, line: line.upper()))
_tabel("een kop met een harde spatie", VRIJ, _kop(lambda r, line: line.replace(";", "\u00a0;", 1)))
_tabel(
    "twee kolommen verwisseld",
    VRIJ,
    _alle(lambda line: ";".join([*reversed(line.split(";")[:2]), *line.split(";")[2:]])),
)
_tabel("een kolom erbij", GEZEGD, _alle(lambda line: f"{line};opmerking"))
_tabel("een kolom weg", GEZEGD, _alle(lambda line: line.partition(";")[2]))
_tabel("spaties om de cellen", GELIJK, _alle(lambda line: line.replace(";", " ; ")))
_tabel("tabs om de cellen", GELIJK, _alle(lambda line: line.replace(";", "\t;\t")))
_tabel(
    "een conflict tussen de rijen",
    GEZEGD,
    lambda r, lines, at: lines.__setitem__(
        slice(at, at + 1), ["<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> main"]
    ),
)
_tabel("een enter midden in een rij", GEZEGD, _regel(lambda r, line: line.replace(";", ";\n", 1)))
_tabel(
    "een rij als die van een ander, met een andere waarde",
    GEZEGD,
    lambda r, lines, at: lines.insert(at, lines[at].replace("202", "202", 1)),
)

_cel("een punt tussen duizendtallen in een tabel", GEZEGD, GETAL, lambda r, t: f"{t}.000")
_cel(
    "een spatie tussen duizendtallen",
    GEZEGD,
    GETAL,
    lambda r, t: f"{t}{r.choice(' ' + chr(0xA0) + chr(0x202F))}000",
)
_cel("een punt in plaats van een komma", GEZEGD, GETAL, lambda r, t: f"{t}.5")
_cel("een komma in een telling", VRIJ, GETAL, lambda r, t: f"{t},5")
_cel(
    "Excel maakt er een macht van",
    GEZEGD,
    GETAL,
    lambda r, t: r.choice(["1E+03", "1,2E+05", "1e3"]),
)
_cel(
    "Excel maakt er een fout van",
    GEZEGD,
    GETAL,
    lambda r, t: r.choice(["#N/B", "#WAARDE!", "#VERW!", "#N/A", "#####", "#DEEL/0!"]),
)
_cel("een formule in een cel", GEZEGD, GETAL, lambda r, t: "=A1+A2")
_cel("een procentteken", GEZEGD, GETAL, lambda r, t: f"{t}%")
_cel("een euroteken", GEZEGD, GETAL, lambda r, t: f"€ {t}")
_cel("een min van Word", GEZEGD, GETAL, lambda r, t: r.choice("−–—"))
_cel("een streepje met een getal", GEZEGD, GETAL, lambda r, t: f"-{t}")
_cel(
    "een getal in andere cijfers",
    GEZEGD,
    GETAL,
    lambda r, t: r.choice(["\uff14\uff10", "٤٠", "²", "½", "IV"]),
)
_cel("een getal met een woord erbij", GEZEGD, GETAL, lambda r, t: f"{t} kinderen")
_cel(
    "een grens in plaats van een getal",
    GEZEGD,
    GETAL,
    lambda r, t: r.choice(["<10", "< 5", "minder dan 10", "0-9"]),
)
_cel("een sterretje achter een getal", GEZEGD, GETAL, lambda r, t: f"{t}*")
_cel("nullen voor een getal", GEZEGD, GETAL, lambda r, t: f"00{t}")
_cel("een letter O in een getal", GEZEGD, GETAL, lambda r, t: f"{t[:-1]}O")
_cel(
    "een aanhalingsteken voor een getal, zoals Excel dat doet", GEZEGD, GETAL, lambda r, t: f"'{t}"
)
_cel("een andere hoeveelheid nullen", GEZEGD, GETAL, lambda r, t: f"{t}000", samen=True)
_cel("een onzichtbaar teken bij een getal", GEZEGD, GETAL, lambda r, t: f"{t}\u200b")
_cel("een harde spatie achter een getal", VRIJ, GETAL, lambda r, t: f"{t}\u00a0")
_cel("een cel leeggemaakt", VRIJ, GETAL, lambda r, t: "")
_cel(
    "een naam in plaats van een id",
    GEZEGD,
    ("gebied",),
    lambda r, t: t.removeprefix("gemeente-").capitalize(),
)
_cel("een hoofdletter in een id in een tabel", GEZEGD, ("gebied",), lambda r, t: t.upper())
_cel("een jaar met een tekst erbij", GEZEGD, ("periode", "jaar"), lambda r, t: f"{t} (voorlopig)")
_cel(
    "een jaar als datum van Excel",
    GEZEGD,
    ("periode",),
    lambda r, t: r.choice(["44562", "1-1-2022", "jan-22", f"{t}.0", f"{t},0"]),
)
_cel(
    "een datum van Excel in een tabel",
    GEZEGD,
    ("opgehaald",),
    lambda r, t: r.choice(["1-11-2022", "44866", "2022-11-01 00:00", "11/1/2022"]),
)
_cel(
    "een typefout in een status",
    GEZEGD,
    ("status",),
    lambda r, t: t.replace("o", "oo", 1) if "o" in t else f"{t}e",
)
_cel("een status met een hoofdletter", GEZEGD, ("status",), lambda r, t: t.capitalize())
_cel("een bron die er niet is", GEZEGD, ("bron",), lambda r, t: "cbs")
