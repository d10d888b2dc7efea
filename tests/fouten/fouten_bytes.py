"""Mistakes with a whole file: how an editor saved it, its name, the folder it is in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.fouten.werk import Ingreep, Verwacht, Waar, Werk, vergissing

GEZEGD, GELIJK, VRIJ = Verwacht.GEZEGD, Verwacht.GELIJK, Verwacht.VRIJ


def _opgeslagen(
    naam: str, verwacht: Verwacht, doe: Callable[[Random, bytes], bytes | None]
) -> None:
    """The same way of saving for data files, tables and catalogues."""
    for waar in (Waar.YAML, Waar.TABEL, Waar.PO):

        @vergissing(f"{naam} ({waar.value})", waar, verwacht)
        def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
            raw = doe(r, w.inhoud[pad])
            heel = (pad,) if raw is None or len(raw) > 1 << 24 else ()  # too large is so at no line
            return None if raw is None or raw == w.inhoud[pad] else Ingreep({pad: raw}, ook=heel)


def _met_accent(raw: bytes) -> str:
    """The text, with letters that are saved differently everywhere."""
    text = raw.decode()
    return re.sub(r"e(?=\w)", "ë", text.replace("titel: ", "titel: Coördinatie "), count=1)


def _eerste_kwart(r: Random, raw: bytes) -> bytes:
    text = raw.decode()
    return text[: r.randrange(len(text) // 4, len(text) - 2)].encode()


_opgeslagen(
    "Kladblok zet een onzichtbaar teken vooraan", GELIJK, lambda r, raw: b"\xef\xbb\xbf" + raw
)
_opgeslagen("twee onzichtbare tekens vooraan", GELIJK, lambda r, raw: b"\xef\xbb\xbf" * 2 + raw)
_opgeslagen("regels eindigen zoals in Windows", GELIJK, lambda r, raw: raw.replace(b"\n", b"\r\n"))
_opgeslagen(
    "regels eindigen zoals op een oude Mac", GELIJK, lambda r, raw: raw.replace(b"\n", b"\r")
)
_opgeslagen(
    "een regel eindigt zoals in Windows", GELIJK, lambda r, raw: raw.replace(b"\n", b"\r\n", 1)
)
_opgeslagen("bewaard als cp1252", VRIJ, lambda r, raw: _met_accent(raw).encode("cp1252", "replace"))
_opgeslagen(
    "bewaard als codetabel 850", VRIJ, lambda r, raw: _met_accent(raw).encode("cp850", "replace")
)
_opgeslagen("bewaard als UTF-16", GEZEGD, lambda r, raw: raw.decode().encode("utf-16"))
_opgeslagen(
    "bewaard als UTF-16 zonder teken vooraan",
    GEZEGD,
    lambda r, raw: raw.decode().encode("utf-16-le"),
)
_opgeslagen("bewaard als UTF-32", GEZEGD, lambda r, raw: raw.decode().encode("utf-32"))
_opgeslagen("afgekapt bij het opslaan", VRIJ, _eerste_kwart)
_opgeslagen(
    "leeg opgeslagen", GEZEGD, lambda r, raw: r.choice([b"", b"\n", b"  \n\n", b"\xef\xbb\xbf"])
)
_opgeslagen("alleen nullen na een storing", GEZEGD, lambda r, raw: bytes(len(raw)))
_opgeslagen("geen regeleinde aan het eind", GELIJK, lambda r, raw: raw.rstrip(b"\n"))
_opgeslagen("lege regels aan het eind", GELIJK, lambda r, raw: raw + b"\n\n")
_opgeslagen("spaties aan het eind van elke regel", VRIJ, lambda r, raw: raw.replace(b"\n", b"  \n"))
_opgeslagen("een heel bestand twee keer geplakt", GEZEGD, lambda r, raw: raw + raw)
_opgeslagen("een teken van het eind van een bestand", GEZEGD, lambda r, raw: raw + b"\x1a")
_opgeslagen("een document van Word", GEZEGD, lambda r, raw: b"PK\x03\x04" + bytes(range(256)) * 4)
_opgeslagen(
    "opgemaakte tekst",
    GEZEGD,
    lambda r, raw: b"{\\rtf1\\ansi " + raw.replace(b"\n", b"\\par\n") + b"}",
)
_opgeslagen(
    "een webpagina in plaats van het bestand",
    GEZEGD,
    lambda r, raw: b"<!DOCTYPE html>\n<html><body>404: Not Found</body></html>\n",
)
_opgeslagen(
    "een verwijzing van Git LFS",
    GEZEGD,
    lambda r, raw: b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
)
_opgeslagen("veel te groot", GEZEGD, lambda r, raw: raw + b"# " + b"x" * (17 << 20))
_opgeslagen(
    "tekst van iets anders",
    GEZEGD,
    lambda r, raw: b"Beste collega's,\n\nHierbij het plan.\n\nGroet\n",
)
_opgeslagen(
    "tekens dubbel omgezet",
    VRIJ,
    lambda r, raw: (
        _met_accent(raw).encode().decode("cp1252", "ignore").encode()
        if b"\xc2\x81" not in raw
        else None
    ),
)


# ---------------------------------------------------------------- names and folders

MAP = Waar.MAP


def _naam(naam: str, verwacht: Verwacht, doe: Callable[[Random, str, str], str]) -> None:
    """The file is called differently: folder and name to another path."""

    @vergissing(naam, MAP, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        folder, _, name = pad.rpartition("/")
        new = doe(r, folder, name).lstrip("/")
        if new == pad or new in w.inhoud or not folder:
            return None
        return Ingreep({pad: None, new: w.inhoud[pad]})


def _erbij(
    naam: str, verwacht: Verwacht, doe: Callable[[Random, str, str], str], raw: bytes | None = None
) -> None:
    """A file beside it: a copy, or something else."""

    @vergissing(naam, MAP, verwacht)
    def maak(r: Random, w: Werk, pad: str) -> Ingreep | None:
        folder, _, name = pad.rpartition("/")
        new = doe(r, folder, name).lstrip("/")
        return None if new in w.inhoud else Ingreep({new: w.inhoud[pad] if raw is None else raw})


def _stam(name: str) -> str:
    return name.removesuffix(".yml")


_naam("een bestand hernoemd", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}-nieuw.yml")
_naam("een bestand dat op .yaml eindigt", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}.yaml")
_naam("een bestand dat op .YML eindigt", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}.YML")
_naam("Windows zet .txt achter de naam", GEZEGD, lambda r, m, n: f"{m}/{n}.txt")
_naam("een bestand zonder uitgang", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}")
_naam("een bestandsnaam met een hoofdletter", GEZEGD, lambda r, m, n: f"{m}/{n.capitalize()}")
_naam("een bestandsnaam met een spatie", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)} .yml")
_naam(
    "een bestandsnaam met spaties in plaats van streepjes",
    GEZEGD,
    lambda r, m, n: f"{m}/{n.replace('-', ' ')}",
)
_naam(
    "een bestandsnaam met een los accent",
    GEZEGD,
    lambda r, m, n: f"{m}/{unicodedata.normalize('NFD', 'coördinatie-' + n)}",
)
_naam("een bestandsnaam met een onzichtbaar teken", GEZEGD, lambda r, m, n: f"{m}/\u200b{n}")
_naam(
    "een bestand in de verkeerde map gezet",
    GEZEGD,
    lambda r, m, n: f"{'begrippen' if m != 'begrippen' else 'bronnen'}/{n}",
)
_naam("een bestand een map te hoog gezet", GEZEGD, lambda r, m, n: n)
_naam("een bestand in een map in de map gezet", GEZEGD, lambda r, m, n: f"{m}/nieuw/{n}")
_naam("een bestand naar een map met een typefout gesleept", GEZEGD, lambda r, m, n: f"{m}x/{n}")

_erbij("een bestand twee keer gedownload", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)} (1).yml")
_erbij(
    "een kopie van Windows",
    GEZEGD,
    lambda r, m, n: f"{m}/{_stam(n)}{r.choice([' - kopie', ' - Copy', ' kopie', ' copy 2'])}.yml",
)
_erbij("een kopie met een datum erachter", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}-2026-11-30.yml")
_erbij("een versie in de naam", GEZEGD, lambda r, m, n: f"{m}/{_stam(n)}_v2_def.yml")
_erbij(
    "een conflict van OneDrive of Dropbox",
    GEZEGD,
    lambda r, m, n: f"{m}/{_stam(n)} (conflict van Jans computer 2026-11-30).yml",
)
_erbij(
    "een reservekopie van een editor",
    GELIJK,
    lambda r, m, n: (
        f"{m}/{r.choice([n + '~', n + '.bak', '.' + n + '.swp', '~$' + n, n + '.orig', n + '.rej', '#' + n + '#'])}"
    ),
)
_erbij(
    "een bestand van Windows of een Mac",
    GELIJK,
    lambda r, m, n: (
        f"{m}/{r.choice(['Thumbs.db', 'desktop.ini', '.DS_Store', 'ehthumbs.db', '._' + n])}"
    ),
    b"\x00\x01",
)
_erbij(
    "een vertaalprogramma bewaart ook .mo",
    GELIJK,
    lambda r, m, n: "vertaling/en.mo",
    b"\xde\x12\x04\x95",
)
_erbij(
    "een kopie van het vertaalbestand",
    GEZEGD,
    lambda r, m, n: (
        f"vertaling/{r.choice(['en (1).po', 'en-US.po', 'EN.po', 'en.pot', 'english.po'])}"
    ),
    b'msgid ""\nmsgstr ""\n',
)
_erbij(
    "een rekenblad in een gegevensmap",
    GEZEGD,
    lambda r, m, n: (
        f"{m}/{r.choice(['overzicht.xlsx', 'overzicht.csv', 'foto.jpg', 'plan.pdf', 'plan.docx', 'mail.msg'])}"
    ),
    b"PK\x03\x04",
)
_erbij(
    "een naam die Windows niet kent",
    GEZEGD,
    lambda r, m, n: f"{m}/{r.choice(['con', 'aux', 'nul', 'com1', 'lpt1'])}.yml",
)
_erbij("een heel lange naam", GEZEGD, lambda r, m, n: f"{m}/{'heel-lang-' * 24}x.yml")
_erbij(
    "een e-mailadres in een bestandsnaam",
    GEZEGD,
    lambda r, m, n: f"{m}/j.devries@voorbeeld.example.yml",
)
_erbij(
    "een eigen README in een map",
    GELIJK,
    lambda r, m, n: f"{m}/{r.choice(['README.md', 'LEESMIJ.txt', 'index.html'])}",
    b"Let op\n",
)


@vergissing("een bestand weggegooid", MAP)
def weggegooid(r: Random, w: Werk, pad: str) -> Ingreep:
    """Those that name it are where it is missed; nothing else knows that it was there."""
    stem = _stam(pad.rpartition("/")[2])
    named = re.compile(rf"(?<![\w-]){re.escape(stem)}(?![\w-])")
    others = [one for one, raw in w.inhoud.items() if one != pad and named.search(raw.decode())]
    return Ingreep({pad: None}, ook=tuple(others))


@vergissing("een bestand gekopieerd en het id vergeten", MAP, GEZEGD)
def id_vergeten(r: Random, w: Werk, pad: str) -> Ingreep | None:
    folder, _, _ = pad.rpartition("/")
    return Ingreep({f"{folder}/een-nieuwe.yml": w.inhoud[pad]}) if folder else None


@vergissing("de inhoud van een ander soort geplakt", MAP, GEZEGD)
def ander_soort(r: Random, w: Werk, pad: str) -> Ingreep | None:
    others = [one for one in w.paden(Waar.YAML) if one.rpartition("/")[0] != pad.rpartition("/")[0]]
    return Ingreep({pad: w.inhoud[r.choice(others)]})
