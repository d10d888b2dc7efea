"""The process of the preview that builds: kept ready, so that a change takes a moment.

Each further language is a process of its own, so that all are built at the same time. What needs
the whole site (search index, links, hidden figures) follows when the pages can be seen already.

Not here: what of a language is built again (``macros.engine.voorbeeld``), the browser (``serve``).
A change of the code counts from the next start: ``serve`` then starts this anew.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Collection, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from macros.bescherming.lekken.vakken import verborgen
from macros.bescherming.lekken.verborgen import Vak
from macros.engine.voorbeeld import Taalsite, VoorbeeldFout, verplaats
from macros.issue import Issue, Level, as_text
from macros.klok import vandaag
from macros.load import Geheugen, Loaded, load, without_collector
from macros.model.geheel import Regio
from macros.proza.lezen import vormgebreken
from macros.werkbank.bundel import MAP as WERKBANK
from scripts.build import DOCS, BouwFout, finish, schrijf_werkbank
from scripts.uitslag import Bijgewerkt, Mislukt, Nagekeken

ZOEKINDEX = "pagefind"
NAAST = (ZOEKINDEX, WERKBANK)
"""What is made of the whole of a site, when its pages can be seen already."""

_METHOD: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
"""Forking is safe on Linux only; elsewhere a process imports and reads everything again."""


class Bron:
    """The data folder, of which only what changed is read again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.geheugen = Geheugen()

    def __reduce__(self) -> tuple[Any, ...]:
        """A process that inherits nothing reads it by itself."""
        return Bron, (self.folder,)

    def lees(self) -> Loaded:
        """The folder as it is now. Raises VoorbeeldFout when a file went while it was read."""
        try:
            return load(self.folder, vandaag(), self.geheugen)
        except OSError as error:
            raise VoorbeeldFout(f"Niet alles kon worden gelezen: {error}") from error


def _taal(pijp: Connection, hun: Connection, taal: str, adres: str, bron: Bron) -> None:
    """The process of one further language: builds into each folder that it is told.

    ``hun`` is the other end of ``pijp``; as long as it is open here, this end never closes.
    """
    hun.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    site: Taalsite | None = None
    while True:
        try:
            what = pijp.recv()
        except (EOFError, OSError):
            return
        if what is None and site:
            site.onthoud()
            continue
        try:
            with without_collector():
                site = site or Taalsite(taal, adres)
                pijp.send(_bouw(site, bron.lees(), what))
        except (VoorbeeldFout, SystemExit) as error:
            pijp.send(VoorbeeldFout(str(error)))
        gc.collect()


def _bouw(site: Taalsite, loaded: Loaded, out: Path) -> set[str]:
    return site.bouw(loaded, _goed(loaded), out)


def _goed(loaded: Loaded) -> Regio:
    """The region; raises VoorbeeldFout with what is wrong, without what is only worth a look."""
    if not loaded.ok or loaded.regio is None:
        raise VoorbeeldFout(as_text([one for one in loaded.issues if one.level is Level.FOUT]))
    return loaded.regio


class Bouwer:
    """All languages of one site, brought up to date together."""

    def __init__(self, bron: Bron, talen: Sequence[str], site: Path, adres: str) -> None:
        """One process for each language but the first, which this process builds itself."""
        self.bron, self.talen, self.site = bron, tuple(talen), site
        self.eerste = True
        self.eigen = Taalsite(talen[0], adres)
        self.andere: dict[str, Connection] = {}
        self.processen = []
        for taal in talen[1:]:
            ours, theirs = _METHOD.Pipe()
            arguments = (theirs, ours, taal, adres, bron)
            process = _METHOD.Process(target=_taal, args=arguments, name=taal, daemon=True)
            process.start()
            theirs.close()
            self.andere[taal] = ours
            self.processen.append(process)

    def stop(self) -> None:
        """The region has other languages now."""
        for process in self.processen:
            process.terminate()
            process.join()

    def werk_bij(self, loaded: Loaded, new: Path) -> tuple[str, ...]:
        """Build in ``new`` what can have changed, and put it in the site; gives what did change.

        Raises VoorbeeldFout, and then the site is as it was.
        """
        for pijp in self.andere.values():
            pijp.send(new)
        gone: set[str] = set()
        problems = []
        for taal in self.talen:
            try:
                gone |= self._antwoord(taal, loaded, new)
            except VoorbeeldFout as error:
                problems.append(f"{taal}: {error}")
        if problems:
            raise VoorbeeldFout("\n".join(problems))
        if self.eerste:  # another process may have built here before
            gone = _bestanden(self.site) - _bestanden(new)
        changed = tuple(verplaats(new, self.site))
        for name in gone:
            (self.site / name).unlink()
        self.eerste = False
        self.eigen.onthoud()
        for pijp in self.andere.values():
            pijp.send(None)
        return changed

    def _antwoord(self, taal: str, loaded: Loaded, new: Path) -> set[str]:
        if taal not in self.andere:
            return _bouw(self.eigen, loaded, new)
        answer: set[str] | VoorbeeldFout = self.andere[taal].recv()
        if isinstance(answer, VoorbeeldFout):
            raise answer
        return answer


def _bestanden(site: Path) -> set[str]:
    """Every file of the pages; the search index and the workbench are not theirs."""
    names = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    return {name for name in names if not name.startswith((f"{ZOEKINDEX}/", f"{WERKBANK}/"))}


class Nakijker:
    """Looks at the whole of a site in a process of its own, and makes search index and workbench.

    It has a copy of the site as it was when it began; a new change makes it stop.
    """

    def __init__(self, site: Path, bron: Bron, vakken: Collection[Vak], werk: Path) -> None:
        self.site, self.kopie = site, Path(tempfile.mkdtemp(dir=werk)) / "site"
        shutil.copytree(site, self.kopie, copy_function=os.link)
        for made in NAAST:
            shutil.rmtree(self.kopie / made, ignore_errors=True)
        self.pijp, theirs = _METHOD.Pipe()
        arguments = (theirs, self.kopie, bron, tuple(vakken))
        self.proces = _METHOD.Process(target=_kijk_na, args=arguments, daemon=True)
        self.proces.start()
        theirs.close()

    def uitkomst(self) -> str:
        """What is wrong with the site. When nothing is, it has its new index and workbench."""
        try:
            said: str = self.pijp.recv()
        except EOFError:
            said = "Het nakijken van de hele site is afgebroken."
        if not said:
            for made in NAAST:
                if (self.site / made).exists():
                    (self.site / made).rename(self.kopie.with_name(f"{made}-oud"))
                (self.kopie / made).rename(self.site / made)
        self.stop()
        return said

    def stop(self) -> None:
        """Before or after it is done."""
        try:
            os.killpg(self.proces.pid, signal.SIGTERM)  # Pagefind with it
        except (AttributeError, ProcessLookupError):  # no such thing here, or it is not yet its own
            self.proces.terminate()
        self.proces.join()
        self.pijp.close()
        shutil.rmtree(self.kopie.parent, ignore_errors=True)


def _kijk_na(pijp: Connection, site: Path, bron: Bron, vakken: Collection[Vak]) -> None:
    if hasattr(os, "setsid"):
        os.setsid()
    try:
        loaded = bron.lees()
        schrijf_werkbank(loaded, site / WERKBANK, beleid=False)
        finish(site, vakken, loaded, beleid=False)
    except (BouwFout, VoorbeeldFout) as error:
        pijp.send(str(error))
    else:
        pijp.send("")


def draai(pijp: Connection, data: Path, site: Path, adres: str) -> None:
    """Bring the site up to date each time that something comes out of ``pijp``, until it closes.

    Tells what became of it, and later what is wrong with the whole of the site.
    """
    bron = Bron(data)
    bouwer: Bouwer | None = None
    nakijker: Nakijker | None = None
    known: set[Issue] = set()
    with tempfile.TemporaryDirectory(dir=site.parent) as scratch:
        while True:
            ready = wait([pijp, *([nakijker.pijp] if nakijker else ())])
            if nakijker and nakijker.pijp in ready:
                pijp.send(Nagekeken(nakijker.uitkomst()))
                nakijker = None
            if pijp not in ready:
                continue
            try:
                pijp.recv()
            except (EOFError, OSError):
                break
            if nakijker:
                nakijker.stop()
                nakijker = None
            new = Path(tempfile.mkdtemp(dir=scratch))
            try:
                with without_collector():
                    loaded = bron.lees()
                    regio = _goed(loaded)
                    talen = [str(taal) for taal in regio.instellingen.talen]
                    if problems := vormgebreken(DOCS, talen):
                        raise VoorbeeldFout(as_text(problems))
                    if bouwer and bouwer.talen != tuple(talen):
                        bouwer.stop()
                        bouwer = None
                    bouwer = bouwer or Bouwer(bron, talen, site, adres)
                    changed = bouwer.werk_bij(loaded, new)
                news = [one for one in loaded.issues if one not in known]
                known = set(loaded.issues)
                pijp.send(Bijgewerkt(changed, as_text(news) if news else ""))
            except (VoorbeeldFout, SystemExit, UnicodeError) as error:
                pijp.send(Mislukt(str(error)))
            except Exception:  # a fault in the code: it is shown, and all is built anew when mended
                pijp.send(Mislukt(traceback.format_exc()))
                if bouwer:
                    bouwer.stop()
                    bouwer = None
            else:
                nakijker = Nakijker(site, bron, verborgen(regio), Path(scratch))
            shutil.rmtree(new)
            gc.collect()
        if nakijker:
            nakijker.stop()
