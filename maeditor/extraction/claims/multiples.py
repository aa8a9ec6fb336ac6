"""Claims from words that are numbers in disguise: double, tenfold, two thirds, entirely."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.rules import decide
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.quantities.hedges import hedge_after, hedge_before
from maeditor.extraction.text.phrases import lexicon

_DOUBLE = re.compile(
    r"(?<![\w-])(?P<stem>doubl|tripl|quadrupl|quintupl|decupl|trebl)(?P<form>er|era|eront|erait|eraient|ant"
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
_JOINED_BY = re.compile(r" d'une? ")
_HAVE = re.compile(
    r"(?:a|ont|avait|aura|auront|has|have|had|will|would|to|could|s'est|sera|devrait|is expected to|fait|faire"
    r"|presque|quasiment|plus que|le|au|du|soit le|nearly|almost|than) (?:\w+ment )?$"
)
_THE = re.compile(r"(?:^|\W)(?:le|au|du|the) (?:presque )?$")
_ARTICLE = re.compile(r"(?:^|\W)(?:un|une|ce|cette|cet|d'un|d'une|son|sa|leur|a|the|this|en|mot|de) $")
_NOMINAL = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:de |du |des |d'|of |en \d|in \d|d'ici)")
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<third>(?<=du )tiers(?= d)|(?:un|le) tiers|one[ -]third|a third(?= (?:of|full|empty"
    r"|built|complete\w*"
    r"|done|less|more|owned|as)(?!\w)))"
    r"|(?P<two_thirds>(?:les )?deux[ -]tiers|two[ -]thirds)|(?P<half>(?:la )?moitie(?= d(?:e|u|es)|$|\W)"
    r"|half(?= (?:of|the|its|their|all|full|empty|built|complete\w*|owned)(?!\w))"
    r"|(?<=more than )half(?=[.,;])|(?<=less than )half(?=[.,;])|(?<=over )half(?=[.,;])"
    r"|(?<=nearly )half(?=[.,;])|(?<=almost )half(?=[.,;])|(?<=about )half(?=[.,;])|une? sur deux|one in two)"
    r"|(?P<quarter>(?:(?:un|le) |(?<=du ))quart(?! d'heure)(?= d|$|\W)|(?:one|a)[ -]quarter(?= of)"
    r"|un(?:e \w+|)? sur quatre"
    r"|one in four)|(?P<three_quarters>(?:les )?trois[ -]quarts|three[ -]quarters)"
    r"|(?P<fifth>(?:(?:un|le) |(?<=du ))cinquieme(?= d)|(?:one|a)[ -]fifth(?= of)|un(?:e \w+|)? sur cinq|one in five)"
    r"|(?P<tenth>(?:un|le) dixieme(?= d)|(?:one|a)[ -]tenth(?= of)|un(?:e \w+|)? sur dix|one in ten)"
    r"|(?P<one_in_three>un(?:e \w+|)? sur trois|one in three)|(?P<four_fifths>quatre[ -]cinquiemes"
    r"|four[ -]fifths))(?!\w)"
)
_BY_PART = re.compile(
    r"(?:d'|de |d'un |by )(?:(?:pres |plus |moins |environ |quelque |about |nearly |almost |over "
    r"|more than |around )(?:de |d'|d'un )?)?(moitie|pres de la moitie|la moitie|un tiers|un quart"
    r"|un cinquieme|deux tiers"
    r"|trois quarts|two thirds|three quarters|half|a half|four[ -]fifths|three[ -]fifths|quatre cinquiemes"
    r"|a third|a quarter|a fifth"
    r"|a tenth|two-thirds|three-quarters)(?! (?:d|of))(?!\w)"
)
_PARTS = {
    "two thirds": "two_thirds",
    "three quarters": "three_quarters",
    "four fifths": "four_fifths",
    "four-fifths": "four_fifths",
    "quatre cinqu": "four_fifths",
    "three fifths": "three_fifths",
    "three-fifths": "three_fifths",
    "deux tiers": "two_thirds",
    "two-thirds": "two_thirds",
    "trois quarts": "three_quarters",
    "three q": "three_quarters",
    "three-q": "three_quarters",
    "tiers": "third",
    "third": "third",
    "cinqu": "fifth",
    "quart": "quarter",
    "fifth": "fifth",
    "tenth": "tenth",
}
_WHOLE = re.compile(
    r"(?<!\w)(?:entierement|integralement|totalement|exclusivement|entirely|wholly|fully|exclusively|solely"
    r"|completely)(?= (?:\w+ ){0,2}(?:aliment|powered|supplied|renouvel|renewable|financ|funded|detenu|owned"
    r"|couvert|on (?:solar|wind|renew|clean|green|hydro)|by (?:solar|wind|renew|the)|from (?:solar|wind|renew)"
    r"|vert|green|solair|run ))"
    r"|(?<!\w)(?:l'integralite|la totalite|the entirety)(?= d(?:e|u|es))|(?<=run )entirely"
    r"|(?<=powered )entirely|(?<=alimentee )entierement|(?<=alimente )entierement"
)


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = lexicon("rules")["multiples"][name]
    return table


@cache
def _number_words() -> str:
    return "|".join(sorted((word for word in _table("numbers") if len(word) > 2), key=len, reverse=True))


@cache
def _times_pattern() -> re.Pattern[str]:
    number = rf"(?P<n>\d+(?:[.,]\d+)?|{_number_words()})"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<twice>twice)(?= (?:as|the|its|their|what))|{number} fois (?:(?:et demie? )?(?:plus|moins"
        rf"|superieur\w*|inferieur\w*|celui|celle|ceux|celles|son|sa|ses|leur|leurs|la |le |les |l'|et demi)|$"
        rf"|[,.;])"
        rf"|{number.replace('?P<n>', '?P<n2>')} times (?:more|less|the |its|their|as |larger|bigger|higher|greater"
        rf"|faster|smaller|cheaper|what|that|current|today|ebitda|earnings|net |oversubscribed|over\b)"
        rf"|(?:sur)?souscrit\w* (?:\w+ ){{0,2}}?{number.replace('?P<n>', '?P<n6>')} fois(?!\w)"
        rf"|oversubscribed (?:\w+ ){{0,2}}?{number.replace('?P<n>', '?P<n7>')} times(?!\w)"
        rf"|(?:divis[eé]\w*|multipli\w+|divided|dividing|multiplied) (?:\w+ ){{0,4}}?(?:par|by) (?:pres de |plus de "
        rf"|environ |presque |about |nearly |more than )?{number.replace('?P<n>', '?P<n3>')}(?!\w)"
        r"|(?<!\d )(?<!\d)[x×] ?(?P<n4>\d+(?:[.,]\d+)?)(?![\w.,]?\d|\w)|(?P<n5>\d+(?:[.,]\d+)?) ?[x×](?!\w|\d| ?\d)"
        r"|(?P<fold>two|three|four|five|six|seven|eight|ten|twenty|hundred)-?fold|(?P<nfold>\d+)-?fold)"
    )


@cache
def _ratio_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<part>\d+|une?|one|{_number_words()}) (?:[a-z'-]+ ){{0,3}}?(?:sur|out of"
        rf"|in) (?P<whole>{'|'.join(('cinq', 'dix', 'quatre', 'trois', 'cent', 'five', 'ten', '10', '100', 'vingt'))})"
        r"(?!\w| ?(?:ans|mois|years|months|jours|days|villes|cities|pays|countries|sites|km|m\b|regions|millions?"
        r"|milliards?|%))"
    )


def worded_claims(view: ArticleView, said: Said) -> list[Claim]:
    """Find multipliers, fractions and wholes told in words in one sentence."""
    return [*_times(view, said), *_doubles(view, said), *_shares(view, said), *_wholes(view, said)]


def _times(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    for match in _times_pattern().finditer(view.soft, said.start, said.end):
        named = next(
            name for name in ("twice", "n", "n2", "n3", "n4", "n5", "n6", "n7", "fold", "nfold") if match.group(name)
        )
        value = _value(match.group(named), fold=named == "fold")
        if value is None or value <= 0 or (named in {"n4", "n5"} and value > 1000):
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
        claims.append(_multiple(view, match.start(), match.end(), Decimal(_table("stems")[match.group("stem")])))
    return claims


def _shares(view: ArticleView, said: Said) -> list[Claim]:
    changes = _by_half(view, said)
    told = [*changes, *_ratios(view, said)]
    return told + [
        claim
        for claim in _fractions(view, said)
        if all(claim.end <= other.start or other.end <= claim.start for other in told)
    ]


def _fractions(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    for match in _FRACTION.finditer(view.soft, said.start, said.end):
        value = Decimal(_table("shares")[str(match.lastgroup)])
        hedge = hedge_before(view.lower, match.start())
        comparator = hedge.comparator if hedge else Comparator.EQUAL
        claims.append(
            Claim(
                match.start(),
                match.end(),
                "share_percent",
                value,
                MentionKind.PERCENTAGE,
                "share_percent.fraction",
                None,
                "%",
                comparator,
                0.8,
            )
        )
    return claims


def _wholes(view: ArticleView, said: Said) -> list[Claim]:
    return [
        Claim(
            match.start(),
            match.end(),
            "share_percent",
            Decimal(100),
            MentionKind.PERCENTAGE,
            "share_percent.whole",
            None,
            "%",
            strength=0.4,
        )
        for match in _WHOLE.finditer(view.soft, said.start, said.end)
    ]


def _ratios(view: ArticleView, said: Said) -> list[Claim]:
    """Read "six entreprises sur dix", "four in ten" as shares."""
    claims = []
    for match in _ratio_pattern().finditer(view.soft, said.start, said.end):
        part, whole = _value(match.group("part"), fold=False), _value(match.group("whole"), fold=False)
        if part and whole and part < whole:
            share = (part * 100 / whole).quantize(Decimal("0.01")).normalize()
            span = match.span()
            claims.append(
                Claim(
                    *span,
                    "share_percent",
                    share + 0,
                    MentionKind.PERCENTAGE,
                    "share_percent.ratio",
                    None,
                    "%",
                    strength=0.6,
                )
            )
    return claims


def _by_half(view: ArticleView, said: Said) -> list[Claim]:
    """Read "réduit de moitié", "up by a third" as changes."""
    claims = []
    for match in _BY_PART.finditer(view.soft, said.start, said.end):
        verdict = decide("percent", view.soft, match.start(1), match.end(1), said.start, said.end)
        if verdict.property not in {"growth_percent", "growth_down"}:
            continue
        named = next((name for word, name in _PARTS.items() if word in match.group(1)), "half")
        value = Decimal(_table("shares")[named]) * (-1 if verdict.property == "growth_down" else 1)
        span = match.span(1)
        claims.append(
            Claim(
                *span,
                "growth_percent",
                value,
                MentionKind.PERCENTAGE,
                "growth_percent.fraction",
                None,
                "%",
                strength=0.7,
            )
        )
    return claims


def _multiple(view: ArticleView, start: int, end: int, value: Decimal) -> Claim:
    hedge = hedge_before(view.lower, start) or hedge_after(view.lower, end)
    comparator = hedge.comparator if hedge else Comparator.EQUAL
    return Claim(start, end, "multiplier", value, MentionKind.CARDINAL, "multiplier.word", None, "1", comparator, 0.8)


def _value(word: str, *, fold: bool) -> Decimal | None:
    if fold:
        return Decimal(_table("stems")[word])
    if word == "twice":
        return Decimal(2)
    if word in _table("numbers"):
        return Decimal(_table("numbers")[word])
    return Decimal(word.replace(",", "."))


def _trim(view: ArticleView, start: int, end: int) -> int:
    while end > start and view.text[end - 1] in " ,.;":
        end -= 1
    return end
