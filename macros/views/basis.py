"""Pieces that every area shows: provenance, references to parties and places, labels of choices."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from macros.model.agenda import Fase, Stand
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import Herkomst, LaterIngevuld, Zekerheid
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Bron
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.blik import Blik

ZEKERHEID = {
    Zekerheid.BEVESTIGD: N_("bevestigd"),
    Zekerheid.AFGELEID: N_("afgeleid"),
    Zekerheid.ONBEKEND: N_("onbekend"),
    Zekerheid.VOORBEELD: N_("voorbeeld"),
}
ZEKERHEID_UITLEG = {
    Zekerheid.BEVESTIGD: N_("staat zo in de bron"),
    Zekerheid.AFGELEID: N_("opgemaakt uit de bron, of de bron is oud of indirect"),
    Zekerheid.ONBEKEND: N_("geen bron gevonden"),
    Zekerheid.VOORBEELD: N_("verzonnen, om te oefenen"),
}
STAND = {
    Stand.NIET_GESTART: N_("niet gestart"),
    Stand.LOOPT: N_("loopt"),
    Stand.AFGEROND: N_("afgerond"),
    Stand.GESTOPT: N_("gestopt"),
}
FASE = {
    Fase.VOORBEREIDEN: N_("voorbereiden"),
    Fase.UITVOEREN: N_("uitvoeren"),
    Fase.EVALUEREN: N_("evalueren"),
    Fase.AANSCHERPEN: N_("aanscherpen"),
    Fase.GEEN: N_("niets gepland"),
}


_TOEN = {
    N_("loopt"): (N_("liep in {datum}"), N_("liep op {datum}")),
    N_("gepland"): (N_("was gepland in {datum}"), N_("was gepland op {datum}")),
    N_("idee"): (N_("was een idee in {datum}"), N_("was een idee op {datum}")),
    N_("niet gestart"): (N_("was niet gestart in {datum}"), N_("was niet gestart op {datum}")),
}
"""What may be otherwise by now, as it is said of long ago: of a year or month, and of a day."""


def stand_op(
    blik: Blik, stand: str, op: Datum, zin: str = N_("{stand} (stand van {datum})")
) -> str:
    """How something stood on a date: ``loopt (stand van maart 2026)``, and of more than a year ago
    ``liep in 2021``, which nobody takes for now.
    """
    year, month, day = op.einde
    old = (year + 1, month, day) < blik.vandaag.begin
    if old and stand in _TOEN:
        return blik.v.ui(_TOEN[stand][bool(op.dag)], datum=blik.v.datum(op))
    return blik.v.ui(zin, stand=blik.v.ui(stand), datum=blik.v.datum(op))


ONBEKENDE_WAARDE = "onbekend"
"""What a filter calls a value nobody knows."""


@dataclass(frozen=True, slots=True)
class Keus:
    """One option of a filter."""

    waarde: str
    label: Tekst


@dataclass(frozen=True, slots=True)
class Link:
    """A thing of the site to link to, by its name and its site path."""

    titel: Tekst
    pad: str


@dataclass(frozen=True, slots=True)
class HerkomstRij:
    """Where a fact comes from, as it is shown below it. ``bron_pad`` is a site path with anchor."""

    bron: Tekst
    bron_pad: str
    vindplaats: Tekst | None
    op: Datum
    peildatum: str
    datum_zin: str
    zekerheid: Zekerheid
    zekerheid_label: str
    zekerheid_uitleg: str


def herkomst(blik: Blik, bron: Herkomst) -> HerkomstRij:
    """The display form of ``bron``; its source must exist.

    A source without a date of its own can only be dated by when it was read, and says so.
    """
    found = blik.regio.bronnen[bron.bron]
    peildatum = blik.v.datum(bron.peildatum)
    read = found.datum is ONBEKEND and bron.peildatum == found.geraadpleegd
    zin = (
        N_("gelezen in {datum}; de bron zelf heeft geen datum") if read else N_("peildatum {datum}")
    )
    return HerkomstRij(
        bron=blik.v.titel(found.titel),
        bron_pad=adres_van(Bron, bron.bron),
        vindplaats=blik.v.tekst(bron.vindplaats) if bron.vindplaats else None,
        op=bron.peildatum,
        peildatum=peildatum,
        datum_zin=blik.v.ui(zin, datum=peildatum),
        zekerheid=bron.zekerheid,
        zekerheid_label=blik.v.ui(ZEKERHEID[bron.zekerheid]),
        zekerheid_uitleg=blik.v.ui(ZEKERHEID_UITLEG[bron.zekerheid]),
    )


def adres_label(adres: str) -> str:
    """An address on the web as people read it."""
    return adres.split("://", 1)[1].rstrip("/")


def gezocht(v: Vertaler, datum: Datum) -> str:
    """That something was looked for in vain, and when."""
    zin = (
        N_("gezocht op {datum}, niets gevonden")
        if datum.dag
        else N_("gezocht in {datum}, niets gevonden")
    )
    return v.ui(zin, datum=v.datum(datum))


_ZIN = re.compile(r".+?[.!](?=\s+[A-Z'‘\"“])", re.S)
"""One sentence, and before it the question that it answers."""


_EERSTE_ZIN = re.compile(r".*?[.!?](?=\s|$)", re.S)


def eerste_zin(tekst: Tekst) -> Tekst:
    """The first sentence of a text, a question too; of one without an end all of it."""
    found = _EERSTE_ZIN.match(tekst.tekst)
    return replace(tekst, tekst=found.group()) if found else tekst


def zin_en_rest(tekst: Tekst) -> tuple[Tekst, Tekst | None]:
    """The first sentence of a text (with the question that it answers), and the rest, if any."""
    found = _ZIN.match(tekst.tekst)
    if not found:
        return tekst, None
    rest = tekst.tekst[found.end() :].strip()
    return replace(tekst, tekst=found.group()), replace(tekst, tekst=rest)


def later(blik: Blik, items: tuple[LaterIngevuld, ...]) -> dict[str, HerkomstRij]:
    """Of each value with a source of its own, by the name of its field, that source."""
    return {item.veld: herkomst(blik, item.herkomst) for item in items}


def mogelijk(v: Vertaler, text: str | Onbekend) -> Tekst | None:
    """A translated text, or None when it is unknown."""
    return None if text is ONBEKEND else v.tekst(str(text))


def mogelijke_datum(v: Vertaler, datum: Datum | Onbekend) -> str | None:
    """A date in words, or None when it is unknown."""
    return v.datum(datum) if isinstance(datum, Datum) else None


def partijnaam(blik: Blik, key: str) -> Tekst:
    """The name of a party or of a municipality."""
    gemeente = blik.regio.gemeenten.get(key)
    if gemeente:
        return blik.v.naam(blik.v.ui(N_("gemeente {naam}"), naam=gemeente.naam))
    return blik.v.tekst(blik.regio.partijen[key].naam)


def pleknaam(blik: Blik, key: str) -> Tekst:
    """The name of a municipality or of an area."""
    gemeente = blik.regio.gemeenten.get(key)
    return (
        blik.v.naam(gemeente.naam)
        if gemeente
        else blik.v.tekst(blik.regio.werkingsgebieden[key].naam)
    )


def plek_in_zin(blik: Blik, key: str) -> Tekst:
    """The same in a sentence: which municipalities those of an area are."""
    area = blik.regio.werkingsgebieden.get(key)
    return blik.v.tekst(area.in_zin) if area and area.in_zin else pleknaam(blik, key)


def gemeenten_van(regio: Regio, plekken: tuple[str, ...]) -> tuple[str, ...]:
    """The municipalities that a list of municipalities and areas comes down to, each once."""
    found: dict[str, None] = {}
    for key in plekken:
        if key in regio.gemeenten:
            found[key] = None
        else:
            found.update(dict.fromkeys(regio.werkingsgebieden[key].gemeenten))
    return tuple(found)
