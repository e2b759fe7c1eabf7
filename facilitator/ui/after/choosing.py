"""Choosing: what goes into each kind of document, remembered on this laptop for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core.session import Session
from facilitator.report.contents import ALL, Contents, from_plain
from facilitator.report.kinds import Document
from facilitator.ui.futures import deliver
from facilitator.ui.services import Services
from facilitator.ui.settings import house_store
from facilitator.ui.settings.house_store import Houses

if TYPE_CHECKING:
    from facilitator.storage.database import Connection

_NAME = "contents"


class Choosing(QObject):
    """What was chosen, from the store and back into it.

    Attributes:
        choices: what goes into each kind of document; what is not in it has everything.
        houses: the house styles there are, and who has which.
        known: whether the store said what was chosen before, or cannot.

    Signals:
        changed(): something else goes in now, or it is known now what was chosen before.
        failed(Exception): it could not be remembered.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.choices: dict[Document, Contents] = {}
        self.houses = Houses()
        self.known = False

    def ask(self) -> None:
        """Ask what was chosen before. `changed` tells when it is known."""

        def question(connection: Connection) -> tuple[object, Houses]:
            from facilitator.storage import settings  # noqa: PLC0415  asked in the store's thread

            return settings.kept(connection, _NAME), house_store.read(connection)

        deliver(self._services.store.ask(question), self._take, self._go_without)

    def of(self, document: Document) -> Contents:
        """What goes into a kind of document."""
        return self.choices.get(document, ALL)

    def choose(self, document: Document, contents: Contents) -> None:
        """Let this go in from now on."""
        self.choices[document] = contents
        self.changed.emit()
        plain = {kind.name: chosen.to_plain() for kind, chosen in self.choices.items()}

        def write(connection: Connection) -> None:
            from facilitator.storage import settings  # noqa: PLC0415  asked in the store's thread

            settings.keep(connection, _NAME, plain)

        deliver(self._services.store.ask(write), lambda _done: None, self.failed.emit)

    def choose_house(self, session: Session, style_id: str) -> None:
        """Let the papers of a session have this house style from now on; empty is our own look."""
        houses = self.houses = self.houses.choosing(session, style_id)
        self.changed.emit()
        written = self._services.store.ask(lambda connection: house_store.write(connection, houses))
        deliver(written, lambda _done: None, self.failed.emit)

    def _take(self, answer: tuple[object, Houses]) -> None:
        kept, self.houses = answer
        plain = kept if isinstance(kept, dict) else {}
        self.choices = {kind: from_plain(plain[kind.name]) for kind in Document if kind.name in plain}
        self._now_known()

    def _go_without(self, _error: Exception) -> None:
        """The store cannot be read: documents are made all the same, with everything that may be in them."""
        self._now_known()

    def _now_known(self) -> None:
        self.known = True
        self.changed.emit()
