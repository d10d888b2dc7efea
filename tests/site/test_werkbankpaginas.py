"""The workbench as the site has it: its page, its files, and a preview that shows what MkDocs builds."""

from __future__ import annotations

import hashlib
import json
import re
from html import unescape
from pathlib import Path

import html5lib

from macros.load import load
from macros.werkbank.voorbeeld import Voorbeeld
from macros.wijziging.geschiedenisbestand import GESCHIEDENIS, uit_tekst
from macros.wijziging.stand import uit_tekst as stand_uit_tekst
from tests.gebouwd import REPO_URL, ROOT, SITE_URL, TALEN, WERKBANK, Bestand, woord
from tests.unit.mini import DAG

_ARTIKEL = re.compile(r'<article class="tekst"[^>]*>(.*)</article>', re.DOTALL)
_MELDING = re.compile(r'<p class="melding">([^<]*)</p>\s*<article')
_REGIO = "Dit is een voorbeeld: de regio en alle feiten zijn verzonnen."


def artikel(page: Bestand) -> str:
    """What stands in the article, without how the frame indents it."""
    [found] = _ARTIKEL.findall(page.tekst)
    return str(found).strip().replace("</h1>\n            ", "</h1>\n")


def test_every_page_of_the_workbench_is_to_the_letter_that_of_the_site(
    data: Path, site: Path, werkbank: Bestand, per_pad: dict[str, Bestand]
) -> None:
    """With the history and the state that a browser is handed."""
    loaded = load(data, DAG)
    [pages] = (site / WERKBANK).glob("paginas-*.json")
    past = uit_tekst(json.loads(pages.read_text(encoding="utf-8"))[GESCHIEDENIS])
    assert past.dagen
    manifest = json.loads(werkbank.boom.css_first("#manifest").text())
    voorbeeld = Voorbeeld(
        ROOT / "docs",
        f"{REPO_URL}/issues",
        adres=SITE_URL,
        stand=stand_uit_tekst(manifest["stand"]),
        geschiedenis=past,
    )
    other, seen = [], set()
    for taal, folder in TALEN.items():
        for adres in voorbeeld.adressen(loaded, taal):
            page = per_pad[f"{folder}{adres}"]
            seen.add(page.pad)
            found, frame = voorbeeld.pagina(loaded, loaded, adres, taal)
            above = {unescape(one) for one in _MELDING.findall(page.tekst)} - {woord(taal, _REGIO)}
            same = (artikel(page), frame) == (found.html.strip(), adres) and not found.gemist
            if not same or above != {found.melding} - {""}:
                other.append(page.pad)
    assert other == []
    assert seen == {*per_pad}


def test_no_search_and_no_map_of_the_site_leads_to_the_workbench(
    site: Path, werkbank: Bestand
) -> None:
    robots = werkbank.boom.css_first("meta[name=robots]")
    assert robots.attributes["content"] == "noindex"
    assert werkbank.boom.css("[data-pagefind-body]") == []
    for folder in ("", "en/"):
        assert "beheer" not in (site / folder / "sitemap.xml").read_text(encoding="utf-8")


def test_page_of_the_workbench_is_sound_html_and_says_what_to_do_without_javascript(
    werkbank: Bestand,
) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(werkbank.tekst)
    assert [one.text() for one in werkbank.boom.css("h1")] == ["Beheer"]
    links = [one.attributes["href"] for one in werkbank.boom.css("noscript a")]
    assert links == [f"{REPO_URL}/tree/main/data"]


def test_manifest_of_the_workbench_has_every_file_as_it_is(site: Path, werkbank: Bestand) -> None:
    manifest = json.loads(werkbank.boom.css_first("#manifest").text())
    folder = site / WERKBANK
    for one in manifest["bestanden"]:
        content = (folder / one["pad"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (one["bytes"], one["sha256"])
    own = {one["pad"] for one in manifest["bestanden"]}
    rest = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert {one for one in rest - own if not one.startswith("app-")} == {"index.html"}
    assert (manifest["repo"], manifest["datamap"]) == (REPO_URL, "data")
