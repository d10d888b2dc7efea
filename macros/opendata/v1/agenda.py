"""Tables of the area agenda: its editions, the speerpunten with actions and planning, how it was
made, and the directions that were chosen.

Not here: which edition counts on a day (``model.agenda``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from macros.model import agenda as model
from macros.model.agenda import Fase, Herhaling, Stand
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND, Onbekend
from macros.opendata.basis import (
    ISO_8601,
    Kenmerk,
    Recordrij,
    code,
    codes,
    herkomstvelden,
    keuzen,
    namen,
    recordvelden,
    tekst,
)
from macros.opendata.contract import Code, Pagina, Veld, tabel
from macros.opendata.deel import Deelkenmerk, genoemd
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.agenda.actie import actierijen
from macros.views.basis import partijnaam, pleknaam
from macros.views.blik import Blik

VanAgenda = Annotated[Code, Veld(N_("Agenda"), N_("Bij welke agenda dit hoort."), naar="agendas")]
Volgorde = Annotated[int, Veld(N_("Nummer"), N_("De plaats in de agenda."))]
VoorOuders = Annotated[Tekst, Veld(N_("In gewone taal"), N_("Hetzelfde in gewone taal."))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Recordrij):
    """An edition of the agenda."""

    id: Kenmerk
    titel: Annotated[Tekst, Veld(N_("Titel"), N_("Hoe de agenda heet."))]
    korte_naam: Annotated[
        Tekst | None, Veld(N_("Korte naam"), N_("Hoe de agenda kort heet, als dat zo is."))
    ]
    motto: Annotated[Tekst | None, Veld(N_("Motto"), N_("De zin waaronder de agenda bekendstaat."))]
    van: Annotated[
        int | Onbekend,
        Veld(N_("Eerste jaar"), N_("Het eerste jaar waarvoor de agenda geldt."), bron=ISO_8601),
    ]
    tot_en_met: Annotated[
        int | Onbekend,
        Veld(N_("Laatste jaar"), N_("Het laatste jaar waarvoor de agenda geldt."), bron=ISO_8601),
    ]
    geldt: Annotated[
        bool,
        Veld(
            N_("Geldt nu"),
            N_("Of dit de agenda is die geldt op de dag waarop dit bestand is gemaakt."),
        ),
    ]
    vervangt: Annotated[
        Code | None,
        Veld(N_("Vervangt"), N_("De agenda die hiervoor gold."), naar="agendas"),
    ]
    opvolger: Annotated[
        Code | Onbekend | None,
        Veld(
            N_("Opvolger"),
            N_("De bron waarin de volgende agenda staat, zolang die hier geen eigen rij heeft."),
            naar="bronnen",
        ),
    ]
    samen: Annotated[
        Tekst | Onbekend,
        Veld(N_("Wat we samen willen"), N_("Wat de partijen met de agenda samen willen.")),
    ]
    voor_ouders: Annotated[
        Tekst | Onbekend, Veld(N_("In gewone taal"), N_("Wat de agenda is, in gewone taal."))
    ]
    vastgesteld: Annotated[
        Tekst | None,
        Veld(
            N_("Wat is vastgesteld"),
            N_("Wat er is vastgesteld, als dat niet de hele agenda is."),
        ),
    ]
    vastgesteld_op: Annotated[
        Datum | Onbekend | None,
        Veld(
            N_("Vastgesteld op"),
            N_(
                "Wanneer de agenda is vastgesteld. Leeg en niet onbekend: zij is nog in "
                "voorbereiding."
            ),
            bron=ISO_8601,
        ),
    ]
    vastgesteld_door: Annotated[
        Tekst | Onbekend | None,
        Veld(N_("Vastgesteld door"), N_("Het overleg dat de agenda vaststelde.")),
    ]
    leidende_principes: Annotated[
        Tekst | Onbekend | None,
        Veld(
            N_("Leidende principes"),
            N_("De leidende principes zoals ze zijn vastgesteld."),
        ),
    ]
    actielijnen: Annotated[
        Tekst | Onbekend | None,
        Veld(N_("Actielijnen"), N_("De actielijnen zoals ze zijn vastgesteld.")),
    ]


@tabel(
    N_("Agenda's"),
    N_("Elke agenda van de regio: die nu geldt, die van vroeger en die in voorbereiding is."),
    soort="agenda",
)
def agendas(blik: Blik) -> Iterator[Agenda]:
    """One row an edition."""
    for one in blik.regio.agendas.values():
        years = one.jaren
        yield Agenda(
            id=Code(one.id),
            titel=blik.v.tekst(one.titel),
            korte_naam=tekst(blik, one.korte_naam),
            motto=tekst(blik, one.motto),
            van=years.van if years else ONBEKEND,
            tot_en_met=years.tot_en_met if years else ONBEKEND,
            geldt=one.id == blik.regio.editie,
            vervangt=code(one.vervangt),
            opvolger=code(one.opvolger),
            samen=tekst(blik, one.samen),
            voor_ouders=tekst(blik, one.voor_ouders),
            vastgesteld=tekst(blik, one.vastgesteld),
            vastgesteld_op=one.vastgesteld_op,
            vastgesteld_door=tekst(blik, one.vastgesteld_door),
            leidende_principes=tekst(blik, one.leidende_principes),
            actielijnen=tekst(blik, one.actielijnen),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Speerpunt(Recordrij):
    """A speerpunt."""

    id: Kenmerk
    agenda: VanAgenda
    nummer: Volgorde
    titel: Annotated[Tekst, Veld(N_("Speerpunt"), N_("Hoe het speerpunt heet."))]
    samen: Annotated[Tekst, Veld(N_("Wat we samen doen"), N_("Wat we samen doen, in één zin."))]
    voor_ouders: VoorOuders
    conclusie: Annotated[
        Tekst | Onbekend, Veld(N_("Conclusie"), N_("Wat de partners samen vaststelden."))
    ]
    opdracht: Annotated[Tekst | Onbekend, Veld(N_("Opdracht"), N_("Wat ze elkaar opdroegen."))]
    bestuurlijk_trekker: Annotated[
        Code | Onbekend,
        Veld(
            N_("Bestuurlijk trekker"),
            N_("De partij of functie die bestuurlijk trekt."),
            naar="partijen",
        ),
    ]
    bestuurlijk_trekker_naam: Annotated[
        Tekst | Onbekend,
        Veld(N_("Naam van de bestuurlijk trekker"), N_("Hoe die partij of functie heet.")),
    ]
    ambtelijk_trekker: Annotated[
        Code | Onbekend,
        Veld(
            N_("Ambtelijk trekker"),
            N_("De partij of functie die ambtelijk trekt."),
            naar="partijen",
        ),
    ]
    ambtelijk_trekker_naam: Annotated[
        Tekst | Onbekend,
        Veld(N_("Naam van de ambtelijk trekker"), N_("Hoe die partij of functie heet.")),
    ]


@tabel(
    N_("Speerpunten"),
    N_("De punten waar de partijen samen aan werken, van elke agenda."),
    soort="speerpunt",
)
def speerpunten(blik: Blik) -> Iterator[Speerpunt]:
    """One row a speerpunt."""
    for one in _op_nummer(blik.regio.speerpunten):
        yield Speerpunt(
            id=Code(one.id),
            agenda=Code(one.agenda),
            nummer=one.nummer,
            titel=blik.v.tekst(one.titel),
            samen=blik.v.tekst(one.samen),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            conclusie=tekst(blik, one.conclusie),
            opdracht=tekst(blik, one.opdracht),
            bestuurlijk_trekker=code(one.bestuurlijk_trekker),
            bestuurlijk_trekker_naam=genoemd(partijnaam, blik, one.bestuurlijk_trekker),
            ambtelijk_trekker=code(one.ambtelijk_trekker),
            ambtelijk_trekker_naam=genoemd(partijnaam, blik, one.ambtelijk_trekker),
            **recordvelden(blik, one, one.herkomst),
        )


E = TypeVar("E", model.Speerpunt, model.Mijlpaal, model.Principe)


def _op_nummer(records: Mapping[str, E]) -> list[E]:
    """What is of an agenda, as a page of that agenda has it."""
    return sorted(records.values(), key=lambda one: (one.agenda, one.nummer, one.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class VanSpeerpunt(Recordrij):
    """A part of a speerpunt; its state is that of the speerpunt."""

    speerpunt: Annotated[
        Code,
        Veld(N_("Speerpunt"), N_("Van welk speerpunt."), naar="speerpunten"),
    ]
    speerpunt_titel: Annotated[
        Tekst, Veld(N_("Titel van het speerpunt"), N_("Hoe dat speerpunt heet."))
    ]
    agenda: VanAgenda


def _van_speerpunt(blik: Blik, one: model.Speerpunt) -> dict[str, Any]:
    return {
        **recordvelden(blik, one, one.herkomst),
        "speerpunt": Code(one.id),
        "speerpunt_titel": blik.v.tekst(one.titel),
        "agenda": Code(one.agenda),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie(VanSpeerpunt):
    """One thing to do."""

    id: Deelkenmerk
    nummer: Annotated[
        Code,
        Veld(
            N_("Nummer"),
            N_(
                "Het nummer op de site: dat van het speerpunt, een punt en de plaats van de actie. "
                "Het kan veranderen, en een andere agenda kan het ook hebben."
            ),
        ),
    ]
    actie: Annotated[Tekst, Veld(N_("Actie"), N_("Wat er gebeurt."))]
    resultaat: Annotated[
        Tekst | Onbekend,
        Veld(N_("Klaar als"), N_("Waaraan je volgens de bron ziet dat het klaar is.")),
    ]
    door: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Wie"), N_("Wie het doen."), naar="partijen"),
    ]
    door_naam: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(N_("Wie (naam)"), N_("Hoe zij heten, in dezelfde volgorde.")),
    ]
    wanneer: Annotated[
        tuple[Datum, ...] | Onbekend,
        Veld(
            N_("Wanneer"),
            N_("Wanneer het gepland is: een jaar, een maand of een dag, soms meer dan één."),
            bron=ISO_8601,
        ),
    ]
    herhaling: Annotated[
        Code | None,
        Veld(
            N_("Herhaling"),
            N_("Of het steeds opnieuw gebeurt. Leeg: één keer."),
            keuzen=keuzen(Herhaling),
        ),
    ]
    waar: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(N_("Waar"), N_("In welke gebieden."), naar="gebieden"),
    ]
    waar_naam: Annotated[
        tuple[Tekst, ...] | Onbekend,
        Veld(N_("Waar (naam)"), N_("Hoe die gebieden heten, in dezelfde volgorde.")),
    ]
    stand: Annotated[
        Code | Onbekend,
        Veld(
            N_("Stand"),
            N_("Hoe ver de actie was op de peildatum van de stand."),
            keuzen=keuzen(Stand),
        ),
    ]
    stand_peildatum: Annotated[
        Datum,
        Veld(
            N_("Peildatum van de stand"),
            N_(
                "Van wanneer de stand is. Is de stand onbekend: van wanneer de jongste bron over "
                "de actie is."
            ),
            bron=ISO_8601,
        ),
    ]
    bewijs: Annotated[
        tuple[Code, ...] | Onbekend,
        Veld(
            N_("Bewijs"),
            N_("De bronnen die laten zien dat de stand klopt."),
            naar="bronnen",
        ),
    ]


@tabel(
    N_("Acties"),
    N_("Wat er bij elk speerpunt gebeurt: wie, wanneer, waar en hoe ver. Eén rij per actie."),
)
def acties(blik: Blik) -> Iterator[Actie]:
    """One row an action."""
    for one in _op_nummer(blik.regio.speerpunten):
        whole = _van_speerpunt(blik, one)
        for shown, actie in zip(actierijen(blik, one), one.acties, strict=True):
            yield Actie(
                **{
                    **whole,
                    **herkomstvelden(blik, actie.herkomst),
                    "pagina": Pagina(shown.pad),
                },
                id=Code(shown.sleutel),
                nummer=Code(shown.nummer),
                actie=shown.wat,
                resultaat=tekst(blik, actie.resultaat),
                door=codes(actie.door),
                door_naam=namen(partijnaam, blik, actie.door),
                wanneer=actie.wanneer,
                herhaling=code(actie.herhaling),
                waar=codes(actie.waar),
                waar_naam=namen(pleknaam, blik, actie.waar),
                stand=code(actie.stand),
                stand_peildatum=actie.stand_peildatum,
                bewijs=codes(actie.bewijs),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Planjaar(VanSpeerpunt):
    """What is planned for one year of a speerpunt."""

    id: Deelkenmerk
    jaar: Annotated[int, Veld(N_("Jaar"), N_("Voor welk jaar dit is gepland."), bron=ISO_8601)]
    wat: Annotated[Tekst, Veld(N_("Wat"), N_("Wat er volgens de bron voor dit jaar is gepland."))]
    fasen: Annotated[
        tuple[Code, ...],
        Veld(
            N_("Fasen"),
            N_("Wat voor werk dat is. Deze indeling is van deze site, niet van de bron."),
            keuzen=keuzen(Fase),
        ),
    ]


@tabel(
    N_("Planning"),
    N_(
        "Wat er per jaar is gepland. Eén rij per speerpunt en jaar; een jaar waarover de bron "
        "niets zegt, heeft geen rij."
    ),
)
def planning(blik: Blik) -> Iterator[Planjaar]:
    """One row a speerpunt and year."""
    for one in _op_nummer(blik.regio.speerpunten):
        whole = _van_speerpunt(blik, one)
        for plan in one.planning:
            yield Planjaar(
                **whole,
                id=Code(f"{one.id}/{plan.jaar}"),
                jaar=plan.jaar,
                wat=blik.v.tekst(plan.wat),
                fasen=codes(plan.fasen),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaal(Recordrij):
    """A moment on the way to an agenda."""

    id: Kenmerk
    agenda: VanAgenda
    nummer: Volgorde
    datum: Annotated[
        Datum,
        Veld(N_("Datum"), N_("Wanneer het was: een jaar, een maand of een dag."), bron=ISO_8601),
    ]
    titel: Annotated[Tekst, Veld(N_("Mijlpaal"), N_("Wat er gebeurde, kort."))]
    wat: Annotated[Tekst, Veld(N_("Wat er gebeurde"), N_("Hetzelfde in een paar zinnen."))]


@tabel(N_("Mijlpalen"), N_("Hoe elke agenda tot stand kwam."), soort="mijlpaal")
def mijlpalen(blik: Blik) -> Iterator[Mijlpaal]:
    """One row a moment."""
    for one in _op_nummer(blik.regio.mijlpalen):
        yield Mijlpaal(
            id=Code(one.id),
            agenda=Code(one.agenda),
            nummer=one.nummer,
            datum=one.datum,
            titel=blik.v.tekst(one.titel),
            wat=blik.v.tekst(one.wat),
            **recordvelden(blik, one, one.herkomst),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Principe(Recordrij):
    """A direction the partners chose."""

    id: Kenmerk
    agenda: VanAgenda
    nummer: Volgorde
    titel: Annotated[Tekst, Veld(N_("Principe"), N_("De richting in een paar woorden."))]
    uitleg: Annotated[
        Tekst, Veld(N_("Uitleg"), N_("Wat ermee is bedoeld, voor zover de bron dat zegt."))
    ]
    voor_ouders: VoorOuders


@tabel(
    N_("Leidende principes"),
    N_("De richting die de partijen kozen, voor zover de tekst van de agenda die geeft."),
    soort="principe",
)
def principes(blik: Blik) -> Iterator[Principe]:
    """One row a direction."""
    for one in _op_nummer(blik.regio.principes):
        yield Principe(
            id=Code(one.id),
            agenda=Code(one.agenda),
            nummer=one.nummer,
            titel=blik.v.tekst(one.titel),
            uitleg=blik.v.tekst(one.uitleg),
            voor_ouders=blik.v.tekst(one.voor_ouders),
            **recordvelden(blik, one, one.herkomst),
        )
