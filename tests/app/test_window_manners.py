"""What the window does beside the job: fields, lists, menus, closing, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QPushButton, QWidget
from window_articles import ENGLISH, ENGLISH_TITLE, FRENCH, FRENCH_TITLE
from window_person import Control, Key, Person, Shift
from witness import OpenWindow, Witness

pytestmark = pytest.mark.slow

LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""
MANY = 40
STANDSTILL = 4.0
"""Seconds; the window gives up after a fraction of one, a job after five."""


@pytest.fixture
def project(witness: Witness, tmp_path: Path) -> Path:
    """A project with two articles and their proposals, made by the command line."""
    for name, text in (("a.txt", FRENCH), ("b.md", ENGLISH)):
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "p.maed"
    assert witness.run("import", path, tmp_path / "a.txt", tmp_path / "b.md").returncode == 0
    assert witness.run("propose", path).returncode == 0
    return path


def open_project(person: Person, project: Path) -> None:
    """Ctrl+O and the typed path."""
    person.answer(project)
    person.press("o", Control)
    person.wait(person.article_lines)


def test_a_field_takes_back_its_own_typing_first_and_then_what_was_saved(
    open_window: OpenWindow, witness: Witness, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    person.choose_fact("40\u00a0MW")
    number = person.chosen_fact()
    person.press("a")
    assert witness.fact(project, number)["state"] == "accepted"
    person.choose_fact("40\u00a0MW")
    person.click(person.form.subject)
    before = person.form.subject.text()
    person.press(Key.Key_End)
    person.type("xyz")
    person.press("z", Control)
    assert person.form.subject.text() == before
    assert witness.fact(project, number)["state"] == "accepted"
    person.press("z", Control)
    assert witness.fact(project, number)["state"] == "proposed"
    assert person.focus() is person.form.subject
    person.press("z", Control | Shift)
    assert witness.fact(project, number)["state"] == "accepted"


def test_letters_that_begin_no_choice_of_a_list_do_nothing(
    open_window: OpenWindow, witness: Witness, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    person.choose_fact("40\u00a0MW")
    before = witness.facts(project)
    person.click(person.form.subject)
    tab_to(person, person.form.lifecycle)
    person.type("rxjnm")
    assert person.popover is None
    assert witness.facts(project) == before


def test_space_and_return_keep_their_work_in_lists_and_buttons(
    open_window: OpenWindow, witness: Witness, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    person.choose_fact("2\u00a0GW")
    number = person.chosen_fact()
    person.press(Key.Key_Return)
    assert person.sees("2 gigawatts")
    assert witness.fact(project, number)["state"] == "proposed"
    buttons = person.main.findChildren(QPushButton)
    reject = next(each for each in buttons if each.isVisible() and each.text() == "Rejeter")
    tab_to(person, reject)
    person.press(Key.Key_Space)
    assert witness.fact(project, number)["state"] == "rejected"


def test_the_digit_row_works_by_place_on_a_keyboard_that_writes_other_signs_there(
    open_window: OpenWindow, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    for scan_code, sign, shown in ((13, Key.Key_Apostrophe, person.charts), (10, Key.Key_Ampersand, person.page)):
        assert not shown.isVisible()
        pressed = QKeyEvent(QEvent.Type.KeyPress, sign, Control, scan_code, 0, 0, "")
        QApplication.sendEvent(person.main.windowHandle(), pressed)
        person.wait(shown.isVisible)


def test_theme_and_language_change_in_place_and_are_there_the_next_day(open_window: OpenWindow, project: Path) -> None:
    person = open_window()
    open_project(person, project)
    person.choose_article(ENGLISH_TITLE)
    person.choose_fact("30\u00a0MW")
    number = person.chosen_fact()
    person.select("plant trees")
    light = brightness(person)
    person.choose("theme-dark")
    assert brightness(person) < light / 2
    person.choose("language-en")
    assert "Accept" in person.buttons()
    assert "&File" in [each.text() for each in person.main.findChild(QMenuBar).actions()]
    assert person.article_lines()[0].startswith(FRENCH_TITLE)
    assert "proposed" in person.fact_lines()[0]
    assert (person.chosen_fact(), person.page.textCursor().selectedText()) == (number, "plant trees")
    person.press("n")
    person.wait(lambda: person.popover)
    person.press(Key.Key_Escape)
    person.wait(lambda: person.popover is None)
    person.press("q", Control)
    again = open_window("", dark=None)
    assert "&File" in [each.text() for each in again.main.findChild(QMenuBar).actions()]
    assert brightness(again) < light / 2


def test_closing_while_a_job_runs_leaves_a_sound_project(
    open_window: OpenWindow, witness: Witness, project: Path, tmp_path: Path
) -> None:
    person = open_window()
    open_project(person, project)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number}.txt").write_text(f"Article {number}\n\n{FRENCH * 10}", "utf-8")
    person.drop(folder)
    person.press("q", Control)
    person.wait(lambda: not person.main.isVisible())
    assert witness.finds_it_sound(project)
    again = open_window()
    open_project(again, project)
    assert again.article_lines()[0].startswith(FRENCH_TITLE)


def close_notice(person: Person) -> None:
    buttons = person.main.findChildren(QPushButton)
    person.click(next(each for each in buttons if each.isVisible() and each.accessibleName() == "Fermer l’avis"))


def test_what_is_no_project_is_said_and_what_is_open_stays(
    open_window: OpenWindow, project: Path, tmp_path: Path
) -> None:
    person = open_window()
    open_project(person, project)
    other = tmp_path / "autre.maed"
    other.write_text("Ceci est une liste de courses.", "utf-8")
    person.answer(other)
    person.press("o", Control)
    person.wait_for_notice("autre.maed")
    assert len(person.article_lines()) == 2
    person.choose_fact("40\u00a0MW")
    person.press("a")
    person.wait_for_notice("accepté")
    close_notice(person)
    person.wait_for_notice("autre.maed")  # an error that nobody dismissed comes back
    close_notice(person)
    person.wait(lambda: "autre.maed" not in person.notice())
    assert other.read_text("utf-8") == "Ceci est une liste de courses."


def test_a_project_that_another_program_holds_is_said_and_nothing_is_lost(
    open_window: OpenWindow, witness: Witness, project: Path
) -> None:
    person = open_window()
    open_project(person, project)
    person.choose_fact("40\u00a0MW")
    number = person.chosen_fact()
    with held(project):
        begun = monotonic()
        person.press("a")
        assert monotonic() - begun < STANDSTILL, "the window waits as long as a job would"
        person.wait_for_notice("occupé")
    assert witness.fact(project, number)["state"] == "proposed"
    person.choose_fact("40\u00a0MW")
    person.press("a")
    assert witness.fact(project, number)["state"] == "accepted"
    person.press("w", Control)
    with held(project):
        person.answer(project)
        person.press("o", Control)
        person.wait_for_notice("occupé")
    assert project.stem not in person.main.windowTitle()


def test_enter_on_the_first_page_opens_the_sample_with_a_fact(
    open_window: OpenWindow, witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    person = open_window()
    person.press(Key.Key_Return)
    person.wait(person.chosen_fact)
    (sample,) = (tmp_path / "data").rglob("*.maed")
    assert len(person.article_lines()) >= 8
    assert person.chosen_fact() in [each["number"] for each in witness.facts(sample)]


def test_an_article_dropped_or_pasted_on_the_first_page_asks_for_a_project_first(
    open_window: OpenWindow, witness: Witness, tmp_path: Path
) -> None:
    person = open_window()
    project = tmp_path / "neuf.maed"
    QApplication.clipboard().setText(FRENCH)
    person.dismiss()
    person.press("v", Control)
    assert not list(tmp_path.glob("*.maed"))
    person.answer(project)
    person.press("v", Control)
    person.wait_for_notice("proposé")
    assert person.article_lines()[0].startswith(FRENCH_TITLE)
    assert witness.facts(project)


def brightness(person: Person) -> int:
    """How light the window's own ground is."""
    picture = person.main.grab().toImage()
    return picture.pixelColor(4, picture.height() // 2).lightness()


def tab_to(person: Person, widget: QWidget) -> None:
    """Press Tab until a widget has the keyboard."""
    for _press in range(80):
        if person.focus() is widget:
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {widget.accessibleName()!r}")


@contextmanager
def held(project: Path) -> Iterator[None]:
    """Another program keeps the file locked."""
    command = [sys.executable, "-c", LOCK, str(project)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        yield
        other.communicate("")
