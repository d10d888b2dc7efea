"""What the region has anything of: pages, doors and headings about the rest are left out.

Not here: which page is about what. A page of prose says so in its front matter (``gebied:``).
"""

from __future__ import annotations

from collections.abc import Callable

from macros.issue import nearest
from macros.model.agenda import Agenda
from macros.model.basis.record import actief
from macros.model.geheel import SOORTEN, Regio


def _bekend(agenda: Agenda) -> bool:
    return any(isinstance(one, str) for one in (agenda.leidende_principes, agenda.actielijnen))


_DELEN: dict[str, Callable[[Regio], object]] = {
    "actie": lambda regio: any(one.acties for one in actief(regio.speerpunten)),
    "contact": lambda regio: isinstance(regio.instellingen.contact, str),
    "koers": lambda regio: regio.principes or any(map(_bekend, actief(regio.agendas))),
    "planning": lambda regio: any(one.planning for one in regio.actieve_speerpunten),
    "model": lambda regio: regio.samenwerking,
    "matrix": lambda regio: regio.themas,
    "cijferstand": lambda regio: regio.dashboard or regio.duidingen,
    "overlegstructuur": lambda regio: regio.overleggen,
    "overzicht": lambda regio: regio.arrangementen,
    "stand": lambda regio: heeft(regio, "speerpunt", "onderdeel", "thema", "cijferstand"),
    "vertaling": lambda regio: len(regio.instellingen.talen) > 1,
}
"""Parts of an area that a page may have a heading for."""

_NAMEN = {naam for soort in SOORTEN for naam in (soort.naam, soort.gebied)} | _DELEN.keys()


def heeft(regio: Regio, *namen: str) -> bool:
    """Whether there is anything of one of these areas, kinds or parts. An archived record counts:
    it keeps its page, and that lies in an area.
    """
    if strange := set(namen) - _NAMEN:
        name = min(strange)
        raise ValueError(f"'{name}' is geen gebied of soort. {nearest(name, _NAMEN)}".strip())
    return any(_DELEN[naam](regio) for naam in namen if naam in _DELEN) or any(
        getattr(regio, soort.veld)
        for soort in SOORTEN
        if soort.naam in namen or soort.gebied in namen
    )
