"""blokken: what a page can hold. One block is one function, one template, one macro in Markdown.

Every function takes the page it stands on first: ``{{ routekaart(page) }}``. Its docstring says
what it makes from which data. One file an area; each knows the views of its own area and of
``regio`` only. Not here: counting and sorting (``views``), the HTML (``templates``).
"""

from macros.render.blokken.registry import all_blokken

__all__ = ["all_blokken"]
