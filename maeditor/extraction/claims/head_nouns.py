"""The noun that a plain number counts: where it ends, and which property it makes of the number."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim
from maeditor.extraction.claims.rules import counted, noun_pattern
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.text.arabic import LETTER
from maeditor.extraction.text.phrases import lexicon

MAGNITUDE = re.compile(r"(?:millions?|milliards?|billions?|trillions?|bn|mds?|mrd|mn)\b")
OF = re.compile(r"\s(?:d'|de |des |of )")
_WORD = re.compile(rf"\s+(?:\" ?)?((?:[dl]')?[a-z{LETTER}][\w'-]*)")
_FIRST_WORD = re.compile(rf"(?:\s|(?<='))([a-z{LETTER}][\w'-]*)")
#: An Arabic counted noun has no article; a second word begins with و where another noun is added.
_DEFINITE = re.compile(rf"(?:[وفبك]?ال|لل)[{LETTER}]{{2}}|و\d")
_COLLECTIVE = re.compile(r"une? |\w+(?:aine|iers)$")
_JOB_CHANGES = re.compile(r"(?:creations|pertes|suppressions|destructions|losses|gains|departs|departures|cuts)(?!\w)")
_EMPLOYED = re.compile(
    r"(?<!sous-)(?<!sans )(?<!d')emplo[iy]|recrut|embauch|salari|work(?:ed|ing| there| here| at| for)"
    r"|hir(?:e|ing)|job|staff|workforce"
    r"|effectif|travaill"
    r"|(?<!\w)equipes?(?!\w)|(?<!\w)teams?(?!\w)"
    r"|شغل|توظ|وظف|تشغيل|موظف|عمال"
)
_OUT_OF_WORK = re.compile(
    r"out of work|jobless|unemploy|(?<!\w)chom(?:age|eur)|sans emploi|sous-emploi|demandeurs? d'emploi"
    r"|without (?:a )?jobs?"
)
_JOBS_TOLD = re.compile(r"(?<!\w)(?:emplois?|postes|jobs|positions|salaries|effectifs)(?!\w)")
_EMPLOYS = re.compile(
    r"(?:emploi\w*|employ\w*|recrut\w*|embauch\w*|hire[sd]?|hiring)"
    r" (?:(?:environ|pres de|quelque|plus de|about|around|some|over|more than|aussi|deja|nearly|another"
    r"|a further|an extra"
    r"|up to|encore) ){0,2}$"
)
_HIRED = re.compile(
    r"[^.;,\d]{0,45}(?<!\w)(?:(?:seront|sera|ont ete|sont|y seront) (?:\w+ )?(?:recrutee?s?|embauchee?s?|employee?s?)"
    r"|(?:will be|are being|were) (?:hired|recruited|employed))"
)
_TEAM_OF = re.compile(
    r"(?:start-?up|firm|company|team|business|agency|studio|pme|societe|entreprise|equipe)"
    r" (?:of|de) (?:about |some |around |environ |quelque )?$"
)
_FOUNDED_BY = re.compile(
    r"(?:fonde|cree|lance|imagine|porte|created|founded|started|launched|set up|led|owned|run|detenu)\w*"
    r"(?: [^.;,]{1,30})? (?:par|by) $"
)
_OTHER_SITES = re.compile(r"sites? (?:web|internet|industriel|touristique|de production)")
_JOINING = frozenset({"de", "d", "of"})
_JOINED = frozenset({"centre", "centres", "points", "postes", "fermes"})
_HYPHENED = re.compile(
    r"-((?:bed|room|seat|storey|story|floor|member|lane|stor|berth|pump|turbine|panel|rack|hall|unit|house|home|strong"
    r"|student|passenger|vehicle|truck|tower|station|stop|country|person|people|worker)s?)(?!\w)"
)
_PLURAL = re.compile(r"(?<![su'i])s$|^(?:people|staff|men|women|children)$")
_LONGEST = 4


def head_noun(view: ArticleView, mention: Mention, end: int) -> tuple[str, int]:
    """Find the noun a number counts and where it ends, not beyond ``end``: "17 working data centres"."""
    soft = view.soft
    hyphened = _HYPHENED.match(soft, mention.end, end)
    if hyphened:
        return hyphened.group(1), hyphened.end()
    position = mention.end + 1 if soft[mention.end : mention.end + 1] == "+" else _after_of(soft, mention, end)
    words, spans = _words(soft, mention.end, position, end)
    if not words:
        return "", mention.end
    noun = soft[spans[0][0] : spans[-1][1]]
    for group in ("count_datacenters", "jobs"):
        found = noun_pattern(group).search(noun)
        if found and (group != "jobs" or found.start() == 0):
            return noun[found.start() :], spans[0][0] + found.end()
    return noun, spans[_last_of_noun(words, view.language_at(mention.start))][1]


def _last_of_noun(words: list[str], language: str) -> int:
    """Index of the word that ends the noun: "funds" of "pension funds", "racks" of "racks arrive"."""
    if len(words) > 2 and words[1] in _JOINING:
        return 2
    if language == "en":
        plural = (index for index, word in enumerate(words[:3]) if _PLURAL.search(word))
        return next(plural, 0)
    return 1 if len(words) > 1 and words[1].startswith("d'") else 0


def noun_property(view: ArticleView, mention: Mention, noun: str, start: int, end: int) -> str:
    """Choose the property of a count; the sentence ``start:end`` decides where the noun does not: "sites", "people"."""
    name = counted(noun)
    if name == "jobs" and _FOUNDED_BY.search(view.soft, max(start, mention.start - 60), mention.start):
        return "count_other"
    if name != "count_other":
        return name
    near = view.soft[max(start, mention.start - 70) : min(end, mention.end + 70)]
    if _JOB_CHANGES.match(noun) and _JOBS_TOLD.search(view.soft, start, end):
        return "jobs"
    if noun_pattern("people").match(noun) and _EMPLOYED.search(near) and not _OUT_OF_WORK.search(near):
        return "jobs"
    if noun_pattern("people").match(noun) and _TEAM_OF.search(near[: mention.start - max(start, mention.start - 70)]):
        return "jobs"
    if _EMPLOYS.search(view.soft, max(start, mention.start - 32), mention.start):
        return "jobs"
    if _HIRED.match(view.soft, mention.end, min(end, mention.end + 60)):
        return "jobs"
    if noun_pattern("facility").match(noun) and not _OTHER_SITES.match(noun):
        told = noun_pattern("count_datacenters").search(view.soft, start, end)
        return "count_datacenters" if told or view.about_datacenters else name
    return name


def count_of(mention: Mention, name: str, end: int, noun: str, strength: float = 1.0) -> Claim:
    """State a count that ends, with its noun, at ``end``."""
    top = mention.value2 if isinstance(mention.value2, Decimal) else None
    comparator = Comparator.RANGE if top is not None else mention.comparator
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    unit = mention.unit if mention.unit.startswith("{") else "1"
    rule = f"{name}.count"
    return Claim(mention.start, end, name, value, MentionKind.COUNT, rule, top, unit, comparator, strength, noun)


def is_year(mention: Mention) -> bool:
    """Tell whether a number is, or may well be, a year."""
    if mention.kind is MentionKind.YEAR:
        return True
    return isinstance(mention.value, Decimal) and 1900 <= mention.value <= 2100 and mention.text.isdigit()


def _after_of(soft: str, mention: Mention, end: int) -> int:
    """Where the noun may begin: after "de" in "une vingtaine de sites", "3 millions d'unités"."""
    of = OF.match(soft, mention.end, end)
    if of is None:
        return mention.end
    text = soft[mention.start : mention.end]
    if not MAGNITUDE.search(text) and not _COLLECTIVE.match(text):
        return mention.end
    return of.end() if soft[of.end() - 1] == "'" else of.end() - 1


def _words(soft: str, number: int, position: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    stop, minor = noun_pattern("stop"), _minor()
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for _ in range(7):
        match = _WORD.match(soft, position, end)
        if match is None and not words and position != number:
            match = _FIRST_WORD.match(soft, position, end)
        if match is None:
            break
        word = match.group(1)
        links = len(words) == 1 and word in _JOINING and words[0] in _JOINED
        if (stop.fullmatch(word) and not links) or _DEFINITE.match(word) or (words and word[0] == "و"):
            break
        position = match.end()
        if not words and word in minor:
            continue
        words.append(word)
        spans.append(match.span(1))
        if len(words) == _LONGEST:
            break
    return words, spans


@cache
def _minor() -> frozenset[str]:
    """Adjectives that may stand before the noun."""
    return frozenset(lexicon("rules")["nouns"]["minor"])
