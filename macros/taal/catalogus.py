"""Catalogues: reading ``vertaling/<taal>.po``, every problem at its line, and keeping it current.

A catalogue holds the texts of the data, of the templates and of the Python code together. An entry
that is empty or fuzzy (its Dutch changed) does not count: the page then shows the Dutch.
"""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from macros.issue import Issue
from macros.model.basis import Tekstsoort, forbidden
from macros.model.geheel import SOORTEN, Regio
from macros.model.walk import first_sentence, may_be_unknown, nested_types
from macros.source.nodes import place
from macros.taal.vertaler import BRONTAAL, Vertaler

MAP = "vertaling"
MAX_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Catalogus:
    """One language: what counts as translated, and what is waiting because its Dutch changed."""

    taal: str
    vertaald: Mapping[str, str]
    verouderd: frozenset[str]

    def vertaler(self) -> Vertaler:
        """The translator that uses this catalogue."""
        return Vertaler(self.taal, self.vertaald)


def pad(folder: Path, taal: str) -> Path:
    """Where the catalogue of a language lies."""
    return folder / MAP / f"{taal}.po"


def bronnen_catalogus() -> Catalogus:
    """Dutch: nothing to look up."""
    return Catalogus(BRONTAAL, MappingProxyType({}), frozenset())


def read(folder: Path, taal: str) -> tuple[Catalogus | None, list[Issue]]:
    """The catalogue of ``taal``; None with the problems when it cannot be used (none: no file)."""
    if taal == BRONTAAL:
        return bronnen_catalogus(), []
    file = pad(folder, taal)
    name = file.as_posix()
    if not file.is_file():
        return None, []
    raw = file.read_bytes()
    if len(raw) > MAX_BYTES:
        message = "Dit vertaalbestand is te groot."
        return None, [Issue(name, 1, 1, "bestand-te-groot", message)]
    return _parse(raw, taal, name)


def _parse(raw: bytes, taal: str, name: str) -> tuple[Catalogus | None, list[Issue]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "Dit teken is niet in UTF-8 opgeslagen."
        tip = "Sla het bestand op met codering UTF-8."
        return None, [Issue(name, line, 1, "geen-utf8", message, tip)]
    header = _header_problem(text, taal)
    if header:
        line, message, tip = header
        return None, [Issue(name, line, 1, "po-kop", message, tip)]
    broken = _broken_entry(text)
    if broken:
        line, message, tip = broken
        return None, [Issue(name, line, 1, "po-vorm", message, tip)]
    try:
        catalog = read_po(io.StringIO(text), locale=taal, abort_invalid=True)
    except PoFileError as error:
        message = f"Hier klopt het vertaalbestand niet ({error})."
        tip = "Vergelijk met een eerdere versie van het bestand."
        return None, [Issue(name, error.lineno + 1, 1, "po-vorm", message, tip)]
    except (ValueError, LookupError, TypeError) as error:
        message = f"De kop van dit vertaalbestand klopt niet ({error})."
        tip = "Vergelijk de eerste regels met een eerdere versie van het bestand."
        return None, [Issue(name, 1, 1, "po-kop", message, tip)]
    issues = list(_entry_problems(catalog, name))
    done = {
        str(message.id): str(message.string)
        for message in catalog
        if message.id and message.string and not message.fuzzy
    }
    stale = frozenset(str(message.id) for message in catalog if message.id and message.fuzzy)
    return Catalogus(taal, MappingProxyType(done), stale), issues


_WORDS = r"(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)"
_BAD_LINE = re.compile(
    rf'^(?![ \t]*(?:#.*|(?:{_WORDS}[ \t]+)?"(?:[^"\\\n]|\\.)*"[ \t]*)?\r?$).+', re.MULTILINE
)
_MSGCTXT = re.compile(r"^[ \t]*msgctxt\b", re.MULTILINE)
_MSGID = re.compile(r'^msgid[ \t]+((?:".*"[ \t]*\n)+)', re.MULTILINE)


def _broken_entry(text: str) -> tuple[int, str, str] | None:
    """The first line that is no line of a catalogue, or a text that stands in it a second time."""
    bad = _BAD_LINE.search(text)
    if bad:
        tip = 'Een regel is: msgid "…", msgstr "…", een vervolg "…", of uitleg met #.'
        line, _ = place(text, bad.start())
        return line, "Deze regel kan in een vertaalbestand niet.", tip
    context = _MSGCTXT.search(text)
    if context:
        line, _ = place(text, context.start())
        return line, "msgctxt wordt hier niet gebruikt.", "Haal deze regel weg."
    seen: dict[str, int] = {}
    for found in _MSGID.finditer(text):
        key = found.group(1).replace('""', "").replace('"\n"', "")
        if key in seen:
            first, _ = place(text, seen[key])
            line, _ = place(text, found.start())
            message = f"Deze tekst staat er twee keer in (ook op regel {first})."
            return line, message, "Houd er één over."
        seen[key] = found.start()
    return None


_CHARSET = re.compile(r"Content-Type:\s*text/plain;\s*charset=([\w-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"^\"Language:\s*([\w-]*)", re.MULTILINE)


def _header_problem(text: str, taal: str) -> tuple[int, str, str] | None:
    """The header is the entry with the empty msgid; it must name UTF-8 and the right language."""
    head = text.split("\n\n", 1)[0]
    found = _CHARSET.search(head)
    if 'msgid ""' not in head or not found:
        message = "De kop van dit vertaalbestand ontbreekt of is beschadigd."
        tip = 'Bovenaan hoort: msgid "", en "Content-Type: text/plain; charset=utf-8\\n".'
        return 1, message, tip
    if found.group(1).lower().replace("-", "") != "utf8":
        line = head[: found.start()].count("\n") + 1
        return line, f"De kop noemt codering '{found.group(1)}'.", "Maak er charset=utf-8 van."
    language = _LANGUAGE.search(head)
    if language is None or language.group(1) != taal:
        line = head[: language.start()].count("\n") + 1 if language else 1
        said = language.group(1) if language else "geen taal"
        return (
            line,
            f"De kop noemt {said}, en dit bestand is voor '{taal}'.",
            f"Schrijf: Language: {taal}",
        )
    return None


def _fields(text: str) -> frozenset[str] | None:
    """The names between braces that are filled in later; None when the braces do not fit."""
    if "{" not in text and "}" not in text:
        return frozenset()
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in parts
        if name is not None
    )


def _entry_problems(catalog: Catalog, name: str) -> Iterator[Issue]:
    for message in catalog:
        if not message.id or not message.string or message.fuzzy:
            continue
        wanted, given = _fields(str(message.id)), _fields(str(message.string))
        if wanted is not None and wanted != given:
            text = "In deze vertaling kloppen de invulplaatsen niet (verwacht: {}).".format(
                ", ".join(sorted(f"{{{name}}}" for name in wanted)) or "geen"
            )
            tip = "Neem ze precies over uit het Nederlands."
            yield Issue(name, message.lineno or 1, 1, "po-invulplaats", text, tip)
        problem = forbidden(str(message.string))
        if problem and not forbidden(str(message.id)):
            yield Issue(name, message.lineno or 1, 1, *problem)


# ---------------------------------------------------------------- texts to translate


@dataclass(frozen=True, slots=True)
class Bericht:
    """A Dutch text to translate and where it stands: a file, and for data the field in it."""

    tekst: str
    pad: str
    loc: tuple[str | int, ...] = ()


def data_texts(regio: Regio) -> Iterator[Bericht]:
    """Every text of the data that is translated; ``pad`` is below the data folder."""
    for path, leaf in regio.bladeren:
        if leaf.tekst in (Tekstsoort.VAKTAAL, Tekstsoort.GEWONE_TAAL) and not leaf.onbekend:
            yield Bericht(leaf.value, path, leaf.loc)


def field_texts() -> Iterator[Bericht]:
    """What a field means, for every field that may be unknown: the list of gaps shows it."""
    for soort in SOORTEN:
        for kind in (soort.type, *nested_types(soort.type)):
            for field in kind.model_fields.values():
                if may_be_unknown(field.annotation) and field.description:
                    yield Bericht(first_sentence(field.description), "macros/model")


_KEYWORDS = {"_": None, "ui": None, "N_": None, "aantal": (2, 3), "n_": (2, 3)}
_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]


def interface_texts(*folders: Path) -> Iterator[Bericht]:
    """Every text in templates and Python code that is wrapped in a translation call."""
    for folder in folders:
        for file, _, message, _, _ in extract_from_dir(
            folder, method_map=_METHODS, keywords=_KEYWORDS
        ):
            texts = message if isinstance(message, tuple) else (message,)
            for text in texts:
                if text:
                    yield Bericht(text, f"{folder.name}/{Path(file).as_posix()}")


def untranslated(regio: Regio, catalogus: Catalogus) -> Iterator[Bericht]:
    """Data texts that a page shows in Dutch; each text once."""
    seen: set[str] = set()
    for bericht in data_texts(regio):
        if bericht.tekst not in catalogus.vertaald and bericht.tekst not in seen:
            seen.add(bericht.tekst)
            yield bericht


def update(folder: Path, taal: str, berichten: Iterable[Bericht]) -> str:
    """The text of the catalogue of ``taal`` with exactly ``berichten``.

    A translation whose Dutch changed a little is kept, marked fuzzy; what is not used goes.
    """
    template = Catalog(charset="utf-8")
    for bericht in berichten:
        template.add(bericht.tekst, locations=[(bericht.pad, 0)])
    file = pad(folder, taal)
    if file.is_file():
        with file.open("rb") as stream:
            catalog = read_po(stream, locale=taal)
    else:
        catalog = Catalog(locale=taal, charset="utf-8")
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    _changed(catalog)
    return als_po(catalog, taal)


def _changed(catalog: Catalog) -> None:
    """A new text that looks like one that went is that text, changed: its translation is stale."""
    gone = {str(m.id): m.string for m in catalog.obsolete.values() if m.string}
    for message in catalog:
        if message.id and not message.string:
            for old in difflib.get_close_matches(str(message.id), gone, n=1):
                message.string = gone[old]
                message.flags.add("fuzzy")


def als_po(catalog: Catalog, taal: str) -> str:
    """Only what matters: no dates or tool names in the header, no line numbers, sorted by place."""
    catalog.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalog, width=100, omit_header=True, include_lineno=False, sort_by_file=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {taal}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return header + out.getvalue().decode("utf-8").lstrip("\n")
