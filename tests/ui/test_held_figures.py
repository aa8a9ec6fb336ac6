"""Numbers parted by plain spaces showed turned round in Arabic articles: 300 000 as 000 300."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from maeditor.ui.fact_text import isolated
from maeditor.ui.held_figures import held
from maeditor.ui.reader.shown_text import show_text


def _places(text: str, figures: str) -> list[float]:
    """Where Qt puts the beginning of each figure group in a line read from the right."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()
    groups = figures.split(" ")
    at, places = text.index(groups[0]), list[float]()
    for group in groups:
        where = line.cursorToX(at + 1)
        places.append(where[0] if isinstance(where, tuple) else where)
        at += len(group) + 1
    return places


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("figures", ["312 475", "7 312 475", "٣١٢ ٤٧٥"])
def test_the_groups_of_a_number_stand_from_left_to_right(figures: str) -> None:
    text = f"بلغ الإنتاج {figures} طنا في السنة الماضية."
    assert _places(text, figures) == sorted(_places(text, figures), reverse=True)
    assert _places(held(text), figures) == sorted(_places(held(text), figures))


def test_reader_and_quotes_show_them_held() -> None:
    text = "وظفت الشركة 12 500 عامل."
    assert show_text(text, "").plain.startswith("وظفت الشركة 12\u00a0500")
    assert "12\u00a0500" in isolated(text)


@pytest.mark.parametrize(
    "text", ["Elle emploie 12 500 personnes.", "في 2024 300 عامل", "الرمز 12 5001", "رقم 12 345 67"]
)
def test_other_figures_stay_as_written(text: str) -> None:
    assert held(text) == text


@given(st.text(st.sampled_from("0123456789 ,.عa"), max_size=60))
def test_every_position_stays(text: str) -> None:
    assert held(text).replace("\u00a0", " ") == text
