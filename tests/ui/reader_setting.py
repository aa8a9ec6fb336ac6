"""What the reader's tests stand on: a theme, words, articles with passages, and eyes for pixels."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextLine
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

FRENCH = (
    "Un parc au bord de la mer\n\n"
    "Menu Accueil Contact\n\n"
    "Ce qu’il faut savoir\n\n"
    "Le parc 🌊 aura une capacité totale de 40\u00a0MW, avec 🔋🔋 quatre postes de stockage répartis sur le site, et "
    "une ligne neuve vers la ville voisine qui doit en prendre la plus grande part dès la première année.\n\n"
    "• 🧭 Le premier poste ouvre en mars.\n"
    "• Le deuxième ouvre en juin.\n\n"
    + "Une longue suite de phrases sans chiffre remplit la page pour qu’on la fasse défiler. " * 40
    + "\n\nEnfin, la fin."
)
ARABIC = (
    "محطة على البحر\n\n"
    "أعلنت الشركة Nord Énergie عن محطة جديدة بقدرة 40 ميغاواط في المدينة الساحلية، على أن تفتح أبوابها سنة 2028.\n\n"
    "• بند أول في القائمة"
)


def passage(
    text: str,
    quote: str,
    family: Family = Family.CAPACITY,
    state: State = State.ACCEPTED,
    *,
    fact: str = "",
    conflicted: bool = False,
    doubtful: bool = False,
) -> Highlight:
    """A passage on the first place where a quote stands."""
    start = text.index(quote)
    name = fact or quote
    return Highlight(name, f"{name}:{start}", start, start + len(quote), family, state, name, conflicted, doubtful)


def article(text: str, *highlights: Highlight, language: str = "fr", title: str = "", **details: object) -> ArticleView:
    """An article whose title is its first line."""
    named = title or text.split("\n", 1)[0]
    return ArticleView("a1", named, text, language=language, highlights=highlights, **details)  # type: ignore[arg-type]


def open_pane(qtbot: QtBot, view: ArticleView | None = None, *, width: int = 780, height: int = 700) -> ReaderPane:
    """A shown pane with a theme of its own."""
    pane = ReaderPane(make_theme(), make_words())
    qtbot.addWidget(pane)
    pane.resize(width, height)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    if view is not None:
        pane.show_article(view)
    return pane


def make_theme() -> Theme:
    """The light theme."""
    return Theme()


def make_words() -> Words:
    """French."""
    return Words("fr")


def picture(pane: ReaderPane) -> QImage:
    """The text's viewport as it is painted, one pixel a pixel."""
    return pane.page.surface.viewport().grab().toImage()


def line_of(pane: ReaderPane, position: int) -> tuple[QTextBlock, QTextLine, QPoint]:
    """Block, line and the block's origin (viewport) of a place of the text that is in view."""
    shown = pane.page.shown
    assert shown is not None
    unit = shown.positions.to_units(shown.shown_start(position))
    for block, origin in pane.page.surface.visible_blocks():
        if block.position() <= unit < block.position() + block.length():
            return block, block.layout().lineForTextPosition(unit - block.position()), origin.toPoint()
    message = f"{position} is not in view"
    raise AssertionError(message)


def point_on(pane: ReaderPane, position: int) -> QPoint:
    """The middle of the left edge of a character, in the viewport."""
    shown = pane.page.shown
    assert shown is not None
    block, line, origin = line_of(pane, position)
    at = shown.positions.to_units(shown.shown_start(position)) - block.position()
    x, _ = line.cursorToX(at)
    return QPoint(round(origin.x() + x), round(origin.y() + line.y() + line.ascent() - 5))


def columns_of(image: QImage, y: int, colour: QColor, tolerance: int = 3) -> list[int]:
    """Which pixels of a row have a colour."""
    found = []
    for x in range(image.width()):
        pixel = image.pixelColor(x, y)
        if (
            abs(pixel.red() - colour.red()) <= tolerance
            and abs(pixel.green() - colour.green()) <= tolerance
            and abs(pixel.blue() - colour.blue()) <= tolerance
        ):
            found.append(x)
    return found


def rows_of(image: QImage, colour: QColor, left: int, right: int) -> list[int]:
    """Which rows have a colour between two columns."""
    wanted = colour.rgb()
    return [y for y in range(image.height()) if any(image.pixel(x, y) == wanted for x in range(left, right))]
