"""Every kind of broken input: exactly one clear error in Dutch, at its place, and exit code 1.

The check is run as an editor runs it, so what is compared is what they get to read. For a few of them
the build is run too: it must leave the published site as it was. What can be wrong with the model of
cooperation alone is in ``test_slechte_invoer_samenwerking.py``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.issue import Level
from macros.source.bytes import MAX_BYTES, read_text
from macros.source.nodes import parse
from macros.taal.talen import beschikbaar
from scripts.build import main as build
from scripts.check import main as check
from tests.unit.gevallen import (
    NIET_GEBOUWD,
    Slecht,
    een_fout,
    foto,
    fouten,
    gebouwd,
    gecontroleerd,
)
from tests.unit.mini import ROOT, Breek, Mini, bewerk

DORP = "gemeenten/gemeente-dorp.yml"
KLEIN = "werkingsgebieden/klein-mini.yml"
BEKEND = "speerpunten/alles-bekend.yml"
ONBEKEND = "speerpunten/veel-onbekend.yml"
MIJLPAAL = "mijlpalen/begin.yml"
VEEL_ONBEKEND = "speerpunten/veel-onbekend.yml"
BEWIJS = "    bewijs:\n      - verslag\n"
SBO = "begrippen/sbo.yml"
PO = "vertaling/en.po"

IDTIP = "Gebruik kleine letters, cijfers en streepjes, zoals 'leren-van-data'."
DATUMTIP = "Schrijf 2021, 2021-07 of 2021-07-01."
FIX = "of draai: make fix"
LEEG = "Dit veld is leeg."
GELEEND = "Schrijf de waarde uit, of zet haar tussen aanhalingstekens."
PERSOON = "Noem de functie of de organisatie."
STUURTEKEN = (
    "Hier staat een teken dat je niet ziet: {}.",
    "Typ deze woorden opnieuw, of plak ze als gewone tekst.",
)
POVORM = 'Een regel is: msgid "…", msgstr "…", een vervolg "…", of uitleg met #.'
POKOP = 'Bovenaan hoort: msgid "", en "Content-Type: text/plain; charset=utf-8\\n".'
MAPPEN = "Verwijder het, of zet het in de goede map."


def bytes_van(pad: str, oud: bytes, nieuw: bytes, plaats: str = "") -> Breek:
    """Replace bytes (everywhere); ``plaats`` is where that must be noticed, or else their line."""

    def doe(mini: Mini) -> None:
        raw = (mini.map / pad).read_bytes()
        line = raw[: raw.index(oud)].count(b"\n") + 1
        mini.schrijf(pad, raw.replace(oud, nieuw))
        mini.plaats = f"{pad}:{plaats or f'{line}:1'}"

    return doe


def inhoud(pad: str, raw: bytes, plaats: str = "1:1") -> Breek:
    """Another content for a whole file."""

    def doe(mini: Mini) -> None:
        mini.schrijf(pad, raw)
        mini.plaats = f"{pad}:{plaats}"

    return doe


def hernoemd(oud: str, nieuw: str, plaats: str = "1:1") -> Breek:
    def doe(mini: Mini) -> None:
        (mini.map / oud).rename(mini.map / nieuw)
        mini.plaats = f"{nieuw}:{plaats}"

    return doe


def kopie(oud: str, nieuw: str, plaats: str) -> Breek:
    def doe(mini: Mini) -> None:
        shutil.copy(mini.map / oud, mini.map / nieuw)
        mini.plaats = f"{nieuw}:{plaats}"

    return doe


def nieuwe_map(mini: Mini) -> None:
    (mini.map / "speerpunt").mkdir()
    mini.plaats = "speerpunt:1:1"


def geen_map_maar_bestand(mini: Mini) -> None:
    shutil.rmtree(mini.map / "mijlpalen")
    (mini.map / "mijlpalen").write_text("begin", encoding="utf-8")
    mini.plaats = "mijlpalen:1:1"


def zonder_pokop(mini: Mini) -> None:
    mini.schrijf(PO, "‸" + mini.lees(PO).partition("\n\n")[2])


def vertaling(dutch: str, other: str) -> Breek:
    """One more entry in the catalogue."""

    def doe(mini: Mini) -> None:
        mini.schrijf(PO, f'{mini.lees(PO)}\n‸msgid "{dutch}"\nmsgstr "{other}"\n')

    return doe


def bom(mini: Mini) -> None:
    mini.schrijf(DORP, b"\xef\xbb\xbf" + (mini.map / DORP).read_bytes())
    mini.plaats = f"{DORP}:1:1"


ALIASBOM = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (key, key, b", ".join([b"*%c" % (key - 1)] * 9)) for key in b"bcdefghi"
)

SLECHT: dict[str, Slecht] = {
    # ------------------------------------------------------------ the shape of the file
    "tab-indent": Slecht(
        bewerk(DORP, "  peildatum", "‸\tpeildatum"),
        "Hier staat een tab. YAML kent alleen spaties.",
        "Vervang de tab door twee spaties.",
    ),
    "tab-in-paragraph": Slecht(
        bewerk(BEKEND, "  Zit je kind", "‸\tZit je kind"),
        "Hier staat een tab. YAML kent alleen spaties.",
        "Vervang de tab door twee spaties.",
    ),
    "duplicate-key": Slecht(
        bewerk(DORP, "naam: Dorp\n", "naam: Dorp\n‸naam: Stad\n"),
        "Het veld 'naam' staat er twee keer.",
        "Houd er één over.",
    ),
    "indent-too-far": Slecht(
        bewerk(DORP, "  peildatum: 2021", "   peildatum‸: 2021"),
        "Deze regel springt verder in dan het veld erboven.",
        "Laat velden die bij elkaar horen even ver inspringen.",
    ),
    "indent-too-little": Slecht(
        bewerk(DORP, "  peildatum", " ‸peildatum"),
        "Deze regel springt anders in dan de regels erboven.",
        "Laat velden die bij elkaar horen even ver inspringen.",
    ),
    "colon-in-text": Slecht(
        bewerk(SBO, "Een vorm van", "Een vorm‸: van"),
        "Hier staat een dubbele punt op een plaats waar YAML die niet verwacht.",
        "Zet de tekst tussen aanhalingstekens, of kijk of de regel goed inspringt.",
    ),
    "no-colon": Slecht(
        bewerk(DORP, "naam: Dorp\n", "‸naam Dorp\n"),
        "Hier wordt een veld verwacht ('naam: waarde'), maar er staat geen dubbele punt.",
        "Is het een veld? Zet na de naam een dubbele punt en een spatie. Hoort het bij de tekst "
        "erboven? Laat de regel even ver inspringen. Hoort het hier niet? Haal de regel weg.",
    ),
    "backslash-that-makes-a-sign-nobody-sees": Slecht(
        bewerk(DORP, "naam: Dorp", 'naam: "Dorp ‸\\van"'),
        "Een schuine streep (\\) heeft tussen dubbele aanhalingstekens een eigen betekenis.",
        "Gebruik enkele aanhalingstekens.",
    ),
    "fence-of-an-example-pasted-along": Slecht(
        bewerk(DORP, "id: gemeente-dorp\n", "‸```yaml\nid: gemeente-dorp\n"),
        "Deze regel hoort bij het voorbeeld waar je dit uit overnam, en niet bij de gegevens.",
        "Haal elke regel weg die met ``` begint.",
    ),
    "unclosed-double-quote": Slecht(
        bewerk(DORP, "naam: Dorp", 'naam: ‸"Dorp'),
        "Er is een aanhalingsteken geopend en niet gesloten.",
        "Sluit het aanhalingsteken.",
    ),
    "unclosed-single-quote": Slecht(
        bewerk(ONBEKEND, "titel: Wat", "titel: ‸'Wat"),
        "Er is een aanhalingsteken geopend en niet gesloten.",
        "Sluit het aanhalingsteken.",
    ),
    "strange-first-character": Slecht(
        bewerk(DORP, "naam: Dorp", "naam: ‸@Dorp"),
        "Een waarde kan niet met dit teken beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
    "star-first": Slecht(
        bewerk(DORP, "naam: Dorp", "naam: ‸*Dorp"),
        "Verwijzingen binnen een bestand (& en *, hier 'Dorp') kunnen niet.",
        GELEEND,
    ),
    "exclamation-first": Slecht(
        bewerk(DORP, "naam: Dorp", "naam: ‸!Dorp"),
        "Een waarde kan niet met een uitroepteken beginnen.",
        "Zet de waarde tussen aanhalingstekens.",
    ),
    "two-documents": Slecht(
        bewerk(DORP, "zekerheid: voorbeeld\n", "zekerheid: voorbeeld\n‸---\nid: twee\n"),
        "Er staan twee stukken in één bestand (gescheiden door ---).",
        "Maak er twee bestanden van.",
    ),
    "control-character": Slecht(
        bewerk(DORP, "naam: Dorp", "naam: Do‸\x07rp"),
        "Hier staat een onzichtbaar stuurteken.",
        "Verwijder het teken.",
    ),
    "control-character-after-accents": Slecht(
        bewerk(DORP, "naam: Dorp\n", "naam: ‘Reünië’ Do‸\x07rp\n"),
        "Hier staat een onzichtbaar stuurteken.",
        "Verwijder het teken.",
    ),
    "control-character-as-escape": Slecht(
        bewerk(DORP, "naam: Dorp", 'naam: ‸"Do\\u0007rp"'),
        STUURTEKEN[0].format("een stuurteken (U+0007), na 'Do'"),
        STUURTEKEN[1],
    ),
    "control-character-in-a-translation": Slecht(
        bewerk(PO, '"Coord', '"Co‸\u2028ord'),
        STUURTEKEN[0].format("een regelscheiding (U+2028), na 'Co'"),
        STUURTEKEN[1],
    ),
    "byte-order-mark": Slecht(
        bom,
        "Het bestand begint met een onzichtbaar teken (een 'byte order mark').",
        f"Sla het op als UTF-8 zonder BOM, {FIX}",
    ),
    "windows-line-ends": Slecht(
        bytes_van(DORP, b"\n", b"\r\n", "1:1"),
        "De regels eindigen op Windows-wijze (CRLF).",
        f"Kies 'LF' als regeleinde in je editor, {FIX}",
    ),
    "windows-1252": Slecht(
        bytes_van(DORP, b"Noord", b"No\xebrd", "4:14"),
        "Dit teken is niet in UTF-8 opgeslagen (waarschijnlijk 'ë' uit Windows).",
        "Sla het bestand op met codering UTF-8.",
    ),
    "windows-1252-after-accent": Slecht(
        bytes_van(DORP, b"Noord", "Nö".encode() + b"\x92rd", "4:14"),
        "Dit teken is niet in UTF-8 opgeslagen (waarschijnlijk '’' uit Windows).",
        "Sla het bestand op met codering UTF-8.",
    ),
    "empty-file": Slecht(
        inhoud(MIJLPAAL, b""), "Dit bestand is leeg.", "Vul het in, of verwijder het bestand."
    ),
    "only-comments": Slecht(
        inhoud(MIJLPAAL, b"# later\n"),
        "In dit bestand staat geen gegeven (alleen uitleg).",
        "Vul het in of verwijder het.",
    ),
    "five-megabytes": Slecht(
        inhoud(MIJLPAAL, b"titel: x\n" * 600_000),
        "Dit bestand is te groot: 5273 kB, en 256 kB is het meeste.",
        "Staat hier per ongeluk een ander bestand? Eén bestand is één onderwerp.",
    ),
    "alias-bomb": Slecht(
        inhoud(MIJLPAAL, ALIASBOM, "1:4"),
        "Verwijzingen binnen een bestand (& en *, hier 'a') kunnen niet.",
        GELEEND,
    ),
    "list-file": Slecht(
        inhoud(MIJLPAAL, b"- a\n- b\n"),
        "Dit bestand moet uit velden bestaan ('naam: waarde').",
        "",
    ),
    # ------------------------------------------------------------ fields
    "unknown-field": Slecht(
        bewerk(DORP, "naam: Dorp\n", "naam: Dorp\n‸provinsie: Noord\n"),
        "Het veld 'provinsie' bestaat niet.",
        "Bedoel je 'provincie'?",
    ),
    "unknown-field-inside": Slecht(
        bewerk(DORP, "  bron: plan\n", "  bron: plan\n  ‸vindplek: blz. 1\n"),
        "Het veld 'vindplek' bestaat niet.",
        "Bedoel je 'vindplaats'?",
    ),
    "searched-for-no-field": Slecht(
        bewerk(VEEL_ONBEKEND, "      stand: 2022-02", "      ‸stant: 2022-02"),
        "'stant' is hier geen veld dat onbekend kan zijn.",
        "Bedoel je 'stand'?",
    ),
    "searched-for-what-must-be-known": Slecht(
        bewerk(VEEL_ONBEKEND, "  bestuurlijk_trekker: 2022-03-02", "  ‸titel: 2022-03-02"),
        "'titel' is hier geen veld dat onbekend kan zijn.",
        "Kies uit: ambtelijk_trekker, bestuurlijk_trekker, conclusie, opdracht.",
    ),
    "searched-on-no-date": Slecht(
        bewerk(VEEL_ONBEKEND, "stand: 2022-02", "stand: ‸februari 2022"),
        "'februari 2022' is geen datum.",
        "Schrijf: 2022-02",
    ),
    "searched-and-no-fields": Slecht(
        bewerk(
            VEEL_ONBEKEND,
            "gezocht_op:\n  bestuurlijk_trekker: 2022-03-02",
            "gezocht_op: ‸2022-03-02",
        ),
        "Hier hoort een groep velden.",
        "Zet de velden eronder, twee spaties ingesprongen. Kies uit: conclusie, opdracht, "
        "bestuurlijk_trekker, ambtelijk_trekker.",
    ),
    "missing-evidence-of-a-known-state": Slecht(
        bewerk(BEKEND, "  - id: lijst-maken", "  - ‸id: lijst-maken", (BEWIJS, "")),
        "Het veld 'bewijs' ontbreekt.",
        "Bronnen die laten zien dat de stand klopt. "
        "Weet niemand het? Zet dan ook 'stand' op onbekend.",
    ),
    "empty-evidence-of-a-known-state": Slecht(
        bewerk(BEKEND, BEWIJS, "    bewijs:‸\n"),
        "Dit veld is leeg.",
        "Vul het in. Weet niemand het? Zet dan ook 'stand' op onbekend.",
    ),
    "no-evidence-of-a-known-state": Slecht(
        bewerk(BEKEND, BEWIJS, "    bewijs: ‸geen\n"),
        "Hier hoort een lijst.",
        "Weet niemand het? Zet dan ook 'stand' op onbekend.",
    ),
    "missing-field": Slecht(
        bewerk(DORP, "id: gemeente-dorp", "‸id: gemeente-dorp", ("provincie: Noord\n", "")),
        "Het veld 'provincie' ontbreekt.",
        "Provincie waarin de gemeente ligt.",
    ),
    "missing-field-inside": Slecht(
        bewerk(MIJLPAAL, "  bron: plan", "  ‸bron: plan", ("  zekerheid: voorbeeld\n", "")),
        "Het veld 'zekerheid' ontbreekt.",
        "Hoe zeker het is.",
    ),
    "unknown-reference": Slecht(
        bewerk(ONBEKEND, "ambtelijk_trekker: onbekend", "ambtelijk_trekker: ‸regiseur"),
        "Er is geen partij of gemeente met de id 'regiseur'.",
        "Bedoel je 'regisseur'?",
    ),
    "no-where-a-choice-belongs": Slecht(
        bewerk("regio.yml", "soort: voorbeeld", "soort: ‸no"),
        "'no' kan hier niet.",
        "Kies uit: echt, voorbeeld.",
    ),
    "wrong-choice": Slecht(
        bewerk(BEKEND, "stand: loopt", "stand: ‸lopt"),
        "'lopt' kan hier niet.",
        "Bedoel je 'loopt'?",
    ),
    "list-where-text-belongs": Slecht(
        bewerk(DORP, "naam: Dorp", "naam:\n  ‸- Dorp"),
        "Hier hoort één waarde te staan, geen lijst of groep velden.",
        "Zet de waarde achter de dubbele punt, op één regel.",
    ),
    "group-where-text-belongs": Slecht(
        bewerk(DORP, "naam: Dorp", "naam:\n  ‸kort: Dorp"),
        "Hier hoort één waarde te staan, geen lijst of groep velden.",
        "Zet de waarde achter de dubbele punt, op één regel.",
    ),
    "text-where-list-belongs": Slecht(
        bewerk(KLEIN, "gemeenten:\n  - gemeente-dorp", "gemeenten: ‸gemeente-dorp"),
        "Hier hoort een lijst.",
        "Zet elke waarde op een eigen regel, met '- ' ervoor.",
    ),
    "text-where-group-belongs": Slecht(
        bewerk(
            "agendas/plan-2021-2023.yml",
            "looptijd:\n  van: 2021\n  tot_en_met: 2023",
            "looptijd: ‸2021-2023",
        ),
        "Hier hoort een groep velden.",
        "Zet de velden eronder, twee spaties ingesprongen. Nodig: van, tot_en_met.",
    ),
    "date-where-group-belongs": Slecht(
        bewerk(
            "overleg/voorstellen/lijst-per-sector.yml",
            "titel: ",
            "ingetrokken: ‸2026-12-01\ntitel: ",
        ),
        "Hier hoort een groep velden.",
        "Zet de velden eronder, twee spaties ingesprongen. Nodig: op, herkomst. Mag ook: waarom.",
    ),
    "null": Slecht(bewerk(DORP, "naam: Dorp", "naam:‸"), LEEG, "Vul het in."),
    "null-that-may-be-unknown": Slecht(
        bewerk(ONBEKEND, "ambtelijk_trekker: onbekend", "ambtelijk_trekker:‸"),
        LEEG,
        "Vul het in, of schrijf: onbekend",
    ),
    "null-in-a-list": Slecht(
        bewerk(KLEIN, "  - gemeente-dorp\n", "  - gemeente-dorp\n  -‸\n"),
        LEEG,
        "Vul het in, of haal deze regel weg.",
    ),
    "filler-in-a-text-that-must-be-there": Slecht(
        bewerk(
            "samenwerking/wegwijzer.yml", "titel: 'Wegwijzer: wie begint?'", "titel: ‸Onbekend."
        ),
        "'Onbekend.' is geen tekst voor lezers.",
        "Vul het in.",
    ),
    "filler-in-a-text-that-may-be-unknown": Slecht(
        bewerk(ONBEKEND, "opdracht: Zoek het uit.", "opdracht: ‸Nog onbekend"),
        "'Nog onbekend' is geen tekst voor lezers.",
        "Vul het in, of schrijf: onbekend",
    ),
    "filler-in-a-list": Slecht(
        bewerk(SBO, "als:\n  - speciaal basisonderwijs", "als:\n  - ‸???"),
        "'???' is geen tekst voor lezers.",
        "Vul het in, of haal deze regel weg.",
    ),
    "filler-in-a-translation": Slecht(
        vertaling("Nog een andere tekst.", "Unknown"),
        "'Unknown' is geen vertaling voor lezers.",
        "Vertaal het Nederlands, of laat msgstr leeg: dan staat er Nederlands.",
    ),
    "whole-story-in-a-title": Slecht(
        bewerk(ONBEKEND, "titel: Wat we nog uitzoeken", f"titel: ‸{'Wat we nog uitzoeken. ' * 32}"),
        "Deze regel is te lang: 703 tekens, en er is plaats voor 400.",
        "Maak hem korter. Is het een heel verhaal? Dan hoort het in een ander veld.",
    ),
    "id-that-is-a-story": Slecht(
        bewerk(ONBEKEND, "- id: uitzoeken", f"- id: ‸{'-'.join(['uitzoeken'] * 9)}"),
        "Deze id is te lang: 89 tekens, en 80 is het meeste.",
        "Kies een korte naam: hij staat in het adres van de pagina.",
    ),
    "empty-quotes": Slecht(bewerk(DORP, "naam: Dorp", "naam: ‸''"), LEEG, "Vul het in."),
    "null-list": Slecht(
        bewerk(SBO, "als:\n  - speciaal basisonderwijs", "als:‸"),
        LEEG,
        "Vul het in, of haal deze regel weg.",
    ),
    "empty-list-of-municipalities": Slecht(
        bewerk(KLEIN, "gemeenten:\n  - gemeente-dorp", "gemeenten: ‸[]"),
        "Deze lijst is leeg.",
        "Noem er minstens één.",
    ),
    "empty-list-of-dates": Slecht(
        bewerk(ONBEKEND, "wanneer:\n      - 2021-12", "wanneer: ‸[]"),
        "Deze lijst is leeg.",
        "Noem er minstens één.",
    ),
    "empty-list-of-parties": Slecht(
        bewerk(BEKEND, "door:\n      - regisseur", "door: ‸[]"),
        "Deze lijst is leeg.",
        "Noem er minstens één.",
    ),
    "empty-list-of-evidence": Slecht(
        bewerk(BEKEND, "bewijs:\n      - plan\n      - verslag", "bewijs: ‸[]"),
        "Deze lijst is leeg.",
        "Noem er minstens één.",
    ),
    # ------------------------------------------------------------ dates
    "day-that-does-not-exist": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸2021-02-30"),
        "De datum '2021-02-30' bestaat niet.",
        "Deze maand heeft 28 dagen.",
    ),
    "month-that-does-not-exist": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸2021-13"), "Maand 13 bestaat niet.", ""
    ),
    "year-out-of-range": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸0021"),
        "Het jaar 21 ligt buiten 1900-2100.",
        "Kijk het jaar na: misschien zijn er cijfers verwisseld.",
    ),
    "date-in-words": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸morgen"),
        "'morgen' is geen datum.",
        DATUMTIP,
    ),
    "time-in-a-date": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸15:00"), "'15:00' is geen datum.", DATUMTIP
    ),
    "text-after-a-date": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸2021-03-04 (ongeveer)"),
        "'2021-03-04 (ongeveer)' is geen datum.",
        DATUMTIP,
    ),
    "date-the-other-way-round": Slecht(
        bewerk(MIJLPAAL, "datum: 2021-03-04", "datum: ‸04-03-2021"),
        "'04-03-2021' is geen datum.",
        "Schrijf 2021-03-04: eerst het jaar.",
    ),
    "year-in-two-digits": Slecht(
        bewerk(BEKEND, "jaar: 2022", "jaar: ‸22"),
        "'22' is geen jaar.",
        "Schrijf vier cijfers, zoals 2021.",
    ),
    "number-with-zero": Slecht(
        bewerk(ONBEKEND, "nummer: 2", "nummer: ‸02"),
        "'02' is geen volgnummer.",
        "Schrijf een heel getal vanaf 1.",
    ),
    # ------------------------------------------------------------ text
    "html": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "Zoek ‸<b>het</b> uit."),
        "In deze tekst staat HTML ('<b>'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    "html-entity": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "Zoek‸&nbsp;het uit."),
        "In deze tekst staat HTML ('&nbsp;'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    "script-in-title": Slecht(
        bewerk(ONBEKEND, "titel: Wat", "titel: ‸<script>alert(1)</script> Wat"),
        "In deze tekst staat HTML ('<script>'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    "braces": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "Zoek ‸{{ config }} uit."),
        "In deze tekst staan dubbele accolades ('{{'). Die zijn voor de bouw van de site.",
        "Haal ze weg.",
    ),
    "braces-first": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "‸{{ config }}"),
        "In deze tekst staan dubbele accolades ('{{'). Die zijn voor de bouw van de site.",
        "Haal ze weg.",
    ),
    "statement": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "Zoek ‸{% raw %} uit."),
        "In deze tekst staan dubbele accolades ('{%'). Die zijn voor de bouw van de site.",
        "Haal ze weg.",
    ),
    "e-mail": Slecht(
        bewerk(ONBEKEND, "Zoek het uit.", "Vraag het ‸iemand@school.example nu."),
        "Hier staat een e-mailadres (i…@s…). Adressen van personen horen niet op de site.",
        PERSOON,
    ),
    "newline-in-title": Slecht(
        bewerk(ONBEKEND, "titel: Wat we nog uitzoeken", "titel: ‸|\n  Wat we\n  nog uitzoeken"),
        "Dit veld is één regel.",
        "Haal de nieuwe regels weg.",
    ),
    "web-address": Slecht(
        bewerk("regio.yml", "contact: https://voorbeeld", "contact: ‸www.voorbeeld"),
        "'www.example/contact?a=1&b=2' is geen webadres.".replace("www.", "www.voorbeeld."),
        "Schrijf het hele adres, met https:// ervoor.",
    ),
    # ------------------------------------------------------------ names and files
    "file-name-is-not-the-id": Slecht(
        hernoemd("mijlpalen/daarna.yml", "mijlpalen/start.yml", "1:5"),
        "De id 'daarna' is anders dan de bestandsnaam 'start'.",
        "Noem het bestand daarna.yml, of maak de id net zo.",
    ),
    "two-records-with-one-id": Slecht(
        kopie("partijen/regisseur.yml", "partijen/regisseur-2.yml", "1:5"),
        "De id 'regisseur' is anders dan de bestandsnaam 'regisseur-2'.",
        "Is dit een kopie van regisseur.yml? Verwijder haar. "
        "Is het iets nieuws? Geef het een eigen id, en noem het net zo.",
    ),
    "id-with-capitals": Slecht(
        bewerk(MIJLPAAL, "id: begin", "id: ‸Begin"),
        "'Begin' is geen goede id.",
        f"Bedoel je 'begin'? {IDTIP}",
    ),
    "id-with-spaces-and-signs": Slecht(
        bewerk(MIJLPAAL, "id: begin", "id: ‸Het  begin (2021)!"),
        "'Het  begin (2021)!' is geen goede id.",
        f"Bedoel je 'het-begin-2021'? {IDTIP}",
    ),
    "id-of-signs-alone": Slecht(
        bewerk(MIJLPAAL, "id: begin", "id: ‸'?!'"), "'?!' is geen goede id.", IDTIP
    ),
    "unknown-folder": Slecht(
        nieuwe_map, "Dit wordt door de site niet gelezen.", "Bedoel je 'speerpunten'?"
    ),
    "unknown-file": Slecht(inhoud("xyz.txt", b"x"), "Dit wordt door de site niet gelezen.", MAPPEN),
    "other-file-in-folder": Slecht(
        inhoud("mijlpalen/notities.txt", b"x"),
        "In deze map horen alleen bestanden die op .yml eindigen.",
        "Hernoem of verwijder dit.",
    ),
    "yaml-extension": Slecht(
        hernoemd("mijlpalen/daarna.yml", "mijlpalen/daarna.yaml"),
        "In deze map horen alleen bestanden die op .yml eindigen.",
        "Noem het daarna.yml.",
    ),
    "no-settings": Slecht(
        lambda mini: (
            (mini.map / "regio.yml").unlink(),
            setattr(mini, "plaats", "regio.yml:1:1"),
        ),
        "Dit bestand ontbreekt.",
        "Het hoort te bevatten: Instellingen van de site: naam, talen, beheer.",
    ),
    # ------------------------------------------------------------ translations
    "no-language": Slecht(
        bewerk("regio.yml", "  - en\n", "  - ‸quux\n"),
        "'quux' is geen code van een taal.",
        "Schrijf de code van de taal, zoals nl of en.",
    ),
    "name-of-a-language": Slecht(
        bewerk("regio.yml", "  - en\n", "  - ‸Engels\n"),
        "'Engels' is geen code van een taal.",
        "Bedoel je 'en'?",
    ),
    "english-name-of-a-language": Slecht(
        bewerk("regio.yml", "  - en\n", "  - ‸german\n"),
        "'german' is geen code van een taal.",
        "Bedoel je 'de'?",
    ),
    "almost-a-language": Slecht(
        bewerk("regio.yml", "  - en\n", "  - en\n  - ‸pt_br\n"),
        "'pt_br' is geen code van een taal.",
        "Bedoel je 'pt-BR'?",
    ),
    "language-the-site-does-not-speak": Slecht(
        bewerk("regio.yml", "  - en\n", "  - en\n  - ‸gv\n"),
        "De site kan nog niet in het Manx (gv). Wat ontbreekt: macros/vertaling/gv.po, "
        "mkdocs.gv.yml, docs/gv.",
        f"Kies uit: {', '.join(beschikbaar(ROOT))}. Of voeg de taal toe: zie HACKING.md.",
    ),
    "po-without-header": Slecht(
        zonder_pokop, "De kop van dit vertaalbestand ontbreekt of is beschadigd.", POKOP
    ),
    "po-empty": Slecht(
        inhoud(PO, b""), "De kop van dit vertaalbestand ontbreekt of is beschadigd.", POKOP
    ),
    "po-other-charset": Slecht(
        bewerk(
            PO,
            '"Content-Type: text/plain; charset=utf-8',
            '‸"Content-Type: text/plain; charset=latin1',
        ),
        "De kop noemt codering 'latin1'.",
        "Maak er charset=utf-8 van.",
    ),
    "po-other-language": Slecht(
        bewerk(PO, '"Language: en', '‸"Language: de'),
        "De kop noemt de, en dit bestand is voor 'en'.",
        "Schrijf: Language: en",
    ),
    "po-no-language": Slecht(
        bewerk(PO, 'msgid ""\nmsgstr ""\n"Language: en\\n"\n', '‸msgid ""\nmsgstr ""\n'),
        "De kop noemt geen taal, en dit bestand is voor 'en'.",
        "Schrijf: Language: en",
    ),
    "po-conflict": Slecht(
        bewerk(PO, 'msgid "Regisseur"', '‸<<<<<<< HEAD\nmsgid "Regisseur"'),
        "Twee mensen wijzigden deze regels. Er staan nu twee versies.",
        "Houd één versie over en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "po-garbage": Slecht(
        bewerk(PO, 'msgid "Regisseur"', '‸zomaar iets\nmsgid "Regisseur"'),
        "Deze regel hoort niet in een vertaalbestand.",
        POVORM,
    ),
    "po-unclosed-quote": Slecht(
        bewerk(PO, 'msgstr "Coordinator"', '‸msgstr "Coordinator'),
        "De tekst achter msgstr staat niet goed tussen aanhalingstekens.",
        'Schrijf: msgstr "…". Een aanhalingsteken in de tekst schrijf je als \\".',
    ),
    "po-no-quotes": Slecht(
        bewerk(PO, 'msgstr "Coordinator"', "‸msgstr Coordinator"),
        "De tekst achter msgstr staat niet goed tussen aanhalingstekens.",
        'Schrijf: msgstr "…". Een aanhalingsteken in de tekst schrijf je als \\".',
    ),
    "po-placeholder": Slecht(
        bewerk(
            PO, 'msgid "De lijst \\"oud', '‸msgid "De lijst \\"oud', ("{te} many", "{too} many")
        ),
        "In deze vertaling kloppen de invulplaatsen niet (verwacht: {te}).",
        "Neem ze precies over uit het Nederlands.",
    ),
    "po-html": Slecht(
        bewerk(PO, '"Coord', '"‸<b>Coord'),
        "In deze tekst staat HTML ('<b>'). Dat kan niet.",
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    "po-e-mail": Slecht(
        bewerk(PO, '"Coord', '"‸iemand@school.example Coord'),
        "Hier staat een e-mailadres (i…@s…). Adressen van personen horen niet op de site.",
        PERSOON,
    ),
    "po-windows-1252": Slecht(
        bytes_van(PO, b"Coordinator", b"Co\xf6rdinator"),
        "Dit teken is niet in UTF-8 opgeslagen.",
        "Sla het bestand op met codering UTF-8.",
    ),
}


@pytest.mark.parametrize("name", SLECHT)
def test_broken_input_gives_one_clear_error_at_its_place(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


@pytest.mark.parametrize(
    "nummer",
    [
        "0318 123456",
        "0318-12 34 56",
        "(0318) 12 34 56",
        "06-12345678",
        "06 12 34 56 78",
        "+31 6 12345678",
        "+31 (0)6 1234 5678",
        "0031612345678",
    ],
)
def test_a_phone_number_is_refused_however_it_is_written(nummer: str, mini: Mini) -> None:
    mini.vervang(ONBEKEND, "Zoek het uit.", f"Bel ons op ‸{nummer} of kom langs.")
    assert [(mini.waar(one), one.message) for one in mini.issues(level=Level.FOUT)] == [
        (mini.plaats, "Hier staat een telefoonnummer. Nummers van personen horen niet op de site.")
    ]


@pytest.mark.parametrize(
    "code", ["0000", "0008", "000b", "000d", "001f", "007f", "0085", "009f", "2028", "2029", "ffff"]
)
def test_a_sign_that_breaks_a_file_is_refused_also_between_quotes(code: str, mini: Mini) -> None:
    mini.vervang(ONBEKEND, "opdracht: Zoek het uit.", f'opdracht: ‸"Zoek het\\u{code}uit."')
    found = [(mini.waar(one), one.code) for one in mini.issues(level=Level.FOUT)]
    assert found == [(mini.plaats, "stuurteken")]


@pytest.mark.parametrize(
    "tekst",
    [
        "15:00",
        "no",
        "0123",
        "2021-07-01",
        "1e3",
        "nul",
        "5 < 6 en 7 > 6",
        "R&D en <3",
        "Eén\u00a0harde spatie en 👩\u200d👧",
        "{een} haakje",
        "50% (of meer)",
        "WPO artikel 18a, 2015-08, blz. 10-12",
        "GM0228 en 1234567890123",
        "https://example.org/0318123456",
    ],
)
def test_ordinary_text_stays_as_it_was_typed(tekst: str, mini: Mini) -> None:
    mini.vervang(ONBEKEND, "opdracht: Zoek het uit.", f"opdracht: '{tekst}'")
    loaded = mini.load()
    assert [issue for issue in loaded.issues if issue.level is Level.FOUT] == []
    assert loaded.regio is not None
    assert loaded.regio.speerpunten["veel-onbekend"].opdracht == tekst


@pytest.mark.parametrize(
    ("tekst", "plaats"), [("{Dorp", "‸{Dorp"), ("[Dorp", "‸[Dorp"), ('"Do\\qrp"', '"Do‸\\qrp"')]
)
def test_a_rare_mistake_is_still_told_in_dutch(tekst: str, plaats: str, mini: Mini) -> None:
    mini.vervang(DORP, "naam: Dorp", f"naam: {plaats}")
    assert mini.lees(DORP).count(f"naam: {tekst}") == 1
    [issue] = mini.issues(level=Level.FOUT)
    assert "did not" not in issue.message
    assert "found" not in issue.message
    assert mini.waar(issue).rpartition(":")[0] == mini.plaats.rpartition(":")[0]


def test_a_file_may_be_as_large_as_the_message_says_and_no_larger(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    for size, codes in ((MAX_BYTES, []), (MAX_BYTES + 1, ["bestand-te-groot"])):
        file.write_bytes(b"a" * size)
        found = read_text(file, "a.yml")
        assert [issue.code for issue in found.issues] == codes
        assert (found.text is None) == bool(codes)


def test_twenty_lists_may_stand_in_each_other_and_no_more() -> None:
    for depth, codes in ((20, []), (21, ["te-diep"])):
        document, issues = parse("[" * depth + "]" * depth, "a.yml")
        assert [issue.code for issue in issues] == codes
        assert (document is None) == bool(codes)


def test_very_deep_nesting_is_an_error_and_no_crash(mini: Mini) -> None:
    """In a process of its own: the parser is written in C, and would take the tests with it."""
    mini.schrijf("mijlpalen/begin.yml", b"titel: " + b"[" * 900 + b"]" * 900 + b"\n")
    mini.schrijf("mijlpalen/blok.yml", b"".join(b" " * depth + b"a:\n" for depth in range(600)))
    mini.schrijf("mijlpalen/diep.yml", b"titel: " + b"[" * 100_000)
    mini.schrijf("mijlpalen/regel.yml", b"titel:\n  " + b"- " * 100_000)
    mini.schrijf("mijlpalen/vraag.yml", b"? " * 100_000)
    command = [sys.executable, "-m", "scripts.check", "--data", str(mini.map)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    found = {line.split(":")[0] for line in fouten(done.stdout, mini.map)}
    assert found == {
        f"mijlpalen/{name}.yml" for name in ("begin", "blok", "diep", "regel", "vraag")
    }


@pytest.mark.parametrize(
    "breek",
    [inhoud("vertaling/de.po", b"x"), inhoud("vertaling/en.po~x", b"x"), geen_map_maar_bestand],
    ids=["language-not-listed", "other-file", "file-for-a-folder"],
)
def test_a_file_that_nobody_reads_is_reported(breek: Breek, mini: Mini) -> None:
    breek(mini)
    assert [mini.waar(issue) for issue in mini.issues("vreemd-bestand")] == [mini.plaats]


def test_a_folder_that_is_not_there_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "weg"
    assert check(["--data", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{folder}:1:1: fout: Deze map bestaat niet.",
        "1 fout.",
    ]


def test_a_text_without_translation_is_only_a_warning(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(["--data", str(mini.map)]) == 0
    assert capsys.readouterr().out.replace(f"{mini.map}/", "").splitlines() == [
        f"{ONBEKEND}:7:12: let op: De vertaling (en) is van een oudere tekst: 'Er is weinig bekend. …'",
        "    De pagina toont hier Nederlands. Kijk haar na en haal de regel '#, fuzzy' weg.",
        f"{ONBEKEND}:8:11: let op: Deze tekst is nog niet vertaald (en): 'Zoek het uit. …'",
        "    De pagina toont hier Nederlands. Draai make vertaal en vul de vertaling aan.",
        "Geen fouten gevonden; 2 keer 'let op'.",
    ]


def test_a_region_in_dutch_alone_needs_no_catalogue(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(mini.map / "vertaling")
    mini.vervang("regio.yml", "  - en\n", "")
    assert check(["--data", str(mini.map)]) == 0
    assert capsys.readouterr().out == "Geen fouten gevonden.\n"


@pytest.mark.parametrize(
    "name",
    [
        "tab-indent",
        "unknown-reference",
        "windows-1252",
        "alias-bomb",
        "script-in-title",
        "po-other-charset",
        "no-settings",
    ],
)
def test_a_build_of_broken_data_leaves_the_published_site_as_it_was(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    done = gebouwd(mini, capsys)
    assert (done.code, done.out, done.onaangeroerd) == (1, "", True)
    assert fouten(done.err, mini.map)[0].startswith(f"{mini.plaats}: fout: {case.melding}")
    assert done.err.endswith(NIET_GEBOUWD)


def test_a_build_of_broken_data_makes_no_folder_where_there_was_none(mini: Mini) -> None:
    SLECHT["duplicate-key"].breek(mini)
    before = foto(mini.map.parent)
    assert build(["--data", str(mini.map), "--out", str(mini.map.parent / "nieuw" / "site")]) == 1
    assert foto(mini.map.parent) == before
