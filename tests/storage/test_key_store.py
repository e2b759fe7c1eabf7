from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null

from facilitator.storage.errors import KeyStoreUnavailable
from facilitator.storage.key_store import SERVICE, KeyStore, NoKeyStore, SystemKeyStore


class Trusted(SecretService.Keyring):
    """Named as a trusted backend, kept in memory: no test ever asks the real one."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.kept[service, username] = password


Trusted.__module__ = "keyring.backends.SecretService"


class PlaintextKeyring(Trusted):
    """Writes secrets in the clear, as keyrings.alt does."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class Raising(Trusted):
    """Its system library fails in a way of its own."""

    def get_password(self, *_asked: str) -> str | None:
        raise ZeroDivisionError


Raising.__module__ = "keyring.backends.Windows"


class Chain(chainer.ChainerBackend):
    backends = [PlaintextKeyring(), Trusted()]  # noqa: RUF012  the library's own form


def test_a_trusted_backend_keeps_a_secret() -> None:
    backend = Trusted()
    store = SystemKeyStore(backend)
    assert store.get("a") is None
    store.put("a", "s3cret")
    assert store.get("a") == "s3cret"
    assert backend.kept == {(SERVICE, "a"): "s3cret"}


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlaintextKeyring, Raising])
def test_what_guards_nothing_counts_as_no_key_store(backend: type[KeyringBackend]) -> None:
    _refuses(SystemKeyStore(backend()))


def test_no_key_store_refuses() -> None:
    _refuses(NoKeyStore())


def _refuses(store: KeyStore) -> None:
    with pytest.raises(KeyStoreUnavailable):
        store.put("a", "s3cret")
    with pytest.raises(KeyStoreUnavailable):
        store.get("a")


def test_a_backend_that_forgets_counts_as_no_key_store() -> None:
    backend = Trusted()
    backend.forgets = True
    with pytest.raises(KeyStoreUnavailable):
        SystemKeyStore(backend).put("a", "s3cret")


def test_of_a_chain_only_the_trusted_one_gets_the_secret() -> None:
    SystemKeyStore(Chain.__new__(Chain)).put("a", "s3cret")
    plain, trusted = Chain.backends
    assert not plain.kept
    assert trusted.kept


def test_the_library_is_asked_which_backend_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Trusted()
    monkeypatch.setattr("keyring.get_keyring", lambda: backend)
    SystemKeyStore().put("a", "s3cret")
    assert backend.kept
