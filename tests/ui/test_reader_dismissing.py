"""Figures put aside by keys: an editor would do it twice, or not know how to take it back, if these failed."""

from __future__ import annotations

import pytest
from omissions_setting import Control, Key, Shift, hold, left, marked, open_article, presenter, press, reasons, strip
from PySide6.QtCore import Qt
from shell_setting import settle

from maeditor.domain.dismissals import DismissalReason
from maeditor.services import omissions
from maeditor.ui.reader.omission_popups import AsidePopup
from maeditor.ui.window import Window

pytestmark = pytest.mark.usefixtures("figures_counted")


def test_d_asks_why_and_a_letter_answers_and_leads_on(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8)
    press(window, "d")
    assert reasons(window).isVisible()
    press(window, "h")
    assert not reasons(window).isVisible()
    assert left(window) == before[1:]
    assert marked(window) == before[1]
    desk = window.workspace.desk  # type: ignore[union-attr]
    ((_, one),) = omissions.dismissed(desk.runner, desk.selection.article_id)
    assert (one.exact, one.reason) == (before[0], DismissalReason.OFF_TOPIC)


def test_ctrl_z_takes_a_dismissal_back_and_the_dots_return(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, "d", "r")
    assert len(left(window)) == len(before) - 1
    hold(window, Key.Key_Z, Control)
    assert left(window) == before
    assert [each.text for each in presenter(window).account.left] == before
    hold(window, Key.Key_Y, Control)
    assert left(window) == before[1:]


def test_enter_takes_the_marked_reason_and_digits_one_by_its_place(window: Window) -> None:
    press(window, Key.Key_F8, "d", Key.Key_Down, Key.Key_Return, "d", "4")
    desk = window.workspace.desk  # type: ignore[union-attr]
    found = [one.reason for _, one in omissions.dismissed(desk.runner, desk.selection.article_id)]
    assert found == [DismissalReason.CONTEXT, DismissalReason.NO_FIGURE]


def test_another_reason_wants_a_note(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, "d", "a")
    popup = reasons(window)
    assert popup.note.hasFocus()
    press(window, Key.Key_Return)
    assert popup.isVisible()
    assert left(window) == before
    press(window, *"deja dit", Key.Key_Return)
    assert not popup.isVisible()
    desk = window.workspace.desk  # type: ignore[union-attr]
    ((_, one),) = omissions.dismissed(desk.runner, desk.selection.article_id)
    assert (one.reason, one.note) == (DismissalReason.OTHER, "deja dit")


def test_escape_leaves_everything_as_it_was(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, "d", Key.Key_Escape)
    assert not reasons(window).isVisible()
    assert window.workspace.reader.page.surface.hasFocus()  # type: ignore[union-attr]
    assert left(window) == before
    assert marked(window) == before[0]


def test_letters_that_are_no_reason_do_nothing_beneath(window: Window) -> None:
    fact = window.workspace.desk.selection.fact_id  # type: ignore[union-attr]
    press(window, Key.Key_F8, "d", "j", "k", "m", "x")
    assert reasons(window).isVisible()
    assert window.workspace.desk.selection.fact_id == fact  # type: ignore[union-attr]


def test_going_elsewhere_closes_the_reasons(window: Window) -> None:
    press(window, Key.Key_F8, "d")
    window.workspace.facts.list.setFocus(Qt.FocusReason.MouseFocusReason)  # type: ignore[union-attr]
    settle()
    assert not reasons(window).isVisible()
    press(window, Key.Key_F8, "d", Key.Key_F8)
    assert not reasons(window).isVisible()


def test_several_figures_in_a_sentence_go_at_once(window: Window) -> None:
    reader = window.workspace.reader  # type: ignore[union-attr]
    account = presenter(window).account
    first, second = account.left[0], account.left[1]
    reader.select_span(first.start, second.end)
    assert "2 chiffres" in strip(window)
    press(window, "d", "s")
    assert [each.text for each in presenter(window).account.left] == [each.text for each in account.left[2:]]
    hold(window, Key.Key_Z, Control)
    assert len(presenter(window).account.left) == len(account.left)


def test_a_dismissed_figure_marked_again_is_taken_back_by_d(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8)
    span = window.workspace.desk.selection.span  # type: ignore[union-attr]
    assert span is not None
    press(window, "d", "r")
    window.workspace.reader.select_span(*span)  # type: ignore[union-attr]
    assert "écarté · Répète un fait" in strip(window)
    press(window, "d")
    assert left(window) == before


def test_dismissed_figures_are_listed_reached_and_taken_back(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, "d", "r", "d", "s", Key.Key_Escape)
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    assert bar.aside.text() == "2 écartés · 2 écartés d’office"
    bar.aside.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_Space)
    popup: AsidePopup = window.main.findChild(AsidePopup)
    assert popup.isVisible()
    assert popup.list.count() == 4
    assert "heure" in str(popup.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole))
    press(window, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert not popup.isVisible()
    assert marked(window) == before[1]
    press(window, Key.Key_Escape)
    bar.aside.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_Space, Key.Key_Delete)
    assert popup.isVisible(), "what is passed over cannot be taken back"
    press(window, Key.Key_Down, Key.Key_Delete)
    assert left(window) == [before[0], *before[2:]]


def test_d_on_words_without_a_figure_says_so(window: Window) -> None:
    reader = window.workspace.reader  # type: ignore[union-attr]
    start = reader.view.text.index("Serveurs")
    reader.select_span(start, start + 8)
    press(window, "d")
    assert not reasons(window).isVisible()
    assert "F8" in window.main.notices.text


def test_after_the_last_one_the_article_is_settled(window: Window) -> None:
    open_article(window, "L’eau, l’électricité")
    count = len(left(window))
    press(window, Key.Key_F8)
    for _each in range(count):
        press(window, "d", "r")
    assert left(window) == []
    assert strip(window) == "Chaque chiffre est un fait, ou écarté"
    assert marked(window) == ""
    press(window, Key.Key_F8)
    assert marked(window) == ""


def test_shift_dismisses_the_same_figure_everywhere_as_one_action(window: Window) -> None:
    open_article(window, "Tétouan")
    before = left(window)
    assert before.count("first") == 4
    press(window, Key.Key_F8)
    assert marked(window) == "first"
    press(window, "d")
    assert "3" in reasons(window).list.accessibleDescription()
    hold(window, Key.Key_S, Shift)
    assert left(window) == [each for each in before if each != "first"]
    assert "4" in window.main.notices.text
    hold(window, Key.Key_Z, Control)
    assert left(window) == before


def test_what_is_passed_over_can_become_a_fact_and_not_be_taken_back(window: Window) -> None:
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    bar.aside.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Key.Key_Space, Key.Key_Down, Key.Key_Return)
    assert marked(window) == "24h/24"
    assert strip(window) == "«\u00a024h/24\u00a0» · Écarté d’office\u00a0: heure"
    assert bar.fact.isVisible()
    assert not bar.dismiss.isVisible()
