"""Property rules, read from ``rules.toml``: kind of mention and trigger words near by decide the property."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from maeditor.extraction.text.phrases import alternation, compile_phrases, compile_tagged, lexicon
from maeditor.extraction.text.scans import Scan

_ENGLISH_JOBS = re.compile(r"(?<!\w)(?:jobs|workers|employees|staff|positions|engineers|technicians)$")
_NEAR = 30.0
_OWN_NUMBER = re.compile(r" (?:(?:de|d'|of|by|a|to|environ|pres de|quelque|about|nearly|plus de) ?){0,2}[(+-]?[$€£]?\d")
# "38 % de moins de 25 ans": a share of the young, no fall.
_OF_AGE = re.compile(r"(?<=moins|.plus) d(?:e |')")
_LABEL_END = re.compile(r" ?: $")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The property a rule chose, how sure it is (0 to 1), and the words that decided."""

    property: str
    strength: float
    rule: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class _KindRules:
    default: str
    words: Scan
    after: dict[str, re.Pattern[str]]
    weights: dict[str, float]


@cache
def _kind(name: str) -> _KindRules:
    table = lexicon("rules")[name]
    parts = {key: rule for key, rule in table.items() if isinstance(rule, dict)}
    return _KindRules(
        table["default"],
        Scan(
            compile_tagged(
                {key: parts[key]["words"] for key in sorted(parts, key=lambda key: -float(parts[key]["weight"]))}
            )
        ),
        {
            key: re.compile(rf"[\s,(]{{0,3}}{alternation(rule['after'])}(?!\w)")
            for key, rule in parts.items()
            if "after" in rule
        },
        {key: float(rule["weight"]) for key, rule in parts.items()},
    )


@cache
def _units() -> dict[str, str]:
    return {unit: name for name, units in lexicon("rules")["units"].items() for unit in units}


@cache
def noun_pattern(group: str) -> re.Pattern[str]:
    """Pattern of a group of counted nouns of ``rules.toml``."""
    return compile_phrases(lexicon("rules")["nouns"][group])


def by_unit(unit: str) -> str | None:
    """Property that a unit decides by itself: ``MW`` is power; the time of a rate (``GWh/a``) does not matter."""
    known = _units()
    found = known.get(unit) or known.get(re.sub(r"/(?:a|d|mo|h|wk|s|min)$", "", unit))
    return None if found == "length" and "/" in unit else found


def decide(kind: str, soft: str, start: int, end: int, left: int, right: int) -> Verdict:
    """Choose the property of a ``money`` or ``percent`` mention ``start:end`` from the words in ``left:right``.

    The nearest trigger wins, weighted; words before count more than words after, and what stands right after the number
    ("par kWh", "de plus") most.
    """
    rules = _kind(kind)
    best = rules.default
    top = 0.9
    words = ""
    for name, pattern in rules.after.items():
        match = pattern.match(soft, end, right)
        if match and rules.weights[name] * 1.5 > top and not _OF_AGE.match(soft, match.end(), right):
            best, top, words = name, rules.weights[name] * 1.5, match.group().strip()
    for match in rules.words.within(soft, left, right):
        if match.start() < end and match.end() > start:
            continue
        name = str(match.lastgroup)
        before = match.end() <= start
        distance = start - match.end() if before else match.start() - end
        score = rules.weights[name] * (1.0 if before else 0.55) / (1.0 + distance / _NEAR)
        between = soft[match.end() : start] if before else soft[end : match.start()]
        if not before and _OWN_NUMBER.match(soft, match.end(), right):
            score *= 0.4
        label = _LABEL_END.search(between) if before else None
        marks = between[: label.start()] if label else between
        score *= 0.6 ** sum(marks.count(mark) for mark in ",;:()")
        if score > top:
            best, top, words = name, score, match.group()
    return Verdict(best, min(1.0, top / 4.0), f"{best}.{kind}", words)


def counted(noun: str) -> str:
    """Property of a count by its noun; ``never`` for what is not stated ("raisons", "fois")."""
    for group in ("count_datacenters", "never", "jobs"):
        if noun_pattern(group).match(noun):
            return group
    if noun_pattern("count_datacenters").search(noun):
        return "count_datacenters"
    if _ENGLISH_JOBS.search(noun):
        return "jobs"
    return "count_other"
