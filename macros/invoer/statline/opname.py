"""Keeps the answers of the service in a folder, as they came: material for tests.

Not here: reading them back (``tests/statline/dienst.py`` serves them).
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from macros.invoer.statline.odata import Haal


def opgenomen(haal: Haal, folder: Path) -> Haal:
    """``haal``, and ``folder/85984ned/TableInfos.json``; a second page is ``TableInfos-2.json``."""
    pages: dict[Path, int] = {}

    def neem_op(url: str) -> bytes:
        raw = haal(url)
        table, part = urlsplit(url).path.strip("/").split("/")[-2:]
        file = folder / table.lower() / part
        pages[file] = pages.get(file, 0) + 1
        number = "" if pages[file] == 1 else f"-{pages[file]}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_name(f"{part}{number}.json").write_bytes(raw)
        return raw

    return neem_op
