"""Folders of municipalities for tests: the examples, and changed copies of them."""

import shutil
from pathlib import Path

KOMMUNEN = Path(__file__).parents[1] / "kommune" / "kommunen"
AUENBRUECK = KOMMUNEN / "auenbrueck"
MULDENHAIN = KOMMUNEN / "muldenhain"
RUHRTAL = KOMMUNEN / "ruhrtal"
LAHNFELD = KOMMUNEN / "lahnfeld"
# What each released version promised: addresses that last, and folders that go on being built.
FREIGABEN = KOMMUNEN.parent / "freigaben"


def copy_of(folder: Path, target: Path) -> Path:
    """Copy a folder so that a test can change it."""
    return Path(shutil.copytree(folder, target))


def change(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file, which has to contain it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_production(folder: Path) -> None:
    """Turn an example into what a real municipality would write."""
    for path in (*folder.glob("*.yml"), *folder.glob("seiten/*.md")):
        text = path.read_text(encoding="utf-8").replace(".example", ".de")
        path.write_text(text.replace("betrieb: demo", "betrieb: echt"), encoding="utf-8")
