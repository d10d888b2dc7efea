"""What pages say of the open data, in the smallest complete region and in one with nothing.

Not here: the tables themselves (``test_opendata_*``), or whether the examples work
(``tests/site/test_opendata.py``).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest

from macros.invoer.nieuwe_regio import nieuwe_regio
from macros.load import Loaded, load
from macros.opendata import uitleg
from macros.opendata.adres import ALIASSEN, TABELVORMEN
from macros.opendata.contract import MAP, Veldsoort
from macros.opendata.overzicht import alle_gevuld, tabellen
from macros.opendata.v1.wijzigingen import WIJZIGINGEN
from macros.opendata.v1.zonder import ZONDER
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.wijziging.stand import Stand
from tests.unit.mini import DAG

SITE = "https://voorbeeld.example/"


@pytest.fixture(scope="module")
def blikken(geladen: Loaded) -> Mapping[str, Blik]:
    """data_mini in each language."""
    assert geladen.regio is not None
    english = geladen.catalogi["en"].vertaler()
    return {v.taal: Blik(geladen.regio, v, DAG) for v in (Vertaler("nl"), english)}


@pytest.fixture(scope="module")
def kaal(tmp_path_factory: pytest.TempPathFactory) -> Blik:
    """A region that has nothing but its own name."""
    data = tmp_path_factory.mktemp("kaal")
    for path, content in nieuwe_regio("Kaal")[0].items():
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_text(content, encoding="utf-8")
    regio = load(data, DAG).regio
    assert regio is not None
    return Blik(regio, Vertaler("nl"), DAG)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_table_stands_in_the_list_once_with_its_rows_counted(
    taal: str, blikken: Mapping[str, Blik]
) -> None:
    found = uitleg.lijst(blikken[taal])
    rows = [one for area in found.gebieden for one in area.tabellen]
    assert found.eerst is not None
    assert found.eerst.naam == uitleg.EERST
    assert {one.naam: (one.titel, one.aantal) for one in (*rows, found.eerst)} == {
        one.naam: (one.titel, len(one.rijen)) for one in alle_gevuld(blikken[taal], SITE)
    }
    assert len(rows) + 1 == len(tabellen(blikken[taal]))


def test_every_form_of_file_is_offered_that_for_a_spreadsheet_first(
    blikken: Mapping[str, Blik],
) -> None:
    found = uitleg.lijst(blikken["nl"]).eerst
    assert found is not None
    assert {pad for _, pad in found.bestanden} == {
        f"{MAP}{found.naam}.{form}" for form in TABELVORMEN
    }
    assert found.bestanden[0][0] == "XLSX"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_field_of_every_table_is_explained_in_the_language(
    taal: str, blikken: Mapping[str, Blik]
) -> None:
    blik, found = blikken[taal], uitleg.velden(blikken[taal])
    shared = {one.naam: one for one in found.gedeeld}
    told = {one.naam: one for _, tables in found.gebieden for one in tables}
    names = {one.naam for one in tabellen(blik)}
    assert told.keys() == names
    for table in tabellen(blik):
        own = {one.naam: one for one in told[table.naam].velden}
        assert own.keys() | {*told[table.naam].ook} == {veld.naam for veld in table.velden}
        assert not own.keys() & {*told[table.naam].ook}
        for veld in table.velden:
            row = own.get(veld.naam) or shared[veld.naam]
            assert (row.betekenis, row.sinds) == (blik.v.ui(veld.betekenis), veld.sinds)
            assert [value for value, _ in row.keuzen] == [*veld.keuzen]
            assert (row.naar and row.naar[0]) == (veld.naar if veld.naar in names else None)


def test_a_field_of_many_tables_is_told_once_and_a_key_at_its_own_table(
    blikken: Mapping[str, Blik],
) -> None:
    found = uitleg.velden(blikken["nl"])
    assert {"bron", "zekerheid", "onbekend", "onvertaald"} <= {one.naam for one in found.gedeeld}
    for _, tables in found.gebieden:
        for one in tables:
            table = next(some for some in tabellen(blikken["nl"]) if some.naam == one.naam)
            assert one.velden[0].naam == table.velden[0].naam


def test_every_kind_of_value_has_a_name_for_readers() -> None:
    assert {*uitleg.SOORT} == {*Veldsoort}


def test_examples_read_what_files_in_that_language_are_written_with(
    blikken: Mapping[str, Blik],
) -> None:
    dutch, english = (uitleg.voorbeelden(blikken[one], SITE) for one in ("nl", "en"))
    assert [one.regels[-1] for one in dutch] == [
        'waarnemingen <- read.csv2(url, fileEncoding = "UTF-8-BOM", na.strings = "")',
        f'waarnemingen = pd.read_csv("{SITE}data/v1/waarnemingen.csv", sep=";", decimal=",")',
        f"curl -O {SITE}data/v1/waarnemingen.csv",
    ]
    assert [one.regels[-1] for one in english] == [
        'waarnemingen <- read.csv(url, fileEncoding = "UTF-8-BOM", na.strings = "")',
        f'waarnemingen = pd.read_csv("{SITE}data/v1/waarnemingen.csv")',
        f"curl -O {SITE}data/v1/waarnemingen.csv",
    ]
    assert {len(one.regels) for one in (*dutch, *english)} <= {1, 2}


def test_an_address_that_nobody_knows_is_a_place_to_fill_in(blikken: Mapping[str, Blik]) -> None:
    assert uitleg.patroon(blikken["nl"], "") == (
        "https://[adres van de site]/data/v1/[tabel].[soort]"
    )
    assert uitleg.patroon(blikken["nl"], SITE) == f"{SITE}data/v1/[tabel].[soort]"


def test_a_citation_names_the_state_of_the_data_when_it_is_known(
    blikken: Mapping[str, Blik],
) -> None:
    unknown = blikken["nl"]
    known = replace(unknown, stand=Stand(dag=datetime.date(2026, 11, 1)))
    adres = f"{SITE}data/v1/waarnemingen.csv"
    assert uitleg.citaat(unknown, SITE) == (
        f"[bron], via Samen in 't klein (Mini & Co): Waarnemingen, opgehaald op [datum], {adres}"
    )
    assert ": Waarnemingen, gegevens van 1 november 2026, opgehaald op" in uitleg.citaat(
        known, SITE
    )


def test_an_old_address_is_told_where_the_file_is_now(
    blikken: Mapping[str, Blik], kaal: Blik
) -> None:
    assert dict(uitleg.oude_adressen(blikken["nl"])) == {
        f"{MAP}{old}": f"{MAP}{new}" for old, new in ALIASSEN.items()
    }
    assert uitleg.oude_adressen(kaal) == ()


def test_every_sign_of_a_figure_has_its_meaning(blikken: Mapping[str, Blik]) -> None:
    assert [sign for sign, meaning in uitleg.tekens(blikken["nl"]) if meaning] == [".", "x", "-"]


def test_the_log_and_what_has_no_table_are_told_in_full(blikken: Mapping[str, Blik]) -> None:
    assert [version for version, _, _ in uitleg.wijzigingen(blikken["en"])] == [
        one.versie for one in WIJZIGINGEN
    ]
    assert len(uitleg.zonder(blikken["en"])) == len(ZONDER)


def test_a_catalogue_is_told_of_where_the_region_says_what_one_demands(
    blikken: Mapping[str, Blik],
) -> None:
    unknown = blikken["nl"]
    settings = unknown.regio.instellingen.model_copy(
        update={"beheer": "De regio", "licentie_teksten": "CC BY 4.0"}
    )
    known = replace(unknown, regio=replace(unknown.regio, instellingen=settings))
    told = [{path for path, _ in uitleg.beschrijvingen(one)} for one in (unknown, known)]
    assert told[1] - told[0] == {f"{MAP}dcat.jsonld", f"{MAP}dcat.ttl"}
    assert told[0] < told[1]


def test_a_region_without_figures_gets_its_examples_from_what_it_has(kaal: Blik) -> None:
    found = uitleg.lijst(kaal)
    assert found.eerst is None
    (area,) = found.gebieden
    name = area.tabellen[0].naam
    assert uitleg.EERST not in {one.naam for one in area.tabellen}
    assert all(name in one.regels[-1] for one in uitleg.voorbeelden(kaal, SITE))
    assert uitleg.tekens(kaal) == ()
    assert all("waarnemingen" not in path for path, _ in uitleg.beschrijvingen(kaal))
