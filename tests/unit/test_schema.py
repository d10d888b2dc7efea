"""The schemas for editors take every file that the site takes, read as an editor reads YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.geheel import SOORTEN
from macros.model.schema import schema
from macros.model.soort import Soort
from tests.unit.mini import ROOT

MAPPEN = [ROOT / "tests" / name for name in ("data_mini", "data_ruim", "data_handleiding")]
KENNEN = {"$ref", "type", "enum", "const", "anyOf", "required", "items", "minItems", "pattern"}
KENNEN |= {"properties", "additionalProperties", "minLength"}
ZEGGEN = {"$defs", "$schema", "title", "description", "default", "examples"}
ZEGGEN |= {"errorMessage", "patternErrorMessage"}
TYPEN = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}
BESTANDEN = [
    (soort, file)
    for soort in SOORTEN
    if not soort.tabellen
    for folder in MAPPEN
    for file in sorted(folder.glob(soort.patroon))
]


def als_editor(node: yaml.Node) -> Any:
    """The value of a node by the core schema of YAML 1.2."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: als_editor(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [als_editor(one) for one in node.value]
    text = str(node.value)
    if getattr(node, "style", None) is not None:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+", text):
        return int(text, 0 if text[:2] in ("0o", "0x") else 10)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", text):
        return float(text)
    return text


def bezwaren(value: Any, one: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """What a validator has against a value; of the parts of JSON Schema that ours use."""
    assert one.keys() <= KENNEN | ZEGGEN, one.keys() - KENNEN - ZEGGEN
    if "$ref" in one:
        yield from bezwaren(value, whole["$defs"][one["$ref"].rpartition("/")[2]], whole, at)
    if "anyOf" in one and all(any(bezwaren(value, each, whole)) for each in one["anyOf"]):
        yield f"{at}: geen van de vormen"
    if "const" in one and value != one["const"]:
        yield f"{at}: {value!r}"
    if "enum" in one and value not in one["enum"]:
        yield f"{at}: {value!r}"
    kinds = [one["type"]] if isinstance(one.get("type"), str) else one.get("type", [])
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield f"{at}: {value!r} is geen {kinds}"
    if isinstance(value, str):
        if not re.search(one.get("pattern", ""), value) or len(value) < one.get("minLength", 0):
            yield f"{at}: {value!r}"
    elif isinstance(value, list):
        if len(value) < one.get("minItems", 0):
            yield f"{at}: te kort"
        for index, item in enumerate(value):
            yield from bezwaren(item, one.get("items", {}), whole, f"{at}.{index}")
    elif isinstance(value, dict):
        fields = one.get("properties", {})
        yield from (
            f"{at}.{name} ontbreekt" for name in one.get("required", ()) if name not in value
        )
        for name, item in value.items():
            if name in fields:
                yield from bezwaren(item, fields[name], whole, f"{at}.{name}")
            elif one.get("additionalProperties") is False:
                yield f"{at}.{name} bestaat niet"


def _is(value: Any, kind: str) -> bool:
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, TYPEN[kind])


def gelezen(text: str, soort: Soort) -> list[str]:
    node = yaml.compose(text, yaml.BaseLoader)
    assert node is not None
    value = als_editor(node)
    whole = schema(soort)
    return list(bezwaren(value, whole, whole))


def test_an_editor_has_nothing_against_any_file_of_the_invented_regions() -> None:
    assert len(BESTANDEN) > 120
    found = [
        f"{file.relative_to(ROOT)}{one}"
        for soort, file in BESTANDEN
        for one in gelezen(file.read_text(encoding="utf-8"), soort)
    ]
    assert found == []


@pytest.mark.parametrize("waarde", ["2.4", "2024", "7e3", "true", "0123", "2021-07-01", "'3'"])
def test_a_text_that_an_editor_takes_for_something_else_is_a_text(waarde: str) -> None:
    soort = next(one for one in SOORTEN if one.naam == "artikel")
    file = ROOT / "tests/data_mini" / soort.pad
    text = sorted(file.glob("*.yml"))[0].read_text(encoding="utf-8")
    assert gelezen(re.sub(r"(?m)^nummer: .+$", f"nummer: {waarde}", text), soort) == []


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("geraadpleegd: 2022-05", "geraadpleegd: mei 2022"),
        ("soort: beleidsdocument", "soort: beleid"),
        ("id: plan", "id: Het Plan"),
        ("uitgever:", "uitgeverij:"),
    ],
)
def test_an_editor_sees_what_is_wrong(oud: str, nieuw: str) -> None:
    soort = next(one for one in SOORTEN if one.naam == "bron")
    text = Path(ROOT / "tests/data_mini/bronnen/plan.yml").read_text(encoding="utf-8")
    assert oud in text
    assert gelezen(text.replace(oud, nieuw), soort) != []


def test_an_editor_is_told_in_dutch_and_offered_the_ids_there_are() -> None:
    soort = next(one for one in SOORTEN if one.naam == "partij")
    found = schema(soort, {"gemeente": ["gemeente-stad", "gemeente-dorp"]})
    assert "['gemeente-dorp', 'gemeente-stad']" in str(found["properties"]["gemeenten"])
    assert "Kies uit: samenwerkingsverband, " in str(found)
    assert found["properties"]["herkomst"].get("description")
    date = found["$defs"]["Herkomst"]["properties"]["peildatum"]
    assert date["patternErrorMessage"] == "Schrijf 2021, 2021-07 of 2021-07-01."
