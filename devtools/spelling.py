"""Dutch spelling of the content: `hunspell` with nl_NL, and the words in resources/language/words.txt beside it.

Prints every word that neither knows, with the file and the line; names that a case gives its persons are known.
`python -P -m devtools.spelling` gives 1 when there is one; without hunspell it says so and gives 0.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from facilitator.content.check import line_of, read_contents
from facilitator.content.locate import content_folder, resource
from facilitator.core.casus import Case

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LEFT_OUT = re.compile(r"https?://\S+|\S+@\S+|\[[^\]]*\]|\{[^}]*\}")

Place = tuple[Path, int]


def words_in_content() -> dict[str, Place]:
    """Give every word of the texts that ship, with the first place where it stands."""
    found: dict[str, Place] = {}
    for kind, reading in read_contents([content_folder()]).readings:
        if reading.tree is None:
            continue
        known = {person.name for person in reading.value.persons} if isinstance(reading.value, Case) else set()
        names = {word for name in known for word in _WORD.findall(name)}
        for text, scalar in kind.declare().texts(reading.tree.root):
            for word in () if text.foreign else _words(scalar.text):
                if word not in found and word.removesuffix("s") not in names and word not in names:
                    found[word] = (reading.path, line_of(word, scalar, reading.tree))
    return found


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(_LEFT_OUT.sub(" ", text)):
        yield found.replace("’", "'")


def unknown(words: dict[str, Place]) -> list[str]:
    """Give a line for each word that is in no list. Raises OSError and CalledProcessError."""
    own = {line.casefold() for line in resource("language", "words.txt").read_text("utf-8").split("\n")}
    asked = [word for word in words if word.casefold() not in own]
    done = subprocess.run(
        [str(shutil.which("hunspell")), "-d", "nl_NL", "-i", "utf-8", "-l"],
        input="\n".join(asked),
        check=True,
        text=True,
        encoding="utf-8",
        capture_output=True,
    )
    wrong = set(done.stdout.split("\n"))
    return [f"{words[word][0]}:{words[word][1]}: {word}" for word in asked if word in wrong]


def main() -> int:
    """Tell what is not known."""
    if shutil.which("hunspell") is None:
        print("hunspell is not installed; the spelling was not looked at (Debian: apt install hunspell hunspell-nl)")
        return 0
    found = unknown(words_in_content())
    for line in found:
        print(line)
    if found:
        print("Mend it, or add a word that is right to resources/language/words.txt")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
