"""A script in a list of its form says its own name: every line would begin the same."""

from __future__ import annotations

from dataclasses import replace

from facilitator.ui.prepare.script_part import _script_line
from tests.builders import SCRIPT


def test_the_form_is_left_out() -> None:
    assert _script_line(replace(SCRIPT, title="Het Gesprek: de proef")).startswith("De proef\n")
    assert _script_line(replace(SCRIPT, title="Het Gesprekje: de proef")).startswith("Het Gesprekje: de proef\n")
