"""``python -m scripts.serve``: the site at http://127.0.0.1:8000, made anew at every change.

    python -m scripts.serve [--data DIR] [--port N]

Each build is a process of its own, so a change of the code counts at once. A build that fails shows
its problems here and leaves the last good site in the browser. The preview has no content security
policy, because the page reloads itself with an inline script; ``make build`` is the real thing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from macros.engine.bouw import PREVIEW

WATCHED = ("docs", "macros", *map(str, Path().glob("mkdocs*.yml")))
HOST = "127.0.0.1"


def rebuild(data: Path, out: Path, address: str) -> bool:
    """Build into ``out``; False when it failed (the problems are then on the screen)."""
    command = [sys.executable, "-m", "scripts.build", "--data", str(data), "--out", str(out)]
    environment = {**os.environ, PREVIEW: "1", "SITE_URL": address}
    return subprocess.run(command, env=environment, check=False).returncode == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the preview until Ctrl-C; 1 when there is not even a first site to show."""
    parser = argparse.ArgumentParser(prog="python -m scripts.serve", description="Bekijk de site.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--port", type=int, default=8000, help="poort op deze computer")
    options = parser.parse_args(arguments)
    address = f"http://{HOST}:{options.port}/"
    with tempfile.TemporaryDirectory(prefix="samen-voor-het-kind-") as scratch:
        out = Path(scratch) / "site"
        if not rebuild(options.data, out, address):
            return 1
        server = LiveReloadServer(
            builder=lambda: print(_outcome(rebuild(options.data, out, address)), flush=True),
            host=HOST,
            port=options.port,
            root=str(out),
        )
        server.error_handler = lambda code: (out / "404.html").read_bytes() if code == 404 else None
        for path in (options.data, *WATCHED):
            server.watch(str(path))
        print(
            f"Bekijk de site op {address} (stoppen: Ctrl-C).",
            flush=True,
        )
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print("Gestopt.")
        except OSError as error:
            print(f"Poort {options.port} is bezet ({error}). Kies een andere.", file=sys.stderr)
            return 1
        finally:
            server.shutdown()
    return 0


def _outcome(done: bool) -> str:
    return "Bijgewerkt." if done else "Niet bijgewerkt; in de browser staat nog de vorige site."


if __name__ == "__main__":
    sys.exit(main())
