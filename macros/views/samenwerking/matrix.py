"""The model as a whole and its matrix: theme by law, with what it can be filtered by."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis import ONBEKEND, Sector, Zekerheid, actief
from macros.model.geheel import Regio
from macros.model.regio import SoortRegio
from macros.model.samenwerking import Onderdeel, Thema, codevolgorde
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.basis import (
    N_,
    ONBEKENDE_WAARDE,
    ZEKERHEID,
    ZEKERHEID_UITLEG,
    HerkomstRij,
    Keus,
    herkomst,
    mogelijk,
    mogelijke_datum,
    partijnaam,
)
from macros.views.samenwerking.basis import (
    TOESTAND,
    CelRij,
    EersteStapRij,
    cellen,
    codetitel,
    eerste_stap,
    onderdeel_pad,
    sectoren_label,
    toestand_label,
    toestand_waarde,
)


@dataclass(frozen=True, slots=True)
class ModelKop:
    """What the model is and where it holds. None is unknown."""

    naam: Tekst
    samen: Tekst
    voor_ouders: Tekst
    grijs_gebied: Tekst
    gemeenten: str
    niet_genoemd: str
    aantal_niet_genoemd: int
    geldt_voor: tuple[Tekst, ...]
    vastgesteld_op: str | None
    vastgesteld_door: Tekst | None
    eigenaar: Tekst | None
    procedure: Tekst | None
    herkomst: HerkomstRij


def model(regio: Regio, v: Vertaler) -> ModelKop:
    """The model as a whole; municipalities of the region that it does not name are named."""
    one = regio.samenwerking
    gebied = regio.werkingsgebieden[one.gebied]
    namen = {key: regio.gemeenten[key].naam for key in gebied.gemeenten}
    buiten = [g.naam for g in actief(regio.gemeenten) if g.id not in namen]
    return ModelKop(
        naam=v.tekst(one.naam),
        samen=v.tekst(one.samen),
        voor_ouders=v.tekst(one.voor_ouders),
        grijs_gebied=v.tekst(one.grijs_gebied),
        gemeenten=v.opsomming(list(namen.values())),
        niet_genoemd=v.opsomming(buiten),
        aantal_niet_genoemd=len(buiten),
        geldt_voor=tuple(v.tekst(text) for text in one.geldt_voor),
        vastgesteld_op=mogelijke_datum(v, one.vastgesteld_op),
        vastgesteld_door=mogelijk(v, one.vastgesteld_door),
        eigenaar=partijnaam(regio, v, one.eigenaar) if isinstance(one.eigenaar, str) else None,
        procedure=mogelijk(v, one.procedure),
        herkomst=herkomst(regio, v, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class KolomKop:
    """The head of a column."""

    id: str
    titel: Tekst
    uitleg: Tekst
    voor_ouders: Tekst


@dataclass(frozen=True, slots=True)
class MatrixRij:
    """An onderdeel in the matrix. Without ``titel`` only its code is known, and no more.

    ``vragen`` are the outcomes of the wegwijzer that name it.
    """

    code: str
    titel: Tekst | None
    gewone_titel: Tekst | None
    pad: str
    toestand: str
    toestand_label: str
    sectoren: str | None
    eerste_stap: EersteStapRij | None
    cellen: tuple[CelRij, ...]
    herkomst: HerkomstRij
    vragen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixThema:
    """A theme with its rows. ``titel`` is None when it is unknown; ``naam`` says so in words."""

    id: str
    nummer: int
    titel: Tekst | None
    naam: Tekst
    volledigheid: Tekst | None
    rijen: tuple[MatrixRij, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Theme by law; ``zekerheden`` has each certainty as (value, label, explanation)."""

    kolommen: tuple[KolomKop, ...]
    themas: tuple[MatrixThema, ...]
    zekerheden: tuple[tuple[Zekerheid, str, str], ...]


def matrix(regio: Regio, v: Vertaler) -> Matrix:
    """Every onderdeel under its theme, also those of which only the code is known."""
    return Matrix(
        kolommen=tuple(
            KolomKop(one.id, v.tekst(one.titel), v.tekst(one.uitleg), v.tekst(one.voor_ouders))
            for one in regio.samenwerking.kolommen
        ),
        themas=tuple(_thema(regio, v, thema) for thema in regio.actieve_themas),
        zekerheden=tuple(
            (one, v.ui(ZEKERHEID[one]), v.ui(ZEKERHEID_UITLEG[one]))
            for one in _zekerheden(regio)
            if one is not Zekerheid.ONBEKEND
        ),
    )


def _thema(regio: Regio, v: Vertaler, thema: Thema) -> MatrixThema:
    rows = [_rij(regio, v, one) for one in regio.actieve_onderdelen if one.thema == thema.id]
    rows += [_alleen_code(regio, v, thema, code) for code in thema.onbekende_onderdelen]
    return MatrixThema(
        id=thema.id,
        nummer=thema.nummer,
        titel=mogelijk(v, thema.titel),
        naam=themanaam(v, thema),
        volledigheid=v.tekst(thema.volledigheid) if thema.volledigheid else None,
        rijen=tuple(sorted(rows, key=lambda row: codevolgorde(row.code))),
    )


def _rij(regio: Regio, v: Vertaler, one: Onderdeel) -> MatrixRij:
    return MatrixRij(
        code=one.code,
        titel=codetitel(v, one),
        gewone_titel=v.tekst(one.titel_voor_ouders),
        pad=onderdeel_pad(one.id),
        toestand=toestand_waarde(one.toestand),
        toestand_label=toestand_label(v, one.toestand),
        sectoren=sectoren_label(v, one.sectoren),
        eerste_stap=eerste_stap(regio, v, one.eerste_stap),
        cellen=cellen(regio, v, one),
        herkomst=herkomst(regio, v, one.herkomst),
        vragen=tuple(
            uitkomst.id for uitkomst in regio.wegwijzer.uitkomsten if one.id in uitkomst.onderdelen
        ),
    )


def _alleen_code(regio: Regio, v: Vertaler, thema: Thema, code: str) -> MatrixRij:
    return MatrixRij(
        code=code,
        titel=None,
        gewone_titel=None,
        pad="",
        toestand=toestand_waarde(ONBEKEND),
        toestand_label=toestand_label(v, ONBEKEND),
        sectoren=None,
        eerste_stap=None,
        cellen=(),
        herkomst=herkomst(regio, v, thema.herkomst),
        vragen=(),
    )


def _zekerheden(regio: Regio) -> tuple[Zekerheid, ...]:
    """What a square can be; a real region has no examples."""
    example = regio.instellingen.soort is SoortRegio.VOORBEELD
    return tuple(one for one in Zekerheid if example or one is not Zekerheid.VOORBEELD)


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """What can be chosen above the matrix."""

    sector: tuple[Keus, ...]
    wet: tuple[Keus, ...]
    thema: tuple[Keus, ...]
    zekerheid: tuple[Keus, ...]
    toestand: tuple[Keus, ...]
    vraag: tuple[Keus, ...]


def filters(regio: Regio, v: Vertaler) -> MatrixFilter:
    """Every value of the vocabularies, also those no row has: to find nothing is an answer too."""
    onbekend = Keus(ONBEKENDE_WAARDE, v.naam(v.ui(N_("onbekend"))))
    return MatrixFilter(
        sector=tuple(Keus(str(one), v.naam(str(one))) for one in Sector),
        wet=tuple(Keus(one.id, v.tekst(one.titel)) for one in regio.samenwerking.kolommen),
        thema=tuple(Keus(one.id, themanaam(v, one)) for one in regio.actieve_themas),
        zekerheid=tuple(Keus(str(one), v.naam(v.ui(ZEKERHEID[one]))) for one in _zekerheden(regio)),
        toestand=(
            *(Keus(str(one), v.naam(v.ui(label))) for one, label in TOESTAND.items()),
            onbekend,
        ),
        vraag=tuple(
            Keus(one.id, v.tekst(one.titel)) for one in regio.wegwijzer.uitkomsten if one.onderdelen
        ),
    )


def themanaam(v: Vertaler, thema: Thema) -> Tekst:
    """``1. Title``, or only that it is theme 3."""
    titel = mogelijk(v, thema.titel)
    if titel is None:
        return v.naam(v.ui(N_("Thema {nummer} (naam onbekend)"), nummer=thema.nummer))
    return Tekst(f"{thema.nummer}. {titel.tekst}", titel.taal)
