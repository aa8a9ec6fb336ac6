"""A window of its own for each test, and a witness of what the project really holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_person import Person
from witness import OpenWindow, Witness

from maeditor.ui.settings import Settings
from maeditor.ui.window import Window


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(tmp_path)


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Show a window as the program does; a second call is the next day's start with the same settings."""
    windows: list[Window] = []

    def show(language: str = "fr", *, dark: bool | None = False) -> Person:
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        window = Window(settings, language, dark=dark)
        windows.append(window)
        window.main.show()
        window.main.activateWindow()
        qtbot.waitExposed(window.main)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window.main)
        window.main.welcome.cards["open-sample"].setFocus()
        return Person(qtbot, window.main)

    yield show
    for window in windows:
        window.main.close()
        window.deleteLater()
        window.main.deleteLater()
    QApplication.processEvents()
