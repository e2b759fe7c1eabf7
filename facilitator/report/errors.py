"""What can go wrong on the way to paper.

ReportError
├── MarkupError            a template made something that paper does not know (our own fault)
├── FolderError            the folder for the documents does not take them (the user can act)
│   ├── FolderGone
│   ├── FolderReadOnly
│   └── FolderFull
└── WorkerStopped          the process that makes documents ended by itself
"""

from __future__ import annotations

from pathlib import Path

from facilitator.words import _


class ReportError(Exception):
    """The family of everything that goes wrong while making documents."""


class MarkupError(ReportError):
    """A template made markup outside the strict subset; user text cannot cause it, for it is escaped."""


class FolderError(ReportError):
    """The folder does not take a document. `path` is the file that was to be written.

    What was written before stays; `explain` says what happened and what to do now.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} could not be written in the folder {folder}. Choose another folder. "
            "Documents that were already made are kept."
        ).format(name=self.path.name, folder=self.path.parent)


class FolderGone(FolderError):  # noqa: N818  read as a sentence: the folder is gone
    """The folder is not there (any more): a stick was pulled out, a share is offline."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "The folder {folder} is not there. Documents that were already made stay where they are. "
            "Connect the drive again or choose another folder."
        ).format(folder=self.path.parent)


class FolderReadOnly(FolderError):  # noqa: N818
    """The folder or a file in it may not be written; on Windows also: a PDF that is open elsewhere."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} cannot be written in the folder {folder}: it is read-only or the file is open in another program. "
            "Close the file or choose another folder. Documents that were already made are kept."
        ).format(name=self.path.name, folder=self.path.parent)


class FolderFull(FolderError):  # noqa: N818
    """There is no room for the document."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "There is no room left in the folder {folder}: {name} was not made. "
            "Make room or choose another folder. Documents that were already made are kept."
        ).format(name=self.path.name, folder=self.path.parent)


class WorkerStopped(ReportError):  # noqa: N818
    """The process that makes documents ended in the middle of one; a new one is started for the next."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("Making a document stopped unexpectedly. Nothing of the session is lost. Try again.")
