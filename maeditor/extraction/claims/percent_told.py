"""What the clause around a percentage tells of it: an end of a share that changed, or the size of a change."""

from __future__ import annotations

import re

from maeditor.extraction.claims.rules import decide

_HEDGE = (
    r"(?:(?:environ|pres d[e']|plus d[e']|moins d[e']|au moins|seulement|a peine|quelque|about|around|nearly|over"
    r"|more than|less than|only|just) ?){0,2}"
)
_SHARE = (
    r"(?:poids|parts?|pourcentage|proportion|taux|ratio|marge|penetration|couverture|share|percentage|margin|rate)"
    r"(?!\w)(?! de (?:croissance|progression|variation|inflation))"
)
_PASSES = r"(?:pass(?:e|ee?s?|er|era|ant|ait)|tomb(?:e|ee?s?|er|era|ant|ait)|went|going|goes|fell|rose)(?!\w)"
_OPENED = rf"(?<!\w)(?:{_SHARE}[^.;%]{{0,90}}|{_PASSES}) (?:de |d'|from ){_HEDGE}"
_FIRST_END = re.compile(rf"{_OPENED}$")
_ON_TO = re.compile(rf"[^.;%]{{0,25}}? (?:a|to) {_HEDGE}\d")
_SECOND_END = re.compile(rf"{_OPENED}[\d., ]+%[^.;%]{{0,25}}? (?:a|to) {_HEDGE}$")
_OF_GROWTH = re.compile(r"(?<!\w)(?:croissance|inflation|growth|cagr|tcam|rendement)(?!\w)")
_SIZE = re.compile(
    r"(?<!\w)(?:(?P<up>hausse|augmentation|progression|croissance|appreciation|accroissement)"
    r"|(?P<down>baisse|diminution|recul|repli|chute|contraction|depreciation))"
    r" (?:du|de la|de l'|des|de (?:son|sa|ses|leurs?|ces|cette)) ?(?:[\w'-]+ ){1,5}?"
    rf"(?<!taux )(?<!part )(?<!marge )(?<!tva )(?:de |d'){_HEDGE}$"
)
_MOVED = re.compile(
    rf"(?<!\w)(?:(?P<up>evolu|appreci|amelior)|(?P<down>depreci|degrad))\w*(?: \w+ment)? (?:de |d'){_HEDGE}$"
)
_OF_ANOTHER = re.compile(
    rf"(?<!\w)(?:celles?|celui|ceux) (?:d[eu]s? |d'|de la |de l')[^.,;%\d]{{2,40}}? (?:de |d'){_HEDGE}$"
)
_AFTER_ANOTHER = re.compile(rf"\d[\d.,]* ?%,? (?:puis|then) (?:de |d'|by )?{_HEDGE}$")
_REACH = 160
_WAYS = {"growth_percent": "up", "growth_down": "down"}


def percent_told(soft: str, left: int, start: int, end: int, right: int) -> str | None:
    """Tell ``share`` for an end of a share that changed, ``up`` or ``down`` for the size of a change; else None.

    The percentage stands at ``start:end`` in the sentence ``left:right``.
    """
    left = max(left, start - _REACH)
    first = _FIRST_END.search(soft, left, start)
    ends = first if first and _ON_TO.match(soft, end, right) else _SECOND_END.search(soft, left, start)
    if ends is not None:
        return None if _OF_GROWTH.search(soft, left, start) else "share"
    size = _MOVED.search(soft, left, start) or _SIZE.search(soft, left, start)
    if size is not None:
        return size.lastgroup
    other = _OF_ANOTHER.search(soft, left, start) or _AFTER_ANOTHER.search(soft, left, start)
    if other is None:
        return None
    # What is told of the one before holds for this one: "… de 3 %, celle de seigle de 8 %".
    return _WAYS.get(decide("percent", soft, other.start(), other.start() + 1, left, other.start()).property)
