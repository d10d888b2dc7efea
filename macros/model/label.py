"""What a field is called before people: a few plain words, where the data have a short name.

So too a choice, and one group of fields among others. Not here: the explanation of a field (its
description), or what a record is called on pages.
"""

from __future__ import annotations

import re

from macros.model.basis.record import Deel
from macros.model.walk import tekstsoort

_EIGEN = {
    "id": "Korte naam (id)",
    "anders": "Anders te bereiken",
    "bwb": "BWB-nummer",
    "cbs_code": "CBS-code",
    "ecli": "ECLI-nummer",
    "gemeente_locatie": "Gemeente van de locatie",
    "licentie_teksten": "Licentie van de teksten",
    "stand_peildatum": "Peildatum van de stand",
}
"""Names that are no Dutch, or that leave out half of it."""

_ZEGT_WEINIG = frozenset(
    (
        *("als", "begin", "begint", "bij", "daarna", "delen_zijn", "doet", "doet_niet", "door"),
        *("dus", "einde", "eindigt", "gezien", "kern", "kort", "na", "naar", "nieuw"),
        *("niet_uit_op_te_maken", "ontbreekt", "samen", "sinds", "tekst_van", "telt"),
        *("tot_en_met", "uiterlijk", "van", "volledigheid", "voluit", "voor", "waar", "waarover"),
        *("op", "wanneer", "wat", "wat_wel", "wie", "wijst_naar"),
    )
)
"""Names that are clear only beside their value: of these the description begins with a label."""

_BEGIN = re.compile(r"(?:Id(?:'s)? van )?(?:de |het |een )?([^.,:;]+)", re.IGNORECASE)


def label(veldnaam: str, uitleg: str = "") -> str:
    """The name of a field in plain words; ``uitleg`` is its description, where it has one."""
    begin = _BEGIN.match(uitleg) if veldnaam in _ZEGT_WEINIG else None
    words = begin[1] if begin else veldnaam.replace("_", " ")
    return _EIGEN.get(veldnaam) or words[:1].upper() + words[1:]


_STREEPJE = re.compile(r"(?<=[a-z])-(?=[a-z])")


def keuze_in_woorden(waarde: str) -> str:
    """A choice as words: ``niet-gestart`` is "niet gestart", ``10-24`` stays as it is."""
    return _STREEPJE.sub(" ", waarde)


_NAMEN = ("titel", "naam", "wat", "vraag", "woord", "woorden", "tekst")


def titelveld(kind: type[Deel]) -> str:
    """The field by which people know one group among others in a list."""
    fields = [naam for naam in kind.model_fields if naam != "id"]
    needed = [naam for naam in fields if kind.model_fields[naam].is_required()]
    named = [naam for naam in _NAMEN if naam in needed]
    texts = [naam for naam in needed if tekstsoort(kind, naam)]
    return next(iter([*named, *texts, *needed, *fields]))
