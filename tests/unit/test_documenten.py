"""Documents and settings that say the same as the code: they are tested against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.issue import Level
from macros.model.geheel import SOORTEN
from macros.model.handboek import handboek
from macros.model.schema import editor, schema
from macros.model.soort import Soort
from macros.model.walk import nested_types
from scripts.check import behind, behind_issues
from tests.unit.mini import ROOT

IDS = [soort.naam for soort in SOORTEN]


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_the_handbook_of_the_data_explains_every_field_of_a_kind(soort: Soort) -> None:
    _, _, text = handboek().partition(f"\n## {soort.enkelvoud}: ")
    chapter = text.partition("\n## ")[0]
    assert chapter.startswith(f"`{soort.pad}")
    rows = [line.split(" | ") for line in chapter.splitlines() if line.startswith("| `")]
    assert [(name.strip("|` "), what) for name, _, what, *_ in rows] == [
        (name, field.description) for name, field in soort.type.model_fields.items()
    ]


def test_editors_check_every_kind_of_yaml_file_with_its_schema() -> None:
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    assert editor(text) == text
    assert json.loads(text)["yaml.schemas"] == {
        f".cache/schema/{soort.naam}.schema.json": f"data/{soort.pad}/*.yml"
        if soort.is_map
        else f"data/{soort.pad}"
        for soort in SOORTEN
        if not soort.tabellen
    }


def test_settings_that_lack_a_kind_are_told_and_what_fix_writes_is_enough(tmp_path: Path) -> None:
    file = tmp_path / ".vscode" / "settings.json"
    file.parent.mkdir()
    file.write_text('{"yaml.schemas": {}}', encoding="utf-8")
    [issue] = behind_issues(tmp_path / "data")
    assert (issue.path, issue.level) == (file.as_posix(), Level.LET_OP)
    [(same, text)] = behind(tmp_path / "data")
    assert same == file
    file.write_text(text, encoding="utf-8")
    assert list(behind_issues(tmp_path / "data")) == []


def test_settings_of_an_editor_that_lack_a_kind_get_it_and_keep_the_rest() -> None:
    old = {"files.eol": "\n", "yaml.schemas": {".cache/schema/oud.schema.json": "data/oud/*.yml"}}
    new = json.loads(editor(json.dumps(old)))
    assert new["files.eol"] == "\n"
    assert ".cache/schema/oud.schema.json" not in new["yaml.schemas"]
    assert new["yaml.schemas"][".cache/schema/bron.schema.json"] == "data/bronnen/*.yml"
    with_comment = '{ "files.eol": "x" } // mine'
    assert editor(with_comment) == with_comment


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_every_field_is_explained_in_a_sentence(soort: Soort) -> None:
    for kind in (soort.type, *nested_types(soort.type)):
        for name, field in kind.model_fields.items():
            assert field.description, f"{kind.__name__}.{name}"
            assert field.description.endswith("."), f"{kind.__name__}.{name}"


@pytest.mark.parametrize("soort", SOORTEN, ids=IDS)
def test_a_schema_knows_the_fields_of_its_type_and_no_others(soort: Soort) -> None:
    found = schema(soort)
    assert list(found["properties"]) == list(soort.type.model_fields)
    assert found["additionalProperties"] is False
    needed = [name for name, field in soort.type.model_fields.items() if field.is_required()]
    assert found["required"] == needed
    assert json.loads(json.dumps(found)) == found
