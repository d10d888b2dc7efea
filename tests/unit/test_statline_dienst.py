"""The connection to StatLine: what goes wrong on the way, and the shape of what arrives."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.invoer.statline.client import BestaatNiet, Client, GeenVerbinding, Ophaalfout
from macros.invoer.statline.odata import Code, Kolominfo, Statlinetabel
from macros.invoer.statline.opname import opgenomen
from tests.statline.dienst import Antwoord, Server, server, stuur, zwijg

GOED = b'{"value": []}'


class Slaap:
    """Counts the seconds that would have been waited."""

    def __init__(self) -> None:
        self.seconden: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconden.append(seconds)


def client(found: Server, slaap: Callable[[float], None], **more: float) -> Client:
    return Client(found.adres, more.get("stil", 2), slaap, int(more.get("max_bytes", 1000)))


def fout(*antwoorden: Antwoord, **more: float) -> tuple[Ophaalfout, list[float], int]:
    """What is said, how long was waited, how often was asked."""
    slaap = Slaap()
    with server(*antwoorden) as found, pytest.raises(Ophaalfout) as caught:
        client(found, slaap, **more).haal(f"{found.adres}/1234NED/TableInfos")
    return caught.value, slaap.seconden, len(found.gevraagd)


def test_an_error_of_the_service_is_asked_again_after_a_pause() -> None:
    slaap = Slaap()
    with server(stuur(b"", 500), stuur(b"", 503), stuur(GOED)) as found:
        assert client(found, slaap).haal(f"{found.adres}/1234NED/TableInfos") == GOED
    assert slaap.seconden == [2, 10]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            b'{"odata.error":{"code":"","message":{"lang":"en-US","value":"Query exceeds 10000."}}}',
            ". De dienst zegt: 'Query exceeds 10000.'",
        ),
        (b'{"Message":"An error has occurred."}', ". De dienst zegt: 'An error has occurred.'"),
        (
            b'<?xml version="1.0"?><m:error><m:code/><m:message xml:lang="en">Too &lt; long</m:message>'
            b"</m:error>",
            ". De dienst zegt: 'Too < long'",
        ),
        (b"<html><title>503 - Onderhoud</title>x</html>", ". De dienst zegt: '503 - Onderhoud'"),
        (b"Even niet.\x1b[31m", ". De dienst zegt: 'Even niet. [31m'"),
        (b"w" * 300, f". De dienst zegt: '{'w' * 200} …'"),
        (b"", ""),
        (b"{}", ""),
    ],
)
def test_what_the_service_says_of_its_error_is_passed_on(body: bytes, said: str) -> None:
    problem, _, _ = fout(*[stuur(body, 500)] * 3)
    assert str(problem).partition("/1234NED/TableInfos")[2] == said
    assert problem.tip.startswith("Probeer het later nog eens.")


def test_a_service_that_asks_to_wait_is_given_the_time() -> None:
    slaap = Slaap()
    busy = stuur(b"", 429, Retry_After="45")
    ten = "Mon, 02 Feb 2026 10:00:{} GMT"
    later = stuur(b"", 503, Date=ten.format("00"), Retry_After=ten.format("20"))
    with server(busy, later, stuur(GOED)) as found:
        assert client(found, slaap).haal(f"{found.adres}/1234NED/TableInfos") == GOED
    assert slaap.seconden == [45, 20]


def test_a_service_that_asks_to_wait_long_is_left_for_another_day() -> None:
    problem, waited, asked = fout(stuur(b"", 503, Retry_After="3600"))
    assert str(problem).endswith("TableInfos. Het vraagt om 60 minuten te wachten")
    assert (waited, asked) == ([], 1)


def test_a_service_that_keeps_failing_is_not_asked_for_ever() -> None:
    problem, waited, asked = fout(*[stuur(b"", 500)] * 3)
    assert str(problem).startswith("Het CBS geeft een fout (HTTP 500) op http://127.0.0.1:")
    assert (waited, asked) == ([2, 10], 3)


def test_what_does_not_exist_is_not_asked_again() -> None:
    problem, waited, asked = fout(stuur(b"", 404))
    assert isinstance(problem, BestaatNiet)
    assert (waited, asked) == ([], 1)


def test_a_refusal_is_not_asked_again() -> None:
    problem, _, asked = fout(stuur(b"", 403))
    assert "HTTP 403" in str(problem)
    assert asked == 1


def test_a_silent_service_is_left_after_three_tries() -> None:
    problem, _, asked = fout(*[zwijg(0.4)] * 3, stil=0.1)
    assert isinstance(problem, GeenVerbinding)
    assert str(problem) == "Het CBS (127.0.0.1) antwoordt niet binnen de tijd."
    assert asked == 3


def test_an_answer_that_breaks_off_is_asked_again() -> None:
    slaap = Slaap()
    with server(stuur(GOED[:5], lengte=len(GOED)), stuur(GOED)) as found:
        assert client(found, slaap).haal(f"{found.adres}/1234NED/TableInfos") == GOED
    assert slaap.seconden == [2]


def test_an_answer_that_always_breaks_off_is_a_lost_connection() -> None:
    problem, _, _ = fout(*[stuur(GOED[:5], lengte=len(GOED))] * 3)
    assert isinstance(problem, GeenVerbinding)
    assert str(problem) == "De verbinding met het CBS (127.0.0.1) is verbroken."


def test_an_answer_without_end_is_refused() -> None:
    problem, _, asked = fout(stuur(b"x" * 1001))
    assert str(problem) == "Het antwoord van het CBS is groter dan 0 miljoen bytes."
    assert asked == 1


def test_another_host_is_not_followed() -> None:
    problem, _, _ = fout(stuur(b"", 302, Location="http://localhost:9/x"))
    assert str(problem) == (
        "De dienst van het CBS verwijst naar een ander adres: http://localhost:9/x"
    )


def test_no_network_is_said_in_plain_words() -> None:
    slaap = Slaap()
    with pytest.raises(GeenVerbinding, match="Er is geen verbinding met het CBS") as caught:
        Client("http://127.0.0.1:1/odata", 1, slaap).haal("http://127.0.0.1:1/odata/x/y")
    assert str(caught.value).endswith("Heeft deze computer internet?")
    assert len(slaap.seconden) == 2


# ------------------------------------------------------------ the shape of the answers


def tabel(*bladen: object, dienst: str = "https://cbs.test/odata") -> Statlinetabel:
    """A table whose pages are these, one after another."""
    left = [json.dumps(one).encode() if not isinstance(one, bytes) else one for one in bladen]
    return Statlinetabel(lambda url: left.pop(0), dienst, "1234NED")


def test_a_column_is_read_with_its_unit_and_decimals() -> None:
    record = {
        "odata.type": "Cbs.OData.Topic",
        "Type": "Topic",
        "Key": "Jeugdhulp_1",
        "Title": "Jeugdhulp ",
        "Description": None,
        "Datatype": "Double",
        "Unit": "%",
        "Decimals": 1,
    }
    group = {"Type": "TopicGroup", "Key": "", "Title": "Zorg", "Description": None}
    assert tabel({"value": [group, record]}).kolommen() == (
        Kolominfo("Jeugdhulp_1", "Topic", "Jeugdhulp", "%", "Double", 1, ""),
    )


def test_a_code_keeps_the_spaces_that_the_service_needs_back() -> None:
    (code,) = tabel({"value": [{"Key": "NL01  ", "Title": "Nederland"}]}).codes("RegioS")
    assert code == Code("NL01  ", "Nederland", "")
    assert code.kaal == "NL01"


def test_pages_are_followed_to_the_end() -> None:
    first = {
        "value": [{"Key": "1", "Title": "a"}],
        "odata.nextLink": "http://cbs.test/odata/1234NED/RegioS?$format=json&$filter=a eq 'b'",
    }
    asked: list[str] = []
    pages = [first, {"value": [{"Key": "2", "Title": "b"}]}]

    def haal(url: str) -> bytes:
        asked.append(url)
        return json.dumps(pages[len(asked) - 1]).encode()

    codes = Statlinetabel(haal, "https://cbs.test/odata", "1234NED").codes("RegioS")
    assert [code.kaal for code in codes] == ["1", "2"]
    assert asked[1] == "https://cbs.test/odata/1234NED/RegioS?$format=json&$filter=a%20eq%20'b'"


@pytest.mark.parametrize(
    "link", ["https://elders.test/odata/1234NED/RegioS", "/odata/1234NED/RegioS", 3]
)
def test_a_next_page_elsewhere_is_not_fetched(link: object) -> None:
    with pytest.raises(Ophaalfout, match="naar een vreemd adres"):
        tabel({"value": [], "odata.nextLink": link}).codes("RegioS")


def test_pages_that_never_end_are_refused() -> None:
    count = iter(range(1000))

    def haal(url: str) -> bytes:
        link = f"https://cbs.test/odata/1234NED/RegioS?$skip={next(count)}"
        return json.dumps({"value": [], "odata.nextLink": link}).encode()

    with pytest.raises(Ophaalfout, match="meer dan 100 bladzijden"):
        Statlinetabel(haal, "https://cbs.test/odata", "1234NED").codes("RegioS")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (b'{"value": [{"Ke', "Het antwoord op RegioS is afgebroken of geen JSON."),
        (b"", "Het antwoord op RegioS is leeg."),
        (
            b"<html>storing</html>",
            "Het antwoord op RegioS is een webpagina, geen gegevens. De dienst zegt: 'storing'",
        ),
        (
            b"\xef\xbb\xbf<!DOCTYPE html>\n<html><head><title>Onderhoud\r\nStatLine</title></head></html>",
            "Het antwoord op RegioS is een webpagina, geen gegevens. De dienst zegt: 'Onderhoud StatLine'",
        ),
        (
            {
                "odata.error": {
                    "code": "",
                    "message": {"lang": "en-US", "value": "No such\n\u202eset."},
                }
            },
            "Het CBS geeft op RegioS een fout in plaats van gegevens. De dienst zegt: 'No such set.'",
        ),
        (
            b'{"value":[{"Key":"1"},{"odata.error":{"code":"","message":{"value":"Timeout expired."}}}',
            "afgebroken of geen JSON. De dienst zegt: 'Timeout expired.'",
        ),
        (b"[" * 100_000, "Het antwoord op RegioS is afgebroken of geen JSON."),
        ({"error": "x"}, "andere vorm dan beschreven (veld 'value')"),
        ({"value": ["x"]}, "andere vorm dan beschreven (veld 'value')"),
        ({"value": [{"Title": "x"}]}, "andere vorm dan beschreven (veld 'Key')"),
        ({"value": [{"Key": "x", "Title": 3}]}, "andere vorm dan beschreven (veld 'Title')"),
    ],
)
def test_an_answer_of_another_shape_is_said_to_be_so(answer: object, message: str) -> None:
    with pytest.raises(Ophaalfout) as caught:
        tabel(answer).codes("RegioS")
    assert message in str(caught.value)


@pytest.mark.parametrize("row", [{"A_1": 12}, {}, {"A_1": ["x"]}])
def test_a_value_that_is_no_text_is_not_the_set_that_keeps_the_signs(row: object) -> None:
    with pytest.raises(Ophaalfout, match=r"veld 'A_1'"):
        list(tabel({"value": [row]}).rijen("x eq 'y'", ("A_1",)))


def test_what_was_fetched_can_be_kept_as_it_came(tmp_path: Path) -> None:
    keep = opgenomen(lambda url: url.encode(), tmp_path)
    for url in ("https://c/odata/1234NED/RegioS?a", "https://c/odata/1234NED/RegioS/?b"):
        assert keep(url) == url.encode()
    assert {
        str(file.relative_to(tmp_path)): file.read_bytes() for file in tmp_path.rglob("*.json")
    } == {
        "1234ned/RegioS.json": b"https://c/odata/1234NED/RegioS?a",
        "1234ned/RegioS-2.json": b"https://c/odata/1234NED/RegioS/?b",
    }
