"""What the workbench is made of in a browser: Python, its packages, our code, the data of the site.

Each file has its content in its name, so a browser that has it need not ask again and a newer site
never mixes with an older one. The manifest names them all with size and SHA-256; it stands in the
page. What is text goes as JSON, which a server compresses and nothing takes for an archive. The
same input gives the same bytes. Not here: who loads it (``docs/werkbank``), or when it is made.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import pickletools
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackagePath, distribution
from pathlib import Path
from typing import Any

from babel.core import get_global
from babel.localedata import locale_identifiers
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from macros import bestand, kast
from macros.bescherming import uitgaven
from macros.load import Loaded
from macros.model.geheel import SOORTEN
from macros.render.letter import GEWICHTEN, letterbreedten
from macros.source.naam import is_reserve, is_van_systeem
from macros.source.nodes import parse, plaatsen
from macros.taal.talen import BRITS, BRONTAAL, locale
from macros.wijziging.geschiedenis import GEEN, Geschiedenis
from macros.wijziging.geschiedenisbestand import GESCHIEDENIS, als_tekst

MAP = "beheer"
"""Where the workbench stands in the site."""

PAGINA = "index.html"
_HUIS = Path(__file__).parents[2]

FORMULIEREN = "formulieren.json"

_DEZE = "werkbank/bundel.py"
_LIJST = "bestanden.json"
_PAGINAS = "paginas.json"
_PYODIDE, _VIZ = "pyodide", "@viz-js/viz"

PYTHON = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
"""Of the npm package ``pyodide``; the names are its own, for these files ask for each other."""

_STDLIB = "python_stdlib.zip"
_BALLAST = (
    r"(?:_pyrepl|ensurepip|idlelib|multiprocessing|pydoc_data|sqlite3|test|unittest|venv|wsgiref)/",
    r"(?:xmlrpc|tkinter|turtledemo|curses|dbm|lib2to3)/",
    r"(?:_pyio|bdb|cProfile|doctest|ftplib|imaplib|mailbox|modulefinder|optparse)\.py",
    r"(?:pdb|pickletools|poplib|profile|pstats|pydoc|smtplib|socketserver|trace|turtle)\.py",
    r"encodings/(?:cp(?!437|850|1252)|mac_|iso8859_(?!1\.|15)|koi8|kz|ptcp|tis|hp_|big5|euc|gb|hz)",
    r"(?:plistlib|tarfile|http/server|http/cookiejar|logging/handlers)\.py",
    r"(?:logging/config|asyncio/windows_\w+|asyncio/proactor_events)\.py",
    r"encodings/(?:iso2022|johab|shift|palmos)",
)
"""Of the standard library, what no code here asks for: programs, tests, servers, old alphabets."""

PAKKETTEN = (
    "annotated-types",
    "babel",
    "pydantic",
    "pyyaml",
    "typing-extensions",
    "typing-inspection",
    "tzdata",
)
"""What our code imports there, without what is compiled: these do without, more slowly."""

_VOOR_PAGINAS = ("jinja2", "markdown", "markupsafe")
_CODE_VOOR_PAGINAS = (
    "macros/opendata/",
    "macros/render/",
    "macros/templates/",
    "macros/proza/",
    "macros/wijziging/geschiedenisbestand.py",
    "docs/",
)
"""What a page is made with: fetched when somebody looks at one."""

_VOOR_BLADEN = ("xlsxwriter",)
"""What a workbook is written with: fetched when somebody asks for one."""

_VRAAGT_VERSIE = ("jinja2", "markupsafe")
"""Of these our code asks the version."""

_NIET_VAN_UITGAVE = ("manifest.json", "publicatie-rapport.md")

_BINAIR = "pydantic_core"
_NIET_MEE = ("pydantic/v1/", "pydantic/mypy.py", "babel/messages/frontend.py")
_TEKST_VAN_TZDATA = (".tab", ".zi", "leapseconds", "__init__.py")
_TALEN = "babel/locale-data/"

LETTERS = "letterbreedten.json"
"""How wide each letter is, by weight: below the folder of the house there."""

_VAN_HISTORIE = ("__init__.py", "tabel.py")
"""What refuses a table about children; the rest of ``historie`` asks for git."""

NIET_DAAR = (
    "macros/effect/",
    "macros/engine/",
    "macros/site/",
    "macros/bescherming/disclosure/",
    "macros/bescherming/lekken/",
    "macros/invoer/statline/",
    "macros/render/kalenderbestand.py",
    "macros/render/tijdzone.py",
    "macros/werkbank/bundel.py",
    "macros/wijziging/dag.py",
    "macros/wijziging/gewicht.py",
    "macros/wijziging/gitdagen.py",
    "macros/wijziging/gitstand.py",
    "macros/wijziging/poort.py",
)
"""Code that is of no use in a browser: it asks for MkDocs, git, a solver or the built site."""


class BundelFout(Exception):
    """The workbench cannot be made; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the site comes from and will stand, and which state of the data it shows, as far as
    that is known: empty when it is not.
    """

    repo: str = ""
    commit: str = ""
    datamap: str = "data"
    api: str = "https://api.github.com"
    adres: str = ""
    stand: str = ""


@dataclass(frozen=True, slots=True)
class _Bestand:
    """A file of the bundle: what it is called, its path below ``beheer/``, what it must be, and
    whether it is fetched only when it is needed.
    """

    naam: str
    pad: str
    bytes: int
    sha256: str
    later: bool


Inhoud = bytes | Path
"""What a file holds, or a file that holds it."""


def bundel(
    loaded: Loaded, plek: Plek, geschiedenis: Geschiedenis = GEEN, *, beleid: bool = True
) -> dict[str, Inhoud]:
    """Every file of the workbench, by its path below ``beheer/``. Raises BundelFout.

    What changed before (``geschiedenis``) goes with what pages are made with. The preview has no
    policy (``beleid``).
    """
    regio = loaded.regio
    if regio is None:
        raise BundelFout("De gegevens hebben fouten; draai eerst: make check")
    settings = regio.instellingen
    house = _huis(settings.talen)
    later = {path for path in house if path.startswith((*_CODE_VOOR_PAGINAS, LETTERS))}
    code = _als_json({path: text for path, text in house.items() if path not in later})
    past = {GESCHIEDENIS: als_tekst(geschiedenis)}
    pages = _als_json({path: text for path, text in house.items() if path in later} | past)
    data = _als_json(_gegevens(loaded.folder))
    made_of = (kast.code(_DEZE), code, data)
    forms = kast.bewaard("werkbank", made_of, lambda: _als_json(_formulieren(loaded)).decode())
    own = {"code.json": code, "gegevens.json": data, FORMULIEREN: forms.encode()}
    own[_PAGINAS] = pages
    fixed, known = _vast(tuple(map(str, settings.talen)))
    found: dict[str, Inhoud] = dict(fixed)
    for name, content in own.items():
        found[_pad(name, content)] = content
        known.append(_bestand(name, content, later=name == _PAGINAS))
    app = dict(_app())
    app_folder = f"app-{_kort(*app.values())}"
    found |= {f"{app_folder}/{name}": content for name, content in app.items()}
    manifest = {
        **asdict(plek),
        "regio": settings.naam,
        "site": settings.titel,
        "wortel": "../",
        "formulieren": _pad(FORMULIEREN, own[FORMULIEREN]),
        "bestanden": [asdict(one) for one in known],
    }
    page = _sjabloon().render(
        taal=BRONTAAL,
        naam=settings.titel,
        manifest=manifest,
        app=app_folder,
        stijlen=[name for name in app if name.endswith(".css")],
        plek=plek,
        beleid=beleid,
    )
    return {**found, PAGINA: page.encode()}


def schrijf(bestanden: Mapping[str, Inhoud], out: Path) -> None:
    """Write the files below ``out``; of one that is there already that becomes a second name."""
    for pad, inhoud in bestanden.items():
        file = out / pad
        if isinstance(inhoud, bytes):
            bestand.schrijf(file, inhoud)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(inhoud, file)
        except OSError:  # it is on another disk, or the disk cannot do it
            shutil.copyfile(inhoud, file)


def _vast(talen: tuple[str, ...]) -> tuple[dict[str, Inhoud], list[_Bestand]]:
    """The files that are the same as long as no package changes, kept as they are published."""
    versions = [(_HUIS / "node_modules" / one / "package.json") for one in (_PYODIDE, _VIZ)]
    python = (
        f"{one} {distribution(one).version}" for one in (*PAKKETTEN, *_VOOR_PAGINAS, *_VOOR_BLADEN)
    )
    key = kast.sleutel(
        [
            kast.code(_DEZE),
            *(one.read_bytes() for one in versions if one.is_file()),
            *map(str.encode, (*python, *talen, _gecompileerd().name)),
        ]
    )
    folder = kast.MAP / "werkbank" / key
    with suppress(OSError, ValueError):
        known = [_Bestand(**one) for one in json.loads((folder / _LIJST).read_bytes())]
        if all((folder / one.pad).stat().st_size == one.bytes for one in known):
            return {one.pad: folder / one.pad for one in known}, known
    files, known = _maak_vast(talen)
    with suppress(OSError):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            new = Path(scratch) / "nieuw"
            schrijf({**files, _LIJST: _als_json([asdict(one) for one in known])}, new)
            shutil.rmtree(folder, ignore_errors=True)
            new.rename(folder)
    return files, known


def _maak_vast(talen: tuple[str, ...]) -> tuple[dict[str, Inhoud], list[_Bestand]]:
    python = {name: _uit_pakket(_PYODIDE, name) for name in PYTHON}
    python[_STDLIB] = _zonder_ballast(python[_STDLIB])
    folder = f"python-{_kort(*python.values())}/"
    files: dict[str, Inhoud] = {f"{folder}{name}": content for name, content in python.items()}
    known = [_bestand(name, content, folder=folder) for name, content in python.items()]
    for name, content, later in (
        ("pydantic_core.wasm", _gecompileerd().read_bytes(), False),
        ("pakketten.json", _pakketten(PAKKETTEN, frozenset(_locales(talen))), False),
        ("opmaak.json", _pakketten(_VOOR_PAGINAS), True),
        ("graphviz.mjs", _uit_pakket(_VIZ, "dist/viz.js"), True),
        ("bladen.json", _pakketten(_VOOR_BLADEN), True),
    ):
        files[_pad(name, content)] = content
        known.append(_bestand(name, content, later=later))
    return files, known


def _pad(naam: str, inhoud: bytes) -> str:
    """With the content in it."""
    stem, _, kind = naam.partition(".")
    return f"{stem}-{_kort(inhoud)}.{kind}"


def _bestand(naam: str, inhoud: bytes, *, folder: str = "", later: bool = False) -> _Bestand:
    pad = f"{folder}{naam}" if folder else _pad(naam, inhoud)
    return _Bestand(naam, pad, len(inhoud), hashlib.sha256(inhoud).hexdigest(), later)


def _kort(*inhoud: bytes) -> str:
    whole = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in inhoud))
    return whole.hexdigest()[:12]


def _als_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _zonder_ballast(library: bytes) -> bytes:
    """The standard library without what nothing here can use: a third of it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(library)) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as thin,
    ):
        for one in whole.infolist():
            if not re.match("|".join(_BALLAST), one.filename):
                entry = zipfile.ZipInfo(one.filename)
                entry.compress_type = one.compress_type
                thin.writestr(entry, whole.read(one))
    return out.getvalue()


def _formulieren(loaded: Loaded) -> dict[str, Any]:
    """What there is, every form, and what each record says: to begin with before Python is there,
    and to go on with where it cannot come. ``plaatsen`` spares Python the reading of YAML,
    ``lezingen`` that of every text for what it may not hold.
    """
    from macros.werkbank import deur  # only when they are not kept: it brings in all of it
    from macros.werkbank.werkbank import Werkbank

    bank = Werkbank(loaded.folder, loaded.vandaag, loaded)
    return {
        "begin": deur.begin(bank),
        "formulieren": {soort.naam: deur.formulier(bank, soort.naam) for soort in SOORTEN},
        "waarden": {pad: document.value for pad, document in loaded.documents.items()},
        "plaatsen": dict(_plaatsen(loaded)),
        "lezingen": dict(loaded.lezingen),
    }


def _plaatsen(loaded: Loaded) -> Iterator[tuple[str, list[int]]]:
    """Of each file of YAML in which nothing is wrong."""
    for pad, document in loaded.documents.items():
        if pad.endswith(".yml"):
            again, issues = parse(document.raw, document.path)
            if again is not None and not issues:
                yield pad, plaatsen(again)


def _uit_pakket(package: str, file: str) -> bytes:
    folder = _HUIS / "node_modules" / package
    try:
        return (folder / file).read_bytes()
    except OSError as error:
        raise BundelFout(
            f"{package} staat niet in node_modules; draai eerst: make build"
        ) from error


@cache
def _gecompileerd() -> Path:
    """The compiled part of pydantic, as it runs in a browser."""
    folder = _wasm()
    found = sorted(folder.glob(f"{_BINAIR}/*wasm32*.so"))
    if len(found) != 1:
        raise BundelFout(f"{_BINAIR} staat niet in {folder}; draai eerst: make build")
    return found[0]


def _wasm() -> Path:
    """Where set-up puts packages that run in a browser: beside those that run here."""
    here = Path(str(distribution("pydantic").locate_file("")))
    return next((one / "wasm" for one in here.parents if (one / "wasm").is_dir()), here / "wasm")


def _pakketten(namen: tuple[str, ...], talen: frozenset[str] = frozenset()) -> bytes:
    """What goes below site-packages: ``{"tekst": {path: text}, "binair": {path: a sign for each
    byte}, "zelfde": {path: path with the same bytes}, "gecompileerd": path}``.
    """
    tekst: dict[str, str] = {}
    binair: dict[str, str] = {}
    files = []
    for name in namen:
        tekst |= _voorwaarden(name)
        for one in distribution(name).files or ():
            own = one.name == "METADATA" and name in _VRAAGT_VERSIE
            if own or _gaat_mee(one, talen):
                files.append((one.as_posix(), Path(str(one.locate()))))
        if name == "pydantic":
            core = sorted((_wasm() / _BINAIR).glob("*.py"))
            files += [(f"{_BINAIR}/{one.name}", one) for one in core]
            tekst |= _voorwaarden(_BINAIR)
            tekst["licenties.txt"] = "".join(map(_licentie, (_PYODIDE, _VIZ)))
    for path, file in files:
        if file.suffix in (".py", "") and "zoneinfo" not in path:
            tekst[path] = file.read_text(encoding="utf-8")
        else:
            binair[path] = _zonder_merken(file).decode("latin-1")
    first: dict[str, str] = {}
    same: dict[str, str] = {}
    for path in sorted(binair):
        if first.setdefault(binair[path], path) != path:
            same[path] = first[binair[path]]
    for alike in same:
        del binair[alike]
    compiled = f"{_BINAIR}/{_gecompileerd().name}"
    if "babel" in namen:  # of any other language there is no more than that it is one
        for name in locale_identifiers():
            binair.setdefault(f"{_TALEN}{name}.dat", "")
    return _als_json({"tekst": tekst, "binair": binair, "zelfde": same, "gecompileerd": compiled})


def _zonder_merken(file: Path) -> bytes:
    """What a file holds; of a pickle, as Babel keeps its data, without the marks that nothing
    refers to: half of it, once it is compressed.
    """
    raw = file.read_bytes()
    if file.suffix != ".dat":
        return raw
    return pickletools.optimize(pickle.dumps(pickle.loads(raw), 4))


def _voorwaarden(pakket: str) -> dict[str, str]:
    """The texts of the terms of a package, which go where it goes."""
    return {
        one.as_posix(): Path(str(one.locate())).read_text(encoding="utf-8")
        for one in distribution(pakket).files or ()
        if ".dist-info/licenses/" in one.as_posix()
    }


def _licentie(pakket: str) -> str:
    """Of a package of npm without a text of its terms: which these are, and where its source is."""
    said = json.loads(_uit_pakket(pakket, "package.json"))
    source = said.get("repository", {})
    url = source if isinstance(source, str) else source.get("url", "")
    return f"{said['name']} {said['version']}: {said['license']}; {url}\n"


def _locales(talen: Iterable[str]) -> Iterator[str]:
    """What Babel reads for these languages: each with those that it follows, up to their root."""
    parents: Mapping[str, str] = get_global("parent_exceptions")
    for taal in ("en", *talen):
        for name in (locale(taal), BRITS.get(taal, "root")):
            while name != "root":
                yield name
                name = parents.get(name) or name.rpartition("_")[0] or "root"
    yield "root"


def _gaat_mee(file: PackagePath, talen: frozenset[str]) -> bool:
    path = file.as_posix()
    if path.startswith(_TALEN):
        return file.suffix == ".dat" and file.stem in talen
    if path in ("babel/global.dat", "tzdata/zones") or path.startswith("tzdata/zoneinfo/"):
        return not path.endswith(_TEKST_VAN_TZDATA)
    return file.suffix == ".py" and not path.startswith(("..", *_NIET_MEE))


_PLAATSEN = re.compile("^#: .*$", re.MULTILINE)
"""Where a text of the interface stands in the code: nobody asks in a browser. The line stays."""


def _huis(talen: Iterable[str]) -> dict[str, str]:
    """Our own code with its templates, catalogues and words, and the prose of each language."""
    files = [*(_HUIS / "macros").rglob("*")]
    for taal in talen:
        files += (_HUIS / "docs" / taal).rglob("*.md")
    found = {}
    for file in sorted(files):
        path = file.relative_to(_HUIS).as_posix()
        if path.startswith(NIET_DAAR) or file.suffix == ".pyc" or not file.is_file():
            continue
        if file.parent.name == "historie" and file.name not in _VAN_HISTORIE:
            continue
        if not _niet_van_ons(file):
            text = file.read_text(encoding="utf-8")
            found[path] = _PLAATSEN.sub("#:", text) if file.suffix == ".po" else text
    return {**found, LETTERS: json.dumps({one: letterbreedten(one) for one in GEWICHTEN})}


def _gegevens(folder: Path) -> dict[str, str]:
    """The files of the data as they are, below their folder; of the ledger of protected counts what
    its figures are read from, and nothing of how they were protected.
    """
    found = {}
    for file in sorted(folder.rglob("*")):
        of_ledger = folder / uitgaven.MAP in file.parents and file.name in _NIET_VAN_UITGAVE
        if of_ledger or not file.is_file():
            continue
        if not any(map(_niet_van_ons, (file, *_tussen(file, folder)))):
            try:
                found[file.relative_to(folder).as_posix()] = file.read_bytes().decode()
            except UnicodeDecodeError as error:
                raise BundelFout(f"{file} is geen gewone tekst (UTF-8).") from error
    return found


def _tussen(file: Path, folder: Path) -> Iterator[Path]:
    """The folders between."""
    yield from (one for one in file.parents if folder in one.parents)


def _niet_van_ons(file: Path) -> bool:
    """What a system or a program put there."""
    return file.name.startswith(".") or is_reserve(file.name) or is_van_systeem(file.name)


def _app() -> Iterator[tuple[str, bytes]]:
    """The scripts and styles of the page."""
    for file in sorted((_HUIS / "docs" / "werkbank").iterdir()):
        if file.suffix in (".js", ".css"):
            yield file.name, file.read_bytes()


@cache
def _sjabloon() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HUIS / "docs" / "werkbank"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("pagina.html")
