"""Adds number words up, as long as each fits what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.extraction.numbers.number_words import Role, Word


@dataclass(slots=True)
class NumberSum:
    """A number under construction: ``total`` of closed scales and the open ``group`` below the next scale."""

    twenties: bool
    total: int = 0
    group: int | None = None
    limit: int = 10**18
    last: Role | None = None

    def value(self) -> int:
        """Give the whole number read so far."""
        return self.total + (self.group or 0)

    def _add(self, value: int, role: Role) -> bool:
        self.group = (self.group or 0) + value
        self.last = role
        return True

    def push(self, word: Word, following: Word | None) -> bool:
        """Take one more word where it fits; False where the number ends before it."""
        group, role, value = self.group, word.role, word.value
        if role is Role.UNIT:
            return self._push_unit(group, value, following)
        if role is Role.TEEN:
            free = group is None or group % 100 == 0 or (self.twenties and group % 100 in (60, 80))
            return free and self._add(value, role)
        if role is Role.TENS:
            if value == 20 and self.twenties and self.last is Role.UNIT and (group or 0) % 100 == 4:
                # "Quatre" and "vingt" are eighty.
                return self._add(76, role)
            if (
                not self.twenties
                and self.last is Role.UNIT
                and group is not None
                and group < 10
                and self._spoken(following)
            ):
                # "One twenty two" is a hundred and twenty-two, said in a hurry.
                self.group = group * 100
            return (self.group is None or self.group % 100 == 0) and self._add(value, role)
        if role is Role.HUNDRED:
            return self._push_hundred(group)
        return role is Role.SCALE and self._push_scale(group, value, ordinal=word.ordinal)

    def _spoken(self, following: Word | None) -> bool:
        return self.total == 0 and following is not None and following.role is Role.UNIT and not following.ordinal

    def _push_unit(self, group: int | None, value: int, following: Word | None) -> bool:
        if self._eighty(group, value, following):
            return self._add(4, Role.UNIT)
        if group is None or (group % 10 == 0 and self.last is not Role.TEEN):
            return self._add(value, Role.UNIT)
        if self.twenties and self.last is Role.TEEN and group % 10 == 0 and value >= 7:
            return self._add(value, Role.UNIT)
        return False

    def _eighty(self, group: int | None, value: int, following: Word | None) -> bool:
        """Tell the four of "quatre-vingts"."""
        if not self.twenties or value != 4 or following is None or following.role is not Role.TENS:
            return False
        return following.value == 20 and (group is None or group % 100 == 0)

    def _push_hundred(self, group: int | None) -> bool:
        if group is None:
            self.group = 100
        elif 1 <= group <= 9 or 11 <= group <= 19 or (not self.twenties and 20 < group < 100 and group % 10):
            self.group = group * 100
        else:
            return False
        self.last = Role.HUNDRED
        return True

    def _push_scale(self, group: int | None, value: int, *, ordinal: bool) -> bool:
        if group is None and self.total == 0:
            if value != 1000 and not ordinal:
                return False
            self.total = value
        elif group is not None and value < self.limit:
            self.total += group * value
        elif value >= self.limit and self.total < 10**6 <= value:
            self.total = (self.total + (group or 0)) * value
        elif group is None and value > self.limit:
            self.total *= value
        elif group is None and value == 1000 < self.limit:
            # "Un million mille".
            self.total += 1000
        else:
            return False
        self.group, self.limit, self.last = None, value, Role.SCALE
        return True
