"""Claims from shares told in words: "un tiers", "six entreprises sur dix", "entirely", and changes by such parts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.number_tables import number_words, table, worded_value
from maeditor.extraction.claims.rules import decide
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.quantities.hedges import hedge_before

_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<third>(?<=du )tiers(?= d)|(?:un|le) tiers|one[ -]third|a third(?= (?:of|full|empty"
    r"|built|complete\w*"
    r"|done|less|more|owned|as)(?!\w))|(?<=of which )a third)"
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
    r"|four[ -]fifths)|(?P<three_fifths>(?:les )?trois[ -]cinquiemes|three[ -]fifths)"
    r"|(?P<two_fifths>(?:les )?deux[ -]cinquiemes|two[ -]fifths))(?!\w)"
)
_PART = (
    r"(?P<part>(?:la |un |une |a |les )?(?:moitie|tiers|quart|cinquieme|sixieme|dixieme|half|third|quarter|fifth|sixth"
    r"|tenth)|(?:les )?(?:deux tiers|trois quarts|(?:deux|trois|quatre) cinquiemes)"
    r"|(?:two|three|four)[ -](?:thirds|quarters|fifths))"
)
_HEDGED = (
    r"(?:(?:pres|plus|moins|environ|quelque|about|nearly|almost|over|more than|around|roughly) (?:de |d'|d'un )?)?"
)
_BY_PART = re.compile(rf"(?:d'|de |d'un |by ){_HEDGED}{_PART}(?! (?:d|of))(?!\w)")
_PART_MORE = re.compile(
    rf"(?<!\w){_PART} (?:(?P<up>de plus|plus (?:cher|rapide|eleve|grand|long|lourd|haut)\w*|higher|larger|bigger|faster"
    r"|dearer|heavier|longer|more|above)|(?P<down>de moins|moins(?= qu)|en moins"
    r"|moins (?:cher|rapide|eleve|grand|long|lourd|haut)\w*"
    r"|lower|smaller|cheaper|slower|lighter|shorter|less|fewer|below))(?! of)(?!\w)"
)
_PARTS = {
    "two thirds": "two_thirds",
    "deux tiers": "two_thirds",
    "three quarters": "three_quarters",
    "trois quarts": "three_quarters",
    "four fifths": "four_fifths",
    "quatre cinquiemes": "four_fifths",
    "three fifths": "three_fifths",
    "trois cinquiemes": "three_fifths",
    "two fifths": "two_fifths",
    "deux cinquiemes": "two_fifths",
    "tiers": "third",
    "third": "third",
    "quart": "quarter",
    "cinquieme": "fifth",
    "fifth": "fifth",
    "sixieme": "sixth",
    "sixth": "sixth",
    "dixieme": "tenth",
    "tenth": "tenth",
}
_WHOLES = (
    "six",
    "sept",
    "seven",
    "huit",
    "eight",
    "neuf",
    "nine",
    "douze",
    "twelve",
    "cinq",
    "dix",
    "quatre",
    "trois",
    "cent",
    "vingt",
    "three",
    "four",
    "five",
    "ten",
    "twenty",
    "10",
    "100",
)
_WHOLE = re.compile(
    r"(?<!\w)(?:entierement|integralement|totalement|exclusivement|entirely|wholly|fully|exclusively|solely"
    r"|completely)(?= (?:\w+ ){0,2}(?:aliment|powered|supplied|renouvel|renewable|financ|funded|detenu|owned"
    r"|couvert|on (?:solar|wind|renew|clean|green|hydro)|by (?:solar|wind|renew|the)|from (?:solar|wind|renew)"
    r"|vert|green|solair|run ))"
    r"|(?<!\w)(?:l'integralite|la totalite|the entirety)(?= d(?:e|u|es))|(?<=run )entirely"
    r"|(?<=powered )entirely|(?<=alimentee )entierement|(?<=alimente )entierement"
)


@cache
def _ratio_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?P<part>\d+|une?|one|{number_words()}) (?:(?!mois|jours?|heures?|months?|days?|hours?)[a-z'-]+ )"
        rf"{{0,3}}?(?:sur|out of"
        rf"|in) (?P<whole>{'|'.join(_WHOLES)})"
        r"(?!\w| ?(?:ans|mois|years|months|jours|days|villes|cities|pays|countries|sites|km|m\b|regions|millions?"
        r"|milliards?|%))"
    )


_IN_POINTS = "growth_percent.points"


@cache
def _points_pattern() -> re.Pattern[str]:
    number = rf"\d|un|une|one|{number_words()}"
    return re.compile(
        rf"(?<!\w)(?:(?P<tenths>{number}) (?:dixiemes?|tenths?) (?:de |of a |of one )(?:percentage )?points?"
        r"|(?:un )?demi[ -]point|half a (?:percentage )?point|un quart de point"
        r"|a quarter (?:of a )?(?:percentage )?point)"
        r"(?!\w)"
    )


def share_claims(view: ArticleView, said: Said) -> list[Claim]:
    """Find the shares and the changes by a part that one sentence tells in words."""
    changes = _by_half(view, said)
    told = [*changes, *_points(view, said), *_ratios(view, said), *_wholes(view, said)]
    return told + [
        claim
        for claim in _fractions(view, said)
        if all(claim.end <= other.start or other.end <= claim.start for other in told)
    ]


def _fractions(view: ArticleView, said: Said) -> list[Claim]:
    claims = []
    for match in _FRACTION.finditer(view.soft, said.start, said.end):
        value = Decimal(table("shares")[str(match.lastgroup)])
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
        part, whole = worded_value(match.group("part")), worded_value(match.group("whole"))
        if part and whole and part < whole:
            share = (part * 100 / whole).quantize(Decimal("0.01")).normalize()
            span = match.span()
            hedge = hedge_before(view.lower, match.start())
            bound = hedge.comparator if hedge else Comparator.EQUAL
            kind, rule = MentionKind.PERCENTAGE, "share_percent.ratio"
            claims.append(Claim(*span, "share_percent", share + 0, kind, rule, None, "%", bound, 0.6))
    return claims


def _by_half(view: ArticleView, said: Said) -> list[Claim]:
    """Read "réduit de moitié", "up by a third", "un quart de moins", "a third lower" as changes."""
    claims = []
    for match in _BY_PART.finditer(view.soft, said.start, said.end):
        verdict = decide("percent", view.soft, *match.span("part"), said.start, said.end)
        if verdict.property in {"growth_percent", "growth_down"}:
            claims.append(_changed(view, match, down=verdict.property == "growth_down"))
    more = _PART_MORE.finditer(view.soft, said.start, said.end)
    return claims + [_changed(view, match, down=match["down"] is not None) for match in more]


def _points(view: ArticleView, said: Said) -> list[Claim]:
    """Read "six dixièmes de point", "half a point" as changes in points."""
    claims = []
    for match in _points_pattern().finditer(view.soft, said.start, said.end):
        verdict = decide("percent", view.soft, *match.span(), said.start, said.end)
        tenths = worded_value(match["tenths"]) / 10 if match["tenths"] else None
        value = tenths or Decimal("0.25" if "quart" in match.group() else "0.5")
        down = verdict.property == "growth_down"
        span = match.span()
        claims.append(
            Claim(*span, "growth_percent", -value if down else value, MentionKind.PERCENTAGE, _IN_POINTS, None, "{pp}")
        )
    return claims


def _changed(view: ArticleView, match: re.Match[str], *, down: bool) -> Claim:
    words = match["part"].replace("-", " ")
    named = next((name for word, name in _PARTS.items() if word in words), "half")
    value = Decimal(table("shares")[named]) * (-1 if down else 1)
    hedge = hedge_before(view.lower, match.start("part"))
    return Claim(
        *match.span("part"),
        "growth_percent",
        value,
        MentionKind.PERCENTAGE,
        "growth_percent.fraction",
        None,
        "%",
        hedge.comparator if hedge else Comparator.EQUAL,
        0.7,
    )
