"""Mouse and keys on the reader: what a person chooses is what the project is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, open_pane, passage, point_on

from maeditor.ui.focus_ring import FocusRing
from maeditor.ui.reader.pane import ReaderPane

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(params=[False, True], ids=["short", "long"])
def opened(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ReaderPane]:
    """Opens a pane on either of the two text widgets."""
    if request.param:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    return lambda *args, **details: open_pane(qtbot, *args, **details)


def _drag(pane: ReaderPane, start: int, end: int) -> None:
    viewport = pane.page.surface.viewport()
    first, last = point_on(pane, start), point_on(pane, end)
    QTest.mousePress(viewport, LEFT, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, pos=last)


def test_dragging_chooses_exactly_the_characters_crossed(opened: Callable[..., ReaderPane]) -> None:
    """A passage drawn with the mouse over emoji is announced once, in code points of the article's text."""
    pane = opened(article(FRENCH))
    start = FRENCH.index("🌊 aura")
    end = FRENCH.index(" postes")
    told: list[tuple[int, int]] = []
    pane.highlighted.connect(lambda first, last: told.append((first, last)))
    _drag(pane, start, end)
    assert told == [(start, end)]
    assert pane.selected_span() == (start, end)
    assert pane.header.new_fact.isVisible()
    assert not pane.header.review.isVisible()


def test_the_button_and_copy_give_the_texts_own_characters(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """No-break spaces survive the clipboard; the new fact begins and ends with a letter or figure."""
    pane = opened(article(FRENCH))
    start = FRENCH.index(" totale de 40")
    _drag(pane, start, FRENCH.index(", avec"))
    QTest.keyClick(pane.page.surface, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == " totale de 40\u00a0MW"
    with qtbot.waitSignal(pane.new_fact_wanted) as wanted:
        QTest.mouseClick(pane.header.new_fact, LEFT)
    assert wanted.args == [start + 1, FRENCH.index(", avec")]


def test_shift_and_arrows_choose(opened: Callable[..., ReaderPane]) -> None:
    """Without a mouse a passage is chosen letter by letter; Escape drops it."""
    pane = opened(article(FRENCH))
    start = FRENCH.index("🔋🔋")
    pane.page.choosing.choose(start, start)
    told: list[tuple[int, int]] = []
    dropped: list[bool] = []
    pane.highlighted.connect(lambda first, last: told.append((first, last)))
    pane.selection_dropped.connect(lambda: dropped.append(True))
    surface = pane.page.surface
    surface.setFocus()
    for _ in range(3):
        QTest.keyClick(surface, Qt.Key.Key_Right, SHIFT)
    assert told == [(start, start + 1), (start, start + 2), (start, start + 3)]
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert pane.selected_span() is None
    assert dropped == [True]


def test_a_choice_grows_and_shrinks_and_moves_by_words(opened: Callable[..., ReaderPane]) -> None:
    """Sentence, paragraph and back; then its ends go word by word and never cross."""
    pane = opened(article(FRENCH))
    word = FRENCH.index("premier poste")
    pane.select_span(word, word + 7)
    pane.grow_selection()
    sentence = pane.selected_span()
    assert sentence is not None
    assert FRENCH[slice(*sentence)] == "Le premier poste ouvre en mars."
    pane.shrink_selection()
    assert pane.selected_span() == (word, word + 7)
    pane.move_bound(last=True, forward=True)
    assert pane.selected_span() == (word, word + len("premier poste"))
    pane.move_bound(last=True, forward=False)
    assert pane.selected_span() == (word, word + 7)
    pane.move_bound(last=True, forward=False)
    assert pane.selected_span() == (word, word + 7)
    pane.move_bound(last=False, forward=False)
    assert pane.selected_span() == (word - 3, word + 7)
    pane.move_bound(last=False, forward=True)
    assert pane.selected_span() == (word, word + 7)
    surface, keys = pane.page.surface, Qt.KeyboardModifier.AltModifier | SHIFT
    surface.setFocus()
    QTest.keyClick(surface, Qt.Key.Key_Right, keys)
    QTest.keyClick(surface, Qt.Key.Key_Home, keys)
    assert pane.selected_span() == (word - 3, word + len("premier poste"))
    QTest.keyClick(surface, Qt.Key.Key_Left, keys)
    QTest.keyClick(surface, Qt.Key.Key_End, keys)
    assert pane.selected_span() == (word, word + 7)


def test_a_title_put_before_the_text_is_no_part_of_it(opened: Callable[..., ReaderPane]) -> None:
    """Choosing letters of a title that the text lacks chooses nothing of the text."""
    pane = opened(article("Un corps de texte.", title="Un titre d’ailleurs"))
    surface = pane.page.surface
    surface.setFocus()
    cursor = surface.textCursor()
    cursor.setPosition(2)
    surface.setTextCursor(cursor)
    QTest.keyClick(surface, Qt.Key.Key_Right, SHIFT)
    assert pane.selected_span() is None
    assert not pane.header.new_fact.isVisible()
    assert pane.header.review.isVisible()


def test_space_turns_pages_and_return_opens(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """The two keys that no shortcut may steal do their work in the text itself."""
    pane = opened(article(FRENCH), height=400)
    surface = pane.page.surface
    surface.setFocus()
    QTest.keyClick(surface, Qt.Key.Key_Space)
    down = surface.verticalScrollBar().value()
    assert down > 0
    QTest.keyClick(surface, Qt.Key.Key_Space, SHIFT)
    assert surface.verticalScrollBar().value() < down
    with qtbot.waitSignal(pane.edit_wanted):
        QTest.keyClick(surface, Qt.Key.Key_Return)


def test_a_click_chooses_the_nearest_passage_and_again_the_next(opened: Callable[..., ReaderPane]) -> None:
    """Where passages lie on one another each can be reached with the mouse."""
    inner, outer = (
        passage(FRENCH, "40\u00a0MW", fact="in"),
        passage(FRENCH, "une capacité totale de 40\u00a0MW", fact="out"),
    )
    pane = opened(article(FRENCH, outer, inner))
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    pane.fact_clicked.connect(pane.select_fact)
    viewport = pane.page.surface.viewport()
    for _ in range(3):
        QTest.mouseClick(viewport, LEFT, pos=point_on(pane, inner.start + 1) + QPoint(2, 0))
    QTest.mouseClick(viewport, LEFT, pos=point_on(pane, outer.start + 2))
    QTest.mouseClick(viewport, LEFT, pos=point_on(pane, FRENCH.index("quatre")))
    assert chosen == ["in", "out", "in", "out"]


def test_the_hand_shows_where_a_click_counts(opened: Callable[..., ReaderPane]) -> None:
    """Over a passage the pointer is a hand, elsewhere a text cursor."""
    highlight = passage(FRENCH, "quatre postes")
    pane = opened(article(FRENCH, highlight))
    pane.page.hovered.emit(QPointF(point_on(pane, highlight.start + 3)))
    assert pane.page.surface.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    pane.page.hovered.emit(QPointF(point_on(pane, FRENCH.index("site"))))
    assert pane.page.surface.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_arabic_is_chosen_in_its_own_order(opened: Callable[..., ReaderPane]) -> None:
    """A choice in an Arabic article is announced in the text's order, figures and Latin names included."""
    pane = opened(article(ARABIC, language="ar"))
    start, end = ARABIC.index("بقدرة"), ARABIC.index("ميغاواط") + 7
    pane.select_span(start, end)
    assert pane.selected_span() == (start, end)
    told: list[tuple[int, int]] = []
    pane.highlighted.connect(lambda first, last: told.append((first, last)))
    # On a broken right-to-left line Qt looks for the mouse up to a space's width beside the letters.
    first, last = ARABIC.index("أعلنت"), ARABIC.index("عن محطة")
    viewport = pane.page.surface.viewport()
    QTest.mousePress(viewport, LEFT, pos=point_on(pane, first) + QPoint(6, 0))
    QTest.mouseMove(viewport, point_on(pane, last))
    QTest.mouseRelease(viewport, LEFT, pos=point_on(pane, last))
    assert told
    assert told[-1][0] == first
    assert abs(told[-1][1] - last) <= 1


def test_the_page_shows_that_the_keyboard_is_on_it(qtbot: QtBot) -> None:
    """Coming by Tab draws a ring; a click into the text does not."""
    pane = open_pane(qtbot, article(FRENCH))
    ring = pane.findChild(FocusRing)
    assert ring is not None
    surface = pane.page.surface
    pane.header.text_size.setFocus()
    surface.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.size() == pane.page.size()
    ring.repaint()
    pane.header.text_size.setFocus()
    assert not ring.isVisible()
    QTest.mouseClick(surface.viewport(), LEFT, pos=point_on(pane, FRENCH.index("site")))
    assert surface.hasFocus()
    assert not ring.isVisible()


def test_no_control_is_unnamed(qtbot: QtBot) -> None:
    """Whoever hears the window hears what each control is."""
    pane = open_pane(qtbot, article(FRENCH))
    for widget in pane.findChildren(object):
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or widget.objectName() == "qt_scrollarea_viewport", widget


def test_a_click_is_enough_to_choose_a_sentence(opened: Callable[..., ReaderPane]) -> None:
    """Click anywhere, M: the sentence; M: the paragraph; nothing beyond it."""
    pane = opened(article(FRENCH))
    place = FRENCH.index("ouvre en mars")
    QTest.mouseClick(pane.page.surface.viewport(), LEFT, pos=point_on(pane, place + 3))
    assert pane.selected_span() is None
    pane.grow_selection()
    span = pane.selected_span()
    assert span is not None
    assert FRENCH[slice(*span)] == "Le premier poste ouvre en mars."
    pane.grow_selection()
    assert pane.selected_span() == span
    pane.shrink_selection()
    assert pane.selected_span() is None
    pane.move_bound(last=True, forward=True)
    assert FRENCH[slice(*(pane.selected_span() or (0, 0)))] == "re"
