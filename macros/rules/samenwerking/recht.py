"""Rules of rulings: each once, with the year of its number, overtaken by a later one.

Not here: whether an ECLI has its form, which the type checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.geheel import Regio, pad_van
from macros.model.samenwerking.recht import Uitspraak, ecli_delen
from macros.rules.registry import Problem, rule


@rule()
def ecli_en_datum(regio: Regio) -> Iterator[Problem]:
    """The year in an ECLI is that of the ruling."""
    for key, uitspraak in regio.uitspraken.items():
        _, year = ecli_delen(uitspraak.ecli)
        if year != uitspraak.uitgesproken_op.jaar:
            message = (
                f"Het jaar in de ECLI ({year}) is een ander dan dat van de uitspraak "
                f"({uitspraak.uitgesproken_op.jaar})."
            )
            yield pad_van(Uitspraak, key), ("ecli",), message, "Kijk beide na."


@rule()
def dubbele_ecli(regio: Regio) -> Iterator[Problem]:
    """A ruling is in the register once."""
    seen: dict[str, str] = {}
    for key, uitspraak in regio.uitspraken.items():
        other = seen.setdefault(uitspraak.ecli, key)
        if other != key:
            message = f"Deze uitspraak staat ook in '{other}'."
            yield pad_van(Uitspraak, key), ("ecli",), message, "Houd er één over."


@rule()
def achterhaald_door_latere(regio: Regio) -> Iterator[Problem]:
    """A ruling is overtaken by a later one."""
    for key, uitspraak in regio.uitspraken.items():
        later = regio.uitspraken.get(uitspraak.achterhaald_door or "")
        if later is None or later is uitspraak:
            continue
        if later.uitgesproken_op.einde <= uitspraak.uitgesproken_op.begin:
            message = f"'{later.id}' is niet later dan deze uitspraak."
            pad = pad_van(Uitspraak, key)
            yield pad, ("achterhaald_door",), message, "Kijk de datums na, of haal dit veld weg."
