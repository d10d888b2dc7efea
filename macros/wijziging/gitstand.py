"""The state of the data as git knows it: of which day it is, and which named states it has.

Not here: how git is asked (``bescherming.historie.opslag``), or who makes a named state
(``scripts.uitgave``).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from macros.bescherming.historie.opslag import GitError, Opslag, opslag_van
from macros.issue import Issue, Level
from macros.model.geheel import SOORTEN, pad_van, soort_van
from macros.model.regio import Versie
from macros.wijziging.stand import TAG, Benoemd, Stand

GEEN_COMMIT = "er is nog niets vastgelegd in git."

_GEMAAKT = "README.md"
"""It follows from the types: not what the data say."""


def stand(data: Path, tijdzone: str, versies: Collection[str]) -> Stand:
    """The state of the folder ``data``; its named states are called ``versies``."""
    found = opslag_van(data)
    if isinstance(found, str):
        return Stand(waarom_niet=found)
    bron, onder = found
    try:
        if not bron.kop():
            return Stand(waarom_niet=GEEN_COMMIT)
        at, los = bron.dag(onder), bron.is_los(onder)
        known = {key: one for key, one in benoemden(bron, onder, versies).items() if one}
        now = _inhoud(bron, "HEAD", onder) if known and not los else {}
    except GitError as error:
        return Stand(waarom_niet=f"git zegt: {error}")
    zone = ZoneInfo(tijdzone)
    return Stand(
        dag=datetime.datetime.fromtimestamp(at, zone).date() if at is not None else None,
        los=los,
        benoemd=MappingProxyType({key: _geteld(*one) for key, one in known.items()}),
        gelijk=frozenset(key for key, (_, files) in known.items() if files == now),
        waarom_niet="" if at is not None else GEEN_COMMIT,
    )


def benoemden(
    bron: Opslag, onder: str, versies: Collection[str]
) -> Mapping[str, tuple[str, Mapping[str, str]] | None]:
    """Of each named state where its data lay, and its files with what git calls their content.

    None when its tag is not there, or points to what has no record of it.
    """
    tags = bron.tags(TAG) if versies else {}
    return {key: _bij_tag(bron, tags.get(key, ""), onder, key) for key in versies}


def _bij_tag(
    bron: Opslag, commit: str, onder: str, key: str
) -> tuple[str, Mapping[str, str]] | None:
    own = pad_van(Versie, key)
    if not commit:
        return None
    if own in (files := _inhoud(bron, commit, onder)):
        return onder, files
    every = bron.bestanden(commit, "")  # the folder may have had another name
    found = [path.removesuffix(own).rstrip("/") for path in every if f"/{path}".endswith(f"/{own}")]
    return (found[0], _inhoud(bron, commit, found[0])) if len(found) == 1 else None


def _inhoud(bron: Opslag, commit: str, onder: str) -> Mapping[str, str]:
    files = bron.bestanden(commit, onder)
    files.pop(_GEMAAKT, None)
    return files


def _geteld(map_: str, files: Mapping[str, str]) -> Benoemd:
    folders = {soort.pad: soort.uitgang for soort in SOORTEN if soort.is_map}
    paths = [Path(one) for one in files]
    places = Counter(
        one.parent.as_posix() for one in paths if folders.get(one.parent.as_posix()) == one.suffix
    )
    total = sum(one.suffix in (".csv", ".yml") for one in paths)
    return Benoemd(map_, MappingProxyType(dict(places)), total)


CODE = "versie-zonder-tag"
CODE_VERPLAATST = "tag-verplaatst"
CODE_LOS = "tag-zonder-versie"
CODE_GIT = "tags-niet-nagekeken"


def meldingen(data: Path, versies: Collection[str]) -> tuple[Issue, ...]:
    """A warning for each named state of which the tag is not what it was: gone, moved or renamed.

    Nothing when there is no history to look at; of a shallow clone only what is gone.
    """
    found = opslag_van(data)
    if isinstance(found, str):
        return ()
    bron, onder = found
    try:
        tags = bron.tags(TAG)
        if not versies and not tags:
            return ()
        begun = {} if bron.is_ondiep() or not bron.kop() else _begonnen(bron)
        return tuple(_gemeld(bron, onder, data.as_posix(), versies, tags, begun))
    except GitError as error:
        message = f"De tags van benoemde standen zijn niet nagekeken. Git zegt: {error}"
        return (_melding(data.as_posix(), soort_van(Versie).pad, CODE_GIT, message, ""),)


def _begonnen(bron: Opslag) -> dict[str, list[str]]:
    """The commits that added the record of each named state, by its id, whatever the folder of data
    was called then.
    """
    found: dict[str, list[str]] = {}
    for path, commits in bron.begonnen(f"**/{pad_van(Versie, '*')}").items():
        found.setdefault(Path(path).stem, []).extend(commits)
    return found


def _gemeld(
    bron: Opslag,
    onder: str,
    data: str,
    versies: Collection[str],
    tags: Mapping[str, str],
    begun: Mapping[str, list[str]],
) -> Iterator[Issue]:
    here = bron.tags(TAG, "--merged=HEAD") if begun else {}
    strange = {key: commit for key, commit in here.items() if key not in versies}
    for key in versies:
        first = begun.get(key, [])
        at = first[-1][:10] if first else "COMMIT"
        make = f"git tag -a {TAG}{key} -m {key} {at}"
        here_as = next((other for other, commit in strange.items() if commit in first), "")
        if here_as and key not in tags:
            del strange[here_as]
            message = f"De tag van deze versie heet {TAG}{here_as}, en niet {TAG}{key}."
            yield _melding(
                data, pad_van(Versie, key), CODE, message, f"Geef hem zijn naam terug: {make}"
            )
        elif key not in tags:
            message = f"De tag {TAG}{key} is hier niet: deze stand is niet terug te halen."
            tip = f"Haal de tags op: git fetch --tags. Is hij er echt niet meer? {make}"
            yield _melding(data, pad_van(Versie, key), CODE, message, tip)
        elif first and not _is_zelfde(bron, onder, key, tags[key], first):
            message = f"De tag {TAG}{key} wijst naar een andere stand dan die is vastgelegd."
            tip = (
                "Wat met deze versie is geciteerd, klopt dan niet. Zet de tag terug: "
                f"{make.replace('-a', '-f -a', 1)}"
            )
            yield _melding(data, pad_van(Versie, key), CODE_VERPLAATST, message, tip)
    for key in sorted(strange):
        message = f"De tag {TAG}{key} hoort bij geen versie in deze gegevens."
        folder = soort_van(Versie).pad
        tip = f"Zo'n naam is de id van een bestand in {folder}/. Weghalen: git tag -d {TAG}{key}"
        yield _melding(data, folder, CODE_LOS, message, tip)


def _is_zelfde(bron: Opslag, onder: str, key: str, tag: str, eerste: Collection[str]) -> bool:
    """Whether a tag has the data of a commit that added its record; a history that was written
    anew has other commits with the same data.
    """
    if tag in eerste:
        return True
    there = _bij_tag(bron, tag, onder, key)
    states = (_bij_tag(bron, commit, onder, key) for commit in eerste)
    return there is not None and any(one is not None and one[1] == there[1] for one in states)


def _melding(data: str, pad: str, code: str, message: str, tip: str) -> Issue:
    return Issue(f"{data}/{pad}", 1, 1, code, message, tip, Level.LET_OP)
