"""The model as a whole and its matrix: theme by law, with what it can be filtered by."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Zekerheid, actief
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Sector, SoortRegio
from macros.model.samenwerking.onderdeel import Onderdeel, Samenwerking, Thema, codevolgorde
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import (
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
from macros.views.blik import Blik
from macros.views.naam import codetitel, themanaam
from macros.views.onbekend import niet_bekend
from macros.views.samenwerking.basis import (
    TOESTAND,
    Betaalt,
    CelRij,
    EersteStapRij,
    betaalt,
    bronadres,
    cellen,
    eerste_stap,
    sectoren_label,
    sitenaam,
    toestand_label,
    toestand_waarde,
)


@dataclass(frozen=True, slots=True)
class ModelKop:
    """What the model is and where it holds. None is unknown; ``onbekend`` says so in a sentence.

    ``volledigheid`` is what each theme says of the onderdelen it may have besides those we know.
    """

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
    onbekend: str
    volledigheid: tuple[Tekst, ...]
    adres: str
    adres_label: str
    herkomst: HerkomstRij


def model(blik: Blik) -> ModelKop | None:
    """The model as a whole; municipalities of the region that it does not name are named."""
    one = blik.regio.samenwerking
    if one is None:
        return None
    gebied = blik.regio.werkingsgebieden[one.gebied]
    namen = {key: blik.regio.gemeenten[key].naam for key in gebied.gemeenten}
    adres = bronadres(blik, one.herkomst)
    buiten = [g.naam for g in actief(blik.regio.gemeenten) if g.id not in namen]
    return ModelKop(
        naam=blik.v.tekst(one.naam),
        samen=blik.v.tekst(one.samen),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        grijs_gebied=blik.v.tekst(one.grijs_gebied),
        gemeenten=blik.v.opsomming(list(namen.values())),
        niet_genoemd=blik.v.opsomming(buiten),
        aantal_niet_genoemd=len(buiten),
        geldt_voor=tuple(blik.v.tekst(text) for text in one.geldt_voor),
        vastgesteld_op=mogelijke_datum(blik.v, one.vastgesteld_op),
        vastgesteld_door=mogelijk(blik.v, one.vastgesteld_door),
        eigenaar=partijnaam(blik, one.eigenaar) if isinstance(one.eigenaar, str) else None,
        procedure=mogelijk(blik.v, one.procedure),
        onbekend=_onbekend(blik, one),
        volledigheid=tuple(
            blik.v.tekst(thema.volledigheid)
            for thema in blik.regio.actieve_themas
            if thema.volledigheid
        ),
        adres=adres,
        adres_label=sitenaam(adres),
        herkomst=herkomst(blik, one.herkomst),
    )


_WAT = {
    "vastgesteld_op": N_("wanneer het model is vastgesteld"),
    "vastgesteld_door": N_("wie het model vaststelde"),
    "eigenaar": N_("wie het bijhoudt"),
    "procedure": N_("de procedure waar onderwijs en jeugdhulp elkaar raken"),
}


def _onbekend(blik: Blik, one: Samenwerking) -> str:
    """What is not known of the model, said once."""
    gone = [field for field in _WAT if getattr(one, field) is ONBEKEND]
    return niet_bekend(
        blik.v, [blik.v.ui(_WAT[field]) for field in gone], [one.gezocht(field) for field in gone]
    )


@dataclass(frozen=True, slots=True)
class KolomKop:
    """The head of a column."""

    id: str
    titel: Tekst
    kort: Tekst
    uitleg: Tekst
    voor_ouders: Tekst


@dataclass(frozen=True, slots=True)
class MatrixRij:
    """An onderdeel in the matrix. Without ``titel`` only its code is known, and no more: no ``id``.

    ``vragen`` are the outcomes of the wegwijzer that name it; ``zoek`` is what people type for it.
    """

    id: str
    code: str
    titel: Tekst | None
    gewone_titel: Tekst | None
    pad: str
    toestand: str
    toestand_label: str
    sectoren: str | None
    eerste_stap: EersteStapRij | None
    cellen: tuple[CelRij, ...]
    betaalt: Betaalt | None
    herkomst: HerkomstRij
    vragen: tuple[str, ...]
    zoek: str


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
    """Theme by law; ``zekerheden`` has each certainty as (value, label, explanation).

    ``alleen_code`` names what only has a code, and ``naamloos`` the themes without a name, each in
    words.
    """

    kolommen: tuple[KolomKop, ...]
    themas: tuple[MatrixThema, ...]
    zekerheden: tuple[tuple[Zekerheid, str, str], ...]
    alleen_code: str
    naamloos: str

    @property
    def breed(self) -> int:
        """Columns of the table: onderdeel, who begins, who pays, and those of the model."""
        return 3 + len(self.kolommen)


def matrix(blik: Blik) -> Matrix:
    """Every onderdeel under its theme, also those of which only the code is known."""
    themas = tuple(_thema(blik, thema) for thema in blik.regio.actieve_themas)
    rijen = [row for thema in themas for row in thema.rijen]
    return Matrix(
        kolommen=tuple(
            KolomKop(
                one.id,
                blik.v.tekst(one.titel),
                blik.v.tekst(one.kort),
                blik.v.tekst(one.uitleg),
                blik.v.tekst(one.voor_ouders),
            )
            for one in blik.regio.kolommen
        ),
        themas=themas,
        zekerheden=tuple(
            (one, blik.v.ui(ZEKERHEID[one]), blik.v.ui(ZEKERHEID_UITLEG[one]))
            for one in _zekerheden(blik.regio)
            if one is not Zekerheid.ONBEKEND
        ),
        alleen_code=_codes(blik, [row.code for row in rijen if row.titel is None]),
        naamloos=blik.v.opsomming([str(one.nummer) for one in themas if one.titel is None]),
    )


def _codes(blik: Blik, codes: list[str]) -> str:
    """``2a and 4a to 4f``: codes that follow each other are named by the first and the last."""
    rows: list[list[str]] = []
    for code in codes:
        number, letter = codevolgorde(code)
        if rows and codevolgorde(rows[-1][-1]) == (number, chr(ord(letter) - 1)):
            rows[-1].append(code)
        else:
            rows.append([code])
    parts: list[str] = []
    for row in rows:
        if len(row) > 2:
            zin = N_("{van} tot en met {tot}")
            parts.append(blik.v.ui(zin, van=row[0], tot=row[-1]))
        else:
            parts += row
    return blik.v.opsomming(parts)


def _thema(blik: Blik, thema: Thema) -> MatrixThema:
    rows = [_rij(blik, one) for one in blik.regio.actieve_onderdelen if one.thema == thema.id]
    rows += [_alleen_code(blik, thema, code) for code in thema.onbekende_onderdelen]
    return MatrixThema(
        id=thema.id,
        nummer=thema.nummer,
        titel=mogelijk(blik.v, thema.titel),
        naam=themanaam(blik.v, thema),
        volledigheid=blik.v.tekst(thema.volledigheid) if thema.volledigheid else None,
        rijen=tuple(sorted(rows, key=lambda row: codevolgorde(row.code))),
    )


def _rij(blik: Blik, one: Onderdeel) -> MatrixRij:
    return MatrixRij(
        id=one.id,
        code=one.code,
        titel=codetitel(blik.v, one),
        gewone_titel=blik.v.tekst(one.titel_voor_ouders),
        pad=adres_van(Onderdeel, one.id),
        toestand=toestand_waarde(one.toestand),
        toestand_label=toestand_label(blik.v, one.toestand),
        sectoren=sectoren_label(blik.v, one.sectoren),
        eerste_stap=eerste_stap(blik, one.eerste_stap),
        cellen=cellen(blik, one),
        betaalt=betaalt(blik, one),
        herkomst=herkomst(blik, one.herkomst),
        vragen=tuple(
            uitkomst.id for uitkomst in blik.regio.uitkomsten if one.id in uitkomst.onderdelen
        ),
        zoek=" ".join(one.synoniemen),
    )


def _alleen_code(blik: Blik, thema: Thema, code: str) -> MatrixRij:
    return MatrixRij(
        id="",
        code=code,
        titel=None,
        gewone_titel=None,
        pad="",
        toestand=toestand_waarde(ONBEKEND),
        toestand_label=toestand_label(blik.v, ONBEKEND),
        sectoren=None,
        eerste_stap=None,
        cellen=(),
        betaalt=None,
        herkomst=herkomst(blik, thema.herkomst),
        vragen=(),
        zoek="",
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


def filters(blik: Blik) -> MatrixFilter:
    """Every value of the vocabularies, also those no row has: to find nothing is an answer too.

    Of ``toestand`` there is nothing to choose while that of every onderdeel is unknown.
    """
    onbekend = Keus(ONBEKENDE_WAARDE, blik.v.naam(blik.v.ui(N_("onbekend"))))
    return MatrixFilter(
        sector=tuple(Keus(str(one), blik.v.naam(str(one))) for one in Sector),
        wet=tuple(Keus(one.id, blik.v.tekst(one.titel)) for one in blik.regio.kolommen),
        thema=tuple(Keus(one.id, themanaam(blik.v, one)) for one in blik.regio.actieve_themas),
        zekerheid=tuple(
            Keus(str(one), blik.v.naam(blik.v.ui(ZEKERHEID[one])))
            for one in _zekerheden(blik.regio)
        ),
        toestand=(
            *(Keus(str(one), blik.v.naam(blik.v.ui(label))) for one, label in TOESTAND.items()),
            onbekend,
        )
        if any(one.toestand is not ONBEKEND for one in blik.regio.actieve_onderdelen)
        else (),
        vraag=tuple(
            Keus(one.id, blik.v.tekst(one.titel)) for one in blik.regio.uitkomsten if one.onderdelen
        ),
    )
