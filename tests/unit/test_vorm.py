"""What people type that YAML reads otherwise: its cause, at its place, and the rest is read too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.issue import Level
from macros.source import nodes
from macros.source.nodes import commentaar, parse
from tests.langzaam import voorbeelden
from tests.unit.mini import DATA_MINI

AANHALING = "Zet de waarde tussen aanhalingstekens."
DUBBEL = "Zet deze tekst tussen dubbele aanhalingstekens."
SPATIE = "Na de dubbele punt hoort een spatie."
STREEPJE = "Na het streepje hoort een spatie."
INSPRINGING = "Typ de inspringing met de spatiebalk."
GEWOON = "Typ een gewoon streepje (-) met een spatie erachter."
APOSTROF = "Begint de tekst met een apostrof? Zet hem tussen dubbele aanhalingstekens."
KROM = "Deze aanhalingstekens zijn krom (uit Word)."
VERSIES = "Twee mensen wijzigden deze regels. Er staan nu twee versies."
ALS_TEKST = (
    "Hoort het bij de tekst? Zet de hele tekst tussen aanhalingstekens. Zo niet, haal het weg."
)

EEN_REGEL = {
    # how the second field of a file is typed; column, message, tip; what is read all the same
    "apostrophe-first": (
        "titel: 's-Gravenhage en om",
        8,
        "Deze tekst begint met een apostrof, en die leest YAML als een aanhalingsteken.",
        APOSTROF,
        "'s-Gravenhage en om",
    ),
    "apostrophe-first-and-later": (
        "titel: 't Gooi's kant",
        8,
        "Deze tekst begint met een apostrof, en die leest YAML als een aanhalingsteken.",
        APOSTROF,
        "'t Gooi's kant",
    ),
    "apostrophe-inside": (
        "titel: 'Foto's: mooi'",
        8,
        "In deze tekst staat een apostrof, en daar eindigt hij volgens YAML.",
        DUBBEL,
        "'Foto's: mooi'",
    ),
    "brackets-first": (
        "titel: [concept] Leren",
        8,
        "Een waarde die met [ begint, is voor YAML een lijst.",
        DUBBEL,
        "[concept] Leren",
    ),
    "brackets-open": (
        "titel: [concept Leren",
        8,
        "Een waarde die met [ begint, is voor YAML een lijst.",
        DUBBEL,
        "[concept Leren",
    ),
    "brace-first": (
        "titel: {concept} Leren",
        8,
        "Een waarde die met { begint, is voor YAML een groep velden.",
        DUBBEL,
        "{concept} Leren",
    ),
    "quote-that-the-next-field-closes": (
        "titel: 'Leren en",
        8,
        "Er is een aanhalingsteken geopend en niet gesloten.",
        "Sluit het aanhalingsteken.",
        "'Leren en",
    ),
    "text-after-quotes": (
        'titel: "Samen" en meer',
        8,
        "Achter het laatste aanhalingsteken staat nog tekst.",
        "Zet de aanhalingstekens om de hele waarde. Staan ze erin? Zet er dan enkele omheen.",
        '"Samen" en meer',
    ),
    "more-than": (
        "titel: > 5 jaar",
        8,
        "Een waarde kan niet met dit teken beginnen.",
        AANHALING,
        "> 5 jaar",
    ),
    "bar": ("titel: | plan", 8, "Een waarde kan niet met dit teken beginnen.", AANHALING, "| plan"),
    "question": (
        "titel: ? wie",
        8,
        "Een waarde kan niet met dit teken beginnen.",
        AANHALING,
        "? wie",
    ),
    "percent": ("titel: %x", 8, "Een waarde kan niet met dit teken beginnen.", AANHALING, "%x"),
    "backtick": ("titel: `x`", 8, "Een waarde kan niet met dit teken beginnen.", AANHALING, "`x`"),
    "colon-inside": (
        "titel: Leren: samen",
        13,
        "Hier staat een dubbele punt op een plaats waar YAML die niet verwacht.",
        "Zet de tekst tussen aanhalingstekens, of kijk of de regel goed inspringt.",
        "Leren: samen",
    ),
    "ampersand-first": (
        "titel: &Co en meer",
        8,
        "Verwijzingen binnen een bestand (& en *, hier 'Co') kunnen niet.",
        "Schrijf de waarde uit, of zet haar tussen aanhalingstekens.",
        "&Co en meer",
    ),
    "curly-with-colon": (
        "titel: “Leren: samen”",
        8,
        KROM,
        'Gebruik rechte: " voor en achter de tekst.',
        "Leren: samen",
    ),
    "low-quotes-with-hash": (
        "titel: „thema #2”",
        8,
        KROM,
        'Gebruik rechte: " voor en achter de tekst.',
        "thema #2",
    ),
    "no-space": ("titel:Leren", 6, SPATIE, "Schrijf: titel: Leren", "Leren"),
    "wide-colon": (
        "titel：Leren",
        6,
        "Dit is een ander teken (：) en geen gewone dubbele punt.",
        "Typ een gewone dubbele punt (:) met een spatie erachter.",
        "Leren",
    ),
    "windows-path": (
        'titel: "Kijk in C:\\nieuw\\tekst"',
        19,
        "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een eigen betekenis.",
        "Gebruik enkele aanhalingstekens.",
        '"Kijk in C:\\nieuw\\tekst"',
    ),
    "windows-path-of-users": (
        'titel: "C:\\Users\\x"',
        8,
        "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een eigen betekenis.",
        "Gebruik enkele aanhalingstekens.",
        '"C:\\Users\\x"',
    ),
    "is-sign": (
        "titel = Leren",
        7,
        "Na een veldnaam hoort een dubbele punt, geen '='.",
        "Schrijf: titel: Leren",
        "Leren",
    ),
    "semicolon": (
        "titel; Leren",
        6,
        "Na een veldnaam hoort een dubbele punt, geen ';'.",
        "Schrijf: titel: Leren",
        "Leren",
    ),
    "hard-space-after-the-colon": (
        "titel:\u00a0Leren",
        7,
        "Hier staat een harde spatie, en geen gewone spatie.",
        "Typ een gewone spatie.",
        "Leren",
    ),
    "margin-in-a-text": (
        "titel: >-\n  Leren\n# ook\n  samen",
        1,
        "Deze regel staat midden in een tekst en springt niet in.",
        "Spring even ver in als de regel erboven.",
        "Leren # ook samen",
    ),
    "hash": (
        "titel: bij thema #2 van het model.",
        18,
        "Vanaf het teken # leest de site deze regel niet: '#2 van het model.'.",
        ALS_TEKST,
        "bij thema",
    ),
    "hash-after-quotes": (
        "titel: 'Leren' # of Groeien?",
        16,
        "Vanaf het teken # leest de site deze regel niet: '# of Groeien?'.",
        ALS_TEKST,
        "Leren",
    ),
    "hash-after-fold": (
        "titel: >- # kort\n  Leren",
        11,
        "Vanaf het teken # leest de site deze regel niet: '# kort'.",
        ALS_TEKST,
        "Leren",
    ),
    "hash-on-its-own-line": (
        "titel: Leren\n  #samen",
        3,
        "Vanaf het teken # leest de site deze regel niet: '#samen'.",
        ALS_TEKST,
        "Leren",
    ),
    "line-separator": (
        "titel: Le\u2028ren",
        10,
        "Hier staat een regelscheiding (U+2028). Dat kan niet.",
        "Verwijder het teken: zet de cursor erachter en druk op Backspace.",
        "Le ren",
    ),
    "next-line": (
        "titel: Le\u0085ren",
        10,
        "Hier staat een regeleinde van een ander systeem (U+0085). Dat kan niet.",
        "Verwijder het teken: zet de cursor erachter en druk op Backspace.",
        "Le ren",
    ),
    "directive": (
        "%TAG x\ntitel: Leren",
        1,
        "Een regel met '%TAG' leest de site niet.",
        "",
        "Leren",
    ),
    "end-mark": ("...\ntitel: Leren", 1, "Een regel met '...' leest de site niet.", "", "Leren"),
    "conflict": (
        "<<<<<<< HEAD\ntitel: Leren\n=======\ntitel: Groeien\n>>>>>>> tekst-bijwerken",
        1,
        VERSIES,
        "Houd één versie over en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
        "Leren",
    ),
    "conflict-with-the-version-before": (
        "<<<<<<< HEAD\ntitel: Leren\n||||||| was\ntitel: Oud\n=======\n=======\n>>>>>>> tak",
        1,
        VERSIES,
        "Houd één versie over en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
        "Leren",
    ),
}


def gelezen(text: str) -> tuple[object, list[tuple[int, int, str, str]]]:
    document, issues = parse(text, "a.yml")
    said = [(one.line, one.column, one.message, one.tip) for one in issues]
    return document.value if document else None, said


@pytest.mark.parametrize("geval", EEN_REGEL)
def test_a_field_that_yaml_reads_otherwise_is_told_and_the_rest_is_read(geval: str) -> None:
    typed, column, message, tip, meant = EEN_REGEL[geval]
    value, said = gelezen(f"id: a\n{typed}\nnaam: 'Zo: goed'\n")
    assert value == {"id": "a", "titel": meant, "naam": "Zo: goed"}
    line = {"hash-on-its-own-line": 3, "margin-in-a-text": 4}.get(geval, 2)
    assert said == [(line, column, message, tip or "Haal deze regel weg.")]


@pytest.mark.parametrize(
    ("items", "column", "message", "tip"),
    [
        ("  – een\n  – twee", 3, "Dit is een half kastlijntje (–) en geen gewoon", GEWOON),
        ("  • een\n  • twee", 3, "Dit is een ander teken (•) en geen gewoon", GEWOON),
        ("  * een\n  * twee", 3, "Dit is een sterretje (*) en geen gewoon", GEWOON),
        ("  -een\n  -twee", 4, STREEPJE, "Schrijf: - "),
        ("\u00a0\u00a0- een\n\u00a0\u00a0- twee", 1, "met een harde spatie", INSPRINGING),
        (" \u2003- een\n \u2003- twee", 2, "met een andere spatie", INSPRINGING),
        ("\u200b  - een\n\u200b  - twee", 1, "een spatie zonder breedte (U+200B)", INSPRINGING),
        ("\t- een\n\t- twee", 1, "Hier staat een tab.", "Vervang de tab door twee spaties."),
    ],
    ids=["dash", "bullet", "star", "tight", "hard-space", "em-space", "zero-width", "tab"],
)
def test_a_list_that_is_none_to_yaml_is_told_at_every_item_and_read(
    items: str, column: int, message: str, tip: str
) -> None:
    value, said = gelezen(f"lijst:\n{items}\nnaam: x\n")
    assert value == {"lijst": ["een", "twee"], "naam": "x"}
    assert [(line, at) for line, at, _, _ in said] == [(2, column), (3, column)]
    assert all(message in what and what_to_do.startswith(tip) for _, _, what, what_to_do in said)


def test_a_quote_that_a_text_far_below_closes_is_told_where_it_opens() -> None:
    value, said = gelezen('id: a\ntitel: "Leren\nlijst:\n  - een\ntekst: zei "ja" en\nnaam: x\n')
    assert [one[:3] for one in said] == [
        (2, 8, "Er is een aanhalingsteken geopend en niet gesloten.")
    ]
    assert value == {
        "id": "a",
        "titel": '"Leren',
        "lijst": ["een"],
        "tekst": 'zei "ja" en',
        "naam": "x",
    }


def test_everything_that_is_wrong_in_a_file_is_told_in_one_round() -> None:
    value, said = gelezen(
        "titel:Leren\nnaam: @x\nlijst:\n  – een\nuitleg: a: b\nlaatste: bij #2\ngoed: ja\n"
    )
    assert [(line, column) for line, column, _, _ in said] == [
        (1, 6),
        (4, 3),
        (2, 7),
        (5, 10),
        (6, 14),
    ]
    assert value == {
        "titel": "Leren",
        "naam": "@x",
        "lijst": ["een"],
        "uitleg": "a: b",
        "laatste": "bij",
        "goed": "ja",
    }


@pytest.mark.parametrize("text", ["# nog navragen\nid: a\n", "id: a   # nog navragen\n"])
def test_a_remark_that_cannot_be_part_of_a_text_is_only_a_warning(text: str) -> None:
    _, issues = parse(text, "a.yml")
    [issue] = issues
    assert (issue.line, issue.level, issue.code) == (1, Level.LET_OP, "commentaar")
    assert issue.message == "Dit leest de site niet: '# nog navragen'."


def test_nothing_that_was_told_gets_lost_when_no_field_is_left() -> None:
    _, said = gelezen("<<<<<<< HEAD\n=======\nid: a\n>>>>>>> tak\n# later\n")
    assert [one[2] for one in said] == [
        VERSIES,
        "In dit bestand staat geen gegeven (alleen uitleg).",
    ]


def test_a_line_that_was_told_already_is_not_told_again_for_what_follows_from_it() -> None:
    value, said = gelezen("id: stuk\n\tterm: x\n")
    assert value is None
    assert [one[:2] for one in said] == [(2, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "titel: “Leren” en groeien\n",
        "titel: ’s-Gravenhage\n",
        "titel: thema#2 en 15:00\n",
        "titel: 'thema #2'\n",
        "tekst: >\n  – een\n  – twee\n  titel:Leren\n\n  #2 en\n  <<< en ===\n",
        "tekst: |-\n  * een\n   \u00a0* twee\n",
        "tekst: een verhaal dat\n  titel:zo heet\n  – en doorgaat\n  -zonder lijst\n",
        'tekst: "een\n  – twee # geen uitleg\n  -drie"\n',
        "adres: https://a.example/#plek\nlijst:\n  - https://a.example/x:y#z\n  - po:vo\n",
        "---\nid: a\n",
    ],
)
def test_what_yaml_reads_as_it_was_typed_is_left_alone(text: str) -> None:
    value, said = gelezen(text)
    assert value is not None
    assert said == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("id: a\ntekst: een\ntwee drie\nnaam: x\n", 3, 1),
        ("id: a\ntekst: >\n  een\n twee\nnaam: x\n", 4, 2),
        ("id: a\n  titel: x\nnaam: y\n", 2, 8),
        ("id: a\n---\nid: b\n", 2, 1),
    ],
)
def test_what_cannot_be_mended_is_told_at_its_own_line(text: str, line: int, column: int) -> None:
    value, said = gelezen(text)
    assert value is None
    assert [(one[0], one[1]) for one in said] == [(line, column)]


_WOORD = st.text("abcXYZ 0123é", min_size=1, max_size=8)
_TEKEN = st.sampled_from(
    [*"#:-!&*%@`[]{}|>?,'\"\\=<~–•“”’\t\u00a0\u200b\u2028\x85", ": ", " #", "- ", "\n", "\n  "]
)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.lists(_WOORD | _TEKEN, max_size=5)), max_size=5)
)
@voorbeelden(400)
def test_what_is_in_a_file_is_in_what_is_read_or_in_a_message(
    fields: list[tuple[str, list[str]]],
) -> None:
    text = "".join(f"{name}: {''.join(value)}\n" for name, value in fields)
    document, issues = parse(text, "a.yml")
    if issues:
        assert all(1 <= one.line <= text.count("\n") + 1 for one in issues)
        assert not any(" expected " in one.message or "found " in one.message for one in issues)
        return
    assert document is not None
    left = sorted(_signs("".join(_texts(document.value))))
    typed = sorted(_signs(text))
    for sign in left:
        typed.remove(sign)
    assert all(sign in _STRUCTURE for sign in typed), (text, document.value)
    assert [*commentaar(text)] == []


_STRUCTURE = "'\"-:>|+[]{},?\\!0123456789"
"""Signs of YAML itself: with nothing but these gone, no word is."""


def _signs(text: str) -> str:
    return "".join(text.split())


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, below in value.items() for text in (key, *_texts(below))]
    if isinstance(value, list):
        return [text for below in value for text in _texts(below)]
    return [value] if isinstance(value, str) else []


def test_what_was_read_before_is_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbench is handed what the build read, for YAML is slow in a browser."""
    monkeypatch.setattr(nodes, "eerder", {})
    for file in sorted(DATA_MINI.rglob("*.yml")):
        text = file.read_text(encoding="utf-8")
        found, issues = nodes.parse(text, file.name)
        assert found is not None
        if issues:
            continue
        places = nodes.plaatsen(found)
        monkeypatch.setitem(nodes.eerder, text, (found.value, places))
        assert nodes.parse(text, file.name) == (found, [])
    assert len(nodes.eerder) > 50


@pytest.mark.parametrize("text", ["[", "a: [", "a: {", "a:\n  b: [[", "- a: [", "--- ["])
def test_a_last_line_without_an_end_that_opens_and_never_closes_is_told(text: str) -> None:
    _, issues = nodes.parse(text, "a.yml")
    assert issues
    assert all(one.line <= text.count("\n") + 1 for one in issues)
