"""The check of the built site: silent about a good one, and precise about each defect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.site.controle import controleer
from macros.site.inhoud import nummers

CSP = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGINA = """<!doctype html>
<html lang="{taal}"><head><title>{titel}</title>{csp}
<meta name="description" content="Waar {titel} over gaat">
<link rel="stylesheet" href="{wortel}assets/stijl.css">
<link rel="canonical" href="https://voorbeeld.test/x/"></head>
<body><main><h1 id="kop">Kop</h1>
<article><h2>Deel</h2><h3>Kleiner deel</h3><h2>Nog een deel</h2>
<p>Een zin over <code>{{{{ accolades }}}}</code> @ school.<br>Met een tel: 06 123 45.</p>
<ul><li>een</li><li><img src="{wortel}assets/b%20c.svg" alt="Een boom"></li></ul>
<p role="status"></p><!-- <p> was: een andere zin -->
<p>Rekening NL06 1234 5678 90.</p>
<table><caption>Namen</caption><thead><tr><th scope="col">Naam</th></tr></thead>
<tbody><tr><th scope="row">A</th></tr></tbody></table>
<div aria-label="Meer namen"><table><thead><tr><th scope="col">Naam</th></tr></thead></table></div>
</article>
<a href="{wortel}">thuis</a> <a href="{wortel}agenda/#kop">agenda</a> <a href="#kop">hier</a>
<a href="https://voorbeeld.test/">elders</a> <a href="{wortel}assets/lijst.csv">lijst</a>
<img src="{wortel}assets/b%20c.svg" alt=""><script src="{wortel}assets/a.js"></script>
<script type="application/json">{{}}</script>
<svg role="img"><title>Figuur</title><path d="M0 0"/><image href="#kop"/><a href="#kop"><text>kop</text></a></svg>
</main><footer data-bestand="docs/nl/x.md">Gemaakt op 1 juli</footer></body></html>
"""
PAGINAS = {
    "index.html": "",
    "agenda/index.html": "../",
    "en/index.html": "",
    "en/agenda/index.html": "../",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A good site of two pages in two languages."""
    for pad, wortel in PAGINAS.items():
        file = tmp_path / pad
        file.parent.mkdir(parents=True, exist_ok=True)
        taal = "en" if pad.startswith("en/") else "nl"
        text = PAGINA.format(taal=taal, csp=CSP, wortel=wortel or "./", titel=f"Titel {pad}")
        file.write_text(text, encoding="utf-8")
    for taal in ("", "en/"):
        folder = tmp_path / taal / "assets"
        folder.mkdir()
        for name in ("stijl.css", "lijst.csv", "b c.svg", "a.js"):
            (folder / name).write_text("x", encoding="utf-8")
    return tmp_path


def test_a_good_site_has_no_defects(site: Path) -> None:
    assert controleer(site) == []


def test_a_page_may_have_places_that_only_its_script_knows(site: Path) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    link = '<a href="#/pad/x.yml">x</a><h1'
    file.write_text(text.replace("<h1", link, 1), encoding="utf-8")
    assert [one.wat for one in controleer(site)] == ["dit anker bestaat niet: #/pad/x.yml"]
    file.write_text(text.replace("<h1", f"<p data-routes>x</p>{link}", 1), encoding="utf-8")
    assert controleer(site) == []


EEN_H1 = "en één hoort er te zijn: begin een pagina met één # en gebruik daaronder ##"
LIJST = "of geen koppen, en is dan niet voor iedereen te lezen: maak er een lijst van"
TITEL = "Titel agenda/index.html"

#: name, what to replace, by what, the message ("" for any)
DEFECTS = [
    ("broken-link", "<h1", '<a href="../weg/">x</a><h1', "deze verwijzing leidt nergens heen: ../weg/"),
    ("folder-without-slash", "<h1", '<a href="../weg">x</a><h1', "deze verwijzing leidt nergens heen: ../weg"),
    ("above-the-root", "<h1", '<a href="../../agenda/">x</a><h1', "deze verwijzing leidt nergens heen: ../../agenda/"),
    ("from-the-root", "<h1", '<a href="/agenda/">x</a><h1', ""),
    ("missing-file", "a.js", "b.js", "deze verwijzing leidt nergens heen: ../assets/b.js"),
    ("missing-anchor", "<h1", '<a href="../#weg">x</a><h1', "dit anker bestaat niet: ../#weg"),
    ("missing-anchor-here", "<h1", '<a href="#weg">x</a><h1', "dit anker bestaat niet: #weg"),
    ("two-h1", "</body>", "<h1>Nog een</h1></body>", f"er zijn 2 koppen h1, {EEN_H1}"),
    ("no-h1", 'h1 id="kop">Kop</h1>', 'p id="kop">Kop</p><h1></h1>', "er staat een lege kop (h1): zet er woorden in of haal haar weg"),
    ("no-h1-at-all", "h1", "h2", f"er zijn 0 koppen h1, {EEN_H1}"),
    ("no-title", f"<title>{TITEL}</title>", "<title> </title>", "de titel ontbreekt"),
    ("no-title-but-a-figure-with-one", f"<title>{TITEL}</title>", "", "de titel ontbreekt"),
    ("no-description", f"Waar {TITEL} over gaat", " ", "de omschrijving (description) ontbreekt"),
    ("no-description-at-all", f'<meta name="description" content="Waar {TITEL} over gaat">', "", "de omschrijving (description) ontbreekt"),
    ("wrong-lang", 'lang="nl"', 'lang="en"', "de taal is 'en', en 'nl' wordt verwacht"),
    ("no-lang", ' lang="nl"', "", "de taal is 'None', en 'nl' wordt verwacht"),
    ("inline-script", "</body>", "<script>x()</script></body>", "er staat een script in de pagina zelf"),
    ("style-attribute", "<h1 ", '<h1 style="color:red" ', "er staat opmaak in de pagina zelf (style)"),
    ("style-element", "</head>", "<style>a{}</style></head>", "er staat opmaak in de pagina zelf (style)"),
    ("event-handler", "<h1 ", '<h1 onclick="x()" ', "er staat een script in het kenmerk onclick"),
    ("script-address", 'href="#kop"', 'href="javascript:x()"', ""),
    ("foreign-script", 'src="../assets/a.js"', 'src="https://cdn.example/a.js"', "<script> haalt iets van elders: https://cdn.example/a.js"),
    ("foreign-image", 'src="../assets/b%20c.svg"', 'src="//cdn.example/b.svg"', "<img> haalt iets van elders: //cdn.example/b.svg"),
    ("foreign-srcset", 'alt=""', 'alt="" srcset="../assets/b%20c.svg 1x, https://cdn.example/b.svg 2x"', ""),
    ("foreign-form", "</body>", '<form action="https://cdn.example/"></form></body>', "<form> haalt iets van elders: https://cdn.example/"),
    ("no-policy", CSP, "", "de Content-Security-Policy ontbreekt"),
    ("skipped-level", "h3>", "h4>", "de kop 'Kleiner deel' slaat een niveau over (h4 na h2): maak er een h3 van"),
    ("empty-heading", "Kleiner deel", " <em></em>", "er staat een lege kop (h3): zet er woorden in of haal haar weg"),
    ("empty-item", "<li>een", "<li> ", "er staat een lege <li>: zet er woorden in of haal haar weg"),
    ("empty-paragraph", "</article>", "<p><br></p></article>", "er staat een lege <p>: zet er woorden in of haal haar weg"),
    ("empty-cell", "<tbody>", "<tbody><tr><td>&nbsp;</td></tr>", "er staat een lege <td>: zet er woorden in of haal haar weg"),
    ("empty-head", '<th scope="row">A<', '<th scope="row"><', "er staat een lege <th>: zet er woorden in of haal haar weg"),
    ("link-without-words", ">thuis<", "><", "de verwijzing naar '../' heeft geen woorden: zet ze tussen de haken, [zo](../)"),
    ("table-without-a-name", "<caption>Namen</caption>", "", f"een tabel heeft geen naam {LIJST}"),
    ("table-of-markdown", "</article>", "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></article>", f"een tabel heeft geen naam {LIJST}"),
    ("table-without-a-head", "</article>", '<table><caption>Namen</caption><tr><td>b</td></tr></table></article>', f"een tabel heeft geen naam {LIJST}"),
    ("head-of-what", 'th scope="row"', "th", "bij een kop van een tabel staat niet of zij bij een rij of een kolom hoort: maak van de tabel een lijst"),
    ("picture-without-words", ' alt="Een boom"', "", ""),
    ("picture-without-words-said", "<p>Een zin", '<p><img src="../assets/b%20c.svg">Een zin', "de afbeelding '../assets/b%20c.svg' zegt niet wat erop staat: schrijf dat tussen de haken, ![zo](../assets/b%20c.svg)"),
    ("picture-with-empty-words", "<p>Een zin", '<p><img src="../assets/b%20c.svg" alt="">Een zin', "de afbeelding '../assets/b%20c.svg' zegt niet wat erop staat: schrijf dat tussen de haken, ![zo](../assets/b%20c.svg)"),
    ("not-closed", "<p>Een zin", "<p><b>Een zin", "<b> wordt 1 keer geopend en 0 keer gesloten: zet bij elke <b> ook een </b>"),
    ("closed-twice", "</article>", "</div></article>", "<div> wordt 1 keer geopend en 2 keer gesloten: zet bij elke <div> ook een </div>"),
    ("macro-as-text", "<p>Een zin", "<p>{{ tellers(page) }}", "hier staat '{{' als gewone tekst: zet bovenaan de pagina 'render_macros: true', of haal de accolades weg"),
    ("comment-as-text", "<p>Een zin", "<p>{# Tellingen. #}", "hier staat '{#' als gewone tekst: zet bovenaan de pagina 'render_macros: true', of haal de accolades weg"),
    ("e-mail", "@ school", "school@voorbeeld.nl", "hier staat een e-mailadres: noem een functie of een organisatie"),
    ("e-mail-to-press", ">thuis<", ">thuis</a> <a href='mailto:x'>y<", "hier staat een e-mailadres: noem een functie of een organisatie"),
    ("unfinished", "Een zin", "TODO: een zin", "hier staat nog 'TODO': maak de tekst af"),
    ("own-computer", ">thuis<", ">thuis</a> <a href='file:///C:/x'>y<", "hier staat een verwijzing naar een bestand op één computer (file://): haal die weg"),
    ("double-id", "</body>", '<p id="kop"></p></body>', "de id 'kop' staat er twee keer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "what"), [case[1:] for case in DEFECTS], ids=[case[0] for case in DEFECTS]
)
def test_a_defect_is_found_on_its_page(site: Path, old: str, new: str, what: str) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    found = [gebrek for gebrek in controleer(site) if "#kop" not in gebrek.wat]
    assert [gebrek.pagina for gebrek in found] == ["agenda/index.html"]
    assert what in ("", found[0].wat)


@pytest.mark.parametrize(
    "nummer", ["06-1234 5678", "06 12345678", "+31 6 1234 5678", "0031612345678", "0318 12 34 56"]
)
def test_a_telephone_number_in_prose_is_found_in_every_form_that_the_data_refuse(
    site: Path, nummer: str
) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert controleer(site, ook=[nummers]) == []
    file.write_text(text.replace("06 123 45", nummer), encoding="utf-8")
    [found] = controleer(site, ook=[nummers])
    assert found.wat == "hier staat een telefoonnummer: noem een functie of een organisatie"


ORGANISATIE = (
    "hier staat een telefoonnummer dat niet uit de gegevens komt, of dat iets anders belt dan er "
    "staat: zet het in het veld telefoon van een bestand met hulp"
)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a class="bel" href="tel:+31318123456">0318-12 34 56</a>', []),
        ('<a href="tel:08000432">0800-0432</a>', []),
        ('<a href="tel:+31318123456">0318-123456</a>', [ORGANISATIE]),
        ('<a href="tel:+31318123457">0318-12 34 56</a>', [ORGANISATIE]),
        ('<a href="tel:+31612345678">bel ons</a>', [ORGANISATIE]),
        ('<a href="TEL:0612345678">06-12345678</a>', [ORGANISATIE]),
    ],
)
def test_a_number_of_an_organisation_stands_in_a_link_that_calls_it(
    site: Path, html: str, found: list[str]
) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("06 123 45", html), encoding="utf-8")
    assert [one.wat for one in controleer(site, ook=[nummers])] == found


def test_a_number_beside_its_link_is_found_all_the_same(site: Path) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    link = '<a href="tel:+31318123456">0318-12 34 56</a> of 0318-12 34 56'
    file.write_text(text.replace("06 123 45", link), encoding="utf-8")
    [found] = controleer(site, ook=[nummers])
    assert found.wat == "hier staat een telefoonnummer: noem een functie of een organisatie"


def test_an_english_page_in_dutch_is_found(site: Path) -> None:
    file = site / "en" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace('"en"', '"nl"'), encoding="utf-8")
    assert list(map(str, controleer(site))) == [
        "en/index.html (docs/nl/x.md): de taal is 'nl', en 'en' wordt verwacht"
    ]


def test_the_page_for_lost_visitors_may_use_addresses_from_the_root(site: Path) -> None:
    """It is shown at any address, so it cannot be relative."""
    text = PAGINA.format(taal="nl", csp=CSP, wortel="/pad/", titel="Titel index.html")
    (site / "404.html").write_text(text, encoding="utf-8")
    assert controleer(site) == []


def test_defects_are_sorted_by_page(site: Path) -> None:
    for pad in PAGINAS:
        file = site / pad
        file.write_text(file.read_text(encoding="utf-8").replace(CSP, ""), encoding="utf-8")
    assert [gebrek.pagina for gebrek in controleer(site)] == sorted(PAGINAS)


@pytest.mark.parametrize(
    ("footer", "said"),
    [
        (' data-bestand="data/x/"', " (docs/nl/agenda.md, data/x/)"),
        (' data-bestand="docs/nl/over.md"', " (docs/nl/over.md)"),
        ("", ""),
    ],
)
def test_a_defect_names_the_file_that_the_page_is_made_from(
    site: Path, footer: str, said: str
) -> None:
    file = site / "agenda" / "index.html"
    text = re.sub("<footer[^>]*>", f"<footer{footer}>", file.read_text("utf-8"))
    file.write_text(text.replace("Een zin", "FIXME"), encoding="utf-8")
    assert list(map(str, controleer(site))) == [
        f"agenda/index.html{said}: hier staat nog 'FIXME': maak de tekst af"
    ]
