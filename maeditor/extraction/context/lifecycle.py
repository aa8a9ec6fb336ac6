"""How far the thing is that a sentence speaks of, and in which mood: trigger words and tense."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.text.phrases import alternation, lexicon

_FUTURE = (
    r"(?:(?!camera|opera|sierra|libra|zahira|sahara)\w{2,}(?:era|vra|dra|rra|ira|[ti]tra|lura)"
    r"|\w{2,}(?:eront|iront|vront|dront|rront|[ti]tront|luront|auront"
    r"|erons|irons)|aura|fera|ira|va [a-z]{3,}(?:er|ir|re)|vont [a-z]{3,}(?:er|ir|re))"
)
_CONDITIONAL = r"would|\w{3,}(?:erait|eraient|irait|iraient|rait|raient)"
_SOON = r"(?:d'ici(?: a| fin)?|by(?: the end of)?|avant|before|a l'horizon|horizon) 20\d\d"
_PERFECT = re.compile(
    r"(?<!\w)(?:(?:n[’'])?(?:a|ont|avons|avait|avaient)|s[’']est|se sont)(?: (?:été|déjà|ainsi|également|aussi|pas|plus"
    r"|depuis|même|bien|presque|notamment|largement|fortement))*"
    r" (?P<fr>\w+(?:é|és|ée|ées|i|is|ie|it|u|us|ue|ues|ert|erts))(?!\w)"
    r"|(?<!\w)(?:est|sont) (?:passée?s?|revenue?s?|arrivée?s?|entrée?s?|tombée?s?|montée?s?|descendue?s?|née?s?)(?!\w)"
    r"|(?<!\w)(?:has|have|had)(?: \w+ly| been| already| also| just)* (?P<en>\w+(?:ed|en|wn|ld|ught|ent|un|ut|id))(?!\w)"
    r"|(?<!\w)(?P<simple>\w{2,}ed|ran|rose|fell|grew|sold|won|lost|cost|took|spent|built|made|drew|shrank|held|paid)"
    r"(?= (?:a|an|the|its|their|his|her|over|about|around|some|more|less|nearly|almost|roughly|just|only|up|down|to|by"
    r"|from|in|on|between|another|further)(?!\w)| [$€£]| ?\d| [A-Z]{1,4}[$€£]?\d)",
    re.IGNORECASE,
)
"""What was done: the perfect of French, the perfect and the simple past of English."""
_NOT_DONE = re.compile(
    r"(?:expect|plann|schedul|estimat|valu|project|forecast|bas|locat|situat|own|call|nam|power|fitt|equipp|design"
    r"|spread|connect|need|requir|supposed|us|propos|target|slat|tout|combin|install|contract|need|indeed|speed|feed"
    r"|embed|seed|shed|hundr|dat|intend|rat|dedicat|compar|unlimit|limit|unit|prevu|equipe|situe|dote|estime)(?:ed|)"
    r"|(?:rappel|indiqu|annonc|soulign|precis|expliqu|declar|affirm|ajout|assur|confi|estim|insist|confirm|not|fait|dit"
    r"|conclu|reconnu|state|report|add|warn|explain|announc|comment|want|hop|decid|promis|vou)\w{0,4}"
)
_PASSIVE = re.compile(r"(?<!\w)(?:is|are|be|being|will be|to be|been|not|who|which was|that)(?: \w+ly)? $")
_RESULT = re.compile(
    r"(?:inaugur|ouver|open|mis$|dote|equip|instal|obten|decroch|acquis|acquir|bought|cree|creat|deploy|connect|raccord"
    r"|lanc|launch|commission|implant|switch|unveil|presold|energi|certifi|adopt|rejoin|etabli|graded|built|bati)"
)
"""What is there once it was done: an inaugurated plant stands."""

_STATES: dict[str, tuple[Lifecycle, Modality]] = {
    "cancelled": (Lifecycle.CANCELLED, Modality.FACT),
    "under_construction": (Lifecycle.UNDER_CONSTRUCTION, Modality.FACT),
    "estimated": (Lifecycle.UNKNOWN, Modality.FORECAST),
    "conditional": (Lifecycle.UNKNOWN, Modality.FORECAST),
    "announced": (Lifecycle.ANNOUNCED, Modality.PLAN),
    "planned": (Lifecycle.PLANNED, Modality.PLAN),
    "future": (Lifecycle.PLANNED, Modality.PLAN),
    "past": (Lifecycle.UNKNOWN, Modality.PAST),
    "done": (Lifecycle.UNKNOWN, Modality.PAST),
    "result": (Lifecycle.OPERATIONAL, Modality.FACT),
    "operational": (Lifecycle.OPERATIONAL, Modality.FACT),
}
_NEXT_CLAUSE = re.compile(
    r"[;:]|(?<!\w)(?:et|mais|tandis|alors|dont|qui|que|ou|and|but|while|which|who|that|whose)(?!\w)"
)
_APART = 0.35
_SUBORDINATE = re.compile(r"[;:.]|(?<!\w)(?:mais|tandis|alors|dont|qui|que|but|while|which|who|that|whose)(?!\w)")
_CLAUSE = 0.85
_FAR = 240
_DEFAULT = 0.35
_AFTER = 0.45
_WEIGHT = {
    "cancelled": 4.0,
    "under_construction": 2.8,
    "estimated": 2.0,
    "conditional": 1.8,
    "announced": 1.4,
    "planned": 1.8,
    "future": 2.0,
    "past": 1.3,
    "done": 1.5,
    "result": 1.4,
    "operational": 1.0,
}


@cache
def _pattern() -> re.Pattern[str]:
    lists = lexicon("statements")["status"]
    parts = [rf"(?P<{name}>{alternation(words)})" for name, words in lists.items()]
    parts += [rf"(?P<future>{_FUTURE}|{_SOON})", rf"(?P<conditional>{_CONDITIONAL})"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def state_of(name: str) -> tuple[Lifecycle, Modality]:
    """What the words of a list say; unknown for none."""
    return _STATES.get(name, (Lifecycle.UNKNOWN, Modality.FACT))


class Moods:
    """The status words of one sentence, found once and only where asked for.

    ``text`` is the text as spelled, of the same length as ``soft``: accents tell « a produit » from « à produire ».
    """

    def __init__(self, soft: str, left: int, right: int, text: str = "") -> None:
        self._soft = soft
        self._text = text or soft
        self._span = left, right

    @cached_property
    def _found(self) -> list[tuple[int, int, str]]:
        matches = _pattern().finditer(self._soft, *self._span)
        found = [
            (match.start(), match.end(), str(match.lastgroup))
            for match in matches
            if match.lastgroup != "future" or not self._is_name(match.start())
        ]
        ends = [end for _start, end, _name in found]
        for left, right, name in self._done():
            at = bisect_left(ends, left + 1)
            if at == len(found) or found[at][0] >= right or found[at][2] in {"past", "operational"}:
                found.append((left, right, name))
        found.sort()
        return found

    def _is_name(self, start: int) -> bool:
        """Tell whether a word that ends as a future does is a name: « Essaouira »."""
        return start > self._span[0] and self._text[start].isupper()

    def _done(self) -> Iterator[tuple[int, int, str]]:
        for match in _PERFECT.finditer(self._text, *self._span):
            verb = self._soft[slice(*match.span(match.lastgroup or 0))]
            if _NOT_DONE.fullmatch(verb):
                continue
            if match.lastgroup == "simple" and _PASSIVE.search(
                self._soft, max(self._span[0], match.start() - 24), match.start()
            ):
                continue
            yield match.start(), match.end(), "result" if _RESULT.match(verb) else "done"

    def near(self, start: int, end: int) -> tuple[Lifecycle, Modality]:
        """Status of the value at ``start:end``: the nearest telling words of its sentence win; unknown without any."""
        return state_of(self.telling(start, end)[2])

    def words_near(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words stand that give the value at ``start:end`` its status; None where none does."""
        left, right, name = self.telling(start, end)
        return (left, right) if name else None

    def stages(self) -> list[tuple[int, int, Lifecycle]]:
        """The words that name a stage, in the order of the text."""
        named = ((left, right, _STATES[name][0]) for left, right, name in self._found if name != "result")
        return [each for each in named if each[2] is not Lifecycle.UNKNOWN]

    def telling(self, start: int, end: int) -> tuple[int, int, str]:
        """The words that tell the status of the value at ``start:end`` and the list they are of; empty without any."""
        best, top = (0, 0, ""), _DEFAULT
        for left, right, name in self._found:
            if left < end and right > start:
                continue
            before = right <= start
            distance = start - right if before else left - end
            score = _WEIGHT[name] * (1.0 if before else _AFTER) / (1.0 + distance / 60)
            if score <= top:
                continue  # what stands between can only lessen it
            between = self._soft[right:start] if before else self._soft[end:left]
            score *= 0.75 ** sum(map(between.count, ",;:"))
            if not before and ("," in between or _NEXT_CLAUSE.search(between)):
                score *= _APART
            if before and _NEXT_CLAUSE.search(between):
                score *= _CLAUSE
            if score > top:
                best, top = (left, right, name), score
        return best if best[2] else self._governing(start)

    def _governing(self, start: int) -> tuple[int, int, str]:
        """The last telling words before a value far on in the same enumeration: "will run …, reach … and feed four"."""
        before = [each for each in self._found if each[1] <= start]
        if not before or start - before[-1][1] > _FAR or _SUBORDINATE.search(self._soft, before[-1][1], start):
            return 0, 0, ""
        return before[-1]
