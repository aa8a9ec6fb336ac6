"""A button that shows its key beside its word, so that it teaches."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

PADS, LEAST_PADS = 22, 14
"""Beside what it says, both sides together: as it likes to be, and where room is scarce."""
TIGHT_PADS = 10
BEFORE_KEY, TIGHT_KEY = 8, 5
"""Between word and keycap; the tight ones are for a row of three in a narrow pane."""


class KeycapButton(QPushButton):
    """Icon, word, keycap on a raised ground; the default one is filled with the accent."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        key: str,
        parent: QWidget | None = None,
        *,
        filled: bool = False,
        tight: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._icon = icon
        self._key = key
        self._filled = filled
        self._before_key = TIGHT_KEY if tight else BEFORE_KEY
        self._least_pads = TIGHT_PADS if tight else LEAST_PADS
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @property
    def key(self) -> str:
        """The key shown."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, word and keycap."""
        px = self._theme.px
        return QSize(self._word_width() + self._icon_room() + self._key_room() + px(PADS), px(30))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what it says; the key, which menus show too, gives way first."""
        px = self._theme.px
        return QSize(self._word_width() + self._icon_room() + px(self._least_pads), px(30))

    @property
    def shown(self) -> tuple[bool, bool, bool]:
        """What of icon, whole word and keycap there is room for, as wide as it is now."""
        room = self.width() - self._theme.px(self._least_pads)
        word, icon, key = self._word_width(), self._icon_room(), self._key_room()
        return bool(icon) and word + icon <= room, word <= room, bool(key) and word + icon + key <= room

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word and keycap; a 2 px ring where the keyboard is."""
        theme = self._theme
        px, tokens = theme.px, theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge = self._colours()
        box = inside(QRectF(self.rect()), 2 if self.hasFocus() else 1)
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, px(7), px(7))
        if self._filled and self.hasFocus():
            # On its own colour the ring would not be seen: it stands inside, in the colour of what is written.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent"), 2))
            painter.drawRoundedRect(inside(QRectF(self.rect()).adjusted(2, 2, -2, -2), 2), px(5), px(5))
        font = theme.ui_font(13, 600)
        metrics = QFontMetrics(font)
        with_icon, _whole, with_key = self.shown
        icon = self._icon_room() if with_icon else 0
        key = self._key_room() if with_key else 0
        room = self.width() - icon - key - px(self._least_pads)
        said = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0))
        width = icon + metrics.horizontalAdvance(said) + key
        x = max(px(self._least_pads) // 2, (self.width() - width) // 2)
        if with_icon:
            side = px(16)
            pixmap = theme.pixmap(self._icon, getattr(tokens, ink), side, self.devicePixelRatioF())
            painter.drawPixmap(QRect(x, (self.height() - side) // 2, side, side), pixmap)
            x += icon
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, said)
        if with_key:
            x += metrics.horizontalAdvance(said) + px(self._before_key)
            cap = QRectF(x, (self.height() - px(18)) / 2, self._keycap_width(), px(18))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent" if self._filled else "line2"), 1))
            painter.drawRoundedRect(inside(cap), px(4), px(4))
            painter.setFont(theme.ui_font(11, 500))
            painter.setPen(theme.colour("on_accent" if self._filled else "text2" if self.isEnabled() else "disabled"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _colours(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "panel", "disabled", "line"
        if self._filled:
            return ("accent_hover" if self.underMouse() else "accent"), "on_accent", "accent"
        return ("hover" if self.underMouse() or self.isDown() else "raised"), "text", "line2"

    def _word_width(self) -> int:
        return QFontMetrics(self._theme.ui_font(13, 600)).horizontalAdvance(self.text())

    def _icon_room(self) -> int:
        return self._theme.px(22) if self._icon else 0

    def _key_room(self) -> int:
        return self._keycap_width() + self._theme.px(self._before_key) if self._key else 0

    def _keycap_width(self) -> int:
        metrics = QFontMetrics(self._theme.ui_font(11, 500))
        return max(metrics.horizontalAdvance(self._key) + self._theme.px(10), self._theme.px(18))
