"""What happened to a record, in the language of the look: what it is called, where it stands, and
each field that says something else.

Not here: the page it is told on (``dagen``, ``verloop``), or whom it concerns (``betreft``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from macros.model.basis.record import Deel, Record, Status
from macros.model.basis.tekst import Tekstsoort
from macros.model.geheel import adres_van, bijpagina_van, pad_van, soort_van
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.indicator import Indicator, Waarnemingen
from macros.model.regio import Gemeente
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.basis import periodenaam
from macros.views.naam import naam_van, plek
from macros.views.regio.nieuw.betreft import Gebeurd, id_van, pad_nu, record, rij_van
from macros.views.regio.nieuw.maand import anker
from macros.wijziging.geschiedenis import Gebeurtenis, Gewicht, Veldwijziging
from macros.wijziging.veldwijziging import is_kort
from macros.wijziging.verschil import Aard
from macros.wijziging.woorden import TUSSEN, Regel, Stuk, Woorden, veld_op, veldregel

KORT = 120
"""So many signs of a value stand in a row: the record itself has the rest."""
_REGEL = 60
"""So many signs are told where a row has to be short."""
_EROMHEEN = 6
"""So many words stand before and after those that changed."""
_TUSSENDOOR = 3
"""So many words between two changes are no rest: it reads as one change."""

KOP = {
    Gebeurtenis.NIEUW: N_("Nieuw op deze site"),
    Gebeurtenis.VERVALLEN: N_("Telt niet meer mee"),
    Gebeurtenis.TERUG: N_("Telt weer mee"),
    Gebeurtenis.HERNOEMD: N_("Kreeg een ander adres"),
}
"""Before the name of a record of which more happened than that a field changed."""


class Hoe(StrEnum):
    """How a field changed, as far as it is shown."""

    ANDERS = "anders"
    ERBIJ = "erbij"
    WEG = "weg"
    VERPLAATST = "verplaatst"
    TEKST = "tekst"
    NIET_GETOOND = "niet-getoond"


@dataclass(frozen=True, slots=True)
class Veldrij:
    """A field that says something else; ``deel`` is the part of the record it is in. ``oud`` and
    ``nieuw`` are the first words of each; of a long text ``stukken``, in ``taal``, are the words
    that came and went.
    """

    label: tuple[Tekst, ...]
    deel: str
    hoe: Hoe
    oud: tuple[Tekst, ...] = ()
    nieuw: tuple[Tekst, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    taal: str = BRONTAAL

    @property
    def is_kort(self) -> bool:
        """Whether all of it can be told in a line."""
        return self.hoe is not Hoe.TEKST and len("".join(map(str, self.oud + self.nieuw))) <= _REGEL


@dataclass(frozen=True, slots=True)
class Recordrij:
    """What happened to a record on a day. ``pad`` is where it stands on the site, empty when it is
    nowhere (any more); ``anker`` its place on the page of the month. ``cijfers`` says over which
    periods there are new figures, of the indicator ``sleutel``.
    """

    titel: Tekst
    pad: str
    anker: str
    soort: str
    gebeurtenis: Gebeurtenis
    kop: str
    is_klein: bool
    toelichting: tuple[Tekst, ...] = ()
    velden: tuple[Veldrij, ...] = ()
    klein: tuple[Veldrij, ...] = ()
    cijfers: str = ""
    sleutel: str = ""

    @property
    def alleen_tekst(self) -> bool:
        """Whether nothing changed but how texts are written."""
        more = self.kop or self.toelichting or self.cijfers
        return not more and not any(one.is_kort for one in self.velden)


def rijen(blik: Blik, een: Gebeurd, gemeente: str = "") -> tuple[Recordrij, ...]:
    """What happened to a record: one row, and of a file of figures one for each indicator. With a
    municipality only what is told of its figures.
    """
    key = rijen, een.datum, een.wijziging.pad, gemeente
    return blik.eens(key, lambda: tuple(_rijen(blik, een, gemeente)))


def _rijen(blik: Blik, een: Gebeurd, gemeente: str) -> Iterator[Recordrij]:
    if een.soort and een.soort.type is Waarnemingen:
        yield from _cijfers(blik, een, gemeente)
        return
    one, v = een.wijziging, blik.v
    yield Recordrij(
        titel=titel(blik, een),
        pad=_plek(blik, een),
        anker=anker(een),
        soort=v.ui(een.soort.enkelvoud) if een.soort else "",
        gebeurtenis=one.gebeurtenis,
        kop=v.ui(KOP[one.gebeurtenis]) if one.gebeurtenis in KOP else "",
        is_klein=one.gewicht is Gewicht.KLEIN,
        toelichting=tuple(map(v.tekst, one.toelichting)),
        velden=tuple(_velden(blik, een, Gewicht.BETEKENIS)),
        klein=tuple(_velden(blik, een, Gewicht.KLEIN)),
    )


def titel(blik: Blik, een: Gebeurd) -> Tekst:
    """What the record is called, or was when it is gone; else only what kind it is."""
    soort, found = een.soort, record(blik.regio, een.nu)
    if soort and found and soort.titel in type(found).model_fields:
        return naam_van(found, blik)
    if een.wijziging.titel and not found:
        return _zonder_noot(blik.v.tekst(een.wijziging.titel))
    return blik.v.naam(blik.v.ui(soort.enkelvoud) if soort else id_van(een.nu))


def adres(blik: Blik, pad: str) -> str:
    """Where a record stands, as long as it does: one that is archived needs a page of its own."""
    found = record(blik.regio, pad)
    if found is None:
        return ""
    soort = soort_van(type(found))
    gone = isinstance(found, Record) and found.status is Status.GEARCHIVEERD
    if not soort.adres or (gone and not soort.eigen_pagina):
        return ""
    return plek(blik, type(found), id_van(pad)) if soort.is_map else adres_van(type(found))


def _plek(blik: Blik, een: Gebeurd) -> str:
    """The place of the one part that changed, where it has one, or else that of the record."""
    soort, found = een.soort, record(blik.regio, een.nu)
    fields = [one for one in een.wijziging.velden if one.gewicht is een.wijziging.gewicht]
    parts = {(one.loc[0], one.namen[1].sleutel) if 1 in one.namen else None for one in fields}
    if soort and found and soort.deel.startswith("#") and len(parts) == 1:
        [part] = parts
        items = getattr(found, str(part[0]), ()) if part else ()
        if part and any(getattr(one, "id", "") == part[1] for one in items):
            return adres_van(type(found), id_van(een.nu), part[1])
    return adres(blik, een.nu)


def _zonder_noot(text: Tekst) -> Tekst:
    """What was said before has no translation any more: that it is Dutch is enough."""
    return replace(text, is_naam=True)


# ---------------------------------------------------------------- fields


def _velden(blik: Blik, een: Gebeurd, gewicht: Gewicht) -> Iterator[Veldrij]:
    def naam(pad: str) -> Tekst | None:
        file, _, part = pad.partition("#")
        found = record(blik.regio, pad_nu(blik, file))
        if found is None:
            return None
        if not part:
            return naam_van(found, blik) if soort_van(type(found)).titel else None
        veld, _, key = part.partition("/")
        items = getattr(found, veld, ())
        return next((blik.v.tekst(one.titel) for one in items if one.id == key), None)

    for one in een.wijziging.velden:
        if one.gewicht is gewicht:
            is_tekst = een.soort is not None and _is_tekst(een.soort.type, one.loc)
            yield veldrij(one, veldregel(blik.v, een.wijziging.pad, one, naam), is_tekst=is_tekst)


def _is_tekst(kind: type[Deel], loc: tuple[str | int, ...]) -> bool:
    """Whether sentences stand there, or a group with them."""
    veld = veld_op(kind, loc)
    kern = veld.kern if veld else None
    mark = kern.merk(Tekstsoort) if kern else None
    group = kern is not None and isinstance(kern.type, type) and issubclass(kern.type, Deel)
    return group or mark in (Tekstsoort.VAKTAAL, Tekstsoort.GEWONE_TAAL)


def veldrij(veld: Veldwijziging, regel: Regel, *, is_tekst: bool) -> Veldrij:
    """A field as far as it is shown; of a text that is not, only that it was revised."""
    how = Hoe.TEKST if veld.verborgen and is_tekst else _hoe(veld, regel)
    row = Veldrij(tuple(_label(regel)), str(regel.stappen[0]), how)
    if regel.stukken and row.hoe is Hoe.TEKST:
        return replace(row, stukken=verkort(regel.stukken), taal=_taal(regel))
    if row.hoe is Hoe.ERBIJ and len(veld.loc) - 1 in veld.namen:
        return row  # an item is called by its name, and that is what came
    return replace(row, oud=tuple(map(_zonder_noot, _delen(regel.oud))), nieuw=_delen(regel.nieuw))


def _hoe(veld: Veldwijziging, regel: Regel) -> Hoe:
    if veld.verplaatst:
        return Hoe.VERPLAATST
    if veld.verborgen:
        return Hoe.NIET_GETOOND
    if isinstance(veld.oud, str) and isinstance(veld.nieuw, str):
        return Hoe.ANDERS if is_kort(veld.oud + veld.nieuw) else Hoe.TEKST
    return Hoe.ERBIJ if regel.oud is None else Hoe.WEG if regel.nieuw is None else Hoe.ANDERS


def _label(regel: Regel) -> Iterator[Tekst]:
    for at, step in enumerate(regel.stappen):
        if at:
            yield Tekst(TUSSEN, step.delen[0].taal, is_naam=True)
        yield from step.delen


def _delen(woorden: Woorden | None) -> tuple[Tekst, ...]:
    """As many words as there is room for."""
    left = KORT
    found: list[Tekst] = []
    for text in woorden.delen if woorden else ():
        if len(text.tekst) > left:
            cut = text.tekst[:left].rpartition(" ")[0]
            return (*found, replace(text, tekst=f"{cut} …"))
        found.append(text)
        left -= len(text.tekst)
    return tuple(found)


def _taal(regel: Regel) -> str:
    return next(
        (text.taal for one in (regel.nieuw, regel.oud) if one for text in one.delen), BRONTAAL
    )


def verkort(stukken: Sequence[Stuk]) -> tuple[Stuk, ...]:
    """Words that changed near each other are one change, first what went and then what came; of
    what stays only the words around.
    """
    found: list[Stuk] = []
    weg = erbij = ""
    last = len(stukken) - 1
    for at, (aard, text) in enumerate(stukken):
        if aard is None and not (0 < at < last and len(text.split()) <= _TUSSENDOOR):
            found += _een_wijziging(weg, erbij)
            found.append(Stuk(None, _eromheen(text, at > 0, at < last)))
            weg = erbij = ""
        else:
            weg += text if aard is not Aard.ERBIJ else ""
            erbij += text if aard is not Aard.WEG else ""
    return (*found, *_een_wijziging(weg, erbij))


def _een_wijziging(weg: str, erbij: str) -> Iterator[Stuk]:
    if weg:
        yield Stuk(Aard.WEG, weg)
    if weg and erbij and not weg[-1].isspace():
        yield Stuk(None, " ")
    if erbij:
        yield Stuk(Aard.ERBIJ, erbij)


def _eromheen(text: str, na: bool, voor: bool) -> str:
    """The words of a text that stand ``na`` a change and ``voor`` the next one."""
    words = text.split(" ")
    if len(words) <= _EROMHEEN * (na + voor) + 1:
        return text
    begin = words[:_EROMHEEN] if na else []
    end = words[-_EROMHEEN:] if voor else []
    return " ".join([*begin, "…", *end])


# ---------------------------------------------------------------- figures


def _cijfers(blik: Blik, een: Gebeurd, gemeente: str) -> Iterator[Recordrij]:
    """Never a figure: of which indicator there are new ones, and over when. Without any, of a file
    that is gone or of which nothing may be said, only that.
    """
    v = blik.v
    whole = Recordrij(
        titel=v.naam(v.ui(N_("Cijfers"))),
        pad="",
        anker=anker(een),
        soort=v.ui(N_("Cijfers")),
        gebeurtenis=Gebeurtenis.GEWIJZIGD,
        kop=v.ui(KOP.get(een.wijziging.gebeurtenis, N_("Gewijzigd"))),
        is_klein=een.wijziging.gewicht is Gewicht.KLEIN,
    )
    found = _perioden(blik, een)
    for index, (key, areas) in enumerate(found.items()):
        when = {period for area, period in areas if gemeente in ("", area)}
        if when:
            here = bijpagina_van(Gemeente, gemeente) if gemeente else ""
            names = [periodenaam(v, one) for one in sorted(map(Periode.parse, when))]
            yield replace(
                whole,
                titel=naam_van(blik.regio.indicatoren[key], blik),
                pad=here or adres(blik, pad_van(Indicator, key)),
                anker=f"{whole.anker}-{key}" if index else whole.anker,
                kop="",
                cijfers=v.opsomming(names),
                sleutel=key,
            )
    if not found and not gemeente:
        yield whole


def _perioden(blik: Blik, een: Gebeurd) -> dict[str, list[tuple[str, str]]]:
    """Of each indicator that is still there the area and period of every figure that came."""
    file = record(blik.regio, een.nu)
    rows = [rij_van(one) for one in een.wijziging.velden]
    if een.wijziging.gebeurtenis is Gebeurtenis.NIEUW and isinstance(file, Waarnemingen):
        rows = [(one.indicator, one.gebied, str(one.periode)) for one in file.rijen]
    found: dict[str, list[tuple[str, str]]] = {}
    for key, area, period in rows:
        if key in blik.regio.indicatoren and period:
            found.setdefault(key, []).append((area, period))
    return found
