"""Facts out in other formats: a menu that asks for the wrong place, or paper that cuts a fact in two, costs trust."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.listing import Group, Listing
from maeditor.domain.sheets import Sheet
from maeditor.services import library, sheets
from maeditor.services.fact_sheet import PrintedQuote, printed_sheet
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.fact_sheet import FactSheetPrinting, write_fact_sheet
from maeditor.ui.publishing import OF_FACTS
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace
from maeditor.wording import Wording


@pytest.fixture
def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> list[str]:
    """Choose a place whenever one is asked for; the names that were offered."""
    offered: list[str] = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _window, _title, name, _kinds: (offered.append(name), (str(path), kind))[1],
    )
    return offered


def dialog_of(window: Window) -> FormDialog:
    return next(each for each in window.main.findChildren(FormDialog) if each.isVisible())


@pytest.mark.parametrize("command", ["export-annotations", "export-qda", "export-fact-sheet"])
def test_a_format_is_written_behind_the_window(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    suffix = OF_FACTS[command]
    offered = chosen(monkeypatch, tmp_path / "o")
    window.commands.call(command)
    dialog_of(window)._do.click()
    file = tmp_path / f"o{suffix}"
    qtbot.waitUntil(lambda: file.name in window.main.notices.text, timeout=30_000)
    assert offered == [f"{library.totals(workspace.desk.runner).name}{suffix}"]
    content = file.read_bytes()
    assert content.startswith({".pdf": b"%PDF-", ".qdpx": b"PK", ".jsonld": b"{"}[suffix])


def test_csv_asks_what_parts_its_cells_and_which_sheet(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _done, _sheet = sheets.add_sheet(
        workspace.desk.runner, "Retenus: 2026", listing={"states": ["accepted"]}, columns=("subject",)
    )
    offered = chosen(monkeypatch, tmp_path / "o.csv")
    window.commands.call("export-csv")
    dialog = dialog_of(window)
    which, delimiter = dialog._fields
    assert [which.itemText(at) for at in range(which.count())][-1] == "Retenus: 2026"  # type: ignore[attr-defined]
    which.setCurrentIndex(which.count() - 1)  # type: ignore[attr-defined]
    assert delimiter.currentData() == ";"  # type: ignore[attr-defined]
    dialog._do.click()
    qtbot.waitUntil(lambda: "o.csv" in window.main.notices.text, timeout=30_000)
    assert offered == ["Retenus- 2026.csv"]
    lines = (tmp_path / "o.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Fait;Sujet")
    accepted = [each for each in library.project_facts(workspace.desk.runner) if each.fact.state is State.ACCEPTED]
    assert len(lines) == 1 + len([each for each in accepted if each.evidence])


def test_the_copy_is_of_the_article_in_front_in_the_format_chosen(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = f"{workspace.desk.words.say('publishing.kind_docx')} (*.docx)"
    offered = chosen(monkeypatch, tmp_path / "copie.html", word)
    window.commands.call("export-copy")
    qtbot.waitUntil(lambda: "copie.docx" in window.main.notices.text, timeout=30_000)
    assert "word/footnotes.xml" in zipfile.ZipFile(tmp_path / "copie.docx").namelist()
    assert not (tmp_path / "copie.html").exists()
    assert offered[0].endswith(".html")
    assert "?" not in offered[0]


def test_without_an_article_that_is_said(window: Window, workspace: Workspace) -> None:
    workspace.desk.selection.replace_article("")
    settle()
    window.commands.call("export-copy")
    assert window.main.notices.text == window.words.say("article.none_open", how=window.words.called("import-files"))


def test_without_sheets_the_place_is_asked_for_at_once(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in sheets.sheets(workspace.desk.runner):
        sheets.delete_sheet(workspace.desk.runner, each.id)
    chosen(monkeypatch, tmp_path / "o.jsonld")
    window.commands.call("export-annotations")
    qtbot.waitUntil(lambda: "o.jsonld" in window.main.notices.text, timeout=30_000)
    assert json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["total"] > 0


def test_who_gives_up_the_place_writes_nothing(
    window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.commands.call("export-annotations")
    dialog_of(window)._do.click()
    window.commands.call("export-copy")
    settle()
    assert not list(tmp_path.glob("*.jsonld"))


def told(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return done.stdout.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_the_fact_sheet_tells_every_fact_and_numbers_its_pages(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    words = Wording(language)
    sheet = printed_sheet(workspace.desk.runner, words)
    pages = write_fact_sheet(tmp_path / "o.pdf", sheet, words)
    text = told(tmp_path / "o.pdf")
    kept = [each for each in library.project_facts(workspace.desk.runner) if each.fact.state is not State.REJECTED]
    assert all(view.fact.label in text for view in kept)
    assert sheet.count == len(kept)
    sheets_of_paper = text.split("\f")[:-1]
    assert len(sheets_of_paper) == pages > 1
    for number, page in enumerate(sheets_of_paper, 1):
        assert words.say("publishing.page", number=number, count=pages) in page
        # A fact's label and its state stand together: no entry is cut by the end of a page.
        assert page.count("F-0") >= 1
    assert words.say("facts.state_accepted") in text
    assert sheet.title in sheets_of_paper[-1]


def test_the_fact_sheet_groups_as_the_sheet_asks(workspace: Workspace) -> None:
    runner, words = workspace.desk.runner, Wording("fr")
    for group in Group:
        row = replace(Listing(), group=group).to_row()
        made = printed_sheet(runner, words, Sheet("s", 1, "Fiche", 1, listing=row, without_passage=True))
        titles = [each.title for each in made.groups]
        assert len(titles) == len(set(titles))
        assert made.title == "Fiche"
    by_state = printed_sheet(
        runner, words, Sheet("s", 1, "É", 1, listing=replace(Listing(), group=Group.STATE).to_row())
    )
    assert {each.title for each in by_state.groups} <= {words.say(f"facts.state_{state.value}") for state in State}


def test_a_long_passage_is_cut_and_a_short_one_has_words_around_it(workspace: Workspace, tmp_path: Path) -> None:
    words = Wording("fr")
    sheet = printed_sheet(workspace.desk.runner, words)
    quotes = [quote for group in sheet.groups for fact in group.facts for quote in fact.quotes]
    assert any(quote.before.endswith(" ") and len(quote.before) > 4 for quote in quotes)
    assert all(quote.before.startswith("«") and quote.after.endswith("»") for quote in quotes)
    group = sheet.groups[0]
    long = replace(group.facts[0], quotes=(PrintedQuote("« ", "mot " * 450, " »", ("A-001",)),))
    pages = write_fact_sheet(tmp_path / "o.pdf", replace(sheet, groups=(replace(group, facts=(long,) * 3),)), words)
    assert pages == 3


def test_a_stopped_fact_sheet_leaves_what_was_there(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "o.pdf").write_text("avant", "utf-8")
    sheet = printed_sheet(workspace.desk.runner, Wording("fr"))
    printing = FactSheetPrinting(tmp_path / "o.pdf", sheet, Wording("fr"), window.main)
    printing.stop()
    settle()
    assert [each.name for each in tmp_path.glob("*.pdf")] == ["o.pdf"]
    assert (tmp_path / "o.pdf").read_text("utf-8") == "avant"


def test_a_place_that_cannot_be_written_to_is_said(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "nulle" / "part" / "o.pdf")
    window.commands.call("export-fact-sheet")
    dialog_of(window)._do.click()
    qtbot.waitUntil(lambda: "o.pdf" in window.main.notices.text, timeout=30_000)
    assert not (tmp_path / "nulle").exists()


def test_a_fact_sheet_never_replaces_a_project(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "p.pdf").write_bytes(b"SQLite format 3\0")
    chosen(monkeypatch, tmp_path / "p.pdf")
    window.commands.call("export-fact-sheet")
    dialog_of(window)._do.click()
    assert window.main.notices.text == window.words.say("error.export_onto_project", name="p.pdf")
    assert (tmp_path / "p.pdf").read_bytes() == b"SQLite format 3\0"
