"""A passage would be marked beside its words in every article that holds an emoji."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from maeditor.ui.text_positions import TextPositions

# Surrogates never reach the store; line ends of other systems are made line feeds at import, and U+2029 and the
# noncharacters that Qt takes for frame ends are replaced before Qt sees them.
CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r\u2029\ufdd0\ufdd1")
TEXTS = st.text(
    st.one_of(CHARACTERS, st.sampled_from("\n 😀🧭🏽\u200d\u00a0\u202f\u2028é\U0010ffff")), min_size=0, max_size=60
)


@given(TEXTS)
@example("")
@example("😀")
@example("a😀b")
def test_every_position_comes_back(text: str) -> None:
    """There and back again is the same place, and Qt's length is ours."""
    positions = TextPositions(text)
    assert positions.unit_length == len(text.encode("utf-16-le")) // 2
    for point in range(len(text) + 1):
        unit = positions.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert positions.to_points(unit) == point


@given(TEXTS, st.integers(-5, 200))
def test_no_position_leaves_the_text(text: str, asked: int) -> None:
    """A position from elsewhere is brought to the nearer end instead of failing in the middle of a click."""
    positions = TextPositions(text)
    assert 0 <= positions.to_points(asked) <= len(text)
    assert 0 <= positions.to_units(asked) <= positions.unit_length


def test_middle_of_a_pair_is_its_start() -> None:
    """Half an emoji cannot be chosen."""
    positions = TextPositions("a😀b😀")
    assert [positions.to_points(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_real_selections_hold_exactly_their_characters(qtbot: QtBot) -> None:
    """What Qt selects between converted positions are the code points meant, whatever stands around."""
    document = QTextDocument()

    @given(TEXTS, st.data())
    def selects(text: str, data: st.DataObject) -> None:
        document.setPlainText(text)
        positions = TextPositions(text)
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        cursor = QTextCursor(document)
        cursor.setPosition(positions.to_units(start))
        cursor.setPosition(positions.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        assert positions.to_points(cursor.selectionStart()) == start
        assert positions.to_points(cursor.selectionEnd()) == end
        # Qt gives U+2029 for line ends; everything else must be what the text has there.
        assert cursor.selectedText().replace("\u2029", "\n") == text[start:end]

    selects()
