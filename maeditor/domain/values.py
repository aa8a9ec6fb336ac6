"""Values of facts: quantities with a comparator, in exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """How an amount bounds the value: "n'excède pas 500 MW" is ``AT_MOST``."""

    EQUAL = "="
    ABOUT = "≈"
    LESS = "<"
    AT_MOST = "≤"
    MORE = ">"
    AT_LEAST = "≥"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as written: one amount, or two ends for a range.

    ``unit`` is a UCUM code, an ISO 4217 currency, a rate of these (``MAD/kWh``) or ``"1"`` for plain numbers.
    For ``RANGE`` ``lower`` and ``upper`` are set and ``amount`` is None; for all others only ``amount`` is.
    """

    comparator: Comparator
    amount: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    unit: str

    def __post_init__(self) -> None:
        if self.comparator is Comparator.RANGE:
            whole = self.amount is None and self.lower is not None and self.upper is not None
        else:
            whole = self.amount is not None and self.lower is None and self.upper is None
        if not whole:
            message = "a range has two ends, everything else one amount"
            raise ValueError(message)

    @classmethod
    def of(cls, amount: Decimal, unit: str = "1", comparator: Comparator = Comparator.EQUAL) -> Quantity:
        """Build a quantity of one amount."""
        return cls(comparator, amount, None, None, unit)

    @classmethod
    def between(cls, lower: Decimal, upper: Decimal, unit: str = "1") -> Quantity:
        """Build a range; the ends are put in order."""
        return cls(Comparator.RANGE, None, min(lower, upper), max(lower, upper), unit)
