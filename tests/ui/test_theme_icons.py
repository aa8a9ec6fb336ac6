"""Icons: each name has a glyph that draws something, in the colour asked for, sharp on a fine screen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.facts.delegate import STATE_ICONS
from maeditor.ui.icons import GLYPHS
from maeditor.ui.theme import Theme

ROOT = Path(__file__).parents[2]
UI = ROOT / "maeditor" / "ui"

AS_THE_LIBRARY = """
import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
application = QApplication([])
from maeditor.ui.icons import GLYPHS
from maeditor.ui.theme import Theme
theme = Theme()
theme.apply(application)
for name, glyph in GLYPHS.items():
    theirs = qtawesome.icon(glyph + "-bold" * glyph.startswith("ph."), color=theme.tokens.accent, scale_factor=1.12)
    for side in (12, 16, 25, 32):
        for mode in QIcon.Mode:
            ours = theme.icon(name, "accent").pixmap(QSize(side, side), 1.0, mode).toImage()
            assert ours == theirs.pixmap(QSize(side, side), 1.0, mode).toImage(), (name, side, mode)
"""


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_icon_draws_in_its_colour(theme: Theme, name: str) -> None:
    image = theme.pixmap(name, "#B0341B", 32, 1.0).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    ]
    assert inked
    wanted = QColor("#B0341B")
    assert all(abs(each.red() - wanted.red()) < 4 and abs(each.blue() - wanted.blue()) < 4 for each in inked)


def test_icons_are_drawn_for_the_screen_they_stand_on(theme: Theme) -> None:
    fine = theme.pixmap("accept", "text", 16, 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (32, 2.0)


def test_states_and_families_differ_by_shape() -> None:
    assert len({GLYPHS[name] for name, _colour in STATE_ICONS.values()}) == len(State)
    assert len({GLYPHS[family.value] for family in Family}) == len(Family)


def test_every_icon_that_the_code_names_exists() -> None:
    asked = set()
    for file in UI.rglob("*.py"):
        asked |= set(re.findall(r"\.(?:icon|pixmap)\(\s*\"([a-z_-]+)\"", file.read_text("utf-8")))
    assert asked
    assert asked <= set(GLYPHS)


def test_the_library_itself_would_draw_them_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", AS_THE_LIBRARY], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_an_icon_of_a_disabled_button_is_pale(theme: Theme) -> None:
    pale, full = (
        theme.icon("accept", "#B0341B").pixmap(QSize(32, 32), 1.0, mode).toImage()
        for mode in (QIcon.Mode.Disabled, QIcon.Mode.Normal)
    )
    assert pale != full
