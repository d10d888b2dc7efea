"""Changes in the text of a YAML file: only the lines of what is otherwise, all else to the letter.

Where that cannot be done safely, what is around it is written anew. Not here: whether the result
reads as it should, which ``schrijven`` looks at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import yaml

from macros.source.nodes import Value, commentaar
from macros.source.writer import woordelijk
from macros.wijziging.paren import Soort, binnen, blijvend, paren
from macros.wijziging.verschil import velden

Wissel = tuple[int, int, str]
"""From where, to where, and what comes in its place."""


class _Lastig(Exception):
    """This cannot be changed where it stands."""


def ingreep(
    tekst: str, wortel: yaml.Node, oud: Value, nieuw: Value, kind: Soort
) -> list[Wissel] | None:
    """What to change in ``tekst``, whose nodes say ``oud``; None when it must be written anew."""
    work = _Ingreep(tekst)
    try:
        work.waarde(wortel, oud, nieuw, kind)
    except _Lastig:
        return None
    return work.wissels


def gewisseld(
    tekst: str, wissels: Iterable[Wissel], begin: int = 0, eind: int | None = None
) -> str:
    """The part of ``tekst`` from ``begin`` to ``eind`` with these changes."""
    parts = []
    for start, end, text in sorted(wissels, key=lambda one: one[:2]):
        parts += [tekst[begin:start], text]
        begin = end
    return "".join([*parts, tekst[begin:eind]])


def geordend(value: Value, kind: Soort) -> Value:
    """The same with the fields in the order of the model, and behind them what it does not know."""
    if isinstance(value, list):
        return [geordend(one, kind) for one in value]
    if isinstance(value, dict):
        return {name: geordend(value[name], binnen(kind, name)) for name in velden(kind, value)}
    return value


class _Ingreep:
    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.uitleg = list(commentaar(tekst))
        self.wissels: list[Wissel] = []

    # ------------------------------------------------------------ where things stand

    def regel(self, at: int) -> int:
        """Where the line of a place begins."""
        return self.tekst.rfind("\n", 0, at) + 1

    def achter_regel(self, at: int) -> int:
        """Where the line behind it begins."""
        end = self.tekst.find("\n", at)
        return len(self.tekst) if end < 0 else end + 1

    def alleen(self, at: int) -> bool:
        """Whether nothing stands before it on its line."""
        return not self.tekst[self.regel(at) : at].strip(" ")

    def kolom(self, at: int) -> int:
        return at - self.regel(at)

    def dubbele_punt(self, sleutel: yaml.Node) -> int:
        """Behind the colon of a field."""
        end: int = sleutel.end_mark.index
        found = re.compile(" *:").match(self.tekst, end)
        if not found:
            raise _Lastig
        return found.end()

    def streepjes(self, node: yaml.Node) -> list[int]:
        """Where the dash of each item of a list stands."""
        found: list[int] = []
        at: int = node.start_mark.index
        dash = re.compile(rf"^ {{{self.kolom(at)}}}-(?=[ \n]|$)", re.MULTILINE)
        for item in node.value:
            if found:
                match = dash.search(self.tekst, at)
                if not match:
                    raise _Lastig
                at = match.end() - 1
            if self.tekst[at : at + 1] != "-":
                raise _Lastig
            found.append(at)
            at = self.einde(item, at + 1)
        return found

    def einde(self, node: yaml.Node, na: int) -> int:
        """Behind the last sign of a value; ``na`` is behind its colon or dash."""
        begin, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("|", ">"):
                last = begin + len(self.tekst[begin:end].rstrip())
                return self.achter_regel(last) - 1
            return end if end > begin else na
        if not _is_blok(node):
            return end
        if isinstance(node, yaml.MappingNode):
            key, value = node.value[-1]
            return self.einde(value, self.dubbele_punt(key))
        return self.einde(node.value[-1], self.streepjes(node)[-1] + 1)

    # ------------------------------------------------------------ what becomes of it

    def waarde(self, node: yaml.Node, oud: Value, nieuw: Value, kind: Soort) -> None:
        """Change a group or a list from within."""
        if oud == nieuw:
            return
        if not _is_blok(node) or not nieuw:
            raise _Lastig
        if isinstance(oud, dict) and isinstance(nieuw, dict):
            self.groep(node, oud, nieuw, kind)
        elif isinstance(oud, list) and isinstance(nieuw, list):
            self.lijst(node, oud, nieuw, kind)
        else:
            raise _Lastig

    def deel(
        self, node: yaml.Node, begin: int, na: int, oud: Value, nieuw: Value, kind: Soort
    ) -> None:
        """Change a value from within, or else as a whole. ``begin`` is where its field begins."""
        before = len(self.wissels)
        try:
            self.waarde(node, oud, nieuw, kind)
        except _Lastig:
            del self.wissels[before:]
            self.vervang(node, begin, na, nieuw, kind)

    def vervang(self, node: yaml.Node, begin: int, na: int, nieuw: Value, kind: Soort) -> None:
        """Write a value anew. A comment in it, or behind what needs more lines, comes above it."""
        dash = self.tekst[begin] == "-" and na == begin + 1
        item = woordelijk([geordend(nieuw, kind)] if dash else {"x": geordend(nieuw, kind)})
        text = _ingesprongen(item[1 if dash else 2 : -1], self.kolom(begin)).lstrip(" ")
        start, end = node.start_mark.index, self.einde(node, na)
        if na <= start < end and "\n" not in self.tekst[begin:end]:
            start = start if text[:1] not in ("", "\n") else na
        else:
            start, text = na, text if text[:1] in ("", "\n") else f" {text}"
        if "\n" in text:
            end = self.achter_regel(end) - 1
        said = [what for at, what in self.uitleg if start <= at < end]
        if said:
            here = self.regel(begin)
            if not self.alleen(begin):
                raise _Lastig
            margin = " " * self.kolom(begin)
            self.wissels.append((here, here, "".join(f"{margin}{one}\n" for one in said)))
        self.wissels.append((start, end, text))

    def groep(
        self, node: yaml.Node, oud: dict[str, Value], nieuw: dict[str, Value], kind: Soort
    ) -> None:
        order = velden(kind, oud, nieuw)
        column = self.kolom(node.value[0][0].start_mark.index)
        written = {key.value for key, _ in node.value}
        first = node.value[0][0].value
        behind: dict[str, list[str]] = {"": []}
        last = ""
        for name in order:
            if name in written:
                last = name
            elif name in nieuw:
                behind.setdefault(last, []).append(name)
        at = node.value[0][0].start_mark.index
        if behind[""] and self.alleen(at):
            self.nieuwe(behind.pop(""), nieuw, kind, column, self.regel(at))
        else:
            behind[first] = behind.pop("") + behind.get(first, [])
        for key, value in node.value:
            name, begin, na = key.value, key.start_mark.index, self.dubbele_punt(key)
            if name in nieuw:
                self.deel(value, begin, na, oud[name], nieuw[name], binnen(kind, name))
            elif not self.alleen(begin):
                raise _Lastig
            end = self.achter_regel(self.einde(value, na))
            if name not in nieuw:
                self.wissels.append((self.regel(begin), end, ""))
            self.nieuwe(behind.get(name, []), nieuw, kind, column, end)

    def nieuwe(
        self, names: Sequence[str], nieuw: dict[str, Value], kind: Soort, column: int, at: int
    ) -> None:
        """Write fields that were not there."""
        for name in names:
            text = woordelijk({name: geordend(nieuw[name], binnen(kind, name))})
            self.wissels.append((at, at, " " * column + _ingesprongen(text, column)))

    def lijst(self, node: yaml.Node, oud: list[Value], nieuw: list[Value], kind: Soort) -> None:
        dashes = self.streepjes(node)
        pairs = paren(oud, nieuw, kind)
        column = self.kolom(dashes[0])
        spans = [
            (self.regel(dash), self.achter_regel(self.einde(item, dash + 1)))
            for dash, item in zip(dashes, node.value, strict=True)
        ]
        stays = len(blijvend(pairs)) == len(pairs)
        same = stays and len(pairs) == len(oud) == len(nieuw)
        if not same and not self.alleen(dashes[0]):
            raise _Lastig
        origin = {after: before for before, after in pairs.items()}

        def item(before: int, after: int) -> list[Wissel]:
            count = len(self.wissels)
            dash = dashes[before]
            self.deel(node.value[before], dash, dash + 1, oud[before], nieuw[after], kind)
            found = self.wissels[count:]
            del self.wissels[count:]
            return found

        def erbij(after: int) -> str:
            text = woordelijk([geordend(nieuw[after], kind)])
            return " " * column + _ingesprongen(text, column)

        if stays:
            at = spans[0][0]
            for after in range(len(nieuw)):
                if after in origin:
                    self.wissels += item(origin[after], after)
                    at = spans[origin[after]][1]
                else:
                    self.wissels.append((at, at, erbij(after)))
            self.wissels += [(*span, "") for index, span in enumerate(spans) if index not in pairs]
            return
        begin, end = spans[0][0], spans[-1][1]
        above = ["", *(self.tekst[one[1] : other[0]] for one, other in pairwise(spans))]
        parts = []
        for after in range(len(nieuw)):
            if after in origin:
                before = origin[after]
                text = gewisseld(self.tekst, item(before, after), *spans[before])
                parts.append(above[before] + text)
            else:
                parts.append(erbij(after))
        parts += [above[index] for index in range(len(oud)) if index not in pairs]
        self.wissels.append((begin, end, "".join(parts)))


def _is_blok(node: yaml.Node) -> bool:
    """Whether it is a group or a list with each part on a line of its own."""
    return isinstance(node, yaml.CollectionNode) and not getattr(node, "flow_style", True)


def _ingesprongen(text: str, column: int) -> str:
    """All lines but the first so much further in; empty ones stay empty."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * column, text)
