"""What a sentence opens with: the noun its verb is of, where it has no name: "Les mâts culminent à 90 m"."""

from __future__ import annotations

import re
from functools import cache

from maeditor.extraction.claims.article_view import ArticleView
from maeditor.extraction.context.subjects import bare
from maeditor.extraction.text.phrases import alternation, lexicon
from maeditor.extraction.text.plaintext import plain

_ADVERBIAL = re.compile(
    r"\W*(?:(?:en|au|a|dans|sur|pour|depuis|apres|avant|selon|d'ici|par ailleurs|enfin|ainsi|de plus|autre|cote|quant"
    r"|face|in|at|on|for|since|after|by|under|with|according to|meanwhile|last|this|l'an)(?!\w)[^,.;:]{0,70}, )?"
)
_DETERMINED = re.compile(
    r"(?:(?:le|la|les|un|une|ce|cet|cette|ces|sa|son|ses|leurs?|notre|nos|votre|vos|the|this|that|these"
    r"|those|an?|its|their)(?!\w) ?|l'|(?=[a-z]+ (?:rose|fell|grew)))"
)
_WORD = re.compile(r"[a-z][\w'-]*")
_JOIN = frozenset({"de", "du", "des", "d", "la", "le", "les", "of", "the", "en", "a", "et"})
_FINITE = re.compile(
    r"\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|rait|raient|aient|ait|erent|irent|urent)|\w{3,}ed|rose|fell|grew|s[e']\w*"
)
_PLURAL_VERB = re.compile(r"\w{3,}[^m]ent")
_SPEAKER = re.compile(
    r"(?:auteurs?|analystes?|experts?|professionnels?|economistes?|observateurs?|gouvernement|ministres?|ministere"
    r"|direction|document|rapport|etude|texte|decret|loi|accord|protocole|memorandum|communique|president|maire|wali"
    r"|authors?|analysts?|experts?|economists?|government|minist(?:er|ry)|management|report|study|document|deal"
    r"|agreement|memorandum|statement|officials?|executives?|orientation|initiative|decision)"
)
_PARTICIPLE = re.compile(r"\w{3,}[^gm]ant")
_CLITIC = re.compile(r"(?:[nscdjt]|qu)'")
_THAT = re.compile(r"[^.,;:]{0,30}?(?<!\w)(?:que |qu'|that )")
_NEW = frozenset(
    {"nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles", "futur", "future", "premier", "premiere", "new"}
)
"""What stands before its noun: a verb may follow the two, not the first."""
_SINGULAR = frozenset({"campus", "bus", "gas", "business", "access", "analysis", "process"})
_OBJECT = re.compile(
    r" (?:(?:to|from|by|at|over|about|around|the|an?|its|some|more|nearly|up|only|between)(?!\w)|[$€£\d])"
)
_FINITE_WORDS = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "est", "sont", "etait", "ont", "avait"}
    | {"aura", "va"}
)
_NAME_LIKE = re.compile(r"[A-ZÀ-Þ]")
_OF_GOODS = re.compile(
    r"(?:production|rendements?|surfaces?|superficies?|ventes|prix|cours|facture|taux) (?:de |d')"
    r"(?!la |l'|ce|son|sa |ses |leurs? |vente|revient|base)(?:[a-z]{3})"
)
"""A measure of goods, not of the thing named before: "la production de blé"."""
_LONGEST = 6


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("subjects")["openings"][name])


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(alternation(lexicon("subjects")["openings"]["measures"]))


@cache
def _verbs() -> re.Pattern[str]:
    lists = lexicon("statements")["status"]
    return re.compile(
        rf"{alternation([*lists['operational'], *lists['past'], *lists['planned'], *lists['announced']])}(?!\w)"
    )


def opening_noun(view: ArticleView, left: int, end: int) -> str | None:
    """The noun that opens the sentence at ``left`` before ``end``, in the article's own words.

    Empty where it only names a measure, a part or who speaks: then what was named before is meant. None without any.
    """
    lead = _ADVERBIAL.match(view.soft, left, end)
    at = lead.end() if lead else left
    determiner = _DETERMINED.match(view.soft, at, end)
    if determiner is None and not _opens_bare(view, at, end):
        return None
    start = determiner.end() if determiner else at
    counted = determiner is not None and determiner.group().strip() not in {"a", "an", "un", "une"}
    words = _up_to_verb(view, start, end, counted)
    if not words or _CLITIC.match(words[0].group()):
        return None
    if _SPEAKER.fullmatch(words[0].group()):
        that = _THAT.match(view.soft, words[-1].end(), end)
        return opening_noun(view, that.end(), end) if that else ""
    noun = bare(view.text[start : words[-1].end()])
    if _OF_GOODS.match(plain(noun)) and not _NAME_LIKE.search(noun):
        return noun
    if any(_measure().fullmatch(" ".join(word.group() for word in words[:count])) for count in (1, 2)):
        return ""
    if determiner is None and view.language == "en" and not view.things.known(words[0].group(), at):
        return noun[:1].lower() + noun[1:]  # a capital that only opens the sentence
    return noun


def _up_to_verb(view: ArticleView, start: int, end: int, counted: bool) -> list[re.Match[str]]:
    """The words from ``start`` to the verb, a preposition, a mark or a figure; none where they do not end in time."""
    words: list[re.Match[str]] = []
    position = start
    while len(words) < _LONGEST:
        word = _WORD.match(view.soft, position, end)
        if word is None:
            if not counted or position >= end:
                return []  # "a new 250-bed centre": the noun stands behind the figure
            if len(words) > 1:
                words.pop()  # what stands before a figure is its verb: "L'ouvrage mobilise 300 …"
            break
        if words and (
            (words[-1].group() not in _NEW and _is_verb(view, words[-1].group(), word)) or _is_end(word.group())
        ):
            break
        words.append(word)
        position = word.end()
        if view.soft[position : position + 1] != " ":
            if position >= end:
                return []
            break
        position += 1
    else:
        return []
    while words and words[-1].group() in _JOIN:
        words.pop()
    return words


def _is_end(word: str) -> bool:
    return word.removeprefix("d'").removeprefix("l'") in _words("ends") and word not in _JOIN


def _opens_bare(view: ArticleView, at: int, end: int) -> bool:
    """Tell whether a sentence opens with a noun without its article: a name before its verb, an English plural."""
    word = _WORD.match(view.soft, at, end)
    if (
        word is None
        or not view.text[at].isupper()
        or word.group() in _words("ends")
        or word.group() in _words("no_noun")
        or (view.language == "fr" and _PARTICIPLE.fullmatch(word.group()))
    ):
        return False
    after = _WORD.match(view.soft, word.end() + 1, end) if view.soft[word.end() : word.end() + 1] == " " else None
    if after is None:
        return False
    if view.language == "en" and not _NAME_LIKE.match(view.text, after.start()):
        return True
    return _is_verb(view, word.group(), after) or after.group() in _FINITE_WORDS


def _is_verb(view: ArticleView, before: str, word: re.Match[str]) -> bool:
    form = word.group()
    if form in _JOIN:
        return form == "a" and view.text[word.start()] == "a"
    if form in _words("verbs") or _FINITE.fullmatch(form) or _verbs().match(view.soft, word.start()):
        return True
    if view.language == "fr":
        return bool(_PLURAL_VERB.fullmatch(form))
    # "the parcel extends to": after a singular noun, what ends in -s is its verb.
    on = form.endswith("s") and not form.endswith("ss") and (not before.endswith("s") or before in _SINGULAR)
    return on and bool(_OBJECT.match(view.soft, word.end()))
