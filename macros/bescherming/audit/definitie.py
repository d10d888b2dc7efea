"""What a release says about itself: ``definitie.yml``. Not here: its figures.

Two keys are for releases of others, copied into the ledger because outsiders have them too:
``elders`` (who published it) and ``afgerond_op`` (each figure was rounded by itself to a multiple).
``anders_dan`` names domains about the same areas that count something else (``verband``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.issue import Issue, nearest
from macros.source.bytes import read_text
from macros.source.nodes import Document, Loc, Value, parse

BASIS = 5
"""What ``methode: afronden`` rounds to."""


@dataclass(frozen=True, slots=True)
class Dimensie:
    """One dimension: ``boom`` is parent -> children. ``apart``: its codes are never summed."""

    id: str
    totaal: str
    boom: dict[str, tuple[str, ...]]
    apart: bool


@dataclass(frozen=True, slots=True)
class Groep:
    """A further sum of codes of one dimension."""

    dimensie: str
    id: str
    van: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noemers:
    """The known population: its file, and whether population minus count is protected too."""

    bestand: str
    complement: bool
    decimalen: int | None
    """Decimals of a printed rate; None: none are printed."""


@dataclass(frozen=True, slots=True)
class Definitie:
    """One ``definitie.yml``. ``pad`` is how problems name the file."""

    pad: str
    id: str
    aantal: str
    dimensies: tuple[Dimensie, ...]
    groepen: tuple[Groep, ...]
    tabellen: tuple[tuple[str, ...], ...]
    noemers: Noemers | None
    bedragen: tuple[str, ...]
    nullen_tonen: bool
    afronden: bool
    elders: str
    afgerond_op: int
    anders_dan: tuple[str, ...]
    """Domains about the same areas that count something else."""


_GEHEEL = re.compile(r"[0-9]{1,6}")
_VELDEN = (
    *("id", "naam", "aantal", "dimensies", "groepen", "tabellen", "noemers", "bedragen"),
    *("nullen", "methode", "elders", "afgerond_op", "anders_dan"),
)


class _Lezer:
    """Takes values out of a document and writes down what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.issues: list[Issue] = []

    def fout(self, loc: Loc, message: str, tip: str = "") -> None:
        line, column = self.document.where(loc)
        self.issues.append(Issue(self.document.path, line, column, "definitie", message, tip))

    def groep(self, value: Value, loc: Loc, velden: Sequence[str]) -> dict[str, Value]:
        if not isinstance(value, dict):
            self.fout(loc, "Hier horen velden te staan ('naam: waarde').")
            return {}
        for key in value:
            if key not in velden:
                tip = nearest(key, velden)
                self.fout((*loc, key), f"Het veld '{key}' hoort hier niet.", tip)
        return value

    def lijst(self, value: Value, loc: Loc) -> list[tuple[Value, Loc]]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.fout(loc, "Hier hoort een lijst te staan.")
            return []
        return [(item, (*loc, index)) for index, item in enumerate(value)]

    def tekst(self, group: dict[str, Value], key: str, loc: Loc, anders: str | None = None) -> str:
        value = group.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is None and anders is not None:
            return anders
        self.fout((*loc, key), f"Het veld '{key}' ontbreekt of is geen tekst.")
        return ""

    def teksten(self, value: Value, loc: Loc) -> tuple[str, ...]:
        found = []
        for item, where in self.lijst(value, loc):
            if isinstance(item, str):
                if item in found:
                    self.fout(where, f"'{item}' staat er twee keer.", "Houd er één over.")
                found.append(item)
            else:
                self.fout(where, "Hier hoort één woord te staan.")
        return tuple(found)

    def keuze(
        self, group: dict[str, Value], key: str, loc: Loc, opties: tuple[str, str], anders: str
    ) -> bool:
        """Whether the first of the two options was chosen."""
        value = self.tekst(group, key, loc, anders)
        if value and value not in opties:
            self.fout((*loc, key), f"'{value}' kan niet bij '{key}'.", nearest(value, opties))
        return value == opties[0]

    def getal(self, group: dict[str, Value], key: str, loc: Loc, hoogste: int) -> int | None:
        value = group.get(key)
        if value is None:
            return None
        if isinstance(value, str) and _GEHEEL.fullmatch(value) and int(value) <= hoogste:
            return int(value)
        self.fout((*loc, key), f"'{key}' is een heel getal van 0 tot en met {hoogste}.")
        return None


def lees_definitie(bestand: Path, pad: str) -> tuple[Definitie | None, list[Issue]]:
    """The definition in ``bestand``; None, with all problems, when it cannot be used."""
    text = read_text(bestand, pad)
    if text.text is None or text.issues:
        return None, list(text.issues)
    document, issues = parse(text.text, pad)
    if document is None or issues:
        return None, issues
    lezer = _Lezer(document)
    definitie = _definitie(lezer, document.value)
    if not lezer.issues:
        _controleer(lezer, definitie)
    return (None, lezer.issues) if lezer.issues else (definitie, [])


def _definitie(lezer: _Lezer, value: Value) -> Definitie:
    top = lezer.groep(value, (), _VELDEN)
    dimensies = lezer.lijst(top.get("dimensies"), ("dimensies",))
    groepen = lezer.lijst(top.get("groepen"), ("groepen",))
    tabellen = lezer.lijst(top.get("tabellen"), ("tabellen",))
    for key, found in (("dimensies", dimensies), ("tabellen", tabellen)):
        if not found:
            lezer.fout((key,), f"'{key}' is leeg of ontbreekt.")
    return Definitie(
        pad=lezer.document.path,
        id=lezer.tekst(top, "id", ()),
        aantal=lezer.tekst(top, "aantal", ()),
        dimensies=tuple(_dimensie(lezer, item, loc) for item, loc in dimensies),
        groepen=tuple(_groep(lezer, item, loc) for item, loc in groepen),
        tabellen=tuple(lezer.teksten(item, loc) for item, loc in tabellen),
        noemers=_noemers(lezer, top.get("noemers")),
        bedragen=lezer.teksten(top.get("bedragen"), ("bedragen",)),
        nullen_tonen=lezer.keuze(top, "nullen", (), ("tonen", "verbergen"), "tonen"),
        afronden=lezer.keuze(top, "methode", (), ("afronden", "onderdrukken"), "onderdrukken"),
        elders=lezer.tekst(top, "elders", (), ""),
        afgerond_op=lezer.getal(top, "afgerond_op", (), 1000) or 1,
        anders_dan=lezer.teksten(top.get("anders_dan"), ("anders_dan",)),
    )


def _dimensie(lezer: _Lezer, value: Value, loc: Loc) -> Dimensie:
    group = lezer.groep(value, loc, ("id", "totaal", "boom", "apart"))
    boom = group.get("boom")
    takken = lezer.groep(boom, (*loc, "boom"), list(boom)) if isinstance(boom, dict) else {}
    if boom is not None and not isinstance(boom, dict):
        lezer.fout((*loc, "boom"), "Een boom heeft de vorm 'ouder: [kind, kind]'.")
    return Dimensie(
        id=lezer.tekst(group, "id", loc),
        totaal=lezer.tekst(group, "totaal", loc, ""),
        boom={key: lezer.teksten(item, (*loc, "boom", key)) for key, item in takken.items()},
        apart=lezer.keuze(group, "apart", loc, ("ja", "nee"), "nee"),
    )


def _groep(lezer: _Lezer, value: Value, loc: Loc) -> Groep:
    group = lezer.groep(value, loc, ("dimensie", "id", "van"))
    van = lezer.teksten(group.get("van"), (*loc, "van"))
    return Groep(lezer.tekst(group, "dimensie", loc), lezer.tekst(group, "id", loc), van)


def _noemers(lezer: _Lezer, value: Value) -> Noemers | None:
    if value is None:
        return None
    loc: Loc = ("noemers",)
    group = lezer.groep(value, loc, ("bestand", "complement", "percentage"))
    bestand = lezer.tekst(group, "bestand", loc)
    if bestand and (Path(bestand).name != bestand or "\\" in bestand):
        lezer.fout((*loc, "bestand"), "Het bestand staat naast definitie.yml: geen map in de naam.")
    complement = lezer.keuze(group, "complement", loc, ("ja", "nee"), "nee")
    return Noemers(bestand, complement, lezer.getal(group, "percentage", loc, 6))


def _controleer(lezer: _Lezer, definitie: Definitie) -> None:
    """What only shows when the parts are laid beside each other."""
    ids = [one.id for one in definitie.dimensies]
    for index, dimensie in enumerate(definitie.dimensies):
        loc: Loc = ("dimensies", index)
        if ids.index(dimensie.id) != index:
            lezer.fout(loc, f"De dimensie '{dimensie.id}' staat er twee keer.")
        if dimensie.apart and (dimensie.boom or dimensie.totaal):
            tip = "Laat 'totaal' en 'boom' weg, of 'apart'."
            lezer.fout(loc, f"'{dimensie.id}' wordt nooit opgeteld en heeft toch een totaal.", tip)
        if dimensie.totaal and dimensie.totaal not in dimensie.boom:
            lezer.fout(loc, f"Het totaal '{dimensie.totaal}' staat niet in de boom.")
        for message in _boomfouten(dimensie):
            lezer.fout((*loc, "boom"), message)
    if lezer.issues:
        return
    for index, groep in enumerate(definitie.groepen):
        for message, tip in _groepfouten(definitie, index, groep):
            lezer.fout(("groepen", index), message, tip)
    for index, tabel in enumerate(definitie.tabellen):
        for naam in tabel:
            if naam not in ids:
                lezer.fout(("tabellen", index), f"Geen dimensie: '{naam}'.", nearest(naam, ids))
        for dimensie in definitie.dimensies:
            if dimensie.id not in tabel and not dimensie.totaal:
                message = f"'{dimensie.id}' heeft geen totaal en moet dus in de tabel staan."
                lezer.fout(("tabellen", index), message)


def _boomfouten(dimensie: Dimensie) -> Iterator[str]:
    ouder: dict[str, str] = {}
    for parent, children in dimensie.boom.items():
        if not children:
            yield f"'{parent}' heeft geen kinderen."
        for child in children:
            if child in ouder:
                yield f"'{child}' valt onder '{ouder[child]}' en onder '{parent}'."
            ouder[child] = parent
    for code in dimensie.boom:
        seen = {code}
        while (code := ouder.get(code, "")) and code not in seen:
            seen.add(code)
        if code:
            yield f"'{code}' valt onder zichzelf."
            return
    toppen = sorted(code for code in dimensie.boom if code not in ouder)
    if dimensie.totaal and toppen != [dimensie.totaal]:
        yield f"Onder '{dimensie.totaal}' valt niet alles: ook {', '.join(toppen)} staat bovenaan."


def _groepfouten(definitie: Definitie, index: int, groep: Groep) -> Iterator[tuple[str, str]]:
    found = [one for one in definitie.dimensies if one.id == groep.dimensie]
    if not found:
        tip = nearest(groep.dimensie, (one.id for one in definitie.dimensies))
        yield f"Geen dimensie: '{groep.dimensie}'.", tip
        return
    codes = codes_van(found[0])
    others = [one.id for one in definitie.groepen[:index] if one.dimensie == groep.dimensie]
    if groep.id in codes or groep.id in others:
        yield f"De code '{groep.id}' is al in gebruik.", ""
    if not groep.van:
        yield f"De groep '{groep.id}' is leeg.", ""
    for code in groep.van:
        if code not in codes:
            yield f"Geen code van '{groep.dimensie}': '{code}'.", nearest(code, codes)
    if not set(groep.van) <= set(codes):
        return
    bladen = [blad for code in groep.van for blad in bladen_van(found[0].boom, code)]
    if len(bladen) != len(set(bladen)):
        yield f"De groep '{groep.id}' telt iets dubbel.", "Noem een gebied of zijn delen."


def codes_van(dimensie: Dimensie) -> dict[str, None]:
    """The codes in the tree of a dimension, as they are written."""
    found = dict.fromkeys(dimensie.boom)
    for children in dimensie.boom.values():
        found.update(dict.fromkeys(children))
    return found


def bladen_van(boom: dict[str, tuple[str, ...]], code: str) -> tuple[str, ...]:
    """The codes without children below ``code``, or the code itself."""
    children = boom.get(code)
    if children is None:
        return (code,)
    return tuple(blad for child in children for blad in bladen_van(boom, child))
