"""What MkDocs asks while it builds one language: settings, pages from data, names for the theme.

Not here: what a page holds (``render``) or what happens after all languages are built (``site``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.engine.bijbestanden import bijbestanden
from macros.engine.blokpagina import Blokpagina
from macros.engine.bouw import is_voorbeeld, vertalers, weergave_van
from macros.model.regio import SoortRegio
from macros.proza.weergave import vul_aan
from macros.proza.weglaten import menu_zonder
from macros.render.deelbeeld import IN_KOP
from macros.render.gegevens import met_gegevens
from macros.render.kop import BELEID
from macros.render.letter import GEWICHTEN, PAKKET, letterbestand
from macros.render.plaats import zet_terug
from macros.render.recordpaginas import recordpaginas
from macros.render.richting import met_richting
from macros.render.sjabloon import bewaar, bewaar_teksten
from macros.render.vouw import gevouwen
from macros.site.stijl import stijlbladen
from macros.taal.proza import Toestand
from macros.taal.talen import BRONTAAL, eigen_naam, met_land, richting
from macros.views.agenda.naam import met_namen
from macros.views.blik import Blik
from macros.views.regio.kanaal import kanalen
from macros.views.regio.verdwaald import verdwaald

_STIJL = "assets/css/"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Names of the site and in the menu come from the data; other languages have a folder."""
    weergave = weergave_van(config)
    settings, v = weergave.blik.regio.instellingen, weergave.blik.v
    config.site_name = str(v.tekst(settings.titel))
    config.site_description = str(v.tekst(settings.ondertitel))
    if not config.site_url:
        raise ConfigurationError(
            "SITE_URL is leeg. Geef het adres van de site, of laat SITE_URL weg."
        )
    config.extra["wortel_url"] = config.site_url
    config.nav = menu_zonder(_met_namen(weergave.blik, config.nav or []), weergave.weg)
    if v.taal != BRONTAAL:
        config.site_url = f"{config.site_url}{v.taal}/"
    eigen_thema(config)
    return config


def _met_namen(blik: Blik, deel: Any) -> Any:
    """A part of the menu of the configuration, with the names of the region in its labels."""
    if isinstance(deel, list):
        return [_met_namen(blik, one) for one in deel]
    if isinstance(deel, dict):
        names = (met_namen(blik, label) for label in deel)
        return dict(zip(names, (_met_namen(blik, one) for one in deel.values()), strict=True))
    return deel


def on_pre_build(config: MkDocsConfig) -> None:
    """What pages call is compiled once and kept, as all templates are."""
    macros: Any = config.plugins["macros"]
    taal = config.theme["language"]
    bewaar_teksten(macros.env, lambda: f"{taal}/{macros.page.file.src_uri}")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add record pages, Dutch pages without translation, styles and what others made."""
    weergave = weergave_van(config)
    for record in recordpaginas(weergave.blik):
        file = File.generated(config, record.pad, content=record.markdown)
        Blokpagina(None, file, config)
        files.append(file)
    docs = Path(config.docs_dir)
    dutch = docs.parent / BRONTAAL
    for page in docs.rglob("*.md"):
        if not (dutch / page.relative_to(docs)).is_file():
            raise PluginError(f"{page} heeft geen Nederlandse pagina. Maak die eerst, in {dutch}.")
    for missing in weergave.proza.values():
        if missing.toestand is Toestand.ONTBREEKT:
            source = (dutch / missing.pad).read_text(encoding="utf-8")
            files.append(File.generated(config, missing.pad, content=source))
    for file in [file for file in files if file.src_uri in weergave.weg]:
        files.remove(file)
    met_eigen_opmaak(files, config)
    packages = Path(config.config_file_path).parent / "node_modules"
    files.append(File.generated(config, "assets/js/fflate.js", content=fflate(packages)))
    files.append(File.generated(config, "assets/js/plotly.js", content=plotly(packages)))
    for name, content in letter(packages):
        files.append(File.generated(config, f"assets/letter/{name}", content=content))
    return files


def eigen_thema(config: MkDocsConfig) -> None:
    """Our frame and what MkDocs itself brings (the sitemap); no page asks for anything of Material.

    Its folder holds some 14,000 files, and MkDocs would look at each of them.
    """
    config.theme.dirs = [config.theme.dirs[0], config.theme.dirs[-1]]


def met_eigen_opmaak(files: Files, config: MkDocsConfig) -> Files:
    """Two style sheets in place of their parts."""
    for file in [file for file in files if file.src_uri.startswith(_STIJL)]:
        files.remove(file)
    folder = Path(config.config_file_path).parent / "docs/theme" / _STIJL
    for name, css in stijlbladen(folder).items():
        files.append(File.generated(config, f"{_STIJL}{name}", content=css))
    return files


def fflate(packages: Path) -> str:
    """The script that ``rekenblad.js`` opens a spreadsheet with, its licence before it."""
    return _met_licentie(packages, "fflate", "esm/browser.js")


def plotly(packages: Path) -> str:
    """The script that ``figuur.js`` draws a chart with on request, its licence before it."""
    return _met_licentie(packages, "plotly.js-basic-dist-min", "plotly-basic.min.js")


def letter(packages: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the text face, with the licence that goes where they go."""
    for gewicht in GEWICHTEN:
        yield f"{gewicht}.woff2", _uit_pakket(packages, PAKKET, letterbestand(gewicht))
    yield "LICENSE.txt", _uit_pakket(packages, PAKKET, "LICENSE")


def _met_licentie(packages: Path, name: str, script: str) -> str:
    licence, code = (_uit_pakket(packages, name, one).decode() for one in ("LICENSE", script))
    return f"/*\n{licence}\n*/\n{code}"


def _uit_pakket(packages: Path, name: str, file: str) -> bytes:
    try:
        return (packages / name / file).read_bytes()
    except OSError as error:
        raise PluginError(f"{name} staat niet in {packages}; draai eerst: make build") from error


@event_priority(100)  # before the macros: what they make is in the language of the page
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Every page has a title, a place to improve it, and a note when its Dutch is newer."""
    vul_aan(weergave_van(config), page.file.src_uri, page.meta)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sections fold that say so; what the macros made takes its place in the page."""
    return zet_terug(page.meta, gevouwen(html))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """What the page is about, for a search engine; and where the languages of the site do not all
    run one way, each part says its direction.
    """
    blik = weergave_van(config).blik
    if not is_voorbeeld(config):
        output = met_gegevens(output, blik, str(config.site_url), page.url)
    talen = blik.regio.instellingen.talen
    return met_richting(output, richting) if len({*map(richting, talen)}) > 1 else output


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Names that the theme uses; its templates are compiled once and kept."""
    env.globals.update(themanamen(config))
    env.filters["striptags"] = cache(env.filters["striptags"])  # of the same titles on every page
    bewaar(env)
    return env


def themanamen(config: MkDocsConfig) -> dict[str, Any]:
    """Names that the theme uses; all but ``_`` are values, which any engine takes."""
    weergave = weergave_van(config)
    v = weergave.blik.v
    talen = [
        {"code": taal, "naam": eigen_naam(taal), "pad": "" if taal == BRONTAAL else f"{taal}/"}
        for taal in weergave.blik.regio.instellingen.talen
    ]
    return {
        "_": lambda text, **values: escape(v.ui(text, **values)),
        "taal": v.taal,
        "richting": richting(v.taal),
        "talen": talen,
        "wortel_url": config.extra["wortel_url"],
        "bouwdatum": v.datum(weergave.blik.vandaag),
        "voorbeeldweergave": is_voorbeeld(config),
        "voorbeeldregio": weergave.blik.regio.instellingen.soort is SoortRegio.VOORBEELD,
        "contact": weergave.contact,
        "beleid": BELEID,
        "verdwaald": [
            asdict(verdwaald(replace(weergave.blik, v=one))) for one in vertalers(config)
        ],
        "feeds": [
            {"naam": one.naam, "pad": one.bestand, "pagina": "" if one.overal else one.pagina}
            for one in kanalen(weergave.blik)
        ],
        "deelbeeld": IN_KOP,
        "plaatstaal": {taal: met_land(taal) for taal in weergave.blik.regio.instellingen.talen},
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Files beside the pages, in the language of the pages; the preview writes them itself."""
    if not is_voorbeeld(config):
        for part in bijbestanden(weergave_van(config), str(config.site_url)).values():
            part(Path(config.site_dir))
