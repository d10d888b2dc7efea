"""What is kept between runs is what would be made now, and a file taken over is the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import bestand, kast


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


def test_where_nothing_can_be_kept_it_is_made_each_time(map_: Path) -> None:
    map_.write_text("geen map")
    assert [kast.bewaard("soort", [b"a"], lambda: "ja") for _ in range(2)] == ["ja", "ja"]


def test_a_file_that_stays_the_same_is_taken_over_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestand, "_VORIGE", {})
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for folder in (old, new):
        folder.mkdir()
    (old / "zelfde").write_bytes(b"zelfde")
    (old / "anders").write_bytes(b"oud")
    bestand.volgt_op(new, old)
    for name in ("zelfde", "anders", "erbij"):
        bestand.schrijf(new / name, name.encode())
    assert (new / "zelfde").samefile(old / "zelfde")
    assert {one.name: one.read_text() for one in new.iterdir()} == {
        "zelfde": "zelfde",
        "anders": "anders",
        "erbij": "erbij",
    }
    bestand.schrijf(new / "zelfde", b"toch niet")
    assert (old / "zelfde").read_bytes() == b"zelfde"
    assert (old / "anders").read_bytes() == b"oud"
