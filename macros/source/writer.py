"""Plain values back to canonical YAML: block style, one way to write each thing, no comments.

The order of keys comes from the caller (``model``); this module knows only YAML.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

import yaml

from macros.source.nodes import Value, parse

WIDTH = 100
_FOLD_FROM = 80


_PLAIN = re.compile(
    r"[A-Za-z0-9\u00c0-\u024f(]"  # no sign that means something to YAML
    r"(?:[!-\"$-9;-~\u00a1-\u2027\u202a-\ud7ff]|(?<! )\#|:(?=[^ ])|[ \u00a0](?=.))*+"
)
"""One line that is never quoted: no space at its end, and ``: `` and `` #`` are not in it."""


class _Dumper(yaml.SafeDumper):
    """Writes text only."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented below their field, which is easier to read and to edit."""
        super().increase_indent(flow, False)

    def process_tag(self) -> None:
        """There are no tags: everything is text, a list or a group of fields."""

    def analyze_scalar(self, scalar: str) -> yaml.emitter.ScalarAnalysis:
        """Most text is plain at a glance, and then need not be looked at letter by letter."""
        if not _PLAIN.fullmatch(scalar):
            return super().analyze_scalar(scalar)
        return yaml.emitter.ScalarAnalysis(scalar, False, False, False, True, True, True, True)

    def write_plain(self, text: str, split: bool = True) -> None:
        """In one piece when it fits on the line."""
        if self.column + len(text) >= self.best_width or not _PLAIN.fullmatch(text):
            super().write_plain(text, split)
            return
        piece = text if self.whitespace else f" {text}"
        self.whitespace = self.indention = False
        self.column += len(piece)
        self.stream.write(piece)

    def ignore_aliases(self, data: Any) -> bool:
        """The same value twice is written out twice."""
        return True


def _text(dumper: Any, text: str) -> Any:
    """Long text is folded, unless it has lines that begin with a space: those do not fold."""
    style = ">" if len(text) > _FOLD_FROM or "\n" in text else None
    if any(line.startswith((" ", "\t")) for line in text.split("\n")):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


# Nothing is quoted because it looks like a number, a date or a yes.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:str", "")
)


def canonical(value: Value) -> str:
    """The one way to write ``value``; reading it gives ``value`` again."""
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDTH,
        indent=2,
    )
    return text


def woordelijk(value: Value) -> str:
    """As ``canonical``, also of what no hand would type: signs that nobody sees, braces of
    templates, a letter and a colon at the end of a line. These stand in it as numbers.
    """
    text = canonical(value)
    if _leest(text, value):
        return text
    hard: list[str] = []

    def zonder(one: Value) -> Value:
        if isinstance(one, dict):
            return {name: zonder(below) for name, below in one.items()}
        if isinstance(one, list):
            return [zonder(below) for below in one]
        if one is None or _leest(canonical({"x": one}), {"x": one}):
            return one
        hard.append("".join(s if s.isalnum() and s.isascii() else f"\\U{ord(s):08X}" for s in one))
        return f"{_PLEK}{len(hard) - 1}z"

    text = canonical(zonder(value))
    return re.sub(rf"{_PLEK}(\d+)z", lambda found: f'"{hard[int(found[1])]}"', text)


_PLEK = "zZwoordelijk"


def _leest(text: str, value: Value) -> bool:
    document, _ = parse(text, "")
    return document is not None and document.value == value


def replace_file(file: Path, text: str) -> None:
    """Write ``text`` to ``file`` in one step: readers see the old file or the new one."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(name, 0o644)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
