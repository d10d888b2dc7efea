"""A region of which only the name is known: the fewest files that build without a warning.

Nothing in them is made up: what the editor must fill in is ``onbekend`` or absent. Not here: the
folder it goes into (``scripts.regio``).
"""

from __future__ import annotations

import re
import unicodedata

from babel.messages.catalog import Catalog

from macros.drempel import DREMPEL
from macros.lezing import Lezing
from macros.model.geheel import pad_van
from macros.model.regio import Instellingen, SoortRegio
from macros.model.validate import validate
from macros.nalezen import Nalezer
from macros.source.nodes import parse
from macros.source.writer import canonical
from macros.taal.catalogus import als_po, interface
from macros.taal.talen import BRONTAAL, MAP
from macros.tekst import N_

_INSTELLINGEN = pad_van(Instellingen)
_TALEN = (BRONTAAL, "en")
_TITEL = N_("Onderwijs en jeugd in de regio {naam}")
_ONDERTITEL = N_("Wat scholen en gemeenten met elkaar afspreken over onderwijs en jeugd.")
_LANGSTE = 80
"""More letters than these do not fit above a page."""


def nieuwe_regio(naam: str) -> tuple[dict[str, str], list[str]]:
    """Each file by its path below the data folder; or else what is wrong with the name."""
    naam = " ".join(naam.split())
    if wrong := _mis(naam):
        return {}, [wrong]
    settings = canonical(
        {
            "id": _id(naam),
            "naam": naam,
            "soort": str(SoortRegio.ECHT),
            "titel": _TITEL.replace("{naam}", naam),
            "ondertitel": _ONDERTITEL,
            "talen": list(_TALEN),
            "tijdzone": "Europe/Amsterdam",
            "drempel": str(DREMPEL),
            **dict.fromkeys(("beheer", "contact", "licentie_teksten"), "onbekend"),
        }
    )
    document, issues = parse(settings, _INSTELLINGEN)
    if document is not None and not issues:
        _, issues = validate(document, Instellingen)
        issues += Nalezer(Lezing()).document(_INSTELLINGEN, document, Instellingen)
    if issues:
        return {}, list(dict.fromkeys(f"{one.message} {one.tip}".strip() for one in issues))
    files = {f"{MAP}/{taal}.po": _vertaling(taal, naam) for taal in _TALEN if taal != BRONTAAL}
    return {_INSTELLINGEN: settings, **files}, []


def _vertaling(taal: str, naam: str) -> str:
    """The region's own catalogue: from now on these texts are its own."""
    words, _ = interface(taal)
    catalogus = Catalog(locale=taal, charset="utf-8")
    for text in (_TITEL, _ONDERTITEL):
        dutch, other = (one.replace("{naam}", naam) for one in (text, (words or {}).get(text, "")))
        catalogus.add(dutch, other, locations=[(_INSTELLINGEN, 0)])
    return als_po(catalogus, taal)


def _mis(naam: str) -> str:
    """What no file can say is wrong; nothing when the name can be."""
    if not any(letter.isalnum() for letter in naam) or naam.casefold() == "onbekend":
        return "Schrijf de naam zoals mensen de regio noemen, bijvoorbeeld: De Kempen."
    if not naam.isprintable():
        return "In de naam staat een teken dat je niet ziet. Typ de naam opnieuw."
    if len(naam) > _LANGSTE:
        return f"De naam is te lang: hooguit {_LANGSTE} tekens."
    return ""


def _id(naam: str) -> str:
    """The name in small letters without accents; a name in another script gives no id."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "regio"
