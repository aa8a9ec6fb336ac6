"""The lines of a PDF, page by page, as PDFium finds them: words with their places, right-to-left ones put right."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.documents.right_to_left import LATIN, LETTERS, as_written, letters_again, runs_from_right

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 2_000
MOST_CHARACTERS = 4_000_000
SOFT = "\u00ad"
"""Ends a line whose last word was broken there."""

_CELL_GAP = 1.8
"""Ems between two words that do not belong to one run of text."""
_SEAM = 0.4
"""Ems between two words without a space that was set: a no-break space, or a narrow gap between two cells."""
_ITEM_GAP = 6.0
_MARK = re.compile(r"[^\w\s]|\d{1,2}[.)]|[a-z][.)]")
_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
_ALEFS = frozenset("اأإآٱ")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together in a line; places in points, from the page's left."""

    text: str
    left: float
    right: float
    first_width: float
    """Of its first word."""
    parts: tuple[Segment, ...] = ()
    """What it falls into where no space was set between two words: perhaps cells, perhaps no-break spaces."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line; ``bottom`` grows upwards, ``size`` is the height of its letters' font."""

    page: int
    segments: tuple[Segment, ...]
    bottom: float
    top: float
    size: float
    from_right: bool

    @property
    def left(self) -> float:
        """Where it begins, or ends if it runs from the right."""
        return min(segment.left for segment in self.segments)

    @property
    def right(self) -> float:
        """Its other end."""
        return max(segment.right for segment in self.segments)

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF holds: lines in the order they were set, and what it says of itself."""

    lines: list[Line]
    title: str
    author: str
    made: str
    producer: str


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    set_apart: bool
    """No space was set before it: it was only put further on."""


def read_lines(data: bytes, name: str) -> PdfText:
    """Read all lines. Raises UnreadableFileError."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise UnreadableFileError("document_is_locked" if locked else "document_is_damaged", name=name) from error
    if pages > MOST_PAGES:
        raise UnreadableFileError("document_has_too_many_pages", name=name, limit=MOST_PAGES)
    lines: list[Line] = []
    left = MOST_CHARACTERS
    for number in range(pages):
        found, count = _page_lines(document, number)
        lines += found
        left -= count
        if left < 0:
            raise UnreadableFileError("document_unpacks_too_large", name=name)
    if not pages:
        raise UnreadableFileError("document_is_damaged", name=name)
    said = document.get_metadata_dict()
    producer = f"{said.get('Creator', '')} {said.get('Producer', '')}"
    return PdfText(lines, said.get("Title", ""), said.get("Author", ""), said.get("CreationDate", ""), producer)


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], int]:
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return [], 0  # a page that is broken holds nothing; the others may
    count = text.count_chars()
    lines: list[Line] = []
    found = list(_word_lines(text, min(count, MOST_CHARACTERS)))
    apart = sum(word.set_apart for words in found for word in words[1:])
    spaced = 3 * apart < sum(len(words) - 1 for words in found)
    for words in found:
        line = _line(words, number, spaced=spaced)
        before = lines[-1] if lines else None
        joined = _one_row(before, line) if before is not None else None
        if joined is not None:
            lines[-1] = joined
        else:
            lines.append(line)
    text.close()
    page.close()
    return lines, count


def _word_lines(page: Any, count: int) -> Iterator[list[_Word]]:  # noqa: ANN401  a ctypes handle
    """Give the words of each line, in reading order."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(each) for each in (left, right, bottom, top)]
    words: list[_Word] = []
    word: _Word | None = None
    letter, box = "", (0.0, 0.0)
    high = 0
    space = False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        sign = SOFT if code in _HYPHENS else chr(code)
        if sign in "\r\n" or sign.isspace():
            word = None
            space = space or not raw.FPDFText_IsGenerated(page, index)
            if sign in "\r\n" and words:
                yield words
                words = []
            continue
        if not code:
            continue
        raw.FPDFText_GetCharBox(page, index, *places)
        if word is None:
            size = raw.FPDFText_GetFontSize(page, index)
            word = _Word("", left.value, right.value, bottom.value, top.value, size, not space)
            space = False
            words.append(word)
        # One glyph for lam and alef: PDFium turns round what it stands for along with the line.
        elif sign == "ل" and letter in _ALEFS and box == (left.value, right.value):
            word.text = word.text[:-1]
            sign += letter
        word.text += sign
        letter, box = sign[-1], (left.value, right.value)
        word.left, word.right = min(word.left, left.value), max(word.right, right.value)
        word.bottom, word.top = min(word.bottom, bottom.value), max(word.top, top.value)
        if sign == SOFT:
            yield words
            words, word = [], None
    if words:
        yield words


def _line(words: list[_Word], page: int, *, spaced: bool) -> Line:
    """``spaced`` tells that spaces are set on this page, so that a gap without one is no mere space."""
    from_right = runs_from_right(" ".join(word.text for word in words))
    size = max(_size(word) for word in words)
    groups: list[list[_Word]] = [[words[0]]]
    for word in words[1:]:
        before = groups[-1][-1]
        gap = max(word.left - before.right, before.left - word.right)
        if gap > _CELL_GAP * size and not _is_bullet(before.text, gap, size):
            groups.append([word])
        else:
            groups[-1].append(word)
    return Line(
        page,
        tuple(_segment(group, size if spaced else 0.0, from_right=from_right) for group in groups),
        min(word.bottom for word in words),
        max(word.top for word in words),
        size,
        from_right,
    )


def _names_forward(words: list[_Word]) -> list[str]:
    """Latin words that follow one another stand from the left, also in a line that runs from the right."""
    ordered: list[str] = []
    run: list[_Word] = []
    for word in [*words, None]:
        if word is not None and LATIN.search(word.text) and not LETTERS.search(word.text):
            run.append(word)
            continue
        if len(run) > 1 and run[0].left > run[-1].left:
            # What ends the sentence stands furthest left, and is taken for the end of the word there.
            last = run[-1].text.rstrip(".,،؛:")
            ordered += [last, *(each.text for each in reversed(run[:-1]))]
            ordered[-1] += run[-1].text[len(last) :]
        else:
            ordered += [each.text for each in run]
        ordered += [word.text] if word is not None else []
        run = []
    return ordered


def _size(word: _Word) -> float:
    """The font's size as it is on the page: where a matrix enlarges it, its own number says nothing."""
    height = word.top - word.bottom
    return word.size if word.size > 1.5 and word.size < 6 * height + 6 else max(1.4 * height, 1.0)


def _is_bullet(before: str, gap: float, size: float) -> bool:
    """Tell whether a wide space only sets a bullet or number apart from its item."""
    return gap < _ITEM_GAP * size and bool(_MARK.fullmatch(before))


def _segment(words: list[_Word], size: float, *, from_right: bool) -> Segment:
    text = letters_again(" ".join(_names_forward(words) if from_right else [word.text for word in words]))
    text = as_written(text) if from_right else text
    left, right = min(word.left for word in words), max(word.right for word in words)
    groups: list[list[_Word]] = [[words[0]]]
    for word in words[1:]:
        before = groups[-1][-1]
        if size and word.set_apart and max(word.left - before.right, before.left - word.right) > _SEAM * size:
            groups.append([word])
        else:
            groups[-1].append(word)
    parts = tuple(_segment(group, 0.0, from_right=from_right) for group in groups) if len(groups) > 1 else ()
    return Segment(text, left, right, words[0].right - words[0].left, parts)


def _one_row(before: Line, line: Line) -> Line | None:
    """Join what stands on one base line but was set in pieces, as cells of a table are."""
    level = abs(before.bottom - line.bottom) < 0.35 * max(before.size, line.size)
    similar = 0.75 < before.size / line.size < 1.34
    apart = line.left >= before.right if not line.from_right else line.right <= before.left
    if not (level and similar and apart) or before.text.endswith(SOFT):
        return None
    gap = max(line.left - before.right, before.left - line.right)
    segments = before.segments + line.segments
    if gap <= _CELL_GAP * line.size:
        last, first = before.segments[-1], line.segments[0]
        joined = Segment(
            f"{last.text} {first.text}",
            min(last.left, first.left),
            max(last.right, first.right),
            last.first_width,
            (last, first),
        )
        segments = (*before.segments[:-1], joined, *line.segments[1:])
    return Line(
        line.page,
        segments,
        min(before.bottom, line.bottom),
        max(before.top, line.top),
        max(before.size, line.size),
        line.from_right,
    )
