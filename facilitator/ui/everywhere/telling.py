"""From what was found to the rows that show it."""

from __future__ import annotations

from datetime import date

from facilitator.storage.agreements import AgreementLine
from facilitator.storage.everywhere import MUNICIPALITY, PARTNERS, PLACE, THEMES, Kept
from facilitator.storage.library import marking
from facilitator.storage.library.pocket import Parts
from facilitator.storage.library.records import Item, Line, Marks, Part, Results, Weight
from facilitator.storage.overview import SessionLine
from facilitator.ui import dates
from facilitator.ui.agreements.phrases import stands, when, where
from facilitator.ui.casuistry.phrases import line_facts
from facilitator.ui.everywhere.actions import Action
from facilitator.ui.everywhere.rows import Batch, How, Kind, Row
from facilitator.ui.start.phrases import agreement_name, parties, place_of, state_of
from facilitator.words import N_, _

NO_MARKS = Marks()
NOT_FOUND = marking.Snippet("", "", ())
_FOUND_IN = {
    PLACE: N_("place"),
    MUNICIPALITY: N_("municipality"),
    PARTNERS: N_("at the table"),
    THEMES: N_("themes"),
}


def of_library(results: Results) -> Batch:
    """Tell what the library found."""
    return Batch(tuple(map(_item_row, results.first)), _how(bool(results.near), ignored=bool(results.ignored)))


def of_store(kept: Kept, actions: dict[str, Action], today: date) -> tuple[Batch, ...]:
    """Tell what the store found."""
    sessions = zip(kept.sessions, kept.session_parts, strict=True)
    did, met, agreed = kept.actions_how, kept.sessions_how, kept.agreements_how
    return (
        Batch(
            tuple(action_row(actions[name], did.marks) for name in kept.actions if name in actions),
            _how(did.corrected, ignored=did.ignored),
        ),
        Batch(
            tuple(session_row(line, met.marks, parts) for line, parts in sessions),
            _how(met.corrected, ignored=met.ignored),
        ),
        Batch(_agreements(kept, today), _how(agreed.corrected, ignored=False)),
    )


def _agreements(kept: Kept, today: date) -> tuple[Row, ...]:
    """Those that have it themselves: one that only has it in the name of its session is found by that."""
    rows = (agreement_row(line, today, kept.agreements_how.marks) for line in kept.agreements)
    return tuple(row for row in rows if row.title_spans or row.facts_spans)


def action_row(action: Action, marks: Marks = NO_MARKS) -> Row:
    """Something that can be done."""
    title = _(action.title)
    return Row(Kind.ACTION, (action.name,), title, title_spans=marking.spans(title, marks), key=action.key)


def session_row(line: SessionLine, marks: Marks = NO_MARKS, parts: Parts = ()) -> Row:
    """A session, by its place, as the start page calls it."""
    title = place_of(line)
    told = " · ".join((line.title, dates.long_day(line.day), state_of(line)))
    spans, titles = marking.spans(told, marks), marking.spans(title, marks)
    found = NOT_FOUND if spans or titles else marking.snippet(parts, marks)
    if found.spans:
        return Row(Kind.SESSION, (line.id,), title, found.text, titles, found.spans, _(_FOUND_IN[found.found_in]))
    return Row(Kind.SESSION, (line.id,), title, told, titles, spans)


def agreement_row(line: AgreementLine, today: date, marks: Marks = NO_MARKS) -> Row:
    """An agreement. Where it was made is not marked: that finds its session."""
    title, who = agreement_name(line), parties(line)
    told = " · ".join((who, stands(line), when(line, today), where(line)))
    titles, spans = marking.spans(title, marks), marking.spans(who, marks)
    said = "" if line.held or titles or spans else f"{line.what}\n{line.remark}"
    found = marking.snippet((Part("", Weight.TEXT, said),), marks)
    if found.spans:
        return Row(Kind.AGREEMENT, line.ref, title, found.text, titles, found.spans, _("in its words"))
    return Row(Kind.AGREEMENT, line.ref, title, told, titles, spans)


def item_row(item: Item) -> Row:
    """An item of the library that was opened before."""
    return Row(Kind(item.key.kind.value), (item.key.id,), item.title)


def _item_row(line: Line) -> Row:
    kind, ids = Kind(line.key.kind.value), (line.key.id,)
    if line.found_in and line.snippet_spans:
        return Row(kind, ids, line.title, line.snippet, line.title_spans, line.snippet_spans, line.found_in)
    return Row(kind, ids, line.title, " · ".join(line.facets.themes) or line_facts(line), line.title_spans)


def _how(corrected: bool, ignored: bool) -> How:
    if ignored:
        return How.SOME_WORDS
    return How.CORRECTED if corrected else How.AS_TYPED
