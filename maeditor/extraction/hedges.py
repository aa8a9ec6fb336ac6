"""Words that bound a value: "près de", "au moins", "n'excède pas", "or more"."""

from __future__ import annotations

import re
from typing import NamedTuple

from maeditor.domain.values import Comparator

_SAID = {
    Comparator.ABOUT: """environ|aux environs de|près de|presque|quelque|quelques|autour de|aux alentours de
        |de l'ordre de|à peu près|à peine|approximativement|quasi|quasiment|grosso modo|dans les|pas loin de|proche de
        |proches de|avoisinant|avoisine|avoisinent|avoisinera|avoisinerait|frôle|frôlant|frise|tutoie|vers|circa|ca
        |ca.|env.|env|about|around|approximately|approx|approx.|almost|nearly|roughly|some|close to|near|in the region of
        |on the order of|in the order of|in excess|somewhere around|just about|an estimated|estimated|estimé à|estimée à
        |~|≈|∼|±|soit environ|حوالي|نحو|قرابة|زهاء|ما يقارب|ما يقرب من""",
    Comparator.MORE: """plus de|plus d'|+ de|+ d'|supérieur à|supérieure à|supérieurs à|supérieures à|au-delà de
        |au delà de|au-dessus de|dépasse|dépassent|dépassant|dépassera|dépasserait|dépasser|dépassé|dépassait|excède
        |excédant|excédera|franchi|plus que|more than|over|above|greater than|exceeding|exceeds|exceed|exceeded
        |in excess of|upwards of|larger than|higher than|past|beyond|surpassing|surpassed|topping|>|&gt;|bien plus de
        |أكثر من|ما يزيد عن|تفوق|يفوق|ما يزيد على|تجاوز""",
    Comparator.AT_LEAST: """au moins|à partir de|dès|au minimum|minimum|minimum de|un minimum de|pas moins de|d'au moins
        |ne descend pas sous|at least|no less than|not less than|no fewer than|a minimum of|minimum of|starting at
        |starting from|from as little as|≥|>=|=>|min.|على الأقل|ما لا يقل عن""",
    Comparator.AT_MOST: """jusqu'à|jusqu'en|jusqu'au|jusqu'aux|au plus|tout au plus|au maximum|maximum|un maximum de
        |maximum de|à concurrence de|dans la limite de|plafonné à|plafonnée à|plafonnés à|plafonnées à|extensible à
        |extensibles à|extensible jusqu'à|n'excède pas|n'excèdent pas|n'excédera pas|n'excédant pas|ne dépasse pas
        |ne dépassent pas|ne dépassera pas|ne dépassant pas|ne dépassait pas|sans dépasser|ne pas dépasser|pas plus de
        |inférieur ou égal à|d'ici|d'ici à|d'ici fin|d'ici la fin|d'ici la fin de|up to|as much as|as many as|as high as
        |at most|no more than|not more than|a maximum of|maximum of|capped at|not exceeding|not exceed|by|expandable to
        |scalable to|until|≤|<=|=<|max|max.|حتى|بحد أقصى|ما لا يزيد عن""",
    Comparator.LESS: """moins de|moins d'|inférieur à|inférieure à|inférieurs à|inférieures à|sous|en dessous de
        |au-dessous de|en deçà de|sous la barre de|sous la barre des|less than|fewer than|under|below|lower than
        |smaller than|short of|just under|just shy of|shy of|<|&lt;|أقل من""",
}
_EQUAL_OR = {
    "supérieur ou égal à": Comparator.AT_LEAST,
    "supérieure ou égale à": Comparator.AT_LEAST,
    "inférieur ou égal à": Comparator.AT_MOST,
    "inférieure ou égale à": Comparator.AT_MOST,
    "greater than or equal to": Comparator.AT_LEAST,
    "less than or equal to": Comparator.AT_MOST,
}
#: Before a date these words bound it; "après 2026" is later than, "avant 2030" earlier than 2030.
_DATES = {
    "après": Comparator.MORE,
    "after": Comparator.MORE,
    "avant": Comparator.LESS,
    "avant fin": Comparator.AT_MOST,
    "avant le": Comparator.LESS,
    "before": Comparator.LESS,
    "d'ici": Comparator.AT_MOST,
    "d'ici à": Comparator.AT_MOST,
    "d'ici le": Comparator.AT_MOST,
    "d'ici au": Comparator.AT_MOST,
    "by": Comparator.AT_MOST,
    "until": Comparator.AT_MOST,
    "jusqu'en": Comparator.AT_MOST,
    "jusqu'au": Comparator.AT_MOST,
    "jusqu'à": Comparator.AT_MOST,
    "à l'horizon": Comparator.AT_MOST,
    "à partir de": Comparator.AT_LEAST,
    "à partir du": Comparator.AT_LEAST,
    "à compter du": Comparator.AT_LEAST,
    "dès": Comparator.AT_LEAST,
    "dès le": Comparator.AT_LEAST,
    "depuis": Comparator.EQUAL,
    "not before": Comparator.AT_LEAST,
    "no earlier than": Comparator.AT_LEAST,
    "no later than": Comparator.AT_MOST,
    "pas avant": Comparator.AT_LEAST,
    "au plus tard en": Comparator.AT_MOST,
    "au plus tard le": Comparator.AT_MOST,
    "around": Comparator.ABOUT,
    "circa": Comparator.ABOUT,
    "about": Comparator.ABOUT,
    "vers": Comparator.ABOUT,
    "environ": Comparator.ABOUT,
    "autour de": Comparator.ABOUT,
}
_BEFORE = {
    " ".join(words.split()): comparator for comparator, said in _SAID.items() for words in said.split("|")
} | _EQUAL_OR
_LONGEST = 6
_ARTICLES = frozenset({"les", "le", "la", "l'", "des", "du", "the", "un", "une", "a", "an", "ses", "its", "son", "sa"})
_OVER_VERBS = frozenset({"dépasse", "dépassent", "dépassera", "dépassant", "dépasser", "excède", "excédant", "exceed"})
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?'?|[~≈∼±<>≤≥=+]+|&[lg]t;")
_AFTER = re.compile(
    r"[ ]?(?:\+(?![\w])|(?P<w>ou plus|et plus|ou davantage|au moins|au minimum|minimum|or more|or above|and above"
    r"|or greater|or higher|at least|and over|ou moins|or less|or fewer|or below|au plus|au maximum|maximum|at most|max"
    r"|or so|environ|à peu près|approximately)(?![\w]))"
)
_AFTERWARDS = {
    "ou moins": Comparator.AT_MOST,
    "or less": Comparator.AT_MOST,
    "or fewer": Comparator.AT_MOST,
    "or below": Comparator.AT_MOST,
    "au plus": Comparator.AT_MOST,
    "au maximum": Comparator.AT_MOST,
    "maximum": Comparator.AT_MOST,
    "at most": Comparator.AT_MOST,
    "max": Comparator.AT_MOST,
    "or so": Comparator.ABOUT,
    "environ": Comparator.ABOUT,
    "à peu près": Comparator.ABOUT,
    "approximately": Comparator.ABOUT,
}


class Hedge(NamedTuple):
    """How a value is bounded, and the words that say so."""

    comparator: Comparator
    start: int
    end: int


def hedge_before(lower: str, start: int, *, date: bool = False) -> Hedge | None:
    """Read the words just before a value; articles between are stepped over ("plus des deux tiers")."""
    left = max(0, start - 48)
    left = max(left, lower.rfind("\n", left, start) + 1)
    words = [match.span() for match in _WORDS.finditer(lower, left, start)][-_LONGEST - 1 :]
    if not words or lower[words[-1][1] : start].strip(" "):
        return None
    names = _DATES if date else _BEFORE
    skipped = 0
    while words:
        for size in range(len(words)):
            begin, end = words[size][0], words[-1][1]
            comparator = names.get(_joined(lower, begin, end))
            if comparator is not None:
                return None if comparator is Comparator.EQUAL else _negated(lower, comparator, begin, end)
        last = lower[words[-1][0] : words[-1][1]]
        if date or last not in _ARTICLES or skipped == 2:
            return None
        skipped += 1
        words.pop()
        if words and last == "des":
            # "plus des deux tiers" is "plus de" and "les".
            begin = words[-1][0]
            if lower[begin : words[-1][1]] in ("plus", "moins", "près"):
                comparator = names[lower[begin : words[-1][1]] + " de"]
                return Hedge(comparator, begin, words[-1][1] + 4)
    return None


def _joined(lower: str, begin: int, end: int) -> str:
    said = lower[begin:end]
    return " ".join(said.split()) if "  " in said or "\n" in said else said


def _negated(lower: str, comparator: Comparator, begin: int, end: int) -> Hedge:
    """Turn "ne … dépasse" round where "pas" stands with it; the plain forms are in the list."""
    return Hedge(comparator, begin, end)


def hedge_after(lower: str, end: int) -> Hedge | None:
    """Read the words just after a value: "80 % au moins", "100 or more", "100+"."""
    match = _AFTER.match(lower, end)
    if match is None:
        return None
    comparator = _AFTERWARDS.get(match["w"] or "", Comparator.AT_LEAST)
    begin = match.start() + (match[0][0] == " ")
    return Hedge(comparator, begin, match.end())
