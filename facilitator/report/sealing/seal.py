"""Putting a seal on a document (PAdES, baseline B), and looking whether one still holds. No network, no time server."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from facilitator.report.archive.reading import read_pdf
from facilitator.report.errors import PdfDamaged, PdfLocked
from facilitator.report.protecting import Making
from facilitator.report.sealing.keys import SealKey, fingerprint
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.report.press import Press, Rendered

_FIELD: Final = "Zegel"


class Holds(Enum):
    """Whether a seal holds."""

    NO_SEAL = "no seal"
    UNCHANGED = "unchanged"
    ADDED_TO = "something was added after the seal"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking at a seal told.

    `name` is whom its certificate names and `mark` its fingerprint, `at` when the laptop that made it says it was
    (aware); `own` says that it was made with the key of this laptop.
    """

    holds: Holds
    name: str = ""
    mark: str = ""
    at: dt.datetime | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class SealedJob:
    """A document that is made as always, and then sealed at `now`."""

    job: Making
    key: SealKey
    now: dt.datetime
    path: PurePosixPath

    def render(self, press: Press) -> Rendered:
        """Make the file."""
        rendered = self.job.render(press)
        return replace(rendered, pdf=sealed(rendered.pdf, self.key, self.now))


def sealed_job(job: Making, key: SealKey, now: dt.datetime) -> SealedJob:
    """Give a document with a seal, under a name of its own."""
    return SealedJob(job, key, now, job.path.with_name(_("{name} (sealed).pdf").format(name=job.path.stem)))


def sealed(pdf: bytes, key: SealKey, now: dt.datetime) -> bytes:
    """Put a seal on a file that has no password. It is not seen on the pages."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  half a second
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    metadata = signers.PdfSignatureMetadata(
        field_name=_FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, name=key.name
    )

    class Signer(signers.PdfSigner):
        """PyHanko reads the system's clock; here the time is handed in."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  as pyHanko has it
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = now.astimezone(dt.UTC).replace(microsecond=0)
            return session

    made: Any = Signer(metadata, _signer(key)).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)))
    return bytes(made.getvalue())


def _signer(key: SealKey) -> Any:  # noqa: ANN401  pyHanko's types stay in here
    from asn1crypto import keys, pem, x509  # noqa: PLC0415  half a second, with pyHanko
    from pyhanko.sign import signers  # noqa: PLC0415
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

    certificate = x509.Certificate.load(pem.unarmor(key.certificate.encode())[2])
    private = keys.PrivateKeyInfo.load(pem.unarmor(key.key.encode())[2])
    store: Any = SimpleCertificateStore
    return signers.SimpleSigner(certificate, private, store())


def look(path: Path, own: SealKey | None, _press: Press | None = None) -> Looked:
    """Look whether the seal on a file still holds. Raises a ReadingError for a file that cannot be looked at."""
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415  half a second
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.sign.general import SigningError  # noqa: PLC0415

    content = read_pdf(path)
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        if reader.encrypted:
            raise PdfLocked(path)
        seals = list(reader.embedded_signatures)
        return _look_at(seals[-1], own) if seals else Looked(Holds.NO_SEAL)
    except (PdfError, SigningError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise PdfDamaged(path) from fault


def _look_at(seal: Any, own: SealKey | None) -> Looked:  # noqa: ANN401
    from asn1crypto import pem  # noqa: PLC0415
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    certificate = seal.signer_cert
    trusting = ValidationContext(trust_roots=[certificate], allow_fetching=False)
    status = validate_pdf_signature(seal, trusting, skip_diff=True)
    der = certificate.dump()
    told = Looked(
        Holds.UNCHANGED,
        str(certificate.subject.native.get("common_name", "")),
        fingerprint(der),
        status.signer_reported_dt,
        own is not None and pem.unarmor(own.certificate.encode())[2] == der,
    )
    if not (status.intact and status.valid and _is_whole(seal)):
        return replace(told, holds=Holds.CHANGED)
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return replace(told, holds=Holds.ADDED_TO)
    return told


def _is_whole(seal: Any) -> bool:  # noqa: ANN401
    """Whether nothing was hidden in the room that was left for the seal itself, the one place it cannot vouch for."""
    from asn1crypto import cms  # noqa: PLC0415

    room: bytes = seal.pkcs7_content
    return not room[len(cms.ContentInfo.load(room).dump()) :].strip(b"\0")
