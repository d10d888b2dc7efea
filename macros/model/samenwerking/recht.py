"""Laws, rulings and frames: what holds whether or not the region agreed on anything.

Not here: what an onderdeel says of them (``onderdeel``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Herkomst, Record
from macros.model.basis.tekst import Naam, Oudertekst, Oudertitel, Titel, Vaktekst
from macros.model.basis.verwijzing import ArtikelId, OnderdeelOfKaderId, UitspraakId, WetId
from macros.model.basis.vorm import Vorm, fout, patroon

BwbId = Annotated[
    str,
    Vorm(
        patroon(
            r"BWBR[0-9]{7}",
            "bwb-id",
            "'{waarde}' is geen nummer van een wet.",
            "Schrijf BWBR en zeven cijfers; het staat in het adres op wetten.overheid.nl.",
        ),
        {"type": "string", "pattern": r"^BWBR[0-9]{7}$"},
        "BWBR en zeven cijfers",
    ),
]

INSTANTIES: Mapping[str, str] = MappingProxyType(
    {
        "HR": "Hoge Raad",
        "RVS": "Afdeling bestuursrechtspraak van de Raad van State",
        "CRVB": "Centrale Raad van Beroep",
        "CBB": "College van Beroep voor het bedrijfsleven",
        "GHAMS": "Gerechtshof Amsterdam",
        "GHARL": "Gerechtshof Arnhem-Leeuwarden",
        "GHDHA": "Gerechtshof Den Haag",
        "GHSHE": "Gerechtshof 's-Hertogenbosch",
        "RBAMS": "Rechtbank Amsterdam",
        "RBDHA": "Rechtbank Den Haag",
        "RBGEL": "Rechtbank Gelderland",
        "RBLIM": "Rechtbank Limburg",
        "RBMNE": "Rechtbank Midden-Nederland",
        "RBNHO": "Rechtbank Noord-Holland",
        "RBNNE": "Rechtbank Noord-Nederland",
        "RBOBR": "Rechtbank Oost-Brabant",
        "RBOVE": "Rechtbank Overijssel",
        "RBROT": "Rechtbank Rotterdam",
        "RBZWB": "Rechtbank Zeeland-West-Brabant",
        # Courts of before 2013.
        "GHARN": "Gerechtshof Arnhem",
        "GHLEE": "Gerechtshof Leeuwarden",
        "GHSGR": "Gerechtshof 's-Gravenhage",
        "RBALK": "Rechtbank Alkmaar",
        "RBALM": "Rechtbank Almelo",
        "RBARN": "Rechtbank Arnhem",
        "RBASS": "Rechtbank Assen",
        "RBBRE": "Rechtbank Breda",
        "RBDOR": "Rechtbank Dordrecht",
        "RBGRO": "Rechtbank Groningen",
        "RBHAA": "Rechtbank Haarlem",
        "RBLEE": "Rechtbank Leeuwarden",
        "RBMAA": "Rechtbank Maastricht",
        "RBMID": "Rechtbank Middelburg",
        "RBONE": "Rechtbank Oost-Nederland",
        "RBROE": "Rechtbank Roermond",
        "RBSGR": "Rechtbank 's-Gravenhage",
        "RBSHE": "Rechtbank 's-Hertogenbosch",
        "RBUTR": "Rechtbank Utrecht",
        "RBZLY": "Rechtbank Zwolle-Lelystad",
        "RBZUT": "Rechtbank Zutphen",
    }
)
"""The Dutch courts by their code in an ECLI."""

_ECLI_FORM = r"ECLI:NL:([A-Z]{2,7}):([0-9]{4}):([A-Z0-9.]{1,25})"
_ECLI = re.compile(_ECLI_FORM)


def _ecli(value: str) -> str:
    found = _ECLI.fullmatch(value)
    if not found:
        tip = "Schrijf ECLI:NL:, de rechter, het jaar en het nummer, zoals ECLI:NL:CRVB:2018:3454."
        raise fout("ecli-vorm", "'{waarde}' is geen ECLI.", tip, waarde=value[:60])
    if found.group(1) not in INSTANTIES:
        message = "De rechter '{waarde}' in deze ECLI kennen we niet."
        tip = "Klopt de code toch? Maak dan een melding: de rechter moet worden toegevoegd."
        raise fout("ecli-rechter", message, tip, waarde=found.group(1), geldig=list(INSTANTIES))
    return value


Ecli = Annotated[
    str, Vorm(_ecli, {"type": "string", "pattern": f"^{_ECLI_FORM}$"}, "ECLI van een uitspraak")
]
"""The European number of a Dutch ruling, by a court we know."""


def ecli_delen(ecli: str) -> tuple[str, int]:
    """The code of the court and the year in an ECLI that was checked."""
    _, _, court, year, _ = ecli.split(":", 4)
    return court, int(year)


class Wet(Record):
    """A law of which articles are used."""

    naam: Naam = Field(description="Naam van de wet.")
    afkorting: Naam | None = Field(default=None, description="Afkorting, als die gangbaar is.")
    bwb: BwbId = Field(description="Nummer van de wet op wetten.overheid.nl.")
    waarover: Titel = Field(description="Waar de wet over gaat, in één zin.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    tekst_van: Datum = Field(description="Van welke datum de tekst is die wij lazen.")
    gewijzigd_op: OfOnbekend[Datum] = Field(
        description="De laatste wijziging van de wet die bekend is."
    )
    let_op: Titel | None = Field(
        default=None, description="Wat je bij deze wet moet weten, in één zin."
    )
    herkomst: Herkomst = Field(description="Bron van de tekst.")


class Artikel(Record):
    """An article of a law, or a part of one."""

    wet: WetId = Field(description="Id van de wet.")
    nummer: Naam = Field(description="Nummer, zoals '1.2 lid 2'.")
    kern: Titel = Field(description="Wat er staat, in eigen woorden en in één zin.")
    let_op: Titel | None = Field(default=None, description="Wat vaak misgaat met dit artikel.")
    herkomst: Herkomst = Field(description="Bron en datum van de tekst die wij lazen.")


class Gevolg(Deel):
    """What a ruling means for an agreement, as we read it."""

    sleutel = ("voor",)

    voor: OnderdeelOfKaderId = Field(description="Id van het onderdeel of het wettelijk kader.")
    wat: Titel = Field(description="Wat de uitspraak daarvoor betekent, volgens ons.")


class Uitspraak(Record):
    """A ruling of a court."""

    ecli: Ecli = Field(description="Nummer van de uitspraak.")
    uitgesproken_op: Datum = Field(description="Datum van de uitspraak.")
    onderwerp: Titel = Field(description="Waar het over ging, in een paar woorden.")
    kern: Vaktekst = Field(description="Wat de rechter besliste, in eigen woorden.")
    voor_ouders: Oudertekst = Field(description="Hetzelfde in gewone taal.")
    artikelen: tuple[ArtikelId, ...] = Field(
        default=(), description="Id's van de artikelen waar het om ging."
    )
    gevolgen: tuple[Gevolg, ...] = Field(
        default=(), description="Voor welke onderdelen de uitspraak gevolgen heeft."
    )
    achterhaald_door: UitspraakId | None = Field(
        default=None, description="Id van een latere uitspraak die anders besliste."
    )
    herkomst: Herkomst = Field(description="Waar de uitspraak is gelezen.")


class Kader(Record):
    """What the law says where the region has no agreement: kept apart from the model."""

    onderwerp: Titel = Field(description="Waar het over gaat.")
    onderwerp_voor_ouders: Oudertitel = Field(description="Hetzelfde in gewone taal.")
    synoniemen: tuple[Naam, ...] = Field(
        default=(), description="Woorden waarmee mensen dit zoeken."
    )
    wijst_naar: Titel = Field(description="Wie volgens wet of rechter aan zet is.")
    uitleg: Vaktekst = Field(description="Waarop dat steunt, in eigen woorden.")
    voor_ouders: Oudertekst = Field(description="Wat dit voor ouders en jongeren betekent.")
    artikelen: tuple[ArtikelId, ...] = Field(default=(), description="Id's van de artikelen.")
    let_op: Titel | None = Field(default=None, description="Wat hier vaak misgaat.")
    herkomst: Herkomst = Field(description="Bron van het kader.")
    meer_bronnen: tuple[Herkomst, ...] = Field(
        default=(), description="Andere bronnen waar een deel ervan op steunt."
    )
