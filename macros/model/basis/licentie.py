"""The licences that programs know, and which of them a text names.

These are what DCAT-AP-NL takes: those of Creative Commons, and the public domain. Not here: which
one a region chose (``Instellingen.licentie_teksten``), or what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from macros.issue import gevouwen, nearest

_CC = "https://creativecommons.org/"
_LIJST = "https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/"


@dataclass(frozen=True, slots=True)
class Licentie:
    """A licence. ``code`` is its id in the list of SPDX, ``begrip`` its concept in the list of
    DCAT-AP-NL; ``ook`` is what people call it besides.
    """

    naam: str
    code: str
    adres: str
    begrip: str
    ook: tuple[str, ...]


_DELEN = {
    "by": ("Naamsvermelding", "Attribution", "naamsvermelding"),
    "nc": ("NietCommercieel", "NonCommercial", "niet_commercieel"),
    "nd": ("GeenAfgeleideWerken", "NoDerivatives", "geen_afgeleide_werken"),
    "sa": ("GelijkDelen", "ShareAlike", "gelijkdelen"),
}
_SOORTEN = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIES = ("4.0", "3.0")


def _creative_commons(soort: str, versie: str) -> Licentie:
    parts = [_DELEN[part] for part in soort.split("-")]
    dutch, english = ("-".join(part[n] for part in parts) for n in (0, 1))
    concept = "_".join(part[2] for part in parts)
    if soort == "by-nc-sa":  # so does the list write it, and nowhere else
        concept = concept.replace("gelijkdelen", "gelijk_delen")
    naam = f"CC {soort.upper()} {versie}"
    full = [
        f"{cc}{name} {versie}{world}"
        for cc in ("Creative Commons ", "")
        for name in (dutch, english)
        for world in ("", " Internationaal", " International")
    ]
    return Licentie(
        naam,
        f"CC-{soort.upper()}-{versie}",
        f"{_CC}licenses/{soort}/{versie}/",
        f"{_LIJST}{concept}{versie.replace('.', '')}",
        (*full, *(f"{one} ({naam})" for one in full)),
    )


LICENTIES = (
    Licentie(
        "CC0 1.0",
        "CC0-1.0",
        f"{_CC}publicdomain/zero/1.0/",
        f"{_LIJST}cc0",
        ("CC0", "CC zero", "CC0 1.0 Universal", "CC0 1.0 Universeel", "Creative Commons Zero"),
    ),
    Licentie(
        "Public Domain Mark 1.0",
        "PDM-1.0",
        f"{_CC}publicdomain/mark/1.0/",
        f"{_LIJST}public_domain_mark",
        ("Publiek domein", "Public domain", "Public Domain Mark", "PDM 1.0", "PDM"),
    ),
    *(_creative_commons(soort, versie) for versie in _VERSIES for soort in _SOORTEN),
)


def licentie_van(tekst: str) -> Licentie | None:
    """The licence that a text names by its name, its code or its address, and nothing besides."""
    return _per_naam().get(_sleutel(tekst))


def bedoelde_licentie(tekst: str) -> str:
    """A tip with the licence that was meant, in its newest version, or else with all of them."""
    newest = [one for one in LICENTIES if not one.naam.endswith(_VERSIES[1:])]
    called = {one.naam: [_zonder_versie(name) for name in (one.naam, *one.ook)] for one in newest}
    return nearest(_zonder_versie(tekst), called, called)


def _zonder_versie(naam: str) -> str:
    """The number of its version is forgotten, or typed wrong, or that of an old one."""
    return re.sub(r"[\s-]+v?\d.*", "", naam)


@cache
def _per_naam() -> Mapping[str, Licentie]:
    return {
        _sleutel(name): one
        for one in LICENTIES
        for name in (one.naam, one.code, one.adres, *one.ook)
    }


def _sleutel(tekst: str) -> str:
    """The same for a name however it is written: ``cc-by 4.0``; and for the page of an address."""
    bare = re.sub(r"^\s*https?://(?:www\.)?|(?:deed|legalcode)(?:\.[\w-]+)?\s*$", "", tekst)
    return gevouwen(bare).replace(" ", "")
