"""Claims from multiples: double, tenfold, "trois fois plus", "oversubscribed 2.4 times"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.number_tables import number_words, table, worded_value
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.quantities.hedges import hedge_after, hedge_before

_DOUBLE = re.compile(
    r"(?:(?<![\w-])|(?<=quasi-)|(?<=near-))(?P<stem>doubl|tripl|quadrupl|quintupl|decupl|trebl)(?P<form>er"
    r"|era|eront|erait|eraient|ant"
    r"|ait|aient|ement|e|ee|es|ees|ed|ing|es|ent|led|ling|y)(?![\w-])"
)
_VERB = re.compile(
    r"\s+(?:(?:presque|quasiment|pratiquement|nearly|almost|more than|plus que) )?(?:sa|son|ses|la|le|les|leur"
    r"|leurs|nos|notre|its|the|their|our|to|from|in |d'ici|en \d|en \w+ ans|by|over|capacity|cette|ce|l'"
    r"|de (?:taille|volume)|a l'horizon|since|depuis|par rapport|entre|between|every|tous les)"
)
_FINITE = frozenset(
    {"er", "era", "eront", "erait", "eraient", "ant", "ait", "aient", "ement", "ed", "ing", "led", "ling"}
)
_JOINED_BY = re.compile(r" (?:en \d{4} |[a-z]+ ){0,2}d'une? ")
_HAVE = re.compile(
    r"(?:a|ont|avait|aura|auront|has|have|had|will|would|to|could|s'est|sera|devrait|is expected to|fait|faire"
    r"|presque|quasiment|plus que|le|au|du|soit le|nearly|almost|than) (?:\w+ment )?$"
)
_THE = re.compile(r"(?:^|\W)(?:le|au|du|the) (?:presque )?$")
_ARTICLE = re.compile(r"(?:^|\W)(?:un|une|ce|cette|cet|d'un|d'une|son|sa|leur|a|the|this|en|mot|de) $")
_NOMINAL = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:de |du |des |d'|of |en \d|in \d|d'ici)")


@cache
def _times_pattern() -> re.Pattern[str]:
    number = rf"(?P<n>\d+(?:[.,]\d+)?|{number_words()})"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<twice>twice)(?= (?:as|the|its|their|what))|{number} fois (?:(?:et demie? )?(?:plus|moins"
        rf"|superieur\w*|inferieur\w*|celui|celle|ceux|celles|son|sa|ses|leur|leurs|la |le |les |l'|et demi)|$"
        rf"|[,.;])"
        rf"|{number.replace('?P<n>', '?P<n2>')} times (?:more|less|the |its|their|as |larger|bigger|higher|greater"
        rf"|faster|smaller|cheaper|what|that|current|today|ebitda|earnings|net |oversubscribed|over\b"
        rf"|(?:\w+ )?(?:revenues?|sales|turnover|profits?|income|gdp|capacity|output|demand|average"
        rf"|price|value|size|cost|assets|equity)\b)"
        rf"|(?:sur)?souscrit\w* (?:\w+ ){{0,2}}?{number.replace('?P<n>', '?P<n6>')} fois(?!\w)"
        rf"|oversubscribed (?:\w+ ){{0,2}}?{number.replace('?P<n>', '?P<n7>')} times(?!\w)"
        rf"|(?:divis[eé]\w*|multipli\w+|divided|dividing|multiplied) (?:\w+ ){{0,4}}?(?:par|by) (?:pres de |plus de "
        rf"|environ |presque |about |nearly |more than )?{number.replace('?P<n>', '?P<n3>')}(?!\w)"
        r"|(?<!\d )(?<!\d)[x×] ?(?P<n4>\d+(?:[.,]\d+)?)(?![\w.,]?\d|\w)|(?P<n5>\d+(?:[.,]\d+)?) ?[x×](?!\w|\d| ?\d)"
        r"|(?P<fold>two|three|four|five|six|seven|eight|ten|twenty|hundred)-?fold|(?P<nfold>\d+)-?fold)"
    )


def multiple_claims(view: ArticleView, said: Said) -> list[Claim]:
    """Find the multiples that one sentence tells."""
    return [*_times(view, said), *_doubles(view, said)]


def _times(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    for match in _times_pattern().finditer(view.soft, said.start, said.end):
        named = next(
            name for name in ("twice", "n", "n2", "n3", "n4", "n5", "n6", "n7", "fold", "nfold") if match.group(name)
        )
        value = _value(named, match.group(named))
        if value <= 0 or (named in {"n4", "n5"} and value > 1000):
            continue
        start, end = match.span(named) if named in {"n3", "n6", "n7"} else (match.start(), match.end())
        claims.append(_multiple(view, start, _trim(view, start, end), value))
    return claims


def _doubles(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    soft = view.soft
    for match in _DOUBLE.finditer(soft, said.start, said.end):
        before = soft[max(said.start, match.start() - 24) : match.start()]
        form = match.group("form")
        verb = _VERB.match(soft, match.end(), said.end)
        told = (
            form in _FINITE
            or (form in {"e", "es", "ent"} and verb and not _ARTICLE.search(before))
            or (
                form in {"e", "es", "ee", "ees"}
                and _HAVE.search(before)
                and (_THE.search(before) is None or _NOMINAL.match(soft, match.end(), said.end))
            )
        )
        if not told or _JOINED_BY.match(soft, match.end()):
            continue
        claims.append(_multiple(view, match.start(), match.end(), Decimal(table("stems")[match.group("stem")])))
    return claims


def _value(named: str, word: str) -> Decimal:
    if named == "fold":
        return Decimal(table("stems")[word])
    return Decimal(2) if word == "twice" else worded_value(word)


def _multiple(view: ArticleView, start: int, end: int, value: Decimal) -> Claim:
    hedge = hedge_before(view.lower, start) or hedge_after(view.lower, end)
    comparator = hedge.comparator if hedge else Comparator.EQUAL
    return Claim(start, end, "multiplier", value, MentionKind.CARDINAL, "multiplier.word", None, "1", comparator, 0.8)


def _trim(view: ArticleView, start: int, end: int) -> int:
    while end > start and view.text[end - 1] in " ,.;":
        end -= 1
    return end
