"""Whether what the check makes of a mistake is right: told at its place in Dutch, or nothing lost.

What stands in a file is counted here word by word, apart from how the project reads files; so a word
that gets lost on its way to the model is seen, whatever lost it. Not here: the mistakes.
"""

from __future__ import annotations

import datetime
import re
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from macros.format import canonical_files, form_issues
from macros.issue import Issue, Level, as_text
from macros.load import Loaded
from macros.model.basis.record import Deel
from macros.model.geheel import Regio
from macros.model.monitor.cijfer import Cijfer, teken
from macros.taal import po
from tests.fouten.werk import Ingreep, Vergissing, Verwacht, Werk, geraakt


class Soort(Enum):
    """What can be wrong with how a mistake is dealt with."""

    TRACEBACK = "een foutmelding van Python"
    STIL = "niets gezegd, en toch iets kwijt of fout"
    NERGENS = "gezegd, maar niet op zijn plaats"
    BIJZAAK = "ook een fout gemeld waar niets mis is"
    TAAL = "geen gewoon Nederlands"


@dataclass(frozen=True)
class Oordeel:
    """What is wrong with it, in words; and what was said."""

    fouten: tuple[tuple[Soort, str], ...]
    gezegd: tuple[Issue, ...] = ()
    gelijk: bool = False

    @property
    def goed(self) -> bool:
        return not self.fouten


ACHTERGROND = frozenset({"niet-vertaald", "vaste-vorm", "loopt-achter", "nog-niet-alles"})
"""Codes that every other change of a text or a file gives: they do not tell of a mistake."""


def oordeel(werk: Werk, soort: Vergissing, ingreep: Ingreep) -> Oordeel:
    """Make the mistake, have the check look at it, and put the region back."""
    _schrijf(werk, ingreep.bestanden)
    try:
        return _bekeken(werk, soort.verwacht, ingreep)
    except Exception:
        return Oordeel(((Soort.TRACEBACK, traceback.format_exc()),))
    finally:
        _herstel(werk, ingreep.bestanden)


def _schrijf(werk: Werk, bestanden: Mapping[str, bytes | None]) -> None:
    for pad, raw in bestanden.items():
        file = werk.map / pad
        if raw is None:
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)


def _herstel(werk: Werk, bestanden: Mapping[str, bytes | None]) -> None:
    for pad in bestanden:
        file = werk.map / pad
        if pad in werk.inhoud:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(werk.inhoud[pad])
        else:
            file.unlink(missing_ok=True)
            while file.parent != werk.map and not any(file.parent.iterdir()):
                file = file.parent
                file.rmdir()


def _bekeken(werk: Werk, verwacht: Verwacht, ingreep: Ingreep) -> Oordeel:
    loaded = werk.lees()
    said = nieuw(werk, (*loaded.issues, *form_issues(loaded)))
    as_text(said)
    told = [one for one in said if one.code not in ACHTERGROND]
    same = afdruk(loaded) == afdruk(werk.goed)
    wrong: list[tuple[Soort, str]] = [(Soort.TAAL, why) for why in map(gewoon, said) if why]
    lines = _plaatsen(werk, ingreep)
    located = [one for one in told if _hier(one, lines)]
    if told and not located:
        wrong.append((Soort.NERGENS, _noem(told)))
    wrong += [
        (Soort.BIJZAAK, _noem([one]))
        for one in told
        if located and one.level is Level.FOUT and not _hier(one, lines, ruim=True)
    ]
    if not told:
        wrong += [(Soort.STIL, why) for why in _kwijt(werk, loaded, verwacht, ingreep, same)]
    wrong += [
        (Soort.STIL, f"make fix: {why}") for why in _kwijt_door_fix(werk, loaded, ingreep, located)
    ]
    return Oordeel(tuple(wrong), tuple(said), same)


def nieuw(werk: Werk, issues: Iterable[Issue]) -> list[Issue]:
    """What is said now and was not of the good region; on which line does not matter."""
    before = Counter(_wat(one) for one in werk.goed.issues)
    found = []
    for one in sorted(issues):
        if before[_wat(one)]:
            before[_wat(one)] -= 1
        else:
            found.append(one)
    return found


def _wat(issue: Issue) -> tuple[str, ...]:
    return issue.path, issue.code, issue.message, issue.tip


def _noem(issues: Iterable[Issue]) -> str:
    return " || ".join(
        f"{one.path.rpartition('/data/')[2]}:{one.line}: {one.message} | {one.tip}"
        for one in list(issues)[:4]
    )


Plaatsen = Mapping[str, tuple[frozenset[int], frozenset[int], bool]]


def _plaatsen(werk: Werk, ingreep: Ingreep) -> Plaatsen:
    """Of each file that the mistake touches: its lines, the lines around, whether any will do."""
    found: dict[str, tuple[frozenset[int], frozenset[int], bool]] = {}
    for pad, raw in ingreep.bestanden.items():
        if pad in werk.inhoud and raw is not None:
            typed, around = geraakt(werk.inhoud[pad], raw)
            typed |= {line + by for line in typed for by in (-1, 1) if ingreep.buren}
            if pad.endswith(".po"):
                around = _ingang(raw, typed)
            found[pad] = (typed, around, False)
        else:
            found[pad] = (frozenset(), frozenset(), True)
            folder = pad.rpartition("/")[0]
            if raw is not None and not any(one.startswith(f"{folder}/") for one in werk.inhoud):
                found[folder] = found[pad]
    return found | {pad: (frozenset(), frozenset(), True) for pad in ingreep.ook}


def _ingang(raw: bytes, typed: Iterable[int]) -> frozenset[int]:
    """The lines of the entries of a catalogue that hold these lines, and the next."""
    lines = raw.decode("utf-8", "replace").splitlines()
    first, last = min(typed), max(typed)
    while first > 1 and (first > len(lines) or lines[first - 1].strip()):
        first -= 1
    while last < len(lines) and lines[last - 1].strip():
        last += 1
    return frozenset(range(first, last + 2))


AFWEZIG = frozenset({"ontbrekend-veld", "leeg-veld", "geen-velden", "vorm"})
"""Codes of what is missing, which is told where the group begins that it is missing in."""


_OOK = re.compile(r"regel (\d+)")
"""How a message names the other line of two."""


def _hier(issue: Issue, plaatsen: Plaatsen, *, ruim: bool = False) -> bool:
    for pad, (typed, around, anywhere) in plaatsen.items():
        if issue.path.endswith(f"/{pad}"):
            near = ruim or issue.code in AFWEZIG or pad.endswith(".po")
            named = {issue.line, *map(int, _OOK.findall(issue.message))}
            return anywhere or bool(named & typed) or (near and issue.line in around)
    return False


_ENGELS = re.compile(
    r"\b(?:the|mapping|expected|block|token|scalar|should|required|value|error|traceback|none|errno"
    r"|codec|invalid|string|integer|object|sequence|byte position|dict|tuple|utf8)\b",
    re.IGNORECASE,
)


def gewoon(issue: Issue) -> str:
    """Why a message is no plain Dutch sentence; empty when it is."""
    said = re.sub(r"'[^']*'|\([^)]*\)", "", f"{issue.message} {issue.tip}")
    if english := _ENGELS.search(said):
        return f"'{english[0]}' is geen Nederlands: {_noem([issue])}"
    if not re.match(r"['‘A-ZÀ-Ý0-9#]|msg", issue.message) or not re.search(
        r"[.?!:…)']$", issue.message
    ):
        return f"geen hele zin: {_noem([issue])}"
    if issue.level is Level.FOUT and not issue.tip and len(issue.message.split()) < 4:
        return f"zegt niet wat je kunt doen: {_noem([issue])}"
    return ""


# ---------------------------------------------------------------- what is in the model


def afdruk(loaded: Loaded) -> tuple[Any, ...]:
    """All that the pages are made of, to compare; the order of the rows of a table is no matter."""
    regio = loaded.regio
    if regio is None:
        return ()
    records: dict[str, object] = {
        path: Counter(record.rijen) if path.endswith(".csv") else record  # type: ignore[attr-defined]
        for _, path, record in regio.records()
    }
    return records, regio.uitgaven, {taal: one.vertaald for taal, one in loaded.catalogi.items()}


_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))", re.DOTALL
)


def woorden(text: str) -> Counter[str]:
    """Every word and number, counted."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text)))


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else {"n": "\n", "t": "\t", "\n": ""}.get(found[4], found[4])


def getypt(text: str) -> Counter[str]:
    """The words that somebody typed in a file: escapes between double quotes are one sign."""
    return woorden(_QUOTED.sub(lambda one: _ESCAPE.sub(_escaped, one[0]), text))


def _als_tekst(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return teken(value) if isinstance(value, Cijfer) else str(value)


def _delen(value: Any) -> Iterator[str]:
    if isinstance(value, Deel):
        for name in type(value).model_fields:
            if name in value.model_fields_set and getattr(value, name) is not None:
                yield name
                yield from _delen(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _delen(one)
    else:
        yield _als_tekst(value)


def in_model(record: Deel) -> Counter[str]:
    """The words of a record, its keys too."""
    return woorden("\n".join(_delen(record)))


def _record(regio: Regio, pad: str) -> Deel | None:
    return next((record for _, path, record in regio.records() if path == pad), None)


def _kwijt(
    werk: Werk, loaded: Loaded, verwacht: Verwacht, ingreep: Ingreep, same: bool
) -> Iterator[str]:
    """What got lost, or is wrong, when nothing is said."""
    if verwacht is Verwacht.GEZEGD:
        yield "dit had gezegd moeten worden"
        return
    if verwacht is Verwacht.GELIJK:
        if not same:
            yield "het model is anders"
        return
    if loaded.regio is None:
        yield "er is niets gelezen"
        return
    for pad, raw in ingreep.bestanden.items():
        if raw is not None:
            yield from kwijt(werk, loaded, pad, raw, ingreep.getypt)


def kwijt(
    werk: Werk, loaded: Loaded, pad: str, raw: bytes, letterlijk: tuple[str, ...] = ()
) -> Iterator[str]:
    """What stands in a file and not in the model, or the other way round."""
    assert loaded.regio is not None
    text = re.sub(r"(?m)[ \t]+$", "", raw.decode("utf-8-sig"))
    if pad.endswith(".po"):
        taal = pad.rpartition("/")[2].removesuffix(".po")
        entries, _ = po.lees(raw, taal, pad)
        kept = Counter[str]()
        for one in (one for one in entries or () if not one.vervallen):
            kept += woorden(f"{one.nederlands}\n{one.vertaling}")
        body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        typed = getypt(re.sub(r"(?m)^(?:msgid|msgstr)\b", "", body.partition("\n\n")[2]))
        values = [*loaded.catalogi[taal].vertaald.values()] if taal in loaded.catalogi else []
    else:
        record = _record(loaded.regio, pad)
        if record is None:
            if pad in werk.inhoud or not pad.endswith(".yml"):
                yield f"{pad} is niet gelezen"
            return
        if pad.endswith(".csv"):
            yield from _cellen(record, text)
            return
        kept, typed, values = in_model(record), getypt(text), [*_delen(record)]
    if gone := typed - kept:
        yield f"kwijt: {' '.join(gone.elements())}"
    if extra := kept - typed:
        yield f"er staat meer in het model: {' '.join(extra.elements())}"
    for wanted in letterlijk:
        folded = " ".join(wanted.split())
        if not any(folded in " ".join(value.split()) for value in values):
            yield f"niet in het model: {wanted!r}"


def _cellen(record: Deel, text: str) -> Iterator[str]:
    """The rows of a table against what stands there, each as its cells."""
    head, *lines = [line for line in text.split("\n") if line.strip(";\t ")]
    names = [name.strip() for name in head.split(";")]
    typed = Counter(
        tuple(
            dict(zip(names, line.split(";"), strict=False)).get(name, "").strip() for name in names
        )
        for line in lines
    )
    rows: Any = record.rijen  # type: ignore[attr-defined]
    kept = Counter(tuple(_als_tekst(getattr(row, name)) for name in names) for row in rows)
    if typed != kept:
        yield f"rijen kwijt {[*(typed - kept)]}, te veel {[*(kept - typed)]}"


def _kwijt_door_fix(
    werk: Werk, loaded: Loaded, ingreep: Ingreep, located: Iterable[Issue]
) -> Iterator[str]:
    """What ``make fix`` would take away in a file, and nobody was told there."""
    told = {one.path for one in located if one.code not in ("byte-order-mark", "regeleinde")}
    for file, fixed in canonical_files(loaded):
        pad = file.relative_to(werk.map).as_posix()
        raw = ingreep.bestanden.get(pad)
        if raw is None or file.as_posix() in told:
            continue
        typed = getypt(raw.decode("utf-8-sig"))
        if gone := typed - getypt(fixed):
            yield f"kwijt: {' '.join(gone.elements())}"
