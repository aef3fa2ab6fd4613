"""Everything the site knows, independent of the engine that builds it.

One room for each step, an arrow points down only (``tests/test_rooms.py`` holds it):
``reading`` and ``model`` → ``checking`` → ``catalogue`` → ``documents`` → the tools
(``kommune``, ``kurzcheck``, ``musterantrag``, ``suche``, ``mitmachen``) →
``publishing`` → ``site``.  Nothing in this package imports MkDocs.
"""

from .catalogue.entries import Catalog, Eintrag
from .catalogue.load import load_catalog
from .reading.problems import CatalogError, Problem

__all__ = ["Catalog", "CatalogError", "Eintrag", "Problem", "load_catalog"]
