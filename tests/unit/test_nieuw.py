"""What changed, as rows for readers: the newest days, a month, a record and a municipality."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.nieuw import dagen
from macros.views.regio.nieuw.betreft import gebeurd, gemeenten, van
from macros.views.regio.nieuw.dagen import MEEST, Rij
from macros.views.regio.nieuw.regel import Hoe, rijen, verkort
from macros.views.regio.nieuw.verloop import MEEST as REGELS
from macros.views.regio.nieuw.verloop import (
    verloop_in_gemeente,
    verloop_van_cijfer,
    verloop_van_record,
)
from macros.wijziging.geschiedenis import (
    GEEN,
    NIETS,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from macros.wijziging.verschil import Aard
from macros.wijziging.woorden import Stuk
from tests.unit.veranderd import BEGIN, EERST, LAATST, geschiedenis

VANDAAG = Datum(2022, 9, 15)
SPEERPUNT = "speerpunten/alles-bekend.yml"
LEA = "overleg/overleggen/buurt-dorp.yml"


@pytest.fixture(scope="module")
def blik(geladen: Loaded) -> Blik:
    assert geladen.regio is not None
    return Blik(geladen.regio, Vertaler("nl"), VANDAAG, geschiedenis(geladen))


def met(blik: Blik, *days: Dag, **more: object) -> Blik:
    """The same region with another history."""
    history = Geschiedenis(tuple(days), BEGIN, **more)  # type: ignore[arg-type]
    return Blik(blik.regio, blik.v, blik.vandaag, history)


def nieuw(pad: str, gewicht: Gewicht = Gewicht.BETEKENIS) -> Recordwijziging:
    return Recordwijziging(pad, Gebeurtenis.NIEUW, gewicht, "Nieuw ding")


def gewijzigd(pad: str, *velden: Veldwijziging) -> Recordwijziging:
    return Recordwijziging(pad, Gebeurtenis.GEWIJZIGD, Gewicht.BETEKENIS, "Ding", velden)


def veld(
    *loc: str | int, namen: dict[int, Itemnaam] | None = None, **more: object
) -> Veldwijziging:
    given: dict[str, object] = {"oud": "a", "nieuw": "b", **more}
    names = MappingProxyType(namen or {})
    return Veldwijziging(loc, names, gewicht=Gewicht.BETEKENIS, **given)  # type: ignore[arg-type]


def alle(days: Sequence[dagen.Dag]) -> list[Rij]:
    return [
        row
        for day in days
        for area in day.gebieden
        for row in (*area.rijen, *(one for group in area.groepen for one in group.rijen))
    ]


def in_dorp(blik: Blik, one: Recordwijziging) -> bool:
    look = met(blik, Dag(LAATST, (one,)))
    [found] = gebeurd(look)
    return "gemeente-dorp" in gemeenten(look, found)


# ---------------------------------------------------------------- one record


def test_a_field_says_what_it_is_called_what_it_is_now_and_what_it_was(blik: Blik) -> None:
    [one] = [one for one in van(blik, SPEERPUNT) if one.datum == LAATST]
    [row] = rijen(blik, one)
    [field] = row.velden
    assert "".join(map(str, field.label)) == "Acties: -Delen met ouders @ school: Stand"
    assert (field.hoe, str(field.oud[0]), str(field.nieuw[0])) == (
        Hoe.ANDERS,
        "niet gestart",
        "loopt",
    )
    assert [str(text) for text in row.toelichting] == ["De eerste actie is klaar."]
    assert [one.deel for one in row.klein] == ["Herkomst"]


def test_a_change_in_one_action_leads_to_that_action(blik: Blik) -> None:
    [one] = van(blik, SPEERPUNT)
    assert rijen(blik, one)[0].pad == "agenda/alles-bekend/#actie-lijst-delen"


def test_what_is_gone_is_named_without_a_link_and_what_is_archived_keeps_its_page(
    blik: Blik,
) -> None:
    rows = {one.nu: rijen(blik, one)[0] for one in gebeurd(blik)}
    gone, archived = rows["partijen/verdwenen.yml"], rows["overleg/overleggen/vroeger.yml"]
    assert (gone.titel.tekst, gone.pad) == ("stichting <verdwenen>", "")
    assert archived.pad == "overleg/vroeger/"
    assert gone.kop == archived.kop == "Telt niet meer mee"


def test_what_shares_a_page_and_is_archived_has_no_place_there(blik: Blik) -> None:
    look = met(blik, Dag(LAATST, (nieuw("begrippen/klassenboek.yml"),)))
    [one] = gebeurd(look)
    assert rijen(look, one)[0].pad == ""


def test_a_value_that_may_not_be_shown_is_told_without_it(blik: Blik) -> None:
    [one] = van(blik, "hulp/steunpunt-dorp.yml")
    [field] = rijen(blik, one)[0].velden
    assert (field.hoe, field.oud, field.nieuw) == (Hoe.NIET_GETOOND, (), ())


def test_of_figures_only_is_told_that_they_came_and_over_when(blik: Blik) -> None:
    [one] = van(blik, "monitor/waarnemingen/verslag.csv")
    [row] = rijen(blik, one)
    assert (row.titel.tekst, row.pad, row.cijfers) == ("Inwoners", "monitor/inwoners/", "2022")
    assert row.velden == row.klein == ()


@pytest.mark.parametrize("happened", [Gebeurtenis.VERVALLEN, Gebeurtenis.GEWIJZIGD])
def test_of_figures_that_are_gone_only_that_is_told(blik: Blik, happened: Gebeurtenis) -> None:
    one = replace(gewijzigd("monitor/waarnemingen/weg.csv"), gebeurtenis=happened)
    look = met(blik, Dag(LAATST, (one,)))
    [found] = gebeurd(look)
    [row] = rijen(look, found)
    said = {Gebeurtenis.VERVALLEN: "Telt niet meer mee", Gebeurtenis.GEWIJZIGD: "Gewijzigd"}
    assert (row.titel.tekst, row.pad, row.kop) == ("Cijfers", "", said[happened])


def test_of_a_new_file_the_figures_in_it_are_told(blik: Blik) -> None:
    look = met(blik, Dag(LAATST, (nieuw("monitor/waarnemingen/verslag.csv"),)))
    [found] = gebeurd(look)
    rows = rijen(look, found)
    assert {row.sleutel for row in rows} >= {"hulp", "inwoners"}
    assert len({row.anker for row in rows}) == len(rows)
    here = rijen(look, found, "gemeente-dorp")
    assert {row.anker for row in here} <= {row.anker for row in rows}


def test_a_record_of_a_kind_that_is_gone_is_told_by_its_name(blik: Blik) -> None:
    look = met(blik, Dag(LAATST, (nieuw("vergeten/iets.yml"),)))
    [one] = gebeurd(look)
    [row] = rijen(look, one)
    assert (row.titel.tekst, row.pad, row.soort) == ("Nieuw ding", "", "")
    assert dagen.nieuw(met(blik, Dag(LAATST, (nieuw("vergeten/iets.yml"),)))).dagen


def test_a_nameless_record_that_is_gone_is_called_by_its_kind(blik: Blik) -> None:
    gone = replace(nieuw("partijen/weg.yml"), titel="", gebeurtenis=Gebeurtenis.VERVALLEN)
    look = met(blik, Dag(LAATST, (gone,)))
    [one] = gebeurd(look)
    assert rijen(look, one)[0].titel.tekst == "Partij"


@pytest.mark.parametrize(
    ("change", "hoe", "kort"),
    [
        (veld("samen", oud="kort", nieuw="anders"), Hoe.ANDERS, True),
        (veld("samen", oud="woord " * 20, nieuw="woord " * 20 + "erbij"), Hoe.TEKST, False),
        (veld("samen", oud=NIETS, nieuw="nieuw"), Hoe.ERBIJ, True),
        (veld("samen", oud="woord " * 30, nieuw=NIETS), Hoe.WEG, False),
        (veld("acties", 0, oud=NIETS, nieuw=NIETS, verplaatst=True), Hoe.VERPLAATST, True),
        (veld("samen", oud=NIETS, nieuw=NIETS, verborgen=True), Hoe.TEKST, False),
    ],
)
def test_how_a_field_changed_is_known(
    blik: Blik, change: Veldwijziging, hoe: Hoe, kort: bool
) -> None:
    look = met(blik, Dag(LAATST, (gewijzigd(SPEERPUNT, change),)))
    [one] = gebeurd(look)
    [field] = rijen(look, one)[0].velden
    assert (field.hoe, field.is_kort) == (hoe, kort)
    assert len("".join(map(str, field.oud))) < 130


def test_of_a_long_text_the_words_around_a_change_stay() -> None:
    words = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
    gone = Stuk(Aard.WEG, "weg")
    assert [one.tekst for one in verkort([Stuk(None, words), gone, Stuk(None, words)])] == [
        "… negen tien elf twaalf dertien veertien",
        "weg",
        "een twee drie vier vijf zes …",
    ]


def test_words_that_changed_near_each_other_read_as_one_change() -> None:
    parts = [
        *(Stuk(Aard.WEG, "er"), Stuk(Aard.ERBIJ, "samen"), Stuk(None, " ")),
        *(Stuk(Aard.WEG, "vroeg"), Stuk(None, " bij zijn "), Stuk(Aard.ERBIJ, "dat ")),
        *(Stuk(None, "een probleem niet erger wordt "), Stuk(Aard.ERBIJ, "dan nu")),
    ]
    assert verkort(parts) == (
        Stuk(Aard.WEG, "er vroeg bij zijn "),
        Stuk(Aard.ERBIJ, "samen  bij zijn dat "),
        Stuk(None, "een probleem niet erger wordt "),
        Stuk(Aard.ERBIJ, "dan nu"),
    )


def test_in_another_language_what_has_no_translation_says_that_it_is_dutch(geladen: Loaded) -> None:
    assert geladen.regio is not None
    english = geladen.catalogi["en"].vertaler()
    look = Blik(geladen.regio, english, VANDAAG, geschiedenis(geladen))
    [one] = van(look, LEA)
    [field] = rijen(look, one)[0].velden
    assert [(text.tekst, text.taal) for text in (*field.label, *field.nieuw, *field.oud)] == [
        ("Chair", "en"),
        ("unknown", "en"),
        ("de burgemeester", "nl"),
    ]


def test_a_file_that_got_another_name_is_one_record(blik: Blik) -> None:
    moved = replace(
        gewijzigd(SPEERPUNT), gebeurtenis=Gebeurtenis.HERNOEMD, was="speerpunten/oud.yml"
    )
    reused = nieuw("speerpunten/oud.yml")
    history = met(
        blik,
        Dag(LAATST, (reused,)),
        Dag(EERST, (moved,)),
        Dag(BEGIN, (gewijzigd("speerpunten/oud.yml", veld("samen")),)),
    )
    assert [one.datum for one in van(history, SPEERPUNT)] == [EERST, BEGIN]
    assert [one.datum for one in van(history, "speerpunten/oud.yml")] == [LAATST]


def test_a_record_that_got_another_name_is_called_as_it_is_today_where_others_refer_to_it(
    blik: Blik,
) -> None:
    moved = Recordwijziging(
        "begrippen/sbo.yml",
        Gebeurtenis.HERNOEMD,
        Gewicht.KLEIN,
        "Ding",
        was="begrippen/sbo-oud.yml",
    )
    other = "begrippen/niet-hier.yml"
    refers = gewijzigd(other, veld("zie_ook", oud=["sbo-oud"], nieuw=["sbo"]))
    more = gewijzigd(other, veld("zie_ook", oud=["sbo-oud", "x"], nieuw=["sbo"]))
    both = gewijzigd(other, *refers.velden, replace(veld("kort"), gewicht=Gewicht.KLEIN))
    own = replace(moved, gebeurtenis=Gebeurtenis.GEWIJZIGD, velden=refers.velden)
    look = met(blik, Dag(LAATST, (refers, moved)))
    assert [one.nu for one in gebeurd(look)] == ["begrippen/sbo.yml"]
    assert (dagen.nieuw(look).laatst, dagen.nieuw(look).meer) == ("", False)
    order = gewijzigd(other, veld("zie_ook", oud=["sbo", "swv"], nieuw=["swv", "sbo"]))
    assert len(gebeurd(met(blik, Dag(LAATST, (order, moved))))) == 2
    look = met(blik, Dag(LAATST, (replace(refers, toelichting=("Omdat.",)), moved)))
    assert len(gebeurd(look)) == 2
    [found] = van(met(blik, Dag(LAATST, (both, moved))), other)
    assert (found.wijziging.gewicht, len(found.wijziging.velden)) == (Gewicht.KLEIN, 1)
    [found] = gebeurd(met(blik, Dag(LAATST, (own,))))
    assert found.wijziging.gebeurtenis is Gebeurtenis.HERNOEMD
    look = met(blik, Dag(LAATST, (moved,)), Dag(EERST, (more,)))
    [found] = van(look, other)
    [row] = rijen(look, found)
    name = str(rijen(look, van(look, "begrippen/sbo.yml")[0])[0].titel)
    [field] = row.velden
    assert "".join(map(str, field.oud)) == f"{name}, x"
    assert "".join(map(str, field.nieuw)) == name != "sbo"


# ---------------------------------------------------------------- whom it concerns


def test_an_action_concerns_where_it_is_and_not_where_its_neighbour_is(blik: Blik) -> None:
    here = veld("acties", 5, "stand", namen={1: Itemnaam("lijst-maken", "wat", "x")})
    gone = veld("acties", 5, "stand", namen={1: Itemnaam("was-er-eens", "wat", "x")})
    assert in_dorp(blik, gewijzigd(SPEERPUNT, here))
    assert not in_dorp(blik, gewijzigd(SPEERPUNT, gone))
    assert not in_dorp(blik, gewijzigd(SPEERPUNT, veld("samen")))


@pytest.mark.parametrize(
    ("one", "dorp"),
    [
        (gewijzigd("gemeenten/gemeente-dorp.yml", veld("naam")), True),
        (gewijzigd("gemeenten/gemeente-stad.yml", veld("naam")), False),
        (gewijzigd(LEA, veld("voorzitter")), True),
        (gewijzigd("overleg/overleggen/raad.yml", veld("voorzitter")), False),
        (gewijzigd("hulp/steunpunt-dorp.yml", veld("tijden")), True),
        (nieuw("monitor/dpia/gemeente-dorp.yml"), True),
        (nieuw("monitor/dpia/gemeente-stad.yml"), False),
        (nieuw("partijen/bestaat-niet.yml"), False),
        (nieuw("weg/bestaat-niet.yml"), False),
        (nieuw("bronnen/plan.yml"), False),
    ],
)
def test_a_record_concerns_the_municipality_that_it_names(
    blik: Blik, one: Recordwijziging, dorp: bool
) -> None:
    assert in_dorp(blik, one) is dorp


def test_what_is_for_the_whole_region_is_about_no_municipality_in_particular(blik: Blik) -> None:
    punt = blik.regio.speerpunten["alles-bekend"]
    actie = punt.acties[0].model_copy(update={"waar": ("heel-mini",), "door": ("swv-mini",)})
    everywhere = punt.model_copy(update={"acties": (actie,)})
    look = replace(blik, regio=replace(blik.regio, speerpunten={punt.id: everywhere}))
    one = gewijzigd(SPEERPUNT, veld("acties", 0, "stand", namen={1: Itemnaam("lijst-maken")}))
    assert in_dorp(blik, one)
    assert not in_dorp(look, one)


def test_figures_concern_the_area_they_are_of(blik: Blik) -> None:
    def figures(area: str) -> Recordwijziging:
        name = {1: Itemnaam(f"hulp/{area}/2022", "indicator", "hulp")}
        change = veld("rijen", 3, namen=name, oud=NIETS, nieuw=NIETS, verborgen=True)
        return gewijzigd("monitor/waarnemingen/verslag.csv", change)

    assert in_dorp(blik, figures("gemeente-dorp"))
    assert not in_dorp(blik, figures("land"))
    both = replace(
        figures("gemeente-dorp"), velden=(*figures("gemeente-dorp").velden, *figures("land").velden)
    )
    [line] = verloop_in_gemeente(met(blik, Dag(LAATST, (both,))), "gemeente-dorp")
    assert line.rij is not None
    assert line.rij.pad == "monitor/gemeente/gemeente-dorp/"


# ---------------------------------------------------------------- days


def test_the_newest_days_show_what_matters_and_fold_what_is_small(blik: Blik) -> None:
    page = dagen.nieuw(blik)
    assert (page.laatst, page.meer) == (
        "Op 10 september 2022 veranderde er voor het laatst iets: 5 wijzigingen.",
        False,
    )
    assert [(day.id, day.aantal, len(day.klein)) for day in page.dagen] == [
        ("2022-09-10", 5, 1),
        ("2022-08-28", 6, 0),
    ]
    assert not any(row.record.is_klein for row in alle(page.dagen))


def test_new_figures_count_as_many_changes_as_there_are_rows_of_them(blik: Blik) -> None:
    look = met(blik, Dag(LAATST, (nieuw("monitor/waarnemingen/verslag.csv"),)))
    page = dagen.nieuw(look)
    [day] = page.dagen
    rows = len(alle([day]))
    assert rows > 1
    assert day.aantal == rows
    assert page.laatst.endswith(f": {rows} wijzigingen.")
    assert [one.aantal for _, every in page.maanden for one in every] == [rows]
    assert dagen.per_dag(look) == {LAATST: rows}


def test_many_new_records_of_a_kind_stand_together(blik: Blik) -> None:
    [group] = [group for area in dagen.nieuw(blik).dagen[1].gebieden for group in area.groepen]
    assert (group.naam, len(group.rijen)) == ("Nieuw: Begrippen", 4)


def test_of_a_busy_day_each_area_has_its_first_rows_and_the_month_has_all(blik: Blik) -> None:
    every = [path for _, path, _ in blik.regio.bestanden]
    look = met(blik, Dag(LAATST, tuple(gewijzigd(path, veld("id")) for path in sorted(every))))
    [day] = dagen.nieuw(look).dagen
    assert sum(area.regels for area in day.gebieden) <= MEEST
    assert {row.een.nu for row in alle([day])} == {*every}
    assert day.aantal == len(every)
    assert max(len(area.rijen) for area in day.gebieden) <= 5
    assert "De meeste horen bij: " in dagen.nieuw(look).laatst
    month = dagen.maand(look, "2022-09")
    assert {row.een.nu for row in alle(month.dagen)} == {*every}
    assert all(area.rijen == () and area.groepen for day in month.dagen for area in day.gebieden)
    anchors = [row.record.anker for row in alle(month.dagen)]
    assert len(anchors) == len({*anchors})


def test_four_hundred_days_are_a_page_of_the_newest_and_a_page_for_each_month(blik: Blik) -> None:
    days = [datetime.date(2022, 9, 14) - datetime.timedelta(one) for one in range(400)]
    look = met(blik, *(Dag(day, (gewijzigd(SPEERPUNT, veld("samen")),)) for day in days))
    page = dagen.nieuw(look)
    assert (len(page.dagen), page.meer) == (MEEST, True)
    assert [year for year, _ in page.maanden] == ["2022", "2021"]
    months = [one.pad for _, every in page.maanden for one in every]
    assert len(months) == 14
    pages = [one for one in recordpaginas(look) if one.rij.blok == "nieuwe_maand"]
    assert [f"{one.pad[:-3]}/" for one in pages] == months
    assert sum(len(dagen.maand(look, one.record.id).dagen) for one in pages) == 400
    assert [one and one.pad for one in (dagen.maand(look, "2021-12").vorige, dagen.maand(look, "2022-09").volgende)] == ["nieuw/2021-11/", None]  # fmt: skip


def test_a_history_of_small_edits_has_no_day_that_mattered(blik: Blik) -> None:
    look = met(blik, Dag(LAATST, (nieuw("bronnen/plan.yml", Gewicht.KLEIN),)))
    page = dagen.nieuw(look)
    assert page.laatst == ""
    assert [(day.aantal, len(day.klein)) for day in page.dagen] == [(0, 1)]
    assert verloop_van_record(look, "bronnen/plan.yml") == ()


@pytest.mark.parametrize(
    ("history", "said"),
    [
        (GEEN, "Wat er eerder stond, is hier niet bewaard."),
        (Geschiedenis((), BEGIN), "Er is nog niets veranderd."),
        (
            Geschiedenis((), BEGIN, onvolledig=True),
            "Wat er nog eerder veranderde, is hier niet te zien.",
        ),
    ],
)
def test_a_site_without_a_past_says_so(blik: Blik, history: Geschiedenis, said: str) -> None:
    look = Blik(blik.regio, blik.v, blik.vandaag, history)
    page = Weergave(look).pagina("nieuw/")
    html = page.toon("regio/nieuw.html", w=dagen.nieuw(look), taal="nl")
    assert said in html
    assert "<section" not in html
    assert dagen.laatste(look) is None
    assert not [one for one in recordpaginas(look) if one.rij.blok == "nieuwe_maand"]


# ---------------------------------------------------------------- on other pages


def test_a_record_has_its_last_lines_and_a_note_that_is_told_already_is_not_told_again(
    blik: Blik,
) -> None:
    record = blik.regio.speerpunten["alles-bekend"]
    assert [note.wat for note in record.wijzigingen] == ["De eerste actie is klaar."]
    [line] = verloop_van_record(blik, SPEERPUNT, record.wijzigingen)
    assert line.pad == "nieuw/2022-09/#2022-09-10-speerpunten-alles-bekend"
    [note] = verloop_van_record(met(blik), SPEERPUNT, record.wijzigingen)
    assert (note.datum, note.pad, note.noot and note.noot.tekst) == ("2 maart 2022", "", "De eerste actie is klaar.")  # fmt: skip


def test_a_record_has_five_lines_at_most_and_three_fields_in_each(blik: Blik) -> None:
    days = [datetime.date(2022, 8, one) for one in range(9, 0, -1)]
    fields = [veld(name) for name in ("samen", "conclusie", "opdracht", "titel", "voor_ouders")]
    look = met(blik, *(Dag(day, (gewijzigd(SPEERPUNT, *fields),)) for day in days))
    lines = verloop_van_record(look, SPEERPUNT, blik.regio.speerpunten["alles-bekend"].wijzigingen)
    assert len(lines) == REGELS
    assert [(line.rij and len(line.rij.velden), line.meer) for line in lines] == [(3, 2)] * REGELS
    assert lines[0].datum == "9 augustus 2022"


def test_an_indicator_tells_when_its_figures_came(blik: Blik) -> None:
    [line] = verloop_van_cijfer(blik, "inwoners")
    assert line.rij is not None
    assert line.rij.cijfers == "2022"
    assert verloop_van_cijfer(blik, "hulp") == ()


def test_a_municipality_has_its_own_lines(blik: Blik) -> None:
    lines = verloop_in_gemeente(blik, "gemeente-dorp")
    assert [line.rij and line.rij.pad for line in lines] == [
        "hulp/#steunpunt-dorp",
        "agenda/alles-bekend/#actie-lijst-delen",
        "overleg/buurt-dorp/",
    ]
    assert verloop_in_gemeente(blik, "gemeente-eiland") == ()
