"""The form on which an organisation tells how its agreements stand: its own, to be filled in by anybody, anyhow."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from pikepdf import Name, Pdf, String

from facilitator.core import events as ev
from facilitator.core import reporting
from facilitator.core.agreement import Agreement, Status
from facilitator.core.session import Session
from facilitator.report.bundle import status_forms_of
from facilitator.report.documents.status_form import StatusFormModel
from facilitator.report.formats.asking import address_of, asking_letter, asking_of
from facilitator.report.press import Press, Rendered
from facilitator.report.tagging.fields import LETTERS
from tests.builders import Table
from tests.random_sessions import random_table
from tests.report.documents.test_nothing_leaks import furnished, hidden, sessions, words
from tests.report.reading import seen, spoken, structure, unmarked

KEY = b"k" * 32
WRITTEN = "Bĳna: café én Şahin, Łukasz – €5"


def agreed(*agreements: Agreement) -> Session:
    table = Table().started()
    for agreement in agreements:
        assert table.do(ev.AgreementMade, agreement=agreement) is None
    assert table.do(ev.SessionClosed) is None
    return table.session


def form(press: Press, session: Session, partner_id: str = "p-pol") -> Rendered:
    (job,) = status_forms_of(session, [reporting.slip_of(session, partner_id, KEY)])
    return job.render(press)


@pytest.fixture(scope="module")
def made(press: Press) -> bytes:
    first = Agreement("a", "Wijkagent sluit aan", "p-pol", with_ids=("p-vt",), rhythm="elke maand")
    return form(press, agreed(first, Agreement("b", "Lang verhaal", "p-pol", title="Kort"))).pdf


def widgets(document: Pdf) -> Iterator[pikepdf.Object]:
    for page in document.pages:
        yield from page.obj.get("/Annots", [])


def fields(document: Pdf) -> dict[str, pikepdf.Object]:
    (root,) = document.Root.AcroForm.Fields
    return {str(field.T).rpartition("-")[0] or str(field.T): field for field in root.Kids}


def test_what_is_asked_and_how(made: bytes) -> None:
    said = spoken(made)
    for part in ("How do your agreements stand?", "Politie", "1. Wijkagent sluit aan", "elke maand", "2. Kort"):
        assert part in said
    assert said.index("Kort") < said.index("Lang verhaal")
    with pikepdf.open(BytesIO(made)) as document:
        assert set(fields(document)) == {"status", "why", "day", "remark", "by", "on"}
        states = {key for widget in fields(document)["status"].Kids for key in dict(widget.AP.N)}
        assert states == {"/Off", "/nagekomen", "/bezig", "/niet-nagekomen", "/vervallen", "/overgedragen"}


def test_every_field_is_in_the_structure_and_says_what_it_is(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as document:
        places = dict(zip(*[iter(document.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        for widget in widgets(document):
            element = places[int(widget.StructParent)]
            assert (element.S, str(element.Alt)) == (Name.Form, str(widget.TU))
            assert [kid.Obj.objgen for kid in element.K] == [widget.objgen]
            assert len(str(widget.TU)) > 3
        assert {str(page.obj.Tabs) for page in document.pages} == {"/S"}
    forms = [element for element in structure(made).walk() if element.role == "Form"]
    with pikepdf.open(BytesIO(made)) as document:
        assert len(forms) == len(list(widgets(document)))


def test_nothing_in_it_runs_and_it_is_no_archive_yet(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as document:
        for part in document.objects:
            if isinstance(part, pikepdf.Dictionary):
                assert not {"/JS", "/JavaScript", "/AA", "/XFA", "/OpenAction"} & set(part.keys())
        assert b"pdfaid:part>" not in document.Root.Metadata.read_bytes()
    assert unmarked(made) == []


def test_the_face_for_what_is_filled_in_is_whole_and_holds_names(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as document:
        face = document.Root.AcroForm.DR.Font.Atkinson
        assert len(face.FontDescriptor.FontFile2.read_bytes()) > 40_000
        assert len(face.Widths) == 256
        for code, (_letter, name) in LETTERS.items():
            assert face.Widths[code] > 100
            assert Name("/" + name) in list(face.Encoding.Differences)


def test_filled_in_it_shows_what_was_written_in_another_reader(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as document:
        fields(document)["why"].V = String(WRITTEN)
        document.Root.AcroForm.NeedAppearances = True
        saved = BytesIO()
        document.save(saved)
    drawn = []
    for pdf in (made, saved.getvalue()):
        with pypdfium2.PdfDocument(pdf) as shown:
            shown.init_forms()
            drawn.append(shown[0].render(scale=1, may_draw_forms=True).to_pil().tobytes())
    assert drawn[0] != drawn[1]


def test_it_can_be_filled_in_by_hand_and_key_in_a_reader(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as document:
        button, text = fields(document)["status"].Kids[1], fields(document)["why"]
        places = [_middle(field) for field in (button, text)]
    with pypdfium2.PdfDocument(made) as shown:
        shown.init_forms()
        page = shown[0]
        for x, y in places:
            for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
                act(shown.formenv.raw, page.raw, 0, x, y)
        for sign in "één stap":
            pdfium.FORM_OnChar(shown.formenv.raw, page.raw, ord(sign), 0)
        pdfium.FORM_ForceToKillFocus(shown.formenv.raw)
        saved = BytesIO()
        shown.save(saved)
    with pikepdf.open(BytesIO(saved.getvalue())) as document:
        found = fields(document)
        assert (str(found["status"].V), str(found["why"].V)) == ("/bezig", "één stap")


def _middle(field: pikepdf.Object) -> tuple[float, float]:
    left, bottom, right, top = (float(side) for side in field.Rect)
    return (left + right) / 2, (bottom + top) / 2


def test_each_form_has_the_fields_of_its_own_agreements(press: Press) -> None:
    session = agreed(*(Agreement(f"a{n}", f"iets {n}", ("p-pol", "p-vt")[n % 2]) for n in range(4)))
    slips = [reporting.slip_of(session, partner_id, KEY) for partner_id in ("p-pol", "p-vt", "p-wijk")]
    jobs = status_forms_of(session, slips)
    assert [job.slip for job in jobs] == slips[:2]
    assert len({job.path for job in jobs}) == 2
    for job, slip in zip(jobs, slips, strict=False):
        with pikepdf.open(BytesIO(job.render(press).pdf)) as document:
            names = {str(field.T) for field in document.Root.AcroForm.Fields[0].Kids}
        assert {f"status-{code}" for _id, code in slip.codes} == {name for name in names if name.startswith("status")}


def test_what_is_known_and_what_was_corrected_is_told(press: Press) -> None:
    table = Table().started()
    assert table.do(ev.AgreementMade, agreement=Agreement("a", "iets", "p-pol")) is None
    assert table.do(ev.AgreementStatusSet, agreement_id="a", status=Status.BUSY) is None
    for kind, fields_ in ((ev.SessionClosed, {}), (ev.SessionReopened, {"reason": "fout"}), (ev.SessionClosed, {})):
        assert table.do(kind, **fields_) is None
    said = spoken(form(press, table.session).pdf)
    assert "As far as we know: being done" in said
    assert "Version 2, replaces version 1" in said


def test_three_hundred_agreements_and_long_words_stay_on_their_pages(press: Press) -> None:
    many = agreed(*(Agreement(f"a{n}", "woord " * (1 + n % 40), "p-pol") for n in range(300)))
    rendered = form(press, many)
    assert rendered.pages > 60
    with pikepdf.open(BytesIO(rendered.pdf)) as document:
        for page in document.pages:
            for widget in page.obj.get("/Annots", []):
                left, bottom, right, top = (float(side) for side in widget.Rect)
                assert 50 < left < right < 546
                assert 50 < bottom < top < 780


# ---- what it must not hold


def everything(pdf: bytes) -> str:
    """Every text in a file: pages, properties, names and tips of fields, and what is packed in it."""
    parts = [seen(pdf), spoken(pdf), hidden(pdf)]
    with pikepdf.open(BytesIO(pdf)) as document:
        for part in document.objects:
            parts.append(repr(part))
            if isinstance(part, pikepdf.Stream):
                parts.append(part.read_bytes().decode("latin-1"))
    return " ".join(parts)


def asked_words(session: Session, partner_id: str) -> set[str]:
    """Every marked word that this organisation's form may hold."""
    own = reporting.asked_of(session, partner_id)
    return set().union(*(words(f"{one.title} {one.what} {one.rhythm}") for one in own))


@pytest.mark.parametrize("seed", [3, 11, 42])
def test_a_form_holds_only_what_is_its_readers(press: Press, seed: int) -> None:
    session = furnished(random_table(seed, 80)).session
    for partner_id in reporting.asked(session):
        (job,) = status_forms_of(session, [reporting.slip_of(session, partner_id, KEY)])
        told = words(everything(job.render(press).pdf) + str(job.path))
        assert told == asked_words(session, partner_id)


@settings(max_examples=50, deadline=None)
@given(sessions())
def test_a_mail_that_asks_holds_only_what_is_its_readers(session: Session) -> None:
    for partner_id in reporting.asked(session):
        letter = asking_letter(session, reporting.slip_of(session, partner_id, KEY), "x@example.org")
        assert words(f"{letter.subject} {letter.body}") <= asked_words(session, partner_id)


def test_a_planted_leak_is_seen(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    session = furnished(random_table(3, 80)).session
    monkeypatch.setattr(reporting, "asked_of", lambda whole, *_others: whole.notebook.agreements)
    slip = reporting.slip_of(session, "p-pol", KEY)
    (job,) = status_forms_of(session, [slip])
    told = words(everything(job.render(press).pdf))
    monkeypatch.undo()
    assert told - asked_words(session, "p-pol")


def test_the_mail_has_the_form_of_the_same_organisation_and_no_other(press: Press) -> None:
    session = agreed(Agreement("a", "van de politie", "p-pol"), Agreement("b", "van Veilig Thuis", "p-vt"))
    slip = reporting.slip_of(session, "p-pol", KEY)
    (job,) = status_forms_of(session, [slip])
    asking = asking_of(job, slip)
    assert asking is not None
    message = message_from_bytes(asking.render(press).pdf, policy=default)
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert (message["To"], "van Veilig Thuis" in text) == ("noor@example.org", False)
    assert f"Antwoord {slip.codes[0][1]}:" in text
    (attached,) = message.iter_attachments()
    enclosed = attached.get_payload(decode=True)
    assert isinstance(enclosed, bytes)
    assert "van de politie" in spoken(enclosed)


def test_what_a_later_session_settled_is_in_neither_form_nor_mail() -> None:
    session = agreed(Agreement("a", "al klaar", "p-pol"), Agreement("b", "nog open", "p-pol"))
    settled = {"a": reporting.Later(Status.KEPT, session.details.day)}
    slip = reporting.slip_of(session, "p-pol", KEY, settled)
    (job,) = status_forms_of(session, [slip])
    model = job.paper().model
    assert isinstance(model, StatusFormModel)
    assert [one.what for one in model.asked] == ["nog open"]
    assert "al klaar" not in asking_letter(session, slip, "x@example.org").body


def test_an_organisation_without_an_address_gets_no_mail() -> None:
    session = agreed(Agreement("b", "van Veilig Thuis", "p-vt"))
    slip = reporting.slip_of(session, "p-vt", KEY)
    (job,) = status_forms_of(session, [slip])
    assert address_of(session, "p-vt") == ""
    assert asking_of(job, slip) is None
