"""Write the pages of one language as plain Markdown: macros expanded, record pages included.

What is written needs no macros and no data any more, so any engine that knows the theme can build
it. Used by the canary (other engines) and the benchmark (what MkDocs alone costs).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.engine.hooks import eigen_thema, met_eigen_opmaak
from macros.engine.taalbouw import laad, run
from macros.proza.weglaten import menu_zonder
from macros.render.deelbeeld import IN_KOP
from macros.render.kop import BELEID
from macros.render.plaats import zet_terug
from macros.taal.talen import BRONTAAL, met_land, mkdocs_yml


class _Writer(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Catches every page after all macros have run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @event_priority(-100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        markdown = zet_terug(page.meta, markdown)
        meta = {key: page.meta[key] for key in page.meta if key not in ("render_macros", "blokken")}
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
        file = self.folder / page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{front}---\n\n{markdown}", encoding="utf-8")
        return markdown


def schrijf_uit(taal: str, folder: Path, scratch: Path) -> MkDocsConfig:
    """Write the pages of ``taal`` into ``folder`` (a build into ``scratch`` is made on the way)."""
    config = laad(taal, scratch)
    config.plugins["uitschrijven"] = _Writer(folder)
    run(config)
    return config


class _Theme(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The names that the theme takes from the build, without any data behind them."""

    def __init__(self, taal: str) -> None:
        self.taal = taal

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        eigen_thema(config)
        docs, every = Path(config.docs_dir), Path("docs", BRONTAAL)
        prose = (file.relative_to(every) for file in every.rglob("*.md"))
        away = frozenset(one.as_posix() for one in prose if not (docs / one).is_file())
        config.nav = menu_zonder(config.nav or [], away)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return met_eigen_opmaak(files, config)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        talen = [{"code": "nl", "naam": "Nederlands", "pad": ""}]
        talen.append({"code": "en", "naam": "English", "pad": "en/"})
        env.globals.update(
            _=lambda text: text,
            taal=self.taal,
            talen=talen,
            wortel_url=config.site_url,
        )
        env.globals.update(
            richting="ltr",
            bouwdatum="",
            beleid=BELEID,
            voorbeeldweergave=False,
            voorbeeldregio=False,
            verdwaald=[],
            feeds=[],
            deelbeeld=IN_KOP,
            plaatstaal={one["code"]: met_land(one["code"]) for one in talen},
        )
        return env


def bouw_kaal(taal: str, docs: Path, out: Path) -> None:
    """MkDocs and the theme alone on what ``schrijf_uit`` wrote: no data, no macros."""
    settings: dict[str, Any] = {"docs_dir": str(docs), "plugins": [], "hooks": []}
    config = load_config(mkdocs_yml(taal), site_dir=str(out), strict=True, **settings)
    config.plugins["thema"] = _Theme(taal)
    run(config)
