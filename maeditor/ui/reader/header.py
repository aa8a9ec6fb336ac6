"""The strip above the reader: where one came from, where one is, what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT = 44


class IconButton(QAbstractButton):
    """A flat button of an icon alone."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon_name = theme, icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, name: str) -> None:
        """Name it, for the tip and for people who hear it."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Room for what is shown."""
        return QSize(self._theme.px(30), self._theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        size = self._theme.px(18)
        colour = "text2" if self.isEnabled() else "disabled"
        icon = self._theme.pixmap(self._icon_name, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(QRect((self.width() - size) // 2, (self.height() - size) // 2, size, size), icon)
        painter.end()


class Breadcrumb(QWidget):
    """``Articles › title``: the title is cut in the middle of nothing, only at its end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._root = self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, root: str, title: str) -> None:
        """Tell where one is; an empty title means nowhere yet."""
        self._root, self._title = root, title
        self.setAccessibleName(f"{root} › {title}" if title else root)
        self.setToolTip(title)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for what is shown."""
        return QSize(self._theme.px(220), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colours."""
        painter = QPainter(self)
        plain, strong = self._theme.ui_font(13), self._theme.ui_font(13, 600)
        box = QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(plain)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(box, middle, self._root)
        if self._title:
            box.setLeft(QFontMetricsF(plain).horizontalAdvance(self._root) + self._theme.px(6))
            size = self._theme.px(12)
            arrow = self._theme.pixmap("forward", "text3", size, self.devicePixelRatioF())
            painter.drawPixmap(QRect(round(box.left()), (self.height() - size) // 2, size, size), arrow)
            box.setLeft(box.left() + size + self._theme.px(6))
            painter.setFont(strong)
            painter.setPen(self._theme.colour("text"))
            shown = QFontMetricsF(strong).elidedText(self._title, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, middle, shown)
        painter.end()


class Header(QWidget):
    """The strip itself; the shell may add buttons of its own with ``add``."""

    back_wanted = Signal()
    forward_wanted = Signal()
    text_menu_wanted = Signal()
    fact_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title = ""
        self.back = IconButton(theme, "back", self)
        self.forward = IconButton(theme, "forward", self)
        self.breadcrumb = Breadcrumb(theme, self)
        self.text_size = IconButton(theme, "text_size", self)
        self.new_fact = KeycapButton(theme, "add", "", self)
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.text_size.clicked.connect(self.text_menu_wanted)
        self.new_fact.clicked.connect(self.fact_wanted)
        # A click must not take the keyboard from the text whose passage it is about.
        self.new_fact.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        self.new_fact.setEnabled(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(8), 0, theme.px(14), 0)
        self._row.setSpacing(theme.px(2))
        self._row.addWidget(self.back)
        self._row.addWidget(self.forward)
        self._row.addSpacing(theme.px(6))
        self._row.addWidget(self.breadcrumb, 1)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.text_size)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.new_fact)
        self.resize_to_theme()
        self.reword()

    def resize_to_theme(self) -> None:
        """Follow the theme's scale."""
        self.setFixedHeight(self._theme.px(HEIGHT))
        for button in (self.back, self.forward, self.text_size, self.new_fact):
            button.updateGeometry()
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put another control before the button for a new fact."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def tell(self, title: str) -> None:
        """Name the article shown."""
        self._title = title
        self.breadcrumb.say(self._words.say("reader.articles"), title)

    def reword(self) -> None:
        """Take the names of another language."""
        say = self._words.say
        self.back.say(say("reader.back"))
        self.forward.say(say("reader.forward"))
        self.text_size.say(say("reader.text_size"))
        self.new_fact.setText(say("reader.new_fact"))
        self.new_fact.set_key(self._words.cap("new-fact"))
        self.new_fact.setAccessibleName(say("reader.new_fact"))
        self.new_fact.setToolTip(say("reader.new_fact_tip"))
        self.new_fact.updateGeometry()
        self.tell(self._title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colours."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()
