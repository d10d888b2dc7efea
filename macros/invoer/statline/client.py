"""Bytes from StatLine's open data service: retries, time limits, a size limit, one host.

Not here: what the bytes mean (``odata``), what an error says (``antwoord``).
"""

from __future__ import annotations

import http.client
import math
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import IO, Any, NoReturn
from urllib.parse import urlsplit

from macros.invoer.statline.antwoord import gezegd

DIENST = "https://opendata.cbs.nl/ODataFeed/odata"
"""The feed: long answers come in pages. ``ODataApi`` beside it gives 10,000 rows and no more."""
MAX_BYTES = 20_000_000
_WACHT = (2.0, 10.0)
"""Seconds before the second and the third try; more when the service asks for more."""
_LANGST = 60.0
"""Seconds that we wait when the service asks for it. Longer is for another day."""
_STIL = 30.0
"""Seconds without a byte after which the service is taken to be silent."""
_TOTAAL = 120.0
"""Seconds that one answer may take."""
_BLOK = 1 << 16
_VAKER = {429, 500, 502, 503, 504}
"""Answers after which a second try makes sense."""


LATER = (
    "Probeer het later nog eens. Wat de werkstroom cbs niet lukt, probeert zij elke dag opnieuw."
)


class Ophaalfout(Exception):
    """The service did not give what was asked; the message and the tip are for the editor."""

    def __init__(
        self, message: str, tip: str = LATER, *, tijdelijk: bool = False, wachten: float = 0
    ) -> None:
        super().__init__(message)
        self.tip = tip
        self.tijdelijk = tijdelijk
        """Whether a second try makes sense."""
        self.wachten = wachten
        """Seconds that the service asks us to wait."""


class BestaatNiet(Ophaalfout):
    """The service has nothing at this address."""


class GeenVerbinding(Ophaalfout):
    """The service cannot be reached at all: asking for another table makes no sense."""


class _OpDezeHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the same service."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        url: str,
    ) -> urllib.request.Request | None:
        if urlsplit(url)[:2] != urlsplit(req.full_url)[:2]:
            fp.close()
            raise Ophaalfout(f"De dienst van het CBS verwijst naar een ander adres: {url[:200]}")
        return super().redirect_request(req, fp, code, msg, headers, url)


@dataclass(frozen=True, slots=True)
class Client:
    """Asks one service. ``slaap`` waits between tries; a test passes one that does not."""

    dienst: str = DIENST
    stil: float = _STIL
    slaap: Callable[[float], None] = time.sleep
    max_bytes: int = MAX_BYTES

    def haal(self, url: str) -> bytes:
        """The answer; raises Ophaalfout."""
        for pause in (*_WACHT, None):
            try:
                return self._poging(url)
            except Ophaalfout as problem:
                if pause is None or not problem.tijdelijk or problem.wachten > _LANGST:
                    raise
                self.slaap(max(pause, problem.wachten))
        raise AssertionError

    def _poging(self, url: str) -> bytes:
        host = urlsplit(url).hostname or url[:100]
        request = urllib.request.Request(url, headers={"Accept": "application/json"})
        opener = urllib.request.build_opener(_OpDezeHost)
        try:
            with opener.open(request, timeout=self.stil) as answer:
                return self._lees(answer, host)
        except urllib.error.HTTPError as problem:
            _weiger(problem, url)
        except urllib.error.URLError as problem:
            if isinstance(problem.reason, TimeoutError):
                raise _traag(host) from None
            message = f"Er is geen verbinding met het CBS ({host}): {problem.reason}."
            message += " Heeft deze computer internet?"
            raise GeenVerbinding(message, tijdelijk=True) from None
        except TimeoutError:
            raise _traag(host) from None
        except (ConnectionError, http.client.HTTPException):
            raise _verbroken(host) from None

    def _lees(self, answer: http.client.HTTPResponse, host: str) -> bytes:
        """All bytes, unless there are too many, too few, or they come too slowly."""
        until = time.monotonic() + _TOTAAL
        found = bytearray()
        while block := answer.read(_BLOK):
            found += block
            if len(found) > self.max_bytes:
                most = self.max_bytes // 1_000_000
                raise Ophaalfout(f"Het antwoord van het CBS is groter dan {most} miljoen bytes.")
            if time.monotonic() > until:
                raise _traag(host)
        promised = answer.headers.get("Content-Length")
        if promised and promised.isdigit() and len(found) < int(promised):
            raise _verbroken(host)
        return bytes(found)


def _traag(host: str) -> Ophaalfout:
    return GeenVerbinding(f"Het CBS ({host}) antwoordt niet binnen de tijd.", tijdelijk=True)


def _verbroken(host: str) -> Ophaalfout:
    return GeenVerbinding(f"De verbinding met het CBS ({host}) is verbroken.", tijdelijk=True)


def _weiger(problem: urllib.error.HTTPError, url: str) -> NoReturn:
    with problem:
        code, wait = problem.code, _wachten(problem.headers)
        said = gezegd(_lichaam(problem))
    if code == 404:
        raise BestaatNiet("Dit staat niet (meer) bij het CBS.") from None
    message = f"Het CBS geeft een fout (HTTP {code}) op {url[:300]}"
    if said:
        message += f". {said}"
    if wait > _LANGST:
        message += f". Het vraagt om {math.ceil(wait / 60)} minuten te wachten"
    raise Ophaalfout(message, tijdelijk=code in _VAKER, wachten=wait) from None


def _lichaam(problem: urllib.error.HTTPError) -> bytes:
    """The beginning of what comes with an error; it may break off as any answer."""
    try:
        return problem.read(_BLOK)
    except (OSError, http.client.HTTPException):
        return b""


def _wachten(headers: Message) -> float:
    """Seconds to wait, from ``Retry-After``: a number, or a moment by the service's own clock."""
    asked = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", asked, re.ASCII):
        return float(asked)
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return 0.0
