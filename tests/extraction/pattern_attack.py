"""Collects every regular expression of extraction and attacks each with strings pumped from its own structure.

Run as a program it prints one line for each expression whose cost grows too fast, last the number it tried.
"""

import importlib
import pkgutil
import re
import sys
import time
from functools import cache
from re import _constants as codes
from re import _parser as parser

SAMPLES = " a1A-,.\n'é:(€x0/\t\"%;ᵉ_"
SHAPES = [" ", "a", "A", "1", "a ", "1 ", "A ", "1,", "1.", "a-", "-", ".", ",", "(", "\n", "\t", '"', "'", "a1", "aA"]
SHAPES += ["de ", "Aa ", "a\n", "12 3,", "d'", "2025 ", "1:11 ", "x2 ", "½", "deux cent ", ". ", " 1"]
SHAPES += ["A-", "A'", "A.", "A&", "Aa-", "aa-", "a.", "a'", "a-1", "1-", "1/", "1:", "II-", "vingt-", "12-a-", "&"]
SHAPES += ["d'A-", "a&", "a, ", "1, ", "$5 ", "«", "« a » ", "٣ ", "12 MW\n", "A 1-", "(1) ", "1A", "_"]
WHOLE = 10_000
# More than the texts of ``warm`` have sentences: what is asked more often is asked at the places within them.
_SENTENCES = 2_000
_FEW, _LONG = 64, (4096, 16384)
_PUMPS = 60
# All costs are counted in turns of one plain loop, so that a fast machine and a slow one judge alike.
_PLAIN, _RUN = re.compile("[a-z]+,"), "a" * 2000
_SHORT_TURNS, _LONG_TURNS = 25, 12
# What costs less than this part of the bound may be pumped by eight characters at once, and still not run away.
_EASY = 1 / 4000


class Recorded:
    """An expression that remembers how long the texts are that it is asked to search."""

    def __init__(self, real):
        self.real = real
        self.searched = 0
        self.only_matched = True
        self.places = 0

    def __getattr__(self, name):
        call = getattr(self.real, name)
        matched = name in {"match", "fullmatch"}
        if not matched and name not in {"search", "finditer", "findall", "sub", "subn", "split"}:
            return call
        self.only_matched &= matched

        def asked(*given, **named):
            text = given[1] if name in {"sub", "subn"} else given[0]
            where = given[1:3] if name not in {"sub", "subn", "split"} else ()
            left, right = (*where, *(0, sys.maxsize)[len(where) :])
            self.searched = max(self.searched, min(right, len(text)) - left)
            self.places += matched and left > 0 and len(text) >= WHOLE
            return call(*given, **named)

        return asked


def collected(warm):
    """Every expression compiled by extraction while ``warm`` runs, with how long a text it searched."""
    found = {}
    compiled = re._compile

    def compile_one(pattern, flags=0):
        real = compiled(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_globals["__name__"].split(".")[0] == "re":
            frame = frame.f_back
        if not frame.f_globals["__name__"].startswith("maeditor.extraction") or not hasattr(real, "finditer"):
            return real
        return found.setdefault((real.pattern, real.flags), Recorded(real))

    re._compile = compile_one
    try:
        warm()
    finally:
        re._compile = compiled
    return list(found.values())


def warm():
    """Import all of extraction, open its lexicons, and read one long line and some short ones in each language."""
    import maeditor.extraction

    names = [each.name for each in pkgutil.walk_packages(maeditor.extraction.__path__, "maeditor.extraction.")]
    modules = [importlib.import_module(name) for name in names]
    for module in modules:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
                value()
    from maeditor.extraction.proposals import propose

    said = "Le parc de Tiaret (84 MW) coûtera 2,5 Md€ d’ici fin 2027, contre 40 % en 2020 ; 30 emplois, rang : 3e. "
    told = "The plant will cost $2.5bn by late 2027, up from 40% in 2020; some 30 jobs, the third of its kind. "
    for language, text in (("fr", said), ("en", told), ("ar", "محطة 84 ميغاواط بكلفة 3 مليارات درهم. ")):
        propose(text * (2 * WHOLE // len(text)), language)
        propose("\n".join([text, "Pays | 2025 | 2026", "Maroc | 12 | 14", "2025 2026", "A 1 2", "B 3 4"]), language)


def faults(pattern, *, whole, matched="", longest=512):
    """Say how an expression gets out of hand, or nothing.

    ``whole`` where it reads texts of any length, ``matched`` where it is only asked whether it matches, "once" at one
    place or "everywhere" at each, ``longest`` the longest text worth trying otherwise.
    """
    call = {"": _found, "once": _matched_once, "everywhere": _matched_everywhere}[matched]
    for text in attacks(pattern):
        size, spent = 4, 0.0
        while size <= longest:
            spent = _too_long(pattern, call, text(size), _SHORT_TURNS)
            if spent > _SHORT_TURNS:
                how = "exponential" if size < _FEW else "worse than squares"
                return f"{how}: {spent:.0f} turns for {size} characters like {text(8)!r}"
            size += max(8, size // 4) if spent < _SHORT_TURNS * _EASY else 2 if size < _FEW else size // 8
        for size in _LONG if whole else ():
            spent = _too_long(pattern, call, text(size), _LONG_TURNS)
            if spent > _LONG_TURNS:
                quarter = min(_spent(pattern, call, text(size // 4)) / _turn() for _ in range(3))
                if spent > 9 * quarter:
                    return f"squares: {spent:.0f} turns for {size} characters, {quarter:.1f} for a quarter: {text(8)!r}"
    return ""


def attacks(pattern):
    """Texts as functions of their size: what the expression repeats, over and over, then what breaks it."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    own = dict.fromkeys(_pumps(tree, "", {}))
    own |= dict.fromkeys(("", sample) for sample in _variants(tree, 3) if sample)
    for before, piece in dict.fromkeys([*list(own)[:_PUMPS], *(("", shape) for shape in SHAPES)]):
        yield lambda size, before=before, piece=piece: before + (piece * (size // len(piece) + 1))[:size] + "\0"


def _found(pattern, text):
    for _ in pattern.finditer(text):
        pass


def _matched_once(pattern, text):
    pattern.match(text)


def _matched_everywhere(pattern, text):
    match = pattern.match
    for place in range(len(text)):
        match(text, place)


def _too_long(pattern, call, text, turns):
    """What the call costs, in turns; what seems to cost more than ``turns`` is measured again, and the least counts."""
    cost = _spent(pattern, call, text) / _quickest_turn()
    for _ in range(2):
        if cost <= turns:
            break
        cost = min(cost, _spent(pattern, call, text) / _turn())
    return cost


def _spent(pattern, call, text):
    start = time.process_time()
    call(pattern, text)
    return time.process_time() - start


def _turn():
    return min(_spent(_PLAIN, _found, _RUN) for _ in range(3))


@cache
def _quickest_turn():
    return min(_turn() for _ in range(10))


def _pumps(sequence, before, found):
    """What stands in each open repeat, with what may come before it."""
    for code, value in sequence:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            if value[1] > 10:
                for sample in filter(None, _variants(value[2], 6)):
                    found[before, sample] = found["", sample] = None
            _pumps(value[2], before, found)
        for inner in _inner(code, value):
            _pumps(inner, before, found)
        before = (before + (_samples(code, value, 1) or [""])[0])[-60:]
    return found


def _inner(code, value):
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return value[1]
    return [value[1]] if code in (codes.ASSERT, codes.ASSERT_NOT) else []


def _variants(sequence, limit):
    """Some texts that a sequence matches."""
    found = [""]
    for code, value in sequence:
        samples = _samples(code, value, limit)
        if samples:
            found = [start + sample for sample in samples[:limit] for start in found[:2]][:limit]
    return found


def _samples(code, value, limit):
    if code is codes.LITERAL:
        return [chr(value)]
    if code is codes.NOT_LITERAL:
        return [each for each in SAMPLES if ord(each) != value][:limit]
    if code is codes.ANY:
        return list("a 1")[:limit]
    if code is codes.IN:
        own = [chr(each[1][0] if each[0] is codes.RANGE else each[1]) for each in value if each[0] in _CHARACTERS]
        usual = [each for each in SAMPLES if _belongs(value, each)]
        return list(dict.fromkeys(usual[:1] + [each for each in own if _belongs(value, each)] + usual[1:]))[:limit]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return [sample * max(value[0], 1) for sample in _variants(value[2], limit)] + [""] * (value[0] == 0)
    if code is codes.BRANCH:
        return [sample for branch in value[1] for sample in _variants(branch, 1)][: max(limit, 2)]
    return _variants(value[3], limit) if code is codes.SUBPATTERN else []


_CHARACTERS = (codes.LITERAL, codes.RANGE)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def _belongs(items, character):
    negated = items[0][0] is codes.NEGATE
    for code, value in items:
        if code is codes.LITERAL and value == ord(character):
            return not negated
        if code is codes.RANGE and value[0] <= ord(character) <= value[1]:
            return not negated
        if code is codes.CATEGORY and re.match(_CATEGORIES[value], character):
            return not negated
    return negated


def main():
    """Print what gets out of hand."""
    every = collected(warm)
    for recorded in every:
        window = min(512, max(128, 2 * recorded.searched))
        whole = recorded.searched >= WHOLE
        matched = ("everywhere" if recorded.places > _SENTENCES else "once") if recorded.only_matched else ""
        found = faults(recorded.real, whole=whole, matched=matched, longest=window)
        if found:
            sys.stdout.write(f"{recorded.real.pattern[:120]!r}: {found}\n")
    sys.stdout.write(f"{len(every)} expressions, {sum(each.searched >= WHOLE for each in every)} over whole texts\n")


if __name__ == "__main__":
    main()
