"""Which help there is for whom: the one place that chooses, sorts and words it.

Not here: the pages it stands on, or how they look.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.lezing.nummer import belbaar
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.hulp import Hulp, Hulpsoort, Hulpvrager
from macros.model.regio import Sector
from macros.taal.talen import naam_in
from macros.taal.vertaler import Tekst
from macros.tekst import N_
from macros.views.basis import HerkomstRij, adres_label, herkomst, later, mogelijk
from macros.views.blik import Blik, eenmaal

HULPSOORT = {
    Hulpsoort.SCHOOL: N_("De school"),
    Hulpsoort.STEUNPUNT: N_("Ouder- en jeugdsteunpunt van het samenwerkingsverband"),
    Hulpsoort.LEERPLICHT: N_("Leerplicht"),
    Hulpsoort.LOKAAL_TEAM: N_("Hulp thuis: het lokale team of het CJG"),
    Hulpsoort.GEMEENTE: N_("De gemeente"),
    Hulpsoort.ONDERWIJSCONSULENT: N_("Onderwijsconsulent"),
    Hulpsoort.UITLEG_RECHTEN: N_("Uitleg over je rechten"),
    Hulpsoort.GESCHIL: N_("Oneens met de school"),
    Hulpsoort.BEMIDDELING: N_("Samen praten met een bemiddelaar"),
    Hulpsoort.KLACHT: N_("Een klacht over de school"),
    Hulpsoort.GELIJKE_BEHANDELING: N_("Anders behandeld door een beperking of ziekte"),
    Hulpsoort.KINDEROMBUDSMAN: N_("De rechten van je kind"),
    Hulpsoort.VERTROUWENSPERSOON: N_("Een vraag of klacht over jeugdhulp"),
    Hulpsoort.LEERLINGENVERVOER: N_("Vervoer naar school"),
    Hulpsoort.JEUGDGEZONDHEID: N_("Jeugdarts en jeugdverpleegkundige"),
    Hulpsoort.DYSLEXIE: N_("Ernstige dyslexie"),
    Hulpsoort.ZIEKE_LEERLING: N_("Lang ziek"),
    Hulpsoort.WEGWIJS_IN_ZORG: N_("Niet weten waar je moet zijn"),
    Hulpsoort.LUISTERLIJN_KIND: N_("Praten als je kind of jongere bent"),
    Hulpsoort.BELANG_LEERLINGEN: N_("Opkomen voor leerlingen"),
    Hulpsoort.VEILIG_THUIS: N_("Zorgen over veiligheid thuis"),
    Hulpsoort.NOOD: N_("Direct gevaar"),
    Hulpsoort.INSPECTIE: N_("Een signaal over een school"),
    Hulpsoort.VERTROUWENSINSPECTEUR: N_("Geweld of misbruik op school"),
    Hulpsoort.VERZUIM_MELDEN: N_("Verzuim melden"),
    Hulpsoort.STEUNPUNT_SCHOLEN: N_("Vragen van scholen over passend onderwijs"),
}
HULPVRAGER = {
    Hulpvrager.OUDERS: N_("ouders"),
    Hulpvrager.JONGEREN: N_("jongeren"),
    Hulpvrager.PROFESSIONALS: N_("professionals"),
}
VANGNET = (Hulpsoort.ONDERWIJSCONSULENT, Hulpsoort.UITLEG_RECHTEN)
"""Whom to call in the whole country when nothing nearer was found."""

LOKAAL = {
    Hulpsoort.STEUNPUNT: N_("het steunpunt"),
    Hulpsoort.LEERPLICHT: N_("leerplicht"),
    Hulpsoort.LOKAAL_TEAM: N_("hulp thuis"),
    Hulpsoort.GEMEENTE: N_("de gemeente"),
    Hulpsoort.LEERLINGENVERVOER: N_("vervoer naar school"),
    Hulpsoort.JEUGDGEZONDHEID: N_("de jeugdarts"),
}
"""What a municipality has of its own, in the middle of a sentence: its page says whom to call."""

_VOLGORDE = {soort: index for index, soort in enumerate(Hulpsoort)}


@dataclass(frozen=True, slots=True)
class Hulprij:
    """One place of help, ready to show. None is unknown, empty is not there.

    ``bel`` is what follows ``tel:``. ``waar`` says where it works, empty for the whole country.
    """

    id: str
    pad: str
    soort: Hulpsoort
    soort_label: str
    naam: Tekst
    voor_wie: tuple[Hulpvrager, ...]
    voor_wie_label: str
    vragen: tuple[Tekst, ...]
    wanneer: Tekst | None
    voorwaarde: Tekst | None
    let_op: Tekst | None
    sectoren: tuple[Sector, ...]
    landelijk: bool
    gemeenten: tuple[str, ...] | None
    waar: str
    telefoon: str | None
    bel: str
    website: str | None
    website_label: str
    anders: Tekst | None
    tijden: Tekst | None
    kosten: Tekst | None
    talen: str | None
    gezien: str
    controle: str
    controle_voorbij: bool
    herkomst: HerkomstRij
    later: dict[str, HerkomstRij]

    @property
    def zekerheid_telefoon(self) -> HerkomstRij:
        """Where the number comes from: its own source, or that of the rest."""
        return self.later.get("telefoon", self.herkomst)

    @property
    def domein(self) -> str:
        """The website without the page, where there is room for little."""
        return self.website_label.partition("/")[0]

    @property
    def misschien(self) -> bool:
        """Whether nobody knows in which municipalities it works."""
        return self.gemeenten is None and not self.voorwaarde


def hulp_voor(
    blik: Blik,
    *,
    gemeente: str | None = None,
    sector: Sector | None = None,
    soorten: Collection[Hulpsoort] | None = None,
    voor_wie: Hulpvrager | None = None,
) -> tuple[Hulprij, ...]:
    """The help for this municipality, sector, question and asker; None asks for all of them.

    By question in a fixed order, what is near before what is national. Help of which nobody knows
    where it works stands there as long as none is known to be there. When nothing is found of the
    questions asked, the national help that can always be called stands there instead.
    """
    fits = [
        row
        for row in alle_hulp(blik)
        if (gemeente is None or row.gemeenten is None or gemeente in row.gemeenten)
        and (sector is None or not row.sectoren or sector in row.sectoren)
        and (voor_wie is None or voor_wie in row.voor_wie)
    ]
    if gemeente is not None:
        near = {row.soort for row in fits if row.gemeenten is not None and not row.landelijk}
        fits = [row for row in fits if row.gemeenten or row.voorwaarde or row.soort not in near]
    asked = tuple(row for row in fits if soorten is None or row.soort in soorten)
    return asked or tuple(row for row in fits if row.landelijk and row.soort in VANGNET)


@eenmaal
def alle_hulp(blik: Blik) -> tuple[Hulprij, ...]:
    """All help that counts: by question, what is near before what is national, by name."""
    found = sorted(
        actief(blik.regio.hulp),
        key=lambda one: (
            _VOLGORDE[one.soort],
            one.landelijk is not None,
            one.voorwaarde is not None,
            one.naam,
        ),
    )
    return tuple(_rij(blik, one) for one in found)


def gemeenten_van_hulp(regio: Regio, one: Hulp) -> tuple[str, ...] | None:
    """Where help works in the region; None when that is not known."""
    if one.landelijk:
        return tuple(regio.gemeenten)
    if one.gemeenten is not None:
        return one.gemeenten if isinstance(one.gemeenten, tuple) else None
    found: dict[str, None] = {}
    for key in one.samenwerkingsverbanden:
        party = regio.partijen.get(key)
        if party is None or not isinstance(party.gemeenten, tuple):
            return None
        found.update(dict.fromkeys(party.gemeenten))
    return tuple(found)


def sectoren_van_hulp(regio: Regio, one: Hulp) -> tuple[Sector, ...]:
    """For which kinds of school; what the help does not say, its samenwerkingsverbanden do."""
    if one.sectoren:
        return one.sectoren
    parties = [regio.partijen.get(key) for key in one.samenwerkingsverbanden]
    return tuple(dict.fromkeys(sector for party in parties if party for sector in party.sectoren))


def _rij(blik: Blik, one: Hulp) -> Hulprij:
    v = blik.v
    telefoon = one.telefoon if isinstance(one.telefoon, str) else None
    website = one.website if isinstance(one.website, str) else None
    return Hulprij(
        id=one.id,
        pad=adres_van(Hulp, one.id),
        soort=one.soort,
        soort_label=v.ui(HULPSOORT[one.soort]),
        naam=v.tekst(one.naam),
        voor_wie=one.voor_wie,
        voor_wie_label=v.opsomming([v.ui(HULPVRAGER[who]) for who in one.voor_wie]),
        vragen=tuple(v.tekst(text) for text in one.vragen),
        wanneer=v.tekst(one.wanneer) if one.wanneer else None,
        voorwaarde=v.tekst(one.voorwaarde) if one.voorwaarde else None,
        let_op=v.tekst(one.let_op) if one.let_op else None,
        sectoren=sectoren_van_hulp(blik.regio, one),
        landelijk=one.landelijk is not None,
        gemeenten=gemeenten_van_hulp(blik.regio, one),
        waar="" if one.landelijk else v.opsomming([*_waar(blik, one)]),
        telefoon=telefoon,
        bel=belbaar(telefoon) if telefoon else "",
        website=website,
        website_label=_kort(website) if website else "",
        anders=v.tekst(one.anders) if one.anders else None,
        tijden=mogelijk(v, one.tijden) if one.tijden is not None else None,
        kosten=mogelijk(v, one.kosten),
        talen=None
        if one.talen is ONBEKEND
        else v.opsomming([naam_in(code, v.taal) for code in one.talen]),
        gezien=v.datum(one.gezien_op),
        controle=v.datum(one.controle_op),
        controle_voorbij=one.moet_nagekeken(blik.vandaag),
        herkomst=herkomst(blik, one.herkomst),
        later=later(blik, one.later_ingevuld),
    )


_KORT = 34
"""So long an address can be and still be read at a glance; of a longer one the site is named."""


def _kort(website: str) -> str:
    address = adres_label(website).removeprefix("www.")
    return address if len(address) <= _KORT else address.partition("/")[0]


def _waar(blik: Blik, one: Hulp) -> Iterator[str]:
    """The names of where it works: municipalities, or samenwerkingsverbanden."""
    for key in one.gemeenten if isinstance(one.gemeenten, tuple) else ():
        yield blik.regio.gemeenten[key].naam
    if one.gemeenten is ONBEKEND:
        yield blik.v.ui(N_("in welke gemeenten: onbekend"))
    for key in one.samenwerkingsverbanden:
        yield str(blik.v.tekst(blik.regio.partijen[key].naam))
