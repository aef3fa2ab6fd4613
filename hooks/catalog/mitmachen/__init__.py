"""The form for proposals, made from the models."""
