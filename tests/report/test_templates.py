from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from facilitator.report.templates import Templates

Fill = Callable[..., str]


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    def filled(source: str, **context: object) -> str:
        (tmp_path / "t.j2").write_text(source, encoding="utf-8")
        return Templates(tmp_path).fill("t.j2", context)

    return filled


def test_user_text_is_escaped(fill: Fill) -> None:
    assert fill("{{ x }}", x="<i>&'\"") == "&lt;i&gt;&amp;&#39;&#34;"


def test_user_text_is_made_fit(fill: Fill) -> None:
    assert fill("{{ x }}", x="a\x00\ud800e\u0301") == "a\ufffd\ufffdé"


def test_line_ends_are_kept_where_wanted(fill: Fill) -> None:
    assert fill("{{ x|lines }}", x="a\r\n<b>") == "a<br/>&lt;b&gt;"


def test_bold_puts_values_into_a_sentence(fill: Fill) -> None:
    assert fill("{{ s|bold(day=d) }}", s="Op {day} & later", d="<1>") == "Op <b>&lt;1&gt;</b> &amp; later"


def test_what_the_model_lacks_is_an_error(fill: Fill) -> None:
    with pytest.raises(jinja2.UndefinedError):
        fill("{{ x }}")


@pytest.mark.parametrize("value", [None, 1.5, [], {"a": 1}])
def test_only_text_and_whole_numbers_are_shown(fill: Fill, value: object) -> None:
    with pytest.raises(TypeError):
        fill("{{ x }}", x=value)
