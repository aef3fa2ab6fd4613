"""Everything the site knows, independent of the engine that builds it.

Data flows one way: read (``source``) → validate (``validation``) → check
(``checks``) → link (``entries``) → render (``pages``, ``data``).  Nothing in
this package imports MkDocs.
"""

from .entries import Catalog, Eintrag
from .load import load_catalog
from .problems import CatalogError, Problem

__all__ = ["Catalog", "CatalogError", "Eintrag", "Problem", "load_catalog"]
