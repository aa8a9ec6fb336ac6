"""Puts what the person chooses to work in the open project, at once and when one opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from maeditor.ui.choices import Choices
from maeditor.ui.main_window import MainWindow
from maeditor.ui.remembering import keep_layout, restore_layout
from maeditor.ui.settings import Settings

if TYPE_CHECKING:
    from maeditor.ui.workspace import Workspace

CHOICES = {"omissions": "show_omissions", "hedges": "show_hedges", "review_presenter": "review_auto_advance"}
"""By part of the workspace."""


class Preferences(QObject):
    """Name, line length, what the reader shows, how a review goes on; and the dialog for all of them."""

    def __init__(
        self, choices: Choices, settings: Settings, main: MainWindow, workspace: Callable[[], Workspace | None]
    ) -> None:
        super().__init__(main)
        self._choices, self._settings, self._main, self._workspace = choices, settings, main, workspace
        choices.changed.connect(self._follow)
        choices.measure_chosen.connect(self._take_measure)
        choices.switch_chosen.connect(self._switch)

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands can call."""
        return {"settings": self.open, "editor-name": self.ask_name}

    def prepare(self, workspace: Workspace) -> None:
        """Give a project that opens the sizes and choices there are."""
        restore_layout(workspace, self._settings)
        self._put(workspace, "show_noise", self._choices.switched("show_noise"))
        workspace.later.made.connect(lambda part: self._dress(workspace, part))

    def open(self) -> None:
        """Open the settings, with the line length and text size that the reader has now."""
        from maeditor.ui.dialogs.settings import SettingsDialog

        workspace = self._workspace()
        if workspace is not None:
            keep_layout(workspace, self._settings)
        SettingsDialog(self._choices, self._main).open()

    def ask_name(self) -> None:
        """Ask for the name that signs."""
        from maeditor.ui.dialogs.about import ask_editor

        name = ask_editor(self._choices.words, self._choices.editor, self._main)
        if name is not None:
            self._choices.name_editor(name)

    def tell_name(self) -> None:
        """Say once whose name stands on what is done, with a way to change it."""
        say = self._choices.words.say
        self._choices.name_editor(self._choices.editor)
        told = say("notice.signed", name=self._choices.editor)
        self._main.notices.info(told, say("notice.change"), self.ask_name)

    def _follow(self) -> None:
        workspace = self._workspace()
        if workspace is not None and workspace.desk.runner.editor != self._choices.editor:
            workspace.desk.runner.rename_editor(self._choices.editor)

    def _take_measure(self, measure: str) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.reader.set_measure(measure)

    def _switch(self, name: str, on: bool) -> None:
        workspace = self._workspace()
        if workspace is not None:
            self._put(workspace, name, on)

    def _dress(self, workspace: Workspace, part: str) -> None:
        """Give a part that is made later the choice that there is about it."""
        if part in CHOICES:
            self._put(workspace, CHOICES[part], self._choices.switched(CHOICES[part]))

    def _put(self, workspace: Workspace, name: str, on: bool) -> None:
        """Turn something on or off, unless it is so already."""
        if name == "review_auto_advance":
            workspace.review_presenter.deciding.auto_advance = on
        elif name == "show_noise":
            if workspace.reader.noise_shown is not on:
                workspace.reader.show_noise(on)
        else:
            shown = workspace.omissions if name == "show_omissions" else workspace.hedges
            if shown.visible is not on:
                shown.toggle()
