"""PackPage: which items go into a pack, who made it, what others may do with it, and where the file goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from facilitator.content.pack import SUFFIX
from facilitator.content.pack import Item as PackItem
from facilitator.storage.library.records import Item, ItemKey
from facilitator.ui.casuistry.licence_field import LicenceField
from facilitator.ui.casuistry.names import KINDS
from facilitator.ui.casuistry.packs.own_packs import VERSION, OwnPack, file_name, held_by, next_version, pack_with
from facilitator.ui.start.page import MARGIN, TOP, Scrolling
from facilitator.ui.start.top_row import TopRow
from facilitator.ui.widgets import Button, Card, LineEdit, PlainLabel, PrimaryButton, SectionTitle
from facilitator.ui.widgets.back_button import BackButton
from facilitator.words import _, ngettext

MOST_CHARACTERS = 200  # as content.manifest has it


@dataclass(frozen=True, slots=True)
class Packable:
    """An item of the user's own; `packed` is None while something in it is still to be put right."""

    item: Item
    packed: PackItem | None


class PackPage(QWidget):
    """The items at the left, what is told about the pack at the right.

    Attributes:
        folder: where the file goes.
        outcome: what came of it.

    Signals:
        wanted(OwnPack, Path): make this pack, in this file.
        place_wanted(): choose another place.
        folder_wanted(): see the file where it is.
        left(): back to the library.
    """

    wanted = Signal(object, object)
    place_wanted = Signal()
    folder_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        items: Sequence[Packable],
        chosen: ItemKey,
        before: Sequence[OwnPack],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """`before` are the packs that were made here before, the newest first."""
        super().__init__(parent)
        self._items = tuple(items)
        self._chosen = chosen
        self._before = tuple(before)
        self.folder = folder
        self._file = ""
        self.list = QListWidget()
        self.list.setAccessibleName(_("What goes into the pack"))
        self.list.setWordWrap(True)
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.title = LineEdit(_("Title of the pack"))
        self.author = LineEdit(_("Maker"), _("Your name, or that of your organisation"))
        self.version = LineEdit(_("Version"))
        self.licence = LicenceField()
        for field in (self.title, self.author):
            field.setMaxLength(MOST_CHARACTERS)
        self.place = PlainLabel("", "small", wrap=True)
        self.elsewhere = Button(_("Another place …"))
        self.mind = PlainLabel("", "attention", wrap=True)
        self.outcome = PlainLabel("", "strong", wrap=True)
        self.show_folder = Button(_("Open the folder"))
        self.make = PrimaryButton(_("Make the pack"))
        self.back = BackButton(self)
        self._lay_out()
        self._fill()
        self._wire()
        self._take(pack_with(self._before, chosen))

    def enter(self) -> None:
        """Put the keyboard in the first field."""
        self.title.setFocus()

    # ---- the parts

    def _lay_out(self) -> None:
        left, right = Card(), Card()
        left.column.addWidget(SectionTitle(_("What goes into the pack"), wrap=True))
        left.column.addWidget(self.list, 1)
        left.setMinimumWidth(self.fontMetrics().horizontalAdvance("M") * 12)
        right.column.addWidget(Scrolling(self._form(), 8))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(14)
        split.setChildrenCollapsible(False)
        for widget in (left, right):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 22)
        column.setSpacing(12)
        column.addWidget(TopRow(self.back, self.make))
        column.addWidget(PlainLabel(_("Put in a pack"), "page-title", wrap=True))
        told = QHBoxLayout()
        told.addWidget(self.outcome, 1)
        told.addWidget(self.show_folder)
        column.addLayout(told)
        column.addWidget(split, 1)
        for hidden in (self.outcome, self.show_folder):
            hidden.hide()

    def _form(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(4)
        for name, field, widget in (
            (_("New, or the next version of"), self.which, self.which),
            (_("Title of the pack"), self.title, self.title),
            (_("Maker"), self.author, self.author),
            (_("Licence"), self.licence.choice, self.licence),
            (_("Version"), self.version, self.version),
        ):
            label = PlainLabel(name, "strong")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(6)
            if widget is self.which:
                self._rest = (label, widget)
        for told in (self.mind, self.place):
            column.addWidget(told)
        column.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inner

    def _fill(self) -> None:
        for one in self._items:
            facts = [_(KINDS[one.item.key.kind])]
            if one.packed is None:
                facts.append(_("something is still to be put right"))
            row = QListWidgetItem(f"{one.item.title}\n{' · '.join(facts)}")
            flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            row.setFlags(flags if one.packed is not None else Qt.ItemFlag.NoItemFlags)
            self.list.addItem(row)
        self._offer()

    def _offer(self) -> None:
        """Offer what was made before, when anything was."""
        self.which.clear()
        self.which.addItem(_("A new pack"), None)
        for pack in self._before:
            words = _("{title} (last version {version})").format(title=pack.title, version=pack.version)
            self.which.addItem(words, pack)
        for widget in self._rest:
            widget.setVisible(bool(self._before))

    def _wire(self) -> None:
        self.which.activated.connect(lambda _index: self._take(self.which.currentData()))
        for line in (self.title, self.version):
            line.textChanged.connect(lambda _text: self._tell_place())
        self.list.itemChanged.connect(lambda _item: self._tell_licence())
        self.licence.changed.connect(self._tell_licence)
        self.elsewhere.clicked.connect(self.place_wanted)
        self.show_folder.clicked.connect(self.folder_wanted)
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.make.click)

    # ---- what is filled in

    def _take(self, pack: OwnPack | None) -> None:
        """Begin with what was told the last time, or with what the item tells."""
        self.which.setCurrentIndex(0 if pack is None else 1 + self._before.index(pack))
        mine = next((one.item for one in self._items if one.item.key == self._chosen), None)
        latest = next(iter(self._before), None)
        title, author, licence = (mine.title, mine.author, mine.licence) if mine is not None else ("", "", "")
        if pack is not None:
            title, author, licence = pack.title, pack.author, pack.licence
        elif latest is not None:
            author, licence = author or latest.author, licence or latest.licence
        self.title.setText(title)
        self.author.setText(author)
        self.licence.show_licence(licence)
        self.version.setText(next_version("" if pack is None else pack.version))
        if pack is not None and pack.folder:
            self.folder = Path(pack.folder)
        self._file = ""
        self._tick(held_by(pack, self._chosen))
        self._tell_place()
        self._tell_licence()

    def _tick(self, keys: Collection[ItemKey]) -> None:
        for number, one in enumerate(self._items):
            row = self.list.item(number)
            if row is not None and one.packed is not None:
                row.setCheckState(Qt.CheckState.Checked if one.item.key in keys else Qt.CheckState.Unchecked)

    @property
    def ticked(self) -> tuple[Packable, ...]:
        """The items that go in."""
        rows = [self.list.item(number) for number in range(self.list.count())]
        return tuple(
            one
            for one, row in zip(self._items, rows, strict=True)
            if one.packed is not None and row is not None and row.checkState() is Qt.CheckState.Checked
        )

    @property
    def path(self) -> Path:
        """The file that is made."""
        name = self._file or file_name(self.title.text(), self.version.text().strip())
        return self.folder / f"{name}{SUFFIX}"

    def use_path(self, path: Path) -> None:
        """Put the file there."""
        self.folder, self._file = path.parent, path.name.removesuffix(SUFFIX)
        self._tell_place()

    def _tell_place(self) -> None:
        self.place.setText(_("The file: {path}").format(path=self.path))

    def _tell_licence(self) -> None:
        """Of what was adapted, the maker may have asked to share it in the same way."""
        other = [one.item for one in self.ticked if one.item.licence not in {"", self.licence.licence}]
        said = _("‘{title}’ has the licence {licence}. Look whether it may be shared under another one.")
        self.mind.setText(said.format(title=other[0].title, licence=other[0].licence) if other else "")
        self.mind.setVisible(bool(other))

    # ---- making

    def _make(self) -> None:
        wrong = self._missing()
        if wrong:
            self.tell(wrong, wrong=True)
            return
        pack = self.which.currentData() or OwnPack("", "")
        told = replace(
            pack,
            title=self.title.text().strip(),
            author=self.author.text().strip(),
            licence=self.licence.licence,
            version=self.version.text().strip(),
            folder=str(self.path.parent),
            items=tuple(one.item.key for one in self.ticked),
        )
        self.wanted.emit(told, self.path)

    def _missing(self) -> str:
        if not self.ticked:
            return _("Tick at least one item.")
        for field, words in ((self.title, _("Give the pack a title.")), (self.author, _("Say who made it."))):
            if not field.text().strip():
                field.setFocus()
                return words
        if not VERSION.fullmatch(self.version.text().strip()):
            self.version.setFocus()
            return _("A version is one to three numbers with dots, such as 1.2.")
        return ""

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what came of it."""
        self.outcome.setText(words)
        self.outcome.set_role("attention" if wrong else "strong")
        self.outcome.show()
        self.show_folder.setVisible(not wrong)

    def tell_made(self, pack: OwnPack, path: Path) -> None:
        """Say that the pack is there; the next one would be a next version."""
        count = len(pack.items)
        said = ngettext("{count} item is in {path}", "{count} items are in {path}", count)
        self._before = (pack, *(each for each in self._before if each.id != pack.id))
        self._offer()
        self._take(pack)
        self.tell(said.format(count=count, path=path))
        self.back.say(_("Done"))
        self.back.setFocus()
