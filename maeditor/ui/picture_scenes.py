"""What the pictures show: each scene brings an open window there as a person would, by its commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from maeditor.services import library, reviewing
from maeditor.services.review_cards import GLUED
from maeditor.ui.window import Window

Scene = Callable[[Window], QWidget]
"""Tells what is to be drawn: the window, or a dialog before it."""

TELLING = "n’excède pas 500\u00a0mégawatts"
"""Words of the sample's first article."""

SETTLED_ROUNDS = 50
"""Rounds of the event loop after which layout and first paints are over."""
SEARCHED_MS = 300


def settle() -> None:
    """Let everything that waits be laid out and drawn."""
    for _round in range(SETTLED_ROUNDS):
        QApplication.processEvents()


def _called(*names: str) -> Scene:
    """The scene that some commands bring about."""

    def show(window: Window) -> QWidget:
        for name in names:
            window.commands.call(name)
            settle()
        return window.main

    return show


def _dialog(name: str) -> Scene:
    """The scene of a dialog that a command opens."""

    def show(window: Window) -> QWidget:
        before = set(QApplication.topLevelWidgets())
        window.commands.call(name)
        settle()
        opened = [each for each in QApplication.topLevelWidgets() if each not in before and each.isVisible()]
        return opened[0] if opened else window.main

    return show


def _selected(window: Window) -> QWidget:
    """A passage with a value becoming a fact."""
    workspace = window.workspace
    if workspace is not None:
        opened = library.open_article(workspace.desk.runner, workspace.desk.selection.article_id)
        start = opened.text.find(TELLING)
        if start >= 0:
            workspace.reader.scroll_to(start, start + len(TELLING))
            workspace.reader.select_span(start, start + len(TELLING))
            settle()
    return _called("new-fact")(window)


def _arabic(window: Window) -> QWidget:
    workspace = window.workspace
    if workspace is not None:
        runner = workspace.desk.runner
        card = next((each for each in library.articles(runner) if each.language == "ar"), None)
        if card is not None:
            workspace.desk.selection.show_article(card.id)
            window.show_first_fact()
            settle()
    return window.main


def _arabic_review(window: Window) -> QWidget:
    _arabic(window)
    return _called("review")(window)


def _glued(window: Window) -> QWidget:
    """The card of cells glued together, undecided."""
    workspace = window.workspace
    if workspace is not None:
        runner, selection = workspace.desk.runner, workspace.desk.selection
        facts = [view.fact for view in library.project_facts(runner)]
        fact = next((each for each in facts if each.needs_look == GLUED), None)
        if fact is not None:
            selection.show_article(fact.article_id)
            workspace.desk.act(lambda: reviewing.reopen_fact(runner, fact.id))
            selection.show_fact(fact.id)
            settle()
    return _called("review")(window)


def _glued_changed(window: Window) -> QWidget:
    _glued(window)
    return _called("review-value")(window)


def _over(window: Window) -> QWidget:
    """The end of an article's review: what was put off and what no fact says."""
    shown = _called("review")(window)
    workspace = window.workspace
    while workspace is not None and not workspace.review.over:
        window.commands.call("review-accept")
        settle()
    return shown


def _typed(command: str, text: str) -> Scene:
    """The scene of a field that a command opens, with something typed into it."""

    def show(window: Window) -> QWidget:
        shown = _called(command)(window)
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
            settle()
            # What is typed is looked for shortly after its last letter.
            waited = QDeadlineTimer(SEARCHED_MS)
            while not waited.hasExpired():
                settle()
        return shown

    return show


SCENES: Mapping[str, Scene] = {
    "read": _called(),
    "select": _selected,
    "find": _typed("find", "centres"),
    "omission": _called("next-omission"),
    "dismiss": _called("next-omission", "dismiss-figure"),
    "hedges": _called("toggle-hedges"),
    "focus": _called("focus-mode"),
    "facts-project": _typed("project-facts", "maroc"),
    "fact-history": _called("fact-history"),
    "arabic": _arabic,
    "review": _called("review"),
    "review-doubt": _glued,
    "review-edit": _glued_changed,
    "review-arabic": _arabic_review,
    "review-over": _over,
    "history": _called("history"),
    "palette": _typed("search", "capacité dakhla"),
    "settings": _dialog("settings"),
    "keys": _dialog("keys"),
    "chart": _called("view-charts"),
}
"""Every view and state of a project."""
