"""Reads ``definitie.yml``: all problems at once, each with its line.

Not here: what a definition is (``definitie``), the counts (``invoer``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.bescherming.disclosure.definitie import (
    GERESERVEERD,
    Definitie,
    Dimensie,
    Methode,
    Noemers,
)
from macros.issue import Issue, nearest
from macros.source.bytes import read_text
from macros.source.nodes import Document, Loc, Value, parse


def lees_definitie(file: Path) -> tuple[Definitie | None, list[Issue]]:
    """The definition in ``file``; None, with every problem, when there is one."""
    try:
        text = read_text(file, file.name)
    except OSError:
        tip = "Klopt de naam van het bestand?"
        return None, [Issue(file.name, 0, 0, "geen-bestand", "De definitie is er niet.", tip)]
    if text.text is None:
        return None, list(text.issues)
    # The counts are read so too: an accent by itself or in its letter makes no other code.
    document, issues = parse(unicodedata.normalize("NFC", text.text), file.name)
    if document is None or issues:
        return None, issues
    reader = _Lezer(document, file.parent)
    found = reader.definitie()
    return (None, sorted(reader.issues)) if reader.issues else (found, [])


_VELDEN = (
    "id",
    "naam",
    "aantal",
    "dimensies",
    "groepen",
    "tabellen",
    "noemers",
    "bedragen",
    "nullen",
    "methode",
    "anders_dan",
)


@dataclass(slots=True)
class _Lezer:
    """Walks the values of one file and keeps the problems."""

    document: Document
    folder: Path
    issues: list[Issue] = field(default_factory=list)

    def fout(self, loc: Loc, code: str, message: str, tip: str = "") -> None:
        line, column = self.document.where(loc)
        self.issues.append(Issue(self.document.path, line, column, code, message, tip))

    def groep(self, value: Value, loc: Loc, fields: Sequence[str]) -> dict[str, Value]:
        """A mapping with only these fields."""
        if not isinstance(value, dict):
            tip = f"Hier horen velden: {', '.join(fields)}."
            self.fout(loc, "vorm", "Hier wordt een groep velden verwacht.", tip)
            return {}
        for name in value:
            if name not in fields:
                line, column = self.document.where_key((*loc, name))
                message = f"Het veld '{name}' bestaat hier niet."
                tip = nearest(name, fields)
                self.issues.append(
                    Issue(self.document.path, line, column, "onbekend-veld", message, tip)
                )
        return {name: one for name, one in value.items() if name in fields}

    def tekst(self, group: Mapping[str, Value], loc: Loc, name: str) -> str:
        """A text that must be there."""
        value = group.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.fout((*loc, name), "ontbreekt", f"Het veld '{name}' moet een tekst zijn.")
        return ""

    def lijst(self, value: Value, loc: Loc) -> list[Value]:
        """A list; nothing is an empty one."""
        if value is None or isinstance(value, list):
            return value or []
        self.fout(loc, "vorm", "Hier wordt een lijst verwacht.", "Zet er [ ] omheen.")
        return []

    def teksten(self, value: Value, loc: Loc) -> list[str]:
        """A list of different texts."""
        found: list[str] = []
        for number, one in enumerate(self.lijst(value, loc)):
            if not isinstance(one, str) or not one.strip():
                self.fout((*loc, number), "vorm", "Hier wordt een tekst verwacht.")
            elif one.strip() in found:
                self.fout((*loc, number), "dubbel", f"'{one.strip()}' staat er twee keer.")
            else:
                found.append(one.strip())
        return found

    def keuze(self, group: Mapping[str, Value], name: str, loc: Loc, options: Sequence[str]) -> str:
        """One of ``options``; the first when the field is not there."""
        value = group.get(name, options[0])
        if value in options:
            return str(value)
        self.fout((*loc, name), "keuze", f"'{value}' kan hier niet.", nearest(str(value), options))
        return options[0]

    def definitie(self) -> Definitie:
        """The whole file; only right when there are no issues."""
        top = self.groep(self.document.value, (), _VELDEN)
        texts = {name: self.tekst(top, (), name) for name in ("id", "naam", "aantal")}
        dimensions = self.dimensies(top)
        dimensions = self.met_groepen(top, dimensions)
        amounts = tuple(self.teksten(top.get("bedragen"), ("bedragen",)))
        method = Methode(self.keuze(top, "methode", (), tuple(Methode)))
        if amounts and method is Methode.AFRONDEN:
            message = "Een bedrag verraadt het afgeronde aantal ernaast."
            tip = "Laat de bedragen weg, of kies 'methode: onderdrukken'."
            self.fout(("bedragen",), "bedrag-bij-afronden", message, tip)
        found = Definitie(
            id=texts["id"],
            naam=texts["naam"],
            aantal=texts["aantal"],
            dimensies=dimensions,
            tabellen=self.tabellen(top, dimensions),
            noemers=self.noemers(top),
            bedragen=amounts,
            nullen_tonen=self.keuze(top, "nullen", (), ("tonen", "verbergen")) == "tonen",
            methode=method,
        )
        # Only the audit of all releases asks which other domains count something else.
        self.teksten(top.get("anders_dan"), ("anders_dan",))
        if "nullen" not in top:
            message = "Het veld 'nullen' ontbreekt: mag een echte nul getoond worden?"
            self.fout((), "ontbreekt", message, "Kies uit: tonen, verbergen.")
        self.namen(found)
        return found

    def namen(self, found: Definitie) -> None:
        """Columns must have different names."""
        seen = [*GERESERVEERD[:1], *GERESERVEERD[2:]]
        names = [*(one.id for one in found.dimensies), *found.bedragen, found.aantal]
        for name in names:
            if name and (name in seen or (name == "aantal" and name != found.aantal)):
                message = f"De kolomnaam '{name}' is al in gebruik."
                self.fout((), "dubbel", message, "Geef elke kolom een eigen naam.")
            seen.append(name)

    def dimensies(self, top: Mapping[str, Value]) -> tuple[Dimensie, ...]:
        found: list[Dimensie] = []
        for number, value in enumerate(self.lijst(top.get("dimensies"), ("dimensies",))):
            one = self.dimensie(value, ("dimensies", number))
            if any(one.id == other.id for other in found):
                message = f"De dimensie '{one.id}' staat er twee keer."
                self.fout(("dimensies", number), "dubbel", message)
            else:
                found.append(one)
        if not found:
            self.fout(("dimensies",), "ontbreekt", "Er is ten minste één dimensie nodig.")
        return tuple(found)

    def dimensie(self, value: Value, loc: Loc) -> Dimensie:
        group = self.groep(value, loc, ("id", "totaal", "boom", "apart"))
        name = self.tekst(group, loc, "id")
        apart = self.keuze(group, "apart", loc, ("nee", "ja")) == "ja"
        if apart:
            for extra in ("totaal", "boom"):
                if extra in group:
                    message = f"Een dimensie die apart staat, wordt niet opgeteld: geen '{extra}'."
                    self.fout((*loc, extra), "apart", message, "Haal dit veld weg.")
            return Dimensie(name, {}, None, True)
        total = self.tekst(group, loc, "totaal") if "totaal" in group else None
        return Dimensie(name, self.boom(group.get("boom"), (*loc, "boom"), total), total, False)

    def boom(self, value: Value, loc: Loc, total: str | None) -> dict[str, tuple[str, ...]]:
        """Of each code the leaves below it."""
        if not isinstance(value, dict) or not value:
            tip = "Schrijf: boom: {totaal: [deel, deel]}. Of: apart: ja."
            self.fout(loc, "boom", "Deze dimensie heeft geen boom met codes.", tip)
            return {}
        children = {one: self.teksten(below, (*loc, one)) for one, below in value.items()}
        parent: dict[str, str] = {}
        for one, below in children.items():
            if not below:
                self.fout((*loc, one), "boom", f"'{one}' heeft geen delen.")
            for number, child in enumerate(below):
                if child in parent:
                    message = f"'{child}' hoort al bij '{parent[child]}'."
                    tip = "Gebruik 'groepen' voor gebieden die elkaar overlappen."
                    self.fout((*loc, one, number), "boom", message, tip)
                parent.setdefault(child, one)
        tops = [one for one in children if one not in parent]
        if total is not None and tops != [total]:
            message = f"Niet alles telt op tot '{total}': bovenaan staat {', '.join(tops) or '-'}."
            self.fout(loc, "boom", message, "Alle codes horen onder het totaal.")
        found: dict[str, tuple[str, ...]] = {}
        for one in tops:
            self._daal_af(one, children, found)
        if len(found) < len(children):
            self.fout(loc, "boom", "De boom gaat in een kring rond.")
        return found

    def _daal_af(
        self,
        code: str,
        children: Mapping[str, list[str]],
        found: dict[str, tuple[str, ...]],
    ) -> tuple[str, ...]:
        if code in found:
            return found[code]
        found[code] = ()
        below = [self._daal_af(one, children, found) for one in children.get(code, ())]
        found[code] = tuple(leaf for leaves in below for leaf in leaves) or (code,)
        return found[code]

    def met_groepen(
        self, top: Mapping[str, Value], dimensions: tuple[Dimensie, ...]
    ) -> tuple[Dimensie, ...]:
        """The dimensions with the further sums that the file names."""
        known = {one.id: one for one in dimensions}
        for number, value in enumerate(self.lijst(top.get("groepen"), ("groepen",))):
            loc: Loc = ("groepen", number)
            group = self.groep(value, loc, ("dimensie", "id", "van"))
            name, code = self.tekst(group, loc, "dimensie"), self.tekst(group, loc, "id")
            parts = self.teksten(group.get("van"), (*loc, "van"))
            dimension = known.get(name)
            if dimension is None or dimension.apart:
                message = f"Er is geen dimensie '{name}' die optelt."
                self.fout((*loc, "dimensie"), "groep", message, nearest(name, known))
                continue
            if code in dimension.som:
                self.fout((*loc, "id"), "dubbel", f"De code '{code}' bestaat al.")
                continue
            leaves = self._bladeren(parts, dimension, (*loc, "van"))
            known[name] = Dimensie(
                name, {**dimension.som, code: leaves}, dimension.totaal, dimension.apart
            )
        return tuple(known.values())

    def _bladeren(self, parts: Sequence[str], dimension: Dimensie, loc: Loc) -> tuple[str, ...]:
        found: list[str] = []
        for number, part in enumerate(parts):
            if part not in dimension.som:
                message = f"De code '{part}' staat niet in dimensie '{dimension.id}'."
                self.fout((*loc, number), "onbekende-code", message, nearest(part, dimension.som))
            elif set(found) & set(dimension.som[part]):
                self.fout((*loc, number), "groep", f"'{part}' zit al in deze groep.")
            found += dimension.som.get(part, ())
        if not parts:
            self.fout(loc, "groep", "Deze groep is leeg.")
        return tuple(found)

    def tabellen(
        self, top: Mapping[str, Value], dimensions: tuple[Dimensie, ...]
    ) -> tuple[tuple[str, ...], ...]:
        ids = [one.id for one in dimensions]
        found: list[tuple[str, ...]] = []
        for number, value in enumerate(self.lijst(top.get("tabellen"), ("tabellen",))):
            loc: Loc = ("tabellen", number)
            names = self.teksten(value, loc)
            for place, name in enumerate(names):
                if name not in ids:
                    message = f"Er is geen dimensie '{name}'."
                    self.fout((*loc, place), "onbekende-dimensie", message, nearest(name, ids))
            for one in dimensions:
                if one.id not in names and one.totaal is None:
                    message = f"Dimensie '{one.id}' heeft geen totaal en moet in elke tabel staan."
                    self.fout(loc, "tabel", message, f"Voeg '{one.id}' toe.")
            found.append(tuple(names))
        if not found:
            self.fout(("tabellen",), "ontbreekt", "Er is ten minste één tabel nodig.")
        return tuple(found)

    def noemers(self, top: Mapping[str, Value]) -> Noemers | None:
        if top.get("noemers") is None:
            return None
        loc: Loc = ("noemers",)
        group = self.groep(top["noemers"], loc, ("bestand", "complement", "percentage"))
        file = self.tekst(group, loc, "bestand")
        complement = self.keuze(group, "complement", loc, ("nee", "ja")) == "ja"
        decimals = None
        if "percentage" in group:
            decimals = int(self.keuze(group, "percentage", loc, ("0", "1", "2")))
        return Noemers(self.folder / file, complement, decimals)
