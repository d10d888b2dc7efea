"""Addresses, labels and the wording of single figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from macros.model.geheel import bijpagina_van, pagina_van
from macros.model.monitor import cijfer
from macros.model.monitor.cijfer import Cijferstatus, Periode
from macros.model.monitor.duiding import StandDpia, StandDuiding
from macros.model.monitor.gebied import Gebiedsoort
from macros.model.monitor.indicator import Eenheid, Groep, Indicator
from macros.model.monitor.inrichting import Monitor
from macros.model.regio import Bron, Gemeente
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import Link, mogelijk
from macros.views.blik import Blik
from macros.views.monitor.figuur import Punt, Soort
from macros.views.naam import naar

Bronlijst = tuple[tuple[Tekst | None, tuple[Link, ...]], ...]
"""Who gave out figures, with the sources; None is unknown."""

GROEP = {
    Groep.JEUGDZORG: N_("Jeugdzorg"),
    Groep.ONDERWIJS: N_("Onderwijs"),
    Groep.BEVOLKING: N_("Inwoners en gezinnen"),
}
GEBIEDSOORT = {
    None: (N_("Gemeente"), N_("Gemeenten"), N_("per gemeente")),
    Gebiedsoort.SAMENWERKINGSVERBAND: (
        N_("Samenwerkingsverband"),
        N_("Samenwerkingsverbanden"),
        N_("per samenwerkingsverband"),
    ),
    Gebiedsoort.SCHOOLBESTUUR: (
        N_("Schoolbestuur"),
        N_("Schoolbesturen"),
        N_("per schoolbestuur"),
    ),
    Gebiedsoort.SCHOOL: (N_("School"), N_("Scholen"), N_("per school")),
    Gebiedsoort.WIJK: (N_("Wijk"), N_("Wijken"), N_("per wijk")),
}
"""One of a kind of area, more of them, and for each of them."""
STATUS = {
    Cijferstatus.DEFINITIEF: N_("definitief"),
    Cijferstatus.VOORLOPIG: N_("voorlopig"),
    Cijferstatus.NADER_VOORLOPIG: N_("nader voorlopig"),
    Cijferstatus.ONBEKEND: N_("of het definitief is, is onbekend"),
}
STAND_DPIA = {
    StandDpia.NIET_GESTART: N_("niet begonnen"),
    StandDpia.LOOPT: N_("loopt"),
    StandDpia.AFGEROND: N_("afgerond"),
}
STAND_DUIDING = {
    StandDuiding.VOORSTEL: N_("voorstel, nog niet besproken"),
    StandDuiding.VASTGESTELD: N_("vastgesteld"),
}
GEEN_CIJFER = {
    Soort.AFGESCHERMD: N_("afgeschermd"),
    Soort.ONBEKEND: N_("onbekend of geheim"),
    Soort.NIET_VAN_TOEPASSING: N_("kan niet voorkomen"),
    Soort.NIET_TE_BEREKENEN: N_("niet te berekenen"),
    Soort.GEEN: N_("geen cijfer gevonden"),
}
_SOORT: dict[type, Soort] = {
    cijfer.Getal: Soort.GETAL,
    cijfer.Afgeschermd: Soort.AFGESCHERMD,
    cijfer.Onbekend: Soort.ONBEKEND,
    cijfer.NietVanToepassing: Soort.NIET_VAN_TOEPASSING,
}


def periodenaam(v: Vertaler, periode: Periode) -> str:
    """``2022``, ``eerste halfjaar 2022`` or ``schooljaar 2020-2021``."""
    if periode.schooljaar:
        years = f"{periode.jaar}-{periode.jaar + 1}"
        return v.ui(N_("schooljaar {jaren}"), jaren=years)
    if periode.helft == 1:
        return v.ui(N_("eerste halfjaar {jaar}"), jaar=periode.jaar)
    if periode.helft == 2:
        return v.ui(N_("tweede halfjaar {jaar}"), jaar=periode.jaar)
    return str(periode.jaar)


def in_periode(v: Vertaler, periode: Periode) -> str:
    """The same as part of a sentence: ``in het eerste halfjaar van 2022``."""
    if periode.helft == 1:
        return v.ui(N_("in het eerste halfjaar van {jaar}"), jaar=periode.jaar)
    if periode.helft == 2:
        return v.ui(N_("in het tweede halfjaar van {jaar}"), jaar=periode.jaar)
    return v.ui(N_("in {periode}"), periode=periodenaam(v, periode))


def cijferadres(blik: Blik, key: str) -> str:
    """The page with every figure of a municipality, or of an area of another kind."""
    kind = blik.regio.cijfergebieden[key].soort
    return bijpagina_van(Gemeente, key) if kind is None else cijferadres_van(kind, key)


def cijferadres_van(kind: Gebiedsoort, key: str) -> str:
    """The same, of an area of a kind; for schools and wijken it is the address of the record."""
    return f"{pagina_van(Monitor)}{kind}/{key}/"


def kenmerk(indicator: str, gebied: str, periode: Periode, deel: str) -> str:
    """The one name of a figure, by the ids of all that it is of."""
    return f"{indicator}/{gebied}/{periode}/{deel}"


def waardetekst(v: Vertaler, indicator: Indicator, waarde: Decimal) -> str:
    """A number as it is written: ``1.730`` or ``12,5%``."""
    text = v.decimaal(waarde)
    return f"{text}%" if indicator.eenheid is Eenheid.PROCENT else text


def cijfersoort(found: cijfer.Cijfer | None, *, afgeleid: bool = False) -> Soort:
    """What a figure is: a number, or why there is none; None when the source has no row for it."""
    soort = _SOORT[type(found)] if found is not None else Soort.GEEN
    if afgeleid and soort in (Soort.ONBEKEND, Soort.NIET_VAN_TOEPASSING):
        return Soort.NIET_TE_BEREKENEN
    return soort


def punt(
    v: Vertaler,
    indicator: Indicator,
    found: cijfer.Cijfer | None,
    status: Cijferstatus,
    *,
    naam: str = "",
    afgeleid: bool = False,
) -> Punt:
    """A figure as a cell; None when the source has no row for it. ``naam`` is its ``kenmerk``.

    What we computed and has no number keeps the one sign for what is hidden.
    """
    soort = cijfersoort(found, afgeleid=afgeleid)
    provisional = status in (Cijferstatus.VOORLOPIG, Cijferstatus.NADER_VOORLOPIG)
    if not isinstance(found, cijfer.Getal):
        word = v.ui(GEEN_CIJFER[soort])
        sign = cijfer.teken(found) if found is not None else word
        return Punt(soort, None, word, sign, False, naam)
    text = v.ui(N_("nihil")) if found.nihil else waardetekst(v, indicator, found.waarde)
    return Punt(soort, found.waarde, text, cijfer.teken(found), provisional, naam)


def bronlijst(blik: Blik, bronnen: Iterable[str]) -> Bronlijst:
    """Each provider once, with its sources."""
    found: dict[Tekst | None, list[Link]] = {}
    for key in bronnen:
        who = mogelijk(blik.v, blik.regio.bronnen[key].uitgever)
        found.setdefault(who, []).append(naar(blik, Bron, key))
    return tuple((who, tuple(links)) for who, links in found.items())


def bronzinnen(blik: Blik, bronnen: Iterable[str]) -> tuple[str, ...]:
    """The same as text: whose figures they are first, then the titles."""
    lists = bronlijst(blik, bronnen)
    said = ((who, "; ".join(str(one.titel) for one in links)) for who, links in lists)
    return tuple(f"{who}: {titles}" if who else titles for who, titles in said)
