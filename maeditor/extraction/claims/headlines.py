"""What the headline says the article's money is: amounts told without a word of their own are that."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView
from maeditor.extraction.claims.rules import decide
from maeditor.extraction.text.lines import LineLabel

# Said of much in headlines: "Situation du marché du travail", "les exportations résistent malgré tout".
_LOOSE = re.compile(r"(?:le |ce |the )?(?:marche|market)(?!\w)")
_OPENING = 40
"""Lines among which the headline is looked for."""


def money_of_headline(view: ArticleView) -> str:
    """Property of money that the headline names: ``money_other`` for "Start-ups that raised big"; else empty."""
    for line in view.lines[:_OPENING]:
        if line.label is LineLabel.TITLE:
            verdict = decide("money", view.soft, line.end, line.end, line.start, line.end)
            return "" if _LOOSE.match(verdict.words) else verdict.property if verdict.words else ""
    return ""
