"""Which mail addresses can stand in a header: one mailbox, and nothing that a header could take for more."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 254
_LOCAL: Final = re.compile(r"(?=.{1,64}\Z)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)


def usable(address: str) -> str | None:
    """Give an address as it can stand in a header, in ASCII; None where it is no address (RFC 5321 and 5322).

    A name may hold what RFC 5322 calls a dot-atom; quoted names and addresses in brackets are refused, for nobody at a
    table has one and every reader of mail reads them differently. A domain of another script comes out in its ASCII
    form (RFC 3490).
    """
    local, at, domain = address.strip(" ").rpartition("@")
    if not at or _LOCAL.fullmatch(local) is None:
        return None
    try:
        plain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = plain.split(".")
    if len(labels) == 1 or labels[-1].isdigit() or not all(map(_LABEL.fullmatch, labels)):
        return None
    whole = f"{local}@{plain}"
    return whole if len(whole) <= _LONGEST else None
