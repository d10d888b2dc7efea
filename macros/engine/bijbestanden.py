"""The files beside the pages of one language, in parts that are written apart from each other.

Not here: what is in them (``opendata``, ``render``), or when they are written (``hooks``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from macros import bestand
from macros.invoer.inzending.invulblad import invulblad
from macros.opendata import bestanden as opendata
from macros.opendata import meta
from macros.render.deelbeeld import beelden
from macros.render.feed import feeds
from macros.render.figuur.bestand import grafiek
from macros.render.figuur.insluiten import figuurpagina, paginabestand
from macros.render.figuur.plaat import plaat, plaatpad
from macros.render.kalenderbestand import kalenderbestanden
from macros.render.weergave import Weergave
from macros.render.wegwijs import wegwijs
from macros.site import zoekindex
from macros.views.arrangement.basis import INVULBLAD
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren
from macros.views.regio.begrippen import woordgroepen
from macros.views.regio.zoeken import Antwoord, afkortingen, antwoorden


def bijbestanden(
    weergave: Weergave, adres: str, *, beleid: bool = True
) -> Mapping[str, Callable[[Path], None]]:
    """Each part by its name: it writes into a site that will stand at ``adres``. The preview has no
    policy in its pages (``beleid``).

    What belongs to an area of which the region has nothing is left out.
    """
    blik = weergave.blik
    parts: dict[str, Callable[[Path], None]] = {
        "antwoorden": partial(_antwoorden, blik),
        "beelden": partial(_beelden, blik),
        "wegwijs": partial(_wegwijs, weergave, adres),
        "figuren": partial(_figuren, weergave, adres),
        "figuurpaginas": partial(_figuurpaginas, weergave, adres, beleid),
        "feeds": partial(_feeds, blik, adres),
    }
    for naam, maak in opendata.bestanden(blik, adres).items():
        parts[naam] = partial(_opendata, maak)
    parts["beschrijvingen"] = partial(_opendata, partial(meta.bestanden, blik, adres))
    if weergave.heeft("overleg"):
        parts["kalenders"] = partial(_kalenders, blik, adres)
    if weergave.heeft("arrangement"):
        parts["invulblad"] = partial(_invulblad, blik)
    return parts


def _antwoorden(blik: Blik, site: Path) -> None:
    zoekindex.schrijf_antwoorden(
        site,
        blik.v.taal,
        antwoorden=[_gegeven(one, blik.v.taal) for one in antwoorden(blik)],
        groepen=woordgroepen(blik.regio),
        afkortingen=afkortingen(blik),
    )


def _beelden(blik: Blik, site: Path) -> None:
    settings = blik.regio.instellingen
    texts = (str(blik.v.tekst(text)) for text in (settings.titel, settings.ondertitel))
    for path, content in beelden(*texts):
        bestand.schrijf(site / path, content)


def _wegwijs(weergave: Weergave, adres: str, site: Path) -> None:
    for path, content in wegwijs(weergave, adres):
        bestand.schrijf(site / path, content)


def _gegeven(one: Antwoord, taal: str) -> dict[str, object]:
    """An answer as the search page reads it; a text in another language says so."""
    found: dict[str, object] = {
        "pad": one.pad,
        "titel": one.titel.tekst,
        "soort": one.soort,
        "tekst": one.tekst.tekst,
        "woorden": one.woorden,
        "gewicht": one.gewicht,
    }
    for name, text in (("titeltaal", one.titel), ("teksttaal", one.tekst)):
        if text.taal != taal and text.tekst:
            found[name] = text.taal
    return found


def _opendata(maak: Callable[[], Iterable[opendata.Bestand]], site: Path) -> None:
    for path, content in maak():
        bestand.schrijf(site / path, content)


def _figuren(weergave: Weergave, adres: str, site: Path) -> None:
    for figuur in alle_figuren(weergave.blik).values():
        path, content = grafiek(weergave.blik.v, figuur)
        bestand.schrijf(site / path, content)
        bestand.schrijf(site / plaatpad(figuur), plaat(weergave, figuur, adres))


def _figuurpaginas(weergave: Weergave, adres: str, beleid: bool, site: Path) -> None:
    for figuur in alle_figuren(weergave.blik).values():
        page = figuurpagina(weergave, figuur, adres, beleid=beleid)
        bestand.schrijf(site / paginabestand(figuur), page.encode())


def _feeds(blik: Blik, adres: str, site: Path) -> None:
    for path, content in feeds(blik, adres):
        bestand.schrijf(site / path, content)


def _kalenders(blik: Blik, adres: str, site: Path) -> None:
    for path, content in kalenderbestanden(blik, adres):
        bestand.schrijf(site / path, content)


def _invulblad(blik: Blik, site: Path) -> None:
    bestand.schrijf(site / INVULBLAD, invulblad(blik.regio))
