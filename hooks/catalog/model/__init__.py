"""What may be written: pydantic models, the table of kinds, the published schemas."""
