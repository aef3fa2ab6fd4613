"""What an editor reads when something in the catalogue is wrong."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from catalog.catalogue.load import load_catalog, parse_catalog
from catalog.model.base import Verweis
from catalog.model.catalogue import CatalogFile
from catalog.reading import nodes
from catalog.reading.problems import CatalogError, FolderError
from pydantic import BaseModel
from tiny import TINY, tiny_with

CASES = sorted(Path(__file__).with_name("problems").glob("*.yml"))
NEVER_BUILT = "Die bisherige Website bleibt unverändert."


def report(text: str) -> list[str]:
    """The lines an editor sees, without the closing one."""
    with pytest.raises(CatalogError) as caught:
        parse_catalog(text)
    *lines, closing = str(caught.value).splitlines()
    assert closing.endswith(NEVER_BUILT)
    return lines


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def every_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run with the fast parser, which may be missing, and with the one that is always there."""
    if not hasattr(yaml, request.param):
        pytest.skip(
            "Dieses PyYAML hat keinen schnellen Parser. Damit diese Tests laufen: rm -r .venv && make test"
        )
    monkeypatch.setattr(nodes, "_Loader", getattr(yaml, request.param))


@pytest.mark.usefixtures("every_loader")
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_golden_case(file: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    text = case["catalog"] if "catalog" in case else tiny_with(case["sections"])
    assert report(text) == case["problems"]


@pytest.mark.usefixtures("every_loader")
def test_tiny_catalogue_is_valid_in_every_way_to_write_lines() -> None:
    for text in (TINY, TINY.replace("\n", "\r\n"), TINY.rstrip("\n"), f"{TINY}...\n", f"---\n{TINY}"):
        assert len(list(parse_catalog(text))) == 16


def test_byte_order_mark_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "catalog.yml"
    file.write_bytes(b"\xef\xbb\xbf" + TINY.encode())
    assert len(list(load_catalog(file))) == 16


@pytest.mark.parametrize(
    ("encoding", "line"),
    [("cp1252", 21), ("utf-16", 1), ("utf-16-le", 1)],
    ids=["cp1252", "utf-16", "utf-16-le"],
)
def test_wrong_encoding(tmp_path: Path, encoding: str, line: int) -> None:
    file = tmp_path / "catalog.yml"
    file.write_bytes(TINY.replace("●", "x").replace("◐", "y").replace("○", "z").encode(encoding))
    with pytest.raises(CatalogError, match=rf"^catalog.yml:{line}: Die Datei ist nicht in UTF-8 gespeichert"):
        load_catalog(file)


def test_binary_file(tmp_path: Path) -> None:
    file = tmp_path / "catalog.yml"
    file.write_bytes(bytes(range(256)))
    with pytest.raises(CatalogError, match="nicht in UTF-8"):
        load_catalog(file)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"^catalog.yml: Die Datei fehlt\."):
        load_catalog(tmp_path / "catalog.yml")


def test_folder_instead_of_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"Die Datei lässt sich nicht lesen\."):
        load_catalog(tmp_path)


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "catalog.yml"
    with file.open("wb") as stream:
        stream.truncate(nodes.MAX_BYTES + 1)
    with pytest.raises(CatalogError, match="größer als 32 MB"):
        load_catalog(file)


@pytest.mark.parametrize(
    "char", "\x00\x07\x1b\x7f\x85\u2028\u2029\ufeff\ufffe", ids=lambda c: f"U+{ord(c):04X}"
)
def test_invisible_control_characters(char: str) -> None:
    text = TINY.replace('"Ein Papier"', f'"Ein{char}Papier"')
    assert report(text) == [
        f"catalog.yml:6: Hier steht ein unsichtbares Steuerzeichen (U+{ord(char):04X}). Löschen Sie es."
    ]


def test_lone_carriage_return_is_no_line_end() -> None:
    assert "Steuerzeichen (U+000D)" in report(TINY.replace("\n", "\r", 1))[0]


def test_alias_bomb_is_never_expanded() -> None:
    levels = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 200))
    lines = report(f'b0: &b0 ["x"]\n{levels}')
    assert len(lines) == 399


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n"])
def test_deep_nesting_stops_early(opening: str) -> None:
    deep = "".join(" " * n + "a:\n" for n in range(60)) if opening == "a:\n" else opening * 10_000
    (line,) = report(f"quellen:\n  {deep}" if opening != "a:\n" else deep)
    assert "zu viele Ebenen" in line


def test_very_long_number() -> None:
    (line,) = report(TINY.replace("2010", "9" * 5000))
    assert line.endswith(
        "Hier wird eine ganze Zahl erwartet, ohne Anführungszeichen. Hier steht „" + "9" * 59 + "…“."
    )


def test_every_message_is_one_short_line() -> None:
    text = TINY.replace("id: netzwerke", 'id: "' + "Ein sehr langer\\nText " * 500 + '"')
    assert max(map(len, report(text))) < 500


@pytest.mark.parametrize("error", [CatalogError, lambda name, problems: FolderError(problems)])
def test_a_refusal_without_a_reason_cannot_be_made(
    error: Callable[[str, list[CatalogError]], Exception],
) -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        error("catalog.yml", [])


def references(model: type[BaseModel], data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every reference to an entry in written data."""
    for name, value in data.items():
        field = model.model_fields[name]
        for index, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            place = (*way, name) if index is None else (*way, name, index)
            if isinstance(item, dict):
                yield from references(inner(field.annotation), item, place)
            elif set(get_args(Verweis)[1:]) & {
                *field.metadata,
                *get_args((*get_args(field.annotation), str)[0]),
            }:
                yield place


def inner(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(inner, get_args(annotation))), None)


WRITTEN = yaml.safe_load(TINY)
REFERENCES = list(references(CatalogFile, WRITTEN))
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def test_the_smallest_catalogue_holds_every_kind_of_reference() -> None:
    assert {[part for part in way if isinstance(part, str)][-1] for way in REFERENCES} == {
        *("quelle", "quellen", "empfehlung", "empfehlungen", "erfolgsfaktoren", "stellschrauben", "fragen"),
        *("zusatzfragen", "leitfaeden", "beispiele", "glossar", "verwandt", "kommunenarten", "gremium"),
        *("laender", "belegt_durch"),
    }


# The same lines, two hundred times: counting branches would only take time.
@pytest.mark.no_cover
@pytest.mark.parametrize("reference", ["gibt-es-nicht", "Falsch Geschrieben", "", " "])
@pytest.mark.parametrize("way", REFERENCES, ids=lambda way: ".".join(map(str, way)))
def test_no_reference_leads_nowhere(way: tuple[Any, ...], reference: str) -> None:
    place = data = copy.deepcopy(WRITTEN)
    for key in way[:-1]:
        place = place[key]
    place[way[-1]] = reference
    lines = report(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False))
    assert any(("gibt es" if reference.strip() else "ist leer") in line for line in lines)


def test_unknown_source_is_found_wherever_it_is_cited() -> None:
    expected = TINY.count("quelle: papier") + TINY.count("[papier]")
    assert len(report(TINY.replace("id: papier", "id: buch"))) == expected


def test_very_many_wrong_fields_are_told_in_part() -> None:
    """A file of another program has thousands; each took its time, and nobody reads them."""
    lines = report(TINY + "".join(f"f{number}: 1\n" for number in range(600)))
    assert len(lines) == 501
    assert lines[0] == "catalog.yml: Mehr als 500 Angaben stimmen nicht. Beheben Sie zuerst die genannten."
