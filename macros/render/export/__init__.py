"""export: tables to download, each as CSV and as a spreadsheet; one file an area.

Not here: the files of a figure (``figuur.bestand``), or the script that leaves out rows
(``filter.js``).
"""

from macros.render.export.registry import all_reeksen, all_tabellen

__all__ = ["all_reeksen", "all_tabellen"]
