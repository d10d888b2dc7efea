"""A workbook of any kind of record, down and up again: every value has a cell, no value is lost.

For who keeps the data; what partners fill in is ``inzending``, which asks of one kind. Not here:
what a good value is (``model``, ``rules``), or writing it into the data.
"""
