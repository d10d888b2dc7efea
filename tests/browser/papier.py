"""Printing a page to PDF, and the sizes of its sheets. Not here: what has to fit on them."""

from __future__ import annotations

import re

from playwright.sync_api import Page


def paper(pagina: Page) -> list[tuple[float, float]]:
    """Print the page as a reader would; the width and height in points of each sheet."""
    pdf = pagina.pdf(prefer_css_page_size=True, print_background=False)
    sheets = re.findall(rb"/Type\s*/Page\b(?!s).*?endobj", pdf, re.DOTALL)
    boxes = [re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", one) for one in sheets]
    found = [(float(box[1]), float(box[2])) for box in boxes if box]
    counted = re.findall(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", pdf, re.DOTALL)
    assert len(found) == len(sheets) == max(map(int, counted))  # one count for each bundle
    return found


def is_a4(size: tuple[float, float]) -> bool:
    """Within a millimetre: 210 by 297 mm is 595.3 by 841.9 points."""
    return abs(size[0] - 595.3) < 3 and abs(size[1] - 841.9) < 3


def is_a3_landscape(size: tuple[float, float]) -> bool:
    """Within a millimetre: 420 by 297 mm."""
    return abs(size[0] - 1190.6) < 3 and abs(size[1] - 841.9) < 3
