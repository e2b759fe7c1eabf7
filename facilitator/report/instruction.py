"""The instruction for local teams as files: paper, and a document that a municipality can work on.

A job is small and is made in the worker process, as the documents of a session are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from facilitator.core.own_agreement import OwnAgreement
from facilitator.report import names
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered


class Shape(Enum):
    """What sort of file: the value is its suffix."""

    PDF = "pdf"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class InstructionJob:
    """An instruction to be made: `path` is where it goes inside a folder, `today` the day of a draft."""

    own: OwnAgreement
    shape: Shape
    path: PurePosixPath
    today: date

    def render(self, press: Press) -> Rendered:
        """Make it. Imports what is needed for it, so it belongs in the worker process."""
        from facilitator.report.documents.instruction import instruction_paper  # noqa: PLC0415  in the worker only

        paper = instruction_paper(self.own, self.today)
        if self.shape is Shape.PDF:
            return press.render("instruction.xhtml.j2", {"doc": paper.model}, paper.meta)
        from facilitator.report.word_instruction import word_instruction  # noqa: PLC0415  as above

        return word_instruction(paper)


def instruction_of(own: OwnAgreement, shape: Shape, today: date) -> InstructionJob:
    """Give the instruction of a municipality in one shape, under a name that says what it is."""
    version = _("version {number}").format(number=own.version) if own.decided_on else _("draft")
    name = names.joined((_("Instruction"), own.municipality[:60], version, (own.decided_on or today).isoformat()))
    return InstructionJob(own, shape, PurePosixPath(f"{name}.{shape.value}"), today)
