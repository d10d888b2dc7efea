"""What changed between two states of the data, and what two people changed side by side.

A wing: it compares values as they are written, not as types, so that any state compares; the types
only tell which item of a list is which, and what a field is called. Not here: what may be in a
value (``model``, ``rules``), how a file is written (``format``), or anything of pages.
"""
