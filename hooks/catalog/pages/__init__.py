"""Pages: what each shows, as HTML from autoescaped templates."""
