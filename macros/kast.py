"""What takes long to work out is kept from one run to the next, to be found by all that it is of.

Who asks gives everything that the outcome depends on, the program that makes it included; so what
is kept is never stale, and all of it may be thrown away. Not here: what is worth keeping.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

MAP = Path(__file__).parent.parent / ".cache"


def bewaard(soort: str, waarvan: Iterable[bytes], maak: Callable[[], str]) -> str:
    """The text that ``maak`` gives for ``waarvan``, now or in an earlier run."""
    key = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in waarvan)).hexdigest()
    file = MAP / soort / key
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    text = maak()
    with suppress(OSError):  # where nothing can be written, it is worked out each time
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.replace(name, file)
    return text
