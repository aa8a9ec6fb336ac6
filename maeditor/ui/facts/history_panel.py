"""The life of one fact: who, when, what was so before and after; a list, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.services.library import FactView
from maeditor.services.phrasing import worded_moment
from maeditor.services.recounting import Deed
from maeditor.services.telling import TAKEN_BACK
from maeditor.services.undoing import original_kind
from maeditor.ui import fact_text
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Index = QModelIndex | QPersistentModelIndex
DEED = Qt.ItemDataRole.UserRole + 1
LINE, HEAD, PAD, BETWEEN = 18, 20, 8, 4
MOST_FIELDS = 6


class HistoryPanel(QWidget):
    """What the inspector shows on demand; Esc goes back to the fact."""

    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._view: FactView | None = None
        self._back, self._title = QToolButton(self), QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        # A long value must not widen the pane.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back.clicked.connect(self.closed)
        self.deeds = DeedList(theme, words, self)
        self.deeds.left.connect(self.closed)
        head = self._head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.deeds, 1)
        self.retranslate()

    def show_deeds(self, view: FactView, deeds: Sequence[Deed]) -> None:
        """Show what was done to a fact."""
        self._view = view
        self.deeds.show_deeds(deeds)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, px = self._theme, self._words.say, self._theme.px
        self._title.setFont(theme.ui_font(13, 600))
        told = history_title(self._view, self._words) if self._view is not None else ""
        self._title.setText(told)
        self._title.setToolTip(told)
        self._back.setIcon(theme.icon("back", "text2"))
        self._back.setIconSize(QSize(px(16), px(16)))
        self._back.setToolTip(say("facts.history_back"))
        self._back.setAccessibleName(say("facts.history_back"))
        self._head.setContentsMargins(px(12), px(8), px(18), px(4))
        self._head.setSpacing(px(6))
        self.deeds.setAccessibleName(told)
        self.deeds.setStyleSheet(f"QListView {{ background: {theme.tokens.panel}; border: none; outline: none; }}")
        self.deeds.doItemsLayout()


def history_title(view: FactView, words: Words) -> str:
    """Whose history it is: the fact by what it says and by its number."""
    value = fact_text.isolated(fact_text.value_text(view, words.wording))
    return words.say("facts.history_of", fact=view.fact.label, value=value)


class DeedList(QListView):
    """The deeds, one under the other."""

    left = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = _DeedsModel(words, self)
        self.setModel(self._deeds)
        self.setItemDelegate(_DeedDelegate(theme, words, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        """Show these."""
        self._deeds.show(deeds)
        if deeds:
            self.setCurrentIndex(self._deeds.index(0))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are commands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class _DeedsModel(QAbstractListModel):
    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._deeds: Sequence[Deed] = ()

    def show(self, deeds: Sequence[Deed]) -> None:
        self.beginResetModel()
        self._deeds = deeds
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._deeds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._deeds):
            return None
        deed = self._deeds[index.row()]
        if role == DEED:
            return deed
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "; ".join(
                [head_text(deed, self._words), who_text(deed, self._words), *field_texts(deed, self._words)]
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(field_texts(deed, self._words)) or None
        return None


def head_text(deed: Deed, words: Words) -> str:
    """What was done to this fact, as a sentence begins; of many at once, with how many others."""
    told = deed.told
    details = deed.action.details
    others = int(details.get("count", len(details.get("facts", ())))) - 1
    key = f"facts.deed_{original_kind(deed.action)}"
    if others > 0 and words.wording.knows(key):
        told = words.say(key, count=others)
        if deed.action.kind in TAKEN_BACK:
            told = words.say("action.undone", what=f"{told[:1].lower()}{told[1:]}")
        elif deed.action.kind == "redo":
            told = words.say("action.redone", what=f"{told[:1].lower()}{told[1:]}")
    return f"{told[:1].upper()}{told[1:]}"


def who_text(deed: Deed, words: Words) -> str:
    """Who and when, and whether it was taken back."""
    told = words.say(
        "facts.deed_by",
        name=fact_text.isolated(deed.action.editor),
        at=worded_moment(deed.action.at, words.wording),
    )
    return told if deed.stands else f"{told} · {words.say('facts.deed_taken_back')}"


def field_texts(deed: Deed, words: Words) -> list[str]:
    """Field by field what was so before and after."""
    told = []
    for change in deed.changes[:MOST_FIELDS]:
        before, after = fact_text.isolated(change.before), fact_text.isolated(change.after)
        if not change.before:
            told.append(words.say("facts.deed_set", field=change.label, after=after))
        elif not change.after:
            told.append(words.say("facts.deed_unset", field=change.label, before=before))
        else:
            told.append(words.say("facts.deed_changed", field=change.label, before=before, after=after))
    rest = len(deed.changes) - MOST_FIELDS
    return [*told, words.say("facts.deed_more", count=rest)] if rest > 0 else told


class _DeedDelegate(QStyledItemDelegate):
    """A sentence, who and when, and the fields that changed."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._words, self._list = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        deed = index.data(DEED)
        fields = len(field_texts(deed, self._words)) if isinstance(deed, Deed) else 0
        px = self._theme.px
        return QSize(px(200), px(HEAD) + px(LINE) * (fields + 1) + 2 * px(PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        deed = index.data(DEED)
        if not isinstance(deed, Deed):
            return
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(px(8), px(1), -px(8), -px(1))
        if index.row() == self._list.currentIndex().row() and self._list.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), px(2)))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), px(8), px(8))
        room = QRect(card.left() + px(10), card.top() + px(PAD), card.width() - px(20), px(HEAD))
        self._line(painter, room, head_text(deed, self._words), 13, 600, "text" if deed.stands else "text3")
        room = room.translated(0, px(HEAD))
        room.setHeight(px(LINE))
        self._line(painter, room, who_text(deed, self._words), 12, 400, "text3")
        for told in field_texts(deed, self._words):
            room = room.translated(0, px(LINE))
            self._line(painter, room, told, 12, 400, "text2" if deed.stands else "text3")
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, size: int, weight: int, ink: str) -> None:
        font = self._theme.ui_font(size, weight)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        told = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
