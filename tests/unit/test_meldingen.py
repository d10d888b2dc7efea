"""All problems at once, in order, and the three forms in which they are printed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.issue import NIET_VERTAALD, Issue, Level, as_text, has_errors, nearest, op_volgorde
from macros.model.basis.adres import Webadres
from macros.model.basis.datum import Tijd
from macros.model.basis.getal import Nummer, Percentage
from scripts.check import as_github, as_json
from scripts.check import main as check
from tests.unit.mini import Mini

ERROR = Issue("data/a.yml", 3, 7, "keuze", "'x' kan hier niet.", "Kies uit: a, b.")
WARNING = Issue("data/b.yml", 1, 1, "lange-zin", "Deze zin is lang.", level=Level.LET_OP)


def test_all_problems_of_all_files_are_told_at_once_and_in_order(mini: Mini) -> None:
    mini.vervang("speerpunten/veel-onbekend.yml", "titel: Wat", "titel: <b>Wat</b>")
    mini.vervang("speerpunten/veel-onbekend.yml", "samen: We", "samne: We")
    mini.vervang("gemeenten/gemeente-stad.yml", "GM9002", "GM12")
    mini.vervang("gemeenten/gemeente-stad.yml", "peildatum: 2021", "peildatum: morgen")
    mini.vervang("mijlpalen/begin.yml", "bron: plan", "bron: plen")
    mini.schrijf("begrippen/leeg.yml", "")
    mini.schrijf("begrippen/stuk.yml", "id: stuk\n\tterm: x\n")
    mini.vervang("vertaling/en.po", 'msgid "Regisseur"', '‸msgid "Regisseur"')
    mini.vervang("vertaling/en.po", '"Coordinator"', '"Coordinator {n}"')
    found = [(mini.waar(issue), issue.code) for issue in mini.issues(level=Level.FOUT)]
    assert found == [
        ("begrippen/leeg.yml:1:1", "leeg-bestand"),
        ("begrippen/stuk.yml:2:1", "tab"),
        ("gemeenten/gemeente-stad.yml:3:11", "cbs-code"),
        ("gemeenten/gemeente-stad.yml:7:14", "datum-vorm"),
        ("mijlpalen/begin.yml:8:9", "verwijzing"),
        ("speerpunten/veel-onbekend.yml:4:8", "html"),
        ("speerpunten/veel-onbekend.yml:5:1", "onbekend-veld"),
        (mini.plaats, "po-invulplaats"),
    ]


def test_a_broken_settings_file_does_not_hide_the_other_broken_files(mini: Mini) -> None:
    mini.vervang("regio.yml", "soort: voorbeeld", "soort: anders")
    mini.vervang("mijlpalen/begin.yml", "datum: 2021-03-04", "datum: ooit")
    assert [(mini.waar(issue), issue.code) for issue in mini.issues()] == [
        ("mijlpalen/begin.yml:4:8", "datum-vorm"),
        ("regio.yml:3:8", "keuze"),
    ]


@pytest.mark.parametrize(
    "pad",
    [
        "regio.yml",
        "agendas/plan-2021-2023.yml",
        "samenwerking/model.yml",
        "samenwerking/wegwijzer.yml",
    ],
)
def test_a_broken_file_does_not_keep_the_rules_from_looking_at_the_others(
    pad: str, mini: Mini
) -> None:
    mini.vervang("mijlpalen/begin.yml", "bron: plan", "bron: weg")
    mini.schrijf(pad, mini.lees(pad) + "extra: x\n")
    found = {(issue.code, mini.waar(issue).split(":")[0]) for issue in mini.issues()}
    told = {one for one in found if one[0] != "niet-vertaald"}
    assert {("onbekend-veld", pad), ("verwijzing", "mijlpalen/begin.yml")} <= told
    assert [issue.code for issue in mini.issues(level=Level.FOUT)].count("verwijzing") == 1
    assert len(mini.issues(level=Level.FOUT)) == 2


def test_an_editor_is_told_when_a_broken_file_kept_the_rules_from_looking(mini: Mini) -> None:
    mini.schrijf("regio.yml", b"\xff\xfe\x00")
    assert [(mini.waar(one), one.message, one.tip) for one in mini.issues("nog-niet-alles")] == [
        (
            "regio.yml:1:1",
            "Zolang dit bestand niet klopt, is niet nagekeken wat bij elkaar hoort.",
            "Herstel dit bestand eerst en controleer dan opnieuw.",
        )
    ]


def test_lines_are_ordered_as_numbers(mini: Mini) -> None:
    mini.vervang("speerpunten/alles-bekend.yml", "nummer: 1", "nummer: een")
    mini.vervang("speerpunten/alles-bekend.yml", "stand: loopt", "stand: lopend")
    found = [mini.waar(issue) for issue in mini.issues(level=Level.FOUT)]
    assert found == ["speerpunten/alles-bekend.yml:3:9", "speerpunten/alles-bekend.yml:50:12"]


def test_text_has_a_line_for_each_problem_and_a_total() -> None:
    assert as_text([ERROR, ERROR, WARNING]).split("\n") == [
        "data/a.yml:3:7: fout: 'x' kan hier niet.",
        "    Kies uit: a, b.",
        "data/a.yml:3:7: fout: 'x' kan hier niet.",
        "    Kies uit: a, b.",
        "data/b.yml:1:1: let op: Deze zin is lang.",
        "2 fouten; 1 keer 'let op'.",
    ]


def test_errors_come_first_and_texts_without_translation_in_one_line_for_each_language() -> None:
    untold = [
        Issue("data/a.yml", n, 1, NIET_VERTAALD, f"Deze tekst is nog niet vertaald ({taal}): 'x …'")
        for taal, count in (("de", 1), ("en", 1200))
        for n in range(1, count + 1)
    ]
    some = [replace(one, level=Level.LET_OP) for one in untold]
    late = replace(ERROR, path="data/z.yml")
    found = op_volgorde([*some, WARNING, late])
    assert [one.message for one in found] == [
        "'x' kan hier niet.",
        "Deze zin is lang.",
        "Deze tekst is nog niet vertaald (de): 'x …'",
        "1.200 teksten zijn nog niet vertaald (en): de site toont daar Nederlands.",
    ]
    assert op_volgorde(found) == found
    assert as_text([*some, WARNING, late]).startswith("data/z.yml:3:7: fout: ")


@pytest.mark.parametrize(
    ("issues", "total"),
    [
        ([], "Geen fouten gevonden."),
        ([ERROR], "1 fout."),
        ([ERROR, ERROR], "2 fouten."),
        ([WARNING, WARNING], "Geen fouten gevonden; 2 keer 'let op'."),
    ],
)
def test_the_total_counts_errors_and_warnings_apart(issues: list[Issue], total: str) -> None:
    assert as_text(issues).split("\n")[-1] == total


def test_github_gets_an_annotation_on_the_line() -> None:
    assert as_github([ERROR, WARNING]).split("\n") == [
        "::error file=data/a.yml,line=3,col=7,title=keuze::'x' kan hier niet. Kies uit: a, b.",
        "::warning file=data/b.yml,line=1,col=1,title=lange-zin::Deze zin is lang.",
    ]


def test_github_escapes_what_would_end_or_split_the_command() -> None:
    issue = Issue("map, a:b%/c.yml", 1, 2, "x", "100% \r\n::error::nee, a: b")
    assert as_github([issue]) == (
        "::error file=map%2C a%3Ab%25/c.yml,line=1,col=2,title=x::100%25 %0D%0A::error::nee, a: b"
    )


def test_json_reads_back_with_every_field() -> None:
    assert json.loads(as_json([ERROR, WARNING])) == [
        {
            "path": "data/a.yml",
            "line": 3,
            "column": 7,
            "code": "keuze",
            "message": "'x' kan hier niet.",
            "tip": "Kies uit: a, b.",
            "level": "fout",
        },
        {
            "path": "data/b.yml",
            "line": 1,
            "column": 1,
            "code": "lange-zin",
            "message": "Deze zin is lang.",
            "tip": "",
            "level": "let op",
        },
    ]


def test_the_command_prints_what_was_asked_for(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("gemeenten/gemeente-dorp.yml", "naam: Dorp", "naam: ‸<i>Dorp</i>")
    assert check(["--data", str(mini.map), "--format", "json"]) == 1
    [error] = [one for one in json.loads(capsys.readouterr().out) if one["level"] == "fout"]
    assert (error["code"], error["line"], error["column"]) == ("html", 2, 7)
    assert check(["--data", str(mini.map), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        f"::error file={mini.map}/gemeenten/gemeente-dorp.yml,"
    )


def test_json_of_a_region_without_problems_is_an_empty_list(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("regio.yml", "  - en\n", "")
    (mini.map / "vertaling" / "en.po").unlink()
    assert check(["--data", str(mini.map), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert check(["--data", str(mini.map), "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


def test_only_errors_stop_a_build() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


@pytest.mark.parametrize(
    ("typed", "valid", "tip"),
    [
        ("gemeente-edde", ["gemeente-ede", "gemeente-rhenen"], "Bedoel je 'gemeente-ede'?"),
        ("Ja", ["ja", "leeg", "onbekend"], "Bedoel je 'ja'?"),
        ("po", ["PO", "SBO", "VO"], "Bedoel je 'PO'?"),
        ("vmbo", ["PO", "VO"], "Kies uit: PO, VO."),
        ("svw", ["swv", "sbo"], "Bedoel je 'swv'?"),
        ("opp", ["cop", *(f"begrip-{n}" for n in range(13))], ""),
        ("xyz", ["b", "a", "b"], "Kies uit: a, b."),
        ("xyz", [], ""),
        ("Wageningen", ["gemeente-ede", "gemeente-wageningen"], "Bedoel je 'gemeente-wageningen'?"),
        ("gemeente Ede", ["gemeente-ede", "gemeente-epe"], "Bedoel je 'gemeente-ede'?"),
        ("gemeente_ede", ["gemeente-ede", "gemeente-epe"], "Bedoel je 'gemeente-ede'?"),
        ("gemeente-bunnik", ["gemeente-ede"], "Kies uit: gemeente-ede."),
        ("1d", ["1d-diagnose-en-behandeling", "1a-x"], "Bedoel je '1d-diagnose-en-behandeling'?"),
        ("1", ["1-a", "2-b"], "Kies uit: 1-a, 2-b."),
        ("zorgwet", ["zorgwet-1", "zorgwet-2"], "Bedoel je 'zorgwet-1' of 'zorgwet-2'?"),
        ("zorgwet-3", ["zorgwet-1", "zorgwet-2"], "Kies uit: zorgwet-1, zorgwet-2."),
        ("website", ["verslag", "wet"], "Kies uit: verslag, wet."),
        ("wet", ["themas", "wetten"], "Bedoel je 'wetten'?"),
        ("s-Stad", ["Dorp", "'s-Stad"], "Bedoel je ''s-Stad'?"),
        ("\u2019s-Stad", ["Dorp", "Stad"], "Kies uit: Dorp, Stad."),
        (
            "Su\u0301dwest",
            ["S\u00fadwest", "Zuid"],
            "Bedoel je 'S\u00fadwest'? "
            "Typ het over: hier staat een teken dat er alleen hetzelfde uitziet.",
        ),
        ("Sudwest", ["S\u00fadwest", "Zuid"], "Bedoel je 'S\u00fadwest'?"),
        ("?", ["ja", "leeg"], "Kies uit: ja, leeg."),
        ("xyz", [f"keuze-{n}" for n in range(13)], ""),
    ],
)
def test_a_tip_names_the_nearest_value_or_a_short_list(
    typed: str, valid: list[str], tip: str
) -> None:
    assert nearest(typed, valid) == tip


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("de andere", "Bedoel je 'een'?"),
        ("twd", "Bedoel je 'twee'?"),
        ("het tweede ding", "Bedoel je 'twee'?"),
        ("geheel iets", "Kies uit: een, twee."),
    ],
)
def test_a_tip_knows_by_which_other_names_a_value_goes(typed: str, tip: str) -> None:
    named = {"een": ("De Andere",), "twee": ("Het tweede ding", "TWD")}
    assert nearest(typed, ["een", "twee"], named) == tip


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("website", "Bedoel je 'webpagina'?"),
        ("Site", "Bedoel je 'webpagina'?"),
        ("notulen", "Bedoel je 'verslag'?"),
        ("onderzoeksrapport", "Bedoel je 'onderzoek'?"),
        ("Webpagina", "Bedoel je 'webpagina'?"),
    ],
)
def test_a_choice_is_known_by_the_words_people_use_for_it(typed: str, tip: str, mini: Mini) -> None:
    mini.vervang("bronnen/plan.yml", "soort: beleidsdocument", f"soort: ‸{typed}")
    found = [(mini.waar(one), one.tip) for one in mini.issues("keuze")]
    assert found == [(mini.plaats, tip)]


@pytest.mark.parametrize("typed", ["dorp"])
def test_a_record_is_known_by_its_names(typed: str, mini: Mini) -> None:
    pad = "werkingsgebieden/heel-mini.yml"
    text = mini.lees(pad)
    assert "- gemeente-dorp" in text
    mini.schrijf(pad, text.replace("- gemeente-dorp", f"- {typed}", 1))
    assert [one.tip for one in mini.issues(level=Level.FOUT)][:1] == ["Bedoel je 'gemeente-dorp'?"]


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("1 juli 2021", "Schrijf: 2021-07-01"),
        ("1 Juli, 2021", "Schrijf: 2021-07-01"),
        ("donderdag 1 juli 2021", "Schrijf: 2021-07-01"),
        ("1e juli 2021", "Schrijf: 2021-07-01"),
        ("1-jul-2021", "Schrijf: 2021-07-01"),
        ("juli 2021", "Schrijf: 2021-07"),
        ("2021-7-1", "Schrijf: 2021-07-01"),
        ("2021/07/01", "Schrijf: 2021-07-01"),
        ("2021-7", "Schrijf: 2021-07"),
        ("20210701", "Schrijf: 2021-07-01"),
        ("01-07-2021", "Schrijf 2021-07-01: eerst het jaar."),
        ("1.7.2021", "Schrijf 2021-07-01: eerst het jaar."),
        ("31 februari 2021", "Deze maand heeft 28 dagen."),
        ("30-02-2021", "Deze maand heeft 28 dagen."),
        ("07-13-2021", "Schrijf 2021, 2021-07 of 2021-07-01."),
        ("1-7-21", "Schrijf 2021, 2021-07 of 2021-07-01."),
        ("zomer 2021", "Schrijf 2021, 2021-07 of 2021-07-01."),
        ("1 juli", "Schrijf 2021, 2021-07 of 2021-07-01."),
    ],
)
def test_a_date_in_any_way_of_writing_gets_the_one_of_the_data(
    typed: str, tip: str, mini: Mini
) -> None:
    mini.vervang("mijlpalen/begin.yml", "datum: 2021-03-04", f"datum: ‸{typed}")
    [one] = mini.issues(level=Level.FOUT)
    assert (mini.waar(one), one.tip) == (mini.plaats, tip)


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("15.00", "Schrijf: 15:00"),
        ("15u", "Schrijf: 15:00"),
        ("9:30", "Schrijf: 09:30"),
        ("15u30", "Schrijf: 15:30"),
        ("15:00 uur", "Schrijf: 15:00"),
        ("25:00", "Schrijf uren en minuten, zoals 09:30."),
        ("drie uur", "Schrijf uren en minuten, zoals 09:30."),
    ],
)
def test_a_time_in_any_way_of_writing_gets_the_one_of_the_data(typed: str, tip: str) -> None:
    with pytest.raises(ValidationError) as found:
        TypeAdapter(Tijd).validate_python(typed)
    assert found.value.errors()[0]["ctx"]["tip"] == tip


@pytest.mark.parametrize(
    ("kind", "typed", "tip"),
    [
        (Percentage, "50 %", "Schrijf: 50"),
        (Percentage, "12,5", "Schrijf een heel getal van 0 tot en met 100, zonder procentteken."),
        (Percentage, "120%", "Schrijf een heel getal van 0 tot en met 100, zonder procentteken."),
        (Nummer, "nr. 2", "Schrijf: 2"),
        (Nummer, "1.234", "Schrijf een heel getal vanaf 1."),
        (Nummer, "-3", "Schrijf een heel getal vanaf 1."),
        (
            Webadres,
            "C:\\x\\a.pdf",
            "Dit staat op een eigen computer. Neem het adres van de pagina op internet.",
        ),
        (
            Webadres,
            "mailto:a",
            "Dit is een e-mailadres. Neem het adres van een pagina, of laat dit veld weg.",
        ),
        (
            Webadres,
            "https://a.nl/b c",
            "In een adres staat geen spatie. Neem het over uit de adresbalk van de browser.",
        ),
        (Webadres, "www.a.nl", "Schrijf het hele adres, met https:// ervoor."),
    ],
)
def test_a_number_or_address_in_another_form_gets_what_to_write(
    kind: Any, typed: str, tip: str
) -> None:
    with pytest.raises(ValidationError) as found:
        TypeAdapter(kind).validate_python(typed)
    assert found.value.errors()[0]["ctx"]["tip"] == tip


@pytest.mark.parametrize(
    "typed", ["nvt", "n.v.t.", "?", "'-'", "geen", "unknown", "TBD", "ONBEKEND"]
)
def test_what_says_nothing_is_called_unknown_where_that_may_be(typed: str, mini: Mini) -> None:
    mini.vervang("speerpunten/alles-bekend.yml", "stand: loopt", f"stand: ‸{typed}")
    [one] = mini.issues("keuze")
    assert (mini.waar(one), one.tip) == (mini.plaats, "Weet niemand het? Schrijf dan: onbekend")


def test_what_says_nothing_is_not_called_unknown_where_that_cannot_be(mini: Mini) -> None:
    mini.vervang("mijlpalen/begin.yml", "datum: 2021-03-04", "datum: nvt")
    assert all("onbekend" not in one.tip for one in mini.issues("datum-vorm"))


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "code"),
    [
        ("speerpunten/veel-onbekend.yml", "titel: Wat", "titel: > Wat", "yaml"),
        (
            "speerpunten/veel-onbekend.yml",
            "ambtelijk_trekker: onbekend",
            "ambtelijk_trekker: ?",
            "id-vorm",
        ),
        ("bronnen/plan.yml", "geraadpleegd: 2022-05", "geraadpleegd: 2090", "datum-in-toekomst"),
    ],
)
def test_a_mistake_that_two_checks_see_is_told_by_the_one_that_helps(
    mini: Mini, pad: str, oud: str, nieuw: str, code: str
) -> None:
    mini.vervang(pad, oud, nieuw)
    found = [(mini.waar(one).split(":")[0], one.code) for one in mini.issues(level=Level.FOUT)]
    assert found == [(pad, code)]


@pytest.mark.parametrize(
    ("naam", "tip"),
    [
        ("sbo.yml.txt", "Noem het sbo.yml."),
        ("verslag.docx", "Verwijder dit. Zet wat erin staat in de velden van een eigen bestand."),
        ("folder.PDF", "Verwijder dit. Zet wat erin staat in de velden van een eigen bestand."),
    ],
)
def test_a_file_of_another_kind_says_what_to_do_with_it(mini: Mini, naam: str, tip: str) -> None:
    (mini.map / "begrippen" / naam).write_bytes(b"PK")
    [issue] = mini.issues(level=Level.FOUT)
    assert (mini.waar(issue), issue.tip) == (f"begrippen/{naam}:1:1", tip)
