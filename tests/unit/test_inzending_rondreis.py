"""Any arrangements, written into the columns of the template and imported, are the same again."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given
from hypothesis import strategies as st

from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.vragen import Antwoord, Vraag, vragen
from macros.lezing import vondsten
from macros.load import load
from macros.model.arrangement import Arrangement
from macros.model.basis.invultekst import is_invultekst
from macros.model.basis.tekst import LANGSTE_REGEL
from macros.model.basis.verwijzing import naar_id
from macros.source.nodes import parse
from macros.source.writer import canonical
from tests.langzaam import voorbeelden
from tests.unit.invulling import boek, gezegd, ingelezen
from tests.unit.mini import DAG, DATA_MINI

GELEZEN = load(DATA_MINI, DAG).regio
assert GELEZEN is not None
REGIO = GELEZEN

PIECES = (
    *("woord", "Één", "🎒", "‘ja’", "“nee”", "…", "Š", "lang" * 30, "\u200d"),
    *"'\"#:-!*%`[]|>?,\\=~/$^+.()_",
    *("no", "2021", "15:00", "0123", "null", "---", "- ", ": ", " #", "? ", ">-", "50%", "(x)"),
    *(" ", " ", " ", "  ", "\u00a0"),
)
LINE = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=11)
    .flatmap(lambda pieces: st.permutations(["woord", *pieces]))
    .map(lambda pieces: "".join(pieces).strip(" \u00a0"))
    .filter(lambda text: len(text) <= LANGSTE_REGEL and not text.startswith("="))
    .filter(lambda text: not is_invultekst(text) and not any(vondsten(text)))
)
TITLE = LINE.filter(naar_id)
PARAGRAPHS = st.lists(LINE, min_size=1, max_size=3).flatmap(
    lambda lines: (
        st.sampled_from(["\n", "\n\n"])
        .map(lambda end: end.join(lines))
        .filter(lambda text: not any(vondsten(text)))
    )
)
DATES = st.sampled_from(["2021", "2021-07", "2021-07-01", "1999-12-31"])
Antwoorden = dict[tuple[str, ...], Any]


def een(vraag: Vraag) -> st.SearchStrategy[Any]:
    """One value, as it stands in a data file."""
    if vraag.antwoord is Antwoord.KEUZE:
        return st.sampled_from([one.value for one in vraag.opties])
    if vraag.antwoord is Antwoord.VERWIJZING:
        return st.sampled_from([one.id for one in namen(REGIO, vraag)])
    if vraag.antwoord is Antwoord.DATUM:
        return DATES
    if vraag.antwoord is Antwoord.GROEP:
        return st.fixed_dictionaries(
            {vraag.hoofd: st.sampled_from([one.value for one in vraag.opties])},
            optional={vraag.aandeel: st.sampled_from(["0", "5", "16"]), vraag.toelichting: LINE},
        )
    return PARAGRAPHS if vraag.antwoord is Antwoord.ALINEAS else LINE


def antwoord(vraag: Vraag) -> st.SearchStrategy[Any]:
    """A value, values, ``onbekend`` or (None) nothing, as the question allows."""
    if vraag.loc == ("titel",):
        return TITLE
    found = een(vraag)
    if vraag.meer:
        found = st.lists(
            found,
            min_size=1,
            max_size=3,
            unique_by=lambda one: str(one.get(vraag.hoofd)) if isinstance(one, dict) else one,
        )
    if vraag.mag_onbekend:
        return found | st.just("onbekend")
    return found if vraag.verplicht else found | st.none()


def passend(answers: Antwoorden) -> Antwoorden:
    """What the rules ask of an arrangement."""
    if answers["afwijkingen",]:
        answers["experiment",] = "ja"
    if answers["herkomst", "zekerheid"] == "bevestigd":
        answers["herkomst", "bron"] = "plan"
    return answers


SETS = st.lists(
    st.fixed_dictionaries({vraag.loc: antwoord(vraag) for vraag in vragen()}).map(passend),
    min_size=1,
    max_size=3,
    unique_by=lambda answers: naar_id(answers["titel",]),
)


def als_record(answers: Antwoorden) -> Arrangement:
    """The record that a file with these values would give."""
    value: dict[str, Any] = {"id": naar_id(answers["titel",])}
    for loc, one in answers.items():
        group = value.setdefault(loc[0], {}) if len(loc) > 1 else value
        if one is not None:
            group[loc[-1]] = one
    return Arrangement.model_validate(value)


def cel(vraag: Vraag, one: Any) -> str:
    if isinstance(one, dict):
        share = f" {one[vraag.aandeel]}%" if vraag.aandeel in one else ""
        remark = f" ({one[vraag.toelichting]})" if vraag.toelichting in one else ""
        return f"{one[vraag.hoofd]}{share}{remark}"
    if vraag.antwoord is Antwoord.VERWIJZING:
        return next((known.keuze for known in namen(REGIO, vraag) if known.id == one), one)
    return str(one)


def als_rij(answers: Antwoorden, teken: str) -> dict[str, Any]:
    """The same as somebody would type it in."""
    return {
        vraag.label: teken.join(cel(vraag, each) for each in one)
        if isinstance(one, list)
        else cel(vraag, one)
        for vraag in vragen()
        if (one := answers[vraag.loc]) is not None
    }


WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)
"""To make a failure smaller takes minutes: each example has thirty answers."""


@voorbeelden(8, phases=WITHOUT_SHRINKING)
@given(SETS, st.sampled_from(["; ", ";", "\n"]))
def test_what_is_typed_in_comes_out_the_same(sets: list[Antwoorden], teken: str) -> None:
    raw = boek(*(als_rij(answers, teken) for answers in sets))
    assert [one for one in gezegd(raw, REGIO) if ": let op: " not in one] == []
    values = [document.value for document in ingelezen(raw, REGIO).documenten.values()]
    assert [Arrangement.model_validate(one) for one in values] == [als_record(one) for one in sets]
    for value in values:
        document, issues = parse(canonical(value), "x.yml")
        assert issues == []
        assert document is not None
        assert document.value == value
