"""What stands on the second sheet of a spreadsheet: what the table is, and what each field means.

Not here: how a sheet is written (``vorm``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.opendata.adres import TABELVORMEN
from macros.opendata.contract import MAP, VERSIE, Veld
from macros.opendata.gevuld import Gevuld
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.monitor.basis import bronzinnen
from macros.views.regio.licentie import licentie
from macros.views.regio.versies import stand

REDEN = "waarde_soort"
"""The field that says why a value has no number."""
BRON = "bron"
"""The field that says where a row comes from."""
_OP_REGELS = 20
"""So many sources are each on a line; with more a row would be too high for Excel."""


Velden = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Leeswijzer:
    """The sheet is called ``blad``. ``boven`` are things with their names; ``velden`` is a table
    with its heads. The first column of that are the heads of the sheet with the rows.
    """

    blad: str
    boven: tuple[tuple[str, str], ...]
    velden: Velden

    @property
    def koppen(self) -> tuple[str, ...]:
        """What stands above the columns of the sheet with the rows."""
        return tuple(row[0] for row in self.velden[1:])


def leeswijzer(
    blik: Blik, gevuld: Gevuld, wortel: str, bronnen: Iterable[str] | None = None
) -> Leeswijzer:
    """That of a table; ``bronnen`` where it comes from, if its rows do not say so themselves."""
    v = blik.v
    ui = v.ui
    site = str(v.tekst(blik.regio.instellingen.titel))
    said = [*(_bronnen(blik, gevuld) if bronnen is None else bronnen)]
    apart = "\n" if len(said) <= _OP_REGELS else " · "
    boven = (
        (ui(N_("Tabel")), gevuld.titel),
        (ui(N_("Wat het is")), gevuld.uitleg),
        (ui(N_("Site")), f"{site}\n{wortel}"),
        (ui(N_("Bronnen")), apart.join(said)),
        (ui(N_("Stand van de gegevens")), " ".join(stand(blik))),
        (ui(N_("Licentie")), _licentie(blik)),
        (ui(N_("Adres")), "\n".join(f"{wortel}{MAP}{gevuld.naam}.{one}" for one in TABELVORMEN)),
        (ui(N_("Versie van het contract")), VERSIE),
        (ui(N_("Lege vakken")), " ".join(_lege_vakken(v, gevuld.velden))),
        (
            ui(N_("Meer waarden in een vak")),
            ui(N_("Daar staat | tussen. Staat er een | in zo'n waarde zelf, dan lees je %7C.")),
        ),
    )
    return Leeswijzer(
        ui(N_("leeswijzer")), tuple(row for row in boven if row[1]), _velden(v, gevuld.velden)
    )


def _lege_vakken(v: Vertaler, velden: Iterable[Veld]) -> Iterator[str]:
    """Why a cell can be empty; a value without a number has its reason in a field of its own."""
    titles = {one.naam: v.ui(one.titel) for one in velden}
    yield v.ui(
        N_("Noemt de kolom '{onbekend}' het veld, dan weet niemand wat er hoort te staan."),
        onbekend=v.ui(N_("Onbekend")),
    )
    if reason := titles.get(REDEN):
        yield v.ui(
            N_("Is '{waarde}' leeg, dan zegt de kolom '{reden}' waarom er geen getal is."),
            waarde=titles["waarde"],
            reden=reason,
        )
    yield v.ui(N_("Elk ander leeg vak past niet bij die rij."))


def _licentie(blik: Blik) -> str:
    found = licentie(blik)
    if found is None:
        return blik.v.ui(N_("Nog niet gekozen."))
    return "\n".join(filter(None, (str(found.naam), found.adres)))


def _bronnen(blik: Blik, gevuld: Gevuld) -> Iterator[str]:
    """The sources that the rows name, whose they are first."""
    keys: set[str] = set()
    for at, veld in enumerate(gevuld.velden):
        if veld.naam == BRON:
            for cell in (row[at] for row in gevuld.rijen):
                keys.update(map(str, cell) if isinstance(cell, tuple) else [str(cell)])
    for key in sorted(keys & blik.regio.bronnen.keys()):
        yield from bronzinnen(blik, [key])


def _velden(v: Vertaler, velden: Iterable[Veld]) -> Velden:
    ui = v.ui
    heads = (
        ui(N_("Kolom")),
        ui(N_("Wat het betekent")),
        ui(N_("Naam in CSV en JSON")),
        ui(N_("Eenheid")),
        ui(N_("Wie dat bepaalt")),
        ui(N_("Wat er kan staan")),
    )
    return (heads, *(_veld(v, one) for one in velden))


def _veld(v: Vertaler, veld: Veld) -> tuple[str, ...]:
    ui = v.ui
    choices = [f"{one} = {ui(meaning)}" for one, meaning in veld.keuzen.items()]
    if veld.naar:
        choices.append(ui(N_("een kenmerk uit de tabel {tabel}"), tabel=veld.naar))
    return (
        ui(veld.titel),
        ui(veld.betekenis),
        veld.naam,
        ui(veld.eenheid) if veld.eenheid else "",
        ui(veld.bron) if veld.bron else "",
        "\n".join(choices),
    )
