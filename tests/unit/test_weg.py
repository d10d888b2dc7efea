"""Records that git had and that are gone: told, with how to bring them back, and stopping nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros import kast
from macros.bescherming.historie.weg import verdwenen
from macros.issue import Issue, Level
from scripts.check import een_keer
from tests.unit.test_historie import _commit as commit
from tests.unit.test_historie import geschiedenis, git, met_git

pytestmark = met_git

PUNT = "data/speerpunten/leren.yml"
BEGRIP = "data/begrippen/po.yml"
MAPPEN = {"speerpunten": ".yml", "begrippen": ".yml"}
TEKST = "id: leren\ntitel: Leren\nsamen: We leren samen.\nnummer: 1\n"


@pytest.fixture(autouse=True)
def lege_kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test looks for itself."""
    monkeypatch.setattr(kast, "MAP", tmp_path.with_name(f"{tmp_path.name}-kast"))


def uitgepakt(map_: Path, **op_schijf: str) -> Path:
    """The newest commit as git keeps it, with these files (two underscores for each slash) on disk."""
    git(map_, "config", "core.bare", "false")
    git(map_, "read-tree", "main")
    (map_ / "data").mkdir(exist_ok=True)
    for name, text in op_schijf.items():
        file = map_ / "data" / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".yml").write_text(text, encoding="utf-8")
    return map_


def gemeld(map_: Path) -> list[Issue]:
    return list(verdwenen(map_, map_ / "data", MAPPEN))


def test_a_record_that_a_commit_took_away_is_told_with_how_to_bring_it_back(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path / "a", {PUNT: TEKST, BEGRIP: "id: po\n"}, {PUNT: None})
    [issue] = gemeld(uitgepakt(map_, begrippen__po="id: po\n"))
    assert issue.path == f"{map_.as_posix()}/{PUNT}"
    assert (issue.code, issue.level) == ("bestand-weg", Level.LET_OP)
    assert "sinds 1970-01-01 weg" in issue.message
    commit = git(map_, "rev-parse", "main")[:10]
    assert (
        f"status: gearchiveerd. Terugzetten: git restore --source={commit}~1 -- {PUNT} ("
        in issue.tip
    )


def test_a_record_that_was_deleted_just_now_is_told_before_it_is_committed(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path / "a", {PUNT: TEKST, BEGRIP: "id: po\n"})
    [issue] = gemeld(uitgepakt(map_, begrippen__po="id: po\n"))
    assert issue.path.endswith(PUNT)
    assert f"git restore --source=HEAD -- {PUNT}" in issue.tip


def test_a_record_that_came_back_or_only_moved_is_not_told(tmp_path: Path) -> None:
    elders = "data/speerpunten/leren-van-data.yml"
    map_ = geschiedenis(
        tmp_path / "a",
        {PUNT: TEKST, BEGRIP: "id: po\n"},
        {BEGRIP: None},
        {PUNT: None, elders: TEKST, BEGRIP: "id: po\n"},
    )
    uitgepakt(map_, begrippen__po="id: po\n", **{"speerpunten__leren-van-data": TEKST})
    assert gemeld(map_) == []


def test_a_record_with_another_name_that_git_does_not_know_yet_is_not_told(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path / "a", {PUNT: TEKST})
    assert gemeld(uitgepakt(map_, speerpunten__data=TEKST.replace("1", "2"))) == []
    (map_ / "data/speerpunten/data.yml").write_text("id: anders\n", encoding="utf-8")
    assert len(gemeld(map_)) == 1


def test_only_records_are_told_and_only_of_the_data_of_this_repository(tmp_path: Path) -> None:
    other = {
        "data/README.md": "x",
        "data/monitor/uitgaven/1/a.csv": "a;b\n",
        "docs/a.yml": "a: b\n",
    }
    map_ = geschiedenis(tmp_path / "a", {**other, PUNT: TEKST}, dict.fromkeys(other))
    uitgepakt(map_, speerpunten__leren=TEKST)
    assert gemeld(map_) == []
    assert verdwenen(map_, tmp_path / "elders", MAPPEN) == ()


def test_without_git_or_before_the_first_commit_nothing_is_told(tmp_path: Path) -> None:
    assert gemeld(tmp_path) == []
    (tmp_path / "leeg").mkdir()
    git(tmp_path / "leeg", "init", "--quiet", "--bare")
    assert gemeld(tmp_path / "leeg") == []


def test_what_a_merge_took_away_is_told_and_can_be_put_back_from_before_it(tmp_path: Path) -> None:
    one = {PUNT: TEKST, BEGRIP: "id: po\n"}
    map_ = geschiedenis(
        tmp_path / "a", one, {"a.md": "a"}, takken={"refs/heads/tak": {"b.md": "b"}}
    )
    ouders = "from refs/heads/main^0\nmerge refs/heads/tak\n"
    git(map_, "fast-import", "--quiet", stdin=commit("refs/heads/main", {PUNT: None}, ouders))
    [issue] = gemeld(uitgepakt(map_, begrippen__po="id: po\n"))
    [bron] = re.findall(r"--source=(\S+)", issue.tip)
    assert git(map_, "show", f"{bron}:{PUNT}") == TEKST.strip()


def test_a_draft_that_came_and_went_on_a_branch_is_not_told(tmp_path: Path) -> None:
    nieuw = {BEGRIP: "id: po\nterm: PO\n"}
    takken = {"refs/heads/tak": {PUNT: TEKST, **nieuw}}
    map_ = geschiedenis(tmp_path / "a", {BEGRIP: "id: po\n"}, {"data/a.md": "a"}, takken=takken)
    again = commit("refs/heads/tak", {PUNT: None}, "from refs/heads/tak^0\n")
    ouders = "from refs/heads/main^0\nmerge refs/heads/tak\n"
    merged = commit("refs/heads/main", nieuw, ouders)
    git(map_, "fast-import", "--quiet", stdin=again + b"\n" + merged)
    assert gemeld(uitgepakt(map_, begrippen__po="id: po\n")) == []


def test_a_file_that_is_missed_elsewhere_is_told_there_alone_with_the_way_back() -> None:
    missed = Issue("d/a.yml", 3, 1, "verwijzing", "Er is geen begrip met de id 'po'. Zo", "Kijk")
    beside = Issue("d/a.yml", 4, 1, "verwijzing", "Er is geen begrip met de id 'vo'.", "Kijk")
    gone = [
        Issue(f"d/begrippen/{name}.yml", 1, 1, "bestand-weg", "Weg.", "Zo.", Level.LET_OP)
        for name in ("po", "mbo")
    ]
    told = een_keer([missed, beside], gone, Path("d"))
    message = "Weg. Er wordt nog naar verwezen, zoals in a.yml (regel 3)."
    assert told == {replace(gone[0], message=message, level=Level.FOUT), beside, gone[1]}
    folder = Issue("d/begrippen", 1, 1, "bestand-weg", "Weg.", "Zo.", Level.LET_OP)
    none = Issue("d/a.yml", 3, 1, "verwijzing", "Er is geen enkele begrip. Zo", "Is")
    assert een_keer([missed, none, beside], [folder], Path("d")) == {
        replace(folder, message=message, level=Level.FOUT)
    }


def test_a_file_that_stands_by_itself_is_told_too(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path / "a", {"data/agenda.yml": "id: agenda\n", PUNT: TEKST})
    uitgepakt(map_, speerpunten__leren=TEKST)
    [issue] = verdwenen(map_, map_ / "data", {**MAPPEN, "agenda.yml": ""})
    assert issue.message == "Dit bestand is weg, en zo ook wat de site eruit liet zien."
    assert "gearchiveerd" not in issue.tip
    own = Issue(issue.path, 1, 1, "geen-bestand", "Dit bestand ontbreekt.")
    assert een_keer([own], [issue], map_ / "data") == {replace(issue, level=Level.FOUT)}
    noted = Issue("d/regio.yml", 8, 5, "geen-vertaling", "Zo (vertaling/en.po is er niet).")
    gone = Issue("d/vertaling/en.po", 1, 1, "bestand-weg", "Weg.", "Zo.", Level.LET_OP)
    told = een_keer([replace(noted, level=Level.LET_OP)], [gone], Path("d"))
    message = "Weg. Er wordt nog naar verwezen, zoals in regio.yml (regel 8)."
    assert told == {replace(gone, message=message)}


def test_a_folder_that_is_gone_is_told_once(tmp_path: Path) -> None:
    files = {f"data/begrippen/{name}.yml": f"id: {name}\nterm: {3 * name}\n" for name in "abc"}
    map_ = geschiedenis(tmp_path / "a", {**files, PUNT: TEKST})
    [issue] = gemeld(uitgepakt(map_, speerpunten__leren=TEKST))
    assert issue.path.endswith("data/begrippen")
    assert issue.message == "Deze map is weg, met 3 bestanden en hun pagina's."
    assert "git restore --source=HEAD -- data/begrippen (" in issue.tip
