"""Details: everything about the item that is chosen, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.card import Card as KnowledgeCard
from facilitator.core.casus import Case
from facilitator.core.fit import fit
from facilitator.core.script import Script
from facilitator.storage.library.records import Item, Origin, Pack
from facilitator.storage.overview import UseLine
from facilitator.ui.casuistry.contents import Content
from facilitator.ui.casuistry.library.value_words import value_words
from facilitator.ui.casuistry.packs.phrases import pack_words
from facilitator.ui.casuistry.phrases import fit_words, use_words
from facilitator.ui.prepare.steps_preview import bold
from facilitator.ui.start.page import SideBySide
from facilitator.ui.widgets import Button, Card, PlainLabel, PrimaryButton, Prose
from facilitator.words import _

MOST_USES = 8


class Details(Card):
    """The right side of the library.

    Signals:
        use_wanted(Content): prepare a session with it.
        edit_wanted(Content): change it.
        copy_wanted(Content): make one's own version of it.
        favourite_wanted(Content): put it among the favourites, or take it out.
        versions_wanted(Content): see the versions that were kept.
        paper_wanted(Content): put it on paper.
        pack_wanted(Content): put it in a pack.
        remove_wanted(Content): throw it away, or take it out of the trash.
        describe_wanted(Content): say who made it, and what others may do with it.
        decided_wanted(Content): see what was decided about personal data in it.
        remove_pack_wanted(Pack): let everything go that came with this pack.
    """

    use_wanted = Signal(object)
    edit_wanted = Signal(object)
    copy_wanted = Signal(object)
    favourite_wanted = Signal(object)
    versions_wanted = Signal(object)
    paper_wanted = Signal(object)
    pack_wanted = Signal(object)
    remove_wanted = Signal(object)
    describe_wanted = Signal(object)
    decided_wanted = Signal(object)
    remove_pack_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: Content | None = None
        self._from: Pack | None = None
        self.words = Prose(scrolls=True)
        self.words.setAccessibleName(_("About what is chosen"))
        self.empty = PlainLabel(_("Choose something at the left to read what it is."), "soft", wrap=True)
        self.use = PrimaryButton(_("Use in a session"))
        self.edit = Button(_("Change"))
        self.copy = Button(_("Make your own version"))
        self.favourite = Button()
        self.versions = Button(_("Versions"))
        self.paper = Button(_("Save as PDF"))
        self.pack = Button(_("Put in a pack"))
        self.describe = Button(_("Maker and licence"))
        self.decided = Button(_("Checked words"))
        self.remove = Button()
        self.remove_pack = Button(_("Remove the pack"))
        self._buttons = (
            (self.use, self.use_wanted),
            (self.edit, self.edit_wanted),
            (self.copy, self.copy_wanted),
            (self.favourite, self.favourite_wanted),
            (self.versions, self.versions_wanted),
            (self.paper, self.paper_wanted),
            (self.pack, self.pack_wanted),
            (self.describe, self.describe_wanted),
            (self.decided, self.decided_wanted),
            (self.remove, self.remove_wanted),
        )
        self._put_together()
        self.clear()

    def _put_together(self) -> None:
        first, second = QHBoxLayout(), SideBySide(11.5, gap=2)
        for button, wanted in self._buttons:
            button.clicked.connect(lambda _on=False, wanted=wanted: wanted.emit(self.content))
            main = button in {self.use, self.edit}
            if not main:
                button.setProperty("role", "link")
            if main:
                first.addWidget(button)
            else:
                second.add(button)
        self.remove_pack.clicked.connect(lambda: self.remove_pack_wanted.emit(self._from))
        self.remove_pack.setProperty("role", "link")
        second.add(self.remove_pack)
        self._links = second
        first.addStretch(1)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addLayout(first)
        foot.addWidget(second)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.words, 1)
        self.column.addLayout(foot)

    def clear(self) -> None:
        """Nothing is chosen."""
        self.content = None
        self.empty.show()
        self.words.hide()
        for button, _wanted in self._buttons:
            self._show(button, shown=False)
        self._show(self.remove_pack, shown=False)

    def show_pack(self, pack: Pack | None) -> None:
        """Tell from which pack the item came that is shown next; None when it came from none."""
        self._from = pack

    def take_keyboard(self) -> None:
        """Put the keyboard at the first thing that can be done."""
        for button, _wanted in self._buttons:
            if button.isVisible():
                button.setFocus()
                return

    def _show(self, button: Button, *, shown: bool) -> None:
        if button in {self.use, self.edit}:
            button.setVisible(shown)
        else:
            self._links.show_one(button, shown)

    def show_content(
        self, content: Content, uses: Sequence[UseLine], others: Sequence[Script | Case], *, favourite: bool
    ) -> None:
        """Show an item, the sessions it was used in, and the scripts or cases it may be played with."""
        self.content = content
        own, item = content.item.origin is Origin.OWN, content.item
        self.words.show_markdown("\n\n".join(_about(content, self._from, uses, others)))
        self.empty.hide()
        self.words.show()
        trashed = item.trashed_at is not None
        self._show(self.use, shown=not trashed and isinstance(content.value, (Script, Case)))
        self._show(self.edit, shown=own and not trashed)
        self._show(self.copy, shown=not trashed)
        self._show(self.favourite, shown=not trashed)
        self.favourite.say(_("No longer a favourite") if favourite else _("Favourite"))
        self._show(self.versions, shown=own and not trashed)
        self._show(self.paper, shown=not trashed and isinstance(content.value, KnowledgeCard))
        self._show(self.pack, shown=own and not trashed)
        self._show(self.describe, shown=own and not trashed)
        self._show(self.decided, shown=item.origin is not Origin.SHIPPED and not trashed)
        self._show(self.remove_pack, shown=self._from is not None)
        self._show(self.remove, shown=own)
        self.remove.say(_("Put back") if trashed else _("Throw away"))


def _about(
    content: Content, pack: Pack | None, uses: Sequence[UseLine], others: Sequence[Script | Case]
) -> Iterator[str]:
    value = content.value
    if value is not None:
        yield value_words(value)
    match value:
        case Case():
            yield from _suits(_("Suits these scripts"), _("Does not suit"), value, others)
        case Script() if value.needs_case:
            yield from _suits(_("Cases that suit it"), _("Cases that do not"), value, others)
        case None:
            yield f"# {content.item.title}"
            yield _("Something in it is still to be put right before it can be used. Change it to see what.")
    yield from _whose(content.item, pack)
    if uses:
        yield bold(_("Used before"))
        yield "\n".join(f"- {use_words(use)}" for use in uses[:MOST_USES])


def _whose(item: Item, pack: Pack | None) -> Iterator[str]:
    if pack is not None:
        yield bold(_("From the pack ‘{title}’").format(title=pack.title))
        yield pack_words(pack)
    elif item.author or item.licence:
        yield bold(_("Maker and licence"))
        yield " · ".join(part for part in (item.author, item.licence) if part)
    if item.adapted_from:
        yield _("Made from ‘{title}’").format(title=item.adapted_from)


def _suits(yes: str, no: str, value: Case | Script, others: Sequence[Script | Case]) -> Iterator[str]:
    judged = [
        (other.title, fit(other, value) if isinstance(other, Script) else fit(value, other))  # type: ignore[arg-type]
        for other in others
        if isinstance(other, Script) != isinstance(value, Script)
    ]
    for title, suits in ((yes, True), (no, False)):
        items = [fit_words(name, judgement) for name, judgement in judged if judgement.suits is suits]
        if items:
            yield bold(title)
            yield "\n".join(items)
