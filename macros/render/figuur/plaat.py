"""A figure as one picture that stands alone, in a memo or on a slide: SVG with its title, sentence,
drawing, legend, sources, date and address.

Nothing in it comes from elsewhere: no script, no style sheet, no file of a face. Its letters are
measured in the face of the site, with room for a wider one where a reader does not have that. Not
here: where a bar or a dot stands on its axis (``maat``), or the picture as PNG (``plaat.js``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from macros.model.regio import SoortRegio
from macros.opendata.adres import FIGUURMAP
from macros.opendata.contract import MAP
from macros.render.figuur.maat import Merk, Strook, Tekening, meet
from macros.render.figuur.pagina import betekenissen
from macros.render.letter import breedte, regels
from macros.render.weergave import Weergave
from macros.taal.talen import richting
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.figuur import Figuur, Punt, Vorm
from macros.views.regio.versies import stand

BREED = 960
"""Width of the picture; it is as high as what is in it."""
RAND = 32
_AS = 350
"""Where the axis begins: names stand before it."""
_SPOOR = BREED - RAND - 10 - _AS
_RUIM = {False: 1.14, True: 1.24}
"""So much wider a line may be in another face, plain and bold."""
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Letter:
    """How a text looks; ``hoog`` is from one line to the next."""

    maat: int
    hoog: int
    kleur: str
    vet: bool = False

    def breed(self, tekst: str) -> float:
        """How much room a line takes at most."""
        return breedte(tekst, vet=self.vet) * self.maat * _RUIM[self.vet]

    def regels(self, tekst: str, plaats: float) -> list[str]:
        """The text in lines that fit."""
        return regels(tekst, plaats / (self.maat * _RUIM[self.vet]), vet=self.vet)


_DONKER, _ZACHT = "#1a2928", "#455654"
TITEL = Letter(26, 33, "#0b4644", vet=True)
ZIN = Letter(18, 26, _DONKER)
NAAM = Letter(16, 21, _DONKER)
WAARDE = Letter(16, 21, _DONKER, vet=True)
KLEIN = Letter(14, 20, _ZACHT)
LEGENDA = Letter(15, 22, _DONKER)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of text; ``anker`` is the side of it that stands at ``x``. A number or an address runs
    from left to right in every language (``getal``).
    """

    x: float
    y: float
    tekst: str
    letter: Letter
    anker: str = "start"
    getal: bool = False


@dataclass(frozen=True, slots=True)
class Teken:
    """Something drawn: a bar (``balk``), a dot (the name of its shape) or a line, from ``x`` to
    ``tot`` or, where that is None, down over ``hoog``.
    """

    wat: str
    x: float
    y: float
    tot: float | None = None
    hoog: float = 0
    voorlopig: bool = False


@dataclass
class _Blad:
    """The picture while it is filled, from the top down. In a language that is written from right
    to left, words stand at the other side; what is drawn keeps its direction.
    """

    rechts: bool
    y: float = 0
    regels: list[Regel] = field(default_factory=list)
    tekens: list[Teken] = field(default_factory=list)

    @property
    def begin(self) -> float:
        """Where the axis begins."""
        return RAND + 10 if self.rechts else _AS

    def adres(self, letter: Letter, tekst: str) -> None:
        """An address, in as many lines as it takes."""
        for line in letter.regels(tekst, BREED - 2 * RAND):
            self.y += letter.hoog
            side, x = ("end", BREED - RAND) if self.rechts else ("start", RAND)
            self.getal(letter, line, x, self.y - letter.hoog * 0.3, side)

    def schrijf(self, letter: Letter, tekst: str, x: float = RAND, tot: float = BREED) -> None:
        """A text in as many lines as it takes, from the place it has come to."""
        for line in letter.regels(tekst, tot - x - (RAND if tot == BREED else 0)):
            self.y += letter.hoog
            self.zet(letter, line, x, self.y - letter.hoog * 0.3)

    def zet(self, letter: Letter, tekst: str, x: float, y: float, anker: str = "start") -> None:
        """One line, ``y`` at the foot of its letters."""
        self.regels.append(Regel(BREED - x if self.rechts else x, y, tekst, letter, anker))

    def getal(self, letter: Letter, tekst: str, x: float, y: float, anker: str) -> None:
        """A number, at a place that is the same in every language."""
        self.regels.append(Regel(x, y, tekst, letter, anker, getal=True))

    def op_as(self, x: str) -> float:
        """A place on the axis, which ``maat`` gives in percent."""
        return self.begin + float(x.removesuffix("%")) * _SPOOR / 100


def plaatpad(figuur: Figuur) -> str:
    """Where the picture of a figure is, below the folder of a language."""
    return f"{MAP}{FIGUURMAP}/{figuur.id}.svg"


def plaat(weergave: Weergave, figuur: Figuur, wortel: str) -> bytes:
    """The picture of a figure; the site in the language of ``weergave`` is at ``wortel``."""
    v = _taal(weergave.blik, figuur)
    blad = _Blad(richting(v.taal) == "rtl", y=RAND - 8)
    blad.schrijf(TITEL, figuur.titel)
    blad.y += 4
    blad.schrijf(ZIN, figuur.zin_onder_titel)
    blad.y += 14
    _teken(blad, v, figuur)
    blad.y += 12
    blad.tekens.append(Teken("scheiding", RAND, blad.y, tot=BREED - RAND))
    blad.y += 6
    sources = (*figuur.herkomst, *voet(weergave.blik, v, figuur, wortel))
    for line in sources[:-1]:
        blad.schrijf(KLEIN, line)
    blad.adres(KLEIN, sources[-1])
    return f"{_svg(weergave, v, figuur, blad, sources)}\n".encode()


def tekening(weergave: Weergave, figuur: Figuur) -> str:
    """The drawing with its legend alone, for where the rest stands around it."""
    v = _taal(weergave.blik, figuur)
    blad = _Blad(richting(v.taal) == "rtl")
    _teken(blad, v, figuur)
    return _svg(weergave, v, figuur, blad, ())


def voet(blik: Blik, v: Vertaler, figuur: Figuur, wortel: str) -> tuple[str, str]:
    """Which site this is of with the state of its data, and the address of the page."""
    settings = blik.regio.instellingen
    said = [str(v.tekst(settings.titel)), " ".join(stand(replace(blik, v=v)))]
    if settings.soort is SoortRegio.VOORBEELD:
        said.append(v.ui(N_("Dit is een voorbeeld: de regio en alle feiten zijn verzonnen.")))
    return " · ".join(said), f"{wortel}{figuur.pad.partition('#')[0]}"


def beschrijving(v: Vertaler, figuur: Figuur) -> str:
    """What the picture shows, for who does not see it: every cell by its name."""
    many = len(figuur.reeksen) > 1
    rows = [
        f"{baan.naam}: "
        + ", ".join(
            f"{reeks} {_woord(v, punt)}" if many else _woord(v, punt)
            for reeks, punt in zip(figuur.reeksen, baan.punten, strict=True)
        )
        for baan in figuur.banen
    ]
    rows += [f"{lijn.naam}: {_woord(v, lijn.punt)}" for lijn in figuur.lijnen]
    unit = "" if figuur.eenheid == "%" else f" ({figuur.eenheid})"
    return " ".join([f"{figuur.zin_onder_titel}{unit}", *([f"{'; '.join(rows)}."] if rows else [])])


def _taal(blik: Blik, figuur: Figuur) -> Vertaler:
    return Vertaler(figuur.terugval) if figuur.terugval else blik.v


def _woord(v: Vertaler, punt: Punt) -> str:
    return f"{punt.tekst} ({v.ui(N_('voorlopig'))})" if punt.voorlopig else punt.tekst


def _teken(blad: _Blad, v: Vertaler, figuur: Figuur) -> None:
    """Axis, lanes and legend."""
    t = meet(figuur)
    if not t.is_leeg:
        if figuur.eenheid != "%":
            blad.schrijf(KLEIN, figuur.eenheid, x=_AS)
        blad.y += KLEIN.hoog
        for n, (x, tick) in enumerate(t.as_):
            side = "start" if n == 0 else "end" if x == "100.00%" else "middle"
            blad.getal(KLEIN, v.getal(tick), blad.op_as(x), blad.y - 6, side)
    grid = len(blad.tekens)
    top = blad.y
    for strook in t.stroken:
        _baan(blad, t, strook)
    high = blad.y - top
    if not t.is_leeg:
        blad.tekens[grid:grid] = [
            *(Teken("raster", blad.op_as(x), top, hoog=high) for x, _ in t.as_),
            *(
                Teken(one.vorm, blad.op_as(one.x), top, hoog=high)
                for one in t.strepen
                if one.x is not None
            ),
        ]
    blad.y += 8
    _legenda(blad, v, t)


def _baan(blad: _Blad, t: Tekening, strook: Strook) -> None:
    """One lane: its name and what it says, beside its bar or dots."""
    top = blad.y
    blad.y += 6
    if t.figuur.vorm is Vorm.BALKEN:
        [merk] = strook.merken
        said = _getal(merk.punt)
        room = WAARDE.breed(said) + 12 if merk.x is not None else 0
        blad.schrijf(NAAM, str(strook.naam), tot=_AS - 12 - room)
    else:
        blad.schrijf(NAAM, str(strook.naam), tot=_AS - 12)
        _reeksen(blad, strook.merken, is_een=not t.merken)
    blad.y = max(blad.y + 6, top + NAAM.hoog + 12)
    middle = (top + blad.y) / 2
    if t.figuur.vorm is Vorm.BALKEN:
        _balk(blad, merk, middle)
    else:
        _punten(blad, strook, middle)


def _balk(blad: _Blad, merk: Merk, y: float) -> None:
    at, said = blad.begin, _getal(merk.punt)
    if merk.x is None:
        blad.tekens.append(Teken("leeg", at, y, tot=at + _SPOOR))
        _woord_op(blad, said, y)
        return
    blad.tekens.append(Teken("balk", at, y - 8, blad.op_as(merk.x), 16, merk.punt.voorlopig))
    if blad.rechts:
        blad.getal(WAARDE, said, at + _SPOOR + 12, y + 4.2, "start")
    else:
        blad.getal(WAARDE, said, at - 12, y + 4.2, "end")


def _woord_op(blad: _Blad, said: str, y: float) -> None:
    """A word in place of a bar, on a ground of its own so that no line runs through it."""
    wide = KLEIN.breed(said) + 12
    at = blad.begin + _SPOOR - 8 - wide if blad.rechts else blad.begin + 8
    blad.tekens.append(Teken("grond", at, y - 10, at + wide, 20))
    blad.zet(KLEIN, said, _AS + 14, y + 4.2)


def _punten(blad: _Blad, strook: Strook, y: float) -> None:
    at = blad.begin
    known = [merk for merk in strook.merken if merk.x is not None]
    blad.tekens.append(Teken("spoor" if known else "leeg", at, y, tot=at + _SPOOR))
    if strook.van and strook.tot:
        ends = blad.op_as(strook.van), blad.op_as(strook.tot)
        blad.tekens.append(Teken("verbinding", ends[0], y, tot=ends[1]))
    for merk in known:
        assert merk.x is not None
        place = blad.op_as(merk.x)
        blad.tekens.append(Teken(merk.vorm, place, y, voorlopig=merk.punt.voorlopig))


def _reeksen(blad: _Blad, merken: Iterable[Merk], *, is_een: bool) -> None:
    """What a lane says of each series, below its name."""
    parts = []
    for merk in merken:
        said = _getal(merk.punt)
        text = said if is_een else f"{merk.reeks}: {said}"
        sign = None if is_een else Teken(merk.vorm, 0, 0, voorlopig=merk.punt.voorlopig)
        parts.append((sign, text, KLEIN if merk.x is None else WAARDE))
    _op_regels(blad, parts, tot=_AS - 12)


def _getal(punt: Punt) -> str:
    return f"{punt.tekst}*" if punt.voorlopig else punt.tekst


def _legenda(blad: _Blad, v: Vertaler, t: Tekening) -> None:
    parts: list[tuple[Teken | None, str, Letter]] = []
    for vorm, reeks, voorlopig in t.merken:
        sign = Teken(vorm, 0, 0, voorlopig=voorlopig)
        parts.append((sign, f"{reeks}*" if voorlopig else reeks, LEGENDA))
    for streep in t.strepen:
        line = None if streep.x is None else Teken(streep.vorm, 0, -10, hoog=20)
        parts.append((line, f"{streep.naam}: {_getal(streep.punt)}", LEGENDA))
    for said, meaning in betekenissen(v, t.figuur).items():
        parts.append((None, f"{said} {meaning}" if said == "*" else f"{said}: {meaning}", LEGENDA))
    _op_regels(blad, parts)


def _op_regels(
    blad: _Blad, delen: Iterable[tuple[Teken | None, str, Letter]], tot: float = BREED - RAND
) -> None:
    """Signs with their words, as many on a line as fit."""
    x = float(tot)
    for sign, text, letter in delen:
        before = 24 if sign else 0
        wide = before + letter.breed(text)
        if x + wide > tot:
            x = RAND
            blad.y += letter.hoog
        foot = blad.y - letter.hoog * 0.3
        if sign:
            at = x + 9
            place = BREED - at if blad.rechts else at
            blad.tekens.append(replace(sign, x=place, y=foot - 5 + sign.y))
        first, *more = letter.regels(text, tot - x - before) or [""]
        blad.zet(letter, first, x + before, foot)
        for line in more:
            blad.y += letter.hoog
            blad.zet(letter, line, x + before, blad.y - letter.hoog * 0.3)
        x = tot if more else x + wide + 22


def _rond(getal: float) -> str:
    """A place with one decimal at most."""
    return f"{round(getal, 1):g}"


def _svg(
    weergave: Weergave, v: Vertaler, figuur: Figuur, blad: _Blad, bronnen: Iterable[str]
) -> str:
    def groepen() -> Iterator[tuple[Letter, list[Regel]]]:
        for letter in dict.fromkeys(one.letter for one in blad.regels):
            yield letter, [one for one in blad.regels if one.letter is letter]

    values: dict[str, Any] = {
        "f": figuur,
        "n": _rond,
        "taal": v.taal,
        "rtl": blad.rechts,
        "breed": BREED,
        "hoog": round(blad.y + RAND - 8),
        "beschrijving": beschrijving(v, figuur),
        "bron": "\n".join(bronnen),
        "tekens": blad.tekens,
        "groepen": groepen(),
    }
    text = weergave.omgeving.get_template("monitor/plaat.svg").render(values)
    return _NIET_IN_XML.sub("\ufffd", re.sub(r"\n\s*\n+", "\n", text.strip()))
