"""The style sheets as they are joined, and rules that may not return."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.site.stijl import stijlbladen
from tests.unit.mini import ROOT

CSS = ROOT / "docs/theme/assets/css"


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of every rule, inside a condition or not."""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        yield selectors.rpartition(";")[2].strip(), body


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site.css").write_text('/* parts */\n@import "een.css";\n@import "twee.css";\n')
    (tmp_path / "een.css").write_text("/* one */\na {\n  color: red; /* why */\n}\n\n")
    (tmp_path / "twee.css").write_text(
        "b { color: blue; }\n@media print {\n  b { color: black; }\n}\n@media screen {\n  i { top: 0; }\n}\n"
    )
    (tmp_path / "druk.css").write_text("p { margin: 0; }\n")
    return tmp_path


def test_parts_become_one_sheet_for_all_media_and_one_for_paper(folder: Path) -> None:
    assert stijlbladen(folder) == {
        "site.css": "a{color:red}\nb{color:blue}\n@media screen{i{top:0}\n}\n",
        "druk.css": "b{color:black}\np{margin:0}\n",
    }


def test_part_that_is_not_there_stops_the_build(folder: Path) -> None:
    (folder / "een.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"een\.css"):
        stijlbladen(folder)


def test_every_file_of_the_folder_is_a_part() -> None:
    named = re.findall(r'@import "([^"]+)"', (CSS / "site.css").read_text(encoding="utf-8"))
    assert sorted([*named, "site.css", "druk.css"]) == sorted(file.name for file in CSS.iterdir())


def test_sheet_for_all_media_has_no_rule_for_paper() -> None:
    sheets = stijlbladen(CSS)
    assert "@media print" not in sheets["site.css"] + sheets["druk.css"]
    assert "@import" not in sheets["site.css"] + sheets["druk.css"]
    assert ".aantekeningen{display:block;" in sheets["druk.css"]


def sizes(css: str) -> list[str]:
    """Every size of letters that a rule sets."""
    return re.findall(r"(?:font-size|(?<![\w-])font):([^;}]+)", css)


PAGINANUMMER = '9pt "Atkinson Hyperlegible Next",sans-serif'
"""In the margin of a sheet, where no name of a size is known."""

SCALE = re.compile(r"(--t-[a-z0-9]+):([^;}]+)")


def test_letters_have_a_size_of_the_one_scale() -> None:
    for name, css in stijlbladen(CSS).items():
        found = {one.strip() for one in sizes(css)} - {"inherit", PAGINANUMMER}
        assert found - {f"var({step})" for step, _ in SCALE.findall(css)} == set(), name
        assert len(found) > 0, name


def test_no_letter_is_smaller_than_14_px_on_a_screen_or_9_points_on_paper() -> None:
    sheets = stijlbladen(CSS)
    screen, paper = (SCALE.findall(sheets[name]) for name in ("site.css", "druk.css"))
    assert {step for step, _ in screen} - {step for step, _ in paper} == {"--t-tekening"}
    px = [float(size[:-2]) if "px" in size else 16 * float(size[:-3]) for _, size in screen]
    assert min(px) >= 14
    assert min(float(size.removesuffix("pt")) for _, size in paper) >= 9


def test_only_an_open_popover_looks_for_another_place() -> None:
    """WebKit hangs when what holds a closed popover with fallbacks is hidden."""
    found = [
        selector
        for sheet in stijlbladen(CSS).values()
        for selectors, body in rules(sheet)
        if "position-try" in body
        for selector in selectors.split(",")
    ]
    assert found
    assert [selector for selector in found if not selector.endswith(":popover-open")] == []


IN_HET_MIDDEN = ".begrip-uitleg"
"""Half of the screen from the left, and back by half of itself: the same seen from either side."""


def test_no_side_is_called_left_or_right_because_a_page_may_run_the_other_way() -> None:
    """Start and end are sides that turn with the page. Borders that make an arrow have no name."""
    by_name = r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right):"
    by_name += r"|text-align:(?:left|right)|float:(?:left|right)(?!;float:inline)"
    four = r"(?<![\w-])(?:margin|padding|inset):([^\s;()]+) ([^\s;()]+) ([^\s;()]+) ([^\s;()]+)(?=;|\s*$)"
    found = [
        f"{selectors}: {body.strip()}"
        for selectors, body in rules("".join(stijlbladen(CSS).values()))
        if not selectors.startswith('[dir="rtl"]')
        and (
            re.search(by_name, body)
            or any(right != left for _, right, _, left in re.findall(four, body))
        )
    ]
    assert [one for one in found if not one.startswith(IN_HET_MIDDEN)] == []
    assert len(found) == 1
