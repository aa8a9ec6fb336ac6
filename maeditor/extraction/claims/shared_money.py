"""Money whose name several countries share: which others an amount may be in, by the countries that are named."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from maeditor.extraction.claims.article_view import ArticleView
from maeditor.extraction.text.phrases import lexicon

MOST = 3
"""Currencies that are offered beside the one that was read."""
_TOKEN = re.compile(r"[^\W\d_]*[$£][^\W\d_]*|[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…][\s»\"”)]|\n")
_REACH = 400


class _Shared(NamedTuple):
    """One such name: who uses it, and the spellings that name its country."""

    names: frozenset[str]
    home: str
    usual: bool
    money: dict[str, str]


@cache
def _shared() -> dict[str, _Shared]:
    """By the currency that is read where the name stands alone."""
    found = {}
    for row in lexicon("shared_money").values():
        shared = _Shared(frozenset(row["names"]), row["home"], row.get("usual", False), row["money"])
        found[shared.money[shared.home]] = shared
    return found


@cache
def _telling(code: str) -> re.Pattern[str]:
    """Spellings of a currency that say whose it is."""
    rows = [row for row in lexicon("currencies")["currency"] if row["code"] == code]
    spelt = {each.lower() for row in rows for each in (*row.get("symbols", ()), *row.get("words", ()))}
    telling = "|".join(map(re.escape, (*sorted(spelt - _shared()[code].names), code.lower())))
    return re.compile(rf"(?<![^\W\d_])(?:{telling})(?![^\W\d_])")


def other_money(view: ArticleView, start: int, unit: str, written: str) -> list[str]:
    """Other currencies of an amount that begins at ``start``, the likeliest first; none where its country is plain."""
    code, slash, per = unit.partition("/")
    shared = _shared().get(code)
    if shared is None or shared.names.isdisjoint(_TOKEN.findall(written)):
        return []
    if _telling(code).search(written):
        return []
    named = [each for each in _countries(view, start) if each in shared.money] or [
        each for each in (view.places.dominant,) if each in shared.money
    ]
    rivals = [shared.money[each] for each in named if shared.money[each] != code]
    if not named and not shared.usual:
        rivals = [each for each in shared.money.values() if each != code]
    return [f"{each}{slash}{per}" for each in dict.fromkeys(rivals)][:MOST]


def _countries(view: ArticleView, start: int) -> list[str]:
    """The countries that the sentence names."""
    left = max(0, start - _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(view.text, left, start)]
    stop = _SENTENCE_END.search(view.text, start, start + _REACH)
    near = view.places.within(ends[-1] if ends else left, stop.start() if stop else start + _REACH)
    return list(dict.fromkeys(place.iso for place in near if place.iso))
