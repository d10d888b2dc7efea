"""Terms in running text: which words are recognised, and what a reader gets to press."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.weergave import Pagina, Weergave, Woorden
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik

VANDAAG = Datum(2023, 1, 1)


def pagina(regio: Regio, taal: str = "nl", url: str = "agenda/") -> Pagina:
    return Weergave(Blik(regio, Vertaler(taal), VANDAAG)).pagina(url)


def met_begrip(regio: Regio, key: str, term: str, *ook: str) -> Regio:
    """The region with one more term."""
    begrip = regio.begrippen["sbo"].model_copy(
        update={"id": key, "term": term, "ook_geschreven_als": ook}
    )
    return replace(regio, begrippen=MappingProxyType({**regio.begrippen, key: begrip}))


def gevonden(regio: Regio, text: str, taal: str = "nl") -> list[tuple[str, str]]:
    """Each word recognised in ``text``, with the id of its term."""
    woorden = Woorden.van(regio)
    matches = woorden.in_tekst(Tekst(text, taal))
    return [(match.group(), woorden.begrip(match.group())) for match in matches]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het SWV helpt.", [("SWV", "swv")]),
        ("De samenwerkingsverbanden helpen.", [("samenwerkingsverbanden", "swv")]),
        (
            "Een thuiszitter, of twee thuiszitters!",
            [("thuiszitter", "thuiszitter"), ("thuiszitters", "thuiszitter")],
        ),
        ("Naar het SBO (of S(B)O).", [("SBO", "sbo"), ("S(B)O", "so-en-sbo")]),
        ("Speciaal basisonderwijs bestaat.", [("Speciaal basisonderwijs", "sbo")]),
        ("THUISZITTER", [("THUISZITTER", "thuiszitter")]),
        ("‘SWV’ en “SBO”…", [("SWV", "swv"), ("SBO", "sbo")]),
    ],
)
def test_a_term_is_recognised_in_every_spelling(
    regio: Regio, text: str, found: list[tuple[str, str]]
) -> None:
    assert gevonden(regio, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "swv",
        "sbo",
        "SBOer",
        "XSBO",
        "SBO-school",
        "pre-SBO",
        "thuiszitten",
        "thuiszitters2",
        "éthuiszitter",
        "klassenboek",
        "scholen samen",
    ],
)
def test_a_word_that_only_looks_like_a_term_is_left_alone(regio: Regio, text: str) -> None:
    """Other case of an abbreviation, part of a word, archived term, word only to search by."""
    assert gevonden(regio, text) == []


def test_the_longest_of_two_terms_wins(regio: Regio) -> None:
    both = met_begrip(regio, "swv-po", "samenwerkingsverband PO", "swv po")
    assert gevonden(both, "het samenwerkingsverband PO hier") == [
        ("samenwerkingsverband PO", "swv-po")
    ]
    assert gevonden(both, "het SWV PO hier") == [("SWV PO", "swv-po")]


def test_two_spellings_that_differ_only_in_case_stay_apart(regio: Regio) -> None:
    both = met_begrip(regio, "po", "PO", "po")
    assert gevonden(both, "PO") == [("PO", "po")]


def test_signs_in_a_term_are_no_pattern(regio: Regio) -> None:
    odd = met_begrip(regio, "vraag", "a.b*c?")
    assert gevonden(odd, "axbbc") == []
    assert gevonden(odd, "wel a.b*c? hier") == [("a.b*c?", "vraag")]


def test_in_english_only_abbreviations_are_recognised(regio: Regio) -> None:
    assert gevonden(regio, "The SWV and a thuiszitter", "en") == [("SWV", "swv")]


def test_a_region_without_terms_recognises_none(regio: Regio) -> None:
    assert gevonden(replace(regio, begrippen=MappingProxyType({})), "SWV") == []


def test_a_term_is_a_button_that_opens_its_explanation(regio: Regio) -> None:
    html = pagina(regio).uitleg(Tekst("Eén thuiszitter.", "nl"))
    assert html.startswith('Eén <button type="button" class="begrip" popovertarget="b-thuiszitter"')
    assert '>thuiszitter</button><span popover id="b-thuiszitter"' in html
    assert "Dit is een kind dat thuis zit." in html
    assert '<a href="../begrippen/#thuiszitter">' in html
    assert html.endswith("</span>.")


def test_a_term_is_explained_once_on_a_page_however_many_texts_use_it(regio: Regio) -> None:
    page = pagina(regio)
    html = page.uitleg(Tekst("Het SWV en het samenwerkingsverband.", "nl"))
    html += page.alineas(Tekst("Weer het SWV.\n\nEn SBO, SBO.", "nl"))
    html += page.begrip("swv", "verband")
    assert html.count("<span popover ") == 2
    assert html.count('id="b-swv"') == 1
    assert html.endswith(", SBO.</p>verband")


def test_each_page_explains_for_itself(regio: Regio) -> None:
    weergave = Weergave(Blik(regio, Vertaler("nl"), VANDAAG))
    for url in ("", "agenda/"):
        assert "popovertarget" in weergave.pagina(url).uitleg(Tekst("SWV", "nl"))


def test_text_around_and_inside_a_term_is_escaped(regio: Regio) -> None:
    odd = met_begrip(regio, "rd", "R&D <3")
    html = pagina(odd).uitleg(Tekst("<i> & \"R&D <3\" 'x'", "nl"))
    assert html.startswith("&lt;i&gt; &amp; &#34;<button")
    assert ">R&amp;D &lt;3</button>" in html
    assert "<i>" not in html
    assert "<3" not in html


def test_paragraphs_are_apart_and_empty_lines_are_none(regio: Regio) -> None:
    assert pagina(regio).alineas(Tekst("een\n\n\n twee\ndrie\n", "nl")) == (
        "<p>een</p>\n<p> twee</p>\n<p>drie</p>"
    )


def test_a_dutch_text_on_an_english_page_says_so_and_keeps_its_terms(regio: Regio) -> None:
    html = pagina(regio, "en").uitleg(Tekst("Het SWV & meer", "nl"))
    assert html.startswith('<span lang="nl">Het <button')
    assert html.endswith(
        '&amp; meer</span> <span class="alleen-nl">(alleen in het Nederlands)</span>'
    )


@pytest.mark.parametrize("key", ["xyz", "klassenboek"])
def test_prose_may_name_a_term_that_the_region_does_not_explain(regio: Regio, key: str) -> None:
    """There is none, or it is archived: it is in no glossary, so there is nothing to link to."""
    assert pagina(regio).begrip(key, "een <woord>") == "een &lt;woord&gt;"
