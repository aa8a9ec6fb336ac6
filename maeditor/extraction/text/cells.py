"""Digits of glued table cells: every way to cut them, the likeliest first. ``20.5`` may be 2 and 0.5."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

Span = tuple[int, int]
Reading = tuple[Span, Decimal]

_LONGEST = 14


def split_digits(text: str, start: int, end: int, parts: int, known: set[Decimal]) -> list[tuple[Span, list[Reading]]]:
    """Cut ``start:end`` into so many numbers; each comes with the other readings of the same characters.

    Ways are ranked by agreement with ``known`` values of the body, then by how usual their numbers are (``.5`` is not),
    then by how alike they are in size. Where no way is possible the whole stays one number.
    """
    digits = text[start:end]
    whole = _number(digits)
    ways = (
        [way for way in _ways(digits, parts) if all(number is not None for _, number in way)]
        if len(digits) <= _LONGEST
        else []
    )
    if not ways or parts < 2:
        return [((start, end), [])]
    ways.sort(key=lambda way: (-sum(number in known for _, number in way), _bare(digits, way), _unlike(way)))
    best = ways[0]
    cells: list[tuple[Span, list[Reading]]] = []
    for index, ((left, right), _) in enumerate(best):
        span = (start + left, start + right)
        others: list[Reading] = []
        for other_index, ((other_left, other_right), number) in enumerate(best):
            if other_index != index and number is not None:
                others.append(((start + other_left, start + other_right), number))
        for way in ways[1:3]:
            for at in dict.fromkeys((index, *range(parts))):
                (other_left, other_right), number = way[at]
                if number is not None and (other_left, other_right) != (left, right):
                    others.append(((start + other_left, start + other_right), number))
        if whole is not None:
            others.append(((start, end), whole))
        cells.append((span, others))
    return cells


def _ways(digits: str, parts: int) -> list[list[tuple[Span, Decimal | None]]]:
    ways = []
    for cuts in combinations(range(1, len(digits)), parts - 1):
        edges = (0, *cuts, len(digits))
        ways.append([((left, right), _number(digits[left:right])) for left, right in pairwise(edges)])
    return ways


def _number(digits: str) -> Decimal | None:
    """Value of a number; none for ``05`` or ``2.``."""
    whole, point, part = digits.replace(",", ".").partition(".")
    if not whole and part.isdigit():
        return Decimal(f"0.{part}")
    if not whole.isdigit() or (len(whole) > 1 and whole[0] == "0") or (point and not part.isdigit()):
        return None
    return Decimal(f"{whole}.{part}" if point else whole)


def _bare(digits: str, way: list[tuple[Span, Decimal | None]]) -> int:
    return sum(not digits[left].isdigit() for (left, _), _ in way)


def _unlike(way: list[tuple[Span, Decimal | None]]) -> float:
    sizes = [right - left for (left, right), _ in way]
    return float(max(sizes) - min(sizes))
