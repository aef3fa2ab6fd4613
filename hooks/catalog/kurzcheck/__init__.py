"""The Kurz-Check: scoring, saved files, published vectors."""
