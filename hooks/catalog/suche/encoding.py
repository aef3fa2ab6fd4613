"""Numbers and weights as text, decoded by the browser when a query needs them."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
TOP = len(_ALPHABET) - 1


def quantised(weights: dict[int, float]) -> dict[int, int]:
    """Return weights from 0 to 1 as whole numbers that fit into one character."""
    return {index: max(1, round(weight * TOP)) for index, weight in weights.items()}


def encode(weights: dict[int, int]) -> str:
    """Return numbers and their weights as text; see the module's description."""
    out = []
    before = -1
    for number, weight in sorted(weights.items()):
        distance = number - before - 1
        while distance >= 32:
            out.append(_ALPHABET[distance % 32 + 32])
            distance //= 32
        out.append(_ALPHABET[distance] + _ALPHABET[weight])
        before = number
    return "".join(out)
