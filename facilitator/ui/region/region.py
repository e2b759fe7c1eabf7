"""Region: everything that can be done with the agreements of a region, and the pages it takes."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from facilitator.content.own_agreement_file import OwnFile
from facilitator.core.model_agreement import ModelAgreement
from facilitator.core.model_update import changes, followed, newest_of
from facilitator.core.own_agreement import Decided, OwnAgreement, as_decided, decide
from facilitator.storage import own_agreements, paragraph_rows
from facilitator.storage.own_agreements import Everything
from facilitator.ui.casuistry.privacy.searching import Searcher
from facilitator.ui.dates import clock
from facilitator.ui.futures import deliver
from facilitator.ui.region.decide_dialog import DecideDialog
from facilitator.ui.region.exchange import Exchange
from facilitator.ui.region.instruction_page import InstructionPage
from facilitator.ui.region.models import newest_models
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.rename_dialog import RenameDialog
from facilitator.ui.region.start_page import RegionPage
from facilitator.ui.region.update_dialog import UpdateDialog
from facilitator.ui.region.versions_dialog import OwnVersionsDialog
from facilitator.ui.services import Services
from facilitator.ui.widgets.dialog import Question
from facilitator.words import _


class Region(QObject):
    """The municipalities, the page on which one works, and what comes of that.

    Attributes:
        page: the list of municipalities.
        exchange: what comes in from files and goes to them.
        dialog: the question that was opened last, if any was.

    Signals:
        page_wanted(QWidget): show this page in place of what is there.
        back_wanted(): go to the list again.
        session_wanted(str): open this session.
        said(str), warned(str): tell the user.
        failed(Exception): the store does not let it.
    """

    page_wanted = Signal(object)
    back_wanted = Signal()
    session_wanted = Signal(str)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._search = Searcher(services.lexicon)
        self._held = Everything((), ())
        self._pages: dict[str, OwnPage] = {}
        self.dialog: QDialog | None = None
        self.page = RegionPage()
        self.page.entered.connect(self._ask)
        self.page.chosen.connect(self.open)
        self.page.begin_wanted.connect(self._begin)
        self.exchange = Exchange(services, lambda: self._held, self.page)
        self.exchange.changed.connect(self._ask)
        self.exchange.said.connect(self.said)
        self.exchange.failed.connect(self.failed)
        self.page.open_model.clicked.connect(self.exchange.choose_model)
        self.page.open_own.clicked.connect(self.exchange.choose_own)

    # ---- what there is

    @property
    def models(self) -> tuple[ModelAgreement, ...]:
        """Of every model the newest: those that come with the program, and those a region brought in."""
        return newest_models((*self._services.library().models, *self._held.models))

    def _ask(self) -> None:
        deliver(self._services.store.ask(own_agreements.everything), self._take, self.failed.emit)

    def _take(self, held: Everything) -> None:
        self._held = held
        self.page.show_models(self.models)
        changed = {kept.own.id: self._changed(kept.own) for kept in held.owns}
        self.page.show_owns(held.owns, self._services.now(), changed)

    def _changed(self, own: OwnAgreement) -> int:
        """In how many paragraphs the newest model differs from what a municipality decided about."""
        newest = newest_of(self.models, own.model.id)
        return 0 if newest is None else len(changes(own, newest))

    # ---- working on one

    def _begin(self, model: ModelAgreement, municipality: str) -> None:
        own = OwnAgreement(self._services.new_id(), municipality, model)
        deliver(self._save(own), lambda _done: self._open(own), self.failed.emit)

    def open(self, own_id: str) -> None:
        """Go on with the agreements of a municipality."""
        page = self._pages.get(own_id)
        if page is not None and isValid(page) and page.holds_unkept():
            self.page_wanted.emit(page)
            return
        found = next((kept for kept in self._held.owns if kept.own.id == own_id), None)
        if found is not None:
            self._open(found.own)

    def _open(self, own: OwnAgreement) -> None:
        newest = newest_of(self.models, own.model.id)
        if newest is not None:
            own = followed(own, newest)
        page = OwnPage(own, self._save, self._search)
        page.when_kept(partial(self._tell_kept, page))
        page.keeper.refused.connect(self.failed)
        page.left.connect(self.back_wanted)
        page.instruction_wanted.connect(partial(self._make, page))
        page.renew.clicked.connect(partial(self.renew, page))
        page.offer(_("Decide on this version …"), partial(self.decide, page))
        page.offer(_("Versions …"), partial(self.show_versions, page))
        page.offer(_("Save for another laptop …"), partial(self.save_for_another, page))
        page.offer(_("Change the name …"), partial(self.rename, page))
        page.offer(_("Erase …"), partial(self.throw_away, page))
        page.draft.changed.connect(partial(self._tell_news, page))
        self._pages = {**{key: one for key, one in self._pages.items() if isValid(one)}, own.id: page}
        self._tell_news(page)
        page.practice.session_wanted.connect(self.session_wanted)
        self._ask_practice(page)
        self.page_wanted.emit(page)

    def _ask_practice(self, page: OwnPage) -> None:
        model_id, today = page.draft.tree.model.id, self._services.now().astimezone().date()
        asked = self._services.store.ask(lambda connection: paragraph_rows.practice(connection, model_id, today))
        deliver(asked, page.show_practice, self.failed.emit)

    def _save(self, own: OwnAgreement) -> Future[None]:
        now = self._services.now()
        return self._services.store.ask(lambda connection: own_agreements.keep(connection, own, now))

    def _tell_kept(self, page: OwnPage) -> None:
        now = self._services.now()
        page.show_saved(_("kept at {clock}").format(clock=clock(now, now.astimezone().tzinfo)))

    # ---- a newer model

    def _tell_news(self, page: OwnPage) -> None:
        page.show_news(self._changed(page.draft.tree))

    def renew(self, page: OwnPage) -> None:
        """Deal with what changed in the model."""
        newest = newest_of(self.models, page.draft.tree.model.id)
        if newest is None:
            return
        dialog = UpdateDialog(page.draft, newest, page.window())
        dialog.finished.connect(partial(self._renewed, page, dialog))
        self._open_dialog(dialog)

    def _renewed(self, page: OwnPage, dialog: UpdateDialog, _result: int) -> None:
        if dialog.adjusted:
            page.go_to(dialog.adjusted[0])
        else:
            page.enter()

    # ---- versions

    def decide(self, page: OwnPage) -> None:
        """Decide on what holds now."""
        if self._waits(page):
            return
        dialog = DecideDialog(page.draft.tree, self._services.now().astimezone().date(), page.window())
        dialog.accepted.connect(lambda: self._decide(page, dialog))
        self._open_dialog(dialog)

    def _decide(self, page: OwnPage, dialog: DecideDialog) -> None:
        own, now = decide(page.draft.tree, *dialog.decided), self._services.now()
        kept = self._services.store.ask(lambda connection: own_agreements.keep_version(connection, own, now))
        deliver(kept, lambda _versions: self._decided(page, own), self.failed.emit)

    def _decided(self, page: OwnPage, own: OwnAgreement) -> None:
        if isValid(page):
            page.draft.settle(as_decided(page.draft.tree, own))  # something may have been typed since
        self.said.emit(_("Version {number} is kept.").format(number=own.version))

    def show_versions(self, page: OwnPage) -> None:
        """Show what was decided on before."""
        own_id = page.draft.tree.id
        asked = self._services.store.ask(lambda connection: own_agreements.versions(connection, own_id))
        deliver(asked, partial(self._show_versions, page), self.failed.emit)

    def _show_versions(self, page: OwnPage, versions: tuple[Decided, ...]) -> None:
        if not isValid(page):
            return
        dialog = OwnVersionsDialog(page.draft.tree, versions, page.window())
        dialog.put_back_wanted.connect(lambda old: self._put_back(page, old))
        self._open_dialog(dialog)

    def _put_back(self, page: OwnPage, old: OwnAgreement) -> None:
        """What stood there holds again; the count of versions goes on, and so does what was decided on."""
        now = page.draft.tree
        page.draft.put(as_decided(replace(old, allowed=now.allowed), now))

    # ---- the municipality itself

    def rename(self, page: OwnPage) -> None:
        """Put the name of the municipality right."""
        dialog = RenameDialog(page.draft.tree.municipality, page.window())
        dialog.accepted.connect(lambda: page.draft.put(replace(page.draft.tree, municipality=dialog.chosen)))
        self._open_dialog(dialog)

    def throw_away(self, page: OwnPage) -> None:
        """Take the agreements of a municipality away, with all versions, once that was asked."""
        own = page.draft.tree
        dialog = Question(
            _("Throw away the agreements of {municipality}?").format(municipality=own.municipality),
            _("All versions go with them. This cannot be taken back. What was said in sessions stays there."),
            _("Erase"),
            page.window(),
            danger=True,
        )
        dialog.accepted.connect(lambda: self._remove(page))
        self._open_dialog(dialog)

    def _remove(self, page: OwnPage) -> None:
        page.keeper.let_go()
        own_id = page.draft.tree.id
        removed = self._services.store.ask(lambda connection: own_agreements.remove(connection, own_id))
        deliver(removed, lambda _done: self.back_wanted.emit(), partial(self._not_removed, page))

    def _not_removed(self, page: OwnPage, error: Exception) -> None:
        if isValid(page):
            page.keeper.go_on()
        self.failed.emit(error)

    # ---- what comes of it

    def _waits(self, page: OwnPage) -> bool:
        """Whether something is to be decided about personal data first; the facilitator is told, and brought there."""
        for first in page.findings.seen[:1]:
            self.warned.emit(_("First look at what looks like personal data, at the bottom of this page."))
            page.go_to(first.paragraph_id)
        return bool(page.findings.seen)

    def _make(self, page: OwnPage) -> None:
        if self._waits(page):
            return
        made = InstructionPage(self._services, page.draft.tree)
        own_id = page.draft.tree.id
        made.left.connect(lambda: self._again(own_id))
        made.said.connect(self.said)
        made.failed.connect(self.failed)
        self.page_wanted.emit(made)

    def _again(self, own_id: str) -> None:
        """Back to the paragraphs, as they are kept by now."""

        def take(held: Everything) -> None:
            self._take(held)
            self.open(own_id)

        deliver(self._services.store.ask(own_agreements.everything), take, self.failed.emit)

    # ---- files

    def save_for_another(self, page: OwnPage) -> None:
        """Make a file of it, with all versions."""
        if self._waits(page):
            return
        own_id, folder = page.draft.tree.id, self._services.documents_folder
        asked = self._services.store.ask(lambda connection: own_agreements.versions(connection, own_id))
        deliver(asked, lambda decided: self.exchange.write(OwnFile(page.draft.tree, decided), folder), self.failed.emit)

    def _open_dialog(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
