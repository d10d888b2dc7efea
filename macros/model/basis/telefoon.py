"""Telephone numbers of organisations: the one field of the data in which a number may stand.

Not here: how a number is written (``lezing.nummer``), or numbers in texts, which none may hold.
"""

from __future__ import annotations

import re
from typing import Annotated

from macros.lezing.nummer import BUITENLAND, VORM, geschreven, is_mobiel
from macros.model.basis.vorm import Vorm, fout

_TUSSEN = re.compile(r"\s+of\s+|\s+en\s+|[;,|]|\s/\s|\s{2,}")
_OVERTIK = str.maketrans("OoIl", "0011")
_HET_VASTE = "Neem het vaste nummer van de organisatie. Is dat er niet? Schrijf: telefoon: onbekend"
_HOE = "Schrijf een nummer zoals 088-000 00 00, 0800-0000, 14 020 of 112."


def _telefoon(value: str) -> str:
    """No message repeats the number: it may be of a person. The tip does, when it is not."""
    if re.fullmatch(VORM, value) and geschreven(value) == value:
        return value
    if is_mobiel(value):
        raise fout("mobiel", "Dit is een mobiel nummer: dat is van een mens.", _HET_VASTE)
    if found := geschreven(value):
        raise fout("telefoon", "Dit nummer is anders geschreven dan de rest.", f"Schrijf: {found}")
    parts = [one for one in map(geschreven, _TUSSEN.split(value)) if one]
    if len(parts) > 1:
        message = "Hier staan twee nummers, en er past er één."
        raise fout("telefoon", message, f"Kies het nummer voor deze vraag. Schrijf: {parts[0]}")
    if letters := re.findall(r"[^\W\d_]", value):
        meant = geschreven(value.translate(_OVERTIK)) or geschreven(
            re.sub(r"(?i)[^\d+()\s./-]+|\(\s*[a-z ]+\)", "", value)
        )
        message = f"In dit telefoonnummer staat een letter: '{letters[0]}'."
        if len(letters) > 1:
            message = "In dit telefoonnummer staan letters."
        tip = f"Schrijf alleen het nummer: {meant}" if meant else f"Gebruik cijfers. {_HOE}"
        raise fout("telefoon", message, tip)
    if BUITENLAND.match(value.strip()):
        message = "Dit is geen nummer in Nederland."
        raise fout("telefoon", message, _HOE)
    count = len(re.sub(r"\D", "", value))
    message = f"Dit is geen nummer van een organisatie in Nederland: {count} cijfers."
    tip = "Een vast nummer heeft 10 cijfers, met het netnummer erbij. "
    raise fout("telefoon", message, tip + _HOE)


Telefoon = Annotated[
    str,
    Vorm(
        _telefoon,
        {"type": "string", "pattern": f"^(?:{VORM})$"},
        "telefoonnummer van een organisatie, zoals `088-000 00 00`, `0800-0000` of `14 020`",
    ),
]
"""The number of an organisation in the Netherlands. Never that of a person."""
