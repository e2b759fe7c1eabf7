"""RegionModels: the models of a region on this laptop: those of the program, and those that were brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.core.model_update import newest_of
from facilitator.ui.futures import deliver

if TYPE_CHECKING:
    from facilitator.core.model_agreement import ModelAgreement
    from facilitator.storage.database import Connection
    from facilitator.ui.services import Services


class RegionModels:
    """Of every model the newest. What was brought in is asked of the store at once, and there when it is needed."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._held: tuple[ModelAgreement, ...] = ()
        # Without the store those of the program are there: whoever leads a session is not told of it then.
        deliver(services.store.ask(_brought_in), self._take, lambda _error: None)

    def _take(self, held: tuple[ModelAgreement, ...]) -> None:
        self._held = held

    def __call__(self) -> tuple[ModelAgreement, ...]:
        """Give them."""
        return newest_models((*self._services.library().models, *self._held))


def newest_models(every: tuple[ModelAgreement, ...]) -> tuple[ModelAgreement, ...]:
    """Of every model the one that was checked last, in the order in which they come first."""
    found = (newest_of(every, model_id) for model_id in dict.fromkeys(model.id for model in every))
    return tuple(model for model in found if model is not None)


def _brought_in(connection: Connection) -> tuple[ModelAgreement, ...]:
    from facilitator.storage.own_agreements import brought_in  # noqa: PLC0415  asked in the store's thread

    return brought_in(connection)
