"""The search index over the finished site, and the list of words that mean the same.

Pagefind reads the built HTML of all languages in one run and keeps one index per ``<html lang>``.
It splits no compounds, so the equivalent words of the glossary go beside the search page and the
page asks for them too (``zoek.js``).

Not here: the search page itself, and choosing which words mean the same (that is the glossary).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from macros import bestand

BODY_MARK = b"data-pagefind-body"
"""Pagefind indexes only what is inside this attribute, unless no page has it: then everything."""

PAGES = "**/index.html"
"""Every page of the site is an index.html; 404.html is not, and must not be found."""

TIMEOUT = 300
"""Seconds; 500 pages take less than one."""


class ZoekindexFout(Exception):
    """The index could not be built. The message ends with what Pagefind itself said."""


def synoniemen(groepen: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    """For each word, the other words of its groups.

    A group holds everything that one term is called: abbreviation, full name, other spellings.
    A word in two groups gets the others of both, but the two groups do not become one: an
    abbreviation with two meanings does not make these mean the same. Keys and words are lower
    case with single spaces; keys are sorted, words keep the order of the groups.
    """
    found: dict[str, dict[str, None]] = {}
    for groep in groepen:
        woorden = list(dict.fromkeys(filter(None, map(_plain, groep))))
        for woord in woorden:
            others = (ander for ander in woorden if ander != woord)
            found.setdefault(woord, {}).update(dict.fromkeys(others))
    return {woord: list(found[woord]) for woord in sorted(found) if found[woord]}


def schrijf_synoniemen(pad: Path, groepen: Iterable[Sequence[str]]) -> None:
    """Write :func:`synoniemen` as the JSON file that the search page of one language reads."""
    text = json.dumps(synoniemen(groepen), ensure_ascii=False, separators=(",", ":"))
    pad.parent.mkdir(parents=True, exist_ok=True)
    bestand.schrijf(pad, f"{text}\n".encode())


def bouw_index(site: Path, node_modules: Path) -> None:
    """Index the finished ``site`` (all languages together) into ``site/pagefind``.

    Only what the search page loads is left there. Raises :class:`ZoekindexFout`.
    """
    if not any(BODY_MARK in page.read_bytes() for page in site.glob(PAGES)):
        raise ZoekindexFout(f"Geen pagina in {site} heeft {BODY_MARK.decode()}.")
    bundle = site / "pagefind"
    shutil.rmtree(bundle, ignore_errors=True)
    _run(_binary(node_modules), site)
    _prune(bundle)


def _plain(woord: str) -> str:
    return " ".join(woord.lower().split())


def _binary(node_modules: Path) -> Path:
    """The program itself, not its Node wrapper: npm installs the one for this machine only."""
    found = sorted(
        path
        for path in (node_modules / "@pagefind").glob("*/bin/pagefind*")
        if path.suffix in {"", ".exe"}
    )
    if not found:
        raise ZoekindexFout(f"Pagefind staat niet in {node_modules}; draai eerst: make build")
    return found[0]


def _run(binary: Path, site: Path) -> None:
    command = [str(binary.resolve()), "--site", ".", "--glob", PAGES, "--quiet"]
    command += ["--root-selector", f"[{BODY_MARK.decode()}]"]  # the same index, for less work
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            command,
            cwd=site,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ZoekindexFout(f"Pagefind kon niet draaien: {error}") from error
    said = done.stdout.decode("utf-8", errors="replace").strip()
    if done.returncode != 0:
        raise ZoekindexFout(f"Pagefind stopte met code {done.returncode}:\n{said}")


def _prune(bundle: Path) -> None:
    """Remove what our page never loads: Pagefind's own interfaces, worker and highlighter."""
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    keep = {"pagefind.js", "pagefind-entry.json"}
    for index in entry["languages"].values():
        keep.add(f"pagefind.{index['hash']}.pf_meta")
        keep.add(f"wasm.{index['wasm'] or 'unknown'}.pagefind")
    for path in bundle.iterdir():
        if path.is_file() and path.name not in keep:
            path.unlink()
