"""What an open project is found with the next day: its article, the place on the page, the view, the panes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.ui import reading_places
from maeditor.ui.settings import Settings

if TYPE_CHECKING:
    from maeditor.ui.workspace import Workspace

USUAL_MEASURE = "medium"
MOST_PROJECTS = 20


def is_there(path: Path) -> bool:
    """Tell whether a project can be seen; one in a folder that may not be looked into cannot."""
    try:
        return path.exists()
    except OSError:
        return False


def restore_layout(workspace: Workspace, settings: Settings) -> None:
    """Give the panes the sizes that the person gave them."""
    from maeditor.ui.reader.columns import MEASURES

    measure = settings.text("reader_measure", USUAL_MEASURE)
    workspace.reader.set_measure(measure if measure in MEASURES else USUAL_MEASURE)
    workspace.reader.set_zoom(round(settings.number("reader_zoom", 100, 50, 400)))
    workspace.facts.inspector_height = settings.number("inspector_height", 0, 0, 2000)


def keep_layout(workspace: Workspace, settings: Settings) -> None:
    """Remember the sizes of panes and text."""
    settings.keep("reader_measure", workspace.reader.measure)
    settings.keep("reader_zoom", workspace.reader.zoom)
    settings.keep("inspector_height", workspace.facts.inspector_height)


def restore_place(workspace: Workspace, settings: Settings, views: Collection[str]) -> bool:
    """Open the article that was open last, where it was left. Tells whether it is still there."""
    listed = settings.mapping("listings").get(workspace.target)
    if isinstance(listed, list) and len(listed) == 1 and isinstance(listed[0], str):
        workspace.facts_presenter.listing.restore(listed[0])
    from maeditor.services import library  # the store with it, which the first page does without

    reading_places.restore(workspace.reader_presenter, workspace.target, settings)
    kept = settings.mapping("places").get(workspace.target)
    if not (isinstance(kept, list) and len(kept) == 4 and all(isinstance(each, str) for each in kept)):
        return False
    article_id, fact_id, view, position = kept
    desk = workspace.desk
    if article_id not in {each.id for each in library.articles(desk.runner)}:
        return False
    desk.selection.show_article(article_id)
    opened = workspace.reader_presenter.opened
    if opened is not None and fact_id in {each.fact.id for each in opened.facts}:
        desk.selection.show_fact(fact_id)
    if position.isdecimal():
        workspace.reader.restore_place((int(position[:9]), 0.0))
    if view in views:
        desk.selection.show_view(view)
    return True


def keep_place(workspace: Workspace, settings: Settings) -> None:
    """Remember what is open; of the projects opened longest ago nothing."""
    reading_places.keep(workspace.reader_presenter, workspace.target, settings)
    selection = workspace.desk.selection
    position, _y = workspace.reader.reading_place()
    places = {name: kept for name, kept in settings.mapping("places").items() if isinstance(kept, list)}
    places.pop(workspace.target, None)
    if selection.article_id:
        places[workspace.target] = [selection.article_id, selection.fact_id, selection.view, str(max(position, 0))]
    settings.keep("places", dict(list(places.items())[-MOST_PROJECTS:]))
    listings = {name: kept for name, kept in settings.mapping("listings").items() if isinstance(kept, list)}
    listings.pop(workspace.target, None)
    listings[workspace.target] = [workspace.facts_presenter.listing.kept]
    settings.keep("listings", dict(list(listings.items())[-MOST_PROJECTS:]))
