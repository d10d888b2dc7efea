"""A region and the pages of prose as they are shown together, and what each page says of itself.

Not here: what is on a page (``render``), or how it becomes HTML (MkDocs, and ``werkbank``).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.load import Loaded
from macros.model.geheel import Regio, lijsten
from macros.proza.weglaten import weggelaten
from macros.render.kop import OMSCHRIJVING, TITEL, ingekort, paginatitel
from macros.render.weergave import Weergave
from macros.taal.proza import Prozapagina, Toestand, lees, paginas
from macros.taal.talen import BRONTAAL
from macros.tekst import N_
from macros.views.agenda.naam import met_namen
from macros.views.blik import Blik
from macros.views.verbeteren import formulier
from macros.wijziging.geschiedenis import GEEN, Geschiedenis
from macros.wijziging.stand import ONBEKEND, Stand

UIT_MAP = {f"{page[:-1]}.md": f"data/{folder}" for page, folder in lijsten()}
"""Pages that hold little else than one macro: who wants to improve them needs the data."""


@dataclass(frozen=True)
class Taalproza:
    """The pages of prose of a language, and the Dutch ones; ``docs`` has a folder for each."""

    docs: Path
    taal: str

    @cached_property
    def nederlands(self) -> dict[str, str]:
        """What the Dutch pages say, by path."""
        return lees(self.docs / BRONTAAL)

    @cached_property
    def eigen(self) -> dict[str, str]:
        """The same of this language."""
        return self.nederlands if self.taal == BRONTAAL else lees(self.docs / self.taal)

    @cached_property
    def paginas(self) -> dict[str, Prozapagina]:
        """Each page with the state of its translation; nothing in Dutch."""
        return {} if self.taal == BRONTAAL else paginas(self.nederlands, self.eigen)

    def is_bestand(self, pad: str) -> bool:
        """Whether a picture or such lies at this path among the pages of this language."""
        return (self.docs / self.taal / pad).is_file() and not pad.endswith(".md")

    def weergave(
        self,
        loaded: Loaded,
        regio: Regio,
        meldingen: str,
        map: str,
        geschiedenis: Geschiedenis = GEEN,
        *,
        adres: str = "",
        stand: Stand = ONBEKEND,
    ) -> Weergave:
        """The region and this prose; the rest is as in ``Weergave`` and ``Blik``."""
        catalogus = loaded.catalogi[self.taal]
        weg = weggelaten(self.nederlands, regio, self.docs / BRONTAAL)
        proza = {pad: page for pad, page in self.paginas.items() if pad not in weg}
        blik = Blik(regio, catalogus.vertaler(), loaded.vandaag, geschiedenis, stand)
        return Weergave(blik, catalogus.verouderd, proza, meldingen, weg, map, adres=adres)


def vul_aan(weergave: Weergave, pad: str, meta: MutableMapping[str, Any]) -> None:
    """A page has a title, a place to improve it, and a note when its Dutch is newer."""
    v = weergave.blik.v
    if "title" in meta:
        meta["title"] = met_namen(weergave.blik, str(meta["title"]))
    name = str(v.tekst(weergave.blik.regio.instellingen.titel))
    own = "" if pad == "index.md" else str(meta.get("title", ""))
    meta["titel"] = paginatitel(own, name) if own else ingekort(name, TITEL)
    if "description" in meta:
        meta["description"] = ingekort(str(meta["description"]), OMSCHRIJVING)
    prose = weergave.proza.get(pad)
    state = prose.toestand if prose else None
    own = f"docs/{BRONTAAL if state is Toestand.ONTBREEKT else v.taal}/{pad}"
    improved = meta.get("bewerk_pad", UIT_MAP.get(pad, own))
    meta["bewerk_pad"] = weergave.bestand(improved)
    if improved.startswith("data/"):
        meta["formulier"] = formulier(improved.removeprefix("data/"))
    if state is Toestand.ONTBREEKT:
        meta["inhoud_taal"] = BRONTAAL
        meta["melding"] = v.ui(N_("Deze pagina is er alleen in het Nederlands."))
    elif state is Toestand.VEROUDERD:
        meta["melding"] = v.ui(
            N_("De Nederlandse tekst van deze pagina is nieuwer dan de vertaling.")
        )
