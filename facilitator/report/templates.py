"""Jinja2 templates filled with view models: everything escaped, nothing undefined, every value made fit for paper."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from facilitator import words
from facilitator.report.markdown import to_markup
from facilitator.report.text import clean


class Templates:
    """The templates of one folder."""

    def __init__(self, folder: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        prepare(self._environment)

    def fill(self, template: str, context: Mapping[str, object]) -> str:
        """Give the markup for a view model.

        Raises jinja2.UndefinedError for a name that the model lacks, TypeError for a value that is no text or number.
        """
        return self._environment.get_template(template).render(context)


def prepare(environment: jinja2.Environment) -> None:
    """Give an environment what every template can use."""
    environment.finalize = _fit
    environment.globals.update(_=words._, ngettext=words.ngettext)
    environment.filters.update(bold=_bold, lines=_lines, markdown=to_markup)


def _fit(value: object) -> object:
    """Make a value fit for paper; anything but text and whole numbers is a mistake in the view model."""
    if isinstance(value, Markup):
        return Markup(clean(value))  # noqa: S704  it was markup already: ours, or Markdown without HTML
    if isinstance(value, str | int):
        return clean(value)
    if isinstance(value, jinja2.Undefined):
        return value
    raise TypeError(f"a template can show text and whole numbers, not {type(value).__name__}")


def _lines(text: str) -> Markup:
    """Keep the line ends of what somebody typed."""
    return Markup("<br/>").join(clean(text).split("\n"))


def _bold(sentence: str, **values: str) -> Markup:
    """Put values into a sentence, in bold."""
    return escape(sentence).format(**{name: Markup("<b>{}</b>").format(clean(value)) for name, value in values.items()})
