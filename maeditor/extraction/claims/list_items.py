"""Bare numbers of a list take the unit that an earlier item tells: ``Kénitra (270 MWh)``, then ``Settat (150)``.

Items stand on lines of their own, or in brackets one after the other in a sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import head_noun
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.text.lines import LineLabel

_OPENED = re.compile(r"(?:\(|[:=–-]) ?(?:(?:de|environ|pres de|quelque|plus de|jusqu'a|about|up to|over|~) ?)?$")
_IN_BRACKETS = re.compile(r"\($")
_BARE = frozenset({MentionKind.CARDINAL, MentionKind.RANGE, MentionKind.COUNT})
_MEASURED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY})


class ListReader:
    """Remembers the unit of the list being read."""

    def __init__(self) -> None:
        self._leader: Mention | None = None

    def claims(self, view: ArticleView, said: Said, claims: list[Claim]) -> list[Claim]:
        """Read the bare numbers in brackets of one sentence, and remember its unit."""
        listed = said.label is LineLabel.LIST
        if not listed:
            self._leader = None
        opened = _OPENED if listed else _IN_BRACKETS
        found: list[Claim] = []
        for mention in said.mentions:
            if mention.kind in _MEASURED or (mention.kind is MentionKind.PERCENTAGE and not listed):
                self._leader = mention if _stands(view, mention, opened) else None
            elif self._leader is not None and _is_bare(view, said, mention, claims) and _stands(view, mention, opened):
                lent = replace(mention, kind=self._leader.kind, unit=self._leader.unit)
                found += [
                    replace(claim, strength=0.7, rule=f"{claim.property}.list")
                    for claim in measure_claims(view, said, lent)
                ]
        return found


def _is_bare(view: ArticleView, said: Said, mention: Mention, claims: list[Claim]) -> bool:
    known = any(claim.start < mention.end and mention.start < claim.end for claim in claims)
    if known or view.never.covers(mention.start, mention.end):
        return False
    counts, _ = head_noun(view, mention, said.end)
    return mention.kind in _BARE and isinstance(mention.value, Decimal) and not counts


def _stands(view: ArticleView, mention: Mention, opened: re.Pattern[str]) -> bool:
    """Tell whether a value stands in brackets or after a colon or dash, as the values of list items do."""
    before = view.soft[max(0, mention.start - 24) : mention.start]
    return bool(opened.search(before))
