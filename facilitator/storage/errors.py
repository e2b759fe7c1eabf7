"""Everything that can go wrong with what is kept, one small class each.

    StoreError
    ├── AlreadyOpen          a second copy of the program holds the store
    ├── DiskFull             no room for the next event
    ├── ReadOnly             this user may not write there
    ├── Unreachable          the file or its folder is not there (any more)
    ├── DiskTrouble          the disk itself reports a fault
    ├── Damaged              the file is ours and does not read back
    │   └── Gone                 the file is not there, and backups of it are
    ├── WrongKey             the file was made with another key
    ├── NotEncrypted         a plain SQLite file lies where ours should be
    ├── NewerStore           made by a newer program
    ├── NoCipher             the database library cannot encrypt, or is too old to trust
    ├── NoBackup             nothing to put back
    ├── StillInBackups       taken away for good, and an old backup may still hold it
    ├── Closed               the program ends, and an answer came too late to be kept
    ├── Broken               a fault of our own program
    └── KeyProblem           about the key
        ├── KeyMissing           there is a store and no key for it
        ├── SlotsMissing         the recovery key has nothing to open
        ├── KeysExist            keys would be made over a store that has some
        ├── KeyStoreUnavailable  the system keeps no keys, or not now
        ├── RecoveryKeyTypo      what was typed is no recovery key
        └── RecoveryKeyForeign   a good recovery key, of another store

`text()` is for the user: what happened, what was kept, what to do now. Erasing is never among the first things to do.
"""

# ruff: noqa: N818  the names say what happened, as their readers do

from __future__ import annotations

from pathlib import Path

from facilitator.words import _


class StoreError(Exception):
    """What is kept cannot be read or written."""

    def text(self) -> str:
        """Tell the user, in their language, what happened, what was kept and what to do now."""
        return _("The data cannot be read or written. What was saved is kept. Start the program again.")


class AlreadyOpen(StoreError):
    """Another process holds the store."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The program is already open on this laptop. Nothing was changed. "
            "Go on in the window that is open, or close it and start again."
        )


class DiskFull(StoreError):
    """There is no room for the next event."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The disk is full. What was saved before is kept, and the rest stays in memory. "
            "Make room: the program keeps trying. Or save a copy on a USB stick."
        )


class ReadOnly(StoreError):
    """The store may not be written by this user."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The program may not write in its data folder. What was saved before is kept. "
            "Ask who manages this laptop for the right to write there, or save a copy elsewhere."
        )


class Unreachable(StoreError):
    """The store's file or folder is not there (any more)."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The data folder cannot be reached. Nothing was erased. "
            "Check whether the disk or the network is connected, or save a copy elsewhere."
        )


class DiskTrouble(StoreError):
    """The disk reports a fault."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The disk reports a fault. What was saved before is kept, and the rest stays in memory. "
            "Save a copy on another disk now; the program keeps trying."
        )


class Damaged(StoreError):
    """The store is ours and does not read back; `backup` is the newest copy that does, if any."""

    def __init__(self, path: Path, backup: Path | None = None) -> None:
        super().__init__(f"{path.name} does not read back")
        self.path = path
        self.backup = backup

    def text(self) -> str:
        """Tell the user."""
        if self.backup is None:
            return _(
                "The data file is damaged. It is kept as it is; nothing was erased. "
                "There is no backup on this laptop. Let an expert look at the file before anything else is done."
            )
        return _(
            "The data file is damaged. It is kept as it is; nothing was erased. "
            "Put back the backup {name}: the program then also saves what can still be read from the damaged file."
        ).format(name=self.backup.name)


class Gone(Damaged):
    """The store's file is not there, and backups of it are: something took it away."""

    def text(self) -> str:
        """Tell the user."""
        if self.backup is None:
            return _(
                "The data file is gone, and its backups cannot be read. Nothing was erased by this program. "
                "Look whether the file {name} was moved, and put it back."
            ).format(name=self.path.name)
        return _(
            "The data file is gone. Nothing was erased by this program, and there is a backup. "
            "Look whether the file {name} was moved, or put back the backup {backup}."
        ).format(name=self.path.name, backup=self.backup.name)


class StillInBackups(StoreError):
    """Something was taken away for good, and could not be taken out of the backups yet."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "It is gone here. An old backup on this laptop may still hold it: it could not be taken out of that. "
            "The program tries again by itself, at its next start too. Is the disk full? Then make room first."
        )


class Closed(StoreError):
    """The store was closed, because the program ends."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The program is closing, so this was not kept any more. What was saved is kept. "
            "Start the program again, and look whether it is there."
        )


class WrongKey(StoreError):
    """The store was made with another key."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The data file does not belong to the key on this laptop. Nothing was changed. "
            "Use the recovery key that belongs to this file, or put back the file that was here before."
        )


class NotEncrypted(StoreError):
    """A plain SQLite file lies where the encrypted store should be."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "In the place of the data file lies a file that is not encrypted. The program does not use it and "
            "changed nothing. Move that file away and put back a backup."
        )


class NewerStore(StoreError):
    """The store was made by a newer version of the program."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The data were made by a newer version of this program. Nothing was changed. "
            "Install the newest version and open it again."
        )


class NoCipher(StoreError):
    """The database library cannot encrypt, or is too old to trust."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "A part of the program that encrypts the data is missing or too old. Nothing was changed and nothing "
            "was written without encryption. Install the program again."
        )


class NoBackup(StoreError):
    """There is no backup that reads back."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "There is no backup on this laptop that can be read. Nothing was changed. "
            "Look for a copy you saved elsewhere, for example on a USB stick."
        )


class Broken(StoreError):
    """The program itself does something wrong with the store."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "Saving fails by a fault in the program itself. What was saved before is kept, and the rest stays in "
            "memory. Save a copy now, and report this fault."
        )


class KeyProblem(StoreError):
    """Something about the key of the store."""


class KeyMissing(KeyProblem):
    """There is a store, and its key is not where it was put."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The key of your data is not on this laptop any more. The data are still there. "
            "Type the recovery key that you printed or wrote down when you first started the program."
        )


class SlotsMissing(KeyProblem):
    """The file that a recovery key opens is not there, nor in any backup."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The file that belongs to your recovery key is missing. The data are still there. "
            "Put the file {name} back from a copy you saved, beside the data file."
        ).format(name="store.slots")


class KeysExist(KeyProblem):
    """New keys were asked for where there are keys, or a store, already."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "There are data here already, with a key of their own. No new key was made and nothing was changed. "
            "Start the program again."
        )


class KeyStoreUnavailable(KeyProblem):
    """The system keeps no keys, or not now."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "The place where this laptop keeps passwords is closed or missing. The data are still there. "
            "Unlock it and start again, or type your recovery key."
        )


class RecoveryKeyTypo(KeyProblem):
    """What was typed is no recovery key: a letter is wrong, missing or too many."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "This is not a complete recovery key: a character is wrong, missing or too many. Nothing was changed. "
            "Compare it with your paper, group by group. It has 6 groups of 6 characters."
        )


class RecoveryKeyForeign(KeyProblem):
    """A well-formed recovery key that belongs to another store."""

    def text(self) -> str:
        """Tell the user."""
        return _(
            "This recovery key belongs to other data. Nothing was changed. "
            "Look for the recovery key that was made on this laptop; the newest one counts."
        )
