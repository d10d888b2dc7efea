"""A state of the data gets a name, whole or not at all, and its site is built again.

Each test has a repository of its own. Not here: what a page shows of it (``test_stand``).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros import kast
from scripts import uitgave, versie
from tests.unit.gitmap import git, kleine_regio, leg_vast, omgeving

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is niet geïnstalleerd")

NAAM = "2026-1"
TAG = f"data/{NAAM}"
RECORD = f"data/versies/{NAAM}.yml"


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that one stands in, on 1 November 2026."""
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    for name, value in omgeving().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793534400")
    folder = kleine_regio(tmp_path / "huis")
    monkeypatch.chdir(folder)
    return folder


def geef(*more: str) -> int:
    return uitgave.main([NAAM, "--titel", "Stand voor de raad", *more])


def alles(map_: Path) -> tuple[str, ...]:
    """Everything that a command which refuses must leave as it was."""
    status = git(map_, "status", "--porcelain", "--untracked-files=all")
    files = sorted(one.as_posix() for one in (map_ / "data").rglob("*"))
    return git(map_, "for-each-ref"), git(map_, "symbolic-ref", "-q", "HEAD"), status, *files


def test_a_state_gets_a_record_and_a_tag_in_a_commit_of_its_own(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (huis / "nog.txt").write_text("half af")
    git(huis, "add", "nog.txt")
    git(huis, "remote", "add", "kopie", "elders")
    assert geef("--waarom", "De raad kreeg er cijfers uit.") == 0
    assert (huis / RECORD).read_text(encoding="utf-8") == (
        "id: 2026-1\ntitel: Stand voor de raad\ndatum: 2026-11-01\n"
        "waarom: De raad kreeg er cijfers uit.\n"
    )
    assert git(huis, "diff", "--name-only", "HEAD~1", "HEAD") == RECORD
    assert git(huis, "rev-parse", f"{TAG}^{{commit}}") == git(huis, "rev-parse", "HEAD")
    assert git(huis, "cat-file", "-t", TAG) == "tag"
    assert git(huis, "status", "--porcelain") == "A  nog.txt"
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == f"Nog te doen: git push --atomic kopie main {TAG}"


def test_a_title_that_begins_with_a_sign_of_git_is_kept(huis: Path) -> None:
    assert uitgave.main([NAAM, "--titel=-m", "--waarom", "Voor de raad."]) == 0
    assert git(huis, "tag", "-l", "--format=%(contents:subject)", TAG) == "-m"


def test_a_trial_tells_what_would_be_and_changes_nothing(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = alles(huis)
    assert geef("--proef") == 0
    assert alles(huis) == before
    said = capsys.readouterr().out
    assert "titel: Stand voor de raad" in said
    assert said.endswith(f"Proef: de tag zou {TAG} heten. Er is niets veranderd.\n")


def anders(map_: Path) -> None:
    file = map_ / "data/regio.yml"
    file.write_text(file.read_text().replace("naam: Klein", "naam: Groot"))


def erbij(map_: Path) -> None:
    (map_ / "data/bronnen").mkdir()
    (map_ / "data/bronnen/plan.yml").write_text("id: plan\n")


def klaargezet(map_: Path) -> None:
    anders(map_)
    git(map_, "add", "--all")


def met_fout(map_: Path) -> None:
    leg_vast(map_, {"data/regio.yml": "id: klein\n"})


def record_er(map_: Path) -> None:
    leg_vast(map_, {RECORD: "id: 2026-1\ntitel: Oud\ndatum: 2026-10-01\n"})


def record_er_geweest(map_: Path) -> None:
    record_er(map_)
    leg_vast(map_, {RECORD: None})


def midden_in_samenvoegen(map_: Path) -> None:
    (map_ / ".git/MERGE_HEAD").write_text(git(map_, "rev-parse", "HEAD"))


def maakt(tag: str) -> Callable[[Path], object]:
    return lambda map_: git(map_, "tag", tag)


def zonder_commit(map_: Path) -> None:
    git(map_, "checkout", "--quiet", "--orphan", "leeg")


@pytest.mark.parametrize(
    ("maak", "zegt"),
    [
        (anders, "In data staan wijzigingen die nog niet zijn vastgelegd."),
        (erbij, "In data staan wijzigingen die nog niet zijn vastgelegd."),
        (klaargezet, "In data staan wijzigingen die nog niet zijn vastgelegd."),
        (met_fout, "De gegevens hebben fouten. Verbeter ze eerst, en leg dat vast."),
        (record_er, f"De naam is al gebruikt: {RECORD} is er al."),
        (record_er_geweest, f"De naam is eerder gebruikt: {RECORD} was er al eens."),
        (maakt(TAG), f"De naam kan niet: de tag {TAG} is er al."),
        (maakt("data"), "De naam kan niet: de tag data is er al."),
        (maakt(f"{TAG}/x"), f"De naam kan niet: de tag {TAG}/x is er al."),
        (midden_in_samenvoegen, "Git is nog bezig met een samenvoeging (git merge)."),
        (zonder_commit, "er is nog niets vastgelegd in git."),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_made(
    maak: Callable[[Path], object], zegt: str, huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maak(huis)
    before = alles(huis)
    assert geef() == 1
    said = capsys.readouterr().err
    assert zegt in said
    assert said.endswith("Er is niets veranderd.\n")
    assert alles(huis) == before


@pytest.mark.parametrize(
    ("naam", "titel", "zegt"),
    [
        ("2026/1", "Raad", "NAAM: '2026/1' is geen goede id. Bedoel je '2026-1'?"),
        ("2026..1", "Raad", "NAAM: '2026..1' is geen goede id."),
        ("-d", "Raad", "NAAM: '-d' is geen goede id."),
        ("con", "Raad", "NAAM: 'con' kan geen id zijn"),
        ("x" * 81, "Raad", "NAAM: Deze id is te lang"),
        (NAAM, "Vraag het jan@voorbeeld.nl", "e-mailadres"),
        (NAAM, "Bel 06-12345678", "Hier staat een telefoonnummer."),
        (NAAM, " ", "TITEL: Dit veld is leeg."),
    ],
)
def test_a_name_or_title_that_cannot_be_is_told_by_a_trial_too(
    naam: str, titel: str, zegt: str, huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = alles(huis)
    for more in ([], ["--proef"]):
        assert uitgave.main([*more, "--titel", titel, "--", naam]) == 1
        said = capsys.readouterr().err
        assert zegt in said
        assert said.endswith("Er is niets veranderd.\n")
        assert alles(huis) == before


def test_a_commit_that_is_on_no_branch_gets_no_name(
    huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(huis, "checkout", "--quiet", "--detach")
    assert geef() == 1
    assert "Je staat op een losse commit, niet op een tak." in capsys.readouterr().err
    assert git(huis, "status", "--porcelain") == ""


def test_no_git_or_not_the_whole_of_it_gives_no_name(
    huis: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    leg_vast(huis, {"extra.txt": "twee"})
    git(tmp_path, "clone", "--quiet", "--depth=1", huis.as_uri(), "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep")
    assert geef() == 1
    assert "Haal eerst alles op: git fetch --unshallow" in capsys.readouterr().err
    shutil.copytree(huis / "data", tmp_path / "elders")
    assert geef("--data", str(tmp_path / "elders")) == 1
    assert "deze map heeft geen git-geschiedenis" in capsys.readouterr().err


def test_data_in_a_repository_of_their_own_get_their_name_there(
    huis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = Path(shutil.copytree(huis / "data", tmp_path / "een eigen map"))
    git(own, "init", "--quiet", "--initial-branch=main")
    leg_vast(own, {})
    before = alles(huis)
    assert geef("--data", "../een eigen map") == 0
    assert alles(huis) == before
    assert git(own, "show", "--name-only", "--format=%s", TAG).endswith(f"versies/{NAAM}.yml")
    assert capsys.readouterr().out.endswith(
        f"Nog te doen: git -C '{own}' push --atomic origin main {TAG}\n"
    )
    assert geef("--data", "../een eigen map") == 1


def zet_haak(map_: Path, haak: str, tekst: str) -> Path:
    hook = map_ / ".git/hooks" / haak
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(tekst)
    hook.chmod(0o755)
    return hook


NIET_DE_TAG = """#!/bin/sh
while read old new ref; do case $1:$ref in prepared:refs/tags/*) echo Nee >&2; exit 1;; esac; done
"""


@pytest.mark.parametrize(
    ("haak", "tekst"),
    [
        ("pre-commit", "#!/bin/sh\necho Nee >&2\nexit 1\n"),
        ("commit-msg", "#!/bin/sh\necho Nee >&2\nexit 1\n"),
        ("reference-transaction", NIET_DE_TAG),
    ],
)
def test_a_hook_that_refuses_leaves_all_as_it_was(
    haak: str, tekst: str, huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (huis / "nog.txt").write_text("half af")
    git(huis, "add", "nog.txt")
    hook = zet_haak(huis, haak, tekst)
    before = alles(huis)
    assert geef() == 1
    assert alles(huis) == before
    said = capsys.readouterr().err
    assert "Git weigerde. Git zegt:\n" in said
    assert "Nee" in said
    hook.unlink()
    assert geef() == 0


def test_who_breaks_it_off_finds_all_as_it_was(
    huis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = uitgave.git

    def breekt(*arguments: str, **more: Any) -> str:
        if arguments[0] == "tag":
            raise KeyboardInterrupt
        return own(*arguments, **more)

    before = alles(huis)
    monkeypatch.setattr(uitgave, "git", breekt)
    assert geef() == 1
    assert alles(huis) == before
    assert "Afgebroken.\nEr is niets veranderd." in capsys.readouterr().err


def test_a_hook_that_writes_in_another_encoding_stops_nothing(huis: Path) -> None:
    zet_haak(huis, "commit-msg", "#!/bin/sh\nprintf 'na\\357f\\n' >&2\n")
    assert geef() == 0
    assert git(huis, "rev-parse", f"{TAG}^{{commit}}") == git(huis, "rev-parse", "HEAD")


@pytest.mark.parametrize("haak", ["pre-commit", "post-commit"])
@pytest.mark.parametrize("signaal", ["INT", "TERM", "HUP"])
def test_who_ends_it_during_a_hook_finds_all_as_it_was(
    haak: str, signaal: str, huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = f"#!/bin/sh\nkill -{signaal} {os.getpid()}\nexec sleep 2 >/dev/null 2>&1 </dev/null\n"
    zet_haak(huis, haak, hook)
    before = alles(huis)
    assert geef() == 1
    assert alles(huis) == before
    assert not (huis / ".git/index.lock").exists()
    assert "Afgebroken.\nEr is niets veranderd." in capsys.readouterr().err


def test_a_fault_of_ours_leaves_all_as_it_was_too(
    huis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = uitgave.git

    def breekt(*arguments: str, **more: Any) -> str:
        if arguments[0] == "tag":
            raise RuntimeError("ons")
        return own(*arguments, **more)

    before = alles(huis)
    monkeypatch.setattr(uitgave, "git", breekt)
    with pytest.raises(RuntimeError, match="ons"):
        geef()
    assert alles(huis) == before


@pytest.mark.parametrize(
    ("doet", "zegt"),
    [
        ("git add nog.txt", "veranderde daar iets in: nog.txt."),
        (f"echo 'titel: Anders' > {RECORD}; git add {RECORD}", f"iets in: {RECORD}."),
        (f"git rm -q --cached {RECORD}; git add nog.txt", f"iets in: {RECORD}, nog.txt."),
    ],
)
def test_a_hook_that_changes_what_is_committed_gives_no_name(
    doet: str, zegt: str, huis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (huis / "nog.txt").write_text("half af")
    zet_haak(huis, "pre-commit", f"#!/bin/sh\n{doet}\n")
    before = alles(huis)
    assert geef() == 1
    assert zegt in capsys.readouterr().err
    assert alles(huis) == before


# The site of a named state

BOUW = """
import os, pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
out.mkdir()
(out / "wat.txt").write_text(pathlib.Path("data/regio.yml").read_text())
(out / "wanneer.txt").write_text(os.environ["SOURCE_DATE_EPOCH"])
(out / "waar.txt").write_text(os.environ.get("GIT_PREFIX", ""))
"""
ANDERE = {"scripts/build.py": BOUW, "requirements.txt": "een\n"}


def benoemd(map_: Path, bestanden: dict[str, str]) -> None:
    """A named state with these files, after which the data went on."""
    leg_vast(map_, bestanden)
    assert geef() == 0
    leg_vast(map_, {"data/regio.yml": "anders\n", "requirements.txt": "een\n"})


def bouw(map_: Path, out: Path, *more: str, naam: str = NAAM) -> int:
    code = versie.main([naam, "--out", str(out), *more])
    assert git(map_, "worktree", "list").count("\n") == 0
    return code


def test_the_site_of_a_state_is_built_with_its_own_data_on_its_own_day(
    huis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    benoemd(huis, ANDERE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("GIT_PREFIX", "elders")
    assert bouw(huis, tmp_path / "site") == 0
    assert "naam: Klein" in (tmp_path / "site/wat.txt").read_text()
    assert (tmp_path / "site/wanneer.txt").read_text() == "1793534400"
    assert (tmp_path / "site/waar.txt").read_text() == ""
    assert git(huis, "status", "--porcelain") == ""


def test_a_state_that_needs_other_packages_sets_itself_up(huis: Path, tmp_path: Path) -> None:
    make = "build:\n\t@mkdir -p $(OUT) && cp $(DATA)/regio.yml requirements.txt $(OUT)\n"
    benoemd(huis, {**ANDERE, "requirements.txt": "oud\n", "Makefile": make})
    assert bouw(huis, tmp_path / "site") == 0
    assert (tmp_path / "site/requirements.txt").read_text() == "oud\n"


def test_a_state_whose_site_cannot_be_built_says_so(
    huis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    benoemd(huis, {"lees.txt": "niets te bouwen"})
    out = tmp_path / "site"
    assert bouw(huis, out) == 1
    assert "Deze stand is van voor de bouw zoals die nu is" in capsys.readouterr().err
    assert bouw(huis, out, "--data", "gegevens") == 1
    assert "In deze stand is er geen map gegevens met gegevens." in capsys.readouterr().err
    assert bouw(huis, out, naam="2026-2") == 1
    said = capsys.readouterr().err
    assert said == (f"Deze versie is hier niet: de tag data/2026-2 is er niet. Kies uit: {NAAM}.\n")
    assert not out.exists()


def test_a_build_that_fails_leaves_nothing_behind(
    huis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    benoemd(huis, {**ANDERE, "scripts/build.py": "raise SystemExit(3)\n"})
    assert bouw(huis, tmp_path / "site") == 1
    assert f"De site van versie {NAAM} is niet gebouwd" in capsys.readouterr().err
