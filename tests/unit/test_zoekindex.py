"""The list of equivalent words, and the index Pagefind makes of a small site."""

from __future__ import annotations

import gzip
import json
import stat
from pathlib import Path

import pytest

from macros.site.zoekindex import ZoekindexFout, bouw_index, schrijf_antwoorden, synoniemen

NODE_MODULES = Path(__file__).parents[2] / "node_modules"

PAGINA = """<!doctype html><html lang="{taal}"><head><title>t</title></head>
<body><nav>menuwoord</nav><main{merk}><h1>{kop}</h1><p>Het woord is {woord}.</p></main></body>
</html>
"""


def pagina(
    site: Path, pad: str, woord: str, taal: str = "nl", merk: str = " data-pagefind-body"
) -> None:
    bestand = site / pad
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(PAGINA.format(taal=taal, merk=merk, kop=pad, woord=woord), encoding="utf-8")


def programma(node_modules: Path, script: str) -> None:
    """Put a shell script where npm puts Pagefind."""
    bestand = node_modules / "@pagefind" / "machine" / "bin" / "pagefind_extended"
    bestand.parent.mkdir(parents=True)
    bestand.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    bestand.chmod(bestand.stat().st_mode | stat.S_IXUSR)


def bladzijden(site: Path) -> dict[str, int]:
    """How many pages the index holds per language."""
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    return {taal: index["page_count"] for taal, index in entry["languages"].items()}


def test_each_word_of_a_group_has_the_others() -> None:
    assert synoniemen([("OZA", "onderwijszorgarrangement", "onderwijs-zorgarrangement")]) == {
        "onderwijs-zorgarrangement": ["oza", "onderwijszorgarrangement"],
        "onderwijszorgarrangement": ["oza", "onderwijs-zorgarrangement"],
        "oza": ["onderwijszorgarrangement", "onderwijs-zorgarrangement"],
    }


def test_abbreviation_with_two_meanings_does_not_join_them() -> None:
    found = synoniemen([("ED", "ernstige dyslexie"), ("ED", "eigen dossier")])
    assert found["ed"] == ["ernstige dyslexie", "eigen dossier"]
    assert found["ernstige dyslexie"] == ["ed"]


@pytest.mark.parametrize("groep", [(), ("TLV",), ("TLV", " tlv "), ("TLV", ""), ("", "  ")])
def test_word_without_another_is_left_out(groep: tuple[str, ...]) -> None:
    assert synoniemen([groep]) == {}


def test_words_are_lower_case_with_single_spaces() -> None:
    assert synoniemen([("Één", "  De\u00a0 Tweede\n")]) == {
        "de tweede": ["één"],
        "één": ["de tweede"],
    }


def geschreven(site: Path, taal: str = "nl", pad: str = "een/", titel: str = "Een") -> None:
    """Answers with one in it, of a page of prose when ``titel`` is empty."""
    schrijf_antwoorden(
        site if taal == "nl" else site / taal,
        taal,
        antwoorden=[{"pad": pad, "titel": titel, "tekst": "", "woorden": ["Coördinatie"]}],
        groepen=[("coördinator", "regisseur")],
        afkortingen=["tlv"],
    )


def test_answers_come_beside_the_index_with_the_name_of_a_page_of_prose(tmp_path: Path) -> None:
    pagina(tmp_path, "een/index.html", "school")
    page = tmp_path / "een/index.html"
    head = '<head><meta name="description" content="Over &quot;een&quot; ding."></head>'
    text = page.read_text(encoding="utf-8").replace("<body>", f"{head}<body>")
    page.write_text(text.replace("een/index.html", "De <em>eerste</em> &amp; beste"), "utf-8")
    geschreven(tmp_path, titel="")
    bouw_index(tmp_path, NODE_MODULES)
    found = json.loads((tmp_path / "pagefind/antwoorden.nl.json").read_text(encoding="utf-8"))
    assert found["synoniemen"] == synoniemen([("coördinator", "regisseur")])
    assert found["afkortingen"] == ["tlv"]
    [answer] = found["antwoorden"]
    assert (answer["titel"], answer["tekst"]) == ("De eerste & beste", 'Over "een" ding.')


def test_an_answer_on_a_page_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    pagina(tmp_path, "een/index.html", "school")
    geschreven(tmp_path, pad="twee/", titel="")
    bouw_index(tmp_path, NODE_MODULES)
    found = json.loads((tmp_path / "pagefind/antwoorden.nl.json").read_text(encoding="utf-8"))
    assert found["antwoorden"] == []


def test_words_to_be_meant_are_those_of_answers_and_of_several_pages(tmp_path: Path) -> None:
    for number in range(3):
        pagina(tmp_path, f"{number}/index.html", "zeldzaam" if number else "vaak: créche")
    pagina(tmp_path, "en/index.html", "Zeldzaam", taal="en")
    geschreven(tmp_path)
    geschreven(tmp_path, "en")
    bouw_index(tmp_path, NODE_MODULES)
    found = json.loads((tmp_path / "pagefind/woorden.nl.json").read_text(encoding="utf-8"))
    assert {"woord", "coordinatie"} <= set(found)
    assert found.index("woord") < found.index("coordinatie")  # the most used one first
    assert not {"zeldzaam", "creche", "het", "is"} & set(found)


def test_the_answers_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        pagina(tmp_path / name, "een/index.html", "school")
        geschreven(tmp_path / name)
        bouw_index(tmp_path / name, NODE_MODULES)
    for file in ("antwoorden.nl.json", "woorden.nl.json"):
        one, two = (tmp_path / name / "pagefind" / file for name in ("een", "twee"))
        assert one.read_bytes() == two.read_bytes()


def test_index_holds_the_marked_pages_of_each_language(tmp_path: Path) -> None:
    pagina(tmp_path, "index.html", "school")
    pagina(tmp_path, "een/index.html", "school")
    pagina(tmp_path, "en/index.html", "school", taal="en")
    pagina(tmp_path, "oud/index.html", "verhuisd", merk="")
    pagina(tmp_path, "404.html", "weg")
    bouw_index(tmp_path, NODE_MODULES)
    assert bladzijden(tmp_path) == {"nl": 2, "en": 1}


def test_menus_are_not_in_the_index(tmp_path: Path) -> None:
    pagina(tmp_path, "index.html", "school")
    bouw_index(tmp_path, NODE_MODULES)
    [fragment] = (tmp_path / "pagefind" / "fragment").iterdir()
    text = gzip.decompress(fragment.read_bytes()).decode("utf-8")
    assert "Het woord is school" in text
    assert "menuwoord" not in text


def test_only_what_the_search_page_loads_is_left(tmp_path: Path) -> None:
    pagina(tmp_path, "index.html", "school")
    pagina(tmp_path, "en/index.html", "school", taal="en")
    pagina(tmp_path, "fy/index.html", "skoalle", taal="fy")  # a language without a stemmer
    bouw_index(tmp_path, NODE_MODULES)
    found = sorted(path.name for path in (tmp_path / "pagefind").iterdir())
    assert [name for name in found if not name.endswith(".pf_meta")] == [
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.nl.pagefind",
        "wasm.unknown.pagefind",
    ]
    assert len([name for name in found if name.endswith(".pf_meta")]) == 3


def test_old_index_is_gone(tmp_path: Path) -> None:
    pagina(tmp_path, "index.html", "school")
    oud = tmp_path / "pagefind" / "fragment" / "oud.pf_fragment"
    oud.parent.mkdir(parents=True)
    oud.touch()
    bouw_index(tmp_path, NODE_MODULES)
    assert not oud.exists()


def test_nothing_is_printed_on_success(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pagina(tmp_path, "index.html", "school")
    bouw_index(tmp_path, NODE_MODULES)
    assert capfd.readouterr() == ("", "")


def test_settings_from_the_environment_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    pagina(tmp_path, "index.html", "school")
    bouw_index(tmp_path, NODE_MODULES)
    assert bladzijden(tmp_path) == {"nl": 1}


def test_site_without_marked_pages_is_refused(tmp_path: Path) -> None:
    """Pagefind itself would then index everything, menus and all."""
    pagina(tmp_path, "index.html", "school", merk="")
    pagina(tmp_path, "404.html", "weg")
    with pytest.raises(ZoekindexFout, match="data-pagefind-body"):
        bouw_index(tmp_path, NODE_MODULES)


def test_without_pagefind_it_says_what_to_do(tmp_path: Path) -> None:
    pagina(tmp_path, "index.html", "school")
    with pytest.raises(ZoekindexFout, match="make build"):
        bouw_index(tmp_path, tmp_path / "node_modules")


def test_failure_carries_what_pagefind_said(tmp_path: Path) -> None:
    pagina(tmp_path, "site/index.html", "school")
    programma(tmp_path, "echo gewone regel; echo de reden >&2; exit 3\n")
    with pytest.raises(ZoekindexFout, match=r"code 3:\n(?s:.*)de reden"):
        bouw_index(tmp_path / "site", tmp_path)


def test_program_for_another_machine_is_reported(tmp_path: Path) -> None:
    pagina(tmp_path, "site/index.html", "school")
    programma(tmp_path, "")
    (tmp_path / "@pagefind/machine/bin/pagefind_extended").write_bytes(b"\x00\x01\x02\x03")
    with pytest.raises(ZoekindexFout, match="kon niet draaien"):
        bouw_index(tmp_path / "site", tmp_path)
