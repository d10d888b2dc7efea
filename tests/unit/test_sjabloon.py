"""Templates that are kept give what they would give if they were compiled now."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from macros import kast
from macros.render.sjabloon import bewaar, bewaar_teksten


@pytest.fixture(autouse=True)
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to keep things in."""
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    return tmp_path / "kast"


def omgeving(map_: Path, **settings: bool) -> jinja2.Environment:
    """Templates in a folder, with settings of their own."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(map_), **settings)  # type: ignore[arg-type]
    bewaar(env)
    return env


def bewaarde(map_: Path) -> list[Path]:
    """The files with what was compiled."""
    return [one for one in map_.rglob("*") if one.is_file()]


def test_a_template_is_compiled_once_and_anew_when_it_changes(
    tmp_path: Path, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.html"
    file.write_text("een {{ x }}")
    assert omgeving(tmp_path).get_template("a.html").render(x=1) == "een 1"
    assert len(bewaarde(map_)) == 1
    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", None)
        assert omgeving(tmp_path).get_template("a.html").render(x=2) == "een 2"
    file.write_text("twee {{ x }}")
    assert omgeving(tmp_path).get_template("a.html").render(x=1) == "twee 1"


def test_another_setting_is_another_template(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{% if 1 %}\nja{% endif %}{{ '<' }}")
    said = [
        omgeving(tmp_path, **settings).get_template("a.html").render()
        for settings in ({}, {"trim_blocks": True}, {"autoescape": True}, {})
    ]
    assert said == ["\nja<", "ja<", "\nja&lt;", "\nja<"]


def test_a_text_takes_the_place_of_the_one_before_of_the_same_page(map_: Path) -> None:
    env = jinja2.Environment()
    name = ["a.md"]
    bewaar_teksten(env, lambda: name[0])
    assert [env.from_string(text).render(x=1) for text in ("{{ x }}", "{{ x }}!", "{{ x }}")] == [
        "1",
        "1!",
        "1",
    ]
    assert len(bewaarde(map_)) == 1
    name[0] = "b.md"
    assert env.from_string("{{ x }}?").render(x=2) == "2?"
    assert len(bewaarde(map_)) == 2


def test_where_nothing_can_be_kept_a_template_works_all_the_same(
    tmp_path: Path, map_: Path
) -> None:
    map_.write_text("geen map")
    (tmp_path / "a.html").write_text("{{ x }}")
    assert omgeving(tmp_path).get_template("a.html").render(x=1) == "1"
