"""What the pages with figures are given: sums, shares, sentences, maps and tables that are true.

Each is compared with a recount from the rows themselves: the CSV files as they stand, or made-up ones.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from macros.bescherming.lekken.vakken import verborgen
from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.monitor import cijfer
from macros.model.monitor.cijfer import Cijferstatus, Getal, Periode, lees
from macros.model.monitor.indicator import (
    TOTAAL,
    Categorie,
    Eenheid,
    NietNaast,
    Reeks,
    Waarneming,
    Waarnemingen,
)
from macros.model.monitor.inrichting import Tegel
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor import dashboard, dpia, duiding, overzicht
from macros.views.monitor.alles import alle_figuren, elk_cijfer
from macros.views.monitor.antwoord import antwoord, nieuwste
from macros.views.monitor.basis import GEEN_CIJFER, GROEP, STATUS, periodenaam, punt
from macros.views.monitor.cijfers import Cijferboek, Vondst
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Baan, Figuur, Kaart, Soort
from macros.views.monitor.pagina import Gebiedcijfers, gebiedcijfers, indicatorpagina
from tests.langzaam import voorbeelden
from tests.unit.mini import DATA_MINI
from tests.unit.mini import met as met_record

NL = Vertaler("nl")
VANDAAG = Datum(2023)
EN = Vertaler("en")
PROPERTY = voorbeelden(25)
JAREN = ("2020", "2021", "2022")
NAMEN = ("Zijl", "Aa", "'s-Beek", "Noord", "Ede", "De Wijk", "IJmeer", "Oost")
GEMEENTEN = tuple(f"gemeente-{number}" for number in range(1, len(NAMEN) + 1))
REGIO = "heel-mini"
VOORLOPIG = ("voorlopig", "nader-voorlopig")
GETAL = r"(\d{1,3}(?:\.\d{3})*(?:,\d+)?)"

Rij = tuple[str, str, str, str, str, str]
"""(indicator, area, period, part, value, status) as text."""


def waarde(text: str) -> Decimal | None:
    """The number of a cell, read by hand; None for a sign."""
    if text == "-":
        return Decimal(0)
    return None if text in (".", "x", "") else Decimal(text.replace(",", "."))


def gelezen(text: str) -> Decimal:
    """A number in a sentence: 1.730 or 12,5."""
    return Decimal(text.replace(".", "").replace(",", "."))


# ---------------------------------------------------------------- the figures of data_mini


def _csv() -> Iterator[dict[str, str]]:
    for file in sorted((DATA_MINI / "monitor/waarnemingen").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle, delimiter=";")


RIJEN = [*_csv()]
"""Every published figure of the invented region, read by another reader than that of the site."""
RAUW = {
    (row["indicator"], row["gebied"], row["periode"], row["uitsplitsing"]): row for row in RIJEN
}


@pytest.fixture(scope="module")
def paginas(regio: Regio) -> tuple[Gebiedcijfers, ...]:
    return tuple(gebiedcijfers(Blik(regio, NL, VANDAAG), key) for key in regio.gemeenten)


@pytest.fixture(scope="module")
def figuren(regio: Regio, paginas: tuple[Gebiedcijfers, ...]) -> list[Figuur]:
    """Every figure on every page, as often as it is on one."""
    return [*_figuren(regio), *(figure for page in paginas for figure in page.figuren)]


def _figuren(regio: Regio) -> Iterator[Figuur]:
    for key in regio.indicatoren:
        yield from indicatorpagina(Blik(regio, NL, VANDAAG), key).figuren
    for card in dashboard.dashboard(Blik(regio, NL, VANDAAG)):
        yield from card.figuren
    for one in dashboard.vergelijking(Blik(regio, NL, VANDAAG)):
        yield from one.figuren


def half_omhoog(breuk: Fraction) -> Decimal:
    """To one decimal, by whole numbers only."""
    tenths = (20 * breuk.numerator + breuk.denominator) // (2 * breuk.denominator)
    return Decimal(tenths).scaleb(-1)


def som(parts: Iterable[tuple[str, str]], gebied: str, periode: str) -> Fraction | None:
    """The sum of published counts; None when one is not there or hidden."""
    total = Fraction(0)
    for indicator, deel in parts:
        row = RAUW.get((indicator, gebied, periode, deel))
        number = waarde(row["waarde"]) if row else None
        if number is None:
            return None
        total += Fraction(number)
    return total


def test_every_share_that_is_ours_is_that_of_the_published_counts(regio: Regio) -> None:
    boek = Cijferboek(Blik(regio, NL, VANDAAG))
    compared = 0
    for one in regio.indicatoren.values():
        if one.afleiding is None:
            continue
        above = [(part.indicator, part.uitsplitsing) for part in one.afleiding.teller]
        below = [(part.indicator, part.uitsplitsing) for part in one.afleiding.noemer]
        members = regio.werkingsgebieden[boek.gebied].gemeenten
        for area in (*regio.gemeenten, *regio.referentiegebieden, boek.gebied):
            for period in sorted({row["periode"] for row in RIJEN}):
                areas = members if area == boek.gebied else (area,)
                sides = [[som(side, key, period) for key in areas] for side in (above, below)]
                found = boek.vind(one, area, Periode.parse(period))
                if None in sides[0] + sides[1]:
                    assert found is None or not isinstance(found.cijfer, Getal)
                    continue
                up, down = (sum(side) for side in sides)  # type: ignore[arg-type]
                assert found is not None
                assert found.cijfer == Getal(half_omhoog(Fraction(100 * up, down)))
                assert found.afgeleid
                compared += 1
    assert compared >= len(regio.gemeenten)


def test_the_region_is_the_sum_of_its_municipalities_or_hidden_with_one_of_them(
    regio: Regio,
) -> None:
    boek = Cijferboek(Blik(regio, NL, VANDAAG))
    members = regio.werkingsgebieden[boek.gebied].gemeenten
    kinds: Counter[str] = Counter()
    for indicator, period, part in sorted({(key[0], *key[2:]) for key in RAUW}):
        one = regio.indicatoren[indicator]
        rows = [RAUW.get((indicator, key, period, part)) for key in members]
        found = boek.vind(one, boek.gebied, Periode.parse(period), part)
        if one.eenheid is Eenheid.PROCENT or None in rows:
            assert found is None
            kinds["none"] += 1
            continue
        texts = [row["waarde"] for row in rows if row]
        numbers = [waarde(text) for text in texts]
        assert found is not None
        if None in numbers:
            assert cijfer.teken(found.cijfer) in texts
            assert not isinstance(found.cijfer, Getal)
            kinds["hidden"] += 1
        else:
            assert found.cijfer == Getal(sum(numbers))  # type: ignore[arg-type]
            kinds["sum"] += 1
    assert min(kinds[kind] for kind in ("hidden", "sum")) > 0


def test_every_observation_of_a_municipality_is_on_its_page(
    regio: Regio, paginas: tuple[Gebiedcijfers, ...]
) -> None:
    """In the row of its indicator and part and the column of its period, with the source's sign."""
    seen = 0
    for page in paginas:
        cells = dict(_tabelcellen(page))
        for (indicator, gebied, period, part), row in RAUW.items():
            if gebied != page.id:
                continue
            one = regio.indicatoren[indicator]
            parts = {deel.id: str(deel.naam) for deel in one.delen()}
            name = str(one.titel) if part == TOTAAL else parts[part]
            found = cells[f"monitor/{indicator}/", name, periodenaam(NL, Periode.parse(period))]
            assert found.teken == row["waarde"]
            is_number = waarde(row["waarde"]) is not None
            assert found.voorlopig == (is_number and row["status"] in VOORLOPIG)
            seen += 1
    assert seen == sum(row["gebied"] in regio.gemeenten for row in RIJEN) > 20


def _tabelcellen(page: Gebiedcijfers) -> Iterator[tuple[tuple[str, str, str], Any]]:
    """((path of the indicator, indicator or part, period), cell) of every table."""
    for table in page.tabellen:
        pad = ""
        for row in table.rijen:
            pad = row.pad or pad
            name = str(row.naam)
            for column, cell in zip(table.kolommen, row.punten, strict=True):
                yield (pad, name, column), cell
                yield (pad, name.rpartition(", ")[2], column), cell


def test_tables_of_a_municipality_have_names_of_their_own_and_no_empty_column(
    paginas: tuple[Gebiedcijfers, ...],
) -> None:
    for page in paginas:
        assert len({table.id for table in page.tabellen}) == len(page.tabellen)
        for table in page.tabellen:
            assert re.fullmatch(r"[a-z0-9-]+", table.id)
            for column in range(len(table.kolommen)):
                cells = [row.punten[column] for row in table.rijen]
                assert any(cell.soort is not Soort.GEEN for cell in cells)


def test_every_observation_is_in_the_list_of_all_figures_and_nothing_is_there_twice(
    regio: Regio,
) -> None:
    rows = [*elk_cijfer(Blik(regio, NL, VANDAAG))]
    by_key = {row.kenmerk: row for row in rows}
    assert len(by_key) == len(rows)
    for key, raw in RAUW.items():
        row = by_key["/".join(key)]
        [origin] = row.vondst.herkomst
        assert cijfer.teken(row.vondst.cijfer) == raw["waarde"]
        assert (row.indicator, row.gebied, str(row.periode), row.deel) == key
        assert row.vondst.status == origin.status == raw["status"]
        assert (origin.zekerheid, origin.bron) == (raw["zekerheid"], raw["bron"])
        assert not row.vondst.afgeleid
    others = [row for key, row in by_key.items() if key not in set(map("/".join, RAUW))]
    assert all(row.vondst.afgeleid for row in others if row.indicator in {key[0] for key in RAUW})


def test_a_figure_has_one_name_wherever_it_is_and_no_other_has_it(figuren: list[Figuur]) -> None:
    by_id: dict[str, Figuur] = {}
    for figure in figuren:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", figure.id)
        assert by_id.setdefault(figure.id, figure) == figure
    assert len(by_id) > 10
    assert len({figure.titel for figure in by_id.values()}) == len(by_id)


def test_all_figures_of_the_site_are_those_of_its_pages(
    regio: Regio, figuren: list[Figuur]
) -> None:
    found = alle_figuren(Blik(regio, NL, VANDAAG))
    assert found == {figure.id: figure for figure in figuren}


def test_every_sentence_on_the_site_is_true_of_its_figure(
    regio: Regio, figuren: list[Figuur]
) -> None:
    kinds: Counter[str] = Counter()
    for figure in figuren:
        kind = figure.id.rpartition("-")[2]
        if kind == "gemeenten":
            klopt_per_gemeente(figure)
        elif kind == "verandering":
            key = figure.id.removesuffix("-verandering")
            [reeks] = regio.indicatoren[key].reeksen
            klopt_verandering(figure, reeks, afgerond_in_teller(regio, key, reeks))
        else:
            klopt_verdeling(figure)
            kind = "verdeling"
        kinds[kind] += 1
    assert set(kinds) == {"gemeenten", "verandering", "verdeling"}


def afgerond_in_teller(regio: Regio, key: str, reeks: Reeks) -> dict[str, Fraction]:
    """What the rounded counts above the line of a share may add to it, both years together."""
    formula = regio.indicatoren[key].afleiding
    found: dict[str, Fraction] = {}
    if formula is None:
        return found
    for gemeente in regio.gemeenten:
        for year in (str(reeks.perioden[0]), str(reeks.perioden[-1])):
            above = [
                waarde(RAUW[one.indicator, gemeente, year, one.uitsplitsing]["waarde"])
                for one in formula.teller
            ]
            below = som(
                [(one.indicator, one.uitsplitsing) for one in formula.noemer], gemeente, year
            )
            if None in above:
                continue
            assert below is not None
            rounded = sum(half(one) for one in above if one is not None)
            found[gemeente] = found.get(gemeente, Fraction(0)) + 100 * rounded / below
    return found


def test_the_axis_holds_every_value_and_little_more(figuren: list[Figuur]) -> None:
    for figure in figuren:
        klopt_as(figure)


def test_no_sentence_about_municipalities_names_one_of_them(
    regio: Regio, figuren: list[Figuur]
) -> None:
    """Who is highest or lowest is not said: this is no ranking."""
    names = [one.naam for one in regio.gemeenten.values()]
    compared = [one for one in figuren if {baan.id for baan in one.banen} & set(regio.gemeenten)]
    assert len(compared) > 6
    for figure in compared:
        assert not noemt(figure.zin, names)


def test_municipalities_stand_by_name_and_never_by_value(
    regio: Regio, figuren: list[Figuur]
) -> None:
    by_name = sorted(regio.gemeenten, key=lambda key: regio.gemeenten[key].naam)
    for figure in figuren:
        if {baan.id for baan in figure.banen} & set(regio.gemeenten):
            assert [baan.id for baan in figure.banen] == by_name
            assert [str(baan.naam) for baan in figure.banen] == [
                regio.gemeenten[key].naam for key in by_name
            ]
    assert [link.pad for link in overzicht.gemeenten(Blik(regio, NL, VANDAAG))] == [
        f"monitor/gemeente/{key}/" for key in by_name
    ]


def test_every_map_of_the_site_has_the_shade_its_legend_says(regio: Regio) -> None:
    tekenaar = Tekenaar(Cijferboek(Blik(regio, NL, VANDAAG)), Blik(regio, NL, VANDAAG))
    maps = [
        kaart
        for one in regio.indicatoren.values()
        for part in tekenaar.boek.delen(one)
        if (kaart := tekenaar.kaart(one, part)) is not None
    ]
    assert maps
    for kaart in maps:
        klopt_kaart(kaart)


def test_the_pages_say_of_how_many_figures_which_source_is(regio: Regio) -> None:
    found = overzicht.cijferbronnen(Blik(regio, NL, VANDAAG))
    empty = Counter(row["bron"] for row in RIJEN if waarde(row["waarde"]) is None)
    assert {str(link.titel): (n, without) for link, n, without in found.bronnen} == {
        regio.bronnen[key].titel: (n, empty[key])
        for key, n in Counter(row["bron"] for row in RIJEN).items()
    }
    assert found.eigen == len(regio.uitgaven)


# ---------------------------------------------------------------- what a sentence must say


def noemt(zin: str, namen: Iterable[str]) -> list[str]:
    return [naam for naam in namen if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", zin)]


def aantallen(figure: Figuur, index: int = 0) -> list[Decimal | None]:
    return [baan.punten[index].waarde for baan in figure.banen]


def klopt_voorlopig(figure: Figuur) -> None:
    provisional = any(baan.punten[0].voorlopig for baan in figure.banen)
    assert figure.zin.endswith("Voorlopige cijfers.") == provisional


def klopt_ontbreekt(figure: Figuur, woord: str) -> None:
    missing = aantallen(figure).count(None)
    said = re.search(rf"Van (\d+) (?:{woord}) is er geen cijfer\.", figure.zin)
    assert (int(said.group(1)) if said else 0) == missing


def klopt_per_gemeente(figure: Figuur) -> None:
    zin = figure.zin
    assert zin.startswith(figure.titel)
    numbers = [one for one in aantallen(figure) if one is not None]
    between = re.search(rf"per gemeente tussen {GETAL}%? en {GETAL}%?[.;]", zin)
    one = re.search(rf"per gemeente {GETAL}%?[.;]", zin)
    if not numbers:
        assert zin.endswith("Per gemeente is er geen cijfer.")
        assert between is one is None
    elif len(set(numbers)) > 1:
        assert between is not None
        assert [*map(gelezen, between.groups())] == [min(numbers), max(numbers)]
    else:
        assert between is None
        assert one is not None
        assert gelezen(one.group(1)) == numbers[0]
    if numbers:
        klopt_ontbreekt(figure, "gemeenten?")
    for lijn in figure.lijnen:
        assert f"; {lijn.naam}: {lijn.punt.tekst}" in zin or not numbers
    klopt_voorlopig(figure)


def half(number: Decimal) -> Fraction:
    """How far a printed number may be from the real one."""
    exponent = int(number.as_tuple().exponent)
    if exponent < 0:
        return Fraction(10) ** exponent / 2
    return Fraction(10 if number % 10 == 0 else 5 if number % 5 == 0 else 0, 2)


def klopt_verandering(
    figure: Figuur, reeks: Reeks, teller: Mapping[str, Fraction] | None = None
) -> None:
    """``teller``: how far a computed share may be off by the rounding of its counts, by lane."""
    rows = [
        (Fraction(first), Fraction(last), half(first) + half(last) + (teller or {}).get(baan.id, 0))
        for baan in figure.banen
        if (first := baan.punten[0].waarde) is not None
        and (last := baan.punten[-1].waarde) is not None
    ]
    if not isinstance(reeks.speling, int):
        assert "Hoe groot een verschil moet zijn, is onbekend." in figure.zin
        assert not re.search(r"in \d+ ", figure.zin)
        return
    margin = Fraction(reeks.speling, 100)
    down = sum(first - last > first * margin + slack for first, last, slack in rows)
    up = sum(last - first > first * margin + slack for first, last, slack in rows)
    if margin:
        said = re.search(
            r": in (\d+) van de (\d+) gemeenten met cijfers een daling van meer dan (\d+)%, "
            r"in (\d+) een stijging\.",
            figure.zin,
        )
        wanted = [down, len(rows), reeks.speling, up]
    else:
        said = re.search(
            r": in (\d+) van de (\d+) gemeenten met cijfers meer, in (\d+) minder\.", figure.zin
        )
        wanted = [up, len(rows), down]
    assert said is not None
    assert [*map(int, said.groups())] == wanted
    unsure = any(baan.punten[end].voorlopig for baan in figure.banen for end in (0, -1))
    assert ("zeker" in figure.zin) == unsure
    assert figure.zin.endswith(" dus zeker is dit niet.") == unsure


def klopt_verdeling(figure: Figuur, totaal: Decimal | None = None) -> None:
    """The largest part of the whole, or else every part that has a number."""
    zin = figure.zin
    cells = [(str(baan.naam), baan.punten[0]) for baan in figure.banen]
    known = {name: one.waarde for name, one in cells if one.waarde is not None}
    largest = [name for name, one in known.items() if one == max(known.values())]
    said = re.search(
        rf": het grootste deel is '(.+?)', met {GETAL} van de {GETAL} \((\d+)%\)\.",
        zin,
    )
    if said is None:
        assert "het grootst" not in zin
        told = [f"{name} {NL.decimaal(one)}" for name, one in known.items()]
        assert f": {NL.opsomming(told)}." in zin
    else:
        assert [said.group(1)] == largest
        top, whole = gelezen(said.group(2)), gelezen(said.group(3))
        assert top == known[largest[0]]
        assert totaal in (None, whole)
        share = Fraction(100) * Fraction(top) / Fraction(whole)
        assert abs(share - int(said.group(4))) <= Fraction(1, 2)
        assert len(known) == len(cells)
        assert sum(known.values()) >= whole * Decimal("0.95")
    klopt_ontbreekt(figure, "deel|delen")
    klopt_voorlopig(figure)


def klopt_as(figure: Figuur) -> None:
    values = [one.waarde for baan in figure.banen for one in baan.punten if one.waarde is not None]
    values += [lijn.punt.waarde for lijn in figure.lijnen if lijn.punt.waarde is not None]
    highest = max(values, default=Decimal(0))
    assert figure.einde >= highest
    if highest:
        assert figure.einde <= highest * Decimal("1.6")


def klopt_kaart(kaart: Kaart) -> None:
    """Each tile is lower than, around or higher than one area, and around is within a tenth."""
    words = {step: text.split(" ", 1)[0] for step, text in kaart.legenda}
    assert words == {1: "lager", 3: "rond", 5: "hoger"}
    [norm] = {gelezen(re.findall(rf"\({GETAL}%\)$", text)[0]) for _, text in kaart.legenda}
    for vak in kaart.vakken:
        value = vak.punt.waarde
        if value is None:
            assert vak.trede == 0
        elif value * 10 < norm * 9:
            assert vak.trede == 1
        else:
            assert vak.trede == (5 if value * 10 > norm * 11 else 3)
    assert not noemt(kaart.zin, [vak.naam for vak in kaart.vakken])


# ---------------------------------------------------------------- made-up figures


class Streek(Regio):
    """A region that a failing test does not print whole."""

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text("streek")


@pytest.fixture(scope="module")
def streek(regio: Regio) -> Regio:
    """Eight municipalities of which nothing is known, with one share that a source gives."""
    regio = Streek(**{one.name: getattr(regio, one.name) for one in fields(regio)})
    dorp = regio.gemeenten["gemeente-dorp"]
    share = {"id": "aandeel", "nummer": 9, "eenheid": Eenheid.PROCENT, "noemer": "Iedereen"}
    delen = regio.indicatoren["hulp"].uitsplitsingen[0]
    more = Categorie(id="ouder", naam="vanaf 18 jaar")
    hulp = {"uitsplitsingen": (delen.model_copy(update={"delen": (*delen.delen, more)}),)}
    return replace(
        regio,
        gemeenten=MappingProxyType(
            {
                key: dorp.model_copy(update={"id": key, "naam": naam})
                for key, naam in zip(GEMEENTEN, NAMEN, strict=True)
            }
        ),
        werkingsgebieden=MappingProxyType(
            {REGIO: regio.werkingsgebieden[REGIO].model_copy(update={"gemeenten": GEMEENTEN})}
        ),
        indicatoren=MappingProxyType(
            {
                **regio.indicatoren,
                "hulp": regio.indicatoren["hulp"].model_copy(update=hulp),
                "aandeel": regio.indicatoren["inwoners"].model_copy(update=share),
            }
        ),
        monitor=regio.monitor.model_copy(
            update={
                "kaart": tuple(
                    Tegel(gemeente=key, rij=str(1 + number // 3), kolom=str(1 + number % 3))  # type: ignore[arg-type]
                    for number, key in enumerate(GEMEENTEN)
                )
            }
        ),
        waarnemingen=MappingProxyType({}),
        uitgaven=(),
    )


def met(regio: Regio, rows: Iterable[Rij]) -> Regio:
    """The region with these figures and no others."""
    made = tuple(
        Waarneming.model_validate(
            {
                **dict(
                    zip(
                        ("indicator", "gebied", "periode", "uitsplitsing", "waarde", "status"),
                        row,
                        strict=True,
                    )
                ),
                "opgehaald": "2022-11-01",
                "bron": "verslag",
                "zekerheid": "afgeleid",
            }
        )
        for row in rows
    )
    if not made:
        return regio
    files = {"proef": Waarnemingen(id="proef", rijen=made)}
    return replace(regio, waarnemingen=MappingProxyType(files))


def tekenaar(regio: Regio) -> Tekenaar:
    return Tekenaar(Cijferboek(Blik(regio, NL, VANDAAG)), Blik(regio, NL, VANDAAG))


TEKENS = st.sampled_from([".", "x", "-", ""])
AANTALLEN = st.integers(2, 900).map(lambda n: str(5 * n)) | TEKENS
AANDELEN = st.integers(0, 1000).map(lambda n: f"{n // 10},{n % 10}") | TEKENS
STATUSSEN = st.sampled_from([*map(str, Cijferstatus)])
Cellen = Mapping[tuple[str, str], tuple[str, str] | None]


def cellen(
    values: st.SearchStrategy[str], jaren: tuple[str, ...] = ("2022",)
) -> st.SearchStrategy[dict[tuple[str, str], tuple[str, str] | None]]:
    """A value and a status, or nothing, for every municipality and year."""
    one = st.none() | st.tuples(values, STATUSSEN) | st.tuples(values, st.just("voorlopig"))
    return st.fixed_dictionaries({(key, jaar): one for key in GEMEENTEN for jaar in jaren})


def rijen(indicator: str, found: Cellen) -> list[Rij]:
    return [(indicator, key, jaar, TOTAAL, *cell) for (key, jaar), cell in found.items() if cell]


def alles(value: str, jaren: tuple[str, ...] = ("2022",)) -> dict[tuple[str, str], Any]:
    return {(key, jaar): (value, "definitief") for key in GEMEENTEN for jaar in jaren}


def test_the_newest_period_is_one_of_which_half_of_the_municipalities_have_a_figure(
    streek: Regio,
) -> None:
    assert len(GEMEENTEN) == 8
    old = rijen("inwoners", alles("50", ("2021",)))
    new = rijen("inwoners", alles("50"))
    for count, year in ((8, 2022), (4, 2022), (3, 2021)):
        made = met(streek, [*old, *new[:count]])
        assert tekenaar(made).laatste(made.indicatoren["inwoners"]) == Periode(year)
    few = met(streek, new[:1])
    assert tekenaar(few).laatste(few.indicatoren["inwoners"]) == Periode(2022)


@pytest.mark.parametrize("teken", [".", "x", ""])
def test_a_period_without_any_figure_displaces_none_that_has_them(
    streek: Regio, teken: str
) -> None:
    """On the page of the indicator and of a municipality, in every chart, table and sentence."""
    made = met(streek, _met_verborgen_jaar(teken))
    alone = met(streek, _met_verborgen_jaar(teken, "2022"))
    assert len(alone.waarnemingen["proef"].rijen) < len(made.waarnemingen["proef"].rijen)
    look, before = (Blik(regio, NL, VANDAAG) for regio in (made, alone))
    for key in ("inwoners", "hulp", "hulp-per-honderd"):
        page = indicatorpagina(look, key)
        assert page == indicatorpagina(before, key), key
        assert page.figuren
        assert [one for one in page.figuren if "2023" in one.titel + one.zin] == []
    assert dashboard.dashboard(look) == dashboard.dashboard(before)
    assert dashboard.stand(look) == dashboard.stand(before)
    assert dashboard.vergelijking(look) == dashboard.vergelijking(before)
    assert overzicht.indicatoren(look) == overzicht.indicatoren(before)
    for key in GEMEENTEN:
        here, there = gebiedcijfers(look, key), gebiedcijfers(before, key)
        assert (here.kern, here.figuren) == (there.kern, there.figuren)
    gone = set(elk_cijfer(look)) - set(elk_cijfer(before))
    assert gone
    assert not any(isinstance(one.vondst.cijfer, Getal) for one in gone)  # files hold all of it


def _met_verborgen_jaar(teken: str, laatste: str = "2023") -> list[Rij]:
    """Figures of everything in 2022 and, up to ``laatste``, nothing but a sign in 2023."""
    areas = (*GEMEENTEN, "land")
    values = {("inwoners", TOTAAL): "5000", ("hulp", TOTAAL): "300"}
    values |= {("hulp", "klein"): "100", ("hulp", "groot"): "200"}
    return [
        (indicator, area, year, part, value if year == "2022" else teken, "definitief")
        for year in ("2022", "2023")
        if year <= laatste
        for (indicator, part), value in values.items()
        for area in areas
    ]


def test_hidden_municipalities_keep_their_year_when_only_the_country_has_a_newer_figure(
    streek: Regio,
) -> None:
    rows = [
        (*row[:4], "90000", "voorlopig") if row[1:3] == ("land", "2023") else row
        for row in _met_verborgen_jaar(".")
    ]
    made = met(streek, rows)
    page = indicatorpagina(Blik(made, NL, VANDAAG), "hulp")
    assert page.blokken[0].per_gemeente is not None
    assert page.blokken[0].per_gemeente.reeksen == ("2022",)
    assert "Per gemeente is er geen cijfer" not in page.blokken[0].per_gemeente.zin
    (country,) = [one for one in page.splitsingen[0].figuren if one.id.endswith("-land")]
    assert country.reeksen == ("2023",)


def test_parts_are_drawn_of_the_newest_period_in_which_two_of_them_are_known(
    streek: Regio,
) -> None:
    rows = [
        (*row[:4], "100", "voorlopig") if row[1:4] == ("land", "2023", "klein") else row
        for row in _met_verborgen_jaar("x")
    ]
    page = indicatorpagina(Blik(met(streek, rows), NL, VANDAAG), "hulp")
    assert {one.reeksen for one in page.splitsingen[0].figuren} == {("2022",)}


def test_where_no_period_has_a_figure_the_newest_says_so(streek: Regio) -> None:
    made = met(streek, rijen("inwoners", alles(".", ("2021", "2022"))))
    figure = tekenaar(made).per_gemeente(made.indicatoren["inwoners"])
    assert figure is not None
    assert figure.reeksen == ("2022",)
    assert "Per gemeente is er geen cijfer." in figure.zin


def test_larger_areas_are_compared_only_where_no_municipality_has_a_figure(streek: Regio) -> None:
    land = streek.referentiegebieden["land"]
    provincie = land.model_copy(update={"id": "provincie", "naam": "De provincie"})
    areas = MappingProxyType({"land": land, "provincie": provincie})
    rows: list[Rij] = [
        ("aandeel", "land", "2022", TOTAAL, "10,7", "definitief"),
        ("aandeel", "provincie", "2022", TOTAAL, "11,1", "voorlopig"),
    ]
    made = met(replace(streek, referentiegebieden=areas), rows)
    figure = tekenaar(made).referentie(made.indicatoren["aandeel"])
    assert figure is not None
    assert {(str(one.naam), one.punten[0].tekst) for one in figure.banen} == {
        ("Het hele land", "10,7%"),
        ("De provincie", "11,1%"),
    }
    for baan in figure.banen:
        assert f"{baan.naam} {baan.punten[0].tekst}" in figure.zin
    klopt_voorlopig(figure)
    own: Rij = ("aandeel", GEMEENTEN[0], "2022", TOTAAL, "9,0", "definitief")
    made = met(made, [*rows, own])
    assert tekenaar(made).referentie(made.indicatoren["aandeel"]) is None


@PROPERTY
@given(found=cellen(AANTALLEN), soort=st.sampled_from(["inwoners", "aandeel"]))
@example(found=alles("50"), soort="inwoners")
@example(found=alles("-"), soort="inwoners")
@example(found=alles("x"), soort="aandeel")
def test_a_figure_by_municipality_shows_each_as_it_was_published(
    streek: Regio, found: Cellen, soort: str
) -> None:
    if soort == "aandeel":
        found = {key: cell and (cell[0][:2], cell[1]) for key, cell in found.items()}
    made = met(streek, rijen(soort, found))
    figure = tekenaar(made).per_gemeente(made.indicatoren[soort])
    if not any(found.values()):
        assert figure is None
        return
    assert figure is not None
    assert [str(baan.naam) for baan in figure.banen] == sorted(NAMEN)
    for baan in figure.banen:
        klopt_cel(baan, found[baan.id, "2022"])
    klopt_per_gemeente(figure)
    klopt_as(figure)
    assert not noemt(figure.zin, NAMEN)
    texts = [cell[0] if cell else "" for cell in found.values()]
    numbers = [waarde(text) for text in texts]
    told = re.search(rf"; Heel Mini: {GETAL}\.", figure.zin)
    assert (told is not None) == (soort == "inwoners" and None not in numbers)
    if told is not None:
        assert gelezen(told.group(1)) == sum(numbers)  # type: ignore[arg-type]


def klopt_cel(baan: Baan, cell: tuple[str, str] | None) -> None:
    [one] = baan.punten
    if cell is None:
        assert (one.soort, one.waarde, one.voorlopig) == (Soort.GEEN, None, False)
        return
    text, status = cell
    assert one.teken == text
    assert one.waarde == waarde(text)
    assert (one.soort is Soort.GETAL) == (waarde(text) is not None)
    assert one.voorlopig == (waarde(text) is not None and status in VOORLOPIG)


SPELING = st.sampled_from([0, 5, 10, ONBEKEND])


@PROPERTY
@given(found=cellen(AANTALLEN, JAREN), speling=SPELING)
@example(found=alles("100", JAREN), speling=5)
@example(
    found={
        **alles("1000", JAREN),
        (GEMEENTEN[0], "2022"): ("1060", "definitief"),
        (GEMEENTEN[1], "2022"): ("1061", "definitief"),
        (GEMEENTEN[2], "2022"): ("940", "definitief"),
        (GEMEENTEN[3], "2022"): ("939", "definitief"),
    },
    speling=5,
)
@example(
    found={
        **alles("100", JAREN),
        (GEMEENTEN[0], "2022"): ("105", "definitief"),
        (GEMEENTEN[1], "2022"): ("106", "definitief"),
        (GEMEENTEN[2], "2022"): ("95", "definitief"),
        (GEMEENTEN[3], "2022"): ("94", "voorlopig"),
        (GEMEENTEN[4], "2020"): ("-", "definitief"),
    },
    speling=5,
)
def test_a_change_counts_the_municipalities_that_moved_more_than_the_margin(
    streek: Regio, found: Cellen, speling: Any
) -> None:
    made = met(streek, rijen("inwoners", found))
    reeks = reeks_van(streek, speling)
    one = made.indicatoren["inwoners"].model_copy(update={"reeksen": (reeks,)})
    figure = tekenaar(made).verandering(one, reeks)
    known = [jaar for jaar in JAREN if any(found[key, jaar] for key in GEMEENTEN)]
    if len(known) < 2:
        assert figure is None
        return
    assert figure is not None
    assert list(figure.reeksen) == known
    assert figure.zin.startswith(f"Inwoners, van {known[0]} naar {known[-1]}")
    assume(
        any(None not in pair for pair in zip(aantallen(figure), aantallen(figure, -1), strict=True))
    )
    klopt_verandering(figure, reeks)
    klopt_as(figure)
    assert not noemt(figure.zin, NAMEN)


def reeks_van(regio: Regio, speling: Any) -> Reeks:
    [reeks] = regio.indicatoren["hulp"].reeksen
    return reeks.model_copy(
        update={"speling": speling, "perioden": tuple(map(Periode.parse, JAREN))}
    )


def test_a_change_of_which_no_municipality_has_both_ends_is_not_said_to_have_an_unknown_margin(
    streek: Regio,
) -> None:
    rows = {
        (GEMEENTEN[0], "2020"): ("50", "definitief"),
        (GEMEENTEN[1], "2022"): ("50", "definitief"),
    }
    made = met(streek, rijen("inwoners", rows))
    reeks = reeks_van(streek, 5)
    one = made.indicatoren["inwoners"].model_copy(update={"reeksen": (reeks,)})
    figure = tekenaar(made).verandering(one, reeks)
    assert figure is not None
    assert "onbekend" not in figure.zin


DELEN = ("klein", "groot", "ouder")


@PROPERTY
@given(
    delen=st.tuples(*[AANTALLEN] * 3),
    rest=st.none() | st.integers(0, 20) | st.integers(0, 5000),
    status=STATUSSEN,
)
@example(delen=("50", "50", "10"), rest=0, status="definitief")
@example(delen=("50", "100", "10"), rest=0, status="definitief")
@example(delen=("50", "100", "10"), rest=5000, status="definitief")
@example(delen=("50", "x", "100"), rest=900, status="voorlopig")
@example(delen=("50", "x", "10"), rest=None, status="voorlopig")
def test_a_division_names_the_largest_part_of_a_whole_or_every_part(
    streek: Regio, delen: tuple[str, ...], rest: int | None, status: str
) -> None:
    """What is not a division of the whole, or has no single largest part, is only summed up."""
    numbers = [one for text in delen if (one := waarde(text)) is not None]
    whole = None if rest is None else sum(numbers) + rest
    rows: list[Rij] = [
        ("hulp", GEMEENTEN[0], "2022", part, text, status)
        for part, text in zip(DELEN, delen, strict=True)
    ]
    rows.append(
        ("hulp", GEMEENTEN[0], "2022", TOTAAL, "." if whole is None else str(whole), status)
    )
    made = met(streek, rows)
    hulp = made.indicatoren["hulp"]
    figure = tekenaar(made).verdeling(hulp, hulp.uitsplitsingen[0], GEMEENTEN[0])
    if len(numbers) < 2:
        assert figure is None
        return
    assert figure is not None
    assert [baan.id for baan in figure.banen] == list(DELEN)
    assert [baan.punten[0].teken for baan in figure.banen] == list(delen)
    klopt_verdeling(figure, Decimal(whole) if whole is not None else None)
    klopt_as(figure)
    if whole is not None and whole >= 100 and numbers.count(max(numbers)) == 1:
        divides = len(numbers) == len(delen) and rest == 0
        assert not divides or "het grootst" in figure.zin


def test_there_is_no_share_of_a_whole_under_a_hundred(streek: Regio) -> None:
    for parts, told in ((("24", "40", "35"), False), (("25", "40", "35"), True)):
        rows: list[Rij] = [
            ("hulp", GEMEENTEN[0], "2022", part, text, "definitief")
            for part, text in zip(DELEN, parts, strict=True)
        ]
        rows.append(("hulp", GEMEENTEN[0], "2022", TOTAAL, str(sum(map(int, parts))), "definitief"))
        made = met(streek, rows)
        hulp = made.indicatoren["hulp"]
        figure = tekenaar(made).verdeling(hulp, hulp.uitsplitsingen[0], GEMEENTEN[0])
        assert figure is not None
        assert ("%" in figure.zin) == told


def test_parts_of_a_percentage_are_no_division(streek: Regio) -> None:
    share = streek.indicatoren["hulp"].model_copy(update={"eenheid": Eenheid.PROCENT})
    rows: list[Rij] = [("hulp", GEMEENTEN[0], "2022", part, "10", "definitief") for part in DELEN]
    made = tekenaar(met(streek, rows))
    assert made.verdeling(share, share.uitsplitsingen[0], GEMEENTEN[0]) is None


@PROPERTY
@given(found=cellen(AANDELEN), land=AANDELEN.filter(lambda text: text != "-"))
@example(found=alles("9,0"), land="10,0")
@example(found=alles("11,0"), land="10,0")
@example(found={**alles("8,9"), (GEMEENTEN[0], "2022"): ("11,1", "definitief")}, land="10,0")
def test_a_map_shows_who_is_around_the_country_and_no_finer_order(
    streek: Regio, found: Cellen, land: str
) -> None:
    country: Rij = ("aandeel", "land", "2022", TOTAAL, land, "definitief")
    made = met(streek, [*rijen("aandeel", found), country])
    kaart = tekenaar(made).kaart(made.indicatoren["aandeel"])
    assert (kaart is None) == (not any(found.values()) or waarde(land) is None)
    if kaart is None:
        return
    klopt_kaart(kaart)
    assert {text.rpartition(" (")[0].split(" ", 1)[1] for _, text in kaart.legenda} == {
        *("dan Het hele land", "Het hele land"),
    }
    places = {one.gemeente: (one.rij, one.kolom) for one in made.monitor.kaart}
    assert {vak.id: (vak.rij, vak.kolom) for vak in kaart.vakken} == places
    assert {vak.id: vak.naam for vak in kaart.vakken} == dict(zip(GEMEENTEN, NAMEN, strict=True))


def test_a_count_has_no_map(streek: Regio) -> None:
    """It would only show where many people live."""
    rows: list[Rij] = [
        ("inwoners", key, "2022", TOTAAL, str(100 * number), "definitief")
        for number, key in enumerate(GEMEENTEN, 1)
    ]
    made = met(streek, rows)
    assert tekenaar(made).kaart(made.indicatoren["inwoners"]) is None


# ---------------------------------------------------------------- sums and shares


def vind(regio: Regio, indicator: str, gebied: str, deel: str = TOTAAL) -> Vondst | None:
    return Cijferboek(Blik(regio, NL, VANDAAG)).vind(
        regio.indicatoren[indicator], gebied, Periode(2022), deel
    )


@PROPERTY
@given(found=cellen(AANTALLEN))
@example(found=alles("50"))
@example(found=alles("-"))
@example(found={**alles("50"), (GEMEENTEN[0], "2022"): ("50", "nader-voorlopig")})
@example(
    found={
        **alles("50"),
        (GEMEENTEN[0], "2022"): ("50", "nader-voorlopig"),
        (GEMEENTEN[1], "2022"): ("50", "voorlopig"),
        (GEMEENTEN[2], "2022"): ("50", "onbekend"),
    }
)
@example(found={**alles("50"), (GEMEENTEN[2], "2022"): ("50", "onbekend")})
def test_a_sum_has_a_number_only_when_all_its_parts_have(streek: Regio, found: Cellen) -> None:
    made = vind(met(streek, rijen("inwoners", found)), "inwoners", REGIO)
    if None in found.values():
        assert made is None
        return
    assert made is not None
    cells = [cell for cell in found.values() if cell]
    numbers = [waarde(text) for text, _ in cells]
    if None in numbers:
        reason = next(sign for sign in ("x", ".", "") if sign in [text for text, _ in cells])
        assert made.cijfer == lees(reason)
    else:
        assert made.cijfer == Getal(sum(numbers))  # type: ignore[arg-type]
    heaviest = [*VOORLOPIG, "onbekend", "definitief"]
    assert str(made.status) == min((status for _, status in cells), key=heaviest.index)
    assert made.afgeleid


def aandeel(streek: Regio, teller: str, noemer: str) -> cijfer.Cijfer | None:
    """The derived share of one municipality."""
    rows: list[Rij] = [
        ("hulp", GEMEENTEN[0], "2022", TOTAAL, teller, "definitief"),
        ("inwoners", GEMEENTEN[0], "2022", TOTAAL, noemer, "voorlopig"),
    ]
    found = vind(met(streek, rows), "hulp-per-honderd", GEMEENTEN[0])
    assert found is not None
    assert (found.status, found.afgeleid) == (Cijferstatus.VOORLOPIG, True)
    return found.cijfer


@PROPERTY
@given(st.integers(0, 5000), st.integers(100, 99999))
@example(1, 2000)
@example(3, 2000)
@example(0, 100)
@example(90, 100)
@example(91, 100)
@example(100, 100)
@example(101, 100)
def test_a_share_is_rounded_up_from_the_half_and_hidden_when_few_are_left_out_of_it(
    streek: Regio, teller: int, noemer: int
) -> None:
    found = aandeel(streek, str(teller), str(noemer))
    if noemer - teller < 10:
        assert isinstance(found, cijfer.Afgeschermd)
    else:
        assert found == Getal(half_omhoog(Fraction(100 * teller, noemer)))


@pytest.mark.parametrize(
    ("teller", "noemer", "teken"),
    [
        ("40", "99", "x"),
        ("40", "-", "x"),
        ("x", "4000", "x"),
        (".", "4000", "."),
        ("40", "x", "x"),
        ("40", ".", "."),
        (".", "x", "x"),
        ("", "4000", ""),
        ("-", "4000", "0,0"),
    ],
)
def test_a_share_of_a_hidden_or_small_group_is_hidden(
    streek: Regio, teller: str, noemer: str, teken: str
) -> None:
    found = aandeel(streek, teller, noemer)
    assert found is not None
    assert cijfer.teken(found) == teken


def test_a_share_may_be_off_by_its_own_rounding_and_that_of_its_counts(streek: Regio) -> None:
    rows: list[Rij] = [
        ("hulp", GEMEENTEN[0], "2022", TOTAAL, "45", "definitief"),
        ("inwoners", GEMEENTEN[0], "2022", TOTAAL, "4001", "definitief"),
    ]
    boek = Cijferboek(Blik(met(streek, rows), NL, VANDAAG))
    share, count, none = (
        boek.marge(boek.regio.indicatoren[key], gemeente, Periode(2022))
        for key, gemeente in (
            ("hulp-per-honderd", GEMEENTEN[0]),
            ("hulp", GEMEENTEN[0]),
            ("hulp", GEMEENTEN[1]),
        )
    )
    assert share == Decimal("0.05") + Decimal(250) / 4001
    assert (count, none) == (Decimal("2.5"), Decimal(0))


def test_a_sum_that_cannot_be_made_is_not_said_to_be_secret(streek: Regio) -> None:
    made = met(
        streek, rijen("inwoners", {**alles("50"), (GEMEENTEN[0], "2022"): (".", "definitief")})
    )
    cells = [
        tekenaar(made).punt(made.indicatoren["inwoners"], area, Periode(2022))
        for area in (GEMEENTEN[0], REGIO)
    ]
    assert [one.tekst for one in cells] == ["onbekend of geheim", "niet te berekenen"]


def test_a_share_of_which_one_side_is_not_published_is_not_there(streek: Regio) -> None:
    rows: list[Rij] = [("hulp", GEMEENTEN[0], "2022", TOTAAL, "40", "definitief")]
    assert vind(met(streek, rows), "hulp-per-honderd", GEMEENTEN[0]) is None


def test_a_published_figure_of_the_region_goes_before_our_own_sum(streek: Regio) -> None:
    rows = [*rijen("inwoners", alles("50")), ("inwoners", REGIO, "2022", TOTAAL, "x", "definitief")]
    found = vind(met(streek, rows), "inwoners", REGIO)
    assert found is not None
    assert (found.cijfer, found.afgeleid) == (lees("x"), False)


def test_percentages_are_never_added_up(streek: Regio) -> None:
    assert vind(met(streek, rijen("aandeel", alles("5,0"))), "aandeel", REGIO) is None


@PROPERTY
@given(hulp=cellen(AANTALLEN), inwoners=cellen(st.integers(100, 900).map(str) | TEKENS))
@example(hulp=alles("50"), inwoners=alles("500"))
def test_what_is_hidden_by_the_list_for_the_scanner_has_no_number_and_the_other_way_round(
    streek: Regio, hulp: Cellen, inwoners: Cellen
) -> None:
    """Two ways to the same set: what the pages leave out, and what the built site is held against."""
    country = ("hulp", "land", "2022", TOTAAL, "x", "definitief")
    made = met(streek, [*rijen("hulp", hulp), *rijen("inwoners", inwoners), country])
    hidden = verborgen(made)
    for name in ("hulp", "inwoners", "hulp-per-honderd"):
        for area in (*GEMEENTEN, REGIO):
            found = vind(made, name, area)
            listed = (name, area, "2022", TOTAAL) in hidden
            if listed:
                assert found is None or not isinstance(found.cijfer, Getal)
            small = name == "hulp-per-honderd" and found is not None and found.cijfer == lees("x")
            if found is not None and isinstance(found.cijfer, cijfer.Afgeschermd | cijfer.Onbekend):
                assert listed or small


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("v", "eenheid", "text", "said"),
    [
        (NL, Eenheid.AANTAL, "1730", "1.730"),
        (EN, Eenheid.AANTAL, "1730", "1,730"),
        (NL, Eenheid.PROCENT, "12,50", "12,50%"),
        (EN, Eenheid.PROCENT, "12,50", "12.50%"),
        (NL, Eenheid.PROCENT, "0,0", "0,0%"),
        (NL, Eenheid.AANTAL, "0", "0"),
        (NL, Eenheid.AANTAL, "-", "nihil"),
        (NL, Eenheid.AANTAL, "x", "afgeschermd"),
        (NL, Eenheid.AANTAL, ".", "onbekend of geheim"),
        (NL, Eenheid.AANTAL, "", "kan niet voorkomen"),
    ],
)
def test_a_cell_says_what_it_is(
    regio: Regio, v: Vertaler, eenheid: Eenheid, text: str, said: str
) -> None:
    one = regio.indicatoren["hulp"].model_copy(update={"eenheid": eenheid})
    for status in Cijferstatus:
        found = punt(v, one, lees(text), status)
        assert (found.tekst, found.teken, found.waarde) == (said, text, waarde(text))
        assert found.voorlopig == (found.waarde is not None and status in VOORLOPIG)


@pytest.mark.parametrize(
    ("text", "said"),
    [("x", "afgeschermd"), (".", "niet te berekenen"), ("", "niet te berekenen"), ("5", "5")],
)
def test_what_we_cannot_compute_is_not_said_to_be_secret_or_impossible(
    regio: Regio, text: str, said: str
) -> None:
    found = punt(NL, regio.indicatoren["hulp"], lees(text), Cijferstatus.DEFINITIEF, afgeleid=True)
    assert (found.tekst, found.teken, found.waarde) == (said, text, waarde(text))


def test_what_the_source_does_not_have_is_told_from_what_it_hides(regio: Regio) -> None:
    one = regio.indicatoren["hulp"]
    found = punt(NL, one, None, Cijferstatus.VOORLOPIG)
    assert (found.soort, found.tekst, found.waarde, found.voorlopig) == (
        *(Soort.GEEN, "geen cijfer gevonden", None, False),
    )
    assert len(set(GEEN_CIJFER.values())) == len(Soort) - 1
    assert len(set(STATUS.values())) == len(Cijferstatus)


def test_a_period_has_words() -> None:
    texts = ("2022", "2022-h1", "2022-h2", "2020-2021")
    assert [periodenaam(NL, Periode.parse(text)) for text in texts] == [
        "2022",
        "eerste halfjaar 2022",
        "tweede halfjaar 2022",
        "schooljaar 2020-2021",
    ]


WOORDEN = ("Kinderen met hulp", "kinderen", "leeftijd", "tot 8 jaar", "Het hele land", "Heel Mini")
"""What the figures of one indicator say besides the interface."""


def test_a_figure_of_which_one_word_has_no_translation_is_dutch_as_a_whole(regio: Regio) -> None:
    hulp = regio.indicatoren["hulp"]
    [split] = hulp.uitsplitsingen
    english = {word: f"in English {word}" for word in (*WOORDEN, "8 tot 18 jaar")}

    def figuur(words: Mapping[str, str]) -> Figuur:
        one = Tekenaar(
            Cijferboek(Blik(regio, NL, VANDAAG)), Blik(regio, Vertaler("en", words), VANDAAG)
        ).voor(hulp)
        found = one.verdeling(hulp, split, "land")
        assert found is not None
        return found

    whole = figuur(english)
    assert whole.terugval is None
    assert "in English 8 tot 18 jaar" in whole.zin
    for word in WOORDEN:
        less = figuur({key: text for key, text in english.items() if key != word})
        assert less.terugval == "nl"
        assert "in English" not in str(less)
        assert "50.500" in less.zin


# ---------------------------------------------------------------- pages of the mini region


def test_two_series_of_one_indicator_are_two_figures(regio: Regio) -> None:
    hulp = regio.indicatoren["hulp"]
    other = hulp.reeksen[0].model_copy(update={"speling": 10})
    twice = hulp.model_copy(update={"reeksen": (*hulp.reeksen, other)})
    made = replace(regio, indicatoren=MappingProxyType({**regio.indicatoren, "hulp": twice}))
    figures = indicatorpagina(Blik(made, NL, VANDAAG), "hulp").figuren
    assert len({figure.id for figure in figures}) == len(figures)


def test_a_page_says_so_when_a_figure_is_missing(regio: Regio) -> None:
    pages = [gebiedcijfers(Blik(regio, NL, VANDAAG), key) for key in regio.gemeenten]
    assert {page.id: page.heeft_geen_cijfer for page in pages} == {
        "gemeente-dorp": False,
        "gemeente-eiland": True,
        "gemeente-stad": True,
    }


def test_a_page_begins_with_shares_beside_the_region_and_the_country(regio: Regio) -> None:
    [share, size] = gebiedcijfers(Blik(regio, NL, VANDAAG), "gemeente-dorp").kern
    assert (share.indicator.pad, share.punt.tekst) == ("monitor/hulp-per-honderd/", "1,5%")
    assert [(str(line.naam), line.punt.tekst) for line in share.naast] == [
        ("Het hele land", "6,0%")
    ]
    assert (size.indicator.pad, size.punt.tekst, size.naast) == ("monitor/inwoners/", "4.100", ())
    assert (share.is_tegel, size.is_tegel) == (True, False)


def test_without_a_size_rows_have_none_and_a_page_begins_with_shares_alone(regio: Regio) -> None:
    made = replace(regio, monitor=regio.monitor.model_copy(update={"omvang": None}))
    figure = tekenaar(made).per_gemeente(made.indicatoren["hulp"])
    assert figure is not None
    assert {baan.omvang for baan in figure.banen} == {None}
    pads = [
        row.indicator.pad for row in gebiedcijfers(Blik(made, NL, VANDAAG), "gemeente-dorp").kern
    ]
    assert pads == ["monitor/hulp-per-honderd/"]
    sized = tekenaar(regio).per_gemeente(regio.indicatoren["hulp"])
    assert sized is not None
    assert [baan.omvang for baan in sized.banen] == [20100, 4100, 910]


def test_our_own_hidden_counts_are_hidden_on_the_page_and_the_region_is_as_published(
    regio: Regio,
) -> None:
    boek = Cijferboek(Blik(regio, NL, VANDAAG))
    eigen = regio.indicatoren["eigen-telling"]
    found = {
        (area, part): boek.vind(eigen, area, Periode(2022), part)
        for area in ("heel-mini", "gemeente-dorp", "gemeente-eiland")
        for part in (TOTAAL, "jong")
    }
    assert {key: cijfer.teken(one.cijfer) for key, one in found.items() if one} == {
        ("heel-mini", TOTAAL): "200",
        ("heel-mini", "jong"): "100",
        ("gemeente-dorp", TOTAAL): "80",
        ("gemeente-dorp", "jong"): "40",
        ("gemeente-eiland", TOTAAL): "60",
        ("gemeente-eiland", "jong"): "x",
    }
    assert not any(one.afgeleid for one in found.values() if one)


def test_only_shares_stand_side_by_side(regio: Regio) -> None:
    rows = dashboard.vergelijking(Blik(regio, NL, VANDAAG))
    for one in rows:
        key = one.indicator.pad.split("/")[1]
        assert regio.indicatoren[key].eenheid is Eenheid.PROCENT
        assert all(figure.eenheid == "%" for figure in one.figuren)
    assert [one.indicator.pad for one in rows] == [
        f"monitor/{key}/" for key in regio.monitor.vergelijken
    ]


def test_an_archived_municipality_or_file_with_figures_is_left_out(regio: Regio) -> None:
    def oud(veld: str, key: str) -> Regio:
        gone = getattr(regio, veld)[key].model_copy(update={"status": Status.GEARCHIVEERD})
        return met_record(regio, veld, gone)

    names = [
        str(link.titel)
        for link in overzicht.gemeenten(Blik(oud("gemeenten", "gemeente-stad"), NL, VANDAAG))
    ]
    assert names == ["Dorp", "Eiland & Wad"]
    assert (
        Cijferboek(Blik(oud("waarnemingen", "verslag"), NL, VANDAAG)).perioden(
            regio.indicatoren["hulp"], regio.gemeenten
        )
        == ()
    )


def test_the_list_has_every_indicator_once_by_subject_and_number(regio: Regio) -> None:
    groups = overzicht.indicatoren(Blik(regio, NL, VANDAAG))
    assert [head for head, _ in groups] == [head for head in GROEP.values() if head in dict(groups)]
    found = [row.indicator.pad for _, rows in groups for row in rows]
    assert sorted(found) == sorted(f"monitor/{key}/" for key in regio.indicatoren)
    rows = {row.indicator.pad: row for _, rows in groups for row in rows}
    assert rows["monitor/hulp/"].perioden == "2022"
    assert {row.los for row in rows.values()} == {None}


def test_an_answer_is_of_the_region_or_else_from_the_lowest_to_the_highest(regio: Regio) -> None:
    blik = Blik(regio, NL, VANDAAG)
    assert str(antwoord(blik, "inwoners")) == "In Heel Mini: 25.110 inwoners in 2022."
    assert str(antwoord(blik, "hulp")) == (
        "Per gemeente: 60 tot 1.210 kinderen in 2022. Voorlopige cijfers."
    )
    assert str(antwoord(blik, "hulp-per-honderd")) == (
        "Per gemeente: 1,5% tot 6,0% in 2022. In Het hele land: 6,0%. Voorlopige cijfers."
    )
    [share] = nieuwste(blik, "hulp-per-honderd")
    assert (share.waar, share.waarde, share.voorlopig) == (None, "1,5% tot 6,0%", True)


@pytest.mark.parametrize("sign", ["x", "."])
def test_without_any_number_there_is_no_answer_and_no_row_that_says_one(
    regio: Regio, sign: str
) -> None:
    file = regio.waarnemingen["verslag"]
    rows = tuple(row.model_copy(update={"waarde": lees(sign)}) for row in file.rijen)
    hidden = met_record(regio, "waarnemingen", file.model_copy(update={"rijen": rows}))
    blik = Blik(replace(hidden, uitgaven=()), NL, VANDAAG)
    assert {antwoord(blik, key) for key in regio.indicatoren} == {None}
    listed = [row for _, rows in overzicht.indicatoren(blik) for row in rows]
    assert len(listed) == len(regio.indicatoren)
    assert {row.nieuwste for row in listed} == {()}


def test_without_a_region_or_municipality_the_answer_is_of_the_country(regio: Regio) -> None:
    file = regio.waarnemingen["verslag"]
    rows = tuple(row for row in file.rijen if row.gebied == "land")
    assert rows
    made = met_record(regio, "waarnemingen", file.model_copy(update={"rijen": rows}))
    told = {
        key: antwoord(Blik(replace(made, uitgaven=()), NL, VANDAAG), key)
        for key in regio.indicatoren
    }
    assert told["eigen-telling"] is None
    assert str(told["inwoners"]).startswith("In Het hele land: ")


def test_what_may_not_lie_beside_a_figure_above_it_has_no_figure_in_the_list(regio: Regio) -> None:
    pair = NietNaast(indicator="inwoners", reden="Dat is iets anders.")
    one = regio.indicatoren["hulp"].model_copy(update={"niet_naast": (pair,)})
    made = replace(regio, indicatoren=MappingProxyType({**regio.indicatoren, "hulp": one}))
    rows = {
        row.indicator.pad: row
        for _, group in overzicht.indicatoren(Blik(made, NL, VANDAAG))
        for row in group
    }
    first, second = rows["monitor/hulp/"], rows["monitor/inwoners/"]
    assert first.nieuwste
    assert first.los is None
    assert second.nieuwste == ()
    assert second.los is not None
    assert second.los.pad == "monitor/hulp/"


@pytest.mark.parametrize(("pairs", "left"), [(0, 3), (1, 2), (4, 0)])
def test_a_page_names_three_things_to_know_in_few_words(
    regio: Regio, pairs: int, left: int
) -> None:
    """First sentences, without what is long; what must not lie beside it counts among them."""
    texts = ("Eerste zin. En meer.", f"Te {'lang ' * 25}.", "Tweede?", "Derde", "Vierde.")
    keys = ["inwoners", "eigen-telling", "hulp-per-honderd", "hulp-twee"][:pairs]
    more = regio.indicatoren["inwoners"].model_copy(update={"id": "hulp-twee"})
    one = regio.indicatoren["hulp"].model_copy(
        update={
            "niet_uit_op_te_maken": texts,
            "niet_naast": tuple(NietNaast(indicator=key, reden="Anders.") for key in keys),
        }
    )
    every = {**regio.indicatoren, "hulp": one, "hulp-twee": more}
    made = replace(regio, indicatoren=MappingProxyType(every))
    page = indicatorpagina(Blik(made, NL, VANDAAG), "hulp")
    assert len(page.los) == pairs
    assert [str(text) for text in page.weten] == ["Eerste zin.", "Tweede?", "Derde"][:left]
    assert len(page.niet_uit_op_te_maken) == 5


def test_a_page_says_where_its_newest_figures_come_from(regio: Regio) -> None:
    found = indicatorpagina(Blik(regio, NL, VANDAAG), "hulp").bronvak
    assert found is not None
    [(who, links)] = found.bronnen
    assert (who, [link.pad for link in links]) == (None, ["bronnen/#verslag"])
    assert (found.perioden, found.opgehaald) == ("2021 en 2022", "1 november 2022")
    assert str(found.eenheid) == "kinderen"
    bare = Blik(replace(regio, waarnemingen=MappingProxyType({}), uitgaven=()), NL, VANDAAG)
    assert indicatorpagina(bare, "hulp").bronvak is None


def test_the_register_has_every_municipality_and_one_without_a_file_is_unknown(
    regio: Regio,
) -> None:
    found = dpia.dpiaregister(Blik(regio, NL, VANDAAG))
    assert [(row.gemeente, row.stand, row.datum) for row in found.rijen] == [
        ("'s-Stad", "loopt", None),
        ("Dorp", "afgerond", "mei 2021"),
        ("Eiland & Wad", None, None),
    ]
    assert (found.afgerond, found.onbekend) == (1, 1)
    less = {key: one for key, one in regio.dpias.items() if key != "gemeente-stad"}
    without = dpia.dpiaregister(Blik(replace(regio, dpias=MappingProxyType(less)), NL, VANDAAG))
    assert [row.gemeente for row in without.rijen] == [row.gemeente for row in found.rijen]
    assert (without.rijen[0].stand, without.rijen[0].herkomst) == (None, None)
    assert (without.afgerond, without.onbekend) == (1, 2)


def test_readings_stand_newest_first_and_say_what_is_unknown(regio: Regio) -> None:
    one = regio.duidingen["duiding-2022"]
    older = one.model_copy(update={"id": "duiding-2020", "jaar": 2020})
    gone = one.model_copy(update={"id": "weg", "jaar": 2023, "status": Status.GEARCHIVEERD})
    every = {row.id: row for row in (older, one, gone)}
    found = duiding.duidingen(Blik(replace(regio, duidingen=MappingProxyType(every)), NL, VANDAAG))
    assert [row.id for row in found] == ["duiding-2022", "duiding-2020"]
    assert found[0].is_voorstel
    assert [(row.wie and [str(wie) for wie in row.wie], row.wanneer) for row in found[0].doen] == [
        (None, None),
        (["gemeente Dorp"], "2023"),
    ]
    assert [link.pad for link, _ in found[0].zeggen] == ["monitor/hulp/"]


def test_a_figure_says_first_who_gave_its_source_out(regio: Regio) -> None:
    told = regio.bronnen["verslag"].model_copy(update={"uitgever": "Het bureau"})
    known = replace(regio, bronnen=MappingProxyType({**regio.bronnen, "verslag": told}))
    found = tekenaar(known).per_gemeente(regio.indicatoren["inwoners"])
    assert found is not None
    assert found.herkomst[0].startswith(f"Bron: Het bureau: {told.titel} · opgehaald ")


def test_a_figure_says_its_source_status_date_and_formula(regio: Regio) -> None:
    tekenaar_ = tekenaar(regio)
    share = tekenaar_.per_gemeente(regio.indicatoren["hulp-per-honderd"])
    count = tekenaar_.per_gemeente(regio.indicatoren["inwoners"])
    assert share is not None
    assert count is not None
    source = f"Bron: {regio.bronnen['verslag'].titel} · opgehaald {NL.datum(Datum(2022, 11, 1))} · "
    assert set(share.herkomst) == {
        f"{source}voorlopig · afgeleid",
        f"{source}definitief · afgeleid",
        "Zelf berekend (afgeleid): 100 x kinderen met hulp / inwoners.",
    }
    assert set(count.herkomst) == {
        f"{source}definitief · afgeleid",
        "Het totaal van de regio is opgeteld voor deze site (afgeleid).",
    }
