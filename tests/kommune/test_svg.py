"""Drawings: nothing runs, nothing is loaded, and what programs write passes."""

from pathlib import Path

import pytest
import yaml
from catalog.kommune.svg import LIMIT, svg_file_problems, svg_problems

HERE = Path(__file__).parent
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def cases(name: str) -> dict[str, bytes]:
    read = yaml.safe_load((HERE / name / "bilder.yml").read_text(encoding="utf-8"))
    filled = {
        case: text.replace("{svg}", SVG).replace("{lang}", "a{x:y}" * 3000) for case, text in read.items()
    }
    return {case: text.encode() for case, text in filled.items()}


HOSTILE = cases("feindlich")
HARMLESS = cases("harmlos")


def test_the_collections_are_large() -> None:
    assert len(HOSTILE) >= 26 + 15


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_drawing_is_refused_at_its_line(case: str) -> None:
    problems = svg_problems(HOSTILE[case])
    assert int(case.partition("|")[2] or 1) in {problem.line for problem in problems}, problems
    assert all(problem.message.endswith(".") for problem in problems)


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_drawing_passes(case: str) -> None:
    assert svg_problems(HARMLESS[case]) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
def test_other_encodings(encoding: str) -> None:
    (problem,) = svg_problems(f"{SVG}<desc>ü</desc></svg>".encode(encoding))
    assert "UTF-8" in problem.message or "kein gültiges SVG" in problem.message


def test_copies_of_copies_are_counted() -> None:
    bomb = SVG + '<g id="a0"><rect/></g>'
    bomb += "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    (problem,) = svg_problems(f"{bomb}</svg>".encode())
    assert "zu vielen Kopien" in problem.message
    (problem,) = svg_problems(f'{SVG}<g id="a"><use href="#a"/></g></svg>'.encode())
    assert "zu vielen Kopien" in problem.message


def drawn_by(attribute: str, element: str, times: int) -> str:
    """Return a drawing in which each part draws the next one some times, each in its own way."""
    path = '<path {}="url(#a{})" d="M0 0 1 1 2 2 3 3"/>'
    parts = "".join(
        f'<{element} id="a{n}">{path.format(attribute, n + 1) * times}</{element}>' for n in range(12)
    )
    return f'{SVG}{parts}<path {attribute}="url(#a0)" d="M0 0"/></svg>'


@pytest.mark.parametrize(
    ("attribute", "element", "times"),
    [("mask", "mask", 3), ("fill", "pattern", 3), ("marker-mid", "marker", 1), ("clip-path", "clipPath", 3)],
)
def test_what_is_drawn_by_its_name_is_counted(attribute: str, element: str, times: int) -> None:
    """A browser draws it anew wherever it is named; some hundred characters stopped one for ever."""
    (problem,) = svg_problems(drawn_by(attribute, element, times).encode())
    assert "zu vielen Kopien" in problem.message
    assert svg_problems(drawn_by("stroke", element, 1).encode()) == []


def test_many_rules_and_many_elements_take_no_time() -> None:
    rules = "".join(f"a{{fill:url(#x{n})}}" for n in range(4000))
    assert svg_problems(f"{SVG}<style>{rules}</style>{'<g/>' * 20_000}</svg>".encode())


def test_size(tmp_path: Path) -> None:
    path = tmp_path / "gross.SVG"
    path.write_bytes(SVG.encode() + b" " * LIMIT + b"</svg>")
    assert "größer als 200 Kilobyte" in svg_file_problems(path)[0].message
    path.write_bytes(SVG.encode() + b"</svg>")
    assert svg_file_problems(path) == []


@pytest.mark.parametrize("start", ["<g>", "<g>a", '<g id="a">'])
def test_deep_nesting_takes_no_time(start: str) -> None:
    deep = 9_000
    assert svg_problems((SVG + start * deep + "</g>" * deep + "</svg>").encode()) == []
