"""Claims that Arabic makes in words: parts ("ثلث الصادرات"), multiples ("ثلاثة أضعاف"), ranks ("المرتبة الثانية")."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.rules import noun_pattern
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.text.arabic import is_arabic
from maeditor.extraction.text.phrases import lexicon

_PLACE = re.compile(r"(?<!\w)[وبفل]?(?:ال|لل)(?:مرتبة|رتبة|مركز|مكانة|صف) \Z")
_LARGEST = re.compile(r" (?:ا[كصعق][بغلرودي]\w*|اهم|اغني|اسرع|اطول|اعلي|منتج|مصدر|مستورد|اقتصاد|سوق)(?!\w)")
_OWN_SITE = re.compile(
    r"(?<!\w)[وبفل]?(?:مركز|مراكز|مصنع|محطة|موقع|فرع|مقر|ميناء|كابل)(?:ها|ه|هم|نا)?(?: بيانات(?:ها|ه|هم|نا))? \Z"
)
_JOINED = re.compile(r"(?:مرتبة|رتبة|مركز|مكانة) ال\w+ (?:\w{3,12} )?و\Z")
_OWNED = re.compile(r"(?:ها|ه|هم|نا) \Z")
_OPENS = re.compile(r"افتتح|دشن|تفتتح|يفتتح|تدشن|اطلق|تطلق|يطلق|بناء|انشاء|انجاز")
_FOLDS = r"(?P<fold>ثلاثة|اربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|\d{1,3}) (?:اضعاف|مرات|مرة)"
_DOUBLING = r"(?:[وف]?س?[يتن]|[وف])?ت?ضاعف(?:ت|ها|ه)?"
_MULTIPLE = re.compile(
    rf"(?<!\w)(?:[وبفل]?(?:ال)?(?:(?P<double>ضعفين|ضعفي|ضعفا|ضعف)|{_FOLDS})|(?P<doubled>{_DOUBLING}))(?!\w)"
)
_TIMES = re.compile(rf"{_DOUBLING}[^.,;\d]{{0,40}}? (?P<times>ثلاث|اربع|خمس|ست|سبع|عشر) مرات(?!\w)")
_FAR = 45
_OF_ITS_KIND = re.compile(r" من نوع(?:ه|ها)(?!\w)")
_BARE_MONEY = re.compile(r"(?:دينارا?|دنانير|دينارين|ريالا?|ريالات|ريالين)(?: |\Z)(?!\w+ي)")
_COUNTS = {"ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "تسع": 9, "عشر": 10}


def part_claims(mention: Mention) -> list[Claim]:
    """Read a part of a whole: "ثلث الصادرات" is 33.33 %."""
    value = mention.value
    if (
        not isinstance(value, Decimal)
        or not 0 < value < 1
        or mention.kind not in (MentionKind.CARDINAL, MentionKind.COUNT)
    ):
        return []
    if not is_arabic(mention.text):
        return []
    share = (value * 100).quantize(Decimal("0.01"))
    share = share.quantize(Decimal(1)) if share == share.to_integral_value() else share
    rule = "share_percent.words"
    claim = Claim(mention.start, mention.end, "share_percent", share, MentionKind.PERCENTAGE, rule, unit="%")
    return [replace(claim, comparator=mention.comparator)]


def local_money(view: ArticleView, mention: Mention) -> Mention:
    """Give dinars and riyals that are not told whose the currency of the country the article is about."""
    if mention.kind is not MentionKind.MONEY or not _BARE_MONEY.search(mention.text):
        return mention
    code, slash, per = mention.unit.partition("/")
    for name in ("dinar", "riyal"):
        shared = lexicon("shared_money")[name]
        if shared["money"][shared["home"]] == code:
            return replace(mention, unit=f"{shared['money'].get(view.places.dominant, code)}{slash}{per}")
    return mention


def arabic_multiples(view: ArticleView, said: Said) -> list[Claim]:
    """Read "ثلاثة أضعاف", "يتضاعف", "الضعف" as how many times."""
    claims: list[Claim] = []
    for match in _TIMES.finditer(view.soft, said.start, said.end):
        value = Decimal(_COUNTS[match["times"]])
        claims.append(_times(match.start("times"), match.end(), value))
    told = [claim.start for claim in claims]
    for match in _MULTIPLE.finditer(view.soft, said.start, said.end):
        after = bisect_right(told, match.end())
        if match["doubled"] and after < len(told) and told[after] - match.end() < _FAR:
            continue
        fold = match["fold"]
        value = (
            Decimal(2) if not fold else Decimal(fold) if fold.isdigit() else Decimal(_COUNTS[fold.removesuffix("ة")])
        )
        claims.append(_times(match.start(), match.end(), value))
    return claims


def _times(start: int, end: int, value: Decimal) -> Claim:
    return Claim(start, end, "multiplier", value, MentionKind.CARDINAL, "multiplier.words", unit="1")


def rank_after_noun(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read an ordinal by the noun before it: a place in a ranking, or the size of a class ("مركز بياناتها الثالث")."""
    if not isinstance(mention.value, Decimal) or mention.value < 1:
        return []
    soft = view.soft
    before = soft[max(said.start, mention.start - 45) : mention.start]
    if mention.value == 1 and _OF_ITS_KIND.match(soft, mention.end):
        return [_rank(mention.start, mention, "rank.kind")]
    place = _PLACE.search(before)
    if place is not None:
        start = mention.start - len(before) + place.start()
        return [_rank(start, mention, "rank.place")]
    site = _OWN_SITE.search(before)
    if site is not None and mention.value >= 2 and _OWNED.search(before):
        centre = noun_pattern("count_datacenters").search(site[0])
        name = "count_datacenters" if centre or (view.about_datacenters and "مركز" in site[0]) else "count_other"
        rule = f"{name}.ordinal"
        return [Claim(mention.start, mention.end, name, mention.value, MentionKind.ORDINAL, rule, unit="1")]
    if not mention.text.startswith("ال") and _LARGEST.match(soft, mention.end):
        return [_rank(mention.start, mention, "rank.largest")]
    joined = _JOINED.search(before)
    return [_rank(mention.start, mention, "rank.place", 0.8)] if joined else []


def _rank(start: int, mention: Mention, rule: str, strength: float = 1.0) -> Claim:
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    return Claim(start, mention.end, "rank", value, MentionKind.RANK, rule, unit="1", strength=strength)
