"""The Musterantrag: its plan, its grammar, its documents."""
