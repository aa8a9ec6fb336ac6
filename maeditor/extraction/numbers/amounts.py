"""Numbers in figures, with French and English grouping."""

from __future__ import annotations

import re
from decimal import Decimal

#: A number in figures in a folded text: grouped by spaces, commas, points or apostrophes, or plain.
FIGURES = re.compile(
    r"""
    (?<!\d)(?<!\d[.,])(?:
        [1-9]\d{0,2}(?:[ ]\d{3}){1,6}(?!\d|[ ]\d{4})(?:[.,]\d+)?
      | [1-9]\d{0,2}(?:'\d{3}){1,6}(?!\d)(?:[.,]\d+)?
      | [1-9]\d{0,2}(?:,\d{3}){2,6}(?!\d)(?:\.\d+)?
      | [1-9]\d{0,2}(?:,\d{3}){1,6}\.\d+
      | [1-9]\d?(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?
      | [1-9]\d{0,2}(?:\.\d{3}){2,6}(?!\d)(?:,\d+)?
      | [1-9]\d{0,2}(?:\.\d{3}){1,6},\d+
      | \d+(?:[.,]\d+)?
    )
  | (?<![\w.,)\]])[.,]\d+(?![.,]?\d)
    """,
    re.VERBOSE,
)


def amount(figures: str, language: str) -> Decimal:
    """Read a number in figures as a reader of ``language`` does: "1.200" is 1200 in French, "1,200" in English."""
    compact = figures.replace(" ", "").replace("'", "")
    comma, point = compact.rfind(","), compact.rfind(".")
    if comma >= 0 and point >= 0:
        mark, other = (",", ".") if comma > point else (".", ",")
        return Decimal(compact.replace(other, "").replace(mark, "."))
    mark = "," if comma >= 0 else "." if point >= 0 else ""
    if not mark:
        return Decimal(compact)
    head, *groups = compact.split(mark)
    grouped = " " not in figures and 0 < len(head) <= 3 and head[0] != "0" and all(len(part) == 3 for part in groups)
    if grouped and (len(groups) > 1 or language == "ar" or mark == ("," if language == "en" else ".")):
        return Decimal(head + "".join(groups))
    if len(groups) > 1:
        # Indian grouping: 12,34,567.
        return Decimal(compact.replace(mark, ""))
    return Decimal(f"{head or '0'}.{''.join(groups)}")


def tidy(value: Decimal) -> Decimal:
    """Write a whole amount without decimals: 2.5 milliards are 2500000000, not 2500000000.0."""
    if value == value.to_integral_value() and abs(value) < 10**24:
        return value.quantize(Decimal(1))
    return value
