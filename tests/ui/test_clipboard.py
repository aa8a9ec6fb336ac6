"""Copying: a passage pasted into a mail without its source is a figure that nobody can check."""

from __future__ import annotations

from dataclasses import replace

from accessibility_setting import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.ui.source_copy import sourced
from maeditor.ui.window import Window
from maeditor.wording import Wording

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def copied() -> str:
    return QApplication.clipboard().text()


def test_a_passage_is_copied_with_its_source(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.reader.setFocus()
    settle()
    press("c", Control | Shift)
    quote, _line, source = copied().partition("\n")
    assert "gigawatts" in quote
    assert workspace.reader.view.title in source
    press("m")
    press("c", Control | Shift)
    assert len(copied().partition("\n")[0]) > len(quote)


def test_the_source_is_set_as_the_language_sets_it(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    opened = workspace.reader_presenter.opened
    assert opened is not None
    article = replace(
        opened.article,
        title="Un <campus> à Nador",
        publisher="صحيفة المضيق",
        published="2026-03-12",
        url="https://example.org/?a=1&b=2",
    )
    view = opened.facts[0]
    made = sourced("  deux\n gigawatts ", article, Wording("fr"), view)
    quote, value, source = made.text.split("\n")
    assert quote == "«\u00a0deux gigawatts\u00a0»"
    assert view.fact.label in value
    assert source == "— Un <campus> à Nador, \u2068صحيفة المضيق\u2069, 12 mars 2026, https://example.org/?a=1&b=2"
    assert "<cite>Un &lt;campus&gt; à Nador</cite>" in made.html
    assert '<a href="https://example.org/?a=1&amp;b=2">' in made.html
    assert f"{view.fact.label}" in made.html
    hostile = sourced("<script>", replace(article, url="javascript:alert(1)", title="", publisher=""), Wording("en"))
    assert "<script" not in hostile.html
    assert "<a " not in hostile.html
    assert hostile.text.startswith("“<script>”\n— 12 March 2026, javascript:alert(1)")
    bare = replace(article, url="", title="", publisher="", published="")
    assert sourced("deux", bare, Wording("en")).text == "“deux”"


def test_a_selected_fact_is_copied_with_its_value_as_text_and_as_html(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    selection = workspace.desk.selection
    opened = workspace.reader_presenter.opened
    assert opened is not None
    view = next(each for each in opened.facts if each.evidence)
    selection.show_fact(view.fact.id)
    selection.mark(None)
    settle()
    window.commands.call("copy-with-source")
    data = QApplication.clipboard().mimeData()
    assert view.fact.label in data.text()
    assert view.fact.label in data.html()
    assert "<blockquote" in data.html()
    workspace.desk.selection.replace_article("")
    QApplication.clipboard().setText("avant")
    window.commands.call("copy-with-source")
    assert copied() == "avant"


def test_words_of_a_field_and_lines_of_a_list_are_copied_from_menu_and_keys(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    field = workspace.facts.inspector.form.subject
    field.setFocus()
    field.setText("Nador")
    press("a", Control)
    window.commands.call("copy")
    assert copied() == "Nador"
    window.commands.call("cut")
    assert field.text() == ""
    window.commands.call("paste")
    assert field.text() == "Nador"
    press(Qt.Key.Key_Escape)
    workspace.sidebar.articles.setFocus()
    press("c", Control)
    assert copied() == str(workspace.sidebar.articles.currentIndex().data())
