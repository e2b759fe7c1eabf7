"""The folder of templates that a user changed, as the program sees it: which there are, and what is wrong in one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facilitator.words import _

SUFFIX: Final = ".j2"
FOLDER: Final = "sjablonen"
"""Its name in the data folder."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong in a template of the user: `file`, `line` (0 where it is not known), and what it is, in words."""

    file: str
    line: int
    what: str

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        where = _("{file}, line {line}").format(file=self.file, line=self.line) if self.line else self.file
        return _(
            "Your own template has an error: {where}: {what} This document was made with the template of the program. "
            "Put the file right, or take it out of the folder."
        ).format(where=where, what=self.what)


def has_own(folder: Path | None, template: str = "") -> bool:
    """Whether there is a template of this name in a folder, or one of the parts that all share; or any at all."""
    if folder is None:
        return False
    try:
        names = [path.name for path in folder.glob(f"*{SUFFIX}") if path.is_file()]
    except OSError:
        return False
    return any(name == template or name.startswith("_") for name in names) if template else bool(names)


def state_of(folder: Path | None) -> tuple[tuple[str, int], ...]:
    """Give which files there are, and since when: another one is another template."""
    if folder is None:
        return ()
    try:
        return tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob(f"*{SUFFIX}")))
    except OSError:
        return ()


def too_slow(template: str) -> TemplateFault:
    """Say that a template goes on for too long."""
    return TemplateFault(template, 0, _("it takes too much time or memory; a loop in it may go on for ever."))
