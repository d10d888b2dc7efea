"""What people type for a choice that has another name: ``website`` for ``webpagina``.

Only for tips: none of these words is accepted. Not here: the choices (``vorm.Keuze``), of which
the words of the explanation count too.
"""

from __future__ import annotations

_WOORDEN = """
    aangekondigd: aankondiging
    actief: active, bestaat, geldig
    advies: geadviseerd
    afgeleid: geschat, schatting, indirect
    afgelast: afgezegd, geannuleerd, geschrapt, vervallen, gaat niet door
    afgerond: klaar, gereed, voltooid, gedaan, done, af, afgesloten, gerealiseerd, behaald
    aantal: aantallen, personen, getal, absoluut
    ambtelijk: ambtenaren, ambtelijk overleg
    beleidsdocument: beleid, beleidsplan, plan, nota, beleidsnota, notitie, agenda, visie, pdf
    beslist: besluit, besluiten
    bestuurlijk: bestuur, bestuurders, wethouders
    bevestigd: zeker, vast, bewezen, ja, klopt
    cijfers: statistiek, tabel, data, dataset, excel, cbs
    definitief: vastgesteld
    echt: ja, productie, real
    evalueren: evaluatie
    functie: rol, persoon, functionaris
    gearchiveerd: archief, oud, verwijderd, weg, inactief, niet actief, gestopt, vervallen
    gehouden: geweest, doorgegaan, afgerond, voorbij
    geen: nvt, n.v.t., niets
    gepland: ingepland, afgesproken, plan
    gestopt: stopgezet, geëindigd, beëindigd, afgebroken, vervallen
    groep: groepen
    idee: plan, voorstel, concept
    ja: yes, j, y, x, waar, true, wel, kruisje
    jaar: jaarlijks, kalenderjaar
    leeg: blanco, geen, niet ingevuld
    loopt: lopend, bezig, in uitvoering, onderhanden, gestart, actief, lopende, in behandeling
    lopend: loopt, bezig, actief, in uitvoering, gestart
    mbo: middelbaar beroepsonderwijs
    nee: no, n, neen, onwaar, false, niet
    niet-gestart: niet begonnen, nog niet begonnen, todo, to do, open
    nieuwsbericht: nieuws, nieuwsbrief, krant, krantenartikel, persbericht, artikel, blog
    onbekend: unknown, weet ik niet, onduidelijk
    onderzoek: rapport, onderzoeksrapport, studie
    oza: onderwijszorgarrangement, arrangement
    pilot: proef, proefproject
    po: basisonderwijs, primair onderwijs, basisschool
    procent: percentage, procenten, %
    samenwerkingsverband: swv
    sbo: speciaal basisonderwijs
    schoolbestuur: school, schoolbesturen, bestuur
    so: speciaal onderwijs
    ter-bespreking: bespreken, bespreking, rondvraag, discussie
    ter-informatie: informatie, informeren, ter kennisname, mededeling, mededelingen
    ter-vaststelling: vaststellen, vaststelling, opening, sluiting, notulen
    uitspraak: vonnis, arrest, beschikking, jurisprudentie, rechtspraak
    uitvoeren: uitvoering, doen
    vastgesteld: besloten, definitief, akkoord, goedgekeurd
    vervallen: opgeheven, afgeschaft, gestopt, beëindigd
    verslag: notulen, vergaderverslag
    vo: voortgezet onderwijs, middelbare school
    voorbeeld: test, oefening, demo, verzonnen
    voorbereiden: voorbereiding
    voorlopig: concept, nog niet definitief
    vso: voortgezet speciaal onderwijs
    webpagina: website, site, internet, pagina, web, webpage, webpagina's, url, link, internetpagina
    wet: wetgeving, regeling, besluit, verordening
"""
SYNONIEMEN = {
    choice.strip(): tuple(word.strip() for word in words.split(","))
    for choice, _, words in (line.partition(":") for line in _WOORDEN.strip().splitlines())
}
