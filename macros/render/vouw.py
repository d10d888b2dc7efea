"""Sections of prose that fold: ``## Kop { .vouw }`` and what stands below it, up to the next one.

The heading keeps its anchor, so that a link to it still leads there. Not here: folds that a
template makes, or how one opens for who comes to something in it (the theme).
"""

from __future__ import annotations

import re

_KOP = re.compile(r'<h2(?=[^>]*\sclass="vouw")(?P<rest>[^>]*)>(?P<tekst>.*?)</h2>', re.DOTALL)
_EINDE = re.compile(r"<h[12][\s>]")


def gevouwen(html: str) -> str:
    """``html`` as Markdown makes it, with each marked section in a fold."""
    done, at = "", 0
    while kop := _KOP.search(html, at):
        volgende = _EINDE.search(html, kop.end())
        einde = volgende.start() if volgende else len(html)
        rest = kop["rest"].replace(' class="vouw"', "")
        done += html[at : kop.start()]
        done += f'<details class="vouw">\n<summary><h2{rest}>{kop["tekst"]}</h2></summary>\n'
        done += f"{html[kop.end() : einde].strip()}\n</details>\n"
        at = einde
    return done + html[at:]
