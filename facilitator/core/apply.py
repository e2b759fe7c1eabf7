"""`apply(session, event) -> Session`: the one place where a session comes forth from its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from facilitator.core import (
    agreeing,
    answers,
    archived,
    attendance,
    cards,
    casework,
    chafing,
    changes,
    confidentiality,
    frustration,
    going,
    grouping,
    look_back,
    options,
    programme,
    slides,
    spotting,
    timekeeping,
    walking,
)
from facilitator.core import events as ev
from facilitator.core.notebook import Notebook, Outcome
from facilitator.core.refusal import Refusal
from facilitator.core.session import Session, Snapshot, State

UNDO_DEPTH = 200
"""How many changes can be taken back. Each costs one notebook whose parts are shared with its neighbours."""


def _undo(session: Session, event: ev.Undone) -> Session | Refusal:
    if not session.history or session.history[-1].event_id != event.event_id:
        return Refusal.NOTHING_TO_UNDO
    before = session.history[-1]
    undone = (*session.undone, Snapshot(before.event_id, session.notebook))
    after = replace(session, notebook=before.notebook, history=session.history[:-1], undone=undone)
    return _turned(session, event, after)


def _redo(session: Session, event: ev.Redone) -> Session | Refusal:
    if not session.undone or session.undone[-1].event_id != event.event_id:
        return Refusal.NOTHING_TO_REDO
    again = session.undone[-1]
    history = (*session.history, Snapshot(again.event_id, session.notebook))
    after = replace(session, notebook=again.notebook, history=history, undone=session.undone[:-1])
    return _turned(session, event, after)


def _turned(before: Session, event: ev.Event, after: Session) -> Session | Refusal:
    """Leave the meeting at a step that is there, and the room before a slide that is; else nothing is turned."""
    here, slide = before.course.step_id, after.slide(before.course.slide_id)
    if before.course.slide_id is not None and (slide is None or not slide.ready):
        return Refusal.BEFORE_THE_ROOM
    if here and after.index(here) is None:
        return Refusal.PRESENT_STEP
    return programme.in_step(before, after, event.at, back=True)


_DIRECT: dict[type[ev.Event], Callable[[Session, Any], Session | Refusal]] = {
    ev.SessionStarted: going.start,
    ev.SessionClosed: going.close,
    ev.SessionReopened: going.reopen,
    ev.PlanChanged: going.change_plan,
    ev.StepEntered: going.enter,
    ev.MeetingPaused: timekeeping.pause,
    ev.MeetingContinued: timekeeping.go_on,
    ev.QuestionChosen: going.choose_question,
    ev.SilenceBegun: going.begin_silence,
    ev.SilenceEnded: going.end_silence,
    ev.ScreenSet: going.set_screen,
    ev.ScreenBack: going.uncover,
    ev.AgreementReadBack: going.read_back,
    ev.LookBackFilled: look_back.fill,
    ev.LookBackShown: look_back.show,
    ev.DocumentsHandedOut: agreeing.hand_out,
    ev.ReportRead: archived.take,
    ev.SlideShown: slides.show_slide,
    ev.WalkShown: walking.show,
    ev.CardShown: cards.show_card,
    ev.PanelShown: cards.show_panel,
    ev.GuessesShown: cards.show_guesses,
    ev.ClaimRevealed: cards.reveal,
    ev.CaseShown: casework.show_case,
    ev.PresenterChosen: casework.choose_presenter,
    ev.TurnGiven: casework.give_turn,
    ev.ConfidentialityShown: confidentiality.show,
    ev.Undone: _undo,
    ev.Redone: _redo,
}

_CHANGES: dict[type[ev.Event], Callable[[Session, Any], Outcome]] = {
    ev.DetailsChanged: changes.change_details,
    ev.TimeDivided: changes.divide_time,
    ev.PauseCounted: timekeeping.count_pause,
    ev.StartCorrected: timekeeping.correct_start,
    ev.ProgrammeChanged: programme.change_programme,
    ev.StepWritten: programme.write_step,
    ev.QuestionWritten: programme.write_question,
    ev.CaseSwitched: programme.switch_case,
    ev.PartnerAdded: changes.add_partner,
    ev.PartnerRenamed: changes.rename_partner,
    ev.PartnerRemoved: changes.remove_partner,
    ev.ParticipantAdded: changes.add_participant,
    ev.ParticipantChanged: changes.change_participant,
    ev.ParticipantRemoved: changes.remove_participant,
    ev.PartnersSeated: attendance.seat,
    ev.PresenceSet: attendance.set_presence,
    ev.PresenceCorrected: attendance.correct,
    ev.ConfidentialityPledged: confidentiality.pledge,
    ev.AnswerGiven: answers.give_answer,
    ev.AnswerChanged: answers.change_answer,
    ev.AnswerRemoved: answers.remove_answer,
    ev.AnswersShown: answers.show_answers,
    ev.NoteWritten: changes.write_note,
    ev.NoteChanged: changes.change_note,
    ev.NoteRemoved: changes.remove_note,
    ev.ItemParked: changes.park,
    ev.ParkedChanged: changes.change_parked,
    ev.ItemUnparked: changes.unpark,
    ev.SlideWritten: slides.write_slide,
    ev.SlideRemoved: slides.remove_slide,
    ev.AgreementMade: agreeing.make_agreement,
    ev.AgreementChanged: agreeing.change_agreement,
    ev.AgreementRemoved: agreeing.remove_agreement,
    ev.AgreementConfirmed: agreeing.confirm_agreement,
    ev.AgreementStatusSet: agreeing.set_status,
    ev.LookBackSaid: look_back.say,
    ev.ParagraphMarked: chafing.mark,
    ev.ParagraphUnmarked: chafing.unmark,
    ev.FrustrationCounted: frustration.count,
    ev.WalkBegun: walking.begin,
    ev.WalkAnswered: walking.answer,
    ev.WalkStopped: walking.stop,
    ev.WalkRemoved: walking.remove,
    ev.VotesCounted: answers.count_votes,
    ev.DotsCounted: options.count_dots,
    ev.DotsShown: options.show_dots,
    ev.AnswersGrouped: grouping.group,
    ev.AnswersUngrouped: grouping.ungroup,
    ev.GuessesCounted: cards.count_guesses,
    ev.RolesDealt: casework.deal_roles,
    ev.TurningPointMarked: casework.mark_turning_point,
    ev.TurningPointRemoved: casework.remove_turning_point,
    ev.MomentJudged: casework.judge_moment,
    ev.QuestionWeighed: casework.weigh_question,
    ev.FindingSettled: spotting.settle,
}

# What a closed session still accepts: showing, following up, and being opened again.
_AFTER_CLOSING = frozenset(
    {
        ev.SessionReopened,
        ev.SessionClosed,
        ev.ScreenSet,
        ev.ScreenBack,
        ev.AgreementStatusSet,
        ev.DocumentsHandedOut,
        ev.ReportRead,
        ev.FindingSettled,
    }
)


def judge(session: Session | None, event: ev.Event) -> Session | Refusal:
    """Give the session after an event, or why the event does not fit."""
    if isinstance(event, ev.SessionPlanned):
        return _begin(event) if session is None else Refusal.BEGUN
    if session is None:
        return Refusal.NOT_BEGUN
    if session.course.state is State.CLOSED and type(event) not in _AFTER_CLOSING:
        return Refusal.CLOSED
    if moved := _DIRECT.get(type(event)):
        return moved(session, event)
    notebook = _CHANGES[type(event)](session, event)
    return notebook if isinstance(notebook, Refusal) else _changed(session, event, notebook)


def apply(session: Session | None, event: ev.Event) -> Session | None:
    """Give the session after an event; the very same one when the event does not fit."""
    outcome = judge(session, event)
    return session if isinstance(outcome, Refusal) else outcome


def fold(events: Iterable[ev.Event]) -> Session | None:
    """Give the session that these events make, None when none of them begins it."""
    session: Session | None = None
    for event in events:
        session = apply(session, event)
    return session


def _begin(event: ev.SessionPlanned) -> Session | Refusal:
    if not event.script.steps or len(event.minutes) != len(event.script.steps):
        return Refusal.NOT_BEGUN
    if event.script.needs_case and event.case is None:
        return Refusal.NOT_BEGUN
    notebook = Notebook(event.details, event.partners, event.participants, case=event.case)
    session = Session(event.session_id, event.script, event.minutes, event.rehearsal, notebook, planned_case=event.case)
    if event.report is None or event.read_from is None:
        return session
    return archived.taken(session, event.report, event.read_from, found=event.found, at=event.at)


def _changed(session: Session, event: ev.Event, notebook: Notebook) -> Session:
    after = replace(session, notebook=spotting.flagged(notebook, event), history=_history(session, event), undone=())
    return programme.in_step(session, after, event.at)


def _history(session: Session, event: ev.Event) -> tuple[Snapshot, ...]:
    """Give what can be taken back after a change. One that goes on with the newest change takes its place."""
    past = session.history
    if isinstance(event, ev.WalkAnswered) and past and past[-1].event_id == event.typed_on:
        return (*past[:-1], Snapshot(event.id, past[-1].notebook))
    return (*past[-UNDO_DEPTH + 1 :], Snapshot(event.id, session.notebook))
