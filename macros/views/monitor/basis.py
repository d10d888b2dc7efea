"""Addresses, labels and the wording of single figures."""

from __future__ import annotations

from decimal import Decimal

from macros.model.monitor import cijfer
from macros.model.monitor.cijfer import Cijferstatus, Periode
from macros.model.monitor.duiding import StandDpia, StandDuiding
from macros.model.monitor.indicator import Eenheid, Groep, Indicator
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.figuur import Punt, Soort

GROEP = {
    Groep.JEUGDZORG: N_("Jeugdzorg"),
    Groep.ONDERWIJS: N_("Onderwijs"),
    Groep.BEVOLKING: N_("Inwoners en gezinnen"),
}
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


def gebiednaam(blik: Blik, key: str) -> Tekst:
    """The name of a municipality, a reference area or an area of the region."""
    if key in blik.regio.gemeenten:
        return blik.v.naam(blik.regio.gemeenten[key].naam)
    if key in blik.regio.referentiegebieden:
        return blik.v.tekst(blik.regio.referentiegebieden[key].naam)
    return blik.v.tekst(blik.regio.werkingsgebieden[key].naam)


def waardetekst(v: Vertaler, indicator: Indicator, waarde: Decimal) -> str:
    """A number as it is written: ``1.730`` or ``12,5%``."""
    text = v.decimaal(waarde)
    return f"{text}%" if indicator.eenheid is Eenheid.PROCENT else text


def punt(
    v: Vertaler,
    indicator: Indicator,
    found: cijfer.Cijfer | None,
    status: Cijferstatus,
    *,
    afgeleid: bool = False,
) -> Punt:
    """A figure as a cell; None when the source has no row for it.

    What we computed and has no number keeps the one sign for what is hidden.
    """
    soort = _SOORT[type(found)] if found is not None else Soort.GEEN
    if afgeleid and soort in (Soort.ONBEKEND, Soort.NIET_VAN_TOEPASSING):
        soort = Soort.NIET_TE_BEREKENEN
    provisional = status in (Cijferstatus.VOORLOPIG, Cijferstatus.NADER_VOORLOPIG)
    if not isinstance(found, cijfer.Getal):
        word = v.ui(GEEN_CIJFER[soort])
        sign = cijfer.teken(found) if found is not None else word
        return Punt(soort, None, word, sign, False)
    text = v.ui(N_("nihil")) if found.nihil else waardetekst(v, indicator, found.waarde)
    return Punt(soort, found.waarde, text, cijfer.teken(found), provisional)
