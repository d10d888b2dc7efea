"""A made-up region of any size, for the benchmark; every text is different and translated."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from macros.load import load
from macros.source.writer import canonical
from macros.taal.catalogus import als_po, data_texts, pad, read

KEEP = (
    "regio.yml",
    "agenda.yml",
    "gemeenten",
    "werkingsgebieden",
    "partijen",
    "bronnen",
    "begrippen",
)

WORDS = (
    "samen school gemeente ouders hulp leren begeleiding afspraak jeugdhulp kind OOGO plan team "
    "SWV leraar steun aanpak thuis onderzoek TLV groep jaar vraag zorg OZA klas bestuur stap"
)


def maak(bron: Path, folder: Path, aantal: int) -> None:
    """Write into ``folder`` a region with ``aantal`` speerpunten, each a page, and an English
    catalogue; parties, sources and terms are those of ``bron``.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in KEEP:
        source = bron / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    (folder / "speerpunten").mkdir()
    for number in range(1, aantal + 1):
        record = _speerpunt(number)
        (folder / "speerpunten" / f"{record['id']}.yml").write_text(
            canonical(record), encoding="utf-8"
        )
    _translate(bron, folder)


def _speerpunt(number: int) -> dict[str, Any]:
    key = f"speerpunt-{number}"
    origin = {
        "bron": "focusagenda-2021",
        "vindplaats": f"deel 1, speerpunt {number}",
        "peildatum": "2021-07-01",
        "zekerheid": "afgeleid",
    }
    return {
        "id": key,
        "nummer": str(number),
        "titel": f"Speerpunt {number}: {_text(number, 5)}",
        "samen": _text(number + 1, 16),
        "voor_ouders": " ".join(_text(number + i, 12) for i in range(5)),
        "conclusie": " ".join(_text(number + i, 15) for i in range(5)),
        "opdracht": " ".join(_text(number + i, 15) for i in range(3)),
        "bestuurlijk_trekker": "onbekend",
        "ambtelijk_trekker": "onbekend",
        "acties": [
            {
                "id": f"actie-{number}-{index}",
                "wat": f"{_text(number * 3 + index, 9)[:-1]} {number}-{index}",
                "resultaat": _text(number + index, 7),
                "door": ["gemeenten"],
                "wanneer": [str(2021 + index)],
                "waar": ["regio-foodvalley"],
                "stand": "onbekend",
                "stand_peildatum": "2021-07-01",
                "bewijs": "onbekend",
                "herkomst": origin,
            }
            for index in range(3)
        ],
        "planning": [
            {"jaar": str(jaar), "wat": _text(number + jaar, 4)[:-1], "fasen": ["uitvoeren"]}
            for jaar in range(2021, 2025)
        ],
        "herkomst": origin,
    }


def _text(seed: int, words: int) -> str:
    """A sentence; the number in it makes it the only one of its kind."""
    vocabulary = WORDS.split()
    chosen = [vocabulary[(seed * 7 + step * step) % len(vocabulary)] for step in range(words)]
    return f"{' '.join(chosen).capitalize()} {seed}."


def _translate(bron: Path, folder: Path) -> None:
    """The catalogue of ``bron`` and, for every new text, a translation of the same length."""
    regio = load(folder).regio
    known, _ = read(bron, "en")
    assert regio is not None
    assert known is not None
    texts = {
        **{bericht.tekst: bericht.tekst[::-1] for bericht in data_texts(regio)},
        **known.vertaald,
    }
    catalog = Catalog(locale="en", charset="utf-8")
    for dutch, english in texts.items():
        catalog.add(dutch, english)
    file = pad(folder, "en")
    file.parent.mkdir()
    file.write_text(als_po(catalog, "en"), encoding="utf-8")
