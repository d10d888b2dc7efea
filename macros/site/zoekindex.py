"""What the search page loads: the index of the finished site, the answers that come before pages,
the words that mean the same, and the words of the site for a slip of the finger.

Pagefind reads the built HTML of all languages in one run and keeps one index per ``<html lang>``.
The answers and the words come from the data of each language (``ANTWOORDEN``, beside the search
page); with the names of pages of prose in it, that file goes beside the index.

Not here: the search page, how a question is matched (``zoekmotor.js``), or what the answers are.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros import bestand
from macros.kast import bewaard

BODY_MARK = b"data-pagefind-body"
"""Pagefind indexes only what is inside this attribute, unless no page has it: then everything."""

PAGES = "**/index.html"
"""Every page of the site is an index.html; 404.html is not, and must not be found."""

ANTWOORDEN = "zoeken/antwoorden.json"
"""What the data of a language know, below its folder."""

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


def schrijf_antwoorden(
    site: Path,
    taal: str,
    *,
    antwoorden: Sequence[Mapping[str, object]],
    groepen: Iterable[Sequence[str]],
    afkortingen: Sequence[str],
) -> None:
    """Write what the data of one language know, into the site of that language.

    An answer has ``pad``, ``titel`` (empty for a page of prose) and ``tekst``.
    """
    known = {
        "taal": taal,
        "antwoorden": antwoorden,
        "synoniemen": synoniemen(groepen),
        "afkortingen": afkortingen,
    }
    bestand.schrijf(site / ANTWOORDEN, _json(known))


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
    for file in (site / ANTWOORDEN, *site.glob(f"*/{ANTWOORDEN}")):
        if file.is_file():
            _zet_klaar(site, file)


def _zet_klaar(site: Path, file: Path) -> None:
    """The answers of one language with the names of pages of prose, and the words of its pages."""
    known = json.loads(file.read_text(encoding="utf-8"))
    taal, own = known["taal"], file.parents[1]
    for answer in known["antwoorden"]:
        page = own / answer["pad"].partition("#")[0] / "index.html"
        if not answer["titel"] and page.is_file():
            head = page.read_text(encoding="utf-8")
            answer["titel"] = _uit(_KOP, head)
            answer["tekst"] = _uit(_OMSCHRIJVING, head)
    known["antwoorden"] = [one for one in known["antwoorden"] if one["titel"]]
    bundle = site / "pagefind"
    (bundle / f"antwoorden.{taal}.json").write_bytes(_json(known))
    index = (bundle / "pagefind-entry.json").read_bytes()  # says what is in it, by a hash
    read_of = (index, _json(known), Path(__file__).read_bytes())
    words = bewaard("zoekwoorden", read_of, lambda: _json(_woorden(bundle, taal, known)).decode())
    (bundle / f"woorden.{taal}.json").write_text(words, encoding="utf-8")


_KOP = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_OMSCHRIJVING = re.compile(r'<meta name="description" content="([^"]*)"')


def _uit(form: re.Pattern[str], text: str) -> str:
    found = form.search(text)
    return html.unescape(re.sub("<[^>]+>", "", found[1])).strip() if found else ""


MINSTENS = 3
"""On so many pages a word of the text has to stand: what stands once may well be a slip itself."""
_WOORD = re.compile(r"[^\W\d_]{4,24}")


def _woorden(bundle: Path, taal: str, known: Mapping[str, Any]) -> list[str]:
    """The words that somebody can have meant, as ``zoekmotor.js`` folds them; the most used first.

    Those of the answers, and those that stand on several pages as the index has them.
    """
    pages: Counter[str] = Counter()
    for fragment in (bundle / "fragment").glob(f"{taal}_*.pf_fragment"):
        text = gzip.decompress(fragment.read_bytes()).decode("utf-8", errors="replace")
        content = json.loads(text[text.index("{") :])["content"]
        pages.update(set(_WOORD.findall(_plat(content))))
    named = {
        word
        for answer in known["antwoorden"]
        for text in (answer["titel"], *answer["woorden"])
        for word in _WOORD.findall(_plat(text))
    }
    found = named | {word for word, count in pages.items() if count >= MINSTENS}
    return sorted(found, key=lambda word: (-pages[word], word))


def _plat(text: str) -> str:
    """Lower case without accents and apostrophes."""
    split = unicodedata.normalize("NFD", text)
    return re.sub("['\u2019\u2018`\u00b4]|[\u0300-\u036f]", "", split).lower()


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()


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
