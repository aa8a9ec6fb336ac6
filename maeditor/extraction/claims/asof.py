"""The date at which a figure holds, or is to hold."""

from __future__ import annotations

import re

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said

_SINCE = re.compile(r"(?:depuis|since)(?: le)? $")
_AS_AT = re.compile(r"(?:au|fin|as of|as at|at|on|arretes? au|d'ici(?: le| au)?|by) $")


def as_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Find the scope date (EDTF) nearest to a figure in its sentence; empty where the text gives none."""
    best, top = "", 0.0
    for mention in said.dates:
        value = str(mention.value)
        if value.startswith("--") or (
            len(value) == 10 and not _AS_AT.search(view.soft, max(0, mention.start - 12), mention.start)
        ):
            continue
        if _SINCE.search(view.soft, max(0, mention.start - 10), mention.start):
            continue
        after = mention.start >= claim.end
        between = view.soft[claim.end : mention.start] if after else view.soft[mention.end : claim.start]
        if ";" in between or len(between) > 160:
            continue
        others = sum(
            claim.end <= other.start < mention.start or mention.end <= other.start < claim.start
            for other in said.mentions
        )
        opens = mention.start - said.start <= 14
        score = (
            (1.2 if after else 1.0 if opens else 0.6) / (1.0 + len(between) / 30) * 0.6 ** (between.count(",") + others)
        )
        if opens and not after:
            score = max(score, 0.35)
        if score > top:
            best, top = value, score
    return best if top >= 0.2 else ""
