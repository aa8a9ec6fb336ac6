"""How far the thing is that a value is told of: by words, tense, the kind of figure, its date and the article.

Nothing is called operational but by a word or a tense: a bare list of figures is of whatever the article speaks of.
"""

from __future__ import annotations

import re

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.context.lifecycle import state_of
from maeditor.extraction.text.lines import LineLabel

State = tuple[Lifecycle, Modality]

_PAST: State = (Lifecycle.UNKNOWN, Modality.PAST)
_PLANNED: State = (Lifecycle.PLANNED, Modality.PLAN)
_BUILT: State = (Lifecycle.UNDER_CONSTRUCTION, Modality.FACT)
_FORECAST: State = (Lifecycle.UNKNOWN, Modality.FORECAST)
_NOW: State = (Lifecycle.OPERATIONAL, Modality.FACT)
_UNTOLD: State = (Lifecycle.UNKNOWN, Modality.FACT)

_OF_A_PERIOD = frozenset({"revenue", "growth_percent"})
_SHARED = frozenset({"share_percent", "growth_percent"})
_SPENT = frozenset({"investment", "money_other"})
_FLOWS = frozenset(
    {"revenue", "growth_percent", "money_other", "mass", "energy", "investment", "count_other", "volume"}
)
_RATES = frozenset({"growth_percent", "money_other", "multiplier", "revenue"})
_OF_A_PROJECT = frozenset(
    {
        "capacity_power",
        "area",
        "length",
        "tier",
        "count_datacenters",
        "investment",
        "volume",
        "data_storage",
        "network_speed",
        "compute",
        "pue",
        "availability_percent",
        "duration",
        "energy",
        "count_other",
        "jobs",
        "temperature",
        "price",
        "share_percent",
        "mass",
    }
)
_AGAINST = re.compile(
    r"(?<!\w)(?:contre|against|versus|vs|compared (?:to|with)|(?:up|down|rising|falling) from|par rapport a"
    r"|apres)(?: (?:environ|pres de|quelque|about|around|nearly|plus de|moins de|seulement|just|only|les|des|an|a))* $"
)
_EARLIER = re.compile(
    r"[^.;]{0,25}(?<!\w)(?:plus tot|auparavant|earlier|before|l'an (?:dernier|passe)|last year|l'annee precedente|ago"
    r"|precedemment|previously|alors)(?!\w)"
)
_FROM = re.compile(r"(?<!\w)(?:de|d'|from) (?:environ |about |some |quelque )?$")
_TO_MORE = re.compile(r"[\w%€$ ]{0,25}? (?:a|to) (?:plus de |pres de |about |more than |some )?(?:[$€£]?\d|tier)")
_BY_THEN = re.compile(
    r"(?<!\w)(?:de|d'|from) ?[^;:\d]{0,12}\d[^;:]{0,25}? (?:a|to) (?:plus de |pres de |about |more than |some )?[$€£]?$"
)
_PROGRESS = re.compile(
    r"(?<!\w)(?:avancement|avance a|avancent a|acheve\w* a|realise\w* a|complete\w* a|(?:percent|%|per cent)? ?"
    r"(?:complete|built|finished|d'avancement))(?!\w)"
)
_STILL = re.compile(r"(?<!\w)(?:deja|aujourd'hui|actuel\w*|existant\w*|already|today|current\w*|existing|now)(?!\w)")
_AS_IT_IS = re.compile(r"[\w ]{0,12}?(?<!\w)(?:actuel\w*|existant\w*|aujourd'hui|today|currently|already)(?!\w)")
_TO_CHANGE = re.compile(
    r",? (?:doit|doivent|devra|devrait|va|sera|will|should|is (?:set|due|expected) to|would)(?: \w+)?"
    r" (?:grimper|passer|monter|atteindre|porte\w*|rise|grow|climb|increase|reach|double\w*|tripler|baisser|fall)"
)
_LESS_THAN = re.compile(
    r" (?:de )?(?:plus|moins|more|less|lower|higher|above|below|cheaper|dearer|faster|slower|over|under)(?: \w+){0,2}"
    r" ?(?:que|qu'|than|its|the|le|la|celui|celle|frankfurt)(?!\w)| (?:plus|moins) (?:cher|rapide|eleve)"
)
_BUILT_IN = re.compile(
    r"(?<!\w)(?:sortie?s? de terre|(?:constru|bat|realis|boucl|acheve|erig|livr|mont|assembl)\w*|built|completed"
    r"|finished|delivered|assembled|put up) (?:en|in) (?:seulement |moins de |a peine |just |only |under )?$"
)
_FOR_ONE = re.compile(
    r"(?<!\w)(?:land|terrain|foncier|contra(?:t|ct)|permis|permit|licen[cs]e|financement|pret|loan|funding|deal|approval|plot"
    r"|appel d'offres|tender|etude|study|feu vert|green light|autorisation|concession)(?!\w)[^.;:]{0,45}"
    r"(?<!\w)(?:for|pour|visant|portant)(?: \w+){0,2} (?:an?|une?|the|le|la|l'|des|two|deux) ?(?:\w+ ){0,3}$"
)
_OF_WORKS = re.compile(
    r"(?<!\w)(?:construction|works?|travaux|chantier)(?: \w+){0,2} (?:of|on|de|du|de la) [^.;:]{0,30}$"
)
_BEGUN = re.compile(
    r"[^.;:]{0,80}(?<!\w)(?:began|begun|started|under way|underway|(?:a|ont) (?:debute|commence|demarre)|avancent?"
    r"|a avance|se poursui\w+|continues?|en cours)(?!\w)"
)
_AIMED = re.compile(r"(?<!\w)(?:vise\w*|ambition\w*|veut|veulent|doit|sera|deviendra|will|aims?|wants?|set to)(?!\w)")
_MAYBE = re.compile(r"(?<!\w)(?:pourrai\w+|could|might|may|pouvant|probable\w*|likely|possibl\w+)(?!\w)")
_NOMINAL = frozenset({"share_percent", "price", "count_other", "network_speed", "multiplier", "rank", "jobs"})
"""Figures of what is, where they stand as a name and a number: "Internautes : 13,5 millions"."""


def status_of(view: ArticleView, said: Said, claim: Claim, holds: str) -> State:
    """Tell the status of a value; ``holds`` is the date at which the text says it does."""
    name = said.moods.telling(claim.start, claim.end)[2]
    told = state_of(name)
    if name == "cancelled":
        return told
    if claim.property == "date_event":
        return _of_event(view, said, claim, name, told)
    level = _of_level(view, said, claim, name)
    if level is not None:
        return level
    if name in {"conditional", "future", "planned", "announced"}:
        return _ahead(view, said, claim, name, told)
    if name in {"estimated", "under_construction"}:
        return told
    if _lies_ahead(view, holds):
        return _PLANNED
    before = view.soft[max(said.start, claim.start - 100) : claim.start]
    if claim.property in _OF_A_PROJECT and _FOR_ONE.search(before):
        return _PLANNED
    if name in {"done", "past", "result"}:
        return _done(claim, name, told)
    if claim.property == "growth_percent" and _LESS_THAN.match(view.soft, claim.end, said.end):
        return _NOW
    if claim.property in _OF_A_PERIOD or (claim.property in _FLOWS and _is_over(view, holds)):
        return _PAST
    return _present(view, said, claim, name)


def status_of_cell(view: ArticleView, claim: Claim, year: str) -> State:
    """Tell the status of a figure in a table, which has no verb; ``year`` is that of its column."""
    if claim.property == "date_event":
        return _by_day(view, str(claim.value)) or _UNTOLD
    if _lies_ahead(view, year):
        return _PLANNED
    if claim.property in _OF_A_PERIOD or (claim.property in _FLOWS and _is_over(view, year)):
        return _PAST
    return view.stage if view.stage is not None and claim.property in _OF_A_PROJECT else _NOW


def _of_level(view: ArticleView, said: Said, claim: Claim, name: str) -> State | None:
    """What stood before a change, what stands after one, what is being done: the words right at a value tell."""
    before = view.soft[max(said.start, claim.start - 60) : claim.start]
    if _AS_IT_IS.match(view.soft, claim.end, said.end) or _TO_CHANGE.match(view.soft, claim.end, said.end):
        return _NOW
    if _AGAINST.search(before) and (
        _EARLIER.match(view.soft, claim.end, said.end) or name not in {"planned", "future", "estimated"}
    ):
        return _PAST
    if claim.property == "share_percent" and (
        _PROGRESS.search(before[-35:]) or _PROGRESS.match(view.soft[claim.end : claim.end + 16].strip())
    ):
        return _BUILT
    if _OF_WORKS.search(before) and _BEGUN.match(view.soft, claim.end, said.end):
        return _BUILT
    if claim.property == "duration" and (_BUILT_IN.search(before) or name == "result"):
        return _PAST
    if _FROM.search(before) and _TO_MORE.match(view.soft, claim.end, said.end):
        if name == "conditional" and claim.property in _RATES:
            return _FORECAST
        return _PAST if name in {"done", "result", "past"} else _NOW if name else None
    if name in {"done", "past"} and _BY_THEN.search(before) and claim.property not in _FLOWS:
        return _NOW
    return None


def _of_event(view: ArticleView, said: Said, claim: Claim, name: str, told: State) -> State:
    """Of the date of an event it is known whether it had come when the article was published."""
    known = _by_day(view, str(claim.value))
    if known is _PLANNED and _MAYBE.search(view.soft, max(said.start, claim.start - 60), said.end):
        return _FORECAST
    if known is not None:
        return known
    if name in {"operational", "result", "done", "past"}:
        return _PAST
    if name in {"future", "planned", "conditional", "announced"}:
        return _PLANNED
    return told if name else _UNTOLD


def _by_day(view: ArticleView, date: str) -> State | None:
    """Compare a date with that of the article, as far as both are told."""
    day, published = date.partition("/")[0], view.published
    shared = min(len(day), len(published), 10)
    if day.startswith("-") or not shared or day[:shared] == published[:shared]:
        return None
    return _PAST if day[:shared] < published[:shared] else _PLANNED


def _ahead(view: ArticleView, said: Said, claim: Claim, name: str, told: State) -> State:
    """What is to come is planned where somebody decides it, and a forecast where it comes about."""
    if name == "conditional":
        return _FORECAST if claim.property in _RATES or claim.property not in _OF_A_PROJECT else _PLANNED
    if claim.property == "growth_percent":
        return _FORECAST
    if claim.property == "rank" and not _AIMED.search(view.soft, max(said.start, claim.start - 60), claim.start):
        return _NOW
    if name == "future" and claim.property == "energy" and claim.unit.endswith("/a"):
        return _FORECAST
    return told


def _done(claim: Claim, name: str, told: State) -> State:
    """What was done is past as a sum and stands as a thing: "opened a 4 MW site for 10 million"."""
    if name == "result":
        return _PAST if claim.property in _FLOWS - _OF_A_PROJECT or claim.property in _SPENT | _SHARED else told
    return told


def _present(view: ArticleView, said: Said, claim: Claim, name: str) -> State:
    """What is told in the present, or without a verb: then it is of whatever the article speaks of."""
    about = view.stage
    if about is not None and about[0] is Lifecycle.OPERATIONAL and claim.property == "investment":
        return _PAST
    if name or _STILL.search(view.soft, said.start, said.end):
        in_list = said.label is LineLabel.LIST and about is not None and claim.property in _OF_A_PROJECT
        return about if in_list and about is not None and not _STILL.search(view.soft, said.start, said.end) else _NOW
    if said.label is LineLabel.BODY and _is_sentence(view, said):
        return _NOW
    if about is not None and claim.property in _OF_A_PROJECT:
        return about
    return _NOW if claim.property in _NOMINAL else _UNTOLD


def _is_sentence(view: ArticleView, said: Said) -> bool:
    """Tell whether a line is a running sentence, which has a verb, and not the words of a fact sheet."""
    words = view.soft[said.start : said.end].split()
    return len(words) >= 6 and view.text[said.start : said.end].rstrip(' »”"’)\u00a0\u202f')[-1:] in ".!?…;"


def _lies_ahead(view: ArticleView, holds: str) -> bool:
    return bool(holds) and bool(view.published) and holds.rsplit("/", maxsplit=1)[-1][:4] > view.published[:4]


def _is_over(view: ArticleView, holds: str) -> bool:
    return bool(holds) and (
        not view.published or holds.rsplit("/", maxsplit=1)[-1][:4] < view.published[:4] or "/" in holds
    )
