"""By which lines one version of a file differs from another."""

from collections.abc import Iterator, Sequence

Change = tuple[int, int, Sequence[str]]
"""From which line on how many lines give way, and to which."""

# Lines that have to agree again before a difference counts as over: single ones often look alike.
_AGREEING = 3


def changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield what has to be done to the lines of one version to get the other."""
    here = there = 0
    while here < len(before) or there < len(after):
        if before[here : here + 1] == after[there : there + 1]:
            here, there = here + 1, there + 1
            continue
        gone, come = _difference(before[here:], after[there:])
        yield here, gone, after[there : there + come]
        here, there = here + gone, there + come


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many lines to leave out of both, as few as possible, until they agree again."""
    for total in range(1, len(before) + len(after)):
        for gone in range(max(0, total - len(after)), min(total, len(before)) + 1):
            come = total - gone
            rest = before[gone : gone + _AGREEING]
            if rest == after[come : come + _AGREEING] and (rest or total == len(before) + len(after)):
                return gone, come
    return len(before), len(after)
