"""StatLine as tests need it: an invented table to change, and a server on this machine.

The invented table is about the region of ``tests/data_mini``. ``cijfers`` gives the same figures as a
file of observations, so importing the table brings no news.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from macros.invoer.statline.client import BestaatNiet

DIENST = "https://statline.test/ODataFeed/odata"
CIJFERS = "monitor/waarnemingen/verslag.csv"
PAD = "monitor/statline/9001ned.yml"
KOPPELING = """\
id: 9001ned
tabel: 9001NED
bron: verslag
gebieden: RegioS
referentiegebieden:
  - gebied: land
    code: NL01
perioden:
  dimensie: Perioden
  soorten:
    - jaar
  vanaf: 2021
kolommen:
  - kolom: KinderenMetHulp_1
    indicator: hulp
    uitsplitsing: totaal
  - kolom: Tot8Jaar_2
    indicator: hulp
    uitsplitsing: klein
  - kolom: k_8Tot18Jaar_3
    indicator: hulp
    uitsplitsing: groot
  - kolom: AantalInwoners_4
    indicator: inwoners
    uitsplitsing: totaal
gezien: Verzonnen voor de tests.
herkomst:
  bron: verslag
  peildatum: 2022
  zekerheid: voorbeeld
"""
KOLOMMEN = ("KinderenMetHulp_1", "Tot8Jaar_2", "k_8Tot18Jaar_3", "AantalInwoners_4")
_CIJFERS = {
    ("GM9001", "2021JJ00"): ("40", "15", "25", "4000"),
    ("GM9001", "2022JJ00"): ("60", "25", "35", "4100"),
    ("GM9002", "2021JJ00"): ("1200", "500", "700", "20000"),
    ("GM9002", "2022JJ00"): ("1210", "505", "705", "20100"),
    ("GM9003", "2021JJ00"): ("x", "x", "15", "900"),
    ("GM9003", "2022JJ00"): (".", ".", "15", "910"),
    ("NL01", "2021JJ00"): ("90000", "40000", "50000", "1500000"),
    ("NL01", "2022JJ00"): ("91000", "40500", "50500", "1510000"),
}
_PLEKKEN = (("hulp", "totaal"), ("hulp", "klein"), ("hulp", "groot"), ("inwoners", "totaal"))
_GEBIEDEN = {
    "GM9001": "gemeente-dorp",
    "GM9002": "gemeente-stad",
    "GM9003": "gemeente-eiland",
    "NL01": "land",
}
_STATUS = {"2021JJ00": "Definitief", "2022JJ00": "Voorlopig"}
_NAMEN = {"GM9001": "Dorp", "GM9002": "'s-Stad", "GM9003": "Eiland & Wad", "NL01": "Nederland"}


def cijfers() -> str:
    """The same figures as a file of observations."""
    rows = sorted(
        f"{indicator};{_GEBIEDEN[area]};{period[:4]};{part};{text};{_STATUS[period].lower()};"
        "2022-11-01;verslag;voorbeeld\n"
        for (area, period), texts in _CIJFERS.items()
        for (indicator, part), text in zip(_PLEKKEN, texts, strict=True)
    )
    head = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid\n"
    return head + "".join(rows)


def _onderwerp(naam: str, titel: str) -> dict[str, Any]:
    return {
        "odata.type": "Cbs.OData.Topic",
        "Type": "Topic",
        "Key": naam,
        "Title": titel,
        "Description": None,
        "Datatype": "Long",
        "Unit": "aantal",
        "Decimals": 0,
        "Default": "Impossible",
    }


def _dimensie(naam: str, soort: str) -> dict[str, Any]:
    return {
        "odata.type": f"Cbs.OData.{soort}",
        "Type": soort,
        "Key": naam,
        "Title": naam,
        "Description": "",
    }


@dataclass
class Tabel:
    """The parts of one table as the service gives them, for a test to change."""

    delen: dict[str, list[dict[str, Any]]]
    gevraagd: list[str] = field(default_factory=list)
    code: str | None = None
    """The one code that it has at the service; None is any."""

    def haal(self, url: str) -> bytes:
        """The answer to an address; the filter is left to the code under test."""
        self.gevraagd.append(url)
        code, part = urlsplit(url).path.split("/")[-2:]
        if part not in self.delen or self.code not in (None, code):
            raise BestaatNiet("Dit staat niet (meer) bij het CBS.")
        return json.dumps({"value": self.delen[part]}).encode()

    def vraag(self, part: str) -> Mapping[str, str]:
        """What was asked of a part, last."""
        url = next(one for one in reversed(self.gevraagd) if f"/{part}?" in one)
        return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}

    def onderwerp(self, naam: str) -> dict[str, Any]:
        """The description of a column or dimension."""
        return next(one for one in self.delen["DataProperties"] if one.get("Key") == naam)

    def rij(self, gebied: str, periode: str) -> dict[str, Any]:
        """One row."""
        return next(
            one
            for one in self.delen["UntypedDataSet"]
            if one["RegioS"].strip() == gebied and one["Perioden"] == periode
        )

    def zet(self, gebied: str, periode: str, kolom: str, waarde: str | None) -> None:
        """Put a value in a cell, as wide as the service makes it."""
        self.rij(gebied, periode)[kolom] = waarde if waarde is None else f"{waarde:>8}"

    def periode(self, sleutel: str) -> dict[str, Any]:
        """The description of a period."""
        return next(one for one in self.delen["Perioden"] if one["Key"] == sleutel)


def verzonnen() -> Tabel:
    """The table 9001NED, equal to ``cijfers``."""
    titles = ("Kinderen met hulp", "tot 8 jaar", "8 tot 18 jaar", "Inwoners")
    rows = [
        {
            "ID": number,
            "RegioS": f"{area:<8}",
            "Perioden": period,
            **{name: f"{text:>8}" for name, text in zip(KOLOMMEN, texts, strict=True)},
        }
        for number, ((area, period), texts) in enumerate(_CIJFERS.items())
    ]
    return Tabel(
        {
            "TableInfos": [
                {
                    "Title": "Hulp; gemeenten",
                    "Modified": "2022-11-01T02:00:00",
                    "OutputStatus": "Regulier",
                    "Description": "",
                }
            ],
            "DataProperties": [
                _dimensie("RegioS", "GeoDimension"),
                _dimensie("Perioden", "TimeDimension"),
                {"Type": "TopicGroup", "Key": "", "Title": "Hulp", "Description": None},
                *map(_onderwerp, KOLOMMEN, titles),
            ],
            "RegioS": [{"Key": f"{key:<8}", "Title": name} for key, name in _NAMEN.items()],
            "Perioden": [
                {"Key": "2021JJ00", "Title": "2021", "Status": "Definitief"},
                {"Key": "2022HJ01", "Title": "2022 1e halfjaar", "Status": "Voorlopig"},
                {"Key": "2022JJ00", "Title": "2022", "Status": "Voorlopig"},
            ],
            "UntypedDataSet": rows,
        }
    )


# ------------------------------------------------------------ over a real connection

Antwoord = Callable[[BaseHTTPRequestHandler], None]


def stuur(
    inhoud: bytes, status: int = 200, *, lengte: int | None = None, **koppen: str
) -> Antwoord:
    """An answer; with ``lengte`` it promises another length than it has."""

    def doe(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response_only(status)
        handler.send_header("Content-Length", str(len(inhoud) if lengte is None else lengte))
        for name, value in koppen.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(inhoud)

    return doe


def zwijg(seconden: float) -> Antwoord:
    """No answer for a while, then the line is closed."""

    def doe(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconden)
        handler.close_connection = True

    return doe


@dataclass
class Server:
    """Gives its answers one by one, whatever is asked."""

    adres: str
    gevraagd: list[str] = field(default_factory=list)


@contextmanager
def server(*antwoorden: Antwoord) -> Iterator[Server]:
    """A service on this machine."""
    left = list(antwoorden)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.gevraagd.append(self.path)
            left.pop(0)(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        found = Server(f"http://127.0.0.1:{http.server_port}/ODataFeed/odata")
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield found
        finally:
            http.shutdown()
            thread.join()
