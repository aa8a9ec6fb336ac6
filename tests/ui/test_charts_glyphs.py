"""Marks that look alike would say the same of different facts: each is drawn and compared pixel by pixel."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui.charts.glyphs import draw_flag, draw_mark
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import PlacedMark, extent
from maeditor.ui.charts.marks import Mark
from maeditor.ui.theme import Theme

WIDTH, HEIGHT = 220, 40
TELLING = 24
"""So many pixels must differ clearly."""


def drawn(
    comparator: Comparator, lifecycle: Lifecycle, reviewed: bool, *, dark: bool = False, ratio: int = 2
) -> QImage:
    image = QImage(WIDTH * ratio, HEIGHT * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    inks = Inks.of(Theme(dark=dark))
    image.fill(inks.paper)
    mark = Mark("f", 1, 1, comparator, lifecycle, reviewed, False, False, "", "")
    low, high = (80.0, 140.0) if comparator is Comparator.RANGE else (110.0, 110.0)
    left, right = extent(mark, low, high, 1.0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, PlacedMark(mark, low, high, HEIGHT / 2, left, right, 0, 0), inks)
    painter.end()
    return image


def difference(one: QImage, other: QImage, *, grey: bool = False) -> int:
    """How many pixels are clearly different; in ``grey`` colours do not count."""
    if grey:
        one, other = (each.convertToFormat(QImage.Format.Format_Grayscale8) for each in (one, other))
    found = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            found += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > 60
    return found


@pytest.mark.parametrize("reviewed", [True, False])
def test_every_way_of_bounding_looks_different(qtbot: QtBot, reviewed: bool) -> None:
    """``≤ 500`` read as ``500`` is a wrong figure in print."""
    images = {each: drawn(each, Lifecycle.PLANNED, reviewed, ratio=1) for each in Comparator}
    for one, other in combinations(Comparator, 2):
        assert difference(images[one], images[other]) >= TELLING / 2, (one, other)


@pytest.mark.parametrize("comparator", [Comparator.EQUAL, Comparator.RANGE, Comparator.AT_MOST])
def test_how_far_a_thing_is_shows_without_colour(qtbot: QtBot, comparator: Comparator) -> None:
    """Planned must never pass for operational, also in a black and white print."""
    images = {each: drawn(comparator, each, True) for each in Lifecycle}
    for one, other in combinations(Lifecycle, 2):
        assert difference(images[one], images[other], grey=True) >= TELLING / 2, (one, other)


def test_what_nobody_reviewed_is_dashed(qtbot: QtBot) -> None:
    for comparator, lifecycle in product(Comparator, Lifecycle):
        reviewed, proposed = drawn(comparator, lifecycle, True, ratio=1), drawn(comparator, lifecycle, False, ratio=1)
        assert difference(reviewed, proposed) >= TELLING / 4, (comparator, lifecycle)


def test_at_least_is_at_most_mirrored(qtbot: QtBot) -> None:
    most = drawn(Comparator.AT_MOST, Lifecycle.PLANNED, True)
    least = drawn(Comparator.AT_LEAST, Lifecycle.PLANNED, True)
    assert difference(most.flipped(), least) == 0 or difference(_mirrored(most), least) < TELLING


def _mirrored(image: QImage) -> QImage:
    from PySide6.QtCore import Qt

    return image.flipped(Qt.Orientation.Horizontal)


def test_the_ceiling_fades_towards_where_the_value_may_lie(qtbot: QtBot) -> None:
    image = drawn(Comparator.AT_MOST, Lifecycle.OPERATIONAL, True, ratio=1)
    y = HEIGHT // 2
    darkness = [255 - image.pixelColor(x, y).red() for x in (30, 55, 80)]
    assert darkness[0] < darkness[1] < darkness[2]
    assert 255 - image.pixelColor(125, y).red() < 10


def test_a_mark_is_as_large_on_a_fine_screen(qtbot: QtBot) -> None:
    """Sizes are logical pixels: on a screen of twice the density a mark has twice the pixels, not half the size."""
    coarse = drawn(Comparator.EQUAL, Lifecycle.OPERATIONAL, True, ratio=1)
    fine = drawn(Comparator.EQUAL, Lifecycle.OPERATIONAL, True, ratio=2)
    paper = Inks.of(Theme()).paper.rgb()
    wide = [sum(image.pixel(x, image.height() // 2) != paper for x in range(image.width())) for image in (coarse, fine)]
    assert abs(wide[1] - 2 * wide[0]) <= 3
    assert 13 <= wide[0] <= 16


@pytest.mark.parametrize("beyond_low", [True, False])
def test_an_arrowhead_tells_that_a_value_is_elsewhere(qtbot: QtBot, beyond_low: bool) -> None:
    """A disc at the plot's edge without one would be read as a value there."""
    images = []
    for outside in (True, False):
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        inks = Inks.of(Theme())
        image.fill(inks.paper)
        mark = Mark("f", 1, 1, Comparator.EQUAL, Lifecycle.OPERATIONAL, True, False, False, "", "")
        low, high = outside and beyond_low, outside and not beyond_low
        placed = PlacedMark(mark, 110, 110, HEIGHT / 2, 91, 129, 0, 0, 1.0, low, high)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, placed, inks)
        painter.end()
        images.append(image)
    assert difference(*images) >= TELLING / 2
    side = [x for x in range(WIDTH) if images[0].pixelColor(x, HEIGHT // 2) != images[1].pixelColor(x, HEIGHT // 2)]
    assert (max(side) < 100) if beyond_low else (min(side) > 120)


def test_the_warning_triangle_is_drawn(qtbot: QtBot) -> None:
    inks = Inks.of(Theme())
    image = QImage(15, 15, QImage.Format.Format_RGB32)
    image.fill(inks.paper)
    painter = QPainter(image)
    draw_flag(painter, QRectF(0, 0, 15, 15), inks.warn, inks.paper)
    painter.end()
    assert any(image.pixelColor(x, 12) == inks.warn for x in range(15))
