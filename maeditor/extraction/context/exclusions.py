"""Numbers that are never facts: phones, laws, names, addresses, pages, list numbers, clock times, idioms."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from maeditor.extraction.text.phrases import alternation, lexicon

_YEAR = r"(?:19|20)\d\d"
_VALUES = r"%|m2|mw|million|milliard|billion|km|ha|mds?\b|kw|gw|emploi|salari|site|data"
_ROMAN = r"[ivxlc]+"
_CODES = re.compile(
    r"\b[A-Z][A-Za-z]*[-‑–]?\d+[A-Za-z]*\b(?![.,]\d)|\b\d+[A-Z]\d*(?:[A-Z]\d*)?\b(?! ?[$€])"
    r"|\b\d[A-Z][A-Z]?\b"
)
_MONEY_CODE = re.compile(
    r"(?:MAD|USD|EUR|GBP|XOF|XAF|ZAR|NGN|KES|GHS|TND|SAR|CNY|EGP|JPY|AED|CHF|DH|DT|US|USh|TSh|Shs|Sh|FCFA"
    r"|CFA|KSh|GH|R|M|N)[-–]?\d"
)
_UNIT_CODE = re.compile(
    r"\d+(?:[GMkTW]W|MVA|kVA|[MGTk]Wh?[pc]?|M|B|K|k|MMDH|MDH|DH|MAD|EUR|USD|GB|TB|PB|MB|[TGPM]o|EVP|TEU|HT|TTC"
    r"|W|V|kV|A|T|C|F|P|R|E|S|H|J|L|N|G|X)$"
    # What is emitted belongs to its unit: "40 000 tonnes de CO2".
    r"|(?:Mt|t)?CO2e?q?$|Mm[23]$"
)
_STREET = re.compile(
    r"\b(?!(?:19|20)\d\d )\d{1,5} (?:[NSEW]\.? )?(?:(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th)) ){1,3}"
    r"(?:St|Ave|Blvd|Rd|Dr|Ln|Street|Avenue|Boulevard|Road|Drive|Lane|Way|Hwy|Highway|Pkwy|Parkway|Plaza|Court)\b"
)
_PERIOD = re.compile(r"(?:[QTSH][1-4]|[1-4][QTSH])$")
# No name is as long as its bound: a run of hyphened capitals must not be read to its end from each of them.
_NAME_YEAR = re.compile(rf"\b([A-ZÀ-Þ][\w’'&.-]{{0,60}})[  ]«?[  ]?({_YEAR})\b(?![-/]\d\d-)")
_NOT_NAMES = re.compile(
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february"
    r"|march|april|may|june"
    r"|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|janv"
    r"|fev|fevr|avr|juil|q[1-4]"
    r"|t[1-4]|s[1-2]|h[1-2]|fy|en|depuis|in|since|by|for|pour|des|fin|debut|mi|until|before|avant|apres|after"
    r"|from|de|du|d'ici|l'an|an"
    r"|annee|year|spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|early|late|mid|end|jusqu'en"
    r"|between|entre|the|le|la|au|a"
    r"|premier|deuxieme|troisieme|quatrieme|first|second|third|fourth|horizon|exercice|quarter|trimestre"
    r"|semestre|of|and|et|during)\.?$"
)


@cache
def _soft_pattern() -> re.Pattern[str]:
    lists = lexicon("never")
    number = rf"(?:n[°oº]s? ?)?(?:\d[\w./-]*\d|\d+|{_ROMAN}|one|two|three|four|five|un|deux|trois|quatre|cinq)"
    # "le parc 12 éoliennes" is counted, "reactor 3 stands" is not.
    counted = rf"(?! (?!{alternation(lists['done'])}(?!\w))[a-z'-]+[sx](?!\w))"
    things = rf"{alternation(lists['things'])} \d{{1,2}}(?![.,]?\w)(?! ?(?:{_VALUES})){counted}"
    parts = [
        alternation(lists["idioms"]),
        rf"{alternation(lists['labels'])} {number}(?!\w)(?! ?(?:{_VALUES}))",
        things,
        *(pattern.replace("{YEAR}", _YEAR) for pattern in lists["patterns"]),
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.MULTILINE)


_LAW_OF = re.compile(
    r"(?<!\w)(?:loi|decret|dahir|arrete|circulaire|ordonnance|law|decree|act|directive)(?: [a-z]+)? (?:n[°o]\.? ?)?"
    r"\d[\d./-]*,? (?:du|of|dated) (\d{1,2}(?:er)? [a-z]+ \d{4})"
)
_AGED = re.compile(r"(?<=[\w’'-]), ((?:1[89]|[2-8]\d)(?: ans)?),")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]+\Z")
_LONGEST_NAME = 40
_MONTH = (
    r"(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|june?|july?|aug)"
    r"(?:ier|r?ier|il|il?let|embre|obre|uary|ruary|ch|ust|ember|ober|t)?\.?"
)
_DATELINE = re.compile(
    rf"^[ \t]*[^\n.]{{0,45}}?(?<!\d)(?P<date>\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH}(?: \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?!\d|[.,]\d)(?:,? \d{{4}})?)"
    r"[^\n.]{0,30}? ?(?: [-–—] |-- ?|\) ?[-:] ?|/prnewswire/)",
    re.MULTILINE,
)
_LIST_NUMBER = re.compile(
    r"^[ \t]*(?:[-•*][ \t]*)?(?:\(?\d{1,2}[.)/]|\d{1,2}[°]|[ivx]{1,4}[.)]|\d{1,2}\.\d{1,2}\.?)(?=[ \t]+[^\W\d])",
    re.MULTILINE,
)
_LISTICLE = re.compile(
    r"^[^\w\n]{0,12}(?:les |the |top )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|deux|trois"
    r"|quatre|cinq|sept|huit|neuf|dix|douze) (?:\w+ )?(?:charts|graphs|graphiques|numbers|figures|raisons"
    r"|questions|choses|facons|manieres|idees|astuces"
    r"|conseils|chiffres|points|lecons|reasons|ways|things|questions|tips|lessons|facts|takeaways|steps|etapes"
    r"|cles)\b",
    re.MULTILINE,
)


def datelines(soft: str) -> list[tuple[int, int]]:
    """Spans of the dates that open a report: "TANGER, 22 janvier 2026 – …"."""
    return [match.span("date") for match in _DATELINE.finditer(soft, 0, 3000)]


class Exclusions:
    """Where a text's numbers state nothing."""

    def __init__(self, text: str, soft: str) -> None:
        spans = [match.span() for match in _soft_pattern().finditer(soft)]
        spans += [match.span("date") for match in _DATELINE.finditer(soft)]
        spans += [match.span() for match in _LIST_NUMBER.finditer(soft)]
        spans += [match.span() for match in _LISTICLE.finditer(soft)]
        spans += [match.span(1) for match in _LAW_OF.finditer(soft)]
        spans += [match.span() for match in _STREET.finditer(text)]
        for match in _AGED.finditer(text):
            if _NAMED.search(text, max(0, match.start() - _LONGEST_NAME), match.start()):
                spans.append(match.span(1))
        for match in _NAME_YEAR.finditer(text):
            word = soft[match.start(1) : match.end(1)]
            if (not _NOT_NAMES.match(word) or word == "horizon") and not _opens_sentence(text, match.start(1)):
                spans.append(match.span(2))
        for match in _CODES.finditer(text):
            code = match.group()
            if not _UNIT_CODE.match(code) and not _MONEY_CODE.match(code) and not _PERIOD.match(code):
                spans.append(match.span())
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        furthest = 0
        for _, end in spans:
            furthest = max(furthest, end)
            self._ends.append(furthest)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether one of these spans overlaps ``start:end``."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\u202f")
    return not before or before[-1] in '.!?\n:•-–—»"'
