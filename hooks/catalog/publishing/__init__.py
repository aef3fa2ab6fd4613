"""What others build on: addresses, open data, changes between two states, what replaces an earlier build."""
