"""Values as data files have them, many alike: fields of a speerpunt and others, right or wrong."""

from __future__ import annotations

from hypothesis import strategies as st

from macros.source.nodes import Value

TEKST = st.sampled_from(
    [*"abc", "onbekend", "2021-07", "een twee drie vier", "een twee drie vijf", "15:00", ""]
)
BLAD = st.one_of(TEKST, st.none())
HERKOMST = st.fixed_dictionaries(
    {"bron": st.sampled_from("ab"), "peildatum": TEKST}, optional={"vindplaats": TEKST}
)
ACTIE = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd")},
    optional={
        "wat": TEKST,
        "stand": TEKST,
        "door": st.one_of(TEKST, st.lists(TEKST, max_size=4)),
        "herkomst": HERKOMST,
    },
)
PLANJAAR = st.fixed_dictionaries({}, optional={"jaar": st.sampled_from("123"), "wat": TEKST})
VRIJ: st.SearchStrategy[Value] = st.recursive(
    BLAD, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from("xyz"), one)
)
RECORD: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {},
    optional={
        "id": TEKST,
        "titel": TEKST,
        "samen": TEKST,
        "status": st.sampled_from(["actief", "gearchiveerd"]),
        "acties": st.lists(ACTIE, max_size=5),
        "planning": st.lists(PLANJAAR, max_size=4),
        "herkomst": st.one_of(HERKOMST, TEKST),
        "vroeger": VRIJ,
        "los": st.lists(st.one_of(VRIJ, ACTIE), max_size=4),
    },
)
PAD = st.sampled_from(
    ["speerpunten/a.yml", "speerpunten/b.yml", "speerpunten/c.yml", "agenda.yml", "agendas/a.yml"]
)
STAAT = st.dictionaries(PAD, st.one_of(RECORD, VRIJ), max_size=4)
