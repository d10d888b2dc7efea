"""What somebody can follow (everything, an area, a municipality, the decisions), and what they get:
an entry for each change that matters, and for each day that is on its way.

An entry keeps its key whatever is written otherwise, so that nobody is told twice. Not here: how a
program reads it (``render.feed``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from macros.model.agenda import Actie
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.model.basis.record import actief
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
from macros.views.regio.nieuw.betreft import Gebeurd, gebeurd, gemeenten
from macros.views.regio.nieuw.maand import NIEUW, dagplek
from macros.views.regio.nieuw.regel import Recordrij, rijen
from macros.views.regio.nieuw.zin import Zin, kop, plek, regels
from macros.wijziging.geschiedenis import Gewicht, Veldwijziging

VOORUIT = datetime.timedelta(days=30)
"""So long before a day it is told."""
TERUG = datetime.timedelta(days=365)
MEEST = 50
"""Of what is told the newest, and nothing that is older than a year."""
PER_DAG = 20
"""So many changes of one day are told apart; how many more there are is told in one."""


@dataclass(frozen=True, slots=True)
class Kanaal:
    """Something to follow: its file, what it is called (``kop`` where the site is not in view), the
    page it belongs to (``overal``: and all others), what it holds, and of which area or
    municipality it is (of neither: of everything). ``over`` is its subject alone.
    """

    bestand: str
    naam: str
    kop: str
    pagina: str
    over: str
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
    regels: tuple[Zin, ...]
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
        bestand: str, pagina: str, over: str = "", gebied: str = "", gemeente: str = ""
    ) -> Kanaal:
        naam = v.ui(N_("Wat er nieuw is: {naam}") if over else N_("Wat er nieuw is"), naam=over)
        kop = v.ui(N_("{naam} ({titel})"), naam=naam, titel=titel)
        uitleg = v.ui(N_("De nieuwste {n} berichten van het laatste jaar."), n=MEEST)
        return Kanaal(bestand, naam, kop, pagina, over, uitleg, gebied, gemeente)

    found = [kanaal(f"{NIEUW[:-1]}.atom", NIEUW)]
    if heeft(regio, "besluit"):
        found.append(besluitenkanaal(blik))
    for area, head in GEBIED.items():
        if heeft(regio, area):
            found.append(kanaal(f"{NIEUW}{area}.atom", _pagina(regio, area), v.ui(head), area))
    for one in regio.gemeenten.values():
        page = adres_van(Gemeente, one.id)
        found.append(kanaal(van_gemeente(one.id), page, one.naam, gemeente=one.id))
    return tuple(found)


def te_volgen(blik: Blik) -> tuple[Kanaal, ...]:
    """The same as they are offered: of municipalities those that count."""
    places = {one.id for one in actief(blik.regio.gemeenten)}
    return tuple(one for one in kanalen(blik) if not one.gemeente or one.gemeente in places)


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
        blik.v.ui(N_("Besluiten")),
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
    oldest = datetime.date(*blik.vandaag.begin) - TERUG
    coming = [
        one
        for one in _komend(blik)
        if kanaal.gebied in ("", one.gebied)
        and (not kanaal.gemeente or kanaal.gemeente in one.gemeenten)
    ]
    found = [*coming, *islice(_wijzigingen(blik, kanaal, oldest), MEEST)]
    by_key = {one.sleutel: one for one in found if one.op.begin > Datum.van(oldest).begin}
    newest = sorted(by_key.values(), key=lambda one: one.op.begin, reverse=True)
    return tuple(newest[:MEEST])


# ---------------------------------------------------------------- what changed


def _wijzigingen(blik: Blik, kanaal: Kanaal, sinds: datetime.date) -> Iterator[Bericht]:
    """Each change that matters, newest first; of a day with many the rest in one."""
    mine = (one for one in _van_betekenis(blik) if _voor(kanaal, *one))
    for day, every in groupby(mine, key=lambda found: found[0].datum):
        if day < sinds:
            return
        told = [one for one, _ in every]
        for one in told[:PER_DAG]:
            yield from _van(blik, one, kanaal.gemeente)
        if rest := sum(len(_van(blik, one, kanaal.gemeente)) for one in told[PER_DAG:]):
            op = Datum.van(day)
            words = blik.v.aantal(
                rest,
                "{datum}: nog {n} wijziging",
                "{datum}: nog {n} wijzigingen",
                datum=blik.v.datum(op),
            )
            yield Bericht(
                f"{day.isoformat()}/{kanaal.sleutel}",
                blik.v.naam(words),
                ((blik.v.naam(blik.v.ui(N_("Op deze dag veranderde er veel."))),),),
                dagplek(day),
                op,
                op,
                kanaal.gebied,
            )


@eenmaal
def _van_betekenis(blik: Blik) -> tuple[tuple[Gebeurd, frozenset[str]], ...]:
    """What happened that matters, and which municipalities it concerns; of a day the areas in the
    order of the menu.
    """
    order = list(GEBIED)
    found = [one for one in gebeurd(blik) if one.wijziging.gewicht is Gewicht.BETEKENIS]
    found.sort(key=lambda one: (-one.datum.toordinal(), order.index(one.gebied), one.nu))
    return tuple((one, gemeenten(blik, one)) for one in found)


def _voor(kanaal: Kanaal, een: Gebeurd, van: frozenset[str]) -> bool:
    """Whether it is told to who follows this."""
    return kanaal.gebied in ("", een.gebied) and (not kanaal.gemeente or kanaal.gemeente in van)


def _van(blik: Blik, een: Gebeurd, gemeente: str) -> tuple[Bericht, ...]:
    """What is told of a record: in more than one channel the same, but for figures."""
    place = gemeente if een.soort and een.soort.tabellen else ""
    return blik.eens(
        (_van, een.datum, een.wijziging.pad, place),
        lambda: tuple(_wijziging(blik, een, row) for row in rijen(blik, een, place)),
    )


def _wijziging(blik: Blik, een: Gebeurd, rij: Recordrij) -> Bericht:
    op = Datum.van(een.datum)
    return Bericht(
        # By the name that its file had that day: nothing that comes later alters it.
        f"{een.datum.isoformat()}/{een.wijziging.pad}{f'#{rij.sleutel}' if rij.sleutel else ''}",
        kop(blik, rij),
        tuple(regels(blik, een, rij)),
        plek(een, rij),
        op,
        op,
        een.gebied,
    )


# ---------------------------------------------------------------- decisions


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
            # With another day it is told anew.
            f"{one.pad}/{_deel(one)}/{one.moment.value}/{one.dag.isoformat()}",
            komtitel(blik, one),
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


def _deel(one: Komend) -> str:
    """Which part of its record it is: by its id, or else its text."""
    return str(getattr(one.deel, "id", getattr(one.deel, "wat", "")))


def _bekend(blik: Blik, one: Komend) -> datetime.date | None:
    """The day on which the data last said something else of when it is, as far as we know."""
    for day, record in blik.geschiedenis.van(one.pad):
        about = not record.velden or any(_gaat_over(field, one) for field in record.velden)
        if record.gewicht is Gewicht.BETEKENIS and about:
            return day
    return None


def _gaat_over(veld: Veldwijziging, one: Komend) -> bool:
    """Whether a field can be of its day; not when it is in another part of the same record."""
    item, part = veld.namen.get(1), _deel(one)
    told = item and (item.sleutel or item.naam)
    return veld.loc[0] == _VELD[one.moment] and (not told or not part or told == part)


_TITEL = {
    Moment.VERGADERING: N_("{datum}: {wat}"),
    Moment.STUKKEN: N_("{datum}: laatste dag voor de stukken. {wat}"),
    Moment.VERVOLG: N_("Uiterlijk {datum}: {wat}"),
    Moment.ACTIE: N_("Gepland tot en met {datum}: {wat}"),
    Moment.STAP: N_("Op zijn vroegst {datum}: {wat}"),
}


def komtitel(blik: Blik, one: Komend) -> Tekst:
    """What comes, with its day before it."""
    words = blik.v.ui(_TITEL[one.moment], datum=blik.v.datum(one.op), wat=one.link.titel)
    return Tekst(words, one.link.titel.taal)


def _regels(blik: Blik, one: Komend) -> Iterator[Zin]:
    """What somebody wants to know of it, line by line."""

    def na(text: str, *what: Tekst) -> Zin:
        return (blik.v.naam(f"{blik.v.ui(text)} " if what else blik.v.ui(text)), *what)

    if one.moment is Moment.STUKKEN:
        yield na(N_("Wil je iets inbrengen? Lever het op deze dag in, of eerder."))
    elif isinstance(one.van, Vergadering):
        row = vergadering(blik, one.van)
        if row.tijd:
            yield na(N_("Hoe laat:"), blik.v.naam(row.tijd))
        if row.plaats:
            yield na(N_("Waar:"), row.plaats)
        if row.agenda:
            yield na(N_("Op de agenda:"), *_lijst([punt.titel for punt in row.agenda]))
        if row.niet_bekend:
            yield (blik.v.naam(row.niet_bekend),)
    if isinstance(one.deel, Vervolg):
        yield na(N_("Dit volgt uit het besluit:"), naam_van(one.van, blik))
        yield na(N_("Wie het doet:"), *_wie(blik, (one.deel.wie,)))
    if isinstance(one.deel, Actie):
        yield na(N_("Dit is een actie van het speerpunt:"), naam_van(one.van, blik))
        yield na(N_("Wie het doet:"), *_wie(blik, one.deel.door))
    if isinstance(one.deel, VolgendeStap):
        next_ = one.deel.overleg.titel, blik.v.naam(f" {one.deel.taak}")
        yield na(N_("Wat er met dit voorstel kan gebeuren:"), *next_)
    elif one.deel is not None:
        stand = one.deel.stand
        words = N_("onbekend") if isinstance(stand, Onbekend) else STAND[stand]
        yield na(N_("Hoe ver het is:"), *na(words))


def _wie(blik: Blik, keys: Sequence[str | Onbekend] | Onbekend) -> Zin:
    if isinstance(keys, Onbekend) or ONBEKEND in keys:
        return (blik.v.naam(blik.v.ui(N_("onbekend"))),)
    return _lijst([partijnaam(blik, str(key)) for key in keys])


def _lijst(teksten: Sequence[Tekst]) -> Zin:
    """Texts behind each other, each in its own language."""
    return (*(replace(one, tekst=f"{one}; ") for one in teksten[:-1]), *teksten[-1:])


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
