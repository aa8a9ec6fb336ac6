"""From fact to fact in the text: what is walked to is read with what stands around it, and where one was reading."""

from __future__ import annotations

import pytest
from omissions_setting import press
from PySide6.QtCore import QPoint
from shell_setting import settle

from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


def opened(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.mark.parametrize("key", ["j", "k"])
def test_each_fact_walked_to_is_seen_whole_with_a_line_above_it(window: Window, key: str) -> None:
    reader, selection = opened(window).reader, opened(window).desk.selection
    reader.setFocus()
    bar, viewport = reader.page.surface.verticalScrollBar(), reader.page.surface.viewport()
    walk = list(dict.fromkeys(each.fact_id for each in sorted(reader.view.highlights, key=lambda each: each.start)))
    selection.show_fact(walk[0 if key == "j" else -1])
    bar.setValue(0 if key == "j" else bar.maximum())
    typography = reader.page.surface.sheet.typography
    assert typography is not None
    walked = set()
    for _fact in range(30):
        press(window, key)
        fact = selection.fact_id
        walked.add(fact)
        spans = [(each.start, each.end) for each in reader.view.highlights if each.fact_id == fact]
        boxes = [reader.span_box(*span).translated(-viewport.mapToGlobal(QPoint(0, 0))) for span in spans]
        seen = [box for box in boxes if box.top() >= 0 and box.bottom() <= viewport.height()]
        assert seen, fact
        assert bar.value() == 0 or any(box.top() >= typography.body_line * 0.8 for box in seen)
    assert len(walked) >= 15


def test_a_fact_chosen_at_its_second_passage_is_read_there(window: Window) -> None:
    """A chip far down must not throw the reader back to the top of the article."""
    workspace = opened(window)
    workspace.choose_telling_fact()
    fact = workspace.desk.selection.fact_id
    spans = [(each.start, each.end) for each in workspace.reader.view.highlights if each.fact_id == fact]
    assert len(spans) == 2
    workspace.desk.selection.show_fact("")
    bar = workspace.reader.page.surface.verticalScrollBar()
    workspace.reader.page.restore(spans[1][0], 200.0)
    settle()
    before = bar.value()
    assert before > 0
    workspace.reader.gutter.fact_clicked.emit(fact)
    settle()
    assert workspace.desk.selection.fact_id == fact
    assert bar.value() == before
