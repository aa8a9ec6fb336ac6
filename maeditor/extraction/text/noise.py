"""Which lines are not the article: menus, share bars, cookie notes, comment forms, related links, about blocks.

Phrases are data (``resources/lexicons/noise.toml``); this decides how far each reaches. Noise is flagged and
never deleted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from maeditor.extraction.text.phrases import alternation, lexicon

_LONG = 420
_SHORT = 220
_PROSE_KINDS = frozenset({"cookie", "legal", "comments", "about", "newsletter", "paywall"})
_INLINE = re.compile(
    r"(?:a )?(?:lire|voir)(?: aussi| egalement)?\b|read (?:also|more|next)|also read|see also|a relire|relire"
    r"|related ?:"
)
_SPLIT = re.compile(r"\s{2,}|\s*[|›»•·>❯→]\s*|\s+[-–—/]\s+|\t")
_CRUMB = re.compile(r"\s[›>»❯]\s|[›❯]|\s/\s")
_CLOCK = re.compile(r"[\d:/\s-]*\d{1,2}:\d{2}[\d:/\s-]*$|-$")
_PHONE = re.compile(r"(?:\+|00)\d[\d .()-]{7,}\d|\b0\d(?:[ .-]?\d{2}){4}\b")
_MAIL = re.compile(r"\S@\S+\.\w|\bwww\.\w|https?://")
_ADDRESS = re.compile(
    r"(?<!\w)(?:rue|avenue|bd|boulevard|street|road|bureau|siege|depos|submit|offres|bp|p\.?o\.? box|e-?mail"
    r"|contact)(?!\w)"
)
_HASHTAG = re.compile(r"(?:^|\s)[#@]\w")
_ABOUT = re.compile(
    r"(?:About|À propos d[eu’']|A propos d[eu’'])(?: la| l’| l'"
    r"| des?)? ?[A-ZÀ-Þ0-9][\w’'&.-]*(?: [A-ZÀ-Þ0-9&(][\w’'&.)-]*){0,5} ?:?$"
)
_PLACEHOLDER = re.compile(
    r"[\[(<](?:image|interactive|photo|picture|video|illustration|infographi\w+|graphique|carte|map|chart|embed\w*|logo"
    r"|gif|audio)\W"
)
_FOLLOWED = re.compile(r"[^.]{2,60} [·•|] [\d .,]+ ?[km]? ?(?:abonnes|followers|membres|members)\b")
_REPLIES = re.compile(r"\d{1,4} (?:comments?|commentaires?|reactions?|reponses?|replies|avis)(?: ?[.:|·•-]|$)")
_COUNTED = re.compile(
    r"[\W\d_]+(?:(?:commentaires?|comments?|republications?|reposts?|partages?|shares?|vues|views|likes?|j'aime"
    r"|reactions?|reponses?|replies|abonnes|followers|telechargements|downloads)(?!\w)[\W\d_]*)+$"
)
_MASTHEAD = re.compile(
    r"[^.:;\d]{3,40} [—–|·-] ?(?:edition|section|cahier|supplement|rubrique|issue)(?: [^.:;\d]{2,40})?$"
)
_RUNNING_HEAD = re.compile(r"page \d{1,3} ?[-–—|·/]")
_TO_PAGE = re.compile(
    r"(?:lire|voir|suite|encadre|dossier|see|turn to|continued|n[°o] ?\d+)[^.]{0,40}(?:page|p\.) ?\d+"
)
_BUTTON = re.compile(
    r"[➜→►▶»☛👉✉⬇] ?[^\W\d][^.\d]*$|(?:demander un devis|reserver|acheter|commander|postuler|telecharger|je m'inscris"
    r"|je m'abonne|essayer gratuitement|request a demo|get a quote|get started|apply now|buy now"
    r"|download)\b[^.]{0,30}$"
)
_COUNTERS = re.compile(
    r"(?:[\d.,]+ ?[km]? (?:replies|reposts|retweets|likes?|views?|shares?|comments?|quotes|bookmarks|partages"
    r"|vues|reponses|j'aime|commentaires|followers|abonnes)\W*){1,6}$"
)
_PAGE = re.compile(r"\W*(?:page|p\.) ?\d+(?: ?(?:/|sur|of|de) ?\d+)?\W*$|\W*- ?\d{1,3} ?-\W*$|\d{1,3} ?/ ?\d{1,3}$")
_TICKING = re.compile(r"[▲▼|]")
_ENDS = re.compile(r"\W*(?:ends|end|fin|###|-30-|fin du communique)\W*$")
_QUOTE_TICK = re.compile(r"[▲▼+−-]\s?\d+[.,]\d+\s?%?|\d+[.,]\d{2}\s*\([+-]")
_EDGE = " \t\"'*•-–—|>»«›:.·#→►▶✉☎[]()✔⏱\u200b"


@dataclass(frozen=True, slots=True)
class _Rules:
    starts: re.Pattern[str]
    has: re.Pattern[str]
    whole: dict[str, str]
    words: dict[str, frozenset[str]]
    reach: dict[str, str]


@cache
def _rules() -> _Rules:
    lists = lexicon("noise")
    whole = {phrase: kind for kind, rule in lists.items() for phrase in rule.get("whole", ())}
    return _Rules(
        _tagged({kind: rule.get("starts", ()) for kind, rule in lists.items()}, lookahead=r"(?!\w)"),
        _tagged({kind: rule.get("has", ()) for kind, rule in lists.items()}, lookahead=""),
        whole,
        {kind: frozenset(rule["words"]) for kind, rule in lists.items() if "words" in rule},
        {kind: str(rule["reach"]) for kind, rule in lists.items()},
    )


def _tagged(groups: dict[str, list[str]], lookahead: str) -> re.Pattern[str]:
    parts = [rf"(?P<{kind}>{_loose(phrases)}{lookahead})" for kind, phrases in groups.items() if phrases]
    return re.compile("|".join(parts))


def _loose(phrases: list[str]) -> str:
    """Phrases that end in a sign need no word border after them."""
    words = [phrase.strip() for phrase in phrases if phrase.strip()[-1].isalnum() or phrase.strip()[-1] == "*"]
    signs = [phrase.strip() for phrase in phrases if phrase.strip() not in words]
    parts = ([alternation(words) + r"(?!\w)"] if words else []) + ([rf"{alternation(signs)}(?=.|$)"] if signs else [])
    return "(?:" + "|".join(parts) + ")"


def noise_kinds(text: str, soft: str, spans: list[tuple[int, int]], tables: frozenset[int]) -> list[str]:
    """Name the kind of noise of every line, empty for lines of the article."""
    kinds = [""] * len(spans)
    contents = [soft[start:end].strip() for start, end in spans]
    openings = Counter(content[:40] for content in contents if len(content) > 60)
    title = _headline(contents)
    for index, content in enumerate(contents):
        if not content or index in tables:
            continue
        place = spans[index][0] / max(1, len(text))
        kinds[index] = _kind(text[spans[index][0] : spans[index][1]].strip(), content, index, place, title, openings)
    _extend(kinds, contents, spans, tables, len(text))
    return kinds


def _headline(contents: list[str]) -> int:
    """Index of the line taken for the headline, so that it is never noise by its first words."""
    filled = [index for index, content in enumerate(contents) if len(content.split()) >= 4][:5]
    words = _rules().words["nav"]
    for index in filled:
        head = contents[index]
        if (
            _FOLLOWED.match(head)
            or _MASTHEAD.match(head)
            or _CRUMB.search(head)
            or head.split()[0] in words
            or _rules().starts.match(head)
            or "  " in head
        ):
            continue
        return index
    return -1


def _kind(original: str, content: str, index: int, place: float, title: int, openings: Counter[str]) -> str:
    bare = content.strip(_EDGE)
    if not bare:
        return "" if not content.strip("-–—*_=.·• ") else "widget"
    whole = _by_whole(content, bare, place)
    if whole is not None:
        return whole
    found = _by_words(content, index, place) or ("alt_text" if _PLACEHOLDER.match(content) else "")
    if found or index == title:
        return found
    found = _by_shape(original, content, place)
    if found:
        return found
    if index < title and bare in _rules().words["nav"]:
        return "nav"
    match = _rules().starts.match(bare)
    if match and match.lastgroup and _plausible(match.lastgroup, original, bare, place, openings):
        return match.lastgroup
    return _by_phrase(content, place) if len(content) <= _SHORT else ""


def _by_whole(content: str, bare: str, place: float) -> str | None:
    """Lines that are one phrase: a kind, nothing for an honest heading, None where the line says more."""
    whole = _rules().whole
    if _CLOCK.match(content) or bare in whole:
        return whole.get(bare, "widget")
    letters = re.sub(r"[\W\d_]+", " ", bare).strip()
    if letters in whole and len(bare) <= len(letters) + 8 and (place > 0.5 or place < 0.1 or len(letters) > 3):
        return "" if _is_heading_word(letters, place) else whole[letters]
    return None


def _by_shape(original: str, content: str, place: float) -> str:
    """Page numbers, buttons, tickers and headings of about blocks."""
    if _PAGE.match(content) or (len(content) <= 110 and _TO_PAGE.search(content)):
        return "page_furniture"
    if _COUNTERS.match(content) or _FOLLOWED.match(content) or (len(content) <= 120 and _COUNTED.match(content)):
        return "social"
    if place > 0.6 and len(content) <= 120 and _REPLIES.match(content):
        return "comments"
    if len(content) <= 90 and (_RUNNING_HEAD.match(content) or (place < 0.02 and _MASTHEAD.match(content))):
        return "page_furniture"
    if len(content) <= 60 and _BUTTON.match(content):
        return "button"
    if len(content) <= _SHORT and len(_QUOTE_TICK.findall(content)) >= 2 and _TICKING.search(content):
        return "ticker"
    return "about" if place > 0.4 and _ABOUT.match(original) else ""


def _is_heading_word(letters: str, place: float) -> bool:
    return letters in {"about", "a propos", "plus", "more", "contact", "x", "nom", "ok"} and place < 0.3


def _by_phrase(content: str, place: float) -> str:
    match = _rules().has.search(content)
    if match and match.lastgroup:
        kind = match.lastgroup
        if kind == "ticker":
            return kind if len(_QUOTE_TICK.findall(content)) >= 2 else ""
        if kind == "author" and place < 0.6:
            return ""
        return kind
    phone = _PHONE.search(content)
    if phone and ". " in content[: phone.start()] and not _ADDRESS.search(content):
        return ""
    if phone and (_MAIL.search(content) or "tel" in content or "phone" in content or place > 0.75):
        return "contact"
    if _MAIL.search(content) and len(content) <= 90 and place > 0.6:
        return "contact"
    if len(_HASHTAG.findall(content)) >= 2 and len(content.split()) <= 10:
        return "tags"
    return ""


def _by_words(content: str, index: int, place: float) -> str:
    """Rows of menu or share words: ``Accueil | Économie | Sport``, ``Imprimer - Partager``."""
    if len(content) > 400:
        return ""
    items = [re.sub(r"^[\W\d]+|[\W\d]+$", "", item) for item in _SPLIT.split(content)]
    items = [item for item in items if item]
    for kind, words in _rules().words.items():
        known = sum(item in words for item in items)
        if len(items) >= 2 and known >= 2 and known >= 0.6 * len(items) and max(map(len, items)) <= 34:
            return kind
    tokens = content.split()
    edge = index <= 4 or place > 0.95
    nav = _rules().words["nav"]
    if edge and len(tokens) >= 3 and len(content) <= 200 and sum(token in nav for token in tokens) >= 0.7 * len(tokens):
        return "nav"
    if (
        edge
        and _CRUMB.search(content)
        and 2 <= len(items) <= 6
        and max(map(len, items)) <= 45
        and not re.search(r"\d{2}", content)
    ):
        return "nav"
    gaps = re.split(r"\s{2,}|\t| \| ", content)
    if index <= 2 and len(gaps) >= 4 and all(len(gap) <= 30 and not re.search(r"\d", gap) for gap in gaps):
        return "nav"
    if index <= 3 and tokens[0] in {"accueil", "home"} and len(tokens) >= 4 and not content.endswith("."):
        return "nav"
    return ""


def _plausible(kind: str, original: str, bare: str, place: float, openings: Counter[str]) -> bool:
    """Weigh what follows a phrase: a menu word may also begin an honest sentence."""
    if len(bare) > _LONG and kind not in _PROSE_KINDS:
        return False
    heading = len(bare) <= 90 and not original.rstrip().endswith(".")
    if kind == "alt_text":
        return original[:1].islower() or openings[original.lower()[:40]] > 1
    if kind == "about":
        return heading and place > 0.4 and not original.rstrip().endswith(("?", "!", ","))
    if kind in {"contact", "author", "letters"}:
        return place > 0.3 and (heading or len(bare) <= 300)
    if kind in {"caption", "page_furniture"}:
        return len(bare) <= 80 and (kind != "page_furniture" or bool(re.match(r"\D{0,20}\d+\W*$", bare)))
    if kind == "ad":
        return len(bare) <= _SHORT
    if kind == "nav":
        return len(bare) <= 120 and heading
    if kind in {"related", "series", "poll"}:
        return heading or len(bare) <= 180 or (bool(_INLINE.match(bare)) and len(bare) <= 260)
    return True


def _extend(
    kinds: list[str], contents: list[str], spans: list[tuple[int, int]], tables: frozenset[int], size: int
) -> None:
    """Let openers reach over the lines they govern."""
    reach = _rules().reach
    tail = ""
    budget = 0
    for index, content in enumerate(contents):
        if _ENDS.match(content) and spans[index][0] > 0.5 * size:
            tail, budget = "about", 99
            continue
        if kinds[index]:
            kind = kinds[index]
            how = reach[kind]
            place = spans[index][0] / max(1, size)
            if how == "end" and (place > 0.5 or (kind == "comments" and place > 0.4)):
                tail, budget = kind, 99 if kind != "about" or place > 0.7 else 1
            elif how == "short":
                _teasers(kinds, contents, index, kind, tables, place)
                tail = tail if tail == "comments" else ""
            elif tail not in {"comments", "about", "contact"}:
                tail = ""
            continue
        if tail and content and budget > 0 and index not in tables:
            kinds[index] = tail
            budget -= len(content) > 80


def _teasers(
    kinds: list[str], contents: list[str], opener: int, kind: str, tables: frozenset[int], place: float
) -> None:
    """Flag the short lines under a heading such as "Most read"."""
    first = contents[opener].strip(_EDGE)
    inline = bool(_INLINE.match(first)) and len(first.split()) > 4
    taken = 0
    for index in range(opener + 1, min(len(contents), opener + 14)):
        content = contents[index]
        if not content:
            if inline or kind not in {"related", "poll"} or (taken and place < 0.7):
                return
            continue
        if kind in {"cookie", "newsletter", "paywall"} and len(content) > 60:
            return
        bulleted = content[0] in "-•*·>–→"
        if index in tables or kinds[index] or (inline and not bulleted):
            return
        if len(content) > 150 or (content.endswith((".", ":")) and not content.endswith("..") and kind != "author"):
            return
        kinds[index] = kind
        taken += 1
