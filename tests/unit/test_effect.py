"""The command that says what a change does: what it compares, with what, and what it leaves behind.

In a repository of its own, of the smallest region; what builds a site and checks it there is a
stand-in, which says from which code and data it was made.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import kast
from macros.bescherming.historie.weg import CODE as WEG
from macros.effect.stukken import Effect, uit_json
from macros.issue import Issue, Level
from scripts import effect
from tests.unit.mini import DATA_MINI

BOUW = """
import pathlib, sys
data, out = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[4])
name = (data / "partijen/regisseur.yml").read_text().split("naam: ")[1].split("\\n")[0]
if name == "Kapot":
    sys.exit("De gebouwde site klopt niet:\\nindex.html: de titel ontbreekt")
(out / "regio").mkdir(parents=True)
page = "<html lang=nl><main><h1>De regio</h1>%s</main><footer data-bestand=data/partijen/regisseur.yml>"
(out / "regio/index.html").write_text(page % (CODE + name))
"""
PARTIJ = "data/partijen/regisseur.yml"


def git(*arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit."""
    folder = tmp_path_factory.mktemp("begin") / "project"
    shutil.copytree(DATA_MINI, folder / "data")
    for name in ("scripts", "docs", "node_modules"):
        (folder / name).mkdir()
    (folder / "scripts" / "__init__.py").touch()
    schrijf_bouw(folder, "")
    (folder / "scripts" / "check.py").write_text("print('[]')")
    (folder / ".gitignore").write_text("node_modules\n__pycache__\n")
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "Eerst"]):
        git("-C", str(folder), *arguments)
    return folder


@pytest.fixture
def project(
    begin: Path, onthouden: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A copy of it, where the command runs; it leaves nothing behind."""
    folder = tmp_path / "project"
    shutil.copytree(begin, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    monkeypatch.setattr(effect, "bevonden", lambda loaded, historie: [*loaded.issues])
    yield folder
    assert not (tmp_path / "kast" / effect.WERK).exists()
    assert git("worktree", "list").count("\n") == 0
    assert not (folder / "site").exists()


def schrijf_bouw(folder: Path, code: str) -> None:
    """The code of the project shows ``code`` on its page."""
    (folder / "scripts" / "build.py").write_text(f"CODE = {code!r}\n{BOUW}")


def noem(naam: str, folder: Path) -> None:
    """Call a party something else."""
    file = folder / PARTIJ
    text = file.read_text()
    before = text.split("naam: ")[1].split("\n")[0]
    file.write_text(text.replace(f"naam: {before}", f"naam: {naam}"))


def stukken(folder: Path, *arguments: str) -> Effect:
    """What the command finds."""
    file = folder.parent / "kast" / "effect.json"
    file.parent.mkdir(exist_ok=True)
    assert effect.main(["--json", str(file), *arguments]) == 0
    return uit_json(file.read_bytes())


def test_what_was_changed_and_not_committed_is_told_with_its_page(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noem("Voorzitter", project)
    assert effect.main([]) == 0
    said = capsys.readouterr().out
    assert "- Voorzitter (partij)\n  - Naam: [-Regisseur-] wordt {+Voorzitter+}\n" in said
    assert "1 van de 1 pagina's" in said
    assert "- De regio /regio/\n" in said
    assert "zoals de code" not in said


def test_what_was_committed_on_a_branch_is_told_and_what_came_after_on_main_is_not(
    project: Path,
) -> None:
    git("checkout", "-qb", "tak")
    noem("Voorzitter", project)
    git("commit", "-qam", "Naam")
    git("checkout", "-q", "main")
    (project / "README.md").write_text("Meer.")
    git("add", "-A")
    git("commit", "-qm", "Meer")
    git("checkout", "-q", "tak")
    found = stukken(project, "--basis", "main")
    assert (found.gegevens, found.proza, found.overig) == (1, 0, 0)
    assert [one.titel for one in found.records] == ["Voorzitter"]


def test_the_site_of_before_is_built_by_the_code_of_then(project: Path) -> None:
    schrijf_bouw(project, "Nieuw: ")
    found = stukken(project)
    assert (found.gegevens, found.overig, found.records) == (0, 1, ())
    assert [(one.adres, one.wat, one.eigen) for one in found.paginas] == [
        ("regio/", "anders", False)
    ]


def test_a_site_that_was_built_already_is_not_built_again(project: Path) -> None:
    noem("Voorzitter", project)
    schrijf_bouw(project, "Nieuw: ")
    built = project / "node_modules" / "site"
    built.mkdir()
    found = stukken(project, "--site", str(built))
    assert [(one.adres, one.wat) for one in found.paginas] == [("regio/", "weg")]


def test_a_change_with_mistakes_is_not_built(project: Path) -> None:
    (project / PARTIJ).write_text("id: [\n")
    found = stukken(project)
    assert found.sites == "geen"
    assert [one.pad for one in found.problemen if one.fout] == [PARTIJ]


def test_a_site_that_cannot_be_made_says_why(project: Path) -> None:
    noem("Kapot", project)
    found = stukken(project)
    assert found.sites == "geen"
    assert found.bouw == ("De gebouwde site klopt niet:", "index.html: de titel ontbreekt")


def test_when_the_site_of_before_cannot_be_made_the_rest_is_told(project: Path) -> None:
    noem("Kapot", project)
    git("commit", "-qam", "Kapot")
    noem("Voorzitter", project)
    found = stukken(project)
    assert found.sites == "geen-oude"
    assert [one.titel for one in found.records] == ["Voorzitter"]


def test_what_the_checks_said_before_is_not_told_again(project: Path) -> None:
    file = project / "data/bronnen/plan.yml"
    text = file.read_text()
    file.write_text(text.replace("op papier", "met de heer Bakker"))
    (first,) = stukken(project).problemen
    said = "Hier lijkt een naam te staan ('de heer Bakker')."
    known = [{"path": first.pad, "code": "persoonsnaam", "message": said}]
    (project / "scripts" / "check.py").write_text(f"print({json.dumps(known)!r})")
    git("add", "scripts")
    git("commit", "-qm", "Dit zegt de controle")
    assert stukken(project).problemen == ()


def test_what_was_taken_away_long_ago_is_no_part_of_a_change(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [
        Issue(path, 1, 1, WEG, "Dit bestand is weg.", level=Level.LET_OP)
        for path in ("data/hulp/vroeger.yml", PARTIJ)
    ]
    monkeypatch.setattr(effect, "bevonden", lambda loaded, historie: [*loaded.issues, *gone])
    (project / "data/bronnen/plan.yml").write_text(
        (project / "data/bronnen/plan.yml").read_text().replace("op papier", "op het web")
    )
    assert [one.pad for one in stukken(project).problemen] == [PARTIJ]


def test_a_data_folder_elsewhere_in_the_repository_works(project: Path) -> None:
    (project / "regio").mkdir()
    git("mv", "data", "regio/gegevens")
    git("commit", "-qm", "Verhuisd")
    file = project / "regio/gegevens/partijen/regisseur.yml"
    file.write_text(file.read_text().replace("naam: Regisseur", "naam: Voorzitter"))
    found = stukken(project, "--data", "regio/gegevens")
    assert (found.gegevens, found.overig) == (1, 0)
    assert [one.titel for one in found.records] == ["Voorzitter"]


def test_data_outside_the_repository_have_no_past_here(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for data in ("..", str(DATA_MINI)):
        assert effect.main(["--data", data]) == 1
        assert capsys.readouterr().err.startswith("De gegevens liggen buiten deze map")
    noem("Voorzitter", project)
    found = stukken(project, "--data", str(project / "data"))  # the same folder, named otherwise
    assert [one.titel for one in found.records] == ["Voorzitter"]


def test_data_that_moved_to_another_folder_are_all_new(project: Path) -> None:
    (project / "regio").mkdir()
    git("mv", "data", "regio/gegevens")
    found = stukken(project, "--data", "regio/gegevens")
    assert {one.wat for one in found.records} == {"nieuw"}


def test_nothing_to_compare_is_said_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert effect.main([]) == 0
    assert capsys.readouterr().out.startswith("Er is niets gewijzigd sinds HEAD.")
    for basis in ("bestaat-niet", "--help", "HEAD; touch x", "main..", ""):
        assert effect.main([f"--basis={basis}"]) == 1
        assert capsys.readouterr().err.startswith("Er is geen commit ")
    assert not (project / "x").exists()


def test_without_history_there_is_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert effect.main([]) == 1
    assert capsys.readouterr().err.startswith("Deze map heeft geen git-geschiedenis")


def test_two_at_once_do_not_take_each_others_files(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noem("Voorzitter", project)
    commit = git("rev-parse", "HEAD")
    with effect._als_toen(commit) as toen:
        assert effect.main([]) == 1
        assert "Er loopt al een 'make effect' in deze map." in capsys.readouterr().err
        assert (toen / PARTIJ).is_file()
    assert effect.main([]) == 0


@pytest.mark.usefixtures("project")
def test_a_file_whose_name_git_would_quote_counts_as_one() -> None:
    Path('data/é\n" x.yml').write_text("x")
    head = git("rev-parse", "HEAD")
    assert effect.gewijzigd(head) == ['data/é\n" x.yml']
