"""Follows links into the program, and what second starts and the system ask the open window for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from maeditor.domain.errors import LinkError, MaeditorError
from maeditor.domain.links import is_link, read_link

if TYPE_CHECKING:
    from maeditor.domain.links import Link
    from maeditor.services.following import Place
    from maeditor.ui.window import Window
    from maeditor.ui.workspace import Workspace


class LinkFollowing(QObject):
    """Leads the window to a project or to what a link names; a link changes nothing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if application is not None and sys.platform == "darwin":
            # There the system tells of links and files this way; elsewhere each event would pass here for nothing.
            application.installEventFilter(self)

    def receive(self, project: str, link: str) -> None:
        """What a second start was asked for: the window comes to the front, opens the project, follows the link."""
        main = self._window.main
        main.setWindowState((main.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        main.show()
        main.raise_()
        main.activateWindow()
        # A question of the project before it would keep whoever asks waiting: by then they have their answer.
        QTimer.singleShot(0, self, lambda: self.open(project, link))

    def open(self, project: str, link: str) -> None:
        """Open a project, or none, and follow a link, or none."""
        if project and not self._window.open(project):
            return
        if link:
            self.follow(link)

    def follow(self, text: str) -> None:
        """Go where a link leads: in the open project, else in the first recent one that holds it."""
        try:
            self._go(read_link(text))
        except MaeditorError as error:
            self._window.main.notices.error_from(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the system asks to open."""
        if isinstance(event, QFileOpenEvent):
            asked = event.url().toString()
            link, file = (asked, "") if is_link(asked) else ("", event.file())
            self.receive(file, link)
            return True
        return super().eventFilter(watched, event)

    def _go(self, link: Link) -> None:
        # Links are seldom followed; what reads projects is not loaded for the first page.
        from maeditor.services.following import place_of, project_with

        window = self._window
        if window.workspace is not None:
            try:
                place = place_of(window.workspace.desk.runner, link)
            except LinkError:
                pass
            else:
                _show(window.workspace, place)
                return
        here = window.workspace.target if window.workspace is not None else ""
        found = project_with(link, [each for each in window.settings.texts("recent") if each != here])
        if found is None:
            raise LinkError("link_target_missing", text=str(link))
        if window.open(found) and window.workspace is not None:
            _show(window.workspace, place_of(window.workspace.desk.runner, link))


def _show(workspace: Workspace, place: Place) -> None:
    selection = workspace.desk.selection
    selection.show_view("read")
    if place.article_id:
        selection.show_article(place.article_id)
    if place.fact_id:
        selection.show_fact(place.fact_id)
