"""What an answer of the service says to people: an error in JSON or XML, plain words, a web page.

Not here: which answers are errors (``client``, ``odata``).
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

_MEEST = 200
"""Signs of what the service says; the rest is for who looks there."""
_ONZICHTBAAR = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\s]+")
_WEBPAGINA = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_KOPPEN = tuple(re.compile(rf"<{tag}\b[^>]*>(.*?)</{tag}>", re.I | re.S) for tag in ("title", "h1"))
_XML = re.compile(r"<(?:\w+:)?message\b[^>]*>(.*?)</", re.I | re.S)
_HALVERWEGE = re.compile(r'"odata\.error".*?"value"\s*:\s*"((?:[^"\\]|\\.)*)', re.S)
"""An error that comes when half of the records are sent: no JSON any more."""
_TAG = re.compile(r"<[^>]*>")


def leesbaar(text: str) -> str:
    """A text of the service on one line, without signs that nobody sees."""
    return _ONZICHTBAAR.sub(" ", text).strip()


def is_webpagina(raw: bytes) -> bool:
    """Whether it is made for a browser: maintenance, a proxy, a page to sign in."""
    return _WEBPAGINA.match(raw[:2000].decode("utf-8-sig", "replace")) is not None


def gezegd(raw: bytes) -> str:
    """``De dienst zegt: '...'``, or nothing when there is nothing to read."""
    words = leesbaar(_woorden(raw))
    if len(words) > _MEEST:
        words = f"{words[:_MEEST].rstrip()} …"
    return f"De dienst zegt: '{words}'" if words else ""


def _woorden(raw: bytes) -> str:
    try:
        return fout_in(json.loads(raw)) or ""
    except (ValueError, RecursionError):
        text = raw.decode("utf-8-sig", "replace")
    if found := _HALVERWEGE.search(text):
        return found.group(1)
    forms = _KOPPEN if is_webpagina(raw) else (_XML,)
    found = next((one for form in forms if (one := form.search(text))), None)
    if found is None and not text.lstrip().startswith(("{", "[")):
        return html.unescape(_TAG.sub(" ", text))
    return html.unescape(_TAG.sub(" ", found.group(1))) if found else ""


def fout_in(answer: Any) -> str | None:
    """The message of an answer that is an error; None when it is none (or a text of its own)."""
    error = answer.get("odata.error", answer.get("error")) if isinstance(answer, dict) else None
    if isinstance(error, dict):
        message = error.get("message")
        words = message.get("value") if isinstance(message, dict) else message
        return words if isinstance(words, str) else "?"
    words = answer.get("Message") if isinstance(answer, dict) else answer
    return words if isinstance(words, str) else None
