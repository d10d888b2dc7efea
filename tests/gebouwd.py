"""The site of the invented region as ``tests/site`` and ``tests/browser`` get it: built once for all
workers, and served. The region itself is never built here: its data are the editor's.

Not here: fixtures (the ``conftest.py`` of each folder), and anything that is checked.
"""

from __future__ import annotations

import datetime
import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data_mini"
SITE_URL = "https://voorbeeld.test/focusagenda/"
SUBPAD = urlsplit(SITE_URL).path
REPO_URL = "https://voorbeeld.test/broncode"
VANDAAG = datetime.date(2026, 11, 2)
"""The day of every build in the tests: what is past does not change with the calendar."""

TALEN = {"nl": "", "en": "en/"}
"""Each language with the folder it is published in."""


def records(soort: str, data: Path = DATA) -> dict[str, dict[str, Any]]:
    """The active records of one folder of ``data``, by id, every scalar as it was typed."""
    found = {
        file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for file in sorted((data / soort).glob("*.yml"))
    }
    return {key: one for key, one in found.items() if one.get("status", "actief") == "actief"}


def bestand(naam: str, data: Path = DATA) -> dict[str, Any]:
    """A file of ``data`` that is no record of a folder, every scalar as it was typed."""
    text = (data / f"{naam}.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return found


SPEERPUNTEN = [f"agenda/{key}/" for key in records("speerpunten")]
PAGINAS = [
    "",
    "agenda/",
    SPEERPUNTEN[0],
    "stand-van-zaken/",
    "leidende-principes/",
    "totstandkoming/",
    "ouders/",
    "regio/",
    "begrippen/",
    "bronnen/",
    "over/",
    "nog-niet-bekend/",
    "vertaling/",
    "privacy/",
    "toegankelijkheid/",
    "colofon/",
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
    "overleg/routes/",
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
]
"""One page of each kind, as its path below the folder of a language."""

GEEN_PAGINA = "bestaat-niet/"
"""A path that leads nowhere, and so to the page for that."""


def bouw(data: Path, out: Path, **extra: str) -> None:
    """Run the build command; fails with what it said."""
    moment = datetime.datetime.combine(VANDAAG, datetime.time(12), datetime.UTC)
    env = {
        **os.environ,
        "SITE_URL": SITE_URL,
        "REPO_URL": REPO_URL,
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        **extra,
    }
    command = [sys.executable, "-m", "scripts.build", "--data", str(data), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"de site is niet gebouwd:\n{done.stderr[-4000:]}", pytrace=False)


def gedeelde_site(tmp: pytest.TempPathFactory) -> Path:
    """The folder with the site; the first worker that asks builds it, the others wait for it."""
    base = tmp.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    site = base / "site"
    with (base / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            bouw(DATA, site)
    return site


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

    @cached_property
    def tekst(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def boom(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.tekst)


@contextmanager
def bediend(site: Path) -> Iterator[str]:
    """Serve ``site`` below ``SUBPAD``, as its host does; gives the address of its root."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            """Nothing outside the sub-path exists."""
            if not path.startswith(SUBPAD):
                return str(site / "onbestaand")
            return super().translate_path("/" + path.removeprefix(SUBPAD))

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
