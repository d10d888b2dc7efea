"""Nothing from elsewhere, nothing inline, one strict policy, and nothing on the site that is private."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from tests.gebouwd import SITE_URL, Bestand

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
CSP_ZOEKEN = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
CSP_WERKBANK = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self' https://api.github.com; "
    "worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
VAN_ANDEREN = {"pagefind", "fflate.js", "plotly.js"}
"""Programs of others, published as they are; what they do is watched in the browser tests."""


GITHUB = ("https://api.github.com", "https://github.com/")


def van_anderen(file: Path, site: Path) -> bool:
    """Whether a file is a program of others, or what the workbench reads: packages, code, data."""
    below = file.relative_to(site)
    packed = below.parts[0] == "beheer" and file.suffix == ".json"
    return packed or not VAN_ANDEREN.isdisjoint(below.parts)


TEXT = {".html", ".css", ".js", ".json", ".csv", ".xml", ".svg", ".txt", ".map"}


def test_policy_is_the_decided_one(alle: list[Bestand]) -> None:
    found = {
        page.pad: [
            meta.attributes.get("content")
            for meta in page.boom.css("meta[http-equiv='Content-Security-Policy' i]")
        ]
        for page in alle
    }
    assert found == {
        page.pad: [CSP_ZOEKEN if page.eigen_pad == "zoeken/" else CSP] for page in alle
    }


def test_policy_of_the_workbench_adds_webassembly_its_worker_frames_and_one_host(
    werkbank: Bestand,
) -> None:
    (policy,) = werkbank.boom.css("meta[http-equiv='Content-Security-Policy' i]")
    assert policy.attributes.get("content") == CSP_WERKBANK


def test_policy_comes_before_whatever_it_must_hold_for(
    alle: list[Bestand], werkbank: Bestand
) -> None:
    late = []
    for page in [*alle, werkbank]:
        first = page.boom.css_first("head > :is(meta[http-equiv], link, script, style)")
        if first is None or first.attributes.get("http-equiv") != "Content-Security-Policy":
            late.append(page.pad)
        if "charset" not in page.tekst[:1024]:
            late.append(f"{page.pad}: charset")
    assert late == []


def test_nothing_is_inline(alle: list[Bestand], werkbank: Bestand) -> None:
    inline = []
    for page in [*alle, werkbank]:
        inline += [
            f"{page.pad}: {node.html}"
            for node in page.boom.css(
                "script:not([src], [type='application/json'], [type='application/ld+json']), style, [style]"
            )
        ]
        for node in page.boom.css("*"):
            inline += [
                f"{page.pad}: {name}={value}"
                for name, value in node.attributes.items()
                if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            ]
    assert inline == []


def test_pages_load_nothing_from_elsewhere(alle: list[Bestand], werkbank: Bestand) -> None:
    loads = (
        "script[src], img, iframe, source, video, audio, embed, object, input[src], use, image, "
        "link:not([rel=canonical], [rel=alternate], [rel=prev], [rel=next]), form"
    )
    foreign = [
        f"{page.pad}: {node.tag} {value}"
        for page in [*alle, werkbank]
        for node in page.boom.css(loads)
        for name in ("src", "srcset", "href", "data", "action", "poster")
        if (value := node.attributes.get(name))
        and not urljoin(page.url, value).startswith((SITE_URL, "data:"))
    ]
    assert foreign == []


def test_styles_scripts_and_pictures_load_nothing_from_elsewhere(site: Path) -> None:
    loads = {
        ".css": r"url\(\s*['\"]?([^'\")]+)|@import([^;]*)",
        ".js": r"((?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s'\"`]*)",
        ".svg": r"(?:href|src)\s*=\s*['\"]([^'\"]*)",
    }
    foreign, read = [], 0
    for file in sorted(site.rglob("*")):
        if file.suffix in loads and not van_anderen(file, site):
            read += 1
            for groups in re.findall(loads[file.suffix], file.read_text(encoding="utf-8")):
                name = "".join(groups)
                if file.relative_to(site).parts[0] == "beheer" and name.startswith(GITHUB):
                    continue  # where a proposal goes, and where one looks at it
                if not name.startswith(("data:", "#")) and re.match(r"\s*(\w+:)?//", name):
                    foreign.append(f"{file.relative_to(site)}: {name}")
    assert read > 10
    assert foreign == []


def test_no_e_mail_address_no_path_of_a_machine_nothing_unfinished(site: Path) -> None:
    forbidden = re.compile(
        r"[\w.+-]+@[\w-]+\.[a-z]{2,}|mailto:(?!\")|(?<![\w.])/(?:work|tmp|root|home|Users)\b|\bTODO\b|\bFIXME\b"
        r"|lorem ipsum|file://"
    )
    found = []
    for file in sorted(site.rglob("*")):
        if file.suffix in TEXT and not van_anderen(file, site):
            text = file.read_text(encoding="utf-8")
            found += [
                f"{file.relative_to(site)}: {match.group()}" for match in forbidden.finditer(text)
            ]
    assert found == []
