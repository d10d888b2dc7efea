"""Templates compiled once and kept for every later build: compiling takes longer than filling in.

What is kept is found by all that a template compiles to depends on: its own text and place, Python,
Jinja, and the settings of the environment. So it is never stale, and may be thrown away.

Not here: which templates there are, or what they may use (``weergave``, the theme).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from macros import kast

_INSTELLINGEN = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "line_statement_prefix",
    "line_comment_prefix",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
    "keep_trailing_newline",
    "autoescape",
    "optimized",
    "sandboxed",
    "is_async",
)
"""What Jinja's compiler looks at, beside extensions and what is done to constants."""


class _Kast(jinja2.FileSystemBytecodeCache):
    """Jinja's own, in a folder that is made when there is something to keep in it."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # where nothing can be written, templates are compiled each time
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def bewaar(env: jinja2.Environment) -> None:
    """Have ``env``, which is complete, keep what it compiles."""
    env.bytecode_cache = _Kast(str(kast.MAP / "sjabloon" / _sleutel(env)), "%s")


def bewaar_teksten(env: jinja2.Environment, naam: Callable[[], str]) -> None:
    """The same for templates that are no files but texts; ``naam`` tells whose text it is now."""
    bewaar(env)

    def from_string(source: str) -> jinja2.Template:
        return jinja2.DictLoader({naam(): source}).load(env, naam(), env.make_globals(None))

    env.from_string = from_string  # type: ignore[method-assign, assignment]


def _sleutel(env: jinja2.Environment) -> str:
    """Everything that counts for all templates; Jinja itself sees to text, place and Python.

    What is done to constants is done at once, so the files with our own filters count too.
    """
    parts = [version("jinja2"), version("markupsafe"), *sorted(env.extensions)]
    parts += [repr(getattr(env, name)) for name in _INSTELLINGEN]
    own = (env.finalize, *env.filters.values(), *env.tests.values())
    codes = (one.__code__ for one in own if hasattr(one, "__code__"))
    files = {one.co_filename for one in codes} - {jinja2.filters.__file__, jinja2.tests.__file__}
    parts += [Path(file).read_text(encoding="utf-8") for file in sorted(files)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
