"""One language of the preview: built whole once, and after that only what can have changed.

MkDocs does the work, as it always does; it skips each page whose ``File`` says that it was not
modified. Whether it was, ``volgen`` tells. Everything is written into a folder that is empty, so a
build that fails half-way has changed nothing: who asked for it moves the files into the site.

Not here: the other languages, the checks on what was built, the browser (``scripts``).
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.engine.bijbestanden import bijbestanden
from macros.engine.bouw import VOORBEELD, getoond
from macros.engine.taalbouw import laad
from macros.load import Loaded
from macros.model.geheel import Regio
from macros.render.plaats import BLOKKEN
from macros.render.volgen import Groep, Sleutel, Volger, gevolgd, groep_veranderd, veranderd
from macros.render.weergave import Weergave, Woorden
from macros.taal.talen import BRONTAAL

_MET_ANDERE = re.compile(rb"{%[-+]?\s*(?:include|import|from|extends)\b")
"""A page with another file in it; which one is not followed."""


class VoorbeeldFout(Exception):
    """There is no new preview. The message is for the person who changed something."""


@dataclass
class _Stand:
    """What a site was made from, and what it is.

    ``bronnen`` has the text of each page, ``lezingen`` what each page and each part beside the
    pages read, ``delen`` the files of each part, ``titels`` and ``koppen`` the title and the front
    matter of each page in the menu, ``niet_vinden`` the pages that the sitemap leaves out. Of what
    every page shows there is what it looked like: the words that are explained (``woorden``),
    ``instellingen``, ``menu`` and ``namen``.
    """

    weergave: Weergave
    woorden: Woorden
    bronnen: dict[str, bytes] = field(default_factory=dict)
    lezingen: dict[str, set[Sleutel]] = field(default_factory=dict)
    delen: dict[str, set[str]] = field(default_factory=dict)
    titels: dict[str, str | None] = field(default_factory=dict)
    koppen: dict[str, dict[str, Any]] = field(default_factory=dict)
    niet_vinden: set[str] = field(default_factory=set)
    bestanden: set[str] = field(default_factory=set)
    instellingen: str = ""
    menu: list[object] = field(default_factory=list)
    namen: dict[str, object] = field(default_factory=dict)


class _AllesOpnieuw(Exception):
    """Something that stands on every page has changed, and only now it is known."""


class Taalsite(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """A language that is kept ready. ``bouw`` builds, ``onthoud`` says that it is now in the site.

    To MkDocs it is a plugin, the last one, that follows what is read while a page is made.
    """

    loaded: Loaded
    weergave: Weergave
    """What hooks and macros are given."""

    def __init__(self, taal: str, adres: str, **settings: Any) -> None:
        self.taal = taal
        self.folder = "" if taal == BRONTAAL else f"{taal}/"
        self.mkdocs = laad(taal, Path("site"), **settings)
        self.mkdocs.plugins[VOORBEELD] = self
        self.mkdocs.plugins.on_startup(command="serve", dirty=True)
        self.begin = {"site_url": adres, "nav": self.mkdocs.nav}
        self.volger = Volger()
        self.pagina: Page | None = None
        self.oud: _Stand | None = None
        self.nieuw: _Stand

    def bouw(self, loaded: Loaded, regio: Regio, out: Path) -> set[str]:
        """Write into ``out`` what may have changed; gives the files that are no longer there.

        Raises VoorbeeldFout.
        """
        self.loaded = loaded
        try:
            weergave = getoond(loaded, regio, self.taal, Path(self.mkdocs.docs_dir).parent)
        except (OSError, UnicodeError) as error:
            raise VoorbeeldFout(f"Niet alle tekst kon worden gelezen: {error}") from error
        self.mkdocs.site_dir = str(out / self.folder)
        os.makedirs(self.mkdocs.site_dir, exist_ok=True)
        try:
            self._probeer(weergave, everything=self.oud is None)
        except _AllesOpnieuw:
            self._probeer(weergave, everything=True)
        if self.folder:
            os.unlink(out / self.folder / "404.html")
        gone = (self.oud.bestanden if self.oud else set()) - self.nieuw.bestanden
        return {f"{self.folder}{one}" for one in gone}

    def onthoud(self) -> None:
        """The last build is what the next one is compared with."""
        self.oud = self.nieuw

    def _probeer(self, weergave: Weergave, *, everything: bool) -> None:
        self.weergave = gevolgd(weergave, self.volger)
        self.volger.nu = set()
        self.nieuw = _Stand(weergave, self.weergave.woorden)
        self.changed: set[Sleutel] | None = None
        if self.oud and not everything and self._zelfde_kader(self.oud):
            self.changed = veranderd(self.oud.weergave, weergave)
        self.mkdocs.update(self.begin)
        self.pagina = None
        with _gezegd() as said:
            try:
                build(self.mkdocs, dirty=True)
                self._bijbestanden()
            except _AllesOpnieuw:
                raise
            except (Abort, ConfigurationError, SystemExit) as error:
                raise VoorbeeldFout(self._waar("\n".join(said) or str(error))) from error
            except Exception as error:
                text = "\n".join([*said, traceback.format_exc()])
                raise VoorbeeldFout(self._waar(text)) from error

    def _waar(self, said: str) -> str:
        """What went wrong, after the page that was being made, and the line if that is told."""
        page = self.pagina
        if page is None:
            return said
        source = page.file.content_string
        naam = page.meta.get("bewerk_pad", "")
        if not PurePosixPath(naam).suffix:  # prose, with the data of a whole folder
            naam = f"docs/{self.taal}/{page.file.src_uri}"
        head = source[: len(source) - len(page.markdown or "")].count("\n")
        found = re.search(r'File "<template>", line (\d+)', said)
        line = head + int(found[1]) if found else 1
        return f"{naam}:{line}: fout: Deze pagina kan niet worden gemaakt.\n{eerst(said)}{said}"

    def _zelfde_kader(self, oud: _Stand) -> bool:
        """The day, the pages that are left out, and the words that are explained are as before."""
        before, after = oud.weergave, self.nieuw.weergave
        return (
            before.blik.vandaag == after.blik.vandaag
            and before.weg == after.weg
            and oud.woorden == self.nieuw.woorden
        )

    def _opnieuw(self, naam: str) -> bool:
        """Whether a page or a part has to be made again."""
        if self.changed is None or self.oud is None or naam not in self.oud.lezingen:
            return True
        return not self.changed.isdisjoint(self.oud.lezingen[naam])

    # ------------------------------------------------------------ events of MkDocs, in their order

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Every page may show any setting."""
        self.nieuw.instellingen = repr(
            [(key, one) for key, one in sorted(config.items()) if key != "site_dir"]
        )
        if self.oud and self.oud.instellingen != self.nieuw.instellingen:
            self.changed = None

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Whether each file has to be made again; those that are no page change with the code."""
        old, new = self.oud, self.nieuw
        for file in files:
            again = self.changed is None
            if file.is_documentation_page():
                text = new.bronnen[file.src_uri] = file.content_bytes
                again = self._opnieuw(file.src_uri) or _MET_ANDERE.search(text) is not None
                if old and not again and old.bronnen[file.src_uri] == text:
                    new.lezingen[file.src_uri] = old.lezingen[file.src_uri]
                else:
                    again = True
            file.is_modified = partial(bool, again)  # type: ignore[method-assign]
            new.bestanden.add(file.dest_uri)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """A page that is not read again is called in the menu what it was called before."""
        for page in nav.pages:
            if self.oud and not page.file.is_modified():
                page.title = self.oud.titels[page.file.src_uri]
        self.nav = nav

    @event_priority(100)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """From here on everything is read for this page ..."""
        self.pagina = page
        self.volger.nu = self.nieuw.lezingen[page.file.src_uri] = set()

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """... until its Markdown is done."""
        self.pagina = None
        self.volger.nu = set()

    @event_priority(-100)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Every page has the menu, and the names that the theme uses."""
        old, new = self.oud, self.nieuw
        changed: set[Sleutel] = set()
        for page in self.nav.pages:
            uri, head = page.file.src_uri, {**page.meta}
            head.pop(BLOKKEN, None)
            before = old.koppen.get(uri, {}) if old else {}
            new.koppen[uri] = head if page.file.is_modified() else before
            changed |= groep_veranderd(f"kop {uri}", before, new.koppen[uri])
            # The menu reads in it, and only that; nothing writes there any more.
            page.meta = Groep(self.volger, f"kop {uri}", new.koppen[uri])  # type: ignore[assignment]
        new.titels = {page.file.src_uri: page.title for page in self.nav.pages}
        for file in files.documentation_pages():
            assert file.page is not None
            if old and not file.is_modified() and file.src_uri in old.niet_vinden:
                file.page.meta = {"niet_vinden": True, **file.page.meta}
            if file.page.meta.get("niet_vinden"):
                new.niet_vinden.add(file.src_uri)
        new.menu = [*_menu(self.nav)]
        new.namen = {key: one for key, one in env.globals.items() if not callable(one)}
        if old and self.changed is not None:
            same = (old.menu, old.namen) == (new.menu, new.namen)
            left = [one for uri, one in new.lezingen.items() if one is old.lezingen.get(uri)]
            if not same or not all(changed.isdisjoint(one) for one in left):
                raise _AllesOpnieuw

    @event_priority(100)
    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """The frame of a page is read for that page too ..."""
        self.pagina = page
        self.volger.nu = self.nieuw.lezingen[page.file.src_uri]

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        """... and what comes after it is for none."""
        self.pagina = None
        self.volger.nu = set()

    def _bijbestanden(self) -> None:
        """Each part in a folder of its own first, so that it is known which files are its."""
        site, old, new = Path(self.mkdocs.site_dir), self.oud, self.nieuw
        parts = bijbestanden(self.weergave, str(self.mkdocs.site_url), beleid=False)
        for naam, schrijf in parts.items():
            if old and not self._opnieuw(naam):
                new.lezingen[naam], new.delen[naam] = old.lezingen[naam], old.delen[naam]
            else:
                with tempfile.TemporaryDirectory(dir=site) as apart:
                    write = partial(schrijf, Path(apart))
                    _, new.lezingen[naam] = self.volger.apart(write)
                    new.delen[naam] = set(verplaats(Path(apart), site))
            new.bestanden |= new.delen[naam]


def _menu(items: Iterable[Any]) -> Iterator[object]:
    """What stands in the menu: titles and addresses."""
    for item in items:
        children = [*_menu(item.children)] if item.children else []
        yield item.title, None if item.is_section else item.url, children


def verplaats(van: Path, naar: Path) -> Iterator[str]:
    """Move every file to the same place in another folder, each in one step; gives those that are
    other than what was there.
    """
    for file in sorted(van.rglob("*")):
        if file.is_file():
            name = file.relative_to(van).as_posix()
            target = naar / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not (target.is_file() and target.read_bytes() == file.read_bytes()):
                yield name
                os.replace(file, target)


class _Gezegd(logging.Handler):
    """Keeps what MkDocs warns of, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.berichten: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.berichten.append(record.getMessage())


def _gewenst(record: logging.LogRecord) -> bool:
    """MkDocs warns each time that a build of some pages may be wrong. So ``volgen`` is there."""
    return not record.getMessage().startswith("A 'dirty' build")


@contextmanager
def _gezegd() -> Iterator[list[str]]:
    """What MkDocs warned of meanwhile."""
    logger, builder = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    handler, propagate = _Gezegd(), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    builder.addFilter(_gewenst)
    try:
        yield handler.berichten
    finally:
        builder.removeFilter(_gewenst)
        logger.propagate = propagate
        logger.removeHandler(handler)


_IN_CODE = re.compile(r'File "(?:[^"]*/)?(macros/[^"]+)", line (\d+)')
_FOUT = re.compile(r"^[\w.]*(?:Error|Exception): .+$", re.MULTILINE)


def eerst(said: str) -> str:
    """Of a long account the place in our own code where it went wrong, and what, to begin with."""
    places, faults = _IN_CODE.findall(said), _FOUT.findall(said)
    if not places:
        return ""
    file, line = places[-1]
    return f"{file}:{line}: {faults[0] if faults else 'hier ging het mis'}\n"
