"""``python -m scripts.adressen``: do addresses of help still answer, and what is due for a look?

    python -m scripts.adressen [--data DIR] [--wacht SECONDEN]

Asks each page of help once, and once more when the answer did not come; it reads no page, follows
no more than a few steps and changes nothing. Exits 1 only when the data cannot be read: an address
that is silent today is for people to judge. Numbers cannot be tried: those are for people to call.
"""

from __future__ import annotations

import argparse
import http.client
import ssl
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from macros.issue import Issue, Level, as_text
from macros.klok import vandaag
from macros.lezing import gemaskeerd
from macros.load import Loaded, load
from macros.model.basis.record import actief
from macros.model.geheel import pad_van
from macros.model.hulp import Hulp

STIL = 20.0
"""Seconds without an answer after which a site is taken to be silent."""
_STAPPEN = 5
"""So many times an address may lead to another."""
_TEGELIJK = 8
_VERHUISD = (301, 308)
_VERWIJST = (*_VERHUISD, 302, 303, 307)
_WEG = (404, 410)
_KOP = {
    "User-Agent": "Mozilla/5.0 (controle van adressen op een website voor ouders)",
    "Accept": "text/html,*/*",
    "Accept-Language": "nl",
}

KIJK = "Open de pagina zelf."
ALLES_GOED = "Alle adressen van hulp werken, en niets hoeft nu nagekeken."


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What an address does: ``code`` is empty when it is as it should be."""

    code: str = ""
    message: str = ""
    tip: str = ""


def vraag(adres: str, stil: float = STIL) -> Antwoord:
    """Ask an address, and a second time when no answer came."""
    first = _vraag(adres, stil)
    return _vraag(adres, stil) if first.code in ("adres-stil", "adres-stuk") else first


def _vraag(adres: str, stil: float) -> Antwoord:
    now, moved = adres, ""
    for _ in range(_STAPPEN):
        try:
            status, where = _een_keer(now, stil)
        except TimeoutError:
            return _stil(f"geeft binnen {stil:g} seconden geen antwoord")
        except ssl.SSLError:
            return _stil("heeft geen geldig certificaat: een browser waarschuwt dan")
        except ConnectionRefusedError:
            return _stil("weigert de verbinding")
        except (OSError, http.client.HTTPException, ValueError):
            return _stil("is niet te bereiken")
        if status not in _VERWIJST or not where:
            return _oordeel(status, moved)
        now = urljoin(now, where)
        if urlsplit(now).scheme not in ("http", "https"):
            return _stil("verwijst naar iets dat geen webpagina is")
        if status in _VERHUISD and not _zelfde(adres, now):
            moved = now
    return _stil("verwijst in een kring")


def _een_keer(adres: str, stil: float) -> tuple[int, str]:
    """The status of one address and where it leads to; the page itself is not read."""
    parts = urlsplit(adres)
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=stil)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers=_KOP)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        connection.close()


def _zelfde(adres: str, ander: str) -> bool:
    """The same page: only with or without https, www or a stroke at the end."""
    return _kaal(adres) == _kaal(ander)


def _kaal(adres: str) -> tuple[str, str, str]:
    parts = urlsplit(adres)
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query


def _oordeel(status: int, moved: str) -> Antwoord:
    if status in _WEG:
        message = f"Deze pagina bestaat niet meer ({status})."
        tip = "Zoek de pagina op de site van de organisatie. Is zij er niet? Schrijf: onbekend"
        return Antwoord("adres-weg", message, tip)
    if status >= 500:
        message = f"Deze pagina geeft een fout ({status})."
        return Antwoord("adres-stuk", message, f"{KIJK} Blijft het zo? Zoek een ander adres.")
    if status >= 400:
        message = f"Deze site laat een controle als deze niet toe ({status})."
        return Antwoord("adres-weigert", message, f"{KIJK} Ziet zij er goed uit, dan is het goed.")
    if moved:
        tip = f"Kijk of daar hetzelfde staat, en schrijf dan: {gemaskeerd(moved)}"
        return Antwoord("adres-verhuisd", "Deze pagina is verhuisd.", tip)
    return Antwoord()


def _stil(wat: str) -> Antwoord:
    message = f"Dit adres {wat}."
    return Antwoord("adres-stil", message, f"{KIJK} Blijft het zo? Zoek een ander adres.")


Vraag = Callable[[str], Antwoord]


def nagekeken(loaded: Loaded, vraag: Vraag = vraag) -> Iterator[Issue]:
    """What to look at, each at its line: addresses, and help that is due for a look."""
    if loaded.regio is None:
        return
    yield from (one for one in loaded.issues if one.code == "hulp-nakijken")
    places: dict[str, list[str]] = {}
    for one in actief(loaded.regio.hulp):
        if isinstance(one.website, str):
            places.setdefault(one.website, []).append(pad_van(Hulp, one.id))
    for adres, answer in _alle(places, vraag):
        for pad in places[adres] if answer.code else ():
            document = loaded.documents[pad]
            where = document.where(("website",))
            yield Issue(
                document.path, *where, answer.code, answer.message, answer.tip, Level.LET_OP
            )


def _alle(adressen: Iterable[str], vraag: Vraag) -> Iterator[tuple[str, Antwoord]]:
    """All of them, some at a time; those of one site one after the other."""
    sites: dict[str, list[str]] = {}
    for adres in adressen:
        sites.setdefault(urlsplit(adres).netloc, []).append(adres)

    def site(some: list[str]) -> list[tuple[str, Antwoord]]:
        return [(adres, vraag(adres)) for adres in some]

    with ThreadPoolExecutor(_TEGELIJK) as pool:
        for found in pool.map(site, sites.values()):
            yield from found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.adressen", description="Kijk of de adressen van hulp nog werken."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument(
        "--wacht", type=float, default=STIL, help="seconden waarna een site niet antwoordt"
    )
    options = parser.parse_args(arguments)
    loaded = load(options.data, vandaag())
    if loaded.regio is None:
        print(as_text(loaded.issues), file=sys.stderr)
        return 1
    found = [*nagekeken(loaded, partial(vraag, stil=options.wacht))]
    print(as_text(found) if found else ALLES_GOED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
