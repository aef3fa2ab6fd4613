"""Whatever people bring along: a reason in German with its line, never a traceback, never nothing.

A short run, the same every time; ``tests/fuzz.py`` goes on for hours.
"""

from pathlib import Path

import pytest
from fuzzing import targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROUNDS = 120


@pytest.mark.parametrize("name", targets())
def test_accidents_and_attacks(tmp_path: Path, name: str) -> None:
    target = targets()[name]
    refused = sum(target.check(tmp_path, seed) for seed in range(ROUNDS))
    assert 0 < refused < ROUNDS


# What once ended in a traceback.
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("oertlich", "    empfehlungen:\n      - netzwerke", "    empfehlungen:\n      - {a: b}"),
        ("oertlich", "    empfehlungen:\n      - netzwerke", "    empfehlungen:\n      - [netzwerke]"),
        ("einstellungen", "https://www.auenbrueck.example/", "https://www.auenbr[ueck.example/"),
        ("einstellungen", "https://datenschutz.example/", "https://[datenschutz.example/"),
    ],
)
def test_former_failures(tmp_path: Path, name: str, old: str, new: str) -> None:
    target = targets()[name]
    assert old in target.sources[0], target.sources[0]
    assert target.read(tmp_path, target.sources[0].replace(old, new).encode())


@pytest.mark.parametrize("name", targets())
def test_what_is_not_changed_passes(tmp_path: Path, name: str) -> None:
    """Otherwise every mutation would be refused for the same reason."""
    target = targets()[name]
    assert [] in [target.read(tmp_path, source.encode()) for source in target.sources[:40]]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    raw=st.binary(max_size=120)
    | st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_anything_at_all(tmp_path: Path, raw: bytes) -> None:
    for target in targets().values():
        for line in target.read(tmp_path, raw):
            assert "\n" not in line
