"""What a sheet is: its title, its language, which facts and in which order, what goes along with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from maeditor.domain.listing import Group, Listing, Sort
from maeditor.domain.properties import Property
from maeditor.domain.sheets import Part, Sheet
from maeditor.ui.filter_bar import FilterBar
from maeditor.ui.filter_chips import filter_chips, without
from maeditor.ui.filter_menu import FilterMenu
from maeditor.ui.ink_label import InkLabel
from maeditor.ui.sheets.fields import SteadyChoice
from maeditor.ui.theme import Theme
from maeditor.ui.tick_box import TickBox
from maeditor.ui.wording import Words
from maeditor.wording import LANGUAGES

FLAGS = ("descending", "without_passage")
SIDE = 18


class ChoicesPage(QWidget):
    """It asks for the sheet as it is wanted; nothing is changed here."""

    wanted = Signal(object)
    """A Sheet."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._sheet: Sheet | None = None
        self._labels: Mapping[str, str] = {}
        self._properties: tuple[Property, ...] = ()
        self._inside = QWidget(self)
        self.title = QLineEdit(self._inside)
        self.title.setMaxLength(200)
        self.language, self.sort, self.group = (SteadyChoice(theme, self._inside) for _each in range(3))
        self.filter_button = QPushButton(self._inside)
        self.bar = FilterBar(theme, words, self._inside)
        self.menu = FilterMenu(words, self)
        self.flags = {name: TickBox(theme, self._inside) for name in FLAGS}
        self.parts = {part: TickBox(theme, self._inside) for part in Part}
        self._headings = {name: InkLabel(self._inside) for name in ("facts", "order", "along")}
        self._names = {name: InkLabel(self._inside) for name in ("title", "language", "sort", "group")}
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._wire()
        self.retranslate()

    def show_sheet(self, sheet: Sheet, properties: tuple[Property, ...]) -> None:
        """Show a sheet; what is being typed stays unless it is another's."""
        other = self._sheet is None or self._sheet.id != sheet.id
        renamed = self._sheet is not None and self._sheet.title != sheet.title
        self._sheet, self._properties = sheet, properties
        self._labels = {each.key: each.label(self._words.language) for each in properties}
        if other or renamed or not self.title.hasFocus():
            self.title.setText(sheet.title)
        self._show()

    def settle(self) -> None:
        """Ask for what is typed and not asked for yet."""
        typed = self.title.text().strip()
        if self._sheet is not None and self.title.isModified() and typed and typed != self._sheet.title:
            self._ask(title=typed)
        elif self._sheet is not None and not typed:
            self.title.setText(self._sheet.title)
        self.title.setModified(False)

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, say, px = self._theme, self._words.say, self._theme.px
        for name, heading in self._headings.items():
            heading.setText(say(f"sheets.heading_{name}"))
            heading.dress(theme.ui_font(12, 600), theme.colour("text2"))
        for name, label in self._names.items():
            label.setText(say(f"sheets.{name}"))
            label.dress(theme.ui_font(12), theme.colour("text2"))
        for name, field in {
            "title": self.title, "language": self.language, "sort": self.sort, "group": self.group,
        }.items():  # fmt: skip
            field.setAccessibleName(say(f"sheets.{name}"))
            field.setFont(theme.ui_font(13))
        for name, box in self.flags.items():
            box.setText(say(f"sheets.{name}"))
            box.setAccessibleName(say(f"sheets.{name}"))
            box.setFont(theme.ui_font(13))
        for part, box in self.parts.items():
            box.setText(say(f"sheets.part_{part.value}"))
            box.setAccessibleName(say(f"sheets.part_{part.value}"))
            box.setFont(theme.ui_font(13))
        self._column.setContentsMargins(0, px(14), 0, px(16))
        self._column.setSpacing(px(4))
        for grid in (self._top, self._order):
            grid.setContentsMargins(px(SIDE), 0, px(SIDE), 0)
            grid.setHorizontalSpacing(px(10))
            grid.setVerticalSpacing(px(7))
            grid.setColumnMinimumWidth(0, px(76))
        for inner in (self._facts, self._ticks, self._along):
            inner.setContentsMargins(px(SIDE) - 2, 0, px(SIDE), 0)
            inner.setSpacing(px(1))
        for heading in self._headings.values():
            heading.setContentsMargins(px(SIDE), px(14), px(SIDE), px(4))
        self._dress_filter()
        if self._sheet is not None:
            self._labels = {each.key: each.label(self._words.language) for each in self._properties}
            self._show()

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        say, asked = self._words.say, sheet.asked
        languages = [("", say("sheets.language_own")), *((each, say(f"sheets.language_{each}")) for each in LANGUAGES)]
        self.language.fill(languages, sheet.language)
        self.sort.fill([(each.value, say(f"facts.sort_{each.value}")) for each in Sort], asked.sort.value)
        self.group.fill([(each.value, say(f"facts.group_{each.value}")) for each in Group], asked.group.value)
        self._tick(self.flags["descending"], asked.descending)
        self._tick(self.flags["without_passage"], sheet.without_passage)
        for part, box in self.parts.items():
            self._tick(box, sheet.has(part))
        chips = filter_chips(asked.filter, self._words, self._labels)
        self.bar.show_filter(asked.filter.text, chips, len(chips))
        self._dress_filter()

    def _tick(self, box: TickBox, on: bool) -> None:
        blocked = box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(blocked)
        box.update()

    def _dress_filter(self) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        count = self._sheet.asked.filter.count if self._sheet is not None else 0
        text = self._words.say("sheets.filter_on", count=count) if count else self._words.say("sheets.filter")
        self.filter_button.setText(text)
        self.filter_button.setAccessibleName(text.rstrip("…"))
        self.filter_button.setIcon(theme.icon("filter", "accent" if count else "text2"))
        self.filter_button.setIconSize(QSize(px(16), px(16)))
        self.filter_button.setFont(theme.ui_font(13, 500))
        self.filter_button.setFixedHeight(px(30))
        ground = tokens.selected if count else tokens.raised
        self.filter_button.setStyleSheet(
            f"QPushButton {{ background: {ground}; color: {tokens.text}; border: 1px solid {tokens.control};"
            f" border-radius: {px(6)}px; padding: 0 {px(10)}px; text-align: left; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: 0 {px(9)}px; }}"
        )

    def _ask(self, **changed: Any) -> None:  # noqa: ANN401 - fields of Sheet
        if self._sheet is not None:
            self.wanted.emit(replace(self._sheet, **changed))

    def _ask_listing(self, listing: Listing) -> None:
        if self._sheet is not None and listing != self._sheet.asked:
            self._ask(listing=listing.to_row())

    def _ask_order(self, **changed: Any) -> None:  # noqa: ANN401 - fields of Listing
        if self._sheet is not None:
            self._ask_listing(replace(self._sheet.asked, **changed))

    def _ask_text(self, text: str) -> None:
        if self._sheet is not None:
            asked = self._sheet.asked
            self._ask_listing(replace(asked, filter=replace(asked.filter, text=text.strip())))

    def _ask_part(self, part: Part, on: bool) -> None:
        if self._sheet is not None:
            self._ask(parts=tuple(each.value for each in Part if (on if each is part else self._sheet.has(each))))

    def _open_menu(self) -> None:
        if self._sheet is not None:
            self.menu.fill(self._sheet.asked, self._properties)
            self.menu.popup(self.filter_button.mapToGlobal(QPoint(0, self.filter_button.height())))

    def _wire(self) -> None:
        self.title.editingFinished.connect(self.settle)
        self.language.activated.connect(lambda _at: self._ask(language=self.language.currentData()))
        self.sort.activated.connect(lambda _at: self._ask_order(sort=Sort(self.sort.currentData())))
        self.group.activated.connect(lambda _at: self._ask_order(group=Group(self.group.currentData())))
        self.flags["descending"].toggled.connect(lambda on: self._ask_order(descending=on))
        self.flags["without_passage"].toggled.connect(lambda on: self._ask(without_passage=on))
        for part, box in self.parts.items():
            box.toggled.connect(lambda on, part=part: self._ask_part(part, on))
        self.filter_button.clicked.connect(self._open_menu)
        self.menu.listing_wanted.connect(self._ask_listing)
        self.menu.text_wanted.connect(self.bar.open)
        self.bar.text_changed.connect(self._ask_text)
        self.bar.removed.connect(self._remove)
        self.bar.left_field.connect(self.filter_button.setFocus)
        self.bar.escaped.connect(self.filter_button.setFocus)

    def _remove(self, name: str) -> None:
        if self._sheet is not None:
            asked = self._sheet.asked
            self._ask_listing(without(asked, name) if name else asked.without_filter())
            self.filter_button.setFocus()

    def _lay_out(self) -> None:
        top, order = self._top, self._order = QGridLayout(), QGridLayout()
        for grid, names in ((top, ("title", "language")), (order, ("sort", "group"))):
            for row, name in enumerate(names):
                field: QWidget = getattr(self, name)
                grid.addWidget(self._names[name], row, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(field, row, 1)
            grid.setColumnStretch(1, 1)
        order.addWidget(self.flags["descending"], 2, 1)
        facts, along = self._facts, self._along = QVBoxLayout(), QVBoxLayout()
        facts.addWidget(self.filter_button)
        self._bar_place = QVBoxLayout()
        self._bar_place.addWidget(self.bar)
        ticks = self._ticks = QVBoxLayout()
        ticks.addWidget(self.flags["without_passage"])
        for box in self.parts.values():
            along.addWidget(box)
        column = self._column = QVBoxLayout(self._inside)
        column.addLayout(top)
        column.addWidget(self._headings["facts"])
        column.addLayout(facts)
        column.addLayout(self._bar_place)
        column.addLayout(ticks)
        column.addWidget(self._headings["order"])
        column.addLayout(order)
        column.addWidget(self._headings["along"])
        column.addLayout(along)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setWidget(self._inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
