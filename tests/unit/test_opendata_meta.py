"""What programs read about the open data: held to the standards by the tools of others, and to the
files that it is about.
"""

from __future__ import annotations

import json
import pkgutil
import shutil
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import csvw
import frictionless
import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib import DCTERMS, RDF
from rdflib.compare import isomorphic
from referencing import Registry, Resource

from macros.load import load
from macros.model.geheel import Regio
from macros.opendata import meta
from macros.opendata.adres import ALIASSEN
from macros.opendata.bestanden import bestanden
from macros.opendata.contract import MAP
from macros.opendata.meta.graaf import Adres, Ding, Letter, als_jsonld, als_turtle
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Soort
from tests.unit.mini import DAG, DATA_MINI, Mini

WORTEL = {"nl": "https://voorbeeld.test/mini/", "en": "https://voorbeeld.test/mini/en/"}
RAAR = 'Een "titel"; met = en | en \\ en 🙂 en <b> & </script>' + " lang" * 55
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def met(regio: Regio, **velden: str) -> Regio:
    return replace(regio, instellingen=regio.instellingen.model_copy(update=velden))


def zet(folder: Path, blik: Blik) -> None:
    """Every document, and every file that they are about."""
    root = WORTEL[blik.v.taal]
    files = [file for maak in bestanden(blik, root).values() for file in maak()]
    for path, content in (*files, *meta.bestanden(blik, root)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages of a region that says all that a catalogue asks, in strange words too."""
    folder = tmp_path_factory.mktemp("opendata")
    loaded = load(DATA_MINI, DAG)
    assert loaded.regio is not None
    regio = met(loaded.regio, licentie_teksten="cc-by 4.0", beheer=RAAR, titel=RAAR)
    for one in loaded.catalogi.values():
        v = one.vertaler()
        zet(folder / v.taal, Blik(regio, v, DAG))
    return folder


@pytest.fixture(params=["nl", "en"])
def map_(request: pytest.FixtureRequest, site: Path) -> Path:
    return site / str(request.param) / MAP


def document(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@cache
def keurder(folder: Path, naam: str) -> Any:
    """What judges a JSON file by the schema of that name."""
    schema, known = schemas(folder)
    return Draft202012Validator(
        schema[naam],
        registry=known,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


@cache
def schemas(folder: Path) -> tuple[dict[str, Any], Any]:
    found = {file.stem: document(file) for file in (folder / "schema").glob("*.json")}
    for one in found.values():
        Draft202012Validator.check_schema(one)
    parts = ((one["$id"], Resource.from_contents(one)) for one in found.values())
    return found, Registry().with_resources(parts).crawl()


def test_every_json_file_is_as_its_schema_says(map_: Path) -> None:
    files = {
        file: file.stem for file in map_.glob("*.json") if (map_ / "schema" / file.name).exists()
    }
    files |= dict.fromkeys((map_ / "gemeente").glob("*.json"), "waarnemingen")
    files |= dict.fromkeys((map_ / "monitor").glob("*.json"), "figuur")
    assert {"index", "waarnemingen", "figuur", "besluiten"} <= set(files.values())
    said = [
        f"{file.name}: {'/'.join(map(str, one.absolute_path))}: {one.message}"
        for file, schema in files.items()
        for one in keurder(map_, schema).iter_errors(document(file))
    ]
    assert said == []


def zonder_uitleg(part: dict[str, Any], at: str = "") -> Iterator[str]:
    """Every key of an object, and of the objects in it, that does not say what it means."""
    for name, one in part.get("properties", {}).items():
        if not (one.get("title") and one.get("description")):
            yield f"{at}{name}"
        yield from zonder_uitleg(one.get("items", one), f"{at}{name}.")


def test_every_key_of_a_figure_says_what_it_means(map_: Path) -> None:
    schema = schemas(map_)[0]["figuur"]
    assert {"zin", "rijen", "cijfers"} < set(schema["properties"])
    assert [*zonder_uitleg(schema)] == []
    assert [*zonder_uitleg({"properties": {"a": {"items": {"properties": {"b": {}}}}}})] == [
        "a",
        "a.b",
    ]


def test_a_cell_of_a_figure_is_a_number_or_one_of_the_reasons_why_not(map_: Path) -> None:
    cell = schemas(map_)[0]["figuur"]["properties"]["rijen"]["items"]["properties"]["waarden"]
    kind = cell["items"]["properties"]["soort"]
    assert kind["enum"] == [one.value for one in Soort]
    assert all(f"{one.value}: " in kind["description"] for one in Soort)
    file = next((map_ / "monitor").glob("*.json"))
    found = document(file)
    assert keurder(map_, "figuur").is_valid(found)
    found["rijen"][0]["waarden"][0]["soort"] = "zomaar"
    assert not keurder(map_, "figuur").is_valid(found)


def test_rows_that_somebody_chose_on_a_page_are_as_the_schema_says_too(map_: Path) -> None:
    judge, found = keurder(map_, "besluiten"), document(map_ / "besluiten.json")
    found["filter"] = {"adres": "https://voorbeeld.test/x/?jaar=2022", "keuze": {"jaar": "2022"}}
    assert judge.is_valid({**found, "rijen": found["rijen"][:1]})
    assert not judge.is_valid({**found, "filter": "2022"})


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("id", None),
        ("datum", "9 maart 2026"),
        ("vervangt", "besluit-1"),
        ("zekerheid", "misschien"),
    ],
)
def test_a_schema_refuses_what_the_contract_does_not_know(
    site: Path, veld: str, waarde: object
) -> None:
    folder = site / "nl" / MAP
    found = document(folder / "besluiten.json")
    found["rijen"][0][veld] = waarde
    assert not keurder(folder, "besluiten").is_valid(found)
    del found["rijen"][0][veld]
    assert not keurder(folder, "besluiten").is_valid(found)


def gekeurd(folder: Path) -> Any:
    """What Frictionless says of the package there; it looks for no plugins of its own."""
    found, real = str(folder / "datapackage.json"), pkgutil.iter_modules
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkgutil, "iter_modules", lambda path=(): real(path))
        return frictionless.validate(found)


def test_the_data_package_is_valid_and_every_csv_is_as_it_says(map_: Path) -> None:
    report = gekeurd(map_)
    said = [(task.name, one.message) for task in report.tasks for one in task.errors]
    assert (said, [one.message for one in report.errors]) == ([], [])
    package = document(map_ / "datapackage.json")
    assert [one["path"] for one in package["resources"]] == [
        f"{one['tabel']}.csv" for one in document(map_ / "index.json")["tabellen"]
    ]
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "CC BY 4.0",
        }
    ]


def test_a_csv_that_is_otherwise_is_found(site: Path, tmp_path: Path) -> None:
    """By each of the two descriptions: a key that is there twice, a word that is no choice."""
    folder = site / "nl" / MAP
    for file in folder.glob("*.csv*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    package = document(folder / "datapackage.json")
    package["resources"] = [one for one in package["resources"] if one["name"] == "bronnen"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = (tmp_path / "bronnen.csv").read_bytes().decode("utf-8-sig")
    head, first, *rest = text.split("\r\n")
    wrong = first.replace(";gearchiveerd;", ";nogal;")
    assert wrong != first
    (tmp_path / "bronnen.csv").write_bytes("\r\n".join([head, first, wrong, *rest]).encode())
    report = gekeurd(tmp_path)
    found = {error.type for task in report.tasks for error in task.errors}
    assert {"primary-key", "constraint-error"} <= found
    assert csvw_fouten(tmp_path / "bronnen.csv-metadata.json") != []


def csvw_fouten(file: Path) -> list[str]:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        valid = csvw.CSVW(str(file), validate=True).is_valid
    return [] if valid else [file.name, *(str(one.message) for one in said)]


def test_each_csv_is_as_the_document_beside_it_says(map_: Path) -> None:
    files = [*map_.glob("*.csv-metadata.json")]
    assert {file.name.partition(".")[0] for file in files} == {
        one["tabel"] for one in document(map_ / "index.json")["tabellen"]
    }
    assert [said for file in files for said in csvw_fouten(file)] == []


def test_what_one_table_names_is_in_the_other(map_: Path) -> None:
    group = csvw.TableGroup.from_file(str(map_ / "csv-metadata.json"))
    keys = [key for table in group.tables for key in table.tableSchema.foreignKeys]
    assert len(keys) > 50
    assert group.check_referential_integrity()


def bestanden_van(index: dict[str, Any]) -> list[str]:
    """Every file of a table, a figure or a municipality."""
    return [
        file["adres"]
        for kind in ("tabellen", "figuren", "gemeenten")
        for one in index[kind]
        for file in one["bestanden"]
    ]


def test_the_index_names_every_file_and_no_other(map_: Path) -> None:
    index = document(map_ / "index.json")
    named = [
        *bestanden_van(index),
        *index["beschrijvingen"].values(),
        *(one[what] for one in index["tabellen"] for what in ("schema", "csvw")),
        *(one["adres"] for one in index["aliassen"]),
        index["bron_adres"],
    ]
    assert len(named) == len(set(named))
    root = index["site"] + MAP
    pictures = {one for one in named if one.endswith(".svg")}  # of the pages, so made with these
    assert {one.removeprefix(root) for one in set(named) - pictures} == {
        file.relative_to(map_).as_posix() for file in map_.rglob("*") if file.is_file()
    }
    assert len(pictures) == len(index["figuren"])
    for one in index["tabellen"]:
        assert one["rijen"] == len(document(map_ / f"{one['tabel']}.json")["rijen"])


def test_an_old_name_is_the_very_file_that_it_leads_to(map_: Path) -> None:
    index = document(map_ / "index.json")
    root = index["site"] + MAP
    pairs = [
        [(map_ / one[name].removeprefix(root)).read_bytes() for name in ("adres", "nu")]
        for one in index["aliassen"]
    ]
    assert len(pairs) == len(ALIASSEN)
    assert all(old == new for old, new in pairs)


def test_each_language_leads_to_the_other(site: Path) -> None:
    for taal, other in (("nl", "en"), ("en", "nl")):
        index = document(site / taal / MAP / "index.json")
        assert index["andere_talen"] == [
            {"taal": other, "adres": f"{WORTEL[other]}{MAP}index.json"}
        ]


def sjablonen(api: dict[str, Any]) -> Iterator[str]:
    """Every path of an OpenAPI description, filled in in every way that it allows."""
    for path, item in api["paths"].items():
        parameters = item.get("parameters", [])
        if not parameters:
            yield path
        for one in parameters:
            for value in one["schema"]["enum"]:
                yield path.replace(f"{{{one['name']}}}", value)


def test_every_file_has_an_address_in_the_openapi_description(map_: Path) -> None:
    api, index = document(map_ / "openapi.json"), document(map_ / "index.json")
    paths = [f"{api['servers'][0]['url']}{path}" for path in sjablonen(api)]
    assert sorted(paths) == sorted([*bestanden_van(index), index["bron_adres"]])
    asked = [item["get"]["operationId"] for item in api["paths"].values()]
    assert len(asked) == len(set(asked))
    refs = [
        content["schema"]["$ref"]
        for item in api["paths"].values()
        for content in item["get"]["responses"]["200"]["content"].values()
        if content
    ]
    assert all((map_ / ref).is_file() for ref in refs)
    assert {"schema/index.json", "schema/figuur.json", "schema/waarnemingen.json"} <= set(refs)


def jsonld(content: bytes) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what rdflib uses itself
        return rdflib.Graph().parse(data=content, format="json-ld")


def test_the_catalogue_is_the_same_in_both_forms(map_: Path) -> None:
    turtle = rdflib.Graph().parse(map_ / "dcat.ttl")
    assert isomorphic(turtle, jsonld((map_ / "dcat.jsonld").read_bytes()))
    (keeper,) = set(turtle.objects(None, DCTERMS.publisher))
    assert str(turtle.value(keeper, rdflib.FOAF.name)) == RAAR


def test_a_catalogue_has_what_dcat_ap_nl_demands(map_: Path) -> None:
    graph = rdflib.Graph().parse(map_ / "dcat.ttl")
    own = ("title", "description", "publisher", "creator", "identifier", "accessRights")
    demanded = {
        DCAT.Dataset: [*(DCTERMS[one] for one in own), DCAT.contactPoint, DCAT.theme],
        DCAT.DataService: [
            *(DCTERMS[one] for one in own),
            DCTERMS.license,
            DCAT.endpointURL,
            DCAT.endpointDescription,
            DCAT.contactPoint,
            DCAT.theme,
        ],
        DCAT.Distribution: [DCAT.accessURL, DCAT.downloadURL, DCTERMS.license, DCAT.mediaType],
        DCAT.Catalog: [
            DCTERMS.title,
            DCTERMS.description,
            DCTERMS.publisher,
            DCAT.contactPoint,
            DCAT.dataset,
            DCTERMS.license,
        ],
    }
    for kind, wanted in demanded.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things
        assert [
            (one, what) for one in things for what in wanted if (one, what, None) not in graph
        ] == []
    tables = len(document(map_ / "index.json")["tabellen"])
    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == tables
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == 4 * tables


def test_both_languages_tell_of_the_same_data_sets(site: Path) -> None:
    one, other = (rdflib.Graph().parse(site / taal / MAP / "dcat.ttl") for taal in ("nl", "en"))
    sets = set(one.subjects(RDF.type, DCAT.Dataset))
    assert sets == set(other.subjects(RDF.type, DCAT.Dataset))
    assert not set(one.subjects(RDF.type, DCAT.Distribution)) & set(
        other.subjects(RDF.type, DCAT.Distribution)
    )


def namen(regio: Regio) -> set[str]:
    return {
        path.removeprefix(MAP)
        for path, _ in meta.bestanden(Blik(regio, Vertaler("nl"), DAG), WORTEL["nl"])
    }


@pytest.mark.parametrize("mist", ["beheer", "contact", "licentie_teksten"])
def test_without_one_of_three_there_is_no_catalogue_and_nobody_is_led_to_it(
    regio: Regio, mist: str
) -> None:
    whole = met(regio, beheer="Bureau", licentie_teksten="CC0 1.0")
    assert {"dcat.ttl", "dcat.jsonld"} <= namen(whole)
    unknown = regio.instellingen.beheer
    part = met(whole, **{mist: unknown})  # type: ignore[arg-type]
    assert {"dcat.ttl", "dcat.jsonld"} & namen(part) == set()
    found = dict(meta.bestanden(Blik(part, Vertaler("nl"), DAG), WORTEL["nl"]))
    assert "dcat" not in found[f"{MAP}index.json"].decode()


def test_terms_that_programs_do_not_know_are_shown_and_are_no_licence(regio: Regio) -> None:
    own = met(regio, beheer="Bureau", licentie_teksten="Vraag het ons eerst.")
    found = dict(meta.bestanden(Blik(own, Vertaler("nl"), DAG), WORTEL["nl"]))
    index = json.loads(found[f"{MAP}index.json"])
    assert index["licentie"] == {"naam": "Vraag het ons eerst.", "adres": None}
    assert "zelf" in index["licentie_uitleg"]
    assert "licenses" not in json.loads(found[f"{MAP}datapackage.json"])
    assert "url" not in json.loads(found[f"{MAP}openapi.json"])["info"]["license"]
    assert f"{MAP}dcat.ttl" not in found


def test_a_region_that_says_nothing_has_null_and_a_reason(regio: Regio) -> None:
    found = dict(meta.bestanden(Blik(regio, Vertaler("nl"), DAG), WORTEL["nl"]))
    index = json.loads(found[f"{MAP}index.json"])
    assert (index["licentie"], index["uitgever"], index["stand"]) == (None, None, None)
    assert "onbekend" in index["licentie_uitleg"]


def test_a_region_without_figures_has_none_and_refers_to_none(mini: Mini) -> None:
    shutil.rmtree(mini.map / "monitor")
    bare = mini.load().regio
    assert bare is not None
    found = dict(meta.bestanden(Blik(bare, Vertaler("nl"), DAG), WORTEL["nl"]))
    index = json.loads(found[f"{MAP}index.json"])
    assert (index["figuren"], index["gemeenten"], index["aliassen"]) == ([], [], [])
    assert f"{MAP}schema/figuur.json" not in found
    assert not any("waarnemingen" in path for path in found)
    for content in found.values():
        json.loads(content)


@pytest.mark.parametrize(
    "tekst", [RAAR, "a\nb\r\nc\td", '"', "\\", "'''", "é\u0301\u200b", "@nl ^^x"]
)
def test_any_text_and_address_comes_back_as_it_was(tekst: str) -> None:
    address = f"https://voorbeeld.test/a b<c>|{{d}}#\\{'x' * 300}"
    things = [
        Ding(
            address,
            "dct:Standard",
            (
                ("dct:title", Letter(tekst, "nl")),
                ("dct:identifier", Letter(tekst)),
                ("dct:source", Adres(address)),
                ("dct:modified", Letter("2026-11-02", soort="xsd:date")),
            ),
        )
    ]
    spaces = {"dct": str(DCTERMS), "xsd": "http://www.w3.org/2001/XMLSchema#"}
    graph = rdflib.Graph().parse(data=als_turtle(spaces, things), format="turtle")
    (thing,) = graph.subjects(RDF.type, DCTERMS.Standard)
    assert graph.value(thing, DCTERMS.title) == rdflib.Literal(tekst, lang="nl")
    assert graph.value(thing, DCTERMS.identifier) == rdflib.Literal(tekst)
    assert graph.value(thing, DCTERMS.source) == thing
    assert isomorphic(graph, jsonld(als_jsonld(spaces, things)))
