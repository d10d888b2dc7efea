"""Figures as specifications: which rows, which references, which sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from macros.model.basis.record import actief
from macros.model.geheel import adres_van, bijpagina_van
from macros.model.monitor.cijfer import Cijferstatus, Getal, Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid, Indicator, Reeks, Uitsplitsing
from macros.model.monitor.inrichting import SoortGebied
from macros.model.regio import Gemeente
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.basis import ZEKERHEID
from macros.views.blik import Blik
from macros.views.monitor import zin
from macros.views.monitor.basis import STATUS, bronzinnen, cijferadres, kenmerk, periodenaam, punt
from macros.views.monitor.cijfers import Cijferboek, Vondst
from macros.views.monitor.figuur import Baan, Figuur, Kaart, Kaartvak, Lijn, Punt, Vorm
from macros.views.naam import gebiednaam

TREDEN = (1, 3, 5)
"""Shades on the map: lower than, around and higher than the region."""
_LAGER, _HOGER = Decimal("0.9"), Decimal("1.1")
"""Around is within a tenth: a finer scale would be a ranking."""

_RONDE_STAPPEN = [Decimal(step) for step in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")]


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Makes figures of one region in one language."""

    boek: Cijferboek
    blik: Blik
    terugval: str | None = None

    def voor(self, indicator: Indicator) -> Tekenaar:
        """The same, or a Dutch one when a word of the figures has no translation.

        A sentence is made of many texts; one half in Dutch would be in no language at all.
        """
        regio = self.boek.regio
        texts = [indicator.titel, indicator.telt]
        texts += [split.naam for split in indicator.uitsplitsingen]
        texts += [deel.naam for deel in indicator.delen()]
        texts += [one.naam for one in regio.referentiegebieden.values()]
        texts.append(regio.werkingsgebieden[self.boek.gebied].naam)
        if indicator.afleiding is not None:
            texts.append(indicator.afleiding.formule)
        if all(self.blik.v.tekst(text).taal == self.blik.v.taal for text in texts):
            return self
        return Tekenaar(self.boek, replace(self.blik, v=Vertaler(BRONTAAL)), BRONTAAL)

    def punt(self, indicator: Indicator, gebied: str, periode: Periode, deel: str = TOTAAL) -> Punt:
        """One figure as a cell."""
        found = self.boek.vind(indicator, gebied, periode, deel)
        name = kenmerk(indicator.id, gebied, periode, deel)
        if found is None:
            return punt(self.blik.v, indicator, None, Cijferstatus.ONBEKEND, naam=name)
        return punt(
            self.blik.v,
            indicator,
            found.cijfer,
            found.status,
            naam=name,
            afgeleid=found.afgeleid,
        )

    def kop(self, indicator: Indicator, deel: str, *erbij: str) -> str:
        """The title of a figure: indicator, part, and what else tells it apart."""
        titel = str(self.blik.v.tekst(indicator.titel))
        names = {one.id: str(self.blik.v.tekst(one.naam)) for one in indicator.delen()}
        return ", ".join([titel, *([names[deel]] if deel != TOTAAL else []), *erbij])

    def laatste(self, indicator: Indicator, deel: str = TOTAAL) -> Periode | None:
        """The newest period in which half of the municipalities have a figure, or else any.

        A hidden figure counts for that half; a period of hidden figures alone does not count.
        """
        keys = self.boek.gemeenten
        found = self.boek.gevuld(indicator, keys, (deel,))
        half = [
            one
            for one in found
            if 2 * sum(self.boek.vind(indicator, key, one, deel) is not None for key in keys)
            >= len(keys)
        ]
        return next(iter((*reversed(half), *reversed(found))), None)

    def omvang(self, gemeente: str) -> int | None:
        """How large a municipality is, by the newest figure."""
        key = self.boek.regio.omvang
        size = self.boek.regio.indicatoren[key] if key else None
        period = self.laatste(size) if size else None
        found = self.boek.vind(size, gemeente, period) if size and period else None
        return int(found.cijfer.waarde) if found and isinstance(found.cijfer, Getal) else None

    def _gemeentebanen(
        self, indicator: Indicator, perioden: Sequence[Periode], deel: str
    ) -> tuple[Baan, ...]:
        regio = self.boek.regio
        keys = sorted(self.boek.gemeenten, key=lambda key: regio.gemeenten[key].naam)
        return tuple(
            Baan(
                key,
                self.blik.v.naam(regio.gemeenten[key].naam),
                tuple(self.punt(indicator, key, one, deel) for one in perioden),
                bijpagina_van(Gemeente, key),
                self.omvang(key),
            )
            for key in keys
        )

    def _referenties(
        self, indicator: Indicator, periode: Periode, deel: str = TOTAAL
    ) -> tuple[Lijn, ...]:
        """The region and what is larger, as far as there is a number for this period."""
        lines = (
            Lijn(
                key,
                gebiednaam(self.blik, key),
                self.punt(indicator, key, periode, deel),
            )
            for key in (self.boek.gebied, *self.grotere())
        )
        return tuple(line for line in lines if line.punt.waarde is not None)

    def grotere(self) -> list[str]:
        """Reference areas: provinces by name, then the country."""
        found = actief(self.boek.regio.referentiegebieden)
        in_order = sorted(found, key=lambda one: (one.soort is SoortGebied.LAND, one.naam))
        return [one.id for one in in_order]

    def per_gemeente(self, indicator: Indicator, deel: str = TOTAAL) -> Figuur | None:
        """The newest figure of every municipality; a share beside those of larger areas.

        Made once: it is asked for by the pages of the figure, of each municipality and of all.
        """
        key = ("per_gemeente", indicator.id, deel)
        return self.blik.eens(key, lambda: self._per_gemeente(indicator, deel))

    def _per_gemeente(self, indicator: Indicator, deel: str) -> Figuur | None:
        period = self.laatste(indicator, deel)
        if period is None:
            return None
        banen = self._gemeentebanen(indicator, (period,), deel)
        lines = self._referenties(indicator, period, deel)
        share = indicator.eenheid is Eenheid.PROCENT
        named = lines if share else tuple(one for one in lines if one.id == self.boek.gebied)
        head = self.kop(indicator, deel)
        when = periodenaam(self.blik.v, period)
        return self._figuur(
            indicator,
            key=_naam(indicator.id, deel, "gemeenten"),
            titel=self.kop(indicator, deel, when),
            sentence=zin.per_gemeente(self.blik.v, indicator, f"{head}, {when}", banen, named),
            rijkop=self.blik.v.ui(N_("Gemeente")),
            perioden=(period,),
            banen=banen,
            lijnen=lines if share else (),
            uit=[(key, period, deel) for key in self.boek.gemeenten]
            + [(line.id, period, deel) for line in named],
        )

    def verandering(self, indicator: Indicator, reeks: Reeks, deel: str = TOTAAL) -> Figuur | None:
        """Periods that may be compared, side by side, for every municipality."""
        known = self.boek.gevuld(indicator, self.boek.gemeenten, (deel,))
        periods = tuple(one for one in reeks.perioden if one in known)
        if len(periods) < 2:
            return None
        banen = self._gemeentebanen(indicator, periods, deel)
        marges = [
            self.boek.marge(indicator, baan.id, periods[0], deel)
            + self.boek.marge(indicator, baan.id, periods[-1], deel)
            for baan in banen
        ]
        names = [periodenaam(self.blik.v, one) for one in periods]
        span = self.blik.v.ui(N_("van {van} naar {tot}"), van=names[0], tot=names[-1])
        head = self.kop(indicator, deel, span)
        what = "-".join(["verandering", *_rangnummer(indicator, reeks)])
        return self._figuur(
            indicator,
            key=_naam(indicator.id, deel, what),
            titel=head,
            sentence=zin.verandering(self.blik.v, reeks, head, banen, marges),
            rijkop=self.blik.v.ui(N_("Gemeente")),
            perioden=periods,
            banen=banen,
            uit=[(key, one, deel) for key in self.boek.gemeenten for one in periods],
            vorm=Vorm.PUNTEN,
        )

    def verdeling(self, indicator: Indicator, split: Uitsplitsing, gebied: str) -> Figuur | None:
        """The parts of a split in one area, newest period with two numbers; None without any.

        Percentages have no such figure: their parts are not parts of one whole.
        """
        if indicator.eenheid is Eenheid.PROCENT:
            return None
        keys = [deel.id for deel in split.delen]
        periods = self.boek.gevuld(indicator, [gebied], keys, minstens=2)
        if not periods:
            return None
        period = periods[-1]
        banen = tuple(
            Baan(
                deel.id,
                self.blik.v.tekst(deel.naam),
                (self.punt(indicator, gebied, period, deel.id),),
            )
            for deel in split.delen
        )
        if sum(baan.punten[0].waarde is not None for baan in banen) < 2:
            return None
        whole = self.punt(indicator, gebied, period)
        place = str(gebiednaam(self.blik, gebied))
        own = gebied in (*self.boek.gemeenten, *self.boek.andere)
        head = self.kop(indicator, TOTAAL, place, periodenaam(self.blik.v, period))
        naar = self.blik.v.tekst(split.naam)
        return self._figuur(
            indicator,
            key=_naam(indicator.id, TOTAAL, f"{split.id}-{gebied}"),
            titel=self.blik.v.ui(N_("{kop}, naar {uitsplitsing}"), kop=head, uitsplitsing=naar),
            sentence=zin.verdeling(self.blik.v, indicator, head, banen, whole),
            rijkop=str(naar).capitalize(),
            perioden=(period,),
            banen=banen,
            uit=[(gebied, period, key) for key in keys],
            pagina=cijferadres(self.blik, gebied) if own else None,
        )

    def verdelingen(self, indicator: Indicator, split: Uitsplitsing) -> tuple[Figuur, ...]:
        """The parts of a split in the region, as far as they are known, and in larger areas."""
        areas = (self.boek.gebied, *self.grotere())
        figures = (self.verdeling(indicator, split, area) for area in areas)
        return tuple(one for one in figures if one is not None)

    def referentie(self, indicator: Indicator, deel: str = TOTAAL) -> Figuur | None:
        """Some larger areas in their newest period, when municipalities have no figure for it."""
        keys = self.grotere()
        periods = self.boek.gevuld(indicator, keys, (deel,))
        if not periods or periods[-1] == self.laatste(indicator, deel):
            return None
        period = periods[-1]
        banen = tuple(
            Baan(
                key,
                gebiednaam(self.blik, key),
                (self.punt(indicator, key, period, deel),),
            )
            for key in keys
            if self.boek.vind(indicator, key, period, deel) is not None
        )
        if len(banen) < 2:
            return None
        head = self.kop(indicator, deel, periodenaam(self.blik.v, period))
        return self._figuur(
            indicator,
            key=_naam(indicator.id, deel, "referentie"),
            titel=head,
            sentence=zin.gebieden(self.blik.v, head, banen),
            rijkop=self.blik.v.ui(N_("Gebied")),
            perioden=(period,),
            banen=banen,
            uit=[(baan.id, period, deel) for baan in banen],
        )

    def _figuur(
        self,
        indicator: Indicator,
        *,
        key: str,
        titel: str,
        sentence: str,
        rijkop: str,
        perioden: Sequence[Periode],
        banen: tuple[Baan, ...],
        uit: Iterable[tuple[str, Periode, str]],
        lijnen: tuple[Lijn, ...] = (),
        vorm: Vorm = Vorm.BALKEN,
        pagina: str | None = None,
    ) -> Figuur:
        """A figure of ``banen``; ``uit`` are the cells that it tells the origin of. It stands on
        ``pagina``, or else on that of its indicator.
        """
        values = [one.waarde for baan in banen for one in baan.punten if one.waarde is not None]
        values += [line.punt.waarde for line in lijnen if line.punt.waarde is not None]
        unit = (
            "%" if indicator.eenheid is Eenheid.PROCENT else str(self.blik.v.tekst(indicator.telt))
        )
        every = (self.boek.vind(indicator, *where) for where in uit)
        found = [one for one in every if one is not None]
        return Figuur(
            id=key,
            indicator=indicator.id,
            pad=f"{pagina or adres_van(Indicator, indicator.id)}#{key}",
            titel=titel,
            zin=sentence,
            vorm=vorm,
            eenheid=unit,
            rijkop=rijkop,
            reeksen=tuple(periodenaam(self.blik.v, one) for one in perioden),
            banen=banen,
            lijnen=lijnen,
            einde=_einde(values),
            herkomst=self._herkomst(indicator, found),
            terugval=self.terugval,
            bronnen=tuple(dict.fromkeys(h.bron for one in found for h in one.herkomst)),
        )

    def _herkomst(self, indicator: Indicator, found: Sequence[Vondst]) -> tuple[str, ...]:
        """Source, status, retrieval and certainty, one line for each combination."""
        v = self.blik.v
        lines = dict.fromkeys(
            v.ui(
                N_("Bron: {bron} · opgehaald {datum} · {status} · {zekerheid}"),
                bron=" ".join(bronzinnen(self.blik, (one.bron,))),
                datum=v.datum(one.opgehaald),
                status=v.ui(STATUS[one.status]),
                zekerheid=v.ui(ZEKERHEID[one.zekerheid]),
            )
            for figure in found
            for one in figure.herkomst
        )
        formula = indicator.afleiding
        if formula is not None:
            text = v.ui(
                N_("Zelf berekend (afgeleid): {formule}."), formule=v.tekst(formula.formule)
            )
            lines[text] = None
        elif any(one.afgeleid for one in found):
            lines[v.ui(N_("Het totaal van de regio is opgeteld voor deze site (afgeleid)."))] = None
        return tuple(lines)

    def kaart(self, indicator: Indicator, deel: str = TOTAAL) -> Kaart | None:
        """The schematic map of a share; none for counts, which would only map the population."""
        period = self.laatste(indicator, deel)
        if period is None or indicator.eenheid is not Eenheid.PROCENT:
            return None
        regio = self.boek.regio
        tegels = [one for one in regio.kaart if one.gemeente in self.boek.gemeenten]
        norm = next(iter(self._referenties(indicator, period, deel)), None)
        if not tegels or norm is None or norm.punt.waarde is None:
            return None
        low, high = norm.punt.waarde * _LAGER, norm.punt.waarde * _HOGER
        words = (N_("lager dan {gebied}"), N_("rond {gebied}"), N_("hoger dan {gebied}"))
        return Kaart(
            id=_naam(indicator.id, deel, "kaart"),
            zin=self.blik.v.ui(
                N_("{kop}: de vakken liggen ongeveer zoals de gemeenten, niet op schaal."),
                kop=self.kop(indicator, deel, periodenaam(self.blik.v, period)),
            ),
            vakken=tuple(
                Kaartvak(
                    one.gemeente,
                    regio.gemeenten[one.gemeente].naam,
                    regio.gemeenten[one.gemeente].naam[:3],
                    one.rij,
                    one.kolom,
                    _trede(found.waarde, low, high),
                    found,
                    bijpagina_van(Gemeente, one.gemeente),
                )
                for one in tegels
                for found in [self.punt(indicator, one.gemeente, period, deel)]
            ),
            legenda=tuple(
                (step, self.blik.v.ui(word, gebied=f"{norm.naam} ({norm.punt.tekst})"))
                for step, word in zip(TREDEN, words, strict=True)
            ),
            terugval=self.terugval,
        )


def _naam(indicator: str, deel: str, wat: str) -> str:
    return "-".join([indicator, *([deel] if deel != TOTAAL else []), wat])


def _rangnummer(indicator: Indicator, reeks: Reeks) -> list[str]:
    """Tells a second series of an indicator apart from its first."""
    index = indicator.reeksen.index(reeks)
    return [str(index + 1)] if index else []


def _trede(value: Decimal | None, low: Decimal, high: Decimal) -> int:
    if value is None:
        return 0
    return TREDEN[0] if value < low else TREDEN[2] if value > high else TREDEN[1]


def _einde(values: Sequence[Decimal]) -> Decimal:
    """The end of the axis: the first round number that holds them all."""
    highest = max(values, default=Decimal(1)) or Decimal(1)
    power = Decimal(10) ** highest.adjusted()
    return next(step * power for step in _RONDE_STAPPEN if step * power >= highest)
