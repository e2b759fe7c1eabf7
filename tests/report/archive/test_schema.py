"""The data in an archived report are as the published schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from facilitator.report.archive import form, schema
from facilitator.report.bundle import report_of
from tests.builders import Table
from tests.random_sessions import random_table
from tests.report.archive.test_writing import data_in, made
from tests.report.documents.test_nothing_leaks import furnished

FILE = Path(__file__).parents[3] / "docs" / "report-schema.json"
PUBLISHED = json.loads(FILE.read_text("utf-8"))


def test_the_published_schema_is_that_of_the_records() -> None:
    assert FILE.read_text("utf-8") == schema.text(), "renew it, and raise form.VERSION"
    Draft202012Validator.check_schema(PUBLISHED)


@pytest.mark.parametrize("seed", [1, 3, 11, 42])
def test_data_are_as_the_schema_says(seed: int) -> None:
    plain = data_in(made(furnished(random_table(seed, 80)).session))
    assert not list(Draft202012Validator(PUBLISHED).iter_errors(plain))


def test_other_data_are_not() -> None:
    plain = data_in(made(Table().started().session))
    assert report_of(Table().session).document.name == "REPORT"
    judge = Draft202012Validator(PUBLISHED)
    assert list(judge.iter_errors({**plain, "version": form.VERSION + 1}))
    assert list(judge.iter_errors({**plain, "session": {**plain["session"], "note": "x"}}))
    assert list(judge.iter_errors({**plain, "document": [{"h9": "x"}]}))
