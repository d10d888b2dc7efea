"""What MkDocs calls, as far as it needs no build to be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.engine.hooks import fflate, on_config, on_files, on_page_markdown
from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.geheel import SOORTEN, Regio
from macros.proza.weergave import UIT_MAP
from macros.render.weergave import Weergave
from macros.taal.proza import lees, paginas, stempel
from macros.taal.vertaler import Vertaler
from macros.views.agenda.naam import met_namen
from macros.views.blik import Blik
from tests.unit.mini import ROOT


def test_script_of_others_is_published_with_its_licence() -> None:
    script = fflate(ROOT / "node_modules")
    assert script.startswith("/*\nMIT License\n\nCopyright")
    licence, code = script.split("*/\n", 1)
    assert "THE SOFTWARE IS PROVIDED" in licence
    assert code == (ROOT / "node_modules/fflate/esm/browser.js").read_text(encoding="utf-8")


def test_without_the_packages_of_npm_the_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"fflate staat niet in .*; draai eerst: make build"):
        fflate(tmp_path)


def test_a_page_of_one_macro_sends_who_improves_it_to_a_folder_of_the_data() -> None:
    folders = {"data/", *(f"data/{soort.pad}/" for soort in SOORTEN if soort.is_map)}
    assert set(UIT_MAP.values()) <= folders
    for page in UIT_MAP:
        assert (ROOT / "docs" / "nl" / page).is_file(), page


ACTUEEL = "---\ntitle: Nu\n---\n\n# Nu\n"
NIEUWER = "---\ntitle: Over\n---\n\n# Over, en nu anders\n"
ALLEEN_NL = "---\ntitle: Ouders\n---\n\n# Ouders\n"


@pytest.fixture
def engels(tmp_path: Path, regio: Regio, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """An English site of three pages: translated, translated from an older Dutch, and not at all."""
    nl, en = tmp_path / "nl", tmp_path / "en"
    for folder in (nl, en):
        folder.mkdir()
    for name, text in (("nu.md", ACTUEEL), ("over.md", NIEUWER), ("ouders.md", ALLEEN_NL)):
        (nl / name).write_text(text, encoding="utf-8")
    (en / "nu.md").write_text(stempel(ACTUEEL, "---\ntitle: Now\n---\n\n# Now\n"), encoding="utf-8")
    older = stempel("# Over\n", "---\ntitle: About\n---\n\n# About\n")
    (en / "over.md").write_text(older, encoding="utf-8")
    weergave = Weergave(Blik(regio, Vertaler("en"), Datum(2023)), proza=paginas(lees(nl), lees(en)))
    monkeypatch.setattr("macros.engine.hooks.weergave_van", lambda _: weergave)
    config = MkDocsConfig(config_file_path=str(ROOT / "mkdocs.yml"))
    config.load_dict({"site_name": "Proef", "docs_dir": str(en), "site_dir": str(tmp_path / "uit")})
    assert config.validate()[0] == []
    config.plugins._current_plugin = "hooks"  # MkDocs sets it before it calls
    return config


def test_a_page_without_translation_is_there_in_dutch_and_no_other_is(engels: MkDocsConfig) -> None:
    found = {one.src_uri: one for one in on_files(Files([]), engels)}
    assert found["ouders.md"].content_string == ALLEEN_NL
    assert not {"nu.md", "over.md"} & set(found)


@pytest.mark.parametrize(
    ("name", "meta"),
    [
        ("nu.md", {"bewerk_pad": "docs/en/nu.md"}),
        (
            "over.md",
            {
                "bewerk_pad": "docs/en/over.md",
                "melding": "De Nederlandse tekst van deze pagina is nieuwer dan de vertaling.",
            },
        ),
        (
            "ouders.md",
            {
                "bewerk_pad": "docs/nl/ouders.md",
                "inhoud_taal": "nl",
                "melding": "Deze pagina is er alleen in het Nederlands.",
            },
        ),
    ],
)
def test_a_page_says_where_to_improve_it_and_what_its_translation_lacks(
    engels: MkDocsConfig, name: str, meta: dict[str, str]
) -> None:
    file = File.generated(engels, name, content="# x\n")
    page = Page(None, file, engels)
    assert on_page_markdown("# x\n", page, engels, Files([file])) == "# x\n"
    assert page.meta == {"titel": "Samen in 't klein", **meta}


def test_a_page_of_one_macro_leads_to_the_data_also_without_a_translation(
    engels: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(UIT_MAP, "ouders.md", "data/partijen/")
    page = Page(None, File.generated(engels, "ouders.md", content="# x\n"), engels)
    on_page_markdown("# x\n", page, engels, Files([]))
    assert page.meta["bewerk_pad"] == "data/partijen/"
    assert page.meta["formulier"] == "beheer/#/soort/partij"


def test_the_agenda_is_called_in_the_menu_what_the_region_calls_it(engels: MkDocsConfig) -> None:
    engels.site_url = "https://voorbeeld.test/"
    engels.nav = ["index.md", {"{agenda}": ["agenda/index.md", {"Stand van {agenda}": "stand.md"}]}]
    assert on_config(engels).nav == [
        "index.md",
        {"Plan & co": ["agenda/index.md", {"Stand van Plan & co": "stand.md"}]},
    ]


def test_the_agenda_is_called_in_a_title_what_the_region_calls_it(engels: MkDocsConfig) -> None:
    page = Page(None, File.generated(engels, "agenda/index.md", content="# x\n"), engels)
    page.meta["title"] = "{agenda}"
    on_page_markdown("# x\n", page, engels, Files([]))
    assert page.meta["title"] == "Plan & co"


def test_an_agenda_without_a_name_of_its_own_is_called_agenda(geladen: Loaded) -> None:
    assert geladen.regio is not None
    whole = geladen.regio.agenda
    assert whole is not None
    bare = {whole.id: whole.model_copy(update={"korte_naam": None})}
    nameless = replace(geladen.regio, agendas=bare)
    blik = Blik(nameless, Vertaler("en", {"Agenda": "The plan"}), Datum(2023))
    assert met_namen(blik, "{agenda} & more") == "The plan & more"


def test_a_page_of_a_record_keeps_its_own_place_to_improve_it(engels: MkDocsConfig) -> None:
    file = File.generated(engels, "agenda/x.md", content="# x\n")
    page = Page(None, file, engels)
    page.meta["bewerk_pad"] = "data/speerpunten/x.yml"
    on_page_markdown("# x\n", page, engels, Files([file]))
    assert page.meta == {
        "bewerk_pad": "data/speerpunten/x.yml",
        "formulier": "beheer/#/pad/speerpunten/x.yml",
        "titel": "Samen in 't klein",
    }


def test_a_translation_of_a_page_that_is_not_there_stops_the_build(engels: MkDocsConfig) -> None:
    (Path(engels.docs_dir) / "vreemd.md").write_text("# x\n", encoding="utf-8")
    with pytest.raises(PluginError, match=r"vreemd\.md heeft geen Nederlandse pagina\."):
        on_files(Files([]), engels)
