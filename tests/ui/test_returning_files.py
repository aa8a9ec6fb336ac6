"""The watcher of exported workbooks: without it a colleague's file is noticed too soon, too often, or never."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot
from returning_setting import LONG, Book, export, facts, opened, powers, quiet
from shell_setting import settle

from maeditor.services import exporting
from maeditor.ui.returning.exported_files import ExportedFiles, Stamp, stamp_of
from maeditor.ui.window import Window


class Disk:
    """Files as the watcher sees them, changed by the test alone."""

    def __init__(self) -> None:
        self.stamps: dict[Path, Stamp | None] = {}
        self.order: list[Path] = []

    def write(self, path: Path, size: int) -> None:
        if path not in self.stamps:
            self.order.insert(0, path)
        self.stamps[path] = (size, size, 1)


@pytest.fixture
def disk() -> Disk:
    made = Disk()
    made.write(Path("/nowhere/one.xlsx"), 10)
    made.write(Path("/nowhere/two.xlsx"), 20)
    return made


@pytest.fixture
def files(disk: Disk, qtbot: QtBot, qapp: object) -> ExportedFiles:
    # So long a wait that no timer of its own ever looks: the test does.
    made = ExportedFiles(lambda: disk.order, qapp, stamp=lambda path: disk.stamps[path], wait_ms=10_000_000)  # type: ignore[arg-type]
    made.told = []  # type: ignore[attr-defined]
    made.saved.connect(made.told.append)  # type: ignore[attr-defined]
    made.follow()
    return made


def told(files: ExportedFiles) -> list[str]:
    return [path.name for path in files.told]  # type: ignore[attr-defined]


def test_nothing_is_told_of_files_that_stay_as_they_were(files: ExportedFiles) -> None:
    for _look in range(3):
        files.look()
    assert told(files) == []
    assert not files.waiting


def test_a_file_is_told_once_it_stays_the_same_between_two_looks(files: ExportedFiles, disk: Disk) -> None:
    one = Path("/nowhere/one.xlsx")
    disk.write(one, 11)
    files.look()
    assert told(files) == []
    disk.write(one, 12)
    files.look()
    assert told(files) == []
    assert files.waiting
    files.look()
    files.look()
    assert told(files) == ["one.xlsx"]


def test_a_file_that_is_away_or_held_is_told_when_it_is_back(files: ExportedFiles, disk: Disk) -> None:
    two = Path("/nowhere/two.xlsx")
    disk.stamps[two] = None
    files.look()
    files.look()
    assert told(files) == []
    disk.write(two, 21)
    files.look()
    files.look()
    assert told(files) == ["two.xlsx"]


def test_a_file_that_came_back_as_it_was_is_no_news(files: ExportedFiles, disk: Disk) -> None:
    two = Path("/nowhere/two.xlsx")
    disk.stamps[two] = None
    files.look()
    disk.write(two, 20)
    files.look()
    files.look()
    assert told(files) == []


def test_our_own_export_is_no_news_but_what_follows_it_is(files: ExportedFiles, disk: Disk) -> None:
    three = Path("/nowhere/three.xlsx")
    disk.write(three, 30)
    files.follow(written=True)
    files.look()
    files.look()
    disk.write(Path("/nowhere/three.xlsx"), 31)
    files.follow(written=True)
    files.look()
    files.look()
    assert told(files) == []
    disk.write(three, 32)
    files.look()
    files.look()
    assert told(files) == ["three.xlsx"]


def test_while_we_write_nothing_is_believed(files: ExportedFiles, disk: Disk) -> None:
    files.holding = lambda: True
    disk.write(Path("/nowhere/one.xlsx"), 11)
    files.look()
    files.look()
    assert told(files) == []
    assert files.waiting
    files.holding = lambda: False
    files.look()
    files.look()
    assert told(files) == ["one.xlsx"]


def test_what_is_no_workbook_or_is_gone_has_no_stamp(tmp_path: Path) -> None:
    page = tmp_path / "page.xlsx"
    assert stamp_of(page) is None
    page.write_text("<html>", encoding="utf-8")
    assert stamp_of(page) is None
    page.write_bytes(b"PK\x03\x04rest")
    assert stamp_of(page) is not None


def test_a_file_replaced_by_another_is_followed_on(qtbot: QtBot, qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "fiches.xlsx"
    path.write_bytes(b"PK\x03\x04one")
    files = ExportedFiles(lambda: [path], qapp, wait_ms=20)  # type: ignore[arg-type]
    files.follow()
    for told_again in (b"PK\x03\x04another one", b"PK\x03\x04and yet another"):
        with qtbot.waitSignal(files.saved, timeout=LONG):
            beside = tmp_path / "~tmp"
            beside.write_bytes(told_again)
            beside.replace(path)
    files.deleteLater()


@pytest.mark.slow
def test_a_saved_workbook_is_noticed_and_the_notice_opens_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = export(window, tmp_path)
    presenter = opened(window).later.returning_presenter
    presenter.files.follow(written=True)
    one, two = powers(window)[:2]
    copy = tmp_path / "copy.xlsx"
    shutil.copy(path, copy)
    book = Book(copy)
    book.put(one, "Sujet", "Centres du Nord")
    book.put(two, "Lieu", "Tanger")
    book.save().replace(path)
    qtbot.waitUntil(lambda: "2 corrections" in window.main.notices.text, timeout=LONG)
    assert opened(window).desk.selection.view == "read"
    presenter.open()
    settle()
    assert opened(window).desk.selection.view == "corrections"
    assert opened(window).later.returning.model.rowCount() == 2


@pytest.mark.slow
def test_a_workbook_saved_without_a_change_and_our_own_export_are_no_news(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = export(window, tmp_path)
    presenter = opened(window).later.returning_presenter
    presenter.files.follow(written=True)
    window.main.notices.dismiss()
    with qtbot.waitSignal(presenter.files.saved, timeout=LONG):
        load_workbook(path).save(path)
    quiet(window, qtbot)
    assert window.main.notices.text == ""
    before = facts(window)
    runner, wording = opened(window).desk.runner, window.words.wording
    job = window.jobs.start(
        "job.exporting", lambda _h: exporting.export_workbook(runner, path, wording), lambda _r: None
    )
    with qtbot.waitSignal(job.ended, timeout=LONG):
        pass
    presenter.files.look()
    presenter.files.look()
    quiet(window, qtbot)
    assert window.main.notices.text == ""
    assert facts(window) == before
