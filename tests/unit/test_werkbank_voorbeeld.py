"""The preview of the workbench: which pages a change changes, and what stands on them.

Not here: that a page is what MkDocs makes of it (``tests/site/test_werkbankpaginas.py``).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from macros.load import Loaded
from macros.model.geheel import SOORTEN, adres_van
from macros.model.walk import leaves
from macros.render import letter
from macros.render.recordpaginas import recordpaginas
from macros.render.tekening import graphviz, plaatsing
from macros.render.tekening.basis import TekeningFout
from macros.render.tekening.teken import NIET_HIER
from macros.source.nodes import Value
from macros.taal.talen import BRONTAAL
from macros.views.blik import Blik
from macros.werkbank.deur import Deur
from macros.werkbank.opmaak import UITBREIDINGEN
from macros.werkbank.voorbeeld import NIET_BIJ, ONTBREEKT, Pagina, Paginarij, Voorbeeld
from macros.werkbank.werkbank import Afgewezen, Werkbank, soort_op
from tests import opvolger
from tests.gebouwd import woord
from tests.langzaam import TRAAG
from tests.unit.mini import DAG, ROOT, Mini

DOCS = ROOT / "docs"
PUNT = "speerpunten/alles-bekend.yml"


@pytest.fixture
def bank(mini: Mini) -> Werkbank:
    return Werkbank(mini.map, DAG)


@pytest.fixture(scope="module")
def voorbeeld() -> Voorbeeld:
    """One for all tests, as there is one for all changes of an editor."""
    return Voorbeeld(DOCS)


def alle(found: tuple[list[Paginarij], bool]) -> list[Paginarij]:
    rows, done = found
    assert done
    return rows


def allemaal(loaded: Loaded) -> dict[tuple[str, str], Pagina]:
    """Every page, made with nothing that was kept."""
    new = Voorbeeld(DOCS)
    return {
        (adres, taal): new.pagina(loaded, loaded, adres, taal)[0]
        for taal in loaded.catalogi
        for adres in new.adressen(loaded, taal)
    }


def anders(bank: Werkbank, pad: str, erbij: str = " (nu)") -> Value | None:
    """The value of a file with more in each of its sentences; None when it has none."""
    soort, regio = soort_op(pad), bank.basis.regio
    assert regio is not None
    record = regio.groep(soort)[Path(pad).stem] if soort.is_map else getattr(regio, soort.veld)
    value: Any = json.loads(json.dumps(bank.waarde(pad)))
    found = False
    for leaf in leaves(record):
        if leaf.tekst is not None and " " in str(leaf.value):  # no code, no name of a field
            *way, last = leaf.loc
            inside = value
            for key in way:
                inside = inside[key]
            inside[last] = f"{inside[last]}{erbij}"
            found = True
    return value if found else None


STEEKPROEF = (PUNT, "begrippen/klassenboek.yml")


def bestanden(bank: Werkbank) -> list[str]:
    """Every record that is no table."""
    every = (pad for soort in SOORTEN if not soort.tabellen for pad in bank.paden(soort))
    return [pad for pad in every if (bank.folder / pad).is_file()]


def eigen(bank: Werkbank, pad: str) -> set[str]:
    """Where the record of a file stands, on a page of its own or with others."""
    soort, regio = soort_op(pad), bank.gelezen.regio
    catalogus = bank.gelezen.catalogi[BRONTAAL]
    assert regio is not None
    pages = recordpaginas(Blik(regio, catalogus.vertaler(), DAG))
    found = {f"{one.pad[:-3]}/": one.kop for one in pages if one.bestand == pad}
    adres = adres_van(soort.type, Path(pad).stem) if soort.adres else ""
    every = {*found, adres.partition("#")[0]} if adres else {*found}
    return {found.get(one, {}).get("verwijst", one) for one in every}


def test_the_pages_of_a_change_are_those_that_differ_when_all_are_made(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    """And its own pages, whether they show what changed or not."""
    before = allemaal(bank.basis)
    wrong, tried = {}, 0
    for pad in bestanden(bank) if TRAAG else STEEKPROEF:
        if (value := anders(bank, pad)) is None:
            continue
        bank.zet(pad, value)
        nu = bank.lees()
        if nu.ok:
            tried += 1
            rows = alle(voorbeeld.paginas(bank.basis, nu, pad, 10_000))
            own = {(adres, taal) for adres in eigen(bank, pad) for taal in nu.catalogi}
            now = allemaal(nu)
            changed = {one for one in now if now[one] != before.get(one)}
            if {(one.adres, one.taal) for one in rows} != own | changed:
                wrong[pad] = rows
            assert [(one.adres, one.taal) in own for one in rows[: len(own)]] == [True] * len(own)
        bank.neem_terug(pad)
    assert wrong == {}
    assert tried >= len(STEEKPROEF)


def test_asked_again_and_again_it_finds_the_same_as_at_once(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    bank.zet(PUNT, anders(bank, PUNT))
    nu = bank.lees()
    slow, done, asked = Voorbeeld(DOCS), False, 0
    while not done:
        rows, done = slow.paginas(bank.basis, nu, PUNT, 25)
        asked += 1
    assert asked > 3
    assert rows == alle(voorbeeld.paginas(bank.basis, nu, PUNT, 10_000))


def test_without_a_change_a_record_has_its_own_pages_in_every_language(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    def own(pad: str) -> list[tuple[str, str]]:
        rows = alle(voorbeeld.paginas(bank.basis, bank.basis, pad))
        return [(one.adres, one.taal) for one in rows]

    both = [("agenda/alles-bekend/", "nl"), ("agenda/alles-bekend/", "en")]
    assert own(PUNT) == both
    assert own("bronnen/plan.yml") == [("bronnen/", "nl"), ("bronnen/", "en")]
    assert own("vertaling/en.po") == []
    paths = [adres for adres, taal in own("samenwerking/wegwijzer.yml") if taal == "nl"]
    assert paths[0] == "samenwerking/wegwijzer/"
    assert "samenwerking/wegwijzer/leren/" in paths
    paths = [adres for adres, taal in own("overleg/overleggen/buurt-dorp.yml") if taal == "nl"]
    assert paths == ["overleg/buurt-dorp/", "overleg/buurt-dorp/nieuws/"]


def test_the_agenda_that_counts_stands_at_the_root_and_who_adopts_another_changes_all_of_it(
    mini: Mini, voorbeeld: Voorbeeld
) -> None:
    opvolger.schrijf(mini.map, vastgesteld="")
    bank, pad = Werkbank(mini.map, DAG), f"agendas/{opvolger.DAARNA}.yml"
    [first, *_] = alle(voorbeeld.paginas(bank.basis, bank.lees(), f"agendas/{opvolger.EERST}.yml"))
    assert first.adres == "agenda/"
    value: Any = bank.waarde(pad)
    bank.zet(pad, {**value, "vastgesteld_op": "2023-12", "vastgesteld_door": "onbekend"})
    nu = bank.lees()
    assert nu.ok
    found = {one.adres for one in alle(voorbeeld.paginas(bank.basis, nu, pad, 10_000))}
    assert found >= {"agenda/", "agenda/acties/", "agenda/alles-bekend/", "stand-van-zaken/", ""}
    assert found >= {"gemeente/dorp/", "overleg/regie/", "nog-niet-bekend/"}


def test_a_new_record_has_a_page_in_the_frame_of_another_of_its_kind(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    value: Any = bank.waarde(PUNT)
    bank.zet(
        "speerpunten/nieuw-punt.yml", {**value, "id": "nieuw-punt", "titel": "Nieuw", "nummer": "9"}
    )
    nu = bank.lees()
    rows = alle(voorbeeld.paginas(bank.basis, nu, "speerpunten/nieuw-punt.yml", 10_000))
    assert rows[0] == Paginarij("agenda/nieuw-punt/", "nl", "Nieuw", nieuw=True)
    assert rows[1] == Paginarij("agenda/nieuw-punt/", "en", "Nieuw", nieuw=True)
    assert {one.adres for one in rows} >= {"agenda/", "", "stand-van-zaken/"}
    assert [one.adres for one in rows if one.nieuw] == ["agenda/nieuw-punt/"] * 2
    page, frame = voorbeeld.pagina(bank.basis, nu, "agenda/nieuw-punt/", "nl")
    assert frame == "agenda/alles-bekend/"
    assert "<h1>9. Nieuw</h1>" in page.html


def test_changed_dutch_says_on_the_english_page_that_it_is_dutch(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    value: Any = bank.waarde(PUNT)
    bank.zet(PUNT, {**value, "samen": "Zo doen we het voortaan."})
    page, _ = voorbeeld.pagina(bank.basis, bank.lees(), "agenda/alles-bekend/", "en")
    text = " ".join(LexborHTMLParser(page.html).text().split())
    assert f"Zo doen we het voortaan. ({woord('en', 'alleen in het Nederlands')})" in text
    assert page.taal == "en"


def test_a_page_without_translation_says_so(bank: Werkbank, tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "en").mkdir()
    prose = "---\ntitle: Over\n---\n\nZie [de bronnen](bronnen.md#plan) en [elders](weg.md)."
    (tmp_path / "nl" / "over.md").write_text(prose, encoding="utf-8")
    (tmp_path / "nl" / "bronnen.md").write_text("---\ntitle: Bronnen\n---\n", encoding="utf-8")
    page, _ = Voorbeeld(tmp_path).pagina(bank.basis, bank.basis, "over/", "en")
    assert (page.titel, page.taal) == ("Over", "nl")
    assert page.melding == woord("en", "Deze pagina is er alleen in het Nederlands.")
    assert page.html == (
        '<h1>Over</h1>\n<p>Zie <a href="../bronnen/#plan">de bronnen</a> en '
        '<a href="weg.md">elders</a>.</p>'
    )


def test_while_there_is_a_mistake_a_page_is_what_it_was_before_it(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    value: Any = bank.waarde(PUNT)
    adres = "agenda/alles-bekend/"

    def see(**velden: Any) -> tuple[str, tuple[str, ...]]:
        bank.zet(PUNT, {**value, **velden})
        page, _ = voorbeeld.pagina(bank.basis, bank.lees(), adres, "nl")
        return page.html, page.gemist

    html, gemist = see(samen="Eerst dit.")
    assert "Eerst dit." in html
    assert gemist == ()
    assert see(samen="Dan dat.", nummer="geen getal") == (html, (NIET_BIJ,))
    rows = alle(voorbeeld.paginas(bank.basis, bank.gelezen, PUNT))
    assert [(one.adres, one.nieuw) for one in rows] == [(adres, False)] * 2
    page, _ = voorbeeld.pagina(bank.basis, bank.gelezen, "agenda/", "nl")
    assert page.gemist == (ONTBREEKT.format('Samen & sterk: "2 > 1"'),)
    assert voorbeeld.pagina(bank.basis, bank.gelezen, "begrippen/", "nl")[0].gemist == ()
    html, gemist = see(samen="Dan dat.")
    assert "Dan dat." in html
    assert gemist == ()


def test_a_new_record_with_a_mistake_has_no_page_yet(bank: Werkbank, voorbeeld: Voorbeeld) -> None:
    bank.zet("speerpunten/half.yml", {"id": "half"})
    nu = bank.lees()
    rows = alle(voorbeeld.paginas(bank.basis, nu, "speerpunten/half.yml"))
    assert rows[0] == Paginarij("agenda/half/", "nl", "half", nieuw=True)
    with pytest.raises(Afgewezen, match="Herstel eerst de fouten"):
        voorbeeld.pagina(bank.basis, nu, "agenda/half/", "nl")


def test_settings_with_a_mistake_leave_the_pages_as_they_were(
    bank: Werkbank, voorbeeld: Voorbeeld
) -> None:
    bank.zet("regio.yml", {"naam": ""})
    page, frame = voorbeeld.pagina(bank.basis, bank.lees(), "over/", "nl")
    assert (page.titel, page.gemist, frame) == ("Over deze site", (NIET_BIJ,), "over/")
    rows = alle(voorbeeld.paginas(bank.basis, bank.gelezen, "regio.yml"))
    assert all(not one.nieuw for one in rows)


KWAAD = "<script>kwaad()</script><img src=x onerror=kwaad()> {{ 7 * 191 }} {% raw %} [x](javascript:kwaad()) \" '"


def test_what_is_typed_in_any_field_does_nothing_on_any_page(bank: Werkbank) -> None:
    """Each text of every record at once; an error it may be, run or read as markup it is not."""
    for pad in bestanden(bank):
        if (value := anders(bank, pad, KWAAD)) is not None:
            bank.zet(pad, value)
    nu = bank.lees()
    assert nu.regio is not None
    shown = 0
    voorbeeld = Voorbeeld(DOCS)
    for taal in nu.catalogi:
        for adres in voorbeeld.adressen(nu, taal):
            page, _ = voorbeeld.pagina(bank.basis, nu, adres, taal)
            shown += "kwaad()" in page.html
            assert "1337" not in page.html
            tree = LexborHTMLParser(page.html)
            assert tree.css("script, img[onerror], iframe") == []
            for node in tree.css("*"):
                assert not [name for name in node.attributes if name.startswith("on")], adres
                for name in ("href", "src", "action", "formaction"):
                    assert "kwaad" not in (node.attributes.get(name) or ""), adres
    assert shown > 50


def test_where_there_is_no_graphviz_a_sentence_stands_in_the_place_of_a_drawing(
    bank: Werkbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(dot: str) -> str:
        raise TekeningFout("Node.js is er niet.")

    plaatsing._gevonden.cache_clear()
    monkeypatch.setattr(graphviz, "hier", nowhere)
    page, _ = Voorbeeld(DOCS).pagina(bank.basis, bank.basis, "overleg/raad/", "nl")
    assert NIET_HIER in page.html
    assert page.gemist == (NIET_HIER,)


def test_the_browser_draws_what_node_draws_with_what_it_is_handed(
    bank: Werkbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def see() -> str:
        plaatsing._gevonden.cache_clear()
        page, _ = Voorbeeld(DOCS).pagina(bank.basis, bank.basis, "overleg/raad/", "nl")
        return page.html

    drawn, asked = see(), []

    def elsewhere(dot: str) -> str:
        asked.append(dot)
        return json.dumps(graphviz._ask(dot))

    widths = {gewicht: dict(letter.letterbreedten(gewicht)) for gewicht in letter.GEWICHTEN}
    letter.letterbreedten.cache_clear()
    monkeypatch.setattr(letter, "overgenomen", widths)
    monkeypatch.setattr(letter, "_PAKKETTEN", Path("nergens"))
    monkeypatch.setattr(graphviz, "hier", elsewhere)
    assert see() == drawn
    assert asked
    letter.letterbreedten.cache_clear()


def test_markdown_is_told_what_mkdocs_tells_it() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert config.markdown_extensions == list(UITBREIDINGEN)
    assert config.mdx_configs == {}


def test_the_door_tells_pages_and_what_stands_on_them(mini: Mini) -> None:
    deur = Deur(mini.map, str(DAG), DOCS)

    def ask(naam: str, **argumenten: Any) -> Any:
        return json.loads(deur.vraag(naam, json.dumps(argumenten)))

    found = ask("paginas", pad=PUNT)["antwoord"]
    assert found["paginas"][0] == {
        "adres": "agenda/alles-bekend/",
        "taal": "nl",
        "titel": found["paginas"][0]["titel"],
        "nieuw": False,
    }
    page = ask("pagina", adres="agenda/alles-bekend/", taal="en")["antwoord"]
    assert set(page) == {"titel", "html", "taal", "melding", "gemist", "frame"}
    assert ask("pagina", adres="nergens/", taal="nl")["afgewezen"] == "Deze pagina is er niet."
    refused = ask("pagina", adres="", taal="xx")["afgewezen"]
    assert refused == "Er is geen voorbeeld in deze taal (xx)."
    assert ask("paginas", pad="../geheim.yml")["afgewezen"]
