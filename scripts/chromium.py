"""Find a browser for the browser tests; install Debian's where there is none and that can be done.

Not here: starting the browser and its flags (``tests/browser``).

    python -m scripts.chromium
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def find() -> Path | None:
    """The browser to test with: what ``$CHROMIUM`` names, else the first one installed."""
    chosen = os.environ.get(VARIABLE)
    names = (chosen,) if chosen else NAMES
    for name in names:
        if path := shutil.which(name):
            return Path(path)
    if chosen:
        return None
    return next((app for app in MAC_APPS if app.exists()), None)


def _system() -> set[str]:
    """The Linux family this machine says it belongs to; empty on other systems."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return set()
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()}


def _install(system: set[str]) -> None:
    """Ask apt-get for ``chromium`` where that is a real package and nobody has to type a password.

    On Ubuntu the package of that name is an empty shell around a snap: not tried there.
    """
    apt = shutil.which("apt-get")
    if apt is None or "debian" not in system or "ubuntu" in system:
        return
    if os.geteuid() != 0 and shutil.which("sudo") is None:
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    print("Geen browser gevonden; chromium van Debian wordt geïnstalleerd.", flush=True)
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([*command, *step], check=False, stdin=subprocess.DEVNULL)


def _advice(system: set[str]) -> str:
    """What to install on this machine, in one sentence."""
    if chosen := os.environ.get(VARIABLE):
        return f"{VARIABLE}={chosen} wijst niet naar een programma; verbeter dat of haal het weg."
    if sys.platform == "darwin":
        return "Installeer Google Chrome, of: brew install --cask chromium"
    if "ubuntu" in system:
        return "Installeer Google Chrome (het .deb-pakket; de snap van chromium voldoet niet)."
    if "debian" in system:
        return "Installeer: sudo apt-get install chromium"
    return f"Installeer Chromium of Google Chrome, of zet {VARIABLE} op het pad van de browser."


def main() -> int:
    """Make sure there is a browser; 1 when there is none and it could not be installed."""
    system = _system()
    if find() is None and not os.environ.get(VARIABLE):
        _install(system)
    browser = find()
    if browser is None:
        print(f"De browsertests hebben een browser nodig. {_advice(system)}", file=sys.stderr)
        print("The browser tests need Chromium or Google Chrome; see above.", file=sys.stderr)
        return 1
    print(f"Browser: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
