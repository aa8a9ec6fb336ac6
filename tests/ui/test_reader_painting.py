"""A highlight would stand beside its words: the one thing that must never happen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit
from pytestqt.qtbot import QtBot
from reader_setting import (
    ARABIC,
    FRENCH,
    article,
    columns_of,
    line_of,
    make_theme,
    make_words,
    open_pane,
    passage,
    picture,
    rows_of,
)

from maeditor.domain.articles import Noise
from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.surfaces import LongTextEdit, ShortTextEdit
from maeditor.ui.reader.view import Highlight

NOISE = (Noise(FRENCH.index("Menu"), FRENCH.index("Contact") + 7, "menu"),)


def _line_colour(pane: ReaderPane, highlight: Highlight) -> QColor:
    return QColor(pane._theme.family(highlight.family).line)


def _underline_row(pane: ReaderPane, highlight: Highlight, lane: int = 0) -> int:
    """The upper of the two pixel rows of an underline."""
    _, line, origin = line_of(pane, highlight.start)
    return round(origin.y() + line.y() + line.ascent() + pane.page.surface.sheet.painting.lane_offset(lane) - 1)


@pytest.mark.parametrize(
    "quote", ["une capacité totale de 40\u00a0MW", "quatre postes", "🌊", "Le premier poste", "aura"]
)
@pytest.mark.parametrize("noise", [(), NOISE])
@pytest.mark.parametrize("long_text", [False, True])
def test_underlines_are_exactly_on_their_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, quote: str, noise: tuple[Noise, ...], long_text: bool
) -> None:
    """Emoji before and inside, hidden lines, list marks: the painted pixels run from the first to the last letter."""
    if long_text:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    highlight = passage(FRENCH, quote)
    pane = open_pane(qtbot, article(FRENCH, highlight, noise=noise))
    assert isinstance(pane.page.surface, LongTextEdit if long_text else ShortTextEdit)
    image = picture(pane)
    found = columns_of(image, _underline_row(pane, highlight), _line_colour(pane, highlight))
    block, line, origin = line_of(pane, highlight.start)
    # Counted here in UTF-16 directly, not by our own conversion.
    text = block.text().encode("utf-16-le")
    at = text.index(quote.split("\u00a0", maxsplit=1)[0].encode("utf-16-le")) // 2
    left, _ = line.cursorToX(at)
    right, _ = line.cursorToX(at + len(quote.encode("utf-16-le")) // 2)
    assert found, "no underline was painted"
    assert abs(found[0] - (origin.x() + left)) <= 1
    assert abs(found[-1] + 1 - (origin.x() + right)) <= 1
    assert found == list(range(found[0], found[-1] + 1))


def test_lanes_lie_four_pixels_apart_and_keep_clear_of_letters(qtbot: QtBot) -> None:
    """Three passages on one another are three lines, the shortest nearest to the text, none on another."""
    inner = passage(FRENCH, "40\u00a0MW", Family.CAPACITY)
    middle = passage(FRENCH, "totale de 40\u00a0MW", Family.COUNT)
    outer = passage(FRENCH, "aura une capacité totale de 40\u00a0MW", Family.RANK)
    pane = open_pane(qtbot, article(FRENCH, outer, inner, middle))
    image = picture(pane)
    _, line, origin = line_of(pane, inner.start)
    x = round(origin.x() + line.cursorToX(line.textStart())[0])
    baseline = origin.y() + line.y() + line.ascent()
    tops = []
    for highlight in (inner, middle, outer):
        rows = rows_of(image, _line_colour(pane, highlight), x, image.width())
        assert len(rows) == 2
        tops.append(rows[0])
    assert [round(top + 1 - baseline - 7.5) for top in tops] == [0, 4, 8]


def test_a_passage_over_two_lines_keeps_its_lane(qtbot: QtBot) -> None:
    """Where the shorter passage has ended, the longer one does not jump up to the text."""
    start = FRENCH.index("Le parc 🌊")
    end = FRENCH.index("première année") + 14
    long = Highlight("l", "l", start, end, Family.COUNT, State.ACCEPTED)
    short = passage(FRENCH, "aura une capacité")
    pane = open_pane(qtbot, article(FRENCH, long, short))
    painting = pane.page.surface.sheet.painting
    lanes = [
        (painting.seen(piece.highlight).fact_id, piece.lane)
        for block, _ in pane.page.surface.visible_blocks()
        for piece in painting.pieces(block)
    ]
    assert len(lanes) > 3
    assert {lane for fact, lane in lanes if fact == "l"} == {1}
    assert {lane for fact, lane in lanes if fact != "l"} == {0}


def test_states_are_told_by_the_line(qtbot: QtBot) -> None:
    """Proposed is dashed, accepted is solid, rejected is not there: told without colour."""
    quote = "une capacité totale de 40\u00a0MW"
    seen = {}
    for state in State:
        highlight = passage(FRENCH, quote, state=state)
        pane = open_pane(qtbot, article(FRENCH, highlight))
        seen[state] = columns_of(picture(pane), _underline_row(pane, highlight), _line_colour(pane, highlight))
    solid = seen[State.ACCEPTED]
    assert solid == list(range(solid[0], solid[-1] + 1))
    assert seen[State.CORRECTED] == solid
    assert 0.4 < len(seen[State.PROPOSED]) / len(solid) < 0.8
    assert seen[State.PROPOSED][0] == solid[0]
    assert seen[State.DEFERRED] == seen[State.PROPOSED]
    assert seen[State.REJECTED] == []


def test_only_the_selected_fact_has_a_wash(qtbot: QtBot) -> None:
    """One thing is in hand at a time; choosing another moves the wash, and choosing none removes it."""
    one, other = passage(FRENCH, "une capacité totale"), passage(FRENCH, "quatre postes", Family.COUNT)
    pane = open_pane(qtbot, article(FRENCH, one, other))

    def washed(highlight: Highlight) -> bool:
        wash = QColor(pane._theme.family(highlight.family).wash)
        _, line, origin = line_of(pane, highlight.start)
        return bool(columns_of(picture(pane), round(origin.y() + line.y() + line.ascent() - 16), wash))

    assert (washed(one), washed(other)) == (False, False)
    pane.select_fact(one.fact_id)
    assert (washed(one), washed(other)) == (True, False)
    pane.select_fact(other.fact_id)
    assert (washed(one), washed(other)) == (False, True)
    pane.select_fact("")
    assert (washed(one), washed(other)) == (False, False)


def _ink_of(pane: ReaderPane, position: int, quote: str) -> tuple[set[int], set[int]]:
    """Pixel columns of a quote's letters and of all others on its line, as Qt itself tells them apart by colour."""
    block, line, origin = line_of(pane, position)
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(block)
    first = block.position() + block.text().replace("\u00a0", " ").index(quote)
    cursor.setPosition(first)
    cursor.setPosition(first + len(quote), QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setForeground(QColor("#ff0000"))
    selection.cursor, selection.format = cursor, look
    pane.page.surface.setExtraSelections([selection])
    image = picture(pane)
    pane.page.surface.setExtraSelections([])
    rows = range(round(origin.y() + line.y() + 2), round(origin.y() + line.y() + line.ascent() + 5))
    mine: set[int] = set()
    others: set[int] = set()
    for x in range(image.width()):
        for y in rows:
            colour = image.pixelColor(x, y)
            if colour.red() > colour.green() + 90:
                mine.add(x)
            elif colour.lightness() < 120:
                others.add(x)
    return mine, others


@pytest.mark.parametrize("quote", ["محطة جديدة", "Nord Énergie", "الشركة Nord", "بقدرة 40 ميغاواط", "بند أول"])
@pytest.mark.parametrize("long_text", [False, True])
def test_right_to_left_underlines_cover_their_letters(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, quote: str, long_text: bool
) -> None:
    """In Arabic, with Latin names and figures inside, each letter of the passage is underlined and no other."""
    if long_text:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    start = ARABIC.index(quote, ARABIC.index("\n"))
    highlight = Highlight("f", "e", start, start + len(quote), Family.ACTOR, State.ACCEPTED)
    pane = open_pane(qtbot, article(ARABIC, highlight, language="ar"))
    found = set(columns_of(picture(pane), _underline_row(pane, highlight), _line_colour(pane, highlight)))
    mine, others = _ink_of(pane, start, quote)
    assert found, "no underline was painted"
    # Letters may hang over their place by a pixel or two.
    assert len(mine - found) <= 4
    assert len((others - mine) & found) <= 4
    assert all(any(abs(x - ink) <= 9 for ink in mine) for x in found)


def test_arabic_stands_on_the_right_with_the_gutter_on_the_left(qtbot: QtBot) -> None:
    """An Arabic article is read from the right, and its facts stand in the left margin."""
    highlight = passage(ARABIC, "محطة جديدة")
    pane = open_pane(qtbot, article(ARABIC, highlight, language="ar"))
    viewport = pane.page.surface.viewport()
    assert pane.gutter.geometry().right() < viewport.mapTo(pane, viewport.rect().topLeft()).x() + 10
    _, line, _ = line_of(pane, 0)
    ink = line.naturalTextRect()
    assert ink.right() > viewport.width() - 20
    pane.show_article(article(FRENCH))
    assert pane.gutter.x() > viewport.width() / 2
    _, line, _ = line_of(pane, 0)
    assert line.naturalTextRect().left() < 20


@pytest.mark.parametrize(("letters", "lanes"), [("Dalles, billets, dahlias et flots", 3), ("ÉÀÔ, ÂÎÈ, ÖÜÄ", 2)])
def test_underlines_never_touch_the_next_line(qtbot: QtBot, letters: str, lanes: int) -> None:
    """In a 400 KB article, which QPlainTextEdit sets, lanes end above the letters of the next line.

    Three lanes clear ascenders; accented capitals, which are taller, are cleared by two.
    """
    text = "\n\n".join([" ".join([letters] * 60)] * 700)[:420_000]
    highlights = [
        Highlight(f"f{n}", f"e{n}", 20 + 2 * n, 700 - 2 * n, family, State.ACCEPTED)
        for n, family in enumerate((Family.CAPACITY, Family.COUNT, Family.RANK)[:lanes])
    ]
    view = article(text, *highlights, title="Un titre")
    pane = open_pane(qtbot, view)
    assert isinstance(pane.page.surface, LongTextEdit)
    with_lines = picture(pane)
    block, _, origin = line_of(pane, 200)
    pane.show_facts(())
    ink = picture(pane)
    paper = QColor(pane._theme.colour("paper")).rgb()
    assert block.layout().lineCount() >= 8
    for number in range(1, 6):
        here, below = block.layout().lineAt(number), block.layout().lineAt(number + 1)
        assert below.y() - here.y() == 31
        baseline = round(origin.y() + here.y() + here.ascent())
        drawn = [
            y for y in range(baseline + 3, baseline + 31)
            if sum(with_lines.pixel(x, y) != ink.pixel(x, y) for x in range(10, 400)) > 200
        ]  # fmt: skip
        assert len(drawn) == 2 * lanes
        letters_below = [
            y for y in range(baseline + 9, baseline + 28) if any(ink.pixel(x, y) != paper for x in range(10, 560))
        ]
        assert drawn[-1] < min(letters_below)


def test_the_page_is_one_sheet_of_paper(qtbot: QtBot) -> None:
    """Under the application's style sheet, column and margins have one colour, and the choice has its own."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = make_theme()
    theme.apply(application)
    pane = ReaderPane(theme, make_words())
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QSplitter())
    window.centralWidget().addWidget(pane)  # coming into a window, Qt would take our colours away
    window.resize(900, 534)
    window.show()
    pane.show_article(article(FRENCH))
    for dark in (False, True):
        theme.set_dark(dark)
        pane.select_span(FRENCH.index("une capacité"), FRENCH.index("totale"))
        image = pane.grab().toImage()
        row = image.height() - pane.omissions.height() - 3
        grounds = {image.pixelColor(x, row).name() for x in (2, pane.gutter.x() - 30, pane.gutter.x() + 60)}
        assert grounds == {theme.colour("paper").name()}
        _, line, origin = line_of(pane, FRENCH.index("une capacité"))
        middle = round(origin.y() + line.y() + line.ascent() - 2)
        assert columns_of(picture(pane), middle, theme.colour("sel_text"))
    application.setStyleSheet("")


def test_a_theme_switch_recolours_everything(qtbot: QtBot) -> None:
    """Paper, letters, underlines and shown noise follow from light to dark at once."""
    highlight = passage(FRENCH, "une capacité totale")
    pane = open_pane(qtbot, article(FRENCH, highlight, noise=NOISE))
    pane.show_noise(True)
    light_line = _line_colour(pane, highlight)
    assert picture(pane).pixelColor(1, 1) == QColor(pane._theme.colour("paper"))
    switch_theme(pane)
    image = picture(pane)
    assert image.pixelColor(1, 1) == QColor(pane._theme.colour("paper"))
    assert image.pixelColor(1, 1).lightness() < 60
    row = _underline_row(pane, highlight)
    assert columns_of(image, row, _line_colour(pane, highlight))
    assert not columns_of(image, row, light_line)
    _, line, origin = line_of(pane, FRENCH.index("Menu"))
    rows = range(round(origin.y() + line.y()), round(origin.y() + line.y() + line.height()))
    brightest = max(image.pixelColor(x, y).lightness() for y in rows for x in range(6, 60))
    assert brightest > 120, "noise stays readable on dark paper"


def switch_theme(pane: ReaderPane) -> None:
    """From light to dark."""
    pane._theme.set_dark(True)


def test_characters_that_turn_the_reading_direction_are_flagged(qtbot: QtBot) -> None:
    """A hidden control that makes 12 look like 21 does not pass unseen; one that keeps order warns of nothing."""
    plain = "Un titre\n\nLa valeur est de 12 MW."
    turned = plain.replace("12", "\u202e12\u202c")
    kept = plain.replace("12", "\u206812\u2069")
    warn = {}
    for text in (plain, turned, kept):
        pane = open_pane(qtbot, article(text))
        image = picture(pane)
        warn[text] = sum(len(columns_of(image, y, pane._theme.colour("warn"), 8)) for y in range(60, 160))
    assert warn[plain] == warn[kept] == 0
    assert warn[turned] > 20


def test_a_list_mark_stands_before_each_item(qtbot: QtBot) -> None:
    """Marks are painted in the margin of the list, on the side where reading begins."""
    pane = open_pane(qtbot, article(FRENCH))
    for place in (FRENCH.index("Le premier"), FRENCH.index("Le deuxième")):
        _, line, origin = line_of(pane, place)
        middle = round(origin.y() + line.y() + line.ascent() - 5.5)
        assert columns_of(picture(pane), middle, pane._theme.colour("text3"), 30)[0] < origin.x() + line.x()


def test_a_passage_found_in_hidden_lines_brings_its_line_back(qtbot: QtBot) -> None:
    """A fact accepted in what was taken for noise is underlined at once."""
    pane = open_pane(qtbot, article(FRENCH, noise=NOISE))
    highlight = passage(FRENCH, "Accueil")
    pane.show_facts((highlight,))
    found = columns_of(picture(pane), _underline_row(pane, highlight), _line_colour(pane, highlight))
    assert found
