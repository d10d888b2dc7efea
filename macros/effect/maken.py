"""What a change does, found: two states of the project beside each other, and their built sites.

What may not be shown, of before or after, is left out here: nobody looked at a proposal yet. Not
here: where the states come from (``scripts.effect``), or how it is said (``tekst``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.effect import stukken
from macros.effect.stukken import KORT, LANG, Effect
from macros.effect.tekst import zichtbaar
from macros.issue import NIET_VERTAALD, Issue, Level, has_errors
from macros.lezing import Lezing
from macros.load import Loaded
from macros.model.monitor.indicator import Waarneming
from macros.model.veld import waarde
from macros.nalezen import lezing_van
from macros.proza import kop
from macros.site.verschil import Siteverschil
from macros.taal.catalogus import data_texts, untranslated
from macros.taal.proza import Toestand, in_kop, lees, paginas
from macros.taal.talen import BRONTAAL, nederlandse_naam
from macros.taal.vertaler import Tekst
from macros.wijziging.dag import recordwijzigingen
from macros.wijziging.geschiedenis import Gewicht, Recordwijziging
from macros.wijziging.poort import Poort
from macros.wijziging.verschil import Staat, soort_toen
from macros.wijziging.woorden import (
    NEDERLANDS,
    Regel,
    Stuk,
    Titel,
    Zegger,
    ingekort,
    tekstregel,
    titels,
    veldregel,
)


@dataclass(frozen=True, slots=True)
class Stand:
    """The project in one state: its data, and ``docs`` with a folder of prose for each language."""

    gelezen: Loaded
    docs: Path


@dataclass(frozen=True, slots=True)
class Bevonden:
    """What is wrong with the change: ``problemen`` with its files, named as below ``wortel``, and
    ``bouw``, why no site can be made of it. ``eerder`` was so before it.
    """

    problemen: Sequence[Issue]
    eerder: frozenset[tuple[str, str, str]]
    bouw: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Bestanden:
    """How many files of each sort changed."""

    gegevens: int
    proza: int
    overig: int


_VERBODEN = frozenset(
    {
        *("account", "bsn", "e-mailadres", "geboortedatum", "herkenbaar-kind", "klein-aantal"),
        *("persoonsnaam", "telefoonnummer", "woonadres"),
    }
)
"""What may not be said of anybody, in whatever words it stands."""
_NIET_HERHAALD = "Hier staat iets dat we niet herhalen: make check zegt wat."
_AANGEHAALD = re.compile(r"'([^']+)'")
"""Words of others in a sentence of ours."""
_ALS_WOORDEN = str.maketrans("-_/", "   ")


def effect(
    oud: Stand,
    nieuw: Stand,
    bevonden: Bevonden,
    bestanden: Bestanden,
    sites: Siteverschil | None,
    data: str,
) -> Effect:
    """All that can be told. ``data`` is the folder of data as the problems and pages name it."""
    maker = _Maker(oud, nieuw)
    records = []
    if nieuw.gelezen.regio:
        records = [*maker.records(), *maker.vertalingen(), *maker.proza()]
    problems = [*maker.problemen(bevonden)]
    waiting = [*maker.terugval()] if nieuw.gelezen.regio else []
    pages = [*maker.paginas(sites, {f"{data}/{pad}" for pad in maker.gewijzigd})] if sites else []
    wrong = bool(bevonden.bouw) or has_errors(bevonden.problemen)
    return Effect(
        gegevens=bestanden.gegevens,
        proza=bestanden.proza,
        overig=bestanden.overig,
        problemen=tuple(problems),
        bouw=tuple(map(maker.regel, bevonden.bouw[-stukken.REGELS :])),
        meer_bouw=len(bevonden.bouw[: -stukken.REGELS]),
        vergeleken=nieuw.gelezen.regio is not None,
        records=tuple(records),
        sites="vergeleken" if sites else "geen" if wrong else "geen-oude",
        paginas=tuple(pages),
        alle_paginas=sites.alle if sites else 0,
        bestanden=sites.bestanden if sites else 0,
        terugval=tuple(waiting),
        verzwegen=maker.verzwegen,
    )


class _Maker:
    """Two states of the project, read by the rules of the one that was looked at: the old one, or
    when that cannot be read the new one.
    """

    def __init__(self, oud: Stand, nieuw: Stand) -> None:
        self.oud, self.nieuw = oud, nieuw
        regio = oud.gelezen.regio or nieuw.gelezen.regio
        self.poort = Poort.van(regio, nieuw.gelezen.regio) if regio else Poort(Lezing())
        self.lezing = (
            lezing_van(regio.instellingen, regio.gemeenten.values()) if regio else Lezing()
        )
        self.voor, self.na = _leesbaar(oud.gelezen, nieuw.gelezen)
        self.verzwegen = 0

    @property
    def gewijzigd(self) -> set[str]:
        """The files of data that say something else."""
        every = {*self.voor, *self.na}
        return {pad for pad in every if self.voor.get(pad) != self.na.get(pad)}

    # ------------------------------------------------------------ what may be repeated

    def mag(self, tekst: str) -> bool:
        """Whether a text, also one that is an id or an address, says nothing that it may not."""
        return not any(
            one.code in _VERBODEN
            for said in {tekst, tekst.translate(_ALS_WOORDEN)}
            for one in self.lezing.vondsten(said)
        )

    def gekuist(self, tekst: str) -> str:
        """A sentence of ours without what it repeats of others and may not be said."""
        tekst = _AANGEHAALD.sub(lambda said: said[0] if self.mag(said[1]) else "'…'", tekst)
        found = [one for one in self.lezing.vondsten(tekst) if one.code in _VERBODEN]
        for one in sorted(found, key=lambda one: one.begin, reverse=True):
            tekst = f"{tekst[: one.begin]}…{tekst[max(one.begin, one.eind) :]}"
        return stukken.geknipt(tekst if self.mag(tekst) else _NIET_HERHAALD, LANG)

    def regel(self, tekst: str) -> str:
        """A line of a program, with what nobody sees as its number."""
        return stukken.geknipt(zichtbaar(self.gekuist(tekst)), stukken.REGEL)

    # ------------------------------------------------------------ problems

    def problemen(self, bevonden: Bevonden) -> Iterator[stukken.Probleem]:
        """What stops it, then what is worth a look and was not there before."""
        for one in sorted(bevonden.problemen, key=lambda one: (one.level is not Level.FOUT, one)):
            wrong = one.level is Level.FOUT
            if one.code == NIET_VERTAALD and self.nieuw.gelezen.regio:
                continue  # told by itself
            if wrong or kenmerk(one) not in bevonden.eerder:
                yield stukken.Probleem(
                    self._pad(one.path),
                    one.line,
                    one.column,
                    wrong,
                    self.gekuist(one.message),
                    self.gekuist(one.tip),
                )

    def _pad(self, pad: str) -> str:
        """A file as it may be named; empty when it may not, or can be no file of a repository."""
        fits = stukken.PAD.fullmatch(pad) and len(pad) <= 2 * KORT
        return pad if fits and self.mag(pad) else ""

    # ------------------------------------------------------------ records

    def records(self) -> Iterator[stukken.Record]:
        """What happened to each record, what matters first."""
        titel = self._titel()
        found = recordwijzigingen(self.voor, self.na, self.poort)
        told = {one.pad for one in found} | {one.was for one in found}
        self.verzwegen += sum(not self.poort.pad(pad) for pad in self.gewijzigd - told)
        for one in sorted(found, key=lambda one: one.gewicht is Gewicht.KLEIN):
            yield self._record(one, titel)

    def vertalingen(self) -> Iterator[stukken.Record]:
        """What is said otherwise in another language, though the Dutch was there before."""
        regio = self.oud.gelezen.regio
        there = {one.tekst for one in data_texts(regio)} if regio else set()
        for taal, catalogus in self.nieuw.gelezen.catalogi.items():
            known = self.oud.gelezen.catalogi.get(taal)
            before, after = known.vertaald if known else {}, catalogus.vertaald
            fields = []
            for dutch in (one for one in after if one in there):
                old, new = before.get(dutch), after[dutch]
                if old == new:
                    continue
                shown = all(one is None or self.mag(one) for one in (dutch, old, new))
                self.verzwegen += not shown
                if shown:
                    line = tekstregel("", (), ingekort(dutch), old, new)
                    fields.append(_veld(line, klein=False, verborgen=False))
            if fields:
                name = f"Vertaling in het {nederlandse_naam(taal)}"
                told = tuple(fields[:_VELDEN])
                more = len(fields) - len(told)
                yield stukken.Record(name, "vertaling", "gewijzigd", False, (), told, more)

    def proza(self) -> Iterator[stukken.Record]:
        """What pages of prose say otherwise."""
        for taal in self.nieuw.gelezen.catalogi:
            old, new = (_proza(stand, taal) for stand in (self.oud, self.nieuw))
            for pad in sorted({*old, *new}):
                if old.get(pad) != new.get(pad):
                    yield self._pagina(taal, pad, old.get(pad), new.get(pad))

    def _pagina(self, taal: str, pad: str, oud: str | None, nieuw: str | None) -> stukken.Record:
        title = in_kop(nieuw or oud or "", "title")
        name = title[1].strip("\"'") if title else pad
        what = "nieuw" if oud is None else "vervallen" if nieuw is None else "gewijzigd"
        fields: tuple[stukken.Veld, ...] = ()
        texts = [None if one is None else _zonder_kop(one) for one in (oud, nieuw)]
        if what == "gewijzigd" and texts[0] != texts[1]:
            line = tekstregel("", (), "Tekst", *texts)
            shown = _veld(line, klein=False, verborgen=False)
            said = (
                " ".join(one.tekst for one in shown.stukken if one.aard != gone) for gone in _KANTEN
            )
            hidden = not all(map(self.mag, [*said, shown.oud or "", shown.nieuw or ""]))
            self.verzwegen += hidden
            fields = (_veld(line, klein=False, verborgen=hidden),)
        sort = f"pagina in het {nederlandse_naam(taal)}"
        called = stukken.geknipt(name, KORT) if self.mag(name) else ""
        return stukken.Record(called, sort, what, False, (), fields, 0)

    def _titel(self) -> Titel:
        """What a record is called, when that may be said."""
        sides = [titels(self.na), titels(self.voor)]

        def titel(pad: str) -> Tekst | None:
            found = next((name for side in sides if (name := side(pad))), None)
            return found if found and self.mag(found.tekst) else None

        return titel

    def _record(self, one: Recordwijziging, titel: Titel) -> stukken.Record:
        soort = soort_toen(one.pad)
        if soort and soort.tabellen:
            name, every = _CIJFERS, [*_cijfers(one, titel)]
        else:
            self.verzwegen += sum(field.verborgen for field in one.velden)
            name = stukken.geknipt(one.titel, KORT)
            every = [
                _veld(
                    veldregel(NEDERLANDS, one.pad, field, titel),
                    klein=field.gewicht is Gewicht.KLEIN,
                    verborgen=field.verborgen,
                )
                for field in one.velden
            ]
        fields = tuple(every[:_VELDEN])
        return stukken.Record(
            name,
            soort.naam if soort else "",
            one.gebeurtenis.value,
            one.gewicht is Gewicht.KLEIN,
            tuple(stukken.geknipt(note, LANG) for note in one.toelichting[:5]),
            fields,
            len(every) - len(fields),
        )

    # ------------------------------------------------------------ pages

    def paginas(self, sites: Siteverschil, bronnen: set[str]) -> Iterator[stukken.Pagina]:
        """The pages that are otherwise. ``bronnen`` are the files of data that changed."""
        for one in sites.paginas:
            fits = stukken.ADRES.fullmatch(one.adres) and len(one.adres) <= KORT
            if not fits or not self.mag(one.adres):
                self.verzwegen += 1
                continue
            name = stukken.geknipt(one.naam, KORT)
            own = one.bron in bronnen or one.bron in self.proza_anders
            yield stukken.Pagina(
                one.taal or BRONTAAL, one.adres, name if self.mag(name) else "", one.wat, own
            )

    @property
    def proza_anders(self) -> set[str]:
        """The pages of prose that say something else, as a page names them."""
        found = set()
        for taal in self.nieuw.gelezen.catalogi:
            old, new = (_proza(stand, taal) for stand in (self.oud, self.nieuw))
            found |= {f"docs/{taal}/{pad}" for pad in {*old, *new} if old.get(pad) != new.get(pad)}
        return found

    # ------------------------------------------------------------ translations

    def terugval(self) -> Iterator[stukken.Terugval]:
        """What a language had, or what is new, and it shows in Dutch now."""
        for taal in self.nieuw.gelezen.catalogi:
            if taal == BRONTAAL:
                continue
            name = nederlandse_naam(taal)
            waited = _wacht(self.oud, taal)
            for text, said in _wacht(self.nieuw, taal).items():
                if text in waited:
                    continue
                if self.mag(said):
                    yield stukken.Terugval(name, stukken.geknipt(said, KORT))
                else:
                    self.verzwegen += 1


_VELDEN, _WAARDE, _STUKKEN = 40, 600, 60
_KANTEN = ("weg", "erbij")
_OM = 8
"""So many words of a text are shown on each side of a change."""


def kenmerk(issue: Issue) -> tuple[str, str, str]:
    """The same problem, wherever in the file it stands."""
    return issue.path, issue.code, issue.message


def _leesbaar(oud: Loaded, nieuw: Loaded) -> tuple[Staat, Staat]:
    """What the files of both say; one that only one of them can read counts as the same."""
    before, after = (
        {pad: one.value for pad, one in loaded.documents.items()} for loaded in (oud, nieuw)
    )
    broken = {pad for pad in after.keys() - before.keys() if (oud.folder / pad).is_file()}
    broken |= {pad for pad in before.keys() - after.keys() if (nieuw.folder / pad).is_file()}
    sides = [
        {pad: one for pad, one in side.items() if pad not in broken} for side in (before, after)
    ]
    return sides[0], sides[1]


_CIJFERS, _PLAATSEN = "Cijfers", 12
_GEBIED = waarde(Waarneming.model_fields["gebied"])


def _cijfers(one: Recordwijziging, titel: Titel) -> Iterator[stukken.Veld]:
    """Of each indicator where and when there are other figures, and never which."""
    places: dict[tuple[str, bool], list[str]] = {}
    says = Zegger(NEDERLANDS, titel)
    for field in one.velden:
        line = veldregel(NEDERLANDS, one.pad, field, titel)
        for item in field.namen.values():
            _, area, period = item.sleutel.split("/")
            where = f"{says.waarde(area, _GEBIED)} ({period})"
            key = str(line.stappen[-1]), field.gewicht is Gewicht.KLEIN
            places.setdefault(key, []).append(where)
    for (name, small), found in places.items():
        more = len(found) - _PLAATSEN
        said = ", ".join(found[:_PLAATSEN]) + (f" en nog {more}" if more > 0 else "")
        label = stukken.geknipt(name, KORT)
        yield stukken.Veld(label, None, stukken.geknipt(said, LANG), (), small, verborgen=False)


def _veld(line: Regel, *, klein: bool, verborgen: bool) -> stukken.Veld:
    words = () if verborgen else tuple(_stukken(line))
    old, new = (
        None if side is None or words or verborgen else stukken.geknipt(str(side), _WAARDE)
        for side in (line.oud, line.nieuw)
    )
    return stukken.Veld(stukken.geknipt(line.label, 2 * KORT), old, new, words, klein, verborgen)


def _stukken(line: Regel) -> Iterator[stukken.Stuk]:
    """The words that go and come, with some of what stands around them."""
    last = len(line.stukken) - 1
    for at, piece in enumerate(line.stukken[:_STUKKEN]):
        said = piece.tekst if piece.aard else _omheen(piece, at > 0, at < last)
        yield stukken.Stuk(piece.aard.value if piece.aard else "", stukken.geknipt(said, _WAARDE))
    if last >= _STUKKEN:
        yield stukken.Stuk("", "…")


def _omheen(piece: Stuk, na: bool, voor: bool) -> str:
    """What stays of a text: a few words after a change, and a few before the next."""
    words = piece.tekst.split()
    before, after = words[:_OM] if na else [], words[-_OM:] if voor else []
    if len(words) <= len(before) + len(after):
        return " ".join(words)
    return " ".join([*before, "…", *after])


def _zonder_kop(pagina: str) -> str:
    return pagina[kop.einde(pagina) :].strip()


def _proza(stand: Stand, taal: str) -> dict[str, str]:
    folder = stand.docs / taal
    return lees(folder) if folder.is_dir() else {}


def _wacht(stand: Stand, taal: str) -> dict[str, str]:
    """What a language shows in Dutch, or shows in an older translation: texts of the data, pages of
    prose; each with how it is told.
    """
    regio, catalogus = stand.gelezen.regio, stand.gelezen.catalogi.get(taal)
    found = {}
    if regio and catalogus:
        found = {one.tekst: one.tekst for one in untranslated(regio, catalogus.vertaler())}
    for pad, page in paginas(_proza(stand, BRONTAAL), _proza(stand, taal)).items():
        if page.toestand is not Toestand.ACTUEEL:
            found[f"docs/{pad}"] = _PROZA[page.toestand].format(pad)
    return found


_PROZA = {
    Toestand.ONTBREEKT: "de hele pagina {}",
    Toestand.VEROUDERD: "de pagina {}: boven de vertaling staat dat het Nederlands nieuwer is",
}
