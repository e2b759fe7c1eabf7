"""The panels of the infographic as they are today, from the cards there are."""

from __future__ import annotations

from facilitator.content.infographic import FILE, Infographic, read_infographic
from facilitator.content.locate import content_folder
from facilitator.ui.services import Services


def panels_today(services: Services) -> Infographic:
    """Read them; what is past its day is marked by the clock of the program."""
    today = services.now().astimezone().date()
    return read_infographic(content_folder() / FILE, services.library().cards, today)
