"""Arriving: reads what came back, one thing after the other, and finds the session and organisation it belongs to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.core import reporting
from facilitator.core.agreement import Agreement
from facilitator.core.reporting import Elsewhere, Line, Returned, Told
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel
from facilitator.ui.futures import deliver, in_background
from facilitator.ui.services import Services
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.content.returned.trouble import MailText, Read
    from facilitator.storage.database import Connection

PURPOSE = "forms"
"""What the secret of the store is asked for: the marks on forms and in mails."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One form, one mail, or one thing that cannot be used as it is.

    `trouble` says in words what is the matter; then `typing` says that it can be typed over by somebody who reads it,
    and `mail` is a text of which is not known whose it is. `rest` is what was written and belongs to no agreement.
    """

    source: str
    session: Session | None = None
    partner_id: str = ""
    channel: Channel = Channel.FORM
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    rest: str = ""
    by: str = ""
    trouble: str = ""
    typing: bool = False
    mail: MailText | None = None


class Arriving(QObject):
    """Reads in a thread beside the windows.

    Signals:
        arrived(Arrived): the next thing that was read.
        finished(): all of it was.
        failed(Exception): the store did not answer.
    """

    arrived = Signal(object)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: deque[Callable[[], Read]] = deque()
        self._elsewhere: dict[str, Elsewhere] = {}

    @property
    def busy(self) -> bool:
        """Whether something is still being read."""
        return bool(self._waiting)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files."""
        from facilitator.content.returned.file import read_file  # noqa: PLC0415  not needed for the first window

        self._take([partial(read_file, path) for path in paths])

    def read_text(self, text: str) -> None:
        """Read the text of a mail that was pasted."""
        from facilitator.content.returned.mail_file import read_pasted  # noqa: PLC0415  as above

        self._take([partial(read_pasted, text, _("pasted text"))])

    def read_as(self, mail: MailText, source: str, session: Session, partner_id: str) -> Arrived:
        """Read the text of a mail as that of an organisation that somebody named."""
        return self._reply(mail, source, session, partner_id)

    def blank(self, source: str, session: Session, partner_id: str) -> Arrived:
        """Give all that an organisation is asked, to be typed over."""
        lines = tuple(
            Line(one, Told(one.id), "") for one in reporting.asked_of(session, partner_id, self._known_of(session))
        )
        return Arrived(source, session, partner_id, lines=lines)

    # ---- one after the other

    def _take(self, works: list[Callable[[], Read]]) -> None:
        idle = not self._waiting
        self._waiting.extend(works)
        if idle:
            self._next()

    def _next(self) -> None:
        if self._waiting:
            deliver(in_background(self._waiting[0]), self._sort, self._fail)
        else:
            self.finished.emit()

    def _done(self) -> None:
        self._waiting.popleft()
        self._next()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._done()

    def _sort(self, read: Read) -> None:
        """Tell what cannot be read; find the place of the rest, one by one."""
        if read.trouble is not None:
            self._tell_trouble(read)
            return
        parts: deque[Returned | MailText] = deque(read.forms)
        if read.mail is not None and not (read.forms and not reporting.reference_in(read.mail.text)):
            parts.append(read.mail)
        self._place(read, parts)

    def _tell_trouble(self, read: Read) -> None:
        from facilitator.content.returned.file import MOST_BYTES  # noqa: PLC0415  not needed for the first window

        trouble = read.trouble
        assert trouble is not None  # noqa: S101  its caller looked
        arrived = Arrived(read.source, trouble=trouble.explain(size=MOST_BYTES // 1_000_000), typing=trouble.by_eye)
        if read.reference:
            self._find(read.reference, partial(self._known, arrived))
        else:
            self.arrived.emit(arrived)
            self._done()

    def _known(self, arrived: Arrived, session: Session | None, partner_id: str) -> None:
        self.arrived.emit(replace(arrived, session=session, partner_id=partner_id))
        self._done()

    def _place(self, read: Read, parts: deque[Returned | MailText]) -> None:
        if not parts:
            self._done()
            return
        part = parts.popleft()
        reference = part.reference if isinstance(part, Returned) else reporting.reference_in(part.text)
        then = partial(self._placed, read, parts, part)
        if reference:
            self._find(reference, then)
        else:
            then(None, "")

    def _find(self, reference: str, then: Callable[[Session | None, str], None]) -> None:
        key = self._services.store.secret(PURPOSE)

        def place(connection: Connection) -> tuple[str, str] | None:
            from facilitator.storage import overview  # noqa: PLC0415  asked in the store's thread

            return reporting.place_of(key, reference, overview.seats(connection))

        deliver(self._services.store.ask(place), partial(self._load, then), self._fail)

    def _load(self, then: Callable[[Session | None, str], None], place: tuple[str, str] | None) -> None:
        if place is None:
            then(None, "")
        else:
            session_id, partner_id = place

            def known(elsewhere: Elsewhere) -> None:
                self._elsewhere[session_id] = elsewhere
                deliver(self._services.store.load(session_id), lambda session: then(session, partner_id), self._fail)

            deliver(self._services.store.ask(partial(_elsewhere, session_id)), known, self._fail)

    def _placed(
        self,
        read: Read,
        parts: deque[Returned | MailText],
        part: Returned | MailText,
        session: Session | None,
        partner_id: str,
    ) -> None:
        if isinstance(part, Returned):
            self.arrived.emit(self._form(part, read.source, session, partner_id))
        elif session is None:
            self.arrived.emit(_stray(part, read.source))
        else:
            self.arrived.emit(self._reply(part, read.source, session, partner_id))
        self._place(read, parts)

    # ---- what it says

    def _known_of(self, session: Session) -> Elsewhere:
        """What later sessions did with its agreements, as far as that was asked."""
        return self._elsewhere.get(session.id, reporting.NOWHERE)

    def _form(self, form: Returned, source: str, session: Session | None, partner_id: str) -> Arrived:
        if session is None:
            text = _(
                "This form belongs to no session on this laptop. It was made on another laptop, or its session was "
                "erased. Read it there, or type it over at the right session."
            )
            return Arrived(source, trouble=text, typing=True)
        key = self._services.store.secret(PURPOSE)
        if not reporting.is_genuine(form, session, partner_id, key):
            text = _(
                "This form was changed after it was made: its marks do not fit its agreements. Nothing is read from "
                "it. Ask whether it is right, and type it over."
            )
            return Arrived(source, session, partner_id, trouble=text, typing=True)
        lines = reporting.lines_of(form, session, partner_id, key, self._known_of(session))
        notes = (_older(form.version, session.version),) if form.version < session.version else ()
        return Arrived(source, session, partner_id, lines=lines, notes=notes, rest=form.remark, by=form.by)

    def _reply(self, mail: MailText, source: str, session: Session, partner_id: str) -> Arrived:
        from facilitator.content.returned.reply import read_reply  # noqa: PLC0415  not needed for the first window

        key = self._services.store.secret(PURPOSE)
        asked = [(reporting.code_of(key, session.id, one.id), one.name) for one in _asked_first(session, partner_id)]
        reply = read_reply(mail.text, asked)
        reference = reporting.reference_of(key, session.id, partner_id)
        returned = Returned(Channel.MAIL, reference, reply.told, mark=mail.mark)
        lines = reporting.lines_of(returned, session, partner_id, key, self._known_of(session))
        if not lines:
            text = _("No answers were found in this mail. Read it yourself, and type them over.")
            return Arrived(source, session, partner_id, Channel.MAIL, trouble=text, typing=True, rest=reply.rest)
        return Arrived(source, session, partner_id, Channel.MAIL, lines, rest=reply.rest)


def _elsewhere(session_id: str, connection: Connection) -> Elsewhere:
    from facilitator.storage import agreements  # noqa: PLC0415  asked in the store's thread

    return agreements.elsewhere(connection, session_id)


def _asked_first(session: Session, partner_id: str) -> list[Agreement]:
    """The agreements a mail may be about: those asked, and where it names others, those too."""
    asked = reporting.asked_of(session, partner_id)
    others = (one for one in session.notebook.agreements if one not in asked)
    return [*asked, *others]


def _stray(mail: MailText, source: str) -> Arrived:
    from facilitator.content.returned.desk_answer import answers_help_desk  # noqa: PLC0415  as above

    text = _(
        "This mail does not say to which session it belongs: its reference is gone, or of another laptop. "
        "Choose whose answer it is."
    )
    if answers_help_desk(mail.text):
        text = _("This answers a question of the help desk. Read it in there: Knowledge, Help desk, Kept questions.")
    return Arrived(source, channel=Channel.MAIL, trouble=text, typing=True, mail=mail)


def _older(version: int, now: int) -> str:
    return _(
        "This form is of version {version}; the session was corrected since, it is version {now} now. What changed is "
        "named below."
    ).format(version=version, now=now)
