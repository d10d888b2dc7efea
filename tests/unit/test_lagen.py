"""The layers: which module may import which. Read from the code, without running it."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

from tests.unit.mini import ROOT

LAGEN = (
    "macros.discover",
    "macros.bestand",
    "macros.issue",
    "macros.tekst",
    "macros.drempel",
    "macros.node",
    "macros.source",
    "macros.kast",
    "macros.lezing",
    "macros.bescherming.historie",
    "macros.bescherming.disclosure",
    "macros.bescherming.audit",
    "macros.model",
    "macros.rules",
    "macros.taal",
    "macros.bescherming.uitgaven",
    "macros.nalezen",
    "macros.wijziging",
    "macros.load",
    "macros.format",
    "macros.invoer",
    "macros.views",
    "macros.opendata",
    "macros.render",
    "macros.site",
    "macros.bescherming.lekken",
    "macros.proza",
    "macros.werkbank",
    "macros.effect",
    "macros.klok",
    "macros.engine",
    "macros",
    "scripts",
)
"""From low to high: a module imports only from its own layer and from those before it."""

RENDEREND = (
    "macros.render",
    "macros.site",
    "macros.bescherming.lekken",
    "macros.proza",
    "macros.werkbank",
)
"""These know HTML; those below them do not, and only ``engine`` and what is above it know MkDocs."""

_WEG = ("macros.rules", "macros.load", "macros.format")
_BESCHERMING = ("macros.bescherming.disclosure", "macros.bescherming.audit")

EILANDEN: dict[str, tuple[str, ...]] = {
    "macros.bescherming.audit": ("macros.bescherming.disclosure",),
    "macros.model": _BESCHERMING,
    "macros.rules": _BESCHERMING,
    "macros.bescherming.uitgaven": ("macros.rules",),
    "macros.wijziging": ("macros.rules", *_BESCHERMING),
    "macros.invoer": ("macros.bescherming",),
    "macros.views": (*_WEG, "macros.source", "macros.invoer", "macros.bescherming"),
    "macros.opendata": (*_WEG, "macros.source", "macros.invoer", "macros.bescherming"),
    "macros.render": (*_WEG, "macros.source", "macros.bescherming", "macros.invoer.statline"),
    "macros.site": (
        *_WEG,
        "macros.source",
        "macros.model",
        "macros.taal",
        "macros.views",
        "macros.opendata",
        "macros.render",
        "macros.invoer",
        "macros.bescherming",
    ),
    "macros.bescherming.lekken": (
        *_WEG,
        *_BESCHERMING,
        "macros.views",
        "macros.opendata",
        "macros.render",
        "macros.invoer",
    ),
    "macros.werkbank": (
        "macros.bescherming.disclosure",
        "macros.bescherming.lekken",
        "macros.invoer.statline",
        "macros.site",
    ),
    "macros.effect": ("macros.werkbank", "macros.views", "macros.render", "macros.invoer"),
    "macros.engine": ("macros.werkbank", "macros.effect"),
}
"""Lower layers that a layer has no business with all the same: the wings stay apart."""


GEBIEDEN = ("agenda", "arrangement", "hulp", "monitor", "overleg", "regio", "samenwerking")

PER_GEBIED = {
    "macros.model": {
        "basis",
        "geheel",
        "handboek",
        "label",
        "schema",
        "soort",
        "validate",
        "veld",
        "walk",
    },
    "macros.rules": {"elk", "registry", "rondje"},
    "macros.views": {"aanwezig", "basis", "blik", "naam", "onbekend", "verbeteren"},
    "macros.render.blokken": {"registry"},
    "macros.templates": {"delen", "tekening"},
}
"""What has a file or folder for each area, and what stands there that is of no area."""


def modules() -> dict[str, Path]:
    """Every module of macros and scripts, by its name."""
    found = {}
    for folder in ("macros", "scripts"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


MODULES = modules()


@cache
def imports(name: str, *, top_level: bool = False) -> tuple[str, ...]:
    """What a module imports, anywhere or only at its top level."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    found: list[str] = []
    for node in tree.body if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are absolute here"
            module = node.module or ""
            for alias in node.names:
                full = f"{module}.{alias.name}"
                found.append(full if full in MODULES else module)
    return tuple(found)


def eigen(name: str) -> list[str]:
    """Those of our own."""
    return [one for one in imports(name) if one in MODULES]


def laag(name: str) -> str:
    """The layer of a module: the longest one its name begins with."""
    return max((one for one in LAGEN if f"{name}.".startswith(f"{one}.")), key=len)


def test_a_module_imports_only_its_own_layer_and_lower_ones() -> None:
    plaats = {name: LAGEN.index(laag(name)) for name in MODULES}
    assert [
        f"{name} imports {one}"
        for name in MODULES
        for one in eigen(name)
        if plaats[one] > plaats[name]
    ] == []


def test_a_module_leaves_the_layers_alone_that_are_not_its_business() -> None:
    assert [
        f"{name} imports {one}"
        for name in MODULES
        for one in eigen(name)
        if any(f"{one}.".startswith(f"{ver}.") for ver in EILANDEN.get(laag(name), ()))
    ] == []


def test_only_the_edges_know_mkdocs_and_only_rendering_knows_html() -> None:
    html: tuple[str, ...] = ("mkdocs", "material", "jinja2", "markupsafe", "selectolax")
    verboden = dict.fromkeys(LAGEN[: LAGEN.index("macros.engine")], html)
    verboden |= dict.fromkeys(RENDEREND, html[:2])
    assert [
        f"{name} imports {one}"
        for name in MODULES
        for one in imports(name)
        if one.split(".")[0] in verboden.get(laag(name), ())
    ] == []


def test_mkdocs_is_met_in_one_place() -> None:
    """Beside it the canary, which builds the site with other engines."""
    roots = {name: {one.split(".")[0] for one in imports(name)} for name in MODULES}
    found = {name for name, them in roots.items() if them & {"mkdocs", "mkdocs_macros"}}
    assert {name for name in found if not name.startswith("macros.engine.")} == {"scripts.canary"}


def test_only_the_edges_read_the_clock_and_the_environment() -> None:
    """Beside them those that start a program: where it is and what it sees, the computer says."""
    edges = {"macros.klok", "macros.engine", "scripts"}
    asks = re.compile(r"os\.environ|getenv|\.(?:now|today|utcnow)\(|\btime\.time\(")
    assert {
        (name, found)
        for name, file in MODULES.items()
        if laag(name) not in edges
        for found in asks.findall(file.read_text(encoding="utf-8"))
    } == {
        ("macros.node", "os.environ"),
        ("macros.site.zoekindex", "os.environ"),
    }


def test_a_view_is_of_one_value_and_not_of_a_region_and_a_language_apart() -> None:
    """Beside a region or a language alone, which small ones take."""
    apart = {"Regio", "Vertaler"}
    found = []
    for name, file in MODULES.items():
        if laag(name) not in ("macros.views", "macros.render"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                every = (*node.args.args, *node.args.kwonlyargs)
                if apart <= {ast.unparse(one.annotation) for one in every if one.annotation}:
                    found.append(f"{name}.{node.name}")
    assert found == []


def test_nothing_in_macros_imports_scripts() -> None:
    assert [
        f"{name} imports {one}"
        for name in MODULES
        for one in imports(name)
        if name.split(".")[0] == "macros" and one.split(".")[0] in ("scripts", "tests")
    ] == []


def test_what_mkdocs_imports_first_needs_only_the_standard_library() -> None:
    roots = {one.split(".")[0] for one in imports("macros", top_level=True)}
    assert roots <= set(sys.stdlib_module_names)


def test_no_two_modules_import_each_other() -> None:
    graph = {name: {*eigen(name)} - {name} for name in MODULES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_every_layer_exists() -> None:
    assert {laag(name) for name in MODULES} == set(LAGEN)


def test_every_area_has_its_place_under_the_same_name_in_every_layer() -> None:
    for layer, shared in PER_GEBIED.items():
        folder = ROOT / layer.replace(".", "/")
        found = {one.stem for one in folder.iterdir() if not one.stem.startswith("__")}
        assert found == {*GEBIEDEN, *shared}, layer


def test_blocks_and_tables_of_an_area_show_its_own_views_and_those_of_the_region() -> None:
    assert [
        f"{name} imports {one}"
        for folder in ("macros.render.blokken", "macros.opendata.v1")
        for area in GEBIEDEN
        for name in MODULES
        if f"{name}.".startswith(f"{folder}.{area}.")
        for one in eigen(name)
        for other in {*GEBIEDEN} - {area, "regio"}
        if f"{one}.".startswith(f"macros.views.{other}.")
    ] == []


def test_the_blocks_of_an_area_use_its_own_templates() -> None:
    template = re.compile(r'"(?:(\w+)/)?[\w/]+\.html"')
    for area in GEBIEDEN:
        text = MODULES[f"macros.render.blokken.{area}"].read_text(encoding="utf-8")
        assert set(template.findall(text)) == {area}
