"""The route for a child that is at home: whom to call and when, what the law says, the deadlines.

Not here: what the law says of each subject (the frames of ``recht``), or the numbers to call
(``macros.model.hulp``).
"""

from __future__ import annotations

from pydantic import Field

from macros.model.basis.record import Deel, Herkomst
from macros.model.basis.tekst import Naam, Oudertekst, Oudertitel, Titel, Vaktekst
from macros.model.basis.verwijzing import ArrangementId, Id, KaderId, UitspraakId
from macros.model.basis.vorm import Lijst
from macros.model.hulp import Hulpsoort


class Thuisstap(Deel):
    """One thing to do, and whom to call for it."""

    id: Id = Field(description="Korte naam van de stap.")
    wie: Oudertitel = Field(description="Wie je belt of spreekt.")
    wanneer: Oudertitel = Field(description="Wanneer je dat doet, zoals 'Vandaag'.")
    tekst: Oudertekst = Field(description="Wat je vraagt en wat je mag verwachten.")
    voor_professionals: Titel = Field(
        description="Wat wie met het kind werkt dan doet, in één zin."
    )
    hulp: tuple[Hulpsoort, ...] = Field(
        default=(), description="Welke hulp erbij hoort: die staat er met haar nummer."
    )
    herkomst: Herkomst = Field(description="Bron van deze stap.")


class Jongerenstap(Deel):
    """The same for young people themselves."""

    id: Id = Field(description="Korte naam van de stap.")
    kop: Oudertitel = Field(description="Wat je kunt doen, in een paar woorden.")
    tekst: Oudertekst = Field(description="Hoe je dat doet, in de woorden van een jongere.")
    hulp: tuple[Hulpsoort, ...] = Field(
        default=(), description="Welke hulp erbij hoort: die staat er met haar nummer."
    )
    herkomst: Herkomst = Field(description="Bron van deze stap.")


class Termijn(Deel):
    """A time that counts, and that people seldom know."""

    id: Id = Field(description="Korte naam van de termijn.")
    hoe_lang: Oudertitel = Field(description="De termijn zelf, zoals '6 weken'.")
    wat: Oudertitel = Field(description="Waarvoor die geldt, in één zin.")
    herkomst: Herkomst = Field(description="Bron van de termijn.")


class Thuis(Deel):
    """A child that is not at school: ``samenwerking/thuis.yml``."""

    titel: Oudertitel = Field(description="Naam van de pagina.")
    synoniemen: tuple[Naam, ...] = Field(
        default=(), description="Woorden waarmee mensen dit zoeken."
    )
    antwoord: Oudertekst = Field(description="Wat je als ouder nu doet, in een paar zinnen.")
    voor_jongeren: Oudertekst = Field(description="Hetzelfde voor een jongere zelf.")
    voor_professionals: Vaktekst = Field(description="Hetzelfde voor wie met het kind werkt.")
    hulp: tuple[Hulpsoort, ...] = Field(
        default=(), description="Welke hulp bovenaan staat, met haar nummer."
    )
    stappen: Lijst[Thuisstap] = Field(description="Wie je belt, de eerste bovenaan.")
    jongeren: tuple[Jongerenstap, ...] = Field(
        default=(), description="Wat een jongere zelf kan doen."
    )
    termijnen: tuple[Termijn, ...] = Field(
        default=(), description="Termijnen die tellen, de belangrijkste bovenaan."
    )
    plichten: Lijst[KaderId] = Field(
        description="Wat de school moet doen: id's van wettelijke kaders."
    )
    mogelijkheden: tuple[KaderId, ...] = Field(
        default=(), description="Wat er kan als het zo niet lukt: id's van wettelijke kaders."
    )
    arrangementen: tuple[ArrangementId, ...] = Field(
        default=(), description="Id's van arrangementen die een mogelijkheid kunnen zijn."
    )
    uitspraken: tuple[UitspraakId, ...] = Field(
        default=(), description="Id's van uitspraken van rechters die erbij horen."
    )
    gesprek: Lijst[Oudertitel] = Field(
        description="Vragen om mee te nemen naar het gesprek op school."
    )
    uitkomsten: tuple[Id, ...] = Field(
        default=(), description="Id's van uitkomsten van de wegwijzer die hierheen leiden."
    )
    herkomst: Herkomst = Field(description="Waar deze pagina op steunt.")
