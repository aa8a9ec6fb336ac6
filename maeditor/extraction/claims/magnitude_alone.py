"""Numbers with a magnitude but no unit: "puis 300 millions", "une enveloppe de 6 milliards", "rose to 22 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import MAGNITUDE, count_of, head_noun
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.rules import counted, decide, noun_pattern
from maeditor.extraction.interface import Mention, MentionKind

_BACK = 20_000
_COUNTING = re.compile(
    r"(?:number\w*|hit|reach\w*|pass\w*|total\w*|atteint|atteignent|depass\w*|s'elev\w* a|stands? at|stood at"
    r"|to|at|exceed\w*|top\w*"
    r"|franchi\w*|compte\w*|sont|were|was|a|is|of)(?: (?:about|environ|pres de|some|nearly|over|more than|plus de"
    r"|now|quelque|les|de|le cap des))* $"
)
_MONEYED = re.compile(
    r"revenue|capex|profit|chiffre d'affaires|cout|cost|invest|montant|credit|depot|encours|deposit|loan"
    r"|facture|valeur|value|worth|prix"
)
_AT_WORK = re.compile(r"(?<!\w)(?:(?<!un)employment|headcount|workforce|payrolls)(?: [a-z]+){0,4} $")
_PURSE = re.compile(
    r"(?<!\w)(?:enveloppe|budget|facture|montant|somme|investissement|cout|dette|pret|subvention|chiffre d'affaires"
    r"|envelope|bill|price tag|outlay|loan|sum)s?(?: (?:total|globale?|initiale?|annuel(?:le)?|overall|total))?"
    r" (?:de|d'|d'environ|de pres de|de plus de|estimee? a|evaluee? a|chiffree? a"
    r"|of|of about|of some|of nearly|worth) ?$"
)
_SHILLINGS = {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"}


def of_purse(view: ArticleView, said: Said, mention: Mention) -> bool:
    """Tell whether the words before make an amount money: "une enveloppe de", "a bill of"."""
    return _PURSE.search(view.soft, max(said.start, mention.start - 60), mention.start) is not None


def by_last(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Unit of the last value with a magnitude: "200 millions de m3 … puis 300 millions"; else money told before."""
    if of_purse(view, said, mention):
        return _money(view, said, mention)
    for other in reversed(said.mentions[:index]):
        if not MAGNITUDE.search(view.soft, other.start, other.end):
            continue
        if other.kind in {MentionKind.MONEY, MentionKind.QUANTITY} and other.unit:
            lent = replace(mention, kind=other.kind, unit=other.unit)
            return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]
        noun, _ = head_noun(view, other, said.end)
        if noun and counted(noun) != "never":
            return [count_of(mention, counted(noun), mention.end, noun, 0.6)]
    for other in reversed(view.between(max(0, said.start - 250), said.start)):
        if other.kind is MentionKind.MONEY:
            break
        noun, _ = head_noun(view, other, said.start)
        if noun and MAGNITUDE.search(view.soft, other.start, other.end) and counted(noun) == "count_other":
            return [count_of(mention, "count_other", mention.end, noun, 0.5)]
    subject = subject_count(view, said, mention)
    return _money(view, said, mention) if subject is None else subject


def _money(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read an amount without its currency as the money told before."""
    currency = _local_currency(view, mention) or _last_currency(view, mention.start)
    verdict = decide("money", view.soft, mention.start, mention.end, said.start, said.end)
    near = any(other.kind is MentionKind.MONEY for other in view.between(max(0, mention.start - 600), mention.start))
    if not currency or not (verdict.words or near):
        return []
    lent = replace(mention, kind=MentionKind.MONEY, unit=currency)
    return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]


def subject_count(view: ArticleView, said: Said, mention: Mention) -> list[Claim] | None:
    """Read "subscribers rose 12 % to 22 million": the subject is counted, not money. None where it is not so."""
    before = re.split(r"[;:]", view.soft[max(said.start, mention.start - 90) : mention.start])[-1]
    if not _COUNTING.search(before) or re.search(r"[$€£] ?$", before):
        return None
    named = list(noun_pattern("subjects").finditer(before))
    if _AT_WORK.search(before):
        return [count_of(mention, "jobs", mention.end, "employment", 0.6)]
    money = list(_MONEYED.finditer(before))
    if not named or (money and money[-1].end() > named[-1].start()):
        return None
    return [count_of(mention, "count_other", mention.end, named[-1].group(), 0.6)]


def _local_currency(view: ArticleView, mention: Mention) -> str:
    """Shillings are those of the country the article is about."""
    if not re.search(r"(?<!\w)(?:[kut]?shs?\.?) ?$", view.soft[max(0, mention.start - 6) : mention.start]):
        return ""
    return _SHILLINGS.get(view.places.dominant, "")


def _last_currency(view: ArticleView, offset: int) -> str:
    """Currency of the last amount that is also told with a magnitude, else of the last one."""
    last = ""
    for other in reversed(view.between(max(0, offset - _BACK), offset)):
        if other.kind is not MentionKind.MONEY or "/" in other.unit:
            continue
        if MAGNITUDE.search(view.soft, other.start, other.end):
            return other.unit
        last = last or other.unit
    return last or view.currency.partition("/")[0]
