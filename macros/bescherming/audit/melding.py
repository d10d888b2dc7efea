"""What the audit says, in plain Dutch. Not here: finding it."""

from __future__ import annotations

from collections.abc import Iterable

from macros.bescherming.audit.opgave import Cijfer, Opgave
from macros.bescherming.audit.uitspraak import Grenzen
from macros.issue import Issue, Level, met_punten

_MEEST = 8
"""Figures named in one message; more are counted."""

_TIP = "Publiceer dit niet. Verberg meer cellen en controleer opnieuw."


def lek(opgave: Opgave, plaats: Cijfer, grenzen: Grenzen, door: Iterable[int]) -> Issue:
    """A count that can be worked out, from these statements (their numbers)."""
    if not grenzen.exact:
        message = (
            f"{_waar(opgave, plaats)}: het lukte niet om te bewijzen dat dit aantal verborgen "
            "blijft; dat geldt als een lek."
        )
        return _issue(opgave, plaats, "niet-bewezen", message, _TIP)
    message = (
        f"{_waar(opgave, plaats)}: uit de gepubliceerde cijfers volgt {_hoe_nauw(grenzen)} het er "
        f"zijn, door: {_opsomming(opgave, plaats, door)}."
    )
    return _issue(opgave, plaats, "lek", message, _TIP)


_SPLITS = "Deel de tabel op (bijvoorbeeld per jaar, met 'apart: ja'), of maak haar minder fijn."


def te_groot(pad: str, aantal: int, meest: int, wat: str) -> Issue:
    """More than can be audited."""
    shown, limit = met_punten(aantal), met_punten(meest)
    message = f"Deze uitgaven gaan samen over {shown} {wat}: {limit} is het meeste."
    return Issue(pad, 1, 1, "te-groot", message, _SPLITS)


def te_lang(pad: str, seconden: float) -> Issue:
    """What the time was not enough for."""
    message = (
        f"Na {seconden / 60:.0f} minuten rekenen is niet bewezen dat hier niets uit te herleiden "
        "is; dat geldt als een lek."
    )
    return Issue(pad, 1, 1, "te-groot", message, f"Publiceer dit niet. {_SPLITS}")


def open_en_klein(opgave: Opgave, aantal: int, plaats: Cijfer, drempel: int) -> Issue:
    """A count below the threshold, or its complement, that stands there for all to see."""
    if aantal < drempel:
        message = f"{_waar(opgave, plaats)}: hier staat een aantal kleiner dan {drempel}."
    else:
        message = (
            f"{_waar(opgave, plaats)}: uit dit aantal volgt dat het voor minder dan {drempel} niet "
            "geldt."
        )
    return _issue(opgave, plaats, "klein-aantal", message, _TIP)


def bedrag(opgave: Opgave, plaats: Cijfer, kolommen: Iterable[str]) -> Issue:
    """An amount beside a hidden count."""
    message = (
        f"{_waar(opgave, plaats)}: het aantal is verborgen, maar '{', '.join(kolommen)}' staat er."
    )
    return _issue(opgave, plaats, "bedrag", message, "Laat het bedrag leeg.")


def kleine_noemer(opgave: Opgave, plaats: Cijfer, laagste: int) -> Issue:
    """A rate under a denominator that is too small."""
    message = f"{_waar(opgave, plaats)}: {plaats.tekst}; onder {laagste} hoort geen percentage."
    return _issue(opgave, plaats, "kleine-noemer", message, "Laat het percentage leeg.")


def zonder_noemer(opgave: Opgave, plaats: Cijfer) -> Issue:
    """A rate that the audit can say nothing about."""
    message = f"{_waar(opgave, plaats)}: van dit percentage ({plaats.tekst}) is geen noemer bekend."
    tip = "Vul de kolom 'noemer', of noem in definitie.yml het bestand bij 'noemers'."
    return _issue(opgave, plaats, "zonder-noemer", message, tip)


def tegenspraak(opgave: Opgave, door: Iterable[int]) -> Issue:
    """Figures of one release that cannot all be true."""
    numbers = sorted(door)
    plaats = opgave.cijfers[numbers[0]]
    message = f"Deze cijfers spreken elkaar tegen: {_opsomming(opgave, plaats, numbers)}."
    return _issue(opgave, plaats, "tegenspraak", message, "Maak de uitgave opnieuw.")


def telt_niet_op(opgave: Opgave, door: Iterable[int]) -> Issue:
    """Rounded figures of which parts and totals do not match."""
    numbers = sorted(door)
    plaats = opgave.cijfers[numbers[0]]
    message = f"De afgeronde cijfers tellen niet op: {_opsomming(opgave, plaats, numbers)}."
    tip = "Rond zo af dat delen en totalen kloppen."
    return _issue(opgave, plaats, "telt-niet-op", message, tip)


def herzien(opgave: Opgave, uitgave: int, aantal: int) -> Issue:
    """Figures that a later release, or another body, contradicts."""
    one = opgave.uitgaven[uitgave]
    message = (
        f"Uitgave {one.naam}: {aantal} {'cijfer klopt' if aantal == 1 else 'cijfers kloppen'} niet "
        "meer met een andere uitgave; bij de controle van alles samen "
        f"{'telt dat' if aantal == 1 else 'tellen die'} niet mee."
    )
    return Issue(one.pad, 1, 1, "herzien", message, "", Level.LET_OP)


def _issue(opgave: Opgave, plaats: Cijfer, code: str, message: str, tip: str) -> Issue:
    one = opgave.uitgaven[plaats.uitgave]
    pad = one.pad if plaats.tabel else one.bevolking_pad
    return Issue(pad, plaats.regel, 1, code, message, tip)


def _waar(opgave: Opgave, plaats: Cijfer) -> str:
    text = _plek(opgave, plaats, None)
    return text[0].upper() + text[1:]


def _plek(opgave: Opgave, plaats: Cijfer, vanuit: Cijfer | None) -> str:
    """A place as people name it; its release only when that is not the one of ``vanuit``."""
    parts = []
    if vanuit is None or plaats.uitgave != vanuit.uitgave:
        one = opgave.uitgaven[plaats.uitgave]
        parts.append(f"uitgave {one.naam}")
        if one.definitie.elders:
            parts[-1] += f" ({one.definitie.elders})"
    if plaats.tabel < 0:
        parts.append("in geen tabel")
    else:
        parts.append(f"tabel {plaats.tabel}" if plaats.tabel else "bevolking")
    parts.append(" / ".join(plaats.codes))
    return ", ".join(parts)


def _opsomming(opgave: Opgave, vanuit: Cijfer, door: Iterable[int]) -> str:
    cijfers = list(dict.fromkeys(opgave.cijfers[one] for one in sorted(door)))
    named = [f"{_plek(opgave, one, vanuit)}: {one.tekst}" for one in cijfers[:_MEEST]]
    if len(cijfers) > _MEEST:
        rest = len(cijfers) - _MEEST
        named.append(f"en nog {rest} {'cijfer' if rest == 1 else 'cijfers'}")
    return "; ".join(named)


def _hoe_nauw(grenzen: Grenzen) -> str:
    """How much follows, and never which number: what is printed here may stand in a public log."""
    return "precies hoeveel" if grenzen.laag == grenzen.hoog else "bijna precies hoeveel"
