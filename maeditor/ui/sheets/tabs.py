"""The workbook's tabs with how many rows each has, as they stand at the foot of a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class WorkbookTabs(QTabBar):
    """Arrows go from tab to tab; where there is no room for all, the others are a button away."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._keys: tuple[str, ...] = ()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    @property
    def key(self) -> str:
        """The tab in front, or nothing."""
        return self._keys[self.currentIndex()] if 0 <= self.currentIndex() < len(self._keys) else ""

    def show_tabs(self, tabs: Sequence[tuple[str, str, int]]) -> None:
        """Show tabs: key, title, count; the one in front stays there if it still is."""
        wanted = self.key
        keys = tuple(key for key, _title, _count in tabs)
        blocked = self.blockSignals(True)
        if keys != self._keys:
            while self.count():
                self.removeTab(0)
            for _key in keys:
                self.addTab("")
            self._keys = keys
        for at, (key, title, count) in enumerate(tabs):
            told = f"{title}  {self._words.number(count)}" if count >= 0 else title
            self.setTabText(at, told.replace("&", "&&"))
            self.setAccessibleTabName(at, told)
            self.setTabToolTip(at, "")
            if key == wanted:
                self.setCurrentIndex(at)
        self.blockSignals(blocked)

    def choose(self, key: str) -> None:
        """Bring a tab to the front."""
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))

    def retranslate(self) -> None:
        """Word and colour it again."""
        tokens, px = self._theme.tokens, self._theme.px
        self.setAccessibleName(self._words.say("sheets.tabs"))
        self.setFont(self._theme.ui_font(12, 600))
        self.setStyleSheet(
            f"QTabBar {{ background: transparent; border: none; }}"
            f"QTabBar::tab {{ background: transparent; color: {tokens.text2}; border: none;"
            f" border-bottom: 2px solid transparent; padding: {px(7)}px {px(10)}px; margin: 0; }}"
            f"QTabBar::tab:hover {{ color: {tokens.text}; background: {tokens.hover}; }}"
            f"QTabBar::tab:selected {{ color: {tokens.accent}; border-bottom: 2px solid {tokens.accent}; }}"
            f"QTabBar QToolButton {{ background: {tokens.paper}; border: 1px solid {tokens.line2};"
            f" border-radius: {px(5)}px; }}"
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around the tab in front where the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            box = QRectF(self.tabRect(self.currentIndex()))
            painter.drawRoundedRect(inside(box, 2), self._theme.px(6), self._theme.px(6))
