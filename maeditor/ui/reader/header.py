"""The strip above the reader: where one came from, where one is, what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

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

    def say(self, name: str, key: str = "") -> None:
        """Name it, for the tip, which shows a key too, and for people who hear it."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

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
    """The strip itself: in reading the way to review, or with a passage marked to its fact; in a review how far it is.

    The shell may add buttons of its own with ``add``.
    """

    back_wanted = Signal()
    forward_wanted = Signal()
    text_menu_wanted = Signal()
    fact_wanted = Signal()
    review_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title = ""
        self._marked, self._reviewing = False, False
        self._number = self._count = 0
        self.back = IconButton(theme, "back", self)
        self.forward = IconButton(theme, "forward", self)
        self.breadcrumb = Breadcrumb(theme, self)
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.text_size = IconButton(theme, "text_size", self)
        self.review = KeycapButton(theme, "review", "", self)
        self.new_fact = KeycapButton(theme, "add", "", self)
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.text_size.clicked.connect(self.text_menu_wanted)
        self.review.clicked.connect(self.review_wanted)
        self.new_fact.clicked.connect(self.fact_wanted)
        # A click must not take the keyboard from the text whose passage it is about.
        self.new_fact.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.review.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        self._row = QHBoxLayout(self)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(0)
        self._ways.addWidget(self.back)
        self._ways.addWidget(self.forward)
        self._row.addLayout(self._ways)
        self._row.addWidget(self.breadcrumb, 1)
        self._row.addWidget(self.place)
        self._row.addWidget(self.text_size)
        self._row.addWidget(self.review)
        self._row.addWidget(self.new_fact)
        self.resize_to_theme()
        self.reword()
        self._show()

    def resize_to_theme(self) -> None:
        """Follow the theme's colours and scale."""
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(20 if self._reviewing else 8), 0, px(20 if self._reviewing else 14), 0)
        self._row.setSpacing(px(6))
        self.place.setFont(self._theme.ui_font(13, tabular=True))
        self.place.setStyleSheet(f"color: {self._theme.tokens.text2};")
        for button in (self.back, self.forward, self.text_size, self.review, self.new_fact):
            button.updateGeometry()
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put another control before the buttons that have a word."""
        self._row.insertWidget(self._row.count() - 2, widget)

    def tell(self, title: str) -> None:
        """Name the article shown."""
        self._title = title
        self.breadcrumb.say(self._words.say("reader.to_review" if self._reviewing else "reader.articles"), title)
        self._show()

    def show_marked(self, marked: bool) -> None:
        """Offer a fact from the marked passage, or where none is marked the review."""
        self._marked = marked
        self._show()

    def show_reviewed(self, reviewing: bool, number: int = 0, count: int = 0) -> None:
        """Tell which of the articles to review this is, 0 for none of them; or come back to reading."""
        self._reviewing, self._number, self._count = reviewing, number, count
        self.resize_to_theme()
        self.tell(self._title)

    def reword(self) -> None:
        """Take the names of another language, and the keys as they now are."""
        say, cap = self._words.say, self._words.cap
        self.back.say(say("reader.back"), cap("back"))
        self.forward.say(say("reader.forward"), cap("forward"))
        self.text_size.say(say("reader.text_size"))
        for button, name, command in ((self.review, "review", "review"), (self.new_fact, "new_fact", "new-fact")):
            button.setText(say(f"reader.{name}"))
            button.set_key(cap(command))
            button.setAccessibleName(say(f"reader.{name}"))
            button.setToolTip(self._words.tip(f"reader.{name}_tip", command))
        self.tell(self._title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colours."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def _show(self) -> None:
        """What belongs to reading alone is not there in a review, nor what cannot be done."""
        reading = not self._reviewing
        for button in (self.back, self.forward):
            button.setVisible(reading)
        self.text_size.setVisible(reading and bool(self._title))
        self.new_fact.setVisible(reading and self._marked)
        self.review.setVisible(reading and not self._marked and bool(self._title))
        numbered = self._reviewing and self._number > 0
        self.place.setText(self._words.say("reader.place", number=self._number, count=self._count) if numbered else "")
        self.place.setVisible(numbered)
