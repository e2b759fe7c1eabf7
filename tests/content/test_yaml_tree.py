"""Reading YAML without trusting it, with and without PyYAML's C part."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from facilitator.content.problem import Report
from facilitator.content.text_file import MOST_BYTES, Refused
from facilitator.content.yaml_tree import Mapping, Scalar, Sequence, parse_tree, read_tree
from tests.content.samples import CASE, SCRIPT
from tests.content.test_bad_files import NOT_READABLE

FILE = Path("x.yaml")
PARSED = [row for row in NOT_READABLE if len(row[1]) <= MOST_BYTES]


@pytest.fixture(params=["with C", "without C"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without C":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)


@pytest.mark.usefixtures("_loader")
def test_every_value_has_its_line_and_its_path() -> None:
    tree = parse_tree(b"a: 1\nb:\n  - 'x'\n  - c: |\n      tekst\n", Report(FILE))
    assert isinstance(tree.root, Mapping)
    items = tree.root.entries["b"].node
    assert isinstance(items, Sequence)
    assert items.items[0] == Scalar("x", 3, plain=False, path=("b", 0))
    assert isinstance(items.items[1], Mapping)
    assert items.items[1].scalar("c") == Scalar("tekst\n", 4, plain=False, path=("b", 1, "c"))
    assert (tree.root.entries["b"].line, tree.root.entries["b"].path) == (2, ("b",))
    assert items.items[1].path == ("b", 1)


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(("data", "line"), [pytest.param(row[1], row[2], id=row[0]) for row in PARSED])
def test_both_loaders_find_the_same_line(data: str | bytes, line: int) -> None:
    raw = data if isinstance(data, bytes) else data.encode()
    with pytest.raises(Refused) as refused:
        parse_tree(raw, Report(FILE))
    assert refused.value.line == line


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"\n', 'a: "\\ud800\\0"\n', "%YAML 9.9\n---\na: 1\n", "a: 1\n...\nb: 2\n"]
)
def test_strange_yaml_is_read_or_refused(text: str) -> None:
    try:
        parse_tree(text.encode(), Report(FILE))
    except Refused as refused:
        assert refused.what  # noqa: PT017  either outcome is right; anything else fails the test


def test_keys_that_occur_twice_are_all_told() -> None:
    report = Report(FILE)
    tree = parse_tree(b"a: 1\na: 2\nb: 1\nb: 2\n", report)
    assert [problem.line for problem in report.problems] == [2, 4]
    assert isinstance(tree.root, Mapping)
    assert tree.root.entries["a"].node == Scalar("1", 1, path=("a",))


def test_records_and_scalars_are_found_only_where_they_are() -> None:
    root = parse_tree(b"a: [b, {c: d}]\n", Report(FILE)).root
    assert isinstance(root, Mapping)
    assert root.scalar("a") is None
    assert root.scalar("z") is None
    assert [record.line for record in root.records("a")] == [1]
    assert root.records("z") == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.yaml", tmp_path, Path("a\0b.yaml")):
        tree, problems = read_tree(path)
        assert tree is None
        assert len(problems) == 1


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.yaml"
    path.write_text("a: 1\n")

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    tree, problems = read_tree(path)
    assert tree is None
    assert "cannot be read" in problems[0].what


def test_bombs_cost_nothing() -> None:
    for bomb in ("[" * 1_000_000, "{a: " * 200_000, "- " * 400_000, "a: &a [x]\n" + "b: [*a, *a]\n" * 50_000):
        with pytest.raises(Refused):
            parse_tree(bomb.encode(), Report(FILE))


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise_anything_else(data: bytes) -> None:
    try:
        parse_tree(data, Report(FILE))
    except Refused as refused:
        assert refused.line >= 1  # noqa: PT017  either outcome is right; anything else fails the test


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t\\0u", max_size=60))
def test_no_yaml_like_text_makes_it_raise_anything_else(text: str) -> None:
    for loader in ("CBaseLoader", "absent"):
        with pytest.MonkeyPatch.context() as patch:
            if loader == "absent":
                patch.delattr(yaml, "CBaseLoader", raising=False)
            try:
                parse_tree(text.encode(), Report(FILE))
            except Refused as refused:
                assert refused.line >= 1  # noqa: PT017  either outcome is right; anything else fails the test


@given(st.sampled_from([SCRIPT, CASE]), st.data())
def test_a_file_cut_off_anywhere_is_read_or_refused(whole: str, data: st.DataObject) -> None:
    raw = whole.encode()[: data.draw(st.integers(0, len(whole)))]
    try:
        assert parse_tree(raw, Report(FILE)).text == raw.decode()
    except Refused as refused:
        assert refused.what  # noqa: PT017  either outcome is right; anything else fails the test
