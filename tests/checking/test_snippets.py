"""What an editor's text editor offers is current, and what it inserts is a valid entry."""

import re

import pytest
import yaml
from catalog.__main__ import editor_files
from catalog.checking.validation import validate
from catalog.mitmachen.snippets import snippets
from catalog.model.catalogue import model_of
from catalog.model.kinds import KINDS
from catalog.reading.nodes import Written


@pytest.mark.parametrize("path", editor_files(), ids=lambda path: path.name)
def test_files_for_editors_are_current(path) -> None:
    assert path.read_text(encoding="utf-8") == editor_files()[path], "„make schema“ schreibt es neu."


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_a_snippet_is_an_entry_with_its_links(kind) -> None:
    body = "\n".join(snippets()[kind.einzahl]["body"])
    filled = re.sub(r"\$\{\d+[:|]([^,|}]*)[^}]*\}", r"\1", body).replace('"https://"', '"https://a.example"')
    (entry,) = Written.parse(filled).root.value
    assert validate(model_of(kind), entry, "")
    assert entry.value.keys() >= {field for field, _ in kind.links}


def test_places_to_fill_in_are_numbered() -> None:
    for snippet in snippets().values():
        numbers = [int(number) for number in re.findall(r"\$\{(\d+)", "\n".join(snippet["body"]))]
        assert numbers == list(range(1, len(numbers) + 1))
        assert yaml.safe_load("\n".join(snippet["body"]))
