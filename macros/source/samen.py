"""Several files written as one: all of them, or none and the folder is as it was.

And why a file cannot be written, in words. Not here: what is in them.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_WAAROM = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "De schijf is vol. Maak ruimte vrij."
    ),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS),
        "Hier mag niet worden geschreven{waar}. Kies een andere map, of pas de rechten aan.",
    ),
    errno.ENOTDIR: "Hier is geen map{waar}. Kies een andere map.",
    errno.EISDIR: "Hier is al een map met die naam{waar}. Kies een andere naam.",
    errno.EEXIST: "Dit bestand is er intussen al{waar}. Probeer het opnieuw.",
    errno.ENAMETOOLONG: "Deze naam is te lang voor een bestand{waar}.",
}


_KLAD = ".schrijven-"


def waarom_niet(error: OSError) -> str | None:
    """What the editor can do about it; None when the fault may well be ours."""
    found = _WAAROM.get(error.errno or 0)
    named = error.filename if isinstance(error.filename, str) else ""
    where = f": {named.partition(_KLAD)[0].rstrip('/') or '.'}" if named else ""
    return found.format(waar=where) if found else None


def waarom(error: OSError) -> str:
    """The same, and for anything else what the computer says of it."""
    if error.errno == errno.ENOENT:
        return "De map om in te schrijven is er niet. Kies een andere map, of maak haar eerst."
    said = f"Schrijven lukt niet; de computer meldt: {error.strerror or error}."
    return waarom_niet(error) or said


@contextmanager
def gemeld() -> Iterator[None]:
    """End the command with why a file cannot be written; a fault of ours is raised as it is."""
    try:
        yield
    except OSError as error:
        if why := waarom_niet(error):
            raise SystemExit(why) from None
        raise


def schrijf_samen(
    folder: Path, teksten: Mapping[str, str | bytes], nieuw: Collection[str] = ()
) -> None:
    """Write each text to its path below ``folder``, or raise and leave everything as it was.

    Those of ``nieuw`` are not written over what is there.
    """
    done: list[tuple[Path, Path | None]] = []
    made: list[Path] = []
    with tempfile.TemporaryDirectory(dir=folder, prefix=_KLAD) as scratch:
        try:
            ready = {}
            for number, (path, text) in enumerate(teksten.items()):
                ready[folder / path] = Path(scratch, f"{number}")
                ready[folder / path].write_bytes(text.encode() if isinstance(text, str) else text)
            for parent in sorted({file.parent for file in ready}):
                missing = [one for one in (parent, *parent.parents) if not one.exists()]
                parent.mkdir(parents=True, exist_ok=True)
                made += missing
            for path, (file, temporary) in zip(teksten, ready.items(), strict=True):
                before = Path(scratch, f"{temporary.name}-oud")
                there = file.exists()
                if there and path in nieuw:
                    raise FileExistsError(errno.EEXIST, "dit bestand is er al", str(file))
                if there:
                    os.replace(file, before)
                done.append((file, before if there else None))
                os.replace(temporary, file)
        except BaseException:
            for file, old in done:
                if old:
                    os.replace(old, file)
                else:
                    file.unlink(missing_ok=True)
            for directory in made:
                with suppress(OSError):
                    directory.rmdir()
            raise
