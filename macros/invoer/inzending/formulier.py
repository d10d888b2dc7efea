"""The issue form on GitHub to describe an arrangement, made from the questions.

The form is a file, the same for every region that uses this code, so a municipality or a source is
typed and not chosen. It asks nothing about a person. Not here: what is done with it; somebody reads
it and makes the file.
"""

from __future__ import annotations

from macros.invoer.inzending.vragen import Antwoord, Vraag, hoe, vragen
from macros.source.nodes import Value
from macros.source.writer import canonical

BESTAND = ".github/ISSUE_TEMPLATE/arrangement.yml"

_ENGELS = {
    "titel": "Name",
    "soort": "Arrangement, or a pilot",
    "samen": "What education and care do together",
    "eerste_stap": "First step",
    "voor_ouders": "What it is, in plain language",
    "toestand": "Is it there?",
    "vorm": "Form",
    "sectoren": "Kinds of school",
    "gemeenten": "Municipalities served",
    "locatie": "Location",
    "gemeente_locatie": "Municipality of the location",
    "doelgroep": "For which children, in general",
    "doelgroepen": "The same, in fixed words",
    "doelstelling": "Aim",
    "inhoud": "What children do and get",
    "expertise": "Professionals involved: no names",
    "financiering": "Who pays what",
    "opbrengsten": "Results, according to a source",
    "samenwerkingsverbanden": "School partnerships",
    "aanbieders": "Organisations that run it",
    "inschrijving": "Enrolled at a school?",
    "experiment": "Part of the national experiment?",
    "afwijkingen": "In what it deviates from the law",
    "capaciteit": "Number of places, as a class",
    "contact": "Which role answers questions: no names",
    "speerpunten": "Priorities of the agenda",
    "bron": "Source",
    "vindplaats": "Where in the source",
    "peildatum": "Date of the facts",
    "zekerheid": "How certain",
}
"""Short English for who reads no Dutch; a question without it is asked in Dutch alone."""

_VOORAF = (
    "**Beschrijf nooit een kind.** Noem geen namen, e-mailadressen of telefoonnummers: noem de "
    "functie of de organisatie. Wat je hier schrijft, is voor iedereen te lezen. Wat je niet weet, "
    "laat je leeg.\n\n"
    "*Never describe a child. No names, e-mail addresses or telephone numbers: name the role or "
    "the organisation. Everyone can read what you write here. Leave empty what you do not know.*"
)
_GEEN_KIND = (
    "Ik beschrijf geen kind en geen andere persoon. (I describe no child and no other person.)"
)


def formulier() -> str:
    """The whole file."""
    check: Value = {
        "type": "checkboxes",
        "id": "geen-kind",
        "attributes": {
            "label": "Controleer",
            "options": [{"label": _GEEN_KIND, "required": "true"}],
        },
    }
    body: list[Value] = [{"type": "markdown", "attributes": {"value": _VOORAF}}]
    body += [_veld(vraag) for vraag in vragen()]
    return canonical(
        {
            "name": "Een arrangement toevoegen",
            "description": "Beschrijf een onderwijszorgarrangement, nooit een kind. "
            "(Describe an arrangement of education and care, never a child.)",
            "title": "Arrangement: ",
            "body": [*body, check],
        }
    )


def _veld(vraag: Vraag) -> Value:
    attributes: dict[str, Value] = {"label": vraag.label, "description": _uitleg(vraag)}
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


def _uitleg(vraag: Vraag) -> str:
    parts = [vraag.uitleg]
    if vraag.antwoord is not Antwoord.KEUZE:
        parts.append(hoe(vraag))
    if vraag.meer and vraag.antwoord is not Antwoord.KEUZE:
        parts.append("Eén per regel.")
    if vraag.antwoord is Antwoord.GROEP:
        parts.append(f"Kies uit {', '.join(vraag.opties)}.")
    if vraag.loc[-1] in _ENGELS:
        parts.append(f"({_ENGELS[vraag.loc[-1]]})")
    return " ".join(parts)
