"""The monthly mail of the regisseur, ready to send: what changed, what is coming, what is asked.

Plain text in short sentences, so that it can be pasted into any program; who sends it, says so
themselves. Not here: sending it, which nobody but the regisseur does.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from pydantic_core import PydanticCustomError

from macros.lezing.stijl import WOORDEN_PER_ZIN, zinnen
from macros.model.basis.datum import Datum, bedoeld
from macros.model.overleg.vergadering import Besluit
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.overleg.komend import komend
from macros.views.overleg.regie import Regielijst, regie
from macros.views.overleg.tabellen import functies
from macros.views.overleg.voorstel import VolgendeStap, volgende_stappen
from macros.views.regio.kanaal import komtitel
from macros.views.regio.leemten import GEBIED
from macros.views.regio.nieuw.betreft import Gebeurd, gebeurd
from macros.views.regio.nieuw.maand import NIEUW, maand_van, maanden
from macros.views.regio.nieuw.regel import Recordrij, Veldrij, rijen
from macros.views.regio.nieuw.zin import Zin, gaat_over, plek, veldzin
from macros.wijziging.geschiedenis import Gebeurtenis, Gewicht

TERUG = datetime.timedelta(days=14)
"""Until two weeks after its end a month is the one to write about."""
VOORUIT = datetime.timedelta(days=31)
PER_KOP = 3
"""So many things stand under a heading; how many more there are is said."""
VELDEN = 2
"""So many fields of a record are told."""
VRAGEN_MEEST = 2

KOPPEN = {
    "overleg": N_("Besluiten en overleg"),
    "agenda": N_("Acties"),
    "monitor": N_("Cijfers"),
    "": N_("Verder op de site"),
}
"""Under which heading a change of an area stands; empty is every other area."""

VRAGEN = {
    "trekkers": N_("Wie trekt dit speerpunt: {wat}?"),
    "eigenaar": N_("Wie zorgt dat dit besluit wordt uitgevoerd: {wat}?"),
    "over-tijd": N_("Is dit af: {wat}?"),
    "niet-bijgewerkt": N_("Is dit doorgegaan: {wat}?"),
    "stukken": N_("Wanneer moeten de stukken er zijn voor: {wat}?"),
    "bevoegdheid": N_("Wat mag dit overleg beslissen: {wat}?"),
    "voorzitter": N_("Wie zit dit overleg voor: {wat}?"),
    "deelnemers": N_("Wie zitten er in dit overleg: {wat}?"),
    "taak": N_("Wat doet dit overleg: {wat}?"),
}
"""What partners are asked about a thing on a list of the regisseur, the first of these first."""


@dataclass(frozen=True, slots=True)
class Nieuwsbrief:
    """The mail about a month. ``blokken`` are its paragraphs: lines of pieces of text. One that
    nobody translated says so, as on every page (``noot``).
    """

    maand: str
    onderwerp: str
    blokken: tuple[tuple[Zin, ...], ...]
    taal: str
    noot: str

    @property
    def tekst(self) -> str:
        """All of it, to be pasted: a blank line between paragraphs."""
        blocks = ("\n".join(map(self._regel, block)) for block in self.blokken)
        return "\n\n".join(blocks)

    def _regel(self, zin: Zin) -> str:
        noted = (
            f"{one} ({self.noot})" if one.taal != self.taal and not one.is_naam else str(one)
            for one in zin
        )
        return "".join(noted)


def in_tekst(zin: Zin) -> str:
    """The pieces of a line behind each other."""
    return "".join(map(str, zin))


def te_schrijven(vandaag: Datum) -> Datum:
    """The month to write about: the last one, and from halfway on the one that it is."""
    day = datetime.date(*vandaag.begin) - TERUG
    return Datum(day.year, day.month)


def als_maand(getypt: str, vandaag: Datum) -> Datum:
    """The month that somebody typed; ValueError says in Dutch why there is no mail about it."""
    try:
        found = Datum.parse(bedoeld(getypt) or getypt.strip())
    except PydanticCustomError:
        found = Datum(0)
    if not found.maand or found.dag:
        raise ValueError(
            f"'{getypt}' is geen maand. Schrijf jaar en maand, zoals {vandaag.jaar}-01."
        )
    if found.begin > vandaag.begin:
        raise ValueError("Die maand moet nog komen: daarover is er nog geen nieuws.")
    return found


def nieuwsbrief(blik: Blik, site_url: str, maand: Datum | None = None) -> Nieuwsbrief:
    """The mail about a month; ``site_url`` is the address of the site in this language and ends in
    ``/``.
    """
    month = maand or te_schrijven(blik.vandaag)
    naam = blik.v.datum(month)
    titel = blik.v.tekst(blik.regio.instellingen.titel)
    brief = _Brief(blik, site_url, month)
    return Nieuwsbrief(
        naam,
        blik.v.ui(N_("Nieuws van {titel}: {maand}"), titel=titel, maand=naam),
        tuple(tuple(block) for block in brief.blokken()),
        blik.v.taal,
        blik.v.ui(N_("alleen in het Nederlands")),
    )


@dataclass(frozen=True, slots=True)
class _Brief:
    blik: Blik
    site_url: str
    maand: Datum

    def zin(self, text: str, **waarden: object) -> Zin:
        return (self.blik.v.naam(self.blik.v.ui(text, **waarden)),)

    def adres(self, pad: str) -> Zin:
        return (self.blik.v.naam(f"{self.site_url}{pad}"),)

    def kop(self, text: str, **waarden: object) -> list[Zin]:
        return [(self.blik.v.naam(self.blik.v.ui(text, **waarden).upper()),)]

    def punt(self, titel: Tekst) -> Zin:
        return self.blik.v.naam("- "), _passend(titel, WOORDEN_PER_ZIN - 1)

    # ------------------------------------------------------------ the whole

    def blokken(self) -> Iterator[Sequence[Zin]]:
        v, month = self.blik.v, self.blik.v.datum(self.maand)
        titel = v.tekst(self.blik.regio.instellingen.titel)
        yield [self.zin(N_("Hallo allemaal,"))]
        yield [
            self.zin(N_("Fijn dat je meedoet met {titel}."), titel=titel),
            self.zin(N_("Dit veranderde er in {maand}, en dit komt eraan."), maand=month),
        ]
        yield from self.veranderd()
        yield from self.komt()
        yield from self.voorstellen()
        yield from self.vragen()
        yield [
            self.zin(N_("Heb je een vraag, of weet je iets wat hier niet staat?")),
            self.zin(N_("Antwoord dan gerust op deze mail.")),
        ]
        sender = [one.naam for one in functies(self.blik)][:1]
        yield [
            self.zin(N_("Hartelijke groet,")),
            *((one,) for one in (*sender, titel)),
            *([self.adres("")] if self.site_url else ()),
        ]

    # ------------------------------------------------------------ what changed

    def veranderd(self) -> Iterator[Sequence[Zin]]:
        """Under each heading what happened, with what the reader can read about it."""
        begin = self.blik.geschiedenis.begin
        if begin is None:
            yield [self.zin(N_("Wat er veranderde, is deze keer niet bekend."))]
            return
        since, month = Datum.van(begin), self.blik.v.datum(self.maand)
        if (since.jaar, since.maand) >= (self.maand.jaar, self.maand.maand):
            told = self.blik.v.datum(since)
            yield [self.zin(N_("Wat er veranderde, houden we bij sinds {datum}."), datum=told)]
            if since.begin > self.maand.einde:
                return
        rows = {head: list(every) for head, every in groupby(self.rijen(), key=lambda row: row[0])}
        if not rows:
            yield [self.zin(N_("In {maand} veranderde er niets wat ertoe doet."), maand=month)]
            return
        texts = [row for every in rows.values() for _, _, row in every if row.alleen_tekst]
        for head, found in rows.items():
            every = [row for row in found if not row[2].alleen_tekst]
            if every:
                yield self.kop(KOPPEN[head])
            for _, een, row in every[:PER_KOP]:
                yield [*self.wijziging(een, row)]
            if more := len(every[PER_KOP:]):
                words = self.blik.v.aantal(more, "En nog {n} wijziging.", "En nog {n} wijzigingen.")
                yield [(self.blik.v.naam(words),)]
        if texts:
            words = self.blik.v.aantal(
                len(texts),
                "Op {n} plek is alleen de tekst anders.",
                "Op {n} plekken is alleen de tekst anders.",
            )
            yield [(self.blik.v.naam(words),)]
        yield [self.zin(N_("Alles wat veranderde, staat hier:")), self.adres(self.alles)]

    @property
    def alles(self) -> str:
        """Where all of the month stands."""
        own = [one.adres for one in maanden(self.blik) if one.datum == self.maand]
        return own[0] if own else NIEUW

    def rijen(self) -> Iterator[tuple[str, Gebeurd, Recordrij]]:
        """What happened in the month that matters, by heading: decisions and what is new first."""
        order, areas = list(KOPPEN), list(GEBIED)
        month = (one for one in gebeurd(self.blik) if maand_van(one.datum).datum == self.maand)
        found = [
            (one.gebied if one.gebied in KOPPEN else "", one)
            for one in _eenmaal(month)
            if one.wijziging.gewicht is Gewicht.BETEKENIS
        ]
        found.sort(
            key=lambda row: (
                order.index(row[0]),
                not _is_besluit(row[1]),
                row[1].wijziging.gebeurtenis is not Gebeurtenis.NIEUW,
                -row[1].datum.toordinal(),
                areas.index(row[1].gebied),
                row[1].nu,
            )
        )
        for head, one in found:
            yield from ((head, one, row) for row in rijen(self.blik, one))

    def wijziging(self, een: Gebeurd, rij: Recordrij) -> Iterator[Zin]:
        """One thing that changed: what it is, what happened to it, where it stands."""
        naam = f"{rij.kop}: {rij.titel}" if rij.kop else str(rij.titel)
        yield self.punt(Tekst(naam, rij.titel.taal))
        yield from ((_passend(note),) for note in rij.toelichting)
        if rij.cijfers:
            yield self.zin(N_("Nieuwe cijfers over {perioden}."), perioden=rij.cijfers)
        elif rij.kop and _is_besluit(een) and (about := gaat_over(self.blik, een)):
            yield (_passend(about),)
        elif not rij.toelichting:
            yield from map(self.veld, [one for one in rij.velden if one.is_kort][:VELDEN])
        yield self.adres(plek(een, rij))

    def veld(self, veld: Veldrij) -> Zin:
        """A field that says something else, with its value when that can be read in a line."""
        zin = veldzin(self.blik, veld)
        if len(in_tekst(zin).split()) <= WOORDEN_PER_ZIN:
            return zin
        return (*_laatste(veld), *self.zin(N_("gewijzigd")))

    # ------------------------------------------------------------ what is coming

    def komt(self) -> Iterator[Sequence[Zin]]:
        """What is coming within a month from today on, or that nothing is known to."""
        end = datetime.date(*self.blik.vandaag.begin) + VOORUIT
        yield self.kop(N_("Wat eraan komt"))
        found = komend(self.blik, end)
        if not found:
            until = self.blik.v.datum(Datum.van(end))
            yield [self.zin(N_("Tot en met {datum} staat er niets in onze kalender."), datum=until)]
        for one in found[:PER_KOP]:
            yield [self.punt(komtitel(self.blik, one)), self.adres(one.link.pad)]
        if more := len(found[PER_KOP:]):
            words = self.blik.v.aantal(more, "En daarna nog {n}.", "En daarna nog {n}.")
            yield [(self.blik.v.naam(words),)]

    def voorstellen(self) -> Iterator[Sequence[Zin]]:
        """Each proposal on its way, with who is to do what now."""
        by_key: dict[str, list[VolgendeStap]] = {}
        for step in volgende_stappen(self.blik):
            by_key.setdefault(step.key, []).append(step)
        if by_key:
            yield self.kop(N_("Voorstellen onderweg"))
        for steps in islice(by_key.values(), PER_KOP):
            first = steps[0].voorstel
            yield [self.punt(first.titel), *map(self.stap, steps), self.adres(first.pad)]
        if more := len([*by_key][PER_KOP:]):
            words = self.blik.v.aantal(more, "En nog {n} voorstel.", "En nog {n} voorstellen.")
            yield [(self.blik.v.naam(words),)]

    def stap(self, stap: VolgendeStap) -> Zin:
        body = stap.overleg.titel
        who = replace(body, tekst=f"{body.tekst[:1].upper()}{body.tekst[1:]} {stap.taak}.")
        if stap.verwacht is None:
            return (_passend(who),)
        day = self.blik.v.datum(Datum.van(stap.verwacht))
        when = self.zin(N_("Dat kan op zijn vroegst op {datum}."), datum=day)
        return (_passend(who), self.blik.v.naam(" "), *when)

    # ------------------------------------------------------------ what is asked

    def vragen(self) -> Iterator[Sequence[Zin]]:
        """A few things that partners may know; each month others."""
        lists = {one.id: one for one in regie(self.blik) if one.punten}
        asked = [lists[key] for key in VRAGEN if key in lists]
        if asked:
            yield self.kop(N_("Weet jij het?"))
        for one in asked[:VRAGEN_MEEST]:
            yield self.vraag(one)

    def vraag(self, lijst: Regielijst) -> list[Zin]:
        turn = self.maand.jaar * 12 + (self.maand.maand or 0)
        point = lijst.punten[turn % len(lijst.punten)]
        text = VRAGEN[lijst.id]
        room = WOORDEN_PER_ZIN - len(self.blik.v.ui(text).split())
        what = _passend(point.link.titel, room)
        words = self.blik.v.ui(text, wat=what.tekst.rstrip("."))
        return [
            (self.blik.v.naam("- "), replace(what, tekst=words)),
            self.adres(point.link.pad),
        ]


def _eenmaal(dagen: Iterable[Gebeurd]) -> Iterator[Gebeurd]:
    """Of each record once: that it is new, or else what mattered last; nothing of what came and
    went again. ``dagen`` are newest first.
    """
    per: dict[str, list[Gebeurd]] = {}
    for one in dagen:
        per.setdefault(one.nu, []).append(one)
    for every in per.values():
        events = [one.wijziging.gebeurtenis for one in every]
        if Gebeurtenis.NIEUW in events:
            if events[0] is not Gebeurtenis.VERVALLEN:
                yield every[events.index(Gebeurtenis.NIEUW)]
        else:
            heavy = (one for one in every if one.wijziging.gewicht is Gewicht.BETEKENIS)
            yield next(heavy, every[0])


def _is_besluit(een: Gebeurd) -> bool:
    return een.soort is not None and een.soort.type is Besluit


def _laatste(veld: Veldrij) -> Zin:
    """What a field is called, without what it is part of."""
    return (replace(veld.label[-1], tekst=f"{veld.label[-1]}: "),)


def _passend(tekst: Tekst, woorden: int = WOORDEN_PER_ZIN) -> Tekst:
    """A text of which each sentence can be read: or else its first words."""
    flat = " ".join(tekst.tekst.split())
    kept = []
    for sentence in zinnen(flat):
        words = sentence.split()
        if len(words) > woorden:
            kept.append(f"{' '.join(words[: woorden - 1])} …")
            break
        kept.append(sentence)
        woorden = WOORDEN_PER_ZIN
    return replace(tekst, tekst=" ".join(kept))
