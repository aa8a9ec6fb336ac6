"""Claims from dates: the date of an event, told apart from the date at which a figure holds."""

from __future__ import annotations

import re
from functools import cache

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.bare_months import bare_months
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.text.phrases import compile_phrases, lexicon
from maeditor.extraction.text.scans import Scan

_DATES = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})
_FAR = 110
_WEAK = 35
_UNDATED = frozenset({"tier", "duration", "count_other", "length"})
_SPAN_OF_YEARS = re.compile(r"\d{4}/\d{4}$")
_JOINED = re.compile(
    r"[\w\s)%€$]{0,12}?\s?[(,]?\s?(?:en|in|fin|debut|d'ici|d'ici a|by|a l'horizon|a horizon|horizon"
    r"|by the end of|au|pour|for|a fin|au titre de|en fin|since|depuis|on|le|at end|at the end of|de|of|des"
    r"|dans|l'annee|l'exercice|(?:the )?year|au (?:premier|deuxieme|second|troisieme|quatrieme)|mid|early"
    r"|late)?\s?(?:l'annee |l'an |les |la fin |fin )?$"
)
_SINCE = re.compile(r"(?:depuis|since)(?: (?:le|la|l'|the|debut|fin|mi|early|late))? ?$")
_OF_NOUN = re.compile(
    r"(?:au titre d[eu]|resultats?|results|comptes|accounts|campagne|exercice|saison|rapport|edition|budget"
    r"|loi de finances|plan|programme|periode|recensement|classement|etude|enquete|barometre|report|survey|season"
    r"|fiscal year|financial year|fy|census|index) (?:\w+ )?(?:de |of |du |)?$"
)
_LEVEL = re.compile(r"(?:'s)? (?:was|will be|a ete|fut|restera|marks?|marque|levels?|figures?|peak|baseline|niveau)")
_AS_AT = re.compile(
    r"(?:(?:^|\W)au|a fin|as of|as at|arretee?s? au|jusqu'au|until|till|through) $"
    r"|(?<!\w)(?:year|quarter|half|months|weeks|period|season)s? (?:ended|ending),? $"
)
_SAID = re.compile(
    r"(?:said|told|declare(?!\w* (?:an?|the|its|une?|la|le|son|sa) )|indique|precise"
    r"|explique|affirme|souligne|assure|rapporte|reported|confie|wrote"
    r"|ecrit)[^.;]{0,30}$"
)
_SCHEDULED = re.compile(
    r"(?:prevu|programm|planifi|attendu|fixe|scheduled|slated|due|expected|set|planned)\w*"
    r"(?: (?:au|en|pour|fin|debut|mi|le|a|d'ici|in|for|by|on|early|late|mid|the|end of)){0,3} ?$"
)
_TARGET = re.compile(r"(?:d'ici(?: a| a la fin)?|by(?: the end of)?|a l'horizon|horizon|a horizon) $")
_NOT_BEFORE = re.compile(
    r"(?:(?<!\w)(?:not|never|ne|pas|hardly)|n't|n'\w+)(?!\w)[^.;]{0,50}(?<!\w)(?:before|until|avant)"
    r"(?: (?:the|le|la|l'|fin|mi|debut|early|late|mid|end|of))*[ -]?$|au plus tot (?:en|au|le|a|fin|mi"
    r"|debut)?[^.;\d]{0,20}$"
)
_ONWARDS = re.compile(
    r"(?<!\w)(?:from|starting|as from|des|a partir d[eu]|a compter d[eu])"
    r"(?: (?:the|early|late|mid|fin|debut|mi|le|la|l'))*[ -]?$"
)
_AHEAD = re.compile(r"(?<!\w)(?:will|shall|\w{3,}(?:era|eront|ira|iront|dra|dront)|est prevue?|are to|is to)(?!\w)")
_WILL_HAPPEN = re.compile(
    r"(?<!\w)(?!(?:ser|aur|comp|represent|atteind|pes|emploi|produi|cout)\w*)\w{4,}(?:era|eront|ira|iront|dra|dront)"
    r"(?: [\w'-]+){0,3}? (?:en|au|fin|debut|a la mi|a l'ete|a l'automne|au printemps|courant|le)(?: mois de)?"
    r"(?: premier| deuxieme| troisieme| quatrieme)? $"
)
_LABELLED = re.compile(
    r"\W*(?!chiffres|donnees|source|exercice|annee|periode|date |year|data|figures|edition|version|mise a jour|mis a"
    r"|publi|derniere|updated)[a-z][a-z' -]{3,40} ?: (?:le |du |fin |debut |mi-)?"
)
_CHRONICLE = re.compile(r" ?: ?[^\W\d]")
_CONTRAST = re.compile(
    r"(?:(?:contre|against|versus|vs|par rapport a|compared (?:to|with)|a (?:la meme periode"
    r"|pareille epoque))"
    r" [^.;]{0,40}|(?:up|down) from (?:[^.;,]|[.,](?=\d)){0,40}"
    r"|(?:plus|moins|more|less|fewer|higher|lower|larger|smaller|mieux|superieur\w*"
    r"|inferieur\w*)[^.;,]{0,20} (?:qu'|que |than )"
    r"(?:en |in )?(?:the )?"
    r"|(?<!\w)(?:record|pic|sommet|creux|niveau|plus haut|plus bas|peak|high|low)s? (?:[a-z]+ )?(?:d[eu]|of|in) )$"
)


@cache
def _triggers() -> tuple[Scan, Scan, Scan]:
    lists = lexicon("statements")
    events, weak, indicator = (
        Scan(compile_phrases(lists[name]["words"])) for name in ("events", "weak_events", "indicator")
    )
    return events, weak, indicator


def is_date(mention: Mention) -> bool:
    """Tell whether a mention is a date that can be that of an event or a figure."""
    return mention.kind in _DATES and isinstance(mention.value, str)


def event_claims(view: ArticleView, said: Said, claims: list[Claim]) -> list[Claim]:
    """Find the dates of events in one sentence; ``claims`` are its figures. The other dates are left as scopes."""
    dates = [
        mention
        for mention in (*said.mentions, *bare_months(view, said))
        # The end is the year: "the first half of 2025" begins as an idiom does.
        if is_date(mention) and not view.never.covers(max(mention.start, mention.end - 4), mention.end)
    ]
    found: list[Claim] = []
    said.dates = []
    for mention in dates:
        value = _with_year(view, said, mention)
        before = view.soft[max(said.start, mention.start - 90) : mention.start]
        if value and _is_event(view, said, mention, claims):
            found.append(
                Claim(
                    mention.start,
                    mention.end,
                    "date_event",
                    value,
                    mention.kind,
                    "date_event.trigger",
                    comparator=Comparator.AT_LEAST if _NOT_BEFORE.search(before) else mention.comparator,
                )
            )
        elif not _CONTRAST.search(view.soft, max(said.start, mention.start - 60), mention.start) and not _LEVEL.match(
            view.soft, mention.end
        ):
            said.dates.append(mention)
    return found


def _is_event(view: ArticleView, said: Said, mention: Mention, claims: list[Claim]) -> bool:
    soft = view.soft
    before = soft[max(said.start, mention.start - 60) : mention.start]
    if _SPAN_OF_YEARS.match(str(mention.value)) or _OF_NOUN.search(before) or _CONTRAST.search(before):
        return False
    if _LEVEL.match(soft, mention.end):
        return False
    if _CHRONICLE.match(soft, mention.end) and not before.strip(" -–•*▪►→"):
        return True
    if _LABELLED.fullmatch(soft, said.start, mention.start) and not re.search(r"\w", soft[mention.end : said.end]):
        return True
    if _is_day(mention):
        return not _AS_AT.search(before) and not _SAID.search(before)
    if _ONWARDS.search(before) and _AHEAD.search(soft, said.start, mention.start):
        return True
    if _WILL_HAPPEN.search(before) and not any(mention.start - 60 < claim.end <= mention.start for claim in claims):
        return True
    near = _trigger(soft, said, mention)
    if near is None or near > _FAR:
        return False
    if _SINCE.search(before):
        told = [claim for claim in claims if claim.property not in {"rank", "tier"}]
        return all(abs(claim.start - mention.start) > 90 for claim in told)
    if any(_belongs(soft, said, mention, claim, near, before) for claim in claims):
        return False
    figure = _nearest(_triggers()[2], soft, said, mention)
    return figure is None or not claims or figure >= near * 0.8


def _trigger(soft: str, said: Said, mention: Mention) -> float | None:
    """Distance to the nearest word of an event; weak ones count as further away."""
    events, weak, _ = _triggers()
    near = _nearest(events, soft, said, mention)
    hint = _nearest(weak, soft, said, mention)
    if hint is not None:
        scheduled = _SCHEDULED.search(soft, max(said.start, mention.start - 40), mention.start)
        hint += 5 if scheduled else _WEAK
        return hint if near is None else min(near, hint)
    return near


def _belongs(soft: str, said: Said, mention: Mention, claim: Claim, near: float, before: str) -> bool:
    """Tell whether a date says when a figure holds: "3 GW en 2030", "En 2024, … 52 %"."""
    if claim.property in _UNDATED:
        return False
    if claim.end <= mention.start:
        gap = soft[claim.end : mention.start]
        if len(gap) <= 40 and _JOINED.match(gap) and near > 12:
            return True
        return len(gap) <= 60 and bool(_TARGET.search(before)) and near > 25
    opens = mention.start - said.start <= 12
    return opens and mention.end <= claim.start and claim.start - mention.end <= 45 and near > 20


def _is_day(mention: Mention) -> bool:
    return re.fullmatch(r"(?:\d{4}|-)-\d\d-\d\d", str(mention.value)) is not None


def _nearest(pattern: Scan, soft: str, said: Said, mention: Mention) -> float | None:
    """Distance to the nearest trigger; what comes after the date or across a comma is further."""
    best: float | None = None
    for match in pattern.within(soft, said.start, said.end):
        if match.start() < mention.end and match.end() > mention.start:
            continue
        before = match.end() <= mention.start
        between = soft[match.end() : mention.start] if before else soft[mention.end : match.start()]
        distance = (
            len(between) * (1.0 if before else 1.4)
            + 18 * sum(between.count(mark) for mark in ",:(")
            + 60 * between.count(";")
        )
        if best is None or distance < best:
            best = distance
    return best


def _with_year(view: ArticleView, said: Said, mention: Mention) -> str:
    """Complete a day without year from the article's own date; empty where that is not told."""
    value = str(mention.value)
    if not value.startswith("--"):
        return value
    if not view.published:
        return value if len(value) > 4 else ""
    year = int(view.published[:4])
    day, told = value[2:], view.published[5:]
    lifecycle_future = re.search(
        r"(?<!\w)(?:\w{3,}(?:era|eront|ira|iront|dra|dront)(?!\w)|prochain|next|sera|will|should|due|begins|starts|opens"
        r"|debutent?|demarrent?"
        r"|commencent?|devra|doit|doivent|attendu|expected|d'ici|prevu|avant le|before)",
        view.soft[max(said.start, mention.start - 80) : min(said.end, mention.end + 30)],
    )
    ahead = lifecycle_future or mention.comparator in {Comparator.AT_LEAST, Comparator.AT_MOST}
    if ahead and told and day < told[: len(day)]:
        year += 1
    elif (
        not ahead and told and day > told[: len(day)] and int(day[:2]) - int(told[:2] or 0) > (2 if len(day) > 2 else 0)
    ):
        year -= 1
    return f"{year}-{day}"
