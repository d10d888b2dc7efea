"""What is in another language says in which direction that is written, where that differs.

A title that is still in Dutch then keeps its full stop and its brackets in place on a page that is
written from right to left. Not here: which text is in which language (``render``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKED = re.compile(r'<(?!html\b|text\b|tspan\b)\w+\b[^<>]*? lang="([\w-]+)"(?![^<>]* dir=)')
"""An element that names its language and no direction; a drawing has a direction of its own."""


def met_richting(html: str, richting: Callable[[str], str]) -> str:
    """``html``, its parts in other languages with a direction (that ``richting`` gives)."""

    def mark(found: re.Match[str]) -> str:
        return f'{found.group()} dir="{richting(found.group(1))}"'

    return _MARKED.sub(mark, html)
