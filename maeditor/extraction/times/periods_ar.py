"""Finds periods in Arabic: quarters, halves, seasons, spans of years; and the part of a year that is told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.numbers.counted_nouns import counted_noun
from maeditor.extraction.times.dates import Found

_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d| ?%)"
_OF = r"(?: من)?(?: (?:ال)?(?:سنة|عام))?"
_ORDER = {"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "اخير": 4}
_SEASONS = {"ربيع": ("03", "05"), "صيف": ("06", "08"), "خريف": ("09", "11"), "شتاء": ("12", "02")}
_PERIOD = re.compile(
    rf"(?:(?P<part>(?:ال|لل)(?:ربع|فصل|ثلاثي|نصف|سداسي|اسدس)) ال(?P<order>{'|'.join(_ORDER)}){_OF} (?P<py>{_YEAR})"
    rf"|(?<!\w)(?P<season>{'|'.join(_SEASONS)}){_OF} (?P<sy>{_YEAR})"
    rf"|(?<!\w)بين (?:عامي |سنتي |سنوات )?(?P<ba>{_YEAR}) و(?P<bb>{_YEAR})"
    rf"|(?<!\w)من (?:عام |سنة )?(?P<fa>{_YEAR}) (?:الي|حتي) (?:عام |سنة )?(?P<fb>{_YEAR}))"
)
_PART_OF_YEAR = re.compile(
    r"(?P<hedge>(?P<end>نهاية|اواخر|متم|موفي|اخر|ختام)|(?P<mid>منتصف|اواسط)"
    r"|(?P<start>مطلع|بداية|اوائل|مستهل|مفتتح))(?: (?:ال)?(?:سنة|عام))? \Z"
)
_CALLED = re.compile(
    r"(?:(?<!\w)[وبلف]?(?:ال)?(?:سنة|عام|سنتي|عامي|بحلول|افق|منذ|خلال|في|حتي|قبل|بعد|غاية|موسم|من|الي)"
    r"|(?:نهاية|بداية|مطلع|منتصف|اواخر|اوائل)) و?\Z"
)


def arabic_periods(folded: str) -> Iterator[Found]:
    """Find the quarters, halves, seasons and spans of years of a folded text."""
    for match in _PERIOD.finditer(folded):
        start = match.start()
        if match["part"]:
            year, order = int(match["py"]), _ORDER[match["order"]]
            thirds = match["part"].endswith(("ربع", "فصل", "ثلاثي"))
            first, last = (order * 3 - 2, order * 3) if thirds else (1, 6) if order == 1 else (7, 12)
            value = f"{year}-{first:02d}/{year}-{last:02d}"
        elif match["season"]:
            begins, ends = _SEASONS[match["season"]]
            year = int(match["sy"])
            value = f"{year}-{begins}/{year + (ends < begins)}-{ends}"
        else:
            one, other = match["ba"] or match["fa"], match["bb"] or match["fb"]
            if int(other) <= int(one) or (_bare(match) and counted_noun(folded, folded, match.end())):
                continue
            value, start = f"{one}/{other}", match.start("ba") if match["ba"] else match.start("fa")
        yield Found(start, match.end(), MentionKind.DATERANGE, value)


def _bare(match: re.Match[str]) -> bool:
    """Tell "بين 1500 و2000 وظيفة", which may be jobs, from "بين عامي 2025 و2030"."""
    return match[0].split()[1].isdigit()


def part_of_year(folded: str, start: int) -> re.Match[str] | None:
    """The word for the end, middle or beginning of the year that stands at ``start``: "نهاية", "مطلع سنة"."""
    return _PART_OF_YEAR.search(folded, max(0, start - 18), start)


def called_a_year(folded: str, start: int) -> bool:
    """Tell whether the words before a number of four figures say that it is a year."""
    return _CALLED.search(folded, max(0, start - 16), start) is not None
