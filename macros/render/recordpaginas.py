"""Record pages: a page per record, made from data. Markdown with one macro call, so that any engine
that runs the macros (or gets them expanded) can build it.

Not here: where a page stands, which the table of kinds says, or what is on it (its block).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import KW_ONLY, dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from macros.model.agenda import Actie, Agenda, Mijlpaal, Principe, Speerpunt
from macros.model.arrangement import Arrangement
from macros.model.basis.record import Deel, Status, actief
from macros.model.geheel import adres_van, bijpagina_van, pad_van, pagina_van, soort_van
from macros.model.monitor.gebied import VAN_PARTIJ, School, Wijk
from macros.model.monitor.indicator import Indicator
from macros.model.monitor.inrichting import Monitor
from macros.model.overleg.structuur import Overleg
from macros.model.overleg.vergadering import Besluit
from macros.model.overleg.voorstel import Voorstel
from macros.model.overleg.voorstelroute import Voorstelroute
from macros.model.regio import Gemeente, Instellingen, Partij
from macros.model.samenwerking.onderdeel import Onderdeel
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.render.figuur.gebruik import FIGUURSCRIPTS
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.editie import Inhoud, Toestand, deeladres, deeltitel, met_deel, toestand
from macros.views.agenda.naam import agendanaam
from macros.views.basis import mogelijk
from macros.views.blik import Blik
from macros.views.monitor.basis import GEBIEDSOORT, cijferadres_van
from macros.views.monitor.gebied import cijferpartijen
from macros.views.naam import editienaam, gebiednaam, naam_van, overlegzin
from macros.views.overleg.besluit import nieuwsbrengers
from macros.views.overleg.voorstelroute import PLANNER, op_nummer, planbaar
from macros.views.regio.gebieden import verbanden
from macros.views.regio.nieuw.maand import NIEUW, Maand, maanden

Uit = Callable[[Blik, Any], str]
"""A text on a page, from a record or a part of one."""


def _veld(naam: str) -> Uit:
    return lambda blik, one: str(blik.v.tekst(getattr(one, naam)))


def _ui(text: str) -> Callable[[Blik], str]:
    return lambda blik: blik.v.ui(text)


def _naam(blik: Blik, one: Any) -> str:
    return str(naam_van(one, blik))


@dataclass(frozen=True, slots=True)
class Paginasoort:
    """A kind of page: which macro fills it, what it is about, and where it stands."""

    blok: str
    soort: type[Deel]
    kruimel: Callable[[Blik], str | Tekst]
    over: Uit
    _: KW_ONLY
    titel: Uit = _naam
    welke: Callable[[Blik], Iterable[Any]] | None = None
    """Records or parts of one; without it every record of the kind."""
    adres: Callable[[str], str] | None = None
    """By the id; without it the address of the record."""
    onder: type[Deel] | None = None
    """The kind whose page leads here, if it is another."""
    scripts: tuple[str, ...] = ()
    niet_zoeken: bool = False
    zoekgewicht: float = 1
    """How much its words count when somebody searches, beside those of other pages."""
    boven: str = ""
    """The page that leads here, if it is that of no kind."""
    bestand: str | None = None
    """The folder to change below that of the data, where it is made of more than a record."""
    samen: bool = False
    """Whether it is one page about all of them; ``welke`` then gives any one, or none."""
    gearchiveerd: str = ""
    editie: Callable[[Any], str] = lambda one: ""
    """The id of the agenda it is of: a page of one that does not count now says so."""


def _vragen(blik: Blik) -> Iterator[Any]:
    """The first question stands on the page of the wegwijzer itself."""
    one = blik.regio.wegwijzer
    return (vraag for vraag in one.vragen if vraag.id != one.begin) if one else iter(())


def _antwoorden(blik: Blik, vraag: Any) -> str:
    return " · ".join(str(blik.v.tekst(antwoord.tekst)) for antwoord in vraag.antwoorden)


def _nieuws(blik: Blik, one: Overleg) -> str:
    brengers = [str(overlegzin(blik.v, other)) for other in nieuwsbrengers(blik.regio, one)]
    return blik.v.ui(
        N_("Wat {brengers} besloot en wat er komt, om te bespreken in {overleg}."),
        brengers=blik.v.opsomming(brengers),
        overleg=overlegzin(blik.v, one),
    )


def _cijfers_van(blik: Blik, one: Any) -> str:
    return blik.v.ui(N_("Cijfers van {gemeente}"), gemeente=_naam(blik, one))


def _over_gebied(blik: Blik, one: Any) -> str:
    """Two schools may be called the same; where it lies tells them apart."""
    around = [str(gebiednaam(blik, key)) for key in blik.regio.cijfergebieden[one.id].ligt_in[:3]]
    kind = blik.v.ui(GEBIEDSOORT[blik.regio.cijfergebieden[one.id].soort][0])
    return f"{kind}; {', '.join(around)}." if around else f"{kind}."


def _over_agenda(blik: Blik, one: Agenda) -> str:
    return str(mogelijk(blik.v, one.samen) or naam_van(one, blik))


def _deeltitel(wat: type[Inhoud]) -> Uit:
    return lambda blik, one: deeltitel(blik, one.id, wat)


PAGINAS = (
    Paginasoort(
        "editie",
        Agenda,
        agendanaam,
        _over_agenda,
        gearchiveerd=N_("Deze agenda is gearchiveerd: zij telt niet meer mee."),
        editie=attrgetter("id"),
    ),
    *(
        Paginasoort(
            block,
            Agenda,
            agendanaam,
            _over_agenda,
            titel=_deeltitel(wat),
            welke=partial(met_deel, wat=wat),
            adres=partial(deeladres, wat),
            editie=attrgetter("id"),
        )
        for block, wat in (
            ("editie_acties", Actie),
            ("editie_koers", Principe),
            ("editie_mijlpalen", Mijlpaal),
        )
    ),
    Paginasoort(
        "speerpunt",
        Speerpunt,
        agendanaam,
        _veld("samen"),
        gearchiveerd=N_("Dit speerpunt is gearchiveerd: het telt niet meer mee."),
        editie=attrgetter("agenda"),
    ),
    Paginasoort(
        "onderdeel",
        Onderdeel,
        _ui(N_("Wie doet wat")),
        _veld("titel_voor_ouders"),
        gearchiveerd=N_("Dit onderdeel is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "vraag",
        Wegwijzer,
        _ui(N_("Wegwijzer")),
        _antwoorden,
        titel=_veld("vraag"),
        welke=_vragen,
        adres=partial(adres_van, Wegwijzer, ""),
        niet_zoeken=True,
    ),
    Paginasoort(
        "uitkomst",
        Wegwijzer,
        _ui(N_("Wegwijzer")),
        _veld("tekst"),
        titel=_veld("titel"),
        welke=lambda blik: blik.regio.uitkomsten,
        adres=partial(adres_van, Wegwijzer, ""),
    ),
    Paginasoort(
        "overleg",
        Overleg,
        _ui(N_("Overleg")),
        _veld("voor_ouders"),
        gearchiveerd=N_("Dit overleg is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "nieuws",
        Overleg,
        _ui(N_("Overleg")),
        _nieuws,
        titel=lambda blik, one: blik.v.ui(
            N_("Nieuws voor {overleg}"), overleg=overlegzin(blik.v, one)
        ),
        welke=lambda blik: (
            one for one in actief(blik.regio.overleggen) if nieuwsbrengers(blik.regio, one)
        ),
        adres=partial(bijpagina_van, Overleg),
    ),
    Paginasoort(
        "besluit",
        Besluit,
        _ui(N_("Besluiten")),
        _veld("voor_ouders"),
        gearchiveerd=N_("Dit besluit is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "voorstel",
        Voorstel,
        _ui(N_("Voorstellen")),
        _veld("voor_ouders"),
        gearchiveerd=N_("Dit voorstel is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "planner",
        Voorstelroute,
        _ui(N_("Route van een voorstel")),
        lambda blik, one: blik.v.ui(
            N_("Op welke dag een voorstel er moet zijn, en wanneer het besluit dan kan vallen.")
        ),
        titel=lambda blik, one: blik.v.ui(N_("Wanneer kan er een besluit zijn?")),
        welke=lambda blik: op_nummer(blik.regio)[:1] if planbaar(blik) else (),
        adres=lambda key: PLANNER,
        scripts=("planner.js", "kopieer.js"),
        samen=True,
    ),
    Paginasoort(
        "arrangement",
        Arrangement,
        _ui(N_("Aanbod")),
        _veld("samen"),
        gearchiveerd=N_("Dit arrangement is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "indicator",
        Indicator,
        _ui(N_("Cijfers")),
        _veld("vraag"),
        scripts=FIGUURSCRIPTS,
        gearchiveerd=N_("Dit cijfer is gearchiveerd: het telt niet meer mee."),
    ),
    Paginasoort(
        "gebiedcijfers",
        Gemeente,
        _ui(N_("Cijfers")),
        lambda blik, one: blik.v.ui(
            N_("Jeugdzorg, onderwijs en inwoners van {gemeente}."), gemeente=one.naam
        ),
        titel=_cijfers_van,
        welke=lambda blik: actief(blik.regio.gemeenten) if blik.regio.indicatoren else (),
        adres=partial(bijpagina_van, Gemeente),
        onder=Monitor,
        zoekgewicht=0.3,
        scripts=FIGUURSCRIPTS,
    ),
    *(
        Paginasoort(
            "gebiedcijfers",
            Partij,
            _ui(N_("Cijfers")),
            _over_gebied,
            titel=_cijfers_van,
            welke=partial(cijferpartijen, kind=kind),
            adres=partial(cijferadres_van, kind),
            onder=Monitor,
            scripts=FIGUURSCRIPTS,
        )
        for kind in VAN_PARTIJ.values()
    ),
    Paginasoort(
        "gebiedcijfers",
        School,
        _ui(N_("Cijfers")),
        _over_gebied,
        titel=_cijfers_van,
        onder=Monitor,
        gearchiveerd=N_("Deze school is gearchiveerd: zij telt niet meer mee."),
    ),
    Paginasoort(
        "gebiedcijfers",
        Wijk,
        _ui(N_("Cijfers")),
        _over_gebied,
        titel=_cijfers_van,
        onder=Monitor,
        gearchiveerd=N_("Deze wijk is gearchiveerd: zij telt niet meer mee."),
    ),
    Paginasoort(
        "gemeente",
        Gemeente,
        _ui(N_("De regio")),
        lambda blik, one: blik.v.ui(
            N_("Wie je belt, wie er werken, cijfers, acties en overleg in {gemeente}."),
            gemeente=one.naam,
        ),
        zoekgewicht=4,
        gearchiveerd=N_("Deze gemeente is gearchiveerd: zij telt niet meer mee."),
    ),
    Paginasoort(
        "samenwerkingsverband",
        Partij,
        _ui(N_("De regio")),
        _veld("uitleg"),
        welke=lambda blik: verbanden(blik.regio),
        zoekgewicht=0.5,
        adres=partial(bijpagina_van, Partij),
    ),
    Paginasoort(
        "nieuwe_maand",
        Instellingen,
        _ui(N_("Wat is er nieuw")),
        lambda blik, one: blik.v.ui(N_("Elke wijziging op deze site, per dag en per onderwerp.")),
        titel=lambda blik, one: blik.v.ui(
            N_("Wat veranderde in {maand}"), maand=blik.v.datum(one.datum)
        ),
        welke=maanden,
        adres=lambda key: Maand(key).adres,
        boven=NIEUW,
        bestand="",
        scripts=("filter.js",),
        niet_zoeken=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Recordpagina:
    """A page to build: what it is about, and its path below the docs folder."""

    blik: Blik
    rij: Paginasoort
    record: Any
    pad: str

    @property
    def bestand(self) -> str:
        """The file of its record, below the data folder, or the folder of all."""
        soort = self.rij.soort
        if self.rij.bestand is not None:
            return self.rij.bestand
        return f"{soort_van(soort).pad}/" if self.rij.samen else pad_van(soort, self.record.id)

    @property
    def kop(self) -> dict[str, Any]:
        """What the page says of itself, for the frame around it."""
        blik, row, one = self.blik, self.rij, self.record
        front = _front(
            row.titel(blik, one),
            row.over(blik, one),
            list(_kruimels(blik, row, one, f"{self.pad[:-3]}/")),
            f"data/{self.bestand}",
        )
        if row.scripts:
            front["scripts"] = row.scripts
        if row.niet_zoeken:
            front["niet_zoeken"] = True
        if row.zoekgewicht != 1:
            front["zoekgewicht"] = row.zoekgewicht
        if (editie := row.editie(one)) in blik.regio.agendas:
            _in_editie(blik, front, editie, eigen=row.soort is Agenda)
        if row.gearchiveerd and one.status is Status.GEARCHIVEERD:
            _archived(blik.v, front, row.gearchiveerd)
        return front

    @property
    def argumenten(self) -> tuple[str, ...]:
        """What its block gets beside the page."""
        return () if self.rij.samen else (self.record.id,)

    @property
    def lijf(self) -> str:
        """The call that fills it."""
        given = "".join(f', "{key}"' for key in self.argumenten)
        return f"{{{{ {self.rij.blok}(page{given}) }}}}"

    @property
    def markdown(self) -> str:
        """Both."""
        lines = [f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in self.kop.items()]
        return "\n".join(["---", *lines, "---", "", self.lijf, ""])


def recordpaginas(blik: Blik) -> Iterator[Recordpagina]:
    """Every record page; archived records keep theirs."""
    for row in PAGINAS:
        every = row.welke(blik) if row.welke else blik.regio.groep(soort_van(row.soort)).values()
        for one in every:
            adres = row.adres(one.id) if row.adres else adres_van(row.soort, one.id)
            yield Recordpagina(blik, row, one, f"{adres[:-1]}.md")


def boven(row: Paginasoort) -> str:
    """The page that leads to those of a kind."""
    return row.boven or pagina_van(row.onder or row.soort)


def _kruimels(blik: Blik, row: Paginasoort, one: Any, adres: str) -> Iterator[dict[str, str]]:
    """What leads here; a text of the data says in which language it is."""
    yield _kruimel(row.kruimel(blik), boven(row))
    edition = blik.regio.agendas.get(row.editie(one))
    if edition and edition.id != blik.regio.editie and adres_van(Agenda, edition.id) != adres:
        yield _kruimel(editienaam(edition, blik), adres_van(Agenda, edition.id))
    own = adres_van(row.soort, one.id)
    if soort_van(row.soort).eigen_pagina and own != adres and row.soort is not Agenda:
        yield _kruimel(naam_van(one, blik), own)


def _kruimel(titel: str | Tekst, pad: str) -> dict[str, str]:
    taal = {"taal": titel.taal} if isinstance(titel, Tekst) else {}
    return {"titel": str(titel), "pad": pad, **taal}


def _front(
    title: str, about: str, kruimels: list[dict[str, str]], bewerk_pad: str
) -> dict[str, object]:
    """Two records may be about the same; with its title in it a description is of one page.

    It is written as JSON, which is YAML: no title can break out of it.
    """
    return {
        "title": title,
        "description": f"{title}{' ' if title[-1] in '.?!' else ': '}{about}",
        "kruimels": kruimels,
        "bewerk_pad": bewerk_pad,
        "render_macros": True,
    }


EERDER = 0.3
"""How much the words of a page of an agenda from before count when somebody searches."""


def _in_editie(blik: Blik, front: dict[str, object], key: str, *, eigen: bool) -> None:
    """What is of an agenda from before is found behind the rest; what nobody adopted, not at all.
    The page of the agenda that counts (``eigen``) leads to where it stands.
    """
    how = toestand(blik.regio, key)
    if how is Toestand.GELDT and eigen:
        front |= {"verwijst": pagina_van(Agenda), "niet_zoeken": True, "niet_vinden": True}
    elif how is Toestand.VOORBEREID:
        front |= {"niet_zoeken": True, "niet_vinden": True}
    elif how is Toestand.EERDER:
        front["zoekgewicht"] = EERDER


def _archived(v: Vertaler, front: dict[str, object], melding: str) -> None:
    """Its page says so everywhere: what came in its place may have the same title."""
    front["melding"] = v.ui(melding)
    front["title"] = v.ui(N_("{titel} (gearchiveerd)"), titel=front["title"])
    front["description"] = f"{front['melding']} {front['description']}"
    front["niet_zoeken"] = True
