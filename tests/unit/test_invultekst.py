"""Which texts only fill a place, in any language, and which only look like it."""

from __future__ import annotations

from macros.model.basis.invultekst import is_invultekst

VULLING = """
Onbekend|ONBEKEND|onbekend.|(onbekend)|"Nog onbekend"|nog niet bekend!|n.n.b.|NNB|n.t.b.|Nader te bepalen
todo|TODO|To do|TODO: schrijf dit nog|Nog TODO|xxx|XXX|xxxx|aaa|?|???|...|-|—|_|lorem ipsum
Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.
De datum is n.n.b. en de plaats ook.|[invullen]|<invullen>|Hier komt de tekst|weten we nog niet
Unknown|unknown.|Not yet known|TBD|T.B.D.|tba|n/a|null|NULL|None|~|nil|NaN|undefined|x|X|xx|(leeg)|nog navragen|To be announced|Unbekannt|Inconnu|غير معروف
""".replace("\n", "|").split("|")

TEKST = """
Het is onbekend hoeveel kinderen dit zijn.|Onbekend verzuim|De onbekende verwijzer|Nee|Ja|Geen|Po|3|1.2
Wat is er nog niet bekend?|Test|Tekst|R&D|50%|AAA-status|Volgt de wet|Nul|Uitzoeken|Nullijn|X en Y|Ook voor de todolijst|ee
""".replace("\n", "|").split("|")


def test_what_only_fills_a_place_is_known_in_any_spelling_and_language() -> None:
    some = [one for one in VULLING if one]
    assert len(some) > 40
    assert [one for one in some if not is_invultekst(one)] == []


def test_a_text_that_says_something_may_hold_the_same_words() -> None:
    assert [one for one in TEKST if one and is_invultekst(one)] == []
