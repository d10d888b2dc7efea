"""Pages of prose: each mistake is told at its place, in Dutch, and what is right is left alone."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from macros.issue import Issue
from macros.model.agenda import Speerpunt
from macros.model.geheel import Regio, adres_van
from macros.proza import lezen

KOP = "---\ntitle: Over ons\ndescription: Wat we doen.\nrender_macros: true\n---\n\n# Over ons\n\n"
EERSTE = KOP.count("\n") + 1
"""The line on which the text below the heading begins."""


def gelezen(folder: Path, regio: Regio, tekst: str, taal: str = "nl") -> list[Issue]:
    """What is told of one page, by its path below the folder."""
    docs = folder / "docs"
    file = docs / taal / "over.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(tekst.encode())
    (docs / "nl").mkdir(exist_ok=True)
    (docs / "nl" / "index.md").write_text(KOP.replace("render_macros: true\n", ""), "utf-8")
    scripts = docs / "theme/assets/js"
    scripts.mkdir(parents=True, exist_ok=True)
    (scripts / "figuur.js").write_text("")
    here = Path.cwd()
    os.chdir(folder)
    try:
        return [*lezen.gebreken(Path("data"), regio)]
    finally:
        os.chdir(here)


#: body of the page, line in it, column, code, words of the message
LIJF: list[tuple[str, int, int, str, str]] = [
    # --- what data refuses
    ("Eerst.\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> tak\n", 3, 1, "conflict", "twee versies"),
    ("Bel 06 - 12 34 56 78.\n", 1, 5, "telefoonnummer", "telefoonnummer"),
    ("Eerst.\n\nMail jan.jansen@voorbeeld.nl gerust.\n", 3, 6, "e-mailadres", "e-mailadres"),
    ("Er zitten 3 kinderen thuis.\n", 1, 11, "klein-aantal", "klein aantal"),
    ("Een ver\u200bborgen teken.\n", 1, 8, "stuurteken", "niet ziet"),
    ("[hier](https://eur02.safelinks.protection.outlook.com/?url=x)\n", 1, 8, "volgadres", ""),
    # --- calls
    ("{{ kalendr(page) }}\n", 1, 4, "aanroep", "Er is geen blok 'kalendr'."),
    ("{{ kalender }}\n", 1, 4, "aanroep", "ontbreken de haakjes"),
    ("{{ kalender() }}\n", 1, 4, "aanroep", "begint met de pagina"),
    ("{{ kalender(page, 2) }}\n", 1, 4, "aanroep", "hoort alleen page"),
    ('{{ begrip(page, "x") }}\n', 1, 4, "aanroep", "horen na page 2 waarden"),
    ('{{ begrip(page, key="x", woord="y") }}\n', 1, 4, "aanroep", "zonder naam ervoor"),
    ('{{ begrip(page, "nietbekend", "y") }}\n', 1, 4, "aanroep", "kent 'nietbekend' niet"),
    ('{{ inleiding(page, "overlg") }}\n', 1, 4, "aanroep", "kent 'overlg' niet"),
    ("{{ kalender(pagina) }}\n", 1, 4, "aanroep", "begint met de pagina"),
    ("{{ kalender(page) }\n\nMeer.\n", 1, 1, "aanroep", "{{ wordt niet afgesloten met }}"),
    ("{{ kalender(page)\n\n{{ kalender(page) }}\n", 1, 1, "aanroep", "niet afgesloten"),
    ("Zo: { kalender(page) }}\n", 1, 22, "aanroep", "ervoor ontbreekt {{"),
    ("Zo: {kalender(page)}\n", 1, 5, "aanroep", "enkele accolades"),
    ("{{ kalender(page }}\n", 1, 1, "aanroep", "niet goed geschreven"),
    ("{{ kalender(page)) }}\n", 1, 1, "aanroep", "niet goed geschreven"),
    ("{# Een opmerking\n\nMeer.\n", 1, 1, "aanroep", "{# wordt niet afgesloten"),
    ('A\n\n{% if heeft("monitor") %}\nB\n', 3, 1, "aanroep", "{% endif %} ontbreekt"),
    ("A\n{% endif %}\n", 2, 1, "aanroep", "die is er niet"),
    ('{% fi heeft("monitor") %}A{% endif %}\n', 1, 1, "aanroep", "'fi' is geen opdracht"),
    ('{% if heeft("monitr") %}A{% endif %}\n', 1, 7, "aanroep", "'monitr' is geen gebied"),
    ('{% if heft("monitor") %}A{% endif %}\n', 1, 7, "aanroep", "Er is geen blok 'heft'."),
    ("{{ regionaam(page)|uper }}\n", 1, 20, "aanroep", "Jinja kent 'uper' niet."),
    ("{{ page.titel }}\n", 1, 9, "aanroep", "Een pagina heeft geen 'titel'."),
    ("{{ begrip(page, \u201cswv\u201d, 1) }}\n", 1, 1, "aanroep", "past hier niet"),
    # --- HTML
    ('Eerst.\n\n<div class="x">\nTekst\n', 3, 1, "html-open", "<div> houdt niet op"),
    ("<div><b>x</div>\n", 1, 6, "html-open", "<b> houdt niet op"),
    ("Tekst</div>\n", 1, 6, "html-open", "sluit iets af dat niet begon"),
    ('<div class="x"\n\nTekst </div>\n', 1, 1, "html-open", "ontbreekt het teken >"),
    ("<script>alert(1)</script>\n", 1, 1, "gevaarlijke-html", "<script> mag niet"),
    ('<iframe src="https://x.nl"></iframe>\n', 1, 1, "gevaarlijke-html", "<iframe> mag niet"),
    ('<b onclick="x()">A</b>\n', 1, 1, "gevaarlijke-html", "Een opdracht"),
    ("[x](javascript:alert)\n", 1, 3, "gevaarlijke-html", "iets uitvoert"),
    ("![foto](https://elders.nl/x.png)\n", 1, 1, "van-elders", "andere site"),
    ("kinderen <Groep 3\n", 1, 10, "html", "<Groep is geen HTML"),
    # --- what swallows the rest
    ("```\ncode\n\nEn de rest.\n", 1, 1, "code-open", "houdt niet op"),
    ("~~~~\ncode\n~~~\n", 1, 1, "code-open", "houdt niet op"),
    ("A\n\n<!-- nog doen\n\nB\n", 3, 1, "opmerking-open", "de rest van de pagina verdwijnt"),
    ("A <!-- nog doen --> B\n", 1, 3, "opmerking", "op de site"),
    # --- headings and links
    ("##Kop\n", 1, 1, "kop-spatie", "Na # staat geen spatie."),
    ("[x](ovr.md)\n", 1, 5, "link", "Er is geen pagina 'ovr.md'."),
    ("[x][y]\n\n[y]: ovr.md\n", 3, 6, "link", "Er is geen pagina 'ovr.md'."),
    ("[x](over.md\n", 1, 3, "link-open", "niet afgesloten"),
    ("[x] (over.md)\n", 1, 1, "link-open", "staat een spatie"),
]  # fmt: skip


@pytest.mark.parametrize(("lijf", "line", "column", "code", "words"), LIJF)
def test_a_mistake_on_a_page_is_told_at_its_place(
    tmp_path: Path, regio: Regio, lijf: str, line: int, column: int, code: str, words: str
) -> None:
    found = gelezen(tmp_path, regio, KOP + lijf)
    one = next((one for one in found if one.code == code), None)
    assert one, found
    assert (one.path, one.line, one.column) == ("docs/nl/over.md", EERSTE + line - 1, column)
    assert words in one.message
    assert one.tip


def test_a_record_whose_file_has_a_mistake_is_not_called_unknown_on_a_page(
    tmp_path: Path, regio: Regio
) -> None:
    page = KOP + '{{ begrip(page, "stuk", "y") }}\n'
    assert [one.code for one in gelezen(tmp_path, regio, page)] == ["aanroep"]
    broken = replace(regio, onleesbaar=frozenset({"begrippen/stuk.yml"}))
    assert gelezen(tmp_path, broken, page) == []


#: the head of the page, line, column, code, words of the message
KOPPEN: list[tuple[str, int, int, str, str]] = [
    ("---\ntitle: A\ndescription: B\n\n# Kop\n", 1, 1, "kop-open", "houdt niet op"),
    ("# Kop\n\nTekst\n", 1, 1, "kop-ontbreekt", "begint niet met een kop"),
    ("\n---\ntitle: A\ndescription: B\n---\n", 2, 1, "kop-ontbreekt", "begint niet met een kop"),
    ("---\ntitel: A\ndescription: B\n---\n", 2, 1, "onbekend-veld", "geen veld 'titel'"),
    ("---\ntitle: A\n---\n", 1, 1, "kop-onvolledig", "ontbreekt 'description'"),
    ("---\ntitle:\ndescription: B\n---\n", 2, 1, "kop-waarde", "Bij 'title' hoort een titel"),
    ("---\ntitle: A\ntitle: C\ndescription: B\n---\n", 3, 1, "", "title"),
    ("---\ntitle: A\ndescription: \"B\n---\n", 3, 14, "", ""),
    ("---\ntitle: A\ndescription: B\nrender_macros: ja\n---\n", 4, 1, "kop-waarde", "true of false"),
    ("---\ntitle: A\ndescription: B\ngebied: monitr\n---\n", 4, 9, "onbekend-gebied", "'monitr'"),
    ("---\ntitle: A\ndescription: B\nscripts:\n  - figur.js\n---\n", 5, 5, "kop-waarde", "geen script"),
    ("---\ntitle: A\ndescription: B\nscripts: figuur.js\n---\n", 4, 1, "kop-waarde", "een lijst"),
    ("---\ntitle: A\ndescription: B\n---\n{{ kalender(page) }}\n", 5, 1, "aanroep", "letterlijk"),
    ("---\ntitle: null\ndescription: B\n---\n", 2, 8, "kop-waarde", "niet als tekst"),
    ("---\ntitle: A\ndescription: 2021\n---\n", 3, 14, "kop-waarde", "niet als tekst"),
    ("---\n- title\n- description\n---\n", 2, 1, "kop-waarde", "horen velden"),
    ("---\ntitle: Bel 0612345678\ndescription: B\n---\n", 2, 12, "telefoonnummer", ""),
    (f"---\ntitle: {'A' * 71}\ndescription: B\n---\n", 2, 8, "te-lang", "staan 71 tekens, en er is plaats voor 70."),
    (f"---\ntitle: {'A' * 70}\ndescription: '{'B  ' * 81}'\n---\n", 3, 14, "te-lang", "staan 161 tekens"),
    ("---\ntitle: A\n<<<<<<< HEAD\ndescription: B\n---\n", 3, 1, "conflict", ""),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "line", "column", "code", "words"), KOPPEN)
def test_a_mistake_in_the_head_of_a_page_is_told_at_its_place(
    tmp_path: Path, regio: Regio, tekst: str, line: int, column: int, code: str, words: str
) -> None:
    found = gelezen(tmp_path, regio, tekst)
    told = [(one.line, one.column, one.message) for one in found if code in ("", one.code)]
    assert any((at, col) == (line, column) and words in text for at, col, text in told), found
    assert all(one.path == "docs/nl/over.md" for one in found)


GOED = """Twee is < drie, en 3 > 2. Een `<div>` en een `{# #}` in code; `a`` b`.

{# Dit komt niet op de site: <div> #}
{{ kalender(page) }} {{ speerpuntrijen(page, True) }}
{% if heeft("monitor", "overleg") and not heeft("actie") %}[cijfers](index.md#kop){% else %}x{% endif %}
{%- set naam = "x" %}{{ naam }}

```html
<div>
<!-- zo -->
##Kop
```

<div class="tabel"><p>Regel<br>twee <img src="../x.png" alt=""></p></div>

<https://www.rijksoverheid.nl> [elders](https://www.cbs.nl/x.md) [kop](#kop) \\#1

- [ja](index.md "Titel")

    Nog een alinea, met <b>nadruk</b>.

Zo ziet code eruit:

    <div>
    ##Kop [x](nergens.md)

Klaar.
"""


def test_a_page_that_is_right_is_left_alone(tmp_path: Path, regio: Regio) -> None:
    assert gelezen(tmp_path, regio, KOP + GOED) == []


def test_a_page_that_runs_no_calls_may_show_one_as_code(tmp_path: Path, regio: Regio) -> None:
    plain = KOP.replace("render_macros: true\n", "")
    assert gelezen(tmp_path, regio, plain + "Zo: `{{ kalender(page) }}`.\n") == []
    [one] = gelezen(tmp_path, regio, plain + "Zo: {{ kalender(page) }}.\n")
    assert "render_macros" in one.tip


def test_a_page_in_another_language_is_read_as_well(tmp_path: Path, regio: Regio) -> None:
    found = gelezen(tmp_path, regio, KOP + "Call 06-12345678.\n", "en")
    assert [(one.path, one.code) for one in found] == [
        ("docs/en/over.md", "proza-zonder-bron"),
        ("docs/en/over.md", "proza-zonder-nederlands"),
        ("docs/en/over.md", "telefoonnummer"),
    ]


def test_what_was_found_right_is_told_again_when_it_changes(tmp_path: Path, regio: Regio) -> None:
    assert gelezen(tmp_path, regio, KOP + "Goed.\n") == []
    assert gelezen(tmp_path, regio, KOP + "Goed.\n") == []
    assert [one.code for one in gelezen(tmp_path, regio, KOP + "{{ x }}\n")] == ["aanroep"]


def test_an_exception_covers_its_words_and_is_told_when_they_are_gone(
    tmp_path: Path, regio: Regio
) -> None:
    gelezen(tmp_path, regio, KOP)
    (tmp_path / "docs/uitzonderingen.yml").write_text(
        "uitzonderingen:\n  - waar: docs/nl/over.md\n    code: klein-aantal\n"
        "    woorden: 'Stel: 3 kinderen'\n    reden: Verzonnen.\n",
        encoding="utf-8",
    )
    assert gelezen(tmp_path, regio, KOP + "Stel: 3 kinderen.\n") == []
    [told] = gelezen(tmp_path, regio, KOP + "Niets.\n")
    assert (told.path, told.line, told.code) == (
        "docs/uitzonderingen.yml",
        4,
        "lege-uitzondering",
    )


def test_pages_are_read_also_when_the_data_make_no_region(tmp_path: Path, regio: Regio) -> None:
    gelezen(tmp_path, regio, KOP + "Er zijn 3 kinderen. Bel 0612345678.\n\n##Kop\n")
    found = [one.code for one in lezen.gebreken(tmp_path / "data", None)]
    assert found == ["klein-aantal", "telefoonnummer", "kop-spatie"]


def test_without_pages_there_is_nothing_to_tell(tmp_path: Path, regio: Regio) -> None:
    assert [*lezen.gebreken(tmp_path / "data", regio)] == []


def test_a_link_to_a_page_made_from_data_is_right(tmp_path: Path, regio: Regio) -> None:
    path = adres_van(Speerpunt, next(iter(regio.speerpunten))).rstrip("/")
    assert gelezen(tmp_path, regio, f"{KOP}[x]({path}.md)\n") == []
    [one] = gelezen(tmp_path, regio, f"{KOP}[x]({path}-weg.md)\n")
    assert (one.code, one.line, one.column) == ("link", EERSTE, 5)


@pytest.mark.parametrize(
    "tekst",
    [
        KOP + '<a href="x>tekst</a>\n\n<b class="y">z</b>\n',
        KOP.replace("title:", "Title:"),
        KOP.replace("title:", "<<<<<<< HEAD\ntitle: Wij\n=======\ntitle:").replace(
            "\ndesc", "\n>>>>>>> tak\ndesc"
        ),
        KOP + "<<<<<<< HEAD\n{{ kalender(page) }}\n=======\n{{ routes(page) }}\n>>>>>>> tak\n",
        KOP + '{% if heeft("monitor") %}x{% endfi %}\n',
    ],
)
def test_one_mistake_is_told_once(tmp_path: Path, regio: Regio, tekst: str) -> None:
    assert len(gelezen(tmp_path, regio, tekst)) == 1


@pytest.mark.parametrize("naam", ["over.MD", "over.md~", "over.md.orig", "Over ons.docx", "x.txt"])
def test_a_file_that_is_no_page_is_told(tmp_path: Path, regio: Regio, naam: str) -> None:
    assert gelezen(tmp_path, regio, KOP) == []
    (tmp_path / "docs/nl" / naam).write_text("Concept")
    (tmp_path / "docs/nl/beeld.svg").write_text("<svg></svg>")
    [one] = gelezen(tmp_path, regio, KOP)
    assert (one.path, one.code) == (f"docs/nl/{naam}", "vreemd-bestand")
