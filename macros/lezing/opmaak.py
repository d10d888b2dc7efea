"""What belongs to a machine and not in plain text: HTML, Markdown, macros, a conflict of git.

Only what a browser or Markdown would really read as such: ``B&W;`` and ``kinderen <Groep 3`` are
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from macros.lezing.vondst import Gevonden
from macros.lezing.woorden import een_van, woorden
from macros.source.vorm import CONFLICT

_NAMEN = een_van(woorden("tag") + woorden("tag_nooit_op_pagina"))
_TAG = re.compile(
    rf"</?{_NAMEN}(?:\s*/?>|[\s/][^<>]*>|\s+[a-z-]+\s*=\s*[\"'][^<]*)"
    r"|<!--|<!doctype\b|<\?(?:xml|php)\b|</?[a-z][a-z0-9]*[-:][a-z0-9-]*(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]*));")
_BRACES = re.compile(r"(\{\{|\{%|\{#)(?:[^{}\n]*(?:\}\}|%\}|#\}))?|(\}\}|%\}|#\})")
_LIJST = r"^ {0,3}(?:[-*+•]|\d{1,2}[.)])[ \t]+\S"
_MARKDOWN = [
    (what, re.compile(form, re.MULTILINE))
    for what, *forms in (
        (
            "een verwijzing",
            r"!?\[[^\]\n]{0,300}\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)",
            r"\[[^\]\n]{1,300}\] \(https?:[^()\s]*\)|<https?://[^<>\s]+>|(?<!\w)\[\^\w+\]",
            r"(?<!\w)\[[^\]\n]{1,300}\]\[[^\]\n]{0,300}\]|^ {0,3}\[[^\]\n]{1,300}\]: \S+",
        ),
        ("een kop", r"^ {0,3}#{1,6}[ \t]+.*[^\W\d_].*$", r"(?<=\S\n)(?:={3,}|-{3,})[ \t]*$"),
        ("een streep", r"^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$"),
        ("doorgehaalde tekst", r"~~(?=\S)[^~\n]*\S~~"),
        (
            "vette tekst",
            r"\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*",
            r"(?<!\w)__(?=[^\s_])[^_\n]*[^\s_]__(?!\w)",
        ),
        (
            "schuine tekst",
            r"(?<![\w*])\*(?=[^\s*])[^*\n]*[^\s*]\*(?![\w*])",
            r"(?<!\w)_(?=[^\s_])[^_\n]*[^\s_]_(?!\w)",
        ),
        ("code", r"^```[\s\S]*?(?:^```|\Z)|`[^`\n]+`"),
        ("een lijst", rf"{_LIJST}.*\n{_LIJST[1:]}", r"^ {0,3}[*+•][ \t]+\S.*$"),
        ("een citaat", r"^ {0,3}>[ \t]+\S.*$"),
        ("een tabel", r"^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|.*$"),
    )
    for form in forms
]
_SIGNS = re.compile(r"[<&{}#\]*_`>|•+~]|%\}|^ {0,3}(?:-|=|\d{1,2}[.)])", re.MULTILINE)
"""What each of them has somewhere."""


def zoek(tekst: str) -> Iterator[Gevonden]:
    """HTML, double braces and Markdown; no two findings in the same words."""
    if not _SIGNS.search(tekst):
        return
    for found in (*_tags(tekst), *_entities(tekst)):
        yield Gevonden(
            *found.span(),
            "html",
            f"In deze tekst staat HTML ('{found.group()[:40]}'). Dat kan niet.",
            "Schrijf gewone tekst. De site maakt de opmaak.",
        )
    for found in _BRACES.finditer(tekst):
        message = f"In deze tekst staan dubbele accolades ('{found[1] or found[2]}'). "
        message += "Die zijn voor de bouw van de site."
        yield Gevonden(*found.span(), "accolades", message, "Haal ze weg.")
    end = 0
    marks = [(*found.span(), what) for what, form in _MARKDOWN for found in form.finditer(tekst)]
    for begin, eind, what in sorted(marks, key=lambda one: (one[0], -one[1])):
        if begin >= end:
            end = eind
            words = " ".join(tekst[begin:eind].split())[:40]
            yield Gevonden(
                begin,
                eind,
                "opmaak",
                f"In deze tekst staat opmaak: {what} ('{words}'). De site toont de tekens zelf.",
                _TIP.get(what, "Schrijf gewone tekst. De site maakt de opmaak."),
            )


_TIP = {
    "een verwijzing": "Schrijf alleen de woorden. Een adres hoort in een veld voor adressen.",
    "een lijst": "Maak er zinnen van, of zet elk punt in een eigen waarde.",
}


def _tags(tekst: str) -> Iterator[re.Match[str]]:
    """Every tag, but not the one that closes what was told already."""
    opened: set[str] = set()
    for found in _TAG.finditer(tekst):
        name = _NAME.match(found.group())
        word = name[2].lower() if name else ""
        if not (name and name[1] and word in opened):
            opened.add(word)
            yield found


def _entities(tekst: str) -> Iterator[re.Match[str]]:
    for found in _ENTITY.finditer(tekst):
        if not found[1] or f"{found[1]};" in html5:
            yield found


_CONFLICT = re.compile(r"(?<![<>|=\w])(?:<{7}|>{7}|\|{7})(?=[ \t]|$)", re.MULTILINE)
_HALF = re.compile(r"(?<![^\s])={7}(?![^\s])")


def conflict(tekst: str, *, opmaak: bool) -> Iterator[Gevonden]:
    """What git leaves where two people changed the same lines; told once for a text.

    In Markdown a line of equal signs alone is a heading.
    """
    if not any(sign * 7 in tekst for sign in "<>|="):
        return
    first = _CONFLICT.search(tekst) or (None if opmaak else _HALF.search(tekst))
    if first:
        yield Gevonden(*first.span(), "conflict", *CONFLICT)
