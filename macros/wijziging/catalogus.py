"""A catalogue as a value, so that two compare, and two changes of it are put together, by text.

Not here: how a catalogue is kept current (``taal.catalogus``).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from macros.issue import Issue
from macros.source.nodes import Value
from macros.taal import po
from macros.taal.catalogus import als_po

if TYPE_CHECKING:
    from babel.messages.catalog import Message

VERTALING = "vertaling"
VERVALLEN = "#~ "
"""Before a Dutch text that is kept and no longer used."""
Berichten = list[Value]
"""Of each text its Dutch (``id``), its translation, marks, remarks and places."""


def berichten(tekst: str, taal: str, pad: str) -> tuple[Berichten | None, list[Issue]]:
    """What a catalogue says; None with the problems when it cannot be used."""
    from babel.messages.pofile import read_po

    raw = tekst.encode("utf-8")
    entries, issues = po.lees(raw, taal, pad)
    plain = po.als_tekst(raw)
    if entries is None or plain is None:
        return None, issues
    catalog = read_po(io.BytesIO(plain.encode("utf-8")), locale=taal, charset="utf-8")
    found = [_bericht(one, "") for one in catalog if one.id]
    return found + [_bericht(one, VERVALLEN) for one in catalog.obsolete.values()], []


def _bericht(message: Message, merk: str) -> Value:
    return {
        "id": f"{merk}{message.id}",
        VERTALING: str(message.string or ""),
        "vlaggen": list[Value](sorted(message.flags)),
        "opmerkingen": list[Value](message.user_comments),
        "plaatsen": list[Value](sorted(path for path, _ in message.locations)),
    }


def als_tekst(inhoud: Berichten, taal: str) -> str:
    """The catalogue as ``make vertaal`` writes it."""
    from babel.messages.catalog import Catalog, Message

    catalog = Catalog(locale=taal, charset="utf-8")
    for fields in inhoud:
        one: Any = fields
        dutch: str = one["id"].removeprefix(VERVALLEN)
        message = Message(
            dutch,
            one[VERTALING],
            locations=[(path, 0) for path in sorted(one["plaatsen"])],
            flags=one["vlaggen"],
            user_comments=one["opmerkingen"],
        )
        if dutch == one["id"]:
            catalog[dutch] = message
        else:
            catalog.obsolete[dutch] = message
    return als_po(catalog, taal)
