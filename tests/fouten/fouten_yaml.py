"""Mistakes in a data file: typing errors, what Word and mail programs make of a text, what YAML means
by a sign, values that are written as people write them. Of bytes: ``fouten_bytes``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from random import Random

from macros.model.basis.datum import Datum
from tests.fouten.werk import Ingreep, Plek, Verwacht, Waar, Werk, vergissing

YAML, GEZEGD, GELIJK, VRIJ = Waar.YAML, Verwacht.GEZEGD, Verwacht.GELIJK, Verwacht.VRIJ


def _tekst(plek: Plek) -> bool:
    """A text of visitors, of a few words, without quotes."""
    return bool(plek.leaf.tekst) and plek.rauw[0] not in "'\"[{" and " " in plek.rauw


def _zin(plek: Plek) -> bool:
    """A whole sentence: what points to a person can stand in it."""
    return _tekst(plek) and plek.rauw.count(" ") > 3 and plek.leaf.veld != "vindplaats"


def _kort(plek: Plek) -> bool:
    """A text or a name, of one word too."""
    return bool(plek.leaf.tekst) and plek.rauw[0] not in "'\"[{" and not plek.leaf.onbekend


def _midden(r: Random, text: str, teken: str) -> str:
    """A sign where a space is."""
    spaces = [one.start() for one in re.finditer(" ", text)]
    at = r.choice(spaces)
    return text[:at] + teken + text[at + 1 :]


def _in_tekst(
    naam: str,
    verwacht: Verwacht,
    doe: Callable[[Random, str], str | tuple[str, str]],
    goed: Callable[[Plek], bool] = _tekst,
) -> None:
    """A mistake in a text: how the value is written, and what must then be in the model."""

    @vergissing(naam, YAML, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        plek = w.kies(r, pad, goed)
        if not plek:
            return None
        made = doe(r, plek.rauw)
        return w.met(plek, *((made,) if isinstance(made, str) else made))


def _zelf(text: str) -> tuple[str, str]:
    return text, text


# ---------------------------------------------------------------- what YAML means by a sign

_in_tekst(
    "een # na een spatie in een tekst",
    VRIJ,
    lambda r, t: _zelf(_midden(r, t, r.choice([" #2 ", " # ", " #school ", "  #"]))),
)
_in_tekst("een tekst die met # begint", VRIJ, lambda r, t: _zelf(f"#{t}"))
_in_tekst("een opmerking achter een waarde", VRIJ, lambda r, t: (f"{t}  # nakijken", f"{t}"))
_in_tekst("een dubbele punt midden in een tekst", VRIJ, lambda r, t: _zelf(_midden(r, t, ": ")))
_in_tekst("een dubbele punt aan het eind van een tekst", VRIJ, lambda r, t: _zelf(f"{t}:"))
_in_tekst(
    "een tekst tussen dubbele aanhalingstekens",
    GELIJK,
    lambda r, t: '"' + re.sub(r'[\\"]', r"\\\g<0>", t) + '"',
)
_in_tekst(
    "een tekst tussen enkele aanhalingstekens",
    GELIJK,
    lambda r, t: "'" + t.replace("'", "''") + "'",
)
_in_tekst("een dubbel aanhalingsteken dat niet sluit", VRIJ, lambda r, t: _zelf(f'"{t}'))
_in_tekst("alleen een aanhalingsteken aan het eind", VRIJ, lambda r, t: _zelf(f'{t}"'))
_in_tekst("tekst na het sluitende aanhalingsteken", VRIJ, lambda r, t: _zelf(f'"{t}" en meer'))
_in_tekst(
    "een tekst die met 's begint tussen enkele aanhalingstekens",
    VRIJ,
    lambda r, t: _zelf(f"''s Ochtends {t}'"),
)
_in_tekst("een apostrof tussen enkele aanhalingstekens", VRIJ, lambda r, t: _zelf(f"'Foto's: {t}'"))
_in_tekst(
    "een tekst die met een woord tussen haken begint", VRIJ, lambda r, t: _zelf(f"[concept] {t}")
)
_in_tekst("een tekst die met een accolade begint", VRIJ, lambda r, t: _zelf(f"{{{t}}}"))
_in_tekst(
    "een tekst die met een teken van YAML begint",
    VRIJ,
    lambda r, t: _zelf(r.choice("*&!%@`|>") + r.choice(["", " "]) + t),
)
_in_tekst("een tekst die met een streepje begint", VRIJ, lambda r, t: _zelf(f"- {t}"))
_in_tekst("een tekst die met een vraagteken begint", VRIJ, lambda r, t: _zelf(f"? {t}"))
_in_tekst(
    "een schuine streep tussen dubbele aanhalingstekens",
    VRIJ,
    lambda r, t: (f'"G:\\scholen {t}"', f"G:\\scholen {t}"),
)
_in_tekst("een anker", VRIJ, lambda r, t: f"&punt {t}")
_in_tekst("een verwijzing binnen het bestand", VRIJ, lambda r, t: "*punt")
_in_tekst("een label van YAML", VRIJ, lambda r, t: f"!!str {t}")
_in_tekst(
    "een woord dat in YAML iets anders is",
    VRIJ,
    lambda r, t: _zelf(r.choice(["no", "yes", "Nee", "on", "true", "null", "Null", "NaN", ".inf"])),
)
_in_tekst("een tilde als waarde", VRIJ, lambda r, t: _zelf("~"))
_in_tekst(
    "een getal als tekst",
    VRIJ,
    lambda r, t: _zelf(r.choice(["0123", "15:00", "1e3", "2021-01-01", "1_000", "0x1F", "+31"])),
)
_in_tekst(
    "een tekst vooraf met een teken van tekst op meer regels", VRIJ, lambda r, t: _zelf(f">- {t}")
)
_in_tekst("een komma in de plaats van een punt", VRIJ, lambda r, t: _zelf(_midden(r, t, ", ")))

# ---------------------------------------------------------------- Word, mail, the web

_in_tekst("Word maakt krullende aanhalingstekens om de waarde", VRIJ, lambda r, t: _zelf(f"“{t}”"))
_in_tekst(
    "krullende aanhalingstekens om een tekst met een dubbele punt",
    VRIJ,
    lambda r, t: _zelf(f"{r.choice('“„‘')}{_midden(r, t, ': ')}{r.choice('”’')}"),
)
_in_tekst("Word maakt een krullende apostrof", VRIJ, lambda r, t: _zelf(f"’s Ochtends {t}"))
_in_tekst(
    "Word maakt van een streepje een gedachtestreepje",
    VRIJ,
    lambda r, t: _zelf(_midden(r, t, " – ")),
)
_in_tekst("Word maakt van drie punten één teken", VRIJ, lambda r, t: _zelf(f"{t}…"))
_in_tekst(
    "Word zet een harde spatie",
    VRIJ,
    lambda r, t: _zelf(_midden(r, t, r.choice("\u00a0\u202f\u2007\u2009"))),
)
_in_tekst("Word zet een zacht afbreekstreepje", GEZEGD, lambda r, t: _midden(r, t, "\u00ad"))
_in_tekst(
    "Word zet een opsommingsteken uit een eigen lettertype", GEZEGD, lambda r, t: f"\uf0b7 {t}"
)
_in_tekst(
    "een onzichtbaar teken uit een webpagina",
    GEZEGD,
    lambda r, t: _midden(
        r, t, " " + r.choice("\u200b\u200c\u200e\u200f\u2060\u2063\ufeff\u061c\u180e")
    ),
)
_in_tekst(
    "een teken dat de leesrichting omkeert",
    GEZEGD,
    lambda r, t: _midden(r, t, " " + r.choice("\u202a\u202e\u2066\u2069")),
)
_in_tekst(
    "een teken dat bij het omzetten verloren ging", GEZEGD, lambda r, t: _midden(r, t, "\ufffd")
)
_in_tekst(
    "een regelscheiding uit een ander programma",
    VRIJ,
    lambda r, t: _midden(r, t, r.choice(["\u2028", "\u2029", "\u0085", "\x0b", "\x0c"])),
)
_in_tekst(
    "een stuurteken", GEZEGD, lambda r, t: _midden(r, t, " " + r.choice("\x00\x07\x08\x1b\x7f"))
)
_in_tekst(
    "letters en accenten los van elkaar, zoals een Mac ze geeft",
    VRIJ,
    lambda r, t: unicodedata.normalize("NFD", f"Coördinatie één {t}"),
)
_in_tekst("een emoji", VRIJ, lambda r, t: _zelf(f"{t} 🎒"))
_in_tekst(
    "HTML in een tekst",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        r.choice(
            [" <b>let op</b> ", "<br>", "<br/> ", "&nbsp;", " <a href='x'>hier</a> ", "&amp; "]
        ),
    ),
)
_in_tekst(
    "een link van Markdown in een tekst",
    GEZEGD,
    lambda r, t: _midden(r, t, " [de pagina](https://voorbeeld.example/plan) "),
)
_in_tekst(
    "nadruk van Markdown in een tekst",
    GEZEGD,
    lambda r, t: _midden(r, t, r.choice([" **let op** ", " __let op__ "])),
)
_in_tekst("dubbele accolades in een tekst", GEZEGD, lambda r, t: _midden(r, t, " {{ naam }} "))
_in_tekst(
    "een tekst met een afbeelding van een mailprogramma",
    GEZEGD,
    lambda r, t: _midden(r, t, " ![foto](cid:image001.png) "),
)
_in_tekst(
    "een adres uit een beveiligde mail",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        " https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.example&data=05%7C01%7Cj.devries%40voorbeeld.example ",
    ),
)
_in_tekst("nog iets te doen", VRIJ, lambda r, t: _zelf(f"TODO {t}"))

# ---------------------------------------------------------------- what points to a person

_in_tekst(
    "een e-mailadres",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        r.choice(
            [
                " j.devries@voorbeeld.example ",
                " <j.devries@voorbeeld.example> ",
                " mailto:j.devries@voorbeeld.example ",
            ]
        ),
    ),
    _zin,
)
_in_tekst(
    "een verhuld e-mailadres",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        r.choice(
            [
                " j.devries (at) voorbeeld.example ",
                " j.devries[at]voorbeeld[punt]nl ",
                " j.devries @ voorbeeld.nl ",
                " j.devries%40voorbeeld.nl ",
            ]
        ),
    ),
    _zin,
)
_in_tekst(
    "een telefoonnummer",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        r.choice(
            [
                " 06 - 12 34 56 78 ",
                " 06\u201112345678 ",
                " +31 6 12345678 ",
                " 0318 123456 ",
                " 06.12.34.56.78 ",
                " tel:0612345678 ",
                " 06–12345678 ",
                " (06) 1234 5678 ",
            ]
        ),
    ),
    _zin,
)
_in_tekst(
    "een burgerservicenummer",
    GEZEGD,
    lambda r, t: _midden(r, t, r.choice([" BSN 111222333 ", " bsn: 1112.22.333 ", " 111222333 "])),
)
_in_tekst(
    "een geboortedatum",
    GEZEGD,
    lambda r, t: _midden(
        r,
        t,
        r.choice([" geboren 3 maart 2014 ", " geb. 03-03-2014 ", " geboortedatum 2014-03-03 "]),
    ),
    _zin,
)
_in_tekst(
    "een klein aantal",
    GEZEGD,
    lambda r, t: (
        f"{t} "
        + r.choice(
            [
                "3 kinderen zitten thuis",
                "3-4 leerlingen",
                "drie jongeren",
                "een drietal kinderen",
                "aantal kinderen: 4",
                "6 lln",
            ]
        )
    ),
    _zin,
)

# ---------------------------------------------------------------- fields and indentation


def _velden(w: Werk, pad: str) -> list[int]:
    """The lines (from 0) on which a field begins with its value."""
    return [n for n, line in enumerate(w.tekst(pad).split("\n")) if re.match(r" *\w+: [^>|]", line)]


def _op_veld(
    naam: str, verwacht: Verwacht, doe: Callable[[Random, list[str], int], object]
) -> None:
    """A mistake in the line of a field: the lines may be changed in any way."""

    @vergissing(naam, YAML, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep:
        at = r.choice(_velden(w, pad))
        made = w.bewerkt(pad, lambda lines: doe(r, lines, at))
        return replace(made, buren="inspringing" in naam)


def _wordt(doe: Callable[[Random, str], str]) -> Callable[[Random, list[str], int], None]:
    def maak(r: Random, lines: list[str], at: int) -> None:
        lines[at] = doe(r, lines[at])

    return maak


def _verdubbel(r: Random, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _wissel(r: Random, word: str) -> str:
    """Two letters changed places, or one fell out or came twice."""
    at = r.randrange(len(word) - 1)
    made = r.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
        ]
    )
    return made if made != word and made else word + "x"


def _sleutel(doe: Callable[[Random, str], str]) -> Callable[[Random, list[str], int], None]:
    return _wordt(lambda r, line: re.sub(r"\w+(?=:)", lambda one: doe(r, one[0]), line, count=1))


_op_veld("een regel dubbel geplakt", GEZEGD, _verdubbel)
_op_veld("een regel weggevallen", VRIJ, lambda r, lines, at: lines.pop(at))
_op_veld("een typefout in de naam van een veld", GEZEGD, _sleutel(_wissel))
_op_veld(
    "de naam van een veld met een hoofdletter", GEZEGD, _sleutel(lambda r, one: one.capitalize())
)
_op_veld("de naam van een veld vertaald", GEZEGD, _sleutel(lambda r, one: f"the_{one}"))
_op_veld("de naam van een veld met een streepje", GEZEGD, _sleutel(lambda r, one: f"{one}-tekst"))
_op_veld("geen spatie na de dubbele punt", VRIJ, _wordt(lambda r, line: line.replace(": ", ":", 1)))
_op_veld(
    "een spatie voor de dubbele punt", GELIJK, _wordt(lambda r, line: line.replace(": ", " : ", 1))
)
_op_veld("een brede dubbele punt", GEZEGD, _wordt(lambda r, line: line.replace(": ", "\uff1a ", 1)))
_op_veld(
    "een is-teken in plaats van een dubbele punt",
    GEZEGD,
    _wordt(lambda r, line: line.replace(": ", " = ", 1)),
)
_op_veld(
    "een puntkomma in plaats van een dubbele punt",
    GEZEGD,
    _wordt(lambda r, line: line.replace(": ", "; ", 1)),
)
_op_veld("een spatie te veel in de inspringing", VRIJ, _wordt(lambda r, line: f" {line}"))
_op_veld("twee spaties te veel in de inspringing", VRIJ, _wordt(lambda r, line: f"  {line}"))
_op_veld(
    "een spatie te weinig in de inspringing", VRIJ, _wordt(lambda r, line: line.removeprefix(" "))
)
_op_veld("geen inspringing", VRIJ, _wordt(lambda r, line: line.lstrip(" ")))
_op_veld("een tab in de inspringing", VRIJ, _wordt(lambda r, line: "\t" + line.lstrip(" ")))
_op_veld(
    "een harde spatie in de inspringing",
    GEZEGD,
    _wordt(lambda r, line: "\u00a0\u00a0" + line.lstrip(" ")),
)
_op_veld(
    "een onzichtbaar teken voor een veld",
    GEZEGD,
    _wordt(lambda r, line: re.sub(r"^( *)", "\\1\u200b", line)),
)
_op_veld("een tab na de dubbele punt", VRIJ, _wordt(lambda r, line: line.replace(": ", ":\t", 1)))
_op_veld(
    "een harde spatie na de dubbele punt",
    VRIJ,
    _wordt(lambda r, line: line.replace(": ", ":\u00a0", 1)),
)
_op_veld(
    "spaties aan het eind van een regel",
    GELIJK,
    _wordt(lambda r, line: line + " " * r.randint(1, 3)),
)
_op_veld("een tab aan het eind van een regel", GELIJK, _wordt(lambda r, line: line + "\t"))
_op_veld(
    "een harde spatie aan het eind van een regel", VRIJ, _wordt(lambda r, line: line + "\u00a0")
)
_op_veld("een veld zonder waarde", GEZEGD, _wordt(lambda r, line: line[: line.index(":") + 1]))
_op_veld(
    "een veld met lege aanhalingstekens",
    GEZEGD,
    _wordt(lambda r, line: line[: line.index(":") + 1] + " " + r.choice(["''", '""', '" "'])),
)
_op_veld(
    "een waarde op de regel eronder",
    GELIJK,
    _wordt(lambda r, line: re.sub(r"^( *)(\w+:) ", r"\1\2\n\1  ", line)),
)
_op_veld(
    "een waarde op de regel eronder, niet ingesprongen",
    VRIJ,
    _wordt(lambda r, line: re.sub(r"^( *)(\w+:) ", r"\1\2\n\1", line)),
)
_op_veld("een lege regel ertussen", GELIJK, lambda r, lines, at: lines.insert(at, ""))
_op_veld(
    "een losse regel tekst ertussen",
    GEZEGD,
    lambda r, lines, at: lines.insert(at, "dit moet nog worden nagekeken"),
)
_op_veld(
    "een regel uitleg met #",
    VRIJ,
    lambda r, lines, at: lines.insert(at, "# nog nakijken met de school"),
)
_op_veld("drie streepjes ertussen", GEZEGD, lambda r, lines, at: lines.insert(max(at, 1), "---"))
_op_veld("drie streepjes bovenaan", GELIJK, lambda r, lines, at: lines.insert(0, "---"))
_op_veld("drie punten ertussen", GEZEGD, lambda r, lines, at: lines.insert(max(at, 1), "..."))
_op_veld(
    "een regel van Markdown boven een veld",
    GEZEGD,
    lambda r, lines, at: lines.insert(at, "**Let op**"),
)
_op_veld(
    "de waarde vergeten en het volgende veld erachter",
    GEZEGD,
    lambda r, lines, at: (
        lines.__setitem__(
            slice(at, at + 2), [lines[at] + " " + "".join(lines[at + 1 : at + 2]).strip()]
        )
        if at + 1 < len(lines) and ":" in lines[at + 1]
        else lines.insert(at, lines[at])
    ),
)
_op_veld("een regel van een verschil geplakt", GEZEGD, _wordt(lambda r, line: f"+{line}"))
_op_veld("een citaat uit een mail", GEZEGD, _wordt(lambda r, line: f"> {line}"))


def _conflict(r: Random, lines: list[str], at: int) -> None:
    mine = lines[at]
    lines[at : at + 1] = ["<<<<<<< HEAD", mine, "=======", mine + " nu", ">>>>>>> main"]


_op_veld("twee mensen wijzigen dezelfde regels", GEZEGD, _conflict)
_op_veld(
    "een streep van een conflict blijft staan",
    GEZEGD,
    lambda r, lines, at: lines.insert(
        at, r.choice(["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| basis"])
    ),
)


@vergissing("twee velden van plaats verwisseld", YAML, GELIJK)
def verwisseld(r: Random, w: Werk, pad: str) -> Ingreep | None:
    lines = w.tekst(pad).split("\n")
    top = [n for n in _velden(w, pad) if lines[n][0] != " " and not lines[n + 1].startswith(" ")]
    if len(top) < 2:
        return None
    one, other = sorted(r.sample(top, 2))
    return w.bewerkt(pad, lambda lines: lines.insert(other, lines.pop(one)))


# ---------------------------------------------------------------- lists and long texts


def _regels(w: Werk, pad: str, vorm: str) -> list[int]:
    return [n for n, line in enumerate(w.tekst(pad).split("\n")) if re.search(vorm, line)]


def _op_regel(
    naam: str, verwacht: Verwacht, vorm: str, doe: Callable[[Random, list[str], int], object]
) -> None:
    """A mistake in a line that looks like ``vorm``."""

    @vergissing(naam, YAML, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        some = _regels(w, pad, vorm)
        if not some:
            return None
        at = r.choice(some)
        made = w.bewerkt(pad, lambda lines: doe(r, lines, at))
        return replace(
            made,
            buren=any(
                one in naam for one in ("inspringt", "springt verder in", "zonder streepjes")
            ),
        )


LIJST = r"^ +- [^:'\"]+$"
"""A line of a list of plain values."""
_op_regel(
    "een gedachtestreepje voor een lijst",
    GEZEGD,
    LIJST,
    _wordt(lambda r, line: line.replace("- ", r.choice(["– ", "— ", "• ", "* ", "· "]), 1)),
)
_op_regel(
    "geen spatie na een streepje", VRIJ, LIJST, _wordt(lambda r, line: line.replace("- ", "-", 1))
)
_op_regel(
    "een lijst zonder streepjes", VRIJ, LIJST, _wordt(lambda r, line: line.replace("- ", "  ", 1))
)
_op_regel("een streepje dat verder inspringt", VRIJ, LIJST, _wordt(lambda r, line: f" {line}"))
_op_regel("een streepje dat minder ver inspringt", VRIJ, LIJST, _wordt(lambda r, line: line[1:]))
_op_regel(
    "een nummer in plaats van een streepje",
    GEZEGD,
    LIJST,
    _wordt(lambda r, line: line.replace("- ", "1. ", 1)),
)
_op_regel(
    "een leeg streepje",
    GEZEGD,
    LIJST,
    lambda r, lines, at: lines.insert(at, lines[at].partition("- ")[0] + "-"),
)
_op_regel(
    "een komma aan het eind van een waarde in een lijst",
    VRIJ,
    LIJST,
    _wordt(lambda r, line: f"{line},"),
)
_op_regel(
    "twee waarden achter één streepje",
    VRIJ,
    LIJST,
    _wordt(lambda r, line: f"{line}, {line.strip(' -')}"),
)
_op_regel("een waarde twee keer in een lijst", VRIJ, LIJST, _verdubbel)
_op_regel(
    "een dubbel streepje", GEZEGD, LIJST, _wordt(lambda r, line: line.replace("- ", "- - ", 1))
)

LANG = r"^ *(?:- )?\w+: >-$"
"""The line above a text of more lines."""


def _haal_inspringing_weg(r: Random, lines: list[str], at: int) -> None:
    lines[at + 1] = lines[at + 1].lstrip()


_op_regel("een regel van een lange tekst springt niet in", VRIJ, LANG, _haal_inspringing_weg)
_op_regel(
    "een ander teken voor een lange tekst",
    VRIJ,
    LANG,
    _wordt(lambda r, line: line.removesuffix(">-") + r.choice(["|", ">", "|-", ">+", "|+"])),
)
_op_regel(
    "tekst achter het teken voor een lange tekst",
    VRIJ,
    LANG,
    _wordt(lambda r, line: f"{line} En dit ook."),
)
_op_regel(
    "een # in een lange tekst",
    VRIJ,
    LANG,
    lambda r, lines, at: lines.__setitem__(at + 1, lines[at + 1] + " #2 ook"),
)
_op_regel(
    "een regel die met # begint in een lange tekst",
    VRIJ,
    LANG,
    lambda r, lines, at: lines.insert(
        at + 2, " " * (len(lines[at + 1]) - len(lines[at + 1].lstrip())) + "# ook dit"
    ),
)
_op_regel(
    "een # aan de kantlijn in een lange tekst",
    VRIJ,
    LANG,
    lambda r, lines, at: lines.insert(at + 2, "# ook dit"),
)


@vergissing("een enter midden in een tekst", YAML)
def enter(r: Random, w: Werk, pad: str) -> Ingreep | None:
    plek = w.kies(r, pad, _tekst)
    return w.met(plek, _midden(r, plek.rauw, "\n"), plek.rauw) if plek else None


@vergissing("een enter midden in een tekst, met inspringing", YAML, GELIJK)
def enter_ingesprongen(r: Random, w: Werk, pad: str) -> Ingreep | None:
    plek = w.kies(r, pad, _tekst)
    return w.met(plek, _midden(r, plek.rauw, "\n" + " " * 8), plek.rauw) if plek else None


@vergissing("een enter midden in een tekst tussen aanhalingstekens", YAML)
def enter_aangehaald(r: Random, w: Werk, pad: str) -> Ingreep | None:
    plek = w.kies(r, pad, lambda one: _tekst(one) and '"' not in one.rauw and "\\" not in one.rauw)
    return w.met(plek, f'"{_midden(r, plek.rauw, chr(10))}"', plek.rauw) if plek else None


@vergissing("een lijst op één regel tussen haken", YAML, GELIJK)
def lijst_op_een_regel(r: Random, w: Werk, pad: str) -> Ingreep | None:
    some = re.findall(r"(?m)^\w+:\n(?:  - [\w-]+\n)+(?=\S|\Z)", w.tekst(pad))
    if not some:
        return None
    old = r.choice(some)
    head, *items = old.split("\n")
    new = f"{head} [{', '.join(one.strip(' -') for one in items if one)}]\n"
    return Ingreep({pad: w.tekst(pad).replace(old, new, 1).encode()})


@vergissing("een lijst op één regel met komma's", YAML, VRIJ)
def lijst_met_kommas(r: Random, w: Werk, pad: str) -> Ingreep | None:
    some = re.findall(r"(?m)^\w+:\n(?:  - [\w-]+\n)+(?=\S|\Z)", w.tekst(pad))
    if not some:
        return None
    old = r.choice(some)
    head, *items = old.split("\n")
    new = f"{head} {', '.join(one.strip(' -') for one in items if one)}\n"
    return Ingreep({pad: w.tekst(pad).replace(old, new, 1).encode()})


@vergissing("een lijst waarvan de streepjes niet inspringen", YAML, GELIJK)
def lijst_aan_de_kantlijn(r: Random, w: Werk, pad: str) -> Ingreep | None:
    some = re.findall(r"(?m)^\w+:\n(?:  - [\w-]+\n)+(?=\S|\Z)", w.tekst(pad))
    if not some:
        return None
    old = r.choice(some)
    return Ingreep({pad: w.tekst(pad).replace(old, old.replace("\n  - ", "\n- "), 1).encode()})


# ---------------------------------------------------------------- values as people write them


def _waarde(
    naam: str,
    goed: Callable[[Plek], object],
    doe: Callable[[Random, str], str],
    verwacht: Verwacht = GEZEGD,
) -> None:
    @vergissing(naam, YAML, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        plek = w.kies(r, pad, goed)
        made = w.met(plek, doe(r, plek.rauw)) if plek else None
        return replace(made, ook=(pad,)) if made and "onbekend waar" in naam else made


def _datum(plek: Plek) -> bool:
    return isinstance(plek.leaf.value, Datum)


def _dag(plek: Plek) -> bool:
    return isinstance(plek.leaf.value, Datum) and plek.leaf.value.dag is not None


_waarde(
    "een datum als 1 juli 2021",
    _datum,
    lambda r, t: r.choice(["1 juli 2021", "juli 2021", "1 jul. 2021", "zomer 2021"]),
)
_waarde(
    "een datum met de dag voorop",
    _datum,
    lambda r, t: r.choice(["01-07-2021", "1-7-2021", "1/7/2021", "01.07.2021", "07-2021"]),
)
_waarde("een datum met schuine strepen", _datum, lambda r, t: "2021/07/01")
_waarde("een datum zonder nullen", _datum, lambda r, t: "2021-7-1")
_waarde(
    "een datum die niet bestaat",
    _datum,
    lambda r, t: r.choice(["2021-13-01", "2021-02-30", "2021-00-10", "2021-06-31", "2021-13"]),
)
_waarde(
    "een datum met een tijd, zoals Excel die geeft",
    _datum,
    lambda r, t: r.choice(["2021-07-01 00:00:00", "2021-07-01T00:00:00", "44378"]),
)
_waarde("een letter O in een jaartal", _datum, lambda r, t: "2O21")
_waarde("een jaartal van twee cijfers", _datum, lambda r, t: "'21")
_waarde(
    "een streepje van Word in een datum", _dag, lambda r, t: t.replace("-", r.choice("–\u2011−"))
)
_waarde("een datum in andere cijfers", _datum, lambda r, t: "\uff12\uff10\uff12\uff11")

_waarde(
    "een tijd met een punt",
    lambda p: p.leaf.veld in ("begin", "einde") and not p.leaf.onbekend,
    lambda r, t: t.replace(":", ".").strip("'\""),
)
_waarde(
    "een tijd met uur erachter",
    lambda p: p.leaf.veld in ("begin", "einde") and not p.leaf.onbekend,
    lambda r, t: f"{t} uur",
)


def _getal(plek: Plek) -> bool:
    return isinstance(plek.leaf.value, int) and not isinstance(plek.leaf.value, bool)


_waarde("een komma in een getal", _getal, lambda r, t: f"{t},5")
_waarde("een punt tussen duizendtallen", _getal, lambda r, t: f"{t}.000")
_waarde("een getal in letters", _getal, lambda r, t: "twee")
_waarde("een getal met een eenheid", _getal, lambda r, t: f"{t} keer")
_waarde("een min voor een getal", _getal, lambda r, t: f"-{t}")


def _verwijst(plek: Plek) -> bool:
    return plek.leaf.verwijzing is not None and not plek.leaf.onbekend


_waarde("een typefout in een verwijzing", _verwijst, lambda r, t: _wissel(r, t))
_waarde(
    "een verwijzing met een hoofdletter",
    lambda p: _verwijst(p) and p.rauw[0].isalpha(),
    lambda r, t: t.capitalize(),
)
_waarde(
    "een verwijzing met spaties",
    lambda p: _verwijst(p) and "-" in p.rauw,
    lambda r, t: t.replace("-", " "),
)
_waarde("een verwijzing met .yml erachter", _verwijst, lambda r, t: f"{t}.yml")
_waarde("een verwijzing met de map ervoor", _verwijst, lambda r, t: f"gegevens/{t}")
_waarde("een verwijzing naar iets dat er niet is", _verwijst, lambda r, t: "nog-te-maken")
_waarde(
    "een verwijzing zonder het eerste woord",
    lambda p: _verwijst(p) and "-" in p.rauw,
    lambda r, t: t.partition("-")[2],
)

_waarde(
    "een id met een hoofdletter",
    lambda p: p.leaf.loc == ("id",),
    lambda r, t: t.capitalize() if t[0].isalpha() else t.upper(),
)
_waarde(
    "een id met een accent of een spatie",
    lambda p: p.leaf.veld == "id",
    lambda r, t: r.choice([f"{t}-één", f"{t} twee", f"{t}_twee", f"{t}."]),
)
_waarde(
    "een ander id in hetzelfde bestand", lambda p: p.leaf.loc == ("id",), lambda r, t: f"{t}-nieuw"
)


def _keuze(plek: Plek) -> bool:
    return isinstance(plek.leaf.value, Enum) and not plek.leaf.onbekend


_waarde(
    "een keuze met een hoofdletter",
    lambda p: _keuze(p) and p.rauw[0].islower(),
    lambda r, t: t.capitalize(),
)
_waarde(
    "een typefout in een keuze",
    _keuze,
    lambda r, t: _wissel(r, t) if len(t) > 4 else t + t[-1],  # VO is no typing error in VSO
)
_waarde(
    "een keuze in eigen woorden",
    _keuze,
    lambda r, t: r.choice(["misschien", "zie bijlage", "n.v.t.", "anders, namelijk"]),
)
_waarde("twee keuzen tegelijk", _keuze, lambda r, t: f"{t} / {t}")


def _onbekend(plek: Plek) -> bool:
    return plek.leaf.onbekend


_waarde(
    "onbekend met een hoofdletter of een ander woord",
    lambda p: _onbekend(p) and p.leaf.tekst is None,
    lambda r, t: r.choice(["Onbekend", "?", "n.v.t.", "niet bekend", "-", "geen"]),
)
_waarde(
    "onbekend met een hoofdletter in een tekst",
    lambda p: _onbekend(p) and p.leaf.tekst is not None,
    lambda r, t: "Onbekend",
    GEZEGD,
)
_waarde(
    "onbekend waar een tekst moet staan",
    lambda p: _kort(p) and not p.leaf.onbekend,
    lambda r, t: "onbekend",
    VRIJ,
)


def _adres(plek: Plek) -> bool:
    return isinstance(plek.leaf.value, str) and plek.leaf.value.startswith("http")


_waarde("een adres zonder https", _adres, lambda r, t: t.partition("://")[2] or t)
_waarde("een adres met een spatie", _adres, lambda r, t: f"{t} en verder")
_waarde(
    "een adres met een typefout vooraan",
    _adres,
    lambda r, t: r.choice(["htps://", "http//", "https:/", "www."]) + t.partition("://")[2],
)
_waarde(
    "een adres met een e-mailadres erin", _adres, lambda r, t: f"{t}/j.devries%40voorbeeld.example"
)
_waarde("een adres tussen punthaken", _adres, lambda r, t: f"<{t}>")
_waarde("een adres met een onzichtbaar teken", _adres, lambda r, t: f"{t}\u200b")
_waarde(
    "een adres van de eigen schijf",
    _adres,
    lambda r, t: r.choice(
        ["C:\\Users\\jan\\plan.pdf", "file:///C:/plan.pdf", "\\\\server\\map\\plan.pdf"]
    ),
)
