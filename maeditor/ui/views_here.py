"""What depends on which view is in front: the panes that the keyboard goes round, and what tells how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from maeditor.ui.workspace import Workspace


def panes(workspace: Workspace) -> list[QWidget]:
    """The panes of the view in front, first what it is about."""
    entry, view = workspace.sidebar.entry, workspace.desk.selection.view
    if view == "corrections":
        return [*workspace.later.returning.panes(), entry]
    if view == "charts":
        charts = (workspace.charts.plot, workspace.charts.table, workspace.charts.nothing.button)
        return [*(pane for pane in charts if pane is not None), entry]
    if view == "sheets":
        return [*workspace.later.sheets.panes(), entry]
    if view == "review":
        return [workspace.review, entry, workspace.reader]
    facts = workspace.facts
    return [workspace.reader, facts.list, facts.inspector.form.property_list, entry]


def progress_text(workspace: Workspace) -> str:
    """How many of the article's facts are decided; in a review how fast it goes, in other views what they hold."""
    view = workspace.desk.selection.view
    if view == "review":
        return workspace.review_presenter.pace_text()
    if view == "corrections":
        return workspace.later.returning_presenter.progress_text()
    if view == "charts":
        return workspace.charts_presenter.count_text()
    if view == "sheets":
        return workspace.later.sheets_presenter.count_text()
    decided, count = workspace.facts_presenter.listing.progress
    return workspace.desk.words.say("status.reviewed", done=decided, all=count) if count else ""
