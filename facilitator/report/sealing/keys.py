"""The key of a seal, and the certificate that says whose it is. Nobody else vouches for that name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Final

_YEARS: Final = 20
_BITS: Final = 3072
_LONGEST: Final = 64
"""A name in a certificate has at most so many bytes here (RFC 5280, ub-common-name, counts them as characters)."""


@dataclass(frozen=True, slots=True)
class SealKey:
    """A private key and its certificate, both as PEM. `name` is whom the certificate names."""

    name: str
    key: str = field(repr=False)
    certificate: str

    def to_plain(self) -> dict[str, str]:
        """Give it as plain values, for the encrypted store."""
        return {"name": self.name, "key": self.key, "certificate": self.certificate}


def from_plain(plain: object) -> SealKey | None:
    """Give what was kept; None for anything else."""
    if not isinstance(plain, dict):
        return None
    parts = [plain.get(name) for name in ("name", "key", "certificate")]
    name, key, certificate = (part if isinstance(part, str) else "" for part in parts)
    return SealKey(name, key, certificate) if name and key and certificate else None


def new_key(name: str, now: dt.datetime, _press: object = None) -> SealKey:
    """Make a key with a certificate of its own in this name (cut to 64 bytes), from `now` on."""
    from cryptography import x509  # noqa: PLC0415  only the worker makes keys
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    short = name.encode()[:_LONGEST].decode(errors="ignore").strip()
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, short)])
    begin = now.astimezone(dt.UTC) - dt.timedelta(days=1)
    made: Any = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + dt.timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SealKey(short, private.decode(), made.public_bytes(serialization.Encoding.PEM).decode())


def fingerprint(certificate: bytes) -> str:
    """Give the SHA-256 of a certificate (DER) in groups that two people can compare aloud."""
    import hashlib  # noqa: PLC0415  only the worker needs it

    digest = hashlib.sha256(certificate).hexdigest()[:32].upper()
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
