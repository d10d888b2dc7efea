"""The canonical form: one way to write each thing, nothing lost, and what ``--fix`` leaves alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros import kast, nalezen
from macros.format import canonical_files
from macros.lezing import Lezing, Vondst
from macros.model.handboek import handboek
from macros.source import writer
from macros.source.nodes import parse
from macros.source.writer import canonical, replace_file
from scripts.check import main as check
from tests.langzaam import voorbeelden
from tests.unit.mini import DATA_MINI, Mini, bewerk

DORP = "gemeenten/gemeente-dorp.yml"

PIECES = (
    *("woord", "een", "ë", "🎒", "‘ja’", "“nee”", "\u00a0", "\u200d", "…", "Š", "lang" * 30),
    *"'\"#:-!&*%@`[]{}|>?,\\=<~/$^+.;()_",
    *("no", "2021", "15:00", "0123", "null", "---", "...", "- ", ": ", " #", "? ", ">-"),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\n\n\n"),
)
TEXTS = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=40)
    .map(lambda pieces: re.sub(r"\n +", "\n", "".join(pieces)).strip())
    .filter(bool)
)
KEYS = st.sampled_from(["naam", "wat", "voor_ouders", "x"])
VALUES = st.dictionaries(
    KEYS,
    st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=3), st.dictionaries(KEYS, TEXTS)),
    min_size=1,
    max_size=3,
)


def lees(text: str) -> object:
    document, issues = parse(text, "x.yml")
    assert issues == []
    assert document is not None
    return document.value


@voorbeelden(100)
@given(VALUES)
@example({"a": "- geen lijst"})
@example({"a": "no", "b": "15:00", "c": "0123", "d": "~", "e": "null"})
@example({"a": "wat: hoe # waarom"})
@example({"a": "'"})
@example({"a": '"half'})
@example({"a": "eerste alinea\n\ntweede alinea\n\n\nderde"})
@example({"a": "woord " * 30 + "\n\n" + "lang" * 60})
@example({"a": "twee spaties  " * 12 + "einde"})
@example({"a": [{"b": ["c", "&d", "*e", "!f", "%g", "@h", "`i"]}]})
@example({"a": "🎒 ‘ë’ … \u00a0 \u200d"})
@example({"a": "=SOM(A1)", "b": "+1", "c": "-1", "d": "{x}", "e": "[y]"})
def test_what_is_written_reads_back_the_same(value: dict[str, object]) -> None:
    text = canonical(value)  # type: ignore[arg-type]
    assert lees(text) == value
    assert canonical(lees(text)) == text  # type: ignore[arg-type]
    assert text.endswith("\n")


class _Letter(writer._Dumper):
    """Looks at every text letter by letter, as PyYAML does of itself."""

    process_tag = yaml.SafeDumper.process_tag
    analyze_scalar = yaml.SafeDumper.analyze_scalar
    write_plain = yaml.SafeDumper.write_plain


@voorbeelden(300)
@given(VALUES)
@example({"x": "a: b", "y": "a #b", "z": "a ", "w": "a:b", "v": "a#b"})
@example({"x": [[[[[[[[[[[["een " * 19 + "twee"]]]]]]]]]]]]})
def test_plain_text_is_written_as_it_is_when_looked_at_letter_by_letter(
    value: dict[str, object],
) -> None:
    written = canonical(value)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "_Dumper", _Letter)
        assert canonical(value) == written  # type: ignore[arg-type]


def test_a_line_that_begins_with_spaces_keeps_its_line_ends() -> None:
    text = "eerst\n  " + "woord " * 30 + "einde"
    assert lees(canonical({"a": text})) == {"a": text}


def test_values_are_never_quoted_for_what_they_look_like() -> None:
    value = {"a": "no", "b": "2021", "c": "2021-07-01", "d": "0123", "e": "null", "f": "1e3"}
    assert canonical(dict(value)) == "".join(f"{key}: {text}\n" for key, text in value.items())


def test_lists_stand_below_their_field_and_long_texts_fold() -> None:
    text = canonical({"a": ["b", "c"], "d": "woord " * 20 + "einde"})
    assert text.startswith("a:\n  - b\n  - c\nd: >-\n  woord woord ")
    assert text.endswith(" einde\n")
    assert max(map(len, text.splitlines())) <= 110


def test_the_mini_region_is_in_canonical_form() -> None:
    assert list(canonical_files(Mini(DATA_MINI).load())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("naam: Dorp\ncbs_code: GM9001\n", "cbs_code: GM9001\nnaam: Dorp\n"),
        ("naam: Dorp", 'naam: "Dorp"'),
        ("naam: Dorp", "naam:    Dorp   "),
        ("  bron: plan\n  peildatum: 2021\n", "    peildatum: '2021'\n    bron: plan\n"),
        ("naam: Dorp", "naam: >\n  Dorp\n"),
    ],
    ids=["order", "quotes", "spaces", "inside", "folded"],
)
def test_fix_writes_the_canonical_form(old: str, new: str, mini: Mini) -> None:
    wanted = mini.lees(DORP)
    text = wanted.replace(old, new).replace(
        "  zekerheid", "    zekerheid" if "    b" in new else "  zekerheid"
    )
    mini.schrijf(DORP, text)
    assert check(["--data", str(mini.map), "--fix"]) == 0
    assert mini.lees(DORP) == wanted


@pytest.mark.parametrize(
    ("also", "message"),
    [
        ([], "Dit bestand staat niet in de vaste vorm."),
        (
            ["oud-punt"],
            "Dit bestand staat niet in de vaste vorm, en dit ook: speerpunten/oud-punt.yml.",
        ),
        (
            ["alles-bekend", "oud-punt"],
            "Dit bestand staat niet in de vaste vorm, en deze ook: speerpunten/alles-bekend.yml,"
            " speerpunten/oud-punt.yml.",
        ),
    ],
    ids=["one", "two", "three"],
)
def test_the_check_says_so_in_one_warning_that_stops_nothing(
    also: list[str], message: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang(DORP, "naam: Dorp", 'naam:  "Dorp"  ')
    for key in also:
        mini.vervang(f"speerpunten/{key}.yml", "titel: ", "titel:   ")
    assert check(["--data", str(mini.map), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one for one in found if one["code"] == "vaste-vorm"] == [
        {
            "path": f"{mini.map.as_posix()}/{DORP}",
            "line": 1,
            "column": 1,
            "code": "vaste-vorm",
            "message": message,
            "tip": "Dat mag: op de site zie je er niets van. make fix zet het goed.",
            "level": "let op",
        }
    ]


def test_a_handbook_that_is_behind_is_told_and_fix_writes_it(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.schrijf("README.md", "# De gegevens van vroeger\n")
    assert check(["--data", str(mini.map)]) == 0
    assert (
        f"{mini.map}/README.md:1:1: let op: Dit bestand loopt achter op de uitleg bij de velden.\n"
        "    make fix werkt het bij.\n"
    ) in capsys.readouterr().out
    assert check(["--data", str(mini.map), "--fix"]) == 0
    assert mini.lees("README.md") == handboek()
    assert "loopt achter" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["bom", "crlf", "cr", "all"])
def test_fix_repairs_what_windows_did(name: str, mini: Mini) -> None:
    wanted = (mini.map / DORP).read_bytes()
    broken = {
        "bom": b"\xef\xbb\xbf" + wanted,
        "crlf": wanted.replace(b"\n", b"\r\n"),
        "cr": wanted.replace(b"\n", b"\r"),
        "all": b"\xef\xbb\xbf" + wanted.replace(b"\n", b"\r\n"),
    }
    mini.schrijf(DORP, broken[name])
    assert check(["--data", str(mini.map)]) == 1
    assert check(["--data", str(mini.map), "--fix"]) == 0
    assert (mini.map / DORP).read_bytes() == wanted


def test_what_is_kept_of_a_file_is_none_of_its_words_and_not_of_a_reading_before(
    mini: Mini, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    before = mini.load()
    mini.vervang(DORP, "naam: Dorp", "naam: Dorpstad")
    assert [file.name for file, _ in canonical_files(before)] == [Path(DORP).name]
    assert [*canonical_files(mini.load())] == []
    [kept] = [one for one in (tmp_path / "kast" / "vorm").rglob("*") if one.is_file()]
    [clean] = [one for one in (tmp_path / "kast" / "lezing").rglob("*") if one.is_file()]
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in clean.read_text().split("\n"))
    _, *known = kept.read_text().split("\n")
    assert len(known) == len(before.documents)
    assert all(re.fullmatch("[0-9a-f]{64} (ja|nee)", one) for one in known)
    mini.vervang(DORP, "naam: Dorpstad", "naam:   Dorp")
    assert [file.name for file, _ in canonical_files(mini.load())] == [Path(DORP).name]
    assert [file.name for file, _ in canonical_files(mini.load())] == [Path(DORP).name]
    assert len(kept.read_text().split("\n")) == len(known) + 1


def test_what_the_build_read_is_told_again_without_reading_it(
    mini: Mini, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    mini.vervang(DORP, "naam: Dorp", "naam: Dorp <b>van 0318-123456</b>")
    before = mini.load()
    assert {"html", "telefoonnummer"} <= {one.code for one in before.issues}
    read: list[str] = []
    monkeypatch.setattr(kast, "MAP", tmp_path / "een andere kast")
    monkeypatch.setattr(nalezen, "eerder", before.lezingen)
    found = Lezing.vondsten

    def vondsten(lezing: Lezing, tekst: str) -> Iterator[Vondst]:
        read.append(tekst)
        return found(lezing, tekst)

    monkeypatch.setattr(Lezing, "vondsten", vondsten)
    assert mini.load().issues == before.issues
    ledger = [one for one in (mini.map / "monitor" / "uitgaven").rglob("*") if one.is_file()]
    assert all(any(text in file.read_text() for file in ledger) for text in read)
    mini.vervang(DORP, "van 0318-123456", "aan zee")
    assert len(mini.load().issues) == len(before.issues) - 1
    assert "Dorp <b>aan zee</b>" in read


def test_fix_does_nothing_the_second_time(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    mini.vervang(
        "agendas/plan-2021-2023.yml",
        "  van: 2021\n  tot_en_met: 2023\n",
        "  tot_en_met: 2023\n  van: 2021\n",
    )
    check(["--data", str(mini.map), "--fix"])
    assert (
        capsys.readouterr().err == f"in vaste vorm gezet: {mini.map}/agendas/plan-2021-2023.yml\n"
    )
    check(["--data", str(mini.map), "--fix"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "edit",
    [
        bewerk(DORP, "naam: Dorp", 'naam: "<b>Dorp</b>"'),
        bewerk(DORP, "naam: Dorp", 'naam:  Dorp\nonbekend_veld: "x"'),
        bewerk(DORP, "peildatum: 2021", "peildatum:   morgen"),
        bewerk(DORP, "naam: Dorp", 'naam: "Dorp'),
        bewerk(DORP, "naam: Dorp", "naam: Dorp\nnaam: Stad"),
        bewerk(DORP, "naam: Dorp", "? [a, b]\n: c\nnaam: Dorp"),
    ],
    ids=["text", "unknown-field", "date", "yaml", "duplicate-key", "strange-key"],
)
def test_fix_leaves_a_file_with_an_error_as_it_was_typed(edit: object, mini: Mini) -> None:
    edit(mini)  # type: ignore[operator]
    before = mini.lees(DORP)
    assert check(["--data", str(mini.map), "--fix"]) == 1
    assert mini.lees(DORP) == before


def test_fix_still_writes_the_other_files_when_one_is_broken(mini: Mini) -> None:
    wanted = mini.lees("mijlpalen/begin.yml")
    mini.schrijf("mijlpalen/begin.yml", wanted.replace("titel: Het begin", "titel: 'Het begin'"))
    mini.vervang(DORP, "naam: Dorp", "naam: <b>Dorp</b>")
    assert check(["--data", str(mini.map), "--fix"]) == 1
    assert mini.lees("mijlpalen/begin.yml") == wanted


def test_a_file_is_replaced_in_one_step_and_nothing_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    replace_file(file, "één\n")
    replace_file(file, "twee\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]
    assert file.read_bytes() == b"twee\n"
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    replace_file(file, "oud\n")
    with pytest.raises(UnicodeEncodeError):
        replace_file(file, "\ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]
    assert file.read_text(encoding="utf-8") == "oud\n"
