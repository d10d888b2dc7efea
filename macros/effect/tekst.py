"""What a change does, in words: as a comment on a pull request, and on a command line.

Whatever comes from outside is a ``Vreemd``: in the comment each of its signs is only itself, it
mentions nobody and leads nowhere. Every address is made here, of parts that were looked at. Not
here: what is told (``stukken``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from macros.effect.stukken import Effect, Pagina, Probleem, Record, Terugval, Veld
from macros.issue import met_punten
from macros.lezing.tekens import ONZICHTBAAR

LANGST = 65_000
"""So many bytes: GitHub takes 65,536 signs."""
_AFGEKAPT = "Er is meer dan hier past. In het beheer of met `make effect` zie je alles."
_DUTCH = "nl"

# ---------------------------------------------------------------- what a text is made of


@dataclass(frozen=True, slots=True)
class Vreemd:
    """Words that somebody else wrote; ``code`` when they are typed and not read."""

    tekst: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Words of ours, or an address that was looked at, as they are typed."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Link:
    """``naar`` is an address of ours; without one these are only words."""

    woorden: Zin
    naar: str


@dataclass(frozen=True, slots=True)
class Merk:
    """Words that are marked: ``vet``, ``schuin``, ``weg`` or ``erbij``."""

    merk: str
    woorden: Zin


Zin = Sequence["str | Vreemd | Code | Link | Merk"]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading."""

    diepte: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    zin: Zin


@dataclass(frozen=True, slots=True)
class Punt:
    """An item of a list, with those below it."""

    zin: Zin
    onder: Sequence[Punt] = ()


@dataclass(frozen=True, slots=True)
class Vouw:
    """What is folded away behind a line."""

    kop: str
    blokken: Sequence[Kop | Alinea | Punt]


Blok = Kop | Alinea | Punt | Vouw

# ---------------------------------------------------------------- what is said


@dataclass(frozen=True, slots=True)
class Plek:
    """Where it is read: a pull request. ``repo`` is ours, ``kop_repo`` where the change comes from,
    ``kop`` its commit, ``run`` the checks of it and ``geslaagd`` whether they passed, ``artefact``
    the site that they made. ``code``: more than data and prose changes, so what is told here was
    found by the code of the change itself. All of it comes from GitHub.
    """

    server: str
    repo: str
    kop_repo: str
    kop: str
    run: int
    geslaagd: bool
    artefact: int | None = None
    code: bool = False

    @property
    def adres_run(self) -> str:
        """Of the checks."""
        return f"{self.server}/{self.repo}/actions/runs/{self.run}"

    def regel(self, pad: str, regel: int) -> str:
        """Of a line in the change."""
        return f"{self.server}/{self.kop_repo}/blob/{self.kop}/{quote(pad, safe='/')}#L{regel}"


TITEL = Kop(2, "Wat deze wijziging doet")
_EIGEN_CODE = (
    "Dit voorstel verandert ook de code, en met die code is alles hieronder nagekeken. "
    "Lees daarom ook de wijziging zelf."
)
_BLIJFT = "De site op internet blijft zoals zij is."


def verteld(effect: Effect, plek: Plek | None = None) -> Iterator[Blok]:
    """All of it, the most important first."""
    wrong = [one for one in effect.problemen if one.fout]
    yield TITEL
    yield Alinea(_oordeel(effect, len(wrong), plek))
    if plek and plek.code:
        yield Alinea([_EIGEN_CODE])
    yield from _problemen(effect, wrong, plek)
    if effect.vergeleken:
        yield from _lezers(effect)
    if not wrong and not effect.bouw:
        yield from _paginas(effect)
    yield from _terugval(effect)
    if plek:
        yield from _bekijken(effect, plek)
        yield from _slot(plek)


def niet_te_zeggen(plek: Plek) -> Iterator[Blok]:
    """The checks ended before there was anything to tell, or left what nobody can use."""
    yield TITEL
    yield Alinea(
        [
            "Dat is nu niet te zeggen: de controle kwam niet zo ver. ",
            Link(["Bekijk wat er misging"], plek.adres_run),
            f". {_BLIJFT}",
        ]
    )
    yield from _slot(plek)


def _oordeel(effect: Effect, fouten: int, plek: Plek | None) -> Zin:
    if fouten:
        said = f"Nog niet in orde: {_aantal(fouten + effect.meer_problemen, 'fout', 'fouten')}."
        return [Merk("vet", [said]), f" Zo komt de wijziging niet op de site. {_BLIJFT}"]
    if effect.bouw:
        return [Merk("vet", ["Nog niet in orde: de site is zo niet te maken."]), f" {_BLIJFT}"]
    if plek and not plek.geslaagd:
        return [
            Merk("vet", ["De gegevens zijn in orde, maar niet elke controle slaagt."]),
            " ",
            Link(["Bekijk wat er misging"], plek.adres_run),
            f". {_BLIJFT}",
        ]
    return [Merk("vet", ["In orde."]), " De controles vonden geen fouten."]


_TEGELIJK = 20
"""So many lines stand open; the others are behind a fold."""


def _problemen(effect: Effect, wrong: Sequence[Probleem], plek: Plek | None) -> Iterator[Blok]:
    if wrong:
        yield Kop(3, "Wat nog niet klopt")
        yield from _gevouwen([_probleem(one, plek) for one in wrong], "Nog {} fouten")
    if effect.bouw:
        yield Kop(3, "Waarom de site niet te maken is")
        if effect.meer_bouw:
            more = _aantal(effect.meer_bouw, "regel past", "regels passen")
            yield Alinea([f"Dit zijn de laatste regels. Nog {more} hier niet."])
        yield from _gevouwen([Punt([Vreemd(one)]) for one in effect.bouw], "Nog {} regels")
    if notes := [one for one in effect.problemen if not one.fout]:
        yield Kop(3, "Let op")
        yield Alinea(["Dit houdt niets tegen. Kijk of het klopt."])
        yield from _gevouwen([_probleem(one, plek) for one in notes], "Nog {} keer 'let op'", 5)
    if effect.meer_problemen:
        more = _aantal(effect.meer_problemen, "melding past", "meldingen passen")
        yield Alinea([f"Nog {more} hier niet. ", Code("make check"), " noemt ze alle."])


def _probleem(one: Probleem, plek: Plek | None) -> Punt:
    if one.pad:
        place: Zin = [Vreemd(one.pad, code=True), f", regel {one.regel}, teken {one.kolom}"]
        where: Zin = [Link(place, plek.regel(one.pad, one.regel) if plek else "")]
    else:
        where = [_VERZWEGEN_PAD]
    tip: Zin = [" ", Merk("schuin", [Vreemd(one.tip)])] if one.tip else []
    return Punt([*where, ": ", Vreemd(one.melding), *tip])


_VERZWEGEN_PAD = "Een bestand met een naam die we hier niet herhalen"


def _lezers(effect: Effect) -> Iterator[Blok]:
    yield Kop(3, "Wat er verandert voor lezers")
    serious = [one for one in effect.records if not one.klein]
    if not effect.records and not effect.meer_records:
        same = "De bestanden met gegevens zeggen hetzelfde als eerst."
        yield Alinea([same if effect.gegevens else "De gegevens veranderen niet."])
    elif not serious:
        yield Alinea(["Weinig: alleen kleine dingen, zoals spelling of de datum van een bron."])
    yield from _gevouwen([_record(one, klein=False) for one in serious], "Nog {} onderdelen")
    small = [one for one in effect.records if one.klein or any(field.klein for field in one.velden)]
    if small:
        count = sum(sum(field.klein for field in one.velden) or 1 for one in small)
        yield Vouw(
            f"{_aantal(count, 'kleine wijziging', 'kleine wijzigingen')}",
            [_record(one, klein=True) for one in small],
        )
    if effect.meer_records:
        more = _aantal(effect.meer_records, "onderdeel verandert", "onderdelen veranderen")
        yield Alinea([f"Nog {more} ook; ze passen hier niet."])
    if effect.verzwegen:
        times = _aantal(effect.verzwegen, "plek", "plekken")
        yield Alinea(
            [
                f"Op {times} laten we de tekst hier niet zien: daar staat of stond iets dat "
                "misschien niet openbaar mag zijn, zoals een naam, een nummer of een klein aantal."
            ]
        )


_GEBEURD = {
    "nieuw": "Nieuw: ",
    "gewijzigd": "",
    "vervallen": "Vervalt: ",
    "terug": "Telt weer mee: ",
    "hernoemd": "Heet anders: ",
}


def _record(one: Record, *, klein: bool) -> Punt:
    title: Zin = [Merk("vet", [Vreemd(one.titel)]), " "] if one.titel else []
    fields = [_veld(field) for field in one.velden if field.klein == klein]
    said = [Punt([Vreemd(note)]) for note in one.toelichting] if not klein else []
    if one.meer and klein == one.klein:
        fields.append(Punt([f"en nog {_aantal(one.meer, 'veld', 'velden')}"]))
    return Punt([_GEBEURD[one.wat], *title, "(", Vreemd(one.soort), ")"], [*said, *fields])


def _veld(one: Veld) -> Punt:
    label: Zin = [Vreemd(one.label), ": "] if one.label else []
    if one.verborgen:
        return Punt([*label, "anders (de tekst laten we hier niet zien)"])
    if one.stukken:
        words: list[str | Merk | Vreemd] = []
        for piece in one.stukken:
            text = Vreemd(piece.tekst.strip())
            words += [" " if words else "", Merk(piece.aard, [text]) if piece.aard else text]
        return Punt([*label, *words])
    if one.oud is None and one.nieuw is None:
        return Punt([*label, "staat op een andere plaats"])
    if one.oud is None:
        return Punt([*label, Merk("erbij", [Vreemd(one.nieuw or "")])])
    if one.nieuw is None:
        return Punt([*label, Merk("weg", [Vreemd(one.oud)]), " (vervalt)"])
    return Punt(
        [*label, Merk("weg", [Vreemd(one.oud)]), " wordt ", Merk("erbij", [Vreemd(one.nieuw)])]
    )


def _paginas(effect: Effect) -> Iterator[Blok]:
    yield Kop(3, "Welke pagina's veranderen")
    if effect.sites == "geen":
        yield Alinea(["Dat is niet te zeggen: er is geen site van gemaakt."])
        return
    if effect.sites == "geen-oude":
        yield Alinea(
            ["Dat is niet te zeggen: de site van voor de wijziging is niet meer te maken."]
        )
        return
    total = len(effect.paginas) + effect.meer_paginas
    if not total:
        yield Alinea(["Op geen enkele pagina verandert een woord, een link of een plaatje."])
    else:
        whole = f"{met_punten(total)} van de {met_punten(effect.alle_paginas)} pagina's"
        yield Alinea([f"{whole}, in alle talen samen."])
        changed = [*_samen(one for one in effect.paginas if one.wat == "anders")]
        own = [ones for ones in changed if any(one.eigen for one in ones)]
        if rows := [*map(_paginarij, own)]:
            yield Alinea(["Deze gaan over wat is gewijzigd:"])
            yield from _gevouwen(rows, "Nog {} pagina's")
        if rows := [_paginarij(ones) for ones in changed if ones not in own]:
            yield Vouw(f"Andere pagina's, die het ook tonen: {met_punten(len(rows))}", rows)
    for what, head in (("nieuw", _NIEUW), ("weg", _WEG)):
        if rows := [*map(_paginarij, _samen([one for one in effect.paginas if one.wat == what]))]:
            yield Alinea([Merk("vet", [head[0]]), f" {head[1]}"])
            yield from _gevouwen(rows, "Nog {} adressen")
    if effect.meer_paginas:
        yield Alinea([f"Nog {met_punten(effect.meer_paginas)} pagina's passen hier niet."])
    if effect.bestanden:
        files = _aantal(effect.bestanden, "bestand verandert", "bestanden veranderen")
        yield Alinea([f"Ook {files}: tabellen om te downloaden, agenda's en feeds."])
    if effect.overig:
        yield Alinea([_OVERIG])


_OVERIG = (
    "Er verandert ook iets dat geen gegevens of tekst is, zoals de code. "
    "Kijk dus ook hoe de pagina's eruitzien en werken."
)
_NIEUW = "Nieuwe adressen.", ""
_WEG = "Adressen die verdwijnen.", "Wie daar een link naartoe heeft, vindt straks niets."


def _samen(paginas: Iterable[Pagina]) -> Iterator[list[Pagina]]:
    """The same page in each language, by its address in Dutch."""
    found: dict[str, list[Pagina]] = {}
    for one in paginas:
        own = one.adres if one.taal == _DUTCH else one.adres.removeprefix(f"{one.taal}/")
        found.setdefault(own, []).append(one)
    yield from (sorted(ones, key=lambda one: one.taal != _DUTCH) for ones in found.values())


def _paginarij(paginas: Sequence[Pagina]) -> Punt:
    said: list[str | Vreemd | Code] = []
    for one in paginas:
        name = Vreemd(one.naam) if one.naam else "een pagina"
        said += [" · " if said else "", name, " ", Code(f"/{one.adres}")]
    return Punt(said)


def _terugval(effect: Effect) -> Iterator[Blok]:
    found: dict[str, list[Terugval]] = {}
    for one in effect.terugval:
        found.setdefault(one.taal, []).append(one)
    if found or effect.meer_terugval:
        yield Kop(3, "Wat nog vertaald moet worden")
    for taal, texts in found.items():
        yield Alinea(
            [
                "Hier ziet een lezer in het ",
                Vreemd(taal),
                " straks Nederlands, tot iemand het vertaalt:",
            ]
        )
        yield from _gevouwen([Punt([Vreemd(one.tekst)]) for one in texts], "Nog {} teksten", 10)
    if effect.meer_terugval:
        yield Alinea([f"Nog {met_punten(effect.meer_terugval)} teksten passen hier niet."])


_SERVER = "python3 -m http.server"


def _bekijken(effect: Effect, plek: Plek) -> Iterator[Blok]:
    if plek.artefact is None:
        return
    yield Kop(3, "Bekijk de site zoals zij wordt")
    there = f"{plek.adres_run}/artifacts/{plek.artefact}"
    yield Alinea(
        [
            Link(["Download de site"], there),
            " (een zip; log eerst in bij GitHub) en pak haar uit in een lege map. ",
            "Open daarin ",
            Code("index.html"),
            ": je klikt verder als op de echte site. ",
            "Alleen zoeken, filteren en het beheer werken zo niet; typ daarvoor in die map ",
            Code(_SERVER),
            " en ga naar ",
            Code("http://localhost:8000/"),
            ".",
        ]
    )
    if plek.kop_repo != plek.repo:
        yield Alinea(
            [
                "Dit voorstel komt van buiten, en de zip is met zijn code gemaakt. ",
                "Lees de wijziging eerst, en open de zip alleen als je haar vertrouwt.",
            ]
        )


def _slot(plek: Plek) -> Iterator[Blok]:
    there = f"{plek.server}/{plek.kop_repo}/commit/{plek.kop}"
    yield Alinea(
        [
            "Over commit ",
            Link([Code(plek.kop[:10])], there),
            ". Bij elke nieuwe commit wordt dit bericht bijgewerkt.",
        ]
    )


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{met_punten(aantal)} {een if aantal == 1 else meer}"


def _gevouwen(punten: Sequence[Punt], kop: str, open_: int = _TEGELIJK) -> Iterator[Blok]:
    yield from punten[:open_]
    if rest := punten[open_:]:
        yield Vouw(kop.format(met_punten(len(rest))), rest)


# ---------------------------------------------------------------- as Markdown

_STAPEL = 2
"""So many accents at most on one letter."""
_HAAKT = re.compile(
    r"[@#$]|:[\w+-]+:|://|www\.|(?<![\w])[0-9a-f]{7,64}(?![\w])|[a-z]-[0-9]", re.IGNORECASE
)
"""What GitHub makes something of by itself, unless it is code: somebody, an issue, a commit, an
address, a formula, a little picture.
"""


def zichtbaar(tekst: str) -> str:
    """The text on one line, with every sign that is not seen as its number."""
    seen: list[str] = []
    stapel = 0
    for sign in " ".join(tekst.split()):
        stapel = stapel + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if stapel > _STAPEL:
            continue
        hidden = ONZICHTBAAR.match(sign) or unicodedata.category(sign)[0] == "C"
        seen.append(f"\u27e8U+{ord(sign):04X}\u27e9" if hidden else sign)
    return "".join(seen)


def _letterlijk(tekst: str) -> str:
    """Every sign that Markdown or HTML could take for anything, as its number."""
    return "".join(
        sign if sign.isalnum() or sign == " " or sign > "\x7f" else f"&#{ord(sign)};"
        for sign in tekst
    )


def _als_code(tekst: str) -> str:
    """A span of code: nothing in it is anything, and its marks are longer than any in it."""
    marks = "`" * (1 + max(map(len, re.findall("`+", tekst)), default=0))
    between = " " if tekst.startswith("`") or tekst.endswith("`") else ""
    return f"{marks}{between}{tekst}{between}{marks}" if tekst else ""


def vreemd_in_markdown(tekst: str, *, code: bool = False) -> str:
    """A text of others as Markdown that shows it, and does nothing else. One that is read from
    right to left keeps its place between words of ours.
    """
    plain = zichtbaar(tekst)
    said = _als_code(plain) if code or _HAAKT.search(plain) else _letterlijk(plain)
    mirrored = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in plain)
    return f'<span dir="auto">{said}</span>' if mirrored else said


_MERKEN = {"vet": "strong", "schuin": "em", "weg": "del", "erbij": "ins"}


def _in_markdown(zin: Zin) -> str:
    found = []
    for one in zin:
        if isinstance(one, Vreemd):
            found.append(vreemd_in_markdown(one.tekst, code=one.code))
        elif isinstance(one, Code):
            found.append(f"`{one.tekst}`")
        elif isinstance(one, Link):
            words = _in_markdown(one.woorden)
            found.append(f"[{words}]({one.naar})" if one.naar else words)
        elif isinstance(one, Merk):
            tag = _MERKEN[one.merk]
            found.append(f"<{tag}>{_in_markdown(one.woorden)}</{tag}>")
        else:
            found.append(one)
    return "".join(found)


_DICHT = "</details>"


def als_markdown(blokken: Iterable[Blok], kenmerk: str = "") -> str:
    """The comment; ``kenmerk`` is an HTML comment of ours before it. What is too long is cut."""
    lines = [kenmerk] if kenmerk else []
    room = LANGST - len(kenmerk.encode()) - len(_AFGEKAPT) - 2 * len(_DICHT)
    depth = 0
    for line in _regels(blokken):
        room -= len(line.encode()) + 1
        if room < 0:
            lines += [*([f"\n{_DICHT}"] * depth), f"\n{_AFGEKAPT}"]
            break
        depth += line.startswith("\n<details>")
        depth -= line == f"\n{_DICHT}\n"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _regels(blokken: Iterable[Blok]) -> Iterator[str]:
    listed = False
    for one in blokken:
        if isinstance(one, Punt):
            yield from _punt(one, "" if listed else "\n", 0)
        elif isinstance(one, Kop):
            yield f"\n{'#' * one.diepte} {one.tekst}"
        elif isinstance(one, Alinea):
            yield f"\n{_in_markdown(one.zin)}"
        else:
            yield f"\n<details><summary>{one.kop}</summary>"
            yield from _regels(one.blokken)
            yield f"\n{_DICHT}\n"
        listed = isinstance(one, Punt)


def _punt(one: Punt, before: str, depth: int) -> Iterator[str]:
    yield f"{before}{'  ' * depth}- {_in_markdown(one.zin)}"
    for below in one.onder:
        yield from _punt(below, "", depth + 1)


# ---------------------------------------------------------------- on a screen


def als_tekst(blokken: Iterable[Blok]) -> str:
    """The same to read where it is: nothing is folded."""
    return "\n".join(_schermregels(blokken)).strip() + "\n"


def _schermregels(blokken: Iterable[Blok]) -> Iterator[str]:
    for one in blokken:
        if isinstance(one, Punt):
            yield from _schermpunt(one, 0)
        elif isinstance(one, Kop):
            yield f"\n{one.tekst}\n{('=' if one.diepte < 3 else '-') * len(one.tekst)}"
        elif isinstance(one, Alinea):
            yield f"\n{_op_scherm(one.zin)}"
        else:
            yield f"\n{one.kop}:"
            yield from _schermregels(one.blokken)


def _schermpunt(one: Punt, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_op_scherm(one.zin)}"
    for below in one.onder:
        yield from _schermpunt(below, depth + 1)


_OP_SCHERM: dict[str, Callable[[str], str]] = {
    "vet": str,
    "schuin": str,
    "weg": lambda words: f"[-{words}-]",
    "erbij": lambda words: f"{{+{words}+}}",
}
"""As git shows words that go and come."""


def _op_scherm(zin: Zin) -> str:
    found = []
    for one in zin:
        if isinstance(one, Vreemd):
            found.append(zichtbaar(one.tekst))
        elif isinstance(one, Code):
            found.append(one.tekst)
        elif isinstance(one, Link):
            found.append(_op_scherm(one.woorden))
        elif isinstance(one, Merk):
            found.append(_OP_SCHERM[one.merk](_op_scherm(one.woorden)))
        else:
            found.append(one)
    return "".join(found)
