"""Panes and their places; no rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from maeditor.ui.jobs import Jobs
from maeditor.ui.notices import Notices
from maeditor.ui.roomy import Roomy
from maeditor.ui.settings import Settings
from maeditor.ui.status_bar import StatusBar
from maeditor.ui.theme import Theme
from maeditor.ui.welcome import WelcomePage
from maeditor.ui.window_place import keep_place, restore_place
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.ui.sidebar.pane import SidebarPane

NARROW, WIDE = 1200, 1400
SMALLEST = (1100, 680)
USUAL = (1440, 900)
PANE_WIDTHS = (120, 1200)
"""What a kept width may be: the file may be damaged."""
BESIDE_WIDTHS = {"read": ("facts_width", 404, 372), "review": ("review_width", 468, 440)}
"""By view: the pane to the right of the reader: its setting, its width in a wide window and in one that is not."""


class MainWindow(QMainWindow):
    """Welcome page or workspace: the sidebar, and beside it the view in front."""

    closing = Signal()
    files_dropped = Signal(list)
    """Paths of files and folders."""
    folded = Signal()
    """A pane was shown or hidden."""

    def __init__(self, theme: Theme, words: Words, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self._theme, self._words, self._settings = theme, words, settings
        self.may_close = True
        self._rail_wanted: bool | None = None
        self.setWindowTitle("maeditor")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        restore_place(self, settings, USUAL)
        self.welcome = WelcomePage(theme, words, self)
        self.status = StatusBar(theme, words, jobs, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.welcome)
        self._workspace: QSplitter | None = None
        self._read: QSplitter | None = None
        self._beside: dict[str, QWidget] = {}
        self._alone = False
        self._facts_wanted = True
        self._views: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self.sidebar: SidebarPane | None = None
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(holder)
        self.notices = Notices(theme, words, holder)
        words.changed.connect(self._retitle)
        # Queued: the panes must have taken their new sizes first, for a splitter never goes below them.
        theme.changed.connect(self._rescale, Qt.ConnectionType.QueuedConnection)
        self._project_name = ""
        self._rail = False
        self._view = "read"
        self._sidebar_width = 0.0  # at 100 %, as the next
        self._beside_widths: dict[str, float] = {}

    def show_workspace(
        self,
        name: str,
        sidebar: SidebarPane,
        reader: QWidget,
        beside: Mapping[str, QWidget],
        views: Mapping[str, QWidget],
    ) -> None:
        """Put an open project's panes in their places.

        ``beside`` names the views that share the reader, each with the pane that stands to its right; ``read`` is one.
        """
        px = self._theme.px
        self.close_workspace()
        self._project_name = name
        self.sidebar = sidebar
        # From the outside in, each empty when put in its place: what changes its parent is styled anew with all in it.
        self._workspace = QSplitter(Qt.Orientation.Horizontal, self._pages)
        self._workspace.setHandleWidth(1)
        self._workspace.setChildrenCollapsible(False)
        self._pages.addWidget(self._workspace)
        room = Roomy(self._workspace)
        self._stack = room.stack
        self._read = QSplitter(Qt.Orientation.Horizontal, self._stack)
        self._read.setHandleWidth(1)
        self._read.setChildrenCollapsible(False)
        self._stack.addWidget(self._read)
        self._workspace.addWidget(sidebar)
        self._workspace.addWidget(room)
        self._workspace.setStretchFactor(1, 1)
        self._beside = dict(beside)
        self._facts_wanted = True
        for pane in (reader, *beside.values()):
            self._read.addWidget(pane)
            pane.setVisible(pane in {reader, beside["read"]})
            for field in pane.findChildren(QLineEdit):
                # A file dropped on a field is meant for the window, not for its text.
                field.setAcceptDrops(False)
        self._read.setStretchFactor(0, 1)
        self._views = {**dict.fromkeys(beside, self._read), **views}
        for view in views.values():
            self._stack.addWidget(view)
        self._pages.setCurrentWidget(self._workspace)
        wide = self.width() >= px(WIDE)
        self._sidebar_width = self._settings.number("sidebar_width", 256 if wide else 232, *PANE_WIDTHS)
        self._beside_widths = {
            view: self._settings.number(setting, usual if wide else narrow, *PANE_WIDTHS)
            for view, (setting, usual, narrow) in BESIDE_WIDTHS.items()
        }
        self._rail = False
        self._share_width()
        self._fold()
        for splitter in (self._workspace, self._read):
            splitter.splitterMoved.connect(lambda _at, _number: self._note_widths())
        self._retitle()

    def add_beside(self, view: str, pane: QWidget) -> None:
        """Put a pane to the right of the reader that is made later than the others."""
        if self._read is not None:
            self._beside[view], self._views[view] = pane, self._read
            self._read.addWidget(pane)
            pane.setVisible(False)
            for field in pane.findChildren(QLineEdit):
                field.setAcceptDrops(False)
            self._share_width()

    def add_view(self, view: str, pane: QWidget) -> None:
        """Add a view that stands alone and is made later than the others."""
        self._views[view] = pane
        self._stack.addWidget(pane)

    def close_workspace(self) -> None:
        """Take the project's panes away and show the welcome page."""
        if self._workspace is not None:
            self.notices.stand_over(None)
            self.keep_sizes()
            self._pages.removeWidget(self._workspace)
            self._workspace.deleteLater()
        self._workspace = self._read = self.sidebar = None
        self._alone = False
        self._views, self._beside = {}, {}
        self._view = "read"
        self._project_name = ""
        self._pages.setCurrentWidget(self.welcome)
        self._retitle()

    def show_view(self, view: str) -> None:
        """Bring a view to the front."""
        if view in self._views:
            if view != "read":
                self.concentrate(False)
            self._view = view
            if view in self._beside:
                self._show_beside()
            self._stack.setCurrentWidget(self._views[view])
            self._fold()
            self._share_width()
            # In a review a decision's buttons stand where a notice would.
            reader = self._read.widget(0) if view == "review" and self._read is not None else None
            self.notices.stand_over(reader)

    @property
    def concentrated(self) -> bool:
        """Tell whether the article stands alone."""
        return self._alone

    def concentrate(self, alone: bool) -> None:
        """Leave the article alone in the window, or bring back what stood beside it."""
        alone = alone and self._view == "read"
        if self.sidebar is not None and alone != self._alone:
            self._alone = alone
            self.sidebar.setVisible(not alone)
            self._show_beside()
            self._share_width()
            self.folded.emit()

    def toggle_facts(self) -> None:
        """Show or hide the facts pane; wanting them ends the article's being alone."""
        if self._alone:
            self.concentrate(False)
            return
        if self._read is not None:
            self._facts_wanted = not self._facts_wanted
            self._show_beside()
            self._share_width()
            self.folded.emit()

    @property
    def panes_shown(self) -> tuple[bool, bool]:
        """Whether the sidebar is out and whether the facts pane is there."""
        shown = self.sidebar is not None and not self._alone
        return shown and not self._rail, shown and self._facts_wanted

    def toggle_sidebar(self) -> None:
        """Fold the sidebar into a rail, or out; wanting it ends the article's being alone."""
        if self._alone:
            self.concentrate(False)
            return
        if self.sidebar is not None:
            self._rail_wanted = not self._rail if self._view == "read" else None
            self._set_rail(rail=not self._rail)

    def keep_sizes(self) -> None:
        """Remember how the person laid the window out."""
        keep_place(self, self._settings)
        if self._workspace is not None and self._read is not None:
            self._settings.keep("sidebar_width", self._sidebar_width)
            for view, width in self._beside_widths.items():
                self._settings.keep(BESIDE_WIDTHS[view][0], width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 1200 the sidebar becomes the rail."""
        was_narrow = 0 < event.oldSize().width() < self._theme.px(NARROW)
        super().resizeEvent(event)
        if was_narrow != (self.width() < self._theme.px(NARROW)):
            self._rail_wanted = None
            self._fold()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from anywhere."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let work under way end first; closing with a live thread would abort the program."""
        self.keep_sizes()
        self.closing.emit()
        event.accept() if self.may_close else event.ignore()

    def _rescale(self) -> None:
        """Panes grow with the text in them."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._share_width()
        self._fold()

    def _note_widths(self) -> None:
        """The person drew a line elsewhere; kept as at 100 %, whatever the size of the text is."""
        if self._workspace is None or self._read is None:
            return
        scale = self._theme.scale
        if not self._rail and not self._alone:
            self._sidebar_width = self._workspace.sizes()[0] / scale
        width = sum(self._read.sizes()[1:])
        if width:
            self._beside_widths[self._view] = width / scale

    def _share_width(self) -> None:
        if self._workspace is None or self._read is None:
            return
        from maeditor.ui.sidebar.pane import RAIL  # the store with it, which the first page does without

        px = self._theme.px
        sidebar = px(RAIL if self._rail else self._sidebar_width)
        self._workspace.setSizes([sidebar, max(self.width() - sidebar, 0)])
        if self._view in self._beside:
            width = px(self._beside_widths[self._view])
            widths = [width if view == self._view else 0 for view in self._beside]
            self._read.setSizes([max(self.width() - sidebar - width, 0), *widths])

    def _show_beside(self) -> None:
        """Beside the reader stands what belongs to the view; the facts can be folded away."""
        for view, pane in self._beside.items():
            pane.setVisible(view == self._view and (view != "read" or self._facts_wanted) and not self._alone)

    def _fold(self) -> None:
        """A chart or a review wants the width that the list of articles does not need there."""
        if self.sidebar is not None:
            reading = self._view == "read"
            narrow = self.width() < self._theme.px(NARROW) if self._rail_wanted is None else self._rail_wanted
            self._set_rail(rail=not reading or narrow)

    def _set_rail(self, *, rail: bool) -> None:
        """Fold the sidebar, or unfold it as wide as it was."""
        if self.sidebar is None or self._workspace is None or rail == self._rail:
            return
        self._rail = rail
        self.sidebar.set_rail(rail)
        self._share_width()
        self.folded.emit()

    def _retitle(self) -> None:
        name = self._project_name
        self.setWindowTitle(self._words.say("shell.window_title", name=name) if name else "maeditor")


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
