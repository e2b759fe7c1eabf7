"""Dutch spelling of the content: `hunspell` with nl_NL, and the words in resources/language/words.txt beside it.

Prints every word that neither knows, with the file and the line; names that a case gives its persons are known.
`python -P -m devtools.spelling` gives 1 when there is one. Without hunspell or its Dutch it says so and gives SKIPPED;
on a machine of CI (the variable `CI`), which has to have them, that is a failure.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from devtools.exit_codes import SKIPPED
from facilitator.content.check import line_of, read_contents
from facilitator.content.locate import content_folder, resource
from facilitator.core.casus import Case

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LEFT_OUT = re.compile(r"https?://[^\s()]+|\S+@\S+|\{[a-z0-9-]+\}")
"""Addresses, and places to fill in by their short names, as in a model of agreements."""

Place = tuple[Path, int]


def words_in(folder: Path) -> dict[str, Place]:
    """Give every word of the texts in a folder, with the first place where it stands."""
    found: dict[str, Place] = {}
    for kind, reading in read_contents([folder]).readings:
        if reading.tree is None:
            continue
        known = {person.name for person in reading.value.persons} if isinstance(reading.value, Case) else set()
        names = {word for name in known for word in _WORD.findall(name)}
        for text, scalar in kind.declare().texts(reading.tree.root):
            for word in () if text.foreign else _words(scalar.text):
                if word not in found and word.removesuffix("s") not in names and word not in names:
                    found[word] = (reading.path, line_of(word, scalar, reading.tree))
    for path in sorted((folder / "resources" / "texts").glob("*.md")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            for word in _words(line):
                found.setdefault(word, (path, number))
    return found


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(_LEFT_OUT.sub(" ", text)):
        yield found.replace("’", "'")


class _NotHereError(Exception):
    """There is no hunspell on this machine, or it has no Dutch."""


def unknown(words: dict[str, Place]) -> list[str]:
    """Give a line for each word that is in no list. Raises OSError and _NotHereError."""
    own = {line.casefold() for line in resource("language", "words.txt").read_text("utf-8").split("\n")}
    asked = [word for word in words if word.casefold() not in own]
    wrong = set(_hunspell("\n".join(asked)).split("\n"))
    return [f"{words[word][0]}:{words[word][1]}: {word}" for word in asked if word in wrong]


def _hunspell(words: str) -> str:
    """Give what hunspell does not know. Raises _NotHereError."""
    command = ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"]
    try:
        done = subprocess.run(command, input=words, check=True, encoding="utf-8", capture_output=True)
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        raise _NotHereError from error
    return done.stdout


def main() -> int:
    """Tell what is not known."""
    try:
        found = unknown(words_in(content_folder()))
    except _NotHereError:
        print("hunspell and its Dutch are not here; the spelling was not looked at (Debian: hunspell hunspell-nl)")
        return 1 if os.environ.get("CI") else SKIPPED
    for line in found:
        print(line)
    if found:
        print("Mend it, or add a word that is right to resources/language/words.txt")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
