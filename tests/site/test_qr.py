"""QR codes: what a foreign decoder reads is what was meant, in every version."""

from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import Page

QUIET_ZONE = 4
PIXELS = 4
# Bytes that fill the versions 1, 2, 6, 7, 9, 10, 14, 20, 27 and 40 at level M.
FULL = (14, 26, 106, 122, 180, 213, 362, 666, 1125, 2331)
TEXTS = (
    "",
    "A",
    "https://www.beispiel.de/werkstatt/#k=8ZEM-WB51-2V0S",
    "Gießen, Łódź und 🏛",
    *("x" * length for length in FULL),
    *("Ω" * ((length + 2) // 2) for length in FULL[:-1]),
)


@pytest.fixture
def drawn(bare_page: Page) -> Any:
    """Make QR codes in the browser, as rows of dark and light."""

    def draw(*texts: str) -> list[list[list[bool]]]:
        return bare_page.evaluate(
            "async texts => (await import('/modules/shared/qr.mjs')).qrMatrix && "
            "Promise.all(texts.map(async text => (await import('/modules/shared/qr.mjs')).qrMatrix(text)))",
            list(texts),
        )

    return draw


def picture(rows: list[list[bool]]) -> memoryview:
    """Return a grey picture with its quiet zone, as a camera would see it."""
    side = len(rows) + 2 * QUIET_ZONE
    light = [[False] * side] * QUIET_ZONE
    padding = [False] * QUIET_ZONE
    framed = [*light, *([*padding, *row, *padding] for row in rows), *light]
    lines = [bytes(0 if dark else 255 for dark in row for _ in range(PIXELS)) for row in framed]
    pixels = b"".join(line for line in lines for _ in range(PIXELS))
    return memoryview(pixels).cast("B", shape=[side * PIXELS, side * PIXELS])


def read(rows: list[list[bool]]) -> Any:
    (found,) = zxingcpp.read_barcodes(picture(rows), formats=zxingcpp.BarcodeFormat.QRCode)
    return found


def test_a_foreign_decoder_reads_what_was_written(drawn: Any) -> None:
    for text, rows in zip(TEXTS[1:], drawn(*TEXTS[1:]), strict=True):
        assert read(rows).text == text


def test_a_code_is_as_small_as_its_text_allows(drawn: Any) -> None:
    sides = [len(rows) for rows in drawn(*("x" * length for length in FULL))]
    assert sides == [17 + 4 * version for version in (1, 2, 6, 7, 9, 10, 14, 20, 27, 40)]
    beyond = [len(rows) for rows in drawn(*("x" * (length + 1) for length in FULL[:-1]))]
    assert beyond == [side + 4 for side in sides[:-1]]


def test_dirt_on_a_code_is_survived(drawn: Any) -> None:
    text = "https://www.beispiel.de/werkstatt/#k=8ZEM-WB51-2V0S"
    (rows,) = drawn(text)
    for place in range(12, 16):
        rows[place][12:18] = [not dark for dark in rows[place][12:18]]
    assert read(rows).text == text


def test_what_no_version_holds_is_refused(bare_page: Page) -> None:
    refused = bare_page.evaluate(
        """async length => {
          const { qrMatrix } = await import("/modules/shared/qr.mjs");
          try { qrMatrix("x".repeat(length)); } catch (error) { return error.name; }
        }""",
        FULL[-1] + 1,
    )
    assert refused == "RangeError"


def test_the_drawing_holds_the_modules_and_says_what_it_is(bare_page: Page) -> None:
    label, view_box, count, dark = bare_page.evaluate(
        """async text => {
          const { drawQr, qrMatrix } = await import("/modules/shared/qr.mjs");
          const $qr = drawQr(text, "QR-Code mit Ihren Antworten");
          return [$qr.getAttribute("aria-label"), $qr.getAttribute("viewBox"),
            $qr.querySelector("path").getAttribute("d").match(/M/g).length,
            qrMatrix(text).flat().filter(Boolean).length];
        }""",
        "8ZEM-WB51-2V0S",
    )
    assert label == "QR-Code mit Ihren Antworten"
    assert view_box == "0 0 29 29"
    assert count == dark
