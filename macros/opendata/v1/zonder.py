"""Kinds of files in the data that have no table, each with the reason, for who looks for it.

Not here: the reasons themselves, which stand with all else that is true of a kind
(``macros.model.geheel``).
"""

from __future__ import annotations

from macros.model.geheel import SOORTEN

ZONDER = {soort.naam: soort.geen_tabel for soort in SOORTEN if soort.geen_tabel}
"""By the name of the kind; the reason is Dutch (``N_``), translated where it is shown."""
