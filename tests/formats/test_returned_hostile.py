"""A workbook made to do harm, or broken, would hang the editor, fill the memory, or read files that it must not."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import psutil
import pytest
from returned_samples import MAIN_URI, exported, identity, numbered, packed, parts_of, read, with_part

from maeditor.domain.errors import MaeditorError, UnreadableFileError, WorkbookError
from maeditor.formats.returned import LIMITS, Limits, read_workbook

FACTS = "xl/worksheets/sheet2.xml"
SECONDS = 30.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return exported(tmp_path / "a.xlsx", numbered(3))


def failed(path: Path, limits: Limits = LIMITS) -> MaeditorError:
    """Read in a process of its own; whatever the file, it ends soon and in one kind of error."""
    begun = time.monotonic()
    with pytest.raises(MaeditorError) as caught:
        read_workbook(path, limits=limits)
    assert time.monotonic() - begun < SECONDS
    return caught.value


def part_of(path: Path, title: str) -> str:
    names = openpyxl.load_workbook(path, read_only=True).sheetnames
    return f"xl/worksheets/sheet{names.index(title) + 1}.xml"


def test_a_bomb_is_known_by_what_it_declares(path: Path) -> None:
    parts = parts_of(path) | {"xl/worksheets/sheet9.xml": b"0" * 30_000_000}
    assert failed(packed(path, parts)).key == "workbook_too_packed"


def test_a_bomb_beside_plain_members_is_known_too(path: Path) -> None:
    """Many parts, none of them large enough to matter by itself."""
    parts = parts_of(path) | {f"xl/media/{at}.xml": bytes(900_000) for at in range(60)}
    assert failed(packed(path, parts)).key == "workbook_too_packed"


def test_more_than_is_read_is_refused_before_it_is_unpacked(path: Path) -> None:
    error = failed(path, Limits(unpacked=10_000, unpacked_plain=10_000))
    assert (error.key, error.details["limit"]) == ("workbook_too_large", 0)


def test_a_member_that_is_longer_than_it_says_is_damaged(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        said = package.getinfo(FACTS).file_size
    data = path.read_bytes()
    at = data.rindex(FACTS.encode()) - 22
    assert int.from_bytes(data[at : at + 4], "little") == said
    path.write_bytes(data[:at] + (500).to_bytes(4, "little") + data[at + 4 :])
    assert failed(path).key == "workbook_damaged"


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{at} '&a{at - 1};&a{at - 1};&a{at - 1};&a{at - 1};&a{at - 1};&a{at - 1};&a{at - 1};&a{at - 1};'>"
    for at in range(1, 30)
)


@pytest.mark.parametrize("where", ["xl/workbook.xml", FACTS, "xl/_rels/workbook.xml.rels"])
def test_a_billion_laughs_are_not_laughed(path: Path, where: str) -> None:
    def laugh(part: str) -> str:
        head, mark, tail = part.partition("?>") if part.startswith("<?xml") else ("", "", part)
        return f"{head}{mark}{LAUGHS}]>{tail}".replace("Site 1", "&a29;").replace('name="Faits"', 'name="&a29;"')

    assert failed(with_part(path, where, laugh)).key == "workbook_damaged"


def test_no_other_file_is_read(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")

    def ask(part: str) -> str:
        head, mark, tail = part.partition("?>") if part.startswith("<?xml") else ("", "", part)
        return f'{head}{mark}<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>{tail.replace("Site 1", "&s;")}'

    assert failed(with_part(path, FACTS, ask)).key == "workbook_damaged"


def test_external_links_are_not_followed(path: Path) -> None:
    def lead_out(part: str) -> str:
        return part.replace(
            "</Relationships>",
            '<Relationship Id="rIdX" TargetMode="External" Type="x/worksheet" Target="http://127.0.0.1:9/"/></Relationships>',
        )

    with_part(path, "xl/_rels/workbook.xml.rels", lead_out)
    assert len(read(path).rows) == 3


@pytest.mark.parametrize("where", ["XFD1048576", "A200001", "IW2"])
def test_cells_far_away_are_refused_whatever_the_sheet_says_of_its_size(path: Path, where: str) -> None:
    def far(part: str) -> str:
        row = where.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        part = part.replace("<sheetData>", '<dimension ref="A1:B2"/><sheetData>')
        return part.replace("</sheetData>", f'<row r="{row}"><c r="{where}"><v>1</v></c></row></sheetData>')

    error = failed(with_part(path, FACTS, far))
    assert (error.key, error.details["cell"]) == ("workbook_beyond", where)


def test_a_sheet_that_only_says_to_be_huge_is_read(path: Path) -> None:
    with_part(path, FACTS, lambda part: part.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'))
    begun = time.monotonic()
    assert len(read_workbook(path).rows) == 3
    assert time.monotonic() - begun < SECONDS


def test_rows_beyond_the_size_that_a_sheet_says_are_read(path: Path) -> None:
    with_part(path, FACTS, lambda part: part.replace("<sheetData>", '<dimension ref="A1:B2"/><sheetData>'))
    assert [row.fact_id for row in read(path).rows] == [identity(at) for at in (1, 2, 3)]


def test_an_empty_cell_far_away_that_was_once_coloured_is_no_harm(path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    with_part(path, FACTS, lambda part: part.replace("</sheetData>", far))
    assert len(read_workbook(path).rows) == 3


def test_one_huge_text_shown_in_every_cell_ends_in_an_error(path: Path) -> None:
    text = "x" * 900_000
    cells = "".join(f'<row r="{row}"><c r="B{row}" t="s"><v>0</v></c></row>' for row in range(5, 9_000))
    with_part(path, "xl/sharedStrings.xml", lambda _part: f'<sst xmlns="{MAIN_URI}"><si><t>{text}</t></si></sst>')
    with_part(path, FACTS, lambda part: part.replace("</sheetData>", f"{cells}</sheetData>"))
    error = failed(path, Limits(ratio=10_000, megabytes=600))
    assert error.key in {"reading_broke_off", "reading_took_too_much"}


def test_deep_nesting_ends(path: Path) -> None:
    deep = "<x>" * 200_000 + "</x>" * 200_000
    with_part(path, FACTS, lambda part: part.replace("<sheetData>", f"<!-- odd -->{deep}<sheetData>"))
    assert len(read_workbook(path, limits=Limits(ratio=10_000)).rows) == 3


def test_names_that_lead_elsewhere_lead_nowhere(path: Path, tmp_path: Path) -> None:
    before = {each: each.stat().st_mtime_ns for each in tmp_path.parent.iterdir()}
    parts = parts_of(path) | {"../../evil.txt": b"x", "/etc/evil": b"x", "..\\evil": b"x", "xl/\x00": b"x"}
    assert len(read_workbook(packed(path, parts)).rows) == 3
    assert set(tmp_path.iterdir()) == {path}
    assert {each: each.stat().st_mtime_ns for each in tmp_path.parent.iterdir()} == before
    with_part(path, "xl/_rels/workbook.xml.rels", lambda part: part.replace('"/xl/worksheets', '"/../../xl/worksheets'))
    assert isinstance(failed(path), WorkbookError)


def test_a_workbook_with_macros_gives_its_values_and_runs_nothing(path: Path) -> None:
    parts = parts_of(path) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(400)}
    macros = packed(path.with_suffix(".xlsm"), parts)
    assert len(read_workbook(macros).rows) == 3


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OTHERS: dict[str, tuple[bytes, str]] = {
    "old.xls": (OLE, "workbook_other_kind"),
    "locked.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(400), "workbook_encrypted"),
    "rows.csv": (b"fact_id;number\n1;2\n", "workbook_other_kind"),
    "empty.xlsx": (b"", "file_empty"),
    "noise.xlsx": (bytes(range(256)) * 4, "workbook_damaged"),
    "half.xlsx": (b"PK\x03\x04" + bytes(100), "workbook_damaged"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_told_by_what_they_are(tmp_path: Path, name: str) -> None:
    data, key = OTHERS[name]
    (tmp_path / name).write_bytes(data)
    assert failed(tmp_path / name).key == key


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}, ".ods"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, ".odt"),
        ({"xl/workbook.bin": b"x"}, ".xlsb"),
        ({"word/document.xml": b"<x/>"}, ".docx"),
    ],
)
def test_other_packages_are_told_by_what_they_are(tmp_path: Path, parts: dict[str, bytes], kind: str) -> None:
    error = failed(packed(tmp_path / "a.xlsx", parts))
    assert (error.key, error.details["kind"]) == ("workbook_other_kind", kind)


def test_no_file_and_no_workbook_at_all(tmp_path: Path) -> None:
    found = {failed(each).key for each in (tmp_path, tmp_path / "none.xlsx", tmp_path / "nul\0.xlsx")}
    assert found == {"file_is_folder", "file_missing", "file_unreadable"}
    assert failed(packed(tmp_path / "a.xlsx", {"a": b"x"})).key == "workbook_damaged"
    error = failed(exported(tmp_path / "b.xlsx", numbered(1)), Limits(packed=1_000))
    assert (type(error), error.key) == (UnreadableFileError, "file_too_large")


def test_two_members_of_one_name_are_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(FACTS, b"<worksheet/>")
    assert failed(path).key == "workbook_damaged"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda part: part.replace("<sheetData>", "<sheetData><row r='x'><c r='A1'><v>1</v></c></row>", 1),
        lambda part: part.replace("</worksheet>", ""),
        lambda part: part[: len(part) // 2],
    ],
)
def test_a_broken_sheet_is_one_clear_error(path: Path, spoil: Callable[[str], str]) -> None:
    error = failed(with_part(path, part_of(path, "_Base"), spoil))
    assert isinstance(error, WorkbookError)


def test_nobody_is_left_and_nothing_takes_too_long(path: Path) -> None:
    error = failed(path, Limits(seconds=0.0))
    assert error.key == "reading_took_too_long"
    left = [" ".join(each.cmdline()) for each in psutil.Process().children() if each.is_running()]
    assert not [each for each in left if "spawn_main" in each]


def test_the_process_that_reads_knows_no_window() -> None:
    code = "import sys, maeditor.formats.returned.unpacking; print(*(m for m in sys.modules if 'PySide' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_openpyxl_reads_with_defusedxml_too() -> None:
    """It reads what other programs wrote in tests and in peers; without it one bomb would do."""
    assert openpyxl.DEFUSEDXML is True
