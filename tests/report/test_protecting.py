"""A document behind a password: nobody reads it without, everybody with it, and it claims no archive."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from facilitator.content.locate import resource
from facilitator.report.bundle import participants_of
from facilitator.report.press import Press
from facilitator.report.protecting import SIGNS, new_password, protected, shut
from tests.builders import Table
from tests.report.reading import spoken


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(resource("templates"), resource("fonts"))


def test_it_opens_with_its_password_and_with_no_other(press: Press) -> None:
    job = participants_of(Table().started().session)[0]
    plain, locked = job.render(press).pdf, protected(job, "ABCD-2345").render(press).pdf
    assert b"Noor" not in locked
    for password in ("", "abcd-2345"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=password)
    with pikepdf.open(BytesIO(locked), password="ABCD-2345") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.allow.accessibility
        assert pdf.allow.extract
        target = BytesIO()
        pdf.save(target)
    assert spoken(target.getvalue()) == spoken(plain)


def test_it_does_not_say_that_it_is_for_the_archive_and_stays_accessible(press: Press) -> None:
    job = participants_of(Table().started().session)[0]
    with (
        pikepdf.open(BytesIO(shut(job.render(press).pdf, "x")), password="x") as pdf,
        pdf.open_metadata() as xmp,
    ):
        assert "pdfaid:part" not in xmp
        assert "pdfaid:conformance" not in xmp
        assert xmp["pdfuaid:part"] == "1"


def test_each_file_has_a_name_that_says_so() -> None:
    job = participants_of(Table().started().session)[0]
    assert protected(job, "x").path.name == f"{job.path.stem} (protected).pdf"
    assert protected(job, "x").path.parent == job.path.parent


def test_a_password_stands_in_groups_of_signs_that_cannot_be_mistaken() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all([len(group) for group in each.split("-")] == [4, 4, 4, 4] for each in made)
    assert set("".join(made)) - {"-"} <= set(SIGNS)
    assert not set(SIGNS) & set("IO01")
    assert new_password(lambda signs: signs[0]) == "AAAA-AAAA-AAAA-AAAA"
