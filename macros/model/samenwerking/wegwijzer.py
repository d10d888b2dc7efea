"""The wegwijzer: questions, answers, and outcomes that lead to an onderdeel or a frame.

Not here: whether every answer leads somewhere (``rules.samenwerking.wegwijzer``).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.basis.record import Deel, Herkomst
from macros.model.basis.tekst import Oudertekst, Oudertitel, Vaktekst
from macros.model.basis.verwijzing import ArrangementId, Id, KaderId, OnderdeelId, UitspraakId
from macros.model.basis.vorm import Keuze, Lijst
from macros.model.hulp import Hulpsoort


class Antwoord(Deel):
    """One answer to a question, and where it leads."""

    sleutel = ("naar",)

    tekst: Oudertitel = Field(description="Het antwoord, in een paar woorden.")
    naar: Id = Field(description="Id van de volgende vraag, of van een uitkomst.")


class Vraag(Deel):
    """A question with answers to choose from."""

    id: Id = Field(description="Korte naam van de vraag; deel van haar adres. Verandert nooit.")
    vraag: Oudertitel = Field(description="De vraag, in gewone taal.")
    uitleg: Oudertekst | None = Field(default=None, description="Wat helpt om te kiezen.")
    antwoorden: Annotated[tuple[Antwoord, ...], Field(min_length=2)] = Field(
        description="De antwoorden, twee of meer."
    )


class Uitkomstsoort(Keuze):
    """What an outcome rests on."""

    AFSPRAAK = "afspraak", "er is een onderdeel van het model"
    ALLEEN_WET = "alleen-wet", "er is geen regionale afspraak, wel een wettelijk kader"
    GEEN_AFSPRAAK = "geen-afspraak", "er is geen afspraak en geen kader gevonden"


class Uitkomst(Deel):
    """The end of a path through the questions."""

    id: Id = Field(description="Korte naam; deel van het adres. Verandert nooit.")
    titel: Oudertitel = Field(description="Het onderwerp, in gewone taal.")
    soort: Uitkomstsoort = Field(description="Waar de uitkomst op steunt.")
    tekst: Oudertekst = Field(
        description="Wat een ouder nu het beste kan doen, in gewone taal. De eerste zin is wat hij "
        "het eerst doet; na elke witregel begint een volgende stap."
    )
    voor_professionals: Vaktekst = Field(
        description="Wat iemand dan doet die op school, bij de gemeente of in de zorg werkt. De "
        "eerste zin is het eerste; na elke witregel begint een volgende stap."
    )
    onderdelen: tuple[OnderdeelId, ...] = Field(default=(), description="Id's van onderdelen.")
    kaders: tuple[KaderId, ...] = Field(default=(), description="Id's van wettelijke kaders.")
    uitspraken: tuple[UitspraakId, ...] = Field(
        default=(),
        description="Id's van uitspraken van rechters. Die bij een onderdeel of kader horen, "
        "staan er vanzelf bij.",
    )
    arrangementen: tuple[ArrangementId, ...] = Field(
        default=(), description="Id's van arrangementen die een mogelijkheid kunnen zijn."
    )
    hulp: tuple[Hulpsoort, ...] = Field(
        default=(), description="Welke hulp erbij hoort: die staat er met haar nummer."
    )
    gesprek: tuple[Oudertitel, ...] = Field(
        default=(), description="Vragen over dit onderwerp om mee te nemen naar het gesprek."
    )
    herkomst: Herkomst | None = Field(
        default=None,
        description="Bron van deze tekst. Weglaten als die op een onderdeel of kader steunt.",
    )


class Wegwijzer(Deel):
    """Questions that lead to the right onderdeel: ``samenwerking/wegwijzer.yml``."""

    titel: Oudertitel = Field(description="Naam van de wegwijzer.")
    uitleg: Oudertekst = Field(description="Wat je ermee kunt, in gewone taal.")
    gesprek: tuple[Oudertitel, ...] = Field(
        default=(), description="Vragen om mee te nemen naar elk gesprek op school."
    )
    begin: Id = Field(description="Id van de eerste vraag.")
    vragen: Lijst[Vraag] = Field(description="De vragen.")
    uitkomsten: Lijst[Uitkomst] = Field(description="De uitkomsten.")
    herkomst: Herkomst = Field(description="Waar de wegwijzer op steunt.")
