"""The monthly mail: what it tells of a month, in sentences that can be read, and what it never does."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.engine import bouw
from macros.lezing.stijl import WOORDEN_PER_ZIN, zinnen
from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.nieuwsbrief import als_maand, nieuwsbrief, te_schrijven
from macros.wijziging.geschiedenis import Gebeurtenis, Geschiedenis
from scripts.nieuwsbrief import main
from tests.unit.mini import DAG, DATA_MINI, met
from tests.unit.verzonnen_verloop import ALLERLEI, OKTOBER, geschiedenis, record, veld

SITE = "https://voorbeeld.example/map/"
MAAND = Datum(2026, 10)


def mail(
    regio: Regio,
    history: Geschiedenis = ALLERLEI,
    maand: Datum | None = MAAND,
    dag: Datum = DAG,
) -> str:
    return nieuwsbrief(Blik(regio, Vertaler("nl"), dag, history), SITE, maand).tekst


def deel(tekst: str, kop: str) -> list[str]:
    """The paragraphs below a heading, up to the next one."""
    below = tekst.partition(f"\n\n{kop}\n\n")[2].split("\n\n")
    end = next((at for at, one in enumerate(below) if one.isupper()), len(below))
    return below[:end]


def test_a_month_is_told_by_what_readers_look_for(regio: Regio) -> None:
    text = mail(regio)
    assert deel(text, "BESLUITEN EN OVERLEG") == [
        '- Nieuw op deze site: Toch twee lijsten: "PO" & "VO"\n'
        "Er komen twee lijsten.\n"
        f"{SITE}overleg/besluiten/twee-lijsten/"
    ]
    assert deel(text, "ACTIES") == [
        f'- Samen & sterk: "2 > 1"\nDe eerste actie is klaar.\n{SITE}agenda/alles-bekend/'
    ]
    assert deel(text, "CIJFERS") == [
        f"- Kinderen met hulp\nNieuwe cijfers over 2022.\n{SITE}monitor/hulp/"
    ]
    assert deel(text, "VERDER OP DE SITE") == [
        f"- Steunpunt Dorp & Co\nTelefoon: gewijzigd\n{SITE}hulp/#steunpunt-dorp",
        f"- Telt niet meer mee: Weg woord\n{SITE}nieuw/2026-10/#2026-10-30-begrippen-weg",
        f"Alles wat veranderde, staat hier:\n{SITE}nieuw/2026-10/",
    ]


def test_a_mail_begins_and_ends_kindly_and_without_the_name_of_a_person(regio: Regio) -> None:
    brief = nieuwsbrief(Blik(regio, Vertaler("nl"), DAG, ALLERLEI), SITE, MAAND)
    assert brief.onderwerp == "Nieuws van Samen in 't klein: oktober 2026"
    lines = brief.tekst.splitlines()
    assert lines[0] == "Hallo allemaal,"
    assert lines[-4:] == ["Hartelijke groet,", "Regisseur", "Samen in 't klein", SITE]
    assert "@" not in brief.tekst.replace("ouders @ school", "")


@pytest.mark.parametrize(
    ("history", "maand", "gezegd"),
    [
        (Geschiedenis(), MAAND, "Wat er veranderde, is deze keer niet bekend."),
        (
            Geschiedenis(begin=datetime.date(2026, 10, 5)),
            Datum(2026, 9),
            "Wat er veranderde, houden we bij sinds 5 oktober 2026.",
        ),
        (
            Geschiedenis(begin=datetime.date(2026, 10, 5)),
            MAAND,
            "Wat er veranderde, houden we bij sinds 5 oktober 2026.\n\n"
            "In oktober 2026 veranderde er niets wat ertoe doet.",
        ),
        (ALLERLEI, Datum(2026, 8), "In augustus 2026 veranderde er niets wat ertoe doet."),
    ],
)
def test_when_little_happened_or_nobody_knows_it_says_so(
    regio: Regio, history: Geschiedenis, maand: Datum, gezegd: str
) -> None:
    text = mail(regio, history, maand)
    assert text.partition("eraan.\n\n")[2].partition("\n\nWAT ERAAN KOMT")[0] == gezegd


def test_of_much_the_first_is_told_and_how_much_more_there_is(regio: Regio) -> None:
    many = tuple(
        record(f"hulp/plek-{n}.yml", gebeurtenis=Gebeurtenis.NIEUW, titel=f"Plek {n}")
        for n in range(8)
    )
    found = deel(mail(regio, geschiedenis((OKTOBER, many))), "VERDER OP DE SITE")
    assert [one.partition("\n")[0] for one in found[:3]] == [
        f"- Nieuw op deze site: Plek {n}" for n in range(3)
    ]
    assert found[3] == "En nog 5 wijzigingen."


def test_what_comes_is_told_with_its_day_or_that_nothing_does(regio: Regio) -> None:
    assert deel(mail(regio), "WAT ERAAN KOMT") == [
        "Tot en met 3 december 2026 staat er niets in onze kalender."
    ]
    found = deel(mail(regio, maand=None, dag=Datum(2090, 3, 1)), "WAT ERAAN KOMT")
    assert [one.partition("\n")[0] for one in found] == [
        '- 1 maart 2090: laatste dag voor de stukken. Raad; de laatste, van "later" <2100',
        '- 15 maart 2090: Raad; de laatste, van "later" <2100',
    ]


def test_at_most_two_things_are_asked_and_each_month_another(regio: Regio) -> None:
    def asked(maand: Datum) -> list[str]:
        found = deel(mail(regio, maand=maand), "WEET JIJ HET?")
        return [one.partition("\n")[0] for one in found if one.startswith("- ")]

    first, second = asked(Datum(2026, 10)), asked(Datum(2026, 9))
    assert len(first) == len(second) == 2
    assert first != second
    assert first[0] == "- Wie trekt dit speerpunt: Wat we nog uitzoeken?"
    empty = Regio(instellingen=regio.instellingen)
    assert "WEET JIJ HET?" not in mail(empty)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_sentence_can_be_read(geladen: Loaded, regio: Regio, taal: str) -> None:
    """By the rule of the project for plain language, whatever titles and texts say."""
    v = geladen.catalogi[taal].vertaler()
    long = "Heel lang " * 30
    what = regio.besluiten["twee-lijsten"].model_copy(update={"titel": long, "voor_ouders": long})
    other = regio.speerpunten["veel-onbekend"].model_copy(update={"titel": long})
    changed = record(
        "speerpunten/alles-bekend.yml", veld("samen", oud="kort", nieuw=long), toelichting=()
    )
    noted = record("begrippen/sbo.yml", toelichting=(long,))
    more = geschiedenis((OKTOBER - datetime.timedelta(days=1), (changed, noted)))
    both = replace(more, dagen=(*more.dagen, *ALLERLEI.dagen))
    for one in (regio, met(met(regio, "besluiten", what), "speerpunten", other)):
        for dag, maand in ((DAG, MAAND), (Datum(2090, 3, 1), None), (Datum(2023, 12, 20), None)):
            for history in (ALLERLEI, both, Geschiedenis()):
                brief = nieuwsbrief(Blik(one, v, dag, history), SITE, maand)
                for line in (brief.onderwerp, *brief.tekst.splitlines()):
                    for sentence in zinnen(line.replace(f" ({brief.noot})", "")):
                        assert len(sentence.split()) <= WOORDEN_PER_ZIN, sentence


def test_what_nobody_translated_says_so(regio: Regio) -> None:
    english = Vertaler("en", {"alleen in het Nederlands": "only in Dutch"})
    found = nieuwsbrief(Blik(regio, english, DAG, ALLERLEI), SITE, MAAND).tekst.splitlines()
    assert "Er komen twee lijsten. (only in Dutch)" in found
    assert "- Kinderen met hulp (only in Dutch)" in found


def test_it_is_plain_text_with_whole_addresses_on_lines_of_their_own(regio: Regio) -> None:
    for line in mail(regio).splitlines():
        assert line == line.strip()
        assert "\t" not in line
        if "://" in line:
            assert re.fullmatch(r"https://voorbeeld\.example/map/[\w/#-]*", line)
    assert "\n\n\n" not in mail(regio)


def test_the_month_to_write_about_is_the_last_one_until_halfway_the_next() -> None:
    days = {
        Datum(2026, 11, 30): Datum(2026, 11),
        Datum(2026, 12, 1): Datum(2026, 11),
        Datum(2026, 12, 14): Datum(2026, 11),
        Datum(2026, 12, 15): Datum(2026, 12),
        Datum(2027, 1, 3): Datum(2026, 12),
    }
    assert {day: te_schrijven(day) for day in days} == days


def test_a_month_is_read_as_people_type_it() -> None:
    for typed in ("2026-10", " oktober 2026 ", "Okt. 2026", "2026/10"):
        assert als_maand(typed, DAG) == MAAND
    for wrong in ("", "oktober", "2026", "2026-13", "2026-10-01", "10-2026", "../x"):
        with pytest.raises(
            ValueError, match=r"is geen maand\. Schrijf jaar en maand, zoals 2026-01"
        ):
            als_maand(wrong, DAG)
    with pytest.raises(ValueError, match="moet nog komen"):
        als_maand("2026-12", DAG)
    assert als_maand("2026-11", DAG) == Datum(2026, 11)


def test_the_command_prints_and_keeps_the_mail_of_every_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", SITE)
    bouw.weergave.cache_clear()
    file = tmp_path / "mail.txt"
    assert main(["--data", str(DATA_MINI), "--maand", "2026-10", "--uit", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == file.read_text(encoding="utf-8")
    assert said.err == f"Gemaakt: {file}\n"
    heads = [line for line in said.out.splitlines() if "oktober 2026" in line.lower()]
    assert heads[0] == "Nieuws van Samen in 't klein: oktober 2026"
    assert f"{SITE}en/overleg/" in said.out
    bouw.weergave.cache_clear()
    monkeypatch.delenv("SITE_URL")
    assert main(["--data", str(DATA_MINI)]) == 0
    assert "make nieuwsbrief SITE_URL=" in capsys.readouterr().err
    bouw.weergave.cache_clear()
    with pytest.raises(SystemExit):
        main(["--maand", "blub"])
    assert "'blub' is geen maand." in capsys.readouterr().err


def test_a_mail_that_cannot_be_kept_is_told_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for where, said in {
        tmp_path / "nergens/mail.txt": "De map om in te schrijven is er niet. Kies een andere map",
        tmp_path: "Hier is al een map met die naam",
    }.items():
        assert main(["--data", str(DATA_MINI), "--uit", str(where)]) == 1
        assert capsys.readouterr().err.startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_of_each_record_is_told_once_what_mattered_last(regio: Regio) -> None:
    point, gone = "speerpunten/alles-bekend.yml", "hulp/plek.yml"
    days = (
        (
            OKTOBER - datetime.timedelta(days=2),
            (record(point, veld("samen", oud="kort", nieuw="even anders")),),
        ),
        (
            OKTOBER - datetime.timedelta(days=1),
            (
                record(point, veld("samen", oud="even anders", nieuw="zoals nu")),
                record(gone, gebeurtenis=Gebeurtenis.NIEUW, titel="Plek"),
            ),
        ),
        (
            OKTOBER,
            (record(gone, gebeurtenis=Gebeurtenis.VERVALLEN, titel="Plek"),),
        ),
    )
    text = mail(regio, geschiedenis(*reversed(days)))
    assert text.count("agenda/alles-bekend/") == 1
    assert "zoals nu" in text
    assert "even anders (" not in text
    assert "Plek" not in text
