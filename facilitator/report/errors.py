"""What can go wrong on the way to paper, and back from it.

ReportError
├── MarkupError            a template made something that paper does not know (our own fault)
├── FolderError            the folder for the documents does not take them (the user can act)
│   ├── FolderGone
│   ├── FolderReadOnly
│   └── FolderFull
├── ReadingError           a file that is handed over is not a report that can be read back (the user can act)
│   ├── FileNotRead, FileTooLarge, NoPdf, PdfDamaged, PdfLocked
│   └── NoData, ReportChanged, ReportTooNew
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


class ReadingError(ReportError):
    """A file is not a report that can be read back. Nothing was changed. `path` is the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("{name} cannot be read. Nothing was changed.").format(name=self.path.name)


class FileNotRead(ReadingError):  # noqa: N818  read as a sentence
    """The file is not there, or may not be read."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} cannot be opened: it is not there any more, or you may not read it. Nothing was changed. "
            "Look where the file is, and try again."
        ).format(name=self.path.name)


class FileTooLarge(ReadingError):  # noqa: N818
    """The file, or what is in it, is larger than any report."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("{name} is too large for a report. Nothing was changed. Choose the report itself.").format(
            name=self.path.name
        )


class NoPdf(ReadingError):  # noqa: N818
    """The file is something else than a PDF."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("{name} is not a PDF. Nothing was changed. Choose a report that was saved for the archive.").format(
            name=self.path.name
        )


class PdfDamaged(ReadingError):  # noqa: N818
    """The PDF does not read back."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _("{name} is damaged. Nothing was changed. Ask for the file once more.").format(name=self.path.name)


class PdfLocked(ReadingError):  # noqa: N818
    """The PDF asks for a password."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} has a password. Nothing was changed. Ask for the report that was saved for the archive: "
            "that one has no password."
        ).format(name=self.path.name)


class NoData(ReadingError):  # noqa: N818
    """A good PDF without the data of a report: another program's, or a report that was not saved for the archive."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "There are no data of a session in {name}. Nothing was changed. "
            "Ask for the report that was saved for the archive (“Report for the archive …”)."
        ).format(name=self.path.name)


class ReportChanged(ReadingError):  # noqa: N818
    """The data do not read, or are not as they were when the report was made."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "The data in {name} are damaged, or somebody changed them. Nothing was changed here. "
            "Ask for the file once more, straight from who made it."
        ).format(name=self.path.name)


class ReportTooNew(ReadingError):  # noqa: N818
    """The report was made by a newer version of this program."""

    def explain(self) -> str:
        """Say in the user's words what happened and what to do."""
        return _(
            "{name} was made by a newer version of this program. Nothing was changed. "
            "Install the newest version and read the report in again."
        ).format(name=self.path.name)
