"""A table whose quote nothing closes is told as damaged; what sloppy programs write is read all the same."""

import pytest

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.delimited import records


def test_an_endless_quote_is_no_long_cell():
    with pytest.raises(UnreadableFileError) as refused:
        list(records('texte;titre\n"a\nb;c\n', ";", "f.csv", "document_is_damaged"))
    assert refused.value.details["name"] == "f.csv"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a;"b"c\n', [["a", "bc"]]),
        ('a;"b" \n', [["a", "b "]]),
        ('a;b"c\n', [["a", 'b"c']]),
        ('a;"b\nc"\r\nd;e', [["a", "b\nc"], ["d", "e"]]),
        ('"' + "x" * 200_000 + '";y', [["x" * 200_000, "y"]]),
    ],
)
def test_everything_else_is_read(text, rows):
    assert list(records(text, ";", "f.csv", "document_is_damaged")) == rows
