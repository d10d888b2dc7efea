"""Mistakes in a catalogue, made by hand or by a translation program."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fouten.werk import Ingreep, Verwacht, Waar, Werk, vergissing

GEZEGD, GELIJK, VRIJ = Verwacht.GEZEGD, Verwacht.GELIJK, Verwacht.VRIJ


def _po(naam: str, verwacht: Verwacht, doe: Callable[[Random, list[str], int], object]) -> None:
    """The lines, and that of a translation of one line; the line above it is its Dutch."""

    @vergissing(naam, Waar.PO, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        lines = w.tekst(pad).split("\n")
        some = [
            n
            for n, line in enumerate(lines)
            if re.match(r'msgstr "\w', line)
            and re.match('msgid "[^{}]+"$', lines[n - 1])
            and not lines[n - 2].startswith("#,")
        ]
        at = r.choice(some)
        made = w.bewerkt(pad, lambda lines: doe(r, lines, at))
        return None if made.bestanden[pad] == w.inhoud[pad] else made


def _regel(
    doe: Callable[[Random, str], str], boven: int = 0
) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[at - boven] = doe(r, lines[at - boven])

    return maak


def _erin(doe: Callable[[Random, str], str]) -> Callable[[Random, list[str], int], None]:
    """The translation itself, between its quotes."""
    return _regel(lambda r, line: f'msgstr "{doe(r, line[8:-1])}"')


def _voor(*nieuw: str) -> Callable[[Random, list[str], int], None]:
    """Lines above the entry."""

    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[at - 1 : at - 1] = nieuw

    return maak


def _erna(*nieuw: str) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[at + 1 : at + 1] = nieuw

    return maak


def _opnieuw(r: Random, lines: list[str], at: int) -> None:
    lines.extend(["", lines[at - 1], 'msgstr "Otherwise"'])


_po("een aanhalingsteken vergeten aan het eind", GEZEGD, _regel(lambda r, line: line[:-1]))
_po(
    "een aanhalingsteken vergeten aan het begin",
    GEZEGD,
    _regel(lambda r, line: line.replace('"', "", 1)),
)
_po("een vertaling zonder aanhalingstekens", GEZEGD, _regel(lambda r, line: line.replace('"', "")))
_po("aanhalingstekens midden in een vertaling", GEZEGD, _erin(lambda r, t: f'{t} "really"'))
_po(
    "krullende aanhalingstekens om een vertaling",
    GEZEGD,
    _regel(lambda r, line: line.replace(' "', " “", 1)[:-1] + "”"),
)
_po(
    "enkele aanhalingstekens om een vertaling",
    GEZEGD,
    _regel(lambda r, line: line.replace('"', "'")),
)
_po("tekst achter een vertaling", GEZEGD, _regel(lambda r, line: f"{line} nakijken"))
_po("een vertaling van alleen spaties", VRIJ, _erin(lambda r, t: r.choice([" ", "   ", "\\n"])))
_po("een lege vertaling", VRIJ, _erin(lambda r, t: ""))
_po("een nieuwe regel in een vertaling", VRIJ, _erin(lambda r, t: f"{t}\\nand more"))
_po("een schuine streep in een vertaling", VRIJ, _erin(lambda r, t: f"C:\\dir {t}"))
_po("een invulplaats te veel", GEZEGD, _erin(lambda r, t: f"{t} {{naam}}"))
_po("een losse accolade", VRIJ, _erin(lambda r, t: f"{t} {{"))
_po("HTML in een vertaling", GEZEGD, _erin(lambda r, t: f"<b>{t}</b>"))
_po("een onzichtbaar teken in een vertaling", GEZEGD, _erin(lambda r, t: f"{t}\u200b"))
_po(
    "een e-mailadres in een vertaling",
    GEZEGD,
    _erin(lambda r, t: f"{t}, j.devries@voorbeeld.example"),
)
_po("een telefoonnummer in een vertaling", GEZEGD, _erin(lambda r, t: f"{t}, call 06-12345678"))
_po("een klein aantal in een vertaling", GEZEGD, _erin(lambda r, t: f"{t}, 3 children"))
_po(
    "een link van Markdown in een vertaling",
    GEZEGD,
    _erin(lambda r, t: f"[{t}](https://voorbeeld.example)"),
)
_po(
    "het Nederlands gewijzigd in het vertaalbestand",
    VRIJ,
    _regel(lambda r, line: line[:-1] + ' anders"', boven=1),
)
_po("het Nederlands weggevallen", GEZEGD, lambda r, lines, at: lines.pop(at - 1))
_po("de vertaling weggevallen", GEZEGD, lambda r, lines, at: lines.pop(at))
_po(
    "een typefout in msgstr",
    GEZEGD,
    _regel(
        lambda r, line: line.replace("msgstr", r.choice(["msgstt", "msg str", "MSGSTR", "mgstr"]))
    ),
)
_po("twee vertalingen onder elkaar", GEZEGD, lambda r, lines, at: lines.insert(at, lines[at]))
_po("dezelfde tekst twee keer, anders vertaald", GEZEGD, _opnieuw)
_po(
    "dezelfde tekst twee keer, ingesprongen",
    GEZEGD,
    lambda r, lines, at: lines.extend(["", f"  {lines[at - 1]}", '  msgstr "Otherwise"']),
)
_po(
    "dezelfde tekst twee keer, over twee regels",
    GEZEGD,
    lambda r, lines, at: lines.extend(["", 'msgid ""', lines[at - 1][6:], 'msgstr "Otherwise"']),
)
_po("een vertaling over twee regels", GELIJK, _regel(lambda r, line: f'msgstr ""\n{line[7:]}'))
_po("een vertaling ingesprongen", GELIJK, _regel(lambda r, line: f"  {line}"))
_po(
    "een lege regel tussen Nederlands en vertaling",
    GELIJK,
    lambda r, lines, at: lines.insert(at, ""),
)
_po("een merk dat de tekst veranderd is", VRIJ, _voor("#, fuzzy"))
_po("een opmerking van een vertaler", GELIJK, _voor("# checked twice"))
_po("een opmerking met een telefoonnummer", GEZEGD, _voor("# vraag het aan 06-12345678"))
_po(
    "een opmerking met een e-mailadres",
    GEZEGD,
    _voor("# vraag het aan j.devries@voorbeeld.example"),
)
_po(
    "een oude tekst die bewaard is",
    GELIJK,
    lambda r, lines, at: lines.extend(["", '#~ msgid "Vroeger"', '#~ msgstr "Formerly"']),
)
_po("een vorige tekst die Poedit bewaart", VRIJ, _voor("#, fuzzy", '#| msgid "Vroeger"'))
_po(
    "een vorige tekst bij wat niet meer gebruikt wordt",
    VRIJ,
    lambda r, lines, at: lines.extend(
        ["", '#~| msgid "Eerder"', '#~ msgid "Vroeger"', '#~ msgstr "Formerly"']
    ),
)
_po("een context die Poedit kent", VRIJ, _voor('msgctxt "menu"'))
_po(
    "meervoud",
    VRIJ,
    lambda r, lines, at: lines.__setitem__(
        slice(at, at + 1), ['msgid_plural "dingen"', 'msgstr[0] "thing"', 'msgstr[1] "things"']
    ),
)
_po(
    "een conflict in een vertaling",
    GEZEGD,
    lambda r, lines, at: lines.__setitem__(
        slice(at, at + 1), ["<<<<<<< HEAD", lines[at], "=======", 'msgstr "Other"', ">>>>>>> main"]
    ),
)
_po("een streep van een conflict blijft staan in een vertaling", GEZEGD, _erna(">>>>>>> main"))
_po("een losse regel tekst", GEZEGD, _erna("nog vertalen"))
_po("een losse tekst tussen aanhalingstekens", VRIJ, _erna('" and this too"'))
_po("een tab voor een vertaling", GELIJK, _regel(lambda r, line: f"\t{line}"))
_po("een harde spatie na msgstr", VRIJ, _regel(lambda r, line: line.replace(" ", "\u00a0", 1)))
_po(
    "een regelscheiding in een vertaling",
    VRIJ,
    _erin(lambda r, t: f"{t}{r.choice(chr(0x2028) + chr(0x85) + chr(0x0B))}x"),
)


def _kop(naam: str, verwacht: Verwacht, doe: Callable[[Random, str], str]) -> None:
    """A mistake in the head of a catalogue."""

    @vergissing(naam, Waar.PO, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        head, empty, rest = w.tekst(pad).partition("\n\n")
        return Ingreep({pad: (doe(r, head) + empty + rest).encode()})


_kop(
    "Poedit zet een lege datum in de kop",
    GELIJK,
    lambda r, head: head + '\n"PO-Revision-Date: \\n"\n"Last-Translator: \\n"',
)
_kop(
    "Poedit zet een gekke datum in de kop",
    GELIJK,
    lambda r, head: (
        head + '\n"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"POT-Creation-Date: gisteren\\n"'
    ),
)
_kop(
    "Poedit zet meervoudsvormen in de kop",
    GELIJK,
    lambda r, head: (
        head + '\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"X-Generator: Poedit 3.4\\n"'
    ),
)
_kop(
    "Poedit zet gekke meervoudsvormen in de kop",
    GELIJK,
    lambda r, head: head + '\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"',
)
_kop(
    "de vertaler staat in de kop",
    VRIJ,
    lambda r, head: head + '\n"Last-Translator: J. de Vries <j.devries@voorbeeld.example>\\n"',
)
_kop(
    "een andere taal in de kop",
    GEZEGD,
    lambda r, head: head.replace("Language: en", "Language: de"),
)
_kop(
    "een andere codering in de kop",
    GEZEGD,
    lambda r, head: head.replace("charset=utf-8", "charset=iso-8859-1"),
)
_kop(
    "een codering die niet bestaat in de kop",
    GEZEGD,
    lambda r, head: head.replace("charset=utf-8", "charset=CHARSET"),
)
_kop("geen kop", VRIJ, lambda r, head: "")
_kop("uitleg boven de kop", GELIJK, lambda r, head: f"# Vertaling van de regio\n{head}")
