"""A mail draft with its enclosure: a file that a mail program opens as a message still to be sent.

It has no sender and no date: those are the mail program's. The same letter always gives the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from facilitator.report.formats.addresses import usable
from facilitator.report.text import clean

_LINE: Final = 76
_POLICY: Final = SMTP.clone(max_line_length=_LINE, cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says: to one address, a line of subject, and paragraphs of plain text."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a mail: its name, its bytes, and its media type."""

    name: str
    content: bytes
    media: str = "application/pdf"


class NoAddressError(ValueError):
    """A letter has no address that mail can be sent to; who makes drafts asks `usable` first."""


def draft(letter: Letter, enclosures: tuple[Enclosure, ...]) -> bytes:
    """Give a draft as the bytes of an .eml file: `X-Unsent` has mail programs open it to be sent.

    Raises NoAddressError for an address that is none.
    """
    to = usable(letter.to)
    if to is None:
        raise NoAddressError
    message = EmailMessage(_POLICY)
    message.set_content(clean(letter.body), charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = "nl"
    for enclosure in enclosures:
        main, sub = enclosure.media.split("/")
        message.add_attachment(enclosure.content, maintype=main, subtype=sub, filename=one_line(enclosure.name))
    if enclosures:
        message.set_boundary(_boundary(letter, enclosures))
    return f"X-Unsent: 1\r\nTo: {to}\r\nSubject: {_encoded(one_line(letter.subject))}\r\n".encode() + message.as_bytes()


def _encoded(subject: str) -> str:
    """Give a subject as a header holds it (RFC 2047); `EmailMessage` would lose spaces where it ends a line.

    What looks encoded already would be decoded by its reader, so that is encoded too.
    """
    if subject.isascii() and "=?" not in subject and len(subject) < _LINE - len("Subject: "):
        return subject
    return Header(subject, "utf-8", maxlinelen=_LINE, header_name="Subject").encode(linesep="\r\n")


def one_line(text: str) -> str:
    """Give text that a header can hold: no line ends, no other characters that cannot be seen."""
    return " ".join(clean(text).split())


def _boundary(letter: Letter, enclosures: tuple[Enclosure, ...]) -> str:
    """What divides the parts: made of what they are, so that it is the same each time and stands in none of them."""
    digest = hashlib.sha256(repr(letter).encode("utf-8", "replace"))
    for enclosure in enclosures:
        digest.update(hashlib.sha256(enclosure.content).digest())
    return f"=_{digest.hexdigest()[:40]}"
