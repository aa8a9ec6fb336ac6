"""Without this a file would come to hold two ideas, and nobody would find either."""

from pathlib import Path

import pytest
from source_tree import code_files, named

MOST_LINES = 350


@pytest.mark.parametrize("path", code_files(), ids=named)
def test_a_file_holds_one_idea(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= MOST_LINES
