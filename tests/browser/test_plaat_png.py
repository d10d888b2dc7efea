"""What somebody takes along of a figure, in a browser: the picture as PNG, and the figure in a page
of others, which says so when it is another than the one that was placed.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.meten import OVERFLOW, SMALL, violations
from tests.gebouwd import TALEN, Bestand, woord

pytestmark = pytest.mark.chromium

FIGUUR = "figuur/eigen-telling-gemeenten/"
INDICATOR = "monitor/eigen-telling/"
_SVG = "data/v1/monitor/eigen-telling-gemeenten.svg"


def chunks(png: bytes) -> dict[bytes, list[bytes]]:
    """What a PNG holds, by the name of each part; every sum is right."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found: dict[bytes, list[bytes]] = {}
    at = 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            name + data
        )
        found.setdefault(name, []).append(data)
        at += 12 + length
    return found


def open_(pagina: Page, adres: str) -> None:
    pagina.goto(adres)
    pagina.locator(".cf-gebruik > summary").first.click()


def test_the_picture_is_a_png_that_says_what_it_shows_and_where_it_is_from(
    pagina: Page, site_url: str, site: Path
) -> None:
    open_(pagina, f"{site_url}{FIGUUR}")
    with pagina.expect_download() as download:
        pagina.locator("button[data-png]").click()
    assert download.value.suggested_filename == "eigen-telling-gemeenten.png"
    png = Path(download.value.path()).read_bytes()
    parts = chunks(png)
    svg = (site / _SVG).read_text(encoding="utf-8")
    wide, high = struct.unpack(">II", parts[b"IHDR"][0][:8])
    assert f'width="{wide // 2}" height="{high // 2}"' in svg
    texts = dict(one.split(b"\0\0\0\0\0", 1) for one in parts[b"iTXt"])
    assert list(texts) == [b"Title", b"Description", b"Source"]
    for text in texts.values():
        assert pagina.evaluate(
            "([svg, text]) => new DOMParser().parseFromString(svg, 'image/svg+xml')"
            ".documentElement.textContent.includes(text)",
            [svg, text.decode()],
        )
    colours = pagina.evaluate(
        """async (data) => {
        const image = new Image();
        image.src = data;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        const dots = canvas.getImageData(0, 0, image.width, image.height).data;
        const found = {};
        for (let at = 0; at < dots.length; at += 4) {
          const one = `${dots[at]},${dots[at + 1]},${dots[at + 2]},${dots[at + 3]}`;
          found[one] = (found[one] ?? 0) + 1;
        }
        return [found["255,255,255,255"] / (dots.length / 4), found["11,92,88,255"] ?? 0,
          Object.keys(found).some((one) => !one.endsWith(",255"))];
      }""",
        f"data:image/png;base64,{base64.b64encode(png).decode()}",
    )
    white, bar, seen_through = colours
    assert 0.5 < white < 0.99
    assert bar > 1000
    assert not seen_through


@pytest.mark.parametrize("taal", TALEN)
def test_a_picture_that_cannot_be_made_says_what_to_take(
    pagina: Page, site_url: str, klachten: list[str], taal: str
) -> None:
    pagina.route("**/*.svg", lambda route: route.fulfill(status=404, body="nee"))
    open_(pagina, f"{site_url}{TALEN[taal]}{FIGUUR}")
    pagina.locator("button[data-png]").click()
    said = woord(taal, "De afbeelding kon niet worden gemaakt. Neem de SVG.")
    expect(pagina.locator(".cf-bestanden [role=status]")).to_have_text(said)
    expect(pagina.locator("button[data-png]")).to_be_enabled()
    assert klachten
    klachten.clear()


@pytest.mark.parametrize("script", [True, False])
def test_in_a_page_of_others_it_says_when_it_changed_since(
    open_pagina: Callable[..., Page], site_url: str, site: Path, script: bool
) -> None:
    """With and without script; the state it has now is that in our own code to embed."""
    state = (site / FIGUUR / "index.html").read_text(encoding="utf-8").split("#stand-")[1][:8]
    pagina = open_pagina(java_script_enabled=script)
    frames = "".join(
        f'<iframe src="{site_url}{FIGUUR}{tail}" width="320" height="700"></iframe>'
        for tail in (f"#stand-{state}", "#stand-00000000", "")
    )

    def answer(route: Route) -> None:
        route.fulfill(body=f"<!doctype html><title>x</title>{frames}", content_type="text/html")

    pagina.route("**/elders/", answer)
    pagina.goto(f"{site_url}elders/")
    notices = [
        pagina.frame_locator("iframe").nth(n).locator(".figuurblad__nieuwer") for n in range(3)
    ]
    expect(notices[0]).to_be_hidden()
    expect(notices[1]).to_be_visible()
    expect(notices[2]).to_be_visible()
    inside = pagina.frame_locator("iframe").nth(1)
    expect(inside.locator("figcaption")).to_be_visible()
    assert inside.locator("html").evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_the_citation_the_code_and_the_link_are_copied_as_they_stand(
    pagina: Page, site_url: str
) -> None:
    """A citation has the day on which somebody takes it along."""
    open_(pagina, f"{site_url}{INDICATOR}")
    pagina.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { window.kopie = text; }; }"
    )
    fold = pagina.locator(".cf-gebruik").first
    figure = pagina.locator("figure.cijfers").first.get_attribute("id")
    copied = []
    for button in fold.locator("button[data-kopieer]").all():
        button.click()
        copied.append(pagina.evaluate("window.kopie"))
        expect(button.locator("xpath=../*[@role='status']")).not_to_be_empty()
    link, cited, code = copied
    assert link.endswith(f"{INDICATOR}#{figure}")
    assert cited == fold.locator("[id^=citaat-]").inner_text().strip()
    assert code == fold.locator("code").inner_text().strip()
    today = "new Date().toLocaleDateString('nl', {day: 'numeric', month: 'long', year: 'numeric'})"
    assert pagina.evaluate(today) in cited


def test_a_figure_alone_holds_on_every_screen(pagina: Page, site_url: str, site: Path) -> None:
    """One of each form: bars, and dots. Its folds are open; none of its buttons is too small."""
    pages = [Bestand(site, file) for file in sorted((site / "figuur").rglob("index.html"))]
    forms = {
        form: next(one.pad for one in pages if f"cf-tekening--{form}" in one.tekst)
        for form in ("balken", "punten")
    }
    found = []
    for pad in forms.values():
        for width, scheme in ((320, "light"), (1280, "dark")):
            pagina.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            pagina.set_viewport_size({"width": width, "height": 740})
            pagina.goto(f"{site_url}{pad}")
            pagina.evaluate(
                "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
            )
            found += [*pagina.evaluate(OVERFLOW), *pagina.evaluate(SMALL), *violations(pagina)]
    assert found == []
