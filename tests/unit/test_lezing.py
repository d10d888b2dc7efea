# ruff: noqa: RUF001
"""The one reading of every text: each case with its right value, and what only looks like one."""

from __future__ import annotations

import pytest

from macros.lezing import Lezing, gemaskeerd, vondsten

MIS: dict[str, tuple[str, ...]] = {
    "e-mailadres": (
        "Mail jan.jansen@ede.nl nu.",
        "Mail jan.jansen%40ede.nl nu.",
        "Mail jan.jansen%2540ede.nl nu.",
        "Mail jan&#64;ede.nl of bel.",
        "Mail jan(at)ede.nl nu.",
        "Mail jan [at] ede.nl nu.",
        "Mail jan [at] ede [dot] nl nu.",
        "Mail jan at ede dot nl nu.",
        "Mail jan apenstaartje ede.nl nu.",
        "Mail jan apenstaartje ede punt nl nu.",
        "Mail jan＠ede.nl nu.",
        "Mail jan﹫ede．nl nu.",
        "Mail jan @ ede.nl nu.",
        "Mail jan@ ede . nl nu.",
        "Mail jan\u200b@ede.nl nu.",
        "Mail jan@e\u00adde.nl nu.",
        "Klik op mailto:jan@ede.nl nu.",
    ),
    "telefoonnummer": (
        "Bel 06 - 12 34 56 78 nu.",
        "Bel 0318 - 123 456 nu.",
        "Bel 06\u201112345678 nu.",
        "Bel 06\u201312345678 nu.",
        "Bel 06\u00a012\u00a034\u00a056\u00a078 nu.",
        "Bel 06\u200912\u200934\u200956\u200978 nu.",
        "Bel 06.12.34.56.78 nu.",
        "Bel 06/12345678 nu.",
        "Bel tel:0612345678 nu.",
        "Bel tel0612345678 nu.",
        "Bel 0612345678nu.",
        "Bel +31612345678 nu.",
        "Bel +31 (0)6 1234 5678 nu.",
        "Bel 0031 6 12 34 56 78 nu.",
        "Bel (0318) 12 34 56 nu.",
        "Bel ０６１２３４５６７８ nu.",
        "Bel 06\u200b1234\u200b5678 nu.",
        "Bel ٠٦١٢٣٤٥٦٧٨ nu.",
    ),
    "klein-aantal": (
        "Er zijn 3 leerlingen.",
        "Er zijn 3-4 kinderen.",
        "Er zijn drie à vier kinderen.",
        "Er zijn tussen de 3 en 5 kinderen.",
        "Er zijn hooguit 4 kinderen.",
        "Er zijn minder dan vijf kinderen.",
        "Er is een drietal jeugdigen.",
        "Er zijn zes plaatsen.",
        "Er zijn 6 lln in de klas.",
        "Er zijn vier thuiszittende kinderen.",
        "Aantal kinderen: 4",
        "There are a couple of children.",
        "There are three young people.",
        "There are 3 pupils.",
        "Er zijn ３ leerlingen.",
        "Er zijn ٣ leerlingen.",
        "Er zijn 3\u200b leer\u00adlingen.",
        "Er zijn 3\u00a0leerlingen.",
    ),
}


@pytest.mark.parametrize("code", MIS)
def test_each_form_of_what_no_text_may_hold_is_found(code: str) -> None:
    assert [
        text
        for text in MIS[code]
        if [one.code for one in vondsten(text) if one.code not in ("stuurteken", "html")] != [code]
    ] == []


def test_a_finding_says_where_it_stands() -> None:
    text = "Bel\u200b jan@ede.nl en 06-12345678."
    assert [(text[one.begin : one.eind], one.code) for one in vondsten(text)] == [
        ("\u200b", "stuurteken"),
        ("jan@ede.nl", "e-mailadres"),
        ("06-12345678", "telefoonnummer"),
    ]


def test_no_message_repeats_an_address_or_number_of_a_person() -> None:
    text = "Mail jan.jansen@ede.nl, bel 06-12345678, BSN 111222333, geboren op 1 mei 2015."
    told = " ".join(f"{one.message} {one.tip}" for one in vondsten(text))
    for secret in ("jansen", "ede.nl", "12345678", "111222333", "1 mei"):
        assert secret not in told
        assert secret not in gemaskeerd(text)


def test_a_region_says_what_a_small_count_is() -> None:
    text = "Er zijn 12 leerlingen."
    assert [*vondsten(text)] == []
    assert [one.code for one in Lezing(drempel=15).vondsten(text)] == ["klein-aantal"]
