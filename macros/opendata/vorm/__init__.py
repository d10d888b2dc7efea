"""vorm: how the files of a table are written: CSV, JSON and two kinds of spreadsheets.

Not here: which tables there are (``v1``), or where their files go (``bestanden``).
"""
