"""A card that lies over the reader for a moment: it takes the keyboard, and gives it back when it goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from maeditor.ui.soft_shadow import MARGIN, draw_card
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

GAP = 10
_LEFT_BEHIND = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class CardList(QListWidget):
    """Rows that a card offers; letters reach the card and no command of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setStyleSheet("QListWidget { background: transparent; border: none; outline: none; }")

    def event(self, event: QEvent) -> bool:
        """Claim every key that needs nothing held: the window's single keys would act on what lies beneath."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if held == Qt.KeyboardModifier.NoModifier and not function_key:
                event.accept()
                return True
        return super().event(event)


class PopupCard(QFrame):
    """Title, something beside it, and rows; Esc closes, and so does going elsewhere."""

    WIDTH = 340

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._over = theme, words, parent
        self._title, self._beside = QLabel(self), QLabel(self)
        self.list = CardList(self)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._beside)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list)
        for label in (self._title, self._beside):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.watch(self.list)
        theme.changed.connect(self.restyle)
        words.changed.connect(self.restyle)
        self.hide()

    def watch(self, widget: QWidget) -> None:
        """Hear the keys of a part of the card, and when it loses the keyboard."""
        widget.installEventFilter(self)

    def open_at(self, box: QRect) -> None:
        """Show it under or over a box of the screen, inside of the parent, its rows ready for keys."""
        self.restyle()
        self.fit()
        room = self._over.rect()
        spot = QRect(self._over.mapFromGlobal(box.topLeft()), box.size())
        gap = self._theme.px(GAP) - MARGIN
        top = spot.bottom() + gap
        if top + self.height() > room.bottom():
            top = max(spot.top() - gap - self.height(), 0)
        left = min(max(spot.center().x() - self.width() // 2, 0), max(room.width() - self.width(), 0))
        self.move(left, top)
        self.show()
        self.raise_()
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Go away; the keyboard returns to the article if it was here."""
        if self.isVisible():
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self.isAncestorOf(focus)
            self.hide()
            if had_focus:
                self._over.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Take the size that the rows ask for."""
        self.setFixedWidth(self._theme.px(self.WIDTH) + 2 * MARGIN)
        self._column.activate()
        self.resize(self.width(), self.sizeHint().height())

    def restyle(self) -> None:
        """Take the theme's sizes and colours."""
        theme, px = self._theme, self._theme.px
        side = MARGIN + px(12)
        self._column.setContentsMargins(side, MARGIN + px(12), side, MARGIN + px(10))
        self._column.setSpacing(px(8))
        self._title.setFont(theme.ui_font(13, 600))
        self._beside.setFont(theme.ui_font(12))
        self._beside.setStyleSheet(f"color: {theme.tokens.text2};")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The card's own keys; the rest goes where it was meant for."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(watched, event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _LEFT_BEHIND:
            focus = QApplication.focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                self.hide()
        return super().eventFilter(watched, event)

    def key(self, _watched: QObject, event: QKeyEvent) -> bool:
        """Use a key, or tell that it is for somebody else."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its soft shadow."""
        draw_card(self, self._theme)

    def sizeHint(self) -> QSize:
        """As high as its parts."""
        return self._column.sizeHint()
