"""A document behind a password: AES-256 (PDF 2.0, revision 6), so that only who knows it can read the file.

An archive must open without a password, so such a file does not say that it is for the archive. Programs that read
aloud are let in like everybody who knows the password.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol

from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered

SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What passwords are made of: no I and 1, no O and 0, for they are read out and typed over."""
_GROUPS, _GROUP = 4, 4


class Making(Protocol):
    """A document that can be made."""

    @property
    def path(self) -> PurePosixPath:
        """Where it goes."""

    def render(self, press: Press) -> Rendered:
        """Make it."""


@dataclass(frozen=True, slots=True)
class ProtectedJob:
    """A document that is made as always, and then shut."""

    job: Making
    password: str
    path: PurePosixPath

    def render(self, press: Press) -> Rendered:
        """Make the file."""
        rendered = self.job.render(press)
        return replace(rendered, pdf=shut(rendered.pdf, self.password))


def protected(job: Making, password: str) -> ProtectedJob:
    """Give a document behind a password, under a name of its own."""
    return ProtectedJob(job, password, job.path.with_name(_("{name} (protected).pdf").format(name=job.path.stem)))


def new_password(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Make a password in groups that can be read out: 16 signs, 80 bits of chance."""
    return "-".join("".join(choose(SIGNS) for _sign in range(_GROUP)) for _group in range(_GROUPS))


def shut(pdf: bytes, password: str) -> bytes:
    """Give a file that only opens with this password."""
    import pikepdf  # noqa: PLC0415  only the worker needs it

    target = BytesIO()
    allowed = pikepdf.Permissions(modify_annotation=False, modify_assembly=False, modify_other=False)
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            for claim in ("pdfaid:part", "pdfaid:conformance"):
                if claim in xmp:
                    del xmp[claim]
        document.save(
            target,
            encryption=pikepdf.Encryption(user=password, owner=secrets.token_hex(16), R=6, allow=allowed),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()
