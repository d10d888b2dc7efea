"""What no text may hold, whoever wrote it and wherever it stands; the only place that says so.

``vondsten(tekst)`` gives everything that is wrong in a text, each with its place, what was found
and what to do. The words it looks for are data (``woorden.yml``), the same for every language. A
finding that was looked at and is right all the same is an ``Uitzondering``, with its reason.

Not here: which texts there are (``macros.load``, ``macros.taal``), and what a field must hold (the
model). It knows nothing of the domain.
"""

from macros.lezing.lezing import CODES, Lezing, Vondst, gemaskeerd, spaties, vondsten

__all__ = [
    "CODES",
    "Lezing",
    "Vondst",
    "gemaskeerd",
    "spaties",
    "vondsten",
]
