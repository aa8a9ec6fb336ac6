"""Which lines are not the article: menus, share bars, cookie notes, comment forms, related links, about blocks.

Phrases are data (``resources/lexicons/noise.toml``); this decides how far each reaches. Noise is flagged and
never deleted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from maeditor.extraction.text.menus import CRUMB, menu_kind
from maeditor.extraction.text.noise_reach import EDGE, INLINE, extend
from maeditor.extraction.text.phrases import alternation, lexicon

_LONG = 420
_SHORT = 220
_PROSE_KINDS = frozenset({"cookie", "legal", "comments", "about", "newsletter", "paywall"})
_HOUR = re.compile(r"\d{1,2} ?[:h] ?\d{2}")
_CLOCK = re.compile(r"(?=[\d:/\s-]*$)[\d:/\s-]*\d:\d{2}|-$")
_PHONE = re.compile(r"(?:\+|00)\d[\d .()-]{7,}\d|\b0\d(?:[ .-]?\d{2}){4}\b")
_MAIL = re.compile(r"\S@\S+\.\w|\bwww\.\w|https?://")
_TELEPHONE = re.compile(r"(?:tel|fax|gsm|mob|t|f)\. ?:?")
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
_CONSENT = re.compile(
    r"(?:we|nous) (?:and|et) (?:up to )?(?:our |nos )?\d* ?(?:partners|partenaires|vendors)(?!\w)"
    r"|[^.]{0,80}(?:use cookies to|store (?:and/or |and |or )?access information on)"
)
# "Get the Morning Brief", "Join 40,000 readers": what invites to a letter.
_LETTER = re.compile(
    r"(?:get|receive|join|read) (?:the|our) [\w &'-]{2,40}(?:weekly|daily|newsletter|briefing|digest|bulletin|round-?up"
    r"|dispatch)(?!\w)[^.]{0,60}$"
    r"|(?:[^.]{0,70}\. )?(?:join|rejoignez) (?:the |our |over |more than |les |nos )?\d[\d.,]*k?\+? (?:other |autres )?"
    r"(?:readers|subscribers|lecteurs|abonnes|professionals|others)(?!\w)[^.]{0,60}\.?$"
)
_COVERS = re.compile(r"[^.,]{3,40} (?:covers|reports on|writes for) [^.]{3,80}\. ?(?:(?:she|he|they) |$)")
_SAVING = re.compile(r"(?:save|get) (?:up to )?(?:[$€£] ?\d|\d+ ?%)[^.]{0,60}$")
_FOLLOWED = re.compile(r"[^.]{2,60} [·•|] [\d .,]+ ?[km]? ?(?:abonnes|followers|membres|members)\b")
_REPLIES = re.compile(r"\d{1,4} (?:comments?|commentaires?|reactions?|reponses?|replies|avis)(?: ?[.:|·•-]|$)")
_WRITES = re.compile(
    r"(?:\d{1,4} thoughts? on |one thought on )|[^.:;,?!]{2,40} (?:says|said|dit|a dit|a ecrit|wrote) ?:$"
)
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
    r"|register now|book now|book your"
    r"|download)\b[^.]{0,30}$"
)
_COUNTERS = re.compile(
    r"(?:[\d.,]+ ?[km]? (?:replies|reposts|retweets|likes?|views?|shares?|comments?|quotes|bookmarks|partages"
    r"|vues|reponses|j'aime|commentaires|followers|abonnes)\W*){1,6}$"
)
_PAGE = re.compile(
    r"\W*(?:page|p\.|صفحة) ?\d+(?: ?(?:/|sur|of|de|من) ?\d+)?\W*$|\W*- ?\d{1,3} ?-\W*$|\d{1,3} ?/ ?\d{1,3}$"
)
_TICKING = re.compile(r"[▲▼|]")
_QUOTE_TICK = re.compile(r"[▲▼+−-]\s?\d+[.,]\d+\s?%?|\d+[.,]\d{2}\s*\([+-]")


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
        {kind: frozenset((*rule["words"], *rule.get("whole", ()))) for kind, rule in lists.items() if "words" in rule},
        {kind: str(rule["reach"]) for kind, rule in lists.items()},
    )


def _tagged(groups: dict[str, list[str]], lookahead: str) -> re.Pattern[str]:
    parts = [rf"(?P<{kind}>{_loose(phrases)}{lookahead})" for kind, phrases in groups.items() if phrases]
    # Where no word begins and no sign stands, no phrase does: most places are passed over at once.
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{'|'.join(parts)})")


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
    # A live report has the time of each entry on a line of its own; a player or a widget has one or two.
    log = sum(bool(_HOUR.fullmatch(content)) for content in contents) >= 3
    for index, content in enumerate(contents):
        if not content or index in tables or (log and _CLOCK.match(content)):
            continue
        place = spans[index][0] / max(1, len(text))
        kinds[index] = _kind(text[spans[index][0] : spans[index][1]].strip(), content, index, place, title, openings)
    extend(kinds, contents, spans, tables, len(text), _rules().reach, title)
    return kinds


def _headline(contents: list[str]) -> int:
    """Index of the line taken for the headline, so that it is never noise by its first words."""
    filled = [index for index, content in enumerate(contents) if len(content.split()) >= 4][:5]
    words = _rules().words["nav"]
    for index in filled:
        head = contents[index]
        if (
            _FOLLOWED.match(head)
            or _CONSENT.match(head)
            or _MASTHEAD.match(head)
            or CRUMB.search(head)
            or head.split()[0] in words
            or _rules().starts.match(head)
            or "  " in head
        ):
            continue
        return index
    return -1


def _kind(original: str, content: str, index: int, place: float, title: int, openings: Counter[str]) -> str:
    bare = content.strip(EDGE)
    if not bare:
        return "" if not content.strip("-–—*_=.·• ") else "widget"
    whole = _by_whole(content, bare, place)
    if whole is not None:
        return whole
    found = menu_kind(content, index, place, _rules().words) or ("alt_text" if _PLACEHOLDER.match(content) else "")
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
    invited = _invites(content, place)
    if invited:
        return invited
    if place > 0.6 and len(content) <= 120 and _REPLIES.match(content):
        return "comments"
    if place > 0.6 and len(content) <= 70 and _WRITES.match(content):
        return "comments"
    if len(content) <= 90 and (_RUNNING_HEAD.match(content) or (place < 0.02 and _MASTHEAD.match(content))):
        return "page_furniture"
    if len(content) <= 60 and _BUTTON.match(content):
        return "button"
    if len(content) <= _SHORT and len(_QUOTE_TICK.findall(content)) >= 2 and _TICKING.search(content):
        return "ticker"
    return "about" if place > 0.4 and _ABOUT.match(original) else ""


def _invites(content: str, place: float) -> str:
    """What asks a reader for consent, an address or a purchase, or says who writes."""
    if len(content) > _LONG:
        return ""
    if _CONSENT.match(content) and (place < 0.1 or place > 0.9):
        return "cookie"
    if place > 0.6 and _COVERS.match(content):
        return "author"
    if len(content) <= 130 and _LETTER.match(content):
        return "newsletter"
    return "ad" if place > 0.6 and len(content) <= 80 and _SAVING.match(content) else ""


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
    if phone and ". " in _TELEPHONE.sub("", content[: phone.start()]) and not _ADDRESS.search(content):
        return ""
    if phone and (_MAIL.search(content) or "tel" in content or "phone" in content or place > 0.75):
        return "contact"
    if _MAIL.search(content) and len(content) <= 90 and place > 0.6:
        return "contact"
    if len(_HASHTAG.findall(content)) >= 2 and len(content.split()) <= 10:
        return "tags"
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
        return heading or len(bare) <= 180 or (bool(INLINE.match(bare)) and len(bare) <= 260)
    return True
