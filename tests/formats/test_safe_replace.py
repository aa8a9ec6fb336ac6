"""A failed export must leave last week's file as it was: these tests break the disk in every way it can break."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from maeditor.domain.errors import ExportError
from maeditor.formats.safe_replace import atomic_write
from maeditor.wording import LANGUAGES, Wording

OLD = b"last week's export"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "fiche.xlsx"
    path.write_bytes(OLD)
    return path


def _write(path: Path, data: bytes = b"new") -> None:
    with atomic_write(path) as file:
        file.write(data)


def _untouched(path: Path) -> bool:
    return path.read_bytes() == OLD and list(path.parent.iterdir()) == [path]


def test_the_new_file_takes_the_place_of_the_old(target: Path) -> None:
    """An export would not be there."""
    _write(target)
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_is_made_with_the_rights_the_person_gives_files(tmp_path: Path) -> None:
    """A colleague could not open a file on the shared folder."""
    before = os.umask(0o027)
    try:
        _write(tmp_path / "new.svg")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.svg").stat().st_mode) == 0o640


def test_the_rights_of_the_old_file_stay(target: Path) -> None:
    """A file shared with the group would be shut off by each export."""
    target.chmod(0o664)
    _write(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


def test_a_link_goes_on_pointing_to_the_file(target: Path) -> None:
    """The link in the shared folder would be replaced by a file, the real one never written again."""
    link = target.with_name("link.xlsx")
    link.symlink_to(target)
    _write(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_goes_wrong_inside_leaves_the_old_file(target: Path) -> None:
    """A fault of ours in mid-export would destroy the previous file."""
    with pytest.raises(ZeroDivisionError), atomic_write(target) as file:
        file.write(b"half" * (1 << 20) + bytes(1 // 0))
    assert _untouched(target)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EIO, "export_failed"),
        (errno.EROFS, "export_not_writable"),
        (errno.EACCES, "export_not_writable"),
        (errno.ENOENT, "export_folder_missing"),
    ],
)
@pytest.mark.parametrize("where", ["open", "fsync"])
def test_each_fault_of_the_disk_is_told_and_harmless(
    target: Path, monkeypatch: pytest.MonkeyPatch, code: int, key: str, where: str
) -> None:
    """A person would read a code instead of what to do, and find the previous file gone."""

    def broken(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, where, broken)
    with pytest.raises(ExportError) as told:
        _write(target)
    assert told.value.key == key
    monkeypatch.undo()
    assert _untouched(target)


def test_a_file_held_by_another_program_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel has the file open: the person would be told of missing rights."""

    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportError) as told:
        _write(target)
    assert told.value.key == "export_target_locked"
    assert _untouched(target)


def test_a_folder_that_cannot_be_synced_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports to a network disk would fail although the file is there."""
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    _write(target)
    assert target.read_bytes() == b"new"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A mistyped folder would end in a traceback."""
    with pytest.raises(ExportError) as told:
        _write(tmp_path / "nowhere" / "fiche.xlsx")
    assert told.value.key == "export_folder_missing"
    assert told.value.details["folder"] == str(tmp_path / "nowhere")


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path) -> None:
    """Exporting onto a folder would end in a traceback."""
    (tmp_path / "fiche.xlsx").mkdir()
    with pytest.raises(ExportError) as told:
        _write(tmp_path / "fiche.xlsx")
    assert told.value.key == "export_is_folder"


def test_a_read_only_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody protected would be replaced all the same."""
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == target and mode == os.W_OK))
    with pytest.raises(ExportError) as told:
        _write(target)
    assert told.value.key == "export_not_writable"
    assert _untouched(target)


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    """A file with the longest name the disk allows could not be written."""
    _write(tmp_path / ("ن" * 125 + ".svg"))
    assert len(list(tmp_path.iterdir())) == 1


_FILLS_UP = """
import resource, sys
from pathlib import Path
from maeditor.domain.errors import ExportError
from maeditor.formats.safe_replace import atomic_write
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    with atomic_write(Path(sys.argv[1])) as file:
        for _ in range(100):
            file.write(b"x" * 1_000)
except ExportError as told:
    sys.exit(told.key)
"""


def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_file(target: Path) -> None:
    """The classic: a full disk turns the only copy into an empty file."""
    done = subprocess.run([sys.executable, "-c", _FILLS_UP, str(target)], capture_output=True, text=True)
    assert done.stderr.strip() == "disk_full"
    assert _untouched(target)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    [
        *("disk_full", "export_folder_missing", "export_not_writable", "export_is_folder", "export_target_locked"),
        *("export_failed", "export_cancelled"),
    ],
)
def test_each_error_has_its_sentence(language: str, key: str) -> None:
    """A person would see a key."""
    told = Wording(language).say(f"error.{key}", name="fiche.xlsx", folder="/home/a", reason="EIO")
    assert "fiche.xlsx" in told
    assert "{" not in told
