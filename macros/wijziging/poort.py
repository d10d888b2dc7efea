"""What of another state of the data may be shown: only what today's rules let pass.

An older state was judged by the rules of its day, and a proposal by nobody yet. So each value is
read as one of today would be: it stands in a field that there is, has the form of that field, and
holds nothing that no text may hold, under the exceptions of today. A text of the monitor that does
not stand in that file now is left out as well: a figure that it told of, in signs or in words, may
be hidden now. A number to call is never shown: the old one is no longer theirs. And a text with a
word in capitals, as names have, that stands nowhere in the data now is left out: no rule knows the
name of a person from another, and somebody may have taken it away. Not here: what changed, or what
is said of a value that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter, ValidationError

from macros.lezing import Lezing
from macros.lezing.persoon import heeft_telefoonnummer
from macros.lezing.uitzondering import Uitzondering, Uitzonderingen
from macros.model.basis.onbekend import ONBEKEND, may_be_unknown
from macros.model.basis.record import Deel
from macros.model.basis.tekst import Tekstsoort
from macros.model.basis.telefoon import Telefoon
from macros.model.basis.verwijzing import kan_id_zijn
from macros.model.basis.vorm import Vorm
from macros.model.geheel import Regio
from macros.model.monitor.indicator import Waarnemingen
from macros.model.veld import waarde
from macros.model.walk import Leaf, gelopen, letterlijk, nested, tekstsoort
from macros.nalezen import GEEN_TEKST, als_woorden, in_waarde, lezing_van
from macros.source.nodes import Loc, Value
from macros.wijziging.paren import Soort, binnen
from macros.wijziging.samenvoegen import NIETS, Misschien
from macros.wijziging.verschil import soort_toen

_STIJL = "ontraden-woord"
"""A word that we would not use now says nothing of anybody."""
_WOORD = re.compile(r"[^\W\d_]\w*")
MONITOR = "monitor"
_NUMMER = next(one for one in get_args(Telefoon) if isinstance(one, Vorm))
_TEKSTEN = (Tekstsoort.VAKTAAL, Tekstsoort.GEWONE_TAAL)
Teksten = Mapping[str, frozenset[str]]
"""The texts of each file of the monitor, their spaces as one."""


class Poort:
    """The reading of one region, for values of other states of it."""

    def __init__(
        self,
        lezing: Lezing,
        uitzonderingen: Iterable[Uitzondering] = (),
        cijferteksten: Teksten = MappingProxyType({}),
        namen: frozenset[str] | None = None,
        paden: frozenset[str] = frozenset(),
    ) -> None:
        """``cijferteksten`` are those of today, ``namen`` all words of its data that begin with a
        capital (None: any name may be shown), ``paden`` the files of its records.
        """
        every = tuple(uitzonderingen)
        self._lezing = lezing
        self._uitzonderingen = Uitzonderingen(every)
        self._cijferteksten = cijferteksten
        self._namen = namen
        self._paden = paden
        said = [f"{one.waar}\t{one.code}\t{one.woorden}" for one in every]
        said += [f"{pad}\t{sorted(one)}" for pad, one in sorted(cijferteksten.items())]
        self.kenmerk = "\n".join([lezing.kenmerk, *said, *sorted(namen or ()), *sorted(paden)])
        """The same for the same way of reading, also in another run."""

    @classmethod
    def van(cls, regio: Regio, nu: Regio | None = None) -> Poort:
        """As this region reads its own data. ``nu`` is how a proposal would have it: then only what
        both let pass, for nobody looked at the one, and the other may be taken away. A name that is
        no longer there passes: what a proposal takes away stands beside it as it was.
        """
        every = [regio] if nu is None else [regio, nu]
        last = every[-1]
        allowed = [_uitzonderingen(one) for one in every]
        texts = [_cijferteksten(one) for one in every]
        return cls(
            lezing_van(regio.instellingen, regio.gemeenten.values()),
            [one for one in allowed[0] if one in allowed[-1]],
            {pad: said & texts[-1].get(pad, _NIETS) for pad, said in texts[0].items()},
            None if nu else _namen(regio),
            frozenset(path for _, path, _ in last.bestanden),
        )

    def is_er(self, pad: str) -> bool:
        """Whether there is such a record today."""
        return pad in self._paden

    def pad(self, pad: str) -> bool:
        """Whether the name of a file may be shown."""
        return self._woorden(pad, als_woorden(pad.rpartition(".")[0]))

    def sleutel(self, pad: str, loc: Loc, sleutel: str) -> bool:
        """Whether what tells an item at ``loc`` from others may be shown: the fields of which its
        type says so, with ``/`` between them.
        """
        soort = soort_toen(pad)
        kind: Soort = soort.type if soort else None
        for name in loc:
            kind = binnen(kind, name) if isinstance(name, str) else kind
        names, parts = (kind.sleutel if kind else ()), sleutel.split("/")
        return len(names) == len(parts) and all(
            not one or self.waarde(pad, (*loc, name), one)
            for name, one in zip(names, parts, strict=True)
        )

    def waarde(self, pad: str, loc: Loc, waarde: Misschien) -> bool:
        """Whether a value that stands, or stood, at ``loc`` of a record may be shown."""
        soort = soort_toen(pad)
        names = tuple(part for part in loc if isinstance(part, str))
        if waarde is NIETS:
            return True
        if soort is None or not names:
            return False
        whole: Value = waarde
        if isinstance(loc[-1], int) and not isinstance(waarde, dict):
            whole = [waarde]
        owner = soort.type
        for name in names[:-1]:
            inner = binnen(owner, name)
            if inner is None:
                return False
            owner = inner
        if not _klopt(owner, names[-1], whole):
            return False
        found = in_waarde(whole, soort.type, names, self._lezing)
        if any(
            one.code != _STIJL
            for text, one in found
            for one in self._uitzonderingen.zonder(pad, text, [one])
        ):
            return False
        for text in _teksten(whole):
            is_id = "-" in text and kan_id_zijn(text)
            if self._namen is not None and not self._namen.issuperset(_namen_in(text)):
                return False
            if heeft_telefoonnummer(text) or (is_id and not self._woorden(pad, als_woorden(text))):
                return False
        known = self._cijferteksten.get(pad, frozenset())
        return soort.gebied != MONITOR or _teksten_voor_lezers(owner, names[-1], whole) <= known

    def _woorden(self, pad: str, woorden: str) -> bool:
        found = self._uitzonderingen.zonder(pad, woorden, self._lezing.vondsten(woorden))
        return all(one.code in (_STIJL, *GEEN_TEKST) for one in found)


def bekend(pad: str, waarde: Value) -> Value:
    """A record without the fields that its type does not know (any more)."""
    soort = soort_toen(pad)
    return _bekend(soort.type, waarde) if soort else waarde


def _bekend(kind: type[Deel], value: Value) -> Value:
    if isinstance(value, list):
        return [_bekend(kind, one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for name, one in value.items():
        if name in kind.model_fields:
            inner = binnen(kind, name)
            found[name] = _bekend(inner, one) if inner else one
    return found


@cache
def _vorm(kind: type[Deel], veld: str) -> TypeAdapter[Any]:
    field = kind.model_fields[veld]
    whole: Any = field.annotation
    return TypeAdapter(Annotated[(whole, *field.metadata)] if field.metadata else whole)


def _klopt(kind: type[Deel], veld: str, value: Value) -> bool:
    """Whether a value has the form that the field asks for today, whatever else its group lacks.
    Words of another file are judged there, and a number to call is not to be shown.
    """
    field = kind.model_fields.get(veld)
    if field is None:
        return False
    inner = nested(field.annotation)
    if value is None:
        return True
    if inner is None:
        if _NUMMER in waarde(field).merken() or letterlijk(kind, veld):
            return False
        try:
            _vorm(kind, veld).validate_python(value)
        except ValidationError:
            return False
        return True
    if isinstance(value, str):
        return value == ONBEKEND.value and may_be_unknown(field.annotation)
    groups = value if isinstance(value, list) else [value]
    return all(
        isinstance(group, dict) and all(_klopt(inner, name, one) for name, one in group.items())
        for group in groups
    )


def _teksten(value: Value) -> Iterator[str]:
    """Every text in a value, whatever it is."""
    if isinstance(value, str):
        yield value
    elif value is not None:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _teksten(one)


def _namen_in(text: str) -> Iterator[str]:
    """The words that begin with a capital."""
    return (one for one in _WOORD.findall(text) if one[0].isupper())


def _namen(regio: Regio) -> frozenset[str]:
    said = (str(leaf.value) for _, leaf in regio.waarden(_is_gezegd))
    return frozenset(name for text in said for name in _namen_in(text))


def _is_gezegd(leaf: Leaf) -> bool:
    return leaf.tekst is not None


def _is_tekst(leaf: Leaf) -> bool:
    return leaf.tekst in _TEKSTEN


def _teksten_voor_lezers(kind: type[Deel], veld: str, value: Value) -> frozenset[str]:
    """A text that is translated, or those of a group."""
    if isinstance(value, list):
        return _NIETS.union(*(_teksten_voor_lezers(kind, veld, one) for one in value))
    if isinstance(value, dict):
        inner = binnen(kind, veld)
        inside = (_teksten_voor_lezers(inner, name, value[name]) for name in value if inner)
        return _NIETS.union(*inside)
    if value is None or tekstsoort(kind, veld) not in _TEKSTEN:
        return _NIETS
    return frozenset((_effen(value),))


_NIETS: frozenset[str] = frozenset()


def _effen(text: str) -> str:
    return " ".join(text.split())


def _uitzonderingen(regio: Regio) -> tuple[Uitzondering, ...]:
    return regio.uitzonderingen.uitzonderingen if regio.uitzonderingen else ()


def _cijferteksten(regio: Regio) -> dict[str, frozenset[str]]:
    return {
        path: frozenset(_effen(str(leaf.value)) for leaf in gelopen(record, _is_tekst))
        for _, path, record in regio.bestanden
        if path.startswith(f"{MONITOR}/") and not isinstance(record, Waarnemingen)
    }
