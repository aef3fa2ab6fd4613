"""How old a statement is, as far as the words on its date tell."""

import re

OUTDATED_AFTER_MONTHS = 36
_WHEN = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:-([0-9]{2}))?(?![0-9])")


def months_between(stand: str, today: str) -> int | None:
    """Return how many months passed from the latest date in ``stand`` to a day; ``None`` if it has no date.

    A year alone counts to its end, so nothing looks older than it is.
    """
    dates = [(int(year), int(month or 12)) for year, month in _WHEN.findall(stand)]
    if not dates:
        return None
    year, month = max(dates)
    return max(0, (int(today[:4]) - year) * 12 + int(today[5:7]) - month)


def is_outdated(stand: str, today: str) -> bool:
    """Tell whether a statement is so old that its page has to say so."""
    age = months_between(stand, today)
    return age is not None and age > OUTDATED_AFTER_MONTHS
