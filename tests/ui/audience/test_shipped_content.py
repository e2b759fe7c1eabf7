"""Everything that is shipped to be shown to a room fits on one page, on the screens that rooms have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder
from facilitator.core.audience import AudienceView, Scene
from facilitator.core.casus import Case
from facilitator.core.script import Script, StepKind
from facilitator.ui.audience.picture import compose
from facilitator.ui.theme import Theme


@cache
def _shipped() -> tuple[tuple[Script, ...], tuple[Case, ...]]:
    library = read_library(content_folder())
    return tuple(library.scripts), tuple(library.cases)


def _views() -> Iterator[AudienceView]:
    scripts, cases = _shipped()
    for script in scripts:
        for step in script.steps:
            base = AudienceView(
                Scene.PAGE, script.form, "Wijk Noord", title=step.audience_title, text=step.audience_text
            )
            if step.kind is not StepKind.CASE:
                yield base
                for question in step.questions:
                    yield AudienceView(base.scene, base.form, base.place, "", base.title, base.text, question.text)
    for case in cases:
        form = next(script.form for script in scripts if script.needs_case)
        for page, moment in enumerate(case.moments):
            for words in ("", *(question.text for question in moment.questions)):
                yield AudienceView(
                    Scene.PAGE,
                    form,
                    "Noord",
                    case.title,
                    moment.title,
                    moment.audience_text,
                    words,
                    page,
                    len(case.moments),
                )


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 720)])
def test_every_page_fits_and_is_large(themed: Theme, size: tuple[int, int]) -> None:
    views = tuple(_views())
    assert len(views) > 20
    for view in views:
        picture = compose(view, *size, themed)
        assert len(picture.pages) == 1, view.title
        sizes = [line.look.size for line, _rect in picture.lines(0)]
        assert min(sizes) >= 28 * size[1] / 1080, view.title
        assert max(sizes) >= 60 * size[1] / 1080, view.title
