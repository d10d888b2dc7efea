"""What somebody can follow, what they are told of days on their way, and that any reader takes it.

Not here: the feed of decisions (``test_feed``).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.basis.record import Record, Status
from macros.model.geheel import Regio
from macros.model.overleg.vergadering import StandVergadering, Vervolg
from macros.render.feed import als_atom, feeds
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio.kanaal import (
    MEEST,
    PER_DAG,
    Bericht,
    Kanaal,
    berichten,
    kanalen,
    te_volgen,
)
from macros.wijziging.geschiedenis import (
    NIETS,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Itemnaam,
    Recordwijziging,
    Veldwijziging,
)
from tests.atom import gebreken
from tests.langzaam import voorbeelden
from tests.unit.mini import DAG, met
from tests.unit.verzonnen_verloop import ALLERLEI, OKTOBER, geschiedenis, record

SITE = "https://voorbeeld.example/map/"
MAART = Datum(2090, 3, 1)
"""Two weeks before a meeting, and the last day for its papers."""


def blik(regio: Regio, dag: Datum = MAART, geschiedenis: Geschiedenis | None = None) -> Blik:
    return Blik(regio, Vertaler("nl"), dag, geschiedenis or Geschiedenis())


def kanaal(what: Blik, bestand: str = "nieuw.atom") -> Kanaal:
    [found] = [one for one in kanalen(what) if one.bestand == bestand]
    return found


def verteld(what: Blik, bestand: str = "nieuw.atom") -> list[Bericht]:
    return list(berichten(what, kanaal(what, bestand)))


def titels(what: Blik, bestand: str = "nieuw.atom") -> list[str]:
    return [str(one.titel) for one in verteld(what, bestand)]


def anders(regio: Regio, veld: str, key: str, **waarden: Any) -> Regio:
    """The region with one record that says something else."""
    one: Record = getattr(regio, veld)[key]
    return met(regio, veld, one.model_copy(update=waarden))


# ---------------------------------------------------------------- what can be followed


def test_everything_the_decisions_each_area_and_each_municipality_can_be_followed(
    regio: Regio,
) -> None:
    found = {one.bestand: (one.naam, one.pagina) for one in kanalen(blik(regio))}
    assert found == {
        "nieuw.atom": ("Wat er nieuw is", "nieuw/"),
        "data/v1/besluiten.atom": ("Besluiten", "overleg/besluiten/"),
        "nieuw/agenda.atom": ("Wat er nieuw is: De agenda", "agenda/"),
        "nieuw/samenwerking.atom": ("Wat er nieuw is: Wie doet wat", "samenwerking/"),
        "nieuw/arrangement.atom": ("Wat er nieuw is: Het aanbod", "arrangementen/"),
        "nieuw/monitor.atom": ("Wat er nieuw is: De cijfers", "monitor/"),
        "nieuw/overleg.atom": ("Wat er nieuw is: Het overleg", "overleg/"),
        "nieuw/hulp.atom": ("Wat er nieuw is: Hulp", "hulp/"),
        "nieuw/regio.atom": (
            "Wat er nieuw is: De regio, de bronnen en de begrippen",
            "regio/",
        ),
        "nieuw/gemeente-dorp.atom": ("Wat er nieuw is: Dorp", "gemeente/dorp/"),
        "nieuw/gemeente-eiland.atom": ("Wat er nieuw is: Eiland & Wad", "gemeente/eiland/"),
        "nieuw/gemeente-stad.atom": ("Wat er nieuw is: 's-Stad", "gemeente/stad/"),
    }


def test_a_municipality_that_no_longer_counts_keeps_its_feed_and_is_offered_to_nobody(
    regio: Regio,
) -> None:
    gone = blik(anders(regio, "gemeenten", "gemeente-stad", status=Status.GEARCHIVEERD))
    assert kanaal(gone, "nieuw/gemeente-stad.atom").over == "'s-Stad"
    assert [one.over for one in te_volgen(gone)] == [
        *("", "Besluiten", "De agenda", "Wie doet wat", "Het aanbod", "De cijfers", "Het overleg"),
        *("Hulp", "De regio, de bronnen en de begrippen", "Dorp", "Eiland & Wad"),
    ]


def test_of_what_the_region_has_nothing_of_there_is_nothing_to_follow(regio: Regio) -> None:
    bare = blik(Regio(instellingen=regio.instellingen))
    assert [(one.bestand, one.pagina) for one in kanalen(bare)] == [
        ("nieuw.atom", "nieuw/"),
        ("nieuw/regio.atom", "over/"),
    ]
    for _, raw in feeds(bare, SITE):
        assert gebreken(raw) == []
        assert b"<entry>" not in raw


def test_a_feed_without_entries_is_of_the_day_the_history_begins(regio: Regio) -> None:
    since = Geschiedenis(begin=datetime.date(2026, 11, 1))
    found = [
        als_atom(one, kanaal(one, "nieuw/hulp.atom"), SITE).count(b"<updated>2026-11-01T")
        for one in (blik(regio, DAG, since), blik(regio, Datum(2027, 1, 1), since))
    ]
    assert found == [1, 1]


# ---------------------------------------------------------------- what is on its way


def test_a_meeting_and_the_last_day_for_its_papers_are_told_thirty_days_before(
    regio: Regio,
) -> None:
    meeting, papers = verteld(blik(regio))
    assert str(meeting.titel) == '15 maart 2090: Raad; de laatste, van "later" <2100'
    assert in_tekst(meeting) == [
        "Hoe laat: 19:30 tot 21:05 uur",
        'Waar: Zaal "De Kom", 2e deur; achter C:\\raad & co',
        "Op de agenda: Terugblik: 1 < 2 & meer; Hoe nu verder?; Rondvraag",
    ]
    assert (meeting.pad, meeting.op) == ("overleg/kalender/#raad-2090", Datum(2090, 2, 13))
    assert str(papers.titel) == (
        '1 maart 2090: laatste dag voor de stukken. Raad; de laatste, van "later" <2100'
    )
    assert papers.op == papers.gewijzigd == Datum(2090, 1, 30)


@pytest.mark.parametrize(
    ("dag", "over"),
    [
        (Datum(2090, 1, 29), ["kring"]),
        (Datum(2090, 1, 30), ["kring", "raad: stukken"]),
        (Datum(2090, 2, 12), ["raad: stukken"]),
        (Datum(2090, 2, 13), ["raad", "raad: stukken"]),
        (Datum(2090, 3, 2), ["raad"]),
        (Datum(2090, 3, 15), ["raad"]),
        (Datum(2090, 3, 16), []),
    ],
)
def test_it_is_told_from_thirty_days_before_until_the_day_itself(
    regio: Regio, dag: Datum, over: list[str]
) -> None:
    found = [
        one.pad.partition("#")[2].partition("-")[0]
        + (": stukken" if "stukken" in str(one.titel) else "")
        for one in verteld(blik(regio, dag))
    ]
    assert sorted(found) == over


def test_what_follows_from_a_decision_is_told_with_who_does_it(regio: Regio) -> None:
    todo = {"uiterlijk": Datum(2090, 3), "stand": "loopt", "bewijs": ()}
    items = (
        Vervolg.model_validate({"wat": "Maak de lijst", "wie": "regisseur"} | todo_als_tekst()),
        Vervolg.model_validate({"wat": "Deel de lijst", "wie": "onbekend"} | todo_als_tekst()),
    )
    assert todo["uiterlijk"] == items[0].uiterlijk
    what = blik(anders(regio, "besluiten", "twee-lijsten", vervolg=items))
    made, shared = (one for one in verteld(what) if "besluiten" in one.pad)
    assert str(made.titel) == "Uiterlijk maart 2090: Maak de lijst"
    assert in_tekst(made) == [
        'Dit volgt uit het besluit: Toch twee lijsten: "PO" & "VO"',
        "Wie het doet: Regisseur",
        "Hoe ver het is: loopt",
    ]
    assert str(shared.regels[1][1]) == "onbekend"
    assert made.op == Datum(2090, 3, 1), "thirty days before the last day of the month"
    assert made.sleutel != shared.sleutel


def todo_als_tekst() -> dict[str, Any]:
    return {"uiterlijk": "2090-03", "stand": "loopt"}


def test_an_action_that_is_not_done_is_told_when_its_time_runs_out(regio: Regio) -> None:
    december = blik(regio, Datum(2023, 12, 5))
    [found] = verteld(december)
    assert str(found.titel) == "Gepland tot en met 2023: -Delen met ouders @ school"
    assert found.pad == "agenda/alles-bekend/#actie-lijst-delen"
    assert titels(december, "nieuw/agenda.atom") == [str(found.titel)]
    assert titels(december, "nieuw/overleg.atom") == []
    one = regio.speerpunten["alles-bekend"]
    done = tuple(
        action.model_copy(update={"stand": regio.speerpunten["alles-bekend"].acties[0].stand})
        for action in one.acties
    )
    assert (
        verteld(blik(anders(regio, "speerpunten", one.id, acties=done), Datum(2023, 12, 5))) == []
    )


def test_a_municipality_is_told_of_the_bodies_and_actions_on_its_page(regio: Regio) -> None:
    assert len(titels(blik(regio), "nieuw/gemeente-dorp.atom")) == 2
    assert titels(blik(regio), "nieuw/gemeente-eiland.atom") == []
    december = blik(regio, Datum(2023, 12, 5))
    area = regio.werkingsgebieden["klein-mini"].gemeenten
    told = {key for key in regio.gemeenten if titels(december, f"nieuw/{key}.atom")}
    assert told == set(area)


def test_a_meeting_that_is_cancelled_is_told_no_more(regio: Regio) -> None:
    off = anders(regio, "vergaderingen", "raad-2090", stand=StandVergadering.AFGELAST)
    assert titels(blik(off)) == []


def test_what_became_known_late_is_told_on_the_day_it_did(regio: Regio) -> None:
    pad = "overleg/vergaderingen/raad-2090.yml"

    def dag(number: int, veld: str, gewicht: Gewicht = Gewicht.BETEKENIS) -> Dag:
        field = Veldwijziging((veld,), {}, NIETS, "x", gewicht)
        one = Recordwijziging(pad, Gebeurtenis.GEWIJZIGD, gewicht, "Raad", (field,))
        return Dag(datetime.date(2090, 2, number), (one,))

    def op(*dagen: Dag) -> list[Datum]:
        what = blik(regio, MAART, Geschiedenis(dagen))
        return [one.op for one in verteld(what) if str(one.titel).startswith("15 maart")]

    assert op(dag(20, "datum")) == [Datum(2090, 2, 20)]
    assert op(dag(20, "plaats"), dag(3, "datum")) == [Datum(2090, 2, 13)]
    new = Recordwijziging(pad, Gebeurtenis.NIEUW, Gewicht.BETEKENIS, "Raad")
    assert op(Dag(datetime.date(2090, 2, 25), (new,))) == [Datum(2090, 2, 25)]


@pytest.mark.parametrize(
    ("veld", "naam", "op"),
    [
        ("acties", Itemnaam("lijst-delen", "wat", "Anders"), Datum(2023, 12, 20)),
        ("acties", Itemnaam(), Datum(2023, 12, 20)),
        ("acties", Itemnaam("een-andere", "wat", "Anders"), Datum(2023, 12, 1)),
        ("mijlpalen", Itemnaam("lijst-delen"), Datum(2023, 12, 1)),
    ],
)
def test_a_change_of_another_part_of_its_record_tells_nothing_anew(
    veld: str, naam: Itemnaam, op: Datum, regio: Regio
) -> None:
    fields = (Veldwijziging((veld, 1, "wanneer"), {1: naam}, "2022", "2023", Gewicht.BETEKENIS),)
    one = record("speerpunten/alles-bekend.yml", *fields)
    past = geschiedenis((datetime.date(2023, 12, 20), (one,)))
    what = blik(regio, Datum(2023, 12, 21), past)
    [found] = [each for each in verteld(what) if str(each.titel).startswith("Gepland tot")]
    assert found.op == op


def test_an_entry_keeps_its_key_until_its_day_is_another(regio: Regio) -> None:
    before = {one.sleutel for one in verteld(blik(regio))}
    titled = blik(anders(regio, "vergaderingen", "raad-2090", titel="Anders", plaats="Elders"))
    assert {one.sleutel for one in verteld(titled)} == before
    later = blik(anders(regio, "vergaderingen", "raad-2090", datum=Datum(2090, 3, 16)))
    assert before.isdisjoint(one.sleutel for one in verteld(later))


# ---------------------------------------------------------------- what changed


def in_tekst(one: Bericht) -> list[str]:
    return ["".join(map(str, line)) for line in one.regels]


def test_each_change_that_matters_is_told_in_plain_words_with_where_it_stands(
    regio: Regio,
) -> None:
    found = {
        str(one.titel): (in_tekst(one), one.pad) for one in verteld(blik(regio, DAG, ALLERLEI))
    }
    assert found == {
        'Speerpunt: Samen & sterk: "2 > 1". De eerste actie is klaar.': (
            [
                "Acties: -Delen met ouders @ school: Stand: loopt, was niet gestart",
                "Voor ouders: Nieuw. En kort, was Oud. En kort",
                "Bestuurlijk trekker: 's-Stad, was onbekend",
                "Opdracht: iets (nieuw)",
                "Planning: iets (weggehaald)",
                "En nog 1 veld.",
            ],
            "agenda/alles-bekend/",
        ),
        'Nieuw op deze site: Toch twee lijsten: "PO" & "VO"': (
            ["Er komen twee lijsten."],
            "overleg/besluiten/twee-lijsten/",
        ),
        "Nieuwe cijfers: Kinderen met hulp": (["Nieuwe cijfers over 2022."], "monitor/hulp/"),
        "Hulp: Steunpunt Dorp & Co": (["Telefoon: gewijzigd"], "hulp/#steunpunt-dorp"),
        "Telt niet meer mee: Weg woord": ([], "nieuw/2026-10/#2026-10-30-begrippen-weg"),
    }


def test_an_area_and_a_municipality_are_told_their_own(regio: Regio) -> None:
    what = blik(regio, DAG, ALLERLEI)
    told = {one.bestand: len(berichten(what, one)) for one in kanalen(what)}
    assert {key: n for key, n in told.items() if n} == {
        "nieuw.atom": 5,
        "data/v1/besluiten.atom": 2,
        "nieuw/agenda.atom": 1,
        "nieuw/overleg.atom": 1,
        "nieuw/monitor.atom": 1,
        "nieuw/hulp.atom": 1,
        "nieuw/regio.atom": 1,
        "nieuw/gemeente-dorp.atom": 2,
        "nieuw/gemeente-stad.atom": 1,
    }


def test_a_change_keeps_its_key_whatever_comes_after_it(regio: Regio) -> None:
    before = [one.sleutel for one in verteld(blik(regio, DAG, ALLERLEI))]
    assert len(set(before)) == len(before) == 5
    renamed = record(
        "hulp/ander.yml", gebeurtenis=Gebeurtenis.HERNOEMD, was="hulp/steunpunt-dorp.yml"
    )
    later = geschiedenis((datetime.date(2026, 11, 1), (renamed,)))
    after = replace(later, dagen=(*later.dagen, *ALLERLEI.dagen))
    found = [one.sleutel for one in verteld(blik(regio, DAG, after))]
    assert found[-5:] == before
    other = regio.instellingen.model_copy(update={"id": "andere-regio"})
    for one in (regio, replace(regio, instellingen=other)):
        what = blik(one, DAG, ALLERLEI)
        ids = set(re.findall(rb"urn:uuid:[^<]+", als_atom(what, kanaal(what), SITE)))
        assert len(ids) == 6
        assert (b"urn:uuid:7dbbece1-4816-58e6-8759-f89664585c10" in ids) is (one is regio)


def test_a_file_may_have_been_called_anything(regio: Regio) -> None:
    """By what today's rules refuse: it is gone since, and its day is told all the same."""
    names = ("a b", "<b>", '"x"', "é", "..", "%2e", "x\u202ey", "naam#plek")
    gone = [
        record(f"{folder}/{name}.yml", gebeurtenis=Gebeurtenis.VERVALLEN, titel="")
        for folder in ("hulp", "bestaat-niet")
        for name in names
    ]
    what = blik(regio, DAG, geschiedenis((OKTOBER, tuple(gone))))
    raw = als_atom(what, kanaal(what), SITE)
    assert gebreken(raw) == []
    assert raw.count(b"<entry>") == len(gone)


def test_of_a_day_with_very_much_the_rest_is_told_in_one(regio: Regio) -> None:
    many = tuple(record(f"begrippen/woord-{n}.yml") for n in range(30))
    what = blik(regio, DAG, geschiedenis((OKTOBER, many)))
    found = verteld(what)
    assert len(found) == PER_DAG + 1
    assert (str(found[-1].titel), found[-1].pad) == (
        "30 oktober 2026: nog 10 wijzigingen",
        "nieuw/2026-10/#2026-10-30",
    )
    assert found[-1].sleutel != verteld(what, "nieuw/regio.atom")[-1].sleutel


def test_of_the_rest_each_indicator_with_new_figures_counts(regio: Regio) -> None:
    keys = [Itemnaam(f"{name}/gemeente-dorp/2022") for name in ("hulp", "inwoners")]
    figures = (
        Veldwijziging(("rijen", n), {1: key}, NIETS, NIETS, Gewicht.BETEKENIS, verborgen=True)
        for n, key in enumerate(keys)
    )
    many = [record(f"monitor/indicatoren/iets-{n}.yml") for n in range(PER_DAG)]
    day = (*many, record("monitor/waarnemingen/plan.csv", *figures))
    found = verteld(blik(regio, DAG, geschiedenis((OKTOBER, day))))
    assert str(found[-1].titel) == "30 oktober 2026: nog 2 wijzigingen"


def test_the_newest_of_a_year_are_told_and_no_more_than_fifty(regio: Regio) -> None:
    days = [OKTOBER - datetime.timedelta(days=7 * n) for n in range(80)]
    every = geschiedenis(*((day, (record("begrippen/sbo.yml"),)) for day in days))
    found = verteld(blik(regio, DAG, every))
    assert len(found) == MEEST
    assert found[0].op == Datum(2026, 10, 30)
    few = geschiedenis(*((day, (record("begrippen/sbo.yml"),)) for day in days[45:]))
    assert len(verteld(blik(regio, DAG, few))) == 7, "the last seven weeks of the year"
    for one in (every, few):
        what = blik(regio, DAG, one)
        assert gebreken(als_atom(what, kanaal(what), SITE)) == []


# ---------------------------------------------------------------- a strict reader


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("dag", [DAG, MAART, Datum(2023, 12, 5)])
def test_a_strict_reader_takes_every_feed(geladen: Loaded, taal: str, dag: Datum) -> None:
    assert geladen.regio is not None
    what = Blik(geladen.regio, geladen.catalogi[taal].vertaler(), dag)
    made = dict(feeds(what, SITE))
    assert made == dict(feeds(replace(what), SITE)), "the same data and day give the same bytes"
    assert {path: wrong for path, raw in made.items() if (wrong := gebreken(raw))} == {}


@voorbeelden(60)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
@example(text="]]> <![CDATA[ x ]]> &amp; <!-- -- --> <?php ?> </div></summary>")
@example(text="bel \x07, nul \x00, vt \x0b, c1 \x85\x9f, del \x7f, \ufffe\uffff")
@example(text="👩\u200d👧 مرحبا \u202eachterstevoren\u202c €")
@example(text="lang " * 60)
def test_any_text_gives_a_feed_that_a_strict_reader_takes(regio: Regio, text: str) -> None:
    settings_ = regio.instellingen.model_copy(update={"titel": text})
    what = anders(regio, "vergaderingen", "raad-2090", titel=text, plaats=text)
    for taal in ("nl", "en"):  # in English what is not translated is marked piece by piece
        shown = Blik(replace(what, instellingen=settings_), Vertaler(taal), MAART)
        raw = als_atom(shown, kanaal(shown), SITE)
        assert gebreken(raw) == []
        assert raw.count(b"<entry>") == 2


GOED = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>Titel</title>'
    "<id>urn:uuid:a58eef4f-324a-5a0f-bf47-d7255ba8244c</id><updated>2090-02-13T00:00:00Z</updated>"
    '<author><name>Site</name></author><link rel="self" href="https://x.example/nieuw.atom"/>'
    "<entry><title>Een</title><id>urn:uuid:925fbdb3-5714-569b-970b-ae083c1f2a60</id>"
    "<published>2090-02-13T00:00:00Z</published><updated>2090-02-13T00:00:00Z</updated>"
    '<link rel="alternate" href="https://x.example/a/"/><summary type="xhtml">'
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>Tekst</p></div></summary></entry></feed>'
)


@pytest.mark.parametrize(
    ("oud", "nieuw", "gezegd"),
    [
        ("</feed>", "", "geen XML"),
        ("Tekst", "Te\x0bkst", "geen XML"),
        ("Tekst", "Te\x85kst", "stuurteken U+0085"),
        (' xml:lang="nl"', "", "zonder xml:lang"),
        ("<title>Titel</title>", "", "0 keer title in feed"),
        ("<title>Titel</title>", "<title> </title>", "titel zonder tekst"),
        ("<title>Een</title>", "<title>Een</title><title>Twee</title>", "2 keer title in entry"),
        ("<title>Een</title>", "<title>E<b/>en</title>", "elementen in title"),
        ("<author><name>Site</name></author>", "", "zonder auteur"),
        ("<name>Site</name>", "", "author zonder één naam"),
        ('<link rel="self" href="https://x.example/nieuw.atom"/>', "", "adres van zichzelf"),
        ("https://x.example/a/", "../a/", "is niet heel"),
        ("https://x.example/a/", "https://x.example/a b/", "is niet heel"),
        ('rel="alternate"', 'rel="eigen"', "relatie 'eigen'"),
        ("urn:uuid:925fbdb3-5714-569b-970b-ae083c1f2a60", "besluit 1", "id 'besluit 1'"),
        (
            "urn:uuid:925fbdb3-5714-569b-970b-ae083c1f2a60",
            "urn:uuid:a58eef4f-324a-5a0f-bf47-d7255ba8244c",
            "staat er 2 keer",
        ),
        ("<published>2090-02-13T00:00:00Z", "<published>2090-02-30T00:00:00Z", "moment"),
        ("<published>2090-02-13T00:00:00Z", "<published>2090-02-13", "moment"),
        ("<published>2090-02-13", "<published>2090-02-14", "voor hij er was"),
        ("<entry>", "<entry>los", "losse tekst in entry"),
        ("<entry>", "<entry><pubDate>x</pubDate>", "hoort niet in entry"),
        ('type="xhtml"', 'type="markdown"', "soort 'markdown'"),
        ("<p>Tekst</p>", "<script>Tekst</script>", "script in summary"),
        ("<p>Tekst</p>", "<p> </p>", "summary zonder tekst"),
        ("</div>", "</div>los", "is niet één div"),
        ('<summary type="xhtml">', '<summary type="xhtml" taal="nl">', "attribuut taal"),
        ('xml:lang="nl"', 'xml:lang="n l"', "taal 'n l'"),
    ],
)
def test_the_strict_reader_of_these_tests_tells_what_is_wrong(
    oud: str, nieuw: str, gezegd: str
) -> None:
    assert gebreken(GOED.encode()) == []
    assert oud in GOED
    found = gebreken(GOED.replace(oud, nieuw, 1).encode())
    assert any(gezegd in one for one in found), found
