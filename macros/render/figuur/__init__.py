"""figuur: a figure of the monitor, drawn on a page, as a table, as files and as a chart.

Everything comes from one ``Figuur``. A number is read in one place (``maat.waarde_van``), which
gives none for a cell that has none: so a hidden cell has no length, no dot and no number in a file.

Not here: which figures there are and what they say (``views.monitor``), or what the visitor's
browser does with the chart (``figuur.js``).
"""
