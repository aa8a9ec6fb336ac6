"""Values of facts: quantities with a comparator, in exact decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
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
    For ``RANGE`` ``lower`` and ``upper`` are set and ``amount`` is None; for all others only ``amount`` is. Anything
    else, and NaN or infinity, raises ValueError.
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
        if not all(number.is_finite() for number in (self.amount, self.lower, self.upper) if number is not None):
            message = "an amount is a number"
            raise ValueError(message)

    @classmethod
    def of(cls, amount: Decimal, unit: str = "1", comparator: Comparator = Comparator.EQUAL) -> Quantity:
        """Build a quantity of one amount."""
        return cls(comparator, amount, None, None, unit)

    @classmethod
    def between(cls, lower: Decimal, upper: Decimal, unit: str = "1") -> Quantity:
        """Build a range; the ends are put in order."""
        return cls(Comparator.RANGE, None, min(lower, upper), max(lower, upper), unit)

    @property
    def is_ordered(self) -> bool:
        """Tell whether the ends of a range stand in order; true of everything else."""
        return self.lower is None or self.upper is None or self.lower <= self.upper


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which numbers a value lies: None where that side is open, ``*_within`` whether the end itself counts."""

    low: Decimal | None
    high: Decimal | None
    low_within: bool = True
    high_within: bool = True

    def meet(self, other: Bounds) -> bool:
        """Tell whether some number lies within both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Bounds) -> bool:
        if self.high is None or other.low is None:
            return False
        touching = self.high == other.low and not (self.high_within and other.low_within)
        return self.high < other.low or touching


ABOUT = Decimal("0.1")
"""How far an "about" reaches to either side, as a share of the amount: "près de 500" holds of 450 and of 550."""


def bounds(quantity: Quantity) -> Bounds:
    """Between which numbers a quantity says its value lies, in its own unit."""
    amount = quantity.amount
    if amount is None:
        low, high = quantity.lower, quantity.upper
        return Bounds(low, high) if quantity.is_ordered else Bounds(high, low)
    match quantity.comparator:
        case Comparator.LESS:
            return Bounds(None, amount, high_within=False)
        case Comparator.AT_MOST:
            return Bounds(None, amount)
        case Comparator.MORE:
            return Bounds(amount, None, low_within=False)
        case Comparator.AT_LEAST:
            return Bounds(amount, None)
        case Comparator.ABOUT:
            with localcontext(room_for(amount)):
                reach = abs(amount) * ABOUT
                return Bounds(amount - reach, amount + reach)
        case _:
            return Bounds(amount, amount)


def canonical(quantity: Quantity) -> str:
    """Write a quantity neutrally, with the code of its unit: ``≤ 500 MW``, ``40–386 MW``, ``23``."""
    if quantity.amount is None:
        number = "–".join(_digits(end) for end in (quantity.lower, quantity.upper) if end is not None)
    else:
        sign = "" if quantity.comparator is Comparator.EQUAL else f"{quantity.comparator} "
        number = sign + _digits(quantity.amount)
    return number if quantity.unit == "1" else f"{number} {quantity.unit}"


def room_for(*numbers: Decimal) -> Context:
    """A context in which multiplying these, or dividing them where the quotient has an end, loses nothing."""
    digits = sum(len(number.as_tuple().digits) for number in numbers)
    return Context(prec=digits + 80, Emax=MAX_EMAX, Emin=MIN_EMIN)


_PLAIN = 400  # beyond that many zeros a number is a mistake; it keeps its exponent instead of filling the memory


def plain(number: Decimal) -> Decimal:
    """Same number without trailing zeros, without an exponent where its size is sane, without a minus before 0."""
    with localcontext(room_for(number)) as context:
        context.prec += _PLAIN
        short = number.normalize()
        if 0 < short.adjusted() <= _PLAIN and int(short.as_tuple().exponent) > 0:
            short = short.quantize(Decimal(1))
        return abs(short) if short.is_zero() else short


def _digits(number: Decimal) -> str:
    short = plain(number)
    return str(short) if abs(short.adjusted()) > _PLAIN else format(short, "f")
