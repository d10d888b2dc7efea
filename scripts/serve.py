"""``python -m scripts.serve``: the site at http://127.0.0.1:8000, up to date at every change.

    python -m scripts.serve [--data DIR] [--port N]

A change of data or prose goes to a process that stays ready and builds what can have changed by it
(``voorbeeld``); a change of anything else starts that process anew. What is wrong is shown here and
in the browser, above the last good page. The preview has no content security policy, because its
pages reload themselves with an inline script; ``make build`` is the real thing.
"""

from __future__ import annotations

import argparse
import html
import mimetypes
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, unquote, urlsplit

from scripts.uitslag import Bijgewerkt, Mislukt, Nagekeken, Uitslag

HOST = "127.0.0.1"
CODE = ("docs", "macros", "scripts", *map(str, Path().glob("mkdocs*.yml")))
"""What is looked at beside the data; prose of a language counts as data."""

_PROZA = re.compile(r"docs/(?!adr/)[a-z]{2,3}/.*\.md")
_NIET = re.compile(r"\.|__pycache__$|.*~$")
"""Names of what no person wrote there to be read."""

SOORTEN = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
"""Kinds of files that a browser does not take for anything else; on Windows a program may have
registered another.
"""

TUSSENPOOS = 0.15
"""Seconds between two looks at the files; a look takes a few milliseconds."""

RUST = 0.03
"""Seconds in which nothing may change before a change is read: some editors write in steps."""

VERSIE = "/-/versie"
"""Where an open page asks whether it is still the last one. An answer that is held back until there
is a change would be quicker, but a browser waits for six of those and then for nothing else.
"""

SCRIPT = """<script>
(() => {
  const kijk = async () => {
    const antwoord = document.hidden ? null : fetch("%(pad)s").then((een) => een.text());
    const versie = await antwoord?.catch(() => "weg");
    if (/^\\d+$/.test(versie ?? "") && versie !== "%(versie)s") location.reload();
    else setTimeout(kijk, versie === "weg" ? 3000 : 250);
  };
  kijk();
})();
</script>"""

MELDING = """<section role="alert" lang="nl" style="position:sticky;top:0;z-index:99;margin:0;
max-height:60vh;overflow:auto;padding:1rem;background:#7a1620;color:#fff;font:16px/1.4 system-ui">
<strong>%(kop)s</strong>
<pre style="margin:.5rem 0 0;padding:0;background:none;color:inherit;white-space:pre-wrap;
font:14px/1.5 ui-monospace,monospace">%(fouten)s</pre></section>"""

GEEN_SITE = b"""<!doctype html><html lang="nl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Nog geen site</title></head><body>
<p>Zodra de site er is, zie je haar hier.</p></body></html>"""

AFGEBROKEN = "Het bouwen is afgebroken. Wat er misging, staat in het venster van make serve."
GEBREKEN = "Zo kan de site niet worden gepubliceerd."


class Stand:
    """What the browser is told: a number that changes with the site, and what is wrong now.

    ``mislukt``: why the last change is not to be seen; ``gebreken``: what is wrong with the site.
    """

    def __init__(self) -> None:
        self.versie = time.time_ns()
        self.mislukt = self.gebreken = ""
        self.slot = threading.Lock()

    def meld(self, **anders: str) -> None:
        """The site or the problems are other than they were."""
        with self.slot:
            vars(self).update(anders)
            self.versie += 1

    def bij(self) -> tuple[bytes, bytes]:
        """What the preview adds to a page: at its beginning and at its end."""
        with self.slot:
            script = SCRIPT % {"pad": VERSIE, "versie": self.versie}
            kop = "Je laatste wijziging is nog niet te zien." if self.mislukt else GEBREKEN
            fouten = html.escape(self.mislukt or self.gebreken)
        melding = MELDING % {"kop": kop, "fouten": fouten} if fouten else ""
        return melding.encode(), script.encode()


def aangevuld(page: bytes, begin: bytes, einde: bytes) -> bytes:
    """A page with something more at both ends of its body."""
    page = re.sub(rb"<body[^>]*>", lambda found: found[0] + begin, page, count=1)
    head, end, tail = page.rpartition(b"</body>")
    return head + einde + end + tail


def bediener(site: Path, stand: Stand) -> type[BaseHTTPRequestHandler]:
    """What answers the browser. Nothing is kept by the browser, so it never shows an old page."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == VERSIE:
                self.antwoord(HTTPStatus.OK, "text/plain", str(stand.versie).encode())
                return
            file = Path(os.path.normpath(site / path.lstrip("/")))
            if not file.is_relative_to(site):
                file = site / "bestaat-niet"
            if file.is_dir() and not path.endswith("/"):
                self.send_response(HTTPStatus.FOUND)
                self.send_header("Location", quote(f"/{file.relative_to(site).as_posix()}/"))
                self.end_headers()
                return
            if file.is_dir():
                file /= "index.html"
            extra = stand.bij()  # before the page: that may be of a later site, never of an earlier
            body, status = _inhoud(file), HTTPStatus.OK
            if body is None:
                status, file = HTTPStatus.NOT_FOUND, site / "404.html"
                body = _inhoud(file) or GEEN_SITE
            guess = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            kind = SOORTEN.get(file.suffix, guess)
            if kind == "text/html":
                body = aangevuld(body, *extra)
            self.antwoord(status, kind, body)

        do_HEAD = do_GET

        def antwoord(self, status: HTTPStatus, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Every page that is looked at is no news."""

    return Handler


def _inhoud(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (OSError, ValueError):  # it is not there, or nothing can have that name
        return None


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, address: Any) -> None:
        """A browser that goes away in the middle of an answer is no problem."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, address)


Kenmerk = tuple[int, int, int]


def bestanden(*paden: Path) -> dict[str, Kenmerk]:
    """Every file in these places, with what is other when it changes."""
    found = {}
    below = [str(one) for one in paden if one.is_dir()]
    for path in paden:
        with suppress(OSError):
            if path.is_file():
                found[str(path)] = _kenmerk(path.stat())
    while below:
        with suppress(OSError), os.scandir(below.pop()) as inside:
            for one in inside:
                with suppress(OSError):  # it went while we looked; that is seen the next time
                    if _NIET.match(one.name):
                        continue
                    if one.is_dir():
                        below.append(one.path)
                    else:
                        found[one.path] = _kenmerk(one.stat())
    return found


def _kenmerk(stat: os.stat_result) -> Kenmerk:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class Bouwproces:
    """The process that builds, and how it is started anew."""

    def __init__(self, data: Path, site: Path, adres: str) -> None:
        self.wat = data, site, adres
        self.begin()

    def begin(self) -> None:
        """A new interpreter, so that it has the code as it is now."""
        context = multiprocessing.get_context("spawn")
        self.pijp, theirs = context.Pipe()
        self.proces = context.Process(target=_bouw, args=(theirs, *self.wat))
        self.proces.start()
        theirs.close()

    def stop(self) -> None:
        """It stops when its pipe closes; if it hangs, it is ended."""
        self.pijp.close()
        self.proces.join(timeout=5)
        self.proces.kill()
        self.proces.join()

    def werk_bij(self) -> Uitslag:
        """Have the site brought up to date; a process that broke down gets one more chance."""
        for _ in range(2):
            try:
                self.pijp.send(None)
                while isinstance(answer := self.pijp.recv(), Nagekeken):
                    pass  # of the site as it was
            except (EOFError, OSError):
                self.stop()
                self.begin()
            else:
                found: Uitslag = answer
                return found
        return Mislukt(AFGEBROKEN)

    def nagekeken(self) -> Nagekeken | None:
        """What was found in the whole site, when that is known."""
        try:
            return self.pijp.recv() if self.pijp.poll() else None
        except (EOFError, OSError):
            return None


def _bouw(pijp: Connection, data: Path, site: Path, adres: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        from scripts.voorbeeld import draai
    except Exception:  # code that cannot be loaded is told as any other mistake
        said = traceback.format_exc()
        while True:
            try:
                pijp.recv()
            except (EOFError, OSError):
                return
            pijp.send(Mislukt(said))
    draai(pijp, data, site, adres)


def kijk(data: Path, bouw: Bouwproces, stand: Stand) -> Iterator[str]:
    """Wait for changes and have them built, for ever; gives what there is to tell.

    Once an hour everything is looked at, for at midnight pages change by themselves.
    """
    places = (data, *map(Path, CODE))
    before, hour = bestanden(*places), _uur()
    yield from werk_bij(bouw, stand, "Klaar")
    while True:
        time.sleep(TUSSENPOOS)
        if checked := bouw.nagekeken():
            yield _nagekeken(checked, stand)
        now = bestanden(*places)
        if now == before and hour == _uur():
            continue
        while True:
            time.sleep(RUST)
            again = bestanden(*places)
            if again == now:
                break
            now = again
        changed = {path for path in {**before, **now} if before.get(path) != now.get(path)}
        before, hour = now, _uur()
        if any(not is_inhoud(path, data) for path in changed):
            yield "De code is gewijzigd; alles wordt opnieuw gebouwd."
            bouw.stop()
            bouw.begin()
        yield from werk_bij(bouw, stand, "Bijgewerkt")


def _uur() -> int:
    return int(time.time() // 3600)


def is_inhoud(path: str, data: Path) -> bool:
    """Whether a file is data or prose of a language, and no code."""
    return Path(path).is_relative_to(data) or _PROZA.fullmatch(Path(path).as_posix()) is not None


class Werkt(Protocol):
    """What brings the site up to date."""

    def werk_bij(self) -> Uitslag:
        """What became of it."""


def werk_bij(bouw: Werkt, stand: Stand, woord: str) -> Iterator[str]:
    """Have the site brought up to date, and the browser told if it is other than it was."""
    begin = time.perf_counter()
    answer = bouw.werk_bij()
    if isinstance(answer, Bijgewerkt):
        if answer.bestanden or stand.mislukt:
            stand.meld(mislukt="")
        seconds = f"{time.perf_counter() - begin:.1f}".replace(".", ",")
        pages = sum(name.endswith("index.html") for name in answer.bestanden)
        if answer.let_op:
            yield answer.let_op
        yield f"{woord} in {seconds} s; pagina's die anders zijn: {pages}. De zoekindex volgt."
    elif isinstance(answer, Mislukt):
        stand.meld(mislukt=answer.fouten)
        yield answer.fouten
        yield "Niet bijgewerkt; in de browser staat nog de vorige site."


def _nagekeken(answer: Nagekeken, stand: Stand) -> str:
    if answer.fouten != stand.gebreken:
        stand.meld(gebreken=answer.fouten)
    return answer.fouten or "De hele site is nagekeken; de zoekindex is bijgewerkt."


def _werkmap() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-", ignore_cleanup_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the preview until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m scripts.serve", description="Bekijk de site.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--port", type=int, default=8000, help="poort op deze computer")
    options = parser.parse_args(arguments)
    with _werkmap() as scratch:
        site, stand = Path(scratch).resolve() / "site", Stand()
        site.mkdir()
        try:
            server = Server((HOST, options.port), bediener(site, stand))
        except OSError as error:
            print(f"Poort {options.port} is bezet ({error}). Kies een andere.", file=sys.stderr)
            return 1
        address = f"http://{HOST}:{server.server_address[1]}/"
        bouw = Bouwproces(options.data, site, address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Bekijk de site op {address} (stoppen: Ctrl-C).", flush=True)
        try:
            for said in kijk(options.data, bouw, stand):
                print(said, flush=True)
        except KeyboardInterrupt:
            print("Gestopt.")
        finally:
            server.shutdown()
            server.server_close()
            bouw.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
