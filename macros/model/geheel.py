"""The whole of one region, frozen, and the table of kinds of records it is made of.

Each field of ``Regio`` that holds files says what is true of their kind. Nothing else knows a
folder, an address or a heading: loading, schemas, the handbook of the data, the settings of
editors, rules and pages all ask the table that is made of these fields. To add a kind is to add a
type and a field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from posixpath import commonpath
from types import MappingProxyType, NoneType
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from macros.model.agenda import Agenda, Looptijd, Mijlpaal, Principe, Speerpunt
from macros.model.arrangement import Arrangement, Bevinding, Handvat, Inventaris, Leergroep, Les
from macros.model.basis.record import Deel, Record, Status, actief
from macros.model.hulp import Hulp
from macros.model.monitor.duiding import Dpia, Duiding, Toelichting
from macros.model.monitor.gebied import VAN_PARTIJ, Cijfergebied, Gebiedsoort, School, Wijk
from macros.model.monitor.indicator import Indicator, Waarneming, Waarnemingen
from macros.model.monitor.inrichting import Monitor, Referentiegebied, Tegel
from macros.model.monitor.statline import Statline
from macros.model.overleg.structuur import Buurnetwerk, Functie, Onderwerp, Overleg, Spelregel
from macros.model.overleg.vergadering import Basisdocument, Besluit, Vergadering
from macros.model.overleg.voorstel import Voorstel
from macros.model.overleg.voorstelroute import Voorstelroute
from macros.model.regio import (
    Begrip,
    Bron,
    Gemeente,
    Instellingen,
    Partij,
    SoortPartij,
    Uitzonderingen,
    Versie,
    Werkingsgebied,
    Zoekvragen,
    Zoekwoorden,
)
from macros.model.samenwerking.onderdeel import (
    Kolom,
    Onderdeel,
    OudWoord,
    Samenwerking,
    Thema,
    codevolgorde,
)
from macros.model.samenwerking.recht import Artikel, Kader, Uitspraak, Wet
from macros.model.samenwerking.thuis import Thuis
from macros.model.samenwerking.wegwijzer import Uitkomst, Wegwijzer
from macros.model.soort import Nummering, Soort
from macros.model.walk import Leaf, Welke, gelopen, nested_types
from macros.tekst import N_

E = TypeVar("E", Speerpunt, Mijlpaal, Principe)
"""What belongs to an agenda."""


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Regio:
    """Everything one ``data`` folder says. Records by id, in the order of the file names.

    ``onleesbaar`` has the paths (``partijen/x.yml``) of files that exist but could not be read, so
    that a reference to such a file is not reported a second time. ``uitgaven`` are the newest
    protected counts of the region itself, read from the ledger. Only the settings must be there.

    ``editie`` is the id of the agenda that it is looked at with. Whoever reads the folder says it,
    for the day that it is (``agenda.geldend``): a region itself knows no day. What is counted, in
    menus and on lists is of that agenda alone.
    """

    instellingen: Annotated[
        Instellingen,
        Soort(
            "regio.yml",
            "Instellingen van de site: naam, talen, beheer.",
            naam="regio",
            adres="over/",
            kop=N_("Over deze site"),
            aan_zet=N_("de organisatie achter deze site"),
            kop_laat=3,
            geen_tabel=N_(
                "Dit zijn instellingen: hoe de site heet, in welke talen zij er is en wie haar "
                "bijhoudt. Dat staat op de pagina over deze site."
            ),
        ),
    ]
    uitzonderingen: Annotated[
        Uitzonderingen | None,
        Soort(
            "uitzonderingen.yml",
            "Woorden die lijken op wat niet op de site hoort, en toch mogen.",
            geen_tabel=N_(
                "Dit zijn woorden die lijken op wat hier niet mag staan, en toch mogen. Alleen wie "
                "de site bijhoudt, heeft er iets aan."
            ),
        ),
    ] = None
    zoekwoorden: Annotated[
        Zoekwoorden | None,
        Soort(
            "zoekwoorden.yml",
            "Wat mensen typen als ze zoeken, en waar dat heen leidt.",
            geen_tabel=N_(
                "Dit zijn woorden die mensen typen als ze zoeken. Ze zeggen niets over de regio."
            ),
        ),
    ] = None
    zoekvragen: Annotated[
        Zoekvragen | None,
        Soort(
            "zoekvragen.yml",
            "Vragen aan de zoekpagina, met het goede eerste antwoord.",
            geen_tabel=N_(
                "Dit zijn vragen waarmee we nagaan of de zoekpagina het goede antwoord geeft. Ze "
                "zeggen niets over de regio."
            ),
        ),
    ] = None
    agendas: Annotated[
        Mapping[str, Agenda],
        Soort(
            "agendas",
            "De agenda als geheel: één bestand per agenda, ook van vroeger.",
            alle="Agenda's",
            adres="agenda/{id}/",
            bezet=("acties",),
            kop=N_("Over de agenda als geheel"),
            aan_zet=N_("de partijen achter de agenda"),
            voorheen="agenda.yml",
        ),
    ] = field(default_factory=_empty)
    gemeenten: Annotated[
        Mapping[str, Gemeente],
        Soort(
            "gemeenten",
            "De gemeenten van de regio.",
            titel="naam",
            adres="gemeente/{naam}/",
            voorvoegsel="gemeente-",
            onder="regio/",
            bijpagina="monitor/gemeente/{id}/",
            genoemd=True,
        ),
    ] = field(default_factory=_empty)
    werkingsgebieden: Annotated[
        Mapping[str, Werkingsgebied],
        Soort(
            "werkingsgebieden",
            "Welke gemeenten samen waarvoor een gebied vormen.",
            titel="naam",
            adres="regio/#{id}",
            lijst=True,
            genoemd=True,
        ),
    ] = field(default_factory=_empty)
    partijen: Annotated[
        Mapping[str, Partij],
        Soort(
            "partijen",
            "Organisaties, groepen en functies die meedoen.",
            titel="naam",
            adres="regio/#{id}",
            voorvoegsel="swv-",
            bijpagina="samenwerkingsverband/{naam}/",
            lijst=True,
            kop=N_("Over de partijen"),
            aan_zet=N_("de partij zelf"),
            kop_laat=1,
            genoemd=True,
        ),
    ] = field(default_factory=_empty)
    bronnen: Annotated[
        Mapping[str, Bron],
        Soort(
            "bronnen",
            "Waar de feiten vandaan komen.",
            adres="bronnen/#{id}",
            lijst=True,
            kop=N_("Over de bronnen"),
            aan_zet=N_("wie deze site bijhoudt: het staat in de bron, of niet"),
            kop_laat=4,
        ),
    ] = field(default_factory=_empty)
    begrippen: Annotated[
        Mapping[str, Begrip],
        Soort(
            "begrippen",
            "Woorden en afkortingen, uitgelegd.",
            titel="term",
            adres="begrippen/#{id}",
            lijst=True,
            kop=N_("Over de begrippen"),
            aan_zet=N_("wie deze site bijhoudt"),
            kop_laat=2,
        ),
    ] = field(default_factory=_empty)
    hulp: Annotated[
        Mapping[str, Hulp],
        Soort(
            "hulp",
            "Wie je kunt bellen of iets kunt vragen.",
            titel="naam",
            adres="hulp/#{id}",
            lijst=True,
            kop=N_("Over waar je hulp krijgt"),
            aan_zet=N_("de organisatie die de hulp geeft"),
        ),
    ] = field(default_factory=_empty)
    versies: Annotated[
        Mapping[str, Versie],
        Soort(
            "versies",
            "Benoemde standen van de gegevens: make uitgave maakt er een, met een git-tag.",
            adres="versies/#{id}",
            lijst=True,
        ),
    ] = field(default_factory=_empty)
    speerpunten: Annotated[
        Mapping[str, Speerpunt],
        Soort(
            "speerpunten",
            "De speerpunten met hun acties en planning.",
            adres="agenda/{id}/",
            deel="#actie-{id}",
            bezet=("acties",),
            kop=N_("Over de speerpunten en hun acties"),
            aan_zet=N_("de trekker van het speerpunt"),
            nummering=Nummering.PER_AGENDA,
        ),
    ] = field(default_factory=_empty)
    mijlpalen: Annotated[
        Mapping[str, Mijlpaal],
        Soort(
            "mijlpalen",
            "Hoe de agenda tot stand kwam.",
            adres="totstandkoming/#{id}",
            lijst=True,
            nummering=Nummering.PER_AGENDA,
        ),
    ] = field(default_factory=_empty)
    principes: Annotated[
        Mapping[str, Principe],
        Soort(
            "principes",
            "De richting die de partijen kozen.",
            adres="leidende-principes/#{id}",
            lijst=True,
            nummering=Nummering.PER_AGENDA,
        ),
    ] = field(default_factory=_empty)
    samenwerking: Annotated[
        Samenwerking | None,
        Soort(
            "samenwerking/model.yml",
            "Het model van wie de eerste stap zet, als geheel.",
            titel="naam",
            adres="samenwerking/",
            kop=N_("Over het model"),
            aan_zet=N_("de werkgroep van het model"),
        ),
    ] = None
    wegwijzer: Annotated[
        Wegwijzer | None,
        Soort(
            "samenwerking/wegwijzer.yml",
            "De vragen die naar het goede onderdeel leiden.",
            adres="samenwerking/wegwijzer/",
            deel="{id}/",
        ),
    ] = None
    thuis: Annotated[
        Thuis | None,
        Soort(
            "samenwerking/thuis.yml",
            "Wat je doet als een kind niet naar school gaat.",
            adres="thuis/",
        ),
    ] = None
    themas: Annotated[
        Mapping[str, Thema],
        Soort(
            "samenwerking/themas",
            "De thema's van het model.",
            alle="Thema's",
            adres="samenwerking/#{id}",
            kop=N_("Over de thema's van het model"),
            aan_zet=N_("de werkgroep van het model"),
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    onderdelen: Annotated[
        Mapping[str, Onderdeel],
        Soort(
            "samenwerking/onderdelen",
            "De onderdelen van het model: een situatie van een kind en wat we dan doen.",
            code=True,
            adres="samenwerking/{id}/",
            bezet=("uitspraken", "wegwijzer", "werkgroep", "wetten", "zonder-afspraak"),
            kop=N_("Over de onderdelen van het model"),
            aan_zet=N_("de werkgroep van het model"),
        ),
    ] = field(default_factory=_empty)
    kaders: Annotated[
        Mapping[str, Kader],
        Soort(
            "samenwerking/kaders",
            "Wat de wet zegt waar de regio geen afspraak heeft.",
            titel="onderwerp",
            adres="samenwerking/zonder-afspraak/#{id}",
            lijst=True,
        ),
    ] = field(default_factory=_empty)
    wetten: Annotated[
        Mapping[str, Wet],
        Soort(
            "samenwerking/wetten",
            "De wetten die worden gebruikt.",
            titel="naam",
            adres="samenwerking/wetten/#{id}",
            lijst=True,
            kop=N_("Over de wetten"),
            aan_zet=N_("wie deze site bijhoudt"),
        ),
    ] = field(default_factory=_empty)
    artikelen: Annotated[
        Mapping[str, Artikel],
        Soort(
            "samenwerking/artikelen",
            "Artikelen van die wetten.",
            titel="nummer",
            adres="samenwerking/wetten/#{id}",
        ),
    ] = field(default_factory=_empty)
    uitspraken: Annotated[
        Mapping[str, Uitspraak],
        Soort(
            "samenwerking/uitspraken",
            "Uitspraken van rechters.",
            titel="ecli",
            adres="samenwerking/uitspraken/#{id}",
            lijst=True,
        ),
    ] = field(default_factory=_empty)
    overleggen: Annotated[
        Mapping[str, Overleg],
        Soort(
            "overleg/overleggen",
            "De overleggen over jeugd en onderwijs, van nu en zoals ze zijn voorgesteld.",
            titel="naam",
            adres="overleg/{id}/",
            bijpagina="overleg/{id}/nieuws/",
            bezet=(
                "kalender",
                "besluiten",
                "voorstellen",
                "routes",
                "planner",
                "doorlooptijd",
                "documenten",
                "deelnemers",
                "onderwerpen",
                "spelregels",
                "regie",
            ),
            kop=N_("Over de overleggen"),
            aan_zet=N_("de voorzitter van het overleg"),
        ),
    ] = field(default_factory=_empty)
    onderwerpen: Annotated[
        Mapping[str, Onderwerp],
        Soort(
            "overleg/onderwerpen",
            "Waar overleggen over gaan.",
            adres="overleg/onderwerpen/#{id}",
            lijst=True,
        ),
    ] = field(default_factory=_empty)
    functies: Annotated[
        Mapping[str, Functie],
        Soort(
            "overleg/functies",
            "Wat functies tussen de overleggen wel en niet doen.",
            titel="partij",
            adres="overleg/deelnemers/#{id}",
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    buurnetwerken: Annotated[
        Mapping[str, Buurnetwerk],
        Soort(
            "overleg/buurnetwerken",
            "Netwerken van buurregio's waar een gemeente ook bij hoort.",
            titel="naam",
        ),
    ] = field(default_factory=_empty)
    spelregels: Annotated[
        Mapping[str, Spelregel],
        Soort(
            "overleg/spelregels",
            "Wat er niet goed ging, de uitgangspunten en de gedragsregels.",
            adres="overleg/spelregels/#{id}",
            lijst=True,
            nummering=Nummering.PER_SOORT,
        ),
    ] = field(default_factory=_empty)
    vergaderingen: Annotated[
        Mapping[str, Vergadering],
        Soort(
            "overleg/vergaderingen",
            "Vergaderingen en bijeenkomsten, met hun agenda.",
            adres="overleg/kalender/#{id}",
            lijst=True,
            kop=N_("Over de vergaderingen"),
            aan_zet=N_("de voorzitter van het overleg"),
        ),
    ] = field(default_factory=_empty)
    besluiten: Annotated[
        Mapping[str, Besluit],
        Soort(
            "overleg/besluiten",
            "Wat er is besloten.",
            adres="overleg/besluiten/{id}/",
            lijst=True,
            kop=N_("Over de besluiten"),
            aan_zet=N_("het overleg dat het besluit nam"),
        ),
    ] = field(default_factory=_empty)
    voorstellen: Annotated[
        Mapping[str, Voorstel],
        Soort(
            "overleg/voorstellen",
            "Voorstellen onderweg: wie ze indiende, welke route ze gaan en wat elk overleg deed.",
            adres="overleg/voorstellen/{id}/",
            lijst=True,
            kop=N_("Over de voorstellen"),
            aan_zet=N_("wie het voorstel indiende"),
        ),
    ] = field(default_factory=_empty)
    documenten: Annotated[
        Mapping[str, Basisdocument],
        Soort(
            "overleg/documenten",
            "Basisdocumenten: waar iedereen mee werkt.",
            naam="document",
            adres="overleg/documenten/#{id}",
            lijst=True,
            kop=N_("Over de basisdocumenten"),
            aan_zet=N_("wie het document uitgaf"),
        ),
    ] = field(default_factory=_empty)
    routes: Annotated[
        Mapping[str, Voorstelroute],
        Soort(
            "overleg/routes",
            "Langs welke overleggen een voorstel gaat.",
            adres="overleg/routes/#{id}",
            lijst=True,
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    inventaris: Annotated[
        Inventaris | None,
        Soort(
            "arrangement/inventaris.yml",
            "Het overzicht van onderwijszorgarrangementen als geheel.",
            adres="arrangementen/",
            geen_tabel=N_(
                "Dit is de inleiding bij het overzicht van arrangementen. Wat er in het overzicht "
                "staat, vind je in de tabellen van de arrangementen."
            ),
        ),
    ] = None
    arrangementen: Annotated[
        Mapping[str, Arrangement],
        Soort(
            "arrangement/arrangementen",
            "Onderwijszorgarrangementen, en proeven die er op lijken.",
            adres="arrangementen/{id}/",
            bezet=("dekking", "handvatten", "leren", "aanmelden"),
            kop=N_("Over de arrangementen"),
            aan_zet=N_("wie het arrangement uitvoert"),
        ),
    ] = field(default_factory=_empty)
    bevindingen: Annotated[
        Mapping[str, Bevinding],
        Soort(
            "arrangement/bevindingen",
            "Wat we hebben, wat er mist en wat anders moet.",
            adres="arrangementen/dekking/#{id}",
            kop=N_("Over wat we hebben en missen"),
            aan_zet=N_("de trekker van het speerpunt"),
            nummering=Nummering.PER_SOORT,
        ),
    ] = field(default_factory=_empty)
    handvatten: Annotated[
        Mapping[str, Handvat],
        Soort(
            "arrangement/handvatten",
            "Landelijke kaders die helpen bij een arrangement.",
            adres="arrangementen/handvatten/#{id}",
            lijst=True,
            kop=N_("Over de handvatten"),
            aan_zet=N_("wie deze site bijhoudt"),
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    lessen: Annotated[
        Mapping[str, Les],
        Soort(
            "arrangement/lessen",
            "Wat andere regio's en netwerken leerden.",
            adres="arrangementen/leren/#{id}",
            lijst=True,
            kop=N_("Over de lessen"),
            aan_zet=N_("de regio of het netwerk dat de les deelde"),
        ),
    ] = field(default_factory=_empty)
    leergroepen: Annotated[
        Mapping[str, Leergroep],
        Soort(
            "arrangement/leergroepen",
            "Groepen waarin regio's samen leren (communities of practice).",
            adres="arrangementen/leren/#{id}",
            kop=N_("Over de leergroepen"),
            aan_zet=N_("de groep zelf"),
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    monitor: Annotated[
        Monitor | None,
        Soort(
            "monitor/monitor.yml",
            "De monitor als geheel.",
            adres="monitor/",
            geen_tabel=N_(
                "Dit is de inleiding bij de cijfers, en welke er bovenaan staan. De cijfers zelf "
                "vind je in de tabel met waarnemingen."
            ),
        ),
    ] = None
    indicatoren: Annotated[
        Mapping[str, Indicator],
        Soort(
            "monitor/indicatoren",
            "Wat er wordt gemeten, en hoe je het leest.",
            adres="monitor/{id}/",
            bezet=(
                "vergelijken",
                "duiding",
                "hoe-lees-je-dit",
                "bescherming",
                "methode",
                "gemeente",
                "samenwerkingsverband",
                "schoolbestuur",
                "school",
                "wijk",
            ),
            kop=N_("Over de cijfers"),
            aan_zet=N_("wie het cijfer uitgeeft"),
            nummering=Nummering.DOORLOPEND,
        ),
    ] = field(default_factory=_empty)
    referentiegebieden: Annotated[
        Mapping[str, Referentiegebied],
        Soort(
            "monitor/referentiegebieden",
            "Gebieden buiten de regio om de cijfers naast te leggen.",
            titel="naam",
            adres="monitor/",
            kop=N_("Over de gebieden om mee te vergelijken"),
            aan_zet=N_("wie deze site bijhoudt"),
        ),
    ] = field(default_factory=_empty)
    scholen: Annotated[
        Mapping[str, School],
        Soort(
            "monitor/scholen",
            "De scholen waarvan er cijfers zijn.",
            titel="naam",
            adres="monitor/school/{id}/",
            kop=N_("Over de scholen"),
            aan_zet=N_("het bestuur van de school"),
        ),
    ] = field(default_factory=_empty)
    wijken: Annotated[
        Mapping[str, Wijk],
        Soort(
            "monitor/wijken",
            "De wijken waarvan er cijfers zijn.",
            titel="naam",
            adres="monitor/wijk/{id}/",
        ),
    ] = field(default_factory=_empty)
    waarnemingen: Annotated[
        Mapping[str, Waarnemingen],
        Soort(
            "monitor/waarnemingen",
            "De gepubliceerde cijfers, één bestand per bron.",
            geschiedenis=True,
            tabellen=True,
        ),
    ] = field(default_factory=_empty)
    statline: Annotated[
        Mapping[str, Statline],
        Soort(
            "monitor/statline",
            "Tabellen van het CBS waaruit cijfers worden overgenomen, en welke kolom wat is.",
            een="StatLine",
            alle="StatLine",
            geschiedenis=True,
            geen_tabel=N_(
                "Dit zegt uit welke kolommen van het CBS de cijfers komen. De cijfers zelf vind je "
                "in de tabel met waarnemingen, met hun bron."
            ),
        ),
    ] = field(default_factory=_empty)
    dpias: Annotated[
        Mapping[str, Dpia],
        Soort(
            "monitor/dpia",
            "Per gemeente: is onderzocht of de privacy goed is geregeld?",
            een="DPIA",
            alle="DPIA's",
            titel="gemeente",
            adres="monitor/bescherming/#dpia-{id}",
            kop=N_("Over de DPIA per gemeente"),
            aan_zet=N_("de gemeente"),
        ),
    ] = field(default_factory=_empty)
    duidingen: Annotated[
        Mapping[str, Duiding],
        Soort(
            "monitor/duidingen",
            "Elk jaar: wat zeggen de cijfers, en wat doen we ermee?",
            adres="monitor/duiding/#{id}",
            lijst=True,
            kop=N_("Over wat we met de cijfers doen"),
            aan_zet=N_("het overleg dat de cijfers bespreekt"),
            geschiedenis=True,
        ),
    ] = field(default_factory=_empty)
    toelichtingen: Annotated[
        Mapping[str, Toelichting],
        Soort(
            "monitor/toelichtingen",
            "Wat een gemeente zelf zegt bij een cijfer over die gemeente.",
            titel="gemeente",
            van_anderen=True,
        ),
    ] = field(default_factory=_empty)
    uitgaven: tuple[Waarneming, ...] = ()
    onleesbaar: frozenset[str] = frozenset()
    editie: str = ""

    @property
    def gebied(self) -> str:
        """The id of the area of the whole region; empty while that is not known."""
        return self.instellingen.gebied or ""

    @property
    def leden(self) -> tuple[str, ...]:
        """The municipalities of that area."""
        area = self.werkingsgebieden.get(self.gebied)
        return area.gemeenten if area else ()

    @cached_property
    def cijfergebieden(self) -> Mapping[str, Cijfergebied]:
        """Every area that figures can be of, by id, and where it lies."""
        parties = {key: one for key, one in self.partijen.items() if one.soort in VAN_PARTIJ}
        networks = (
            (key, one.gemeenten)
            for key, one in parties.items()
            if one.soort is SoortPartij.SAMENWERKINGSVERBAND
        )
        wide = [(key, one.gemeenten) for key, one in self.werkingsgebieden.items()]
        inside: dict[str, list[str]] = {}
        for area, members in (*wide, *networks):
            known = members if isinstance(members, tuple) else ()
            # One that names a municipality which is not there has a mistake: of what else?
            for key in known if all(key in self.gemeenten for key in known) else ():
                inside.setdefault(key, []).append(area)
        kinds: dict[str, Gebiedsoort | None] = dict.fromkeys(
            (*self.gemeenten, *self.referentiegebieden, *self.werkingsgebieden)
        )
        kinds |= {key: VAN_PARTIJ[one.soort] for key, one in parties.items()}
        for key, wijk in self.wijken.items():
            kinds[key] = Gebiedsoort.WIJK
            inside[key] = [wijk.gemeente, *inside.get(wijk.gemeente, ())]
        for key, school in self.scholen.items():
            kinds[key] = Gebiedsoort.SCHOOL
            own = (school.bestuur, school.samenwerkingsverband, school.gemeente)
            # Of the samenwerkingsverbanden of its municipality a school has one of its own.
            around = [one for one in inside.get(school.gemeente, ()) if one not in parties]
            inside[key] = [*(one for one in own if isinstance(one, str)), *around]
        records: dict[str, Any] = {
            **self.gemeenten,
            **self.referentiegebieden,
            **self.werkingsgebieden,
            **parties,
            **self.scholen,
            **self.wijken,
        }
        return MappingProxyType(
            {
                key: Cijfergebied(
                    kinds[key],
                    tuple(inside.get(key, ())),
                    one.status is Status.ACTIEF,
                    tuple(
                        name
                        for field in ("naam", "brin", "cbs_code")
                        if isinstance(name := getattr(one, field, None), str)
                    ),
                )
                for key, one in records.items()
            }
        )

    def binnen(self, gebied: str) -> Mapping[Gebiedsoort | None, tuple[str, ...]]:
        """The areas that count within a larger one, by kind, in the order of the data."""
        return self._binnen.get(gebied, {})

    @cached_property
    def _binnen(self) -> Mapping[str, Mapping[Gebiedsoort | None, tuple[str, ...]]]:
        found: dict[str, dict[Gebiedsoort | None, tuple[str, ...]]] = {}
        for key, one in self.cijfergebieden.items():
            for wide in one.ligt_in if one.telt else ():
                kinds = found.setdefault(wide, {})
                kinds[one.soort] = (*kinds.get(one.soort, ()), key)
        return found

    @property
    def cijfers(self) -> Iterator[Waarneming]:
        """Every figure that counts: of others, and counted by the region itself."""
        for bestand in actief(self.waarnemingen):
            yield from bestand.rijen
        yield from self.uitgaven

    @property
    def agenda(self) -> Agenda | None:
        """The agenda that counts."""
        return self.agendas.get(self.editie)

    @property
    def looptijd(self) -> Looptijd | None:
        """The years of that agenda, when these are known."""
        return self.agenda.jaren if self.agenda else None

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns of the matrix."""
        return self.samenwerking.kolommen if self.samenwerking else ()

    @property
    def oude_woorden(self) -> tuple[OudWoord, ...]:
        """The words in the model that nobody uses any more."""
        return self.samenwerking.oude_woorden if self.samenwerking else ()

    @property
    def uitkomsten(self) -> tuple[Uitkomst, ...]:
        """The outcomes of the wegwijzer."""
        return self.wegwijzer.uitkomsten if self.wegwijzer else ()

    @property
    def dashboard(self) -> tuple[str, ...]:
        """The indicators that stand first."""
        return self.monitor.dashboard if self.monitor else ()

    @property
    def vergelijken(self) -> tuple[str, ...]:
        """The indicators by which municipalities stand side by side."""
        return self.monitor.vergelijken if self.monitor else ()

    @property
    def omvang(self) -> str | None:
        """The indicator that says how large a municipality is."""
        return self.monitor.omvang if self.monitor else None

    @property
    def kaart(self) -> tuple[Tegel, ...]:
        """Where each municipality stands on the map."""
        return self.monitor.kaart if self.monitor else ()

    @cached_property
    def niet_naast(self) -> Mapping[frozenset[str], str]:
        """Why two indicators must not be laid side by side, by the ids of the two."""
        return {
            frozenset({one.id, item.indicator}): item.reden
            for one in actief(self.indicatoren)
            for item in one.niet_naast
        }

    @cached_property
    def bladeren(self) -> tuple[tuple[str, Leaf], ...]:
        """Every value of every record, with the path of its file."""
        return tuple(self.waarden())

    def waarden(self, welke: Welke | None = None) -> Iterator[tuple[str, Leaf]]:
        """The same, or those that ``welke`` chooses; chosen once for a record that stays."""
        for _, path, record in self.bestanden:
            for leaf in gelopen(record, welke):
                yield path, leaf

    @cached_property
    def actieve_speerpunten(self) -> tuple[Speerpunt, ...]:
        """The speerpunten that count, by number."""
        return self._van_editie(self.speerpunten)

    @cached_property
    def actieve_mijlpalen(self) -> tuple[Mijlpaal, ...]:
        """How the agenda was made, in order."""
        return self._van_editie(self.mijlpalen)

    @cached_property
    def actieve_principes(self) -> tuple[Principe, ...]:
        """The directions that count, in order."""
        return self._van_editie(self.principes)

    def van_nu(self, one: Deel) -> bool:
        """Whether a record is of the agenda that counts, or of none."""
        if isinstance(one, Agenda):
            return one.id == self.editie
        return not isinstance(one, Speerpunt | Mijlpaal | Principe) or one.agenda == self.editie

    def _van_editie(self, records: Mapping[str, E]) -> tuple[E, ...]:
        found = (one for one in actief(records) if one.agenda == self.editie)
        return tuple(sorted(found, key=lambda one: one.nummer))

    @cached_property
    def actieve_themas(self) -> tuple[Thema, ...]:
        """The themes that count, by number."""
        return tuple(sorted(actief(self.themas), key=lambda one: one.nummer))

    @cached_property
    def actieve_onderdelen(self) -> tuple[Onderdeel, ...]:
        """The onderdelen that count, in the order of the matrix."""
        return tuple(sorted(actief(self.onderdelen), key=lambda one: codevolgorde(one.code)))

    @cached_property
    def actieve_uitspraken(self) -> tuple[Uitspraak, ...]:
        """The rulings that count, newest first."""
        rulings = sorted(actief(self.uitspraken), key=lambda one: one.uitgesproken_op.begin)
        return tuple(reversed(rulings))

    def groep(self, soort: Soort) -> Mapping[str, Record]:
        """The records of a kind by id; a kind of one file has none."""
        found: Mapping[str, Record] = getattr(self, soort.veld) if soort.is_map else _empty()
        return found

    def records(self) -> Iterator[tuple[Soort, str, Deel]]:
        """Every file: its kind, its path below the data folder, what it says."""
        return iter(self.bestanden)

    @cached_property
    def bestanden(self) -> tuple[tuple[Soort, str, Deel], ...]:
        """The same, gone through once."""
        found: list[tuple[Soort, str, Deel]] = []
        for soort in SOORTEN:
            if soort.is_map:
                found += (
                    (soort, soort.bestand(key), one) for key, one in self.groep(soort).items()
                )
            elif (single := getattr(self, soort.veld)) is not None:
                found.append((soort, soort.bestand(), single))
        return tuple(found)


def _soorten() -> Iterator[Soort]:
    """The kinds in the order of the fields of ``Regio``."""
    for veld, hint in get_type_hints(Regio, include_extras=True).items():
        held, *marks = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
        for soort in marks:
            [*_, kind] = [one for one in get_args(held) if one is not NoneType] or [held]
            yield replace(soort, veld=veld, type=kind, naam=soort.naam or kind.__name__.lower())


SOORTEN = tuple(_soorten())
SOORT = MappingProxyType({soort.naam: soort for soort in SOORTEN})
"""Every kind by its name."""
_VAN_TYPE = {soort.type: soort for soort in SOORTEN}


def soort_van(kind: type[Deel]) -> Soort:
    """The kind of which each file holds a ``kind``."""
    return _VAN_TYPE[kind]


@cache
def pad_van(kind: type[Deel], key: str = "") -> str:
    """The file of a record, below the data folder."""
    return _VAN_TYPE[kind].bestand(key)


def adres_van(kind: type[Deel], key: str = "", deel: str = "") -> str:
    """Where a record, or the part of it with the id ``deel``, stands on the site."""
    soort = _VAN_TYPE[kind]
    return soort.op(soort.adres, key) + (soort.deel.format(id=deel) if deel else "")


def pagina_van(kind: type[Deel]) -> str:
    """The page on which the records of a kind stand, or that leads to their pages."""
    return _VAN_TYPE[kind].pagina


def bijpagina_van(kind: type[Deel], key: str) -> str:
    """The second page about a record."""
    soort = _VAN_TYPE[kind]
    return soort.op(soort.bijpagina, key)


def lijsten() -> Iterator[tuple[str, str]]:
    """Each page that holds little else than records, and the folder that theirs have in common."""
    for page in dict.fromkeys(soort.pagina for soort in SOORTEN if soort.lijst):
        folder = commonpath([one.pad for one in SOORTEN if one.lijst and one.pagina == page])
        yield page, f"{folder}/" if folder else ""


def kolommen(soort: Soort) -> tuple[str, ...]:
    """The columns of a table: the fields of the one group of fields in its type."""
    (row,) = nested_types(soort.type)
    return tuple(row.model_fields)
