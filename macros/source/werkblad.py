"""One sheet of a workbook, read as it streams by: its filled cells, and what could be overlooked.

Not here: finding the sheet in its file, or whether what was found is refused (``werkmap``).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from macros.issue import met_punten
from macros.source.pakket import BESCHADIGD, TE_GROOT, Pakket, PakketFout, onverpakt

MAX_CELLEN = 500_000
"""Filled cells of one sheet."""
MAX_TEKSTEN = 1_000_000
MAX_TEKENS = 20_000_000
"""Signs in all texts together."""
MAX_NOEM = 1_000
"""Merged areas and hidden columns: who has more of them knows enough."""
MAX_RIJ, MAX_KOLOM = 1_048_576, 16_384
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "


class Celsoort(Enum):
    """What a cell holds. The value of those from ``BREUK`` on says why it is refused, and a tip.

    ``LIJKT_FORMULE`` is text that begins as a formula does; nothing is worked out in it.
    """

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    BREUK = (
        "Hier staat een getal met cijfers achter de komma ({waarde}).",
        "Zet de cel op Tekst en typ wat er moet staan.",
    )
    PERCENTAGE = (
        "Hier staat een percentage ({waarde}).",
        "Zet de cel op Tekst en typ wat er moet staan.",
    )
    BEDRAG = (
        "Hier staat een bedrag ({waarde}).",
        "Zet de cel op Tekst en typ wat er moet staan.",
    )
    AFGEROND = (
        "Van dit getal heeft Excel de laatste cijfers weggegooid ({waarde}).",
        "Zet de cel op Tekst en typ het hele getal opnieuw.",
    )
    FORMULE = (
        "Hier staat een formule ({waarde}).",
        "Typ de tekst zelf, of plak haar als waarde.",
    )
    LIJKT_FORMULE = (
        "Hier staat een formule ({waarde:.40}).",
        "Typ de tekst zelf, of plak haar als waarde.",
    )
    FOUTWAARDE = ("Hier staat een fout van het rekenblad ({waarde}).", "Typ wat er moet staan.")
    WAARHEID = ("Hier staat WAAR of ONWAAR.", "Zet de cel op Tekst en typ wat er moet staan.")
    TIJD = ("Hier staat een tijd ({waarde}).", "Zet de cel op Tekst en typ wat er moet staan.")


@dataclass(frozen=True, slots=True)
class Cel:
    """One filled cell. A date is as precise as it is shown: ``2021-07`` or ``2021-07-01``.

    ``gewijzigd``: within it letters were put together or taken out (see ``tekstcel``).
    """

    waarde: str
    soort: Celsoort = Celsoort.TEKST
    gewijzigd: bool = False


_NIEUWE_REGEL = re.compile("\r\n?|\u2028|\u2029|\u0085|\x0b|\x0c")
ONZICHTBAAR = "\u00ad\u200b\u2060\ufeff"
"""Signs that Word and web pages leave behind, inside words too; nobody sees or means them."""
_WEG = dict.fromkeys(map(ord, ONZICHTBAAR))
_FOUT = re.compile(r"#(?:N/[AB]|[A-Z/0]+[!?])")
RAND = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""Every kind of space."""


def leesbaar(text: str) -> str:
    """A short text as one sees it: an accent is part of its letter, what is invisible is gone."""
    return unicodedata.normalize("NFC", text.translate(_WEG)).strip(RAND)


def tekstcel(value: str) -> Cel | None:
    """Text as its writer saw it: line ends are one sign, an accent is part of its letter, what is
    invisible is gone. None when nothing is left.
    """
    lines = _NIEUWE_REGEL.sub("\n", value)
    text = lines.translate(_WEG)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    plain = text.strip(RAND)
    if not plain:
        return None
    if plain.startswith("="):
        return Cel(plain, Celsoort.LIJKT_FORMULE)
    if _FOUT.fullmatch(plain):
        return Cel(plain, Celsoort.FOUTWAARDE)
    return Cel(text, gewijzigd=plain != lines.strip(RAND + ONZICHTBAAR))


_LETTERLIJK = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|[_*].')
_STANDAARD = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((5, 6, 7, 8, 42, 44), "$0"),
    **dict.fromkeys((14, *range(27, 32), 36, *range(50, 55), 57, 58), "dd-mm-yyyy"),
    **{15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "d-m-yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss"},
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
}
"""What the numbers below 164 stand for, as far as it matters here."""


@dataclass(frozen=True, slots=True)
class Opmaak:
    """How a number is shown. ``datum``: the most precise of y, m and d; empty for no date."""

    datum: str = ""
    tijd: bool = False
    procent: bool = False
    bedrag: bool = False
    breed: int = 0


def opmaak(code: str) -> Opmaak:
    """What a number format makes of a number."""
    first = code.partition(";")[0]
    if first.strip().casefold() in ("", "general", "standaard", "standard", "@"):
        return Opmaak()
    clock = re.search(r"\[(?:h+|m+|s+)\]", first, re.IGNORECASE) is not None
    money = any(sign in re.sub(r"\[\$-[^\]]*\]", "", first) for sign in "€$£")
    shown = _LETTERLIJK.sub("", first).casefold().replace("j", "y").replace("general", "")
    clock = clock or "h" in shown or "s" in shown
    exact = next((sign for sign in "dmy" if sign in shown), "")
    if clock and exact == "m":
        exact = ""
    breed = len(shown) if shown and set(shown) == {"0"} else 0
    return Opmaak(exact, clock, "%" in shown, money, breed)


def _getal(text: str, vorm: Opmaak, epoche: datetime.datetime) -> Cel:
    """A number, as it is shown."""
    number = float(text)
    if not abs(number) < 1e300:
        return Cel(text[:40], Celsoort.FOUTWAARDE)
    if vorm.datum or vorm.tijd:
        return _moment(number, vorm, epoche)
    whole = number.is_integer()
    plain = str(int(number)) if whole else repr(number)
    if vorm.procent:
        return Cel(f"{float(f'{number * 100:.10g}'):g}%".replace(".", ","), Celsoort.PERCENTAGE)
    if vorm.bedrag:
        return Cel(plain, Celsoort.BEDRAG)
    if not whole:
        return Cel(plain, Celsoort.BREUK)
    if abs(number) >= 1e15:
        return Cel(plain, Celsoort.AFGEROND)
    return Cel(plain.zfill(vorm.breed), Celsoort.GETAL)


def _moment(days: float, vorm: Opmaak, epoche: datetime.datetime) -> Cel:
    """A day or a time. Excel's first two months of 1900 have a day too many."""
    if not vorm.datum and days >= 1:
        minutes, seconds = divmod(round(days * 86400), 60)
        return Cel(f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"[:40], Celsoort.TIJD)
    if 1 <= days < 60 and epoche.year == 1899:
        days += 1
    if not 0 <= days < 2_958_466:
        return Cel("########", Celsoort.FOUTWAARDE)
    moment = epoche + datetime.timedelta(seconds=round(days * 86400))
    if days < 1:
        return Cel(str(moment.time()), Celsoort.TIJD)
    if moment.time() != datetime.time():
        return Cel(str(moment), Celsoort.TIJD)
    return Cel(f"{moment:%Y-%m-%d}"[: {"y": 4, "m": 7}.get(vorm.datum, 10)], Celsoort.DATUM)


def _iso(text: str, vorm: Opmaak) -> Cel:
    """A date that is written out."""
    moment = datetime.datetime.fromisoformat(text)
    if moment.time() != datetime.time():
        return Cel(str(moment), Celsoort.TIJD)
    return Cel(f"{moment:%Y-%m-%d}"[: {"y": 4, "m": 7}.get(vorm.datum, 10)], Celsoort.DATUM)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What the cells of every sheet point to."""

    teksten: Sequence[str]
    opmaak: Sequence[Opmaak]
    epoche: datetime.datetime


@dataclass(slots=True)
class Gelezen:
    """A sheet: filled cells by row and column, and what hides or joins them."""

    rijen: dict[int, dict[int, Cel]] = field(default_factory=dict)
    laatste: int = 0
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[tuple[str, int, int]] = field(default_factory=list)
    koppelingen: bool = False
    kop_of_voettekst: bool = False


def lees_teksten(pakket: Pakket, deel: str) -> list[str]:
    """The texts that cells share, without their looks and without reading aids for Japanese."""
    found: list[str] = []
    parts: list[str] = []
    state = {"t": False, "rPh": 0, "signs": 0}

    def begin(name: str, _: dict[str, str]) -> None:
        if name == _NS + "si":
            parts.clear()
        elif name == _NS + "rPh":
            state["rPh"] += 1
        elif name == _NS + "t":
            state["t"] = not state["rPh"]

    def end(name: str) -> None:
        if name == _NS + "si":
            found.append("".join(parts))
            if len(found) > MAX_TEKSTEN:
                raise PakketFout(*TE_GROOT)
        elif name == _NS + "rPh":
            state["rPh"] -= 1
        elif name == _NS + "t":
            state["t"] = False

    def text(value: str) -> None:
        if state["t"]:
            parts.append(value)
            state["signs"] += len(value)
            if state["signs"] > MAX_TEKENS:
                raise PakketFout(*TE_GROOT)

    pakket.lees(deel, begin, end, text, wortel=_NS + "sst", cellen=True)
    return found


def lees_opmaak(pakket: Pakket, deel: str) -> list[Opmaak]:
    """How each style of cell shows a number."""
    codes: dict[int, str] = dict(_STANDAARD)
    styles: list[int] = []
    state = {"xfs": False}

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == _NS + "numFmt":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == _NS + "cellXfs":
            state["xfs"] = True
        elif name == _NS + "xf" and state["xfs"]:
            styles.append(int(attributes.get("numFmtId", 0)))

    def end(name: str) -> None:
        if name == _NS + "cellXfs":
            state["xfs"] = False

    pakket.lees(deel, begin, end, wortel=_NS + "styleSheet")
    known = {number: opmaak(codes.get(number, "")) for number in set(styles)}
    return [known[number] for number in styles]


class _Genoeg(Exception):
    """No more needs to be known of a sheet."""


def iets_ingevuld(pakket: Pakket, deel: str, omgeving: Omgeving) -> bool:
    """Whether a sheet has one filled cell, or a text above or below its pages."""
    reader = _Lezer(omgeving, eerste=True)
    try:
        reader.lees(pakket, deel)
    except _Genoeg:
        return True
    return bool(reader.gelezen.rijen) or reader.gelezen.kop_of_voettekst


def lees_werkblad(pakket: Pakket, deel: str, omgeving: Omgeving) -> Gelezen:
    """The whole of a sheet."""
    try:
        reader = _Lezer(omgeving)
        reader.lees(pakket, deel, _Zeef())
    except _ZonderPlaats:
        reader = _Lezer(omgeving)
        reader.lees(pakket, deel)
    return reader.gelezen


class _ZonderPlaats(Exception):
    """A cell stands after the one before it, which the sieve may have taken out."""


class _Zeef:
    """Takes out cells and rows with nothing but a format: of a copied sheet there are millions."""

    cel = re.compile(
        rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?(?: t="[a-z]+")?\s*(?:/>|></c>|><v\s*/></c>)'
    )
    rij = re.compile(rb'<row r="[0-9]+"[^<>]*(?:/>|>\s*</row>)')

    def __init__(self) -> None:
        self.laatste = 0

    def __call__(self, chunk: bytes) -> bytes:
        begin = chunk.rfind(b'<row r="') + 8
        if begin >= 8:
            self.laatste = int(chunk[begin : chunk.index(b'"', begin)])
        return self.rij.sub(b"", self.cel.sub(b"", chunk))


_PLAATS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def kolomnummer(letters: str) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


_PAGINA = re.compile(
    r'&(?:"[^"]*"|K[0-9A-F]{6}|[0-9]+|.)|\b(?:pagina|page|blz|van|of)\b\.?', re.IGNORECASE
)
"""In a header: what says where it stands and how it looks, and the numbers of the pages."""


class _Lezer:
    """Hears the elements of one sheet go by."""

    def __init__(self, omgeving: Omgeving, *, eerste: bool = False) -> None:
        self.gelezen = Gelezen()
        self._omgeving = omgeving
        self._eerste = eerste
        self._zeef: _Zeef | None = None
        self._kolommen: dict[str, int] = {}
        self._rij = self._kolom = 0
        self._cellen = self._tekens = 0
        self._soort, self._stijl = "n", 0
        self._formule: str | None = None
        self._in_tekst = False
        self._waarde: list[str] = []
        self._nu: list[str] | None = None
        self._fonetisch = 0
        self._begin: dict[str, Callable[[dict[str, str]], None]] = {
            _NS + "row": self._open_rij,
            _NS + "c": self._open_cel,
            _NS + "v": self._open_waarde,
            _NS + "f": self._open_formule,
            _NS + "t": self._open_tekst,
            _NS + "rPh": self._open_fonetisch,
            _NS + "col": self._kolombreedte,
            _NS + "mergeCell": self._samengevoegd,
            _NS + "hyperlink": self._koppeling,
            **{
                f"{_NS}{which}{what}": self._open_pagina
                for which in ("odd", "even", "first")
                for what in ("Header", "Footer")
            },
        }
        self._eind: dict[str, Callable[[], None]] = {
            _NS + "c": self._sluit_cel,
            _NS + "v": self._sluit_tekst,
            _NS + "f": self._sluit_formule,
            _NS + "t": self._sluit_tekst,
            _NS + "rPh": self._sluit_fonetisch,
        }
        for name in self._begin:
            if name.endswith(("Header", "Footer")):
                self._eind[name] = self._sluit_pagina

    def lees(self, pakket: Pakket, deel: str, zeef: _Zeef | None = None) -> None:
        self._zeef = zeef
        hear = (self._hoor_begin, self._hoor_eind, self._hoor_tekst)
        pakket.lees(deel, *hear, zeef, wortel=_NS + "worksheet", cellen=True)
        found = self.gelezen
        found.laatste = max(found.laatste, zeef.laatste if zeef else 0)
        if not 0 <= found.laatste <= MAX_RIJ:
            raise PakketFout(*BESCHADIGD)

    def _hoor_begin(self, name: str, attributes: dict[str, str]) -> None:
        known = self._begin.get(name)
        if known:
            known(attributes)

    def _hoor_eind(self, name: str) -> None:
        known = self._eind.get(name)
        if known:
            known()

    def _hoor_tekst(self, value: str) -> None:
        if self._nu is not None:
            self._nu.append(value)
            self._tekens += len(value)
            if self._tekens > MAX_TEKENS:
                raise PakketFout(*TE_GROOT)

    def _open_rij(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None and self._zeef:
            raise _ZonderPlaats
        self._rij = int(place) if place else self._rij + 1
        self._kolom = 0
        self.gelezen.laatste = max(self.gelezen.laatste, self._rij)
        hidden = attributes.get("hidden") in ("1", "true")
        if hidden or (attributes.get("ht") and float(attributes["ht"]) == 0):
            self.gelezen.verborgen_rijen.add(self._rij)

    def _open_cel(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            if self._zeef:
                raise _ZonderPlaats
            self._kolom += 1
        else:
            found = _PLAATS.fullmatch(place)
            if not found:
                raise PakketFout(*BESCHADIGD)
            letters = found[1]
            column = self._kolommen.get(letters)
            if column is None:
                column = self._kolommen[letters] = kolomnummer(letters)
            self._kolom = column
            if int(found[2]) != self._rij:
                raise PakketFout(*BESCHADIGD)
        if not (0 < self._rij <= MAX_RIJ and 0 < self._kolom <= MAX_KOLOM):
            raise PakketFout(*BESCHADIGD)
        self._soort = attributes.get("t", "n")
        self._stijl = int(attributes.get("s", 0))
        self._formule = None
        self._waarde = []

    def _open_waarde(self, _: dict[str, str]) -> None:
        self._nu = self._waarde

    def _open_tekst(self, _: dict[str, str]) -> None:
        self._nu = None if self._fonetisch else self._waarde

    def _sluit_tekst(self) -> None:
        self._nu = None

    def _open_formule(self, _: dict[str, str]) -> None:
        self._nu = []

    def _sluit_formule(self) -> None:
        self._formule = "".join(self._nu or ()).lstrip("=")
        self._nu = None

    def _open_fonetisch(self, _: dict[str, str]) -> None:
        self._fonetisch += 1

    def _sluit_fonetisch(self) -> None:
        self._fonetisch -= 1

    def _open_pagina(self, _: dict[str, str]) -> None:
        self._nu = []

    def _sluit_pagina(self) -> None:
        text = _PAGINA.sub("", "".join(self._nu or ()))
        self.gelezen.kop_of_voettekst |= bool(text.strip(RAND + "/-|"))
        self._nu = None

    def _sluit_cel(self) -> None:
        found = self._cel()
        if found is None:
            return
        if self._eerste:
            raise _Genoeg
        self._cellen += 1
        if self._cellen > MAX_CELLEN:
            raise PakketFout(
                f"Op dit blad staan meer dan {met_punten(MAX_CELLEN)} ingevulde cellen.",
                "Kopieer alleen de rijen waar het om gaat naar een nieuw bestand.",
            )
        row = self.gelezen.rijen.setdefault(self._rij, {})
        if self._kolom in row:
            raise PakketFout(*BESCHADIGD)
        row[self._kolom] = found

    def _cel(self) -> Cel | None:
        """None when nothing is in it."""
        text = "".join(self._waarde)
        if self._formule is not None:
            return Cel(f"={self._formule or '…'}"[:40], Celsoort.FORMULE)
        if self._soort == "s" and text:
            number = int(text)
            if not 0 <= number < len(self._omgeving.teksten):
                raise PakketFout(*BESCHADIGD)
            return tekstcel(onverpakt(self._omgeving.teksten[number]))
        if self._soort in ("inlineStr", "str"):
            return tekstcel(onverpakt(text))
        if not text.strip():
            return None
        if self._soort == "e":
            return Cel(text, Celsoort.FOUTWAARDE)
        if self._soort == "b":
            return Cel("", Celsoort.WAARHEID)
        vorm = self._vorm()
        if self._soort == "d":
            return _iso(text.strip(), vorm)
        return _getal(text.strip(), vorm, self._omgeving.epoche)

    def _vorm(self) -> Opmaak:
        styles = self._omgeving.opmaak
        if not styles and not self._stijl:
            return Opmaak()
        if not 0 <= self._stijl < len(styles):
            raise PakketFout(*BESCHADIGD)
        return styles[self._stijl]

    def _kolombreedte(self, attributes: dict[str, str]) -> None:
        hidden = attributes.get("hidden") in ("1", "true")
        hidden = hidden or float(attributes.get("width") or 1) == 0
        if hidden and len(self.gelezen.verborgen_kolommen) < MAX_NOEM:
            columns = int(attributes["min"]), int(attributes["max"])
            self.gelezen.verborgen_kolommen.append(columns)

    def _samengevoegd(self, attributes: dict[str, str]) -> None:
        area = attributes["ref"]
        found = _PLAATS.match(area.replace("$", ""))
        if not found:
            raise PakketFout(*BESCHADIGD)
        if len(self.gelezen.samengevoegd) < MAX_NOEM:
            self.gelezen.samengevoegd.append((area, int(found[2]), kolomnummer(found[1])))

    def _koppeling(self, _: dict[str, str]) -> None:
        self.gelezen.koppelingen = True


def verborgen_kolommen(gelezen: Gelezen) -> Iterator[int]:
    """Those with something in them."""
    used = sorted({column for cells in gelezen.rijen.values() for column in cells})
    for column in used:
        if any(first <= column <= last for first, last in gelezen.verborgen_kolommen):
            yield column
