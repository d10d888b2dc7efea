"""The translations of a region's texts beside their Dutch; the catalogue is written as by ``make
vertaal``.

Not here: the interface, which is translated with the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.model.geheel import Regio
from macros.taal import po
from macros.taal.catalogus import HUIS, data_texts, read, update
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
    """Every Dutch text of the data with its translation: ``{nederlands, vertaling, staat, was,
    plaatsen}``; ``staat`` is ``ontbreekt``, ``verouderd`` (its Dutch changed) or ``klaar``, ``was``
    how both are published, a place is ``{pad, loc}``. What waits comes first.
    """
    regio = bank.gelezen.regio
    if regio is None:
        return
    bijgewerkt(bank)
    name = f"{MAP}/{taal}.po"
    now, before = bank.tekst(name), bank.was(name)
    own = _ingangen(name, taal, now)
    published = own if now == before else _ingangen(name, taal, before)
    found, _ = read(HUIS, taal)
    house = found.vertaald if found else {}
    rows: dict[str, dict[str, Any]] = {}
    for bericht in data_texts(regio):
        dutch = bericht.tekst
        if dutch not in rows:
            rows[dutch] = {
                "nederlands": dutch,
                **_stand(own.get(dutch), house.get(dutch, "")),
                "was": _stand(published.get(dutch), house.get(dutch, "")),
                "plaatsen": [],
            }
        rows[dutch]["plaatsen"].append({"pad": bericht.pad, "loc": list(bericht.loc)})
    yield from sorted(rows.values(), key=lambda row: row["staat"] == "klaar")


def _ingangen(name: str, taal: str, tekst: str | None) -> dict[str, po.Ingang]:
    """What a catalogue says, by the Dutch; nothing when it cannot be read."""
    entries, _ = po.lees(tekst.encode(), taal, name) if tekst else ((), [])
    return {one.nederlands: one for one in entries or () if not one.vervallen}


def _stand(entry: po.Ingang | None, elders: str) -> dict[str, str]:
    """A translation, and how it stands; ``elders`` is that of the interface."""
    text = entry.vertaling if entry else ""
    if entry and text and po.FUZZY in entry.vlaggen:
        return {"vertaling": text, "staat": "verouderd"}
    text = text or elders
    return {"vertaling": text, "staat": "klaar" if text else "ontbreekt"}
