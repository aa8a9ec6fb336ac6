"""The sidebar's widgets: project header, views, articles; narrow it is a rail of icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.services.library import ArticleCard, Totals
from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.sidebar.delegate import ArticleDelegate
from maeditor.ui.sidebar.model import ArticleRole, ArticlesModel
from maeditor.ui.sidebar.search_button import SearchButton
from maeditor.ui.sidebar.view_button import ViewButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

RAIL, LOW = 52, 760
NARROWEST, WIDEST = 200, 420
LETTER = "M"
VIEWS = (("read", "read"), ("review", "review"), ("charts", "charts"), ("sheets", "sheets"))


class SidebarPane(QWidget):
    """It emits what the person wants to see and writes nothing."""

    article_chosen = Signal(str)
    view_chosen = Signal(str)
    import_asked = Signal()
    search_asked = Signal()
    rail_asked = Signal()
    menu_wanted = Signal(QPoint)
    """On an article, which is chosen by now, at a place of the screen."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._rail = False
        self._tile = _Tile(theme, self)
        self._name, self._counts, self._heading = ElidedLabel(self), ElidedLabel(self), QLabel(self)
        self._fold, self._unfold, self._add = QToolButton(self), QToolButton(self), QToolButton(self)
        self.search = SearchButton(theme, self)
        self._views = {view: ViewButton(theme, icon, self) for view, icon in VIEWS}
        self.model = ArticlesModel(self)
        self.articles = QListView(self)
        self.articles.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self._delegate = ArticleDelegate(theme, words, self.articles)
        self._empty = QLabel(self)
        self._lay_out()
        self._wire()
        words.changed.connect(self.retranslate)
        theme.changed.connect(self._resized)
        self.retranslate()
        self.set_rail(False)

    def show_totals(self, totals: Totals) -> None:
        """Show the project's name and counts."""
        self._totals = totals
        self._name.setText(totals.name)
        say = self._words.say
        told = f"{say('shell.articles', count=totals.articles)} · {say('shell.facts', count=totals.facts)}"
        self._counts.setText(told)
        self._views["review"].show_count(totals.proposed)
        self._views["sheets"].show_count(totals.sheets)
        waiting = say("shell.remaining", count=totals.proposed) if totals.proposed else ""
        self._views["review"].setAccessibleDescription(waiting)

    def show_articles(self, cards: Sequence[ArticleCard], chosen: str) -> None:
        """Show the articles and mark the open one."""
        self.model.show(cards, self._words.wording)
        self._empty.setVisible(not cards and not self._rail)
        self.articles.setVisible(bool(cards) and not self._rail)
        self.choose_article(chosen)

    def choose_article(self, article_id: str) -> None:
        """Mark an article without telling anybody."""
        selection = self.articles.selectionModel()
        row = self.model.row_of(article_id)
        blocked = selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.articles.scrollTo(index)
        selection.blockSignals(blocked)
        self.articles.viewport().update()

    def choose_view(self, view: str) -> None:
        """Mark the view in front; what came back from Excel belongs to the sheets."""
        view = "sheets" if view == "corrections" else view
        for name, button in self._views.items():
            button.setChecked(name == view)

    @property
    def entry(self) -> QWidget:
        """Where the keyboard comes in: the articles, or folded the first view."""
        return self._views["read"] if self._rail else self.articles

    def set_rail(self, rail: bool) -> None:
        """Fold into a rail of icons, or out."""
        self._rail = rail
        for widget in (self._name, self._counts, self._heading, self._add, self._fold):
            widget.setVisible(not rail)
        self._unfold.setVisible(rail)
        self._space()
        self.articles.setVisible(not rail and bool(self.model.cards))
        self._empty.setVisible(not rail and not self.model.cards)
        self.search.set_rail(rail)
        for button in self._views.values():
            button.set_rail(rail)
        px = self._theme.px
        self.setMinimumWidth(px(RAIL if rail else NARROWEST))
        self.setMaximumWidth(px(RAIL if rail else WIDEST))

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, tokens = self._theme, self._words.say, self._theme.tokens
        self._name.setFont(theme.ui_font(13, 600))
        self._counts.setFont(theme.ui_font(12))
        self._add.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._counts.setStyleSheet(f"color: {tokens.text3};")
        self._heading.setText(say("shell.articles_heading"))
        self._heading.setFont(theme.ui_font(11, 600))
        self._heading.setStyleSheet(f"color: {tokens.text3}; letter-spacing: 1px;")
        for fold in (self._fold, self._unfold):
            fold.setIcon(theme.icon("sidebar", "text2"))
            fold.setIconSize(QSize(theme.px(17), theme.px(17)))
            fold.setAccessibleName(say("shell.fold_sidebar"))
            fold.setToolTip(f"{say('shell.fold_sidebar')}  {self._words.cap('toggle-sidebar')}")
        self._add.setIcon(theme.icon("add", "text2"))
        self._add.setAccessibleName(say("shell.import"))
        self._add.setToolTip(self._words.tip("shell.import", "import-files"))
        self.articles.setAccessibleName(say("shell.articles_heading"))
        self.search.setText(say("shell.search"))
        self.search.setAccessibleName(say("shell.search"))
        self.search.setToolTip(say("shell.search"))
        self.search.show_key(self._words.cap("search"))
        for view, button in self._views.items():
            button.setText(say(f"shell.view_{view}"))
            button.setAccessibleName(say(f"shell.view_{view}"))
            button.setToolTip(self._words.tip(f"shell.view_{view}", f"view-{view}"))
        self._empty.setText(say("shell.no_articles"))
        self._empty.setFont(theme.ui_font(12))
        self._empty.setStyleSheet(f"color: {tokens.text3};")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the window's ground; the hairline at the right is the splitter's."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("window"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window article titles take one line."""
        super().resizeEvent(event)
        short = self.window().height() < self._theme.px(LOW)
        if short != self._delegate.short:
            self._delegate.short = short
            self.articles.doItemsLayout()

    def _resized(self) -> None:
        self._tile.setFixedSize(self._theme.px(28), self._theme.px(28))
        self.set_rail(self._rail)
        self.retranslate()
        self.articles.doItemsLayout()

    def _space(self) -> None:
        """Margins, which the size of the text and the rail change."""
        px, rail = self._theme.px, self._rail
        self._head.setContentsMargins(px(12), px(8), px(12 if rail else 8), px(8))
        self._head.setSpacing(0 if rail else px(9))
        self._view_rows.setContentsMargins(px(8), px(4), px(8), px(4))
        self._view_rows.setSpacing(px(4 if rail else 2))
        self._heading_row.setContentsMargins(px(18), px(10), px(9), px(4))
        self._empty.setContentsMargins(px(18), px(8), px(18), 0)
        self._foot.setContentsMargins(px(11), 0, px(11), px(10) if rail else 0)

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._counts)
        head.addWidget(self._tile)
        head.addLayout(names, 1)
        head.addWidget(self._fold)
        views = self._view_rows = QVBoxLayout()
        views.addWidget(self.search)
        views.addSpacing(8)
        for button in self._views.values():
            views.addWidget(button)
        heading = self._heading_row = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._add)
        self.articles.setModel(self.model)
        self.articles.setItemDelegate(self._delegate)
        self.articles.setUniformItemSizes(True)
        self.articles.setMouseTracking(True)
        self.articles.setFrameShape(QFrame.Shape.NoFrame)
        self.articles.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.articles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.articles.viewport().setAutoFillBackground(False)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(views)
        column.addLayout(heading)
        column.addWidget(self.articles, 1)
        column.addWidget(self._empty, 1)
        column.addStretch(0)
        column.addLayout(self._foot)

    def _wire(self) -> None:
        self.articles.selectionModel().currentChanged.connect(self._current_changed)
        self.articles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.articles.customContextMenuRequested.connect(self._want_menu)
        self._add.clicked.connect(self.import_asked)
        self.search.clicked.connect(self.search_asked)
        for fold in (self._fold, self._unfold):
            fold.clicked.connect(self.rail_asked)
        for view, button in self._views.items():
            button.clicked.connect(lambda _checked=False, wanted=view: self.view_chosen.emit(wanted))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        card = current.data(ArticleRole.CARD)
        if isinstance(card, ArticleCard):
            self.article_chosen.emit(card.id)

    def _want_menu(self, place: QPoint) -> None:
        """The mouse asks where it is; the key for menus in the middle of the list, whose article is elsewhere."""
        row = self.articles.indexAt(place)
        if row != self.articles.currentIndex():
            row = self.articles.currentIndex()
            place = self.articles.visualRect(row).center()
        if row.isValid():
            self.menu_wanted.emit(self.articles.viewport().mapToGlobal(place))


class _Tile(QWidget):
    """The application's letter on the accent's ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(28), theme.px(28))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(7), theme.px(7))
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(theme.ui_font(14, 700))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, LETTER)
