"""What the pages about bodies are given: structures, neighbours, seats, subjects and what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Herkomst, LaterIngevuld, Status, Zekerheid
from macros.model.geheel import Regio
from macros.model.overleg.structuur import (
    Afspraak,
    Bevoegdheid,
    Deelnemer,
    Relatie,
    SoortOverleg,
    SoortRelatie,
    Structuur,
    ToestandOverleg,
)
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.overleg import pagina, structuur, tabellen
from macros.views.overleg.basis import AFVAARDIGING, OP_PIJL, RELATIE
from macros.views.overleg.structuur import StructuurRij
from tests.unit.mini import met

NL = Vertaler("nl")
VANDAAG = Datum(2023)
OUD, NIEUW = Structuur.OUD, Structuur.NIEUW
WOORD = {RELATIE[soort]: OP_PIJL[soort] for soort in SoortRelatie} | {AFVAARDIGING: "afvaardiging"}
"""Each sentence of the list with the word that stands for it on an arrow."""


def anders(regio: Regio, key: str, veld: str = "overleggen", **values: Any) -> Regio:
    """The region with other values in one record, a body unless another group is named."""
    return met(regio, veld, getattr(regio, veld)[key].model_copy(update=values))


def nog_een(regio: Regio, key: str, nieuw: str, veld: str = "overleggen", **values: Any) -> Regio:
    """The region with one more record like ``key``."""
    one = getattr(regio, veld)[key].model_copy(update={"id": nieuw, **values})
    return met(regio, veld, one)


def relatie(regio: Regio, naar: str, soort: SoortRelatie, waar: Structuur = NIEUW) -> Relatie:
    source: Herkomst = regio.overleggen["raad"].herkomst
    return Relatie(naar=naar, soort=soort, structuur=waar, herkomst=source)


def twee_lokaal(regio: Regio) -> Regio:
    """The region with a second local body, of which the board-level one tells what was said too."""
    more = nog_een(regio, "buurt-dorp", "buurt-stad", naam="Buurt Stad", gemeente="gemeente-stad")
    tells = tuple(
        relatie(regio, naar, SoortRelatie.KOPPELT_TERUG) for naar in ("buurt-dorp", "buurt-stad")
    )
    return anders(more, "raad", relaties=tells)


def vakken(rij: StructuurRij) -> list[str]:
    return [vak.id for vak in rij.vakken]


def pijlen(rij: StructuurRij) -> list[tuple[str, str, str]]:
    return [(band.van, band.woord, band.naar) for band in rij.banden]


def lijst(rij: StructuurRij) -> dict[str, list[tuple[str, str]]]:
    """What the list says: of each body its address, each tie with where it leads."""
    return {
        one.link.pad: [(zin, ander.pad) for zin, ander in one.banden]
        for groep in rij.groepen
        for one in groep.rijen
    }


# ---------------------------------------------------------------- structures


def test_bodies_stand_by_kind_with_the_board_first_and_the_local_ones_last(regio: Regio) -> None:
    found = structuur.structuren(Blik(regio, NL, VANDAAG))
    assert [(g.kop, [str(r.link.titel) for r in g.rijen]) for g in found.nieuw.groepen] == [
        ("Bestuurlijk", ['Raad van Mini: "samen" & verder (RvM)']),
        ("Ambtelijk", ["Kring & kern"]),
        ("Lokaal", ["Buurt Dorp"]),
    ]
    assert [(g.kop, [r.link.pad for r in g.rijen]) for g in found.oud.groepen] == [
        ("Bestuurlijk", ["overleg/raad/"]),
        ("Ambtelijk", ["overleg/ambtenaren/"]),
        ("Werkgroepen en tafels", ["overleg/tafel/"]),
        ("Lokaal", ["overleg/buurt-dorp/"]),
    ]


def test_bodies_of_a_kind_stand_in_order_of_their_names(regio: Regio) -> None:
    more = nog_een(regio, "ambtenaren", "z", naam="aardig overleg", vervangt=())
    [_, groep, *_] = structuur.structuren(Blik(more, NL, VANDAAG)).oud.groepen
    assert [row.link.pad for row in groep.rijen] == ["overleg/z/", "overleg/ambtenaren/"]


def test_a_heading_in_one_structure_is_not_the_place_of_a_heading_in_the_other(
    regio: Regio,
) -> None:
    found = structuur.structuren(Blik(regio, NL, VANDAAG))
    places = [groep.id for one in (found.nieuw, found.oud) for groep in one.groepen]
    assert len(set(places)) == len(places)


def test_an_archived_body_stands_in_no_structure(regio: Regio) -> None:
    html = str(structuur.structuren(Blik(regio, NL, VANDAAG)))
    assert regio.overleggen["vroeger"].status is Status.GEARCHIVEERD
    assert "vroeger" not in html


def test_a_structure_has_the_ties_of_its_own_time(regio: Regio) -> None:
    found = structuur.structuren(Blik(regio, NL, VANDAAG))
    assert pijlen(found.nieuw) == [
        ("raad", "terugkoppeling", "buurt-dorp"),
        ("kring", "agenda", "raad"),
        ("raad", "afvaardiging", "kring"),
    ]
    assert pijlen(found.oud) == [("ambtenaren", "advies", "raad")]


def test_a_box_is_drawn_only_for_what_is_tied(regio: Regio) -> None:
    found = structuur.structuren(Blik(regio, NL, VANDAAG))
    assert vakken(found.nieuw) == ["raad", "kring", "buurt-dorp"]
    assert vakken(found.oud) == ["raad", "ambtenaren"]
    loose = structuur.structuren(Blik(anders(regio, "ambtenaren", relaties=()), NL, VANDAAG)).oud
    assert (vakken(loose), loose.banden) == ([], ())
    assert len(loose.groepen) == 4


def test_all_local_bodies_share_a_box_and_an_arrow(regio: Regio) -> None:
    found = structuur.structuren(Blik(twee_lokaal(regio), NL, VANDAAG)).nieuw
    assert vakken(found) == ["raad", "kring", "lokaal"]
    [box] = [vak for vak in found.vakken if vak.id == "lokaal"]
    assert (str(box.naam), box.soort, box.pad) == (
        "2 lokale overleggen",
        "lokaal",
        "overleg/#lokaal-nieuw",
    )
    assert [pijl for pijl in pijlen(found) if pijl[2] == "lokaal"] == [
        ("raad", "terugkoppeling", "lokaal")
    ]
    assert found.groepen[-1].id == "lokaal-nieuw"


def test_the_list_tells_of_all_local_bodies_once_and_of_one_by_its_name(regio: Regio) -> None:
    two = lijst(structuur.structuren(Blik(twee_lokaal(regio), NL, VANDAAG)).nieuw)
    assert two["overleg/raad/"][0] == ("vertelt wat er is besproken aan", "#lokaal-nieuw")
    assert len(two["overleg/raad/"]) == 2
    one = lijst(structuur.structuren(Blik(regio, NL, VANDAAG)).nieuw)
    assert one["overleg/raad/"][0] == ("vertelt wat er is besproken aan", "overleg/buurt-dorp/")


def test_the_list_tells_every_tie_of_the_drawing(regio: Regio) -> None:
    for one in (regio, twee_lokaal(regio)):
        found = structuur.structuren(Blik(one, NL, VANDAAG))
        for rij in (found.nieuw, found.oud):
            pads = {vak.id: vak.pad for vak in rij.vakken} | {"lokaal": f"#lokaal-{rij.id}"}
            drawn = {(pads[band.van], band.woord, pads[band.naar]) for band in rij.banden}
            told = {
                (pad, WOORD[zin], other) for pad, ties in lijst(rij).items() for zin, other in ties
            }
            assert told == drawn


def test_local_bodies_without_ties_of_their_own_are_listed_in_short(regio: Regio) -> None:
    assert [g.kort for g in structuur.structuren(Blik(regio, NL, VANDAAG)).nieuw.groepen] == [
        False,
        False,
        True,
    ]
    told = anders(regio, "buurt-dorp", relaties=(relatie(regio, "raad", SoortRelatie.DIENT_IN),))
    found = structuur.structuren(Blik(told, NL, VANDAAG))
    assert found.nieuw.groepen[-1].kort is False
    assert found.oud.groepen[-1].kort is True


def test_the_same_tie_is_drawn_once_and_another_kind_beside_it(regio: Regio) -> None:
    ties = (
        relatie(regio, "raad", SoortRelatie.ADVISEERT),
        relatie(regio, "raad", SoortRelatie.ADVISEERT),
        relatie(regio, "raad", SoortRelatie.DIENT_IN),
    )
    found = structuur.structuren(Blik(anders(regio, "kring", relaties=ties), NL, VANDAAG)).nieuw
    assert [pijl for pijl in pijlen(found) if pijl[0] == "kring"] == [
        ("kring", "advies", "raad"),
        ("kring", "voorstel", "raad"),
    ]
    assert [zin for zin, _ in lijst(found)["overleg/kring/"]] == [
        "adviseert",
        "brengt voorstellen in bij",
    ]


def test_every_kind_of_body_has_a_group(regio: Regio) -> None:
    for soort in SoortOverleg:
        one = anders(regio, "tafel", soort=soort)
        pads = lijst(structuur.structuren(Blik(one, NL, VANDAAG)).oud)
        assert "overleg/tafel/" in pads


def veranderingen(regio: Regio) -> list[tuple[str, str, list[str]]]:
    found = structuur.structuren(Blik(regio, NL, VANDAAG)).veranderingen
    return [(one.overleg.pad, one.zin, [old.pad for old in one.oud]) for one in found]


def test_a_body_that_replaces_more_than_one_merges_them(regio: Regio) -> None:
    assert veranderingen(regio) == [
        (
            "overleg/kring/",
            "zou deze overleggen samenvoegen:",
            ["overleg/ambtenaren/", "overleg/tafel/"],
        )
    ]


def test_a_body_that_replaces_one_comes_in_its_place_and_the_other_is_not_in_the_proposal(
    regio: Regio,
) -> None:
    assert veranderingen(anders(regio, "kring", vervangt=("ambtenaren",))) == [
        ("overleg/kring/", "zou in de plaats komen van", ["overleg/ambtenaren/"]),
        ("overleg/tafel/", "staat niet in het voorstel", []),
    ]


def test_a_body_that_replaces_nothing_is_new_and_what_stays_is_no_change(regio: Regio) -> None:
    changes = veranderingen(anders(regio, "kring", vervangt=()))
    assert changes[0] == ("overleg/kring/", "zou nieuw zijn", [])
    assert {pad for pad, *_ in changes[1:]} == {"overleg/ambtenaren/", "overleg/tafel/"}
    assert "overleg/raad/" not in str(changes)


def in_het_kort(regio: Regio) -> list[tuple[str, str, str]]:
    found = structuur.structuren(Blik(regio, NL, VANDAAG)).kort
    return [(link.pad, mag, str(waarover)) for link, mag, waarover in found]


def test_in_short_the_page_says_of_who_decides_what_for(regio: Regio) -> None:
    raad = ("overleg/raad/", "beslist", "Hier beslissen de gemeenten en de scholen samen.")
    kring = "Hier maken mensen plannen voor de raad."
    assert in_het_kort(regio) == [
        raad,
        ("overleg/kring/", "stelt de agenda van een ander overleg vast", kring),
    ]
    both = (Bevoegdheid.STELT_AGENDA_VAST, Bevoegdheid.ADVISEERT, Bevoegdheid.BESLIST)
    assert in_het_kort(anders(regio, "kring", bevoegdheden=both))[1][1] == (
        "beslist en stelt de agenda van een ander overleg vast"
    )
    for unsure in (ONBEKEND, (Bevoegdheid.ADVISEERT, Bevoegdheid.INFORMEERT)):
        assert in_het_kort(anders(regio, "kring", bevoegdheden=unsure)) == [raad]
    assert in_het_kort(anders(regio, "kring", structuren=(OUD,))) == [raad]


def test_without_anybody_who_decides_there_is_nothing_in_short(regio: Regio) -> None:
    [block] = [block for block in all_blokken() if block.__name__ == "structuren"]
    silent = anders(anders(regio, "kring", bevoegdheden=ONBEKEND), "raad", bevoegdheden=ONBEKEND)
    pages = [block(Weergave(Blik(one, NL, VANDAAG)).pagina("overleg/")) for one in (regio, silent)]
    assert ['id="kort"' in page for page in pages] == [True, False]


def test_where_nothing_was_proposed_there_is_one_structure_and_no_word_of_a_proposal(
    regio: Regio,
) -> None:
    only = regio
    for key in regio.overleggen:
        only = anders(only, key, structuren=(OUD,), vervangt=())
    only = replace(
        only, routes={}, voorstellen={}
    )  # those are of proposals, but not of another structure
    blik = Blik(only, NL, VANDAAG)
    found = structuur.structuren(blik)
    assert (found.voorgesteld, found.veranderingen) == (False, ())
    assert in_het_kort(only) == in_het_kort(regio)
    blocks = {block.__name__: block for block in all_blokken()}
    page = Weergave(blik).pagina("overleg/")
    html = str(blocks["structuren"](page)) + str(blocks["overleg"](page, "raad"))
    assert html.count('id="structuur-oud"') == 1
    assert "structuur-nieuw" not in html
    assert "voorstel" not in html
    assert "voorgesteld" not in html


# ---------------------------------------------------------------- the page of a body


def relaties(regio: Regio, key: str) -> list[tuple[str, str, bool, bool]]:
    """Each tie on a page: sentence, the other, whether it starts here, whether it has a source."""
    rows = pagina.overleg(Blik(regio, NL, VANDAAG), key).relaties
    return [
        (row.zin, " ".join(pads(row.anderen)), row.van_hier, row.herkomst is not None)
        for row in rows
    ]


def test_a_page_tells_ties_from_both_sides_and_who_sends_whom(regio: Regio) -> None:
    assert relaties(regio, "raad") == [
        ("vertelt wat er is besproken aan", "overleg/buurt-dorp/", True, True),
        ("adviseert", "overleg/ambtenaren/", False, True),
        ("stelt de agenda vast van", "overleg/kring/", False, True),
        ("vaardigt iemand af naar", "overleg/kring/", True, False),
    ]
    assert relaties(regio, "kring") == [
        ("stelt de agenda vast van", "overleg/raad/", True, True),
        ("vaardigt iemand af naar", "overleg/raad/", False, False),
    ]
    assert relaties(regio, "tafel") == []


def test_what_a_body_does_to_several_by_one_source_is_told_once(regio: Regio) -> None:
    tells = "vertelt wat er is besproken aan"
    assert relaties(twee_lokaal(regio), "raad")[0] == (
        tells,
        "overleg/buurt-dorp/ overleg/buurt-stad/",
        True,
        True,
    )
    two = twee_lokaal(regio)
    first, second = two.overleggen["raad"].relaties
    other = second.herkomst.model_copy(update={"vindplaats": "elders"})
    own = anders(two, "raad", relaties=(first, second.model_copy(update={"herkomst": other})))
    assert [row[:2] for row in relaties(own, "raad")[:2]] == [
        (tells, "overleg/buurt-dorp/"),
        (tells, "overleg/buurt-stad/"),
    ]


def test_the_neighbourhood_is_drawn_in_the_newest_structure_of_a_body(regio: Regio) -> None:
    raad, old = (pagina.overleg(Blik(regio, NL, VANDAAG), key) for key in ("raad", "ambtenaren"))
    assert {vak.id for vak in raad.vakken} == {"raad", "kring", "buurt-dorp"}
    assert {vak.id for vak in old.vakken} == {"ambtenaren", "raad"}
    assert [(band.van, band.naar) for band in old.banden] == [("ambtenaren", "raad")]


def pads(links: tuple[Link, ...]) -> list[str]:
    return [link.pad for link in links]


def plekken(regio: Regio, key: str) -> list[tuple[str, list[str], list[str], list[str]]]:
    found = pagina.overleg(Blik(regio, NL, VANDAAG), key).plekken
    return [(one.titel, pads(one.boven), pads(one.naast), pads(one.onder)) for one in found]


def test_a_body_stands_by_who_sit_in_it_and_below_what_it_is_a_part_of(regio: Regio) -> None:
    assert plekken(regio, "raad") == [
        ("Zoals voorgesteld", [], [], ["overleg/kring/", "overleg/buurt-dorp/"]),
        ("Voor het voorstel", [], [], ["overleg/ambtenaren/"]),
    ]
    assert plekken(regio, "kring") == [("Zoals voorgesteld", ["overleg/raad/"], [], [])]
    assert plekken(regio, "tafel") == []
    part = nog_een(
        regio,
        "raad",
        "geheel",
        relaties=(),
        deelnemers=(),
    )
    part = anders(part, "raad", relaties=(relatie(part, "geheel", SoortRelatie.IS_DEEL_VAN),))
    assert plekken(part, "raad")[0][1] == ["overleg/geheel/"]
    assert plekken(part, "geheel") == [("Zoals voorgesteld", [], [], ["overleg/raad/"])]
    beside = anders(part, "raad", relaties=(relatie(part, "geheel", SoortRelatie.ADVISEERT),))
    assert plekken(beside, "raad")[0][2] == ["overleg/geheel/"]


def test_two_or_more_local_bodies_are_one_place_below(regio: Regio) -> None:
    [new, _] = plekken(twee_lokaal(regio), "raad")
    assert new[-1] == ["overleg/kring/", "overleg/#lokaal-nieuw"]


def test_what_is_said_of_several_local_bodies_alike_is_said_once(regio: Regio) -> None:
    two = twee_lokaal(regio)
    pages = [pagina.overleg(Blik(two, NL, VANDAAG), key) for key in ("buurt-dorp", "buurt-stad")]
    assert {page.gelijk for page in pages} == {"overleg/#lokaal-nieuw"}
    text = "Hier praat je gemeente met de school! Elke maand."
    for key in ("buurt-dorp", "buurt-stad"):
        two = anders(two, key, voor_ouders=text)
    blik = Blik(two, NL, VANDAAG)
    assert str(pagina.overleg(blik, "buurt-dorp").voor_ouders) == (
        "Hier praat je gemeente met de school!"
    )
    *_, local = structuur.structuren(blik).nieuw.groepen
    assert [str(one.voor_ouders) for one in local.gelijk] == [text]
    blocks = {block.__name__: block for block in all_blokken()}
    task = "Bespreekt wat in Dorp speelt."
    shown = Weergave(blik)
    assert str(blocks["structuren"](shown.pagina("overleg/"))).count(task) == 1
    assert task not in str(blocks["overleg"](shown.pagina("overleg/x/"), "buurt-dorp"))

    own = anders(two, "buurt-stad", taak="Iets anders.")
    for key, said in (("buurt-dorp", task), ("buurt-stad", "Iets anders.")):
        page = pagina.overleg(Blik(own, NL, VANDAAG), key)
        assert (page.gelijk, str(page.taak)) == (None, said)
        assert str(page.voor_ouders) == text


def test_a_body_is_called_in_a_sentence_as_its_article_asks(regio: Regio) -> None:
    named = anders(anders(regio, "raad", in_zin="de raad"), "kring", in_zin="de kring")
    rows = pagina.overleg(Blik(named, NL, VANDAAG), "raad").relaties
    assert [(str(row.anderen[0].titel), row.zin, row.van_hier) for row in rows] == [
        ("Buurt Dorp", "vertelt wat er is besproken aan", True),
        ("Overleg van ambtenaren", "adviseert", False),
        ("De kring", "stelt de agenda vast van", False),
        ("de kring", "vaardigt iemand af naar", True),
    ]
    ties = [
        (zin, str(ander.titel))
        for groep in structuur.structuren(Blik(named, NL, VANDAAG)).nieuw.groepen
        for row in groep.rijen
        for zin, ander in row.banden
    ]
    assert ("stelt de agenda vast van", "de raad") in ties


def test_ties_between_two_neighbours_are_not_drawn(regio: Regio) -> None:
    told = anders(
        regio,
        "buurt-dorp",
        relaties=tuple(relatie(regio, naar, SoortRelatie.DIENT_IN) for naar in ("raad", "kring")),
    )
    for key in ("raad", "kring", "buurt-dorp"):
        found = pagina.overleg(Blik(told, NL, VANDAAG), key)
        assert len(found.vakken) == 3
        assert found.banden
        assert all(key in (band.van, band.naar) for band in found.banden)


def test_a_body_without_neighbours_has_no_drawing(regio: Regio) -> None:
    [block] = [block for block in all_blokken() if block.__name__ == "overleg"]
    page = Weergave(Blik(regio, NL, VANDAAG)).pagina("overleg/tafel/")
    assert "<svg" not in block(page, "tafel")
    assert block(page, "raad").count("<svg") == 1


def test_a_page_says_what_replaces_what(regio: Regio) -> None:
    pads = {
        key: [
            [link.pad for link in links]
            for one in [pagina.overleg(Blik(regio, NL, VANDAAG), key)]
            for links in (one.vervangt, one.vervangen_door)
        ]
        for key in ("kring", "tafel", "raad")
    }
    assert pads == {
        "kring": [["overleg/ambtenaren/", "overleg/tafel/"], []],
        "tafel": [[], ["overleg/kring/"]],
        "raad": [[], []],
    }


@pytest.mark.parametrize(
    ("key", "zin"),
    [
        ("raad", "in beide structuren"),
        ("kring", "alleen in de voorgestelde structuur"),
        ("tafel", "alleen in de structuur van voor het voorstel"),
    ],
)
def test_a_page_says_in_which_structure_a_body_stands(regio: Regio, key: str, zin: str) -> None:
    assert pagina.overleg(Blik(regio, NL, VANDAAG), key).structuren == zin


def test_what_is_unknown_about_a_body_stays_unknown(regio: Regio) -> None:
    one = pagina.overleg(Blik(regio, NL, VANDAAG), "tafel")
    unknown = (one.toestand, one.taak, one.bevoegdheden, one.voorzitter, one.deelnemers, one.sinds)
    assert unknown == (None,) * 6
    assert one.niet_bekend == (
        "Niet bekend: of het overleg er is, wat het overleg doet, wat het overleg mag, welke "
        "functie voorzit, wie er zitten, hoeveel dagen voor een vergadering de stukken er moeten "
        "zijn en sinds wanneer het overleg bestaat."
    )
    known = pagina.overleg(Blik(regio, NL, VANDAAG), "raad")
    assert known.niet_bekend == ""


def test_who_sits_in_a_body_leads_to_the_party_or_to_the_body_that_sends_somebody(
    regio: Regio,
) -> None:
    found = pagina.overleg(Blik(regio, NL, VANDAAG), "kring").deelnemers
    assert found is not None
    assert [(str(who.naam), str(who.functie), who.pad) for who in found] == [
        ('Raad van Mini: "samen" & verder (RvM)', "voorzitter", "overleg/raad/"),
        ("Regisseur", "None", "regio/#regisseur"),
        ("gemeente Dorp", "None", "gemeente/dorp/"),
    ]


def test_a_network_across_the_border_stands_with_the_local_body_of_its_municipality(
    regio: Regio,
) -> None:
    shown = {
        key: pagina.overleg(Blik(regio, NL, VANDAAG), key).buurnetwerken for key in regio.overleggen
    }
    assert [key for key, found in shown.items() if found] == ["buurt-dorp"]
    [(naam, waarom, _)] = shown["buurt-dorp"]
    assert (str(naam), str(waarom)) == (
        'Netwerk "Over de grens"',
        "Dorp praat ook met de buren & hun scholen.",
    )


def test_every_state_of_a_body_has_words_of_its_own(regio: Regio) -> None:
    said = {
        pagina.overleg(Blik(anders(regio, "raad", toestand=one), NL, VANDAAG), "raad").toestand
        for one in ToestandOverleg
    }
    assert len(said - {None}) == len(ToestandOverleg)


@pytest.mark.parametrize(
    ("zekerheid", "eigen", "zin"),
    [
        (Zekerheid.BEVESTIGD, None, "bestaat volgens de bron"),
        (Zekerheid.AFGELEID, None, "bestaat; dat is opgemaakt uit de bron"),
        (Zekerheid.AFGELEID, Zekerheid.BEVESTIGD, "bestaat volgens de bron"),
        (Zekerheid.BEVESTIGD, Zekerheid.AFGELEID, "bestaat; dat is opgemaakt uit de bron"),
    ],
)
def test_whether_a_body_is_there_is_told_no_surer_than_its_source_is(
    regio: Regio, zekerheid: Zekerheid, eigen: Zekerheid | None, zin: str
) -> None:
    source = regio.overleggen["raad"].herkomst.model_copy(update={"zekerheid": zekerheid})
    own = source.model_copy(update={"zekerheid": eigen})
    later = (LaterIngevuld(veld="toestand", herkomst=own),) if eigen else ()
    here = anders(
        regio, "raad", toestand=ToestandOverleg.ACTIEF, herkomst=source, later_ingevuld=later
    )
    assert pagina.overleg(Blik(here, NL, VANDAAG), "raad").toestand == zin


# ---------------------------------------------------------------- who sits where


def zetels(regio: Regio, v: Vertaler = NL) -> dict[str, list[tuple[str, str, bool]]]:
    """Where each sits, in which role, and whether that is proposed."""
    return {
        row.pad: [(seat.overleg.pad, str(seat.functie or ""), seat.voorstel) for seat in row.zetels]
        for row in tabellen.zetels(Blik(regio, v, VANDAAG)).rijen
    }


def test_seats_say_in_which_role_and_what_is_proposed(regio: Regio) -> None:
    assert zetels(regio) == {
        "regio/#regisseur": [
            ("overleg/ambtenaren/", "secretaris & gastheer", False),
            ("overleg/kring/", "", True),
        ],
        "gemeente/dorp/": [("overleg/kring/", "", True), ("overleg/raad/", "wethouder", False)],
        "samenwerkingsverband/mini/": [("overleg/raad/", "", False)],
        "overleg/raad/": [("overleg/kring/", "voorzitter", True)],
    }
    assert list(zetels(regio))[-1] == "overleg/raad/"


def test_a_seat_that_the_source_does_not_name_is_not_there_and_is_no_no(regio: Regio) -> None:
    [block] = [block for block in all_blokken() if block.__name__ == "zetels"]
    html = str(block(Weergave(Blik(regio, NL, VANDAAG)).pagina("overleg/deelnemers/")))
    seats = sum(len(row) for row in zetels(regio).values())
    unknown = len(tabellen.zetels(Blik(regio, NL, VANDAAG)).onbekend)
    assert html.count("<a href=") == len(zetels(regio)) + seats + unknown
    assert html.count("Dat is geen nee.") == 1
    assert not any(f">{word}<" in html for word in ("nee", "-", "x", "niet genoemd"))


def test_bodies_of_which_nobody_knows_who_sit_there_stand_apart(regio: Regio) -> None:
    assert [link.pad for link in tabellen.zetels(Blik(regio, NL, VANDAAG)).onbekend] == [
        "overleg/tafel/"
    ]
    none = anders(regio, "raad", deelnemers=ONBEKEND)
    found = tabellen.zetels(Blik(none, NL, VANDAAG))
    assert [link.pad for link in found.onbekend] == ["overleg/raad/", "overleg/tafel/"]
    assert "overleg/raad/" not in {seat for row in zetels(none).values() for seat, *_ in row}


def test_a_role_that_is_not_translated_keeps_its_language(regio: Regio) -> None:
    english = Vertaler("en", {"wethouder": "alderman"})
    found = tabellen.zetels(Blik(regio, english, VANDAAG)).rijen
    roles = {
        (str(seat.functie), seat.functie.taal)
        for row in found
        for seat in row.zetels
        if seat.functie
    }
    assert {("alderman", "en"), ("voorzitter", "nl")} <= roles


def test_who_sits_in_a_body_twice_has_both_roles(regio: Regio) -> None:
    seats = (
        Deelnemer(partij="regisseur", functie="voorzitter"),
        Deelnemer(partij="regisseur", functie="secretaris"),
    )
    found = zetels(anders(regio, "raad", deelnemers=seats))["regio/#regisseur"]
    assert found[-2:] == [
        ("overleg/raad/", "voorzitter", False),
        ("overleg/raad/", "secretaris", False),
    ]


def test_local_and_archived_bodies_are_not_in_the_list(regio: Regio) -> None:
    pads = {seat for row in zetels(regio).values() for seat, *_ in row}
    assert pads
    assert pads.isdisjoint({"overleg/buurt-dorp/", "overleg/vroeger/"})


# ---------------------------------------------------------------- subjects


def test_the_subject_that_comes_up_in_most_places_stands_first(regio: Regio) -> None:
    rows = tabellen.onderwerpen(Blik(regio, NL, VANDAAG))
    assert [(row.id, row.plekken) for row in rows] == [("geld", 3), ("ruimte", 0)]
    more = regio
    for key in ("raad", "kring", "ambtenaren", "tafel"):
        more = anders(more, key, onderwerpen=("ruimte",))
    assert [(row.id, row.plekken) for row in tabellen.onderwerpen(Blik(more, NL, VANDAAG))] == [
        ("ruimte", 4),
        ("geld", 1),
    ]


def test_all_local_bodies_are_one_place(regio: Regio) -> None:
    geld = tabellen.onderwerpen(Blik(twee_lokaal(regio), NL, VANDAAG))[0]
    assert (geld.lokaal, geld.plekken) == (2, 3)
    assert [link.pad for link in geld.overleggen] == ["overleg/kring/", "overleg/raad/"]


def test_a_subject_of_an_archived_body_alone_is_discussed_nowhere(regio: Regio) -> None:
    assert "ruimte" in regio.overleggen["vroeger"].onderwerpen
    ruimte = tabellen.onderwerpen(Blik(regio, NL, VANDAAG))[-1]
    assert (ruimte.id, ruimte.overleggen, ruimte.lokaal) == ("ruimte", (), 0)


# ---------------------------------------------------------------- roles and rules of the game


def test_roles_stand_in_order_of_their_number(regio: Regio) -> None:
    more = nog_een(regio, "regisseur", "aanjager", "functies", nummer=2, partij="swv-mini")
    assert [(one.id, str(one.naam)) for one in tabellen.functies(Blik(more, NL, VANDAAG))] == [
        ("regisseur", "Regisseur"),
        ("aanjager", "Samenwerkingsverband Mini"),
    ]


def test_a_role_of_which_the_source_does_not_say_what_it_leaves_says_that(regio: Regio) -> None:
    [block] = [block for block in all_blokken() if block.__name__ == "functies"]
    silent = anders(regio, "regisseur", "functies", doet_niet=())
    shown = [
        "Wat de functie niet doet, zegt de bron niet."
        in block(Weergave(Blik(one, NL, VANDAAG)).pagina("x/"))
        for one in (regio, silent)
    ]
    assert shown == [False, True]


def test_rules_of_conduct_come_first_and_each_kind_counts_for_itself(regio: Regio) -> None:
    more = nog_een(regio, "eerlijk", "a-later", "spelregels", nummer=10)
    assert [
        (id, [row.id for row in rows])
        for id, _, rows in tabellen.spelregels(Blik(more, NL, VANDAAG))
    ] == [
        ("gedragsregel", ["eerlijk", "a-later"]),
        ("uitgangspunt", ["kort"]),
        ("analyse", ["traag"]),
    ]


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [(Afspraak.VOORSTEL, "voorstel"), (Afspraak.AFGESPROKEN, "afgesproken"), (None, "")],
)
def test_a_rule_and_a_role_say_when_they_are_a_proposal(
    regio: Regio, waarde: Afspraak | None, zin: str
) -> None:
    here = anders(regio, "eerlijk", "spelregels", afspraak=waarde)
    here = anders(here, "regisseur", "functies", afspraak=waarde)
    [(_, _, [rule]), *_] = tabellen.spelregels(Blik(here, NL, VANDAAG))
    [role, *_] = tabellen.functies(Blik(here, NL, VANDAAG))
    assert (rule.afspraak, role.afspraak) == (zin, zin)


def test_a_kind_without_lines_has_no_heading(regio: Regio) -> None:
    less = anders(regio, "kort", "spelregels", status=Status.GEARCHIVEERD)
    assert [id for id, *_ in tabellen.spelregels(Blik(less, NL, VANDAAG))] == [
        "gedragsregel",
        "analyse",
    ]
