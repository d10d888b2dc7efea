"""The mark of a text that visitors read: ``make vertaal`` finds it, in every layer of the code.

Not here: how a text is looked up (``taal.vertaler``), or where catalogues lie (``taal.catalogus``).
"""


def N_(text: str) -> str:
    """Mark interface text for the catalogue; it is translated where it is shown."""
    return text
