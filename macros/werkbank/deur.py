"""The door of the workbench: a question by its name, arguments and answer as JSON.

What a question gives stands in its docstring. Not here: how the answer is found (``werkbank`` and
the modules beside it), or who asks (``docs/werkbank/worker.js``).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from macros.issue import Level
from macros.model.basis.datum import Datum
from macros.model.geheel import adres_van
from macros.taal.talen import MAP
from macros.werkbank import gebruik, vergelijk, vertaling
from macros.werkbank.bronvraag import bronvragen
from macros.werkbank.formulier import formulier as veldboom
from macros.werkbank.nieuw import nieuw as begin_record
from macros.werkbank.overzicht import overzicht
from macros.werkbank.spraak import gezegd
from macros.werkbank.werkbank import Afgewezen, Melding, Werkbank, soort_op
from macros.wijziging.stand import Stand, uit_tekst

if TYPE_CHECKING:
    from macros.werkbank.bladen import Celmelding
    from macros.werkbank.voorbeeld import Voorbeeld

# What shows pages, and what reads tables, is imported when it is asked: half of the start else.

Vraag = Callable[..., Any]

_VRAGEN: dict[str, Vraag] = {}


class _Bank(Werkbank):
    """With the preview of its pages."""

    plek: tuple[Path, str, str, str, Stand]

    @cached_property
    def voorbeeld(self) -> Voorbeeld:
        from macros.werkbank.voorbeeld import Voorbeeld

        return Voorbeeld(*self.plek)


class Deur:
    """One workbench, asked by name."""

    def __init__(
        self,
        folder: Path,
        vandaag: str,
        docs: Path = Path("docs"),
        meldingen: str = "",
        datamap: str = "data",
        adres: str = "",
        stand: str = "",
    ) -> None:
        """``vandaag`` is a day: ``2026-11-30``; ``stand`` is text; the rest as in ``Voorbeeld``."""
        self.werkbank = _Bank(folder, _dag(vandaag))
        self.werkbank.plek = docs, meldingen, datamap, adres, uit_tekst(stand)

    def op_dag(self, vandaag: str) -> None:
        """Go on, on the day that it is by now, before anything was asked."""
        self.werkbank.op_dag(_dag(vandaag))

    def vraag(self, naam: str, argumenten: str) -> str:
        """The answer ``{"antwoord": ...}``, or ``{"afgewezen": why}`` in Dutch."""
        try:
            answer = _VRAGEN[naam](self.werkbank, **json.loads(argumenten))
        except Afgewezen as error:
            return json.dumps({"afgewezen": str(error)}, ensure_ascii=False)
        return json.dumps({"antwoord": answer}, ensure_ascii=False)


def _dag(tekst: str) -> Datum:
    return Datum(*map(int, tekst.split("-")))


def vraag(function: Vraag) -> Vraag:
    """Let a function be asked by its name."""
    _VRAGEN[function.__name__] = function
    return function


@vraag
def begin(bank: Werkbank) -> dict[str, Any]:
    """What there is: ``{regio, talen, soorten, niet_hier}``; see ``overzicht``."""
    regio = bank.gelezen.regio
    return {
        "regio": regio.instellingen.naam if regio else "",
        "talen": list(regio.instellingen.talen) if regio else [],
        "soorten": list(overzicht(bank)),
        "niet_hier": list(NIET_HIER),
    }


NIET_HIER = (
    "De pagina's met gewone tekst en de hele site worden pas nagekeken bij je voorstel.",
    "Of er ooit iets is vastgelegd dat er niet hoort, wordt pas nagekeken bij je voorstel.",
)
"""What the workbench does not check, in words for the editor."""


@vraag
def record(bank: Werkbank, pad: str) -> dict[str, Any]:
    """One file: ``{pad, soort, titel, waarde, nieuw, adres, tekst, basis}``; ``basis`` is the text
    as it was published.
    """
    soort = soort_op(pad)
    return {
        "pad": pad,
        "soort": soort.naam,
        "titel": bank.titel(pad),
        "waarde": bank.waarde(pad),
        "nieuw": bank.was(pad) is None,
        "adres": adres_van(soort.type, PurePosixPath(pad).stem) if soort.adres else "",
        "tekst": bank.tekst(pad),
        "basis": bank.was(pad),
    }


@vraag
def basis(bank: Werkbank, pad: str) -> str | None:
    """The text of a file as it was published, null when there was none; of a catalogue too."""
    return bank.was(pad)


_ZOALS_HIER = object()


@vraag
def zet(
    bank: Werkbank, pad: str, waarde: Any, basis: str | object | None = _ZOALS_HIER
) -> dict[str, Any]:
    """Let a file say ``waarde``; without one it is as it was published. ``basis`` is the text that
    was published since this site was made. ``kwijt`` are comments in the file that had to go.
    """
    if basis is not _ZOALS_HIER:
        assert basis is None or isinstance(basis, str)
        bank.gepubliceerd(pad, basis)
    if waarde is None:
        bank.neem_terug(pad)
        return {"pad": pad, "kwijt": []}
    return {"pad": pad, "kwijt": list(bank.zet(pad, waarde))}


@vraag
def controleer(bank: Werkbank) -> dict[str, Any]:
    """Every problem, worst first: ``{meldingen, fouten, let_ops}``; of what changed also whether it
    comes from the source below it.
    """
    bank.lees()
    every = (*bank.meldingen(), *bronvragen(bank))
    found = sorted(every, key=lambda one: (one.issue.level is not Level.FOUT, one.issue))
    errors = sum(one.issue.level is Level.FOUT for one in found)
    return {
        "meldingen": [_melding(bank, one) for one in found],
        "fouten": errors,
        "let_ops": len(found) - errors,
    }


def _melding(bank: Werkbank, one: Melding) -> dict[str, Any]:
    """``naar`` are records that it names: ``{pad, titel}``, or ``{soort, titel}`` of new ones."""
    issue, said = one.issue, gezegd(bank, one.issue, one.pad)
    return {
        "code": issue.code,
        "level": issue.level.value,
        "pad": one.pad,
        "loc": list(one.loc),
        "regel": issue.line,
        "kolom": issue.column,
        "message": said.message,
        "tip": said.tip,
        "naar": list(said.naar),
    }


@vraag
def bestanden(bank: Werkbank) -> dict[str, str | None]:
    """The files that are not as published, by their path in the repository; the catalogues too."""
    bank.lees()
    vertaling.bijgewerkt(bank)
    return {f"data/{pad}": text for pad, text in bank.gewijzigd().items()}


@vraag
def verschil(bank: Werkbank, waarden: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What is not as published, or what other values would change, in words: see ``vergelijk``."""
    bank.lees()
    return vergelijk.verschil(bank, waarden)


@vraag
def samenvoegen(
    bank: Werkbank,
    pad: str,
    basis: str | None,
    mijn: str | None,
    hun: str | None,
    keuzen: Sequence[str | None] = (),
) -> dict[str, Any]:
    """Two changes of one file together: see ``vergelijk``."""
    return vergelijk.samenvoegen(bank, pad, basis, mijn, hun, keuzen)


@vraag
def vertalingen(bank: Werkbank, taal: str) -> list[dict[str, Any]]:
    """The texts to translate beside their translation, what waits first."""
    bank.lees()
    return list(vertaling.vertalingen(bank, taal))


@vraag
def vertaal(bank: Werkbank, taal: str, vertalingen: dict[str, str]) -> dict[str, Any]:
    """What somebody translated by now, by its Dutch: ``{pad}`` of the catalogue."""
    vertaling.vertaal(bank, taal, vertalingen)
    return {"pad": f"{MAP}/{taal}.po"}


@vraag
def formulier(bank: Werkbank, soort: str) -> dict[str, Any]:
    """The fields of a kind: see ``formulier``."""
    return veldboom(soort)


@vraag
def keuzes(bank: Werkbank, soorten: list[str]) -> list[dict[str, Any]]:
    """What can be referred to: see ``gebruik``."""
    return gebruik.keuzes(bank, soorten)


@vraag
def gebruikt(bank: Werkbank, pad: str) -> list[dict[str, str]]:
    """Where a record is named: see ``gebruik``."""
    bank.lees()
    return gebruik.gebruikt(bank, pad)


@vraag
def nieuw(bank: Werkbank, soort: str, titel: str) -> dict[str, Any]:
    """The beginning of a record: see ``nieuw``."""
    bank.lees()
    return begin_record(bank, soort, titel)


@vraag
def paginas(bank: _Bank, pad: str) -> dict[str, Any]:
    """``{paginas: [{adres, taal, titel, nieuw}], klaar}``: those of a record, then those that its
    change changes. As long as it is not ``klaar``, more may be found: ask again.
    """
    rows, done = bank.voorbeeld.paginas(bank.basis, bank.lees(), pad)
    return {"paginas": [asdict(one) for one in rows], "klaar": done}


@vraag
def pagina(bank: _Bank, adres: str, taal: str) -> dict[str, Any]:
    """A page as it will be: ``{titel, html, taal, melding, gemist, frame}``, for the article of the
    published page at ``frame``. Addresses are without the folder of the language.
    """
    page, frame = bank.voorbeeld.pagina(bank.basis, bank.lees(), adres, taal)
    return {**asdict(page), "frame": frame}


@vraag
def tabel(bank: Werkbank, soort: str) -> dict[str, Any]:
    """The table of a kind or of a part with an id: see ``tabel``."""
    from macros.werkbank import tabel as tabellen

    bank.lees()
    return tabellen.tabel(bank, soort)


@vraag
def plak(
    bank: Werkbank,
    soort: str,
    tekst: str,
    rij: int,
    kolommen: Sequence[str] | None = None,
    eerste: int = 0,
    rijen: Sequence[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """What becomes of what somebody pasted in a table; nothing is set: see ``plakken``."""
    from macros.werkbank import plakken

    bank.lees()
    return plakken.plak(bank, soort, tekst, rij, kolommen, eerste, rijen)


@vraag
def blad(bank: Werkbank, soort: str) -> dict[str, str]:
    """The workbook of a kind: ``{naam, inhoud}``, the content in base64."""
    from macros.werkbank import bladen

    naam, raw = bladen.maak(bank, soort)
    return {"naam": naam, "inhoud": base64.b64encode(raw).decode()}


@vraag
def neem_over(
    bank: Werkbank,
    naam: str,
    inhoud: str,
    soort: str = "",
    antwoorden: dict[str, str] | None = None,
) -> dict[str, Any]:
    """What a workbook or CSV (in base64) changes: ``{gewijzigd: [{pad, waarde}], meldingen: [{blad,
    rij, kolom, letter, kop, code, message, tip, level, pad, loc, mee}], opgeschoond, niet_gelezen,
    vragen: [Veld]}``. Nothing is set: who asks sees first what becomes of it. When there is
    something to ask, ask again with ``antwoorden`` by the name of each field.
    """
    from macros.werkbank import bladen
    from macros.werkbank import tabel as tabellen

    try:
        raw = base64.b64decode(inhoud, validate=True)
    except ValueError:
        raise Afgewezen("Dit bestand is niet goed doorgekomen. Kies het opnieuw.") from None
    with bank.even():
        found = bladen.neem_over(bank, naam, raw, soort, antwoorden)
    return {
        "gewijzigd": [{"pad": pad, "waarde": value} for pad, value in found.gewijzigd.items()],
        "meldingen": [_celmelding(one) for one in found.meldingen],
        "opgeschoond": found.opgeschoond,
        "niet_gelezen": found.niet_gelezen,
        "vragen": list(tabellen.cijfervragen(found.vragen)),
    }


@vraag
def nieuwe_agenda(bank: Werkbank, naam: str, van: str, tot: str, bron: str = "") -> dict[str, Any]:
    """The next agenda, from what is not done: ``{gewijzigd: [{pad, waarde}], zinnen, meldingen}``;
    ``zinnen`` say what goes along, what stays and what changes besides, ``meldingen`` are errors
    there would be. Nothing is set.
    """
    from macros.invoer.nieuwe_agenda import AgendaFout, Vraag, nieuwe_agenda

    regio = bank.lees().regio
    if regio is None or not bank.gelezen.ok:
        raise Afgewezen("Er staan nog fouten in de gegevens. Herstel die eerst.")
    try:
        asked = Vraag(naam.strip(), van.strip(), tot.strip(), bron)
        found = nieuwe_agenda(regio, bank.waarde, asked, bank.vandaag)
    except AgendaFout as error:
        raise Afgewezen(str(error)) from None
    with bank.even():
        for pad, value in found.bestanden.items():
            bank.zet(pad, value)
        bank.lees()
        wrong = [one for one in bank.meldingen() if one.issue.level is Level.FOUT]
        told = [_melding(bank, one) for one in wrong]
    return {
        "gewijzigd": [{"pad": pad, "waarde": value} for pad, value in found.bestanden.items()],
        "zinnen": [f"{head}: {line}" for head, lines in found.delen() for line in lines],
        "meldingen": told,
    }


def _celmelding(one: Celmelding) -> dict[str, Any]:
    from macros.source.werkmap import kolomletter

    issue = one.issue
    return {
        "blad": issue.path.removeprefix("blad "),
        "rij": issue.line,
        "kolom": issue.column,
        "letter": kolomletter(issue.column),
        "kop": one.kop,
        "code": issue.code,
        "message": issue.message,
        "tip": issue.tip,
        "level": issue.level.value,
        "pad": one.pad,
        "loc": list(one.loc),
        "mee": one.mee,
    }
