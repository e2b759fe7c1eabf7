import pytest

from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import Scene, audience_view
from facilitator.core.confidentiality import came_later, pledge_of
from facilitator.core.events import CaseScene, Slide
from facilitator.core.people import Participant, Pledge
from facilitator.core.refusal import Refusal
from tests.builders import CASE, CASE_SCRIPT, Table

TEXT = "Wat je hier hoort, blijft hier."


def pledged(table: Table, *people: str, text: str = TEXT) -> Refusal | None:
    return table.do(ev.ConfidentialityPledged, participant_ids=people, text=text)


def test_the_text_stands_before_the_room_without_a_name() -> None:
    table = Table().started()
    pledged(table, "d-1")
    page = audience_view(table.session)
    assert table.do(ev.ConfidentialityShown, text=TEXT) is None
    view = audience_view(table.session)
    assert (view.scene, view.text, view.title, view.answers) == (Scene.CONFIDENTIALITY, TEXT, "", ())
    assert "Bakker" not in repr(view)
    table.do(ev.ConfidentialityShown, text=None)
    assert audience_view(table.session) == page


@pytest.mark.parametrize("away", ["step", "case", "agreement", "slide", "end"])
def test_going_on_takes_it_away(away: str) -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    table.do(ev.SlideWritten, slide=Slide("s", "Pauze tot half vier", ready=True))
    table.do(ev.ConfidentialityShown, text=TEXT)
    happening: dict[str, tuple[type[ev.Event], dict[str, object]]] = {
        "step": (ev.StepEntered, {"step_id": "casus", "page": 1}),
        "case": (ev.CaseShown, {"scene": CaseScene.DECISION}),
        "agreement": (ev.AgreementReadBack, {"agreement_id": "g"}),
        "slide": (ev.SlideShown, {"slide_id": "s"}),
        "end": (ev.SessionClosed, {}),
    }
    kind, fields = happening[away]
    assert table.do(kind, **fields) is None
    assert table.session.course.confidentiality == ""


def test_it_is_read_in_place_of_a_slide_which_does_not_come_back_unasked() -> None:
    table = Table().started()
    table.do(ev.SlideWritten, slide=Slide("s", "Pauze tot half vier", ready=True))
    table.do(ev.SlideShown, slide_id="s")
    table.do(ev.ConfidentialityShown, text=TEXT)
    assert audience_view(table.session).scene is Scene.CONFIDENTIALITY
    table.do(ev.ConfidentialityShown, text=None)
    assert audience_view(table.session).scene is Scene.PAGE


def test_who_agreed_is_kept_with_the_words_and_the_time_of_each() -> None:
    table = Table().started()
    first, pledge_at = table.at, table.at
    assert pledged(table, "d-1", "d-2", "d-1") is None
    assert pledge_of(table.session, "d-1") == Pledge("d-1", TEXT, first)
    pledged(table, "d-2", text="Een andere tekst.")
    assert pledge_of(table.session, "d-1") == Pledge("d-1", TEXT, pledge_at)
    assert pledge_of(table.session, "d-2").text == "Een andere tekst."  # type: ignore[union-attr]
    assert len(table.session.notebook.pledges) == 2


def test_it_is_taken_back_and_undone() -> None:
    table = Table().started()
    pledged(table, "d-1", "d-2")
    back = {"participant_ids": ("d-1",), "pledged": False}
    assert table.do(ev.ConfidentialityPledged, **back) is None
    assert pledge_of(table.session, "d-1") is None
    assert table.do(ev.ConfidentialityPledged, **back) is Refusal.UNKNOWN
    table.do(ev.Undone, event_id=table.session.history[-1].event_id)
    assert pledge_of(table.session, "d-1") is not None


def test_nobody_agrees_to_nothing_or_before_the_meeting() -> None:
    table = Table()
    assert pledged(table, "d-1") is Refusal.NOT_RUNNING
    assert table.do(ev.ConfidentialityShown, text=TEXT) is Refusal.NOT_RUNNING
    table.started()
    assert table.do(ev.ConfidentialityShown, text=" ") is Refusal.EMPTY
    assert (pledged(table), pledged(table, "weg"), pledged(table, "d-1", text=" ")) == (
        Refusal.UNKNOWN,
        Refusal.UNKNOWN,
        Refusal.EMPTY,
    )


def test_who_comes_later_was_not_asked_and_who_is_away_need_not_be() -> None:
    table = Table().started()
    assert came_later(table.session) == ()
    pledged(table, "d-1", "d-2", "d-3")
    assert [person.id for person in came_later(table.session)] == ["d-4"]
    table.do(ev.PresenceSet, participant_id="d-4", present=False)
    late = Participant("d-9", "Ada Boon", "p-vt", walk_in=True)
    table.do(ev.ParticipantAdded, participant=late)
    assert came_later(table.session) == (late,)
    table.do(ev.ParticipantRemoved, participant_id="d-1")
    assert pledge_of(table.session, "d-1") is None
