"""Kinds of files in the data that have no table, each with the reason, for who looks for it.

Not here: the kinds themselves (``macros.model.geheel``). A test sees to it that each of them has a
table or stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from macros.tekst import N_

ZONDER: Mapping[str, str] = MappingProxyType(
    {
        "regio": N_(
            "Dit zijn instellingen: hoe de site heet, in welke talen zij er is en wie haar "
            "bijhoudt. Dat staat op de pagina over deze site."
        ),
        "uitzonderingen": N_(
            "Dit zijn woorden die lijken op wat hier niet mag staan, en toch mogen. Alleen wie de "
            "site bijhoudt, heeft er iets aan."
        ),
        "zoekwoorden": N_(
            "Dit zijn woorden die mensen typen als ze zoeken. Ze zeggen niets over de regio."
        ),
        "zoekvragen": N_(
            "Dit zijn vragen waarmee we nagaan of de zoekpagina het goede antwoord geeft. Ze "
            "zeggen niets over de regio."
        ),
        "inventaris": N_(
            "Dit is de inleiding bij het overzicht van arrangementen. Wat er in het overzicht "
            "staat, vind je in de tabellen van de arrangementen."
        ),
        "monitor": N_(
            "Dit is de inleiding bij de cijfers, en welke er bovenaan staan. De cijfers zelf vind "
            "je in de tabel met waarnemingen."
        ),
        "statline": N_(
            "Dit zegt uit welke kolommen van het CBS de cijfers komen. De cijfers zelf vind je in "
            "de tabel met waarnemingen, met hun bron."
        ),
    }
)
"""By the name of the kind; the reason is Dutch (``N_``), translated where it is shown."""
