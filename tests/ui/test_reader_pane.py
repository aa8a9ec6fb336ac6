"""Mouse and keys on the reader: what a person chooses is what the project is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, line_of, open_pane, passage, point_on

from maeditor.domain.articles import Noise
from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.focus_ring import FocusRing
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.surfaces import LongTextEdit, top_unit

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
    assert pane.header.new_fact.isEnabled()


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
    pane.move_end(forward=True)
    assert pane.selected_span() == (word, word + len("premier poste"))
    pane.move_end(forward=False)
    assert pane.selected_span() == (word, word + 7)
    pane.move_end(forward=False)
    assert pane.selected_span() == (word, word + 7)
    pane.move_start(forward=False)
    assert pane.selected_span() == (word - 3, word + 7)
    pane.move_start(forward=True)
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
    assert not pane.header.new_fact.isEnabled()


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


def test_chips_stand_at_the_first_line_of_their_passage(opened: Callable[..., ReaderPane]) -> None:
    """The eye finds the fact of a line beside it; the mouse chooses it there."""
    one = passage(FRENCH, "quatre postes", Family.COUNT, State.PROPOSED, fact="one")
    point = passage(FRENCH, "🧭 Le premier poste", fact="point")
    pane = opened(article(FRENCH, one, point))
    chips = pane.gutter.chips()
    assert [chip.highlights[0].fact_id for chip in chips] == ["one", "point"]
    for chip, place in zip(chips, (one.start, FRENCH.index("Le premier poste")), strict=True):
        _, line, origin = line_of(pane, place)
        assert origin.y() + line.y() < chip.box.center().y() < origin.y() + line.y() + 31
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    top = pane.gutter.mapFromGlobal(pane.page.surface.viewport().mapToGlobal(QPoint(0, 0)))
    QTest.mouseClick(pane.gutter, LEFT, pos=chips[1].box.center().toPoint() + QPoint(0, top.y()))
    assert chosen == ["point"]


def test_more_than_two_chips_become_a_list(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """On a crowded line the rest are counted, and a click on the count lists them by name, as plain text."""
    quotes = ["capacité", "totale", "de 40\u00a0MW", "aura"]
    pane = opened(article(FRENCH, *(passage(FRENCH, quote, fact=f"<b>{quote}</b>&") for quote in quotes)))
    chips = pane.gutter.chips()
    assert [len(chip.highlights) for chip in chips] == [1, 1, 2]
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    QTest.mouseClick(pane.gutter, LEFT, pos=chips[2].box.center().toPoint())
    menu = pane.gutter.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["<b>totale</b>&&", "<b>de 40\u00a0MW</b>&&"]
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["<b>de 40\u00a0MW</b>&"]


def test_the_gutter_works_by_keys_and_speaks(opened: Callable[..., ReaderPane]) -> None:
    """Arrows walk through all passages, scrolling to those out of view; Enter chooses; each is named."""
    far = passage(FRENCH, "Enfin, la fin", Family.PLACE, fact="far")
    near = passage(FRENCH, "quatre postes", fact="near")
    pane = opened(article(FRENCH, far, near), height=420)
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    pane.gutter.setFocus()
    assert pane.gutter.accessibleName()
    assert pane.gutter.accessibleDescription() == "near"
    QTest.keyClick(pane.gutter, Qt.Key.Key_Down)
    assert pane.gutter.accessibleDescription() == "far"
    assert "far" in [chip.highlights[0].fact_id for chip in pane.gutter.chips()]
    QTest.keyClick(pane.gutter, Qt.Key.Key_Return)
    QTest.keyClick(pane.gutter, Qt.Key.Key_Up)
    QTest.keyClick(pane.gutter, Qt.Key.Key_Space)
    assert chosen == ["far", "near"]


def test_a_tip_is_never_taken_for_rich_text(opened: Callable[..., ReaderPane]) -> None:
    """A label from a hostile article is shown letter by letter."""
    pane = opened(article(FRENCH, passage(FRENCH, "aura", fact="<img src=x>")))
    place = pane.gutter.chips()[0].box.center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, pane.gutter.mapToGlobal(place))
    QApplication.sendEvent(pane.gutter, event)
    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()


def test_hidden_lines_are_counted_and_shown_on_a_click(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """The meta line says what is hidden; a click on it brings it back; what was chosen stays chosen."""
    noise = (Noise(FRENCH.index("Menu"), FRENCH.index("Contact") + 7, "menu"),)
    pane = opened(article(FRENCH, noise=noise))
    assert "1 ligne masquée" in pane.page.surface.accessibleDescription()
    pane.select_span(FRENCH.index("quatre"), FRENCH.index("postes"))
    pane.page.surface.viewport().repaint()
    box = pane.page.meta.action_box
    assert not box.isEmpty()
    with qtbot.waitSignal(pane.noise_toggled) as toggled:
        QTest.mouseClick(pane.page.surface.viewport(), LEFT, pos=box.center().toPoint())
    assert toggled.args == [True]
    assert pane.page.shown is not None
    assert "Menu Accueil" in pane.page.shown.plain


def test_refreshes_keep_place_and_choice(opened: Callable[..., ReaderPane]) -> None:
    """Neither new facts, nor another text size, nor showing hidden lines takes the line away that is being read."""
    noise = (Noise(FRENCH.index("Menu"), FRENCH.index("Contact") + 7, "menu"),)
    pane = opened(article(FRENCH, noise=noise), height=420)
    end = FRENCH.index("Enfin")
    pane.page.restore(FRENCH.index("fasse défiler") + 900, 0)
    chosen = (end - 500, end - 480)
    pane.page.choosing.choose(*chosen)
    scrolled = pane.page.surface.verticalScrollBar().value()
    pane.show_facts((passage(FRENCH, "aura"),))
    assert pane.page.surface.verticalScrollBar().value() == scrolled
    shown = pane.page.shown
    assert shown is not None
    read = pane.reading_place()[0]
    pane.show_noise(True)
    assert pane.reading_place()[0] == read
    pane.zoom_in()
    assert pane.zoom == 110
    assert abs(pane.reading_place()[0] - read) < 80
    assert pane.selected_span() == chosen


def test_a_place_far_down_is_brought_into_view(opened: Callable[..., ReaderPane]) -> None:
    """From a fact to its passage: the line stands a third from the top, and does not jump if it is in view already."""
    text = (
        FRENCH
        + "\n\n"
        + "\n\n".join(
            f"Alinéa {n} de la suite, assez long pour une ligne et demie à peu près, oui." for n in range(400)
        )
    )
    pane = opened(article(text))
    place = text.index("Alinéa 370")
    pane.scroll_to(place, place + 10)
    _, line, origin = line_of(pane, place)
    top = origin.y() + line.y()
    height = pane.page.surface.viewport().height()
    assert abs(top - height / 3) <= 62
    before = pane.page.surface.verticalScrollBar().value()
    other = text.index("Alinéa 371")
    pane.scroll_to(other, other + 10)
    assert pane.page.surface.verticalScrollBar().value() == before


def test_a_passage_in_hidden_lines_is_shown_when_wanted(opened: Callable[..., ReaderPane]) -> None:
    """Going to a rejected fact's passage in what is hidden shows the hidden lines."""
    noise = (Noise(FRENCH.index("Menu"), FRENCH.index("Contact") + 7, "menu"),)
    rejected = passage(FRENCH, "Accueil", state=State.REJECTED, fact="no")
    pane = opened(article(FRENCH, rejected, noise=noise))
    assert pane.page.shown is not None
    assert pane.page.shown.hidden == 1
    pane.select_fact("no")
    pane.scroll_to(rejected.start, rejected.end)
    assert pane.page.shown.is_shown(rejected.start, rejected.end)


def test_long_and_short_articles_take_turns(qtbot: QtBot) -> None:
    """Going from a long article to a short one and back shows each whole, with keyboard and gutter on it."""
    long = "\n\n".join(["Une phrase de plus dans un très long document. " * 8] * 900)
    pane = open_pane(qtbot, article(FRENCH, passage(FRENCH, "aura")))
    pane.show_article(article(long, passage(long, "phrase de plus"), title="Long"))
    assert isinstance(pane.page.surface, LongTextEdit)
    assert len(pane.gutter.chips()) == 1
    pane.setFocus()
    assert pane.page.surface.hasFocus()
    pane.show_article(article(FRENCH, passage(FRENCH, "aura")))
    assert not isinstance(pane.page.surface, LongTextEdit)
    assert top_unit(pane.page.surface)[0] == 0
    assert len(pane.gutter.chips()) == 1
    pane.show_nothing()
    assert pane.gutter.chips() == []


def test_lines_are_no_longer_than_asked(qtbot: QtBot) -> None:
    """The measure is a setting; on a narrow window text and gutter still have room."""
    pane = open_pane(qtbot, article(FRENCH), width=1100)
    widths = []
    for measure in ("narrow", "medium", "wide"):
        pane.set_measure(measure)
        widths.append(pane.page.surface.viewport().width())
    assert widths == [510 + 12, 600 + 12, 720 + 12]
    pane.resize(560, 700)
    viewport = pane.page.surface.viewport()
    assert viewport.width() < 460
    assert viewport.mapTo(pane, QPoint(viewport.width(), 0)).x() <= pane.gutter.x()
    assert pane.gutter.x() + 54 <= pane.width()


def test_a_context_menu_is_asked_for_at_the_character(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """The menu of a passage opens on the passage under the mouse."""
    pane = opened(article(FRENCH))
    place = FRENCH.index("quatre")
    with qtbot.waitSignal(pane.menu_wanted) as wanted:
        pane.page.surface.customContextMenuRequested.emit(point_on(pane, place))
    assert wanted.args is not None
    assert wanted.args[0] == place


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


def test_an_article_without_a_language_is_read_in_the_direction_of_its_letters(qtbot: QtBot) -> None:
    """Pasted Arabic text is set from the right although nobody said what it is."""
    pane = open_pane(qtbot, article(ARABIC, language=""))
    assert pane.view.right_to_left
    _, line, _ = line_of(pane, 0)
    assert line.naturalTextRect().right() > pane.page.surface.viewport().width() - 20
    pane.show_article(article(FRENCH, language=""))
    assert not pane.view.right_to_left


def test_no_control_is_unnamed(qtbot: QtBot) -> None:
    """Whoever hears the window hears what each control is."""
    pane = open_pane(qtbot, article(FRENCH))
    for widget in pane.findChildren(object):
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or widget.objectName() == "qt_scrollarea_viewport", widget
