"""Units of quantities: what they measure, how they convert exactly, how they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, Inexact, localcontext
from functools import lru_cache
from types import MappingProxyType

from maeditor.domain.errors import ValueTextError
from maeditor.domain.unit_table import (
    CURRENCIES,
    HASTY,
    MONEY_SYMBOLS,
    PER_TIME,
    PRICED_IN,
    SINGULAR,
    TABLE,
    WITH_RATES,
)
from maeditor.domain.values import Quantity, plain, room_for

MONEY = "money"

DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {**{dimension: base for dimension, base, _ in reversed(TABLE)}, "percent": "%", MONEY: ""}
)
"""What can be measured, each with the unit it is counted in; money has none: no currency stands for the others."""

_DIGITS = 34  # as IEEE decimal128 has; only quotients that never end are rounded
_LONGEST = 60  # what is longer was not written as a unit
_ANNOTATION = re.compile(r"\{[^{}]+\}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: one of it is ``factor`` of its ``base``; two units convert into each other only where that is the same.

    ``dimension`` says what sort of thing is measured and can hold several bases that never convert: watts and
    volt-amperes, a volume and a volume a year, one currency and another.
    """

    code: str
    dimension: str
    base: str
    factor: Decimal
    symbol_fr: str
    symbol_en: str


def _table() -> dict[str, Unit]:
    return {
        code: Unit(code, dimension, base, Decimal(factor), french, english or french)
        for dimension, base, rows in TABLE
        for code, factor, french, english in rows
    }


_UNITS = _table()


@lru_cache(maxsize=1024)
def _found(code: str) -> Unit | None:
    if len(code) > _LONGEST:
        return None
    known = _UNITS.get(code)
    if known is not None:
        return known
    if code in CURRENCIES:
        french, english = MONEY_SYMBOLS.get(code, (code, code))
        return Unit(code, MONEY, code, Decimal(1), french, english)
    if _ANNOTATION.fullmatch(code):
        return Unit(code, "number", "1", Decimal(1), code[1:-1], code[1:-1])
    above, slash, below = code.rpartition("/")
    if not slash:
        return None
    if below in PER_TIME:
        return _rate(_found(above), below)
    return _price(above, below)


def _rate(above: Unit | None, below: str) -> Unit | None:
    if above is None or "/" in above.base or above.dimension not in WITH_RATES | {MONEY}:
        return None
    french, english = PER_TIME[below]
    return Unit(
        f"{above.code}/{below}",
        above.dimension,
        f"{above.base}/{below}",
        above.factor,
        above.symbol_fr + french,
        above.symbol_en + english,
    )


def _price(above: str, below: str) -> Unit | None:
    money, goods = (_found(above) if above in CURRENCIES else None), _found(below)
    if money is None or goods is None:
        return None
    priced_in = PRICED_IN.get(goods.base)
    if _ANNOTATION.fullmatch(below) and below not in _UNITS:
        factor, base = Decimal(1), below
    elif priced_in is None:
        return None
    else:
        quotient = _divided(_UNITS[priced_in].factor, goods.factor)
        # A price per acre is not a whole decimal of a price per square metre: it stays what it is.
        factor, base = (quotient, priced_in) if quotient is not None else (Decimal(1), below)
    return Unit(
        f"{above}/{below}",
        MONEY,
        f"{above}/{base}",
        factor,
        f"{money.symbol_fr}/{SINGULAR.get(goods.symbol_fr, goods.symbol_fr)}",
        f"{money.symbol_en}/{SINGULAR.get(goods.symbol_en, goods.symbol_en)}",
    )


def unit(code: str) -> Unit:
    """Look a unit up by its code. Raises ValueTextError where there is none such.

    Besides the table there are rates (``GWh/a``), money (``MAD``), prices (``MAD/kWh``) and counted things in braces
    (``{rack}``), which are numbers.
    """
    found = _found(code)
    if found is None:
        raise ValueTextError("unit_unknown", unit=code)
    return found


def is_unit(code: str) -> bool:
    """Tell whether there is such a unit."""
    return _found(code) is not None


def measures(code: str, dimension: str) -> bool:
    """Tell whether a person who writes a unit means such a measure.

    A rate has the dimension of its base: 500 MW a year are a power. A power per hour is none: that is a slip.
    """
    found = _found(code)
    if found is None or found.dimension != dimension:
        return False
    return (dimension, code.rpartition("/")[2]) not in HASTY


def symbol(code: str, language: str, amount: Decimal | None = None) -> str:
    """Write a unit as the language does: ``Go`` and ``GB``; empty for plain numbers.

    Where the symbol is a word it agrees with the amount, if that is given: one "an", two "ans".
    """
    found, french = unit(code), language.startswith("fr")
    written = found.symbol_fr if french else found.symbol_en
    # CLDR: in French anything below two is one, in English only 1 itself.
    single = amount is not None and (abs(amount) < 2 if french else abs(amount) == 1)
    return SINGULAR.get(written, written) if single else written


def convert(amount: Decimal, from_code: str, to_code: str) -> Decimal:
    """Say the same amount in another unit, exactly wherever that is a decimal; else to 34 digits (7 s in hours).

    Raises ValueTextError where a unit is unknown or the two do not measure the same. Currencies never convert.
    """
    source, target = unit(from_code), unit(to_code)
    if source.base != target.base:
        raise ValueTextError("unit_mismatch", unit=from_code, other=to_code)
    if source.factor == target.factor:
        return plain(amount)
    whole = in_base(amount, source)
    exact = _divided(whole, target.factor)
    if exact is not None:
        return plain(exact)
    with localcontext(room_for(whole)) as context:
        context.prec = _DIGITS
        return plain(whole / target.factor)


def in_base(amount: Decimal, of: Unit) -> Decimal:
    """The amount counted in the unit's base: always exact, so fit for comparing."""
    with localcontext(room_for(amount, of.factor)):
        return amount * of.factor


def normalise(quantity: Quantity, base_unit: str) -> Quantity:
    """Say a quantity in another unit, its comparator kept. Raises like ``convert``."""

    def said(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else convert(amount, quantity.unit, base_unit)

    return Quantity(quantity.comparator, said(quantity.amount), said(quantity.lower), said(quantity.upper), base_unit)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities say the same: 500 MW and 0.5 GW do, 500 MW and at most 500 MW do not."""
    if one.comparator is not other.comparator:
        return False
    left, right = unit(one.unit), unit(other.unit)
    if left.base != right.base:
        return False
    return all(
        mine == theirs if mine is None or theirs is None else in_base(mine, left) == in_base(theirs, right)
        for mine, theirs in ((one.amount, other.amount), (one.lower, other.lower), (one.upper, other.upper))
    )


def _divided(number: Decimal, by: Decimal) -> Decimal | None:
    """The quotient where it is a decimal, else None."""
    with localcontext(room_for(number, by)) as context:
        context.clear_flags()
        quotient = number / by
        return None if context.flags[Inexact] else quotient
