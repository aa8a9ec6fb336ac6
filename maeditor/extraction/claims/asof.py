"""The date at which a figure holds, or is to hold."""

from __future__ import annotations

import re
from bisect import bisect_right

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.text.lines import LineLabel

DATED = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})

_PROGRAMME = re.compile(
    r"(?:couvr\w+|covering|covers|sur la periode|over the period|pour la periode|plan|programme?|strategie|strategy"
    r"|feuille de route|roadmap|horizon|budget)(?: \w+){0,2} ?$"
)
_SPAN = re.compile(r"\d{4}/\d{4}")
_AGO = re.compile(
    r"[^.;,\d%]{0,14}?(?<!\w)(?:(?:un|deux|trois|one|two|three|a) (?:ans?|years?|mois|months?) (?:plus tot|auparavant"
    r"|earlier|ago|before)|l'annee precedente|the (?:previous )?year before)(?!\w)"
)
_TO_COME = re.compile(
    r"[^.;:\d]{0,40}?(?:d'ici(?: a| la fin| fin)*|avant|a l'horizon|horizon|en|by(?: the end of)?|before|in)"
    r" ?(?:fin |mi-|early |late )?$"
)
_IN_PERIOD = re.compile(r"(?<!\w)(?:au|in|in the|during|durant|sur|sur le|over the|for the|en|du|of) $")
_ACCOUNTS = frozenset({"revenue", "growth_percent", "money_other"})
_ITEMS = 30
_HEADING = 90
_REACH = 400
_SINCE = re.compile(r"(?:depuis|since)(?: le)? $")
_AS_AT = re.compile(r"(?:au|fin|as of|as at|at|on|arretes? au|d'ici(?: le| au)?|by) $")


def as_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Find the scope date (EDTF) nearest to a figure in its sentence; empty where the text gives none."""
    best, top = "", 0.0
    if claim.property != "growth_percent" and _AGO.match(view.soft, claim.end, said.end):
        return best
    for mention in said.dates:
        value = str(mention.value)
        if value.startswith("--") or (
            len(value) == 10 and not _AS_AT.search(view.soft, max(0, mention.start - 12), mention.start)
        ):
            continue
        if _SINCE.search(view.soft, max(0, mention.start - 10), mention.start):
            continue
        if _SPAN.fullmatch(value) and _PROGRAMME.search(view.soft, max(said.start, mention.start - 60), mention.start):
            continue
        after = mention.start >= claim.end
        between = view.soft[claim.end : mention.start] if after else view.soft[mention.end : claim.start]
        if ";" in between or len(between) > 160:
            continue
        others = len(view.between(*((claim.end, mention.start) if after else (mention.end, claim.start))))
        opens = mention.start - said.start <= 14
        score = (
            (1.2 if after else 1.0 if opens else 0.6) / (1.0 + len(between) / 30) * 0.6 ** (between.count(",") + others)
        )
        if opens and not after:
            score = max(score, 0.35)
        if score > top:
            best, top = value, score
    if top >= 0.2:
        return best
    if said.label is LineLabel.LIST:
        return _of_list(view, said)
    return _of_paragraph(view, said) if claim.property in _ACCOUNTS and not said.dates else ""


def _of_list(view: ArticleView, said: Said) -> str:
    """The date in the words that lead a list: "Le port en chiffres, mars 2031 :"."""
    at = bisect_right(view.lines, said.start, key=lambda line: line.start) - 1
    for line in reversed(view.lines[max(0, at - _ITEMS) : at]):
        if line.label in {LineLabel.LIST, LineLabel.BLANK}:
            continue
        if line.end - line.start > _HEADING or view.text[line.start : line.end].rstrip()[-1:] in ".!?":
            return ""
        dates = [each for each in view.between(line.start, line.end) if each.kind in DATED]
        return str(dates[0].value) if len(dates) == 1 and not str(dates[0].value).startswith("--") else ""
    return ""


def _of_paragraph(view: ArticleView, said: Said) -> str:
    """The period that the paragraph's accounts are of: "in the first half of 2025. Revenue rose 9%"."""
    left = max(view.paragraph_start(said.start), said.start - _REACH)
    for mention in reversed(view.between(left, said.start)):
        if mention.kind in DATED:
            before = view.soft[max(left, mention.start - 24) : mention.start]
            return str(mention.value) if _IN_PERIOD.search(before) and "/" in str(mention.value) else ""
    return ""


def target_of(view: ArticleView, said: Said, claim: Claim) -> str:
    """Find by when what is to come is to be there, where the date follows: "ouvrir 25 agences d'ici 2027"."""
    for mention in said.mentions:
        if mention.start >= claim.end and mention.kind in DATED:
            on_the_way = view.soft[claim.end : mention.start]
            return str(mention.value) if _TO_COME.fullmatch(on_the_way) else ""
    return ""
