"""JSON Schema (2020-12) of each JSON file: of every table, of a figure, of the index.

A later version of the contract adds fields, so a schema asks for what there is and forbids nothing
more. Not here: the files (``vorm``, ``figuur``, ``index``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.opendata.contract import VERSIE, Veld, Veldsoort
from macros.opendata.figuur import CIJFERS, ROL, TABEL
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import DATUMVORM, Document, Plaats
from macros.opendata.v1.monitor import GEHEIM, WAARDESOORTEN
from macros.tekst import N_
from macros.views.monitor.figuur import Soort

FIGUURSCHEMA = "schema/figuur.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SOORT: dict[Veldsoort, Document] = {
    Veldsoort.CODE: {"type": "string"},
    Veldsoort.TEKST: {"type": "string"},
    Veldsoort.ADRES: {"type": "string", "format": "uri"},
    Veldsoort.GETAL: {"type": "number"},
    Veldsoort.GEHEEL: {"type": "integer"},
    Veldsoort.JANEE: {"type": "boolean"},
    Veldsoort.DAG: {"type": "string", "format": "date"},
    Veldsoort.DATUM: {"type": "string", "pattern": f"^{DATUMVORM}$"},
}
_TEKST = {"type": "string"}
_ADRES = {"type": "string", "format": "uri"}
_AANTAL = {"type": "integer", "minimum": 0}
_OF_NIETS = {"type": ["string", "null"]}
_DAG = {"type": ["string", "null"], "format": "date"}


def documenten(plaats: Plaats) -> Iterator[tuple[str, Document]]:
    """Every schema, and its name."""
    for one in plaats.tabellen:
        name = f"schema/{one.naam}.json"
        yield name, _begin(plaats, name, one.titel, one.uitleg) | _tabel(plaats, one)
    if plaats.figuren:
        name = FIGUURSCHEMA
        title, said = plaats.ui(N_("Een figuur")), plaats.ui(N_("De cijfers van één figuur."))
        yield name, _begin(plaats, name, title, said) | _figuur(plaats)
    name = "schema/index.json"
    yield name, _begin(plaats, name, plaats.titel, plaats.uitleg) | _INDEX


def _begin(plaats: Plaats, naam: str, titel: str, uitleg: str) -> Document:
    return {
        "$schema": DRAFT,
        "$id": plaats.adres(naam),
        "title": titel,
        "description": uitleg,
    }


def _ding(velden: Document, *niet_altijd: str) -> Document:
    """An object that has all of these, and may have more."""
    needed = [name for name in velden if name not in niet_altijd]
    return {"type": "object", "required": needed, "properties": velden}


def _lijst(wat: Document) -> Document:
    return {"type": "array", "items": wat}


def _verwijzing(naar: str) -> Document:
    return {"$ref": naar}


_CONTRACT = {"type": "string", "pattern": rf"^{VERSIE.partition('.')[0]}\.[0-9]+$"}
_LICENTIE = {
    "type": ["object", "null"],
    "required": ["naam", "adres"],
    "properties": {"naam": _TEKST, "adres": {"type": ["string", "null"], "format": "uri"}},
}
_KEUZE = _ding({"adres": _ADRES, "keuze": {"type": "object", "additionalProperties": _TEKST}})
"""Of rows that somebody chose on a page: which page, and what was chosen there."""


def _tabel(plaats: Plaats, tabel: Gevuld) -> Document:
    head: Document = {
        "tabel": {"const": tabel.tabel},
        "titel": _TEKST,
        "uitleg": _TEKST,
        "contract": _CONTRACT,
        "taal": _TEKST,
        "stand": _DAG,
        "bron_adres": _ADRES,
        "licentie": _LICENTIE,
        "velden": _lijst(_TEKST),
        "rijen": _lijst(_verwijzing("#/$defs/rij")),
        "filter": _KEUZE,
    }
    row = _ding({one.naam: _veld(plaats, one) for one in tabel.velden})
    return {**_ding(head, "filter"), "$defs": {"rij": row}}


def _veld(plaats: Plaats, veld: Veld) -> Document:
    one: Document = dict(_SOORT[veld.soort])
    if veld.keuzen:
        one["enum"] = [*veld.keuzen]
    if veld.lijst:
        one = {"type": "array", "items": one}
    if not veld.verplicht:
        one["type"] = [one["type"], "null"]
        if "enum" in one:
            one["enum"] = [*one["enum"], None]
    said: Document = {"title": plaats.ui(veld.titel), "description": plaats.uitleg_van(veld)}
    if veld.naar in plaats.sleutels:
        said["$comment"] = f"{veld.naar}.{plaats.sleutels[veld.naar]}"
    return {**said, **one}


_CELSOORTEN: Mapping[str, str] = {
    **{Soort.ONBEKEND.value if one == GEHEIM else one: said for one, said in WAARDESOORTEN.items()},
    Soort.GEEN.value: N_("de bron heeft er geen rij voor"),
}
"""Why a cell of a figure has a number, or has none."""


def _gezegd(plaats: Plaats, titel: str, uitleg: str, wat: Document) -> Document:
    """What is in a key, with what it is called and what it means."""
    return {"title": plaats.ui(titel), "description": plaats.ui(uitleg), **wat}


def _cel(plaats: Plaats) -> Document:
    kinds = "; ".join(f"{one}: {plaats.ui(text)}" for one, text in _CELSOORTEN.items())
    said = f"{plaats.ui(N_('Of er een getal is, en anders waarom niet.'))} {kinds}."
    return {
        "waarde": _gezegd(
            plaats,
            N_("Waarde"),
            N_("Het getal, in de eenheid van de figuur. Leeg (null) als er geen is: zie soort."),
            {"type": ["number", "null"]},
        ),
        "soort": {
            "title": plaats.ui(N_("Soort vakje")),
            "description": said,
            "type": "string",
            "enum": [*_CELSOORTEN],
        },
        "teken": _gezegd(
            plaats,
            N_("Wat er gedrukt staat"),
            N_(
                "Wat een tabel van het CBS in dit vakje drukt: het getal zonder punten en met een "
                "komma voor de decimalen, of anders een teken. Dit is niet het veld teken van "
                "cijfers: daarin staat alleen het teken."
            ),
            _TEKST,
        ),
        "voorlopig": _gezegd(
            plaats,
            N_("Voorlopig"),
            N_("Of dit getal nog kan veranderen."),
            {"type": "boolean"},
        ),
    }


def _figuur(plaats: Plaats) -> Document:
    def said(titel: str, uitleg: str, wat: Document) -> Document:
        return _gezegd(plaats, titel, uitleg, wat)

    more = _ding({ROL.naam: _veld(plaats, ROL)})
    cell = _cel(plaats)
    rij = {
        "id": said(
            N_("Kenmerk"),
            N_("Het gebied of het deel van deze rij; uniek in de figuur."),
            _TEKST,
        ),
        "naam": said(N_("Naam"), N_("Hoe de rij heet in de figuur."), _TEKST),
        "waarden": said(
            N_("Waarden"),
            N_("Eén vakje bij elke reeks, in dezelfde volgorde."),
            _lijst(_ding(cell)),
        ),
    }
    lijn = {
        "id": said(N_("Kenmerk"), N_("Het gebied van deze lijn; uniek in de figuur."), _TEKST),
        "naam": said(N_("Naam"), N_("Hoe de lijn heet in de figuur."), _TEKST),
        **cell,
    }
    return _ding(
        {
            "id": said(
                N_("Kenmerk"), N_("De naam van deze figuur; haar bestanden heten zo."), _TEKST
            ),
            "titel": said(N_("Titel"), N_("Wat er boven de figuur staat."), _TEKST),
            "zin": said(N_("Zin"), N_("Wat de figuur laat zien, in één zin."), _TEKST),
            "indicator": said(
                N_("Indicator"), N_("Waarvan dit cijfers zijn: een rij van indicatoren."), _TEKST
            ),
            "contract": said(
                N_("Versie van het contract"),
                N_("Welke versie van de afspraak dit bestand volgt."),
                _CONTRACT,
            ),
            "taal": said(N_("Taal"), N_("De taal van de pagina en van dit bestand."), _TEKST),
            "stand": said(
                N_("Stand van de gegevens"),
                N_("De dag van de nieuwste wijziging in de gegevens; leeg als die onbekend is."),
                _DAG,
            ),
            "adres": said(N_("Adres"), N_("De plek op de site waar deze figuur staat."), _ADRES),
            "eenheid": said(N_("Eenheid"), N_("Wat de getallen tellen."), _TEKST),
            "reeksen": said(
                N_("Reeksen"),
                N_("De namen van de kolommen: meestal perioden."),
                _lijst(_TEKST),
            ),
            "rijen": said(
                N_("Rijen"),
                N_("De figuur als tabel: elke rij heeft een vakje bij elke reeks."),
                _lijst(_ding(rij)),
            ),
            "lijnen": said(
                N_("Lijnen"),
                N_("Waarmee de figuur vergelijkt, zoals de regio of het land."),
                _lijst(_ding(lijn)),
            ),
            "herkomst": said(
                N_("Herkomst"),
                N_("Bron, periode, status en datum, zoals het onder de figuur staat."),
                _lijst(_TEKST),
            ),
            "onvertaald": said(
                N_("Niet vertaald"),
                N_("De sleutels van dit bestand waarin nog Nederlands staat."),
                _lijst(_TEKST),
            ),
            CIJFERS: said(
                N_("Cijfers"),
                N_(
                    "Dezelfde getallen als rijen van waarnemingen, met hun volledige herkomst. "
                    "Begin hiermee als je rekent."
                ),
                _lijst({"allOf": [_verwijzing(f"{TABEL}.json#/$defs/rij"), more]}),
            ),
        }
    )


_BESTANDEN = _lijst(_ding({"adres": _ADRES, "mediatype": _TEKST}))
_INDEX = _ding(
    {
        "contract": _CONTRACT,
        "taal": _TEKST,
        "titel": _TEKST,
        "uitleg": _TEKST,
        "regio": _ding({"id": _TEKST, "naam": _TEKST}),
        "stand": _DAG,
        "bron_adres": _ADRES,
        "site": _ADRES,
        "documentatie": _ADRES,
        "licentie": _LICENTIE,
        "licentie_uitleg": _OF_NIETS,
        "uitgever": _OF_NIETS,
        "contact": {"type": ["string", "null"], "format": "uri"},
        "andere_talen": _lijst(_ding({"taal": _TEKST, "adres": _ADRES})),
        "beschrijvingen": {"type": "object", "additionalProperties": _ADRES},
        "wijzigingen": _lijst(
            _ding(
                {"versie": _TEKST, "datum": {"type": "string", "format": "date"}, "tekst": _TEKST}
            )
        ),
        "tabellen": _lijst(
            _ding(
                {
                    "tabel": _TEKST,
                    "titel": _TEKST,
                    "uitleg": _TEKST,
                    "rijen": _AANTAL,
                    "sleutel": _TEKST,
                    "velden": _lijst(_TEKST),
                    "sinds": _TEKST,
                    "schema": _ADRES,
                    "csvw": _ADRES,
                    "documentatie": _ADRES,
                    "bestanden": _BESTANDEN,
                }
            )
        ),
        "figuren": _lijst(
            _ding(
                {
                    "figuur": _TEKST,
                    "titel": _TEKST,
                    "indicator": _TEKST,
                    "pagina": _ADRES,
                    "bestanden": _BESTANDEN,
                }
            )
        ),
        "gemeenten": _lijst(
            _ding({"gemeente": _TEKST, "naam": _TEKST, "code": _TEKST, "bestanden": _BESTANDEN})
        ),
        "overige": _lijst(
            _ding({"soort": _TEKST, "titel": _TEKST, "adres": _ADRES, "mediatype": _TEKST})
        ),
        "aliassen": _lijst(_ding({"adres": _ADRES, "nu": _ADRES})),
        "buiten_contract": _lijst(_ding({"patroon": _TEKST, "uitleg": _TEKST})),
    }
)
