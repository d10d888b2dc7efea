"""What is kept between runs is what would be made now."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import kast


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to keep things in."""
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    return tmp_path / "kast"


@pytest.mark.usefixtures("map_")
def test_what_is_kept_is_made_once_and_anew_when_anything_it_is_of_changes() -> None:
    made: list[str] = []

    def maak() -> str:
        made.append("x")
        return f"é\n{len(made)}"

    assert kast.bewaard("soort", [b"ab", b"c"], maak) == "é\n1"
    assert kast.bewaard("soort", [b"ab", b"c"], maak) == "é\n1"
    assert kast.bewaard("soort", [b"a", b"bc"], maak) == "é\n2"
    assert kast.bewaard("ander", [b"ab", b"c"], maak) == "é\n3"


def test_what_fails_is_not_kept_and_leaves_nothing(map_: Path) -> None:
    def maak() -> str:
        raise KeyError("x")

    with pytest.raises(KeyError):
        kast.bewaard("soort", [b"a"], maak)
    assert not map_.exists()
    assert kast.bewaard("soort", [b"a"], lambda: "goed") == "goed"


def test_what_is_damaged_or_empty_is_made_anew(map_: Path) -> None:
    assert kast.bewaard("soort", [b"a"], lambda: "goed\r\n") == "goed\r\n"
    [file] = (map_ / "soort").iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:10], whole.replace(b"goed", b"fout"), b"\xff"):
        file.write_bytes(damaged)
        assert kast.bewaard("soort", [b"a"], lambda: "weer") == "weer", damaged
        assert kast.bewaard("soort", [b"a"], lambda: "nooit") == "weer", damaged


def test_a_disk_that_is_full_leaves_nothing_half_written(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_: object) -> None:
        raise OSError("vol")

    monkeypatch.setattr("os.replace", vol)
    assert kast.bewaard("soort", [b"a"], lambda: "ja") == "ja"
    assert [*(map_ / "soort").iterdir()] == []


def test_where_nothing_can_be_kept_it_is_made_each_time(map_: Path) -> None:
    map_.write_text("geen map")
    assert [kast.bewaard("soort", [b"a"], lambda: "ja") for _ in range(2)] == ["ja", "ja"]


def test_the_code_that_an_outcome_depends_on_is_that_of_files_and_folders() -> None:
    assert kast.code("issue.py") == kast.code("issue.py") != kast.code("source")
    assert kast.code("source", "issue.py") not in (kast.code("source"), kast.code("issue.py"))
