"""The one clock: what day it is in the Netherlands.

Only the edges read it (``engine``, ``scripts``); everything below them is handed the day.
"""

from __future__ import annotations

import datetime
import os
from zoneinfo import ZoneInfo

from macros.model.basis.datum import Datum

_HERE = ZoneInfo("Europe/Amsterdam")


def vandaag() -> Datum:
    """Today; SOURCE_DATE_EPOCH fixes it, for a reproducible build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = (
        datetime.datetime.fromtimestamp(int(epoch), _HERE)
        if epoch
        else datetime.datetime.now(_HERE)
    )
    return Datum(now.year, now.month, now.day)
