"""The article on paper: a passage without its number, or a number without its fact, could not be looked up."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.services.library import OpenArticle
from maeditor.ui.printing import printed
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


@pytest.fixture
def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def article(workspace: Workspace, language: str) -> OpenArticle:
    runner = workspace.desk.runner
    card = next(each for each in library.articles(runner) if each.language.startswith(language))
    return library.open_article(runner, card.id)


def on_paper(document: QTextDocument, file: Path) -> Path:
    """Print into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    document.print_(printer)
    return file


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_text_then_its_facts_each_with_its_number(workspace: Workspace, language: str) -> None:
    workspace.desk.words.set_language(language)
    opened = article(workspace, "fr")
    document = printed(opened, workspace.desk.words, workspace.desk.theme)
    told = document.toPlainText().replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")
    kept = [view for view in opened.facts if view.fact.state is not State.REJECTED]
    title = opened.article.title.replace("\u00a0", " ")
    assert told.startswith(title)
    assert told.count(title) == 1
    facts = told[told.rindex(workspace.desk.words.say("facts.title")) :]
    for number, view in enumerate(kept, 1):
        assert f"{number}. " in facts
        assert view.fact.label in facts
    rejected = [view.fact.label for view in opened.facts if view.fact.state is State.REJECTED]
    assert not [label for label in rejected if label in facts]
    assert workspace.desk.words.say("facts.state_accepted") in facts or kept[0].fact.state is not State.ACCEPTED


def test_each_passage_is_underlined_and_followed_by_its_numbers(workspace: Workspace) -> None:
    opened = article(workspace, "fr")
    document = printed(opened, workspace.desk.words, workspace.desk.theme)
    underlined, raised = "", []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            if piece.charFormat().fontUnderline():
                underlined += piece.text()
            if piece.charFormat().verticalAlignment() is piece.charFormat().VerticalAlignment.AlignSuperScript:
                raised.append(piece.text())
            assert piece.charFormat().foreground().color() == Qt.GlobalColor.black
            parts += 1
        block = block.next()
    kept = [view for view in opened.facts if view.fact.state is not State.REJECTED]
    for view in kept:
        for each in view.evidence:
            if each.passage.article_id == opened.article.id:
                assert each.passage.exact.split()[0] in underlined
    numbers = {int(number) for each in raised for number in each.split(", ")}
    assert numbers == {at for at, view in enumerate(kept, 1) if view.evidence}


def test_on_paper_it_reads_the_same(workspace: Workspace, tmp_path: Path) -> None:
    opened = article(workspace, "fr")
    file = on_paper(printed(opened, workspace.desk.words, workspace.desk.theme), tmp_path / "a.pdf")
    assert file.read_bytes().startswith(b"%PDF-")
    assert file.stat().st_size > 5000
    if shutil.which("pdftotext") is not None:
        told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
        words = " ".join(told.split())
        assert "Faits" in words
        assert opened.facts[0].fact.label in words


def test_arabic_is_set_from_right_to_left_and_the_facts_are_not(workspace: Workspace, tmp_path: Path) -> None:
    opened = article(workspace, "ar")
    document = printed(opened, workspace.desk.words, workspace.desk.theme)
    assert document.begin().blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert document.lastBlock().blockFormat().layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert on_paper(document, tmp_path / "ar.pdf").stat().st_size > 5000


def test_control_p_asks_for_the_printer(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    workspace.reader.setFocus()
    settle()
    QTest.keyClick(window.main.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.main.findChild(QPrintDialog) is not None)
    dialog = window.main.findChild(QPrintDialog)
    assert dialog is not None
    dialog.reject()
    settle()


def test_without_an_article_that_is_said(window: Window, workspace: Workspace) -> None:
    workspace.desk.selection.replace_article("")
    settle()
    window.commands.call("print")
    assert window.main.notices.text == window.words.say("article.none_open", how=window.words.called("import-files"))
