"""The dialogs of an open project, each loaded when it is first opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from maeditor.ui.desk import Desk


def name_checkpoint(desk: Desk, window: QWidget) -> None:
    """Ask for the name of a checkpoint."""
    from maeditor.ui.dialogs import checkpoint_dialogs

    checkpoint_dialogs.name_checkpoint(desk, window)


def choose_checkpoint(desk: Desk, window: QWidget) -> None:
    """Ask which checkpoint to return to."""
    from maeditor.ui.dialogs import checkpoint_dialogs

    checkpoint_dialogs.choose_checkpoint(desk, window)


def edit_article(desk: Desk, window: QWidget) -> None:
    """Show what is known of the article, to be changed."""
    from maeditor.ui.dialogs import article_dialog

    article_dialog.edit_article(desk, window)


def new_property(desk: Desk, window: QWidget) -> None:
    """Ask for a new property."""
    from maeditor.ui.dialogs import property_dialog

    property_dialog.new_property(desk, window)
