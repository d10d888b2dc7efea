"""The preview: what stands on a page with the changes that somebody made, and which pages differ.

A page is made from the same blocks, templates and prose as on the site. What was read for it is
noted (``render.volgen``), so that it is made again only when that changed. Not here: the frame
around it, which the published page has (``docs/werkbank``), how prose becomes HTML (``opmaak``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from macros.load import Loaded
from macros.model.geheel import adres_van, pad_van
from macros.model.regio import Instellingen
from macros.proza import kop
from macros.proza.weergave import Taalproza, vul_aan
from macros.render.plaats import aanroepen
from macros.render.recordpaginas import Recordpagina, boven, recordpaginas
from macros.render.richting import met_richting
from macros.render.volgen import TEKSTEN, VEROUDERD, Sleutel, Volger, gevolgd, veranderd
from macros.render.weergave import Weergave
from macros.taal.talen import MAP, richting
from macros.werkbank.opmaak import Blad, adres_op, als_html, met_aanroepen
from macros.werkbank.werkbank import Afgewezen, getypt, soort_op
from macros.wijziging.geschiedenis import GEEN, Geschiedenis
from macros.wijziging.geschiedenisbestand import GESCHIEDENIS, uit_tekst
from macros.wijziging.stand import ONBEKEND, Stand

PER_KEER = 20
"""How many pages one question for what changed makes at most: a moment in a browser."""

NIET_BIJ = "Je laatste wijziging staat hier nog niet in. Herstel eerst de fouten."

_CATALOGUS = {TEKSTEN, VEROUDERD}
ONTBREEKT = "Wat nog fouten heeft, ontbreekt hier: {}."

_BLADEN = "bladen"
"""The group of the paths that there are, beside those of ``volgen``."""


@dataclass(frozen=True, slots=True)
class Pagina:
    """What is seen of a page: ``html`` stands in the article, ``melding`` above it, in ``taal``.

    ``gemist`` says, in Dutch, what is not as it will be on the site.
    """

    titel: str
    html: str
    taal: str
    melding: str = ""
    gemist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paginarij:
    """A page to look at; ``nieuw`` says that the site has none at this address."""

    adres: str
    taal: str
    titel: str
    nieuw: bool


class Beeld:
    """A region in one language as pages; each is made when it is asked for, and kept."""

    def __init__(self, weergave: Weergave, proza: Taalproza) -> None:
        self.kaal = weergave
        self.proza = proza
        self._gemist: list[str] = []
        self._volger = Volger()
        self.weergave = gevolgd(replace(weergave, gemist=self._gemist), self._volger)
        self.woorden = self.weergave.woorden  # not to be taken for what the first page reads
        self.gemaakt: dict[str, tuple[Pagina, set[Sleutel]]] = {}

    @cached_property
    def records(self) -> Mapping[str, Recordpagina]:
        """The pages that are made from data, by their path."""
        return {one.pad: one for one in recordpaginas(self.weergave.blik)}

    @cached_property
    def paden(self) -> Mapping[str, str]:
        """The path of every page, by its address."""
        every = {*self.records, *self.proza.nederlands} - self.kaal.weg
        return {adres_op(pad): pad for pad in sorted(every)}

    def veranderd(self, oud: Beeld) -> set[Sleutel] | None:
        """What is not the same in both; None is everything."""
        before, after = oud.kaal.blik, self.kaal.blik
        if before.vandaag != after.vandaag or oud.woorden != self.woorden:
            return None
        pages = {*oud.paden.values()} ^ {*self.paden.values()}
        return veranderd(oud.kaal, self.kaal) | {(_BLADEN, pad) for pad in pages}

    def neem_over(self, oud: Beeld) -> None:
        """Pages for which nothing was read that is otherwise now, are what they were."""
        changed = self.veranderd(oud)
        if changed is None:
            return
        here = {*self.paden.values()}
        for pad, made in oud.gemaakt.items():
            if pad in here and made[1].isdisjoint(changed):
                self.gemaakt.setdefault(pad, made)

    def pagina(self, pad: str) -> Pagina:
        """The page of a path."""
        if pad not in self.gemaakt:
            self.gemaakt[pad] = self._volger.apart(lambda: self._maak(pad))
        return self.gemaakt[pad][0]

    def gelezen(self, pad: str) -> set[Sleutel]:
        """What was read for the page of a path."""
        self.pagina(pad)
        return self.gemaakt[pad][1]

    def _maak(self, pad: str) -> Pagina:
        self._gemist.clear()
        blad, calls = Blad(pad), aanroepen(self.weergave)
        if record := self.records.get(pad):
            blad.meta |= record.kop
            vul_aan(self.weergave, pad, blad.meta)
            text = calls[record.rij.blok](blad, *record.argumenten)
        else:
            head, text = self._proza(pad)
            blad.meta |= head
            vul_aan(self.weergave, pad, blad.meta)
            if head.get("render_macros") == "true":
                text = met_aanroepen(text, blad, calls, self.proza.eigen)
        html = als_html(text, blad, self._is_pagina)
        if len({*map(richting, self.weergave.blik.regio.instellingen.talen)}) > 1:
            html = met_richting(html, richting)
        taal = str(blad.meta.get("inhoud_taal", self.weergave.blik.v.taal))
        melding = str(blad.meta.get("melding", ""))
        return Pagina(blad.title, html, taal, melding, tuple(dict.fromkeys(self._gemist)))

    def _proza(self, pad: str) -> tuple[Mapping[str, Any], str]:
        """What the head of a page says, and the rest."""
        text = self.proza.eigen.get(pad) or self.proza.nederlands[pad]
        document = kop.waarden(text)
        head = document.value if document and isinstance(document.value, dict) else {}
        return head, text[kop.einde(text) :].lstrip("\n")

    def _is_pagina(self, pad: str) -> bool:
        self._volger.nu.add((_BLADEN, pad))
        return self.paden.get(adres_op(pad)) == pad or self.proza.is_bestand(pad)


class Voorbeeld:
    """The pages of a folder of data as it was and as it is now; ``docs`` has the prose.

    ``meldingen``, ``map`` and ``adres`` are as in ``Weergave``, and ``stand`` as in ``Blik``. So is
    ``geschiedenis``, which lies beside the prose when it is not handed over.
    """

    def __init__(
        self,
        docs: Path,
        meldingen: str = "",
        map: str = "data",
        adres: str = "",
        stand: Stand = ONBEKEND,
        geschiedenis: Geschiedenis | None = None,
    ) -> None:
        self.docs, self.meldingen, self.map = docs, meldingen, map
        self.adres, self.stand = adres, stand
        file = docs.parent / GESCHIEDENIS
        if geschiedenis is None:
            geschiedenis = uit_tekst(file.read_text("utf-8")) if file.is_file() else GEEN
        self.geschiedenis = geschiedenis
        self._proza: dict[str, Taalproza] = {}
        self._beelden: dict[str, list[tuple[Loaded, Beeld]]] = {}
        self._goed: dict[tuple[str, str], Pagina] = {}

    def adressen(self, loaded: Loaded, taal: str) -> list[str]:
        """Of every page in a language."""
        return [*self._beeld(loaded, taal).paden]

    def pagina(self, basis: Loaded, nu: Loaded, adres: str, taal: str) -> tuple[Pagina, str]:
        """The page at an address, and the address of the published page whose frame fits it.

        While a mistake keeps it from being made, it is what it was before that.
        """
        old = self._beeld(basis, taal)
        new = self._beeld(nu, taal) if nu.regio and taal in nu.catalogi else None
        found = self._gemaakt(nu, new, adres)
        if found is not None and new is not None:
            if absent := sorted(_ontbreekt(nu, new.gelezen(new.paden[adres]))):
                found = replace(found, gemist=(ONTBREEKT.format(", ".join(absent)), *found.gemist))
            else:
                self._goed[adres, taal] = found
        else:
            found = self._goed.get((adres, taal)) or self._gemaakt(basis, old, adres)
            if found is None:
                later = "Deze pagina is er nog niet. Herstel eerst de fouten."
                raise Afgewezen("Deze pagina is er niet." if nu.ok else later)
            found = replace(found, gemist=(NIET_BIJ, *found.gemist))
        return found, _kader(adres, old, new)

    def paginas(
        self, basis: Loaded, nu: Loaded, pad: str, hoogstens: int = PER_KEER
    ) -> tuple[list[Paginarij], bool]:
        """The pages of the record at ``pad``, then every page that its change changes.

        When ``hoogstens`` pages were made and more may differ: False, and the rest the next time.
        """
        own: list[Paginarij] = []
        more: list[tuple[str, Paginarij]] = []
        left = hoogstens
        for taal in basis.catalogi:
            old = self._beeld(basis, taal)
            readable = nu.regio and taal in nu.catalogi and pad not in nu.regio.onleesbaar
            new = self._beeld(nu, taal) if readable else old
            mine = list(_eigen(pad, old, new))
            own += [self._rij(nu, taal, adres, old, new) for adres in mine]
            keys = _sleutels(pad, new.veranderd(old))
            for adres, path in new.paden.items():
                if adres in mine or left < 0 or new is old:
                    continue
                left -= path not in old.gemaakt and adres in old.paden
                if adres in old.paden and keys is not None and keys.isdisjoint(old.gelezen(path)):
                    continue
                left -= path not in new.gemaakt
                if self._verschilt(basis, nu, adres, old, new):
                    more.append((adres, self._rij(nu, taal, adres, old, new)))
        return own + [row for _, row in sorted(more, key=lambda one: one[0])], left >= 0

    def _beeld(self, loaded: Loaded, taal: str) -> Beeld:
        """What was made of these data before, or else what the last ones leave of that."""
        known = self._beelden.setdefault(taal, [])
        for number, (one, beeld) in enumerate(known):
            if one is loaded:
                known.append(known.pop(number))
                return beeld
        if loaded.regio is not None and taal not in loaded.catalogi:
            raise Afgewezen(f"Er is geen voorbeeld in deze taal ({taal}).")
        if loaded.regio is None:
            raise Afgewezen(f"Er is geen voorbeeld zolang {pad_van(Instellingen)} fouten heeft.")
        prose = self._proza.setdefault(taal, Taalproza(self.docs, taal))
        shown = prose.weergave(
            *(loaded, loaded.regio, self.meldingen, self.map, self.geschiedenis),
            adres=self.adres,
            stand=self.stand,
        )
        new = Beeld(shown, prose)
        for _, beeld in reversed(known):
            new.neem_over(beeld)
        known[:] = [*known[-_BEWAARD + 1 :], (loaded, new)]
        return new

    def _gemaakt(self, loaded: Loaded, beeld: Beeld | None, adres: str) -> Pagina | None:
        """The page at an address; None when there is none, or mistakes in the data prevent it."""
        if beeld is None or adres not in beeld.paden:
            return None
        try:
            return beeld.pagina(beeld.paden[adres])
        except Exception:
            if loaded.ok:
                raise
            return None

    def _verschilt(self, basis: Loaded, nu: Loaded, adres: str, old: Beeld, new: Beeld) -> bool:
        found = self._gemaakt(nu, new, adres)
        return found is not None and found != self._gemaakt(basis, old, adres)

    def _rij(self, nu: Loaded, taal: str, adres: str, old: Beeld, new: Beeld) -> Paginarij:
        page = self._gemaakt(nu, new, adres)
        titel = page.titel if page else PurePosixPath(adres).name
        return Paginarij(adres, taal, titel, adres not in old.paden)


_BEWAARD = 3
"""How many states of the data have their pages kept: as published, and the last ones."""


def _ontbreekt(nu: Loaded, gelezen: set[Sleutel]) -> Iterator[str]:
    """The records with mistakes that a page would show: those of which it read the kind."""
    for pad in nu.regio.onleesbaar if nu.regio else ():
        veld, key = soort_op(pad).veld, PurePosixPath(pad).stem
        if not gelezen.isdisjoint({(veld, None), (veld, key)}):
            yield getypt(nu, pad)


def _eigen(pad: str, old: Beeld, new: Beeld) -> Iterator[str]:
    """The addresses where a record stands, also one that cannot be read; of a page that leads on,
    where it leads.
    """
    if pad.startswith(f"{MAP}/"):
        return
    soort = soort_op(pad)
    first = adres_van(soort.type, PurePosixPath(pad).stem).partition("#")[0] if soort.adres else ""
    found = [first] if first and (first in new.paden or soort.eigen_pagina) else []
    records = {**old.records, **new.records}
    own = [one for one in records.values() if one.bestand == pad]
    found += [adres_op(one.pad) for one in own]
    leads = {adres_op(one.pad): str(one.kop["verwijst"]) for one in own if "verwijst" in one.kop}
    yield from dict.fromkeys(leads.get(one, one) for one in found)


def _sleutels(pad: str, changed: set[Sleutel] | None) -> set[Sleutel] | None:
    """Of what changed, what the file at ``pad`` can have to do with."""
    if changed is None:
        return None
    own = _CATALOGUS if pad.startswith(f"{MAP}/") else {soort_op(pad).veld, "editie", _BLADEN}
    return {key for key in changed if key[0] in own}


def _kader(adres: str, old: Beeld, new: Beeld | None) -> str:
    """A published page with the frame of this one: itself, or another of its kind."""
    if adres in old.paden:
        return adres
    record = new.records.get(new.paden.get(adres, "")) if new else None
    if record is None:
        return ""
    same = (one.pad for one in old.records.values() if one.rij is record.rij)
    above = boven(record.rij)
    return next(map(adres_op, same), above if above in old.paden else "")
