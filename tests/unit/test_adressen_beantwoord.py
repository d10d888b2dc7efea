"""Addresses of help that moved, went, are slow or refuse, against a server on this computer."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest

from macros.issue import Level
from macros.load import load
from scripts.adressen import Antwoord, main, nagekeken, vraag
from tests.unit.mini import DAG, Mini

KIJK = "Open de pagina zelf. Blijft het zo? Zoek een ander adres."


class _Dienst(http.server.BaseHTTPRequestHandler):
    """Each path does what it is called."""

    gevraagd: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.gevraagd.append(self.path)
        moved = {
            "/verhuisd": (301, "/nieuw"),
            "/voorgoed-verhuisd": (308, "/nieuw"),
            "/verhuisd-met-streep": (308, "/verhuisd-met-streep/"),
            "/even-elders": (302, "/goed"),
            "/kring": (302, "/kring"),
            "/verhuisd-naar-weg": (301, "/weg"),
            "/naar-bestand": (302, "file:///etc/hostname"),
            "/naar-post": (301, "mailto:iemand@voorbeeld.example"),
        }
        status, where = moved.get(self.path, (0, ""))
        if self.path == "/traag":
            time.sleep(1)
        if self.path == "/wisselend" and self.gevraagd.count("/wisselend") == 1:
            status = 503
        codes = {"/weg": 404, "/opgeheven": 410, "/stuk": 500, "/verboden": 403}
        self.send_response(status or codes.get(self.path, 200))
        if where:
            self.send_header("Location", where)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the screen."""


@pytest.fixture(scope="module")
def dienst() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Dienst)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("pad", ["/goed", "/even-elders", "/verhuisd-met-streep", "/wisselend"])
def test_an_address_that_answers_is_not_told(dienst: str, pad: str) -> None:
    assert vraag(f"{dienst}{pad}", 5) == Antwoord()


@pytest.mark.parametrize(
    ("pad", "code", "message", "tip"),
    [
        ("/weg", "adres-weg", "Deze pagina bestaat niet meer (404).", "Zoek de pagina op de site"),
        ("/opgeheven", "adres-weg", "Deze pagina bestaat niet meer (410).", "Zoek de pagina"),
        ("/verhuisd-naar-weg", "adres-weg", "Deze pagina bestaat niet meer (404).", "Zoek"),
        ("/stuk", "adres-stuk", "Deze pagina geeft een fout (500).", KIJK),
        (
            "/verboden",
            "adres-weigert",
            "Deze site laat een controle als deze niet toe (403).",
            "Open de pagina zelf. Ziet zij er goed uit, dan is het goed.",
        ),
        ("/kring", "adres-stil", "Dit adres verwijst in een kring.", KIJK),
        (
            "/naar-bestand",
            "adres-stil",
            "Dit adres verwijst naar iets dat geen webpagina is.",
            KIJK,
        ),
        ("/naar-post", "adres-stil", "Dit adres verwijst naar iets dat geen webpagina is.", KIJK),
    ],
)
def test_what_is_wrong_with_an_address_is_told_with_what_to_do(
    dienst: str, pad: str, code: str, message: str, tip: str
) -> None:
    found = vraag(f"{dienst}{pad}", 5)
    assert (found.code, found.message) == (code, message)
    assert found.tip.startswith(tip)


@pytest.mark.parametrize("pad", ["/verhuisd", "/voorgoed-verhuisd"])
def test_an_address_that_moved_says_where_to(dienst: str, pad: str) -> None:
    found = vraag(f"{dienst}{pad}", 5)
    assert (found.code, found.message) == ("adres-verhuisd", "Deze pagina is verhuisd.")
    assert found.tip == f"Kijk of daar hetzelfde staat, en schrijf dan: {dienst}/nieuw"


def test_a_slow_address_is_left_after_a_while(dienst: str) -> None:
    found = vraag(f"{dienst}/traag", 0.1)
    assert found.code == "adres-stil"
    assert found.message == "Dit adres geeft binnen 0.1 seconden geen antwoord."


def test_an_address_at_which_nobody_is_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = vraag(f"http://127.0.0.1:{port}/", 5)
    assert (found.code, found.message) == ("adres-stil", "Dit adres weigert de verbinding.")


def test_a_page_without_a_certificate_of_its_own_is_told(dienst: str) -> None:
    found = vraag(dienst.replace("http:", "https:"), 5)
    assert found.code == "adres-stil"


def test_what_to_look_at_stands_at_the_line_of_the_address(mini: Mini) -> None:
    mini.vervang("hulp/consulent.yml", "controle_op: 2030-01", "controle_op: 2026-11")
    mini.vervang("hulp/steunpunt-dorp.yml", "website: https://", "website: ‸https://")
    loaded = load(mini.map, DAG)
    gone = Antwoord("adres-weg", "Weg.", "Zoek.")

    def ask(adres: str) -> Antwoord:
        return gone if adres == "https://steunpunt.example/" else Antwoord()

    due, lost = nagekeken(loaded, ask)
    assert due.code == "hulp-nakijken"
    assert (mini.waar(lost), lost.code, lost.level) == (mini.plaats, "adres-weg", Level.LET_OP)


def test_the_command_tells_all_of_it_and_stops_nothing(
    mini: Mini, dienst: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in sorted((mini.map / "hulp").iterdir()):
        text = file.read_text(encoding="utf-8")
        path = "/weg" if file.stem == "steunpunt-dorp" else "/goed"
        lines = [
            f"website: {dienst}{path}" if line.startswith("website: http") else line
            for line in text.split("\n")
        ]
        mini.schrijf(f"hulp/{file.name}", "\n".join(lines))
    assert main(["--data", str(mini.map), "--wacht", "5"]) == 0
    said = capsys.readouterr().out
    assert "steunpunt-dorp.yml:15:10: let op: Deze pagina bestaat niet meer (404)." in said
    assert said.rstrip().endswith("1 keer 'let op'.")


def test_the_command_says_that_all_is_well(
    mini: Mini, dienst: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (mini.map / "hulp").iterdir():
        if file.stem != "luisterlijn":
            file.unlink()
    assert main(["--data", str(mini.map)]) == 0
    assert capsys.readouterr().out == (
        "Alle adressen van hulp werken, en niets hoeft nu nagekeken.\n"
    )


def test_data_that_cannot_be_read_is_told_and_no_address_is_asked(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    (mini.map / "regio.yml").unlink()
    assert main(["--data", str(mini.map)]) == 1
    assert "regio.yml" in capsys.readouterr().err
