"""`check`: every problem in content, a table of what there is, or what is due for another look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from facilitator.commands.saying import complain, say
from facilitator.content.check import Contents, infographics, problems_of, read_contents
from facilitator.content.due import due_in
from facilitator.content.figures import past
from facilitator.content.lexicon import NoListsError, read_lexicon
from facilitator.content.locate import content_folder, resource
from facilitator.content.overview import open_points, table
from facilitator.content.personal import seen_in
from facilitator.content.problem import Problem
from facilitator.core.privacy import find
from facilitator.core.review import CHECK_AGAIN_MONTHS
from facilitator.words import _, ngettext


def check(paths: Sequence[Path], *, today: date, as_table: bool = False, due_after: int | None = None) -> int:
    """Print every problem in the content, one a line. Gives 1 when there is one.

    What looks like personal data is told too, and is no problem. What comes with the program is not asked about it.
    A figure that somebody should look at again by `today` is told, and is no problem. `as_table` prints what there is
    instead: a line a file; `due_after` what is due for another look after so many months (0: as many as usual).
    """
    contents = read_contents(paths or [content_folder()])
    if due_after is not None:
        return _tell_due(contents, today, due_after or CHECK_AGAIN_MONTHS)
    if as_table:
        review = content_folder() / "docs" / "content-review.md"
        say(table(contents, open_points(review.read_text("utf-8")) if review.is_file() else None).rstrip())
        return 0
    problems = problems_of(contents)
    try:
        seen = personal(contents) if paths else []
    except NoListsError as missing:
        return complain(missing.explain())
    for problem in (*problems, *seen):
        say(str(problem))
    drawn = (note for made in infographics(contents, today) for note in made.past)
    for note in (*past(contents.readings, today), *drawn):
        say(str(note))
    if seen:
        say(_noticed_words(len(seen)))
    elif not problems:
        say(_("No problems found."))
    return 1 if problems else 0


def _tell_due(contents: Contents, today: date, months: int) -> int:
    found = list(due_in(contents.readings, today, months))
    for one in found:
        say(str(one))
    if not found:
        say(_("Nothing is due."))
    return 0


def personal(contents: Contents) -> list[Problem]:
    """Give what looks like personal data in what was read. Raises NoListsError."""
    try:
        lexicon = read_lexicon(resource("privacy"))
    except OSError as error:
        raise NoListsError from error
    return [
        problem
        for kind, reading in contents.readings
        for problem in seen_in(kind, reading, lambda text, known: find(text, lexicon, known))
    ]


def _noticed_words(count: int) -> str:
    """What is to be known about what `check` saw, though it is no problem."""
    words = ngettext(
        "{count} thing looks like personal data. That is no fault, but look at it before you show or pack this.",
        "{count} things look like personal data. That is no fault, but look at them before you show or pack this.",
        count,
    )
    return words.format(count=count)
