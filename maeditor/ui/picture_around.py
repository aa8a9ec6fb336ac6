"""How the pictures of what stands around the work come about: first page, search, history, dialogs, notices, jobs."""

from __future__ import annotations

from collections.abc import Callable

from maeditor.services.naming import SUFFIX
from maeditor.ui.picture_visitor import Held, Key, Visitor

BUSY_ARTICLES = 400
"""So many files are still being imported when the picture is taken."""


def closed(visitor: Visitor) -> None:
    """The first page after a project was closed: it is listed there."""
    visitor.call("close-project")


def empty(visitor: Visitor) -> None:
    """A project in which nothing is yet."""
    visitor.window.create(visitor.folder / f"Carnet 2026{SUFFIX}")
    visitor.rest()


def empty_chart(visitor: Visitor) -> None:
    """Its chart."""
    empty(visitor)
    visitor.call("view-charts")


def empty_review(visitor: Visitor) -> None:
    """Its review."""
    empty(visitor)
    visitor.call("review")


def searched(text: str) -> Callable[[Visitor], None]:
    """Something looked for in search and commands."""

    def show(visitor: Visitor) -> None:
        visitor.call("search")
        visitor.type(text)

    return show


def history(visitor: Visitor) -> None:
    """All actions."""
    visitor.call("history")


def step(visitor: Visitor) -> None:
    """What one action changed."""
    visitor.call("history")
    visitor.press(Key.Key_Down, times=2)
    visitor.press(Key.Key_Return)


def blocked(visitor: Visitor) -> None:
    """An action that cannot be taken back, with what stands on it."""
    visitor.call("history")
    visitor.press(Key.Key_Down, times=15)
    visitor.press(Key.Key_Delete)


def checkpoint(visitor: Visitor) -> None:
    """A place in the history being named."""
    visitor.call("checkpoint")
    visitor.type("Avant relecture")


def going_back(visitor: Visitor) -> None:
    """The way back to one: what would go."""
    checkpoint(visitor)
    visitor.press(Key.Key_Return)
    visitor.call("accept-fact", "next-fact", "accept-fact")
    visitor.window.main.notices.dismiss()
    visitor.call("return-to-checkpoint")


def settings(page: int) -> Callable[[Visitor], None]:
    """A page of the settings."""

    def show(visitor: Visitor) -> None:
        visitor.call("settings")
        visitor.press(Key.Key_Down, times=page)

    return show


def clash(visitor: Visitor) -> None:
    """A key wanted for a command that another has."""
    settings(3)(visitor)
    visitor.press(Key.Key_Tab)
    visitor.type("accept")
    visitor.press(Key.Key_Down)
    visitor.press(Key.Key_Return)
    visitor.press(Key.Key_K, Held.ControlModifier)


def refused(visitor: Visitor) -> None:
    """Something that went wrong, told until it is dismissed."""
    visitor.call("return-to-checkpoint")


def rail(visitor: Visitor) -> None:
    """The list of articles folded away."""
    visitor.call("toggle-sidebar")


def busy(visitor: Visitor) -> None:
    """Work under way, told in the status bar."""
    text = visitor.workspace.reader.view.text
    folder = visitor.folder / "articles"
    folder.mkdir()
    for number in range(BUSY_ARTICLES):
        (folder / f"{number}.txt").write_text(f"Article {number}\n\n{text}", encoding="utf-8")
    visitor.window.import_dropped([folder])
    visitor.wait(lambda: visitor.window.main.status.busy)


def charted(visitor: Visitor) -> None:
    """The chart without a choice in it."""
    visitor.call("view-charts")
    visitor.press(Key.Key_Home)
    visitor.press(Key.Key_Escape)


def chart_chosen(visitor: Visitor) -> None:
    """A range chosen in it, its passage beside."""
    visitor.call("view-charts")
    visitor.press(Key.Key_Home)
    visitor.press(Key.Key_Down, times=15)


def chart_table(visitor: Visitor) -> None:
    """The chart as a table."""
    visitor.call("view-charts", "chart-table")


def chart_emptied(visitor: Visitor) -> None:
    """A chart that the choices at its left leave nothing of."""
    visitor.call("view-charts")
    for box in visitor.workspace.charts.facets.boxes:
        box.setChecked(False)
