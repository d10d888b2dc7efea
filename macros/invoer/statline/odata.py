"""The answers of StatLine's OData service (version 3) as typed records, page after page.

Shapes: ``TableInfos``, ``DataProperties``, one list of codes per dimension, and ``UntypedDataSet``:
the one that keeps the signs, because every value in it is text. Not here: what is asked of a table
(``inlezen``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from macros.invoer.statline.antwoord import fout_in, gezegd, is_webpagina, leesbaar
from macros.invoer.statline.client import Ophaalfout

Haal = Callable[[str], bytes]
"""An address to the bytes of its answer; raises Ophaalfout."""

_MAX_PAGINAS = 100
_IN_ADRES = "%/:?&=$'(),+;@!*~"
"""What stays as it is in an address that the service gives."""


@dataclass(frozen=True, slots=True)
class Tabelinfo:
    """What a table is called, when it last changed (``2025-03-27``), what it says of itself."""

    titel: str
    gewijzigd: str
    uitgave: str
    toelichting: str
    frequentie: str = ""


@dataclass(frozen=True, slots=True)
class Kolominfo:
    """A column or a dimension. ``soort`` is Topic, Dimension, TimeDimension, GeoDimension, ..."""

    naam: str
    soort: str
    titel: str
    eenheid: str
    datatype: str
    decimalen: int
    toelichting: str
    leeg: str = ""
    """What a cell means in which nothing stands: Missing, Zero or Impossible."""

    @property
    def is_dimensie(self) -> bool:
        """Whether it tells rows apart, and is not itself a figure."""
        return self.soort.endswith("Dimension") or self.soort == "GeoDetail"


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a dimension. ``sleutel`` is as long as the table makes it: ``NL01  ``."""

    sleutel: str
    titel: str
    status: str
    toelichting: str = ""
    """Of a municipality: ``Opgeheven per 01-01-2019``."""

    @property
    def kaal(self) -> str:
        """Without the spaces behind it."""
        return self.sleutel.strip()


Rij = Mapping[str, str | None]
"""One row of ``UntypedDataSet``: every value is text; None is nothing at all."""


@dataclass(frozen=True, slots=True)
class Statlinetabel:
    """One table of the service at ``dienst``."""

    haal: Haal
    dienst: str
    code: str

    def info(self) -> Tabelinfo:
        """Title and date of change."""
        records = list(self._records("TableInfos"))
        if len(records) != 1:
            raise Ophaalfout(f"Bij TableInfos van {self.code} hoort één regel; er zijn er meer.")
        (one,) = records
        return Tabelinfo(
            leesbaar(_text(one, "Title", "TableInfos")),
            _text(one, "Modified", "TableInfos")[:10],
            _text(one, "OutputStatus", "TableInfos"),
            _text(one, "Description", "TableInfos"),
            _text(one, "Frequency", "TableInfos"),
        )

    def kolommen(self) -> tuple[Kolominfo, ...]:
        """Every column and dimension; the headings that only group columns are left out."""
        part = "DataProperties"
        return tuple(
            Kolominfo(
                _text(one, "Key", part).strip(),
                _text(one, "Type", part),
                leesbaar(_text(one, "Title", part)),
                _text(one, "Unit", part).strip(),
                _text(one, "Datatype", part),
                _number(one, "Decimals", part),
                _text(one, "Description", part),
                _text(one, "Default", part),
            )
            for one in self._records(part)
            if one.get("Type") != "TopicGroup"
        )

    def codes(self, dimensie: str) -> tuple[Code, ...]:
        """The values of a dimension."""
        return tuple(
            Code(
                _text(one, "Key", dimensie),
                leesbaar(_text(one, "Title", dimensie)),
                _text(one, "Status", dimensie).strip(),
                _text(one, "Description", dimensie),
            )
            for one in self._records(dimensie)
        )

    def rijen(self, filter: str, kolommen: tuple[str, ...]) -> Iterator[Rij]:
        """The rows that pass ``filter`` (in the language of OData), with these columns."""
        part = "UntypedDataSet"
        for one in self._records(part, {"$filter": filter, "$select": ",".join(kolommen)}):
            yield {name: _value(one, name, part) for name in kolommen}

    def _records(self, part: str, asked: Mapping[str, str] | None = None) -> Iterator[Any]:
        query = urlencode({"$format": "json", **(asked or {})}, safe="$(),'", quote_via=quote)
        url = f"{self.dienst}/{quote(self.code)}/{quote(part)}?{query}"
        for _ in range(_MAX_PAGINAS):
            page = _page(self.haal(url), part)
            yield from page["value"]
            following = page.get("odata.nextLink")
            if following is None:
                return
            url = self._following(following, url)
        raise Ophaalfout(f"{part} van {self.code} heeft meer dan {_MAX_PAGINAS} bladzijden.")

    def _following(self, link: object, now: str) -> str:
        """The next page, which must be another one of the same service."""
        here = urlsplit(self.dienst)
        there = urlsplit(quote(link, safe=_IN_ADRES) if isinstance(link, str) else "")
        url = urlunsplit((here.scheme, *there[1:]))
        if there.netloc != here.netloc or url == now:
            raise Ophaalfout("Het CBS verwijst voor de volgende bladzijde naar een vreemd adres.")
        return url


def _page(raw: bytes, part: str) -> Any:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise Ophaalfout(_geen_json(raw, part)) from None
    if isinstance(found, dict) and fout_in(found) is not None:
        raise Ophaalfout(f"Het CBS geeft op {part} een fout in plaats van gegevens. {gezegd(raw)}")
    records = found.get("value") if isinstance(found, dict) else None
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        raise _anders(part, "value")
    return found


def _geen_json(raw: bytes, part: str) -> str:
    if not raw.strip():
        return f"Het antwoord op {part} is leeg."
    if is_webpagina(raw):
        return f"Het antwoord op {part} is een webpagina, geen gegevens. {gezegd(raw)}".rstrip()
    said = gezegd(raw) if b'"odata.error"' in raw else ""
    return f"Het antwoord op {part} is afgebroken of geen JSON. {said}".rstrip()


def _text(record: Mapping[str, Any], field: str, part: str) -> str:
    """A text; a field that is not there (or null) is empty, unless it is the key."""
    value = record.get(field)
    if value is None and field != "Key":
        return ""
    if not isinstance(value, str):
        raise _anders(part, field)
    return value


def _number(record: Mapping[str, Any], field: str, part: str) -> int:
    value = record.get(field)
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool):
        raise _anders(part, field)
    return value


def _value(record: Mapping[str, Any], field: str, part: str) -> str | None:
    value = record.get(field, 0)
    if value is not None and not isinstance(value, str):
        raise _anders(part, field)
    return value


def _anders(part: str, field: str) -> Ophaalfout:
    return Ophaalfout(
        f"Het antwoord op {part} heeft een andere vorm dan beschreven (veld '{field}'). "
        "De dienst van het CBS is veranderd.",
        "Vraag wie de code onderhoudt om te kijken.",
    )
