"""The guard over the history: made repositories with one thing wrong in them.

Not here: our own history. That is looked at by ``make check``.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import pickle
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros import kast
from macros.bescherming.historie.controle import controleer
from macros.bescherming.historie.soort import soort_van_inhoud, soort_van_naam
from macros.bescherming.historie.tabel import kleine_aantallen, lees, persoonskolommen
from macros.issue import Issue, Level
from scripts.check import main as check
from scripts.historie import main
from tests.unit.mini import Mini

met_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is niet geïnstalleerd")

KOP = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid\n"
RIJ = "{indicator};gemeente-dorp;2022;totaal;{waarde};definitief;2026-11;verslag;bevestigd\n"
WAARNEMINGEN = "data/monitor/waarnemingen/verslag.csv"
PUBLICATIE = "data/monitor/uitgaven/001/publicatie.csv"
INDICATOR = "data/monitor/indicatoren/{}.yml"

Inhoud = Mapping[str, str | bytes | None]
"""What a commit writes at each path; None takes the file away."""


@pytest.fixture(autouse=True)
def lege_kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test looks for itself: two may have the very same history."""
    monkeypatch.setattr(kast, "MAP", tmp_path.with_name(f"{tmp_path.name}-kast"))


def git(map_: Path, *arguments: str, stdin: bytes = b"") -> str:
    command = ["git", f"--git-dir={map_ / '.git'}", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, check=True)
    return done.stdout.decode().strip()


def geschiedenis(map_: Path, *commits: Inhoud, takken: Mapping[str, Inhoud] | None = None) -> Path:
    """A repository with these commits on main, and a branch from the first for each of ``takken``."""
    map_.mkdir(exist_ok=True)
    git(map_, "init", "--quiet", "--bare", "--initial-branch=main")
    stroom = [_commit("refs/heads/main", inhoud) for inhoud in commits]
    stroom[0] += b"\nreset refs/tags/begin\nfrom refs/heads/main\n"
    for naam, inhoud in (takken or {}).items():
        stroom.append(_commit(naam, inhoud, "from refs/tags/begin\n"))
    git(map_, "fast-import", "--quiet", stdin=b"\n".join(stroom))
    return map_


def _commit(ref: str, inhoud: Inhoud, ouders: str = "") -> bytes:
    regels = [
        f"commit {ref}\ncommitter Test <test@voorbeeld.test> 0 +0000\ndata 0\n{ouders}".encode()
    ]
    for pad, nieuw in inhoud.items():
        raw = nieuw.encode() if isinstance(nieuw, str) else nieuw
        if raw is None:
            regels.append(f"D {pad}\n".encode())
        else:
            regels.append(f"M 100644 inline {pad}\ndata {len(raw)}\n".encode() + raw + b"\n")
    return b"".join(regels)


def waar(issues: tuple[Issue, ...]) -> list[str]:
    return [f"{one.path}:{one.line}:{one.column} {one.code}" for one in issues]


def xlsx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


def tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as parts:
        parts.addfile(tarfile.TarInfo("ruw"))
    return stream.getvalue()


def sqlite() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table ruw (n)")
    raw = connection.serialize()
    connection.close()
    return raw


# Kinds of files


@pytest.mark.parametrize(
    "pad",
    [
        *("ruw.xlsx", "map/Ruw.XLSX", "a.xls", "a.xlsm", "a.ods", "a.csv", "a.tsv", "a.sav"),
        *("a.zsav", "a.por", "a.sas7bdat", "a.dta", "a.rds", "a.RData", "a.parquet", "a.feather"),
        *("a.arrow", "a.db", "a.sqlite", "a.mdb", "a.accdb", "a.zip", "a.7z", "a.csv.gz"),
        *("a.tar.xz", "a.pickle", "a.pkl", ".csv", "a.csv.bak", "a.xlsx~", "a.csv.txt"),
    ],
)
def test_a_file_that_may_carry_raw_data_is_known_by_its_name(pad: str) -> None:
    assert soort_van_naam(pad)


@pytest.mark.parametrize(
    "pad", ["data/regio.yml", "a.csv/README.md", "zip.py", "csv", "requirements.txt", "docs/db.md"]
)
def test_an_ordinary_name_says_nothing(pad: str) -> None:
    assert soort_van_naam(pad) is None


@pytest.mark.parametrize(
    "raw",
    [
        xlsx(),
        tar(),
        sqlite(),
        gzip.compress(b"x", mtime=0),
        bz2.compress(b"x"),
        lzma.compress(b"x"),
        *(pickle.dumps([7], protocol) for protocol in (2, 3, 4, 5)),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        b"$FL2@(#) SPSS DATA FILE",
        b"<stata_dta><header><release>118",
        b"\x72\x02\x01\x00\x05\x00",
        b"RDX3\nX\n\x00\x00\x00\x03",
        b"X\n\x00\x00\x00\x03\x00\x04",
        b"PAR1\x15\x04",
        b"ARROW1\x00\x00",
        b"\x00\x01\x00\x00Standard ACE DB\x00",
        b"7z\xbc\xaf\x27\x1c\x00\x04",
    ],
)
def test_a_file_that_may_carry_raw_data_is_known_by_how_it_begins(raw: bytes) -> None:
    assert soort_van_inhoud(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        "# Ruw: één\n".encode(),
        b"\xef\xbb\xbfid: a\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"wOF2\x00\x01\x00\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK is ook een afkorting",
    ],
)
def test_text_pictures_and_fonts_are_no_raw_data(raw: bytes) -> None:
    assert soort_van_inhoud(raw) is None


# Tables in text


def klein(text: str | bytes, drempel: int = 10, **eenheden: str) -> list[tuple[int, int]]:
    raw = text.encode() if isinstance(text, str) else text
    return list(kleine_aantallen(lees(raw), drempel, eenheden))


@pytest.mark.parametrize(
    "cel", ["1", "9", " 3 ", "03", "+3", "3,0", "3.00", "3*", "3**", '"3"', "'3'"]
)
def test_a_whole_number_below_the_threshold_is_a_small_count(cel: str) -> None:
    assert klein(f"gebied;aantal\ndorp;12\nstad;{cel}\n") == [(3, 2)]


@pytest.mark.parametrize("cel", ["0", "10", "11", "100", "", "x", ".", "-", "3,5", "1.250", "2022"])
def test_zero_the_threshold_itself_signs_and_fractions_are_no_small_count(cel: str) -> None:
    assert klein(f"gebied;aantal\ndorp;{cel}\n") == []


def test_the_threshold_can_be_another() -> None:
    assert klein("gebied;aantal\ndorp;14\nstad;15\n", 15) == [(2, 2)]


@pytest.mark.parametrize(
    "kolom",
    ["noemer", "Aantal kinderen", "aantal_per_gebied", "leerlingaantal", "n", "waarde", "Cliënten"],
)
def test_a_column_of_counts_is_known_by_its_name(kolom: str) -> None:
    assert klein(f"code;{kolom}\n3;12\n3;4\n") == [(3, 2)]


@pytest.mark.parametrize("kolom", ["percentage", "percentage jongeren", "bedrag", "tabel"])
def test_a_rate_an_amount_and_the_number_of_a_table_are_no_counts(kolom: str) -> None:
    assert klein(f"gebied;aantal;{kolom}\ndorp;12;4\n") == []


def test_a_percentage_is_no_count_and_what_is_not_known_to_be_one_is() -> None:
    rijen = [RIJ.format(indicator=one, waarde=4) for one in ("deel", "telling", "onbekend")]
    assert klein(KOP + "".join(rijen), deel="procent", telling="aantal") == [(3, 5), (4, 5)]


def test_the_count_beside_a_percentage_is_looked_at() -> None:
    assert klein("indicator;waarde;noemer\ndeel;4;6\n", deel="procent") == [(2, 3)]


@pytest.mark.parametrize(
    ("text", "plaats"),
    [
        ("gebied,aantal\ndorp,4\n", (2, 2)),
        ("gebied\taantal\ndorp\t4\n", (2, 2)),
        ("gebied;aantal\r\ndorp;4\r\n", (2, 2)),
        ("gebied;aantal\rdorp;4\r", (2, 2)),
        ('gebied,aantal\n"dorp, oost",4\n', (2, 2)),
        ('gebied;aantal\n"dorp;4\nstad;12\n', (2, 2)),
        ('gebied;aantal\ndorp;"4\n', (2, 2)),
        ("sep=;\ngebied;aantal\ndorp;4\n", (3, 2)),
        ("Jeugdhulp in 2022\n\ngebied;aantal\ndorp;4\n", (4, 2)),
        ("gebied;antal\ndorp;4\n", (2, 2)),
        ("dorp;4\nstad;12\n", (1, 2)),
        ("gebied;aantal\ndorp;4".encode("utf-16"), (2, 2)),
        ("gebied;aantal\ncafé;4".encode("cp1252"), (2, 2)),
        ("\ufeff4;dorp\n12;stad".encode(), (1, 1)),
    ],
    ids=[
        *("komma", "tab", "windows", "oude-mac", "aanhaling", "open-aanhaling", "half-aangehaald"),
        *("sep", "titel", "verschreven", "zonder-kop", "utf-16", "cp1252", "bom"),
    ],
)
def test_a_small_count_is_found_however_the_table_was_written(
    text: str | bytes, plaats: tuple[int, int]
) -> None:
    assert klein(text) == [plaats]


@pytest.mark.parametrize(
    ("kop", "woord"),
    [
        ("gebied;BSN", "bsn"),
        ("gebied;bsn_kind", "bsn"),
        ("gebied;kindBSN", "bsn"),
        ("gebied;Geboorte-datum", "geboortedatum"),
        ("gebied;voornaam ouder", "voornaam"),
        ("gebied;Achternaam", "achternaam"),
        ("gebied;naam_kind", "naamkind"),
        ("gebied;naam van het kind", "naamvanhetkind"),
        ("gebied;leerlingnummer", "leerlingnummer"),
        ("gebied;Cliënt-id", "clientid"),
        ("gebied;ECK iD", "eckid"),
        ("gebied;pgn", "pgn"),
        ("Postcode;Huisnummer", "postcode en huisnummer"),
    ],
)
def test_a_column_that_points_to_one_person_is_known_by_its_name(kop: str, woord: str) -> None:
    assert list(persoonskolommen(lees(f"{kop}\na;b\n".encode()))) == [(2, woord)]


@pytest.mark.parametrize(
    "kop",
    [
        *(KOP, "gemeente;naam", "naam kinderopvang;plaats", "partij_id;aantal kinderen", ""),
        *("check_id;x", "huisnummer;plaats", "postcode;plaats", "naam ouderraad;x", "kind-idee;x"),
    ],
)
def test_a_column_about_a_group_points_to_nobody(kop: str) -> None:
    assert list(persoonskolommen(lees(f"{kop}\na;b\n".encode()))) == []


# The history


@met_git
def test_a_raw_file_is_told_with_its_commit_and_what_to_do(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"}, {"map/ruw.xlsx": xlsx()})
    (issue,) = controleer(map_).issues
    commit = git(map_, "rev-parse", "main")
    assert issue == Issue(
        "map/ruw.xlsx",
        1,
        1,
        "ruw-bestand",
        "Dit is een rekenblad of een ander ingepakt bestand. Zo'n bestand kan ruwe gegevens "
        f"bevatten en hoort hier niet. Het kwam erin met commit {commit[:10]}.",
        "Verwijderen is niet genoeg: de oude versie blijft leesbaar. Staat het nog niet op GitHub, "
        "zet het er dan niet op. Staat het er al, meld het dan als mogelijk datalek. Laat het in "
        "beide gevallen uit de hele geschiedenis halen (git filter-repo).",
    )


@met_git
def test_a_small_count_is_told_once_a_column_and_never_itself(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {PUBLICATIE: "gebied;tabel;aantal\na;1;7\nb;1;40\nc;1;8\n"})
    (issue,) = controleer(map_).issues
    commit = git(map_, "rev-parse", "main")
    assert (issue.path, issue.line, issue.column) == (PUBLICATIE, 2, 3)
    assert issue.message == (
        "Hier staat een aantal van 1 tot en met 9, en in deze kolom nog 1 keer. "
        f"Het kwam erin met commit {commit[:10]}."
    )


@met_git
def test_a_column_about_persons_is_told_in_every_table(tmp_path: Path) -> None:
    tabel = "gebied;geboortedatum\ndorp;2015-01-01\n"
    map_ = geschiedenis(tmp_path, {"tests/golden/nl/a.csv": tabel, "a.txt": tabel, "a.md": tabel})
    issues = controleer(map_).issues
    assert waar(issues) == ["a.txt:1:2 persoon", "tests/golden/nl/a.csv:1:2 persoon"]
    assert issues[0].message.startswith("Deze kolom ('geboortedatum') wijst naar één persoon. Het ")


@met_git
def test_a_table_in_the_data_is_looked_into_whatever_it_is_called(tmp_path: Path) -> None:
    tabel = "gebied;aantal\ndorp;4\n"
    map_ = geschiedenis(tmp_path, {"data/monitor/a.txt": tabel, "docs/a.txt": tabel})
    assert waar(controleer(map_).issues) == ["data/monitor/a.txt:2:2 klein-aantal"]


@met_git
def test_a_table_may_be_where_it_has_a_reason_to_be_and_nowhere_else(tmp_path: Path) -> None:
    tabel = "gebied;aantal\ndorp;40\n"
    goed = (WAARNEMINGEN, PUBLICATIE, "tests/golden/nl/a.csv", "tests/data_mini/monitor/x/a.csv")
    fout = ("a.csv", "data/monitor/a.csv", "data/monitor/waarnemingen/a.tsv", "docs/nl/a.csv")
    map_ = geschiedenis(tmp_path, dict.fromkeys((*goed, *fout), tabel))
    assert waar(controleer(map_).issues) == [f"{pad}:1:1 ruw-bestand" for pad in sorted(fout)]


@met_git
def test_another_name_hides_no_workbook(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"docs/kaart.png": xlsx(), WAARNEMINGEN: xlsx()})
    found = waar(controleer(map_).issues)
    assert found == [f"{WAARNEMINGEN}:1:1 ruw-bestand", "docs/kaart.png:1:1 ruw-bestand"]


@met_git
def test_what_was_deleted_or_mended_is_still_there(tmp_path: Path) -> None:
    fout, goed = "gebied;aantal\ndorp;4\n", "gebied;aantal\ndorp;40\n"
    map_ = geschiedenis(
        tmp_path, {"ruw.ods": "x", PUBLICATIE: fout}, {"ruw.ods": None, PUBLICATIE: goed}
    )
    issues = controleer(map_).issues
    assert waar(issues) == [f"{PUBLICATIE}:2:2 klein-aantal", "ruw.ods:1:1 ruw-bestand"]
    first = git(map_, "rev-parse", "begin")
    assert all(first[:10] in issue.message for issue in issues)


@met_git
def test_one_content_at_two_paths_is_judged_at_both(tmp_path: Path) -> None:
    tabel = "gebied;aantal\ndorp;4\n"
    map_ = geschiedenis(
        tmp_path, {"tests/golden/nl/a.csv": tabel}, {PUBLICATIE: tabel}, {"b.csv": tabel}
    )
    found = waar(controleer(map_).issues)
    assert found == ["b.csv:1:1 ruw-bestand", f"{PUBLICATIE}:2:2 klein-aantal"]


@met_git
@pytest.mark.parametrize(
    "ref", ["refs/heads/zijtak", "refs/tags/oud", "refs/remotes/origin/elders", "refs/stash"]
)
def test_every_branch_and_tag_is_looked_at(tmp_path: Path, ref: str) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"}, {"b.md": "b"}, takken={ref: {"ruw.sav": "x"}})
    (issue,) = controleer(map_).issues
    assert issue.path == "ruw.sav"
    assert git(map_, "rev-parse", ref)[:10] in issue.message


@met_git
def test_what_only_the_merge_of_two_branches_brought_is_found(tmp_path: Path) -> None:
    map_ = geschiedenis(
        tmp_path, {"a.md": "a"}, {"b.md": "b"}, takken={"refs/heads/zijtak": {"c.md": "c"}}
    )
    ouders = "from refs/heads/main^0\nmerge refs/heads/zijtak\n"
    stroom = _commit("refs/heads/main", {"ruw.dta": "x"}, ouders)
    git(map_, "fast-import", "--quiet", stdin=stroom)
    (issue,) = controleer(map_).issues
    assert git(map_, "rev-parse", "main")[:10] in issue.message


@met_git
def test_a_file_that_only_a_tag_holds_is_found(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"})
    blob = git(map_, "hash-object", "-w", "--stdin", stdin=xlsx())
    git(map_, "update-ref", "refs/tags/los", blob)
    (issue,) = controleer(map_).issues
    assert issue.path == blob[:10]
    assert issue.message.endswith("Het zit niet in een commit; een tag wijst ernaar.")


@met_git
def test_a_file_that_was_never_committed_is_left_alone(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"})
    git(map_, "hash-object", "-w", "--stdin", stdin=xlsx())
    (map_ / "ruw.xlsx").write_bytes(xlsx())
    assert controleer(map_).issues == ()


@met_git
def test_the_newest_file_of_an_indicator_says_whether_it_counts(tmp_path: Path) -> None:
    aantal, procent = "eenheid: aantal\n", "eenheid: procent\n"
    rijen = [RIJ.format(indicator=one, waarde=4) for one in ("a", "b", "c", "d")]
    map_ = geschiedenis(
        tmp_path,
        {WAARNEMINGEN: KOP + "".join(rijen), INDICATOR.format("a"): procent},
        {INDICATOR.format("a"): aantal, INDICATOR.format("b"): aantal},
        {INDICATOR.format("a"): procent, INDICATOR.format("b"): procent},
        {INDICATOR.format("b"): None, INDICATOR.format("c"): "eenheid: [stuk\n"},
    )
    (issue,) = controleer(map_).issues
    assert issue.line == 4
    assert "nog 1 keer" in issue.message


@met_git
def test_a_repository_inside_the_repository_is_not_in_the_way(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"})
    stroom = _commit("refs/heads/main", {}, "from refs/heads/main^0\n")
    stroom += f"M 160000 {'1' * 40} extern\n".encode()
    git(map_, "fast-import", "--quiet", stdin=stroom)
    assert controleer(map_).issues == ()


@met_git
def test_of_a_history_that_was_fetched_in_part_that_part_is_looked_at_and_so_it_says(
    tmp_path: Path,
) -> None:
    vol = geschiedenis(tmp_path / "vol", {"ruw.rds": "x"}, {"ruw.rds": None}, {"b.zip": "b"})
    deel = tmp_path / "deel"
    url = (vol / ".git").as_uri()
    git(deel, "clone", "--quiet", "--bare", "--depth=1", url, str(deel / ".git"))
    issues = controleer(deel).issues
    assert waar(issues) == [".git:1:1 geschiedenis-onvolledig", "b.zip:1:1 ruw-bestand"]
    assert issues[0].message == (
        "De geschiedenis is hier niet volledig: alleen de nieuwste versies zijn nagekeken."
    )
    assert issues[0].tip == "Wil je alles nakijken? Haal het op: git fetch --unshallow"
    assert [issue.level for issue in issues] == [Level.LET_OP, Level.FOUT]


@met_git
@pytest.mark.parametrize("soort", ["main", "main^{tree}", "main:a.md"])
def test_a_history_with_a_hole_is_no_proof(tmp_path: Path, soort: str) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"})
    name = git(map_, "rev-parse", soort)
    (map_ / ".git/objects" / name[:2] / name[2:]).unlink()
    (issue,) = controleer(map_).issues
    assert issue.code == "git"
    assert issue.message.startswith("Git kan de geschiedenis niet lezen: ")


@met_git
def test_a_broken_repository_is_no_proof(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (issue,) = controleer(tmp_path).issues
    assert issue.message.startswith(
        "Git kan de geschiedenis niet lezen: fatal: not a git repository"
    )


# The command


def test_a_project_without_a_history_passes_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    assert capsys.readouterr().out == (
        "Niet gecontroleerd: deze map heeft geen git-geschiedenis (gedownload als archief?).\n"
    )


def test_a_computer_without_git_passes_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([]) == 0
    assert capsys.readouterr().out == (
        "Niet gecontroleerd: het programma git is niet geïnstalleerd.\n"
    )


@met_git
def test_the_command_fails_when_something_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(geschiedenis(tmp_path, {PUBLICATIE: "gebied;aantal\ndorp;12\n"}))
    assert main([]) == 0
    assert capsys.readouterr().out == (
        "Versies van bestanden in de geschiedenis: 1.\nGeen fouten gevonden.\n"
    )
    assert main(["--drempel", "13"]) == 1
    assert f"{PUBLICATIE}:2:2: fout: Hier staat een aantal van 1 tot en met 12." in (
        capsys.readouterr().out
    )


@met_git
def test_the_check_of_the_data_looks_at_the_history_when_asked_to(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(geschiedenis(mini.map.parent, {PUBLICATIE: "gebied;aantal\ndorp;12\n"}))
    mini.vervang("regio.yml", "drempel: 10", "drempel: 13")
    found = f"{PUBLICATIE}:2:2: fout: Hier staat een aantal van 1 tot en met 12."
    assert check(["--data", str(mini.map), "--historie"]) == 1
    assert found in capsys.readouterr().out
    assert check(["--data", str(mini.map)]) == 0
    assert found not in capsys.readouterr().out


def test_the_check_of_the_data_says_that_there_is_no_history_to_look_at(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(mini.map.parent)
    assert check(["--data", str(mini.map), "--historie", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert all(problem["level"] == "let op" for problem in json.loads(said.out))
    assert said.err == (
        "De geschiedenis is niet nagekeken: deze map heeft geen git-geschiedenis "
        "(gedownload als archief?).\n"
    )


@met_git
def test_data_in_another_folder_are_looked_into_as_those_in_the_usual_one(tmp_path: Path) -> None:
    table = KOP + RIJ.format(indicator="hulp", waarde=4)
    unit = {"regio/ander/monitor/indicatoren/hulp.yml": "eenheid: aantal\n"}
    path = "regio/ander/monitor/waarnemingen/verslag.csv"
    map_ = geschiedenis(tmp_path / "project", {path: table, **unit})
    found = [(one.path, one.code) for one in controleer(map_, data="regio/ander").issues]
    assert found == [(path, "klein-aantal")]
    assert [one.code for one in controleer(map_).issues] == ["ruw-bestand"]


@met_git
def test_what_was_looked_at_is_kept_until_something_points_elsewhere(tmp_path: Path) -> None:
    map_ = geschiedenis(tmp_path, {"a.md": "a"})
    assert controleer(map_).issues == ()
    blob = git(map_, "hash-object", "-w", "--stdin", stdin=b"x")
    assert controleer(map_).issues == ()
    tree = git(map_, "mktree", stdin=f"100644 blob {blob}\truw.rds\n".encode())
    git(map_, "tag", "los", tree)
    first, again = controleer(map_), controleer(map_)
    assert waar(first.issues) == ["ruw.rds:1:1 ruw-bestand"]
    assert (again.issues, again.versies) == (first.issues, first.versies)


@met_git
def test_in_a_worktree_of_a_shallow_clone_what_is_fetched_later_is_looked_at(
    tmp_path: Path,
) -> None:
    vol = geschiedenis(tmp_path / "vol", {"ruw.rds": "x"}, {"ruw.rds": None}, {"a.md": "a"})
    deel, boom = tmp_path / "deel", tmp_path / "boom"
    url = (vol / ".git").as_uri()
    git(deel, "clone", "--quiet", "--bare", "--depth=1", url, str(deel / ".git"))
    git(deel, "worktree", "add", "--quiet", "--detach", str(boom))
    assert [one.code for one in controleer(boom).issues] == ["geschiedenis-onvolledig"]
    git(deel, "fetch", "--quiet", "--unshallow")
    assert [one.code for one in controleer(boom).issues] == ["ruw-bestand"]
