"""Why an event does not fit: each reason is the English msgid of what the facilitator reads."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """A reason; the words are looked up in the catalogue where they are shown."""

    NOT_BEGUN = "This session has no beginning."
    BEGUN = "This session has begun already."
    NOT_RUNNING = "The session has not started yet."
    CLOSED = "The session is closed. Reopen it to change something."
    NOT_CLOSED = "The session is not closed."
    UNKNOWN = "That is no longer there."
    EMPTY = "There is no text yet."
    DOUBLE = "That is there already."
    IN_USE = "An answer, an agreement or a participant still names this."
    NO_ANSWERS = "This step takes no answers. Write a note or park it."
    NOT_A_CHOICE = "Choose one of the answers of this step."
    NOT_ON_SCALE = "Give a whole number from 1 to 10."
    NEVER_SHOWN = "Answers of this step are not shown to the room."
    NOTHING_TO_UNDO = "There is nothing to take back."
    NOTHING_TO_REDO = "There is nothing to make again."
