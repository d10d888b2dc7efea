"""The text of a file for a new value: exactly the value, and all else as somebody left it."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.format import vaste_vorm
from macros.model.agenda import Speerpunt
from macros.model.geheel import kolommen, soort_van
from macros.model.monitor.indicator import Waarnemingen
from macros.source.bytes import gewone_regels
from macros.source.nodes import Value, commentaar, parse
from macros.source.tabel import RIJEN, parse_tabel
from macros.source.writer import canonical
from macros.werkbank.schrijven import Geschreven, geschreven
from tests.langzaam import voorbeelden
from tests.unit.waarden import RECORD

SOORT = soort_van(Speerpunt)
TABEL = soort_van(Waarnemingen)
PAD = "speerpunten/a.yml"

STUKKEN = (
    *("0344", "NO", "no", "0000008", "15:00", "2021-07-01", "onbekend", "null", "~", "true", "1e3"),
    *(
        "wat: hoe",
        "een # twee",
        "'half",
        '"heel"',
        "- streep",
        "? wat",
        "🎒",
        "ë",
        "\u00a0",
        "‘ja’",
    ),
    *(" voor", "achter ", "twee\nregels", "wit\n\nregel", "eind\n", "\n", "\ttab", "lang " * 40),
    *(
        "tekst: {{ x }}",
        "C:\n  in",
        "\x07",
        "\u2028",
        "\x85",
        "[a, b]",
        "{a: b}",
        "&anker",
        "*ster",
    ),
    *(
        "!label",
        "%proc",
        "@apen",
        "`acht`",
        "|",
        ">-",
        "---",
        "...",
        "<<<<<<< mijn",
        "=======",
        "\\n",
    ),
)
TEKST = st.one_of(
    st.sampled_from(STUKKEN), st.lists(st.sampled_from(STUKKEN), max_size=4).map(" ".join)
)
RAAR: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(["titel", "samen", "opdracht", "status", "onbekend_veld", "wijzigingen"]),
    st.one_of(
        TEKST,
        st.lists(TEKST, max_size=3),
        st.lists(st.dictionaries(st.sampled_from(["datum", "wat"]), TEKST), max_size=3),
        st.dictionaries(st.sampled_from(["a", "b"]), TEKST),
    ),
    min_size=1,
)


def schrijf(oud: str | None, waarde: Any) -> Geschreven:
    return geschreven(oud, waarde, SOORT, PAD)


def lees(text: str | None) -> Any:
    assert text is not None
    document, _ = parse(gewone_regels(text.removeprefix("\ufeff")), PAD)
    assert document is not None
    return document.value


# ---------------------------------------------------------------- files in a form of their own


class Hand:
    """Somebody who writes YAML in a way of his own, another one for each seed."""

    def __init__(self, seed: int) -> None:
        self.kans = random.Random(seed)
        self.stap = self.kans.choice([2, 4])
        self.uitleg = 0

    def vaak(self) -> bool:
        return self.kans.random() < 0.3

    def commentaar(self) -> str:
        self.uitleg += 1
        return f"# uitleg {self.uitleg}: 'let op'"

    def bestand(self, value: dict[str, Value]) -> str:
        text = "\n".join(self.groep(value, 0)) or "{}"
        text = f"{self.commentaar()}\n{text}" if self.vaak() else text
        text += self.kans.choice(["", "\n", "\n\n", "\n# slot\n"])
        text = text.replace("\n", self.kans.choice(["\n", "\n", "\r\n", "\r"]))
        if self.vaak():
            text = text.replace("\n", "\r\n", 2)
        return ("\ufeff" if self.vaak() else "") + text

    def groep(self, value: dict[str, Value], diep: int) -> list[str]:
        names = list(value)
        self.kans.shuffle(names)
        found = []
        for name in names:
            found += self.boven(diep)
            key = f'"{name}"' if self.vaak() else name
            found += self.achter(f"{' ' * diep}{key}:", value[name], diep)
        return found

    def boven(self, diep: int) -> list[str]:
        return self.kans.choice([[], [], [], [""], [" " * diep + self.commentaar()]])

    def achter(self, begin: str, value: Value, diep: int) -> list[str]:
        """A value behind its key or its dash."""
        mark = f"  {self.commentaar()}" if self.vaak() else ""
        if isinstance(value, dict) and value:
            below = self.groep(value, diep + self.stap)
            return [begin + mark, *below]
        if isinstance(value, list) and value:
            further = diep + self.stap if begin.endswith("-") or self.vaak() else diep
            return [begin + mark, *self.lijst(value, further)]
        text = canonical([value])[2:-1]
        if isinstance(value, str) and self.vaak():
            text = "'" + value.replace("'", "''") + "'"
        if "\n" in text or lees(f"x: {text}") != {"x": value}:
            escaped = "".join(c if c.isalnum() else f"\\U{ord(c):08X}" for c in str(value))
            text = f'"{escaped}"'
        return [f"{begin} {text}{mark}" if text else begin]

    def lijst(self, value: list[Value], diep: int) -> list[str]:
        found = []
        for one in value:
            found += self.boven(diep)
            if isinstance(one, dict) and one and self.vaak():
                first, *rest = self.groep_zonder_uitleg(one, diep + 2)
                found += [f"{' ' * diep}- {first.strip()}", *rest]
            else:
                found += self.achter(" " * diep + "-", one, diep)
        return found

    def groep_zonder_uitleg(self, value: dict[str, Value], diep: int) -> list[str]:
        lines: list[str] = []
        for name in value:
            lines += self.achter(f"{' ' * diep}{name}:", value[name], diep)
        return lines


BESTAND = st.builds(
    lambda value, seed: (value, Hand(seed).bestand(value)),
    st.one_of(RECORD, RAAR),
    st.integers(0, 10**6),
)


def opmerkingen(text: str) -> Counter[str]:
    return Counter(said for _, said in commentaar(gewone_regels(text.removeprefix("\ufeff"))))


@voorbeelden(30)
@given(BESTAND, st.one_of(RECORD, RAAR))
def test_what_is_written_reads_as_the_value_and_every_comment_is_there_or_told(
    bestand: tuple[Any, str], nieuw: Any
) -> None:
    value, text = bestand
    assert lees(text) == value
    found = schrijf(text, nieuw)
    assert lees(found.tekst) == nieuw
    assert found.tekst is not None
    assert opmerkingen(text) - opmerkingen(found.tekst) == Counter(found.kwijt)


@voorbeelden(30)
@given(BESTAND, TEKST)
def test_only_the_lines_of_a_field_that_changed_are_otherwise(
    bestand: tuple[Any, str], titel: str
) -> None:
    value, text = bestand
    if "titel" not in value or titel == value["titel"]:
        return
    document, _ = parse(gewone_regels(text.removeprefix("\ufeff")), PAD)
    assert document is not None
    begin = document.keys["titel",][0] - 1
    keys = [document.keys[name,][0] - 1 for name in value]
    end = min((line for line in keys if line > begin), default=10**6)
    lines, after = (
        one.splitlines(keepends=True)
        for one in (text, schrijf(text, value | {"titel": titel}).tekst or "")
    )
    left = iter(after)
    rest = [line for at, line in enumerate(lines) if not begin <= at < end]
    assert all(any(line == other for other in left) for line in rest)


@voorbeelden(30)
@given(RECORD, RECORD)
def test_a_file_in_the_canonical_form_stays_in_it(oud: Any, nieuw: Any) -> None:
    """Unless it has what no type knows, which that form has no place for."""
    before, wanted = vaste_vorm(oud, SOORT), vaste_vorm(nieuw, SOORT)
    if lees(wanted) == nieuw and lees(before) != nieuw:
        assert schrijf(before, nieuw) == Geschreven(wanted)


def test_a_file_that_says_the_value_already_is_left_alone() -> None:
    text = "titel:   'Titel'   # zo\r\n\r\n"
    assert schrijf(text, {"titel": "Titel"}) == Geschreven(text)


def test_a_new_file_is_in_the_canonical_form() -> None:
    value: Any = {"samen": "Samen.", "titel": "Titel"}
    assert schrijf(None, value) == Geschreven(vaste_vorm(value, SOORT))
    assert schrijf("  \n", value) == Geschreven(vaste_vorm(value, SOORT))


HAND = """\
# Bovenaan
titel: "Oud"   # bij titel
samen: 'Samen'
acties:
# boven a
- id: a
  wat: Doe a  # bij a
- id: b
  # in b
  wat: >-
    Doe b
    verder

nummer: 1
"""


@pytest.mark.parametrize(
    ("anders", "oud", "nieuw"),
    [
        ({"titel": "Nieuw"}, 'titel: "Oud"  ', "titel: Nieuw  "),
        ({"titel": "a: b"}, 'titel: "Oud"  ', "titel: 'a: b'  "),
        (
            {"titel": "lang " * 30 + "eind"},
            'titel: "Oud"   # bij titel\n',
            "# bij titel\n" + canonical({"titel": "lang " * 30 + "eind"}),
        ),
        ({"samen": None}, "samen: 'Samen'\n", "samen:\n"),
        ({"nummer": "0344"}, "nummer: 1\n", "nummer: 0344\n"),
        ({"nummer": "NO"}, "nummer: 1\n", "nummer: NO\n"),
        ({"opdracht": "Doe het."}, "acties:\n", "opdracht: Doe het.\nacties:\n"),
    ],
)
def test_a_field_changes_where_it_stands(anders: dict[str, Any], oud: str, nieuw: str) -> None:
    value = lees(HAND)
    assert schrijf(HAND, value | anders) == Geschreven(HAND.replace(oud, nieuw, 1))


def test_a_field_of_an_item_changes_and_a_field_is_added_behind_the_one_before_it() -> None:
    value = lees(HAND)
    value["acties"][0]["wat"] = "Doe iets"
    value["acties"][1]["stand"] = "loopt"
    text = HAND.replace("Doe a", "Doe iets").replace("    verder\n", "    verder\n  stand: loopt\n")
    assert schrijf(HAND, value) == Geschreven(text)


def test_items_that_change_places_take_their_comments_along() -> None:
    value = lees(HAND)
    value["acties"].reverse()
    found = schrijf(HAND, value)
    assert found.tekst is not None
    assert found.kwijt == ()
    assert found.tekst.index("# in b") < found.tekst.index("# bij a")


def test_a_comment_above_an_item_that_goes_while_others_change_places_stays() -> None:
    text = "acties:\n- id: a\n# boven b\n- id: b\n- id: c\n"
    found = schrijf(text, {"acties": [{"id": "c"}, {"id": "a"}]})
    assert found == Geschreven("acties:\n- id: c\n- id: a\n# boven b\n")


def test_a_comment_in_what_is_taken_away_is_told() -> None:
    value = lees(HAND)
    del value["acties"][1]
    found = schrijf(HAND, value)
    assert found.kwijt == ("# in b",)
    assert found.tekst == HAND.replace(HAND[HAND.index("- id: b") : HAND.index("\nnummer")], "")


@pytest.mark.parametrize("regeleinde", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("slot", ["", "x"])
def test_line_ends_a_mark_and_an_open_end_stay_as_they_are(
    regeleinde: str, bom: str, slot: str
) -> None:
    text = HAND.rstrip("\n") if slot else HAND
    value = lees(text) | {"titel": "lang " * 30 + "eind", "herkomst": {"bron": "x"}}
    found = schrijf(bom + text.replace("\n", regeleinde), value).tekst
    plain = schrijf(text, value).tekst
    assert plain is not None
    assert plain.endswith("\n") is not bool(slot)
    assert found == bom + plain.replace("\n", regeleinde)


def test_each_line_keeps_its_own_end() -> None:
    text = "titel: a\r\nsamen: b\nnummer: 1\r\n"
    assert schrijf(text, {"titel": "a", "samen": "c", "nummer": "1"}).tekst == text.replace(
        "b", "c"
    )


def test_a_line_that_was_mended_to_be_read_is_written_as_it_was_read() -> None:
    text = "titel: Overleg: jeugd\n# uitleg\nsamen: Samen\n"
    value = lees(text)
    assert value["titel"] == "Overleg: jeugd"
    found = schrijf(text, value | {"samen": "Anders"})
    assert found.tekst == "titel: 'Overleg: jeugd'\n# uitleg\nsamen: Anders\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("titel: a\ntitel: b\n", "dubbel-veld"),
        ("<<<<<<< HEAD\ntitel: a\n=======\ntitel: b\n>>>>>>> x\n", "conflict"),
        ("? [a]\n: b\ntitel: c\n", "sleutel"),
        ("- titel\nsamen: b\n", "yaml"),
        ("# alleen uitleg\n", "leeg-bestand"),
    ],
)
def test_what_would_get_lost_is_mended_by_hand_first(text: str, code: str) -> None:
    found = schrijf(text, {"titel": "Nieuw"})
    assert found.tekst is None
    assert code in [issue.code for _, issue in found.bezwaren]


@pytest.mark.parametrize(
    ("waarde", "loc"),
    [
        ({"acties": [{"id": "a", "wat": "\ud83d"}]}, ("acties", 0, "wat")),
        ({"titel": 3}, ("titel",)),
        ({"titel": True}, ("titel",)),
        ({"titel": "x", "samen": "te veel " * 40_000}, ("samen",)),
        ({"acties": [{"wat": f"{i}" + "x" * 3000} for i in range(90)]}, ("acties", 10, "wat")),
    ],
)
def test_what_no_file_can_hold_is_told_at_its_field(waarde: Any, loc: Any) -> None:
    for text in (None, HAND):
        found = schrijf(text, waarde)
        assert (found.tekst, [at for at, _ in found.bezwaren]) == (None, [loc])


def test_what_is_in_each_other_without_end_is_refused() -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = [deep]
    assert schrijf(None, {"titel": deep}).tekst is None


@pytest.mark.parametrize("piece", ["woord ", "regel\n", "a: b # c\n\n", "🎒", " "])
def test_a_very_long_text_is_written_as_it_is(piece: str) -> None:
    long = piece * (50_000 // len(piece)) + "."
    for text in (HAND, vaste_vorm(lees(HAND), SOORT)):
        value = lees(text) | {"samen": long}
        assert lees(schrijf(text, value).tekst) == value


# ---------------------------------------------------------------- tables

KOLOMMEN = kolommen(TABEL)
CEL = st.sampled_from(["a", "b", "1,5", ".", "", "-", "2021", "é 🎒"])
RIJ = st.fixed_dictionaries({"indicator": st.sampled_from("ab")} | dict.fromkeys(KOLOMMEN[1:], CEL))
RIJTJES = st.lists(RIJ, max_size=5)


def tabel(oud: str | None, rijen: Any) -> Geschreven:
    return geschreven(oud, {"id": "x", RIJEN: rijen}, TABEL, "monitor/waarnemingen/x.csv")


def rijen(text: str | None) -> list[dict[str, str]]:
    assert text is not None
    plain = gewone_regels(text.removeprefix("\ufeff"))
    document, _ = parse_tabel(plain, "x.csv", "x", KOLOMMEN)
    assert document is not None
    assert isinstance(document.value, dict)
    return document.value[RIJEN]  # type: ignore[return-value]


def op_orde(rows: list[dict[str, str]]) -> list[list[str]]:
    return sorted([row[name] for name in KOLOMMEN] for row in rows)


def csv(rows: list[dict[str, str]], seed: int) -> str:
    """A table as people and their programs leave it."""
    kans = random.Random(seed)
    lines = [";".join(KOLOMMEN)]
    for row in rows:
        lines += kans.choice([[], [], [""], [";" * (len(KOLOMMEN) - 1)]])
        lines.append(kans.choice([";", " ;", "; "]).join(row[name] for name in KOLOMMEN))
    how = kans.choice(["\n", "\r\n", "\r"])
    return kans.choice(["", "\ufeff"]) + how.join(lines) + kans.choice(["", how, how * 3])


@voorbeelden(30)
@given(RIJTJES, RIJTJES, st.integers(0, 10**6))
def test_a_table_reads_as_its_rows_and_each_row_that_stays_keeps_its_line(
    oud: Any, nieuw: Any, seed: int
) -> None:
    text = csv(oud, seed)
    found = tabel(text, nieuw).tekst
    assert op_orde(rijen(found)) == op_orde(nieuw)
    kept = Counter(map(repr, oud)) & Counter(map(repr, nieuw))
    lines = Counter(line.strip() for line in gewone_regels(text).split("\n"))
    after = Counter(line.strip() for line in gewone_regels(found or "").split("\n"))
    assert (lines & after).total() >= kept.total()


@voorbeelden(30)
@given(RIJTJES, RIJTJES)
def test_a_canonical_table_stays_canonical(oud: Any, nieuw: Any) -> None:
    before = vaste_vorm({"id": "x", RIJEN: oud}, TABEL)
    wanted = vaste_vorm({"id": "x", RIJEN: nieuw}, TABEL)
    assert tabel(before, nieuw) == Geschreven(wanted)
    assert tabel(None, nieuw) == Geschreven(wanted)


EEN = dict.fromkeys(KOLOMMEN, "a")


@pytest.mark.parametrize(
    ("cel", "kolom"),
    [
        ("a;b", "waarde"),
        ('"a"', "bron"),
        ("a\nb", "status"),
        ("a\rb", "status"),
        ("# a", "indicator"),
    ],
)
def test_what_no_cell_can_hold_is_told_at_its_cell(cel: str, kolom: str) -> None:
    found = tabel(csv([EEN], 1), [EEN, EEN | {kolom: cel}])
    assert (found.tekst, [at for at, _ in found.bezwaren]) == (None, [(RIJEN, 1, kolom)])


@pytest.mark.parametrize("rij", ["a;b", None, EEN | {"ander": "x"}])
def test_what_is_no_row_is_told_at_its_place(rij: Any) -> None:
    found = tabel(csv([EEN], 1), [EEN, rij])
    assert (found.tekst, [at for at, _ in found.bezwaren]) == (None, [(RIJEN, 1)])


def test_a_row_that_cannot_be_read_stays_where_it_is() -> None:
    text = csv([EEN], 1).rstrip() + '\n"a";b\n'
    found = tabel(text, [EEN | {"waarde": "b"}]).tekst
    assert found is not None
    assert '"a";b' in found
    assert [row["waarde"] for row in rijen(found)] == ["b"]


def test_a_table_with_another_head_is_mended_by_hand_first() -> None:
    found = tabel("a;b\n1;2\n", [EEN])
    assert found.tekst is None
    assert [issue.code for _, issue in found.bezwaren] == ["tabelkop"] * 3
