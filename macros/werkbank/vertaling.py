"""The translations of a region's texts beside their Dutch; the catalogue is written as by ``make
vertaal``.

Not here: the interface, which is translated with the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.model.geheel import Regio
from macros.taal import po
from macros.taal.catalogus import HUIS, Bericht, data_texts, pad, read, update
from macros.taal.talen import BRONTAAL, MAP
from macros.werkbank.werkbank import Afgewezen, Werkbank


def vertaalde_talen(bank: Werkbank) -> list[str]:
    """The languages of the site that are translations."""
    regio = bank.gelezen.regio
    return [taal for taal in regio.instellingen.talen if taal != BRONTAAL] if regio else []


def bijgewerkt(bank: Werkbank) -> None:
    """Bring the catalogues up to date with the texts as they are now, when these changed or
    somebody translated one. As long as a file cannot be read they stay as they are: its texts are
    not gone.
    """
    regio = bank.gelezen.regio
    if regio is None or regio.onleesbaar:
        return
    texts = list(data_texts(regio))
    changed = _zinnen(bank.basis.regio) != {one.tekst for one in texts}
    for taal in vertaalde_talen(bank):
        typed = bank.vertaald.get(taal, {})
        name = f"{MAP}/{taal}.po"
        bank.schrijf(name, bank.was(name))
        if changed or typed:
            house, _ = read(HUIS, taal)
            done = house.vertaald if house else {}
            catalogue, _ = update(bank.folder, taal, texts, done, typed)
            if catalogue is not None:
                bank.schrijf(name, catalogue)


def _zinnen(regio: Regio | None) -> set[str]:
    return {one.tekst for one in data_texts(regio)} if regio else set()


def vertaal(bank: Werkbank, taal: str, vertalingen: Mapping[str, str]) -> None:
    """What somebody translated, by its Dutch: all of it that is not published yet. An empty
    translation shows the Dutch. Raises Afgewezen for a language the site does not have.
    """
    if taal not in vertaalde_talen(bank):
        raise Afgewezen(f"De site is niet in een taal '{taal}'.")
    if not all(isinstance(one, str) for one in (*vertalingen, *vertalingen.values())):
        raise Afgewezen("Dit zijn geen teksten met hun vertaling.")
    bank.vertaald[taal] = dict(vertalingen)
    bijgewerkt(bank)


def vertalingen(bank: Werkbank, taal: str) -> Iterator[dict[str, Any]]:
    """Every Dutch text of the data with its translation: ``{nederlands, vertaling, staat,
    plaatsen}``; ``staat`` is ``ontbreekt``, ``verouderd`` (its Dutch changed) or ``klaar``, a place
    is ``{pad, loc, titel}``. What waits comes first.
    """
    regio = bank.gelezen.regio
    if regio is None:
        return
    bijgewerkt(bank)
    file = pad(bank.folder, taal)
    entries, _ = po.lees(file.read_bytes(), taal, file.as_posix()) if file.is_file() else ((), [])
    own = {one.nederlands: one for one in entries or () if not one.vervallen}
    house, _ = read(HUIS, taal)
    rows: dict[str, dict[str, Any]] = {}
    titles: dict[str, str] = {}
    for bericht in data_texts(regio):
        row = rows.setdefault(bericht.tekst, _rij(bericht, own.get(bericht.tekst)))
        title = titles.setdefault(bericht.pad, bank.titel(bericht.pad))
        row["plaatsen"].append({"pad": bericht.pad, "loc": list(bericht.loc), "titel": title})
        if not row["vertaling"] and house and bericht.tekst in house.vertaald:
            row.update(vertaling=house.vertaald[bericht.tekst], staat="klaar")
    yield from sorted(rows.values(), key=lambda row: row["staat"] == "klaar")


def _rij(bericht: Bericht, entry: po.Ingang | None) -> dict[str, Any]:
    found = entry.vertaling if entry else ""
    state = "ontbreekt" if not found else "klaar"
    if entry and found and po.FUZZY in entry.vlaggen:
        state = "verouderd"
    return {"nederlands": bericht.tekst, "vertaling": found, "staat": state, "plaatsen": []}
