"""Values in words, as the person's language writes them: quantities with comparator and unit, ranks, dates."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, localcontext

from maeditor.domain.dates import is_edtf
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import MONEY, symbol, unit
from maeditor.domain.values import Comparator, Quantity, plain, room_for
from maeditor.wording import Wording

_SCALES = ((Decimal(10**9), "facts.scale_billion"), (Decimal(10**6), "facts.scale_million"))
_DECIMALS = 1000
"""Money is shortened to three decimals at most."""


def worded_quantity(quantity: Quantity, of: Property, words: Wording) -> str:
    """The quantity of a property: a rank as ``1ᵉʳ``, ``5ᵉ``, anything else as it is."""
    if of.kind is Kind.RANK and quantity.amount is not None and quantity.comparator is Comparator.EQUAL:
        return ordinal(quantity.amount, words)
    return quantity_text(quantity, words)


def quantity_text(quantity: Quantity, words: Wording) -> str:
    """A quantity with its comparator and unit; large money as ``12 Md DH`` or ``MAD 12 bn``."""
    amount = quantity.amount if quantity.amount is not None else quantity.upper
    written = symbol(quantity.unit, words.language, amount)
    number = amount_text(quantity, words)
    if not written:
        told = number
    elif words.language == "en" and _is_money(quantity):
        told = f"{written}\u00a0{number}" if written.isalpha() else f"{written}{number}"
    else:
        told = f"{number}\u00a0{written}"
    bounded = quantity.comparator not in {Comparator.EQUAL, Comparator.RANGE}
    return f"{quantity.comparator.value}\u00a0{told}" if bounded else told


def amount_text(quantity: Quantity, words: Wording) -> str:
    """The number or the two ends without comparator and unit: ``2``, ``40 à 386``, ``12 Md``; no digit is lost."""
    scale, scale_key = _scale(quantity)
    with localcontext(room_for(scale, *_numbers(quantity))):
        numbers = [words.number(plain(number / scale)) for number in _numbers(quantity)]
    if scale_key:
        # At both ends of a range: "1,5 à 3 M" could be read as one and a half.
        numbers = [f"{number}\u00a0{words.say(scale_key)}" for number in numbers]
    return words.say("facts.range", low=numbers[0], high=numbers[1]) if len(numbers) > 1 else numbers[0]


def _numbers(quantity: Quantity) -> list[Decimal]:
    return [each for each in (quantity.amount, quantity.lower, quantity.upper) if each is not None]


def _is_money(quantity: Quantity) -> bool:
    """Money itself; a price (``MAD/kWh``) is written as any rate is."""
    return unit(quantity.unit).dimension == MONEY and "/" not in quantity.unit


def _scale(quantity: Quantity) -> tuple[Decimal, str]:
    """By how much money is divided to be read at a glance: only where a few digits still say it exactly."""
    if _is_money(quantity):
        for scale, key in _SCALES:
            with localcontext(room_for(scale, *_numbers(quantity))):
                if all(abs(each) >= scale and each * _DECIMALS % scale == 0 for each in _numbers(quantity)):
                    return scale, key
    return Decimal(1), ""


def spoken_quantity(quantity: Quantity, words: Wording) -> str:
    """A quantity in words, for chart labels and screen readers: ``au plus 500 MW``."""
    if quantity.comparator in {Comparator.EQUAL, Comparator.RANGE}:
        return quantity_text(quantity, words)
    plain = quantity_text(Quantity.of(quantity.amount or Decimal(0), quantity.unit), words)
    return words.say(f"facts.said_{quantity.comparator.name.lower()}", value=plain)


def ordinal(number: Decimal, words: Wording) -> str:
    """A rank: ``1ᵉʳ``, ``5ᵉ``; ``1st``, ``5th``."""
    whole = int(number)
    if words.language == "fr":
        return f"{whole}ᵉʳ" if whole == 1 else f"{whole}ᵉ"
    teen = 10 <= whole % 100 <= 20
    return f"{whole}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(whole % 10, 'th')}"


def worded_date(edtf: str, words: Wording) -> str:
    """A day, a month, a period in words, ``12 mars 2026``, ``à partir de mars 2026``; else as it stands."""
    if "/" in edtf and is_edtf(edtf):
        first, _, last = (each.strip(".") for each in edtf.partition("/"))
        ends = worded_date(first, words), worded_date(last, words)
        if not (first and last):
            return words.say("shell.date_from" if first else "shell.date_until", date="".join(ends))
        return words.say("shell.date_between", first=ends[0], last=ends[1])
    plain_date = edtf.rstrip("~?")
    try:
        if len(plain_date) == len("2026-03-12"):
            day = date.fromisoformat(plain_date)
            return f"{day.day} {words.say(f'timeline.month_{day.month}')} {day.year}"
        if len(plain_date) == len("2026-03"):
            month = date.fromisoformat(f"{plain_date}-01")
            return f"{words.say(f'timeline.month_{month.month}')} {month.year}"
    except ValueError:
        return edtf
    return edtf


def worded_moment(at: str, words: Wording, today: date | None = None) -> str:
    """When something was done, in the person's own time: ``14:05``, with the day where that is another."""
    moment = datetime.fromisoformat(at).astimezone()
    clock = f"{moment:%H:%M}"
    if moment.date() == (today or datetime.now().astimezone().date()):
        return clock
    return f"{worded_date(moment.date().isoformat(), words)}, {clock}"
