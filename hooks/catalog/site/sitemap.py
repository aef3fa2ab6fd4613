"""The list of all pages for search engines."""

import gzip
from collections.abc import Iterator
from xml.sax.saxutils import escape

from .website import Website

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(website: Website) -> Iterator[tuple[str, str | bytes]]:
    """Yield the list as it is and compressed; a site without an address has none.

    Dates come from the content, so that a build depends on nothing but its input.
    """
    address = website.frame.address
    if website.configuration.offline or not address:
        return
    day = website.catalog.file.stand
    entries = [
        f"  <url><loc>{escape(address + page)}</loc><lastmod>{day}</lastmod></url>\n"
        for page in website.lasting_addresses()
    ]
    text = _HEAD + "".join(entries) + "</urlset>\n"
    yield "sitemap.xml", text
    yield "sitemap.xml.gz", gzip.compress(text.encode(), mtime=0)
