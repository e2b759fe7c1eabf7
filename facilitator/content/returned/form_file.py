"""A form that was filled in, read from a PDF that came from anywhere: only the names and values of its fields.

What a page shows is not looked at: the words of an agreement are those that are kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

import pikepdf

from facilitator.content.returned.trouble import Read, Trouble
from facilitator.core.reporting import ANSWERS, LONGEST, Returned, Told, reference_in
from facilitator.core.text import clean, one_line
from facilitator.core.vocabulary import Channel, Status
from facilitator.words import _

MOST_FIELDS = 5_000
_DEEPEST = 12
_LONGEST_STREAM = 20_000
_SHORT = 200
_LONGEST_NAME = 60
_SENTENCE = re.compile(
    r"[,.;:!?]\s*\w|(?<!\w)(?:omdat|want|doordat|dus|wegens|vanwege|is|zijn|doet|doen)(?!\w)", re.IGNORECASE
)
_FORM = re.compile(r"facilitator-([A-Z0-9]{5}-[A-Z0-9]{5})-(\d{1,6})-(\d{1,6})-([A-Z0-9]{16})")
_STATUS = re.compile(r"status-([A-Z0-9]{5})")
_FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, OverflowError)
"""What comes of a file that is not as it should be; nothing else is caught."""

Values = dict[str, str]
"""The values of fields by their name, in their order."""


def read_form(data: bytes, source: str) -> Read:
    """Read the forms in a PDF; one that a person can still read says so."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _read(pdf, source)
    except pikepdf.PasswordError:
        return Read(source, trouble=Trouble.LOCKED)
    except _FAULTS:
        return Read(source, trouble=Trouble.DAMAGED)


def _read(pdf: pikepdf.Pdf, source: str) -> Read:
    if not len(pdf.pages):
        return Read(source, trouble=Trouble.DAMAGED)
    forms: dict[str, Values] = {}
    others = 0
    for name, value in _fields(pdf):
        form, _dot, own = name.partition(".")
        if _FORM.fullmatch(form):
            forms.setdefault(form, {}).setdefault(own, value)
        else:
            others += 1
    read = tuple(_returned(form, values) for form, values in forms.items())
    if any(one.told for one in read):
        empty = not any(told.answered for one in read for told in one.told) and not any(one.remark for one in read)
        return Read(source, trouble=Trouble.EMPTY) if empty else Read(source, forms=read)
    named = reference_in(str(pdf.docinfo.get("/Keywords", "")))
    if forms or others:
        return Read(source, trouble=Trouble.NOT_OURS, reference=named)
    if named:
        return Read(source, trouble=Trouble.FLATTENED, reference=named)
    return Read(source, trouble=Trouble.NOT_OURS if _has_text(pdf) else Trouble.SCANNED)


def _has_text(pdf: pikepdf.Pdf) -> bool:
    return any("/Font" in page.obj.get("/Resources", {}) for page in pdf.pages)


# ---- the fields


def _fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Give name and value of every field that has a value to give, at most so many and so deep."""
    form = pdf.Root.get("/AcroForm")
    roots = [] if form is None else list(form.get("/Fields", []))
    left = [(field, "", 0) for field in reversed(roots[:MOST_FIELDS])]
    for _number in range(MOST_FIELDS):
        if not left:
            return
        field, above, depth = left.pop()
        name = f"{above}.{_text(field.T)}".lstrip(".") if "/T" in field else above
        kids = list(field.get("/Kids", []))[:MOST_FIELDS]
        named = [kid for kid in kids if "/T" in kid]
        if named and depth < _DEEPEST:
            left += [(kid, name, depth + 1) for kid in reversed(named)]
        else:
            yield name, _value(field, kids)


def _value(field: pikepdf.Object, kids: list[pikepdf.Object]) -> str:
    """Give what was filled in. Some programs turn a button on and forget to say so in the field."""
    value = field.get("/V")
    if value is None or value == pikepdf.Name.Off:
        states = (widget.get("/AS") for widget in (field, *kids))
        value = next((state for state in states if state is not None and state != pikepdf.Name.Off), None)
    return "" if value is None else _text(value)


def _text(value: pikepdf.Object) -> str:
    if isinstance(value, pikepdf.Name):
        return str(value).removeprefix("/")
    if isinstance(value, pikepdf.Stream):
        raw = value.read_raw_bytes()
        return value.read_bytes().decode("utf-8", "replace") if len(raw) <= _LONGEST_STREAM else "\ufffd"
    return str(value) if isinstance(value, pikepdf.String) else "\ufffd"


# ---- what they say


def _returned(form: str, values: Mapping[str, str]) -> Returned:
    found = _FORM.fullmatch(form)
    assert found is not None  # noqa: S101  only such names come here
    reference, version, issue, seal = found.groups()
    codes = [match[1] for name in values if (match := _STATUS.fullmatch(name))]
    return Returned(
        Channel.FORM,
        reference,
        tuple(_told(code, values) for code in codes),
        mark=form,
        version=int(version),
        issue=int(issue),
        seal=seal,
        remark=kept_short(values.get("remark", "")),
        by=one_line(values.get("by", ""))[:_SHORT],
    )


def _told(code: str, values: Mapping[str, str]) -> Told:
    chosen = values[f"status-{code}"]
    words = kept_short(values.get(f"why-{code}", ""))
    day = one_line(values.get(f"day-{code}", ""))[:_SHORT]
    since = _("since {day}").format(day=day) if day else ""
    status = Status(chosen) if chosen in ANSWERS else None
    if chosen and status is None:
        words = "\n".join(part for part in (one_line(chosen)[:_SHORT], words) if part)
    to = ""
    if status is Status.HANDED_OVER:
        first, _end, rest = words.partition("\n")
        if _is_name(first):
            to, words = first, rest
    return Told(code, status, "\n".join(part for part in (words.strip(), since) if part), to)


def _is_name(line: str) -> bool:
    """Whether a line may say to whom: short, and no sentence. The one box on the form is also for why."""
    return len(line) <= _LONGEST_NAME and not _SENTENCE.search(line)


def kept_short(text: str) -> str:
    """Make a text fit to keep: no signs that do things, and no longer than anybody writes; a cut is seen."""
    kept = clean(text[: 2 * LONGEST]).strip()
    return kept if len(text) <= LONGEST and len(kept) <= LONGEST else f"{kept[:LONGEST]} […]"
