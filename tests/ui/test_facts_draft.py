"""What is typed over a fact is never lost: it stays, is saved on leaving, or keeps the window open and says why."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library, reviewing
from maeditor.services.library import FactView
from maeditor.ui.facts.form import FactForm
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


def begin(workspace: Workspace, text: str = "77") -> tuple[FactView, FactForm]:
    """Type over a proposed fact's value, without Enter."""
    views = workspace.facts.model.views
    view = next(each for each in views if each.fact.state is State.PROPOSED and each.fact.quantity)
    workspace.desk.selection.show_fact(view.fact.id)
    settle()
    form = workspace.facts.inspector.form
    form.amount.setFocus()
    form.amount.selectAll()
    QTest.keyClicks(form.amount, text)
    assert form.typed == {"value": text}
    return view, form


def now(workspace: Workspace, view: FactView) -> FactView:
    return library.fact_view(workspace.desk.runner, view.fact.id)


def click_another(workspace: Workspace, view: FactView) -> FactView:
    """Click the row of another fact."""
    views, shown = workspace.facts.model.views, workspace.facts.list
    row = next(row for row, each in enumerate(views) if each.fact.id != view.fact.id)
    index = workspace.facts.model.index(row)
    shown.scrollTo(index)
    other = views[row]
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(index).center())
    settle()
    return other


def row_marked(workspace: Workspace) -> list[str]:
    shown = workspace.facts.list
    rows = {shown.currentIndex().row(), *(index.row() for index in shown.selectedIndexes())}
    return [workspace.facts.model.views[row].fact.id for row in rows]


def test_a_click_on_another_fact_saves_what_was_typed(workspace: Workspace) -> None:
    view, form = begin(workspace)
    other = click_another(workspace, view)
    assert (now(workspace, view).fact.amount, now(workspace, view).fact.state) == (Decimal(77), State.CORRECTED)
    assert workspace.desk.selection.fact_id == other.fact.id
    assert row_marked(workspace) == [other.fact.id]
    assert workspace.facts.inspector.view is not None
    assert workspace.facts.inspector.view.fact.id == other.fact.id
    assert form.typed == {}


def test_what_cannot_be_read_keeps_its_fact_in_sight(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace, "beaucoup")
    click_another(workspace, view)
    assert workspace.desk.selection.fact_id == view.fact.id
    assert row_marked(workspace) == [view.fact.id]
    assert form.amount.text() == "beaucoup"
    assert "beaucoup" in window.main.notices.text
    assert now(workspace, view).fact == view.fact
    QTest.keyClick(form.amount, Key.Key_Escape)
    assert form.typed == {}
    other = click_another(workspace, view)
    assert workspace.desk.selection.fact_id == other.fact.id
    assert now(workspace, view).fact == view.fact


def test_the_error_goes_when_the_field_is_right(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace, "beaucoup")
    QTest.keyClick(form.amount, Key.Key_Return)
    assert "beaucoup" in form.notes.sentence
    assert "beaucoup" not in window.main.notices.text
    click_another(workspace, view)
    assert "beaucoup" in window.main.notices.text
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "77")
    QTest.keyClick(form.amount, Key.Key_Return)
    settle()
    assert now(workspace, view).fact.amount == Decimal(77)
    assert form.notes.sentence == ""
    assert "beaucoup" not in window.main.notices.text
    window.main.notices.dismiss()
    assert window.main.notices.text == ""


def test_another_article_waits_for_what_cannot_be_read(workspace: Workspace) -> None:
    view, form = begin(workspace, "beaucoup")
    here, articles = workspace.desk.selection.article_id, workspace.sidebar.articles
    row = next(row for row, card in enumerate(workspace.sidebar.model.cards) if card.id != here)
    there = workspace.sidebar.model.cards[row].id
    index = workspace.sidebar.model.index(row)
    articles.scrollTo(index)
    place = articles.visualRect(index).topLeft() + QPoint(30, 8)
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert workspace.desk.selection.article_id == here
    assert workspace.sidebar.model.cards[articles.currentIndex().row()].id == here
    assert form.amount.text() == "beaucoup"
    form.amount.setFocus()
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "77")
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert workspace.desk.selection.article_id == there
    assert workspace.sidebar.model.cards[articles.currentIndex().row()].id == there
    assert now(workspace, view).fact.amount == Decimal(77)


def test_another_language_and_another_action_leave_what_is_typed(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace, "1,5")
    window.choices.choose_language("en")
    settle()
    assert form.typed == {"value": "1,5"}
    others = [each for each in workspace.facts.model.views if each.fact.id != view.fact.id]
    workspace.desk.act(lambda: reviewing.reject_fact(workspace.desk.runner, others[0].fact.id, others[0].fact.version))
    settle()
    window.undo()
    settle()
    assert form.typed == {"value": "1,5"}
    QTest.keyClick(form.amount, Key.Key_Return)
    settle()
    assert now(workspace, view).fact.amount == Decimal("1.5")
    assert form.amount.text() == "1.5"


def test_rejecting_keeps_the_correction_under_the_rejection(window: Window, workspace: Workspace) -> None:
    view, _form = begin(workspace)
    window.commands.call("reject-fact")
    settle()
    settled = now(workspace, view).fact
    assert (settled.amount, settled.state) == (Decimal(77), State.REJECTED)


def test_what_is_shown_only_is_not_saved(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace)
    QTest.keyClick(form.amount, Key.Key_Escape)
    click_another(workspace, view)
    assert now(workspace, view).fact == view.fact


def test_another_scope_saves_or_stays(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace, "beaucoup")
    QTest.mouseClick(workspace.facts._project, Qt.MouseButton.LeftButton)
    settle()
    assert not workspace.facts.whole_project
    assert form.amount.text() == "beaucoup"
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "77")
    QTest.mouseClick(workspace.facts._project, Qt.MouseButton.LeftButton)
    settle()
    assert workspace.facts.whole_project
    assert now(workspace, view).fact.amount == Decimal(77)


def test_closing_saves_what_is_typed(window: Window, workspace: Workspace) -> None:
    view, _form = begin(workspace)
    target = workspace.target
    window.commands.call("close-project")
    settle()
    assert window.workspace is None
    assert window.open(target)
    assert window.workspace is not None
    assert now(window.workspace, view).fact.amount == Decimal(77)


def test_closing_is_refused_once_for_what_cannot_be_read(window: Window, workspace: Workspace) -> None:
    _view, form = begin(workspace, "beaucoup")
    window.main.close()
    settle()
    assert window.main.isVisible()
    assert form.amount.text() == "beaucoup"
    assert "beaucoup" in window.main.notices.text
    window.main.close()
    settle()
    assert not window.main.isVisible()


def test_the_fact_s_own_undoing_leaves_nothing_behind(window: Window, workspace: Workspace) -> None:
    view, form = begin(workspace)
    workspace.facts.inspector.show_fact(None)
    assert form.typed == {}
    other = click_another(workspace, view)
    assert workspace.desk.selection.fact_id == other.fact.id
