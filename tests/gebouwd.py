"""The site of the invented region as ``tests/site`` and ``tests/browser`` get it: built once for all
workers, and served. The region itself is never built here: its data are the editor's.

The invented region is ``tests/data_mini`` with the files of ``tests/data_ruim`` added to it or put in
their place: more of a kind, where the smallest region has one. What ``data_ruim`` adds gets an
English of its own making.

Not here: fixtures (the ``conftest.py`` of each folder), and anything that is checked.
"""

from __future__ import annotations

import datetime
import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser

from macros.issue import Level, as_text
from macros.load import load
from macros.model.geheel import Regio
from macros.taal.catalogus import als_po, data_texts, interface, pad
from tests.gitrepo import Staat, leg_vast
from tests.unit.mini import DAG

ROOT = Path(__file__).parents[1]
MINI = ROOT / "tests" / "data_mini"
RUIM = ROOT / "tests" / "data_ruim"
LAGEN = (MINI, RUIM)
"""The folders the invented region is made of; a file of the last one comes first."""
SITE_URL = "https://voorbeeld.test/focusagenda/"
SUBPAD = urlsplit(SITE_URL).path
REPO_URL = "https://voorbeeld.test/broncode"
VANDAAG = datetime.date(*DAG.begin)
"""The day of every build in the tests: what is past does not change with the calendar."""

TALEN = {"nl": "", "en": "en/"}
"""Each language with the folder it is published in."""


def bestanden(soort: str) -> dict[str, dict[str, Any]]:
    """The records of one folder of the data, by id, every scalar as it was typed."""
    files = {file.stem: file for data in LAGEN for file in (data / soort).glob("*.yml")}
    return {key: _lees(file) for key, file in sorted(files.items())}


def records(soort: str) -> dict[str, dict[str, Any]]:
    """The same without what is archived."""
    found = bestanden(soort)
    return {key: one for key, one in found.items() if one.get("status", "actief") == "actief"}


def bestand(naam: str) -> dict[str, Any]:
    """A file of the data that is no record of a folder, every scalar as it was typed."""
    ruim = RUIM / f"{naam}.yml"
    return _lees(ruim if ruim.is_file() else MINI / f"{naam}.yml")


def _lees(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


SPEERPUNTEN = [f"agenda/{key}/" for key in records("speerpunten")]
PAGINAS = [
    "",
    "agenda/",
    "agenda/acties/",
    SPEERPUNTEN[0],
    "stand-van-zaken/",
    "leidende-principes/",
    "totstandkoming/",
    "ouders/",
    "hulp/",
    "wie-bel-ik/",
    "regio/",
    "gemeente/dorp/",
    "begrippen/",
    "bronnen/",
    "over/",
    "nog-niet-bekend/",
    "vertaling/",
    "privacy/",
    "toegankelijkheid/",
    "colofon/",
    "versies/",
    "open-data/",
    "zoeken/",
    "samenwerking/",
    "samenwerking/1a-hulp-in-de-klas/",
    "samenwerking/1b-hulp-thuis/",
    "samenwerking/wegwijzer/",
    "samenwerking/wegwijzer/school/",
    "samenwerking/wegwijzer/leren/",
    "samenwerking/wegwijzer/vervoer/",
    "samenwerking/wegwijzer/anders/",
    "samenwerking/zonder-afspraak/",
    "thuis/",
    "thuis/gesprek/",
    "samenwerking/wetten/",
    "samenwerking/uitspraken/",
    "samenwerking/werkgroep/",
    "arrangementen/",
    "arrangementen/klas-en-kliniek/",
    "arrangementen/dekking/",
    "arrangementen/handvatten/",
    "arrangementen/leren/",
    "arrangementen/aanmelden/",
    "overleg/",
    "overleg/raad/",
    "overleg/buurt-dorp/",
    "overleg/buurt-dorp/nieuws/",
    "overleg/kalender/",
    "overleg/besluiten/",
    "overleg/besluiten/twee-lijsten/",
    "overleg/voorstellen/",
    "overleg/voorstellen/stilteruimte/",
    "overleg/routes/",
    "overleg/planner/",
    "overleg/doorlooptijd/",
    "overleg/documenten/",
    "overleg/deelnemers/",
    "overleg/onderwerpen/",
    "overleg/spelregels/",
    "overleg/regie/",
    "monitor/",
    "monitor/hulp/",
    "monitor/gemeente/gemeente-eiland/",
    "monitor/bescherming/",
    "monitor/duiding/",
    "nieuw/",
    "nieuw/2026-10/",
]
"""One page of each kind, as its path below the folder of a language."""

WERKBANK = "beheer/"
"""The page for editors. It is of no language and in no menu, map of the site or search index."""

GEEN_PAGINA = "bestaat-niet/"
"""A path that leads nowhere, and so to the page for that."""


def bouw(data: Path, out: Path, *, huis: Path = ROOT, **extra: str) -> None:
    """Run the build command in a house; fails with what it said."""
    moment = datetime.datetime.combine(VANDAAG, datetime.time(12), datetime.UTC)
    env = {
        **os.environ,
        "SITE_URL": SITE_URL,
        "REPO_URL": REPO_URL,
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        **extra,
    }
    command = [sys.executable, "-m", "scripts.build", "--data", str(data), "--out", str(out)]
    done = subprocess.run(command, cwd=huis, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"de site is niet gebouwd:\n{done.stderr[-4000:]}", pytrace=False)


def woord(taal: str, tekst: str) -> str:
    """A text of the interface in a language, so that no test knows the words of a translation."""
    return tekst if taal == "nl" else _interface(taal)[tekst]


@cache
def _interface(taal: str) -> Mapping[str, str]:
    words, _ = interface(taal)
    assert words is not None
    return words


_KLINKERS = str.maketrans("aeiouAEIOU", "âêîôûÂÊÎÔÛ")


def stel_samen(folder: Path) -> Path:
    """Write the data of the invented region into ``folder``.

    In the English of a text that ``RUIM`` adds, each vowel is another sign.
    """
    shutil.copytree(MINI, folder, copy_function=shutil.copyfile)
    own = {text.tekst for text in data_texts(_regio(folder))}
    shutil.copytree(RUIM, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    catalogus = pad(folder, "en")
    with catalogus.open("rb") as stream:
        english = read_po(stream, locale="en")
    for text in data_texts(_regio(folder)):
        if text.tekst not in english and text.tekst not in own:
            english.add(text.tekst, text.tekst.translate(_KLINKERS))
    catalogus.write_text(als_po(english, "en"), encoding="utf-8")
    return folder


BEGIN = "2026-09-01T09:00+02:00"
"""When the data of the invented region were first written down."""

_SPEERPUNT = "speerpunten/alles-bekend.yml"

VERLEDEN: tuple[tuple[str, dict[str, tuple[str, str] | str | None]], ...] = (
    (
        "2026-09-20T11:00+02:00",
        {
            _SPEERPUNT: ("    stand: loopt\n", "    stand: niet-gestart\n"),
            "begrippen/thuiszitter.yml": ("Een leerling die", "Een leerlig die"),
            "samenwerking/onderdelen/1a-hulp-in-de-klas.yml": (
                "wie: De leraar\n  wat",
                "wie: De juf\n  wat",
            ),
        },
    ),
    (
        "2026-10-07T16:00+02:00",
        {
            "overleg/besluiten/stille-plek.yml": None,
            "hulp/steunpunt-dorp.yml": ("tijden: elke ochtend", "tijden: elke dag"),
            "overleg/documenten/werkplan.yml": "overleg/documenten/jaarplan.yml",
        },
    ),
    (
        "2026-10-20T10:00+02:00",
        {
            _SPEERPUNT: (
                "wijzigingen:\n  - datum: 2022-03-02\n    wat: De eerste actie is klaar.\n",
                "",
            ),
            "overleg/overleggen/vroeger.yml": (
                "status: gearchiveerd\n",
                "status: actief\n",
            ),
            "overleg/vergaderingen/kring-2026-10-12.yml": ("stand: afgelast", "stand: gepland"),
        },
    ),
    (
        "2026-10-31T23:30+00:00",
        {
            "monitor/waarnemingen/verslag.csv": (
                "hulp;gemeente-dorp;2022;groot;35",
                "hulp;gemeente-dorp;2022;groot;36",
            ),
            "arrangement/arrangementen/klas-en-kliniek.yml": (
                "\nvoor_ouders: ",
                "\nvoor_ouders: Bel mevrouw Jansen. ",
            ),
        },
    ),
)
"""Of each state after the first what was otherwise before it: words of a file as they are and as they
were, what a file was called, or None for one that was not there. The last of them is of a day later in
the region; the name of somebody in it may never be shown.
"""


def leg_verleden(folder: Path) -> None:
    """Make of ``folder`` a repository in which the data in it came about on a few days."""
    data = folder / "data"
    now: dict[str, bytes] = {
        file.relative_to(data).as_posix(): file.read_bytes()
        for file in sorted(data.rglob("*"))
        if file.is_file()
    }
    states = []
    for moment, before in reversed(VERLEDEN):
        changed: dict[str, bytes | None] = {}
        for name, was in before.items():
            changed[name] = now[name]
            if isinstance(was, tuple):
                text = now[name].decode()
                assert text.count(was[0]) == 1, f"{was[0]!r} staat niet één keer in {name}"
                now[name] = text.replace(*was).encode()
            else:
                gone = now.pop(name)
                if was:
                    changed[was] = None
                    now[was] = gone.replace(Path(name).stem.encode(), Path(was).stem.encode(), 1)
        states.append(Staat(moment, {f"data/{name}": one for name, one in changed.items()}))
    begin = Staat(BEGIN, {f"data/{name}": one for name, one in now.items()})
    leg_vast(folder, [begin, *reversed(states)])


def _regio(folder: Path) -> Regio:
    loaded = load(folder, DAG)
    if loaded.regio is None or not loaded.ok:
        wrong = [issue for issue in loaded.issues if issue.level is Level.FOUT]
        pytest.fail(f"de verzonnen regio klopt niet:\n{as_text(wrong)}", pytrace=False)
    return loaded.regio


def eenmaal(tmp: pytest.TempPathFactory, naam: str, maak: Callable[[Path], object]) -> Path:
    """A folder that all workers share: the first that asks fills it, the others wait for it."""
    base = tmp.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / naam, base / f"{naam}.klaar"
    with (base / f"{naam}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            maak(folder)
            done.touch()
    return folder


@dataclass(frozen=True)
class Gedeeld:
    """The data of the invented region, and its site."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def site(self) -> Path:
        return self.folder / "site"


def gedeeld(tmp: pytest.TempPathFactory) -> Gedeeld:
    """The region, its past and its site, made once."""

    def maak(folder: Path) -> None:
        stel_samen(folder / "data")
        leg_verleden(folder)
        bouw(folder / "data", folder / "site")

    return Gedeeld(eenmaal(tmp, "regio", maak))


@dataclass(frozen=True)
class Bestand:
    """An HTML file of the site. ``pad`` is its address below the root, such as ``en/agenda/``."""

    site: Path
    file: Path

    @cached_property
    def pad(self) -> str:
        return self.file.relative_to(self.site).as_posix().removesuffix("index.html")

    @cached_property
    def url(self) -> str:
        return SITE_URL + self.pad

    @cached_property
    def taal(self) -> str:
        return next(
            (t for t, folder in TALEN.items() if folder and self.pad.startswith(folder)), "nl"
        )

    @cached_property
    def eigen_pad(self) -> str:
        """The path below the folder of its language: the same for all translations of a page."""
        return self.pad.removeprefix(TALEN[self.taal])

    @property
    def is_los(self) -> bool:
        """Whether it is a figure alone, to show in a page of others."""
        return self.eigen_pad.startswith("figuur/")

    @cached_property
    def leidt_door(self) -> bool:
        """Whether it takes whoever comes there to another page at once."""
        return self.boom.css_first("meta[http-equiv=refresh]") is not None

    @cached_property
    def tekst(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def boom(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.tekst)


@contextmanager
def bediend(site: Path, ernaast: Mapping[str, Path] | None = None) -> Iterator[str]:
    """Serve ``site`` below ``SUBPAD``, as its host does; gives the address of its root.

    ``ernaast``: files that are not of the site, by their path below its root.
    """

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = (
            True  # head and body are two pieces: the second waited for the first
        )

        def translate_path(self, path: str) -> str:
            """Nothing outside the sub-path exists."""
            if not path.startswith(SUBPAD):
                return str(site / "onbestaand")
            own = path.removeprefix(SUBPAD)
            beside = (ernaast or {}).get(own)
            return str(beside) if beside else super().translate_path("/" + own)

        def send_error(self, code: int, *args: Any, **kwargs: Any) -> None:
            if code != 404:
                super().send_error(code, *args, **kwargs)
                return
            body = (site / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, address: Any) -> None:
            """A browser that goes away in the middle of an answer is no problem."""

    server = Server(("127.0.0.1", 0), lambda *args: Handler(*args, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUBPAD}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
