"""What a site goes without because nobody filled in a field of the settings: told by the build.

Not here: whether a value is right (``rules``), or the files themselves (``render``, ``opendata``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.issue import Issue, Level
from macros.load import Loaded
from macros.model.basis.onbekend import Onbekend
from macros.model.geheel import pad_van
from macros.model.regio import Instellingen
from macros.render.wegwijs import SECURITY

_CATALOGUS = "geen beschrijving van de open data voor catalogi (DCAT-AP-NL)"


@dataclass(frozen=True, slots=True)
class _Gevolg:
    """``zonder`` is what there is not, and ``want`` why it is missed."""

    zonder: str
    want: str
    tip: str


_VELDEN: Mapping[str, _Gevolg] = {
    "beheer": _Gevolg(
        _CATALOGUS,
        "die noemt wie de gegevens uitgeeft",
        "Vul in welke organisatie de gegevens bijhoudt, zodra dat vaststaat.",
    ),
    "contact": _Gevolg(
        f"geen {SECURITY} en {_CATALOGUS}",
        "wie een lek of een fout vindt, kan dat nergens melden",
        "Vul de pagina in waar mensen iets kunnen melden, zodra die er is.",
    ),
    "licentie_teksten": _Gevolg(
        _CATALOGUS,
        "die zegt wat anderen met de gegevens mogen doen",
        "Vul de licentie in, zoals CC BY 4.0 of CC0 1.0, zodra de regio die kiest.",
    ),
}


def weggelaten(loaded: Loaded) -> list[Issue]:
    """A problem for each of those fields that is unknown, at its line."""
    if loaded.regio is None:
        return []
    pad, settings = pad_van(Instellingen), loaded.regio.instellingen
    found = []
    for veld, gevolg in _VELDEN.items():
        if isinstance(getattr(settings, veld), Onbekend):
            line, column = loaded.documents[pad].where((veld,))
            path = (loaded.folder / pad).as_posix()
            message = f"Zonder '{veld}' is er {gevolg.zonder}: {gevolg.want}."
            code, level = "weggelaten", Level.LET_OP
            found.append(Issue(path, line, column, code, message, gevolg.tip, level, (veld,)))
    return found
