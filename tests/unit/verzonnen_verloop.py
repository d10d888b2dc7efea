"""What happened to the invented region, as a history that git need not tell."""

from __future__ import annotations

import datetime
from typing import Any

from macros.wijziging.geschiedenis import (
    NIETS,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.samenvoegen import Misschien

BETEKENIS, KLEIN = Gewicht.BETEKENIS, Gewicht.KLEIN
ACTIE = {1: Itemnaam("lijst-delen", "wat", "-Delen met ouders @ school")}


def veld(*loc: str | int, oud: Misschien = NIETS, nieuw: Misschien = NIETS, **anders: Any) -> Any:
    return Veldwijziging(loc, anders.pop("namen", {}), oud, nieuw, BETEKENIS, **anders)


def record(pad: str, *velden: Veldwijziging, **anders: Any) -> Recordwijziging:
    given: dict[str, Any] = {
        "gebeurtenis": Gebeurtenis.GEWIJZIGD,
        "gewicht": BETEKENIS,
        "titel": "Zoals het heette",
    }
    return Recordwijziging(pad, velden=velden, **(given | anders))


def geschiedenis(*dagen: tuple[datetime.date, tuple[Recordwijziging, ...]]) -> Geschiedenis:
    return Geschiedenis(tuple(Dag(*one) for one in dagen), datetime.date(2026, 1, 1))


OKTOBER = datetime.date(2026, 10, 30)
ALLERLEI = geschiedenis(
    (
        OKTOBER,
        (
            record("begrippen/weg.yml", gebeurtenis=Gebeurtenis.VERVALLEN, titel="Weg woord"),
            record("hulp/steunpunt-dorp.yml", veld("telefoon", verborgen=True)),
            record(
                "monitor/waarnemingen/plan.csv",
                veld("rijen", 0, namen={1: Itemnaam("hulp/gemeente-dorp/2022")}, verborgen=True),
            ),
            record("overleg/besluiten/twee-lijsten.yml", gebeurtenis=Gebeurtenis.NIEUW),
            record("partijen/swv-mini.yml", veld("uitleg"), gewicht=KLEIN),
            record(
                "speerpunten/alles-bekend.yml",
                veld("acties", 1, "stand", oud="niet-gestart", nieuw="loopt", namen=ACTIE),
                veld("voor_ouders", oud="Oud. En kort.", nieuw="Nieuw. En kort."),
                veld("bestuurlijk_trekker", oud="onbekend", nieuw="gemeente-stad"),
                veld("opdracht", nieuw="iets"),
                veld("planning", oud="iets"),
                veld("samen", nieuw="zes"),
                toelichting=("De eerste actie is klaar.",),
            ),
        ),
    )
)
