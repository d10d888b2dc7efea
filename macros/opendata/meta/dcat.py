"""The catalogue in the words of DCAT-AP-NL 3.0, as JSON-LD and as Turtle.

It demands who publishes, where to ask, and a licence that programs know: where the region does not
say all three, there is none. Both languages tell of the same data sets, each of its own files. Not
here: what is told when one is missing (``engine.weggelaten``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.licentie import Licentie
from macros.model.basis.record import actief
from macros.opendata.adres import OPEN_DATA, TABELVORMEN, stand
from macros.opendata.contract import MAP, VERSIE
from macros.opendata.figuur import TABEL
from macros.opendata.gevuld import Gevuld
from macros.opendata.meta.basis import BELOFTE, Plaats, looptijd
from macros.opendata.meta.graaf import Adres, Ding, Letter, als_jsonld, als_turtle
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.regio.licentie import licentie

_EU = "http://publications.europa.eu/resource/authority/"
_RUIMTEN = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TALEN = {"nl": "NLD", "en": "ENG"}
"""As the list of the European Union calls them; of another language it is not told."""
_VORMEN = {"csv": "CSV", "json": "JSON", "ods": "ODS", "xlsx": "XLSX"}
_THEMAS = {"EDUC": "Education, culture and sport", "GOVE": "Government and public sector"}
"""Of that list too, with what it calls them."""
_IANA = "https://www.iana.org/assignments/media-types/"
_GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"


@dataclass(frozen=True, slots=True)
class Uitgave:
    """What a catalogue must know of whoever publishes."""

    uitgever: str
    taal: str
    contact: str
    licentie: Licentie


def uitgave(blik: Blik) -> Uitgave | None:
    """None when the region does not say all of it."""
    settings, chosen = blik.regio.instellingen, licentie(blik)
    if not isinstance(settings.beheer, str) or not isinstance(settings.contact, str):
        return None
    if chosen is None or chosen.bekend is None:
        return None
    keeper = blik.v.tekst(settings.beheer)
    return Uitgave(str(keeper), keeper.taal, settings.contact, chosen.bekend)


def bestanden(plaats: Plaats) -> Iterator[tuple[str, bytes]]:
    """The catalogue in both forms, or nothing."""
    if said := uitgave(plaats.blik):
        things = list(_Catalogus(plaats, said).dingen())
        yield "dcat.jsonld", als_jsonld(_RUIMTEN, things)
        yield "dcat.ttl", als_turtle(_RUIMTEN, things)


Gezegd = tuple[str, Adres | Letter]


@dataclass(frozen=True)
class _Catalogus:
    plaats: Plaats
    uitgave: Uitgave

    def dingen(self) -> Iterator[Ding]:
        """Everything that is told, and of what is only named its kind."""
        yield self._catalogus()
        yield self._dienst()
        for one in self.plaats.tabellen:
            yield self._dataset(one)
            for end, kind in TABELVORMEN.items():
                yield self._bestand(one, end, kind)
        yield from self._wie()
        yield from self._waar()
        yield from self._genoemd()

    def _id(self, wat: str) -> Adres:
        """A thing that is the same in every language."""
        return Adres(f"{self.plaats.basis}{MAP}#{wat}")

    @property
    def _dienstadres(self) -> Adres:
        return Adres(self.plaats.adres("#bestanden"))

    def _tekst(self, naam: str, tekst: str) -> Gezegd:
        return naam, Letter(tekst, self.plaats.taal)

    def _taal(self) -> list[Gezegd]:
        known = _TALEN.get(self.plaats.taal)
        return [("dct:language", Adres(f"{_EU}language/{known}"))] if known else []

    def _gewijzigd(self) -> list[Gezegd]:
        day = stand(self.plaats.blik)
        return [("dct:modified", Letter(day, soort="xsd:date"))] if day else []

    def _gedeeld(self) -> list[Gezegd]:
        """What is true of the catalogue, of each data set and of the service."""
        return [
            ("dct:publisher", self._id("uitgever")),
            ("dct:creator", self._id("uitgever")),
            ("dcat:contactPoint", self._id("contact")),
            *self._taal(),
            *self._gewijzigd(),
        ]

    def _open(self) -> list[Gezegd]:
        return [
            ("dct:accessRights", Adres(f"{_EU}access-right/PUBLIC")),
            *(("dcat:theme", Adres(f"{_EU}data-theme/{one}")) for one in _THEMAS),
        ]

    def _ruimte(self) -> list[Gezegd]:
        towns = actief(self.plaats.blik.regio.gemeenten)
        return [("dct:spatial", Adres(f"{_GEMEENTE}{one.cbs_code.lower()}")) for one in towns]

    def _catalogus(self) -> Ding:
        said = [
            self._tekst("dct:title", self.plaats.titel),
            self._tekst("dct:description", self.plaats.uitleg),
            *self._gedeeld(),
            ("dct:license", Adres(self.uitgave.licentie.begrip)),
            ("foaf:homepage", Adres(f"{self.plaats.basis}{OPEN_DATA}")),
            *self._ruimte(),
            ("dcat:service", self._dienstadres),
            *(("dcat:dataset", self._dataset_id(one)) for one in self.plaats.tabellen),
        ]
        return Ding(self._id("catalogus").adres, "dcat:Catalog", tuple(said))

    def _dienst(self) -> Ding:
        plaats = self.plaats
        said = [
            self._tekst("dct:title", plaats.ui(N_("Vaste adressen van de bestanden"))),
            self._tekst("dct:description", plaats.ui(BELOFTE)),
            ("dct:identifier", Letter(self._dienstadres.adres)),
            *self._gedeeld(),
            *self._open(),
            ("dct:license", Adres(self.uitgave.licentie.begrip)),
            ("dcat:endpointURL", Adres(plaats.adres(""))),
            ("dcat:endpointDescription", Adres(plaats.adres("openapi.json"))),
            ("dcat:landingPage", Adres(plaats.documentatie)),
            *(("dcat:keyword", Letter(str(word), word.taal)) for word in self._woorden()),
            *(("dcat:servesDataset", self._dataset_id(one)) for one in plaats.tabellen),
        ]
        return Ding(self._dienstadres.adres, "dcat:DataService", tuple(said))

    def _woorden(self) -> list[Tekst]:
        settings, v = self.plaats.blik.regio.instellingen, self.plaats.blik.v
        return [v.tekst(settings.titel), v.naam(settings.naam)]

    def _dataset_id(self, tabel: Gevuld) -> Adres:
        return self._id(f"tabel-{tabel.naam}")

    def _dataset(self, tabel: Gevuld) -> Ding:
        plaats, me = self.plaats, self._dataset_id(tabel)
        said = [
            self._tekst("dct:title", tabel.titel),
            self._tekst("dct:description", tabel.uitleg),
            ("dct:identifier", Letter(me.adres)),
            *self._gedeeld(),
            *self._open(),
            *(("dcat:keyword", Letter(str(word), word.taal)) for word in self._woorden()),
            *self._ruimte(),
            ("dcat:version", Letter(VERSIE)),
            ("dct:conformsTo", Adres(plaats.adres(f"schema/{tabel.naam}.json"))),
            ("dcat:landingPage", Adres(plaats.documentatie)),
            ("foaf:page", Adres(plaats.veldadres(tabel.naam))),
            *((("dct:temporal", self._id("periode")),) if self._duur(tabel) else ()),
            *(("dcat:distribution", self._bestand_id(tabel, end)) for end in TABELVORMEN),
        ]
        return Ding(me.adres, "dcat:Dataset", tuple(said))

    def _bestand_id(self, tabel: Gevuld, einde: str) -> Adres:
        return Adres(f"{self.plaats.adres(tabel.naam)}.{einde}#bestand")

    def _bestand(self, tabel: Gevuld, einde: str, mediatype: str) -> Ding:
        plaats, name = self.plaats, f"{tabel.naam}.{einde}"
        schema = f"{name}-metadata.json" if einde == "csv" else f"schema/{tabel.naam}.json"
        said = [
            self._tekst("dct:title", f"{tabel.titel} ({_VORMEN[einde]})"),
            ("dcat:accessURL", Adres(plaats.adres(name))),
            ("dcat:downloadURL", Adres(plaats.adres(name))),
            ("dcat:accessService", self._dienstadres),
            ("dcat:mediaType", Adres(f"{_IANA}{mediatype}")),
            ("dct:format", Adres(f"{_EU}file-type/{_VORMEN[einde]}")),
            ("dct:license", Adres(self.uitgave.licentie.begrip)),
            ("dct:conformsTo", Adres(plaats.adres(schema))),
            *self._taal(),
            *self._gewijzigd(),
        ]
        return Ding(self._bestand_id(tabel, einde).adres, "dcat:Distribution", tuple(said))

    def _wie(self) -> Iterator[Ding]:
        name = Letter(self.uitgave.uitgever, self.uitgave.taal)
        yield Ding(self._id("uitgever").adres, "foaf:Agent", (("foaf:name", name),))
        desk = (("vcard:fn", name), ("vcard:hasURL", Adres(self.uitgave.contact)))
        yield Ding(self._id("contact").adres, "vcard:Kind", desk)
        chosen = self.uitgave.licentie
        said = (("dct:title", Letter(chosen.naam)), ("skos:exactMatch", Adres(chosen.adres)))
        yield Ding(chosen.begrip, "dct:LicenseDocument", said)

    def _waar(self) -> Iterator[Ding]:
        """The municipalities; and when the figures are of."""
        for one in actief(self.plaats.blik.regio.gemeenten):
            name, code = Letter(one.naam), Letter(one.cbs_code)
            said: tuple[Gezegd, ...] = (("skos:prefLabel", name), ("dct:identifier", code))
            yield Ding(f"{_GEMEENTE}{one.cbs_code.lower()}", "dct:Location", said)
        for begin, end in filter(None, map(self._duur, self.plaats.tabellen)):
            said = (
                ("dcat:startDate", Letter(begin, soort="xsd:date")),
                ("dcat:endDate", Letter(end, soort="xsd:date")),
            )
            yield Ding(self._id("periode").adres, "dct:PeriodOfTime", said)

    def _duur(self, tabel: Gevuld) -> tuple[str, str] | None:
        """The first and the last day that the figures are of."""
        return looptijd(tabel) if tabel.naam == TABEL else None

    def _genoemd(self) -> Iterator[Ding]:
        """Of what others keep, and of pages and documents, what kind of thing it is."""
        plaats = self.plaats
        kinds = {
            f"{_EU}access-right/PUBLIC": "dct:RightsStatement",
            plaats.documentatie: "foaf:Document",
            f"{plaats.basis}{OPEN_DATA}": "foaf:Document",
        }
        if plaats.taal in _TALEN:
            kinds[f"{_EU}language/{_TALEN[plaats.taal]}"] = "dct:LinguisticSystem"
        for end, media in TABELVORMEN.items():
            kinds[f"{_IANA}{media}"] = "dct:MediaType"
            kinds[f"{_EU}file-type/{_VORMEN[end]}"] = "dct:MediaTypeOrExtent"
        for one in plaats.tabellen:
            kinds[plaats.veldadres(one.naam)] = "foaf:Document"
            kinds[plaats.adres(f"schema/{one.naam}.json")] = "dct:Standard"
            kinds[plaats.adres(f"{one.naam}.csv-metadata.json")] = "dct:Standard"
        for adres, kind in kinds.items():
            yield Ding(adres, kind, ())
        for code, label in _THEMAS.items():
            said = (("skos:prefLabel", Letter(label, "en")),)
            yield Ding(f"{_EU}data-theme/{code}", "skos:Concept", said)
