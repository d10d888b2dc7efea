"""``python -m scripts.canary``: the same site, built by an engine that may follow MkDocs.

    python -m scripts.canary --engine zensical|properdocs [--data DIR] [--out DIR]

Needs the packages of requirements-canary.txt; ``make canary`` takes care of that. Each language is
built by MkDocs and by the other engine; then come the search index, the checks on the built HTML,
and a comparison of what stands on every page. ProperDocs reads the configuration as it is. Zensical
knows no hooks: it gets pages with all macros run, and a copy of the theme made to suit it. What had
to be changed for that is printed, because that is what a move costs.

Not here: how the site looks. The engines bring style sheets of their own; look at ``--out``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from selectolax.lexbor import LexborHTMLParser

from macros.engine import hooks
from macros.engine.bouw import DATA, gelezen
from macros.engine.uitschrijven import schrijf_uit
from macros.issue import as_text
from macros.site.controle import Gebrek, controleer
from macros.site.zoekindex import ZoekindexFout, bouw_index
from macros.taal.catalogus import interface_texts
from macros.taal.talen import BRONTAAL, mkdocs_yml
from scripts.build import NODE_MODULES, BouwFout

ENGINES = ("zensical", "properdocs")
THEME = Path("docs/theme")
SHOWN = 3

THEME_CHANGES = (
    ('base_url.rstrip("/")', '(base_url[:-1] if base_url[-1:] == "/" else base_url)'),
    ('config.repo_url.rstrip("/")', "config.repo_url"),
    ('"/.." * (eigen.pad.count("/") if eigen else 0)', '("/.." if eigen.pad else "")'),
    (" in nav if", " in nav.items if"),
    (" in nav %}", " in nav.items %}"),
    ("lijst(nav)", "lijst(nav.items)"),
    ("nav | rejectattr", "nav.items | rejectattr"),
    ('rejectattr("is_section")', 'rejectattr("children")'),
    ('selectattr("is_page")', 'rejectattr("children")'),
    ("item.is_section", "item.children"),
    ("item.is_page", "not item.children"),
    ("page.parent", "page.ancestors"),
    ("page.is_homepage", "(page.canonical_url and not page.url)"),
    ("page and wortel_url", "page.canonical_url and wortel_url"),
    ("deel.children | first == page", "(deel.children | first).url == page.url"),
    (' id="inhoud" tabindex="-1">', ' id="inhoud" tabindex="-1"><a id="__skip"></a>'),
)
"""Zensical: no methods on strings, no ``is_…``, a ``nav`` that is no list, a ``page`` on 404.html,
and a link to ``#__skip`` everywhere. What stands on the right is good for MkDocs as well."""

GETTEXT = (  # one line, so that Zensical names the right line of a template
    '{% macro _(tekst, datum="") %}'
    '{{ config.extra.teksten[tekst] | replace("{datum}", datum) }}{% endmacro %}'
)

# A link that goes up, as Zensical wants it: seen from the source file, one level less deep.
_UP = re.compile(r'((?:href|src|action)=")(?:\.\./(?!")|\.(?=\./"))')


def voor_zensical(taal: str, config: MkDocsConfig, root: Path, out: Path) -> Counter[str]:
    """Write ``<taal>.yml`` and a theme into ``root``, mend the pages; counts what was changed."""
    names = hooks.themanamen(config)
    ui = names.pop("_")
    texts = {one.tekst: ui(one.tekst) for one in interface_texts(THEME)}
    raw = config.user_configs[0]
    settings = {key: raw[key] for key in raw if key not in ("plugins", "hooks", "watch")} | {
        "site_name": config.site_name,
        "site_description": config.site_description,
        "site_url": config.site_url,
        "nav": config.nav,
        "docs_dir": f"docs/{taal}",
        "site_dir": out.relative_to(root).as_posix(),
        "theme": raw["theme"] | {"custom_dir": f"thema/{taal}", "variant": "classic"},
        "extra": names | {"teksten": texts},
    }
    (root / f"{taal}.yml").write_text(json.dumps(settings, default=str), encoding="utf-8")
    shutil.copytree(THEME, root / "thema" / taal)
    faces = root / "thema" / taal / "assets" / "letter"
    faces.mkdir()
    for name, content in hooks.letter(NODE_MODULES):
        (faces / name).write_bytes(content)
    changed: Counter[str] = Counter()
    given = "".join(f"{{% set {name} = config.extra.{name} %}}" for name in names)
    for file in (root / "thema" / taal).rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for old, new in THEME_CHANGES:
            changed[f"thema: {old.strip()}  wordt  {new.strip()}"] += text.count(old)
            text = text.replace(old, new)
        file.write_text(given + GETTEXT + text, encoding="utf-8")
    for file in (root / "docs" / taal).rglob("*.md"):
        if file.name != "index.md":  # Zensical moves links in HTML with the page, as in Markdown
            text, count = _UP.subn(r"\1", file.read_text(encoding="utf-8"))
            file.write_text(text, encoding="utf-8")
            changed["pagina's: link in HTML gezien vanaf het bronbestand"] += count
    return changed


def bouw(engine: str, talen: Sequence[str], root: Path) -> tuple[float, Counter[str]]:
    """Build into ``root/nu`` (MkDocs) and ``root/straks`` (engine).

    Returns the seconds of the engine and what was changed for it. Raises BouwFout.
    """
    seconds, changed = 0.0, Counter[str]()
    for taal in sorted(talen, key=lambda taal: taal != BRONTAAL):
        below = "" if taal == BRONTAAL else taal
        out = root / "straks" / below
        try:
            config = schrijf_uit(taal, root / "docs" / taal, root / "nu" / below)
        except (Abort, ConfigurationError) as error:
            raise BouwFout(f"MkDocs zelf stopte bij {taal}: {error}") from error
        command = [sys.executable, "-m", engine, "build", "--strict", "--config-file"]
        if engine == "zensical":
            changed |= voor_zensical(taal, config, root, out)
            command += [str(root / f"{taal}.yml")]
        else:
            command += [mkdocs_yml(taal), "--site-dir", str(out)]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds += time.perf_counter() - start
        if done.returncode != 0:
            said = (done.stdout + done.stderr).strip().splitlines()[-5:]
            raise BouwFout("\n".join([f"{engine} stopte bij {taal}:", *said]))
        if engine == "zensical":
            config.site_dir = str(out)
            hooks.on_post_build(config)
        if below:  # one 404 page for all languages, as scripts.build does it
            (root / "nu" / below / "404.html").unlink()
            (out / "404.html").unlink(missing_ok=True)
    return seconds, changed


def vergelijk(nu: Path, straks: Path) -> Iterator[Gebrek]:
    """Pages that are missing, extra, or do not say or link to the same."""
    old, new = (
        {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
        for site in (nu, straks)
    )
    yield from (Gebrek(page, "deze pagina ontbreekt") for page in old - new)
    yield from (Gebrek(page, "deze pagina is er nu niet") for page in new - old)
    for page in old & new:
        was, wordt = _content(nu, page), _content(straks, page)
        if was != wordt:
            at = next(n for n, (a, b) in enumerate(zip_longest(was, wordt)) if a != b)
            here, there = (" ".join(one[at : at + 6]) for one in (was, wordt))
            yield Gebrek(page, f"de inhoud is anders: '{there}' waar nu '{here}' staat")


def _content(site: Path, page: str) -> list[str]:
    """Title, head, content and foot of a page: all words, then where links and images lead."""
    tree = LexborHTMLParser((site / page).read_text(encoding="utf-8"))
    parts = tree.css("title, .kop, .inhoud, .voet")
    words = [word for part in parts for word in part.text(separator=" ").split()]
    leads = [node.attributes for part in parts for node in part.css("a[href], img[src]")]
    leads += [node.attributes for node in tree.css("link[rel=canonical], link[hreflang]")]
    for one in leads:
        address = urljoin(f"/{page}", one.get("href") or one.get("src") or "")
        words.append(f"{address} {one.get('aria-current') or ''}".strip())
    return words


def verslag(problems: Iterable[Gebrek]) -> str:
    """Problems of one kind together, the most frequent first, with a few examples."""
    kinds: dict[str, list[Gebrek]] = {}
    for one in sorted(problems):
        kinds.setdefault(re.sub(r"'.*'|: .*", "…", one.wat), []).append(one)
    lines = []
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])):
        lines += [f"  {len(found)}x {kind}", *(f"      {one}" for one in found[:SHOWN])]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the other engine makes the same site and nothing is wrong with it."""
    parser = argparse.ArgumentParser(prog="python -m scripts.canary", description="Bouw anders.")
    parser.add_argument("--engine", choices=ENGINES, required=True, help="waarmee")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--out", type=Path, help="bewaar de gebouwde site in deze map")
    options = parser.parse_args(arguments)
    if find_spec(options.engine) is None:
        parser.error(f"{options.engine} is hier niet geïnstalleerd. Draai: make canary")
    if options.out and options.out.exists():
        parser.error(f"{options.out} bestaat al. Kies een nieuwe map.")
    loaded = gelezen(options.data)
    if not loaded.ok or loaded.regio is None:
        print(as_text(loaded.issues), file=sys.stderr)
        return 1
    os.environ[DATA] = str(options.data)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    talen = [str(taal) for taal in loaded.regio.instellingen.talen]
    print(f"{options.engine} {version(options.engine)}, naast MkDocs {version('mkdocs')}")
    with tempfile.TemporaryDirectory(prefix="kanarie-") as scratch:
        root = Path(scratch).resolve()
        try:
            seconds, changed = bouw(options.engine, talen, root)
            bouw_index(root / "straks", NODE_MODULES)
        except (BouwFout, ZoekindexFout) as error:
            print(error)
            return 1
        problems = [*vergelijk(root / "nu", root / "straks"), *controleer(root / "straks")]
        pages = sum(1 for _ in (root / "straks").rglob("*.html"))
        if options.out:
            shutil.copytree(root / "straks", options.out)
    print(f"{pages} pagina's in {seconds:.1f} seconden")
    if needed := {what: count for what, count in changed.items() if count}:
        print("Om zover te komen is per taal aangepast:")
        print("\n".join(f"  {count}x {what}" for what, count in needed.items()))
    print(f"Niet in orde: {len(problems)}\n{verslag(problems)}" if problems else "Alles in orde.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
