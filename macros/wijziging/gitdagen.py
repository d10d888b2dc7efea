"""The history of a folder of data, out of git: what the last state of each day says otherwise than
the last one before it.

Along the first parents of this branch, so that a proposal counts on the day it was merged; on the
day of the region, and never on an earlier one than the state before it. What git cannot give, or
what could not be read on its day, is passed over and told. Not here: how git is asked
(``bescherming.historie.opslag``), what may be shown (``poort``).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from macros import kast, lezing
from macros.bescherming.historie.opslag import GitError, Opslag, Wissel, opslag_van
from macros.bescherming.uitgaven import domein
from macros.issue import Issue, Level, has_errors
from macros.model.basis.verwijzing import Verwijzing, kan_id_zijn
from macros.model.geheel import SOORT, Regio, kolommen, pad_van
from macros.model.monitor.indicator import Indicator
from macros.model.regio import Instellingen
from macros.model.soort import Soort
from macros.model.walk import verwijzing_in
from macros.source.bytes import MAX_BYTES, text_van
from macros.source.nodes import Value, op, parse
from macros.source.tabel import parse_tabel
from macros.wijziging.dag import recordwijzigingen, soort_van_record
from macros.wijziging.geschiedenis import (
    NIETS,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.geschiedenisbestand import dag_als_rij, dag_uit_rij
from macros.wijziging.poort import Poort
from macros.wijziging.verschil import soort_toen
from macros.wijziging.woorden import titels

_SOORT = "geschiedenis"
_BEGIN_VAN_GIT = datetime.date(2005, 4, 7)
_NIET_VASTGELEGD = "deze gegevens zijn nog niet vastgelegd in git."
_ONLEESBAAR = "git kan de geschiedenis hier niet lezen."


def geschiedenis(folder: Path, regio: Regio, vandaag: datetime.date) -> Geschiedenis:
    """Of the data of ``regio``, that lie in ``folder``. Whatever is wrong with git: then there is
    none, and it says why.
    """
    found = opslag_van(folder)
    if isinstance(found, str):
        return Geschiedenis(waarom_niet=found)
    try:
        return _bewaard(*found, regio, vandaag)
    except (GitError, OSError, ValueError):
        return Geschiedenis(waarom_niet=_ONLEESBAAR)


def meldingen(geschiedenis: Geschiedenis, data: str) -> Iterator[Issue]:
    """What whoever builds the site should know of its history; ``data`` is how the folder is
    called. None of it stops anything.
    """

    def let_op(message: str, tip: str = "") -> Issue:
        return Issue(data, 1, 1, "geschiedenis", message, tip, Level.LET_OP)

    if geschiedenis.waarom_niet:
        yield let_op(f"De site toont niet wat er veranderde: {geschiedenis.waarom_niet}")
    if geschiedenis.onvolledig:
        message = "De geschiedenis is hier niet volledig: de site toont alleen de nieuwste dagen."
        yield let_op(message, "Wil je alles tonen? Haal het op: git fetch --unshallow")
    if skipped := geschiedenis.overgeslagen:
        first, *more = sorted(skipped)
        total = sum(skipped.values())
        count = f"{total} oude versies" if total > 1 else "1 oude versie"
        others = f" en {len(more)} andere" if more else ""
        message = f"De geschiedenis slaat {count} over die niet te lezen zijn, van {first}{others}."
        yield let_op(message)
    if number := geschiedenis.vreemde_data:
        count = f"{number} keer klopt de datum" if number > 1 else "1 keer klopt de datum"
        message = f"In git {count} van een wijziging niet: ver terug, of in de toekomst."
        yield let_op(message, "Zij telt op de dag van de wijziging ervoor.")


# ---------------------------------------------------------------- kept


@dataclass(frozen=True, slots=True)
class _Schakel:
    """The last state of a day, and what was worked out of it: the day as JSON (None when nothing
    changed that is told), the content that files which cannot be read had before that, and which
    versions were passed over. What a file is called that is not told, is not kept: ``kapot`` goes
    by the digests of paths.
    """

    datum: str
    boom: str
    dag: list[Any] | None = None
    kapot: Mapping[str, str | None] = field(default_factory=dict)
    gemist: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Bewaard:
    """What a run leaves for the next: of which ``stand`` of git it is, and each day."""

    stand: str = ""
    schakels: tuple[_Schakel, ...] = ()
    onvolledig: bool = False
    vreemd: int = 0

    @classmethod
    def gelezen(cls, tekst: str | None) -> _Bewaard:
        if tekst is None:
            return cls()
        stand, rows, onvolledig, vreemd = json.loads(tekst)
        return cls(stand, tuple(_Schakel(*row) for row in rows), onvolledig, vreemd)

    def tekst(self) -> str:
        rows = [[one.datum, one.boom, one.dag, one.kapot, one.gemist] for one in self.schakels]
        said = [self.stand, rows, self.onvolledig, self.vreemd]
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    def geheel(self) -> Geschiedenis:
        if not self.schakels:
            return Geschiedenis(waarom_niet=_NIET_VASTGELEGD)
        skipped: Counter[str] = Counter()
        for one in self.schakels:
            skipped.update(one.gemist)
        return Geschiedenis(
            tuple(dag_uit_rij(one.dag) for one in reversed(self.schakels) if one.dag),
            datetime.date.fromisoformat(self.schakels[0].datum),
            "",
            self.onvolledig,
            dict(sorted(skipped.items())),
            self.vreemd,
        )


_LAATST: dict[str, tuple[str, Geschiedenis]] = {}
"""What was given last, and of which state: the preview asks at each change."""


def _bewaard(bron: Opslag, pad: str, regio: Regio, vandaag: datetime.date) -> Geschiedenis:
    """What was kept, as far as it is of the same states; the rest is worked out, and kept."""
    poort, counts = Poort.van(regio), _per_domein(regio)
    words = Path(lezing.__file__).with_name("woorden.yml").read_bytes()
    parts = ("bescherming", "lezing", "model", "nalezen.py", "source", "taal", "wijziging")
    settings = (poort.kenmerk, regio.instellingen.tijdzone, repr(counts), str(bron.map), pad)
    key = kast.sleutel([kast.code(*parts), words, *(one.encode() for one in settings)])
    ondiep = bron.is_ondiep()
    state = [bron.kop(), str(ondiep).encode(), str(vandaag).encode()]
    now = hashlib.sha256(b" ".join(state)).hexdigest()
    if key in _LAATST and _LAATST[key][0] == now:
        return _LAATST[key][1]
    known = _Bewaard.gelezen(kast.lees(_SOORT, key))
    if known.stand != now:
        zone = ZoneInfo(regio.instellingen.tijdzone)
        chain, vreemd = _keten(bron, pad, zone, vandaag)
        links = _Verloop(bron, poort, counts).schakels(chain, known.schakels)
        known = _Bewaard(now, tuple(links), ondiep, vreemd)
        kast.schrijf(_SOORT, key, known.tekst())
    _LAATST.clear()
    _LAATST[key] = now, known.geheel()
    return _LAATST[key][1]


def _per_domein(regio: Regio) -> dict[str, list[str]]:
    """The indicators that show counts of our own, by the domain of these."""
    found: dict[str, list[str]] = {}
    for key, one in regio.indicatoren.items():
        if one.uitgave:
            found.setdefault(one.uitgave.domein, []).append(key)
    return found


# ---------------------------------------------------------------- days and states

_Keten = list[tuple[str, str]]
"""Of each day the last state: the date, and the tree of the data folder."""


def _keten(bron: Opslag, pad: str, zone: ZoneInfo, vandaag: datetime.date) -> tuple[_Keten, int]:
    """The days on which the data were otherwise than before, oldest first; and of how many states
    the date cannot be.
    """
    line = bron.eerste_lijn()
    days, strange = _dagen([when for _, when in line], zone, vandaag)
    last: dict[str, str] = {}
    for day, tree in zip(days, _bomen(bron, [root for root, _ in line], pad), strict=True):
        if tree is not None:
            last[day.isoformat()] = tree
    chain: _Keten = []
    for when, tree in last.items():
        if not chain or chain[-1][1] != tree:
            chain.append((when, tree))
    return chain, strange


def _dagen(
    tijden: list[int], zone: ZoneInfo, vandaag: datetime.date
) -> tuple[list[datetime.date], int]:
    """The day of each state, oldest first; and how many have a date that cannot be."""
    days = [_dag(one, zone, vandaag) for one in tijden]
    here = next((one for one in days if one), vandaag)
    found = []
    for one in days:
        here = max(here, one or here)
        found.append(here)
    return found, days.count(None)


def _dag(tijd: int, zone: ZoneInfo, vandaag: datetime.date) -> datetime.date | None:
    """The day of a moment; None when nothing can have been committed then."""
    try:
        day = datetime.datetime.fromtimestamp(tijd, zone).date()
    except (OverflowError, ValueError, OSError):
        return None
    tomorrow = vandaag + datetime.timedelta(days=1)  # it may be later there than here
    return min(day, vandaag) if _BEGIN_VAN_GIT <= day <= tomorrow else None


def _bomen(bron: Opslag, wortels: list[str], pad: str) -> list[str | None]:
    """The tree of the data folder in each of these states, oldest first, whatever it was called;
    None where it was not there, or was not that of a region.
    """
    found: list[str | None] = [None] * len(wortels)
    end, seen = len(wortels), set[str]()
    while end and pad not in seen:
        seen.add(pad)
        here = _mappen(bron, wortels[:end], pad)
        start = next((at for at, tree in enumerate(here) if tree), None)
        if start is None:
            break
        found[start:end] = here[start:]
        if start == 0:
            break
        end, pad = start, _vandaan(bron, wortels[start - 1], wortels[start], pad)
    return found


def _mappen(bron: Opslag, wortels: list[str], pad: str) -> list[str | None]:
    """The same while it was called so."""
    begin = f"{pad}/" if pad else ""
    asked = [f"{root}:{pad}" for root in wortels]
    asked += [f"{root}:{begin}{pad_van(Instellingen)}" for root in wortels]
    found = bron.objecten(asked)
    pairs = zip(found[: len(wortels)], found[len(wortels) :], strict=True)
    return [
        one.naam if one and one.soort == "tree" and settings and settings.soort == "blob" else None
        for one, settings in pairs
    ]


def _vandaan(bron: Opslag, oud: str, nieuw: str, pad: str) -> str:
    """Where most of the files lay that came in a folder between two states; the folder itself when
    that is nowhere.
    """
    [changes] = bron.wissels([(oud, nieuw)])
    gone: dict[str, list[str]] = {}
    for one in changes:
        if one.oud and not one.nieuw:
            gone.setdefault(one.oud, []).append(one.pad)
    begin = f"{pad}/" if pad else ""
    folders: Counter[str] = Counter()
    for one in changes:
        if one.nieuw and not one.oud and one.pad.startswith(begin):
            own = f"/{one.pad.removeprefix(begin)}"
            before = (f"/{path}" for path in gone.get(one.nieuw, ()))
            folders.update(path.removesuffix(own) for path in before if path.endswith(own))
    return folders.most_common(1)[0][0].removeprefix("/") if folders else pad


# ---------------------------------------------------------------- what changed


@dataclass(slots=True)
class _Etmaal:
    """A day while it is worked out: the records that are not the same, as they were and are."""

    schakel: _Schakel
    oude_boom: str
    oud: dict[str, Value] = field(default_factory=dict)
    nieuw: dict[str, Value] = field(default_factory=dict)
    cijfers: list[str] = field(default_factory=list)
    """The indicators of which there are new counts of our own."""

    def genoemd(self) -> Iterator[tuple[str, str]]:
        """The records that others are called after, with the tree to find each in."""
        for key in self.cijfers:
            yield pad_van(Indicator, key), self.schakel.boom
        for states, boom in ((self.oud, self.oude_boom), (self.nieuw, self.schakel.boom)):
            for pad, value in states.items():
                soort = soort_toen(pad)
                name = op(value, (soort.titel,)) if soort else None
                target = _heet_naar(soort) if soort else None
                if target and isinstance(name, str) and kan_id_zijn(name):
                    yield from ((SOORT[kind].bestand(name), boom) for kind in target.soorten)


def _heet_naar(soort: Soort) -> Verwijzing | None:
    """What records of a kind are called after, when that is another record."""
    known = soort.titel in soort.type.model_fields
    return verwijzing_in(soort.type, soort.titel) if known else None


class _Verloop:
    """The days of one repository, through one reading."""

    def __init__(self, bron: Opslag, poort: Poort, per_domein: Mapping[str, list[str]]) -> None:
        self.bron, self.poort, self.per_domein = bron, poort, per_domein
        self.ruw: dict[str, bytes] = {}
        self.waarden: dict[tuple[str, bool], Value] = {}

    def schakels(self, keten: _Keten, bekend: Iterable[_Schakel]) -> list[_Schakel]:
        """What each state says otherwise than the one before; of ``bekend`` what is the same."""
        found = []
        for (when, boom), one in zip(keten, bekend, strict=False):
            if (when, boom) != (one.datum, one.boom):
                break
            found.append(one)
        if not found:
            found = [_Schakel(*one) for one in keten[:1]]
        todo = keten[len(found) :]
        pairs = [(before[1], after[1]) for before, after in pairwise([*keten[len(found) - 1 :]])]
        changes = self.bron.wissels(pairs)
        self._haal_op(changes, found[-1].kapot.values() if found else ())
        days: list[_Etmaal] = []
        for (when, boom), pair, changed in zip(todo, pairs, changes, strict=True):
            kapot = days[-1].schakel.kapot if days else found[-1].kapot
            days.append(self._etmaal(when, boom, pair[0], changed, kapot))
        named = self._genoemd(days)
        return [*found, *(self._af(day, named) for day in days)]

    # ------------------------------------------------------------ reading

    def _haal_op(self, changes: Iterable[list[Wissel]], kapot: Iterable[str | None]) -> None:
        """The content of every file that is looked at."""
        wanted = dict.fromkeys(one for one in kapot if one)
        for changed in changes:
            for one in changed:
                if soort_van_record(one.pad) or domein(one.pad, {"id": "x"}):
                    wanted |= dict.fromkeys(side for side in (one.oud, one.nieuw) if side)
        small = [
            one.naam
            for one in self.bron.objecten(wanted)
            if one and one.soort == "blob" and one.omvang <= MAX_BYTES
        ]
        self.ruw |= self.bron.inhoud(small)

    def _waarde(self, blob: str, pad: str) -> Value:
        """What a content says, in a file called so; None when it cannot be read."""
        soort = soort_van_record(pad)
        key = blob, bool(soort and soort.tabellen)
        if key not in self.waarden:
            self.waarden[key] = self._gelezen(blob, pad, soort)
        return self.waarden[key]

    def _gelezen(self, blob: str, pad: str, soort: Soort | None) -> Value:
        raw = self.ruw.get(blob)
        text = text_van(raw, pad, len(raw)).text if raw is not None else None
        if text is None:
            return None
        if soort and soort.tabellen:
            document, issues = parse_tabel(text, pad, PurePosixPath(pad).stem, kolommen(soort))
        else:
            document, issues = parse(text, pad)
        right = document is not None and isinstance(document.value, dict) and not has_errors(issues)
        return document.value if document and right else None

    # ------------------------------------------------------------ a day

    def _etmaal(
        self,
        datum: str,
        boom: str,
        oude_boom: str,
        changed: Iterable[Wissel],
        kapot: Mapping[str, str | None],
    ) -> _Etmaal:
        """What is not the same in a state; a file that cannot be read is what it was."""
        broken, missed = dict(kapot), Counter[str]()
        day = _Etmaal(_Schakel(datum, boom, None, broken, missed), oude_boom)
        for one in changed:
            if soort_van_record(one.pad) is None:
                day.cijfers += self._uitgave(one)
                continue
            name = hashlib.sha256(one.pad.encode()).hexdigest()
            before = broken.pop(name, one.oud)
            was = self._waarde(before, one.pad) if before else None
            becomes = self._waarde(one.nieuw, one.pad) if one.nieuw else None
            if one.vreemd or (one.nieuw and becomes is None):
                broken[name] = before
                missed[one.pad] += 1
            elif before and was is None:
                missed[one.pad] += 1
            else:
                day.oud |= {one.pad: was} if before else {}
                day.nieuw |= {one.pad: becomes} if one.nieuw else {}
        for pad in [pad for pad in missed if not self.poort.pad(pad)]:
            del missed[pad]
        return day

    def _uitgave(self, one: Wissel) -> list[str]:
        """The indicators that show the counts of a release that came."""
        if one.oud or not one.nieuw or not domein(one.pad, {"id": "x"}):
            return []
        return self.per_domein.get(domein(one.pad, self._waarde(one.nieuw, one.pad)) or "", [])

    def _genoemd(self, days: Iterable[_Etmaal]) -> dict[tuple[str, str], Value]:
        """The records that others are called after, by tree and path."""
        wanted = [*dict.fromkeys((boom, pad) for day in days for pad, boom in day.genoemd())]
        found = self.bron.objecten(f"{boom}:{pad}" for boom, pad in wanted)
        small = [one for one in found if one and one.soort == "blob" and one.omvang <= MAX_BYTES]
        self.ruw |= self.bron.inhoud(dict.fromkeys(one.naam for one in small))
        return {
            key: self._waarde(one.naam, key[1])
            for key, one in zip(wanted, found, strict=True)
            if one
        }

    def _af(self, day: _Etmaal, named: Mapping[tuple[str, str], Value]) -> _Schakel:
        """The day with what happened to each record."""
        genoemd = {pad: value for pad, boom in day.genoemd() if (value := named.get((boom, pad)))}
        records = recordwijzigingen(day.oud, day.nieuw, self.poort, genoemd)
        found = {one.pad: one for one in records}
        for key in day.cijfers:
            pad = pad_van(Indicator, key)
            found[pad] = self._met_cijfers(pad, found.get(pad), genoemd)
        every = Dag(
            datetime.date.fromisoformat(day.schakel.datum),
            tuple(found[pad] for pad in sorted(found)),
        )
        return replace(day.schakel, dag=dag_als_rij(every) if every.records else None)

    def _met_cijfers(
        self, pad: str, known: Recordwijziging | None, genoemd: Mapping[str, Value]
    ) -> Recordwijziging:
        """An indicator of which there are new figures: that there are, and never which."""
        new = Veldwijziging(("uitgave",), {}, NIETS, NIETS, Gewicht.BETEKENIS, verborgen=True)
        if known is None:
            title = titels(genoemd)(pad)
            shown = title and self.poort.waarde(pad, ("titel",), title.tekst)
            name = title.tekst if title and shown else ""
            known = Recordwijziging(pad, Gebeurtenis.GEWIJZIGD, Gewicht.BETEKENIS, name)
        return replace(known, gewicht=Gewicht.BETEKENIS, velden=(*known.velden, new))
