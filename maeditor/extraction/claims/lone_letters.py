"""Numbers with a lone ``m`` or ``M``: a tower has metres, what is raised, lent or spent is millions of money."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from maeditor.extraction.claims.article_view import ArticleView, Said
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.amounts import tidy
from maeditor.extraction.text.phrases import alternation, lexicon

MILLION = Decimal(10) ** 6
_LONE = re.compile(r"\d ?[mM]")
_NEAR = 45


def settled(view: ArticleView, said: Said, mention: Mention) -> Mention:
    """Read the letter by the words before it; as it was where they do not tell."""
    value = mention.value
    if not isinstance(value, Decimal) or mention.value2 is not None or not lettered(view, mention):
        return mention
    before = view.soft[max(said.start, mention.start - _NEAR) : mention.start]
    millions = value if not mention.unit else value * MILLION
    if _metres().search(before):
        return replace(mention, kind=MentionKind.QUANTITY, value=tidy(millions / MILLION), unit="m")
    if _money().search(before):
        return replace(mention, kind=MentionKind.MONEY, value=tidy(millions), unit=currency(view, mention.start))
    return mention


def lettered(view: ArticleView, mention: Mention) -> bool:
    """Tell whether a number has no more than a lone letter for its unit: "40m", "180 M"."""
    text = view.text[mention.start : mention.end]
    if _LONE.fullmatch(text[-3:] if text[-2:-1] == " " else text[-2:]) is None:
        return False
    return mention.unit == "m" if text.endswith("m") else not mention.unit and "M" in text


def currency(view: ArticleView, start: int) -> str:
    """The money of the text, else what its language counts in first."""
    usual: dict[str, str] = lexicon("rules")["letters"]["currency"]
    return view.currency.partition("/")[0] or usual.get(view.language_at(start), "")


@cache
def _metres() -> re.Pattern[str]:
    things, paid = (alternation(lexicon("rules")["letters"][each]) for each in ("metres", "money"))
    return re.compile(rf"(?<!\w){things}(?: (?!{paid}(?!\w))[a-z'-]+){{0,4}} (?:d')?$")


@cache
def _money() -> re.Pattern[str]:
    letters = lexicon("rules")["letters"]
    verbs = alternation([*letters["money"], *letters["lifted"]])
    return re.compile(rf"(?<!\w){verbs}(?: [a-z'-]+){{0,2}} $")
