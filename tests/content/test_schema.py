"""The JSON Schemas that editors use: current, valid, and of one mind with the reader."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from facilitator import words
from facilitator.content import schema
from facilitator.content.library import CARD_FILES, CASE_FILES, SCRIPT_FILES, FileKind
from facilitator.content.locate import content_folder, resource
from tests.content.samples import CARD, CASE, SCRIPT, read_one

KINDS = [("script.json", SCRIPT_FILES, SCRIPT), ("case.json", CASE_FILES, CASE), ("card.json", CARD_FILES, CARD)]


@pytest.fixture(autouse=True)
def _catalogue_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_catalogue", words._catalogue)


def _stored(name: str) -> dict[str, Any]:
    return dict(json.loads(resource("schema", name).read_text("utf-8")))


def test_the_stored_schemas_are_current() -> None:
    words.use(resource("i18n"))
    for name, current in schema.schemas().items():
        stored = resource("schema", name).read_text("utf-8")
        assert stored == schema.as_text(current), schema.__doc__


def test_no_schema_is_stored_that_is_not_made() -> None:
    assert {path.name for path in resource("schema").iterdir()} == schema.schemas().keys()


def test_renewing_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "schema").mkdir()
    monkeypatch.setattr(schema, "resource", lambda part: tmp_path / part)
    monkeypatch.setattr(words, "use", lambda _folder: None)
    schema.renew()
    assert json.loads((tmp_path / "schema" / "case.json").read_text("utf-8"))["$schema"] == schema.DRAFT


@pytest.mark.parametrize("name", ["script.json", "case.json", "card.json"])
def test_they_are_valid_schemas_and_every_key_is_explained(name: str) -> None:
    stored = _stored(name)
    Draft202012Validator.check_schema(stored)
    for properties in _properties(stored):
        assert all(value["description"] for value in properties.values())


def _properties(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield part["properties"]
        for value in part.values():
            yield from _properties(value)


def _loaded(text: str) -> Any:
    """Take a date for a text, as editors do: YAML 1.2 knows no dates."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


WAYS = [
    ("script.json", "sessions", "../resources/schema"),
    ("case.json", "casuistiek", "../resources/schema"),
    ("card.json", "resources/knowledge", "../schema"),
]


@pytest.mark.parametrize(("name", "folder", "way"), WAYS)
def test_the_shipped_files_fit_and_name_their_schema(name: str, folder: str, way: str) -> None:
    validator = Draft202012Validator(_stored(name))
    for path in sorted((content_folder() / folder).glob("*.yaml")):
        text = path.read_text("utf-8")
        assert text.startswith(f"# yaml-language-server: $schema={way}/{name}\n")
        assert [error.message for error in validator.iter_errors(_loaded(text))] == []


class _Plain(yaml.SafeDumper):
    """Writes nothing where there is nothing, as an author leaves it; the word null would be a text."""


_Plain.add_representer(type(None), lambda dumper, _none: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def _spoilt(plain: Any) -> Iterator[Any]:
    """Give the value with one key left out, one added, one value emptied or of another type, at every place."""
    if isinstance(plain, dict):
        yield {**plain, "onbekend": 1}
        for key in plain:
            yield {name: value for name, value in plain.items() if name != key}
            for change in ([], {}, None, -1, "Een Zin.", *_spoilt(plain[key])):
                yield {**plain, key: change}
    elif isinstance(plain, list):
        for index, item in enumerate(plain):
            for change in _spoilt(item):
                yield [*plain[:index], change, *plain[index + 1 :]]


@pytest.mark.parametrize(("name", "kind", "sample"), KINDS)
def test_what_the_schema_refuses_the_reader_refuses(
    tmp_path: Path, name: str, kind: FileKind[Any], sample: str
) -> None:
    """The reader may refuse more (ids that occur twice, sums), but never less."""
    validator = Draft202012Validator(_stored(name))
    plain = _loaded(sample)
    assert validator.is_valid(plain)
    refused = 0
    for spoilt in _spoilt(copy.deepcopy(plain)):
        if not validator.is_valid(spoilt):
            refused += 1
            text = yaml.dump(spoilt, Dumper=_Plain, allow_unicode=True, sort_keys=False)
            assert read_one(kind, tmp_path / "slecht.yaml", text).value is None, text
    assert refused > 60
