"""What people type for a choice that has another name: ``website`` for ``webpagina``.

Only for tips: none of these words is accepted. Not here: the choices (``vorm.Keuze``), of which
the words of the explanation count too.
"""

from __future__ import annotations

_WOORDEN = """
    aangekondigd: aankondiging
    aantal: aantallen, personen, getal, absoluut
    actief: active, bestaat, geldig
    advies: geadviseerd
    adviseerde-met-vragen: vragen, met vragen, onder voorwaarden, advies met vragen
    adviseerde-negatief: negatief, negatief advies, afgeraden
    adviseerde-positief: positief, positief advies, geadviseerd, advies
    afgelast: afgezegd, geannuleerd, geschrapt, vervallen, gaat niet door
    afgeleid: geschat, schatting, indirect
    afgerond: klaar, gereed, voltooid, gedaan, done, af, afgesloten, gerealiseerd, behaald
    afgesproken: besloten, akkoord, geldt
    agendeerde: geagendeerd, op de agenda gezet
    ambtelijk: ambtenaren, ambtelijk overleg
    beleidsdocument: beleid, beleidsplan, plan, nota, beleidsnota, notitie, agenda, visie, pdf
    bemiddeling: mediation, mediator
    beslist: besluit, besluiten
    besloot: besloten, besluit, aangenomen, akkoord, goedgekeurd, vastgesteld, ingestemd
    bestuurlijk: bestuur, bestuurders, wethouders
    bevestigd: zeker, vast, bewezen, ja, klopt
    cijfers: statistiek, tabel, data, dataset, excel, cbs
    definitief: vastgesteld
    echt: ja, productie, real
    elk-jaar: jaarlijks, ieder jaar, per jaar
    evalueren: evaluatie
    functie: rol, persoon, functionaris
    gearchiveerd: archief, oud, verwijderd, weg, inactief, niet actief, gestopt, vervallen
    geen: nvt, n.v.t., niets
    gehouden: geweest, doorgegaan, afgerond, voorbij
    gepland: ingepland, afgesproken, plan
    geschil: geschillencommissie, oneens
    gestopt: stopgezet, geëindigd, beëindigd, afgebroken, vervallen
    groep: groepen
    hield-aan: aangehouden, uitgesteld, doorgeschoven, verdaagd
    idee: plan, voorstel, concept
    ja: yes, j, y, x, waar, true, wel, kruisje
    jaar: jaarlijks, kalenderjaar
    jeugdgezondheid: ggd, schoolarts, jeugdarts, consultatiebureau
    leeg: blanco, geen, niet ingevuld
    leerlingenvervoer: schoolvervoer, taxi, busje
    leerplicht: leerrecht, rbl, leerplichtambtenaar
    lokaal-team: cjg, wijkteam, sociaal team, gebiedsteam, jeugdteam
    loopt: lopend, bezig, in uitvoering, onderhanden, gestart, actief, lopende, in behandeling
    lopend: loopt, bezig, actief, in uitvoering, gestart
    luisterlijn-kind: kindertelefoon, luisterlijn
    mbo: middelbaar beroepsonderwijs
    nee: no, n, neen, onwaar, false, niet
    niet-gestart: niet begonnen, nog niet begonnen, todo, to do, open
    nieuwsbericht: nieuws, nieuwsbrief, krant, krantenartikel, persbericht, artikel, blog
    nood: 112, alarmnummer, spoed
    onbekend: unknown, weet ik niet, onduidelijk
    onderwijsconsulent: consulent, onderwijsconsulenten
    onderzoek: rapport, onderzoeksrapport, studie
    oza: onderwijszorgarrangement, arrangement
    pilot: proef, proefproject
    po: basisonderwijs, primair onderwijs, basisschool
    procent: percentage, procenten, %
    samenwerkingsverband: swv
    sbo: speciaal basisonderwijs
    schoolbestuur: school, schoolbesturen, bestuur
    so: speciaal onderwijs
    steunpunt: loket, swv, ouder- en jeugdsteunpunt
    stuurde-terug: teruggestuurd, terug, retour, teruggelegd
    ter-bespreking: bespreken, bespreking, rondvraag, discussie
    ter-informatie: informatie, informeren, ter kennisname, mededeling, mededelingen
    ter-vaststelling: vaststellen, vaststelling, opening, sluiting, notulen
    uitspraak: vonnis, arrest, beschikking, jurisprudentie, rechtspraak
    uitvoeren: uitvoering, doen
    vastgesteld: besloten, definitief, akkoord, goedgekeurd
    verslag: notulen, vergaderverslag
    vertrouwenspersoon: jeugdstem, akj
    vervallen: opgeheven, afgeschaft, gestopt, beëindigd
    vo: voortgezet onderwijs, middelbare school
    voorbeeld: test, oefening, demo, verzonnen
    voorbereiden: voorbereiding
    voorlopig: concept, nog niet definitief
    vso: voortgezet speciaal onderwijs
    webpagina: website, site, internet, pagina, web, webpage, webpagina's, url, link, internetpagina
    wees-af: afgewezen, verworpen, niet akkoord, weggestemd
    wet: wetgeving, regeling, besluit, verordening
    zieke-leerling: ziezon, ozl, ziek
"""
SYNONIEMEN = {
    choice.strip(): tuple(word.strip() for word in words.split(","))
    for choice, _, words in (line.partition(":") for line in _WOORDEN.strip().splitlines())
}
