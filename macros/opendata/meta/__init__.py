"""meta: what programs read about the open data before they take any: what there is, where, in which
form and under which terms. Each document is a function of a look and of where the site stands.

Not here: the tables themselves (``v1``), their files (``vorm``), or what a page says of itself to a
search engine (``render.gegevens``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.opendata.contract import MAP
from macros.opendata.meta import csvw, datapackage, dcat, index, openapi, schema
from macros.opendata.meta.basis import Plaats, als_json
from macros.opendata.overzicht import alle_gevuld
from macros.views.blik import Blik


def bestanden(blik: Blik, wortel: str) -> Iterator[tuple[str, bytes]]:
    """Each document: its site path and its content; the site in this language is at ``wortel``."""
    plaats = Plaats(blik, wortel, alle_gevuld(blik, wortel))
    for maak in (index, schema, datapackage, csvw, openapi):
        for name, document in maak.documenten(plaats):
            yield f"{MAP}{name}", als_json(document)
    for name, content in dcat.bestanden(plaats):
        yield f"{MAP}{name}", content
