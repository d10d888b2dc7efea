"""Names of files that no editor meant for the site: what systems and programs leave behind.

Not here: which files the site does read (``load``).
"""

from __future__ import annotations

import re

_SYSTEEM = re.compile(
    r"desktop\.ini|thumbs\.db|ehthumbs(?:_vista)?\.db|\.ds_store|\._.*|\.git.*|\.directory"
    r"|\.localized|icon\r|\$recycle\.bin|__macosx|\.editorconfig|\.vscode|\.idea",
    re.IGNORECASE,
)
_RESERVE = re.compile(
    r".*~|#.*#|\.#.*|~\$.*|\.~lock\..*#|.*\.(?:sw[a-p]|tmp|temp|bak|orig|rej|old|mo|part|crdownload)",
    re.IGNORECASE,
)


def is_van_systeem(naam: str) -> bool:
    """Whether a system made it, in any folder, without being asked."""
    return bool(_SYSTEEM.fullmatch(naam))


def is_reserve(naam: str) -> bool:
    """Whether a program made it beside the file that somebody worked on."""
    return bool(_RESERVE.fullmatch(naam))
