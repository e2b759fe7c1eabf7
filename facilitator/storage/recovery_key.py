"""The recovery key: what a person keeps on paper to get at the data when the laptop lost its key.

160 random bits and 20 bits to notice a typo, as 36 signs in 6 groups: `9Q3K7M-…`. The signs are Crockford's
base 32 (digits and capitals without I, L, O and U), so that a key read aloud or copied by hand comes back whole;
O is read as 0, and I and L as 1. https://www.crockford.com/base32.html
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

from facilitator.storage.errors import RecoveryKeyTypo

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP_LENGTH = 6, 6

_BYTES = 20
_CHECK_BITS = 20
_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_.]+")


@dataclass(frozen=True)
class RecoveryKey:
    """160 random bits. It is shown and printed, never kept on the laptop; a log or a traceback does not show it."""

    secret: bytes = field(repr=False)

    @classmethod
    def new(cls) -> RecoveryKey:
        """Make one from the system's random source."""
        return cls(os.urandom(_BYTES))

    @classmethod
    def typed(cls, text: str) -> RecoveryKey:
        """Read what a person typed: any case, any dashes and blanks. Raises RecoveryKeyTypo."""
        signs = _BETWEEN.sub("", text).upper().translate(_READ_AS)
        if len(signs) != GROUPS * GROUP_LENGTH or not set(signs) <= set(SIGNS):
            raise RecoveryKeyTypo
        number = 0
        for sign in signs:
            number = number * 32 + SIGNS.index(sign)
        secret = (number >> _CHECK_BITS).to_bytes(_BYTES, "big")
        if _check(secret) != number & ((1 << _CHECK_BITS) - 1):
            raise RecoveryKeyTypo
        return cls(secret)

    def __str__(self) -> str:
        number = int.from_bytes(self.secret, "big") << _CHECK_BITS | _check(self.secret)
        signs = "".join(SIGNS[number >> shift & 31] for shift in range(175, -1, -5))
        return "-".join(signs[i : i + GROUP_LENGTH] for i in range(0, len(signs), GROUP_LENGTH))


def _check(secret: bytes) -> int:
    import hashlib  # noqa: PLC0415  5 ms, and only when a recovery key is shown or typed

    digest = hashlib.sha256(b"facilitator recovery key" + secret).digest()
    return int.from_bytes(digest[:3], "big") >> 24 - _CHECK_BITS
