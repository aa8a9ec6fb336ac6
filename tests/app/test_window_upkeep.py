"""The menus' upkeep and help: a damaged search nobody is told of, a copy that is none, first steps without keys."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QPushButton
from window_articles import FRENCH
from window_person import Control, Key, Person
from witness import OpenWindow, Witness

from maeditor.ui.dialogs.getting_started import GettingStarted
from maeditor.ui.notices import Notices

pytestmark = pytest.mark.slow


@pytest.fixture
def project(witness: Witness, tmp_path: Path) -> Path:
    """A project with an article and its proposals."""
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    path = tmp_path / "p.maed"
    assert witness.run("import", path, tmp_path / "a.txt").returncode == 0
    assert witness.run("propose", path).returncode == 0
    return path


def open_project(person: Person, project: Path) -> None:
    person.answer(project)
    person.press("o", Control)
    person.wait(person.article_lines)


def meddle(project: Path, statement: str) -> None:
    """What a bug, or a disk, does behind the program's back."""
    connection = sqlite3.connect(project, isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_a_project_in_order_is_said_to_be(open_window: OpenWindow, project: Path) -> None:
    person = open_window()
    open_project(person, project)
    person.choose("check-project")
    person.wait_for_notice("Rien à signaler")


def test_a_search_that_disagrees_is_made_anew_from_the_notice(
    open_window: OpenWindow, witness: Witness, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    meddle(project, "DELETE FROM search_entries WHERE kind = 'facts'")
    assert not witness.finds_it_sound(project)
    person.choose("check-project")
    person.wait_for_notice("ne s’accorde pas")
    notices = person.main.findChild(Notices)
    button = next(each for each in notices.findChildren(QPushButton) if each.text() == "Refaire l’index")
    person.click(button)
    person.wait_for_notice("refait")
    assert witness.finds_it_sound(project)


def test_what_is_worse_is_counted(open_window: OpenWindow, project: Path) -> None:
    person = open_window()
    open_project(person, project)
    meddle(project, "UPDATE passages SET exact = 'rien de tel'")
    person.choose("check-project")
    person.wait_for_notice("problème")


def test_a_copy_is_made_where_one_says_and_holds_what_the_project_holds(
    open_window: OpenWindow, witness: Witness, project: Path, tmp_path: Path
) -> None:
    person = open_window()
    open_project(person, project)
    (tmp_path / "copies").mkdir()
    person.answer(tmp_path / "copies" / "mardi")
    person.choose("back-up")
    person.wait_for_notice("mardi.maed")
    copy = tmp_path / "copies" / "mardi.maed"
    assert witness.facts(copy) == witness.facts(project)
    assert witness.finds_it_sound(copy)
    titles = person.dismiss()
    person.choose("back-up")
    assert titles
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == ["mardi.maed"]


def test_the_first_steps_name_the_keys_and_lead_to_the_sample(open_window: OpenWindow) -> None:
    person = open_window()
    person.choose("getting-started")
    page = person.main.findChild(GettingStarted)
    assert page is not None
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Ctrl I" in told
    assert "F8" in told
    assert "{" not in told
    person.press(Key.Key_Escape)
    person.wait(lambda: person.main.findChild(GettingStarted) is None)
    person.choose("getting-started")
    page = person.main.findChild(GettingStarted)
    person.click(page.sample)
    person.wait(person.article_lines)


def test_the_log_of_what_went_wrong(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    log = tmp_path / "maeditor.log"
    monkeypatch.setattr("maeditor.ui.help_pages.data_folder", lambda: tmp_path)
    monkeypatch.setattr("maeditor.ui.help_pages.QDesktopServices.openUrl", lambda url: (opened.append(url), True)[1])
    person = open_window()
    person.choose("open-log")
    person.wait_for_notice("Rien n’a été noté")
    assert opened == []
    log.write_text("2026-11-22 ERROR unexpected\n", "utf-8")
    person.choose("open-log")
    assert [url.toLocalFile() for url in opened] == [str(log)]
