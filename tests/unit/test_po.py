"""PO files in every form in which translation programs write them, and damaged ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.issue import Issue, Level
from macros.taal.catalogus import Bericht, pad, read, update
from macros.taal.po import lees

KOP = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
KIND = 'msgid "kind"\nmsgstr "child"\n'


def vertaald(text: str | bytes) -> dict[str, str]:
    """What a good catalogue holds."""
    raw = text.encode() if isinstance(text, str) else text
    entries, issues = lees(raw, "en", "en.po")
    assert issues == []
    assert entries is not None
    return {entry.nederlands: entry.vertaling for entry in entries if not entry.vervallen}


def fouten(text: str) -> list[tuple[int, str, str]]:
    """Line, code and message of what is wrong with a catalogue that is refused."""
    entries, issues = lees(text.encode(), "en", "en.po")
    assert entries is None
    return [(issue.line, issue.code, issue.message) for issue in issues]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="crlf"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="cr"),
        pytest.param(lambda text: "\ufeff" + text, id="byte-order-mark"),
        pytest.param(lambda text: text.replace("\n", "\n  \t"), id="indented"),
        pytest.param(lambda text: text.replace("msg", " msg"), id="a space before"),
        pytest.param(lambda text: text.replace(' "', '\t"'), id="tab"),
        pytest.param(lambda text: text.replace('"kind"', '""\n"ki"\n"nd"'), id="wrapped"),
        pytest.param(lambda text: text.rstrip("\n"), id="no line end at the end"),
        pytest.param(lambda text: "# Titel\n#\n#, fuzzy\n" + text, id="comments above the header"),
        pytest.param(
            lambda text: text + '\n#~ msgid "oud"\n#~ msgstr "old"\n', id="no longer used"
        ),
        pytest.param(
            lambda text: text + '\n#, fuzzy\n#~| msgid "ouder"\n#~ msgid "oud"\n#~ msgstr "old"\n',
            id="no longer used, with what it was",
        ),
        pytest.param(
            lambda text: text.replace('msgid "kind"', '#| msgid "een"\n#| "kind"\nmsgid "kind"'),
            id="with what it was",
        ),
    ],
)
def test_every_form_of_a_catalogue_reads_the_same(form: Callable[[str], str]) -> None:
    assert vertaald(form(KOP + KIND)) == {"kind": "child"}


@pytest.mark.parametrize(
    "field",
    [
        "POT-Creation-Date: ",
        "POT-Creation-Date: gisteren",
        "PO-Revision-Date: ",
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "PO-Revision-Date: 2026-11-29T12:00:00Z",
        "PO-Revision-Date: 29-11-2026 25:99",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "Plural-Forms: ",
        "Project-Id-Version: ",
        "X-Generator",
        "Content-Transfer-Encoding: ",
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
    ],
)
def test_only_language_and_charset_of_the_header_play_a_part(field: str, tmp_path: Path) -> None:
    text = KOP.replace('"Language', f'"{field}\\n"\n"Language') + KIND
    assert vertaald(text) == {"kind": "child"}
    pad(tmp_path, "en").parent.mkdir()
    pad(tmp_path, "en").write_text(text, encoding="utf-8")
    new, issues = update(tmp_path, "en", [Bericht("kind", "a.yml")])
    assert issues == []
    assert new is not None
    assert vertaald(new) == {"kind": "child"}


def test_the_header_is_read_however_it_is_wrapped() -> None:
    on_one_line = KOP.replace('\\n"\n"', "\\n")
    split = KOP.replace("text/plain; charset", 'text/plain; "\n"charset')
    capitals = KOP.replace("utf-8", "UTF8").replace("Content-Type", "content-type")
    for head in (on_one_line, split, capitals):
        assert vertaald(head + KIND) == {"kind": "child"}


def test_a_header_that_fails_is_told_at_its_line() -> None:
    missing = (1, "po-kop", "De kop van dit vertaalbestand ontbreekt of is beschadigd.")
    assert fouten("") == [missing]
    assert fouten(KIND) == [missing]
    assert fouten(KOP.replace("; charset=utf-8", "")) == [missing]
    wrong = (4, "po-kop", "De kop noemt codering 'CHARSET'.")
    assert fouten(KOP.replace("utf-8", "CHARSET").replace("\n", "\r\n")) == [wrong]
    wrong = (3, "po-kop", "De kop noemt geen taal, en dit bestand is voor 'en'.")
    assert fouten(KOP.replace("Language: en", "Language: ") + KIND) == [wrong]


@pytest.mark.parametrize(
    "again",
    [
        'msgid "kind"\nmsgstr "kid"\n',
        'msgid "kind"\nmsgstr ""\n',
        'msgid ""\n"kind"\nmsgstr "kid"\n',
        'msgid "ki"\n"nd"\nmsgstr "kid"\n',
        '  msgid "kind"\n  msgstr "kid"\n',
        '#, fuzzy\nmsgid\t"kind"\nmsgstr "kid"\n',
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_that_stands_there_twice_is_refused_once_with_both_lines(
    again: str, line_end: str
) -> None:
    text = KOP + KIND + "\n" + again
    second = 9 + again.startswith("#")
    assert fouten(text.replace("\n", line_end)) == [
        (second, "po-vorm", f"Deze tekst staat er twee keer in: op regel 6 en {second}.")
    ]


def test_a_text_that_stands_there_more_often_is_told_once_too() -> None:
    text = KOP + 3 * f"{KIND}\n"
    message = "Deze tekst staat er 3 keer in: op regel 6, 9 en 12."
    assert fouten(text) == [(12, "po-vorm", message)]


def test_two_headers_are_refused() -> None:
    message = "De kop staat er twee keer in: op regel 1 en 9."
    assert fouten(KOP + KIND + "\n" + KOP) == [(9, "po-vorm", message)]


def test_a_text_that_is_also_kept_as_old_is_there_once() -> None:
    assert vertaald(KOP + KIND + '\n#~ msgid "kind"\n#~ msgstr "kid"\n') == {"kind": "child"}


VORM = "Deze regel hoort niet in een vertaalbestand."
AANHALING = "De tekst achter msgid staat niet goed tussen aanhalingstekens."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (KIND + '\nmsgid "a"\n', [(9, "Bij deze tekst ontbreekt msgstr.")]),
        ('msgid "a"\n\n' + KIND, [(6, "Bij deze tekst ontbreekt msgstr.")]),
        ('msgid "a"\n# uitleg\nmsgstr "b"\n', [(6, "Bij deze tekst ontbreekt msgstr."), (8, VORM)]),
        (KIND + 'msgstr "kid"\n', [(8, "Deze tekst heeft al een vertaling, hierboven.")]),
        ('msgstr "b"\n', [(6, "Deze tekst heeft al een vertaling, hierboven.")]),
        ('# los\nmsgstr "b"\n', [(7, VORM)]),
        ('# los\n"b"\n', [(7, VORM)]),
        ('msgid "a"\n#~ msgstr "b"\n', [(7, VORM)]),
        ('msgid "a\nmsgstr "b"\n\nmsgid c\nmsgstr ""\n', [(6, AANHALING), (9, AANHALING)]),
        ('msgid "a" "b"\nmsgstr "b"\n', [(6, AANHALING)]),
        ("zomaar iets\n" + KIND, [(6, VORM)]),
        ('msgctxt "x"\n' + KIND, [(6, "msgctxt wordt hier niet gebruikt.")]),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
            [
                (7, "msgid_plural wordt hier niet gebruikt."),
                (8, "msgstr[0] wordt hier niet gebruikt."),
                (9, "msgstr[1] wordt hier niet gebruikt."),
            ],
        ),
    ],
)
def test_every_line_that_cannot_be_is_told_and_nothing_is_lost(
    text: str, wanted: list[tuple[int, str]]
) -> None:
    assert [(line, message) for line, _, message in fouten(KOP + text)] == wanted


@pytest.mark.parametrize(
    "sign",
    ["<<<<<<< HEAD", "<<<<<<< Updated upstream", "=======", "||||||| 35f33de", ">>>>>>> main"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_conflict_is_called_a_conflict(sign: str, line_end: str) -> None:
    text = f"{KOP}{KIND}\n{sign}\n{KIND}>>>>>>> x\n".replace("\n", line_end)
    assert fouten(text) == [
        (9, "conflict", "Twee mensen wijzigden deze regels. Er staan nu twee versies.")
    ]


def gelezen(folder: Path, po: str) -> tuple[dict[str, str], frozenset[str], list[Issue]]:
    """What counts in the catalogue ``po``, what is stale, and what is said about it."""
    pad(folder, "en").parent.mkdir()
    pad(folder, "en").write_text(KOP + po, encoding="utf-8")
    catalogus, issues = read(folder, "en")
    assert catalogus is not None
    return dict(catalogus.vertaald), catalogus.verouderd, issues


@pytest.mark.parametrize(
    "blank",
    [" ", "\\n", "\\t \\n", "\u00a0", "\u2009", "\u200b", "\ufeff", "\u00ad", "\u2060 \u200e"],
)
@pytest.mark.parametrize("flag", ["", "#, fuzzy\n"])
def test_a_translation_of_blanks_is_no_translation(blank: str, flag: str, tmp_path: Path) -> None:
    po = f'{flag}msgid "kind"\nmsgstr "{blank}"\n'
    assert gelezen(tmp_path, po) == ({}, frozenset(), [])
    new, _ = update(tmp_path, "en", [Bericht("kind", "a.yml")])
    assert new is not None
    assert new.endswith('#: a.yml\nmsgid "kind"\nmsgstr ""\n\n')


def test_a_line_end_where_one_line_fits_is_told_and_the_dutch_is_shown(tmp_path: Path) -> None:
    po = 'msgid "kind"\nmsgstr "a\\n"\n"child"\n\nmsgid "een\\n\\ntwee"\nmsgstr "one\\n\\ntwo"\n'
    done, _, issues = gelezen(tmp_path, po)
    assert done == {"een\n\ntwee": "one\n\ntwo"}
    assert [(issue.line, issue.code, issue.level, issue.message) for issue in issues] == [
        (
            6,
            "po-regels",
            Level.LET_OP,
            "Deze vertaling heeft meer regels dan het Nederlands. De pagina toont Nederlands.",
        )
    ]


def test_what_people_wrote_above_a_text_stays(tmp_path: Path) -> None:
    gelezen(tmp_path, "# Vraag: kid of child?\n#. van een programma\n#: oud.yml\n" + KIND)
    new, _ = update(tmp_path, "en", [Bericht("kind", "a.yml")])
    assert new is not None
    assert new.endswith("# Vraag: kid of child?\n#: a.yml\n" + KIND + "\n")
