"""The text of a mail that was saved, and the forms that hang on it. HTML becomes plain lines; nothing of it is run."""

from __future__ import annotations

import email
import hashlib
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.policy import default

from lxml import etree, html

from facilitator.content.returned.form_file import read_form
from facilitator.content.returned.trouble import MailText, Read, Trouble
from facilitator.core.text import clean

MOST_CHARACTERS = 400_000
_MOST_PARTS = 200
_MARK = 24
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre "
        "section table td th tr ul",
    )
)
_UNSEEN = frozenset(("head", "script", "style", "title", "template", "noscript", "svg", "object", "iframe"))
_DEEPEST = 9


def read_mail(data: bytes, source: str) -> Read:
    """Read a mail that was saved as a file: its text, and the forms that hang on it."""
    mail = email.message_from_bytes(data, policy=default)
    parts = list(_parts(mail))
    if (trouble := _machine(mail)) is not None:
        return Read(source, trouble=trouble)
    forms = tuple(form for part in parts if _is_pdf(part) for form in read_form(_bytes(part), source).forms)
    text = _body(parts)
    if not text.strip():
        return Read(source, forms=forms) if forms else Read(source, trouble=Trouble.NO_TEXT)
    return Read(source, forms=forms, mail=MailText(text, _mark(mail, text)))


def read_pasted(text: str, source: str) -> Read:
    """Read the text of a mail as it was pasted, or saved as plain text."""
    kept = clean(text[:MOST_CHARACTERS])
    if not kept.strip():
        return Read(source, trouble=Trouble.NO_TEXT)
    return Read(source, mail=MailText(kept, _digest(kept)))


def _parts(mail: Message) -> Iterator[Message]:
    for number, part in enumerate(mail.walk()):
        if number == _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _machine(mail: Message) -> Trouble | None:
    """Tell a mail that no person wrote by what its headers say of it (RFC 3834, RFC 3464)."""
    kind = str(mail.get("Content-Type", "")).lower()
    if "multipart/report" in kind and "delivery-status" in kind:
        return Trouble.BOUNCED
    how = str(mail.get("Auto-Submitted", "no")).lower().strip()
    replying = "auto-replied" in how or "auto-generated" in how or mail.get("X-Autoreply") is not None
    return Trouble.AUTOMATIC if replying else None


def _is_pdf(part: Message) -> bool:
    return part.get_content_type() == "application/pdf" or str(part.get_filename() or "").lower().endswith(".pdf")


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _body(parts: list[Message]) -> str:
    """Give what was written: the plain text, or else the HTML."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    for kind, reading in (("text/plain", _written), ("text/html", _from_html)):
        texts = [reading(part) for part in shown if part.get_content_type() == kind]
        if any(text.strip() for text in texts):
            return clean("\n".join(texts)[:MOST_CHARACTERS])
    return ""


def _written(part: Message) -> str:
    """Give the text of a part, also where it names an alphabet that nobody knows."""
    try:
        content = part.get_content() if isinstance(part, EmailMessage) else None
    except (LookupError, ValueError, AssertionError):
        content = None
    if isinstance(content, str):
        return content
    data = _bytes(part)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _mark(mail: Message, text: str) -> str:
    return _digest(str(mail.get("Message-ID", "")).strip() or text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_MARK]


# ---- HTML


def _from_html(part: Message) -> str:
    return plain_of(_written(part))


def plain_of(markup: str) -> str:
    """Give the words of HTML as plain lines; what stands in a quotation gets `> ` before it."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(clean(markup[:MOST_CHARACTERS]) or "<p></p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return _Lines().of(root)


class _Lines:
    """Gathers the words of a tree of elements as lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._depth = 0

    def of(self, root: html.HtmlElement) -> str:
        """Walk through the elements, without a function calling itself: a mail may nest them as deep as it likes."""
        unseen = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = str(element.tag)
            if event == "start":
                unseen = unseen if unseen is not None or name not in _UNSEEN else element
                if unseen is None:
                    self._open(name)
                    self._add(element.text)
            else:
                if unseen is None:
                    self._close(name)
                unseen = None if unseen is element else unseen
                if unseen is None and element is not root:
                    self._add(element.tail)
        self._end()
        return "\n".join(self._lines)

    def _open(self, name: str) -> None:
        if name in _BLOCKS or name == "br":
            self._end(always=name == "br")
        if name == "blockquote":
            self._depth = min(self._depth + 1, _DEEPEST)

    def _close(self, name: str) -> None:
        if name in _BLOCKS:
            self._end()
        if name == "blockquote":
            self._depth = max(self._depth - 1, 0)

    def _add(self, text: str | None) -> None:
        self._line += " ".join(f"|{text or ''}|".replace("\xa0", " ").split())[1:-1]

    def _end(self, *, always: bool = False) -> None:
        words = " ".join(self._line.split())
        if words or always:
            self._lines.append(f"{'> ' * self._depth}{words}".rstrip())
        self._line = ""
