"""Why an event does not fit: each reason is the English msgid of what the facilitator reads."""

from __future__ import annotations

from enum import StrEnum

from facilitator.core.vocabulary import N_


class Refusal(StrEnum):
    """A reason; the words are looked up in the catalogue where they are shown."""

    NOT_BEGUN = N_("This session has no beginning.")
    BEGUN = N_("This session has begun already.")
    NOT_RUNNING = N_("The session has not started yet.")
    NOT_PAUSED = N_("The meeting is not paused.")
    NOT_THEN = N_("It cannot have begun then.")
    CLOSED = N_("The session is closed. Reopen it to change something.")
    NOT_CLOSED = N_("The session is not closed.")
    UNKNOWN = N_("That is no longer there.")
    EMPTY = N_("There is no text yet.")
    DOUBLE = N_("That is there already.")
    IN_USE = N_("An answer, an agreement or a participant still names this.")
    OUT_OF_ORDER = N_("That time does not fit: it lies outside the meeting, or comes before the one above it.")
    NO_ANSWERS = N_("This step takes no answers. Write a note or park it.")
    NOT_A_CHOICE = N_("Choose one of the answers of this step.")
    NOT_ON_SCALE = N_("Give a whole number from 1 to 10.")
    NOT_AN_ORDER = N_("Name every option once, best first.")
    NO_PROPOSALS = N_("Here the options stand fast. Count their dots.")
    NOT_TOGETHER = N_("Only answers in words, of one page, can be put together.")
    NO_SILENCE = N_("It is not quiet now.")
    NO_VOTES = N_("In this step nothing is voted on.")
    PRESENT_STEP = N_("You are in this step. Go to another one first.")
    NO_CASE = N_("No case is studied in this session.")
    SAME_MOMENTS = N_("That case shares moments with one you studied: what was said would get mixed up.")
    NOT_READY = N_("This is still a draft. Make it ready first.")
    BEFORE_THE_ROOM = N_("The room looks at this slide. Take it away first.")
    PERSONAL = N_("This looks like personal data. Decide first what to do with it.")
    NEVER_SHOWN = N_("Answers of this step are not shown to the room.")
    NOTHING_TO_UNDO = N_("There is nothing to take back.")
    NOTHING_TO_REDO = N_("There is nothing to make again.")
    READ_ALREADY = N_("This was read in before.")
    NOT_AT_TABLE = N_("Not everybody this agreement belongs to is at this table. It stays with you.")
    HELD_HERE = N_("This session was held with this program. Its own report tells nothing new.")
    HELD_ELSEWHERE = N_("This session was read from a report. It can be put right where it was held.")
