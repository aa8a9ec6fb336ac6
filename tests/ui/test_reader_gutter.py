"""A fact in the margin would belong to another line, or only a mouse could reach it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, line_of, open_pane, passage

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.pane import ReaderPane

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[False, True], ids=["short", "long"])
def opened(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ReaderPane]:
    """Opens a pane on either of the two text widgets."""
    if request.param:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    return lambda *args, **details: open_pane(qtbot, *args, **details)


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


def _chip_image(pane: ReaderPane, number: int = 0) -> QImage:
    """A chip as it is painted, with what stands out over it."""
    box = pane.gutter.chips()[number].box.toRect().adjusted(-2, -7, 8, 3)
    return pane.grab().toImage().copy(box.translated(pane.gutter.pos()))


def _share(image: QImage, colour: QColor) -> float:
    """How much of a picture is exactly of a colour."""
    wanted = colour.rgb()
    pixels = [image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())]
    return sum(pixels) / len(pixels)


def test_chips_tell_state_selection_and_warning_without_words(opened: Callable[..., ReaderPane]) -> None:
    """Accepted is filled, proposed is an outline, the selected one has an edge, a conflict and a doubt a triangle."""
    quote = "quatre postes"
    plain = opened(article(FRENCH, passage(FRENCH, quote, Family.COUNT, fact="f")))
    colours, token = plain._theme.family(Family.COUNT), plain._theme.colour
    wash, line = plain._theme.colour_of(colours.wash), plain._theme.colour_of(colours.line)
    assert _share(_chip_image(plain), wash) > 0.15
    assert _share(_chip_image(plain), token("danger")) == 0
    plain.select_fact("f")
    assert _share(_chip_image(plain), line) > 0.02
    proposed = opened(article(FRENCH, passage(FRENCH, quote, Family.COUNT, State.PROPOSED, fact="f")))
    assert _share(_chip_image(proposed), wash) == 0
    assert _share(_chip_image(proposed), token("paper")) > 0.4
    proposed.select_fact("f")
    assert _share(_chip_image(proposed), wash) > 0.15
    torn = opened(article(FRENCH, passage(FRENCH, quote, Family.COUNT, conflicted=True)))
    assert _share(_chip_image(torn), token("danger")) > 0.02
    unsure = opened(article(FRENCH, passage(FRENCH, quote, Family.COUNT, doubtful=True)))
    assert _share(_chip_image(unsure), token("warn")) > 0.02


def test_a_warning_is_whole_beside_arabic_text_too(opened: Callable[..., ReaderPane]) -> None:
    """In the left margin the triangle that stands out over the chip is not cut off."""
    left = opened(article(FRENCH, passage(FRENCH, "quatre postes", conflicted=True)))
    right = opened(article(ARABIC, passage(ARABIC, "محطة جديدة", conflicted=True), language="ar"))
    danger = left._theme.colour("danger")
    assert abs(_share(_chip_image(left), danger) - _share(_chip_image(right), danger)) < 0.01


def test_a_crowded_line_says_how_many_more(opened: Callable[..., ReaderPane]) -> None:
    """Chips, count and the keyboard's ring are all seen; rejected passages have no chip."""
    quotes = ["capacité", "totale", "de 40\u00a0MW", "aura"]
    rejected = passage(FRENCH, "avec", state=State.REJECTED)
    pane = opened(article(FRENCH, rejected, *(passage(FRENCH, quote) for quote in quotes)))
    assert len(pane.gutter.chips()) == 3
    assert _share(_chip_image(pane, 2), pane._theme.colour("paper")) < 0.99
    pane.gutter.setFocus()
    assert _share(_chip_image(pane, 0), pane._theme.colour("focus")) > 0.01
    QTest.mouseMove(pane.gutter, pane.gutter.chips()[0].box.center().toPoint())
    QTest.mouseMove(pane.gutter, pane.gutter.chips()[1].box.center().toPoint())
    assert pane.gutter.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_keys_do_nothing_where_there_are_no_passages(opened: Callable[..., ReaderPane]) -> None:
    """Walking through an empty margin is harmless, and other keys pass on."""
    pane = opened(article(FRENCH))
    pane.gutter.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(pane.gutter, key)
    assert pane.gutter.accessibleDescription() == ""
    QTest.mouseMove(pane.gutter, QPoint(5, 5))
    assert not pane.card.isVisible()


@pytest.mark.parametrize("text", [FRENCH, ARABIC], ids=["left", "right"])
def test_the_ring_around_a_chip_is_whole(qtbot: QtBot, text: str) -> None:
    """A ring cut off at the margin's edge is hard to see where one looks for it."""
    quote, language = ("quatre postes", "fr") if text is FRENCH else ("40 ميغاواط", "ar")
    pane = open_pane(qtbot, article(text, passage(text, quote, fact="one"), language=language))
    pane.gutter.setFocus(Qt.FocusReason.TabFocusReason)
    box, ring = pane.gutter.chips()[0].box.toRect(), pane._theme.colour("focus").rgb()
    image, middle = pane.gutter.grab().toImage(), pane.gutter._shift() + box.center().y()
    for edge in (range(box.left() - 3, box.left()), range(box.right() + 1, box.right() + 4)):
        assert any(image.pixel(x, middle) == ring for x in edge)
