"""Everything between a built site and the files that a municipality puts on its server."""
