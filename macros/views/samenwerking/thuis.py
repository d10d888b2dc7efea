"""The route for a child at home: whom to call, what the school must do, the times that count."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.arrangement import Arrangement
from macros.model.geheel import adres_van
from macros.model.hulp import Hulpvrager
from macros.model.samenwerking.thuis import Thuis
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik
from macros.views.hulp.pagina import HulpErbij, hulp_bij
from macros.views.naam import naar
from macros.views.samenwerking.basis import UitspraakLink, uitspraak_links
from macros.views.samenwerking.recht import KaderRij, kader


@dataclass(frozen=True, slots=True)
class ThuisstapRij:
    """One thing to do, with the help that it takes."""

    id: str
    wie: Tekst
    wanneer: Tekst
    tekst: Tekst
    voor_professionals: Tekst
    hulp: HulpErbij
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class JongerenstapRij:
    """The same for young people."""

    kop: Tekst
    tekst: Tekst
    hulp: HulpErbij
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class TermijnRij:
    """A time that counts."""

    hoe_lang: Tekst
    wat: Tekst
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class ThuisPagina:
    """Everything on the page about a child at home."""

    titel: Tekst
    synoniemen: tuple[str, ...]
    antwoord: Tekst
    voor_jongeren: Tekst
    voor_professionals: Tekst
    hulp: HulpErbij
    stappen: tuple[ThuisstapRij, ...]
    jongeren: tuple[JongerenstapRij, ...]
    termijnen: tuple[TermijnRij, ...]
    plichten: tuple[KaderRij, ...]
    mogelijkheden: tuple[KaderRij, ...]
    arrangementen: tuple[Link, ...]
    uitspraken: tuple[UitspraakLink, ...]
    gesprek: tuple[Tekst, ...]
    herkomst: HerkomstRij


def thuis(blik: Blik) -> ThuisPagina | None:
    """The page about a child at home."""
    one = blik.regio.thuis
    if one is None:
        return None
    v = blik.v
    return ThuisPagina(
        titel=v.tekst(one.titel),
        synoniemen=one.synoniemen,
        antwoord=v.tekst(one.antwoord),
        voor_jongeren=v.tekst(one.voor_jongeren),
        voor_professionals=v.tekst(one.voor_professionals),
        hulp=hulp_bij(blik, one.hulp),
        stappen=tuple(
            ThuisstapRij(
                id=stap.id,
                wie=v.tekst(stap.wie),
                wanneer=v.tekst(stap.wanneer),
                tekst=v.tekst(stap.tekst),
                voor_professionals=v.tekst(stap.voor_professionals),
                hulp=hulp_bij(blik, stap.hulp),
                herkomst=herkomst(blik, stap.herkomst),
            )
            for stap in one.stappen
        ),
        jongeren=tuple(
            JongerenstapRij(
                kop=v.tekst(stap.kop),
                tekst=v.tekst(stap.tekst),
                hulp=hulp_bij(blik, stap.hulp, Hulpvrager.JONGEREN),
                herkomst=herkomst(blik, stap.herkomst),
            )
            for stap in one.jongeren
        ),
        termijnen=tuple(
            TermijnRij(v.tekst(item.hoe_lang), v.tekst(item.wat), herkomst(blik, item.herkomst))
            for item in one.termijnen
        ),
        plichten=tuple(kader(blik, blik.regio.kaders[key]) for key in one.plichten),
        mogelijkheden=tuple(kader(blik, blik.regio.kaders[key]) for key in one.mogelijkheden),
        arrangementen=tuple(naar(blik, Arrangement, key) for key in one.arrangementen),
        uitspraken=uitspraak_links(blik, one.uitspraken),
        gesprek=tuple(v.tekst(text) for text in one.gesprek),
        herkomst=herkomst(blik, one.herkomst),
    )


def route_bij(blik: Blik, uitkomst: str) -> Link | None:
    """The route of its own that an outcome of the wegwijzer leads to."""
    one = blik.regio.thuis
    if one is None or uitkomst not in one.uitkomsten:
        return None
    return Link(blik.v.tekst(one.titel), adres_van(Thuis))
