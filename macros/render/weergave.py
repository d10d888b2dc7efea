"""One language of one region, ready to be written as HTML.

``Weergave`` holds what every page shares; ``Pagina`` is one page: it knows its own depth, so that
links are relative, and which terms it has explained, so that each is explained once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup, escape

from macros.lezing.woorden import een_van, woorden
from macros.model.basis.record import Status
from macros.model.geheel import SOORT, Regio
from macros.opendata.adres import TABELVORMEN
from macros.render.onbekend import zonder_onbekend
from macros.render.sjabloon import bewaar
from macros.taal.proza import Prozapagina
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.blik import Blik
from macros.views.hulp.hulp import alle_hulp
from macros.views.onbekend import niet_bekend
from macros.views.regio.begrippen import begrip as begrip_als_rij

MELDINGEN = "/issues"
"""Where the issues of a repository are, below its address."""

TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class Weergave:
    """A region in one language; ``meldingen`` is the address of the issue tracker (or empty).

    ``verouderd`` are the Dutch texts whose translation waits, ``proza`` the pages of prose by path,
    ``weg`` those that are left out: the region has nothing for them. ``map`` is where its data lie
    in the repository, ``adres`` the root of the site when that is known.
    ``gemist`` is told what cannot be made here; without it that is an error.
    """

    blik: Blik
    verouderd: Collection[str] = frozenset()
    proza: Mapping[str, Prozapagina] = field(default_factory=dict)
    meldingen: str = ""
    weg: frozenset[str] = frozenset()
    map: str = "data"
    gemist: list[str] | None = None
    adres: str = ""

    def heeft(self, *namen: str) -> bool:
        """Whether the region has anything of one of these areas, kinds or parts."""
        return heeft(self.blik.regio, *namen)

    def bestand(self, pad: str) -> str:
        """A file (``data/agenda.yml``) as it is called in the repository of this region."""
        return f"{self.map}/{pad.removeprefix('data/')}" if pad.startswith("data/") else pad

    @property
    def broncode(self) -> str:
        """Where the source of the site is; empty when that is not known."""
        return self.meldingen.removesuffix(MELDINGEN)

    def voluit(self, pad: str) -> str:
        """The whole address of a site path of this language; empty when nobody knows the site's."""
        taal = self.blik.v.taal
        folder = "" if taal == BRONTAAL else f"{taal}/"
        return f"{self.adres.rstrip('/')}/{folder}{pad}" if self.adres else ""

    @property
    def contact(self) -> str | None:
        """Where to ask a question; None is unknown."""
        contact = self.blik.regio.instellingen.contact
        return contact if isinstance(contact, str) else None

    @cached_property
    def omgeving(self) -> Environment:
        """The Jinja environment: everything is escaped, a missing name is an error."""
        env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_in_own_language(self.blik.v),
            auto_reload=False,
        )
        bewaar(env)
        env.globals.update(_=self.blik.v.ui, n_=self.blik.v.aantal, getal=self.blik.v.getal)
        env.globals.update(adres=lambda soort: SOORT[soort].pagina)
        env.globals.update(heeft=self.heeft, bestand=self.bestand, tabelvormen=TABELVORMEN)
        env.globals.update(niet_bekend=partial(niet_bekend, self.blik.v))
        return env

    @cached_property
    def woorden(self) -> Woorden:
        """The terms that are recognised in running text."""
        return Woorden.van(self.blik.regio)

    @cached_property
    def nummers(self) -> Nummers:
        """The numbers of help that may stand in running text."""
        bel = self.omgeving.get_template("hulp/delen.html").module.bel  # type: ignore[attr-defined]
        rows = {row.telefoon: row for row in alle_hulp(self.blik) if row.telefoon}
        return Nummers({number: bel(row, "") for number, row in rows.items()})

    def pagina(self, url: str) -> Pagina:
        """The page at ``url`` (site path of this language: ``agenda/``, empty for the start)."""
        return Pagina(self, url.removeprefix("./"))


def _in_own_language(v: Vertaler) -> Callable[[Any], Any]:
    """A text that is still in Dutch says so, to the eye and to a screen reader."""

    def finalize(value: Any) -> Any:
        if not isinstance(value, Tekst):
            return value if isinstance(value, _LEESBAAR) else _leesbaar(value)
        if value.taal == v.taal:
            return value.tekst
        return _marked(v, value, escape(value.tekst))

    return finalize


_LEESBAAR = (str, int, float, Decimal, Undefined)


def _leesbaar(value: Any) -> Any:
    """What has words of its own; a page never shows how Python writes a thing."""
    own = getattr(type(value).__str__, "__module__", None) or ""
    if not own.startswith("macros.") and not hasattr(value, "__html__"):
        raise TypeError(f"a page cannot show a {type(value).__name__}: {value!r:.200}")
    return value


def _marked(v: Vertaler, text: Tekst, html: Markup) -> Markup:
    if text.is_naam:
        return Markup('<span lang="{}">{}</span>').format(text.taal, html)
    note = v.ui(N_("alleen in het Nederlands"))
    return Markup('<span lang="{}">{}</span> <span class="alleen-nl">({})</span>').format(
        text.taal, html, note
    )


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words of the glossary, longest first; in another language only the abbreviations.

    An abbreviation counts as it is written; a Dutch word in any case, but never in English, where
    the same letters may be another word.
    """

    nederlands: re.Pattern[str] | None
    afkortingen: re.Pattern[str] | None
    id_van: dict[str, str]

    @classmethod
    def van(cls, regio: Regio) -> Woorden:
        """All spellings of all terms that are not archived."""
        ids: dict[str, str] = {}
        for key, begrip in regio.begrippen.items():
            if begrip.status is Status.ACTIEF:
                for word in (begrip.term, *begrip.ook_geschreven_als):
                    ids[_form(word)] = key
        exact = [word for word in ids if not word.islower()]
        loose = [word for word in ids if word.islower()]
        return cls(_pattern(exact, loose), _pattern(exact, []), ids)

    def in_tekst(self, text: Tekst) -> Iterable[re.Match[str]]:
        """Every term in ``text``, from left to right."""
        pattern = self.nederlands if text.taal == BRONTAAL else self.afkortingen
        return pattern.finditer(text.tekst) if pattern else ()

    def begrip(self, word: str) -> str:
        """The id of the term that ``word`` is a spelling of."""
        return self.id_van.get(word) or self.id_van[word.lower()]


class Nummers:
    """Telephone numbers of help, each with the link that calls it, to find in running text."""

    def __init__(self, links: Mapping[str, Markup]) -> None:
        self._links = links
        words = "|".join(re.escape(one) for one in links)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if words else None

    def in_tekst(self, text: str) -> Markup:
        """The text, escaped, with what can be called as a link."""
        if self._pattern is None or not self._pattern.search(text):
            return escape(text)
        done, at = Markup(""), 0
        for match in self._pattern.finditer(text):
            if len(match.group()) <= _KORT and not _BEL.search(text, 0, match.start()):
                continue
            done += escape(text[at : match.start()]) + self._links[match.group()]
            at = match.end()
        return done + escape(text[at:])


_KORT = 4
"""A number of so few signs may be a count or an article too: it is one to call after a word that
says so (``Bel dan 112``)."""
_BEL = re.compile(rf"(?<!\w){een_van(woorden('telefoon'))}(?:\s+\w+)?[\s:]*$", re.IGNORECASE)


def _pattern(exact: list[str], loose: list[str]) -> re.Pattern[str] | None:
    """Whole words only; the longest of two that begin alike wins."""
    words = sorted([*exact, *loose], key=len, reverse=True)
    if not words:
        return None
    anycase = frozenset(loose)
    parts = (f"(?i:{re.escape(w)})" if w in anycase else re.escape(w) for w in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])")


def _form(word: str) -> str:
    return word if any(letter.isupper() for letter in word[1:]) else word.lower()


@dataclass
class Pagina:
    """One page while it is written."""

    weergave: Weergave
    url: str
    uitgelegd: set[str] = field(default_factory=set)

    @property
    def blik(self) -> Blik:
        """What its views are of."""
        return self.weergave.blik

    def link(self, pad: str) -> str:
        """The address of a site path (``agenda/#x``, or ``#x`` on this page) seen from here."""
        if pad.startswith("#"):
            return pad
        return ("../" * self.url.count("/") + pad) or "./"

    def hoofdmap(self, pad: str) -> str:
        """The address of what is there once for all languages (``beheer/``), seen from here."""
        return self.link(pad if self.blik.v.taal == BRONTAAL else f"../{pad}")

    def toon(self, template: str, **values: Any) -> Markup:
        """A template of ``macros/templates`` with ``values``, in this page."""
        found = self.weergave.omgeving.get_template(template)
        html = found.render(
            **values,
            link=self.link,
            hoofdmap=self.hoofdmap,
            uitleg=self.uitleg,
            alineas=self.alineas,
            begrip=self.begrip,
        )
        return Markup(zonder_onbekend(re.sub(r"\n\s*\n+", "\n", html.strip()), self.blik.v))

    def alineas(self, text: Tekst) -> Markup:
        """Paragraphs, with terms explained at their first use."""
        texts = (self.uitleg(part) for part in text.alineas())
        return Markup("\n").join(Markup("<p>{}</p>").format(html) for html in texts)

    def uitleg(self, text: Tekst) -> Markup:
        """One line of text, with each term explained where this page uses it first, and each number
        of help as a link that calls it.
        """
        v = self.blik.v
        done = Markup("")
        at = 0
        for match in self.weergave.woorden.in_tekst(text):
            key = self.weergave.woorden.begrip(match.group())
            if key in self.uitgelegd:
                continue
            before = self.weergave.nummers.in_tekst(text.tekst[at : match.start()])
            done += before + self.begrip(key, match.group())
            at = match.end()
        done += self.weergave.nummers.in_tekst(text.tekst[at:])
        return done if text.taal == v.taal else _marked(v, text, done)

    def kaal(self, text: Tekst) -> Markup:
        """One line of text as it is, for a heading."""
        return escape(_in_own_language(self.blik.v)(text))

    def begrip(self, key: str, word: str) -> Markup:
        """A term as a button that opens its explanation, by touch or key and without script."""
        w = self.weergave
        found = w.blik.regio.begrippen.get(key)
        if found is None or found.status is not Status.ACTIEF or key in self.uitgelegd:
            return escape(word)
        self.uitgelegd.add(key)
        row = begrip_als_rij(w.blik, found)
        return Markup(
            w.omgeving.get_template("regio/begrip.html")
            .render(begrip=row, woord=word, link=self.link)
            .replace("\n", "")
            .strip()
        )
