"""A section of prose that folds."""

from __future__ import annotations

from macros.render.vouw import gevouwen


def test_a_marked_section_folds_up_to_the_next_heading_and_keeps_its_anchor() -> None:
    html = (
        '<h1>Titel</h1>\n<p>Vooraf.</p>\n<h2 class="vouw" id="a">Een <em>kop</em></h2>\n<p>Binnen.</p>\n'
        '<h3 id="x">Kleiner</h3>\n<div data-blok="0"></div>\n<h2 id="b">Open</h2>\n<p>Buiten.</p>\n'
        '<h2 id="c" class="vouw">Laatste</h2>\n<p>Ook binnen.</p>'
    )
    assert gevouwen(html) == (
        '<h1>Titel</h1>\n<p>Vooraf.</p>\n<details class="vouw">\n'
        '<summary><h2 id="a">Een <em>kop</em></h2></summary>\n<p>Binnen.</p>\n'
        '<h3 id="x">Kleiner</h3>\n<div data-blok="0"></div>\n</details>\n'
        '<h2 id="b">Open</h2>\n<p>Buiten.</p>\n<details class="vouw">\n'
        '<summary><h2 id="c">Laatste</h2></summary>\n<p>Ook binnen.</p>\n</details>\n'
    )


def test_two_marked_sections_are_two_folds_and_a_page_without_them_stays_as_it_is() -> None:
    two = gevouwen('<h2 class="vouw" id="a">A</h2><p>1</p><h2 class="vouw" id="b">B</h2><p>2</p>')
    assert two.count("<details") == two.count("</details>") == 2
    assert two.index("<p>1") < two.index("</details>") < two.index("<p>2")
    plain = '<h2 id="a">A</h2>\n<p>vouw</p>\n<h2 class="vouwen" id="b">B</h2>'
    assert gevouwen(plain) == plain
