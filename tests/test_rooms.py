"""Protects the house: arrows point down only, rooms stay small enough to know."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

CATALOG = ROOT / "hooks" / "catalog"
TOOLS = {"suche", "kurzcheck", "musterantrag", "mitmachen", "kommune", "werkstatt"}
# From the ground up; a room may import what lies on a lower floor.  The picture in the README shows the same.
FLOORS = (
    {"reading"},
    {"model"},
    {"checking"},
    {"catalogue"},
    {"documents", "barrierefreiheit"},
    TOOLS,
    {"publishing"},
    {"pages"},
    {"site"},
)
# Within a floor, and upward, nothing else is allowed. A workshop reads many Kurz-Checks: their scoring is published.
EXCEPTIONS = {("werkstatt", "kurzcheck")}

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
MODULES_PER_ROOM = 10
MODULES = sorted(CATALOG.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(CATALOG).parts[0]


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imported_rooms(path: Path) -> Iterator[str]:
    """Yield the rooms of the package that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 2 and node.module:
            yield node.module.split(".")[0]


def imported_modules(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            yield path.parents[node.level - 1].joinpath(*node.module.split(".")).with_suffix(".py")


def test_every_room_has_a_floor_and_a_sentence() -> None:
    rooms = {path.name for path in CATALOG.iterdir() if (path / "__init__.py").is_file()}
    assert rooms == set().union(*FLOORS)
    for name in rooms:
        assert ast.get_docstring(ast.parse((CATALOG / name / "__init__.py").read_text(encoding="utf-8")))


def test_arrows_point_down_only() -> None:
    wrong = [
        f"{path.relative_to(CATALOG)} imports {other}"
        for path in MODULES
        if path.parent != CATALOG
        for other in imported_rooms(path)
        if other != room(path) and floor(other) >= floor(room(path)) and (room(path), other) not in EXCEPTIONS
    ]
    assert wrong == []


def test_no_module_imports_itself_over_others() -> None:
    arrows = {path: set(imported_modules(path)) for path in MODULES}
    done: set[Path] = set()

    def visit(path: Path, way: tuple[Path, ...]) -> None:
        assert path not in way, " → ".join(step.stem for step in (*way, path))
        if path not in done:
            for other in arrows.get(path, ()):
                visit(other, (*way, path))
            done.add(path)

    for path in MODULES:
        visit(path, ())


def test_nothing_below_the_adapter_knows_the_engine() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] in {"mkdocs", "properdocs"} for name in names), path


@pytest.mark.parametrize(
    "folder", sorted(path for path in CATALOG.iterdir() if path.is_dir()), ids=lambda p: p.name
)
def test_rooms_hold_at_most_ten_modules(folder: Path) -> None:
    modules = [path for path in folder.rglob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MODULES_PER_ROOM


def test_modules_and_functions_are_short() -> None:
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") <= LONGEST_MODULE, path
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                assert length <= LONGEST_FUNCTION, f"{path.name}: {node.name} has {length} lines"
