"""The XML of a workbook's parts, read by defusedxml as a stream: no tree, no document type, no entities."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from maeditor.domain.errors import WorkbookError
from maeditor.formats.returned.guard import WORKBOOK

BLOCK = 1 << 22
_FAULTS = (
    ParseError,
    DefusedXmlException,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    RuntimeError,
)
_LETTERS = {chr(65 + at): at + 1 for at in range(26)}


class EnoughError(Exception):
    """Whoever listens has heard all it wants."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: the name on its tab, and the part of the package that holds it."""

    title: str
    part: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is written: ``kind`` is its attribute ``t``, ``value`` its text."""

    row: int
    column: int
    kind: str
    value: str
    formula: bool


Hear: TypeAlias = Callable[[Cell], None]


@contextmanager
def whole(name: str) -> Iterator[None]:
    """Say of a part that cannot be read that the workbook is damaged."""
    try:
        yield
    except _FAULTS as fault:
        raise WorkbookError("workbook_damaged", name=name) from fault


def blocks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part; what is longer than declared, or other than its checksum says, raises BadZipFile."""
    with package.open(part) as stream:
        while block := stream.read(BLOCK):
            yield block


def parse(package: zipfile.ZipFile, part: str, target: object) -> None:
    """Tell a part to ``target`` (start, end, data), until it has heard enough."""
    parser: Any = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        for block in blocks(package, part):
            parser.feed(block)
        parser.close()
    except EnoughError:
        return


def sheet_parts(package: zipfile.ZipFile) -> tuple[SheetPart, ...]:
    """The sheets in the order of their tabs; what is no worksheet, or not in the package, is none."""
    book, relations = _Elements("sheet"), _Elements("Relationship")
    parse(package, WORKBOOK, book)
    parse(package, "xl/_rels/workbook.xml.rels", relations)
    targets = {
        each.get("Id", ""): _target(each.get("Target", ""))
        for each in relations.found
        if each.get("Type", "").endswith("/worksheet") and each.get("TargetMode", "") != "External"
    }
    named = [(each.get("name", ""), targets.get(each.get("id", ""), "")) for each in book.found]
    present = set(package.namelist())
    return tuple(SheetPart(title, part) for title, part in named if part in present)


def counts_from_1904(package: zipfile.ZipFile) -> bool:
    """Tell whether the workbook counts its days from 1904, as Excel on old Macs did."""
    properties = _Elements("workbookPr")
    parse(package, WORKBOOK, properties)
    return any(each.get("date1904", "") in {"1", "true"} for each in properties.found)


def first_texts(package: zipfile.ZipFile, part: str, rows: int) -> list[Cell]:
    """The cells of a sheet's first rows, shared texts still as their numbers."""
    found: list[Cell] = []

    def hear(cell: Cell) -> None:
        if cell.row > rows:
            raise EnoughError
        found.append(cell)

    parse(package, part, CellTarget(hear))
    return found


def shared_texts(package: zipfile.ZipFile, wanted: set[int]) -> dict[int, str]:
    """Some of the shared texts, by their number."""
    if not wanted or "xl/sharedStrings.xml" not in package.namelist():
        return {}
    target = _SharedTexts(wanted)
    parse(package, "xl/sharedStrings.xml", target)
    return target.found


def place_of(reference: str) -> tuple[int, int]:
    """Row and column (from 1) of a reference such as B7. Raises ValueError where it is none."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + _LETTERS[letter.upper()] if letter.upper() in _LETTERS else 1 << 20
    return int(reference[len(letters) :]), column


def _target(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Elements:
    """Keeps the attributes of every element of one name, without their namespaces."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.found: list[dict[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == self._name:
            self.found.append({_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        pass

    def close(self) -> None:
        pass


class _SharedTexts:
    def __init__(self, wanted: set[int]) -> None:
        self._wanted = wanted
        self._last = max(wanted)
        self._at = -1
        self._spoken = self._inside = False
        self._texts: list[str] = []
        self.found: dict[int, str] = {}

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "si":
            self._at += 1
            self._texts = []
        elif name == "rPh":
            self._spoken = True
        self._inside = name == "t" and not self._spoken and self._at in self._wanted

    def data(self, text: str) -> None:
        if self._inside:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._inside = False
        if name == "rPh":
            self._spoken = False
        elif name == "si" and self._at in self._wanted:
            self.found[self._at] = "".join(self._texts)
            if self._at == self._last:
                raise EnoughError

    def close(self) -> None:
        pass


class CellTarget:
    """Tells each cell once it is over; places that are not written are counted, as spreadsheets do."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._row = self._column = 0
        self._kind = ""
        self._formula = self._spoken = self._inside = self._open = False
        self._texts: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear the beginning of an element."""
        name = _local(tag)
        if name == "c":
            self._begin(attributes)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif name == "f":
            self._formula = self._open
        elif name == "rPh":
            self._spoken = True
        self._inside = self._open and (name == "v" or (name == "t" and not self._spoken))

    def _begin(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        if reference:
            self._row, self._column = place_of(reference)
        else:
            self._column += 1
        self._kind = attributes.get("t", "")
        self._formula = self._spoken = False
        self._open = True
        self._texts = []

    def data(self, text: str) -> None:
        """Hear a piece of text."""
        if self._inside:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        """Hear the end of an element."""
        name = _local(tag)
        self._inside = False
        if name == "rPh":
            self._spoken = False
        elif name == "c":
            self._open = False
            self._hear(Cell(self._row, self._column, self._kind, "".join(self._texts), self._formula))

    def close(self) -> None:
        """Nothing is left to tell."""
