"""Figures as people mail them, to the rows of the monitor, each with its cell.

A row a figure, with columns called as the fields of ``Waarneming``; or the areas below each other
with the periods, indicators or parts beside each other. What one can read in two ways is asked, and
a count that is too small is refused here: it is not even kept. Not here: reading the file
(``source``), or the checks of the figures that were read (``rules.monitor``).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.invoer.blad.gelezen import Gelezen
from macros.invoer.cijfercel import DUBBELZINNIG, PUNT, Regel, dag, geen_periode, getal, periode_van
from macros.invoer.inzending.namen import Wijzer, vorm
from macros.issue import Issue, Level, nearest
from macros.model.basis.record import Zekerheid
from macros.model.basis.verwijzing import Verwijzing
from macros.model.geheel import Regio, soort_van
from macros.model.monitor.cijfer import Cijferstatus, lees
from macros.model.monitor.indicator import TOTAAL, Indicator, Waarneming, Waarnemingen
from macros.model.veld import waarde
from macros.rules.monitor.verborgen import te_klein
from macros.source.nodes import Value
from macros.source.tabel import RIJEN
from macros.source.werkblad import RAND
from macros.source.werkmap import Blad, Cel, Celsoort

VELDEN = tuple(Waarneming.model_fields)
_FIJN = (
    ("school", "scholen", "schoolnaam", "naam school", "vestiging", "brin", "brin-nummer"),
    ("wijk", "wijken", "wijknaam", "naam wijk", "wijkcode"),
    ("schoolbestuur", "bestuur", "schoolbesturen", "naam bestuur", "bevoegd gezag"),
    ("samenwerkingsverband", "samenwerkingsverbanden", "swv"),
    ("gemeente", "gemeenten", "gemeentenaam", "naam gemeente"),
    ("regio", "regios"),
)
"""What people call areas, small ones first: of a school and its municipality, it is the school."""
_OOK = {
    "gebied": tuple(name for names in _FIJN for name in names),
    "periode": ("jaar", "perioden", "peiljaar", "schooljaar"),
    "indicator": ("onderwerp", "indicatornaam"),
    "uitsplitsing": ("deel", "categorie"),
    "waarde": ("aantal", "percentage", "cijfer", "procent", "aandeel"),
    "status": ("cijferstatus",),
    "opgehaald": ("datum opgehaald", "opgehaald op"),
}
"""What people call the fields besides."""
_SLEUTEL = ("indicator", "gebied", "periode", "uitsplitsing")
_ZOEK = 30


@dataclass(frozen=True)
class Kolom:
    """A column of figures, or of one field; ``vast`` is what its heading says of every figure."""

    veld: str = ""
    vast: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Cijfers:
    """What a sheet says: of the files it changes their values with the cells, as a workbook of
    records; ``vragen`` are the fields that nobody can tell from it.
    """

    gelezen: Gelezen
    vragen: tuple[str, ...] = ()


def is_cijferblad(blad: Blad, regio: Regio, *, zeker: bool = True) -> bool:
    """Whether there are areas below each other with figures beside them; not ``zeker``: or with
    headings that mean nothing as long as nobody said of which indicator they are.
    """
    found = _Lezer(blad, regio, "", {}, {})
    return found.past or (not zeker and found.gebieden > 1)


def lees_cijfers(
    blad: Blad,
    regio: Regio,
    waar: str,
    nu: Mapping[str, Value],
    antwoorden: Mapping[str, str],
) -> Cijfers:
    """Read a sheet called ``waar``; ``nu`` are the files of figures that there are, by id,
    ``antwoorden`` what somebody said of all figures together, by field.
    """
    return _Lezer(blad, regio, waar, nu, antwoorden).alles()


class _Lezer:
    def __init__(
        self,
        blad: Blad,
        regio: Regio,
        waar: str,
        nu: Mapping[str, Value],
        antwoorden: Mapping[str, str],
    ) -> None:
        self.blad, self.regio, self.waar = blad, regio, waar
        self.nu = nu
        self.gelezen = Gelezen(soort_van(Waarnemingen).naam)
        self.vraag: set[str] = set()
        self.wijzers = {name: Wijzer(regio, kinds) for name, kinds in _verwijzingen().items()}
        self.antwoorden = {name: said.strip() for name, said in antwoorden.items() if said.strip()}
        self.staat = self.staat_in()
        self.kop = self.zoek_kop()
        self.erbij: list[int] = []
        self.kolommen = self.zoek_kolommen()

    @property
    def past(self) -> bool:
        """Whether it looks like figures of areas."""
        kinds = [one.veld for one in self.kolommen.values()]
        return "gebied" in kinds and "waarde" in kinds

    @property
    def gebieden(self) -> int:
        """In how many rows the name of an area stands."""
        at = next((at for at, one in self.kolommen.items() if one.veld == "gebied"), 0)
        return self.met_gebied(at)

    def met_gebied(self, at: int) -> int:
        return sum(
            bool(self.wijzers["gebied"].ids(cells[at].waarde))
            for row, cells in self.blad.rijen.items()
            if row > self.kop and at in cells
        )

    # ------------------------------------------------------------ headings

    def zoek_kop(self) -> int:
        """The row with most headings that say something; 0 without one."""
        often = {
            row: sum(self.kolom(cel.waarde) is not None for cel in cells.values())
            for row, cells in sorted(self.blad.rijen.items())[:_ZOEK]
        }
        best = max(often.values(), default=0)
        return next(row for row, found in often.items() if found == best) if best else 0

    def zoek_kolommen(self) -> dict[int, Kolom]:
        heads = self.blad.rijen.get(self.kop, {})
        found = {at: one for at, cel in heads.items() if (one := self.kolom(cel.waarde))}
        named = [at for at, one in found.items() if one.veld == "gebied"]
        for at in sorted(named, key=lambda at: _fijnheid(heads[at].waarde))[1:]:
            del found[at]
            self.erbij.append(at)
        if named:
            return found
        columns = {at for cells in self.blad.rijen.values() for at in cells}
        areas = {at: self.met_gebied(at) for at in columns - found.keys()}
        best = max(areas, key=lambda at: (areas[at], -at), default=0)
        if best and areas[best]:
            found[best] = Kolom("gebied")
        return found

    def kolom(self, kop: str) -> Kolom | None:
        """What a heading says."""
        text = kop.strip(RAND)
        named = vorm(text.rstrip(" *:"))
        for name in VELDEN:
            if named in (name, *_OOK.get(name, ())):
                return Kolom(name)
        period, status = periode_van(text)
        if period:
            return Kolom("waarde", {"periode": period} | ({"status": status} if status else {}))
        ids = self.wijzers["indicator"].ids(text)
        if len(ids) == 1:
            return Kolom("waarde", {"indicator": ids[0]})
        part = self.deel(self.antwoorden.get("indicator", ""), text)
        return Kolom("waarde", {"uitsplitsing": part}) if part else None

    def deel(self, indicator: str, text: str) -> str:
        """The id of a part of an indicator, by its id or name; empty when there is none."""
        found = self.indicator(indicator)
        names = {TOTAAL: TOTAAL}
        for one in found.delen() if found else ():
            names |= {vorm(one.id): one.id, vorm(one.naam): one.id}
        return names.get(vorm(text), "") if found else ""

    def indicator(self, key: str) -> Indicator | None:
        ids = self.wijzers["indicator"].ids(key) if key else []
        return self.regio.indicatoren.get(ids[0]) if len(ids) == 1 else None

    # ------------------------------------------------------------ rows

    def alles(self) -> Cijfers:
        heads = self.blad.rijen.get(self.kop, {})
        self.gelezen.koppen[self.waar] = {
            at: " ".join(cel.waarde.split()) for at, cel in heads.items()
        }
        self.gelezen.issues += self.blad.issues
        self.gelezen.niet_gelezen += self.blad.niet_gelezen
        if not self.past and self.gebieden > 1 and "indicator" not in self.antwoorden:
            return Cijfers(self.gelezen, ("indicator",))
        if not self.past:
            message = "Hier staan geen cijfers van gemeenten of scholen die wij herkennen."
            tip = "Zet ze onder elkaar, en de jaren of indicatoren ernaast met een kop."
            self.meld(self.kop, 0, "geen-cijfers", message, tip)
            return Cijfers(self.gelezen)
        answers = self.nagekeken()
        self.vreemd()
        files: dict[str, Value] = {}
        empty = 0
        for row, cells in sorted(self.blad.rijen.items()):
            if row == self.kop:
                continue
            if row < self.kop or len(cells) < 2:
                text = " ".join(next(iter(cells.values())).waarde.split())
                self.gelezen.niet_gelezen.append(f"Rij {row} ('{text[:40]}')")
                continue
            rest = self.velden(row, cells)
            for at, kolom in sorted(self.kolommen.items()):
                if kolom.veld != "waarde":
                    continue
                if at not in cells:
                    empty += 1
                    continue
                self.cijfer(row, at, cells[at], {**answers, **rest, **kolom.vast}, files)
        if empty:
            said = "1 lege cel" if empty == 1 else f"{empty} lege cellen"
            self.gelezen.niet_gelezen.append(f"{said}: daar is geen cijfer van gemaakt")
        if not self.vraag:
            self.gelezen.waarden, self.gelezen.mijn = files, dict(files)
        order = [*VELDEN, PUNT]
        return Cijfers(self.gelezen, tuple(sorted(self.vraag, key=order.index)))

    def vreemd(self) -> None:
        """Columns of which nobody can tell what is in them: figures are not left out in silence."""
        for at in sorted({at for cells in self.blad.rijen.values() for at in cells}):
            if at in self.kolommen:
                continue
            texts = [
                cells[at].waarde
                for row, cells in self.blad.rijen.items()
                if row > self.kop and at in cells
            ]
            label = self.gelezen.koppen[self.waar].get(at, "")
            if not texts:
                continue
            counted = sum(any(sign.isdigit() for sign in one) for one in texts)
            if at in self.erbij or counted * 2 < len(texts):
                self.gelezen.niet_gelezen.append(f"De kolom '{label}'")
                continue
            message = f"Waar deze kolom ('{label}') over gaat, is niet te zien."
            known = [*VELDEN, *self.wijzers["indicator"].bekend]
            tip = nearest(label, known) if label else ""
            tip = tip or "Zet erboven een jaar, de naam van een indicator of een veld."
            self.meld(self.kop, at, "vreemde-kolom", message, tip)

    def nagekeken(self) -> dict[str, str]:
        """What was answered, as the fields want it; a wrong answer is asked again."""
        found = {}
        for name, said in self.antwoorden.items():
            if name not in VELDEN:
                continue
            value, told = self.veld(name, said, self.antwoorden.get("indicator", ""))
            if told:
                self.vraag.add(name)
                self.meld(0, 0, "antwoord", *told)
            else:
                found[name] = value
        return found

    def velden(self, row: int, cells: Mapping[int, Cel]) -> dict[str, str]:
        """The fields in the columns of a row."""
        found: dict[str, str] = {}
        by_field = {one.veld: at for at, one in self.kolommen.items() if one.veld != "waarde"}
        for name in VELDEN:
            at = by_field.get(name, 0)
            if at not in cells:
                continue
            cell = cells[at]
            text = cell.waarde.strip(RAND)
            if isinstance(cell.soort.value, tuple) and cell.soort is not Celsoort.LIJKT_FORMULE:
                message, tip = cell.soort.value
                self.meld(row, at, "celsoort", message.format(waarde=cell.waarde), tip)
                continue
            if name == "periode":
                _, status = periode_van(text)
                found |= {"status": status} if status else {}
            indicator = found.get("indicator") or self.antwoorden.get("indicator", "")
            value, told = self.veld(name, text, indicator)
            if told:
                self.meld(row, at, name, *told)
            found[name] = value
        return found

    def veld(self, name: str, text: str, indicator: str) -> tuple[str, tuple[str, str] | None]:
        """A field of an observation from what was typed; and what is wrong with it."""
        if name in self.wijzers:
            ids = self.wijzers[name].ids(text)
            if len(ids) == 1:
                return ids[0], None
            known = self.wijzers[name]
            if ids:
                return text, (
                    f"Er is meer dan één '{text}'.",
                    f"Schrijf de id: {' of '.join(ids)}.",
                )
            message = f"Er is geen {known.soort} met de naam of id '{text}'."
            return text, (message, nearest(text, known.bekend))
        if name == "periode":
            return periode_van(text)[0] or text, None if periode_van(text)[0] else geen_periode(
                text
            )
        if name == "uitsplitsing":
            return self.deel(indicator, text) or text, None
        if name == "opgehaald":
            return dag(text), None
        if name in ("status", "zekerheid"):
            options = [one.value for one in (Cijferstatus if name == "status" else Zekerheid)]
            fits = [one for one in options if vorm(one) == vorm(text).replace(" ", "-")]
            if not fits:
                return text, (f"'{text}' is geen {name}.", nearest(text, options))
            return fits[0], None
        return text, None

    # ------------------------------------------------------------ one figure

    def cijfer(
        self,
        row: int,
        at: int,
        cell: Cel,
        known: Mapping[str, str],
        files: dict[str, Value],
    ) -> None:
        """One figure into the rows of its file."""
        indicator = self.indicator(known.get("indicator", ""))
        unit = indicator.eenheid if indicator else None
        rules: set[Regel] = set()
        text, told, more = getal(cell, unit, self.antwoorden.get(PUNT, ""), rules)
        for rule in () if told else Regel:
            if rule in rules:
                self.gelezen.noteer(self.waar, rule, row)
        if told:
            self.vraag |= {PUNT} if told[0] == DUBBELZINNIG else set()
            self.meld(row, at, *told)
            return
        if unit and (small := te_klein(lees(text), unit, self.regio.instellingen.drempel)):
            self.meld(row, at, "klein-cijfer", *small)
            return
        values = {"uitsplitsing": TOTAAL, **known, **more, "waarde": text}
        lacking = [name for name in VELDEN if name not in values]
        self.vraag |= {*lacking} - {"gebied"}
        if "gebied" in lacking:
            message = "Van welke gemeente, school of ander gebied dit cijfer is, staat er niet bij."
            self.meld(row, at, "gebied", message, "Vul de naam in, of haal deze rij weg.")
        if lacking:
            return
        self.zet({name: values[name] for name in VELDEN}, row, at, files)

    def zet(self, values: dict[str, Value], row: int, at: int, files: dict[str, Value]) -> None:
        """In the place of the same figure, wherever that stands; else in the file of its source."""
        key = tuple(values[name] for name in _SLEUTEL)
        file, index = self.staat.get(key, (str(values["bron"]), -1))
        if file not in files:
            there = self.nu.get(file)
            files[file] = (
                copy.deepcopy(there) if isinstance(there, dict) else {"id": file, RIJEN: []}
            )
            self.gelezen.plaatsen[file, ()] = (self.waar, 0, 0)
        whole = files[file]
        assert isinstance(whole, dict)
        rows = whole[RIJEN]
        assert isinstance(rows, list)
        if index < 0:
            index = len(rows)
            rows.append(values)
            self.staat[key] = file, index
        elif (file, (RIJEN, index)) in self.gelezen.plaatsen:
            _, other, column = self.gelezen.plaatsen[file, (RIJEN, index, "waarde")]
            message = f"Dit cijfer staat er twee keer: ook in rij {other}."
            self.meld(row, at, "dubbel-cijfer", message, "Houd er één over.")
            return
        else:
            rows[index] = values
        self.gelezen.plaatsen[file, (RIJEN, index)] = (self.waar, row, 0)
        by_field = {one.veld: column for column, one in self.kolommen.items()}
        for name in VELDEN:
            column = at if name == "waarde" else by_field.get(name, at)
            self.gelezen.plaatsen[file, (RIJEN, index, name)] = (self.waar, row, column)

    def staat_in(self) -> dict[tuple[Value, ...], tuple[str, int]]:
        """Where each figure stands: its file and row."""
        return {
            tuple(one.get(name) for name in _SLEUTEL): (file, index)
            for file, whole in self.nu.items()
            for index, one in enumerate(_rijen(whole))
            if isinstance(one, dict)
        }

    def meld(self, row: int, column: int, code: str, message: str, tip: str = "") -> None:
        issue = Issue(self.waar, row, column, code, message, tip, Level.FOUT)
        if issue not in self.gelezen.issues:
            self.gelezen.issues.append(issue)


def _fijnheid(kop: str) -> int:
    """How small the areas under a heading are; a heading that says nothing of it comes first."""
    named = vorm(kop.strip(RAND).rstrip(" *:"))
    return next((rank for rank, names in enumerate(_FIJN) if named in names), -1)


def _rijen(whole: Value) -> list[Value]:
    rows = whole.get(RIJEN) if isinstance(whole, dict) else None
    return rows if isinstance(rows, list) else []


def _verwijzingen() -> dict[str, tuple[str, ...]]:
    """Of each field that names a record the kinds it can be of."""
    found: dict[str, Verwijzing | None] = {
        name: waarde(info).kern.merk(Verwijzing) for name, info in Waarneming.model_fields.items()
    }
    return {name: target.soorten for name, target in found.items() if target}
