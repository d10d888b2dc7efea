"""What a message of the checks says where there are forms in place of files and commands.

Who keeps files is told of these by the same message, as ``make check`` prints it: that it can be
said otherwise is known here alone. Not here: finding problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from macros.issue import Issue
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import SOORTEN
from macros.model.label import label
from macros.model.walk import nested_types
from macros.werkbank.werkbank import Werkbank, soort_op
from macros.wijziging.verschil import soort_van_pad


class Gezegd(NamedTuple):
    """The words, and where the way leads: ``{pad, titel}`` of a record, ``{soort, titel}`` of what
    can be begun.
    """

    message: str
    tip: str
    naar: tuple[dict[str, str], ...]


def gezegd(bank: Werkbank, issue: Issue, pad: str) -> Gezegd:
    """A problem of the file at ``pad`` in words that hold in a form."""
    work = _Zin(bank, pad)
    message, tip = work.zonder_paden(issue.message), work.zonder_paden(issue.tip)
    return Gezegd(_labels(message), _hier(tip), tuple(work.naar.values()))


@lru_cache(maxsize=4096)
def _hier(tip: str) -> str:
    """Without commands and lines; the same is said of many fields."""
    for form, words in _HIER:
        tip = form.sub(words, tip)
    return _labels(tip)


_HIER = tuple(
    (re.compile(form), words)
    for form, words in (
        (r"Draai make vertaal en vertaal ze\.", "Je vertaalt ze bij 'Vertalen'."),
        (r"Draai make vertaal en vul de vertaling aan\.", "Vul de vertaling aan bij 'Vertalen'."),
        (r"Draai make vertaal en vul ze aan in [^.]+\.", "Vul ze aan bij 'Vertalen'."),
        (
            r"(?:, of draai: )?make fix(?: zet het goed\.)?",
            " Dat gaat vanzelf goed als je opslaat.",
        ),
        (
            r"Neem het blad over met make neem-over, en verwijder het hier\.",
            "Neem het blad over bij 'Werkmap', en laat het hier verwijderen.",
        ),
        (r"Bescherm dan de hele tabel: make bescherm\.", "Laat dan de hele tabel beschermen."),
        (r"Draai make bescherm\.", "Laat de tabel beschermen."),
        (r" \(make bescherm\)", ""),
        (r"[Hh]aal deze regels? weg", "Haal dit weg"),
        (r", of Haal dit weg", ", of haal dit weg"),
        (
            rf"[Ss]chrijf(?: dan)?:? (?:(\w+): )?{ONBEKEND.value}\b",
            lambda said: (
                f"kies{' dan' if ' dan' in said[0] else ''} '{ONBEKEND.value}'"
                + (f" bij '{label(said[1])}'" if said[1] else "")
            ),
        ),
        (r"(^|[.?!] )kies", lambda said: f"{said[1]}Kies"),
        (r"Schrijf bij '(\w+)': ", lambda said: f"Kies bij '{label(said[1])}': "),
        (r"(, en noem|Noem) (?:ook )?het bestand (?:net )?zo[^.]*\.", "."),
        (r" Staat het al in een commit\? Zie de methodepagina\.", ""),
        (r"(?<=\S)  +", " "),
    )
)
"""What is said of commands and lines, and what of forms."""


@cache
def _veldnamen() -> dict[str, str]:
    """The names of fields that are no words, with what they are called."""
    return {
        name: label(name, field.description or "")
        for soort in SOORTEN
        for kind in (soort.type, *nested_types(soort.type))
        for name, field in kind.model_fields.items()
        if "_" in name
    }


def _labels(text: str) -> str:
    """With the fields called as in the form."""
    names = _veldnamen()
    return re.sub(r"\b[a-z]+(?:_[a-z]+)+\b", lambda found: names.get(found[0], found[0]), text)


_PAD = re.compile(r"(?:Maak )?(?<![\w/'])((?:[a-z-]+/)*[a-z0-9][a-z0-9-]*\.(?:yml|csv))\b")
_MAP = re.compile(r"\bin (?:de map )?([a-z]+(?:/[a-z-]+)*)(?=[ .,])")


class _Zin:
    def __init__(self, bank: Werkbank, pad: str) -> None:
        self.bank, self.pad = bank, pad
        self.naar: dict[str, dict[str, str]] = {}

    def zonder_paden(self, text: str) -> str:
        """With records by their title."""
        return _MAP.sub(self._map, _PAD.sub(self._bestand, text))

    def _bestand(self, found: re.Match[str]) -> str:
        pad = next(self._plekken(found[1]), "")
        soort = soort_van_pad(pad)
        if soort is None:
            return found[0]
        make = found[0].startswith("Maak ")
        if self.bank.tekst(pad) is not None:
            title = self.bank.titel(pad)
            self.naar[pad] = {"pad": pad, "titel": title}
            return f"{'Maak ' * make}'{title}'"
        title = _naam_van(self.bank, PurePosixPath(pad).stem)
        self.naar[pad] = {"soort": soort.naam, "titel": title}
        return f"{'Maak ' * make}een nieuw record bij '{soort.meervoud}' voor '{title}'"

    def _plekken(self, typed: str) -> Iterator[str]:
        """The files that can be meant: of the same kind first, when only its name is said."""
        if "/" in typed or soort_van_pad(typed):
            yield typed
            return
        folder = soort_op(self.pad).pad if soort_van_pad(self.pad) else ""
        folders = [folder, *(one.pad for one in SOORTEN if one.is_map and one.pad != folder)]
        yield from (pad for one in folders if self.bank.tekst(pad := f"{one}/{typed}") is not None)

    def _map(self, found: re.Match[str]) -> str:
        soort = next((one for one in SOORTEN if one.is_map and one.pad == found[1]), None)
        if soort is None:
            return found[0]
        self.naar[soort.pad] = {"soort": soort.naam, "titel": ""}
        return f"bij '{soort.meervoud}'"


def _naam_van(bank: Werkbank, key: str) -> str:
    """What is called by this id, in whatever kind; the id itself when nothing is."""
    paths = (one.bestand(key) for one in SOORTEN if one.is_map)
    return next((bank.titel(pad) for pad in paths if bank.tekst(pad) is not None), key)
