"""Precision and recall of the privacy check per kind, on labelled sentences: `python3 -m tests.core.privacy.score`.

A label is found when findings of its kind cover all of it (nothing of it is left to read); a finding is right when it
touches a label of its kind. `--misses` shows what went wrong in the half the rules were tuned on, never in the other.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Spans = list[tuple[str, int, int]]
HERE = Path(__file__).parent
TUNED = HERE / "tuned.txt"
HELD_OUT = HERE / "held_out.txt"
SECOND = HERE / "second_held_out.txt"  # written after the first one had been used to mend the rules
_LABEL = re.compile(r"\[\[(\w+):(.*?)\]\]")


@dataclass(frozen=True)
class Sentence:
    """A sentence and what must be found in it."""

    text: str
    labels: tuple[tuple[str, int, int], ...]


@dataclass
class Score:
    """How often the search was right, per kind."""

    labels: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        """Give the part of the labels that was found."""
        return self.found[kind] / self.labels[kind] if self.labels[kind] else 1.0

    def precision(self, kind: str) -> float:
        """Give the part of the findings that was right."""
        return self.right[kind] / self.findings[kind] if self.findings[kind] else 1.0


def sentences(path: Path) -> Iterator[Sentence]:
    """Read a half of the set."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _sentence(line)


def _sentence(line: str) -> Sentence:
    text, labels, at = "", [], 0
    for match in _LABEL.finditer(line):
        text += line[at : match.start()]
        labels.append((match.group(1), len(text), len(text) + len(match.group(2))))
        text += match.group(2)
        at = match.end()
    return Sentence(text + line[at:], tuple(labels))


def score(halves: Iterable[Path], search: Callable[[str], Spans]) -> Score:
    """Search every sentence and count."""
    result = Score()
    for path in halves:
        for sentence in sentences(path):
            _count(sentence, search(sentence.text), result)
    return result


def _count(sentence: Sentence, findings: Spans, result: Score) -> None:
    wrong = []
    for kind, start, end in sentence.labels:
        covered = {at for k, a, b in findings if k == kind for at in range(a, b)}
        hit = all(at in covered or sentence.text[at] == " " for at in range(start, end))
        result.labels[kind] += 1
        result.found[kind] += hit
        wrong += [] if hit else [f"missed {kind} {sentence.text[start:end]!r}"]
    for kind, start, end in findings:
        hit = any(k == kind and a < end and start < b for k, a, b in sentence.labels)
        result.findings[kind] += 1
        result.right[kind] += hit
        wrong += [] if hit else [f"false {kind} {sentence.text[start:end]!r}"]
    if wrong:
        result.misses.append(f"{sentence.text}\n    " + "\n    ".join(wrong))


def table(result: Score) -> str:
    """Give the score as lines of text."""
    lines = [f"{'kind':<18}{'labels':>7}{'recall':>8}{'precision':>11}"]
    lines += [
        f"{kind:<18}{result.labels[kind]:>7}{result.recall(kind):>8.3f}{result.precision(kind):>11.3f}"
        for kind in sorted(result.labels | result.findings)
    ]
    return "\n".join(lines)


def ours() -> Callable[[str], Spans]:
    """Give the search of the program itself."""
    from facilitator.content.lexicon import read_lexicon  # noqa: PLC0415  others are scored without it
    from facilitator.core.privacy import find  # noqa: PLC0415

    lexicon = read_lexicon(HERE.parents[2] / "resources" / "privacy")
    return lambda text: [(finding.kind.value, finding.start, finding.end) for finding in find(text, lexicon)]


def main() -> None:
    """Print the scores."""
    search = ours()
    tuned = score([TUNED], search)
    if "--misses" in sys.argv:
        print("\n".join(tuned.misses))  # noqa: T201
    print(f"tuned\n{table(tuned)}")  # noqa: T201
    if "--misses" not in sys.argv:
        print(f"held out\n{table(score([HELD_OUT], search))}")  # noqa: T201
        print(f"second held out\n{table(score([SECOND], search))}")  # noqa: T201


if __name__ == "__main__":
    main()
