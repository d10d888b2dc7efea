"""What a built site may give away: each planted leak is found in its file, what only looks like one is not."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.lekken.controle import Lekken
from macros.bescherming.lekken.figuurbestand import lees_json
from macros.bescherming.lekken.figuurpagina import gebreken
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.export.cel import Dag, Getal
from macros.render.export.tabel import Tabel, als_ods, schrijf
from macros.render.figuur.bestand import als_json, schrijf_figuur
from macros.render.figuur.pagina import teken, teken_kaart
from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Baan, Kaart
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
FIGUREN = (GEMEENTEN, VERANDERING, LEEFTIJD)

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
KOPPEN = ("Kenmerk", "Cijfer", "Gebied", "Periode", "Deel", "Waarde", "Betekenis", "Eenheid",
          "Stand", "Opgehaald", "Bron", "Zekerheid")  # fmt: skip


def cijfers() -> Tabel:
    """The table with every figure: those of ``VAKKEN``, and one that is not hidden."""
    shown = ("zorg/ede/2022/totaal", "Zorg", "Ede", "2022*", "totaal", "12,5", "")
    hidden = [
        (
            "/".join(one),
            "Zorg",
            one[1].capitalize(),
            f"{one[2]}*",
            JONG if one[3] == "jong" else one[3],
            "x",
            "afgeschermd",
        )
        for one in sorted(VAKKEN)
    ]
    last = ("%", "definitief", "1 november 2022", "Tabel 85075NED", "bevestigd")
    return Tabel("cijfers", "Cijfers", KOPPEN, tuple((*row, *last) for row in (shown, *hidden)))


@pytest.fixture(scope="module")
def voorbeeld(regio: Regio, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the figures above, as the build makes them, and nothing to find."""
    site = tmp_path_factory.mktemp("lekken") / "site"
    weergave = Weergave(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2)))
    page = weergave.pagina("monitor/zorg/")
    for figuur in FIGUREN:
        schrijf_figuur(site, weergave.blik.v, figuur)
    schrijf(site, cijfers())
    files: dict[str, str | bytes] = {
        INDICATOR: "".join(
            [
                *(teken(page, one) for one in (GEMEENTEN, VERANDERING)),
                teken_kaart(page, KAART),
                SPLITSTABEL,
            ]
        ),
        GEMEENTE: f"{teken(page, LEEFTIJD)}{GEMEENTETABEL}",
        "index.html": "<p>Er zijn geen cijfers.</p>",
        f"{DATA}/besluiten.atom": "<feed><title>Besluiten van 2022</title></feed>",
        f"{DATA}/kalender.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
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


def gevonden(site: Path, vakken: set[tuple[str, str, str, str]] = VAKKEN) -> list[str]:
    """Every problem, as the build prints it."""
    lekken = Lekken(site, vakken)
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
CIJFERS = f"{DATA}/cijfers.csv"
RIJ = '<table:table-row table:style-name="rij">'

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
    ("order-by-value", op_baan(2, 'data-omvang="2"', 'data-omvang="0"'), INDICATOR, "figuur zorg-verandering, op omvang: de rijen staan in een andere volgorde dan in figuur zorg-gemeenten, op omvang"),
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
    # --- downloads
    ("csv-of-figure", vervang(GEM_CSV, "Renswoude;x", "Renswoude;7"), GEM_CSV, "Renswoude, 2022: hier hoort geen getal"),
    ("csv-below-ten", vervang(GEM_CSV, "Renswoude;x", "Renswoude;<10"), GEM_CSV, "Renswoude, 2022: hier hoort geen getal"),
    ("csv-of-all", vervang(CIJFERS, "2022*;totaal;x;", "2022*;totaal;7;"), CIJFERS, "rij zorg/nijkerk/2022/totaal: dit cijfer is verborgen"),
    ("csv-meaning", vervang(CIJFERS, "x;afgeschermd;", "x;afgeschermd: 7;"), CIJFERS, "rij zorg/ede/2022/jong: dit cijfer is verborgen"),
    ("ods-cell", in_ods(GEM_ODS, "content.xml", "<text:p>x</text:p>", "<text:p>7</text:p>"), f"{DATA}/{GEM_ODS}", "hier staat iets anders dan in dezelfde tabel als CSV"),
    ("ods-value-behind", in_ods(GEM_ODS, "content.xml", '"string"><text:p>x<', '"string" office:value="7"><text:p>x<'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-other-value", in_ods(GEM_ODS, "content.xml", 'office:value="12.5"', 'office:value="12.51"'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-day-behind", in_ods(GEM_ODS, "content.xml", '"string"><text:p>x<', '"date" office:date-value="1907-01-07"><text:p>x<'), f"{DATA}/{GEM_ODS}", "hier zit een getal achter de tekst van een cel in"),
    ("ods-hidden-row", in_ods(GEM_ODS, "content.xml", RIJ, RIJ[:-1] + ' table:visibility="collapse">'), f"{DATA}/{GEM_ODS}", "hier zit een verborgen rij of kolom in"),
    ("ods-hidden-sheet", in_ods(GEM_ODS, "content.xml", "</table:table>", '</table:table><table:table table:name="ruw" table:style-name="blad" table:display="false"></table:table>'), f"{DATA}/{GEM_ODS}", "hier zit een verborgen blad in"),
    ("ods-second-sheet", in_ods(GEM_ODS, "content.xml", "</table:table>", '</table:table><table:table table:name="ruw"></table:table>'), f"{DATA}/{GEM_ODS}", "er zijn 2 bladen"),
    ("ods-pivot", in_ods(GEM_ODS, "content.xml", "</office:spreadsheet>", "<table:data-pilot-tables></table:data-pilot-tables></office:spreadsheet>"), f"{DATA}/{GEM_ODS}", "hier zit een draaitabel met de gegevens erachter in"),
    ("ods-note", in_ods(GEM_ODS, "content.xml", "<text:p>x</text:p>", "<office:annotation><text:p>7</text:p></office:annotation><text:p>x</text:p>"), f"{DATA}/{GEM_ODS}", "hier zit een opmerking in"),
    ("ods-link", in_ods(GEM_ODS, "content.xml", "</table:table>", "<table:table-source></table:table-source></table:table>"), f"{DATA}/{GEM_ODS}", "hier zit een koppeling naar een ander bestand in"),
    ("ods-comment", in_ods(GEM_ODS, "content.xml", "</table:table>", "<!-- 7 --></table:table>"), f"{DATA}/{GEM_ODS}", "hier staat een opmerking van een programma in"),
    ("ods-properties", in_ods(GEM_ODS, "meta.xml", "", "<creator>iemand</creator>"), f"{DATA}/{GEM_ODS}", "in het bestand zit meta.xml"),
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
    ("table-of-nobody", beide(bestand(f"{DATA}/telling.csv", "gebied;aantal\nede;7\n"), bestand(f"{DATA}/telling.ods", als_ods(Tabel("telling", "Telling", ("gebied", "aantal"), (("ede", "7"),))))), f"{DATA}/telling.csv", "een bestand als dit hoort hier niet (een tabel in tekst (CSV))"),
    ("table-among-figures", bestand(f"{DATA}/monitor/telling.csv", "gebied;aantal\nede;7\n"), f"{DATA}/monitor/telling.csv", "dit bestand hoort bij geen figuur"),
    ("chart-among-figures", bestand(f"{DATA}/monitor/telling.plotly.json", '{"x":[7]}'), f"{DATA}/monitor/telling.plotly.json", "dit bestand hoort bij geen figuur"),
    ("no-table-to-know-by", lambda site: [(site / DATA / f"cijfers.{kind}").unlink() for kind in ("csv", "ods")], CIJFERS, "hierin hoort elk cijfer te staan"),
    ("folder-with-raw-name", bestand("assets/ruw/index.html", "<p></p>"), "assets/ruw/index.html", "de naam wijst op ruwe gegevens ('ruw')"),
    ("raw-name", bestand(f"{DATA}/monitor/ruw-2022.json", "{}"), f"{DATA}/monitor/ruw-2022.json", "de naam wijst op ruwe gegevens ('ruw')"),
    ("number-of-persons", bestand("assets/img/BSN_lijst.svg", "<svg></svg>"), "assets/img/BSN_lijst.svg", "de naam wijst op ruwe gegevens ('BSN')"),
    ("release", bestand(f"{DATA}/manifest.json", "{}"), f"{DATA}/manifest.json", "dit is een bestand van een uitgave"),
    ("figure-on-no-page", lambda site: [schrijf_bestand(site, f"{DATA}/monitor/zorg-2{end}", (site / DATA / "monitor" / f"zorg-leeftijd-ede{end}").read_bytes()) for end in (".json", ".csv", ".ods", ".plotly.json")], f"{DATA}/monitor/zorg-2.json", "deze figuur staat op geen enkele pagina"),
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
    ("sentence-with-name-in-head", in_json(GEM_JSON, lambda d: d.update(zin="Zorg in Renswoude, 2022: per gemeente tussen 5% en 12,5%."))),
    ("head-of-column-in-attribute", vervang(INDICATOR, '12,5%</td> <td class="getal"', f'12,5%</td> <td data-kop="{JONG}" class="getal"')),
    ("sentence-about-others", in_json(GEM_JSON, lambda d: d.update(zin="Zorg, 2022: Nederland: 10,7%. In Renswoude geen cijfer; in Ede 12,5%."))),
    ("another-order-of-other-rows", vervang(INDICATOR, "<tr><th>Rhenen</th>", "<tr><th>Nederland</th>")),
    ("picture", bestand("assets/img/foto.png", b"\x89PNG\r\n")),
    ("word-within-a-word", bestand("assets/img/ruwbouw.svg", "<svg></svg>")),
]  # fmt: skip


@pytest.mark.parametrize("plant", [one[1] for one in GOED], ids=[one[0] for one in GOED])
def test_what_gives_nothing_away_is_no_leak(site: Path, plant: Plant) -> None:
    plant(site)
    assert gevonden(site) == []


def test_a_figure_that_is_hidden_nowhere_may_be_shown(site: Path) -> None:
    """The same number is a leak only when the data hide it."""
    in_json(GEM_JSON, lambda d: cel(d, 3).update(waarde=7, teken="7"))(site)
    assert gevonden(site) == []
    hidden = {*VAKKEN, ("zorg", "rhenen", "2022", "totaal")}
    rows = cijfers().rijen
    extra = (
        "zorg/rhenen/2022/totaal",
        "Zorg",
        "Rhenen",
        "2022",
        "totaal",
        "x",
        "afgeschermd",
        *rows[0][7:],
    )
    schrijf(site, replace(cijfers(), rijen=(*rows, extra)))
    said = gevonden(site, hidden)
    assert {one.partition(": ")[2] for one in said} == {
        "Rhenen, 2022: dit cijfer is verborgen, en hier staat een getal",
        "tabel zorg-leeftijd, Rhenen, totaal: hier hoort een woord, en er staat een getal",
    }


def test_the_spreadsheet_of_a_formula_is_the_table_of_a_formula(site: Path) -> None:
    """In text it has a mark before it, in a spreadsheet it has not: these are the same."""
    tabel = Tabel(
        "besluiten",
        "Besluiten",
        ("Kenmerk", "Tekst"),
        (("a", "=1+1"), ("b", "'s-Graveland"), ("c", "'=1")),
    )
    schrijf(site, tabel)
    assert gevonden(site) == []
    other = replace(tabel, rijen=(("a", "=1+2"), ("b", "'s-Graveland")))
    schrijf_bestand(site, f"{DATA}/besluiten.ods", als_ods(other))
    assert gevonden(site) == [
        f"{DATA}/besluiten.ods: hier staat iets anders dan in dezelfde tabel als CSV"
    ]


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
    site: Path, naam: str, cel: str, goed: bool
) -> None:
    schrijf(site, Tabel(naam, "Blad", ("Kenmerk", "Telefoon"), (("a", cel),)))
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


def test_a_table_with_commas_is_read_as_one(site: Path) -> None:
    row = ("a", Getal(Decimal("12.5"), "12.5"), Dag(date(2021, 7, 1), "July 1, 2021"))
    heads = ("Reference", "Text; and more, or not", "Date")
    tabel = Tabel("besluiten", "Decisions", heads, (row,), ".")
    schrijf(site / "en", tabel)
    assert [one for one in gevonden(site, set()) if "besluiten" in one] == []
    other = replace(tabel, rijen=(("a", Getal(Decimal("12.4"), "12.4"), row[2]),))
    schrijf_bestand(site, f"en/{DATA}/besluiten.ods", als_ods(other))
    assert [one for one in gevonden(site, set()) if "besluiten" in one] == [
        f"en/{DATA}/besluiten.ods: hier staat iets anders dan in dezelfde tabel als CSV"
    ]


def test_only_a_figure_without_any_number_may_lack_its_drawing(regio: Regio) -> None:
    page = Weergave(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2))).pagina("monitor/zorg/")
    hidden = tuple(replace(one, punten=(AFGESCHERMD,)) for one in GEMEENTEN.banen)
    nothing = replace(GEMEENTEN, banen=hidden, lijnen=())
    for drawn, found in ((nothing, []), (GEMEENTEN, ["niet alle rijen"])):
        raw = json.dumps(als_json(drawn)).encode()
        figuur, _ = lees_json(drawn.id, raw, ())
        assert figuur is not None
        tree = LexborHTMLParser(str(teken(page, drawn)))
        for lane in tree.css(".cf-baan"):
            lane.decompose()
        said = [*gebreken("monitor/zorg/index.html", tree, {drawn.id: figuur}, ())]
        assert len(said) == len(found)
        assert all(part in one for part, one in zip(found, said, strict=True))
