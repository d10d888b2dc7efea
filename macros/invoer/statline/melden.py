"""What is new at the CBS, in Dutch words: for the screen and for a pull request.

Not here: finding what is new (``vergelijken``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.invoer.statline.antwoord import leesbaar
from macros.invoer.statline.ingelezen import Ingelezen
from macros.invoer.statline.vergelijken import Verandering, Wijziging
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Afgeschermd, Cijfer, Cijferstatus, Getal, Onbekend
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.taal.vertaler import Vertaler

_NL = Vertaler("nl")
_MEEST = 60_000
"""Signs; a pull request holds 65,536."""
_OPMAAK = re.compile(r"([\\`*_{}\[\]#|~!-])")
_ENTITEIT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What one table brings."""

    ingelezen: Ingelezen
    wijzigingen: Sequence[Wijziging]


def als_tekst(nieuws: Iterable[Nieuws], regio: Regio) -> str:
    """For the screen."""
    lines = []
    for one in nieuws:
        lines.append(_kop(one))
        lines += [f"  Let op: {text}" for text in one.ingelezen.notities]
        for kind, found in _groepen(one):
            lines.append(f"  {kind.value}: {len(found)}")
            lines += [f"    {regel(change, regio)}" for change in found]
        if not one.wijzigingen:
            lines.append(f"  {_geen(one)}")
    return "".join(f"{leesbaar_regel(line)}\n" for line in lines)


def als_markdown(nieuws: Iterable[Nieuws], regio: Regio) -> str:
    """For a pull request; what does not fit is counted."""
    lines = []
    for one in nieuws:
        lines += [f"### {_veilig(_kop(one))}", ""]
        lines += [f"> {_veilig(text)}\n" for text in one.ingelezen.notities]
        for kind, found in _groepen(one):
            lines += [f"**{kind.value}: {len(found)}**", ""]
            lines += [f"- {_veilig(regel(change, regio))}" for change in found]
            lines.append("")
        if not one.wijzigingen:
            lines += [_geen(one), ""]
    return _ingekort(lines)


def totaal(nieuws: Iterable[Nieuws]) -> str:
    """One sentence: how many of each."""
    counts = Counter(change.verandering for one in nieuws for change in one.wijzigingen)
    if not counts:
        return "Geen nieuws bij het CBS."
    parts = [f"{kind.value}: {_NL.getal(counts[kind])}" for kind in Verandering if counts[kind]]
    return f"{'; '.join(parts)}."


def regel(change: Wijziging, regio: Regio) -> str:
    """One change: ``Leerlingen, basisschool, Dorp, 2024: van 12.340 naar 12.350 (voorlopig)``."""
    indicator = regio.indicatoren[change.plek.indicator]
    parts = {part.id: part.naam for part in indicator.delen()}
    names = [indicator.titel]
    if change.plek.uitsplitsing != TOTAAL:
        names.append(parts.get(change.plek.uitsplitsing, change.plek.uitsplitsing))
    names += [_gebied(change.plek.gebied, regio), str(change.plek.periode)]
    return f"{', '.join(names)}: {_wat(change, indicator.eenheid)}{_anders(change)}"


def _anders(change: Wijziging) -> str:
    """That the figure was typed from another source until now."""
    if change.oud is None or change.nieuw is None or change.oud.bron == change.bron:
        return ""
    return f"; stond er met bron '{change.oud.bron}'"


def _wat(change: Wijziging, unit: Eenheid) -> str:
    old, new = change.oud, change.nieuw
    if new is None:
        assert old is not None
        return f"was {_cijfer(old.waarde, unit)}"
    if old is None:
        return f"{_cijfer(new.waarde, unit)} ({_status(new.status)})"
    if old.waarde != new.waarde:
        text = f"van {_cijfer(old.waarde, unit)} naar {_cijfer(new.waarde, unit)}"
    else:
        text = _cijfer(new.waarde, unit)
    if old.status is not new.status:
        return f"{text} (van {_status(old.status)} naar {_status(new.status)})"
    return f"{text} ({_status(new.status)})"


def _cijfer(figure: Cijfer, unit: Eenheid) -> str:
    """As a reader writes it: ``12.340``, ``9,0%``, or the sign with its meaning."""
    if isinstance(figure, Getal):
        if figure.nihil:
            return "nihil (-)"
        number = f"{figure.waarde:,}".translate(str.maketrans(",.", ".,"))
        return f"{number}%" if unit is Eenheid.PROCENT else number
    if isinstance(figure, Onbekend):
        return "onbekend of geheim (.)"
    return "afgeschermd (x)" if isinstance(figure, Afgeschermd) else "leeg: kan niet voorkomen"


def _status(status: Cijferstatus) -> str:
    words = {
        Cijferstatus.NADER_VOORLOPIG: "nader voorlopig",
        Cijferstatus.ONBEKEND: "status onbekend",
    }
    return words.get(status, status.value)


def _gebied(key: str, regio: Regio) -> str:
    place = regio.cijfergebieden.get(key)
    return place.namen[0] if place else key


def _kop(one: Nieuws) -> str:
    info = one.ingelezen.info
    code = one.ingelezen.koppeling.tabel
    if info is None:
        return code
    return f"{code}: {info.titel}. {_gewijzigd(info.gewijzigd)}"


def _gewijzigd(when: str) -> str:
    try:
        day = Datum.parse(when)
    except ValueError:
        return "Wanneer het CBS haar wijzigde, staat er niet bij."
    return f"Door het CBS gewijzigd op {_NL.datum(day)}."


def _geen(one: Nieuws) -> str:
    count = len(one.ingelezen.cijfers)
    return f"Geen nieuws: {_NL.getal(count)} cijfers nagekeken."


def _groepen(one: Nieuws) -> Iterator[tuple[Verandering, list[Wijziging]]]:
    for kind in Verandering:
        found = [change for change in one.wijzigingen if change.verandering is kind]
        if found:
            yield kind, found


def leesbaar_regel(line: str) -> str:
    """A line for a terminal: its indent, then nothing that a terminal acts on."""
    text = line.lstrip(" ")
    return " " * (len(line) - len(text)) + leesbaar(text)


def _veilig(text: str) -> str:
    """Text of others as Markdown: nothing in it is markup, a link or somebody's name."""
    plain = _OPMAAK.sub(r"\\\1", leesbaar(text))
    return "".join(_ENTITEIT.get(sign, sign) for sign in plain)


def _ingekort(lines: Sequence[str]) -> str:
    size = 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > _MEEST:
            rest = f"En nog {_NL.getal(len(lines) - number)} regels: kijk in de bestanden zelf."
            return "".join(f"{one}\n" for one in [*lines[:number], "", rest])
    return "".join(f"{line}\n" for line in lines)
