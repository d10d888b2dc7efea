"""What ``make serve`` sends to the browser, and what it takes for a change."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from macros.engine.voorbeeld import eerst
from scripts.serve import Server, Stand, bediener, bestanden, is_inhoud, werk_bij
from scripts.uitslag import Bijgewerkt, Mislukt, Uitslag

PAGE = "<html><body class='x'><p>é</p></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "agenda").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "agenda" / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "404.html").write_text("<body>niet gevonden</body>", encoding="utf-8")
    (folder / "a.css").write_text("a{}", encoding="utf-8")
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    return folder


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def poort(site: Path, stand: Stand) -> Iterator[int]:
    server = Server(("127.0.0.1", 0), bediener(site, stand))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def haal(poort: int, pad: str, method: str = "GET") -> tuple[HTTPResponse, str]:
    with closing(HTTPConnection("127.0.0.1", poort)) as connection:
        connection.request(method, pad)
        answer = connection.getresponse()
        return answer, answer.read().decode()


def test_a_page_is_what_was_built_with_a_script_that_reloads_it(poort: int, stand: Stand) -> None:
    answer, text = haal(poort, "/")
    start, script, end = text.partition("<script>")
    assert start == "<html><body class='x'><p>é</p>"
    assert 'fetch("/-/versie")' in script + end
    assert end.endswith("</script></body></html>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert haal(poort, "/agenda/")[1] == text
    assert haal(poort, "/a.css")[1] == "a{}"
    assert haal(poort, "/", "HEAD")[1] == ""


def test_an_address_without_its_slash_leads_on_and_others_lead_nowhere(poort: int) -> None:
    answer, _ = haal(poort, "/agenda?q=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/agenda/")
    for path in ("/weg/", "/../geheim.txt", "/%2e%2e/geheim.txt", "//etc/passwd", "/agenda/x"):
        answer, text = haal(poort, path)
        assert answer.status == 404, path
        assert text.startswith("<body>niet gevonden<script>"), path


def test_problems_stand_above_the_last_good_page_until_they_are_gone(
    poort: int, stand: Stand
) -> None:
    def meld(answer: Uitslag) -> str:
        class Bouw:
            def werk_bij(self) -> Uitslag:
                return answer

        said = [*werk_bij(Bouw(), stand, "Bijgewerkt")]
        return "\n".join(said)

    said = meld(Mislukt("data/a.yml:3:8: fout: <b>"))
    assert said == (
        "data/a.yml:3:8: fout: <b>\nNiet bijgewerkt; in de browser staat nog de vorige site."
    )
    _, text = haal(poort, "/agenda/")
    assert '<body class=\'x\'><section role="alert" lang="nl"' in text
    assert "Je laatste wijziging is nog niet te zien." in text
    assert "data/a.yml:3:8: fout: &lt;b&gt;" in text
    assert text.partition("</section>")[2].startswith("<p>é</p>")

    before = stand.versie
    assert meld(Bijgewerkt(("agenda/index.html", "a.css"), "")).startswith("Bijgewerkt in 0,0 s")
    assert stand.versie > before
    assert "alert" not in haal(poort, "/agenda/")[1]

    stand.meld(gebreken="en/index.html: deze verwijzing leidt nergens heen: x/")
    assert "Zo kan de site niet worden gepubliceerd." in haal(poort, "/agenda/")[1]
    before = stand.versie
    meld(Bijgewerkt((), ""))
    assert stand.versie == before
    assert "leidt nergens heen" in haal(poort, "/agenda/")[1]


def test_a_problem_before_there_is_any_site_is_shown_too(tmp_path: Path) -> None:
    stand = Stand()
    stand.meld(mislukt="data: fout")
    server = Server(("127.0.0.1", 0), bediener(tmp_path / "niets", stand))
    threading.Thread(target=server.handle_request).start()
    answer, text = haal(server.server_address[1], "/agenda/")
    server.server_close()
    assert answer.status == 404
    assert "<title>Nog geen site</title>" in text
    assert "data: fout" in text


def test_an_open_page_can_ask_whether_it_is_the_last_one(poort: int, stand: Stand) -> None:
    for _ in range(2):
        answer, text = haal(poort, "/-/versie")
        assert (text, answer.headers["Cache-Control"]) == (str(stand.versie), "no-store")
        assert f'versie !== "{text}"' in haal(poort, "/")[1]
        stand.meld(mislukt="")


def test_every_file_that_a_person_wrote_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a" / "__pycache__").mkdir(parents=True)
    for name in ("a/x.yml", "a/.x.yml.swp", "a/x.yml~", "a/__pycache__/x.pyc"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "los.yml").write_text("x", encoding="utf-8")
    places = tmp_path / "a", tmp_path / "los.yml", tmp_path / "niets"
    before = bestanden(*places)
    assert set(before) == {str(tmp_path / "a" / "x.yml"), str(tmp_path / "los.yml")}
    (tmp_path / "a" / "x.yml").write_text("xy", encoding="utf-8")
    after = bestanden(*places)
    assert {one for one in after if after[one] != before[one]} == {str(tmp_path / "a" / "x.yml")}


def test_data_and_prose_are_built_by_themselves_and_all_else_starts_anew(tmp_path: Path) -> None:
    data = tmp_path / "gegevens"
    for path in (str(data / "bronnen" / "x.yml"), "docs/nl/over.md", "docs/en/agenda/index.md"):
        assert is_inhoud(path, data), path
    for path in ("docs/theme/main.html", "docs/nl/beeld.svg", "macros/load.py", "mkdocs.yml"):
        assert not is_inhoud(path, data), path


def test_of_a_long_account_the_last_place_in_our_own_code_comes_first() -> None:
    said = (
        'Traceback:\n  File "/x/jinja2/environment.py", line 9, in render\n'
        '  File "/x/macros/render/weergave.py", line 4, in toon\n'
        '  File "/x/macros/templates/regio/bronnen.html", line 18, in template\n'
        "jinja2.exceptions.TemplateSyntaxError: Unexpected end of template.\n\nIndexError: list\n"
    )
    assert eerst(said) == (
        "macros/templates/regio/bronnen.html:18: "
        "jinja2.exceptions.TemplateSyntaxError: Unexpected end of template.\n"
    )
    assert eerst("WARNING: iets") == ""
