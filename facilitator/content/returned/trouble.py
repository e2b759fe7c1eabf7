"""Why something that came back cannot be read, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.core.reporting import Returned
from facilitator.words import N_, _


class Trouble(StrEnum):
    """What is the matter; the value is what is said of it: what happened, and what to do now."""

    NOT_THERE = N_("This file cannot be read. Check that it is still there, and that you may open it.")
    TOO_LARGE = N_("This file is larger than {size} MB; a form is much smaller. Check that it is the right file.")
    UNKNOWN = N_("This is no PDF form and no mail. Choose the PDF, or the mail saved as .eml or as text.")
    OUTLOOK = N_("This is a mail in Outlook's own format. Save it as .eml, or copy its text and paste it here.")
    DAMAGED = N_("This PDF is damaged or was only half received. Ask for it again, or type the answers over.")
    LOCKED = N_("This PDF asks for a password. Open it, save it without the password, or type the answers over.")
    SCANNED = N_("This is a picture of a form: printed and scanned. The program cannot read handwriting. Type it over.")
    FLATTENED = N_("The fields of this form were made fixed by another program. You can still read it: type it over.")
    NOT_OURS = N_("This PDF is not a form of this program, or its fields were renamed. Type the answers over.")
    EMPTY = N_("Nothing is filled in here. Perhaps the form was not saved after filling it in. Ask for it again.")
    AUTOMATIC = N_("This mail was sent by a machine: nobody reads there now. Wait for the real answer.")
    BOUNCED = N_("This mail says that yours was not delivered. Check the address and send it again.")
    NO_TEXT = N_("This mail has no text that can be read. Open it, and copy the text and paste it here.")

    def explain(self, *, size: int = 0) -> str:
        """Say it in the user's words; `size` is in MB."""
        return _(self.value).format(size=size)

    @property
    def by_eye(self) -> bool:
        """Whether a person can still read it, so that typing it over is offered."""
        return self in {Trouble.SCANNED, Trouble.FLATTENED, Trouble.NOT_OURS, Trouble.LOCKED, Trouble.DAMAGED}


@dataclass(frozen=True, slots=True)
class MailText:
    """The text of a mail, not yet put beside what was asked; `mark` names this very mail."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Read:
    """What one file held: forms, a text, or what is the matter with it.

    `reference` is that of a form that cannot be read by machine any more, where the file still names it.
    """

    source: str
    forms: tuple[Returned, ...] = ()
    mail: MailText | None = None
    trouble: Trouble | None = None
    reference: str = ""
