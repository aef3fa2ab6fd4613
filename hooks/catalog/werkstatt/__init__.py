"""The Werkstatt: answers as a short code, where a group agrees and disagrees, published vectors."""
