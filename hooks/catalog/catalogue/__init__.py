"""The catalogue as meant: loaded, checked, linked, with a municipality's own entries."""
