"""How the pictures of reading come about: the article, its facts, what is marked, asked and found in it."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QTextEdit

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.picture_visitor import Held, Key, Visitor
from maeditor.ui.reader.fact_card import DWELL_MS

TELLING = "n’excède pas 500\u00a0mégawatts"
"""Words of the sample's first article."""
PLAIN = "Carnet de visite\n\nLa salle est calme, la lumière douce.\n\nOn y entend le souffle des machines."
"""An article in which no figure stands."""
MOST = 60
"""Cards or figures gone through at most."""


def selected(visitor: Visitor) -> None:
    """A passage with a value becoming a fact."""
    visitor.mark(TELLING)
    visitor.call("new-fact")


def linked(visitor: Visitor) -> None:
    """A passage to be linked to a fact that there is."""
    visitor.mark(TELLING)
    visitor.call("link-selection")


def arabic(visitor: Visitor) -> None:
    """An article written from right to left."""
    visitor.show_article("ar")
    visitor.window.show_first_fact()


def arabic_selected(visitor: Visitor) -> None:
    """A passage of it becoming a fact."""
    visitor.show_article("ar")
    views = library.article_facts(visitor.runner, visitor.workspace.desk.selection.article_id)
    exact = next(each.passage.exact for view in views for each in view.evidence)
    visitor.mark(exact)
    visitor.call("new-fact")


def bare_article(visitor: Visitor) -> None:
    """An article in which nothing was found, pasted."""
    QGuiApplication.clipboard().setText(PLAIN)
    visitor.call("paste-article")
    visitor.rest()
    visitor.window.main.notices.dismiss()


def settled_article(visitor: Visitor) -> None:
    """An article of which every fact is decided and every figure is a fact or dismissed."""
    visitor.show_article("ar")
    decide_all(visitor)
    visitor.call("view-read")
    for _figure in range(MOST):
        if not visitor.workspace.omissions.account.left:
            break
        visitor.call("next-omission", "dismiss-figure")
        visitor.press(Key.Key_Return)
    visitor.press(Key.Key_Escape)
    visitor.window.main.notices.dismiss()


def decide_all(visitor: Visitor) -> None:
    """Accept the cards of a review until its end; a reason that is asked for is left out."""
    visitor.call("review")
    for _card in range(MOST):
        if visitor.workspace.review.over:
            break
        visitor.call("review-accept")
        if visitor.workspace.review_presenter.changing.asking:
            visitor.press(Key.Key_Return)


def finished(visitor: Visitor) -> None:
    """What is asked before an article's figures that are left are put aside at once."""
    visitor.show_article("ar")
    decide_all(visitor)
    visitor.call("view-read")
    visitor.window.main.notices.dismiss()
    visitor.call("finish-article")
    visitor.rest()


def several(visitor: Visitor) -> None:
    """Some facts of the list chosen together."""
    visitor.call("next-pane")
    visitor.press(Key.Key_Home)
    visitor.press(Key.Key_Down, Held.ShiftModifier, times=3)


def dismissed(visitor: Visitor) -> None:
    """The figures put aside, listed."""
    for _figure in range(2):
        visitor.call("next-omission", "dismiss-figure")
        visitor.press(Key.Key_Return)
    visitor.press(Key.Key_Escape)
    visitor.window.main.notices.dismiss()
    visitor.workspace.reader.omissions.aside.click()
    visitor.press(Key.Key_Down)


def taken_back(visitor: Visitor) -> None:
    """One of them taken back."""
    dismissed(visitor)
    visitor.press(Key.Key_Delete)


def rested_on(visitor: Visitor) -> None:
    """The mouse rests on a passage: its fact is told."""
    surface = visitor.workspace.reader.page.surface
    found = surface.document().find("cinquième")
    if isinstance(surface, QTextEdit) and not found.isNull():
        begin = QTextCursor(surface.document())
        begin.setPosition(found.selectionStart() + 2)
        visitor.rest_on(surface.viewport(), surface.cursorRect(begin).center())
        loop = QEventLoop()
        QTimer.singleShot(2 * DWELL_MS, loop.quit)
        loop.exec()


def suggested(visitor: Visitor) -> None:
    """The inspector's field of the property, with its list open."""
    visitor.workspace.facts.inspector.form.property_list.setFocus()
    visitor.press(Key.Key_Down, Held.AltModifier)


def unreadable(visitor: Visitor) -> None:
    """A value that cannot be read, and what is said of it under the field."""
    visitor.call("edit-fact")
    visitor.type("beaucoup")
    visitor.press(Key.Key_Return)


def waiting(visitor: Visitor) -> None:
    """A fact that nobody has looked at."""
    visitor.show_fact(lambda view: view.fact.state is State.PROPOSED and not view.fact.needs_look and view.evidence)


def found(visitor: Visitor) -> None:
    """A word looked for in the article."""
    visitor.call("find")
    visitor.type("centres")


def listed(visitor: Visitor) -> None:
    """The facts of the whole project, narrowed by a word."""
    visitor.call("project-facts")
    visitor.type("maroc")
    visitor.wait(lambda: visitor.workspace.facts.filtered)
    visitor.rest()
