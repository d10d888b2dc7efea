"""What a change makes otherwise, in words; and a change beside one that somebody else published.

Not here: how two values are compared or put together (``macros.wijziging``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from macros.model.geheel import kolommen
from macros.source.bytes import gewone_regels
from macros.source.nodes import Value, parse
from macros.source.tabel import parse_tabel
from macros.taal.po import FUZZY
from macros.taal.talen import BRONTAAL, MAP, nederlandse_naam
from macros.taal.vertaler import Tekst
from macros.werkbank.schrijven import geschreven
from macros.werkbank.vertaling import vertaalde_talen
from macros.werkbank.werkbank import Afgewezen, Werkbank, soort_op
from macros.wijziging.catalogus import VERTALING, VERVALLEN, als_tekst, berichten
from macros.wijziging.samenvoegen import NIETS, Misschien, samengevoegd
from macros.wijziging.verschil import soort_van_pad, verschillen
from macros.wijziging.woorden import (
    Regel,
    Titel,
    deeltitel,
    ingekort,
    pad_in_woorden,
    regels,
    tekstregel,
)


def verschil(bank: Werkbank, waarden: Mapping[str, Value] | None = None) -> list[dict[str, Any]]:
    """The records that are not as published: ``{pad, titel, soort, nieuw, weg, velden}``; of each
    field ``{loc, label, oud, nieuw, stukken}`` with the values in words, null for none. ``stukken``
    (of a text that is written otherwise) are ``[aard, words]``: "", "weg" or "erbij". With
    ``waarden`` it is what these would change of how the records are now.
    """
    if waarden is not None:
        now = {pad: value for pad in waarden if (value := bank.waarde(pad)) is not None}
        return _records(bank, now, waarden, [*waarden])
    changed = bank.gewijzigd()
    paths = [pad for pad in changed if soort_van_pad(pad)]
    before, after = (
        {pad: gelezen_waarde(pad, text) for pad in paths if (text := read(pad)) is not None}
        for read in (bank.was, bank.tekst)
    )
    return _records(bank, before, after, paths) + [
        row for pad in changed if pad not in paths if (row := _vertaald(bank, pad))["velden"]
    ]


def _records(
    bank: Werkbank, before: Mapping[str, Value], after: Mapping[str, Value], paths: Sequence[str]
) -> list[dict[str, Any]]:
    found: dict[str, list[Regel]] = {pad: [] for pad in paths}
    for one in regels(before, after, verschillen(before, after), _titel(bank)):
        found[one.pad].append(one)
    return [
        {
            "pad": pad,
            "titel": bank.titel(pad),
            "soort": soort_op(pad).naam,
            "nieuw": pad not in before,
            "weg": pad not in after,
            "velden": [_regel(one) for one in lines],
        }
        for pad, lines in found.items()
    ]


def _vertaald(bank: Werkbank, pad: str) -> dict[str, Any]:
    """The same of a catalogue: the Dutch, with its translation as it was and as it becomes."""
    taal = PurePosixPath(pad).stem
    before, after = (_vertalingen(pad, read(pad)) for read in (bank.was, bank.tekst))
    return {
        "pad": pad,
        "titel": f"Vertaling: {nederlandse_naam(taal)}",
        "soort": "vertaling",
        "nieuw": not before,
        "weg": False,
        "velden": [
            _regel(tekstregel(pad, (dutch,), ingekort(dutch), before.get(dutch), after.get(dutch)))
            for dutch in after
            if after.get(dutch) != before.get(dutch)
        ],
    }


def _vertalingen(pad: str, tekst: str | None) -> dict[str, str | None]:
    """Of each text in a catalogue what counts as its translation, None when nothing does."""
    return {
        one["id"]: (one[VERTALING] if FUZZY not in one["vlaggen"] else "") or None
        for one in _berichten(pad, tekst) or ()
        if not one["id"].startswith(VERVALLEN)
    }


def _berichten(pad: str, tekst: str | None) -> Any:
    """What a catalogue says; None when it is not there or cannot be read."""
    return berichten(tekst, PurePosixPath(pad).stem, pad)[0] if tekst else None


def _regel(one: Regel) -> dict[str, Any]:
    return {
        "loc": list(one.loc),
        "label": one.label,
        "oud": None if one.oud is None else str(one.oud),
        "nieuw": None if one.nieuw is None else str(one.nieuw),
        "stukken": [[piece.aard.value if piece.aard else "", piece.tekst] for piece in one.stukken],
    }


def _titel(bank: Werkbank) -> Titel:
    """What the workbench calls a record that is there, or a part of it."""

    def titel(pad: str) -> Tekst | None:
        whole = bank.waarde(pad.partition("#")[0])
        if whole is None or "#" in pad:
            return deeltitel(whole, pad)
        return Tekst(bank.titel(pad), BRONTAAL)

    return titel


def gelezen_waarde(pad: str, tekst: str) -> Value:
    """What a text says; None where it cannot be read."""
    soort = soort_op(pad)
    plain = gewone_regels(tekst.removeprefix("\ufeff"))
    if not plain.strip():
        return None
    if soort.tabellen:
        key = pad.rpartition("/")[2].removesuffix(soort.uitgang)
        document, _ = parse_tabel(plain, pad, key, kolommen(soort))
    else:
        document, _ = parse(plain, pad)
    return document.value if document else None


def samenvoegen(
    bank: Werkbank,
    pad: str,
    basis: str | None,
    mijn: str | None,
    hun: str | None,
    keuzen: Sequence[Any] = (),
) -> dict[str, Any]:
    """Two changes of one file together: ``{waarde, tekst, botsingen}``, null where no file is left.

    Of each conflict ``{loc, label, mijn, hun}``, the values as they are and null for none; at
    ``loc`` in ``waarde`` stands mine, or theirs where mine is null. ``keuzen`` are "mijn", "hun" or
    null for each conflict that was told before, in that order: those are solved then. Of a
    catalogue ``waarde`` is what I translated and is not in theirs, and ``loc`` the Dutch.
    """
    if pad in (f"{MAP}/{taal}.po" for taal in vertaalde_talen(bank)):
        return _catalogi(pad, (basis, mijn, hun), keuzen)
    kind = soort_op(pad)
    values = [_gelezen(pad, text) for text in (basis, mijn, hun)]
    found = samengevoegd(values[0], values[1], values[2], kind.type, keuzen)
    text = None
    if found.waarde is not NIETS:
        written = geschreven(mijn if hun is None else hun, found.waarde, kind, pad)
        if written.tekst is None:
            issue = written.bezwaren[0][1]
            raise Afgewezen(f"{issue.message} {issue.tip}".strip())
        text = written.tekst
    whole = None if found.waarde is NIETS else found.waarde
    return {
        "waarde": whole,
        "tekst": text,
        "botsingen": [
            {
                "loc": list(one.loc),
                "label": pad_in_woorden(kind.type, whole, one.loc, _titel(bank)) or HEEL,
                "mijn": None if one.mijn is NIETS else one.mijn,
                "hun": None if one.hun is NIETS else one.hun,
            }
            for one in found.botsingen
        ],
    }


def _catalogi(pad: str, teksten: Sequence[str | None], keuzen: Sequence[Any]) -> dict[str, Any]:
    values = [NIETS if one is None else _berichten(pad, one) for one in teksten]
    if None in values:
        raise Afgewezen(_ONLEESBAAR)
    basis, mijn, hun = values
    found = samengevoegd(basis, mijn, hun, None, keuzen)
    whole: Any
    other: Any
    whole, other = ([] if one is NIETS else one for one in (found.waarde, hun))
    mine, theirs = ({one["id"]: one[VERTALING] for one in items} for items in (whole, other))
    return {
        "waarde": {
            nl: text
            for nl, text in mine.items()
            if text != theirs.get(nl) and not nl.startswith(VERVALLEN)
        },
        "tekst": None if found.waarde is NIETS else als_tekst(whole, PurePosixPath(pad).stem),
        "botsingen": [
            {
                "loc": [whole[one.loc[0]]["id"]] if one.loc else [],
                "label": ingekort(whole[one.loc[0]]["id"]) if one.loc else HEEL,
                "mijn": _vertaling(one.mijn),
                "hun": _vertaling(one.hun),
            }
            for one in found.botsingen
        ],
    }


def _vertaling(value: Misschien) -> Any:
    """Of a whole text only what it is translated as."""
    if value is NIETS:
        return None
    return value.get(VERTALING) if isinstance(value, dict) else value


HEEL = "Het hele record"
_ONLEESBAAR = "Een van de versies is niet te lezen; die moet eerst met de hand goed."


def _gelezen(pad: str, tekst: str | None) -> Misschien:
    """What a text says. Raises Afgewezen when that cannot be read."""
    if tekst is None:
        return NIETS
    value = gelezen_waarde(pad, tekst)
    if value is None:
        raise Afgewezen(_ONLEESBAAR)
    return value
