"""Pages and words of the invented region that have what a test looks for, found in its data."""

from __future__ import annotations

from tests.gebouwd import bestand, records

ONDERDELEN = records("samenwerking/onderdelen")
BOOM = bestand("samenwerking/wegwijzer")

_MEESTE_VRAGEN = max(
    (key for key, one in ONDERDELEN.items() if isinstance(one["routes"], list)),
    key=lambda key: len(ONDERDELEN[key].get("vragen", [])),
)
ONDERDEEL = f"samenwerking/{_MEESTE_VRAGEN}/"
"""An onderdeel with a route, drawn and as steps, and with questions that are still open."""

VRAAG = next(
    f"samenwerking/wegwijzer/{one['id']}/" for one in BOOM["vragen"] if one["id"] != BOOM["begin"]
)
"""A question further on in the wegwijzer."""

WOORD = {"nl": "hulp", "en": "help"}
"""A word in the title of an onderdeel, as ``data_mini`` has it in each language."""
