"""A history as a text, and back: what is kept from run to run, and what a browser is handed.

Not here: where it comes from (``gitdagen``).
"""

from __future__ import annotations

import datetime
import json
from typing import Any

from macros.wijziging.geschiedenis import (
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.samenvoegen import NIETS, Misschien

GESCHIEDENIS = "geschiedenis.json"
"""The file in which a browser finds it, beside the folder of prose."""


def als_tekst(geschiedenis: Geschiedenis) -> str:
    """All of it, the same for the same history."""
    said: dict[str, Any] = {
        "dagen": [dag_als_rij(dag) for dag in geschiedenis.dagen],
        "begin": geschiedenis.begin.isoformat() if geschiedenis.begin else None,
        "waarom_niet": geschiedenis.waarom_niet,
        "onvolledig": geschiedenis.onvolledig,
        "overgeslagen": dict(geschiedenis.overgeslagen),
        "vreemde_data": geschiedenis.vreemde_data,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def uit_tekst(tekst: str) -> Geschiedenis:
    """What ``als_tekst`` wrote."""
    said = json.loads(tekst)
    begin = said["begin"]
    return Geschiedenis(
        tuple(map(dag_uit_rij, said["dagen"])),
        datetime.date.fromisoformat(begin) if begin else None,
        said["waarom_niet"],
        said["onvolledig"],
        said["overgeslagen"],
        said["vreemde_data"],
    )


def dag_als_rij(dag: Dag) -> list[Any]:
    """A day as JSON."""
    return [dag.datum.isoformat(), [_record_als_rij(one) for one in dag.records]]


def dag_uit_rij(rij: list[Any]) -> Dag:
    """And back."""
    datum, records = rij
    return Dag(datetime.date.fromisoformat(datum), tuple(map(_record_uit_rij, records)))


def _record_als_rij(one: Recordwijziging) -> list[Any]:
    fields = [_veld_als_rij(field) for field in one.velden]
    said = [one.pad, one.gebeurtenis.value, one.gewicht.value, one.titel, fields]
    return [*said, list(one.toelichting), one.was]


def _record_uit_rij(rij: list[Any]) -> Recordwijziging:
    pad, gebeurtenis, gewicht, titel, velden, toelichting, was = rij
    return Recordwijziging(
        pad,
        Gebeurtenis(gebeurtenis),
        Gewicht(gewicht),
        titel,
        tuple(map(_veld_uit_rij, velden)),
        tuple(toelichting),
        was,
    )


def _veld_als_rij(one: Veldwijziging) -> list[Any]:
    namen = [[depth, *name] for depth, name in one.namen.items()]
    sides = [[] if side is NIETS else [side] for side in (one.oud, one.nieuw)]
    return [list(one.loc), namen, *sides, one.gewicht.value, one.verborgen, one.verplaatst]


def _veld_uit_rij(rij: list[Any]) -> Veldwijziging:
    loc, namen, oud, nieuw, gewicht, verborgen, verplaatst = rij
    names = {depth: Itemnaam(*name) for depth, *name in namen}
    before: Misschien = oud[0] if oud else NIETS
    after: Misschien = nieuw[0] if nieuw else NIETS
    return Veldwijziging(tuple(loc), names, before, after, Gewicht(gewicht), verborgen, verplaatst)
