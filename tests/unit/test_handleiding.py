"""The examples of CONTRIBUTING.md, run out of the document itself on the invented region it is about.

Each example has a comment above it that a reader does not see: the file it goes into, and the page it
can be seen on. The examples of a heading are typed into a copy of ``tests/data_handleiding``, one
heading after another, as an editor would; then the check has nothing against it, and the change is on
the page. Nothing here reads ``data/``.
"""

from __future__ import annotations

import ast
import datetime
import os
import re
import shlex
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.issue import Level, has_errors
from macros.klok import vandaag
from macros.load import load
from macros.model.basis.datum import Datum
from macros.model.geheel import SOORTEN
from macros.model.soort import Soort
from macros.render.blokken.registry import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.source.nodes import parse
from macros.source.writer import canonical
from macros.taal.catalogus import data_texts, read, update
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.werkbank.formulier import formulier
from tests.unit.mini import ROOT

REGIO = ROOT / "tests" / "data_handleiding"
TEKST = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LEESMIJ = (ROOT / "README.md").read_text(encoding="utf-8")
DAG = datetime.datetime(2027, 6, 15, 12, tzinfo=datetime.UTC)
"""After everything that the examples tell of."""

BUITEN = "buiten de gegevens van de site"
"""Above an example of a file that is not in the data, or needs one that is not."""

_BLOK = re.compile(
    r"^( *)(?:<!-- ([^\n]+) -->\n *)?```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL
)
_MERK = re.compile(r"bestand: data/(\S+); pagina: (\S+)( \(zo staat het er\))?")
"""The last words: this is what the file looks like, and nothing changes."""
_AANROEP = re.compile(r"\{\{ (\w+)\(page(?:, (.+?))?\) \}\}")
_SLEUTELS = ("id", "kolom", "veld", "jaar", "tekst", "wat", "perioden", "sectoren", "datum")
"""By which of these fields an item of a list is known."""


@dataclass(frozen=True)
class Voorbeeld:
    """One example: what is typed, in which file, and the page it shows on."""

    kop: str
    taal: str
    inhoud: str
    pad: str
    pagina: str
    staat_er: bool

    @property
    def waarde(self) -> Any:
        document, issues = parse(self.inhoud, self.pad)
        assert document is not None
        assert not has_errors(issues)
        return document.value


def blokken() -> Iterator[tuple[str, str, str, str]]:
    """Every fenced block: the heading it stands under, its mark, its language and what is in it."""
    for found in _BLOK.finditer(TEKST):
        indent, mark, language, text = found.groups()
        [*_, heading] = re.findall(r"^#{2,3} (.+)$", TEKST[: found.start()], re.MULTILINE)
        yield heading, mark or "", language, re.sub(f"^{indent}", "", text, flags=re.MULTILINE)


def voorbeelden() -> Iterator[Voorbeeld]:
    for heading, mark, language, text in blokken():
        found = _MERK.fullmatch(mark)
        if found:
            pad, pagina, same = found.groups()
            yield Voorbeeld(heading, language, text, pad, pagina, bool(same))


def soort_van(pad: str) -> Soort | None:
    return next((s for s in SOORTEN if pad == s.pad or pad.startswith(f"{s.pad}/")), None)


# ---------------------------------------------------------------- typing it in


def samen(oud: Any, nieuw: Any) -> Any:
    """What a file says once the fields of an example stand in it."""
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        return oud | {key: samen(oud.get(key), value) for key, value in nieuw.items()}
    if isinstance(oud, list) and isinstance(nieuw, list) and isinstance(nieuw[0], dict):
        known = {sleutel(item): item for item in oud}
        typed = {sleutel(item): samen(known.get(sleutel(item)), item) for item in nieuw}
        whole = known.keys() <= typed.keys()
        return list((typed if whole else known | typed).values())
    return nieuw


def sleutel(item: dict[str, Any]) -> str:
    return next(str(item[key]) for key in _SLEUTELS if key in item)


def typ(map: Path, een: Voorbeeld) -> None:
    """The file as it is after the example was typed into it, or made from it."""
    file = map / een.pad
    old = file.read_text(encoding="utf-8") if file.is_file() else ""
    if een.taal == "po":
        text = vertaald(old, een.inhoud)
    elif een.taal == "csv":
        head, _, rows = een.inhoud.partition("\n")
        assert old.partition("\n")[0] in ("", head)
        text = f"{old}{rows}" if old else een.inhoud
    else:
        document, _ = parse(old, een.pad) if old else (None, [])
        text = canonical(samen(document.value if document else {}, een.waarde))
        if een.staat_er:
            assert text == old
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def vertaald(catalogus: str, ingang: str) -> str:
    """The catalogue with the translation of one text filled in."""
    key = next(line for line in ingang.splitlines() if line.startswith("msgid"))
    empty = f'{key}\nmsgstr ""\n'
    assert catalogus.count(empty) == 1
    return catalogus.replace(empty, ingang)


# ---------------------------------------------------------------- looking at the page


def weergave(map: Path, taal: str) -> Weergave:
    loaded = load(map, vandaag())
    wrong = [one for one in loaded.issues if one.level is Level.FOUT]
    assert wrong == []
    assert loaded.regio is not None
    v = Vertaler(taal, loaded.catalogi["en"].vertaald) if taal == "en" else Vertaler(taal)
    return Weergave(Blik(loaded.regio, v, loaded.vandaag))


def markdown(w: Weergave, pad: str) -> str:
    """The page at an address: one of a record, or one of prose."""
    file = f"{pad.rstrip('/')}.md"
    own = {one.pad: one.markdown for one in recordpaginas(w.blik)}
    if file in own:
        return own[file]
    prose = ROOT / "docs" / "nl"
    found = prose / file if (prose / file).is_file() else prose / pad / "index.md"
    return found.read_text(encoding="utf-8")


def tekst(w: Weergave, pad: str) -> str:
    """What the data show on a page; empty when there is no such page yet."""
    try:
        source = markdown(w, pad)
    except FileNotFoundError:
        return ""
    named = {block.__name__: block for block in all_blokken()}
    page = w.pagina(pad)
    parts = []
    for name, arguments in _AANROEP.findall(source):
        values = ast.literal_eval(f"({arguments},)") if arguments else ()
        parts.append(str(named[name](page, *values)))
    tree = LexborHTMLParser("".join(parts))
    return " ".join(tree.body.text(separator=" ").split()) if tree.body else ""


def zinnen(value: Any) -> Iterator[str]:
    """Everything in an example that is written for a reader."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in ("id", "voluit"):
                yield from zinnen(item)
    elif isinstance(value, list):
        for item in value:
            yield from zinnen(item)
    elif " " in value:
        yield " ".join(value.split())


@pytest.fixture(scope="module", autouse=True)
def dag() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(DAG.timestamp())))
        assert vandaag() == Datum(DAG.year, DAG.month, DAG.day)
        yield


def test_every_example_passes_the_check_and_is_on_its_page(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REGIO, tmp_path / "data"))
    examples = list(voorbeelden())
    assert len(examples) > 40
    for heading, group in groupby(examples, key=lambda one: one.kop):
        some = list(group)
        taal = "en" if some[0].pagina.startswith("en/") else "nl"
        before = weergave(folder, taal)
        if taal == "en":
            catalogue, _ = update(folder, taal, data_texts(before.blik.regio))
            assert catalogue is not None
            (folder / "vertaling" / "en.po").write_text(catalogue, encoding="utf-8")
        for een in some:
            typ(folder, een)
        after = weergave(folder, taal)
        for een in some:
            seen = tekst(after, een.pagina.removeprefix("en/"))
            assert seen, f"{heading}: er is geen pagina {een.pagina}"
            if not een.staat_er:
                was = tekst(before, een.pagina.removeprefix("en/"))
                assert seen != was, f"{heading}: {een.pagina} blijft gelijk"
            if een.taal == "yaml":
                # A sentence that became a heading has no full stop.
                missing = [zin for zin in zinnen(een.waarde) if zin.removesuffix(".") not in seen]
                assert missing == [], f"{heading}: staat niet op {een.pagina}"
            if een.taal == "po":
                [english] = re.findall(r'^msgstr "(.+)"$', een.inhoud, re.MULTILINE)
                assert english in seen
    catalogue_after, issues = read(folder, "en")
    assert (catalogue_after is not None, issues) == (True, [])


def test_no_example_is_left_out() -> None:
    for heading, mark, language, _ in blokken():
        if language in ("yaml", "csv", "po"):
            assert _MERK.fullmatch(mark) or mark == BUITEN, (
                f"{heading}: dit voorbeeld heeft geen merk"
            )
        else:
            assert language in ("", "sh"), heading
            assert not mark, heading


def test_the_region_of_the_examples_is_whole_invented_and_in_canonical_form() -> None:
    loaded = load(REGIO, vandaag())
    assert loaded.regio is not None
    assert loaded.regio.instellingen.soort == "voorbeeld"
    assert {one.level for one in loaded.issues} <= {Level.LET_OP}
    assert {one.code for one in loaded.issues} <= {"niet-vertaald"}


# ---------------------------------------------------------------- the table of README

WAT = {
    "speerpunt": "een speerpunt, een actie of de planning",
    "onderdeel": "een onderdeel van het model",
    "wet": "een wet",
    "artikel": "een wet",
    "uitspraak": "een uitspraak",
    "wegwijzer": "de wegwijzer",
    "mijlpaal": "een moment in het ontstaan van de agenda",
    "overleg": "een overleg",
    "vergadering": "een vergadering",
    "besluit": "een besluit",
    "voorstelroute": "de route van een voorstel",
    "voorstel": "een voorstel onderweg",
    "hulp": "wie je kunt bellen",
    "arrangement": "een onderwijszorgarrangement",
    "bevinding": "wat er mist",
    "les": "een les van een andere regio",
    "waarnemingen": "een cijfer",
    "indicator": "hoe je het leest",
    "duiding": "wat we ermee doen",
    "dpia": "de DPIA van een gemeente",
    "principe": "een leidend principe",
    "begrip": "een afkorting of moeilijk woord uitleggen",
    "bron": "een bron toevoegen of de controledatum bijwerken",
    "gemeente": "een gemeente",
    "partij": "een partij",
    "werkingsgebied": "een werkingsgebied",
    "versie": "een stand van de gegevens een naam geven",
    "agenda": "de titel en inleiding van de agenda",
    "regio": "instellingen van de regio",
}
"""Of each kind of record: the words of the table that promise that you can change it."""


def rijen() -> list[tuple[str, list[str]]]:
    """The table: what you want, and where to look below the data folder."""
    table = LEESMIJ.partition("| Je wilt | Kijk in |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()]
    return [(wat, re.findall(r"`data/([^`]+)`", waar)) for wat, waar in rows]


def test_everything_the_table_promises_has_an_example() -> None:
    shown = {soort.naam for een in voorbeelden() if (soort := soort_van(een.pad))}
    assert shown >= set(WAT)
    for naam, words in WAT.items():
        soort = next(one for one in SOORTEN if one.naam == naam)
        rows = [
            wat for wat, pads in rijen() if any(soort.pad.startswith(p.rstrip("/")) for p in pads)
        ]
        assert any(words in wat for wat in rows), naam


def test_every_row_of_the_table_about_data_has_its_examples() -> None:
    examples = list(voorbeelden())
    for wat, pads in rijen():
        for pad in pads:
            assert any(een.pad.startswith(pad) for een in examples), f"{wat}: {pad}"
        promised = [words for words in WAT.values() if words in wat]
        assert promised or pads in ([], ["vertaling/en.po"]), wat


# ---------------------------------------------------------------- commands and links


def test_every_make_command_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", TEKST + LEESMIJ, re.MULTILINE))
    assert {"check", "fix", "serve", "vertaal"} <= named <= targets


def test_no_command_needs_what_an_editor_has_not() -> None:
    assert "python" not in TEKST


def test_every_link_inside_the_document_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", TEKST, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", TEKST))
    assert links
    assert links <= slugs
    files = re.findall(r"\]\((?!https:)([^)#]+?)(?:#[^)]*)?\)", TEKST)
    assert [one for one in files if one.split("/")[0] != "data" and not (ROOT / one).exists()] == []


# ---------------------------------------------------------------- the workbench

BEHEER = TEKST.partition("\n## Zo verander je iets\n")[2].partition("\n## Op GitHub of ")[0]
"""What is told of changing something in a browser."""


def op_de_pagina() -> Iterator[str]:
    """Patterns of what the workbench and the foot of the site say."""
    for soort in SOORTEN:
        yield from (f"{soort.naam.capitalize()} {what}" for what in ("aanpassen", "toevoegen"))
        yield from map(re.escape, woorden(formulier(soort.naam)))
    scripts = sorted((ROOT / "docs" / "werkbank").glob("*.js"))
    for text in (re.sub(r'", long\("', "", one.read_text(encoding="utf-8")) for one in scripts):
        yield from map(re.escape, re.findall(r'"([^"\n]+)"', text))
        for found in re.findall(r"`(\w[^`\n]+)`", text):
            yield ".+".join(map(re.escape, re.split(r"\$\{[^}]*\}", found)))
    footer = (ROOT / "docs" / "theme" / "partials" / "footer.html").read_text(encoding="utf-8")
    yield from map(re.escape, re.findall(r'_\("([^"]+)"', footer))


def woorden(veld: dict[str, Any]) -> Iterator[str]:
    """The labels in a form, the button of each list, and what one does with a part that has a state."""
    yield veld["label"]
    for one in veld.get("velden", ()):
        yield from woorden(one)
    if item := veld.get("item"):
        yield f"{item['label'].capitalize()} toevoegen"
        for one in item.get("velden", ()):
            yield f"{one['label']} van een {item['label']} bijwerken"
        yield from woorden(item)


def test_what_the_manual_says_is_on_the_page_is_there() -> None:
    said = {" ".join(one.split()) for one in re.findall(r"\*\*(.+?)\*\*", BEHEER, re.DOTALL)}
    assert len(said) > 60
    there = re.compile("|".join({*op_de_pagina(), "Onbekend", r"Meer velden"}))
    assert [one for one in sorted(said) if not there.fullmatch(one)] == []


def test_each_picture_is_shown_with_words_for_who_does_not_see_it() -> None:
    shown = dict(re.findall(r"!\[(.*?)\]\(docs/werkbank/beeld/(.+?)\)", TEKST))
    assert all(len(words) > 30 for words in shown)
    files = sorted((ROOT / "docs" / "werkbank" / "beeld").glob("*.png"))
    assert sorted(shown.values()) == [file.name for file in files]
    for file in files:
        content = file.read_bytes()
        width, height = struct.unpack(">II", content[16:24])
        assert width <= 800, file.name
        assert height <= 900, file.name
        assert len(content) < 60_000, file.name


def test_what_is_told_about_going_back_with_git_does_so(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(REGIO, tmp_path / "data"))
    agenda = folder / "agendas/focusagenda-2021-2025.yml"
    who = {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    env = os.environ | who | {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}

    def git(command: str) -> str:
        done = subprocess.run(
            shlex.split(command), cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    git("git init --quiet")
    git("git add data")
    git("git commit --quiet -m Begin")
    first = agenda.read_text()
    agenda.write_text(first.replace("titel: ", "titel: Nieuwe "))
    git("git commit --quiet -a -m 'De titel is veranderd'")
    second = agenda.read_text()
    agenda.write_text("per ongeluk leeg\n")
    commands = [
        line for _, _, language, text in blokken() if language == "sh" for line in text.splitlines()
    ]
    log, restore, revert = commands
    said = git(log)
    assert "De titel is veranderd" in said
    assert "data/agendas/focusagenda-2021-2025.yml" in said
    git(restore)
    assert agenda.read_text() == second != first
    git(revert)
    assert agenda.read_text() == first
