"""What of the window itself nobody sees at first: menus, palette, dialogs, each loaded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from maeditor.ui.commands import Commands
from maeditor.ui.main_window import MainWindow
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.ui.article_menu import ArticleMenu
    from maeditor.ui.fact_menu import FactMenu
    from maeditor.ui.palette.presenter import PalettePresenter
    from maeditor.ui.reader_menu import ReaderMenu


class WindowParts:
    """Makes each of them once."""

    def __init__(self, theme: Theme, words: Words, commands: Commands, main: MainWindow) -> None:
        self._theme, self._words, self._commands, self._main = theme, words, commands, main

    @cached_property
    def palette(self) -> PalettePresenter:
        """Search and commands over the window."""
        from maeditor.ui.palette.presenter import PalettePresenter

        return PalettePresenter(self._theme, self._words, self._commands, self._main)

    @cached_property
    def reader_menu(self) -> ReaderMenu:
        """The article's context menu."""
        from maeditor.ui.reader_menu import ReaderMenu

        return ReaderMenu(self._commands.actions, self._main)

    @cached_property
    def fact_menu(self) -> FactMenu:
        """A fact's context menu."""
        from maeditor.ui.fact_menu import FactMenu

        return FactMenu(self._commands.actions, self._main)

    @cached_property
    def article_menu(self) -> ArticleMenu:
        """The context menu of an article in the list."""
        from maeditor.ui.article_menu import ArticleMenu

        return ArticleMenu(self._commands.actions, self._main)

    def ask_about_fact(self, place: QPoint) -> None:
        """Open a fact's menu at a place of the screen."""
        self.fact_menu.open_at(place)

    def ask_about_article(self, place: QPoint) -> None:
        """Open an article's menu at a place of the screen."""
        self.article_menu.open_at(place)

    def show_keys(self) -> None:
        """Open the page of keys."""
        from maeditor.ui.dialogs.keys import KeysDialog

        KeysDialog(self._theme, self._words, self._commands.there(), self._main).open()

    def show_about(self) -> None:
        """Say what this program is."""
        from maeditor.ui.dialogs.about import show_about

        show_about(self._words, self._main)
