"""The search index, and the German it needs."""
