"""Names that change with the content, so that a server may let them be kept for ever."""

import hashlib


def fingerprinted(name: str, content: str) -> str:
    """Return a file name with a part that depends on the content: ``seite.css`` → ``seite.1a2b3c4d.css``."""
    stem, dot, suffix = name.rpartition(".")
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return f"{stem}.{digest}{dot}{suffix}"
