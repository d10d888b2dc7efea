"""Finding a browser: what is told when there is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scripts import browser

BROWSERS = {"chromium": "CHROMIUM", "firefox": "FIREFOX"}


@pytest.fixture(autouse=True)
def kaal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with nothing on it, not even apt-get."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for variable in BROWSERS.values():
        monkeypatch.delenv(variable, raising=False)
    for name, one in browser.PROGRAMMAS.items():
        monkeypatch.setitem(browser.PROGRAMMAS, name, replace(one, mac_apps=()))


def program(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_text("#!/bin/sh\n")
    file.chmod(0o700)
    return file


@pytest.mark.parametrize(
    ("naam", "systeem", "zin"),
    [
        ("chromium", {"debian"}, "Installeer: sudo apt-get install chromium"),
        ("firefox", {"debian"}, "Installeer: sudo apt-get install firefox-esr"),
        (
            "firefox",
            {"ubuntu", "debian"},
            "Installeer Firefox van Mozilla (het .deb-pakket; de snap van firefox voldoet niet).",
        ),
        ("firefox", set(), "Installeer Firefox, of zet FIREFOX op het pad van de browser."),
        (
            "chromium",
            set(),
            "Installeer Chromium of Google Chrome, of zet CHROMIUM op het pad van de browser.",
        ),
    ],
)
def test_no_browser_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    naam: str,
    systeem: set[str],
    zin: str,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(browser, "_system", lambda: systeem)
    assert browser.main([naam]) == 1
    assert zin in capsys.readouterr().err


@pytest.mark.parametrize("naam", BROWSERS)
def test_variable_that_points_nowhere_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], naam: str
) -> None:
    monkeypatch.setenv(BROWSERS[naam], "/er/is/niets")
    assert browser.main([naam]) == 1
    assert f"{BROWSERS[naam]}=/er/is/niets wijst niet naar een programma" in capsys.readouterr().err


def test_first_name_that_is_installed_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, "firefox")
    first = program(tmp_path, "firefox-esr")
    assert browser.find("firefox") == first
    assert browser.find("chromium") is None
    assert browser.main(["firefox"]) == 0
    assert capsys.readouterr().out == f"Browser: {first}\n"


def test_variable_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "firefox-esr")
    own = program(tmp_path, "mijn-firefox")
    monkeypatch.setenv("FIREFOX", str(own))
    assert browser.find("firefox") == own
