"""Everything the site knows, independent of the engine that builds it.

Data flows one way: read (``source``) → examine (``validation`` and ``checks``)
→ add what a municipality has of its own (``local``) → link (``entries``) →
render (``pages``, ``data``, ``documents``, ``search``) → collect (``output``).
Nothing in this package imports MkDocs.
"""

from .entries import Catalog, Eintrag
from .load import load_catalog
from .problems import CatalogError, Problem

__all__ = ["Catalog", "CatalogError", "Eintrag", "Problem", "load_catalog"]
