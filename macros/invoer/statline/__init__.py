"""Figures of the CBS from StatLine's open data: fetched, checked, compared with what is known.

Not here: which column is which indicator (``data/monitor/statline``), what a good figure is
(``model``, ``rules``).
"""
