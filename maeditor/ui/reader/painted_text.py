"""What the two text widgets of the reader have in common, whichever of Qt's classes they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextBlock
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit, QTextEdit

from maeditor.ui.pane_keys import pane_key
from maeditor.ui.reader.sheet import Sheet
from maeditor.ui.theme import Theme

if TYPE_CHECKING:
    from maeditor.ui.reader.surfaces import Surface

    _TextWidget = QAbstractScrollArea
else:
    # The two widgets inherit from different classes of Qt: at run time this one brings none of its own.
    _TextWidget = object

_STEPS = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
"""Keys that choose text where Shift is held."""
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def set_up(edit: QTextEdit | QPlainTextEdit) -> None:
    """Make one of Qt's text widgets a page that is read and painted on."""
    edit.setReadOnly(True)
    edit.setFrameShape(QFrame.Shape.NoFrame)
    edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    edit.setUndoRedoEnabled(False)
    edit.viewport().setMouseTracking(True)
    # A style sheet on the application gives the viewport a ground of its own; the sheet paints the paper instead.
    edit.viewport().setAutoFillBackground(False)
    # It covers all there is under it: Qt need not paint the pane there first.
    edit.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    hide_caret(edit)


def hide_caret(edit: QTextEdit | QPlainTextEdit) -> None:
    """Keep the caret away until the person places it: an article just opened is there to be read, and arrows scroll."""
    edit.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def show_caret(edit: QTextEdit | QPlainTextEdit) -> None:
    """Bring the caret: the person works with the keyboard, or clicked."""
    keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    if not edit.textInteractionFlags() & keyboard:
        edit.setTextInteractionFlags(edit.textInteractionFlags() | keyboard)


def colour_surface(edit: Surface, theme: Theme) -> None:
    """Give a surface the theme's colours: the palette alone recolours the text."""
    palette = edit.palette()
    paper, text = theme.colour("paper"), theme.colour("text")
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, paper)
    palette.setColor(QPalette.ColorRole.Text, text if edit.sheet.lit is None else theme.colour("text3"))
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, QPalette.ColorRole.Highlight, theme.colour("sel_text"))
        palette.setColor(group, QPalette.ColorRole.HighlightedText, text)
    for widget in (edit, edit.viewport()):
        # Once the style sheet's style has looked at it, the viewport takes no palette from around it.
        widget.setPalette(palette)


class PaintedText(_TextWidget):
    """Comes before Qt's class among a widget's parents: its methods stand around Qt's own."""

    sheet: Sheet
    _seen: tuple[tuple[object, ...], list[tuple[QTextBlock, QPointF]]] | None = None

    def visible_blocks(self) -> list[tuple[QTextBlock, QPointF]]:
        """Blocks in view, each with its origin in viewport coordinates; the text, the margin and the mouse all ask."""
        shown = (self.verticalScrollBar().value(), self.viewport().size(), self.sheet.painting.version)
        if self._seen is not None and self._seen[0] == shown:
            return self._seen[1]
        blocks, complete = cast("Surface", self).walk_blocks()
        self._seen = (shown, blocks) if complete else None
        return blocks

    def forget_blocks(self) -> None:
        """Lines were laid out anew: blocks may stand elsewhere."""
        self._seen = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint washes, then Qt's text, then underlines."""
        edit = cast("Surface", self)
        blocks = edit.visible_blocks()
        painter = QPainter(self.viewport())
        self.sheet.paint_under(painter, event.rect(), blocks)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.sheet.paint_over(painter, blocks, self.viewport().width())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours again: coming into a window with a style sheet, Qt puts the application's in their place."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            colour_surface(cast("Surface", self), self.sheet.theme)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's own characters."""
        return self.sheet.copied(cast("Surface", self).textCursor())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the pane what it hands over to commands; a selection made by keys is announced."""
        edit = cast("Surface", self)
        before = _selection(edit)
        for_pane = pane_key(event) != "" or event.modifiers() & _ALT_SHIFT == _ALT_SHIFT
        # Shift on its own is a key too, pressed before the others.
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _STEPS and not for_pane:
            show_caret(edit)
        if for_pane:
            # Qt's text widgets would use these up on some systems.
            event.ignore()
        else:
            super().keyPressEvent(event)
        if _selection(edit) != before:
            edit.selection_settled.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Announce a selection, or a click that made none."""
        super().mouseReleaseEvent(event)
        edit = cast("Surface", self)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        show_caret(edit)
        if edit.textCursor().hasSelection():
            edit.selection_settled.emit()
        else:
            edit.pressed_on.emit(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our menu in place of Qt's; the keyboard asks at no place."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cast("Surface", self).menu_asked.emit(QPoint(-1, -1) if by_key else event.pos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse is."""
        super().mouseMoveEvent(event)
        cast("Surface", self).hovered.emit(event.position())


def _selection(edit: Surface) -> tuple[int, int]:
    cursor = edit.textCursor()
    return (cursor.anchor(), cursor.position())
