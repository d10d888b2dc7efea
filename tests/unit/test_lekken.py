"""What a built site may give away: each planted leak is found in its file, what only looks like one is not."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.lekken.controle import Lekken
from macros.bescherming.lekken.figuurbestand import lees_figuur
from macros.bescherming.lekken.figuurpagina import gebreken
from macros.bescherming.lekken.tabellen import ALIASSEN, BESCHRIJVINGEN, TABELLEN
from macros.bescherming.lekken.waarneming import FIGUURKOLOMMEN, KOLOMMEN
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.opendata.contract import VERSIE, Veld, Veldsoort, alle_tabellen
from macros.opendata.figuur import CIJFERS as ROWS_OF_FIGURE
from macros.opendata.figuur import TABEL, figuurkop, figuurrijen, figuurvelden
from macros.opendata.gevuld import Gevuld, Waarde
from macros.opendata.leeswijzer import leeswijzer
from macros.opendata.vorm.csv import als_csv
from macros.opendata.vorm.json import RIJEN, als_json
from macros.opendata.vorm.ods import als_ods
from macros.opendata.vorm.xlsx import als_xlsx
from macros.render.figuur.bestand import grafiek
from macros.render.figuur.insluiten import figuurpagina, paginabestand
from macros.render.figuur.pagina import teken, teken_kaart
from macros.render.figuur.plaat import plaat, plaatpad
from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Baan, Figuur, Kaart, Punt
from tests.unit.mini import Vast
from tests.voorbeeldfiguren import AFGESCHERMD, BALKEN, ONBEKEND, PUNTEN, baan, getal, vak

JONG = "0 tot 4 jaar"
VAKKEN = {
    ("zorg", "nijkerk", "2021", "totaal"),
    ("zorg", "nijkerk", "2022", "totaal"),
    ("zorg", "renswoude", "2022", "totaal"),
    ("zorg", "ede", "2022", "jong"),
}
GEMEENTEN = replace(
    BALKEN,
    titel="Zorg, 2022",
    zin="Zorg, 2022: per gemeente tussen 5% en 12,5%; Nederland: 10,7%.",
    banen=(
        baan("ede", getal("12.5", voorlopig=True), omvang=300),
        baan("nijkerk", ONBEKEND, omvang=50),
        baan("renswoude", AFGESCHERMD, omvang=100),
        baan("rhenen", getal("5"), omvang=200),
    ),
)
VERANDERING = replace(
    PUNTEN,
    titel="Zorg, van 2021 naar 2022",
    banen=(
        baan("ede", getal("15"), getal("12.5", voorlopig=True), omvang=300),
        baan("nijkerk", ONBEKEND, ONBEKEND, omvang=50),
        baan("renswoude", getal("5"), AFGESCHERMD, omvang=100),
        baan("rhenen", getal("5"), getal("5"), omvang=200),
    ),
)
LEEFTIJD = replace(
    BALKEN,
    id="zorg-leeftijd-ede",
    titel="Zorg, Ede, 2022, naar leeftijd",
    zin="Zorg, Ede, 2022: van de delen met een cijfer is Oud het grootst, met 12%.",
    banen=(Baan("jong", Tekst(JONG, "nl"), (AFGESCHERMD,)), baan("oud", getal("12"))),
    lijnen=(),
    einde=Decimal(20),
)
KAART = Kaart(
    "zorg-kaart",
    "De vakken liggen ongeveer zoals de gemeenten.",
    (vak("ede", 1, 1, 5, getal("12.5")), vak("renswoude", 7, 2, 0, AFGESCHERMD)),
    ((1, "tot 5%"), (5, "12% of meer")),
)

INDICATOR = "monitor/zorg/index.html"
GEMEENTE = "monitor/gemeente/ede/index.html"
DATA = "data/v1"
FRAGMENT = "pagefind/fragment/nl_1.pf_fragment"
SPLITSTABEL = f"""<table class="gegevens" id="zorg-leeftijd"><caption>Zorg, 2022</caption>
<thead><tr><th>Gemeente</th> <th>totaal</th> <th>{JONG}</th> <th>Oud</th></tr></thead><tbody>
<tr><th>Ede</th> <td class="getal">12,5%</td> <td class="getal"><span class="niet-in-bron">afgeschermd</span></td> <td class="getal">12%</td></tr>
<tr><th>Nijkerk</th> <td class="getal"><span class="niet-in-bron">onbekend of geheim</span></td> <td class="getal">1%</td> <td class="getal">2%</td></tr>
<tr><th>Renswoude</th> <td class="getal"><span class="niet-in-bron">afgeschermd</span></td> <td class="getal">3%</td> <td class="getal">4%</td></tr>
<tr><th>Rhenen</th> <td class="getal">5%</td> <td class="getal">4%</td> <td class="getal">1%</td></tr>
</tbody></table>"""
GEMEENTETABEL = f"""<dl class="kerncijfers"><div><dt><a href="../../zorg/">Zorg, {JONG}, 2022</a></dt> <dd><strong><span class="niet-in-bron">afgeschermd</span></strong> (Nederland 10,7%)</dd></div></dl>
<table class="gegevens" id="ede-jeugdzorg-1"><caption>Jeugdzorg, 2021 en 2022</caption>
<thead><tr><th>Cijfer</th> <th>2021</th> <th>2022</th></tr></thead><tbody>
<tr><th>Zorg</th> <td class="getal">15%</td> <td class="getal">12,5%</td></tr>
<tr class="deelrij"><th>{JONG}</th> <td class="getal">14%</td> <td class="getal"><span class="niet-in-bron">afgeschermd</span></td></tr>
</tbody></table>"""
WORTEL = "https://voorbeeld.test/"
BRON = "tabel-85075ned"


def met_kenmerk(figuur: Figuur) -> Figuur:
    """A figure of which each cell says which row it is; its rows are areas, or parts of Ede."""
    area, parts = ("ede", True) if figuur.id == LEEFTIJD.id else ("", False)

    def punt(key: str, reeks: str, one: Punt) -> Punt:
        name = f"zorg/{area}/{reeks}/{key}" if parts else f"zorg/{key}/{reeks}/totaal"
        return replace(one, kenmerk=name)

    return replace(
        figuur,
        pad=f"monitor/zorg/#{figuur.id}",
        banen=tuple(
            replace(
                one,
                punten=tuple(
                    punt(one.id, reeks, cell)
                    for reeks, cell in zip(figuur.reeksen, one.punten, strict=True)
                ),
            )
            for one in figuur.banen
        ),
        lijnen=tuple(
            replace(one, punt=punt(one.id, figuur.reeksen[0], one.punt)) for one in figuur.lijnen
        ),
    )


FIGUREN = tuple(map(met_kenmerk, (GEMEENTEN, VERANDERING, LEEFTIJD)))


def rij(kenmerk: str, punt: Punt, **anders: Waarde) -> tuple[Waarde, ...]:
    """A row of the table with every figure."""
    indicator, area, period, part = kenmerk.split("/")
    is_number, hidden = punt.waarde is not None, punt.soort is ONBEKEND.soort
    row: dict[str, Waarde] = {
        "id": kenmerk,
        "indicator": indicator,
        "indicator_titel": "Zorg",
        "gebied": area,
        "gebied_code": None,
        "gebied_naam": area.capitalize(),
        "gebied_soort": "gemeente",
        "periode": period,
        "periode_naam": period,
        "periode_van": f"{period}-01-01",
        "periode_tot": f"{period}-12-31",
        "periode_interval": f"{period}-01-01/{period}-12-31",
        "uitsplitsing": None if part == "totaal" else "leeftijd",
        "deel": part,
        "deel_naam": {"totaal": "totaal", "jong": JONG, "oud": "Oud"}[part],
        "waarde": punt.waarde if is_number else None,
        "teken": None if is_number else punt.teken,
        "waarde_soort": "onbekend-of-geheim" if hidden else punt.soort.value,
        "eenheid": "%",
        "deel_van": None,
        "status": "definitief",
        "berekend": False,
        "opgehaald": "2022-11-01",
        "bron": (BRON,),
        "zekerheid": "bevestigd",
        "toelichting": (),
        "onbekend": (),
        "onvertaald": (),
    }
    assert set(row) == set(KOLOMMEN)
    said = {**row, **anders}
    return tuple(said[name] for name in KOLOMMEN)


def velden(naam: str) -> tuple[Veld, ...]:
    """The fields of a table of the contract."""
    return next(one.velden for one in alle_tabellen() if one.naam == naam)


def cijfers() -> dict[str, tuple[Waarde, ...]]:
    """Every figure by its key: those of the figures, and no other."""
    points = [point for one in FIGUREN for lane in one.banen for point in lane.punten]
    points += [line.punt for one in FIGUREN for line in one.lijnen]
    return {one.kenmerk: rij(one.kenmerk, one) for one in points}


def tabel(naam: str, rijen: Mapping[str, tuple[Waarde, ...]]) -> Gevuld:
    """Rows of the table with every figure."""
    return Gevuld(naam, "Waarnemingen", "Alle cijfers.", velden(TABEL), (*rijen.values(),), TABEL)


def los(naam: str, rijen: tuple[tuple[Waarde, ...], ...], *namen: str) -> Gevuld:
    """A table of texts, of a name of the contract."""
    fields = tuple(Veld(one.capitalize(), "Wat er staat.", naam=one) for one in namen)
    return Gevuld(naam, naam.capitalize(), "Wat dit is.", fields, rijen, naam)


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2026, 11, 2))


def bestanden(
    blik: Blik, gevuld: Gevuld, kop: dict[str, Any] | None = None, bronnen: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """The files of a table by their path, as the build makes them."""
    path = f"{DATA}/{gevuld.naam}"
    said = {
        "tabel": gevuld.tabel,
        "titel": gevuld.titel,
        "uitleg": gevuld.uitleg,
        "contract": VERSIE,
        "taal": blik.v.taal,
        "stand": None,
        "bron_adres": f"{WORTEL}{path}.json",
        "licentie": None,
        "velden": [one.naam for one in gevuld.velden],
    }
    guide = leeswijzer(blik, gevuld, WORTEL, bronnen)
    return {
        f"{path}.csv": als_csv(gevuld, blik.v.decimaalteken),
        f"{path}.json": als_json(kop or said, gevuld, ROWS_OF_FIGURE if kop else RIJEN),
        f"{path}.ods": als_ods(gevuld, guide),
        f"{path}.xlsx": als_xlsx(gevuld, guide),
    }


def van_figuur(blik: Blik, figuur: Figuur) -> dict[str, bytes]:
    """Every file of a figure."""
    fields = figuurvelden(velden(TABEL))
    rows = tuple(figuurrijen(figuur, cijfers()))
    made = Gevuld(f"monitor/{figuur.id}", figuur.titel, figuur.zin, fields, rows, TABEL)
    weergave = Weergave(blik)
    chart, content = grafiek(blik.v, figuur)
    return {
        **bestanden(blik, made, figuurkop(blik, figuur, None, WORTEL), figuur.herkomst),
        chart: content,
        plaatpad(figuur): plaat(weergave, figuur, WORTEL),
        paginabestand(figuur): figuurpagina(weergave, figuur, WORTEL).encode(),
    }


@pytest.fixture(scope="module")
def voorbeeld(blik: Blik, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the figures above, as the build makes them, and nothing to find."""
    site = tmp_path_factory.mktemp("lekken") / "site"
    page = Weergave(blik).pagina("monitor/zorg/")
    rows = cijfers()
    here = {key: row for key, row in rows.items() if key.split("/")[1] == "ede"}
    files: dict[str, str | bytes] = {}
    for one in FIGUREN:
        files |= van_figuur(blik, one)
    for made in (
        tabel(TABEL, rows),
        tabel("gemeente/ede", here),
        los("bronnen", ((BRON, "Tabel 85075NED"),), "id", "titel"),
        los("besluiten", (("a", "Niets."),), "id", "tekst"),
    ):
        files |= bestanden(blik, made)
    for old, new in ALIASSEN.items():
        files |= {f"{DATA}/{old}.{kind}": files[f"{DATA}/{new}.{kind}"] for kind in ("csv", "ods")}
    figuren = {one.id: one for one in FIGUREN}
    files |= {
        INDICATOR: "".join(
            [
                *(teken(page, figuren[one.id]) for one in (GEMEENTEN, VERANDERING)),
                teken_kaart(page, KAART),
                SPLITSTABEL,
            ]
        ),
        GEMEENTE: f"{teken(page, figuren[LEEFTIJD.id])}{GEMEENTETABEL}",
        "index.html": "<p>Er zijn geen cijfers.</p>",
        f"{DATA}/besluiten.atom": "<feed><title>Besluiten van 2022</title></feed>",
        f"{DATA}/kalender.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        f"{DATA}/index.json": '{"tabellen":[{"naam":"waarnemingen","rijen":12}]}',
        f"{DATA}/schema/figuur.json": '{"type":"object"}',
        "assets/img/merk.svg": "<svg></svg>",
        "sitemap.xml": "<urlset></urlset>",
        FRAGMENT: gzip.compress(b'pagefind_dcd{"url":"/monitor/zorg/","content":"Zorg"}'),
        f"{DATA}/arrangement-invulblad.xlsx": werkmap(),
    }
    for name, content in files.items():
        schrijf_bestand(site, name, content)
    return site


@pytest.fixture(scope="module")
def vast_voorbeeld(voorbeeld: Path, tmp_path_factory: pytest.TempPathFactory) -> Vast:
    return Vast(voorbeeld, tmp_path_factory.mktemp("lek"))


@pytest.fixture
def site(vast_voorbeeld: Vast) -> Iterator[Path]:
    """A copy, to plant a leak in."""
    yield vast_voorbeeld.map
    vast_voorbeeld.herstel()


def schrijf_bestand(site: Path, name: str, content: str | bytes) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(content.encode() if isinstance(content, str) else content)


def werkmap(
    *, verborgen: str = "", eigenschappen: dict[str, str] | None = None, opmerking: bool = False
) -> bytes:
    """A workbook with two sheets, of which something may be hidden."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": "Invulblad", **(eigenschappen or {})})
        answers, lists = book.add_worksheet("Arrangementen"), book.add_worksheet("Lijsten")
        answers.write_string(0, 0, "Titel")
        lists.write_string(0, 0, "Vorm")
        if opmerking:
            answers.write_comment(0, 0, "Dit zijn er 7.")
        if verborgen == "blad":
            lists.hide()
        elif verborgen == "diep":
            lists.very_hidden()
        elif verborgen == "rij":
            answers.set_row(0, None, None, {"hidden": True})
        elif verborgen == "kolom":
            answers.set_column(0, 0, None, None, {"hidden": True})
    return out.getvalue()


def gevonden(
    site: Path, vakken: set[tuple[str, str, str, str]] = VAKKEN, bekend: tuple[str, ...] = ()
) -> list[str]:
    """Every problem, as the build prints it."""
    lekken = Lekken(site, vakken, bekend)
    found = []
    for file in sorted(site.rglob("*.html")):
        text, name = file.read_text(encoding="utf-8"), file.relative_to(site).as_posix()
        found += [f"{name}: {what}" for what in lekken.pagina(name, text, LexborHTMLParser(text))]
    return found + [str(one) for one in lekken.bestanden()]


Plant = Callable[[Path], object]


def vervang(name: str, old: str, new: str) -> Plant:
    """Put ``new`` in the place of ``old``, which stands there."""

    def plant(site: Path) -> None:
        text = (site / name).read_bytes().decode()
        assert old in text, f"{old!r} staat niet in {name}"
        schrijf_bestand(site, name, text.replace(old, new, 1))

    return plant


def op_baan(
    rij: int, old: str, new: str, figuur: str = "zorg-gemeenten", pagina: str = INDICATOR
) -> Plant:
    """The same, in one lane of the drawing of a figure."""

    def plant(site: Path) -> None:
        text = (site / pagina).read_text(encoding="utf-8")
        begin = text.index(f'id="{figuur}"')
        for _ in range(rij + 1):
            begin = text.index('<div class="cf-baan"', begin + 1)
        assert old in text[begin:]
        schrijf_bestand(site, pagina, text[:begin] + text[begin:].replace(old, new, 1))

    return plant


def in_json(name: str, change: Callable[[dict[str, Any]], object]) -> Plant:
    """Change the JSON of a figure."""

    def plant(site: Path) -> None:
        file = site / DATA / "monitor" / name
        data = json.loads(file.read_text(encoding="utf-8"))
        change(data)
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    return plant


def in_tabel(name: str, change: Callable[[dict[str, Any]], object]) -> Plant:
    """Change the JSON of a table."""
    return in_json(f"../{name}", change)


def op_plaat(old: str, new: str, figuur: str = "zorg-gemeenten") -> Plant:
    """Change the picture of a figure."""
    return vervang(f"{DATA}/monitor/{figuur}.svg", old, new)


def balk_bij(naam: str) -> Plant:
    """A bar on the lane of a row in the picture."""

    def plant(site: Path) -> None:
        text = (site / GEM_SVG).read_text(encoding="utf-8")
        found = re.search(rf'y="([\d.]+)">{naam}</text>', text)
        assert found
        bar = (
            f'<rect x="350" y="{float(found[1]) - 12:g}" width="90" height="16" fill="#0b5c58"'
            ' stroke="#0b5c58" stroke-width="1.5"/>\n'
        )
        op_plaat('<g font-size="', f'{bar}<g font-size="')(site)

    return plant


def in_ods(name: str, part: str, old: str, new: str) -> Plant:
    """Change a part of a spreadsheet, or add one."""

    def plant(site: Path) -> None:
        file = site / DATA / name
        with ZipFile(file) as package:
            parts = {one: package.read(one).decode() for one in package.namelist()}
        assert old in parts.setdefault(part, "")
        parts[part] = parts[part].replace(old, new, 1)
        with ZipFile(file, "w") as package:
            for one, text in parts.items():
                package.writestr(one, text)

    return plant


def bestand(name: str, content: str | bytes) -> Plant:
    """One more file, or another one in its place."""
    return lambda site: schrijf_bestand(site, name, content)


def beide(*plants: Plant) -> Plant:
    def plant(site: Path) -> None:
        for one in plants:
            one(site)

    return plant


def cel(data: dict[str, Any], rij: int, reeks: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["rijen"][rij]["waarden"][reeks]
    return found


def andere_volgorde(data: dict[str, Any]) -> None:
    data["rijen"].insert(0, data["rijen"].pop())


def omgekeerd(tabel: str) -> str:
    """A table with its first two rows the other way round."""
    lines = tabel.split("\n")
    return "\n".join([*lines[:2], lines[3], lines[2], *lines[4:]])


ANDERS = omgekeerd(SPLITSTABEL)
GEM_JSON, VER_JSON = "zorg-gemeenten.json", "zorg-verandering.json"
GEM_PLOT, VER_PLOT = "zorg-gemeenten.plotly.json", "zorg-verandering.plotly.json"
GEM_CSV, GEM_ODS = f"{DATA}/monitor/zorg-gemeenten.csv", "monitor/zorg-gemeenten.ods"
GEM_XLSX, GEM_SVG = "monitor/zorg-gemeenten.xlsx", f"{DATA}/monitor/zorg-gemeenten.svg"
VER_SVG = f"{DATA}/monitor/zorg-verandering.svg"
ALLE, EDE = f"{DATA}/waarnemingen", f"{DATA}/gemeente/ede"
ALLEEN = "figuur/zorg-gemeenten/index.html"
BLAD1, BLAD2 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
RIJ = '<table:table-row table:style-name="rij">'
X_ODS, X_XLSX = "<text:p>x</text:p>", "<is><t>x</t></is>"
ANDERS_DAN_CSV = "hier staat iets anders dan in dezelfde tabel als CSV"
ANDERE_VORM = "dit heeft een andere vorm"
ALLES_JSON = "zorg/renswoude/2022/totaal"


def regel(data: dict[str, Any], kenmerk: str = ALLES_JSON, rijen: str = "rijen") -> dict[str, Any]:
    """A row of a JSON."""
    return next(one for one in data[rijen] if one["id"] == kenmerk)


#: name, plant, file, what is said of it
LEKKEN: list[tuple[str, Plant, str, str]] = [
    # --- chart specifications and other programs
    ("json-value", in_json(GEM_JSON, lambda d: cel(d, 2).update(waarde=7)), f"{DATA}/monitor/{GEM_JSON}", "Renswoude, 2022: hier hoort geen getal"),
    ("json-sign", in_json(GEM_JSON, lambda d: cel(d, 2).update(teken="<10")), f"{DATA}/monitor/{GEM_JSON}", "Renswoude, 2022: hier hoort geen getal"),
    ("json-hidden-as-number", in_json(GEM_JSON, lambda d: cel(d, 2).update(waarde=7, soort="getal", teken="7")), f"{DATA}/monitor/{GEM_JSON}", "Renswoude, 2022: dit cijfer is verborgen"),
    ("json-part-as-number", in_json("zorg-leeftijd-ede.json", lambda d: cel(d, 0).update(waarde=7, soort="getal")), f"{DATA}/monitor/zorg-leeftijd-ede.json", f"{JONG}, 2022: dit cijfer is verborgen"),
    ("json-extra-in-cell", in_json(GEM_JSON, lambda d: cel(d, 2).update(ruw=7)), f"{DATA}/monitor/{GEM_JSON}", "Renswoude: het veld 'ruw' hoort er niet"),
    ("json-extra-in-row", in_json(GEM_JSON, lambda d: d["rijen"][2].update(omvang=7)), f"{DATA}/monitor/{GEM_JSON}", "Renswoude: het veld 'omvang' hoort er niet"),
    ("json-extra", in_json(GEM_JSON, lambda d: d.update(ruw=[7])), f"{DATA}/monitor/{GEM_JSON}", "het veld 'ruw' hoort er niet"),
    ("json-line", in_json(GEM_JSON, lambda d: d["lijnen"][1].update(waarde=7)), f"{DATA}/monitor/{GEM_JSON}", "Utrecht: deze lijn heeft geen cijfer"),
    ("json-sentence", in_json(GEM_JSON, lambda d: d.update(zin="Zorg, 2022: in Renswoude zijn het er 7.")), f"{DATA}/monitor/{GEM_JSON}", "de zin noemt een getal bij Renswoude"),
    ("json-object-for-text", in_json(GEM_JSON, lambda d: d["herkomst"].append({"waarde": 7})), f"{DATA}/monitor/{GEM_JSON}", "dit is geen leesbare figuur"),
    ("json-number-for-text", in_json(GEM_JSON, lambda d: d.update(eenheid=7)), f"{DATA}/monitor/{GEM_JSON}", "dit is geen leesbare figuur"),
    ("json-number-for-yes", in_json(GEM_JSON, lambda d: cel(d, 2).update(voorlopig=7)), f"{DATA}/monitor/{GEM_JSON}", "dit is geen leesbare figuur"),
    ("json-order", in_json(GEM_JSON, andere_volgorde), f"{DATA}/monitor/{VER_JSON}", "figuur zorg-verandering: de rijen staan in een andere volgorde dan in figuur zorg-gemeenten"),
    ("chart-coordinate", in_json(GEM_PLOT, lambda d: d["data"][0]["x"].__setitem__(2, 7)), f"{DATA}/monitor/{GEM_PLOT}", "Renswoude, 2022: hier hoort geen getal, en 'x' heeft er een"),
    ("chart-hover", in_json(GEM_PLOT, lambda d: d["data"][0]["hovertext"].__setitem__(2, "Renswoude: 7")), f"{DATA}/monitor/{GEM_PLOT}", "Renswoude, 2022: hier hoort geen getal, en 'hovertext' heeft er een"),
    ("chart-customdata", in_json(GEM_PLOT, lambda d: d["data"][0].update(customdata=[1, 2, [7], 4])), f"{DATA}/monitor/{GEM_PLOT}", "Renswoude, 2022: hier hoort geen getal, en 'customdata' heeft er een"),
    ("chart-size-of-dot", in_json(VER_PLOT, lambda d: d["data"][2]["marker"].update(size=[9, 9, 7, 9])), f"{DATA}/monitor/{VER_PLOT}", "Renswoude, 2022: hier hoort geen getal, en 'size' heeft er een"),
    ("chart-joined", in_json(VER_PLOT, lambda d: (d["data"][0]["x"].append(7), d["data"][0]["y"].append("renswoude"))), f"{DATA}/monitor/{VER_PLOT}", "Renswoude: hier lopen lijnen naar een cel zonder getal"),
    ("chart-words", in_json(GEM_PLOT, lambda d: d["layout"]["annotations"][1].update(text="afgeschermd (7)")), f"{DATA}/monitor/{GEM_PLOT}", "Renswoude: hier hoort alleen een woord"),
    ("chart-place-of-words", in_json(GEM_PLOT, lambda d: d["layout"]["annotations"][1].update(x=7)), f"{DATA}/monitor/{GEM_PLOT}", "Renswoude: hier hoort alleen een woord"),
    ("chart-more-series", in_json(GEM_PLOT, lambda d: d["data"].append(d["data"][0])), f"{DATA}/monitor/{GEM_PLOT}", "er zijn meer reeksen dan de figuur heeft"),
    # --- the drawing
    ("bar", op_baan(2, '<line class="cf-leeg" x1="0" x2="100%" y1="11" y2="11"></line>', '<rect class="cf-balk" x="0" y="4" width="35%" height="14"></rect>'), INDICATOR, "figuur zorg-gemeenten, Renswoude: er staat een balk of stip"),
    ("line-as-long-as-value", op_baan(2, 'x2="100%"', 'x2="35%"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: op deze baan is iets getekend"),
    ("dot", op_baan(2, "</svg>\n</div>", '<svg class="cf-merk" x="35%" y="11"><circle r="6"></circle></svg></svg>\n</div>', "zorg-verandering"), INDICATOR, "figuur zorg-verandering, Renswoude: er staat een balk of stip"),
    ("word-with-number", op_baan(2, "afgeschermd", "afgeschermd (7)"), INDICATOR, "figuur zorg-gemeenten, Renswoude: in de tekening hoort een woord"),
    ("svg-title", op_baan(2, '<line class="cf-leeg"', '<title>7</title><line class="cf-leeg"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: in de tekening staat tekst"),
    ("svg-title-in-words", op_baan(2, '<line class="cf-leeg"', '<title>zeven</title><line class="cf-leeg"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: in de tekening staat tekst"),
    ("data-attribute", op_baan(2, "<div", '<div data-waarde="7"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: het kenmerk data-waarde van <div> heeft een getal"),
    ("title-attribute", op_baan(2, '<span class="cf-naam"', '<span title="7 kinderen" class="cf-naam"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: het kenmerk title van <span> heeft een getal"),
    ("aria-label", op_baan(2, "<svg", '<svg aria-label="7"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: het kenmerk aria-label van <svg> heeft een getal"),
    ("class-by-value", op_baan(2, 'class="cf-leeg"', 'class="cf-leeg cf-kleur-7"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: het kenmerk class van <line> heeft een getal"),
    ("colour-by-value", op_baan(2, 'class="cf-leeg"', 'class="cf-leeg cf-kleur-donker"'), INDICATOR, "figuur zorg-gemeenten, Renswoude: op deze baan is iets getekend"),
    ("order-by-value", op_baan(2, 'data-omvang="2"', 'data-omvang="0"'), INDICATOR, "figuur zorg-gemeenten, op omvang: de rijen staan in een andere volgorde dan in figuur zorg-gemeenten, op omvang"),
    ("lanes-by-value", beide(op_baan(0, ">Ede<", ">Rhenen<"), op_baan(3, ">Rhenen<", ">Ede<")), INDICATOR, "figuur zorg-gemeenten: de rijen staan anders dan in haar bestand"),
    ("shade-on-map", vervang(INDICATOR, "tegel tegel--0", "tegel tegel--3"), INDICATOR, "kaart, Renswoude: dit vak heeft een tint"),
    ("number-on-map", vervang(INDICATOR, '<span class="tegel__waarde">afgeschermd', '<span class="tegel__waarde">7%'), INDICATOR, "kaart, Renswoude: hier hoort een woord"),
    # --- tables and key facts
    ("table-below-drawing", vervang(INDICATOR, '<td class="getal"><span class="niet-in-bron">afgeschermd</span>', '<td class="getal">7%'), INDICATOR, "figuur zorg-gemeenten, Renswoude: in de tabel hoort een woord"),
    ("split-table", vervang(INDICATOR, '<td class="getal">12,5%</td> <td class="getal"><span class="niet-in-bron">afgeschermd</span>', '<td class="getal">12,5%</td> <td class="getal">7%'), INDICATOR, f"tabel zorg-leeftijd, Ede, {JONG}: hier hoort een woord"),
    ("split-table-attribute", vervang(INDICATOR, '<td class="getal">12,5%</td> <td class="getal"', '<td class="getal">12,5%</td> <td data-w="7"'), INDICATOR, "tabel zorg-leeftijd, Ede: het kenmerk data-w van <td> heeft een getal"),
    ("split-table-order", vervang(INDICATOR, SPLITSTABEL, ANDERS), INDICATOR, "tabel zorg-leeftijd: de rijen staan in een andere volgorde dan in figuur zorg-gemeenten"),
    ("municipality-table", vervang(GEMEENTE, '<td class="getal">14%</td> <td class="getal"><span class="niet-in-bron">afgeschermd</span>', '<td class="getal">14%</td> <td class="getal">7%'), GEMEENTE, f"tabel ede-jeugdzorg-1, Zorg, {JONG}, 2022: hier hoort een woord"),
    ("key-fact", vervang(GEMEENTE, '<strong><span class="niet-in-bron">afgeschermd</span>', "<strong>7%"), GEMEENTE, f"Zorg, {JONG}, 2022: hier hoort een woord"),
    ("comment", vervang("index.html", "</p>", "<!-- 7 --></p>"), "index.html", "er staat een opmerking in de pagina"),
    # --- the picture
    ("svg-bar", balk_bij("Renswoude"), GEM_SVG, "Renswoude: er staat een balk of stip, en er is geen getal"),
    ("svg-line-as-long-as-value", op_plaat('H918" fill="none" stroke="#667875"', 'H420" fill="none" stroke="#667875"'), GEM_SVG, "Nijkerk: er staat een balk of stip, en er is geen getal"),
    ("svg-number-for-word", op_plaat(">afgeschermd</text>", ">7%</text>"), GEM_SVG, "Renswoude: in de tekening hoort een woord, en er staat een getal"),
    ("svg-number-with-word", op_plaat(">afgeschermd</text>", ">afgeschermd (7)</text>"), GEM_SVG, "Renswoude: in de tekening hoort een woord, en er staat een getal"),
    ("svg-name-with-number", op_plaat(">Renswoude</text>", ">Renswoude 7</text>"), GEM_SVG, "de rijen staan in de tekening anders dan in haar bestand"),
    ("svg-series", op_plaat("2022: afgeschermd<", "2022: 7%<", "zorg-verandering"), VER_SVG, "Renswoude: in de tekening hoort een woord, en er staat een getal"),
    ("svg-description", op_plaat("Renswoude: afgeschermd;", "Renswoude: 7%;"), GEM_SVG, "de beschrijving van de tekening is anders dan verwacht"),
    ("svg-description-behind", op_plaat(".</desc>", "; Renswoude: 7.</desc>"), GEM_SVG, "de beschrijving van de tekening is anders dan verwacht"),
    ("svg-description-before", op_plaat(">Per gemeente tussen", ">Renswoude 7. Per gemeente tussen"), GEM_SVG, "de beschrijving van de tekening is anders dan verwacht"),
    ("svg-title-of-all", op_plaat(">Zorg, 2022</title>", ">Zorg, 2022 (7)</title>"), GEM_SVG, "de titel van de tekening is een andere dan die van de figuur"),
    ("svg-second-title", op_plaat("<defs>", "<title>7</title><defs>"), GEM_SVG, "in de tekening zit iets wat er niet hoort: title"),
    ("svg-data", op_plaat('<rect x="', '<rect data-w="7" x="'), GEM_SVG, "in de tekening zit iets wat er niet hoort: rect"),
    ("svg-label", op_plaat('role="img"', 'role="img" aria-label="7"'), GEM_SVG, "in de tekening zit iets wat er niet hoort: svg"),
    ("svg-class", op_plaat('<text x="', '<text class="w7" x="'), GEM_SVG, "in de tekening zit iets wat er niet hoort: text"),
    ("svg-metadata", op_plaat("</svg>", "<metadata>7</metadata></svg>"), GEM_SVG, "bij de bronnen van de tekening staat iets anders dan die van de figuur"),
    ("svg-comment", op_plaat("</svg>", "<!-- 7 --></svg>"), GEM_SVG, "in de tekening zit iets wat er niet hoort"),
    ("svg-loose-text", op_plaat("</g>\n</svg>", "</g>\n7</svg>"), GEM_SVG, "in de tekening staat tekst buiten haar regels"),
    ("svg-one-more-line", op_plaat("</g>\n</svg>", '<text x="32" y="900">Renswoude: 7</text>\n</g>\n</svg>'), GEM_SVG, "in de tekening staat een getal dat de figuur niet heeft (Renswoude: 7)"),
    # --- the page of a figure alone
    ("alone-drawing", op_baan(2, "afgeschermd", "afgeschermd (7)", pagina=ALLEEN), ALLEEN, "figuur zorg-gemeenten, Renswoude: in de tekening hoort een woord"),
    ("alone-bar", op_baan(2, '<line class="cf-leeg" x1="0" x2="100%" y1="11" y2="11"></line>', '<rect class="cf-balk" x="0" y="4" width="35%" height="14"></rect>', pagina=ALLEEN), ALLEEN, "figuur zorg-gemeenten, Renswoude: er staat een balk of stip"),
    ("alone-table", vervang(ALLEEN, '<td class="getal"><span class="niet-in-bron">afgeschermd</span>', '<td class="getal">7%'), ALLEEN, "figuur zorg-gemeenten, Renswoude: in de tabel hoort een woord"),
    ("alone-sentence", vervang(ALLEEN, "</figcaption>", " Renswoude: 7.</figcaption>"), ALLEEN, "figuur zorg-gemeenten: bij Renswoude staat een getal in een zin"),
    ("alone-paragraph", vervang(ALLEEN, "</h1>", "</h1><p>Renswoude: 7</p>"), ALLEEN, "naast figuur zorg-gemeenten staat een getal dat zij niet heeft (Renswoude: 7)"),
    ("alone-description", vervang(ALLEEN, 'name="description" content="', 'name="description" content="Renswoude 7. '), ALLEEN, "naast figuur zorg-gemeenten staat een getal dat zij niet heeft"),
    ("alone-alt", vervang(ALLEEN, "</h1>", '</h1><img alt="7">'), ALLEEN, "naast figuur zorg-gemeenten staat een getal dat zij niet heeft (7)"),
    ("alone-title", vervang(ALLEEN, "<h1>", '<h1 title="7">'), ALLEEN, "naast figuur zorg-gemeenten staat een getal dat zij niet heeft (7)"),
    ("alone-data", vervang(ALLEEN, "<h1>", '<h1 data-w="7">'), ALLEEN, "naast figuur zorg-gemeenten staat een getal dat zij niet heeft (7)"),
    # --- downloads
    ("csv-of-figure", vervang(GEM_CSV, ";;x;", ";7;x;"), GEM_CSV, "rij zorg/renswoude/2022/totaal: in de tabel met alle cijfers staat hier iets anders"),
    ("csv-below-ten", vervang(GEM_CSV, ";;x;", ";;<10;"), GEM_CSV, "rij zorg/renswoude/2022/totaal: in de tabel met alle cijfers staat hier iets anders"),
    ("csv-role", vervang(GEM_CSV, ";rij;", ";7;"), GEM_CSV, "rij zorg/ede/2022/totaal: in de tabel met alle cijfers staat hier iets anders"),
    ("csv-more-rows", vervang(GEM_CSV, "\r\nzorg/ede/2022/totaal;", "\r\nzorg/ede/2023/totaal;"), GEM_CSV, "rij zorg/ede/2023/totaal: in de tabel met alle cijfers staat hier iets anders"),
    ("csv-of-municipality", vervang(f"{EDE}.csv", ";;x;", ";7;x;"), f"{EDE}.csv", "rij zorg/ede/2022/jong: in de tabel met alle cijfers staat hier iets anders"),
    ("csv-more-columns", vervang(f"{EDE}.csv", "onvertaald", "onvertaald;ruw"), f"{EDE}.csv", "de kolommen zijn niet die van waarnemingen"),
    ("csv-of-all", vervang(f"{ALLE}.csv", ";;x;", ";7;x;"), f"{ALLE}.csv", "rij zorg/renswoude/2022/totaal: dit cijfer is verborgen"),
    ("csv-of-all-as-number", vervang(f"{ALLE}.csv", ";;x;", ";7;;"), f"{ALLE}.csv", "rij zorg/renswoude/2022/totaal: dit cijfer is verborgen"),
    ("csv-of-all-as-empty", vervang(f"{ALLE}.csv", ";;x;afgeschermd;", ";;;niet-van-toepassing;"), f"{ALLE}.csv", "rij zorg/renswoude/2022/totaal: dit cijfer is verborgen, en de soort zegt dat niet"),
    ("csv-of-all-as-kind", vervang(f"{ALLE}.csv", ";;x;afgeschermd;", ";;x;7;"), f"{ALLE}.csv", "rij zorg/renswoude/2022/totaal: in waarde_soort staat iets anders dan daar hoort"),
    ("csv-of-all-more-columns", vervang(f"{ALLE}.csv", "onvertaald", "onvertaald;ruw"), f"{ALLE}.csv", "de kolommen zijn niet die van waarnemingen"),
    ("csv-of-before", vervang(f"{DATA}/cijfers.csv", ";;x;", ";7;x;"), f"{DATA}/cijfers.csv", "dit is niet hetzelfde bestand als waarnemingen.csv"),
    ("ods-of-before", in_ods("cijfers.ods", "content.xml", X_ODS, "<text:p>7</text:p>"), f"{DATA}/cijfers.ods", "dit is niet hetzelfde bestand als waarnemingen.ods"),
    ("json-rows-of-figure", in_json(GEM_JSON, lambda d: regel(d, rijen="cijfers").update(waarde=7)), f"{DATA}/monitor/{GEM_JSON}", ANDERS_DAN_CSV),
    ("json-more-in-rows-of-figure", in_json(GEM_JSON, lambda d: regel(d, rijen="cijfers").update(ruw=7)), f"{DATA}/monitor/{GEM_JSON}", ANDERS_DAN_CSV),
    ("json-role-of-figure", in_json(GEM_JSON, lambda d: regel(d, rijen="cijfers").update(rol="7")), f"{DATA}/monitor/{GEM_JSON}", ANDERS_DAN_CSV),
    ("json-more-rows-of-figure", in_json(GEM_JSON, lambda d: d["cijfers"].append({"id": "a", "waarde": 7})), f"{DATA}/monitor/{GEM_JSON}", ANDERS_DAN_CSV),
    ("json-of-all", in_tabel("waarnemingen.json", lambda d: regel(d).update(waarde=7)), f"{ALLE}.json", ANDERS_DAN_CSV),
    ("json-of-all-as-text", in_tabel("waarnemingen.json", lambda d: regel(d).update(waarde="7")), f"{ALLE}.json", ANDERS_DAN_CSV),
    ("json-of-all-in-a-list", in_tabel("waarnemingen.json", lambda d: regel(d).update(onbekend=[7])), f"{ALLE}.json", ANDERS_DAN_CSV),
    ("json-of-all-nested", in_tabel("waarnemingen.json", lambda d: regel(d).update(onbekend={"waarde": 7})), f"{ALLE}.json", ANDERS_DAN_CSV),
    ("json-of-all-more-fields", in_tabel("waarnemingen.json", lambda d: regel(d).update(ruw=7)), f"{ALLE}.json", ANDERS_DAN_CSV),
    ("json-of-all-more", in_tabel("waarnemingen.json", lambda d: d.update(ruw={ALLES_JSON: 7})), f"{ALLE}.json", "het veld 'ruw' hoort er niet"),
    ("json-of-all-title", in_tabel("waarnemingen.json", lambda d: d.update(titel="Renswoude: 7")), f"{ALLE}.json", "bij de titel of de uitleg staat een getal"),
    ("json-of-all-version", in_tabel("waarnemingen.json", lambda d: d.update(contract="renswoude 7")), f"{ALLE}.json", "het veld 'contract' is geen versie"),
    ("json-of-all-day", in_tabel("waarnemingen.json", lambda d: d.update(stand=7)), f"{ALLE}.json", "het veld 'stand' is geen dag"),
    ("json-twice", vervang(f"{ALLE}.json", '"waarde":null', '"waarde":7,"waarde":null'), f"{ALLE}.json", "dit is geen leesbare tabel"),
    ("json-of-municipality", in_tabel("gemeente/ede.json", lambda d: regel(d, "zorg/ede/2022/jong").update(waarde=7)), f"{EDE}.json", ANDERS_DAN_CSV),
    ("json-of-municipality-more", in_tabel("gemeente/ede.json", lambda d: d.update(ruw=[7])), f"{EDE}.json", "het veld 'ruw' hoort er niet"),
    ("json-of-another-table", in_tabel("besluiten.json", lambda d: d["rijen"][0].update(tekst="7")), f"{DATA}/besluiten.json", ANDERS_DAN_CSV),
    ("json-of-figure-name", in_json(GEM_JSON, lambda d: d.update(id="renswoude-7")), f"{DATA}/monitor/{GEM_JSON}", "dit bestand zegt dat het een andere figuur is"),
    ("json-of-figure-address", in_json(GEM_JSON, lambda d: d.update(adres=d["adres"] + "?w=7")), f"{DATA}/monitor/{GEM_JSON}", "het veld 'adres' is niet dat van deze figuur"),
    ("json-of-figure-line", in_json(GEM_JSON, lambda d: d["lijnen"][1].update(ruw=7)), f"{DATA}/monitor/{GEM_JSON}", "Utrecht: het veld 'ruw' hoort er niet"),
    ("chart-more", in_json(GEM_PLOT, lambda d: d.update(meta={"w": 7})), f"{DATA}/monitor/{GEM_PLOT}", "het veld 'meta' hoort er niet"),
    ("chart-more-in-layout", in_json(GEM_PLOT, lambda d: d["layout"].update(title="Renswoude: 7")), f"{DATA}/monitor/{GEM_PLOT}", "het veld 'title' hoort er niet"),
    ("chart-more-in-trace", in_json(GEM_PLOT, lambda d: d["data"][0].update(meta=7)), f"{DATA}/monitor/{GEM_PLOT}", "het veld 'meta' hoort er niet"),
    ("chart-twice", vervang(f"{DATA}/monitor/{GEM_PLOT}", '"data":', '"data":[7],"data":'), f"{DATA}/monitor/{GEM_PLOT}", "dit is geen leesbare grafiek"),
    ("description-names-a-figure", vervang(f"{DATA}/index.json", '"rijen":12', f'"{ALLES_JSON}":7'), f"{DATA}/index.json", "het verborgen cijfer zorg/renswoude/2022/totaal hoort hier niet"),
    ("schema-names-a-figure", vervang(f"{DATA}/schema/figuur.json", '"object"', f'"object","examples":["{ALLES_JSON}"]'), f"{DATA}/schema/figuur.json", "het verborgen cijfer zorg/renswoude/2022/totaal hoort hier niet"),
    ("ods-cell", in_ods(GEM_ODS, "content.xml", X_ODS, "<text:p>7</text:p>"), f"{DATA}/{GEM_ODS}", ANDERS_DAN_CSV),
    ("ods-of-municipality", in_ods("gemeente/ede.ods", "content.xml", X_ODS, "<text:p>7</text:p>"), f"{EDE}.ods", ANDERS_DAN_CSV),
    ("ods-head", in_ods(GEM_ODS, "content.xml", "<text:p>Teken</text:p>", "<text:p>Teken 7</text:p>"), f"{DATA}/{GEM_ODS}", "bij de uitleg van deze tabel staat een getal"),
    ("ods-guide", in_ods(GEM_ODS, "content.xml", "<text:p>Zorg, 2022</text:p>", "<text:p>Zorg, 2022: Renswoude 7</text:p>"), f"{DATA}/{GEM_ODS}", "bij de uitleg van deze tabel staat een getal"),
    ("ods-name-of-sheet", in_ods(GEM_ODS, "content.xml", 'table:name="Zorg, 2022"', 'table:name="Zorg, 7"'), f"{DATA}/{GEM_ODS}", "dit heeft een andere vorm"),
    ("ods-names-of-sheet", beide(*(in_ods(GEM_ODS, part, old, old.replace("2022", "7")) for part, old in (("content.xml", 'table:name="Zorg, 2022"'), ("content.xml", "'Zorg, 2022'.A1"), ("content.xml", ":'Zorg, 2022'"), ("settings.xml", "Zorg, 2022"), ("settings.xml", "Zorg, 2022")))), f"{DATA}/{GEM_ODS}", "bij de uitleg van deze tabel staat een getal"),
    ("xlsx-names-of-sheet", beide(*(in_ods(GEM_XLSX, "xl/workbook.xml", "Zorg, 2022", "Zorg, 7") for _ in range(3))), f"{DATA}/{GEM_XLSX}", "bij de uitleg van deze tabel staat een getal"),
    ("ods-guide-of-all", in_ods("waarnemingen.ods", "content.xml", "<text:p>Alle cijfers.</text:p>", "<text:p>Alle cijfers, in Renswoude 7.</text:p>"), f"{ALLE}.ods", "bij de uitleg van deze tabel staat een getal"),
    ("ods-value-behind", in_ods(GEM_ODS, "content.xml", f'"string">{X_ODS}', f'"string" office:value="7">{X_ODS}'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-other-value", in_ods(GEM_ODS, "content.xml", 'office:value="12.5"', 'office:value="12.51"'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-day-behind", in_ods(GEM_ODS, "content.xml", f'"string">{X_ODS}', f'"date" office:date-value="1907-01-07">{X_ODS}'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-hidden-row", in_ods(GEM_ODS, "content.xml", RIJ, RIJ[:-1] + ' table:visibility="collapse">'), f"{DATA}/{GEM_ODS}", "hier zit een verborgen rij of kolom in"),
    ("ods-hidden-sheet", in_ods(GEM_ODS, "content.xml", "</table:table>", '</table:table><table:table table:name="ruw" table:style-name="blad" table:display="false"></table:table>'), f"{DATA}/{GEM_ODS}", "hier zit een verborgen blad in"),
    ("ods-third-sheet", in_ods(GEM_ODS, "content.xml", "</table:table>", '</table:table><table:table table:name="ruw"></table:table>'), f"{DATA}/{GEM_ODS}", "er zijn 3 bladen"),
    ("ods-pivot", in_ods(GEM_ODS, "content.xml", "</office:spreadsheet>", "<table:data-pilot-tables></table:data-pilot-tables></office:spreadsheet>"), f"{DATA}/{GEM_ODS}", "hier zit een draaitabel met de gegevens erachter in"),
    ("ods-note", in_ods(GEM_ODS, "content.xml", X_ODS, f"<office:annotation><text:p>7</text:p></office:annotation>{X_ODS}"), f"{DATA}/{GEM_ODS}", "hier zit een opmerking in"),
    ("ods-link", in_ods(GEM_ODS, "content.xml", "</table:table>", "<table:table-source></table:table-source></table:table>"), f"{DATA}/{GEM_ODS}", "hier zit een koppeling naar een ander bestand in"),
    ("ods-comment", in_ods(GEM_ODS, "content.xml", "</table:table>", "<!-- 7 --></table:table>"), f"{DATA}/{GEM_ODS}", "hier staat een opmerking van een programma in"),
    ("ods-properties", in_ods(GEM_ODS, "meta.xml", "", "<creator>iemand</creator>"), f"{DATA}/{GEM_ODS}", "in het bestand zit meta.xml"),
    ("ods-behind-the-package", lambda site: (site / DATA / GEM_ODS).write_bytes((site / DATA / GEM_ODS).read_bytes() + b"7"), f"{DATA}/{GEM_ODS}", "er staat iets in het bestand dat niet in het rekenblad zit"),
    ("xlsx-cell", in_ods(GEM_XLSX, BLAD1, X_XLSX, "<is><t>7</t></is>"), f"{DATA}/{GEM_XLSX}", ANDERS_DAN_CSV),
    ("xlsx-of-municipality", in_ods("gemeente/ede.xlsx", BLAD1, X_XLSX, "<is><t>7</t></is>"), f"{EDE}.xlsx", ANDERS_DAN_CSV),
    ("xlsx-of-all", in_ods("waarnemingen.xlsx", BLAD1, X_XLSX, "<is><t>7</t></is>"), f"{ALLE}.xlsx", ANDERS_DAN_CSV),
    ("xlsx-value-behind", in_ods(GEM_XLSX, BLAD1, X_XLSX, f"{X_XLSX}<v>7</v>"), f"{DATA}/{GEM_XLSX}", "hier zit een getal achter de tekst van een cel in"),
    ("xlsx-formula", in_ods(GEM_XLSX, BLAD1, X_XLSX, f"<f>7</f>{X_XLSX}"), f"{DATA}/{GEM_XLSX}", "hier zit een formule in"),
    ("xlsx-guide", in_ods(GEM_XLSX, BLAD2, ">Zorg, 2022<", ">Zorg, 2022: Renswoude 7<"), f"{DATA}/{GEM_XLSX}", "bij de uitleg van deze tabel staat een getal"),
    ("xlsx-hidden-row-of-table", in_ods(GEM_XLSX, BLAD1, '<row r="2">', '<row r="2" hidden="1">'), f"{DATA}/{GEM_XLSX}", "hier is een blad, rij of kolom verborgen"),
    ("xlsx-hidden-sheet-of-table", in_ods(GEM_XLSX, "xl/workbook.xml", 'sheetId="2"', 'sheetId="2" state="hidden"'), f"{DATA}/{GEM_XLSX}", "hier is een blad, rij of kolom verborgen"),
    ("xlsx-properties", in_ods(GEM_XLSX, "docProps/core.xml", "", "<creator>7</creator>"), f"{DATA}/{GEM_XLSX}", "in het bestand zit docProps/core.xml"),
    ("xlsx-hidden-sheet", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(verborgen="blad")), f"{DATA}/arrangement-invulblad.xlsx", "hier is een blad, rij of kolom verborgen (xl/workbook.xml)"),
    ("xlsx-very-hidden-sheet", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(verborgen="diep")), f"{DATA}/arrangement-invulblad.xlsx", "hier is een blad, rij of kolom verborgen (xl/workbook.xml)"),
    ("xlsx-hidden-row", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(verborgen="rij")), f"{DATA}/arrangement-invulblad.xlsx", "hier is een blad, rij of kolom verborgen (xl/worksheets/sheet1.xml)"),
    ("xlsx-hidden-column", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(verborgen="kolom")), f"{DATA}/arrangement-invulblad.xlsx", "hier is een blad, rij of kolom verborgen (xl/worksheets/sheet1.xml)"),
    ("xlsx-comment", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(opmerking=True)), f"{DATA}/arrangement-invulblad.xlsx", "hier zit een opmerking in (xl/comments1.xml)"),
    ("xlsx-author", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(eigenschappen={"author": "J. Voorbeeld"})), f"{DATA}/arrangement-invulblad.xlsx", "de eigenschap creator is ingevuld"),
    ("xlsx-path", bestand(f"{DATA}/arrangement-invulblad.xlsx", werkmap(eigenschappen={"title": "C:\\Gegevens\\invulblad"})), f"{DATA}/arrangement-invulblad.xlsx", "hier staat een pad van een computer in"),
    ("xlsx-pivot-cache", lambda site: in_ods("arrangement-invulblad.xlsx", "xl/pivotCache/pivotCacheRecords1.xml", "", "<r/>")(site), f"{DATA}/arrangement-invulblad.xlsx", "hier zit een draaitabel met de gegevens erachter in"),
    # --- files that are not part of a site
    ("statistics-file", bestand("assets/kinderen.sav", b"$FL2"), "assets/kinderen.sav", "een bestand als dit hoort hier niet (een bestand van een statistiekprogramma)"),
    ("table-beside-pages", bestand("assets/lijst.csv", "a;b\n1;2\n"), "assets/lijst.csv", "een bestand als dit hoort hier niet (een tabel in tekst (CSV))"),
    ("workbook", bestand(f"{DATA}/telling.xlsx", werkmap()), f"{DATA}/telling.xlsx", "een bestand als dit hoort hier niet (een rekenblad)"),
    ("workbook-in-disguise", bestand("assets/img/foto.png", werkmap()), "assets/img/foto.png", "dit is een rekenblad of een ander ingepakt bestand"),
    ("raw-table", bestand(f"{DATA}/extra.csv", "leerling-id;school\n1;2\n"), f"{DATA}/extra.csv", "de kolom 'leerlingid' wijst naar één persoon"),
    ("table-of-nobody", bestand(f"{DATA}/telling.csv", "gebied;aantal\nede;7\n"), f"{DATA}/telling.csv", "een bestand als dit hoort hier niet (een tabel in tekst (CSV))"),
    ("json-of-nobody", bestand(f"{DATA}/telling.json", '{"ede":7}'), f"{DATA}/telling.json", "een bestand als dit hoort hier niet"),
    ("json-without-its-table", bestand(f"{DATA}/speerpunten.json", '{"ede":7}'), f"{DATA}/speerpunten.json", "dezelfde tabel als CSV ontbreekt"),
    ("json-of-a-municipality-alone", bestand(f"{DATA}/gemeente/rhenen.json", '{"rhenen":7}'), f"{DATA}/gemeente/rhenen.json", "dezelfde tabel als CSV ontbreekt"),
    ("other-json-of-a-figure", bestand(f"{DATA}/monitor/zorg-gemeenten.ruwe-telling.json", '{"renswoude":7}'), f"{DATA}/monitor/zorg-gemeenten.ruwe-telling.json", "een bestand als dit hoort hier niet"),
    ("schema-of-nobody", bestand(f"{DATA}/schema/telling.json", '{"ede":7}'), f"{DATA}/schema/telling.json", "een bestand als dit hoort hier niet"),
    ("other-folder-of-data", bestand(f"{DATA}/school/a.json", '{"a":7}'), f"{DATA}/school/a.json", "een bestand als dit hoort hier niet"),
    ("table-beside-a-page", bestand("figuur/zorg-gemeenten/cijfers.csv", "a;b\n1;2\n"), "figuur/zorg-gemeenten/cijfers.csv", "een bestand als dit hoort hier niet"),
    ("figure-without-json", lambda site: (site / DATA / "monitor" / GEM_JSON).unlink(), GEM_CSV, "dezelfde tabel als JSON ontbreekt"),
    ("table-without-workbook", lambda site: (site / DATA / "besluiten.xlsx").unlink(), f"{DATA}/besluiten.csv", "hetzelfde als rekenblad (XLSX) ontbreekt"),
    ("table-among-figures", bestand(f"{DATA}/monitor/telling.csv", "gebied;aantal\nede;7\n"), f"{DATA}/monitor/telling.csv", "dit bestand hoort bij geen figuur"),
    ("chart-among-figures", bestand(f"{DATA}/monitor/telling.plotly.json", '{"x":[7]}'), f"{DATA}/monitor/telling.plotly.json", "dit bestand hoort bij geen figuur"),
    ("picture-among-figures", bestand(f"{DATA}/monitor/telling.svg", "<svg></svg>"), f"{DATA}/monitor/telling.svg", "dit bestand hoort bij geen figuur"),
    ("no-table-to-know-by", lambda site: [one.unlink() for one in (site / DATA).glob("waarnemingen.*")], f"{ALLE}.csv", "hierin hoort elk cijfer te staan"),
    ("folder-with-raw-name", bestand("assets/ruw/index.html", "<p></p>"), "assets/ruw/index.html", "de naam wijst op ruwe gegevens ('ruw')"),
    ("raw-name", bestand(f"{DATA}/monitor/ruw-2022.json", "{}"), f"{DATA}/monitor/ruw-2022.json", "de naam wijst op ruwe gegevens ('ruw')"),
    ("number-of-persons", bestand("assets/img/BSN_lijst.svg", "<svg></svg>"), "assets/img/BSN_lijst.svg", "de naam wijst op ruwe gegevens ('BSN')"),
    ("release", bestand(f"{DATA}/manifest.json", "{}"), f"{DATA}/manifest.json", "dit is een bestand van een uitgave"),
    ("figure-on-no-page", lambda site: [schrijf_bestand(site, f"{DATA}/monitor/zorg-2{end}", (site / DATA / "monitor" / f"zorg-leeftijd-ede{end}").read_bytes()) for end in (".json", ".csv", ".ods", ".xlsx", ".plotly.json")], f"{DATA}/monitor/zorg-2.json", "deze figuur staat op geen enkele pagina"),
    ("feed", vervang(f"{DATA}/besluiten.atom", "Besluiten", "zorg/renswoude/2022/totaal"), f"{DATA}/besluiten.atom", "het verborgen cijfer zorg/renswoude/2022/totaal hoort hier niet"),
    ("comment-in-svg", bestand("assets/img/merk.svg", "<svg><!-- 7 --></svg>"), "assets/img/merk.svg", "er staat een opmerking in het bestand"),
    ("search-index", bestand(FRAGMENT, gzip.compress(b'pagefind_dcd{"url":"/data/ruw/","content":"7"}')), FRAGMENT, "de zoekindex noemt /data/ruw/, en dat is geen pagina"),
]  # fmt: skip


def test_a_site_that_hides_what_is_hidden_has_no_leaks(voorbeeld: Path) -> None:
    assert gevonden(voorbeeld) == []


@pytest.mark.parametrize(
    ("plant", "file", "what"), [one[1:] for one in LEKKEN], ids=[one[0] for one in LEKKEN]
)
def test_a_planted_leak_is_found_in_its_file(
    site: Path, plant: Plant, file: str, what: str
) -> None:
    plant(site)
    found = gevonden(site)
    assert any(one.startswith(f"{file}: {what}") for one in found), found


#: what looks like a leak: digits that are no value
GOED: list[tuple[str, Plant]] = [
    ("shown-number", op_baan(3, "<b>5%</b>", '<b data-waarde="5">5%</b>')),
    ("not-translated", op_baan(2, ">Renswoude<", '><span lang="nl">Renswoude</span> <span class="alleen-nl">(alleen in het Nederlands)</span><')),
    ("word-for-none", beide(*(vervang(INDICATOR, "onbekend of geheim", "geen cijfer gevonden") for _ in range(3)))),
    ("address-with-digits", vervang(INDICATOR, "monitor/gemeente/renswoude/", "monitor/gemeente/renswoude-2/")),
    ("head-of-column-in-attribute", vervang(INDICATOR, '12,5%</td> <td class="getal"', f'12,5%</td> <td data-kop="{JONG}" class="getal"')),
    ("another-order-of-other-rows", vervang(INDICATOR, "<tr><th>Rhenen</th>", "<tr><th>Nederland</th>")),
    ("picture", bestand("assets/img/foto.png", b"\x89PNG\r\n")),
    ("word-within-a-word", bestand("assets/img/ruwbouw.svg", "<svg></svg>")),
]  # fmt: skip


@pytest.mark.parametrize("plant", [one[1] for one in GOED], ids=[one[0] for one in GOED])
def test_what_gives_nothing_away_is_no_leak(site: Path, plant: Plant) -> None:
    plant(site)
    assert gevonden(site) == []


@pytest.mark.parametrize(
    "zin",
    [
        "Zorg in Renswoude, 2022: per gemeente tussen 5% en 12,5%.",
        "Zorg, 2022: Nederland: 10,7%. In Renswoude geen cijfer; in Ede 12,5%.",
    ],
)
def test_a_sentence_may_name_a_row_beside_the_number_of_another(blik: Blik, zin: str) -> None:
    figuur = FIGUREN[0]
    data = {**figuurkop(blik, replace(figuur, zin=zin), None, WORTEL), "cijfers": []}
    assert lees_figuur(figuur.id, data, (), WORTEL)[1] == []


@pytest.mark.parametrize("kolom", [one for one in KOLOMMEN if one != "teken"])
@pytest.mark.parametrize("getal", ["7", "{} 7", "{}|7"])
def test_no_column_takes_the_number_of_a_hidden_figure(
    site: Path, blik: Blik, kolom: str, getal: str
) -> None:
    """Also when every file of the table says the same."""
    at = KOLOMMEN.index(kolom)
    rows = cijfers()
    row = rows[ALLES_JSON]
    said: Waarde = getal.format(als_tekst(row[at]))
    changed = (*row[:at], said, *row[at + 1 :])
    fields = tuple(replace(one, soort=Veldsoort.TEKST, lijst=False) for one in velden(TABEL))
    plain = (tuple(map(als_tekst, one)) for one in {**rows, ALLES_JSON: changed}.values())
    for name, content in bestanden(
        blik, replace(tabel(TABEL, {}), velden=fields, rijen=(*plain,))
    ).items():
        schrijf_bestand(site, name, content)
    found = [one for one in gevonden(site) if one.startswith(f"{ALLE}.csv: ")]
    assert found, gevonden(site)


def als_tekst(waarde: Waarde) -> str:
    if isinstance(waarde, bool):
        return str(waarde).lower()
    if isinstance(waarde, Decimal):
        return str(waarde).replace(".", ",")
    return "|".join(waarde) if isinstance(waarde, tuple) else str(waarde or "")


@pytest.mark.parametrize(
    ("regel", "mag"),
    [
        ("Telling in Renswoude 2025", True),
        ("Telling in Renswoude 2025 · Renswoude 7 | 8", True),
        ("Telling in Renswoude 2025: 7", False),
        ("Telling in Renswoude 2025 · Renswoude 7", False),
        ("7 · Telling in Renswoude 2025, Renswoude", False),
    ],
)
def test_a_title_of_the_region_is_trusted_and_what_stands_beside_it_is_not(
    site: Path, regel: str, mag: bool
) -> None:
    for name in ("waarnemingen.ods", "cijfers.ods"):
        in_ods(name, "content.xml", "Alle cijfers.<", f"{regel}<")(site)
    known = ("Telling in Renswoude 2025", "Renswoude 7 | 8")
    assert (gevonden(site, bekend=known) == []) is mag


@pytest.mark.parametrize(
    ("tekst", "mag"), [("Samen 2030", True), ("Samen 2031", False), ("Samen 2030, 7", False)]
)
def test_the_page_of_a_figure_names_the_site_as_the_region_does(
    site: Path, tekst: str, mag: bool
) -> None:
    vervang(ALLEEN, "</h1>", f"</h1><p>· {tekst}</p>")(site)
    assert (gevonden(site, bekend=("Samen 2030",)) == []) is mag


@pytest.mark.parametrize("teken", ["7", "<10", "x7"])
def test_the_sign_of_a_hidden_figure_is_one_of_two(site: Path, teken: str) -> None:
    vervang(f"{ALLE}.csv", ";;x;", f";;{teken};")(site)
    assert any(one.startswith(f"{ALLE}.csv: ") for one in gevonden(site))


def test_a_figure_that_is_hidden_nowhere_may_be_shown(site: Path) -> None:
    """The same number is a leak only when the data hide it."""
    assert gevonden(site) == []
    said = gevonden(site, {*VAKKEN, ("zorg", "rhenen", "2022", "totaal")})
    assert {one.partition(": ")[2] for one in said} == {
        "rij zorg/rhenen/2022/totaal: dit cijfer is verborgen, en hier staat een getal",
        "Rhenen, 2022: dit cijfer is verborgen, en hier staat een getal",
        "tabel zorg-leeftijd, Rhenen, totaal: hier hoort een woord, en er staat een getal",
    }


def test_a_figure_in_another_language_than_its_page_is_no_leak(site: Path, blik: Blik) -> None:
    """What is said of the site and its day below it is in that language too, with a number."""
    unknown = "Van welke dag de gegevens zijn, is niet bekend."
    english = Blik(
        blik.regio, Vertaler("en", {unknown: "Nobody knows of which day."}), blik.vandaag
    )
    translated, *others = FIGUREN
    files = bestanden(english, tabel(TABEL, cijfers()))
    files |= bestanden(english, los("bronnen", ((BRON, "Tabel 85075NED"),), "id", "titel"))
    for old, new in ALIASSEN.items():
        files |= {f"{DATA}/{old}.{kind}": files[f"{DATA}/{new}.{kind}"] for kind in ("csv", "ods")}
    for one in (translated, *(replace(one, terugval="nl") for one in others)):
        files |= van_figuur(english, one)
    for name, content in files.items():
        schrijf_bestand(site, f"en/{name}", content)
    for name in (INDICATOR, GEMEENTE):
        schrijf_bestand(site, f"en/{name}", (site / name).read_bytes())
    pictures = [(site / "en" / plaatpad(one)).read_text(encoding="utf-8") for one in FIGUREN]
    assert ["Nobody knows" in one for one in pictures] == [True, False, False]
    assert gevonden(site) == []


def test_what_may_be_published_is_what_the_contract_says() -> None:
    """Each list is written by hand: who adds a table to one of them is asked for the other."""
    tables = {one.naam: tuple(veld.naam for veld in one.velden) for one in alle_tabellen()}
    assert tables.keys() == TABELLEN
    assert tables[TABEL] == KOLOMMEN
    assert tuple(one.naam for one in figuurvelden(velden(TABEL))) == FIGUURKOLOMMEN
    assert not BESCHRIJVINGEN & {f"{one}.json" for one in TABELLEN}


def test_the_spreadsheet_of_a_formula_is_the_table_of_a_formula(site: Path, blik: Blik) -> None:
    """In text it has a mark before it, in a spreadsheet it has not: these are the same."""
    made = los("besluiten", (("a", "=1+1"), ("b", "'s-Graveland"), ("c", "'=1")), "id", "tekst")
    for name, content in bestanden(blik, made).items():
        schrijf_bestand(site, name, content)
    assert gevonden(site) == []
    other = replace(made, rijen=(("a", "=1+2"), *made.rijen[1:]))
    ods = f"{DATA}/besluiten.ods"
    schrijf_bestand(site, ods, bestanden(blik, other)[ods])
    assert gevonden(site) == [f"{ods}: {ANDERS_DAN_CSV}"]


@pytest.mark.parametrize(
    ("naam", "cel", "goed"),
    [
        ("hulp", "0318-12 34 56", True),
        ("hulp", "Bel 0318-12 34 56", False),
        ("hulp", "0318-123456", False),
        ("hulp", "06-12345678", False),
        ("besluiten", "0318-12 34 56", False),
        ("besluiten", "0800-0432", True),
    ],
)
def test_a_number_stands_alone_in_its_cell_of_the_table_of_help(
    site: Path, blik: Blik, naam: str, cel: str, goed: bool
) -> None:
    made = los(naam, (("a", "1", cel), ("b", "2", "")), "id", "nummer", "telefoon")
    for name, content in bestanden(blik, made).items():
        schrijf_bestand(site, name, content)
    what = "hier staat een telefoonnummer: dat hoort alleen in het veld telefoon, bij hulp"
    found = [] if goed else [f"{DATA}/{naam}.csv: {what}"]
    assert [one for one in gevonden(site) if naam in one] == found


@pytest.mark.parametrize("naam", ["overleg/kalender/raad.ics", "nieuw/hulp.atom", "en/nieuw.atom"])
def test_a_number_in_a_calendar_or_a_feed_is_found(site: Path, naam: str) -> None:
    schrijf_bestand(site, naam, b"SUMMARY:Bel 0318-12 34 56\nDTSTART:20210701T100000Z\n")
    found = [one for one in gevonden(site) if "telefoonnummer" in one]
    assert [one.partition(": ")[0] for one in found] == [naam]


def test_the_id_of_an_entry_is_no_number_to_call(site: Path) -> None:
    urn = b"<id>urn:uuid:eacef062-2587-539e-8b0d-980bf303b409</id>"
    schrijf_bestand(site, "nieuw.atom", b"<feed>" + urn + b"</feed>")
    assert gevonden(site) == []
    schrijf_bestand(site, "nieuw.atom", b"<feed>" + urn + b"<title>062-2587539</title></feed>")
    assert len([one for one in gevonden(site) if "telefoonnummer" in one]) == 1


@pytest.mark.parametrize("naam", ["nieuw/ede.atom", "en/nieuw/agenda.atom"])
def test_a_feed_gives_away_no_hidden_figure(site: Path, naam: str) -> None:
    text = b"<feed><!-- --><title>zorg/renswoude/2022/totaal</title></feed>"
    schrijf_bestand(site, naam, text)
    assert gevonden(site) == [
        f"{naam}: er staat een opmerking in het bestand (<!-- -->)",
        f"{naam}: het verborgen cijfer zorg/renswoude/2022/totaal hoort hier niet",
    ]


@pytest.mark.parametrize("naam", ["agenda/x.atom", "ander.atom", "nieuw/x.csv", "nieuw/x.ics"])
def test_a_feed_stands_in_its_own_place_alone(site: Path, naam: str) -> None:
    schrijf_bestand(site, naam, b"<feed></feed>")
    assert any(
        one.startswith(f"{naam}: een bestand als dit hoort hier niet") for one in gevonden(site)
    )


def test_a_table_with_commas_is_read_as_one(site: Path, blik: Blik) -> None:
    english = Blik(blik.regio, Vertaler("en"), blik.vandaag)
    fields = (
        *los("besluiten", (), "id", "tekst").velden,
        Veld("Waarde", "Wat.", naam="waarde", soort=Veldsoort.GETAL),
        Veld("Datum", "Wanneer.", naam="datum", soort=Veldsoort.DAG),
    )
    row = ("a", "Text; and more, or not", Decimal("12.50"), "2021-07-01")
    made = replace(los("besluiten", ()), velden=fields, rijen=(row,))
    for name, content in bestanden(english, made).items():
        schrijf_bestand(site, f"en/{name}", content)
    assert [one for one in gevonden(site, set()) if "besluiten" in one] == []
    other = replace(made, rijen=(("a", row[1], Decimal("12.4"), row[3]),))
    for kind in ("ods", "xlsx", "json"):
        name = f"{DATA}/besluiten.{kind}"
        schrijf_bestand(site, f"en/{name}", bestanden(english, other)[name])
    assert [one for one in gevonden(site, set()) if "besluiten" in one] == [
        f"en/{DATA}/besluiten.{kind}: {ANDERS_DAN_CSV}" for kind in ("json", "ods", "xlsx")
    ]


def test_only_a_figure_without_any_number_may_lack_its_drawing(blik: Blik) -> None:
    page = Weergave(blik).pagina("monitor/zorg/")
    hidden = tuple(replace(one, punten=(AFGESCHERMD,)) for one in GEMEENTEN.banen)
    nothing = replace(GEMEENTEN, banen=hidden, lijnen=())
    for drawn, found in ((nothing, []), (GEMEENTEN, ["niet alle rijen"])):
        data = {**figuurkop(blik, drawn, None, WORTEL), "cijfers": []}
        figuur, _ = lees_figuur(drawn.id, data, (), WORTEL)
        assert figuur is not None
        tree = LexborHTMLParser(str(teken(page, drawn)))
        for lane in tree.css(".cf-baan"):
            lane.decompose()
        said = [*gebreken("monitor/zorg/index.html", tree, {drawn.id: figuur}, ())]
        assert len(said) == len(found)
        assert all(part in one for part, one in zip(found, said, strict=True))
