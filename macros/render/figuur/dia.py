"""The figures of one area as slides: a page of HTML that a browser prints as a PDF, one sheet each.

It stands alone, as it is printed from a file: its styles and the face of the site are in it. Not
here: how a figure is drawn (``plaat``), or the printing (``scripts.dia``).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.issue import gevouwen, nearest
from macros.model.regio import Gemeente, SoortRegio
from macros.render.figuur.plaat import tekening, voet
from macros.render.letter import GEWICHTEN, letterinhoud
from macros.render.weergave import Weergave
from macros.taal.talen import richting
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.basis import bronzinnen, cijferadres
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuur import Figuur, Vorm
from macros.views.monitor.kern import Kerncijfer
from macros.views.monitor.pagina import gebiedcijfers
from macros.views.naam import gebiednaam
from macros.views.regio.versies import stand

_OP_EEN_DIA = {Vorm.BALKEN: 10, Vorm.PUNTEN: 6}
"""So many lanes can be read from the back of a room."""
_KOPPEN = ((90, "kort"), (200, "midden"))
"""Up to how many signs a title is set how large; a longer one is the smallest (``lang``)."""
_KERN = 8
"""So many figures can stand on one slide, of those that head the page of the area."""


class DiaFout(Exception):
    """There are no slides to make; the message is for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Dia:
    """A slide: its title, what the drawing says, the drawing, and what stands below it."""

    kop: str
    maat: str
    zin: str
    taal: str
    tekening: Markup
    bronnen: tuple[str, ...]
    voet: tuple[str, str]


def welk_gebied(blik: Blik, getypt: str) -> str:
    """The area that is meant: by its id, with or without the kind before it, or by its name.

    Raises DiaFout.
    """
    book = cijferboek(blik)
    prefix = f"{Gemeente.__name__.lower()}-"
    names = {
        key: (str(gebiednaam(blik, key)), key.removeprefix(prefix))
        for key in (*book.gemeenten, *book.andere)
    }
    typed = gevouwen(getypt)
    for key, called in names.items():
        if typed in map(gevouwen, (key, *called)):
            return key
    valid = [short for _, short in names.values()]
    tip = nearest(getypt, valid, {short: (name,) for name, short in names.values()})
    raise DiaFout(f"'{getypt}' is geen gemeente of ander gebied met cijfers. {tip}".strip())


def dias(weergave: Weergave, key: str) -> str:
    """Every figure of the page of an area. Raises DiaFout when it has none."""
    blik = weergave.blik
    found = gebiedcijfers(blik, key)
    if not found.figuren:
        raise DiaFout(f"Van {found.naam} zijn er geen figuren om op dia's te zetten.")
    settings, v = blik.regio.instellingen, blik.v
    return weergave.omgeving.get_template("monitor/dia.html").render(
        taal=v.taal,
        richting=richting(v.taal),
        letters=tuple(_letters()),
        naam=str(found.naam),
        site=str(v.tekst(settings.titel)),
        stand=" ".join(stand(blik)),
        dag=v.datum(blik.vandaag),
        adres=weergave.voluit(cijferadres(blik, key)),
        is_voorbeeld=settings.soort is SoortRegio.VOORBEELD,
        kern=[found.kern[at : at + _KERN] for at in range(0, len(found.kern), _KERN)],
        kernbronnen=bronzinnen(
            blik, dict.fromkeys(key for one in found.kern for key in one.bronnen)
        ),
        voorlopig=any(map(_is_voorlopig, found.kern)),
        voet=" · ".join((str(v.tekst(settings.titel)), *stand(blik))),
        dias=[dia for figuur in found.figuren for dia in _dias(weergave, figuur)],
    )


def _is_voorlopig(row: Kerncijfer) -> bool:
    return row.punt.voorlopig or any(one.punt.voorlopig for one in row.naast)


def _dias(weergave: Weergave, figuur: Figuur) -> Iterator[Dia]:
    """One, or more where there are too many lanes to read."""
    many = _OP_EEN_DIA[figuur.vorm]
    lanes = [figuur.banen[at : at + many] for at in range(0, len(figuur.banen), many)]
    v = Vertaler(figuur.terugval) if figuur.terugval else weergave.blik.v
    size = next((name for signs, name in _KOPPEN if len(figuur.titel) <= signs), "lang")
    for n, some in enumerate(lanes, 1):
        part = replace(figuur, id=f"{figuur.id}-{n}", banen=some)
        yield Dia(
            f"{figuur.titel} ({n}/{len(lanes)})" if len(lanes) > 1 else figuur.titel,
            size,
            figuur.zin_onder_titel,
            v.taal,
            Markup(tekening(weergave, part)),  # it is our own, escaped by its template
            figuur.herkomst,
            voet(weergave.blik, v, figuur, weergave.voluit("")),
        )


def _letters() -> Iterator[tuple[int, str]]:
    """The face of the site as data, as far as it is there."""
    for weight in GEWICHTEN:
        with suppress(OSError):
            yield weight, base64.b64encode(letterinhoud(weight)).decode()
