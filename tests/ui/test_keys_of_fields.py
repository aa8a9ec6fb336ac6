"""The status bar while something is typed: keys it offers that would only be typed would mislead."""

from __future__ import annotations

from shell_setting import settle
from timeline_setting import open_history

from maeditor.ui import context_keys
from maeditor.ui.window import Window


def offered(window: Window) -> list[str]:
    assert window.workspace is not None
    keys = window.workspace.keys()
    return [text for _cap, text in keys]


def test_the_filter_the_find_bar_and_the_reasons_show_their_own_keys(window: Window) -> None:
    assert window.workspace is not None
    for command, rows in (
        ("find", context_keys.FIND),
        ("project-facts", context_keys.FILTER),
    ):
        window.commands.call(command)
        settle()
        assert offered(window) == [text for _key, text in rows], command
    window.commands.call("next-omission")
    window.commands.call("dismiss-figure")
    settle()
    assert offered(window) == [text for _key, text in context_keys.REASONS]


def test_the_history_lies_exactly_over_the_pane_beside_the_article(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    drawer = open_history(window)
    for view, pane in (("read", workspace.facts), ("review", workspace.review)):
        workspace.desk.selection.show_view(view)
        settle()
        for size in ((1366, 768), (1440, 900)):
            window.main.resize(*size)
            settle()
            ground = drawer.mapTo(window.main, drawer.contentsRect().topLeft()).x() + window.theme.px(14)
            assert ground == pane.mapTo(window.main, pane.rect().topLeft()).x(), (view, size)
