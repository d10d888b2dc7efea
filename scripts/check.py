"""``python -m scripts.check``: is the data right? Prints every problem; exits 1 when there is one.

python -m scripts.check [--data DIR] [--historie] [--format text|github|json] [--fix]

With ``--historie`` also: did raw data or a small count ever get into the history of this project?
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from macros.bescherming.historie.controle import controleer
from macros.bescherming.historie.weg import CODE, verdwenen
from macros.drempel import DREMPEL
from macros.format import canonical_files, form_issues
from macros.invoer.inzending.formulier import BESTAND, formulier
from macros.issue import Issue, Level, as_text, has_errors, op_volgorde
from macros.klok import vandaag
from macros.load import Loaded, load, without_collector
from macros.model.geheel import SOORTEN
from macros.model.handboek import handboek
from macros.model.regio import Uitzonderingen
from macros.model.schema import EDITOR, editor
from macros.proza.lezen import gebreken
from macros.source.samen import gemeld, schrijf_samen
from macros.source.writer import replace_file
from macros.taal.talen import BRONTAAL
from macros.taal.talen import MAP as CATALOGI
from macros.verhuizing import verhuizing
from macros.wijziging.gitstand import meldingen

HANDBOOK = "README.md"


def as_github(issues: Iterable[Issue]) -> str:
    """GitHub's workflow commands: an annotation on the line of each problem."""
    return "\n".join(
        f"::{'error' if issue.level is Level.FOUT else 'warning'} "
        f"file={_property(issue.path)},line={issue.line},col={issue.column},"
        f"title={_property(issue.code)}::{_data(f'{issue.message} {issue.tip}'.strip())}"
        for issue in issues
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(issues: Iterable[Issue]) -> str:
    """A list of objects with the fields of ``Issue``, but for ``loc``: a place says as much."""
    found = [
        {name: one for name, one in asdict(issue).items() if name != "loc"} for issue in issues
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def fix(data: Path) -> None:
    """Write every readable file where it belongs and in canonical form; also what is made of the
    types.
    """
    moved = verhuizing(data)
    for path in moved.eerst:
        print(f"nog niet verhuisd, herstel dit eerst: {data / path}", file=sys.stderr)
    schrijf_samen(data, moved.schrijf)
    for path in moved.weg:
        (data / path).unlink()
        print(f"verhuisd: {data / path}", file=sys.stderr)
    for file, text in canonical_files(load(data, vandaag())):
        replace_file(file, text)
        print(f"in vaste vorm gezet: {file}", file=sys.stderr)
    for file, text in behind(data):
        replace_file(file, text)
        print(f"bijgewerkt: {file}", file=sys.stderr)


def behind(data: Path) -> Iterator[tuple[Path, str]]:
    """Handbook, issue form, editor settings: those that are there and not what the types give."""
    made: tuple[tuple[Path, Callable[[str], str]], ...] = (
        (data / HANDBOOK, lambda _: handboek()),
        (data.parent / BESTAND, lambda _: formulier()),
        (data.parent / EDITOR, editor),
    )
    for file, make in made:
        if file.is_file() and (now := file.read_text(encoding="utf-8")) != (text := make(now)):
            yield file, text


def behind_issues(data: Path) -> Iterator[Issue]:
    """A warning for each: the site does not need them."""
    for file, _ in behind(data):
        message = "Dit bestand loopt achter op de uitleg bij de velden."
        tip = "make fix werkt het bij."
        yield Issue(file.as_posix(), 1, 1, "loopt-achter", message, tip, Level.LET_OP)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the site can be built from the data, 1 when not."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.check", description="Controleer de data."
    )
    parser.add_argument("--data", type=Path, default=Path("data"), help="map met de gegevens")
    parser.add_argument("--format", choices=FORMATS, default="text", help="vorm van de meldingen")
    parser.add_argument(
        "--historie", action="store_true", help="zoek ook in alles wat ooit is gecommit"
    )
    parser.add_argument(
        "--fix", action="store_true", help="zet elk leesbaar bestand in de vaste vorm"
    )
    options = parser.parse_args(arguments)
    if options.fix:
        with gemeld():
            fix(options.data)
    with without_collector():
        return _check(options)


def _check(options: argparse.Namespace) -> int:
    loaded = load(options.data, vandaag())
    issues = bevonden(loaded, historie=options.historie)
    printed = FORMATS[options.format](issues)
    if printed:
        print(printed)
    return 0 if loaded.regio is not None and not has_errors(issues) else 1


def bevonden(loaded: Loaded, *, historie: bool) -> list[Issue]:
    """Everything that is wrong with a folder of data and what belongs to it, in order."""
    past = history(loaded) if historie else ()
    pages = gebreken(loaded.folder, loaded.regio)
    found = {*loaded.issues, *form_issues(loaded), *behind_issues(loaded.folder), *pages}
    return op_volgorde(een_keer(found, past, loaded.folder))


def history(loaded: Loaded) -> tuple[Issue, ...]:
    """What should never have been committed, and records that went; without git, only the word
    that nobody looked.
    """
    drempel = loaded.regio.instellingen.drempel if loaded.regio else DREMPEL
    uitslag = controleer(Path.cwd(), drempel, loaded.folder.as_posix())
    if uitslag.niet_gekeken:
        print(f"De geschiedenis is niet nagekeken: {uitslag.niet_gekeken}", file=sys.stderr)
    kept = [soort for soort in SOORTEN if soort.type is not Uitzonderingen]  # it may run empty
    folders = {soort.pad: soort.uitgang if soort.is_map else "" for soort in kept}
    folders |= {f"{CATALOGI}/{taal}.po": "" for taal in loaded.catalogi if taal != BRONTAAL}
    versies = loaded.regio.versies if loaded.regio else {}
    tags = meldingen(loaded.folder, versies)
    return (*uitslag.issues, *verdwenen(Path.cwd(), loaded.folder, folders), *tags)


def een_keer(found: Iterable[Issue], past: Iterable[Issue], data: Path) -> set[Issue]:
    """All of it; that a file is gone is told once, with how to bring it back, and not again at each
    place that names it.
    """
    issues, gone = set(past), {one.path: one for one in past if one.code == CODE}
    missed: dict[str, list[Issue]] = {}
    for one in found:
        lost = next((path for path in _mist(one, data) if path in gone), None)
        if lost is None:
            issues.add(one)
        else:
            missed.setdefault(lost, []).append(one)
    for path, places in missed.items():
        first = min(places)
        named = f"{Path(first.path).relative_to(data).as_posix()} (regel {first.line})"
        message = f"{gone[path].message} Er wordt nog naar verwezen, zoals in {named}."
        if first.path == path:
            message = gone[path].message
        issues.remove(gone[path])
        level = Level.FOUT if has_errors(places) else Level.LET_OP
        issues.add(replace(gone[path], message=message, level=level))
    return issues


_ER_IS_GEEN = re.compile(r"Er is geen (?:enkele )?([^'.]+?)(?: met de id '([^']+)')?\.")


_IS_ER_NIET = re.compile(r"\((\S+) is er niet\)")


def _mist(issue: Issue, data: Path) -> Iterator[str]:
    """The files, and then the folders, of which one must be gone when this is said."""
    yield issue.path
    if absent := _IS_ER_NIET.search(issue.message):
        yield (data / absent[1]).as_posix()
    said = _ER_IS_GEEN.match(issue.message)
    kinds = said[1].split(" of ") if said else ()
    for soort in SOORTEN:
        if soort.is_map and soort.naam in kinds:
            if said and said[2]:
                yield (data / soort.bestand(said[2])).as_posix()
            yield (data / soort.pad).as_posix()


if __name__ == "__main__":
    sys.exit(main())
