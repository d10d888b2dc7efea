"""The figures of a release: ``publicatie.csv`` and its population, as they were published.

Every problem gets its line. Not here: what the figures mean together.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from macros.bescherming.audit.definitie import BASIS, Definitie, Dimensie, codes_van
from macros.issue import Issue, nearest

MEESTE_BYTES = 20 << 20

_GEHEEL = re.compile(r"[0-9]{1,9}")
_PERCENTAGE = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))?")

Codes = tuple[str, ...]
"""One code for each dimension of the definition, in its order."""


@dataclass(frozen=True, slots=True)
class Percentage:
    """A printed rate: 3,2 is ``waarde`` 16/5 with 1 of ``decimalen``."""

    waarde: Fraction
    decimalen: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One published cell. ``aantal`` None: hidden. ``regel`` counts from 1, the header included."""

    regel: int
    tabel: int
    codes: Codes
    aantal: int | None
    percentage: Percentage | None = None
    noemer: int | None = None
    bedragen: tuple[str, ...] = ()
    """The columns with an amount that is shown."""


class _Blad:
    """A CSV file as rows of (line, column -> text), with the problems found so far."""

    def __init__(self, bestand: Path, pad: str, nodig: Sequence[str], mag: Sequence[str]) -> None:
        self.pad = pad
        self.issues: list[Issue] = []
        self.rijen: list[tuple[int, dict[str, str]]] = []
        self._kop: list[str] = []
        if bestand.stat().st_size > MEESTE_BYTES:
            tip = "Deel de tabel op, of maak haar minder fijn."
            self.fout(1, "", f"Dit bestand is groter dan {MEESTE_BYTES >> 20} MB.", tip)
            return
        try:
            text = bestand.read_bytes().decode("utf-8-sig")
            self._lees(text, nodig, mag)
        except UnicodeDecodeError as error:
            line = bestand.read_bytes()[: error.start].count(b"\n") + 1
            self.fout(line, "", "Dit teken is niet in UTF-8 opgeslagen.", "Sla op als UTF-8.")
        except csv.Error as error:
            self.fout(1, "", f"Dit is geen leesbaar CSV-bestand ({error}).")

    def fout(self, line: int, kolom: str, message: str, tip: str = "") -> None:
        column = self._kop.index(kolom) + 1 if kolom in self._kop else 1
        waar = f"Kolom '{kolom}': " if kolom in self._kop else ""
        self.issues.append(Issue(self.pad, line, column, "publicatie", waar + message, tip))

    def _lees(self, text: str, nodig: Sequence[str], mag: Sequence[str]) -> None:
        if text[:4].lower() == "sep=":
            self.fout(1, "", "De eerste regel noemt het scheidingsteken.", "Haal die regel weg.")
            return
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
        self._kop = [one.strip() for one in next(reader, [])]
        for naam in nodig:
            if naam not in self._kop:
                tip = "De kolommen zijn gescheiden door een puntkomma."
                self.fout(1, "", f"De kolom '{naam}' ontbreekt.", tip)
        for naam in self._kop:
            if naam not in (*nodig, *mag):
                message = (
                    f"De kolom '{naam}' kent de controle niet, dus zij kan er niets van zeggen."
                )
                self.fout(1, naam, message, nearest(naam, (*nodig, *mag)))
            if self._kop.count(naam) > 1:
                self.fout(1, naam, "deze kolom staat er twee keer.")
        if self.issues:
            return
        for row in reader:
            if not row:
                continue
            if len(row) != len(self._kop):
                message = f"Hier staan {len(row)} waarden; de kop telt er {len(self._kop)}."
                self.fout(reader.line_num, "", message)
                continue
            cellen = dict(zip(self._kop, (one.strip() for one in row), strict=True))
            self.rijen.append((reader.line_num, cellen))
        if not self.rijen and not self.issues:
            self.fout(1, "", "Er staat geen enkele regel onder de kop.")

    def geheel(self, line: int, cellen: dict[str, str], kolom: str) -> int | None:
        """A whole number, or None when the cell is empty or wrong."""
        text = cellen.get(kolom, "")
        if not text or _GEHEEL.fullmatch(text):
            return int(text) if text else None
        self.fout(
            line,
            kolom,
            f"'{text}' is geen geheel getal van 0 of meer.",
            "Schrijf alleen cijfers, zonder punt; leeg betekent: verborgen.",
        )
        return None


def lees_publicatie(
    bestand: Path, pad: str, definitie: Definitie
) -> tuple[list[Regel], list[Issue]]:
    """The published cells; with problems the list is not complete."""
    dimensies = [one.id for one in definitie.dimensies]
    mag = ["percentage", "noemer", *definitie.bedragen]
    blad = _Blad(bestand, pad, [*dimensies, "tabel", "aantal"], mag)
    regels = []
    bekend = _codes(definitie)
    eerder: dict[tuple[int, Codes], int] = {}
    for line, cellen in blad.rijen:
        tabel = _tabel(blad, line, cellen["tabel"], len(definitie.tabellen))
        in_tabel = definitie.tabellen[tabel - 1] if tabel else tuple(dimensies)
        _controleer_codes(blad, line, cellen, definitie, bekend, in_tabel)
        codes = tuple(cellen[one] for one in dimensies)
        _eenmaal(blad, line, (tabel, codes), eerder)
        regel = Regel(
            line,
            tabel,
            codes,
            blad.geheel(line, cellen, "aantal"),
            _percentage(blad, line, cellen.get("percentage", ""), definitie),
            blad.geheel(line, cellen, "noemer"),
            tuple(one for one in definitie.bedragen if cellen.get(one)),
        )
        _controleer_aantal(blad, regel, definitie)
        regels.append(regel)
    return regels, blad.issues


def lees_bevolking(
    bestand: Path, pad: str, definitie: Definitie
) -> tuple[list[Regel], list[Issue]]:
    """The known population per combination of codes, as rows of table 0."""
    dimensies = [one.id for one in definitie.dimensies]
    blad = _Blad(bestand, pad, [*dimensies, "aantal"], [])
    regels = []
    bekend = _codes(definitie)
    eerder: dict[tuple[int, Codes], int] = {}
    for line, cellen in blad.rijen:
        _controleer_codes(blad, line, cellen, definitie, bekend, dimensies)
        codes = tuple(cellen[one] for one in dimensies)
        _eenmaal(blad, line, (0, codes), eerder)
        before = len(blad.issues)
        aantal = blad.geheel(line, cellen, "aantal")
        if aantal is None and len(blad.issues) == before:
            blad.fout(line, "aantal", "hier hoort een aantal inwoners te staan.")
        regels.append(Regel(line, 0, codes, aantal))
    return regels, blad.issues


def _tabel(blad: _Blad, line: int, text: str, aantal: int) -> int:
    """The number of a table, from 1; 0 when it is wrong."""
    if _GEHEEL.fullmatch(text) and 1 <= int(text) <= aantal:
        return int(text)
    blad.fout(line, "tabel", f"'{text}' is geen tabel: er zijn er {aantal}, genummerd vanaf 1.")
    return 0


def _eenmaal(
    blad: _Blad, line: int, sleutel: tuple[int, Codes], eerder: dict[tuple[int, Codes], int]
) -> None:
    first = eerder.setdefault(sleutel, line)
    if first != line:
        blad.fout(line, "", f"Deze cel staat ook op regel {first}.", "Houd er één over.")


def _controleer_codes(
    blad: _Blad,
    line: int,
    cellen: dict[str, str],
    definitie: Definitie,
    bekend: Mapping[str, frozenset[str]],
    in_tabel: Iterable[str],
) -> None:
    for dimensie in definitie.dimensies:
        code = cellen[dimensie.id]
        if dimensie.id not in in_tabel and code != dimensie.totaal:
            message = (
                f"de tabel gaat niet over '{dimensie.id}', dus hier hoort '{dimensie.totaal}'."
            )
            blad.fout(line, dimensie.id, message)
        for message, tip in _codefout(dimensie, code, bekend[dimensie.id]):
            blad.fout(line, dimensie.id, message, tip)


def _codefout(dimensie: Dimensie, code: str, bekend: frozenset[str]) -> Iterator[tuple[str, str]]:
    if not code:
        yield "hier ontbreekt een code.", ""
    elif dimensie.boom and code not in bekend:
        yield f"'{code}' staat niet in de definitie.", nearest(code, bekend)


def _codes(definitie: Definitie) -> dict[str, frozenset[str]]:
    """The codes of each dimension, those of its groups included."""
    return {
        dimensie.id: frozenset(codes_van(dimensie)).union(
            one.id for one in definitie.groepen if one.dimensie == dimensie.id
        )
        for dimensie in definitie.dimensies
    }


def _percentage(blad: _Blad, line: int, text: str, definitie: Definitie) -> Percentage | None:
    if not text:
        return None
    found = _PERCENTAGE.fullmatch(text)
    waarde = Fraction(text.replace(",", ".")) if found else Fraction(0)
    if not found or waarde > 100:
        blad.fout(line, "percentage", f"'{text}' is geen percentage van 0 tot en met 100.")
        return None
    gedrukt = len(found.group(2) or "")
    afgesproken = definitie.noemers.decimalen if definitie.noemers else None
    return Percentage(waarde, max(gedrukt, afgesproken or 0), text)


def _controleer_aantal(blad: _Blad, regel: Regel, definitie: Definitie) -> None:
    """A rounded release rounds everything."""
    basis = _basis(definitie)
    if regel.aantal is not None and regel.aantal % basis:
        message = f"{regel.aantal} is geen veelvoud van {basis}, en deze uitgave is afgerond."
        blad.fout(regel.regel, "aantal", message)


def _basis(definitie: Definitie) -> int:
    return BASIS if definitie.afronden else definitie.afgerond_op
