"""Where the system keeps secrets: Windows Credential Manager, macOS Keychain, Secret Service or KWallet on Linux."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from facilitator.storage.errors import KeyStoreUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Facilitator"

# Only these hold a secret so that the user's own login guards it. Others that `keyring` may find write it in plain
# text, ask for a password on a terminal nobody sees, or keep nothing at all.
_TRUSTED = ("Windows", "macOS", "SecretService", "libsecret", "kwallet")


class KeyStore(Protocol):
    """Keeps a short secret under a name. Every method raises KeyStoreUnavailable when it cannot."""

    def get(self, name: str) -> str | None:
        """Give the secret, or None when there is none of that name."""

    def put(self, name: str, secret: str) -> None:
        """Keep the secret under that name, in place of what was there."""


class NoKeyStore:
    """For laptops, tests and demonstrations without one: everything goes to a file."""

    def get(self, name: str) -> str | None:
        """Refuse."""
        raise KeyStoreUnavailable(name)

    def put(self, name: str, secret: str) -> None:  # noqa: ARG002  a refusal does not look at it
        """Refuse."""
        raise KeyStoreUnavailable(name)


class SystemKeyStore:
    """The real one, through the library `keyring`, which is imported when it is first asked (it takes 0.1 s)."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        """Take the library's own choice of backend, or the one given."""
        self._backend = backend

    def get(self, name: str) -> str | None:
        """Give the secret, or None."""
        return self._asked(lambda backend: backend.get_password(SERVICE, name))

    def put(self, name: str, secret: str) -> None:
        """Keep the secret, and read it back: a store that forgets at once is none."""
        self._asked(lambda backend: backend.set_password(SERVICE, name, secret))
        if self.get(name) != secret:
            raise KeyStoreUnavailable("what was kept did not come back")

    def _asked(self, question: Callable[[KeyringBackend], str | None]) -> str | None:
        try:
            return question(self._usable())
        except KeyStoreUnavailable:
            raise
        except Exception as error:  # each backend raises the errors of its own system library
            raise KeyStoreUnavailable(f"{type(error).__name__}: {error}") from error

    def _usable(self) -> KeyringBackend:
        if self._backend is None:
            import keyring  # noqa: PLC0415  late: see the class

            self._backend = keyring.get_keyring()
        backend = _trusted(self._backend)
        if backend is None:
            raise KeyStoreUnavailable(f"{type(self._backend).__module__} does not guard a secret")
        return backend


def _trusted(backend: KeyringBackend) -> KeyringBackend | None:
    """Give the backend when it guards a secret; of a chain of them the first that does."""
    chain: list[KeyringBackend] = getattr(backend, "backends", None) or [backend]
    for one in chain:
        module = type(one).__module__
        if module.startswith("keyring.backends.") and module.split(".")[2] in _TRUSTED:
            return one
    return None
