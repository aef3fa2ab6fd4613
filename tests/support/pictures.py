"""Small pictures, whole and broken."""

import struct
import zlib


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a part of a PNG picture."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 2, height: int = 2, extra: bytes = b"", after: bytes = b"") -> bytes:
    """Return a PNG picture, with something between or behind its parts."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    picture = chunk(b"IDAT", zlib.compress(b"\0\0\0" * height))
    return b"\x89PNG\r\n\x1a\n" + header + extra + picture + chunk(b"IEND", b"") + after
