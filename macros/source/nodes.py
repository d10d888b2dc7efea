"""YAML text to plain values in which every scalar is text, with the place of each value.

YAML's own guesses are switched off: ``no``, ``15:00``, ``0123`` and ``2021`` stay the text that was
typed; the model decides what a field is. Anchors and aliases, tags and duplicate keys are refused,
so a small file cannot grow into a large one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from macros.issue import Issue, Level
from macros.source.vorm import (
    hersteld,
    open_aanhaling,
    springt_te_ver_in,
    streepje_voor_veld,
    tussen_aanhaling,
    zonder_veld,
)

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """Reads text: YAML's guesses at numbers, dates and yes or no are not even tried."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Every value is text; what it means is for the model to say."""
        return "tag:yaml.org,2002:str"

    def scan_to_next_token(self) -> None:
        """Where YAML has no compiled part: a tab between words is a space there too."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()


Loc = tuple[str | int, ...]
"""The way to a value: keys and list indexes (from 0)."""

Value = str | list["Value"] | dict[str, "Value"] | None
"""What one YAML node becomes; None is a key with nothing behind it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as values, with the (line, column) of every value and of every key.

    ``positions[loc]`` is where the value begins; ``keys[loc]`` where its key is written.
    """

    path: str
    value: Value
    positions: dict[Loc, tuple[int, int]]
    keys: dict[Loc, tuple[int, int]]
    raw: str = ""
    """What the file reads, when it is one."""

    def where(self, loc: Loc) -> tuple[int, int]:
        """The place of ``loc``, or of the nearest thing around it that is in the file."""
        for end in range(len(loc), -1, -1):
            found = self.positions.get(loc[:end])
            if found:
                return found
        return 1, 1

    def op(self, loc: Loc) -> Value:
        """The value at ``loc``; None when it is not there."""
        return op(self.value, loc)

    def where_key(self, loc: Loc) -> tuple[int, int]:
        """The place of the key of ``loc`` (for unknown fields), or of its value."""
        return self.keys.get(loc) or self.where(loc)


def op(value: Value | Mapping[str, Value], loc: Loc) -> Value:
    """The value at a place in another; None when it is not there."""
    found: Any = value
    for part in loc:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found  # type: ignore[no-any-return]


@dataclass(slots=True)
class _Walk:
    path: str
    issues: list[Issue] = field(default_factory=list)
    positions: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)

    def problem(self, mark: Any, code: str, message: str, tip: str = "") -> None:
        self.issues.append(Issue(self.path, mark.line + 1, mark.column + 1, code, message, tip))

    def value(self, node: yaml.Node, loc: Loc) -> Value:
        mark = node.start_mark
        self.positions[loc] = (mark.line + 1, mark.column + 1)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
        return self.mapping(node, loc)

    def scalar(self, node: yaml.ScalarNode) -> Value:
        text: str = node.value
        return text if text or node.style else None

    def mapping(self, node: yaml.Node, loc: Loc) -> Value:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                tip = "Links van de dubbele punt staat één woord."
                self.problem(key_node.start_mark, "sleutel", "Dit is geen veldnaam.", tip)
                continue
            key: str = key_node.value
            if key in result:
                message = f"Het veld '{key}' staat er twee keer."
                self.problem(key_node.start_mark, "dubbel-veld", message, "Houd er één over.")
                continue
            below = (*loc, key)
            self.keys[below] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            result[key] = self.value(value_node, below)
        return result


eerder: dict[str, tuple[Value, Sequence[int]]] = {}
"""Texts in which nothing is wrong, each with its value and ``plaatsen``. Where YAML has no compiled
part it is slow: the workbench is handed what the build read.
"""


def plaatsen(document: Document) -> list[int]:
    """Line and column of every value and key, in the order in which one comes to them."""
    found: list[int] = []
    _langs(
        document.value,
        (),
        lambda loc: found.extend(document.positions[loc]),
        lambda loc: found.extend(document.keys[loc]),
    )
    return found


def _langs(
    value: Value, loc: Loc, bij: Callable[[Loc], object], bij_veld: Callable[[Loc], object]
) -> None:
    bij(loc)
    if isinstance(value, list):
        for index, item in enumerate(value):
            _langs(item, (*loc, index), bij, bij_veld)
    elif isinstance(value, dict):
        for key, item in value.items():
            bij_veld((*loc, key))
            _langs(item, (*loc, key), bij, bij_veld)


def _teruggevouwen(text: str, path: str) -> Document:
    value, numbers = eerder[text]
    places = iter(zip(numbers[::2], numbers[1::2], strict=True))
    found = Document(path, value, {}, {}, text)
    _langs(
        value,
        (),
        lambda loc: found.positions.update({loc: next(places)}),
        lambda loc: found.keys.update({loc: next(places)}),
    )
    return found


def parse(text: str, path: str) -> tuple[Document | None, list[Issue]]:
    """The values in ``text``, with everything that is wrong with its form.

    What can be mended is read on, so that the rest of the file is looked at too. None when the YAML
    stays broken.
    """
    if text in eerder:
        return _teruggevouwen(text, path), []
    if _WEBPAGE.match(text):
        message = "Dit is een webpagina (HTML), geen bestand met gegevens."
        tip = "Kopieer alleen de tekst, en zet die in de velden van een bestand."
        return None, [Issue(path, 1, 1, "yaml", message, tip)]
    raw = text
    text, root, issues = samengesteld(text, path)
    if root is None:
        return None, issues
    walk = _Walk(path, issues)
    value = walk.value(root, ())
    told = _not_read(text, path) if "#" in text else ()
    return Document(path, value, walk.positions, walk.keys, raw), [*walk.issues, *told]


def samengesteld(text: str, path: str) -> tuple[str, Any, list[Issue]]:
    """The text, of the same lines, that is read for this one; the root of its nodes, None when it
    stays broken; everything that had to be mended.
    """
    text, issues = hersteld(text, path)
    for _ in range(_MAX_TRIES):
        root, problem = _compose(text, path)
        if problem is None:
            break
        problem = _opened_before(problem, text)
        better = _mended(text, path, problem)
        if all(one.line != problem.line for one in issues):
            issues.append(_told(problem, text, better))
        if better is None:
            return text, None, issues
        text = better
    else:
        return text, None, issues
    if root is None:
        message = "In dit bestand staat geen gegeven (alleen uitleg)."
        issues.append(Issue(path, 1, 1, "leeg-bestand", message, "Vul het in of verwijder het."))
    return text, root, issues


_WEBPAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_MAX_TRIES = 30
"""So many lines that YAML does not take are mended in one file before it is given up."""


def _compose(text: str, path: str) -> tuple[Any, Issue | None]:
    """The root of the nodes, or the first thing that YAML, or this project, does not take."""
    refused = _refused(text, path)
    if refused:
        return None, refused
    try:
        return yaml.compose(text, Loader=Loader), None
    except yaml.MarkedYAMLError as error:
        return None, _syntax(error, text, path)
    except yaml.reader.ReaderError:
        found = _CONTROL.search(text)
        line, column = place(text, found.start() if found else 0)
        message = "Hier staat een onzichtbaar stuurteken."
        return None, Issue(path, line, column, "stuurteken", message, "Verwijder het teken.")


def _opened_before(problem: Issue, text: str) -> Issue:
    """A quote that another field closes was never closed: then that is the problem."""
    opened = open_aanhaling(text.split("\n"), problem.line - 1)
    if opened is None or problem.code != "yaml":
        return problem
    line, column = opened
    return Issue(problem.path, line + 1, column + 1, "yaml", *_UNCLOSED)


def _mended(text: str, path: str, problem: Issue) -> str | None:
    """``text`` with the value on the line of the problem between quotes, if that is what it was."""
    if problem.code == "stuurteken":
        return _CONTROL.sub(" ", text)
    lines = text.split("\n")
    number = problem.line - 1
    quoted = tussen_aanhaling(lines, number) if number < len(lines) else None
    if quoted is None or quoted[0] == lines[number] or _GROUP_BEHIND.match(quoted[1]):
        return None
    lines[number] = quoted[0]
    better = "\n".join(lines)
    _, left = _compose(better, path)
    return better if left is None or left.line > problem.line else None


_GROUP_BEHIND = re.compile(r"[&!]\S* +[\[{]")
"""No text that lacks quotes: a list or a group that was meant to be used again."""


def _told(problem: Issue, text: str, better: str | None) -> Issue:
    """With the cause, when it is proved that the value only lacked quotes around it."""
    lines = text.split("\n")
    if problem.code == "yaml" and better is None and streepje_voor_veld(lines, problem.line - 1):
        message = "Hier staat een streepje voor een veld van een groep, en geen lijst."
        return replace(problem, message=message, tip="Haal het streepje weg.")
    if problem.code == "yaml" and better is None and springt_te_ver_in(lines, problem.line - 1):
        message = "Deze regel springt verder in dan het veld erboven."
        tip = "Laat velden die bij elkaar horen even ver inspringen."
        return replace(problem, message=message, tip=tip)
    found = tussen_aanhaling(lines, problem.line - 1) if better else None
    if found is None or problem.code != "yaml":
        return problem
    value = found[1]
    for form, message, tip in _ONLY_QUOTES:
        if form.match(value):
            column = lines[problem.line - 1].rindex(value) + 1
            return Issue(problem.path, problem.line, column, "yaml", message, tip)
    return problem


_DUBBEL = "Zet deze tekst tussen dubbele aanhalingstekens."
_ONLY_QUOTES = (
    (
        re.compile(r"[^'\"\[{][^,;]*[,;] +[a-z_]\w*: "),
        "Op deze regel staat nog een veldnaam met een dubbele punt.",
        "Zijn het twee velden? Zet elk op een eigen regel. Is het één tekst? Zet hem tussen "
        "aanhalingstekens.",
    ),
    (
        re.compile(r"'(?:[a-z]|[a-z]{2})\b[- ]"),
        "Deze tekst begint met een apostrof, en die leest YAML als een aanhalingsteken.",
        "Begint de tekst met een apostrof? Zet hem tussen dubbele aanhalingstekens.",
    ),
    (
        re.compile(r"'.*'.*'$"),
        "In deze tekst staat een apostrof, en daar eindigt hij volgens YAML.",
        _DUBBEL,
    ),
    (
        re.compile(r"(['\"]).*\1.+"),
        "Achter het laatste aanhalingsteken staat nog tekst.",
        "Zet de aanhalingstekens om de hele waarde. Staan ze erin? Zet er dan enkele omheen.",
    ),
    (
        re.compile(r"\["),
        "Een waarde die met [ begint, is voor YAML een lijst.",
        _DUBBEL,
    ),
    (
        re.compile(r"\{"),
        "Een waarde die met { begint, is voor YAML een groep velden.",
        _DUBBEL,
    ),
    (
        re.compile(r"[>|?]"),
        "Een waarde kan niet met dit teken beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
)
"""Of a value that is fine between quotes: how it looks, what is wrong and what to do."""


def commentaar(raw: str) -> Iterator[tuple[int, str]]:
    """Each comment in a YAML file, with the offset of its ``#``; from where it cannot be read on,
    everything behind a ``#``.
    """
    if "#" not in raw:
        return
    end = 0
    try:
        for token in yaml.scan(raw, Loader=Loader):
            begin = token.start_mark.index
            yield from _between(raw, end, begin)
            end = token.end_mark.index
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                yield from _between(raw, begin, raw.find("\n", begin))
    except yaml.YAMLError:
        pass
    yield from _between(raw, end, len(raw))


def _between(raw: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"#.*", raw[begin:end]):
        yield begin + found.start(), found.group()


_REMARK = re.compile(r"  $")
"""Nobody types two spaces before a sign that belongs to the text."""


def _not_read(text: str, path: str) -> Iterator[Issue]:
    """What stands behind a ``#`` is not in the model, so it may not pass in silence."""
    for offset, said in commentaar(text):
        line, column = place(text, offset)
        shown = said if len(said) <= 40 else f"{said[:40]} …"
        before = text[offset - column + 1 : offset]
        if column == 1 or (before.strip() and _REMARK.search(before) and said.startswith("# ")):
            message = f"Dit leest de site niet: '{shown}'."
            tip = "Is het uitleg voor jezelf? Haal het weg als je klaar bent."
            yield Issue(path, line, column, "commentaar", message, tip, Level.LET_OP)
        else:
            message = f"Vanaf het teken # leest de site deze regel niet: '{shown}'."
            tip = "Hoort het bij de tekst? Zet de hele tekst tussen aanhalingstekens. "
            tip += "Zo niet, haal het weg."
            yield Issue(path, line, column, "commentaar", message, tip)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BRACES_FIRST = re.compile(r"^[^#\n\"']*?(?:: +|- +)(\{[{%#])", re.MULTILINE)
_ESCAPE = re.compile(
    r'^ *(?:- +|[\w-]+ *: +)+"[^"\n]*?'
    r"(?:(?<![A-Za-z])[A-Za-z]:(?=\\[a-z])|(?<!\\)(?=\\[0abefvLNP_]))",
    re.MULTILINE,
)
"""A place on a Windows disk, where \\n and \\t would be read as the end of a line and a tab; and
what would be read as a sign that nobody sees.
"""
MAX_DIEP = 20
"""So many lists and groups in each other, and no more."""
_DEEP = " " * (2 * MAX_DIEP)
_DEEP_LINE = re.compile(rf"(?:[-?][ \t]+){{{MAX_DIEP}}}")
"""Lists in lists on one line: without a look at them first, they end Python itself."""


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character in ``text``."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


@lru_cache(maxsize=1)
def regelbegin(text: str) -> tuple[int, ...]:
    """The offset at which each line begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def _refused(text: str, path: str) -> Issue | None:
    """What is good YAML and still not allowed; looked for only where its signs occur at all."""
    braces = _BRACES_FIRST.search(text) if "{" in text else None
    if braces:
        message = (
            f"In deze tekst staan dubbele accolades ('{braces.group(1)}'). "
            "Die zijn voor de bouw van de site."
        )
        return Issue(path, *place(text, braces.start(1)), "accolades", message, "Haal ze weg.")
    escape = _ESCAPE.search(text) if "\\" in text else None
    if escape:
        return Issue(path, *place(text, escape.end()), "yaml", *_BACKSLASH)
    brackets = text.count("[") + text.count("{")
    deep = brackets >= MAX_DIEP or _DEEP in text or _DEEP_LINE.search(text)
    if not deep and not any(s in text for s in "&*!"):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            mark: Any = event.start_mark
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            refused = _refused_event(event, depth)
            if refused:
                return Issue(path, mark.line + 1, mark.column + 1, *refused)
    except yaml.YAMLError:
        return None
    return None


def _refused_event(event: Any, depth: int) -> tuple[str, str, str] | None:
    """(code, message, tip) when this part of the YAML is not allowed."""
    if depth > MAX_DIEP:
        message = "Hier zitten te veel lijsten of groepen in elkaar."
        return "te-diep", message, "Vergelijk met een ander bestand."
    anchor = getattr(event, "anchor", None)
    if anchor:
        message = f"Verwijzingen binnen een bestand (& en *, hier '{anchor}') kunnen niet."
        return "anker", message, "Schrijf de waarde uit, of zet haar tussen aanhalingstekens."
    if getattr(event, "tag", None):
        message = "Een waarde kan niet met een uitroepteken beginnen."
        return "label", message, "Zet de waarde tussen aanhalingstekens."
    return None


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Issue:
    begun = ("quoted scalar", "flow mapping", "flow sequence")
    unclosed = any(sign in (error.context or "") for sign in begun)
    unclosed = unclosed or "expected ':'" in (error.problem or "")
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    if line > len(lines):  # behind a last line without an end
        line, column = len(lines), len(lines[-1]) + 1
    for number in (line, line - 1):
        if 0 < number <= len(lines):
            if lines[number - 1].startswith("```"):
                return Issue(path, number, 1, "yaml", *_FENCE)
            indent = lines[number - 1][: len(lines[number - 1]) - len(lines[number - 1].lstrip())]
            if "\t" in indent or ("\t" in lines[number - 1] and "token" in (error.problem or "")):
                at = lines[number - 1].index("\t") + 1
                message = "Hier staat een tab. YAML kent alleen spaties."
                return Issue(path, number, at, "tab", message, "Vervang de tab door twee spaties.")
    if (
        "mapping values" in (error.problem or "")
        and (bare := zonder_veld(lines, line - 1)) is not None
    ):
        line, column, error.problem = bare + 1, 1, "could not find expected ':'"
    message, tip = _explain(error.problem or "", error.context or "")
    return Issue(path, line, column, "yaml", message, tip)


_UNCLOSED = ("Er is een aanhalingsteken geopend en niet gesloten.", "Sluit het aanhalingsteken.")
_FENCE = (
    "Deze regel hoort bij het voorbeeld waar je dit uit overnam, en niet bij de gegevens.",
    "Haal elke regel weg die met ``` begint.",
)
_BACKSLASH = (
    "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een eigen betekenis.",
    "Gebruik enkele aanhalingstekens.",
)
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt op een plaats waar YAML die niet verwacht.",
        "Zet de tekst tussen aanhalingstekens, of kijk of de regel goed inspringt.",
    ),
    (
        "could not find expected ':'",
        "Hier wordt een veld verwacht ('naam: waarde'), maar er staat geen dubbele punt.",
        "Is het een veld? Zet na de naam een dubbele punt en een spatie. Hoort het bij de tekst "
        "erboven? Laat de regel even ver inspringen. Hoort het hier niet? Haal de regel weg.",
    ),
    (
        "did not find expected key",
        "Deze regel springt anders in dan de regels erboven.",
        "Laat velden die bij elkaar horen even ver inspringen.",
    ),
    (
        "did not find expected '-' indicator",
        "Deze regel springt anders in dan de rest van de lijst.",
        "Laat alle streepjes van een lijst even ver inspringen, en de velden eronder ook.",
    ),
    (
        "block sequence entries are not allowed",
        "Een streepje kan hier niet.",
        "Zet de lijst op een nieuwe regel onder het veld.",
    ),
    ("unexpected end of stream", *_UNCLOSED),
    (
        "expected a single document",
        "Er staan twee stukken in één bestand (gescheiden door ---).",
        "Maak er twee bestanden van.",
    ),
    (
        "did not find expected ',' or",
        "Een waarde die met [ of { begint, is voor YAML een lijst of een groep.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
    ("escape character", *_BACKSLASH),
    ("hexdecimal number", *_BACKSLASH),
    (
        "alphabetic or numeric character",
        "Een waarde kan niet met & of * beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
    (
        "<document start>",
        "Deze regel springt minder ver in dan de eerste regel.",
        "Laat de eerste regel van het bestand aan de kantlijn beginnen.",
    ),
    (
        "cannot start any token",
        "Een waarde kan niet met dit teken beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
)


_ANDERS_GEZEGD = (
    ("sequence entries are not allowed", "", "block sequence entries are not allowed"),
    ("expected <block end>", "block mapping", "did not find expected key"),
    ("expected <block end>", "block collection", "did not find expected '-' indicator"),
    ("expected ',' or", "", "did not find expected ',' or"),
)
"""What YAML says without its compiled part (problem and context), and what it says with it."""


def _explain(problem: str, context: str) -> tuple[str, str]:
    for said, where, meant in _ANDERS_GEZEGD:
        if said in problem and where in context:
            problem = meant
    for sign, message, tip in _EXPLANATIONS:
        if sign in problem or sign in context:
            return message, tip
    return (
        "Deze regel kan de site niet lezen.",
        "Zet de tekst tussen aanhalingstekens, of vergelijk met een ander bestand.",
    )
