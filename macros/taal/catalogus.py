"""Catalogues: reading ``vertaling/<taal>.po``, every problem at its line, and keeping it current.

A language has two. That of the interface lies with the code (``macros/vertaling``): texts of
templates and of Python. That of a region lies with its data. A text of the data that the interface
has too needs no entry of its own; when it has one, that one is for the data alone. An entry that is
empty or fuzzy (its Dutch changed) does not count: the page then shows the Dutch.

Not here: the form of the file (``po``).
"""

from __future__ import annotations

import io
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING

from macros.issue import Issue, Level
from macros.model.basis.invultekst import is_invultekst
from macros.model.basis.licentie import licentie_van
from macros.model.basis.onbekend import may_be_unknown
from macros.model.basis.tekst import Tekstsoort
from macros.model.basis.vorm import Keuze
from macros.model.geheel import SOORTEN, Regio
from macros.model.label import keuze_in_woorden, label
from macros.model.veld import waarde
from macros.model.walk import Leaf, first_sentence, nested_types
from macros.taal import po
from macros.taal.talen import MAP
from macros.taal.vertaler import Vertaler, niets

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

# What writes a catalogue is imported when one is written: to read one, Babel is not needed.

HUIS = Path(__file__).parents[1]
"""The folder of the code, which has a catalogue as a region has one."""


@dataclass(frozen=True, slots=True)
class Catalogus:
    """One language: what counts as translated, and what is waiting because its Dutch changed.

    ``interface`` is what the code has translated; ``vertaald`` what the region has.
    """

    taal: str
    vertaald: Mapping[str, str] = field(default_factory=niets)
    verouderd: frozenset[str] = frozenset()
    interface: Mapping[str, str] = field(default_factory=niets)

    def vertaler(self) -> Vertaler:
        """The translator that uses this catalogue."""
        return Vertaler(self.taal, self.interface, self.vertaald)


def pad(folder: Path, taal: str) -> Path:
    """Where the catalogue of a language lies."""
    return folder / MAP / f"{taal}.po"


def read(folder: Path, taal: str) -> tuple[Catalogus | None, list[Issue]]:
    """What a region translated; None with the problems when it cannot be used (none: no file)."""
    file = pad(folder, taal)
    entries, problems = _entries(file, taal, file.as_posix())
    return (None, problems) if entries is None else _read(entries, taal, file.as_posix())


def met_interface() -> list[str]:
    """The languages the code has been translated into."""
    return sorted(file.stem for file in (HUIS / MAP).glob("*.po"))


def interface(taal: str) -> tuple[Mapping[str, str] | None, list[Issue]]:
    """What the code translated, and in the same way None."""
    file, name = pad(HUIS, taal), pad(Path(HUIS.name), taal).as_posix()
    entries, problems = _entries(file, taal, name)
    if entries is None:
        return None, problems
    catalogus, issues = _read(entries, taal, name)
    waiting = [one.regel for one in entries if not one.vervallen and not _telt(one)]
    if waiting:
        message = (
            f"Van de vaste teksten van de site wachten er {len(waiting)} op vertaling ({taal})."
        )
        tip = "De pagina's tonen ze in het Nederlands. Dit is de eerste."
        issues.append(Issue(name, waiting[0], 1, "niet-vertaald", message, tip, Level.LET_OP))
    return catalogus.vertaald, issues


def _read(entries: Iterable[po.Ingang], taal: str, name: str) -> tuple[Catalogus, list[Issue]]:
    issues: list[Issue] = []
    done: dict[str, str] = {}
    stale: set[str] = set()
    for entry in entries:
        issues += _entry_problems(entry, name)
        if _telt(entry):
            done[entry.nederlands] = entry.vertaling
        elif entry.vertaling and po.FUZZY in entry.vlaggen and not entry.vervallen:
            stale.add(entry.nederlands)
    return Catalogus(taal, MappingProxyType(done), frozenset(stale)), issues


def _entries(file: Path, taal: str, name: str) -> tuple[tuple[po.Ingang, ...] | None, list[Issue]]:
    return po.lees(file.read_bytes(), taal, name) if file.is_file() else (None, [])


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


def _lines(text: str) -> bool:
    return "\n" in text.strip()


def _telt(entry: po.Ingang) -> bool:
    """Whether the page shows this translation: it is finished, and fits where one line fits."""
    if entry.vervallen or not entry.vertaling or po.FUZZY in entry.vlaggen:
        return False
    return _lines(entry.nederlands) or not _lines(entry.vertaling)


def _entry_problems(entry: po.Ingang, name: str) -> Iterator[Issue]:
    dutch, translation = entry.nederlands, entry.vertaling
    if entry.vervallen or not translation or po.FUZZY in entry.vlaggen:
        return
    loc = (dutch,)
    if not _telt(entry):
        text = "Deze vertaling heeft meer regels dan het Nederlands. De pagina toont Nederlands."
        tip = "Zet de vertaling op één regel: haal \\n weg."
        yield Issue(name, entry.regel, 1, "po-regels", text, tip, Level.LET_OP, loc)
    wanted, given = _fields(dutch), _fields(translation)
    if wanted is not None and wanted != given:
        text = "In deze vertaling kloppen de invulplaatsen niet (verwacht: {}).".format(
            ", ".join(sorted(f"{{{field}}}" for field in wanted)) or "geen"
        )
        tip = "Neem ze precies over uit het Nederlands."
        yield Issue(name, entry.regel, 1, "po-invulplaats", text, tip, loc=loc)
    if is_invultekst(translation, vertaling=True) and not is_invultekst(dutch):
        text = f"'{translation.strip()[:40]}' is geen vertaling voor lezers."
        tip = "Vertaal het Nederlands, of laat msgstr leeg: dan staat er Nederlands."
        yield Issue(name, entry.regel, 1, "po-invultekst", text, tip, loc=loc)


# ---------------------------------------------------------------- texts to translate


@dataclass(frozen=True, slots=True)
class Bericht:
    """A Dutch text to translate and where it stands: a file, and for data the field in it."""

    tekst: str
    pad: str
    loc: tuple[str | int, ...] = ()


def data_texts(regio: Regio) -> Iterator[Bericht]:
    """Every text of the data that is translated; ``pad`` is below the data folder."""
    for path, leaf in regio.waarden(_is_vertaald):
        if leaf.loc != _LICENTIE or licentie_van(leaf.value) is None:
            yield Bericht(leaf.value, path, leaf.loc)


_LICENTIE = ("licentie_teksten",)
"""Terms that a region wrote itself are translated; the name of a licence is the same everywhere."""


def _is_vertaald(leaf: Leaf) -> bool:
    return leaf.tekst in (Tekstsoort.VAKTAAL, Tekstsoort.GEWONE_TAAL) and not leaf.onbekend


def field_texts() -> Iterator[Bericht]:
    """What a field means, for every field that may be unknown: the list of gaps shows it."""
    for soort in SOORTEN:
        for kind in (soort.type, *nested_types(soort.type)):
            for one in kind.model_fields.values():
                if may_be_unknown(one.annotation) and one.description:
                    yield Bericht(first_sentence(one.description), _MODEL)


def model_texts() -> Iterator[Bericht]:
    """What kinds of records, fields and choices are called, wherever a change of them is told."""
    for soort in SOORTEN:
        yield from (Bericht(one, _MODEL) for one in (soort.enkelvoud, soort.meervoud))
        for kind in (soort.type, *nested_types(soort.type)):
            for naam, info in kind.model_fields.items():
                yield Bericht(label(naam, info.description or ""), _MODEL)
                found = waarde(info).kern.type
                if isinstance(found, type) and issubclass(found, Keuze):
                    yield from (Bericht(keuze_in_woorden(one.value), _MODEL) for one in found)


_MODEL = "macros/model"

_KEYWORDS = {"_": None, "ui": None, "N_": None, "aantal": (2, 3), "n_": (2, 3)}
_METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]


def interface_texts(*folders: Path) -> Iterator[Bericht]:
    """Every text in templates and Python code that is wrapped in a translation call."""
    from babel.messages.extract import extract_from_dir

    for folder in folders:
        for file, _, message, _, _ in extract_from_dir(
            folder, method_map=_METHODS, keywords=_KEYWORDS
        ):
            texts = message if isinstance(message, tuple) else (message,)
            for text in texts:
                if text:
                    yield Bericht(text, f"{folder.name}/{Path(file).as_posix()}")


def untranslated(regio: Regio, v: Vertaler) -> Iterator[Bericht]:
    """Data texts that a page shows in Dutch; each text once."""
    seen: set[str] = set()
    for bericht in data_texts(regio):
        if v.vertaling(bericht.tekst) is None and bericht.tekst not in seen:
            seen.add(bericht.tekst)
            yield bericht


def update(
    folder: Path,
    taal: str,
    berichten: Iterable[Bericht],
    elders: Container[str] = (),
    getypt: Mapping[str, str] | None = None,
) -> tuple[str | None, list[Issue]]:
    """The text of the catalogue of ``taal`` with exactly ``berichten``, whatever their order.

    A translation whose Dutch changed a little is kept, marked fuzzy. The old pair of a region stays
    below (``#~``), also when its text is gone: whoever undoes the change gets it back. Of the
    interface only what changed stays. What has no translation here and is translated ``elders``
    goes. What somebody translated just now (``getypt``, by its Dutch) is finished, or empty again.
    None, with the problems, when there is a catalogue that cannot be read.
    """
    from babel.messages.catalog import Catalog, Message

    file = pad(folder, taal)
    entries, issues = _entries(file, taal, file.as_posix())
    if issues:
        return None, issues
    template = Catalog(charset="utf-8")
    for bericht in sorted(berichten, key=lambda one: one.pad):
        template.add(bericht.tekst, locations=[(bericht.pad, 0)])
    catalog = Catalog(locale=taal, charset="utf-8")
    old: dict[str, Message] = {}
    for entry in entries or ():
        flags = entry.vlaggen if entry.vertaling else entry.vlaggen - {po.FUZZY}
        message = Message(
            entry.nederlands, entry.vertaling, flags=flags, user_comments=entry.opmerkingen
        )
        if not entry.vervallen:
            catalog[entry.nederlands] = message
        elif entry.vertaling:
            old[entry.nederlands] = message
    for dutch in [dutch for dutch in old if dutch in template]:
        message = old.pop(dutch)
        if dutch not in catalog or not catalog[dutch].string:
            catalog.delete(dutch)
            catalog[dutch] = message
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    changed, gone = _changed(catalog)
    old |= changed if folder.resolve() == HUIS else gone
    for dutch, translation in (getypt or {}).items():
        if dutch in template:
            catalog[dutch].string = translation
            catalog[dutch].flags.discard(po.FUZZY)
    for message in list(catalog):
        if message.id and not message.string and message.id in elders:
            catalog.delete(message.id)
    catalog.obsolete = {dutch: old[dutch] for dutch in sorted(old)}
    return als_po(catalog, taal), []


def _changed(catalog: Catalog) -> tuple[dict[str, Message], dict[str, Message]]:
    """A new text that looks like one that went is that text, changed: its translation is stale.

    Gives the pairs that changed and were right, and all that went and were right.
    """
    import difflib

    gone = {str(m.id): m for m in catalog.obsolete.values() if m.string}
    right = {dutch: m for dutch, m in gone.items() if not m.fuzzy}
    changed = {}
    for message in catalog:
        if message.id and not message.string:
            for dutch in difflib.get_close_matches(str(message.id), gone, n=1):
                message.string = gone[dutch].string
                message.flags.add(po.FUZZY)
                if dutch in right:
                    changed[dutch] = right[dutch]
    return changed, right


def als_po(catalog: Catalog, taal: str) -> str:
    """Only what matters: no dates or tool names in the header, no line numbers, sorted by place."""
    from babel.messages.pofile import write_po

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
