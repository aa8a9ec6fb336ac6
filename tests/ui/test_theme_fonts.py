"""Typefaces: with the wrong one, weights and figures are lost on machines that have other fonts than ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import fontpkg
import pytest

from maeditor.ui.font_names import renamed

ROOT = Path(__file__).parents[2]

PROBE = """
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication
application = QApplication([])
from maeditor.ui.theme import Theme
theme = Theme()
for language in ("fr", "ar"):
    print(QFontInfo(theme.reading_font(18, 400, language)).family())
print(QFontInfo(theme.ui_font()).family())
for font in (theme.ui_font, theme.reading_font):
    widths = [QFontMetricsF(font(40, weight)).horizontalAdvance("Capacité totale") for weight in (400, 500, 600)]
    assert widths[0] < widths[1] < widths[2], widths
    assert font(40, 600).weight() == 400, "the axis and a heavier weight would embolden twice"
widths = [QFontMetricsF(theme.ui_font(40, weight)).horizontalAdvance("بيانات المغرب") for weight in (400, 500, 600)]
assert len(set(widths)) == 3, "an Arabic title would be as light as the text around it"
plain, columns = QFontMetricsF(theme.ui_font(40)), QFontMetricsF(theme.ui_font(40, tabular=True))
assert columns.horizontalAdvance("111") == columns.horizontalAdvance("888")
assert plain.horizontalAdvance("111") < plain.horizontalAdvance("888")
assert plain.horizontalAdvance("a-b") < columns.horizontalAdvance("a-b"), "tabular figures widen the hyphen"
"""


def probe(tmp_path: Path, *system_fonts: Path) -> list[str]:
    """Run the probe in a process whose system has these fonts and no others."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for font in system_fonts:
        shutil.copy(font, folder)
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir>'
        f"<cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
        "utf-8",
    )
    environment = {
        **os.environ,
        "FONTCONFIG_FILE": str(configuration),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:3]


OURS = ["maeditor Source Serif 4", "maeditor Amiri", "maeditor Inter"]


def test_without_any_font_of_the_system_the_window_has_its_own(tmp_path: Path) -> None:
    assert probe(tmp_path) == OURS


def test_a_system_font_of_the_same_name_does_not_take_the_weights_away(tmp_path: Path) -> None:
    fixed = [file.path for file in fontpkg.family("IBM Plex Sans Arabic").files if file.weight in {400, 700}]
    shadows = []
    for font in fixed:
        shadow = tmp_path / f"Inter-{font.name}"
        shadow.write_bytes(renamed(font.read_bytes(), "Inter"))
        shadows.append(shadow)
    assert probe(tmp_path, *shadows) == OURS


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(ValueError, match="without names"):
        renamed(bytes(12), "Anything")
