"""A region that a careless editor typed over: nothing gets lost, and what is different is told.

Every file is written anew in another form of YAML, CSV or PO, by code that knows nothing of how the
project writes them. Then the check must find the same model, and ``make fix`` the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from macros.issue import Level
from macros.source.nodes import Value
from scripts.check import fix
from tests.fouten.conftest import kopie
from tests.fouten.oordeel import ACHTERGROND, afdruk, kwijt, nieuw
from tests.fouten.werk import Werk
from tests.langzaam import TRAAG

ZADEN = (*range(150),) if TRAAG else (50,)
"""Of every run one that has a path of Windows in a long text, behind a quote."""

# ---------------------------------------------------------------- another form of the same

_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w ,.()/‘’“”+-]*[\w.)])?")


def _scalar(r: Random, text: str, indent: int) -> str:
    """A text in one of the ways YAML has for it; what follows its key."""
    ways: list[Callable[[], str]] = [lambda: _enkel(text), lambda: _dubbel(r, text)]
    if _PLAIN.fullmatch(text):
        ways += [lambda: text] * 3
    if not re.search(r"(?:^|\n)[ \t]|[ \t](?:\n|$)", text) and not text.startswith("\n"):
        ways += [lambda: _gevouwen(r, text, indent), lambda: _letterlijk(r, text, indent)]
    return r.choice(ways)()


def _enkel(text: str) -> str:
    return "'" + _meer(text.replace("'", "''")) + "'"


def _dubbel(r: Random, text: str) -> str:
    made = re.sub(r'[\\"]', r"\\\g<0>", text).replace("\n", "\\n")
    if r.random() < 0.3:
        made = "".join(f"\\u{ord(one):04x}" if "\x7f" < one < "\uffff" else one for one in made)
    return f'"{made}"'


def _meer(text: str) -> str:
    """Where lines fold, a line end of the text is an empty line more."""
    return re.sub(r"\n+", r"\g<0>\n", text)


def _gevouwen(r: Random, text: str, indent: int) -> str:
    """Broken at some of the spaces."""
    broken = re.sub(r"(?<=\S) (?=\S)", lambda _: r.choice("     \n"), _meer(text))
    return ">-" + _onder(r, broken.split("\n"), indent)


def _letterlijk(r: Random, text: str, indent: int) -> str:
    return "|-" + _onder(r, text.split("\n"), indent)


def _onder(r: Random, lines: list[str], indent: int) -> str:
    margin = " " * (indent + r.randint(1, 5))
    return "".join(f"\n{margin}{line}" if line else "\n" for line in lines)


def overgetypt(r: Random, value: Value, indent: int = 0) -> Iterator[str]:
    """The lines of a group of fields or a list, in any order and form that means the same."""
    margin = " " * indent
    if isinstance(value, dict):
        keys = r.sample([*value], len(value))
        for key in keys:
            if r.random() < 0.1:
                yield ""
            yield f"{margin}{r.choice([key, key, key, _enkel(key)])}{r.choice(['', '', ' '])}:{_waarde(r, value[key], indent)}"
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                deep = r.choice([2, 2, 3, 4])
                first, *rest = "\n".join(overgetypt(r, one, indent + deep)).lstrip().split("\n")
                yield "\n".join([f"{margin}-{' ' * (deep - 1)}{first}", *rest])
            else:
                yield f"{margin}- {_scalar(r, str(one), indent + 2)}"


def _waarde(r: Random, value: Value, indent: int) -> str:
    if isinstance(value, str):
        tail = "" if "\n" in (made := _scalar(r, value, indent)) else r.choice(["", "", " ", "\t"])
        return r.choice([" ", " ", "  "]) + made + tail
    if isinstance(value, list) and all(isinstance(one, str) for one in value) and r.random() < 0.3:
        return f" [{', '.join(_dubbel(r, str(one)) for one in value)}]"
    deeper = indent + (r.choice([0, 2, 3, 4]) if isinstance(value, list) else r.choice([1, 2, 4]))
    return "\n" + "\n".join(overgetypt(r, value, deeper))


def _yaml(r: Random, werk: Werk, pad: str) -> str:
    text = "\n".join(overgetypt(r, werk.goed.documents[pad].value))
    return r.choice(["", "", "---\n", "\n"]) + text + r.choice(["\n", "", "\n\n"])


def _tabel(r: Random, werk: Werk, pad: str) -> str:
    head, *rows = werk.tekst(pad).splitlines()
    r.shuffle(rows)
    if r.random() < 0.5:
        rows.insert(r.randrange(len(rows)), r.choice(["", ";" * head.count(";")]))
    wide = r.choice(["", " ", "\t"])
    return "\n".join(re.sub(";", f"{wide};{wide}", row) for row in [head, *rows]) + r.choice(
        ["\n", ""]
    )


def _po(r: Random, werk: Werk, pad: str) -> str:
    head, *entries = werk.tekst(pad).strip("\n").split("\n\n")
    r.shuffle(entries)
    made = []
    for entry in entries:
        if r.random() < 0.3:
            entry = re.sub(r'(?m)^(msgid|msgstr) "(.+)"$', r'\1 ""' + "\n" + r'"\2"', entry)
        if r.random() < 0.2 and "#~" not in entry:
            entry = re.sub(r"(?m)^(?=msg|\")", "  ", entry)
        made.append(entry)
    return "\n\n".join([head + '\n"X-Generator: Poedit 3.4\\n"', *made]) + r.choice(
        ["\n", "", "\n\n\n"]
    )


def _over(r: Random, werk: Werk) -> dict[str, str]:
    """Every file of the region, typed over."""
    found = {}
    for pad in werk.inhoud:
        if pad.endswith(".po"):
            found[pad] = _po(r, werk, pad)
        elif pad in werk.goed.documents:
            found[pad] = (_tabel if pad.endswith(".csv") else _yaml)(r, werk, pad)
    return found


def _gezegd(werk: Werk) -> tuple[list[str], bool]:
    """What is told besides the form, and whether the model is the same."""
    loaded = werk.lees()
    told = [
        f"{one.path.rpartition('/data/')[2]}:{one.line} {one.code}"
        for one in nieuw(werk, loaded.issues)
        if one.code not in ACHTERGROND
    ]
    return told, afdruk(loaded) == afdruk(werk.goed)


def _staat_er(werk: Werk) -> dict[str, str]:
    return {
        pad: (werk.map / pad).read_bytes().decode()
        for pad in werk.inhoud
        if pad in werk.goed.documents
    }


@pytest.mark.parametrize("zaad", ZADEN)
def test_another_form_of_the_same_is_the_same_and_fix_puts_it_back(
    zaad: int, tmp_path: Path
) -> None:
    werk = kopie(tmp_path)
    before, typed = _staat_er(werk), _over(Random(zaad), werk)
    for pad, text in typed.items():
        (werk.map / pad).write_bytes(text.encode())
    assert _gezegd(werk) == ([], True)
    fix(werk.map)
    assert _staat_er(werk) == before
    assert _gezegd(werk) == ([], True)


@pytest.mark.parametrize("zaad", ZADEN[: 20 if TRAAG else 1])
def test_what_windows_does_to_all_files_is_told_of_each_and_fix_puts_it_back(
    zaad: int, tmp_path: Path
) -> None:
    r, werk = Random(zaad), kopie(tmp_path)
    before, changed = _staat_er(werk), set()
    for pad, text in _over(r, werk).items():
        raw = text.encode()
        if r.random() < 0.5:
            raw = raw.replace(b"\n", b"\r\n")
        if r.random() < 0.5 or raw == text.encode():
            raw = b"\xef\xbb\xbf" + raw
        (werk.map / pad).write_bytes(raw)
        if not pad.endswith(".po"):
            changed.add(pad)
    told, same = _gezegd(werk)
    assert same
    said = {one.partition(":")[0] for one in told}
    assert said in (changed, set()), "of each file, or of none: then it is read as it is"
    fix(werk.map)
    assert _staat_er(werk) == before
    assert _gezegd(werk) == ([], True)


# ---------------------------------------------------------------- other letters, words added

Anders = Callable[[Random, str], str]


def _uitleg(r: Random, text: str) -> str:
    lines = text.split("\n")
    lines.insert(r.randrange(len(lines)), "# nakijken met school")
    return "\n".join(lines)


ANDERS: dict[str, Anders] = {
    "letters and accents apart": lambda r, text: unicodedata.normalize(
        "NFD", text.replace("een ", "één ")
    ),
    "hard spaces": lambda r, text: re.sub(
        r"(?<=[a-z]) (?=[a-z])", lambda _: r.choice(" \u00a0"), text
    ),
    "curly quotes": lambda r, text: re.sub(r"(?<=[a-z])'(?=[a-z])", "’", text),
    "comments": _uitleg,
    "a comment behind a value": lambda r, text: re.sub(
        r"(?m)^(titel|naam|wat): (\w[\w ]*)$", r"\1: \2 # nakijken", text
    ),
    "a number with a hash": lambda r, text: re.sub(
        r"(?m)^(titel|samen|uitleg): (\w+) ", r"\1: \2 #2 ", text
    ),
}


@pytest.mark.parametrize("wat", ANDERS)
@pytest.mark.parametrize("zaad", ZADEN[:10] if TRAAG else ZADEN[:1])
def test_of_other_letters_nothing_is_lost_or_it_is_told(
    wat: str, zaad: int, tmp_path: Path
) -> None:
    """Each file: every word of it is in the model, or something is said of that file; and of a file
    of which nothing is said ``make fix`` takes no word away."""
    r, werk = Random(zaad), kopie(tmp_path)
    typed = {}
    for pad in werk.goed.documents:
        if pad.endswith(".yml") and (text := ANDERS[wat](r, werk.tekst(pad))) != werk.tekst(pad):
            typed[pad] = text.encode()
            (werk.map / pad).write_bytes(typed[pad])
    assert typed or wat == "curly quotes"
    loaded = werk.lees()
    said = {
        one.path.rpartition("/data/")[2]
        for one in nieuw(werk, loaded.issues)
        if one.code not in ACHTERGROND
    }
    quiet = {pad: raw for pad, raw in typed.items() if pad not in said}
    assert [why for pad, raw in quiet.items() for why in kwijt(werk, loaded, pad, raw)] == []
    fix(werk.map)
    again = werk.lees()
    assert [why for pad, raw in quiet.items() for why in kwijt(werk, again, pad, raw)] == []


def test_files_that_got_another_name_are_all_told(tmp_path: Path) -> None:
    werk = kopie(tmp_path)
    renamed = [pad for pad in werk.goed.documents if pad.endswith(".yml") and "/" in pad]
    for pad in renamed:
        (werk.map / pad).rename((werk.map / pad).with_suffix(".yaml"))
    told = {
        one.path.rpartition("/data/")[2] for one in werk.lees().issues if one.level is Level.FOUT
    }
    assert told >= {pad.removesuffix(".yml") + ".yaml" for pad in renamed if pad.count("/") == 1}
