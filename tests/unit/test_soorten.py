"""What is true of a kind of record stands in the table of kinds, and nowhere else in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from macros.model.basis.onbekend import may_be_unknown
from macros.model.geheel import SOORTEN
from macros.model.soort import Nummering, Soort
from macros.model.walk import nested_types
from macros.render.recordpaginas import PAGINAS
from macros.source.nodes import Value, op
from tests.unit.mini import ROOT

TABEL = "macros/model/geheel.py"
VEEL = 3
"""So many kinds in one place are a list of kinds."""

HISTORIE = "looks at any commit of any region, so it knows no types"
LIJST = "a list of kinds"
UITZONDERINGEN = {
    ("macros/bescherming/historie/controle.py", "monitor/waarnemingen"): HISTORIE,
    ("macros/bescherming/historie/controle.py", "monitor/indicatoren"): HISTORIE,
    (
        "macros/bescherming/lekken/waarneming.py",
        "bron indicator toelichting",
    ): "columns of a table to download, which have names of their own",
    (
        "macros/model/basis/verwijzing.py",
        "gemeente partij referentiegebied school werkingsgebied wijk",
    ): "what may be referred to where a figure may be of any of the six",
    (
        "macros/model/samenwerking/onderdeel.py",
        "samenwerking/model.yml",
    ): "a description for editors; the table is made of this type",
    (
        "macros/invoer/cijferblad.py",
        "gemeente regio school wijk",
    ): "what people write above a column of areas",
    (
        "macros/engine/hoogte.py",
        "agenda arrangement begrip besluit bron gemeente monitor overleg samenwerking speerpunt "
        "wegwijzer",
    ): "how long pages may be, by their addresses: most are pages of prose",
    ("macros/engine/hoogte.py", "overleg/besluiten"): "the same",
    (
        "macros/views/agenda/editie.py",
        "agenda mijlpaal principe speerpunt",
    ): "what a page says of the edition that it is about",
    (
        "macros/views/regio/nieuwsbrief.py",
        "agenda monitor overleg",
    ): "what readers of the mail call the areas, some of which have the name of a kind",
    (
        "macros/views/regio/leemten.py",
        "agenda arrangement hulp monitor overleg regio samenwerking",
    ): "what readers call the areas, some of which have the name of a kind",
    ("macros/render/recordpaginas.py", LIJST): "the table of pages: a row for each of these kinds",
    (
        "scripts/synthetisch.py",
        "agenda begrip bron gemeente partij regio uitzonderingen werkingsgebied",
    ): "what a made-up region takes over",
    (
        "scripts/synthetisch.py",
        "onderdeel thema uitspraak",
    ): "what a made-up region has of its own",
    (
        "scripts/bench_serve.py",
        "arrangement besluit bron indicator les onderdeel overleg partij speerpunt uitspraak",
    ): "one edit of each of ten kinds",
    (
        "macros/views/regio/zoeken.py",
        "arrangement besluit document indicator onderwerp overleg speerpunt voorstel",
    ): "what the search answers by its name alone, each with the word for what it is",
    ("scripts/synthetisch.py", "begrip bron partij"): "what a made-up region has many of",
    (
        "macros/templates/monitor/indicator.html",
        "monitor/bescherming/",
    ): "the explanation on that page, not the register",
    ("macros/templates/monitor/gebieden.html", "monitor/bescherming/"): "the same explanation",
    ("macros/templates/monitor/gebiedcijfers.html", "monitor/bescherming/"): "the same explanation",
    ("macros/templates/agenda/voor_ouders.html", "monitor/bescherming/"): "the same explanation",
    (
        "macros/templates/monitor/gebiedcijfers.html",
        "monitor/duiding/",
    ): "the whole page, not one reading of a year",
}
"""(File, what stands there): why it does all the same. ``LIJST`` is one that grows with the kinds."""

_NAMEN = {
    word: soort.naam
    for soort in SOORTEN
    for word in (soort.naam, soort.veld, soort.pad.rpartition("/")[2])
}
_TYPEN = {soort.type.__name__: soort.naam for soort in SOORTEN}


def _herkent(soort: Soort) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What is said of a kind, and how it is recognised in a text of code."""
    folder = re.escape(soort.pad)
    if not soort.is_map:
        folder += r"(\W.*)?"
    else:  # a word by itself may be the name of a field
        folder += "(/.*)?" if "/" in soort.pad else "/.*"
    yield soort.pad, re.compile(rf"(.*[^\w/-])?(data/)?{folder}", re.DOTALL)
    for page in {soort.pagina, soort.bijpagina.partition("{id}")[0]} - {""}:
        yield page, re.compile(rf"(.*[^\w/-])?{page}(\{{id\}}/|#.*)?", re.DOTALL)
    if soort.kop:
        yield soort.kop, re.compile(re.escape(soort.kop))


_FEITEN = [fact for soort in SOORTEN for fact in _herkent(soort)]


def feiten(text: str) -> Iterator[str]:
    """The folders, addresses and headings of kinds in a text of code."""
    if not text.endswith(".html"):  # a template stands in the folder of its area
        yield from (what for what, form in _FEITEN if what in text and form.fullmatch(text))


def _soorten(parts: Iterable[ast.AST]) -> set[str]:
    """The kinds that pieces of code are: a type, or a name in quotes."""
    found: set[str] = set()
    for part in parts:
        if isinstance(part, ast.Name) and part.id in _TYPEN:
            found.add(_TYPEN[part.id])
        if isinstance(part, ast.Constant) and part.value in _NAMEN:
            found.add(_NAMEN[part.value])
    return found


def _rijtjes(node: ast.AST) -> Iterator[list[ast.AST]]:
    """The places in ``node`` itself where kinds could be told apart or listed."""
    match node:
        case ast.Dict():
            yield [key for key in node.keys if key]
            yield [*node.values]
        case ast.Tuple() | ast.List() | ast.Set():
            yield [*node.elts]
            # a row of rows, or of calls: the table of something
            yield [deel for one in node.elts for deel in ast.iter_child_nodes(one)]
        case ast.BinOp(op=ast.BitOr()):
            yield [*ast.walk(node)]
        case ast.Match():
            yield [deel for case in node.cases for deel in ast.walk(case.pattern)]
    for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
        if isinstance(body, list):  # if ... elif ..., or if ...: return, if ...: return
            tests = [one for one in body if isinstance(one, ast.If)]
            chain = list(tests)
            for one in chain:
                chain += [later for later in one.orelse if isinstance(later, ast.If)]
            yield [deel for one in chain for deel in ast.walk(one.test)]


def in_code(code: str) -> set[str]:
    """What a piece of Python says about kinds: facts, and lists of kinds."""
    tree = ast.parse(code)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            found.update(feiten(node.value))
        for parts in _rijtjes(node):
            if len(kinds := _soorten(parts)) >= VEEL:
                found.add(" ".join(sorted(kinds)))
    return found


def in_sjabloon(html: str) -> set[str]:
    """What a template says about kinds: its strings are in single quotes."""
    return {fact for text in re.findall(r"'([^'\n]*)'", html) for fact in feiten(text)}


@cache
def gevonden() -> frozenset[tuple[str, str]]:
    """Every fact about kinds that stands outside the table."""
    found: set[tuple[str, str]] = set()
    for folder, name, search in (
        ("macros", "*.py", in_code),
        ("scripts", "*.py", in_code),
        ("macros/templates", "*.html", in_sjabloon),
    ):
        for file in sorted((ROOT / folder).rglob(name)):
            path = file.relative_to(ROOT).as_posix()
            if path != TABEL:
                text = file.read_text(encoding="utf-8")
                found.update((path, fact) for fact in search(text))
    return frozenset(found)


def _toegestaan(path: str, fact: str) -> tuple[str, str]:
    """The exception that a fact would need."""
    return (path, LIJST) if " " in fact and (path, LIJST) in UITZONDERINGEN else (path, fact)


def test_what_is_true_of_a_kind_stands_in_the_table_alone() -> None:
    assert sorted(one for one in gevonden() if _toegestaan(*one) not in UITZONDERINGEN) == []


def test_an_exception_that_is_no_longer_needed_is_taken_away() -> None:
    needed = {_toegestaan(*one) for one in gevonden()}
    assert sorted(UITZONDERINGEN.keys() - needed) == []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('MAP = "overleg/besluiten"', "overleg/besluiten"),
        ('yield f"partijen/{key}.yml", loc', "partijen"),
        ('tip = f"Kijk in data/bronnen/{key}.yml."', "bronnen"),
        ('yield "regio.yml", loc', "regio.yml"),
        ('return f"regio/#{key}"', "regio/"),
        ('return f"monitor/{key}/"', "monitor/"),
        ('KALENDER = "overleg/kalender/"', "overleg/kalender/"),
        ('return f"monitor/gemeente/{key}/"', "monitor/gemeente/"),
        ('KOP = {"bron": N_("Over de bronnen")}', "Over de bronnen"),
        ('EIGEN = {"speerpunt", "overleg", "les"}', "les overleg speerpunt"),
        ('NUMMER = ("mijlpalen", "themas", "functies")', "functie mijlpaal thema"),
        (
            'T = (("partijen", "naam"), ("lessen", "titel"), ("themas", "titel"))',
            "les partij thema",
        ),
        ("K = {Bron: 1, Begrip: 2, Partij: 3}", "begrip bron partij"),
        ("K = {1: Bron, 2: Begrip, 3: Partij}", "begrip bron partij"),
        ("isinstance(one, (Wet, Artikel, Kader))", "artikel kader wet"),
        ("def f(one: Wet | Artikel | Kader) -> None: ...", "artikel kader wet"),
        (
            "match one:\n case Wet(): x\n case Artikel() | Kader(): y",
            "artikel kader wet",
        ),
        (
            'if s == "wet":\n x\nelif s == "artikel":\n y\nelif s == "kader":\n z',
            "artikel kader wet",
        ),
        (
            "def f(one):\n if isinstance(one, Wet): return 1\n if isinstance(one, Les): return 2\n"
            " if isinstance(one, Bron): return 3",
            "bron les wet",
        ),
    ],
)
def test_a_fact_about_a_kind_is_found_in_any_form(code: str, what: str) -> None:
    assert what in in_code(code)


@pytest.mark.parametrize(
    "code",
    [
        '"""Where ``overleg/besluiten`` lies."""',
        'p.toon("overleg/besluiten.html")',
        'getattr(regio, "gemeenten")',
        "from macros.model.samenwerking.recht import Artikel, Wet, Kader",
        'VELDEN = ("bron", "peildatum", "zekerheid")',
        'link("nog-niet-bekend/")',
        'DOEL = "data/v1/besluiten.csv"',
    ],
)
def test_what_only_looks_like_a_fact_about_a_kind_is_let_be(code: str) -> None:
    assert in_code(code) == set()


def test_a_template_asks_for_the_address_of_a_kind() -> None:
    assert "begrippen/" in in_sjabloon("<a href=\"{{ link('begrippen/#' ~ id) }}\">")
    assert in_sjabloon("<a href=\"{{ link(adres('begrip')) }}\">") == set()


# ---------------------------------------------------------------- the table itself


def _mag_onbekend(soort: Soort) -> bool:
    parts = (soort.type, *nested_types(soort.type))
    fields = (field for part in parts for field in part.model_fields.values())
    return any(may_be_unknown(field.annotation) for field in fields)


def test_a_kind_has_a_heading_for_gaps_when_it_can_have_one_and_only_then() -> None:
    assert [one.naam for one in SOORTEN if bool(one.kop) != _mag_onbekend(one)] == []
    assert [one.naam for one in SOORTEN if bool(one.kop) != bool(one.aan_zet)] == []


def test_no_two_kinds_share_a_folder_a_name_or_a_type() -> None:
    for facts in zip(*((one.pad, one.naam, one.type, one.veld) for one in SOORTEN), strict=True):
        assert len(set(facts)) == len(SOORTEN)


def test_what_a_kind_says_of_its_fields_is_so() -> None:
    def ontbreekt(soort: Soort) -> Iterator[str]:
        if (soort.is_map and soort.adres) or soort.kop:
            yield soort.titel
        if soort.nummering is not Nummering.GEEN:
            yield "nummer"
        if soort.nummering.veld:
            yield soort.nummering.veld

    assert [
        (one.naam, field)
        for one in SOORTEN
        for field in ontbreekt(one)
        if field not in one.type.model_fields
    ] == []


def test_an_id_is_refused_when_another_page_stands_at_its_address() -> None:
    places = [place for one in SOORTEN for place in (one.adres, one.bijpagina)]
    for soort in SOORTEN:
        if soort.eigen_pagina:
            prose = {one.stem for one in Path(ROOT, "docs/nl", soort.pagina).glob("*.md")}
            below = {
                place.removeprefix(soort.pagina).partition("/")[0]
                for place in places
                if place.startswith(soort.pagina) and "/" in place.removeprefix(soort.pagina)
            }
            assert (prose | below) - {"index", "{id}"} <= set(soort.bezet), soort.naam


def test_a_kind_with_pages_of_its_own_has_a_row_in_the_table_of_pages() -> None:
    rows = {one.soort for one in PAGINAS if one.adres is None}
    assert rows == {one.type for one in SOORTEN if one.eigen_pagina}
    assert all(one.gearchiveerd for one in PAGINAS if one.adres is None)


def test_a_new_record_gets_the_number_after_the_others_of_its_sort() -> None:
    there: list[Value] = [
        {"nummer": "2"},
        {"nummer": "10", "soort": "a"},
        {"nummer": "x"},
        None,
        "tekst",
    ]
    for nummering, soort, nummer in (
        (Nummering.DOORLOPEND, "b", "11"),
        (Nummering.PER_SOORT, "a", "11"),
        (Nummering.PER_SOORT, "b", "1"),
        (Nummering.PER_SOORT, "", None),
        (Nummering.GEEN, "a", None),
    ):
        new: Value = {"titel": "Nieuw", "soort": soort}
        Soort("map", "uitleg", nummering=nummering).genummerd(new, there)
        assert op(new, ("nummer",)) == nummer
    numbered: Value = {"agenda": "a", "nummer": "4"}
    unsaid: Value = {"nummer": "9"}
    elsewhere: Value = {"agenda": "b", "nummer": "9"}
    for others, nummer in (([numbered, unsaid], "5"), ([numbered, elsewhere], None)):
        new = {"titel": "Nieuw"}
        Soort("map", "uitleg", nummering=Nummering.PER_AGENDA).genummerd(new, others)
        assert (op(new, ("nummer",)), op(new, ("agenda",))) == (nummer, nummer and "a")
    own: Value = {"nummer": "4"}
    Soort("map", "uitleg", nummering=Nummering.DOORLOPEND).genummerd(own, there)
    assert own == {"nummer": "4"}
