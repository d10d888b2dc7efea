"""What the workflow that publishes decides and tells."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.issue import Issue
from scripts.check import as_github
from scripts.publicatie import alleen_inhoud, gewijzigd, main, uitleg

INHOUD = [
    "data/agenda.yml",
    "data/vertaling/en.po",
    "data/monitor/waarnemingen/een.csv",
    "data/README.md",
    "docs/nl/index.md",
    "docs/en/agenda/een pagina.md",
    "docs/fy/oer.md",
]
CODE = [
    "macros/load.py",
    "docs/theme/main.html",
    "docs/theme/uitleg.md",
    "docs/adr/0001-keuze.md",
    "docs/nl/knop.js",
    "docs/nl/plaatje.svg",
    "docs/index.md",
    "data",
    "x/data/agenda.yml",
    "tests/data_mini/agenda.yml",
    "mkdocs.yml",
    "requirements.txt",
    ".github/workflows/deploy.yml",
    "Makefile",
    "README.md",
    "docs/nl/a.md\nmacros/x.py",
]


def test_data_and_prose_in_any_language_go_the_short_way() -> None:
    assert [pad for pad in INHOUD if not alleen_inhoud([pad])] == []
    assert alleen_inhoud(INHOUD)
    assert alleen_inhoud([])


def test_anything_else_goes_the_long_way_also_beside_data() -> None:
    assert [pad for pad in CODE if alleen_inhoud([pad])] == []
    assert [pad for pad in CODE if alleen_inhoud([*INHOUD, pad])] == []


def test_data_may_lie_in_another_folder_and_then_not_in_the_usual_one() -> None:
    assert alleen_inhoud(["regio/achterhoek/agenda.yml", "docs/nl/index.md"], "regio/achterhoek/")
    others = ["data/agenda.yml", "regio/achterhoek.yml", "regio/achterhoeks/agenda.yml"]
    assert [pad for pad in others if alleen_inhoud([pad], "regio/achterhoek")] == []


met_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is niet geïnstalleerd")


class Project:
    """A repository in which files are written and committed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet")
        self.git("config", "user.name", "Test")
        self.git("config", "user.email", "test@voorbeeld.test")

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()

    def commit(self, **files: str | None) -> str:
        for name, text in files.items():
            file = self.folder / name.replace("__", "/")
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink()
            else:
                file.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def weg(capsys: pytest.CaptureFixture[str], basis: str) -> str:
    assert main(["weg", basis]) == 0
    return capsys.readouterr().out


KORT, LANG = "kort=true\n", "kort=false\n"


@met_git
def test_the_way_follows_from_all_that_changed_since_everything_was_right(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    good = project.commit(code="1", data__a="1")
    assert weg(capsys, good) == KORT
    project.commit(data__a="2", data__é="é")
    assert weg(capsys, good) == KORT
    untested = project.commit(code="2")
    last = project.commit(data__a="3")
    assert weg(capsys, good) == LANG  # the code of the commit before was never tested
    assert weg(capsys, untested) == KORT
    assert weg(capsys, last) == KORT
    project.commit(code="1")
    assert weg(capsys, good) == KORT  # put back as it was


@met_git
def test_a_file_that_moves_between_code_and_data_is_code(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "dezelfde tekst\n" * 20
    good = project.commit(code=text)
    assert gewijzigd(good) == []
    project.commit(code=None, data__code=text)
    assert weg(capsys, good) == LANG


@met_git
@pytest.mark.parametrize("basis", ["", "HEAD", "main", "0" * 40, "f" * 40, "--help", "a\nb"])
def test_without_a_known_commit_it_is_the_long_way(
    basis: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.commit(data__a="1")
    assert main(["weg", "--", basis]) == 0
    assert capsys.readouterr().out == LANG


@met_git
def test_after_a_forced_push_it_is_the_long_way(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.commit(data__a="1")
    gone = project.commit(data__a="2")
    project.git("reset", "--quiet", "--hard", "HEAD~1")
    project.commit(data__a="3")
    assert weg(capsys, gone) == LANG


ADRES = "https://git.test/wij/site"
FOUT = Issue("data/a b_c.yml", 12, 3, "code", "Dit klopt *niet*: 50%, <b>.", "Doe\ndit.")


def test_a_problem_in_the_data_is_told_at_its_line_with_a_way_back() -> None:
    told = uitleg(as_github([FOUT]) + "\n", None, ADRES, "abcdef0123456789")
    assert told.startswith(
        "## De site is niet bijgewerkt\n\nDe vorige site blijft staan. Bezoekers merken er niets van.\n"
    )
    line = (
        f"- [data/a b_c.yml, regel 12]({ADRES}/blob/main/data/a%20b_c.yml#L12): "
        r"Dit klopt \*niet\*: 50%, \<b\>. Doe dit."
    )
    assert line in told.splitlines()
    assert f"[je wijziging]({ADRES}/commit/abcdef0123456789)" in told
    assert "`git revert --no-edit abcdef0123`" in told


def test_a_check_that_stops_without_naming_a_line_is_told_with_what_it_printed() -> None:
    told = uitleg("::warning file=x::let op\nTraceback\n", None, ADRES, "a" * 40)
    assert "Traceback\n~~~~\n" in told
    assert "Het ligt niet aan je wijziging" not in told
    assert "git revert" in told


def test_without_a_change_there_is_nothing_to_undo() -> None:
    told = uitleg(as_github([FOUT]) + "\n", None, ADRES, None)
    assert "regel 12" in told
    assert "git revert" not in told


def test_a_site_that_cannot_be_made_is_told_with_the_end_of_what_was_printed() -> None:
    log = (
        "".join(f"regel {number}\n" for number in range(90))
        + "De gebouwde site klopt niet:\n```\nx\n"
    )
    told = uitleg("", log, ADRES, "a" * 40)
    assert "De site kon niet worden gemaakt:" in told
    assert "De gebouwde site klopt niet:\n```\nx\n~~~~\n" in told
    assert "regel 89" in told
    assert "regel 3\n" not in told
    assert "git revert" in told


@pytest.mark.parametrize("said", [(None, None), ("", "De site staat in site (3 pagina's).\n")])
def test_what_is_not_the_fault_of_the_editor_is_told_as_such(said: tuple[str, str]) -> None:
    told = uitleg(*said, ADRES, "a" * 40)
    assert "Het ligt niet aan je wijziging" in told
    assert "git revert" not in told


def test_the_command_reads_what_the_steps_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (
        ("SERVER_URL", "https://git.test"),
        ("REPOSITORY", "wij/site"),
        ("SHA", "a" * 40),
        ("EVENT_NAME", "push"),
    ):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    files = ["--gegevens", str(tmp_path / "gegevens.txt"), "--site", str(tmp_path / "site.txt")]
    assert main(["uitleg", *files]) == 0
    assert "Het ligt niet aan je wijziging" in capsys.readouterr().out
    (tmp_path / "gegevens.txt").write_text(as_github([FOUT]), encoding="utf-8")
    assert main(["uitleg", *files]) == 0
    assert f"({ADRES}/blob/main/data/a%20b_c.yml#L12)" in capsys.readouterr().out
