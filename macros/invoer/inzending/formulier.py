"""The issue form on GitHub to describe an arrangement, made from the questions.

The form is a file, the same for every region that uses this code, so a municipality or a source is
typed and not chosen. It asks nothing about a person, and each question in every language of the
interface. Not here: what is done with it; somebody reads it and makes the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.invoer.inzending.vragen import Antwoord, Vraag, hoe, vragen
from macros.source.nodes import Value
from macros.source.writer import canonical
from macros.taal.catalogus import Bericht, interface, met_interface
from macros.tekst import N_

BESTAND = ".github/ISSUE_TEMPLATE/arrangement.yml"

_GEEN_KIND = N_("Beschrijf nooit een kind.")
_VOORAF = N_(
    "Noem geen namen, e-mailadressen of telefoonnummers: noem de functie of de organisatie. Wat je "
    "hier schrijft, is voor iedereen te lezen. Wat je niet weet, laat je leeg."
)
_BELOFTE = N_("Ik beschrijf geen kind en geen andere persoon.")
_WAT = N_("Beschrijf een onderwijszorgarrangement, nooit een kind.")


def form_texts() -> Iterator[Bericht]:
    """Each question as the form asks it, to be translated in a few words."""
    for vraag in vragen():
        yield Bericht(_vraag(vraag), "macros/model")


def _vraag(vraag: Vraag) -> str:
    return f"{vraag.label}: {vraag.uitleg}"


class _Talen:
    """The languages of the interface, for who reads no Dutch."""

    def __init__(self) -> None:
        self.woorden = [words for taal in met_interface() if (words := interface(taal)[0])]

    def van(self, *teksten: str) -> Iterator[str]:
        """These texts, one after the other, in each language that has them all."""
        for words in self.woorden:
            if all(text in words for text in teksten):
                yield " ".join(words[text] for text in teksten)

    def met(self, tekst: str) -> str:
        """The text with its translations after it, each between brackets."""
        return " ".join([tekst, *(f"({one})" for one in self.van(tekst))])


def formulier() -> str:
    """The whole file."""
    words = _Talen()
    warning = [
        f"**{_GEEN_KIND}** {_VOORAF}",
        *(f"*{one}*" for one in words.van(_GEEN_KIND, _VOORAF)),
    ]
    check: Value = {
        "type": "checkboxes",
        "id": "geen-kind",
        "attributes": {
            "label": "Controleer",
            "options": [{"label": words.met(_BELOFTE), "required": "true"}],
        },
    }
    body: list[Value] = [{"type": "markdown", "attributes": {"value": "\n\n".join(warning)}}]
    body += [_veld(vraag, words) for vraag in vragen()]
    return canonical(
        {
            "name": "Een arrangement toevoegen",
            "description": words.met(_WAT),
            "title": "Arrangement: ",
            "body": [*body, check],
        }
    )


def _veld(vraag: Vraag, words: _Talen) -> Value:
    attributes: dict[str, Value] = {"label": vraag.label, "description": _uitleg(vraag, words)}
    kind = "dropdown" if vraag.antwoord is Antwoord.KEUZE else "input"
    if kind == "dropdown":
        attributes |= {"multiple": "true"} if vraag.meer else {}
        attributes["options"] = [f"{one.value}: {one.uitleg}" for one in vraag.opties]
    elif vraag.meer or vraag.antwoord is Antwoord.ALINEAS:
        kind = "textarea"
    found: dict[str, Value] = {"type": kind, "id": vraag.loc[-1], "attributes": attributes}
    if vraag.verplicht and not vraag.mag_onbekend:
        found["validations"] = {"required": "true"}
    return found


def _uitleg(vraag: Vraag, words: _Talen) -> str:
    parts = [vraag.uitleg]
    if vraag.antwoord is not Antwoord.KEUZE:
        parts.append(hoe(vraag))
    if vraag.meer and vraag.antwoord is not Antwoord.KEUZE:
        parts.append("Eén per regel.")
    if vraag.antwoord is Antwoord.GROEP:
        parts.append(f"Kies uit {', '.join(vraag.opties)}.")
    return " ".join([*parts, *(f"({one})" for one in words.van(_vraag(vraag)))])
