"""proza: what is wrong with the pages in ``docs/``, at its line, before MkDocs gets to see them.

Each kind of mistake is a file of its own. Not here: which translation is behind (``taal.proza``),
or what no text may hold (``lezing``, through ``nalezen``).
"""
