"""The contract of the open data as a whole: it only grows, and every row keeps it.

``tests/opendata/v1.json`` is the contract as it was published. ``pytest --bless`` adds to it what is
new, once that says since which version it is there and the log of changes tells it. What a program
may count on cannot be blessed away: that takes a new version before the point. A contract that was
never published is written anew when the file is taken away first.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from macros.load import load
from macros.model.basis.datum import Datum
from macros.model.geheel import SOORT, SOORTEN, Regio
from macros.opendata import contract as vastgelegd
from macros.opendata.contract import STAARTVELDEN, VERSIE, Tabel, Veld, Veldsoort, alle_tabellen
from macros.opendata.figuur import ROL, TABEL, figuurvelden
from macros.opendata.gevuld import Gevuld
from macros.opendata.overzicht import ALTIJD, alle_gevuld
from macros.opendata.v1.wijzigingen import WIJZIGINGEN
from macros.opendata.v1.zonder import ZONDER
from macros.taal.catalogus import interface, met_interface
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests import scholen
from tests.gebouwd import MINI, RUIM
from tests.unit.mini import ROOT
from tests.unit.opendata import WORTEL

UITGEGEVEN = ROOT / "tests" / "opendata" / "v1.json"
HANDLEIDING = ROOT / "tests" / "data_handleiding"
DAG = Datum(2022, 9, 15)

# ---------------------------------------------------------------- what was published stays

Contract = dict[str, Any]
"""``{versie, tabellen: {name: {sinds, velden: {name: {sinds, soort, ...}}}}}``."""


def contract() -> Contract:
    """What a program may count on, as the code has it."""
    tables = {one.naam: (one.sinds, one.velden) for one in alle_tabellen()}
    since, figures = tables[TABEL]
    tables["monitor/*"] = since, figuurvelden(figures)
    return {
        "versie": VERSIE,
        "tabellen": {
            name: {"sinds": since, "velden": {field.naam: _veld(field) for field in fields}}
            for name, (since, fields) in sorted(tables.items())
        },
    }


def _veld(veld: Veld) -> dict[str, Any]:
    """What holds of a field, without what does not."""
    said = {name: getattr(veld, name) for name in ("lijst", "verplicht", "eenheid", "naar")}
    said |= {"sinds": veld.sinds, "soort": veld.soort.value, "keuzen": [*veld.keuzen]}
    return {name: value for name, value in said.items() if value}


def _geschreven(contract: Contract) -> str:
    """As a file, with a line for each field."""
    lines = [f'{{"versie": {_json(contract["versie"])}, "tabellen": {{']
    for name, table in contract["tabellen"].items():
        lines.append(f'{_json(name)}: {{"sinds": {_json(table["sinds"])}, "velden": {{')
        lines.append(
            ",\n".join(f" {_json(key)}: {_json(one)}" for key, one in table["velden"].items())
        )
        lines.append("}},")
    return "\n".join(lines).removesuffix(",") + "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _nummer(versie: str) -> tuple[int, ...]:
    return tuple(map(int, versie.split(".")))


def bezwaren(toen: Contract, nu: Contract) -> list[str]:
    """What programs that were made for ``toen`` would trip over in ``nu``, and what is new without
    saying so. A new version before the point may be another contract.
    """
    if _nummer(nu["versie"])[0] > _nummer(toen["versie"])[0]:
        return []
    return [*_weg(toen, nu), *_nieuw(toen, nu)]


def _weg(toen: Contract, nu: Contract) -> Iterator[str]:
    """What was there and is no longer, or is not what it was."""
    for name, before in toen["tabellen"].items():
        now = nu["tabellen"].get(name)
        if now is None:
            yield f"{name}: this table is gone"
            continue
        if next(iter(before["velden"])) != next(iter(now["velden"])):
            yield f"{name}: it has another key"
        if before["sinds"] != now["sinds"]:
            yield f"{name}: it is there since {before['sinds']}"
        for field, said in before["velden"].items():
            if field not in now["velden"]:
                yield f"{name}.{field}: this field is gone"
                continue
            says = now["velden"][field]
            for what in ("sinds", "soort", "lijst", "eenheid", "naar"):
                if said.get(what) != says.get(what):
                    yield f"{name}.{field}: {what} was {said.get(what)} and is {says.get(what)}"
            if "verplicht" in said and "verplicht" not in says:
                yield f"{name}.{field}: it always held a value"
            if ("keuzen" in said) != ("keuzen" in says):
                yield f"{name}.{field}: whether it is a choice has changed"
            for gone in set(said.get("keuzen", ())) - set(says.get("keuzen", ())):
                yield f"{name}.{field}: {gone} can no longer be chosen"


def _nieuw(toen: Contract, nu: Contract) -> Iterator[str]:
    """What is there now and was not, as far as it does not say so."""
    newer = _nummer(nu["versie"]) > _nummer(toen["versie"])
    for name, now in nu["tabellen"].items():
        before = toen["tabellen"].get(name)
        if before is None and not (newer and now["sinds"] == nu["versie"]):
            yield f"{name}: a new table is there since a newer version"
        for field, says in now["velden"].items():
            said = before["velden"].get(field) if before else None
            if before and said is None and not (newer and says["sinds"] == nu["versie"]):
                yield f"{name}.{field}: a new field is there since a newer version"
            if said and not newer and set(says.get("keuzen", ())) - set(said.get("keuzen", ())):
                yield f"{name}.{field}: a new choice comes with a newer version"


def test_the_published_contract_only_grows(pytestconfig: pytest.Config) -> None:
    now, bless = contract(), pytestconfig.getoption("--bless")
    if UITGEGEVEN.is_file():
        published = json.loads(UITGEGEVEN.read_text(encoding="utf-8"))
        assert bezwaren(published, now) == []
    else:
        assert bless, f"{UITGEGEVEN.relative_to(ROOT)} is not there; make it with: pytest --bless"
    if bless:
        UITGEGEVEN.parent.mkdir(exist_ok=True)
        UITGEGEVEN.write_text(_geschreven(now), encoding="utf-8", newline="")
    assert json.loads(UITGEGEVEN.read_text(encoding="utf-8")) == now


ID: dict[str, Any] = {"sinds": "1.0", "soort": "code", "verplicht": True}
MAAT = {**ID, "soort": "getal", "eenheid": "meter", "keuzen": ["groot", "klein"]}
KLEIN: Contract = {
    "versie": "1.0",
    "tabellen": {
        "dingen": {"sinds": "1.0", "velden": {"id": ID, "maat": MAAT}},
        "zaken": {"sinds": "1.0", "velden": {"id": ID}},
    },
}
Verandering = Callable[[Contract], object]


def _maat(**anders: object) -> Verandering:
    """The field with another value here and there; None takes it away."""
    new = {name: one for name, one in {**MAAT, **anders}.items() if one is not None}
    return lambda one: one["tabellen"]["dingen"]["velden"].update(maat=new)


def _weg_uit(naam: str, veld: str = "") -> Verandering:
    if not veld:
        return lambda one: one["tabellen"].pop(naam)
    return lambda one: one["tabellen"][naam]["velden"].pop(veld)


def _veld_erbij(sinds: str) -> Verandering:
    return lambda one: one["tabellen"]["dingen"]["velden"].update(nieuw={**MAAT, "sinds": sinds})


def _tabel_erbij(sinds: str) -> Verandering:
    new = {"sinds": sinds, "velden": {"id": {**ID, "sinds": sinds}}}
    return lambda one: one["tabellen"].update(nieuw=new)


def _in(versie: str, verander: Verandering) -> Verandering:
    return lambda one: (one.update(versie=versie), verander(one))


def _bezwaren(verander: Verandering) -> list[str]:
    nu = deepcopy(KLEIN)
    verander(nu)
    return bezwaren(KLEIN, nu)


@pytest.mark.parametrize(
    ("verander", "bezwaar"),
    [
        (_weg_uit("zaken"), "zaken: this table is gone"),
        (_weg_uit("dingen", "maat"), "dingen.maat: this field is gone"),
        (_weg_uit("dingen", "id"), "dingen: it has another key"),
        (_maat(soort="tekst"), "dingen.maat: soort was getal and is tekst"),
        (_maat(lijst=True), "dingen.maat: lijst was None and is True"),
        (_maat(eenheid="km"), "dingen.maat: eenheid was meter and is km"),
        (_maat(naar="zaken"), "dingen.maat: naar was None and is zaken"),
        (_maat(sinds="1.1"), "dingen.maat: sinds was 1.0 and is 1.1"),
        (_maat(verplicht=None), "dingen.maat: it always held a value"),
        (_maat(keuzen=["groot"]), "dingen.maat: klein can no longer be chosen"),
        (_maat(keuzen=None), "dingen.maat: whether it is a choice has changed"),
        (_maat(keuzen=["groot", "klein", "reus"]), "dingen.maat: a new choice comes with"),
        (_veld_erbij("1.0"), "dingen.nieuw: a new field is there since a newer version"),
        (_veld_erbij("1.1"), "dingen.nieuw: a new field is there since a newer version"),
        (_in("1.1", _veld_erbij("1.0")), "dingen.nieuw: a new field is there since a newer"),
        (_tabel_erbij("1.0"), "nieuw: a new table is there since a newer version"),
        (_in("1.1", _tabel_erbij("1.0")), "nieuw: a new table is there since a newer version"),
        # A newer version after the point takes nothing away.
        (_in("1.1", _maat(soort="tekst")), "dingen.maat: soort was getal and is tekst"),
        (_in("1.1", _weg_uit("zaken")), "zaken: this table is gone"),
    ],
)
def test_what_a_program_would_trip_over_is_told(verander: Verandering, bezwaar: str) -> None:
    assert [one for one in _bezwaren(verander) if one.startswith(bezwaar)]


@pytest.mark.parametrize(
    "verander",
    [
        lambda one: None,
        _in("1.1", _veld_erbij("1.1")),
        _in("1.1", _tabel_erbij("1.1")),
        _in("1.1", _maat(keuzen=["groot", "klein", "reus"])),
        _in("2.0", _weg_uit("zaken")),
    ],
)
def test_what_is_new_and_says_so_is_no_trouble(verander: Verandering) -> None:
    assert _bezwaren(verander) == []


def test_the_log_tells_every_version_newest_first() -> None:
    versions = [one.versie for one in WIJZIGINGEN]
    assert versions[0] == VERSIE
    assert versions == sorted(set(versions), key=_nummer, reverse=True)
    days = [one.dag for one in WIJZIGINGEN]
    assert days == sorted(days, reverse=True)
    since = {table.sinds for table in alle_tabellen()}
    since |= {field.sinds for table in alle_tabellen() for field in table.velden}
    assert since <= set(versions)


# ---------------------------------------------------------------- what a table says of itself


def _velden() -> Iterator[tuple[str, Tabel, Veld]]:
    for table in alle_tabellen():
        for field in table.velden:
            yield f"{table.naam}.{field.naam}", table, field


def test_tables_stand_in_one_order_whichever_area_was_imported_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tables = alle_tabellen()
    later = sorted(vastgelegd._TABELLEN, key=lambda one: one.gebied, reverse=True)
    monkeypatch.setattr(vastgelegd, "_TABELLEN", later)
    assert alle_tabellen.__wrapped__() == tables


def test_names_are_the_same_for_every_program() -> None:
    """Letters, digits and underscores, as a column of a database and a name in R and Python."""
    tables = [one.naam for one in alle_tabellen()]
    assert len(tables) == len(set(tables))
    form = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
    assert not [one for one in tables if not form.fullmatch(one)]
    assert not [where for where, _, field in _velden() if not form.fullmatch(field.naam)]


def test_the_key_of_a_table_is_a_code_that_is_always_there() -> None:
    for table in alle_tabellen():
        key = table.velden[0]
        assert (key.soort, key.lijst, key.verplicht) == (Veldsoort.CODE, False, True), table.naam
        assert table.velden[-len(STAARTVELDEN) :] == STAARTVELDEN, table.naam


def test_a_reference_is_a_code_to_one_table_and_a_choice_is_a_code() -> None:
    tables = {one.naam for one in alle_tabellen()}
    for where, _, field in _velden():
        assert not field.naar or field.naar in tables, where
        assert field.soort is Veldsoort.CODE or not (field.naar or field.keuzen), where
        assert "onbekend" not in field.keuzen, where


def test_every_kind_of_the_data_has_a_table_or_a_reason_why_not() -> None:
    kinds = {one.naam for one in SOORTEN}
    tables = {one.soort for one in alle_tabellen()} - {""}
    assert tables | set(ZONDER) == kinds
    assert tables & set(ZONDER) == set()


def test_a_table_of_records_is_called_as_the_data_call_them() -> None:
    for table in alle_tabellen():
        if table.soort and SOORT[table.soort].is_map:
            assert table.naam == SOORT[table.soort].veld


def test_a_table_is_of_the_area_of_its_records() -> None:
    for table in alle_tabellen():
        if table.soort:
            assert table.gebied == SOORT[table.soort].gebied, table.naam


def _teksten() -> Iterator[str]:
    for table in alle_tabellen():
        yield from (table.titel, table.uitleg)
    for _, _, field in _velden():
        yield from (field.titel, field.betekenis, *field.keuzen.values())
        yield from (one for one in (field.eenheid, field.bron) if one)
    yield from (ROL.titel, ROL.betekenis, *ROL.keuzen.values())
    yield from ZONDER.values()
    yield from (one.tekst for one in WIJZIGINGEN)


@pytest.mark.parametrize("taal", met_interface())
def test_every_text_of_the_contract_is_translated(taal: str) -> None:
    words, _ = interface(taal)
    assert words is not None
    texts = [one for one in dict.fromkeys(_teksten()) if any(map(str.isalpha, one))]
    assert [one for one in texts if one not in words] == []


@pytest.mark.parametrize("taal", ["nl", *met_interface()])
def test_no_two_heads_of_a_sheet_are_the_same(taal: str) -> None:
    words = interface(taal)[0] if taal != "nl" else {}
    for table in alle_tabellen():
        heads = Counter((words or {}).get(one.titel, one.titel) for one in table.velden)
        assert [one for one, times in heads.items() if times > 1] == [], table.naam


def test_every_text_says_something_in_a_sentence() -> None:
    for where, _, field in _velden():
        assert not field.titel[0].islower(), where
        assert not field.titel.endswith("."), where
        assert field.betekenis.endswith("."), where
    sentences = [*(one.uitleg for one in alle_tabellen()), *ZONDER.values()]
    assert [one for one in sentences if not one.endswith((".", "?"))] == []


# ---------------------------------------------------------------- what rows keep


def _regio(map: Path) -> Regio:
    found = load(map, DAG).regio
    assert found is not None
    return found


@pytest.fixture(scope="module")
def regios(regio: Regio, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Regio]:
    """Every invented region."""
    folder = tmp_path_factory.mktemp("ruim") / "data"
    for layer in (MINI, RUIM):
        shutil.copytree(layer, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    for path, text in scholen.bestanden(""):
        if path.startswith(("partijen/", "monitor/scholen/", "monitor/wijken/")):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    with (folder / "monitor" / "indicatoren" / "hulp.yml").open("a", encoding="utf-8") as stream:
        stream.write(
            "niet_naast:\n  - indicator: inwoners\n    reden: Het is niet te vergelijken.\n"
        )
    return {"mini": regio, "ruim": _regio(folder), "handleiding": _regio(HANDLEIDING)}


@pytest.fixture(scope="module")
def tabellen(regios: dict[str, Regio]) -> dict[str, dict[str, Gevuld]]:
    """Every table of every invented region, by the name of the region and its own."""
    return {name: _gevuld(one) for name, one in regios.items()}


def _gevuld(regio: Regio, taal: str = "nl") -> dict[str, Gevuld]:
    return {one.naam: one for one in alle_gevuld(Blik(regio, Vertaler(taal), DAG), WORTEL)}


def _kolom(gevuld: Gevuld, at: int) -> list[Any]:
    """Every value of a field, of a list each apart; an empty cell has none."""
    cells = (row[at] for row in gevuld.rijen)
    parts = (cell if isinstance(cell, tuple) else (cell,) for cell in cells)
    return [one for one in chain.from_iterable(parts) if one is not None]


def _elke_kolom(
    tabellen: dict[str, dict[str, Gevuld]],
) -> Iterator[tuple[str, dict[str, Gevuld], Gevuld, Veld, int]]:
    for region, tables in tabellen.items():
        for gevuld in tables.values():
            for at, field in enumerate(gevuld.velden):
                yield f"{region}: {gevuld.naam}.{field.naam}", tables, gevuld, field, at


Tabellen = dict[str, dict[str, Gevuld]]


def test_every_table_has_rows_to_judge_in_one_of_the_regions(tabellen: Tabellen) -> None:
    empty = {
        table.naam
        for table in alle_tabellen()
        if not any(one[table.naam].rijen for one in tabellen.values() if table.naam in one)
    }
    assert empty == set()


def test_every_key_is_there_once(tabellen: Tabellen) -> None:
    for region, tables in tabellen.items():
        for name, gevuld in tables.items():
            keys = Counter(row[0] for row in gevuld.rijen)
            assert [one for one, times in keys.items() if times > 1 or not one] == [], (
                region,
                name,
            )


def test_every_value_of_a_choice_is_one_of_those_that_the_contract_names(
    tabellen: Tabellen,
) -> None:
    for where, _, gevuld, field, at in _elke_kolom(tabellen):
        if field.keuzen:
            assert set(_kolom(gevuld, at)) <= set(field.keuzen), where


def test_every_reference_leads_to_a_row(tabellen: Tabellen) -> None:
    for where, tables, gevuld, field, at in _elke_kolom(tabellen):
        if field.naar and (found := _kolom(gevuld, at)):
            assert field.naar in tables, where
            assert set(found) <= {row[0] for row in tables[field.naar].rijen}, where


def test_what_always_holds_a_value_does(tabellen: Tabellen) -> None:
    for where, _, gevuld, field, at in _elke_kolom(tabellen):
        if field.verplicht:
            assert not [row for row in gevuld.rijen if row[at] in (None, "")], where


def test_nobody_knows_is_no_word_in_a_cell(tabellen: Tabellen) -> None:
    for where, _, gevuld, field, at in _elke_kolom(tabellen):
        if field not in STAARTVELDEN:
            assert not {"onbekend", "None"} & set(map(str, _kolom(gevuld, at))), where


def test_what_is_unknown_or_dutch_is_named_by_its_field_and_empty(tabellen: Tabellen) -> None:
    for region, tables in tabellen.items():
        for name, gevuld in tables.items():
            at = {field.naam: n for n, field in enumerate(gevuld.velden)}
            for row in gevuld.rijen:
                unknown, dutch = (row[at[one.naam]] for one in STAARTVELDEN)
                assert isinstance(unknown, tuple), (region, name)
                assert isinstance(dutch, tuple), (region, name)
                assert all(row[at[one]] is None for one in unknown), (region, name, row[0])
                assert all(row[at[one]] is not None for one in dutch), (region, name, row[0])


def test_codes_are_the_same_in_each_language(regio: Regio, tabellen: Tabellen) -> None:
    english = _gevuld(regio, "en")
    for name, gevuld in tabellen["mini"].items():
        for at, field in enumerate(gevuld.velden):
            if field.soort not in (Veldsoort.TEKST, Veldsoort.ADRES) and field not in STAARTVELDEN:
                assert _kolom(gevuld, at) == _kolom(english[name], at), f"{name}.{field.naam}"


@pytest.mark.parametrize("gebied", sorted({one.gebied for one in alle_tabellen()} - {ALTIJD}))
def test_of_an_area_that_a_region_has_nothing_of_there_is_no_table(
    gebied: str, regio: Regio
) -> None:
    nothing: dict[str, Any] = {
        one.veld: MappingProxyType({}) if one.is_map else None
        for one in SOORTEN
        if one.gebied == gebied
    }
    bare = replace(regio, **nothing)
    areas = {one.naam: one.gebied for one in alle_tabellen()}
    assert gebied not in {areas[name] for name in _gevuld(bare)}
    assert gebied in {areas[name] for name in _gevuld(regio)}


def test_what_has_no_place_on_the_site_has_no_field_for_its_page() -> None:
    places = {one.naam: bool(one.adres) for one in SOORTEN}
    found = {
        table.naam: places[table.soort]
        for table in alle_tabellen()
        if table.soort and "pagina" in {one.naam for one in table.velden}
    }
    assert found
    assert [name for name, stands in found.items() if not stands] == []
