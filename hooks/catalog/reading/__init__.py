"""YAML as written, with its lines; knows nothing of the domain."""
