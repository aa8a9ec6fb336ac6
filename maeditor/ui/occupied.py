"""Whether a person is at something that another article in front would take from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from maeditor.ui.workspace import Workspace


def is_occupied(workspace: Workspace) -> bool:
    """Tell whether the page is not to be turned by itself: in a review, while something is typed, marked or open."""
    selection, later = workspace.desk.selection, workspace.later
    return (
        selection.view != "read"
        or selection.span is not None
        or workspace.facts_presenter.occupied
        or workspace.facts.whole_project
        or QApplication.activePopupWidget() is not None
        or isinstance(QApplication.focusWidget(), QLineEdit)
        or (later.has("timeline") and workspace.timeline.shown)
    )
