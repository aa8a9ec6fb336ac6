"""One style sheet for another in a running application, without Qt's long way.

Exchanging an application's sheet, Qt polishes each widget once for every widget above it, and tells each that its style
changed; taking it off and putting one on goes through all of them twice. Here each widget is polished once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)

STYLED = (QLineEdit, QComboBox, QMenuBar, QMenu, QToolButton, QCheckBox, QScrollBar)
"""The classes that the sheet names by themselves; others it names inside a dialog or a choice."""


def restyle(application: QApplication, sheet: str, *, resized: bool, but: Collection[QWidget] = ()) -> None:
    """Put a sheet in the place of another, or on an application that has none; ``resized`` if sizes differ too.

    ``but`` are widgets that take it on later.
    """
    if not application.styleSheet():
        application.setStyleSheet(sheet)
        return
    # This empties what the style remembers of each widget: then setting a sheet finds nobody to tell.
    application.style().unpolish(application)
    application.setStyleSheet(sheet)
    for widget in downwards(application):
        if widget not in but:
            follow(widget, resized=resized)


def follow(widget: QWidget, *, resized: bool) -> None:
    """Let a widget take on the application's sheet; ``resized`` if sizes differ from those it had."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # It takes font and palette from the one above it, where it has none of its own.
        widget.style().polish(widget)
        if resized or named(widget):
            # Sizes once asked for are forgotten, and asked for again.
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def downwards(application: QApplication) -> Iterator[QWidget]:
    """Every widget once, each after the one it stands in."""
    for top in application.topLevelWidgets():
        if top.parentWidget() is None:
            yield top
            yield from top.findChildren(QWidget)


def named(widget: QWidget) -> bool:
    """Tell whether a rule of the sheet is for a widget."""
    if isinstance(widget, QPushButton):
        return isinstance(widget.window(), QDialog)
    if isinstance(widget, QAbstractItemView):
        above = widget.parentWidget()
        return above is not None and isinstance(above.parentWidget(), QComboBox)
    return isinstance(widget, STYLED)
