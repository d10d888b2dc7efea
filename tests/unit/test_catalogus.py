"""Catalogues: what counts as translated, and how they are kept current with the texts there are."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from macros.issue import Level
from macros.taal.catalogus import (
    HUIS,
    Bericht,
    interface,
    interface_texts,
    met_interface,
    pad,
    read,
    update,
)
from macros.taal.proza import Prozapagina, Toestand, gebreken, lees, paginas, stempel, vingerafdruk
from macros.taal.talen import MAP
from macros.taal.vertaler import Tekst
from scripts.vertaal import code_texts, mark
from scripts.vertaal import main as vertaal
from tests.huis import verbouw
from tests.unit.mini import ROOT, Mini

KOP = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)

SCHOOL = 'msgid "Elk kind gaat naar school."\nmsgstr "Every child goes to school."\n'


@cache
def uit_de_code() -> tuple[Bericht, ...]:
    return tuple(interface_texts(ROOT / "macros", ROOT / "docs" / "theme"))


@pytest.fixture(autouse=True)
def code(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues of the code, to be written. The code stays the same while tests run: its texts
    are looked for once.
    """
    monkeypatch.setattr("scripts.vertaal.interface_texts", lambda *_: uit_de_code())
    folder = tmp_path_factory.mktemp("code")
    shutil.copytree(HUIS / MAP, folder / MAP)
    monkeypatch.setattr("scripts.vertaal.HUIS", folder)
    return folder


def bijgewerkt(folder: Path, *texts: str, po: str = "") -> str:
    """The catalogue ``po`` (or none) brought up to date with ``texts``, and written."""
    file = pad(folder, "en")
    file.parent.mkdir(exist_ok=True)
    if po:
        file.write_text(KOP + po, encoding="utf-8")
    new, issues = update(folder, "en", [Bericht(text, "a.yml") for text in texts])
    assert issues == []
    assert new is not None
    file.write_text(new, encoding="utf-8")
    return new


def test_a_new_text_is_added_empty(tmp_path: Path) -> None:
    assert bijgewerkt(tmp_path, "kind") == KOP + '#: a.yml\nmsgid "kind"\nmsgstr ""\n\n'


def test_a_translation_of_a_text_that_stays_is_kept(tmp_path: Path) -> None:
    new = bijgewerkt(tmp_path, "kind", po='msgid "kind"\nmsgstr "child"\n')
    assert new == KOP + '#: a.yml\nmsgid "kind"\nmsgstr "child"\n\n'


def test_a_changed_text_keeps_its_translation_as_a_fuzzy_one(tmp_path: Path) -> None:
    new = bijgewerkt(tmp_path, "Elk kind ging naar school.", po=SCHOOL)
    assert new == KOP + (
        '#: a.yml\n#, fuzzy\nmsgid "Elk kind ging naar school."\nmsgstr "Every child goes to school."\n\n'
        '#~ msgid "Elk kind gaat naar school."\n#~ msgstr "Every child goes to school."\n\n'
    )
    catalogus, issues = read(tmp_path, "en")
    assert (issues, catalogus is not None) == ([], True)
    assert catalogus is not None
    assert catalogus.vertaald == {}
    assert catalogus.verouderd == {"Elk kind ging naar school."}


def test_a_text_that_is_taken_away_and_put_back_has_its_translation_again(tmp_path: Path) -> None:
    old = 'msgid "kind"\nmsgstr "child"\n\nmsgid "zeer oud"\nmsgstr "very old"\n'
    assert bijgewerkt(tmp_path, "kind", po=old) == KOP + (
        '#: a.yml\nmsgid "kind"\nmsgstr "child"\n\n#~ msgid "zeer oud"\n#~ msgstr "very old"\n\n'
    )
    back = bijgewerkt(tmp_path, "kind", "zeer oud")
    assert '#: a.yml\nmsgid "zeer oud"\nmsgstr "very old"\n' in back
    assert "#~" not in back


def test_a_text_of_the_interface_that_is_no_longer_used_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.taal.catalogus.HUIS", tmp_path)
    old = 'msgid "kind"\nmsgstr "child"\n\nmsgid "zeer oud"\nmsgstr "very old"\n'
    assert "old" not in bijgewerkt(tmp_path, "kind", po=old)
    assert "#~" not in bijgewerkt(tmp_path)


def test_one_text_in_two_places_is_one_entry(tmp_path: Path) -> None:
    berichten = [Bericht("kind", "b.yml"), Bericht("kind", "a.yml"), Bericht("kind", "a.yml")]
    wanted = KOP + '#: a.yml b.yml\nmsgid "kind"\nmsgstr ""\n\n'
    assert update(tmp_path, "en", berichten) == (wanted, [])


def test_a_change_that_is_undone_has_its_translation_back(tmp_path: Path) -> None:
    first = bijgewerkt(tmp_path, "Elk kind gaat naar school.", po=SCHOOL)
    changed = bijgewerkt(tmp_path, "Elk kind ging naar school.")
    assert bijgewerkt(tmp_path, "Elk kind ging naar school.") == changed  # again changes nothing
    done = changed.replace("#, fuzzy\n", "").replace('"Every child goes', '"Every child went', 1)
    pad(tmp_path, "en").write_text(done, encoding="utf-8")
    assert bijgewerkt(tmp_path, "Elk kind ging naar school.") == done
    undone = bijgewerkt(tmp_path, "Elk kind gaat naar school.")
    assert undone.partition("#~")[0] == first
    assert '#~ msgstr "Every child went to school."' in undone  # and so is what came between


def test_a_text_that_comes_back_beside_the_changed_one_has_its_own_translation(
    tmp_path: Path,
) -> None:
    bijgewerkt(tmp_path, "Elk kind gaat naar school.", po=SCHOOL)
    bijgewerkt(tmp_path, "Elk kind ging naar school.")
    new = bijgewerkt(tmp_path, "Elk kind gaat naar school.", "Elk kind ging naar school.")
    assert new.count("Every child goes to school.") == 2
    assert "#~" not in new
    catalogus, _ = read(tmp_path, "en")
    assert catalogus is not None
    assert list(catalogus.vertaald) == ["Elk kind gaat naar school."]
    assert list(catalogus.verouderd) == ["Elk kind ging naar school."]


def test_a_stale_translation_is_not_kept_as_if_it_was_right(tmp_path: Path) -> None:
    bijgewerkt(tmp_path, "Elk kind gaat naar school.", po=SCHOOL)
    bijgewerkt(tmp_path, "Elk kind ging naar school.")
    new = bijgewerkt(tmp_path, "Elk kind ging naar de school.")
    assert '#~ msgid "Elk kind gaat naar school."' in new
    assert "ging naar school" not in new


def test_a_catalogue_is_the_same_however_often_and_whenever_it_is_made(tmp_path: Path) -> None:
    texts = ["kind", 'zeg "ja"; en\nmeer', "C:\\map", "100% {n}", "🎒 ë", "lang " * 60]
    first = bijgewerkt(tmp_path, *texts)
    assert bijgewerkt(tmp_path, *texts) == first
    assert not re.search(r"\d{4}-\d{2}-\d{2}|Babel|yml:\d", first)


def test_every_text_reads_back_from_the_catalogue_as_it_was(tmp_path: Path) -> None:
    texts = [
        'zeg "ja"; en\nmeer',
        "C:\\map\\nieuw",
        "100% {n} %(x)s",
        "🎒 ë ‘x’",
        "lang " * 60 + ".",
    ]
    po = bijgewerkt(tmp_path, *texts)
    pad(tmp_path, "en").write_text(
        po.replace('msgstr ""\n\n', 'msgstr "x {n} %(x)s"\n\n'), encoding="utf-8"
    )
    catalogus, _ = read(tmp_path, "en")
    assert catalogus is not None
    assert set(catalogus.vertaald) == set(texts)


def test_only_finished_translations_count(mini: Mini) -> None:
    catalogus, issues = read(mini.map, "en")
    assert issues == []
    assert catalogus is not None
    assert catalogus.vertaald["Regisseur"] == "Coordinator"
    assert "Zoek het uit." not in catalogus.vertaald
    assert "Er is weinig bekend." not in catalogus.vertaald
    assert catalogus.verouderd == {"Er is weinig bekend."}


def test_the_command_brings_the_catalogue_of_a_region_up_to_date(
    mini: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    mini.vervang("partijen/regisseur.yml", "naam: Regisseur", "naam: Netwerkregisseur")
    assert vertaal(["--data", str(mini.map)]) == 0
    catalogus, _ = read(mini.map, "en")
    assert catalogus is not None
    assert "Netwerkregisseur" in catalogus.verouderd
    assert "Regisseur" not in catalogus.vertaald
    assert catalogus.vertaald["Samen doen"] == "Doing it together"
    first = mini.lees("vertaling/en.po")
    assert vertaal(["--data", str(mini.map)]) == 0
    assert mini.lees("vertaling/en.po") == first


def test_the_command_changes_nothing_where_no_text_changed_whatever_the_order(
    mini: Mini, tmp_path: Path
) -> None:
    assert vertaal(["--data", str(mini.map)]) == 0
    house = verbouw(tmp_path)
    files = [pad(mini.map, "en"), pad(house / "macros", "en")]
    before = [file.read_text(encoding="utf-8") for file in files]
    for file, text in zip(files, before, strict=True):
        head, *entries = text.split("\n\n")
        random.Random(3).shuffle(entries)
        file.write_text("\n\n".join([head, *entries]), encoding="utf-8")
        assert file.read_text(encoding="utf-8") != text
    command = [sys.executable, "-m", "scripts.vertaal", "--data", str(mini.map)]
    subprocess.run(command, cwd=house, env={**os.environ, "PYTHONHASHSEED": "3"}, check=True)
    assert [file.read_text(encoding="utf-8") for file in files] == before


def test_the_command_brings_texts_of_the_code_to_the_code_and_of_the_data_to_the_region(
    mini: Mini, code: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.taal.catalogus.HUIS", code.resolve())
    for folder in (code, mini.map):
        pad(folder, "en").write_text(
            KOP
            + '# keep me\nmsgid "niet gestart"\nmsgstr "not started"\n\n'
            + '# me too\nmsgid "Regisseur"\nmsgstr "Director"\n',
            encoding="utf-8",
        )
    assert vertaal(["--data", str(mini.map)]) == 0
    ours, theirs = (pad(folder, "en").read_text(encoding="utf-8") for folder in (code, mini.map))
    assert ("# keep me\n" in ours, 'msgstr "not started"' in ours) == (True, True)
    assert ('"Regisseur"' in ours, '"Samen doen"' in ours) == (False, False)
    assert ("# me too\n" in theirs, 'msgstr "Director"' in theirs) == (True, True)
    assert ('\nmsgid "niet gestart"' in theirs, 'msgid "Samen doen"\nmsgstr ""' in theirs) == (
        False,
        True,
    )


def test_the_command_keeps_the_interface_of_every_language_the_code_has(
    mini: Mini, code: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = pad(code, "de")
    german.write_text(KOP.replace("Language: en", "Language: de"), encoding="utf-8")
    assert vertaal(["--data", str(mini.map)]) == 0
    assert german.read_text(encoding="utf-8").count('msgstr ""') > 900
    assert not pad(mini.map, "de").exists()
    assert f"bijgewerkt: {german}\nklopt al: {pad(code, 'en')}\n" in capsys.readouterr().out


def test_a_text_of_the_data_that_the_interface_has_too_is_not_asked_again(mini: Mini) -> None:
    mini.vervang("partijen/regisseur.yml", "naam: Regisseur", "naam: niet gestart")
    assert vertaal(["--data", str(mini.map)]) == 0
    assert "niet gestart" not in mini.lees("vertaling/en.po")
    english = mini.load().catalogi["en"].vertaler()
    assert english.tekst("niet gestart") == Tekst("not started", "en")


def test_the_region_may_have_its_own_words_for_a_text_that_the_interface_has_too(
    mini: Mini,
) -> None:
    mini.vervang("partijen/regisseur.yml", "naam: Regisseur", "naam: niet gestart")
    own = '\nmsgid "niet gestart"\nmsgstr "Waiting Ltd"\n'
    mini.schrijf("vertaling/en.po", mini.lees("vertaling/en.po") + own)
    assert vertaal(["--data", str(mini.map)]) == 0
    english = mini.load().catalogi["en"].vertaler()
    assert english.tekst("niet gestart") == Tekst("Waiting Ltd", "en")
    assert english.ui("niet gestart") == "not started"


def test_a_text_that_only_the_region_translated_is_no_text_of_the_interface(mini: Mini) -> None:
    english = mini.load().catalogi["en"].vertaler()
    assert (english.tekst("Regisseur").tekst, english.ui("Regisseur")) == (
        "Coordinator",
        "Regisseur",
    )


def test_a_region_without_a_catalogue_has_the_interface_at_once_and_its_data_in_dutch(
    mini: Mini,
) -> None:
    pad(mini.map, "en").unlink()
    mini.plaats = "regio.yml:8:5"
    loaded = mini.load()
    [issue] = [one for one in loaded.issues if one.code in ("geen-vertaling", "niet-vertaald")]
    assert (mini.waar(issue), issue.level) == (mini.plaats, Level.LET_OP)
    assert issue.message == "De gegevens zijn nog niet vertaald (vertaling/en.po is er niet)."
    assert issue.tip == "De site toont ze in het Nederlands. Draai make vertaal en vertaal ze."
    english = loaded.catalogi["en"].vertaler()
    assert english.ui("niet gestart") == "not started"
    assert english.tekst("Samen doen") == Tekst("Samen doen", "nl")


def test_a_fault_in_the_interface_is_told_at_its_own_file_and_line(
    mini: Mini, code: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = KOP + 'msgid "{n} actie"\nmsgstr "an action"\n'
    pad(code, "en").write_text(broken, encoding="utf-8")
    monkeypatch.setattr("macros.taal.catalogus.HUIS", code)
    monkeypatch.setattr("macros.load.interface_van", interface)
    [issue] = [one for one in mini.issues() if one.code == "po-invulplaats"]
    assert (issue.path, issue.line) == (f"{code.name}/vertaling/en.po", broken[:-1].count("\n"))


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    places = ("b.yml", "a.yml", "c.yml")
    one, other = (
        [Bericht(text, place) for place in order for text in ("kind", f"{place} z", f"{place} a")]
        for order in (places, sorted(places))
    )
    assert update(tmp_path, "en", one) == update(tmp_path, "en", other)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda text: text.replace('msgstr "Coordinator"', 'msgstr "Coordinator'),
        lambda text: text + '\nmsgid "Regisseur"\nmsgstr "Director"\n',
        lambda text: text.partition("\n\n")[2],
        lambda text: "",
    ],
    ids=["quote", "twice", "header", "empty"],
)
def test_the_command_leaves_a_damaged_catalogue_alone_and_says_what_is_wrong(
    break_it: Callable[[str], str],
    mini: Mini,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    broken = break_it(mini.lees("vertaling/en.po"))
    mini.schrijf("vertaling/en.po", broken)
    assert vertaal(["--data", str(mini.map)]) == 1
    assert "en.po:" in capsys.readouterr().err
    assert mini.lees("vertaling/en.po") == broken


def test_the_command_makes_a_catalogue_where_there_is_none(
    mini: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (mini.map / "vertaling" / "en.po").unlink()
    (mini.map / "vertaling").rmdir()
    assert vertaal(["--data", str(mini.map)]) == 0
    assert [issue for issue in mini.issues() if issue.level == "fout"] == []


def test_the_command_stops_when_the_data_cannot_be_read(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("regio.yml", "soort: voorbeeld", "soort: anders")
    before = mini.lees("vertaling/en.po")
    assert vertaal(["--data", str(mini.map)]) == 1
    assert "'anders' kan hier niet." in capsys.readouterr().err
    assert mini.lees("vertaling/en.po") == before


def test_what_the_interface_lacks_is_told_in_one_line(
    mini: Mini, code: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = KOP + 'msgid "ja"\nmsgstr "yes"\n\n#, fuzzy\nmsgid "nee"\nmsgstr "yes"\n\n'
    waiting += 'msgid "misschien"\nmsgstr ""\n\n#~ msgid "ooit"\n#~ msgstr "once"\n'
    pad(code, "en").write_text(waiting, encoding="utf-8")
    monkeypatch.setattr("macros.taal.catalogus.HUIS", code)
    words, [issue] = interface("en")
    assert words == {"ja": "yes"}
    assert (issue.path, issue.line) == (f"{code.name}/vertaling/en.po", 12)
    assert (issue.level, issue.message) == (
        Level.LET_OP,
        "Van de vaste teksten van de site wachten er 2 op vertaling (en).",
    )


def teksten() -> set[str]:
    return {one.tekst for one in code_texts()}


@pytest.mark.parametrize("taal", met_interface())
def test_every_text_of_the_interface_is_translated_and_nothing_else(taal: str) -> None:
    """Is one missing? ``make vertaal``, and translate it."""
    words, issues = interface(taal)
    assert issues == []  # among these: placeholders that are not the same
    assert words is not None
    assert sorted(words) == sorted(teksten())


def test_texts_are_found_in_templates_in_code_and_in_the_theme() -> None:
    texts = teksten()
    assert "Bestuurlijk trekker" in texts  # a template
    assert "{n} gemeente" in texts  # a template, by number
    assert "hoe ver: onbekend (laatste bron: {datum})" in texts  # Python
    assert "niet gestart" in texts  # Python, translated elsewhere
    assert "Hoe ver de actie is." in texts  # what a field means


NEDERLANDS = "---\ntitle: Over ons\n---\n\n# Over ons\n"


def test_a_page_is_current_until_its_dutch_changes(tmp_path: Path) -> None:
    nl, en = tmp_path / "nl", tmp_path / "en"
    for folder in (nl, en):
        (folder / "agenda").mkdir(parents=True)
    (nl / "agenda" / "index.md").write_text(NEDERLANDS, encoding="utf-8")
    (nl / "over.md").write_text("# zonder titel\n", encoding="utf-8")
    (nl / "titel.md").write_text('---\ntitle: "Met: een teken"\n---\n', encoding="utf-8")
    translated = stempel(NEDERLANDS, "---\ntitle: About us\n---\n\n# About us\n")
    (en / "agenda" / "index.md").write_text(translated, encoding="utf-8")
    assert list(paginas(lees(nl), lees(en)).values()) == [
        Prozapagina("agenda/index.md", "Over ons", Toestand.ACTUEEL, "About us"),
        Prozapagina("over.md", "over.md", Toestand.ONTBREEKT),
        Prozapagina("titel.md", "Met: een teken", Toestand.ONTBREEKT),
    ]
    (nl / "agenda" / "index.md").write_text(NEDERLANDS + "\nMeer.\n", encoding="utf-8")
    assert paginas(lees(nl), lees(en))["agenda/index.md"].toestand is Toestand.VEROUDERD


def test_a_translated_page_without_a_stamp_is_not_current(tmp_path: Path) -> None:
    for taal in ("nl", "en"):
        (tmp_path / taal).mkdir()
        (tmp_path / taal / "a.md").write_text(NEDERLANDS, encoding="utf-8")
    assert (
        paginas(lees(tmp_path / "nl"), lees(tmp_path / "en"))["a.md"].toestand is Toestand.VEROUDERD
    )


VERTAALD = "---\ntitle: {titel}\n---\n\n# {titel}\n\n{tekst} {{{{ blok(page) }}}}\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A page in three languages, each in its own words and with its stamp."""
    dutch = VERTAALD.format(titel="Over", tekst="Dit is een hele zin.")
    for taal, text in (
        ("nl", dutch),
        ("en", stempel(dutch, VERTAALD.format(titel="About", tekst="This is a whole sentence."))),
        ("de", stempel(dutch, VERTAALD.format(titel="Über", tekst="Das ist ein ganzer Satz."))),
    ):
        (tmp_path / taal).mkdir()
        (tmp_path / taal / "over.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_page_that_is_a_translation_has_nothing_wrong(docs: Path) -> None:
    assert [*gebreken(docs, ["nl", "en", "de"])] == []


def test_a_page_that_does_not_say_of_which_text_it_is_a_translation_is_reported(
    docs: Path,
) -> None:
    file = docs / "de" / "over.md"
    file.write_text(file.read_text("utf-8").replace("vertaald_uit", "van"), encoding="utf-8")
    [issue] = gebreken(docs, ["nl", "en", "de"])
    assert (issue.path, issue.line, issue.level) == (file.as_posix(), 1, Level.FOUT)
    assert issue.message == "Deze pagina zegt niet van welke Nederlandse tekst zij de vertaling is."
    assert issue.tip == f"Kijk haar na en draai: make vertaald PAGINA={file.as_posix()}"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_copy_of_a_page_in_another_language_is_reported(docs: Path, taal: str) -> None:
    """Also with another title, another stamp and another block: a reader sees the same."""
    other, file = docs / taal / "over.md", docs / "de" / "over.md"
    text = other.read_text("utf-8").replace("title: ", "title: Deutsch ").replace("blok(", "block(")
    file.write_text(stempel("Dutch", text), encoding="utf-8")
    [issue] = gebreken(docs, ["nl", "en", "de"])
    assert (issue.path, issue.line, issue.level) == (file.as_posix(), 1, Level.FOUT)
    assert issue.message == f"Hier staat hetzelfde als in {other.as_posix()}, en niet in het Duits."
    tip = "Vertaal de pagina, of verwijder haar: dan toont de site het Nederlands."
    assert issue.tip == tip


def test_a_page_of_a_few_words_may_be_the_same_in_two_languages(docs: Path) -> None:
    for taal in ("nl", "de"):
        page = stempel(
            "x", "---\ntitle: x\n---\n\n# Kalender\n\n{# wat er staat #}\n{{ kalender(page) }}\n"
        )
        (docs / taal / "kalender.md").write_text(page, encoding="utf-8")
    assert [*gebreken(docs, ["nl", "en", "de"])] == []


def test_a_stamp_is_put_once_and_renewed(tmp_path: Path) -> None:
    page = "---\ntitle: x\n---\n\ntext with vertaald_uit: nothing\n---\n"
    once = stempel("a", page)
    assert once == page.replace("---\n", f"---\nvertaald_uit: {vingerafdruk('a')}\n", 1)
    twice = stempel("b", once)
    assert twice == once.replace(vingerafdruk("a"), vingerafdruk("b"))
    assert stempel("b", twice) == twice
    quoted = f"{once}vertaald_uit: elders\n"
    assert stempel("b", quoted) == f"{twice}vertaald_uit: elders\n"


def test_a_fingerprint_is_short_and_its_own() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", vingerafdruk("é"))
    assert vingerafdruk("a") == vingerafdruk("a") != vingerafdruk("a ")


def test_pages_are_marked_as_translated_from_the_dutch_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for taal in ("nl", "en"):
        (tmp_path / "docs" / taal).mkdir(parents=True)
        (tmp_path / "docs" / taal / "over.md").write_text(NEDERLANDS, encoding="utf-8")
    assert vertaal(["--vertaald", "docs/en/over.md"]) == 0
    assert capsys.readouterr().out == "bijgewerkt: docs/en/over.md\n"
    assert (
        paginas(lees(Path("docs/nl")), lees(Path("docs/en")))["over.md"].toestand
        is Toestand.ACTUEEL
    )
    assert mark([Path("docs/nl/over.md")]) == 1
    assert mark([Path("docs/en/niets.md")]) == 1
    assert "er is geen Nederlandse pagina" in capsys.readouterr().err


@pytest.mark.parametrize("taal", ["nl", "de"])
def test_a_page_that_is_not_utf8_is_told_at_its_place(docs: Path, taal: str) -> None:
    file = docs / taal / "over.md"
    file.write_bytes(file.read_bytes() + b"\nCaf\xe9\n")
    [issue] = gebreken(docs, ["nl", "en", "de"])
    assert issue.path == file.as_posix()
    assert (issue.line, issue.column, issue.code) == (
        file.read_bytes().count(b"\n"),
        4,
        "geen-utf8",
    )
