"""What somebody can follow (everything, an area, a municipality, the decisions), and what they get:
an entry for each change that matters, and for each day that is on its way.

An entry keeps its key whatever is written otherwise, so that nobody is told twice. Not here: how a
program reads it (``render.feed``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from macros.model.agenda import Actie
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.geheel import SOORTEN, Regio, adres_van, pagina_van, soort_van
from macros.model.overleg.vergadering import Besluit, Vergadering, Vervolg
from macros.model.regio import Gemeente, Instellingen
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.basis import STAND, partijnaam
from macros.views.blik import Blik, eenmaal
from macros.views.naam import naam_van
from macros.views.overleg.besluit import datum, nieuwste_eerst, vervangers
from macros.views.overleg.kalender import BESTANDEN, vergadering
from macros.views.overleg.komend import Komend, Moment, komend
from macros.views.overleg.voorstel import VolgendeStap
from macros.views.regio import raakvlak
from macros.views.regio.leemten import GEBIED
from macros.wijziging.geschiedenis import Gewicht

VOORUIT = datetime.timedelta(days=30)
"""So long before a day it is told."""
TERUG = datetime.timedelta(days=365)
MEEST = 50
"""Of what is told the newest, and nothing that is older than a year."""
NIEUW = "nieuw/"
"""The page of all changes."""


@dataclass(frozen=True, slots=True)
class Kanaal:
    """Something to follow: its file, what it is called (``kop`` where the site is not in view), the
    page it belongs to (``overal``: and all others), what it holds, and of which area or
    municipality it is (of neither: of everything).
    """

    bestand: str
    naam: str
    kop: str
    pagina: str
    uitleg: str = ""
    gebied: str = ""
    gemeente: str = ""
    overal: bool = False

    @property
    def sleutel(self) -> str:
        """What tells it from the others, wherever its file is."""
        return self.bestand.removeprefix(BESTANDEN).removesuffix(".atom")


@dataclass(frozen=True, slots=True)
class Bericht:
    """One thing to be told. ``sleutel`` is of nothing else; ``regels`` are lines of pieces, each in
    its own language; ``verwant`` are pages that belong to it. ``op`` is when it is told, and
    ``gewijzigd`` when it was last told otherwise.
    """

    sleutel: str
    titel: Tekst
    regels: tuple[tuple[Tekst, ...], ...]
    pad: str
    op: Datum
    gewijzigd: Datum
    gebied: str
    gemeenten: frozenset[str] = frozenset()
    verwant: tuple[str, ...] = ()


# ---------------------------------------------------------------- what can be followed


@eenmaal
def kanalen(blik: Blik) -> tuple[Kanaal, ...]:
    """Everything first, then the decisions, then each area and each municipality. An archived
    municipality keeps its own, for people may follow it.
    """
    v, regio = blik.v, blik.regio
    titel = v.tekst(regio.instellingen.titel)

    def kanaal(
        bestand: str, pagina: str, naam: str, gebied: str = "", gemeente: str = ""
    ) -> Kanaal:
        kop = v.ui(N_("{naam} ({titel})"), naam=naam, titel=titel)
        uitleg = v.ui(N_("De nieuwste {n} berichten van het laatste jaar."), n=MEEST)
        return Kanaal(bestand, naam, kop, pagina, uitleg, gebied, gemeente)

    def over(naam: str) -> str:
        return v.ui(N_("Wat er nieuw is: {naam}"), naam=naam)

    found = [kanaal(f"{NIEUW[:-1]}.atom", NIEUW, v.ui(N_("Wat er nieuw is")))]
    if heeft(regio, "besluit"):
        found.append(besluitenkanaal(blik))
    for area, head in GEBIED.items():
        if heeft(regio, area):
            file, page = f"{NIEUW}{area}.atom", _pagina(regio, area)
            found.append(kanaal(file, page, over(v.ui(head)), gebied=area))
    for one in regio.gemeenten.values():
        file, page = van_gemeente(one.id), adres_van(Gemeente, one.id)
        found.append(kanaal(file, page, over(one.naam), gemeente=one.id))
    return tuple(found)


def van_gemeente(key: str) -> str:
    """The file of what changes in a municipality."""
    return f"{NIEUW}{adres_van(Gemeente, key)[:-1].replace('/', '-')}.atom"


def besluitenkanaal(blik: Blik) -> Kanaal:
    """The one of the decisions, all of them."""
    titel = blik.v.tekst(blik.regio.instellingen.titel)
    return Kanaal(
        f"{BESTANDEN}besluiten.atom",
        blik.v.ui(N_("Besluiten")),
        blik.v.ui(N_("Besluiten: {titel}"), titel=titel),
        pagina_van(Besluit),
        overal=True,
    )


def _pagina(regio: Regio, gebied: str) -> str:
    """The page that leads to an area: that of its first kind that has any."""
    if gebied == soort_van(Instellingen).gebied:
        around = heeft(regio, "gemeente", "werkingsgebied", "partij")
        return pagina_van(Gemeente if around else Instellingen)
    return next(one.pagina for one in SOORTEN if one.gebied == gebied and one.pagina)


# ---------------------------------------------------------------- what is told


def berichten(blik: Blik, kanaal: Kanaal) -> tuple[Bericht, ...]:
    """What is told to who follows this, newest first."""
    if kanaal == besluitenkanaal(blik):
        return tuple(_besluiten(blik))
    found = (
        one
        for one in _alles(blik)
        if kanaal.gebied in ("", one.gebied)
        and (not kanaal.gemeente or kanaal.gemeente in one.gemeenten)
    )
    return tuple(islice(found, MEEST))


@eenmaal
def _alles(blik: Blik) -> tuple[Bericht, ...]:
    """All that is told of less than a year, each once, newest first."""
    oldest = Datum.van(datetime.date(*blik.vandaag.begin) - TERUG)
    by_key = {one.sleutel: one for one in _komend(blik) if one.op.begin > oldest.begin}
    return tuple(sorted(by_key.values(), key=lambda one: one.op.begin, reverse=True))


def _besluiten(blik: Blik) -> Iterator[Bericht]:
    """Every decision, newest first; one that was replaced says so."""
    for one in nieuwste_eerst(blik.regio):
        titel, tekst = blik.v.tekst(one.titel), blik.v.tekst(one.voor_ouders)
        others = vervangers(blik.regio, one)
        if others:
            words = blik.v.ui(N_("Vervangen: {titel}"), titel=titel)
            titel = Tekst(words, titel.taal)
        taken = datum(blik.regio, one)
        dates = [taken, *(change.datum for change in one.wijzigingen)]
        dates += [datum(blik.regio, other) for other in others]
        yield Bericht(
            f"besluit/{one.id}",
            titel,
            ((tekst,),),
            adres_van(Besluit, one.id),
            taken,
            max(dates, key=lambda day: day.begin),
            "overleg",
            verwant=tuple(adres_van(Besluit, other.id) for other in others),
        )


# ---------------------------------------------------------------- what is on its way


def _komend(blik: Blik) -> Iterator[Bericht]:
    """What comes within thirty days."""
    for one in komend(blik, datetime.date(*blik.vandaag.begin) + VOORUIT):
        told = Datum.van(max(one.dag - VOORUIT, _bekend(blik, one) or datetime.date.min))
        yield Bericht(
            # A part has an id, or else its text: with another day it is told anew.
            f"{one.pad}/{getattr(one.deel, 'id', getattr(one.deel, 'wat', ''))}/"
            f"{one.moment.value}/{one.dag.isoformat()}",
            _titel(blik, one),
            tuple(_regels(blik, one)),
            one.link.pad,
            told,
            told,
            "agenda" if one.moment is Moment.ACTIE else "overleg",
            frozenset(_gemeenten(blik, one)),
        )


_VELD = {
    Moment.VERGADERING: "datum",
    Moment.STUKKEN: "datum",
    Moment.VERVOLG: "vervolg",
    Moment.ACTIE: "acties",
    Moment.STAP: "stappen",
}


def _bekend(blik: Blik, one: Komend) -> datetime.date | None:
    """The day on which the data last said something else of when it is, as far as we know."""
    for day, record in blik.geschiedenis.van(one.pad):
        fields = {field.loc[0] for field in record.velden}
        if record.gewicht is Gewicht.BETEKENIS and (not fields or _VELD[one.moment] in fields):
            return day
    return None


_TITEL = {
    Moment.VERGADERING: N_("{datum}: {wat}"),
    Moment.STUKKEN: N_("{datum}: laatste dag voor de stukken. {wat}"),
    Moment.VERVOLG: N_("Uiterlijk {datum}: {wat}"),
    Moment.ACTIE: N_("Gepland tot en met {datum}: {wat}"),
    Moment.STAP: N_("Op zijn vroegst {datum}: {wat}"),
}


def _titel(blik: Blik, one: Komend) -> Tekst:
    words = blik.v.ui(_TITEL[one.moment], datum=blik.v.datum(one.op), wat=one.link.titel)
    return Tekst(words, one.link.titel.taal)


def _regels(blik: Blik, one: Komend) -> Iterator[tuple[Tekst, ...]]:
    """What somebody wants to know of it, line by line."""

    def kop(text: str) -> Tekst:
        return blik.v.naam(blik.v.ui(text))

    if one.moment is Moment.STUKKEN:
        yield (kop(N_("Wil je iets inbrengen? Lever het op deze dag in, of eerder.")),)
    elif isinstance(one.van, Vergadering):
        row = vergadering(blik, one.van)
        if row.tijd:
            yield kop(N_("Hoe laat:")), blik.v.naam(row.tijd)
        if row.plaats:
            yield kop(N_("Waar:")), row.plaats
        if row.agenda:
            yield kop(N_("Op de agenda:")), *_lijst([punt.titel for punt in row.agenda])
        if row.niet_bekend:
            yield (blik.v.naam(row.niet_bekend),)
    if isinstance(one.deel, Vervolg):
        yield kop(N_("Dit volgt uit het besluit:")), naam_van(one.van, blik)
        yield kop(N_("Wie het doet:")), *_wie(blik, (one.deel.wie,))
    if isinstance(one.deel, Actie):
        yield kop(N_("Dit is een actie van het speerpunt:")), naam_van(one.van, blik)
        yield kop(N_("Wie het doet:")), *_wie(blik, one.deel.door)
    if isinstance(one.deel, VolgendeStap):
        yield (
            kop(N_("Wat er met dit voorstel kan gebeuren:")),
            one.deel.overleg.titel,
            kop(one.deel.taak),
        )
    elif one.deel is not None:
        stand = one.deel.stand
        yield (
            kop(N_("Hoe ver het is:")),
            kop(N_("onbekend") if isinstance(stand, Onbekend) else STAND[stand]),
        )


def _wie(blik: Blik, keys: Sequence[str | Onbekend] | Onbekend) -> tuple[Tekst, ...]:
    if isinstance(keys, Onbekend) or ONBEKEND in keys:
        return (blik.v.naam(blik.v.ui(N_("onbekend"))),)
    return _lijst([partijnaam(blik, str(key)) for key in keys])


def _lijst(teksten: Sequence[Tekst]) -> tuple[Tekst, ...]:
    """Texts behind each other, each in its own language."""
    return (*(replace(one, tekst=f"{one};") for one in teksten[:-1]), *teksten[-1:])


def _gemeenten(blik: Blik, one: Komend) -> Iterator[str]:
    """The municipalities on whose page it stands, or will."""
    for key in blik.regio.gemeenten:
        if isinstance(one.deel, Actie):
            here = raakvlak.noemt(one.deel, key) or raakvlak.geldt_in(blik.regio, one.deel, key)
        else:
            around = raakvlak.rondom(blik.regio, key)
            body = one.deel.overleg_id if isinstance(one.deel, VolgendeStap) else ""
            here = (
                raakvlak.besluit_raakt(blik.regio, one.van, around, key)
                if isinstance(one.van, Besluit)
                else any(near.id == (body or getattr(one.van, "overleg", "")) for near in around)
            )
        if here:
            yield key
