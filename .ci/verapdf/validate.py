"""Judge PDF files by PDF/UA-1 and PDF/A-3A with veraPDF, and make sure that it can say no.

    PYTHONPATH=. python validate.py [--random COUNT] PDF_OR_FOLDER...

Every PDF found must pass by both, as must so many documents of random sessions; status forms, empty and filled in by
other programs, must pass the first; and copies damaged in one way each must fail: a judge who approves of everything
proves nothing. Exits 1 when one does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from damages import damaged_copies
from judge import STANDARDS, Verdict, judge
from knowledge_papers import knowledge_papers
from learning_papers import learning_papers
from random_papers import random_instructions, random_papers
from status_forms import status_forms

FOR_FORMS = "ua1"
"""A form that is still to be filled in is no archive."""
_SESSIONS_OF_FORMS = 12


_FEW, _OF_MANY = 5, 3


def find(arguments: Sequence[str]) -> list[Path]:
    """Give the PDF files that are named or lie in the folders that are named.

    A folder with many holds papers of one kind, for many readers: a few of those say as much and take less time.
    """
    found: list[Path] = []
    for path in map(Path, arguments):
        if path.is_dir():
            for folder in (path, *sorted(each for each in path.rglob("*") if each.is_dir())):
                papers = sorted(folder.glob("*.pdf"))
                found += papers if len(papers) <= _FEW else papers[:_OF_MANY]
        else:
            found.append(path)
    return found


def main(arguments: Sequence[str]) -> int:
    """Judge, tell, and give the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("paths", nargs="+")
    asked, began = parser.parse_args(arguments), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        paths = find(asked.paths)
        made = [*random_papers(Path(folder), asked.random), *random_instructions(Path(folder), asked.random // 8)]
        made += knowledge_papers(Path(folder)) if asked.random else []
        made += learning_papers(Path(folder), asked.random // 20)
        if not paths:
            print("no PDF to judge", file=sys.stderr)
            return 1
        forms = status_forms(Path(folder), _SESSIONS_OF_FORMS if asked.random else 0)
        damaged = damaged_copies([*paths, *made, *forms], Path(folder))
        built = time.monotonic()
        verdicts = judge([*paths, *made, *forms, *damaged])
    right = [
        _told(verdict, damaged.get(verdict.path))
        for verdict in verdicts
        if not (verdict.path in forms and verdict.standard != FOR_FORMS)
    ]
    wrong = right.count(False)
    print(
        f"veraPDF, {' and '.join(STANDARDS.values())}: {len(paths)} files, {len(made)} random ones, {len(forms)} "
        f"forms and {len(damaged)} "
        f"damaged judged ({sum(verdict.assertions for verdict in verdicts)} assertions), {wrong} not as it must be "
        f"[{built - began:.0f} s to make, {time.monotonic() - built:.0f} s to judge]"
    )
    return 1 if wrong else 0


def _told(verdict: Verdict, noticed_by: tuple[str, ...] | None) -> bool:
    """Tell what is not as it must be, and of damaged files which rule noticed it."""
    if noticed_by is None:
        right = verdict.passed and verdict.assertions > 0
        if not right:
            print(f"{verdict.path.name} FAILS {STANDARDS[verdict.standard]}")
            print("".join(f"    {rule}\n" for rule in verdict.rules), end="")
        return right
    if verdict.standard not in noticed_by:
        return True
    rule = verdict.rules[0].split(" (")[0] if verdict.rules else "NOBODY, and it must be noticed"
    print(f"{verdict.path.stem}: noticed by {STANDARDS[verdict.standard]} {rule}")
    return not verdict.passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
