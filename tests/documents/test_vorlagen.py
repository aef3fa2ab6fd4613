"""Templates as files: the same text as on the page, with the note that it is no legal advice."""

import io
import re
import zipfile

import pytest
from catalog.catalogue.entries import Catalog
from catalog.documents.vorlagen import NO_ADVICE, blocks, template_files


def words_of(content: bytes, part: str) -> str:
    xml = zipfile.ZipFile(io.BytesIO(content)).read(part).decode("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", xml).split())


@pytest.mark.parametrize(("suffix", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_every_template_is_a_file_with_its_whole_text(tiny: Catalog, suffix: str, part: str) -> None:
    files = {path: make() for path, make in template_files(tiny)}
    text = words_of(files[f"vorlagen/einladung.{suffix}"], part)
    assert "Guten Tag [Name]," in text
    assert NO_ADVICE in text
    assert text.index("Kennenlernen") < text.index("Verabreden")


def test_the_published_templates_leave_blanks_and_state_no_law_of_their_own(catalog: Catalog) -> None:
    for entry in catalog.all("vorlagen"):
        written = " ".join(str(block) for block in blocks(entry.data))
        assert "[" in written, entry.id
        assert "§ 13 AGG" not in written, entry.id
