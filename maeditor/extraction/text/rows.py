"""Finds tables in plain text: delimited rows, one cell a line, and rows whose cells are glued together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

Span = tuple[int, int]

_DELIMITERS = (re.compile(r"\s*\|\s*"), re.compile(r"\t+"), re.compile(r"\s*;\s*"), re.compile(r" {2,}|[ \u00a0]{3,}"))
_RULE = re.compile(r"[\s|:+=_-]+$")
_NUMBER = re.compile(
    r"[(<>~≈±+−-]?\s?(?:[A-Z]{2,3}\s?|[$€£]\s?)?\d[\d\s.,\u00a0\u202f]*\s?(?:%|°C?|[€$£]|\w{1,4}[²³/]?\w{0,3}"
    r"|(?:ex[ -]?(?:æ|ae)quo)|(?:millions?|milliards?)[\w\s€$]*)?\)?\*?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:[-–—.*/]+|n\.?[da]\.?|n/[ad]|nd|nc|n\.c\.|ns|tbc|\?)$", re.IGNORECASE)
_ORDER = re.compile(r"\d{1,3}(?:er|e|ᵉ|ème|st|nd|rd|th)?(?:\s(?:ex[ -]?(?:æ|ae)quo))?$|#\d{1,3}$")
_YEAR = re.compile(
    r"(?:fin |T[1-4] |Q[1-4] |S[12] |H[12] )?(?:19|20)\d\d(?:[-/]\d{2,4})?(?:\s?[*eEpPf]|\s?\([a-zé.]+\))?$"
)
_JOINT = re.compile(r"(?<=[a-zà-ÿ)%°ᵉ²³])(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ]{2,})")
_YEARS = re.compile(
    r"\s*(?P<name>(?!\s)(?:[^\d\s](?:[^\d\n]{0,38}[^\d\s])?)?)\s*"
    r"(?P<years>(?:(?:19|20)\d\d[eEpPf*]?\s+){1,7}(?:19|20)\d\d[eEpPf*]?)\s*$"
)
_COLUMN = re.compile(r"(?:19|20)\d\d[eEpPf*]?")
_TRAIL = re.compile(r"(?:\s[+−-]?\d[\d.,]*(?:\s?%)?)+\s*$")
_STUCK = re.compile(r"[a-zà-ÿ]{3}\d|[)%]\d|\d[A-ZÀ-Þ][a-zà-ÿ]{2}|[°ᵉ%][A-ZÀ-Þ][a-zà-ÿ]")
_SAMPLE = 60
#: Longer lines are prose: what is asked of rows costs their length squared.
_WIDEST = 400
_CELLS = 900
_SENTENCE = re.compile(r"[.!?…]\s*$")


class Form(StrEnum):
    """How a table was flattened to text."""

    DELIMITED = "delimited"
    VERTICAL = "vertical"
    GLUED = "glued"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: lines ``first`` to ``last``, rows of cell spans, whether the first row is the header.

    Rows of glued cells are one span each: where one cell ends is for ``tables`` to weigh.
    """

    form: Form
    first: int
    last: int
    rows: tuple[tuple[Span, ...], ...]
    header: bool


def find_tables(text: str, spans: list[Span]) -> list[Table]:
    """Find the tables of a text, given its lines."""
    tables: list[Table] = []
    index = 0
    while index < len(spans):
        table = (
            _delimited(text, spans, index)
            or _spaced(text, spans, index)
            or _glued(text, spans, index)
            or _vertical(text, spans, index)
        )
        if table is None:
            index += 1
            continue
        tables.append(table)
        index = table.last + 1
    return tables


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a value: a number with its unit, or a sign for none."""
    return bool(_NUMBER.match(cell) or _NOTHING.match(cell) or _ORDER.match(cell))


def is_year(cell: str) -> bool:
    """Tell whether a cell is a year, as headers of columns are."""
    return bool(_YEAR.match(cell.strip()))


def _delimited(text: str, spans: list[Span], first: int) -> Table | None:
    start, end = spans[first]
    if end - start > _WIDEST or not text[start:end].strip():
        return None
    for delimiter in _DELIMITERS:
        head = _cells(text, start, end, delimiter)
        if len(head) < 2:
            continue
        rows: list[tuple[Span, ...]] = [tuple(head)]
        last = row = first
        step, whole = _SAMPLE, (0, first)
        for index in range(first + 1, len(spans)):
            left, right = spans[index]
            line = text[left:right]
            if _RULE.match(line) and line.strip():
                if index - row > _SAMPLE:
                    break
                last = index
                continue
            cells = _cells(text, left, right, delimiter) if right - left <= _WIDEST else []
            if len(cells) < 2 or abs(len(cells) - len(head)) > (1 if len(head) > 2 else 0):
                break
            rows.append(tuple(cells))
            last = row = index
            if len(rows) == step:
                if not _tabular(text, rows):
                    break
                step, whole = 2 * step, (len(rows), last)
        if len(rows) < 2 or not _tabular(text, rows):
            rows, last = rows[: whole[0]], whole[1]  # so far it was one: the lines after are not read again from each
        if rows:
            return Table(Form.DELIMITED, first, last, tuple(rows), _is_header(text, rows))
    return None


def _cells(text: str, start: int, end: int, delimiter: re.Pattern[str]) -> list[Span]:
    while start < end and text[start] in " \t|":
        start += 1
    while end > start and text[end - 1] in " \t|\r":
        end -= 1
    cells: list[Span] = []
    left = start
    for match in delimiter.finditer(text, start, end):
        cells.append((left, match.start()))
        left = match.end()
    if left < end or cells:
        cells.append((left, end))
    return cells


def _tabular(text: str, rows: list[tuple[Span, ...]]) -> bool:
    body = [text[left:right].strip() for row in rows[1:] for left, right in row]
    values = sum(is_number(cell) or is_year(cell) for cell in body)
    longest = max((len(cell) for cell in body), default=0)
    firsts = [text[slice(*row[0])].strip() for row in rows]
    bullets = sum(first in {"•", "-", "–", "*", ""} for first in firsts)
    return values >= max(1, 0.25 * len(body)) and longest <= 90 and bullets < len(rows) / 2


def _is_header(text: str, rows: list[tuple[Span, ...]]) -> bool:
    head = [text[left:right].strip() for left, right in rows[0]]
    return not any(is_number(cell) and not is_year(cell) for cell in head if cell)


def _spaced(text: str, spans: list[Span], first: int) -> Table | None:
    """Rows of words and numbers parted by single blanks under a row of years, as copied from reports."""
    head = _YEARS.match(text, *spans[first])
    if head is None:
        return None
    years = [match.span() for match in _COLUMN.finditer(text, head.start("years"), head.end())]
    rows: list[tuple[Span, ...]] = [((head.start("name"), head.end("name")), *years)]
    for index in range(first + 1, len(spans)):
        cells = _values(text, *spans[index], len(years))
        if cells is None:
            break
        rows.append(tuple(cells))
    return Table(Form.DELIMITED, first, first + len(rows) - 1, tuple(rows), True) if len(rows) >= 3 else None


def _values(text: str, start: int, end: int, columns: int) -> list[Span] | None:
    """Cut a label and so many numbers; digits grouped by blanks are shared out evenly."""
    found = _TRAIL.search(text, start, end) if end - start <= _WIDEST else None
    if found is None or not text[start : found.start()].strip():
        return None
    tokens = [
        (match.start() + found.start(), match.end() + found.start()) for match in re.finditer(r"\S+", found.group())
    ]
    tokens = [token for token in tokens if text[slice(*token)] != "%"]
    if not tokens or len(tokens) % columns:
        return None
    size = len(tokens) // columns
    groups = [tokens[place : place + size] for place in range(0, len(tokens), size)]
    if size > 1 and any(
        re.fullmatch(r"\d{3}(?:[.,]\d+)?", text[slice(*token)]) is None for group in groups for token in group[1:]
    ):
        return None
    return [(start, found.start()), *((group[0][0], group[-1][1]) for group in groups)]


def _vertical(text: str, spans: list[Span], first: int) -> Table | None:
    """One cell a line: find how many columns make the kinds of cells repeat."""
    if first and _short(text, spans[first - 1]) and (first < 3 or _short(text, spans[first - 3])):
        return None  # tried from the start of this run of short lines already
    cells: list[tuple[Span, str, int]] = []
    for index in range(first, min(len(spans), first + _CELLS)):
        start, end = spans[index]
        cell = text[start:end].strip()
        if (
            not cell
            or len(cell) > 48
            or (_SENTENCE.search(cell) and not is_number(cell))
            or (cell[0] in "•-*" and not is_number(cell))
        ):
            break
        cells.append(((start, end), cell, index))
    if len(cells) < 6:
        return None
    kinds = [is_number(cell) and not is_year(cell) for _, cell, _ in cells]
    if not 0.2 <= sum(kinds) / len(kinds) <= 0.85:
        return None
    best: tuple[float, int, int, bool] | None = None
    for columns in range(2, min(7, len(cells) // 2 + 1)):
        for skipped in (0, 1):
            for header in (True, False):
                score = _regular(kinds[skipped:], columns, header)
                if score is not None and (best is None or score > best[0] + 0.001):
                    best = (score, columns, skipped, header)
    if best is None:
        return None
    _, columns, skipped, header = best
    body = cells[skipped:]
    whole = len(body) // columns * columns
    rows = tuple(tuple(span for span, _, _ in body[row : row + columns]) for row in range(0, whole, columns))
    return Table(Form.VERTICAL, body[0][2], body[whole - 1][2], rows, header)


def _short(text: str, span: Span) -> bool:
    return span[1] - span[0] <= 48 and bool(text[slice(*span)].strip())


def _regular(kinds: list[bool], columns: int, header: bool) -> float | None:
    """Score how regularly values repeat with so many columns; None where they do not."""
    body = kinds[columns:] if header else kinds
    rows = len(body) // columns
    if rows < (2 if header else 3) or (header and any(kinds[:columns])):
        return None
    if not header and columns > 2:
        return None
    body = body[: rows * columns]
    agreeing = 0
    shapes = []
    for column in range(columns):
        of_column = body[column::columns]
        values = sum(of_column)
        agreeing += max(values, rows - values)
        shapes.append(values * 2 > rows)
    share = agreeing / len(body)
    left_over = (len(kinds) - (columns if header else 0)) % columns
    if share < 0.9 or not any(shapes) or all(shapes):
        return None
    return share - 0.08 * left_over + (0.05 if header else 0) - 0.01 * columns


def _glued(text: str, spans: list[Span], first: int) -> Table | None:
    """Rows without any delimiter: ``PaysPuissance (MW)`` over ``Maroc120``."""
    if len(pieces(text, *spans[first])) < 2:
        return None
    last = first
    stuck = 0
    while last < min(len(spans), first + _SAMPLE):
        start, end = spans[last]
        line = text[start:end].strip()
        glued = bool(_STUCK.search(line))
        if not line or len(line) > 140 or _SENTENCE.search(line) or not (glued or _JOINT.search(line)):
            break
        stuck += glued
        last += 1
    if last - first < 2 or not stuck:
        return None
    rows = tuple((spans[index],) for index in range(first, last))
    return Table(Form.GLUED, first, last - 1, rows, True)


def pieces(text: str, start: int, end: int) -> list[Span]:
    """Cut glued words where a capital follows a small letter: ``CritèreMaroc`` is two cells."""
    cuts = [start, *(match.start() for match in _JOINT.finditer(text, start, end)), end]
    return [(left, right) for left, right in pairwise(cuts) if text[left:right].strip()]
