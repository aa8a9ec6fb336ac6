"""The palette over the dimmed window: a field, what it finds, and the keys that work there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QWidget

from maeditor.ui.announcing import announce
from maeditor.ui.palette.delegate import HEADING, ROW, PaletteDelegate
from maeditor.ui.palette.footer import PaletteFooter
from maeditor.ui.palette.model import PaletteModel
from maeditor.ui.palette.rows import Group, Heading, Row
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH, TOP, RADIUS = 680, 92, 14
FIELD, FOOTER, BOTTOM = 56, 34, 40
MOST = 420
"""The list is at most so high; further rows are scrolled to."""
LAST = 4
"""Pixels below the last row in sight: too few for any of the next one."""
SHADOW = 14
Key = Qt.Key
_ENTER = (Key.Key_Return, Key.Key_Enter)


class Palette(QWidget):
    """Lies over the whole window while it is open; the keyboard stays in its field."""

    typed = Signal(str)
    chosen = Signal(object, bool)
    """A Row, and whether the palette stays."""
    limit_asked = Signal(int)
    """Limit to the next kind of rows, or the one before."""
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._over = parent
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self._card = QFrame(self)
        self.field = QLineEdit(self._card)
        self.field.setFrame(False)
        self._icon, self._escape = QLabel(self._card), QLabel(self._card)
        self.model = PaletteModel(self)
        self.list = QListView(self._card)
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(PaletteDelegate(theme, words, self.list))
        self.list.clicked.connect(lambda _index: self._choose(stay=False))
        self._nothing = QLabel(self._card)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.hide()
        self.footer = PaletteFooter(theme, words, self._card)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        theme.changed.connect(self.restyle)
        words.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def open(self) -> None:
        """Come up with an empty field; the keyboard returns later to where it is now."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.setGeometry(self._over.rect())
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self, *, give_back: bool = True) -> None:
        """Go away; the keyboard returns to where it was."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self.hide()
        if give_back and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def show_rows(self, groups: Sequence[tuple[Group, Sequence[Row]]], told: str, limit: str) -> None:
        """List what was found, the first chosen; ``told`` is the count in words, ``limit`` what Tab does."""
        entries: list[Heading | Row] = []
        for group, rows in groups:
            if rows:
                entries += [Heading(group, self._words.say(f"palette.group_{group.value}")), *rows]
        self.model.show(entries)
        self._nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self.footer.show_told(told, limit)
        rows_there = self.model.choosable()
        if rows_there:
            self._go_to(rows_there[0])
            self.list.scrollToTop()
        self._place()
        announce(self.field, f"{told}. {self._spoken()}" if rows_there else self._nothing.text())

    @property
    def current(self) -> Row | None:
        """The row that Enter opens."""
        entry = self.model.entry(self.list.currentIndex().row())
        return entry if isinstance(entry, Row) else None

    def restyle(self) -> None:
        """Take the theme's colours and sizes, and the language of now."""
        theme, px, say = self._theme, self._theme.px, self._words.say
        self.field.setFont(theme.ui_font(17))
        self.field.setPlaceholderText(say("palette.placeholder"))
        self.field.setAccessibleName(say("palette.field"))
        self.list.setAccessibleName(say("palette.results"))
        self.setAccessibleName(say("palette.name"))
        self.field.setStyleSheet(
            f"QLineEdit {{ background: transparent; border: none; color: {theme.tokens.text}; padding: 0; }}"
        )
        self.list.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self._icon.setPixmap(theme.pixmap("search", "text2", px(20), self.devicePixelRatioF()))
        self._escape.setText(say("keys.escape"))
        self._escape.setFont(theme.ui_font(11, 500))
        self._escape.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._escape.setStyleSheet(
            f"color: {theme.tokens.text2}; border: 1px solid {theme.tokens.line2}; border-radius: {px(4)}px;"
        )
        self._nothing.setText(say("palette.nothing"))
        self._nothing.setFont(theme.ui_font(13))
        self._nothing.setStyleSheet(f"color: {theme.tokens.text2};")
        self.list.doItemsLayout()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The palette's own keys; the window's do not fire beneath it."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window; draw the card, its shadow and its two lines."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dim = theme.colour_of("#000000")
        dim.setAlpha(140 if theme.dark else 97)
        painter.fillRect(self.rect(), dim)
        card, radius = QRectF(self._card.geometry()), px(RADIUS)
        shadow = theme.colour_of("#000000")
        shadow.setAlpha(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        for spread in range(SHADOW, 0, -2):
            around = card.adjusted(-spread, 4 - spread, spread, 4 + spread)
            painter.drawRoundedRect(around, radius + spread, radius + spread)
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(inside(card), radius, radius)
        painter.setPen(QPen(theme.colour("line"), 1))
        for y in (card.top() + px(FIELD), card.bottom() - px(FOOTER)):
            painter.drawLine(round(card.left()) + 1, round(y), round(card.right()) - 2, round(y))

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Key.Key_Escape or (control and key == Key.Key_K):
            self.close_up()
        elif key in _ENTER:
            self._choose(stay=control)
        elif key in {Key.Key_Tab, Key.Key_Backtab}:
            back = key == Key.Key_Backtab or bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.limit_asked.emit(-1 if back else 1)
        elif key in {Key.Key_Down, Key.Key_Up}:
            self._step(1 if key == Key.Key_Down else -1, around=True)
        elif key in {Key.Key_PageDown, Key.Key_PageUp}:
            page = max(1, self.list.viewport().height() // self._theme.px(ROW) - 1)
            self._step(page if key == Key.Key_PageDown else -page, around=False)
        else:
            return False
        return True

    def _step(self, by: int, *, around: bool) -> None:
        rows = self.model.choosable()
        if rows:
            at = self.list.currentIndex().row()
            place = rows.index(at) + by if at in rows else 0
            place = place % len(rows) if around else min(max(place, 0), len(rows) - 1)
            self._go_to(rows[place])
            if place == 0:
                self.list.scrollToTop()
            announce(self.field, self._spoken())

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        current = self.current
        self.footer.show_runs(current is not None and current.group is Group.COMMANDS)

    def _spoken(self) -> str:
        row = self.current
        return "" if row is None else row.spoken

    def _choose(self, *, stay: bool) -> None:
        row = self.current
        if row is not None:
            self.chosen.emit(row, stay)

    def _whole_rows(self, most: int) -> int:
        """How high the list is so that its last row is a whole one, and no heading stands there alone."""
        px, high, best = self._theme.px, 0, 0
        for at in range(self.model.rowCount()):
            is_row = isinstance(self.model.entry(at), Row)
            high += px(ROW if is_row else HEADING)
            if high + LAST > most:
                break
            best = high + LAST if is_row else best
        return best

    def _place(self) -> None:
        px = self._theme.px
        wide = min(px(WIDTH), self.width() - px(BOTTOM))
        top = min(px(TOP), max(self.height() // 8, px(12)))
        headings = self.model.rowCount() - len(self.model.choosable())
        asked = headings * px(HEADING) + len(self.model.choosable()) * px(ROW) + px(10)
        room = self.height() - top - px(FIELD) - px(FOOTER) - px(BOTTOM)
        most = min(px(MOST), room)
        listed = asked if asked <= most else self._whole_rows(most)
        high = max(px(ROW), listed if headings else min(px(2 * ROW), most))
        self._card.setGeometry(QRect((self.width() - wide) // 2, top, wide, px(FIELD) + high + px(FOOTER)))
        self._icon.setGeometry(px(20), (px(FIELD) - px(20)) // 2, px(20), px(20))
        cap = max(self._escape.fontMetrics().horizontalAdvance(self._escape.text()) + px(12), px(20))
        self._escape.setGeometry(wide - px(20) - cap, (px(FIELD) - px(20)) // 2, cap, px(20))
        self.field.setGeometry(px(52), 1, wide - px(52) - cap - px(32), px(FIELD) - 2)
        within = QRect(1, px(FIELD) + 1, wide - 2, high - 2)
        self.list.setGeometry(within)
        self._nothing.setGeometry(within)
        self.footer.setGeometry(1, px(FIELD) + high, wide - 2, px(FOOTER))
        self.update()
