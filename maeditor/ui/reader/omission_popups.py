"""The two cards of the strip: why a figure is no fact, and which figures are not asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.ui.reader.popup_card import CardList, PopupCard
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, CAP = 34, 20
MOST_ROWS = 8
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAKE_BACK = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_D})


class RowRole(IntEnum):
    """What a row carries besides its words."""

    ABOUT = Qt.ItemDataRole.UserRole
    CAP = Qt.ItemDataRole.UserRole + 1
    MORE = Qt.ItemDataRole.UserRole + 2


class ReasonPopup(PopupCard):
    """The reasons, each with its letter; a digit takes the one at that place, Enter the marked one."""

    WIDTH = 376

    chosen = Signal(object, str, bool)
    """A DismissalReason, the note, and whether it goes for the same figure everywhere in the article."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words, parent)
        self.note, self._alike = QLineEdit(self), QLabel(self)
        self._alike.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self.note)
        self._column.addWidget(self._alike)
        self._also = 0
        self.watch(self.note)
        self.list.setItemDelegate(_RowDelegate(theme, self.list))
        self.list.itemClicked.connect(lambda _item: self._take(self.list.currentRow(), everywhere=False))
        self.list.currentRowChanged.connect(self._turned)
        self.restyle()

    def ask(self, which: str, box: QRect, also: int = 0) -> None:
        """Ask about a figure that stands at a box of the screen, and ``also`` so often elsewhere without a fact."""
        self._beside.setText(which)
        self._also = also
        self.note.clear()
        self.note.hide()
        self.open_at(box)

    def restyle(self) -> None:
        """Word the reasons in the language, at the theme's size."""
        super().restyle()
        say, row = self._words.say, self.list.currentRow()
        self._title.setText(say("omission.why"))
        self.list.setAccessibleName(say("omission.reasons"))
        self.note.setAccessibleName(say("omission.note"))
        self.note.setPlaceholderText(say("omission.note_hint"))
        self.list.clear()
        for reason in DismissalReason:
            told, more, cap = (say(f"omission.{area}.{reason.value}") for area in ("reason", "reason_more", "key"))
            item = QListWidgetItem(told)
            item.setData(RowRole.ABOUT, reason.value)
            item.setData(RowRole.CAP, cap)
            item.setData(RowRole.MORE, more)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cap}, {told}, {more}")
            item.setToolTip(more)
            self.list.addItem(item)
        self.list.setFixedHeight(self._theme.px(ROW) * self.list.count())
        self.list.setCurrentRow(row)
        self._alike.setFont(self._theme.ui_font(12))
        self._alike.setStyleSheet(f"color: {self._theme.tokens.text2};")
        self._alike.setText(say("omission.alike", count=self._also, which=self._beside.text()))
        self._alike.setVisible(self._also > 0)
        self.list.setAccessibleDescription(self._alike.text() if self._also else "")
        self.fit()

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        """A letter or a digit takes its reason at once; in the note only Enter and Esc are ours.

        With Shift it goes for the same figure everywhere.
        """
        everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER:
            self._take(self.list.currentRow(), everywhere=everywhere)
            return True
        if watched is self.note:
            if event.key() == Qt.Key.Key_Up:
                self.list.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
            return super().key(watched, event)
        row = self._row_of(event.text())
        if row is not None:
            self.list.setCurrentRow(row)
            self._take(row, everywhere=everywhere and not event.text().isdigit())
            return True
        return super().key(watched, event)

    def _row_of(self, typed: str) -> int | None:
        caps = [str(self.list.item(row).data(RowRole.CAP)) for row in range(self.list.count())]
        if typed.upper() in caps:
            return caps.index(typed.upper())
        digits = [str(row + 1) for row in range(len(caps))]
        return digits.index(typed) if typed in digits else None

    def _turned(self, row: int) -> None:
        """The reason that is a note shows where to write it."""
        self.note.setVisible(row >= 0 and self._reason(row) is DismissalReason.OTHER)
        self.fit()

    def _take(self, row: int, *, everywhere: bool) -> None:
        if row < 0:
            return
        reason, note = self._reason(row), self.note.text().strip()
        if reason is DismissalReason.OTHER and not note:
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.close_up()
        self.chosen.emit(reason, note if reason is DismissalReason.OTHER else "", everywhere)

    def _reason(self, row: int) -> DismissalReason:
        return DismissalReason(str(self.list.item(row).data(RowRole.ABOUT)))


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A figure that is not asked for, why, and its dismissal; without one it is passed over."""

    start: int
    end: int
    quote: str
    reason: str
    dismissal_id: str = ""


class AsidePopup(PopupCard):
    """The figures not asked for, with the reasons; Enter leads to one, Delete takes a dismissed one back."""

    WIDTH = 400

    wanted = Signal(int, int)
    taken_back = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words, parent)
        self._rows: Sequence[AsideRow] = ()
        self.list.setItemDelegate(_RowDelegate(theme, self.list))
        self.list.itemClicked.connect(lambda _item: self._lead())
        self.restyle()

    def show_figures(self, rows: Sequence[AsideRow], box: QRect) -> None:
        """List them, beside a box of the screen."""
        self._rows = rows
        self.open_at(box)

    def restyle(self) -> None:
        """Word the rows in the language, at the theme's size."""
        super().restyle()
        words = self._words
        self._title.setText(words.say("omission.list_title"))
        self._beside.setText(words.say("omission.list_hint"))
        self.list.setAccessibleName(words.say("omission.list_title"))
        self.list.clear()
        for each in self._rows:
            quote = " ".join(each.quote.split())
            item = QListWidgetItem(quote)
            item.setData(RowRole.MORE, each.reason)
            told = words.say("omission.row", quote=quote, reason=each.reason)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
            self.list.addItem(item)
        self.list.setFixedHeight(self._theme.px(ROW) * max(min(self.list.count(), MOST_ROWS), 1))
        self.fit()

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Enter leads to the figure, Delete or D takes it back."""
        if event.key() in _ENTER:
            self._lead()
            return True
        row = self._current()
        if event.key() in _TAKE_BACK and row is not None and row.dismissal_id:
            self.close_up()
            self.taken_back.emit(row.dismissal_id)
            return True
        return super().key(watched, event)

    def _current(self) -> AsideRow | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _lead(self) -> None:
        row = self._current()
        if row is not None:
            self.close_up()
            self.wanted.emit(row.start, row.end)


def dismissed_text(dismissal: Dismissal, words: Words) -> str:
    """Why a figure was dismissed, with the note."""
    reason = words.say(f"omission.reason.{dismissal.reason.value}")
    if not dismissal.note:
        return reason
    return words.say("omission.row_note", reason=reason, note=dismissal.note)


class _RowDelegate(QStyledItemDelegate):
    """A row: keycap, words, and in grey what they mean."""

    def __init__(self, theme: Theme, view: CardList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(self._theme.px(100), self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        self._ground(painter, option, rect)
        left, right = rect.left() + px(8), rect.right() - px(8)
        cap = str(index.data(RowRole.CAP) or "")
        if cap:
            box = QRectF(left, rect.center().y() - px(CAP) / 2 + 1, px(CAP), px(CAP))
            painter.setBrush(theme.colour("raised"))
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawRoundedRect(inside(box), px(4), px(4))
            painter.setFont(theme.ui_font(11, 500))
            painter.setPen(theme.colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            left += px(CAP) + px(10)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        font, faint = theme.ui_font(13, 600), theme.ui_font(12)
        metrics, room = QFontMetrics(font), right - left
        told = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room if cap else room * 3 // 5)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), middle, told)
        left += metrics.horizontalAdvance(told) + px(10)
        more = QFontMetrics(faint).elidedText(
            str(index.data(RowRole.MORE) or ""), Qt.TextElideMode.ElideRight, max(right - left, 0)
        )
        painter.setFont(faint)
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, more)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme = self._theme
        radius = theme.px(7)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect), radius, radius)
