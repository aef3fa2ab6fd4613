"""Accidents and attacks on files, always the same for the same seed."""

import random
import re
from collections.abc import Callable

Lines = list[str]
SNIPPETS = [
    "\t", ": ", "- ", "#", '"', "'", "[", "]", "{", "}", "&a ", "*a", "!!python/none ", "|", ">", "%", "@", "\\",
    "---\n", "...\n", "<<: ", "? ", "~", "null", "no", "12:30", "\x00", "\ufeff", "ü", "\u2028", "𝄞", "\r", "\n",
    "\u200b", "\xad", "\u2011", "\u0430", "\u202e", "\xa0", "\u2003", "Ã¼", "â€“", "&uuml;", "u\u0308", "<<<<<<< HEAD\n",
    '""', "''", "con", "2026-02-30", "31.12.2026", "9" * 40, "1e9", "-1", "0", "=HYPERLINK()", "__proto__", " # y",
    "<script>", "<img src=x onerror=", "</article>", "<textarea>", "<!--", "-->", "{: onclick=x }", "javascript:",
    "](//a.example)", "<svg/onload=", "style=", "&#106;", "<a href=", "![", "[TOC]", "<table>", "</div>", "<b>",
    "<!DOCTYPE svg>", "<?x?>", "<![CDATA[", "]]>", "url(x)", 'xlink:href="#', "&amp;", "&", "<g>", "</g>",
]  # fmt: skip


def delete_lines(lines: Lines, chance: random.Random) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.randint(1, 3)]


def swap_lines(lines: Lines, chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def repeat_line(lines: Lines, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def insert_snippet(lines: Lines, chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    column = chance.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:column] + chance.choice(SNIPPETS) + lines[number][column:]


def shift_line(lines: Lines, chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    lines[number] = " " * chance.randint(0, 8) + lines[number].lstrip(" ")


def drop_character(lines: Lines, chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    column = chance.randrange(len(lines[number]) or 1)
    lines[number] = lines[number][:column] + lines[number][column + 1 :]


def replace_value(lines: Lines, chance: random.Random) -> None:
    """Keep the structure: what stands behind a colon or a dash becomes something else."""
    number = chance.randrange(len(lines))
    other = chance.choice(
        [*SNIPPETS, "", '""', "[]", "{}", "[[]]", '[""]', "{a: b}", chance.choice(lines).strip()]
    )
    lines[number] = re.sub(
        r"((?:: |- )).*", lambda match: match[1] + other.replace("\n", " "), lines[number], count=1
    )


def truncate(lines: Lines, chance: random.Random) -> None:
    number = chance.randrange(len(lines))
    lines[number] = lines[number][: chance.randrange(len(lines[number]) or 1)]
    del lines[number + 1 :]


MUTATIONS: list[Callable[[Lines, random.Random], None]] = [
    delete_lines, swap_lines, repeat_line, insert_snippet, insert_snippet, shift_line, drop_character,
    replace_value, replace_value, truncate,
]  # fmt: skip


def accidents(lines: Lines, chance: random.Random, count: int) -> str:
    """Return the text after some accidents."""
    lines = list(lines)
    for _ in range(count):
        if lines:
            chance.choice(MUTATIONS)(lines, chance)
    return "".join(lines)


def mutated(text: str, seed: int) -> bytes:
    """Return a text after some accidents, now and then with bytes that no text has."""
    chance = random.Random(seed)
    count = chance.choice((1, 1, 1, 2, 3, 4))
    text = accidents(text.splitlines(keepends=True), chance, count)
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if raw and chance.random() < 0.2:
        for _ in range(chance.randint(1, 3)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)
