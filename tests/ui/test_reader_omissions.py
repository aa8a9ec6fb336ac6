"""The figures that no fact accounts for: an editor would miss one, or lose their place among them, if these failed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, columns_of, line_of, open_pane, passage, picture, point_on
from shell_setting import settle

from maeditor.domain.dismissals import DismissalReason
from maeditor.services import library, omissions, reviewing
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.reader import omissions as presenting
from maeditor.ui.reader.omission_popups import AsidePopup, ReasonPopup
from maeditor.ui.reader.omissions import OmissionsPresenter
from maeditor.ui.reader.overview import Overview
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.window import Window

Key, Shift, Control = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def press(window: Window, *keys: Qt.Key | str) -> None:
    """Press keys in the shown window, as a person does."""
    handle = window.main.windowHandle()
    assert handle is not None
    for key in keys:
        QTest.keyClick(handle, key)
        settle()


def hold(window: Window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    settle()


def strip(window: Window) -> str:
    """What the strip says, without the marks that isolate quotes."""
    said = window.workspace.reader.omissions.text.text()  # type: ignore[union-attr]
    return said.replace("\u2068", "").replace("\u2069", "")


def presenter(window: Window) -> OmissionsPresenter:
    assert window.workspace is not None
    return window.workspace.omissions


def left(window: Window) -> list[str]:
    """The figures left, by the store's own account."""
    desk = window.workspace.desk  # type: ignore[union-attr]
    return [each.text for each in omissions.unattached(desk.runner, desk.selection.article_id)]


def marked(window: Window) -> str:
    desk, reader = window.workspace.desk, window.workspace.reader  # type: ignore[union-attr]
    span = desk.selection.span
    return reader.view.text[slice(*span)] if span else ""


def reasons(window: Window) -> ReasonPopup:
    found: ReasonPopup = window.main.findChild(ReasonPopup)
    return found


def open_article(window: Window, part: str) -> None:
    desk = window.workspace.desk  # type: ignore[union-attr]
    card = next(card for card in library.articles(desk.runner) if part in card.title)
    desk.selection.show_article(card.id)
    window.workspace.reader.setFocus()  # type: ignore[union-attr]
    settle()


# The strip and F8


def test_the_strip_counts_the_figures_without_a_fact(window: Window) -> None:
    assert strip(window) == f"{len(left(window))} chiffres sans fait"
    assert window.workspace.reader.omissions.isVisible()  # type: ignore[union-attr]


def test_f8_goes_from_figure_to_figure_and_round_and_shift_f8_back(window: Window) -> None:
    all_of_them = left(window)
    seen = []
    for _each in all_of_them:
        press(window, Key.Key_F8)
        seen.append(marked(window))
    assert seen == all_of_them
    assert strip(window).endswith(f"{len(all_of_them)} sur {len(all_of_them)}")
    press(window, Key.Key_F8)
    assert marked(window) == all_of_them[0]
    hold(window, Key.Key_F8, Shift)
    assert marked(window) == all_of_them[-1]
    hold(window, Key.Key_F8, Shift)
    assert marked(window) == all_of_them[-2]


def test_f8_brings_the_figure_into_view_and_the_keyboard_to_the_text(window: Window) -> None:
    window.workspace.facts.list.setFocus()  # type: ignore[union-attr]
    hold(window, Key.Key_F8, Shift)
    reader = window.workspace.reader  # type: ignore[union-attr]
    assert reader.page.surface.hasFocus()
    span = window.workspace.desk.selection.span  # type: ignore[union-attr]
    assert span is not None
    box = reader.span_box(*span)
    assert reader.page.surface.viewport().rect().contains(reader.page.surface.viewport().mapFromGlobal(box.center()))


def test_f8_begins_where_one_reads(window: Window) -> None:
    reader = window.workspace.reader  # type: ignore[union-attr]
    reader.drop_selection()
    last = presenter(window).account.left[-1]
    reader.page.surface.verticalScrollBar().setValue(reader.page.surface.verticalScrollBar().maximum())
    press(window, Key.Key_F8)
    top = reader.reading_place()[0]
    assert marked(window) == last.text or window.workspace.desk.selection.span[0] >= top  # type: ignore[union-attr,index]


def test_what_f8_marks_is_said_aloud(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(str(event.message())) if hasattr(event, "message") else None,
    )
    press(window, Key.Key_F8)
    assert any(marked(window) in each and "sans fait" in each for each in said)


def test_n_makes_a_fact_of_the_figure_and_the_dots_go(window: Window) -> None:
    before = left(window)
    press(window, Key.Key_F8, Key.Key_F8, Key.Key_F8)
    figure = marked(window)
    press(window, "n")
    popover = window.main.findChild(FactPopover)
    assert popover.isVisible()
    press(window, Key.Key_Escape)
    assert not popover.isVisible()
    assert marked(window) == figure
    assert left(window) == before


# Dismissing


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
    assert bar.aside.text() == "2 écartés · 2 passés"
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
    assert strip(window) == "Tout est rattaché ou écarté"
    assert marked(window) == ""
    press(window, Key.Key_F8)
    assert marked(window) == ""


# An article is done


def ring(window: Window) -> tuple[bool, int | None]:
    card = next(
        card
        for card in window.workspace.sidebar.model.cards  # type: ignore[union-attr]
        if card.id == window.workspace.desk.selection.article_id  # type: ignore[union-attr]
    )
    return card.done, card.unattached


def test_an_article_is_done_when_facts_and_figures_are(window: Window) -> None:
    open_article(window, "L’eau, l’électricité")
    desk = window.workspace.desk  # type: ignore[union-attr]
    views = library.article_facts(desk.runner, desk.selection.article_id)
    desk.act(
        lambda: reviewing.accept_facts(
            desk.runner, [(view.fact.id, None) for view in views if view.fact.reviewer == ""]
        )
    )
    assert ring(window) == (False, 3)
    press(window, Key.Key_F8, "d", "r", "d", "r", "d", "r")
    assert ring(window) == (True, 0)
    hold(window, Key.Key_Z, Control)
    assert ring(window) == (False, 1)


def test_articles_not_open_are_counted_behind_the_window(window: Window, qtbot: QtBot) -> None:
    desk = window.workspace.desk  # type: ignore[union-attr]
    other = next(card for card in library.articles(desk.runner) if "L’eau" in card.title)
    views = library.article_facts(desk.runner, other.id)
    desk.act(
        lambda: reviewing.accept_facts(
            desk.runner, [(view.fact.id, None) for view in views if view.fact.reviewer == ""]
        )
    )
    cards = window.workspace.sidebar.model  # type: ignore[union-attr]

    def counted() -> bool:
        return next(card.unattached for card in cards.cards if card.id == other.id) == 3

    qtbot.waitUntil(counted, timeout=10_000)
    assert "3 chiffres sans fait" in str(cards.index(cards.row_of(other.id), 0).data())


def test_a_long_article_is_counted_behind_the_window(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenting, "AT_ONCE", 10)
    monkeypatch.setattr(presenting, "MANY", 1)
    told: list[bool] = []
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    tell = bar.tell
    monkeypatch.setattr(bar, "tell", lambda state: (told.append(state.counting), tell(state)))
    open_article(window, "Vingt-trois")
    assert told[0], "it does not say that figures are being sought"
    qtbot.waitUntil(lambda: "sans fait" in strip(window), timeout=10_000)
    before = left(window)
    press(window, Key.Key_F8, "d", "r")
    qtbot.waitUntil(lambda: marked(window) == before[1], timeout=10_000)
    assert left(window) == before[1:]


# What is seen


def dots_at(pane: ReaderPane, position: int) -> list[int]:
    """Which columns have a dot in the row of dots under a place of the text."""
    typography = pane.page.surface.sheet.typography
    assert typography is not None
    _block, line, origin = line_of(pane, position)
    y = round(origin.y() + line.y() + line.ascent() + typography.first_lane - 3.2)
    image = picture(pane)
    colour = pane._theme.colour("text3")
    left, right = point_on(pane, position).x() - 2, point_on(pane, position + 5).x() + 2
    return sorted({x for row in (y - 1, y, y + 1) for x in columns_of(image, row, colour, 60) if left <= x <= right})


def test_a_figure_left_is_dotted_from_end_to_end(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH))
    start = FRENCH.index("40\u00a0MW")
    assert dots_at(pane, start) == []
    pane.page.show_dots([(start, start + 5)], visible=True)
    left_edge, right_edge = point_on(pane, start).x(), point_on(pane, start + 5).x()
    found = dots_at(pane, start)
    assert left_edge - 1 <= found[0] <= left_edge + 5
    assert right_edge - 5 <= found[-1] <= right_edge + 1
    assert len(found) < (right_edge - left_edge) * 0.85, "a line, not dots"
    pane.page.show_dots([(start, start + 5)], visible=False)
    assert dots_at(pane, start) == []


def test_arabic_digits_are_dotted_where_they_stand(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(ARABIC, language="ar"))
    start = ARABIC.index("2028")
    pane.page.show_dots([(start, start + 4)], visible=True)
    points: list[QPoint] = []
    surface = pane.page.surface
    for block, origin in surface.visible_blocks():
        shown, typography = surface.sheet.shown, surface.sheet.typography
        assert shown is not None
        assert typography is not None
        points += [(point + origin).toPoint() for point in surface.sheet.dots.points(block, shown, typography)]
    assert len(points) >= 5
    places = {pane.page.text_position(QPoint(point.x(), point.y() - 10).toPointF()) for point in points}
    assert places <= set(range(start, start + 5))


def test_dots_keep_clear_of_an_underline(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH, passage(FRENCH, "totale de 40\u00a0MW")))
    start = FRENCH.index("40\u00a0MW")
    pane.page.show_dots([(start, start + 5)], visible=True)
    sheet = pane.page.surface.sheet
    block, line, _origin = line_of(pane, start)
    assert sheet.shown is not None
    assert sheet.typography is not None
    (piece,) = [each for each in sheet.painting.pieces(block) if each.baseline == line.y() + line.ascent()][:1]
    lowest = max(point.y() for point in sheet.dots.points(block, sheet.shown, sheet.typography)) + 1.1
    assert lowest < piece.baseline + sheet.painting.lane_offset(0) - 1


def test_another_article_has_no_dots_of_the_one_before(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH))
    start = FRENCH.index("40\u00a0MW")
    pane.page.show_dots([(start, start + 5)], visible=True)
    pane.show_article(article(FRENCH))
    assert dots_at(pane, start) == []


def test_the_dots_can_be_left_out(window: Window) -> None:
    dots = window.workspace.reader.page.surface.sheet.dots  # type: ignore[union-attr]
    assert dots.visible
    assert window.commands.actions["toggle-omissions"].isChecked()
    window.commands.actions["toggle-omissions"].trigger()
    assert not window.commands.actions["toggle-omissions"].isChecked()
    assert not window.workspace.reader.page.surface.sheet.dots.visible  # type: ignore[union-attr]
    open_article(window, "Vingt-trois")
    assert not window.workspace.reader.page.surface.sheet.dots.visible  # type: ignore[union-attr]


def test_marks_beside_the_scroll_bar_show_where_figures_are_left(window: Window) -> None:
    overview: Overview = window.main.findChild(Overview)
    assert overview.isVisible()
    assert len(overview.shares) == len(left(window))
    assert list(overview.shares) == sorted(overview.shares)
    reader = window.workspace.reader  # type: ignore[union-attr]
    bar = reader.page.surface.verticalScrollBar()
    assert overview.geometry().right() < reader.page.surface.width() - bar.width()
    hold(window, Key.Key_F8, Shift)
    # Scrolled to the last figure, what is seen is about where its mark stands.
    whole = bar.maximum() + bar.pageStep()
    assert bar.value() / whole - 0.1 <= overview.shares[-1] <= (bar.value() + bar.pageStep()) / whole + 0.1
    window.commands.actions["toggle-omissions"].trigger()
    assert not overview.isVisible()


def test_the_strip_speaks_the_language_and_grows_with_the_text(window: Window) -> None:
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    height = bar.height()
    window.words.set_language("en")
    assert strip(window).endswith("figures without a fact")
    assert bar.next.text() == "Next"
    window.theme.set_scale(1.5)
    settle()
    assert bar.height() > height
    window.theme.set_dark(True)
    settle()


def test_in_a_narrow_pane_the_words_come_before_the_buttons(window: Window) -> None:
    press(window, Key.Key_F8)
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    assert bar.fact.isVisible()
    bar.setFixedWidth(460)
    settle()
    assert not bar.fact.isVisible()
    assert bar.dismiss.isVisible()
    assert bar.text.width() >= bar.text.fontMetrics().horizontalAdvance(bar.text.text())


def test_every_part_of_strip_and_cards_has_a_name(window: Window) -> None:
    press(window, Key.Key_F8, "d")
    popup = reasons(window)
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    for widget in (popup.list, popup.note, bar.aside, bar.fact, bar.dismiss, bar.next):
        assert widget.accessibleName(), widget
    told = popup.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("R, Répète un fait")
    assert QApplication.focusWidget() is popup.list
