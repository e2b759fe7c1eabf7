"""StoreNews: what the store tells from its own thread, as signals for the windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.storage.thread import Listener


class StoreNews(QObject):
    """Connect with `Qt.ConnectionType.QueuedConnection`: the signals come from the store's thread.

    Signals:
        saved(str, datetime): an event is on the disk.
        failed(StoreError, datetime): nothing is saved any more, since then.
        recovered(datetime): all is saved again.
        trouble(StoreError): something else went wrong, such as the daily backup.
    """

    saved = Signal(str, object)
    failed = Signal(object, object)
    recovered = Signal(object)
    trouble = Signal(object)

    def listener(self) -> Listener:
        """Give what the store calls."""
        return Listener(self.saved.emit, self.failed.emit, self.recovered.emit, self.trouble.emit)
