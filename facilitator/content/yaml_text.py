"""One text as YAML: bare where that is safe, else in quotes, and long texts as a block; broken at WIDTH characters.

A text stays a text for whoever reads it: what another reader would take for a number, a date or a truth value (`NO`,
`12:30`, `1.10`) stands in quotes.
"""

from __future__ import annotations

import re

from facilitator.content.text_file import UNPRINTABLE

WIDTH = 110

# It begins with a letter, or with a digit when words follow, and holds nothing that YAML gives a meaning.
_BARE = re.compile(r"(?:[^\W\d_]|[0-9](?=.* [^\W\d_]{2}))(?!.*(?:: | #|:$))(?:.*[^ ])?")
_OTHER_MEANING = re.compile(r"y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_SPECIAL = re.compile(f"{UNPRINTABLE}|[\t\ufeff]")
_ESCAPED = re.compile(f'{UNPRINTABLE}|[\t\n\ufeff"\\\\]')
_BLANK_AT_AN_END = re.compile(r"^ | $", re.MULTILINE)
_BETWEEN_WORDS = re.compile(r"(?<=[^ ]) (?=[^ ])")
_BEGINS_ANEW = re.compile(r"\s*(?:[-*+] |\d+[.)] |#|>)")
"""A line that begins a new piece of Markdown, and is not the rest of the line above it."""


def quoted(text: str) -> str:
    """Give a text on one line, in quotes when it needs them."""
    if _SPECIAL.search(text) or "\n" in text:
        return f'"{_ESCAPED.sub(_escape, text)}"'
    if _BARE.fullmatch(text) and not _OTHER_MEANING.fullmatch(text):
        return text
    return "'{}'".format(text.replace("'", "''"))


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in '"\\':
        return f"\\{char}"
    return "\\n" if char == "\n" else f"\\U{ord(char):08X}"


def flowing(text: str, indent: int, used: int) -> list[str]:
    """Give a text as lines: the first stands after `used` characters, the others `indent` deep."""
    first, *rest = _broken(quoted(text), WIDTH - used, WIDTH - indent)
    return [first, *_indented(rest, indent)]


def block(text: str, indent: int) -> list[str] | None:
    """Give a text as a block of lines, or None when a block cannot hold it.

    Under `|` every line stays a line. When one is too wide, the text stands under `>`, where a line end stands for a
    blank and every further one for a line end.
    """
    if _SPECIAL.search(text) or text != text.strip(" \n"):
        return None
    lines = text.split("\n")
    room = WIDTH - indent
    if max(map(len, lines)) <= room or _BLANK_AT_AN_END.search(text):
        return ["|", *_indented(lines, indent)]
    unfolded = re.sub("\n+", r"\g<0>\n", text).split("\n")
    return [">", *_indented([part for line in unfolded for part in _broken(line, room, room)], indent)]


def _indented(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else "" for line in lines]


def _broken(line: str, first_room: int, room: int) -> list[str]:
    """Break a line at single blanks, where a reader puts it together again."""
    lines: list[str] = []
    for word in _BETWEEN_WORDS.split(line):
        width = room if len(lines) > 1 else first_room
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def joined_lines(text: str) -> str:
    """Join the lines of each paragraph, so that it flows in a field of any width."""
    lines: list[str] = []
    for line in text.split("\n"):
        goes_on = bool(lines) and bool(lines[-1].strip()) and bool(line.strip()) and not _BEGINS_ANEW.match(line)
        if goes_on:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)
