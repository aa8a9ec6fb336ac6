"""Values as the XML of cells, fast: one small function a column, made once, called for every row."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any, TypeAlias

from maeditor.domain.units import MONEY, is_unit, unit
from maeditor.formats.workbook import cell_text
from maeditor.formats.workbook.columns import Column, Kind
from maeditor.formats.workbook.styles import MOST_DECIMALS, CellStyles
from maeditor.wording import Wording

Encode: TypeAlias = Callable[[Any, str], str]
"""Value and row number to what follows ``<c r="A1`` in the sheet part."""

Shorten: TypeAlias = Callable[[str, str], str]
"""Keeps a text that no cell holds elsewhere; takes text and row number, returns what the cell says instead."""

_CACHE = 4096
_CACHED_LENGTH = 64
_TEXT_OPEN = '" s="{}" t="inlineStr"><is><t xml:space="preserve">'
_TEXT_CLOSE = "</t></is></c>"
# One look decides for nearly every text that it can be written as it is; letters read from the right are among these.
_SPECIAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f&<>_\u0590-\u08ff\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufeff\ufffe\uffff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:")
_EPOCH = date(1899, 12, 30)
# Excel believes in a 29 February 1900: before March its numbers mean other days than LibreOffice's.
_FIRST_DAY = date(1900, 3, 1)
_DAY_SECONDS = 86_400
_EXACT_DIGITS = 15
_CENTS = 2


def utc_moment(text: str) -> datetime | None:
    """Read a time (ISO 8601, UTC where no zone is named); None where it is none, or only a day."""
    if not _MOMENT.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def word_of(words: str, key: str, wording: Wording) -> str:
    """Word a key of an enumeration; a sign such as ``≤``, or a key without a word, stands for itself."""
    named = f"workbook.{words}.{key}"
    return wording.say(named) if wording.knows(named) else key


class CellWriter:
    """Makes the encoders of one workbook's columns and counts the characters they had to replace."""

    def __init__(self, styles: CellStyles, wording: Wording) -> None:
        self._styles = styles
        self._wording = wording
        self.replaced = 0

    def encoder(self, column: Column, shorten: Shorten, address_column: str = "") -> Encode:
        """Make the function that writes one column; a link takes its address from ``address_column`` (a letter)."""
        styles = self._styles
        match column.kind:
            case Kind.TEXT:
                return self._text(styles.text, styles.text_quoted, shorten, (styles.text_rtl, styles.text_rtl_quoted))
            case Kind.PROSE:
                from_right = (styles.prose_rtl, styles.prose_rtl_quoted)
                return self._text(styles.prose, styles.prose_quoted, shorten, from_right)
            case Kind.FAINT:
                return self._text(styles.faint, styles.faint_quoted, shorten)
            case Kind.STORED:
                return self._text(styles.stored, styles.stored_quoted, shorten)
            case Kind.LINK:
                return self._link(address_column, column.before)
            case Kind.NUMBER:
                return self._number
            case Kind.MEASURE:
                return self._measure
            case Kind.PERCENT:
                return self._percent
            case Kind.YES_NO:
                return self._yes_no
            case Kind.WORD | Kind.DATE | Kind.MOMENT:
                text = self._text(styles.text, styles.text_quoted, shorten)
                return _remembering(self._repeated(column, text))

    def _repeated(self, column: Column, text: Encode) -> Encode:
        """Columns of few different values."""
        if column.kind is Kind.WORD:
            return self._words(column.words, text)
        return self._date(text) if column.kind is Kind.DATE else self._moment(text)

    def blank(self, column: Column) -> str:
        """Write a cell without a value, so that lines go on and what is typed there looks like its column."""
        styles = self._styles
        style = {
            Kind.PROSE: styles.prose,
            Kind.FAINT: styles.faint,
            Kind.NUMBER: styles.plain_number,
            Kind.MEASURE: styles.plain_number,
            Kind.PERCENT: styles.percent,
            Kind.DATE: styles.day,
            Kind.MOMENT: styles.moment,
            Kind.YES_NO: styles.yes_no,
        }.get(column.kind, styles.text)
        return f'" s="{style}"/>'

    def heading(self, text: str, *, quiet: bool) -> str:
        """Write a header cell; quiet where nothing below it is taken back."""
        style = self._styles.header_quiet if quiet else self._styles.header
        return _TEXT_OPEN.format(style) + cell_text.xml_text(text) + _TEXT_CLOSE

    def _text(self, plain: int, quoted: int, shorten: Shorten, from_right: tuple[int, int] | None = None) -> Encode:
        open_plain, open_quoted = _TEXT_OPEN.format(plain), _TEXT_OPEN.format(quoted)
        rtl_plain, rtl_quoted = (_TEXT_OPEN.format(style) for style in from_right or (plain, quoted))
        special, starts, surely_fits = _SPECIAL.search, frozenset("=+-@\t\r"), cell_text.CELL_LIMIT // 2

        def encode(value: str, row: str) -> str:
            start = open_quoted if value[0] in starts else open_plain
            if len(value) <= surely_fits and special(value) is None:
                return f"{start}{value}{_TEXT_CLOSE}"
            value, replaced = cell_text.fit(value)
            self.replaced += replaced
            if from_right and cell_text.reads_from_the_right(value):
                start = rtl_plain if start is open_plain else rtl_quoted
            if cell_text.is_too_long(value):
                value = shorten(value, row)
            return f"{start}{cell_text.xml_text(value)}{_TEXT_CLOSE}"

        return encode

    def _words(self, words: str, text: Encode) -> Encode:
        def encode(value: str, row: str) -> str:
            return text("; ".join(word_of(words, key, self._wording) for key in value.split("; ")), row)

        return encode

    def _measure(self, value: tuple[Decimal | int, str], row: str) -> str:
        number, unit = value
        text = str(number)
        # Money has cents or none; prices a unit can have more digits, which stay.
        least = _CENTS if text[-2:-1] == "." and _is_money(unit) else 0
        return self._number(number, row, least)

    def _number(self, value: Decimal | int, _row: str, least: int = 0) -> str:
        if type(value) is int:
            if -(10**_EXACT_DIGITS) < value < 10**_EXACT_DIGITS:
                return f'" s="{self._styles.decimals[0]}"><v>{value}</v></c>'
            return self._exactly(str(value))
        text = str(value)
        digits, point, decimals = text.lstrip("-").partition(".")
        if not (digits + decimals).isdecimal():
            if not Decimal(value).is_finite() or abs(Decimal(value).adjusted()) > _EXACT_DIGITS:
                return self._exactly(text)
            text = format(value, "f")
            digits, point, decimals = text.lstrip("-").partition(".")
        if len((digits + decimals).lstrip("0")) > _EXACT_DIGITS:
            return self._exactly(text)
        count = max(len(decimals) if point else 0, least)
        styles = self._styles
        style = styles.decimals[count] if count <= MOST_DECIMALS else styles.plain_number
        return f'" s="{style}"><v>{text}</v></c>'

    def _exactly(self, text: str) -> str:
        # A spreadsheet keeps 15 digits of a number; as text none is lost.
        return _TEXT_OPEN.format(self._styles.exact) + text + _TEXT_CLOSE

    def _percent(self, value: Decimal | float, _row: str) -> str:
        if not isfinite(value):
            return self._exactly(str(value))
        return f'" s="{self._styles.percent}"><v>{value}</v></c>'

    def _yes_no(self, value: bool, _row: str) -> str:
        return f'" s="{self._styles.yes_no}" t="b"><v>{int(value)}</v></c>'

    def _date(self, text: Encode) -> Encode:
        def encode(value: str, row: str) -> str:
            if _FULL_DAY.fullmatch(value):
                try:
                    day = date.fromisoformat(value)
                except ValueError:
                    return text(value, row)
                if day >= _FIRST_DAY:
                    return f'" s="{self._styles.day}"><v>{(day - _EPOCH).days}</v></c>'
            return text(value, row)

        return encode

    def _moment(self, text: Encode) -> Encode:
        def encode(value: str, row: str) -> str:
            moment = utc_moment(value)
            if moment is None or moment.date() < _FIRST_DAY:
                return text(value, row)
            seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
            serial = (moment.date() - _EPOCH).days + seconds / _DAY_SECONDS
            return f'" s="{self._styles.moment}"><v>{serial!r}</v></c>'

        return encode

    def _link(self, address_column: str, prefix: str) -> Encode:
        label = self._wording.say("workbook.open_link")
        can_link = _deciding(lambda value: cell_text.can_link(prefix + value))
        joined = f'"{prefix}"&amp;' if prefix else ""
        before = f'" s="{self._styles.link}" t="str"><f>HYPERLINK({joined}{address_column}'
        after = f',"{cell_text.xml_text(label)}")</f><v>{cell_text.xml_text(label)}</v></c>'
        blank = f'" s="{self._styles.text}"/>'

        def encode(value: str, row: str) -> str:
            return f"{before}{row}{after}" if can_link(value) else blank

        return encode


@lru_cache(maxsize=256)
def _is_money(code: str) -> bool:
    return is_unit(code) and unit(code).dimension == MONEY


def _remembering(encode: Encode) -> Encode:
    """Remember what few different short values look like; what needs mending or keeping elsewhere is done each time."""
    known: dict[str, str] = {}

    def remembered(value: str, row: str) -> str:
        found = known.get(value)
        if found is None:
            found = encode(value, row)
            if len(value) <= _CACHED_LENGTH and value.isprintable():
                if len(known) >= _CACHE:
                    known.clear()
                known[value] = found
        return found

    return remembered


def _deciding(decide: Callable[[str], bool]) -> Callable[[str], bool]:
    known: dict[str, bool] = {}

    def decided(value: str) -> bool:
        found = known.get(value)
        if found is None:
            if len(known) >= _CACHE:
                known.clear()
            found = known[value] = decide(value)
        return found

    return decided
