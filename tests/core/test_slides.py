from facilitator.core import events as ev
from facilitator.core.agreement import Agreement
from facilitator.core.audience import Scene, audience_view
from facilitator.core.held import Sort, held_texts, replaced
from facilitator.core.refusal import Refusal
from facilitator.core.spotting import without_held
from tests.builders import CASE, CASE_SCRIPT, Table

DRAFT = ev.Slide("s", "Even stilstaan", "Wat raakte jou?\nSchrijf het op.")
READY = ev.Slide("s", "Even stilstaan", "Wat raakte jou?\nSchrijf het op.", ready=True)


def shown() -> Table:
    """A meeting that looks at a slide."""
    table = Table().started()
    table.do(ev.SlideWritten, slide=READY)
    assert table.do(ev.SlideShown, slide_id="s") is None
    return table


def test_a_draft_is_not_shown_and_what_is_ready_is() -> None:
    table = Table().started()
    assert table.do(ev.SlideWritten, slide=DRAFT) is None
    assert table.do(ev.SlideShown, slide_id="s") is Refusal.NOT_READY
    assert audience_view(table.session).scene is Scene.PAGE
    assert table.do(ev.SlideWritten, slide=READY) is None
    assert audience_view(table.session).scene is Scene.PAGE  # ready is not yet shown
    assert table.do(ev.SlideShown, slide_id="s") is None
    view = audience_view(table.session)
    assert (view.scene, view.title, view.words) == (Scene.SLIDE, READY.title, READY.text)
    assert table.do(ev.SlideShown, slide_id=None) is None
    assert audience_view(table.session).scene is Scene.PAGE


def test_going_on_takes_it_away() -> None:
    assert audience_view(shown().at_step("nodig").session).scene is Scene.PAGE


def test_what_the_room_looks_at_is_not_taken_from_under_it() -> None:
    table = shown()
    assert table.do(ev.SlideRemoved, slide_id="s") is Refusal.BEFORE_THE_ROOM
    assert table.do(ev.SlideWritten, slide=DRAFT) is Refusal.BEFORE_THE_ROOM
    assert table.do(ev.Undone, event_id=table.session.history[-1].event_id) is Refusal.BEFORE_THE_ROOM
    table.do(ev.SlideShown, slide_id=None)
    assert table.do(ev.SlideRemoved, slide_id="s") is None
    assert table.session.notebook.slides == ()


def test_its_words_are_put_right_before_the_room() -> None:
    table = shown()
    assert table.do(ev.SlideWritten, slide=ev.Slide("s", "Stil", ready=True)) is None
    assert (audience_view(table.session).title, len(table.session.notebook.slides)) == ("Stil", 1)


def test_a_second_slide_stands_beside_the_first() -> None:
    table = shown()
    table.do(ev.SlideWritten, slide=ev.Slide("t", "", "Alleen tekst", ready=True))
    table.do(ev.SlideWritten, slide=ev.Slide("t", "", "Andere tekst", ready=True))
    assert [slide.id for slide in table.session.notebook.slides] == ["s", "t"]
    assert table.session.notebook.slides[0] == READY


def test_a_slide_that_does_not_fit() -> None:
    table = Table()
    assert table.do(ev.SlideWritten, slide=ev.Slide("s", " ", " ")) is Refusal.EMPTY
    assert table.do(ev.SlideShown, slide_id="x") is Refusal.UNKNOWN
    assert table.do(ev.SlideRemoved, slide_id="x") is Refusal.UNKNOWN


def test_words_that_look_personal_wait() -> None:
    table = Table().started()
    named = ev.Slide("s", "Bel Jan Jansen", ready=True)
    table.do(ev.SlideWritten, slide=named, findings=(ev.Spotted("naam", "Jan Jansen"),))
    assert table.do(ev.SlideShown, slide_id="s") is Refusal.PERSONAL
    assert [held.written.sort for held in held_texts(table.session)] == [Sort.SLIDE]
    assert without_held(table.session.notebook)[0].slides == ()
    rewriting = replaced(table.session, "s", "Jan Jansen", "de huisarts")
    assert rewriting is not None
    table.do(rewriting[0], **rewriting[1])
    assert table.do(ev.SlideShown, slide_id="s") is None


def test_personal_words_that_come_on_a_slide_before_the_room_take_it_away() -> None:
    table = shown()
    found = (ev.Spotted("naam", "Jan Jansen"),)
    table.do(ev.SlideWritten, slide=ev.Slide("s", "Bel Jan Jansen", ready=True), findings=found)
    assert audience_view(table.session).scene is Scene.NEUTRAL


def test_a_closed_meeting_shows_none() -> None:
    table = shown()
    table.do(ev.SessionClosed)
    assert table.session.course.slide_id is None


def test_a_welcome_before_the_beginning_has_no_clock() -> None:
    table = Table()
    table.do(ev.SlideWritten, slide=READY)
    table.do(ev.SlideShown, slide_id="s")
    assert (audience_view(table.session).scene, audience_view(table.session).bar) == (Scene.SLIDE, None)
    table.started()
    assert audience_view(table.session).scene is Scene.PAGE


def test_the_newest_that_was_shown_on_purpose_is_what_the_room_sees() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.AgreementMade, agreement=Agreement("g", "Bellen"))
    table.do(ev.SlideWritten, slide=READY)
    slide = (ev.SlideShown, {"slide_id": "s"})
    others: list[tuple[type[ev.Event], dict[str, object], dict[str, object], Scene]] = [
        (ev.AgreementReadBack, {"agreement_id": "g"}, {"agreement_id": None}, Scene.AGREEMENT),
        (ev.CaseShown, {"scene": ev.CaseScene.DECISION}, {"scene": None}, Scene.DECISION),
        (ev.ConfidentialityShown, {"text": "Niets."}, {"text": None}, Scene.CONFIDENTIALITY),
    ]
    for kind, show, hide, scene in others:
        for shown, fields, seen in ((*slide, Scene.SLIDE), (kind, show, scene), (*slide, Scene.SLIDE)):
            table.do(shown, **fields)
            assert audience_view(table.session).scene is seen
        table.do(kind, **hide)
        assert audience_view(table.session).scene is Scene.SLIDE
        table.do(ev.SlideShown, slide_id=None)
        assert audience_view(table.session).scene is Scene.PAGE


def test_what_is_taken_away_takes_nothing_else_along() -> None:
    table = Table(CASE_SCRIPT, CASE).started().at_step("casus")
    table.do(ev.ConfidentialityShown, text="Wat je hier hoort, blijft hier.")
    table.do(ev.CaseShown, scene=None)
    table.do(ev.AgreementReadBack, agreement_id=None)
    assert audience_view(table.session).scene is Scene.CONFIDENTIALITY
    table.do(ev.SlideWritten, slide=READY)
    table.do(ev.SlideShown, slide_id="s")
    table.do(ev.CaseShown, scene=None)
    table.do(ev.ConfidentialityShown, text=None)
    assert audience_view(table.session).scene is Scene.SLIDE
