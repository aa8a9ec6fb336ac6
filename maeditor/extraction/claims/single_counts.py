"""Claims from "un seul site", "a single line": one, where the text makes a point of it."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import count_of, head_noun, noun_property
from maeditor.extraction.interface import Mention, MentionKind

_SINGLE = re.compile(
    r"(?<!\w)(?P<one>une? (?:seule?|unique)|(?:a|one) (?:single|sole|lone)|only one|just one)(?= [a-z])"
)
_NOTHING = re.compile(
    r"(?:pas|sans|jamais|ni|not|never|without|pour|d'|comme|en|par|of) $|(?:(?:ne|n')[^.;,]{0,30}(?:pas"
    r"|jamais)) (?:\w+ )?$"
)


def single_counts(view: ArticleView, said: Said) -> list[Claim]:
    """Find what one sentence says there is just one of."""
    claims = []
    for match in _SINGLE.finditer(view.soft, said.start, said.end):
        if _NOTHING.search(view.soft, max(said.start, match.start() - 40), match.start()):
            continue
        one = Mention(match.start(), match.end(), match.group(), MentionKind.COUNT, Decimal(1))
        noun, end = head_noun(view, one, said.end)
        if not noun or noun.split()[0] in _PASSING:
            continue
        name = noun_property(view, one, noun, said.start, said.end)
        if name != "never":
            claims.append(count_of(one, name, end, noun, 0.5))
    return claims


_PASSING = frozenset(
    {
        "coup",
        "jour",
        "instant",
        "homme",
        "question",
        "seconde",
        "objectif",
        "but",
        "mot",
        "idee",
        "certitude",
        "day",
        "moment",
        "bloc",
        "tenant",
        "dirham",
        "euro",
        "dollar",
        "centime",
        "sou",
        "year",
        "annee",
        "trait",
        "point",
        "way",
        "word",
        "thing",
        "meme",
        "voix",
        "solution",
        "condition",
        "regret",
        "side",
        "source",
        "place",
    }
)
