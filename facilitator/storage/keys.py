"""The key of the store: made once, kept where the system keeps keys or else in a file, and always recoverable.

 data key (256 bits, random) ── opens ──> store.db, its backups and copies
    │ kept in the system's key store, or in store.key (owner only)
    └ wrapped by the recovery key (on paper) in store.slots, beside the store and beside every copy of it

Losing the key store or the key file costs typing the recovery key. Losing both that and the paper costs the data:
nobody else has a key. A new key is never made where a store, its slots or backups lie.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from facilitator.storage import folder
from facilitator.storage.errors import (
    KeyMissing,
    KeysExist,
    KeyStoreUnavailable,
    RecoveryKeyForeign,
    SlotsMissing,
)
from facilitator.storage.folder import Home
from facilitator.storage.key_store import KeyStore
from facilitator.storage.recovery_key import RecoveryKey

_KEY, _SALT = 32, 16
_RAW = re.compile(rf"[0-9a-f]{{{2 * (_KEY + _SALT)}}}\Z")


class KeyPlace(StrEnum):
    """Where the data key is kept. FILE means that who has the laptop's disk has the key."""

    KEY_STORE = "key-store"
    FILE = "file"


@dataclass(frozen=True)
class DataKey:
    """What opens the store: 32 bytes of key and 16 of salt, which are also the first 16 bytes of the store's file."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def new(cls) -> DataKey:
        """Make one from the system's random source."""
        return cls(os.urandom(_KEY), os.urandom(_SALT))

    @classmethod
    def from_raw(cls, raw: bytes) -> DataKey:
        """Read key and salt back from their 48 bytes."""
        return cls(raw[:_KEY], raw[_KEY:])

    @property
    def raw(self) -> bytes:
        """Key and salt as 48 bytes."""
        return self.secret + self.salt

    def derived(self, purpose: str) -> bytes:
        """Give 32 bytes for another purpose, from which this key cannot be told; the same each time."""
        import hashlib  # noqa: PLC0415  5 ms, not on the way to the first window
        import hmac  # noqa: PLC0415

        return hmac.digest(self.raw, b"facilitator " + purpose.encode(), hashlib.sha256)

    @property
    def id(self) -> str:
        """Names the key without telling anything of it: 16 hexadecimal digits."""
        import hashlib  # noqa: PLC0415  5 ms that the store's thread can spend

        return hashlib.sha256(b"facilitator key id" + self.raw).hexdigest()[:16]


@dataclass(frozen=True)
class NewKeys:
    """What a first start made. The recovery key is to be shown now: it is kept nowhere."""

    key: DataKey
    recovery: RecoveryKey
    place: KeyPlace


@dataclass(frozen=True)
class Unlocked:
    """The key that was kept. `recovery_noted` says that the user told us to have the recovery key on paper."""

    key: DataKey
    place: KeyPlace
    recovery_noted: bool


@dataclass(frozen=True)
class _Slots:
    """The slot file: which key, where it is kept, and the key wrapped by the recovery key."""

    key_id: str
    place: KeyPlace
    noted: bool
    salt: str
    nonce: str
    wrapped: str


def first_start(home: Path) -> bool:
    """Whether nothing was ever kept here, so that keys are to be made."""
    at = Home(home)
    return not (at.database.exists() or at.slots.exists() or at.backups.exists())


def create(home: Path, key_store: KeyStore) -> NewKeys:
    """Make the keys of a new store. Raises KeysExist where one was, AlreadyOpen, or an error of the disk."""
    at = Home(home)
    at.make()
    with folder.alone(at):
        if not first_start(home):
            raise KeysExist
        key, recovery = DataKey.new(), RecoveryKey.new()
        place = _keep(at, key, key_store)
        _write(at.slots, _wrap(key, recovery, place))
    return NewKeys(key, recovery, place)


def unlock(home: Path, key_store: KeyStore) -> Unlocked:
    """Fetch the key that was kept.

    Raises KeyMissing when it is nowhere, KeyStoreUnavailable when the system's key store does not answer; the way out
    of both is `recover`.
    """
    at = Home(home)
    slots = _find_slots(at)
    if slots is None or slots.place is KeyPlace.FILE:
        key = _from_file(at, slots)
        place = KeyPlace.FILE
    else:
        kept = key_store.get(_name(slots.key_id))
        key = _fitting(kept, slots)
        place = KeyPlace.KEY_STORE
    if key is None:
        raise KeyMissing
    return Unlocked(key, place, recovery_noted=at.slots.exists() and slots is not None and slots.noted)


def recover(home: Path, typed: str, key_store: KeyStore) -> Unlocked:
    """Get the key back with the recovery key, and keep it again.

    Raises RecoveryKeyTypo, RecoveryKeyForeign, SlotsMissing, or an error of the disk.
    """
    at = Home(home)
    recovery = RecoveryKey.typed(typed)
    slots = _find_slots(at)
    if slots is None:
        raise SlotsMissing
    key = _unwrap(slots, recovery)
    place = _keep(at, key, key_store)
    _write(at.slots, replace(slots, place=place, noted=True))
    return Unlocked(key, place, recovery_noted=True)


def key_of_copy(database: Path, typed: str) -> DataKey:
    """Get the key of a copy elsewhere, whose slot file lies beside it. Raises as `recover` does."""
    recovery = RecoveryKey.typed(typed)
    slots = _read(folder.slots_of(database))
    if slots is None:
        raise SlotsMissing
    return _unwrap(slots, recovery)


def renew_recovery(home: Path, unlocked: Unlocked) -> RecoveryKey:
    """Make a new recovery key, to be shown now. The former opens nothing on this laptop any more, backups included."""
    at = Home(home)
    recovery = RecoveryKey.new()
    slots = _wrap(unlocked.key, recovery, unlocked.place)
    for path in (at.slots, *at.backups.glob("*.slots")):
        _write(path, slots)
    return recovery


def recovery_noted(home: Path) -> None:
    """Remember that the user has the recovery key on paper. Raises SlotsMissing."""
    at = Home(home)
    slots = _read(at.slots)
    if slots is None:
        raise SlotsMissing
    _write(at.slots, replace(slots, noted=True))


# ---- keeping


def _name(key_id: str) -> str:
    return f"store {key_id}"


def _keep(at: Home, key: DataKey, key_store: KeyStore) -> KeyPlace:
    try:
        key_store.put(_name(key.id), key.raw.hex())
    except KeyStoreUnavailable:
        folder.write_atomically(at.key_file, key.raw.hex().encode())
        return KeyPlace.FILE
    return KeyPlace.KEY_STORE


def _from_file(at: Home, slots: _Slots | None) -> DataKey | None:
    with folder.reported():
        if not at.key_file.is_file():
            return None
        folder.keep_to_owner(at.key_file)
        return _fitting(at.key_file.read_text("ascii", "replace").strip(), slots)


def _fitting(raw: str | None, slots: _Slots | None) -> DataKey | None:
    """Give the key when it is one, and the one the slots speak of."""
    if raw is None or not _RAW.match(raw):
        return None
    key = DataKey.from_raw(bytes.fromhex(raw))
    return key if slots is None or slots.key_id == key.id else None


# ---- the slot file


def _wrap(key: DataKey, recovery: RecoveryKey, place: KeyPlace) -> _Slots:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  50 ms, and seldom needed

    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_wrapping_key(recovery, salt)).encrypt(nonce, key.raw, key.id.encode())
    return _Slots(key.id, place, noted=False, salt=salt.hex(), nonce=nonce.hex(), wrapped=wrapped.hex())


def _unwrap(slots: _Slots, recovery: RecoveryKey) -> DataKey:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  50 ms, and seldom needed
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        cipher = AESGCM(_wrapping_key(recovery, bytes.fromhex(slots.salt)))
        raw = cipher.decrypt(bytes.fromhex(slots.nonce), bytes.fromhex(slots.wrapped), slots.key_id.encode())
    except (InvalidTag, ValueError) as error:
        raise RecoveryKeyForeign from error
    return DataKey.from_raw(raw)


def _wrapping_key(recovery: RecoveryKey, salt: bytes) -> bytes:
    """Derive 256 bits. The recovery key holds 160 random bits, so that slowing down guesses is not needed."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  50 ms, and seldom needed
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return HKDF(SHA256(), 32, salt, b"facilitator recovery slot 1").derive(recovery.secret)


def _write(path: Path, slots: _Slots) -> None:
    plain = {"version": 1, **vars(slots)}
    folder.write_atomically(path, json.dumps(plain, indent=1).encode())


def _find_slots(at: Home) -> _Slots | None:
    """Read the slot file, or else that of the newest backup."""
    backups = sorted(at.backups.glob("*.slots"), reverse=True)
    found = (_read(path) for path in (at.slots, *backups))
    return next((slots for slots in found if slots is not None), None)


def _read(path: Path) -> _Slots | None:
    """Read a slot file; None when it is not there or says nothing."""
    with folder.reported():
        if not path.is_file():
            return None
        data = path.read_bytes()
    try:
        plain: dict[str, Any] = json.loads(data)
        return _Slots(
            key_id=str(plain["key_id"]),
            place=KeyPlace(plain["place"]),
            noted=plain["noted"] is True,
            salt=str(plain["salt"]),
            nonce=str(plain["nonce"]),
            wrapped=str(plain["wrapped"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
