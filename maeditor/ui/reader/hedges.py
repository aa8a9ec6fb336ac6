"""Hedge words on demand: sought when first asked for in an article, behind the window where it is long."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from maeditor.domain.changes import Done
from maeditor.services import hedging
from maeditor.services.hedging import HedgeKind, HedgeWords
from maeditor.services.library import OpenArticle
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter

AT_ONCE = 20_000
"""Code points up to which they are sought while the article opens: some 50 ms."""


class HedgesPresenter(QObject):
    """Tints the hedges of the article that is open, while the person wants them."""

    changed = Signal()
    """They are shown, or no longer."""

    def __init__(self, desk: Desk, pane: ReaderPane, reader: ReaderPresenter) -> None:
        super().__init__(reader)
        self._desk, self._pane, self._reader = desk, pane, reader
        self._asked = 0
        self._known: tuple[tuple[str, str], tuple[HedgeWords, ...]] | None = None
        self.visible = False
        desk.selection.article_changed.connect(lambda _article: self._refresh())
        desk.bulletin.changed.connect(self._follow)

    def toggle(self) -> None:
        """Tint them, or leave the text plain; the strip under the article says what the tints mean."""
        self.visible = not self.visible
        self._refresh(told=True)
        self.changed.emit()

    def _follow(self, done: Done) -> None:
        if done.touches("text_versions", "articles"):
            self._refresh()

    def _refresh(self, *, told: bool = False) -> None:
        self._asked += 1
        opened = self._reader.opened
        if not self.visible or opened is None:
            self._show(())
        elif self._known is not None and self._known[0] == _of(opened):
            self._take(opened, self._known[1], told=told)
        elif len(opened.text) <= AT_ONCE:
            self._take(opened, hedging.hedges_of(opened), told=told)
        else:
            self._show(())
            self._seek(opened, told=told)

    def _seek(self, opened: OpenArticle, *, told: bool) -> None:
        asked = self._asked

        def seek(handle: JobHandle) -> tuple[HedgeWords, ...] | None:
            found = hedging.hedges_of(opened, handle.cancelled)
            return None if handle.cancelled() else found

        def sought(found: tuple[HedgeWords, ...] | None) -> None:
            if asked == self._asked and found is not None:
                self._take(opened, found, told=told)

        self._desk.jobs.start("reader.hedges_sought", seek, sought)

    def _take(self, opened: OpenArticle, found: tuple[HedgeWords, ...], *, told: bool) -> None:
        self._known = (_of(opened), found)
        self._show(found)
        if told:
            strip = self._pane.omissions
            if not found:
                self._desk.notices.hint(self._desk.words.say("reader.hedges_none"))
            elif strip.isHidden():
                self._desk.notices.info(strip.legend.sentence())
            else:
                announce(strip, strip.legend.sentence())

    def _show(self, found: tuple[HedgeWords, ...]) -> None:
        bounds = sum(each.kind is HedgeKind.BOUND for each in found)
        self._pane.omissions.show_hedges(bounds, len(found) - bounds)
        for surface in self._pane.page.surfaces:
            surface.sheet.tints.show(found if surface is self._pane.page.surface else ())
        self._pane.page.surface.viewport().update()


def _of(opened: OpenArticle) -> tuple[str, str]:
    return opened.version.id, opened.article.language
