"""The Content Security Policy: what browsers may load and run on the pages of the site."""

from collections.abc import Iterable

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
# Browsers obey these only in a header (CSP 3, section 3.3).
_HEADER_ONLY = frozenset({"frame-ancestors", "report-uri", "sandbox"})


def content_security_policy(framed_by: Iterable[str] = ()) -> str:
    """Return the header's value.

    Args:
        framed_by: other websites that may show pages in a frame.
    """
    return _joined(POLICY | {"frame-ancestors": " ".join((POLICY["frame-ancestors"], *framed_by))})


def policy_in_page() -> str:
    """Return the content of the ``meta`` element, the second line where a server sends no header.

    It has to stand right behind the declaration of the character encoding:
    what comes before it is not covered.
    """
    return _joined({name: value for name, value in POLICY.items() if name not in _HEADER_ONLY})


def _joined(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())
