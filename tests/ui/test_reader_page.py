"""The line being read would jump away when anything around it changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, line_of, make_words, open_pane, passage

from maeditor.domain.articles import Noise
from maeditor.domain.facts import State
from maeditor.ui.reader.meta_line import written_date
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.size_menu import larger, smaller
from maeditor.ui.reader.surfaces import LongTextEdit, top_unit

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[False, True], ids=["short", "long"])
def opened(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ReaderPane]:
    """Opens a pane on either of the two text widgets."""
    if request.param:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    return lambda *args, **details: open_pane(qtbot, *args, **details)


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
    pane.set_zoom(larger(pane.zoom))
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


def test_an_article_without_a_language_is_read_in_the_direction_of_its_letters(qtbot: QtBot) -> None:
    """Pasted Arabic text is set from the right although nobody said what it is."""
    pane = open_pane(qtbot, article(ARABIC, language=""))
    assert pane.view.right_to_left
    _, line, _ = line_of(pane, 0)
    assert line.naturalTextRect().right() > pane.page.surface.viewport().width() - 20
    pane.show_article(article(FRENCH, language=""))
    assert not pane.view.right_to_left


def test_text_size_and_measure_are_chosen_from_the_menu(qtbot: QtBot) -> None:
    """Larger text and longer lines are a click away, and the menu says what is on."""
    pane = open_pane(qtbot, article(FRENCH), width=1200)
    sizes: list[int] = []
    pane.zoom_changed.connect(sizes.append)

    def choose(number: int) -> None:
        QTest.mouseClick(pane.header.text_size, LEFT)
        menu = pane.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(menu, QMenu)
        actions = [action for action in menu.actions() if not action.isSeparator()]
        menu.setActiveAction(actions[number])
        QTest.keyClick(menu, Qt.Key.Key_Return)

    choose(0)
    choose(0)
    choose(1)
    choose(2)
    assert sizes == [110, 125, 110, 100]
    choose(5)
    assert pane.measure == "wide"
    pane.set_zoom(smaller(pane.zoom))
    assert pane.zoom == 90
    pane.set_zoom(5_000)
    assert pane.zoom == 200


def test_the_wheel_over_the_gutter_scrolls_the_text(opened: Callable[..., ReaderPane]) -> None:
    """The margin is part of the page."""
    pane = opened(article(FRENCH), height=400)
    place = QPointF(10, 50)
    for _ in range(3):
        event = QWheelEvent(
            place, QPointF(pane.gutter.mapToGlobal(place.toPoint())), QPoint(0, 0), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(pane.gutter, event)
    assert pane.page.surface.verticalScrollBar().value() > 0


def test_everything_grows_with_the_theme(qtbot: QtBot) -> None:
    """Who needs a larger window gets a larger page: lines, chips, header; what is read stays in place."""
    pane = open_pane(qtbot, article(FRENCH, passage(FRENCH, "quatre postes")), width=1200)
    _, line, _ = line_of(pane, FRENCH.index("quatre"))
    before, header, chip = line.height(), pane.header.height(), pane.gutter.chips()[0].box.height()
    pane._theme.set_scale(1.5)
    _, line, _ = line_of(pane, FRENCH.index("quatre"))
    assert line.height() > 1.4 * before
    assert pane.header.height() == round(header * 1.5)
    assert pane.gutter.chips()[0].box.height() == chip * 1.5


def test_without_an_article_the_page_says_what_to_do(qtbot: QtBot) -> None:
    """An empty project is no blank wall, in either language."""
    pane = open_pane(qtbot)
    page = pane.page.currentWidget()
    assert page.accessibleName() == "Glissez des articles ici"
    button = pane.page.blank.button
    assert (button.text(), button._key) == ("Importer des fichiers", "Ctrl I")
    with qtbot.waitSignal(pane.import_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    pane._words.set_language("en")
    assert (page.accessibleName(), button.accessibleName()) == ("Drop articles here", "Import files")
    paper = pane.grab().toImage()
    assert len({paper.pixelColor(x, y).name() for x in range(200, 580, 3) for y in range(250, 400, 3)}) > 3
    pane.show_article(article(FRENCH))
    assert pane.page.currentWidget() is pane.page.surface


def test_dates_are_written_as_people_write_them(qtbot: QtBot) -> None:
    """The line above the title gives the date with the precision that the source has."""
    words = make_words()
    written = [
        written_date(each, words) for each in ("2026-02-12", "2026-08-01", "2026-11", "2026", "2026-13-01", "2026~")
    ]
    assert written == ["12 févr. 2026", "1ᵉʳ août 2026", "nov. 2026", "2026", "2026-13-01", "2026~"]
