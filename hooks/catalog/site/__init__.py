"""Everything a build adds to the hand-written pages."""
