"""Rules of what the monitor puts side by side, and of its map.

Not here: how it is drawn (``render``).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.basis.record import actief
from macros.model.geheel import Regio, pad_van
from macros.model.monitor.indicator import Eenheid
from macros.model.monitor.inrichting import Monitor, Referentiegebied
from macros.model.regio import Instellingen
from macros.rules.registry import Problem, rule
from macros.source.nodes import Loc

MEESTE_REFERENTIES = 3
"""With the region: as many dashes as a figure has to tell lines apart."""


@rule()
def te_veel_referentiegebieden(regio: Regio) -> Iterator[Problem]:
    """More reference lines than a figure can tell apart."""
    keys = [one.id for one in actief(regio.referentiegebieden)]
    for key in keys[MEESTE_REFERENTIES:]:
        message = f"Een figuur heeft hooguit {MEESTE_REFERENTIES} gebieden om naast te leggen."
        yield (
            pad_van(Referentiegebied, key),
            ("id",),
            message,
            "Zet er een op gearchiveerd.",
        )


@rule()
def cijfers_zonder_gebied(regio: Regio) -> Iterator[Problem]:
    """Where there are figures, the site has an area that they are of."""
    if regio.indicatoren and not regio.gebied:
        message = "Het veld 'gebied' ontbreekt, en er zijn cijfers. Van welk gebied zijn zij?"
        tip = "Noem bij 'gebied' de id van het werkingsgebied van deze site."
        yield pad_van(Instellingen), (), message, tip


@rule()
def vergelijken_met_aandelen(regio: Regio) -> Iterator[Problem]:
    """Municipalities are put side by side by share: counts would only show who is larger."""
    for index, key in enumerate(regio.vergelijken):
        indicator = regio.indicatoren.get(key)
        if indicator is not None and indicator.eenheid is not Eenheid.PROCENT:
            message = f"'{key}' is een aantal. Dan lijkt een grote gemeente altijd meer te hebben."
            yield (
                pad_van(Monitor),
                ("vergelijken", index),
                message,
                "Kies indicatoren met 'eenheid: procent'.",
            )
    size = regio.indicatoren.get(regio.omvang or "")
    if size is not None and size.eenheid is not Eenheid.AANTAL:
        message = f"'{size.id}' is een percentage en zegt niet hoe groot een gemeente is."
        tip = "Kies een indicator met 'eenheid: aantal'."
        yield pad_van(Monitor), ("omvang",), message, tip


@rule()
def niet_naast_elkaar(regio: Regio) -> Iterator[Problem]:
    """What an indicator says must not be laid side by side is not put on one page to compare."""
    for veld in ("dashboard", "vergelijken"):
        keys: tuple[str, ...] = getattr(regio, veld)
        for index, key in enumerate(keys):
            for other in keys[:index]:
                if frozenset({key, other}) in regio.niet_naast:
                    message = f"'{key}' mag niet naast '{other}' staan: zie 'niet_naast'."
                    tip = "Houd er één van de twee over. De andere houdt een eigen pagina."
                    yield pad_van(Monitor), (veld, index), message, tip


@rule()
def plaats_op_de_kaart(regio: Regio) -> Iterator[Problem]:
    """Each municipality has one place on the map, and no two have the same."""
    places: dict[tuple[int, int], str] = {}
    for index, tegel in enumerate(regio.kaart):
        loc: Loc = ("kaart", index)
        if tegel.gemeente in list(places.values()):
            message = f"'{tegel.gemeente}' staat al op de kaart."
            yield pad_van(Monitor), (*loc, "gemeente"), message, "Houd er één over."
        other = places.setdefault((tegel.rij, tegel.kolom), tegel.gemeente)
        if other != tegel.gemeente:
            message = f"Op deze plaats ligt '{other}' al."
            yield pad_van(Monitor), (*loc, "kolom"), message, "Kies een andere plaats."
        for side, number in (("rij", tegel.rij), ("kolom", tegel.kolom)):
            if number > 8:
                message = f"De kaart heeft 8 rijen en 8 kolommen; {number} ligt erbuiten."
                yield pad_van(Monitor), (*loc, side), message, "Kies 1 tot en met 8."


@rule()
def gemeente_niet_op_de_kaart(regio: Regio) -> Iterator[Problem]:
    """A map shows every municipality, or there is none."""
    drawn = {tegel.gemeente for tegel in regio.kaart}
    missing = [one.id for one in actief(regio.gemeenten) if one.id not in drawn]
    if drawn and missing:
        message = f"Niet op de kaart: {', '.join(missing)}."
        yield (
            pad_van(Monitor),
            ("kaart",),
            message,
            "Geef elke gemeente een plaats, of laat 'kaart' weg.",
        )
