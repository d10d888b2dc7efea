"""What an area is, wherever a table says it: its kind, and its code of the CBS.

Not here: the table of areas (``v1.regio``), or figures of one (``v1.monitor``).
"""

from __future__ import annotations

from macros.model.basis.onbekend import Onbekend
from macros.model.geheel import Regio
from macros.model.monitor.gebied import Gebiedsoort
from macros.model.monitor.inrichting import SoortGebied
from macros.opendata.basis import CBS, code, keuzen
from macros.opendata.contract import Code, Veld
from macros.tekst import N_

GEBIEDSOORTEN = {
    "gemeente": N_("een gemeente"),
    "werkingsgebied": N_("gemeenten die samen een gebied vormen, zoals de hele regio"),
    **keuzen(SoortGebied),
    **keuzen(Gebiedsoort),
}
SOORT_GEBIED = Veld(
    N_("Soort gebied"),
    N_(
        "Wat voor gebied het is. Een gebied kan in een ander liggen: tel gemeenten, regio, "
        "provincies en land niet bij elkaar op."
    ),
    keuzen=GEBIEDSOORTEN,
)
CBS_CODE = Veld(
    N_("CBS-code"),
    N_(
        "De code van het CBS: GM en vier cijfers voor een gemeente, PV en twee cijfers voor een "
        "provincie, NL en twee cijfers voor het land, WK en zes cijfers voor een wijk. Leeg bij "
        "gebieden die bij het CBS geen code hebben."
    ),
    bron=CBS,
)


def gebiedsoort(regio: Regio, key: str) -> Code:
    """What kind of area it is."""
    kind = regio.cijfergebieden[key].soort
    if kind is not None:
        return Code(kind.value)
    if key in regio.referentiegebieden:
        return Code(regio.referentiegebieden[key].soort.value)
    return Code("gemeente" if key in regio.gemeenten else "werkingsgebied")


def cbs_code(regio: Regio, key: str) -> Code | Onbekend | None:
    """Its code of the CBS, where it has one."""
    if key in regio.referentiegebieden:
        return code(regio.referentiegebieden[key].cbs_code)
    one = regio.gemeenten.get(key) or regio.wijken.get(key)
    return Code(one.cbs_code) if one else None
