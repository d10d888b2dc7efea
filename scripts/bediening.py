"""Serve a folder here, for a browser that measures. Not here: the preview (``serve``)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@contextmanager
def bediend(folder: Path, soorten: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of ``folder`` while it is served, ending in a slash.

    ``soorten``: what a file is by its suffix, where Python does not know that.
    """

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # head and body are two pieces: the second would wait
        extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **(soorten or {})}  # noqa: RUF012

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True  # a browser that goes away leaves its connection open
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
