"""The comment on a pull request: which one it is, what is believed, and what is written.

``gh`` is a program that stands in for it; archives are made by hand, as an outsider would.
"""

from __future__ import annotations

import io
import json
import re
import stat
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from macros.effect import stukken
from macros.effect.stukken import Effect, Pagina, Probleem, als_json
from scripts import effectbericht
from tests.unit.mini import ROOT

KOP, ANDERE = "a" * 40, "b" * 40
RUN = 77
VRAAG = "repos/o/r/pulls?state=open&per_page=100&head=buiten%3Amijn-tak"
GH = r"""#!/bin/sh
cd "$(dirname "$0")" || exit
name=$(printf %s "$2" | tr -c 'A-Za-z0-9._-' _)
case "$name" in *_zip) [ -e eindeloos ] && exec yes;; esac
case "$*" in *--input*) { printf '%s ' "$4" "$2"; cat; echo; } >> geschreven; exit;; esac
printf '%s\n' "$2" >> gevraagd
[ -e "weiger-$name" ] && exit 1
[ -e "eerst-$name" ] && { cat "eerst-$name"; rm "eerst-$name"; exit; }
cat "antwoord-$name"
"""
"""Answers with the file that is called as what is asked, and keeps what is written."""


def zip_met(**files: bytes) -> bytes:
    """An archive of these files; a dot in a name is written ``__``."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return found.getvalue()


GOED = Effect(
    gegevens=1,
    problemen=(Probleem("data/x.yml", 3, 5, True, "Dit klopt niet.", "Doe dit."),),
)


class GitHub:
    """What GitHub would say, and what was written to it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        file = folder / "gh"
        file.write_text(GH, encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=":")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(folder / "event"))
        monkeypatch.setenv("GITHUB_REPOSITORY", "o/r")
        monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
        monkeypatch.setenv("DATA", "regio/data")
        self.run: dict[str, Any] = {
            "event": "pull_request",
            "path": ".github/workflows/test.yml",
            "id": RUN,
            "run_attempt": 1,
            "conclusion": "success",
            "head_repository": {"full_name": "buiten/r"},
            "head_branch": "mijn-tak",
            "head_sha": KOP,
        }
        self.voorstellen: Any = [self.voorstel()]
        self.archief: bytes | None = zip_met(effect__json=als_json(GOED).encode())
        self.grootte: int | None = None
        self.site = True
        self.berichten: list[dict[str, Any]] = []
        self.bestanden: list[dict[str, Any]] = [{"filename": "regio/data/x.yml"}]
        self.eerst: Any = None
        """What the first question for pull requests gets for an answer."""

    @staticmethod
    def voorstel(nummer: int = 12, kop: str = KOP, **anders: Any) -> dict[str, Any]:
        return {
            "number": nummer,
            "head": {"sha": kop, "repo": {"full_name": "buiten/r"}},
            "base": {"ref": "main", "repo": {"full_name": "o/r"}},
            **anders,
        }

    @staticmethod
    def van_ons(tekst: str, nummer: int = 5) -> dict[str, Any]:
        return {
            "id": nummer,
            "user": {"login": "github-actions[bot]", "type": "Bot"},
            "body": tekst,
        }

    def antwoord(self, vraag: str, inhoud: Any, soort: str = "antwoord") -> None:
        """What there is to be read at an address of the API."""
        raw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        (self.folder / f"{soort}-{re.sub('[^A-Za-z0-9._-]', '_', vraag)}").write_bytes(raw)

    def draai(self) -> int:
        """Run the command as the workflow does."""
        event = {"workflow_run": self.run, "repository": {"default_branch": "main"}}
        (self.folder / "event").write_text(json.dumps(event))
        runs = f"repos/o/r/actions/runs/{RUN}/artifacts?per_page=100&name="
        effect = []
        if self.archief is not None:
            self.antwoord("repos/o/r/actions/artifacts/901/zip", self.archief)
            size = len(self.archief) if self.grootte is None else self.grootte
            effect = [{"id": 901, "name": "effect", "expired": False, "size_in_bytes": size}]
        site = [{"id": 902, "name": "site", "expired": False, "size_in_bytes": 10**7}]
        self.antwoord(f"{runs}effect", {"artifacts": effect})
        self.antwoord(f"{runs}site", {"artifacts": site if self.site else []})
        self.antwoord(VRAAG, self.voorstellen)
        if self.eerst is not None:
            self.antwoord(VRAAG, self.eerst, "eerst")
        for page in (1, 2):
            there = self.berichten[100 * (page - 1) : 100 * page]
            self.antwoord(f"repos/o/r/issues/12/comments?per_page=100&page={page}", there)
            files = self.bestanden[100 * (page - 1) : 100 * page]
            self.antwoord(f"repos/o/r/pulls/12/files?per_page=100&page={page}", files)
        return effectbericht.main()

    @property
    def geschreven(self) -> list[list[Any]]:
        """The method, the address and the body of what was written."""
        file = self.folder / "geschreven"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        split = [line.split(" ", 2) for line in lines]
        return [[method, path, json.loads(body)] for method, path, body in split]

    @property
    def tekst(self) -> str:
        ((*_, body),) = self.geschreven
        found: str = body["body"]
        return found


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitHub:
    return GitHub(tmp_path, monkeypatch)


def test_a_pull_request_gets_one_comment_with_its_problems_and_the_site_to_look_at(
    github: GitHub,
) -> None:
    assert github.draai() == 0
    ((method, path, _),) = github.geschreven
    assert (method, path) == ("POST", "repos/o/r/issues/12/comments")
    assert github.tekst.startswith("<!-- wat deze wijziging doet: 77.1 -->\n")
    line = f"https://github.com/buiten/r/blob/{KOP}/data/x.yml#L3"
    assert f"regel 3, teken 5]({line}): Dit klopt niet" in github.tekst
    assert "https://github.com/o/r/actions/runs/77/artifacts/902" in github.tekst
    assert "Dit voorstel komt van buiten" in github.tekst


def test_the_comment_is_renewed_in_its_place_and_not_written_when_it_says_the_same(
    github: GitHub,
) -> None:
    github.draai()
    first = github.tekst
    (github.folder / "geschreven").unlink()
    filler = [github.van_ons("Iets anders.", at) for at in range(100, 200)]
    github.berichten = [*filler, github.van_ons(first)]  # on the second page
    github.draai()
    assert github.geschreven == []
    github.run |= {"id": RUN, "run_attempt": 2}
    github.draai()
    ((method, path, _),) = github.geschreven
    assert (method, path) == ("PATCH", "repos/o/r/issues/comments/5")


def test_a_comment_of_somebody_else_with_our_first_line_is_left_alone(github: GitHub) -> None:
    mark = "<!-- wat deze wijziging doet: 1.1 -->\n"
    github.berichten = [
        {"id": 1, "user": {"login": "iemand", "type": "User"}, "body": mark},
        {"id": 2, "user": {"login": "github-actions", "type": "Bot"}, "body": mark},
        {"id": 8, "user": {"login": "github-actions[bot]", "type": "User"}, "body": mark},
        {"id": 3, "user": {"login": "ander[bot]", "type": "Bot"}, "body": mark},
        {"id": 4, "user": None, "body": mark},
        github.van_ons(f"Kijk: {mark}", 6),
        github.van_ons(None, 7),  # type: ignore[arg-type]
    ]
    github.draai()
    assert [one[:2] for one in github.geschreven] == [["POST", "repos/o/r/issues/12/comments"]]


@pytest.mark.parametrize(("run", "poging"), [(RUN + 1, 1), (RUN, 2)])
def test_an_older_run_does_not_overwrite_what_a_newer_one_told(
    run: int, poging: int, github: GitHub
) -> None:
    github.berichten = [github.van_ons(f"<!-- wat deze wijziging doet: {run}.{poging} -->\nNieuw")]
    assert github.draai() == 0
    assert github.geschreven == []


@pytest.mark.parametrize(
    "voorstellen",
    [
        [],
        [GitHub.voorstel(kop=ANDERE)],
        [GitHub.voorstel(head={"sha": KOP, "repo": {"full_name": "derde/r"}})],
        [GitHub.voorstel(head={"sha": KOP, "repo": None})],
        [GitHub.voorstel(base={"ref": "main", "repo": {"full_name": "buiten/r"}})],
        [GitHub.voorstel(12), GitHub.voorstel(13)],
    ],
    ids=["closed", "pushed", "of another", "gone", "there", "two"],
)
def test_nothing_is_written_when_the_commit_is_no_longer_that_of_one_open_pull_request(
    voorstellen: Any, github: GitHub
) -> None:
    github.voorstellen = voorstellen
    assert github.draai() == 0
    assert github.geschreven == []


def test_of_two_pull_requests_of_one_branch_the_one_to_our_own_branch_is_meant(
    github: GitHub,
) -> None:
    other = {"ref": "proef", "repo": {"full_name": "o/r"}}
    github.voorstellen = [GitHub.voorstel(11, base=other), GitHub.voorstel(12)]
    github.draai()
    assert [one[1] for one in github.geschreven] == ["repos/o/r/issues/12/comments"]


def test_what_was_pushed_while_the_comment_was_made_gets_its_own(github: GitHub) -> None:
    github.eerst = github.voorstellen
    github.voorstellen = [GitHub.voorstel(kop=ANDERE)]
    assert github.draai() == 0
    assert github.geschreven == []
    assert (github.folder / "gevraagd").read_text().count(VRAAG) == 2


def test_the_branch_is_asked_for_to_the_letter_whatever_it_is_called(github: GitHub) -> None:
    github.run["head_branch"] = "x&state=all;$(touch x) é"
    head = "buiten%3Ax%26state%3Dall%3B%24%28touch%20x%29%20%C3%A9"
    asked = f"repos/o/r/pulls?state=open&per_page=100&head={head}"
    github.antwoord(asked, [])
    assert github.draai() == 0
    assert (github.folder / "gevraagd").read_text() == f"{asked}\n"


@pytest.mark.parametrize(
    "anders",
    [
        {"event": "push"},
        {"path": ".github/workflows/anders.yml"},
        {"event": "workflow_dispatch"},
        {"conclusion": "cancelled"},
        {"conclusion": "action_required"},
        {"conclusion": "skipped"},
        {"head_repository": None},
        {"head_repository": {"full_name": "a/b/../c"}},
        {"head_sha": "main"},
    ],
)
def test_a_run_that_says_nothing_of_a_pull_request_writes_nothing(
    anders: dict[str, Any], github: GitHub
) -> None:
    github.run |= anders
    assert github.draai() == 0
    assert github.geschreven == []


def bom() -> bytes:
    """An archive that says that it holds little, and holds much."""
    content = zip_met(effect__json=b"0" * 20_000_000)
    size = struct.pack("<I", 20_000_000)
    return content.replace(size, struct.pack("<I", 100))


def koppeling() -> bytes:
    """An archive with a link to another file."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        one = zipfile.ZipInfo("effect.json")
        one.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(one, "/etc/passwd")
    return found.getvalue()


def met(**anders: Any) -> bytes:
    """The pieces with others in their place."""
    whole = json.loads(als_json(GOED)) | anders
    return zip_met(effect__json=json.dumps(whole).encode())


PROBLEEM = json.loads(als_json(GOED))["problemen"][0]
SLECHT = {
    "no zip": b"<html>",
    "empty": b"",
    "another file": zip_met(anders__json=als_json(GOED).encode()),
    "a step up": zip_met(**{"../effect__json": als_json(GOED).encode()}),
    "an absolute path": zip_met(**{"/effect__json": als_json(GOED).encode()}),
    "more files": zip_met(effect__json=als_json(GOED).encode(), meer__txt=b""),
    "very many files": zip_met(**{f"f{at}": b"" for at in range(2000)}),
    "a bomb": bom(),
    "a link": koppeling(),
    "no JSON": zip_met(effect__json=b"{"),
    "deep JSON": zip_met(effect__json=b"[" * 200_000),
    "a huge number": zip_met(effect__json=b'{"gegevens": ' + b"9" * 10_000 + b"}"),
    "not a number": met(gegevens=float("nan")),
    "another shape": zip_met(effect__json=b"[]"),
    "a field twice": zip_met(
        effect__json=als_json(GOED).encode().replace(b"{", b'{"bouw": [], ', 1)
    ),
    "another encoding": zip_met(effect__json=als_json(GOED).encode("utf-16")),
    "much of nothing": zip_met(effect__json=als_json(GOED).encode() + b" " * stukken.MEEST),
    "half a sign": met(bouw=["\ud800"]),
    "a field more": met(nummer=1),
    "a number of text": met(gegevens="1"),
    "yes for a number": met(gegevens=True),
    "below zero": met(gegevens=-1),
    "too many": met(problemen=[PROBLEEM] * 101),
    "too long": met(problemen=[{**PROBLEEM, "melding": "x" * 2001}]),
    "a path up": met(problemen=[{**PROBLEEM, "pad": "../../anders/x"}]),
    "a path from the top": met(problemen=[{**PROBLEEM, "pad": "/x"}]),
    "a path of two lines": met(problemen=[{**PROBLEEM, "pad": "x\n](http://y)"}]),
    "an unknown choice": met(sites="ja"),
    "an address elsewhere": met(
        paginas=[{"taal": "nl", "adres": "//x.nl/", "naam": "", "wat": "nieuw", "eigen": True}]
    ),
    "an address with markup": met(
        paginas=[{"taal": "nl", "adres": "a`b/", "naam": "", "wat": "nieuw", "eigen": True}]
    ),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_what_an_outsider_makes_of_the_pieces_is_refused_whole(naam: str) -> None:
    with pytest.raises(stukken.Geweigerd) as refused:
        stukken.uit_json(effectbericht.uitgepakt(SLECHT[naam]))
    assert re.fullmatch(r"[a-zé ]+", str(refused.value), re.IGNORECASE)  # ours, and no command


def test_what_is_refused_is_not_shown_and_the_comment_says_that_nothing_can_be_said(
    github: GitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    github.archief = SLECHT["a path of two lines"]
    assert github.draai() == 0
    assert "Dat is nu niet te zeggen" in github.tekst
    assert "http://y" not in github.tekst
    assert "artifacts" not in github.tekst
    said = capsys.readouterr()
    assert "http://y" not in said.out
    assert said.err == ""


def test_no_more_is_unpacked_than_there_may_be_whatever_the_archive_says_of_itself() -> None:
    big = zip_met(effect__json=b" " * 20_000_000)
    assert len(big) < stukken.MEEST
    assert len(effectbericht.uitgepakt(big)) == stukken.MEEST + 1


def test_an_archive_that_is_said_to_be_too_large_is_not_fetched(github: GitHub) -> None:
    github.grootte = 10**9
    assert github.draai() == 0
    assert "Dat is nu niet te zeggen" in github.tekst
    assert "/zip" not in (github.folder / "gevraagd").read_text()


def test_an_archive_that_does_not_end_is_left_where_it_is_too_large(github: GitHub) -> None:
    (github.folder / "eindeloos").touch()
    assert github.draai() == 0
    assert "Dat is nu niet te zeggen" in github.tekst


def test_checks_that_failed_are_not_called_right(github: GitHub) -> None:
    github.archief = zip_met(effect__json=als_json(Effect()).encode())
    github.run["conclusion"] = "failure"
    github.draai()
    assert "niet elke controle slaagt" in github.tekst


def test_checks_that_left_nothing_are_told_with_the_way_to_what_went_wrong(github: GitHub) -> None:
    github.archief, github.run["conclusion"] = None, "failure"
    github.draai()
    assert "[Bekijk wat er misging](https://github.com/o/r/actions/runs/77)" in github.tekst


@pytest.mark.parametrize(
    ("bestanden", "code"),
    [
        (["regio/data/x.yml", "docs/nl/over.md"], False),
        (["regio/data/x.yml", ".github/workflows/test.yml"], True),
        (["regio/data/x.yml"] * 100 + ["macros/x.py"], True),
        ([("regio/data/x.yml", "macros/x.py")], True),
    ],
)
def test_who_changes_code_is_told_that_his_own_code_did_the_checking(
    bestanden: list[Any], code: bool, github: GitHub
) -> None:
    github.bestanden = [
        {"filename": one}
        if isinstance(one, str)
        else {"filename": one[0], "previous_filename": one[1]}
        for one in bestanden
    ]
    github.draai()
    assert ("verandert ook de code" in github.tekst) is code


def test_without_a_site_there_is_no_link_to_one(github: GitHub) -> None:
    github.site = False
    github.draai()
    assert "Bekijk de site" not in github.tekst


def test_when_github_refuses_the_run_fails_and_says_so(
    github: GitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    github.antwoord("repos/o/r/issues/12/comments?per_page=100&page=1", "", "weiger")
    assert github.draai() == 1
    assert capsys.readouterr().err == "GitHub gaf geen antwoord, of weigerde.\n"
    assert github.geschreven == []


def test_the_comment_is_written_with_python_alone() -> None:
    """Nothing is installed where it runs."""
    code = (
        "import sys, scripts.effectbericht;"
        "print(*{name.split('.')[0] for name in sys.modules} - {*sys.stdlib_module_names})"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-P", "-c", f"import sys; sys.path.insert(0, '.'); {code}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert {*done.stdout.split()} - {"__main__"} == {"macros", "scripts"}


def test_every_bound_of_the_pieces_is_one_that_what_makes_them_keeps() -> None:
    page = Pagina("nl", "agenda/x/", "é" * 200, "anders", True)
    many = Effect(paginas=(page,) * 900, problemen=(GOED.problemen[0],) * 150)
    found = stukken.uit_json(als_json(many).encode())
    assert len(als_json(many).encode()) <= stukken.MEEST
    assert len(found.paginas) + found.meer_paginas == 900
    assert (len(found.problemen), found.meer_problemen) == (100, 50)


def test_lines_of_a_program_that_stopped_are_bounded_and_counted() -> None:
    found = stukken.uit_json(als_json(Effect(bouw=("\x1b" * stukken.REGEL,) * 30)).encode())
    assert (len(found.bouw), found.meer_bouw) == (stukken.REGELS, 30 - stukken.REGELS)
    with pytest.raises(stukken.Geweigerd):
        als_json(Effect(bouw=("\x1b" * 2000,) * 30))


def test_pieces_that_never_fit_are_refused_and_not_cut_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stukken, "MEEST", 40)
    with pytest.raises(stukken.Geweigerd, match="te groot"):
        als_json(GOED)


def test_half_a_sign_is_refused_by_who_writes_it_too() -> None:
    with pytest.raises(stukken.Geweigerd, match="een teken dat er geen is"):
        als_json(Effect(bouw=("\ud800",)))
    assert stukken.geknipt("a\ud800b", 9) == "a?b"
