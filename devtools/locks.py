"""The two locks: exact versions and hashes of everything installed, without the address of any index.

`requirements.lock` is what the program needs; `requirements-dev.lock` holds that and the tools of development.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

from devtools.environment import LOCKS, Purpose

_GROUPS: dict[Purpose, tuple[str, ...]] = {"run": (), "develop": ("dev",)}


def problems(root: Path) -> list[str]:
    """Say where the locks no longer follow pyproject.toml, or hold what they must not."""
    found = []
    for purpose, name in LOCKS.items():
        text = (root / name).read_text(encoding="utf-8")
        found += [f'{name}: {line}: run "python3 dev.py lock"' for line in _differences(root, purpose, text)]
        if "://" in text:
            found.append(f"{name}: holds an address; a lock holds only names, versions and hashes")
    return found


def _differences(root: Path, purpose: Purpose, text: str) -> list[str]:
    locked = set(re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE))
    wanted = {_name(requirement) for requirement in _requirements(root, purpose)}
    lines = [f"{name} is missing" for name in sorted(wanted - locked)]
    if not lines and _header(root, purpose) not in text:
        lines = ["pyproject.toml has changed since it was made"]
    return lines


def _requirements(root: Path, purpose: Purpose) -> list[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted: list[str] = list(project["project"]["dependencies"])
    for group in _GROUPS[purpose]:
        wanted += project["dependency-groups"][group]
    return sorted(wanted)


def _name(requirement: str) -> str:
    """Give the normalised name of a requirement such as `PySide6-Essentials>=6.11.3,<6.12`."""
    bare = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", bare).lower()


def _header(root: Path, purpose: Purpose) -> str:
    digest = hashlib.sha256(json.dumps(_requirements(root, purpose)).encode()).hexdigest()
    return f'# Made by "python3 dev.py lock" from the dependencies in pyproject.toml ({digest[:16]}).\n'


def write(root: Path, python: Path, extra: list[str]) -> int:
    """Make both locks again; versions stay unless `extra` says `--upgrade`. Returns the exit code."""
    for purpose, name in LOCKS.items():
        command = [str(python), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--no-header", "--no-annotate", "--python-version", "3.11", "--only-binary", ":all:"]
        command += [*(part for group in _GROUPS[purpose] for part in ("--group", group)), "pyproject.toml"]
        # What the program runs on is the same in both: the second follows the first.
        command += ["--constraint", LOCKS["run"]] if purpose != "run" else []
        code = subprocess.call([*command, "--output-file", name, *extra], cwd=root)
        if code:
            return code
        lock = root / name
        lock.write_text(_header(root, purpose) + lock.read_text(encoding="utf-8"), encoding="utf-8")
    return 0
