"""Tables to download, each as CSV and as a spreadsheet. No cell can run as a formula.

Not here: how a spreadsheet is made (``ods``), or the script that leaves out rows (``filter.js``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.render.ods import ods
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda import actie
from macros.views.arrangement import pagina as arrangementpagina
from macros.views.arrangement.overzicht import op_titel
from macros.views.blik import Blik
from macros.views.monitor.alles import Cijferrij, alle_cijfers
from macros.views.overleg import besluit as besluitviews
from macros.views.samenwerking import matrix
from macros.views.samenwerking.basis import CelRij

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of texts. The first cell of a row is its key: no other row begins with it.

    ``naam`` is what its files are called, ``blad`` what the sheet is called: at most 31 letters,
    none of them one of ``[]*?:/\\``.
    """

    naam: str
    blad: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def acties(blik: Blik) -> Tabel:
    """One row an action; ``onbekend`` is written out, never left empty."""
    v = blik.v
    koppen = (
        N_("Nummer"),
        N_("Actie"),
        N_("Speerpunt"),
        N_("Klaar als"),
        N_("Wie"),
        N_("Wanneer"),
        N_("Waar"),
        N_("Stand"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid van de opdracht"),
    )
    rijen = (
        (
            row.nummer,
            row.wat,
            row.speerpunt,
            row.resultaat,
            ", ".join(map(str, row.door)),
            row.wanneer,
            ", ".join(map(str, row.waar)),
            row.stand_label,
            row.herkomst.bron,
            row.herkomst.peildatum,
            row.herkomst.zekerheid_label,
        )
        for row in actie.acties(blik)
    )
    return _tabel(v, "acties", N_("Acties"), koppen, rijen)


def onderdelen(blik: Blik) -> Tabel:
    """One row an onderdeel, also one of which only the code is known; three cells a column."""
    v = blik.v
    found = matrix.matrix(blik)
    zekerheid, bron = v.ui(N_("zekerheid")), v.ui(N_("bron"))
    koppen = [N_("Code"), N_("Onderdeel"), N_("Thema"), N_("Sectoren"), N_("Afspraak")]
    for kolom in found.kolommen:
        koppen += [str(kolom.titel), f"{kolom.titel}: {zekerheid}", f"{kolom.titel}: {bron}"]
    koppen += [N_("Eerste stap"), N_("Bron van het onderdeel"), N_("Peildatum van het onderdeel")]
    unknown: tuple[None, ...] = (None, None, None) * len(found.kolommen)
    rijen = (
        (
            row.code,
            row.titel,
            thema.naam,
            row.sectoren,
            row.toestand_label,
            *(cell for cel in row.cellen for cell in _vak(cel)),
            *(() if row.cellen else unknown),
            f"{row.eerste_stap.wie} {row.eerste_stap.wat}" if row.eerste_stap else None,
            row.herkomst.bron,
            row.herkomst.peildatum,
        )
        for thema in found.themas
        for row in thema.rijen
    )
    return _tabel(v, "onderdelen", N_("Onderdelen"), koppen, rijen)


def _vak(cel: CelRij) -> tuple[Tekst | str | None, ...]:
    """What a square holds, how sure that is, and where it comes from."""
    h = cel.herkomst
    return cel.label, cel.zekerheid_label, f"{h.bron}, {h.peildatum}" if h else None


def besluiten(blik: Blik) -> Tabel:
    """One row a decision; what has to happen because of it in one cell."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Besluit"),
        N_("Datum"),
        N_("Overleg"),
        N_("Tekst"),
        N_("Wie zorgt dat het gebeurt"),
        N_("Wat erop volgt"),
        N_("Vervangen door"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )
    none = v.ui(N_("geen"))
    rijen = (
        (
            row.id,
            row.titel,
            row.datum,
            row.overleg.titel,
            row.tekst,
            row.eigenaar,
            "; ".join(str(item.wat) for item in row.vervolg or ()),
            "; ".join(str(other.titel) for other in row.vervangen_door) or none,
            row.herkomst.bron,
            row.herkomst.peildatum,
            row.herkomst.zekerheid_label,
        )
        for row in besluitviews.besluitenpagina(Blik(blik.regio, v, blik.vandaag)).rijen
    )
    return _tabel(v, "besluiten", N_("Besluiten"), koppen, rijen)


def arrangementen(blik: Blik) -> Tabel:
    """One row an arrangement or pilot, with the seven fields of the agenda."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Arrangement"),
        N_("Soort"),
        N_("Is het er?"),
        N_("Vorm"),
        N_("Sectoren"),
        N_("Gemeenten"),
        N_("Locatie"),
        N_("Doelgroep"),
        N_("Doelstelling"),
        N_("Inhoud"),
        N_("Ingezette expertise"),
        N_("Financiering"),
        N_("Opbrengsten"),
        N_("Bron"),
        N_("Peildatum"),
        N_("Zekerheid"),
    )

    def rij(key: str) -> tuple[Tekst | str | None, ...]:
        a = arrangementpagina.arrangement(blik, key)
        return (
            key,
            a.titel,
            a.soort,
            a.toestand,
            a.vorm,
            a.sectoren,
            a.gemeenten,
            a.locatie,
            a.doelgroep,
            a.doelstelling,
            a.inhoud,
            "; ".join(map(str, a.expertise or ())),
            "; ".join(map(_betaler, a.betalers or ())),
            a.opbrengsten,
            a.herkomst.bron,
            a.herkomst.peildatum,
            a.herkomst.zekerheid_label,
        )

    rijen = (rij(one.id) for one in op_titel(blik.regio))
    return _tabel(v, "arrangementen", N_("Arrangementen"), koppen, rijen)


def _betaler(deel: arrangementpagina.BetalerRij) -> str:
    return deel.naam if deel.aandeel is None else f"{deel.naam} {deel.aandeel}%"


def cijfers(blik: Blik) -> Tabel:
    """One row a figure, published or computed by us; the signs are those of the CBS."""
    v = blik.v
    koppen = (
        N_("Kenmerk"),
        N_("Cijfer"),
        N_("Gebied"),
        N_("Periode"),
        N_("Deel"),
        N_("Waarde"),
        N_("Betekenis"),
        N_("Eenheid"),
        N_("Definitief of voorlopig"),
        N_("Opgehaald"),
        N_("Bron"),
        N_("Zekerheid"),
    )
    return Tabel(
        "cijfers",
        v.ui(N_("Cijfers")),
        tuple(v.ui(kop) for kop in koppen),
        tuple(map(_cijferrij, alle_cijfers(blik))),
    )


def _cijferrij(rij: Cijferrij) -> tuple[str, ...]:
    return (
        rij.kenmerk,
        rij.titel,
        rij.gebied,
        rij.periode,
        rij.deel,
        rij.punt.teken,
        "" if rij.punt.waarde is not None else rij.punt.tekst,
        rij.eenheid,
        rij.stand,
        rij.opgehaald,
        rij.bron,
        rij.zekerheid,
    )


TABELLEN: tuple[tuple[str, Callable[[Blik], Tabel]], ...] = (
    ("agenda", acties),
    ("samenwerking", onderdelen),
    ("overleg", besluiten),
    ("arrangement", arrangementen),
    ("monitor", cijfers),
)
"""Every table that can be downloaded, with the area it is of."""


def _tabel(
    v: Vertaler,
    naam: str,
    blad: str,
    koppen: Iterable[str],
    rijen: Iterable[Iterable[Tekst | str | None]],
) -> Tabel:
    """A table in the language of ``v``; what is not there is unknown."""
    unknown = v.ui(N_("onbekend"))
    return Tabel(
        naam,
        v.ui(blad),
        tuple(v.ui(kop) for kop in koppen),
        tuple(tuple(str(cell) if cell else unknown for cell in row) for row in rijen),
    )


def schrijf(site: Path, tabel: Tabel) -> None:
    """Both files of a table, where the pages look for them."""
    folder = site / "data" / "v1"
    folder.mkdir(parents=True, exist_ok=True)
    csv_file = folder / f"{tabel.naam}.csv"
    csv_file.write_text(als_csv(tabel), encoding="utf-8-sig", newline="")
    (folder / f"{tabel.naam}.ods").write_bytes(als_ods(tabel))


def als_csv(tabel: Tabel) -> str:
    """Semicolons, as Dutch Excel opens it; in the file a byte order mark comes before it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(tabel.koppen)
    writer.writerows(map(cel, row) for row in tabel.rijen)
    return out.getvalue()


def als_ods(tabel: Tabel) -> bytes:
    """A spreadsheet, in which a text is a text and needs no mark before it."""
    return ods(tabel.blad, tabel.koppen, tabel.rijen)


def cel(text: str) -> str:
    """Text that a spreadsheet shows as it is, also when it comes from CSV."""
    return f"'{text}" if text.startswith(_FORMULA) else text
