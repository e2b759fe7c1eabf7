"""A learning session: a case told moment by moment, and agreements out of what was said at each, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from facilitator.core.events import Screen
from facilitator.core.session import Session, State
from facilitator.core.vocabulary import Status
from facilitator.ui.audience.window import AudienceWindow
from tests.journeys.conftest import Facilitator, Modifier, Start
from tests.journeys.ways import (
    begin,
    begin_preparing,
    choose_place,
    close_by_reading_back,
    go_on,
    invite,
    make_documents,
)
