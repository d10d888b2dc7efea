"""A built site that is read from a folder, without a server: a link to a folder leads to its page.

For who looks at a site before it is published. Search, filters and the workbench ask a server for
files, so those do not work there. Not here: the site as it is published, whose addresses stay.
"""

from __future__ import annotations

import re
from pathlib import Path

from macros.site.controle import bestanden

_NAAR_MAP = re.compile(
    r"""(<(?:a|area)\b[^>]*?\shref="|<form\b[^>]*?\saction=")   # where something leads
        (?!/)([^":?\#]*/)(?=["?\#])                             # to a folder of this site""",
    re.VERBOSE,
)


def los(site: Path) -> None:
    """Let every link of ``site`` name a file."""
    for path in bestanden(site):
        if path.endswith(".html"):
            file = site / path
            text = file.read_text(encoding="utf-8")
            file.unlink()  # it may be the file of another site as well
            file.write_text(_NAAR_MAP.sub(r"\1\2index.html", text), encoding="utf-8")
