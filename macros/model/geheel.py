"""The whole of one region, frozen, and the table of kinds of records it is made of.

The table is the only place that knows which folder holds which type; loading, schemas, the data
handbook and the editor settings all read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from macros.model.agenda import Agenda, Mijlpaal, Principe, Speerpunt
from macros.model.arrangement import Arrangement, Bevinding, Handvat, Inventaris, Leergroep, Les
from macros.model.basis.record import Deel, actief
from macros.model.monitor.duiding import Dpia, Duiding
from macros.model.monitor.indicator import Indicator, Waarneming, Waarnemingen
from macros.model.monitor.inrichting import Monitor, Referentiegebied
from macros.model.monitor.statline import Statline
from macros.model.overleg.structuur import Buurnetwerk, Functie, Onderwerp, Overleg, Spelregel
from macros.model.overleg.vergadering import Basisdocument, Besluit, Vergadering
from macros.model.overleg.voorstelroute import Voorstelroute
from macros.model.regio import Begrip, Bron, Gemeente, Instellingen, Partij, Werkingsgebied
from macros.model.samenwerking.onderdeel import Onderdeel, Samenwerking, Thema, codevolgorde
from macros.model.samenwerking.recht import Artikel, Kader, Uitspraak, Wet
from macros.model.samenwerking.wegwijzer import Wegwijzer
from macros.model.walk import Leaf, leaves, nested_types


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of data file: its type, where it lives, what it is for (Dutch, for editors).

    ``veld`` is the field of ``Regio`` that holds it. A folder of ``tabellen`` has CSV files, whose
    columns are the fields of a row.
    """

    naam: str
    type: type[Deel]
    pad: str
    veld: str
    uitleg: str
    tabellen: bool = False

    @property
    def is_map(self) -> bool:
        """Whether there is a folder of records, or just one file."""
        return not self.pad.endswith(".yml")

    @property
    def uitgang(self) -> str:
        """How the names of its files end."""
        return ".csv" if self.tabellen else ".yml"


SOORTEN: tuple[Soort, ...] = (
    Soort(
        "regio",
        Instellingen,
        "regio.yml",
        "instellingen",
        "Instellingen van de site: naam, talen, beheer.",
    ),
    Soort("agenda", Agenda, "agenda.yml", "agenda", "De focusagenda als geheel."),
    Soort("gemeente", Gemeente, "gemeenten", "gemeenten", "De gemeenten van de regio."),
    Soort(
        "werkingsgebied",
        Werkingsgebied,
        "werkingsgebieden",
        "werkingsgebieden",
        "Welke gemeenten samen waarvoor een gebied vormen.",
    ),
    Soort(
        "partij", Partij, "partijen", "partijen", "Organisaties, groepen en functies die meedoen."
    ),
    Soort("bron", Bron, "bronnen", "bronnen", "Waar de feiten vandaan komen."),
    Soort("begrip", Begrip, "begrippen", "begrippen", "Woorden en afkortingen, uitgelegd."),
    Soort(
        "speerpunt",
        Speerpunt,
        "speerpunten",
        "speerpunten",
        "De speerpunten met hun acties en planning.",
    ),
    Soort("mijlpaal", Mijlpaal, "mijlpalen", "mijlpalen", "Hoe de agenda tot stand kwam."),
    Soort("principe", Principe, "principes", "principes", "De richting die de partijen kozen."),
    Soort(
        "samenwerking",
        Samenwerking,
        "samenwerking/model.yml",
        "samenwerking",
        "Het Model Passende Samenwerking als geheel.",
    ),
    Soort(
        "wegwijzer",
        Wegwijzer,
        "samenwerking/wegwijzer.yml",
        "wegwijzer",
        "De vragen die naar het goede onderdeel leiden.",
    ),
    Soort("thema", Thema, "samenwerking/themas", "themas", "De thema's van het model."),
    Soort(
        "onderdeel",
        Onderdeel,
        "samenwerking/onderdelen",
        "onderdelen",
        "De onderdelen van het model: een situatie van een kind en wat we dan doen.",
    ),
    Soort(
        "kader",
        Kader,
        "samenwerking/kaders",
        "kaders",
        "Wat de wet zegt waar de regio geen afspraak heeft.",
    ),
    Soort("wet", Wet, "samenwerking/wetten", "wetten", "De wetten die worden gebruikt."),
    Soort("artikel", Artikel, "samenwerking/artikelen", "artikelen", "Artikelen van die wetten."),
    Soort(
        "uitspraak", Uitspraak, "samenwerking/uitspraken", "uitspraken", "Uitspraken van rechters."
    ),
    Soort(
        "overleg",
        Overleg,
        "overleg/overleggen",
        "overleggen",
        "De overleggen over jeugd en onderwijs, van nu en zoals ze zijn voorgesteld.",
    ),
    Soort(
        "onderwerp", Onderwerp, "overleg/onderwerpen", "onderwerpen", "Waar overleggen over gaan."
    ),
    Soort(
        "functie",
        Functie,
        "overleg/functies",
        "functies",
        "Wat functies tussen de overleggen wel en niet doen.",
    ),
    Soort(
        "buurnetwerk",
        Buurnetwerk,
        "overleg/buurnetwerken",
        "buurnetwerken",
        "Netwerken van buurregio's waar een gemeente ook bij hoort.",
    ),
    Soort(
        "spelregel",
        Spelregel,
        "overleg/spelregels",
        "spelregels",
        "Wat er niet goed ging, de uitgangspunten en de gedragsregels.",
    ),
    Soort(
        "vergadering",
        Vergadering,
        "overleg/vergaderingen",
        "vergaderingen",
        "Vergaderingen en bijeenkomsten, met hun agenda.",
    ),
    Soort("besluit", Besluit, "overleg/besluiten", "besluiten", "Wat er is besloten."),
    Soort(
        "document",
        Basisdocument,
        "overleg/documenten",
        "documenten",
        "Basisdocumenten: waar iedereen mee werkt.",
    ),
    Soort(
        "voorstelroute",
        Voorstelroute,
        "overleg/routes",
        "routes",
        "Langs welke overleggen een voorstel gaat.",
    ),
    Soort(
        "inventaris",
        Inventaris,
        "arrangement/inventaris.yml",
        "inventaris",
        "Het overzicht van onderwijszorgarrangementen als geheel.",
    ),
    Soort(
        "arrangement",
        Arrangement,
        "arrangement/arrangementen",
        "arrangementen",
        "Onderwijszorgarrangementen, en proeven die er op lijken.",
    ),
    Soort(
        "bevinding",
        Bevinding,
        "arrangement/bevindingen",
        "bevindingen",
        "Wat we hebben, wat er mist en wat anders moet.",
    ),
    Soort(
        "handvat",
        Handvat,
        "arrangement/handvatten",
        "handvatten",
        "Landelijke kaders die helpen bij een arrangement.",
    ),
    Soort("les", Les, "arrangement/lessen", "lessen", "Wat andere regio's en netwerken leerden."),
    Soort(
        "leergroep",
        Leergroep,
        "arrangement/leergroepen",
        "leergroepen",
        "Groepen waarin regio's samen leren (communities of practice).",
    ),
    Soort("monitor", Monitor, "monitor/monitor.yml", "monitor", "De monitor als geheel."),
    Soort(
        "indicator",
        Indicator,
        "monitor/indicatoren",
        "indicatoren",
        "Wat er wordt gemeten, en hoe je het leest.",
    ),
    Soort(
        "referentiegebied",
        Referentiegebied,
        "monitor/referentiegebieden",
        "referentiegebieden",
        "Gebieden buiten de regio om de cijfers naast te leggen.",
    ),
    Soort(
        "waarnemingen",
        Waarnemingen,
        "monitor/waarnemingen",
        "waarnemingen",
        "De gepubliceerde cijfers, één bestand per bron.",
        tabellen=True,
    ),
    Soort(
        "statline",
        Statline,
        "monitor/statline",
        "statline",
        "Tabellen van het CBS waaruit cijfers worden overgenomen, en welke kolom wat is.",
    ),
    Soort(
        "dpia",
        Dpia,
        "monitor/dpia",
        "dpias",
        "Per gemeente: is onderzocht of de privacy goed is geregeld?",
    ),
    Soort(
        "duiding",
        Duiding,
        "monitor/duidingen",
        "duidingen",
        "Elk jaar: wat zeggen de cijfers, en wat doen we ermee?",
    ),
)


def kolommen(soort: Soort) -> tuple[str, ...]:
    """The columns of a table: the fields of the one group of fields in its type."""
    (row,) = nested_types(soort.type)
    return tuple(row.model_fields)


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Regio:
    """Everything one ``data`` folder says. Records by id, in the order of the file names.

    ``onleesbaar`` has the paths (``partijen/x.yml``) of files that exist but could not be read, so
    that a reference to such a file is not reported a second time. ``uitgaven`` are the newest
    protected counts of the region itself, read from the ledger.
    """

    instellingen: Instellingen
    agenda: Agenda
    samenwerking: Samenwerking
    wegwijzer: Wegwijzer
    inventaris: Inventaris
    monitor: Monitor
    gemeenten: Mapping[str, Gemeente] = field(default_factory=_empty)
    werkingsgebieden: Mapping[str, Werkingsgebied] = field(default_factory=_empty)
    partijen: Mapping[str, Partij] = field(default_factory=_empty)
    bronnen: Mapping[str, Bron] = field(default_factory=_empty)
    begrippen: Mapping[str, Begrip] = field(default_factory=_empty)
    speerpunten: Mapping[str, Speerpunt] = field(default_factory=_empty)
    mijlpalen: Mapping[str, Mijlpaal] = field(default_factory=_empty)
    principes: Mapping[str, Principe] = field(default_factory=_empty)
    themas: Mapping[str, Thema] = field(default_factory=_empty)
    onderdelen: Mapping[str, Onderdeel] = field(default_factory=_empty)
    kaders: Mapping[str, Kader] = field(default_factory=_empty)
    wetten: Mapping[str, Wet] = field(default_factory=_empty)
    artikelen: Mapping[str, Artikel] = field(default_factory=_empty)
    uitspraken: Mapping[str, Uitspraak] = field(default_factory=_empty)
    overleggen: Mapping[str, Overleg] = field(default_factory=_empty)
    onderwerpen: Mapping[str, Onderwerp] = field(default_factory=_empty)
    functies: Mapping[str, Functie] = field(default_factory=_empty)
    buurnetwerken: Mapping[str, Buurnetwerk] = field(default_factory=_empty)
    spelregels: Mapping[str, Spelregel] = field(default_factory=_empty)
    vergaderingen: Mapping[str, Vergadering] = field(default_factory=_empty)
    besluiten: Mapping[str, Besluit] = field(default_factory=_empty)
    documenten: Mapping[str, Basisdocument] = field(default_factory=_empty)
    routes: Mapping[str, Voorstelroute] = field(default_factory=_empty)
    arrangementen: Mapping[str, Arrangement] = field(default_factory=_empty)
    bevindingen: Mapping[str, Bevinding] = field(default_factory=_empty)
    handvatten: Mapping[str, Handvat] = field(default_factory=_empty)
    lessen: Mapping[str, Les] = field(default_factory=_empty)
    leergroepen: Mapping[str, Leergroep] = field(default_factory=_empty)
    indicatoren: Mapping[str, Indicator] = field(default_factory=_empty)
    referentiegebieden: Mapping[str, Referentiegebied] = field(default_factory=_empty)
    waarnemingen: Mapping[str, Waarnemingen] = field(default_factory=_empty)
    statline: Mapping[str, Statline] = field(default_factory=_empty)
    dpias: Mapping[str, Dpia] = field(default_factory=_empty)
    duidingen: Mapping[str, Duiding] = field(default_factory=_empty)
    uitgaven: tuple[Waarneming, ...] = ()
    onleesbaar: frozenset[str] = frozenset()

    @cached_property
    def bladeren(self) -> tuple[tuple[str, Leaf], ...]:
        """Every value of every record, with the path of its file; walked once."""
        return tuple((path, leaf) for _, path, record in self.records() for leaf in leaves(record))

    @cached_property
    def actieve_speerpunten(self) -> tuple[Speerpunt, ...]:
        """The speerpunten that count, by number."""
        return tuple(sorted(actief(self.speerpunten), key=lambda one: one.nummer))

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

    def records(self) -> Iterator[tuple[Soort, str, Deel]]:
        """Every file: its kind, its path below the data folder, what it says."""
        for soort in SOORTEN:
            found = getattr(self, soort.veld)
            if soort.is_map:
                for key, record in found.items():
                    yield soort, f"{soort.pad}/{key}{soort.uitgang}", record
            else:
                yield soort, soort.pad, found
