"""The threshold for small counts where no region says otherwise.

A figure and no code: the protector and the auditor have the same one, and share nothing else.
Not here: what a region may choose (``macros.model.basis.getal``).
"""

DREMPEL = 10
"""T: a count of 1 to T-1 points to children."""
