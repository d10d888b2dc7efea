"""Find a browser, for the browser tests and for what is printed; install Debian's where there is
none and that can be done.

Not here: starting a browser and its flags (``tests/browser``).

    python -m scripts.browser [chromium|firefox]
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Programma:
    """A browser: the variable that points to it, where it is found, and what to install."""

    variable: str
    names: tuple[str, ...]
    mac_apps: tuple[Path, ...]
    debian: str
    naam: str
    mac: str
    ubuntu: str


PROGRAMMAS = {
    "chromium": Programma(
        variable="CHROMIUM",
        names=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        mac_apps=(
            Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ),
        debian="chromium",
        naam="Chromium of Google Chrome",
        mac="Google Chrome, of: brew install --cask chromium",
        ubuntu="Google Chrome (het .deb-pakket; de snap van chromium voldoet niet)",
    ),
    "firefox": Programma(
        variable="FIREFOX",
        names=("firefox-esr", "firefox"),
        mac_apps=(Path("/Applications/Firefox.app/Contents/MacOS/firefox"),),
        debian="firefox-esr",
        naam="Firefox",
        mac="Firefox, of: brew install --cask firefox",
        ubuntu="Firefox van Mozilla (het .deb-pakket; de snap van firefox voldoet niet)",
    ),
}


def find(name: str = "chromium") -> Path | None:
    """The browser to test with: what its variable names, else the first one installed."""
    browser = PROGRAMMAS[name]
    chosen = os.environ.get(browser.variable)
    for one in (chosen,) if chosen else browser.names:
        if path := shutil.which(one):
            return Path(path)
    if chosen:
        return None
    return next((app for app in browser.mac_apps if app.exists()), None)


def _system() -> set[str]:
    """The Linux family this machine says it belongs to; empty on other systems."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return set()
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()}


def _install(package: str, system: set[str]) -> None:
    """Ask apt-get for ``package`` where that is a real one and nobody has to type a password.

    On Ubuntu a browser's package is an empty shell around a snap: not tried there.
    """
    apt = shutil.which("apt-get")
    if apt is None or "debian" not in system or "ubuntu" in system:
        return
    if os.geteuid() != 0 and shutil.which("sudo") is None:
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    print(f"Geen browser gevonden; {package} van Debian wordt geïnstalleerd.", flush=True)
    for step in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run([*command, *step], check=False, stdin=subprocess.DEVNULL)


def advies(naam: str = "chromium") -> str:
    """What to do where there is no browser, in one sentence."""
    return _advice(PROGRAMMAS[naam], _system())


def _advice(browser: Programma, system: set[str]) -> str:
    """What to install on this machine, in one sentence."""
    variable = browser.variable
    if chosen := os.environ.get(variable):
        return f"{variable}={chosen} wijst niet naar een programma; verbeter dat of haal het weg."
    if sys.platform == "darwin":
        return f"Installeer {browser.mac}"
    if "ubuntu" in system:
        return f"Installeer {browser.ubuntu}."
    if "debian" in system:
        return f"Installeer: sudo apt-get install {browser.debian}"
    return f"Installeer {browser.naam}, of zet {variable} op het pad van de browser."


def main(args: list[str] | None = None) -> int:
    """Make sure there is a browser; 1 when there is none and it could not be installed."""
    parser = argparse.ArgumentParser(description="Zoek de browser voor de browsertests.")
    parser.add_argument("browser", nargs="?", choices=PROGRAMMAS, default="chromium")
    name = parser.parse_args(args).browser
    browser, system = PROGRAMMAS[name], _system()
    if find(name) is None and not os.environ.get(browser.variable):
        _install(browser.debian, system)
    found = find(name)
    if found is None:
        print(
            f"Deze tests hebben {browser.naam} nodig. {_advice(browser, system)}", file=sys.stderr
        )
        print(
            f"These tests need {browser.naam.replace(' of ', ' or ')}; see above.", file=sys.stderr
        )
        return 1
    print(f"Browser: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
