"""From what the site says to what stands on the disk."""
