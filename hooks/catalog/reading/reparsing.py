"""Parse again only what changed.

While somebody edits, two readings of a large file differ in a single entry.
Its lines are parsed alone and put in the place of the old ones; what follows
moves down or up.  Whatever is not as simple as that is parsed as a whole, so
the result never differs from a full reading.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .nodes import MAX_DEPTH, Node, Written, read_nodes
from .problems import CatalogError

_ITEM = re.compile(r"( *)- +(?![-?] )\S")
_STEP = 1 << 15
Step = str | int


@dataclass(frozen=True, slots=True)
class _Piece:
    """The lines of one list item, from its dash to the line before whatever follows.

    Attributes:
        way: the steps that lead from the root to the item.
        line: the item's first line.
        old: what stood there.
        new: what stands there now.
    """

    way: tuple[Step, ...]
    line: int
    old: str
    new: str

    @property
    def shift(self) -> int:
        """How far everything below moves down."""
        return self.new.count("\n") - self.old.count("\n")


def reparsed(before: Written, text: str) -> Written:
    """Return what ``Written.parse`` returns for a text, quickly if little differs from what was written before.

    Raises:
        CatalogError: the text is not one plain YAML document.
    """
    if text == before.text:
        return before
    piece = _changed_item(before, text)
    root = _with_item(before.root, piece) if piece else None
    return Written(before.name, text, root) if root else Written.parse(text, before.name)


def _changed_item(before: Written, text: str) -> _Piece | None:
    """Return the outermost list item that holds everything that differs, if there is one."""
    old_length, length = len(before.text), len(text)
    most = min(old_length, length)
    first = _common(lambda a, b: before.text[a:b] == text[a:b], most)
    last = _common(
        lambda a, b: before.text[old_length - b : old_length - a] == text[length - b : length - a],
        most - first,
    )
    line = text.count("\n", 0, first) + 1
    way = tuple(_way_to_item(before.root, line))
    item = _at(before.root, way)
    start = _start_of_line(text, first, line - item.line)
    old_end, new_end = _end_of_item(before.text, start), _end_of_item(text, start)
    inside = old_length - last <= old_end and old_length - old_end == length - new_end
    return _Piece(way, item.line, before.text[start:old_end], text[start:new_end]) if way and inside else None


def _common(same: Callable[[int, int], bool], most: int) -> int:
    """Return how many characters of two texts are the same, given a comparison of a part of them."""
    start = 0
    while start + _STEP <= most and same(start, start + _STEP):
        start += _STEP
    rest = range(start + 1, min(start + _STEP, most) + 1)
    return start + bisect_left(rest, True, key=lambda end: not same(start, end))


def _start_of_line(text: str, place: int, back: int) -> int:
    """Return where the line of a place begins, or one that many lines further up."""
    start = text.rfind("\n", 0, place) + 1
    for _ in range(back):
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _way_to_item(node: Node, line: int) -> Iterator[Step]:
    """Yield the steps from the root to the outermost list item that a line may belong to."""
    while isinstance(node.value, dict):
        starts = [(start, key) for key, start in node.key_lines.items() if start <= line]
        if not starts:
            return
        yield (key := max(starts)[1])
        node = node.value[key]
    if isinstance(node.value, list):
        index = sum(1 for item in node.value if item.line <= line) - 1
        if index >= 0:
            yield index


def _at(node: Node, way: tuple[Step, ...]) -> Node:
    for step in way:
        node = node.child(step) or node
    return node


def _end_of_item(text: str, start: int) -> int:
    """Return where something begins that does not belong to the item at a place; that place if it is none."""
    match = _ITEM.match(text, start)
    if not match:
        return start
    # The next line that is indented no further, blank lines and comments aside.
    following = re.compile(rf"^ {{0,{len(match[1])}}}[^\s#]", re.MULTILINE).search(text, match.end())
    return following.start() if following else len(text)


def _with_item(root: Node, piece: _Piece) -> Node | None:
    """Return the tree with the new lines of an item, or nothing if they are more than one item."""
    depth = MAX_DEPTH - len(piece.way) + 1
    # The old lines prove that what stands there can be read alone.
    known, item = _alone(piece.old, piece.line, depth), _alone(piece.new, piece.line, depth)
    same_column = _indentation(piece.old) == _indentation(piece.new)
    if item is None or known != _at(root, piece.way) or not same_column:
        return None
    return _replaced(root, piece.way, item, piece.line + piece.old.count("\n") - 1, piece.shift)


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _alone(text: str, line: int, depth: int) -> Node | None:
    """Parse the lines of one item, which keep their numbers."""
    try:
        listed = read_nodes(text, depth=depth).value
    except CatalogError:
        return None
    return listed[0].moved(line - 1) if isinstance(listed, list) and len(listed) == 1 else None


def _replaced(node: Node, way: tuple[Step, ...], item: Node, end: int, shift: int) -> Node:
    """Return a copy of a tree with another item; what starts after a line is shifted."""
    if not way:
        return item
    step, rest = way[0], way[1:]
    if isinstance(node.value, list):
        children = [
            _replaced(child, rest, item, end, shift) if index == step else _moved(child, end, shift)
            for index, child in enumerate(node.value)
        ]
        return replace(node, value=children, end_line=max(node.line, children[-1].end_line))
    assert isinstance(node.value, dict)
    fields = {
        key: _replaced(child, rest, item, end, shift) if key == step else _moved(child, end, shift)
        for key, child in node.value.items()
    }
    lines = {key: line + shift if line > end else line for key, line in node.key_lines.items()}
    last = next(reversed(fields.values()))
    return replace(node, value=fields, key_lines=lines, end_line=max(node.line, last.end_line))


def _moved(node: Node, end: int, shift: int) -> Node:
    return node.moved(shift) if shift and node.line > end else node
