"""``python -m scripts.build``: the whole site, as it will be published.

    python -m scripts.build [--data DIR] [--out DIR]

Check, one MkDocs per language side by side, search index, checks on the built HTML. The new site
takes the place of the old one in one step, at the very end; whatever goes wrong before leaves the
old site as it was. Environment: SITE_URL (where it will stand), REPO_URL (for "improve this page"),
GITHUB_SHA and GITHUB_API_URL (the commit, and where a proposal goes; GitHub sets both).
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from macros import bestand
from macros.bescherming.lekken.controle import Lekken
from macros.bescherming.lekken.vakken import eigen_teksten, verborgen
from macros.bescherming.lekken.verborgen import Vak
from macros.engine.bouw import DATA, adres, gelezen, in_repository, stand_van, verleden
from macros.engine.taalbouw import bouw, bouw_taal, laad
from macros.engine.weggelaten import weggelaten
from macros.engine.zoekvragen import gebreken
from macros.issue import Issue, as_text, has_errors
from macros.load import Loaded, without_collector
from macros.proza.lezen import vormgebreken
from macros.site.controle import controleer
from macros.site.inhoud import nummers
from macros.site.zoekindex import ZoekindexFout, bouw_index
from macros.source.samen import waarom_niet
from macros.taal.talen import BRONTAAL
from macros.werkbank import bundel as werkbankbundel
from macros.wijziging.geschiedenis import GEEN
from macros.wijziging.gitdagen import meldingen as geschiedenismeldingen
from macros.wijziging.stand import als_tekst

DOCS = Path("docs")
NODE_MODULES = Path("node_modules")


class BouwFout(Exception):
    """The site could not be built; the message is for the person at the keyboard."""


@without_collector()
def build_site(data: Path, out: Path) -> None:
    """Build ``data`` into ``out``, all languages. Raises BouwFout; ``out`` is then untouched."""
    loaded = gelezen(data)
    if loaded.issues:
        print(as_text(loaded.issues), file=sys.stderr)
    if not loaded.ok or loaded.regio is None:
        raise BouwFout(
            "De site is niet gebouwd: de gegevens hebben fouten. De oude site blijft staan."
        )
    past = verleden(loaded, loaded.regio)
    talen = [str(taal) for taal in loaded.regio.instellingen.talen]
    if problems := vormgebreken(DOCS, talen):
        raise BouwFout(as_text(problems))
    os.environ[DATA] = str(data)
    stand_van(loaded)  # asked before the languages part
    out = out.resolve()
    if not _may_replace(out):
        raise BouwFout(f"{out} is geen eerder gebouwde site. Kies een map die nog niet bestaat.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=out.parent) as scratch:
        werkbank = Path(scratch) / werkbankbundel.MAP
        maak = partial(schrijf_werkbank, loaded, werkbank, vorige=out / werkbank.name)
        build_languages(talen, Path(scratch), vorige=out, naast=maak)
        site = _put_together(talen, Path(scratch))
        werkbank.rename(site / werkbank.name)
        said = [*finish(site, verborgen(loaded.regio), loaded), *weggelaten(loaded)]
        said += geschiedenismeldingen(past, data.as_posix())
        _replace(site, out, Path(scratch))
    if said:
        print(as_text(said), file=sys.stderr)


def _may_replace(out: Path) -> bool:
    """Only what is not there, an empty folder, or a site that was built before."""
    if not out.exists():
        return True
    return out.is_dir() and (not any(out.iterdir()) or (out / "pagefind").is_dir())


def build_languages(
    talen: Sequence[str],
    scratch: Path,
    *,
    vorige: Path | None = None,
    side_by_side: bool = True,
    naast: Callable[[], None] = lambda: None,
) -> None:
    """Each language into a folder of ``scratch``, by a process that inherits the data if it can.

    Of ``vorige``, the site before, files are taken over that stay the same; ``naast`` is done while
    they are built. One language after the other (``side_by_side=False``) is for the benchmark.
    Raises BouwFout.
    """
    # Forking is safe on Linux only; elsewhere each process imports and reads everything again.
    forks = sys.platform == "linux"
    context: Any = multiprocessing.get_context("fork" if forks else "spawn")
    processes = []
    for taal in talen:
        before = vorige / ("" if taal == BRONTAAL else taal) if vorige else None
        out = scratch / taal
        job = (bouw, (taal, laad(taal, out), before)) if forks else (bouw_taal, (taal, out, before))
        processes.append(context.Process(target=job[0], args=job[1], name=taal))
    gc.freeze()
    for process in processes:
        process.start()
        if not side_by_side:
            process.join()
    try:
        naast()
    finally:
        for process in processes:
            process.join()
    failed = [process.name for process in processes if process.exitcode != 0]
    if failed:
        raise BouwFout(
            f"De site is niet gebouwd: MkDocs stopte bij {', '.join(failed)} (zie boven)."
        )


def _put_together(talen: Sequence[str], scratch: Path) -> Path:
    """Dutch at the root, every other language in a folder of its own; one 404 page for all."""
    site = scratch / BRONTAAL
    for taal in talen:
        if taal != BRONTAAL:
            (scratch / taal).rename(site / taal)
            (site / taal / "404.html").unlink()
    return site


def schrijf_werkbank(
    loaded: Loaded, out: Path, *, vorige: Path | None = None, beleid: bool = True
) -> None:
    """The workbench into ``out``. Raises BouwFout."""
    try:
        past = verleden(loaded, loaded.regio) if loaded.regio else GEEN
        files = werkbankbundel.bundel(loaded, _plek(loaded), past, beleid=beleid)
    except werkbankbundel.BundelFout as error:
        raise BouwFout(str(error)) from error
    if vorige is not None:
        bestand.volgt_op(out, vorige)
    werkbankbundel.schrijf(files, out)


def _plek(loaded: Loaded) -> werkbankbundel.Plek:
    """Where the site comes from and where a proposal goes, as the environment says it."""
    return werkbankbundel.Plek(
        repo=os.environ.get("REPO_URL", "").rstrip("/"),
        commit=os.environ.get("GITHUB_SHA") or _commit(),
        datamap=in_repository(loaded.folder),
        api=os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/"),
        adres=adres(),
        stand=als_tekst(stand_van(loaded)),
    )


def _commit() -> str:
    """What is checked out here; empty when that is nothing."""
    with suppress(OSError):
        asked = ["git", "rev-parse", "--verify", "--quiet", "HEAD"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""
    return ""


def finish(
    site: Path, vakken: Collection[Vak], loaded: Loaded, *, beleid: bool = True
) -> list[Issue]:
    """Index and check the site, at the same time: the index is a program of its own, and so is what
    asks the search the questions of the region. What is worth a look is returned.

    ``vakken`` are the hidden figures: nothing of them may have got into the site. The preview has
    no policy (``beleid``). Raises BouwFout.
    """
    with ThreadPoolExecutor(max_workers=1) as pool, without_collector():
        index = pool.submit(bouw_index, site, NODE_MODULES)
        asked = pool.submit(gebreken, loaded, site)
        languages = [one.vertaler() for one in loaded.catalogi.values()]
        said = eigen_teksten(loaded.regio, languages) if loaded.regio else ()
        lekken = Lekken(site, vakken, said)
        problems = controleer(site, beleid=beleid, ook=[lekken.pagina, nummers])
        try:
            index.result()
        except ZoekindexFout as error:
            raise BouwFout(str(error)) from error
    problems += lekken.bestanden()
    if problems:
        raise BouwFout("\n".join(["De gebouwde site klopt niet:", *map(str, problems)]))
    if has_errors(found := asked.result()):
        raise BouwFout(as_text(found))
    return found


def _replace(site: Path, out: Path, scratch: Path) -> None:
    """Move the old site away and the new one in; put the old one back when that fails."""
    old = scratch / "oud"
    if out.exists():
        out.rename(old)
    try:
        site.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when there is a new site."""
    parser = argparse.ArgumentParser(prog="python -m scripts.build", description="Bouw de site.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--out", type=Path, default=Path("site"), help="map voor de site")
    options = parser.parse_args(arguments)
    try:
        build_site(options.data, options.out)
    except BouwFout as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if not (why := waarom_niet(error)):
            raise
        print(f"De site is niet gebouwd. {why} De vorige site is niet veranderd.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Afgebroken. De vorige site is niet veranderd.", file=sys.stderr)
        return 130
    pages = sum(1 for _ in options.out.rglob("*.html"))
    print(f"De site staat in {options.out} ({pages} pagina's).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
