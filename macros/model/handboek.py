"""The handbook of the data (``data/README.md``), from the same descriptions as the checks."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.basis.datum import Datum
from macros.model.basis.record import Deel, Gezocht
from macros.model.basis.tekst import Tekstsoort
from macros.model.basis.verwijzing import Verwijzing
from macros.model.basis.vorm import Keuze
from macros.model.geheel import SOORTEN
from macros.model.soort import Soort
from macros.model.veld import Waarde, waarde
from macros.model.walk import nested, nested_types

_HEAD = """# De gegevens van de site

Alles wat op de site staat, komt uit deze map. Eén bestand is één onderwerp. De bestandsnaam is de
`id`. Elk bestand is YAML: `veld: waarde`, een lijst met `- ` ervoor, inspringen met twee spaties.
Alleen de cijfers staan in tabellen (CSV): de eerste regel noemt de velden, met een puntkomma
ertussen.

- Controleer wat je hebt gewijzigd met `make check`. Je krijgt alle fouten tegelijk, met de regel.
- `make fix` zet de bestanden in de vaste vorm (volgorde, inspringen, regeleinden).
- Weet niemand het? Schrijf `onbekend`, als het veld dat toelaat. Laat niets leeg en raad niet. Is
  ernaar gezocht? Zet dan bij `gezocht_op` wanneer, bijvoorbeeld `stand: 2026-11`.
- Schrijf geen namen, e-mailadressen of telefoonnummers van personen. Noem de functie.
- Verwijder geen bestand dat al gepubliceerd is: zet `status: gearchiveerd`.
- Een datum is `2021`, `2021-07` of `2021-07-01`, zo precies als de bron is.
- Zet een tekst tussen aanhalingstekens als er een dubbele punt met een spatie in staat.

Verandert een Nederlandse tekst, dan toont de vertaalde pagina die tekst in het Nederlands tot de
vertaling in de map `vertaling` is bijgewerkt (`make vertaal`).

De tabellen hieronder worden gemaakt uit de uitleg bij de velden (`make fix`); verander ze daar, in
`macros/model/`.
"""


def handboek() -> str:
    """The whole of ``data/README.md``."""
    chapters = (part for soort in SOORTEN for part in _chapter(soort))
    return "\n".join([_HEAD, *chapters, *_groups()])


def _chapter(soort: Soort) -> Iterator[str]:
    yield f"## {soort.enkelvoud}: `{soort.patroon}`\n\n{soort.uitleg}\n"
    yield _table(soort.type)


def _groups() -> Iterator[str]:
    """The groups of fields inside records, each once."""
    kinds = dict.fromkeys(kind for soort in SOORTEN for kind in nested_types(soort.type))
    yield "## Groepen velden\n\nDeze groepen staan binnen de bestanden hierboven.\n"
    for kind in sorted(kinds, key=lambda one: one.__name__):
        if issubclass(kind, Gezocht):
            continue
        yield f"### {kind.__name__}\n"
        yield _table(kind)


def _table(kind: type[Deel]) -> str:
    lines = ["| veld | verplicht | wat | waarde |", "|---|---|---|---|"]
    for name, field in kind.model_fields.items():
        needed = "ja" if field.is_required() else "nee"
        value = ", ".join(dict.fromkeys(_value(waarde(field))))
        lines.append(f"| `{name}` | {needed} | {field.description} | {value} |")
    return "\n".join(lines) + "\n"


def _value(value: Waarde) -> Iterator[str]:
    """What may be typed, in a few words."""
    yield "lijst van: " + ", ".join(_value(value.item)) if value.item else _single(value)
    if value.mag_onbekend:
        yield "`onbekend`"


def _single(value: Waarde) -> str:
    for marker in value.markers:
        if isinstance(marker, Verwijzing):
            return "id van een " + " of ".join(marker.soorten)
        if isinstance(marker, Tekstsoort):
            return f"tekst ({marker.value})"
    group = nested(value.type)
    if group and issubclass(group, Gezocht):
        return "bij elk veld dat onbekend is: datum"
    if group:
        return f"groep velden: {group.__name__}"
    if isinstance(value.type, type) and issubclass(value.type, Keuze):
        return "; ".join(f"`{member.value}`: {member.uitleg}" for member in value.type)
    if value.type is Datum:
        return "datum"
    return next((m.uitleg for m in value.markers if hasattr(m, "uitleg")), "tekst")
