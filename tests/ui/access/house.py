"""The whole house with its lights on: the real program over the example sessions, brought into one scene after another.

What has to hold everywhere (names, contrast, size, focus, large text) is asked of each of the scenes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from facilitator import words
from facilitator.app import Program, World
from facilitator.content.locate import resource
from facilitator.content.problem import Problem
from facilitator.core import reporting
from facilitator.core.agreement import AgreementRef, Standing, Status
from facilitator.core.apply import apply
from facilitator.core.events import (
    ArchivedReport,
    DocumentsHandedOut,
    Event,
    LookBackFilled,
    LookBackItem,
    ReadFrom,
    Screen,
    ScreenSet,
    SessionClosed,
    SessionReopened,
    StepEntered,
)
from facilitator.core.own_agreement import Choice
from facilitator.core.people import Partner
from facilitator.core.session import Session
from facilitator.core.vocabulary import Channel, Form
from facilitator.core.walk import Answered
from facilitator.demo import play, read_example
from facilitator.report.archive.writing import archived
from facilitator.report.bundle import report_of
from facilitator.report.formats.asking import asking_lines
from facilitator.report.press import Press
from facilitator.report.sealing.seal import Holds, Looked
from facilitator.storage import keys
from facilitator.storage.key_store import NoKeyStore
from facilitator.storage.library.records import ItemKey, ItemKind
from facilitator.ui.after.after_page import AfterPage
from facilitator.ui.after.held_dialog import HeldDialog
from facilitator.ui.after.reopen_dialog import ReopenDialog
from facilitator.ui.after.seal_told import SealToldDialog
from facilitator.ui.agreements.agreements_page import AgreementsPage
from facilitator.ui.agreements.sheet_dialog import SheetDialog
from facilitator.ui.appearance import Wish
from facilitator.ui.appearance_dialog import AppearanceDialog
from facilitator.ui.casuistry.editor.page import EditorPage
from facilitator.ui.casuistry.library.library_page import LibraryPage
from facilitator.ui.casuistry.packs.refused_dialog import RefusedDialog
from facilitator.ui.console.add_dialog import What
from facilitator.ui.console.console import Console
from facilitator.ui.console.keys import Command
from facilitator.ui.destinations import AGREEMENTS, CASUISTRY, KNOWLEDGE, REGION, SESSIONS, START
from facilitator.ui.knowledge.card_page import CardPage
from facilitator.ui.knowledge.facts.facts_page import FactsPage
from facilitator.ui.knowledge.hub_page import HubPage
from facilitator.ui.knowledge.review.review_page import ReviewPage
from facilitator.ui.knowledge.review.room import enter
from facilitator.ui.knowledge.walk.choose_page import ChoosePage
from facilitator.ui.knowledge.walk.walk_page import WalkPage
from facilitator.ui.knowledge.ways_bar import PLACES
from facilitator.ui.main_window import MainWindow
from facilitator.ui.prepare.import_dialog import ImportDialog
from facilitator.ui.prepare.prepare_page import PreparePage
from facilitator.ui.quiet_dialog import QuietDialog
from facilitator.ui.region.decide_dialog import DecideDialog
from facilitator.ui.region.own_page import OwnPage
from facilitator.ui.region.start_page import RegionPage
from facilitator.ui.region.update_dialog import UpdateDialog
from facilitator.ui.returned.arriving import PURPOSE
from facilitator.ui.returned.paste_dialog import PasteDialog
from facilitator.ui.returned.whose_dialog import WhoseDialog
from facilitator.ui.settings.house_page import HousePage
from facilitator.ui.start.read_in_dialog import ReadInDialog
from facilitator.ui.start.safety import SafetyDialog
from facilitator.ui.start.sessions_page import SessionsPage
from facilitator.ui.theme import Variant
from facilitator.ui.threshold.key_page import KeyPage
from facilitator.ui.threshold.recovery_page import RecoveryPage
from facilitator.ui.threshold.trouble_page import TroublePage
from facilitator.ui.widgets import Dialog
from facilitator.ui.widgets.dialog import Question
from tests.core.test_archived import read
from tests.report.archive.test_knowledge import known
from tests.shipped import shipped_library
from tests.ui.access import learning
from tests.ui.access.help_desk import SCENES as HELP_DESK

CLOCK = datetime(2026, 11, 17, 14, 27, tzinfo=UTC)
PRIVATE = "Bij mevrouw Terlinden aan de Lindelaan 14 wisten we het niet van elkaar. @politie"
Played = list[tuple[Event, Session]]
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def example(name: str) -> Played:
    """Play one of the example sessions."""
    library = shipped_library()
    told = read_example(resource("demo", f"{name}.yaml"))
    script = library.script(told["script"])
    assert script is not None
    return list(play(told, script, library.case(told.get("case", ""))))


def until(played: Played, come: Callable[[Session], bool]) -> Played:
    """What happened up to the first moment at which something is so."""
    return played[: 1 + next(i for i, (_event, session) in enumerate(played) if come(session))]


def items_before(session: Session) -> tuple[LookBackItem, ...]:
    """What a session agreed, as if it was two months before: one is late, one belongs to somebody who is not here."""
    day, elsewhere = session.details.day - timedelta(days=63), Partner("p-elders", "Opvang Oost")
    items = []
    for number, one in enumerate(session.notebook.agreements):
        said = Standing(Status.BUSY, CLOCK - timedelta(days=9), "bijna klaar", one.owner_id, channel=Channel.FORM)
        agreement = replace(one, status=Status.AGREED, continues=None, confirmed=True, standings=())
        if number == 0:
            late = day + timedelta(days=30)
            agreement = replace(agreement, deadline=late, rhythm="", status=Status.BUSY, standings=(said,))
        if number == 2:
            agreement = replace(agreement, with_ids=(*agreement.with_ids, elsewhere.id))
        partners = (*session.notebook.partners, elsewhere)
        named = tuple(partner for partner in partners if partner.id in agreement.parties)
        ref = AgreementRef("s-before", one.id)
        items.append(LookBackItem(ref, agreement, named, session.script.title, day, session.details.place))
    return tuple(items)


class House:
    """The program, past the doorstep, with sessions that were planned, led and closed.

    Attributes:
        desk: its main window.
    """

    def __init__(self, home: Path) -> None:
        numbers = count(1)
        words.use(resource("i18n"))
        self.now = CLOCK
        self.doorstep: QMainWindow | None = None
        self._tick = QTimer(interval=5)  # look again at least so often
        keys.create(home, NoKeyStore())
        keys.recovery_noted(home)
        self.played, self.learnt = example("voorbeeldsessie"), example("leerbijeenkomst")
        self.program = Program(World(home, home, NoKeyStore(), lambda: self.now, lambda: f"h-{next(numbers)}"))
        self.program.open()
        self.wait(lambda: self.program.desk is not None)
        for told in (self.played, self.learnt):
            for event, session in told:
                self.program.services.store.append(event, session)
        self.program.services.store.ask(lambda _connection: None).result(20)

    @property
    def desk(self) -> MainWindow:
        """The main window."""
        assert self.program.desk is not None
        return self.program.desk

    @property
    def console(self) -> Console:
        """The console of the session that is led."""
        assert self.program.leading is not None
        return self.program.leading.console

    def wait(self, done: Callable[[], object] = lambda: True, quiet: float = 0.05) -> None:
        """Let the windows work until it is so, and then for a moment more.

        It sleeps while nothing happens: who only looks again takes the time of the threads that it waits for.
        """
        self._tick.start()
        deadline = time.monotonic() + 60
        while not done():
            assert time.monotonic() < deadline, "it took too long"
            QApplication.processEvents(WAITING)
        end = time.monotonic() + quiet
        while time.monotonic() < end:
            QApplication.processEvents(WAITING)
        self._tick.stop()

    def tidy(self) -> None:
        """Close what is open, and go back to the start page."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.close()
                window.deleteLater()
        if self.doorstep is not None:
            self.doorstep.close()
            self.doorstep.deleteLater()
            self.doorstep = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.desk.show()
        self.desk.activateWindow()
        self.wait(self.desk.isActiveWindow)
        if self.program.leading is not None:
            self.program.leading.left.emit()
            self.wait(lambda: self.program.leading is None)
        self.now = CLOCK
        self.desk.toast.hide()
        self.desk.go(START)
        self._let_pages_go()
        self.wait(self.desk.is_filled)

    def _let_pages_go(self) -> None:
        """Let the pages go that are not in sight: each of them would be dressed anew with every look."""
        destinations, stack = self.desk._destinations, self.desk.stack
        start = destinations.page(START)
        if not stack.holds_unkept(1):
            for page in filter(None, map(stack.widget, reversed(range(stack.count())))):
                if page is not start:
                    stack.remove(page)
        destinations._pages = {START: start}
        vars(self.desk.sessions).pop("preparing", None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def lead(self, told: Played) -> Console:
        """Lead a session from where it stands in the example; nothing of it is kept."""
        self.program._lead(told[-1][1], lambda _event, _session: None)
        led = self.program.leading
        assert led is not None
        self.now = told[-1][0].at
        led.running.do(ScreenSet, screen=Screen.LIVE)
        if not led.console.private:
            led.console.privacy.press()
        self.wait(led.console.step.entry.field.hasFocus)
        return led.console

    def dialog(self, made: QDialog) -> QDialog:
        """Open a dialog over the desk."""
        made.open()
        made.activateWindow()
        self.wait(made.isVisible)
        return made

    def alone(self, page: RecoveryPage | KeyPage | TroublePage) -> QWidget:
        """Show a page of the doorstep in its window."""
        window = self.doorstep = QMainWindow()
        window.setCentralWidget(page)
        window.resize(self.desk.size())
        window.show()
        window.activateWindow()
        page.enter()
        self.wait(page.isVisible)
        return window

    # ---- the scenes

    def told(self) -> Played:
        """The example session, in the middle of a step with answers, agreements and notes."""
        entered = [i for i, (event, _after) in enumerate(self.played) if isinstance(event, StepEntered)]
        at = next(i for i in entered if self.played[i][1].step.id == "verwachten")
        return self.played[: next(i for i in entered if i > at)]

    def lived(self) -> Played:
        """The learning session, in the middle of weighing."""
        return until(self.learnt, lambda session: 2 in session.weighed("een-zachte-stem"))

    def on_console(self, *commands: Command, case: bool = False) -> QWidget:
        """The console, with these commands given."""
        console = self.lead(self.lived() if case else self.told())
        if case:
            console.deeds.turn_question(1)
        for command in commands:
            console.commands.run(command)
        self.wait()
        return self.desk

    def looked_back(self, *, asked: bool = False) -> QWidget:
        """The look back on what was agreed two months ago; with the question that comes after one that was not kept."""
        console = self.lead(self.told())
        console.deeds.do(LookBackFilled, items=items_before(self.played[-1][1]))
        console.commands.run(Command.LOOK_BACK)
        self.wait()
        panel = console.panels.look_back
        panel.status.buttons[0].click()
        panel.carry.click()
        panel.status.buttons[2].click()
        if not asked:
            panel.line.setText("Er was geen tijd voor")
            panel.line.setModified(True)
            panel.line.returnPressed.emit()
        self.wait()
        return self.desk

    def cards(self) -> QWidget:
        """The panel of knowledge cards, once the line above it says what is at hand."""
        self.on_console(Command.CARDS)
        self.wait(lambda: not self.console.step.cards.isHidden())
        return self.desk

    def quiz(self) -> QWidget:
        """A fact check before the room, some hands counted."""
        self.cards()
        panel = self.console.panels.cards
        panel.search.setText("hermelding")
        panel.list.choose(next(row.id for row in panel.list.rows if row.id.startswith("feit-60")))
        panel.show_chosen()
        for button, hands in zip(panel.guesses.more, (6, 3, 2), strict=True):
            for _hand in range(hands):
                button.click()
        self.wait()
        return self.desk

    def facts(self) -> QWidget:
        """A claim that was guessed of."""
        self.at(KNOWLEDGE)
        hub = self.desk.stack.currentWidget()
        assert isinstance(hub, HubPage)
        hub.rooms["facts"].button.click()
        page = self.desk.stack.currentWidget()
        assert isinstance(page, FactsPage)
        page.guesses[0].click()
        self.wait()
        return self.desk

    def held(self) -> QWidget:
        """The console with something to check, and the panel that does."""
        console = self.lead(self.told())
        console.step.entry.field.setText(PRIVATE)
        console.step.entry.field.entered.emit()
        self.wait(lambda: console.findings.at_hand() is not None)
        console.commands.run(Command.CHECK)
        self.wait(lambda: console.panels.top is not None)
        return self.desk

    def form(self, *, more: bool = False) -> QWidget:
        """The form of an agreement; with more of it unfolded, and something wrong in it."""
        console = self.lead(self.told())
        console.commands.open_agreement(None)
        if more:
            form = console.panels.form
            form.more.unfold()
            form.more.escalations.add.click()
            form.more.watching.evaluate_on.line.setText("na de zomer")
            form.keep.click()
        self.wait()
        return self.desk

    def decided(self) -> QWidget:
        """Asking what is needed at a turning point."""
        self.on_console(case=True)
        points = self.console.deeds.session.notebook.turning_points
        self.console.commands.case.ask_needs(points[-1].id)
        self.wait()
        return self.desk

    def prepare(self, part: int, form: Form = Form.LEERBIJEENKOMST) -> QWidget:
        """A part of preparing, with something filled in and something wrong."""
        self.desk.prepare(form)
        page = self.desk.stack.currentWidget()
        assert isinstance(page, PreparePage)
        library = self.program.services.library()
        if form is Form.LEERBIJEENKOMST:
            page.take(library.cases[0])
        page.change(place="Wijk Noord", organisations=("Politie", "Veilig Thuis", "Huisarts"), available_minutes=20)
        page.go_to(part)
        self.wait()
        return self.desk

    def library(self) -> LibraryPage:
        """The library, filled."""
        self.desk.go(CASUISTRY)
        page = self.desk.stack.currentWidget()
        assert isinstance(page, LibraryPage)
        self.wait(lambda: page.model.rowCount() > 1 and page.details.content is not None)
        page.search.setText("bereikbaar")
        self.wait(lambda: page.chosen is not None and page.chosen.kind is ItemKind.CASE)
        return page

    def editor(self) -> QWidget:
        """A case that is being written."""
        page = self.library()
        page.details.copy.click()
        self.wait(lambda: isinstance(self.desk.stack.currentWidget(), EditorPage))
        editor = self.desk.stack.currentWidget()
        assert isinstance(editor, EditorPage)
        editor.go_to(("moments", 1, "audience"))
        self.wait()
        return self.desk

    def pack(self) -> QWidget:
        """Making a pack."""
        page = self.library()
        assert page.details.content is not None
        before = self.desk.stack.currentWidget()
        page.details.pack_wanted.emit(page.details.content)
        self.wait(lambda: self.desk.stack.currentWidget() is not before)
        return self.desk

    def at(self, name: str) -> QWidget:
        """A destination of the sidebar."""
        self.desk.go(name)
        self.wait(quiet=0.15)
        return self.desk

    def walk(self) -> QWidget:
        """The second question of an instrument outside a session, begun anew each time."""
        self.desk.go(KNOWLEDGE)
        hub = self.desk.stack.currentWidget()
        assert isinstance(hub, HubPage)
        hub.rooms["instruments"].button.click()
        choose = self.desk.stack.currentWidget()
        assert isinstance(choose, ChoosePage)
        choose.choices["instrument-afwegingskader"].button.click()
        page = self.desk.stack.currentWidget()
        assert isinstance(page, WalkPage)
        page.say(Answered("vermoeden", 0, "Een leerkracht zag blauwe plekken."))
        page.intro.start.click()
        self.wait()
        return self.desk

    def walked(self) -> QWidget:
        """The first tip of the scan in a session, before the room, with a next step."""
        self.on_console(Command.WALK)
        panel = self.console.panels.walk
        panel.choices["instrument-preventiescan"].click()
        panel.view.sheet.answers.pick(2)
        panel.view.sheet.next_step.setText("De folder aanvullen met Veilig Thuis")
        panel.view.sheet.keep()
        panel.to_room.setChecked(True)
        self.wait()
        return self.desk

    def region(self) -> OwnPage:
        """A municipality that goes through the model: one paragraph adjusted, with something to decide about."""
        self.desk.go(REGION)
        start = self.desk.stack.currentWidget()
        assert isinstance(start, RegionPage)
        self.wait(lambda: start.model.count() > 0, quiet=0.3)
        if start.rows:
            next(iter(start.rows.values())).click()
        else:
            start.name.setText("Voorbeeldstad")
            start.begin.click()
        self.wait(lambda: isinstance(self.desk.stack.currentWidget(), OwnPage))
        page = self.desk.stack.currentWidget()
        assert isinstance(page, OwnPage)
        page.outline.point_at("bekend-bij-het-team")
        if page.draft.tree.of(page.here).choice is None:
            page.choose(Choice.ADJUSTED)
        page.view.written.emit("Fatima Yilmaz belt binnen {termijn-bellen}, of {ooit}.")
        self.wait(page.findings.isVisible)
        return page

    def decide(self) -> QWidget:
        """Deciding on a version of it."""
        page = self.region()
        return self.dialog(DecideDialog(page.draft.tree, self.now.date(), self.desk))

    def update(self) -> QWidget:
        """A newer model."""
        page = self.region()
        chapter, *others = page.draft.tree.model.chapters
        first, *rest = chapter.paragraphs
        changed = replace(chapter, paragraphs=(replace(first, text="Bel altijd."), *rest))
        newer = replace(page.draft.tree.model, chapters=(changed, *others))
        return self.dialog(UpdateDialog(page.draft, newer, self.desk))

    def after(self) -> QWidget:
        """What comes of a session that is over."""
        self.desk.show_after(self.played[-1][1])
        self.previewed()
        return self.desk

    def previewed(self) -> None:
        """Wait for the first document to stand there: nothing comes in by itself after that."""
        page = self.desk.stack.currentWidget()
        assert isinstance(page, AfterPage)
        self.wait(lambda: bool(page.documents.view.pdf))

    def lasting(self, action: str) -> QWidget:
        """Papers with a password, or with a seal."""
        self.after()
        page = self.desk.stack.currentWidget()
        assert isinstance(page, AfterPage)
        {"protect": page.lasting.protect, "seal": page.lasting.seal}[action].trigger()
        self.wait(lambda: page.lasting.dialog is not None and page.lasting.dialog.isVisible())
        assert page.lasting.dialog is not None
        return page.lasting.dialog

    def in_room(self, name: str) -> QWidget:
        """A room of the page of knowledge."""
        self.at(KNOWLEDGE)
        page = self.desk.stack.currentWidget()
        assert isinstance(page, HubPage)
        page.rooms[name].button.click()
        self.wait(lambda: self.desk.stack.currentWidget() is not page)
        return self.desk

    def sheet(self) -> QWidget:
        """What was found as a spreadsheet."""
        page = self.agreements()
        page.to_sheet.click()
        found = page.findChild(SheetDialog)
        assert found is not None
        self.wait(found.isVisible)
        return found

    def other_hands(self, action: str) -> QWidget:
        """Papers by mail (what is looked at before they leave), or in other forms."""
        self.after()
        page = self.desk.stack.currentWidget()
        assert isinstance(page, AfterPage)
        {"mail": page.others.mail, "forms": page.others.forms}[action].trigger()
        assert page.others.dialog is not None
        self.wait(page.others.dialog.isVisible)
        return page.others.dialog

    def after_correcting(self) -> QWidget:
        """A correction, while others still have what it replaces."""
        session, later = self.played[-1][1], CLOCK + timedelta(days=1)
        people = tuple(person.id for person in session.notebook.participants[:6])
        given = DocumentsHandedOut(id="c-1", at=later, channel=Channel.FILE, participant_ids=people)
        reopened = SessionReopened(id="c-2", at=later, reason="Een naam was fout.")
        for event in (given, reopened, SessionClosed(id="c-3", at=later)):
            session = apply(session, event) or session
        self.desk.show_after(session)
        self.previewed()
        return self.desk

    def toast(self) -> QWidget:
        """Something that needs attention."""
        self.desk.messages.warn("De schijf is vol. Alles staat nog in het geheugen.")
        self.wait()
        return self.desk

    def agreements(self, view: str = "table") -> AgreementsPage:
        """The agreements of all sessions, some of them late."""
        self.now = CLOCK + timedelta(days=21)
        self.desk.go(AGREEMENTS)
        page = self.desk.stack.currentWidget()
        assert isinstance(page, AgreementsPage)
        page.buttons[view].click()
        self.wait(lambda: page.found is not None and page.found.late > 0)
        if view == "month":
            page.views.month.go_to(date(2026, 12, 1))
        self.wait(lambda: page.detail.line is not None, quiet=0.25)
        return page

    def reason(self) -> QWidget:
        """Why an agreement was not kept."""
        page = self.agreements()
        page.detail.buttons[Status.NOT_KEPT].click()
        self.wait(lambda: page.following.dialog is not None and page.following.dialog.isVisible())
        assert page.following.dialog is not None
        return page.following.dialog

    def erase(self) -> QWidget:
        """Erasing a session."""
        self.at(SESSIONS)
        page = self.desk.stack.currentWidget()
        assert isinstance(page, SessionsPage)
        self.wait(lambda: page.chosen is not None)
        page.erase_button.click()
        found = QApplication.activeModalWidget()
        assert isinstance(found, Dialog)
        return found

    def add_dialog(self) -> QWidget:
        """What can be added to the programme, a step chosen."""
        self.on_console(Command.ADD)
        dialog = self.console.commands.programme.adding
        assert dialog is not None
        dialog.choose(What.STEP)
        self.wait()
        return dialog

    def start_dialog(self) -> QWidget:
        """When a step really began."""
        self.on_console(Command.CORRECT_START)
        dialog = self.console.commands.time.correcting
        assert dialog is not None
        return dialog

    def room_dialog(self) -> QWidget:
        """Which screen the room looks at."""
        self.lead(self.told())
        assert self.program.leading is not None
        self.program.leading.choose_room_screen()
        assert self.program.leading.dialog is not None
        self.wait()
        return self.program.leading.dialog


def knowledge(house: House) -> HubPage:
    """What there is to know for the police."""
    house.desk.go(KNOWLEDGE)
    page = house.desk.stack.currentWidget()
    assert isinstance(page, HubPage)
    page.bar.places.buttons[PLACES.index("politie")].click()
    if page.ways.workplace != "politie":  # it was remembered, and the click took it back
        page.bar.places.buttons[PLACES.index("politie")].click()
    house.wait(lambda: not page.rest.isHidden() and not page.tips.isHidden())
    return page


def knowledge_card(house: House) -> QWidget:
    """A card with all that a card can have: figures, one of them past its day, and where it is used."""
    house.now = CLOCK + timedelta(days=900)
    page = knowledge(house)
    page.item_chosen.emit(ItemKey(ItemKind.CARD, "feit-60-procent-hermeldingen"))
    card = house.desk.stack.currentWidget()
    assert isinstance(card, CardPage)
    house.wait(lambda: bool(card.related))
    return house.desk


def asking(house: House) -> QWidget:
    """Who told how it stands, and who has not yet."""
    house.after()
    page = house.desk.stack.currentWidget()
    assert isinstance(page, AfterPage)
    page.told.ask.click()
    house.wait(lambda: page.asking.dialog is not None)
    assert page.asking.dialog is not None
    return page.asking.dialog


def returned(house: House) -> QWidget:
    """What came back: a mail that is clear and not, a picture of a form, and a form that is typed over."""
    session, services = house.played[-1][1], house.program.services
    partner_id = reporting.asked(session)[0]
    slip = reporting.slip_of(session, partner_id, services.store.secret(PURPOSE))
    lines = asking_lines(session, slip)
    answers = ("Niet gelukt omdat mevrouw Terlinden ziek was.", "Hier komen we nog op terug.")
    told = "\n".join(f"{line} {answer}" for line, answer in zip(lines, answers, strict=False))
    dialog = house.desk.returned.read()
    dialog.arriving.read_text(f"Dank voor de vraag.\n\n{told}\n(Kenmerk {slip.reference})")
    house.wait(lambda: not dialog.arriving.busy)
    dialog.type_for(session, reporting.asked(session)[1])
    return dialog


def styles(house: House, *, begun: bool = True) -> QWidget:
    """The house styles: none yet, or one that has a colour which is too pale."""
    house.after()
    house.desk.sessions.show_house_styles(house.played[-1][1].id)
    page = house.desk.stack.currentWidget()
    assert isinstance(page, HousePage)
    house.wait(quiet=0.3)
    while page.houses.styles:
        page.remove.click()
    if begun:
        page.new.click()
        page.form.name.setText("Gemeente Voorbeeldstad")
        page.form.name.textEdited.emit("Gemeente Voorbeeldstad")
        page.form.line.field.setText("#f2c14e")
        page.form.line.field.textEdited.emit("#f2c14e")
        # The paper in this style comes in by itself.
        house.wait(lambda: not page._rest.isActive() and page._rendering is not None and page._rendering.done())
    house.wait()
    return house.desk


def whose(house: House) -> QWidget:
    """Whose answer it is."""
    made = WhoseDialog(house.program.services, house.desk)
    house.dialog(made)
    house.wait(made.organisations.count)
    return made


def refused(house: House) -> QWidget:
    """A pack that was not taken."""
    problem = Problem(Path("pakket.zip"), 3, "Het veld ‘title’ is leeg.", "Vul een titel in.")
    return house.dialog(RefusedDialog("Dit pakket kan er niet in", [problem], Path("pakket.zip"), house.desk))


def report_in(session: Session) -> ArchivedReport:
    """What is in the report of a session that is saved for the archive."""
    return archived(report_of(session), Press(resource("templates"), resource("fonts")))


def read_in_elsewhere(house: House) -> QWidget:
    """A session that was read in from its report, with an instrument, a card and a fact check unfolded."""
    told = replace(report_in(known().session), session_id="elders")
    house.desk.show_after(read(told))
    house.previewed()
    page = house.desk.stack.currentWidget()
    assert isinstance(page, AfterPage)
    for button in page.knowledge.more.values():
        button.click()
    house.wait()
    return house.desk


def reviewed(house: House) -> QWidget:
    """What is due for review, a year and a half from now."""
    house.desk.go(KNOWLEDGE)
    house.now = CLOCK + timedelta(days=550)
    enter(house.desk.everywhere._doors.knowledge())
    page = house.desk.stack.currentWidget()
    assert isinstance(page, ReviewPage)
    house.wait(lambda: page.list.count() > 1)
    return house.desk


def searched(house: House, typed: str = "veiligheitsplan") -> QWidget:
    """Search everywhere, with a typing error in it."""
    house.desk.search(typed)
    palette = house.desk.everywhere.palette
    assert palette is not None
    house.wait(lambda: {row.kind.value for row in palette.list.rows.rows} >= {"card", "session"})
    return palette


SCENES: dict[str, Callable[[House], QWidget]] = {
    "recovery": lambda house: house.alone(RecoveryPage("ABCDEF-GHJKLM-NPQRST-UVWXYZ-234567-ABCDEF")),
    "key": lambda house: house.alone(KeyPage("De sleutel is er niet meer.")),
    "trouble": lambda house: house.alone(TroublePage("De schijf geeft een fout.", backup="van gisteren")),
    "start": lambda house: house.at(START),
    "sessions": lambda house: house.at(SESSIONS),
    "agreements": lambda house: house.agreements().window(),
    "agreements-board": lambda house: house.agreements("board").window(),
    "dialog-sheet": House.sheet,
    "agreements-month": lambda house: house.agreements("month").window(),
    "dialog-reason": House.reason,
    "toast": House.toast,
    "library": lambda house: house.library().window(),
    "editor": House.editor,
    "pack": House.pack,
    "prepare-script": lambda house: house.prepare(0),
    "prepare-meeting": lambda house: house.prepare(1),
    "prepare-people": lambda house: house.prepare(2),
    "prepare-roles": lambda house: house.prepare(3),
    "console": House.on_console,
    "console-note": lambda house: house.on_console(Command.NOTE),
    "console-keys": lambda house: house.on_console(Command.KEYS),
    "console-people": lambda house: house.on_console(Command.PEOPLE),
    "console-read-back": lambda house: house.on_console(Command.READ_BACK),
    "console-look-back": House.looked_back,
    "console-look-back-asked": lambda house: house.looked_back(asked=True),
    "console-form": House.form,
    "console-form-more": lambda house: house.form(more=True),
    "console-check": House.held,
    "console-case": House.decided,
    "console-chafes": lambda house: house.on_console(Command.CHAFES),
    "console-frustrations": lambda house: house.on_console(Command.FRUSTRATIONS),
    "console-cards": House.cards,
    "console-quiz": House.quiz,
    "console-slide": lambda house: house.on_console(Command.SLIDE),
    "console-confidentiality": lambda house: house.on_console(Command.CONFIDENTIALITY),
    "console-who-not-yet": lambda house: house.on_console(Command.WHO_NOT_YET),
    "console-still": lambda house: house.on_console(Command.PAUSE),
    "console-quiet": lambda house: house.on_console(Command.SILENCE),
    "console-walk": House.walked,
    "console-figures": lambda house: house.on_console(Command.FIGURES),
    "console-decide": lambda house: house.on_console(Command.DECIDE, case=True),
    "console-weigh": lambda house: house.on_console(Command.WEIGH, case=True),
    "knowledge-frustrations": lambda house: house.in_room("frustrations"),
    "knowledge": lambda house: knowledge(house).window(),
    "knowledge-card": knowledge_card,
    "knowledge-infographic": lambda house: house.in_room("infographic"),
    "knowledge-facts": House.facts,
    "knowledge-modules": learning.modules,
    "knowledge-self-study": learning.step,
    "knowledge-training": learning.plan,
    "dialog-training": learning.aim,
    "knowledge-walk": House.walk,
    "search": searched,
    "knowledge-review": reviewed,
    "region": lambda house: house.at(REGION),
    "region-own": lambda house: house.region().window(),
    "dialog-decide": House.decide,
    "dialog-update": House.update,
    "after": House.after,
    "after-correcting": House.after_correcting,
    "after-read-in": read_in_elsewhere,
    "house-styles": styles,
    "house-styles-empty": lambda house: styles(house, begun=False),
    "dialog-appearance": lambda house: house.dialog(AppearanceDialog(house.program.appearance, house.desk)),
    "dialog-safety": lambda house: house.dialog(SafetyDialog(house.program.services, house.desk)),
    "dialog-room": House.room_dialog,
    "dialog-quiet": lambda house: house.dialog(QuietDialog(house.desk)),
    "dialog-erase": House.erase,
    "dialog-add": House.add_dialog,
    "dialog-start": House.start_dialog,
    "dialog-held": lambda house: house.dialog(HeldDialog(2, house.desk)),
    "dialog-reopen": lambda house: house.dialog(ReopenDialog(house.played[-1][1], house.desk)),
    "dialog-import": lambda house: house.dialog(ImportDialog(parent=house.desk)),
    "dialog-mail": lambda house: house.other_hands("mail"),
    "dialog-forms": lambda house: house.other_hands("forms"),
    "dialog-question": lambda house: house.dialog(
        Question("Niet alles is bewaard", "Als je nu stopt, ben je het kwijt.", "Toch stoppen", house.desk, danger=True)
    ),
    "dialog-refused": refused,
    "dialog-protect": lambda house: house.lasting("protect"),
    "dialog-seal": lambda house: house.lasting("seal"),
    "dialog-seal-told": lambda house: house.dialog(
        SealToldDialog("verslag.pdf", Looked(Holds.UNCHANGED, "Mo Bakker", "AB12 CD34 EF56"), house.desk)
    ),
    "dialog-read-in": lambda house: house.dialog(
        ReadInDialog(report_in(house.played[-1][1]), ReadFrom("verslag.pdf", "00"), 0, house.desk)
    ),
    "dialog-ask": asking,
    "dialog-returned": returned,
    "dialog-returned-empty": lambda house: house.desk.returned.read(),
    "dialog-paste-mail": lambda house: house.dialog(PasteDialog(house.desk)),
    "dialog-whose": whose,
    **HELP_DESK,
}


def show(house: House, scene: str, width: int = 1280, height: int = 720) -> QWidget:
    """Bring the house into a scene, in Dutch, at a size; gives the window to look at."""
    words.use(resource("i18n"))
    house.tidy()
    house.desk.resize(width, height)
    window = SCENES[scene](house)
    if window is not house.desk:
        window.resize(window.size().boundedTo(house.desk.size()))
    window.activateWindow()
    house.wait(window.isActiveWindow)
    return window


def dress(house: House, variant: Variant = Variant.LIGHT, text: int = 100) -> None:
    """Give the windows another look, as the facilitator does."""
    house.program.appearance.choose(Wish(variant, text))
    house.wait(quiet=0.03)


def undress(house: House, text: int = 100) -> None:
    """Have the light look again, at a size of text. The house is tidy first: what is open costs time to dress."""
    if house.program.appearance.variant is not Variant.LIGHT or house.program.appearance.wish.text != text:
        house.tidy()
        dress(house, text=text)
