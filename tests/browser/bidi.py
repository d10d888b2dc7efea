"""Firefox as it is installed, for Playwright: a relay that makes up for what this Firefox cannot yet.

Playwright drives its own, patched Firefox, and any other by WebDriver BiDi. It begins by asking which
colour scheme to show, and a Firefox that does not know that question ends the talk. The relay stands
between the two, passes on every word, and turns that one refusal into "done". So a test in Firefox
cannot choose the scheme of the system: it finds the light one.

Not here: finding Firefox (``scripts/browser.py``), and which tests it runs (all but those marked ``chromium``).

    python -m tests.browser.bidi PROGRAM ARGUMENTS
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from websockets.sync.client import connect
from websockets.sync.server import ServerConnection, serve

from tests.gebouwd import ROOT

FORGIVEN = "emulation.setMediaFeaturesOverride"
PREFERENCES: dict[str, str | float | bool] = {"general.smoothScroll": False}
"""What is looked at after a key has been pressed, is where it will stay."""

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


def launch(playwright: Playwright, program: Path, folder: Path) -> Browser:
    """Start ``program`` behind the relay; ``folder`` gets the command that does so."""
    command = folder / "firefox"
    words = [sys.executable, "-m", "tests.browser.bidi", str(program)]
    command.write_text(f'#!/bin/sh\ncd {shlex.quote(str(ROOT))} && exec {shlex.join(words)} "$@"\n')
    command.chmod(0o700)
    return playwright.firefox.launch(
        executable_path=command, channel="moz-firefox", firefox_user_prefs=PREFERENCES
    )


def relay(client: ServerConnection, firefox_url: str) -> None:
    """Pass on what ``client`` says to Firefox, and back, until one of them is gone."""
    asked: set[int] = set()
    path = client.request.path if client.request else ""
    with connect(firefox_url + path, max_size=None, compression=None) as firefox:

        def back() -> None:
            for said in firefox:
                answer = json.loads(said)
                if answer.get("id") in asked and answer.get("error") == "unknown command":
                    said = json.dumps({"type": "success", "id": answer["id"], "result": {}})
                client.send(said)
            client.close()

        threading.Thread(target=back, daemon=True).start()
        for said in client:
            command = json.loads(said)
            if command["method"] == FORGIVEN:
                asked.add(command["id"])
            firefox.send(said)


def serve_beside(firefox_url: str) -> str:
    """Start the relay to ``firefox_url``; gives its own address."""
    server = serve(
        lambda client: relay(client, firefox_url), "127.0.0.1", 0, max_size=None, compression=None
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"ws://127.0.0.1:{server.socket.getsockname()[1]}"


def main(command: list[str]) -> int:
    """Run Firefox; what it says is said on, with the address of the relay for its own."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as firefox:
        assert firefox.stderr is not None
        for line in firefox.stderr:
            if found := LISTENING.search(line):
                line = line.replace(found[1], serve_beside(found[1]))
            print(line, end="", file=sys.stderr, flush=True)
        return firefox.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
