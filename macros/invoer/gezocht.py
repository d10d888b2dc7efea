"""What somebody filled in was not looked for in vain any longer: that date goes.

Not here: a date beside what was known already, which is a mistake (``rules.elk.herkomst``).
"""

from __future__ import annotations

from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import GEZOCHT_OP
from macros.source.nodes import Value


def gevonden(value: Value, was: Value) -> None:
    """Take away, in a group and the groups in it, the dates of what ``was`` unknown and is not."""
    if not isinstance(value, dict) or not isinstance(was, dict):
        return
    dates, before = value.get(GEZOCHT_OP), was.get(GEZOCHT_OP)
    if isinstance(dates, dict) and isinstance(before, dict) and before:
        for veld in [one for one in dates if dates[one] == before.get(one)]:
            if was.get(veld) == ONBEKEND.value != value.get(veld):
                del dates[veld]
        if not dates:
            del value[GEZOCHT_OP]
    for name, inner in value.items():
        gevonden(inner, was.get(name))
