"""In a review the passage asked about stands out, and the rest can still be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from reader_setting import FRENCH, article, line_of, open_pane, picture

from maeditor.domain.anchors import Span
from maeditor.ui.reader.pane import ReaderPane

QUOTE = "une capacité totale"


def _darkest(image: QImage, top: int, bottom: int) -> int:
    return min(image.pixelColor(x, y).lightness() for y in range(max(top, 0), bottom) for x in range(image.width() - 1))


def _darkest_of(pane: ReaderPane, quote: str) -> int:
    _block, line, origin = line_of(pane, FRENCH.index(quote))
    top = origin.y() + round(line.y())
    return _darkest(picture(pane), top, top + 26)


@pytest.mark.parametrize("long", [False, True])
def test_other_paragraphs_are_dimmed_and_come_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, long: bool) -> None:
    """Only the paragraph of the passage keeps its full colour; without a passage all have it again."""
    if long:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    pane = open_pane(qtbot, article(FRENCH))
    theme = pane._theme
    start = FRENCH.index(QUOTE)
    faint, full = theme.colour("text3").lightness(), QColor(theme.colour("text")).lightness()
    pane.set_review_focus(Span(start, start + len(QUOTE)))
    assert _darkest_of(pane, QUOTE) <= full + 12
    assert _darkest_of(pane, "Une longue suite") >= faint - 6
    theme.set_dark(True)
    theme.set_dark(False)
    assert _darkest_of(pane, "Une longue suite") >= faint - 6
    assert _darkest_of(pane, QUOTE) <= full + 12
    pane.set_review_focus(None)
    assert _darkest_of(pane, "Une longue suite") <= full + 12


def test_the_next_article_is_not_dimmed(qtbot: QtBot) -> None:
    """Turning to another article, a person reads it in full colour."""
    pane = open_pane(qtbot, article(FRENCH))
    pane.set_review_focus(Span(0, 5))
    pane.show_article(article(FRENCH + " Encore.", title="Autre"))
    _block, line, origin = line_of(pane, FRENCH.index("Une longue"))
    top = origin.y() + round(line.y())
    assert _darkest(picture(pane), top, top + 26) <= QColor(pane._theme.colour("text")).lightness() + 12
