"""The comment in words: what is in it, and that words of others only show themselves."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from macros.effect.stukken import Effect, Pagina, Probleem, Record, Stuk, Terugval, Veld
from macros.effect.tekst import (
    LANGST,
    Plek,
    als_markdown,
    als_tekst,
    verteld,
    vreemd_in_markdown,
    zichtbaar,
)

PLEK = Plek("https://github.com", "o/r", "o/r", "a" * 40, 77, geslaagd=True, artefact=902)
FOUT = Probleem("data/x.yml", 3, 5, True, "Dit klopt niet.", "Doe dit.")
VELD = Veld("Stand", "onbekend", "afgerond", (), klein=False, verborgen=False)
ACTIE = Record("Leren van data", "speerpunt", "gewijzigd", False, (), (VELD,), 0)
PAGINA = Pagina("nl", "agenda/leren/", "Leren van data", "anders", True)


def bericht(effect: Effect, plek: Plek | None = PLEK) -> str:
    """The comment as GitHub shows its words: entities are the signs they stand for."""
    return html.unescape(als_markdown(verteld(effect, plek)))


AANVAL = [
    "@beheerder",
    "@o/team kijk hier",
    "closes #1",
    "o/r#12",
    "GH-1",
    "ABC-123",
    "0123456789abcdef0123456789abcdef01234567",
    "ABCDEF1",
    "o/r@abcdef1",
    "https://kwaad.example/x",
    "HTTP://kwaad.example",
    "www.kwaad.example",
    "iemand@kwaad.example",
    "![](https://kwaad.example/spion.png)",
    '<img src="https://kwaad.example/spion.png">',
    "[klik](javascript:alert(1))",
    "[klik]: https://kwaad.example",
    "<script>alert(1)</script>",
    "<!-- wat deze wijziging doet: 9999.1 -->",
    "</details></details>",
    "<details open>",
    "</code>@beheerder<code>",
    "`x` ``y`` ```z```",
    "a\n\n# In orde\n\n- [x] goedgekeurd",
    "> citaat\n| a | b |\n|---|---|",
    "\n```suggestion\nx\n```",
    "1. een",
    "$x$ en $$y$$",
    ":+1: :tada:",
    "&#64;beheerder &commat;beheerder &lt;img&gt;",
    "\\@beheerder \\[x\\](y)",
    "~~weg~~ **vet** _schuin_ [^1]",
    "/merge",
]


@pytest.mark.parametrize("tekst", AANVAL)
def test_words_of_others_mention_nobody_and_lead_nowhere(tekst: str) -> None:
    said = vreemd_in_markdown(tekst)
    words = " ".join(tekst.split())
    span = re.fullmatch(r"(`+)( ?)([^\n]+?)\2\1", said)
    if span:  # code, and no mark in it ends it
        assert span[3] == words
        assert span[1] not in re.findall("`+", words)
    else:  # no sign that can do anything, and no word that GitHub makes anything of
        assert re.fullmatch(r"[\w ]*", re.sub(r"&#\d+;", "", said))
        assert html.unescape(said) == words
        assert not re.search(r"[@#]|://|www|gh-|abc-|abcdef1", words, re.IGNORECASE)


def test_ordinary_words_are_no_code() -> None:
    for text in ("De partijen (2021-2025): 'samen', 50% & meer!", "Één overleg – één besluit."):
        assert "`" not in vreemd_in_markdown(text)


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("goed\u202ednib", "goed⟨U+202E⟩dnib"),
        ("a\u200bb\ufeff", "a⟨U+200B⟩b⟨U+FEFF⟩"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("a\x00\x1b[31mb", "a⟨U+0000⟩⟨U+001B⟩[31mb"),
        ("a\U000e0041b", "a⟨U+E0041⟩b"),
        ("a\u00adb\u3164", "a⟨U+00AD⟩b⟨U+3164⟩"),
        ("een\r\ntwee\u2028drie", "een twee drie"),
        ("e" + "\u0301" * 40 + "n", "e\u0301\u0301n"),
    ],
)
def test_a_sign_that_nobody_sees_is_shown_as_its_number(tekst: str, getoond: str) -> None:
    assert zichtbaar(tekst) == getoond
    assert html.unescape(vreemd_in_markdown(tekst)).strip("`") == getoond


def test_words_from_right_to_left_keep_their_place() -> None:
    assert vreemd_in_markdown("שלום") == '<span dir="auto">שלום</span>'


@pytest.mark.parametrize("tekst", AANVAL)
def test_whatever_others_write_no_line_of_the_comment_is_theirs(tekst: str) -> None:
    evil = Effect(
        problemen=(replace(FOUT, melding=tekst, tip=tekst, pad=tekst.replace("\n", "")),),
        bouw=(tekst,),
        records=(
            replace(
                ACTIE,
                titel=tekst,
                soort=tekst,
                toelichting=(tekst,),
                velden=(
                    replace(VELD, label=tekst, oud=tekst, nieuw=tekst),
                    replace(VELD, stukken=(Stuk("weg", tekst), Stuk("erbij", tekst))),
                ),
            ),
        ),
        paginas=(replace(PAGINA, naam=tekst),),
        sites="vergeleken",
        terugval=(Terugval(tekst, tekst),),
    )
    good = Effect(
        problemen=(replace(FOUT, melding="x", tip="x", pad="x"),),
        bouw=("x",),
        records=(
            replace(
                ACTIE,
                titel="x",
                soort="x",
                toelichting=("x",),
                velden=(
                    replace(VELD, label="x", oud="x", nieuw="x"),
                    replace(VELD, stukken=(Stuk("weg", "x"), Stuk("erbij", "x"))),
                ),
            ),
        ),
        paginas=(replace(PAGINA, naam="x"),),
        sites="vergeleken",
        terugval=(Terugval("x", "x"),),
    )
    both = [als_markdown(verteld(one, PLEK)) for one in (evil, good)]
    assert both[0].count("\n") == both[1].count("\n")
    both = [re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", one) for one in both]  # without code
    links = [re.findall(r"\]\(([^)]*)\)", one) for one in both]
    assert all(one.startswith("https://github.com/o/r/") for one in links[0])
    assert len(links[0]) == len(links[1])
    assert not re.search(r"@|<!--|<img|!\[|https?://(?!github\.com/o/r/|localhost)", both[0])


def test_problems_come_first_with_their_place_and_what_to_do() -> None:
    text = bericht(Effect(gegevens=1, problemen=(FOUT, replace(FOUT, fout=False, regel=9))))
    assert "**Nog niet in orde" not in text
    assert "<strong>Nog niet in orde: 1 fout.</strong>" in text
    assert "De site op internet blijft zoals zij is." in text
    there = f"https://github.com/o/r/blob/{'a' * 40}/data/x.yml#L3"
    assert f"- [`data/x.yml`, regel 3, teken 5]({there}): Dit klopt niet. <em>Doe dit." in text
    assert text.index("Wat nog niet klopt") < text.index("### Let op") < text.index("#L9")
    assert "Welke pagina's veranderen" not in text


def test_a_file_with_a_strange_name_is_linked_and_one_that_may_not_be_named_is_not() -> None:
    text = bericht(Effect(problemen=(replace(FOUT, pad="data/a #b (é)?.yml"),)))
    assert "/data/a%20%23b%20%28%C3%A9%29%3F.yml#L3)" in text
    text = bericht(Effect(problemen=(replace(FOUT, pad=""),)))
    assert "- Een bestand met een naam die we hier niet herhalen: Dit klopt niet." in text


def test_what_changes_for_readers_is_told_by_title_and_field() -> None:
    long = replace(VELD, label="Uitleg", stukken=(Stuk("", "We doen"), Stuk("erbij", "dit")))
    hidden = replace(VELD, label="Voor ouders", oud=None, nieuw=None, verborgen=True)
    records = (
        replace(ACTIE, velden=(VELD, long, hidden), toelichting=("Het is klaar.",), meer=2),
        replace(ACTIE, titel="Oud", wat="vervallen", velden=()),
    )
    text = bericht(Effect(gegevens=2, records=records, verzwegen=1))
    for line in (
        "- <strong>Leren van data</strong> (speerpunt)",
        "  - Het is klaar.",
        "  - Stand: <del>onbekend</del> wordt <ins>afgerond</ins>",
        "  - Uitleg: We doen <ins>dit</ins>",
        "  - Voor ouders: anders (de tekst laten we hier niet zien)",
        "  - en nog 2 velden",
        "- Vervalt: <strong>Oud</strong> (speerpunt)",
    ):
        assert f"\n{line}\n" in text
    assert "Op 1 plek laten we de tekst hier niet zien" in text


def test_what_is_small_is_folded_and_counted() -> None:
    small = replace(VELD, label="Peildatum", klein=True)
    text = bericht(Effect(gegevens=1, records=(replace(ACTIE, velden=(VELD, small, small)),)))
    before, fold = text.split("<details><summary>2 kleine wijzigingen</summary>")
    assert "Peildatum" not in before
    assert fold.count("Peildatum") == 2
    only = bericht(Effect(gegevens=1, records=(replace(ACTIE, klein=True, velden=(small,)),)))
    assert "Weinig: alleen kleine dingen" in only
    assert "<summary>1 kleine wijziging</summary>" in only


@pytest.mark.parametrize(
    ("effect", "zin"),
    [
        (Effect(overig=3), "De gegevens veranderen niet."),
        (Effect(gegevens=3), "De bestanden met gegevens zeggen hetzelfde als eerst."),
    ],
)
def test_a_change_of_code_or_of_form_says_that_the_data_stay(effect: Effect, zin: str) -> None:
    text = bericht(replace(effect, sites="vergeleken"))
    assert "<strong>In orde.</strong>" in text
    assert zin in text
    assert "Op geen enkele pagina verandert een woord" in text
    assert ("zoals de code" in text) is bool(effect.overig)


def test_pages_are_named_in_each_language_with_their_addresses() -> None:
    english = Pagina("en", "en/agenda/leren/", "Learning from data", "anders", True)
    other = replace(PAGINA, adres="", naam="Start", eigen=False)
    new = replace(PAGINA, adres="agenda/nieuw/", naam="Nieuw", wat="nieuw")
    gone = replace(PAGINA, adres="agenda/oud/", naam="Oud", wat="weg")
    pages = (english, PAGINA, other, new, gone)
    text = bericht(Effect(gegevens=1, sites="vergeleken", paginas=pages, alle_paginas=336))
    assert "5 van de 336 pagina's" in text
    row = "- Leren van data `/agenda/leren/` · Learning from data `/en/agenda/leren/`"
    assert f"\n{row}\n" in text
    assert "<summary>Andere pagina's, die het ook tonen: 1</summary>" in text
    assert "\n- Start `/`\n" in text
    assert text.index("Nieuwe adressen") < text.index("`/agenda/nieuw/`")
    assert text.index("Adressen die verdwijnen") < text.index("`/agenda/oud/`")


def test_texts_that_wait_for_a_translation_are_told_by_language() -> None:
    text = bericht(Effect(terugval=(Terugval("Engels", "Een nieuwe tekst"),), meer_terugval=2))
    assert "Hier ziet een lezer in het Engels straks Nederlands" in text
    assert "- Een nieuwe tekst" in text
    assert "Nog 2 teksten" in text


def test_a_check_that_fails_and_a_site_that_cannot_be_made_are_not_called_right() -> None:
    failed = bericht(Effect(), replace(PLEK, geslaagd=False))
    assert "niet elke controle slaagt" in failed
    assert "In orde." not in failed
    broken = bericht(Effect(bouw=("index.html: de titel ontbreekt",)))
    assert "de site is zo niet te maken" in broken
    assert "- index.html: de titel ontbreekt" in broken


def test_when_the_pages_cannot_be_compared_the_comment_says_why() -> None:
    assert "er is geen site van gemaakt" in bericht(Effect(sites="geen"))
    assert "niet meer te maken" in bericht(Effect(sites="geen-oude"))


@pytest.mark.parametrize("aantal", [300, 5000])
def test_a_comment_that_is_too_long_is_cut_and_its_folds_are_closed(aantal: int) -> None:
    long = replace(ACTIE, titel="é" * 200, velden=(replace(VELD, oud="<" * 500),))
    text = als_markdown(verteld(Effect(gegevens=1, records=(long,) * aantal), PLEK), "<!-- x -->")
    assert len(text.encode()) <= LANGST
    assert text.startswith("<!-- x -->\n")
    assert text.endswith(
        "Er is meer dan hier past. In het beheer of met `make effect` zie je alles.\n"
    )
    assert text.count("<details>") == text.count("</details>") == 1


def test_in_a_terminal_it_reads_as_text_and_can_do_nothing_to_it() -> None:
    effect = Effect(gegevens=1, records=(replace(ACTIE, titel="a\x1b[2Jb"),), problemen=(FOUT,))
    text = als_tekst(verteld(effect))
    assert "- data/x.yml, regel 3, teken 5: Dit klopt niet. Doe dit." in text
    assert "- a⟨U+001B⟩[2Jb (speerpunt)" in text
    assert "  - Stand: [-onbekend-] wordt {+afgerond+}" in text
    assert "&#" not in text
    assert "github.com" not in text
