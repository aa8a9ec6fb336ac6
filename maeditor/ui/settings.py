"""What the window remembers between runs: JSON values in the system's own place, never a pickle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSettings, QStandardPaths

MOST_RECENT = 8
LARGEST = 1e6
Value: TypeAlias = str | float | bool | list[str] | list[int] | dict[str, list[str]]


class Settings:
    """Language, theme, zoom, editor, sizes, recent projects."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("maeditor", "maeditor")

    def text(self, name: str, default: str = "") -> str:
        """A text, or the default where there is none or something else."""
        value = self._value(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float, least: float = -LARGEST, most: float = LARGEST) -> float:
        """A number within bounds, or the default where there is none, one outside, or something else."""
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return default
        return float(value) if least <= value <= most else default

    def texts(self, name: str) -> list[str]:
        """A list of texts, empty where there is none."""
        value = self._value(name)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []

    def numbers(self, name: str) -> list[int]:
        """A list of whole numbers, empty where there is none."""
        value = self._value(name)
        return (
            [each for each in value if isinstance(each, int) and not isinstance(each, bool)]
            if isinstance(value, list)
            else []
        )

    def switch(self, name: str, default: bool) -> bool:
        """Yes or no, or the default where there is neither."""
        value = self._value(name)
        return value if isinstance(value, bool) else default

    def mapping(self, name: str) -> dict[str, object]:
        """Values by name, empty where there are none."""
        value = self._value(name)
        return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}

    def keep(self, name: str, value: Value) -> None:
        """Remember a value."""
        self._store.setValue(name, json.dumps(value, ensure_ascii=False))

    def add_recent(self, project: str) -> None:
        """Put a project first among the recent ones."""
        others = [each for each in self.texts("recent") if each != project]
        self.keep("recent", [project, *others][:MOST_RECENT])

    def _value(self, name: str) -> object:
        stored = self._store.value(name)
        if not isinstance(stored, str):
            return None
        try:
            value: object = json.loads(stored)
        except (ValueError, RecursionError):
            return None
        return value


def data_folder() -> Path:
    """Where the program keeps its own files: the sample project, the crash report."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
