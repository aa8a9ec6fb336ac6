"""Which keys serve where the keyboard is in an open project: what the foot of the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from maeditor.ui import context_keys
from maeditor.ui.reader.popup_card import PopupCard

if TYPE_CHECKING:
    from maeditor.ui.sheets.pane import SheetsPane
    from maeditor.ui.workspace import Workspace


def keys_here(workspace: Workspace) -> context_keys.Rows:
    """The keys that serve where the keyboard is."""
    if workspace.later.has("timeline") and workspace.timeline.has_focus:
        return context_keys.STEP if workspace.timeline.pane.in_detail else context_keys.TIMELINE
    focus = QApplication.focusWidget()
    if (typing := _typing(workspace, focus)) is not None:
        return typing
    if workspace.desk.selection.view == "corrections":
        return context_keys.CORRECTIONS if workspace.later.returning.has_rows else context_keys.CORRECTIONS_EMPTY
    if workspace.desk.selection.view == "charts":
        charts = workspace.charts_presenter
        return context_keys.charting(drawn=charts.count > 0, filtered=charts.drawable > 0)
    if workspace.desk.selection.view == "sheets":
        return _of_sheets(workspace.later.sheets, focus)
    if workspace.desk.selection.view == "review":
        return _reviewing(workspace)
    if workspace.facts_presenter.popover_has(focus):
        return context_keys.POPOVER
    if focus is not None and workspace.facts.inspector.form.isAncestorOf(focus):
        return context_keys.FIELD
    if focus is not None and workspace.facts.isAncestorOf(focus):
        return context_keys.FACT
    return context_keys.reading(workspace.reader, marked=workspace.desk.selection.span is not None)


def _reviewing(workspace: Workspace) -> context_keys.Rows:
    """The keys of a review: of the card, of what is being changed on it, of the end."""
    review = workspace.review_presenter
    if workspace.review.over:
        return context_keys.REVIEW_OVER if workspace.desk.selection.article_id else context_keys.EMPTY
    if review.changing.asking:
        return context_keys.REVIEW_REASON
    if review.deciding.bounds.begun:
        return context_keys.REVIEW_BOUNDS
    if review.changing.begun:
        return context_keys.REVIEW_FIELD
    return context_keys.deciding(workspace.review.card.doubts.count)


def _of_sheets(sheets: SheetsPane, focus: QWidget | None) -> context_keys.Rows:
    """The keys of the sheets: of their list, of a sheet's columns, of what changed, of a field."""
    if sheets.empty:
        return context_keys.SHEETS_EMPTY
    if isinstance(focus, QLineEdit):
        return context_keys.SHEET_TITLE
    if focus is sheets.side.columns:
        return context_keys.SHEET_COLUMNS
    if focus is sheets.side.changes.list:
        return context_keys.SHEET_CHANGES
    return context_keys.SHEETS


def _typing(workspace: Workspace, focus: QWidget | None) -> context_keys.Rows | None:
    """The keys of what takes the letters itself: no command is offered that would not answer."""
    if focus is None:
        return None
    if workspace.reader.searching.bar.isAncestorOf(focus):
        return context_keys.FIND
    if focus is workspace.facts.bar.field:
        return context_keys.FILTER
    card = focus.parentWidget()
    if isinstance(card, PopupCard):
        from maeditor.ui.reader.omission_popups import ReasonPopup

        return context_keys.REASONS if isinstance(card, ReasonPopup) else context_keys.ASIDE
    return None
