"""A spreadsheet is a package of files: to the byte the same for the same content.

Not here: the files in it (``ods``, ``xlsx``).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def pakket(delen: Mapping[str, str], *, open_: str = "") -> bytes:
    """The files by their names, without the moment or the system of the build; the one that is
    called ``open_`` can be read as it is.
    """
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name, text in delen.items():
            info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            package.writestr(info, text.encode(), ZIP_STORED if name == open_ else ZIP_DEFLATED)
    return out.getvalue()
