"""What changed in the invented region, as a build reads it out of git."""

from __future__ import annotations

import datetime
from pathlib import Path

from macros.load import load
from macros.wijziging.gitdagen import geschiedenis, meldingen
from tests.gebouwd import VANDAAG
from tests.unit.mini import DAG


def test_the_invented_region_has_a_past_of_a_few_days(data: Path) -> None:
    regio = load(data, DAG).regio
    assert regio is not None
    found = geschiedenis(data, regio, VANDAAG)
    assert [*meldingen(found, "data")] == []
    assert found.begin == datetime.date(2026, 9, 1)
    assert [
        (dag.datum.isoformat(), one.pad, one.gebeurtenis.value, one.gewicht.value)
        for dag in found.dagen
        for one in dag.records
    ] == [
        (
            "2026-11-01",
            "arrangement/arrangementen/klas-en-kliniek.yml",
            "gewijzigd",
            "betekenis",
        ),
        ("2026-11-01", "monitor/waarnemingen/verslag.csv", "gewijzigd", "betekenis"),
        ("2026-10-20", "overleg/overleggen/vroeger.yml", "vervallen", "betekenis"),
        ("2026-10-20", "overleg/vergaderingen/kring-2026-10-12.yml", "gewijzigd", "betekenis"),
        ("2026-10-20", "speerpunten/alles-bekend.yml", "gewijzigd", "betekenis"),
        ("2026-10-07", "hulp/steunpunt-dorp.yml", "gewijzigd", "betekenis"),
        ("2026-10-07", "overleg/besluiten/stille-plek.yml", "nieuw", "betekenis"),
        ("2026-10-07", "overleg/documenten/werkplan.yml", "hernoemd", "klein"),
        ("2026-09-20", "begrippen/thuiszitter.yml", "gewijzigd", "klein"),
        ("2026-09-20", "samenwerking/onderdelen/1a-hulp-in-de-klas.yml", "gewijzigd", "betekenis"),
        ("2026-09-20", "speerpunten/alles-bekend.yml", "gewijzigd", "betekenis"),
    ]
    assert "Jansen" not in repr(found)
